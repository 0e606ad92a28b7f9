//! Work in the field: audits are lent to an auditor who takes them where there is no network, and what was done there comes home.
//!
//! An act in the field is an ordinary command, in a journal of its own. When it comes home it is given again; what the law refuses then, or does
//! not fit what the house has done meanwhile, waits as a record of its own until a person decides. ADR 0022 says why.

mod bring;
mod carry;
pub mod lend;
mod records;
pub mod settle;
#[cfg(test)]
mod tests;
pub mod why;

pub use bring::{ActWaits, BringField, FieldBrought, WaitField};
pub use carry::{InField, command_of, of_the_field, taken_by};
pub use lend::{FieldLent, LOAN_STANDS, LendField, LoanRevoked, RevokeLoan};
pub use records::*;
pub use settle::{ActSettled, ActTaken, SettleFieldAct, TakeFieldAct};

use crate::kernel::id::{FieldActId, LoanId};
use crate::kernel::refusal::{Refusal, Rule, rules};

rules! {
    FIELD_COMMAND = "field.command", "ISO 19011:2018 6.4.1", "audit work in the field, on the audit that was lent, by whom it was lent to";
    FIELD_FILE = "field.file", "house rule", "loans and what comes home with the files that prove them";
    FIELD_FITS = "field.fits", "house rule", "an act from the field on the record as its auditor saw it";
}

/// The commands that are given in the field: audit work that adds to the record or changes what the auditor has at hand.
pub const FIELD_COMMANDS: &[&str] = &[
    "note.write",
    "note.edit",
    "paper.record_sample",
    "paper.attach",
    "paper.detach",
    "paper.evaluate",
    "paper.reopen",
    "evidence.take",
    "evidence.record_seen",
    "evidence.record_custody",
    "evidence.classify",
    "trail.follow",
    "trail.record_step",
    "finding.draft",
    "finding.edit",
    "meeting.record",
    "meeting.sign_on_the_spot",
    "meeting.correct_minutes",
    "message.log",
    "request.ask",
];

/// The refusal of what the store alone gives, with the file that proves it.
#[must_use]
pub fn without_its_file() -> Refusal {
    Refusal::new(
        &FIELD_FILE,
        "a loan is made with its file, and what comes home is read from one",
        "lend the audit on its page or with `assize field out`, and take it in with `assize field in`",
    )
}

/// The id under which an act of a loan waits: the same act has the same, however often it is brought.
#[must_use]
pub fn waiting_id(loan: LoanId, number: i64) -> FieldActId {
    crate::kernel::id::digest_uuid("assize-field-act", &[&loan.to_string(), &number.to_string()]).into()
}

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [RULES, lend::RULES, settle::RULES].into_iter().flatten().copied()
}
