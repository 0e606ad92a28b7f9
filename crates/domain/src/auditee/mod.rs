//! The auditing organization, its auditees and their Statements of Applicability.

mod organization;
mod records;

pub use organization::*;
pub use records::*;
