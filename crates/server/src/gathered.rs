//! The problem of `assign`, gathered from the records of a programme.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::id::{Id as _, ProgrammeId};
use assize_domain::kernel::said::say;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::{AnyRecord, Key, Kind};
use assize_methods::assign::gather::{Gathered, Lack, Promise, Records, gather};
use assize_store::{PAGE_ROWS_MAX, Promised, Store, StoreError};
use serde_json::{Value, json};
use uuid::Uuid;

/// The most ids that are looked up for one sheet.
const NAMES_MAX: usize = 4_000;
/// The most records of a kind that a programme's problem is gathered from.
const RECORDS_MAX: usize = 20_000;

/// The inputs of `assign` for a programme, with what is `given` besides laid over what its records say.
///
/// # Errors
/// What the store says when it cannot be read; within it, why there is nothing to assign.
pub async fn gathered(
    store: &Store,
    programme: ProgrammeId,
    given: &Value,
) -> Result<Result<(Value, Gathered), Vec<Problem>>, StoreError> {
    let found = store.record(Key::of(programme)).await?.map(|found| found.record);
    let Some(AnyRecord::Programme(programme)) = found else {
        let what = say!("no programme has the id `{programme}`", programme);
        return Ok(Err(vec![Problem::new("/programme", what, "give the id of a programme of this store")]));
    };
    let mut planned = Vec::new();
    for record in linked(store, Kind::PlannedAudit, "programme", programme.id().uuid()).await? {
        planned.extend(match record {
            AnyRecord::PlannedAudit(planned) => Some(*planned),
            _ => None,
        });
    }
    let mut auditees: Vec<Uuid> = planned.iter().map(|planned| planned.auditee().uuid()).collect();
    auditees.sort_unstable();
    auditees.dedup();
    let (mut audits, mut relations, mut people) = (Vec::new(), Vec::new(), Vec::new());
    for auditee in auditees {
        for record in linked(store, Kind::Audit, "auditee", auditee).await? {
            audits.extend(match record {
                AnyRecord::Audit(audit) => Some(*audit),
                _ => None,
            });
        }
        for record in linked(store, Kind::Relation, "auditee", auditee).await? {
            relations.extend(match record {
                AnyRecord::Relation(relation) => Some(*relation),
                _ => None,
            });
        }
    }
    for record in all(store, Kind::Person).await? {
        people.extend(match record {
            AnyRecord::Person(person) => Some(*person),
            _ => None,
        });
    }
    let today = Timestamp::from_millis(store.clock().millis()).map(Timestamp::date);
    let Ok(today) = today else {
        return Err(StoreError::Limit("the clock's time is out of range".to_owned()));
    };
    let ends = planned.iter().filter_map(|planned| planned.outline().window.to);
    let promises = promises(store, today, ends.max().unwrap_or(today)).await?;
    let records = Records {
        programme: &programme,
        planned: &planned,
        audits: &audits,
        people: &people,
        relations: &relations,
        promises: &promises,
        today,
    };
    Ok(gather(&records).map(|mut gathered| {
        let inputs = gathered.with(given);
        (inputs, gathered)
    }))
}

/// The places in teams in that time, of all programmes.
async fn promises(store: &Store, from: Date, to: Date) -> Result<Vec<Promise>, StoreError> {
    let promise = |found: Promised| Promise {
        audit: found.audit,
        window: found.window,
        days_planned: found.days_planned,
        person: found.person,
        role: found.role,
        on: found.on,
    };
    Ok(store.promised(from, to).await?.into_iter().map(promise).collect())
}

/// Puts what was gathered beside the answer: what the ids stand for, and what the records lack.
pub fn told_in(answer: &mut Value, gathered: &Gathered) {
    let Some(answer) = answer.as_object_mut() else { return };
    let name = |id: &str| gathered.names.get(id).map_or_else(|| id.to_owned(), Clone::clone);
    let lacking = gathered.lacking.iter().map(|lack| {
        let of: Vec<String> = lack.of.iter().map(|of| name(of)).collect();
        json!({ "field": lack.field, "what": lack.what.to_string(), "taken": lack.taken.to_string(), "of": of })
    });
    answer.insert("lacking".to_owned(), lacking.collect());
    let mut said = answer.get("assignments").cloned().unwrap_or_default();
    for assignment in said.as_array_mut().into_iter().flatten() {
        let title = assignment.get("audit").and_then(Value::as_str).map(name);
        if let Some(assignment) = assignment.as_object_mut() {
            assignment.insert("title".to_owned(), title.into());
        }
        let members = assignment.get_mut("members").and_then(Value::as_array_mut);
        for member in members.into_iter().flatten() {
            let named = member.get("auditor").and_then(Value::as_str).map(name);
            if let Some(member) = member.as_object_mut() {
                member.insert("name".to_owned(), named.into());
            }
        }
    }
    answer.insert("assignments".to_owned(), said);
    answer.insert("names".to_owned(), json!(gathered.names));
}

