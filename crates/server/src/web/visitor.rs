//! Who looks at a page: somebody signed in, in their language and their time zone.

use std::sync::{Arc, OnceLock};

use assize_domain::auditor::Person;
use assize_domain::kernel::id::PersonId;
use assize_domain::{Actor, AnyRecord, Key};
use assize_store::{Account, House, Passed, Session, Stage, Store, StoreError};
use axum::extract::{FromRequestParts, MatchedPath};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;

use super::act::wants_json;
use super::recent::needs_recent;
use super::sign_in::Coming;
use super::words::{Language, Words};
use crate::access::doors::opens_by_door;
use crate::access::layer::NOTHING;
use crate::access::{Asker, Origin};
use crate::app::App;
use crate::body;
use crate::entrance::Peer;
use crate::problem::Fault;

/// In a request of a script: whose page it is sent from, by the id of the person.
const AS: HeaderName = HeaderName::from_static("assize-as");
/// In a request that a page makes by itself, while nobody may sit before it.
const QUIET: HeaderName = HeaderName::from_static("assize-quiet");

/// Whether a page makes a request by itself: it is answered, and is no use of a session or of a field. Whoever says so though it is not true
/// is signed out the sooner.
pub(crate) fn is_quiet(headers: &HeaderMap) -> bool {
    headers.contains_key(QUIET)
}

/// The session of a secret, if it holds; its use is noted unless the request is quiet.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn session_of(
    store: &Store,
    secret: &str,
    headers: &HeaderMap,
) -> Result<Option<Session>, StoreError> {
    if is_quiet(headers) { store.session_seen(secret).await } else { store.session_of(secret).await }
}

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
    /// When and by what they showed who they are.
    pub(crate) shown: Session,
    /// The page they are on: its path and query.
    pub(crate) here: String,
    /// Whose store it is.
    pub(crate) house: Option<House>,
    /// Whether these are the pages of a field.
    pub(crate) in_field: bool,
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

    /// The auditee's door that they came by, if by one.
    pub(crate) const fn door(&self) -> Option<&Passed> {
        self.shown.door.as_ref()
    }

    /// Somebody who came by the auditee's door, at a route that it opens: to them there is no other.
    fn at_door(self, parts: &Parts) -> Result<Self, Box<Outside>> {
        let path = parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
        match path {
            path if opens_by_door(parts.method.as_str(), path) => Ok(self),
            "/" => Err(Box::new(Outside::Unfinished("/door"))),
            _ => Err(Box::new(Outside::Fault(Box::new(Fault::not_found(NOTHING))))),
        }
    }
}

/// Somebody with a session that may be good for less than everything: the second factor is not given yet, or how they sign in has to be set up
/// first.
#[derive(Clone, Debug)]
pub(crate) struct Arriving(pub(crate) Visitor);

/// Somebody who looks after how they sign in themselves: signed in, or about to set it up.
#[derive(Clone, Debug)]
pub(crate) struct Own(pub(crate) Visitor);

/// Why nobody is let in: to the page where one signs in, and back from there.
pub(crate) enum Outside {
    /// Nobody is signed in.
    SignIn(Way),
    /// They showed who they are too long ago for what they want.
    Again(Way),
    /// They are not done with signing in: to the page for that.
    Unfinished(&'static str),
    /// A fault.
    Fault(Box<Fault>),
}

/// What was asked for by somebody who is to sign in first.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    /// The page to come back to: one that can be asked for, not a form that was being sent.
    pub(crate) next: String,
    /// Their words.
    pub(crate) words: Words,
    /// Whether a script asks, which signs in over the page.
    pub(crate) script: bool,
    /// Whether passkeys can be used here.
    pub(crate) passkeys: bool,
    /// By what they can show who they are; nothing where nobody knows who they are.
    pub(crate) account: Option<Account>,
    /// What people call the provider by which they can sign in, where there is one.
    pub(crate) provider: Option<String>,
}

impl Way {
    /// The way of somebody who is before a page for signing in.
    pub(crate) const fn new(next: String, words: Words, passkeys: bool) -> Self {
        Self { next, words, script: false, passkeys, account: None, provider: None }
    }
}

impl Way {
    /// The way of somebody who is before the page to sign in on.
    pub(crate) fn before(next: String, coming: &Coming, app: &App) -> Self {
        let way = Self::new(next, coming.words.clone(), coming.takes_passkeys(app));
        Self { provider: app.entrance.provider_name(), ..way }
    }
}

/// In an answer: somebody is to sign in first, and what they have sent is to be carried along.
#[derive(Clone, Debug)]
pub(crate) enum SignInFirst {
    /// Nobody is signed in.
    SignIn(Way),
    /// They are to show once more who they are.
    Again(Way),
}

