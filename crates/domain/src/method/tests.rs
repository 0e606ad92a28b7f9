//! Methods and draws: each rule done and refused.

use serde_json::{Value, json};

use super::{Draw, DrawState, MethodTable, MethodTableState, draws, tables, uses};
use crate::audit::people;
use crate::evidence;
use crate::kernel::id::{DrawId, MethodTableId};
use crate::kernel::refusal::{Rule, Stop};
use crate::programme;
use crate::registry::Event;
use crate::testing::carry::Carried;
use crate::testing::{refused_at, refused_by};

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

fn table(edition: &str, days: &str) -> Value {
    json!({ "table": { "key": "isms-days", "title": "Days", "source": "The house", "edition": edition, "certainty": "decided",
        "content": { "is": "days", "day_rows": [
            { "from": 1, "to": 10, "days": "5" }, { "from": 11, "to": 15, "days": days }] } } })
}

#[test]
fn a_corrected_table_takes_the_place_of_the_one_before_and_both_stay() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let first = carried.done(manager, "table.adopt", table("2026", "6"));
    assert!(
        carried.give(manager, "table.adopt", table("2026", "6")).unwrap().is_empty(),
        "it is there already"
    );
    let events = carried.give(manager, "table.adopt", table("2026, corrected", "6.5")).unwrap();
    let kinds: Vec<&str> = events.iter().map(Event::kind).collect();
    assert_eq!(kinds, ["table.adopted", "table.retired"]);
    let there = |carried: &Carried, id: &str| {
        carried.bench.get::<MethodTable>(id.parse::<MethodTableId>().unwrap()).clone()
    };
    assert!(matches!(there(&carried, &first).state, MethodTableState::Retired { reason: None, .. }));
    let second = events[0].subject().id.to_string();
    assert_eq!((there(&carried, &first).revision, there(&carried, &second).revision), (1, 2));
    assert_eq!(there(&carried, &second).as_input()["rows"][1]["days"], "6.5");
    refused_at(carried.give(manager, "table.adopt", table("2026", "6")), &tables::TABLE_RETIRED, "/table");
    let retire = json!({ "method_table": second, "reason": "The scheme has its own" });
    carried.done(manager, "table.retire", retire.clone());
    refused(carried.give(manager, "table.retire", retire), &tables::TABLE_RETIRED);
}

#[test]
fn every_fault_of_a_table_is_found_at_its_place() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let mut faults = |content: Value| -> Vec<String> {
        let body = with(table("2026", "6"), "/table/content", content);
        match carried.give(manager, "table.adopt", body) {
            Err(Stop::Refused(refusals)) => {
                assert!(refusals.iter().all(|refusal| refusal.rule == &tables::TABLE_FORM));
                refusals.into_iter().map(|refusal| refusal.at.replacen("/table/content/", "", 1)).collect()
            }
            other => panic!("{other:?}"),
        }
    };
    let row = |from: u32, to: u32, days: &str| json!({ "from": from, "to": to, "days": days });
    let rows = [row(2, 1, "5"), row(4, 9, "4")];
    assert_eq!(
        faults(json!({ "is": "days", "day_rows": rows })),
        ["day_rows/0/from", "day_rows/0/to", "day_rows/1/from", "day_rows/1/days"]
    );
    assert_eq!(faults(json!({ "is": "days", "day_rows": [] })), ["day_rows"]);
    let factors = faults(json!({ "is": "factors", "low_most": 2, "medium_most": 9, "cells": [
        { "business": "low", "it": "low", "least": "0.1", "most": "0" }] }));
    assert_eq!((factors.len(), factors[0].as_str(), factors[9].as_str()), (10, "medium_most", "cells/0"));
    let shares = json!({ "is": "shares", "reduction_most": "1.3", "surveillance": "-1/3", "recertification": "2/3",
        "auditing_least": "0.7", "remote_approval_above": "2" });
    assert_eq!(faults(shares), ["reduction_most", "surveillance", "remote_approval_above"]);
    let row = |most: u32, usual: u32| {
        json!({ "frequency": "weekly", "occurrences_most": most, "usual": usual, "least": 3, "most": 9,
        "source": "The house", "certainty": "decided" })
    };
    assert_eq!(
        faults(json!({ "is": "frequencies", "frequency_rows": [row(52, 2), row(12, 4)] })),
        ["frequency_rows/0/usual", "frequency_rows/1/occurrences_most", "frequency_rows/1/frequency"]
    );
    assert_eq!(faults(json!({ "is": "frequencies", "frequency_rows": [] })), ["frequency_rows"]);
    let weights = json!({ "is": "weights", "importance": 101, "risk": 3, "changes": 1, "findings": 2, "waiting": 1,
        "intervals": [{ "score_from": 5, "years": 2 }, { "score_from": 9, "years": 0 }] });
    assert_eq!(faults(weights), ["importance", "intervals/1", "intervals/1/years"]);
}

#[test]
fn a_use_names_the_tables_whose_numbers_went_in() {
    let mut carried = Carried::initiated();
    let (cast, programme) = (carried.bench.cast, carried.bench.cast.programme.to_string());
    let adopted = carried.done(cast.manager, "table.adopt", table("2026", "6"));
    let input = carried.bench.get::<MethodTable>(adopted.parse::<MethodTableId>().unwrap()).as_input();
    let by = |revision: u32, inputs: Value| {
        let mut body = used(None, Some(&programme));
        body["tables"] = json!([{ "method_table": adopted, "revision": revision }]);
        body["inputs"] = json!(inputs.to_string());
        body
    };
    let fine = json!({ "persons": 12, "tables": { "days": input } });
    carried.done(cast.manager, "method.record", by(1, fine.clone()));
    let other = carried.give(cast.manager, "method.record", by(2, fine.clone()));
    refused_at(other, &uses::METHOD_TABLE, "/tables/0/revision");
    let changed = with(fine.clone(), "/tables/days/rows/1/days", json!("5.5"));
    let changed = carried.give(cast.manager, "method.record", by(1, changed));
    refused_at(changed, &uses::METHOD_TABLE, "/tables/0/method_table");
    let mut unknown = by(1, fine);
    unknown["tables"][0]["method_table"] = json!("01900000-0000-7000-8000-000000000001");
    let unknown = carried.give(cast.manager, "method.record", unknown);
    refused_at(unknown, &crate::kernel::record::UNKNOWN, "/tables/0/method_table");
}
