//! Names of people and moments in a report.

use super::tongue::Tongue;
use crate::auditor::Person;
use crate::kernel::act::Stamp;
use crate::kernel::id::PersonId;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::Zone;
use crate::kernel::time::Timestamp;

/// The name of a person; of one whose record was erased, that it was.
pub(crate) fn name(world: &World, tongue: Tongue, person: PersonId) -> Result<String, Stop> {
    let found = world.find::<Person>(person)?;
    Ok(found.map_or_else(|| tongue.erased().to_owned(), |person| person.name.to_string()))
}

/// The names of several people.
pub(crate) fn names(world: &World, tongue: Tongue, people: &[PersonId]) -> Result<Vec<String>, Stop> {
    people.iter().map(|person| name(world, tongue, *person)).collect()
}

/// Who acted.
pub(crate) fn actor(world: &World, tongue: Tongue, stamp: &Stamp) -> Result<String, Stop> {
    stamp.by.person().map_or_else(|| Ok(tongue.operator().to_owned()), |person| name(world, tongue, person))
}

/// The date of a moment.
pub(crate) fn day(at: Timestamp) -> String {
    at.date().to_string()
}

/// Date and time of day of a moment in a time zone; in UTC where there is none, or none that is known.
pub(crate) fn local(at: Timestamp, zone: Option<&Zone>) -> (String, String) {
    let zone = zone.and_then(Zone::time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let Ok(at) = jiff::Timestamp::from_millisecond(at.millis()) else { return (day(at), String::new()) };
    let at = at.to_zoned_datetime(zone);
    let time = at.time();
    (at.date().to_string(), format!("{:02}:{:02}", time.hour(), time.minute()))
}
