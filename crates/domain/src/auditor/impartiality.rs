//! Which relations bar a person from a role in an audit, until when, and whether safeguards may lift the bar
//! (ISO 19011:2018 4 e), 5.5.4; ISO/IEC 17021-1:2015 5.2). Questions only: whoever appoints a team asks them.

use super::Relation;
use crate::kernel::id::{AuditeeId, PersonId, RelationId};
use crate::kernel::macros::data;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::Line;
use crate::kernel::time::Date;
use crate::policy::{Bar, Policy};
use crate::words::{AuditType, RelationKind, TeamRole};

data! {
    /// A bar in force: a relation that keeps the person from the role.
    pub struct Barred {
        /// The relation.
        relation: RelationId,
        /// Its kind.
        kind: RelationKind,
        /// The part of the auditee that it is about; none for the whole. Who appoints decides what follows from a part:
        /// the bar is on auditing it.
        part: Option<Line>,
        /// The last day on which it bars; none where the relation goes on.
        until: Option<Date>,
        /// Whether safeguards, approved by the programme manager, may lift it.
        liftable: bool,
        /// Where the bar comes from: clause or house policy.
        source: Line,
    }
}

/// The bars in force on a date, out of the relations of one person to one auditee.
///
/// A relation bars from its first day to its last and for the policy's cooling months after that: one that ended on
/// 31 March 2024 bars for 24 months through 31 March 2026. Withdrawn relations bar nothing. There is one line for each
/// relation and each line of the policy that bars it; a person is free where there is none, and may be appointed with
/// safeguards where every line is liftable.
#[must_use]
pub fn bars(
    policy: &Policy,
    relations: &[&Relation],
    role: TeamRole,
    audit_type: AuditType,
    on: Date,
) -> Vec<Barred> {
    let mut barred = Vec::new();
    for relation in relations.iter().filter(|relation| relation.withdrawn.is_none()) {
        for bar in policy.bars.iter().filter(|bar| bar.is_about(relation.kind, role, audit_type)) {
            let until = relation.period.to.map(|to| to.plus_months(bar.cooling_months));
            if relation.period.from <= on && until.is_none_or(|until| on <= until) {
                barred.push(Barred {
                    relation: relation.id,
                    kind: relation.kind,
                    part: relation.part.clone(),
                    until,
                    liftable: bar.liftable,
                    source: bar.source.clone(),
                });
            }
        }
    }
    barred
}

impl Bar {
    /// Whether the bar is about this relation, role and type of audit.
    #[must_use]
    pub fn is_about(&self, relation: RelationKind, role: TeamRole, audit_type: AuditType) -> bool {
        self.relation == relation && self.roles.contains(&role) && self.audit_types.contains(&audit_type)
    }
}

