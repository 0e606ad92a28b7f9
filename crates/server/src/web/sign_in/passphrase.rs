//! The pages on which somebody shows who they are: by a passphrase, then a code where their account has codes; and once more before what binds.

use askama::Template;
use assize_store::{Account, SecurityKind, SignIn, Stage};
use axum::body::Body;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::json;

use super::super::form::Posted;
use super::super::frame::Frame;
use super::super::guard::html;
use super::super::visitor::{Arriving, Outside, Way, own_path};
use super::super::words::Words;
use super::carried::html_of;
use super::{Carried, Coming, FORM_BYTES_MAX, answered, by_script, provider, refusal, signed_in, status};
use crate::app::App;
use crate::body::{self, read};
use crate::problem::Fault;

#[derive(Template)]
#[template(path = "sign_in.html")]
pub(super) struct SignInPage {
    pub(super) frame: Frame,
    pub(super) words: Words,
    /// The secret of the link, where it would sign somebody in.
    pub(super) link: Option<String>,
    /// Whether there was a link, and it does not hold.
    pub(super) spent: bool,
    pub(super) next: String,
    /// The form that is carried along, as hidden fields.
    pub(super) carried: String,
    pub(super) who: String,
    pub(super) wrong: Option<String>,
    /// Whether passkeys can be used here.
    pub(super) passkeys: bool,
    /// What people call the provider by which they can sign in, where there is one.
    pub(super) provider: Option<String>,
    /// Where one signs out at the provider too: its name and the address.
    pub(super) out: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "sign_in_second.html")]
struct SecondPage {
    frame: Frame,
    words: Words,
    next: String,
    carried: String,
    wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in_again.html")]
struct AgainPage {
    frame: Frame,
    words: Words,
    next: String,
    carried: String,
    wrong: Option<String>,
    passphrase: bool,
    codes: bool,
    passkeys: bool,
    provider: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in_over.html")]
struct OverPart {
    words: Words,
    passkeys: bool,
}

/// `GET /sign-in`.
pub(crate) async fn how(State(app): State<App>, coming: Coming, uri: Uri) -> Response {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let next = query.one("next").and_then(own_path).unwrap_or("/").to_owned();
    let way = Way::before(next, &coming, &app);
    // Whoever came by the provider is signed in there still: it is theirs to end that as well.
    let out = if query.one("out").is_some() { provider::end_address(&app).await } else { None };
    html(&SignInPage { out, ..sign_in_view(&way, None, "", None) })
}

/// The page to sign in on.
pub(super) fn sign_in_page(way: &Way, carried: Option<Carried>) -> Response {
    page(way, carried, "", None)
}

pub(super) fn page(way: &Way, carried: Option<Carried>, who: &str, wrong: Option<String>) -> Response {
    html(&sign_in_view(way, carried, who, wrong))
}

fn sign_in_view(way: &Way, carried: Option<Carried>, who: &str, wrong: Option<String>) -> SignInPage {
    let words = way.words.clone();
    SignInPage {
        frame: Frame::outside(&words, &words.say("sign-in")),
        link: None,
        spent: false,
        next: way.next.clone(),
        carried: html_of(carried.as_ref()),
        who: who.to_owned(),
        wrong,
        passkeys: way.passkeys,
        provider: way.provider.clone(),
        out: None,
        words,
    }
}

/// `POST /sign-in`: a passphrase.
pub(crate) async fn give(State(app): State<App>, coming: Coming, body: Body) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, FORM_BYTES_MAX).await?);
    let who = posted.one("who").unwrap_or_default();
    let passphrase = typed(&posted, "passphrase");
    let came = app.store.sign_in(who, passphrase, &coming.visit, &app.entrance.second_factor).await?;
    // Looked up whatever came of it, so that nobody learns by the time it takes who has an account.
    let person = app.store.account_called(who).await?;
    coming.note_try(&app, &came, person).await?;
    if by_script(&coming) {
        return answered(&app, &coming, &came, posted.filled("as")).await;
    }
    let next = posted.one("next").and_then(own_path).unwrap_or("/");
    let carried = Carried::of(&posted);
    if let SignIn::Begun(begun) = &came {
        // Of two sessions in one browser the older one is nobody's any more.
        if let Some(old) = &coming.secret {
            app.store.end_session(old).await?;
        }
        return signed_in(&app, &coming, begun, next, carried).await;
    }
    let way = Way::before(next.to_owned(), &coming, &app);
    let mut response = page(&way, carried, who, refusal(&coming.words, &came));
    *response.status_mut() = status(&came);
    Ok(response)
}

/// What was typed, to the last sign of it.
fn typed<'p>(posted: &'p Posted, name: &str) -> &'p str {
    posted.one(name).unwrap_or_default()
}

/// `GET /sign-in/second`.
pub(crate) async fn second(arriving: Arriving, uri: Uri) -> Response {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let next = query.one("next").and_then(own_path).unwrap_or("/");
    match arriving.0.shown.stage {
        Stage::Second => second_page(&arriving.0.words, next, None, None),
        Stage::Whole | Stage::Enrol | Stage::Door => Redirect::to(next).into_response(),
    }
}

/// The page that asks for the second factor.
pub(super) fn second_page(
    words: &Words,
    next: &str,
    carried: Option<Carried>,
    wrong: Option<String>,
) -> Response {
    html(&SecondPage {
        frame: Frame::outside(words, &words.say("sign-in-second")),
        words: words.clone(),
        next: next.to_owned(),
        carried: html_of(carried.as_ref()),
        wrong,
    })
}

