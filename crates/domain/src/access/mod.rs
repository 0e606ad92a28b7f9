//! What people are to a record: the roles that need-to-know goes by (ISO 19011:2018 4 d), 5.4.4; ISO/IEC 17021-1:2015 8.4).

//!
//! Most roles follow from what stands in the record already. Three are [granted](grants): administrator, programme manager and reader.

pub mod grants;
mod records;
#[cfg(test)]
mod tests;

pub use grants::{AccessGiven, AccessWithdrawn, GiveAccess, WithdrawAccess};
pub use records::*;

use crate::kernel::id::{AuditId, PersonId, ProgrammeId};
use crate::kernel::macros::words;
use crate::kernel::record::Key;
use crate::kernel::refusal::Rule;
use crate::registry::Kind;
use crate::words::{Classification, ProgrammeRoleKind, TeamRole};

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    grants::RULES.iter().copied()
}

words! {
    /// What a person is to a record. All but the first three follow from the record itself.
    pub enum Role {
        /// Looks after the installation: accounts, tokens, settings. Sees no audit by that.
        Administrator = "administrator",
        /// Drafts and manages audit programmes; to one programme and its audits: manages it.
        ProgrammeManager = "programme_manager",
        /// Was given to read something, by a grant.
        Reader = "reader",
        /// Approves the programme.
        Approver = "approver",
        /// Leads the audit.
        Leader = "leader",
        /// Audits; in training too.
        Auditor = "auditor",
        /// Advises the team.
        TechnicalExpert = "technical_expert",
        /// Accompanies the team, or interprets for it.
        Observer = "observer",
        /// Guides the team, for the auditee.
        Guide = "guide",
        /// Is a contact of the auditee.
        AuditeeContact = "auditee_contact",
        /// Asked for the audit.
        AuditClient = "audit_client",
        /// Reviews before a certification is decided.
        TechnicalReviewer = "technical_reviewer",
        /// Decides on certification.
        DecisionMaker = "decision_maker",
        /// Handles complaints and appeals.
        ComplaintHandler = "complaint_handler",
        /// It is about them, or it is theirs.
        Themself = "themself",
    }
}

impl From<TeamRole> for Role {
    fn from(role: TeamRole) -> Self {
        match role {
            TeamRole::Leader => Self::Leader,
            TeamRole::Auditor | TeamRole::Trainee => Self::Auditor,
            TeamRole::TechnicalExpert => Self::TechnicalExpert,
            // An interpreter hears what the team hears, and is the team's, not the auditee's.
            TeamRole::Observer | TeamRole::Interpreter => Self::Observer,
            TeamRole::Guide => Self::Guide,
        }
    }
}

impl From<ProgrammeRoleKind> for Role {
    fn from(role: ProgrammeRoleKind) -> Self {
        match role {
            ProgrammeRoleKind::Manager => Self::ProgrammeManager,
            ProgrammeRoleKind::Approver => Self::Approver,
            ProgrammeRoleKind::TechnicalReviewer => Self::TechnicalReviewer,
            ProgrammeRoleKind::DecisionMaker => Self::DecisionMaker,
            ProgrammeRoleKind::ComplaintHandler => Self::ComplaintHandler,
        }
    }
}

impl From<GrantedRole> for Role {
    fn from(role: GrantedRole) -> Self {
        match role {
            GrantedRole::Administrator => Self::Administrator,
            GrantedRole::ProgrammeManager => Self::ProgrammeManager,
            GrantedRole::Reader => Self::Reader,
        }
    }
}

/// Kinds of records that the acts of fieldwork make and change, and nothing besides. So no act whose subject is one of them bears on who is what
/// to a record of any other kind, and what was read of that before holds on.
pub const FIELDWORK: [Kind; 8] = [
    Kind::Paper,
    Kind::Note,
    Kind::Evidence,
    Kind::Draw,
    Kind::ClaimSet,
    Kind::TextUse,
    Kind::TrailCase,
    Kind::MethodUse,
];

/// Who is what to a record, and what of it bears on who may see it. Read from the record and what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ties {
    /// The record.
    pub key: Key,
    /// The audit it belongs to, if to one.
    pub audit: Option<AuditId>,
    /// The programme it belongs to, if to one.
    pub programme: Option<ProgrammeId>,
    /// Everybody who is something to it; a person may be more than one thing.
    pub people: Vec<(PersonId, Role)>,
    /// Whether the auditee may know of it: a plan that was presented, a finding that was raised, a report that was issued.
    pub released: bool,
    /// How sensitive it is, where that was said.
    pub classification: Option<Classification>,
}

/// Who asks, beyond what the record says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The person; nobody where it is the operator of the host alone.
    pub person: Option<PersonId>,
    /// Whether it is the operator of the host.
    pub operator: bool,
    /// What they were given and is in force: a role, and over what; nothing is the whole organization.
    pub grants: Vec<(Role, Option<Key>)>,
    /// The audit whose auditee's door they came by, if by one: then they are a contact of the auditee of that audit, and nothing else.
    pub door: Option<AuditId>,
}

impl Standing {
    /// The roles that who asks has to a record.
    #[must_use]
    pub fn roles(&self, ties: &Ties) -> Vec<Role> {
        let by_record =
            ties.people.iter().filter(|(person, _)| Some(*person) == self.person).map(|(_, role)| *role);
        if let Some(audit) = self.door {
            // By the door nobody is more than it was made for, whatever else they are in the house.
            let mut roles: Vec<Role> = by_record
                .filter(|role| {
                    ties.audit == Some(audit) && matches!(role, Role::AuditeeContact | Role::Themself)
                })
                .collect();
            roles.sort_unstable();
            roles.dedup();
            return roles;
        }
        let over = |key: &Key| {
            *key == ties.key
                || ties.audit.is_some_and(|audit| *key == Key::of(audit))
                || ties.programme.is_some_and(|programme| *key == Key::of(programme))
        };
        // Who was made a programme manager drafts programmes and keeps the registers. The programmes of others, and their
        // audits, are not theirs by that: those have managers of their own.
        let belongs = ties.audit.is_some() || ties.programme.is_some();
        let given = self.grants.iter().filter(|(role, what)| match what {
            Some(what) => over(what),
            None => *role != Role::ProgrammeManager || !belongs,
        });
        let given = given.map(|(role, _)| *role);
        let mut roles: Vec<Role> = by_record.chain(given).collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }
}
