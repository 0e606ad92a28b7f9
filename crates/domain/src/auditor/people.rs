//! The register: persons, and when they are not available (ISO 19011:2018 5.5.4, 5.5.7).

use super::{Absence, Person};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::PersonId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Email, Language, Line, Slug, Zone};
use crate::kernel::time::{Date, Period};
use crate::kernel::zone::check_zone;
use crate::policy::has_twin;
use crate::registry::Event;

/// The highest daily rate, in cents: a million of the currency.
pub const DAY_RATE_CENTS_MAX: u32 = 100_000_000;

rules! {
    PERSON_LANGUAGES = "person.languages", "ISO 19011:2018 5.5.4", "each language of a person once";
    PERSON_DAY_RATE = "person.day_rate", "ISO 19011:2018 5.4.4", "a daily rate that can be added up over a programme";
    ABSENCE_PERIOD = "absence.period", "ISO 19011:2018 5.5.4", "absences that end after they begin and do not overlap";
    ABSENCE_KNOWN = "absence.known", "house rule", "an absence that is in the record";
}

command! {
    /// Enters a person into the register: an auditor, a programme manager, somebody at an auditee.
    pub struct RegisterPerson("person.register") {
        /// Name.
        name: Line,
        /// Mail address.
        email: Option<Email>,
        /// The organization they work for.
        employer: Line,
        /// Languages they can audit in or speak.
        languages: Vec<Language>,
        /// Their time zone.
        zone: Zone,
        /// Where their journeys begin and end, as a table of journeys names the place.
        home: Option<Slug>,
        /// What a day of theirs costs, auditing or travelling, in cents.
        day_rate_cents: Option<u32>,
    }

    /// Changes what the register says of a person.
    pub struct UpdatePerson("person.update" on person) {
        /// The person.
        person: PersonId,
        /// Name.
        name: Line,
        /// Mail address.
        email: Option<Email>,
        /// The organization they work for.
        employer: Line,
        /// Languages they can audit in or speak.
        languages: Vec<Language>,
        /// Their time zone.
        zone: Zone,
        /// Where their journeys begin and end, as a table of journeys names the place.
        home: Option<Slug>,
        /// What a day of theirs costs, auditing or travelling, in cents.
        day_rate_cents: Option<u32>,
    }

    /// Notes a time in which a person is not available.
    pub struct AddAbsence("absence.add") {
        /// The person.
        person: PersonId,
        /// From when to when.
        period: Period,
        /// Why, as far as the record should know.
        reason: Option<Line>,
    }

    /// Strikes out an absence: the person is available after all.
    pub struct RemoveAbsence("absence.remove") {
        /// The person.
        person: PersonId,
        /// The first day of the absence.
        from: Date,
    }
}

event! {
    /// A person was entered into the register.
    pub struct PersonRegistered("person.registered" v 1, person) {
        /// The person.
        person: PersonId,
        /// Name.
        name: Line,
        /// Mail address.
        email: Option<Email>,
        /// The organization they work for.
        employer: Line,
        /// Languages.
        languages: Vec<Language>,
        /// Their time zone.
        zone: Zone,
        /// Where their journeys begin and end, as a table of journeys names the place.
        home: Option<Slug>,
        /// What a day of theirs costs, auditing or travelling, in cents.
        day_rate_cents: Option<u32>,
    }

    /// What the register says of a person was changed.
    pub struct PersonUpdated("person.updated" v 1, person) {
        /// The person.
        person: PersonId,
        /// Name.
        name: Line,
        /// Mail address.
        email: Option<Email>,
        /// The organization they work for.
        employer: Line,
        /// Languages.
        languages: Vec<Language>,
        /// Their time zone.
        zone: Zone,
        /// Where their journeys begin and end, as a table of journeys names the place.
        home: Option<Slug>,
        /// What a day of theirs costs, auditing or travelling, in cents.
        day_rate_cents: Option<u32>,
    }

    /// An absence was noted.
    pub struct AbsenceAdded("absence.added" v 1, person) {
        /// The person.
        person: PersonId,
        /// From when to when.
        period: Period,
        /// Why.
        reason: Option<Line>,
    }

    /// An absence was struck out.
    pub struct AbsenceRemoved("absence.removed" v 1, person) {
        /// The person.
        person: PersonId,
        /// The first day of the absence.
        from: Date,
    }
}

