//! The auditing organization, its auditees and their Statements of Applicability.

pub mod contrast;
pub mod letterhead;
pub mod organization;
mod records;
pub mod registered;
pub mod soa;

pub use letterhead::{LetterheadSet, SetLetterhead};
pub use organization::{NameOrganization, OrganizationNamed, organization_id};
pub use records::*;
pub use registered::{AuditeeRegistered, AuditeeText, AuditeeUpdated, RegisterAuditee, UpdateAuditee};
pub use soa::{EnterSoa, SoaEntered};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [organization::RULES, letterhead::RULES, registered::RULES, soa::RULES].into_iter().flatten().copied()
}
