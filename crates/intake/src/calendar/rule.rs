//! Rules by which an event is repeated (RFC 5545 3.3.10), of days and longer.

use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Weekday};

/// How many periods a rule is followed through, and how many times come of it: a rule without an end has one here.
const PERIODS_MAX: usize = 40_000;
const TIMES_MAX: usize = 50_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    every: Every,
    interval: i32,
    count: Option<usize>,
    until: Option<Until>,
    /// Days of the week, each with which of them in a month or year; 0 for every.
    days: Vec<(i8, Weekday)>,
    month_days: Vec<i8>,
    months: Vec<i8>,
    positions: Vec<i32>,
    week_begins: Weekday,
}

#[derive(Clone, Debug, PartialEq)]
enum Until {
    /// A day, the last one.
    Day(Date),
    /// A local time.
    Local(DateTime),
    /// An instant.
    At(Timestamp),
}

impl Rule {
    /// Reads a rule; nothing where it has a part that is not followed here, such as hours or numbers of weeks.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            week_begins: Weekday::Monday,
        };
        let mut has_frequency = false;
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    has_frequency = true;
                    rule.every = match value.as_str() {
                        "DAILY" => Every::Day,
                        "WEEKLY" => Every::Week,
                        "MONTHLY" => Every::Month,
                        "YEARLY" => Every::Year,
                        _ => return None,
                    };
                }
                "INTERVAL" => {
                    rule.interval = value.parse().ok().filter(|every| (1..=10_000).contains(every))?
                }
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(until(&value)?),
                "BYDAY" => rule.days = value.split(',').map(day).collect::<Option<_>>()?,
                "BYMONTHDAY" => rule.month_days = numbers(&value, 31)?,
                "BYMONTH" => rule.months = numbers(&value, 12)?,
                "BYSETPOS" => {
                    let read = value.split(',').map(|one| one.trim().parse::<i32>().ok());
                    rule.positions = read.collect::<Option<_>>()?;
                }
                "WKST" => rule.week_begins = weekday(&value)?,
                _ => return None,
            }
        }
        has_frequency.then_some(rule)
    }

    /// The times that follow a start, up to `last`; the start itself is none of them. `instant` says which instant a local time is, for a rule
    /// that ends at one.
    pub(super) fn after(
        &self,
        start: DateTime,
        last: DateTime,
        instant: impl Fn(DateTime) -> Option<Timestamp>,
    ) -> Vec<DateTime> {
        let mut times = Vec::new();
        // The start counts as the first, whether the rule has it or not.
        let mut counted = 1;
        for period in 0..PERIODS_MAX {
            let Some((begins, dates)) = self.period(start.date(), period) else { break };
            if begins.at(0, 0, 0, 0) > last {
                break;
            }
            for date in dates {
                let at = date.to_datetime(start.time());
                if at <= start {
                    continue;
                }
                let is_over = match &self.until {
                    None => false,
                    Some(Until::Day(day)) => date > *day,
                    Some(Until::Local(until)) => at > *until,
                    Some(Until::At(until)) => instant(at).is_some_and(|at| at > *until),
                };
                let is_done = self.count.is_some_and(|count| counted >= count);
                if is_over || is_done || at > last || times.len() >= TIMES_MAX {
                    return times;
                }
                counted += 1;
                times.push(at);
            }
        }
        times
    }

    /// A period of the rule, counted from that of the start: its first day, and the days of it that the rule has, in order.
    fn period(&self, start: Date, number: usize) -> Option<(Date, Vec<Date>)> {
        let step = i32::try_from(number).ok()?.checked_mul(self.interval)?;
        let (begins, mut dates) = match self.every {
            Every::Day => {
                let day = start.checked_add(step.days()).ok()?;
                (day, if self.allows(day) && self.on_weekday(day) { vec![day] } else { Vec::new() })
            }
            Every::Week => {
                let back = days_since(self.week_begins, start.weekday());
                let begins = start.checked_sub(back.days()).ok()?.checked_add(step.weeks()).ok()?;
                let wanted = |day: &Date| {
                    let of_week = if self.days.is_empty() {
                        day.weekday() == start.weekday()
                    } else {
                        self.on_weekday(*day)
                    };
                    of_week && self.allows(*day)
                };
                let days = (0..7).filter_map(|day: i32| begins.checked_add(day.days()).ok());
                (begins, days.filter(wanted).collect())
            }
            Every::Month => {
                let begins = start.first_of_month().checked_add(step.months()).ok()?;
                (begins, self.in_month(begins, start.day()))
            }
            Every::Year => {
                let begins = start.first_of_year().checked_add(step.years()).ok()?;
                (begins, self.in_year(begins, start))
            }
        };
        dates.sort_unstable();
        dates.dedup();
        if !self.positions.is_empty() {
            let many = i32::try_from(dates.len()).ok()?;
            let at = |position: &i32| {
                let index = if *position > 0 { position - 1 } else { many + position };
                dates.get(usize::try_from(index).ok()?).copied()
            };
            let mut chosen: Vec<Date> = self.positions.iter().filter_map(at).collect();
            chosen.sort_unstable();
            chosen.dedup();
            dates = chosen;
        }
        Some((begins, dates))
    }

    /// Whether the months and days of the month allow a day, where the rule has some.
    fn allows(&self, day: Date) -> bool {
        let in_month = self.months.is_empty() || self.months.contains(&day.month());
        in_month && (self.month_days.is_empty() || self.on_month_day(day))
    }

    fn on_month_day(&self, day: Date) -> bool {
        let long = day.days_in_month();
        self.month_days.iter().any(|wanted| *wanted == day.day() || long + 1 + *wanted == day.day())
    }

    fn on_weekday(&self, day: Date) -> bool {
        self.days.is_empty() || self.days.iter().any(|(_, wanted)| *wanted == day.weekday())
    }

    /// The days of a month that the rule has.
    fn in_month(&self, first: Date, usual: i8) -> Vec<Date> {
        if !(self.months.is_empty() || self.months.contains(&first.month())) {
            return Vec::new();
        }
        let all =
            (1..=first.days_in_month()).filter_map(|day| Date::new(first.year(), first.month(), day).ok());
        match (self.month_days.is_empty(), self.days.is_empty()) {
            (true, true) => Date::new(first.year(), first.month(), usual).into_iter().collect(),
            (false, true) => all.filter(|day| self.on_month_day(*day)).collect(),
            (false, false) => all.filter(|day| self.on_month_day(*day) && self.on_weekday(*day)).collect(),
            (true, false) => self.weekdays(&all.collect::<Vec<_>>()),
        }
    }

    fn in_year(&self, first: Date, start: Date) -> Vec<Date> {
        if self.months.is_empty() && self.month_days.is_empty() {
            if self.days.is_empty() {
                return Date::new(first.year(), start.month(), start.day()).into_iter().collect();
            }
            let long = i32::from(first.days_in_year());
            let all: Vec<Date> = (0..long).filter_map(|day| first.checked_add(day.days()).ok()).collect();
            return self.weekdays(&all);
        }
        let months: Vec<i8> = match self.months.as_slice() {
            [] => (1..=12).collect(),
            months => months.to_vec(),
        };
        let firsts = months.iter().filter_map(|month| Date::new(first.year(), *month, 1).ok());
        firsts.flat_map(|first| self.in_month(first, start.day())).collect()
    }

    /// Of some days in order, those that are the wanted days of the week; where a number is wanted, the first, second, last of them.
    fn weekdays(&self, all: &[Date]) -> Vec<Date> {
        let mut found = Vec::new();
        for (which, wanted) in &self.days {
            let of_day: Vec<Date> = all.iter().copied().filter(|day| day.weekday() == *wanted).collect();
            let which = i32::from(*which);
            match which {
                0 => found.extend(of_day),
                which => {
                    let many = i32::try_from(of_day.len()).unwrap_or_default();
                    let index = if which > 0 { which - 1 } else { many + which };
                    found.extend(usize::try_from(index).ok().and_then(|index| of_day.get(index)).copied());
                }
            }
        }
        found
    }
}

