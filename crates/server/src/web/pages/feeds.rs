//! One's own calendars by subscription: made, listed, ended.

use askama::Template;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::text::Line;
use assize_domain::kernel::time::Timestamp;
use assize_store::{CANCELLED_MILLIS, FEEDS_MAX};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::mail::MailContent;
use crate::problem::{FORBIDDEN, Fault};
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The page's address.
const HERE: &str = "/settings/calendar";
/// The longest that a subscription holds, in days.
const DAYS_MAX: u32 = 3_650;

/// A subscription in the list.
struct FeedLine {
    id: String,
    label: String,
    made: String,
    expires: Option<String>,
    used: Option<String>,
}

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage {
    frame: Frame,
    words: Words,
    lines: Vec<FeedLine>,
    /// The address of the one that was made just now, shown this once.
    address: Option<String>,
    /// Whether calendars name audits and findings.
    names: bool,
    kept_days: i64,
    label: String,
    days: String,
    days_max: u32,
    wrong_label: Option<String>,
    wrong_days: Option<String>,
}

#[derive(Default)]
struct Came {
    address: Option<String>,
    label: String,
    days: String,
    wrong_label: Option<String>,
    wrong_days: Option<String>,
}

/// `GET /settings/calendar`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    Ok(html(&shown(&app, &visitor, Came::default()).await?))
}

/// `POST /settings/calendar`: the address is in this answer and nowhere else.
pub(crate) async fn make(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let person = person(&visitor)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let words = &visitor.words;
    let (label, days) = (posted.one("label").unwrap_or_default(), posted.one("days").unwrap_or_default());
    let mut came = Came { label: label.to_owned(), days: days.to_owned(), ..Came::default() };
    let named: Option<Line> = label.trim().parse().ok();
    if named.is_none() {
        came.wrong_label = Some(words.say("form-missing"));
    }
    let until = match days.trim() {
        "" => Some(None),
        text => text.parse::<u32>().ok().filter(|days| (1..=DAYS_MAX).contains(days)).map(Some),
    };
    if until.is_none() {
        came.wrong_days = Some(words.with("feed-days-wrong", "count", i64::from(DAYS_MAX)));
    }
    if let (Some(named), Some(until)) = (named, until) {
        match app.store.make_feed(person, named.as_str(), until).await? {
            Some((feed, secret)) => {
                tracing::info!(feed = feed.id, "a calendar was made");
                let address = format!("{}/calendar/{secret}/assize.ics", app.entrance.site.origin());
                let came = Came { address: Some(address), ..Came::default() };
                return Ok(html(&shown(&app, &visitor, came).await?));
            }
            None => {
                let most = i64::try_from(FEEDS_MAX).unwrap_or(i64::MAX);
                came.wrong_label = Some(words.with("feed-too-many", "count", most));
            }
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&shown(&app, &visitor, came).await?)).into_response())
}

/// `POST /settings/calendar/{id}/end`.
pub(crate) async fn end(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.revoke_feed(person(&visitor)?, &id).await? {
        return Err(Fault::not_found("there is no such calendar to end"));
    }
    tracing::info!(feed = id, "a calendar was ended");
    Ok(Redirect::to(HERE).into_response())
}

async fn shown(app: &App, visitor: &Visitor, came: Came) -> Result<CalendarPage, Fault> {
    let words = &visitor.words;
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
    let lines = app.store.feeds(person(visitor)?).await?;
    let lines = lines.into_iter().map(|feed| FeedLine {
        made: at(feed.made_at),
        expires: feed.expires_at.map(at),
        used: feed.used_at.map(at),
        id: feed.id,
        label: feed.label,
    });
    let mut frame =
        Frame::of(visitor, "/settings", words.say("feeds")).under(words.say("settings"), "/settings");
    frame.here = HERE.to_owned();
    Ok(CalendarPage {
        frame,
        words: words.clone(),
        lines: lines.collect(),
        address: came.address,
        names: app.mail.content == MailContent::Names,
        kept_days: CANCELLED_MILLIS / (24 * 60 * 60 * 1_000),
        label: came.label,
        days: came.days,
        days_max: DAYS_MAX,
        wrong_label: came.wrong_label,
        wrong_days: came.wrong_days,
    })
}

/// Whose calendar it is; the operator of the host is nobody of the register.
fn person(visitor: &Visitor) -> Result<PersonId, Fault> {
    visitor.person().ok_or_else(|| {
        Fault::new(
            &FORBIDDEN,
            "calendars are those of people of the register; the operator of the host is none",
        )
    })
}
