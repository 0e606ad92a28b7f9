//! What of the records goes into a calendar.

use std::collections::BTreeMap;

use assize_domain::World;
use assize_domain::audit::{Audit, AuditState, InfoRequest, Plan, PlanState, RequestState, Session};
use assize_domain::auditee::Auditee;
use assize_domain::auditor::Person;
use assize_domain::finding::{Finding, FindingStage};
use assize_domain::kernel::id::{AuditId, PersonId, PlanId, ProgrammeId};
use assize_domain::kernel::record::Key;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::programme::{PlannedAudit, PlannedState};
use assize_domain::words::FindingKind;

use super::{Event, Status, When, Words};

/// The calendar of an audit: its sessions, and what is due with its open nonconformities and requests. Sessions of earlier versions of the plan
/// that are no longer held, and all of an audit that is called off, are cancelled. With `person`, only what that person has to do with.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn audit_events(
    world: &World,
    audit: AuditId,
    person: Option<PersonId>,
    words: &Words,
) -> Result<Vec<Event>, Stop> {
    gathered(world, audit, person, |_| true, words)
}

/// The same for a person who sees one version of the plan alone, or none.
///
/// # Errors
/// As [`audit_events`].
pub fn released_events(
    world: &World,
    audit: AuditId,
    plan: Option<PlanId>,
    person: PersonId,
    words: &Words,
) -> Result<Vec<Event>, Stop> {
    gathered(world, audit, Some(person), |seen| Some(seen.id()) == plan, words)
}

fn gathered(
    world: &World,
    audit: AuditId,
    person: Option<PersonId>,
    is_seen: impl Fn(&Plan) -> bool,
    words: &Words,
) -> Result<Vec<Event>, Stop> {
    let audit = world.get::<Audit>(audit)?;
    let auditee = world.get::<Auditee>(*audit.auditee())?;
    let mut plans = world.list::<Plan>("audit", audit.id())?;
    plans.retain(|plan| is_seen(plan));
    let of_sessions = plans.iter().flat_map(|plan| plan.sessions());
    world.want(of_sessions.flat_map(|session| session.auditors.iter().chain(&session.contacts)).copied())?;
    let called_off = matches!(
        audit.state(),
        AuditState::Cancelled { .. } | AuditState::Terminated { .. } | AuditState::NotFeasible { .. }
    );
    let latest = plans.iter().max_by_key(|plan| *plan.number());
    let mut sessions: BTreeMap<String, (&Plan, &Session)> = BTreeMap::new();
    // Later versions come later, and take the place of the earlier.
    for plan in &plans {
        sessions.extend(plan.sessions().iter().map(|session| (session.key.to_string(), (*plan, session))));
    }
    let changed = sequence(world, plans.iter().map(|plan| Key::of(plan.id())).chain([Key::of(audit.id())]))?;
    let mut events = Vec::new();
    for (key, (plan, session)) in sessions {
        let mine = person
            .is_none_or(|person| session.auditors.contains(&person) || session.contacts.contains(&person));
        if !mine {
            continue;
        }
        let stands = latest.is_some_and(|latest| latest.id() == plan.id()) && !called_off;
        let status = match plan.state() {
            _ if !stands => Status::Cancelled,
            PlanState::Agreed { .. } => Status::Confirmed,
            PlanState::Draft | PlanState::Presented { .. } | PlanState::Superseded => Status::Tentative,
        };
        let site = session.site.as_ref().and_then(|key| auditee.sites().iter().find(|site| site.key == *key));
        let place = match site {
            Some(site) => format!("{}, {}", session.place, site.place),
            None => session.place.to_string(),
        };
        let mut attendees = Vec::new();
        for who in session.auditors.iter().chain(&session.contacts) {
            if let Some(person) = world.find::<Person>(*who)? {
                attendees.push((person.name().to_string(), person.email().as_ref().map(ToString::to_string)));
            }
        }
        events.push(Event {
            uid: format!("session-{}-{key}@assize", audit.id()),
            of: Some(Key::of(audit.id())),
            changed: None,
            sequence: changed,
            title: session.subject.to_string(),
            description: described(audit, session, words),
            place: Some(place),
            when: When::Time { from: session.start, to: session.end },
            zone: Some(session.zone.clone()),
            status,
            attendees,
            url: None,
        });
    }
    due(world, audit, person, words, called_off, &mut events)?;
    Ok(events)
}

/// How often records were changed: it rises with each change of one of them.
fn sequence(world: &World, records: impl IntoIterator<Item = Key>) -> Result<u32, Stop> {
    let versions = records.into_iter().map(|key| world.version(key)).sum::<Result<i64, Stop>>()?;
    Ok(u32::try_from(versions).unwrap_or(u32::MAX))
}

