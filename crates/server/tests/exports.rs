//! Audits as files of other programs, by the API.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use assize_domain::kernel::datum::Datum as _;
use harness::visitor::Visitor;
use harness::{Served, served};
use serde_json::{Value, json};

struct House {
    programme: String,
    audit: String,
    soa: String,
}

/// An audit that was opened, in a programme, of an auditee with a Statement of Applicability.
async fn house(served: &Served) -> House {
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let manager = served.person("Moira").await;
    let by = [("x-on-behalf-of", manager.as_str())];
    let auditee = json!({ "name": "Works", "kind": "own", "units": [], "sites": [], "processes": [],
        "contacts": [{ "person": manager, "function": "Head" }] });
    let auditee = served.act("auditee.register", &auditee, &by).await.subject();
    let part = json!({ "auditee": auditee, "units": [], "sites": [], "processes": [] });
    let criteria = json!(["ISO/IEC 27001:2022+A1:2024"]);
    let soa = json!({ "auditee": auditee, "label": "SoA 1", "dated": "2026-05-01", "criteria": criteria[0], "rows": [
        { "control": "A.5.1", "necessary": true, "why": "=Law", "implemented": "implemented" }] });
    let soa = served.act("soa.enter", &soa, &by).await.subject();
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
    House { programme, audit, soa }
}

#[tokio::test]
async fn every_file_that_is_named_can_be_had() {
    let served = served().await;
    let House { programme, audit, soa } = house(&served).await;
    for (path, names) in [
        (format!("/audits/{audit}"), assize_server::exports::OF_AUDIT),
        (format!("/programmes/{programme}"), assize_server::exports::OF_PROGRAMME),
        (format!("/statements-of-applicability/{soa}"), assize_server::exports::OF_STATEMENT),
    ] {
        for name in names {
            let answer = served.get(&format!("{path}/files/{name}")).await;
            assert_eq!(answer.status, 200, "{name}: {:#}", answer.json);
            let saved = format!("attachment; filename=\"{name}\"");
            assert_eq!(answer.header("content-disposition"), Some(saved.as_str()));
            let begins: &[u8] = match name.rsplit('.').next().unwrap() {
                "xlsx" => b"PK",
                "ics" => b"BEGIN:VCALENDAR\r\n",
                "json" => b"{",
                _ => b"",
            };
            assert!(answer.bytes.starts_with(begins), "{name}");
        }
        let answer = served.get(&format!("{path}/files/everything.doc")).await;
        assert_eq!(answer.status, 404);
        let detail = answer.json["detail"].as_str().unwrap();
        assert!(names.iter().all(|name| detail.contains(name)), "{detail}");
    }
    let csv = served.get(&format!("/statements-of-applicability/{soa}/files/statement.csv")).await;
    let text = String::from_utf8(csv.bytes.to_vec()).unwrap();
    assert_eq!(
        text,
        format!(
            "control,title,necessary,why,implemented,why_excluded,statement_id,version\r\nA.5.1,,yes,'=Law,Implemented,,{soa},1\r\n"
        )
    );
}

#[tokio::test]
async fn a_file_of_what_is_not_there_is_not_there_either() {
    let served = served().await;
    let House { audit, .. } = house(&served).await;
    let other = "01900000-0000-7000-8000-000000000001";
    for path in [
        format!("/audits/{other}/files/audit.xlsx"),
        format!("/audits/{other}/files/papers.csv"),
        format!("/audits/{other}/files/plan-of-action.json"),
        format!("/programmes/{other}/files/schedule.ics"),
        format!("/programmes/{audit}/files/schedule.csv"),
        format!("/statements-of-applicability/{other}/files/profile.json"),
    ] {
        assert_eq!(served.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn headings_are_in_the_language_that_is_asked_for_and_keys_are_not() {
    let served = served().await;
    let House { programme, .. } = house(&served).await;
    let bearer = format!("Bearer {}", served.token);
    let path = |name: &str| format!("/api/v1/programmes/{programme}/files/{name}");
    let german = [("authorization", bearer.as_str()), ("accept-language", "de-AT, en;q=0.5")];
    let lines = served.send("GET", &path("schedule.jsonl"), &german, "").await;
    let line: Value = serde_json::from_slice(&lines.bytes).unwrap();
    assert_eq!(line["title"], "Audit of the works");
    assert_eq!(line["audit_type"], "Internes Audit");
    let calendar = served.send("GET", &path("schedule.ics"), &german, "").await;
    assert!(String::from_utf8_lossy(&calendar.bytes).contains("SUMMARY:Audit: Audit of the works\r\n"));
}

#[tokio::test]
async fn a_page_lists_every_file_and_each_can_be_saved_there() {
    let served = served().await;
    let House { programme, audit, soa } = house(&served).await;
    let visitor = Visitor::operator(&served).await;
    for (path, names) in [
        (format!("/audits/{audit}"), assize_server::exports::OF_AUDIT),
        (format!("/programmes/{programme}"), assize_server::exports::OF_PROGRAMME),
        (format!("/statements/{soa}"), assize_server::exports::OF_STATEMENT),
    ] {
        let page = visitor.get(&format!("{path}/files")).await;
        for name in names {
            page.says(&[&format!("href=\"{path}/files/{name}\" download")]);
            assert_eq!(visitor.get(&format!("{path}/files/{name}")).await.status, 200, "{name}");
        }
        assert_eq!(visitor.get(&format!("{path}/files/other.xlsx")).await.status, 404);
    }
    visitor.get(&format!("/audits/{audit}/files")).await.says(&[&format!("/audits/{audit}/dossier")]);
}
