//! Evidence that is kept encrypted, as whoever runs the installation meets it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use shell::{BINARY, assize, json_of, said};

fn key_text(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("evidence.key")).unwrap().trim().to_owned()
}

#[test]
fn a_store_that_is_made_to_encrypt_says_so_aloud_and_its_key_is_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let made = assize(at, &["init", "--name", "Fernhill", "--encrypt-evidence"]);
    let told = String::from_utf8(made.stdout).unwrap();
    assert!(
        told.contains("evidence.key") && told.contains("whoever loses it has lost the evidence"),
        "{told}"
    );
    assert_eq!(std::fs::metadata(at.join("evidence.key")).unwrap().permissions().mode() & 0o777, 0o600);
    let key = key_text(at);
    assert!(!told.contains(&key));
    let database = std::fs::read(at.join("assize.db")).unwrap();
    let digits = key.rsplit(':').next().unwrap();
    assert!(!database.windows(digits.len()).any(|window| window == digits.as_bytes()));
    assert_eq!(json_of(at, &["evidence", "show"]).1["key"], json!(named(at)));
    let again = tempfile::tempdir().unwrap();
    std::fs::write(again.path().join("evidence.key"), "x").unwrap();
    assert_eq!(said(again.path(), &["init", "--name", "Fernhill", "--encrypt-evidence"]).0, 2);
    assert!(!again.path().join("assize.db").exists(), "a key that is there is never overwritten");
}

fn named(folder: &Path) -> String {
    json_of(folder, &["evidence", "show"]).1["key"].as_str().unwrap().to_owned()
}

#[test]
fn a_whole_demonstration_is_encrypted_rotated_and_verified_with_the_key_and_without() {
    let folder = tempfile::tempdir().unwrap();
    let (code, made) = json_of(folder.path(), &["demo", "--no-serve", "--dir", "here"]);
    assert_eq!(code, 0, "{made:#}");
    let audit = made["audit"].as_str().unwrap();
    let at = folder.path().join("here");
    let at = at.as_path();
    let (code, plain) = json_of(at, &["verify"]);
    assert_eq!((code, &plain["encrypted"]), (0, &json!(0)));
    let files = plain["evidence"].as_u64().unwrap();
    assert_eq!(said(at, &["evidence", "encrypt"]).0, 2, "there is no key, and none is made unasked");
    let (code, done) = json_of(at, &["evidence", "encrypt", "--make-key"]);
    assert_eq!((code, done["encrypted"].as_u64()), (0, Some(files)), "{done:#}");
    assert_eq!(json_of(at, &["evidence", "encrypt"]).1["encrypted"], json!(0));
    assert_eq!(json_of(at, &["log", "publish"]).0, 0);
    let (code, found) = json_of(at, &["verify"]);
    assert_eq!((code, found["encrypted"].as_u64(), &found["unopened"]), (0, Some(files), &json!(0)));

    // The report that was issued comes out byte for byte, and the dossier proves itself.
    assert_eq!(said(at, &["report", audit, "-o", "again.pdf"]).0, 0);
    assert_eq!(std::fs::read(at.join("again.pdf")).unwrap(), std::fs::read(at.join("report.pdf")).unwrap());
    assert_eq!(said(at, &["export", "audit", audit, "-o", "again.zip"]).0, 0);
    assert_eq!(json_of(at, &["verify", "again.zip"]).0, 0);

    let (first, old) = (named(at), key_text(at));
    assert_eq!(json_of(at, &["evidence", "rotate"]).1["wrapped"].as_u64(), Some(files));
    assert_ne!(named(at), first);
    assert_eq!(key_text(at).lines().count(), 2, "the one before stays until it is taken out");
    assert_eq!(json_of(at, &["evidence", "rotate", "--retire"]).1["retired"], json!([first]));
    assert_eq!(key_text(at).lines().count(), 1);
    assert_eq!(std::fs::metadata(at.join("evidence.key")).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(json_of(at, &["verify"]).0, 0);

    // Without the key: what could be checked holds, and what could not is said. With the wrong one: it is named.
    std::fs::rename(at.join("evidence.key"), at.join("kept.key")).unwrap();
    let (code, found) = json_of(at, &["verify"]);
    assert_eq!((code, found["unopened"].as_u64(), &found["unrecorded"]), (0, Some(files), &json!(0)));
    let told = String::from_utf8(assize(at, &["verify"]).stdout).unwrap();
    assert!(told.contains("were not opened, since their key was not given"), "{told}");
    let (code, told) = said(at, &["evidence", "encrypt", "--make-key"]);
    assert!(code == 2 && told.contains("is encrypted with the key"), "{told}");
    std::fs::write(at.join("evidence.key"), &old).unwrap();
    let (code, told) = said(at, &["show", "audit"]);
    assert!(code == 2 && told.contains(&first), "{told}");
    std::fs::write(at.join("evidence.key"), "nonsense").unwrap();
    let (code, told) = said(at, &["show", "audit"]);
    assert!(code == 2 && told.contains("holds no key of evidence"), "{told}");
    std::fs::remove_file(at.join("evidence.key")).unwrap();

    // The environment has it, or another.
    let key = std::fs::read_to_string(at.join("kept.key")).unwrap();
    for (key, code) in [(key.trim(), 0), (old.as_str(), 1), ("nonsense", 2)] {
        let output = Command::new(BINARY)
            .args(["verify"])
            .current_dir(at)
            .env_clear()
            .env("ASSIZE_EVIDENCE_KEY", key)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn the_key_of_evidence_is_in_no_configuration_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("assize.toml"), "evidence_key = \"assize-evidence-1:00\"\n").unwrap();
    let (code, told) = said(folder.path(), &["evidence", "show"]);
    assert!(code == 2 && told.contains("there is no key `evidence_key`"), "{told}");
}
