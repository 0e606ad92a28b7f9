//! Accounts and letters for other programs: who can sign in and by what, and where each letter stands.
//!
//! A program may lock an account, as when somebody leaves. Inviting, unlocking and taking factors away let somebody in, and are for whoever has just
//! shown who they are: by the pages, or on the host (`assize account`).

use assize_domain::Key;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Timestamp;
use assize_store::{Account, LetterGlance, LetterState, PAGE_ROWS_MAX, SecurityKind, StoreError};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::access::Asker;
use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::problem::Fault;
use crate::query::{self, Query};
use crate::records::page_len;

/// What is changed of an account by one button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Nobody signs in to it any more.
    Lock,
    /// It is open again.
    Unlock,
    /// Everything by which somebody signs in is taken away.
    Reset,
}

/// Changes an account, and notes it for security; whether there was anything to change.
pub(crate) async fn change(
    app: &App,
    asker: &Asker,
    person: PersonId,
    change: Change,
) -> Result<bool, StoreError> {
    let store = &app.store;
    let (changed, what) = match change {
        Change::Lock => (store.lock_account(person).await?, "locked"),
        Change::Unlock => (store.unlock_account(person).await?, "unlocked"),
        Change::Reset => (store.reset_account(person).await?, "reset"),
    };
    asker.note(SecurityKind::AccountChanged, Some(Key::of(person)), what).await?;
    tracing::info!(%person, what, "an account was changed");
    Ok(changed)
}

/// `GET /accounts?after=`: in the order of their persons' ids.
pub(crate) async fn list(State(app): State<App>, _caller: Caller, uri: Uri) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let after: Option<PersonId> = query.read("after");
    query.done(Some(()))?;
    let accounts = app.store.accounts(after).await?;
    let full = accounts.len() >= usize::try_from(PAGE_ROWS_MAX).unwrap_or(usize::MAX);
    let next = accounts.last().filter(|_| full).map(|last| last.person.to_string());
    let items: Value = accounts.iter().map(account_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items, "next": next })))
}

/// `POST /accounts/{id}/lock`.
pub(crate) async fn lock(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !change(&app, &caller.asker, query::id(&id)?, Change::Lock).await? {
        return Err(Fault::not_found("there is no such account that is open"));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /letters?state=&before=`: the youngest first. `before` is the `made_at` of the last one of the page before.
pub(crate) async fn letters(State(app): State<App>, _caller: Caller, uri: Uri) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let state: Option<LetterState> = query.read("state");
    let before: Option<Timestamp> = query.read("before");
    let len = page_len(&mut query);
    query.done(Some(()))?;
    let rows = i64::try_from(len + 1).unwrap_or(i64::MAX);
    let mut letters = app.store.letters(state, before.map(Timestamp::millis), rows).await?;
    let more = letters.len() > len;
    letters.truncate(len);
    let next = letters.last().filter(|_| more).and_then(|last| at(last.made_at));
    let items: Value = letters.iter().map(letter_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items, "next": next })))
}

/// `POST /letters/{id}/retry`: tries a letter again now.
pub(crate) async fn retry(
    State(app): State<App>,
    _caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.retry_letter(&id).await? {
        return Err(Fault::not_found("there is no such letter to send again"));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn at(millis: i64) -> Option<String> {
    Timestamp::from_millis(millis).map(|at| at.to_string()).ok()
}

fn account_json(account: &Account) -> Value {
    json!({
        "person": account.person.to_string(),
        "made_at": at(account.made_at),
        "locked_at": account.locked_at.and_then(at),
        "used_at": account.used_at.and_then(at),
        "passphrase_at": account.passphrase_at.and_then(at),
        "codes_at": account.codes_at.and_then(at),
        "recovery_left": account.recovery_left,
        "passkeys": account.passkeys,
        "invited_until": account.invited_until.and_then(at),
    })
}

fn letter_json(letter: &LetterGlance) -> Value {
    json!({
        "id": letter.id,
        "kind": letter.kind,
        "person": letter.person.map(|person| person.to_string()),
        "address": letter.address,
        "made_at": at(letter.made_at),
        "due_at": at(letter.due_at),
        "tries": letter.tries,
        "state": letter.state.word(),
        "ended_at": letter.ended_at.and_then(at),
        "failed": letter.failed,
        "can_retry": letter.can_retry,
    })
}
