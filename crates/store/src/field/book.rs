//! The book of a field: what was done there, on the disk, sealed.
//!
//! The database of a field is in memory alone. What is committed is written here first, a line a batch, and the disk has it before it is
//! committed: opening the file again applies the lines anew. A line is AES-256-GCM under the key of the book, in hexadecimal, bound to the loan and to its place
//! among the others: none can be changed, moved or left out but from the end. A last line without its end was never answered.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use assize_domain::field::{FIELD_COMMAND, of_the_field};
use assize_domain::kernel::act::SEED_BYTES;
use assize_domain::kernel::entry::{Entry, canonical, hex};
use assize_domain::kernel::id::{LoanId, PersonId};
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::kernel::text::JSON_CHARS_MAX;
use assize_domain::{Actor, Command, Event};
use serde_json::{Value, json};

use super::FieldBad;
use crate::accounts::SecretKey;
use crate::db::OwnConn;
use crate::error::StoreError;
use crate::vault::{self, SealedBlob};
use crate::writer::Act;

/// What lines are sealed for, apart from all else that keys of this kind seal.
const USAGE: &str = "field-book";

/// The book, open at its end.
#[derive(Debug)]
pub(crate) struct Book {
    file: File,
    key: SecretKey,
    loan: LoanId,
    borrower: PersonId,
    zone_minutes: i64,
    place: Place,
    acts: i64,
    /// Whether what stands at its end is not known: nothing is written to it then until it is opened again.
    is_broken: bool,
}

/// A place in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    lines: u64,
    bytes: u64,
}

/// What a book is of.
#[derive(Clone, Debug)]
pub(crate) struct Cover {
    pub(crate) key: SecretKey,
    pub(crate) loan: LoanId,
    pub(crate) borrower: PersonId,
    pub(crate) zone_minutes: i64,
}