/// `POST /sign-in/second`: a code.
pub(crate) async fn give_second(
    State(app): State<App>,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, FORM_BYTES_MAX).await?);
    let secret = coming.secret.clone().unwrap_or_default();
    let session = app.store.session_of(&secret).await?.filter(|session| session.stage == Stage::Second);
    let held = session.is_some();
    let next = posted.one("next").and_then(own_path).unwrap_or("/");
    let carried = Carried::of(&posted);
    if !held {
        // It took too long: from the beginning, and what was typed comes along.
        let wrong = coming.words.say("sign-in-late");
        if by_script(&coming) {
            return Ok(body::json(axum::http::StatusCode::GONE, &json!({ "wrong": wrong })));
        }
        let way = Way::before(next.to_owned(), &coming, &app);
        return Ok(page(&way, carried, "", Some(wrong)));
    }
    let came = app.store.give_second(&secret, typed(&posted, "code"), &coming.visit).await?;
    let person = session.and_then(|session| session.person);
    match &came {
        SignIn::Wrong => coming.note(&app, SecurityKind::SecondFactorWrong, person, "wrong").await?,
        other => coming.note_try(&app, other, person).await?,
    }
    if by_script(&coming) {
        return answered(&app, &coming, &came, posted.filled("as")).await;
    }
    if let SignIn::Begun(begun) = &came {
        return signed_in(&app, &coming, begun, next, carried).await;
    }
    let wrong = match came {
        SignIn::Wrong => Some(coming.words.say("sign-in-code-wrong")),
        _ => refusal(&coming.words, &came),
    };
    let mut response = second_page(&coming.words, next, carried, wrong);
    *response.status_mut() = status(&came);
    Ok(response)
}

/// `GET /sign-in/again`.
pub(crate) async fn again(
    State(app): State<App>,
    arriving: Arriving,
    coming: Coming,
    uri: Uri,
) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let next = query.one("next").and_then(own_path).unwrap_or("/").to_owned();
    let account = account_of(&app, &arriving).await?;
    let way = Way { account, words: arriving.0.words, ..Way::before(next, &coming, &app) };
    Ok(again_page(&way, None, None))
}

async fn account_of(app: &App, arriving: &Arriving) -> Result<Option<Account>, Fault> {
    match arriving.0.person() {
        Some(person) => Ok(app.store.account(person).await?),
        None => Ok(None),
    }
}

/// The page on which somebody shows once more who they are.
pub(super) fn again_page(way: &Way, carried: Option<Carried>, wrong: Option<String>) -> Response {
    let words = way.words.clone();
    let account = way.account.as_ref();
    html(&AgainPage {
        frame: Frame::outside(&words, &words.say("sign-in-again")),
        next: way.next.clone(),
        carried: html_of(carried.as_ref()),
        wrong,
        passphrase: account.is_some_and(|account| account.passphrase_at.is_some()),
        codes: account.is_some_and(|account| account.codes_at.is_some()),
        passkeys: way.passkeys && account.is_some_and(|account| account.passkeys > 0),
        provider: way.provider.clone().filter(|_| account.is_some()),
        words,
    })
}

/// `POST /sign-in/again`.
pub(crate) async fn give_again(
    State(app): State<App>,
    arriving: Result<Arriving, Outside>,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, FORM_BYTES_MAX).await?);
    let Ok(arriving) = arriving else {
        // The session has ended meanwhile: what was carried along goes the longer way.
        let next = posted.one("next").and_then(own_path).unwrap_or("/").to_owned();
        let way = Way::before(next, &coming, &app);
        return Ok(page(&way, Carried::of(&posted), "", Some(coming.words.say("sign-in-late"))));
    };
    let secret = &arriving.0.session;
    let came = app
        .store
        .show_again(secret, typed(&posted, "passphrase"), typed(&posted, "code"), &coming.visit)
        .await?;
    coming.note_try(&app, &came, arriving.0.person()).await?;
    if by_script(&coming) {
        return answered(&app, &coming, &came, None).await;
    }
    let next = posted.one("next").and_then(own_path).unwrap_or("/");
    let carried = Carried::of(&posted);
    if let SignIn::Begun(begun) = &came {
        return signed_in(&app, &coming, begun, next, carried).await;
    }
    let words = arriving.0.words.clone();
    let account = account_of(&app, &arriving).await?;
    let wrong = refusal(&words, &came);
    let way = Way { account, words, ..Way::before(next.to_owned(), &coming, &app) };
    let mut response = again_page(&way, carried, wrong);
    *response.status_mut() = status(&came);
    Ok(response)
}

/// `POST /sign-in/resume`: gives what was carried along, as whoever is signed in now; a page that a script has signed in on, or somebody in another tab.
pub(crate) async fn resume(State(app): State<App>, coming: Coming, body: Body) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, FORM_BYTES_MAX).await?);
    Ok(match Carried::of(&posted) {
        Some(carried) => carried.give(&app, &coming, coming.secret.as_deref().unwrap_or_default()).await,
        None => Redirect::to(posted.one("next").and_then(own_path).unwrap_or("/")).into_response(),
    })
}

/// `GET /sign-in/over`: what a script shows over a page.
pub(crate) async fn over(State(app): State<App>, coming: Coming) -> Response {
    let passkeys = coming.takes_passkeys(&app);
    html(&OverPart { words: coming.words, passkeys })
}
