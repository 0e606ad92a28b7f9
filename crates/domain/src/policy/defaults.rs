//! The figures that a house begins with, each with its source.
//!
//! Where a standard gives a figure, it is that; where it leaves the figure to the auditing organization, the source
//! says `house policy` and what the figure leans on.

use std::str::FromStr;

use super::{Bar, CompetenceCriterion, CyclePolicy, Grade, Policy};
use crate::kernel::text::BadValue;
use crate::words::{AuditType, CredentialKind, RelationKind, TeamRole};

const CERTIFICATION: &[AuditType] = &[
    AuditType::Stage1,
    AuditType::Stage2,
    AuditType::Surveillance,
    AuditType::Recertification,
    AuditType::Special,
];
const SUPPLIER: &[AuditType] = &[AuditType::Supplier];
const INTERNAL: &[AuditType] = &[AuditType::Internal];

/// Observers and interpreters judge nothing, and a guide is the auditee's own: no relation bars them.
const BARRED_ROLES: &[TeamRole] =
    &[TeamRole::Leader, TeamRole::Auditor, TeamRole::Trainee, TeamRole::TechnicalExpert];

struct BarLine {
    relation: RelationKind,
    audit_types: &'static [AuditType],
    cooling_months: u32,
    liftable: bool,
    source: &'static str,
}

const fn bar(
    relation: RelationKind,
    audit_types: &'static [AuditType],
    cooling_months: u32,
    source: &'static str,
) -> BarLine {
    BarLine { relation, audit_types, cooling_months, liftable: false, source }
}

const fn liftable(relation: RelationKind, cooling_months: u32, source: &'static str) -> BarLine {
    BarLine { relation, audit_types: INTERNAL, cooling_months, liftable: true, source }
}

const TWO_YEARS: &str = "ISO/IEC 17021-1:2015 5.2: two years after consultancy and internal audits";
const AS_TWO_YEARS: &str = "ISO/IEC 17021-1:2015 5.2; two years by house policy, as after consultancy";
const SECOND_PARTY: &str = "ISO 19011:2018 4 e); two years by house policy, as in certification";
const FIRST_PARTY: &str = "ISO 19011:2018 4 e), ISO/IEC 27001:2022 9.2.2; one year by house policy";
const OWN_WORK: &str = "ISO 19011:2018 4 e): nobody audits their own work; one year by house policy";
const WHILE_IT_LASTS: &str = "ISO 19011:2018 4 e); while it lasts, by house policy";

/// In internal audits those employed by the auditee, and those who audited it before, are the auditors: no bar there.
const BARS: &[BarLine] = &[
    bar(RelationKind::Employed, CERTIFICATION, 24, AS_TWO_YEARS),
    bar(RelationKind::ManagedArea, CERTIFICATION, 24, TWO_YEARS),
    bar(RelationKind::Consulted, CERTIFICATION, 24, TWO_YEARS),
    bar(RelationKind::DidTheWork, CERTIFICATION, 24, AS_TWO_YEARS),
    bar(RelationKind::InternalAudit, CERTIFICATION, 24, TWO_YEARS),
    bar(RelationKind::Financial, CERTIFICATION, 24, AS_TWO_YEARS),
    bar(RelationKind::CloseTie, CERTIFICATION, 24, AS_TWO_YEARS),
    bar(RelationKind::Employed, SUPPLIER, 24, SECOND_PARTY),
    bar(RelationKind::ManagedArea, SUPPLIER, 24, SECOND_PARTY),
    bar(RelationKind::Consulted, SUPPLIER, 24, SECOND_PARTY),
    bar(RelationKind::DidTheWork, SUPPLIER, 24, SECOND_PARTY),
    bar(RelationKind::InternalAudit, SUPPLIER, 24, SECOND_PARTY),
    bar(RelationKind::Financial, SUPPLIER, 24, SECOND_PARTY),
    bar(RelationKind::CloseTie, SUPPLIER, 24, SECOND_PARTY),
    bar(RelationKind::DidTheWork, INTERNAL, 12, OWN_WORK),
    liftable(RelationKind::ManagedArea, 12, FIRST_PARTY),
    liftable(RelationKind::Consulted, 12, FIRST_PARTY),
    liftable(RelationKind::Financial, 0, WHILE_IT_LASTS),
    liftable(RelationKind::CloseTie, 0, WHILE_IT_LASTS),
];

