//! Scores and intervals: whole grades, weights that are data.

use std::sync::OnceLock;

use assize_domain::kernel::datum::{Problem, read_json};
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::Said;
use assize_domain::kernel::text::Line;
use assize_domain::method::tables::weight_problems;
pub use assize_domain::method::tables::{Interval, WEIGHT_MAX};
use serde_json::Value;

use super::inputs::Item;

/// The greatest grade.
pub const GRADE_MAX: u8 = 4;

data! {
    /// How grades are weighed, and what scores mean.
    pub struct Weights {
        /// What it holds.
        title: Line,
        /// Where it comes from.
        source: Line,
        /// Of which edition.
        edition: Line,
        /// How far it was checked.
        certainty: Line,
        /// The weight of importance.
        importance: u32,
        /// The weight of risk.
        risk: u32,
        /// The weight of changes.
        changes: u32,
        /// The weight of earlier findings.
        findings: u32,
        /// The weight of the years since the last audit, four at most.
        waiting: u32,
        /// Intervals, the highest scores first, so that higher scores are never audited more seldom.
        intervals: Vec<Interval>,
    }
}

/// The built-in weights.
///
/// # Errors
/// Never in a build whose tests pass; the problems of the data otherwise.
pub fn built_in() -> Result<&'static Weights, Vec<Problem>> {
    static READ: OnceLock<Result<Weights, Vec<Problem>>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let value: Value = toml::from_str(include_str!("../../data/audit_extent.toml")).map_err(|error| {
            vec![Problem::new(
                "/weights",
                Said::data(error.to_string()),
                "give weights of your own under `weights`",
            )]
        })?;
        read_json(&value)
    });
    read.as_ref().map_err(Clone::clone)
}

impl Weights {
    /// Every fault of the weights.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let weights = [
            ("importance", self.importance),
            ("risk", self.risk),
            ("changes", self.changes),
            ("findings", self.findings),
            ("waiting", self.waiting),
        ];
        weight_problems(&weights, &self.intervals, "/weights")
    }

    /// The score, and its sum written out.
    pub(crate) fn score(&self, item: &Item) -> (u32, String) {
        let waiting = item.years_since.unwrap_or(GRADE_MAX).min(GRADE_MAX);
        let parts = [
            (self.importance, item.importance),
            (self.risk, item.risk),
            (self.changes, item.changes),
            (self.findings, item.findings),
            (self.waiting, waiting),
        ];
        let written: Vec<String> = parts.iter().map(|(weight, grade)| format!("{weight}x{grade}")).collect();
        (parts.iter().map(|(weight, grade)| weight * u32::from(*grade)).sum(), written.join(" + "))
    }

    /// The years between two audits of a score, in a cycle of so many.
    pub(crate) fn interval(&self, score: u32, cycle: usize) -> usize {
        let found = self.intervals.iter().find(|interval| interval.score_from <= score);
        found.map_or(cycle, |interval| usize::from(interval.years)).clamp(1, cycle.max(1))
    }
}
