//! OSCAL of others: read as far as it is catalogs of controls, and every departure named by its path.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    dead_code,
    reason = "a test that meets what it did not expect fails"
)]

mod house;

use assize_catalogue::format::{Import, Strictness, import_oscal};
use house::words;
use proptest::prelude::*;
use serde_json::{Value, json};

const WHEN: &str = "2026-01-02T03:04:05Z";

fn oscal(text: &str, strictness: Strictness) -> Import {
    import_oscal("it.json", text, &[], strictness, None)
}

/// A small catalog of somebody else.
fn catalog() -> Value {
    json!({ "catalog": {
        "uuid": "6c5b1a4e-3a0e-4c58-9d4e-111111111111",
        "metadata": {
            "title": "Rules of the yard", "last-modified": WHEN, "version": "3", "oscal-version": "1.1.2",
            "parties": [
                { "uuid": "6c5b1a4e-3a0e-4c58-9d4e-222222222222", "type": "organization", "name": "Printers" },
                { "uuid": "6c5b1a4e-3a0e-4c58-9d4e-333333333333", "type": "organization", "name": "Yard masters" },
            ],
            "responsible-parties": [{ "role-id": "creator", "party-uuids": ["6c5b1a4e-3a0e-4c58-9d4e-333333333333"] }],
        },
        "groups": [{
            "id": "gt", "class": "family", "title": "Gates",
            "controls": [
                { "id": "gt-1", "class": "yard", "title": "Gate book",
                  "props": [{ "name": "label", "class": "zero-padded", "value": "GT-01" }, { "name": "label", "value": "GT-1" }],
                  "params": [{ "id": "gt-1_prm_1" }],
                  "parts": [{ "id": "gt-1_smt", "name": "statement", "prose": "Write each cart down." }],
                  "controls": [{ "id": "gt-1.1", "title": "Night carts" }] },
                { "id": "gt-2", "title": "Gate keys" },
            ],
        }],
    } })
}

#[test]
fn a_foreign_catalog_becomes_a_set_and_its_wording_stays_where_it_is() {
    let imported = oscal(&catalog().to_string(), Strictness::Strict);
    assert_eq!(imported.problems, [], "{}", words(&imported.problems));
    let set = imported.catalogue.criteria(&"Rules of the yard 3".parse().unwrap()).unwrap();
    assert_eq!((set.publisher.as_str(), set.edition.as_str()), ("Yard masters", "3"));
    let rows: Vec<(&str, &str, Option<&str>)> = set
        .requirements()
        .map(|one| (one.id.as_str(), one.title.as_str(), one.parent.as_ref().map(|parent| parent.as_str())))
        .collect();
    assert_eq!(
        rows,
        [
            ("GT-1", "Gate book", Some("gt")),
            ("gt", "Gates", None),
            ("gt-1.1", "Night carts", Some("GT-1")),
            ("gt-2", "Gate keys", Some("gt"))
        ]
    );
    let said = words(&imported.remarks);
    assert!(said.contains("1 controls have wording, which was left out"), "{said}");
    assert!(said.contains("1 controls and groups have parameters"), "{said}");
    assert!(!imported.catalogue.export_all_toml().values().any(|text| text.contains("each cart")));
}

