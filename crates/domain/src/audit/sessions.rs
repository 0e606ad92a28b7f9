//! What the items and the sessions of a plan are held to.

use super::checklists::{PLAN, item};
use super::people::member;
use super::plan::{PLAN_ABSENT, PLAN_CLASH, PLAN_ITEMS, PLAN_SESSIONS, SESSIONS_MAX};
use super::{Audit, Plan, PlanItem, Session};
use crate::auditee::Auditee;
use crate::auditor::Person;
use crate::kernel::id::{PersonId, PlanId};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop};
use crate::kernel::said::say;
use crate::kernel::zone::check_zone;

/// The persons in the sessions, each once.
pub(super) fn auditors(sessions: &[Session]) -> Vec<PersonId> {
    let mut all: Vec<PersonId> =
        sessions.iter().flat_map(|session| session.auditors.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

pub(super) fn check_items(items: &[PlanItem], check: &mut Check) {
    for (n, given) in items.iter().enumerate() {
        let at = format!("/items/{n}");
        let Some(known) = item(PLAN, &given.item) else {
            check.refuse(
                Refusal::new(
                    &PLAN_ITEMS,
                    say!("the checklist has no item `{item}`", item = &given.item),
                    "give an id of the checklist, such as `audit_plan.objectives`",
                )
                .at(format!("{at}/item")),
            );
            continue;
        };
        check.that(
            items.iter().filter(|other| other.item == given.item).count() == 1,
            &PLAN_ITEMS,
            format!("{at}/item"),
            say!("the item `{item}` stands twice", item = &given.item),
            "bring both texts together",
        );
        check.that(
            given.text.is_some() != given.omitted.is_some() && !(known.required && given.omitted.is_some()),
            &PLAN_ITEMS,
            &at,
            say!("the item `{item}` says nothing, or both a text and why there is none", item = &given.item),
            if known.required {
                "say what the plan says on it; this item is in every plan"
            } else {
                "give the text, or the reason why it does not fit this audit"
            },
        );
    }
}

pub(super) fn check_sessions(
    world: &World,
    audit: &Audit,
    sessions: &[Session],
    check: &mut Check,
) -> Result<(), Stop> {
    check.that(
        sessions.len() <= SESSIONS_MAX,
        &PLAN_SESSIONS,
        "/sessions",
        say!("{count} sessions are too many for one plan", count = sessions.len()),
        say!("give at most {most}", most = SESSIONS_MAX),
    );
    let auditee = world.get::<Auditee>(audit.auditee)?;
    world.want(auditors(sessions))?;
    for (n, session) in sessions.iter().enumerate().take(SESSIONS_MAX) {
        let at = format!("/sessions/{n}");
        check.that(
            sessions.iter().filter(|other| other.key == session.key).count() == 1,
            &PLAN_SESSIONS,
            format!("{at}/key"),
            say!("the key `{key}` stands twice", key = &session.key),
            "give each session a key of its own",
        );
        check_zone(&session.zone, format!("{at}/zone"), check);
        check.that(
            session.start < session.end,
            &PLAN_SESSIONS,
            format!("{at}/end"),
            "the session ends before it begins",
            "give an end after the beginning",
        );
        check.that(
            session.site.as_ref().is_none_or(|site| auditee.sites.iter().any(|known| known.key == *site)),
            &PLAN_SESSIONS,
            format!("{at}/site"),
            "the auditee has no such site",
            "give the key of one of its sites, or none",
        );
        for (i, contact) in session.contacts.iter().enumerate() {
            check.that(
                auditee.contacts.iter().any(|known| known.person == *contact),
                &PLAN_SESSIONS,
                format!("{at}/contacts/{i}"),
                "the person is no contact of the auditee",
                "name one of its contacts, or add them with `auditee.update`",
            );
        }
        check.that(
            !session.auditors.is_empty(),
            &PLAN_SESSIONS,
            format!("{at}/auditors"),
            "nobody of the team is in the session",
            "name who holds it",
        );
        for (i, auditor) in session.auditors.iter().enumerate() {
            let at = format!("{at}/auditors/{i}");
            check.that(
                member(audit, *auditor).is_some()
                    && session.auditors.iter().filter(|other| *other == auditor).count() == 1,
                &PLAN_SESSIONS,
                &at,
                "the person is not in the team, or stands twice",
                "name each member of the team once, or appoint them with `audit.appoint`",
            );
            let days = [session.start.date(), session.end.date()];
            let absent = world
                .find::<Person>(*auditor)?
                .is_some_and(|person| days.iter().any(|day| !person.is_available(*day)));
            check.that(
                !absent,
                &PLAN_ABSENT,
                &at,
                "the person is absent on that day",
                "choose another day or another auditor",
            );
        }
    }
    Ok(())
}

/// Refuses where a session takes somebody who is in another session at that time: of this plan, or of the plan of
/// another audit that goes on.
pub(super) fn check_clashes(
    world: &World,
    audit: &Audit,
    sessions: &[Session],
    check: &mut Check,
) -> Result<(), Stop> {
    for (n, session) in sessions.iter().enumerate().take(SESSIONS_MAX) {
        for earlier in sessions.iter().take(n) {
            let twice = session.auditors.iter().any(|auditor| earlier.auditors.contains(auditor));
            check.that(
                !(twice && overlap(session, earlier)),
                &PLAN_CLASH,
                format!("/sessions/{n}"),
                say!("an auditor is in session `{key}` at that time", key = &earlier.key),
                "move one of the two, or give it to another auditor",
            );
        }
    }
    let busy = auditors(sessions);
    world.want_lists::<Audit>("under_way", busy.iter().copied())?;
    let mut plans: Vec<(PersonId, PlanId)> = Vec::new();
    for auditor in busy {
        let others = world.list::<Audit>("under_way", auditor)?;
        let others = others.into_iter().filter(|other| other.id != audit.id);
        plans.extend(others.filter_map(|other| Some((auditor, other.plan?))));
    }
    world.want(plans.iter().map(|(_, plan)| *plan))?;
    for (auditor, plan) in plans {
        let other = world.get::<Plan>(plan)?;
        for (n, session) in sessions.iter().enumerate().take(SESSIONS_MAX) {
            let taken = other.sessions.iter().find(|taken| {
                taken.auditors.contains(&auditor)
                    && session.auditors.contains(&auditor)
                    && overlap(session, taken)
            });
            if let Some(taken) = taken {
                check.refuse(
                    Refusal::new(
                        &PLAN_CLASH,
                        say!(
                            "an auditor is in another audit at that time, from {start} to {end}",
                            start = &taken.start,
                            end = &taken.end
                        ),
                        "move the session, or give it to another auditor",
                    )
                    .at(format!("/sessions/{n}")),
                );
            }
        }
    }
    Ok(())
}

fn overlap(one: &Session, other: &Session) -> bool {
    one.start < other.end && other.start < one.end
}
