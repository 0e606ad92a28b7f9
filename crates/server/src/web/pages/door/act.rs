//! The sessions by one's door, and closing it.

use askama::Template;
use assize_domain::kernel::time::Timestamp;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect};

use super::{Answer, Guest};
use crate::app::App;
use crate::conditions::value;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::own::browser;
use crate::web::sign_in::Coming;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// A session by the door.
struct SessionLine {
    id: String,
    this: bool,
    agent: String,
    made: String,
    used: String,
}

#[derive(Template)]
#[template(path = "door/sessions.html")]
struct SessionsPage {
    frame: Frame,
    words: Words,
    sessions: Vec<SessionLine>,
    until: Option<String>,
}

/// `GET /door/sessions`.
pub(crate) async fn sessions(State(app): State<App>, visitor: Visitor) -> Answer {
    let guest = Guest::of(&visitor)?;
    let words = visitor.words.clone();
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
    let mut open = app.store.sessions_of(guest.person).await?;
    open.retain(|session| session.door.as_ref().is_some_and(|door| Some(door) == visitor.door()));
    let door = match visitor.door() {
        Some(door) => app.store.door(&door.id).await?,
        None => None,
    };
    let lines = open.into_iter().map(|session| SessionLine {
        this: session.id == visitor.shown.id,
        agent: session.agent.as_deref().and_then(browser).unwrap_or_else(|| words.say("own-browser-unknown")),
        made: at(session.made_at),
        used: at(session.used_at),
        id: session.id,
    });
    Ok(html(&SessionsPage {
        frame: Frame::of(&visitor, "", words.say("door-sessions")),
        sessions: lines.collect(),
        until: door.map(|door| at(door.expires_at)),
        words: words.clone(),
    }))
}

/// `POST /door/sessions/{session}/end`.
pub(crate) async fn end_session(
    State(app): State<App>,
    visitor: Visitor,
    Path(session): Path<String>,
) -> Answer {
    let guest = Guest::of(&visitor)?;
    let open = app.store.sessions_of(guest.person).await?;
    // The sessions of an account are looked after there.
    if open.iter().any(|one| one.id == session && one.door.as_ref() == visitor.door()) {
        app.store.end_session_of(guest.person, &session).await?;
    }
    let to = if session == visitor.shown.id { "/enter" } else { "/door/sessions" };
    Ok(Redirect::to(to).into_response())
}

/// `POST /door/close`: the link is good for nothing from then on.
pub(crate) async fn close(State(app): State<App>, visitor: Visitor, coming: Coming) -> Answer {
    Guest::of(&visitor)?;
    if let Some(door) = visitor.door() {
        app.store.close_door(&door.id).await?;
        tracing::info!(door = door.id, audit = %door.audit, "an auditee's door was closed by its contact");
    }
    let mut response = Redirect::to("/enter").into_response();
    let gone = app.entrance.drop_session(&coming.headers, coming.peer);
    response.headers_mut().insert(header::SET_COOKIE, value(&gone));
    Ok(response)
}
