//! Every problem of inputs at once: those of form, and those of values that do not hang on what is wrong in form.
//!
//! A field that cannot be read is stood in for by values of its kind, one after the other. What the method still says of the *other*
//! fields, whichever value stands in, is wrong however the field is mended; what it says with some of them alone is left unsaid.

use std::collections::BTreeSet;

use assize_domain::kernel::datum::Problem;
use serde_json::{Map, Value, json};

/// How many values stand in for a field, one after the other.
const STAND_INS: usize = 4;
/// How deep a schema is followed to make a value of it.
const DEPTH_MAX: usize = 8;

/// The problems of form, and after them those that `look` finds in the inputs whichever values stand in for what has no form. `look`
/// answers with the problems of inputs, nothing where they are fine, and none where they cannot be read.
pub(crate) fn all(
    form: Vec<Problem>,
    inputs: &Value,
    schema: &Value,
    look: impl Fn(&Value) -> Option<Vec<Problem>>,
) -> Vec<Problem> {
    let mut lasting: Option<Vec<Problem>> = None;
    for turn in 0..STAND_INS {
        let Some(found) = mended(&form, inputs, schema, turn).as_ref().and_then(&look) else { continue };
        let seen: BTreeSet<(&str, String)> =
            found.iter().map(|problem| (problem.at.as_str(), problem.what.to_string())).collect();
        lasting = Some(match lasting {
            None => found.clone(),
            Some(before) => before
                .into_iter()
                .filter(|problem| seen.contains(&(problem.at.as_str(), problem.what.to_string())))
                .collect(),
        });
        if lasting.as_ref().is_some_and(Vec::is_empty) {
            break;
        }
    }
    let is_elsewhere = |problem: &Problem| form.iter().all(|broken| !is_within(&problem.at, &broken.at));
    let more: Vec<Problem> = lasting.unwrap_or_default().into_iter().filter(is_elsewhere).collect();
    form.into_iter().chain(more).collect()
}

/// Whether a place is another, or below it.
fn is_within(place: &str, other: &str) -> bool {
    place.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The inputs with something in place of each field that has a problem; nothing where the whole has one.
fn mended(form: &[Problem], inputs: &Value, schema: &Value, turn: usize) -> Option<Value> {
    let mut inputs = inputs.clone();
    for problem in form {
        let (parent, last) = problem.at.rsplit_once('/')?;
        let name = last.replace("~1", "/").replace("~0", "~");
        let place = within(schema, &steps(parent)).into_iter().find_map(|there| child(there, &name));
        match (inputs.pointer_mut(parent)?, place) {
            (Value::Object(fields), Some(schema)) => {
                fields.insert(name, stand_in(schema, turn, 0));
            }
            // A field that is not known.
            (Value::Object(fields), None) => {
                fields.remove(&name);
            }
            (Value::Array(items), Some(schema)) => {
                let index: usize = name.parse().ok()?;
                *items.get_mut(index)? = stand_in(schema, turn, 0);
            }
            _ => return None,
        }
    }
    Some(inputs)
}

fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect()
}

/// The schemas that may describe what is there.
fn within<'s>(schema: &'s Value, steps: &[String]) -> Vec<&'s Value> {
    let mut here = vec![schema];
    for step in steps {
        here = here.into_iter().flat_map(|schema| children(schema, step)).collect();
    }
    here
}

fn child<'s>(schema: &'s Value, step: &str) -> Option<&'s Value> {
    children(schema, step).into_iter().next()
}

/// The schemas of a field or an item, in each of the choices of a schema.
fn children<'s>(schema: &'s Value, step: &str) -> Vec<&'s Value> {
    let mut found: Vec<&Value> =
        schema.get("properties").and_then(|fields| fields.get(step)).into_iter().collect();
    if step.bytes().all(|byte| byte.is_ascii_digit()) {
        found.extend(schema.get("items"));
    }
    for choices in ["anyOf", "oneOf"] {
        let choices = schema.get(choices).and_then(Value::as_array);
        found.extend(choices.into_iter().flatten().flat_map(|choice| children(choice, step)));
    }
    found
}

