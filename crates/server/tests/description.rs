//! The description of the API: valid OpenAPI 3.1, and of the API that there is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use std::collections::BTreeSet;

use assize_domain::{Command, Kind};
use harness::served;
use serde_json::{Value, json};

/// OpenAPI's own schema of descriptions of version 3.1, of 7 October 2022 (Apache-2.0).
const OPENAPI: &str = include_str!("fixtures/openapi-3.1.schema.json");
const METHODS: [&str; 4] = ["get", "post", "delete", "put"];

/// Every operation: method, path, itself.
fn operations(description: &Value) -> Vec<(&str, &str, &Value)> {
    let paths = description["paths"].as_object().unwrap().iter();
    paths
        .flat_map(|(path, item)| {
            METHODS.iter().filter_map(move |method| Some((*method, path.as_str(), item.get(method)?)))
        })
        .collect()
}

fn each<'v>(value: &'v Value, found: &mut dyn FnMut(&'v Value)) {
    found(value);
    match value {
        Value::Array(list) => list.iter().for_each(|one| each(one, found)),
        Value::Object(object) => object.values().for_each(|one| each(one, found)),
        _ => {}
    }
}

#[test]
fn it_is_valid_and_its_schemas_are_and_every_reference_leads_somewhere() {
    let description = assize_server::description();
    let validator = jsonschema::validator_for(&serde_json::from_str(OPENAPI).unwrap()).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&description)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    let mut broken = description.clone();
    broken["paths"]["/healthz"]["get"]["responses"] = json!({});
    assert!(!validator.is_valid(&broken), "the schema sees what is wrong");

    for (name, schema) in description["components"]["schemas"].as_object().unwrap() {
        assert!(jsonschema::meta::is_valid(schema), "{name}");
    }
    each(&description, &mut |value| {
        if let Some(to) = value.get("$ref").and_then(Value::as_str) {
            assert!(description.pointer(to.strip_prefix('#').unwrap()).is_some(), "{to} is nowhere");
        }
    });
}

#[test]
fn it_names_every_command_and_every_kind_of_record_and_no_operation_twice() {
    let description = assize_server::description();
    let paths = description["paths"].as_object().unwrap();
    for name in Command::NAMES {
        assert!(paths[&format!("/api/v1/commands/{name}")]["post"].is_object());
    }
    for kind in Kind::ALL {
        assert!(paths[&format!("/api/v1/records/{kind}")]["get"].is_object());
        assert!(paths[&format!("/api/v1/records/{kind}/{{id}}")]["get"].is_object());
    }
    let mut ids = BTreeSet::new();
    for (method, path, operation) in operations(&description) {
        if let Some(id) = operation["operationId"].as_str() {
            assert!(ids.insert(id), "{id} twice");
        }
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let has_id = parameters.iter().any(|parameter| parameter["$ref"] == "#/components/parameters/id");
        assert_eq!(path.contains("{id}"), has_id, "{method} {path}");
    }
}

/// The templates of the router's table, as its source has them.
fn routed() -> BTreeSet<(String, String)> {
    let source = include_str!("../src/router.rs");
    let mut found = BTreeSet::new();
    for line in source.lines().filter_map(|line| line.trim().strip_prefix(".route(\"")) {
        let (path, handlers) = line.split_once("\", ").unwrap();
        let path = match path {
            "/healthz" | "/readyz" | "/metrics" => path.to_owned(),
            _ => format!("/api/v1{path}"),
        };
        for method in METHODS {
            if handlers.contains(&format!("{method}(")) {
                found.insert((method.to_owned(), path.clone()));
            }
        }
    }
    found
}

#[test]
fn every_route_is_described_and_every_description_is_routed() {
    let description = assize_server::description();
    let described: BTreeSet<(String, String)> = operations(&description)
        .into_iter()
        .map(|(method, path, _)| {
            let generic = if path.starts_with("/api/v1/commands/") {
                "/api/v1/commands/{name}".to_owned()
            } else if path.starts_with("/api/v1/methods/") {
                "/api/v1/methods/{name}".to_owned()
            } else if let Some(rest) = path.strip_prefix("/api/v1/records/") {
                format!("/api/v1/records/{{kind}}{}", if rest.contains('/') { "/{id}" } else { "" })
            } else {
                path.to_owned()
            };
            (method.to_owned(), generic)
        })
        .collect();
    let routed = routed();
    assert!(routed.len() > 25, "the router's table was not read: {routed:?}");
    assert_eq!(described, routed);
}

#[tokio::test]
async fn every_described_operation_is_there_and_asks_for_a_token_as_it_says() {
    let served = served().await;
    for (method, path, operation) in operations(&assize_server::description()) {
        let path = path.replace("{id}", "0198c0de-0000-7000-8000-000000000000");
        let answer = served.send(&method.to_uppercase(), &path, &[], "").await;
        let open = operation["security"] == json!([]);
        assert_eq!(answer.status, if open { 200 } else { 401 }, "{method} {path}");
    }
}

#[tokio::test]
async fn what_is_served_is_the_description_and_the_lists_are_whole() {
    let served = served().await;
    let document = served.send("GET", "/api/v1/openapi.json", &[], "").await;
    assert_eq!(document.json, assize_server::description());
    let commands = served.get("/commands").await;
    assert_eq!(commands.json["items"].as_array().unwrap().len(), Command::NAMES.len());
    let rules = served.get("/rules").await;
    let rules = rules.json["items"].as_array().unwrap();
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert!(ids.len() == rules.len() && ids.len() > 100, "{} of {}", ids.len(), rules.len());
    assert_eq!(served.send("GET", "/api/v1/problems", &[], "").await.status, 200);
}

/// The description with each path and each component on a line of its own, so that a change shows where it is.
fn by_line(description: &Value) -> String {
    fn lines(value: &Value, depth: usize, out: &mut String) {
        let space = "  ".repeat(depth + 1);
        match value.as_object().filter(|object| depth < 3 && !object.is_empty()) {
            None => out.push_str(&value.to_string()),
            Some(object) => {
                let fields = object.iter().map(|(name, value)| {
                    let mut line = format!("{space}{}: ", Value::from(name.as_str()));
                    let depth = if name == "paths" || name == "info" { 2 } else { depth + 1 };
                    lines(value, depth, &mut line);
                    line
                });
                let fields: Vec<String> = fields.collect();
                out.push_str(&format!("{{\n{}\n{}}}", fields.join(",\n"), "  ".repeat(depth)));
            }
        }
    }
    let mut out = String::new();
    lines(description, 0, &mut out);
    out.push('\n');
    out
}

#[test]
fn the_reference_holds_it() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/openapi.json");
    let text = by_line(&assize_server::description());
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), assize_server::description());
    if std::env::var_os("ASSIZE_RENEW").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    for (number, (kept, now)) in kept.lines().zip(text.lines()).enumerate() {
        assert_eq!(
            kept,
            now,
            "line {} of docs/reference/openapi.json is old: read what changed, then run this test with ASSIZE_RENEW=1",
            number + 1
        );
    }
    assert_eq!(
        kept.lines().count(),
        text.lines().count(),
        "docs/reference/openapi.json is old: run this test with ASSIZE_RENEW=1"
    );
}
