//! The command line as a user meets it: answers, exit codes, and what scripts may rely on.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::process::Command;

use serde_json::json;
use shell::{act, assize, json_of, made};

#[test]
fn a_store_is_made_once_and_its_key_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = made();
    let mode = std::fs::metadata(folder.path().join("log.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let again = assize(folder.path(), &["init", "--name", "Another"]);
    assert_eq!(again.status.code(), Some(2));
    let why = String::from_utf8(again.stderr).unwrap();
    assert!(why.contains("there is a store at `sqlite:assize.db` already"), "{why}");
    std::fs::remove_file(folder.path().join("log.key")).unwrap();
    assert_eq!(assize(folder.path(), &["init", "--name", "Another"]).status.code(), Some(2));
    let nowhere = tempfile::tempdir().unwrap();
    assert_eq!(assize(nowhere.path(), &["token", "list"]).status.code(), Some(2));
}

#[test]
fn verify_answers_yes_no_and_cannot_with_the_keys_that_scripts_rely_on() {
    let folder = made();
    let (code, yes) = json_of(folder.path(), &["verify"]);
    assert_eq!((code, &yes["ok"], &yes["key"]), (0, &json!(true), &json!("unpinned")));
    for key in ["entries", "evidence", "checkpoint", "withheld", "erased"] {
        assert!(!yes[key].is_null(), "{key}");
    }
    let (_, key) = json_of(folder.path(), &["log", "key"]);
    let (code, pinned) = json_of(folder.path(), &["verify", "--key", key["key"].as_str().unwrap()]);
    assert_eq!((code, &pinned["key"]), (0, &json!("pinned")));
    let (code, proof) = json_of(folder.path(), &["log", "proof", "1"]);
    assert_eq!((code, &proof["index"]), (0, &json!(0)));
    assert_eq!(proof["leaf_hash"].as_str().unwrap().len(), 64);
    assert_eq!(assize(folder.path(), &["log", "proof", "99"]).status.code(), Some(2));

    std::fs::write(folder.path().join("log/checkpoint"), "not a checkpoint").unwrap();
    let (code, no) = json_of(folder.path(), &["verify"]);
    assert_eq!((code, &no["ok"]), (1, &json!(false)));
    assert!(no["problems"][0]["where"].is_string() && no["problems"][0]["what"].is_string());
    assert_eq!(assize(folder.path(), &["verify", "missing.zip"]).status.code(), Some(2));
    assert_eq!(assize(folder.path(), &["verify", "--key", "nonsense"]).status.code(), Some(2));
    // What cannot be looked at is not called a record that does not hold, and nothing is made by looking.
    for flag in ["--evidence", "--log"] {
        assert_eq!(assize(folder.path(), &["verify", flag, "nowhere"]).status.code(), Some(2), "{flag}");
        assert!(!folder.path().join("nowhere").exists());
    }
    assert_eq!(assize(folder.path(), &["verify", "--since", "log.key"]).status.code(), Some(2));
}

#[test]
fn the_law_answers_with_rule_and_clause_and_a_bad_body_with_its_places() {
    let folder = made();
    let person = json!({ "name": "Ada", "employer": "Us", "languages": ["en"], "zone": "UTC" });
    let (code, done) = act(folder.path(), "person.register", &person, &[]);
    assert_eq!((code, &done["events"][0]["kind"]), (0, &json!("person.registered")));
    let mut twice = person.clone();
    twice["languages"] = json!(["en", "en"]);
    let (code, refused) = act(folder.path(), "person.register", &twice, &[]);
    assert_eq!((code, &refused["refusals"][0]["rule"]), (1, &json!("person.languages")));
    assert!(refused["refusals"][0]["clause"].as_str().unwrap().starts_with("ISO 19011"));
    let (code, bad) = act(folder.path(), "person.register", &json!({ "name": "", "more": 1 }), &[]);
    assert_eq!(code, 1);
    assert!(bad["problems"].as_array().unwrap().len() >= 4, "{bad:#}");
    assert_eq!(assize(folder.path(), &["act", "no.such"]).status.code(), Some(2));
    let (_, all) = json_of(folder.path(), &["act", "--list"]);
    assert!(all["commands"].as_array().unwrap().len() > 100);
}

#[test]
fn a_token_shows_its_secret_once() {
    let folder = made();
    let (_, token) = json_of(folder.path(), &["token", "new", "--label", "laptop", "--read-only"]);
    let secret = token["token"].as_str().unwrap();
    assert!(secret.starts_with("assize_"));
    let list = assize(folder.path(), &["token", "list", "--json"]);
    assert!(!String::from_utf8(list.stdout).unwrap().contains(secret));
    let id = token["id"].as_str().unwrap();
    assert_eq!(json_of(folder.path(), &["token", "revoke", id]).0, 0);
    assert_eq!(assize(folder.path(), &["token", "revoke", id]).status.code(), Some(2));
}

#[test]
fn mail_says_what_waits_and_that_nothing_leaves_without_a_mail_server() {
    let folder = made();
    let (code, list) = json_of(folder.path(), &["mail", "list"]);
    assert_eq!((code, &list["waiting"], &list["letters"]), (0, &json!(0), &json!([])));
    assert_eq!(assize(folder.path(), &["mail", "retry", "0"]).status.code(), Some(2));
    let test = assize(folder.path(), &["mail", "test", "ada@fernhill.example"]);
    assert_eq!(test.status.code(), Some(2));
    assert!(String::from_utf8(test.stderr).unwrap().contains("smtp_url"));
    let body = json!({ "name": "Ada Lind", "email": "ada@fernhill.example", "employer": "Fernhill", "languages": ["de"], "zone": "UTC" });
    act(folder.path(), "person.register", &body, &[]);
    assert_eq!(assize(folder.path(), &["account", "invite", "Ada Lind", "--mail"]).status.code(), Some(2));
    // Nobody listens there: it is said that the letter was not sent, and the invitation waits in the queue.
    let settings = "smtp_url = \"smtp://127.0.0.1:1\"\nmail_from = \"audits@fernhill.example\"\n";
    std::fs::write(folder.path().join("assize.toml"), settings).unwrap();
    let (code, test) = json_of(folder.path(), &["mail", "test", "ada@fernhill.example"]);
    assert_eq!((code, &test["sent"]), (1, &json!(false)));
    let (code, invited) = json_of(folder.path(), &["account", "invite", "Ada Lind", "--mail"]);
    assert_eq!((code, &invited["mailed"], &invited["link"]), (0, &json!(true), &json!(null)));
    let list = assize(folder.path(), &["mail", "list"]);
    let list = String::from_utf8(list.stdout).unwrap();
    assert!(
        list.contains("1 waiting") && list.contains("invitation") && !list.contains("/welcome/"),
        "{list}"
    );
}

#[test]
fn settings_come_from_flags_then_the_environment_then_the_file() {
    let folder = made();
    let elsewhere = tempfile::tempdir().unwrap();
    let store = format!("sqlite:{}", folder.path().join("assize.db").display());
    let by_flag = json_of(elsewhere.path(), &["verify", "--store", &store]);
    assert_eq!(by_flag.0, 0);
    std::fs::write(elsewhere.path().join("assize.toml"), format!("store = \"{store}\"\n")).unwrap();
    assert_eq!(json_of(elsewhere.path(), &["verify"]).0, 0);
    let by_environment = Command::new(env!("CARGO_BIN_EXE_assize"))
        .args(["verify"])
        .current_dir(elsewhere.path())
        .env_clear()
        .env("ASSIZE_STORE", "sqlite:missing.db")
        .status()
        .unwrap();
    assert_eq!(by_environment.code(), Some(2));
    std::fs::write(elsewhere.path().join("assize.toml"), "stores = \"x\"\n").unwrap();
    let unknown = assize(elsewhere.path(), &["verify"]);
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("stores"));
}

