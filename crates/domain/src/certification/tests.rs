//! Certification, complaints and erasure: each rule done and refused.

use serde_json::{Value, json};

use super::{Certification, CertificationState, Complaint, complaints, decide, erase};
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

#[test]
fn a_minor_nonconformity_needs_its_plan_accepted_before_certification() {
    let (mut carried, finding, certification) = applied("minor");
    let cast = carried.bench.cast;
    let grant = decision(&carried, &certification, "grant");
    let review = json!({ "certification": certification, "audit": carried.audit.to_string(), "sufficient": true, "remarks": "Enough" });
    refused(carried.give(cast.leader, "certification.review", review.clone()), &decide::DECISION_TEAM);
    refused(carried.give(cast.decider, "certification.decide", grant.clone()), &decide::DECISION_REVIEW);
    refused(carried.give(cast.stranger, "certification.review", review.clone()), &decide::REVIEW_REVIEWER);
    carried.done(cast.reviewer, "certification.review", review);
    refused(carried.give(cast.reviewer, "certification.decide", grant.clone()), &decide::DECISION_MAKER);
    refused(carried.give(cast.decider, "certification.decide", grant.clone()), &decide::DECISION_MINORS);
    carried.follow_up(&finding, "plan_accepted");
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
    refused(
        carried.give(cast.decider, "certification.decide", restore.clone()),
        &decide::DECISION_SUSPENSION,
    );
    // What would have expired during the suspension is not restored either.
    let id: crate::kernel::id::CertificationId = certification.parse().unwrap();
    let today = carried.bench.now.date();
    let stood = carried.bench.get::<Certification>(id).state.clone();
    carried.bench.change::<Certification>(id, |certification| {
        let (suspended_since, would_expire) = (today, "2026-09-02".parse().unwrap());
        certification.state = CertificationState::Suspended { suspended_since, would_expire };
    });
    refused(carried.give(cast.decider, "certification.decide", restore), &decide::DECISION_EXPIRY);
    carried.bench.change::<Certification>(id, |certification| certification.state = stood);
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
    refused(carried.give(cast.decider, "certification.decide", grant.clone()), &decide::DECISION_MAJORS);
    carried.follow_up(&finding, "verified");
    carried.bench.pass_days(300);
    refused(carried.give(cast.decider, "certification.decide", grant), &decide::DECISION_STAGE2_AGE);
}

#[test]
fn certification_is_renewed_before_it_expires() {
    let (mut carried, finding, certification) = applied("minor");
    let cast = carried.bench.cast;
    let review = json!({ "certification": certification, "audit": carried.audit.to_string(), "sufficient": true, "remarks": "Enough" });
    carried.done(cast.reviewer, "certification.review", review.clone());
    carried.follow_up(&finding, "plan_accepted");
    let grant = decision(&carried, &certification, "grant");
    carried.done(cast.decider, "certification.decide", grant);
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Recertification);
    let renew = decision(&carried, &certification, "renew");
    carried.done(cast.decider, "certification.decide", renew.clone());
    carried.bench.pass_days(365 * 7);
    refused(carried.give(cast.decider, "certification.decide", renew), &decide::DECISION_EXPIRY);
}

#[test]
fn whoever_left_the_team_has_still_taken_part() {
    let (mut carried, _, certification) = applied("minor");
    let cast = carried.bench.cast;
    carried.bench.change::<Audit>(carried.audit, |audit| {
        audit.team.retain(|member| member.person != cast.auditor);
        audit.people.retain(|person| *person != cast.auditor);
    });
    let review = json!({ "certification": certification, "audit": carried.audit.to_string(), "sufficient": true, "remarks": "Enough" });
    refused(carried.give(cast.auditor, "certification.review", review), &decide::DECISION_TEAM);
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
    let record = carried.bench.get::<Complaint>(complaint.parse().unwrap());
    assert_eq!(record.acknowledge_by, Some(record.received.plus_days(5)));
    let acknowledge = json!({ "complaint": complaint });
    carried.done(cast.manager, "complaint.acknowledge", acknowledge.clone());
    refused(
        carried.give(cast.manager, "complaint.acknowledge", acknowledge),
        &complaints::COMPLAINT_ACKNOWLEDGED,
    );
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
fn an_appeal_is_not_handled_by_whoever_reviewed_or_decided() {
    let (mut carried, finding, certification) = applied("minor");
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    carried.follow_up(&finding, "plan_accepted");
    let review =
        json!({ "certification": certification, "audit": audit, "sufficient": true, "remarks": "Enough" });
    carried.done(cast.reviewer, "certification.review", review);
    let refuse = decision(&carried, &certification, "refuse");
    carried.done(cast.decider, "certification.decide", refuse);
    let appeal = json!({ "kind": "appeal", "audit": audit, "from": "Conrad Contact", "text": "The evidence was there", "received": "2026-09-01" });
    let appeal = carried.done(cast.manager, "complaint.receive", appeal);
    for handler in [cast.reviewer, cast.decider] {
        let assign = json!({ "complaint": appeal, "handler": handler.to_string() });
        refused(carried.give(cast.manager, "complaint.assign", assign), &complaints::COMPLAINT_HANDLER);
    }
    let assign = json!({ "complaint": appeal, "handler": cast.handler.to_string() });
    carried.done(cast.manager, "complaint.assign", assign);
}

#[test]
fn a_stopped_audit_is_kept_for_the_time_of_the_policy_and_a_hold_protects_its_people() {
    let mut carried = Carried::conducting();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    carried.done(cast.leader, "audit.terminate", json!({ "audit": audit, "reason": "The auditee was sold" }));
    let erase = json!({ "scope": { "is": "audit", "audit": audit }, "authority": "Data protection officer", "reason": "Retention is over" });
    refused(carried.give(cast.manager, "record.erase", erase.clone()), &erase::ERASE_RETENTION);
    carried.done(
        cast.manager,
        "audit.hold",
        json!({ "audit": audit, "key": "court", "reason": "A dispute" }),
    );
    let person = json!({ "scope": { "is": "person", "person": cast.auditor.to_string() }, "authority": "x", "reason": "y" });
    refused(carried.give(cast.manager, "record.erase", person.clone()), &erase::ERASE_HOLD);
    carried.done(cast.manager, "audit.lift_hold", json!({ "audit": audit, "hold": "court" }));
    carried.done(cast.manager, "record.erase", person);
    carried.bench.pass_days(crate::policy::Policy::default().retention_days + 1);
    carried.done(cast.manager, "record.erase", erase);
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
