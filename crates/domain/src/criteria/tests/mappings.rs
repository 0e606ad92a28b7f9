//! Mappings between sets: adopted, replaced, retired.

use serde_json::{Value, json};

use super::super::{Mapping, MappingState, mappings};
use super::{refused, row, set};
use crate::kernel::id::MappingId;
use crate::testing::carry::Carried;
use crate::testing::refused_at;

fn pair(from: Option<&str>, to: Option<&str>) -> Value {
    json!({ "from": from, "to": to, "relation": "changed", "note": null })
}

fn mapping(pairs: &[Value]) -> Value {
    json!({ "mapping": { "from": "Yard rules:2025", "to": "Yard rules:2026", "source": "The yard's own comparison", "pairs": pairs } })
}

fn there(carried: &Carried, id: &str) -> Mapping {
    carried.bench.get::<Mapping>(id.parse::<MappingId>().unwrap()).clone()
}

#[test]
fn a_mapping_is_adopted_once_and_a_corrected_one_takes_its_place() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let first = mapping(&[pair(Some("1"), Some("2")), pair(None, Some("3"))]);
    let adopted = carried.done(manager, "mapping.adopt", first.clone());
    assert_eq!(there(&carried, &adopted).pairs.len(), 2);
    assert!(carried.give(manager, "mapping.adopt", first.clone()).unwrap().is_empty(), "it is there already");
    let corrected = mapping(&[pair(Some("1"), Some("3"))]);
    let events = carried.give(manager, "mapping.adopt", corrected).unwrap();
    let kinds: Vec<&str> = events.iter().map(crate::registry::Event::kind).collect();
    assert_eq!(kinds, ["mapping.adopted", "mapping.retired"]);
    assert!(matches!(there(&carried, &adopted).state, MappingState::Retired { reason: None, .. }));
    assert!(
        carried.give(manager, "mapping.adopt", first).unwrap().is_empty(),
        "it is not brought back unasked"
    );
    let retire =
        json!({ "mapping": events[0].subject().id.to_string(), "reason": "The sets have nothing in common" });
    carried.done(manager, "mapping.retire", retire.clone());
    refused(carried.give(manager, "mapping.retire", retire), &mappings::MAPPING_RETIRED);
}

#[test]
fn every_fault_of_a_mapping_is_found_at_its_place() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let mut adopt = |body: Value| carried.give(manager, "mapping.adopt", body);
    refused_at(adopt(mapping(&[])), &mappings::MAPPING_PAIRS, "/mapping/pairs");
    refused_at(adopt(mapping(&[pair(None, None)])), &mappings::MAPPING_PAIRS, "/mapping/pairs/0");
    let twice = [pair(Some("1"), Some("2")), pair(Some("1"), Some("2"))];
    refused_at(adopt(mapping(&twice)), &mappings::MAPPING_PAIRS, "/mapping/pairs/1");
    let mut to_itself = mapping(&[pair(Some("1"), Some("2"))]);
    to_itself["mapping"]["to"] = json!("Yard rules:2025");
    refused_at(adopt(to_itself), &mappings::MAPPING_ENDS, "/mapping/to");
}

#[test]
fn the_requirements_of_a_mapping_are_those_of_the_sets_that_were_adopted() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    carried.done(manager, "criteria.adopt", set("Yard rules:2026", &[row("1", None)]));
    let unknown = mapping(&[pair(Some("9"), Some("1")), pair(Some("1"), Some("9"))]);
    let at = "/mapping/pairs/1/to";
    refused_at(carried.give(manager, "mapping.adopt", unknown), &mappings::MAPPING_KNOWN, at);
    carried.done(manager, "criteria.adopt", set("Yard rules:2025", &[row("1", None)]));
    let unknown = mapping(&[pair(Some("9"), Some("1"))]);
    let at = "/mapping/pairs/0/from";
    refused_at(carried.give(manager, "mapping.adopt", unknown), &mappings::MAPPING_KNOWN, at);
    carried.done(manager, "mapping.adopt", mapping(&[pair(Some("1"), Some("1"))]));
}
