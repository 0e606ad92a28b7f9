//! Commands: who may give which on what, before the law is asked.
//!
//! Every command of the server is given through one function, so that none goes another way.

use assize_access::Action;
use assize_access::commands::{Named, deed_of};
use assize_domain::{Command, Key, Kind};
use assize_store::{SecurityKind, StoreError};
use serde_json::Value;

use super::asker::Asker;
use super::barred::{Barred, forbidden, unknown};
use crate::problem::Fault;
use crate::web::Shape;

/// Kinds that everybody who is signed in may name: people, and what the whole organization uses.
const NAMED_BY_ALL: [Kind; 10] = [
    Kind::Organization,
    Kind::Person,
    Kind::AuditTest,
    Kind::AuditTrail,
    Kind::CriteriaSet,
    Kind::Wording,
    Kind::Mapping,
    Kind::MethodTable,
    Kind::HouseText,
    Kind::Template,
];

/// The commands that are given by the auditee's door.
pub(crate) const BY_DOOR: [&str; 13] = [
    "plan.agree",
    "plan.object",
    "request.answer",
    "evidence.take",
    "meeting.sign_attendance",
    "finding.acknowledge",
    "finding.dispute",
    "finding.correct",
    "finding.give_cause",
    "finding.plan_action",
    "finding.implement",
    "report.acknowledge",
    "complaint.receive",
];

impl Asker {
    /// Lets pass who may give a command that is still being filled in: on the record that it names; where none is named yet, who has any
    /// business here.
    ///
    /// # Errors
    /// The answer to whoever may not.
    pub(crate) async fn demand_form(&self, name: &str, value: &Value) -> Result<(), Fault> {
        self.demand(name, value, Filled::Perhaps).await
    }

    /// Lets pass who may give a command: on the record that it acts on, and with no other record in it that they may not see. A record
    /// that is not there and one that is nobody's business are answered alike.
    ///
    /// # Errors
    /// The answer to whoever may not.
    pub(crate) async fn demand_command(&self, command: &Command) -> Result<(), Fault> {
        self.demand(command.name(), &command.to_json(), Filled::Whole).await
    }

    /// Lets pass who keeps the registers of the organization.
    ///
    /// # Errors
    /// The answer to whoever may not.
    pub(crate) async fn demand_keeper(&self) -> Result<(), Fault> {
        if self.is_operator() {
            return Ok(());
        }
        self.demand_in_house(&[(Action::Keep, "organization")]).await
    }

    async fn demand(&self, name: &str, value: &Value, filled: Filled) -> Result<(), Fault> {
        if self.is_operator() {
            return Ok(());
        }
        let Some(deed) = deed_of(name).filter(|_| self.door().is_none() || BY_DOOR.contains(&name)) else {
            // The table of commands is whole, as a test holds; there is no other command.
            return Err(forbidden(Barred::default()));
        };
        match deed.named(value) {
            Named::Record(key) => self.demand_on(deed.actions, key).await?,
            Named::Organization => {
                let any: Vec<(Action, &str)> =
                    deed.actions.iter().map(|action| (*action, "organization")).collect();
                let unnamed = !deed.on.is_empty() && filled == Filled::Perhaps;
                if !(unnamed && self.has_business().await?) {
                    self.demand_in_house(&any).await?;
                }
            }
            // What is no id is said to be none, to who has any business here.
            Named::Unreadable(..) if self.has_business().await? => {}
            Named::Unreadable(..) => return Err(forbidden(Barred::default())),
        }
        let schema = Command::schema(name).unwrap_or_default();
        let mut named = Vec::new();
        keys(&schema, value, "", &mut named);
        for (pointer, key) in named {
            let own = deed.actions.contains(&Action::Own) && key.kind == Kind::Auditee;
            if !NAMED_BY_ALL.contains(&key.kind)
                && !own
                && self.ties(key).await?.is_some()
                && !self.may(Action::See, key).await?
            {
                self.note(SecurityKind::ActRefused, Some(key), name).await?;
                return Err(Fault::refused(vec![unknown(key).at(pointer)]));
            }
        }
        Ok(())
    }

