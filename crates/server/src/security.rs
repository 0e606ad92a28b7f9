//! The security log, read.

use assize_access::Action;
use assize_domain::Key;
use assize_domain::evidence::Evidence;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_store::{SecurityEvent, SecurityFilter, SecurityKind, StoreError};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::access::barred::{Barred, forbidden};
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

/// How many times that somebody opened a file are shown.
const OPENINGS: i64 = 100;

/// `GET /evidence/{id}/openings`: who opened a file, or took its audit out, the latest first.
pub(crate) async fn openings(
    State(app): State<App>,
    caller: Caller,
    Path(evidence): Path<String>,
) -> Result<Response, Fault> {
    let evidence = crate::evidence::find(&app, &evidence).await?;
    // Whoever may take it out answers for it: the leader, and whoever manages the programme. To look is not to take it out.
    if !caller.asker.may(Action::Export, Key::of(evidence.id())).await? {
        return Err(forbidden(Barred { because: Vec::new(), turn_to: Vec::new() }));
    }
    let events = openings_of(&app, &evidence).await?;
    let items: Value = events.iter().map(event_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items })))
}

/// The times that somebody opened a file, or took its audit out, which has it in it: the latest first.
pub(crate) async fn openings_of(app: &App, evidence: &Evidence) -> Result<Vec<SecurityEvent>, StoreError> {
    let (own, audit) = (Key::of(evidence.id()), Key::of(*evidence.audit()));
    let mut events = Vec::new();
    for (kind, subject) in
        [(SecurityKind::EvidenceOpened, own), (SecurityKind::Exported, own), (SecurityKind::Exported, audit)]
    {
        let filter =
            SecurityFilter { kind: Some(kind), subject: Some(subject.id), ..SecurityFilter::default() };
        events.extend(app.store.security_events(&filter, None, OPENINGS).await?);
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.id));
    events.truncate(usize::try_from(OPENINGS).unwrap_or_default());
    Ok(events)
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
