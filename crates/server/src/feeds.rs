//! Calendars that people subscribe to: what one has to do with and may see now, at an address that nobody else knows. It gives no more than that.

use std::collections::BTreeMap;

use assize_access::Action;
use assize_domain::access::Standing;
use assize_domain::audit::Audit;
use assize_domain::auditor::Person;
use assize_domain::kernel::act::Actor;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::{AnyRecord, Key, Kind};
use assize_exchange::calendar::{
    Calendar, Event, Status, When, audit_events, planned_events, released_events, write,
};
use assize_store::{FeedAsked, FeedEvent, Sight};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use sha2::{Digest as _, Sha256};

use crate::access::asker::read_action;
use crate::access::{Asker, Origin};
use crate::app::App;
use crate::conditions::{none_match, value};
use crate::entrance::Peer;
use crate::exports::calendar_words;
use crate::mail::{MailContent, words_for};
use crate::problem::Fault;
use crate::web::href;
use crate::web::words::Words;

/// How many audits of a person are looked at, those opened last first.
const AUDITS_MAX: usize = 200;
/// For how long a calendar need not be asked for again, in seconds.
const FRESH: &str = "private, max-age=300";

/// `GET /calendar/{secret}/assize.ics`.
pub(crate) async fn serve(
    State(app): State<App>,
    Path(secret): Path<String>,
    peer: Option<axum::Extension<Peer>>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let from = app.entrance.address(&headers, peer.map(|peer| peer.0));
    let feed = match app.store.feed_of(&secret, from).await? {
        FeedAsked::Found(feed) => feed,
        FeedAsked::Unknown => return Ok(bare(StatusCode::NOT_FOUND, None)),
        FeedAsked::Wait(seconds) => return Ok(bare(StatusCode::TOO_MANY_REQUESTS, Some(seconds))),
    };
    if !app.store.may_read_feed(&feed.id).await? {
        return Ok(bare(StatusCode::TOO_MANY_REQUESTS, Some(60 * 60)));
    }
    let Some(AnyRecord::Person(person)) =
        app.store.record(Key::of(feed.person)).await?.map(|found| found.record)
    else {
        return Ok(bare(StatusCode::NOT_FOUND, None));
    };
    let text = text(&app, &person).await?;
    let tag = format!("\"{}\"", hex(&Sha256::digest(text.as_bytes())));
    let mut response = if none_match(&headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let kind = [(header::CONTENT_TYPE, value("text/calendar; charset=utf-8"))];
        (kind, text).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, value(&tag));
    headers.insert(header::CACHE_CONTROL, value(FRESH));
    Ok(response)
}

/// What programs that read calendars are told where there is none: a status, and no page.
fn bare(status: StatusCode, wait: Option<i64>) -> Response {
    let kind = [(header::CONTENT_TYPE, value("text/html; charset=utf-8"))];
    let mut response = (status, kind, String::new()).into_response();
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, value(&seconds.to_string()));
    }
    response
}

/// The calendar of a person as it is now, in their language.
async fn text(app: &App, person: &Person) -> Result<String, Fault> {
    let words = words_for(&app.store, person).await?;
    let mut now: BTreeMap<String, Event> = BTreeMap::new();
    for event in seen(app, person.id(), &words).await? {
        // What is called off by the record is no longer shown, and so sent as cancelled for a while.
        if event.status != Status::Cancelled {
            let event = limited(app, &words, event);
            now.insert(event.uid.clone(), event);
        }
    }
    let shown = now.values().map(shown).collect();
    let mut events = Vec::new();
    for kept in app.store.feed_shown(person.id(), shown).await? {
        let sequence = u32::try_from(kept.sequence).unwrap_or(u32::MAX);
        let changed = Timestamp::from_millis(kept.changed_at).ok();
        match now.remove(&kept.uid) {
            Some(event) if kept.cancelled_at.is_none() => events.push(Event { sequence, changed, ..event }),
            _ => events.extend(cancelled(&words, &kept, sequence, changed)),
        }
    }
    events.sort_by(|one, other| one.uid.cmp(&other.uid));
    let at = Timestamp::from_millis(app.store.clock().millis()).map_err(Fault::internal)?;
    Ok(write(&Calendar { name: words.say("feed-name"), at, events }))
}

