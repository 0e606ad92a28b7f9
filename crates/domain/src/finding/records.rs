//! Findings and their follow-up (ISO 19011:2018 6.4.8, 6.7).

use crate::evidence::Requirement;
use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, AuditeeId, EvidenceId, FindingId, PaperId, PersonId};
use crate::kernel::macros::{data, record, states};
use crate::kernel::text::{Line, RequirementId, Slug, Text};
use crate::kernel::time::Date;
use crate::words::{FindingKind, FollowUpStep};

data! {
    /// What a finding says.
    pub struct FindingText {
        /// The kind.
        kind: FindingKind,
        /// The title.
        title: Line,
        /// The statement.
        statement: Text,
        /// The objective evidence.
        objective_evidence: Option<Text>,
        /// The requirements it is about.
        requirements: Vec<Requirement>,
        /// For a finding on a control: the clauses it breaches too (6.1.3, 8.1, 8.3, ...).
        breaches: Vec<RequirementId>,
        /// The grade, by its key in the programme's scheme.
        grade: Option<Slug>,
        /// The working papers it rests on.
        papers: Vec<PaperId>,
        /// The evidence it rests on.
        evidence: Vec<EvidenceId>,
    }

    /// Dates by which steps are due.
    pub struct DueDates {
        /// Acknowledgement.
        acknowledge: Date,
        /// Correction, root cause and plan.
        plan: Date,
        /// Implementation.
        implement: Date,
        /// Check of effectiveness; known once it is implemented.
        effectiveness: Option<Date>,
    }

    /// What the auditee does at a step, with the evidence for it.
    pub struct StepText {
        /// What was found out or done.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
        /// When and by whom.
        stamp: Stamp,
    }

    /// A planned corrective action.
    pub struct ActionPlan {
        /// What will be done.
        text: Text,
        /// Who answers for it at the auditee.
        owner: PersonId,
        /// By when.
        due: Date,
        /// When and by whom it was given.
        stamp: Stamp,
    }

    /// That a step was not accepted.
    pub struct StepRejected {
        /// Which step.
        step: FollowUpStep,
        /// Why.
        reason: Text,
        /// What was rejected.
        rejected: Text,
        /// When and by whom.
        stamp: Stamp,
    }

    /// A change of grade.
    pub struct Escalation {
        /// The grade before.
        from: Slug,
        /// The grade after.
        to: Slug,
        /// Why.
        reason: Text,
        /// When and by whom.
        stamp: Stamp,
    }

    /// The leader's ruling on a finding that the auditee disputes.
    pub struct Ruling {
        /// Why the finding is upheld.
        reason: Text,
        /// When and by whom.
        stamp: Stamp,
    }

    /// A judgement of the auditor at a step.
    pub struct Judgement {
        /// What was examined and found.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
        /// When and by whom.
        stamp: Stamp,
    }
}

states! {
    /// What the auditee says of a finding.
    pub enum Response {
        /// Nothing yet.
        None = "none",
        /// Acknowledged.
        Acknowledged = "acknowledged" {
            /// When and by whom.
            acknowledged: Stamp,
        },
        /// Disputed; the diverging opinion is kept.
        Disputed = "disputed" {
            /// When and by whom.
            disputed: Stamp,
            /// The diverging opinion.
            opinion: Text,
        },
    }

    /// The life of a finding. Only nonconformities go past `raised`.
    pub enum FindingState {
        /// Being written; may still be changed.
        Drafted = "drafted",
        /// Raised: presented to the auditee. From here on its text stands.
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
        Closed = "closed" {
            /// When and by whom.
            closed: Stamp,
        },
        /// Withdrawn by the team before the report, with the reason.
        Withdrawn = "withdrawn" {
            /// When and by whom.
            withdrawn: Stamp,
            /// Why.
            withdrawn_why: Text,
        },
    }
}

record! {
    /// An audit finding.
    pub struct Finding(FindingId, links: [audit, auditee, papers]) {
        /// The audit.
        audit: AuditId,
        /// The auditee.
        auditee: AuditeeId,
        /// Its number in the audit, from 1.
        number: u32,
        /// What it says.
        text: FindingText,
        /// The papers it rests on, for finding it from them.
        papers: Vec<PaperId>,
        /// Warnings that were shown when it was written and have been left standing.
        warnings: Vec<Line>,
        /// When and by whom it was written first.
        stamp: Stamp,
        /// Where it stands.
        state: FindingState,
        /// What the auditee says.
        response: Response,
        /// Due dates, from when it was raised.
        due: Option<DueDates>,
        /// Correction.
        correction: Option<StepText>,
        /// Root cause.
        cause: Option<StepText>,
        /// Plan of the corrective action.
        action: Option<ActionPlan>,
        /// Acceptance of the plan.
        plan_accepted: Option<Stamp>,
        /// Implementation.
        implementation: Option<StepText>,
        /// Verification.
        verification: Option<Judgement>,
        /// Check of effectiveness.
        effectiveness: Option<Judgement>,
        /// Steps that were not accepted.
        rejections: Vec<StepRejected>,
        /// Changes of grade.
        escalations: Vec<Escalation>,
        /// The ruling, where it was disputed and upheld.
        upheld: Option<Ruling>,
    }
}
