//! The log as scripts rely on it: its key, its checkpoints, its proofs, checked without the store's own code.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use assize_tlog::{Checkpoint, Hash, Origin, TreeHead, VerifierKey, verify_inclusion};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use shell::{json_of, made, person, said};

/// The root that a path leads to, by RFC 9162 2.1.3.2 and SHA-256 alone.
fn root(leaf: &str, index: u64, size: u64, path: &[String]) -> Vec<u8> {
    let bytes = |hex: &str| -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    };
    let node = |left: &[u8], right: &[u8]| Sha256::digest([&[1], left, right].concat()).to_vec();
    let (mut place, mut last, mut hash) = (index, size - 1, bytes(leaf));
    for step in path {
        let step = bytes(step);
        assert!(last > 0);
        if place % 2 == 1 || place == last {
            hash = node(&step, &hash);
            while place % 2 == 0 && place != 0 {
                (place, last) = (place / 2, last / 2);
            }
        } else {
            hash = node(&hash, &step);
        }
        (place, last) = (place / 2, last / 2);
    }
    assert_eq!(last, 0);
    hash
}

#[test]
fn every_entry_is_proved_for_the_signed_checkpoint() {
    let folder = made();
    for name in ["Ada", "Bo", "Cy", "Di", "Ed"] {
        person(folder.path(), name);
    }
    let (code, published) = json_of(folder.path(), &["log", "publish"]);
    assert_eq!((code, &published["size"]), (0, &json!(6)));
    let (_, key) = json_of(folder.path(), &["log", "key"]);
    let key: VerifierKey = key["key"].as_str().unwrap().parse().unwrap();
    let origin: Origin = key.name().as_str().parse().unwrap();
    for seq in 1..=6_u64 {
        let (code, proof) = json_of(folder.path(), &["log", "proof", &seq.to_string()]);
        assert_eq!((code, &proof["index"], &proof["size"]), (0, &json!(seq - 1), &json!(6)));
        let note = proof["checkpoint"].as_str().unwrap();
        let opened = Checkpoint::open(note.as_bytes(), &origin, std::slice::from_ref(&key)).unwrap();
        let head: TreeHead = opened.checkpoint.head();
        let path: Vec<String> = serde_json::from_value(proof["path"].clone()).unwrap();
        let hashes: Vec<Hash> = path.iter().map(|hash| hash.parse().unwrap()).collect();
        let leaf = proof["leaf_hash"].as_str().unwrap();
        verify_inclusion(leaf.parse().unwrap(), seq - 1, &hashes, head).unwrap();
        let hex: String = root(leaf, seq - 1, 6, &path).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, head.root.to_string());
    }
    for seq in ["0", "-1", "7", "x"] {
        assert_eq!(said(folder.path(), &["log", "proof", seq]).0, 2, "{seq}");
    }
}

#[test]
fn the_printed_checkpoint_is_the_published_file_and_a_later_log_goes_on_from_it() {
    let folder = made();
    let printed = shell::assize(folder.path(), &["log", "checkpoint"]).stdout;
    assert_eq!(printed, fs::read(folder.path().join("log/checkpoint")).unwrap());
    fs::write(folder.path().join("kept"), &printed).unwrap();
    person(folder.path(), "Ada");
    let (code, unsigned) = json_of(folder.path(), &["verify"]);
    assert_eq!((code, &unsigned["entries"], &unsigned["unsigned"]), (0, &json!(1), &json!(1)));
    assert_eq!(json_of(folder.path(), &["log", "publish"]).0, 0);
    let (code, later) = json_of(folder.path(), &["verify", "--since", "kept"]);
    assert_eq!((code, &later["entries"]), (0, &json!(2)));

    // Another organization's checkpoint is none that this log goes on from, nor is its key this one's.
    let other = made();
    let (_, key) = json_of(other.path(), &["log", "key"]);
    fs::write(folder.path().join("other"), fs::read(other.path().join("log/checkpoint")).unwrap()).unwrap();
    let (code, no) = json_of(folder.path(), &["verify", "--since", "other"]);
    assert_eq!((code, &no["ok"]), (1, &json!(false)), "{no:#}");
    let (code, no) = json_of(folder.path(), &["verify", "--key", key["key"].as_str().unwrap()]);
    assert_eq!((code, &no["key"]), (1, &json!("pinned")), "{no:#}");
    assert_eq!(said(folder.path(), &["verify", "--since", "missing"]).0, 2);
}

#[test]
fn another_key_signs_nothing() {
    let folder = made();
    let other = made();
    fs::copy(other.path().join("log.key"), folder.path().join("log.key")).unwrap();
    person(folder.path(), "Ada");
    let before = fs::read(folder.path().join("log/checkpoint")).unwrap();
    assert_eq!(said(folder.path(), &["log", "publish"]).0, 2);
    let (code, why) = refused_to_serve(folder.path());
    assert!(code == Some(2) && why.contains("--key-file"), "{why}");
    assert_eq!(fs::read(folder.path().join("log/checkpoint")).unwrap(), before);
}

/// What `serve` says when it does not serve. If it does, it is ended, and has no exit code.
fn refused_to_serve(folder: &Path) -> (Option<i32>, String) {
    let mut child = Command::new(shell::BINARY)
        .args(["serve", "--listen", "127.0.0.1:0", "--json"])
        .current_dir(folder)
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One line comes either way: where it serves, or why it does not.
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    if line.contains("listening") {
        child.kill().unwrap();
    }
    (child.wait().unwrap().code(), line)
}
