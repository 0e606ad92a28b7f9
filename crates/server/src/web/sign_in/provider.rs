//! Signing in at a provider of the organization's own: there, and back.

use assize_store::{SecurityKind, SignIn};
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::super::form::Posted;
use super::super::visitor::{Way, own_path};
use super::{Coming, passphrase, refusal, signed_in};
use crate::app::App;
use crate::conditions::value;
use crate::oidc::{Anew, Provider};
use crate::problem::Fault;

/// Where a provider sends people back to.
const BACK: &str = "/sign-in/provider/back";

fn back(app: &App) -> String {
    format!("{}{BACK}", app.entrance.site.origin())
}

/// The provider, where there is one.
fn provider(app: &App) -> Result<&Provider, Fault> {
    app.entrance.provider.as_deref().ok_or_else(|| Fault::not_found("nobody signs in by a provider here"))
}

/// Where somebody goes who wants to sign out at the provider too.
pub(super) async fn end_address(app: &App) -> Option<(String, String)> {
    let provider = app.entrance.provider.as_deref()?;
    let address = provider.end_address(&format!("{}/sign-in", app.entrance.site.origin())).await?;
    Some((provider.settings.name.clone(), address))
}

/// `GET /sign-in/provider`.
pub(crate) async fn to_provider(State(app): State<App>, coming: Coming, uri: Uri) -> Result<Response, Fault> {
    let provider = provider(&app)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let asked = app.store.ask_provider(query.one("next").and_then(own_path).unwrap_or("/")).await?;
    let anew = if query.one("again").is_some() { Anew::Yes } else { Anew::No };
    match provider.address(&asked, &back(&app), anew).await {
        Ok(address) => {
            let mut response = Redirect::to(&address).into_response();
            let cookie = app.entrance.set_asked(&coming.headers, coming.peer, &asked.state);
            response.headers_mut().append(header::SET_COOKIE, value(&cookie));
            Ok(response)
        }
        Err(why) => {
            tracing::warn!(why, "the provider cannot be asked");
            coming.note(&app, SecurityKind::ProviderRefused, None, "the provider cannot be asked").await?;
            Ok(failed(&app, &coming, "sign-in-provider-away", StatusCode::BAD_GATEWAY))
        }
    }
}

/// `GET /sign-in/provider/back`: with a code, or why there is none.
pub(crate) async fn from_provider(
    State(app): State<App>,
    coming: Coming,
    uri: Uri,
) -> Result<Response, Fault> {
    let provider = provider(&app)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let state = query.filled("state").unwrap_or_default();
    // Whoever brings the answer must be who has asked; and it must be this provider's (RFC 9207).
    let own = app.entrance.asked(&coming.headers, coming.peer).is_some_and(|asked| asked == state);
    let issued = query.one("iss").is_none_or(|issuer| issuer == provider.settings.issuer);
    let asked = if own && issued { app.store.provider_answered(state).await? } else { None };
    let (Some(asked), Some(code)) = (asked, query.filled("code")) else {
        tracing::warn!(own, issued, error = query.one("error"), "a provider's answer does not hold");
        coming.note(&app, SecurityKind::ProviderRefused, None, "the answer does not hold").await?;
        return Ok(failed(&app, &coming, "sign-in-provider-failed", StatusCode::UNPROCESSABLE_ENTITY));
    };
    let now_seconds = app.store.now() / 1_000;
    let identity = match provider.identity(code, &asked, &back(&app), now_seconds).await {
        Ok(identity) => identity,
        Err(why) => {
            tracing::warn!(why, "a provider's code was not redeemed");
            coming.note(&app, SecurityKind::ProviderRefused, None, "the code was not redeemed").await?;
            return Ok(failed(&app, &coming, "sign-in-provider-failed", StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let just_in_time = provider.settings.just_in_time;
    let rule = &app.entrance.second_factor;
    let came = app.store.sign_in_by_provider(&identity, just_in_time, &coming.visit, rule).await?;
    match &came {
        SignIn::Wrong => coming.note(&app, SecurityKind::ProviderRefused, None, "nobody here").await?,
        other => coming.note_try(&app, other, None).await?,
    }
    let mut response = match &came {
        SignIn::Begun(begun) => {
            if let Some(old) = &coming.secret {
                app.store.end_session(old).await?;
            }
            signed_in(&app, &coming, begun, &asked.next, None).await?
        }
        SignIn::Wrong => failed(&app, &coming, "sign-in-provider-nobody", StatusCode::FORBIDDEN),
        _ => page(&app, &coming, refusal(&coming.words, &came), StatusCode::UNPROCESSABLE_ENTITY),
    };
    let cookie = app.entrance.drop_asked(&coming.headers, coming.peer);
    response.headers_mut().append(header::SET_COOKIE, value(&cookie));
    Ok(response)
}

fn failed(app: &App, coming: &Coming, key: &str, status: StatusCode) -> Response {
    page(app, coming, Some(coming.words.say(key)), status)
}

fn page(app: &App, coming: &Coming, wrong: Option<String>, status: StatusCode) -> Response {
    let way = Way::before("/".to_owned(), coming, app);
    let mut response = passphrase::page(&way, None, "", wrong);
    *response.status_mut() = status;
    response
}
