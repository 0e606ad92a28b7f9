//! Profiles: which controls of catalogs at hand they select.

use std::collections::BTreeSet;

use serde_json::Value;

use super::json::{Object, Reading};
use super::read::{self, Heading};

const PROFILE: &[&str] = &["uuid", "metadata", "imports", "merge", "modify", "back-matter"];
const IMPORT: &[&str] = &["href", "include-all", "include-controls", "exclude-controls"];
const SELECT: &[&str] = &["with-child-controls", "with-ids", "matching"];

/// The controls that a profile selects from one catalog.
pub(super) struct Selection {
    pub(super) heading: Heading,
    /// None for all.
    included: Option<Vec<Pick>>,
    excluded: Vec<Pick>,
}

/// Controls by id, or by a pattern with `*` and `?`.
enum Pick {
    Id(String),
    Matching(String),
}

impl Pick {
    fn has(&self, id: &str) -> bool {
        match self {
            Self::Id(own) => own == id,
            Self::Matching(pattern) => matches(pattern, id),
        }
    }
}

impl Selection {
    /// Whether a control of this id is selected.
    pub(super) fn has(&self, id: &str) -> bool {
        let included = self.included.as_ref().is_none_or(|picks| picks.iter().any(|pick| pick.has(id)));
        included && !self.excluded.iter().any(|pick| pick.has(id))
    }
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

/// Reads a profile that selects from one of these catalogs, given by name and text.
pub(super) fn read(profile: Object<'_, '_>, catalogs: &[(&str, &str)], reading: &mut Reading<'_>) {
    reading.known_keys(profile, PROFILE);
    read::identified(profile, reading);
    for (key, what) in [("merge", "how controls are merged"), ("modify", "changes of parameters and wording")]
    {
        if profile.map.contains_key(key) {
            let hint = "the set has the controls as their catalog numbers them";
            reading.remark(&format!("{}/{key}", profile.path), format!("{what} were left out"), hint);
        }
    }
    let heading = read::heading(profile, reading);
    let imports = reading.objects(profile, "imports");
    if imports.len() != 1 {
        let what = format!("has {} imports", imports.len());
        reading.problem(
            &format!("{}/imports", profile.path),
            what,
            "import the catalogs one by one; a profile of one import can be resolved",
        );
        return;
    }
    for (map, path) in imports {
        let import = Object { map, path: &path };
        reading.known_keys(import, IMPORT);
        let href = reading.text(import, "href").unwrap_or_default().to_owned();
        let Some((name, text)) = catalog_of(profile, &href, catalogs) else {
            let what = format!("selects from `{}`, which is not at hand", crate::id::shown(&href));
            reading.problem(&format!("{path}/href"), what, "give the catalog's file with --catalog");
            continue;
        };
        let included = (!map.contains_key("include-all")).then(|| picks(import, "include-controls", reading));
        if included.as_ref().is_some_and(Vec::is_empty) {
            reading.problem(&path, "includes nothing", "give `include-all` or `include-controls`");
        }
        let selection = Selection {
            heading: heading.clone(),
            included,
            excluded: picks(import, "exclude-controls", reading),
        };
        let Some(root) = read::parsed(name, text, reading) else { continue };
        match root.get("catalog").and_then(Value::as_object) {
            Some(map) => read::catalog(Object { map, path: "/catalog" }, Some(&selection), reading),
            None => reading.problem(
                &format!("{path}/href"),
                format!("`{name}` is no catalog"),
                "resolve profiles of profiles first",
            ),
        }
    }
}

/// The catalog that a reference means: by the end of its path, through the back matter, or the only one at hand.
fn catalog_of<'c>(
    profile: Object<'_, '_>,
    href: &str,
    catalogs: &[(&'c str, &'c str)],
) -> Option<(&'c str, &'c str)> {
    let mut names = vec![href.to_owned()];
    if let Some(uuid) = href.strip_prefix('#') {
        let resources = profile
            .map
            .get("back-matter")
            .and_then(|matter| matter.get("resources"))
            .and_then(Value::as_array);
        for resource in resources
            .into_iter()
            .flatten()
            .filter(|resource| resource.get("uuid").and_then(Value::as_str) == Some(uuid))
        {
            let links = resource.get("rlinks").and_then(Value::as_array).into_iter().flatten();
            names.extend(links.filter_map(|link| Some(link.get("href")?.as_str()?.to_owned())));
        }
    }
    let last = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let by_name = catalogs.iter().find(|(catalog, _)| names.iter().any(|name| last(name) == last(catalog)));
    by_name
        .or(match catalogs {
            [only] => Some(only),
            _ => None,
        })
        .copied()
}

fn picks(import: Object<'_, '_>, key: &str, reading: &mut Reading<'_>) -> Vec<Pick> {
    let mut picks = Vec::new();
    for (map, path) in reading.objects(import, key) {
        let select = Object { map, path: &path };
        reading.known_keys(select, SELECT);
        let with_children = map.get("with-child-controls").and_then(Value::as_str) == Some("yes");
        for id in map.get("with-ids").and_then(Value::as_array).into_iter().flatten() {
            match id.as_str() {
                Some(id) => {
                    picks.push(Pick::Id(id.to_owned()));
                    if with_children {
                        // An enhancement's id is its control's with a full stop and a number.
                        picks.push(Pick::Matching(format!("{id}.*")));
                    }
                }
                None => reading.departure(&format!("{path}/with-ids"), "holds what is no id", "give texts"),
            }
        }
        for (map, path) in reading.objects(select, "matching") {
            let pattern = reading.text(Object { map, path: &path }, "pattern");
            picks.extend(pattern.map(|pattern| Pick::Matching(pattern.to_owned())));
        }
    }
    picks
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
