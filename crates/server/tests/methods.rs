//! The methods and the draws over the API.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use harness::served;
use serde_json::{Value, json};

const JSON: &str = "application/json";

#[tokio::test]
async fn every_method_is_listed_with_the_schema_of_its_inputs() {
    let served = served().await;
    let listed = served.get("/methods").await;
    assert_eq!(listed.status, 200);
    let items = listed.json["items"].as_array().unwrap();
    assert!(items.len() >= 19, "{}", items.len());
    for item in items {
        assert_eq!(item["inputs"]["type"], "object", "{item:#}");
        for (name, field) in item["inputs"]["properties"].as_object().unwrap() {
            assert!(field["description"].is_string(), "{} says nothing of `{name}`", item["name"]);
        }
    }
}

#[tokio::test]
async fn a_method_answers_with_its_working_or_with_every_problem_at_its_place() {
    let served = served().await;
    let inputs = json!({ "risk": 0.05, "tolerable": "0.06", "expected": 0.01 });
    let done = served.post("/methods/sample-size", JSON, &[], inputs.to_string()).await;
    assert_eq!((done.status, &done.json["size"], &done.json["deviations"]), (200, &json!(78), &json!(1)));
    assert!(done.json["working"]["steps"].as_array().unwrap().len() > 1);
    let inputs = json!({ "risk": "2", "tolerable": "0.01", "expected": "0.05", "more": 1 });
    let bad = served.post("/methods/sample-size", JSON, &[], inputs.to_string()).await;
    let places: Vec<&str> = bad.json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["at"].as_str().unwrap())
        .collect();
    assert_eq!(
        (bad.status, places),
        (422, vec!["/more", "/risk", "/expected"]),
        "what is no field is said first"
    );
    let none = served.post("/methods/guess", JSON, &[], "{}").await;
    assert_eq!((none.status, none.kind()), (404, "not_found"));
}

#[tokio::test]
async fn a_use_for_an_audit_that_is_not_there_is_refused_and_nothing_is_recorded() {
    let served = served().await;
    let audit = "01900000-0000-7000-8000-000000000001";
    let inputs = json!({ "risk": "0.05", "tolerable": "0.06" }).to_string();
    let path = format!("/methods/sample-size?audit={audit}");
    let refused = served.post(&path, JSON, &[], inputs).await;
    assert_eq!(refused.json["refusals"][0]["rule"], "record.unknown", "{:#}", refused.json);
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
    let none = served.get(&format!("/method-uses/{audit}/redone")).await;
    assert_eq!(none.status, 404);
}

#[tokio::test]
async fn tables_and_programmes_that_are_not_there_are_said_at_their_place() {
    let served = served().await;
    let id = "01900000-0000-7000-8000-000000000001";
    let inputs = json!({ "persons": 12 }).to_string();
    let at = |json: &Value| json["problems"][0]["at"].as_str().unwrap_or_default().to_owned();
    let no_table = served.post(&format!("/methods/audit-time?tables={id}"), JSON, &[], inputs.clone()).await;
    assert_eq!((no_table.status, at(&no_table.json)), (422, "?tables".to_owned()), "{:#}", no_table.json);
    let no_programme = served.post(&format!("/methods/assign?of_programme={id}"), JSON, &[], "{}").await;
    assert_eq!(no_programme.status, 404, "a programme that is not there, or is nobody's business");
    let other = served.post(&format!("/methods/audit-time?of_programme={id}"), JSON, &[], inputs).await;
    assert_eq!((other.status, at(&other.json)), (422, "?of_programme".to_owned()));
}

/// A programme with who manages it.
async fn programme(served: &harness::Served) -> (String, String) {
    served.act("organization.name", &json!({ "name": "Fernhill", "policy": null }), &[]).await.subject();
    let manager = served.person("Mara Manager").await;
    let by = [("x-on-behalf-of", manager.as_str())];
    let period = json!({ "from": "2026-01-01", "to": "2026-12-31" });
    let draft = json!({ "title": "Programme", "period": period, "days": "40" });
    let programme = served.act("programme.draft", &draft, &by).await.subject();
    let policy =
        served.get(&format!("/records/programme/{programme}")).await.json["record"]["policy"].clone();
    let text = json!({ "title": "Programme", "period": period, "objectives": [], "extent": null, "risks": [],
        "roles": [{ "person": manager, "role": "manager", "competence": "ten years" }], "days": "40", "policy": policy });
    served.act("programme.edit", &json!({ "programme": programme, "text": text }), &by).await.subject();
    (programme, manager)
}

