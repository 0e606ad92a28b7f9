//! Rights: what a person may see and do and why, given and withdrawn as the operator.

use assize_access::{POLICIES, bearing_on, bearing_on_everyone, sentences};
use assize_domain::Actor;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_server::rights::{Rights, rights_of};
use assize_store::Store;
use serde_json::{Value, json};

use super::link::find;
use super::open;
use super::store::{give_to, operator, read};
use crate::args::{AccessCommands, AccessGrantArgs};
use crate::out::{Answer, malformed};
use crate::settings::Settings;

/// `access`.
pub(crate) async fn run(settings: &Settings, args: &AccessCommands) -> anyhow::Result<Answer> {
    match args {
        AccessCommands::Show { person } => {
            let store = open(settings).await?;
            let person = find(&store, "PERSON", person).await?;
            let rights = rights_of(&store, person, today(&store)?).await?;
            Ok(Answer::done(rights.to_json(), told(&rights)))
        }
        AccessCommands::Grant(args) => grant(settings, args).await,
        AccessCommands::Withdraw { right, reason, person } => {
            let store = open(settings).await?;
            let body = json!({ "access_grant": right, "reason": reason });
            given(&store, operator(person.as_deref())?, "access.withdraw", &body).await
        }
        AccessCommands::Policies => {
            let policies: Vec<Value> = sentences()
                .iter()
                .map(|one| json!({ "id": one.id, "title": one.title, "permits": one.permits }))
                .collect();
            Ok(Answer::done(json!({ "policies": policies, "text": POLICIES }), POLICIES))
        }
    }
}

async fn grant(settings: &Settings, args: &AccessGrantArgs) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let person = find(&store, "--to", &args.to).await?;
    let over = match (&args.programme, &args.audit) {
        (Some(programme), None) => json!({ "is": "programme", "programme": programme }),
        (None, Some(audit)) => json!({ "is": "audit", "audit": audit }),
        // The command line takes one of the two at the most.
        _ => json!({ "is": "organization" }),
    };
    let from = args.from.clone().map_or_else(|| today(&store).map(|day| day.to_string()), Ok)?;
    let body = json!({ "person": person.to_string(), "role": args.role, "over": over,
        "period": { "from": from, "to": args.until }, "reason": args.reason });
    given(&store, operator(args.person.as_deref())?, "access.grant", &body).await
}

async fn given(store: &Store, actor: Actor, name: &str, body: &Value) -> anyhow::Result<Answer> {
    match read(name, body) {
        Err(problems) => Ok(malformed(&problems)),
        Ok(command) => give_to(store, actor, command).await,
    }
}

fn today(store: &Store) -> anyhow::Result<Date> {
    Ok(Timestamp::from_millis(store.clock().millis())?.date())
}

/// The rights of a person in words.
fn told(rights: &Rights) -> String {
    let mut lines = Vec::new();
    let json = rights.to_json();
    let text =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    lines.push(format!("By the record, on {}:", rights.on));
    for one in json.get("named").and_then(Value::as_array).into_iter().flatten() {
        let roles = one.get("roles").map(Value::to_string).unwrap_or_default();
        let roles = roles.replace(['[', ']', '"'], "").replace(',', ", ");
        lines.push(format!("  {} {}  {}: {roles}", text(one, "kind"), text(one, "id"), text(one, "title")));
    }
    if rights.named.is_empty() {
        lines.push("  nothing names them in a role".to_owned());
    }
    lines.push("Given to them:".to_owned());
    for grant in &rights.grants {
        let state = if grant.in_force(rights.on) { "in force" } else { "not in force" };
        let over = grant.over().key().map_or_else(|| "the organization".to_owned(), |key| key.to_string());
        let end = grant.period().to.map_or_else(|| "no end".to_owned(), |to| to.to_string());
        let by = grant.stamp().by.to_string();
        lines.push(format!(
            "  {} {} over {over}, {} to {end}, {state}, by {by}: {}",
            grant.id(),
            grant.role(),
            grant.period().from,
            grant.reason()
        ));
    }
    if rights.grants.is_empty() {
        lines.push("  nothing".to_owned());
    }
    lines.push("What that comes to:".to_owned());
    for role in rights.roles() {
        lines.push(format!("  {role}"));
        lines.extend(bearing_on(role).iter().map(|one| format!("    {}", one.title)));
    }
    lines.push("  everyone".to_owned());
    lines.extend(bearing_on_everyone().iter().map(|one| format!("    {}", one.title)));
    lines.join("\n")
}
