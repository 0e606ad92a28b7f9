//! What was typed by somebody whose session has ended is carried along while they sign in, and given when they have.
//!
//! The page they sign in on holds the form that they had sent, as it was sent. It works without scripts; a script signs in over the page
//! and sends again by itself.

use askama::Template as _;
use axum::body::{Body, HttpBody as _};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use tower::ServiceExt as _;

use super::super::form::Posted;
use super::super::signing::CONTROLS;
use super::super::visitor::{SignInFirst, own_path};
use super::{Coming, passphrase};
use crate::app::App;
use crate::body::{media, read};
use crate::conditions::value;
use crate::problem::Fault;
use crate::router::router;

/// The longest form that is carried along, in bytes; a longer one is still in the page it was typed in, one step back.
const CARRIED_BYTES_MAX: u64 = 1024 * 1024;
/// How forms are sent.
const FORM: &str = "application/x-www-form-urlencoded";
/// How forms with files are sent.
const FORM_WITH_FILES: &str = "multipart/form-data";
/// The end of the address that a command's form with files is sent to; without it, the form is sent to.
const WITH_FILES: &str = "/files";

/// A form that was sent and not taken yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Carried {
    /// Where it was sent to.
    pub(crate) to: String,
    /// Its fields, as they were sent.
    pub(crate) form: String,
}

/// Keeps a copy of the form that a request sends, where it is one that can be carried along.
pub(crate) async fn sent_with(request: Request) -> Result<(Request, Option<Carried>), Fault> {
    let media = media(request.headers()).filter(|_| request.method() == Method::POST);
    let path = request.uri().path();
    let has_files =
        media.as_deref() == Some(FORM_WITH_FILES) && path.starts_with("/do/") && path.ends_with(WITH_FILES);
    let is_form = request.method() == Method::POST && media.is_none_or(|media| media == FORM);
    let bytes_max = request.body().size_hint().upper();
    if !(is_form || has_files) || bytes_max.is_none_or(|bytes| bytes == 0 || bytes > CARRIED_BYTES_MAX) {
        return Ok((request, None));
    }
    let to = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let (parts, body) = request.into_parts();
    let bytes: Bytes = read(&parts.headers, body, CARRIED_BYTES_MAX).await?;
    let carried = if has_files {
        // What was typed is carried along; files are chosen once more.
        let typed = typed_in(&parts.headers, bytes.clone()).await;
        typed.and_then(|form| Carried::new(to.strip_suffix(WITH_FILES).unwrap_or(&to), form))
    } else {
        String::from_utf8(bytes.to_vec()).ok().and_then(|form| Carried::new(&to, form))
    };
    Ok((Request::from_parts(parts, Body::from(bytes)), carried))
}

/// The controls of a form with files that are no files, as a form without files sends them; nothing where it cannot be read.
async fn typed_in(headers: &HeaderMap, bytes: Bytes) -> Option<String> {
    let mut request = Request::new(Body::from(bytes));
    request.headers_mut().insert(header::CONTENT_TYPE, headers.get(header::CONTENT_TYPE)?.clone());
    let mut form = Multipart::from_request(request, &()).await.ok()?;
    let mut typed = Vec::new();
    while let Some(field) = form.next_field().await.ok()? {
        if field.file_name().is_none() {
            let name = field.name().unwrap_or_default().to_owned();
            typed.push((name, field.text().await.ok()?));
        }
    }
    Some(form_urlencoded::Serializer::new(String::new()).extend_pairs(typed).finish())
}

