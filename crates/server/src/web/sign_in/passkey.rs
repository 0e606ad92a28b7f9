//! Signing in by a passkey: what a script asks for and answers. Without scripts there are no passkeys; a passphrase needs none.

use assize_store::Challenge;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::visitor::Arriving;
use super::{Coming, answered};
use crate::app::App;
use crate::body::{json as answer_json, read_json};
use crate::problem::{FORBIDDEN, Fault};

/// A challenge as a script takes it.
pub(crate) fn challenge_json(challenge: &Challenge) -> Response {
    answer_json(StatusCode::OK, &json!({ "challenge": challenge.id, "options": challenge.options }))
}

/// `POST /sign-in/passkey/ask`.
pub(crate) async fn ask(State(app): State<App>) -> Result<Response, Fault> {
    let challenge = app.store.ask_passkey(None, &app.entrance.site.party()).await?;
    Ok(challenge_json(&challenge))
}

/// `POST /sign-in/passkey`.
pub(crate) async fn answer(State(app): State<App>, coming: Coming, body: Body) -> Result<Response, Fault> {
    let sent = read_json(&coming.headers, body).await?;
    let (challenge, given) = parts(&sent);
    let came =
        app.store.sign_in_by_passkey(challenge, given, &app.entrance.site.party(), &coming.visit).await?;
    coming.note_try(&app, &came, None).await?;
    if let (assize_store::SignIn::Begun(_), Some(old)) = (&came, &coming.secret) {
        app.store.end_session(old).await?;
    }
    answered(&app, &coming, &came, sent.get("as").and_then(Value::as_str)).await
}

/// `POST /sign-in/again/ask`.
pub(crate) async fn again_ask(State(app): State<App>, arriving: Arriving) -> Result<Response, Fault> {
    let person = arriving.0.person().ok_or_else(|| Fault::new(&FORBIDDEN, "the operator has no passkey"))?;
    let challenge = app.store.ask_passkey(Some(person), &app.entrance.site.party()).await?;
    Ok(challenge_json(&challenge))
}

/// `POST /sign-in/again/passkey`.
pub(crate) async fn again_answer(
    State(app): State<App>,
    arriving: Arriving,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let sent = read_json(&coming.headers, body).await?;
    let (challenge, given) = parts(&sent);
    let party = app.entrance.site.party();
    let secret = &arriving.0.session;
    let came = app.store.show_again_by_passkey(secret, challenge, given, &party, &coming.visit).await?;
    coming.note_try(&app, &came, arriving.0.person()).await?;
    answered(&app, &coming, &came, None).await
}

/// The challenge that an answer names, and the answer.
pub(crate) fn parts(sent: &Value) -> (&str, &Value) {
    let challenge = sent.get("challenge").and_then(Value::as_str).unwrap_or_default();
    (challenge, sent.get("answer").unwrap_or(&Value::Null))
}
