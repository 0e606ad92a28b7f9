//! Documents in: text and tables out of files that may be hostile.
//!
//! Everything here parses bytes that an outsider wrote. The parsers are written to bound what they use ([`Limits`]),
//! but a parser of a format as wide as PDF may still crash, loop or exhaust memory, so they are meant to run only in
//! a confined child process: [`worker::run`] is that process, [`worker::Spawner`] is its parent. See
//! `docs/adr/0002-documents-in-have-a-crate.md`.
//!
//! - [`sniff`] says what a file is, by its name and by its content; content wins.
//! - [`extract`] gives the text of a file with its headings, so that a finding can cite file and heading.
//! - [`table`] gives the rows of an XLSX or CSV file, and [`soa::read`] a Statement of Applicability from them.
//! - [`technical`] reads what scanners report; as a table it is a population that a sample is drawn from.
//! - [`calendar`] says on which days somebody is busy by their calendar, and not with what.
//! - [`logo`] says whether a file is a picture and nothing else, so that it can stand in documents.
//! - [`worker`] runs one job in one confined process.
#![cfg_attr(
    not(target_os = "linux"),
    doc = "Confinement needs Linux; elsewhere the report of the worker says that no layer holds."
)]

mod calendar;
mod cell;
mod decode;
mod delimited;
mod docx;
mod extract;
mod extracted;
mod html;
mod kind;
mod limits;
mod logo;
mod markdown;
mod package;
mod pdf;
mod problem;
pub mod soa;
mod table;
mod technical;
mod text_out;
mod unreadable;
pub mod worker;
mod xlsx;
mod xml;

pub use calendar::{Busy, CalendarWindow, Unread, calendar};
pub use cell::{defuse_cell, is_formula_like};
pub use extract::extract;
pub use extracted::{Extracted, Heading, TextEncoding};
pub use kind::{DocumentKind, sniff};
pub use limits::Limits;
pub use logo::{Logo, LogoFlaw, LogoKind, logo};
pub use problem::{Problem, Severity};
pub use table::{Row, Sheet, Table, table};
pub use technical::{Came, Reported, TEXT_CHARS_MAX, Tally, Technical, TechnicalFormat, Weight, technical};
pub use unreadable::Unreadable;
