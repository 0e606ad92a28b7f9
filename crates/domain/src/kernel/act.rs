//! Acts: a command is decided into events, and events are applied to the world.

use std::fmt;

use serde_json::Value;
use sha2::Digest as _;

use super::datum::{Corrupt, Datum, read_json};
use super::id::{AuditId, Id, PersonId};
use super::macros::{data, states, words};
use super::record::{Key, Record, World};
use super::refusal::{Refusal, Rule, Stop};
use super::said::say;
use super::text::Sha256;
use super::time::{Date, Timestamp};
use crate::registry::Event;

words! {
    /// What a token lets its bearer do.
    pub enum Scope {
        /// Read what may be read.
        Read = "read",
        /// Read, and give commands.
        Act = "act",
    }
}

states! {
    /// Who acts.
    pub enum Actor {
        /// A person, signed in or by a token of theirs.
        Person = "person" {
            /// The person.
            person: PersonId,
        },
        /// Whoever runs the command line on the store itself: able to read what the host can read, and journalled as such.
        Operator = "operator" {
            /// The person on whose behalf they act, where the law asks for a person.
            on_behalf_of: Option<PersonId>,
        },
    }
}

impl Actor {
    /// The person who acts, or on whose behalf.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { person } => Some(*person),
            Self::Operator { on_behalf_of } => *on_behalf_of,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person { person } => write!(f, "person {person}"),
            Self::Operator { on_behalf_of: None } => f.write_str("operator"),
            Self::Operator { on_behalf_of: Some(person) } => write!(f, "operator for person {person}"),
        }
    }
}

data! {
    /// When something happened and who did it.
    pub struct Stamp {
        /// When.
        at: Timestamp,
        /// Who.
        by: Actor,
    }
}

/// What comes into a decision from outside: the time, who asks, and randomness for fresh ids.
#[derive(Debug)]
pub struct Ctx {
    /// The time of the act.
    pub now: Timestamp,
    /// Who asks.
    pub actor: Actor,
    /// The digest of the encrypted file in which the store keeps the file that the command names; none where it keeps it as it is.
    pub cipher: Option<Sha256>,
    seed: [u8; SEED_BYTES],
    /// The time that ids are made from: that of the act, or of the field where it was done first.
    ids_at: Timestamp,
    ids_used: std::cell::Cell<u16>,
}

/// How many records one command can make at the most.
pub const FRESH_IDS_MAX: u16 = 2_000;
/// Random bytes that the ids of one act are made from.
pub const SEED_BYTES: usize = 8;

impl Ctx {
    /// A context. `seed` is random, and another for each act.
    #[must_use]
    pub fn new(now: Timestamp, actor: Actor, seed: [u8; SEED_BYTES]) -> Self {
        Self { now, actor, cipher: None, seed, ids_at: now, ids_used: std::cell::Cell::new(0) }
    }

    /// The same with ids that are made from another time: with the seed of an act that was done before, it makes the same ids again.
    #[must_use]
    pub fn with_ids_at(mut self, at: Timestamp) -> Self {
        self.ids_at = at;
        self
    }

    /// The same, where the file that the command names is kept encrypted.
    #[must_use]
    pub fn with_cipher(mut self, cipher: Option<Sha256>) -> Self {
        self.cipher = cipher;
        self
    }

    /// The date of the act, in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// A fresh id.
    ///
    /// # Errors
    /// [`Stop::Refused`] when the command makes more records than one command may.
    pub fn id<I: Id>(&self) -> Result<I, Stop> {
        let used = self.ids_used.get();
        if used >= FRESH_IDS_MAX {
            return Err(Refusal::new(
                &TOO_MANY,
                "the command makes too many records at once",
                "split it into several",
            )
            .into());
        }
        self.ids_used.set(used + 1);
        // The count stands last, so that the ids of one act rise in the order of their making.
        let mut random = [0; SEED_BYTES + 2];
        for (byte, seed) in random.iter_mut().zip(self.seed.iter().chain(&used.to_be_bytes())) {
            *byte = *seed;
        }
        let millis = u64::try_from(self.ids_at.millis()).unwrap_or_default();
        Ok(I::from(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()))
    }

    /// A lot for a draw: it follows from the time and the randomness of this act, which nobody who acts can choose.
    #[must_use]
    pub fn lot(&self) -> Sha256 {
        let mut hash = sha2::Sha256::new();
        hash.update(b"assize-lot/1\n");
        hash.update(self.seed);
        hash.update(self.now.millis().to_be_bytes());
        Sha256::of(hash.finalize().into())
    }

    /// Begins again with the first fresh id, for a decision made again.
    pub fn rewind(&self) {
        self.ids_used.set(0);
    }

    /// The person who acts.
    ///
    /// # Errors
    /// [`Stop::Refused`] when nobody in particular does: an operator must say on whose behalf.
    pub fn person(&self) -> Result<PersonId, Stop> {
        self.actor.person().ok_or_else(|| {
            Refusal::new(
                &NEEDS_PERSON,
                "the operator acts for nobody in particular",
                "say on whose behalf, with `--as PERSON`",
            )
            .into()
        })
    }
}

