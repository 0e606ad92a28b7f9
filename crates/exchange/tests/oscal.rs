//! An audit as OSCAL: what stands where, ids that hold together, and NIST's schemas where they are at hand.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets what it did not expect fails"
)]
#![allow(dead_code, unreachable_pub, reason = "the story is shared")]

mod story;

use std::collections::BTreeSet;
use std::path::Path;

use assize_domain::kernel::time::Timestamp;
use assize_exchange::oscal;
use serde_json::Value;
use story::{Story, story};

fn at() -> Timestamp {
    "2026-10-01T08:00:00Z".parse().unwrap()
}

fn all(story: &Story) -> [(&'static str, Value); 4] {
    let (world, audit) = (&story.world, story.audit.id.into());
    [
        ("assessment-plan", oscal::assessment_plan(world, audit, at()).unwrap()),
        ("assessment-results", oscal::assessment_results(world, audit, at()).unwrap()),
        ("poam", oscal::plan_of_action(world, audit, at()).unwrap()),
        ("profile", oscal::profile(world, story.soa.id.into(), at()).unwrap()),
    ]
}

/// Every member of this name, wherever it stands.
fn members<'v>(value: &'v Value, name: &str, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                if key == name {
                    found.push(value);
                }
                members(value, name, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| members(item, name, found)),
        _ => {}
    }
}

