//! The time zones of a calendar (RFC 5545 3.6.5): how the clocks of a place stand over the events that are told in them.
//!
//! Each change of the clocks stands there by itself, out of the time zone database of this build, and none as a rule: a rule would promise what
//! a country may decide otherwise. A calendar that is asked for again has what is known then.

use std::collections::BTreeMap;

use assize_domain::kernel::text::Zone;
use assize_domain::kernel::time::Timestamp;
use assize_domain::kernel::zone::ClockChange;

use super::write::{shown, time};
use super::{Event, When};

/// Since when clocks stand so that have always stood so.
const ALWAYS: &str = "19700101T000000";

/// The zones that events are told in, by their names.
#[derive(Debug, Default)]
pub(super) struct Zones<'e>(BTreeMap<&'e str, Vec<ClockChange>>);

impl<'e> Zones<'e> {
    /// The zones of some events. One that the database does not know is none, and neither is UTC, which needs no table.
    pub(super) fn of(events: &'e [Event]) -> Self {
        let mut spans: BTreeMap<&str, (&Zone, Timestamp, Timestamp)> = BTreeMap::new();
        for event in events {
            let (Some(zone), When::Time { from, to }) = (&event.zone, event.when) else { continue };
            let span = spans.entry(zone.as_str()).or_insert((zone, from, to));
            (span.1, span.2) = (span.1.min(from), span.2.max(to));
        }
        let is_utc = |zone: &Zone| matches!(zone.as_str(), "UTC" | "Etc/UTC" | "Zulu");
        let known = spans.into_iter().filter(|(_, (zone, ..))| !is_utc(zone));
        Self(known.filter_map(|(name, (zone, from, to))| Some((name, zone.changes(from, to)?))).collect())
    }

    /// Writes them.
    pub(super) fn push(&self, line: &mut impl FnMut(&str)) {
        for (name, changes) in &self.0 {
            line("BEGIN:VTIMEZONE");
            line(&format!("TZID:{name}"));
            for change in changes {
                let part = if change.is_summer { "DAYLIGHT" } else { "STANDARD" };
                // When it happens is told by the clocks as they stood before.
                let since = change.since.and_then(|since| ahead(since, change.from_seconds));
                line(&format!("BEGIN:{part}"));
                line(&format!("DTSTART:{}", since.map_or_else(|| ALWAYS.to_owned(), shown)));
                line(&format!("TZOFFSETFROM:{}", offset(change.from_seconds)));
                line(&format!("TZOFFSETTO:{}", offset(change.to_seconds)));
                line(&format!("TZNAME:{}", change.name));
                line(&format!("END:{part}"));
            }
            line("END:VTIMEZONE");
        }
    }

    /// A time of an event, as the value of a property with its parameter. An hour that clocks show twice is the first of the two wherever it is
    /// read; so the second is told in UTC.
    pub(super) fn told(&self, event: &Event, at: Timestamp) -> String {
        let zone = event.zone.as_ref().and_then(|zone| self.0.get_key_value(zone.as_str()));
        let local = zone.and_then(|(name, changes)| {
            let holds = changes.iter().rev().find(|change| change.since.is_none_or(|since| since <= at))?;
            let back = i64::from(holds.from_seconds - holds.to_seconds) * 1_000;
            let is_again = holds.since.is_some_and(|since| at.millis() - since.millis() < back);
            if is_again {
                None
            } else {
                Some(format!(";TZID={name}:{}", shown(ahead(at, holds.to_seconds)?)))
            }
        });
        local.unwrap_or_else(|| format!(":{}", time(at)))
    }
}

/// A time so many seconds later: what the clocks show that are ahead of UTC by them.
fn ahead(at: Timestamp, seconds: i32) -> Option<Timestamp> {
    Timestamp::from_millis(at.millis() + i64::from(seconds) * 1_000).ok()
}

/// How far clocks are ahead of UTC: `+0200`.
fn offset(seconds: i32) -> String {
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let (hours, minutes, rest) = (all / 3_600, all / 60 % 60, all % 60);
    let seconds = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{seconds}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_has_a_sign_and_seconds_where_there_are_any() {
        for (seconds, text) in [(0, "+0000"), (7_200, "+0200"), (-16_200, "-0430"), (3_921, "+010521")] {
            assert_eq!(offset(seconds), text);
        }
    }
}