/// The audit, the time at the place, and the requirements.
fn described(audit: &Audit, session: &Session, words: &Words) -> String {
    let mut lines = vec![audit.title().to_string()];
    if let (Some(from), Some(to)) = (session.zone.local(session.start), session.zone.local(session.end)) {
        lines.push(format!("{}: {from} – {to} ({})", words.local_time, session.zone));
    }
    if !session.requirements.is_empty() {
        let all: Vec<String> = session.requirements.iter().map(ToString::to_string).collect();
        lines.push(format!("{}: {}", words.requirements, all.join(", ")));
    }
    lines.join("\n")
}

/// What is due: the next step of each open nonconformity, and answers to requests.
fn due(
    world: &World,
    audit: &Audit,
    person: Option<PersonId>,
    words: &Words,
    called_off: bool,
    events: &mut Vec<Event>,
) -> Result<(), Stop> {
    let whole_day = |uid: String, of: Key, sequence: u32, title: String, on: Date, status: Status| Event {
        uid,
        of: Some(of),
        changed: None,
        sequence,
        title,
        description: audit.title().to_string(),
        place: None,
        when: When::Days { from: on, to: on },
        zone: None,
        status,
        attendees: Vec::new(),
        url: None,
    };
    let in_team = person.is_none_or(|person| audit.team().iter().any(|member| member.person == person));
    for finding in world.list::<Finding>("audit", audit.id())? {
        let text = finding.text();
        let Some(dates) = finding.due().as_ref().filter(|_| text.kind == FindingKind::Nonconformity) else {
            continue;
        };
        let owner = finding.action().as_ref().is_some_and(|action| Some(action.owner) == person);
        if !(in_team || owner) {
            continue;
        }
        let stage = finding.state().stage();
        let changed = sequence(world, [Key::of(finding.id())])?;
        // A step that was taken is no longer due: its day goes out of the calendars.
        let steps = [
            ("acknowledge", &words.acknowledge, Some(dates.acknowledge), FindingStage::Acknowledged),
            ("plan", &words.plan, Some(dates.plan), FindingStage::ActionPlanned),
            ("implement", &words.implement, Some(dates.implement), FindingStage::Implemented),
            ("check", &words.check, dates.effectiveness, FindingStage::EffectivenessChecked),
        ];
        for (name, what, on, reached_at) in steps {
            let Some(on) = on else { continue };
            let done = stage >= reached_at || stage == FindingStage::Withdrawn;
            events.push(whole_day(
                format!("finding-{}-{name}@assize", finding.id()),
                Key::of(finding.id()),
                changed,
                format!("{what}: {}", text.title),
                on,
                if done { Status::Cancelled } else { Status::Confirmed },
            ));
        }
    }
    for request in world.list::<InfoRequest>("audit", audit.id())? {
        if !(in_team || person == Some(*request.to())) {
            continue;
        }
        let waits =
            matches!(request.state(), RequestState::Asked | RequestState::Returned { .. }) && !called_off;
        events.push(whole_day(
            format!("request-{}@assize", request.id()),
            Key::of(request.id()),
            sequence(world, [Key::of(request.id())])?,
            format!("{}: {}", words.answer, request.question()),
            *request.due(),
            if waits { Status::Confirmed } else { Status::Cancelled },
        ));
    }
    Ok(())
}

/// The schedule of a programme: the window of each planned audit, those that were taken out as cancelled.
///
/// # Errors
/// [`Stop::Need`].
pub fn planned_events(world: &World, programme: ProgrammeId, words: &Words) -> Result<Vec<Event>, Stop> {
    let planned = world.list::<PlannedAudit>("programme", programme)?;
    world.want(planned.iter().map(|planned| *planned.auditee()))?;
    let mut events = Vec::new();
    for planned in planned {
        let outline = planned.outline();
        let auditee = world.find::<Auditee>(*planned.auditee())?;
        events.push(Event {
            uid: format!("planned-{}@assize", planned.id()),
            of: Some(Key::of(planned.id())),
            changed: None,
            sequence: sequence(world, [Key::of(planned.id())])?,
            title: format!("{}: {}", words.audit, outline.title),
            description: auditee.map(|auditee| auditee.name().to_string()).unwrap_or_default(),
            place: None,
            when: When::Days {
                from: outline.window.from,
                to: outline.window.to.unwrap_or(outline.window.from),
            },
            zone: None,
            status: match planned.state() {
                PlannedState::Planned => Status::Confirmed,
                PlannedState::Withdrawn { .. } => Status::Cancelled,
            },
            attendees: Vec::new(),
            url: None,
        });
    }
    Ok(events)
}
