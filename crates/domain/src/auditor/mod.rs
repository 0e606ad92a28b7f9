//! Auditors and everybody else in the register: competence, behaviour, independence (ISO 19011:2018 7).

pub mod code;
mod records;

pub use code::{AcceptCode, CodeAccepted};
pub use records::*;

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [code::RULES].into_iter().flatten().copied()
}
