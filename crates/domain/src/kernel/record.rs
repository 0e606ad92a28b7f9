//! Records and the world they live in: what a decision may read, and what an event may change.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use uuid::Uuid;

use super::brief::{BriefKey, Briefs};
use super::datum::{Cells, Corrupt, Datum};
use super::id::{AuditId, Id};
use super::refusal::{Refusal, Rule, Stop};
use super::said::say;
use crate::registry;
pub use crate::registry::{AnyRecord, Kind};

/// What a record must say of itself. Implemented by [`record!`](crate::kernel::macros).
pub trait Record: Datum + Clone + PartialEq + fmt::Debug {
    /// The type of the record's id.
    type Id: Id;
    /// The kind of record.
    const KIND: Kind;
    /// The names of its links.
    const LINKS: &'static [&'static str];
    /// The record's id.
    fn id(&self) -> Self::Id;
    /// Calls `found` with every link: its name and what it points at.
    fn links(&self, found: &mut dyn FnMut(&'static str, Uuid));
    /// The record among others.
    fn wrap(self) -> AnyRecord;
    /// The record, if it is of this kind.
    fn unwrap(any: &AnyRecord) -> Option<&Self>;
    /// The record, if it is of this kind, to change it.
    fn unwrap_mut(any: &mut AnyRecord) -> Option<&mut Self>;
}

/// A kind and an id: names one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The kind of record.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
}

impl Key {
    /// The key of an id.
    pub fn of<I: Id>(id: I) -> Self {
        Self { kind: I::KIND, id: id.uuid() }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.id.hyphenated())
    }
}

/// A list of records: those of a kind whose link `name` points at `target`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListKey {
    /// The kind of the records in the list.
    pub kind: Kind,
    /// The link's name.
    pub name: &'static str,
    /// What the link points at.
    pub target: Uuid,
}

/// What a decision needs loaded before it can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// One record.
    Record(Key),
    /// The ids of a list, and the records in it.
    List(ListKey),
    /// Briefs of the records in a list, or the list.
    Briefs(BriefKey),
}

/// The targets of a link: an id, perhaps an id, or several.
pub trait Targets {
    /// Calls `found` with each target.
    fn each(&self, found: &mut dyn FnMut(Uuid));
}

impl<I: Id> Targets for I {
    fn each(&self, found: &mut dyn FnMut(Uuid)) {
        found(self.uuid());
    }
}

impl<I: Id> Targets for Option<I> {
    fn each(&self, found: &mut dyn FnMut(Uuid)) {
        if let Some(id) = self {
            found(id.uuid());
        }
    }
}

impl<I: Id> Targets for [I] {
    fn each(&self, found: &mut dyn FnMut(Uuid)) {
        for id in self {
            found(id.uuid());
        }
    }
}

impl<I: Id> Targets for Vec<I> {
    fn each(&self, found: &mut dyn FnMut(Uuid)) {
        self.as_slice().each(found);
    }
}

/// The audit that a field names, if it names one; for the macros.
pub trait NamesAudit {
    /// The audit.
    fn named(&self) -> Option<AuditId>;
}

impl NamesAudit for AuditId {
    fn named(&self) -> Option<AuditId> {
        Some(*self)
    }
}

impl NamesAudit for Option<AuditId> {
    fn named(&self) -> Option<AuditId> {
        *self
    }
}

/// The audit that `field` names, if any.
pub fn as_audit(field: &impl NamesAudit) -> Option<AuditId> {
    field.named()
}

/// A record with the number of events that made it what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Versioned {
    /// The record.
    pub record: AnyRecord,
    /// How many events have changed it; 1 when it is new.
    pub version: i64,
}

/// The records that were loaded, and what has become of them.
///
/// A decision reads; where it asks for what is not here it gets [`Stop::Need`], the store loads it and asks again.
/// Only [`apply`](crate::kernel::act::apply) changes anything.
#[derive(Debug, Default)]
pub struct World {
    records: HashMap<Key, Option<Versioned>>,
    lists: HashMap<ListKey, BTreeSet<Uuid>>,
    pub(super) briefs: Briefs,
    /// What was there before the first change since [`World::take_changes`].
    before: BTreeMap<Key, Option<Versioned>>,
    /// What was there before the first change since [`World::mark`], and whether it had been changed before that too.
    marked: Option<BTreeMap<Key, (Option<Versioned>, bool)>>,
    /// In a complete world nothing is missing: what is not here does not exist.
    complete: bool,
    /// In a replay nobody asks for changes, and none are kept.
    replaying: bool,
}

