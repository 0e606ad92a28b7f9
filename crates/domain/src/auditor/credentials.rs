//! What shows competence, and keeping it up (ISO 19011:2018 7.2.4, 7.6).

use super::competence::months_between;
use super::{Credential, Development, Person};
use crate::evidence::Evidence;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::PersonId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Slug, Text};
use crate::kernel::time::Date;
use crate::policy::AMOUNT_MIN_MAX;
use crate::registry::Event;
use crate::words::CredentialKind;

rules! {
    CREDENTIAL_KEY = "credential.key", "house rule", "a key of its own for each of a person's credentials";
    CREDENTIAL_PERIOD = "credential.period", "ISO 19011:2018 7.2.4", "a credential that has begun, and does not end before that";
    CREDENTIAL_AMOUNT = "credential.amount", "ISO 19011:2018 7.2.4", "months or hours that there was time for";
    CREDENTIAL_KNOWN = "credential.known", "house rule", "a credential that is in the record";
    DEVELOPMENT_DONE = "development.done", "ISO 19011:2018 7.6", "development that has taken place, in hours of that day";
}

/// The most hours of development that one entry may say: a course of a working month.
pub const DEVELOPMENT_HOURS_MAX: u32 = 200;

command! {
    /// Adds what shows a person's competence. Education and experience are had for good, so their period is the time
    /// they took; training, qualifications and skills count within their period alone.
    pub struct AddCredential("credential.add") {
        /// The person.
        person: PersonId,
        /// The credential.
        credential: Credential,
    }

    /// Takes a credential out of the record: withdrawn by its issuer, or entered by mistake. The journal keeps it.
    pub struct WithdrawCredential("credential.withdraw") {
        /// The person.
        person: PersonId,
        /// The credential's key.
        key: Slug,
        /// Why.
        reason: Text,
    }

    /// Records continual professional development.
    pub struct RecordDevelopment("development.record") {
        /// The person.
        person: PersonId,
        /// When.
        on: Date,
        /// The area of competence.
        area: Slug,
        /// What was done.
        what: Line,
        /// Hours.
        hours: u32,
    }
}

event! {
    /// A credential was added.
    pub struct CredentialAdded("credential.added" v 1, person) {
        /// The person.
        person: PersonId,
        /// The credential.
        credential: Credential,
    }

    /// A credential was withdrawn.
    pub struct CredentialWithdrawn("credential.withdrawn" v 1, person) {
        /// The person.
        person: PersonId,
        /// The credential's key.
        key: Slug,
        /// Why.
        reason: Text,
    }

    /// Continual professional development was recorded.
    pub struct DevelopmentRecorded("development.recorded" v 1, person) {
        /// The person.
        person: PersonId,
        /// What was done.
        development: Development,
    }
}

impl Decide for AddCredential {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let person = world.get::<Person>(self.person)?;
        let credential = &self.credential;
        if let Some(evidence) = credential.evidence {
            named::<Evidence>(world, evidence, "/credential/evidence")?;
        }
        let mut check = Check::new();
        check.that(
            person.credentials.iter().all(|other| other.key != credential.key),
            &CREDENTIAL_KEY,
            "/credential/key",
            say!("the person has a credential `{key}` already", key = &credential.key),
            "choose another key, or withdraw the other first with `credential.withdraw`",
        );
        check.that(
            !credential.period.is_reversed() && credential.period.from <= ctx.today(),
            &CREDENTIAL_PERIOD,
            "/credential/period",
            "the credential is yet to come, or ends before it begins",
            "enter it once it is had, with a last day on or after the first",
        );
        check.that(
            amount_is_possible(credential, ctx.today()),
            &CREDENTIAL_AMOUNT,
            "/credential/amount",
            say!("{amount} is more than the period has room for, or none", amount = credential.amount.unwrap_or_default()),
            say!("give months of experience or hours of training, 1 to {most}; or leave it out where having it is enough", most = AMOUNT_MIN_MAX),
        );
        check.done()?;
        Ok(vec![CredentialAdded { person: self.person, credential: credential.clone() }.into()])
    }
}

/// Whether there was time for the amount. Experience is counted in months, and there are no more of them than passed.
fn amount_is_possible(credential: &Credential, today: Date) -> bool {
    let Some(amount) = credential.amount else { return true };
    if !(1..=AMOUNT_MIN_MAX).contains(&amount) {
        return false;
    }
    match (credential.kind, credential.period.to) {
        (CredentialKind::Experience, Some(to)) => {
            amount <= months_between(credential.period.from, to, amount)
        }
        // What goes on may be entered with what it is to become: it counts as it grows.
        (CredentialKind::Experience, None) => credential.period.from <= today,
        (
            CredentialKind::Education
            | CredentialKind::Training
            | CredentialKind::Qualification
            | CredentialKind::Skill,
            _,
        ) => true,
    }
}

impl Apply for CredentialAdded {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| person.credentials.push(self.credential.clone()))
    }
}

impl Decide for WithdrawCredential {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let person = world.get::<Person>(self.person)?;
        let mut check = Check::new();
        check.that(
            person.credentials.iter().any(|credential| credential.key == self.key),
            &CREDENTIAL_KNOWN,
            "/key",
            say!("the person has no credential `{key}`", key = &self.key),
            "give the key of one of the person's credentials",
        );
        check.done()?;
        let (key, reason) = (self.key.clone(), self.reason.clone());
        Ok(vec![CredentialWithdrawn { person: self.person, key, reason }.into()])
    }
}

