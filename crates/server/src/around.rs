//! Around every handler: the request's id, its deadline, its line in the log, its counts, and faults written as problems.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use assize_domain::kernel::entry::hex;
use assize_domain::kernel::said::Said;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use tracing::Instrument;
use tracing::field::Empty;

use crate::app::App;
use crate::conditions::value;
use crate::problem::{Carried, Fault};
use crate::web::guard::fault_page;
use crate::web::visitor::accepted;
use crate::web::words::{Language, Words};

/// The header of the request's id.
pub(crate) const REQUEST_ID: &str = "x-request-id";
/// The longest id of a request that is taken over from its sender, in bytes.
const REQUEST_ID_BYTES_MAX: usize = 64;
/// What an answer that is no page may load: nothing.
const BARE: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/// For how long browsers come by TLS alone, once they came so: a year.
const STRICT_TRANSPORT: &str = "max-age=31536000; includeSubDomains";
/// How long a request may take.
const REQUEST_TIME_MAX: Duration = Duration::from_secs(60);
/// How long an upload of evidence may take.
const UPLOAD_TIME_MAX: Duration = Duration::from_secs(6 * 60 * 60);

/// The id of a request, for whoever notes something about it.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

/// The outermost layer.
pub(crate) async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = request_id(request.headers());
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = method_word(request.method());
    let language = accepted(request.headers());
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", request_id = %id, method, route, principal = Empty);
    let started = Instant::now();
    let answering = AssertUnwindSafe(next.run(request)).catch_unwind().instrument(span.clone());
    let response = answering.await.unwrap_or_else(|_| Fault::internal("a handler panicked").into_response());
    let mut response = written(response, &id, &span, language).await;
    let status = response.status().as_u16();
    let took = started.elapsed();
    app.metrics.request(&route, method, status, took);
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(status, millis, "answered"));
    ruled(&mut response, &id);
    let headers = response.headers_mut();
    if app.entrance.site.is_secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STRICT_TRANSPORT));
    }
    response
}

/// A response with its fault, if it is one, as `application/problem+json`.
async fn written(response: Response, id: &str, span: &tracing::Span, language: Language) -> Response {
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    if kind.starts_with(b"text/html") || kind == b"application/json" {
        // A page says what is wrong itself, and so does what a page's script is answered.
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let fault = match parts.extensions.remove::<Carried>() {
        Some(Carried(fault)) => fault,
        None if status.is_client_error() || status.is_server_error() => {
            // What the router or an extractor answered by itself: a path that is not UTF-8, another method.
            let text = axum::body::to_bytes(body, 1_000).await.unwrap_or_default();
            let text = String::from_utf8_lossy(&text).into_owned();
            Fault::of_status(status, (!text.is_empty()).then(|| Said::data(text))).into()
        }
        None => return Response::from_parts(parts, body),
    };
    if let Some(cause) = &fault.cause {
        span.in_scope(|| tracing::error!(%cause, kind = fault.kind.name, "a request failed"));
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    parts.headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    parts.headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    Response::from_parts(parts, Body::from(fault.body(id, language).to_string()))
}

/// The rules that an answer is held to which is no page.
fn ruled(response: &mut Response, id: &str) {
    let headers = response.headers_mut();
    headers.insert(REQUEST_ID, value(id));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    // What is no page has nothing to load, and stands in nobody's frame.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(BARE));
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
}

/// A fault that is answered before any application is asked: a page, or a problem of the API.
pub(crate) async fn refused(fault: Fault, id: &str, language: Language, is_page: bool) -> Response {
    let mut response = if is_page {
        fault_page(fault, &Words::new(language, "UTC"))
    } else {
        written(fault.into_response(), id, &tracing::Span::current(), language).await
    };
    ruled(&mut response, id);
    response
}

/// Ends a request that takes too long.
pub(crate) async fn deadline(request: Request, next: Next) -> Response {
    timed(REQUEST_TIME_MAX, request, next).await
}

/// Ends an upload that takes too long.
pub(crate) async fn upload_deadline(request: Request, next: Next) -> Response {
    timed(UPLOAD_TIME_MAX, request, next).await
}

async fn timed(time_max: Duration, request: Request, next: Next) -> Response {
    tokio::time::timeout(time_max, next.run(request)).await.unwrap_or_else(|_| {
        let detail = "the request took too long; whether an act came about is not known: send it again with the same \
                      `Idempotency-Key`";
        Fault::unavailable(detail, format!("not answered within {} s", time_max.as_secs())).into_response()
    })
}

/// `GET` and its like; what is no method of ours counts as one, so that nobody can make labels without end.
fn method_word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> String {
    let sent = headers.get(REQUEST_ID).and_then(|id| id.to_str().ok()).filter(|id| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        !id.is_empty() && id.len() <= REQUEST_ID_BYTES_MAX && id.bytes().all(fits)
    });
    if let Some(id) = sent {
        return id.to_owned();
    }
    let mut random = [0_u8; 16];
    // An id that is all zeros where the system has no randomness still lets the request be answered.
    let _ = getrandom::fill(&mut random);
    hex(&random)
}

/// What no route answers.
pub(crate) async fn nothing_here() -> Response {
    let detail = "no such path; `/api/v1/openapi.json` describes those there are";
    Fault::not_found(detail).into_response()
}
