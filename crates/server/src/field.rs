//! Work in the field, as the house sees it: an audit goes out as a file, and what comes home is taken in.

use std::collections::BTreeSet;
use std::io::Cursor;

use assize_access::Action;
use assize_domain::kernel::id::{AuditId, Id as _, PersonId};
use assize_domain::kernel::said::{Said, say};
use assize_domain::{Actor, Key};
use assize_store::{
    Documents, FIELD_PASSPHRASE_CHARS_MIN, FieldBad, FieldLock, Lending, SecurityKind, TakenIn,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use futures::StreamExt as _;
use serde_json::{Value, json};

use crate::access::Asker;
use crate::app::App;
use crate::body::{check_length, json as json_answer, not_received, read_json, stream};
use crate::caller::Caller;
use crate::commands::field_problem;
use crate::conditions::value;
use crate::dossiers::place;
use crate::problem::{Fault, MALFORMED};
use crate::query::id;

/// The longest file that is taken in over HTTP, which is held in memory; a longer one is taken in with `assize field in`.
pub(crate) const HOME_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Why a field file is not taken, in words.
pub(crate) fn said(bad: FieldBad) -> Said {
    match bad {
        FieldBad::Shut => {
            say!("the field file does not open with what was given; try the passphrase or the key again")
        }
        FieldBad::Form => say!("this is no field file of this version of Assize"),
        FieldBad::Damaged => {
            say!(
                "the field file is damaged or was cut off; get it anew from where it came from. Nothing of it was taken"
            )
        }
        FieldBad::Unknown => say!("the field file comes from no loan of this store"),
        FieldBad::Signature => {
            say!(
                "the checkpoint in the field file is not signed with the key of its loan, so that nobody can say that it is all. Nothing of it was taken"
            )
        }
        FieldBad::Branched => {
            say!(
                "the field file does not go on from what was brought before of its loan. Nothing of it was taken"
            )
        }
        FieldBad::TooLong { bytes_max } => {
            say!(
                "a file in the field file is longer than {bytes_max} bytes, the most that is taken in this way; take it in with `assize field in`. Nothing of it was taken",
                bytes_max
            )
        }
        FieldBad::Open => say!("another process has the field file open already"),
    }
}

/// What a passphrase is asked to be.
pub(crate) fn short_passphrase() -> Said {
    say!("give a passphrase of at least {least} characters", least = FIELD_PASSPHRASE_CHARS_MIN)
}

/// `POST /audits/{id}/loans`: lends the audit; the answer is the file.
pub(crate) async fn lend(
    State(app): State<App>,
    caller: Caller,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let wanted = read_json(&headers, body).await?;
    let Some(fields) = wanted.as_object() else {
        return Err(Fault::new(&MALFORMED, "send an object"));
    };
    if let Some(other) = fields.keys().find(|name| !WANTED.contains(&name.as_str())) {
        return Err(Fault::new(&MALFORMED, say!("`{name}` is no field of a loan", name = other.as_str())));
    }
    let lending = lending(audit, &wanted, caller.actor.clone())?;
    let text = |name: &str| wanted.get(name).and_then(Value::as_str);
    let lock = match (text("recipient"), text("passphrase")) {
        (Some(recipient), None) => FieldLock::recipient(recipient).ok_or_else(|| {
            field_problem("/recipient", "this is no recipient of age", "give one that begins with `age1`")
        })?,
        (None, Some(passphrase)) => FieldLock::passphrase(passphrase)
            .ok_or_else(|| field_problem("/passphrase", "the passphrase is too short", short_passphrase()))?,
        _ => return Err(Fault::new(&MALFORMED, "give either a `recipient` or a `passphrase`")),
    };
    lent(&app, &caller.asker, &lending, lock).await
}

/// The fields of a loan that is wanted.
const WANTED: [&str; 5] = ["borrower", "papers", "files", "recipient", "passphrase"];

fn lending(audit: AuditId, wanted: &Value, by: Actor) -> Result<Lending, Fault> {
    let borrower =
        wanted.get("borrower").and_then(Value::as_str).and_then(|text| text.parse::<PersonId>().ok());
    let Some(borrower) = borrower else {
        return Err(field_problem("/borrower", "this is no id", "give the id of an auditor of the team"));
    };
    let papers = match wanted.get("papers") {
        None | Some(Value::Null) => None,
        Some(Value::Array(list)) => {
            let read = |value: &Value| value.as_str()?.parse().ok();
            Some(list.iter().map(read).collect::<Option<Vec<_>>>().ok_or_else(|| {
                field_problem("/papers", "one of them is no id", "give the ids of papers of the audit")
            })?)
        }
        Some(_) => {
            return Err(field_problem("/papers", "this is no list", "give the ids of papers of the audit"));
        }
    };
    let documents = match wanted.get("files") {
        None | Some(Value::Null) => Documents::All,
        Some(Value::Bool(true)) => Documents::All,
        Some(Value::Bool(false)) => Documents::None,
        Some(Value::Array(list)) => {
            let read = |value: &Value| value.as_str()?.parse::<uuid::Uuid>().ok();
            let ids = list.iter().map(read).collect::<Option<BTreeSet<_>>>();
            Documents::Of(ids.ok_or_else(|| {
                field_problem("/files", "one of them is no id", "give the ids of evidence of the audit")
            })?)
        }
        Some(_) => {
            return Err(field_problem(
                "/files",
                "this says not which files",
                "give true, false, or ids of evidence",
            ));
        }
    };
    Ok(Lending { audit, borrower, papers, documents, by })
}

/// Lends an audit: the answer is the file, as it is written.
pub(crate) async fn lent(
    app: &App,
    asker: &Asker,
    lending: &Lending,
    lock: FieldLock,
) -> Result<Response, Fault> {
    let key = Key::of(lending.audit);
    if app.in_field || app.store.record(key).await?.is_none() {
        return Err(Fault::not_found(say!("no audit has the id `{audit}`", audit = lending.audit)));
    }
    asker.demand_any(&[Action::Audit, Action::Manage], key).await?;
    let place = place(&app.dossiers)?;
    let (lent, bytes) = app.store.lend_streamed(lending, lock).await?;
    // The place is given back when the last of it was read, or nobody reads any more.
    let bytes = bytes.map(move |chunk| {
        let _ = &place;
        chunk
    });
    asker.note(SecurityKind::Exported, Some(key), "field.lend").await?;
    let name = format!("{}.assize-field", lent.loan);
    let headers = [
        (header::CONTENT_TYPE, value("application/octet-stream")),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))),
        (header::CACHE_CONTROL, value("private, no-store")),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}

