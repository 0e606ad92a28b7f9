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
use assize_store::{Against, verify};
use common::{each_database, give, signer, story};
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
        let against = Against { key: Some(signer.verifier_key().clone()), since: None };
        let found = verify(&base.addresses, &against, |_, _| ()).await.unwrap();
        assert_eq!(found.problems, vec![]);
    }
}
