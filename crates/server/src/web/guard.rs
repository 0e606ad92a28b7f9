//! Around every page: forms are taken from our own pages alone, answers carry the rules that browsers hold them to, and faults are pages too.

use askama::Template;
use assize_domain::access::Role;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

use super::act::wants_json;
use super::frame::Frame;
use super::sign_in;
use super::visitor::{Heard, accepted};
use super::words::Words;
use crate::access::barred::Barred;
use crate::body;
use crate::problem::{Carried, FORBIDDEN, Fault};
use crate::web::form::spoken;

/// What a page may load and do: what this host gives, no script or style within the page, no frame around it. The report as PDF,
/// which stands in a page of ours, has rules of its own.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     worker-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What is said to a form from elsewhere.
const FOREIGN: &str = "the form did not come from a page of this site; open the page and send it again";

/// A fault as a page.
#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    frame: Frame,
    words: Words,
    what: String,
    detail: String,
    /// The titles of the policies that bar whoever asks.
    because: Vec<&'static str>,
    /// Whom to turn to: what they are, and their name.
    turn_to: Vec<(String, String)>,
    /// Whether policies bar whoever asks.
    is_barred: bool,
}

/// The layer around all pages.
pub(crate) async fn guard(mut request: Request, next: Next) -> Response {
    let words = Words::new(accepted(request.headers()), "UTC");
    let script = wants_json(request.headers());
    let heard = Heard::default();
    request.extensions_mut().insert(heard.clone());
    let answer = if is_foreign(request.method(), request.headers()) {
        Fault::new(&FORBIDDEN, FOREIGN).into_response()
    } else {
        match sign_in::sent_with(request).await {
            Ok((request, carried)) => sign_in::first(next.run(request).await, carried),
            Err(fault) => fault.into_response(),
        }
    };
    ruled(shown(answer, heard.words().unwrap_or(&words), script))
}

/// A fault as a page, before any layer has seen the request.
pub(crate) fn fault_page(fault: Fault, words: &Words) -> Response {
    let retry = fault.into_response();
    let after = retry.headers().get(header::RETRY_AFTER).cloned();
    let mut page = ruled(shown(retry, words));
    if let Some(after) = after {
        page.headers_mut().insert(header::RETRY_AFTER, after);
    }
    page
}

/// An answer with the rules that browsers hold it to.
fn ruled(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    // No browser keeps a page: what was typed is kept by a script of ours until it is sent, and by nobody else.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    response
}

/// The layer around the few pages of a field that is locked, and around the others there: the same rules, and no session yet.
pub(crate) async fn bare(request: Request, next: Next) -> Response {
    let words = Words::new(accepted(request.headers()), "UTC");
    let script = wants_json(request.headers());
    let answer = if is_foreign(request.method(), request.headers()) {
        Fault::new(&FORBIDDEN, FOREIGN).into_response()
    } else {
        next.run(request).await
    };
    ruled(shown(answer, &words, script))
}

/// Whether a request that changes something was sent by a page of another site. Browsers say where it came from.
fn is_foreign(method: &Method, headers: &HeaderMap) -> bool {
    if method == Method::GET || method == Method::HEAD {
        return false;
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), _, _) => site != "same-origin" && site != "none",
        (None, Some(origin), Some(host)) => {
            origin.split_once("://").is_none_or(|(_, from)| !from.eq_ignore_ascii_case(host))
        }
        (None, _, _) => true,
    }
}

/// A response with its fault, if it is one, as a page; to a script, as JSON.
fn shown(mut response: Response, words: &Words, script: bool) -> Response {
    let Some(Carried(fault)) = response.extensions_mut().remove::<Carried>() else { return response };
    if let Some(cause) = &fault.cause {
        tracing::error!(%cause, kind = fault.kind.name, "a request failed");
    }
    if script {
        let said = json!({ "kind": fault.kind.name, "detail": spoken(words, fault.detail()) });
        return body::json(fault.status(), &said);
    }
    let page = FaultPage {
        frame: Frame::outside(words, &words.say(&format!("fault-{}", fault.kind.name))),
        words: words.clone(),
        what: words.say(&format!("fault-{}", fault.kind.name)),
        detail: spoken(words, fault.detail()),
        because: fault.bars().map(|bars| bars.because.clone()).unwrap_or_default(),
        turn_to: fault.bars().map(|bars| turned_to(words, bars)).unwrap_or_default(),
        is_barred: fault.bars().is_some(),
    };
    (fault.status(), html(&page)).into_response()
}

/// Whom to turn to, in words.
fn turned_to(words: &Words, bars: &Barred) -> Vec<(String, String)> {
    let named = bars.turn_to.iter().map(|(role, name)| {
        let key = if *role == Role::Leader { "barred-leader" } else { "barred-manager" };
        (words.say(key), name.clone())
    });
    named.collect()
}

/// A template as an answer.
pub(crate) fn html(page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => Html(text).into_response(),
        Err(error) => Fault::internal(format!("a page cannot be written: {error}")).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        is_foreign(&Method::POST, &headers)
    }

    #[test]
    fn a_form_of_another_site_is_refused() {
        assert!(!foreign(&[("sec-fetch-site", "same-origin")]));
        assert!(!foreign(&[("origin", "http://localhost:27007"), ("host", "localhost:27007")]));
        assert!(foreign(&[("sec-fetch-site", "cross-site")]));
        assert!(foreign(&[("sec-fetch-site", "same-site")]));
        assert!(foreign(&[("origin", "http://evil.example"), ("host", "localhost:27007")]));
        assert!(foreign(&[("origin", "null"), ("host", "localhost:27007")]));
        assert!(foreign(&[("host", "localhost:27007")]));
        assert!(!is_foreign(&Method::GET, &HeaderMap::new()));
    }
}
