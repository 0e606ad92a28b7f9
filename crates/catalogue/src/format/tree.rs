//! A set with its tests, trails and mappings as the tree that the reader would get from its TOML.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::criteria::{CriteriaSet, Requirement};
use crate::id::{CriteriaId, TestId};
use crate::mapping::Mapping;
use crate::node::{Node, Value};
use crate::test::{AuditTest, Nonconformity};
use crate::trail::Trail;
use crate::words::RequirementKind;

/// The whole of a set.
pub(super) fn of_set<'a>(catalogue: &'a Catalogue, set: &'a CriteriaSet) -> Node<'a> {
    let of_kind = |is_control: bool| {
        let kind =
            move |requirement: &&Requirement| (requirement.kind == RequirementKind::Control) == is_control;
        let rows: Vec<Node<'a>> = set.requirements().filter(kind).map(requirement).collect();
        (!rows.is_empty()).then(|| Node::list(rows))
    };
    Node::table([
        ("id", Some(Node::text(set.id.as_str()))),
        ("title", Some(Node::text(&set.title))),
        ("publisher", Some(Node::text(&set.publisher))),
        ("edition", Some(Node::text(&set.edition))),
        ("source", Some(Node::text(&set.source))),
        ("tested", set.tested.then(|| Node::new(Value::Flag(true)))),
        ("clauses", of_kind(false)),
        ("controls", of_kind(true)),
        ("test", some_list(tests_of(catalogue, &set.id).into_iter().map(test))),
        ("trail", some_list(trails_of(catalogue, &set.id).into_iter().map(trail))),
        ("mapping", some_list(mappings_of(catalogue, &set.id).map(mapping))),
    ])
}

/// All that a catalogue holds, where one file can: one set or none, tests on one set, and trails and mappings that may lead
/// elsewhere. None where it would be several files.
pub(super) fn whole(catalogue: &Catalogue) -> Option<Node<'_>> {
    let trails = some_list(catalogue.trails().map(trail));
    let mappings = some_list(catalogue.mappings().map(mapping));
    let mut sets = catalogue.sets();
    let (set, has_more) = (sets.next(), sets.next().is_some());
    let mut named = catalogue.tests().flat_map(|test| &test.requirements).map(|named| &named.criteria);
    let criteria = set.map(|set| &set.id).or_else(|| named.next());
    if has_more || named.any(|other| Some(other) != criteria) {
        return None;
    }
    match (set, criteria, trails, mappings) {
        (Some(set), _, trails, mappings) => {
            let Node { value: Value::Table(mut entries), .. } = of_set(catalogue, set) else { return None };
            entries.retain(|(key, _)| !matches!(key.as_ref(), "trail" | "mapping"));
            entries.extend(trails.map(|trails| ("trail".into(), trails)));
            entries.extend(mappings.map(|mappings| ("mapping".into(), mappings)));
            Some(Node::new(Value::Table(entries)))
        }
        (None, Some(criteria), None, None) => Some(of_tests(catalogue, criteria)),
        (None, None, Some(trails), None) => Some(Node::table([("trail", Some(trails))])),
        (None, None, None, Some(mappings)) => Some(Node::table([("mapping", Some(mappings))])),
        _ => None,
    }
}

/// The trails through tests on a set and no others.
pub(super) fn trails_of<'a>(catalogue: &'a Catalogue, criteria: &CriteriaId) -> Vec<&'a Trail> {
    let ids: BTreeSet<&TestId> = tests_of(catalogue, criteria).iter().map(|test| &test.id).collect();
    catalogue.trails().filter(|trail| trail.steps.iter().all(|step| ids.contains(&step.test))).collect()
}

/// The mappings from a set. Those to it go with the set that they map from, so that two exports hold none twice.
pub(super) fn mappings_of<'a>(
    catalogue: &'a Catalogue,
    criteria: &'a CriteriaId,
) -> impl Iterator<Item = &'a Mapping> {
    catalogue.mappings().filter(move |mapping| mapping.from == *criteria)
}

/// The tests on a set that is not loaded.
pub(super) fn of_tests<'a>(catalogue: &'a Catalogue, criteria: &'a CriteriaId) -> Node<'a> {
    let tests = tests_of(catalogue, criteria);
    Node::table([
        ("criteria", Some(Node::text(criteria.as_str()))),
        ("test", some_list(tests.into_iter().map(test))),
    ])
}

/// The tests on a set: those of which every requirement is of it, as a file of tests has them.
pub(super) fn tests_of<'a>(catalogue: &'a Catalogue, criteria: &CriteriaId) -> Vec<&'a AuditTest> {
    catalogue
        .tests()
        .filter(|test| test.requirements.iter().all(|named| named.criteria == *criteria))
        .collect()
}

