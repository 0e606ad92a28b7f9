//! The inputs of `audit-extent`.

use assize_domain::kernel::macros::data;
use assize_domain::kernel::text::{Line, RequirementId};

use super::weights::Weights;
use crate::Ratio;

/// The most years of a programme.
pub const YEARS_MAX: usize = 10;
/// The most pairs of unit and criterion.
pub const ITEMS_MAX: usize = 1_000;
/// The most days a year has for auditing.
pub const DAYS_MAX: i64 = 2_000;
/// The finest part of a day: durations are multiples of one over this.
pub const DAY_PARTS: i64 = 8;
/// The most pairs x smallest parts of a day in all years: what weighing takes time and room for.
pub const CHOICES_MAX: usize = 20_000_000;
/// The most cuts that are reckoned.
pub const CUTS_MAX: usize = 10;

data! {
    /// A unit seen by a criterion: what is audited or not.
    pub struct Item {
        /// The unit: a department, a process, a site.
        unit: Line,
        /// The criterion: a clause, a control, or a group of them by its first.
        criterion: RequirementId,
        /// Auditor days that auditing it takes, in eighths at the finest.
        days: Ratio,
        /// How important it is to the auditee, 0 to 4.
        importance: u8,
        /// The risk to its information, 0 to 4.
        risk: u8,
        /// How much has changed since it was last audited, 0 to 4.
        changes: u8,
        /// How grave earlier findings were, 0 to 4.
        findings: u8,
        /// In the how manieth year before the programme it was last audited: 1 is last year; never, if not given.
        years_since: Option<u8>,
    }
    /// What the manager of the programme decides otherwise.
    pub struct Change {
        /// The unit.
        unit: Line,
        /// The criterion.
        criterion: RequirementId,
        /// The year, from 1.
        year: u8,
        /// Whether it is audited in that year.
        audit: bool,
        /// Why.
        reason: Line,
    }
    /// The inputs of `audit-extent`.
    pub struct Extent {
        /// Auditor days there are, for each year of the programme in order.
        days: Vec<Ratio>,
        /// Every pair of unit and criterion in the scope.
        items: Vec<Item>,
        /// What the manager decides otherwise.
        changes: Vec<Change>,
        /// Days taken from every year, each to see what it gives up; 1, 2 and 5 unless given.
        cuts: Vec<Ratio>,
        /// Weights and intervals of the organization's own.
        weights: Option<Weights>,
    }
}
