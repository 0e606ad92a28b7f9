//! The security log, read.

use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_store::{SecurityEvent, SecurityFilter, SecurityKind};
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::problem::Fault;
use crate::query::Query;
use crate::records::page_len;

/// A day, in milliseconds.
pub(crate) const DAY_MILLIS: i64 = 24 * 60 * 60 * 1_000;

/// `GET /security-events?kind=&person=&record=&from=&to=`: the newest first. `after` is the last id of the page before.
pub(crate) async fn list(State(app): State<App>, _caller: Caller, uri: Uri) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let after: Option<Uuid> = query.read("after");
    let len = page_len(&mut query);
    let kind: Option<SecurityKind> = query.read("kind");
    let person: Option<PersonId> = query.read("person");
    let subject: Option<Uuid> = query.read("record");
    let from: Option<Date> = query.read("from");
    let to: Option<Date> = query.read("to");
    query.done(Some(()))?;
    let (from, to) = (from.map(begin_of), to.map(|to| begin_of(to) + DAY_MILLIS));
    let filter = SecurityFilter { kind, person, subject, from, to };
    let rows = i64::try_from(len + 1).unwrap_or(i64::MAX);
    let mut events = app.store.security_events(&filter, after, rows).await?;
    let more = events.len() > len;
    events.truncate(len);
    let next = events.last().filter(|_| more).map(|event| event.id.hyphenated().to_string());
    let items: Value = events.iter().map(event_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items, "next": next })))
}

/// When a day begins, in milliseconds after 1970.
pub(crate) fn begin_of(day: Date) -> i64 {
    format!("{day}T00:00:00Z").parse::<Timestamp>().map_or(0, Timestamp::millis)
}

fn event_json(event: &SecurityEvent) -> Value {
    let SecurityEvent { id, at, note } = event;
    json!({
        "id": id.hyphenated().to_string(),
        "at": Timestamp::from_millis(*at).map(|at| at.to_string()).ok(),
        "kind": note.kind.word(),
        "who": note.who,
        "person": note.person.map(|person| person.to_string()),
        "address": note.address,
        "route": note.route,
        "record": note.key.map(|key| json!({ "kind": key.kind.word(), "id": key.id.hyphenated().to_string() })),
        "request": note.request,
        "why": note.why,
    })
}