/// House policy throughout: ISO 19011:2018 7.2.4 and ISO/IEC 27007:2020 7.2 name what shows competence and give no
/// figures. 40 hours are the length of the usual course for lead auditors. The audits somebody took part in come from
/// the audits themselves and are shown beside these criteria.
const COMPETENCE: &[(TeamRole, &str, CredentialKind, u32)] = &[
    (TeamRole::Leader, "audit", CredentialKind::Training, 40),
    (TeamRole::Leader, "audit", CredentialKind::Experience, 12),
    (TeamRole::Leader, "isms", CredentialKind::Training, 16),
    (TeamRole::Leader, "isms", CredentialKind::Experience, 24),
    (TeamRole::Auditor, "audit", CredentialKind::Training, 24),
    (TeamRole::Auditor, "isms", CredentialKind::Training, 16),
    (TeamRole::Auditor, "isms", CredentialKind::Experience, 24),
    (TeamRole::Trainee, "audit", CredentialKind::Training, 8),
    (TeamRole::Trainee, "isms", CredentialKind::Training, 8),
    (TeamRole::TechnicalExpert, "isms", CredentialKind::Experience, 12),
];

/// Key, label, meaning, rank, whether it is verified before a decision, and the days of the four steps.
type GradeLine = (&'static str, &'static str, &'static str, u8, bool, [u32; 4]);

/// After ISO/IEC 17021-1:2015 3.12 and 3.13. A major is verified before a favourable decision, of a minor the plan is
/// accepted (9.5.2); the days are house policy: a major in three months, so that it can be verified within the six of
/// 9.5.3.2, a minor by the surveillance after a year at the latest.
const GRADES: &[GradeLine] = &[
    (
        "major",
        "Major nonconformity",
        "It puts in doubt that the management system can achieve its intended results: a requirement is not \
         fulfilled at all, process control has broken down, or several minor ones on one subject add up to that.",
        1,
        true,
        [7, 30, 90, 90],
    ),
    (
        "minor",
        "Minor nonconformity",
        "A requirement is not fulfilled, and the management system can still achieve its intended results.",
        2,
        false,
        [14, 45, 180, 180],
    ),
];

impl Default for Policy {
    fn default() -> Self {
        // The test of this module reads every text of the tables, so that nothing of them can be left out here.
        Self {
            grades: GRADES.iter().filter_map(|line| grade(line).ok()).collect(),
            bars: BARS.iter().filter_map(|line| line.read().ok()).collect(),
            competence: COMPETENCE.iter().filter_map(|line| criterion(line).ok()).collect(),
            // ISO/IEC 17021-1:2015 9.6.4.2: audits at short notice are special audits.
            short_notice: vec![AuditType::Special],
            // House policy: three working weeks are usual; ISO 19011:2018 6.5.2 asks for the agreed time.
            report_due_days: 15,
            // House policy: two certification cycles of three years (ISO/IEC 17021-1:2015 9.9.4 asks for the present
            // cycle and one more).
            retention_days: 2_190,
            // House policy: ISO/IEC 17021-1:2015 9.7 and 9.8 ask for timely answers.
            complaint_acknowledge_days: 5,
            complaint_decide_days: 60,
            // ISO/IEC 17021-1:2015 9.1.3, 9.5.3.2, 9.6.2.2, 9.6.3.2.5, 9.6.5.
            cycle: CyclePolicy {
                cycle_months: 36,
                first_surveillance_months: 12,
                restore_months: 6,
                suspension_months: 6,
                major_verification_months: 6,
            },
            // House policy, where there is one: no clause names a number of audits for the persons of a team.
            rotation: Vec::new(),
        }
    }
}

fn grade((key, label, meaning, rank, verified_before_decision, days): &GradeLine) -> Result<Grade, BadValue> {
    let [acknowledge_days, plan_days, implement_days, effectiveness_days] = *days;
    Ok(Grade {
        key: key.parse()?,
        label: label.parse()?,
        meaning: meaning.parse()?,
        rank: *rank,
        verified_before_decision: *verified_before_decision,
        acknowledge_days,
        plan_days,
        implement_days,
        effectiveness_days,
    })
}

impl BarLine {
    fn read(&self) -> Result<Bar, BadValue> {
        Ok(Bar {
            relation: self.relation,
            roles: BARRED_ROLES.to_vec(),
            audit_types: self.audit_types.to_vec(),
            cooling_months: self.cooling_months,
            liftable: self.liftable,
            source: FromStr::from_str(self.source)?,
        })
    }
}

fn criterion(
    (role, area, by, amount_min): &(TeamRole, &str, CredentialKind, u32),
) -> Result<CompetenceCriterion, BadValue> {
    Ok(CompetenceCriterion { role: *role, area: area.parse()?, by: *by, amount_min: *amount_min })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_in_the_default_policy() {
        let policy = Policy::default();
        assert_eq!(policy.grades.len(), GRADES.len());
        assert_eq!(policy.bars.len(), BARS.len());
        assert_eq!(policy.competence.len(), COMPETENCE.len());
    }
}
