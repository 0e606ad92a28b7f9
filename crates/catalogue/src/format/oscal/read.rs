//! OSCAL catalogs and profiles in.

use std::collections::BTreeSet;

use assize_domain::kernel::said::{Said, say};

use serde_json::{Map, Value};

use super::json::{Object, Reading};
use super::{CONTROL_PROPS, NAMESPACE, is_token, matter, profile};
use crate::format::{Found, Strictness, at};
use crate::id::shown;
use crate::limits::{CRITERIA_ID_CHARS_MAX, LABEL_CHARS, NOTE_CHARS, OSCAL_BYTES_MAX, OSCAL_DEPTH_MAX};
use crate::node::{Node, Value as Tree};

const CATALOG: &[&str] = &["uuid", "metadata", "params", "controls", "groups", "back-matter"];
const METADATA: &[&str] = &[
    "title",
    "published",
    "last-modified",
    "version",
    "oscal-version",
    "revisions",
    "document-ids",
    "props",
    "links",
    "roles",
    "locations",
    "parties",
    "responsible-parties",
    "actions",
    "remarks",
];
const GROUP: &[&str] = &["id", "class", "title", "params", "props", "links", "parts", "groups", "controls"];
const CONTROL: &[&str] = &["id", "class", "title", "params", "props", "links", "parts", "controls"];

/// What the controls of a catalog come to.
#[derive(Default)]
struct Taken {
    requirements: Vec<(bool, Node<'static>)>,
    tests: Vec<Node<'static>>,
    trails: Vec<Node<'static>>,
    mappings: Vec<Node<'static>>,
    ids: BTreeSet<String>,
    wordings: usize,
    params: usize,
}

pub(in crate::format) fn read<'a>(
    name: &'a str,
    text: &str,
    catalogs: &[(&'a str, &str)],
    strictness: Strictness,
) -> Found<'a> {
    let mut reading = Reading::new(name, strictness);
    if let Some(root) = parsed(name, text, &mut reading) {
        let object = |key: &str| root.get(key).and_then(Value::as_object);
        match (object("catalog"), object("profile")) {
            (Some(map), _) => catalog(Object { map, path: "/catalog" }, &mut reading),
            (None, Some(map)) => profile::read(Object { map, path: "/profile" }, catalogs, &mut reading),
            (None, None) => reading.problem(
                "",
                "holds neither a `catalog` nor a `profile`",
                "give one of OSCAL's JSON files",
            ),
        }
    }
    reading.found
}

/// The JSON of a file. Its parser bounds how deep values lie in each other.
pub(super) fn parsed(name: &str, text: &str, reading: &mut Reading<'_>) -> Option<Value> {
    if text.len() > OSCAL_BYTES_MAX {
        let what = say!("has {count} bytes", count = text.len());
        reading.found.problems.push(at(
            name,
            None,
            "",
            what,
            "split it; an OSCAL file has 50 MiB at the most",
        ));
        return None;
    }
    match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(root) => Some(root),
        Err(error) => {
            let hint = "give OSCAL as JSON; XML and YAML can be converted with NIST's own tools";
            reading.found.problems.push(at(
                name,
                Some(error.line()),
                "",
                Said::data(error.to_string()),
                hint,
            ));
            None
        }
    }
}

/// Reads a catalog.
fn catalog(catalog: Object<'_, '_>, reading: &mut Reading<'_>) {
    let taken = formal(catalog, reading);
    let heading = heading(catalog, reading);
    taken.into_set(catalog, heading, reading);
}

/// Looks at the form of a catalog that a profile selects from.
pub(super) fn checked(catalog: Object<'_, '_>, reading: &mut Reading<'_>) {
    let taken = formal(catalog, reading);
    let _ = heading(catalog, reading);
    if taken.requirements.is_empty() {
        reading.problem(catalog.path, "holds no control", "give a catalog with controls");
    }
}

fn formal(catalog: Object<'_, '_>, reading: &mut Reading<'_>) -> Taken {
    reading.known_keys(catalog, CATALOG);
    identified(catalog, reading);
    let mut taken = Taken::default();
    below(catalog, None, 0, &mut taken, reading);
    (taken.trails, taken.mappings) = matter::read(catalog, reading);
    taken
}

