//! The sessions of an audit plan: days one below the other, auditors beside each other, time downwards.

use std::collections::BTreeSet;

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::day::{Dates, Day};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::key::{Entry, key};
use crate::label::{self, LEADING, width};
use crate::paint::Paint;
use crate::scale::many;

/// The most days that are drawn.
pub const DAYS_MAX: usize = 5;
/// The most auditors that are drawn.
pub const AUDITORS_MAX: usize = 8;
/// The most sessions of one day that are drawn.
pub const SESSIONS_MAX: usize = 100;
/// Sessions of one auditor at one time that are drawn beside each other.
pub const LANES_MAX: usize = 4;

/// The sessions of an audit plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: CalendarWords,
    /// The auditors, in order.
    pub auditors: Vec<String>,
    /// The days, in order.
    pub days: Vec<CalendarDay>,
}

/// A day of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// Its name, such as that of the weekday; it stands before the date.
    pub label: String,
    /// The sessions, in any order.
    pub sessions: Vec<CalendarSession>,
}

/// A session of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarSession {
    /// What is done, and with whom.
    pub label: String,
    /// Who audits: places in the list of auditors. A place that is not in it is not looked at.
    pub auditors: Vec<usize>,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends. A session that ends before it begins is drawn as a line.
    pub to: TimeOfDay,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// A time of the day, to the minute: 00:00 to 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    // INVARIANT (within a day): at most 1440.
    minutes: u16,
}

impl TimeOfDay {
    /// The time so many minutes after midnight, 1440 at most; nothing beyond.
    #[must_use]
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes <= 24 * 60).then_some(Self { minutes })
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// The words of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarWords {
    /// Head of the days.
    pub day: String,
    /// Head of the beginnings.
    pub from: String,
    /// Head of the ends.
    pub to: String,
    /// Head of the sessions.
    pub session: String,
    /// Head of the auditors.
    pub auditors: String,
    /// An auditor is in two sessions at one time.
    pub clash: String,
    /// How days are written.
    pub dates: Dates,
}

const KIND: &str = "calendar";
const TIMES: f64 = 42.0;
const HOUR: f64 = 36.0;
const HEAD: f64 = 38.0;
/// A session with less room than this stands without words; they are in its title.
const TEXT_MIN: f64 = 34.0;

/// A session in the column of one of its auditors.
struct Placed<'a> {
    session: &'a CalendarSession,
    /// Which of the day's sessions it is, in order of time.
    place: usize,
    lane: usize,
    clash: bool,
}

impl CalendarSession {
    fn meets(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

impl CalendarDay {
    /// The sessions in order of time.
    fn in_order(&self) -> Vec<&CalendarSession> {
        let mut sessions: Vec<&CalendarSession> = self.sessions.iter().collect();
        sessions.sort_by_key(|session| (session.from, session.to));
        sessions
    }

    /// The sessions of an auditor, those at one time in lanes beside each other.
    fn of_auditor(&self, auditor: usize) -> Vec<Placed<'_>> {
        let sessions: Vec<(usize, &CalendarSession)> = self
            .in_order()
            .into_iter()
            .enumerate()
            .take(SESSIONS_MAX)
            .filter(|(_, session)| session.auditors.contains(&auditor))
            .collect();
        let mut lane_ends: Vec<TimeOfDay> = Vec::new();
        let mut placed = Vec::new();
        for (place, session) in sessions.iter().copied() {
            let lane = lane_ends.iter().position(|end| *end <= session.from).unwrap_or(lane_ends.len());
            match lane_ends.get_mut(lane) {
                Some(end) => *end = session.to,
                None => lane_ends.push(session.to),
            }
            let clash = sessions.iter().any(|(other, with)| *other != place && session.meets(with));
            placed.push(Placed { session, place, lane, clash });
        }
        placed
    }

    fn said(&self, dates: &Dates) -> String {
        format!("{} {}", self.label, dates.said(self.day)).trim_start().to_owned()
    }
}

/// The hours that are drawn.
struct Hours {
    first: u16,
    last: u16,
}

impl Hours {
    fn height(&self) -> f64 {
        f64::from(self.last - self.first) * HOUR
    }

