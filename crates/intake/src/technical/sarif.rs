//! SARIF 2.1, the format of static analysis.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;

use super::when::day;
use super::{Came, Reported, Taker, Weight, json};
use crate::Unreadable;

#[derive(Deserialize)]
struct Log {
    #[serde(default)]
    runs: Vec<Run>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Option<Tool>,
    #[serde(default)]
    invocations: Vec<Invocation>,
    #[serde(default)]
    results: Option<Vec<Found>>,
}

#[derive(Deserialize)]
struct Tool {
    driver: Component,
    #[serde(default)]
    extensions: Vec<Component>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Component {
    #[serde(default)]
    name: String,
    version: Option<String>,
    semantic_version: Option<String>,
    #[serde(default)]
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    end_time_utc: Option<String>,
    start_time_utc: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: String,
    name: Option<String>,
    short_description: Option<Message>,
    default_configuration: Option<Configuration>,
    #[serde(default)]
    properties: Value,
}

#[derive(Deserialize)]
struct Configuration {
    level: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    text: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: Option<String>,
    rule_index: Option<usize>,
    rule: Option<Reference>,
    kind: Option<String>,
    level: Option<String>,
    message: Option<Message>,
    #[serde(default)]
    locations: Vec<Location>,
    #[serde(default)]
    suppressions: Option<Vec<Suppression>>,
    provenance: Option<Provenance>,
}

#[derive(Deserialize)]
struct Reference {
    id: Option<String>,
    index: Option<usize>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Option<Physical>,
    #[serde(default)]
    logical_locations: Vec<Logical>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Option<Artifact>,
    region: Option<Region>,
}

#[derive(Deserialize)]
struct Artifact {
    uri: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Suppression {
    status: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Provenance {
    #[serde(default)]
    first_detection_time_utc: Value,
}

pub(super) fn read(text: &str, taker: &mut Taker) -> Result<(), Unreadable> {
    for run in json::<Log>(text)?.runs {
        for invocation in &run.invocations {
            taker.made(invocation.end_time_utc.as_deref().or(invocation.start_time_utc.as_deref()));
        }
        let mut rules: HashMap<&str, &Rule> = HashMap::new();
        if let Some(tool) = &run.tool {
            taker.tool(
                &tool.driver.name,
                tool.driver.version.as_deref().or(tool.driver.semantic_version.as_deref()),
            );
            for rule in
                tool.extensions.iter().flat_map(|component| &component.rules).chain(&tool.driver.rules)
            {
                rules.insert(&rule.id, rule);
            }
        }
        let driver = run.tool.as_ref().map(|tool| tool.driver.rules.as_slice()).unwrap_or_default();
        for found in run.results.into_iter().flatten() {
            let reference = found.rule.as_ref();
            let id = found.rule_id.as_deref().or(reference.and_then(|rule| rule.id.as_deref()));
            let index = found.rule_index.or(reference.and_then(|rule| rule.index));
            let by_index = || index.and_then(|index| driver.get(index));
            let rule = id.and_then(|id| rules.get(id).copied()).or_else(by_index);
            taker.take(reported(&found, id, rule));
        }
    }
    Ok(())
}

fn reported(found: &Found, id: Option<&str>, rule: Option<&Rule>) -> Reported {
    let (weight, said) = weight(found, rule);
    let of_rule = |rule: &Rule| {
        let described = rule.short_description.as_ref().and_then(|message| message.text.clone());
        described.or_else(|| rule.name.clone())
    };
    let message = || found.message.as_ref().and_then(|message| message.text.clone());
    let physical = found.locations.first().and_then(|location| location.physical_location.as_ref());
    let uri =
        physical.and_then(|place| place.artifact_location.as_ref()).and_then(|artifact| artifact.uri.clone());
    let logical = || {
        let logical = found.locations.first()?.logical_locations.first()?;
        logical.fully_qualified_name.clone().or_else(|| logical.name.clone())
    };
    let line = physical.and_then(|place| place.region.as_ref()).and_then(|region| region.start_line);
    Reported {
        check: id.or(rule.map(|rule| rule.id.as_str())).unwrap_or_default().to_owned(),
        title: rule.and_then(of_rule).or_else(message).unwrap_or_default(),
        weight,
        said,
        came: came(found),
        target: uri.or_else(logical).unwrap_or_default(),
        place: line.map(|line| line.to_string()).unwrap_or_default(),
        since: found.provenance.as_ref().and_then(|from| day(&from.first_detection_time_utc)),
    }
}

fn came(found: &Found) -> Came {
    let put_aside =
        |suppression: &Suppression| suppression.status.as_deref().is_none_or(|status| status == "accepted");
    if found.suppressions.iter().flatten().any(put_aside) {
        return Came::Neither;
    }
    match found.kind.as_deref() {
        None | Some("fail") => Came::Failed,
        Some("pass") => Came::Passed,
        Some(_) => Came::Neither,
    }
}

/// By the rule's `security-severity`, which is a CVSS score, where it has one; else by the level.
fn weight(found: &Found, rule: Option<&Rule>) -> (Weight, String) {
    if let Some(said) = rule.and_then(|rule| rule.properties.get("security-severity")) {
        let said = said.as_str().map_or_else(|| said.to_string(), str::to_owned);
        if let Some(tenths) = tenths(&said) {
            let weight = match tenths {
                90.. => Weight::Critical,
                70.. => Weight::High,
                40.. => Weight::Medium,
                1.. => Weight::Low,
                0 => Weight::Information,
            };
            return (weight, said);
        }
    }
    let configured = rule.and_then(|rule| rule.default_configuration.as_ref()?.level.as_deref());
    // What is neither said nor configured is a warning.
    let level = found.level.as_deref().or(configured).unwrap_or("warning");
    let weight = match level {
        "error" => Weight::High,
        "warning" => Weight::Medium,
        "note" => Weight::Low,
        "none" => Weight::Information,
        _ => Weight::Unknown,
    };
    (weight, level.to_owned())
}

/// A score like `7.5` in tenths, rounded down; a score has at most 10 points.
fn tenths(score: &str) -> Option<u32> {
    let (whole, rest) = score.trim().split_once('.').unwrap_or((score.trim(), "0"));
    if rest.is_empty() || !rest.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let tenth = rest.get(..1)?.parse::<u32>().ok()?;
    let tenths = whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenth)?;
    (tenths <= 100).then_some(tenths)
}