impl Book {
    /// Opens a book, or begins it; with what stands in it, line by line.
    ///
    /// # Errors
    /// [`FieldBad::Damaged`] where a line is not what was written; [`StoreError::File`].
    pub(crate) fn open(path: &Path, cover: Cover) -> Result<(Self, Vec<Value>), StoreError> {
        let Cover { key, loan, borrower, zone_minutes } = cover;
        let failed = || StoreError::file("opening the book of the field");
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(path).map_err(failed())?;
        file.try_lock().map_err(|_| StoreError::Field(FieldBad::Open))?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).map_err(failed())?;
        let mut place = Place { lines: 0, bytes: 0 };
        let mut lines = Vec::new();
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            let Some((b'\n', sealed)) = line.split_last() else { break };
            let sealed = std::str::from_utf8(sealed).map_err(|_| FieldBad::Damaged)?;
            let opened = key.open(USAGE, &bound(loan, place.lines), sealed).map_err(|_| FieldBad::Damaged)?;
            lines.push(serde_json::from_slice(&opened).map_err(|_| FieldBad::Damaged)?);
            place.lines += 1;
            place.bytes += line.len() as u64;
        }
        // What follows the last whole line was never answered.
        file.set_len(place.bytes).map_err(failed())?;
        file.seek(SeekFrom::End(0)).map_err(failed())?;
        Ok((Self { file, key, loan, borrower, zone_minutes, place, acts: 0, is_broken: false }, lines))
    }

    /// How many acts there are.
    pub(crate) const fn acts(&self) -> i64 {
        self.acts
    }

    /// Says how many acts the lines hold.
    pub(crate) const fn count(&mut self, acts: i64) {
        self.acts = acts;
    }

    /// Refuses what is not done in the field, or by somebody else than the borrower.
    pub(crate) fn admits(&self, act: &Act) -> Result<(), Stop> {
        of_the_field(act.command.name())?;
        // What is too long to wait for a decision would be lost if it had to.
        if canonical(&act.command.to_json()).chars().count() > JSON_CHARS_MAX {
            return Err(Refusal::new(
                &FIELD_COMMAND,
                "the act is too long for the field",
                "split it into several, or keep the text as evidence",
            )
            .into());
        }
        if act.actor == (Actor::Person { person: self.borrower }) {
            return Ok(());
        }
        Err(Refusal::new(
            &FIELD_COMMAND,
            "who acts is not whom the audit was lent to",
            "sign in as the borrower; others have a loan of their own",
        )
        .into())
    }

    /// An act as it was given, to stand beside its first entry.
    pub(crate) fn given(
        &self,
        number: i64,
        command: &Command,
        seed: [u8; SEED_BYTES],
        seen: Option<i64>,
    ) -> Value {
        json!({
            "body": command.to_json(),
            "command": command.name(),
            "number": number,
            "seed": hex(&seed),
            "seen": seen,
            "zone_minutes": self.zone_minutes,
        })
    }

    /// Writes entries down, with what is needed to open the files that they name; answers where the book ended before.
    pub(crate) async fn write(
        &mut self,
        conn: &mut OwnConn,
        entries: &[&Entry],
        acts: i64,
    ) -> Result<Place, StoreError> {
        use assize_domain::evidence::EvidenceForm;
        let mut sealed = Vec::new();
        for entry in entries {
            let (Event::EvidenceRecorded(recorded), _) = entry.event()? else { continue };
            let sha256 = match &recorded.form {
                EvidenceForm::Taken { sha256, .. } => Some(sha256),
                // What may not leave is on the laptop until it is wiped.
                EvidenceForm::Seen { seen_sha256, .. } => seen_sha256.as_ref(),
            };
            if let Some(sha256) = sha256 {
                sealed.extend(vault::row_of(conn, sha256.as_str()).await?);
            }
        }
        let lines: Vec<Value> = entries.iter().map(|entry| line_of(entry)).collect();
        let before = self.append(&json!({ "entries": lines, "sealed": sealed_json(&sealed) }))?;
        self.acts = acts;
        Ok(before)
    }

    /// Writes down how files are kept that came with the field file.
    pub(crate) fn keep(&mut self, sealed: &[SealedBlob]) -> Result<(), StoreError> {
        self.append(&json!({ "entries": [], "sealed": sealed_json(sealed) })).map(drop)
    }

    fn append(&mut self, value: &Value) -> Result<Place, StoreError> {
        if self.is_broken {
            return Err(StoreError::Limit(
                "the book of the field could not be written to; open the file again".to_owned(),
            ));
        }
        let before = self.place;
        let mut line = self.key.seal(USAGE, &bound(self.loan, before.lines), canonical(value).as_bytes())?;
        line.push('\n');
        let written = self.file.write_all(line.as_bytes()).and_then(|()| self.file.sync_data());
        if let Err(source) = written {
            // Half a line is none; the next begins where it began.
            let _ = self.take_back(before);
            return Err(StoreError::File { doing: "writing to the book of the field", source });
        }
        self.place = Place { lines: before.lines + 1, bytes: before.bytes + line.len() as u64 };
        Ok(before)
    }

    /// Takes back what was written after a place, where it was not committed.
    pub(crate) fn take_back(&mut self, to: Place) -> Result<(), StoreError> {
        self.is_broken = true;
        let cut = self.file.set_len(to.bytes).and_then(|()| self.file.seek(SeekFrom::Start(to.bytes)));
        cut.and_then(|_| self.file.sync_data())
            .map_err(StoreError::file("writing to the book of the field"))?;
        self.place = to;
        self.is_broken = false;
        Ok(())
    }
}

fn bound(loan: LoanId, line: u64) -> String {
    format!("{loan}\n{line}")
}

/// An entry as a line of a journal.
pub(crate) fn line_of(entry: &Entry) -> Value {
    json!({ "seq": entry.seq, "time": entry.at.to_string(), "kind": entry.kind, "v": entry.v, "fields": entry.fields_json() })
}

