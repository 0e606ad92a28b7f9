//! The audit plan, in versions: written, presented to the auditee, objected to, agreed (ISO 19011:2018 6.3.2).

use super::checklists::{PLAN, missing};
use super::people::{
    AUDIT_CONTACT, AUDIT_LEADER, by_leader, by_manager, in_state, is_contact, is_manager, leader, member,
};
use super::sessions::{auditors, check_clashes, check_items, check_sessions};
use super::{Audit, Objection, ObjectionOutcome, Plan, PlanItem, PlanState, Session};
use crate::evidence::FIELDWORK_MEMBER;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, PersonId, PlanId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::kernel::text::{Slug, Text};
use crate::registry::Event;

rules! {
    PLAN_ITEMS = "plan.items", "ISO 19011:2018 6.3.2.2", "every item of the plan's checklist, in words or with the reason why it does not fit";
    PLAN_SESSIONS = "plan.sessions", "ISO 19011:2018 6.3.2.2", "sessions with a key of their own that end after they begin, at a site of the auditee, with its contacts and members of the team";
    PLAN_CLASH = "plan.clash", "ISO 19011:2018 6.3.2.2", "each auditor in one place at a time";
    PLAN_ABSENT = "plan.absent", "ISO 19011:2018 5.5.4", "auditors who are available on the day";
    PLAN_VERSION = "plan.version", "ISO 19011:2018 6.3.2.1", "a reason for each version of the plan after the first";
    PLAN_STATE = "plan.state", "ISO 19011:2018 6.3.2.2", "a plan that is drafted, then presented, then agreed";
    PLAN_OBJECTION = "plan.objection", "ISO 19011:2018 6.3.2.2", "objections of the auditee resolved, or overruled by the programme manager with the reason";
}

/// The most sessions that a plan may have.
pub const SESSIONS_MAX: usize = 500;

command! {
    /// Writes a version of the audit plan. A later version replaces the one before it and says why.
    pub struct DraftPlan("plan.draft") {
        /// The audit.
        audit: AuditId,
        /// Why this version replaces the one before; nothing for the first.
        reason: Option<Text>,
        /// The items of the checklist.
        items: Vec<PlanItem>,
        /// Sessions.
        sessions: Vec<Session>,
    }

    /// Changes a plan that has not been presented.
    pub struct EditPlan("plan.edit" on plan) {
        /// The plan.
        plan: PlanId,
        /// The items of the checklist.
        items: Vec<PlanItem>,
        /// Sessions.
        sessions: Vec<Session>,
    }

    /// Presents the plan to the auditee; from then on it changes by a new version alone.
    pub struct PresentPlan("plan.present" on plan) {
        /// The plan.
        plan: PlanId,
    }

    /// Records an objection of the auditee.
    pub struct ObjectToPlan("plan.object") {
        /// The plan.
        plan: PlanId,
        /// From whom.
        from: PersonId,
        /// What.
        text: Text,
    }

    /// Records how an objection was resolved.
    pub struct ResolveObjection("plan.resolve_objection") {
        /// The plan.
        plan: PlanId,
        /// The objection's key.
        objection: Slug,
        /// How.
        how: Text,
    }

    /// Overrules an objection.
    pub struct OverruleObjection("plan.overrule_objection" on plan) {
        /// The plan.
        plan: PlanId,
        /// The objection's key.
        objection: Slug,
        /// Why.
        why: Text,
    }

    /// Records that the plan is agreed: the auditee's contact does, or the leader after hearing them.
    pub struct AgreePlan("plan.agree" on plan) {
        /// The plan.
        plan: PlanId,
    }
}

event! {
    /// A version of the plan was drafted.
    pub struct PlanDrafted("plan.drafted" v 1, plan in audit) {
        /// The plan.
        plan: PlanId,
        /// The audit.
        audit: AuditId,
        /// The version.
        number: u32,
        /// The version before it.
        replaces: Option<PlanId>,
        /// Why.
        reason: Option<Text>,
        /// Items.
        items: Vec<PlanItem>,
        /// Sessions.
        sessions: Vec<Session>,
    }

    /// A draft was changed.
    pub struct PlanEdited("plan.edited" v 1, plan in audit) {
        /// The plan.
        plan: PlanId,
        /// The audit.
        audit: AuditId,
        /// Items.
        items: Vec<PlanItem>,
        /// Sessions.
        sessions: Vec<Session>,
    }

    /// The plan was presented.
    pub struct PlanPresented("plan.presented" v 1, plan in audit) {
        /// The plan.
        plan: PlanId,
        /// The audit.
        audit: AuditId,
    }

    /// The auditee objected.
    pub struct ObjectionRaised("plan.objected" v 1, plan in audit) {
        /// The plan.
        plan: PlanId,
        /// The audit.
        audit: AuditId,
        /// The objection's key.
        key: Slug,
        /// From whom.
        from: PersonId,
        /// What.
        text: Text,
    }

    /// An objection was resolved.
    pub struct ObjectionResolved("plan.objection_resolved" v 1, plan in audit) {
        /// The plan.
        plan: PlanId,
        /// The audit.
        audit: AuditId,
        /// The objection's key.
        objection: Slug,
        /// How.
        how: Text,
    }

    /// An objection was overruled.
    pub struct ObjectionOverruled("plan.objection_overruled" v 1, plan in audit) {
        /// The plan.
        plan: PlanId,
        /// The audit.
        audit: AuditId,
        /// The objection's key.
        objection: Slug,
        /// Why.
        why: Text,
    }

    /// The plan was agreed.
    pub struct PlanAgreed("plan.agreed" v 1, plan in audit) {
        /// The plan.
        plan: PlanId,
        /// The audit.
        audit: AuditId,
    }
}

