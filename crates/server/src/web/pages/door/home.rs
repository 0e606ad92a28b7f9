//! The first page behind the door: what waits for whoever came, the first first, and everything else below.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::{Audit, InfoRequest, Meeting, ObjectionOutcome, Plan, PlanState, RequestState};
use assize_domain::auditee::Auditee;
use assize_domain::finding::{Finding, Response, Turn, awaited_at};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::report::{Report, ReportState};
use assize_domain::{Key, Kind, World};
use axum::extract::State;

use super::{Answer, Guest, door_href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::findings::cut;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How much of a question is shown in a list, in characters.
const QUESTION_CHARS: usize = 160;

/// Something that waits.
struct Task {
    key: Key,
    /// What is to be done.
    what: String,
    /// What it is about.
    about: String,
    /// By when.
    due: Option<String>,
    late: bool,
    act: String,
    href: String,
}

/// Something that is there.
struct Line {
    key: Key,
    label: String,
    state: String,
    href: String,
}

#[derive(Template)]
#[template(path = "door/home.html")]
struct HomePage {
    frame: Frame,
    words: Words,
    auditee: String,
    window: String,
    state: String,
    name: String,
    tasks: Vec<Task>,
    plan: Vec<Line>,
    requests: Vec<Line>,
    findings: Vec<Line>,
    meetings: Vec<Line>,
    reports: Vec<Line>,
}

/// `GET /door`.
pub(crate) async fn home(State(app): State<App>, visitor: Visitor) -> Answer {
    let guest = Guest::of(&visitor)?;
    let today = now(&app)?.date();
    let page = app.store.ask(|world| View { world, visitor: &visitor, guest, today }.page());
    let mut page = page.await.map_err(Fault::unanswered)?;
    // What was not released is not there.
    let asker = &visitor.asker;
    page.tasks = asker.only(Action::See, page.tasks, |task| task.key).await?;
    for lines in
        [&mut page.plan, &mut page.requests, &mut page.findings, &mut page.meetings, &mut page.reports]
    {
        *lines = asker.only(Action::See, std::mem::take(lines), |line| line.key).await?;
    }
    Ok(html(&page))
}

struct View<'v> {
    world: &'v World,
    visitor: &'v Visitor,
    guest: Guest,
    today: Date,
}

