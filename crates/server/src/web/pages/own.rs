//! How one signs in oneself: the passphrase, passkeys, one-time codes, and the sessions that are open.

use askama::Template;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{AnyRecord, Key};
use assize_store::{
    Account, Factor, PASSPHRASE_CHARS_MAX, PASSPHRASE_CHARS_MIN, SecurityKind, Session, SignIn, Stage, Unfit,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::{Value, json};

use crate::app::App;
use crate::body::{JSON_BYTES_MAX, json as answer_json, read, read_json};
use crate::problem::{FORBIDDEN, Fault};
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::qr;
use crate::web::sign_in::{Coming, challenge_json, parts};
use crate::web::visitor::{Own, Visitor};
use crate::web::words::Words;

/// The page's address.
const HERE: &str = "/settings/sign-in";

/// A passkey, as its list shows it.
struct PasskeyLine {
    id: String,
    label: String,
    made: String,
    used: Option<String>,
}

/// A session, as its list shows it.
struct SessionLine {
    id: String,
    /// Whether it is the one that looks.
    this: bool,
    agent: String,
    address: String,
    by: String,
    made: String,
    used: String,
}

/// One-time codes that are being set up.
struct CodesBegun {
    picture: Option<String>,
    secret: String,
}

#[derive(Template)]
#[template(path = "own_sign_in.html")]
struct OwnPage {
    frame: Frame,
    words: Words,
    /// Whether this has to be done before anything else.
    first: bool,
    /// Whether a second factor is required.
    required: bool,
    name: String,
    has_passphrase: bool,
    passphrase_set: Option<String>,
    codes_set: Option<String>,
    recovery_left: i64,
    begun: Option<CodesBegun>,
    passkeys: Vec<PasskeyLine>,
    takes_passkeys: bool,
    origin: String,
    sessions: Vec<SessionLine>,
    chars_min: usize,
    chars_max: usize,
    /// What is wrong, and in which section.
    wrong: Option<(&'static str, String)>,
    /// What was done.
    said: Option<String>,
}

impl OwnPage {
    fn wrong_in(&self, section: &str) -> Option<&str> {
        self.wrong.as_ref().filter(|(at, _)| *at == section).map(|(_, what)| what.as_str())
    }
}

#[derive(Template)]
#[template(path = "recovery_codes.html")]
struct RecoveryPage {
    frame: Frame,
    words: Words,
    codes: Vec<String>,
    next: &'static str,
}

/// `GET /settings/sign-in`.
pub(crate) async fn page(State(app): State<App>, own: Own, coming: Coming) -> Result<Response, Fault> {
    let query = Posted::read(own.0.here.split_once('?').map_or("", |(_, query)| query).as_bytes());
    let said = match query.one("said") {
        Some("passphrase") => Some(own.0.words.say("own-said-passphrase")),
        Some("passkey") => Some(own.0.words.say("own-said-passkey")),
        Some("removed") => Some(own.0.words.say("own-said-removed")),
        Some("ended") => Some(own.0.words.say("own-said-ended")),
        _ => None,
    };
    shown(&app, &own.0, &coming, said, None).await
}

/// The person whose page it is; the operator of the host has none.
fn person(visitor: &Visitor) -> Result<PersonId, Fault> {
    visitor.person().ok_or_else(|| {
        let what = "the operator of the host signs in by `assize link` alone; register yourself as a person to have an account";
        Fault::new(&FORBIDDEN, what)
    })
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    coming: &Coming,
    said: Option<String>,
    wrong: Option<(&'static str, String)>,
) -> Result<Response, Fault> {
    let person = person(visitor)?;
    let words = visitor.words.clone();
    let account = app.store.account(person).await?;
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
    let first = visitor.shown.stage == Stage::Enrol;
    let name = called(app, person).await?;
    let begun = app.store.codes_begun(person, &name).await.ok().flatten().map(|begun| CodesBegun {
        picture: qr::picture(&begun.uri, &words.say("own-codes-picture")),
        secret: begun.secret,
    });
    let passkeys = app.store.passkeys(person).await?;
    let passkeys = passkeys
        .into_iter()
        .map(|key| PasskeyLine {
            id: key.id,
            label: key.label,
            made: at(key.made_at),
            used: key.used_at.map(at),
        })
        .collect();
    let sessions = app.store.sessions_of(person).await?;
    let of_account = |read: fn(&Account) -> Option<i64>| account.as_ref().and_then(read).map(at);
    let title = words.say("own-sign-in");
    let frame = if first {
        Frame::outside(&words, &words.say("own-first"))
    } else {
        let mut frame = Frame::of(visitor, "/settings", title).under(words.say("settings"), "/settings");
        // What is answered to a form is this page too: whoever chooses a language comes back to it.
        frame.here = HERE.to_owned();
        frame
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = html(&OwnPage {
        frame,
        first,
        required: app.store.second_factor_required(person, &app.entrance.second_factor).await?,
        has_passphrase: account.as_ref().is_some_and(|account| account.passphrase_at.is_some()),
        passphrase_set: of_account(|account| account.passphrase_at),
        codes_set: of_account(|account| account.codes_at),
        recovery_left: account.as_ref().map_or(0, |account| account.recovery_left),
        begun,
        passkeys,
        takes_passkeys: coming.takes_passkeys(app),
        origin: app.entrance.site.origin().to_owned(),
        sessions: sessions.iter().map(|session| session_line(&words, visitor, session)).collect(),
        chars_min: PASSPHRASE_CHARS_MIN,
        chars_max: PASSPHRASE_CHARS_MAX,
        name,
        wrong,
        said,
        words,
    });
    *response.status_mut() = status;
    Ok(response)
}

/// What an app or an authenticator calls a person: their address, or their name.
async fn called(app: &App, person: PersonId) -> Result<String, Fault> {
    Ok(match app.store.record(Key::of(person)).await?.map(|found| found.record) {
        Some(AnyRecord::Person(person)) => {
            person.email().as_ref().map_or_else(|| person.name().to_string(), ToString::to_string)
        }
        _ => String::new(),
    })
}

fn session_line(words: &Words, visitor: &Visitor, session: &Session) -> SessionLine {
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
    let factors: Vec<String> =
        session.factors.iter().map(|factor| words.say(&format!("factor-{}", factor.word()))).collect();
    SessionLine {
        id: session.id.clone(),
        this: session.id == visitor.shown.id,
        agent: session.agent.as_deref().and_then(browser).unwrap_or_else(|| words.say("own-browser-unknown")),
        address: session.address.clone().unwrap_or_else(|| words.say("own-address-unknown")),
        by: factors.join(" + "),
        made: at(session.made_at),
        used: at(session.used_at),
    }
}

/// A browser and its system, out of what it calls itself.
pub(super) fn browser(agent: &str) -> Option<String> {
    // The order counts: each calls itself by the names of those before it too.
    let browsers = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let named = |names: &[(&str, &str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| (*name).to_owned())
    };
    match (named(&browsers), named(&systems)) {
        (Some(browser), Some(system)) => Some(format!("{browser}, {system}")),
        (one, other) => one.or(other),
    }
}

/// Back to the page, or on to the others where what had to be set up first now is.
async fn done(app: &App, visitor: &Visitor, coming: &Coming, said: &str) -> Result<Response, Fault> {
    let settled = app.store.settle(&visitor.session, &coming.visit, &app.entrance.second_factor).await?;
    let mut response = Redirect::to(&format!("{HERE}?said={said}")).into_response();
    if let Some(begun) = settled {
        coming.set_cookies(app, &begun, &mut response);
    }
    Ok(response)
}

/// `POST /settings/sign-in/passphrase`: a new one; with the one before it where there is one.
pub(crate) async fn set_passphrase(
    State(app): State<App>,
    own: Own,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let visitor = &own.0;
    let person = person(visitor)?;
    let posted = Posted::read(&read(&coming.headers, body, JSON_BYTES_MAX).await?);
    let field = |name: &str| posted.one(name).unwrap_or_default();
    let words = &visitor.words;
    let wrong = |key: &str| Some(("passphrase", words.say(key)));
    let (new, again) = (field("new"), field("again"));
    if new != again {
        return shown(&app, visitor, &coming, None, wrong("own-passphrase-differs")).await;
    }
    let account = app.store.account(person).await?;
    if account.is_some_and(|account| account.passphrase_at.is_some()) {
        match app.store.try_passphrase(person, field("old"), &coming.visit).await? {
            Ok(()) => {}
            Err(SignIn::Wait { seconds }) => {
                let wait = words.with("sign-in-wait", "seconds", seconds);
                return shown(&app, visitor, &coming, None, Some(("passphrase", wait))).await;
            }
            Err(_) => return shown(&app, visitor, &coming, None, wrong("own-passphrase-old-wrong")).await,
        }
    }
    if let Err(unfit) = app.store.set_passphrase(person, new).await? {
        let what = match unfit {
            Unfit::Short => words.with("own-passphrase-short", "count", PASSPHRASE_CHARS_MIN),
            Unfit::Long => words.with("own-passphrase-long", "count", PASSPHRASE_CHARS_MAX),
            Unfit::Own => words.say("own-passphrase-own"),
            Unfit::Guessable => words.say("own-passphrase-guessable"),
        };
        return shown(&app, visitor, &coming, None, Some(("passphrase", what))).await;
    }
    tracing::info!(%person, "a passphrase was set");
    visitor.asker.note(SecurityKind::AccountChanged, None, "passphrase set").await?;
    // Whoever has the old one is out.
    app.store.end_other_sessions(person, Some(&visitor.shown.id)).await?;
    done(&app, visitor, &coming, "passphrase").await
}

/// `POST /settings/sign-in/codes`: begins to set up one-time codes.
pub(crate) async fn begin_codes(State(app): State<App>, own: Own) -> Result<Response, Fault> {
    let person = person(&own.0)?;
    let name = called(&app, person).await?;
    app.store.begin_codes(person, &name).await?;
    Ok(Redirect::to(&format!("{HERE}#codes")).into_response())
}

/// `POST /settings/sign-in/codes/confirm`: a first code.
pub(crate) async fn confirm_codes(
    State(app): State<App>,
    own: Own,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let visitor = &own.0;
    let person = person(visitor)?;
    let posted = Posted::read(&read(&coming.headers, body, JSON_BYTES_MAX).await?);
    let Some(codes) = app.store.confirm_codes(person, posted.one("code").unwrap_or_default()).await? else {
        let wrong = Some(("codes", visitor.words.say("sign-in-code-wrong")));
        return shown(&app, visitor, &coming, None, wrong).await;
    };
    tracing::info!(%person, "one-time codes were set up");
    visitor.asker.note(SecurityKind::AccountChanged, None, "codes set up").await?;
    app.store.end_other_sessions(person, Some(&visitor.shown.id)).await?;
    let settled = app.store.settle(&visitor.session, &coming.visit, &app.entrance.second_factor).await?;
    let mut response = recovery_page(visitor, codes);
    if let Some(begun) = settled {
        coming.set_cookies(&app, &begun, &mut response);
    }
    Ok(response)
}

fn recovery_page(visitor: &Visitor, codes: Vec<String>) -> Response {
    let words = visitor.words.clone();
    let frame = Frame::outside(&words, &words.say("own-recovery-made"));
    html(&RecoveryPage { frame, words, codes, next: HERE })
}

/// `POST /settings/sign-in/codes/end`.
pub(crate) async fn end_codes(State(app): State<App>, own: Own, coming: Coming) -> Result<Response, Fault> {
    let person = person(&own.0)?;
    if !app.store.can_spare_factor(person, Factor::Code, &app.entrance.second_factor).await? {
        let wrong = Some(("codes", own.0.words.say("own-last-factor")));
        return shown(&app, &own.0, &coming, None, wrong).await;
    }
    app.store.end_codes(person).await?;
    tracing::info!(%person, "one-time codes were ended");
    own.0.asker.note(SecurityKind::AccountChanged, None, "codes ended").await?;
    app.store.end_other_sessions(person, Some(&own.0.shown.id)).await?;
    done(&app, &own.0, &coming, "removed").await
}

/// `POST /settings/sign-in/recovery`: new recovery codes.
pub(crate) async fn renew_recovery(State(app): State<App>, own: Own) -> Result<Response, Fault> {
    let person = person(&own.0)?;
    if app.store.account(person).await?.is_none_or(|account| account.codes_at.is_none()) {
        return Err(Fault::new(
            &FORBIDDEN,
            "recovery codes are for when one-time codes are lost: set those up first",
        ));
    }
    let codes = app.store.renew_recovery_codes(person).await?;
    tracing::info!(%person, "recovery codes were made anew");
    own.0.asker.note(SecurityKind::AccountChanged, None, "recovery codes made anew").await?;
    Ok(recovery_page(&own.0, codes))
}

/// `POST /settings/sign-in/passkeys/ask`.
pub(crate) async fn ask_passkey(State(app): State<App>, own: Own) -> Result<Response, Fault> {
    let person = person(&own.0)?;
    let name = called(&app, person).await?;
    let challenge = app.store.ask_new_passkey(person, &name, &app.entrance.site.party()).await?;
    Ok(challenge_json(&challenge))
}

/// `POST /settings/sign-in/passkeys`: the answer of an authenticator.
pub(crate) async fn keep_passkey(
    State(app): State<App>,
    own: Own,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let visitor = &own.0;
    let person = person(visitor)?;
    let sent = read_json(&coming.headers, body).await?;
    let (challenge, answer) = parts(&sent);
    let label = sent.get("label").and_then(Value::as_str).unwrap_or_default();
    let party = app.entrance.site.party();
    if !app.store.keep_passkey(person, challenge, answer, label, &party).await? {
        let wrong = visitor.words.say("own-passkey-wrong");
        return Ok(answer_json(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "wrong": wrong })));
    }
    tracing::info!(%person, "a passkey was made");
    visitor.asker.note(SecurityKind::AccountChanged, None, "passkey added").await?;
    let settled = app.store.settle(&visitor.session, &coming.visit, &app.entrance.second_factor).await?;
    let mut response = answer_json(StatusCode::OK, &json!({ "to": format!("{HERE}?said=passkey") }));
    if let Some(begun) = settled {
        coming.set_cookies(&app, &begun, &mut response);
    }
    Ok(response)
}

/// `POST /settings/sign-in/passkeys/{id}/name`.
pub(crate) async fn name_passkey(
    State(app): State<App>,
    own: Own,
    Path(id): Path<String>,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, JSON_BYTES_MAX).await?);
    let person = person(&own.0)?;
    if !app.store.name_passkey(person, &id, posted.one("label").unwrap_or_default()).await? {
        let wrong = Some(("passkeys", own.0.words.say("own-passkey-nameless")));
        return shown(&app, &own.0, &coming, None, wrong).await;
    }
    Ok(Redirect::to(&format!("{HERE}#passkeys")).into_response())
}