/// An answer, or the page to sign in on where somebody is to sign in first and has sent a form.
pub(crate) fn first(mut answer: Response, carried: Option<Carried>) -> Response {
    let first = answer.extensions_mut().remove::<SignInFirst>();
    let (Some(first), Some(carried)) = (first, carried) else { return answer };
    let mut response = match first {
        SignInFirst::SignIn(way) => passphrase::sign_in_page(&way, Some(carried)),
        SignInFirst::Again(way) => passphrase::again_page(&way, Some(carried), None),
    };
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

impl Carried {
    /// A form and where it was sent to; nothing where that is no page of ours, or one for signing in, which carries nothing.
    fn new(to: &str, form: String) -> Option<Self> {
        let to = own_path(to)?;
        let own = ["/sign-in", "/sign-out", "/welcome", "/language"];
        let is_own = own.iter().any(|own| {
            to.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        });
        (!is_own).then(|| Self { to: to.to_owned(), form: without_signature(form) })
    }

    /// What a form of these pages carries.
    pub(crate) fn of(posted: &Posted) -> Option<Self> {
        Self::new(posted.one("to")?, posted.one("form")?.to_owned())
    }

    /// Gives the form to the page that it was sent to, as whoever is signed in now.
    pub(crate) async fn give(self, app: &App, coming: &Coming, secret: &str) -> Response {
        let mut request =
            match Request::builder().method(Method::POST).uri(&self.to).body(Body::from(self.form)) {
                Ok(request) => request,
                Err(error) => {
                    return Fault::internal(format!("a form cannot be given: {error}")).into_response();
                }
            };
        let headers = request.headers_mut();
        // It comes from the page it was typed in, which the one that carries it has shown to be ours.
        let names = [
            "sec-fetch-site",
            "origin",
            "host",
            "user-agent",
            "accept-language",
            "x-forwarded-for",
            "x-forwarded-proto",
        ];
        for name in names.map(HeaderName::from_static) {
            for line in coming.headers.get_all(&name) {
                headers.append(name.clone(), line.clone());
            }
        }
        headers.insert(header::CONTENT_TYPE, value(FORM));
        let cookie = app.entrance.set_session(&coming.headers, coming.peer, secret);
        headers.insert(header::COOKIE, value(cookie.split(';').next().unwrap_or_default()));
        if let Some(peer) = coming.peer {
            request.extensions_mut().insert(peer);
        }
        match router(app.clone()).oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

/// A form without what it was being signed by: that is given anew, and stands in no page.
fn without_signature(form: String) -> String {
    let is_signed =
        form_urlencoded::parse(form.as_bytes()).any(|(name, _)| CONTROLS.contains(&name.as_ref()));
    if !is_signed {
        return form;
    }
    let fields =
        form_urlencoded::parse(form.as_bytes()).filter(|(name, _)| !CONTROLS.contains(&name.as_ref()));
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// A part of a page that carries a form along.
pub(crate) fn html_of(carried: Option<&Carried>) -> String {
    #[derive(askama::Template)]
    #[template(path = "carried.html")]
    struct Part<'c> {
        carried: &'c Carried,
    }
    carried.map(|carried| Part { carried }.render().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_carried_to_a_page_of_ours_that_is_not_for_signing_in() {
        let of = |to: &str| Carried::new(to, "a=b".to_owned()).is_some();
        for to in ["/do/note.write", "/programmes/new?step=2", "/sign-installations", "/settings/tokens"] {
            assert!(of(to), "{to}");
        }
        for to in [
            "https://evil.example/",
            "//evil.example",
            "/sign-in",
            "/sign-in/again?next=/",
            "/sign-out",
            "/welcome/1",
            "/language",
            "",
        ] {
            assert!(!of(to), "{to}");
        }
    }

    #[tokio::test]
    async fn of_a_form_with_files_what_was_typed_is_carried_to_the_form_without() {
        let body = "--b\r\nContent-Disposition: form-data; name=\"/text\"\r\n\r\nDone & seen\r\n--b\r\n\
                    Content-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\na,b\r\n--b--\r\n";
        let request = Request::post("/do/finding.correct/files")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(body))
            .unwrap();
        let (_, carried) = sent_with(request).await.ok().unwrap();
        let carried = carried.unwrap();
        assert_eq!(carried.to, "/do/finding.correct");
        assert_eq!(carried.form, "%2Ftext=Done+%26+seen");
        let elsewhere = Request::post("/papers/1/evidence")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(body))
            .unwrap();
        assert!(sent_with(elsewhere).await.ok().unwrap().1.is_none());
    }

    #[test]
    fn what_a_form_was_signed_by_is_not_carried() {
        let of = |form: &str| Carried::new("/do/plan.present", form.to_owned()).unwrap().form;
        assert_eq!(
            of("%2Fplan=1&sign_passphrase=walrus&sign_code=123456&signing=7&sign_passkey="),
            "%2Fplan=1"
        );
        assert_eq!(of("%2Fplan=1&b=+2"), "%2Fplan=1&b=+2");
    }

    #[test]
    fn what_is_carried_is_escaped() {
        let carried = Carried { to: "/do/x?\"><script>".to_owned(), form: "a=\"><b>&c=1".to_owned() };
        let html = html_of(Some(&carried));
        assert!(!html.contains("<script>") && !html.contains("<b>"), "{html}");
        assert_eq!(html_of(None), "");
    }
}
