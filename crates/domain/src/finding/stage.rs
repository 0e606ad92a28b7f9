//! The state of a finding without what belongs to it: enough to tell what is overdue and what counts.

use super::FindingState;
use crate::kernel::macros::words;

words! {
    /// Where a finding stands, by the words of [`FindingState`].
    pub enum FindingStage {
        /// Being written.
        Drafted = "drafted",
        /// Presented to the auditee.
        Raised = "raised",
        /// Correction, root cause and plan are being worked out.
        Acknowledged = "acknowledged",
        /// Corrected.
        Corrected = "corrected",
        /// The root cause is known.
        CauseFound = "cause_found",
        /// Corrective action is planned.
        ActionPlanned = "action_planned",
        /// The plan is accepted.
        PlanAccepted = "plan_accepted",
        /// The auditee has implemented the plan.
        Implemented = "implemented",
        /// The auditor has verified the implementation.
        Verified = "verified",
        /// The auditor has checked that it works.
        EffectivenessChecked = "effectiveness_checked",
        /// Closed.
        Closed = "closed",
        /// Withdrawn by the team before the report.
        Withdrawn = "withdrawn",
    }
}

impl FindingState {
    /// Where the finding stands.
    #[must_use]
    pub const fn stage(&self) -> FindingStage {
        match self {
            Self::Drafted => FindingStage::Drafted,
            Self::Raised => FindingStage::Raised,
            Self::Acknowledged => FindingStage::Acknowledged,
            Self::Corrected => FindingStage::Corrected,
            Self::CauseFound => FindingStage::CauseFound,
            Self::ActionPlanned => FindingStage::ActionPlanned,
            Self::PlanAccepted => FindingStage::PlanAccepted,
            Self::Implemented => FindingStage::Implemented,
            Self::Verified => FindingStage::Verified,
            Self::EffectivenessChecked => FindingStage::EffectivenessChecked,
            Self::Closed { .. } => FindingStage::Closed,
            Self::Withdrawn { .. } => FindingStage::Withdrawn,
        }
    }
}

impl FindingStage {
    /// Whether a finding at this stage has been put to the auditee and stands.
    #[must_use]
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Drafted | Self::Withdrawn)
    }
}
