//! Signing in: by a link, a passphrase, codes, a passkey; doing so again; signing out. And what was typed meanwhile is not lost.

mod carried;
mod door;
mod link;
mod passkey;
mod passphrase;
mod provider;

use assize_domain::Actor;
use assize_domain::kernel::id::PersonId;
use assize_store::{Begun, SecurityKind, SecurityNote, SignIn, Stage, Visit};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::json;

pub(crate) use self::carried::{Carried, first, sent_with};
pub(crate) use self::door::{door, door_code, door_left, enter_door};
pub(crate) use self::link::{ask, enter, language, leave, welcome, welcomed};
pub(crate) use self::passkey::{again_answer, again_ask, answer, ask as ask_passkey, challenge_json, parts};
pub(crate) use self::passphrase::{again, give, give_again, give_second, how, over, resume, second};

pub(crate) use self::provider::{from_provider, to_provider};

use super::act::wants_json;
use super::visitor::{accepted, peer};
use super::words::{Language, Words};
use crate::access::Origin;
use crate::app::App;
use crate::body;
use crate::conditions::value;
use crate::entrance::Peer;
use crate::problem::Fault;

/// How long it takes until it is noted again that tries from one address wait, in milliseconds.
const SLOWED_NOTED_MILLIS: i64 = 60_000;
/// The longest form of these pages, in bytes: they carry another one along, with each sign of it written as three.
const FORM_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// Somebody at the door, signed in or not.
pub(crate) struct Coming {
    pub(crate) headers: HeaderMap,
    pub(crate) peer: Option<Peer>,
    /// From where they come.
    pub(crate) visit: Visit,
    /// The secret of their session, if there is one; whether it holds is not looked at.
    pub(crate) secret: Option<String>,
    /// The words in the language that their browser asks for, or the page they are on was in.
    pub(crate) words: Words,
    /// Where the request came from, for the security log.
    origin: Origin,
}

impl FromRequestParts<App> for Coming {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let (headers, peer) = (parts.headers.clone(), peer(parts));
        let query = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
        let asked = query.into_owned().find(|(name, _)| name == "language");
        let language =
            asked.and_then(|(_, tag)| Language::of_tag(&tag)).unwrap_or_else(|| accepted(&headers));
        Ok(Self {
            visit: app.entrance.visit(&headers, peer),
            secret: app.entrance.session(&headers, peer),
            words: Words::new(language, "UTC"),
            origin: Origin::of(parts),
            headers,
            peer,
        })
    }
}

impl Coming {
    /// Sets the cookies of a session that has begun, or of its new secret.
    pub(crate) fn set_cookies(&self, app: &App, begun: &Begun, response: &mut Response) {
        let headers = response.headers_mut();
        let session = app.entrance.set_session(&self.headers, self.peer, &begun.secret);
        headers.append(header::SET_COOKIE, value(&session));
        if let Some(device) = &begun.device {
            headers.append(
                header::SET_COOKIE,
                value(&app.entrance.set_device(&self.headers, self.peer, device)),
            );
        }
    }

    /// Notes in the security log what came of somebody's coming. What they typed is not in it: it may be a passphrase in the wrong field.
    pub(crate) async fn note(
        &self,
        app: &App,
        kind: SecurityKind,
        person: Option<PersonId>,
        why: &str,
    ) -> Result<(), Fault> {
        let note = SecurityNote {
            kind,
            who: person.map(|person| Actor::Person { person }.to_string()).unwrap_or_default(),
            person,
            address: self.visit.address.map(|address| address.to_string()).unwrap_or_default(),
            route: self.origin.route.clone(),
            key: None,
            request: self.origin.request.clone(),
            why: why.to_owned(),
        };
        match kind {
            // Whoever is made to wait can ask a thousand times a second.
            SecurityKind::SignInSlowed => app.store.note_security_seldom(&note, SLOWED_NOTED_MILLIS).await?,
            _ => app.store.note_security(&note).await?,
        }
        Ok(())
    }

