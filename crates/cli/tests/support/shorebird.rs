//! The document audit of a real published handbook as a story: the scenario in the frame of its people.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assize_cli::story::read;
use serde_json::{Value, json};

/// The folder of the real documents, where it is there.
pub(crate) fn documents() -> Option<PathBuf> {
    let folder = std::env::var_os("ASSIZE_TEST_SHOREBIRD")
        .map_or_else(|| super::root().join("../shared/real/shorebird-isms"), PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value[key].as_array().cloned().unwrap_or_default()
}

/// Every quotation of the scenario: file, heading, words.
pub(crate) fn quotations(scenario: &Value) -> Vec<(String, String, String)> {
    list(scenario, "paper")
        .iter()
        .chain(&list(scenario, "finding"))
        .flat_map(|table| list(table, "evidence"))
        .map(|evidence| {
            let text = |key: &str| evidence[key].as_str().unwrap_or_default().to_owned();
            (text("file"), text("heading"), text("quote"))
        })
        .collect()
}

/// The scenario as it is written.
pub(crate) fn scenario() -> Value {
    let text = std::fs::read_to_string(super::root().join("scenarios/shorebird-isms.audit.toml")).unwrap();
    read(&text).unwrap()
}

/// The story: the frame, with what the scenario says put into it.
pub(crate) fn story() -> Value {
    let frame = std::fs::read_to_string(super::root().join("scenarios/shorebird-isms.frame.toml")).unwrap();
    let mut story = read(&frame).unwrap();
    let scenario = scenario();
    let said = &scenario["audit"];
    let objectives: Vec<Value> = list(said, "objectives")
        .iter()
        .enumerate()
        .map(|(n, text)| json!({ "key": format!("objective-{}", n + 1), "text": text }))
        .collect();
    let keys: BTreeMap<String, String> = objectives
        .iter()
        .map(|objective| {
            (objective["text"].as_str().unwrap().to_owned(), objective["key"].as_str().unwrap().to_owned())
        })
        .collect();
    story["audit"]["objectives"] = json!(objectives);
    story["audit"]["scope"] = said["scope"].clone();
    story["audit"]["criteria"] = json!([said["criteria"]]);
    story["audit"]["method"] = said["method"].clone();
    let mut papers = list(&scenario, "paper");
    for paper in &mut papers {
        paper["assigned"] = json!("leader");
        paper["key"] = paper["requirement"].clone();
    }
    story["paper"] = json!(papers);
    story["finding"] = json!(findings(&scenario));
    story["document_review"] = review(&scenario);
    story["conclusions"] = conclusions(&scenario, &keys);
    story["report"]["item"] = json!([
        { "item": "audit_report.summary", "text": said["summary"] },
        { "item": "audit_report.obstacles", "text": said["obstacles"] },
        { "item": "audit_report.process", "text": "Every file was read in full; nobody was interviewed and no record was seen." },
        { "item": "audit_report.plan", "text": "As planned." },
        { "item": "audit_report.follow_up", "text": "One nonconformity is followed for illustration." },
        { "item": "audit_report.confidentiality", "omitted": "The documents are public." },
        { "item": "audit_report.programme_implications", "text": said["summary"] },
        { "item": "audit_report.complaints", "omitted": "The organization took no part; there is nobody to complain." },
    ]);
    story["followup"] = json!([follow_up(&scenario["followup"])]);
    story
}

fn findings(scenario: &Value) -> Vec<Value> {
    let followed = scenario["followup"]["finding"].as_str().unwrap_or_default().to_owned();
    list(scenario, "finding")
        .into_iter()
        .map(|mut finding| {
            if finding["key"] == followed.as_str() {
                finding["response"] =
                    json!({ "kind": "acknowledged", "by": "contact", "at": "2026-09-24T09:00:00+01:00" });
            }
            finding
        })
        .collect()
}

fn review(scenario: &Value) -> Value {
    let items: Vec<Value> = list(scenario, "demanded")
        .iter()
        .map(|item| {
            let mut files: Vec<String> =
                list(item, "where").iter().map(|place| place["file"].as_str().unwrap().to_owned()).collect();
            files.sort();
            files.dedup();
            // What is only referred to was not found, and then no document shows it.
            if item["found"] == "no" {
                files.clear();
            }
            json!({ "requirement": item["requirement"], "item": item["item"], "found": item["found"], "files": files, "remark": item["remark"] })
        })
        .collect();
    // What the scenario remarks of each item that was not plainly found is the concern it leaves.
    let concerns: Vec<Value> = items
        .iter()
        .filter(|item| item["found"] != "yes")
        .map(|item| {
            let consequence = if item["found"] == "no" {
                "What only it could show is recorded as not audited."
            } else {
                "What the document leaves open is evaluated on its words alone."
            };
            json!({ "requirement": item["requirement"], "file": item["files"][0], "missing": item["remark"], "consequence": consequence })
        })
        .collect();
    json!({ "by": "leader", "at": "2026-08-28T15:00:00+01:00", "outcome": "ready_with_concerns", "items": items,
        "concerns": concerns, "summary": "Ten of eighteen demanded items were not presented." })
}

fn conclusions(scenario: &Value, keys: &BTreeMap<String, String>) -> Value {
    let drawn = &scenario["conclusions"];
    let objectives: Vec<Value> = list(drawn, "objectives_met")
        .iter()
        .map(|met| json!({ "objective": keys[met["objective"].as_str().unwrap()], "met": met["met"], "reason": met["reason"] }))
        .collect();
    json!({ "by": "leader", "at": "2026-09-11T12:00:00+01:00", "conformity": drawn["extent"], "effectiveness": drawn["recommendation"],
        "objectives": objectives, "trends": drawn["trends"], "recommendation": "none" })
}

fn follow_up(told: &Value) -> Value {
    let step = |step: &str, by: &str, at: &str, key: &str| json!({ "step": step, "by": by, "at": at, "text": told[key] });
    let mut plan = step("action_plan", "contact", "2026-10-02T09:00:00+01:00", "corrective_action");
    plan["owner"] = json!("contact");
    plan["due"] = json!("2026-12-01");
    let mut effect = step("effectiveness", "leader", "2027-06-10T09:00:00+01:00", "effectiveness");
    effect["early"] = Value::Null;
    json!({ "finding": told["finding"], "steps": [
        step("correction", "contact", "2026-09-29T09:00:00+01:00", "correction"),
        step("root_cause", "contact", "2026-10-01T09:00:00+01:00", "root_cause"),
        plan,
        step("plan_accepted", "leader", "2026-10-05T09:00:00+01:00", "verification"),
        step("implemented", "contact", "2026-11-20T09:00:00+00:00", "corrective_action"),
        step("verified", "leader", "2026-11-25T09:00:00+00:00", "verification"),
        effect,
        step("closed", "leader", "2027-06-11T09:00:00+01:00", "effectiveness"),
    ] })
}

/// Words as a reader sees them: markup and line breaks out.
pub(crate) fn plain(text: &str) -> String {
    let kept: String = text.chars().map(|c| if "*_`#|[]>\\".contains(c) { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a document.
pub(crate) fn text_of(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}
