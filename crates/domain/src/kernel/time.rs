//! Times, dates and auditor days. The clock itself is never read here: the time comes in with the context.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde_json::json;

use super::datum::{
    Cell, CellSource, CellType, Cells, Corrupt, Datum, Intake, Shape, skip_scalar, text_datum,
};
use super::said::say;
use super::text::BadValue;

/// A moment, in UTC, to the millisecond: always written as `2026-11-24T09:30:00.000Z`, so that text sorts as time does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// The moment `millis` milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`BadValue`] when that is outside the years -9999 to 9999.
    pub fn from_millis(millis: i64) -> Result<Self, BadValue> {
        jiff::Timestamp::from_millisecond(millis)
            .map(Self)
            .map_err(|_| BadValue::new("is outside the years that can be written"))
    }

    /// Milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn millis(self) -> i64 {
        self.0.as_millisecond()
    }

    /// The date in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        Date(self.0.to_zoned_datetime(jiff::tz::TimeZone::UTC).date())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl FromStr for Timestamp {
    type Err = BadValue;
    fn from_str(text: &str) -> Result<Self, BadValue> {
        let read: jiff::Timestamp =
            text.parse().map_err(|_| BadValue::new("is not a time with its offset"))?;
        Self::from_millis(read.as_millisecond())
    }
}

text_datum!(
    Timestamp,
    json!({ "type": "string", "format": "date-time" }),
    say!("give a time after RFC 3339 with its offset, like `2026-09-15T09:00:00+02:00`")
);

/// A calendar date, written `2026-11-24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The date `days` days later; the last date there is where that is past it.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let span = jiff::Span::new().days(i64::from(days));
        Self(self.0.saturating_add(span))
    }

    /// The date `days` days earlier; the first date there is where that is before it.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        let span = jiff::Span::new().days(i64::from(days));
        Self(self.0.saturating_sub(span))
    }

    /// The date `months` months later (the month's last day where it is shorter); the last date there is where that is past it.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let span = jiff::Span::new().months(i64::from(months));
        Self(self.0.saturating_add(span))
    }

    /// Days from `earlier` to this date; negative where `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).get_days().into()
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month of the year, from 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Days since the week's Monday: 0 on a Monday, 6 on a Sunday.
    #[must_use]
    pub fn days_since_monday(self) -> i8 {
        self.0.weekday().to_monday_zero_offset()
    }

    /// The last day of a year; the last date there is where the year is past it.
    #[must_use]
    pub fn last_of_year(year: i16) -> Self {
        Self(civil::Date::new(year, 12, 31).unwrap_or(civil::Date::MAX))
    }

    /// The moment at which the date begins in UTC.
    #[must_use]
    pub fn start(self) -> Timestamp {
        self.0
            .to_datetime(civil::Time::midnight())
            .to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .map_or(Timestamp(jiff::Timestamp::UNIX_EPOCH), |zoned| Timestamp(zoned.timestamp()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Date {
    type Err = BadValue;
    fn from_str(text: &str) -> Result<Self, BadValue> {
        if text.len() != 10 {
            return Err(BadValue::new("is not a date"));
        }
        text.parse().map(Self).map_err(|_| BadValue::new("is not a date"))
    }
}

text_datum!(Date, json!({ "type": "string", "format": "date" }), say!("give a date like `2026-09-15`"));

/// A span of dates, both ends in it; the end may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day, if there is one.
    pub to: Option<Date>,
}

super::macros::struct_datum!(Period { from: Date, to: Option<Date> });

impl Period {
    /// Whether `date` is in the span.
    #[must_use]
    pub fn holds(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }

    /// Whether the span ends before it begins.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        self.to.is_some_and(|to| to < self.from)
    }
}

/// Auditor days, to the hundredth: written `2.5`. From 0 to 100,000 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    hundredths: u32,
}

/// The most auditor days that one figure may say.
pub const DAYS_MAX: u32 = 100_000;

