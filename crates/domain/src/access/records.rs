//! The record of what was granted.

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, GrantId, OrganizationId, PersonId, ProgrammeId};
use crate::kernel::macros::{record, states, words};
use crate::kernel::record::Key;
use crate::kernel::text::Text;
use crate::kernel::time::{Date, Period};

words! {
    /// A role that follows from no other record, and is granted.
    pub enum GrantedRole {
        /// Looks after the installation: accounts, tokens, settings. Sees no audit by that.
        Administrator = "administrator",
        /// Drafts audit programmes, and keeps people, auditees and catalogue.
        ProgrammeManager = "programme_manager",
        /// Reads, and changes nothing.
        Reader = "reader",
    }
}

states! {
    /// What a right is over.
    pub enum GrantedOver {
        /// The whole organization.
        Organization = "organization",
        /// A programme and its audits.
        Programme = "programme" {
            /// The programme.
            programme: ProgrammeId,
        },
        /// An audit.
        Audit = "audit" {
            /// The audit.
            audit: AuditId,
        },
    }

    /// Whether a right stands.
    pub enum GrantState {
        /// It stands, in its time.
        Given = "given",
        /// It was withdrawn.
        Withdrawn = "withdrawn" {
            /// When and by whom.
            withdrawn: Stamp,
            /// Why.
            why: Text,
        },
    }
}

impl GrantedOver {
    /// The record it is over; nothing where it is the whole organization.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        match self {
            Self::Organization => None,
            Self::Programme { programme } => Some(Key::of(*programme)),
            Self::Audit { audit } => Some(Key::of(*audit)),
        }
    }
}

record! {
    /// A right that somebody was given (ISO/IEC 27001:2022 A.5.18).
    pub struct AccessGrant(GrantId, links: [person, administers]) {
        /// To whom.
        person: PersonId,
        /// Which.
        role: GrantedRole,
        /// Over what.
        over: GrantedOver,
        /// From when to when.
        period: Period,
        /// Why.
        reason: Text,
        /// The organization, where it is an administrator's right: for finding all of these.
        administers: Option<OrganizationId>,
        /// When and by whom it was given.
        stamp: Stamp,
        /// Whether it stands.
        state: GrantState,
    }
}

impl AccessGrant {
    /// Whether it is in force on a date.
    #[must_use]
    pub fn in_force(&self, on: Date) -> bool {
        matches!(self.state, GrantState::Given) && self.period.holds(on)
    }
}
