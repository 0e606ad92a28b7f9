//! Why an act from the field waits: in English, and so that any language can say it again.

use serde_json::{Value, json};

use super::{FIELD_FITS, LOAN_STANDS};
use crate::kernel::refusal::Refusal;
use crate::kernel::text::{JsonText, Line, TEXT_CHARS_MAX, Text};

/// Why an act waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The rule.
    pub rule: Line,
    /// What the law said, in English.
    pub english: Text,
    /// The same as its templates and arguments; none where that would be too long.
    pub said: Option<JsonText>,
}

impl Why {
    /// What was refused; nothing where nothing was.
    #[must_use]
    pub fn of(refusals: &[Refusal]) -> Option<Self> {
        let rule = refusals.first()?.rule.id.parse().ok()?;
        let english: Vec<String> = refusals.iter().map(Refusal::to_string).collect();
        let english: String = english.join("\n").chars().take(TEXT_CHARS_MAX).collect();
        let said = refusals.iter().map(|refusal| {
            json!({ "clause": refusal.rule.clause, "hint": refusal.hint.to_json(), "what": refusal.what.to_json() })
        });
        let said = json!({ "refusals": said.collect::<Value>() }).to_string();
        Some(Self { rule, english: english.parse().ok()?, said: said.parse().ok() })
    }
}

/// The loan of the act was revoked.
#[must_use]
pub fn of_a_revoked_loan() -> Refusal {
    Refusal::new(
        &LOAN_STANDS,
        "the loan was revoked before this came home",
        "take it where it is the work of the borrower, else set it aside",
    )
}

/// An earlier act on the same record waits.
#[must_use]
pub fn behind_another() -> Refusal {
    Refusal::new(&FIELD_FITS, "an earlier act on the same record waits", "decide on that first")
}

/// It would leave no entry, and so no trace of it either.
#[must_use]
pub fn of_no_effect() -> Refusal {
    Refusal::new(
        &FIELD_FITS,
        "it changes nothing: what it says stands already",
        "keep what stands, where it says the same",
    )
}

/// The act cannot be read.
#[must_use]
pub fn of_no_meaning() -> Refusal {
    Refusal::new(
        &FIELD_FITS,
        "it cannot be read as a command of this version",
        "take it in with the version that the laptop has",
    )
}
