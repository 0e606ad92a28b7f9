//! The text of restricted evidence: neither kept nor searched, unless the organization says so.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::kernel::id::{AuditId, EvidenceId};
use assize_store::{DocumentText, Store};
use common::{Base, Stood, each_database, give, story};
use serde_json::json;

const WORDS: &str = "the quetzalcoatl stands in the yard";

async fn keep(store: &Store, stood: Stood) -> (EvidenceId, AuditId) {
    let ids = (stood.evidence.id.to_string().parse().unwrap(), stood.audit.id.to_string().parse().unwrap());
    let text = DocumentText::Text { title: None, headings: String::new(), text: WORDS.to_owned() };
    store.keep_text(ids.0, ids.1, &text).await.unwrap();
    ids
}

async fn classify(store: &Store, stood: Stood, how: &str) {
    let body = json!({ "evidence": stood.evidence.id.to_string(), "classification": how, "reason": "It was looked at again" });
    give(store, Some(stood.manager), "evidence.classify", body).await;
}

async fn is_there(store: &Store, (evidence, audit): (EvidenceId, AuditId)) -> (bool, bool) {
    let found = store.search_documents(audit, "quetzalcoatl", 5).await.unwrap();
    (store.text_of(evidence).await.unwrap().is_some(), !found.is_empty())
}

async fn trace(base: &Base) -> bool {
    let mut all = base.bytes();
    all.push(base.dump().await);
    all.iter().any(|(_, bytes)| bytes.windows(12).any(|window| window == b"quetzalcoatl"))
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_that_becomes_restricted_loses_its_text_and_gets_none() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let ids = keep(&store, stood).await;
        assert_eq!(is_there(&store, ids).await, (true, true));
        classify(&store, stood, "restricted").await;
        assert_eq!(is_there(&store, ids).await, (false, false));
        keep(&store, stood).await;
        assert_eq!(is_there(&store, ids).await, (false, false));
        classify(&store, stood, "confidential").await;
        keep(&store, stood).await;
        assert_eq!(is_there(&store, ids).await, (true, true));
        classify(&store, stood, "restricted").await;
        store.sweep_erased().await.unwrap();
        store.close().await;
        assert!(!trace(&base).await, "the text is still somewhere");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_organization_says_so_it_is_kept_until_it_says_otherwise() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        assert!(!store.keeps_restricted_text().await.unwrap());
        store.keep_restricted_text(true).await.unwrap();
        classify(&store, stood, "restricted").await;
        let ids = keep(&store, stood).await;
        assert_eq!(is_there(&store, ids).await, (true, true));
        store.keep_restricted_text(false).await.unwrap();
        assert_eq!(is_there(&store, ids).await, (false, false));
    }
}
