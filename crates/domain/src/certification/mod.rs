//! Certification, complaints and appeals, erasure (ISO/IEC 17021-1:2015 9.5 to 9.8).

pub mod complaints;
pub mod cycle;
pub mod decide;
pub mod erase;
mod records;
#[cfg(test)]
mod tests;

pub use complaints::{
    AcknowledgeComplaint, AssignComplaint, ComplainantTold, ComplaintAcknowledged, ComplaintAssigned,
    ComplaintDecided, ComplaintReceived, DecideComplaint, ReceiveComplaint, TellComplainant,
};
pub use decide::{
    ApplyForCertification, CertificationApplied, CertificationDecided, DecideCertification,
    ReviewTechnically, TechnicallyReviewed,
};
pub use erase::{Erase, Erased, ErasedRecord, Scope};
pub use records::*;

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [complaints::RULES, decide::RULES, erase::RULES].into_iter().flatten().copied()
}
