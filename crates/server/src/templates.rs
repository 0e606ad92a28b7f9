//! Templates: a Word file is taken in, looked at, and kept; an act takes it into use.

use assize_domain::document::{AdoptTemplate, DocumentKind, TEMPLATE_BYTES_MAX, TEMPLATE_FILE};
use assize_domain::kernel::id::TemplateId;
use assize_domain::kernel::refusal::Refusal;
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::{Line, Sha256};
use assize_domain::{AnyRecord, Command, Key};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;

use crate::app::App;
use crate::body::{not_received, read};
use crate::caller::Caller;
use crate::commands::{act, answer};
use crate::conditions::{once, value};
use crate::problem::{Fault, INVALID};
use crate::query::id;
use crate::reports::work_fault;
use crate::web::Posted;
use crate::workers::{TemplateFlaw, TemplatePlace};

/// `POST /organization/templates?kind=&name=`: the body is the file. It is looked at, kept, and adopted.
pub(crate) async fn adopt(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let kind = query.filled("kind").and_then(|kind| kind.parse::<DocumentKind>().ok());
    let name = query.filled("name").and_then(|name| name.parse::<Line>().ok());
    let Some((kind, name)) = kind.zip(name) else {
        return Err(Fault::new(&INVALID, say!("the address names no `kind` of document, or no `name`")));
    };
    let bytes = read(&headers, body, u64::from(TEMPLATE_BYTES_MAX)).await?;
    let (sha256, length) = kept(&app, bytes, kind).await?;
    let command =
        Command::from(AdoptTemplate { kind, name: name.clone(), sha256: sha256.clone(), bytes: length });
    let route = "/organization/templates";
    let mut act = act(&headers, &caller, route, command)?.with_file(sha256.to_string());
    act.once = once(&headers, &caller, format!("POST {route}"), &format!("{kind} {name} {sha256}"))?;
    answer(&app, &caller.asker, act).await
}

/// `GET /organization/templates/{id}`: the file.
pub(crate) async fn content(
    State(app): State<App>,
    _caller: Caller,
    Path(template): Path<String>,
) -> Result<Response, Fault> {
    file(&app, id(&template)?).await
}