impl Person {
    /// Whether no absence of the person holds the date.
    #[must_use]
    pub fn is_available(&self, on: Date) -> bool {
        !self.absences.iter().any(|absence| absence.period.holds(on))
    }
}

fn check_person(languages: &[Language], zone: &Zone, day_rate_cents: Option<u32>) -> Result<(), Stop> {
    let mut check = Check::new();
    check_zone(zone, "/zone", &mut check);
    check.that(
        !has_twin(languages),
        &PERSON_LANGUAGES,
        "/languages",
        "a language stands twice",
        "name each language once",
    );
    check.that(
        day_rate_cents.is_none_or(|cents| cents <= DAY_RATE_CENTS_MAX),
        &PERSON_DAY_RATE,
        "/day_rate_cents",
        "no day costs so much",
        say!("give at most {most} cents, which is a million", most = DAY_RATE_CENTS_MAX),
    );
    check.done()
}

impl Decide for RegisterPerson {
    fn decide(&self, _world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        check_person(&self.languages, &self.zone, self.day_rate_cents)?;
        Ok(vec![
            PersonRegistered {
                person: ctx.id()?,
                name: self.name.clone(),
                email: self.email.clone(),
                employer: self.employer.clone(),
                languages: self.languages.clone(),
                zone: self.zone.clone(),
                home: self.home.clone(),
                day_rate_cents: self.day_rate_cents,
            }
            .into(),
        ])
    }
}

impl Apply for PersonRegistered {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Person {
            id: self.person,
            name: self.name.clone(),
            email: self.email.clone(),
            employer: self.employer.clone(),
            languages: self.languages.clone(),
            zone: self.zone.clone(),
            home: self.home.clone(),
            day_rate_cents: self.day_rate_cents,
            credentials: Vec::new(),
            development: Vec::new(),
            declarations: Vec::new(),
            absences: Vec::new(),
            code: None,
        })
    }
}

impl Decide for UpdatePerson {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        world.get::<Person>(self.person)?;
        check_person(&self.languages, &self.zone, self.day_rate_cents)?;
        Ok(vec![
            PersonUpdated {
                person: self.person,
                name: self.name.clone(),
                email: self.email.clone(),
                employer: self.employer.clone(),
                languages: self.languages.clone(),
                zone: self.zone.clone(),
                home: self.home.clone(),
                day_rate_cents: self.day_rate_cents,
            }
            .into(),
        ])
    }
}

impl Apply for PersonUpdated {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| {
            person.name = self.name.clone();
            person.email = self.email.clone();
            person.employer = self.employer.clone();
            person.languages = self.languages.clone();
            person.zone = self.zone.clone();
            person.home = self.home.clone();
            person.day_rate_cents = self.day_rate_cents;
        })
    }
}

impl Decide for AddAbsence {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let person = world.get::<Person>(self.person)?;
        let mut check = Check::new();
        check.that(
            !self.period.is_reversed(),
            &ABSENCE_PERIOD,
            "/period/to",
            "the absence ends before it begins",
            "give a last day on or after the first",
        );
        if let Some(other) = person.absences.iter().find(|absence| overlap(absence.period, self.period)) {
            check.refuse(
                Refusal::new(
                    &ABSENCE_PERIOD,
                    say!("the absence from {from} overlaps it", from = &other.period.from),
                    "strike the other out first with `absence.remove`, or give other days",
                )
                .at("/period"),
            );
        }
        check.done()?;
        let (period, reason) = (self.period, self.reason.clone());
        Ok(vec![AbsenceAdded { person: self.person, period, reason }.into()])
    }
}

impl Apply for AbsenceAdded {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| {
            person.absences.push(Absence { period: self.period, reason: self.reason.clone() });
            person.absences.sort_by_key(|absence| absence.period.from);
        })
    }
}

impl Decide for RemoveAbsence {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let person = world.get::<Person>(self.person)?;
        let mut check = Check::new();
        check.that(
            person.absences.iter().any(|absence| absence.period.from == self.from),
            &ABSENCE_KNOWN,
            "/from",
            say!("no absence begins on {from}", from = &self.from),
            "give the first day of an absence in the record",
        );
        check.done()?;
        Ok(vec![AbsenceRemoved { person: self.person, from: self.from }.into()])
    }
}

