//! An audit: its path through the phases of ISO 19011:2018 clause 6, what stands before the next step, and the list of audits.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::{Audit, AuditState, PlanStage, PlanTimes, leader};
use assize_domain::auditee::Auditee;
use assize_domain::auditor::Person;
use assize_domain::evidence::{PaperStage, PaperStanding};
use assize_domain::finding::FindingStage;
use assize_domain::kernel::id::{AuditId, Id as _};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::programme::Programme;
use assize_domain::programme::briefs::{FindingBrief, MeetingBrief, ReportBrief, ReportStage};
use assize_domain::words::{Evaluation, FindingKind, MeetingKind};
use assize_domain::{Key, Kind, World};
use assize_pictures::progress::ProgressWords;
use assize_pictures::{Caption, Progress};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::fieldwork::{Missing, as_leader, before_next_step, missing};
use super::work::minutes_between;
use super::{act_href, href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::picture::Picture;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many audits a page of their list has.
const LINES: usize = 50;

/// A phase of the audit.
struct Phase {
    /// The key of its words.
    key: &'static str,
    /// The clause it comes from.
    clause: &'static str,
    steps: Vec<Step>,
}

impl Phase {
    fn is_done(&self) -> bool {
        self.steps.iter().all(|step| step.done)
    }

    fn is_begun(&self) -> bool {
        self.steps.iter().any(|step| step.done)
    }
}

/// A step of a phase.
struct Step {
    /// The key of its words.
    key: &'static str,
    clause: &'static str,
    done: bool,
    /// How far it is, in words.
    said: Option<String>,
    /// Where it is done.
    href: String,
    /// The words of the way there: those of a command, or of a page.
    act: String,
}

impl Step {
    /// The key of the words for doing it.
    fn next(&self) -> String {
        format!("{}-next", self.key)
    }
}

/// Somebody in the team.
struct Member {
    name: String,
    role: String,
    href: String,
}

/// A page beside this one about the same audit.
pub(crate) struct Tab {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// The pages about an audit.
pub(crate) fn tabs(words: &Words, audit: AuditId, current: &str) -> Vec<Tab> {
    const TABS: [&str; 13] = [
        "overview",
        "team",
        "documents",
        "plan",
        "work",
        "desk",
        "draws",
        "claims",
        "meetings",
        "findings",
        "report",
        "records",
        "journal",
    ];
    TABS.iter()
        .map(|tab| Tab {
            label: words.say(&format!("audit-tab-{tab}")),
            href: match *tab {
                "overview" => format!("/audits/{audit}"),
                other => format!("/audits/{audit}/{other}"),
            },
            current: *tab == current,
        })
        .collect()
}

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    state: String,
    facts: Vec<(String, String)>,
    programme: (String, String),
    auditee: (String, String),
    phases: Vec<Phase>,
    /// The first step that is not done, with what the law still asks for before it.
    missing: Vec<Missing>,
    team: Vec<Member>,
    team_href: String,
    /// Where the auditee's doors are opened, for whoever may.
    doors: Option<String>,
    /// Who has it out, in the field.
    lent: Vec<String>,
    /// Where it is lent and taken in, for whoever may see who has it out.
    field: Option<String>,
    /// How far it is, once there are working papers.
    progress: Option<Picture>,
    over: bool,
}

/// A line of the list of audits.
struct Line {
    title: String,
    href: String,
    auditee: String,
    audit_type: String,
    window: String,
    state: String,
    state_word: String,
}

#[derive(Template)]
#[template(path = "audits.html")]
struct AuditsPage {
    frame: Frame,
    words: Words,
    lines: Vec<Line>,
    next: Option<String>,
}

/// `GET /audits`.
pub(crate) async fn list(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after: Option<Uuid> = query.one("after").and_then(|after| after.parse().ok());
    let reach = visitor.asker.reach(Kind::Audit).await?;
    let mut glances =
        app.store.audit_glances(&reach, None, after, i64::try_from(LINES + 1).unwrap_or(i64::MAX)).await?;
    let more = glances.len() > LINES;
    glances.truncate(LINES);
    let next = glances.last().filter(|_| more).map(|audit| audit.id.to_string());
    let words = visitor.words.clone();
    let lines = glances.iter().map(|audit| Line {
        title: audit.title.to_string(),
        href: format!("/audits/{}", audit.id),
        auditee: audit.auditee_name.as_ref().map(ToString::to_string).unwrap_or_default(),
        audit_type: words.word("AuditType", audit.audit_type.word()),
        window: words.period(&audit.window),
        state: words.word("AuditState", &audit.state),
        state_word: audit.state.clone(),
    });
    let lines = lines.collect();
    Ok(html(&AuditsPage {
        frame: Frame::of(&visitor, "/audits", words.say("nav-audits")),
        words,
        lines,
        next,
    }))
}

/// `GET /audits/{id}`.
pub(crate) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    if !visitor.asker.may(Action::Open, Key::of(audit)).await? {
        return super::released::page(&app, &visitor, audit).await;
    }
    let at = now(&app)?;
    let key = Key::of(audit);
    let asker = &visitor.asker;
    // Whoever sees findings and reports only once they are released is not told of others by counts either.
    let whole = asker.may_on_all(Action::See, Kind::Finding, key).await?;
    let page = app.store.ask(|world| view(world, at, &visitor, (audit, whole)));
    let mut page = page.await.map_err(Fault::unanswered)?;
    // A laptop in the field has neither doors nor anything to lend.
    let house = |page: &str| (!app.in_field).then(|| format!("/audits/{audit}/{page}"));
    page.doors = asker.open_way(house("doors")).await?;
    page.field = asker.open_way(house("field")).await?;
    page.tabs = asker.open_ways(page.tabs, |tab| &tab.href).await?;
    for step in page.phases.iter_mut().flat_map(|phase| &mut phase.steps) {
        if !asker.opens(&step.href).await? {
            step.href.clear();
        }
    }
    Ok(html(&page))
}

