//! Checking what came home: the journal of a field, its tree, and the signature of its loan.

use std::collections::BTreeSet;

use assize_domain::field::{InField, Loan};
use assize_domain::kernel::act::SEED_BYTES;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::entry::{Entry, canonical, hex, unhex};
use assize_domain::kernel::text::Sha256;
use assize_domain::{Actor, Command, Event, Key};
use assize_tlog::{Checkpoint, Frontier, Hash, Origin, TreeHead, VerifierKey, leaf_hash};
use serde_json::Value;

use super::FieldBad;
use super::book::entry_of;
use crate::writer::ENTRY_BYTES_MAX;

/// The longest line of a journal that is read, in bytes. No entry is longer than the half of it, and what a line says around one is short. As JSON
/// in memory it is many times as long.
const LINE_BYTES_MAX: usize = 2 * ENTRY_BYTES_MAX;
/// The command that takes a file.
const TAKES: &str = "evidence.take";

/// The journal of a field, read and agreeing with itself.
#[derive(Debug)]
pub(crate) struct Brought {
    /// Its acts, in their order.
    pub(crate) acts: Vec<CameHome>,
    /// The hashes of its leaves.
    pub(crate) leaves: Vec<Hash>,
    /// The digests of the files that it has taken in.
    pub(crate) files: BTreeSet<String>,
}

/// An act of a field.
#[derive(Debug)]
pub(crate) struct CameHome {
    /// Where it was done.
    pub(crate) field: InField,
    /// The command's name.
    pub(crate) name: String,
    /// Its body.
    pub(crate) body: String,
    /// The command, where this version reads it.
    pub(crate) command: Option<Command>,
}

impl CameHome {
    /// The record that it changes, where it does not add.
    pub(crate) fn subject(&self) -> Option<Key> {
        self.command.as_ref().and_then(Command::subject)
    }

    /// The digest of the file that it takes; also where this version does not read the command, which a later one may.
    pub(crate) fn takes(&self) -> Option<String> {
        match &self.command {
            Some(Command::TakeEvidence(take)) => Some(take.sha256.to_string()),
            Some(_) => None,
            None if self.name == TAKES => {
                let body: Value = serde_json::from_str(&self.body).ok()?;
                body.get("sha256").and_then(Value::as_str).map(str::to_owned)
            }
            None => None,
        }
    }
}

impl Brought {
    /// Reads a journal of a loan.
    ///
    /// # Errors
    /// [`FieldBad::Damaged`] where a line cannot be read, or what it says does not follow on what stood before.
    pub(crate) fn read(journal: &[u8], loan: &Loan) -> Result<Self, FieldBad> {
        use assize_domain::evidence::EvidenceForm;
        let mut brought = Self { acts: Vec::new(), leaves: Vec::new(), files: BTreeSet::new() };
        let borrower = Actor::Person { person: *loan.borrower() }.to_json();
        for line in journal.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            if line.len() > LINE_BYTES_MAX {
                return Err(FieldBad::Damaged);
            }
            let value: Value = serde_json::from_slice(line).map_err(|_| FieldBad::Damaged)?;
            let entry = entry_of(&value).ok_or(FieldBad::Damaged)?;
            let leaf = leaf_hash(&entry.leaf());
            brought.leaves.push(leaf);
            let is_next = usize::try_from(entry.seq) == Ok(brought.leaves.len());
            if !is_next || entry.value("actor") != Some(&borrower) {
                return Err(FieldBad::Damaged);
            }
            if let Some(given) = entry.given() {
                let act = act_of(given, &entry, leaf, loan).ok_or(FieldBad::Damaged)?;
                if usize::try_from(act.field.number) != Ok(brought.acts.len() + 1) {
                    return Err(FieldBad::Damaged);
                }
                brought.acts.push(act);
            }
            // Entries of a later version are kept as they are; what they name is then decided by whoever reads them.
            if let Ok((Event::EvidenceRecorded(recorded), _)) = entry.event()
                && let EvidenceForm::Taken { sha256, .. } = &recorded.form
            {
                brought.files.insert(sha256.to_string());
            }
        }
        Ok(brought)
    }

    /// The head of the tree of its first entries; nothing where it has not so many.
    pub(crate) fn head_at(&self, size: u64) -> Option<TreeHead> {
        let leaves = self.leaves.get(..usize::try_from(size).ok()?)?;
        let mut frontier = Frontier::new();
        for leaf in leaves {
            frontier.append(*leaf).ok()?;
        }
        Some(frontier.head())
    }

    /// How many entries it has.
    pub(crate) fn size(&self) -> u64 {
        self.leaves.len() as u64
    }
}

/// The head that a checkpoint of a loan signs.
///
/// # Errors
/// [`FieldBad::Signature`] where the key of the loan has not signed it.
pub(crate) fn signed_head(note: &str, loan: &Loan) -> Result<TreeHead, FieldBad> {
    let key: VerifierKey = loan.key().as_str().parse().map_err(|_| FieldBad::Signature)?;
    let origin: Origin = key.name().as_str().parse().map_err(|_| FieldBad::Signature)?;
    let opened = Checkpoint::open(note.as_bytes(), &origin, &[key]).map_err(|_| FieldBad::Signature)?;
    Ok(opened.checkpoint.head())
}

fn act_of(given: &Value, entry: &Entry, leaf: Hash, loan: &Loan) -> Option<CameHome> {
    let name = given.get("command")?.as_str()?.to_owned();
    let body = given.get("body")?;
    let seed = unhex::<SEED_BYTES>(given.get("seed")?.as_str()?)?;
    let leaf: Sha256 = hex(leaf.as_bytes()).parse().ok()?;
    let field = InField {
        loan: loan.id(),
        audit: *loan.audit(),
        borrower: *loan.borrower(),
        number: given.get("number")?.as_i64()?,
        at: entry.at,
        zone_minutes: given.get("zone_minutes")?.as_i64()?,
        seed,
        leaf,
        seen: given.get("seen")?.as_i64(),
    };
    let command = Command::read(&name, body).and_then(Result::ok);
    Some(CameHome { field, name, body: canonical(body), command })
}
