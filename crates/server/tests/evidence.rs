//! Files through the API: bounded on their way in, and never a page of ours on their way out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use assize_store::{EvidenceKey, EvidenceKeys};
use axum::body::Body;
use bytes::Bytes;
use harness::{Served, served, served_over, served_with};
use serde_json::{Value, json};

const KEY: (&str, &str) = ("idempotency-key", "k-1");

#[tokio::test]
async fn an_upload_is_bounded_and_what_is_refused_leaves_nothing() {
    let served = served_with(|mut app| {
        app.upload_bytes_max = 100_000;
        app
    })
    .await;
    let audit = audit(&served).await;
    let path = format!("/audits/{audit}/evidence?name=a.txt&classification=public");
    let before = served.store.head_seq().await.unwrap();
    let unread =
        Body::from_stream(futures::stream::poll_fn(|_| -> std::task::Poll<Option<std::io::Result<Bytes>>> {
            panic!("a file that is too long by its own account is read")
        }));
    let no = served.post(&path, "text/plain", &[("content-length", "10737418240")], unread).await;
    assert_eq!((no.status, no.kind()), (413, "too_large"));
    let endless = Body::from_stream(futures::stream::repeat_with(|| {
        Ok::<_, std::io::Error>(Bytes::from_static(&[b'x'; 9_999]))
    }));
    assert_eq!(served.post(&path, "text/plain", &[], endless).await.status, 413);
    let cut = futures::stream::iter([Ok(Bytes::from_static(b"x")), Err(std::io::Error::other("gone"))]);
    assert_eq!(served.post(&path, "text/plain", &[], Body::from_stream(cut)).await.status, 400);
    let promised = format!("{path}&sha256={}", "0".repeat(64));
    let no = served.post(&promised, "text/plain", &[], "abc").await;
    assert_eq!((no.status, no.json["problems"][0]["at"].as_str()), (422, Some("/sha256")));
    for (said, status) in [
        ("{", 400),
        ("[]", 400),
        (r#"{"name":"a","colour":"red"}"#, 422),
        (r#"{"name":"../../etc/passwd\u0000"}"#, 422),
        (r#"{"classification":"public"}"#, 422),
    ] {
        let bare = format!("/audits/{audit}/evidence");
        assert_eq!(
            served.post(&bare, "text/plain", &[("x-evidence", said)], "abc").await.status,
            status,
            "{said}"
        );
    }
    assert_eq!(
        served.post(&path, "text/plain", &[("x-evidence", "{}")], "abc").await.status,
        400,
        "said twice"
    );
    let left = walk(&served.folder.path().join("evidence"));
    assert!(
        left.iter().all(|bytes| bytes == b"abc"),
        "only the whole file that was not the promised one may lie there"
    );
    assert_eq!(served.store.head_seq().await.unwrap(), before);
}

fn walk(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(std::fs::read(path).unwrap()) }
    }
    found
}

/// An audit that was opened, and its programme's manager in `manager`.
async fn audit(served: &Served) -> String {
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let manager = served.person("Moira").await;
    let contact = served.person("Con").await;
    let by = [("x-on-behalf-of", manager.as_str())];
    let auditee = json!({ "name": "Works", "kind": "own", "units": [{ "key": "it", "name": "IT" }], "sites": [], "processes": [],
        "contacts": [{ "person": contact, "function": "Head" }] });
    let auditee = served.act("auditee.register", &auditee, &by).await.subject();
    let mut text =
        json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
    let programme = served.act("programme.draft", &text, &by).await.subject();
    text["objectives"] =
        json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
    let part = json!({ "auditee": auditee, "units": [], "sites": [], "processes": [] });
    let criteria = json!(["ISO/IEC 27001:2022+A1:2024"]);
    text["extent"] = json!({ "text": "all", "criteria": criteria, "auditees": [part] });
    text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2, "consequence": 2,
        "treatment": "begin early", "owner": manager }]);
    text["roles"] = json!([{ "person": manager, "role": "manager", "competence": "ten years" },
        { "person": manager, "role": "approver", "competence": "ten years" }]);
    text["policy"] = assize_domain::kernel::datum::Datum::to_json(&assize_domain::policy::Policy::default());
    served.act("programme.edit", &json!({ "programme": programme, "text": text }), &by).await.subject();
    let outline = json!({ "title": "Audit", "audit_type": "internal", "part": part, "criteria": criteria,
        "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
        "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
    let planned = served
        .act("planned_audit.plan", &json!({ "programme": programme, "outline": outline }), &by)
        .await
        .subject();
    served.act("programme.establish", &json!({ "programme": programme }), &by).await.subject();
    served.act("programme.begin", &json!({ "programme": programme }), &by).await.subject();
    served.act("audit.open", &json!({ "planned": planned }), &by).await.subject()
}

#[tokio::test]
async fn evidence_goes_in_and_comes_out_as_it_was_and_never_as_a_page_of_ours() {
    let served = served().await;
    let audit = audit(&served).await;
    let manager =
        served.get("/records/person?limit=1").await.json["items"][0]["id"].as_str().unwrap().to_owned();
    let said = json!({ "name": "in/Übersicht.html", "classification": "public" }).to_string();
    let said: String = said
        .chars()
        .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) })
        .collect();
    let more = [("x-evidence", said.as_str()), ("x-on-behalf-of", manager.as_str()), KEY];
    let page = "<script>alert(1)</script>";
    let path = format!("/audits/{audit}/evidence");
    let taken = served.post(&path, "text/html", &more, page).await;
    let evidence = taken.subject();
    let again = served.post(&path, "text/html", &more, page).await;
    assert_eq!((again.status, again.header("idempotency-replayed")), (200, Some("true")));
    assert_eq!(served.post(&path, "text/html", &more, "another").await.status, 422);
    let content = served.get(&format!("/evidence/{evidence}/content")).await;
    assert_eq!((content.status, content.bytes.as_ref()), (200, page.as_bytes()));
    assert_eq!(
        content.header("content-disposition"),
        Some("attachment; filename*=UTF-8''%C3%9Cbersicht.html")
    );
    assert!(content.header("content-security-policy").unwrap().contains("sandbox"));
    assert_eq!(content.header("x-content-type-options"), Some("nosniff"));
    let bearer = format!("Bearer {}", served.token);
    for (asked, status, part, said) in [
        ("bytes=0-7", 206, &page[..8], Some("bytes 0-7/25")),
        ("bytes=-9", 206, &page[16..], Some("bytes 16-24/25")),
        ("bytes=99-", 200, page, None),
    ] {
        let headers = [("authorization", bearer.as_str()), ("range", asked)];
        let found = served.send("GET", &format!("/api/v1/evidence/{evidence}/content"), &headers, "").await;
        assert_eq!(
            (found.status, found.bytes.as_ref(), found.header("content-range")),
            (status, part.as_bytes(), said)
        );
        assert!(found.header("content-security-policy").unwrap().contains("sandbox"));
    }
    let text = served.get(&format!("/evidence/{evidence}/text")).await;
    assert_eq!(
        (text.status, &text.json["state"], &text.json["headings"][1]),
        (200, &json!("text"), &json!("Two"))
    );
    let found = served.get(&format!("/audits/{audit}/documents?q=alert")).await;
    assert_eq!((found.status, found.json["items"].as_array().unwrap().len()), (200, 1));
    let audits = served.get("/audits").await;
    assert_eq!(audits.json["items"][0]["auditee"]["name"], "Works");
    assert_eq!(served.get(&format!("/journal?audit={audit}&limit=2")).await.status, 200);
    let of_nobody = served.get(&format!("/records/evidence?audit={manager}")).await;
    assert_eq!(of_nobody.json["items"], json!([]));
}

