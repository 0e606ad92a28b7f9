//! Who asks: a bearer token, and for the operator the person on whose behalf.

use assize_domain::kernel::act::Scope;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::said::say;
use assize_domain::{Actor, Key};
use assize_store::Token;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};

use crate::access::{Asker, Origin};
use crate::app::App;
use crate::problem::{FORBIDDEN, Fault, MALFORMED, UNAUTHORIZED};

/// The header by which the operator says on whose behalf they act: a person's id.
pub(crate) const ON_BEHALF_OF: &str = "x-on-behalf-of";

/// Who asks.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// As the law knows them.
    pub(crate) actor: Actor,
    /// What they may.
    pub(crate) asker: Asker,
    /// Their token.
    pub(crate) token: Token,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        // The layer in front has found out who it is already.
        if let Some(caller) = parts.extensions.get::<Self>() {
            return Ok(caller.clone());
        }
        let secret = bearer(&parts.headers)
            .ok_or_else(|| Fault::new(&UNAUTHORIZED, "send `Authorization: Bearer TOKEN`"))?;
        let unknown = || Fault::new(&UNAUTHORIZED, "the token is unknown, revoked or past its time");
        let token = app.store.token_of(secret).await?.ok_or_else(unknown)?;
        let actor = match (token.person, on_behalf_of(&parts.headers)?) {
            (Some(person), None) => Actor::Person { person },
            (None, on_behalf_of) => Actor::Operator { on_behalf_of },
            (Some(_), Some(_)) => {
                return Err(Fault::new(&FORBIDDEN, "only the operator acts on somebody's behalf"));
            }
        };
        if let Some(person) = actor.person()
            && app.store.record(Key::of(person)).await?.is_none()
        {
            return Err(match actor {
                Actor::Person { .. } => unknown(),
                Actor::Operator { .. } => Fault::new(
                    &MALFORMED,
                    say!("no person has the id `{person}` that `X-On-Behalf-Of` names", person),
                ),
            });
        }
        tracing::Span::current().record("principal", tracing::field::display(&actor));
        may(&token, &parts.method)?;
        let asker = Asker::of(app, &actor, Origin::of(parts)).await?;
        Ok(Self { actor, asker, token })
    }
}

/// Whether a token lets its bearer use a method: one that is for reading, reads.
fn may(token: &Token, method: &Method) -> Result<(), Fault> {
    match token.scope {
        Scope::Act => Ok(()),
        Scope::Read if method == Method::GET || method == Method::HEAD => Ok(()),
        Scope::Read => Err(Fault::new(&FORBIDDEN, "the token is for reading; use one of scope `act`")),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

fn on_behalf_of(headers: &HeaderMap) -> Result<Option<PersonId>, Fault> {
    let Some(value) = headers.get(ON_BEHALF_OF) else { return Ok(None) };
    let person = value.to_str().ok().and_then(|text| text.trim().parse().ok());
    person.map(Some).ok_or_else(|| Fault::new(&MALFORMED, "`X-On-Behalf-Of` is not the id of a person"))
}
