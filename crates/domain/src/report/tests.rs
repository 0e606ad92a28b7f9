//! Reports: drafted, reviewed, approved, issued, acknowledged, amended; each step by who may take it.

use serde_json::{Value, json};

use super::{Report, ReportState, assemble, lifecycle};
use crate::audit::{Audit, DocumentConcern, ScopeChange};
use crate::evidence::{Evidence, Paper, Requirement};
use crate::kernel::refusal::Stop;
use crate::registry::Event;
use crate::report_content::{CHECKLIST, ReportContent, Rule};
use crate::testing::carry::Carried;
use crate::testing::{CRITERIA, id, period, refused_by, t, whole};
use crate::words::AuditType;

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static crate::kernel::refusal::Rule) {
    refused_by(result, rule);
}

#[test]
fn a_report_is_written_by_the_team_after_fieldwork() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let early = carried.report();
    refused(carried.give(cast.leader, "report.draft", early), &lifecycle::REPORT_STATE);
    let (mut carried, _) = Carried::reporting("minor");
    let draft = carried.report();
    refused(carried.give(cast.contact, "report.draft", draft.clone()), &lifecycle::REPORT_AUTHOR);
    for (item, text) in [("audit_report.lunch", json!("x")), ("audit_report.plan", Value::Null)] {
        let mut bad = draft.clone();
        bad["items"] = json!([{ "item": item, "text": text }]);
        refused(carried.give(cast.leader, "report.draft", bad), &lifecycle::REPORT_ITEM);
    }
    carried.done(cast.leader, "report.draft", draft.clone());
    refused(carried.give(cast.leader, "report.draft", draft), &lifecycle::REPORT_ONE);
}

#[test]
fn what_is_approved_is_what_was_reviewed_and_what_stands() {
    let (mut carried, _) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    let mut draft = carried.report();
    draft["distribution"] = json!([]);
    let report = carried.done(cast.leader, "report.draft", draft.clone());
    let body = |content: String| json!({ "report": report, "content": content });
    let content = carried.content(&report);
    refused(carried.give(cast.leader, "report.approve", body(content.clone())), &lifecycle::REPORT_REVIEWED);
    refused(carried.give(cast.leader, "report.review", body(content.clone())), &lifecycle::REPORT_REVIEWER);
    refused(carried.give(cast.stranger, "report.review", body(content.clone())), &lifecycle::REPORT_REVIEWER);
    refused(carried.give(cast.reviewer, "report.review", body("ab".repeat(32))), &lifecycle::REPORT_CONTENT);
    carried.done(cast.reviewer, "report.review", body(content));
    let content = carried.content(&report);
    // Nobody is on the distribution list: an item of the checklist is missing.
    refused(carried.give(cast.leader, "report.approve", body(content)), &lifecycle::REPORT_CHECKLIST);

    let good = carried.report();
    let edit = json!({ "report": report, "items": good["items"], "distribution": good["distribution"], "whole_papers": false });
    carried.done(cast.auditor, "report.edit", edit.clone());
    let content = carried.content(&report);
    refused(carried.give(cast.auditor, "report.review", body(content.clone())), &lifecycle::REPORT_REVIEWER);
    carried.done(cast.reviewer, "report.review", body(content));
    let content = carried.content(&report);
    refused(carried.give(cast.auditor, "report.approve", body(content.clone())), &lifecycle::REPORT_APPROVER);
    let issue = json!({ "report": report, "pdf": "ef".repeat(32) });
    refused(carried.give(cast.leader, "report.issue", issue.clone()), &lifecycle::REPORT_APPROVED);
    carried.done(cast.leader, "report.approve", body(content));
    refused(carried.give(cast.leader, "report.edit", edit), &lifecycle::REPORT_DRAFT);
    let read = json!({ "report": report, "person": cast.client.to_string() });
    refused(carried.give(cast.client, "report.acknowledge", read.clone()), &lifecycle::REPORT_ISSUED);
    let seal = json!({ "report": report });
    refused(carried.give(cast.manager, "report.seal", seal.clone()), &lifecycle::REPORT_ISSUED);
    carried.done(cast.leader, "report.issue", issue);
    refused(carried.give(cast.manager, "report.seal", seal.clone()), &lifecycle::REPORT_SEALED);
    carried.bench.cipher = Some("cd".repeat(32).parse().unwrap());
    carried.done(cast.manager, "report.seal", seal.clone());
    assert!(carried.give(cast.manager, "report.seal", seal).unwrap().is_empty(), "it is said once");
    carried.bench.cipher = None;
    let other = json!({ "report": report, "person": cast.stranger.to_string() });
    refused(carried.give(cast.stranger, "report.acknowledge", other), &lifecycle::REPORT_RECIPIENT);
    carried.done(cast.client, "report.acknowledge", read);
    assert_eq!(carried.audit().report.map(|id| id.to_string()), Some(report));
}

