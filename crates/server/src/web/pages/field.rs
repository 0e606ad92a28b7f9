//! Work in the field: who has an audit out, lending it, taking in what came home, and what waits for a decision; and the two pages
//! of a field itself.

use std::time::Duration;

use askama::Template;
use assize_access::Action;
use assize_domain::audit::Audit;
use assize_domain::audit::people::audits;
use assize_domain::field::{FieldAct, FieldActState, Loan, LoanState, command_of};
use assize_domain::kernel::id::{AuditId, PaperId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::registry::rules;
use assize_domain::{Command, Key, World};
use assize_store::{Documents, FieldBad, FieldLock, Lending, TakenIn};
use axum::body::Body;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::Value;

use super::fieldwork::{name, stamped};
use super::{act_href, href, record_href};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::dossiers::place;
use crate::field::{HOME_BYTES_MAX, lent, said, short_passphrase, taken_in};
use crate::problem::Fault;
use crate::query::id;
use crate::web::choices::label;
use crate::web::form::{Posted, called, spoken};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::upload::Sent;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many acts that wait are shown at once.
const SHOWN_MAX: usize = 50;

/// A loan.
struct Lined {
    href: String,
    to: String,
    since: String,
    papers: String,
    state: String,
    home: Vec<String>,
    revoke: Option<String>,
}

/// A field of an act, in both texts.
struct Both {
    label: String,
    field: String,
    house: Option<String>,
}

/// An act that waits.
struct Waiting {
    what: String,
    who: String,
    done: String,
    rule: String,
    why: String,
    on: Option<(String, String)>,
    both: Vec<Both>,
    take: String,
    settle: String,
    record: String,
}

#[derive(Template)]
#[template(path = "field.html")]
struct FieldPage {
    frame: Frame,
    words: Words,
    audit: AuditId,
    /// To whom it can be lent: ids and names; the first is who looks, where they audit.
    borrowers: Vec<(String, String)>,
    wrong: Option<String>,
    came: Option<String>,
    loans: Vec<Lined>,
    waiting: Vec<Waiting>,
    more: Option<String>,
    /// Whether who looks may decide on what waits.
    decides: bool,
}

#[derive(Template)]
#[template(path = "field_locked.html")]
struct LockedPage {
    frame: Frame,
    words: Words,
    wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "field_here.html")]
struct HerePage {
    frame: Frame,
    words: Words,
    audit: AuditId,
    acts: String,
    lent: String,
    idle: String,
}

/// The page of a field that is locked.
pub(crate) fn locked(words: &Words, wrong: Option<FieldBad>) -> Response {
    let frame = Frame::outside(words, &words.say("infield-locked"));
    let wrong = wrong.map(|bad| spoken(words, &said(bad)));
    html(&LockedPage { frame, words: words.clone(), wrong })
}

/// The page of a field that is open: what was done, and the ways to lock it and to take it home.
pub(crate) fn here(words: &Words, audit: AuditId, acts: i64, lent: Timestamp, idle: Duration) -> Response {
    let frame = Frame::outside(words, &words.say("infield-here"));
    let minutes = i64::try_from(idle.as_secs() / 60).unwrap_or(i64::MAX);
    html(&HerePage {
        frame,
        audit,
        acts: words.with("infield-acts-done", "count", acts),
        lent: words.time(lent),
        idle: words.with("infield-idle", "minutes", minutes),
        words: words.clone(),
    })
}

/// `GET /audits/{id}/field`. In the field itself nothing is lent or taken in: there it is the field's own page.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    if app.in_field {
        return Ok(Redirect::to("/field").into_response());
    }
    shown(&app, &visitor, id(&audit)?, None, None).await
}

