//! Work in the field: an audit goes out as a file, is a store of its own there, and its journal comes home.
//!
//! ADR 0022 says how and why; `docs/formats.md` has the files. What is encrypted how is in [`crypt`], what is written in the field in [`book`].

mod back;
mod book;
mod check;
mod close;
mod crypt;
mod open;
mod out;
mod read;
mod take_in;
mod wipe;

pub(crate) use self::back::keys_of_loans;
pub(crate) use self::book::Book;
pub(crate) use self::check::{Brought, signed_head};
pub use self::close::Closed;
pub use self::crypt::{FIELD_PASSPHRASE_CHARS_MIN, FieldKey, FieldLock};
pub use self::open::Field;
pub use self::out::{Documents, Lending, Lent};
pub use self::take_in::TakenIn;
pub use self::wipe::WIPED;

/// The version of the file that goes out.
pub const FIELD_FORM: &str = "assize-field/1";
/// The version of the file that comes home.
pub const HOME_FORM: &str = "assize-field-home/1";

const MANIFEST: &str = "manifest.json";
const SECRETS: &str = "secrets.json";
const RECORDS: &str = "records.jsonl";
const TEXTS: &str = "documents.jsonl";
const JOURNAL: &str = "journal.jsonl";
const NOTE: &str = "checkpoint";
const BLOBS: &str = "blobs/";

/// Why a field file is not taken. Nothing is done with one that is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldBad {
    /// It does not open.
    #[error("it does not open with what was given: try the passphrase or the key again")]
    Shut,
    /// It is something else.
    #[error("it is no field file of this version of Assize")]
    Form,
    /// It is not whole, or was changed.
    #[error("it is damaged or was cut off: get it anew from where it came from; nothing of it was taken")]
    Damaged,
    /// Its loan is not one of this store.
    #[error("it comes from no loan of this store")]
    Unknown,
    /// The key of the loan did not sign it.
    #[error(
        "its checkpoint is not signed with the key of its loan, so that nobody can say that it is all; nothing of it was taken"
    )]
    Signature,
    /// It is not what was brought before, with more after it.
    #[error(
        "it does not go on from what was brought before of this loan, as a copy of the laptop does that was worked on by itself; nothing of it was taken"
    )]
    Branched,
    /// A file in it is longer than is taken in this way.
    #[error(
        "a file in it is longer than {bytes_max} bytes, the most that is taken in this way: take it in with `assize field in`; nothing of it was taken"
    )]
    TooLong {
        /// The most, in bytes.
        bytes_max: u64,
    },
    /// Somebody has it open.
    #[error("another process has it open already")]
    Open,
}
