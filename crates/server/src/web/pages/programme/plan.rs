//! The audits that a programme plans: over its period as a picture, and one by one.

use askama::Template;
use assize_domain::Key;
use assize_domain::kernel::id::ProgrammeId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::programme::{Programme, ProgrammeState};
use assize_pictures::timeline::{TimelineAudit, TimelineState, TimelineWords};
use assize_pictures::{Caption, Day, Timeline};
use assize_store::{PlannedGlance, PlannedWhich};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::{Head, frame};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::{act_href, href};
use crate::web::picture::{self, Picture};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many audits a page of the plan has.
const LINES: usize = 30;
/// How much of each reason is shown; the record has it whole.
const WHY_CHARS_MAX: usize = 240;

/// A planned audit.
struct Line {
    title: String,
    href: String,
    auditee: (String, String),
    audit_type: String,
    window: String,
    days: String,
    state: String,
    late: bool,
    /// Why it is planned as it is: what about, and what.
    why: Vec<(String, String)>,
    /// What may be done with it: words and way.
    acts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "programme_plan.html")]
struct PlanPage {
    frame: Frame,
    words: Words,
    head: Head,
    lines: Vec<Line>,
    picture: Option<Picture>,
    /// The way to plan another; none where the programme is closed.
    plan: Option<String>,
    /// The way to staff and date the audits; none where the programme is closed.
    staffing: Option<String>,
    /// Where the next page begins.
    next: Option<String>,
    /// Whether this is a later page.
    later: bool,
}

/// `GET /programmes/{id}/plan`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let programme: ProgrammeId = id(&programme)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after = query.filled("after").map(str::to_owned);
    let later = after.is_some();
    let rows_max = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let which = PlannedWhich::All(after);
    let mut planned = app.store.planned_glances(programme, which, rows_max).await?;
    let more = planned.len() > LINES;
    planned.truncate(LINES);
    let next = planned.last().filter(|_| more).map(PlannedGlance::place);
    let today = now(&app)?.date();
    let page = app.store.ask(|world| {
        let record = world.get::<Programme>(programme)?;
        Ok::<_, Stop>(Showing { visitor: &visitor, programme: record, today }.page(
            &planned,
            next.clone(),
            later,
        ))
    });
    let mut page = page.await.map_err(Fault::unanswered)?;
    let asker = &visitor.asker;
    page.head.open_to(asker).await?;
    page.plan = asker.open_way(page.plan.take()).await?;
    page.staffing = asker.open_way(page.staffing.take()).await?;
    for line in &mut page.lines {
        line.acts = asker.open_ways(std::mem::take(&mut line.acts), |(_, way)| way).await?;
    }
    Ok(html(&page))
}

struct Showing<'s> {
    visitor: &'s Visitor,
    programme: &'s Programme,
    today: Date,
}

