//! The assignment of work: whose each working paper is, in which session of the plan it would be worked on, and whether the time of
//! those sessions is enough.

use std::collections::BTreeMap;

use askama::Template;
use assize_domain::audit::{Audit, AuditState, Plan, PrepareAudit, Session};
use assize_domain::evidence::PaperOutline;
use assize_domain::kernel::id::{AuditId, PaperId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words::TeamRole;
use assize_domain::{Command, Key, World};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::audit::{Tab, tabs};
use super::desk::{chapter, clause_key, clause_of, is_under, numbers, state_of};
use super::fieldwork::{Next, as_leader, frame, missing, name, refusals};
use super::plan::{Local, zone_of};
use super::{act_href, href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::nonce;
use crate::web::form::{Choice, Posted};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{IntoWord as _, Words};

/// How many papers a page lists.
const LINES: usize = 200;
/// What stands in the address for papers that nobody has.
const NOBODY: &str = "nobody";

/// What somebody has to do, and the time there is for it.
struct Load {
    name: String,
    href: String,
    current: bool,
    papers: usize,
    concluded: usize,
    needed: String,
    there_is: Option<String>,
    balance: Option<String>,
    is_short: bool,
}

/// A paper in the list.
struct Line {
    id: PaperId,
    title: String,
    href: String,
    clause: String,
    session: String,
    minutes: u32,
    state: String,
}

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    next: Option<Next>,
    audit: AuditId,
    loads: Vec<Load>,
    all: usize,
    who: String,
    who_name: String,
    clause: String,
    clauses: Vec<String>,
    lines: Vec<Line>,
    more: usize,
    /// To whom papers can be given; nobody where the audit is over.
    assignees: Vec<Choice>,
    is_open: bool,
    back: String,
    once: String,
    /// Where the papers come back from a table.
    tables: Option<String>,
}

/// `GET /audits/{id}/work`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let looking = Looking {
        words: &visitor.words,
        visitor: &visitor,
        audit,
        who: query.filled("who"),
        clause: query.filled("clause").unwrap_or_default(),
        at: now(&app)?,
    };
    let page = app.store.ask(|world| looking.page(world)).await;
    let mut page = page.map_err(Fault::unanswered)?;
    let asker = &visitor.asker;
    page.next = Next::open_to(page.next.take(), asker).await?;
    page.tabs = asker.open_ways(page.tabs, |tab| &tab.href).await?;
    page.tables = asker.open_way(Some(format!("/audits/{audit}/tables"))).await?;
    page.is_open = page.is_open && asker.may_give("papers.assign", Key::of(audit)).await?;
    Ok(html(&page))
}

struct Looking<'l> {
    words: &'l Words,
    visitor: &'l Visitor,
    audit: AuditId,
    /// Whose papers are listed.
    who: Option<&'l str>,
    clause: &'l str,
    at: Timestamp,
}