impl Days {
    /// So many hundredths of a day, at most [`DAYS_MAX`] days.
    #[must_use]
    pub fn from_hundredths(hundredths: u32) -> Self {
        Self { hundredths: hundredths.min(DAYS_MAX * 100) }
    }

    /// Hundredths of a day.
    #[must_use]
    pub fn hundredths(self) -> u32 {
        self.hundredths
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.hundredths / 100, self.hundredths % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

impl FromStr for Days {
    type Err = BadValue;
    fn from_str(text: &str) -> Result<Self, BadValue> {
        let bad = || BadValue::new("is not a number of days");
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 2 {
            return Err(bad());
        }
        let whole: u32 = whole.parse().map_err(|_| bad())?;
        let scale = if part.len() == 1 { 10 } else { 1 };
        let part: u32 = part.parse().map_err(|_| bad())?;
        if whole > DAYS_MAX || (whole == DAYS_MAX && part > 0) {
            return Err(BadValue::new(say!("is more than {most} days", most = DAYS_MAX)));
        }
        Ok(Self { hundredths: whole * 100 + part * scale })
    }
}

impl Datum for Days {
    const SCALAR: bool = true;
    fn shape(name: &str, shape: &mut Shape) {
        shape.column(name, CellType::Int, None);
    }
    fn put(&self, out: &mut Cells) {
        out.cells.push(Cell::Int(self.hundredths.into()));
    }
    fn put_none(out: &mut Cells) {
        out.cells.push(Cell::Null);
    }
    fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
        let hundredths = u32::get(source)?;
        if hundredths > DAYS_MAX * 100 {
            return Err(Corrupt::new(format!("`{hundredths}` hundredths are too many days")));
        }
        Ok(Self { hundredths })
    }
    fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
        skip_scalar(source)
    }
    fn to_json(&self) -> serde_json::Value {
        serde_json::Value::String(self.to_string())
    }
    fn from_json(value: &serde_json::Value, intake: &mut Intake) -> Option<Self> {
        let read = value.as_str().and_then(|text| text.parse().ok());
        if read.is_none() {
            intake
                .problem(say!("{value} is not a number of days", value), "give days as a text like \"2.5\"");
        }
        read
    }
    fn schema() -> serde_json::Value {
        json!({ "type": "string", "format": "days", "pattern": "^[0-9]{1,6}(\\.[0-9]{1,2})?$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_to_the_millisecond_in_utc() {
        let time: Timestamp = "2026-09-15T09:00:00+02:00".parse().unwrap();
        assert_eq!(time.to_string(), "2026-09-15T07:00:00.000Z");
        assert_eq!("2026-09-15T09:00:00".parse::<Timestamp>().ok(), None);
        assert_eq!(time.date().to_string(), "2026-09-15");
        assert_eq!(time.date().start().to_string(), "2026-09-15T00:00:00.000Z");
    }

    #[test]
    fn dates_are_reckoned_by_the_calendar() {
        let date: Date = "2026-01-31".parse().unwrap();
        assert_eq!(date.plus_months(1).to_string(), "2026-02-28");
        assert_eq!(date.plus_days(30).to_string(), "2026-03-02");
        assert_eq!(date.plus_days(30).days_since(date), 30);
        assert_eq!(date.days_since(date.plus_days(400)), -400);
        assert_eq!(date.plus_days(400).minus_days(400), date);
        assert_eq!((date.year(), date.month(), date.days_since_monday()), (2026, 1, 5));
        assert!("2026-02-30".parse::<Date>().is_err());
        assert!("2026-1-3".parse::<Date>().is_err());
    }

    #[test]
    fn days_are_exact_to_the_hundredth() {
        for (text, hundredths) in [("0", 0), ("2.5", 250), ("2.05", 205), ("12", 1200)] {
            let days: Days = text.parse().unwrap();
            assert_eq!((days.hundredths(), days.to_string()), (hundredths, text.to_owned()));
        }
        for bad in ["", ".5", "1.", "1.234", "-1", "1e3", "100001", "99999999999"] {
            assert!(bad.parse::<Days>().is_err(), "{bad}");
        }
    }
}