/// The page; of an audit that is not seen `whole`, without what was not released.
fn view(
    world: &World,
    at: Timestamp,
    visitor: &Visitor,
    (id, whole): (AuditId, bool),
) -> Result<AuditPage, Stop> {
    let words = &visitor.words;
    let audit = world.get::<Audit>(id)?;
    Stop::together([
        world.want([*audit.programme()]),
        world.want([*audit.auditee()]),
        world.want(audit.team().iter().map(|member| member.person)),
    ])?;
    let programme = world.get::<Programme>(*audit.programme())?;
    let auditee = world.find::<Auditee>(*audit.auditee())?;
    let team = audit.team().iter().map(|member| {
        let name = world.find::<Person>(member.person)?.map(|person| person.name().to_string());
        Ok(Member {
            name: name.unwrap_or_else(|| words.say("person-erased")),
            role: words.word("TeamRole", member.role.word()),
            href: href(Key::of(member.person)),
        })
    });
    let mut facts = vec![
        (words.field("Audit", "audit_type"), words.word("AuditType", audit.audit_type().word())),
        (words.field("Audit", "window"), words.period(audit.window())),
        (words.field("Audit", "days_planned"), words.number(audit.days_planned())),
    ];
    if let Some(initiation) = audit.initiation() {
        let criteria: Vec<String> = initiation.criteria.iter().map(ToString::to_string).collect();
        facts.push((words.field("Initiation", "criteria"), criteria.join(", ")));
        facts.push((words.field("Initiation", "scope"), initiation.scope.to_string()));
        facts
            .push((words.field("Initiation", "method"), words.word("AuditMethod", initiation.method.word())));
    }
    let phases = Way { world, words, audit, whole, back: href(Key::of(id)) }.phases()?;
    let over = is_over(audit.state());
    Ok(AuditPage {
        frame: Frame::of(visitor, "/audits", audit.title().to_string())
            .under(words.say("nav-audits"), "/audits"),
        words: words.clone(),
        tabs: tabs(words, id, "overview"),
        state: words.word("AuditState", audit.state().word()),
        programme: (programme.title().to_string(), href(Key::of(*audit.programme()))),
        auditee: (
            auditee.map(|auditee| auditee.name().to_string()).unwrap_or_default(),
            href(Key::of(*audit.auditee())),
        ),
        facts,
        phases,
        missing: match whole {
            true => missing(words, &before_next_step(world, &as_leader(visitor, audit, at), audit, &[""])?),
            false => Vec::new(),
        },
        team: team.collect::<Result<_, Stop>>()?,
        team_href: format!("/audits/{id}/team"),
        doors: None,
        lent: super::field::out(world, words, id, None)?,
        field: None,
        progress: progress(world, words, audit, at)?,
        over,
    })
}

