//! Certification, complaints and erasure: each rule done and refused.

use serde_json::{Value, json};

use super::{Certification, CertificationState, complaints, decide, erase};
use crate::audit::Audit;
use crate::auditee::{Auditee, AuditeeKind};
use crate::evidence::Paper;
use crate::kernel::refusal::{Rule, Stop};
use crate::registry::Event;
use crate::testing::carry::Carried;
use crate::testing::{CRITERIA, refused_by};
use crate::words::AuditType;

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static Rule) {
    refused_by(result, rule);
}

/// A stage 2 audit with its report issued, and an application of the client.
fn applied(grade: &str) -> (Carried, String, String) {
    let (mut carried, finding) = Carried::reporting(grade);
    let cast = carried.bench.cast;
    carried.issue();
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Stage2);
    carried.bench.change::<Auditee>(cast.auditee, |auditee| auditee.kind = AuditeeKind::Client);
    let apply =
        json!({ "auditee": cast.auditee.to_string(), "criteria": CRITERIA, "scope": "Building software" });
    let certification = carried.done(cast.manager, "certification.apply", apply.clone());
    refused(carried.give(cast.manager, "certification.apply", apply), &decide::CERTIFICATION_ONE);
    (carried, finding, certification)
}

fn decision(carried: &Carried, certification: &str, decision: &str) -> Value {
    json!({ "certification": certification, "decision": decision, "audit": carried.audit.to_string(), "reason": "What was found" })
}

fn plan_accepted(carried: &mut Carried, finding: &str) {
    let cast = carried.bench.cast;
    let evidence = carried.evidence.unwrap().to_string();
    let this = json!({ "finding": finding });
    let text = json!({ "finding": finding, "text": "done", "evidence": [evidence] });
    carried.done(cast.contact, "finding.acknowledge", this.clone());
    carried.done(cast.contact, "finding.correct", text.clone());
    carried.done(cast.contact, "finding.give_cause", text);
    let due = carried.bench.now.date().plus_days(30).to_string();
    let plan = json!({ "finding": finding, "text": "do it", "owner": cast.contact.to_string(), "due": due });
    carried.done(cast.contact, "finding.plan_action", plan);
    carried.done(cast.leader, "finding.accept_plan", this);
}

#[test]
fn a_minor_nonconformity_needs_its_plan_accepted_before_certification() {
    let (mut carried, finding, certification) = applied("minor");
    let cast = carried.bench.cast;
    let grant = decision(&carried, &certification, "grant");
    let review = json!({ "certification": certification, "audit": carried.audit.to_string(), "sufficient": true, "remarks": "Enough" });
    refused(carried.give(cast.leader, "certification.review", review.clone()), &decide::DECISION_TEAM);
    refused(carried.give(cast.decider, "certification.decide", grant.clone()), &decide::DECISION_REVIEW);
    carried.done(cast.reviewer, "certification.review", review);
    refused(carried.give(cast.decider, "certification.decide", grant.clone()), &decide::DECISION_MINORS);
    plan_accepted(&mut carried, &finding);
    refused(carried.give(cast.leader, "certification.decide", grant.clone()), &decide::DECISION_TEAM);
    let mut without = grant.clone();
    without["audit"] = Value::Null;
    refused(carried.give(cast.decider, "certification.decide", without), &decide::DECISION_AUDIT);
    carried.done(cast.decider, "certification.decide", grant.clone());
    refused(carried.give(cast.decider, "certification.decide", grant), &decide::DECISION_STATE);
    let record = carried.bench.get::<Certification>(certification.parse().unwrap());
    let CertificationState::Certified { since, expires } = &record.state else { panic!() };
    assert_eq!(*expires, since.plus_months(record.cycle.cycle_months));

    // Suspended, and not restored when the suspension has lasted too long.
    let suspend = decision(&carried, &certification, "suspend");
    carried.done(cast.decider, "certification.decide", suspend);
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Special);
    let restore = decision(&carried, &certification, "restore");
    carried.bench.pass_days(400);
    refused(carried.give(cast.decider, "certification.decide", restore), &decide::DECISION_SUSPENSION);
    let withdraw = decision(&carried, &certification, "withdraw");
    carried.done(cast.decider, "certification.decide", withdraw);
    let record = carried.bench.get::<Certification>(certification.parse().unwrap());
    assert!(matches!(record.state, CertificationState::Withdrawn { .. }));
}

#[test]
fn a_major_nonconformity_is_verified_in_time_or_another_stage_2_is_carried_out() {
    let (mut carried, finding, certification) = applied("major");
    let cast = carried.bench.cast;
    let grant = decision(&carried, &certification, "grant");
    let review = json!({ "certification": certification, "audit": carried.audit.to_string(), "sufficient": true, "remarks": "Enough" });
    carried.done(cast.reviewer, "certification.review", review);
    plan_accepted(&mut carried, &finding);
    refused(carried.give(cast.decider, "certification.decide", grant.clone()), &decide::DECISION_MAJORS);
    let evidence = carried.evidence.unwrap().to_string();
    let text = json!({ "finding": finding, "text": "done", "evidence": [evidence] });
    carried.done(cast.contact, "finding.implement", text.clone());
    carried.done(cast.leader, "finding.verify", text);
    carried.bench.pass_days(300);
    refused(carried.give(cast.decider, "certification.decide", grant), &decide::DECISION_STAGE2_AGE);
}

