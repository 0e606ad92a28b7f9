//! The security log, for whoever looks after the installation: who was refused what, who opened what is restricted, who took something
//! out, who signed in.

use askama::Template;
use assize_domain::Key;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_store::{SECURITY_DAYS_BOUNDS, SECURITY_DAYS_FACT, SecurityEvent, SecurityFilter, SecurityKind};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};
use uuid::Uuid;

use super::shown::names;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::Fault;
use crate::security::{DAY_MILLIS, begin_of};
use crate::web::form::{Choice, Posted};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many events a page shows.
const LINES: usize = 100;

/// An event as it is shown.
struct Line {
    at: String,
    kind: String,
    who: String,
    address: String,
    route: String,
    record: String,
    why: String,
    request: String,
}

#[derive(Template)]
#[template(path = "security.html")]
struct SecurityPage {
    frame: Frame,
    words: Words,
    kinds: Vec<Choice>,
    kind: String,
    person: String,
    record: String,
    from: String,
    to: String,
    lines: Vec<Line>,
    next: Option<String>,
    days: String,
    days_min: i64,
    days_max: i64,
    /// Whether what was typed is no number of days that the log can be kept.
    wrong: bool,
    /// Whether the text of restricted evidence is kept and searched.
    restricted: bool,
}

/// `GET /settings/security`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let days = app.store.security_days().await?.to_string();
    Ok(html(&shown(&app, &visitor, &query, days, false).await?))
}

/// Why, in the reader's language where it is one of the words that the program writes.
fn said_why(words: &Words, why: &str) -> String {
    let said = |part: &str| words.maybe(&format!("security-why-{}", part.replace(' ', "-")));
    let parts = why.split(", ").map(|part| said(part).unwrap_or_else(|| part.to_owned()));
    parts.collect::<Vec<_>>().join(", ")
}

/// `POST /settings/security`: for how many days the log is kept; whether the text of restricted evidence is.
pub(crate) async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    if let Some(restricted) = posted.filled("restricted") {
        let kept = restricted == "yes";
        app.store.keep_restricted_text(kept).await?;
        let why =
            if kept { "text of restricted evidence kept" } else { "text of restricted evidence not kept" };
        visitor.asker.note(SecurityKind::AccountChanged, None, why).await?;
        return Ok(Redirect::to("/settings/security#restricted-title").into_response());
    }
    let typed = posted.filled("days").unwrap_or_default();
    let (least, most) = SECURITY_DAYS_BOUNDS;
    let days = typed.parse::<u32>().ok().filter(|days| (least..=most).contains(days));
    let Some(days) = days else {
        let page = shown(&app, &visitor, &Posted::default(), typed.to_owned(), true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    };
    app.store.set_meta(SECURITY_DAYS_FACT, &days.to_string()).await?;
    visitor.asker.note(SecurityKind::AccountChanged, None, &format!("security log kept {days} days")).await?;
    Ok(Redirect::to("/settings/security").into_response())
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    query: &Posted,
    days: String,
    wrong: bool,
) -> Result<SecurityPage, Fault> {
    let words = &visitor.words;
    let said = |name: &str| query.filled(name).unwrap_or_default().to_owned();
    let day = |name: &str| query.filled(name).and_then(|day| day.parse::<Date>().ok()).map(begin_of);
    let filter = SecurityFilter {
        kind: query.filled("kind").and_then(|kind| kind.parse().ok()),
        person: query.filled("person").and_then(|person| person.parse::<PersonId>().ok()),
        subject: query.filled("record").and_then(|record| record.parse::<Uuid>().ok()),
        from: day("from"),
        to: day("to").map(|to| to + DAY_MILLIS),
    };
    let before: Option<Uuid> = query.filled("before").and_then(|before| before.parse().ok());
    let rows = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let mut events = app.store.security_events(&filter, before, rows).await?;
    let more = events.len() > LINES;
    events.truncate(LINES);
    let next = events.last().filter(|_| more).map(|last| {
        let mut next = form_urlencoded::Serializer::new(String::new());
        for name in ["kind", "person", "record", "from", "to"] {
            next.append_pair(name, &said(name));
        }
        next.append_pair("before", &last.id.hyphenated().to_string());
        format!("/settings/security?{}", next.finish())
    });
    let people = events.iter().filter_map(|event| event.note.person.map(Key::of));
    let known = names(app, visitor, people.collect::<Vec<_>>()).await?;
    let line = |event: SecurityEvent| {
        let SecurityEvent { at, note, .. } = event;
        let name = note.person.and_then(|person| known.get(&Key::of(person)).cloned());
        Line {
            at: Timestamp::from_millis(at).map(|at| words.time(at)).unwrap_or_default(),
            kind: words.say(&format!("security-{}", note.kind.word())),
            who: name.unwrap_or(note.who),
            address: note.address,
            route: note.route,
            // Its id alone: what a record is called may be what whoever looks after the installation may not read.
            record: note.key.map(|key| format!("{} {}", words.kind(key.kind), key.id)).unwrap_or_default(),
            why: said_why(words, &note.why),
            request: note.request,
        }
    };
    let kinds = SecurityKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.word(), words.say(&format!("security-{}", kind.word()))));
    let (days_min, days_max) = SECURITY_DAYS_BOUNDS;
    Ok(SecurityPage {
        frame: Frame::of(visitor, "/settings", words.say("security"))
            .under(words.say("settings"), "/settings"),
        words: words.clone(),
        kinds: kinds.collect(),
        kind: said("kind"),
        person: said("person"),
        record: said("record"),
        from: said("from"),
        to: said("to"),
        lines: events.into_iter().map(line).collect(),
        next,
        days,
        days_min: i64::from(days_min),
        days_max: i64::from(days_max),
        wrong,
        restricted: app.store.keeps_restricted_text().await?,
    })
}
