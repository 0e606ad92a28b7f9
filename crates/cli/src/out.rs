//! What a command answers: words for a person, or one JSON object.

use std::io::{self, ErrorKind, Write};

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::refusal::Refusal;
use assize_store::{ActError, Done};
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

    /// The answer is no.
    pub(crate) fn no(json: Value, words: impl Into<String>) -> Self {
        Self { json, words: words.into(), is_no: true }
    }

    /// Everything was said already.
    pub(crate) fn silent() -> Self {
        Self::done(Value::Null, "")
    }

    /// Prints it: the answer on standard output; beside JSON, why it is no on standard error.
    ///
    /// # Errors
    /// What the system says when the answer cannot be written, as on a full disk. A reader who has gone away, as `head`
    /// does, is no error.
    pub(crate) fn print(&self, as_json: bool) -> io::Result<()> {
        if as_json && !self.json.is_null() {
            print(&self.json.to_string())?;
            if self.is_no {
                eprintln!("{}", self.words);
            }
        } else if !as_json && !self.words.is_empty() {
            print(&self.words)?;
        }
        Ok(())
    }
}

/// Prints a line on standard output.
///
/// # Errors
/// As [`Answer::print`].
pub(crate) fn print(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// What an act came to.
pub(crate) fn happened(done: &Done) -> Answer {
    let events: Vec<Value> = done
        .events
        .iter()
        .map(|event| json!({ "seq": event.seq, "kind": event.kind, "subject": { "kind": event.subject.kind.word(), "id": event.subject.id.to_string() }, "version": event.version }))
        .collect();
    let words: Vec<String> = done
        .events
        .iter()
        .map(|event| format!("{} {} {}", event.seq, event.kind, event.subject.id))
        .collect();
    let words = if words.is_empty() { "nothing was to be changed".to_owned() } else { words.join("\n") };
    Answer::done(json!({ "at": done.at.to_string(), "events": events }), words)
}

/// What was given cannot be understood: every problem at its place.
pub(crate) fn malformed(problems: &[Problem]) -> Answer {
    let words: Vec<String> = problems
        .iter()
        .map(|problem| {
            let place = if problem.at.is_empty() { String::new() } else { format!("at {}: ", problem.at) };
            format!("{place}{}; {}", problem.what, problem.hint)
        })
        .collect();
    let list: Vec<Value> = problems
        .iter()
        .map(|problem| json!({ "at": problem.at, "what": problem.what.to_string(), "hint": problem.hint.to_string() }))
        .collect();
    Answer::no(json!({ "problems": list }), words.join("\n"))
}

/// The answer of the law, or a fault.
pub(crate) fn refused(error: ActError) -> anyhow::Result<Answer> {
    match error {
        ActError::Refused(refusals) => Ok(Answer::no(
            json!({ "refusals": refusals.iter().map(refusal).collect::<Vec<_>>() }),
            refusals.iter().map(words).collect::<Vec<_>>().join("\n"),
        )),
        other => Err(other.into()),
    }
}

fn refusal(refusal: &Refusal) -> Value {
    json!({ "rule": refusal.rule.id, "clause": refusal.rule.clause, "at": refusal.at,
        "what": refusal.what.to_string(), "hint": refusal.hint.to_string() })
}

fn words(refusal: &Refusal) -> String {
    let place = if refusal.at.is_empty() { String::new() } else { format!(" at {}", refusal.at) };
    format!(
        "refused{place}: {}\n  by {} ({})\n  {}",
        refusal.what, refusal.rule.clause, refusal.rule.id, refusal.hint
    )
}
