//! Findings and their follow-up: each step by who may take it, in its order.

use serde_json::{Value, json};

use super::{Finding, FindingState, compose, follow_up, overdue, respond};
use crate::auditee::Soa;
use crate::evidence::Evidence;
use crate::kernel::id::{AuditId, EvidenceId};
use crate::kernel::refusal::{Rule, Stop};
use crate::registry::Event;
use crate::testing::carry::Carried;
use crate::testing::{id, refused_at, refused_by, t};

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static Rule) {
    refused_by(result, rule);
}

fn with(mut body: Value, at: &str, value: Value) -> Value {
    *body.pointer_mut(at).unwrap_or_else(|| panic!("no {at}")) = value;
    body
}

#[test]
fn a_nonconformity_has_a_requirement_evidence_a_grade_and_papers() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    for (n, paper) in carried.papers().into_iter().enumerate() {
        carried.evaluate(paper, if n == 0 { "does_not_conform" } else { "conforms" });
    }
    let good = carried.nonconformity("minor");
    let conforming = carried.papers()[1].to_string();
    let cases = [
        ("/text/requirements", json!([]), &compose::NONCONFORMITY_REQUIREMENT),
        ("/text/objective_evidence", Value::Null, &compose::NONCONFORMITY_EVIDENCE),
        ("/text/grade", Value::Null, &compose::NONCONFORMITY_GRADE),
        ("/text/grade", json!("catastrophic"), &compose::NONCONFORMITY_GRADE),
        ("/text/papers", json!([]), &compose::FINDING_PAPER),
        ("/text/papers", json!([conforming]), &compose::NONCONFORMITY_PAPER),
        ("/text/requirements/0/criteria", json!("ISO 9001:2015"), &compose::FINDING_CRITERIA),
        ("/text/requirements/0/id", json!("A.5.1"), &compose::CONTROL_CLAUSE),
        ("/text/evidence/0", json!(id::<EvidenceId>(999).to_string()), &compose::FINDING_EVIDENCE),
        ("/text/kind", json!("opportunity_for_improvement"), &compose::NONCONFORMITY_DRESSED),
    ];
    for (at, value, rule) in cases {
        refused(carried.give(cast.auditor, "finding.draft", with(good.clone(), at, value)), rule);
    }
    // A control, whether of Annex A or of the auditee's own, breaches no clause by naming another control.
    let soa = cast.soa;
    carried.bench.change::<Soa>(soa, |soa| soa.rows[0].control = t("LM-7"));
    for control in ["LM-7", "A.8.9"] {
        let on_control = with(good.clone(), "/text/requirements/0/id", json!(control));
        let named = with(on_control.clone(), "/text/breaches", json!(["A.5.2"]));
        refused(carried.give(cast.auditor, "finding.draft", named), &compose::CONTROL_CLAUSE);
        let clause = with(on_control, "/text/breaches", json!(["8.1"]));
        carried.done(cast.auditor, "finding.draft", clause);
    }
    refused(carried.give(cast.contact, "finding.draft", good.clone()), &compose::FINDING_AUTHOR);
    let finding = carried.done(cast.auditor, "finding.draft", good);
    let raise = json!({ "finding": finding });
    carried.done(cast.leader, "finding.raise", raise.clone());
    refused(carried.give(cast.leader, "finding.raise", raise), &compose::FINDING_DRAFT);
}

