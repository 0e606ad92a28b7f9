//! Tables of the auditing organization's own: adopted with their source and edition, and named by the uses of methods they serve.
//!
//! A version of a table is a record of its own, so that a use of years ago says by which numbers it was reckoned. A corrected table is
//! another version; the one before is retired, stays readable, and what was reckoned by it can be reckoned again.

use std::collections::BTreeSet;

use num_rational::BigRational;
use num_traits::{One as _, Zero as _};
use serde_json::{Value, json};

use super::{MethodTable, MethodTableState};
use crate::auditee::organization_id;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::{Corrupt, Datum, Problem};
use crate::kernel::entry::canonical;
use crate::kernel::id::{MethodTableId, OrganizationId, digest_uuid};
use crate::kernel::macros::{command, data, event, states, words};
use crate::kernel::ratio::Ratio;
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::text::{Line, Slug, Text};
use crate::registry::Event;

/// The greatest weight of a grade.
pub const WEIGHT_MAX: u32 = 100;

rules! {
    TABLE_FORM = "table.form", "house rule", "a table that can be calculated with: rows in order and without gaps, numbers within their bounds";
    TABLE_RETIRED = "table.retired", "house rule", "a table that has not been retired";
}

words! {
    /// Where the sum of an axis falls.
    pub enum Band {
        /// Few demands.
        Low = "low",
        /// Some.
        Medium = "medium",
        /// Many.
        High = "high",
    }
}

data! {
    /// A row: for so many persons, so many days.
    pub struct DayRow {
        /// The least number of persons it holds for.
        from: u32,
        /// The greatest.
        to: u32,
        /// Auditor days of an initial audit, both stages together.
        days: Ratio,
    }

    /// A cell of the matrix: the range within which the auditor picks.
    pub struct FactorCell {
        /// The band of the business axis.
        business: Band,
        /// The band of the IT axis.
        it: Band,
        /// The least change, as a share: -0.3.
        least: Ratio,
        /// The greatest.
        most: Ratio,
    }

    /// A row of the table.
    pub struct FrequencyRow {
        /// Its name: `weekly`.
        frequency: Slug,
        /// Up to how many operations a year it speaks of; without end where it is not given.
        occurrences_most: Option<u32>,
        /// How many are usually examined.
        usual: u32,
        /// The fewest.
        least: u32,
        /// The most that are customary.
        most: u32,
        /// Where the row comes from.
        source: Line,
        /// How sure that is.
        certainty: Line,
    }

    /// From a score on, every so many years.
    pub struct Interval {
        /// The least score it holds for.
        score_from: u32,
        /// The years between two audits.
        years: u8,
    }

    /// A table as the organization gives it.
    pub struct TableText {
        /// What the organization calls it, the same for each of its versions: `isms-days`.
        key: Slug,
        /// What it holds.
        title: Line,
        /// Where it comes from.
        source: Line,
        /// Of which edition.
        edition: Line,
        /// How far it was checked.
        certainty: Line,
        /// Its numbers.
        content: TableContent,
    }
}

states! {
    /// What a table holds, by what it is for.
    #[allow(clippy::large_enum_variant, reason = "there are few tables at a time, and most of their size is in lists")]
    pub enum TableContent {
        /// From persons to days: for audit time.
        Days = "days" {
            /// Its rows, from 1 person on, without a gap.
            day_rows: Vec<DayRow>,
        },
        /// From grades to ranges of change: for audit time.
        Factors = "factors" {
            /// The greatest sum of an axis that is low.
            low_most: u8,
            /// The greatest that is medium.
            medium_most: u8,
            /// Its cells, each pair of bands once.
            cells: Vec<FactorCell>,
        },
        /// Caps and shares: for audit time.
        Shares = "shares" {
            /// The greatest reduction of the table's days, as a share: 0.3.
            reduction_most: Ratio,
            /// A surveillance audit, as a share of the initial one.
            surveillance: Ratio,
            /// A recertification audit, as a share of the initial one.
            recertification: Ratio,
            /// The least share of audit time that is spent auditing, rather than planning and reporting.
            auditing_least: Ratio,
            /// The remote share above which the accreditation body must approve, if there is one.
            remote_approval_above: Option<Ratio>,
        },
        /// From how often a control operates to how many operations are examined.
        Frequencies = "frequencies" {
            /// Its rows, from rare to frequent.
            frequency_rows: Vec<FrequencyRow>,
        },
        /// Weights and intervals: for the extent of a programme.
        Weights = "weights" {
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
        },
    }
}

