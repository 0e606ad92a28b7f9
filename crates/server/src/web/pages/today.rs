//! Today: what waits for whoever is signed in, and the audits they are on.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::{AuditStanding, InfoRequest, PlanTimes, RequestState};
use assize_domain::evidence::PaperStanding;
use assize_domain::field::{FieldActStage, FieldActStanding};
use assize_domain::finding::{Finding, FindingStage, Response as Answered, Turn, awaited_at, overdue};
use assize_domain::kernel::id::{AuditId, FindingId, PersonId, ProgrammeId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::programme::ProgrammeState;
use assize_domain::programme::briefs::{AuditStage, FindingBrief};
use assize_domain::words::TeamRole;
use assize_domain::{Key, Kind, World};
use assize_store::{FINDINGS_NUMBERED_MAX, Programmes, Reach};
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
/// How many audits under way are looked into, the youngest.
const UNDER_WAY_MAX: i64 = 30;
/// How many findings that are followed up are looked at, those that are open longest.
const FOLLOWED_MAX: i64 = 40;
/// Among how many of one's audits, the youngest, those that are over are shown.
const LAST_MAX: i64 = 12;

/// Among how many programmes, the oldest, one is looked for that was established.
const DRAFTS_MAX: i64 = 30;
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

/// What comes first, with the pages on which it is done.
struct Begin {
    title: String,
    said: String,
    links: Vec<(String, &'static str)>,
}

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    frame: Frame,
    words: Words,
    greeting: String,
    waiting: Vec<Waiting>,
    /// Whether more findings are followed up in one's audits than were looked at.
    waiting_more: bool,
    audits: Vec<Mine>,
    /// How many audits more one has than are shown.
    audits_more: i64,
    /// The programmes that one manages.
    in_charge: Vec<Line>,
    charge_more: bool,
    /// What comes first, while no programme is established.
    begin: Option<Begin>,
    /// The way to register oneself, for the operator of a store where nobody is registered yet.
    register: Option<String>,
}

/// `GET /`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let at = now(&app)?;
    let (mut waiting, audits, waiting_more, audits_more) = match visitor.person() {
        Some(person) => own(&app, &visitor, person, at).await?,
        None => (Vec::new(), Vec::new(), false, 0),
    };
    let (in_charge, charge_more) = match visitor.person() {
        Some(person) => in_charge(&app, &words, person, at.date()).await?,
        None => (Vec::new(), false),
    };
    waiting.splice(0..0, overdue_in(&app, &visitor, &in_charge, at.date()).await?);
    let begun = in_charge.iter().filter(|line| line.to_open > 0);
    waiting.extend(begun.map(|line| Waiting {
        what: words.with("waiting-to-open", "count", line.to_open),
        where_: line.title.clone(),
        href: line.href.clone(),
        when: None,
        late: false,
    }));
    let begin = begin(&app, &visitor, at.date()).await?;
    let register = visitor.person().is_none().then(|| act_href("person.register", &[], "/"));
    let greeting = match &visitor.name {
        Some(name) => words.with("today-for", "name", name),
        None => words.say("today-operator"),
    };
    let frame = Frame::of(&visitor, "/", words.say("nav-today"));
    Ok(html(&TodayPage {
        frame,
        words,
        greeting,
        waiting,
        waiting_more,
        audits,
        audits_more,
        in_charge,
        charge_more,
        begin,
        register,
    }))
}

/// What comes first where no programme was established yet, for whoever may draft one.
async fn begin(app: &App, visitor: &Visitor, on: Date) -> Result<Option<Begin>, Fault> {
    if visitor.person().is_none() || !visitor.asker.may_in_house(Action::Manage, "organization").await? {
        return Ok(None);
    }
    let ids = app.store.programme_ids(None, DRAFTS_MAX).await?;
    let glances = app.store.programme_glances(Programmes::These(&ids), on, None, DRAFTS_MAX).await?;
    if glances.iter().any(|glance| glance.state != ProgrammeState::Draft.word()) {
        return Ok(None);
    }
    let words = &visitor.words;
    let programmes = (words.say("nav-programmes"), "/programmes");
    Ok(Some(if glances.is_empty() {
        let questions = (words.say("setup-begin"), "/programmes/new");
        Begin {
            title: words.say("setup-title"),
            said: words.say("today-begin"),
            links: vec![questions, programmes],
        }
    } else {
        let title = words.command("programme.establish");
        Begin { title, said: words.say("today-begin-draft"), links: vec![programmes] }
    }))
}