/// Reads the groups and controls that a profile resolves to, under the profile's own heading.
pub(super) fn resolved(catalog: Object<'_, '_>, heading: Heading, reading: &mut Reading<'_>) {
    let mut taken = Taken::default();
    below(catalog, None, 0, &mut taken, reading);
    taken.into_set(catalog, heading, reading);
}

impl Taken {
    /// The set that a catalog comes to, and what was left out of it.
    fn into_set(self, catalog: Object<'_, '_>, mut head: Heading, reading: &mut Reading<'_>) {
        if self.requirements.is_empty() {
            reading.problem(catalog.path, "holds no control", "give a catalog with controls");
        }
        let (wordings, params) = (self.wordings, self.params);
        for (count, what) in [
            (wordings, say!("{count} controls have wording, which was left out", count = wordings)),
            (
                params,
                say!("{count} controls and groups have parameters, which were left out", count = params),
            ),
        ] {
            if count > 0 {
                reading.remark(catalog.path, what, "keep wording that you may keep in your own store");
            }
        }
        let (controls, clauses): (Vec<_>, Vec<_>) =
            self.requirements.into_iter().partition(|(is_control, _)| *is_control);
        let rows = |rows: Vec<(bool, Node<'static>)>| rows.into_iter().map(|(_, row)| row).collect();
        for (key, rows) in [
            ("clauses", rows(clauses)),
            ("controls", rows(controls)),
            ("test", self.tests),
            ("trail", self.trails),
            ("mapping", self.mappings),
        ] {
            let rows: Vec<Node<'static>> = rows;
            if !rows.is_empty() {
                head.push((key.into(), Node::list(rows)));
            }
        }
        reading.found.roots.push(Node::new(Tree::Table(head)));
    }
}

/// Entries of the table that a set begins with.
pub(super) type Heading = Vec<(std::borrow::Cow<'static, str>, Node<'static>)>;

/// The uuid of a document.
pub(super) fn identified(document: Object<'_, '_>, reading: &mut Reading<'_>) {
    if let Some(uuid) = reading.text(document, "uuid")
        && !uuid::Uuid::parse_str(uuid).is_ok_and(|uuid| matches!(uuid.get_version_num(), 4 | 5))
    {
        reading.departure(&format!("{}/uuid", document.path), "is no UUID of version 4 or 5", "make one");
    }
}

/// What the metadata of a catalog or a profile say of the set.
pub(super) fn heading(document: Object<'_, '_>, reading: &mut Reading<'_>) -> Heading {
    let path = format!("{}/metadata", document.path);
    let empty = Map::new();
    let map = document.map.get("metadata").and_then(Value::as_object).unwrap_or_else(|| {
        reading.departure(&path, "is missing", "say title, version and the version of OSCAL");
        &empty
    });
    let metadata = Object { map, path: &path };
    reading.known_keys(metadata, METADATA);
    let title = reading
        .text(metadata, "title")
        .map(|title| line(title, &format!("{path}/title"), *LABEL_CHARS.end(), reading));
    let _ = reading.text(metadata, "last-modified");
    let version = reading
        .text(metadata, "version")
        .map(|version| line(version, &format!("{path}/version"), *LABEL_CHARS.end(), reading));
    if let Some(version) = reading.text(metadata, "oscal-version") {
        let is_known = ["1.0.", "1.1.", "1.2."].iter().any(|known| version.starts_with(known));
        if !is_known {
            let what = say!("`{version}` is no version from 1.0 to 1.2", version = shown(version));
            reading.departure(&format!("{path}/oscal-version"), what, "convert the file to one of these");
        }
    }
    let publisher = publisher(metadata, reading).unwrap_or_else(|| {
        reading.remark(&path, "names nobody as publisher", "the set is said to come from an unstated one");
        "unstated".to_owned()
    });
    let title = title.unwrap_or_else(|| "untitled".to_owned());
    let version = version.unwrap_or_else(|| "unstated".to_owned());
    let own = |name: &str, reading: &mut Reading<'_>| {
        props(metadata, reading).into_iter().find(|prop| prop.is_ours && prop.name == name)
    };
    let id = own("criteria-id", reading).map_or_else(
        || line(&format!("{title} {version}"), &path, CRITERIA_ID_CHARS_MAX, reading),
        |prop| prop.value,
    );
    let source = own("source", reading)
        .map_or_else(|| format!("OSCAL {}", document.path.trim_start_matches('/')), |prop| prop.value);
    let tested = own("tested", reading).is_some_and(|prop| prop.value == "true");
    let texts =
        [("id", id), ("title", title), ("publisher", publisher), ("edition", version), ("source", source)];
    let mut heading: Heading =
        texts.into_iter().map(|(key, text)| (key.into(), Node::text(text).at(path.as_str()))).collect();
    if tested {
        heading.push(("tested".into(), Node::new(Tree::Flag(true))));
    }
    heading
}

