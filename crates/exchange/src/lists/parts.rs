//! The units, sites and processes of an auditee from a list.

use std::collections::BTreeMap;

use assize_domain::auditee::Auditee;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::text::Slug;
use serde_json::{Value, json};

use super::{ListRead, Said, site_kind};
use crate::columns::{Columns, SheetOf};
use crate::table::Edit;
use crate::table::came::{CameCell, whole};
use crate::table::edits::{Deed, RowPlan, Wrong, cut};

/// What parts the names of a site or a process and of what it belongs to: the record keeps these in one list, and the name says where each
/// belongs. A unit has what it is part of in a field of its own; before it had, it was named so too, and is known by that name still.
const PATH: &str = " / ";

/// Reads a list of units, sites and processes. What the auditee has already is changed where the list says otherwise, and stays where the list
/// does not have it. All of it is one `auditee.update`, on `version`.
#[must_use]
pub fn parts(sheet: SheetOf<'_>, columns: &Columns, auditee: &Auditee, version: i64) -> ListRead {
    let mut read = ListRead::default();
    let mut held = Held::of(auditee);
    let names = by_key(sheet, columns);
    for row in Said::all(sheet, columns) {
        let mut plan = RowPlan::fresh(sheet.name, row.number);
        let sort = sort(&row);
        let part = part(&row, sort, &names, &held, &mut plan);
        plan.title = part.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        let list = held.lists.entry(sort).or_default();
        let key = part.get("key").and_then(Value::as_str).unwrap_or_default().to_owned();
        let at = list.iter().position(|one| one.get("key").and_then(Value::as_str) == Some(key.as_str()));
        let before = at.and_then(|at| list.get(at)).cloned();
        plan.is_new = before.is_none();
        plan.id.clone_from(&key);
        plan.cells = differing(before.as_ref(), &part);
        if plan.cells.is_empty() && plan.flaws.is_empty() {
            read.unchanged += 1;
            continue;
        }
        match at.and_then(|at| list.get_mut(at)) {
            Some(slot) => *slot = part,
            None => list.push(part),
        }
        read.rows.push(plan);
    }
    if read.rows.iter().any(|row| !row.cells.is_empty()) {
        let mut body = auditee.to_json();
        if let Some(object) = body.as_object_mut() {
            object.remove("id");
            object.insert("auditee".to_owned(), json!(auditee.id().to_string()));
            for (name, list) in held.lists {
                object.insert(name.to_owned(), Value::Array(list));
            }
        }
        read.whole = Some(Deed { expected: Some(version), ..Deed::new("auditee.update", body) });
    }
    read
}

/// What the auditee has, as it becomes.
struct Held {
    lists: BTreeMap<&'static str, Vec<Value>>,
    zone: Option<String>,
}

impl Held {
    fn of(auditee: &Auditee) -> Self {
        let mut lists = BTreeMap::new();
        lists.insert("units", auditee.units().iter().map(|one| one.to_json()).collect());
        lists.insert("sites", auditee.sites().iter().map(|one| one.to_json()).collect());
        lists.insert("processes", auditee.processes().iter().map(|one| one.to_json()).collect());
        Self { lists, zone: auditee.sites().first().map(|site| site.zone.to_string()) }
    }

    /// The key of a row: its own, or that of what is called so with what it belongs to, or one made of that name.
    fn key(&self, sort: &str, said: &str, whole_name: &str) -> String {
        match said {
            "" => {
                let found = self.named(sort, whole_name).and_then(|one| one.get("key"));
                found.and_then(Value::as_str).map_or_else(|| slug(whole_name), str::to_owned)
            }
            said if said.parse::<Slug>().is_ok() => said.to_owned(),
            said => slug(said),
        }
    }

    fn named(&self, sort: &str, called: &str) -> Option<&Value> {
        let wanted = called.to_lowercase();
        let list = self.lists.get(sort)?;
        let is = |one: &&Value| {
            field(one, "name").to_lowercase() == wanted || whole_name(list, one).to_lowercase() == wanted
        };
        list.iter().find(is)
    }
}

/// The name of what the auditee has, with those of what it is part of before it.
fn whole_name(list: &[Value], one: &Value) -> String {
    let mut names = vec![field(one, "name")];
    let mut above = field(one, "parent");
    while !above.is_empty() && names.len() <= list.len() {
        let Some(next) = list.iter().find(|other| field(other, "key") == above) else { break };
        names.push(field(next, "name"));
        above = field(next, "parent");
    }
    names.reverse();
    names.join(PATH)
}

fn field<'v>(one: &'v Value, name: &str) -> &'v str {
    one.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Which of the auditee's lists a row belongs to: what it says, or else a site where it says a place.
