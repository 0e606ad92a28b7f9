//! How an audit ends: completed, cancelled or terminated; feedback on it, and legal holds (ISO 19011:2018 5.5.7, 5.6,
//! 6.6).

use super::people::{
    AUDIT_CONTACT, by_leader_or_manager, by_manager, in_state, is_contact, is_manager, leader,
};
use super::{Audit, AuditState, Completion, Feedback, Hold, InfoRequest, NotDone, RequestState};
use crate::auditor::Person;
use crate::evidence::{PaperStage, PaperStanding};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::text::{Slug, Text};
use crate::kernel::time::{Date, Days};
use crate::programme::Programme;
use crate::registry::Event;

rules! {
    COMPLETE_REPORT = "complete.report", "ISO 19011:2018 6.6", "the report issued before the audit is completed";
    COMPLETE_PAPERS = "complete.papers", "ISO 19011:2018 6.4.7", "every working paper reviewed before the audit is completed";
    COMPLETE_REQUESTS = "complete.requests", "ISO 19011:2018 6.6", "every request for information settled, or the reason why it was left";
    COMPLETE_RETENTION = "complete.retention", "ISO 19011:2018 6.6", "records kept for the time of the programme's policy at the least";
    COMPLETE_FEEDBACK = "complete.feedback", "ISO 19011:2018 5.6", "feedback asked of the auditee";
    FEEDBACK_MARK = "feedback.mark", "ISO 19011:2018 5.6", "a mark from 1 (poor) to 5 (very good), by each contact of the auditee once";
    HOLD_KEY = "hold.key", "house rule", "each legal hold under a key of its own, lifted once";
}

command! {
    /// Completes the audit: everything planned done, or its omission justified; retention set, lessons learned, feedback asked.
    pub struct CompleteAudit("audit.complete" on audit) {
        /// The audit.
        audit: AuditId,
        /// Auditor days used.
        days_used: Days,
        /// What was planned and not done, each with its reason.
        not_done: Vec<NotDone>,
        /// Lessons learned.
        lessons: Text,
        /// Until when the records are kept; by the programme's policy where nothing is said.
        retain_until: Option<Date>,
        /// Whom feedback is asked of.
        feedback_asked: Vec<PersonId>,
    }

    /// Cancels an audit before it began.
    pub struct CancelAudit("audit.cancel" on audit) {
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }

    /// Ends an audit that has begun before it is complete.
    pub struct TerminateAudit("audit.terminate" on audit) {
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }

    /// Records feedback of the auditee on the audit.
    pub struct GiveFeedback("audit.give_feedback") {
        /// The audit.
        audit: AuditId,
        /// From whom.
        from: PersonId,
        /// 1 (poor) to 5 (very good).
        mark: u8,
        /// In words.
        text: Option<Text>,
    }

    /// Sets a legal hold: nothing of the audit is erased while it lasts.
    pub struct HoldAudit("audit.hold") {
        /// The audit.
        audit: AuditId,
        /// A key for the hold.
        key: Slug,
        /// Why.
        reason: Text,
    }

    /// Lifts a legal hold.
    pub struct LiftHold("audit.lift_hold") {
        /// The audit.
        audit: AuditId,
        /// The hold's key.
        hold: Slug,
    }
}

event! {
    /// The audit was completed.
    pub struct AuditCompleted("audit.completed" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Auditor days used.
        days_used: Days,
        /// What was not done.
        not_done: Vec<NotDone>,
        /// Lessons learned.
        lessons: Text,
        /// Until when the records are kept.
        retain_until: Date,
        /// Whom feedback is asked of.
        feedback_asked: Vec<PersonId>,
    }

    /// The audit was cancelled.
    pub struct AuditCancelled("audit.cancelled" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }

    /// The audit was terminated.
    pub struct AuditTerminated("audit.terminated" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }

    /// Feedback was given.
    pub struct FeedbackGiven("audit.feedback_given" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// From whom.
        from: PersonId,
        /// The mark.
        mark: u8,
        /// In words.
        text: Option<Text>,
    }

    /// A legal hold was set.
    pub struct HoldSet("audit.hold_set" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The key.
        key: Slug,
        /// Why.
        reason: Text,
    }

    /// A legal hold was lifted.
    pub struct HoldLifted("audit.hold_lifted" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The key.
        hold: Slug,
    }
}

