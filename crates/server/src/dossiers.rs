//! The dossier of an audit: the whole of it in one file that proves itself, streamed as it is written.

use assize_domain::Key;
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::said::say;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use crate::app::App;
use crate::caller::Caller;
use crate::conditions::value;
use crate::problem::{Fault, REFUSED};
use crate::query::id;

/// `GET /audits/{id}/dossier`.
pub(crate) async fn one(
    State(app): State<App>,
    _caller: Caller,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    streamed(&app, &audit).await
}

/// The dossier of an audit, which must be there, under a log that was published.
pub(crate) async fn streamed(app: &App, audit: &str) -> Result<Response, Fault> {
    let audit: AuditId = id(audit)?;
    if app.store.record(Key::of(audit)).await?.is_none() {
        return Err(Fault::not_found(say!("no audit has the id `{audit}`", audit)));
    }
    if app.store.checkpoint_note().await?.is_none() {
        let what = "nothing of the log was published yet, so that a dossier could not prove itself; try again in a moment";
        return Err(Fault::new(&REFUSED, what));
    }
    let headers = [
        (header::CONTENT_TYPE, value("application/zip")),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"dossier-{audit}.zip\""))),
    ];
    Ok((headers, Body::from_stream(app.store.dossier(audit))).into_response())
}
