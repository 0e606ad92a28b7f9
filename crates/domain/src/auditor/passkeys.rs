//! Passkeys that sign: the journal keeps which public key is whose, so that a signature can be checked against it later.
//!
//! No record holds them: they are entries of their person, found by `verify`, and go with the person when that is erased.

use super::Person;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::PersonId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::{Key, World};
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::text::Text;
use crate::registry::Event;

rules! {
    PASSKEY_OWN = "passkey.own", "house rule", "a passkey that each person binds to themselves";
    PASSKEY_PROVEN = "passkey.proven", "house rule", "a passkey that has answered a challenge before it is bound";
}

command! {
    /// Binds a passkey to its person. The store gives it when an authenticator has answered, and takes it from nobody else.
    pub struct BindPasskey("passkey.bind") {
        /// The person.
        person: PersonId,
        /// What the authenticator calls the key, in base64url.
        credential: Text,
        /// The public key in the form of COSE, in base64url.
        public_key: Text,
    }
}

event! {
    /// A passkey was bound to its person.
    pub struct PasskeyBound("passkey.bound" v 1, person) {
        /// The person.
        person: PersonId,
        /// What the authenticator calls the key, in base64url.
        credential: Text,
        /// The public key in the form of COSE, in base64url.
        public_key: Text,
    }
}

/// That somebody would bind a passkey which has shown nothing.
#[must_use]
pub fn unproven() -> Refusal {
    Refusal::new(
        &PASSKEY_PROVEN,
        "a passkey is bound when it is made, and its authenticator has answered",
        "make one where you look after how you sign in",
    )
}

impl Decide for BindPasskey {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        world.get::<Person>(self.person)?;
        let mut check = Check::new();
        check.that(
            ctx.person()? == self.person,
            &PASSKEY_OWN,
            "/person",
            "the passkey would be bound to somebody else",
            "let the person make it themselves",
        );
        check.done()?;
        let Self { person, credential, public_key } = self.clone();
        Ok(vec![PasskeyBound { person, credential, public_key }.into()])
    }
}

impl Apply for PasskeyBound {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        match world.held(Key::of(self.person)) {
            Some(_) => Ok(()),
            None => Err(Corrupt::new("a passkey is bound to a person who was never registered")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Bench, refused_at, t};

    #[test]
    fn a_passkey_is_bound_by_its_person_and_changes_no_record() {
        let mut bench = Bench::standing();
        let (person, other) = (bench.cast.leader, bench.cast.manager);
        let bind = BindPasskey { person, credential: t("b25l"), public_key: t("a2V5") };
        let before = bench.get::<Person>(person).clone();
        bench.done(person, bind.clone());
        assert_eq!(bench.get::<Person>(person), &before);
        refused_at(bench.act(other, bind), &PASSKEY_OWN, "/person");
        assert_eq!(unproven().rule, &PASSKEY_PROVEN);
    }
}
