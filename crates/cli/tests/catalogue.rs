//! The catalogue from the command line: checked, in and out, by the built binary.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::fs;
use std::path::Path;

use serde_json::Value;
use shell::{assize, json_of, made, said};

const ISMS: &str = "ISO/IEC 27001:2022+A1:2024";

const RULES: &str = r#"id = "Yard:2026"
title = "Rules of the yard"
publisher = "The yard"
edition = "2026"
source = "ours"
clauses = [{ id = "1", title = "Keys" }, { id = "1 a)", title = "and counts the keys" }]
"#;

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

fn ids(answer: &Value, list: &str) -> Vec<String> {
    answer[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn check_prints_what_scripts_rely_on() {
    let folder = tempfile::tempdir().unwrap();
    let (code, all) = json_of(folder.path(), &["catalogue", "check"]);
    assert_eq!((code, all["problems"].as_array().unwrap().len()), (0, 0), "{:#}", all["problems"]);
    let mut keys: Vec<&String> = all.as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["problems", "sets", "tests"]);
    let isms = all["sets"].as_array().unwrap().iter().find(|set| set["id"] == ISMS).unwrap();
    let rows = isms["requirements"].as_array().unwrap();
    let row = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap();
    for id in ["4.1", "6.1.2 a) 1)", "10.2 g)", "A.5.1", "A.8.34"] {
        assert!(row(id)["tests"].as_u64().unwrap() > 0 && row(id)["minutes"].as_u64().unwrap() > 0, "{id}");
    }
    let test = all["tests"].as_array().unwrap().iter().find(|test| test["id"] == "T-4.1-01").unwrap();
    for key in [
        "title",
        "requirements",
        "objective",
        "evidence",
        "how",
        "sampling",
        "nonconformities",
        "minutes",
        "version",
    ] {
        assert!(!test[key].is_null(), "{key}");
    }
    let output = assize(folder.path(), &["catalogue", "check"]);
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(words.contains("requirement    tests minutes  title"), "{words}");
    assert!(words.ends_with("No problem was found.\n"), "{words}");
}

#[test]
fn a_file_of_ones_own_is_checked_beside_ours_and_its_faults_answer_one() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "rules.toml", RULES);
    let (code, all) = json_of(folder.path(), &["catalogue", "check", "rules.toml"]);
    assert_eq!(code, 0, "{:#}", all["problems"]);
    assert!(
        ids(&all, "sets").contains(&ISMS.to_owned()) && ids(&all, "sets").contains(&"Yard:2026".to_owned())
    );
    let (code, alone) = json_of(folder.path(), &["catalogue", "check", "rules.toml", "--alone"]);
    assert_eq!((code, ids(&alone, "sets")), (0, vec!["Yard:2026".to_owned()]));
    fs::create_dir(folder.path().join("own")).unwrap();
    write(folder.path(), "own/bad.toml", &RULES.replace("publisher", "publishers"));
    let (code, bad) = json_of(folder.path(), &["catalogue", "check", "own"]);
    assert_eq!(code, 1);
    let problem = &bad["problems"][0];
    assert!(problem["file"].as_str().unwrap().ends_with("bad.toml") && problem["line"].is_u64(), "{problem}");
    assert_eq!(said(folder.path(), &["catalogue", "check", "nowhere"]).0, 2);
}

#[test]
fn sentences_are_compared_with_a_copy_at_hand_or_its_digests() {
    let folder = tempfile::tempdir().unwrap();
    let copied = RULES.replace("and counts the keys", "each evening a keeper counts the nine keys twice");
    write(folder.path(), "rules.toml", &copied);
    write(folder.path(), "theirs.md", "# Keys\n\nEach *evening* a keeper counts\nthe nine keys.\n");
    let check =
        |against: &str| json_of(folder.path(), &["catalogue", "check", "rules.toml", "--against", against]);
    let (code, found) = check("theirs.md");
    let problems = found["problems"].to_string();
    assert_eq!(code, 1, "{problems}");
    assert!(problems.contains("`each evening a keeper counts the nine keys`"), "{problems}");
    write(
        folder.path(),
        "other.txt",
        "Nothing in this text is like anything that stands anywhere in the catalogue of the house",
    );
    assert_eq!(check("other.txt").0, 0);
    assert_eq!(json_of(folder.path(), &["catalogue", "digest", "theirs.md", "-o", "digests.txt"]).0, 0);
    assert!(!fs::read_to_string(folder.path().join("digests.txt")).unwrap().contains("keeper counts"));
    assert_eq!(check("digests.txt"), (code, found));
    write(folder.path(), "short.txt", "too short");
    assert!(
        said(folder.path(), &["catalogue", "check", "--against", "short.txt"]).1.contains("no eight words")
    );
}

