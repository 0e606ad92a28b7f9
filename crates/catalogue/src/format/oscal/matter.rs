//! Trails and mappings as resources of an OSCAL catalog's back matter.
//!
//! A trail is a resource with the property `trail`: its title, the description for what it shows, the remarks for the case, and a
//! property `step` for each test in order, with what to carry as remarks. A mapping is a resource with the properties `mapping-from`
//! and `mapping-to`; the properties `from`, `to` and `relation` of one group are a pair, `relation` having the certainty as its
//! class and the note as remarks.

use serde_json::{Map, Value, json};

use super::NAMESPACE;
use super::json::{Object, Reading};
use super::read::{Prop, props};
use super::write::{prop, uuid};
use crate::catalogue::Catalogue;
use crate::criteria::CriteriaSet;
use crate::format::tree::{mappings_of, trails_of};
use crate::mapping::Mapping;
use crate::node::Node;
use crate::trail::Trail;

/// The resources of a set: its trails and the mappings from it.
pub(super) fn write(catalogue: &Catalogue, set: &CriteriaSet) -> Vec<Value> {
    let trails = trails_of(catalogue, &set.id).into_iter().map(|trail| of_trail(set, trail));
    trails.chain(mappings_of(catalogue, &set.id).map(of_mapping)).collect()
}

fn of_trail(set: &CriteriaSet, trail: &Trail) -> Value {
    let step = |step: &crate::trail::TrailStep| json!({ "name": "step", "ns": NAMESPACE, "value": step.test.as_str(), "remarks": step.carry });
    let mut props = vec![prop("trail", trail.id.as_str())];
    props.extend(trail.steps.iter().map(step));
    json!({
        "uuid": uuid(&[set.id.as_str(), "trail", trail.id.as_str()]),
        "title": trail.title,
        "description": trail.about,
        "props": props,
        "remarks": trail.case,
    })
}

fn of_mapping(mapping: &Mapping) -> Value {
    let mut props = vec![
        prop("mapping-from", mapping.from.as_str()),
        prop("mapping-to", mapping.to.as_str()),
        prop("source", &mapping.source),
    ];
    for (n, pair) in (1..).zip(&mapping.pairs) {
        let group = format!("pair-{n}");
        let mut relation = json!({ "name": "relation", "ns": NAMESPACE, "group": group, "class": pair.certainty.as_str(),
            "value": pair.relation.as_str() });
        if let (Some(relation), Some(note)) = (relation.as_object_mut(), &pair.note) {
            relation.insert("remarks".to_owned(), json!(note));
        }
        props.push(relation);
        for (name, side) in [("from", &pair.from), ("to", &pair.to)] {
            props
                .extend(side.as_ref().map(
                    |id| json!({ "name": name, "ns": NAMESPACE, "group": group, "value": id.as_str() }),
                ));
        }
    }
    json!({
        "uuid": uuid(&[mapping.from.as_str(), "mapping", mapping.to.as_str()]),
        "title": format!("{}: {}", mapping.from, mapping.to),
        "props": props,
    })
}

/// The trails and mappings among the resources of a catalog, as the reader of trails and of mappings takes them. Other resources are
/// passed over: they are literature and files, which a catalogue does not hold.
pub(super) fn read(
    catalog: Object<'_, '_>,
    reading: &mut Reading<'_>,
) -> (Vec<Node<'static>>, Vec<Node<'static>>) {
    let path = format!("{}/back-matter", catalog.path);
    let Some(map) = catalog.map.get("back-matter").and_then(Value::as_object) else {
        return (Vec::new(), Vec::new());
    };
    let (mut trails, mut mappings) = (Vec::new(), Vec::new());
    for (map, path) in reading.objects(Object { map, path: &path }, "resources") {
        let resource = Object { map, path: &path };
        let props = props(resource, reading);
        if own(&props, "trail").is_some() {
            trails.push(trail(map, &path, &props));
        } else if own(&props, "mapping-from").is_some() {
            mappings.push(mapping(&path, &props));
        }
    }
    (trails, mappings)
}

fn own<'p, 'j>(props: &'p [Prop<'j>], name: &'p str) -> Option<&'p Prop<'j>> {
    props.iter().find(|prop| prop.is_ours && prop.name == name)
}

fn node(text: &str, path: &str) -> Node<'static> {
    Node::text(text.to_owned()).at(path)
}

fn trail(map: &Map<String, Value>, path: &str, props: &[Prop<'_>]) -> Node<'static> {
    let text = |key: &str| map.get(key).and_then(Value::as_str).map(|text| node(text, path));
    let steps = props.iter().filter(|prop| prop.is_ours && prop.name == "step").map(|step| {
        Node::table([
            ("test", Some(node(&step.value, path))),
            ("carry", step.remarks.map(|carry| node(carry, path))),
        ])
        .at(path)
    });
    Node::table([
        ("id", own(props, "trail").map(|id| node(&id.value, path))),
        ("title", text("title")),
        ("case", text("remarks")),
        ("about", text("description")),
        ("steps", Some(Node::list(steps).at(path))),
    ])
    .at(path)
}

fn mapping(path: &str, props: &[Prop<'_>]) -> Node<'static> {
    let head = |name: &str| own(props, name).map(|prop| node(&prop.value, path));
    // The properties of a pair stand one after the other.
    let grouped: Vec<&Prop<'_>> = props.iter().filter(|prop| prop.is_ours && prop.group.is_some()).collect();
    let pairs = grouped.chunk_by(|one, other| one.group == other.group).map(|pair| {
        let of = |name: &str| pair.iter().find(|prop| prop.name == name);
        let side = |name: &str| of(name).map(|prop| node(&prop.value, path));
        let relation = of("relation");
        Node::table([
            ("from", side("from")),
            ("to", side("to")),
            ("relation", side("relation")),
            ("certainty", relation.and_then(|prop| prop.class).map(|class| node(class, path))),
            ("note", relation.and_then(|prop| prop.remarks).map(|note| node(note, path))),
        ])
        .at(path)
    });
    Node::table([
        ("from", head("mapping-from")),
        ("to", head("mapping-to")),
        ("source", head("source")),
        ("pairs", Some(Node::list(pairs).at(path))),
    ])
    .at(path)
}
