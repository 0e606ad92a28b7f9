//! What lists show of audits and their plans, and nothing else of them: a whole audit is in some twenty tables, and a plan has its
//! checklist beside its sessions.

use super::{Audit, Plan, PlanState, Session, TeamMember};
use crate::kernel::brief::Brief;
use crate::kernel::id::{AuditId, PersonId, PlanId};
use crate::kernel::macros::{data, words};
use crate::kernel::text::{Line, Slug};
use crate::kernel::time::Timestamp;
use crate::programme::briefs::AuditStage;
use crate::words::TeamRole;

words! {
    /// Where a version of a plan stands, by the words of [`PlanState`].
    pub enum PlanStage {
        /// Being written.
        Draft = "draft",
        /// Presented to the auditee.
        Presented = "presented",
        /// Agreed.
        Agreed = "agreed",
        /// Replaced by a later version.
        Superseded = "superseded",
    }
}

data! {
    /// Somebody in the team.
    pub struct MemberBrief {
        /// Who.
        person: PersonId,
        /// As what.
        role: TeamRole,
    }

    /// An audit as one of many: where it stands, and who is on it.
    pub struct AuditStanding {
        /// Its id.
        id: AuditId,
        /// The title.
        title: Line,
        /// Where it stands.
        state: AuditStage,
        /// The team and those who accompany it.
        team: Vec<MemberBrief>,
        /// The present version of the plan.
        plan: Option<PlanId>,
    }

    /// When and where a session of a plan is.
    pub struct SessionBrief {
        /// The key by which it is named.
        key: Slug,
        /// Its beginning.
        start: Timestamp,
        /// Its end.
        end: Timestamp,
        /// The room, or the link.
        place: Line,
        /// Members of the team.
        auditors: Vec<PersonId>,
        /// The subject.
        subject: Line,
    }

    /// A version of a plan with its times.
    pub struct PlanTimes {
        /// Its id.
        id: PlanId,
        /// 1 is the first.
        number: u32,
        /// Sessions.
        sessions: Vec<SessionBrief>,
        /// Where it stands.
        state: PlanStage,
    }
}

impl Brief for AuditStanding {
    type Of = Audit;
    fn of(audit: &Audit) -> Self {
        let member =
            |TeamMember { person, role, .. }: &TeamMember| MemberBrief { person: *person, role: *role };
        Self {
            id: audit.id,
            title: audit.title.clone(),
            state: (&audit.state).into(),
            team: audit.team.iter().map(member).collect(),
            plan: audit.plan,
        }
    }
}

impl Brief for PlanTimes {
    type Of = Plan;
    fn of(plan: &Plan) -> Self {
        let session = |session: &Session| SessionBrief {
            key: session.key.clone(),
            start: session.start,
            end: session.end,
            place: session.place.clone(),
            auditors: session.auditors.clone(),
            subject: session.subject.clone(),
        };
        Self {
            id: plan.id,
            number: plan.number,
            sessions: plan.sessions.iter().map(session).collect(),
            state: match plan.state {
                PlanState::Draft => PlanStage::Draft,
                PlanState::Presented { .. } => PlanStage::Presented,
                PlanState::Agreed { .. } => PlanStage::Agreed,
                PlanState::Superseded => PlanStage::Superseded,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::brief::tests::check;
    use crate::kernel::record::World;
    use crate::registry::AnyRecord;
    use crate::testing::life;

    #[test]
    fn briefs_of_audits_and_plans_are_parts_of_them_all_their_lives() {
        let mut world = World::complete();
        let (mut audits, mut plans) = (0, std::collections::BTreeSet::new());
        for (stamp, event) in &life::lived().journal {
            event.apply(&mut world, stamp).unwrap();
            for (_, held) in world.all() {
                match &held.record {
                    AnyRecord::Audit(audit) => {
                        check::<AuditStanding>(audit);
                        audits += 1;
                    }
                    AnyRecord::Plan(plan) => {
                        check::<PlanTimes>(plan);
                        assert_eq!(PlanTimes::of(plan).state.word(), plan.state.word());
                        plans.insert(plan.state.word());
                    }
                    _ => {}
                }
            }
        }
        assert!(audits > 50 && plans.contains("agreed") && plans.contains("draft"), "{audits} {plans:?}");
    }
}
