//! Policy: the numbers that standards leave to the auditing organization. Data of the programme, never constants.

use crate::kernel::macros::data;
use crate::kernel::text::{Line, Slug, Text};
use crate::words::{AuditType, CredentialKind, RelationKind, TeamRole};

data! {
    /// The policy of a programme. [`Policy::default`] has sensible figures, each with its source.
    pub struct Policy {
        /// The grades of nonconformities, gravest first.
        grades: Vec<Grade>,
        /// Which relation bars which role in which type of audit, and for how long.
        bars: Vec<Bar>,
        /// What each role must show, by area of competence.
        competence: Vec<CompetenceCriterion>,
        /// Types of audit that may be carried out without presenting the plan, at short notice.
        short_notice: Vec<AuditType>,
        /// Calendar days from the closing meeting to the issue of the report.
        report_due_days: u32,
        /// Days that records of an audit are kept after its completion.
        retention_days: u32,
        /// Calendar days to acknowledge a complaint or appeal.
        complaint_acknowledge_days: u32,
        /// Calendar days to decide on a complaint or appeal.
        complaint_decide_days: u32,
        /// The certification cycle.
        cycle: CyclePolicy,
    }

    /// A grade of nonconformity.
    pub struct Grade {
        /// The key, such as `major`.
        key: Slug,
        /// The label.
        label: Line,
        /// What makes a nonconformity one of this grade.
        meaning: Text,
        /// 1 is the gravest.
        rank: u8,
        /// Whether it must be verified before a favourable decision on certification; of others the plan must be accepted.
        verified_before_decision: bool,
        /// Calendar days from the issue to the acknowledgement.
        acknowledge_days: u32,
        /// Calendar days from the issue to correction, root cause and plan.
        plan_days: u32,
        /// Calendar days from the issue to implementation.
        implement_days: u32,
        /// Calendar days from implementation to the check of effectiveness.
        effectiveness_days: u32,
    }

    /// A relation that bars roles in types of audit.
    pub struct Bar {
        /// The relation.
        relation: RelationKind,
        /// The roles it bars.
        roles: Vec<TeamRole>,
        /// The types of audit in which it does.
        audit_types: Vec<AuditType>,
        /// Calendar months after the relation's end for which it still does.
        cooling_months: u32,
        /// Whether safeguards, approved by the programme manager, may lift it.
        liftable: bool,
        /// Where the bar comes from.
        source: Line,
    }

    /// What somebody must show in an area of competence to fill a role.
    pub struct CompetenceCriterion {
        /// The role.
        role: TeamRole,
        /// The area, such as `isms` or `audit`.
        area: Slug,
        /// What shows it.
        by: CredentialKind,
        /// How much at least: months of experience, hours of training; 1 where having it is enough.
        amount_min: u32,
    }

    /// Lengths in the certification cycle (ISO/IEC 17021-1:2015 9.1.3, 9.5, 9.6).
    pub struct CyclePolicy {
        /// Months from the decision to expiry.
        cycle_months: u32,
        /// Months from the first decision to the first surveillance at the latest.
        first_surveillance_months: u32,
        /// Months after expiry in which certification may be restored.
        restore_months: u32,
        /// Months that a suspension lasts at the most.
        suspension_months: u32,
        /// Months from the last day of stage 2 in which majors must be verified.
        major_verification_months: u32,
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            grades: vec![],
            bars: vec![],
            competence: vec![],
            short_notice: vec![AuditType::Special],
            report_due_days: 15,
            retention_days: 2_190,
            complaint_acknowledge_days: 5,
            complaint_decide_days: 60,
            cycle: CyclePolicy {
                cycle_months: 36,
                first_surveillance_months: 12,
                restore_months: 6,
                suspension_months: 6,
                major_verification_months: 6,
            },
        }
    }
}