/// What a person has to do with, as far as they may see it now.
async fn seen(app: &App, person: PersonId, words: &Words) -> Result<Vec<Event>, Fault> {
    let asker = Asker::of(app, &Actor::Person { person }, Origin::default()).await?;
    // By what the record says of them, and not by what they were given to look after: a calendar is one's own.
    let own = Standing { person: Some(person), operator: false, grants: Vec::new(), door: None };
    let mut events = Vec::new();
    if let Sight::These(audits) = app.store.audits_in_sight(&own).await? {
        for audit in audits.into_iter().rev().take(AUDITS_MAX) {
            events.extend(of_audit(app, &asker, audit, person, words).await?);
        }
    }
    for programme in app.store.programmes_in_sight(&own).await?.unwrap_or_default() {
        if asker.may(Action::See, Key::of(programme)).await? {
            let said = calendar_words(words);
            let planned = app.store.ask(|world| planned_events(world, programme, &said)).await;
            events.extend(planned.map_err(Fault::unanswered)?);
        }
    }
    let mut seen = Vec::with_capacity(events.len());
    for event in events {
        let Some(key) = event.of else { continue };
        let action = if key.kind == Kind::Audit { Action::See } else { read_action(key.kind) };
        if asker.may(action, key).await? {
            seen.push(event);
        }
    }
    Ok(seen)
}

async fn of_audit(
    app: &App,
    asker: &Asker,
    audit: AuditId,
    person: PersonId,
    words: &Words,
) -> Result<Vec<Event>, Fault> {
    let said = calendar_words(words);
    if asker.may_on_all(Action::See, Kind::Plan, Key::of(audit)).await? {
        let events = app.store.ask(|world| audit_events(world, audit, Some(person), &said)).await;
        return events.map_err(Fault::unanswered);
    }
    let found = app.store.record(Key::of(audit)).await?.map(|found| found.record);
    let Some(AnyRecord::Audit(found)) = found else { return Ok(Vec::new()) };
    let plan = match *Audit::plan(&found) {
        Some(plan) if asker.may(Action::See, Key::of(plan)).await? => Some(plan),
        _ => None,
    };
    let events = app.store.ask(|world| released_events(world, audit, plan, person, &said)).await;
    events.map_err(Fault::unanswered)
}

/// An event as far as it may leave the house: a calendar is kept by others, as a letter is, and says no more than a letter may.
fn limited(app: &App, words: &Words, event: Event) -> Event {
    let url = event.of.map(|key| format!("{}{}", app.entrance.site.origin(), href(key)));
    if app.mail.content == MailContent::Names {
        return Event { url, attendees: Vec::new(), ..event };
    }
    let title = words.say(match event.of.map(|key| key.kind) {
        Some(Kind::Audit) => "feed-session",
        Some(Kind::PlannedAudit) => "feed-planned",
        _ => "feed-due",
    });
    // The zone of a place says something of the place.
    let (place, zone) = (None, None);
    Event { title, description: String::new(), place, zone, attendees: Vec::new(), url, ..event }
}

fn shown(event: &Event) -> FeedEvent {
    let (starts, ends) = match event.when {
        When::Time { from, to } => (from.to_string(), to.to_string()),
        When::Days { from, to } => (from.to_string(), to.to_string()),
    };
    let said = Event { sequence: 0, changed: None, ..event.clone() };
    FeedEvent {
        uid: event.uid.clone(),
        sequence: i64::from(event.sequence),
        starts,
        ends,
        digest: hex(&Sha256::digest(format!("{said:?}").as_bytes())),
        changed_at: 0,
        cancelled_at: None,
    }
}

/// What is no longer there: of it the feed knows when it was, and no more.
fn cancelled(words: &Words, kept: &FeedEvent, sequence: u32, changed: Option<Timestamp>) -> Option<Event> {
    let when = match (kept.starts.parse::<Date>(), kept.ends.parse::<Date>()) {
        (Ok(from), Ok(to)) => When::Days { from, to },
        _ => When::Time { from: kept.starts.parse().ok()?, to: kept.ends.parse().ok()? },
    };
    Some(Event {
        uid: kept.uid.clone(),
        of: None,
        changed,
        sequence,
        title: words.say("feed-cancelled"),
        description: String::new(),
        place: None,
        when,
        zone: None,
        status: Status::Cancelled,
        attendees: Vec::new(),
        url: None,
    })
}