fn sort(row: &Said<'_>) -> &'static str {
    let said = row.get("sort").to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if has(&["process", "prozess"]) {
        "processes"
    } else if has(&["site", "location", "standort", "plant", "werk"]) {
        "sites"
    } else if has(&["unit", "department", "einheit", "abteilung", "bereich"]) || row.get("place").is_empty() {
        "units"
    } else {
        "sites"
    }
}

/// What a row says of where it stands.
#[derive(Clone, Debug, Default)]
struct Placed {
    key: String,
    name: String,
    parent: String,
}

/// What each row is called, by its key and by its name, so that a parent is found by either.
fn by_key(sheet: SheetOf<'_>, columns: &Columns) -> BTreeMap<String, Placed> {
    let mut names = BTreeMap::new();
    for row in Said::all(sheet, columns) {
        let said = |word: &str| row.get(word).to_owned();
        let value = Placed { key: said("key"), name: said("name"), parent: said("parent") };
        for key in [row.get("key"), row.get("name")] {
            if !key.is_empty() {
                names.entry(key.to_lowercase()).or_insert_with(|| value.clone());
            }
        }
    }
    names
}

/// The name with those of what it belongs to before it; nothing where a parent is not in the list, or the list goes round.
fn path(name: &str, parent: &str, names: &BTreeMap<String, Placed>) -> Option<String> {
    const DEPTH_MAX: usize = 12;
    let (mut parts, mut above) = (vec![name.to_owned()], parent.to_owned());
    while !above.is_empty() {
        let next = names.get(&above.to_lowercase())?;
        parts.push(next.name.clone());
        above.clone_from(&next.parent);
        if parts.len() > DEPTH_MAX {
            return None;
        }
    }
    parts.reverse();
    Some(parts.join(PATH))
}

fn part(
    row: &Said<'_>,
    sort: &'static str,
    names: &BTreeMap<String, Placed>,
    held: &Held,
    plan: &mut RowPlan,
) -> Value {
    let own = row.get("name");
    if own.is_empty() {
        plan.flaw(Some("name"), Wrong::Needed);
    }
    let called = match path(own, row.get("parent"), names) {
        Some(path) => path,
        None => {
            plan.flaw(Some("parent"), Wrong::NoParent(cut(row.get("parent"))));
            own.to_owned()
        }
    };
    let text = |one: Option<&Value>, field: &str| {
        one.and_then(|one| one.get(field)).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let key = held.key(sort, row.get("key"), &called);
    let name = if sort == "units" { own.to_owned() } else { called };
    // What the list has no column for stays as it is.
    let before =
        held.lists.get(sort).and_then(|list| list.iter().find(|one| text(Some(one), "key") == key)).cloned();
    match sort {
        "sites" => {
            let place = [row.get("place"), row.get("country")];
            let place = place.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
            let place = if place.is_empty() { text(before.as_ref(), "place") } else { place };
            if place.is_empty() {
                plan.flaw(Some("place"), Wrong::Needed);
            }
            let zone = match row.get("zone") {
                "" => Some(text(before.as_ref(), "zone"))
                    .filter(|zone| !zone.is_empty())
                    .or_else(|| held.zone.clone()),
                zone => Some(zone.to_owned()),
            };
            if zone.is_none() {
                plan.flaw(Some("zone"), Wrong::Needed);
            }
            let kind = match row.get("site_kind") {
                "" => Some(text(before.as_ref(), "kind")).filter(|kind| !kind.is_empty()),
                said => Some(site_kind(said).to_owned()),
            };
            json!({ "key": key, "name": name, "kind": kind.unwrap_or_else(|| site_kind(row.get("sort")).to_owned()),
                "place": place, "zone": zone })
        }
        "processes" => json!({ "key": key, "name": name }),
        _ => {
            let of_before = |field: &str| {
                before.as_ref().and_then(|before| before.get(field).cloned()).unwrap_or_default()
            };
            let number = |column: &'static str, plan: &mut RowPlan| match row.get(column) {
                "" => of_before(column),
                said => match whole(said).and_then(|number| u32::try_from(number).ok()) {
                    Some(number) => json!(number),
                    None => {
                        plan.flaw(Some(column), Wrong::NoNumber(cut(said)));
                        of_before(column)
                    }
                },
            };
            let parent = match names.get(&row.get("parent").to_lowercase()) {
                Some(above) => {
                    let called = path(&above.name, &above.parent, names).unwrap_or_default();
                    json!(held.key("units", &above.key, &called))
                }
                None => of_before("parent"),
            };
            json!({ "key": key, "name": name, "persons": number("persons", plan), "parent": parent,
                "shifts": number("shifts", plan) })
        }
    }
}

/// A key of letters, digits and hyphens.
pub(super) fn slug(text: &str) -> String {
    let plain: String =
        text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(60).collect();
    if slug.is_empty() { "part".to_owned() } else { slug }
}

fn differing(before: Option<&Value>, after: &Value) -> Vec<CameCell> {
    let text = |value: Option<&Value>| match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    };
    let fields: [(&str, &'static str); 8] = [
        ("key", "key"),
        ("name", "name"),
        ("persons", "persons"),
        ("parent", "parent"),
        ("shifts", "shifts"),
        ("kind", "site_kind"),
        ("place", "place"),
        ("zone", "zone"),
    ];
    fields
        .into_iter()
        .filter_map(|(field, column)| {
            let (from, to) = (text(before.and_then(|before| before.get(field))), text(after.get(field)));
            (from != to).then(|| CameCell { column, title: String::new(), edit: Edit::Open, from, to })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_row_belongs_to_is_followed_up_and_a_list_that_goes_round_is_seen() {
        let placed = |key: &str, name: &str, parent: &str| {
            let (name, parent) = (name.to_owned(), parent.to_owned());
            (key.to_owned(), Placed { key: key.to_owned(), name, parent })
        };
        let names = BTreeMap::from([
            placed("it", "IT", "co"),
            placed("co", "Company", ""),
            placed("a", "A", "b"),
            placed("b", "B", "a"),
        ]);
        assert_eq!(path("Operations", "IT", &names).as_deref(), Some("Company / IT / Operations"));
        assert_eq!(path("Alone", "", &names).as_deref(), Some("Alone"));
        assert_eq!(path("Lost", "nowhere", &names), None);
        assert_eq!(path("Round", "a", &names), None);
        assert_eq!((slug("Köln Süd"), slug("…")), ("k-ln-s-d".to_owned(), "part".to_owned()));
    }
}