#[test]
fn a_nonconformity_is_followed_from_its_answer_to_its_closure() {
    let (mut carried, finding) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    let evidence = carried.evidence.unwrap().to_string();
    let this = json!({ "finding": finding });
    let text = |text: &str| json!({ "finding": finding, "text": text, "evidence": [evidence] });
    refused(carried.give(cast.contact, "finding.correct", text("done")), &follow_up::FOLLOW_UP_ORDER);
    refused(carried.give(cast.auditor, "finding.acknowledge", this.clone()), &respond::RESPONSE_TEAM);
    carried.done(cast.contact, "finding.acknowledge", this.clone());
    refused(carried.give(cast.contact, "finding.acknowledge", this.clone()), &respond::RESPONSE_RAISED);
    refused(carried.give(cast.auditor, "finding.correct", text("done")), &follow_up::FOLLOW_UP_AUDITEE);
    carried.done(cast.contact, "finding.correct", text("A level was set"));
    carried.done(cast.contact, "finding.give_cause", text("Nobody was asked to set one"));
    let plan = json!({ "finding": finding, "text": "The method names who sets it", "owner": cast.contact.to_string(), "due": "2026-12-01" });
    refused_at(
        carried.give(cast.contact, "finding.plan_action", with(plan.clone(), "/due", json!("2026-08-01"))),
        &follow_up::ACTION_DUE,
        "/due",
    );
    carried.done(cast.contact, "finding.plan_action", plan.clone());
    refused(carried.give(cast.contact, "finding.accept_plan", this.clone()), &follow_up::FOLLOW_UP_AUDITOR);

    let reject = json!({ "finding": finding, "reason": "It does not say by when" });
    carried.done(cast.leader, "finding.reject_step", reject.clone());
    let stands = |carried: &Carried| carried.bench.get::<Finding>(finding.parse().unwrap()).state.clone();
    assert_eq!(stands(&carried), FindingState::CauseFound);
    carried.done(cast.contact, "finding.plan_action", plan);
    carried.done(cast.leader, "finding.accept_plan", this.clone());
    refused(carried.give(cast.leader, "finding.reject_step", reject), &follow_up::FOLLOW_UP_ORDER);

    let today = carried.bench.now.date();
    let record = |carried: &Carried| carried.bench.get::<Finding>(finding.parse().unwrap()).clone();
    assert!(overdue(&record(&carried), today).is_none());
    assert!(overdue(&record(&carried), today.plus_days(400)).is_some());
    let nothing = json!({ "finding": finding, "text": "done", "evidence": [] });
    refused(carried.give(cast.contact, "finding.implement", nothing.clone()), &follow_up::FOLLOW_UP_EVIDENCE);
    carried.done(cast.contact, "finding.implement", text("The method was changed"));
    refused(carried.give(cast.leader, "finding.verify", nothing), &follow_up::FOLLOW_UP_EVIDENCE);
    carried.done(cast.leader, "finding.verify", text("Seen in the method"));
    refused(
        carried.give(cast.leader, "finding.check_effectiveness", text("It works")),
        &follow_up::EFFECTIVENESS_DUE,
    );
    refused(carried.give(cast.leader, "finding.close", this.clone()), &follow_up::FOLLOW_UP_ORDER);
    carried.bench.pass_days(400);
    carried.done(cast.leader, "finding.check_effectiveness", text("Every risk of the year has a level"));
    carried.done(cast.leader, "finding.close", this);
    assert!(matches!(stands(&carried), FindingState::Closed { .. }));
    assert_eq!(record(&carried).rejections.len(), 1);
}

#[test]
fn follow_up_rests_on_evidence_of_the_same_audit() {
    let (mut carried, finding) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    carried.done(cast.contact, "finding.acknowledge", json!({ "finding": finding }));
    let evidence = carried.evidence.unwrap();
    let correct =
        json!({ "finding": finding, "text": "A level was set", "evidence": [evidence.to_string()] });
    let own = carried.audit;
    carried.bench.change::<Evidence>(evidence, |evidence| evidence.audit = id::<AuditId>(777));
    refused_at(
        carried.give(cast.contact, "finding.correct", correct.clone()),
        &follow_up::FOLLOW_UP_EVIDENCE,
        "/evidence/0",
    );
    carried.bench.change::<Evidence>(evidence, |evidence| evidence.audit = own);
    carried.done(cast.contact, "finding.correct", correct);
}

