//! What is asked wrongly is said in full and leaves nothing behind.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Command, Stdio};

use serde_json::json;
use shell::{BINARY, act, assize, json_of, made, person, said};

#[test]
fn every_fault_of_the_configuration_is_said_at_its_line() {
    let folder = made();
    let text =
        "store = \"sqlite:assize.db\"\nstorage = \"x\"\nevidence = 3\n\n[bucket]\nsecret = \"hunter2\"\n";
    fs::write(folder.path().join("assize.toml"), text).unwrap();
    let (code, why) = said(folder.path(), &["verify"]);
    assert_eq!(code, 2);
    for part in ["line 2: there is no key `storage`", "line 3:", "line 6:", "the keys are store, evidence"] {
        assert!(why.contains(part), "{part}: {why}");
    }
    assert!(!why.contains("hunter2"));
    fs::write(folder.path().join("assize.toml"), "store = \n").unwrap();
    assert!(said(folder.path(), &["verify"]).1.contains("line 1"));
    fs::write(folder.path().join("assize.toml"), "[bucket]\naccess_key_id = \"id\"\n").unwrap();
    assert!(said(folder.path(), &["verify"]).1.contains("belong together"));
    assert_eq!(said(folder.path(), &["verify", "--config", "missing.toml"]).0, 2);
}

#[test]
fn what_is_no_command_is_said_with_code_2_and_as_json_where_that_is_asked_for() {
    let folder = made();
    for args in [
        &["verifi"][..],
        &["verify", "--no-such-flag"],
        &["report"],
        &["report", "0198c0de-0000-7000-8000-000000000000"],
        &["erase", "store", "x", "--authority", "a", "--reason", "b"],
        &["token", "new", "--label", "x", "--days", "0"],
        &["demo", "--no-serve", "--store", "sqlite:x.db"],
        &["verify", "--store", "mysql://x"],
        &["verify", "--evidence", "ftp://x"],
    ] {
        let (code, why) = said(folder.path(), args);
        assert!(code == 2 && !why.is_empty(), "{args:?}: {why}");
    }
    let (code, no) = json_of(folder.path(), &["verify", "--no-such-flag"]);
    assert!(code == 2 && no["error"].as_str().unwrap().contains("--no-such-flag"), "{no:#}");
    assert_eq!(assize(folder.path(), &["--help"]).status.code(), Some(0));
}

#[test]
fn init_leaves_nothing_where_it_cannot_finish() {
    let folder = tempfile::tempdir().unwrap();
    let there = |name: &str| folder.path().join(name).exists();
    assert_eq!(said(folder.path(), &["init", "--name", "Us", "--origin", "no such name"]).0, 2);
    assert!(!there("assize.db") && !there("log.key"));
    fs::write(folder.path().join("assize.db"), "somebody's").unwrap();
    assert_eq!(said(folder.path(), &["init", "--name", "Us"]).0, 2);
    assert!(!there("log.key"));
    assert_eq!(fs::read(folder.path().join("assize.db")).unwrap(), b"somebody's");

    let other = made();
    let log = other.path().join("log").display().to_string();
    let (code, why) =
        said(folder.path(), &["init", "--name", "Us", "--store", "sqlite:new.db", "--log", &log]);
    assert!(code == 2 && why.contains("--log"), "{why}");
    assert!(!there("new.db") && !there("log.key"));
}

#[test]
fn files_are_whole_or_not_there_and_never_overwritten() {
    let folder = made();
    fs::write(folder.path().join("mine.zip"), "mine").unwrap();
    for args in [&["backup", "-o", "mine.zip"][..], &["report", "x", "-o", "mine.zip"]] {
        assert_eq!(said(folder.path(), args).0, 2, "{args:?}");
    }
    assert_eq!(fs::read(folder.path().join("mine.zip")).unwrap(), b"mine");
    let missing = "0198c0de-0000-7000-8000-000000000000";
    assert_eq!(said(folder.path(), &["export", "audit", missing, "-o", "out.zip"]).0, 2);
    assert!(!folder.path().join("out.zip").exists());

    assert_eq!(json_of(folder.path(), &["backup", "-o", "backup.zip"]).0, 0);
    let again = [
        "restore",
        "backup.zip",
        "--store",
        "sqlite:again.db",
        "--new-origin",
        "us/again",
        "--old-log",
        "log",
    ];
    for args in [&again[..6], &again[..4].iter().chain(&again[6..]).copied().collect::<Vec<_>>()] {
        assert_eq!(said(folder.path(), args).0, 2, "a new origin and the old log belong together: {args:?}");
    }
    let (code, why) = said(folder.path(), &again);
    assert!(code == 2 && why.contains("--key-file"), "{why}");
    let elsewhere = ["--log", "again-log", "--key-file", "again.key", "--old-log", "nowhere"];
    let (code, why) = said(folder.path(), &[&again[..6], &elsewhere].concat());
    assert!(code == 2 && why.contains("--old-log-lost"), "{why}");
    assert!(!folder.path().join("again.db").exists());
    let own =
        [&again[..], &["--log", "again-log", "--key-file", "again.key", "--evidence", "again"]].concat();
    let (code, restored) = json_of(folder.path(), &own);
    assert!(code == 0 && restored["key"].as_str().unwrap().starts_with("us/again+"), "{restored:#}");
}

