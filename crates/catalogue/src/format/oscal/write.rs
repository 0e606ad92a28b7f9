//! An OSCAL catalog of a set with its tests, trails and mappings.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{CONTROL_PROPS, NAMESPACE, VERSION, is_token, matter};
use crate::catalogue::Catalogue;
use crate::criteria::{CriteriaSet, Requirement};
use crate::format::tree::tests_of;
use crate::id::RequirementId;
use crate::test::AuditTest;

/// The catalog of a set.
pub(in crate::format) fn write(catalogue: &Catalogue, set: &CriteriaSet, last_modified: &str) -> Value {
    let mut children: BTreeMap<Option<&RequirementId>, Vec<&Requirement>> = BTreeMap::new();
    for requirement in set.requirements() {
        children.entry(requirement.parent.as_ref()).or_default().push(requirement);
    }
    let mut tests: BTreeMap<&RequirementId, Vec<&AuditTest>> = BTreeMap::new();
    for test in tests_of(catalogue, &set.id) {
        if let Some(first) = test.requirements.first() {
            tests.entry(&first.id).or_default().push(test);
        }
    }
    let writing = Writing { children, tests, tokens: tokens(set) };
    let publisher = uuid(&[set.id.as_str(), "publisher", &set.publisher]);
    let mut catalog = json!({
        "uuid": uuid(&[set.id.as_str(), "catalog"]),
        "metadata": {
            "title": set.title,
            "last-modified": last_modified,
            "version": set.edition,
            "oscal-version": VERSION,
            "props": [
                prop("criteria-id", set.id.as_str()),
                prop("source", &set.source),
                prop("tested", if set.tested { "true" } else { "false" }),
            ],
            "roles": [{ "id": "publisher", "title": "Publisher" }],
            "parties": [{ "uuid": publisher, "type": "organization", "name": set.publisher }],
            "responsible-parties": [{ "role-id": "publisher", "party-uuids": [publisher] }],
        },
        "controls": writing.controls(None),
    });
    let resources = matter::write(catalogue, set);
    if let Some(catalog) = catalog.as_object_mut().filter(|_| !resources.is_empty()) {
        catalog.insert("back-matter".to_owned(), json!({ "resources": resources }));
    }
    json!({ "catalog": catalog })
}

/// A UUID of version 5, which OSCAL asks for: the same names give the same id.
pub(super) fn uuid(names: &[&str]) -> String {
    let space = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
    Uuid::new_v5(&space, names.join("\n").as_bytes()).to_string()
}

/// A token for each requirement: its id with what a token cannot have made `-` or `_`, and a number where two come out the same.
fn tokens(set: &CriteriaSet) -> BTreeMap<&RequirementId, String> {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let token = |requirement: &Requirement| {
        let plain = requirement.id.as_str().replace(") ", "-").replace(')', "").replace(' ', "-");
        let plain: String = plain
            .chars()
            .map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' })
            .collect();
        let token = if is_token(&plain) { plain } else { format!("r-{plain}") };
        token.to_lowercase()
    };
    let mut tokens = BTreeMap::new();
    for requirement in set.requirements() {
        let mut token = token(requirement);
        let count = used.entry(token.clone()).or_default();
        *count += 1;
        if *count > 1 {
            // Two underscores cannot come from the rule above on an id and its number, so that this one is new.
            token = format!("{token}__{count}");
        }
        tokens.insert(&requirement.id, token);
    }
    tokens
}

pub(super) fn prop(name: &str, value: &str) -> Value {
    json!({ "name": name, "ns": NAMESPACE, "value": value })
}

struct Writing<'a> {
    children: BTreeMap<Option<&'a RequirementId>, Vec<&'a Requirement>>,
    tests: BTreeMap<&'a RequirementId, Vec<&'a AuditTest>>,
    tokens: BTreeMap<&'a RequirementId, String>,
}

impl<'a> Writing<'a> {
    fn controls(&self, parent: Option<&'a RequirementId>) -> Vec<Value> {
        let below = self.children.get(&parent).map(Vec::as_slice).unwrap_or_default();
        below.iter().map(|requirement| self.control(requirement)).collect()
    }

