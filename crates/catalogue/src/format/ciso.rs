//! Libraries of CISO Assistant: a framework becomes a set of criteria. The wording of its requirements is left where it is.

use std::collections::BTreeMap;

use assize_domain::kernel::said::{Said, say};

use super::{Found, Strictness, at, yaml};
use crate::limits::LABEL_CHARS;
use crate::node::{Node, Value};

/// The keys that a library may have, and its frameworks and requirement nodes, whether we have a use for them or not.
const LIBRARY: &[&str] = &[
    "urn",
    "locale",
    "ref_id",
    "name",
    "description",
    "copyright",
    "version",
    "publication_date",
    "provider",
    "packager",
    "dependencies",
    "translations",
    "objects",
    "labels",
    "convert_library_version",
    "annotation",
];
const FRAMEWORK: &[&str] = &[
    "urn",
    "ref_id",
    "name",
    "description",
    "annotation",
    "translations",
    "min_score",
    "max_score",
    "scores_definition",
    "implementation_groups_definition",
    "requirement_nodes",
    "outcomes_definition",
    "field_visibility",
    "reference_controls",
];
const NODE: &[&str] = &[
    "urn",
    "assessable",
    "depth",
    "parent_urn",
    "ref_id",
    "name",
    "description",
    "annotation",
    "translations",
    "implementation_groups",
    "reference_controls",
    "threats",
    "typical_evidence",
    "questions",
    "weight",
    "importance",
    "display_mode",
    "visibility_expression",
];

/// What is said, and how.
struct Reading<'f> {
    name: &'f str,
    strictness: Strictness,
    found: Found<'static>,
}

impl Reading<'_> {
    fn problem(&mut self, node: &Node<'_>, path: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        self.found.problems.push(at(self.name, node.line, path, what, hint));
    }

    /// A departure from the format: a problem where one is strict, a remark where one is lenient.
    fn departure(&mut self, node: &Node<'_>, path: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        let said = at(self.name, node.line, path, what, hint);
        match self.strictness {
            Strictness::Strict => self.found.problems.push(said),
            Strictness::Lenient => self.found.remarks.push(said),
        }
    }

    fn known_keys(&mut self, node: &Node<'_>, path: &str, known: &[&str]) {
        let entries = node.as_table().unwrap_or_default();
        for (key, value) in entries.iter().filter(|(key, _)| !known.contains(&key.as_ref())) {
            let path = format!("{path}.{}", crate::id::shown(key));
            self.departure(
                value,
                &path,
                "is not known in a library",
                "take it out, or import with --lenient",
            );
        }
    }

    /// A text of one line, with what is too long cut where one is lenient.
    fn one_line(&mut self, node: &Node<'_>, path: &str) -> Option<String> {
        let text = node.as_text()?.split_whitespace().collect::<Vec<_>>().join(" ");
        let most = *LABEL_CHARS.end();
        if text.chars().count() <= most {
            return (!text.is_empty()).then_some(text);
        }
        self.departure(
            node,
            path,
            say!("has more than {most} characters", most),
            "shorten it; with --lenient it is cut",
        );
        let cut: String = text.chars().take(most - 1).collect();
        Some(format!("{}…", cut.trim_end()))
    }
}

pub(super) fn read(name: &str, text: &str, strictness: Strictness) -> Found<'static> {
    let mut reading = Reading { name, strictness, found: Found::default() };
    match yaml::root(name, text) {
        Ok(root) => library(&root, &mut reading),
        Err(problem) => reading.found.problems.push(*problem),
    }
    reading.found
}

fn library(root: &Node<'_>, reading: &mut Reading<'_>) {
    reading.known_keys(root, "", LIBRARY);
    let frameworks: Vec<(&Node<'_>, String)> = match root.get("objects") {
        Some(objects) => {
            match (objects.get("framework"), objects.get("frameworks").and_then(Node::as_list)) {
                (Some(one), _) => vec![(one, "objects.framework".to_owned())],
                (None, Some(list)) => list
                    .iter()
                    .enumerate()
                    .map(|(n, one)| (one, format!("objects.frameworks[{n}]")))
                    .collect(),
                (None, None) => Vec::new(),
            }
        }
        None => Vec::new(),
    };
    if frameworks.is_empty() {
        let path = "objects";
        reading.problem(root, path, "holds no framework", "give a library with `objects.framework`");
    }
    for (node, path) in frameworks {
        framework(root, node, &path, reading);
    }
}

