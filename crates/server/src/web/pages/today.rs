//! Today: what waits for whoever is signed in, and the audits they are on.

use askama::Template;
use assize_domain::audit::{Audit, AuditState, InfoRequest, Plan, RequestState};
use assize_domain::evidence::{Paper, PaperState};
use assize_domain::finding::{Finding, FindingStage, Response as Answered, Turn, awaited_at, overdue};
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::words::TeamRole;
use assize_domain::{Key, Kind, World};
use assize_store::Reach;
use axum::extract::State;
use axum::response::Response;

use super::findings::one::next_command;
use super::programme::{Line, in_charge};
use super::{act_href, href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// For how many days ahead sessions are shown.
const DAYS_AHEAD: u32 = 14;

/// How many audits, the youngest, are shown of which one sees what was released.
const RELEASED_MAX: usize = 50;

/// Something that waits.
struct Waiting {
    what: String,
    where_: String,
    href: String,
    when: Option<String>,
    late: bool,
}

/// An audit that one is on.
struct Mine {
    title: String,
    href: String,
    state: String,
    /// Papers of one's own: concluded, and all.
    papers: (usize, usize),
}

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    frame: Frame,
    words: Words,
    greeting: String,
    waiting: Vec<Waiting>,
    audits: Vec<Mine>,
    /// The programmes that one manages.
    in_charge: Vec<Line>,
    /// The way to register oneself, for the operator of a store where nobody is registered yet.
    register: Option<String>,
}

/// `GET /`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let at = now(&app)?;
    let (waiting, audits) = match visitor.person() {
        Some(person) => {
            let reach = visitor.asker.reach(Kind::Audit).await?;
            let asked = app.store.ask(|world| view(world, &words, person, at, &reach));
            asked.await.map_err(Fault::unanswered)?
        }
        None => (Vec::new(), Vec::new()),
    };
    let in_charge = match visitor.person() {
        Some(person) => in_charge(&app, &words, person, at.date()).await?,
        None => Vec::new(),
    };
    let register = visitor.person().is_none().then(|| act_href("person.register", &[], "/"));
    let greeting = match &visitor.name {
        Some(name) => words.with("today-for", "name", name),
        None => words.say("today-operator"),
    };
    let frame = Frame::of(&visitor, "/", words.say("nav-today"));
    Ok(html(&TodayPage { frame, words, greeting, waiting, audits, in_charge, register }))
}

fn view(
    world: &World,
    words: &Words,
    person: PersonId,
    at: Timestamp,
    reach: &Reach,
) -> Result<(Vec<Waiting>, Vec<Mine>), Stop> {
    let today = at.date();
    let mut waiting = Vec::new();
    let mut mine = Vec::new();
    released(world, words, person, today, reach, (&mut waiting, &mut mine))?;
    let audits = world.list::<Audit>("people", person)?;
    // A guide is named in an audit of which they see what was released, and no more.
    let running = audits.into_iter().filter(|audit| is_running(audit.state()) && reach.is_whole(audit.id()));
    for audit in running {
        let title = audit.title().to_string();
        let papers = world.list::<Paper>("audit", audit.id())?;
        let own: Vec<_> = papers.iter().filter(|paper| *paper.assignee() == Some(person)).collect();
        let concluded = own.iter().filter(|paper| !matches!(paper.state(), PaperState::Open)).count();
        if concluded < own.len() && matches!(audit.state(), AuditState::Conducting { .. }) {
            waiting.push(Waiting {
                what: words.with("waiting-papers", "count", own.len() - concluded),
                where_: title.clone(),
                href: format!("/audits/{}/desk?mine=1", audit.id()),
                when: None,
                late: false,
            });
        }
        sessions(world, words, person, at, audit, &mut waiting)?;
        for finding in world.list::<Finding>("audit", audit.id())? {
            match at_turn(words, person, today, audit, finding) {
                Some(own) => waiting.push(own),
                None => late(words, today, &title, finding, &mut waiting),
            }
        }
        for request in world.list::<InfoRequest>("audit", audit.id())? {
            if matches!(request.state(), RequestState::Answered) {
                waiting.push(Waiting {
                    what: words.say("waiting-answer"),
                    where_: title.clone(),
                    href: format!("/audits/{}/meetings#requests-title", audit.id()),
                    when: None,
                    late: false,
                });
            }
        }
        mine.push(Mine {
            title,
            href: href(Key::of(audit.id())),
            state: words.word("AuditState", audit.state().word()),
            papers: (concluded, own.len()),
        });
    }
    waiting.sort_by_key(|one| !one.late);
    Ok((waiting, mine))
}

