//! The auditee's doors to an audit, as whoever leads it or manages its programme opens and closes them.

use askama::Template;
use assize_domain::Key;
use assize_domain::audit::Audit;
use assize_domain::auditee::Auditee;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_store::{Door, DoorNeed};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::fieldwork::name;
use super::href;
use crate::app::App;
use crate::auditee_door::{self, Wanted};
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// For how many days a door is offered.
const DAYS_OFFERED: u32 = 30;

/// A door in the list.
struct Line {
    id: String,
    name: String,
    state: String,
    used: Option<String>,
    sessions: Option<String>,
    is_open: bool,
}

/// A door that was opened just now.
struct Made {
    name: String,
    link: String,
    /// Where it was posted to, where mail is sent.
    address: Option<String>,
}

#[derive(Template)]
#[template(path = "doors.html")]
struct DoorsPage {
    frame: Frame,
    words: Words,
    audit: AuditId,
    /// Who can be let in: ids and names.
    contacts: Vec<(String, String)>,
    chosen: String,
    today: String,
    until: String,
    made: Option<Made>,
    wrong: Option<String>,
    lines: Vec<Line>,
}

/// What came of a form.
#[derive(Default)]
struct Came {
    made: Option<Made>,
    wrong: Option<String>,
    chosen: String,
    until: Option<String>,
}

/// `GET /audits/{id}/doors`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    shown(&app, &visitor, id(&audit)?, Came::default()).await
}

/// `POST /audits/{id}/doors`: the link is in this answer, and in the letter.
pub(crate) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let words = &visitor.words;
    let chosen = posted.filled("person").unwrap_or_default().to_owned();
    let until = posted.filled("until").map(str::to_owned);
    let person: Option<PersonId> = chosen.parse().ok();
    let day: Option<Date> = until.as_deref().and_then(|day| day.parse().ok());
    let came = match person.zip(day) {
        None => Err(if person.is_none() { DoorNeed::Contact } else { DoorNeed::Day }),
        Some((person, until)) => {
            let wanted = Wanted { person, audit, by: visitor.person(), until };
            auditee_door::open(&app.store, app.entrance.site.origin(), wanted).await?
        }
    };
    match came {
        Ok(opened) => {
            auditee_door::noted(&visitor.asker, audit, "door opened").await?;
            let named = app.store.ask(|world| name(world, words, opened.door.person)).await;
            let name = named.map_err(Fault::unanswered)?;
            let address = app.mail.mailer.is_some().then_some(opened.address);
            let made = Made { name, link: opened.link, address };
            shown(&app, &visitor, audit, Came { made: Some(made), ..Came::default() }).await
        }
        Err(need) => {
            let wrong = words.say(match need {
                DoorNeed::Contact => "doors-need-contact",
                DoorNeed::Address => "doors-need-address",
                DoorNeed::Unlocked => "doors-need-unlocked",
                DoorNeed::AuditRuns => "doors-need-audit",
                DoorNeed::Day => "doors-need-day",
            });
            let came = Came { made: None, wrong: Some(wrong), chosen, until };
            let mut response = shown(&app, &visitor, audit, came).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// `POST /audits/{id}/doors/{door}/close`.
pub(crate) async fn close(
    State(app): State<App>,
    visitor: Visitor,
    Path((audit, door)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    auditee_door::close(&app, &visitor.asker, audit, &door).await?;
    Ok(Redirect::to(&format!("/audits/{audit}/doors")).into_response())
}

async fn shown(app: &App, visitor: &Visitor, audit: AuditId, came: Came) -> Result<Response, Fault> {
    let words = &visitor.words;
    let doors = app.store.doors_of(audit).await?;
    // A door is measured by the clock that sessions go by, and not by that of a store with a time of its own.
    let today = Timestamp::from_millis(app.store.now()).map(Timestamp::date).map_err(Fault::internal)?;
    let asked = app.store.ask(|world| {
        let found = world.get::<Audit>(audit)?;
        let auditee = world.find::<Auditee>(*found.auditee())?;
        let contacts = auditee.map(|auditee| auditee.contacts().as_slice()).unwrap_or_default();
        let contacts = contacts.iter().map(|contact| {
            let called = name(world, words, contact.person)?;
            Ok((contact.person.to_string(), format!("{called}, {}", contact.function)))
        });
        let contacts: Vec<(String, String)> = contacts.collect::<Result<_, Stop>>()?;
        let lines = doors.iter().map(|door| Ok(line(words, door, today, name(world, words, door.person)?)));
        let lines: Vec<Line> = lines.collect::<Result<_, Stop>>()?;
        Ok((found.title().to_string(), contacts, lines))
    });
    let (title, contacts, lines) = asked.await.map_err(Fault::unanswered)?;
    let mut frame = Frame::of(visitor, "/audits", words.say("doors"))
        .under(words.say("nav-audits"), "/audits")
        .under(title, href(Key::of(audit)));
    // What is answered to a form is this page too: whoever chooses a language comes back to it.
    frame.here = format!("/audits/{audit}/doors");
    Ok(html(&DoorsPage {
        frame,
        words: words.clone(),
        audit,
        contacts,
        chosen: came.chosen,
        today: today.to_string(),
        until: came.until.unwrap_or_else(|| today.plus_days(DAYS_OFFERED).to_string()),
        made: came.made,
        wrong: came.wrong,
        lines,
    }))
}

fn line(words: &Words, door: &Door, today: Date, name: String) -> Line {
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
    let past = Timestamp::from_millis(door.expires_at).is_ok_and(|expires| expires.date() < today);
    let state = match (door.closed_at, door.holds) {
        (Some(closed), _) => words.with("doors-closed", "when", at(closed)),
        (None, true) => words.with("doors-holds", "until", at(door.expires_at)),
        (None, false) if past => words.with("doors-over", "until", at(door.expires_at)),
        (None, false) => words.say("doors-shut"),
    };
    Line {
        id: door.id.clone(),
        name,
        state,
        used: door.used_at.map(at),
        sessions: (door.holds && door.sessions > 0).then(|| words.with("doors-in", "count", door.sessions)),
        is_open: door.closed_at.is_none() && !past,
    }
}