command! {
    /// Adopts a table of the organization's own. A version that was adopted before is left as it is; the other versions of the table
    /// are retired. What was calculated by them stays as it was recorded.
    pub struct AdoptTable("table.adopt") {
        /// The table.
        table: TableText,
    }

    /// Retires a table: nothing is calculated by it any more.
    pub struct RetireTable("table.retire" on method_table) {
        /// The table.
        method_table: MethodTableId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A table was adopted.
    pub struct TableAdopted("table.adopted" v 1, method_table) {
        /// Its record.
        method_table: MethodTableId,
        /// The organization.
        organization: OrganizationId,
        /// Which version of the table it is, counted from 1.
        revision: u32,
        /// The table.
        text: TableText,
    }

    /// A table was retired.
    pub struct TableRetired("table.retired" v 1, method_table) {
        /// The table.
        method_table: MethodTableId,
        /// Why; none where another version of it has taken its place.
        reason: Option<Text>,
    }
}

/// The id of a version of a table: the same wherever it is adopted.
#[must_use]
pub fn method_table_id(text: &TableText) -> MethodTableId {
    digest_uuid("assize-table/1", &[&canonical(&text.to_json())]).into()
}

impl Decide for AdoptTable {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut check = Check::new();
        for problem in self.table.content.problems("/table/content") {
            check.refuse(Refusal::new(&TABLE_FORM, problem.what, problem.hint).at(problem.at));
        }
        check.done()?;
        let organization = organization_id();
        let method_table = method_table_id(&self.table);
        let versions: Vec<&MethodTable> = world
            .list::<MethodTable>("organization", organization)?
            .into_iter()
            .filter(|other| other.key == self.table.key)
            .collect();
        let mut events: Vec<Event> = Vec::new();
        match versions.iter().find(|version| version.id == method_table) {
            // Retired by somebody, or by a version that came later: it is not brought back unasked.
            Some(there) if !there.is_in_use() => {
                return Err(Refusal::new(
                    &TABLE_RETIRED,
                    format!(
                        "these numbers are version {} of the table `{}`, which is retired",
                        there.revision, there.key
                    ),
                    "where they hold again after all, adopt them with an edition that says so",
                )
                .at("/table")
                .into());
            }
            Some(_) => {}
            None => {
                let revision = versions.iter().map(|version| version.revision).max().unwrap_or(0) + 1;
                let text = self.table.clone();
                events.push(TableAdopted { method_table, organization, revision, text }.into());
            }
        }
        let before = versions.iter().filter(|version| version.id != method_table && version.is_in_use());
        events.extend(before.map(|version| TableRetired { method_table: version.id, reason: None }.into()));
        Ok(events)
    }
}

impl Apply for TableAdopted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let TableText { key, title, source, edition, certainty, content } = self.text.clone();
        world.add(MethodTable {
            id: self.method_table,
            organization: self.organization,
            key,
            revision: self.revision,
            title,
            source,
            edition,
            certainty,
            content,
            stamp: stamp.clone(),
            state: MethodTableState::InUse,
        })
    }
}

impl Decide for RetireTable {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let table = world.get::<MethodTable>(self.method_table)?;
        if !table.is_in_use() {
            return Err(Refusal::new(
                &TABLE_RETIRED,
                format!("version {} of the table `{}` is retired already", table.revision, table.key),
                "nothing more is needed",
            )
            .into());
        }
        let retired = TableRetired { method_table: self.method_table, reason: Some(self.reason.clone()) };
        Ok(vec![retired.into()])
    }
}

impl Apply for TableRetired {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<MethodTable>(self.method_table, |table| {
            table.state = MethodTableState::Retired { reason: self.reason.clone(), retired: stamp.clone() };
        })
    }
}

impl MethodTable {
    /// Whether it is calculated by.
    #[must_use]
    pub const fn is_in_use(&self) -> bool {
        match self.state {
            MethodTableState::InUse => true,
            MethodTableState::Retired { .. } => false,
        }
    }