/// Runs the binary as somebody who may write nothing that is not theirs: as root, without what root may.
fn bound_by_modes(folder: &std::path::Path, args: &[&str]) -> std::process::Output {
    use std::os::unix::fs::MetadataExt as _;
    let mut command = if std::fs::metadata("/proc/self").unwrap().uid() == 0 {
        let mut command = Command::new("/usr/bin/setpriv");
        command.args(["--bounding-set=-all", "--inh-caps=-all", shell::BINARY]);
        command
    } else {
        Command::new(shell::BINARY)
    };
    command.args(args).current_dir(folder).env_clear().output().unwrap()
}

#[test]
fn a_store_on_a_read_only_medium_is_verified_and_one_in_use_there_is_not_guessed_at() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = made();
    let mode = |path: &str, mode: u32| {
        let path = folder.path().join(path);
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let names = || -> Vec<String> {
        let entries = std::fs::read_dir(folder.path().join("stick")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    std::fs::create_dir(folder.path().join("stick")).unwrap();
    std::fs::copy(folder.path().join("assize.db"), folder.path().join("stick/assize.db")).unwrap();
    mode("stick/assize.db", 0o444);
    let verify =
        ["verify", "--store", "sqlite:stick/assize.db", "--evidence", "evidence", "--log", "log", "--json"];
    mode("stick", 0o555);
    let before = names();
    let output = bound_by_modes(folder.path(), &verify);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(names(), before, "nothing is made by looking");

    // What a write-ahead log holds is part of the store; it is not read without it.
    mode("stick", 0o755);
    std::fs::write(folder.path().join("stick/assize.db-wal"), b"").unwrap();
    mode("stick", 0o555);
    let output = bound_by_modes(folder.path(), &verify);
    mode("stick", 0o755);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("write-ahead log"), "{said}");
}

#[test]
fn what_is_no_store_is_said_in_words_of_its_own() {
    let folder = made();
    std::fs::write(folder.path().join("empty.db"), b"").unwrap();
    std::fs::write(folder.path().join("letter.db"), [b'x'; 4096]).unwrap();
    let nowhere = tempfile::tempdir().unwrap();
    let (code, why) = shell::said(nowhere.path(), &["verify"]);
    assert!(code == 2 && why.contains("there is no store at `sqlite:assize.db`"), "{why}");
    let args = ["verify", "--evidence", "evidence", "--log", "log", "--store"];
    for (store, words) in [
        ("sqlite:empty.db", "no store at"),
        ("sqlite:letter.db", "no SQLite database"),
        ("sqlite:missing.db", "no store at"),
    ] {
        let (code, said) = shell::said(folder.path(), &[&args[..], &[store]].concat());
        assert!(code == 2 && said.contains(words) && !said.contains("SELECT"), "{store}: {said}");
    }
}

#[test]
fn the_demonstration_leaves_what_scripts_rely_on_and_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let (code, made) = json_of(folder.path(), &["demo", "--no-serve", "--dir", "d"]);
    assert_eq!(code, 0, "{made:#}");
    for file in ["assize.db", "evidence", "log/checkpoint", "log.key", "report.pdf", "dossier.zip"] {
        assert!(folder.path().join("d").join(file).exists(), "{file}");
    }
    let key = made["key"].as_str().unwrap();
    let store = ["verify", "--store", "sqlite:d/assize.db", "--evidence", "d/evidence", "--key", key];
    assert_eq!(json_of(folder.path(), &store).0, 0);
    let (code, dossier) = json_of(folder.path(), &["verify", "d/dossier.zip", "--key", key]);
    assert_eq!((code, &dossier["key"]), (0, &json!("pinned")));
    assert_eq!(assize(folder.path(), &["demo", "--no-serve", "--dir", "d"]).status.code(), Some(2));

    let audit = made["audit"].as_str().unwrap();
    let export = [
        "export",
        "audit",
        audit,
        "-o",
        "redacted.zip",
        "--withhold",
        "note.written:text",
        "--store",
        "sqlite:d/assize.db",
    ];
    let (code, exported) = json_of(folder.path(), &export);
    assert!(code == 0 && exported["withheld"].as_u64().unwrap() > 50, "{exported:#}");
    let (code, redacted) = json_of(folder.path(), &["verify", "redacted.zip", "--key", key]);
    assert_eq!((code, &redacted["withheld"]), (0, &exported["withheld"]));
    // Whoever writes it and whoever verifies it count the same.
    for what in ["entries", "log_entries", "records", "evidence"] {
        assert_eq!(redacted[what], exported[what], "{what}");
    }
    assert!(
        redacted["entries"].as_u64().unwrap() < redacted["log_entries"].as_u64().unwrap(),
        "{redacted:#}"
    );
    assert!(redacted["uncompared"].as_u64().unwrap() > 0 && dossier["uncompared"] == 0, "{redacted:#}");
    let words = String::from_utf8(assize(folder.path(), &["verify", "redacted.zip"]).stdout).unwrap();
    let said = format!("It holds: {} entries of a log of {}, ", exported["entries"], exported["log_entries"]);
    assert!(words.starts_with(&said) && words.contains("could not be compared"), "{words}");
    assert_eq!((&redacted["manifest"], &exported["manifest"]), (&json!("signed"), &json!("signed")));
    // Without the key there is nobody who vouches, and it says so.
    let keyless = [&export[..4], &["unsigned.zip"], &export[7..], &["--key-file", "none.key"]].concat();
    let (code, exported) = json_of(folder.path(), &keyless);
    assert_eq!((code, &exported["manifest"]), (0, &json!("unsigned")), "{exported:#}");
    let (code, unsigned) = json_of(folder.path(), &["verify", "unsigned.zip", "--key", key]);
    assert_eq!((code, &unsigned["manifest"]), (0, &json!("unsigned")));

    let backup = ["backup", "-o", "backup.zip", "--store", "sqlite:d/assize.db"];
    assert_eq!(json_of(folder.path(), &backup).0, 0);
    let restore = [
        "restore",
        "backup.zip",
        "--store",
        "sqlite:new/deep/again.db",
        "--evidence",
        "again",
        "--log",
        "d/log",
    ];
    let (code, restored) = json_of(folder.path(), &restore);
    assert_eq!((code, &restored["behind"]), (0, &json!(0)));
    let again = [
        "verify",
        "--store",
        "sqlite:new/deep/again.db",
        "--evidence",
        "again",
        "--log",
        "d/log",
        "--key",
        key,
    ];
    assert_eq!(json_of(folder.path(), &again).0, 0);
    let held =
        ["erase", "audit", audit, "--authority", "x", "--reason", "y", "--store", "sqlite:d/assize.db"];
    let (code, refused) = json_of(folder.path(), &held);
    assert_eq!((code, &refused["refusals"][0]["rule"]), (1, &json!("erase.retention")));
}