#[test]
fn an_issued_report_is_amended_by_a_new_version_with_its_reason() {
    let (mut carried, _) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    let first = carried.issue();
    let again = carried.report();
    refused(carried.give(cast.leader, "report.draft", again.clone()), &lifecycle::REPORT_ONE);
    let mut amended = again;
    amended["amends_why"] = json!("A date was wrong");
    let second = carried.done(cast.leader, "report.draft", amended);
    let body = |content: String| json!({ "report": second, "content": content });
    let content = carried.content(&second);
    carried.done(cast.reviewer, "report.review", body(content));
    let content = carried.content(&second);
    carried.done(cast.leader, "report.approve", body(content));
    carried.done(cast.leader, "report.issue", json!({ "report": second, "pdf": "12".repeat(32) }));
    let state = |id: &str| carried.bench.get::<Report>(id.parse().unwrap()).state.clone();
    assert!(matches!(state(&first), ReportState::Replaced { .. }));
    assert!(matches!(state(&second), ReportState::Issued { .. }));
}

#[test]
fn content_is_the_same_for_everybody_and_survives_its_bytes() {
    let (mut carried, _) = Carried::reporting("minor");
    let draft = carried.report();
    let report = carried.done(carried.bench.cast.leader, "report.draft", draft);
    let content = super::content(&carried.bench.world, report.parse().unwrap()).unwrap();
    let again: ReportContent = serde_json::from_slice(&content.canonical_bytes()).unwrap();
    assert_eq!((again.digest(), again.findings.len()), (content.digest(), 1));
    assert_eq!(content.checklist().len(), 0, "{:#?}", content.checklist());
    assert_eq!(content.tests.len(), 3);
    assert_eq!(content.previous.map(|previous| previous.len()), Some(0), "there is no earlier audit");
}

#[test]
fn a_test_that_serves_two_sets_stands_under_each_and_has_its_paper_once() {
    let (mut carried, _) = Carried::reporting("minor");
    let paper = carried.papers()[0];
    carried.bench.change::<Paper>(paper, |paper| {
        for id in ["1", "2"] {
            paper.requirements.push(Requirement { criteria: t("Yard rules:2026"), id: t(id) });
        }
    });
    let mut draft = carried.report();
    draft["whole_papers"] = json!(true);
    let report = carried.done(carried.bench.cast.leader, "report.draft", draft);
    let content = super::content(&carried.bench.world, report.parse().unwrap()).unwrap();
    assert_eq!(content.tests.len(), 4);
    let [yard] = content
        .tests
        .iter()
        .filter(|test| test.requirement.criteria == "Yard rules:2026")
        .collect::<Vec<_>>()[..]
    else {
        panic!("{:#?}", content.tests)
    };
    assert_eq!(yard.requirement.id, "1, 2");
    let twin = content
        .tests
        .iter()
        .find(|test| test.id == yard.id && test.requirement.criteria == CRITERIA)
        .unwrap();
    assert_eq!((twin.paper.is_some(), yard.paper.is_some()), (true, false));
    assert_eq!(twin.evaluation, yard.evaluation);
}