/// The party that is responsible as publisher or creator, or the first.
fn publisher(metadata: Object<'_, '_>, reading: &mut Reading<'_>) -> Option<String> {
    let parties = reading.objects(metadata, "parties");
    let responsible = reading.objects(metadata, "responsible-parties");
    let role = |name: &str| {
        let (map, _) =
            responsible.iter().find(|(map, _)| map.get("role-id").and_then(Value::as_str) == Some(name))?;
        map.get("party-uuids")?.as_array()?.first()?.as_str()
    };
    let wanted = role("publisher").or_else(|| role("creator"));
    let party = parties
        .iter()
        .find(|(map, _)| wanted.is_some() && map.get("uuid").and_then(Value::as_str) == wanted)
        .or(parties.first());
    let (map, path) = party?;
    let name = reading.optional_text(Object { map, path }, "name")?;
    Some(line(name, path, *LABEL_CHARS.end(), reading))
}

/// Groups and controls in an object, and what is below them.
fn below(
    parent: Object<'_, '_>,
    parent_id: Option<&str>,
    depth: usize,
    taken: &mut Taken,
    reading: &mut Reading<'_>,
) {
    if depth > OSCAL_DEPTH_MAX {
        reading.problem(
            parent.path,
            say!("lies more than {most} groups and controls deep", most = OSCAL_DEPTH_MAX),
            "make the catalog flatter",
        );
        return;
    }
    for (key, known) in [("groups", GROUP), ("controls", CONTROL)] {
        for (map, path) in reading.objects(parent, key) {
            let object = Object { map, path: &path };
            reading.known_keys(object, known);
            requirement(object, key == "controls", parent_id, depth, taken, reading);
        }
    }
}

fn requirement(
    object: Object<'_, '_>,
    is_control: bool,
    parent_id: Option<&str>,
    depth: usize,
    taken: &mut Taken,
    reading: &mut Reading<'_>,
) {
    let path = object.path;
    let token = if is_control { reading.text(object, "id") } else { reading.optional_text(object, "id") };
    if let Some(token) = token.filter(|token| !is_token(token)) {
        let what = say!("`{token}` is no token", token = shown(token));
        reading.departure(
            &format!("{path}/id"),
            what,
            "begin with a letter, then letters, digits, `.`, `-` and `_`",
        );
    }
    if let Some(token) = token.filter(|token| !taken.ids.insert((*token).to_owned())) {
        reading.departure(
            &format!("{path}/id"),
            say!("`{token}` stands twice", token = shown(token)),
            "keep one of them",
        );
    }
    let props = props(object, reading);
    // The first label is the plain one; a padded one is for sorting.
    let label = props.iter().find(|prop| {
        !prop.is_ours && prop.name == "label" && prop.class.is_none_or(|class| class != "zero-padded")
    });
    let Some(id) = label.map(|label| label.value.clone()).or_else(|| token.map(str::to_owned)) else {
        // A group without an id is no requirement; what is in it is.
        below(object, parent_id, depth + 1, taken, reading);
        return;
    };
    let title = reading.text(object, "title").map_or_else(
        || id.clone(),
        |title| line(title, &format!("{path}/title"), *LABEL_CHARS.end(), reading),
    );
    let class = object.map.get("class").and_then(Value::as_str);
    let as_control = is_control && !matches!(class, Some("clause" | "item"));
    let row = row(&id, title, parent_id, &props, path, reading);
    taken.requirements.push((as_control, row));
    taken.params += usize::from(object.map.contains_key("params"));
    parts(object, taken, reading);
    below(object, Some(&id), depth + 1, taken, reading);
}

