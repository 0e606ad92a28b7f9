//! The audits that a programme plans: what, when, how, and why (ISO 19011:2018 5.1, 5.4.3, 5.5.1).

use super::compose::{check_part, next_revision, outside_extent};
use super::{
    AuditOutline, PlannedAudit, PlannedState, Programme, ProgrammeRevised, ProgrammeState, by_manager,
    in_state,
};
use crate::audit::Audit;
use crate::auditee::{Auditee, AuditeeKind};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditeeId, PlannedAuditId, ProgrammeId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{field_named, say};
use crate::kernel::text::{LINE_CHARS_MAX, Line, Text};
use crate::kernel::time::Days;
use crate::policy::has_twin;
use crate::registry::Event;
use crate::words::AuditType;

rules! {
    PLANNED_EXTENT = "planned_audit.extent", "ISO 19011:2018 5.4.3", "an audit within the programme's extent: its auditees, the parts of them, and its criteria";
    PLANNED_WINDOW = "planned_audit.window", "ISO 19011:2018 5.4.3", "a window within the programme's period";
    PLANNED_DAYS = "planned_audit.days", "ISO 19011:2018 5.4.4", "auditor days for each audit";
    PLANNED_METHODS = "planned_audit.methods", "ISO 19011:2018 5.5.3", "at least one method, each once";
    PLANNED_TYPE = "planned_audit.type", "ISO 19011:2018 3.1", "internal audits of the organization itself, supplier audits of suppliers, certification audits of clients";
    PLANNED_REASON = "planned_audit.reason", "ISO 19011:2018 5.5.1", "the reason for a change to an established programme, and for none before";
    PLANNED_OPENED = "planned_audit.opened", "ISO 19011:2018 5.5.1", "changes to a planned audit before it is opened";
}

command! {
    /// Plans an audit. Once the programme is established this is a revision of it and says why.
    pub struct PlanAudit("planned_audit.plan") {
        /// The programme.
        programme: ProgrammeId,
        /// What is planned.
        outline: AuditOutline,
        /// Why the established programme changes.
        reason: Option<Text>,
    }

    /// Changes what is planned.
    pub struct ChangePlannedAudit("planned_audit.change" on planned) {
        /// The planned audit.
        planned: PlannedAuditId,
        /// What is planned now.
        outline: AuditOutline,
        /// Why the established programme changes.
        reason: Option<Text>,
    }

    /// Takes a planned audit out of the programme.
    pub struct WithdrawPlannedAudit("planned_audit.withdraw" on planned) {
        /// The planned audit.
        planned: PlannedAuditId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// An audit was planned.
    pub struct PlannedAuditAdded("planned_audit.added" v 1, planned) {
        /// The planned audit.
        planned: PlannedAuditId,
        /// The programme.
        programme: ProgrammeId,
        /// The auditee.
        auditee: AuditeeId,
        /// What is planned.
        outline: AuditOutline,
    }

    /// What is planned was changed.
    pub struct PlannedAuditChanged("planned_audit.changed" v 1, planned) {
        /// The planned audit.
        planned: PlannedAuditId,
        /// What is planned now.
        outline: AuditOutline,
    }

    /// A planned audit was taken out.
    pub struct PlannedAuditWithdrawn("planned_audit.withdrawn" v 1, planned) {
        /// The planned audit.
        planned: PlannedAuditId,
        /// Why.
        reason: Text,
    }
}

const RUNNING: &[&str] = &["draft", "established", "implementing"];
const CLOSED: &str = "plan it in another programme";

/// Which kind of auditee a type of audit is for.
const fn fits(audit_type: AuditType, kind: AuditeeKind) -> bool {
    match kind {
        AuditeeKind::Own => matches!(audit_type, AuditType::Internal),
        AuditeeKind::Supplier => matches!(audit_type, AuditType::Supplier),
        AuditeeKind::Client => audit_type.is_certification(),
    }
}

fn check_outline(
    world: &World,
    programme: &Programme,
    outline: &AuditOutline,
    check: &mut Check,
) -> Result<(), Stop> {
    check_part(world, &outline.part, "/outline/part", check)?;
    let extent = programme.extent.as_ref();
    check.that(
        extent.is_some_and(|extent| extent.auditees.iter().any(|part| part.auditee == outline.part.auditee)),
        &PLANNED_EXTENT,
        "/outline/part/auditee",
        "the auditee is not in the programme's extent",
        "add it to the extent first",
    );
    for (list, key) in
        extent.map_or_else(|| Ok(Vec::new()), |extent| outside_extent(world, extent, &outline.part))?
    {
        check.refuse(
            Refusal::new(
                &PLANNED_EXTENT,
                say!("`{key}` of the {list} is not in the programme's extent", key, list = field_named(list)),
                "name parts that the extent covers; an audit that names none of a list means all of it",
            )
            .at(format!("/outline/part/{list}")),
        );
    }
    check.that(
        !outline.criteria.is_empty() && !has_twin(&outline.criteria),
        &PLANNED_EXTENT,
        "/outline/criteria",
        "the audit has no criteria, or a set twice",
        "name each set once, with its edition",
    );
    for (n, criteria) in outline.criteria.iter().enumerate() {
        check.that(
            extent.is_some_and(|extent| extent.criteria.contains(criteria)),
            &PLANNED_EXTENT,
            format!("/outline/criteria/{n}"),
            say!("`{criteria}` is not in the programme's extent", criteria),
            "name a set of the extent, or add it there first",
        );
    }
    let inside = outline.window.from >= programme.period.from
        && outline.window.to.is_some_and(|to| programme.period.to.is_none_or(|last| to <= last));
    check.that(
        inside && !outline.window.is_reversed(),
        &PLANNED_WINDOW,
        "/outline/window",
        "the window is not within the programme's period, or does not end",
        "give a first and a last day within the period",
    );
    check.that(
        outline.days > Days::from_hundredths(0),
        &PLANNED_DAYS,
        "/outline/days",
        "the audit has no auditor days",
        "say how many it takes",
    );
    check.that(
        !outline.methods.is_empty() && !has_twin(&outline.methods),
        &PLANNED_METHODS,
        "/outline/methods",
        "the audit has no method, or one twice",
        "name on site, remote or hybrid, each once",
    );
    let auditee = world.get::<Auditee>(outline.part.auditee)?;
    check.that(
        fits(outline.audit_type, auditee.kind),
        &PLANNED_TYPE,
        "/outline/audit_type",
        say!(
            "a {audit_type} audit is not for an auditee of the kind `{kind}`",
            audit_type = &outline.audit_type,
            kind = &auditee.kind
        ),
        "choose the type that fits the auditee, or correct the auditee's kind",
    );
    Ok(())
}

/// The revision that a change to an established programme is; none for a draft.
fn revision(
    programme: &Programme,
    what: String,
    reason: Option<&Text>,
    ctx: &Ctx,
) -> Result<Option<Event>, Stop> {
    let draft = programme.state == ProgrammeState::Draft;
    if !draft {
        by_manager(programme, ctx)?;
    }
    let what: String = what.chars().take(LINE_CHARS_MAX).collect();
    match reason {
        Some(reason) if !draft => {
            let what: Line = what.trim().parse().map_err(|error| {
                Stop::from(Refusal::new(
                    &PLANNED_REASON,
                    say!("the change has no name: {error}", error),
                    "give the audit a title",
                ))
            })?;
            let number = next_revision(programme);
            Ok(Some(
                ProgrammeRevised {
                    programme: programme.id,
                    number,
                    text: None,
                    what,
                    reason: reason.clone(),
                }
                .into(),
            ))
        }
        None if draft => Ok(None),
        Some(_) | None => Err(Refusal::new(
            &PLANNED_REASON,
            if draft {
                "the programme is a draft, and a reason for a revision is given"
            } else {
                "the programme is established, and the change has no reason"
            },
            "give a reason from the establishment on, and none before",
        )
        .at("/reason")
        .into()),
    }
}

fn not_opened(world: &World, planned: &PlannedAudit) -> Result<(), Stop> {
    let stands = planned.state == PlannedState::Planned && world.find::<Audit>(planned.id.into())?.is_none();
    if stands {
        return Ok(());
    }
    Err(Refusal::new(
        &PLANNED_OPENED,
        "the planned audit was opened or withdrawn",
        "change the audit itself: its scope with `audit.propose_scope_change`, or cancel it with `audit.cancel`",
    )
    .at("/planned")
    .into())
}

impl Decide for PlanAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        in_state(programme, RUNNING, CLOSED)?;
        let mut check = Check::new();
        check_outline(world, programme, &self.outline, &mut check)?;
        check.done()?;
        let what = format!("planned: {}", self.outline.title);
        let revised = revision(programme, what, self.reason.as_ref(), ctx)?;
        let added = PlannedAuditAdded {
            planned: ctx.id()?,
            programme: self.programme,
            auditee: self.outline.part.auditee,
            outline: self.outline.clone(),
        };
        Ok(std::iter::once(added.into()).chain(revised).collect())
    }
}

