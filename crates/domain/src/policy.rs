//! Policy: the numbers that standards leave to the auditing organization. Data of the programme, never constants.
//!
//! [`Policy::default`] is what a house begins with; whoever manages a programme changes it there, by revision once the
//! programme is established. A policy is looked at once, by [`Policy::problems`], wherever one is set; from then on
//! every rule reads it as it stands.

use std::collections::BTreeSet;

use crate::kernel::datum::Problem;
use crate::kernel::macros::data;
use crate::kernel::refusal::{Check, Refusal, rules};
use crate::kernel::text::{Line, Slug, Text};
use crate::words::{AuditType, CredentialKind, RelationKind, TeamRole};

mod defaults;

rules! {
    POLICY_SOUND = "policy.sound", "ISO 19011:2018 5.4.1", "a policy that every audit of the programme can be held to";
}

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
        /// How often somebody may audit the same auditee in a row. None: as often as it comes.
        rotation: Vec<Rotation>,
    }

    /// How often somebody may come to an auditee in a row.
    pub struct Rotation {
        /// For which types of audit.
        audit_types: Vec<AuditType>,
        /// In which roles.
        roles: Vec<TeamRole>,
        /// The most previous audits in a row, in one of the roles.
        consecutive_max: u8,
        /// Where the rule comes from: clause or house policy.
        source: Line,
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
        /// Calendar days from the raising to the acknowledgement.
        acknowledge_days: u32,
        /// Calendar days from the raising to correction, root cause and plan.
        plan_days: u32,
        /// Calendar days from the raising to implementation.
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

/// The most grades that a scheme may have.
pub const GRADES_MAX: usize = 9;
/// The most bars, and the most criteria of competence, that a policy may have.
pub const POLICY_LINES_MAX: usize = 500;
/// The longest time that a step of follow-up, a report or a complaint may be given, in days: two years.
pub const STEP_DAYS_MAX: u32 = 730;
/// The longest time that records may be kept, in days: a hundred years.
pub const RETENTION_DAYS_MAX: u32 = 36_525;
/// The longest cooling time after a relation, in months: fifty years.
pub const COOLING_MONTHS_MAX: u32 = 600;
/// The longest time in a certification cycle, in months: ten years.
pub const CYCLE_MONTHS_MAX: u32 = 120;
/// The most that a criterion of competence may ask for: fifty years in months, or a little less than a third of a year in hours.
pub const AMOUNT_MIN_MAX: u32 = 2_400;
/// The most audits in a row after which a rule of rotation may bar.
pub const ROTATION_AUDITS_MAX: u8 = 100;

impl AuditType {
    /// Whether a certification body audits (third party), so that ISO/IEC 17021-1 governs impartiality and decisions.
    #[must_use]
    pub const fn is_certification(self) -> bool {
        match self {
            Self::Internal | Self::Supplier => false,
            Self::Stage1 | Self::Stage2 | Self::Surveillance | Self::Recertification | Self::Special => true,
        }
    }

    /// Whether the report compares the results with those of earlier audits. Before an initial certification there is
    /// none to compare with: stage 1 is a part of it, and what stage 1 found is what stage 2 goes on from.
    #[must_use]
    pub const fn follows_earlier_audits(self) -> bool {
        match self {
            Self::Surveillance | Self::Recertification | Self::Special => true,
            Self::Internal | Self::Supplier | Self::Stage1 | Self::Stage2 => false,
        }
    }
}

impl Policy {
    /// The grade with this key.
    #[must_use]
    pub fn grade(&self, key: &Slug) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.key == *key)
    }

    /// The areas of competence that a role has criteria in, each once, in the order of the policy.
    #[must_use]
    pub fn areas(&self, role: TeamRole) -> Vec<Slug> {
        let mut areas = Vec::new();
        for criterion in self.competence.iter().filter(|criterion| criterion.role == role) {
            if !areas.contains(&criterion.area) {
                areas.push(criterion.area.clone());
            }
        }
        areas
    }

    /// Everything that is wrong with the policy, each at its place in it; nothing where it is sound.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.grade_problems(&mut problems);
        self.bar_problems(&mut problems);
        self.competence_problems(&mut problems);
        if has_twin(&self.short_notice) {
            problems.push(Problem::new(
                "/short_notice",
                "a type of audit stands twice",
                "name each type once",
            ));
        }
        let mut days = |at: &str, days: u32, max: u32| bounded(&mut problems, at, days, max, "days");
        days("/report_due_days", self.report_due_days, STEP_DAYS_MAX);
        days("/retention_days", self.retention_days, RETENTION_DAYS_MAX);
        days("/complaint_acknowledge_days", self.complaint_acknowledge_days, STEP_DAYS_MAX);
        days("/complaint_decide_days", self.complaint_decide_days, STEP_DAYS_MAX);
        if self.complaint_decide_days < self.complaint_acknowledge_days {
            problems.push(Problem::new(
                "/complaint_decide_days",
                "a complaint would be decided before it is acknowledged",
                "give at least as many days to decide as to acknowledge",
            ));
        }
        self.cycle_problems(&mut problems);
        self.rotation_problems(&mut problems);
        problems
    }

    /// Refuses by [`POLICY_SOUND`] for every problem, each at its place below `at`.
    pub fn check(&self, at: &str, check: &mut Check) {
        for problem in self.problems() {
            let place = format!("{at}{}", problem.at);
            check.refuse(Refusal::new(&POLICY_SOUND, problem.what, problem.hint).at(place));
        }
    }

    fn grade_problems(&self, problems: &mut Vec<Problem>) {
        if self.grades.is_empty() || self.grades.len() > GRADES_MAX {
            problems.push(Problem::new(
                "/grades",
                format!("a scheme of {} grades cannot grade nonconformities", self.grades.len()),
                format!("give 1 to {GRADES_MAX} grades, such as major and minor"),
            ));
        }
        let (mut keys, mut ranks) = (BTreeSet::new(), BTreeSet::new());
        for (n, grade) in self.grades.iter().enumerate() {
            if !keys.insert(&grade.key) {
                problems.push(Problem::new(
                    format!("/grades/{n}/key"),
                    format!("the grade `{}` stands twice", grade.key),
                    "give each grade a key of its own",
                ));
            }
            if grade.rank == 0 || !ranks.insert(grade.rank) {
                problems.push(Problem::new(
                    format!("/grades/{n}/rank"),
                    format!("rank {} is taken, or none", grade.rank),
                    "give each grade a rank of its own from 1, the gravest",
                ));
            }
            for (field, days) in [
                ("acknowledge_days", grade.acknowledge_days),
                ("plan_days", grade.plan_days),
                ("implement_days", grade.implement_days),
                ("effectiveness_days", grade.effectiveness_days),
            ] {
                bounded(problems, &format!("/grades/{n}/{field}"), days, STEP_DAYS_MAX, "days");
            }
            if !(grade.acknowledge_days <= grade.plan_days && grade.plan_days <= grade.implement_days) {
                problems.push(Problem::new(
                    format!("/grades/{n}/implement_days"),
                    "the steps fall due out of their order",
                    "let acknowledgement fall due first, then the plan, then implementation",
                ));
            }
        }
    }

    fn bar_problems(&self, problems: &mut Vec<Problem>) {
        if self.bars.len() > POLICY_LINES_MAX {
            problems.push(Problem::new(
                "/bars",
                format!("{} bars are too many to be kept in mind", self.bars.len()),
                format!("give at most {POLICY_LINES_MAX}"),
            ));
        }
        for (n, bar) in self.bars.iter().enumerate() {
            if bar.roles.is_empty() || has_twin(&bar.roles) {
                problems.push(Problem::new(
                    format!("/bars/{n}/roles"),
                    "the bar names no role, or one twice",
                    "name each role that it bars once",
                ));
            }
            if bar.audit_types.is_empty() || has_twin(&bar.audit_types) {
                problems.push(Problem::new(
                    format!("/bars/{n}/audit_types"),
                    "the bar names no type of audit, or one twice",
                    "name each type of audit that it is for once",
                ));
            }
            if bar.cooling_months > COOLING_MONTHS_MAX {
                problems.push(Problem::new(
                    format!("/bars/{n}/cooling_months"),
                    format!("{} months outlast a working life", bar.cooling_months),
                    format!("give 0 to {COOLING_MONTHS_MAX} months"),
                ));
            }
            if bar.liftable && bar.audit_types.iter().any(|audit_type| audit_type.is_certification()) {
                problems.push(Problem::new(
                    format!("/bars/{n}/liftable"),
                    "safeguards would lift a prohibition in certification audits (ISO/IEC 17021-1:2015 5.2)",
                    "make it not liftable, or name only internal and supplier audits in it",
                ));
            }
            if bar.liftable && bar.relation == RelationKind::DidTheWork {
                problems.push(Problem::new(
                    format!("/bars/{n}/liftable"),
                    "somebody would audit their own work (ISO 19011:2018 4 e))",
                    "make it not liftable",
                ));
            }
        }
    }

    fn rotation_problems(&self, problems: &mut Vec<Problem>) {
        if self.rotation.len() > POLICY_LINES_MAX {
            problems.push(Problem::new(
                "/rotation",
                format!("{} rules of rotation are too many to be kept in mind", self.rotation.len()),
                format!("give at most {POLICY_LINES_MAX}"),
            ));
        }
        for (n, rule) in self.rotation.iter().enumerate() {
            if rule.roles.is_empty() || has_twin(&rule.roles) {
                problems.push(Problem::new(
                    format!("/rotation/{n}/roles"),
                    "the rule of rotation names no role, or one twice",
                    "name each role that it is for once",
                ));
            }
            if rule.audit_types.is_empty() || has_twin(&rule.audit_types) {
                problems.push(Problem::new(
                    format!("/rotation/{n}/audit_types"),
                    "the rule of rotation names no type of audit, or one twice",
                    "name each type of audit that it is for once",
                ));
            }
            bounded(
                problems,
                &format!("/rotation/{n}/consecutive_max"),
                rule.consecutive_max.into(),
                ROTATION_AUDITS_MAX.into(),
                "audits",
            );
        }
    }

    fn competence_problems(&self, problems: &mut Vec<Problem>) {
        if self.competence.len() > POLICY_LINES_MAX {
            problems.push(Problem::new(
                "/competence",
                format!("{} criteria are too many to be kept in mind", self.competence.len()),
                format!("give at most {POLICY_LINES_MAX}"),
            ));
        }
        let mut seen = BTreeSet::new();
        for (n, criterion) in self.competence.iter().enumerate() {
            if !seen.insert((criterion.role, &criterion.area, criterion.by)) {
                problems.push(Problem::new(
                    format!("/competence/{n}"),
                    format!("{} in `{}` stands twice for `{}`", criterion.by, criterion.area, criterion.role),
                    "give one criterion for each role, area and kind of evidence",
                ));
            }
            bounded(
                problems,
                &format!("/competence/{n}/amount_min"),
                criterion.amount_min,
                AMOUNT_MIN_MAX,
                "months or hours",
            );
        }
    }

    fn cycle_problems(&self, problems: &mut Vec<Problem>) {
        let cycle = &self.cycle;
        for (field, months) in [
            ("cycle_months", cycle.cycle_months),
            ("first_surveillance_months", cycle.first_surveillance_months),
            ("restore_months", cycle.restore_months),
            ("suspension_months", cycle.suspension_months),
            ("major_verification_months", cycle.major_verification_months),
        ] {
            bounded(problems, &format!("/cycle/{field}"), months, CYCLE_MONTHS_MAX, "months");
        }
        if cycle.first_surveillance_months >= cycle.cycle_months {
            problems.push(Problem::new(
                "/cycle/first_surveillance_months",
                "the first surveillance would come after the certificate's expiry",
                "give fewer months than the cycle has",
            ));
        }
    }
}