fn texts(value: &Value, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    members(value, name, &mut found);
    found
        .iter()
        .flat_map(|value| match value {
            Value::String(text) => vec![text.clone()],
            Value::Array(items) => items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn ids_are_of_version_5_stand_once_and_what_is_pointed_at_is_there() {
    for (name, document) in all(&story()) {
        let ids = texts(&document, "uuid");
        let set: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), set.len(), "{name}: an id stands twice");
        for id in &ids {
            assert_eq!(uuid::Uuid::parse_str(id).unwrap().get_version_num(), 5, "{name}");
        }
        for (member, pointed) in [
            ("party-uuids", texts(&document, "party-uuids")),
            ("party-uuid", texts(&document, "party-uuid")),
            ("actor-uuid", texts(&document, "actor-uuid")),
            ("subject-uuid", texts(&document, "subject-uuid")),
            ("activity-uuid", texts(&document, "activity-uuid")),
            ("observation-uuid", texts(&document, "observation-uuid")),
            ("finding-uuid", texts(&document, "finding-uuid")),
            ("risk-uuid", texts(&document, "risk-uuid")),
            (
                "href",
                texts(&document, "href")
                    .iter()
                    .filter_map(|href| href.strip_prefix('#').map(str::to_owned))
                    .collect(),
            ),
        ] {
            for id in pointed {
                if name == "poam" && member == "observation-uuid" {
                    panic!("a plan of action names observations of another file");
                }
                assert!(set.contains(&id), "{name}: {member} {id} is nowhere");
            }
        }
    }
}

#[test]
fn the_same_records_give_the_same_file() {
    assert_eq!(all(&story()), all(&story()));
}

#[test]
fn roles_that_are_named_are_declared() {
    for (name, document) in all(&story()) {
        let metadata = document.as_object().unwrap().values().next().unwrap()["metadata"].clone();
        let declared: BTreeSet<String> = texts(&metadata["roles"], "id").into_iter().collect();
        for role in texts(&document, "role-id") {
            assert!(declared.contains(&role), "{name}: the role {role} is not declared");
        }
    }
}

#[test]
fn what_was_found_stands_in_the_results() {
    let story = story();
    let [_, (_, results), (_, poam), (_, profile)] = all(&story);
    let result = &results["assessment-results"]["results"][0];
    let observations = result["observations"].as_array().unwrap();
    assert_eq!(observations.len(), story.papers.len());
    let methods: BTreeSet<String> = texts(&result["observations"], "methods").into_iter().collect();
    assert_eq!(methods, ["EXAMINE", "INTERVIEW", "TEST"].map(str::to_owned).into());
    let findings = result["findings"].as_array().unwrap();
    let state = |target: &str| {
        let mut of = findings.iter().filter(|finding| finding["target"]["target-id"] == target);
        let finding = of.next().unwrap_or_else(|| panic!("no finding on {target}"));
        assert!(of.next().is_none(), "two findings on {target}");
        finding["target"]["status"]["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state("r-4.1"), "not-satisfied");
    assert_eq!(state("r-6.1.2-a-1"), "satisfied");
    assert_eq!(state("a.5.1"), "satisfied");
    let hashes: Vec<String> = texts(&results["assessment-results"]["back-matter"], "algorithm");
    assert_eq!(hashes, ["SHA-256"]);
    let risk = &poam["plan-of-action-and-milestones"]["risks"][0];
    assert_eq!(risk["status"], "investigating");
    assert_eq!(risk["risk-log"]["entries"].as_array().unwrap().len(), 3);
    assert_eq!(risk["remediations"][0]["lifecycle"], "planned");
    let imports = profile["profile"]["imports"].as_array().unwrap();
    assert_eq!(imports[0]["include-controls"][0]["with-ids"][0], "a.5.1");
    assert_eq!(imports[0]["exclude-controls"][0]["with-ids"][0], "a.7.4");
    assert_eq!(imports[1]["include-controls"][0]["with-ids"][0], "x-1");
}

#[test]
fn a_draft_and_what_was_withdrawn_are_not_in_the_results() {
    let mut story = story();
    let audit = story::id(story.audit);
    let before = oscal::assessment_results(&story.world, story.audit.id.into(), at()).unwrap();
    let text = serde_json::json!({ "kind": "opportunity_for_improvement", "title": "A canary title", "statement": "A canary statement",
        "requirements": [{ "criteria": story::CRITERIA, "id": "A.5.1" }], "breaches": [], "papers": [story::id(story.papers[1])], "evidence": [] });
    let leader = story.leader;
    story.give(leader, "finding.draft", serde_json::json!({ "audit": audit, "text": text }));
    let after = oscal::assessment_results(&story.world, story.audit.id.into(), at()).unwrap();
    assert_eq!(before, after);
}

#[test]
fn nists_schemas_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oscal");
    if !folder.is_dir() {
        eprintln!("NIST's schemas are not at hand: not checked against them");
        return;
    }
    for (name, document) in all(&story()) {
        let schema = std::fs::read_to_string(folder.join(format!("oscal_{name}_schema.json"))).unwrap();
        let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
        let problems: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(problems, Vec::<String>::new(), "{name}");
    }
}

/// What trestle, which reads OSCAL by models of its own, says of each file; the Python that `ASSIZE_TEST_READERS` names has it.
#[test]
fn a_program_of_others_reads_every_file() {
    let Ok(python) = std::env::var("ASSIZE_TEST_READERS") else {
        eprintln!("ASSIZE_TEST_READERS is not set: not read by trestle");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (name, document) in all(&story()) {
        let path = folder.path().join(format!("{name}.json"));
        std::fs::write(&path, document.to_string()).unwrap();
        files.push((name, document, path));
    }
    let mut broken = files[1].1.clone();
    broken["assessment-results"]["results"][0]["findings"][0]["target"]["status"]["state"] = "perhaps".into();
    let path = folder.path().join("broken.json");
    std::fs::write(&path, broken.to_string()).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/read_oscal.py");
    let done = std::process::Command::new(python)
        .arg(script)
        .args(files.iter().map(|(.., path)| path))
        .arg(&path)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let said = String::from_utf8(done.stdout).unwrap();
    let read: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for ((name, document, _), read) in files.iter().zip(&read) {
        assert_eq!(read["wrong"], Value::Null, "{name}");
        // Nothing that was written is lost when it writes the file again.
        let root = document.as_object().unwrap().keys().next().unwrap();
        assert_eq!(texts(&read["again"][root], "uuid").len(), texts(document, "uuid").len(), "{name}");
        assert_eq!(read["title"], document[root]["metadata"]["title"], "{name}");
    }
    assert!(read[4]["wrong"].is_string(), "what is no OSCAL is refused: {}", read[4]);
}
