//! The methods on the command line as scripts rely on them, and a sample drawn for an audit from its declaration on.

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
use sha2::{Digest as _, Sha256};
use shell::{assize, json_of};

fn method(folder: &Path, line: &str) -> Value {
    let args: Vec<&str> = ["method"].into_iter().chain(line.split(' ')).collect();
    let (code, answer) = json_of(folder, &args);
    assert_eq!(code, 0, "{line}: {answer:#}");
    assert!(!answer["working"]["steps"].as_array().unwrap().is_empty(), "{line} shows no working");
    answer
}

#[test]
fn scripts_get_the_keys_and_values_they_rely_on() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let expected = [
        ("sample-size --risk 0.05 --tolerable 0.06 --expected 0.01", json!({ "size": 78, "deviations": 1 })),
        ("sample-size --risk 0.1 --tolerable 0.07 --expected 0.0325", json!({ "size": 113 })),
        ("upper-limit --sample 60 --deviations 1 --risk 0.05", json!({ "upper_limit": "0.077" })),
        ("mus-size --risk 0.05 --tolerable 0.03 --expected-ratio 0.2", json!({ "size": 155 })),
        ("discovery-size --population 400 --rate 0.05 --confidence 0.95", json!({ "size": DISCOVERY })),
        (
            "site-sample --sites 25 --audit initial",
            json!({ "sites": 5, "random_at_least": 2, "central_function": true }),
        ),
        ("site-sample --sites 25 --audit surveillance", json!({ "sites": 3 })),
        ("site-sample --sites 25 --audit recertification", json!({ "sites": 4 })),
        ("audit-time --persons 100", json!({ "base_days": "12", "days": "12", "effective_persons": 100 })),
        (
            "audit-time --persons 100 --adjust=-0.2 --adjust=-0.25",
            json!({ "raw_adjustment": "-0.45", "capped_adjustment": "-0.3", "days": "8.4", "surveillance_days": "2.8", "recertification_days": "5.6" }),
        ),
        ("audit-time --persons 147 --groups 49,49,49", json!({ "base_days": "7", "effective_persons": 21 })),
        (
            "audit-time --persons 100 --adjust=-0.1 --round nearest --step 0.5 --edition 2024",
            json!({ "days": "11" }),
        ),
    ];
    for (line, keys) in expected {
        let answer = method(folder, line);
        for (key, value) in keys.as_object().unwrap() {
            assert_eq!(&answer[key], value, "{line}: {key}");
        }
    }
    assert!(method(folder, "upper-limit --sample 60 --deviations 1 --risk 0.05")["exact"].is_string());
}

/// The least n for which C(380, n) / C(400, n) is at most 0.05.
const DISCOVERY: u32 = {
    let (mut above, mut n) = (1.0_f64, 0_u32);
    while above > 0.05 {
        above *= (380 - n) as f64 / (400 - n) as f64;
        n += 1;
    }
    n
};

#[test]
fn what_is_wrong_with_inputs_is_said_at_each_place() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (line, place) in [
        ("sample-size --risk 0.05 --tolerable 0.01 --expected 0.05", "/expected"),
        ("sample-size --risk 0.05 --tolerable many", "/tolerable"),
        ("sample-size --risk 0.05 --tolerable 0.0000000001", "/tolerable"),
        ("mus-size --risk 0.05 --tolerable 0.00001", "/tolerable"),
        ("upper-limit --sample 5 --deviations 6 --risk 0.05", "/deviations"),
        ("site-sample --sites 0 --audit initial", "/sites"),
        ("audit-time --persons 10 --groups 9,9", "/groups"),
        ("discovery-size --population 0 --rate 0.05 --confidence 0.95", "/population"),
    ] {
        let args: Vec<&str> = ["method"].into_iter().chain(line.split(' ')).collect();
        let (code, answer) = json_of(folder, &args);
        let places: Vec<&str> = answer["problems"]
            .as_array()
            .unwrap_or_else(|| panic!("{line}: {answer:#}"))
            .iter()
            .map(|problem| problem["at"].as_str().unwrap())
            .collect();
        assert!(code == 1 && places.iter().any(|at| at.starts_with(place)), "{line}: {answer:#}");
    }
    fs::write(folder.join("broken.json"), "[").unwrap();
    assert_eq!(assize(folder, &["method", "assign", "broken.json"]).status.code(), Some(2));
    assert_eq!(assize(folder, &["method", "guess"]).status.code(), Some(2));
}