#[test]
fn a_dispute_is_kept_and_ruled_on_by_the_leader() {
    let (mut carried, finding) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    let uphold = json!({ "finding": finding, "reason": "The facts are not in dispute" });
    refused(carried.give(cast.leader, "finding.uphold", uphold.clone()), &respond::UPHELD_DISPUTED);
    carried.done(
        cast.contact,
        "finding.dispute",
        json!({ "finding": finding, "opinion": "It is an observation at most" }),
    );
    refused(carried.give(cast.auditor, "finding.uphold", uphold.clone()), &respond::UPHELD_BY);
    carried.done(cast.leader, "finding.uphold", uphold);
    let record = carried.bench.get::<Finding>(finding.parse().unwrap());
    assert_eq!(record.response.word(), "disputed");
    assert_eq!(
        record.upheld.as_ref().map(|ruling| ruling.reason.as_str()),
        Some("The facts are not in dispute")
    );
    assert_eq!(
        super::diverging_opinion(record).map(ToString::to_string).as_deref(),
        Some("It is an observation at most")
    );
}

#[test]
fn a_nonconformity_is_escalated_to_a_graver_grade_alone() {
    let (mut carried, finding) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    carried.done(cast.contact, "finding.acknowledge", json!({ "finding": finding }));
    let escalate = |grade: &str| json!({ "finding": finding, "grade": grade, "reason": "It came back" });
    refused_at(
        carried.give(cast.leader, "finding.escalate", escalate("minor")),
        &follow_up::ESCALATION_GRADE,
        "/grade",
    );
    let before = carried.bench.get::<Finding>(finding.parse().unwrap()).due.clone().unwrap();
    carried.done(cast.leader, "finding.escalate", escalate("major"));
    let after = carried.bench.get::<Finding>(finding.parse().unwrap()).due.clone().unwrap();
    assert!(after.plan < before.plan && after.implement < before.implement, "a graver grade is due sooner");
    refused_at(
        carried.give(cast.leader, "finding.escalate", escalate("minor")),
        &follow_up::ESCALATION_GRADE,
        "/grade",
    );
    let record = carried.bench.get::<Finding>(finding.parse().unwrap());
    assert_eq!(record.escalations.len(), 1);
}

#[test]
fn findings_are_made_in_their_time_and_withdrawn_before_the_report() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let early = carried.nonconformity("minor");
    refused(carried.give(cast.auditor, "finding.draft", early), &compose::FINDING_STATE);
    let (mut carried, finding) = Carried::reporting("minor");
    carried.issue();
    let withdraw = json!({ "finding": finding, "reason": "It rests on a mistake" });
    refused(carried.give(cast.auditor, "finding.withdraw", withdraw), &compose::FINDING_WITHDRAWN);
}

#[test]
fn only_nonconformities_are_followed_up_and_nobody_judges_their_own_action() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    for paper in carried.papers() {
        carried.evaluate(paper, "conforms");
    }
    let mut practice = carried.nonconformity("minor");
    for (field, value) in [("kind", json!("good_practice")), ("grade", Value::Null)] {
        practice["text"][field] = value;
    }
    let practice = carried.done(cast.auditor, "finding.draft", practice);
    carried.done(cast.leader, "finding.raise", json!({ "finding": practice }));
    let text = json!({ "finding": practice, "text": "done", "evidence": [] });
    refused(carried.give(cast.contact, "finding.correct", text), &follow_up::FOLLOW_UP_KIND);

    let (mut carried, finding) = Carried::reporting("minor");
    let this = json!({ "finding": finding });
    let text = json!({ "finding": finding, "text": "done", "evidence": [] });
    carried.done(cast.contact, "finding.acknowledge", this.clone());
    carried.done(cast.contact, "finding.correct", text.clone());
    carried.done(cast.contact, "finding.give_cause", text);
    let plan = json!({ "finding": finding, "text": "do it", "owner": cast.manager.to_string(), "due": "2026-12-01" });
    carried.done(cast.contact, "finding.plan_action", plan);
    refused(carried.give(cast.manager, "finding.accept_plan", this.clone()), &follow_up::FOLLOW_UP_OWNER);
    carried.done(cast.leader, "finding.accept_plan", this);
}
