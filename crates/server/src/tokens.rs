//! Tokens. A person has to do with their own; the operator with all.

use assize_domain::Key;
use assize_domain::kernel::act::Scope;
use assize_domain::kernel::datum::{Datum, Intake};
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::said::say;
use assize_domain::kernel::text::Line;
use assize_domain::kernel::time::Timestamp;
use assize_store::Token;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::app::App;
use crate::body::{json, read_json};
use crate::caller::Caller;
use crate::commands::field_problem;
use crate::conditions::IDEMPOTENCY_KEY;
use crate::problem::{FORBIDDEN, Fault, MALFORMED};

/// The longest that a token holds, in days.
pub(crate) const TOKEN_DAYS_MAX: u32 = 366;

struct Wanted {
    label: Line,
    person: Option<PersonId>,
    scope: Scope,
    days: u32,
}

/// `POST /tokens`. The secret is in this answer and nowhere else, so there is no key to ask for it again.
pub(crate) async fn make(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    if headers.contains_key(IDEMPOTENCY_KEY) {
        let what = "a token's secret is not kept to be sent again; leave `Idempotency-Key` out, and revoke what is too many";
        return Err(Fault::new(&MALFORMED, what));
    }
    let mut wanted = read(&read_json(&headers, body).await?)?;
    if caller.token.person.is_some() {
        if wanted.person.is_some_and(|person| Some(person) != caller.token.person) {
            return Err(Fault::new(&FORBIDDEN, "a person makes tokens for themselves alone"));
        }
        wanted.person = caller.token.person;
    }
    if let Some(person) = wanted.person
        && app.store.record(Key::of(person)).await?.is_none()
    {
        let what = say!("no person has the id `{person}`", person);
        return Err(field_problem("/person", what, "register the person first with `person.register`"));
    }
    let made = app.store.make_token(wanted.label.as_str(), wanted.person, wanted.scope, wanted.days).await?;
    let (token, secret) = made;
    tracing::info!(token = token.id, "a token was made");
    Ok(json(StatusCode::CREATED, &json!({ "token": token_json(&token), "secret": secret })))
}

/// `GET /tokens`.
pub(crate) async fn list(State(app): State<App>, caller: Caller) -> Result<Response, Fault> {
    let tokens = app.store.tokens().await?;
    let items: Value = tokens.iter().filter(|token| has_to_do_with(&caller, token)).map(token_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items })))
}

/// `DELETE /tokens/{id}`.
pub(crate) async fn revoke(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let tokens = app.store.tokens().await?;
    let there = tokens.iter().any(|token| token.id == id && has_to_do_with(&caller, token));
    if !there || !app.store.revoke_token(&id).await? {
        return Err(Fault::not_found("there is no such token to revoke"));
    }
    tracing::info!(token = id, "a token was revoked");
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn has_to_do_with(caller: &Caller, token: &Token) -> bool {
    caller.token.person.is_none() || caller.token.person == token.person
}

fn read(body: &Value) -> Result<Wanted, Fault> {
    let Some(object) = body.as_object() else {
        return Err(field_problem(
            "",
            "the body is not an object",
            "give an object with label, person, scope, days",
        ));
    };
    let mut intake = Intake::default();
    intake.only(object, &["label", "person", "scope", "days"]);
    let label = intake.field(object, "label");
    let person = intake.field(object, "person");
    let scope = intake.field(object, "scope");
    let days = intake.at("days", |intake| {
        let days = object.get("days").and_then(Value::as_u64).and_then(|days| u32::try_from(days).ok());
        let days = days.filter(|days| (1..=TOKEN_DAYS_MAX).contains(days));
        if days.is_none() {
            intake.problem(
                "is no number of days that a token can hold",
                say!("give 1 to {most}", most = TOKEN_DAYS_MAX),
            );
        }
        days
    });
    let wanted = (|| Some(Wanted { label: label?, person: person?, scope: scope?, days: days? }))();
    wanted.filter(|_| intake.problems.is_empty()).ok_or_else(|| Fault::invalid(intake.problems))
}

fn token_json(token: &Token) -> Value {
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| at.to_string()).ok();
    json!({ "id": token.id, "label": token.label, "person": token.person.to_json(), "scope": token.scope.word(),
        "made_at": at(token.made_at), "expires_at": at(token.expires_at),
        "used_at": token.used_at.and_then(at), "revoked_at": token.revoked_at.and_then(at) })
}
