//! What documents look like: the file of the logo is taken in and looked at, given out, and handed on to whoever renders.

use assize_domain::auditee::letterhead::{LETTERHEAD_FILE, LOGO_BYTES_MAX, LOGO_SIDE_MAX, SetLetterhead};
use assize_domain::auditee::{Logo, LogoMedia, Organization, organization_id};
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::refusal::Refusal;
use assize_domain::kernel::said::say;
use assize_domain::{AnyRecord, Key};
use assize_store::{Store, StoreError};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;

use crate::app::App;
use crate::body::{json, not_received, read};
use crate::caller::Caller;
use crate::conditions::{none_match, value};
use crate::problem::Fault;
use crate::reports::work_fault;
use crate::workers::{LogoFlaw, LogoSeen, Look};

/// What documents look like now; nothing where nothing was said of it.
///
/// # Errors
/// What the store says when it cannot be read, or the logo's file is not there.
pub async fn look_of(store: &Store) -> Result<Option<Look>, StoreError> {
    let Some(letterhead) = organization(store).await?.and_then(|found| found.letterhead().clone()) else {
        return Ok(None);
    };
    let logo = match &letterhead.logo {
        None => Bytes::new(),
        Some(logo) => store.blobs().get(logo.sha256.as_str()).await?.ok_or_else(|| {
            StoreError::Limit(format!("the file {} of the logo is missing: run `assize verify`", logo.sha256))
        })?,
    };
    Ok(Some(Look { letterhead, logo }))
}

async fn organization(store: &Store) -> Result<Option<Organization>, StoreError> {
    Ok(match store.record(Key::of(organization_id())).await?.map(|found| found.record) {
        Some(AnyRecord::Organization(organization)) => Some(*organization),
        _ => None,
    })
}

/// `POST /organization/logo`: the body is the file. It is looked at and kept; `organization.set_letterhead` takes it into use.
pub(crate) async fn take(
    State(app): State<App>,
    _caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let bytes = read(&headers, body, u64::from(LOGO_BYTES_MAX)).await?;
    Ok(json(StatusCode::OK, &kept(&app, bytes).await?.to_json()))
}

/// `GET /organization/logo`.
pub(crate) async fn content(
    State(app): State<App>,
    _caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    file(&app, &headers).await
}

/// The file of the logo.
pub(crate) async fn file(app: &App, headers: &HeaderMap) -> Result<Response, Fault> {
    let Some((sha256, media)) = app.store.house().await?.and_then(|house| house.logo) else {
        return Err(Fault::not_found("the organization has no logo"));
    };
    let tag = format!("\"{sha256}\"");
    let mut response = if none_match(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let bytes = app.store.blobs().get(sha256.as_str()).await?;
        bytes.ok_or_else(|| Fault::internal(format!("the logo has no blob {sha256}")))?.into_response()
    };
    let headers = response.headers_mut();
    let media = match media {
        LogoMedia::Png => "image/png",
        LogoMedia::Jpeg => "image/jpeg",
        LogoMedia::Svg => "image/svg+xml",
    };
    headers.insert(header::CONTENT_TYPE, value(media));
    headers.insert(header::ETAG, value(&tag));
    // Pages name it by its digest, so that another one has another address.
    headers.insert(header::CACHE_CONTROL, value("private, max-age=86400"));
    // It is a picture and nothing else, even where a browser opens it by itself.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        value("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    );
    Ok(response)
}

/// Looks at a file and keeps it: the logo as `organization.set_letterhead` takes it.
///
/// # Errors
/// The refusal where it cannot be a logo.
pub(crate) async fn kept(app: &App, bytes: Bytes) -> Result<Logo, Fault> {
    if bytes.len() as u64 > u64::from(LOGO_BYTES_MAX) {
        let error = std::io::Error::from(std::io::ErrorKind::FileTooLarge);
        return Err(not_received(&error, u64::from(LOGO_BYTES_MAX)));
    }
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let (media, width, height) = seen(app, bytes.clone()).await?;
    let stored = app.store.blobs().put_public(bytes).await?;
    let sha256 = stored.sha256.parse().map_err(Fault::internal)?;
    Ok(Logo { sha256, media, bytes: length, width, height })
}

