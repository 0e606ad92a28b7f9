//! What scanners report, read for its summary: evidence or a claim, never a verdict. The file stays as it was taken.

use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::kernel::time::Date;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::evidence::{READ_BYTES_MAX, find};
use crate::problem::Fault;
use crate::workers::{TechnicalRead, WorkError};

/// The bounds of the ages that findings are counted by, in days, and the words for what is no older.
pub(crate) const AGES: [(i64, &str); 4] = [(30, "30"), (90, "90"), (180, "180"), (365, "365")];
/// How many ages are told apart: those, older ones, and what nobody knows.
pub(crate) const AGES_LEN: usize = AGES.len() + 2;

/// The summary of what a scanner reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    /// The format it was read as.
    pub(crate) format: String,
    /// The tools, as they call themselves.
    pub(crate) tools: Vec<String>,
    /// When the tool worked, as the file says it.
    pub(crate) made: Option<String>,
    /// The day by which ages are reckoned: that of the tool's work, or else that on which the file was taken.
    pub(crate) as_of: Option<Date>,
    /// How many things it reports.
    pub(crate) reported: usize,
    /// How many of them were not read, since there are too many.
    pub(crate) left_out: usize,
    /// By weight, the heaviest first; no weight that does not occur.
    pub(crate) weights: Vec<Weighed>,
}

/// Those of one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Weighed {
    /// The weight's word.
    pub(crate) weight: String,
    /// How many failed.
    pub(crate) failed: usize,
    /// How many passed.
    pub(crate) passed: usize,
    /// How many did neither.
    pub(crate) neither: usize,
    /// Those that failed by their age: up to each of [`AGES`], older, unknown.
    pub(crate) ages: [usize; AGES_LEN],
}

impl Summary {
    /// The summary, of a file that was taken on a day.
    pub(crate) fn of(read: TechnicalRead, taken: Option<Date>) -> Self {
        let made = read.made.as_deref().and_then(|made| made.get(..10)?.parse().ok());
        let as_of = made.or(taken);
        let mut weights: Vec<Weighed> = Vec::new();
        for one in &read.reported {
            let at = weights.iter().position(|weighed| weighed.weight == one.weight);
            let at = at.unwrap_or_else(|| {
                weights.push(Weighed {
                    weight: one.weight.clone(),
                    failed: 0,
                    passed: 0,
                    neither: 0,
                    ages: [0; AGES_LEN],
                });
                weights.len() - 1
            });
            let Some(weighed) = weights.get_mut(at) else { continue };
            match one.came.as_str() {
                "failed" => {
                    weighed.failed += 1;
                    let age = age_at(one.since.as_deref().and_then(|since| since.parse().ok()), as_of);
                    if let Some(count) = weighed.ages.get_mut(age) {
                        *count += 1;
                    }
                }
                "passed" => weighed.passed += 1,
                _ => weighed.neither += 1,
            }
        }
        weights.sort_by_key(|weighed| WEIGHTS.iter().position(|weight| *weight == weighed.weight));
        Self {
            format: read.format,
            tools: read.tools,
            made: read.made,
            as_of,
            reported: read.reported.len(),
            left_out: read.left_out,
            weights,
        }
    }

    fn to_json(&self) -> Value {
        let weights = self.weights.iter().map(|weighed| {
            json!({
                "weight": weighed.weight, "failed": weighed.failed, "passed": weighed.passed,
                "neither": weighed.neither, "ages": weighed.ages,
            })
        });
        json!({
            "state": "read",
            "format": self.format,
            "tools": self.tools,
            "made": self.made,
            "as_of": self.as_of.map(|day| day.to_string()),
            "reported": self.reported,
            "left_out": self.left_out,
            "weights": weights.collect::<Value>(),
        })
    }
}

/// The weights, the heaviest first.
pub(crate) const WEIGHTS: [&str; 6] = ["critical", "high", "medium", "low", "information", "unknown"];

