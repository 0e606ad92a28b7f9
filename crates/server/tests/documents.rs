//! Documents of an audit and profiles of auditors, by the API and on the pages; the organization's own Word files as templates.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

#[path = "harness/audit.rs"]
mod audit;
mod harness;

use assize_server::documents::{DOCUMENTS_OF_AUDIT, DOCUMENTS_OF_PERSON};
use audit::Opened;
use harness::visitor::Visitor;
use harness::{Served, served};
use serde_json::json;

/// Somebody who audits and does not lead.
async fn auditor(served: &Served, opened: &Opened) -> String {
    let auditor = served.person("Otto Auditor").await;
    let own = [("x-on-behalf-of", auditor.as_str())];
    let course = json!({ "person": auditor, "credential": { "key": "course", "kind": "training", "area": "isms", "title": "Auditor",
        "issuer": "A school", "period": { "from": "2020-01-01", "to": null }, "amount": 40 } });
    served.act("credential.add", &course, &[]).await.subject();
    served.act("code.accept", &json!({ "person": auditor, "code": "assize code 1" }), &own).await.subject();
    let interests = json!({ "person": auditor, "auditee": null, "text": "None.", "interests": false });
    served.act("interests.declare", &interests, &own).await.subject();
    let appoint = json!({ "audit": opened.audit, "person": auditor, "role": "auditor" });
    let by = [("x-on-behalf-of", opened.manager.as_str())];
    served.act("audit.appoint", &appoint, &by).await.subject();
    auditor
}

#[tokio::test]
async fn every_document_that_is_named_can_be_had() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    for (path, names) in [
        (format!("/audits/{}", opened.audit), DOCUMENTS_OF_AUDIT),
        (format!("/people/{}", opened.leader), DOCUMENTS_OF_PERSON),
    ] {
        for name in names {
            let answer = served.get(&format!("{path}/files/{name}")).await;
            assert_eq!(answer.status, 200, "{name}: {:#}", answer.json);
            let saved = format!("attachment; filename=\"{name}\"");
            assert_eq!(answer.header("content-disposition"), Some(saved.as_str()));
            let begins: &[u8] = if name.ends_with(".pdf") { b"%PDF-" } else { b"PK" };
            assert!(answer.bytes.starts_with(begins), "{name}");
        }
        let answer = served.get(&format!("{path}/files/other.docx")).await;
        assert_eq!(answer.status, 404);
        let detail = answer.json["detail"].as_str().unwrap();
        assert!(names.iter().all(|name| detail.contains(name)), "{detail}");
    }
    for name in ["nonconformity-9.pdf", "nonconformity-x.pdf", "nonconformity-.docx"] {
        let answer = served.get(&format!("/audits/{}/files/{name}", opened.audit)).await;
        assert!(matches!(answer.status, 404 | 409), "{name}: {}", answer.status);
    }
}

#[tokio::test]
async fn the_page_offers_each_document_and_says_what_template_it_is_made_of() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let visitor = Visitor::operator(&served).await;
    let path = format!("/audits/{}/files", opened.audit);
    let page = visitor.get(&path).await;
    for name in DOCUMENTS_OF_AUDIT {
        page.says(&[&format!("href=\"{path}/{name}\" download")]);
        assert_eq!(visitor.get(&format!("{path}/{name}")).await.status, 200, "{name}");
    }
    let person = visitor.get(&format!("/people/{}", opened.leader)).await;
    person.says(&["/files/profile.pdf\" download", "/files/profile.docx\" download"]);
}

#[tokio::test]
async fn who_audits_takes_plan_and_agendas_out_and_others_take_nothing() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let auditor = auditor(&served, &opened).await;
    let auditor = Visitor::enter(&served, Some(&auditor)).await;
    let path = |name: &str| format!("/audits/{}/files/{name}", opened.audit);
    for (name, expected) in [
        ("plan.docx", 200),
        ("opening-meeting.pdf", 200),
        ("nonconformities.pdf", 403),
        ("corrective-actions.docx", 403),
    ] {
        assert_eq!(auditor.get(&path(name)).await.status, expected, "{name}");
    }
    let stranger = served.person("Stranger").await;
    let stranger = Visitor::enter(&served, Some(&stranger)).await;
    for name in DOCUMENTS_OF_AUDIT {
        assert_eq!(stranger.get(&path(name)).await.status, 404, "{name}");
    }
    // What the register holds of somebody is theirs and the managers'.
    let profile = format!("/people/{}/files/profile.docx", opened.leader);
    assert!(matches!(stranger.get(&profile).await.status, 403 | 404));
    assert!(matches!(auditor.get(&profile).await.status, 403 | 404));
    let leader = Visitor::enter(&served, Some(&opened.leader)).await;
    assert_eq!(leader.get(&profile).await.status, 200);
}

