//! What a catalogue holds, as the commands take it that adopt it into a store.

use serde_json::{Value, json};

use crate::{AuditTest, Catalogue, CriteriaSet, Mapping, Pair, Problem, Requirement, Trail, TrailStep};

/// The commands that adopt the built-in catalogue.
///
/// # Errors
/// Every problem of the catalogue; the built-in one has none.
pub fn builtin_adoptions() -> Result<Vec<(&'static str, Value)>, Vec<Problem>> {
    Ok(adoptions(&Catalogue::builtin()?))
}

/// How many audit tests are adopted in one act.
const TESTS_AT_ONCE: usize = 100;

/// The commands that adopt the tests, mappings and trails of a catalogue, each with its name. Trails come last, because they name tests.
#[must_use]
pub fn adoptions(catalogue: &Catalogue) -> Vec<(&'static str, Value)> {
    let tests: Vec<Value> = catalogue.tests().map(adopted).collect();
    let mut commands: Vec<(&str, Value)> =
        tests.chunks(TESTS_AT_ONCE).map(|part| ("test.adopt", json!({ "tests": part }))).collect();
    commands.extend(catalogue.mappings().map(|mapping| ("mapping.adopt", adopted_mapping(mapping))));
    let trails: Vec<Value> = catalogue.trails().map(adopted_trail).collect();
    if !trails.is_empty() {
        commands.push(("trail.adopt", json!({ "trails": trails })));
    }
    commands
}

fn adopted_mapping(mapping: &Mapping) -> Value {
    let pair = |pair: &Pair| {
        json!({
            "from": pair.from.as_ref().map(|id| id.as_str()),
            "to": pair.to.as_ref().map(|id| id.as_str()),
            "relation": pair.relation.as_str(),
            "note": pair.note,
        })
    };
    let pairs: Vec<Value> = mapping.pairs.iter().map(pair).collect();
    json!({ "mapping": {
        "from": mapping.from.as_str(), "to": mapping.to.as_str(), "source": mapping.source, "pairs": pairs,
    } })
}

fn adopted_trail(trail: &Trail) -> Value {
    let step = |step: &TrailStep| json!({ "test": step.test.as_str(), "carry": step.carry });
    json!({
        "trail": trail.id.as_str(),
        "title": trail.title,
        "case": trail.case,
        "about": trail.about,
        "steps": trail.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

/// A set of criteria of a catalogue, as `criteria.adopt` takes it; `auditee` is the one whose own criteria they are.
#[must_use]
pub fn adopted_set(set: &CriteriaSet, auditee: Option<&str>) -> Value {
    let requirement = |requirement: &Requirement| {
        json!({
            "id": requirement.id.as_str(),
            "title": requirement.title,
            "parent": requirement.parent.as_ref().map(|parent| parent.as_str()),
            "kind": requirement.kind.as_str(),
            "documented_information": requirement.documented_information,
            "attributes": requirement
                .attributes
                .iter()
                .map(|(name, values)| json!({ "name": name, "values": values }))
                .collect::<Vec<_>>(),
        })
    };
    let requirements: Vec<Value> = set.requirements().map(requirement).collect();
    json!({
        "auditee": auditee,
        "set": {
            "criteria": set.id.as_str(),
            "title": set.title,
            "publisher": set.publisher,
            "edition": set.edition,
            "source": set.source,
            "requirements": requirements,
        },
    })
}

/// An audit test of a catalogue, as `test.adopt` takes it.
#[must_use]
pub fn adopted(test: &AuditTest) -> Value {
    let requirements: Vec<Value> = test
        .requirements
        .iter()
        .map(
            |requirement| json!({ "criteria": requirement.criteria.as_str(), "id": requirement.id.as_str() }),
        )
        .collect();
    let breaches: Vec<&str> = test.breaches().into_iter().map(|id| id.as_str()).collect();
    let audit_types: Vec<&str> = test.audit_types.iter().map(|audit_type| audit_type.as_str()).collect();
    json!({
        "test": test.id.as_str(),
        "digest": test.version().to_string(),
        "title": test.title,
        "objective": test.objective,
        "guidance": test.guidance(),
        "requirements": requirements,
        "breaches": breaches,
        "audit_types": audit_types,
        "minutes": test.minutes,
    })
}