fn table(edition: &str, content: &Value) -> Value {
    json!({ "table": { "key": "house-table", "title": "A table", "source": "The house's own count", "edition": edition,
        "certainty": "decided", "content": content } })
}

#[tokio::test]
async fn a_use_is_redone_by_the_table_it_names_after_that_was_retired() {
    let served = served().await;
    let (programme, manager) = programme(&served).await;
    let by = [("x-on-behalf-of", manager.as_str())];
    let days = |days: &str| json!({ "is": "days", "day_rows": [{ "from": 1, "to": 500, "days": days }] });
    let first = served.act("table.adopt", &table("2026", &days("6.5")), &[]).await.subject();
    let path = |id: &str| format!("/methods/audit-time?tables={id}&programme={programme}");
    let inputs = json!({ "persons": 120 }).to_string();
    let used = served.post(&path(&first), JSON, &by, inputs.clone()).await;
    assert_eq!((used.status, &used.json["days"]), (200, &json!("6.5")), "{:#}", used.json);
    let use_of = used.json["method_use"].as_str().unwrap().to_owned();

    let second = served.act("table.adopt", &table("2027", &days("7")), &[]).await.json;
    assert_eq!(second["events"].as_array().unwrap().len(), 2, "the one before is retired: {second:#}");
    let refused = served.post(&path(&first), JSON, &by, inputs.clone()).await;
    assert!(refused.json["problems"][0]["what"].as_str().unwrap().contains("retired"), "{:#}", refused.json);
    let redone = served.get(&format!("/method-uses/{use_of}/redone")).await;
    assert_eq!((redone.status, &redone.json["agrees"]), (200, &json!(true)), "{:#}", redone.json);
    let record = served.get(&format!("/records/method_use/{use_of}")).await.json;
    assert_eq!(record["record"]["tables"], json!([{ "method_table": first, "revision": 1 }]), "{record:#}");
    assert!(record["record"]["result"].as_str().unwrap().contains("\"days\":\"6.5\""), "{record:#}");

    // What is reckoned by the table in use is another result, and is redone by that.
    let second = second["events"][0]["subject"]["id"].as_str().unwrap();
    let used = served.post(&path(second), JSON, &by, inputs).await;
    assert_eq!(used.json["days"], "7", "{:#}", used.json);
}

#[tokio::test]
async fn one_of_several_systems_is_reckoned_by_a_table_that_names_it() {
    let served = served().await;
    let (programme, manager) = programme(&served).await;
    let by = [("x-on-behalf-of", manager.as_str())];
    let content = json!({ "is": "days", "day_rows": [{ "from": 1, "to": 500, "days": "8" }] });
    let id = served.act("table.adopt", &table("2026", &content), &[]).await.subject();
    let inputs = json!({ "systems": [{ "system": "isms", "persons": 55 }, { "system": "qms", "persons": 55 }],
        "integration": { "level": "0", "change": "0", "reason": "Nothing is integrated", "auditors": [{ "name": "Ada", "standards": 1 }] } });
    let given = async |tables: &str| {
        let path = format!("/methods/audit-time-integrated?tables={tables}&programme={programme}");
        served.post(&path, JSON, &by, inputs.to_string()).await.json
    };
    let done = given(&format!("qms:{id}")).await;
    assert_eq!((&done["sum_days"], &done["own_tables"][0]["id"]), (&json!("18"), &json!(id)), "{done:#}");
    let use_of = done["method_use"].as_str().unwrap();
    let redone = served.get(&format!("/method-uses/{use_of}/redone")).await;
    assert_eq!(redone.json["agrees"], true, "{:#}", redone.json);
    for (tables, said) in [
        (id.clone(), "for which"),
        (format!("ems:{id}"), "no system `ems`"),
        (format!("qms:{id},qms:{id}"), "already"),
    ] {
        let refused = given(&tables).await;
        let what = refused["problems"][0]["what"].as_str().unwrap_or_else(|| panic!("{refused:#}"));
        assert!(what.contains(said), "{tables}: {what}");
    }
    let single = format!("/methods/audit-time?tables=isms:{id}");
    let single = served.post(&single, JSON, &[], json!({ "persons": 5 }).to_string()).await;
    assert!(
        single.json["problems"][0]["what"].as_str().unwrap().contains("one management system"),
        "{:#}",
        single.json
    );
}

