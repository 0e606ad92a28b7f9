//! Erasing: after it no trace of the values is left, and the record still verifies.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_store::{Act, ActError, Against, DocumentText, Once, verify};
use common::{Base, EVIDENCE, Stood, command, each_database, give, operator, signer, story, take};
use serde_json::json;

/// Words that occur nowhere else: in the name of the evidence, in its bytes, in a note of custody, in a title.
const TRACES: [&str; 4] = ["xylophonist", "names no level of acceptance", "quetzalcoatl", "zugzwang"];

async fn erase(base: &Base) -> (Stood, assize_tlog::SignerKey) {
    let store = base.make().await;
    let stood = story(&store).await;
    let id = stood.evidence.id.to_string();
    let seen = json!({ "evidence": id, "what": "received by the xylophonist", "remark": "quetzalcoatl" });
    let once = Once { principal: "p".into(), route: "r".into(), key: "k".into(), body: "b".into() };
    let act = Act { once: Some(once), ..Act::new(operator(), command("evidence.record_custody", &seen)) };
    store.execute(act).await.unwrap();
    let text = DocumentText::Text {
        title: Some("zugzwang".into()),
        headings: String::new(),
        text: String::from_utf8(EVIDENCE.to_vec()).unwrap(),
    };
    let (evidence, audit) = (id.parse().unwrap(), stood.audit.id.to_string().parse().unwrap());
    store.keep_text(evidence, audit, &text).await.unwrap();
    assert_eq!(store.search_documents(audit, "acceptance", 5).await.unwrap().len(), 1);
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap();
    let body = json!({ "scope": { "is": "evidence", "evidence": id }, "authority": "The auditee", "reason": "Demanded back" });
    give(&store, Some(stood.manager), "record.erase", body).await;
    assert!(store.search_documents(audit, "acceptance", 5).await.unwrap().is_empty());
    assert!(store.text_of(evidence).await.unwrap().is_none());
    assert!(store.record(stood.evidence).await.unwrap().is_none());
    store.publish(&signer).await.unwrap();
    store.close().await;
    (stood, signer)
}

#[tokio::test(flavor = "multi_thread")]
async fn erased_values_leave_no_trace_and_the_record_verifies() {
    for base in each_database().await {
        let (_, signer) = erase(&base).await;
        let against = Against { key: Some(signer.verifier_key().clone()), ..Against::default() };
        let found = verify(&base.addresses, &against, |_, _| ()).await.unwrap();
        assert_eq!(found.problems, vec![]);
        assert!(found.erased >= 2 && found.evidence == 0, "{found:?}");
        let mut all = base.bytes();
        all.push(base.dump().await);
        for trace in TRACES {
            for (name, bytes) in &all {
                let there = bytes.windows(trace.len()).any(|window| window == trace.as_bytes());
                assert!(!there, "`{trace}` is still in {name}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_another_record_names_is_kept() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = story(&store).await;
    let other = take(&store, stood.manager, stood.audit, "the same again.md", EVIDENCE).await;
    let body = json!({ "scope": { "is": "evidence", "evidence": stood.evidence.id.to_string() }, "authority": "x", "reason": "y" });
    give(&store, Some(stood.manager), "record.erase", body.clone()).await;
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap();
    assert!(verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap().is_ok());
    let mut rest = body;
    rest["scope"]["evidence"] = json!(other.id.to_string());
    give(&store, Some(stood.manager), "record.erase", rest).await;
    store.publish(&signer).await.unwrap();
    assert!(verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap().is_ok());
    let sha256 = "0".repeat(64);
    assert!(store.blobs().get(&sha256).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_never_names_a_file_that_is_not_there() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = story(&store).await;
    let body = json!({ "audit": stood.audit.id.to_string(), "name": "ghost.md", "sha256": "ab".repeat(32), "bytes": 3,
        "media": "text/plain", "classification": "public" });
    let refused = store.execute(Act::new(operator(), command("evidence.take", &body))).await;
    let Err(ActError::Refused(refusals)) = refused else { panic!("{refused:?}") };
    assert_eq!((refusals[0].rule.id, refusals[0].at.as_str()), ("evidence.there", "/sha256"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_law_refuses_too_its_answer_comes_before_that_a_file_is_missing() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = story(&store).await;
    let report = stood.audit.id.to_string();
    let issue = command("report.issue", &json!({ "report": report, "pdf": "ab".repeat(32) }));
    let refused = store.execute(Act::new(operator(), issue)).await;
    let Err(ActError::Refused(refusals)) = refused else { panic!("{refused:?}") };
    let rules: Vec<&str> = refusals.iter().map(|refusal| refusal.rule.id).collect();
    assert_eq!(rules, ["record.unknown"]);
}
