//! The table of OWASP ASVS 5.0 (docs/asvs.md) has every requirement of levels 1 and 2 once, by its id, and names tests that are there.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The sections of the standard and the numbers of their requirements of levels 1 and 2.
#[rustfmt::skip]
const REQUIREMENTS: &[(&str, &[u8])] = &[
    ("1.1", &[1, 2]),
    ("1.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("1.3", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("1.4", &[1, 2, 3]),
    ("1.5", &[1, 2]),
    ("2.1", &[1, 2, 3]),
    ("2.2", &[1, 2, 3]),
    ("2.3", &[1, 2, 3, 4]),
    ("2.4", &[1]),
    ("3.2", &[1, 2]),
    ("3.3", &[1, 2, 3, 4]),
    ("3.4", &[1, 2, 3, 4, 5, 6]),
    ("3.5", &[1, 2, 3, 4, 5]),
    ("3.7", &[1, 2]),
    ("4.1", &[1, 2, 3]),
    ("4.2", &[1]),
    ("4.3", &[1, 2]),
    ("4.4", &[1, 2, 3, 4]),
    ("5.1", &[1]),
    ("5.2", &[1, 2, 3]),
    ("5.3", &[1, 2]),
    ("5.4", &[1, 2, 3]),
    ("6.1", &[1, 2, 3]),
    ("6.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("6.3", &[1, 2, 3, 4]),
    ("6.4", &[1, 2, 3, 4]),
    ("6.5", &[1, 2, 3, 4, 5]),
    ("6.6", &[1, 2, 3]),
    ("6.8", &[1, 2, 3, 4]),
    ("7.1", &[1, 2, 3]),
    ("7.2", &[1, 2, 3, 4]),
    ("7.3", &[1, 2]),
    ("7.4", &[1, 2, 3, 4, 5]),
    ("7.5", &[1, 2]),
    ("7.6", &[1, 2]),
    ("8.1", &[1, 2]),
    ("8.2", &[1, 2, 3]),
    ("8.3", &[1]),
    ("8.4", &[1]),
    ("9.1", &[1, 2, 3]),
    ("9.2", &[1, 2, 3, 4]),
    ("10.1", &[1, 2]),
    ("10.2", &[1, 2]),
    ("10.3", &[1, 2, 3, 4]),
    ("10.4", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("10.5", &[1, 2, 3, 4, 5]),
    ("10.6", &[1, 2]),
    ("10.7", &[1, 2, 3]),
    ("11.1", &[1, 2]),
    ("11.2", &[1, 2, 3]),
    ("11.3", &[1, 2, 3]),
    ("11.4", &[1, 2, 3, 4]),
    ("11.5", &[1]),
    ("11.6", &[1]),
    ("12.1", &[1, 2, 3]),
    ("12.2", &[1, 2]),
    ("12.3", &[1, 2, 3, 4]),
    ("13.1", &[1]),
    ("13.2", &[1, 2, 3, 4, 5]),
    ("13.3", &[1, 2]),
    ("13.4", &[1, 2, 3, 4, 5]),
    ("14.1", &[1, 2]),
    ("14.2", &[1, 2, 3, 4]),
    ("14.3", &[1, 2, 3]),
    ("15.1", &[1, 2, 3]),
    ("15.2", &[1, 2, 3]),
    ("15.3", &[1, 2, 3, 4, 5, 6, 7]),
    ("16.1", &[1]),
    ("16.2", &[1, 2, 3, 4, 5]),
    ("16.3", &[1, 2, 3, 4]),
    ("16.4", &[1, 2, 3]),
    ("16.5", &[1, 2, 3]),
    ("17.1", &[1]),
    ("17.2", &[1, 2, 3, 4]),
    ("17.3", &[1, 2]),
];

const HOW: [&str; 4] = ["met", "part", "not met", "n/a"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The rows of the table: ids, how, where, tests.
fn rows() -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root().join("docs/asvs.md")).unwrap();
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    text.lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit())
        .map(cells)
        .collect()
}

/// Every function of the sources.
fn functions() -> BTreeSet<String> {
    let (mut found, mut folders) = (BTreeSet::new(), vec![root().join("crates")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let text = std::fs::read_to_string(path).unwrap();
                found.extend(text.split("fn ").skip(1).map(|rest| {
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>()
                }));
            }
        }
    }
    found
}

#[test]
fn every_requirement_stands_in_the_table_once() {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for (section, numbers) in REQUIREMENTS {
        wanted.extend(numbers.iter().map(|number| format!("{section}.{number}")));
    }
    assert_eq!(wanted.len(), 253);
    let mut there = BTreeSet::new();
    for row in rows() {
        for id in row[0].split(',').map(str::trim) {
            assert!(there.insert(id.to_owned()), "{id} stands twice");
        }
        assert!(HOW.contains(&row[1].as_str()), "{row:?}");
        assert!(row[2].len() >= 5, "{row:?} says too little");
    }
    assert_eq!(there, wanted);
}

#[test]
fn every_test_that_is_named_is_there() {
    let functions = functions();
    let documents = ["docs/asvs.md", "docs/threat-model.md"];
    for document in documents {
        let text = std::fs::read_to_string(root().join(document)).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        // A name of a test is a sentence: no other name in these documents has so many words.
        for name in quoted.filter(|name| {
            name.matches('_').count() >= 4
                && name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
        }) {
            assert!(functions.contains(name), "{document}: there is no test `{name}`");
        }
    }
}

#[test]
fn what_is_counted_is_what_stands_there() {
    let text = std::fs::read_to_string(root().join("docs/asvs.md")).unwrap();
    let count = |how: &str| {
        rows().iter().filter(|row| row[1] == how).map(|row| row[0].split(',').count()).sum::<usize>()
    };
    let said = format!(
        "{} are met, {} in part, {} are not, and {} do not apply",
        count("met"),
        count("part"),
        count("not met"),
        count("n/a")
    );
    assert!(text.contains(&said), "say: {said}");
}