#[tokio::test]
async fn a_server_without_the_key_of_evidence_says_so_and_keeps_nothing_as_it_is() {
    let served = served().await;
    let audit = audit(&served).await;
    let key = EvidenceKeys::new(vec![EvidenceKey::make().unwrap()]);
    served.store.use_evidence_keys(std::sync::Arc::new(move || key.clone())).await.unwrap();
    let manager =
        served.get("/records/person?limit=1").await.json["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/audits/{audit}/evidence?name=a.txt&classification=restricted");
    let by = ("x-on-behalf-of", manager.as_str());
    let evidence = served.post(&path, "text/plain", &[by], "the quetzalcoatl").await.subject();
    let content = served.get(&format!("/evidence/{evidence}/content")).await;
    assert_eq!((content.status, content.bytes.as_ref()), (200, b"the quetzalcoatl".as_slice()));
    let left = walk(&served.folder.path().join("evidence"));
    assert!(left.iter().all(|bytes| !bytes.windows(12).any(|part| part == b"quetzalcoatl")));
    // It is restricted: read for whoever may open it, and not kept.
    let text = served.get(&format!("/evidence/{evidence}/text")).await;
    assert_eq!((text.status, text.json["text"].as_str()), (200, Some("the quetzalcoatl")));
    let found = served.get(&format!("/audits/{audit}/documents?q=quetzalcoatl")).await;
    assert_eq!(found.json["items"], json!([]));
    assert!(served.store.text_of(evidence.parse().unwrap()).await.unwrap().is_none());

    let addresses = assize_store::Addresses {
        database: format!("sqlite:{}", served.folder.path().join("assize.db").display()),
        evidence: served.folder.path().join("evidence").display().to_string(),
        log: served.folder.path().join("log").display().to_string(),
        bucket: assize_store::Bucket::default(),
    };
    let store = assize_store::Store::open(&addresses, assize_store::Clock::System).await.unwrap();
    let without = served_over(&served, store);
    let content = without.get(&format!("/evidence/{evidence}/content")).await;
    assert_eq!((content.status, content.kind()), (503, "unavailable"));
    assert_eq!(without.post(&path, "text/plain", &[by], "more").await.status, 503);
    assert_eq!(walk(&served.folder.path().join("evidence")), left);
}

