//! The JSON Schema of the format and the reader of it agree.

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

use assize_catalogue::{BUILTIN, Catalogue, limits};
use house::{CHECKLIST, DOORS, HEARTH, LAMPS, LATER, MAPPING, SET, TRAIL, load, tests, words};
use serde_json::Value;

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../../../docs/catalogue.schema.json")).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn fits(schema: &jsonschema::Validator, text: &str) -> bool {
    let value: Value = toml::from_str(text).unwrap();
    schema.is_valid(&value)
}

#[test]
fn every_file_of_the_built_in_catalogue_fits_and_so_does_what_is_exported() {
    let schema = schema();
    for (name, text) in BUILTIN {
        assert!(fits(&schema, text), "{name}");
    }
    let catalogue = Catalogue::builtin().unwrap_or_else(|problems| panic!("{}", words(&problems)));
    for (id, text) in catalogue.export_all_toml() {
        assert!(fits(&schema, &text), "{id}");
    }
}

/// What reader and schema both refuse in a single file: the good text, and changes of it.
#[test]
fn what_the_reader_refuses_in_a_file_the_schema_refuses_too() {
    let schema = schema();
    let good = tests(&[DOORS, LAMPS]);
    let with = |text: &str| load(&[("set", SET), ("it", text)]).is_ok();
    let long = |chars: usize| "x".repeat(chars);
    let count =
        |of: usize, text: &str| (0..of).map(|n| format!("\"{text} {n}\"")).collect::<Vec<_>>().join(", ");
    let entry = "\"hinges and bolts of the cellar door\"";
    let cases = [
        ("criteria = \"House 1\"", String::new(), false),
        ("criteria = \"House 1\"", "criteria = \"House 1\"\ncolour = 1".into(), false),
        ("id = \"T-1\"", "id = \"T 1\"".into(), false),
        (
            "\"Do the doors of the house shut at night?\"",
            format!("\"{}\"", long(*limits::TITLE_CHARS.start())),
            true,
        ),
        (
            "\"Do the doors of the house shut at night?\"",
            format!("\"{}\"", long(*limits::TITLE_CHARS.start() - 1)),
            false,
        ),
        (
            "\"Do the doors of the house shut at night?\"",
            format!("\"{}\"", long(*limits::TITLE_CHARS.end())),
            true,
        ),
        (
            "\"Do the doors of the house shut at night?\"",
            format!("\"{}\"", long(*limits::TITLE_CHARS.end() + 1)),
            false,
        ),
        (entry, format!("\"{}\"", long(*limits::ENTRY_CHARS.start())), true),
        (entry, format!("\"{}\"", long(*limits::ENTRY_CHARS.start() - 1)), false),
        (entry, format!("\"{}\"", long(*limits::ENTRY_CHARS.end())), true),
        (entry, format!("\"{}\"", long(*limits::ENTRY_CHARS.end() + 1)), false),
        (entry, format!("{entry}, {entry}"), false),
        (entry, "\" hinges and bolts\"".into(), false),
        ("minutes = 20", format!("minutes = {}", limits::TEST_MINUTES.start()), true),
        ("minutes = 20", format!("minutes = {}", limits::TEST_MINUTES.start() - 1), false),
        ("minutes = 20", format!("minutes = {}", limits::TEST_MINUTES.end() + 1), false),
        ("minutes = 20", "minutes = \"20\"".into(), false),
        ("minutes = 20", String::new(), false),
        ("remote = [\"let a guide turn each key before the camera\"]", String::new(), false),
        (
            "\"let a guide turn each key before the camera\"",
            count(*limits::TEST_REMOTE.end(), "camera and guide"),
            true,
        ),
        (
            "\"let a guide turn each key before the camera\"",
            count(*limits::TEST_REMOTE.end() + 1, "camera and guide"),
            false,
        ),
        (
            "[\"each round has a time and initials\"]",
            format!("[{}]", count(*limits::TEST_SIGNS.end() + 1, "a sign of many")),
            false,
        ),
        (", small = \"each night since the door was hung\"", String::new(), false),
        ("fair = \"three of them", "note = \"three of them".into(), false),
        ("kind = \"record\"", "kind = \"paper\"".into(), false),
        ("holder = \"the watchman\" }", "holder = \"x\" }".into(), false),
        (", major = \"goods were stolen through it\"", String::new(), false),
        ("breaches = [\"1.2\"], major = \"goods", "breaches = [], major = \"goods".into(), false),
        ("related = [\"House rules:1999 3\"]", "related = [\"House rules\"]".into(), false),
        ("related = [\"House rules:1999 3\"]", "related = []".into(), true),
        ("requirements = [\"1.1\"]", "requirements = []".into(), false),
        ("requirements = [\"1.1\"]", "audit_types = [\"first\"]\nrequirements = [\"1.1\"]".into(), false),
    ];
    assert!(with(&good) && fits(&schema, &good));
    for (from, to, is_good) in cases {
        assert_eq!(good.matches(from).count(), 1, "{from}");
        let text = good.replace(from, &to);
        assert_eq!(with(&text), is_good, "the reader on {from} -> {to}");
        assert_eq!(fits(&schema, &text), is_good, "the schema on {from} -> {to}");
    }
}

#[test]
fn the_other_files_fit_and_their_faults_do_not() {
    let schema = schema();
    for good in [SET, LATER, MAPPING, CHECKLIST, TRAIL] {
        assert!(fits(&schema, good), "{good}");
    }
    let whole = format!("{SET}{}", [DOORS, LAMPS, HEARTH, TRAIL].concat());
    assert!(load(&[("it", &whole)]).is_ok() && fits(&schema, &whole));
    for (good, from, to) in [
        (SET, "publisher = \"The house\"", ""),
        (SET, "id = \"1.1\"", "id = \"\""),
        (SET, "certainty = \"two_sources\"", "certainty = \"sure\""),
        (MAPPING, "relation = \"equal\"", "relation = \"same\""),
        (MAPPING, "source = \"ours\"", ""),
        (CHECKLIST, "need = \"as_fit\"", "need = \"maybe\""),
        (CHECKLIST, "criteria = \"House 1\", ", ""),
        (TRAIL, "  { test = \"T-1\", carry = \"the date of the night\" },\n", ""),
        (TRAIL, "case = \"one night of the last month, chosen by lot\"", ""),
    ] {
        assert_eq!(good.matches(from).count(), 1, "{from}");
        let text = good.replace(from, to);
        assert!(load(&[("it", &text)]).is_err(), "{text}");
        assert!(!fits(&schema, &text), "{text}");
    }
}
