//! What is given to the writer, and what it came to.

use std::sync::Arc;

use assize_domain::field::InField;
use assize_domain::kernel::refusal::Refusal;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{Actor, Command, Key};

use crate::error::StoreError;

/// A command with who gives it and on what version.
#[derive(Clone, Debug)]
pub struct Act {
    /// Who acts.
    pub actor: Actor,
    /// The command.
    pub command: Command,
    /// The version of the command's subject that the actor saw.
    pub expected: Option<i64>,
    /// The key by which the same act is known when it is sent again.
    pub once: Option<Once>,
    /// The auditee's door that the actor came by, if by one: the journal says so.
    pub door: Option<String>,
    /// The secret of the grant that signs it, where it binds.
    pub grant: Option<String>,
    /// Where it was done first, where it comes home from the field: it is then carried out by whom it was, and the actor is who brought it.
    pub field: Option<Box<InField>>,
    /// The digest of a file whose bytes came with it and were hashed, or that whoever gives it may open in any case. A person names no other: a
    /// digest, which stands in records, gets nobody a file.
    pub received: Option<String>,
}

impl Act {
    /// An act on whatever the present version is.
    pub fn new(actor: Actor, command: impl Into<Command>) -> Self {
        Self {
            actor,
            command: command.into(),
            expected: None,
            once: None,
            grant: None,
            door: None,
            field: None,
            received: None,
        }
    }

    /// The same with the digest of a file that came with it.
    #[must_use]
    pub fn with_file(self, sha256: impl Into<String>) -> Self {
        Self { received: Some(sha256.into()), ..self }
    }
}

/// An idempotency key: within 24 hours, the same key of the same principal on the same route is the same act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    /// Who sends it.
    pub principal: String,
    /// The route.
    pub route: String,
    /// The key.
    pub key: String,
    /// The SHA-256 of the body, in hexadecimal.
    pub body: String,
}

/// One event that an act came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// Its number in the journal.
    pub seq: i64,
    /// Its kind.
    pub kind: String,
    /// The record it happened to.
    pub subject: Key,
    /// That record's version after the act.
    pub version: i64,
}

/// What an act came to: durable when it is returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// Its events, in order; none where the command changed nothing.
    pub events: Vec<Happened>,
    /// Whether this is the remembered answer to the same act sent before.
    pub repeated: bool,
}

impl Done {
    /// The record that the act was about: the first event's subject.
    #[must_use]
    pub fn subject(&self) -> Option<Key> {
        self.events.first().map(|event| event.subject)
    }
}

/// Why an act did not come about.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// The law refuses.
    #[error("the law refuses: {}", refusals(.0))]
    Refused(Vec<Refusal>),
    /// The idempotency key was used for another body.
    #[error("the idempotency key was used before with another body")]
    KeyReused,
    /// A fault of ours; whether the act came about is not known only where the message says so.
    #[error(transparent)]
    Fault(Arc<StoreError>),
}

impl From<StoreError> for ActError {
    fn from(error: StoreError) -> Self {
        Self::Fault(Arc::new(error))
    }
}

fn refusals(all: &[Refusal]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