fn row(
    id: &str,
    title: String,
    parent_id: Option<&str>,
    props: &[Prop<'_>],
    path: &str,
    reading: &mut Reading<'_>,
) -> Node<'static> {
    let own = |name: &str| {
        props.iter().find(|prop| prop.is_ours && prop.name == name).map(|prop| prop.value.clone())
    };
    let mut attributes: Vec<(std::borrow::Cow<'static, str>, Vec<Node<'static>>)> = Vec::new();
    for prop in props.iter().filter(|prop| prop.is_ours) {
        let name = match (prop.name, prop.remarks) {
            ("attribute", Some(name)) => name,
            (name, _) if !CONTROL_PROPS.contains(&name) => name,
            _ => continue,
        };
        let value = Node::text(prop.value.clone());
        match attributes.iter_mut().find(|(other, _)| other == name) {
            Some((_, values)) => values.push(value),
            None => attributes.push((name.to_owned().into(), vec![value])),
        }
    }
    let attributes: Vec<_> =
        attributes.into_iter().map(|(name, values)| (name, Node::list(values))).collect();
    let note = own("note").map(|note| line(&note, path, *NOTE_CHARS.end(), reading));
    let known = [
        ("id", Some(Node::text(id.to_owned()))),
        ("title", Some(Node::text(title))),
        ("parent", parent_id.map(|parent| Node::text(parent.to_owned()))),
        ("documented_information", own("documented-information").map(Node::text)),
        ("certainty", own("certainty").map(Node::text)),
        ("note", note.map(Node::text)),
        ("attributes", (!attributes.is_empty()).then(|| Node::new(Tree::Table(attributes)))),
    ];
    let known = known.map(|(key, node)| (key, node.map(|node| node.at(path))));
    Node::table(known).at(path)
}

/// The parts of a control: tests of ours are read, other wording is counted and left.
fn parts(object: Object<'_, '_>, taken: &mut Taken, reading: &mut Reading<'_>) {
    let mut has_wording = false;
    for (map, path) in reading.objects(object, "parts") {
        let part = Object { map, path: &path };
        if is_ours(map, "audit-test") {
            taken.tests.push(test(part, reading));
        } else {
            has_wording = true;
            let _ = reading.text(part, "name");
        }
    }
    taken.wordings += usize::from(has_wording);
}

fn is_ours(map: &Map<String, Value>, name: &str) -> bool {
    let has = |key: &str, text: &str| map.get(key).and_then(Value::as_str) == Some(text);
    has("ns", NAMESPACE) && has("name", name)
}

