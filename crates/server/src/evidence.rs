//! Evidence: files taken in as they stream, given out as they were, their text, and the search in it.

use std::sync::atomic::Ordering;
use std::time::Duration;

use assize_access::Action;
use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::kernel::id::{AuditId, EvidenceId};
use assize_domain::kernel::said::{listed, say};
use assize_domain::words::Classification;
use assize_domain::{AnyRecord, Command, Key};
use assize_store::{DocumentText, Done, PAGE_ROWS_MAX, StoreError};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::app::App;
use crate::body::{check_length, json, media, not_received, stream};
use crate::caller::Caller;
use crate::commands::{act, command, done_answer, execute, field_problem};
use crate::conditions::{none_match, range, value};
use crate::problem::{Fault, MALFORMED};
use crate::query::{Query, id};
use crate::reports::work_fault;

/// The header with what is to be said of the file, as a JSON object: `name`, `classification`, `source`, `sha256`.
pub(crate) const EVIDENCE: &str = "x-evidence";
/// The longest document that is read for its text, in bytes.
pub(crate) const READ_BYTES_MAX: i64 = 64 * 1024 * 1024;
/// The fields of the metadata.
const FIELDS: [&str; 4] = ["name", "classification", "source", "sha256"];

/// `POST /audits/{id}/evidence`: the body is the file.
pub(crate) async fn take(
    State(app): State<App>,
    caller: Caller,
    Path(audit): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    if app.store.record(Key::of(audit)).await?.is_none() {
        return Err(Fault::not_found(say!("no audit has the id `{audit}`", audit)));
    }
    let media = media(&headers).unwrap_or_else(|| "application/octet-stream".to_owned());
    let mut said = metadata(&headers, &uri)?;
    let promised = said.remove("sha256").filter(|sha256| !sha256.is_null());
    // Whatever is wrong with the metadata is said before the file is sent.
    taking(audit, &said, &media, promised.as_ref().and_then(Value::as_str).unwrap_or(&"0".repeat(64)), 0)?;
    check_length(&headers, app.upload_bytes_max)?;
    let stored =
        match app.store.blobs().put_stream(stream(body, app.upload_bytes_max), app.upload_bytes_max).await {
            Ok(stored) => stored,
            Err(StoreError::File { source, .. }) => return Err(not_received(&source, app.upload_bytes_max)),
            Err(other) => return Err(other.into()),
        };
    if let Some(promised) = promised
        && promised.as_str() != Some(&stored.sha256)
    {
        let what = say!("the file that arrived has the digest {digest}", digest = &stored.sha256);
        return Err(field_problem(
            "/sha256",
            what,
            "send the file again: it is not the one that was promised",
        ));
    }
    let bytes = i64::try_from(stored.bytes).unwrap_or(i64::MAX);
    let command = taking(audit, &said, &media, &stored.sha256, bytes)?;
    let act = act(&headers, &caller, &format!("/audits/{audit}/evidence"), command)?;
    let act = act.with_file(stored.sha256);
    let done = execute(&app, &caller.asker, act).await?;
    read_later(&app, &done);
    Ok(done_answer(&done, None))
}

/// The command that takes a file.
fn taking(
    audit: AuditId,
    said: &Map<String, Value>,
    media: &str,
    sha256: &str,
    bytes: i64,
) -> Result<Command, Fault> {
    let mut body = said.clone();
    for (name, field) in [
        ("audit", json!(audit.to_string())),
        ("sha256", json!(sha256)),
        ("bytes", json!(bytes)),
        ("media", json!(media)),
    ] {
        body.insert(name.to_owned(), field);
    }
    command("evidence.take", &Value::Object(body))
}

/// What is said of the file, in the header or in the query.
fn metadata(headers: &HeaderMap, uri: &Uri) -> Result<Map<String, Value>, Fault> {
    let mut query = Query::of(uri);
    let mut said = Map::new();
    for name in FIELDS {
        if let Some(text) = query.text(name) {
            said.insert(name.to_owned(), Value::String(text));
        }
    }
    query.done(Some(()))?;
    let Some(header) = headers.get(EVIDENCE) else { return Ok(said) };
    if !said.is_empty() {
        return Err(Fault::new(&MALFORMED, "describe the file in `X-Evidence` or in the query, not in both"));
    }
    match serde_json::from_slice(header.as_bytes()) {
        Ok(Value::Object(object)) => match object.keys().find(|key| !FIELDS.contains(&key.as_str())) {
            None => Ok(object),
            Some(other) => {
                let hint = say!("use only {known}", known = listed(FIELDS));
                Err(field_problem(&format!("/{other}"), say!("`{key}` is not known here", key = other), hint))
            }
        },
        _ => Err(Fault::new(&MALFORMED, "`X-Evidence` is not a JSON object")),
    }
}

