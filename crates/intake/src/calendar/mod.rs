//! When somebody is busy by their calendar (RFC 5545): days and minutes, and nothing of with what.
//!
//! Events are read with their times alone, repeated within the days that are asked for, and cut to the hours of work. Titles, places and people
//! are never looked at and do not leave this module.

mod rule;
mod zone;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use serde::{Deserialize, Serialize};

use self::rule::Rule;
use self::zone::Zones;
use crate::{Limits, Unreadable};

/// How many components of a calendar are read.
const EVENTS_MAX: usize = 20_000;
/// How many times all events together take place within the days that are asked for.
const OCCURRENCES_MAX: usize = 50_000;
/// How many things that were not understood are named.
const UNREAD_MAX: usize = 50;
/// The hours that count: busy in the night, somebody is free for an audit.
const HOURS: (i8, i8) = (8, 18);
/// The most days that are asked for.
const WINDOW_DAYS_MAX: i32 = 1_000;

/// The days that are asked for, and where the owner of the calendar is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarWindow {
    /// The first day, like `2026-09-15`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The time zone in which days begin and end, an IANA name.
    pub zone: String,
}

/// When somebody is busy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Busy {
    /// How many events make them busy.
    pub busy: usize,
    /// How many do not: they are transparent, or were cancelled.
    pub free: usize,
    /// The days on which they are busy, each with the minutes between 8 and 18 o'clock.
    pub days: BTreeMap<String, u32>,
    /// What was not understood; each once.
    pub unread: Vec<Unread>,
}

/// Something of a calendar that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unread {
    /// A word for it: `zone`, `rule`, `time`, `range`, `many`.
    pub what: String,
    /// The value that it is about; never an event's title.
    pub about: String,
}

/// A property: its name, its parameters, its value.
struct Property<'l> {
    name: String,
    params: Vec<(String, &'l str)>,
    value: &'l str,
}

impl<'l> Property<'l> {
    fn of(line: &'l str) -> Option<Self> {
        // A colon within quotes is one of a parameter.
        let mut quoted = false;
        let cut = line.char_indices().find(|(_, c)| {
            quoted ^= *c == '"';
            *c == ':' && !quoted
        });
        let (head, value) = (line.get(..cut?.0)?, line.get(cut?.0 + 1..)?);
        let mut parts = head.split(';');
        let name = parts.next()?.trim().to_ascii_uppercase();
        let params = parts.filter_map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"')))
        });
        Some(Self { name, params: params.collect(), value: value.trim() })
    }

    fn param(&self, name: &str) -> Option<&'l str> {
        self.params.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

/// A time as a calendar says it.
#[derive(Clone, Debug, PartialEq)]
enum Time {
    /// A whole day.
    Day(Date),
    /// A time in a zone; in that of whoever looks where none is said.
    At(DateTime, Option<TimeZone>),
}

impl Time {
    const fn local(&self) -> DateTime {
        match self {
            Self::Day(day) => day.at(0, 0, 0, 0),
            Self::At(at, _) => *at,
        }
    }

    /// The same, at another local time.
    fn moved(&self, to: DateTime) -> Self {
        match self {
            Self::Day(_) => Self::Day(to.date()),
            Self::At(_, zone) => Self::At(to, zone.clone()),
        }
    }

    fn instant(&self, own: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Day(day) => own.to_timestamp(day.at(0, 0, 0, 0)).ok(),
            Self::At(at, zone) => zone.as_ref().unwrap_or(own).to_timestamp(*at).ok(),
        }
    }
}

/// An event, as far as it says when.
#[derive(Default)]
struct Event {
    uid: String,
    start: Option<Time>,
    end: Option<Time>,
    lasts: Option<SignedDuration>,
    rules: Vec<String>,
    more: Vec<Time>,
    without: Vec<Time>,
    instead_of: Option<Time>,
    is_free: bool,
    is_cancelled: bool,
}

