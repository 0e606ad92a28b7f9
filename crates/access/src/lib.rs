//! Who may see and do what: one function, [`decide`], by policies that people read (`policies/access.cedar`).
//!
//! It is asked about plain facts, never about a record ([ADR 0010](../../../docs/adr/0010-one-function-decides-who-may.md)).

pub mod commands;
mod engine;
mod facts;

use assize_domain::access::Role;
use assize_domain::words;
use assize_domain::words::Classification;

pub use crate::engine::{POLICIES, SCHEMA, Sentence, Unreadable};
pub use crate::facts::{GROUPS, SHELVES, WHOLES};

words! {
    /// What somebody wants to do with a record.
    pub enum Action {
        /// Look at it. Of an audit, a person and a piece of evidence: that they are there, what they are called, when they are.
        See = "see",
        /// Open what is in it: the whole record of an audit, the file of a person, an evidence file and its text. Of other
        /// kinds, whoever may see them may open them.
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
    /// The titles of the policies that say so: that permit, or that forbid. Empty where no policy permits.
    pub because: Vec<&'static str>,
}

/// Decides: somebody may do what any one of their roles may. What goes wrong on the way permits nothing.
#[must_use]
pub fn decide(asked: &Asked<'_>) -> Decision {
    let mut decision = Decision { allowed: false, because: Vec::new() };
    let Some(engine) = engine::engine() else { return decision };
    let mut by: Vec<usize> = Vec::new();
    let operator = asked.operator.then_some(facts::OPERATOR);
    let roles = asked.roles.iter().map(|role| role.word());
    for role in operator.into_iter().chain(roles).chain([facts::EVERYONE]) {
        let answer = engine.ask(role, asked.action, asked.kind, asked.released, asked.classification);
        if answer.allowed && !decision.allowed {
            decision.allowed = true;
            by.clear();
        }
        // What forbids one role says nothing against what another is permitted.
        if answer.allowed == decision.allowed {
            by.extend(answer.by.iter());
        }
    }
    by.sort_unstable();
    by.dedup();
    decision.because =
        by.into_iter().filter_map(|place| engine.sentences().get(place)).map(|s| s.title.as_str()).collect();
    decision
}

/// Every policy as a sentence, in the order of the file.
#[must_use]
pub fn sentences() -> &'static [Sentence] {
    engine::engine().map_or(&[], engine::Engine::sentences)
}

/// The policies that permit somebody of a role anything, or forbid it: what the role comes to, in sentences.
#[must_use]
pub fn bearing_on(role: Role) -> Vec<&'static Sentence> {
    said_of(Some(role))
}

/// The policies that permit anything to everybody who is signed in.
#[must_use]
pub fn bearing_on_everyone() -> Vec<&'static Sentence> {
    said_of(None)
}

/// The policies that decide anything for a role; for nobody in particular, for everybody.
fn said_of(role: Option<Role>) -> Vec<&'static Sentence> {
    let Some(engine) = engine::engine() else { return Vec::new() };
    let role = role.map_or(facts::EVERYONE, Role::word);
    let mut found = std::collections::BTreeSet::new();
    let classifications = Classification::ALL.iter().copied().map(Some);
    for classification in std::iter::once(None).chain(classifications) {
        for (kind, action) in kinds().flat_map(|kind| Action::ALL.iter().map(move |action| (kind, *action))) {
            // What is released opens nothing less, and only evidence is classified.
            if classification.is_none() || kind == "evidence" {
                found.extend(engine.ask(role, action, kind, true, classification).by.iter().copied());
            }
        }
    }
    found.into_iter().filter_map(|place| engine.sentences().get(place)).collect()
}

/// Every kind that can be asked about: the kinds of record, and the wholes.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    engine::kinds()
}
