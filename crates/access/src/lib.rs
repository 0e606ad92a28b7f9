//! Who may see and do what: one function, [`decide`], by policies that people read (`policies/access.cedar`).
//!
//! It is asked about plain facts, never about a record ([ADR 0010](../../../docs/adr/0010-one-function-decides-who-may.md)).

use assize_domain::access::Role;
use assize_domain::words;
use assize_domain::words::Classification;

words! {
    /// What somebody wants to do with a record.
    pub enum Action {
        /// Look at it.
        See = "see",
        /// Open what is in it: an evidence file and its text.
        Open = "open",
        /// Do the work of the audit team on it.
        Audit = "audit",
        /// Lead: what the audit team leader alone does.
        Lead = "lead",
        /// Answer for the auditee.
        Answer = "answer",
        /// Manage the programme.
        Manage = "manage",
        /// Review or decide on a certification, or on a complaint.
        Decide = "decide",
        /// Keep what the whole organization uses: people, auditees, catalogue, tables.
        Keep = "keep",
        /// Look after one's own: declarations, the code of conduct, absences, tokens.
        Own = "own",
        /// Take out of the store: a dossier, a list as a file.
        Export = "export",
        /// Look after the installation: accounts, settings, the security log.
        Administer = "administer",
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// What somebody wants to do.
    pub action: Action,
    /// With what: the word of the kind of record, or `organization`, `journal`, `accounts`.
    pub kind: &'a str,
    /// What they are to it.
    pub roles: &'a [Role],
    /// Whether they are the operator of the host.
    pub operator: bool,
    /// Whether it was released to the auditee.
    pub released: bool,
    /// How sensitive it is.
    pub classification: Option<Classification>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether they may.
    pub allowed: bool,
    /// The titles of the policies that say so: that permit, or that forbid.
    pub because: Vec<&'static str>,
}

/// Decides.
#[must_use]
pub fn decide(asked: &Asked<'_>) -> Decision {
    // Until the policies are written, everybody who is signed in may, as before.
    let _ = asked;
    Decision { allowed: true, because: Vec::new() }
}
