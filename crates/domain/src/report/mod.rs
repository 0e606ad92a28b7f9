//! The audit report: put together from the records, reviewed, approved, issued, amended (ISO 19011:2018 6.5).

pub mod assemble;
mod fieldwork;
pub mod lifecycle;
pub mod people;
mod records;
mod review;
#[cfg(test)]
mod tests;
pub(crate) mod tongue;

pub use assemble::content;
pub use lifecycle::{
    AcknowledgeReport, ApproveReport, DraftReport, EditReport, IssueReport, ReportAcknowledged,
    ReportApproved, ReportDrafted, ReportEdited, ReportIssued, ReportReviewed, ReportSealed, ReviewReport,
    SealReport,
};
pub use records::*;
pub use review::document_review;

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [assemble::RULES, lifecycle::RULES].into_iter().flatten().copied()
}
