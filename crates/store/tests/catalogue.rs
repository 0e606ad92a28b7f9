//! What is adopted from a catalogue, as rows: attributes of requirements, mappings and trails, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::AnyRecord;
use assize_store::{Against, Reach, verify, verify_dossier};
use common::{each_database, give, signer, story};
use futures::StreamExt as _;
use serde_json::{Value, json};

/// Two requirements, of which the second has two attributes of several values.
fn set() -> Value {
    let row = |id: &str, attributes: Value| {
        json!({ "id": id, "title": format!("Rule {id}"), "parent": null, "kind": "control", "documented_information": null,
            "attributes": attributes })
    };
    let attributes =
        json!([{ "name": "place", "values": ["north", "east"] }, { "name": "hour", "values": ["night"] }]);
    json!({ "auditee": null, "set": { "criteria": "Yard rules:2026", "title": "Rules of the yard", "publisher": "The yard",
        "edition": "2026", "source": "The yard's own policy", "requirements": [row("1", json!([])), row("2", attributes)] } })
}

fn mapping(note: &str) -> Value {
    json!({ "mapping": { "from": "Yard rules:2026", "to": "Harbour rules:2020", "source": "Compared", "pairs": [
        { "from": "1", "to": "7", "relation": "changed", "note": note },
        { "from": null, "to": "8", "relation": "new", "note": null },
    ] } })
}

fn test(id: &str) -> Value {
    json!({ "test": id, "digest": "ab".repeat(32), "title": "Is it done?", "objective": "Conclude whether it is", "guidance": "Look",
        "requirements": [{ "criteria": "Yard rules:2026", "id": "1" }], "breaches": [], "audit_types": [], "minutes": 5 })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_adopted_comes_back_as_it_was_given_and_verifies() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let by = Some(stood.manager);
        let adopted = give(&store, by, "criteria.adopt", set()).await;
        let first = give(&store, by, "mapping.adopt", mapping("At night too")).await;
        give(&store, by, "test.adopt", json!({ "tests": [test("T-gate"), test("T-wall")] })).await;
        let steps = [
            json!({ "test": "T-gate", "carry": "The cart" }),
            json!({ "test": "T-wall", "carry": "The cart" }),
        ];
        let trail = json!({ "trails": [{ "trail": "TR-cart", "title": "Was it seen?", "case": "A cart", "about": "The seams",
            "steps": steps }] });
        let trail = give(&store, by, "trail.adopt", trail).await;
        let corrected = give(&store, by, "mapping.adopt", mapping("At any hour")).await;
        let stored = |key| {
            let store = &store;
            async move { store.record(key).await.unwrap().unwrap().record }
        };
        let AnyRecord::CriteriaSet(set) = stored(adopted).await else { panic!("it is no set") };
        let attributes: Vec<(&str, usize)> = set.requirements()[1]
            .attributes
            .iter()
            .map(|attribute| (attribute.name.as_str(), attribute.values.len()))
            .collect();
        assert_eq!(attributes, [("place", 2), ("hour", 1)]);
        let AnyRecord::Mapping(mapping) = stored(first).await else { panic!("it is no mapping") };
        assert!(!mapping.is_in_use() && mapping.pairs().len() == 2, "the corrected one has taken its place");
        let AnyRecord::Mapping(mapping) = stored(corrected).await else { panic!("it is no mapping") };
        assert!(mapping.is_in_use());
        let AnyRecord::AuditTrail(trail) = stored(trail).await else { panic!("it is no trail") };
        assert_eq!(trail.steps()[1].test.as_str(), "T-wall");
        let signer = signer("example.com/log", 7);
        store.publish(&signer).await.unwrap();
        store.close().await;
        let against = Against { key: Some(signer.verifier_key().clone()), ..Against::default() };
        let found = verify(&base.addresses, &against, |_, _| ()).await.unwrap();
        assert_eq!(found.problems, vec![]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_pages_of_the_library_list_is_read_on_each_database() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let by = Some(stood.manager);
        give(&store, by, "criteria.adopt", set()).await;
        give(&store, by, "test.adopt", json!({ "tests": [test("T-gate"), test("T-wall")] })).await;
        let mut newer = test("T-gate");
        newer["digest"] = json!("cd".repeat(32));
        give(&store, by, "test.adopt", json!({ "tests": [newer] })).await;
        let steps = [json!({ "test": "T-gate", "carry": "A" }), json!({ "test": "T-wall", "carry": "B" })];
        let trail = json!({ "trails": [{ "trail": "TR-cart", "title": "Was it seen?", "case": "A cart", "about": "The seams",
            "steps": steps }] });
        give(&store, by, "trail.adopt", trail).await;
        let sets = store.set_glances().await.unwrap();
        assert_eq!((sets.len(), sets[0].requirements, sets[0].is_retired), (1, 2, false));
        let tests = store.test_glances(None).await.unwrap();
        let retired: Vec<bool> = tests.iter().map(|test| test.is_retired).collect();
        assert_eq!((tests.len(), retired.iter().filter(|is_retired| **is_retired).count()), (3, 1));
        assert_eq!(tests[0].requirements, [("Yard rules:2026".to_owned(), "1".to_owned())]);
        assert_eq!(store.test_glances(Some("T-wall")).await.unwrap().len(), 1);
        assert_eq!(store.trail_glances().await.unwrap()["TR-cart"].len(), 1);
        assert_eq!(store.paper_uses(&Reach::All, "T-gate", 10).await.unwrap(), (0, Vec::new()));
        assert_eq!(store.retained(&Reach::All, 10).await.unwrap(), Vec::new());
        let cancel = json!({ "audit": stood.audit.id.to_string(), "reason": "The yard is closed" });
        give(&store, by, "audit.cancel", cancel).await;
        let retained = store.retained(&Reach::All, 10).await.unwrap();
        assert_eq!((retained.len(), retained[0].state.as_str(), retained[0].holds), (1, "cancelled", 0));
        let holdings = store.holdings().await.unwrap();
        assert_eq!((holdings.audits, holdings.evidence), (1, 1));
        assert!(holdings.evidence_bytes > 0 && !store.database_version().await.unwrap().is_empty());
        // The dossier that is streamed verifies, sealed with the key that the process publishes with.
        let publishing = store.start_publishing(signer("yard/log", 7));
        let mut bytes = Vec::new();
        let mut chunks = std::pin::pin!(
            store.dossier(stood.audit.id.into(), assize_store::Withhold::default()).await.unwrap()
        );
        while let Some(chunk) = chunks.next().await {
            bytes.extend_from_slice(&chunk.unwrap());
        }
        publishing.abort();
        let verdict = verify_dossier(std::io::Cursor::new(bytes), None).unwrap();
        assert_eq!((verdict.is_ok(), verdict.manifest_signed), (true, Some(true)), "{:?}", verdict.problems);
        assert!(store.verify(|_, _| {}).await.unwrap().is_ok());
    }
}
