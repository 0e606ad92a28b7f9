//! The pages of the report, before there is one: what they say is to come first, and what they refuse. How a report is written, reviewed,
//! approved and issued on them is played in a browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use assize_domain::kernel::datum::Datum as _;
use harness::visitor::{Page, Visitor};
use harness::{Served, served};
use serde_json::json;

/// An audit that was opened, and the manager of its programme.
async fn audit(served: &Served) -> (String, String) {
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let manager = served.person("Moira").await;
    let by = [("x-on-behalf-of", manager.as_str())];
    let auditee = json!({ "name": "Works", "kind": "own", "units": [], "sites": [], "processes": [],
        "contacts": [{ "person": manager, "function": "Head" }] });
    let auditee = served.act("auditee.register", &auditee, &by).await.subject();
    let part = json!({ "auditee": auditee, "units": [], "sites": [], "processes": [] });
    let criteria = json!(["ISO/IEC 27001:2022+A1:2024"]);
    let mut text =
        json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
    let programme = served.act("programme.draft", &text, &by).await.subject();
    text["objectives"] =
        json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
    text["extent"] = json!({ "text": "all", "criteria": criteria, "auditees": [part] });
    text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2, "consequence": 2,
        "treatment": "begin early", "owner": manager }]);
    text["roles"] = json!([{ "person": manager, "role": "manager", "competence": "ten years" },
        { "person": manager, "role": "approver", "competence": "ten years" }]);
    text["policy"] = assize_domain::policy::Policy::default().to_json();
    served.act("programme.edit", &json!({ "programme": programme, "text": text }), &by).await.subject();
    let outline = json!({ "title": "Audit of the works", "audit_type": "internal", "part": part, "criteria": criteria,
        "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
        "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
    let planned = json!({ "programme": programme, "outline": outline });
    let planned = served.act("planned_audit.plan", &planned, &by).await.subject();
    served.act("programme.establish", &json!({ "programme": programme }), &by).await.subject();
    served.act("programme.begin", &json!({ "programme": programme }), &by).await.subject();
    let audit = served.act("audit.open", &json!({ "planned": planned }), &by).await.subject();
    (audit, manager)
}

#[tokio::test]
async fn an_audit_without_a_report_says_what_is_to_come_first() {
    let served = served().await;
    let (audit, manager) = audit(&served).await;
    let visitor = Visitor::enter(&served, Some(&manager)).await;
    let Page { status, text: page, .. } = visitor.get(&format!("/audits/{audit}/report")).await;
    assert_eq!(status, 200, "{page}");
    for said in [
        "Draw the audit conclusions",
        "ISO 19011:2018 6.4.9",
        "There is no report yet",
        "Report: Audit of the works",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("<iframe"), "there is nothing to preview");
    let Page { status, text: page, .. } = visitor.get(&format!("/audits/{audit}/report/compare")).await;
    assert_eq!((status, page.contains("There is one version at most")), (200, true));
}

#[tokio::test]
async fn a_report_that_is_written_too_early_is_refused_and_rows_nobody_filled_in_are_left_out() {
    let served = served().await;
    let (audit, _) = audit(&served).await;
    // Who manages the programme writes no report; the operator may give every command.
    let visitor = Visitor::enter(&served, None).await;
    let Page { status, text: page, .. } = visitor.get(&format!("/audits/{audit}/report/write")).await;
    assert_eq!(status, 200);
    assert!(page.contains("name=\"spare\" value=\"/items item\"") && page.contains("Moira"), "{page}");
    let before = served.store.head_seq().await.unwrap();
    let fields = [
        ("spare", "/items item"),
        ("/audit", audit.as_str()),
        ("/items/0/item", "audit_report.objectives"),
        ("/items/0/text", " "),
        ("/items/1/item", "audit_report.summary"),
        ("/items/1/text", "All is well."),
        ("/distribution/0/person", ""),
        ("/distribution/0/function", ""),
        ("/whole_papers", "false"),
    ];
    let Page { status, text: page, .. } = visitor.post("/do/report.draft", &fields).await;
    assert_eq!((status, served.store.head_seq().await.unwrap()), (422, before));
    assert!(page.contains("Nothing was saved; what you typed is still here."), "{page}");
    assert!(page.contains("All is well.") && !page.contains("audit_report.objectives"), "{page}");
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let served = served().await;
    let (_, manager) = audit(&served).await;
    let visitor = Visitor::enter(&served, Some(&manager)).await;
    let missing = "019f36a9-b740-7ab4-92f0-63d18f3f0000";
    for path in [
        "/audits/ID/report",
        "/audits/ID/report/write",
        "/audits/ID/report/compare",
        "/reports/ID",
        "/reports/ID/issue",
        "/reports/ID/preview.pdf",
        "/reports/ID/report.pdf",
        "/reports/x/preview.pdf",
    ] {
        let Page { status, .. } = visitor.get(&path.replace("ID", missing)).await;
        assert_eq!(status, 404, "{path}");
    }
    let Page { status, .. } = visitor.post(&format!("/reports/{missing}/issue"), &[("version", "1")]).await;
    assert_eq!(status, 404);
}