/// The relations of a person to an auditee, withdrawn ones among them.
///
/// # Errors
/// [`Stop::Need`] when the person's relations were not loaded.
pub fn relations(world: &World, person: PersonId, auditee: AuditeeId) -> Result<Vec<&Relation>, Stop> {
    let mut relations = world.list::<Relation>("person", person)?;
    relations.retain(|relation| relation.auditee == auditee);
    Ok(relations)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::kernel::time::Period;
    use crate::testing::{Bench, date, id, period, t};

    fn relation(kind: RelationKind, period: Period) -> Relation {
        let bench = Bench::empty();
        Relation {
            id: id(1),
            person: bench.cast.auditor,
            auditee: bench.cast.auditee,
            kind,
            part: None,
            period,
            remark: None,
            stamp: bench.stamp(bench.cast.manager),
            withdrawn: None,
        }
    }

    fn barred(relation: &Relation, role: TeamRole, audit_type: AuditType, on: &str) -> Vec<Barred> {
        bars(&Policy::default(), &[relation], role, audit_type, date(on))
    }

    #[test]
    fn consultancy_bars_for_two_years_to_the_day_and_nothing_lifts_it_in_certification() {
        let consulted = relation(RelationKind::Consulted, period("2023-01-01", Some("2024-03-31")));
        let on = |day| barred(&consulted, TeamRole::Auditor, AuditType::Stage2, day);
        assert_eq!(on("2022-12-31"), vec![]);
        assert_eq!(on("2026-04-01"), vec![]);
        let last = on("2026-03-31");
        assert_eq!(last.len(), 1);
        assert_eq!((last[0].until, last[0].liftable), (Some(date("2026-03-31")), false));
        assert!(last[0].source.as_str().starts_with("ISO/IEC 17021-1:2015 5.2"));
        assert_eq!(on("2023-01-01").len(), 1);
    }

    #[test]
    fn a_relation_that_goes_on_bars_without_end() {
        let consulted = relation(RelationKind::Consulted, period("2023-01-01", None));
        let found = barred(&consulted, TeamRole::Leader, AuditType::Internal, "2060-01-01");
        assert_eq!(found.iter().map(|bar| (bar.until, bar.liftable)).collect::<Vec<_>>(), [(None, true)]);
    }

    #[test]
    fn only_the_role_the_type_and_the_kind_of_the_policy_bar() {
        let employed = relation(RelationKind::Employed, period("2023-01-01", None));
        let own_work = relation(RelationKind::DidTheWork, period("2023-01-01", None));
        let cases = [
            (&employed, TeamRole::Auditor, AuditType::Internal, None),
            (&employed, TeamRole::Auditor, AuditType::Surveillance, Some(false)),
            (&employed, TeamRole::Guide, AuditType::Surveillance, None),
            (&employed, TeamRole::TechnicalExpert, AuditType::Supplier, Some(false)),
            (&own_work, TeamRole::Auditor, AuditType::Internal, Some(false)),
            (&own_work, TeamRole::Observer, AuditType::Internal, None),
        ];
        for (relation, role, audit_type, expected) in cases {
            let found = barred(relation, role, audit_type, "2026-09-01");
            let liftable = found.first().map(|bar| bar.liftable);
            assert_eq!(liftable, expected, "{} {role} {audit_type}", relation.kind);
        }
    }

    #[test]
    fn withdrawn_relations_bar_nothing_and_parts_are_named() {
        let mut consulted = relation(RelationKind::Consulted, period("2023-01-01", None));
        consulted.part = Some(t("backup"));
        let found = barred(&consulted, TeamRole::Auditor, AuditType::Stage1, "2026-09-01");
        assert_eq!(found[0].part, Some(t("backup")));
        consulted.withdrawn = Some(t("a mistake"));
        assert_eq!(barred(&consulted, TeamRole::Auditor, AuditType::Stage1, "2026-09-01"), vec![]);
    }

    #[test]
    fn only_the_relations_to_the_auditee_are_looked_at() {
        let mut bench = Bench::standing();
        let (person, auditee) = (bench.cast.auditor, bench.cast.auditee);
        bench.put(relation(RelationKind::Consulted, period("2023-01-01", None)));
        assert_eq!(relations(&bench.world, person, auditee).unwrap().len(), 1);
        assert_eq!(relations(&bench.world, person, id(555)).unwrap().len(), 0);
        assert_eq!(relations(&bench.world, bench.cast.leader, auditee).unwrap().len(), 0);
    }

    proptest! {
        /// From the first day on a person is barred on exactly the days through the end of the cooling months.
        #[test]
        fn the_bar_holds_exactly_through_its_cooling_months(
            start in 0u32..9_000, length in 0u32..3_000, months in 0u32..=crate::policy::COOLING_MONTHS_MAX,
            probe in -40i64..40, from_end in any::<bool>(),
        ) {
            let from = date("2000-01-01").plus_days(start);
            let to = from.plus_days(length);
            let last = to.plus_months(months);
            let mut policy = Policy::default();
            for bar in &mut policy.bars {
                bar.cooling_months = months;
            }
            let anchor = if from_end { last } else { from };
            let days = anchor.days_since(date("1999-01-01")) + probe;
            let on = date("1999-01-01").plus_days(u32::try_from(days).unwrap());
            let consulted = relation(RelationKind::Consulted, Period { from, to: Some(to) });
            let found = bars(&policy, &[&consulted], TeamRole::Auditor, AuditType::Stage2, on);
            prop_assert_eq!(found.len(), usize::from(from <= on && on <= last));
            for bar in found {
                prop_assert_eq!(bar.until, Some(last));
            }
        }
    }
}
