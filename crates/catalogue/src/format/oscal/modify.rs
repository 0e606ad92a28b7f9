//! The changes that a profile makes to the controls that it selects.

use std::collections::BTreeSet;

use assize_domain::kernel::said::say;

use serde_json::Value;

use super::json::{Object, Reading};
use super::select::{Members, each, each_mut, id_of, list};
use crate::id::shown;

const MODIFY: &[&str] = &["set-parameters", "alters"];
const ALTER: &[&str] = &["control-id", "removes", "adds"];
const REMOVE: &[&str] = &["by-name", "by-class", "by-id", "by-item-name", "by-ns"];
const ADD: &[&str] = &["position", "by-id", "title", "params", "props", "links", "parts"];

/// The lists of a control or a part that a profile can change, with the name that `by-item-name` gives their entries.
const LISTS: [(&str, &str); 4] =
    [("params", "param"), ("props", "prop"), ("links", "link"), ("parts", "part")];

/// Makes the changes. A catalogue holds no parameters, so that values set for them are said and left.
pub(super) fn modified(profile: Object<'_, '_>, tree: &mut Members, reading: &mut Reading<'_>) {
    let path = format!("{}/modify", profile.path);
    let Some(map) = profile.map.get("modify") else { return };
    let Some(map) = map.as_object() else {
        return reading.departure(&path, "is no object", "write it in braces");
    };
    let modify = Object { map, path: &path };
    reading.known_keys(modify, MODIFY);
    let mut params = BTreeSet::new();
    params_of(tree, &mut params);
    for (map, path) in reading.objects(modify, "set-parameters") {
        let Some(id) = reading.text(Object { map, path: &path }, "param-id") else { continue };
        if params.contains(id) {
            let hint = "write the value into the wording that you hold";
            reading.remark(
                &path,
                say!("sets the parameter `{id}`, and parameters were left out", id = shown(id)),
                hint,
            );
        } else {
            let what = say!("sets `{id}`, which no selected control has as a parameter", id = shown(id));
            reading.departure(&path, what, "write the id as the catalog does");
        }
    }
    for (map, path) in reading.objects(modify, "alters") {
        alter(Object { map, path: &path }, tree, reading);
    }
}

fn params_of(tree: &Members, found: &mut BTreeSet<String>) {
    let own = |object: &Members, found: &mut BTreeSet<String>| {
        found.extend(list(object, "params").filter_map(id_of).map(str::to_owned));
    };
    for group in list(tree, "groups") {
        own(group, found);
        params_of(group, found);
    }
    for control in list(tree, "controls") {
        own(control, found);
        params_of(control, found);
    }
}

fn alter(alter: Object<'_, '_>, tree: &mut Members, reading: &mut Reading<'_>) {
    reading.known_keys(alter, ALTER);
    let Some(id) = reading.text(alter, "control-id") else { return };
    let mut is_there = false;
    each(tree, &mut |control| is_there |= id_of(control) == Some(id));
    if !is_there {
        let what = say!("alters `{id}`, which is not selected", id = shown(id));
        return reading.departure(alter.path, what, "select the control, or leave its changes out");
    }
    let removes = reading.objects(alter, "removes");
    let adds = reading.objects(alter, "adds");
    for (map, path) in removes {
        let remove = Object { map, path: &path };
        reading.known_keys(remove, REMOVE);
        let mut count = 0;
        // What cannot be read must not be taken for what is not asked: then everything would fit.
        if map.is_empty() || !map.values().all(Value::is_string) {
            reading.departure(
                &path,
                "does not say in texts what is removed",
                "name it by name, class, id or item",
            );
            continue;
        }
        each_mut(tree, &mut |control| {
            if id_of(control) == Some(id) {
                removed(control, map, &mut count);
            }
        });
        if count == 0 {
            reading.remark(&path, "removes nothing", "look at what the control has");
        }
    }
    for (map, path) in adds {
        let add = Object { map, path: &path };
        reading.known_keys(add, ADD);
        for (key, _) in LISTS {
            // Says what is no list of objects.
            reading.objects(add, key);
        }
        let Some(place) = place(add, reading) else { continue };
        let mut left = None;
        each_mut(tree, &mut |control| {
            if id_of(control) == Some(id) {
                left = left.take().or(added(control, map, place));
            }
        });
        match left {
            None => {
                let what =
                    "adds beside or in something that the control does not have, or that takes none of it";
                reading.departure(&path, what, "name a part or a parameter of the control with `by-id`");
            }
            Some(left) => {
                for key in left {
                    let what =
                        "is left out: only parameters stand beside a parameter, and parts beside a part";
                    reading.departure(&format!("{path}/{key}"), what, "add it `starting` or `ending`");
                }
            }
        }
    }
}

