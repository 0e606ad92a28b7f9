//! The words of the pages: every language has the same messages, none is missing, and no text stands outside of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

mod said;

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![here().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The keys of a language's messages, each with the file that has it.
fn keys(language: &str) -> BTreeMap<String, PathBuf> {
    let mut keys = BTreeMap::new();
    for file in files(&format!("words/{language}"), "ftl") {
        let text = std::fs::read_to_string(&file).unwrap();
        if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
            panic!("{}: {errors:?}", file.display());
        }
        for line in text.lines() {
            let Some((key, _)) = line.split_once(" =") else { continue };
            if key.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let twice = keys.insert(key.to_owned(), file.clone());
                assert!(twice.is_none(), "{key} is in {} and in {twice:?}", file.display());
            }
        }
    }
    keys
}

#[test]
fn every_file_of_messages_is_read() {
    let source = std::fs::read_to_string(here().join("src/web/words.rs")).unwrap();
    for language in ["en", "de"] {
        let list =
            source.split(&format!("files!(\"{language}\":")).nth(1).unwrap().split(';').next().unwrap();
        for file in files(&format!("words/{language}"), "ftl") {
            let name = file.file_stem().unwrap().to_str().unwrap();
            assert!(list.contains(&format!("\"{name}\"")), "words/{language}/{name}.ftl is read by nobody");
        }
    }
}

#[test]
fn every_language_has_every_message() {
    let (english, german) = (keys("en"), keys("de"));
    assert!(english.len() > 400, "{}", english.len());
    let of = |keys: &BTreeMap<String, PathBuf>| keys.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(of(&english), of(&german));
}

#[test]
fn every_message_that_is_asked_for_is_there_and_no_page_message_is_idle() {
    let keys = keys("en");
    let mut sources = String::new();
    for file in files("src", "rs").into_iter().chain(files("templates", "html")) {
        sources.push_str(&std::fs::read_to_string(file).unwrap());
    }
    for ask in [".say(\"", ".with(\"", ".with2(\"", ".with_all(\""] {
        for (at, _) in sources.match_indices(ask) {
            let rest = &sources[at + ask.len()..];
            let key = &rest[..rest.find('"').unwrap()];
            assert!(keys.contains_key(key), "no message `{key}`");
        }
    }
    // Some keys are put together: those of months, tabs, faults, policies and of the law.
    let made = [
        "month-",
        "audit-tab-",
        "fault-",
        "report-item-",
        "Assignment-",
        "policy-",
        "Role-",
        "security-",
        "file-",
        "calendar-",
        "table-",
        "column-",
        "Role-",
        "factor-",
        "door-task-",
        "door-act-",
        "meaning-",
        "notice-",
        "mail-state-",
        "mail-kind-",
        "mail-often-",
        "webhook-delivery-",
        "texts-about-",
        "claims-means-",
        "claims-layout-",
        "claims-puzzle-",
        "technical-format-",
        "technical-weight-",
        "texts-placeholder-",
        "placeholder-",
        "step-",
        "tables-about-",
        "tables-calendar-",
        "tables-changes-",
        "tables-means-",
        "tables-title-",
        "tables-wrong-",
    ];
    for (key, file) in &keys {
        let of_law =
            ["law.ftl", "fields.ftl", "commands.ftl", "events.ftl", "rules.ftl", "methods.ftl", "said.ftl"];
        let of_pages = !of_law.iter().any(|name| file.ends_with(name));
        let used =
            || made.iter().any(|made| key.starts_with(made)) || sources.contains(&format!("\"{key}\""));
        assert!(!of_pages || used(), "the message `{key}` is asked for by no page");
    }
}

#[test]
fn every_command_has_its_words() {
    let keys = keys("en");
    for name in assize_domain::Command::NAMES {
        let key = format!("do-{}", name.replace('.', "_"));
        assert!(keys.contains_key(&key), "{key}");
    }
}

#[test]
fn every_policy_says_in_english_what_its_title_says_and_every_role_has_its_word() {
    let text = std::fs::read_to_string(here().join("words/en/access.ftl")).unwrap();
    for sentence in assize_access::sentences() {
        let line = format!("policy-{} = {}", sentence.id, sentence.title);
        assert!(text.lines().any(|there| there == line), "{line}");
    }
    let there = text.lines().filter(|line| line.starts_with("policy-")).count();
    assert_eq!(there, assize_access::sentences().len());
    let keys = keys("en");
    for role in assize_domain::access::Role::WORDS.iter().chain(&["everyone", "operator"]) {
        assert!(keys.contains_key(&format!("Role-{role}")), "{role}");
    }
}

/// What is between tags in a template and is neither an expression nor a sign is text that no language can change.
#[test]
fn no_text_stands_in_a_template() {
    // The product's name and a command are the same in every language.
    let allowed = ["Assize", "– Assize", "assize link --for"];
    for file in files("templates", "html") {
        let mut text = std::fs::read_to_string(&file).unwrap();
        for (open, close) in [("{%", "%}"), ("{{", "}}"), ("<", ">")] {
            while let Some(from) = text.find(open) {
                let to = text[from..].find(close).map_or(text.len(), |to| from + to + close.len());
                text.replace_range(from..to, "\u{1}");
            }
        }
        for part in text.split('\u{1}').map(str::trim).filter(|part| !part.is_empty()) {
            let plain = allowed.contains(&part) || !part.chars().any(char::is_alphabetic);
            assert!(plain, "{}: the text `{part}` is in no message file", file.display());
        }
    }
}

#[test]
fn no_style_or_script_stands_in_a_template() {
    for file in files("templates", "html") {
        let text = std::fs::read_to_string(&file).unwrap();
        for inline in [" style=", "<style", " onclick=", " onload=", "<script>", "javascript:"] {
            assert!(!text.contains(inline), "{}: {inline}", file.display());
        }
    }
}
