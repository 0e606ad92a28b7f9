//! The rights of a person, and why: what the record makes them, what they were given, and what each role comes to.

use std::collections::BTreeSet;

use assize_access::{Sentence, bearing_on, bearing_on_everyone};
use assize_domain::access::{AccessGrant, Role};
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::{Id as _, PersonId};
use assize_domain::kernel::time::Date;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{PAGE_ROWS_MAX, Store, StoreError};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::access::Asker;
use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::people::on_or_today;
use crate::problem::Fault;
use crate::query::{Query, id};

/// Of how many records that name somebody the roles are told, those made last first.
pub const NAMED_MAX: i64 = 60;

/// What a person is, by the record and by what they were given.
#[derive(Debug)]
pub struct Rights {
    /// The person.
    pub person: PersonId,
    /// On which day.
    pub on: Date,
    /// The records that name them, with what they are there.
    pub named: Vec<(Key, AnyRecord, Vec<Role>)>,
    /// Those of them that whoever looks may not see: that they name the person is told, what they are called is not.
    pub unnamed: BTreeSet<Key>,
    /// What they were given, whether it is in force or not, the last first.
    pub grants: Vec<AccessGrant>,
}

impl Rights {
    /// Every role that they have somewhere on the day, each once.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        let named = self.named.iter().flat_map(|(_, _, roles)| roles.iter().copied());
        let given =
            self.grants.iter().filter(|grant| grant.in_force(self.on)).map(|grant| (*grant.role()).into());
        let mut roles: Vec<Role> = named.chain(given).collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }

    /// As the API gives it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let named: Vec<Value> = self
            .named
            .iter()
            .map(|(key, record, roles)| {
                let words: Vec<&str> = roles.iter().map(|role| role.word()).collect();
                let record = record.to_json();
                let title = if self.unnamed.contains(key) { &[][..] } else { &["title", "name", "from"][..] };
                let title = title.iter().find_map(|name| record.get(name)?.as_str());
                json!({ "kind": key.kind.word(), "id": key.id.to_string(), "title": title, "roles": words })
            })
            .collect();
        let grants: Vec<Value> = self
            .grants
            .iter()
            .map(|grant| json!({ "in_force": grant.in_force(self.on), "record": grant.to_json() }))
            .collect();
        let mut roles: Vec<Value> =
            self.roles().iter().map(|role| of_role(role.word(), &bearing_on(*role))).collect();
        roles.push(of_role("everyone", &bearing_on_everyone()));
        json!({ "person": self.person.to_string(), "on": self.on.to_string(), "named": named, "grants": grants, "roles": roles })
    }
}

fn of_role(role: &str, sentences: &[&Sentence]) -> Value {
    json!({ "role": role, "policies": sentences.iter().map(|one| of_sentence(one)).collect::<Vec<_>>() })
}

fn of_sentence(sentence: &Sentence) -> Value {
    json!({ "id": sentence.id, "title": sentence.title, "permits": sentence.permits })
}

/// The rights of a person on a date.
///
/// # Errors
/// [`StoreError`].
pub async fn rights_of(store: &Store, person: PersonId, on: Date) -> Result<Rights, StoreError> {
    let mut named = Vec::new();
    for key in store.named_in(person, NAMED_MAX).await? {
        let Some(ties) = store.ties(key).await? else { continue };
        let mut roles: Vec<Role> =
            ties.people.iter().filter(|(who, _)| *who == person).map(|(_, role)| *role).collect();
        roles.sort_unstable();
        if let (false, Some(found)) = (roles.is_empty(), store.record(key).await?) {
            named.push((key, found.record, roles));
        }
    }
    let mut grants = Vec::new();
    let page = store.linked_page(Kind::AccessGrant, "person", person.uuid(), None, PAGE_ROWS_MAX).await?;
    for (_, found) in page.into_iter().rev() {
        if let AnyRecord::AccessGrant(grant) = found.record {
            grants.push(*grant);
        }
    }
    Ok(Rights { person, on, named, unnamed: BTreeSet::new(), grants })
}

/// The same, as far as whoever looks may see the records.
pub(crate) async fn rights_seen(
    store: &Store,
    asker: &Asker,
    person: PersonId,
    on: Date,
) -> Result<Rights, StoreError> {
    let mut rights = rights_of(store, person, on).await?;
    for (key, _, _) in &rights.named {
        if !asker.names(*key).await? {
            rights.unnamed.insert(*key);
        }
    }
    Ok(rights)
}

/// `GET /people/{id}/rights?on=`.
pub(crate) async fn of_person(
    State(app): State<App>,
    caller: Caller,
    Path(person): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let person: PersonId = id(&person)?;
    let mut query = Query::of(&uri);
    let on: Option<Date> = query.read("on");
    query.done(Some(()))?;
    let on = on_or_today(&app, on)?;
    if app.store.record(Key::of(person)).await?.is_none() {
        return Err(Fault::not_found("no person has this id"));
    }
    Ok(json(StatusCode::OK, &rights_seen(&app.store, &caller.asker, person, on).await?.to_json()))
}

/// `GET /access/policies`.
pub(crate) async fn policies(_caller: Caller) -> Response {
    let policies: Vec<Value> = assize_access::sentences().iter().map(of_sentence).collect();
    json(StatusCode::OK, &json!({ "policies": policies, "text": assize_access::POLICIES }))
}