#[test]
fn certification_is_renewed_before_it_expires() {
    let (mut carried, finding, certification) = applied("minor");
    let cast = carried.bench.cast;
    let review = json!({ "certification": certification, "audit": carried.audit.to_string(), "sufficient": true, "remarks": "Enough" });
    carried.done(cast.reviewer, "certification.review", review.clone());
    plan_accepted(&mut carried, &finding);
    let grant = decision(&carried, &certification, "grant");
    carried.done(cast.decider, "certification.decide", grant);
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Recertification);
    let renew = decision(&carried, &certification, "renew");
    carried.done(cast.decider, "certification.decide", renew.clone());
    carried.bench.pass_days(365 * 7);
    refused(carried.give(cast.decider, "certification.decide", renew), &decide::DECISION_EXPIRY);
}

#[test]
fn a_review_is_of_an_audit_of_the_client_with_its_report() {
    let (mut carried, _, certification) = applied("minor");
    let cast = carried.bench.cast;
    carried.bench.change::<Audit>(carried.audit, |audit| audit.report = None);
    let review = json!({ "certification": certification, "audit": carried.audit.to_string(), "sufficient": true, "remarks": "Enough" });
    refused(carried.give(cast.reviewer, "certification.review", review), &decide::REVIEW_AUDIT);
}

#[test]
fn a_complaint_is_handled_by_somebody_who_was_not_involved() {
    let (mut carried, _) = Carried::reporting("minor");
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let receive = json!({ "kind": "complaint", "audit": audit, "from": "Conrad Contact", "text": "It took too long", "received": "2026-09-01" });
    let mut early = receive.clone();
    early["received"] = json!("2026-09-02");
    refused(carried.give(cast.manager, "complaint.receive", early), &complaints::COMPLAINT_RECEIVED);
    let complaint = carried.done(cast.manager, "complaint.receive", receive);
    let assign = |handler: crate::kernel::id::PersonId| json!({ "complaint": complaint, "handler": handler.to_string() });
    refused(
        carried.give(cast.manager, "complaint.assign", assign(cast.leader)),
        &complaints::COMPLAINT_HANDLER,
    );
    let decide = json!({ "complaint": complaint, "decision": "It did", "upheld": true });
    refused(carried.give(cast.handler, "complaint.decide", decide.clone()), &complaints::COMPLAINT_STATE);
    carried.done(cast.manager, "complaint.assign", assign(cast.handler));
    refused(carried.give(cast.manager, "complaint.decide", decide.clone()), &complaints::COMPLAINT_DECIDER);
    carried.done(cast.handler, "complaint.decide", decide);
    carried.done(cast.handler, "complaint.tell", json!({ "complaint": complaint }));
}

#[test]
fn an_audit_is_erased_once_it_is_over_its_retention_past_and_no_hold_on_it() {
    let (mut carried, _) = Carried::reporting("minor");
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let erase = json!({ "scope": { "is": "audit", "audit": audit }, "authority": "Data protection officer", "reason": "Retention is over" });
    refused(carried.give(cast.manager, "record.erase", erase.clone()), &erase::ERASE_OVER);
    let person = json!({ "scope": { "is": "person", "person": cast.auditor.to_string() }, "authority": "x", "reason": "y" });
    refused(carried.give(cast.manager, "record.erase", person.clone()), &erase::ERASE_IN_USE);
    carried.issue();
    let complete = json!({ "audit": audit, "days_used": "9", "not_done": [], "lessons": "None", "feedback_asked": [cast.contact.to_string()] });
    carried.done(cast.leader, "audit.complete", complete);
    refused(carried.give(cast.manager, "record.erase", erase.clone()), &erase::ERASE_RETENTION);
    carried.done(
        cast.manager,
        "audit.hold",
        json!({ "audit": audit, "key": "court", "reason": "A dispute" }),
    );
    carried.bench.pass_days(40_000);
    refused(carried.give(cast.manager, "record.erase", erase.clone()), &erase::ERASE_HOLD);
    carried.done(cast.manager, "audit.lift_hold", json!({ "audit": audit, "hold": "court" }));
    carried.done(cast.manager, "record.erase", erase);
    assert!(carried.bench.world.find::<Audit>(carried.audit).unwrap().is_none());
    assert!(carried.bench.world.list::<Paper>("audit", carried.audit).unwrap().is_empty());
    carried.done(cast.manager, "record.erase", person);
}
