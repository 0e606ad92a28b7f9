//! Texts that the auditing organization writes once, and that are put into its audits as a start: what it says of
//! confidentiality, what a meeting goes through, what an invitation says.
//!
//! A version of a text is a record of its own, one of each kind and language in use at a time. Whoever takes one into an audit gets it with
//! its placeholders filled from the records, and the journal says which version it was. What is made of it there is the team's.

pub mod adopt;
mod fill;
mod records;
pub mod taken;
#[cfg(test)]
mod tests;

pub use adopt::{AdoptText, RetireText, TextAdopted, TextRetired};
pub use fill::PLACEHOLDERS;
pub use records::*;
pub use taken::{TakeText, TextTaken};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [adopt::RULES, taken::RULES].into_iter().flatten().copied()
}
