//! Findings and their follow-up (ISO 19011:2018 6.4.8, 6.7).

pub mod compose;
pub mod follow_up;
mod followed;
mod records;
pub mod respond;
mod stage;
#[cfg(test)]
mod tests;
pub mod warnings;

pub use compose::{
    DraftFinding, EditFinding, FindingDrafted, FindingEdited, FindingRaised, FindingWithdrawn, RaiseFinding,
    WithdrawFinding, warnings_of,
};
pub use follow_up::{
    AcceptPlan, CheckEffectiveness, CloseFinding, CorrectFinding, EscalateFinding, GiveCause,
    ImplementAction, Overdue, PlanAction, RejectStep, VerifyFinding, awaited_at, diverging_opinion, overdue,
    overdue_at,
};
pub use followed::{
    ActionPlanned, CauseGiven, EffectivenessChecked, FindingClosed, FindingCorrected, FindingEscalated,
    FindingImplemented, FindingVerified, PlanAccepted, StepRejection,
};
pub use records::*;
pub use respond::{
    AcknowledgeFinding, DisputeFinding, FindingAcknowledged, FindingDisputed, FindingUpheld, UpholdFinding,
};
pub use stage::{FindingStage, Turn};
pub use warnings::{Warning, warnings};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [compose::RULES, follow_up::RULES, respond::RULES].into_iter().flatten().copied()
}
