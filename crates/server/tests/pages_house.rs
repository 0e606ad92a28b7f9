//! What is the organization's own on pages and documents: its logo and letterhead, its texts; and forms that stay light.

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

use audit::Opened;
use harness::served;
use harness::visitor::{Visitor, unescaped};
use serde_json::json;

const ORGANIZATION: &str = "00000000-0000-0000-0000-000000000000";

#[tokio::test]
async fn a_logo_is_sent_looked_at_and_shown_beside_the_name() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    visitor.get("/settings/letterhead").await.says(&["The auditing organization has no name yet"]);
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    assert_eq!(visitor.get("/organization/logo").await.status, 404);
    let page = visitor.get("/settings/letterhead").await;
    let version = page.hidden("version");
    let fields = [
        ("version", version.as_str()),
        ("accent", "#1f4e5f"),
        ("address", "Fern Hill 1"),
        ("footer", "Registered"),
    ];
    let done = visitor.upload("/settings/letterhead", &fields, ("logo.svg", b"logo")).await;
    assert!(done.to().starts_with("/settings/letterhead?done=organization.set_letterhead"), "{}", done.to());
    let page = visitor.get("/settings/letterhead").await;
    page.says(&["Fern Hill 1", "SVG, 400 × 100", "#1f4e5f"]);
    // It stands beside the name on every page, at an address that changes with the file.
    page.says(&["/organization/logo?v=", "<span>Fernhill</span>"]);
    let logo = visitor.get("/organization/logo").await;
    assert_eq!((logo.status, logo.text.as_str()), (200, "logo"));
    assert_eq!(logo.header("content-type"), "image/svg+xml");
    assert!(logo.header("content-security-policy").contains("sandbox"));

    // What is left as it is keeps the logo; what is ticked takes it away.
    let version = page.hidden("version");
    visitor
        .upload("/settings/letterhead", &[("version", &version), ("footer", "Other")], ("", b""))
        .await
        .to();
    assert_eq!(visitor.get("/organization/logo").await.status, 200);
    let version = visitor.get("/settings/letterhead").await.hidden("version");
    visitor.upload("/settings/letterhead", &[("version", &version), ("no_logo", "1")], ("", b"")).await.to();
    assert_eq!(visitor.get("/organization/logo").await.status, 404);
}

#[tokio::test]
async fn what_cannot_be_a_logo_is_refused_in_words_and_the_rest_stays_as_typed() {
    let served = served().await;
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let visitor = Visitor::operator(&served).await;
    let version = visitor.get("/settings/letterhead").await.hidden("version");
    let send = async |fields: &[(&str, &str)], file: (&str, &[u8])| {
        let fields = [&[("version", version.as_str())], fields].concat();
        let page = visitor.upload("/settings/letterhead", &fields, file).await;
        (page.status, unescaped(&page.text))
    };
    let (status, text) = send(&[("address", "Fern Hill 1")], ("a.svg", b"script")).await;
    assert_eq!(status, 422);
    assert!(text.contains("“script” stands in the drawing") && text.contains("Fern Hill 1"), "{text}");
    let (status, text) = send(&[], ("a.gif", b"GIF89a")).await;
    assert!(status == 422 && text.contains("neither PNG nor JPEG nor SVG"), "{text}");
    let (status, text) = send(&[], ("a.png", b"thread")).await;
    assert!(status == 422 && text.contains("more than 10 times"), "{text}");
    let (status, text) = send(&[("accent", "#ffcc00")], ("", b"")).await;
    assert!(status == 422 && text.contains("has a contrast of 1.51 to 1 on white"), "{text}");
    let (status, text) = send(&[("accent", "blue")], ("", b"")).await;
    assert!(status == 422 && text.contains("is not a colour"), "{text}");
}

