//! What stands in no record, or may be weighed anew for one plan: journeys, rotation, and what the wishes weigh.
//!
//! The form is made from a schema of its own, whose journeys are rows from one place to another; the method takes them by where they begin.

use assize_domain::kernel::datum::Datum as _;
use assize_methods::assign::AssignmentProblem;
use assize_methods::assign::problem::{AssignmentPolicy, Weights};
use serde_json::{Map, Value, json};

use super::{rows, text};
use crate::web::act::{fresh_key, with_rows};
use crate::web::form::{Choices, Making, Node, Posted, Reader, Wrong};
use crate::web::words::Words;

/// The most journeys of the form.
const JOURNEYS_MAX: usize = 200;
/// The control that says that the form was sent along.
const SENT: &str = "more";

/// What the form asks for.
fn schema() -> Value {
    let policy = AssignmentPolicy::schema();
    let field = |name: &str| policy.pointer(&format!("/properties/{name}")).cloned().unwrap_or_default();
    let place = json!({ "type": "string", "maxLength": 80 });
    let number = json!({ "type": "integer", "minimum": 0 });
    let journey = json!({ "type": "object", "title": "StaffingJourney", "additionalProperties": false,
        "x-order": ["from", "to", "days", "cents"], "required": ["from", "to", "days", "cents"],
        "properties": { "from": place, "to": place, "days": number, "cents": number } });
    json!({ "type": "object", "title": "Staffing", "x-order": ["journeys", "rotation", "weights"], "required": [],
        "properties": {
            "journeys": { "type": "array", "maxItems": JOURNEYS_MAX, "items": journey },
            "rotation": field("rotation"),
            "weights": field("weights"),
        } })
}

/// What the form holds: what was typed, with a row more or less where that was asked; or what the records give.
pub(super) fn held(gathered: &AssignmentProblem, posted: Option<&Posted>, words: &Words) -> Value {
    let Some(posted) = posted.filter(|posted| posted.filled(SENT).is_some()) else {
        return standing(gathered);
    };
    let reader = Reader { posted, language: words.language, zone: words.zone().clone() };
    let typed = reader.value(&schema(), "").unwrap_or_else(|| json!({}));
    match posted.filled("rows").filter(|rows| is_row(rows)) {
        Some(rows) => with_rows(typed, rows),
        None => typed,
    }
}

/// Whether a row of one of the lists is added or taken away.
pub(super) fn is_row(what: &str) -> bool {
    ["journeys", "rotation"].iter().any(|list| {
        let dropped = what.strip_prefix("drop:/").and_then(|rest| rest.strip_prefix(list)?.strip_prefix('/'));
        what == format!("add:/{list}") || dropped.is_some_and(|row| row.parse::<usize>().is_ok())
    })
}

/// What the records give: the programme's rules of rotation, and the weights that are taken.
fn standing(gathered: &AssignmentProblem) -> Value {
    let policy = gathered.policy.clone().unwrap_or_default();
    let weights = policy.weights.unwrap_or_default();
    json!({ "rotation": policy.rotation.to_json(), "weights": weights.to_json() })
}

/// What differs from what the records give, as the method takes it: of the whole problem, and of its policy.
pub(super) fn given(gathered: &AssignmentProblem, held: &Value) -> (Option<Value>, Map<String, Value>) {
    let standing = standing(gathered);
    let mut policy = Map::new();
    let rotation = held.get("rotation").cloned().unwrap_or_else(|| json!([]));
    if standing.get("rotation") != Some(&rotation) {
        policy.insert("rotation".to_owned(), rotation);
    }
    // A weight that was emptied is the method's own.
    let mut weights = Weights::default().to_json();
    if let (Some(weights), Some(typed)) =
        (weights.as_object_mut(), held.get("weights").and_then(Value::as_object))
    {
        weights.extend(typed.clone());
    }
    if held.get("weights").is_some() && standing.get("weights") != Some(&weights) {
        policy.insert("weights".to_owned(), weights);
    }
    let mut travel: Vec<(String, Vec<Value>)> = Vec::new();
    for journey in rows(held, "journeys") {
        let from = text(journey, "from");
        let number = |name: &str| journey.get(name).cloned().unwrap_or_else(|| json!(0));
        let to = json!({ "place": text(journey, "to"), "days": number("days"), "cents": number("cents") });
        match travel.iter_mut().find(|(known, _)| *known == from) {
            Some((_, there)) => there.push(to),
            None => travel.push((from, vec![to])),
        }
    }
    let travel: Vec<Value> = travel.into_iter().map(|(from, to)| json!({ "from": from, "to": to })).collect();
    ((!travel.is_empty()).then_some(Value::Array(travel)), policy)
}

/// A place of the problem as a place of this form, where it is one.
pub(super) fn within(at: &str) -> Option<String> {
    let inner = at.strip_prefix("/policy/");
    match inner {
        Some(inner) if inner.starts_with("rotation") || inner.starts_with("weights") => {
            Some(format!("/{inner}"))
        }
        _ if at.starts_with("/travel") => Some("/journeys".to_owned()),
        _ => None,
    }
}

/// The controls.
pub(super) fn nodes(words: &Words, held: &Value, wrong: &[Wrong]) -> Vec<Node> {
    let choices = Choices::default();
    let making = Making { words, choices: &choices, fixed: &[], wrong, open: None, fresh: fresh_key };
    making.nodes(&schema(), held)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem() -> AssignmentProblem {
        AssignmentProblem { audits: vec![], auditors: vec![], policy: None, travel: vec![], search: None }
    }

    #[test]
    fn what_stands_changes_nothing() {
        assert_eq!(given(&problem(), &standing(&problem())), (None, Map::new()));
        assert_eq!(given(&problem(), &json!({})), (None, Map::new()));
    }

    #[test]
    fn journeys_are_taken_by_where_they_begin() {
        let journey = |from: &str, to: &str| json!({ "from": from, "to": to, "days": 1, "cents": 9_000 });
        let held = json!({ "journeys": [journey("vienna", "graz"), journey("linz", "graz"), journey("vienna", "linz")] });
        let (travel, _) = given(&problem(), &held);
        let travel = travel.unwrap();
        assert_eq!(travel[0]["from"], "vienna");
        assert_eq!(travel[0]["to"][1], json!({ "place": "linz", "days": 1, "cents": 9_000 }));
        assert_eq!(travel[1]["to"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_weight_is_changed_and_the_others_stay() {
        let (_, policy) = given(&problem(), &json!({ "weights": { "even_cents": 900 } }));
        assert_eq!(
            (&policy["weights"]["even_cents"], &policy["weights"]["fee_percent"]),
            (&json!(900), &json!(100))
        );
        assert!(policy.get("rotation").is_none());
    }

    #[test]
    fn what_the_method_finds_wrong_stands_in_the_form() {
        assert_eq!(within("/policy/weights/even_cents").as_deref(), Some("/weights/even_cents"));
        assert_eq!(within("/travel/0/to/1/place").as_deref(), Some("/journeys"));
        assert_eq!(within("/policy/holidays/0"), None);
        assert!(is_row("add:/journeys") && is_row("drop:/rotation/2") && !is_row("drop:/weights/2"));
    }
}