/// Takes out of an object, and out of its parts, every entry that has all that is named.
fn removed(object: &mut Members, remove: &Members, count: &mut usize) {
    let said = |key: &str| remove.get(key).and_then(Value::as_str);
    for (key, item) in LISTS {
        let Some(Value::Array(entries)) = object.get_mut(key) else { continue };
        let before = entries.len();
        entries.retain(|entry| {
            let has = |wanted: Option<&str>, key: &str| {
                wanted.is_none_or(|wanted| entry.get(key).and_then(Value::as_str) == Some(wanted))
            };
            let fits = has(said("by-name"), "name")
                && has(said("by-class"), "class")
                && has(said("by-id"), "id")
                && has(said("by-ns"), "ns")
                && said("by-item-name").is_none_or(|name| name == item);
            !fits
        });
        *count += before - entries.len();
        if key == "parts" {
            for part in entries.iter_mut().filter_map(Value::as_object_mut) {
                removed(part, remove, count);
            }
        }
        if entries.is_empty() {
            object.remove(key);
        }
    }
}

/// Where something is added.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// Before what is there.
    is_first: bool,
    /// Beside what is named, instead of in it.
    is_beside: bool,
    /// What is named.
    by_id: Option<&'p str>,
}

/// The place that an addition names; none, and said, where it names none.
fn place<'p>(add: Object<'p, '_>, reading: &mut Reading<'_>) -> Option<Place<'p>> {
    let by_id = add.map.get("by-id").map(Value::as_str);
    let position = add.map.get("position").map_or(Some("ending"), Value::as_str);
    let (is_first, is_beside) = match position {
        Some("starting") => (true, false),
        Some("ending") => (false, false),
        Some("before") => (true, true),
        Some("after") => (false, true),
        _ => {
            let path = format!("{}/position", add.path);
            reading.departure(&path, "is no position", "write before, after, starting or ending");
            return None;
        }
    };
    if by_id == Some(None) {
        reading.departure(&format!("{}/by-id", add.path), "is no text", "write the id in quotes");
        return None;
    }
    Some(Place { is_first, is_beside, by_id: by_id.flatten() })
}

/// Adds to a control, or to what the place names in it: what there was no place for; none where the place is not there.
fn added(control: &mut Members, add: &Members, place: Place<'_>) -> Option<Vec<&'static str>> {
    let Place { is_first, is_beside, by_id } = place;
    match by_id {
        None if is_beside => None,
        None => {
            put_in(control, add, is_first);
            Some(Vec::new())
        }
        Some(id) if is_beside => {
            let put = beside(control, id, add, is_first)?;
            let others = ["title"].into_iter().chain(LISTS.map(|(key, _)| key));
            Some(others.filter(|key| *key != put && add.contains_key(*key)).collect())
        }
        Some(id) => within(control, id, &mut |object| put_in(object, add, is_first)).then(Vec::new),
    }
}

/// Puts what is added into an object, before what it has or after; a title takes the place of its title.
fn put_in(object: &mut Members, add: &Members, is_at_start: bool) {
    if let Some(title) = add.get("title") {
        object.insert("title".to_owned(), title.clone());
    }
    for (key, _) in LISTS {
        let Some(Value::Array(more)) = add.get(key) else { continue };
        let own = object.entry(key).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(own) = own {
            let at = if is_at_start { 0 } else { own.len() };
            own.splice(at..at, more.iter().cloned());
        }
    }
}

/// Calls `change` with the parameter or the part of this id, wherever it lies in the object; whether there was one.
fn within(object: &mut Members, id: &str, change: &mut dyn FnMut(&mut Members)) -> bool {
    let mut is_found = false;
    for key in ["params", "parts"] {
        let entries = object.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
        for entry in entries.filter_map(Value::as_object_mut) {
            if id_of(entry) == Some(id) {
                change(entry);
                is_found = true;
            } else {
                is_found |= within(entry, id, change);
            }
        }
    }
    is_found
}

/// Puts parameters beside the parameter of this id, or parts beside the part: which of them; none where there was no such thing,
/// or nothing to put.
fn beside(object: &mut Members, id: &str, add: &Members, is_before: bool) -> Option<&'static str> {
    for key in ["params", "parts"] {
        let Some(Value::Array(entries)) = object.get_mut(key) else { continue };
        let at = entries.iter().position(|entry| entry.get("id").and_then(Value::as_str) == Some(id));
        match (at, add.get(key)) {
            (Some(at), Some(Value::Array(more))) => {
                let at = if is_before { at } else { at + 1 };
                entries.splice(at..at, more.iter().cloned());
                return Some(key);
            }
            (Some(_), _) => return None,
            (None, _) => {
                let mut inner = entries.iter_mut().filter_map(Value::as_object_mut);
                if let Some(put) = inner.find_map(|entry| beside(entry, id, add, is_before)) {
                    return Some(put);
                }
            }
        }
    }
    None
}