/// `POST /audits/{id}/loans/home`: takes in what came home; the body is the file.
pub(crate) async fn home(
    State(app): State<App>,
    caller: Caller,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    check_length(&headers, HOME_BYTES_MAX)?;
    let _place = place(&app.dossiers)?;
    let mut bytes = Vec::new();
    let mut parts = std::pin::pin!(stream(body, HOME_BYTES_MAX));
    while let Some(part) = parts.next().await {
        bytes.extend_from_slice(&part.map_err(|error| not_received(&error, HOME_BYTES_MAX))?);
    }
    let taken = taken_in(&app, audit, Bytes::from(bytes), caller.actor.clone()).await?;
    Ok(json_answer(StatusCode::OK, &taken_json(&taken)))
}

/// Takes in what came home of a loan of an audit.
pub(crate) async fn taken_in(app: &App, audit: AuditId, bytes: Bytes, by: Actor) -> Result<TakenIn, Fault> {
    let (store, bytes_max) = (app.store.clone(), app.upload_bytes_max);
    let runtime = tokio::runtime::Handle::current();
    let taking = tokio::task::spawn_blocking(move || {
        runtime.block_on(store.take_in_of(audit, Cursor::new(bytes), &by, bytes_max))
    });
    Ok(taking.await.map_err(Fault::internal)??)
}

/// What taking in came to, as JSON.
pub(crate) fn taken_json(taken: &TakenIn) -> Value {
    json!({ "loan": taken.loan.uuid().to_string(), "audit": taken.audit.uuid().to_string(), "acts": taken.acts,
        "carried": taken.carried, "waiting": taken.waiting, "before": taken.before })
}

/// The fault of a field file that is not taken.
pub(crate) fn fault(bad: FieldBad) -> Fault {
    Fault::new(&MALFORMED, said(bad))
}