#[test]
fn a_restored_store_says_whether_the_key_that_it_signs_on_with_is_there() {
    let (folder, other) = (made(), made());
    assert_eq!(json_of(folder.path(), &["backup", "-o", "backup.zip"]).0, 0);
    let foreign = other.path().join("log.key").display().to_string();
    let cases: [(&str, &[&str], &str); 3] = [
        ("sqlite:again.db", &[], "it signs on with the key that is at log.key"),
        ("sqlite:away/again.db", &[], "which is not at away/log.key: bring it there"),
        ("sqlite:third.db", &["--key-file", foreign.as_str()], "it does not sign on with what is at"),
    ];
    for (store, more, words) in cases {
        let args = ["restore", "backup.zip", "--store", store, "--evidence", "again", "--log", "log"];
        let restored = assize(folder.path(), &[&args, more].concat());
        let said = String::from_utf8(restored.stdout).unwrap();
        assert!(restored.status.code() == Some(0) && said.contains(words), "{store}: {said}");
    }
}

#[test]
fn what_is_to_be_withheld_must_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let made = ["demo", "--no-serve", "--dir", "d"];
    let (code, made) = json_of(folder.path(), &made);
    assert_eq!(code, 0, "{made:#}");
    let export = |more: &[&str]| {
        let args = [
            "export",
            "audit",
            made["audit"].as_str().unwrap(),
            "-o",
            "x.zip",
            "--store",
            "sqlite:d/assize.db",
        ];
        said(folder.path(), &[&args, more].concat())
    };
    for (more, says) in [
        (["--withhold", "note.writen:text"], "`note.writen`"),
        (["--withhold", "note.written:txt"], "text"),
        (["--withhold", "name"], "KIND:FIELD"),
        (["--withhold-evidence", "0198c0de-0000-7000-8000-000000000000"], "no such evidence"),
        (["--withhold-evidence", "x"], "not an id"),
    ] {
        let (code, why) = export(&more);
        assert!(code == 2 && why.contains(says), "{more:?}: {why}");
        assert!(!folder.path().join("x.zip").exists());
    }
    assert_eq!(export(&["--withhold", "note.written:text"]).0, 0);
}

#[test]
fn a_refusal_says_rule_clause_and_hint() {
    let folder = made();
    let body = json!({ "name": "Ada", "employer": "Us", "languages": ["en", "en"], "zone": "UTC" });
    fs::write(folder.path().join("body.json"), body.to_string()).unwrap();
    let output = assize(folder.path(), &["act", "person.register", "--body", "body.json"]);
    assert_eq!(output.status.code(), Some(1));
    let words = String::from_utf8(output.stdout).unwrap();
    let (_, json) = act(folder.path(), "person.register", &body, &[]);
    for key in ["rule", "clause", "what", "hint"] {
        let text = json["refusals"][0][key].as_str().unwrap();
        assert!(!text.is_empty() && words.contains(text), "{key}: {words}");
    }
}

#[test]
fn a_body_comes_from_standard_input_too_and_is_bounded() {
    let folder = made();
    let give = |args: &[&str], body: &[u8]| {
        let mut child = Command::new(BINARY)
            .args(args)
            .current_dir(folder.path())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that has read enough closes the pipe.
        let _ = child.stdin.take().unwrap().write_all(body);
        child.wait_with_output().unwrap().status.code()
    };
    let body = br#"{ "name": "Ada", "employer": "Us", "languages": ["en"], "zone": "UTC" }"#;
    assert_eq!(give(&["act", "person.register"], body), Some(0));
    assert_eq!(give(&["act", "person.register", "--body", "-"], body), Some(0));
    assert_eq!(give(&["act", "person.register"], b"{"), Some(2));
    assert_eq!(give(&["act", "person.register"], &vec![b' '; 17 * 1024 * 1024]), Some(2));
}