/// `GET /evidence/{id}/content`.
pub(crate) async fn content(
    State(app): State<App>,
    _caller: Caller,
    Path(evidence): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    file(&app, &evidence, &headers).await
}

/// The file of a piece of evidence, as it was taken.
pub(crate) async fn file(app: &App, evidence: &str, headers: &HeaderMap) -> Result<Response, Fault> {
    let evidence = find(app, evidence).await?;
    let (sha256, media) = match evidence.form() {
        EvidenceForm::Taken { sha256, media, .. } => (sha256, media.as_str()),
        // In the field what may not leave is looked at until it is wiped.
        EvidenceForm::Seen { seen_sha256: Some(sha256), .. }
            if app.in_field && app.store.blobs().length(sha256.as_str()).await?.is_some() =>
        {
            (sha256, "application/octet-stream")
        }
        EvidenceForm::Seen { .. } => {
            return Err(Fault::not_found("this evidence was seen and not taken; there is no file"));
        }
    };
    let tag = format!("\"{sha256}\"");
    let gone = || Fault::internal(format!("evidence {} has no blob {sha256}", evidence.id()));
    let mut response = if none_match(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else if let Some(response) = part(app, headers, sha256.as_str(), &tag).await? {
        response
    } else {
        let (length, bytes) = app.store.blobs().get_stream(sha256.as_str()).await?.ok_or_else(gone)?;
        let mut response = Body::from_stream(bytes).into_response();
        response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
        response
    };
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::ETAG, value(&tag));
    headers.insert(header::CACHE_CONTROL, value("private, no-store"));
    headers.insert(header::CONTENT_TYPE, value(media));
    headers.insert(header::CONTENT_DISPOSITION, value(&attachment(evidence.name().as_str())));
    // A file from an auditee never runs as a page of ours, even where a browser shows it.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        value("default-src 'none'; frame-ancestors 'none'; sandbox"),
    );
    Ok(response)
}

/// The part of a file that a request asks for (RFC 9110, 14); nothing where it asks for all of it.
async fn part(app: &App, headers: &HeaderMap, sha256: &str, tag: &str) -> Result<Option<Response>, Fault> {
    if !headers.contains_key(header::RANGE) {
        return Ok(None);
    }
    let Some(length) = app.store.blobs().length(sha256).await? else { return Ok(None) };
    let Some(range) = range(headers, tag, length) else { return Ok(None) };
    let Some(bytes) = app.store.blobs().get_range(sha256, range.clone()).await? else { return Ok(None) };
    let mut response = (StatusCode::PARTIAL_CONTENT, Body::from_stream(bytes)).into_response();
    let said = format!("bytes {}-{}/{length}", range.start, range.end - 1);
    response.headers_mut().insert(header::CONTENT_RANGE, value(&said));
    response.headers_mut().insert(header::CONTENT_LENGTH, (range.end - range.start).into());
    Ok(Some(response))
}

/// `GET /evidence/{id}/text`. Reads the document now where nobody has yet.
pub(crate) async fn text(
    State(app): State<App>,
    _caller: Caller,
    Path(evidence): Path<String>,
) -> Result<Response, Fault> {
    let evidence = find(&app, &evidence).await?;
    let answer = match document_text(&app, &evidence).await? {
        DocumentText::Text { title, headings, text } => {
            let headings: Vec<&str> = headings.lines().collect();
            json!({ "state": "text", "title": title, "headings": headings, "text": text })
        }
        DocumentText::Unsupported => json!({ "state": "unsupported" }),
        DocumentText::Unreadable { reason } => json!({ "state": "unreadable", "reason": reason }),
    };
    Ok(json(StatusCode::OK, &answer))
}

/// `GET /audits/{id}/documents?q=`.
pub(crate) async fn search(
    State(app): State<App>,
    caller: Caller,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let mut query = Query::of(&uri);
    let words: Option<String> = query.needed("q");
    let words = query.done(words)?;
    if app.store.record(Key::of(audit)).await?.is_none() {
        return Err(Fault::not_found(say!("no audit has the id `{audit}`", audit)));
    }
    let found = app.store.search_documents(audit, &words, PAGE_ROWS_MAX).await?;
    // A passage is a part of the file.
    let found = caller.asker.only(Action::Open, found, |found| Key::of(found.evidence)).await?;
    let items = found.iter().map(|document| {
        json!({ "evidence": document.evidence.to_string(), "title": document.title, "excerpt": document.excerpt })
    });
    Ok(json(StatusCode::OK, &json!({ "items": items.collect::<Value>() })))
}