async fn seen(app: &App, bytes: Bytes) -> Result<(LogoMedia, u32, u32), Fault> {
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    match app.workers.look_at_logo(bytes).await.map_err(work_fault)? {
        LogoSeen::Fit { media, width, height } => Ok((media, width, height)),
        LogoSeen::Unfit(flaw) => Err(Fault::refused(vec![logo_refusal(&flaw)])),
    }
}

/// Sees that a logo which is to be taken into use is what the command says of it: whoever gives the command by itself may have sent
/// another file, or none.
///
/// # Errors
/// The refusal where it is not.
pub(crate) async fn as_said(app: &App, command: &SetLetterhead) -> Result<(), Fault> {
    let Some(said) = &command.letterhead.logo else { return Ok(()) };
    let present = organization(&app.store).await?.and_then(|found| found.letterhead().clone());
    if present.and_then(|letterhead| letterhead.logo).as_ref() == Some(said) {
        return Ok(());
    }
    // A file that is not there is refused by the store.
    let Some(length) = app.store.blobs().length(said.sha256.as_str()).await? else { return Ok(()) };
    // One that is too long is refused by the law, which is told how long it is.
    if length > u64::from(LOGO_BYTES_MAX) {
        return Err(Fault::refused(vec![otherwise()]));
    }
    let Some(bytes) = app.store.blobs().get(said.sha256.as_str()).await? else { return Ok(()) };
    let (media, width, height) = seen(app, bytes).await?;
    let found = Logo {
        sha256: said.sha256.clone(),
        media,
        bytes: u32::try_from(length).unwrap_or(u32::MAX),
        width,
        height,
    };
    if found == *said { Ok(()) } else { Err(Fault::refused(vec![otherwise()])) }
}

fn otherwise() -> Refusal {
    let what = "the file of the logo is not what is said of it";
    let hint = say!("send it to `{path}`, and give what that answers", path = "/organization/logo");
    Refusal::new(&LETTERHEAD_FILE, what, hint).at("/letterhead/logo")
}

/// Why a file cannot be a logo, as the law says it.
#[must_use]
pub fn logo_refusal(flaw: &LogoFlaw) -> Refusal {
    let (what, hint) = match flaw {
        LogoFlaw::NoPicture => {
            (say!("the file is neither PNG nor JPEG nor SVG"), say!("save the logo in one of these forms"))
        }
        LogoFlaw::Damaged => (
            say!("the picture is damaged, or cannot be shown in documents"),
            say!("open it in the program that made it, and save it again"),
        ),
        LogoFlaw::NoSize => (
            say!("the drawing says nowhere how large it is"),
            say!("save it with a width and a height, or with a view box"),
        ),
        LogoFlaw::TooLarge { width, height } => (
            say!("the logo measures {width} by {height}", width, height),
            say!("give one whose sides are at most {most}", most = LOGO_SIDE_MAX),
        ),
        LogoFlaw::Element(name) => (
            say!("`{name}` stands in the drawing, which is more than lines and areas", name),
            say!(
                "save it as plain SVG, with texts turned into paths and without scripts, animations and embedded pictures"
            ),
        ),
        LogoFlaw::Script(name) => (
            say!("the drawing runs a script in `{name}`", name),
            say!("save it as plain SVG, without scripts"),
        ),
        LogoFlaw::Outside(name) => (
            say!("the drawing asks for something outside the file in `{name}`", name),
            say!("save it as plain SVG, with everything it shows in the file itself"),
        ),
    };
    Refusal::new(&LETTERHEAD_FILE, what, hint).at("/letterhead/logo")
}