/// A change of one record, as the store writes it.
#[derive(Debug)]
pub struct Change<'a> {
    /// Which record.
    pub key: Key,
    /// What it was before, if it was there.
    pub before: Option<Versioned>,
    /// What it is now; nothing when it was erased.
    pub after: Option<&'a Versioned>,
}

impl World {
    /// A world in which nothing is loaded yet.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// A world that is the whole of it: for replay from the first event, and for tests.
    #[must_use]
    pub fn complete() -> Self {
        Self { complete: true, ..Self::default() }
    }

    /// A complete world for a replay that writes nothing: [`World::changes`] has nothing to tell.
    #[must_use]
    pub fn replay() -> Self {
        Self { complete: true, replaying: true, ..Self::default() }
    }

    /// Puts a loaded record, or its absence, into the world.
    pub fn load(&mut self, key: Key, record: Option<Versioned>) {
        self.records.entry(key).or_insert(record);
    }

    /// Puts a loaded list into the world. Its records are loaded one by one.
    pub fn load_list(&mut self, list: ListKey, mut ids: BTreeSet<Uuid>) {
        // Records changed since the database was read may have entered or left the list.
        for key in self.before.keys().filter(|key| key.kind == list.kind) {
            let links = self.records.get(key).and_then(Option::as_ref).map(|v| links_of(&v.record));
            let inside = links.is_some_and(|links| links.contains(&(list.name, list.target)));
            if inside {
                ids.insert(key.id);
            } else {
                ids.remove(&key.id);
            }
        }
        self.lists.entry(list).or_insert(ids);
    }

    /// Whether a need is met already.
    #[must_use]
    pub fn has(&self, need: &Need) -> bool {
        match need {
            Need::Record(key) => self.complete || self.records.contains_key(key),
            Need::List(list) => self.complete || self.lists.contains_key(list),
            Need::Briefs(key) => self.briefs.has(key) || self.has(&Need::List(key.list)),
        }
    }