/// The leader, or for them an auditor of the team, writes the plan.
fn by_writer(audit: &Audit, ctx: &Ctx) -> Result<(), Stop> {
    let person = ctx.person()?;
    if member(audit, person).is_some_and(|member| super::people::audits(member.role)) {
        return Ok(());
    }
    Err(Refusal::new(
        &FIELDWORK_MEMBER,
        "who acts is no auditor of the team",
        "let the leader or an auditor of the team write the plan",
    )
    .into())
}

fn state_is(plan: &Plan, states: &[&str], hint: impl Into<Said>) -> Result<(), Stop> {
    if states.contains(&plan.state.word()) {
        return Ok(());
    }
    Err(Refusal::new(&PLAN_STATE, say!("the plan is `{state}`", state = &plan.state), hint).into())
}

impl Decide for DraftPlan {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(
            audit,
            &["initiated", "prepared", "conducting"],
            "write the plan once the audit is initiated, and before its fieldwork ends",
        )?;
        by_writer(audit, ctx)?;
        let before = audit.plan.map(|plan| world.get::<Plan>(plan)).transpose()?;
        let mut check = Check::new();
        check.that(
            before.is_some() == self.reason.is_some(),
            &PLAN_VERSION,
            "/reason",
            if before.is_some() {
                "the version replaces another and does not say why"
            } else {
                "the first version replaces nothing"
            },
            "give a reason from the second version on",
        );
        check_items(&self.items, &mut check);
        check_sessions(world, audit, &self.sessions, &mut check)?;
        check_clashes(world, audit, &self.sessions, &mut check)?;
        check.done()?;
        Ok(vec![
            PlanDrafted {
                plan: ctx.id()?,
                audit: self.audit,
                number: before.map_or(1, |plan| plan.number + 1),
                replaces: before.map(|plan| plan.id),
                reason: self.reason.clone(),
                items: self.items.clone(),
                sessions: self.sessions.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for PlanDrafted {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        if let Some(before) = self.replaces {
            world.edit::<Plan>(before, |plan| plan.state = PlanState::Superseded)?;
        }
        world.add(Plan {
            id: self.plan,
            audit: self.audit,
            number: self.number,
            reason: self.reason.clone(),
            items: self.items.clone(),
            sessions: self.sessions.clone(),
            auditors: auditors(&self.sessions),
            state: PlanState::Draft,
            objections: Vec::new(),
        })?;
        world.edit::<Audit>(self.audit, |audit| audit.plan = Some(self.plan))
    }
}

impl Decide for EditPlan {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let plan = world.get::<Plan>(self.plan)?;
        let audit = world.get::<Audit>(plan.audit)?;
        by_writer(audit, ctx)?;
        state_is(plan, &["draft"], "write a new version with `plan.draft`")?;
        let mut check = Check::new();
        check_items(&self.items, &mut check);
        check_sessions(world, audit, &self.sessions, &mut check)?;
        check_clashes(world, audit, &self.sessions, &mut check)?;
        check.done()?;
        let (items, sessions) = (self.items.clone(), self.sessions.clone());
        Ok(vec![PlanEdited { plan: self.plan, audit: plan.audit, items, sessions }.into()])
    }
}

impl Apply for PlanEdited {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Plan>(self.plan, |plan| {
            plan.items.clone_from(&self.items);
            plan.sessions.clone_from(&self.sessions);
            plan.auditors = auditors(&self.sessions);
        })
    }
}

impl Decide for PresentPlan {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let plan = world.get::<Plan>(self.plan)?;
        let audit = world.get::<Audit>(plan.audit)?;
        by_leader(audit, ctx)?;
        state_is(plan, &["draft"], "it was presented before; a new version is written with `plan.draft`")?;
        let mut check = Check::new();
        for absent in missing(PLAN, |item| plan.items.iter().any(|given| given.item.as_str() == item.id)) {
            check.refuse(Refusal::new(
                &PLAN_ITEMS,
                say!("the plan does not say: {text}", text = Said::from(absent.text)),
                if absent.required {
                    "say it with `plan.edit`"
                } else {
                    "say it, or why it does not fit, with `plan.edit`"
                },
            ));
        }
        check.that(
            !plan.sessions.is_empty(),
            &PLAN_SESSIONS,
            "",
            "the plan has no session",
            "add sessions with `plan.edit`",
        );
        check_sessions(world, audit, &plan.sessions, &mut check)?;
        check_clashes(world, audit, &plan.sessions, &mut check)?;
        check.done()?;
        Ok(vec![PlanPresented { plan: self.plan, audit: plan.audit }.into()])
    }
}

