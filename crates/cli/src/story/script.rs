//! Deeds: what is done in a story, by whom and when.

use serde_json::Value;

use super::value::{Malformed, millis};

/// Something done.
#[derive(Clone, Debug)]
pub enum What {
    /// A command; in its body a text `@KEY` stands for the id that was kept under `KEY`, `@KEY#N` for the Nth.
    Command {
        /// The command's name.
        name: String,
        /// Its body.
        body: Value,
        /// Under which key the id of what it made is kept.
        keep: Option<String>,
    },
    /// A command that the law must refuse, by this rule: what makes a team impartial is that it does.
    Refused {
        /// The command's name.
        name: String,
        /// Its body.
        body: Value,
        /// The rule.
        rule: String,
    },
    /// A file of the auditee is taken as evidence.
    Take {
        /// The file.
        file: String,
    },
    /// A Statement of Applicability is read from a file and entered.
    Soa {
        /// The file.
        file: String,
        /// The command's body but for the rows.
        body: Value,
    },
    /// The report as it stands is named by the digest of its content in this command.
    OnContent {
        /// The command's name.
        name: String,
        /// Its body but for the digest.
        body: Value,
    },
    /// The report is rendered and issued.
    Issue,
}

/// A deed.
#[derive(Clone, Debug)]
pub struct Deed {
    /// When, in milliseconds after 1970.
    pub at: i64,
    /// By whom: the person's key; nobody in particular where it is the operator.
    pub by: Option<String>,
    /// What.
    pub what: What,
}

/// Deeds in the making.
#[derive(Debug, Default)]
pub struct Script {
    deeds: Vec<Deed>,
}

impl Script {
    /// Adds a command.
    pub(super) fn give(&mut self, at: i64, by: &str, name: &str, body: Value) {
        self.push(at, Some(by), What::Command { name: name.to_owned(), body, keep: None });
    }

    /// Adds a command and keeps the id of what it makes.
    pub(super) fn make(&mut self, at: i64, by: &str, name: &str, body: Value, keep: String) {
        self.push(at, Some(by), What::Command { name: name.to_owned(), body, keep: Some(keep) });
    }

    /// Adds a deed.
    pub(super) fn push(&mut self, at: i64, by: Option<&str>, what: What) {
        self.deeds.push(Deed { at, by: by.map(str::to_owned), what });
    }

    /// The deeds in the order of their times, and of their adding where those are the same.
    #[must_use]
    pub fn deeds(mut self) -> Vec<Deed> {
        self.deeds.sort_by_key(|deed| deed.at);
        self.deeds
    }
}

/// The time at a key of a table, moved by minutes.
pub(super) fn time(table: &Value, key: &str, minutes: i64) -> Result<i64, Malformed> {
    let text = super::value::text(table, key)?;
    Ok(millis(&text, 9)? + minutes * 60_000)
}