    /// How many records and lists are held.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len() + self.lists.len() + self.briefs.len()
    }

    /// Whether nothing is held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets everything that was loaded; changes not yet taken are lost with it.
    pub fn forget(&mut self) {
        *self = Self { complete: self.complete, replaying: self.replaying, ..Self::default() };
    }

    /// A record, if there is one with this id.
    ///
    /// # Errors
    /// [`Stop::Need`] when it was not loaded.
    pub fn find<R: Record>(&self, id: R::Id) -> Result<Option<&R>, Stop> {
        let key = Key::of(id);
        match self.records.get(&key) {
            Some(slot) => Ok(slot.as_ref().and_then(|v| R::unwrap(&v.record))),
            None if self.complete => Ok(None),
            None => Err(Stop::Need(vec![Need::Record(key)])),
        }
    }

    /// Asks for records all at once, so that a decision on many does not ask for them one by one.
    ///
    /// # Errors
    /// [`Stop::Need`] with all that were not loaded.
    pub fn want<I: Id>(&self, ids: impl IntoIterator<Item = I>) -> Result<(), Stop> {
        let needs: Vec<Need> =
            ids.into_iter().map(|id| Need::Record(Key::of(id))).filter(|need| !self.has(need)).collect();
        if needs.is_empty() { Ok(()) } else { Err(Stop::Need(needs)) }
    }

    /// The record with this id.
    ///
    /// # Errors
    /// [`Stop::Need`] when it was not loaded; [`Stop::Refused`] by [`UNKNOWN`] when there is none.
    pub fn get<R: Record>(&self, id: R::Id) -> Result<&R, Stop> {
        self.find::<R>(id)?.ok_or_else(|| {
            Refusal::new(
                &UNKNOWN,
                say!("no {kind} has the id `{id}`", kind = R::KIND, id = id.to_string()),
                "look the id up in its list",
            )
            .into()
        })
    }

    /// Asks for lists all at once, so that a question about many does not ask for them one by one.
    ///
    /// # Errors
    /// [`Stop::Need`] with all that were not loaded.
    pub fn want_lists<R: Record>(
        &self,
        name: &'static str,
        targets: impl IntoIterator<Item = impl Id>,
    ) -> Result<(), Stop> {
        let needs: Vec<Need> = targets
            .into_iter()
            .map(|target| Need::List(ListKey { kind: R::KIND, name, target: target.uuid() }))
            .filter(|need| !self.has(need))
            .collect();
        if needs.is_empty() { Ok(()) } else { Err(Stop::Need(needs)) }
    }

    /// The records whose link `name` points at `target`, in the order of their ids, which is that of their making.
    ///
    /// # Errors
    /// [`Stop::Need`] when the list or records of it were not loaded.
    pub fn list<R: Record>(&self, name: &'static str, target: impl Id) -> Result<Vec<&R>, Stop> {
        debug_assert!(R::LINKS.contains(&name), "{} has no link `{name}`", R::KIND);
        let list = ListKey { kind: R::KIND, name, target: target.uuid() };
        let Some(ids) = self.lists.get(&list) else {
            return if self.complete { Ok(Vec::new()) } else { Err(Stop::Need(vec![Need::List(list)])) };
        };
        let mut missing = Vec::new();
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let key = Key { kind: R::KIND, id: *id };
            match self.records.get(&key) {
                Some(slot) => found.extend(slot.as_ref().and_then(|v| R::unwrap(&v.record))),
                None => missing.push(Need::Record(key)),
            }
        }
        if missing.is_empty() { Ok(found) } else { Err(Stop::Need(missing)) }
    }

    /// The version of a record: 0 when there is none.
    ///
    /// # Errors
    /// [`Stop::Need`] when it was not loaded.
    pub fn version(&self, key: Key) -> Result<i64, Stop> {
        match self.records.get(&key) {
            Some(slot) => Ok(slot.as_ref().map_or(0, |v| v.version)),
            None if self.complete => Ok(0),
            None => Err(Stop::Need(vec![Need::Record(key)])),
        }
    }

    /// One record that is held, whatever its kind.
    #[must_use]
    pub fn held(&self, key: Key) -> Option<&Versioned> {
        self.records.get(&key).and_then(Option::as_ref)
    }

    /// Every record that is held, in no particular order.
    pub fn all(&self) -> impl Iterator<Item = (Key, &Versioned)> {
        self.records.iter().filter_map(|(key, slot)| Some((*key, slot.as_ref()?)))
    }

    /// Adds a new record; for [`Apply`](crate::kernel::act::Apply).
    ///
    /// # Errors
    /// [`Corrupt`] when a record with this id is there already.
    pub fn add<R: Record>(&mut self, record: R) -> Result<(), Corrupt> {
        let key = Key::of(record.id());
        if matches!(self.records.get(&key), Some(Some(_))) {
            return Err(Corrupt::new(format!("{key} is made a second time")));
        }
        self.change(key, Some(Versioned { record: record.wrap(), version: 1 }));
        Ok(())
    }

    /// Changes a record; for [`Apply`](crate::kernel::act::Apply). Counts its version up by one.
    ///
    /// # Errors
    /// [`Corrupt`] when there is no such record.
    pub fn edit<R: Record>(&mut self, id: R::Id, edit: impl FnOnce(&mut R)) -> Result<(), Corrupt> {
        let key = Key::of(id);
        let missing = || Corrupt::new(format!("{key} is changed but was never made"));
        self.note_marked(key);
        let now = self.records.get_mut(&key).and_then(Option::as_mut).ok_or_else(missing)?;
        let old = links_of(&now.record);
        let record = R::unwrap_mut(&mut now.record).ok_or_else(missing)?;
        // Only the first change since the last call of `changes` needs to know what was there before it.
        if !self.replaying && !self.before.contains_key(&key) {
            let before = Versioned { record: record.clone().wrap(), version: now.version };
            self.before.insert(key, Some(before));
        }
        edit(record);
        now.version += 1;
        let new = links_of(&now.record);
        if old != new {
            self.relink(key, &old, &new);
        }
        Ok(())
    }

    /// Removes a record, as erasing does. What is not there stays not there.
    pub fn remove(&mut self, key: Key) {
        self.change(key, None);
    }

    /// The changes since the last call, and a clean slate for the next.
    pub fn changes(&mut self) -> Vec<Change<'_>> {
        let before = std::mem::take(&mut self.before);
        let records = &self.records;
        before
            .into_iter()
            .map(|(key, before)| Change { key, before, after: records.get(&key).and_then(Option::as_ref) })
            .collect()
    }

    /// Remembers the records as they are, so that [`World::back`] can bring them back: for several commands of which all happen, or none.
    pub fn mark(&mut self) {
        self.marked = Some(BTreeMap::new());
    }

    /// Lets what happened since [`World::mark`] stand.
    pub fn keep(&mut self) {
        self.marked = None;
    }

    /// Brings the records back to what they were at [`World::mark`]. What was loaded since stays loaded.
    pub fn back(&mut self) {
        for (key, (was, changed)) in self.marked.take().unwrap_or_default() {
            let old = was.as_ref().map(|v| links_of(&v.record)).unwrap_or_default();
            let now = self.records.insert(key, was).flatten();
            let new = now.as_ref().map(|v| links_of(&v.record)).unwrap_or_default();
            self.relink(key, &new, &old);
            if !changed {
                self.before.remove(&key);
            }
        }
    }

    /// Remembers a record before its first change since the mark.
    fn note_marked(&mut self, key: Key) {
        if let Some(marked) = &mut self.marked
            && !marked.contains_key(&key)
        {
            let was = self.records.get(&key).cloned().flatten();
            marked.insert(key, (was, self.before.contains_key(&key)));
        }
    }

    fn change(&mut self, key: Key, after: Option<Versioned>) {
        self.note_marked(key);
        let new = after.as_ref().map(|v| links_of(&v.record)).unwrap_or_default();
        let before = self.records.insert(key, after).flatten();
        let old = before.as_ref().map(|v| links_of(&v.record)).unwrap_or_default();
        self.relink(key, &old, &new);
        if !self.replaying {
            self.before.entry(key).or_insert(before);
        }
    }

    /// Takes a record out of the lists that it has left, and into those that it has entered.
    fn relink(&mut self, key: Key, old: &[Link], new: &[Link]) {
        for (name, target) in old.iter().filter(|link| new.binary_search(link).is_err()) {
            let list = ListKey { kind: key.kind, name, target: *target };
            if let Some(ids) = self.lists.get_mut(&list) {
                ids.remove(&key.id);
            }
        }
        for (name, target) in new.iter().filter(|link| old.binary_search(link).is_err()) {
            let list = ListKey { kind: key.kind, name, target: *target };
            if self.complete {
                self.lists.entry(list).or_default().insert(key.id);
            } else if let Some(ids) = self.lists.get_mut(&list) {
                ids.insert(key.id);
            }
        }
    }
}