/// A value of the schema's kind, another at each turn as far as there are several.
fn stand_in(schema: &Value, turn: usize, depth: usize) -> Value {
    if depth > DEPTH_MAX {
        return Value::Null;
    }
    if let Some(word) = schema.get("const") {
        return word.clone();
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words.iter().cycle().nth(turn).cloned().unwrap_or_default();
    }
    for choices in ["anyOf", "oneOf"] {
        if let Some(choice) = schema.get(choices).and_then(Value::as_array).and_then(|all| all.first()) {
            return stand_in(choice, turn, depth + 1);
        }
    }
    let of = |values: &[&str]| values.iter().cycle().nth(turn).map_or(Value::Null, |value| json!(value));
    match schema.get("type") {
        // A fraction may be written in both ways.
        Some(Value::Array(_)) => of(&["0.5", "0.01", "0.99", "2"]),
        Some(Value::String(kind)) => match kind.as_str() {
            "integer" => whole(schema, turn),
            "boolean" => json!(turn.is_multiple_of(2)),
            "array" => json!([]),
            "object" => object(schema, turn, depth),
            _ => text(schema, turn),
        },
        _ => Value::Null,
    }
}

fn whole(schema: &Value, turn: usize) -> Value {
    let bound = |name: &str, other: i64| schema.get(name).and_then(Value::as_i64).unwrap_or(other);
    let value = [1, 10, 100, 3].into_iter().cycle().nth(turn).unwrap_or(1);
    json!(value.clamp(bound("minimum", i64::MIN), bound("maximum", i64::MAX).max(bound("minimum", i64::MIN))))
}

fn text(schema: &Value, turn: usize) -> Value {
    let texts = match schema.get("format").and_then(Value::as_str) {
        Some("date") => ["2026-06-15", "2000-01-01", "2099-12-31", "2027-01-01"],
        Some("sha256") => return json!("0".repeat(64)),
        Some("days") => ["1", "2.5", "20", "3"],
        // A language and a key as well as any line.
        _ => ["en", "de", "fr", "es"],
    };
    texts.into_iter().cycle().nth(turn).map_or(Value::Null, |text| json!(text))
}

fn object(schema: &Value, turn: usize, depth: usize) -> Value {
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    let fields: Map<String, Value> = required
        .filter_map(Value::as_str)
        .filter_map(|name| {
            Some((name.to_owned(), stand_in(schema.get("properties")?.get(name)?, turn, depth + 1)))
        })
        .collect();
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use crate::Method;
    use serde_json::{Value, json};

    fn places(name: &str, inputs: &Value) -> Vec<String> {
        let problems = Method::named(name).unwrap().run(inputs).unwrap_err();
        problems.into_iter().map(|problem| problem.at).collect()
    }

    #[test]
    fn what_is_wrong_in_form_and_in_value_is_said_at_once() {
        let inputs = json!({ "risk": "2", "tolerable": "0.01", "expected": "0.05", "more": 1 });
        assert_eq!(places("sample-size", &inputs), ["/more", "/risk", "/expected"]);
        let inputs = json!({ "audit": "yearly", "strata": [{ "name": "a", "sites": 4 }, { "name": "a", "sites": 5 }], "sites": 9 });
        assert_eq!(places("site-sample", &inputs), ["/audit", "/strata/1/name"]);
        let inputs = json!({ "sample": -1, "risk": "7", "deviations": 0 });
        assert_eq!(places("upper-limit", &inputs), ["/sample", "/risk"]);
        let inputs = json!({ "persons": "many", "adjust": ["-0.2"], "stage_1_share": "3" });
        assert_eq!(places("audit-time", &inputs), ["/persons", "/stage_1_share"]);
    }

    #[test]
    fn what_hangs_on_the_field_that_cannot_be_read_is_left_unsaid() {
        // Whether the expected rate is too high hangs on the tolerable one.
        assert_eq!(places("sample-size", &json!({ "risk": "0.05", "expected": "0.5" })), ["/tolerable"]);
        let inputs =
            json!({ "audit": "initial", "sites": "some", "increases": [{ "sites": 3, "reason": "risk" }] });
        assert_eq!(places("site-sample", &inputs), ["/sites"]);
    }

    #[test]
    fn an_item_of_a_list_that_cannot_be_read_hides_no_other() {
        let audit = |id: &str, days: Value| {
            json!({ "id": id, "auditee": "k", "audit_type": "internal",
            "window": { "from": "2026-03-02", "to": "2026-03-20" }, "days": days, "method": "remote", "sites": [],
            "competences": [], "languages": [], "team_size": 1, "previous_teams": [] })
        };
        let inputs = json!({ "audits": [audit("a", json!("three")), audit("b", json!(0))], "auditors": [], "travel": [] });
        assert_eq!(places("assign", &inputs), ["/audits/0/days", "/auditors", "/audits/1/days"]);
    }
}
