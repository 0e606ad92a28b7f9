//! Signing in by a link that is good once, signing out, and choosing a language.
//!
//! The link shows a page with a button: what reads links on their way (mail filters, previews) does not use it up.

use askama::Template;
use assize_store::SESSION_MILLIS;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::form::Posted;
use super::frame::Frame;
use super::guard::html;
use super::visitor::{COOKIE, accepted, own_path, session_cookie};
use super::words::{Language, Words};
use crate::app::App;
use crate::body::read;
use crate::conditions::value;
use crate::problem::Fault;

/// The longest form of these pages, in bytes.
const FORM_BYTES_MAX: u64 = 16 * 1024;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
    words: Words,
    /// The secret of the link, where it would sign somebody in.
    link: Option<String>,
    /// Whether there was a link, and it does not hold.
    spent: bool,
    next: String,
}

/// `GET /sign-in`: how one signs in.
pub(crate) async fn how(headers: HeaderMap, uri: Uri) -> Response {
    page(&headers, &uri, None, false)
}

/// `GET /sign-in/{link}`.
pub(crate) async fn ask(
    State(app): State<App>,
    Path(link): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Fault> {
    let holds = app.store.link_holds(&link).await?;
    let mut response = page(&headers, &uri, holds.then_some(link), !holds);
    if !holds {
        *response.status_mut() = StatusCode::GONE;
    }
    Ok(response)
}

/// `POST /sign-in/{link}`.
pub(crate) async fn enter(
    State(app): State<App>,
    Path(link): Path<String>,
    headers: HeaderMap,
    uri: Uri,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, FORM_BYTES_MAX).await?);
    let Some(secret) = app.store.begin_session(&link).await? else {
        let mut response = page(&headers, &uri, None, true);
        *response.status_mut() = StatusCode::GONE;
        return Ok(response);
    };
    let next = posted.one("next").and_then(own_path).unwrap_or("/");
    let mut response = Redirect::to(next).into_response();
    let seconds = SESSION_MILLIS / 1_000;
    response.headers_mut().insert(header::SET_COOKIE, value(&cookie(&headers, &secret, seconds)));
    Ok(response)
}

/// `POST /sign-out`.
pub(crate) async fn leave(State(app): State<App>, headers: HeaderMap) -> Result<Response, Fault> {
    if let Some(secret) = session_cookie(&headers) {
        app.store.end_session(&secret).await?;
    }
    let mut response = Redirect::to("/sign-in").into_response();
    response.headers_mut().insert(header::SET_COOKIE, value(&cookie(&headers, "", 0)));
    // What pages a browser has kept is not left behind for whoever sits there next.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(response)
}

/// `POST /language`.
pub(crate) async fn language(
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, FORM_BYTES_MAX).await?);
    if let (Some(secret), Some(language)) =
        (session_cookie(&headers), posted.one("language").and_then(Language::of_tag))
    {
        app.store.choose_language(&secret, language.tag()).await?;
    }
    Ok(Redirect::to(posted.one("back").and_then(own_path).unwrap_or("/")).into_response())
}

fn page(headers: &HeaderMap, uri: &Uri, link: Option<String>, spent: bool) -> Response {
    let words = Words::new(accepted(headers), "UTC");
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let next = query.one("next").and_then(own_path).unwrap_or("/").to_owned();
    let frame = Frame::outside(&words, &words.say("sign-in"));
    html(&SignInPage { frame, words, link, spent, next })
}

/// The session's cookie. It is sent over TLS alone where the page came over TLS, as a proxy in front says.
fn cookie(headers: &HeaderMap, secret: &str, seconds: i64) -> String {
    let over_tls = headers.get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes() == b"https");
    let secure = if over_tls { "; Secure" } else { "" };
    format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}
