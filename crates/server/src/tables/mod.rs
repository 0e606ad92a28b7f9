//! Tables that come back, and lists that come in: looked at row by row, tried by the law before anything is taken, and then taken as one act.
//!
//! A table is edited outside; here it is compared with the record, and what it says otherwise becomes the ordinary commands of the law. The same
//! is read and tried for the dry run and for the taking, so that what was shown is what is done.

mod api;
mod calendar;
mod plan;
mod read;
mod show;

pub(crate) use api::{of_audit, of_auditee, of_people, of_person, of_programme, of_statement};
pub(crate) use calendar::BUSY_MINUTES_MIN;
pub(crate) use plan::{Planned, Tried};
pub use plan::{TableIn, TableOver, take_in};
pub(crate) use read::{Desk, FileIn, Said, everybody};
pub(crate) use show::RowWrong;

/// The longest file that is taken in, in bytes.
pub(crate) const TABLE_BYTES_MAX: u64 = 16 * 1024 * 1024;