impl Apply for PlanPresented {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Plan>(self.plan, |plan| plan.state = PlanState::Presented { presented: stamp.clone() })
    }
}

impl Decide for ObjectToPlan {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let plan = world.get::<Plan>(self.plan)?;
        let audit = world.get::<Audit>(plan.audit)?;
        state_is(
            plan,
            &["presented"],
            "objections are made to a plan that was presented and is not agreed yet",
        )?;
        let person = ctx.person()?;
        let mut check = Check::new();
        check.that(
            is_contact(world, audit, self.from)?,
            &AUDIT_CONTACT,
            "/from",
            "the person is no contact of the auditee",
            "name the contact who objects",
        );
        check.that(
            person == self.from || leader(audit) == Some(person) || is_manager(world, audit, person)?,
            &AUDIT_LEADER,
            "",
            "who acts neither objects nor leads the audit",
            "let the contact record it, or the audit team leader for them",
        );
        check.done()?;
        Ok(vec![
            ObjectionRaised {
                plan: self.plan,
                audit: plan.audit,
                key: objection_key(plan.objections.len() + 1)?,
                from: self.from,
                text: self.text.clone(),
            }
            .into(),
        ])
    }
}

fn objection_key(number: usize) -> Result<Slug, Stop> {
    format!("objection-{number}").parse().map_err(|error| {
        Refusal::new(
            &PLAN_OBJECTION,
            say!("no key can be made: {error}", error),
            "resolve some objections first",
        )
        .into()
    })
}

impl Apply for ObjectionRaised {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Plan>(self.plan, |plan| {
            plan.objections.push(Objection {
                key: self.key.clone(),
                from: self.from,
                text: self.text.clone(),
                stamp: stamp.clone(),
                outcome: ObjectionOutcome::Open,
            });
        })
    }
}

fn open_objection(plan: &Plan, key: &Slug) -> Result<(), Stop> {
    if plan
        .objections
        .iter()
        .any(|objection| objection.key == *key && objection.outcome == ObjectionOutcome::Open)
    {
        return Ok(());
    }
    Err(Refusal::new(
        &PLAN_OBJECTION,
        say!("the plan has no open objection `{key}`", key),
        "give the key of an open objection, such as `objection-1`",
    )
    .at("/objection")
    .into())
}

fn set_outcome(
    world: &mut World,
    plan: PlanId,
    key: &Slug,
    outcome: ObjectionOutcome,
) -> Result<(), Corrupt> {
    world.edit::<Plan>(plan, |plan| {
        if let Some(objection) = plan.objections.iter_mut().find(|objection| objection.key == *key) {
            objection.outcome = outcome;
        }
    })
}

impl Decide for ResolveObjection {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let plan = world.get::<Plan>(self.plan)?;
        by_leader(world.get::<Audit>(plan.audit)?, ctx)?;
        open_objection(plan, &self.objection)?;
        let (objection, how) = (self.objection.clone(), self.how.clone());
        Ok(vec![ObjectionResolved { plan: self.plan, audit: plan.audit, objection, how }.into()])
    }
}

impl Apply for ObjectionResolved {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let outcome = ObjectionOutcome::Resolved { resolved: stamp.clone(), how: self.how.clone() };
        set_outcome(world, self.plan, &self.objection, outcome)
    }
}

impl Decide for OverruleObjection {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let plan = world.get::<Plan>(self.plan)?;
        by_manager(world, world.get::<Audit>(plan.audit)?, ctx)?;
        open_objection(plan, &self.objection)?;
        let (objection, why) = (self.objection.clone(), self.why.clone());
        Ok(vec![ObjectionOverruled { plan: self.plan, audit: plan.audit, objection, why }.into()])
    }
}

impl Apply for ObjectionOverruled {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let outcome = ObjectionOutcome::Overruled { overruled: stamp.clone(), why: self.why.clone() };
        set_outcome(world, self.plan, &self.objection, outcome)
    }
}

impl Decide for AgreePlan {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let plan = world.get::<Plan>(self.plan)?;
        let audit = world.get::<Audit>(plan.audit)?;
        state_is(plan, &["presented"], "present it first with `plan.present`")?;
        let person = ctx.person()?;
        let mut check = Check::new();
        check.that(
            leader(audit) == Some(person) || is_contact(world, audit, person)?,
            &AUDIT_LEADER,
            "",
            "who acts neither leads the audit nor is a contact of the auditee",
            "let a contact of the auditee agree, or the leader record that they did",
        );
        let open =
            plan.objections.iter().filter(|objection| objection.outcome == ObjectionOutcome::Open).count();
        check.that(
            open == 0,
            &PLAN_OBJECTION,
            "",
            say!("{open} of the auditee's objections are open", open),
            "resolve them with `plan.resolve_objection`, or let the programme manager overrule them with the reason",
        );
        check.done()?;
        Ok(vec![PlanAgreed { plan: self.plan, audit: plan.audit }.into()])
    }
}

impl Apply for PlanAgreed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Plan>(self.plan, |plan| plan.state = PlanState::Agreed { agreed: stamp.clone() })
    }
}
