//! The working days, numbered.

use std::collections::BTreeSet;

use assize_domain::kernel::time::{Date, Period};

use super::problem::{AssignmentPolicy, AssignmentProblem, Weekday};
use super::table::Table;

/// Calendar days before the first window and after the last that journeys may reach into.
const MARGIN_DAYS: u32 = 60;

/// The working days around all windows, in order; a position in it is a day of the solver.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    pub(super) days: Table<Date>,
    /// The month of each working day, numbered from 0.
    pub(super) months: Table<usize>,
    /// How many months there are.
    pub(super) month_count: usize,
}

impl Calendar {
    pub(super) fn of(problem: &AssignmentProblem) -> Self {
        let (mut days, mut months, mut month_count) = (Vec::new(), Vec::new(), 0);
        let first = problem.audits.iter().map(|audit| audit.window.from).min();
        let last = problem.audits.iter().map(|audit| audit.window_end()).max();
        if let (Some(first), Some(last)) = (first, last) {
            let rest = RestDays::of(problem.policy.as_ref());
            let (mut date, last) = (first.minus_days(MARGIN_DAYS), last.plus_days(MARGIN_DAYS));
            let mut month_before = None;
            while date <= last {
                if rest.works(date) {
                    let month = (date.year(), date.month());
                    if month_before != Some(month) {
                        month_before = Some(month);
                        month_count += 1;
                    }
                    days.push(date);
                    months.push(month_count - 1);
                }
                date = date.plus_days(1);
            }
        }
        Self { days: Table(days), months: Table(months), month_count }
    }

    /// The working days in a period: from the first position to the one after the last.
    pub(super) fn span(&self, period: &Period) -> std::ops::Range<usize> {
        let from = self.days.partition_point(|day| *day < period.from);
        let to = period.to.map_or(self.days.len(), |to| self.days.partition_point(|day| *day <= to));
        from..to.max(from)
    }
}

/// The days on which nobody works.
#[derive(Clone, Debug)]
pub(super) struct RestDays {
    week: Vec<Weekday>,
    holidays: BTreeSet<Date>,
}

impl RestDays {
    pub(super) fn of(policy: Option<&AssignmentPolicy>) -> Self {
        let week = policy.map(|policy| policy.working_week.clone()).unwrap_or_default();
        let usual = || Weekday::ALL.iter().copied().take(5).collect();
        let week = if week.is_empty() { usual() } else { week };
        Self {
            week,
            holidays: policy.into_iter().flat_map(|policy| policy.holidays.iter().copied()).collect(),
        }
    }

    pub(super) fn works(&self, date: Date) -> bool {
        weekday(date).is_some_and(|day| self.week.contains(&day)) && !self.holidays.contains(&date)
    }
}

fn weekday(date: Date) -> Option<Weekday> {
    usize::try_from(date.days_since_monday()).ok().and_then(|at| Weekday::ALL.get(at)).copied()
}