    fn control(&self, requirement: &'a Requirement) -> Value {
        let mut props = vec![json!({ "name": "label", "value": requirement.id.as_str() })];
        props.push(prop("certainty", requirement.certainty.as_str()));
        props.extend(
            requirement
                .documented_information
                .as_deref()
                .map(|demanded| prop("documented-information", demanded)),
        );
        props.extend(requirement.note.as_deref().map(|note| prop("note", note)));
        for (name, values) in &requirement.attributes {
            let is_plain = is_token(name) && !CONTROL_PROPS.contains(&name.as_str());
            props.extend(values.iter().map(|value| match is_plain {
                true => prop(name, value),
                false => json!({ "name": "attribute", "ns": NAMESPACE, "value": value, "remarks": name }),
            }));
        }
        let mut control = Map::new();
        control.insert("id".into(), json!(self.tokens.get(&requirement.id)));
        control.insert("class".into(), json!(requirement.kind.as_str()));
        control.insert("title".into(), json!(requirement.title));
        control.insert("props".into(), json!(props));
        let tests = self.tests.get(&requirement.id).map(Vec::as_slice).unwrap_or_default();
        if !tests.is_empty() {
            control.insert("parts".into(), tests.iter().map(|test| part_of(test)).collect());
        }
        let below = self.controls(Some(&requirement.id));
        if !below.is_empty() {
            control.insert("controls".into(), json!(below));
        }
        Value::Object(control)
    }
}

/// A test as a part.
fn part_of(test: &AuditTest) -> Value {
    let mut props = vec![json!({ "name": "label", "value": test.id.as_str() })];
    props.extend(test.requirements.iter().map(|named| prop("requirement", named.id.as_str())));
    props.extend(test.audit_types.iter().map(|audit_type| prop("audit-type", audit_type.as_str())));
    props.push(prop("minutes", &test.minutes.to_string()));
    props.extend(test.related.iter().map(|related| prop("related", related.as_str())));
    props.extend(test.links.iter().map(|link| prop("link", link.as_str())));
    let mut parts = Vec::new();
    for piece in &test.evidence {
        let props = [prop("kind", piece.kind.as_str()), prop("holder", &piece.holder)];
        parts.push(part("evidence", &piece.what, &props));
    }
    parts.extend(test.how.ask.iter().map(|ask| part("ask", &ask.question, &[prop("role", &ask.role)])));
    let mut plain =
        |name: &str, texts: &[String]| parts.extend(texts.iter().map(|text| part(name, text, &[])));
    plain("observe", &test.how.observe);
    plain("inspect", &test.how.inspect);
    plain("reperform", &test.how.reperform);
    plain("remote", &test.how.remote);
    plain("population", std::slice::from_ref(&test.sampling.population));
    plain("fair", std::slice::from_ref(&test.sampling.fair));
    plain("small", std::slice::from_ref(&test.sampling.small));
    plain("conformity", &test.conformity);
    plain("warning", &test.warnings);
    for found in &test.nonconformities {
        let props: Vec<Value> = found.breaches.iter().map(|breach| prop("breach", breach.as_str())).collect();
        let mut whole = part("nonconformity", &found.statement, &props);
        if let Some(whole) = whole.as_object_mut() {
            whole.insert("parts".into(), json!([part("major", &found.major, &[])]));
        }
        parts.push(whole);
    }
    json!({
        "id": format!("test_{}", test.id),
        "name": "audit-test",
        "ns": NAMESPACE,
        "title": test.title,
        "props": props,
        "prose": test.objective,
        "parts": parts,
    })
}

fn part(name: &str, prose: &str, props: &[Value]) -> Value {
    let mut part = json!({ "name": name, "ns": NAMESPACE, "prose": prose });
    if let Some(part) = part.as_object_mut().filter(|_| !props.is_empty()) {
        part.insert("props".into(), json!(props));
    }
    part
}
