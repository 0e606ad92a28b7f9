//! The records of the field: loans, and acts that wait.

use crate::kernel::act::Stamp;
use crate::kernel::brief::Brief;
use crate::kernel::id::{AuditId, FieldActId, LoanId, PaperId, PersonId};
use crate::kernel::macros::{data, record, states, words};
use crate::kernel::text::{JsonText, Line, Sha256, Text};
use crate::kernel::time::Timestamp;

words! {
    /// What becomes of an act from the field that is not taken.
    pub enum Settlement {
        /// What stands in the record stays; the act from the field is read beside it.
        Kept = "kept",
        /// The act is of no use any more.
        SetAside = "set_aside",
    }
}

data! {
    /// What came home of a loan at one time.
    pub struct FieldReturn {
        /// When, and by whom it was brought.
        brought: Stamp,
        /// How many acts the field's journal had.
        acts: i64,
        /// How many entries it had.
        entries: i64,
        /// The SHA-256 of the journal's file.
        journal: Sha256,
        /// Its length in bytes.
        journal_bytes: i64,
        /// The SHA-256 of the encrypted file in which it is kept; none where it is kept as it is.
        journal_cipher: Option<Sha256>,
        /// The checkpoint, signed with the key of the loan.
        checkpoint: Text,
        /// When the laptop closed the file, by its clock.
        closed: Timestamp,
    }
}

states! {
    /// Where a loan stands.
    pub enum LoanState {
        /// It is out, or was brought back and may be brought again.
        Out = "out",
        /// It was revoked: what it brings waits.
        Revoked = "revoked" {
            /// Why.
            why: Text,
            /// When and by whom.
            revoked: Stamp,
        },
    }

    /// What has become of an act from the field that could not be carried out at once.
    pub enum FieldActState {
        /// Nobody has decided.
        Waiting = "waiting",
        /// It was carried out on what stood then.
        Taken = "taken" {
            /// When and by whom that was decided.
            taken: Stamp,
        },
        /// It was not carried out.
        Settled = "settled" {
            /// How.
            settlement: Settlement,
            /// Why.
            reason: Text,
            /// When and by whom.
            settled: Stamp,
        },
    }
}

record! {
    /// An audit lent to an auditor for work in the field.
    pub struct Loan(LoanId, links: [audit, borrower]) {
        /// The audit.
        audit: AuditId,
        /// To whom.
        borrower: PersonId,
        /// Which working papers they took to work on.
        papers: Vec<PaperId>,
        /// The key with which the field's log is signed, as a verifier key.
        key: Line,
        /// The SHA-256 of the records that went out.
        content: Sha256,
        /// When it was lent and by whom.
        stamp: Stamp,
        /// What came home, the first first.
        returns: Vec<FieldReturn>,
        /// Where it stands.
        state: LoanState,
    }

    /// An act from the field that could not be carried out when it came home.
    pub struct FieldAct(FieldActId, links: [audit, loan]) {
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
        /// The randomness that its ids are made from, in hexadecimal.
        seed: Line,
        /// The digest of its leaf in the field's log, in hexadecimal.
        leaf: Sha256,
        /// The version of the record that it was done on; none where the command adds.
        seen: Option<i64>,
        /// The rule by which it waits.
        rule: Line,
        /// Why it waits: what the law said.
        why: Text,
        /// The same as templates and their arguments; none of acts that came home before it was kept.
        said: Option<JsonText>,
        /// When it was brought and by whom.
        stamp: Stamp,
        /// What has become of it.
        state: FieldActState,
    }
}

words! {
    /// Where an act from the field stands, by the words of [`FieldActState`].
    pub enum FieldActStage {
        /// Nobody has decided.
        Waiting = "waiting",
        /// It was carried out.
        Taken = "taken",
        /// It was not.
        Settled = "settled",
    }
}

data! {
    /// An act from the field as one of many: whether it waits.
    pub struct FieldActStanding {
        /// Its id.
        id: FieldActId,
        /// Where it stands.
        state: FieldActStage,
    }
}

impl Brief for FieldActStanding {
    type Of = FieldAct;
    fn of(act: &FieldAct) -> Self {
        let state = match act.state {
            FieldActState::Waiting => FieldActStage::Waiting,
            FieldActState::Taken { .. } => FieldActStage::Taken,
            FieldActState::Settled { .. } => FieldActStage::Settled,
        };
        Self { id: act.id, state }
    }
}