#[tokio::test]
async fn a_result_given_by_hand_is_the_one_that_comes_out() {
    let served = served().await;
    let audit = "01900000-0000-7000-8000-000000000001";
    let inputs = json!({ "risk": "0.05", "tolerable": "0.06", "expected": "0.01" });
    let done = served.post("/methods/sample-size", JSON, &[], inputs.to_string()).await.json;
    let mut result = done.clone();
    let working = result.as_object_mut().unwrap().remove("working").unwrap();
    let steps = working["steps"].as_array().unwrap().iter().map(|step| {
        let source = step["source"].as_str().filter(|source| !source.is_empty());
        json!({ "what": step["what"], "working": step["working"], "value": step["value"], "source": source })
    });
    let mut body = json!({ "audit": audit, "method": "sample-size", "software": concat!("Assize ", env!("CARGO_PKG_VERSION")),
        "inputs": inputs.to_string(), "result": assize_domain::kernel::entry::canonical(&result),
        "steps": steps.collect::<Value>(), "conclusion": working["conclusion"] });
    let rules = |json: &Value| -> Vec<String> {
        let refusals = json["refusals"].as_array().unwrap_or_else(|| panic!("{json:#}")).iter();
        let text = |refusal: &Value, key: &str| refusal[key].as_str().unwrap_or_default().to_owned();
        refusals.map(|refusal| text(refusal, "rule") + &text(refusal, "at")).collect()
    };
    let given = async |body: &Value| {
        rules(&served.post("/commands/method.record", JSON, &[], body.to_string()).await.json)
    };
    // What comes out goes on to the law, which knows no such audit.
    assert_eq!(given(&body).await, ["record.unknown/audit"]);
    body["conclusion"] = json!("Twenty-five are enough");
    assert_eq!(given(&body).await, ["method.reproduced/conclusion"]);
    let drawn = json!({ "draw": audit, "selected": ["a"], "algorithm": "mine" }).to_string();
    let refused = served.post("/commands/draw.record", JSON, &[], drawn).await;
    assert_eq!(rules(&refused.json), ["draw.reproduced"]);
}

#[tokio::test]
async fn what_cannot_be_drawn_from_is_said_before_there_is_a_draw() {
    let served = served().await;
    let path = |more: &str| {
        format!(
            "/draws?audit=01900000-0000-7000-8000-000000000001&name=Leavers&completeness=Counted&basis=Agreed&{more}"
        )
    };
    let at = |json: &Value| -> Vec<String> {
        let problems = json["problems"].as_array().unwrap().iter();
        problems.map(|problem| problem["at"].as_str().unwrap().to_owned()).collect()
    };
    let twice =
        served.post(&path("key=ticket&method=simple&size=1"), "text/csv", &[], "ticket\na\na\n").await;
    assert_eq!(twice.status, 422, "{:#}", twice.json);
    let column = served.post(&path("key=name&method=simple&size=1"), "text/csv", &[], "ticket\na\nb\n").await;
    assert_eq!((column.status, at(&column.json)), (422, vec!["/key".to_owned()]), "{:#}", column.json);
    let missing = served.post(&path("key=ticket&method=simple"), "text/csv", &[], "ticket\na\n").await;
    assert_eq!((missing.status, at(&missing.json)), (422, vec!["?size".to_owned()]));
    let media = served.post(&path("key=ticket&method=simple&size=1"), "text/html", &[], "<table>").await;
    assert_eq!(media.status, 415);
    let empty = served.post(&path("key=ticket&method=simple&size=1"), "text/csv", &[], "").await;
    assert_eq!((empty.status, at(&empty.json)), (422, vec!["row 1".to_owned()]));
    let fine = served.post(&path("key=ticket&method=simple&size=1"), "text/csv", &[], "ticket\na\n").await;
    assert_eq!(
        fine.json["refusals"][0]["rule"], "record.unknown",
        "the file is fine, the audit is not: {:#}",
        fine.json
    );
    for path in ["sample", "redone", "replacements?item=a&reason=Lost"] {
        let path = format!("/draws/01900000-0000-7000-8000-000000000001/{path}");
        assert_eq!(served.post(&path, "text/csv", &[], "ticket\na\n").await.status, 404, "{path}");
    }
}
