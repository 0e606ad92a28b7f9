//! The state of a finding without what belongs to it: enough to tell what is overdue and what counts.

use super::FindingState;
use crate::kernel::macros::words;
use crate::words::FindingKind;

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

    /// Who is at turn with a finding.
    pub enum Turn {
        /// Who writes findings: the leader, an auditor of the team or one in training.
        Author = "author",
        /// The auditee, or whoever records it on the auditee's behalf.
        Auditee = "auditee",
        /// The audit team leader.
        Leader = "leader",
        /// An auditor of the team, or the programme manager.
        Auditor = "auditor",
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

    /// Who is at turn with a finding of a kind at this stage; nobody where nothing more is asked for. `is_disputed` says whether the
    /// auditee's answer was a diverging opinion.
    #[must_use]
    pub fn turn(self, kind: FindingKind, is_disputed: bool) -> Option<Turn> {
        let follows = kind == FindingKind::Nonconformity;
        match self {
            Self::Drafted => Some(Turn::Author),
            Self::Raised if is_disputed => Some(Turn::Leader),
            // What comes of other findings is the auditee's own affair.
            Self::Raised => follows.then_some(Turn::Auditee),
            Self::Acknowledged | Self::Corrected | Self::CauseFound | Self::PlanAccepted => {
                follows.then_some(Turn::Auditee)
            }
            Self::ActionPlanned | Self::Implemented | Self::Verified | Self::EffectivenessChecked => {
                follows.then_some(Turn::Auditor)
            }
            Self::Closed | Self::Withdrawn => None,
        }
    }

    /// Whether a nonconformity at this stage still has to be followed up.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Drafted | Self::Closed | Self::Withdrawn)
    }
}
