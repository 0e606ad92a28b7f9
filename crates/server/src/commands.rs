//! Commands: each by its name, and what it came to.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::entry::canonical;
use assize_domain::kernel::said::{Said, say};
use assize_domain::{Command, Key};
use assize_store::{Act, ActError, Done, named_file};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

use crate::access::Asker;
use crate::app::App;
use crate::body::{json, read_json};
use crate::caller::Caller;
use crate::conditions::{if_match, once, value, version_tag};
use crate::letterhead;
use crate::metrics::Outcome;
use crate::problem::{Fault, MALFORMED};
use crate::query::short;
use crate::reproduced::reproduced;
use crate::signing::SIGNING_GRANT;
use crate::templates;

/// The header that says that the answer is one given before.
pub(crate) const REPLAYED: &str = "idempotency-replayed";

/// `POST /commands/{name}`.
pub(crate) async fn give(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    if Command::schema(&name).is_none() {
        return Err(unknown(&name));
    }
    // Whoever has no business here is told so before what they sent is read.
    caller.asker.demand_form(&name, &Value::Null).await?;
    let body = read_json(&headers, body).await?;
    caller.asker.demand_form(&name, &body).await?;
    let command = reproducible(&app, command(&name, &body)?).await?;
    let act = act(&headers, &caller, &format!("/commands/{name}"), command)?;
    answer(&app, &caller.asker, act).await
}

/// The command, if what it says of a method's result is what comes out; carried out beside the runtime.
pub(crate) async fn reproducible(app: &App, command: Command) -> Result<Command, Fault> {
    if let Command::SetLetterhead(set) = &command {
        letterhead::as_said(app, set).await?;
        return Ok(command);
    }
    if let Command::AdoptTemplate(adopt) = &command {
        templates::as_said(app, adopt).await?;
        return Ok(command);
    }
    if command.name() != "method.record" {
        return reproduced(&command).map(|()| command).map_err(Fault::refused);
    }
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let looked = tokio::task::spawn_blocking(move || reproduced(&command).map(|()| command));
    looked.await.map_err(Fault::internal)?.map_err(Fault::refused)
}

/// `GET /commands`.
pub(crate) async fn list(_caller: Caller) -> Response {
    let items = Command::NAMES.iter().map(|name| json!({ "name": name, "schema": Command::schema(name) }));
    json(StatusCode::OK, &json!({ "items": items.collect::<Value>() }))
}

/// `GET /rules`.
pub(crate) async fn rules(_caller: Caller) -> Response {
    let items = assize_domain::registry::rules()
        .map(|rule| json!({ "id": rule.id, "clause": rule.clause, "asks": rule.asks }));
    json(StatusCode::OK, &json!({ "items": items.collect::<Value>() }))
}

/// Reads a command from its name and body.
pub(crate) fn command(name: &str, body: &Value) -> Result<Command, Fault> {
    Command::read(name, body).ok_or_else(|| unknown(name))?.map_err(Fault::invalid)
}

fn unknown(name: &str) -> Fault {
    Fault::not_found(say!(
        "there is no command `{name}`; `/api/v1/commands` lists those there are",
        name = short(name)
    ))
}

/// An act by whom and on the conditions that a request states.
pub(crate) fn act(headers: &HeaderMap, caller: &Caller, route: &str, command: Command) -> Result<Act, Fault> {
    let expected = if_match(headers)?;
    if expected.is_some() && command.subject().is_none() {
        let what = say!(
            "`{command}` changes no record whose version `If-Match` could name; leave it out",
            command = command.name()
        );
        return Err(Fault::new(&MALFORMED, what));
    }
    let said = format!("{} {}", expected.unwrap_or_default(), canonical(&command.to_json()));
    let once = once(headers, caller, format!("POST {route}"), &said)?;
    let grant = headers.get(SIGNING_GRANT).and_then(|grant| grant.to_str().ok()).map(str::to_owned);
    Ok(Act {
        actor: caller.actor.clone(),
        command,
        expected,
        once,
        grant,
        door: None,
        field: None,
        received: None,
    })
}

/// Gives an act to the store and answers with what it came to.
pub(crate) async fn answer(app: &App, asker: &Asker, act: Act) -> Result<Response, Fault> {
    let subject = act.command.subject();
    Ok(done_answer(&execute(app, asker, act).await?, subject))
}

/// Gives an act to the store where who asks may give it, and counts. No command goes another way.
pub(crate) async fn execute(app: &App, asker: &Asker, act: Act) -> Result<Done, Fault> {
    let name = act.command.name();
    asker.demand_command(&act.command).await?;
    let received = their_file(asker, &act).await?;
    let act = Act { door: asker.door().map(|door| door.id.clone()), received, ..act };
    let result = app.store.execute(act).await;
    app.metrics.act(
        name,
        match &result {
            Ok(done) if done.repeated => Outcome::Repeated,
            Ok(_) => Outcome::Done,
            Err(ActError::Refused(_)) => Outcome::Refused,
            Err(ActError::KeyReused) => Outcome::KeyReused,
            Err(ActError::Fault(_)) => Outcome::Fault,
        },
    );
    if let Err(ActError::Refused(refusals)) = &result {
        for refusal in refusals {
            app.metrics.refusal(refusal.rule.id);
        }
    }
    Ok(result?)
}

/// The digest of the file that came with an act; where it names one by its digest alone, that of evidence which they may open in any case. A
/// template and a logo, which are sent before and looked at, may be no evidence at all.
async fn their_file(asker: &Asker, act: &Act) -> Result<Option<String>, Fault> {
    let Some(named) = named_file(&act.command).filter(|_| act.received.is_none()) else {
        return Ok(act.received.clone());
    };
    let is_house = matches!(act.command, Command::AdoptTemplate(_) | Command::SetLetterhead(_));
    Ok(asker.opens_file(named).await?.unwrap_or(is_house).then(|| named.to_owned()))
}

/// Counts an act of several commands by what it came to.
pub(crate) fn count_all(app: &App, done: &Done) {
    let outcome = if done.repeated { Outcome::Repeated } else { Outcome::Done };
    app.metrics.act("table_in.take", outcome);
}

/// What an act came to. The tag is that of the record that the command names, or else of the first that it made.
pub(crate) fn done_answer(done: &Done, subject: Option<Key>) -> Response {
    let events = done.events.iter().map(|event| {
        json!({ "seq": event.seq, "kind": event.kind, "version": event.version,
            "subject": { "kind": event.subject.kind.word(), "id": event.subject.id.hyphenated().to_string() } })
    });
    let events: Value = events.collect();
    let mut response = json(StatusCode::OK, &json!({ "at": done.at.to_string(), "events": events }));
    let named = done.events.iter().find(|event| subject.is_none_or(|subject| event.subject == subject));
    if let Some(event) = named {
        response.headers_mut().insert(header::ETAG, value(&version_tag(event.version)));
    }
    if done.repeated {
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    }
    response
}

/// A problem with a field of a body that is no command's.
pub(crate) fn field_problem(at: &str, what: impl Into<Said>, hint: impl Into<Said>) -> Fault {
    Fault::invalid(vec![Problem::new(at, what, hint)])
}
