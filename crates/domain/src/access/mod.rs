//! What people are to a record: the roles that need-to-know goes by (ISO 19011:2018 4 d), 5.4.4; ISO/IEC 17021-1:2015 8.4).

use crate::kernel::id::{AuditId, PersonId, ProgrammeId};
use crate::kernel::macros::words;
use crate::kernel::record::Key;
use crate::words::Classification;

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
        /// Accompanies the team.
        Observer = "observer",
        /// Guides the team, for the auditee. Interpreters have the same sight.
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
}

impl Standing {
    /// The roles that who asks has to a record.
    #[must_use]
    pub fn roles(&self, ties: &Ties) -> Vec<Role> {
        let by_record =
            ties.people.iter().filter(|(person, _)| Some(*person) == self.person).map(|(_, role)| *role);
        let over = |key: &Key| {
            *key == ties.key
                || ties.audit.is_some_and(|audit| *key == Key::of(audit))
                || ties.programme.is_some_and(|programme| *key == Key::of(programme))
        };
        let given =
            self.grants.iter().filter(|(_, what)| what.as_ref().is_none_or(over)).map(|(role, _)| *role);
        let mut roles: Vec<Role> = by_record.chain(given).collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }
}
