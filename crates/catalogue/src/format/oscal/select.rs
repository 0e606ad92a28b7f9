//! Which controls a directive of a profile picks, and a catalog's tree without the rest.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::json::{Object, Reading};

const SELECT: &[&str] = &["with-child-controls", "with-ids", "matching"];

/// The controls that an import, or a group of a custom merge, selects.
pub(super) struct Selection {
    /// None for all.
    included: Option<Vec<Pick>>,
    excluded: Vec<Pick>,
}

/// Controls by id, or by a pattern with `*` and `?`.
struct Pick {
    by: By,
    /// Whether what lies below a control that fits is picked too.
    with_children: bool,
}

enum By {
    Id(String),
    Matching(String),
}

impl Pick {
    fn fits(&self, id: &str) -> bool {
        match &self.by {
            By::Id(own) => own == id,
            By::Matching(pattern) => matches(pattern, id),
        }
    }

    /// Whether a control of this id is picked; `above` are the ids of the controls it lies in.
    fn has(&self, id: &str, above: &[String]) -> bool {
        self.fits(id) || (self.with_children && above.iter().any(|id| self.fits(id)))
    }
}

impl Selection {
    /// Reads the directives of an object.
    pub(super) fn read(object: Object<'_, '_>, reading: &mut Reading<'_>) -> Self {
        let is_all = object.map.contains_key("include-all");
        let included = (!is_all).then(|| picks(object, "include-controls", reading));
        if included.as_ref().is_some_and(Vec::is_empty) {
            reading.problem(object.path, "includes nothing", "give `include-all` or `include-controls`");
        }
        Self { included, excluded: picks(object, "exclude-controls", reading) }
    }

    /// Whether a control is selected; what is both included and excluded is excluded.
    pub(super) fn has(&self, id: &str, above: &[String]) -> bool {
        let any = |picks: &[Pick]| picks.iter().any(|pick| pick.has(id, above));
        self.included.as_deref().is_none_or(any) && !any(&self.excluded)
    }

    /// The ids that are named and that none of these controls has.
    pub(super) fn missing<'s>(&'s self, known: &BTreeSet<String>) -> Vec<&'s str> {
        let picks = self.included.iter().flatten().chain(&self.excluded);
        let named = picks.filter_map(|pick| match &pick.by {
            By::Id(id) => Some(id.as_str()),
            By::Matching(_) => None,
        });
        named.filter(|id| !known.contains(*id)).collect()
    }
}

fn picks(object: Object<'_, '_>, key: &str, reading: &mut Reading<'_>) -> Vec<Pick> {
    let mut picks = Vec::new();
    for (map, path) in reading.objects(object, key) {
        let select = Object { map, path: &path };
        reading.known_keys(select, SELECT);
        let with_children = map.get("with-child-controls").and_then(Value::as_str) == Some("yes");
        for id in map.get("with-ids").and_then(Value::as_array).into_iter().flatten() {
            match id.as_str() {
                Some(id) => picks.push(Pick { by: By::Id(id.to_owned()), with_children }),
                None => reading.departure(&format!("{path}/with-ids"), "holds what is no id", "give texts"),
            }
        }
        for (map, path) in reading.objects(select, "matching") {
            let pattern = reading.text(Object { map, path: &path }, "pattern");
            picks.extend(pattern.map(|pattern| Pick { by: By::Matching(pattern.to_owned()), with_children }));
        }
    }
    picks
}

/// Whether a text fits a pattern, in which `*` is any run of characters and `?` any one. In time of the two lengths.
fn matches(pattern: &str, text: &str) -> bool {
    let mut reached: BTreeSet<usize> = BTreeSet::from([0]);
    let text: Vec<char> = text.chars().collect();
    for p in pattern.chars() {
        let mut next = BTreeSet::new();
        for at in &reached {
            match p {
                '*' => {
                    next.extend(*at..=text.len());
                    break;
                }
                '?' if *at < text.len() => {
                    next.insert(at + 1);
                }
                p if text.get(*at) == Some(&p) => {
                    next.insert(at + 1);
                }
                _ => {}
            }
        }
        reached = next;
    }
    reached.contains(&text.len())
}

/// Groups and controls, as a catalog has them.
pub(super) type Members = Map<String, Value>;

/// The members of an object in a list of it; nothing where the list is not there.
pub(super) fn list<'m>(object: &'m Members, key: &str) -> impl Iterator<Item = &'m Members> {
    object.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

/// The id of a control or a group.
pub(super) fn id_of(object: &Members) -> Option<&str> {
    object.get("id").and_then(Value::as_str)
}

/// Puts a list into an object, where there is anything in it.
pub(super) fn put(object: &mut Members, key: &str, entries: Vec<Value>) {
    if entries.is_empty() {
        object.remove(key);
    } else {
        object.insert(key.to_owned(), Value::Array(entries));
    }
}

/// What `wanted` is true of among the controls of a tree, in its groups; the function is given each control and the ids of those it
/// lies in. A control goes to where the one above it was where that one goes; a group without controls goes.
pub(super) fn kept(tree: &Members, wanted: &mut dyn FnMut(&Members, &[String]) -> bool) -> Members {
    let mut rest = Members::new();
    put(&mut rest, "groups", groups(tree, wanted));
    put(&mut rest, "controls", controls(tree, &mut Vec::new(), wanted));
    rest
}

fn groups(tree: &Members, wanted: &mut dyn FnMut(&Members, &[String]) -> bool) -> Vec<Value> {
    let mut groups = Vec::new();
    for group in list(tree, "groups") {
        let below = kept(group, wanted);
        if below.is_empty() {
            continue;
        }
        let mut whole = without_members(group);
        whole.extend(below);
        groups.push(Value::Object(whole));
    }
    groups
}

fn controls(
    tree: &Members,
    above: &mut Vec<String>,
    wanted: &mut dyn FnMut(&Members, &[String]) -> bool,
) -> Vec<Value> {
    let mut controls = Vec::new();
    for control in list(tree, "controls") {
        let is_wanted = wanted(control, above);
        above.push(id_of(control).unwrap_or_default().to_owned());
        let below = self::controls(control, above, wanted);
        above.pop();
        if is_wanted {
            let mut whole = without_members(control);
            put(&mut whole, "controls", below);
            controls.push(Value::Object(whole));
        } else {
            controls.extend(below);
        }
    }
    controls
}

/// A group or control without what lies in it.
pub(super) fn without_members(object: &Members) -> Members {
    let own = object.iter().filter(|(key, _)| !matches!(key.as_str(), "groups" | "controls"));
    own.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// Calls `found` with every control of a tree, those above before those below.
pub(super) fn each(tree: &Members, found: &mut dyn FnMut(&Members)) {
    for group in list(tree, "groups") {
        each(group, found);
    }
    for control in list(tree, "controls") {
        found(control);
        each(control, found);
    }
}

/// Calls `found` with every control of a tree, to be changed.
pub(super) fn each_mut(tree: &mut Members, found: &mut dyn FnMut(&mut Members)) {
    for key in ["groups", "controls"] {
        let entries = tree.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
        for entry in entries.filter_map(Value::as_object_mut) {
            if key == "controls" {
                found(entry);
            }
            each_mut(entry, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_a_shell_does() {
        for (pattern, text, fits) in [
            ("ac-*", "ac-1", true),
            ("ac-*", "au-1", false),
            ("*", "", true),
            ("a?-1", "ac-1", true),
            ("a?-1", "a-1", false),
            ("*-1", "ac-1.1-1", true),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, text), fits, "{pattern} {text}");
        }
        assert!(!matches(&"*a".repeat(200), &"a".repeat(199)));
    }
}