impl Looking<'_> {
    fn page(&self, world: &World) -> Result<WorkPage, Stop> {
        let words = self.words;
        let audit = world.get::<Audit>(self.audit)?;
        Stop::together([
            world.briefs::<PaperOutline>("audit", self.audit).map(drop),
            world.want(*audit.plan()),
            world.want(audit.team().iter().map(|member| member.person)),
        ])?;
        let papers = world.briefs::<PaperOutline>("audit", self.audit)?;
        let plan = match *audit.plan() {
            Some(plan) => world.find::<Plan>(plan)?,
            None => None,
        };
        let next = self.next(world, audit, &papers)?;
        let mut sessions: Vec<&Session> =
            plan.map(|plan| plan.sessions().iter().collect()).unwrap_or_default();
        sessions.sort_by_key(|session| session.start);
        let unassigned = papers.iter().any(|paper| paper.assignee.is_none());
        let auditors = auditors(audit);
        let whose = self.whose(unassigned, &auditors);
        let mut shown: Vec<&PaperOutline> =
            papers.iter().filter(|paper| paper.assignee == whose && self.is_in_clause(paper)).collect();
        let session_of = |paper: &PaperOutline| {
            let place = sessions.iter().position(|session| covers(session, paper));
            place.unwrap_or(sessions.len())
        };
        shown.sort_by_cached_key(|paper| (session_of(paper), clause_key(paper)));
        let more = shown.len().saturating_sub(LINES);
        let named: Vec<String> = sessions.iter().map(|session| self.session(session)).collect();
        let lines = shown.iter().take(LINES).map(|paper| Line {
            id: paper.id,
            title: paper.title.to_string(),
            href: href(Key::of(paper.id)),
            clause: clause_of(paper),
            session: named.get(session_of(paper)).cloned().unwrap_or_else(|| {
                if sessions.is_empty() { String::new() } else { words.say("work-no-session") }
            }),
            minutes: paper.minutes,
            state: words.word("Evaluation", state_of(&paper.state)),
        });
        let lines = lines.collect();
        let mut clauses: Vec<String> = papers.iter().map(|paper| chapter(&clause_of(paper))).collect();
        clauses.sort_by_key(|clause| numbers(clause));
        clauses.dedup();
        let who_name = match whose {
            Some(person) => name(world, words, person)?,
            None => words.say("work-nobody"),
        };
        let assignees = auditors.iter().map(|person| {
            let label = name(world, words, *person)?;
            Ok(Choice::new(person.to_string(), label))
        });
        Ok(WorkPage {
            frame: frame(self.visitor, audit, "work"),
            tabs: tabs(words, self.audit, "work"),
            next,
            audit: self.audit,
            loads: self.loads(world, &papers, &sessions, &auditors, whose)?,
            all: papers.len(),
            who: whose.map_or_else(|| NOBODY.to_owned(), |person| person.to_string()),
            who_name,
            clause: self.clause.to_owned(),
            clauses,
            lines,
            more,
            assignees: assignees.collect::<Result<_, Stop>>()?,
            is_open: super::fieldwork::is_before_reporting(audit.state()) && audit.initiation().is_some(),
            back: self.back(whose),
            once: nonce(),
            tables: None,
            words: words.clone(),
        })
    }

    /// Whose papers are listed: as asked, or else what nobody has, or else those of the first.
    fn whose(&self, unassigned: bool, auditors: &[PersonId]) -> Option<PersonId> {
        match self.who {
            Some(NOBODY) => None,
            Some(person) => person.parse().ok(),
            None if unassigned => None,
            None => auditors.first().copied(),
        }
    }

    fn is_in_clause(&self, paper: &PaperOutline) -> bool {
        self.clause.is_empty() || paper.requirements.iter().any(|one| is_under(one.id.as_str(), self.clause))
    }

    fn session(&self, session: &Session) -> String {
        let from = Local::of(session.start, &zone_of(session));
        format!("{}, {} · {}", self.words.date(from.date), from.time(), session.subject)
    }

    /// What each auditor has to do; what nobody has comes first.
    fn loads(
        &self,
        world: &World,
        papers: &[PaperOutline],
        sessions: &[&Session],
        auditors: &[PersonId],
        whose: Option<PersonId>,
    ) -> Result<Vec<Load>, Stop> {
        let words = self.words;
        let mut by: BTreeMap<Option<PersonId>, Vec<&PaperOutline>> = BTreeMap::new();
        for paper in papers {
            by.entry(paper.assignee).or_default().push(paper);
        }
        let mut people: Vec<Option<PersonId>> = Vec::new();
        if by.contains_key(&None) {
            people.push(None);
        }
        people.extend(auditors.iter().map(|person| Some(*person)));
        // Papers stay with whom they were given to, whatever becomes of them.
        people.extend(by.keys().flatten().filter(|person| !auditors.contains(person)).map(|one| Some(*one)));
        let loads = people.into_iter().map(|person| {
            let own = by.get(&person).map(Vec::as_slice).unwrap_or_default();
            let open = own.iter().filter(|paper| paper.state.is_open());
            let needed: u64 = open.map(|paper| u64::from(paper.minutes)).sum();
            let concluded = own.iter().filter(|paper| !paper.state.is_open()).count();
            let there_is = person.map(|person| minutes_of(sessions, person));
            let named = match person {
                Some(person) => name(world, words, person)?,
                None => words.say("work-nobody"),
            };
            Ok(Load {
                name: named,
                href: self.list_href(person),
                current: person == whose,
                papers: own.len(),
                concluded,
                needed: self.duration(needed),
                there_is: there_is.map(|minutes| self.duration(minutes)),
                balance: there_is.map(|minutes| match minutes.checked_sub(needed) {
                    Some(spare) => words.with("work-spare", "time", self.duration(spare)),
                    None => words.with("work-short", "time", self.duration(needed - minutes)),
                }),
                is_short: there_is.is_some_and(|minutes| minutes < needed),
            })
        });
        loads.collect()
    }

    fn duration(&self, minutes: u64) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        self.words.with_all(
            "work-hours",
            &[("hours", hours.to_string().into_word()), ("minutes", format!("{rest:02}").into_word())],
        )
    }

    fn list_href(&self, person: Option<PersonId>) -> String {
        let who = person.map_or_else(|| NOBODY.to_owned(), |person| person.to_string());
        format!("/audits/{}/work?who={who}#papers-title", self.audit)
    }

    fn next(&self, world: &World, audit: &Audit, papers: &[PaperOutline]) -> Result<Option<Next>, Stop> {
        let words = self.words;
        let id = self.audit.to_string();
        let page = format!("/audits/{id}/work");
        let act = |title: String, clause, command: &str| Next {
            title,
            clause,
            said: None,
            missing: Vec::new(),
            label: words.command(command),
            href: act_href(command, &[("audit", &id)], &page),
        };
        if matches!(audit.state(), AuditState::Planned) {
            return Ok(Some(act(words.say("step-initiate-next"), "ISO 19011:2018 5.5.2", "audit.initiate")));
        }
        if !super::fieldwork::is_before_reporting(audit.state()) {
            return Ok(None);
        }
        if papers.is_empty() {
            return Ok(Some(act(words.say("step-papers-next"), "ISO 19011:2018 6.3.4", "papers.make")));
        }
        let unassigned = papers.iter().filter(|paper| paper.assignee.is_none()).count();
        let ctx = as_leader(self.visitor, audit, self.at);
        if unassigned > 0 {
            let given = papers.len() - unassigned;
            return Ok(Some(Next {
                title: words.say("step-work-next"),
                clause: "ISO 19011:2018 6.3.3",
                said: Some(words.with2("of-papers", "part", given, "whole", papers.len())),
                missing: Vec::new(),
                label: words.say("work-begin"),
                href: format!("?who={NOBODY}#papers-title"),
            }));
        }
        if !matches!(audit.state(), AuditState::Initiated { .. }) {
            return Ok(None);
        }
        let command: Command = PrepareAudit { audit: self.audit }.into();
        let missing = missing(words, &refusals(world, &ctx, &command)?);
        let said = Some(words.say("work-is-done"));
        let prepare = act(words.say("step-prepared-next"), "ISO 19011:2018 6.3", "audit.prepare");
        Ok(Some(Next { said, missing, ..prepare }))
    }

    /// This page, to come back to it.
    fn back(&self, whose: Option<PersonId>) -> String {
        let who = whose.map_or_else(|| NOBODY.to_owned(), |person| person.to_string());
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("who", &who);
        if !self.clause.is_empty() {
            query.append_pair("clause", self.clause);
        }
        format!("/audits/{}/work?{}", self.audit, query.finish())
    }
}