/// A command makes more records than [`FRESH_IDS_MAX`].
pub static TOO_MANY: Rule =
    Rule { id: "command.too_many_records", clause: "house rule", asks: "commands of bounded size" };
/// An act of the law is an act of somebody.
pub static NEEDS_PERSON: Rule =
    Rule { id: "actor.person", clause: "ISO 19011:2018 5.5.7", asks: "a record that says who acted" };
/// The command saw an older version of the record.
pub static STALE: Rule = Rule {
    id: "record.version",
    clause: "house rule",
    asks: "a command made on the present version of the record",
};

/// What every event says of itself. Implemented by [`event!`](crate::kernel::macros).
pub trait Fact: Datum {
    /// The kind, as the journal names it for ever: `audit.initiated`.
    const KIND: &'static str;
    /// The version of the payload's form.
    const V: u16;
    /// The record it happened to.
    fn subject(&self) -> Key;
    /// The audit it belongs to, if any.
    fn audit(&self) -> Option<AuditId>;
}

/// How an event changes the world. It never asks whether it may: it happened.
pub trait Apply: Fact {
    /// Changes the records of the event's subject, or of its audit; no others, so that an erased or an extracted part
    /// of the journal can still be replayed.
    ///
    /// # Errors
    /// [`Corrupt`] when the world could not have seen this event.
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt>;
}

/// What every command says of itself. Implemented by [`command!`](crate::kernel::macros).
pub trait Ask: Datum {
    /// The command's name: `audit.initiate`.
    const NAME: &'static str;
    /// The record whose version the command may carry.
    fn subject(&self) -> Option<Key>;
}

/// The law on one command.
pub trait Decide: Ask {
    /// What follows from the command, or why it may not be.
    ///
    /// # Errors
    /// [`Stop::Refused`] with every rule that refuses; [`Stop::Need`] when records must be loaded first.
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop>;
}

/// Checks that the command was made on the present version of its subject.
///
/// # Errors
/// [`Stop::Refused`] by [`STALE`] with both versions; [`Stop::Need`].
pub fn check_version(world: &World, subject: Option<Key>, expected: Option<i64>) -> Result<(), Stop> {
    let (Some(key), Some(expected)) = (subject, expected) else { return Ok(()) };
    let present = world.version(key)?;
    if present == expected {
        return Ok(());
    }
    Err(Refusal::new(
        &STALE,
        say!(
            "it was changed meanwhile: version {present} stands, and this was made on version {expected}",
            present,
            expected
        ),
        "look at what stands now, bring both texts together, and send yours again",
    )
    .into())
}

/// Reads an event's payload.
///
/// # Errors
/// [`Corrupt`] with every problem.
pub fn read_event<E: Fact>(payload: &Value) -> Result<E, Corrupt> {
    read_json(payload).map_err(|problems| {
        let all: Vec<String> =
            problems.iter().map(|problem| format!("{} {}", problem.at, problem.what)).collect();
        Corrupt::new(format!("an event `{}` cannot be read: {}", E::KIND, all.join("; ")))
    })
}

/// The record that a field of a command names, or a refusal at that field's place.
///
/// # Errors
/// As [`World::get`], with the place set.
pub fn named<'w, R: Record>(world: &'w World, id: R::Id, at: &str) -> Result<&'w R, Stop> {
    world.get::<R>(id).map_err(|stop| match stop {
        Stop::Refused(refusals) => Stop::Refused(refusals.into_iter().map(|r| r.at(at)).collect()),
        need @ Stop::Need(_) => need,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auditor::AcceptCode;
    use crate::auditor::code::CODE;
    use crate::testing::{Bench, refused_by, t};

    #[test]
    fn an_act_of_the_law_is_an_act_of_somebody() {
        let mut bench = Bench::standing();
        let person = bench.cast.leader;
        let accept = AcceptCode { person, code: t(CODE) };
        let nobody = Actor::Operator { on_behalf_of: None };
        refused_by(bench.act_as(nobody, accept.clone()), &NEEDS_PERSON);
        let on_behalf = Actor::Operator { on_behalf_of: Some(person) };
        bench.act_as(on_behalf, accept).unwrap();
    }

    #[test]
    fn a_command_is_made_on_the_present_version() {
        let mut bench = Bench::standing();
        let person = bench.cast.leader;
        let accept = AcceptCode { person, code: t(CODE) };
        bench.done(person, accept.clone());
        let check = |seen| check_version(&bench.world, accept.subject(), Some(seen));
        check(2).unwrap();
        refused_by(check(1), &STALE);
        refused_by(check(3), &STALE);
    }

    #[test]
    fn a_command_makes_records_of_a_bounded_number() {
        let bench = Bench::standing();
        let ctx = Ctx::new(bench.now, Actor::Person { person: bench.cast.leader }, [7; SEED_BYTES]);
        let ids: std::collections::BTreeSet<PersonId> =
            (0..FRESH_IDS_MAX).map(|_| ctx.id::<PersonId>().unwrap()).collect();
        assert_eq!(ids.len(), usize::from(FRESH_IDS_MAX));
        refused_by(ctx.id::<PersonId>(), &TOO_MANY);
        ctx.rewind();
        assert_eq!(ctx.id::<PersonId>().ok().as_ref(), ids.first());
    }
}
