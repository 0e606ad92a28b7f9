//! Certification, complaints and appeals, erasure (ISO/IEC 17021-1:2015 9.5 to 9.8).

mod complaints;
mod decide;
mod erase;
mod records;

pub use complaints::{
    AssignComplaint, ComplaintAssigned, ComplaintDecided, ComplaintReceived, DecideComplaint, ReceiveComplaint, TellComplainant,
    ComplainantTold,
};
pub use decide::{
    ApplyForCertification, CertificationApplied, CertificationDecided, DecideCertification, ReviewTechnically,
    TechnicallyReviewed,
};
pub use erase::{Erase, Erased, Scope};
pub use records::*;

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [complaints::RULES, decide::RULES, erase::RULES].into_iter().flatten().copied()
}
