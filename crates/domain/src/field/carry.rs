//! Carrying an act from the field out: the command again, by whom it was, with the ids that it made then.

use serde_json::{Value, json};

use super::{FIELD_COMMAND, FIELD_COMMANDS, FieldAct, Loan};
use crate::evidence::TakeEvidence;
use crate::kernel::act::{Actor, Ctx, SEED_BYTES, check_version};
use crate::kernel::datum::Datum as _;
use crate::kernel::entry::{hex, unhex};
use crate::kernel::id::{AuditId, LoanId, PersonId};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop};
use crate::kernel::said::say;
use crate::kernel::text::Sha256;
use crate::kernel::time::Timestamp;
use crate::registry::{Command, Event};

/// Where an act was done that is carried out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InField {
    /// The loan.
    pub loan: LoanId,
    /// The audit that was lent.
    pub audit: AuditId,
    /// Who did it: to whom it was lent.
    pub borrower: PersonId,
    /// Its number in the field, from 1.
    pub number: i64,
    /// When it was done, by the field's clock.
    pub at: Timestamp,
    /// What that clock's time zone was ahead of UTC, in minutes.
    pub zone_minutes: i64,
    /// The randomness that its ids are made from.
    pub seed: [u8; SEED_BYTES],
    /// The digest of its leaf in the field's log.
    pub leaf: Sha256,
    /// The version of the record that it was done on; none where the command adds, or a person has decided that it fits.
    pub seen: Option<i64>,
}

impl InField {
    /// What stands beside its entry: where and when it was done, and who brought it or decided on it.
    #[must_use]
    pub fn beside(&self, by: &Actor) -> Value {
        json!({
            "at": self.at.to_string(),
            "by": by.to_json(),
            "leaf": self.leaf.as_str(),
            "loan": self.loan.to_string(),
            "number": self.number,
            "zone_minutes": self.zone_minutes,
        })
    }

    /// That of an act that waits: a person decides that it fits.
    ///
    /// # Errors
    /// [`Stop::Need`]; [`Stop::Refused`] where the record of the act cannot be what the law wrote.
    pub fn of(world: &World, act: &FieldAct) -> Result<Self, Stop> {
        let loan = world.get::<Loan>(act.loan)?;
        let seed = unhex::<SEED_BYTES>(act.seed.as_str()).ok_or_else(|| unreadable(act.command.as_str()))?;
        Ok(Self {
            loan: loan.id,
            audit: loan.audit,
            borrower: loan.borrower,
            number: act.number,
            at: act.at,
            zone_minutes: act.zone_minutes,
            seed,
            leaf: act.leaf.clone(),
            seen: None,
        })
    }

    /// The randomness in hexadecimal.
    #[must_use]
    pub fn seed_text(&self) -> String {
        hex(&self.seed)
    }

    /// What follows from the command now.
    ///
    /// # Errors
    /// As [`Command::decide`]; [`FIELD_COMMAND`] where it is none of the field, or reaches beyond the audit that was lent.
    pub fn decide(&self, command: &Command, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        of_the_field(command.name())?;
        check_version(world, command.subject(), self.seen)?;
        let inner = Ctx::new(ctx.now, Actor::Person { person: self.borrower }, self.seed)
            .with_ids_at(self.at)
            .with_cipher(ctx.cipher.clone());
        let events = command.decide(world, &inner)?;
        if events.iter().all(|event| event.audit() == Some(self.audit)) {
            return Ok(events);
        }
        Err(Refusal::new(
            &FIELD_COMMAND,
            "the act reaches beyond the audit that was lent",
            "give it in the house, by whoever may",
        )
        .into())
    }
}

/// Refuses a command that is none of the field.
///
/// # Errors
/// [`Stop::Refused`] by [`FIELD_COMMAND`].
pub fn of_the_field(command: &str) -> Result<(), Stop> {
    if FIELD_COMMANDS.contains(&command) {
        return Ok(());
    }
    Err(Refusal::new(
        &FIELD_COMMAND,
        say!("`{command}` is not given in the field", command),
        "give it in the house when the loan is back; note meanwhile what it is to say",
    )
    .into())
}

/// The command of an act that waits.
///
/// # Errors
/// [`Stop::Refused`] where it cannot be read.
pub fn command_of(act: &FieldAct) -> Result<Command, Stop> {
    let body: Value = serde_json::from_str(act.body.as_str()).unwrap_or_default();
    match Command::read(act.command.as_str(), &body) {
        Some(Ok(command)) => Ok(command),
        Some(Err(_)) | None => Err(unreadable(act.command.as_str())),
    }
}

/// What an act from the field takes in as evidence, with the digest of its file, whatever has become of the act; nothing where it takes no file, or
/// cannot be read.
#[must_use]
pub fn taken_by(act: &FieldAct) -> Option<TakeEvidence> {
    match command_of(act) {
        Ok(Command::TakeEvidence(take)) => Some(*take),
        Ok(_) | Err(_) => None,
    }
}

fn unreadable(command: &str) -> Stop {
    Refusal::new(
        &FIELD_COMMAND,
        say!("`{command}` cannot be read as a command of this version", command),
        "give what it says as a command of your own, and set the act aside with the reason",
    )
    .into()
}