/// Reads when somebody is busy.
///
/// # Errors
/// [`Unreadable`] where the file is no calendar, or larger than is read.
pub fn calendar(bytes: &[u8], window: &CalendarWindow, limits: &Limits) -> Result<Busy, Unreadable> {
    limits.check_input(bytes)?;
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.get(..15).is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        return Err(Unreadable::damaged("the calendar", "it does not begin with BEGIN:VCALENDAR"));
    }
    let days = |text: &str| text.parse::<Date>().map_err(|_| Unreadable::damaged("the days", "no date"));
    let (from, to) = (days(&window.from)?, days(&window.to)?);
    let long = from.until(to).map_or(i32::MAX, |span| span.get_days());
    if !(0..=WINDOW_DAYS_MAX).contains(&long) {
        return Err(Unreadable::damaged("the days", "the last is before the first, or too far away"));
    }
    let own = zone::named(&window.zone).unwrap_or(TimeZone::UTC);
    let lines = unfolded(text);
    let zones = Zones::of(&lines);
    let mut reading = Reading { own, from, to, zones, unread: BTreeSet::new(), taken: 0 };
    let events = reading.events(&lines);
    Ok(reading.busy(&events))
}

/// Lines with those that were folded put together.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

struct Reading {
    own: TimeZone,
    from: Date,
    to: Date,
    zones: Zones,
    unread: BTreeSet<Unread>,
    taken: usize,
}

impl Reading {
    fn puzzled(&mut self, what: &str, about: &str) {
        if self.unread.len() < UNREAD_MAX {
            let about = about.chars().take(80).collect();
            self.unread.insert(Unread { what: what.to_owned(), about });
        }
    }

    /// The events of the calendar; of a free/busy time, its busy times as events.
    fn events(&mut self, lines: &[String]) -> Vec<Event> {
        let mut events: Vec<Event> = Vec::new();
        let mut open: Vec<String> = Vec::new();
        let mut event: Option<Event> = None;
        for property in lines.iter().filter_map(|line| Property::of(line)) {
            match property.name.as_str() {
                "BEGIN" => {
                    open.push(property.value.to_ascii_uppercase());
                    if open.last().is_some_and(|name| name == "VEVENT") {
                        event = Some(Event::default());
                    }
                }
                "END" => {
                    let closed = open.pop();
                    if closed.as_deref() == Some("VEVENT") {
                        events.extend(event.take());
                    }
                }
                "FREEBUSY" if open.last().is_some_and(|name| name == "VFREEBUSY") => {
                    self.free_busy(&property, &mut events);
                }
                // What is in an alarm of an event is not of the event.
                _ if open.last().is_some_and(|name| name == "VEVENT") => {
                    if let Some(event) = &mut event {
                        self.say(&property, event);
                    }
                }
                _ => {}
            }
            if events.len() >= EVENTS_MAX {
                self.puzzled("many", "events");
                break;
            }
        }
        events
    }

    fn free_busy(&mut self, property: &Property<'_>, events: &mut Vec<Event>) {
        if property.param("FBTYPE").is_some_and(|kind| kind.eq_ignore_ascii_case("FREE")) {
            return;
        }
        for period in property.value.split(',') {
            let Some((start, end)) = period.split_once('/') else {
                self.puzzled("time", period);
                continue;
            };
            let (start, lasts) = (self.time(start, property), duration(end));
            let end = if lasts.is_none() { self.time(end, property) } else { None };
            if start.is_some() && (lasts.is_some() || end.is_some()) {
                events.push(Event { start, end, lasts, ..Event::default() });
            }
        }
    }

