//! What verifying finds out about an entry by itself, before it is applied: many at a time, on another thread.

use assize_domain::kernel::datum::Corrupt;
use assize_domain::kernel::entry::{Entry, hex};
use assize_domain::kernel::time::Timestamp;
use assize_domain::{Event, Stamp};
use assize_tlog::{Hash, leaf_hash};

use super::homes::FromField;
use crate::journal::JournalRow;
use crate::signing::Beside;

/// An entry of the journal, hashed and read.
pub(super) struct Checked {
    /// Its number.
    pub(super) seq: i64,
    /// When it was written, where that can be read.
    pub(super) at: Option<Timestamp>,
    /// The hash of the leaf that its values make.
    pub(super) leaf: Hash,
    /// What is wrong with the leaf that is stored, or with what the entry is found by.
    pub(super) wrong: Vec<&'static str>,
    /// The signature that stands beside it.
    pub(super) beside: Beside,
    /// Where it comes from, where that is the field.
    pub(super) from: Option<FromField>,
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
        let found_by = row.found_by();
        let stored = match row.entry() {
            Ok(stored) => stored,
            Err((seq, corrupt)) => {
                let content = EntryContent::Unreadable(corrupt);
                let beside = Beside::Nothing;
                let (leaf, wrong) = (leaf_hash(b""), Vec::new());
                return Self { seq, at: None, leaf, wrong, beside, from: None, content };
            }
        };
        let leaf = leaf_hash(&stored.entry.leaf());
        let mut wrong = Vec::new();
        if hex(leaf.as_bytes()) != stored.leaf {
            wrong.push("its values are not those that its leaf was made from");
        }
        if !is_found_by(&stored.entry, &found_by) {
            wrong.push("its row is found by another subject or audit than its values name");
        }
        let (seq, at) = (stored.entry.seq, Some(stored.entry.at));
        let beside = Beside::of(&stored.entry);
        let from = FromField::of(&stored.entry);
        let content = if stored.entry.is_erased() {
            EntryContent::Erased
        } else {
            match stored.entry.into_event() {
                Ok((event, stamp)) => EntryContent::Event(event, stamp),
                Err(corrupt) => EntryContent::Unreadable(corrupt),
            }
        };
        Self { seq, at, leaf, wrong, beside, from, content }
    }
}

/// Whether what the row is found by is what the entry names. An erased one is found by nothing.
fn is_found_by(entry: &Entry, found_by: &[String; 3]) -> bool {
    if entry.is_erased() {
        return true;
    }
    let subject = |name: &str| {
        let subject = entry.value("subject").and_then(|subject| subject.get(name));
        subject.and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    };
    let audit = entry.audit().map(|audit| audit.to_string()).unwrap_or_default();
    *found_by == [subject("kind"), subject("id"), audit]
}
