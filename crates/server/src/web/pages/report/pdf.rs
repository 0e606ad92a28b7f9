//! The report as PDF: the draft as it stands, and what was issued.

use assize_domain::kernel::id::ReportId;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;

use crate::app::App;
use crate::conditions::value;
use crate::previews;
use crate::problem::Fault;
use crate::query::id;
use crate::reports::{content_of, issued_bytes, pdf, printed};
use crate::web::visitor::Visitor;

/// A PDF stands in a page of ours and nowhere else; what a browser shows it with is the browser's own.
const FRAMED: &str =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// `GET /reports/{id}/preview.pdf`: the content as the records stand, marked as a draft.
pub(crate) async fn preview(
    State(app): State<App>,
    visitor: Visitor,
    Path(report): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let report: ReportId = id(&report)?;
    let content = content_of(&app, report).await?;
    let printed = printed(&app, report, &content).await?;
    let tag = format!("\"{}\"", previews::key(&printed));
    if headers.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, value(&tag))]).into_response());
    }
    let bytes = previews::preview(&app, &visitor.actor.to_string(), printed).await?;
    let mut response = framed(bytes, &format!("report-{}-draft.pdf", content.version));
    response.headers_mut().insert(header::ETAG, value(&tag));
    Ok(response)
}

/// `GET /reports/{id}/report.pdf`: the PDF that was issued.
pub(crate) async fn issued(
    State(app): State<App>,
    _visitor: Visitor,
    Path(report): Path<String>,
) -> Result<Response, Fault> {
    let report: ReportId = id(&report)?;
    Ok(framed(issued_bytes(&app, report).await?, &format!("report-{report}.pdf")))
}

/// `GET /reports/{id}/report.docx`: the content as a Word file.
pub(crate) async fn word(
    State(app): State<App>,
    _visitor: Visitor,
    Path(report): Path<String>,
) -> Result<Response, Fault> {
    crate::reports::word(&app, id(&report)?).await
}

fn framed(bytes: Bytes, name: &str) -> Response {
    let mut response = pdf(bytes);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMED));
    headers.insert(header::CONTENT_DISPOSITION, value(&format!("inline; filename=\"{name}\"")));
    response
}
