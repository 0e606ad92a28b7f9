//! Files sent by a form: each taken in as evidence of the paper's audit, and attached to the paper.

use std::io;

use assize_domain::audit::Audit;
use assize_domain::evidence::Paper;
use assize_domain::kernel::id::{AuditId, EvidenceId, PaperId};
use assize_domain::kernel::said::say;
use assize_domain::{Command, Key};
use assize_store::{Act, Once, StoreError};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::{Bytes, BytesMut};
use futures::TryStreamExt as _;
use serde_json::json;

use super::act::wants_json;
use super::form::{Posted, Wrong};
use super::visitor::{Visitor, own_path};
use crate::app::App;
use crate::body::not_received;
use crate::commands::{command, execute};
use crate::evidence::read_later;
use crate::problem::{Fault, MALFORMED};
use crate::query::id;

/// The longest text beside the files, in bytes.
const TEXT_BYTES_MAX: usize = 4_000;
/// The longest text of a control in a form with a file, and the most controls of such a form.
pub(super) const CONTROL_BYTES_MAX: usize = 64 * 1024;
pub(super) const CONTROLS_MAX: usize = 200;

/// A form that was read whole: its controls, and the file, where one was chosen.
pub(crate) struct Sent {
    /// The controls.
    pub(crate) posted: Posted,
    /// The name of the file, and its bytes.
    pub(crate) file: Option<(String, Bytes)>,
}

impl Sent {
    /// Reads a form with one file, `bytes_max` at most.
    pub(crate) async fn read(mut form: Multipart, bytes_max: u64) -> Result<Self, Fault> {
        let mut sent = Self { posted: Posted::default(), file: None };
        let mut controls = 0_usize;
        while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
            controls += 1;
            if controls > CONTROLS_MAX {
                return Err(Fault::new(&MALFORMED, "the form has too many controls"));
            }
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                // A form that is sent without a file sends one without a name.
                Some(file) if file.is_empty() => {}
                Some(file) => sent.file = Some((file, whole(field, bytes_max).await?)),
                None => sent.posted.add(name, text(field, CONTROL_BYTES_MAX).await?.replace("\r\n", "\n")),
            }
        }
        Ok(sent)
    }
}

/// The bytes of a file that is held in memory.
pub(super) async fn whole(mut field: Field<'_>, bytes_max: u64) -> Result<Bytes, Fault> {
    let mut all = BytesMut::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error))? {
        if (all.len() + chunk.len()) as u64 > bytes_max {
            return Err(not_received(&io::Error::from(io::ErrorKind::FileTooLarge), bytes_max));
        }
        all.extend_from_slice(&chunk);
    }
    Ok(all.freeze())
}

/// `POST /papers/{id}/evidence`.
pub(crate) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(paper): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Fault> {
    let paper: PaperId = id(&paper)?;
    let audit = app.store.ask(|world| Ok(*world.get::<Paper>(paper)?.audit())).await;
    let audit: AuditId = audit.map_err(Fault::unanswered)?;
    let back = format!("/papers/{paper}");
    receive(&app, &visitor, (audit, Some(paper)), &headers, form, back).await
}

/// `POST /audits/{id}/evidence`: documents of the audit, on no paper yet.
pub(crate) async fn take_documents(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    app.store.ask(|world| world.get::<Audit>(audit).map(drop)).await.map_err(Fault::unanswered)?;
    receive(&app, &visitor, (audit, None), &headers, form, format!("/audits/{audit}/documents")).await
}

/// Takes the one file of a form into an audit, with its classification before it.
pub(crate) async fn take_one(
    app: &App,
    visitor: &Visitor,
    audit: AuditId,
    mut form: Multipart,
) -> Result<EvidenceId, Fault> {
    app.store.ask(|world| world.get::<Audit>(audit).map(drop)).await.map_err(Fault::unanswered)?;
    let mut classification = None;
    while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        match field.name().unwrap_or_default() {
            "classification" => classification = Some(text(field, TEXT_BYTES_MAX).await?),
            "file" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                // A form that is sent without a file sends one without a name.
                if name.is_empty() {
                    continue;
                }
                let classification = classification.as_deref().ok_or_else(|| {
                    Fault::new(
                        &MALFORMED,
                        "the form gives a file before its classification; send `classification` first",
                    )
                })?;
                return one(app, visitor, (audit, None), (&name, classification, None), field).await;
            }
            _ => {}
        }
    }
    Err(Fault::new(&MALFORMED, "no file was chosen; go back and choose one"))
}

