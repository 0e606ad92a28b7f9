//! Tables of the organization's own and the uses that name them, as rows, on both databases.

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
use assize_domain::method::MethodTable;
use assize_store::{Against, verify};
use common::{each_database, give, signer, story};
use serde_json::{Value, json};

fn table(key: &str, edition: &str, content: &Value) -> Value {
    json!({ "table": { "key": key, "title": "A table", "source": "The house's own count", "edition": edition,
        "certainty": "decided", "content": content } })
}

/// One of each kind of table.
fn contents() -> Vec<Value> {
    let bands = ["low", "medium", "high"];
    let cell =
        |business: &str, it: &str| json!({ "business": business, "it": it, "least": "-0.1", "most": "1/3" });
    let cells: Vec<Value> =
        bands.iter().flat_map(|business| bands.iter().map(|it| cell(business, it))).collect();
    vec![
        json!({ "is": "days", "day_rows": [{ "from": 1, "to": 10, "days": "5" }, { "from": 11, "to": 15, "days": "6.5" }] }),
        json!({ "is": "factors", "low_most": 4, "medium_most": 6, "cells": cells }),
        json!({ "is": "shares", "reduction_most": "0.3", "surveillance": "1/3", "recertification": "2/3",
            "auditing_least": "0.7", "remote_approval_above": null }),
        json!({ "is": "frequencies", "frequency_rows": [{ "frequency": "weekly", "occurrences_most": null, "usual": 5, "least": 3,
            "most": 9, "source": "The house", "certainty": "decided" }] }),
        json!({ "is": "weights", "importance": 2, "risk": 3, "changes": 1, "findings": 2, "waiting": 1,
            "intervals": [{ "score_from": 20, "years": 1 }, { "score_from": 0, "years": 3 }] }),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_come_back_as_they_were_adopted_and_a_use_names_the_one_it_was_reckoned_by() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let by = Some(stood.manager);
        let stored = async |key| -> MethodTable {
            match store.record(key).await.unwrap().unwrap().record {
                AnyRecord::MethodTable(table) => *table,
                other => panic!("{other:?}"),
            }
        };
        let mut adopted = Vec::new();
        for (n, content) in contents().iter().enumerate() {
            let key = give(&store, by, "table.adopt", table(&format!("table-{n}"), "2026", content)).await;
            let found = stored(key).await;
            assert!(found.is_in_use() && *found.revision() == 1);
            assert_eq!(AnyRecord::MethodTable(Box::new(found)).to_json()["content"], *content);
            adopted.push(key);
        }
        let first = stored(adopted[0]).await;
        let inputs = json!({ "persons": 12, "tables": { "days": first.as_input() } });
        let used = json!({ "programme": null, "audit": stood.audit.id.hyphenated().to_string(), "method": "audit-time", "software": "Assize 0.1.0",
            "tables": [{ "method_table": first.id().to_string(), "revision": 1 }], "inputs": inputs.to_string(),
            "result": r#"{"days":"6.5"}"#, "conclusion": "Six days and a half", "remark": null,
            "steps": [{ "what": "days", "working": "the row from 11 to 15", "value": "6.5", "source": null }] });
        let used = give(&store, by, "method.record", used).await;
        give(&store, by, "table.adopt", table("table-0", "2027", &contents()[0])).await;
        assert!(!stored(adopted[0]).await.is_in_use(), "the next version has taken its place");
        give(
            &store,
            by,
            "table.retire",
            json!({ "method_table": adopted[4].id.hyphenated().to_string(), "reason": "No longer ours" }),
        )
        .await;
        assert!(!stored(adopted[4]).await.is_in_use());
        let AnyRecord::MethodUse(used) = store.record(used).await.unwrap().unwrap().record else {
            panic!("it is no use")
        };
        assert_eq!((used.tables()[0].method_table, used.tables()[0].revision), (first.id(), 1));
        let signer = signer("example.com/log", 7);
        store.publish(&signer).await.unwrap();
        store.close().await;
        let against = Against { key: Some(signer.verifier_key().clone()), ..Against::default() };
        let found = verify(&base.addresses, &against, |_, _| ()).await.unwrap();
        assert_eq!(found.problems, vec![]);
    }
}
