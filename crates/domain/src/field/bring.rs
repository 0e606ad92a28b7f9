//! What comes home: the journal of the field, and acts of it that wait.

use super::{FieldAct, FieldActState, FieldReturn, Loan, waiting_id};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, FieldActId, LoanId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::{JsonText, Line, Sha256, Text};
use crate::kernel::time::Timestamp;
use crate::registry::Event;

command! {
    /// Brings the journal of a loan home. Given by the store, which has checked it against the key of the loan.
    pub struct BringField("field.bring") {
        /// The loan.
        loan: LoanId,
        /// How many acts the journal has.
        acts: i64,
        /// How many entries it has.
        entries: i64,
        /// The SHA-256 of the journal's file.
        journal: Sha256,
        /// Its length in bytes.
        journal_bytes: i64,
        /// The checkpoint, signed with the key of the loan.
        checkpoint: Text,
        /// When the laptop closed the file, by its clock.
        closed: Timestamp,
    }

    /// Has an act from the field wait for a decision. Given by the store, where the act could not be carried out.
    pub struct WaitField("field.wait") {
        /// The loan.
        loan: LoanId,
        /// Its number in the field.
        number: i64,
        /// The command.
        command: Line,
        /// What was given with it, as JSON.
        body: JsonText,
        /// When it was done, by the field's clock.
        at: Timestamp,
        /// What that clock's time zone was ahead of UTC, in minutes.
        zone_minutes: i64,
        /// The randomness that its ids are made from, in hexadecimal.
        seed: Line,
        /// The digest of its leaf in the field's log, in hexadecimal.
        leaf: Sha256,
        /// The version of the record that it was done on.
        seen: Option<i64>,
        /// The rule by which it waits.
        rule: Line,
        /// Why it waits.
        why: Text,
        /// The same as templates and their arguments, so that it can be said in any language.
        said: Option<JsonText>,
    }
}

event! {
    /// The journal of a loan came home.
    pub struct FieldBrought("field.brought" v 1, loan in audit) {
        /// The loan.
        loan: LoanId,
        /// The audit.
        audit: AuditId,
        /// How many acts the journal has.
        acts: i64,
        /// How many entries it has.
        entries: i64,
        /// The SHA-256 of the journal's file.
        journal: Sha256,
        /// Its length in bytes.
        journal_bytes: i64,
        /// The SHA-256 of the encrypted file in which it is kept.
        journal_cipher: Option<Sha256>,
        /// The checkpoint, signed with the key of the loan.
        checkpoint: Text,
        /// When the laptop closed the file, by its clock.
        closed: Timestamp,
    }

    /// An act from the field waits for a decision.
    pub struct ActWaits("field.waits" v 1, field_act in audit) {
        /// Its record.
        field_act: FieldActId,
        /// The audit.
        audit: AuditId,
        /// The loan.
        loan: LoanId,
        /// Its number in the field.
        number: i64,
        /// The command.
        command: Line,
        /// What was given with it, as JSON.
        body: JsonText,
        /// When it was done, by the field's clock.
        at: Timestamp,
        /// What that clock's time zone was ahead of UTC, in minutes.
        zone_minutes: i64,
        /// The randomness that its ids are made from.
        seed: Line,
        /// The digest of its leaf in the field's log.
        leaf: Sha256,
        /// The version of the record that it was done on.
        seen: Option<i64>,
        /// The rule by which it waits.
        rule: Line,
        /// Why it waits.
        why: Text,
        /// The same as templates and their arguments.
        said: Option<JsonText>,
    }
}

impl Decide for BringField {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        ctx.person()?;
        let loan = named::<Loan>(world, self.loan, "/loan")?;
        // What was brought before, or an earlier state of it, tells nothing new.
        if loan.returns.iter().any(|before| before.entries >= self.entries) {
            return Ok(Vec::new());
        }
        Ok(vec![
            FieldBrought {
                loan: loan.id,
                audit: loan.audit,
                acts: self.acts,
                entries: self.entries,
                journal: self.journal.clone(),
                journal_bytes: self.journal_bytes,
                journal_cipher: ctx.cipher.clone(),
                checkpoint: self.checkpoint.clone(),
                closed: self.closed,
            }
            .into(),
        ])
    }
}

impl Apply for FieldBrought {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Loan>(self.loan, |loan| {
            loan.returns.push(FieldReturn {
                brought: stamp.clone(),
                acts: self.acts,
                entries: self.entries,
                journal: self.journal.clone(),
                journal_bytes: self.journal_bytes,
                journal_cipher: self.journal_cipher.clone(),
                checkpoint: self.checkpoint.clone(),
                closed: self.closed,
            });
        })
    }
}

impl Decide for WaitField {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        ctx.person()?;
        let loan = named::<Loan>(world, self.loan, "/loan")?;
        let field_act = waiting_id(self.loan, self.number);
        if world.find::<FieldAct>(field_act)?.is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![
            ActWaits {
                field_act,
                audit: loan.audit,
                loan: loan.id,
                number: self.number,
                command: self.command.clone(),
                body: self.body.clone(),
                at: self.at,
                zone_minutes: self.zone_minutes,
                seed: self.seed.clone(),
                leaf: self.leaf.clone(),
                seen: self.seen,
                rule: self.rule.clone(),
                why: self.why.clone(),
                said: self.said.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for ActWaits {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(FieldAct {
            id: self.field_act,
            audit: self.audit,
            loan: self.loan,
            number: self.number,
            command: self.command.clone(),
            body: self.body.clone(),
            at: self.at,
            zone_minutes: self.zone_minutes,
            seed: self.seed.clone(),
            leaf: self.leaf.clone(),
            seen: self.seen,
            rule: self.rule.clone(),
            why: self.why.clone(),
            said: self.said.clone(),
            stamp: stamp.clone(),
            state: FieldActState::Waiting,
        })
    }
}