#[test]
fn faults_of_a_catalog_are_named_by_their_path() {
    let at = |pointer: &str, value: Value| {
        let mut root = catalog();
        match value {
            Value::Null => {
                let (parent, key) = pointer.rsplit_once('/').unwrap();
                root.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
            }
            value => {
                let (parent, key) = pointer.rsplit_once('/').unwrap();
                match root.pointer_mut(parent).unwrap() {
                    Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
                    other => other[key] = value,
                }
            }
        }
        root.to_string()
    };
    // Where it is, what it becomes, the path and the words of the problem, and whether one can be lenient about it.
    let cases: &[(&str, Value, &str, &str, bool)] = &[
        (
            "/catalog/uuid",
            json!("0198d1c2-0000-7000-8000-000000000000"),
            "/catalog/uuid",
            "no UUID of version 4 or 5",
            true,
        ),
        ("/catalog/uuid", Value::Null, "/catalog/uuid", "is missing", true),
        ("/catalog/colour", json!("red"), "/catalog/colour", "is not known in OSCAL here", true),
        ("/catalog/metadata", json!([]), "/catalog/metadata", "is missing", true),
        ("/catalog/metadata/title", json!(3), "/catalog/metadata/title", "is no text", true),
        (
            "/catalog/metadata/oscal-version",
            json!("2.0.0"),
            "/catalog/metadata/oscal-version",
            "no version from 1.0 to 1.2",
            true,
        ),
        (
            "/catalog/groups/0/controls/1/id",
            json!("2 gates"),
            "/catalog/groups/0/controls/1/id",
            "is no token",
            true,
        ),
        (
            "/catalog/groups/0/controls/1/id",
            json!("gt-1"),
            "/catalog/groups/0/controls/1/id",
            "`gt-1` stands twice",
            true,
        ),
        (
            "/catalog/groups/0/controls/1/title",
            Value::Null,
            "/catalog/groups/0/controls/1/title",
            "is missing",
            true,
        ),
        (
            "/catalog/groups/0/controls/1/title",
            json!("x".repeat(201)),
            "/catalog/groups/0/controls/1/title",
            "more than 200",
            true,
        ),
        (
            "/catalog/groups/0/controls/1/parts",
            json!([]),
            "/catalog/groups/0/controls/1/parts",
            "is an empty list",
            true,
        ),
        (
            "/catalog/groups/0/controls/0/controls",
            json!({}),
            "/catalog/groups/0/controls/0/controls",
            "is no list",
            true,
        ),
        ("/catalog/groups/0/controls/1", json!(7), "/catalog/groups/0/controls/1", "is no object", true),
        ("/catalog/groups", json!([]), "/catalog", "holds no control", false),
    ];
    for (pointer, value, path, what, can_pass) in cases {
        let text = at(pointer, value.clone());
        let strict = oscal(&text, Strictness::Strict);
        let found = strict
            .problems
            .iter()
            .any(|problem| problem.path == *path && problem.what.to_string().contains(what));
        assert!(found, "{pointer}:\n{}", words(&strict.problems));
        let lenient = oscal(&text, Strictness::Lenient);
        assert_eq!(lenient.problems.is_empty(), *can_pass, "{pointer}:\n{}", words(&lenient.problems));
        if *can_pass {
            assert!(
                lenient
                    .remarks
                    .iter()
                    .any(|remark| remark.path == *path && remark.what.to_string().contains(what)),
                "{pointer}"
            );
        }
    }
}

#[test]
fn hostile_json_is_refused() {
    for text in [
        "",
        "{",
        "null",
        "[]",
        "{\"catalog\": 3}",
        &"[".repeat(1_000_000),
        &format!("{{\"catalog\": {}", "{\"a\":".repeat(100_000)),
    ] {
        for strictness in [Strictness::Strict, Strictness::Lenient] {
            assert!(!oscal(text, strictness).problems.is_empty());
        }
    }
    let mut control = json!({ "id": "c", "title": "x" });
    for n in 0..30 {
        control = json!({ "id": format!("c{n}"), "title": "x", "controls": [control] });
    }
    let mut deep = catalog();
    deep["catalog"]["controls"] = json!([control]);
    assert!(
        words(&oscal(&deep.to_string(), Strictness::Lenient).problems).contains("groups and controls deep")
    );
}

proptest! {
    #[test]
    fn whatever_json_comes_is_read_or_refused(pointer in 0usize..60, value in prop::sample::select(vec!["null", "3", "\"\"", "[]", "{}", "[{}]", "{\"a\":[]}", "true", "\"\\u0000\""])) {
        let whole = catalog().to_string();
        let places: Vec<usize> = whole.match_indices(':').map(|(at, _)| at + 1).collect();
        let at = places[pointer % places.len()];
        let text = format!("{}{value},\"z\":{}", &whole[..at], &whole[at..]);
        let _ = oscal(&text, Strictness::Lenient);
        let _ = oscal(&text, Strictness::Strict);
    }
}
