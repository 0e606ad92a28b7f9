//! Lists of records as tables: XLSX to work with, CSV and JSON Lines for programs.
//!
//! A table knows its columns by stable keys, which are the headings of CSV and the members of JSON Lines, and by titles in the reader's
//! language, which are the headings of XLSX. Its first column names the record, so that a table that was edited finds it again.

mod delimited;
mod registers;
mod workbook;

pub use delimited::{csv, csv_row, json_lines};
pub use registers::{
    evidence_register, findings_register, messages_log, nonconformities, papers_register, planned_audits,
    statement,
};
pub use workbook::{WorkbookError, xlsx};

use assize_domain::kernel::time::{Date, Timestamp};

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The key that names it in files.
    pub key: &'static str,
    /// Its title, in the reader's language.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its key.
    pub key: &'static str,
    /// Its title, in the reader's language.
    pub title: String,
    /// How wide it is, in characters.
    pub width: u16,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text; never a formula.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Hundredths, as of days.
    Hundredths(i64),
    /// A date.
    Date(Date),
    /// A time; UTC.
    Time(Timestamp),
}

impl Cell {
    /// A cell of text.
    pub fn text(text: impl ToString) -> Self {
        let text = text.to_string();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A cell of text, or nothing.
    pub fn maybe(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// The cell as plain text, as CSV has it.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Hundredths(hundredths) => {
                format!(
                    "{}{}.{:02}",
                    if *hundredths < 0 { "-" } else { "" },
                    hundredths.abs() / 100,
                    hundredths.abs() % 100
                )
            }
            Self::Date(date) => date.to_string(),
            Self::Time(at) => at.to_string(),
        }
    }
}

/// The words of tables in the reader's language.
pub trait Wording {
    /// The text of a message: `table-papers`, `column-title`.
    fn say(&self, key: &str) -> String;
    /// The text of a word of the law: `say_word("Evaluation", "conforms")`.
    fn say_word(&self, kind: &str, word: &str) -> String;
}