/// What is overdue in the programmes that one manages: how many nonconformities in each, or in all of them where there are too many to number.
async fn overdue_in(
    app: &App,
    visitor: &Visitor,
    programmes: &[Line],
    today: Date,
) -> Result<Vec<Waiting>, Fault> {
    if programmes.is_empty() {
        return Ok(Vec::new());
    }
    let words = &visitor.words;
    let reach = visitor.asker.reach(Kind::Finding).await?;
    let ids: Vec<ProgrammeId> = programmes.iter().map(|line| line.id).collect();
    let counts = app.store.findings_overdue(&reach, &ids, today).await?;
    let overdue = |what, where_, query: &str| Waiting {
        what,
        where_,
        href: format!("/findings?{query}state=overdue"),
        when: None,
        late: true,
    };
    if counts.iter().map(|(_, count)| count).sum::<i64>() > FINDINGS_NUMBERED_MAX {
        let many = words.with("waiting-overdue-more", "count", FINDINGS_NUMBERED_MAX);
        return Ok(vec![overdue(many, words.say("in-charge"), "")]);
    }
    let counted = |line: &Line| {
        let (_, count) = counts.iter().find(|(id, _)| *id == line.id)?;
        let late = words.with("findings-late", "count", count);
        Some(overdue(late, line.title.clone(), &format!("programme={}&", line.id)))
    };
    Ok(programmes.iter().filter_map(counted).collect())
}

/// What waits for a person, and their audits: those under way, and then those that were over last; whether more is followed up than was looked at,
/// and how many audits more there are.
async fn own(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
    at: Timestamp,
) -> Result<(Vec<Waiting>, Vec<Mine>, bool, i64), Fault> {
    let words = &visitor.words;
    let reach = visitor.asker.reach(Kind::Audit).await?;
    // A guide is named in an audit of which they see what was released, and no more.
    let mut under_way = app.store.person_under_way(person, UNDER_WAY_MAX).await?;
    // What is counted is only counted where the list was cut.
    let mut audits_more = match count_of(&under_way) {
        shown if shown < UNDER_WAY_MAX => 0,
        shown => app.store.person_under_way_count(person).await? - shown,
    };
    under_way.retain(|audit| reach.is_whole(audit.id));
    let mut followed = app.store.person_followed(person, FOLLOWED_MAX + 1).await?;
    let waiting_more = count_of(&followed) > FOLLOWED_MAX;
    followed.truncate(usize::try_from(FOLLOWED_MAX).unwrap_or(usize::MAX));
    if let Reach::Some { released, .. } = reach.as_ref() {
        audits_more += i64::try_from(released.len().saturating_sub(RELEASED_MAX)).unwrap_or(i64::MAX);
    }
    let over: Vec<AuditId> = followed
        .iter()
        .map(|(_, audit)| *audit)
        .filter(|id| under_way.iter().all(|audit| audit.id != *id))
        .filter(|id| reach.is_whole(*id))
        .collect();
    let over = app.store.audit_standings(&over).await?;
    let released = app.store.audit_standings(&youngest(&reach)).await?;
    let looking = Looking { words, person, at, under_way: &under_way, over: &over, released: &released };
    let findings: Vec<FindingId> = followed.into_iter().map(|(finding, _)| finding).collect();
    let asked = app.store.ask(|world| looking.view(world, &findings));
    let (waiting, mut mine) = asked.await.map_err(Fault::unanswered)?;
    let last = app.store.person_audits(person, &reach, None, LAST_MAX).await?;
    let completed = last.into_iter().filter(|last| last.audit.state == AuditStage::Completed.word());
    mine.extend(completed.map(|last| Mine {
        title: last.audit.title.to_string(),
        href: href(Key::of(last.audit.id)),
        state: words.word("AuditState", &last.audit.state),
        papers: (0, 0),
    }));
    Ok((waiting, mine, waiting_more, audits_more))
}