    fn say(&mut self, property: &Property<'_>, event: &mut Event) {
        match property.name.as_str() {
            "UID" => property.value.clone_into(&mut event.uid),
            "DTSTART" => event.start = self.time(property.value, property),
            "DTEND" => event.end = self.time(property.value, property),
            "DURATION" => event.lasts = duration(property.value),
            "RRULE" => event.rules.push(property.value.to_owned()),
            "RDATE" => {
                let times = property.value.split(',').map(|one| one.split('/').next().unwrap_or(one));
                event.more.extend(times.filter_map(|one| self.time(one, property)));
            }
            "EXDATE" => {
                event.without.extend(property.value.split(',').filter_map(|one| self.time(one, property)));
            }
            "RECURRENCE-ID" => {
                if property.param("RANGE").is_some() {
                    self.puzzled("range", property.value);
                }
                event.instead_of = self.time(property.value, property);
            }
            "TRANSP" => event.is_free |= property.value.eq_ignore_ascii_case("TRANSPARENT"),
            "X-MICROSOFT-CDO-BUSYSTATUS" => event.is_free |= property.value.eq_ignore_ascii_case("FREE"),
            "STATUS" => event.is_cancelled |= property.value.eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
    }

    /// Reads a time: a day, a time in UTC, in a named zone, or in whichever the owner is.
    fn time(&mut self, text: &str, property: &Property<'_>) -> Option<Time> {
        let text = text.trim();
        let read = (|| {
            let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
            let small = |from: usize, to: usize| i8::try_from(part(from, to)?).ok();
            let date = Date::new(part(0, 4)?, small(4, 6)?, small(6, 8)?).ok()?;
            if text.len() == 8 {
                return Some((date, None));
            }
            if text.get(8..9) != Some("T") {
                return None;
            }
            // A second that is put in now and then is taken as the one before.
            let second = small(13, 15)?.min(59);
            Some((date, Some(jiff::civil::Time::new(small(9, 11)?, small(11, 13)?, second, 0).ok()?)))
        })();
        let Some((date, time)) = read else {
            self.puzzled("time", text);
            return None;
        };
        let Some(time) = time else { return Some(Time::Day(date)) };
        let at = date.to_datetime(time);
        if text.ends_with(['Z', 'z']) {
            return Some(Time::At(at, Some(TimeZone::UTC)));
        }
        let zone = match property.param("TZID") {
            None => None,
            Some(name) => {
                let found = self.zones.get(name, at);
                if found.is_none() {
                    self.puzzled("zone", name);
                }
                found
            }
        };
        Some(Time::At(at, zone))
    }

    /// Puts together when all events take place.
    fn busy(mut self, events: &[Event]) -> Busy {
        let mut busy = Busy::default();
        // What takes the place of one time of an event that is repeated, by the event and that time.
        let mut replaced: BTreeMap<&str, BTreeSet<Timestamp>> = BTreeMap::new();
        for event in events {
            if let Some(at) = event.instead_of.as_ref().and_then(|at| at.instant(&self.own)) {
                replaced.entry(event.uid.as_str()).or_default().insert(at);
            }
        }
        let mut spans: Vec<(Timestamp, Timestamp)> = Vec::new();
        for event in events {
            if event.is_free || event.is_cancelled {
                busy.free += 1;
                continue;
            }
            let Some(start) = &event.start else { continue };
            busy.busy += 1;
            let none = BTreeSet::new();
            let skip = if event.instead_of.is_none() {
                replaced.get(event.uid.as_str()).unwrap_or(&none)
            } else {
                &none
            };
            self.take(event, start, skip, &mut spans);
        }
        busy.days = self.by_day(spans);
        busy.unread = self.unread.into_iter().collect();
        busy
    }

    fn take(
        &mut self,
        event: &Event,
        start: &Time,
        skip: &BTreeSet<Timestamp>,
        spans: &mut Vec<(Timestamp, Timestamp)>,
    ) {
        let mut starts = vec![start.clone()];
        for text in &event.rules {
            let Some(rule) = Rule::of(text) else {
                self.puzzled("rule", text);
                continue;
            };
            // A day more on each side: days of another zone begin at other times.
            let until = self.to.saturating_add(2.days()).at(0, 0, 0, 0);
            let instant = |at: DateTime| start.moved(at).instant(&self.own);
            let repeated = rule.after(start.local(), until, instant);
            starts.extend(repeated.into_iter().map(|at| start.moved(at)));
        }
        starts.extend(event.more.iter().cloned());
        let without: BTreeSet<Timestamp> =
            event.without.iter().filter_map(|at| at.instant(&self.own)).collect();
        // An exception that names a day is one of the whole day.
        let days: BTreeSet<Date> = event
            .without
            .iter()
            .filter_map(|at| match at {
                Time::Day(day) => Some(*day),
                Time::At(..) => None,
            })
            .collect();
        let mut seen = BTreeSet::new();
        for at in starts {
            let Some(begins) = at.instant(&self.own) else { continue };
            if without.contains(&begins)
                || days.contains(&at.local().date())
                || skip.contains(&begins)
                || !seen.insert(begins)
            {
                continue;
            }
            let Some(ends) = self.ends(event, start, &at) else { continue };
            if self.taken >= OCCURRENCES_MAX {
                self.puzzled("many", "times");
                return;
            }
            if self.touches(begins, ends) {
                self.taken += 1;
                spans.push((begins, ends));
            }
        }
    }

    /// When something that begins at a time ends.
    fn ends(&self, event: &Event, start: &Time, at: &Time) -> Option<Timestamp> {
        let begins = at.instant(&self.own)?;
        match (&event.end, event.lasts, at) {
            // Days are counted, so that one of 23 hours is whole too.
            (Some(Time::Day(end)), _, Time::Day(day)) => {
                let days = start.local().date().until(*end).ok()?.get_days().max(1);
                let last = day.checked_add(days.days()).ok()?;
                self.own.to_timestamp(last.at(0, 0, 0, 0)).ok()
            }
            (Some(end), ..) => {
                let lasts = end.instant(&self.own)?.duration_since(start.instant(&self.own)?);
                begins.checked_add(lasts.max(SignedDuration::ZERO)).ok()
            }
            (None, Some(lasts), _) => begins.checked_add(lasts).ok(),
            (None, None, Time::Day(day)) => {
                self.own.to_timestamp(day.checked_add(1.day()).ok()?.at(0, 0, 0, 0)).ok()
            }
            (None, None, Time::At(..)) => Some(begins),
        }
    }

    fn touches(&self, begins: Timestamp, ends: Timestamp) -> bool {
        let edge = |day: Date| self.own.to_timestamp(day.at(0, 0, 0, 0)).ok();
        let (first, last) = (edge(self.from), edge(self.to.saturating_add(1.day())));
        first.is_some_and(|first| ends > first) && last.is_some_and(|last| begins < last)
    }

    /// The minutes of each day of the window that any of the spans covers, in the hours of work; what overlaps counts once.
    fn by_day(&self, mut spans: Vec<(Timestamp, Timestamp)>) -> BTreeMap<String, u32> {
        spans.sort_unstable();
        let mut merged: Vec<(Timestamp, Timestamp)> = Vec::with_capacity(spans.len());
        for (begins, ends) in spans {
            match merged.last_mut() {
                Some((_, last)) if begins <= *last => *last = (*last).max(ends),
                _ => merged.push((begins, ends)),
            }
        }
        let mut days = BTreeMap::new();
        let mut from = 0;
        let mut day = self.from;
        while day <= self.to {
            let hour = |hour: i8| self.own.to_timestamp(day.at(hour, 0, 0, 0)).ok();
            let (Some(opens), Some(closes)) = (hour(HOURS.0), hour(HOURS.1)) else { break };
            while merged.get(from).is_some_and(|(_, ends)| *ends <= opens) {
                from += 1;
            }
            let inside = merged.iter().skip(from).take_while(|(begins, _)| *begins < closes);
            let minutes: i64 = inside
                .map(|(begins, ends)| {
                    ends.min(&closes).duration_since(*begins.max(&opens)).as_secs().max(0) / 60
                })
                .sum();
            if let Ok(minutes) = u32::try_from(minutes)
                && minutes > 0
            {
                days.insert(day.to_string(), minutes);
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        days
    }
}

/// A duration: `PT1H30M`, `P1DT2H`, `P2W`.
fn duration(text: &str) -> Option<SignedDuration> {
    let rest = text.trim().to_ascii_uppercase();
    let rest = rest.strip_prefix('+').unwrap_or(&rest).strip_prefix('P')?;
    let mut seconds: i64 = 0;
    let mut number = String::new();
    for c in rest.chars() {
        match c {
            '0'..='9' => number.push(c),
            'T' => {}
            unit => {
                let one: i64 = match unit {
                    'W' => 7 * 86_400,
                    'D' => 86_400,
                    'H' => 3_600,
                    'M' => 60,
                    'S' => 1,
                    _ => return None,
                };
                let many: i64 = std::mem::take(&mut number).parse().ok()?;
                seconds = seconds.checked_add(many.checked_mul(one)?)?;
            }
        }
    }
    number.is_empty().then(|| SignedDuration::from_secs(seconds))
}

#[cfg(test)]
mod tests;