/// Those of the team who do audit work.
fn auditors(audit: &Audit) -> Vec<PersonId> {
    let team = audit.team().iter().filter(|member| match member.role {
        TeamRole::Leader | TeamRole::Auditor | TeamRole::Trainee => true,
        TeamRole::TechnicalExpert | TeamRole::Observer | TeamRole::Guide | TeamRole::Interpreter => false,
    });
    team.map(|member| member.person).collect()
}

/// Whether a paper would be worked on in a session: it serves a requirement that the session is about, and is nobody's or
/// that of somebody who is there.
fn covers(session: &Session, paper: &PaperOutline) -> bool {
    let there = paper.assignee.is_none_or(|person| session.auditors.contains(&person));
    let about = |id: &str| session.requirements.iter().any(|one| is_under(id, one.as_str()));
    there && paper.requirements.iter().any(|one| about(one.id.as_str()))
}

/// The minutes of a person's sessions in which requirements are audited; of all their sessions where none names any.
fn minutes_of(sessions: &[&Session], person: PersonId) -> u64 {
    let named = sessions.iter().any(|session| !session.requirements.is_empty());
    let own = sessions.iter().filter(|session| session.auditors.contains(&person));
    let own = own.filter(|session| !named || !session.requirements.is_empty());
    own.map(|session| minutes_between(session.start, session.end)).sum()
}

/// Whole minutes from one moment to another; none where the second is the earlier.
pub(super) fn minutes_between(from: Timestamp, to: Timestamp) -> u64 {
    u64::try_from(to.millis().saturating_sub(from.millis())).unwrap_or_default() / 60_000
}
