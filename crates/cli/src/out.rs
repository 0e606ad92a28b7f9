//! What a command answers: words for a person, or one JSON object.

use assize_domain::kernel::refusal::Refusal;
use assize_store::ActError;
use serde_json::{Value, json};

/// What came of a command.
pub(crate) struct Answer {
    /// As JSON.
    pub(crate) json: Value,
    /// In words.
    pub(crate) words: String,
    /// Whether the answer is no: the law refuses, or verification found problems.
    pub(crate) is_no: bool,
}

impl Answer {
    /// Done.
    pub(crate) fn done(json: Value, words: impl Into<String>) -> Self {
        Self { json, words: words.into(), is_no: false }
    }

    /// Prints it.
    pub(crate) fn print(&self, as_json: bool) {
        if as_json {
            println!("{}", self.json);
        } else if !self.words.is_empty() {
            println!("{}", self.words);
        }
    }
}

/// The answer of the law, or a fault.
pub(crate) fn refused(error: ActError) -> anyhow::Result<Answer> {
    match error {
        ActError::Refused(refusals) => Ok(Answer {
            json: json!({ "refusals": refusals.iter().map(refusal).collect::<Vec<_>>() }),
            words: refusals.iter().map(words).collect::<Vec<_>>().join("\n"),
            is_no: true,
        }),
        other => Err(other.into()),
    }
}

fn refusal(refusal: &Refusal) -> Value {
    json!({ "rule": refusal.rule.id, "clause": refusal.rule.clause, "at": refusal.at, "what": refusal.what, "hint": refusal.hint })
}

fn words(refusal: &Refusal) -> String {
    let place = if refusal.at.is_empty() { String::new() } else { format!(" at {}", refusal.at) };
    format!(
        "refused{place}: {}\n  by {} ({})\n  {}",
        refusal.what, refusal.rule.clause, refusal.rule.id, refusal.hint
    )
}