    /// Notes what a try to show who one is came to. `person` is whom it was about, where that is known.
    pub(crate) async fn note_try(
        &self,
        app: &App,
        came: &SignIn,
        person: Option<PersonId>,
    ) -> Result<(), Fault> {
        let (kind, why) = match came {
            // What begins is noted where it is given its cookies.
            SignIn::Begun(_) => return Ok(()),
            SignIn::Wrong => (SecurityKind::SignInRefused, "wrong"),
            SignIn::Wait { .. } => (SecurityKind::SignInSlowed, "too many failed"),
            SignIn::Locked => (SecurityKind::SignInRefused, "locked"),
            SignIn::PasskeyNeeded => (SecurityKind::SignInRefused, "passkey needed"),
        };
        self.note(app, kind, person, why).await
    }

    /// Notes that somebody is signed in, where nothing is left to give.
    async fn note_begun(&self, app: &App, begun: &Begun) -> Result<(), Fault> {
        let Begun { session, .. } = begun;
        if session.stage == Stage::Second {
            return Ok(());
        }
        let by: Vec<&str> = session.factors.iter().map(|factor| factor.word()).collect();
        self.note(app, SecurityKind::SignedIn, session.person, &by.join(", ")).await
    }

    /// Whether passkeys can be used here.
    pub(crate) fn takes_passkeys(&self, app: &App) -> bool {
        app.entrance.site.takes_passkeys(&self.headers)
    }
}

/// Why somebody is not signed in, in their words.
fn refusal(words: &Words, came: &SignIn) -> Option<String> {
    match came {
        SignIn::Begun(_) => None,
        SignIn::Wrong => Some(words.say("sign-in-wrong")),
        SignIn::Wait { seconds } => Some(words.with("sign-in-wait", "seconds", *seconds)),
        SignIn::Locked => Some(words.say("sign-in-locked")),
        SignIn::PasskeyNeeded => Some(words.say("sign-in-passkey-needed")),
    }
}

/// The status of a refusal.
const fn status(came: &SignIn) -> StatusCode {
    match came {
        SignIn::Wait { .. } => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// What follows when somebody is signed in: the page they wanted, or what they had sent; or the next step of signing in.
async fn signed_in(
    app: &App,
    coming: &Coming,
    begun: &Begun,
    next: &str,
    carried: Option<Carried>,
) -> Result<Response, Fault> {
    tracing::info!(stage = ?begun.session.stage, factors = ?begun.session.factors, "signed in");
    coming.note_begun(app, begun).await?;
    let mut response = match begun.session.stage {
        Stage::Enrol => Redirect::to("/settings/sign-in").into_response(),
        Stage::Door => Redirect::to("/door").into_response(),
        Stage::Second => passphrase::second_page(&coming.words, next, carried, None),
        Stage::Whole => match carried {
            Some(carried) => carried.give(app, coming, &begun.secret).await,
            None => Redirect::to(next).into_response(),
        },
    };
    coming.set_cookies(app, begun, &mut response);
    Ok(response)
}

/// The same for a script, which goes on by itself. `person` is whose page the script is on, where it is somebody's: whoever signs in over it must be
/// the same, or what was typed would be another's.
async fn answered(
    app: &App,
    coming: &Coming,
    came: &SignIn,
    person: Option<&str>,
) -> Result<Response, Fault> {
    let SignIn::Begun(begun) = came else {
        let wrong = refusal(&coming.words, came).unwrap_or_default();
        return Ok(body::json(status(came), &json!({ "wrong": wrong })));
    };
    let whose = begun.session.person.map(|person| person.to_string());
    if person.is_some_and(|person| whose.as_deref() != Some(person)) {
        app.store.end_session(&begun.secret).await?;
        let wrong = coming.words.say("sign-in-other");
        return Ok(body::json(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "wrong": wrong })));
    }
    tracing::info!(stage = ?begun.session.stage, factors = ?begun.session.factors, "signed in");
    coming.note_begun(app, begun).await?;
    let state = match begun.session.stage {
        Stage::Whole => "whole",
        Stage::Second => "second",
        Stage::Enrol => "enrol",
        Stage::Door => "door",
    };
    let mut response = body::json(StatusCode::OK, &json!({ "state": state }));
    coming.set_cookies(app, begun, &mut response);
    Ok(response)
}

/// Whether a script asks.
fn by_script(coming: &Coming) -> bool {
    wants_json(&coming.headers)
}