/// `POST /audits/{id}/field/out`: lends the audit; the answer is the file.
pub(crate) async fn lend(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let words = &visitor.words;
    let borrower: Option<PersonId> = posted.filled("borrower").and_then(|text| text.parse().ok());
    let passphrase = posted.one("passphrase").unwrap_or_default();
    let wrong = match (borrower, FieldLock::passphrase(passphrase)) {
        (None, _) => words.say("infield-needs-borrower"),
        (_, None) => spoken(words, &short_passphrase()),
        (_, Some(_)) if posted.one("again") != Some(passphrase) => words.say("infield-needs-again"),
        (Some(borrower), Some(lock)) => {
            let documents = if posted.one("files").is_some() { Documents::All } else { Documents::None };
            let lending = Lending { audit, borrower, papers: None, documents, by: visitor.actor.clone() };
            return lent(&app, &visitor.asker, &lending, lock).await;
        }
    };
    let mut response = shown(&app, &visitor, audit, Some(wrong), None).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// `POST /audits/{id}/field/home`: takes in what came home.
pub(crate) async fn home(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let words = &visitor.words;
    let _place = place(&app.dossiers)?;
    let Some((_, bytes)) = Sent::read(form, HOME_BYTES_MAX).await?.file else {
        let mut response = shown(&app, &visitor, audit, Some(words.say("infield-needs-file")), None).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    };
    match taken_in(&app, audit, bytes, visitor.actor.clone()).await {
        Ok(taken) => shown(&app, &visitor, audit, None, Some(came(words, &taken))).await,
        Err(fault) if fault.status().is_client_error() => {
            let wrong = spoken(words, fault.detail());
            let mut response = shown(&app, &visitor, audit, Some(wrong), None).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(fault) => Err(fault),
    }
}

/// What taking in came to, in words.
fn came(words: &Words, taken: &TakenIn) -> String {
    let parts = [
        words.with("infield-came", "count", taken.acts),
        words.with("infield-came-carried", "count", taken.carried),
        words.with("infield-came-waiting", "count", taken.waiting),
        words.with("infield-came-before", "count", taken.before),
    ];
    parts.join(" ")
}

/// Who has an audit out, or one of its papers: a line for each loan that stands.
pub(super) fn out(
    world: &World,
    words: &Words,
    audit: AuditId,
    paper: Option<PaperId>,
) -> Result<Vec<String>, Stop> {
    let mut loans = world.list::<Loan>("audit", audit)?;
    loans.retain(|loan| matches!(loan.state(), LoanState::Out));
    loans.retain(|loan| paper.is_none_or(|paper| loan.papers().contains(&paper)));
    let line = |loan: &Loan| {
        let who = name(world, words, *loan.borrower())?;
        Ok(words.with2("infield-lent-to", "who", who, "when", words.time(loan.stamp().at)))
    };
    loans.into_iter().map(line).collect()
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    audit: AuditId,
    wrong: Option<String>,
    came: Option<String>,
) -> Result<Response, Fault> {
    let words = &visitor.words;
    let key = Key::of(audit);
    let decides =
        visitor.asker.may(Action::Lead, key).await? || visitor.asker.may(Action::Manage, key).await?;
    let asked = app.store.ask(|world| {
        let found = world.get::<Audit>(audit)?;
        let own = visitor.person();
        let mut borrowers = Vec::new();
        for member in found.team().iter().filter(|member| audits(member.role)) {
            // Whoever decides lends to anybody of the team; others take their own.
            if decides || own == Some(member.person) {
                let line = (member.person.to_string(), name(world, words, member.person)?);
                let at = if own == Some(member.person) { 0 } else { borrowers.len() };
                borrowers.insert(at, line);
            }
        }
        let mut loans = world.list::<Loan>("audit", audit)?;
        loans.reverse();
        let loans = loans.into_iter().map(|loan| lined(world, words, loan, decides));
        let loans: Vec<Lined> = loans.collect::<Result<_, Stop>>()?;
        let mut waits = world.list::<FieldAct>("audit", audit)?;
        waits.retain(|act| matches!(act.state(), FieldActState::Waiting));
        waits.sort_by_key(|act| (*act.loan(), *act.number()));
        let all = waits.len();
        waits.truncate(SHOWN_MAX);
        let waiting = waits.into_iter().map(|act| waiting(world, words, act, audit));
        let waiting: Vec<Waiting> = waiting.collect::<Result<_, Stop>>()?;
        Ok((found.title().to_string(), borrowers, loans, waiting, all))
    });
    let (title, borrowers, loans, waiting, all) = asked.await.map_err(Fault::unanswered)?;
    let mut frame = Frame::of(visitor, "/audits", words.say("infield"))
        .under(words.say("nav-audits"), "/audits")
        .under(title, href(key));
    frame.here = format!("/audits/{audit}/field");
    let more = (all > SHOWN_MAX)
        .then(|| words.with("infield-more", "count", i64::try_from(all - SHOWN_MAX).unwrap_or(i64::MAX)));
    let page = FieldPage {
        frame,
        words: words.clone(),
        audit,
        borrowers,
        wrong,
        came,
        loans,
        waiting,
        more,
        decides,
    };
    Ok(html(&page))
}

fn lined(world: &World, words: &Words, loan: &Loan, decides: bool) -> Result<Lined, Stop> {
    let back = format!("/audits/{}/field", loan.audit());
    let id = loan.id().to_string();
    let (state, revoke) = match loan.state() {
        LoanState::Out => (
            words.word("LoanState", "out"),
            decides.then(|| act_href("field.revoke", &[("loan", &id)], &back)),
        ),
        LoanState::Revoked { why, revoked } => {
            let revoked = stamped(world, words, revoked)?;
            (format!("{}: {why} ({revoked})", words.word("LoanState", "revoked")), None)
        }
    };
    let home = loan.returns().iter().map(|home| {
        Ok(words.with2(
            "infield-came-home",
            "count",
            home.acts,
            "when",
            stamped(world, words, &home.brought)?,
        ))
    });
    Ok(Lined {
        href: record_href(Key::of(loan.id())),
        to: name(world, words, *loan.borrower())?,
        since: words.time(loan.stamp().at),
        papers: words.with(
            "infield-papers-lent",
            "count",
            i64::try_from(loan.papers().len()).unwrap_or(i64::MAX),
        ),
        state,
        home: home.collect::<Result<_, Stop>>()?,
        revoke,
    })
}

fn waiting(world: &World, words: &Words, act: &FieldAct, audit: AuditId) -> Result<Waiting, Stop> {
    let back = format!("/audits/{audit}/field");
    let id = act.id().to_string();
    let loan = world.get::<Loan>(*act.loan())?;
    let body: Value = serde_json::from_str(act.body().as_str()).unwrap_or_default();
    let command = command_of(act).ok();
    let subject = command.as_ref().and_then(Command::subject);
    let named = subject.or_else(|| paper_of(&body));
    let stands = match named {
        Some(key) => {
            world.version(key)?;
            world.held(key).map(|found| found.record.clone())
        }
        None => None,
    };
    let now = stands.as_ref().map(|record| record.to_json()).unwrap_or_default();
    let rule = rules().find(|rule| rule.id == act.rule().as_str());
    Ok(Waiting {
        what: words.command(act.command().as_str()),
        who: name(world, words, *loan.borrower())?,
        done: words.time(*act.at()),
        rule: rule.map_or_else(String::new, |rule| words.rule(rule)),
        why: why(words, act),
        on: stands.as_ref().zip(named).map(|(record, key)| (label(words, record), href(key))),
        both: both(words, act.command().as_str(), &body, &now),
        take: act_href("field.take", &[("field_act", &id)], &back),
        settle: act_href("field.settle", &[("field_act", &id)], &back),
        record: record_href(Key::of(act.id())),
    })
}

/// Why an act waits, in the language of the reader; in English where only that was kept.
fn why(words: &Words, act: &FieldAct) -> String {
    let said: Option<Value> = act.said().as_ref().and_then(|said| serde_json::from_str(said.as_str()).ok());
    let refusals = said.as_ref().and_then(|said| said.get("refusals")?.as_array());
    let lines =
        refusals.map(|all| all.iter().map(|one| kept_refusal(words, one)).collect::<Option<Vec<_>>>());
    lines.flatten().map_or_else(|| act.why().to_string(), |lines| lines.join("\n"))
}

fn kept_refusal(words: &Words, refusal: &Value) -> Option<String> {
    let part = |name: &str| Some(called(words, words.said_again(refusal.get(name)?)?));
    let said = words.with2("form-problem", "what", part("what")?, "hint", part("hint")?);
    let clause = refusal.get("clause")?.as_str()?;
    Some(format!("{said} ({clause})"))
}

/// The paper that an act names, where it changes no record of its own.
fn paper_of(body: &Value) -> Option<Key> {
    let id = body.get("paper")?.as_str()?.parse().ok()?;
    Some(Key { kind: assize_domain::Kind::Paper, id })
}

/// What an act says, field by field, beside what the record says in a field of the same name.
fn both(words: &Words, command: &str, body: &Value, now: &Value) -> Vec<Both> {
    let schema = Command::schema(command).unwrap_or_default();
    let of = schema.get("title").and_then(Value::as_str).unwrap_or_default();
    let mut house = Vec::new();
    flattened(now, "", &mut house);
    let mut own = Vec::new();
    flattened(body, "", &mut own);
    let ids = |text: &str| text.len() == 36 && uuid::Uuid::parse_str(text).is_ok();
    own.into_iter()
        .filter(|(_, text)| !text.is_empty() && !ids(text))
        .map(|(field, text)| {
            let stands = house.iter().find(|(other, _)| *other == field);
            let house = stands.map(|(_, text)| text.clone()).filter(|other| *other != text);
            Both { label: words.field(of, &field), field: text, house }
        })
        .collect()
}

/// The texts and numbers of a value, each by the name of its field.
fn flattened(value: &Value, name: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, value)| flattened(value, name, found)),
        Value::Array(list) => list.iter().for_each(|value| flattened(value, name, found)),
        Value::String(text) => found.push((name.to_owned(), text.clone())),
        Value::Number(number) => found.push((name.to_owned(), number.to_string())),
        Value::Bool(_) | Value::Null => {}
    }
}
