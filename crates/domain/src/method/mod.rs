//! Methods that were used, with their working, and samples that were drawn: what makes an auditor's arithmetic a record
//! that a reader can redo (ISO 19011:2018 4 f), 5.5.3, A.6).
//!
//! Tables of the auditing organization's own are adopted here and named by the uses they serve ([`tables`]).
//!
//! The reckoning itself is not here: a method's use comes in with its inputs, its working and its result. What the law
//! sees to is that it belongs to a programme or an audit, that somebody answers for it, and that the seed of a draw is
//! made after the population was named.

pub mod draws;
mod records;
pub mod tables;
#[cfg(test)]
mod tests;
pub mod uses;

pub use draws::{
    AbandonDraw, DeclareDraw, DrawAbandoned, DrawDeclared, DrawRecorded, DrawReplaced, DrawSeeded,
    RecordDraw, ReplaceDrawn, SeedDraw,
};
pub use records::*;
pub use tables::{AdoptTable, RetireTable, TableAdopted, TableRetired};
pub use uses::{MethodUsed, RecordMethod};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [draws::RULES, tables::RULES, uses::RULES].into_iter().flatten().copied()
}
