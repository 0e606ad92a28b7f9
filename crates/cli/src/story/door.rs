//! The door by which a story's deeds are done.

use serde_json::Value;

/// A refusal of the law, as a story meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The rule's id.
    pub rule: String,
    /// The clause.
    pub clause: String,
    /// What was tried.
    pub what: String,
}

/// Why a deed was not done.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The law refuses.
    #[error("the law refuses: {}", .0.iter().map(|refused| format!("{} ({}, {})", refused.what, refused.rule, refused.clause)).collect::<Vec<_>>().join("; "))]
    Refused(Vec<Refused>),
    /// The command's body is not one.
    #[error("the command cannot be read: {0}")]
    Malformed(String),
    /// A fault.
    #[error("{0}")]
    Fault(String),
}

/// A store to tell a story to, at hand or behind its API.
#[allow(
    async_fn_in_trait,
    reason = "only this crate and its tests implement it, and none of them sends it elsewhere"
)]
pub trait Door {
    /// Sets the clock and gives a command on behalf of a person, or of nobody; answers the ids of the records it
    /// happened to, the first being the subject.
    async fn act(
        &mut self,
        at: i64,
        by: Option<&str>,
        name: &str,
        body: &Value,
    ) -> Result<Vec<String>, Trouble>;

    /// Takes a file as evidence and has its text read; answers the evidence's id.
    async fn take(
        &mut self,
        at: i64,
        by: &str,
        audit: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<String, Trouble>;

    /// Reads a Statement of Applicability from a file and enters it; `body` is the command's but for the rows.
    async fn enter_soa(
        &mut self,
        at: i64,
        by: &str,
        body: &Value,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<Vec<String>, Trouble>;

    /// The records of a kind whose link points at a record, in the order of their making.
    async fn list(&mut self, kind: &str, link: &str, id: &str) -> Result<Vec<Value>, Trouble>;

    /// The digest of a report's content as it stands.
    async fn content(&mut self, report: &str) -> Result<String, Trouble>;

    /// Renders the report and issues it.
    async fn issue(&mut self, at: i64, by: &str, report: &str) -> Result<(), Trouble>;
}
