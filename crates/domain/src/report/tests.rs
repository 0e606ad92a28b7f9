//! Reports: drafted, reviewed, approved, issued, acknowledged, amended; each step by who may take it.

use serde_json::{Value, json};

use super::{Report, ReportState, lifecycle};
use crate::kernel::refusal::{Rule, Stop};
use crate::registry::Event;
use crate::report_content::ReportContent;
use crate::testing::carry::Carried;
use crate::testing::refused_by;

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static Rule) {
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
    refused(carried.give(cast.reviewer, "report.review", body("ab".repeat(32))), &lifecycle::REPORT_CONTENT);
    carried.done(cast.reviewer, "report.review", body(content));
    let content = carried.content(&report);
    // Nobody is on the distribution list: an item of the checklist is missing.
    refused(carried.give(cast.leader, "report.approve", body(content)), &lifecycle::REPORT_CHECKLIST);

    let good = carried.report();
    let edit = json!({ "report": report, "items": good["items"], "distribution": good["distribution"], "whole_papers": false });
    carried.done(cast.leader, "report.edit", edit.clone());
    let content = carried.content(&report);
    carried.done(cast.reviewer, "report.review", body(content));
    let content = carried.content(&report);
    refused(carried.give(cast.auditor, "report.approve", body(content.clone())), &lifecycle::REPORT_APPROVER);
    let issue = json!({ "report": report, "pdf": "ef".repeat(32) });
    refused(carried.give(cast.leader, "report.issue", issue.clone()), &lifecycle::REPORT_APPROVED);
    carried.done(cast.leader, "report.approve", body(content));
    refused(carried.give(cast.leader, "report.edit", edit), &lifecycle::REPORT_DRAFT);
    let read = json!({ "report": report, "person": cast.client.to_string() });
    refused(carried.give(cast.client, "report.acknowledge", read.clone()), &lifecycle::REPORT_ISSUED);
    carried.done(cast.leader, "report.issue", issue);
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
}

#[test]
fn a_review_of_documents_judges_nothing() {
    for carried in [Carried::prepared(), Carried::reporting("minor").0] {
        let content = super::document_review(&carried.bench.world, carried.audit, Vec::new()).unwrap();
        assert!(!content.judges() && content.findings.is_empty());
        assert!(!content.objectives.is_empty() && content.document_review.is_some());
    }
}