/// Takes the files of a form in, one after the other as they come.
async fn receive(
    app: &App,
    visitor: &Visitor,
    (audit, paper): (AuditId, Option<PaperId>),
    headers: &HeaderMap,
    mut form: Multipart,
    mut back: String,
) -> Result<Response, Fault> {
    let (mut classification, mut stays, mut once) = (None, None, None);
    let mut taken = 0_usize;
    while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        match field.name().unwrap_or_default() {
            "back" => back = text(field, TEXT_BYTES_MAX).await?,
            "classification" => classification = Some(text(field, TEXT_BYTES_MAX).await?),
            "once" => once = Some(text(field, TEXT_BYTES_MAX).await?).filter(|once| !once.is_empty()),
            // Where it stays: in the field alone, where the file is on a laptop that goes with the auditor.
            "stays" => {
                stays = Some(text(field, TEXT_BYTES_MAX).await?.trim().to_owned()).filter(|at| !at.is_empty())
            }
            "file" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                // A form that is sent without a file sends one without a name.
                if name.is_empty() {
                    continue;
                }
                if let Some(at) = stays.as_deref().filter(|_| app.in_field) {
                    let classification = classification.as_deref().unwrap_or("confidential");
                    let said = (name.as_str(), classification, at, once.as_deref());
                    shown_only(app, visitor, (audit, paper), said, field).await?;
                    taken += 1;
                    continue;
                }
                // Files are taken as they come, so that what they are must be said before the first of them.
                let classification = classification.as_deref().ok_or_else(|| {
                    Fault::new(
                        &MALFORMED,
                        "the form gives a file before its classification; send `classification` first",
                    )
                })?;
                let said = (name.as_str(), classification, once.as_deref());
                match one(app, visitor, (audit, paper), said, field).await {
                    Ok(_) => taken += 1,
                    Err(fault) if wants_json(headers) && !fault.refusals().is_empty() => {
                        let wrong = fault.refusals().iter().map(|refusal| {
                            let wrong = Wrong::refused(&visitor.words, refusal);
                            json!({ "at": wrong.at, "what": wrong.said(&visitor.words), "clause": wrong.clause })
                        });
                        let wrong: serde_json::Value = wrong.collect();
                        return Ok(crate::body::json(
                            StatusCode::UNPROCESSABLE_ENTITY,
                            &json!({ "wrong": wrong }),
                        ));
                    }
                    Err(fault) => return Err(fault),
                }
            }
            _ => {}
        }
    }
    if taken == 0 {
        return Err(Fault::new(&MALFORMED, "no file was chosen; go back and choose one"));
    }
    if wants_json(headers) {
        return Ok(crate::body::json(StatusCode::OK, &json!({ "taken": taken })));
    }
    let back = own_path(&back).unwrap_or("/");
    let (path, fragment) = back.split_once('#').unwrap_or((back, ""));
    let more = if path.contains('?') { '&' } else { '?' };
    Ok(Redirect::to(&format!("{path}{more}done=evidence.take#{fragment}")).into_response())
}

/// Takes one file in that may not leave the premises: the record says that it was seen there, with its digest; the file stays on the laptop until
/// what was done goes home. Sent twice under one key, it is one piece, and attached once.
async fn shown_only(
    app: &App,
    visitor: &Visitor,
    (audit, paper): (AuditId, Option<PaperId>),
    (name, classification, at, once): (&str, &str, &str, Option<&str>),
    field: Field<'_>,
) -> Result<(), Fault> {
    let most = app.upload_bytes_max;
    let stored = match app.store.blobs().put_stream(field.map_err(io::Error::other), most).await {
        Ok(stored) => stored,
        Err(StoreError::File { source, .. }) => return Err(not_received(&source, most)),
        Err(other) => return Err(other.into()),
    };
    let now = assize_domain::kernel::time::Timestamp::from_millis(app.store.clock().millis());
    let body = json!({ "audit": audit.to_string(), "name": name, "what": name, "place": at,
        "seen_at": now.map_err(Fault::internal)?.to_string(), "seen_by": visitor.person().map(|person| person.to_string()),
        "sha256": stored.sha256, "classification": classification });
    let see = command("evidence.record_seen", &body)?;
    // The time is another each time, and is no part of what is the same.
    let key = once.map(|once| {
        let key = format!("{once} {name} {}", stored.sha256);
        sent_once(visitor, "evidence.record_seen", key, format!("{classification} {at} {}", stored.sha256))
    });
    let done = execute(app, &visitor.asker, Act { once: key, ..act(visitor, see) }).await?;
    match (paper, done.subject()) {
        (Some(paper), Some(evidence)) => attach(app, visitor, paper, evidence.id.into(), once).await,
        _ => Ok(()),
    }
}

