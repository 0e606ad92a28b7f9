//! Parts of records that are read by themselves, where many records are counted and little of each is asked.

use std::any::{Any, TypeId};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};

use uuid::Uuid;

use super::datum::{Cells, Corrupt, Datum, Shape};
use super::id::Id;
use super::record::{Key, ListKey, Need, Record, World};
use super::refusal::Stop;

/// Some fields of a record, `id` first, under the names that they have there: their columns and lists are then among the
/// record's, and a store can read them alone. Whatever is counted of briefs is counted alike of whole records.
pub trait Brief: Datum + Clone + fmt::Debug + Send + Sync + 'static {
    /// The record that it is a part of.
    type Of: Record;
    /// The part of a whole record.
    fn of(record: &Self::Of) -> Self;
}

/// Briefs as a world keeps them: a `Vec` of the brief's type.
type Kept = Box<dyn Any + Send + Sync>;

/// A kind of brief, as a store reads it without knowing its type.
#[derive(Clone, Copy)]
pub struct BriefKind {
    id: TypeId,
    shape: fn() -> Shape,
    read: fn(&ListKey, Vec<(Uuid, Cells)>) -> Result<Kept, Corrupt>,
}

impl BriefKind {
    /// The kind of a type.
    #[must_use]
    pub fn of<B: Brief>() -> Self {
        Self { id: TypeId::of::<B>(), shape: Shape::of::<B>, read: read::<B> }
    }

    /// What tells one kind from another while the program runs.
    #[must_use]
    pub const fn id(&self) -> TypeId {
        self.id
    }

    /// The columns and lists to read.
    #[must_use]
    pub fn shape(&self) -> Shape {
        (self.shape)()
    }
}

fn read<B: Brief>(list: &ListKey, rows: Vec<(Uuid, Cells)>) -> Result<Kept, Corrupt> {
    let one = |(id, cells): (Uuid, Cells)| {
        cells.into_datum::<B>().map_err(|corrupt| corrupt.within(Key { kind: list.kind, id }))
    };
    Ok(Box::new(rows.into_iter().map(one).collect::<Result<Vec<B>, Corrupt>>()?))
}

impl fmt::Debug for BriefKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}

impl PartialEq for BriefKind {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for BriefKind {}

impl PartialOrd for BriefKind {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for BriefKind {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id.cmp(&other.id)
    }
}

impl Hash for BriefKind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// The briefs of the records in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BriefKey {
    /// The list.
    pub list: ListKey,
    /// What is read of its records.
    pub of: BriefKind,
}

impl BriefKey {
    /// The briefs of the records whose link `name` points at `target`.
    #[must_use]
    pub fn new<B: Brief>(name: &'static str, target: Uuid) -> Self {
        Self { list: ListKey { kind: B::Of::KIND, name, target }, of: BriefKind::of::<B>() }
    }
}

/// The briefs that a world holds.
#[derive(Debug, Default)]
pub(super) struct Briefs(HashMap<BriefKey, Kept>);

impl Briefs {
    pub(super) fn has(&self, key: &BriefKey) -> bool {
        self.0.contains_key(key)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl World {
    /// Briefs of the records whose link `name` points at `target`, in the order of their ids. A world that holds the records
    /// takes them from there; one that does not asks for no more than the briefs.
    ///
    /// # Errors
    /// [`Stop::Need`] when neither was loaded.
    pub fn briefs<B: Brief>(&self, name: &'static str, target: impl Id) -> Result<Cow<'_, [B]>, Stop> {
        debug_assert!(B::Of::LINKS.contains(&name), "{} has no link `{name}`", B::Of::KIND);
        let key = BriefKey::new::<B>(name, target.uuid());
        if self.has(&Need::List(key.list)) {
            let records = self.list::<B::Of>(name, target)?;
            return Ok(Cow::Owned(records.into_iter().map(B::of).collect()));
        }
        match self.briefs.0.get(&key).and_then(|kept| kept.downcast_ref::<Vec<B>>()) {
            Some(kept) => Ok(Cow::Borrowed(kept)),
            None => Err(Stop::Need(vec![Need::Briefs(key)])),
        }
    }

    /// Asks for briefs all at once, so that a question about many does not ask for them one by one.
    ///
    /// # Errors
    /// [`Stop::Need`] with all that were not loaded.
    pub fn want_briefs<B: Brief>(
        &self,
        name: &'static str,
        targets: impl IntoIterator<Item = impl Id>,
    ) -> Result<(), Stop> {
        let keys = targets.into_iter().map(|target| BriefKey::new::<B>(name, target.uuid()));
        let needs: Vec<Need> = keys.map(Need::Briefs).filter(|need| !self.has(need)).collect();
        if needs.is_empty() { Ok(()) } else { Err(Stop::Need(needs)) }
    }

    /// Puts loaded briefs into the world, in the order of their ids. They do not follow changes: a world in which commands
    /// are decided loads the records themselves.
    ///
    /// # Errors
    /// [`Corrupt`] when cells are not what the law could have written.
    pub fn load_briefs(&mut self, key: BriefKey, rows: Vec<(Uuid, Cells)>) -> Result<(), Corrupt> {
        let kept = (key.of.read)(&key.list, rows)?;
        self.briefs.0.entry(key).or_insert(kept);
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Holds that a brief is a part of its record: in its shape, in its cells, and there and back.
    pub(crate) fn check<B: Brief + PartialEq>(record: &B::Of) {
        let brief = B::of(record);
        assert_eq!(Shape::of::<B>().columns.first().map(|column| column.name.as_str()), Some("id"));
        let (part, whole) = (Cells::of(&brief), Cells::of(record));
        same(&Shape::of::<B>(), &part, &Shape::of::<B::Of>(), &whole);
        assert_eq!(part.into_datum::<B>().as_ref(), Ok(&brief));
    }

    fn same(part: &Shape, part_cells: &Cells, whole: &Shape, whole_cells: &Cells) {
        for (column, cell) in part.columns.iter().zip(&part_cells.cells) {
            let at = whole.columns.iter().position(|other| other == column);
            let at = at.unwrap_or_else(|| panic!("no such column in the record: {column:?}"));
            assert_eq!(&whole_cells.cells[at], cell, "{}", column.name);
        }
        for ((name, shape), rows) in part.lists.iter().zip(&part_cells.lists) {
            let at = whole.lists.iter().position(|(other, _)| other == name);
            let at = at.unwrap_or_else(|| panic!("no such list in the record: {name}"));
            assert_eq!(whole_cells.lists[at].len(), rows.len(), "{name}");
            for (row, whole_row) in rows.iter().zip(&whole_cells.lists[at]) {
                same(shape, row, &whole.lists[at].1, whole_row);
            }
        }
    }
}
