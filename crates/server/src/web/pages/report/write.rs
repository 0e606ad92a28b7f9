//! Writing the report: a text for each item of its checklist, or why it has none, and the distribution list.
//!
//! The form gives `report.draft` or `report.edit`, whose answers come back to it as from any other form.

use std::collections::BTreeSet;

use askama::Template;
use assize_domain::audit::{Audit, Meeting};
use assize_domain::auditee::Auditee;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::programme::Programme;
use assize_domain::report::{self, Report, ReportState};
use assize_domain::report_content::{CHECKLIST, Rule};
use assize_domain::{Key, World};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{frame_beside, is_in_work, item_clause, item_name, name, versions};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::{NotDone, nonce};
use crate::web::form::{Choice, Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::texts;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many rows the distribution list has beyond those that are filled in.
const ROWS_SPARE: usize = 3;

#[derive(Template)]
#[template(path = "report_write.html")]
struct WritePage {
    frame: Frame,
    words: Words,
    command: &'static str,
    /// The record the command names: its pointer and its id.
    on: (&'static str, String),
    version: Option<i64>,
    once: String,
    back: String,
    audit: AuditId,
    /// Whether an issued version is amended, and why, as far as it was typed.
    amends: bool,
    why: String,
    wrong: Vec<Wrong>,
    items: Vec<Item>,
    rows: Vec<Row>,
    people: Vec<Choice>,
    whole_papers: bool,
    /// Why it cannot be written now.
    closed: bool,
}

/// An item of the checklist, as it is written.
struct Item {
    id: &'static str,
    name: String,
    clause: String,
    /// Whether it may be left out with a reason.
    may_be_omitted: bool,
    /// Whether it lacks something.
    missing: bool,
    /// Whether a text of the organization can be put into it.
    offer: bool,
    text: String,
    omitted: String,
}

impl Item {
    fn is_open(&self) -> bool {
        self.missing || !self.text.is_empty() || !self.omitted.is_empty()
    }
}

/// A row of the distribution list.
#[derive(Default)]
struct Row {
    person: String,
    function: String,
}

/// `GET /audits/{id}/report/write`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    Ok(html(&standing(&app, &visitor, audit).await?))
}

/// `POST /audits/{id}/report/write`: a text of the organization is put into an item, and the form comes back with all that was typed.
pub(crate) async fn with_text(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let mut page = standing(&app, &visitor, audit).await?;
    page.typed(&posted);
    let Some(place) = posted.filled("text") else { return Ok(html(&page)) };
    match texts::taken(&app, &visitor, audit, place).await {
        Ok(text) => {
            let item = page.items.iter_mut().find(|item| item.id == place);
            if let Some(item) = item {
                let held = item.text.trim_end();
                item.text = if held.is_empty() { text } else { format!("{held}\n\n{text}") };
            }
        }
        Err(NotDone::Wrong(wrong)) => page.wrong = wrong,
        Err(NotDone::Fault(fault)) => return Err(fault),
    }
    Ok(html(&page))
}

async fn standing(app: &App, visitor: &Visitor, audit: AuditId) -> Result<WritePage, Fault> {
    let page = app.store.ask(|world| view(world, visitor, audit)).await;
    let mut page = page.map_err(Fault::unanswered)?;
    let there = texts::kinds_in_use(&app.store).await?;
    for item in &mut page.items {
        item.offer = texts::fitting(item.id).is_some_and(|kind| there.contains(&kind));
    }
    Ok(page)
}

impl WritePage {
    /// Puts what was typed in place of what stands.
    fn typed(&mut self, posted: &Posted) {
        let text = |name: String| posted.one(&name).unwrap_or_default().to_owned();
        for (at, item) in self.items.iter_mut().enumerate() {
            item.text = text(format!("/items/{at}/text"));
            item.omitted = text(format!("/items/{at}/omitted"));
        }
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.person = text(format!("/distribution/{at}/person"));
            row.function = text(format!("/distribution/{at}/function"));
        }
        self.why = text("/amends_why".to_owned());
        self.whole_papers = posted.all("/whole_papers").last().is_some_and(|last| last == "true");
        // What was seen when the form was opened stays what it is sent on.
        self.version = posted.filled("version").and_then(|version| version.parse().ok()).or(self.version);
        if let Some(once) = posted.filled("once") {
            self.once = once.to_owned();
        }
    }
}