/// How far the audit is: its papers by what became of them, and the time of its sessions that has passed.
fn progress(world: &World, words: &Words, audit: &Audit, at: Timestamp) -> Result<Option<Picture>, Stop> {
    let papers = world.briefs::<PaperStanding>("audit", audit.id())?;
    if papers.is_empty() {
        return Ok(None);
    }
    let plans = world.briefs::<PlanTimes>("audit", audit.id())?;
    let plan = plans.iter().find(|plan| Some(plan.id) == *audit.plan());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let set_aside = |paper: &PaperStanding| match paper.state.evaluation() {
        Some(Evaluation::NotApplicable | Evaluation::NotAudited) => true,
        Some(Evaluation::Conforms | Evaluation::DoesNotConform) | None => false,
    };
    let (aside, looked_at): (Vec<&PaperStanding>, Vec<&PaperStanding>) =
        papers.iter().partition(|paper| set_aside(paper));
    let of = |is: fn(&PaperStage) -> bool| count(looked_at.iter().filter(|paper| is(&paper.state)).count());
    let sessions = plan.map(|plan| plan.sessions.as_slice()).unwrap_or_default();
    // A session takes the time of each auditor who is in it.
    let minutes = |passed: bool| {
        let counted = sessions.iter().filter(|session| !passed || session.end <= at);
        let each = counted.map(|session| {
            minutes_between(session.start, session.end).saturating_mul(session.auditors.len() as u64)
        });
        u32::try_from(each.sum::<u64>()).unwrap_or(u32::MAX)
    };
    let picture = Progress {
        caption: Caption {
            title: words.say("progress"),
            description: words.say("progress-about"),
            empty: words.say("progress-empty"),
            left_out: words.say("picture-left-out"),
        },
        words: ProgressWords {
            what: words.say("progress-what"),
            number: words.say("progress-number"),
            papers: words.say("progress-papers"),
            open: words.word("PaperState", "open"),
            evaluated: words.word("PaperState", "evaluated"),
            reviewed: words.word("PaperState", "reviewed"),
            set_aside: words.say("progress-set-aside"),
            minutes: words.say("progress-time"),
            used: words.say("progress-used"),
            planned: words.say("progress-planned"),
            beyond: words.say("progress-beyond"),
        },
        papers_open: of(PaperStage::is_open),
        papers_evaluated: of(|state| matches!(state, PaperStage::Evaluated { .. })),
        papers_reviewed: of(|state| matches!(state, PaperStage::Reviewed { .. })),
        papers_set_aside: count(aside.len()),
        used_minutes: minutes(true),
        planned_minutes: minutes(false),
        href: Some(format!("/audits/{}/desk", audit.id())),
    };
    Ok(Some(Picture::of(words, picture.figure(&Picture::page("progress")))))
}

const fn is_over(state: &AuditState) -> bool {
    match state {
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Reporting { .. } => false,
        AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => true,
    }
}

/// The path of an audit.
struct Way<'p> {
    world: &'p World,
    words: &'p Words,
    audit: &'p Audit,
    /// Whether findings and reports are seen before they are released.
    whole: bool,
    back: String,
}