#[test]
fn a_folder_of_documents_is_reviewed_and_nothing_is_made_up() {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("docs");
    std::fs::create_dir_all(documents.join("sub")).unwrap();
    std::fs::write(documents.join("Risk Register.csv"), "id,risk\nR-1,fire\n").unwrap();
    std::fs::write(
        documents.join("sub/policy.md"),
        "# Information Security Policy\n\nWe protect information.\n",
    )
    .unwrap();
    std::fs::write(documents.join("broken.pdf"), b"%PDF-1.7 and nothing else").unwrap();
    std::fs::write(documents.join("bomb.docx"), b"PK\x03\x04 not a zip").unwrap();
    std::os::unix::fs::symlink("/etc/passwd", documents.join("link.txt")).unwrap();
    let (code, made) = json_of(folder.path(), &["demo", "--no-serve", "--dir", "d", "--documents", "docs"]);
    assert_eq!(code, 0, "{made:#}");
    let unread: Vec<&str> =
        made["unread"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    for name in ["broken.pdf", "bomb.docx", "link.txt"] {
        assert!(unread.contains(&name), "{unread:?}");
    }
    let key = made["key"].as_str().unwrap();
    assert_eq!(json_of(folder.path(), &["verify", "--store", "sqlite:d/assize.db", "--key", key]).0, 0);
    let pdf = std::fs::read(folder.path().join("d/report.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}
