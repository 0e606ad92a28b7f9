//! Every rule of the law is refused by somewhere in its tests. The sources themselves are read: a rule that is declared
//! and named by no test fails here, and so does one that no list of rules holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Begins the tests of a file of the law.
const TESTS_BEGIN: &str = "#[cfg(test)]\nmod tests {";

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The law and its tests, as text.
fn law_and_tests() -> (String, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let (mut law, mut tests) = (String::new(), String::new());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let inside = file.strip_prefix(&root).unwrap();
        let is_test = inside.components().any(|part| {
            let part = part.as_os_str().to_str().unwrap();
            ["tests.rs", "tests", "testing.rs", "testing"].contains(&part)
        });
        if is_test {
            tests.push_str(&text);
        } else {
            let (own, its_tests) = text.split_once(TESTS_BEGIN).unwrap_or((&text, ""));
            law.push_str(own);
            tests.push_str(its_tests);
        }
    }
    (law, tests)
}

/// The names and ids of the rules that a text declares: `NAME = "id", "clause", "asks";` and `static NAME: Rule`.
fn declared(law: &str) -> BTreeMap<String, String> {
    let is_name = |name: &str| {
        name.chars().next().is_some_and(|c| c.is_ascii_uppercase())
            && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    };
    let mut rules = BTreeMap::new();
    for line in law.lines() {
        if let Some((name, rest)) = line.trim_start().split_once(" = \"")
            && is_name(name)
            && rest.ends_with("\";")
            && let Some((id, _)) = rest.split_once("\", \"")
        {
            rules.insert(name.to_owned(), id.to_owned());
        }
    }
    for (_, rest) in law.match_indices("static ").map(|(at, found)| law.split_at(at + found.len())) {
        if let Some((name, rest)) = rest.split_once(": Rule")
            && is_name(name)
            && let Some((_, id)) = rest.split_once("id: \"")
            && let Some((id, _)) = id.split_once('"')
        {
            rules.insert(name.to_owned(), id.to_owned());
        }
    }
    rules
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect()
}

#[test]
fn every_rule_is_refused_by_in_a_test() {
    let (law, tests) = law_and_tests();
    let rules = declared(&law);
    let named = words(&tests);
    let untested: Vec<_> = rules.iter().filter(|(name, _)| !named.contains(name.as_str())).collect();
    assert!(untested.is_empty(), "no test is refused by these rules: {untested:#?}");
}

#[test]
fn every_rule_is_listed_once_under_an_id_of_its_own() {
    let (law, _) = law_and_tests();
    let declared: Vec<String> = declared(&law).into_values().collect();
    let mut in_sources: Vec<&str> = declared.iter().map(String::as_str).collect();
    in_sources.sort_unstable();
    let mut listed: Vec<&str> = crate::registry::rules().map(|rule| rule.id).collect();
    listed.sort_unstable();
    assert_eq!(in_sources, listed);
    let ids: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(ids.len(), listed.len(), "an id stands twice");
}

#[test]
fn a_declared_rule_is_found_in_either_form() {
    let law = "rules! {\n    ONE = \"a.one\", \"x\", \"y\";\n}\npub static TWO: Rule =\n    Rule { id: \"a.two\", clause: \"x\" };\n";
    let found: Vec<_> = declared(law).into_iter().collect();
    assert_eq!(found, [("ONE".to_owned(), "a.one".to_owned()), ("TWO".to_owned(), "a.two".to_owned())]);
}
