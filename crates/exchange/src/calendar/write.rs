//! A calendar as text.

use assize_domain::kernel::time::{Date, Timestamp};

use super::zones::Zones;
use super::{Calendar, Event, Status, When};

/// The most octets of a line, its end apart (RFC 5545 3.1).
const LINE_BYTES_MAX: usize = 75;

/// The calendar as iCalendar, in UTF-8.
#[must_use]
pub fn write(calendar: &Calendar) -> String {
    let mut out = String::new();
    let mut line = |text: &str| push_folded(&mut out, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Assize//Assize//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line(&format!("NAME:{}", escaped(&calendar.name)));
    line(&format!("X-WR-CALNAME:{}", escaped(&calendar.name)));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    line("X-PUBLISHED-TTL:PT1H");
    let zones = Zones::of(&calendar.events);
    zones.push(&mut line);
    for event in &calendar.events {
        push_event(event, calendar.at, &zones, &mut line);
    }
    line("END:VCALENDAR");
    out
}

fn push_event(event: &Event, at: Timestamp, zones: &Zones<'_>, line: &mut impl FnMut(&str)) {
    line("BEGIN:VEVENT");
    line(&format!("UID:{}", escaped(&event.uid)));
    line(&format!("DTSTAMP:{}", time(event.changed.unwrap_or(at))));
    line(&format!("SEQUENCE:{}", event.sequence));
    match event.when {
        When::Time { from, to } => {
            line(&format!("DTSTART{}", zones.told(event, from)));
            line(&format!("DTEND{}", zones.told(event, to)));
        }
        When::Days { from, to } => {
            line(&format!("DTSTART;VALUE=DATE:{}", day(from)));
            // The end of whole days is the day after.
            line(&format!("DTEND;VALUE=DATE:{}", day(to.plus_days(1))));
            line("TRANSP:TRANSPARENT");
        }
    }
    line(&format!("SUMMARY:{}", escaped(&event.title)));
    if !event.description.is_empty() {
        line(&format!("DESCRIPTION:{}", escaped(&event.description)));
    }
    if let Some(place) = &event.place {
        line(&format!("LOCATION:{}", escaped(place)));
    }
    line(match event.status {
        Status::Tentative => "STATUS:TENTATIVE",
        Status::Confirmed => "STATUS:CONFIRMED",
        Status::Cancelled => "STATUS:CANCELLED",
    });
    for (name, mail) in &event.attendees {
        // Who has no address of mail is named by something that is none.
        let address =
            mail.as_ref().map_or_else(|| "invalid:nomail".to_owned(), |mail| format!("mailto:{mail}"));
        line(&format!("ATTENDEE;CN=\"{}\":{address}", parameter(name)));
    }
    if let Some(url) = &event.url {
        line(&format!("URL:{url}"));
    }
    line("END:VEVENT");
}

/// A time in UTC.
pub(super) fn time(at: Timestamp) -> String {
    format!("{}Z", shown(at))
}

/// A time as a clock in UTC shows it, without saying so.
pub(super) fn shown(at: Timestamp) -> String {
    let text = at.to_string();
    let whole = text.split('.').next().unwrap_or(&text);
    whole.chars().filter(|c| !matches!(c, '-' | ':' | 'Z')).collect()
}

fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Text as a value (RFC 5545 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Text within the quotes of a parameter, which can hold no quotes and no controls (RFC 5545 3.2).
fn parameter(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect()
}

/// Adds a line, folded where it is too long, never within a character.
fn push_folded(out: &mut String, text: &str) {
    let mut room = LINE_BYTES_MAX;
    for c in text.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            // The blank that a continuation begins with counts.
            room = LINE_BYTES_MAX - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut out = String::new();
        let text = "ü".repeat(100);
        push_folded(&mut out, &text);
        let lines: Vec<&str> = out.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LINE_BYTES_MAX), "{out:?}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("a;b,c\\d\ne\r\u{7}"), "a\\;b\\,c\\\\d\\ne");
        assert_eq!(parameter("Ada \"the\" Stone\r\nX-EVIL:1"), "Ada 'the' StoneX-EVIL:1");
    }

    #[test]
    fn a_time_is_in_utc() {
        let at: Timestamp = "2026-09-01T09:00:00+02:00".parse().unwrap();
        assert_eq!(time(at), "20260901T070000Z");
    }
}
