//! What has happened in following a nonconformity up, and what it changes (ISO 19011:2018 6.7).

use super::{ActionPlan, DueDates, Escalation, Finding, FindingState, Judgement, StepRejected, StepText};
use crate::kernel::act::{Apply, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, EvidenceId, FindingId, PersonId};
use crate::kernel::macros::event;
use crate::kernel::record::World;
use crate::kernel::text::{Slug, Text};
use crate::kernel::time::Date;
use crate::words::FollowUpStep;

event! {
    /// The nonconformity was corrected.
    pub struct FindingCorrected("finding.corrected" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// What was done.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// The root cause was given.
    pub struct CauseGiven("finding.cause_given" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// The root cause.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// The corrective action was planned.
    pub struct ActionPlanned("finding.action_planned" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// What will be done.
        text: Text,
        /// Who answers for it.
        owner: PersonId,
        /// By when.
        due: Date,
    }

    /// The plan was accepted.
    pub struct PlanAccepted("finding.plan_accepted" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
    }

    /// A step was not accepted.
    pub struct StepRejection("finding.step_rejected" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// Which step.
        step: FollowUpStep,
        /// Why.
        reason: Text,
        /// What was rejected.
        rejected: Text,
    }

    /// The action was implemented.
    pub struct FindingImplemented("finding.implemented" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// What was done.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
        /// When the check of its effectiveness is due.
        effectiveness_due: Date,
    }

    /// The implementation was verified.
    pub struct FindingVerified("finding.verified" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// What was found.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// The effectiveness was checked.
    pub struct EffectivenessChecked("finding.effectiveness_checked" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// What was found.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
        /// Why it was checked before it was due.
        early: Option<Text>,
    }

    /// The nonconformity was closed.
    pub struct FindingClosed("finding.closed" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
    }

    /// The grade was raised.
    pub struct FindingEscalated("finding.escalated" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// The grade before.
        from: Slug,
        /// The grade after.
        to: Slug,
        /// Why.
        reason: Text,
        /// When the steps are due from now on: by the graver grade's days from today, and no later than before.
        /// Journals from before this was said name none, and the dates stood.
        due: Option<DueDates>,
    }
}

fn step(text: &Text, evidence: &[EvidenceId], stamp: &Stamp) -> StepText {
    StepText { text: text.clone(), evidence: evidence.to_vec(), stamp: stamp.clone() }
}

fn judgement(text: &Text, evidence: &[EvidenceId], stamp: &Stamp) -> Judgement {
    Judgement { text: text.clone(), evidence: evidence.to_vec(), stamp: stamp.clone() }
}

impl Apply for FindingCorrected {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::Corrected;
            finding.correction = Some(step(&self.text, &self.evidence, stamp));
        })
    }
}

impl Apply for CauseGiven {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::CauseFound;
            finding.cause = Some(step(&self.text, &self.evidence, stamp));
        })
    }
}

impl Apply for ActionPlanned {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::ActionPlanned;
            finding.action = Some(ActionPlan {
                text: self.text.clone(),
                owner: self.owner,
                due: self.due,
                stamp: stamp.clone(),
            });
        })
    }
}

impl Apply for PlanAccepted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::PlanAccepted;
            finding.plan_accepted = Some(stamp.clone());
        })
    }
}

impl Apply for StepRejection {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            // The auditee does the rejected step again, from the state before it.
            finding.state = match self.step {
                FollowUpStep::Correction => FindingState::Acknowledged,
                FollowUpStep::RootCause => FindingState::Corrected,
                FollowUpStep::ActionPlan => FindingState::CauseFound,
                FollowUpStep::Implementation | FollowUpStep::Effectiveness => FindingState::PlanAccepted,
            };
            finding.rejections.push(StepRejected {
                step: self.step,
                reason: self.reason.clone(),
                rejected: self.rejected.clone(),
                stamp: stamp.clone(),
            });
        })
    }
}

impl Apply for FindingImplemented {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::Implemented;
            finding.implementation = Some(step(&self.text, &self.evidence, stamp));
            if let Some(due) = &mut finding.due {
                due.effectiveness = Some(self.effectiveness_due);
            }
        })
    }
}

impl Apply for FindingVerified {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::Verified;
            finding.verification = Some(judgement(&self.text, &self.evidence, stamp));
        })
    }
}

impl Apply for EffectivenessChecked {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::EffectivenessChecked;
            finding.effectiveness = Some(judgement(&self.text, &self.evidence, stamp));
        })
    }
}

impl Apply for FindingClosed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::Closed { closed: stamp.clone() };
        })
    }
}

impl Apply for FindingEscalated {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.text.grade = Some(self.to.clone());
            if self.due.is_some() {
                finding.due.clone_from(&self.due);
            }
            finding.escalations.push(Escalation {
                from: self.from.clone(),
                to: self.to.clone(),
                reason: self.reason.clone(),
                stamp: stamp.clone(),
            });
        })
    }
}