fn count_of<T>(list: &[T]) -> i64 {
    i64::try_from(list.len()).unwrap_or(i64::MAX)
}

/// Somebody who looks at what waits for them.
struct Looking<'l> {
    words: &'l Words,
    person: PersonId,
    at: Timestamp,
    under_way: &'l [AuditStanding],
    /// Audits that are over, in which something is followed up.
    over: &'l [AuditStanding],
    /// Audits of which they see what was released.
    released: &'l [AuditStanding],
}

/// The youngest audits of which only what was released is seen.
fn youngest(reach: &Reach) -> Vec<AuditId> {
    match reach {
        Reach::All | Reach::EveryAudit => Vec::new(),
        Reach::Some { released, .. } => released.iter().rev().copied().take(RELEASED_MAX).collect(),
    }
}

impl Looking<'_> {
    fn leads(&self, audit: &AuditStanding) -> bool {
        audit.team.iter().any(|member| member.person == self.person && member.role == TeamRole::Leader)
    }

    /// The audits under way that the person leads.
    fn led(&self) -> impl Iterator<Item = AuditId> {
        self.under_way.iter().filter(|audit| self.leads(audit)).map(|audit| audit.id)
    }

    fn view(&self, world: &World, followed: &[FindingId]) -> Result<(Vec<Waiting>, Vec<Mine>), Stop> {
        let words = self.words;
        let ids = || self.under_way.iter().map(|audit| audit.id);
        Stop::together([
            world.want_briefs::<PaperStanding>("audit", ids()),
            world.want_briefs::<FindingBrief>("audit", ids()),
            world.want_briefs::<PlanTimes>("audit", ids()),
            world.want_lists::<InfoRequest>("audit", ids()),
            world.want_briefs::<FieldActStanding>("audit", self.led()),
            world.want(followed.iter().copied()),
        ])?;
        let findings = self.findings(world, followed)?;
        let mut waiting = Vec::new();
        let mut mine = Vec::new();
        for audit in self.under_way {
            let papers = world.briefs::<PaperStanding>("audit", audit.id)?;
            let own = || papers.iter().filter(|paper| paper.assignee == Some(self.person));
            let (concluded, own) = (own().filter(|paper| !paper.state.is_open()).count(), own().count());
            if concluded < own && audit.state == AuditStage::Conducting {
                waiting.push(Waiting {
                    what: words.with("waiting-papers", "count", own - concluded),
                    where_: audit.title.to_string(),
                    href: format!("/audits/{}/desk?mine=1", audit.id),
                    when: None,
                    late: false,
                });
            }
            if self.leads(audit) {
                let acts = world.briefs::<FieldActStanding>("audit", audit.id)?;
                let waits = acts.iter().filter(|act| act.state == FieldActStage::Waiting).count();
                waiting.extend((waits > 0).then(|| Waiting {
                    what: words.with("waiting-field", "count", waits),
                    where_: audit.title.to_string(),
                    href: format!("/audits/{}/field", audit.id),
                    when: None,
                    late: false,
                }));
            }
            sessions(world, words, self.person, self.at, audit, &mut waiting)?;
            requests(world, words, audit, &mut waiting)?;
            mine.push(Mine {
                title: audit.title.to_string(),
                href: href(Key::of(audit.id)),
                state: words.word("AuditState", audit.state.word()),
                papers: (concluded, own),
            });
        }
        let today = self.at.date();
        for audit in self.under_way.iter().chain(self.over) {
            for finding in findings.iter().filter(|finding| *finding.audit() == audit.id) {
                match at_turn(words, self.person, today, audit, finding) {
                    Some(own) => waiting.push(own),
                    None => late(words, today, audit, finding, &mut waiting),
                }
            }
        }
        self.released(world, &mut waiting, &mut mine)?;
        waiting.sort_by_key(|one| !one.late);
        Ok((waiting, mine))
    }

    /// What waits for somebody of the auditee: findings that were raised, with which they are at turn.
    fn released(&self, world: &World, waiting: &mut Vec<Waiting>, mine: &mut Vec<Mine>) -> Result<(), Stop> {
        world.want_lists::<Finding>("audit", self.released.iter().map(|audit| audit.id))?;
        for audit in self.released {
            let findings = world.list::<Finding>("audit", audit.id)?;
            let raised = findings.into_iter().filter(|finding| {
                !matches!(finding.state().stage(), FindingStage::Drafted | FindingStage::Withdrawn)
            });
            let today = self.at.date();
            waiting
                .extend(raised.filter_map(|finding| at_turn(self.words, self.person, today, audit, finding)));
            mine.push(Mine {
                title: audit.title.to_string(),
                href: href(Key::of(audit.id)),
                state: self.words.word("AuditState", audit.state.word()),
                papers: (0, 0),
            });
        }
        Ok(())
    }

    /// What is followed up, and what is being written in the audits under way.
    fn findings<'w>(&self, world: &'w World, followed: &[FindingId]) -> Result<Vec<&'w Finding>, Stop> {
        let mut ids = followed.to_vec();
        for audit in self.under_way {
            let findings = world.briefs::<FindingBrief>("audit", audit.id)?;
            let drafts = findings.iter().filter(|finding| finding.state == FindingStage::Drafted);
            ids.extend(drafts.map(|finding| finding.id));
        }
        world.want(ids.iter().copied())?;
        let found = ids.into_iter().map(|id| world.find(id));
        Ok(found.collect::<Result<Vec<Option<&Finding>>, Stop>>()?.into_iter().flatten().collect())
    }
}