/// A test of ours, as the reader of tests takes it.
fn test(part: Object<'_, '_>, reading: &mut Reading<'_>) -> Node<'static> {
    let all = props(part, reading);
    let values = |name: &str| {
        let values = all.iter().filter(|prop| prop.is_ours && prop.name == name);
        let values: Vec<Node<'static>> = values.map(|prop| Node::text(prop.value.clone())).collect();
        (!values.is_empty()).then(|| Node::list(values).at(part.path))
    };
    let label = all.iter().find(|prop| !prop.is_ours && prop.name == "label").map(|prop| prop.value.clone());
    let minutes =
        all.iter().find(|prop| prop.is_ours && prop.name == "minutes").map(|prop| prop.value.parse().ok());
    let mut text = |key: &str| reading.text(part, key).map(|text| Node::text(text.to_owned()).at(part.path));
    let (title, objective) = (text("title"), text("prose"));
    let below = reading.objects(part, "parts");
    let mut of = |name: &str, form: fn(Object<'_, '_>, &mut Reading<'_>) -> Node<'static>| {
        let found = below.iter().filter(|(map, _)| is_ours(map, name));
        let found: Vec<Node<'static>> =
            found.map(|(map, path)| form(Object { map, path }, reading).at(path.as_str())).collect();
        (!found.is_empty()).then(|| Node::list(found).at(part.path))
    };
    let (population, fair, small) = (of("population", prose), of("fair", prose), of("small", prose));
    let only = |list: Option<Node<'static>>| match list?.value {
        Tree::List(list) => list.into_iter().next(),
        _ => None,
    };
    let sampling =
        Node::table([("population", only(population)), ("fair", only(fair)), ("small", only(small))])
            .at(part.path);
    Node::table([
        ("id", label.map(|id| Node::text(id).at(part.path))),
        ("title", title),
        ("requirements", values("requirement")),
        ("audit_types", values("audit-type")),
        ("objective", objective),
        ("evidence", of("evidence", evidence)),
        ("ask", of("ask", ask)),
        ("observe", of("observe", prose)),
        ("inspect", of("inspect", prose)),
        ("reperform", of("reperform", prose)),
        ("remote", of("remote", prose)),
        ("sampling", Some(sampling)),
        ("conformity", of("conformity", prose)),
        ("warnings", of("warning", prose)),
        ("nonconformities", of("nonconformity", nonconformity)),
        ("related", values("related")),
        ("minutes", minutes.map(|minutes| Node::new(Tree::Whole(minutes)).at(part.path))),
        ("links", values("link")),
    ])
    .at(part.path)
}

fn prose(part: Object<'_, '_>, reading: &mut Reading<'_>) -> Node<'static> {
    Node::text(reading.text(part, "prose").unwrap_or_default().to_owned()).at(part.path)
}

fn property(part: Object<'_, '_>, name: &str, reading: &mut Reading<'_>) -> Option<Node<'static>> {
    let found = props(part, reading).into_iter().find(|prop| prop.is_ours && prop.name == name)?;
    Some(Node::text(found.value).at(part.path))
}

fn evidence(part: Object<'_, '_>, reading: &mut Reading<'_>) -> Node<'static> {
    let (kind, holder) = (property(part, "kind", reading), property(part, "holder", reading));
    Node::table([("kind", kind), ("what", Some(prose(part, reading))), ("holder", holder)])
}

fn ask(part: Object<'_, '_>, reading: &mut Reading<'_>) -> Node<'static> {
    let role = property(part, "role", reading);
    Node::table([("role", role), ("question", Some(prose(part, reading)))])
}

fn nonconformity(part: Object<'_, '_>, reading: &mut Reading<'_>) -> Node<'static> {
    let breaches = props(part, reading).into_iter().filter(|prop| prop.is_ours && prop.name == "breach");
    let breaches: Vec<Node<'static>> = breaches.map(|prop| Node::text(prop.value).at(part.path)).collect();
    let below = reading.objects(part, "parts");
    let major = below
        .iter()
        .find(|(map, _)| is_ours(map, "major"))
        .map(|(map, path)| prose(Object { map, path }, reading));
    Node::table([
        ("statement", Some(prose(part, reading))),
        ("breaches", Some(Node::list(breaches).at(part.path))),
        ("major", major),
    ])
}

/// A property.
pub(super) struct Prop<'j> {
    pub(super) name: &'j str,
    pub(super) class: Option<&'j str>,
    pub(super) group: Option<&'j str>,
    pub(super) value: String,
    pub(super) remarks: Option<&'j str>,
    pub(super) is_ours: bool,
}

pub(super) fn props<'j>(object: Object<'j, '_>, reading: &mut Reading<'_>) -> Vec<Prop<'j>> {
    let mut props = Vec::new();
    for (map, path) in reading.objects(object, "props") {
        let prop = Object { map, path: &path };
        let (name, value) = (reading.text(prop, "name"), reading.text(prop, "value"));
        if let (Some(name), Some(value)) = (name, value) {
            let said = |key: &str| map.get(key).and_then(Value::as_str);
            let is_ours = said("ns") == Some(NAMESPACE);
            props.push(Prop {
                name,
                class: said("class"),
                group: said("group"),
                value: value.to_owned(),
                remarks: said("remarks"),
                is_ours,
            });
        }
    }
    props
}

/// A text on one line; what is too long is a departure, and cut where one is lenient.
fn line(text: &str, path: &str, chars_max: usize, reading: &mut Reading<'_>) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= chars_max {
        return text;
    }
    reading.departure(
        path,
        say!("has more than {chars_max} characters", chars_max),
        "shorten it; with --lenient it is cut",
    );
    let cut: String = text.chars().take(chars_max - 1).collect();
    format!("{}…", cut.trim_end())
}