impl Apply for PlannedAuditAdded {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(PlannedAudit {
            id: self.planned,
            programme: self.programme,
            auditee: self.auditee,
            outline: self.outline.clone(),
            state: PlannedState::Planned,
        })
    }
}

impl Decide for ChangePlannedAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let planned = world.get::<PlannedAudit>(self.planned)?;
        let programme = world.get::<Programme>(planned.programme)?;
        in_state(programme, RUNNING, CLOSED)?;
        not_opened(world, planned)?;
        let mut check = Check::new();
        check_outline(world, programme, &self.outline, &mut check)?;
        check.that(
            self.outline.part.auditee == planned.auditee,
            &PLANNED_EXTENT,
            "/outline/part/auditee",
            "the change would name another auditee",
            "withdraw this audit and plan another",
        );
        check.done()?;
        let what = format!("changed: {}", self.outline.title);
        let revised = revision(programme, what, self.reason.as_ref(), ctx)?;
        let changed = PlannedAuditChanged { planned: self.planned, outline: self.outline.clone() };
        Ok(std::iter::once(changed.into()).chain(revised).collect())
    }
}

impl Apply for PlannedAuditChanged {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<PlannedAudit>(self.planned, |planned| planned.outline = self.outline.clone())
    }
}

impl Decide for WithdrawPlannedAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let planned = world.get::<PlannedAudit>(self.planned)?;
        let programme = world.get::<Programme>(planned.programme)?;
        in_state(programme, RUNNING, CLOSED)?;
        not_opened(world, planned)?;
        let draft = programme.state == ProgrammeState::Draft;
        let what = format!("withdrawn: {}", planned.outline.title);
        let revised = revision(programme, what, (!draft).then_some(&self.reason), ctx)?;
        let withdrawn = PlannedAuditWithdrawn { planned: self.planned, reason: self.reason.clone() };
        Ok(std::iter::once(withdrawn.into()).chain(revised).collect())
    }
}

impl Apply for PlannedAuditWithdrawn {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<PlannedAudit>(self.planned, |planned| {
            planned.state = PlannedState::Withdrawn { stamp: stamp.clone(), reason: self.reason.clone() };
        })
    }
}
