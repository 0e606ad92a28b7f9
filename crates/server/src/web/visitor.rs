//! Who looks at a page: somebody signed in, in their language and their time zone.

use std::sync::{Arc, OnceLock};

use assize_domain::auditor::Person;
use assize_domain::kernel::id::PersonId;
use assize_domain::{Actor, AnyRecord, Key};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::words::{Language, Words};
use crate::access::{Asker, Origin};
use crate::app::App;
use crate::problem::Fault;

/// The cookie of a session.
pub(crate) const COOKIE: &str = "assize_session";

/// Somebody signed in.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// As the law knows them.
    pub(crate) actor: Actor,
    /// What they may.
    pub(crate) asker: Asker,
    /// Their name; the operator has none.
    pub(crate) name: Option<String>,
    /// The places of the navigation that are of use to them.
    pub(crate) places: Vec<&'static str>,
    /// The words in their language.
    pub(crate) words: Words,
    /// The secret of their session.
    pub(crate) session: String,
    /// The page they are on: its path and query.
    pub(crate) here: String,
}

/// The words of whoever turns out to be signed in, for what is said around a handler: where it fails, they are known there alone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard(Arc<OnceLock<Words>>);

impl Heard {
    /// The words, once they are known.
    pub(crate) fn words(&self) -> Option<&Words> {
        self.0.get()
    }
}

impl Visitor {
    /// The person, where it is one.
    pub(crate) const fn person(&self) -> Option<PersonId> {
        self.actor.person()
    }
}

/// Why nobody is let in: to the page where one signs in, and back from there.
pub(crate) enum Outside {
    /// Nobody is signed in.
    SignIn(String),
    /// A fault.
    Fault(Fault),
}

impl IntoResponse for Outside {
    fn into_response(self) -> Response {
        match self {
            Self::SignIn(next) => {
                let query: String =
                    form_urlencoded::Serializer::new(String::new()).extend_pairs([("next", next)]).finish();
                Redirect::to(&format!("/sign-in?{query}")).into_response()
            }
            Self::Fault(fault) => fault.into_response(),
        }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Outside;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Outside> {
        // The layer in front has found out who it is already.
        if let Some(visitor) = parts.extensions.get::<Self>() {
            return Ok(visitor.clone());
        }
        let here = here(&parts.uri);
        // After signing in one comes back to a page that can be asked for, not to a form that was being sent.
        let next = if parts.method == Method::GET { here.clone() } else { "/".to_owned() };
        let outside = || Outside::SignIn(next.clone());
        let secret = session_cookie(&parts.headers).ok_or_else(outside)?;
        let fault = |error| Outside::Fault(Fault::from(error));
        let session = app.store.session_of(&secret).await.map_err(fault)?.ok_or_else(outside)?;
        let person = match session.person {
            None => None,
            Some(id) => match app.store.record(Key::of(id)).await.map_err(fault)?.map(|found| found.record) {
                Some(AnyRecord::Person(person)) => Some(person),
                // Whoever was erased is signed in no longer.
                _ => return Err(outside()),
            },
        };
        let language = session.language.as_deref().and_then(Language::of_tag);
        let language = language.unwrap_or_else(|| accepted(&parts.headers));
        let zone = person.as_ref().map_or("UTC", |person| person.zone().as_str());
        let actor = match &person {
            Some(person) => Actor::Person { person: Person::id(person) },
            None => Actor::Operator { on_behalf_of: None },
        };
        tracing::Span::current().record("principal", tracing::field::display(&actor));
        let asker = Asker::of(app, &actor, Origin::of(parts)).await.map_err(Outside::Fault)?;
        // What is only sent has no navigation around it, but for where it is wrong; it is then left at what everybody has.
        let places = if parts.method == Method::GET { asker.places().await } else { Ok(vec!["/"]) };
        let places = places.map_err(fault)?;
        let name = person.as_ref().map(|person| person.name().to_string());
        let words = Words::new(language, zone);
        if let Some(heard) = parts.extensions.get::<Heard>() {
            // A handler has one visitor, and a second would speak the same language.
            let _ = heard.0.set(words.clone());
        }
        Ok(Self { actor, asker, places, name, words, session: secret, here })
    }
}

/// The language that a browser asks for.
pub(crate) fn accepted(headers: &HeaderMap) -> Language {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.map_or(Language::English, Language::accepted)
}

/// The secret in the session's cookie.
pub(crate) fn session_cookie(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, secret)| secret.to_owned())
}

fn here(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// A path of this site, where the text is one: what comes back from a form may lead nowhere else.
pub(crate) fn own_path(text: &str) -> Option<&str> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (plain && text.starts_with('/') && !text.starts_with("//")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_back_leads_to_this_site() {
        assert_eq!(own_path("/audits/1?x=2#top"), Some("/audits/1?x=2#top"));
        for other in ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a b", "/a\r\nb"] {
            assert_eq!(own_path(other), None, "{other}");
        }
    }

    #[test]
    fn the_session_is_found_among_cookies() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=b; assize_session=secret ; c=d".parse().unwrap());
        assert_eq!(session_cookie(&headers).as_deref(), Some("secret"));
        assert_eq!(session_cookie(&HeaderMap::new()), None);
    }
}
