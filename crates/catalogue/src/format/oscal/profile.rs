//! Profiles, resolved into a catalog after NIST's specification of profile resolution: imports select controls, merge combines and
//! arranges them, modify changes them.
//!
//! What a profile resolves to is read as any catalog is. Its paths begin with `/resolved`; what is wrong in a file that is imported
//! is named in that file.

use assize_domain::kernel::said::say;
use serde_json::Value;

use super::json::{Object, Reading};
use super::read::{checked, heading, identified, parsed, resolved as read_resolved};
use super::select::{Members, Selection, each, id_of, kept};
use super::{modify, structure};
use crate::format::{Found, Strictness};
use crate::id::shown;
use crate::limits::OSCAL_IMPORTS_MAX;

const PROFILE: &[&str] = &["uuid", "metadata", "imports", "merge", "modify", "back-matter"];
const IMPORT: &[&str] = &["href", "include-all", "include-controls", "exclude-controls"];

/// Reads a profile that selects from these catalogs and profiles, given by name and text.
pub(super) fn read<'a>(profile: Object<'_, '_>, files: &[(&'a str, &str)], reading: &mut Reading<'a>) {
    let heading = heading(profile, reading);
    let mut resolver = Resolver { files, open: vec![reading.name.to_owned()], imports: 0 };
    let Some(tree) = resolver.resolved(profile, reading) else { return };
    // What departs in the imported files was said of them. Where they are as the format has them, what departs now is the profile's.
    let mut own = Reading::new(reading.name, reading.strictness);
    own.is_again = reading.strictness == Strictness::Lenient || !reading.found.problems.is_empty();
    read_resolved(Object { map: &tree, path: "/resolved" }, heading, &mut own);
    reading.found.roots.append(&mut own.found.roots);
    reading.found.problems.append(&mut own.found.problems);
    reading.found.remarks.append(&mut own.found.remarks);
}

/// The files at hand, and where one is in them.
struct Resolver<'r, 'a> {
    files: &'r [(&'a str, &'r str)],
    /// The profiles that are being resolved, the outermost first.
    open: Vec<String>,
    /// How many imports were followed.
    imports: usize,
}

impl<'a> Resolver<'_, 'a> {
    /// The tree of groups and controls that a profile comes to.
    fn resolved(&mut self, profile: Object<'_, '_>, reading: &mut Reading<'a>) -> Option<Members> {
        reading.known_keys(profile, PROFILE);
        identified(profile, reading);
        let imports = reading.objects(profile, "imports");
        if imports.is_empty() {
            let hint = "say from which catalogs or profiles it selects";
            reading.problem(&format!("{}/imports", profile.path), "has no import", hint);
            return None;
        }
        let mut trees = Vec::new();
        for (map, path) in &imports {
            let import = Object { map, path };
            trees.extend(self.imported(profile, import, imports.len() == 1, reading));
        }
        if trees.len() < imports.len() {
            return None;
        }
        let mut tree = structure::merged(profile, trees, reading);
        modify::modified(profile, &mut tree, reading);
        Some(tree)
    }

    /// What an import selects.
    fn imported(
        &mut self,
        profile: Object<'_, '_>,
        import: Object<'_, '_>,
        is_only: bool,
        reading: &mut Reading<'a>,
    ) -> Option<Members> {
        self.imports += 1;
        if self.imports > OSCAL_IMPORTS_MAX {
            let what = say!(
                "is beyond {most} imports of one profile and of those that it imports",
                most = OSCAL_IMPORTS_MAX
            );
            reading.problem(import.path, what, "resolve some of the profiles first");
            return None;
        }
        reading.known_keys(import, IMPORT);
        let href = reading.text(import, "href").unwrap_or_default();
        let at = format!("{}/href", import.path);
        let names = names_of(profile, href);
        if self.open.iter().any(|open| names.iter().any(|name| last(name) == last(open))) {
            let what = say!("imports `{href}`, which is being resolved itself", href = shown(href));
            reading.problem(&at, what, "take the circle out");
            return None;
        }
        let by_name = self.files.iter().find(|(file, _)| names.iter().any(|name| last(name) == last(file)));
        let only = match self.files {
            [only] if is_only => Some(only),
            _ => None,
        };
        let Some((name, text)) = by_name.or(only).copied() else {
            let what = say!("selects from `{href}`, which is not at hand", href = shown(href));
            reading.problem(&at, what, "give the file of the catalog or profile with --catalog");
            return None;
        };
        let selection = Selection::read(import, reading);
        let tree = self.file(name, text, reading)?;
        let mut known = std::collections::BTreeSet::new();
        each(&tree, &mut |control| known.extend(id_of(control).map(str::to_owned)));
        for id in selection.missing(&known) {
            let hint = "write the id as the catalog does";
            reading.departure(
                import.path,
                say!("names `{id}`, which is not in `{name}`", id = shown(id), name),
                hint,
            );
        }
        Some(kept(&tree, &mut |control, above| id_of(control).is_some_and(|id| selection.has(id, above))))
    }

    /// The tree of a catalog, or that of a profile.
    fn file(&mut self, name: &'a str, text: &str, reading: &mut Reading<'a>) -> Option<Members> {
        let mut own = Reading::new(name, reading.strictness);
        let root = parsed(name, text, &mut own);
        let object = |key: &str| root.as_ref()?.get(key).and_then(Value::as_object);
        let tree = match (object("catalog"), object("profile")) {
            (Some(map), _) => {
                checked(Object { map, path: "/catalog" }, &mut own);
                Some(map.clone())
            }
            (None, Some(map)) => {
                self.open.push(name.to_owned());
                let tree = self.resolved(Object { map, path: "/profile" }, &mut own);
                self.open.pop();
                tree
            }
            (None, None) if root.is_some() => {
                own.problem(
                    "",
                    "holds neither a `catalog` nor a `profile`",
                    "give one of OSCAL's JSON files",
                );
                None
            }
            (None, None) => None,
        };
        // A file that is imported twice says the same twice.
        let Found { roots: _, problems, remarks } = own.found;
        for (said, more) in [(&mut reading.found.problems, problems), (&mut reading.found.remarks, remarks)] {
            for one in more {
                if !said.contains(&one) {
                    said.push(one);
                }
            }
        }
        tree
    }
}

/// The names that a reference may mean: its own, and through the back matter those of the links of a resource.
fn names_of(profile: Object<'_, '_>, href: &str) -> Vec<String> {
    let mut names = vec![href.to_owned()];
    if let Some(uuid) = href.strip_prefix('#') {
        let resources = profile.map.get("back-matter").and_then(|matter| matter.get("resources"));
        for resource in resources.and_then(Value::as_array).into_iter().flatten() {
            if resource.get("uuid").and_then(Value::as_str) == Some(uuid) {
                let links = resource.get("rlinks").and_then(Value::as_array).into_iter().flatten();
                names.extend(links.filter_map(|link| Some(link.get("href")?.as_str()?.to_owned())));
            }
        }
    }
    names
}

/// The last part of a path or an address.
fn last(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}