/// The audits of which a person sees what was released, and the findings among that with which they are at turn.
fn released(
    world: &World,
    words: &Words,
    person: PersonId,
    today: Date,
    reach: &Reach,
    (waiting, mine): (&mut Vec<Waiting>, &mut Vec<Mine>),
) -> Result<(), Stop> {
    let Reach::Some { released, .. } = reach else { return Ok(()) };
    let ids: Vec<AuditId> = released.iter().rev().copied().take(RELEASED_MAX).collect();
    world.want(ids.iter().copied())?;
    for id in ids {
        let Some(audit) = world.find::<Audit>(id)?.filter(|audit| is_running(audit.state())) else { continue };
        let findings = world.list::<Finding>("audit", id)?;
        let raised = findings.into_iter().filter(|finding| {
            !matches!(finding.state().stage(), FindingStage::Drafted | FindingStage::Withdrawn)
        });
        waiting.extend(raised.filter_map(|finding| at_turn(words, person, today, audit, finding)));
        mine.push(Mine {
            title: audit.title().to_string(),
            href: href(Key::of(id)),
            state: words.word("AuditState", audit.state().word()),
            papers: (0, 0),
        });
    }
    Ok(())
}

/// The sessions of a person in the next days.
fn sessions(
    world: &World,
    words: &Words,
    person: PersonId,
    at: Timestamp,
    audit: &Audit,
    waiting: &mut Vec<Waiting>,
) -> Result<(), Stop> {
    let Some(plan) = *audit.plan() else { return Ok(()) };
    let Some(plan) = world.find::<Plan>(plan)? else { return Ok(()) };
    let until = at.date().plus_days(DAYS_AHEAD);
    let coming = plan.sessions().iter().filter(|session| {
        session.auditors.contains(&person) && session.end >= at && session.start.date() <= until
    });
    waiting.extend(coming.map(|session| Waiting {
        what: session.subject.to_string(),
        where_: format!("{} · {}", audit.title(), session.place),
        href: format!("/audits/{}/plan#s-{}", audit.id(), session.key),
        when: Some(words.time(session.start)),
        late: false,
    }));
    Ok(())
}

/// A finding with which a person is at turn. Of one that was verified, the check of its effectiveness waits until it is due.
fn at_turn(
    words: &Words,
    person: PersonId,
    today: Date,
    audit: &Audit,
    finding: &Finding,
) -> Option<Waiting> {
    let text = finding.text();
    let stage = finding.state().stage();
    let due = finding.due().as_ref().and_then(|due| awaited_at(stage, due)).map(|(_, by)| by);
    let role = audit.team().iter().find(|member| member.person == person).map(|member| member.role);
    let turn = stage.turn(text.kind, matches!(finding.response(), Answered::Disputed { .. }))?;
    let own = match turn {
        Turn::Author => finding.stamp().by.person() == Some(person),
        Turn::Leader => role == Some(TeamRole::Leader),
        Turn::Auditor => {
            matches!(role, Some(TeamRole::Leader | TeamRole::Auditor | TeamRole::Trainee))
                && (stage != FindingStage::Verified || due.is_none_or(|by| by <= today))
        }
        Turn::Auditee => finding.action().as_ref().is_some_and(|action| action.owner == person),
    };
    let next = next_command(finding, Some(person), today)?;
    own.then(|| Waiting {
        what: words.with2(
            "waiting-finding",
            "number",
            finding.number().to_string(),
            "what",
            words.command(next.name()),
        ),
        where_: format!("{} · {}", text.title, audit.title()),
        href: href(Key::of(finding.id())),
        when: due.map(|by| words.date(by)),
        late: due.is_some_and(|by| by < today),
    })
}

/// A nonconformity whose step is overdue.
fn late(words: &Words, today: Date, audit: &str, finding: &Finding, waiting: &mut Vec<Waiting>) {
    if let Some((step, due)) = overdue(finding, today) {
        waiting.push(Waiting {
            what: words.with2(
                "waiting-overdue",
                "number",
                finding.number().to_string(),
                "step",
                words.word("Overdue", step.word()),
            ),
            where_: audit.to_owned(),
            href: href(Key::of(finding.id())),
            when: Some(words.date(due)),
            late: true,
        });
    }
}

const fn is_running(state: &AuditState) -> bool {
    match state {
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Reporting { .. }
        // Nonconformities are followed up after the audit is over.
        | AuditState::Completed { .. } => true,
        AuditState::Cancelled { .. } | AuditState::Terminated { .. } | AuditState::NotFeasible { .. } => false,
    }
}