/// How many days a weekday is after another.
fn days_since(from: Weekday, to: Weekday) -> i32 {
    let number = |day: Weekday| i32::from(day.to_monday_zero_offset());
    (number(to) - number(from)).rem_euclid(7)
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}

/// A day of the week with its number: `TU`, `1MO`, `-1FR`.
fn day(text: &str) -> Option<(i8, Weekday)> {
    let text = text.trim();
    let cut = text.len().checked_sub(2)?;
    let (number, name) = text.split_at_checked(cut)?;
    let number =
        if number.is_empty() { 0 } else { number.strip_prefix('+').unwrap_or(number).parse().ok()? };
    (-53..=53).contains(&number).then_some((number, weekday(name)?))
}

fn numbers(text: &str, most: i8) -> Option<Vec<i8>> {
    let read = text.split(',').map(|one| {
        let number: i8 = one.trim().parse().ok()?;
        (number != 0 && (-most..=most).contains(&number)).then_some(number)
    });
    read.collect()
}

fn until(text: &str) -> Option<Until> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let small = |from: usize, to: usize| i8::try_from(part(from, to)?).ok();
    let date = Date::new(part(0, 4)?, small(4, 6)?, small(6, 8)?).ok()?;
    if text.len() == 8 {
        return Some(Until::Day(date));
    }
    let time = jiff::civil::Time::new(small(9, 11)?, small(11, 13)?, small(13, 15)?.min(59), 0).ok()?;
    let at = date.to_datetime(time);
    if !text.ends_with('Z') {
        return Some(Until::Local(at));
    }
    Some(Until::At(jiff::tz::TimeZone::UTC.to_timestamp(at).ok()?))
}
