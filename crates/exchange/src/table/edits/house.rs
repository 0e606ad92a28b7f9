//! The tables of the organization: the schedule of a programme, Statements of Applicability, what shows people's competence.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::World;
use assize_domain::auditee::{Soa, SoaRow};
use assize_domain::auditor::{Credential, Person};
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::{PersonId, PlannedAuditId, SoaId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::Slug;
use assize_domain::programme::PlannedAudit;
use assize_domain::words::{AuditMethod, AuditType, CredentialKind, Implementation};
use serde_json::{Map, Value, json};

use super::{Deed, RowPlan, Speech, Wrong, cut, day, needed, person, some};
use crate::areas::Areas;
use crate::table::came::{Came, CameRow, hundredths, whole};
use crate::table::{CREDENTIAL_ID, Edit, Wording};

/// The schedule of a programme: what is planned, before it is opened. `reason` is why an established programme changes.
///
/// # Errors
/// [`Stop::Need`].
pub fn schedule<W: Wording>(
    world: &World,
    came: &Came,
    reason: &str,
    speech: &Speech<'_, W>,
) -> Result<Vec<RowPlan>, Stop> {
    world.want(came.differing.iter().filter_map(|row| row.id.parse::<PlannedAuditId>().ok()))?;
    let mut plans = Vec::with_capacity(came.differing.len());
    for row in &came.differing {
        let planned = match row.id.parse::<PlannedAuditId>() {
            Ok(id) => world.find::<PlannedAudit>(id)?,
            Err(_) => None,
        };
        let mut plan = RowPlan::of(came, row, planned.map_or("", |planned| planned.outline().title.as_str()));
        match planned {
            Some(planned) => rescheduled(row, planned, reason, speech, &mut plan),
            None if plan.is_new => plan.flaw(None, Wrong::New),
            None => {}
        }
        plans.push(plan);
    }
    Ok(plans)
}

fn rescheduled<W: Wording>(
    row: &CameRow,
    planned: &PlannedAudit,
    reason: &str,
    speech: &Speech<'_, W>,
    plan: &mut RowPlan,
) {
    let mut outline = planned.outline().to_json();
    let mut changed = false;
    for cell in row.cells.iter().filter(|cell| cell.edit == Edit::Open) {
        let (place, value): (&[&'static str], Result<Value, Wrong>) = match cell.column {
            "audit_type" => {
                let word = speech.word("AuditType", AuditType::WORDS, &cell.to);
                (&["audit_type"], word.map(|word| json!(word)))
            }
            "from" => (&["window", "from"], day(&cell.to).map(Value::from)),
            "to" => (&["window", "to"], day(&cell.to).map(Value::from)),
            "days" => {
                let days = hundredths(&cell.to).ok_or_else(|| Wrong::NoNumber(cut(&cell.to)));
                (&["days"], days.map(|days| json!(format!("{}.{:02}", days / 100, days % 100))))
            }
            "methods" => {
                let parts = cell.to.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
                let words = parts.map(|part| speech.word("AuditMethod", AuditMethod::WORDS, part));
                (&["methods"], words.map(|word| word.map(Value::from)).collect())
            }
            "criteria" => {
                let parts = cell.to.split(';').map(str::trim).filter(|part| !part.is_empty());
                (&["criteria"], Ok(parts.map(Value::from).collect()))
            }
            "importance" => (&["why", "importance"], needed(&cell.to)),
            "risk" => (&["why", "risk"], needed(&cell.to)),
            "previous_results" => (&["why", "previous_results"], needed(&cell.to)),
            "changes" => (&["why", "changes"], needed(&cell.to)),
            _ => (&["title"], needed(&cell.to)),
        };
        if let Some(value) = plan.read(cell.column, value) {
            set(&mut outline, place, value);
            changed = true;
        }
    }
    if changed {
        let body = json!({ "planned": planned.id().to_string(), "outline": outline, "reason": some(reason) });
        plan.deeds.push(Deed { expected: row.version, ..Deed::new("planned_audit.change", body) });
    }
}

/// Puts a value at a place of an object that has it.
fn set(at: &mut Value, place: &[&str], value: Value) {
    let Some((last, path)) = place.split_last() else { return };
    let mut at = at;
    for step in path {
        let Some(inner) = at.get_mut(step) else { return };
        at = inner;
    }
    if let Some(object) = at.as_object_mut() {
        object.insert((*last).to_owned(), value);
    }
}

/// A new version of a Statement of Applicability: its rows with what the table changed and added, under a name and a date of its own. The
/// command is that of all rows; none where nothing differs.
///
/// # Errors
/// [`Stop::Need`]; [`Stop::Refused`] when there is no such statement.
pub fn statement<W: Wording>(
    world: &World,
    soa: SoaId,
    came: &Came,
    (label, dated): (&str, &str),
    speech: &Speech<'_, W>,
) -> Result<(Vec<RowPlan>, Option<Deed>), Stop> {
    let soa = world.get::<Soa>(soa)?;
    let mut rows: Vec<Value> = soa.rows().iter().map(SoaRow::to_json).collect();
    let places: BTreeMap<String, usize> =
        soa.rows().iter().enumerate().map(|(at, row)| (row.control.to_string(), at)).collect();
    // Another version was entered since: what the table was written from is no longer what stands.
    let versions = world.list::<Soa>("auditee", *soa.auditee())?;
    let newer = versions.iter().any(|other| other.criteria() == soa.criteria() && other.id() > soa.id());
    let mut plans = Vec::with_capacity(came.differing.len());
    for row in &came.differing {
        let at = places.get(&row.id).copied();
        let mut plan = RowPlan::of(came, row, &row.id);
        if newer {
            plan.flaw(None, Wrong::Stale);
        }
        if at.is_none() {
            // A control that the statement does not have is a new one of it.
            plan.flaws.retain(|flaw| flaw.what != Wrong::Unknown);
            plan.is_new = true;
            if row.id.is_empty() {
                plan.flaw(Some("control"), Wrong::Needed);
            }
        }
        let mut made = at.and_then(|at| rows.get(at).cloned()).unwrap_or_else(|| {
            json!({ "control": row.id, "title": null, "necessary": true, "why": null, "implemented": "unstated",
                "why_excluded": null })
        });
        for cell in row.cells.iter().filter(|cell| cell.edit == Edit::Open) {
            let value = match cell.column {
                "necessary" => speech.yes(&cell.to).map(Value::from),
                "implemented" => {
                    speech.word("Implementation", Implementation::WORDS, &cell.to).map(Value::from)
                }
                _ => Ok(some(&cell.to)),
            };
            if let Some(value) = plan.read(cell.column, value) {
                set(&mut made, &[cell.column], value);
            }
        }
        match at.and_then(|at| rows.get_mut(at)) {
            Some(held) => *held = made,
            None => rows.push(made),
        }
        plans.push(plan);
    }
    let changes = plans.iter().any(|plan| plan.cells.iter().any(|cell| cell.edit == Edit::Open));
    let body = json!({ "auditee": soa.auditee().to_string(), "label": label, "dated": dated,
        "criteria": soa.criteria().to_string(), "source": null, "rows": rows });
    Ok((plans, changes.then(|| Deed::new("soa.enter", body))))
}

/// What shows people's competence: changed rows are withdrawn and added anew under their key, with `reason`; new rows are added.
///
/// # Errors
/// [`Stop::Need`].
pub fn competence<W: Wording>(
    world: &World,
    people: &[PersonId],
    came: &Came,
    reason: &str,
    speech: &Speech<'_, W>,
) -> Result<Vec<RowPlan>, Stop> {
    world.want(people.iter().copied())?;
    let areas = Areas::of(world, speech.languages)?;
    let mut keys: BTreeMap<PersonId, BTreeSet<String>> = BTreeMap::new();
    let mut plans = Vec::with_capacity(came.differing.len());
    for row in &came.differing {
        let held = held(world, &row.id)?;
        let title =
            held.map_or_else(String::new, |(person, one)| format!("{}: {}", person.name(), one.title));
        let mut plan = RowPlan::of(came, row, title);
        let who = match (held, plan.is_new) {
            (Some((person, _)), _) => Some(person.id()),
            (None, true) => {
                let found = person(world, people, row.to("person_name").unwrap_or_default())?;
                plan.read("person_name", found)
            }
            (None, false) => None,
        };
        if held.is_some() && row.to("person_name").is_some() {
            // A credential does not pass from one to another.
            plan.flaw(Some("person_name"), Wrong::Cleared);
        }
        if let Some(who) = who {
            let taken = match keys.entry(who) {
                std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::btree_map::Entry::Vacant(entry) => {
                    let held = world.find::<Person>(who)?;
                    let held = held.map(Person::credentials).map(Vec::as_slice).unwrap_or_default();
                    entry.insert(held.iter().map(|one| one.key.to_string()).collect())
                }
            };
            if plan.is_new {
                let title = row.to("title").unwrap_or_default();
                plan.title = format!("{}: {title}", row.to("person_name").unwrap_or_default());
            }
            let key = match held {
                Some((_, one)) => one.key.to_string(),
                None => fresh_key(row.to("title").unwrap_or_default(), taken),
            };
            shown(row, (who, key, held.map(|(_, one)| one)), reason, (speech, &areas), &mut plan);
        }
        plans.push(plan);
    }
    Ok(plans)
}

/// The credential that the id of a row names.
fn held<'w>(world: &'w World, id: &str) -> Result<Option<(&'w Person, &'w Credential)>, Stop> {
    let Some((person, key)) = id.split_once(CREDENTIAL_ID) else { return Ok(None) };
    let (Ok(person), Ok(key)) = (person.parse::<PersonId>(), key.parse::<Slug>()) else { return Ok(None) };
    let person = world.find::<Person>(person)?;
    Ok(person.and_then(|person| {
        Some((person, person.credentials().iter().find(|credential| credential.key == key)?))
    }))
}

/// A key that none of a person's credentials has, made from a title.
pub(crate) fn fresh_key(title: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String =
        title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let base: String = words.join("-").chars().take(40).collect();
    let base = if base.is_empty() { "credential".to_owned() } else { base };
    let mut key = base.clone();
    let mut again = 1;
    while !taken.insert(key.clone()) {
        again += 1;
        key = format!("{base}-{again}");
    }
    key
}

fn shown<W: Wording>(
    row: &CameRow,
    (who, key, held): (PersonId, String, Option<&Credential>),
    reason: &str,
    (speech, areas): (&Speech<'_, W>, &Areas<'_, W>),
    plan: &mut RowPlan,
) {
    let mut body = held.map_or_else(
        || {
            json!({ "key": key, "kind": null, "area": null, "title": null, "issuer": null,
                "period": { "from": null, "to": null }, "amount": null, "evidence": null })
        },
        Credential::to_json,
    );
    let mut changed = false;
    let flaws = plan.flaws.len();
    for column in ["kind", "area", "title", "issuer", "from", "to", "amount"] {
        let text = match (row.to(column), held) {
            (Some(text), _) => text,
            (None, Some(_)) => continue,
            (None, None) => "",
        };
        let (place, value): (&[&str], Result<Value, Wrong>) = match column {
            "kind" => {
                let word = if text.is_empty() {
                    Err(Wrong::Needed)
                } else {
                    speech.word("CredentialKind", CredentialKind::WORDS, text)
                };
                (&["kind"], word.map(Value::from))
            }
            "area" => {
                let known = areas.key(text);
                let is_own = known.is_none();
                let area = known.unwrap_or_else(|| text.trim().to_lowercase());
                let fits = area.parse::<Slug>().map(|area| json!(area.to_string()));
                if is_own && fits.is_ok() {
                    plan.note("area", Wrong::OwnArea(cut(text)));
                }
                (&["area"], fits.map_err(|_| Wrong::NoKey(cut(text))))
            }
            "from" => (&["period", "from"], day(text).map(Value::from)),
            "to" if text.is_empty() => (&["period", "to"], Ok(Value::Null)),
            "to" => (&["period", "to"], day(text).map(Value::from)),
            "amount" if text.is_empty() => (&["amount"], Ok(Value::Null)),
            "amount" => {
                let amount = whole(text).and_then(|amount| u32::try_from(amount).ok());
                (&["amount"], amount.map(Value::from).ok_or_else(|| Wrong::NoNumber(cut(text))))
            }
            "title" => (&["title"], needed(text)),
            _ => (&["issuer"], needed(text)),
        };
        if let Some(value) = plan.read(column, value) {
            set(&mut body, place, value);
            changed = true;
        }
    }
    if !changed || plan.flaws.len() > flaws {
        return;
    }
    let mut withdrawn = Map::new();
    if held.is_some() {
        withdrawn.insert("person".to_owned(), json!(who.to_string()));
        withdrawn.insert("key".to_owned(), json!(key));
        withdrawn.insert("reason".to_owned(), json!(reason));
        plan.deeds.push(Deed::new("credential.withdraw", Value::Object(withdrawn)));
    }
    let added = json!({ "person": who.to_string(), "credential": body });
    plan.deeds.push(Deed::new("credential.add", added));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_from_titles_and_stand_once() {
        let mut taken = BTreeSet::from(["iso-27001-lead".to_owned()]);
        assert_eq!(fresh_key("ISO 27001 (Lead)", &mut taken), "iso-27001-lead-2");
        assert_eq!(fresh_key("ISO 27001 (Lead)", &mut taken), "iso-27001-lead-3");
        assert_eq!(fresh_key("Prüfung", &mut taken), "pr-fung");
        assert_eq!(fresh_key("…", &mut taken), "credential");
    }

    #[test]
    fn a_value_is_put_where_the_object_has_a_place_for_it() {
        let mut at = json!({ "window": { "from": "a", "to": null } });
        set(&mut at, &["window", "to"], json!("b"));
        set(&mut at, &["nowhere", "to"], json!("b"));
        assert_eq!(at, json!({ "window": { "from": "a", "to": "b" } }));
    }
}
