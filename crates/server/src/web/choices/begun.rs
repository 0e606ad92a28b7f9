//! What a form begins with, where the record knows it already: what is planned, and what was set out to be answered.

use assize_domain::Kind;
use assize_store::StoreError;
use serde_json::{Map, Value, json};

use super::{Around, loaded};
use crate::app::App;

impl Around {
    /// What the form of a command begins with, beside what it was asked for; nothing where there is nothing to go on from.
    pub(crate) async fn begun(&self, app: &App, name: &str) -> Result<Option<Value>, StoreError> {
        let Some(audit) = &self.audit else { return Ok(None) };
        Ok(match name {
            "audit.initiate" => {
                // A planned audit gives its id to the audit.
                let id = audit.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
                let planned = loaded(app, Kind::PlannedAudit, id).await?;
                planned.as_ref().and_then(|planned| planned.get("outline")).map(initiation)
            }
            "audit.conclude" => audit.pointer("/initiation/objectives").map(outcomes),
            _ => None,
        })
    }

    /// Whether a change to what is planned asks for its reason: of an established programme it does, of a draft it must have none. Nothing
    /// where a command is no such change, or its programme is not known.
    pub(crate) fn asks_reason(&self, name: &str) -> Option<bool> {
        if !matches!(name, "planned_audit.plan" | "planned_audit.change") {
            return None;
        }
        let state = self.programme.as_ref()?.pointer("/state/is")?.as_str()?;
        Some(state != "draft")
    }
}

/// The initiation that a planned audit foresees.
fn initiation(outline: &Value) -> Value {
    let mut begun = Map::new();
    for field in ["part", "criteria"] {
        begun.extend(outline.get(field).map(|held| (field.to_owned(), held.clone())));
    }
    begun.extend(method(outline).map(|method| ("method".to_owned(), json!(method))));
    json!({ "initiation": begun })
}

/// The one method that the planned ones come to.
fn method(outline: &Value) -> Option<&str> {
    let methods = outline.get("methods")?.as_array()?;
    match methods.as_slice() {
        [] => None,
        [one] => one.as_str(),
        _ => Some("hybrid"),
    }
}

/// A row for each objective, of which it is still to be said whether it was met.
fn outcomes(objectives: &Value) -> Value {
    let rows = objectives.as_array().into_iter().flatten();
    let rows = rows.filter_map(|objective| Some(json!({ "objective": objective.get("key")? })));
    json!({ "objectives": rows.collect::<Vec<Value>>() })
}