    /// Whether its numbers are among the inputs of a method: at the place of its kind, or there within one of the management
    /// systems that the inputs list.
    #[must_use]
    pub fn stands_in(&self, inputs: &Value) -> bool {
        let (numbers, place) = (self.as_input(), self.content.place());
        let systems = inputs.get("systems").and_then(Value::as_array).into_iter().flatten();
        std::iter::once(inputs).chain(systems).any(|at| at.pointer(place) == Some(&numbers))
    }

    /// The table as the inputs of a method take it: the rows alone for frequencies, an object with source and edition otherwise.
    #[must_use]
    pub fn as_input(&self) -> Value {
        let numbers = match &self.content {
            TableContent::Frequencies { frequency_rows } => return frequency_rows.to_json(),
            TableContent::Days { day_rows } => json!({ "rows": day_rows.to_json() }),
            TableContent::Factors { .. } | TableContent::Shares { .. } | TableContent::Weights { .. } => {
                self.content.to_json()
            }
        };
        let mut input = numbers.as_object().cloned().unwrap_or_default();
        input.remove("is");
        for (name, text) in [
            ("title", &self.title),
            ("source", &self.source),
            ("edition", &self.edition),
            ("certainty", &self.certainty),
        ] {
            input.insert(name.to_owned(), text.to_json());
        }
        Value::Object(input)
    }
}

impl TableContent {
    /// Where the inputs of a method that takes such a table have it: a JSON pointer.
    #[must_use]
    pub const fn place(&self) -> &'static str {
        match self {
            Self::Days { .. } => "/tables/days",
            Self::Factors { .. } => "/tables/factors",
            Self::Shares { .. } => "/tables/shares",
            Self::Frequencies { .. } => "/table",
            Self::Weights { .. } => "/weights",
        }
    }

    /// Every fault of the numbers, each below `at`.
    #[must_use]
    pub fn problems(&self, at: &str) -> Vec<Problem> {
        match self {
            Self::Days { day_rows } => day_problems(day_rows, &format!("{at}/day_rows")),
            Self::Factors { low_most, medium_most, cells } => {
                factor_problems(*low_most, *medium_most, cells, at)
            }
            Self::Shares {
                reduction_most,
                surveillance,
                recertification,
                auditing_least,
                remote_approval_above,
            } => share_problems(
                &[
                    ("reduction_most", Some(reduction_most)),
                    ("surveillance", Some(surveillance)),
                    ("recertification", Some(recertification)),
                    ("auditing_least", Some(auditing_least)),
                    ("remote_approval_above", remote_approval_above.as_ref()),
                ],
                at,
            ),
            Self::Frequencies { frequency_rows } => {
                let at = format!("{at}/frequency_rows");
                let mut problems = frequency_problems(frequency_rows, &at);
                if frequency_rows.is_empty() {
                    problems.push(Problem::new(at, "is empty", "give at least one row"));
                }
                problems
            }
            Self::Weights { importance, risk, changes, findings, waiting, intervals } => weight_problems(
                &[
                    ("importance", *importance),
                    ("risk", *risk),
                    ("changes", *changes),
                    ("findings", *findings),
                    ("waiting", *waiting),
                ],
                intervals,
                at,
            ),
        }
    }
}

/// Every fault of rows from persons to days: gaps, overlaps, days that fall or are not positive.
#[must_use]
pub fn day_problems(rows: &[DayRow], at: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if rows.is_empty() {
        problems.push(Problem::new(at, "is empty", "give at least one row, from 1 person on"));
    }
    let mut next = 1_u64;
    let mut before = BigRational::zero();
    for (index, row) in rows.iter().enumerate() {
        if u64::from(row.from) != next {
            problems.push(Problem::new(
                format!("{at}/{index}/from"),
                format!("is {}, where the rows before end at {}", row.from, next - 1),
                format!("begin this row at {next}"),
            ));
        }
        if row.to < row.from {
            problems.push(Problem::new(
                format!("{at}/{index}/to"),
                "is less than `from`",
                "end the row where it begins or later",
            ));
        }
        if row.days.0 <= BigRational::zero() || row.days.0 < before {
            problems.push(Problem::new(
                format!("{at}/{index}/days"),
                format!("`{}` is not above 0, or less than in the row before", row.days),
                "more persons never take fewer days",
            ));
        }
        next = u64::from(row.to.max(row.from)) + 1;
        before = row.days.0.clone();
    }
    problems
}