impl Apply for CredentialWithdrawn {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| {
            person.credentials.retain(|credential| credential.key != self.key);
        })
    }
}

impl Decide for RecordDevelopment {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        world.get::<Person>(self.person)?;
        let mut check = Check::new();
        check.that(
            self.on <= ctx.today(),
            &DEVELOPMENT_DONE,
            "/on",
            say!("{when} is yet to come", when = &self.on),
            "record it once it has taken place",
        );
        check.that(
            (1..=DEVELOPMENT_HOURS_MAX).contains(&self.hours),
            &DEVELOPMENT_DONE,
            "/hours",
            say!("{hours} hours cannot be one entry", hours = &self.hours),
            say!(
                "give 1 to {most} hours, and longer development in several entries",
                most = DEVELOPMENT_HOURS_MAX
            ),
        );
        check.done()?;
        let development =
            Development { on: self.on, area: self.area.clone(), what: self.what.clone(), hours: self.hours };
        Ok(vec![DevelopmentRecorded { person: self.person, development }.into()])
    }
}

impl Apply for DevelopmentRecorded {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| person.development.push(self.development.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::act::{Ask, check_version};
    use crate::kernel::record::UNKNOWN;
    use crate::testing::{Bench, credential, date, id, period, refused_at, refused_by, t};

    #[test]
    fn credentials_are_added_under_their_own_key_and_withdrawn_with_a_reason() {
        let mut bench = Bench::standing();
        let (person, by) = (bench.cast.observer, bench.cast.manager);
        let course = credential("course", CredentialKind::Training, "isms", Some(16));
        let add = |credential: &Credential| AddCredential { person, credential: credential.clone() };
        bench.done(by, add(&course));
        refused_at(bench.act(by, add(&course)), &CREDENTIAL_KEY, "/credential/key");

        let withdraw =
            |key: &str| WithdrawCredential { person, key: t(key), reason: t("entered for another") };
        refused_at(bench.act(by, withdraw("curse")), &CREDENTIAL_KNOWN, "/key");
        bench.done(by, withdraw("course"));
        assert!(bench.get::<Person>(person).credentials.is_empty());
        bench.done(by, add(&course));
        assert_eq!(add(&course).subject(), None);
        assert!(check_version(&bench.world, None, Some(7)).is_ok());

        let shown = Credential { key: t("shown"), evidence: Some(id(900)), ..course };
        assert_eq!(refused_by(bench.act(by, add(&shown)), &UNKNOWN).at, "/credential/evidence");
    }

    #[test]
    fn credentials_have_begun_and_say_what_there_was_time_for() {
        let mut bench = Bench::standing();
        let (person, by) = (bench.cast.observer, bench.cast.manager);
        let with = |kind: CredentialKind, from: &str, to: Option<&str>, amount: Option<u32>| AddCredential {
            person,
            credential: Credential {
                key: t(&format!("{kind}-{from}-{}", amount.unwrap_or(0))),
                period: period(from, to),
                ..credential("x", kind, "isms", amount)
            },
        };
        use CredentialKind::{Experience, Qualification, Training};
        let fine = [
            with(Qualification, "2026-09-01", Some("2029-08-31"), None),
            with(Experience, "2020-01-01", Some("2021-12-31"), Some(24)),
            with(Experience, "2026-01-01", None, Some(24)),
            with(Training, "2024-03-04", None, Some(AMOUNT_MIN_MAX)),
        ];
        for command in fine {
            bench.done(by, command);
        }
        let refused = [
            (with(Qualification, "2026-09-02", None, None), &CREDENTIAL_PERIOD, "/credential/period"),
            (
                with(Qualification, "2026-02-02", Some("2026-02-01"), None),
                &CREDENTIAL_PERIOD,
                "/credential/period",
            ),
            (
                with(Experience, "2020-01-02", Some("2021-12-31"), Some(24)),
                &CREDENTIAL_AMOUNT,
                "/credential/amount",
            ),
            (with(Training, "2020-01-01", None, Some(0)), &CREDENTIAL_AMOUNT, "/credential/amount"),
            (with(Training, "2020-01-02", None, Some(u32::MAX)), &CREDENTIAL_AMOUNT, "/credential/amount"),
        ];
        for (command, rule, at) in refused {
            refused_at(bench.act(by, command), rule, at);
        }
    }

    #[test]
    fn development_has_taken_place() {
        let mut bench = Bench::standing();
        let person = bench.cast.auditor;
        let record = |on: &str, hours| RecordDevelopment {
            person,
            on: date(on),
            area: t("isms"),
            what: t("Read the new edition"),
            hours,
        };
        bench.done(person, record("2026-09-01", 3));
        assert_eq!(bench.get::<Person>(person).development.len(), 1);
        refused_at(bench.act(person, record("2026-09-02", 3)), &DEVELOPMENT_DONE, "/on");
        refused_at(bench.act(person, record("2026-09-01", 0)), &DEVELOPMENT_DONE, "/hours");
        refused_at(bench.act(person, record("2026-09-01", 201)), &DEVELOPMENT_DONE, "/hours");
    }
}
