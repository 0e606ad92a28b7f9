//! What the tests of the command line share: the built binary, run in a folder of its own with an empty environment.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

/// The built binary.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_assize");

/// Runs the binary.
pub(crate) fn assize(folder: &Path, args: &[&str]) -> Output {
    Command::new(BINARY).args(args).current_dir(folder).env_clear().output().unwrap()
}

/// The exit code of a command, and what it says on standard error.
pub(crate) fn said(folder: &Path, args: &[&str]) -> (i32, String) {
    let output = assize(folder, args);
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// The JSON that a command prints, which is one object on one line, and its exit code.
pub(crate) fn json_of(folder: &Path, args: &[&str]) -> (i32, Value) {
    let output = assize(folder, &[args, &["--json"]].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}{}", String::from_utf8_lossy(&output.stderr));
    let json = serde_json::from_str(&text)
        .unwrap_or_else(|_| panic!("{text}{}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), json)
}

/// Gives a command of the law.
pub(crate) fn act(folder: &Path, name: &str, body: &Value, more: &[&str]) -> (i32, Value) {
    std::fs::write(folder.join("body.json"), body.to_string()).unwrap();
    json_of(folder, &[&["act", name, "--body", "body.json"], more].concat())
}

/// A folder with a store in it.
pub(crate) fn made() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(json_of(folder.path(), &["init", "--name", "Fernhill Audit Practice"]).0, 0);
    folder
}

/// The id of a person who was registered.
pub(crate) fn person(folder: &Path, name: &str) -> String {
    let body = json!({ "name": name, "employer": "Us", "languages": ["en"], "zone": "UTC" });
    let (code, done) = act(folder, "person.register", &body, &[]);
    assert_eq!(code, 0, "{done:#}");
    done["events"][0]["subject"]["id"].as_str().unwrap().to_owned()
}
