//! The auditee's door, as the operator of the host opens and closes it.

use anyhow::{Context as _, bail};
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::{AnyRecord, Key};
use assize_server::auditee_door::{self, Wanted};
use assize_store::{DOOR_CODE_MILLIS, DOOR_DAYS_MAX, Door, DoorNeed, Store};
use serde_json::{Value, json};

use super::link::find;
use super::open;
use crate::args::DoorCommands;
use crate::out::Answer;
use crate::settings::Settings;

/// `door`.
pub(crate) async fn run(settings: &Settings, args: &DoorCommands) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    match args {
        DoorCommands::Open { audit, who, until, at } => {
            let audit = known(&store, audit).await?;
            let person = find(&store, "WHO", who).await?;
            let until: Date = until.parse().ok().context("--until: give a day like 2026-12-31")?;
            let at = at.clone().unwrap_or_else(|| settings.door.origin(&settings.listen));
            match auditee_door::open(&store, &at, Wanted { person, audit, by: None, until }).await? {
                Ok(opened) => {
                    let words = format!(
                        "{}\nThe link holds until {until} and goes to {} by mail. Whoever opens it is asked for a code, which goes there too; without a mail server `assize door code` shows it.",
                        opened.link, opened.address
                    );
                    let json =
                        json!({ "door": opened.door.id, "link": opened.link, "posted_to": opened.address });
                    Ok(Answer::done(json, words))
                }
                Err(need) => bail!("{}", lacking(need)),
            }
        }
        DoorCommands::List { audit } => list(&store, known(&store, audit).await?).await,
        DoorCommands::Close { door } => {
            if store.door(door).await?.is_none() {
                bail!("no door has the id `{door}`; `assize door list AUDIT` lists them");
            }
            let closed = store.close_door(door).await?;
            let words = if closed {
                "The door is closed; the sessions by it have ended."
            } else {
                "The door was closed already."
            };
            Ok(Answer::done(json!({ "door": door, "closed": true }), words))
        }
        DoorCommands::Code { who } => {
            let person = find(&store, "WHO", who).await?;
            let Some(letter) = store.waiting_door_letter(person).await? else {
                let minutes = DOOR_CODE_MILLIS / 60_000;
                bail!(
                    "no letter with a code for `{who}` waits: it was sent, or nobody asked for one in the last {minutes} minutes"
                );
            };
            Ok(Answer::done(json!({ "person": person.to_string(), "letter": letter }), letter.clone()))
        }
    }
}

/// The audit of an id.
async fn known(store: &Store, audit: &str) -> anyhow::Result<AuditId> {
    let id: AuditId =
        audit.parse().ok().context("AUDIT: give the id of an audit; `assize show audit` lists them")?;
    if store.record(Key::of(id)).await?.is_none() {
        bail!("AUDIT: no audit has the id `{audit}`; `assize show audit` lists them");
    }
    Ok(id)
}

fn lacking(need: DoorNeed) -> String {
    match need {
        DoorNeed::Contact => "WHO: the person is no contact of the auditee".to_owned(),
        DoorNeed::Address => {
            "WHO: the register has no address of mail of the person, and the code goes there; `assize do person.update`".to_owned()
        }
        DoorNeed::Unlocked => "WHO: the account of the person is locked".to_owned(),
        DoorNeed::AuditRuns => "AUDIT: the audit is over, and nothing of it is followed up".to_owned(),
        DoorNeed::Day => format!("--until: give a day from today on, within {DOOR_DAYS_MAX} days"),
    }
}

async fn list(store: &Store, audit: AuditId) -> anyhow::Result<Answer> {
    let (mut words, mut lines) = (Vec::new(), Vec::new());
    for door in store.doors_of(audit).await? {
        let name = match store.record(Key::of(door.person)).await?.map(|found| found.record) {
            Some(AnyRecord::Person(person)) => person.name().to_string(),
            _ => String::new(),
        };
        let until = at(door.expires_at).unwrap_or_default();
        words.push(format!("{} {:7} until {until} {name}", door.id, state(&door)));
        lines.push(listed(&door, &name));
    }
    if words.is_empty() {
        words.push("There is no door to this audit; `assize door open` opens one.".to_owned());
    }
    Ok(Answer::done(json!({ "doors": lines }), words.join("\n")))
}

const fn state(door: &Door) -> &'static str {
    match (door.closed_at, door.holds) {
        (Some(_), _) => "closed",
        (None, true) => "open",
        (None, false) => "shut",
    }
}

fn at(millis: i64) -> Option<String> {
    Timestamp::from_millis(millis).ok().map(|at| at.to_string())
}

fn listed(door: &Door, name: &str) -> Value {
    json!({ "id": door.id, "person": door.person.to_string(), "name": name, "state": state(door),
        "made_at": at(door.made_at), "expires_at": at(door.expires_at), "closed_at": door.closed_at.and_then(at),
        "used_at": door.used_at.and_then(at), "sessions": door.sessions })
}
