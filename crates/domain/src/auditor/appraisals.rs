//! Evaluating auditors, by six methods, with the result and what followed (ISO 19011:2018 7.4, 7.5).

use super::{Appraisal, BehaviourNote, Person};
use crate::audit::Audit;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AppraisalId, AuditId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::text::Text;
use crate::policy::has_twin;
use crate::registry::Event;
use crate::words::{AppraisalResult, EvaluationMethod, TeamRole};

rules! {
    APPRAISAL_OTHER = "appraisal.other", "ISO 19011:2018 7.5", "an auditor evaluated by somebody else";
    APPRAISAL_AUDIT = "appraisal.audit", "ISO 19011:2018 7.4", "a post-audit review of an audit that the person took part in";
    APPRAISAL_BEHAVIOURS = "appraisal.behaviours", "ISO 19011:2018 7.2.2", "each behaviour noted once";
    APPRAISAL_FOLLOWED = "appraisal.followed", "ISO 19011:2018 7.5", "what followed, recorded once";
}

command! {
    /// Records the evaluation of an auditor. Who acts is the evaluator.
    pub struct RecordAppraisal("appraisal.record") {
        /// Who was evaluated.
        person: PersonId,
        /// In which audit, if in one.
        audit: Option<AuditId>,
        /// For which role.
        role: TeamRole,
        /// By which method.
        method: EvaluationMethod,
        /// Behaviours seen.
        behaviours: Vec<BehaviourNote>,
        /// The result.
        result: AppraisalResult,
        /// Why.
        reasons: Text,
        /// What followed, if it is known already.
        followed: Option<Text>,
    }

    /// Records what followed from an evaluation: training, direction, another evaluation.
    pub struct FollowUpAppraisal("appraisal.follow_up" on appraisal) {
        /// The appraisal.
        appraisal: AppraisalId,
        /// What followed.
        followed: Text,
    }
}

event! {
    /// An auditor was evaluated.
    pub struct AppraisalRecorded("appraisal.recorded" v 1, appraisal) {
        /// The appraisal.
        appraisal: AppraisalId,
        /// Who was evaluated.
        person: PersonId,
        /// In which audit.
        audit: Option<AuditId>,
        /// For which role.
        role: TeamRole,
        /// By which method.
        method: EvaluationMethod,
        /// Behaviours seen.
        behaviours: Vec<BehaviourNote>,
        /// The result.
        result: AppraisalResult,
        /// Why.
        reasons: Text,
        /// What followed.
        followed: Option<Text>,
    }

    /// What followed from an evaluation was recorded.
    pub struct AppraisalFollowedUp("appraisal.followed_up" v 1, appraisal) {
        /// The appraisal.
        appraisal: AppraisalId,
        /// What followed.
        followed: Text,
    }
}

impl Decide for RecordAppraisal {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        named::<Person>(world, self.person, "/person")?;
        let mut check = Check::new();
        match self.audit {
            Some(audit) => {
                let audit = named::<Audit>(world, audit, "/audit")?;
                check.that(
                    audit.team.iter().any(|member| member.person == self.person),
                    &APPRAISAL_AUDIT,
                    "/audit",
                    "the person is not in this audit's team",
                    "name an audit that they took part in",
                );
            }
            None => check.that(
                self.method != EvaluationMethod::PostAuditReview,
                &APPRAISAL_AUDIT,
                "/audit",
                "a post-audit review names no audit",
                "name the audit that was reviewed",
            ),
        }
        check.that(
            ctx.person()? != self.person,
            &APPRAISAL_OTHER,
            "/person",
            "the person would evaluate themselves",
            "let somebody else evaluate them",
        );
        let behaviours: Vec<_> = self.behaviours.iter().map(|note| note.behaviour).collect();
        check.that(
            !has_twin(&behaviours),
            &APPRAISAL_BEHAVIOURS,
            "/behaviours",
            "a behaviour is noted twice",
            "bring both notes together",
        );
        check.done()?;
        Ok(vec![
            AppraisalRecorded {
                appraisal: ctx.id()?,
                person: self.person,
                audit: self.audit,
                role: self.role,
                method: self.method,
                behaviours: self.behaviours.clone(),
                result: self.result,
                reasons: self.reasons.clone(),
                followed: self.followed.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for AppraisalRecorded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Appraisal {
            id: self.appraisal,
            person: self.person,
            audit: self.audit,
            role: self.role,
            method: self.method,
            stamp: stamp.clone(),
            behaviours: self.behaviours.clone(),
            result: self.result,
            reasons: self.reasons.clone(),
            followed: self.followed.clone(),
        })
    }
}

impl Decide for FollowUpAppraisal {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let appraisal = world.get::<Appraisal>(self.appraisal)?;
        let mut check = Check::new();
        check.that(
            ctx.person()? != appraisal.person,
            &APPRAISAL_OTHER,
            "/appraisal",
            "the person would follow up their own evaluation",
            "let the evaluator or whoever manages the programme do it",
        );
        check.that(
            appraisal.followed.is_none(),
            &APPRAISAL_FOLLOWED,
            "/followed",
            "what followed is in the record already",
            "record another evaluation with `appraisal.record` for what came later",
        );
        check.done()?;
        Ok(vec![AppraisalFollowedUp { appraisal: self.appraisal, followed: self.followed.clone() }.into()])
    }
}