impl Decide for CompleteAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["reporting"], "an audit is completed once, after its fieldwork ended")?;
        by_leader_or_manager(world, audit, ctx)?;
        let least = ctx.today().plus_days(world.get::<Programme>(audit.programme)?.policy.retention_days);
        let retain_until = self.retain_until.unwrap_or(least);
        let mut check = Check::new();
        check.that(
            audit.report.is_some(),
            &COMPLETE_REPORT,
            "",
            "the report has not been issued",
            "approve it and issue it with `report.issue`",
        );
        let unreviewed = world
            .briefs::<PaperStanding>("audit", audit.id)?
            .iter()
            .filter(|paper| !matches!(paper.state, PaperStage::Reviewed { .. }))
            .count();
        check.that(
            unreviewed == 0,
            &COMPLETE_PAPERS,
            "",
            format!("{unreviewed} working papers were not reviewed"),
            "let somebody review them with `paper.review`; a lone auditor marks that nobody else could",
        );
        for request in world.list::<InfoRequest>("audit", audit.id)? {
            let id = request.id.to_string();
            let settled = matches!(request.state, RequestState::Accepted { .. })
                || self.not_done.iter().any(|left| left.what.as_str() == id);
            check.that(
                settled,
                &COMPLETE_REQUESTS,
                "/not_done",
                format!("the request for information `{id}` is `{}`", request.state.word()),
                "accept its answer with `request.accept`, or name its id in `not_done` with the reason",
            );
        }
        check.that(
            retain_until >= least,
            &COMPLETE_RETENTION,
            "/retain_until",
            format!("the policy keeps records until {least} at the least"),
            "give a later day, or leave it out",
        );
        check.that(
            !self.feedback_asked.is_empty(),
            &COMPLETE_FEEDBACK,
            "/feedback_asked",
            "feedback was asked of nobody",
            "ask a contact of the auditee",
        );
        for (n, asked) in self.feedback_asked.iter().enumerate() {
            let at = format!("/feedback_asked/{n}");
            named::<Person>(world, *asked, &at)?;
            let known = is_contact(world, audit, *asked)?
                || audit.initiation.as_ref().is_some_and(|initiation| initiation.client == *asked);
            check.that(
                known,
                &COMPLETE_FEEDBACK,
                at,
                "the person is neither a contact of the auditee nor the client",
                "ask one of them",
            );
        }
        check.done()?;
        Ok(vec![
            AuditCompleted {
                audit: self.audit,
                days_used: self.days_used,
                not_done: self.not_done.clone(),
                lessons: self.lessons.clone(),
                retain_until,
                feedback_asked: self.feedback_asked.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for AuditCompleted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.completion = Some(Completion {
                days_used: self.days_used,
                not_done: self.not_done.clone(),
                lessons: self.lessons.clone(),
                retain_until: self.retain_until,
                feedback_asked: self.feedback_asked.clone(),
                stamp: stamp.clone(),
            });
            audit.state = AuditState::Completed { completed: stamp.clone() };
        })
    }
}

impl Decide for CancelAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(
            audit,
            &["planned", "initiated", "prepared"],
            "an audit that has begun is ended with `audit.terminate`",
        )?;
        by_manager(world, audit, ctx)?;
        Ok(vec![AuditCancelled { audit: self.audit, reason: self.reason.clone() }.into()])
    }
}

impl Apply for AuditCancelled {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.state =
                AuditState::Cancelled { cancelled: stamp.clone(), cancelled_why: self.reason.clone() };
        })
    }
}

impl Decide for TerminateAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(
            audit,
            &["conducting", "reporting"],
            "an audit that has not begun is ended with `audit.cancel`",
        )?;
        by_leader_or_manager(world, audit, ctx)?;
        Ok(vec![AuditTerminated { audit: self.audit, reason: self.reason.clone() }.into()])
    }
}

impl Apply for AuditTerminated {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.state =
                AuditState::Terminated { terminated: stamp.clone(), terminated_why: self.reason.clone() };
        })
    }
}

impl Decide for GiveFeedback {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(
            audit,
            &["reporting", "completed", "terminated"],
            "feedback is given once fieldwork has ended",
        )?;
        let person = ctx.person()?;
        let mut check = Check::new();
        let client = audit.initiation.as_ref().is_some_and(|initiation| initiation.client == self.from);
        check.that(
            client || is_contact(world, audit, self.from)?,
            &AUDIT_CONTACT,
            "/from",
            "the person is neither a contact of the auditee nor the client",
            "name who gave the feedback",
        );
        check.that(
            person == self.from || leader(audit) == Some(person) || is_manager(world, audit, person)?,
            &AUDIT_CONTACT,
            "",
            "who acts neither gives the feedback nor leads the audit or manages its programme",
            "let them give it themselves, or the programme manager record it",
        );
        check.that(
            (1..=5).contains(&self.mark) && audit.feedback.iter().all(|given| given.from != self.from),
            &FEEDBACK_MARK,
            "/mark",
            format!("{} is no mark, or the person gave one already", self.mark),
            "give 1 to 5, once",
        );
        check.done()?;
        Ok(vec![
            FeedbackGiven { audit: self.audit, from: self.from, mark: self.mark, text: self.text.clone() }
                .into(),
        ])
    }
}

impl Apply for FeedbackGiven {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.feedback.push(Feedback {
                from: self.from,
                mark: self.mark,
                text: self.text.clone(),
                stamp: stamp.clone(),
            });
        })
    }
}

impl Decide for HoldAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        by_manager(world, audit, ctx)?;
        let mut check = Check::new();
        check.that(
            audit.holds.iter().all(|hold| hold.key != self.key),
            &HOLD_KEY,
            "/key",
            format!("there is a hold `{}` already", self.key),
            "choose another key",
        );
        check.done()?;
        Ok(vec![HoldSet { audit: self.audit, key: self.key.clone(), reason: self.reason.clone() }.into()])
    }
}

impl Apply for HoldSet {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.holds.push(Hold {
                key: self.key.clone(),
                reason: self.reason.clone(),
                set: stamp.clone(),
                lifted: None,
            });
        })
    }
}

impl Decide for LiftHold {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        by_manager(world, audit, ctx)?;
        if !audit.holds.iter().any(|hold| hold.key == self.hold && hold.lifted.is_none()) {
            return Err(Refusal::new(
                &HOLD_KEY,
                format!("the audit has no hold `{}` that lasts", self.hold),
                "give the key of a hold that lasts",
            )
            .at("/hold")
            .into());
        }
        Ok(vec![HoldLifted { audit: self.audit, hold: self.hold.clone() }.into()])
    }
}

impl Apply for HoldLifted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            if let Some(hold) = audit.holds.iter_mut().find(|hold| hold.key == self.hold) {
                hold.lifted = Some(stamp.clone());
            }
        })
    }
}
