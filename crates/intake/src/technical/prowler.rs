//! Prowler's own JSON (up to its third version) and CSV.

use serde::Deserialize;

use super::when::day_of_text;
use super::{Came, Reported, Taker, Weight, json};
use crate::problem::Problems;
use crate::{Limits, Row, Unreadable, delimited};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Check {
    #[serde(rename = "CheckID")]
    check_id: String,
    #[serde(default)]
    check_title: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    severity: String,
    #[serde(default)]
    resource_arn: String,
    #[serde(default)]
    resource_id: String,
    #[serde(default)]
    region: String,
    assessment_start_time: Option<String>,
}

pub(super) fn read(text: &str, bytes: &[u8], limits: &Limits, taker: &mut Taker) -> Result<(), Unreadable> {
    taker.tool("Prowler", None);
    if !text.trim_start().starts_with('[') {
        return from_csv(bytes, limits, taker);
    }
    for check in json::<Vec<Check>>(text)? {
        taker.made(check.assessment_start_time.as_deref());
        let target = if check.resource_arn.is_empty() { check.resource_id } else { check.resource_arn };
        taker.take(reported(
            check.check_id,
            check.check_title,
            &check.status,
            check.severity,
            target,
            check.region,
        ));
    }
    Ok(())
}

fn from_csv(bytes: &[u8], limits: &Limits, taker: &mut Taker) -> Result<(), Unreadable> {
    let table = delimited::read(bytes, limits, &mut Problems::new(0))?;
    let mut rows = table.sheets.into_iter().flat_map(|sheet| sheet.rows);
    let Some(header) = rows.next() else { return Ok(()) };
    let column = |name: &str| {
        let found = (1u32..).zip(&header.cells).find(|(_, cell)| cell.eq_ignore_ascii_case(name));
        found.map(|(column, _)| column)
    };
    let names =
        ["CHECK_ID", "CHECK_TITLE", "STATUS", "SEVERITY", "RESOURCE_UID", "REGION", "TIMESTAMP", "MUTED"];
    let columns = names.map(column);
    for row in rows {
        let [check, title, status, severity, target, region, time, muted] =
            columns.map(|column| cell(&row, column));
        taker.made(day_of_text(&time).as_deref());
        let status = if muted.eq_ignore_ascii_case("true") { "MUTED".to_owned() } else { status };
        taker.take(reported(check, title, &status, severity, target, region));
    }
    Ok(())
}

fn cell(row: &Row, column: Option<u32>) -> String {
    column.map(|column| row.cell(column).to_owned()).unwrap_or_default()
}

fn reported(
    check: String,
    title: String,
    status: &str,
    severity: String,
    target: String,
    place: String,
) -> Reported {
    let came = match status.to_ascii_uppercase().as_str() {
        "FAIL" => Came::Failed,
        "PASS" => Came::Passed,
        _ => Came::Neither,
    };
    Reported {
        check,
        title,
        weight: Weight::of_word(&severity),
        said: format!("{severity}, {status}"),
        came,
        target,
        place,
        since: None,
    }
}
