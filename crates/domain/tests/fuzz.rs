//! The fuzz targets of commands and entries, on a body of each command made from its schema and on what comes of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

#[path = "../../../fuzz/targets/mutate.rs"]
mod mutate;
#[path = "../../../fuzz/targets/domain.rs"]
mod targets;

use assize_domain::Command;
use serde_json::{Map, Value, json};

const WORDS: [&str; 18] = [
    "null",
    "true",
    "-1",
    "1e999",
    "9223372036854775808",
    "[]",
    "{}",
    "{\"is\":\"",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    ",",
    ":",
    "\"2026-02-30\"",
    "\"0198c0de-0000-7000-8000-000000000000\"",
    "\u{202E}",
    "\"A.5.1\"",
    "0.5",
];

/// A value that a schema takes, as far as it says.
fn value(schema: &Value) -> Value {
    if let Some(one) = schema.get("const") {
        return one.clone();
    }
    if let Some(first) = schema.pointer("/enum/0").or_else(|| schema.pointer("/examples/0")) {
        return first.clone();
    }
    if let Some(first) = schema.pointer("/oneOf/0").or_else(|| schema.pointer("/anyOf/0")) {
        return value(first);
    }
    let kind = schema["type"].as_str().or_else(|| schema.pointer("/type/0").and_then(Value::as_str));
    match kind {
        Some("object") => {
            let fields = schema["properties"].as_object().into_iter().flatten();
            Value::Object(fields.map(|(name, schema)| (name.clone(), value(schema))).collect::<Map<_, _>>())
        }
        Some("array") => json!([value(&schema["items"])]),
        Some("integer") => json!(schema["minimum"].as_i64().unwrap_or(1).max(1)),
        Some("boolean") => json!(true),
        _ => match schema["format"].as_str() {
            Some("uuid") => json!("0198c0de-0000-7000-8000-000000000000"),
            Some("date") => json!("2026-05-20"),
            Some("date-time") => json!("2026-05-20T09:00:00Z"),
            _ => json!("ISO/IEC 27001:2022"),
        },
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let body = |name: &&str| format!("{name}\n{}", value(&Command::schema(name).unwrap())).into_bytes();
    Command::NAMES.iter().map(body).collect()
}

#[test]
fn commands() {
    let seeds = seeds();
    let read = seeds.iter().filter(|seed| {
        let (name, body) = std::str::from_utf8(seed).unwrap().split_once('\n').unwrap();
        Command::read(name, &serde_json::from_str(body).unwrap()).unwrap().is_ok()
    });
    // Of these many are read as they are; the others meet the checks of their fields.
    assert!(read.count() * 3 > seeds.len());
    mutate::run(&seeds, &WORDS, 20_000, targets::command);
}

#[test]
fn entries() {
    let field = |name: &str| json!({ "n": name, "s": "00".repeat(16), "c": { "is": "operator" } });
    let closed = json!({ "n": "p.name", "h": "ab".repeat(32), "x": "erased" });
    let fields = json!([field("actor"), closed, field("subject")]);
    let mut all = vec![format!("x\n{fields}").into_bytes()];
    all.extend(seeds().into_iter().take(60));
    mutate::run(&all, &WORDS, 10_000, targets::entry);
}