#[tokio::test]
async fn a_statement_that_cannot_be_read_is_said_row_by_row_and_a_broken_worker_tells_nothing() {
    let served = served().await;
    let ada = served.person("Ada").await;
    let by = ("x-on-behalf-of", ada.as_str());
    let auditee =
        json!({ "name": "Works", "kind": "own", "units": [], "sites": [], "processes": [], "contacts": [] });
    let auditee = served.act("auditee.register", &auditee, &[by]).await.subject();
    let path = format!(
        "/statements-of-applicability?auditee={auditee}&label=1&dated=2026-05-20&criteria=ISO%2FIEC%2027001:2022%2BA1:2024"
    );
    let bad = served.post(&path, "text/csv", &[by], "bad").await;
    assert_eq!((bad.status, &bad.json["problems"][0]["at"]), (422, &json!("row 2")));
    let both = served.post(&path.replace("2026-05-20", "soon"), "text/csv", &[by], "bad").await;
    let places: Vec<&Value> =
        both.json["problems"].as_array().unwrap().iter().map(|problem| &problem["at"]).collect();
    assert_eq!(places, ["?dated", "row 2"], "the query and the file are looked at together");
    assert_eq!(served.post(&path, "text/csv", &[by], "unfit").await.status, 422);
    let broken = served.post(&path, "text/csv", &[by], "broken").await;
    assert_eq!((broken.status, broken.kind()), (500, "internal"));
    assert!(!String::from_utf8_lossy(&broken.bytes).contains("worker"), "{:#}", broken.json);
    assert_eq!(served.post(&path, "application/pdf", &[by], "x").await.status, 415);
    assert_eq!(
        served.post("/statements-of-applicability", "text/csv", &[by], "x").await.json["problems"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
    assert_eq!(served.post(&path, "text/csv", &[by, KEY], "good").await.status, 200);
    assert_eq!(
        served.post(&path, "text/csv", &[by, KEY], "good").await.header("idempotency-replayed"),
        Some("true")
    );
}