#[test]
fn a_reader_who_goes_away_is_no_fault() {
    let folder = made();
    let mut child = Command::new(BINARY)
        .args(["act", "--list", "--json"])
        .current_dir(folder.path())
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut words = String::new();
    child.stderr.take().unwrap().read_to_string(&mut words).unwrap();
    assert_eq!((child.wait().unwrap().code(), words.as_str()), (Some(0), ""));
}

#[test]
fn a_token_is_for_somebody_who_is_there() {
    let folder = made();
    let ada = person(folder.path(), "Ada");
    let nobody = "0198c0de-0000-7000-8000-000000000000";
    assert_eq!(said(folder.path(), &["token", "new", "--label", "x", "--for", nobody]).0, 2);
    assert_eq!(said(folder.path(), &["token", "new", "--label", "x", "--for", "Nobody"]).0, 2);
    for who in [ada.as_str(), "ada"] {
        assert_eq!(json_of(folder.path(), &["token", "new", "--label", "x", "--for", who]).0, 0, "{who}");
    }
    let (_, list) = json_of(folder.path(), &["token", "list"]);
    let tokens = list["tokens"].as_array().unwrap();
    assert_eq!(tokens.len(), 2);
    assert!(tokens.iter().all(|token| token["person"] == json!(ada)), "{list:#}");
}

#[test]
fn serving_says_where_answers_and_ends_in_order() {
    let folder = made();
    let (_, token) = json_of(folder.path(), &["token", "new", "--label", "test"]);
    let mut child = Command::new(BINARY)
        .args(["serve", "--listen", "127.0.0.1:0", "--json"])
        .current_dir(folder.path())
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    let ready: serde_json::Value = serde_json::from_str(&line).unwrap();
    let api = ready["api"].as_str().unwrap();
    let health = format!("{}/healthz", ready["listening"].as_str().unwrap());
    assert_eq!(ureq::get(&health).call().unwrap().status(), 200);
    let body = json!({ "name": "Ada", "employer": "Us", "languages": ["en"], "zone": "UTC" });
    let bearer = format!("Bearer {}", token["token"].as_str().unwrap());
    let done = ureq::post(format!("{api}/commands/person.register"))
        .header("authorization", &bearer)
        .send_json(&body)
        .unwrap();
    assert!(done.status().is_success());

    let stopped = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "", "one JSON object and no more");
    let (code, verified) = json_of(folder.path(), &["verify"]);
    assert_eq!((code, &verified["entries"], &verified["unsigned"]), (0, &json!(2), &json!(0)));
}

#[test]
fn what_serving_says_to_type_next_works_in_the_same_folder() {
    let folder = tempfile::tempdir().unwrap();
    let store = ["--store", "sqlite:sub/assize.db"];
    let made = assize(folder.path(), &[&["init", "--name", "Us"], &store[..]].concat());
    let made = String::from_utf8(made.stdout).unwrap();
    assert!(made.contains("`assize serve --store sqlite:sub/assize.db`"), "{made}");
    let body = json!({ "name": "Ada", "employer": "Us", "languages": ["en"], "zone": "UTC" });
    assert_eq!(act(folder.path(), "person.register", &body, &store).0, 0);
    let mut child = Command::new(BINARY)
        .args([&["serve", "--listen", "127.0.0.1:0"], &store[..]].concat())
        .current_dir(folder.path())
        .env_clear()
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let serving = lines.find(|line| line.starts_with("Serving http://127.0.0.1:")).unwrap();
    let next = lines.find(|line| line.starts_with("Sign in with `")).unwrap();
    let port = serving["Serving http://127.0.0.1:".len()..].split(' ').next().unwrap();
    let typed: Vec<String> =
        next.split('`').skip(1).step_by(2).map(|line| line.replace("NAME", "Ada")).collect();
    for line in &typed {
        let words: Vec<&str> = line.split(' ').skip(1).collect();
        let (code, answer) = json_of(folder.path(), &words);
        assert_eq!(code, 0, "{line}: {answer}");
        let link = answer["link"].as_str();
        let site = format!("http://localhost:{port}/sign-in/");
        assert!(link.is_none_or(|link| link.starts_with(&site)), "{line}: {answer}");
    }
    assert_eq!(typed.len(), 2, "{next}");
    child.kill().unwrap();
    child.wait().unwrap();
}