impl Apply for AppraisalFollowedUp {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Appraisal>(self.appraisal, |appraisal| {
            appraisal.followed = Some(self.followed.clone());
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Bench, audit_of, refused_at, t};
    use crate::words::Behaviour;

    fn record(bench: &Bench) -> RecordAppraisal {
        RecordAppraisal {
            person: bench.cast.trainee,
            audit: None,
            role: TeamRole::Trainee,
            method: EvaluationMethod::Interview,
            behaviours: vec![],
            result: AppraisalResult::NeedsDevelopment,
            reasons: t("knows the clauses, does not yet follow an audit trail"),
            followed: None,
        }
    }

    #[test]
    fn an_auditor_is_evaluated_by_somebody_else_by_every_method() {
        let mut bench = Bench::standing();
        let (by, trainee) = (bench.cast.leader, bench.cast.trainee);
        let audit = audit_of(&bench, bench.cast.planned, &[(trainee, TeamRole::Trainee)]);
        let audit_id = audit.id;
        bench.put(audit);
        for &method in EvaluationMethod::ALL {
            let command = RecordAppraisal { method, audit: Some(audit_id), ..record(&bench) };
            bench.done(by, command);
        }
        let own = record(&bench);
        refused_at(bench.act(trainee, own), &APPRAISAL_OTHER, "/person");
        let note = |remark| BehaviourNote { behaviour: Behaviour::Observant, shown: true, remark };
        let noted = RecordAppraisal { behaviours: vec![note(None)], ..record(&bench) };
        bench.done(by, noted);
        let twice =
            RecordAppraisal { behaviours: vec![note(None), note(Some(t("often")))], ..record(&bench) };
        refused_at(bench.act(by, twice), &APPRAISAL_BEHAVIOURS, "/behaviours");
    }

    #[test]
    fn a_post_audit_review_is_of_an_audit_of_theirs() {
        let mut bench = Bench::standing();
        let (by, trainee, auditor) = (bench.cast.leader, bench.cast.trainee, bench.cast.auditor);
        let audit = audit_of(&bench, bench.cast.planned, &[(trainee, TeamRole::Trainee)]);
        let audit_id = Some(audit.id);
        bench.put(audit);
        let method = EvaluationMethod::PostAuditReview;
        bench.done(by, RecordAppraisal { method, audit: audit_id, ..record(&bench) });
        let none = RecordAppraisal { method, ..record(&bench) };
        refused_at(bench.act(by, none), &APPRAISAL_AUDIT, "/audit");
        let another = RecordAppraisal { method, audit: audit_id, person: auditor, ..record(&bench) };
        refused_at(bench.act(by, another), &APPRAISAL_AUDIT, "/audit");
    }

    #[test]
    fn what_followed_is_recorded_once_and_by_somebody_else() {
        let mut bench = Bench::standing();
        let (by, trainee) = (bench.cast.leader, bench.cast.trainee);
        let command = record(&bench);
        let events = bench.done(by, command);
        let [Event::AppraisalRecorded(recorded)] = events.as_slice() else { panic!("{events:?}") };
        let follow =
            FollowUpAppraisal { appraisal: recorded.appraisal, followed: t("two audits under direction") };
        refused_at(bench.act(trainee, follow.clone()), &APPRAISAL_OTHER, "/appraisal");
        bench.done(by, follow.clone());
        refused_at(bench.act(by, follow), &APPRAISAL_FOLLOWED, "/followed");
    }
}