/// A link of a record: its name, and what it points at.
pub type Link = (&'static str, Uuid);

/// The links of a record, in order, each once.
#[must_use]
pub fn links_of(record: &AnyRecord) -> Vec<Link> {
    let mut links = Vec::new();
    registry::links(record, &mut |name, target| links.push((name, target)));
    links.sort_unstable();
    links.dedup();
    links
}

/// The cells of a record, whatever its kind.
#[must_use]
pub fn cells_of(record: &AnyRecord) -> Cells {
    registry::cells(record)
}

/// A record is asked for that is not there.
pub static UNKNOWN: Rule = Rule { id: "record.unknown", clause: "house rule", asks: "a record that exists" };

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Audit;
    use crate::auditor::Person;
    use crate::testing::{Bench, audit_of};

    fn renamed(world: &mut World, person: crate::kernel::id::PersonId, name: &str) {
        world.edit::<Person>(person, |person| person.name = name.parse().unwrap()).unwrap();
    }

    #[test]
    fn several_changes_of_a_record_are_one_change_from_what_was_there_first() {
        let mut bench = Bench::standing();
        let person = bench.cast.stranger;
        let before = bench.world.held(Key::of(person)).cloned();
        renamed(&mut bench.world, person, "Once");
        renamed(&mut bench.world, person, "Twice");
        let after = bench.world.held(Key::of(person)).cloned();
        let changes = bench.world.changes();
        let [change] = changes.as_slice() else { panic!("{changes:?}") };
        assert_eq!((&change.before, change.after), (&before, after.as_ref()));
        assert_eq!(after.unwrap().version, before.unwrap().version + 2);
        drop(changes);
        assert!(bench.world.changes().is_empty());
    }

    #[test]
    fn what_happened_since_a_mark_is_taken_back_whole_or_stands() {
        let mut bench = Bench::standing();
        let (planned, cast) = (bench.cast.planned, bench.cast);
        bench.put(audit_of(&bench, planned, &[]));
        let audit: AuditId = planned.into();
        let people = |world: &World, person| world.list::<Audit>("people", person).unwrap().len();
        bench.world.changes();
        renamed(&mut bench.world, cast.leader, "Before the mark");
        let held = |world: &World, key: Key| world.held(key).cloned();
        let (was, leader) = (held(&bench.world, Key::of(audit)), held(&bench.world, Key::of(cast.leader)));

        bench.world.mark();
        bench.world.edit::<Audit>(audit, |audit| audit.people = vec![cast.stranger]).unwrap();
        renamed(&mut bench.world, cast.leader, "After the mark");
        renamed(&mut bench.world, cast.auditor, "Changed since alone");
        let made = Person { id: crate::testing::id(4_711), ..bench.get::<Person>(cast.auditor).clone() };
        bench.world.add(made).unwrap();
        bench.world.back();
        assert_eq!(held(&bench.world, Key::of(audit)), was);
        assert_eq!(held(&bench.world, Key::of(cast.leader)), leader);
        assert_eq!(people(&bench.world, cast.stranger), 0);
        assert!(
            held(&bench.world, Key::of(crate::testing::id::<crate::kernel::id::PersonId>(4_711))).is_none()
        );
        let changed: Vec<Key> = bench.world.changes().iter().map(|change| change.key).collect();
        assert_eq!(changed, [Key::of(cast.leader)], "what was changed before the mark stands");

        bench.world.mark();
        renamed(&mut bench.world, cast.auditor, "Kept");
        bench.world.keep();
        bench.world.back();
        assert_eq!(bench.get::<Person>(cast.auditor).name.as_str(), "Kept");
    }

    #[test]
    fn a_changed_link_moves_the_record_from_list_to_list() {
        let mut bench = Bench::standing();
        let (planned, cast) = (bench.cast.planned, bench.cast);
        bench.put(audit_of(&bench, planned, &[]));
        let audit: AuditId = planned.into();
        let people = |world: &World, person| world.list::<Audit>("people", person).unwrap().len();
        bench.world.edit::<Audit>(audit, |audit| audit.people = vec![cast.leader]).unwrap();
        assert_eq!((people(&bench.world, cast.leader), people(&bench.world, cast.auditor)), (1, 0));
        bench.world.edit::<Audit>(audit, |audit| audit.people = vec![cast.auditor]).unwrap();
        assert_eq!((people(&bench.world, cast.leader), people(&bench.world, cast.auditor)), (0, 1));
    }

    #[test]
    fn what_was_never_made_cannot_be_changed_and_a_replay_tells_no_changes() {
        let nobody = Bench::empty().cast.stranger;
        let mut world = World::replay();
        assert!(world.edit::<Person>(nobody, |_| ()).is_err());
        let bench = Bench::standing();
        world.add(bench.get::<Person>(nobody).clone()).unwrap();
        renamed(&mut world, nobody, "Another");
        assert_eq!(world.version(Key::of(nobody)), Ok(2));
        assert!(world.changes().is_empty());
    }

    #[test]
    fn lists_that_are_not_loaded_are_asked_for_all_at_once() {
        let cast = Bench::empty().cast;
        let mut world = World::empty();
        let people = [cast.leader, cast.auditor];
        let key = |person: crate::kernel::id::PersonId| ListKey {
            kind: Kind::Audit,
            name: "people",
            target: person.uuid(),
        };
        let needs = people.map(|person| Need::List(key(person))).to_vec();
        assert_eq!(world.want_lists::<Audit>("people", people), Err(Stop::Need(needs)));
        world.load_list(key(cast.leader), BTreeSet::new());
        assert_eq!(
            world.want_lists::<Audit>("people", people),
            Err(Stop::Need(vec![Need::List(key(cast.auditor))]))
        );
        world.load_list(key(cast.auditor), BTreeSet::new());
        assert_eq!(world.want_lists::<Audit>("people", people), Ok(()));
    }
}