impl Apply for AbsenceRemoved {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| {
            person.absences.retain(|absence| absence.period.from != self.from);
        })
    }
}

/// Whether two spans of dates share a day.
pub(super) fn overlap(one: Period, other: Period) -> bool {
    one.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| one.from <= to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::zone::ZONE_KNOWN;
    use crate::testing::{Bench, date, id, period, refused_at, t};

    fn register(languages: &[&str]) -> RegisterPerson {
        RegisterPerson {
            name: t("Nora New"),
            email: Some(t("nora@example.org")),
            employer: t("Example Audits"),
            languages: languages.iter().map(|tag| t(tag)).collect(),
            zone: t("UTC"),
            home: None,
            day_rate_cents: None,
        }
    }

    #[test]
    fn a_person_is_registered_and_changed() {
        let mut bench = Bench::standing();
        let manager = bench.cast.manager;
        let events = bench.done(manager, register(&["en", "de"]));
        let [Event::PersonRegistered(registered)] = events.as_slice() else { panic!("{events:?}") };
        let person = registered.person;
        assert!(bench.get::<Person>(person).credentials.is_empty());
        refused_at(bench.act(manager, register(&["en", "en"])), &PERSON_LANGUAGES, "/languages");

        let update = |languages: &[&str]| UpdatePerson {
            person,
            name: t("Nora Newer"),
            email: None,
            employer: t("Elsewhere"),
            languages: languages.iter().map(|tag| t(tag)).collect(),
            zone: t("Europe/Vienna"),
            home: Some(t("vienna")),
            day_rate_cents: Some(90_000),
        };
        bench.done(manager, update(&["de"]));
        let changed = bench.get::<Person>(person);
        assert_eq!((changed.name.as_str(), changed.email.is_none()), ("Nora Newer", true));
        assert_eq!((changed.home.as_ref(), changed.day_rate_cents), (Some(&t("vienna")), Some(90_000)));
        let dear = UpdatePerson { day_rate_cents: Some(DAY_RATE_CENTS_MAX + 1), ..update(&[]) };
        refused_at(bench.act(manager, dear), &PERSON_DAY_RATE, "/day_rate_cents");
        let dear = UpdatePerson { day_rate_cents: Some(DAY_RATE_CENTS_MAX), ..update(&["de"]) };
        bench.done(manager, dear);
        refused_at(bench.act(manager, update(&["de", "de"])), &PERSON_LANGUAGES, "/languages");
        let zone = RegisterPerson { zone: t("Mars/Base"), ..register(&[]) };
        refused_at(bench.act(manager, zone), &ZONE_KNOWN, "/zone");
        let zone = UpdatePerson { zone: t("Mars/Base"), ..update(&[]) };
        refused_at(bench.act(manager, zone), &ZONE_KNOWN, "/zone");
        let nobody = UpdatePerson { person: id(999), ..update(&[]) };
        assert!(bench.act(manager, nobody).is_err());
    }

    #[test]
    fn absences_end_after_they_begin_and_do_not_overlap() {
        let mut bench = Bench::standing();
        let person = bench.cast.auditor;
        let add =
            |from: &str, to: Option<&str>| AddAbsence { person, period: period(from, to), reason: None };
        bench.done(person, add("2026-09-10", Some("2026-09-12")));
        bench.done(person, add("2026-09-13", Some("2026-09-13")));
        refused_at(bench.act(person, add("2026-10-02", Some("2026-10-01"))), &ABSENCE_PERIOD, "/period/to");
        refused_at(bench.act(person, add("2026-09-12", Some("2026-09-12"))), &ABSENCE_PERIOD, "/period");
        refused_at(bench.act(person, add("2026-09-01", None)), &ABSENCE_PERIOD, "/period");
        let available = |bench: &Bench, day| bench.get::<Person>(person).is_available(date(day));
        assert!(available(&bench, "2026-09-09") && available(&bench, "2026-09-14"));
        assert!(!available(&bench, "2026-09-10") && !available(&bench, "2026-09-12"));

        refused_at(
            bench.act(person, RemoveAbsence { person, from: date("2026-09-11") }),
            &ABSENCE_KNOWN,
            "/from",
        );
        bench.done(person, RemoveAbsence { person, from: date("2026-09-10") });
        assert!(available(&bench, "2026-09-10") && !available(&bench, "2026-09-13"));
    }
}