/// The entry of a line.
pub(crate) fn entry_of(value: &Value) -> Option<Entry> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    Some(Entry {
        seq: value.get("seq")?.as_i64()?,
        at: text("time")?.parse().ok()?,
        kind: text("kind")?.to_owned(),
        v: u16::try_from(value.get("v")?.as_u64()?).ok()?,
        fields: Entry::fields_from_json(value.get("fields")?.clone()).ok()?,
    })
}

fn sealed_json(sealed: &[SealedBlob]) -> Value {
    let one = |blob: &SealedBlob| json!({ "sha256": blob.sha256, "cipher": blob.cipher, "bytes": blob.bytes, "wrapped": blob.wrapped, "master": blob.master });
    Value::Array(sealed.iter().map(one).collect())
}

/// The encrypted files of a line of the book.
pub(crate) fn sealed_of(line: &Value) -> Option<Vec<SealedBlob>> {
    let one = |value: &Value| {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let bytes = value.get("bytes")?.as_u64()?;
        let (sha256, cipher) = (text("sha256")?, text("cipher")?);
        Some(SealedBlob { sha256, cipher, bytes, wrapped: text("wrapped")?, master: text("master")? })
    };
    line.get("sealed")?.as_array()?.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use assize_domain::kernel::id::{LoanId, PersonId};
    use uuid::Uuid;

    use super::*;

    fn cover(key: &SecretKey) -> Cover {
        let (loan, borrower) = (LoanId::from(Uuid::from_u128(1)), PersonId::from(Uuid::from_u128(2)));
        Cover { key: key.clone(), loan, borrower, zone_minutes: 60 }
    }

    #[test]
    fn what_was_written_is_read_again_and_half_a_line_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book");
        let key = SecretKey::make().unwrap();
        let (mut book, lines) = Book::open(&path, cover(&key)).unwrap();
        assert!(lines.is_empty());
        let one = book.append(&json!({ "n": 1 })).unwrap();
        assert!(matches!(Book::open(&path, cover(&key)), Err(StoreError::Field(FieldBad::Open))));
        book.append(&json!({ "n": 2 })).unwrap();
        drop(book);
        let whole = std::fs::read(&path).unwrap();
        assert!(!whole.windows(4).any(|four| four == b"\"n\":"), "nothing of it is in the clear");
        std::fs::write(&path, &whole[..whole.len() - 3]).unwrap();
        let (mut book, lines) = Book::open(&path, cover(&key)).unwrap();
        assert_eq!(lines, [json!({ "n": 1 })]);
        book.append(&json!({ "n": 3 })).unwrap();
        book.take_back(one).unwrap();
        drop(book);
        assert!(Book::open(&path, cover(&key)).unwrap().1.is_empty());
    }

    #[test]
    fn a_line_that_was_changed_moved_or_sealed_for_another_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book");
        let key = SecretKey::make().unwrap();
        let (mut book, _) = Book::open(&path, cover(&key)).unwrap();
        book.append(&json!({ "n": 1 })).unwrap();
        book.append(&json!({ "n": 2 })).unwrap();
        drop(book);
        let whole = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let (one, two) = whole.trim_end().split_once('\n').unwrap();
        let other = if one.starts_with('0') { "1" } else { "0" };
        for wrong in [
            format!("{two}\n{one}\n"),
            format!("{two}\n"),
            format!("{other}{}\n", &one[1..]),
            "\n".to_owned(),
        ] {
            std::fs::write(&path, wrong).unwrap();
            let opened = Book::open(&path, cover(&key));
            assert!(matches!(opened, Err(StoreError::Field(FieldBad::Damaged))));
        }
        std::fs::write(&path, &whole).unwrap();
        let stranger = SecretKey::make().unwrap();
        assert!(matches!(Book::open(&path, cover(&stranger)), Err(StoreError::Field(FieldBad::Damaged))));
    }
}