#[tokio::test]
async fn the_api_takes_a_logo_that_was_looked_at_and_no_other() {
    let served = served().await;
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let seen = served.post("/organization/logo", "application/octet-stream", &[], "logo").await;
    assert_eq!((seen.status, &seen.json["media"]), (200, &json!("svg")));
    let set = async |logo: &serde_json::Value| {
        let body = json!({ "organization": ORGANIZATION, "letterhead": { "logo": logo } });
        served.act("organization.set_letterhead", &body, &[]).await
    };
    let mut other = seen.json.clone();
    other["width"] = json!(80);
    let refused = set(&other).await;
    assert_eq!((refused.status, &refused.json["refusals"][0]["rule"]), (409, &json!("letterhead.file")));
    set(&seen.json).await.subject();
    assert_eq!(served.get("/organization/logo").await.bytes.as_ref(), b"logo");
    let mut gone = seen.json;
    gone["sha256"] = json!("0".repeat(64));
    assert_eq!(set(&gone).await.json["refusals"][0]["rule"], "evidence.there");
    let bad = served.post("/organization/logo", "application/octet-stream", &[], "script").await;
    assert_eq!(bad.json["refusals"][0]["rule"], "letterhead.file");
}

#[tokio::test]
async fn a_text_is_written_once_and_offered_where_it_fits() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let manager = Visitor::enter(&served, Some(&opened.manager)).await;
    let page = manager.get("/settings/texts").await;
    page.says(&["Confidentiality statement", "There is none yet", "{auditee}"]);
    let write = "/settings/texts/write?kind=invitation&language=en";
    let page = manager.get(write).await;
    let mut controls = page.controls("/do/text.adopt");
    let mut send = async |text: &str| {
        controls.retain(|(name, _)| name != "/text" && name != "once");
        controls.push(("/text".to_owned(), text.to_owned()));
        let fields: Vec<(&str, &str)> = controls.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        manager.post("/do/text.adopt", &fields).await
    };
    let refused = send("Dear {customer}").await;
    assert_eq!(refused.status, 422);
    refused.says(&["nothing is known by the name “customer”", "auditee, organization, leader"]);
    assert!(
        send("We shall audit {auditee}: “{audit}”.").await.to().starts_with("/settings/texts?language=en")
    );
    send("We audit {auditee} soon: “{audit}”.").await.to();
    let page = manager.get("/settings/texts").await;
    page.says(&["Version 2", "One earlier version", "We audit {auditee} soon"]);

    // The leader's form offers it; it comes with its placeholders filled, after what was typed, and nothing typed is lost.
    let leader = Visitor::enter(&served, Some(&opened.leader)).await;
    let form = format!("/do/audit.contact?audit={}", opened.audit);
    let page = leader.get(&form).await;
    assert!(unescaped(&page.text).contains("Use the organization's text"), "{}", page.text);
    let mut fields = page.controls("/do/audit.contact");
    fields.push(("/channel".to_owned(), "Mail".to_owned()));
    fields.push(("/note".to_owned(), "Hello.".to_owned()));
    fields.push(("text".to_owned(), "/note".to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let page = leader.post("/do/audit.contact", &fields).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let text = unescaped(&page.text);
    assert!(text.contains("Hello.\n\nWe audit Works soon: “Audit of the works”."), "{text}");
    assert!(text.contains("value=\"Mail\""), "{text}");
    let uses = served.get("/records/text_use").await;
    let uses = uses.json["items"].as_array().unwrap().clone();
    assert_eq!(uses.len(), 1);
    assert_eq!(
        (&uses[0]["record"]["revision"], &uses[0]["record"]["place"]),
        (&json!(2), &json!("audit.contact"))
    );

    // The plan's item offers its own, once there is one.
    let item = format!("/audits/{}/plan/item?n=audit_plan.confidentiality", opened.audit);
    assert!(!leader.get(&item).await.text.contains("Use the organization"));
    let text = json!({ "kind": "confidentiality", "language": "en", "text": "What we see stays with us." });
    served.act("text.adopt", &text, &[("x-on-behalf-of", opened.manager.as_str())]).await.subject();
    let page = leader.get(&item).await;
    let mut fields = page.controls(&format!("/audits/{}/plan/item", opened.audit));
    fields.push(("text".to_owned(), "/text".to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let page = leader.post(&format!("/audits/{}/plan/item", opened.audit), &fields).await;
    page.says(&["What we see stays with us."]);
}

/// A plan of forty sessions in the form of the whole plan: the rows are shut, one is opened at a time, and all of them are carried along.
#[tokio::test]
async fn the_form_of_a_plan_of_forty_sessions_is_light_and_loses_nothing() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let leader = Visitor::enter(&served, Some(&opened.leader)).await;
    let mut fields: Vec<(String, String)> = vec![("/audit".to_owned(), opened.audit.clone())];
    for n in 0..40 {
        for (name, value) in [
            ("key", format!("s{n}")),
            ("subject", format!("Session number {n} on the handling of information security events")),
            ("place", format!("Room {n}, building four")),
            ("zone", "Europe/Vienna".to_owned()),
            ("method", "on_site".to_owned()),
            ("start", format!("2026-11-{:02}T09:00", n % 28 + 1)),
            ("end", format!("2026-11-{:02}T10:30", n % 28 + 1)),
            ("auditors", opened.leader.clone()),
            ("requirements", "A.5.24\nA.5.25\nA.5.26".to_owned()),
        ] {
            fields.push((format!("/sessions/{n}/{name}"), value));
        }
    }
    for item in assize_domain::audit::checklists::PLAN.iter().enumerate() {
        fields.push((format!("/items/{}/item", item.0), item.1.id.to_owned()));
        fields.push((
            format!("/items/{}/text", item.0),
            "What the plan says on this item, in a sentence.".to_owned(),
        ));
    }
    let post = async |fields: &[(String, String)], rows: &str| {
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        fields.push(("rows", rows));
        leader.post("/do/plan.draft", &fields).await
    };
    let page = post(&fields, "open:/sessions/3").await;
    assert_eq!(page.status, 200);
    assert!(page.text.len() < 100_000, "{} bytes", page.text.len());
    assert!(
        page.text.contains("id=\"f-sessions-3-subject\"")
            && !page.text.contains("id=\"f-sessions-4-subject\"")
    );
    let mut sent = page.controls("/do/plan.draft");
    let of = |sent: &[(String, String)], name: &str| {
        sent.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    for name in ["/sessions/39/place", "/sessions/17/start", "/sessions/8/auditors"] {
        assert_eq!(of(&sent, name), of(&fields, name), "{name}");
    }
    // What was changed in the open row is carried along when another is opened.
    sent.retain(|(name, _)| name != "rows");
    sent.push(("/sessions/3/place".to_owned(), "The cellar".to_owned()));
    let page = post(&sent, "open:/sessions/7").await;
    let sent = page.controls("/do/plan.draft");
    assert_eq!(of(&sent, "/sessions/3/place"), "The cellar");
    assert!(
        page.text.contains("id=\"f-sessions-7-subject\"")
            && !page.text.contains("id=\"f-sessions-3-subject\"")
    );
    assert!(post(&sent, "drop:/sessions/0").await.text.len() < 100_000);
}

#[tokio::test]
async fn english_texts_of_the_catalogue_are_marked_on_german_pages() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let manager = Visitor::enter(&served, Some(&opened.manager)).await;
    manager.post("/catalogue/adopt", &[]).await.to();
    manager.post("/language", &[("language", "de"), ("back", "/")]).await.to();
    let catalogue = assize_catalogue::Catalogue::builtin().unwrap();
    let mut marked = 0;
    for path in ["/search?q=access", "/search?q=policy&in=audit_test", "/catalogue?q=leaver", "/catalogue"] {
        let page = manager.get(path).await;
        let text = unescaped(&page.text);
        let titles = catalogue.tests().map(|test| &test.title).chain(catalogue.sets().map(|set| &set.title));
        for title in titles {
            for (at, _) in text.match_indices(&format!(">{title}<")) {
                let tag = &text[text[..at].rfind('<').unwrap()..at];
                assert!(tag.contains("lang=\"en\""), "{path}: `{title}` in {tag}");
                marked += 1;
            }
        }
    }
    assert!(marked > 10, "{marked}");
    manager.post("/language", &[("language", "en"), ("back", "/")]).await.to();
    assert!(!manager.get("/search?q=access").await.text.contains("lang=\"en\" href"));
}