    fn y(&self, top: f64, time: TimeOfDay) -> f64 {
        top + (f64::from(time.minutes) / 60.0 - f64::from(self.first)) * HOUR
    }
}

impl Calendar {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        if self.auditors.is_empty() || self.days.iter().all(|day| day.sessions.is_empty()) {
            let mut figure = figure::empty(KIND, &self.caption, self.head(), page);
            figure.table = self.table();
            return figure;
        }
        let mut canvas = Canvas::new(page);
        let mut top = 0.0;
        let mut clashes = false;
        for day in self.days.iter().take(DAYS_MAX) {
            let hours = hours(day);
            self.grid(&mut canvas, top, day, &hours);
            for auditor in 0..self.auditors.len().min(AUDITORS_MAX) {
                clashes |= self.column(&mut canvas, top + HEAD, auditor, day, &hours);
            }
            top += HEAD + hours.height() + 20.0;
        }
        if clashes {
            let sign = |canvas: &mut Canvas, rect: Rect| canvas.hatch(rect);
            top += key(&mut canvas, top - 6.0, &[Entry { sign: &sign, word: self.words.clash.clone() }]);
        }
        top += figure::left_out(&mut canvas, top - 6.0, &self.caption, self.left_out());
        figure::figure(canvas, KIND, &self.caption, top, self.table())
    }

    /// The sessions that are not drawn, or not for everybody who is in them.
    fn left_out(&self) -> usize {
        let of_day = |(place, day): (usize, &CalendarDay)| {
            if place >= DAYS_MAX { day.sessions.len() } else { self.left_out_of(day) }
        };
        self.days.iter().enumerate().map(of_day).sum()
    }

    fn left_out_of(&self, day: &CalendarDay) -> usize {
        let mut drawn = BTreeSet::new();
        let mut hidden: BTreeSet<usize> = (SESSIONS_MAX..day.sessions.len()).collect();
        for auditor in 0..self.auditors.len() {
            for placed in day.of_auditor(auditor) {
                let is_drawn = auditor < AUDITORS_MAX && placed.lane < LANES_MAX;
                if is_drawn { &mut drawn } else { &mut hidden }.insert(placed.place);
            }
        }
        day.sessions.len() - drawn.difference(&hidden).count()
    }

    fn column_width(&self) -> f64 {
        (WIDTH - TIMES) / many(self.auditors.len().clamp(1, AUDITORS_MAX))
    }

    fn grid(&self, canvas: &mut Canvas, top: f64, day: &CalendarDay, hours: &Hours) {
        let column = self.column_width();
        canvas.label((0.0, top + 13.0), WIDTH, Paint::Text, &day.said(&self.words.dates));
        for hour in hours.first..=hours.last {
            let y = top + HEAD + f64::from(hour - hours.first) * HOUR;
            canvas.line((TIMES, y), (WIDTH, y), Paint::Hair);
            canvas.text((TIMES - 6.0, y + 4.0), Anchor::End, Paint::Soft, &format!("{hour:02}:00"));
        }
        for (place, auditor) in self.auditors.iter().take(AUDITORS_MAX).enumerate() {
            let x = TIMES + many(place) * column;
            canvas.line((x, top + HEAD), (x, top + HEAD + hours.height()), Paint::Hair);
            canvas.label((x + 4.0, top + 31.0), column - 8.0, Paint::Soft, auditor);
        }
    }

    /// Draws the day of an auditor; gives whether sessions clash in it.
    fn column(
        &self,
        canvas: &mut Canvas,
        top: f64,
        auditor: usize,
        day: &CalendarDay,
        hours: &Hours,
    ) -> bool {
        let placed = day.of_auditor(auditor);
        let column = Rect::new(TIMES + many(auditor) * self.column_width(), top, self.column_width(), 0.0);
        let name = self.auditors.get(auditor).map_or("", String::as_str);
        for one in &placed {
            let lanes = lanes(&placed, one);
            if one.lane >= LANES_MAX {
                continue;
            }
            let broad = (column.width - 5.0) / many(lanes);
            let y = hours.y(top, one.session.from);
            let height = (hours.y(top, one.session.to) - y).max(1.0);
            let rect = Rect::new(
                column.x + 3.0 + many(one.lane) * broad,
                y + 0.75,
                (broad - 1.5).max(1.0),
                (height - 1.5).max(1.0),
            );
            let mut said = format!("{name}: {}", self.said(day, one.session));
            if one.clash {
                said = format!("{said}, {}", self.words.clash);
            }
            canvas.part(&said, one.session.href.as_deref(), |canvas| session(canvas, rect, one));
        }
        placed.iter().any(|placed| placed.clash)
    }

