//! The way in by the auditee's door: a link, then a code that goes to the address of the register.
//!
//! The link shows a page with a button: what reads links on their way (mail filters, previews) sends no codes.

use askama::Template;
use assize_domain::{AnyRecord, Key};
use assize_store::{DOOR_CODE_CHARS, DOOR_CODE_MILLIS, Door, DoorCode, SignIn};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::super::form::Posted;
use super::super::frame::Frame;
use super::super::guard::html;
use super::super::words::Words;
use super::{Coming, FORM_BYTES_MAX, signed_in};
use crate::app::App;
use crate::auditee_door::code_letter;
use crate::body::read;
use crate::problem::Fault;

#[derive(Template)]
#[template(path = "door/enter.html")]
struct EnterPage {
    frame: Frame,
    words: Words,
    step: Step,
    wrong: Option<String>,
    digits: usize,
    minutes: i64,
}

/// How far somebody is at the door.
enum Step {
    /// They left, or came without a link.
    Left,
    /// The link holds no longer.
    Gone,
    /// They can have a code sent; or made alone, where no mail is sent.
    Ask { link: String, name: String, sends: bool },
    /// A code was sent, in part shown where to; nowhere, where no mail is sent.
    Code { link: String, name: String, address: Option<String> },
}

fn page(words: &Words, step: Step, wrong: Option<String>) -> Response {
    let status = match (&step, &wrong) {
        (Step::Gone, _) => StatusCode::GONE,
        (_, Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        (_, None) => StatusCode::OK,
    };
    let mut response = html(&EnterPage {
        frame: Frame::outside(words, &words.say("door-enter")),
        words: words.clone(),
        step,
        wrong,
        digits: DOOR_CODE_CHARS,
        minutes: DOOR_CODE_MILLIS / 60_000,
    });
    *response.status_mut() = status;
    response
}

/// `GET /enter`: what is shown to whoever has left.
pub(crate) async fn door_left(coming: Coming) -> Response {
    page(&coming.words, Step::Left, None)
}

/// Whose door it is: their name, and where mail is sent their address with most of it hidden.
async fn whose(app: &App, door: &Door) -> Result<(String, Option<String>), Fault> {
    match app.store.record(Key::of(door.person)).await?.map(|found| found.record) {
        Some(AnyRecord::Person(person)) => {
            let address = person.email().as_ref().map(ToString::to_string).unwrap_or_default();
            Ok((person.name().to_string(), app.mail.mailer.is_some().then(|| veiled(&address))))
        }
        _ => Ok((String::new(), None)),
    }
}

/// An address of which whoever knows it sees which it is, and nobody else learns it.
fn veiled(address: &str) -> String {
    let (name, host) = address.split_once('@').unwrap_or((address, ""));
    let first: String = name.chars().take(1).collect();
    format!("{first}…@{host}")
}

/// `GET /enter/{link}`.
pub(crate) async fn door(
    State(app): State<App>,
    Path(link): Path<String>,
    coming: Coming,
) -> Result<Response, Fault> {
    let Some(door) = app.store.door_of_link(&link).await? else {
        return Ok(page(&coming.words, Step::Gone, None));
    };
    let (name, address) = whose(&app, &door).await?;
    Ok(page(&coming.words, Step::Ask { link, name, sends: address.is_some() }, None))
}

/// `POST /enter/{link}`: sends a code.
pub(crate) async fn door_code(
    State(app): State<App>,
    Path(link): Path<String>,
    coming: Coming,
) -> Result<Response, Fault> {
    let words = &coming.words;
    let Some(door) = app.store.door_of_link(&link).await? else {
        return Ok(page(words, Step::Gone, None));
    };
    let (name, address) = whose(&app, &door).await?;
    let letter = |door: &Door, code: &str, address: String| code_letter(words, door, code, address);
    Ok(match app.store.post_door_code(&link, letter).await? {
        DoorCode::Posted => page(words, Step::Code { link, name, address }, None),
        DoorCode::Wait { seconds } => {
            let wrong = words.with("door-codes-wait", "seconds", seconds);
            let mut response = page(words, Step::Code { link, name, address }, Some(wrong));
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            response
        }
        DoorCode::Shut => page(words, Step::Gone, None),
    })
}

/// `POST /enter/{link}/code`: begins a session with the code that was sent.
pub(crate) async fn enter_door(
    State(app): State<App>,
    Path(link): Path<String>,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let words = &coming.words;
    let posted = Posted::read(&read(&coming.headers, body, FORM_BYTES_MAX).await?);
    let Some(door) = app.store.door_of_link(&link).await? else {
        return Ok(page(words, Step::Gone, None));
    };
    let code = posted.filled("code").unwrap_or_default();
    let came = app.store.enter_door(&link, code, &coming.visit).await?;
    if let SignIn::Begun(begun) = &came {
        return signed_in(&app, &coming, begun, "/door", None).await;
    }
    let (name, address) = whose(&app, &door).await?;
    let (wrong, status) = match came {
        SignIn::Wait { seconds } => {
            (words.with("sign-in-wait", "seconds", seconds), StatusCode::TOO_MANY_REQUESTS)
        }
        _ => (words.say("door-code-wrong"), StatusCode::UNPROCESSABLE_ENTITY),
    };
    let mut response = page(words, Step::Code { link, name, address }, Some(wrong));
    *response.status_mut() = status;
    Ok(response)
}

#[cfg(test)]
mod tests {
    #[test]
    fn of_an_address_the_first_letter_and_the_host_are_shown() {
        assert_eq!(super::veiled("cleo.marsh@example.com"), "c…@example.com");
        assert_eq!(super::veiled(""), "…@");
    }
}
