//! When somebody is written to: at once, or in the morning of their own time zone.

use assize_store::HowOften;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// The hour at which a day's or a week's letter is written, and before which nothing is said of what is due on a day.
const MORNING: i8 = 7;

/// From which time on somebody in a time zone is told of something that happened at `now`; both in milliseconds after 1970.
pub(crate) fn due_at(now: i64, zone: &TimeZone, how_often: HowOften) -> i64 {
    match how_often {
        HowOften::AtOnce => now,
        HowOften::Daily => morning_after(now, zone, |_| true).unwrap_or(now),
        HowOften::Weekly => morning_after(now, zone, |day| day == Weekday::Monday).unwrap_or(now),
    }
}

/// From which time on somebody is told of something that is due on a day: not in the night.
pub(super) fn by_day(now: i64, zone: &TimeZone) -> i64 {
    let awake = || {
        let local = Timestamp::from_millisecond(now).ok()?.to_zoned_datetime(zone.clone());
        let morning = local.date().at(MORNING, 0, 0, 0).to_zoned_datetime(zone.clone()).ok()?;
        Some(morning.timestamp().as_millisecond())
    };
    awake().unwrap_or(now).max(now)
}

/// The next morning after a time that is of a day as asked for.
fn morning_after(now: i64, zone: &TimeZone, fits: impl Fn(Weekday) -> bool) -> Option<i64> {
    let local = Timestamp::from_millisecond(now).ok()?.to_zoned_datetime(zone.clone());
    (0..=7).find_map(|days: i64| {
        let date = local.date().checked_add(days.days()).ok()?;
        let morning =
            date.at(MORNING, 0, 0, 0).to_zoned_datetime(zone.clone()).ok()?.timestamp().as_millisecond();
        (morning > now && fits(date.weekday())).then_some(morning)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn a_day_and_a_week_begin_in_the_morning_of_whoever_is_written_to() {
        let (berlin, new_york) =
            (TimeZone::get("Europe/Berlin").unwrap(), TimeZone::get("America/New_York").unwrap());
        // A Wednesday in summer.
        let now = at("2026-07-01T04:59:59Z");
        assert_eq!(due_at(now, &berlin, HowOften::AtOnce), now);
        assert_eq!(due_at(now, &berlin, HowOften::Daily), at("2026-07-01T05:00:00Z"));
        assert_eq!(due_at(now, &new_york, HowOften::Daily), at("2026-07-01T11:00:00Z"));
        assert_eq!(due_at(now, &berlin, HowOften::Weekly), at("2026-07-06T05:00:00Z"));
        // On the dot it is the next day's; on a Monday after seven the next week's.
        assert_eq!(due_at(at("2026-07-01T05:00:00Z"), &berlin, HowOften::Daily), at("2026-07-02T05:00:00Z"));
        assert_eq!(due_at(at("2026-07-06T05:00:01Z"), &berlin, HowOften::Weekly), at("2026-07-13T05:00:00Z"));
        // The clocks change in between.
        assert_eq!(due_at(at("2026-10-24T12:00:00Z"), &berlin, HowOften::Daily), at("2026-10-25T06:00:00Z"));
    }

    #[test]
    fn nobody_is_told_in_the_night_that_something_is_due() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        assert_eq!(by_day(at("2026-07-01T00:00:00Z"), &berlin), at("2026-07-01T05:00:00Z"));
        assert_eq!(by_day(at("2026-07-01T09:00:00Z"), &berlin), at("2026-07-01T09:00:00Z"));
    }
}