impl Showing<'_> {
    fn page(&self, planned: &[PlannedGlance], next: Option<String>, later: bool) -> PlanPage {
        let words = &self.visitor.words;
        let back = self.back();
        let id = self.programme.id().to_string();
        let open = match self.programme.state() {
            ProgrammeState::Draft
            | ProgrammeState::Established { .. }
            | ProgrammeState::Implementing { .. } => true,
            ProgrammeState::Closed { .. } => false,
        };
        PlanPage {
            frame: frame(self.visitor, self.programme, Some("programme-tab-plan")),
            words: words.clone(),
            head: Head::of(words, self.programme, "/plan", &back),
            picture: (!planned.is_empty()).then(|| self.picture(planned)).flatten(),
            lines: planned.iter().map(|planned| self.line(planned)).collect(),
            plan: open.then(|| act_href("planned_audit.plan", &[("programme", &id)], &back)),
            staffing: open.then(|| format!("/programmes/{id}/staffing")),
            next,
            later,
        }
    }

    fn back(&self) -> String {
        format!("/programmes/{}/plan", self.programme.id())
    }

    fn line(&self, planned: &PlannedGlance) -> Line {
        let words = &self.visitor.words;
        let state = state(planned);
        let said = match &planned.audit_state {
            Some(audit) => words.word("AuditState", audit),
            None => words.word("PlannedState", &planned.state),
        };
        let why = &planned.why;
        let reasons = [
            ("importance", &why.importance),
            ("risk", &why.risk),
            ("previous_results", &why.previous_results),
            ("changes", &why.changes),
        ];
        let mut reasons: Vec<(String, String)> =
            reasons.iter().map(|(field, text)| (words.field("Why", field), short(text.as_str()))).collect();
        if let Some(withdrawn) = &planned.withdrawn_why {
            reasons.insert(0, (words.word("PlannedState", &planned.state), short(withdrawn.as_str())));
        }
        let over = planned.window.to.is_some_and(|to| to < self.today);
        Line {
            title: planned.title.to_string(),
            href: address(planned),
            auditee: (
                planned.auditee_name.as_ref().map(ToString::to_string).unwrap_or_default(),
                href(Key::of(planned.auditee)),
            ),
            audit_type: words.word("AuditType", planned.audit_type.word()),
            window: words.period(&planned.window),
            days: words.number(planned.days),
            state: said,
            late: over && state == TimelineState::Planned,
            why: reasons,
            acts: self.acts(planned),
        }
    }

    /// What may be done with a planned audit: once it was opened, it has acts of its own on its page.
    fn acts(&self, planned: &PlannedGlance) -> Vec<(String, String)> {
        if planned.audit_state.is_some() || planned.state != "planned" {
            return Vec::new();
        }
        let commands: &[&str] = match self.programme.state() {
            ProgrammeState::Draft | ProgrammeState::Established { .. } => {
                &["planned_audit.change", "planned_audit.withdraw"]
            }
            ProgrammeState::Implementing { .. } => {
                &["audit.open", "planned_audit.change", "planned_audit.withdraw"]
            }
            ProgrammeState::Closed { .. } => &[],
        };
        let id = planned.id.to_string();
        let back = |command: &str| if command == "audit.open" { String::new() } else { self.back() };
        let way = |command: &&str| {
            (self.visitor.words.command(command), act_href(command, &[("planned", &id)], &back(command)))
        };
        commands.iter().map(way).collect()
    }

    fn picture(&self, planned: &[PlannedGlance]) -> Option<Picture> {
        let words = &self.visitor.words;
        let period = self.programme.period();
        let (from, to) = (day(period.from)?, day(period.to.unwrap_or(period.from))?);
        Some(Picture::of(words, self.timeline(planned, from, to).figure(&Picture::page("plan"))))
    }

    fn timeline(&self, planned: &[PlannedGlance], from: Day, to: Day) -> Timeline {
        let words = &self.visitor.words;
        let audits = planned.iter().filter_map(|planned| {
            Some(TimelineAudit {
                name: planned.title.to_string(),
                kind: words.word("AuditType", planned.audit_type.word()),
                state: state(planned),
                from: day(planned.window.from)?,
                to: day(planned.window.to.unwrap_or(planned.window.from))?,
                // A name that is cut to its place cannot name a link; the table below has the ways.
                href: None,
            })
        });
        Timeline {
            caption: Caption {
                title: words.say("timeline-title"),
                description: words.say("timeline-about"),
                empty: words.say("programme-plan-empty"),
                left_out: words.say("picture-left-out"),
            },
            words: timeline_words(words),
            from,
            to,
            today: day(self.today),
            audits: audits.collect(),
        }
    }
}

fn timeline_words(words: &Words) -> TimelineWords {
    let mut months: [String; 12] = Default::default();
    for (at, month) in months.iter_mut().enumerate() {
        *month = words.month(&(at + 1).to_string());
    }
    TimelineWords {
        months,
        today: words.say("timeline-today"),
        audit: words.kind(assize_domain::Kind::Audit),
        kind: words.say("plan-type"),
        state: words.say("plan-state"),
        from: words.say("timeline-from"),
        to: words.say("timeline-to"),
        planned: words.say("timeline-planned"),
        running: words.say("timeline-running"),
        completed: words.say("timeline-completed"),
        cancelled: words.say("timeline-cancelled"),
        dates: picture::dates(words),
    }
}

/// Where an audit is found: on its own page once it was opened, before that in the record.
fn address(planned: &PlannedGlance) -> String {
    match planned.audit_state {
        Some(_) => format!("/audits/{}", planned.id),
        None => href(Key::of(planned.id)),
    }
}

/// Where an audit stands, as the picture tells it.
fn state(planned: &PlannedGlance) -> TimelineState {
    match planned.audit_state.as_deref() {
        Some("conducting" | "reporting") => TimelineState::Running,
        Some("completed") => TimelineState::Completed,
        Some("cancelled" | "terminated" | "not_feasible") => TimelineState::Cancelled,
        _ if planned.state == "withdrawn" => TimelineState::Cancelled,
        _ => TimelineState::Planned,
    }
}

/// A date as pictures take it; none before the year 1.
fn day(date: Date) -> Option<Day> {
    let text = date.to_string();
    let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
    let mut next = || parts.next().flatten();
    let (year, month, day) = (next()?, next()?, next()?);
    Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// A text cut where it is long.
fn short(text: &str) -> String {
    match text.char_indices().nth(WHY_CHARS_MAX) {
        Some((at, _)) => text.get(..at).into_iter().chain(["…"]).collect(),
        None => text.to_owned(),
    }
}