impl View<'_> {
    fn page(&self) -> Result<HomePage, Stop> {
        let (world, words) = (self.world, &self.visitor.words);
        let audit = world.get::<Audit>(self.guest.audit)?;
        let auditee = world.find::<Auditee>(*audit.auditee())?;
        let plan = match *audit.plan() {
            Some(plan) => world.find::<Plan>(plan)?,
            None => None,
        };
        let mut requests = world.list::<InfoRequest>("audit", audit.id())?;
        requests.sort_by_key(|request| (*request.due(), request.id()));
        let mut findings = world.list::<Finding>("audit", audit.id())?;
        findings.sort_by_key(|finding| *finding.number());
        let mut meetings = world.list::<Meeting>("audit", audit.id())?;
        meetings.sort_by_key(|meeting| *meeting.held());
        let mut reports = world.list::<Report>("audit", audit.id())?;
        reports.sort_by_key(|report| std::cmp::Reverse(*report.number()));
        let mut tasks: Vec<Task> = plan.into_iter().filter_map(|plan| self.plan_waits(plan)).collect();
        tasks.extend(requests.iter().filter_map(|request| self.request_waits(request)));
        tasks.extend(findings.iter().filter_map(|finding| self.finding_waits(finding)));
        tasks.extend(meetings.iter().filter_map(|meeting| self.meeting_waits(meeting)));
        tasks.extend(reports.iter().filter_map(|report| self.report_waits(report)));
        // What is late comes first; else the order of an audit.
        tasks.sort_by_key(|task| !task.late);
        Ok(HomePage {
            frame: Frame::of(self.visitor, "", audit.title().to_string()),
            words: words.clone(),
            auditee: auditee.map(|auditee| auditee.name().to_string()).unwrap_or_default(),
            window: words.period(audit.window()),
            state: words.word("AuditState", audit.state().word()),
            name: self.visitor.name.clone().unwrap_or_default(),
            tasks,
            plan: plan.into_iter().map(|plan| self.plan_line(plan)).collect(),
            requests: requests.iter().map(|request| self.request_line(request)).collect(),
            findings: findings.iter().map(|finding| self.finding_line(finding)).collect(),
            meetings: meetings.iter().map(|meeting| self.meeting_line(meeting)).collect(),
            reports: reports.iter().map(|report| self.report_line(report)).collect(),
        })
    }

    fn task(&self, key: Key, words: &str, about: String, due: Option<Date>, href: String) -> Task {
        let said = &self.visitor.words;
        Task {
            key,
            what: said.say(&format!("door-task-{words}")),
            about,
            due: due.map(|due| said.date(due)),
            late: due.is_some_and(|due| due < self.today),
            act: said.say(&format!("door-act-{words}")),
            href,
        }
    }

    fn plan_waits(&self, plan: &Plan) -> Option<Task> {
        let waits = matches!(plan.state(), PlanState::Presented { .. });
        let own = plan.objections().iter().any(|objection| {
            objection.outcome == ObjectionOutcome::Open && objection.from == self.guest.person
        });
        let about = self.visitor.words.say("door-task-plan-about");
        (waits && !own).then(|| self.task(Key::of(plan.id()), "plan", about, None, "/door/plan".to_owned()))
    }

    fn request_waits(&self, request: &InfoRequest) -> Option<Task> {
        let waits = matches!(request.state(), RequestState::Asked | RequestState::Returned { .. });
        waits.then(|| {
            let about = cut(request.question().as_str(), QUESTION_CHARS);
            let key = Key::of(request.id());
            self.task(key, "request", about, Some(*request.due()), door_href("requests", key))
        })
    }

    fn finding_waits(&self, finding: &Finding) -> Option<Task> {
        let stage = finding.state().stage();
        let disputed = matches!(finding.response(), Response::Disputed { .. });
        if stage.turn(finding.text().kind, disputed) != Some(Turn::Auditee) {
            return None;
        }
        let due = finding.due().as_ref().and_then(|due| awaited_at(stage, due)).map(|(_, by)| by);
        let about = format!("{} · {}", finding.number(), finding.text().title);
        let key = Key::of(finding.id());
        let words = format!("finding-{}", stage.word().replace('_', "-"));
        Some(self.task(key, &words, about, due, door_href("findings", key)))
    }

    fn meeting_waits(&self, meeting: &Meeting) -> Option<Task> {
        let was_there = meeting.attendance().iter().any(|there| there.person == self.guest.person);
        let signed = meeting.signed().iter().any(|signed| signed.by.person() == Some(self.guest.person));
        let key = Key::of(meeting.id());
        (was_there && !signed).then(|| {
            let about = self.meeting_line(meeting).label;
            self.task(key, "meeting", about, None, door_href("meetings", key))
        })
    }

    fn report_waits(&self, report: &Report) -> Option<Task> {
        let is_out = matches!(report.state(), ReportState::Issued { .. });
        let listed = report.distribution().iter().any(|one| one.person == self.guest.person);
        let acknowledged = report.acknowledgements().iter().any(|one| one.person == self.guest.person);
        let about = self.visitor.words.say("door-task-report-about");
        let href = "/door#report-title".to_owned();
        (is_out && listed && !acknowledged)
            .then(|| self.task(Key::of(report.id()), "report", about, None, href))
    }

    fn line(&self, key: Key, label: String, state: String, href: String) -> Line {
        Line { key, label, state, href }
    }

    fn plan_line(&self, plan: &Plan) -> Line {
        let words = &self.visitor.words;
        let state = words.word("PlanState", plan.state().word());
        let label = words.with("door-plan-version", "number", i64::from(*plan.number()));
        self.line(Key::of(plan.id()), label, state, "/door/plan".to_owned())
    }

    fn request_line(&self, request: &InfoRequest) -> Line {
        let key = Key::of(request.id());
        let state = self.visitor.words.word("RequestState", request.state().word());
        self.line(key, cut(request.question().as_str(), QUESTION_CHARS), state, door_href("requests", key))
    }

    fn finding_line(&self, finding: &Finding) -> Line {
        let key = Key::of(finding.id());
        let state = self.visitor.words.word("FindingStage", finding.state().stage().word());
        let label = format!("{} · {}", finding.number(), finding.text().title);
        self.line(key, label, state, door_href("findings", key))
    }

    fn meeting_line(&self, meeting: &Meeting) -> Line {
        let words = &self.visitor.words;
        let key = Key::of(meeting.id());
        let signed = meeting.signed().iter().any(|signed| signed.by.person() == Some(self.guest.person));
        let state = if signed { words.say("door-meeting-signed") } else { String::new() };
        let kind = words.word("MeetingKind", meeting.kind().word());
        self.line(key, format!("{kind}, {}", words.time(*meeting.held())), state, door_href("meetings", key))
    }

    fn report_line(&self, report: &Report) -> Line {
        let words = &self.visitor.words;
        let label = format!("{} {}", words.kind(Kind::Report), report.number());
        let state = words.word("ReportState", report.state().word());
        self.line(Key::of(report.id()), label, state, format!("/reports/{}/report.pdf", report.id()))
    }
}