fn view(world: &World, visitor: &Visitor, id: AuditId) -> Result<WritePage, Stop> {
    let words = &visitor.words;
    let audit = world.get::<Audit>(id)?;
    let newest = versions(world, id)?.first().copied();
    let in_work = newest.filter(|newest| is_in_work(newest.state()));
    let lacks = match in_work {
        Some(report) => report::content(world, Report::id(report))?.checklist(),
        None => Vec::new(),
    };
    let asked = CHECKLIST.iter().filter(|item| item.is_asked_of(*audit.audit_type()));
    let items = asked.map(|item| {
        let added =
            newest.and_then(|report| report.items().iter().find(|added| added.item.as_str() == item.id));
        let said = |text: Option<String>| text.unwrap_or_default();
        Item {
            id: item.id,
            name: item_name(words, item),
            clause: item_clause(words, item),
            may_be_omitted: item.rule == Rule::AsFit,
            missing: lacks.iter().any(|missing| missing.id == item.id),
            offer: false,
            text: said(added.and_then(|added| added.text.as_ref()).map(ToString::to_string)),
            omitted: said(added.and_then(|added| added.omitted.as_ref()).map(ToString::to_string)),
        }
    });
    let rows = newest.iter().flat_map(|report| report.distribution()).map(|recipient| Row {
        person: recipient.person.to_string(),
        function: recipient.function.to_string(),
    });
    let title = match (newest, in_work) {
        (_, Some(_)) => words.say("report-edit"),
        (Some(_), None) => words.say("report-amend"),
        (None, None) => words.say("report-write"),
    };
    Ok(WritePage {
        frame: frame_beside(visitor, audit, title),
        words: words.clone(),
        command: if in_work.is_some() { "report.edit" } else { "report.draft" },
        on: match in_work {
            Some(report) => ("/report", Report::id(report).to_string()),
            None => ("/audit", id.to_string()),
        },
        version: in_work.map(|report| world.version(Key::of(Report::id(report)))).transpose()?,
        once: nonce(),
        back: format!("/audits/{id}/report"),
        audit: id,
        amends: newest.is_some() && in_work.is_none(),
        why: String::new(),
        wrong: Vec::new(),
        items: items.collect(),
        rows: rows.chain((0..ROWS_SPARE).map(|_| Row::default())).collect(),
        people: people(world, words, audit, newest)?,
        whole_papers: newest.is_some_and(|report| *report.whole_papers()),
        closed: in_work.is_some_and(|report| matches!(report.state(), ReportState::Approved { .. })),
    })
}

/// Those who may be on the distribution list: whoever has to do with the audit.
fn people(world: &World, words: &Words, audit: &Audit, newest: Option<&Report>) -> Result<Vec<Choice>, Stop> {
    let programme = world.get::<Programme>(*audit.programme())?;
    let auditee = world.get::<Auditee>(*audit.auditee())?;
    let meetings = world.list::<Meeting>("audit", audit.id())?;
    let mut found: BTreeSet<PersonId> = audit.people().iter().copied().collect();
    found.extend(audit.initiation().as_ref().map(|initiation| initiation.client));
    found.extend(programme.roles().iter().map(|role| role.person));
    found.extend(auditee.contacts().iter().map(|contact| contact.person));
    found.extend(meetings.iter().flat_map(|meeting| meeting.attendance()).map(|there| there.person));
    found.extend(newest.iter().flat_map(|report| report.distribution()).map(|recipient| recipient.person));
    world.want(found.iter().copied())?;
    let named =
        found.into_iter().map(|person| Ok(Choice::new(person.to_string(), name(world, words, person)?)));
    let mut people: Vec<Choice> = named.collect::<Result<_, Stop>>()?;
    Words::sort(&mut people, |choice| &choice.label);
    Ok(people)
}
