//! For whoever runs the server: alive, ready, counts. No token is asked for, and nothing of an audit is said.

use assize_domain::kernel::said::{Said, say};
use assize_store::Unready;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::App;
use crate::body::json;
use crate::conditions::value;
use crate::problem::{Fault, causes};

/// How long a part of the store may take to show that it is there.
const PROBE_TIME_MAX: Duration = Duration::from_secs(5);

/// `GET /healthz`: the process answers.
pub(crate) async fn health() -> Response {
    json(StatusCode::OK, &json!({ "alive": true }))
}

/// `GET /readyz`: whatever an act needs is there, and the server was not told to end.
pub(crate) async fn ready(State(app): State<App>) -> Result<Response, Fault> {
    if app.ending.load(Ordering::SeqCst) {
        return Err(Fault::unavailable("the server is ending", "it was told to end"));
    }
    let head = probe("the database", app.store.head_seq()).await?;
    if let Some(why) = probe("the database", app.store.unready()).await? {
        return Err(unready(&why));
    }
    // No blob has this name; that the place says so is the answer.
    let no_blob = "0".repeat(64);
    probe("the place of evidence", app.store.blobs().get(&no_blob)).await?;
    Ok(json(StatusCode::OK, &json!({ "ready": true, "journal_entries": head })))
}

/// Why nothing is to be sent here. Where things are on this machine is for the log alone.
fn unready(why: &Unready) -> Fault {
    let cause = format!("{why:?}");
    match why {
        Unready::Tables => Fault::unavailable("the tables of the store are not of this version", cause),
        Unready::Log { seconds } => Fault::unavailable(
            say!("the log could not be published for {seconds} s", seconds = *seconds),
            cause,
        ),
        Unready::Room { .. } => {
            Fault::unavailable("there is no room left for the store, its evidence or its log", cause)
        }
    }
}

async fn probe<T>(
    part: impl Into<Said>,
    asking: impl Future<Output = Result<T, assize_store::StoreError>>,
) -> Result<T, Fault> {
    let part = part.into();
    match tokio::time::timeout(PROBE_TIME_MAX, asking).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(Fault::unavailable(say!("{part} cannot be reached", part), causes(&error))),
        Err(_) => {
            let late =
                say!("{part} does not answer within {seconds} s", part, seconds = PROBE_TIME_MAX.as_secs());
            Err(Fault::unavailable(late.clone(), late))
        }
    }
}

/// `GET /metrics`.
pub(crate) async fn metrics(State(app): State<App>) -> Response {
    let tally = tokio::time::timeout(PROBE_TIME_MAX, app.store.letter_tally()).await;
    let tally = tally.ok().and_then(Result::ok);
    let health = tokio::time::timeout(PROBE_TIME_MAX, app.store.health()).await;
    let health = health.ok().and_then(Result::ok);
    (
        [(header::CONTENT_TYPE, value("text/plain; version=0.0.4; charset=utf-8"))],
        app.metrics.text(tally, health.as_ref()),
    )
        .into_response()
}
