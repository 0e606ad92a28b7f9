//! Findings of `DefectDojo`: as its API lists them (`results`), and as its generic import takes them (`findings`).

use serde::Deserialize;
use serde_json::Value;

use super::when::day;
use super::{Came, Reported, Taker, Weight, json};
use crate::Unreadable;

#[derive(Deserialize)]
struct Export {
    #[serde(default, alias = "findings")]
    results: Vec<Finding>,
}

#[derive(Deserialize)]
struct Finding {
    #[serde(default)]
    id: Value,
    title: Option<String>,
    severity: Option<String>,
    #[serde(default)]
    date: Value,
    active: Option<bool>,
    #[serde(default)]
    false_p: bool,
    #[serde(default)]
    duplicate: bool,
    #[serde(default)]
    out_of_scope: bool,
    #[serde(default)]
    risk_accepted: bool,
    #[serde(default, alias = "mitigated")]
    is_mitigated: Value,
    vuln_id_from_tool: Option<String>,
    cwe: Option<i64>,
    component_name: Option<String>,
    file_path: Option<String>,
    line: Option<i64>,
    service: Option<String>,
}

pub(super) fn read(text: &str, taker: &mut Taker) -> Result<(), Unreadable> {
    taker.tool("DefectDojo", None);
    for finding in json::<Export>(text)?.results {
        taker.take(reported(finding));
    }
    Ok(())
}

fn reported(finding: Finding) -> Reported {
    let mitigated = !matches!(finding.is_mitigated, Value::Null | Value::Bool(false));
    let aside = [finding.false_p, finding.duplicate, finding.out_of_scope, finding.risk_accepted, mitigated]
        .contains(&true);
    let came = if aside || finding.active == Some(false) { Came::Neither } else { Came::Failed };
    let cwe = finding.cwe.filter(|cwe| *cwe > 0).map(|cwe| format!("CWE-{cwe}"));
    let id = match finding.id {
        Value::Number(id) => Some(id.to_string()),
        Value::String(id) => Some(id),
        _ => None,
    };
    let severity = finding.severity.unwrap_or_default();
    Reported {
        check: finding.vuln_id_from_tool.or(cwe).or(id).unwrap_or_default(),
        title: finding.title.unwrap_or_default(),
        weight: Weight::of_word(&severity),
        said: severity,
        came,
        target: finding
            .component_name
            .or(finding.service)
            .or_else(|| finding.file_path.clone())
            .unwrap_or_default(),
        place: match (finding.file_path, finding.line) {
            (Some(path), Some(line)) => format!("{path}:{line}"),
            (Some(path), None) => path,
            (None, _) => String::new(),
        },
        since: day(&finding.date),
    }
}