/// Every share that is none.
#[must_use]
pub fn share_problems(shares: &[(&str, Option<&Ratio>)], at: &str) -> Vec<Problem> {
    let is_none = |share: &Ratio| share.0 < BigRational::zero() || share.0 > BigRational::one();
    let wrong = shares.iter().filter(|(_, share)| share.is_some_and(is_none));
    wrong
        .map(|(name, _)| Problem::new(format!("{at}/{name}"), "is not a share", "give a number from 0 to 1"))
        .collect()
}

/// Every pair of bands that is not there once, every range that is none, bounds that do not rise.
#[must_use]
pub fn factor_problems(low_most: u8, medium_most: u8, cells: &[FactorCell], at: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if low_most < 3 || medium_most <= low_most || medium_most >= 9 {
        problems.push(Problem::new(
            format!("{at}/medium_most"),
            "the bands do not divide the sums from 3 to 9",
            "give 3 <= low_most < medium_most < 9",
        ));
    }
    for (business, it) in Band::ALL.iter().flat_map(|b| Band::ALL.iter().map(move |i| (*b, *i))) {
        let found = cells.iter().filter(|cell| cell.business == business && cell.it == it).count();
        if found != 1 {
            problems.push(Problem::new(
                format!("{at}/cells"),
                format!("business {business} and IT {it} stand in {found} cells"),
                "give each pair of bands once",
            ));
        }
    }
    for (index, _) in cells.iter().enumerate().filter(|(_, cell)| cell.least.0 > cell.most.0) {
        problems.push(Problem::new(
            format!("{at}/cells/{index}"),
            "`least` is above `most`",
            "exchange them",
        ));
    }
    problems
}

/// Every row whose numbers do not rise, or that does not reach beyond the one before.
#[must_use]
pub fn frequency_problems(rows: &[FrequencyRow], at: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut before = Some(0);
    let mut names = BTreeSet::new();
    for (index, row) in rows.iter().enumerate() {
        if row.least == 0 || row.least > row.usual || row.usual > row.most {
            problems.push(Problem::new(
                format!("{at}/{index}/usual"),
                format!("`{}` is not between `{}` and `{}`", row.usual, row.least, row.most),
                "give least, usual and most in rising order, from 1",
            ));
        }
        let rises = before.is_some_and(|before| row.occurrences_most.is_none_or(|most| most > before));
        if !rises {
            problems.push(Problem::new(
                format!("{at}/{index}/occurrences_most"),
                "is not above that of the row before",
                "order the rows from rare to frequent; only the last may be without end",
            ));
        }
        if !names.insert(&row.frequency) {
            problems.push(Problem::new(
                format!("{at}/{index}/frequency"),
                format!("`{}` is there twice", row.frequency),
                "give each row a name of its own",
            ));
        }
        before = row.occurrences_most;
    }
    problems
}

/// Every weight that is too great, every interval that does not come after the one before, or comes round in no time.
#[must_use]
pub fn weight_problems(weights: &[(&str, u32)], intervals: &[Interval], at: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, weight) in weights.iter().filter(|(_, weight)| *weight > WEIGHT_MAX) {
        let hint = format!("give a weight from 0 to {WEIGHT_MAX}");
        problems.push(Problem::new(format!("{at}/{name}"), format!("is {weight}"), hint));
    }
    for (index, (interval, next)) in intervals.iter().zip(intervals.iter().skip(1)).enumerate() {
        if next.score_from >= interval.score_from || next.years < interval.years {
            problems.push(Problem::new(
                format!("{at}/intervals/{}", index + 1),
                "does not have a lower score, or comes round more often, than the one before",
                "list the highest scores first, with the shortest interval",
            ));
        }
    }
    for (index, _) in intervals.iter().enumerate().filter(|(_, interval)| interval.years == 0) {
        problems.push(Problem::new(format!("{at}/intervals/{index}/years"), "is 0", "give 1 for every year"));
    }
    problems
}