#[test]
fn what_was_exported_is_imported_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (_, all) = json_of(folder.path(), &["catalogue", "check"]);
    let set = all["sets"].as_array().unwrap().iter().find(|set| set["id"] == ISMS).unwrap();
    let map = assize(folder.path(), &["catalogue", "map", ISMS]).stdout;
    fs::write(folder.path().join("map.toml"), map).unwrap();
    for format in ["toml", "oscal", "xlsx"] {
        let file = format!("isms.{format}");
        let (code, done) =
            json_of(folder.path(), &["catalogue", "export", ISMS, "--format", format, "-o", &file]);
        assert_eq!(code, 0, "{done}");
        let (code, came) =
            json_of(folder.path(), &["catalogue", "import", &file, "--format", format, "--map", "map.toml"]);
        assert_eq!(code, 0, "{format}: {}", came["problems"]);
        assert_eq!((&came["sets"][0], &came["tests"]), (set, &all["tests"]), "{format}");
    }
    let again = said(folder.path(), &["catalogue", "export", ISMS, "--format", "toml", "-o", "isms.toml"]);
    assert_eq!(again.0, 2, "a file that is there is never overwritten");
    assert!(
        said(folder.path(), &["catalogue", "export", "none", "--format", "toml", "-o", "x"])
            .1
            .contains("there are ")
    );
}

#[test]
fn a_sheet_comes_in_by_its_map_and_ones_own_tests_into_the_store() {
    let folder = made();
    write(folder.path(), "rules.csv", "No.,Rule\n1,Gates\n1.1,\n1,Gates again\n");
    write(
        folder.path(),
        "map.toml",
        "[set]\nid = \"Y\"\ntitle = \"Yard\"\npublisher = \"y\"\nedition = \"1\"\nsource = \"y\"\n[requirements.columns]\nid = \"No.\"\ntitle = \"Rule\"\n",
    );
    let import = ["catalogue", "import", "rules.csv", "--format", "csv", "--map", "map.toml"];
    let (code, bad) = json_of(folder.path(), &import);
    let paths: Vec<&str> =
        bad["problems"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    assert_eq!((code, paths), (1, vec!["row 3.title", "row 4, column A"]));
    let without = said(folder.path(), &["catalogue", "import", "rules.csv", "--format", "csv"]).1;
    assert!(without.contains("`assize catalogue map rules.csv` drafts it"), "{without}");
    let (code, draft) = json_of(folder.path(), &["catalogue", "map", "rules.csv"]);
    let draft = draft["map"].as_str().unwrap();
    assert!(code == 0 && draft.contains("id = \"No.\"\ntitle = \"Rule\"\n"), "{draft}");
    write(folder.path(), "rules.csv", "No.,Rule\n1,Gates\n1.1,Gate book\n");
    let (code, came) = json_of(folder.path(), &[&import[..], &["-o", "y.toml"]].concat());
    assert_eq!((code, ids(&came, "sets")), (0, vec!["Y".to_owned()]));
    assert_eq!(json_of(folder.path(), &["catalogue", "check", "y.toml"]).0, 0);

    let export = ["catalogue", "export", ISMS, "--format", "toml", "-o", "isms.toml"];
    assert_eq!(json_of(folder.path(), &export).0, 0);
    let adopt = ["catalogue", "import", "isms.toml", "--format", "toml", "--adopt"];
    let output = assize(folder.path(), &adopt);
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && !words.contains(" 0 audit tests"), "{words}");
    assert!(
        words.contains("\n1 set of criteria, ") && words.contains(" and 16 trails were adopted"),
        "{words}"
    );
    let again = String::from_utf8(assize(folder.path(), &adopt).stdout).unwrap();
    assert!(
        again.contains("\n0 sets of criteria, 0 audit tests, 0 mappings and 0 trails were adopted"),
        "{again}"
    );

    // A test that was changed comes in as a new version, and the one before it is retired.
    let whole = std::fs::read_to_string(folder.path().join("isms.toml")).unwrap();
    let changed = whole.replacen("minutes = ", "minutes = 1", 1);
    assert_ne!(whole, changed);
    write(folder.path(), "isms.toml", &changed);
    let later = String::from_utf8(assize(folder.path(), &adopt).stdout).unwrap();
    assert!(
        later.contains("\n0 sets of criteria, 1 audit test, 0 mappings and 0 trails were adopted"),
        "{later}"
    );
    assert!(later.contains("\n1 older version was retired"), "{later}");

    // A set that was changed is another edition.
    write(folder.path(), "isms.toml", &whole.replacen("edition = \"", "edition = \"other ", 1));
    let (code, told) = json_of(folder.path(), &adopt);
    let paths: Vec<&str> =
        told["problems"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    assert_eq!((code, paths), (1, vec!["", "edition"]), "it is under the id of a built-in set");
    let refused = assize(folder.path(), &[&adopt[..], &["--override"]].concat());
    let refused = String::from_utf8(refused.stdout).unwrap();
    assert!(refused.contains("criteria.edition"), "{refused}");
}

#[test]
fn tests_are_found_by_words() {
    let folder = tempfile::tempdir().unwrap();
    let (code, found) = json_of(folder.path(), &["catalogue", "search", "A.5.3", "--count", "3"]);
    assert_eq!(code, 0);
    assert!(ids(&found, "tests").contains(&"T-A.5.3-01".to_owned()), "{found}");
}
