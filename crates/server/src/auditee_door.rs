//! The auditee's door: opened for a contact by whoever leads the audit or manages its programme, and the letters that go with it.
//!
//! Letters name no audit and nothing of it: whoever else reads the mail learns that there is a door, and needs link and code of one address.

use assize_domain::auditor::Person;
use assize_domain::kernel::datum::Intake;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::said::say;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::{AnyRecord, Key};
use assize_store::{
    DOOR_CODE_MILLIS, DOOR_DAYS_MAX, Door, DoorNeed, Letter, SecurityKind, Store, StoreError,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::access::Asker;
use crate::app::App;
use crate::body::{json, read_json};
use crate::caller::Caller;
use crate::commands::field_problem;
use crate::conditions::IDEMPOTENCY_KEY;
use crate::problem::{Fault, MALFORMED};
use crate::query::id;
use crate::web::{Language, Words};

/// For whom a door is to be opened.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The contact.
    pub person: PersonId,
    /// The audit.
    pub audit: AuditId,
    /// Who opens it; nobody where it is the operator.
    pub by: Option<PersonId>,
    /// The last day on which it holds, in UTC.
    pub until: Date,
}

/// A door that was opened just now. The link is nowhere else but in the letter.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The door.
    pub door: Door,
    /// Its link.
    pub link: String,
    /// The address that the link was posted to.
    pub address: String,
}

/// Opens a door, and posts its link to the contact; or says what is lacking. `origin` is where the server is reached.
///
/// # Errors
/// [`StoreError`].
pub async fn open(
    store: &Store,
    origin: &str,
    wanted: Wanted,
) -> Result<Result<Opened, DoorNeed>, StoreError> {
    let expires_at = end_of(wanted.until);
    if let Some(need) = store.door_needs(wanted.person, wanted.audit, expires_at).await? {
        return Ok(Err(need));
    }
    let Some(AnyRecord::Person(person)) =
        store.record(Key::of(wanted.person)).await?.map(|found| found.record)
    else {
        return Ok(Err(DoorNeed::Contact));
    };
    let Some(address) = person.email().as_ref().map(ToString::to_string) else {
        return Ok(Err(DoorNeed::Address));
    };
    let (door, secret) = store.make_door(wanted.person, wanted.audit, wanted.by, expires_at).await?;
    let link = format!("{}/enter/{secret}", origin.trim_end_matches('/'));
    let words = words_of(&person);
    let letter = Letter {
        kind: "door_link",
        person: Some(wanted.person),
        address: address.clone(),
        language: words.language.tag().to_owned(),
        subject: words.say("door-letter-subject"),
        body: words.with2("door-letter", "link", link.as_str(), "until", words.date(wanted.until)),
    };
    store.post(&letter).await?;
    tracing::info!(door = door.id, audit = %wanted.audit, person = %wanted.person, "an auditee's door was opened");
    Ok(Ok(Opened { door, link, address }))
}

/// The letter with a code.
pub(crate) fn code_letter(words: &Words, door: &Door, code: &str, address: String) -> Letter {
    let (first, second) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    Letter {
        kind: "door_code",
        person: Some(door.person),
        address,
        language: words.language.tag().to_owned(),
        subject: words.say("door-code-subject"),
        body: words.with2(
            "door-code-letter",
            "code",
            format!("{first} {second}"),
            "minutes",
            DOOR_CODE_MILLIS / 60_000,
        ),
    }
}

/// The words in the first of a person's languages that is one of ours.
fn words_of(person: &Person) -> Words {
    let language = person.languages().iter().find_map(|language| Language::of_tag(language.as_str()));
    Words::new(language.unwrap_or(Language::English), person.zone().as_str())
}

/// The end of a day in UTC, in milliseconds after 1970.
fn end_of(day: Date) -> i64 {
    let end = format!("{day}T23:59:59.999Z").parse::<Timestamp>();
    end.map(Timestamp::millis).unwrap_or_default()
}

// ------------------------------------------------------------------------------------------------------------- the API

/// `GET /audits/{id}/doors`.
pub(crate) async fn list(
    State(app): State<App>,
    _caller: Caller,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let items: Value = app.store.doors_of(audit).await?.iter().map(door_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items })))
}