/// The file of a template, saved under a name of its own.
pub(crate) async fn file(app: &App, template: TemplateId) -> Result<Response, Fault> {
    let found = app.store.record(Key::of(template)).await?.map(|found| found.record);
    let Some(AnyRecord::Template(record)) = found else {
        return Err(Fault::not_found(say!("no template has the id `{template}`", template)));
    };
    let bytes = app.store.blobs().get(record.sha256().as_str()).await?;
    let bytes =
        bytes.ok_or_else(|| Fault::internal(format!("a template has no blob {}", record.sha256())))?;
    let name = format!("template-{}-{}.docx", record.kind(), record.revision());
    let headers = [
        (
            header::CONTENT_TYPE,
            value("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))),
    ];
    Ok((headers, bytes).into_response())
}

/// Looks at a file and keeps it: its digest and its length, as `template.adopt` takes them.
///
/// # Errors
/// A refusal for everything that is wrong with it.
pub(crate) async fn kept(app: &App, bytes: Bytes, kind: DocumentKind) -> Result<(Sha256, u32), Fault> {
    if bytes.len() as u64 > u64::from(TEMPLATE_BYTES_MAX) {
        let error = std::io::Error::from(std::io::ErrorKind::FileTooLarge);
        return Err(not_received(&error, u64::from(TEMPLATE_BYTES_MAX)));
    }
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let permit = app.working.acquire().await.map_err(Fault::internal)?;
    let flaws = app.workers.look_at_template(bytes.clone(), kind).await.map_err(work_fault)?;
    drop(permit);
    if !flaws.is_empty() {
        return Err(Fault::refused(flaws.iter().map(template_refusal).collect()));
    }
    let stored = app.store.blobs().put(bytes).await?;
    Ok((stored.sha256.parse().map_err(Fault::internal)?, length))
}

/// Whether the file that an act names is one that can be a template: it was sent and looked at before, and is looked at again.
///
/// # Errors
/// A refusal for everything that is wrong with it.
pub(crate) async fn as_said(app: &App, command: &AdoptTemplate) -> Result<(), Fault> {
    // A file that is not there is refused by the store.
    let Some(length) = app.store.blobs().length(command.sha256.as_str()).await? else { return Ok(()) };
    if length != u64::from(command.bytes) || length > u64::from(TEMPLATE_BYTES_MAX) {
        let (what, hint) = (
            say!("the file has {bytes} bytes", bytes = length),
            say!("give its length as it is, and a file of at most {most} bytes", most = TEMPLATE_BYTES_MAX),
        );
        return Err(Fault::refused(vec![Refusal::new(&TEMPLATE_FILE, what, hint).at("/bytes")]));
    }
    let Some(bytes) = app.store.blobs().get(command.sha256.as_str()).await? else { return Ok(()) };
    kept(app, bytes, command.kind).await.map(drop)
}

/// Why a file cannot be a template, as the law says it.
#[must_use]
pub fn template_refusal(flaw: &TemplateFlaw) -> Refusal {
    let (what, hint) = match flaw {
        TemplateFlaw::NoWordFile => {
            (say!("the file is no Word file"), say!("save it as DOCX, without a password, and send that"))
        }
        TemplateFlaw::Damaged(part) => (
            say!("`{part}` in the file cannot be read", part),
            say!("open it in Word or LibreOffice and save it as DOCX again"),
        ),
        TemplateFlaw::TooLarge => (
            say!("the file unpacks to more than a text does"),
            say!("take pictures and sheets that are not needed out of it"),
        ),
        TemplateFlaw::Active(what) => (
            say!("`{what}` stands in the file, which is more than text", what),
            say!("save it without macros, controls, embedded files and fields that fetch something"),
        ),
        TemplateFlaw::Outside(target) => (
            say!("the file asks for `{target}`, which is outside of it", target),
            say!("put pictures into the file itself, and take its own template away from it"),
        ),
        TemplateFlaw::Declares(part) => (
            say!("`{part}` in the file declares a type of document", part),
            say!("open it in Word or LibreOffice and save it as DOCX again"),
        ),
        TemplateFlaw::Unknown(at) => (unknown(at), unknown_hint(at)),
        TemplateFlaw::Unclosed(at) => (
            say!(
                "`{token}` in paragraph {paragraph} of `{part}` is not closed",
                token = &*at.token,
                paragraph = &at.paragraph,
                part = &*at.part
            ),
            say!("close a placeholder by two braces, and what is repeated by a slash and its name"),
        ),
        TemplateFlaw::Unopened(at) => (
            say!(
                "`{token}` in paragraph {paragraph} of `{part}` closes what nothing opens",
                token = &*at.token,
                paragraph = &at.paragraph,
                part = &*at.part
            ),
            say!("open it before, by the sign for what is repeated and its name"),
        ),
        TemplateFlaw::Crossed(at) => (
            say!(
                "`{token}` in paragraph {paragraph} of `{part}` begins or ends inside something else",
                token = &*at.token,
                paragraph = &at.paragraph,
                part = &*at.part
            ),
            say!(
                "close first what was opened last, and let each begin and end in a paragraph or row of its own"
            ),
        ),
    };
    Refusal::new(&TEMPLATE_FILE, what, hint).at("/file")
}

fn unknown(at: &TemplatePlace) -> Said {
    say!(
        "nothing is known by the name in `{token}`, in paragraph {paragraph} of `{part}`",
        token = &*at.token,
        paragraph = &at.paragraph,
        part = &*at.part
    )
}

fn unknown_hint(at: &TemplatePlace) -> Said {
    match &at.meant {
        Some(meant) => say!("write `{meant}`, if that is meant", meant = &**meant),
        None => say!("use one of the names that the guide to formats lists for this kind of document"),
    }
}
