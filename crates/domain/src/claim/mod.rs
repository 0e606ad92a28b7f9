//! Claims: what others say about the auditee's conformity in checklists, registers and exports of their programs (ISO 19011:2018 6.4.7).
//!
//! A claim is no evaluation. It lands beside the auditor's working papers with its source and its place there, in the words of
//! the source; whether it holds, a paper says. The file it was read from is evidence of the same audit. A set of claims is taken whole, and withdrawn
//! whole.

mod records;
pub mod take;
#[cfg(test)]
mod tests;

pub use records::*;
pub use take::{CLAIMS_MAX, ClaimsTaken, ClaimsWithdrawn, TakeClaims, WithdrawClaims};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    take::RULES.iter().copied()
}