/// `POST /settings/sign-in/passkeys/{id}/remove`.
pub(crate) async fn remove_passkey(
    State(app): State<App>,
    own: Own,
    Path(id): Path<String>,
    coming: Coming,
) -> Result<Response, Fault> {
    let person = person(&own.0)?;
    if !app.store.can_spare_factor(person, Factor::Passkey, &app.entrance.second_factor).await? {
        let wrong = Some(("passkeys", own.0.words.say("own-last-factor")));
        return shown(&app, &own.0, &coming, None, wrong).await;
    }
    if !app.store.remove_passkey(person, &id).await? {
        return Err(Fault::not_found("there is no such passkey to remove"));
    }
    tracing::info!(%person, "a passkey was removed");
    own.0.asker.note(SecurityKind::AccountChanged, None, "passkey removed").await?;
    app.store.end_other_sessions(person, Some(&own.0.shown.id)).await?;
    done(&app, &own.0, &coming, "removed").await
}

/// `POST /settings/sign-in/sessions/{id}/end`.
pub(crate) async fn end_session(
    State(app): State<App>,
    own: Own,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.end_session_of(person(&own.0)?, &id).await? {
        return Err(Fault::not_found("there is no such session to end"));
    }
    Ok(Redirect::to(&format!("{HERE}?said=ended#sessions")).into_response())
}

/// `POST /settings/sign-in/sessions/others/end`.
pub(crate) async fn end_others(State(app): State<App>, own: Own) -> Result<Response, Fault> {
    app.store.end_other_sessions(person(&own.0)?, Some(&own.0.shown.id)).await?;
    Ok(Redirect::to(&format!("{HERE}?said=ended#sessions")).into_response())
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn a_browser_is_named_as_people_know_it() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                Some("Chrome, Linux"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                Some("Edge, Windows"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
                Some("Safari, iOS"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0",
                Some("Firefox, macOS"),
            ),
            ("curl/8.0", None),
        ] {
            assert_eq!(browser(agent).as_deref(), expected, "{agent}");
        }
    }
}
