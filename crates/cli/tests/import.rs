//! Documents and Statements of Applicability in, from folders and files that nobody vouches for.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use shell::{act, assize, json_of, made, said};

/// A PDF whose pages are their own child.
const LOOP: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n    2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>endobj\n    trailer<</Root 1 0 R/Size 3>>\n%%EOF\n";

/// A folder with a prepared audit in ./d, its id, and a person of it.
fn prepared() -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("docs")).unwrap();
    fs::write(folder.path().join("docs/policy.md"), "# Information Security Policy\n").unwrap();
    let made = ["demo", "--no-serve", "--dir", "d", "--documents", "docs"];
    let (code, made) = json_of(folder.path(), &made);
    assert_eq!(code, 0, "{made:#}");
    let body = json!({ "name": "Ada", "employer": "Us", "languages": ["en"], "zone": "UTC" });
    let (code, ada) = act(folder.path(), "person.register", &body, &["--store", "sqlite:d/assize.db"]);
    assert_eq!(code, 0, "{ada:#}");
    let ada = ada["events"][0]["subject"]["id"].as_str().unwrap().to_owned();
    (folder, made["audit"].as_str().unwrap().to_owned(), ada)
}

fn import(folder: &Path, from: &str, audit: &str, person: &str) -> (i32, Value) {
    let args =
        ["import", "documents", from, "--audit", audit, "--as", person, "--store", "sqlite:d/assize.db"];
    json_of(folder, &args)
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

#[test]
fn a_hostile_folder_is_taken_in_as_far_as_it_is_files_and_the_rest_is_said() {
    let (folder, audit, person) = prepared();
    let at = |name: &str| folder.path().join("in").join(name);
    fs::create_dir_all(at("sub")).unwrap();
    fs::write(folder.path().join("outside.txt"), "not the auditee's").unwrap();
    fs::write(at("good.md"), "# Backups\n\nEvery night.\n").unwrap();
    fs::write(at("sub/empty.txt"), "").unwrap();
    fs::write(at("formula.csv"), "a,b\n=cmd|'/c calc'!A1,1\n").unwrap();
    fs::write(at("loop.pdf"), LOOP).unwrap();
    fs::write(at("bomb.docx"), b"PK\x03\x04 not a zip").unwrap();
    fs::write(at("bell\x07.txt"), "x").unwrap();
    fs::File::create(at("huge.bin")).unwrap().set_len(513 * 1024 * 1024).unwrap();
    std::os::unix::fs::symlink(folder.path().join("outside.txt"), at("link.txt")).unwrap();
    std::os::unix::fs::symlink("/", at("root")).unwrap();
    std::os::unix::fs::symlink(at("nothing"), at("broken.txt")).unwrap();

    let (code, done) = import(folder.path(), "in", &audit, &person);
    assert_eq!(code, 0, "{done:#}");
    assert_eq!(
        names(&done["evidence"]),
        ["bomb.docx", "formula.csv", "good.md", "loop.pdf", "sub/empty.txt"]
    );
    let unread = names(&done["unread"]);
    for name in ["bell\\u{7}.txt", "bomb.docx", "broken.txt", "huge.bin", "link.txt", "loop.pdf", "root"] {
        assert!(unread.contains(&name), "{name}: {unread:?}");
    }
    assert!(done["unread"].as_array().unwrap().iter().all(|one| !one["reason"].as_str().unwrap().is_empty()));

    // The same again takes in nothing; what changed is new evidence.
    fs::write(at("good.md"), "# Backups\n\nEvery hour.\n").unwrap();
    let (code, again) = import(folder.path(), "in", &audit, &person);
    assert_eq!((code, names(&again["evidence"]), &again["already"]), (0, vec!["good.md"], &json!(4)));

    let publish = ["log", "publish", "--store", "sqlite:d/assize.db"];
    assert_eq!(json_of(folder.path(), &publish).0, 0);
    let (code, verified) = json_of(folder.path(), &["verify", "--store", "sqlite:d/assize.db"]);
    assert_eq!((code, &verified["unsigned"]), (0, &json!(0)), "{verified:#}");
}

#[test]
fn an_import_that_the_law_refuses_takes_in_nothing() {
    let (folder, audit, person) = prepared();
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::write(folder.path().join("in/a.txt"), "a").unwrap();
    let (code, refused) = import(folder.path(), "in", "0198c0de-0000-7000-8000-000000000000", &person);
    assert_eq!((code, &refused["evidence"]), (1, &json!([])), "{refused:#}");
    assert!(refused["refusals"][0]["hint"].is_string(), "{refused:#}");
    let store = ["--store", "sqlite:d/assize.db"];
    for args in [
        ["import", "documents", "missing", "--audit", &audit],
        ["import", "documents", "in", "--audit", "nonsense"],
        ["import", "documents", "in/a.txt", "--audit", &audit],
    ] {
        assert_eq!(said(folder.path(), &[&args[..], &store].concat()).0, 2, "{args:?}");
    }
}

#[test]
fn a_statement_of_applicability_is_entered_whole_or_not_at_all() {
    let folder = made();
    let auditee = json!({ "name": "Acme", "kind": "own" });
    let ada = shell::person(folder.path(), "Ada");
    let (code, done) = act(folder.path(), "auditee.register", &auditee, &["--as", &ada]);
    assert_eq!(code, 0, "{done:#}");
    let auditee = done["events"][0]["subject"]["id"].as_str().unwrap();
    let soa = |file: &str| {
        let args = [
            "import",
            "soa",
            file,
            "--auditee",
            auditee,
            "--label",
            "1",
            "--dated",
            "2026-05-20",
            "--as",
            &ada,
        ];
        json_of(folder.path(), &args)
    };
    let head = "Control,Title,Applicable,Justification,Implementation status,Reason for exclusion\n";
    let good =
        format!("{head}A.5.1,Policies,Yes,Foundation,Implemented,\nA.7.4,Monitoring,No,,,No premises\n");
    fs::write(folder.path().join("good.csv"), good).unwrap();
    // One row of each kind of fault: of a word, of a name, of two things, of a reason, of a text that no field takes.
    let long = "A".repeat(61);
    let bad = format!(
        "{head}A.5.1,Policies,Perhaps,Foundation,Implemented,\n,Nameless,Yes,x,Implemented,\n,Worse,Perhaps,x,Implemented,\n\
         A.5.2,Roles,Yes,,Implemented,\n{long},Long,Yes,x,Implemented,\nA.5.1,Policies,Yes,x,Implemented,\nA.5.1,Again,Yes,x,Implemented,\n"
    );
    fs::write(folder.path().join("bad.csv"), bad).unwrap();
    fs::write(folder.path().join("bomb.xlsx"), b"PK\x03\x04 not a zip").unwrap();

    let (code, bad) = soa("bad.csv");
    assert_eq!(code, 1, "{bad:#}");
    let places: Vec<&str> =
        bad["problems"].as_array().unwrap().iter().map(|one| one["at"].as_str().unwrap()).collect();
    let of_row = |row: &str| places.iter().filter(|at| at.contains(row)).count();
    let counted = ["row 2", "row 3", "row 4", "row 5", "row 6", "row 8"].map(of_row);
    assert_eq!(counted, [1, 1, 2, 1, 1, 1], "every fault at its row, all at once: {bad:#}");
    let (code, both) = json_of(
        folder.path(),
        &["import", "soa", "bad.csv", "--auditee", "nobody", "--label", "1", "--dated", "soon", "--as", &ada],
    );
    let all = both["problems"].as_array().unwrap();
    assert_eq!((code, all.len()), (1, places.len() + 2), "{both:#}");
    for at in ["/auditee", "/dated"] {
        assert!(all.iter().any(|problem| problem["at"] == at), "{both:#}");
    }
    assert_eq!(soa("bomb.xlsx").0, 2);
    assert_eq!(soa("missing.csv").0, 2);
    let (code, entered) = soa("good.csv");
    assert_eq!((code, &entered["events"][0]["kind"]), (0, &json!("soa.entered")), "{entered:#}");
}

#[test]
fn the_catalogue_is_adopted_once() {
    let folder = made();
    let (code, first) = json_of(folder.path(), &["import", "tests"]);
    assert_eq!((code, &first["already"]), (0, &json!(0)));
    let (code, again) = json_of(folder.path(), &["import", "tests"]);
    assert_eq!((code, &again["adopted"], &again["already"]), (0, &json!(0), &first["adopted"]));
    assert!(first["adopted"].as_u64().unwrap() > 10);
    assert!(assize(folder.path(), &["import", "nonsense"]).status.code() == Some(2));
}