/// Answers that wait to be looked at.
fn requests(
    world: &World,
    words: &Words,
    audit: &AuditStanding,
    waiting: &mut Vec<Waiting>,
) -> Result<(), Stop> {
    for request in world.list::<InfoRequest>("audit", audit.id)? {
        if matches!(request.state(), RequestState::Answered) {
            waiting.push(Waiting {
                what: words.say("waiting-answer"),
                where_: audit.title.to_string(),
                href: format!("/audits/{}/meetings#requests-title", audit.id),
                when: None,
                late: false,
            });
        }
    }
    Ok(())
}

/// The sessions of a person in the next days.
fn sessions(
    world: &World,
    words: &Words,
    person: PersonId,
    at: Timestamp,
    audit: &AuditStanding,
    waiting: &mut Vec<Waiting>,
) -> Result<(), Stop> {
    let plans = world.briefs::<PlanTimes>("audit", audit.id)?;
    let Some(plan) = plans.iter().find(|plan| Some(plan.id) == audit.plan) else { return Ok(()) };
    let until = at.date().plus_days(DAYS_AHEAD);
    let coming = plan.sessions.iter().filter(|session| {
        session.auditors.contains(&person) && session.end >= at && session.start.date() <= until
    });
    waiting.extend(coming.map(|session| Waiting {
        what: session.subject.to_string(),
        where_: format!("{} · {}", audit.title, session.place),
        href: format!("/audits/{}/plan#s-{}", audit.id, session.key),
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
    audit: &AuditStanding,
    finding: &Finding,
) -> Option<Waiting> {
    let text = finding.text();
    let stage = finding.state().stage();
    let due = finding.due().as_ref().and_then(|due| awaited_at(stage, due)).map(|(_, by)| by);
    let role = audit.team.iter().find(|member| member.person == person).map(|member| member.role);
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
        where_: format!("{} · {}", text.title, audit.title),
        href: href(Key::of(finding.id())),
        when: due.map(|by| words.date(by)),
        late: due.is_some_and(|by| by < today),
    })
}

/// A nonconformity whose step is overdue.
fn late(words: &Words, today: Date, audit: &AuditStanding, finding: &Finding, waiting: &mut Vec<Waiting>) {
    if let Some((step, due)) = overdue(finding, today) {
        waiting.push(Waiting {
            what: words.with2(
                "waiting-overdue",
                "number",
                finding.number().to_string(),
                "step",
                words.word("Overdue", step.word()),
            ),
            where_: audit.title.to_string(),
            href: href(Key::of(finding.id())),
            when: Some(words.date(due)),
            late: true,
        });
    }
}
