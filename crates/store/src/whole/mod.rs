//! The whole store as files that a stranger can read: JSON Lines and blobs, out and in. `docs/formats.md` has the form.
//!
//! INVARIANT (nothing left open): every table of the database is in one of these lists: the records, which follow from their
//! declarations; the journal and its head; [`tables::TABLES`], each kept or left out with its reason; and what is made anew. A test
//! compares them with the tables that the migrations make.

mod check;
mod out;
mod read;
mod tables;
mod take;

use std::fmt;

use assize_domain::Kind;
use sha2::{Digest as _, Sha256};

pub use self::out::{ExportTo, StoreExported};
pub use self::tables::{MADE_ANEW, store_columns, store_tables};
pub use self::take::StoreImported;

/// The name of the form, as the manifest has it.
pub const STORE_FORM: &str = "assize-store";
/// The version of the form. A reader takes its own and those before.
pub const STORE_FORM_VERSION: i64 = 1;
/// The fact by which a store is known that is being imported: the digest of the manifest.
pub(crate) const UNDER_WAY: &str = "import_under_way";
/// The fact in which a store remembers of which export it was made, when it is whole: the same digest.
const IMPORTED_FROM: &str = "imported_from";

const MANIFEST: &str = "manifest.json";
/// The field of a manifest that says that the files stay where they are.
const FILES_STAY: &str = "files_stay";
const JOURNAL: &str = "journal.jsonl";
const RECORDS: &str = "records/";
const TABLES: &str = "tables/";
const BLOBS: &str = "blobs/";
const LOG: &str = "log/";
const LINES: &str = ".jsonl";
/// The longest line, in bytes: an entry, a record, or the text of a document.
const LINE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// The largest file of the log, and the largest manifest, in bytes.
const SMALL_BYTES_MAX: usize = 64 * 1024 * 1024;
/// How many rows are read or written at a time.
const ROWS: i64 = 256;
/// The most problems of an import that are named.
pub const IMPORT_PROBLEMS_MAX: usize = 100;

/// What is wrong with an export, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProblem {
    /// The file in it.
    pub file: String,
    /// The line, from 1 on; nothing where it is about the file.
    pub line: Option<u64>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for ImportProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.what),
            None => write!(f, "{}: {}", self.file, self.what),
        }
    }
}

/// A file of an export, as the manifest binds it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    name: String,
    lines: u64,
    bytes: u64,
    sha256: String,
}

/// The file of a kind of record.
fn records_file(kind: Kind) -> String {
    format!("{RECORDS}{}{LINES}", kind.word())
}

/// The file of a table.
fn table_file(name: &str) -> String {
    format!("{TABLES}{name}{LINES}")
}

/// The file of a blob: `blobs/ab/abcd...`.
fn blob_file(digest: &str) -> String {
    format!("{BLOBS}{}/{digest}", digest.get(..2).unwrap_or_default())
}

/// The digest that the file of a blob has in its name; nothing where it is no such name.
fn blob_of(name: &str) -> Option<&str> {
    let digest = name.strip_prefix(BLOBS)?.split_once('/')?.1;
    (is_digest(digest) && blob_file(digest) == name).then_some(digest)
}

/// Whether a text is a SHA-256 as we write it.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a name is that of a file of the log that is not made anew.
fn is_log_file(name: &str) -> bool {
    let Some(name) = name.strip_prefix(LOG) else { return false };
    if let Some(stamped) = name.strip_prefix("timestamp/") {
        let size = stamped.strip_suffix(".note").or_else(|| stamped.strip_suffix(".tsr"));
        return stamped == "latest"
            || size.is_some_and(|size| size.parse::<u64>().is_ok_and(|n| n.to_string() == size));
    }
    LOG_FILES.contains(&name)
}

/// The objects of the log that go out, besides the timestamps. Tiles and their entries follow from the journal.
const LOG_FILES: &[&str] = &[crate::CHECKPOINT, crate::WITNESSED, crate::VERIFIER_KEY, crate::ERASURES];

/// A digest as it grows.
#[derive(Clone, Default)]
struct Counting {
    hash: Sha256,
    bytes: u64,
    lines: u64,
}

impl Counting {
    fn add(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
    }

    fn end(self, name: &str) -> Bound {
        let sha256 = assize_domain::kernel::entry::hex(&self.hash.finalize());
        Bound { name: name.to_owned(), lines: self.lines, bytes: self.bytes, sha256 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_those_that_there_are_and_lead_nowhere_else() {
        let digest = "ab".repeat(32);
        assert_eq!(blob_of(&blob_file(&digest)), Some(digest.as_str()));
        for bad in [
            format!("blobs/{digest}"),
            format!("blobs/cd/{digest}"),
            format!("blobs/ab/../{digest}"),
            format!("blobs/ab/{}", digest.to_uppercase()),
            format!("/blobs/ab/{digest}"),
            "blobs/../../etc/passwd".to_owned(),
            "blobs/".to_owned(),
        ] {
            assert_eq!(blob_of(&bad), None, "{bad}");
        }
        for good in ["log/checkpoint", "log/timestamp/17.tsr", "log/timestamp/latest", "log/erasures.jsonl"] {
            assert!(is_log_file(good), "{good}");
        }
        for bad in ["log/", "log/tile/0/000", "log/timestamp/../x.tsr", "log/timestamp/017.tsr", "checkpoint"]
        {
            assert!(!is_log_file(bad), "{bad}");
        }
    }
}