impl Way<'_> {
    fn phases(&self) -> Result<Vec<Phase>, Stop> {
        let id = self.audit.id();
        Stop::together([
            self.world.briefs::<PaperStanding>("audit", id).map(drop),
            self.world.briefs::<MeetingBrief>("audit", id).map(drop),
            self.world.briefs::<FindingBrief>("audit", id).map(drop),
            self.world.briefs::<ReportBrief>("audit", id).map(drop),
            self.world.briefs::<PlanTimes>("audit", id).map(drop),
        ])?;
        let papers = self.world.briefs::<PaperStanding>("audit", id)?;
        let meetings = self.world.briefs::<MeetingBrief>("audit", id)?;
        let findings = self.world.briefs::<FindingBrief>("audit", id)?;
        let told = findings.iter().filter(|finding| self.whole || finding.state.stands()).cloned();
        let findings: Vec<FindingBrief> = told.collect();
        let reports = self.world.briefs::<ReportBrief>("audit", id)?;
        let is_out = |report: &&ReportBrief| {
            matches!(report.state, ReportStage::Issued { .. } | ReportStage::Replaced { .. })
        };
        let reports: Vec<ReportBrief> =
            reports.iter().filter(|report| self.whole || is_out(report)).cloned().collect();
        let plans = self.world.briefs::<PlanTimes>("audit", id)?;
        let plan = plans.iter().find(|plan| Some(plan.id) == *self.audit.plan());
        Ok(vec![
            self.initiating(),
            self.preparing(&papers, plan),
            self.conducting(&papers, &meetings, &findings),
            self.reporting(&reports),
            self.completing(&papers),
            self.following_up(&findings),
        ])
    }

    fn initiating(&self) -> Phase {
        let audit = self.audit;
        let contacts = audit.contacts().len();
        let begun = audit.initiation().is_some();
        Phase {
            key: "phase-initiating",
            clause: "ISO 19011:2018 6.2",
            steps: vec![
                self.act("step-contact", "ISO 19011:2018 6.2.2", contacts > 0, "audit.contact"),
                self.act(
                    "step-feasible",
                    "ISO 19011:2018 6.2.3",
                    audit.feasibility().is_some(),
                    "audit.judge_feasibility",
                ),
                self.page("step-leader", "ISO 19011:2018 5.5.5", leader(audit).is_some(), "team"),
                self.act("step-initiate", "ISO 19011:2018 5.5.2", begun, "audit.initiate"),
            ],
        }
    }

    fn preparing(&self, papers: &[PaperStanding], plan: Option<&PlanTimes>) -> Phase {
        let audit = self.audit;
        let assigned = papers.iter().filter(|paper| paper.assignee.is_some()).count();
        let agreed = plan.is_some_and(|plan| plan.state == PlanStage::Agreed);
        let prepared = match audit.state() {
            AuditState::Planned | AuditState::Initiated { .. } | AuditState::NotFeasible { .. } => false,
            AuditState::Cancelled { .. } => agreed && !papers.is_empty(),
            AuditState::Prepared { .. }
            | AuditState::Conducting { .. }
            | AuditState::Reporting { .. }
            | AuditState::Completed { .. }
            | AuditState::Terminated { .. } => true,
        };
        let mut plan_step = self.page("step-plan", "ISO 19011:2018 6.3.2", agreed || prepared, "plan");
        plan_step.said = plan.map(|plan| {
            let state = self.words.word("PlanState", plan.state.word());
            self.words.with2("plan-version", "number", plan.number.to_string(), "state", state)
        });
        let mut work = self.page(
            "step-work",
            "ISO 19011:2018 6.3.3",
            !papers.is_empty() && assigned == papers.len(),
            "work",
        );
        work.said = Some(self.words.with2("of-papers", "part", assigned, "whole", papers.len()));
        let reviewed = audit.document_review().is_some();
        Phase {
            key: "phase-preparing",
            clause: "ISO 19011:2018 6.3",
            steps: vec![
                self.page("step-documents", "ISO 19011:2018 6.3.1", reviewed || prepared, "documents"),
                self.act("step-papers", "ISO 19011:2018 6.3.4", !papers.is_empty(), "papers.make"),
                plan_step,
                work,
                self.act("step-prepared", "ISO 19011:2018 6.3", prepared, "audit.prepare"),
            ],
        }
    }

    fn conducting(
        &self,
        papers: &[PaperStanding],
        meetings: &[MeetingBrief],
        findings: &[FindingBrief],
    ) -> Phase {
        let held = |kind: MeetingKind| meetings.iter().any(|meeting| meeting.kind == kind);
        let evaluated = papers.iter().filter(|paper| !paper.state.is_open()).count();
        let drafted = findings.iter().filter(|finding| finding.state == FindingStage::Drafted).count();
        let (begun, ended) = match self.audit.state() {
            AuditState::Conducting { .. } => (true, false),
            AuditState::Reporting { .. } | AuditState::Completed { .. } => (true, true),
            AuditState::Terminated { .. } => (true, false),
            AuditState::Planned
            | AuditState::Initiated { .. }
            | AuditState::Prepared { .. }
            | AuditState::Cancelled { .. }
            | AuditState::NotFeasible { .. } => (false, false),
        };
        let mut tests = self.page(
            "step-evidence",
            "ISO 19011:2018 6.4.7",
            begun && !papers.is_empty() && evaluated == papers.len(),
            "desk",
        );
        tests.said = Some(self.words.with2("of-papers", "part", evaluated, "whole", papers.len()));
        let mut raised =
            self.page("step-findings", "ISO 19011:2018 6.4.8", begun && drafted == 0, "findings");
        raised.said = (drafted > 0).then(|| self.words.with("findings-drafted", "count", drafted));
        Phase {
            key: "phase-conducting",
            clause: "ISO 19011:2018 6.4",
            steps: vec![
                self.page("step-opening", "ISO 19011:2018 6.4.3", held(MeetingKind::Opening), "meetings"),
                self.act("step-begin", "ISO 19011:2018 6.4.2", begun, "audit.begin"),
                tests,
                raised,
                self.act(
                    "step-conclude",
                    "ISO 19011:2018 6.4.9",
                    self.audit.conclusions().is_some(),
                    "audit.conclude",
                ),
                self.page("step-closing", "ISO 19011:2018 6.4.10", held(MeetingKind::Closing), "meetings"),
                self.act("step-end", "ISO 19011:2018 6.4.10", ended, "audit.end_fieldwork"),
            ],
        }
    }

    fn reporting(&self, reports: &[ReportBrief]) -> Phase {
        // Versions stand in the order in which they were made.
        let newest = reports.last();
        let (reviewed, approved, issued) = match newest.map(|report| &report.state) {
            None | Some(ReportStage::Draft) => (false, false, false),
            Some(ReportStage::Reviewed) => (true, false, false),
            Some(ReportStage::Approved) => (true, true, false),
            Some(ReportStage::Issued { .. } | ReportStage::Replaced { .. }) => (true, true, true),
        };
        Phase {
            key: "phase-reporting",
            clause: "ISO 19011:2018 6.5",
            steps: vec![
                self.page("step-report", "ISO 19011:2018 6.5.1", newest.is_some(), "report"),
                self.page("step-report-reviewed", "ISO 19011:2018 6.5.2", reviewed, "report"),
                self.page("step-report-approved", "ISO 19011:2018 6.5.2", approved, "report"),
                self.page("step-report-issued", "ISO 19011:2018 6.5.2", issued, "report"),
            ],
        }
    }

    fn completing(&self, papers: &[PaperStanding]) -> Phase {
        let reviewed =
            papers.iter().filter(|paper| matches!(paper.state, PaperStage::Reviewed { .. })).count();
        let whole = !papers.is_empty() && reviewed == papers.len();
        let mut reviews = self.page("step-review-papers", "ISO 19011:2018 6.4.7", whole, "desk");
        reviews.said = Some(self.words.with2("of-papers", "part", reviewed, "whole", papers.len()));
        let completed = self.audit.completion().is_some();
        Phase {
            key: "phase-completing",
            clause: "ISO 19011:2018 6.6",
            steps: vec![
                reviews,
                self.act("step-complete", "ISO 19011:2018 6.6", completed, "audit.complete"),
            ],
        }
    }

    fn following_up(&self, findings: &[FindingBrief]) -> Phase {
        let raised: Vec<FindingStage> = findings
            .iter()
            .filter(|finding| finding.text.kind == FindingKind::Nonconformity)
            .map(|finding| finding.state)
            .filter(|stage| stage.stands())
            .collect();
        let open = raised.iter().filter(|stage| **stage != FindingStage::Closed).count();
        let completed = self.audit.completion().is_some();
        let mut step = self.page("step-follow-up", "ISO 19011:2018 6.7", completed && open == 0, "findings");
        step.said = Some(self.words.with2("nonconformities-open", "open", open, "all", raised.len()));
        Phase { key: "phase-following-up", clause: "ISO 19011:2018 6.7", steps: vec![step] }
    }

    /// A step taken by a command.
    fn act(&self, key: &'static str, clause: &'static str, done: bool, command: &str) -> Step {
        let id = self.audit.id().to_string();
        let href = act_href(command, &[("audit", &id)], &self.back);
        Step { key, clause, done, said: None, href, act: self.words.command(command) }
    }

    /// A step taken on a page of its own.
    fn page(&self, key: &'static str, clause: &'static str, done: bool, tab: &str) -> Step {
        let href = format!("/audits/{}/{tab}", self.audit.id().uuid());
        Step { key, clause, done, said: None, href, act: self.words.say(&format!("audit-tab-{tab}")) }
    }
}

impl AuditPage {
    /// The first step that is not done.
    fn next(&self) -> Option<&Step> {
        self.phases.iter().flat_map(|phase| &phase.steps).find(|step| !step.done)
    }
}
