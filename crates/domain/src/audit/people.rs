//! Who may take which step of an audit, and when.

use super::{Audit, Meeting, TeamMember};
use crate::auditee::Auditee;
use crate::kernel::act::Ctx;
use crate::kernel::id::PersonId;
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::said::{Said, either, say, words_of};
use crate::kernel::time::{Date, Timestamp};
use crate::programme::Programme;
use crate::words::{MeetingKind, ProgrammeRoleKind, TeamRole};

rules! {
    AUDIT_LEADER = "audit.leader", "ISO 19011:2018 5.5.5", "the audit led by its audit team leader";
    AUDIT_MANAGER = "audit.manager", "ISO 19011:2018 5.4.1", "decisions on the audit by whoever manages the programme";
    AUDIT_STATE = "audit.state", "ISO 19011:2018 6.1", "the steps of an audit in their order";
    AUDIT_CONTACT = "audit.contact", "ISO 19011:2018 6.2.2", "dealings with the auditee through its contacts";
}

/// The audit team leader.
#[must_use]
pub fn leader(audit: &Audit) -> Option<PersonId> {
    audit.team.iter().find(|member| member.role == TeamRole::Leader).map(|member| member.person)
}

/// The person's place in the team.
pub(super) fn member(audit: &Audit, person: PersonId) -> Option<&TeamMember> {
    audit.team.iter().find(|member| member.person == person)
}

/// Whether a role does audit work, so that competence, impartiality and the code of conduct are asked of it.
pub const fn audits(role: TeamRole) -> bool {
    match role {
        TeamRole::Leader | TeamRole::Auditor | TeamRole::Trainee => true,
        TeamRole::TechnicalExpert | TeamRole::Observer | TeamRole::Guide | TeamRole::Interpreter => false,
    }
}

/// Whether the person manages the audit's programme.
pub(super) fn is_manager(world: &World, audit: &Audit, person: PersonId) -> Result<bool, Stop> {
    let programme = world.get::<Programme>(audit.programme)?;
    Ok(programme.roles.iter().any(|role| role.person == person && role.role == ProgrammeRoleKind::Manager))
}

/// Whether the person is a contact of the auditee.
pub(crate) fn is_contact(world: &World, audit: &Audit, person: PersonId) -> Result<bool, Stop> {
    Ok(world.get::<Auditee>(audit.auditee)?.contacts.iter().any(|contact| contact.person == person))
}

/// The acting person, who leads the audit.
pub(super) fn by_leader(audit: &Audit, ctx: &Ctx) -> Result<PersonId, Stop> {
    let person = ctx.person()?;
    if leader(audit) == Some(person) {
        return Ok(person);
    }
    Err(Refusal::new(&AUDIT_LEADER, "who acts does not lead this audit", "let the audit team leader do it")
        .into())
}

/// The acting person, who manages the programme.
pub(super) fn by_manager(world: &World, audit: &Audit, ctx: &Ctx) -> Result<PersonId, Stop> {
    let person = ctx.person()?;
    if is_manager(world, audit, person)? {
        return Ok(person);
    }
    Err(Refusal::new(
        &AUDIT_MANAGER,
        "who acts does not manage the audit's programme",
        "let somebody do it who has the role `manager` in the programme",
    )
    .into())
}

/// The acting person, who leads the audit or manages its programme.
pub(crate) fn by_leader_or_manager(world: &World, audit: &Audit, ctx: &Ctx) -> Result<PersonId, Stop> {
    if leader(audit) == Some(ctx.person()?) { ctx.person() } else { by_manager(world, audit, ctx) }
}

/// The acting person, who does audit work in the team or manages the programme.
pub(crate) fn by_team_or_manager(world: &World, audit: &Audit, ctx: &Ctx) -> Result<PersonId, Stop> {
    let person = ctx.person()?;
    if member(audit, person).is_some_and(|member| audits(member.role)) {
        Ok(person)
    } else {
        by_manager(world, audit, ctx)
    }
}

/// Refuses where the audit is in none of these states.
pub(crate) fn in_state(audit: &Audit, states: &[&'static str], hint: impl Into<Said>) -> Result<(), Stop> {
    if states.contains(&audit.state.word()) {
        return Ok(());
    }
    Err(Refusal::new(
        &AUDIT_STATE,
        say!(
            "the audit is `{state}`, not `{wanted}`",
            state = &audit.state,
            wanted = either(words_of("AuditState", states))
        ),
        hint,
    )
    .into())
}

/// The states in which an audit is not over.
pub(crate) const RUNNING: &[&str] = &["planned", "initiated", "prepared", "conducting", "reporting"];

/// What to do about an audit that is over.
pub(crate) const OVER: &str = "plan another audit in the programme";

/// The last day of an audit at the auditee: that of its closing meeting; none before there was one.
///
/// # Errors
/// [`Stop::Need`] when the audit's meetings were not loaded.
pub fn last_day(world: &World, audit: &Audit) -> Result<Option<Date>, Stop> {
    let meetings = world.list::<Meeting>("audit", audit.id)?;
    Ok(closing_day(meetings.into_iter().map(|meeting| (meeting.kind, meeting.held))))
}

/// The day of the closing meeting, among the meetings of an audit in the order of their ids.
pub(crate) fn closing_day(meetings: impl IntoIterator<Item = (MeetingKind, Timestamp)>) -> Option<Date> {
    meetings.into_iter().find(|(kind, _)| *kind == MeetingKind::Closing).map(|(_, held)| held.date())
}
