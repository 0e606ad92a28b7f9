//! Signing in by a link that is good once, beginning with an invitation, signing out, and choosing a language.
//!
//! A link shows a page with a button: what reads links on their way (mail filters, previews) does not use it up.

use askama::Template;
use assize_domain::{AnyRecord, Key};
use assize_store::{Factor, SecurityKind};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::super::form::Posted;
use super::super::frame::Frame;
use super::super::guard::html;
use super::super::visitor::own_path;
use super::super::words::{Language, Words};
use super::passphrase::SignInPage;
use super::{Coming, FORM_BYTES_MAX, signed_in};
use crate::app::App;
use crate::body::read;
use crate::conditions::value;
use crate::problem::Fault;

#[derive(Template)]
#[template(path = "welcome.html")]
struct WelcomePage {
    frame: Frame,
    words: Words,
    /// The secret of the invitation, and whom it is for; nothing where it does not hold.
    invitation: Option<(String, String)>,
}

/// `GET /sign-in/{link}`.
pub(crate) async fn ask(
    State(app): State<App>,
    Path(link): Path<String>,
    coming: Coming,
    uri: Uri,
) -> Result<Response, Fault> {
    let holds = app.store.link_holds(&link).await?;
    let mut response = page(&app, &coming, &uri, holds.then_some(link), !holds);
    if !holds {
        *response.status_mut() = StatusCode::GONE;
    }
    Ok(response)
}

/// `POST /sign-in/{link}`.
pub(crate) async fn enter(
    State(app): State<App>,
    Path(link): Path<String>,
    coming: Coming,
    uri: Uri,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, FORM_BYTES_MAX).await?);
    let Some(begun) = app.store.begin_session(&link, &coming.visit, &app.entrance.second_factor).await?
    else {
        coming.note(&app, SecurityKind::SignInRefused, None, "link").await?;
        let mut response = page(&app, &coming, &uri, None, true);
        *response.status_mut() = StatusCode::GONE;
        return Ok(response);
    };
    let next = posted.one("next").and_then(own_path).unwrap_or("/");
    signed_in(&app, &coming, &begun, next, None).await
}

/// `GET /welcome/{invitation}`.
pub(crate) async fn welcome(
    State(app): State<App>,
    Path(invitation): Path<String>,
    coming: Coming,
) -> Result<Response, Fault> {
    let person = app.store.invitation_of(&invitation).await?;
    let found = match person {
        Some(person) => app.store.record(Key::of(person)).await?.map(|found| found.record),
        None => None,
    };
    let name = match found {
        Some(AnyRecord::Person(person)) => Some(person.name().to_string()),
        _ => None,
    };
    Ok(welcome_page(&coming.words, name.map(|name| (invitation, name))))
}

/// `POST /welcome/{invitation}`: begins to set up how one signs in.
pub(crate) async fn welcomed(
    State(app): State<App>,
    Path(invitation): Path<String>,
    coming: Coming,
) -> Result<Response, Fault> {
    match app.store.begin_invited(&invitation, &coming.visit).await? {
        Some(begun) => signed_in(&app, &coming, &begun, "/", None).await,
        None => {
            coming.note(&app, SecurityKind::SignInRefused, None, "invitation").await?;
            Ok(welcome_page(&coming.words, None))
        }
    }
}

fn welcome_page(words: &Words, invitation: Option<(String, String)>) -> Response {
    let gone = invitation.is_none();
    let frame = Frame::outside(words, &words.say("welcome"));
    let mut response = html(&WelcomePage { frame, words: words.clone(), invitation });
    if gone {
        *response.status_mut() = StatusCode::GONE;
    }
    response
}

/// `POST /sign-out`.
pub(crate) async fn leave(State(app): State<App>, coming: Coming) -> Result<Response, Fault> {
    let mut to = "/sign-in";
    if let Some(secret) = &coming.secret {
        let session = app.store.session_of(secret).await?;
        if let Some(session) = &session {
            coming.note(&app, SecurityKind::SignedOut, session.person, "").await?;
        }
        match session {
            Some(session) if session.factors.contains(&Factor::Provider) => to = "/sign-in?out=1",
            Some(session) if session.door.is_some() => to = "/enter",
            _ => {}
        }
        app.store.end_session(secret).await?;
    }
    let mut response = Redirect::to(to).into_response();
    let gone = app.entrance.drop_session(&coming.headers, coming.peer);
    response.headers_mut().insert(header::SET_COOKIE, value(&gone));
    // What pages a browser has kept is not left behind for whoever sits there next.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(response)
}

/// `POST /language`.
pub(crate) async fn language(State(app): State<App>, coming: Coming, body: Body) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, FORM_BYTES_MAX).await?);
    if let (Some(secret), Some(language)) =
        (&coming.secret, posted.one("language").and_then(Language::of_tag))
    {
        app.store.choose_language(secret, language.tag()).await?;
    }
    Ok(Redirect::to(posted.one("back").and_then(own_path).unwrap_or("/")).into_response())
}

fn page(app: &App, coming: &Coming, uri: &Uri, link: Option<String>, spent: bool) -> Response {
    let words = coming.words.clone();
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let next = query.one("next").and_then(own_path).unwrap_or("/").to_owned();
    let frame = Frame::outside(&words, &words.say("sign-in"));
    html(&SignInPage {
        frame,
        words,
        link,
        spent,
        next,
        carried: String::new(),
        who: String::new(),
        wrong: None,
        passkeys: coming.takes_passkeys(app),
        provider: app.entrance.provider_name(),
        out: None,
    })
}