#[tokio::test]
async fn a_template_is_sent_looked_at_chosen_and_filled() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let manager = Visitor::enter(&served, Some(&opened.manager)).await;
    let page = manager.get("/settings/templates").await;
    page.says(&["There is none yet"]);
    let fields = [("kind", "plan"), ("name", "House plan")];
    // The placeholders of each kind of document, with what each stands for and those within a list.
    let names = manager.get("/settings/templates?names=plan").await;
    names.says(&[
        "{{plan.<wbr>reason}}",
        "why this version replaces the one before",
        "{{#sessions}}",
        "{{zone}}",
    ]);
    assert!(!names.text.contains("{{meeting."), "{}", names.text);
    assert!(names.text.len() < 100_000, "{}", names.text.len());
    manager.get("/settings/templates?names=closing_meeting").await.says(&["{{meeting.<wbr>minutes}}"]);
    let wrong = manager.upload("/settings/templates", &fields, ("plan.docx", b"unknown")).await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["audit.titel", "audit.title", "paragraph 12", "value=\"House plan\""]);
    for file in [b"macro".as_slice(), b"no word file"] {
        let wrong = manager.upload("/settings/templates", &fields, ("plan.docx", file)).await;
        assert_eq!(wrong.status, 422);
    }
    let done = manager.upload("/settings/templates", &fields, ("plan.docx", b"template one")).await;
    assert!(done.to().starts_with("/settings/templates?done=template.adopt"), "{}", done.to());
    let page = manager.get("/settings/templates").await;
    page.says(&["House plan", "Version 1"]);
    let templates = served.get("/records/template").await;
    let template = templates.json["items"][0]["id"].as_str().unwrap().to_owned();
    let file = served.get(&format!("/organization/templates/{template}")).await;
    assert_eq!((file.status, file.bytes.as_ref()), (200, b"template one".as_slice()));

    let path = format!("/audits/{}/files/plan.docx", opened.audit);
    assert!(!String::from_utf8_lossy(&served.get(&path).await.bytes).contains("template one"));
    let choose = json!({ "audit": opened.audit, "kind": "plan", "template": template });
    served.act("template.choose", &choose, &[("x-on-behalf-of", opened.leader.as_str())]).await.subject();
    assert!(String::from_utf8_lossy(&served.get(&path).await.bytes).starts_with("PK in template one"));
    let list = manager.get(&format!("/audits/{}/files", opened.audit)).await;
    list.says(&["House plan, version 1", "action=\"/do/template.choose\""]);
    // The page gives up the choice, and takes it up again.
    for (wanted, filled) in [("", false), (template.as_str(), true)] {
        let page = manager.get(&format!("/audits/{}/files", opened.audit)).await;
        let fields = page.controls("/do/template.choose");
        let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let fields: Vec<(&str, &str)> = fields.chain([("/template", wanted)]).collect();
        let done = manager.post("/do/template.choose", &fields).await;
        assert!(done.to().starts_with(&format!("/audits/{}/files", opened.audit)), "{}", done.to());
        let made = served.get(&path).await;
        assert_eq!(String::from_utf8_lossy(&made.bytes).starts_with("PK in template one"), filled);
    }

    // By the API: looked at, kept and adopted in one; under the same name it is the next version, and the audit keeps its own.
    let send = |file: &'static str| {
        served.post(
            "/organization/templates?kind=plan&name=House%20plan",
            "application/octet-stream",
            &[],
            file,
        )
    };
    assert_eq!(send("template two").await.status, 200);
    assert!(String::from_utf8_lossy(&served.get(&path).await.bytes).starts_with("PK in template one"));
    let refused = send("macro").await;
    assert_eq!((refused.status, &refused.json["refusals"][0]["rule"]), (409, &json!("template.file")));
    // A file that was not sent to be looked at is none that an act can name.
    let adopt = json!({ "kind": "plan", "name": "Other", "sha256": "ab".repeat(32), "bytes": 12 });
    assert_ne!(served.act("template.adopt", &adopt, &[]).await.status, 200);
    // Who keeps nothing of the house sends nothing.
    let auditor = auditor(&served, &opened).await;
    let auditor = Visitor::enter(&served, Some(&auditor)).await;
    auditor.get("/settings/templates").await.says(&["House plan"]);
    let sent = auditor.upload("/settings/templates", &fields, ("plan.docx", b"template three")).await;
    assert_eq!(sent.status, 403);
}