/// What the records lack, in words, a line each.
#[must_use]
pub fn lacking_in_words(gathered: &Gathered) -> String {
    let line = |lack: &Lack| {
        let of: Vec<&str> =
            lack.of.iter().map(|id| gathered.names.get(id).map_or(id.as_str(), String::as_str)).collect();
        let of = if of.is_empty() { String::new() } else { format!(" ({})", of.join(", ")) };
        format!("\n- {}: {}{of}", lack.what, lack.taken)
    };
    let lines: String = gathered.lacking.iter().map(line).collect();
    if lines.is_empty() {
        lines
    } else {
        format!("\n\nWhat the records do not say, and what is taken instead:{lines}")
    }
}

/// What the ids in texts stand for: people and planned audits of the store.
///
/// # Errors
/// What the store says when it cannot be read.
pub async fn names_in(store: &Store, texts: &[&str]) -> Result<BTreeMap<String, String>, StoreError> {
    let is_of_id = |letter: char| letter.is_ascii_hexdigit() || letter == '-';
    let words = texts.iter().flat_map(|text| text.split(|letter| !is_of_id(letter)));
    let ids: BTreeSet<Uuid> =
        words.filter(|word| word.len() == 36).filter_map(|word| Uuid::parse_str(word).ok()).collect();
    let mut names = BTreeMap::new();
    for id in ids.into_iter().take(NAMES_MAX) {
        for kind in [Kind::Person, Kind::PlannedAudit] {
            let name = match store.record(Key { kind, id }).await?.map(|found| found.record) {
                Some(AnyRecord::Person(person)) => person.name().to_string(),
                Some(AnyRecord::PlannedAudit(planned)) => planned.outline().title.to_string(),
                _ => continue,
            };
            names.insert(id.hyphenated().to_string(), name);
        }
    }
    Ok(names)
}

/// The text with names in place of the ids they stand for.
#[must_use]
pub fn with_names(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_hexdigit()) {
        let (before, from) = rest.split_at(at);
        said.push_str(before);
        let end =
            from.find(|letter: char| !letter.is_ascii_hexdigit() && letter != '-').unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        said.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    said.push_str(rest);
    said
}

async fn linked(store: &Store, kind: Kind, name: &str, target: Uuid) -> Result<Vec<AnyRecord>, StoreError> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = store.linked_page(kind, name, target, after, PAGE_ROWS_MAX).await?;
        let Some((last, _)) = page.last() else { return Ok(found) };
        after = Some(last.id);
        found.extend(page.into_iter().map(|(_, found)| found.record));
        bounded(found.len(), kind)?;
    }
}

async fn all(store: &Store, kind: Kind) -> Result<Vec<AnyRecord>, StoreError> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = store.record_page(kind, after, PAGE_ROWS_MAX).await?;
        let Some((last, _)) = page.last() else { return Ok(found) };
        after = Some(last.id);
        found.extend(page.into_iter().map(|(_, found)| found.record));
        bounded(found.len(), kind)?;
    }
}

fn bounded(count: usize, kind: Kind) -> Result<(), StoreError> {
    if count <= RECORDS_MAX {
        return Ok(());
    }
    Err(StoreError::Limit(format!(
        "more than {RECORDS_MAX} records of the kind `{kind}` are too many for one problem"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_place_of_ids_and_nothing_else_is_touched() {
        let id = "01900000-0000-7000-8000-000000000001";
        let names = [(id.to_owned(), "Ada".to_owned())].into();
        let text = format!("audit {id}: 2026-09-01 — {id} (leader), added {id}a");
        let said = "audit Ada: 2026-09-01 — Ada (leader), added ".to_owned() + id + "a";
        assert_eq!(with_names(&text, &names), said);
    }
}