/// Which of the ages something has that is there since a day.
fn age_at(since: Option<Date>, as_of: Option<Date>) -> usize {
    let Some((since, as_of)) = since.zip(as_of) else { return AGES_LEN - 1 };
    let days = as_of.days_since(since);
    AGES.iter().position(|(bound, _)| days <= *bound).unwrap_or(AGES.len())
}

/// What came of reading a piece of evidence for what a scanner reports.
pub(crate) enum Technical {
    /// It is one of the formats that are known.
    Read(Box<Summary>),
    /// It is none of them, or was seen and not taken.
    None,
    /// It begins as one and cannot be read.
    Unreadable(String),
}

/// Reads a piece of evidence for what a scanner reports.
pub(crate) async fn technical(app: &App, evidence: &Evidence) -> Result<Technical, Fault> {
    let EvidenceForm::Taken { sha256, bytes, .. } = evidence.form() else { return Ok(Technical::None) };
    if *bytes > READ_BYTES_MAX {
        return Ok(Technical::None);
    }
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let blob = app.store.blobs().get(sha256.as_str()).await?;
    let blob =
        blob.ok_or_else(|| Fault::internal(format!("evidence {} has no blob {sha256}", evidence.id())))?;
    let taken = evidence.custody().first().map(|step| step.stamp.at.date());
    match app.workers.read_technical(blob, evidence.name().as_str()).await {
        Ok(Some(read)) => Ok(Technical::Read(Box::new(Summary::of(read, taken)))),
        Ok(None) => Ok(Technical::None),
        Err(WorkError::Unfit(reason)) => Ok(Technical::Unreadable(reason)),
        Err(WorkError::Failed(cause)) => Err(Fault::internal(cause)),
    }
}

/// `GET /evidence/{id}/technical`.
pub(crate) async fn summary(
    State(app): State<App>,
    _caller: Caller,
    Path(evidence): Path<String>,
) -> Result<Response, Fault> {
    let evidence = find(&app, &evidence).await?;
    let answer = match technical(&app, &evidence).await? {
        Technical::Read(summary) => summary.to_json(),
        Technical::None => json!({ "state": "none" }),
        Technical::Unreadable(reason) => json!({ "state": "unreadable", "reason": reason }),
    };
    Ok(json(StatusCode::OK, &answer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workers::TechnicalFound;

    fn found(weight: &str, came: &str, since: Option<&str>) -> TechnicalFound {
        TechnicalFound { weight: weight.to_owned(), came: came.to_owned(), since: since.map(str::to_owned) }
    }

    #[test]
    fn what_failed_is_counted_by_weight_and_age() {
        let read = TechnicalRead {
            format: "sarif".to_owned(),
            tools: vec!["Linty".to_owned()],
            made: Some("2026-09-15T07:00:00Z".to_owned()),
            left_out: 2,
            reported: vec![
                found("low", "failed", Some("2026-09-15")),
                found("critical", "failed", Some("2026-08-16")),
                found("critical", "failed", Some("2026-08-15")),
                found("critical", "failed", Some("2025-09-14")),
                found("critical", "failed", None),
                found("critical", "passed", Some("2020-01-01")),
                found("critical", "neither", None),
            ],
        };
        let taken: Option<Date> = "2026-10-01".parse().ok();
        let summary = Summary::of(read.clone(), taken);
        assert_eq!(summary.as_of, "2026-09-15".parse().ok());
        let critical = &summary.weights[0];
        assert_eq!(
            (critical.weight.as_str(), critical.failed, critical.passed, critical.neither),
            ("critical", 4, 1, 1)
        );
        assert_eq!(critical.ages, [1, 1, 0, 0, 1, 1]);
        assert_eq!(summary.weights[1].ages, [1, 0, 0, 0, 0, 0]);
        // A time that is written in another way is kept, and ages are reckoned by the day on which the file was taken.
        let said = TechnicalRead { made: Some("Mon Sep 14 08:00:00 2026".to_owned()), ..read };
        let summary = Summary::of(said, taken);
        assert_eq!(summary.as_of, taken);
        assert_eq!(summary.weights[0].ages, [0, 2, 0, 0, 1, 1]);
    }
}