    /// Whether they may give a command on a record.
    pub(crate) async fn may_give(&self, name: &str, key: Key) -> Result<bool, StoreError> {
        if self.door().is_some() && !BY_DOOR.contains(&name) {
            return Ok(false);
        }
        let actions = deed_of(name).map(|deed| deed.actions).unwrap_or_default();
        for action in actions {
            if self.may(*action, key).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Asks about the record that a command acts on.
    async fn demand_on(&self, actions: &[Action], key: Key) -> Result<(), Fault> {
        let Some(ties) = self.ties(key).await? else {
            return Err(Fault::refused(vec![unknown(key)]));
        };
        match self.demand_any(actions, key).await {
            Err(_) if !self.knows_of(key, &ties).await? => Err(Fault::refused(vec![unknown(key)])),
            answer => answer,
        }
    }

    /// Whether a command is one of those by which people are appointed, and who asks may give it in one of some places, so that its form
    /// offers everybody.
    pub(crate) async fn appoints(&self, name: &str, places: &[Key]) -> Result<bool, StoreError> {
        const APPOINT: [Action; 4] = [Action::Manage, Action::Lead, Action::Keep, Action::Administer];
        let actions = deed_of(name).map(|deed| deed.actions).unwrap_or_default();
        for action in actions.iter().filter(|action| APPOINT.contains(action)) {
            for place in places {
                if self.may(*action, *place).await? {
                    return Ok(true);
                }
            }
            if self.may_in_house(*action, "organization").await? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// How far a command is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filled {
    /// It is being filled in.
    Perhaps,
    /// It is to be given as it is.
    Whole,
}

/// The records that a value names, by a schema, each with its place.
fn keys(schema: &Value, value: &Value, at: &str, found: &mut Vec<(String, Key)>) {
    match (Shape::of(schema).present().0, value) {
        (Shape::Record { kind }, Value::String(id)) => {
            found.extend(id.parse().ok().map(|id| (at.to_owned(), Key { kind, id })));
        }
        (Shape::Fields { fields, .. }, Value::Object(object)) => {
            for (name, schema, _) in fields.each() {
                if let Some(value) = object.get(name) {
                    keys(schema, value, &format!("{at}/{name}"), found);
                }
            }
        }
        (Shape::OneOf { choices, .. }, value) => {
            let is = value.get("is").and_then(Value::as_str);
            let chosen = choices
                .iter()
                .find(|choice| choice.pointer("/properties/is/const").and_then(Value::as_str) == is);
            if let Some(choice) = chosen.filter(|_| is.is_some()) {
                keys(choice, value, at, found);
            }
        }
        (Shape::List { items, .. }, Value::Array(values)) => {
            for (n, value) in values.iter().enumerate() {
                keys(items, value, &format!("{at}/{n}"), found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_record_that_a_command_names_is_found_with_its_place() {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let body = json!({ "audit": id, "text": { "evidence": [id], "papers": [] } });
        let mut found = Vec::new();
        keys(&Command::schema("finding.draft").unwrap(), &body, "", &mut found);
        let found: Vec<(&str, Kind)> = found.iter().map(|(at, key)| (at.as_str(), key.kind)).collect();
        assert_eq!(found, [("/audit", Kind::Audit), ("/text/evidence/0", Kind::Evidence)]);
    }

    #[test]
    fn what_is_given_by_the_door_are_commands_by_which_an_auditee_answers() {
        for name in BY_DOOR {
            let deed = deed_of(name).unwrap_or_else(|| panic!("there is no command `{name}`"));
            assert!(deed.actions.contains(&Action::Answer), "{name}");
        }
    }

    #[test]
    fn what_is_no_id_names_nothing() {
        let mut found = Vec::new();
        keys(&Command::schema("note.write").unwrap(), &json!({ "paper": "x" }), "", &mut found);
        assert!(found.is_empty());
    }
}
