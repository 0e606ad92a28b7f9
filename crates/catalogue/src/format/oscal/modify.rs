//! The changes that a profile makes to the controls that it selects.

use std::collections::BTreeSet;

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
                format!("sets the parameter `{}`, and parameters were left out", shown(id)),
                hint,
            );
        } else {
            let what = format!("sets `{}`, which no selected control has as a parameter", shown(id));
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
        let what = format!("alters `{}`, which is not selected", shown(id));
        return reading.departure(alter.path, what, "select the control, or leave its changes out");
    }
    let removes = reading.objects(alter, "removes");
    let adds = reading.objects(alter, "adds");
    for (map, path) in removes {
        let remove = Object { map, path: &path };
        reading.known_keys(remove, REMOVE);
        let mut count = 0;
        if map.is_empty() {
            reading.departure(&path, "says nothing of what is removed", "name it by name, class, id or item");
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
        let mut is_done = false;
        each_mut(tree, &mut |control| {
            if id_of(control) == Some(id) {
                is_done |= added(control, map);
            }
        });
        if !is_done {
            let what = "adds beside or in something that the control does not have, or that takes none of it";
            reading.departure(&path, what, "name a part or a parameter of the control with `by-id`");
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

/// Adds to a control, or to what `by-id` names in it; whether there was a place for it.
fn added(control: &mut Members, add: &Members) -> bool {
    let position = add.get("position").and_then(Value::as_str).unwrap_or("ending");
    let is_at_start = matches!(position, "starting" | "before");
    match add.get("by-id").and_then(Value::as_str) {
        None if matches!(position, "starting" | "ending") => {
            put_in(control, add, is_at_start);
            true
        }
        None => false,
        Some(id) if matches!(position, "starting" | "ending") => {
            within(control, id, &mut |object| put_in(object, add, is_at_start))
        }
        Some(id) => beside(control, id, add, is_at_start),
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

/// Puts parameters beside the parameter of this id, or parts beside the part; whether there was one and something to put.
fn beside(object: &mut Members, id: &str, add: &Members, is_before: bool) -> bool {
    let mut is_found = false;
    for key in ["params", "parts"] {
        let Some(Value::Array(entries)) = object.get_mut(key) else { continue };
        let at = entries.iter().position(|entry| entry.get("id").and_then(Value::as_str) == Some(id));
        match (at, add.get(key)) {
            (Some(at), Some(Value::Array(more))) => {
                let at = if is_before { at } else { at + 1 };
                entries.splice(at..at, more.iter().cloned());
                is_found = true;
            }
            (Some(_), _) => {}
            (None, _) => {
                for entry in entries.iter_mut().filter_map(Value::as_object_mut) {
                    is_found |= beside(entry, id, add, is_before);
                }
            }
        }
    }
    is_found
}