fn some_list<'a>(nodes: impl Iterator<Item = Node<'a>>) -> Option<Node<'a>> {
    let nodes: Vec<Node<'a>> = nodes.collect();
    (!nodes.is_empty()).then(|| Node::list(nodes))
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Node<'a>> {
    some_list(texts.into_iter().map(Node::text))
}

fn strings(list: &[String]) -> Option<Node<'_>> {
    texts(list.iter().map(String::as_str))
}

fn requirement(requirement: &Requirement) -> Node<'_> {
    let parent =
        requirement.parent.as_ref().filter(|parent| requirement.id.parent().as_ref() != Some(parent));
    let attributes = requirement
        .attributes
        .iter()
        .filter_map(|(name, values)| Some((name.as_str().into(), strings(values)?)));
    let attributes: Vec<_> = attributes.collect();
    Node::table([
        ("id", Some(Node::text(requirement.id.as_str()))),
        ("title", Some(Node::text(&requirement.title))),
        ("parent", parent.map(|parent| Node::text(parent.as_str()))),
        ("documented_information", requirement.documented_information.as_deref().map(Node::text)),
        ("certainty", Some(Node::text(requirement.certainty.as_str()))),
        ("note", requirement.note.as_deref().map(Node::text)),
        ("attributes", (!attributes.is_empty()).then(|| Node::new(Value::Table(attributes)))),
    ])
}

pub(super) fn test(test: &AuditTest) -> Node<'_> {
    let evidence = test.evidence.iter().map(|piece| {
        Node::table([
            ("kind", Some(Node::text(piece.kind.as_str()))),
            ("what", Some(Node::text(&piece.what))),
            ("holder", Some(Node::text(&piece.holder))),
        ])
    });
    let ask = test.how.ask.iter().map(|ask| {
        Node::table([("role", Some(Node::text(&ask.role))), ("question", Some(Node::text(&ask.question)))])
    });
    let sampling = Node::table([
        ("population", Some(Node::text(&test.sampling.population))),
        ("fair", Some(Node::text(&test.sampling.fair))),
        ("small", Some(Node::text(&test.sampling.small))),
    ]);
    Node::table([
        ("id", Some(Node::text(test.id.as_str()))),
        ("title", Some(Node::text(&test.title))),
        ("requirements", texts(test.requirements.iter().map(|named| named.id.as_str()))),
        ("audit_types", texts(test.audit_types.iter().map(|audit_type| audit_type.as_str()))),
        ("objective", Some(Node::text(&test.objective))),
        ("evidence", some_list(evidence)),
        ("ask", some_list(ask)),
        ("observe", strings(&test.how.observe)),
        ("inspect", strings(&test.how.inspect)),
        ("reperform", strings(&test.how.reperform)),
        ("remote", strings(&test.how.remote)),
        ("sampling", Some(sampling)),
        ("conformity", strings(&test.conformity)),
        ("warnings", strings(&test.warnings)),
        ("nonconformities", some_list(test.nonconformities.iter().map(nonconformity))),
        ("related", texts(test.related.iter().map(|related| related.as_str()))),
        ("minutes", Some(Node::new(Value::Whole(Some(test.minutes))))),
        ("links", texts(test.links.iter().map(|link| link.as_str()))),
    ])
}

fn nonconformity(found: &Nonconformity) -> Node<'_> {
    Node::table([
        ("statement", Some(Node::text(&found.statement))),
        ("breaches", texts(found.breaches.iter().map(|id| id.as_str()))),
        ("major", Some(Node::text(&found.major))),
    ])
}

fn trail(trail: &Trail) -> Node<'_> {
    let steps = trail.steps.iter().map(|step| {
        Node::table([
            ("test", Some(Node::text(step.test.as_str()))),
            ("carry", Some(Node::text(&step.carry))),
        ])
    });
    Node::table([
        ("id", Some(Node::text(trail.id.as_str()))),
        ("title", Some(Node::text(&trail.title))),
        ("case", Some(Node::text(&trail.case))),
        ("about", Some(Node::text(&trail.about))),
        ("steps", some_list(steps)),
    ])
}

fn mapping(mapping: &Mapping) -> Node<'_> {
    let pairs = mapping.pairs.iter().map(|line| {
        Node::table([
            ("from", line.from.as_ref().map(|id| Node::text(id.as_str()))),
            ("to", line.to.as_ref().map(|id| Node::text(id.as_str()))),
            ("relation", Some(Node::text(line.relation.as_str()))),
            ("certainty", Some(Node::text(line.certainty.as_str()))),
            ("note", line.note.as_deref().map(Node::text)),
        ])
    });
    Node::table([
        ("from", Some(Node::text(mapping.from.as_str()))),
        ("to", Some(Node::text(mapping.to.as_str()))),
        ("source", Some(Node::text(&mapping.source))),
        ("pairs", some_list(pairs)),
    ])
}
