//! Tables that came back: that a file was taken in, with the commands that it came to.
//!
//! A table is edited outside and taken in again as ordinary commands, all of them in one act. What is here is the first entry of such an act:
//! which file it was, by its digest, and how much of it was taken. What the file changed, the entries after it say. It changes no record.

pub mod take;
#[cfg(test)]
mod tests;

pub use take::{ListKind, ListTaken, TableKind, TableTaken, TakeList, TakeTable};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    take::RULES.iter().copied()
}
