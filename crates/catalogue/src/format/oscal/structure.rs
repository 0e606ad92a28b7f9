//! The merge of a profile: controls that several imports select are combined, and all are arranged.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::said::say;

use serde_json::Value;

use super::json::{Object, Reading};
use super::select::{Members, Selection, each, each_mut, id_of, kept, list, put, without_members};
use crate::id::shown;
use crate::limits::OSCAL_DEPTH_MAX;

const MERGE: &[&str] = &["combine", "flat", "as-is", "custom"];
const CUSTOM: &[&str] = &["groups", "insert-controls"];
const GROUP: &[&str] =
    &["id", "class", "title", "params", "props", "links", "parts", "groups", "insert-controls"];
const INSERT: &[&str] = &["order", "include-all", "include-controls", "exclude-controls"];

/// What becomes of a control that is selected more than once.
#[derive(Clone, Copy)]
enum Combine {
    UseFirst,
    Merge,
    Keep,
}

/// The tree that the trees of the imports come to, in the order of the imports.
pub(super) fn merged(profile: Object<'_, '_>, trees: Vec<Members>, reading: &mut Reading<'_>) -> Members {
    let path = format!("{}/merge", profile.path);
    let empty = Members::new();
    let map = match profile.map.get("merge") {
        None => &empty,
        Some(Value::Object(map)) => map,
        Some(_) => {
            reading.departure(&path, "is no object", "write it in braces");
            &empty
        }
    };
    let merge = Object { map, path: &path };
    reading.known_keys(merge, MERGE);
    let trees = combined(trees, combine(merge, reading), &path, reading);
    let is_as_is = map.get("as-is").and_then(Value::as_bool) == Some(true);
    match map.get("custom").and_then(Value::as_object) {
        Some(custom) => {
            let at = format!("{path}/custom");
            arranged(Object { map: custom, path: &at }, &trees, reading)
        }
        None if is_as_is => as_is(trees),
        // Without a directive the result is flat.
        None => flat(&trees),
    }
}

fn combine(merge: Object<'_, '_>, reading: &mut Reading<'_>) -> Combine {
    let path = format!("{}/combine", merge.path);
    let Some(combine) = merge.map.get("combine") else { return Combine::Keep };
    match combine.get("method").and_then(Value::as_str) {
        Some("use-first") => Combine::UseFirst,
        Some("merge") => Combine::Merge,
        Some("keep") | None => Combine::Keep,
        Some(other) => {
            let what = say!("`{other}` is no way to combine controls", other = shown(other));
            reading.departure(&format!("{path}/method"), what, "use `use-first`, `merge` or `keep`");
            Combine::Keep
        }
    }
}

/// The trees with each control once, in the first that has it.
fn combined(trees: Vec<Members>, combine: Combine, path: &str, reading: &mut Reading<'_>) -> Vec<Members> {
    let mut first: BTreeMap<String, Members> = BTreeMap::new();
    let mut more: BTreeMap<String, Vec<Members>> = BTreeMap::new();
    let mut combined: Vec<Members> = Vec::new();
    for tree in &trees {
        let mut wanted = |control: &Members, _: &[String]| {
            let own = without_members(control);
            let Some(id) = id_of(control).map(str::to_owned) else { return true };
            match first.get(&id) {
                None => {
                    first.insert(id, own);
                    return true;
                }
                Some(there) if *there == own => {}
                Some(_) => more.entry(id).or_default().push(own),
            }
            false
        };
        combined.push(kept(tree, &mut wanted));
    }
    for (id, others) in &more {
        let id = shown(id);
        match combine {
            Combine::UseFirst => {}
            Combine::Merge => reading.remark(
                path,
                say!("`{id}` was put together of {others} controls", id, others = others.len() + 1),
                "look at what came of it",
            ),
            Combine::Keep => reading.problem(
                path,
                say!(
                    "`{id}` is selected more than once and is not the same, and a set holds a number once",
                    id
                ),
                "combine by `use-first` or `merge`, or exclude it from one of the imports",
            ),
        }
    }
    if matches!(combine, Combine::Merge) {
        for tree in &mut combined {
            each_mut(tree, &mut |control| {
                let id = id_of(control).unwrap_or_default().to_owned();
                more.remove(&id).into_iter().flatten().for_each(|other| add(control, other));
            });
        }
    }
    combined
}

/// Adds what another control of the same id has and this one lacks.
fn add(control: &mut Members, other: Members) {
    for (key, value) in other {
        match (control.get_mut(&key), value) {
            (Some(Value::Array(own)), Value::Array(more)) => {
                for one in more {
                    if !own.contains(&one) {
                        own.push(one);
                    }
                }
            }
            (Some(_), _) => {}
            (None, value) => {
                control.insert(key, value);
            }
        }
    }
}

/// Every control in one list, none within another.
fn flat(trees: &[Members]) -> Members {
    let mut controls = Vec::new();
    for tree in trees {
        each(tree, &mut |control| controls.push(Value::Object(without_members(control))));
    }
    let mut tree = Members::new();
    put(&mut tree, "controls", controls);
    tree
}