fn framework(library: &Node<'_>, node: &Node<'_>, path: &str, reading: &mut Reading<'_>) {
    reading.known_keys(node, path, FRAMEWORK);
    let mut line = |node: &Node<'_>, path: &str, key: &str| {
        let value = node.get(key)?;
        reading.one_line(value, &format!("{path}.{key}"))
    };
    let (ref_id, title) = (line(node, path, "ref_id"), line(node, path, "name"));
    let urn = line(library, "", "urn");
    let version = line(library, "", "version");
    let provider = line(library, "", "provider");
    for (key, there) in
        [("urn", urn.is_some()), ("version", version.is_some()), ("provider", provider.is_some())]
    {
        if !there {
            reading.departure(
                library,
                key,
                "is missing",
                "give it; with --lenient it is said to be unstated",
            );
        }
    }
    let Some(id) = ref_id.or_else(|| title.clone()) else {
        reading.problem(node, path, "has neither `ref_id` nor `name`", "give the standard with its edition");
        return;
    };
    let unstated = || "unstated".to_owned();
    let requirements = requirements(node, path, reading);
    reading.found.roots.push(Node::table([
        ("title", Some(Node::text(title.unwrap_or_else(|| id.clone())))),
        ("id", Some(Node::text(id))),
        ("publisher", Some(Node::text(provider.unwrap_or_else(unstated)))),
        (
            "edition",
            Some(Node::text(version.map_or_else(unstated, |version| format!("library version {version}")))),
        ),
        ("source", Some(Node::text(format!("CISO Assistant library {}", urn.unwrap_or_else(unstated))))),
        ("clauses", Some(Node::list(requirements))),
    ]));
}

fn requirements(framework: &Node<'_>, path: &str, reading: &mut Reading<'_>) -> Vec<Node<'static>> {
    let path = format!("{path}.requirement_nodes");
    let Some(nodes) = framework.get("requirement_nodes").and_then(Node::as_list) else {
        reading.problem(framework, &path, "is no list", "give the requirements of the framework");
        return Vec::new();
    };
    let mut ids: BTreeMap<&str, String> = BTreeMap::new();
    let (mut rows, mut wordings) = (Vec::new(), 0);
    for (n, node) in nodes.iter().enumerate() {
        let path = format!("{path}[{n}]");
        reading.known_keys(node, &path, NODE);
        let urn = node.get("urn").and_then(Node::as_text);
        let given = node.get("ref_id").and_then(|id| reading.one_line(id, &format!("{path}.ref_id")));
        let Some(id) = given.or_else(|| Some(urn?.rsplit(':').next()?.to_owned())) else {
            reading.problem(
                node,
                &path,
                "has neither `ref_id` nor `urn`",
                "give the number of the requirement",
            );
            continue;
        };
        if urn.is_none() {
            reading.departure(
                node,
                &format!("{path}.urn"),
                "is missing",
                "give it; without, nothing can lie below it",
            );
        }
        wordings += usize::from(node.get("description").is_some_and(|text| text.as_text().is_some()));
        let parent = match node.get("parent_urn") {
            Some(Node { value: Value::Text(parent), .. }) => {
                let found = ids.get(parent.as_ref()).cloned();
                if found.is_none() {
                    let what = say!(
                        "no requirement before it has the urn `{parent}`",
                        parent = crate::id::shown(parent)
                    );
                    reading.departure(
                        node,
                        &format!("{path}.parent_urn"),
                        what,
                        "name one that stands before it",
                    );
                }
                found
            }
            _ => None,
        };
        ids.extend(urn.map(|urn| (urn, id.clone())));
        let title = node.get("name").and_then(|title| reading.one_line(title, &format!("{path}.name")));
        let groups = node.get("implementation_groups").and_then(Node::as_list).unwrap_or_default();
        let groups: Vec<Node<'static>> =
            groups.iter().filter_map(|group| Some(Node::text(group.as_text()?.to_owned()))).collect();
        let attributes =
            Node::new(Value::Table(vec![("implementation_groups".into(), Node::list(groups.clone()))]));
        let row = Node::table([
            ("title", Some(Node::text(title.unwrap_or_else(|| id.clone())))),
            ("id", Some(Node::text(id))),
            ("parent", parent.map(Node::text)),
            ("attributes", (!groups.is_empty()).then_some(attributes)),
        ]);
        rows.push(Node { line: node.line, at: Some(path), ..row });
    }
    if wordings > 0 {
        let what = say!("the wording of {wordings} requirements was left out", wordings);
        let hint = "keep wording that you hold a licence for in your own store";
        reading.found.remarks.push(at(reading.name, framework.line, path, what, hint));
    }
    rows
}
