//! A store that has lived, out and in again by the command line: a whole audit with its report, from SQLite to PostgreSQL and back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::json;
use shell::{json_of, said};

/// Files by name.
fn read(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn same(one: &Path, other: &Path) {
    let (one, other) = (read(one), read(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(*bytes == other[name], "{} differs", name.display());
    }
}

/// A database of a server that nobody else has, where the project's test command names a server.
async fn database() -> Option<String> {
    use sqlx::{AssertSqlSafe, Connection as _};
    let Ok(server) = std::env::var("ASSIZE_TEST_POSTGRES") else {
        eprintln!("ASSIZE_TEST_POSTGRES is not set: not tried on PostgreSQL");
        return None;
    };
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).unwrap();
    let name = format!("assize_test_{:016x}", u64::from_be_bytes(bytes));
    let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
    Some(format!("{server}/{name}"))
}

#[tokio::test]
async fn a_store_that_has_lived_moves_to_another_database_and_back_with_nothing_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (code, made) = json_of(folder.path(), &["demo", "--no-serve", "--dir", "here"]);
    assert_eq!(code, 0, "{made:#}");
    let at = folder.path().join("here");
    let at = at.as_path();
    assert_eq!(json_of(at, &["token", "new", "--label", "laptop"]).0, 0);
    let (code, done) = json_of(at, &["export", "store", "-o", "first"]);
    assert_eq!(code, 0, "{done:#}");
    assert!(done["entries"].as_i64().unwrap() > 500 && done["blobs"].as_u64().unwrap() > 5, "{done:#}");
    assert_eq!(
        said(at, &["export", "store", "-o", "first"]).0,
        2,
        "a folder that is there is not written into"
    );
    assert_eq!(json_of(at, &["import", "store", "first", "--check"]).1["entries"], done["entries"]);
    let second = match database().await {
        Some(database) => database,
        None => "sqlite:second/assize.db".to_owned(),
    };
    let there = ["--store", second.as_str(), "--evidence", "second/evidence", "--log", "second/log"];
    let (code, taken) = json_of(at, &[&["import", "store", "first"][..], &there].concat());
    assert_eq!(code, 0, "{taken:#}");
    assert_eq!((&taken["entries"], &taken["blobs"]), (&done["entries"], &done["blobs"]));
    assert_eq!(
        said(at, &[&["import", "store", "first"][..], &there].concat()).0,
        2,
        "nothing is overwritten"
    );
    let (code, found) = json_of(at, &[&["verify"][..], &there].concat());
    assert_eq!((code, &found["entries"]), (0, &done["entries"]), "{found:#}");
    assert_eq!(json_of(at, &[&["export", "store", "-o", "second.out"][..], &there].concat()).0, 0);
    same(&at.join("first"), &at.join("second.out"));
    // And back, by way of one file.
    assert_eq!(json_of(at, &[&["export", "store", "-o", "second.zip"][..], &there].concat()).0, 0);
    let back = ["--store", "sqlite:third/assize.db", "--evidence", "third/evidence", "--log", "third/log"];
    assert_eq!(json_of(at, &[&["import", "store", "second.zip"][..], &back].concat()).0, 0);
    assert_eq!(json_of(at, &[&["export", "store", "-o", "third.out"][..], &back].concat()).0, 0);
    same(&at.join("first"), &at.join("third.out"));
    // The log goes on with the key that was brought along.
    let key = ["--key-file", "log.key"];
    assert_eq!(json_of(at, &[&["log", "publish"][..], &back, &key].concat()).0, 0);
    // An export that somebody laid hands on is an answer of no, with every problem.
    let journal = at.join("first/journal.jsonl");
    let text = std::fs::read_to_string(&journal).unwrap();
    std::fs::write(&journal, text.replacen("\"v\":1", "\"v\":2", 1)).unwrap();
    let (code, no) = json_of(at, &["import", "store", "first", "--check"]);
    assert_eq!(code, 1);
    let problems = no["problems"].as_array().unwrap();
    assert!(problems.iter().any(|one| one["file"] == "journal.jsonl" && one["line"] == json!(1)), "{no:#}");
}

#[test]
fn every_kind_of_record_is_written_as_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let (code, made) = json_of(folder.path(), &["demo", "--no-serve", "--dir", "here"]);
    assert_eq!(code, 0, "{made:#}");
    let at = folder.path().join("here");
    let at = at.as_path();
    let (code, list) = json_of(at, &["export", "table", "--list"]);
    assert_eq!(code, 0);
    let tables: Vec<String> = list["tables"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect();
    assert!(tables.contains(&"finding".to_owned()) && tables.len() > 50, "{tables:?}");
    let (code, done) = json_of(at, &["export", "table", "finding", "-o", "finding.csv"]);
    assert_eq!(code, 0, "{done:#}");
    let text = std::fs::read_to_string(at.join("finding.csv")).unwrap();
    assert!(text.starts_with("version,id,"), "{text}");
    let (_, done) =
        json_of(at, &["export", "table", "finding_text_requirements", "-o", "requirements.jsonl"]);
    assert!(done["records"].as_u64().unwrap() > 3);
    let lines = std::fs::read_to_string(at.join("requirements.jsonl")).unwrap();
    assert!(lines.lines().all(|line| line.starts_with("{\"of_record\":\"")), "{lines}");
    for (name, file) in [("finding", "finding.xlsx"), ("account", "account.csv")] {
        assert_eq!(said(at, &["export", "table", name, "-o", file]).0, 2, "{name}");
        assert!(!at.join(file).exists());
    }
}