fn bounded(problems: &mut Vec<Problem>, at: &str, value: u32, max: u32, unit: &str) {
    if !(1..=max).contains(&value) {
        problems.push(Problem::new(
            at,
            format!("{value} {unit} cannot be kept to"),
            format!("give 1 to {max} {unit}"),
        ));
    }
}

/// Whether a value stands in the list twice.
pub(crate) fn has_twin<T: Ord>(list: &[T]) -> bool {
    let mut seen = BTreeSet::new();
    list.iter().any(|value| !seen.insert(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::datum::{Datum, read_json};

    #[test]
    fn the_default_policy_is_sound_and_survives_its_json() {
        let policy = Policy::default();
        assert_eq!(policy.problems(), vec![]);
        assert_eq!(read_json::<Policy>(&policy.to_json()), Ok(policy));
    }

    #[test]
    fn by_default_safeguards_lift_bars_in_internal_audits_alone_and_never_for_ones_own_work() {
        for bar in Policy::default().bars {
            let internal_alone = bar.audit_types == [AuditType::Internal];
            assert_eq!(bar.liftable, internal_alone && bar.relation != RelationKind::DidTheWork, "{bar:?}");
        }
    }

    #[test]
    fn by_default_every_relation_is_decided_on_for_every_type_of_audit() {
        let policy = Policy::default();
        let free = [RelationKind::Employed, RelationKind::InternalAudit];
        for &relation in RelationKind::ALL {
            for &audit_type in AuditType::ALL {
                for role in
                    [TeamRole::Leader, TeamRole::Auditor, TeamRole::Trainee, TeamRole::TechnicalExpert]
                {
                    let barred = policy.bars.iter().any(|bar| {
                        bar.relation == relation
                            && bar.audit_types.contains(&audit_type)
                            && bar.roles.contains(&role)
                    });
                    let expected = audit_type != AuditType::Internal || !free.contains(&relation);
                    assert_eq!(barred, expected, "{relation} {role} {audit_type}");
                }
            }
        }
    }

    #[test]
    fn each_problem_is_named_at_its_place() {
        fn rotation() -> Rotation {
            let source = "House policy".parse().unwrap();
            Rotation {
                audit_types: vec![AuditType::Internal],
                roles: vec![TeamRole::Leader],
                consecutive_max: 3,
                source,
            }
        }
        fn first<T>(list: &mut [T]) -> &mut T {
            list.first_mut().unwrap()
        }
        type Break = fn(&mut Policy);
        let cases: &[(&str, Break)] = &[
            ("/grades", |p| p.grades.clear()),
            ("/grades", |p| {
                let grade = p.grades[0].clone();
                p.grades = (0..=u8::try_from(GRADES_MAX).unwrap())
                    .map(|n| Grade { key: format!("g{n}").parse().unwrap(), rank: n + 1, ..grade.clone() })
                    .collect();
            }),
            ("/grades/1/key", |p| p.grades[1].key = p.grades[0].key.clone()),
            ("/grades/1/rank", |p| p.grades[1].rank = p.grades[0].rank),
            ("/grades/0/rank", |p| first(&mut p.grades).rank = 0),
            ("/grades/0/effectiveness_days", |p| first(&mut p.grades).effectiveness_days = STEP_DAYS_MAX + 1),
            ("/grades/0/acknowledge_days", |p| first(&mut p.grades).acknowledge_days = 0),
            ("/grades/0/implement_days", |p| first(&mut p.grades).implement_days = 15),
            ("/bars/0/roles", |p| first(&mut p.bars).roles.clear()),
            ("/bars/0/audit_types", |p| first(&mut p.bars).audit_types.push(AuditType::Stage1)),
            ("/bars/0/cooling_months", |p| first(&mut p.bars).cooling_months = COOLING_MONTHS_MAX + 1),
            ("/bars/0/liftable", |p| first(&mut p.bars).liftable = true),
            ("/competence/1", |p| p.competence[1] = p.competence[0].clone()),
            ("/competence/0/amount_min", |p| first(&mut p.competence).amount_min = 0),
            ("/short_notice", |p| p.short_notice.push(AuditType::Special)),
            ("/report_due_days", |p| p.report_due_days = 0),
            ("/retention_days", |p| p.retention_days = u32::MAX),
            ("/complaint_decide_days", |p| p.complaint_decide_days = 1),
            ("/cycle/restore_months", |p| p.cycle.restore_months = CYCLE_MONTHS_MAX + 1),
            ("/cycle/first_surveillance_months", |p| p.cycle.first_surveillance_months = 36),
            ("/rotation/0/roles", |p| p.rotation = vec![Rotation { roles: Vec::new(), ..rotation() }]),
            ("/rotation/0/audit_types", |p| {
                p.rotation = vec![Rotation { audit_types: vec![AuditType::Internal; 2], ..rotation() }];
            }),
            ("/rotation/0/consecutive_max", |p| {
                p.rotation = vec![Rotation { consecutive_max: 0, ..rotation() }];
            }),
            ("/rotation", |p| p.rotation = vec![rotation(); POLICY_LINES_MAX + 1]),
        ];
        for (at, spoil) in cases {
            let mut policy = Policy::default();
            spoil(&mut policy);
            let places: Vec<String> = policy.problems().into_iter().map(|problem| problem.at).collect();
            assert_eq!(places, [*at], "{at}");
        }
        let mut policy = Policy::default();
        for bar in policy.bars.iter_mut().filter(|bar| bar.relation == RelationKind::DidTheWork) {
            bar.audit_types = vec![AuditType::Supplier];
            bar.liftable = true;
        }
        assert!(policy.problems().iter().all(|problem| problem.at.ends_with("/liftable")));
        assert!(!policy.problems().is_empty());
    }
}
