//! What verifying finds out about an entry by itself, before it is applied: many at a time, on another thread.

use assize_domain::kernel::datum::Corrupt;
use assize_domain::kernel::entry::hex;
use assize_domain::{Event, Stamp};
use assize_tlog::{Hash, leaf_hash};

use crate::journal::JournalRow;

/// An entry of the journal, hashed and read.
pub(super) struct Checked {
    /// Its number.
    pub(super) seq: i64,
    /// The hash of the leaf that its values make.
    pub(super) leaf: Hash,
    /// What is wrong with the leaf that is stored.
    pub(super) leaf_wrong: Option<&'static str>,
    /// What it says.
    pub(super) content: EntryContent,
}

/// What an entry says.
pub(super) enum EntryContent {
    /// What happened.
    Event(Event, Stamp),
    /// Nothing any more: values of it were erased.
    Erased,
    /// Nothing that the law could have written.
    Unreadable(Corrupt),
}

impl Checked {
    pub(super) fn of(row: JournalRow) -> Self {
        let stored = match row.entry() {
            Ok(stored) => stored,
            Err((seq, corrupt)) => {
                let content = EntryContent::Unreadable(corrupt);
                return Self { seq, leaf: leaf_hash(b""), leaf_wrong: None, content };
            }
        };
        let leaf = leaf_hash(&stored.entry.leaf());
        let leaf_wrong = (hex(leaf.as_bytes()) != stored.leaf)
            .then_some("its values are not those that its leaf was made from");
        let content = if stored.entry.is_erased() {
            EntryContent::Erased
        } else {
            match stored.entry.event() {
                Ok((event, stamp)) => EntryContent::Event(event, stamp),
                Err(corrupt) => EntryContent::Unreadable(corrupt),
            }
        };
        Self { seq: stored.entry.seq, leaf, leaf_wrong, content }
    }
}
