//! The walls between the crates, read from Cargo's own account of them (docs/architecture.md).

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// The crates of the house that each crate may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("assize-access", &["assize-domain"]),
    ("assize-catalogue", &["assize-domain"]),
    (
        "assize-cli",
        &[
            "assize-access",
            "assize-catalogue",
            "assize-domain",
            "assize-intake",
            "assize-methods",
            "assize-report",
            "assize-server",
            "assize-store",
            "assize-tlog",
        ],
    ),
    ("assize-domain", &[]),
    ("assize-exchange", &["assize-domain"]),
    ("assize-intake", &[]),
    ("assize-methods", &["assize-domain"]),
    ("assize-pictures", &[]),
    ("assize-report", &["assize-domain", "assize-pictures"]),
    (
        "assize-server",
        &[
            "assize-access",
            "assize-catalogue",
            "assize-domain",
            "assize-exchange",
            "assize-methods",
            "assize-pictures",
            "assize-store",
        ],
    ),
    ("assize-store", &["assize-domain", "assize-tlog"]),
    ("assize-tlog", &[]),
];

/// What the pure crates must not reach, by whatever way: input, output, clocks of their own, async.
const IMPURE: &[&str] = &["tokio", "sqlx", "axum", "hyper", "object_store", "reqwest", "rusqlite"];
const PURE: &[&str] = &[
    "assize-access",
    "assize-catalogue",
    "assize-domain",
    "assize-exchange",
    "assize-methods",
    "assize-pictures",
    "assize-report",
    "assize-tlog",
];

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform"])
        .arg(format!("{}-unknown-linux-gnu", std::env::consts::ARCH))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The normal dependencies of every package, by name.
fn uses(metadata: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let names: BTreeMap<&str, &str> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (package["id"].as_str().unwrap(), package["name"].as_str().unwrap()))
        .collect();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in metadata["resolve"]["nodes"].as_array().unwrap() {
        let normal = node["deps"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|dep| dep["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null()));
        let of = names[node["id"].as_str().unwrap()].to_owned();
        uses.entry(of).or_default().extend(normal.map(|dep| names[dep["pkg"].as_str().unwrap()].to_owned()));
    }
    uses
}

#[test]
fn each_crate_uses_only_what_it_may() {
    let uses = uses(&metadata());
    let ours: Vec<&String> = uses.keys().filter(|name| name.starts_with("assize-")).collect();
    assert_eq!(ours.len(), MAY_USE.len(), "{ours:?}");
    for (name, may) in MAY_USE {
        let found: Vec<&str> =
            uses[*name].iter().map(String::as_str).filter(|used| used.starts_with("assize-")).collect();
        for used in found {
            assert!(may.contains(&used), "{name} must not use {used}");
        }
    }
}

#[test]
fn the_pure_crates_reach_nothing_impure() {
    let uses = uses(&metadata());
    for name in PURE {
        let mut reached = BTreeSet::from([(*name).to_owned()]);
        let mut left = vec![(*name).to_owned()];
        while let Some(name) = left.pop() {
            for used in &uses[&name] {
                if reached.insert(used.clone()) {
                    left.push(used.clone());
                }
            }
        }
        let impure: Vec<&&str> = IMPURE.iter().filter(|impure| reached.contains(**impure)).collect();
        assert!(impure.is_empty(), "{name} reaches {impure:?}");
    }
}