    fn said(&self, day: &CalendarDay, session: &CalendarSession) -> String {
        format!("{}, {} – {}, {}", day.said(&self.words.dates), session.from, session.to, session.label)
    }

    fn head(&self) -> Vec<String> {
        let words = &self.words;
        heads(&[&words.day, &words.from, &words.to, &words.session, &words.auditors, &words.clash])
    }

    fn table(&self) -> Table {
        let mut rows = Vec::new();
        for day in &self.days {
            let sessions = day.in_order();
            for (place, session) in sessions.iter().enumerate() {
                let names: Vec<&str> =
                    session.auditors.iter().filter_map(|auditor| self.auditor(*auditor)).collect();
                rows.push(vec![
                    day.said(&self.words.dates),
                    session.from.to_string(),
                    session.to.to_string(),
                    session.label.clone(),
                    names.join(", "),
                    self.clashing(&sessions, place, session).join(", "),
                ]);
            }
        }
        Table { caption: self.caption.title.clone(), head: self.head(), rows }
    }

    fn auditor(&self, place: usize) -> Option<&str> {
        self.auditors.get(place).map(String::as_str)
    }

    /// Who of a session is in another one at the same time.
    fn clashing(&self, sessions: &[&CalendarSession], place: usize, session: &CalendarSession) -> Vec<&str> {
        let is_elsewhere = |auditor: &&usize| {
            let elsewhere = |(other, with): (usize, &&CalendarSession)| {
                other != place && session.meets(with) && with.auditors.contains(auditor)
            };
            sessions.iter().enumerate().any(elsewhere)
        };
        session.auditors.iter().filter(is_elsewhere).filter_map(|auditor| self.auditor(*auditor)).collect()
    }
}

/// As many lanes as the sessions have that meet this one.
fn lanes(placed: &[Placed<'_>], one: &Placed<'_>) -> usize {
    let with = placed.iter().filter(|other| other.session.meets(one.session));
    with.map(|other| other.lane + 1).max().unwrap_or(1).max(one.lane + 1).min(LANES_MAX)
}

/// The hours of a day's sessions; working hours if it has none.
fn hours(day: &CalendarDay) -> Hours {
    let sessions = || day.sessions.iter();
    let first = sessions().map(|session| session.from.minutes / 60).min().unwrap_or(9).min(23);
    let last =
        sessions().map(|session| session.to.max(session.from).minutes.div_ceil(60)).max().unwrap_or(17);
    Hours { first, last: last.max(first + 1) }
}

fn session(canvas: &mut Canvas, rect: Rect, placed: &Placed<'_>) {
    let session = placed.session;
    canvas.rect(rect, Paint::Session);
    let mut left = rect.x + 5.0;
    if placed.clash {
        let stripe = 9.0_f64.min(rect.width);
        canvas.hatch(Rect::new(rect.x, rect.y, stripe, rect.height));
        left += stripe;
    } else {
        canvas.line((rect.x, rect.y), (rect.x, rect.y + rect.height), Paint::Line);
    }
    let room = rect.x + rect.width - left - 2.0;
    if room < TEXT_MIN {
        return;
    }
    let times = format!("{}–{}", session.from, session.to);
    let lines = ((rect.height - 1.0) / LEADING).floor();
    let mut base = rect.y + 12.0;
    let mut text: Vec<String> = Vec::new();
    if lines >= 2.0 && width(&times) <= room {
        text.push(times);
    }
    let left_lines = (1..=12).take_while(|line| f64::from(*line) <= lines).count().saturating_sub(text.len());
    let first = text.len();
    text.extend(label::wrap(&session.label, room, left_lines));
    for (place, line) in text.iter().enumerate() {
        let paint = if place < first { Paint::Soft } else { Paint::Text };
        canvas.text((left, base), Anchor::Start, paint, line);
        base += LEADING;
    }
}
