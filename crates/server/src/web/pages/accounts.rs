//! Accounts: who can sign in and by what; inviting, locking, and taking lost factors away. Nobody sets a passphrase for another.

use askama::Template;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{Account, INVITATION_MILLIS, PAGE_ROWS_MAX, SecurityKind};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::accounts::{self, Change};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::mail;
use crate::problem::Fault;
use crate::query;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::sign_in::Coming;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The page's address.
const HERE: &str = "/settings/accounts";

/// An account, as the list shows it.
struct AccountLine {
    id: String,
    name: String,
    state: String,
    locked: bool,
    set_up: bool,
    factors: String,
    used: Option<String>,
}

/// An invitation that was made just now.
struct Made {
    name: String,
    /// The link, shown this once; none where it goes by mail.
    link: Option<String>,
    hours: i64,
}

#[derive(Template)]
#[template(path = "accounts.html")]
struct AccountsPage {
    frame: Frame,
    words: Words,
    lines: Vec<AccountLine>,
    /// Who could be invited: ids and names.
    people: Vec<(String, String)>,
    /// Who is chosen among them.
    chosen: String,
    made: Option<Made>,
    wrong: Option<String>,
    /// Whether invitations can go by mail.
    mail: bool,
    /// The next page of the list, where there is one.
    next: Option<String>,
}

/// `GET /settings/accounts`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    shown(&app, &visitor, None, None).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    made: Option<Made>,
    wrong: Option<String>,
) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let query = Posted::read(visitor.here.split_once('?').map_or("", |(_, query)| query).as_bytes());
    let after = query.one("after").and_then(|after| after.parse::<PersonId>().ok());
    let accounts = app.store.accounts(after).await?;
    let full = accounts.len() >= usize::try_from(PAGE_ROWS_MAX).unwrap_or(usize::MAX);
    let next = accounts.last().filter(|_| full).map(|last| format!("{HERE}?after={}", last.person));
    let keys: Vec<Key> = accounts.iter().map(|account| Key::of(account.person)).collect();
    let names = super::shown::names(app, visitor, keys).await?;
    let mut lines: Vec<AccountLine> = accounts
        .iter()
        .map(|account| {
            let name = names.get(&Key::of(account.person)).cloned();
            line(&words, account, name.unwrap_or_else(|| words.say("person-erased")))
        })
        .collect();
    lines.sort_by(|one, other| one.name.cmp(&other.name));
    let set_up: Vec<PersonId> =
        accounts.iter().filter(|account| account.is_set_up()).map(|account| account.person).collect();
    let mut people: Vec<(String, String)> = Vec::new();
    for (_, found) in app.store.record_page(Kind::Person, None, PAGE_ROWS_MAX).await? {
        if let AnyRecord::Person(person) = found.record
            && !set_up.contains(&person.id())
        {
            people.push((person.id().to_string(), person.name().to_string()));
        }
    }
    people.sort_by(|one, other| one.1.cmp(&other.1));
    let mut frame =
        Frame::of(visitor, "/settings", words.say("accounts")).under(words.say("settings"), "/settings");
    // What is answered to a form is this page too: whoever chooses a language comes back to it.
    frame.here = HERE.to_owned();
    Ok(html(&AccountsPage {
        frame,
        lines,
        people,
        chosen: query.one("person").unwrap_or_default().to_owned(),
        made,
        wrong,
        mail: app.mail.mailer.is_some(),
        next,
        words,
    }))
}

fn line(words: &Words, account: &Account, name: String) -> AccountLine {
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
    let mut factors = Vec::new();
    if account.passphrase_at.is_some() {
        factors.push(words.say("factor-passphrase"));
    }
    if account.codes_at.is_some() {
        factors.push(words.with("accounts-codes", "left", account.recovery_left));
    }
    if account.passkeys > 0 {
        factors.push(words.with("accounts-passkeys", "count", account.passkeys));
    }
    let state = match (account.locked_at, account.is_set_up(), account.invited_until) {
        (Some(since), _, _) => words.with("accounts-locked", "when", at(since)),
        (None, true, _) => words.say("accounts-open"),
        (None, false, Some(until)) => words.with("accounts-invited", "until", at(until)),
        (None, false, None) => words.say("accounts-bare"),
    };
    AccountLine {
        id: account.person.to_string(),
        name,
        state,
        locked: account.locked_at.is_some(),
        set_up: account.is_set_up(),
        factors: factors.join(", "),
        used: account.used_at.map(at),
    }
}

/// `POST /settings/accounts/invite`: the link is in this answer and nowhere else.
pub(crate) async fn invite(
    State(app): State<App>,
    visitor: Visitor,
    coming: Coming,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&coming.headers, body, JSON_BYTES_MAX).await?);
    let found = match posted.filled("person").and_then(|id| id.parse::<PersonId>().ok()) {
        Some(id) => app.store.record(Key::of(id)).await?.map(|found| found.record),
        None => None,
    };
    let Some(AnyRecord::Person(person)) = found else {
        return shown(&app, &visitor, None, Some(visitor.words.say("accounts-nobody"))).await;
    };
    let Some(secret) = app.store.invite(person.id(), visitor.person()).await? else {
        return shown(&app, &visitor, None, Some(visitor.words.say("accounts-there"))).await;
    };
    visitor.asker.note(SecurityKind::AccountChanged, Some(Key::of(person.id())), "invited").await?;
    tracing::info!(person = %person.id(), "somebody was invited");
    let site = app.entrance.site.origin();
    let link = format!("{site}/welcome/{secret}");
    // By mail where that is asked for and can be; the link is then shown to nobody else.
    let by_mail = posted.one("mail").is_some() && app.mail.mailer.is_some();
    let letter = if by_mail { mail::invitation(&app.store, person.id(), &link, site).await? } else { None };
    if let Some(letter) = &letter {
        app.store.post(letter).await?;
    }
    let made = Made {
        name: person.name().to_string(),
        link: letter.is_none().then_some(link),
        hours: INVITATION_MILLIS / 3_600_000,
    };
    shown(&app, &visitor, Some(made), None).await
}

/// `POST /settings/accounts/{id}/lock`.
pub(crate) async fn lock(app: State<App>, visitor: Visitor, id: Path<String>) -> Result<Response, Fault> {
    changed(app, visitor, id, Change::Lock).await
}

/// `POST /settings/accounts/{id}/unlock`.
pub(crate) async fn unlock(app: State<App>, visitor: Visitor, id: Path<String>) -> Result<Response, Fault> {
    changed(app, visitor, id, Change::Unlock).await
}

/// `POST /settings/accounts/{id}/reset`.
pub(crate) async fn reset(app: State<App>, visitor: Visitor, id: Path<String>) -> Result<Response, Fault> {
    changed(app, visitor, id, Change::Reset).await
}

async fn changed(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    change: Change,
) -> Result<Response, Fault> {
    let person: PersonId = query::id(&id)?;
    accounts::change(&app, &visitor.asker, person, change).await?;
    // Whoever's factors were taken away is the one to invite next.
    let chosen = if change == Change::Reset { format!("?person={person}") } else { String::new() };
    Ok(Redirect::to(&format!("{HERE}{chosen}")).into_response())
}