/// Takes one file in, and attaches it to the paper if it is for one. Sent twice under one key, it is one piece, and attached once.
async fn one(
    app: &App,
    visitor: &Visitor,
    (audit, paper): (AuditId, Option<PaperId>),
    (name, classification, once): (&str, &str, Option<&str>),
    field: Field<'_>,
) -> Result<EvidenceId, Fault> {
    let evidence = take_in(app, visitor, audit, (name, classification), once, field).await?;
    if let Some(paper) = paper {
        attach(app, visitor, paper, evidence, once).await?;
    }
    Ok(evidence)
}

/// Attaches a piece of evidence to a paper; sent twice under one key, once.
async fn attach(
    app: &App,
    visitor: &Visitor,
    paper: PaperId,
    evidence: EvidenceId,
    once: Option<&str>,
) -> Result<(), Fault> {
    let body = json!({ "paper": paper.to_string(), "evidence": evidence.to_string() });
    let once =
        once.map(|once| sent_once(visitor, "paper.attach", format!("{once} {evidence}"), paper.to_string()));
    execute(app, &visitor.asker, Act { once, ..act(visitor, command("paper.attach", &body)?) }).await?;
    Ok(())
}

/// Takes one file in as evidence of an audit. The same file sent twice by a form of one `once` is one piece.
pub(super) async fn take_in(
    app: &App,
    visitor: &Visitor,
    audit: AuditId,
    (name, classification): (&str, &str),
    once: Option<&str>,
    field: Field<'_>,
) -> Result<EvidenceId, Fault> {
    let media = field.content_type().unwrap_or("application/octet-stream").to_owned();
    let most = app.upload_bytes_max;
    let bytes = field.map_err(std::io::Error::other);
    let stored = match app.store.blobs().put_stream(bytes, most).await {
        Ok(stored) => stored,
        Err(StoreError::File { source, .. }) => return Err(not_received(&source, most)),
        Err(other) => return Err(other.into()),
    };
    let body = json!({ "audit": audit.to_string(), "sha256": stored.sha256, "bytes": stored.bytes, "media": media,
        "name": name, "classification": classification });
    let take = command("evidence.take", &body)?;
    let once = once.map(|once| {
        let key = format!("{once} {name} {}", stored.sha256);
        sent_once(visitor, "evidence.take", key, format!("{classification} {}", stored.sha256))
    });
    let act = Act { once, ..act(visitor, take).with_file(stored.sha256) };
    let done = execute(app, &visitor.asker, act).await?;
    read_later(app, &done);
    done.subject().map(|key: Key| key.id.into()).ok_or_else(|| Fault::internal("evidence without an id"))
}

/// What makes a command of a form the same act when it is sent again.
fn sent_once(visitor: &Visitor, command: &str, key: String, body: String) -> Once {
    Once { principal: visitor.actor.to_string(), route: format!("POST /do/{command}"), key, body }
}

fn act(visitor: &Visitor, command: Command) -> Act {
    Act::new(visitor.actor.clone(), command)
}

pub(super) async fn text(mut field: Field<'_>, bytes_max: usize) -> Result<String, Fault> {
    let mut text = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error))? {
        text.extend_from_slice(&chunk);
        if text.len() > bytes_max {
            return Err(Fault::new(&MALFORMED, "a text of the form is too long"));
        }
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

pub(super) fn unreadable(error: &MultipartError) -> Fault {
    Fault::new(&MALFORMED, say!("the form cannot be read: {error}", error = error.body_text()))
}