#[test]
fn a_review_of_documents_judges_nothing_and_says_nothing_of_how_the_audit_was_carried_out() {
    for mut carried in [Carried::prepared(), Carried::reporting("minor").0] {
        let taken = carried.evidence.unwrap();
        let review = carried.audit().document_review.clone().unwrap();
        carried.bench.change::<Audit>(carried.audit, |audit| {
            audit.window = period("2027-03-01", Some("2027-03-31"));
            let stamp = review.stamp.clone();
            let concern = DocumentConcern {
                requirement: Some(Requirement { criteria: t(CRITERIA), id: t("6.1.2") }),
                document: Some(taken),
                missing: t("The method names no level of acceptance"),
                consequence: t("Looked at with the risk owners"),
            };
            audit.document_review.as_mut().unwrap().concerns.push(concern);
            audit.scope_changes.push(ScopeChange {
                key: t("people"),
                what: t("The unit People is added"),
                reason: t("Leavers keep access"),
                scope: t("IT and People"),
                part: whole(audit.auditee),
                proposed: stamp.clone(),
                manager: Some(stamp.clone()),
                client: Some(stamp.clone()),
                told: Some(stamp),
            });
        });
        carried.bench.pass_days(30);
        let mut later = carried.bench.get::<Evidence>(taken).clone();
        later.id = id(700);
        later.custody[0].stamp.at = carried.bench.now;
        carried.bench.put(later);
        let content = super::document_review(&carried.bench.world, carried.audit, Vec::new()).unwrap();
        assert!(!content.judges() && content.findings.is_empty());
        assert!(!content.objectives.is_empty());
        assert_eq!((content.sessions.len(), content.scope_changes.len(), content.locations.len()), (0, 0, 0));
        let reviewed = review.stamp.at.date().to_string();
        assert_eq!((&content.period.from, &content.period.to), (&reviewed, &reviewed));
        assert_eq!(content.methods.duration, None);
        assert_eq!(content.evidence.len(), 1, "what was taken in after the review was no matter of it");
        let concerns = &content.document_review.as_ref().unwrap().concerns;
        assert_eq!(concerns.len(), 1);
        assert_eq!(concerns[0].document.as_deref(), Some("risk-method.md"));
        assert_eq!(concerns[0].requirement.as_ref().map(|about| about.id.as_str()), Some("6.1.2"));
        assert_eq!(content.checklist(), vec![]);
    }
}

#[test]
fn a_report_is_made_of_an_audit_that_was_initiated() {
    let carried = Carried::opened();
    let review = super::document_review(&carried.bench.world, carried.audit, Vec::new());
    refused_by(review, &assemble::REPORT_INITIATED);
}

#[test]
fn a_certification_report_compares_with_earlier_audits_where_the_type_follows_some() {
    for &audit_type in AuditType::ALL {
        let (mut carried, _) = Carried::reporting("minor");
        let draft = carried.report();
        let report = carried.done(carried.bench.cast.leader, "report.draft", draft);
        carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = audit_type);
        let content = super::content(&carried.bench.world, report.parse().unwrap()).unwrap();
        let lacks: Vec<&str> = content.checklist().iter().map(|item| item.id).collect();
        for item in
            CHECKLIST.iter().filter(|item| matches!(item.rule, Rule::Certification | Rule::Comparison))
        {
            // The Statement of Applicability is named; everything else of certification is yet to be written.
            let lacking = item.is_asked_of(audit_type) && item.id != "audit_report.certification_soa";
            assert_eq!(lacks.contains(&item.id), lacking, "{audit_type} {}", item.id);
        }
    }
}

#[test]
fn a_disputed_finding_stands_in_the_report_with_the_opinion_and_the_ruling() {
    let (mut carried, finding) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    let dispute = json!({ "finding": finding, "opinion": "It is an observation at most" });
    carried.done(cast.contact, "finding.dispute", dispute);
    let draft = carried.report();
    let report = carried.done(cast.leader, "report.draft", draft);
    let team = |carried: &Carried| {
        let content = super::content(&carried.bench.world, report.parse().unwrap()).unwrap();
        content.diverging_opinions.unwrap()[0].team.clone()
    };
    assert!(team(&carried).contains("not ruled"));
    let uphold = json!({ "finding": finding, "reason": "The facts are not in dispute" });
    carried.done(cast.leader, "finding.uphold", uphold);
    assert_eq!(team(&carried), "The facts are not in dispute");
}