/// `POST /audits/{id}/doors`. The link is in this answer and in the letter, so there is no key to ask for it again.
pub(crate) async fn make(
    State(app): State<App>,
    caller: Caller,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    if headers.contains_key(IDEMPOTENCY_KEY) {
        let what = "the link of a door is not kept to be sent again; leave `Idempotency-Key` out, and close what is too many";
        return Err(Fault::new(&MALFORMED, what));
    }
    let (person, until) = read(&read_json(&headers, body).await?)?;
    let wanted = Wanted { person, audit, by: caller.actor.person(), until };
    match open(&app.store, app.entrance.site.origin(), wanted).await? {
        Ok(opened) => {
            noted(&caller.asker, audit, "door opened").await?;
            let answer =
                json!({ "door": door_json(&opened.door), "link": opened.link, "posted_to": opened.address });
            Ok(json(StatusCode::CREATED, &answer))
        }
        Err(need) => Err(lacking(need)),
    }
}

/// `DELETE /audits/{id}/doors/{door}`.
pub(crate) async fn shut(
    State(app): State<App>,
    caller: Caller,
    Path((audit, door)): Path<(String, String)>,
) -> Result<Response, Fault> {
    close(&app, &caller.asker, id(&audit)?, &door).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Notes for security what was done with a door to an audit.
pub(crate) async fn noted(asker: &Asker, audit: AuditId, what: &str) -> Result<(), StoreError> {
    asker.note(SecurityKind::AccountChanged, Some(Key::of(audit)), what).await
}

/// Closes a door of an audit.
pub(crate) async fn close(app: &App, asker: &Asker, audit: AuditId, door: &str) -> Result<(), Fault> {
    let found = app.store.door(door).await?.filter(|door| door.audit == audit);
    let closed = match found {
        Some(found) => app.store.close_door(&found.id).await?,
        None => false,
    };
    if !closed {
        return Err(Fault::not_found("there is no such door to close"));
    }
    tracing::info!(door, %audit, "an auditee's door was closed");
    Ok(noted(asker, audit, "door closed").await?)
}

fn read(body: &Value) -> Result<(PersonId, Date), Fault> {
    let Some(object) = body.as_object() else {
        return Err(field_problem("", "the body is not an object", "give an object with person, until"));
    };
    let mut intake = Intake::default();
    intake.only(object, &["person", "until"]);
    let (person, until) = (intake.field(object, "person"), intake.field(object, "until"));
    person.zip(until).filter(|_| intake.problems.is_empty()).ok_or_else(|| Fault::invalid(intake.problems))
}

/// What is lacking for a door.
fn lacking(need: DoorNeed) -> Fault {
    match need {
        DoorNeed::Contact => field_problem(
            "/person",
            "the person is no contact of the auditee",
            "name one of its contacts, or enter the person as one first",
        ),
        DoorNeed::Address => field_problem(
            "/person",
            "the register has no address of mail of the person",
            "enter it with `person.update`; the code of the door goes there",
        ),
        DoorNeed::Unlocked => field_problem(
            "/person",
            "the account of the person is locked",
            "have an administrator unlock it, or name another contact",
        ),
        DoorNeed::AuditRuns => field_problem(
            "",
            "the audit is over and nothing of it is followed up",
            "give the auditee what they ask for yourself",
        ),
        DoorNeed::Day => field_problem(
            "/until",
            "the door would not hold, or for too long",
            say!("give a day from today on, within {most} days", most = DOOR_DAYS_MAX),
        ),
    }
}

fn door_json(door: &Door) -> Value {
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| at.to_string()).ok();
    json!({ "id": door.id, "person": door.person.to_string(), "made_by": door.made_by.map(|by| by.to_string()),
        "made_at": at(door.made_at), "expires_at": at(door.expires_at), "closed_at": door.closed_at.and_then(at),
        "used_at": door.used_at.and_then(at), "holds": door.holds, "sessions": door.sessions })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_holds_to_the_end_of_its_day() {
        let day: Date = "2026-12-31".parse().unwrap();
        assert_eq!(Timestamp::from_millis(end_of(day)).unwrap().to_string(), "2026-12-31T23:59:59.999Z");
    }
}
