//! Findings of the Open Cybersecurity Schema Framework: a list, or one a line. Prowler writes them too.

use serde::Deserialize;
use serde_json::Value;

use super::when::day;
use super::{Came, Reported, Taker, Weight};
use crate::Unreadable;

#[derive(Deserialize)]
struct Finding {
    severity_id: Option<i64>,
    severity: Option<String>,
    status_id: Option<i64>,
    status_code: Option<String>,
    message: Option<String>,
    #[serde(default)]
    time: Value,
    #[serde(default)]
    time_dt: Value,
    metadata: Option<Metadata>,
    // `finding` in the first version of the framework.
    #[serde(alias = "finding")]
    finding_info: Option<Info>,
    compliance: Option<Compliance>,
    #[serde(default)]
    resources: Option<Vec<Resource>>,
    resource: Option<Resource>,
    #[serde(default)]
    vulnerabilities: Option<Vec<Vulnerability>>,
}

#[derive(Deserialize)]
struct Metadata {
    event_code: Option<String>,
    product: Option<Product>,
}

#[derive(Deserialize)]
struct Product {
    name: Option<String>,
    version: Option<String>,
}

#[derive(Deserialize)]
struct Info {
    uid: Option<String>,
    title: Option<String>,
    #[serde(default)]
    first_seen_time_dt: Value,
    #[serde(default)]
    first_seen_time: Value,
    #[serde(default)]
    created_time_dt: Value,
    #[serde(default)]
    created_time: Value,
}

#[derive(Deserialize)]
struct Compliance {
    status_id: Option<i64>,
    control: Option<String>,
}

#[derive(Deserialize)]
struct Resource {
    uid: Option<String>,
    name: Option<String>,
    region: Option<String>,
}

#[derive(Deserialize)]
struct Vulnerability {
    title: Option<String>,
    severity: Option<String>,
    cve: Option<Named>,
    #[serde(default)]
    first_seen_time_dt: Value,
    #[serde(default)]
    first_seen_time: Value,
}

#[derive(Deserialize)]
struct Named {
    uid: Option<String>,
}

pub(super) fn read(text: &str, taker: &mut Taker) -> Result<(), Unreadable> {
    let damaged = |error: serde_json::Error| Unreadable::damaged("the OCSF file", error);
    if text.trim_start().starts_with('[') {
        for finding in serde_json::from_str::<Vec<Finding>>(text).map_err(damaged)? {
            take(&finding, taker);
        }
        return Ok(());
    }
    for finding in serde_json::Deserializer::from_str(text).into_iter::<Finding>() {
        take(&finding.map_err(damaged)?, taker);
    }
    Ok(())
}

fn take(finding: &Finding, taker: &mut Taker) {
    if let Some(product) = finding.metadata.as_ref().and_then(|metadata| metadata.product.as_ref()) {
        taker.tool(product.name.as_deref().unwrap_or_default(), product.version.as_deref());
    }
    let made = day(&finding.time_dt).or_else(|| day(&finding.time));
    taker.made(made.as_deref());
    let info = finding.finding_info.as_ref();
    let code = finding.metadata.as_ref().and_then(|metadata| metadata.event_code.clone());
    let control = finding.compliance.as_ref().and_then(|compliance| compliance.control.clone());
    let check = code.or(control).or_else(|| info.and_then(|info| info.uid.clone()));
    let title = info.and_then(|info| info.title.clone()).or_else(|| finding.message.clone());
    let resource = finding.resources.iter().flatten().next().or(finding.resource.as_ref());
    let (target, place) = resource.map_or_else(Default::default, |resource| {
        (resource.uid.clone().or_else(|| resource.name.clone()), resource.region.clone())
    });
    let since = info.and_then(|info| {
        [&info.first_seen_time_dt, &info.first_seen_time, &info.created_time_dt, &info.created_time]
            .into_iter()
            .find_map(day)
    });
    let (weight, said) = weight(finding);
    let reported = Reported {
        check: check.unwrap_or_default(),
        title: title.unwrap_or_default(),
        weight,
        said,
        came: came(finding),
        target: target.unwrap_or_default(),
        place: place.unwrap_or_default(),
        since,
    };
    let vulnerabilities = finding.vulnerabilities.as_deref().unwrap_or_default();
    if vulnerabilities.is_empty() {
        taker.take(reported);
        return;
    }
    for vulnerability in vulnerabilities {
        let mut one = reported.clone();
        if let Some(id) = vulnerability.cve.as_ref().and_then(|cve| cve.uid.clone()) {
            one.check = id;
        }
        if let Some(title) = &vulnerability.title {
            one.title.clone_from(title);
        }
        if let Some(severity) = &vulnerability.severity {
            (one.weight, one.said) = (Weight::of_word(severity), severity.clone());
        }
        let seen =
            [&vulnerability.first_seen_time_dt, &vulnerability.first_seen_time].into_iter().find_map(day);
        one.since = seen.or(one.since);
        taker.take(one);
    }
}

fn weight(finding: &Finding) -> (Weight, String) {
    let word = finding.severity.clone();
    let weight = match finding.severity_id {
        Some(5 | 6) => Weight::Critical,
        Some(4) => Weight::High,
        Some(3) => Weight::Medium,
        Some(2) => Weight::Low,
        Some(1) => Weight::Information,
        _ => word.as_deref().map_or(Weight::Unknown, Weight::of_word),
    };
    (weight, word.or_else(|| finding.severity_id.map(|id| id.to_string())).unwrap_or_default())
}

fn came(finding: &Finding) -> Came {
    // 3 is suppressed, 4 resolved.
    if matches!(finding.status_id, Some(3 | 4)) {
        return Came::Neither;
    }
    match finding.compliance.as_ref().and_then(|compliance| compliance.status_id) {
        Some(1) => return Came::Passed,
        Some(3) => return Came::Failed,
        Some(_) => return Came::Neither,
        None => {}
    }
    match finding.status_code.as_deref().map(str::to_ascii_uppercase).as_deref() {
        Some("PASS") => Came::Passed,
        Some("MANUAL" | "MUTED") => Came::Neither,
        _ => Came::Failed,
    }
}