/// The trees as they are, groups of one id as one group.
fn as_is(trees: Vec<Members>) -> Members {
    let mut whole = Members::new();
    for tree in trees {
        join(&mut whole, tree);
    }
    whole
}

fn join(into: &mut Members, tree: Members) {
    for (key, value) in tree {
        let Value::Array(entries) = value else { continue };
        let own = into.entry(key.clone()).or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(own) = own else { continue };
        for entry in entries {
            let same = own.iter_mut().filter_map(Value::as_object_mut).find(|other| {
                key == "groups"
                    && id_of(other).is_some()
                    && id_of(other) == entry.get("id").and_then(Value::as_str)
            });
            match (same, entry) {
                (Some(group), Value::Object(entry)) => {
                    let members =
                        entry.into_iter().filter(|(key, _)| matches!(key.as_str(), "groups" | "controls"));
                    join(group, members.collect());
                }
                (_, entry) => own.push(entry),
            }
        }
    }
}

/// The controls in the order and the groups that the profile says.
fn arranged(custom: Object<'_, '_>, trees: &[Members], reading: &mut Reading<'_>) -> Members {
    let mut pool = Members::new();
    for tree in trees {
        let mut controls =
            pool.remove("controls").and_then(|list| list.as_array().cloned()).unwrap_or_default();
        let mut groups = pool.remove("groups").and_then(|list| list.as_array().cloned()).unwrap_or_default();
        controls.extend(list(tree, "controls").cloned().map(Value::Object));
        groups.extend(list(tree, "groups").cloned().map(Value::Object));
        put(&mut pool, "controls", controls);
        put(&mut pool, "groups", groups);
    }
    let mut inserted = BTreeSet::new();
    reading.known_keys(custom, CUSTOM);
    let tree = arranged_in(custom, 0, &pool, &mut inserted, reading);
    let mut left = Vec::new();
    each(&pool, &mut |control| {
        left.extend(id_of(control).filter(|id| !inserted.contains(*id)).map(str::to_owned));
    });
    if !left.is_empty() {
        let list = left.iter().take(10).map(|id| format!("`{}`", shown(id))).collect::<Vec<_>>().join(", ");
        let what = say!(
            "inserts {count} selected controls nowhere, which are left out: {list}",
            count = left.len(),
            list
        );
        reading.remark(custom.path, what, "insert them in a group, or do not select them");
    }
    tree
}

fn arranged_in(
    place: Object<'_, '_>,
    depth: usize,
    pool: &Members,
    inserted: &mut BTreeSet<String>,
    reading: &mut Reading<'_>,
) -> Members {
    let mut tree = Members::new();
    if depth > OSCAL_DEPTH_MAX {
        reading.problem(place.path, "lies too deep", "make the groups flatter");
        return tree;
    }
    let mut groups = Vec::new();
    for (map, path) in reading.objects(place, "groups") {
        let group = Object { map, path: &path };
        reading.known_keys(group, GROUP);
        let below = arranged_in(group, depth + 1, pool, inserted, reading);
        let own = map.iter().filter(|(key, _)| !matches!(key.as_str(), "groups" | "insert-controls"));
        let mut whole: Members = own.map(|(key, value)| (key.clone(), value.clone())).collect();
        whole.extend(below);
        groups.push(Value::Object(whole));
    }
    let mut controls = Vec::new();
    for (map, path) in reading.objects(place, "insert-controls") {
        let insert = Object { map, path: &path };
        reading.known_keys(insert, INSERT);
        let selection = Selection::read(insert, reading);
        let mut twice = Vec::new();
        let chosen = kept(pool, &mut |control, above| {
            let Some(id) = id_of(control).filter(|id| selection.has(id, above)) else { return false };
            let is_new = inserted.insert(id.to_owned());
            if !is_new {
                twice.push(id.to_owned());
            }
            is_new
        });
        for id in twice {
            let what = say!("inserts `{id}`, which was inserted before", id = shown(&id));
            reading.departure(&path, what, "insert each control in one place");
        }
        controls.extend(ordered(roots(&chosen), insert, reading));
    }
    put(&mut tree, "groups", groups);
    put(&mut tree, "controls", controls);
    tree
}

/// The controls of a tree that lie in no other, with what lies in them.
fn roots(tree: &Members) -> Vec<Value> {
    let below = list(tree, "groups").flat_map(roots);
    below.chain(list(tree, "controls").cloned().map(Value::Object)).collect()
}

fn ordered(mut controls: Vec<Value>, insert: Object<'_, '_>, reading: &mut Reading<'_>) -> Vec<Value> {
    let id = |control: &Value| control.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    match insert.map.get("order").and_then(Value::as_str) {
        None | Some("keep") => {}
        Some("ascending") => controls.sort_by_key(id),
        Some("descending") => controls.sort_by_key(|control| std::cmp::Reverse(id(control))),
        Some(other) => {
            let what = say!("`{other}` is no order", other = shown(other));
            let hint = "use `keep`, `ascending` or `descending`";
            reading.departure(&format!("{}/order", insert.path), what, hint);
        }
    }
    controls
}
