//! The audit programme and what it plans (ISO 19011:2018 5).

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditeeId, PersonId, PlannedAuditId, ProgrammeId};
use crate::kernel::macros::{data, record, states};
use crate::kernel::text::{CriteriaId, Line, Slug, Text};
use crate::kernel::time::{Date, Days, Period};
use crate::policy::Policy;
use crate::words::{AuditMethod, AuditType, ProgrammeRiskArea, ProgrammeRoleKind, RiskKind};

data! {
    /// An objective of the programme, with what measures it (ISO 19011:2018 5.2).
    pub struct Objective {
        /// The key by which it is named.
        key: Slug,
        /// The objective.
        text: Text,
        /// What measures it.
        measure: Text,
        /// The target.
        target: Line,
    }

    /// The extent of the programme: what is audited against what (ISO 19011:2018 5.4.3; "scope" in 2026).
    pub struct ProgrammeExtent {
        /// In words.
        text: Text,
        /// The auditees, each with the parts that the programme covers.
        auditees: Vec<AuditeePart>,
        /// The sets of criteria.
        criteria: Vec<CriteriaId>,
    }

    /// A part of an auditee: units, sites and processes by their keys; an empty list means all of them.
    pub struct AuditeePart {
        /// The auditee.
        auditee: AuditeeId,
        /// Units.
        units: Vec<Slug>,
        /// Sites.
        sites: Vec<Slug>,
        /// Processes.
        processes: Vec<Slug>,
    }

    /// A risk or an opportunity of the programme itself (ISO 19011:2018 5.3).
    pub struct ProgrammeRisk {
        /// The key by which it is named.
        key: Slug,
        /// What area of the programme it is about.
        area: ProgrammeRiskArea,
        /// Risk or opportunity.
        kind: RiskKind,
        /// What might happen.
        text: Text,
        /// 1 (rare) to 5 (almost certain).
        likelihood: u8,
        /// 1 (slight) to 5 (grave).
        consequence: u8,
        /// What is done about it.
        treatment: Text,
        /// Who owns it.
        owner: PersonId,
    }

    /// Who has which responsibility in the programme, and what competence they have for it (ISO 19011:2018 5.4.1, 5.4.2).
    pub struct ProgrammeRole {
        /// Who.
        person: PersonId,
        /// Which responsibility.
        role: ProgrammeRoleKind,
        /// What makes them competent for it.
        competence: Text,
    }

    /// A revision of an established programme (ISO 19011:2018 5.5.1, 5.6).
    pub struct Revision {
        /// 1 is the first after the establishment.
        number: u32,
        /// When and by whom.
        stamp: Stamp,
        /// What changed.
        what: Line,
        /// Why.
        reason: Text,
    }

    /// A review of the programme (ISO 19011:2018 5.7).
    pub struct ProgrammeReview {
        /// The key by which it is named.
        key: Slug,
        /// When and by whom.
        stamp: Stamp,
        /// Conclusions.
        conclusions: Text,
        /// Lessons learned.
        lessons: Text,
    }

    /// An action to improve the programme (ISO 19011:2018 5.7).
    pub struct ImprovementAction {
        /// The key by which it is named.
        key: Slug,
        /// What.
        text: Text,
        /// Who.
        owner: PersonId,
        /// By when.
        due: Date,
        /// When and by whom it was done, and with what result.
        done: Option<ActionDone>,
    }

    /// That an action was done.
    pub struct ActionDone {
        /// When and by whom it was recorded.
        stamp: Stamp,
        /// With what result.
        result: Text,
    }

    /// Why an audit is planned as it is (ISO 19011:2018 5.1, 5.4.3; ISO/IEC 27001:2022 9.2.2).
    pub struct Why {
        /// Importance of what is audited.
        importance: Text,
        /// Risk.
        risk: Text,
        /// Results of previous audits.
        previous_results: Text,
        /// Changes.
        changes: Text,
    }

    /// What is planned for an audit.
    pub struct AuditOutline {
        /// The title.
        title: Line,
        /// The type.
        audit_type: AuditType,
        /// The auditee and the part of it.
        part: AuditeePart,
        /// The sets of criteria.
        criteria: Vec<CriteriaId>,
        /// The earliest and the latest day; the window must have an end.
        window: Period,
        /// Auditor days.
        days: Days,
        /// Methods.
        methods: Vec<AuditMethod>,
        /// Why.
        why: Why,
    }
}

states! {
    /// The life of a programme.
    pub enum ProgrammeState {
        /// Being written.
        Draft = "draft",
        /// Established: approved, and from then on changed by revision alone.
        Established = "established" {
            /// When and by whom it was approved.
            approved: Stamp,
        },
        /// Audits are being carried out.
        Implementing = "implementing" {
            /// When and by whom it was approved.
            approved_before: Stamp,
            /// Since when, and by whom it was begun.
            begun: Stamp,
        },
        /// Over.
        Closed = "closed" {
            /// When and by whom it was closed.
            closed: Stamp,
        },
    }

    /// The life of a planned audit in the programme.
    pub enum PlannedState {
        /// It stands.
        Planned = "planned",
        /// It was taken out, or will not be held.
        Withdrawn = "withdrawn" {
            /// When and by whom.
            stamp: Stamp,
            /// Why.
            reason: Text,
        },
    }
}

record! {
    /// An audit programme.
    pub struct Programme(ProgrammeId, links: []) {
        /// The title.
        title: Line,
        /// From when to when.
        period: Period,
        /// Where it stands.
        state: ProgrammeState,
        /// Objectives.
        objectives: Vec<Objective>,
        /// The extent.
        extent: Option<ProgrammeExtent>,
        /// Risks and opportunities of the programme.
        risks: Vec<ProgrammeRisk>,
        /// Roles and responsibilities.
        roles: Vec<ProgrammeRole>,
        /// Auditor days there are.
        days: Days,
        /// Why there are fewer days than the planned audits ask for, where there are.
        shortfall: Option<Text>,
        /// Other resources: equipment, travel, tools.
        resources: Option<Text>,
        /// The policy.
        policy: Policy,
        /// Revisions since it was established.
        revisions: Vec<Revision>,
        /// Reviews.
        reviews: Vec<ProgrammeReview>,
        /// Actions to improve it.
        actions: Vec<ImprovementAction>,
    }

    /// An audit as the programme plans it. Its id becomes the audit's.
    pub struct PlannedAudit(PlannedAuditId, links: [programme, auditee]) {
        /// The programme.
        programme: ProgrammeId,
        /// The auditee.
        auditee: AuditeeId,
        /// What is planned.
        outline: AuditOutline,
        /// Where it stands.
        state: PlannedState,
    }
}