impl IntoResponse for Outside {
    fn into_response(self) -> Response {
        let (to, kind, way) = match &self {
            Self::SignIn(way) => ("/sign-in", "sign_in", way),
            Self::Again(way) => ("/sign-in/again", "again", way),
            Self::Unfinished(to) => return Redirect::to(to).into_response(),
            Self::Fault(_) => return self.fault(),
        };
        if way.script {
            return body::json(StatusCode::UNAUTHORIZED, &json!({ "kind": kind }));
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut response =
            Redirect::to(&format!("{to}?{}", query.append_pair("next", &way.next).finish())).into_response();
        response.extensions_mut().insert(match self {
            Self::Again(way) => SignInFirst::Again(way),
            Self::SignIn(way) => SignInFirst::SignIn(way),
            Self::Unfinished(_) | Self::Fault(_) => return response,
        });
        response
    }
}

impl Outside {
    fn fault(self) -> Response {
        match self {
            Self::Fault(fault) => fault.into_response(),
            other => other.into_response(),
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
        let Arriving(visitor) = Arriving::from_request_parts(parts, app).await?;
        match visitor.shown.stage {
            Stage::Whole => {}
            Stage::Second => return Err(Outside::Unfinished("/sign-in/second")),
            Stage::Enrol => return Err(Outside::Unfinished("/settings/sign-in")),
            Stage::Door => return visitor.at_door(parts).map_err(|outside| *outside),
        }
        if needs_recent(&parts.method, parts.uri.path())
            && !visitor.shown.recent(app.entrance.recent_minutes, app.store.now())
        {
            return Err(again(parts, app, visitor).await);
        }
        Ok(visitor)
    }
}

impl FromRequestParts<App> for Own {
    type Rejection = Outside;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Outside> {
        if let Some(own) = parts.extensions.get::<Self>() {
            return Ok(own.clone());
        }
        let Arriving(visitor) = Arriving::from_request_parts(parts, app).await?;
        match visitor.shown.stage {
            // Whoever sets up how they sign in has just shown the invitation or the link.
            Stage::Enrol => {}
            Stage::Second => return Err(Outside::Unfinished("/sign-in/second")),
            Stage::Door => return Err(Outside::Fault(Box::new(Fault::not_found(NOTHING)))),
            Stage::Whole => {
                if needs_recent(&parts.method, parts.uri.path())
                    && !visitor.shown.recent(app.entrance.recent_minutes, app.store.now())
                {
                    return Err(again(parts, app, visitor).await);
                }
            }
        }
        Ok(Self(visitor))
    }
}

/// Whether a page is wanted in answer.
fn reads_pages(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

impl FromRequestParts<App> for Arriving {
    type Rejection = Outside;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Outside> {
        let outside = || Outside::SignIn(way(parts, app, Words::new(accepted(&parts.headers), "UTC")));
        let secret = app.entrance.session(&parts.headers, peer(parts)).ok_or_else(outside)?;
        let fault = |error| Outside::Fault(Box::new(Fault::from(error)));
        let session =
            session_of(&app.store, &secret, &parts.headers).await.map_err(fault)?.ok_or_else(outside)?;
        // A page that was open may be sent from when somebody else has signed in meanwhile: nobody's words become another's.
        let said = parts.headers.get(AS).map(|said| said.as_bytes()).unwrap_or_default();
        if !said.is_empty() && session.person.is_none_or(|person| person.to_string().as_bytes() != said) {
            return Err(outside());
        }
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
        let asker = Asker::come(app, &actor, Origin::of(parts), session.door.clone());
        let asker = asker.await.map_err(|fault| Outside::Fault(Box::new(fault)))?;
        // What scripts send has no navigation around it.
        let places = if session.door.is_some() {
            Ok(Vec::new())
        } else if parts.method == Method::GET || reads_pages(&parts.headers) {
            asker.places().await
        } else {
            Ok(vec!["/"])
        };
        let places = places.map_err(fault)?;
        let name = person.as_ref().map(|person| person.name().to_string());
        let words = Words::new(language, zone);
        if let Some(heard) = parts.extensions.get::<Heard>() {
            // A handler has one visitor, and a second would speak the same language.
            let _ = heard.0.set(words.clone());
        }
        let here = here(&parts.uri);
        let house = app.store.house().await.map_err(fault)?;
        let in_field = app.in_field;
        Ok(Self(Visitor {
            actor,
            asker,
            places,
            name,
            words,
            session: secret,
            shown: session,
            here,
            house,
            in_field,
        }))
    }
}

/// The other end of the connection that a request came by.
pub(crate) fn peer(parts: &Parts) -> Option<Peer> {
    parts.extensions.get::<Peer>().copied()
}

async fn again(parts: &Parts, app: &App, visitor: Visitor) -> Outside {
    let account = match visitor.person() {
        Some(person) => app.store.account(person).await,
        None => Ok(None),
    };
    match account {
        Ok(account) => Outside::Again(Way { account, ..way(parts, app, visitor.words) }),
        Err(error) => Outside::Fault(Box::new(Fault::from(error))),
    }
}

fn way(parts: &Parts, app: &App, words: Words) -> Way {
    let next = if parts.method == Method::GET { here(&parts.uri) } else { came_from(&parts.headers) };
    Way {
        next,
        words,
        script: wants_json(&parts.headers),
        passkeys: app.entrance.site.takes_passkeys(&parts.headers),
        account: None,
        provider: app.entrance.provider_name(),
    }
}

/// The page that a form was on, where the browser says it; else the first page.
fn came_from(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|referer| referer.to_str().ok()).unwrap_or_default();
    let path = referer.split_once("://").and_then(|(_, rest)| rest.find('/').and_then(|at| rest.get(at..)));
    path.and_then(own_path).unwrap_or("/").to_owned()
}

/// The language that a browser asks for.
pub(crate) fn accepted(headers: &HeaderMap) -> Language {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.map_or(Language::English, Language::accepted)
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
}