#[test]
fn the_documented_assignment_is_solved_and_says_why_somebody_is_not_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/methods/assignment.example.json");
    let answer = method(folder.path(), &format!("assign {example}"));
    assert_eq!(
        (&answer["status"], &answer["objective"], &answer["bound"]),
        (&json!("optimal"), &json!(751_500), &json!(751_500))
    );
    let rejected = answer["rejected"].as_array().unwrap();
    let ada =
        rejected.iter().find(|one| one["auditor"] == "Ada" && one["audit"] == "kettle-stage-2").unwrap();
    assert_eq!(ada["rule"], "impartiality");
    let reason = ada["reason"].as_str().unwrap();
    assert!(reason.contains("until 2024-12-31, cooling-off 24 months, ISO/IEC 17021-1:2015 5.2"), "{reason}");
}

fn leavers(folder: &Path) -> String {
    let rows: String = (1..=40).map(|n| format!("T-{n},{}\n", n * 10)).collect();
    let text = format!("ticket,amount\n{rows}");
    fs::write(folder.join("leavers.csv"), &text).unwrap();
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_sample_is_the_same_from_the_same_seed_and_file() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let sha256 = leavers(folder);
    for more in ["simple", "systematic", "pps --value amount"] {
        let line = format!("draw --population leavers.csv --size 7 --seed 4711 --key ticket --method {more}");
        let (one, again) = (method(folder, &line), method(folder, &line));
        assert_eq!((&one["population_sha256"], &one["rows"]), (&json!(sha256), &json!(40)));
        assert_eq!(one["selected"], again["selected"]);
        let mut keys: Vec<&str> =
            one["selected"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert!(keys.len() == 7 && keys.iter().all(|key| key.starts_with("T-")), "{keys:?}");
        let other = method(folder, &line.replace("4711", "4712"));
        assert_ne!(one["selected"], other["selected"], "{more}");
    }
}

/// A prepared audit: its folder, its id, and its leader.
fn prepared() -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("documents")).unwrap();
    fs::write(
        folder.path().join("documents/policy.md"),
        "# Information security policy\n\nWe protect what we hold.\n",
    )
    .unwrap();
    let made = assize(folder.path(), &["demo", "--no-serve", "--dir", "made", "--documents", "documents"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let (_, audits) = json_of(&folder.path().join("made"), &["show", "audit"]);
    let audit = &audits["items"][0];
    let leader = audit["record"]["team"].as_array().unwrap().iter().find(|member| member["role"] == "leader");
    let leader = leader.unwrap()["person"].as_str().unwrap().to_owned();
    let id = audit["id"].as_str().unwrap().to_owned();
    (folder, id, leader)
}

#[test]
fn a_draw_is_declared_then_seeded_then_drawn_and_can_be_redone() {
    let (folder, audit, leader) = prepared();
    let folder = folder.path().join("made");
    let folder = folder.as_path();
    leavers(folder);
    let by = ["--as", leader.as_str()];
    let run = |args: &[&str]| json_of(folder, &[args, &by].concat());
    let declare = [
        "draw",
        "declare",
        "leavers.csv",
        "--audit",
        &audit,
        "--key",
        "ticket",
        "--size",
        "3",
        "--basis",
        "Three, agreed with the client",
        "--completeness",
        "Counted against the payroll",
    ];
    let (code, declared) = run(&declare);
    assert_eq!(code, 0, "{declared:#}");
    let draw = declared["events"][0]["subject"]["id"].as_str().unwrap();
    let (code, early) = run(&["draw", "sample", draw, "leavers.csv"]);
    assert_eq!((code, early["problems"].is_array()), (1, true), "there is no seed yet: {early:#}");
    assert_eq!(run(&["draw", "seed", draw]).0, 0);
    let (code, again) = run(&["draw", "seed", draw]);
    assert_eq!((code, &again["refusals"][0]["rule"]), (1, &json!("draw.order")));
    fs::write(folder.join("other.csv"), "ticket,amount\nT-1,1\nT-2,2\nT-3,3\n").unwrap();
    let (code, other) = run(&["draw", "sample", draw, "other.csv"]);
    assert_eq!((code, &other["problems"][0]["at"]), (1, &json!("/population")), "{other:#}");
    let (code, sample) = run(&["draw", "sample", draw, "leavers.csv"]);
    assert_eq!(code, 0, "{sample:#}");
    let item = sample["selected"][0].as_str().unwrap();
    let (code, replaced) =
        run(&["draw", "replace", draw, "leavers.csv", "--item", item, "--reason", "The ticket is lost"]);
    assert_eq!(code, 0, "{replaced:#}");
    let (code, redone) = json_of(folder, &["draw", "redo", draw, "leavers.csv"]);
    assert_eq!((code, &redone["agrees"]), (0, &json!(true)), "{redone:#}");

    // A method's use is recorded, and the record stands up to verification.
    let (code, used) = run(&[
        "method",
        "sample-size",
        "--risk",
        "0.05",
        "--tolerable",
        "0.06",
        "--record-in-audit",
        &audit,
        "--pdf",
        "sheet.pdf",
    ]);
    assert_eq!((code, used["method_use"].is_string()), (0, true), "{used:#}");
    assert!(fs::read(folder.join("sheet.pdf")).unwrap().starts_with(b"%PDF-"));
    assert_eq!(json_of(folder, &["verify"]).0, 0);
}

/// The first programme of the demonstration and who manages it.
fn programme(folder: &Path) -> (String, String) {
    let (_, programmes) = json_of(folder, &["show", "programme"]);
    let programme = &programmes["items"][0];
    let roles = programme["record"]["roles"].as_array().unwrap();
    let manager = roles.iter().find(|role| role["role"] == "manager").unwrap();
    (programme["id"].as_str().unwrap().to_owned(), manager["person"].as_str().unwrap().to_owned())
}

#[test]
fn methods_that_take_tables_of_the_house_alone_show_the_flag() {
    let folder = tempfile::tempdir().unwrap();
    for (method, is_shown, by_system) in [
        ("audit-time", true, false),
        ("audit-time-integrated", true, true),
        ("control-frequency", true, false),
        ("sample-size", false, false),
        ("mus-evaluate", false, false),
    ] {
        let help = assize(folder.path(), &["method", method, "--help"]);
        let help = String::from_utf8(help.stdout).unwrap();
        assert_eq!(
            (help.contains("--table <"), help.contains("qms:ID")),
            (is_shown, by_system),
            "{method}: {help}"
        );
    }
}

#[test]
fn a_table_of_the_house_is_adopted_calculated_by_and_named_by_the_use() {
    let (folder, ..) = prepared();
    let folder = folder.path().join("made");
    let folder = folder.as_path();
    let (programme, manager) = programme(folder);
    let table = |days: &str, edition: &str| {
        json!({ "table": { "key": "isms-days", "title": "Days of an ISMS audit", "source": "The house's own count",
            "edition": edition, "certainty": "decided", "content": { "is": "days", "day_rows": [
                { "from": 1, "to": 10, "days": "5" }, { "from": 11, "to": 500, "days": days }] } } })
    };
    let (code, wrong) = shell::act(folder, "table.adopt", &table("4", "2026"), &[]);
    assert_eq!(
        (code, &wrong["refusals"][0]["at"]),
        (1, &json!("/table/content/day_rows/1/days")),
        "{wrong:#}"
    );
    let (code, adopted) = shell::act(folder, "table.adopt", &table("6.5", "2026"), &[]);
    assert_eq!(code, 0, "{adopted:#}");
    let id = adopted["events"][0]["subject"]["id"].as_str().unwrap();
    let by = ["method", "audit-time", "--persons", "120", "--table", id];
    let record = [&by[..], &["--record-in-programme", &programme, "--as", &manager]].concat();
    let (code, used) = json_of(folder, &record);
    assert_eq!(
        (code, &used["days"], &used["own_tables"][0]["version"]),
        (0, &json!("6.5"), &json!(1)),
        "{used:#}"
    );
    let (_, shown) = json_of(folder, &["show", "method_use", used["method_use"].as_str().unwrap()]);
    assert_eq!(shown["record"]["tables"][0], json!({ "method_table": id, "revision": 1 }), "{shown:#}");

    // What the method has no place for, and a table twice, is refused.
    let (code, no) =
        json_of(folder, &["method", "sample-size", "--risk", "0.05", "--tolerable", "0.06", "--table", id]);
    assert_eq!((code, &no["problems"][0]["at"]), (1, &json!("--table")), "{no:#}");
    assert_eq!(json_of(folder, &[&by[..], &["--table", id]].concat()).0, 1);

    // The corrected version takes its place; by the one before nothing new is calculated.
    let (code, corrected) = shell::act(folder, "table.adopt", &table("7", "2026, corrected"), &[]);
    assert_eq!((code, corrected["events"].as_array().unwrap().len()), (0, 2), "{corrected:#}");
    let (code, retired) = json_of(folder, &by);
    assert!(code == 1 && retired["problems"][0]["what"].as_str().unwrap().contains("retired"), "{retired:#}");
    assert_eq!(json_of(folder, &["verify"]).0, 0);
}

/// The same programme for the next year, with one audit: that of the demonstration is under way or over.
fn next_year(folder: &Path, programme: &str, manager: &str) -> String {
    let (_, this) = json_of(folder, &["show", "programme", programme]);
    let year = 1971 + std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() / 31_556_952;
    let period = json!({ "from": format!("{year}-01-01"), "to": format!("{year}-12-31") });
    let by = ["--as", manager];
    let give = |name: &str, body: Value| {
        let (code, done) = shell::act(folder, name, &body, &by);
        assert_eq!(code, 0, "{name}: {done:#}");
        done["events"][0]["subject"]["id"].as_str().unwrap().to_owned()
    };
    let draft =
        json!({ "title": "Next year", "period": period, "days": "60", "policy": this["record"]["policy"] });
    let next = give("programme.draft", draft);
    let mut text = json!({ "period": period });
    for field in
        ["title", "objectives", "extent", "risks", "roles", "days", "shortfall", "resources", "policy"]
    {
        text[field] = this["record"][field].clone();
    }
    give("programme.edit", json!({ "programme": next, "text": text }));
    let (_, planned) = json_of(folder, &["show", "planned_audit"]);
    let mut outline = planned["items"][0]["record"]["outline"].clone();
    outline["window"] = json!({ "from": format!("{year}-03-01"), "to": format!("{year}-04-30") });
    give("planned_audit.plan", json!({ "programme": next, "outline": outline, "reason": null }));
    next
}

#[test]
fn who_audits_what_is_gathered_from_the_records_of_a_programme() {
    let (folder, ..) = prepared();
    let folder = folder.path().join("made");
    let folder = folder.as_path();
    let (programme, manager) = programme(folder);
    let programme = next_year(folder, &programme, &manager);
    let gather = ["method", "assign", "--programme", &programme];
    let (code, answer) = json_of(folder, &gather);
    assert_eq!(code, 0, "{answer:#}");
    assert!(
        ["optimal", "feasible", "infeasible"].contains(&answer["status"].as_str().unwrap()),
        "{answer:#}"
    );
    let lacking: Vec<&str> =
        answer["lacking"].as_array().unwrap().iter().map(|lack| lack["field"].as_str().unwrap()).collect();
    assert!(lacking.contains(&"day_rate_cents") && lacking.contains(&"rotation"), "{lacking:?}");
    for assignment in answer["assignments"].as_array().unwrap() {
        assert!(assignment["title"].is_string(), "{assignment:#}");
        assert!(assignment["members"].as_array().unwrap().iter().all(|member| member["name"].is_string()));
    }
    let (code, none) = json_of(folder, &["method", "assign", "--programme", &manager]);
    assert_eq!((code, &none["problems"][0]["at"]), (1, &json!("/programme")), "{none:#}");
    let record = [&gather[..], &["--record-in-programme", &programme, "--as", &manager]].concat();
    let (code, used) = json_of(folder, &record);
    assert_eq!((code, used["method_use"].is_string()), (0, true), "{used:#}");

    // What is given besides is laid over what was gathered, and lacking no more.
    fs::write(folder.join("more.json"), json!({ "policy": { "rotation": [] }, "travel": [] }).to_string())
        .unwrap();
    let (code, more) = json_of(folder, &[&gather[..], &["more.json"]].concat());
    let still: Vec<&str> =
        more["lacking"].as_array().unwrap().iter().map(|lack| lack["field"].as_str().unwrap()).collect();
    assert!(code == 0 && !still.contains(&"rotation") && !still.contains(&"travel"), "{more:#}");
}
