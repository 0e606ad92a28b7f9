//! Days of the Gregorian calendar.

use std::fmt;

/// A day of the years 1 to 9999. It is written as in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    // INVARIANT (date that is): the parts name a day of the calendar in the years 1 to 9999.
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day of that year (1 to 9999), month and day of the month; nothing if there is none.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= month_days(year, month);
        is.then_some(Self { year, month, day })
    }

    /// Its number, such that the next day's is one more.
    pub(crate) fn number(self) -> i64 {
        // Years that begin in March end with the day that leap years add.
        let (year, month) = match self.month {
            1 | 2 => (i64::from(self.year) - 1, i64::from(self.month) + 9),
            month => (i64::from(self.year), i64::from(month) - 3),
        };
        let days_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + days_of_year
    }

    /// The number of months since the year 0.
    pub(crate) fn month_number(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month) - 1
    }

    /// The first day of the month with this number.
    pub(crate) fn first_of(month_number: u32) -> Option<Self> {
        let month = u8::try_from(month_number % 12 + 1).ok()?;
        Self::new(u16::try_from(month_number / 12).ok()?, month, 1)
    }
}

fn month_days(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How a picture writes its days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Dates {
    /// As in ISO 8601: 2026-09-05.
    #[default]
    Iso,
    /// With the names of the months, from January on: 5 Sep 2026.
    Named(Vec<String>),
    /// With the numbers of the months: 5.9.2026.
    Numbered,
}

impl Dates {
    /// A day, written so.
    #[must_use]
    pub fn said(&self, day: Day) -> String {
        match self {
            Self::Iso => day.to_string(),
            Self::Named(months) => {
                let month = months.get(usize::from(day.month - 1)).map_or("", String::as_str);
                format!("{} {month} {}", day.day, day.year)
            }
            Self::Numbered => format!("{}.{}.{}", day.day, day.month, day.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_follows_the_one_before() {
        let mut number = Day::new(1899, 12, 31).unwrap().number();
        for year in 1900..2300 {
            for month in 1..=12 {
                for day in 1..=month_days(year, month) {
                    number += 1;
                    assert_eq!(Day::new(year, month, day).unwrap().number(), number);
                }
            }
        }
        assert_eq!(number - Day::new(1899, 12, 31).unwrap().number(), 400 * 365 + 97);
    }

    #[test]
    fn a_day_is_written_as_its_reader_does() {
        let day = Day::new(2026, 9, 5).unwrap();
        let months: Vec<String> = (1..=12).map(|month| format!("M{month}")).collect();
        let said = [Dates::Iso, Dates::Named(months), Dates::Numbered].map(|dates| dates.said(day));
        assert_eq!(said, ["2026-09-05", "5 M9 2026", "5.9.2026"]);
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_refused() {
        for (year, month, day) in [
            (2026, 2, 29),
            (1900, 2, 29),
            (0, 1, 1),
            (2026, 13, 1),
            (2026, 0, 1),
            (2026, 4, 31),
            (10000, 1, 1),
        ] {
            assert_eq!(Day::new(year, month, day), None, "{year}-{month}-{day}");
        }
        assert_eq!(Day::new(2028, 2, 29).unwrap().to_string(), "2028-02-29");
    }
}
