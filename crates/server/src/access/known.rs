//! What was read of who is what to which record, kept from one request to the next for as long as it holds.
//!
//! Who is what follows from records, and records change by acts. So all that was read holds until an act that may bear on it, by
//! whichever process that came: its number in the journal is read at each request, and what was read before an earlier one is forgotten.
//! What acts of fieldwork change themselves is read anew each time.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use assize_domain::access::{FIELDWORK, Standing, Ties};
use assize_domain::kernel::id::PersonId;
use assize_domain::{Key, Kind};
use assize_store::{Reach, Sight, Store, StoreError};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// How many records, and how many people, are known at the most; then all are forgotten.
const RECORDS_MAX: usize = 50_000;
const PEOPLE_MAX: usize = 2_000;

/// What is known, as of the last act that may bear on it.
#[derive(Debug, Default)]
pub(crate) struct Rights(RwLock<Arc<Known>>);

/// What was read since an act.
#[derive(Debug, Default)]
pub(crate) struct Known {
    as_of: i64,
    ties: Mutex<HashMap<Key, Option<Arc<Ties>>>>,
    people: Mutex<HashMap<PersonId, (Standing, Arc<Lists>)>>,
}

/// Where lists across audits begin for one person.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    pub(super) sight: OnceCell<Sight>,
    /// What they are to each of the audits in sight, where these are not all.
    pub(super) ties: OnceCell<Vec<Ties>>,
    pub(super) reaches: Mutex<BTreeMap<Kind, Arc<Reach>>>,
    /// Everybody they share an audit with; nothing where they may know everybody.
    pub(super) colleagues: OnceCell<Option<BTreeSet<Uuid>>>,
}

impl Rights {
    /// What is known now.
    pub(crate) async fn now(&self, store: &Store) -> Result<Arc<Known>, StoreError> {
        let as_of = store.rights_as_of().await?;
        let known = Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner));
        if known.as_of >= as_of {
            return Ok(known);
        }
        let mut newest = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Of two requests that see different acts the later one's holds for both: it is read after both.
        if newest.as_of < as_of {
            *newest = Arc::new(Known { as_of, ..Known::default() });
        }
        Ok(Arc::clone(&newest))
    }
}

impl Known {
    /// The ties of a record, where they were read; nothing inside where it is not there.
    pub(super) fn ties(&self, key: Key) -> Option<Option<Arc<Ties>>> {
        lock(&self.ties).get(&key).cloned()
    }

    /// Keeps the ties of a record, unless fieldwork may change them.
    pub(super) fn keep(&self, key: Key, ties: Option<Arc<Ties>>) {
        if FIELDWORK.contains(&key.kind) {
            return;
        }
        let mut all = lock(&self.ties);
        if all.len() >= RECORDS_MAX {
            all.clear();
        }
        all.insert(key, ties);
    }

    /// The lists of whoever stands so: those of before where they stand as they did.
    pub(super) fn lists(&self, standing: &Standing) -> Arc<Lists> {
        let Some(person) = standing.person.filter(|_| standing.door.is_none()) else { return Arc::default() };
        let mut people = lock(&self.people);
        if let Some((as_before, lists)) = people.get(&person)
            && as_before == standing
        {
            return Arc::clone(lists);
        }
        if people.len() >= PEOPLE_MAX {
            people.clear();
        }
        let lists = Arc::<Lists>::default();
        people.insert(person, (standing.clone(), Arc::clone(&lists)));
        lists
    }
}

/// Held for a moment alone. What is kept is whole after every statement, whoever fell while holding it.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
