//! Calendars of availability: the days on which somebody is busy become their absences, and nothing else of their calendar is read.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::auditor::{Absence, Person};
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::{Date, Period};
use assize_domain::tables::ListKind;
use assize_exchange::table::Edit;
use assize_exchange::table::came::CameCell;
use assize_exchange::table::edits::{Deed, RowPlan};
use serde_json::json;

use super::read::{Desk, FileIn, Read, Said};
use crate::problem::Fault;
use crate::workers::{CalendarWindow, WorkError};

/// How far ahead a calendar is read, in days.
const AHEAD_DAYS: u32 = 550;
/// From how many minutes between 8 and 18 o'clock on a day counts as one on which somebody is away.
pub(crate) const BUSY_MINUTES_MIN: u32 = 240;
/// By what an absence from a calendar is known again: it says no more of why.
pub(crate) const FROM_CALENDAR: &str = "calendar";

/// What was read of a calendar, to be said beside the days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CalendarSeen {
    /// How many events make somebody busy, and how many do not.
    pub(crate) busy: usize,
    pub(crate) free: usize,
    /// What was not understood: a word and what it was about, never an event's title.
    pub(crate) unread: Vec<(String, String)>,
}

impl Desk<'_> {
    /// Reads a calendar as what changes of somebody's absences from today on. Absences that others entered stay, and days of theirs are left.
    pub(super) async fn calendar(
        &self,
        person: PersonId,
        file: &FileIn,
        _said: &Said,
    ) -> Result<Read, Fault> {
        let held = self.store.ask(|world| world.get::<Person>(person).cloned()).await;
        let held = held.map_err(Fault::unanswered)?;
        let today = self.now()?.date();
        let last = today.plus_days(AHEAD_DAYS);
        let window =
            CalendarWindow { from: today.to_string(), to: last.to_string(), zone: held.zone().to_string() };
        let found = match self.workers.read_calendar(file.bytes.clone(), window).await {
            Ok(found) => found,
            Err(WorkError::Unfit(reason)) => {
                return Ok(Read { unfit: Some(Some(reason)), ..Read::default() });
            }
            Err(WorkError::Failed(cause)) => return Err(Fault::internal(cause)),
        };
        let busy: BTreeSet<Date> = found
            .days
            .iter()
            .filter(|(_, minutes)| **minutes >= BUSY_MINUTES_MIN)
            .filter_map(|(day, _)| day.parse().ok())
            .collect();
        let rows = changes(person, held.absences(), &busy, today);
        Ok(Read {
            calendar: Some(CalendarSeen { busy: found.busy, free: found.free, unread: found.unread }),
            rows,
            listed: Some(ListKind::Calendar),
            ..Read::default()
        })
    }
}

/// What has to be struck out and added, so that the days from today on are those of the calendar.
fn changes(person: PersonId, absences: &[Absence], busy: &BTreeSet<Date>, today: Date) -> Vec<RowPlan> {
    let ours = |absence: &&Absence| {
        absence.reason.as_ref().is_some_and(|reason| reason.as_str() == FROM_CALENDAR)
            && absence.period.from >= today
    };
    let others: Vec<Period> =
        absences.iter().filter(|absence| !ours(absence)).map(|absence| absence.period).collect();
    let free = |day: &&Date| !others.iter().any(|period| period.holds(**day));
    let wanted: BTreeMap<Date, Date> = spans(busy.iter().filter(free).copied());
    let mut rows = Vec::new();
    let mut number = 0;
    let mut row = |period: Period, deed: Deed, is_new: bool| {
        number += 1;
        let to = period.to.unwrap_or(period.from);
        let text = if to == period.from { to.to_string() } else { format!("{} – {to}", period.from) };
        let (from, to) = if is_new { (String::new(), text.clone()) } else { (text.clone(), String::new()) };
        let cell = CameCell { column: "absence", title: String::new(), edit: Edit::Open, from, to };
        rows.push(RowPlan {
            title: text,
            is_new,
            cells: vec![cell],
            deeds: vec![deed],
            ..RowPlan::fresh("", number)
        });
    };
    let mut stands: BTreeSet<Date> = BTreeSet::new();
    for absence in absences.iter().filter(ours) {
        let (from, to) = (absence.period.from, absence.period.to);
        if to.is_some() && wanted.get(&from).copied() == to {
            stands.insert(from);
            continue;
        }
        let body = json!({ "person": person.to_string(), "from": from.to_string() });
        row(absence.period, Deed::new("absence.remove", body), false);
    }
    for (from, to) in wanted.iter().filter(|(from, _)| !stands.contains(from)) {
        let body = json!({ "person": person.to_string(), "period": { "from": from.to_string(), "to": to.to_string() },
            "reason": FROM_CALENDAR });
        row(Period { from: *from, to: Some(*to) }, Deed::new("absence.add", body), true);
    }
    rows
}

/// Days that follow each other, as spans: the first day and the last.
fn spans(days: impl Iterator<Item = Date>) -> BTreeMap<Date, Date> {
    let mut spans: BTreeMap<Date, Date> = BTreeMap::new();
    let mut open: Option<(Date, Date)> = None;
    for day in days {
        open = Some(match open {
            Some((from, to)) if to.plus_days(1) == day => (from, day),
            Some((from, to)) => {
                spans.insert(from, to);
                (day, day)
            }
            None => (day, day),
        });
    }
    spans.extend(open);
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn absence(from: &str, to: &str, reason: Option<&str>) -> Absence {
        Absence {
            period: Period { from: day(from), to: Some(day(to)) },
            reason: reason.map(|reason| reason.parse().unwrap()),
        }
    }

    fn made(absences: &[Absence], busy: &[&str]) -> Vec<(&'static str, String)> {
        let person: PersonId = "01900000-0000-7000-8000-000000000001".parse().unwrap();
        let busy = busy.iter().map(|one| day(one)).collect();
        let rows = changes(person, absences, &busy, day("2026-10-01"));
        rows.iter().map(|row| (row.deeds[0].name, row.title.clone())).collect()
    }

    #[test]
    fn days_that_follow_each_other_are_one_absence_and_those_of_others_stay() {
        let others = [
            absence("2026-10-06", "2026-10-07", Some("Leave")),
            absence("2026-01-02", "2026-01-03", Some(FROM_CALENDAR)),
        ];
        let busy = ["2026-10-05", "2026-10-06", "2026-10-08", "2026-10-09", "2026-12-01"];
        let wanted = ["2026-10-05", "2026-10-08 – 2026-10-09", "2026-12-01"];
        let wanted: Vec<(&str, String)> =
            wanted.iter().map(|one| ("absence.add", (*one).to_owned())).collect();
        assert_eq!(made(&others, &busy), wanted);
    }

    #[test]
    fn a_calendar_that_says_the_same_changes_nothing_and_one_that_says_less_takes_back() {
        let ours = [absence("2026-10-08", "2026-10-09", Some(FROM_CALENDAR))];
        assert!(made(&ours, &["2026-10-08", "2026-10-09"]).is_empty());
        let less = made(&ours, &["2026-10-09"]);
        assert_eq!(
            less,
            [
                ("absence.remove", "2026-10-08 – 2026-10-09".to_owned()),
                ("absence.add", "2026-10-09".to_owned())
            ]
        );
        assert_eq!(made(&ours, &[]).len(), 1);
    }
}
