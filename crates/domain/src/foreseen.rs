//! What can be foreseen of a command before it is written: whether the state that its record is in refuses it, whatever else it says.
//!
//! The law itself is asked, with bodies that say as little as the command's schema takes. So nothing beside the law says what may be done when.

use serde_json::{Map, Value, json};

use crate::audit::people::AUDIT_STATE;
use crate::audit::plan::PLAN_STATE;
use crate::audit::requests::REQUEST_STATE;
use crate::certification::complaints::COMPLAINT_STATE;
use crate::certification::decide::DECISION_STATE;
use crate::evidence::papers::PAPERS_INITIATED;
use crate::evidence::{AUDIT_OVER, FIELDWORK_STATE};
use crate::finding::compose::FINDING_STATE;
use crate::kernel::act::Ctx;
use crate::kernel::record::{Key, World};
use crate::kernel::refusal::{Refusal, Rule, Stop};
use crate::programme::PROGRAMME_STATE;
use crate::registry::Command;
use crate::report::lifecycle::REPORT_STATE;

/// The rules that refuse for the state of a record, and for nothing that a command says.
static OF_STATE: &[&Rule] = &[
    &AUDIT_STATE,
    &AUDIT_OVER,
    &FIELDWORK_STATE,
    &PAPERS_INITIATED,
    &PLAN_STATE,
    &REQUEST_STATE,
    &FINDING_STATE,
    &REPORT_STATE,
    &PROGRAMME_STATE,
    &COMPLAINT_STATE,
    &DECISION_STATE,
];

/// The id that is named where a command asks for another record.
const ANOTHER: &str = "01900000-0000-7000-8000-000000000000";

/// By what the command `name` on the record `of` would be refused for the state that the record is in, whatever else it says; nothing where it
/// depends on what it says. `world` is complete and holds the record, and what is at hand of the records around it: what it does not hold
/// refuses nothing here.
#[must_use]
pub fn refused_by_state(name: &str, of: Key, world: &World, ctx: &Ctx) -> Option<Refusal> {
    let refusals = bodies(name, of).into_iter().map(|body| by_state(name, &body, world, ctx));
    // What is said last says most: of the words of an enumeration the last is the one for all the rest.
    refusals.collect::<Option<Vec<Refusal>>>()?.pop()
}

fn by_state(name: &str, body: &Value, world: &World, ctx: &Ctx) -> Option<Refusal> {
    let command = Command::read(name, body)?.ok()?;
    match command.decide(world, ctx) {
        Err(Stop::Refused(refusals)) => {
            refusals.into_iter().find(|refusal| refusal.at.is_empty() && OF_STATE.contains(&refusal.rule))
        }
        Ok(_) | Err(Stop::Need(_)) => None,
    }
}

/// A command on a record in few words: one body for each word of its enumerations, by which a law may tell states apart.
fn bodies(name: &str, of: Key) -> Vec<Value> {
    let schema = Command::schema(name).unwrap_or_default();
    let least = least(&schema, of);
    let fields = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let worded = fields.flat_map(|(field, schema)| words(schema).iter().map(move |word| (field, word)));
    let varied = worded.map(|(field, word)| {
        let mut body = least.clone();
        if let Some(body) = body.as_object_mut() {
            body.insert(field.clone(), word.clone());
        }
        body
    });
    std::iter::once(least.clone()).chain(varied).collect()
}

fn words(schema: &Value) -> &[Value] {
    schema.get("enum").and_then(Value::as_array).map_or(&[][..], Vec::as_slice)
}

/// A value of as little as a schema takes.
fn least(schema: &Value, of: Key) -> Value {
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        return choices.first().map_or(Value::Null, |first| least(first, of));
    }
    if let Some(only) = schema.get("const").or_else(|| words(schema).first()) {
        return only.clone();
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("object") => {
            let asked = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            let field = |name: &Value| {
                let name = name.as_str()?;
                Some((name.to_owned(), least(schema.get("properties")?.get(name)?, of)))
            };
            asked.filter_map(field).collect::<Map<String, Value>>().into()
        }
        Some("array") => json!([]),
        Some("integer") => json!(1),
        Some("boolean") => json!(false),
        _ => least_text(schema, of).into(),
    }
}

