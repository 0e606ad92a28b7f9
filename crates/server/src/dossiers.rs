//! The dossier of an audit: the whole of it in one file that proves itself, streamed as it is written, with what was chosen left out.

use std::sync::Arc;

use assize_domain::Key;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::id::{AuditId, EvidenceId, Id as _};
use assize_domain::kernel::said::{Said, say};
use assize_store::{StoreError, Withhold};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::app::App;
use crate::caller::Caller;
use crate::conditions::value;
use crate::problem::{Fault, REFUSED};
use crate::query::{Query, id, short};

/// How many dossiers are written at a time. Each holds a thread, and a part of the journal in memory, for as long as somebody reads.
pub(crate) const DOSSIERS_MAX: usize = 3;

/// `GET /audits/{id}/dossier?withhold=&withhold_evidence=`.
pub(crate) async fn one(
    State(app): State<App>,
    _caller: Caller,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let fields = query.text("withhold").unwrap_or_default();
    let evidence = query.text("withhold_evidence").unwrap_or_default();
    let listed = |text: &str| -> Vec<String> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let withhold = withhold(&listed(&fields), &listed(&evidence));
    let withhold = match query.whole(Some(())) {
        Ok(()) => withhold.map_err(Fault::invalid)?,
        Err(problems) => {
            return Err(Fault::invalid(
                problems.into_iter().chain(withhold.err().unwrap_or_default()).collect(),
            ));
        }
    };
    streamed(&app, &audit, withhold).await
}

/// What is to be withheld: fields as `KIND:FIELD` or `SEQ:FIELD`, and evidence by its ids.
///
/// # Errors
/// What cannot be read, each at its parameter.
pub(crate) fn withhold(fields: &[String], evidence: &[String]) -> Result<Withhold, Vec<Problem>> {
    let mut found = Withhold::default();
    let mut problems = Vec::new();
    for text in fields {
        match Withhold::field(text) {
            Some(field) => {
                found.fields.insert(field);
            }
            None => problems.push(Problem::new(
                "?withhold",
                say!("`{text}` names no field", text = short(text)),
                "give KIND:FIELD for all entries of a kind, such as `note.written:text`, or SEQ:FIELD for one",
            )),
        }
    }
    for text in evidence {
        match text.parse::<EvidenceId>() {
            Ok(id) => {
                found.evidence.insert(id.uuid());
            }
            Err(_) => problems.push(Problem::new(
                "?withhold_evidence",
                say!("`{text}` is no id", text = short(text)),
                "give ids of evidence of the audit",
            )),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// The dossier of an audit, which must be there, under a log that was published.
pub(crate) async fn streamed(app: &App, audit: &str, withhold: Withhold) -> Result<Response, Fault> {
    let audit: AuditId = id(audit)?;
    if app.store.record(Key::of(audit)).await?.is_none() {
        return Err(Fault::not_found(say!("no audit has the id `{audit}`", audit)));
    }
    if app.store.checkpoint_note().await?.is_none() {
        let what = "nothing of the log was published yet, so that a dossier could not prove itself; try again in a moment";
        return Err(Fault::new(&REFUSED, what));
    }
    let place = place(&app.dossiers)?;
    let chunks = match app.store.dossier(audit, withhold).await {
        Ok(chunks) => chunks,
        Err(StoreError::Withhold(problems)) => return Err(Fault::invalid(hiding_nothing(problems))),
        Err(other) => return Err(other.into()),
    };
    // The place is given back when the last of it was read, or nobody reads any more.
    let chunks = chunks.map(move |chunk| {
        let _ = &place;
        chunk
    });
    let headers = [
        (header::CONTENT_TYPE, value("application/zip")),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"dossier-{audit}.zip\""))),
    ];
    Ok((headers, Body::from_stream(chunks)).into_response())
}

/// A place for writing a dossier, for as long as it is held.
pub(crate) fn place(places: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, Fault> {
    Arc::clone(places).try_acquire_owned().map_err(|_| {
        let detail = say!(
            "{most} dossiers are being written already; try again when one of them is done",
            most = DOSSIERS_MAX
        );
        Fault::unavailable(detail, "all places for writing dossiers are taken")
    })
}

/// Choices that would not have hidden what they were to hide.
fn hiding_nothing(problems: Vec<String>) -> Vec<Problem> {
    let one = |what: String| {
        let at = if what.starts_with("evidence") { "?withhold_evidence" } else { "?withhold" };
        Problem::new(at, Said::data(what), "choose what the dossier would show")
    };
    problems.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_dossiers_are_written_at_a_time_than_there_are_places() {
        let places = Arc::new(Semaphore::new(DOSSIERS_MAX));
        let mut held: Vec<_> = (0..DOSSIERS_MAX).map(|_| place(&places)).collect();
        assert!(held.iter().all(Result::is_ok));
        let refused = place(&places).err().unwrap();
        assert_eq!(refused.status().as_u16(), 503);
        held.pop();
        assert!(place(&places).is_ok());
    }

    #[test]
    fn what_is_withheld_is_read_or_named_at_its_parameter() {
        let id = "0198c2f0-0000-7000-8000-000000000000".to_owned();
        let read = withhold(&["note.written:text".to_owned(), "17:actor".to_owned()], &[id]).unwrap();
        assert_eq!((read.fields.len(), read.evidence.len()), (2, 1));
        let wrong = withhold(&["note".to_owned()], &["7".to_owned()]).unwrap_err();
        let places: Vec<&str> = wrong.iter().map(|problem| problem.at.as_str()).collect();
        assert_eq!(places, ["?withhold", "?withhold_evidence"]);
    }
}