/// The piece of evidence with an id.
pub(crate) async fn find(app: &App, text: &str) -> Result<Evidence, Fault> {
    let evidence: EvidenceId = id(text)?;
    match app.store.record(Key::of(evidence)).await?.map(|found| found.record) {
        Some(AnyRecord::Evidence(evidence)) => Ok(*evidence),
        _ => Err(Fault::not_found(say!("no evidence has the id `{evidence}`", evidence))),
    }
}

/// How often it is looked for documents that were not read.
const UNREAD_PERIOD: Duration = Duration::from_secs(15);

/// Reads, for as long as it is let, what whoever took it in did not come to read. Several processes may do so at a time.
pub async fn read_rest(app: App) {
    loop {
        tokio::time::sleep(UNREAD_PERIOD).await;
        read_rest_now(&app).await;
    }
}

/// Reads what there is of it.
pub async fn read_rest_now(app: &App) {
    while !app.ending.load(Ordering::SeqCst) {
        match read_one(app).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(fault) => {
                tracing::warn!(
                    cause = fault.cause.as_deref(),
                    "an unread document could not be read; tried again"
                );
                return;
            }
        }
    }
}

/// Reads one that nobody has read; whether there was any.
async fn read_one(app: &App) -> Result<bool, Fault> {
    let Some(id) = app.store.take_unread().await? else { return Ok(false) };
    let read = match app.store.record(Key::of(id)).await?.map(|found| found.record) {
        Some(AnyRecord::Evidence(evidence)) => document_text(app, &evidence).await.map(drop),
        // It was erased meanwhile.
        _ => Ok(()),
    };
    match read {
        Ok(()) => app.store.unread_done(id).await?,
        Err(fault) => {
            app.store.unread_again(id).await?;
            return Err(fault);
        }
    }
    Ok(true)
}

/// Reads new evidence without letting its sender wait. What is not read by then, `GET /evidence/{id}/text` reads, or [`read_rest`].
pub(crate) fn read_later(app: &App, done: &Done) {
    let Some(key) = done.subject().filter(|_| !done.repeated) else { return };
    let app = app.clone();
    tokio::spawn(async move {
        let read = async {
            let evidence = find(&app, &key.id.hyphenated().to_string()).await?;
            // The text of restricted evidence is not kept, so there is nothing to read it for.
            if is_restricted(&evidence) && !app.store.keeps_restricted_text().await? {
                return Ok(DocumentText::Unsupported);
            }
            document_text(&app, &evidence).await
        };
        if let Err(fault) = read.await {
            tracing::warn!(%key, cause = fault.cause.as_deref().unwrap_or_default(), "a document could not be read");
        }
    });
}

/// Whether the text of evidence is kept only where the organization says so.
fn is_restricted(evidence: &Evidence) -> bool {
    *evidence.classification() == Classification::Restricted
}

/// The text of a piece of evidence: as it was read, or read now and kept, but for what is restricted.
async fn document_text(app: &App, evidence: &Evidence) -> Result<DocumentText, Fault> {
    let id = evidence.id();
    if let Some(known) = app.store.text_of(id).await? {
        return Ok(known);
    }
    let EvidenceForm::Taken { sha256, bytes, .. } = evidence.form() else {
        return Ok(DocumentText::Unsupported);
    };
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    if let Some(known) = app.store.text_of(id).await? {
        return Ok(known);
    }
    let text = if *bytes > READ_BYTES_MAX {
        DocumentText::Unreadable { reason: format!("the file is longer than {READ_BYTES_MAX} bytes") }
    } else {
        let blob = app.store.blobs().get(sha256.as_str()).await?;
        let blob = blob.ok_or_else(|| Fault::internal(format!("evidence {id} has no blob {sha256}")))?;
        app.workers.read_text(blob, evidence.name().as_str()).await.map_err(work_fault)?
    };
    app.store.keep_text(id, *evidence.audit(), &text).await?;
    Ok(text)
}

/// A file to be saved under its name (RFC 6266, RFC 8187).
fn attachment(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let mut encoded = String::from("attachment; filename*=UTF-8''");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_cannot_end_its_header() {
        let header = super::attachment("folder/Übersicht \"x\"\r\n.pdf");
        assert_eq!(header, "attachment; filename*=UTF-8''%C3%9Cbersicht%20%22x%22%0D%0A.pdf");
    }
}