fn least_text(schema: &Value, of: Key) -> String {
    let text = |name: &str| schema.get(name).and_then(Value::as_str);
    if let Some(kind) = text("x-record") {
        return if kind == of.kind.word() { of.id.hyphenated().to_string() } else { ANOTHER.to_owned() };
    }
    match text("format").or_else(|| text("contentMediaType")) {
        Some("date") => "2026-01-01".to_owned(),
        Some("date-time") => "2026-01-01T00:00:00Z".to_owned(),
        Some("email") => "a@b.example".to_owned(),
        Some("language") => "en".to_owned(),
        Some("time-zone") => "UTC".to_owned(),
        Some("colour") => "#000000".to_owned(),
        Some("drawing") => "M 0 0 L 1 1".to_owned(),
        Some("sha256") => "0".repeat(64),
        Some("application/json") => "{}".to_owned(),
        _ => "1".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Audit;
    use crate::audit::people::OVER;
    use crate::kernel::act::Actor;
    use crate::kernel::id::AuditId;
    use crate::kernel::said::Said;
    use crate::registry::rules;
    use crate::testing::carry::Carried;
    use crate::testing::id;

    #[test]
    fn every_command_is_said_in_few_words() {
        let of = Key::of(id::<AuditId>(1));
        for name in Command::NAMES {
            for body in bodies(name, of) {
                let read = Command::read(name, &body).unwrap();
                assert!(read.is_ok(), "`{name}` {body:#}: {:#?}", read.err());
            }
        }
    }

    #[test]
    fn what_is_said_of_states_is_known() {
        let left_out: Vec<&str> = rules()
            .filter(|rule| rule.id.ends_with(".state") && !OF_STATE.contains(rule))
            .map(|rule| rule.id)
            .collect();
        assert!(left_out.is_empty(), "{left_out:?}");
    }

    /// By what the state of an audit refuses a command of its leader, with the audit alone at hand.
    fn foreseen(carried: &Carried, name: &str) -> Option<Refusal> {
        let key = Key::of(carried.audit);
        let mut world = World::complete();
        world.load(key, carried.bench.world.held(key).cloned());
        let actor = Actor::Person { person: carried.bench.cast.leader };
        refused_by_state(name, key, &world, &Ctx::new(carried.bench.now, actor, [0; 8]))
    }

    #[test]
    fn the_steps_of_an_audit_are_foreseen_as_the_law_takes_them() {
        const STEPS: [&str; 8] = [
            "audit.judge_feasibility",
            "audit.initiate",
            "audit.prepare",
            "audit.begin",
            "audit.end_fieldwork",
            "audit.complete",
            "audit.cancel",
            "audit.terminate",
        ];
        let of_stages: [(Carried, &[&str]); 5] = [
            (Carried::opened(), &["audit.judge_feasibility", "audit.initiate", "audit.cancel"]),
            (Carried::initiated(), &["audit.prepare", "audit.cancel"]),
            (Carried::prepared(), &["audit.begin", "audit.cancel"]),
            (Carried::conducting(), &["audit.end_fieldwork", "audit.terminate"]),
            (Carried::reporting("minor").0, &["audit.complete", "audit.terminate"]),
        ];
        for (carried, open) in of_stages {
            let found: Vec<&str> =
                STEPS.into_iter().filter(|name| foreseen(&carried, name).is_none()).collect();
            assert_eq!(found, open, "{}", carried.audit().state().word());
        }
    }

    #[test]
    fn a_refusal_that_hangs_on_what_is_said_is_not_foreseen() {
        let mut carried = Carried::opened();
        // No opening meeting is held yet, and no closing meeting; another may be.
        assert_eq!(foreseen(&carried, "meeting.record"), None);
        assert_eq!(foreseen(&carried, "papers.make").map(|refusal| refusal.rule), Some(&PAPERS_INITIATED));
        // A hold may be set on an audit in any state, and none is lifted that is not set: that is no matter of the state.
        assert_eq!(foreseen(&carried, "audit.lift_hold"), None);
        let audit = carried.audit;
        let manager = carried.bench.cast.manager;
        let cancel = json!({ "audit": audit.to_string(), "reason": "The site is closed" });
        carried.done(manager, "audit.cancel", cancel);
        let refused = foreseen(&carried, "meeting.record").unwrap();
        assert_eq!((refused.rule, refused.hint), (&AUDIT_STATE, Said::from(OVER)));
        assert_eq!(foreseen(&carried, "audit.hold"), None);
        assert_eq!(carried.bench.get::<Audit>(audit).state().word(), "cancelled");
    }
}
