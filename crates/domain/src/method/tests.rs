//! Methods and draws: each rule done and refused.

use serde_json::{Value, json};

use super::{Draw, DrawState, draws, uses};
use crate::audit::people;
use crate::evidence;
use crate::kernel::id::DrawId;
use crate::kernel::refusal::{Rule, Stop};
use crate::programme;
use crate::registry::Event;
use crate::testing::carry::Carried;
use crate::testing::refused_by;

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static Rule) {
    refused_by(result, rule);
}

fn with(mut body: Value, at: &str, value: Value) -> Value {
    *body.pointer_mut(at).unwrap_or_else(|| panic!("no {at}")) = value;
    body
}

fn used(audit: Option<&str>, programme: Option<&str>) -> Value {
    json!({
        "audit": audit, "programme": programme, "method": "sample-size", "software": "assize 0.1.0",
        "inputs": r#"{"risk":"0.05"}"#, "result": r#"{"size":78}"#,
        "steps": [{ "what": "size", "working": "the least n", "value": "78", "source": null }],
        "conclusion": "78 items", "remark": null,
    })
}

#[test]
fn a_use_belongs_to_one_programme_or_one_audit() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let programme = cast.programme.to_string();
    carried.done(cast.auditor, "method.record", used(Some(&audit), None));
    carried.done(cast.manager, "method.record", used(Some(&audit), None));
    carried.done(cast.manager, "method.record", used(None, Some(&programme)));
    for (audit, programme) in [(None, None), (Some(audit.as_str()), Some(programme.as_str()))] {
        refused(carried.give(cast.manager, "method.record", used(audit, programme)), &uses::METHOD_PLACE);
    }
    let by_nobody = carried.give(cast.observer, "method.record", used(Some(&audit), None));
    refused(by_nobody, &people::AUDIT_MANAGER);
    let by_auditor = carried.give(cast.auditor, "method.record", used(None, Some(&programme)));
    refused(by_auditor, &programme::PROGRAMME_MANAGER);
    let without_working = with(used(Some(&audit), None), "/steps", json!([]));
    refused(carried.give(cast.auditor, "method.record", without_working), &uses::METHOD_WORKING);
}

#[test]
fn an_audit_that_is_over_takes_no_more_methods() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    carried.done(cast.manager, "audit.cancel", json!({ "audit": audit, "reason": "The auditee moved" }));
    refused(carried.give(cast.leader, "method.record", used(Some(&audit), None)), &people::AUDIT_STATE);
    refused(carried.give(cast.leader, "draw.declare", population(&audit)), &evidence::AUDIT_OVER);
}

fn population(audit: &str) -> Value {
    json!({
        "audit": audit, "paper": null,
        "population": { "name": "Leavers of the year", "sha256": "ab".repeat(32), "rows": 40, "key": "ticket",
            "value": null, "stratum": null, "completeness": "Counted against the payroll" },
        "method": "simple", "size": 2, "basis": "Two of forty, agreed with the leader",
    })
}

fn seeded(carried: &mut Carried) -> DrawId {
    let (leader, audit) = (carried.bench.cast.leader, carried.audit.to_string());
    let draw = carried.done(leader, "draw.declare", population(&audit));
    carried.done(leader, "draw.seed", json!({ "draw": draw }));
    draw.parse().unwrap()
}

fn sample(draw: DrawId, selected: &[&str]) -> Value {
    json!({ "draw": draw.to_string(), "selected": selected, "algorithm": "assize-draw/1" })
}

#[test]
fn a_population_is_named_before_there_is_a_seed() {
    let mut carried = Carried::prepared();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    for size in [0, 41] {
        let body = with(population(&audit), "/size", json!(size));
        refused(carried.give(cast.leader, "draw.declare", body), &draws::DRAW_SIZE);
    }
    for method in ["stratified", "pps"] {
        let body = with(population(&audit), "/method", json!(method));
        refused(carried.give(cast.leader, "draw.declare", body), &draws::DRAW_COLUMNS);
    }
    let by_value = with(population(&audit), "/population/value", json!("amount"));
    carried.done(cast.leader, "draw.declare", with(by_value, "/method", json!("pps")));
    let paper = carried.papers()[0].to_string();
    carried.done(cast.leader, "draw.declare", with(population(&audit), "/paper", json!(paper)));
    refused(carried.give(cast.observer, "draw.declare", population(&audit)), &evidence::FIELDWORK_MEMBER);
    let draw = carried.done(cast.leader, "draw.declare", population(&audit));
    refused(
        carried.give(cast.leader, "draw.record", sample(draw.parse().unwrap(), &["a", "b"])),
        &draws::DRAW_ORDER,
    );
    carried.done(cast.leader, "draw.seed", json!({ "draw": draw }));
    refused(carried.give(cast.leader, "draw.seed", json!({ "draw": draw })), &draws::DRAW_ORDER);
}

#[test]
fn two_draws_have_two_seeds() {
    let mut carried = Carried::prepared();
    let (one, two) = (seeded(&mut carried), seeded(&mut carried));
    let seed = |draw| match carried.bench.get::<Draw>(draw).state() {
        DrawState::Seeded { seed, .. } => seed.clone(),
        other => panic!("{other:?}"),
    };
    assert_ne!(seed(one), seed(two));
}

#[test]
fn a_sample_is_whole_and_changes_only_by_replacement() {
    let mut carried = Carried::prepared();
    let leader = carried.bench.cast.leader;
    let draw = seeded(&mut carried);
    for wrong in [&["a"][..], &["a", "a"], &["a", "b", "c"]] {
        refused(carried.give(leader, "draw.record", sample(draw, wrong)), &draws::DRAW_SAMPLE);
    }
    let replace = |item: &str, by: &str| json!({ "draw": draw.to_string(), "item": item, "by": by, "reason": "The ticket is lost" });
    refused(carried.give(leader, "draw.replace", replace("a", "c")), &draws::DRAW_ORDER);
    carried.done(leader, "draw.record", sample(draw, &["a", "b"]));
    refused(carried.give(leader, "draw.record", sample(draw, &["a", "b"])), &draws::DRAW_ORDER);
    carried.done(leader, "draw.replace", replace("a", "c"));
    carried.done(leader, "draw.replace", replace("c", "d"));
    for (item, by) in [("a", "e"), ("x", "e"), ("b", "a"), ("b", "d"), ("c", "e")] {
        refused(carried.give(leader, "draw.replace", replace(item, by)), &draws::DRAW_REPLACEMENT);
    }
    assert_eq!(carried.bench.get::<Draw>(draw).replacements().len(), 2);
}

#[test]
fn a_draw_that_is_given_up_stays_with_its_seed() {
    let mut carried = Carried::prepared();
    let leader = carried.bench.cast.leader;
    let draw = seeded(&mut carried);
    let abandon = json!({ "draw": draw.to_string(), "reason": "The list was last year's" });
    carried.done(leader, "draw.abandon", abandon.clone());
    let state = carried.bench.get::<Draw>(draw).state().clone();
    assert!(matches!(state, DrawState::Abandoned { abandoned_seed: Some(_), .. }), "{state:?}");
    refused(carried.give(leader, "draw.abandon", abandon), &draws::DRAW_ORDER);
    refused(carried.give(leader, "draw.record", sample(draw, &["a", "b"])), &draws::DRAW_ORDER);
}

#[test]
fn a_draw_is_for_a_paper_of_its_own_audit() {
    let mut carried = Carried::prepared();
    let leader = carried.bench.cast.leader;
    let paper = carried.papers()[0];
    let elsewhere = crate::testing::id(9_001);
    carried.bench.world.edit::<crate::evidence::Paper>(paper, |paper| paper.audit = elsewhere).unwrap();
    let body = with(population(&carried.audit.to_string()), "/paper", json!(paper.to_string()));
    refused(carried.give(leader, "draw.declare", body), &draws::DRAW_PAPER);
}
