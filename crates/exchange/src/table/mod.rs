//! Lists of records as tables: XLSX to work with, CSV and JSON Lines for programs.
//!
//! A table knows its columns by stable keys, which are the headings of CSV and the members of JSON Lines, and by titles in the reader's
//! language, which are the headings of XLSX. Its first column names the record, so that a table that was edited finds it again.

pub mod came;
mod delimited;
pub mod edits;
mod registers;
mod staff;
mod workbook;

pub use delimited::{csv, csv_row, json_lines};
pub use registers::{
    Entry, evidence_register, findings_register, journal, messages_log, nonconformities, papers_register,
    planned_audits, statement,
};
pub use staff::{CREDENTIAL_ID, competence_matrix, coverage, credentials};
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
    /// What becomes of it in a table that comes back.
    pub edit: Edit,
}

/// What becomes of a column in a table that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It names the record of the row.
    Id,
    /// It is the version that the record had when the table was written.
    Version,
    /// It may be changed.
    Open,
    /// It stands as the record has it; a change is said and not taken.
    Fixed,
    /// It follows from the day, or from other records; nobody changes it, and it is not compared.
    Follows,
}

/// What becomes of a column of a table: columns that may be changed are named here, and nowhere else.
#[must_use]
pub fn edit_of(table: &str, column: &str) -> Edit {
    let (id, open): (&str, &[&str]) = match table {
        "papers" => {
            ("paper", &["assignee", "evaluation", "reason", "new_note_method", "new_note_role", "new_note"])
        }
        "findings" => (
            "finding",
            &[
                "kind",
                "grade",
                "title",
                "requirements",
                "breaches",
                "statement",
                "objective_evidence",
                "evidence",
            ],
        ),
        "nonconformities" => ("finding", &["correction", "cause", "action", "owner", "action_due"]),
        "evidence" => {
            ("evidence_id", &["classification", "classification_reason", "new_custody", "new_custody_remark"])
        }
        "schedule" => (
            "planned_audit",
            &[
                "title",
                "audit_type",
                "from",
                "to",
                "days",
                "methods",
                "criteria",
                "importance",
                "risk",
                "previous_results",
                "changes",
            ],
        ),
        "statement" => ("control", &["title", "necessary", "why", "implemented", "why_excluded"]),
        "credentials" => {
            ("credential", &["person_name", "kind", "area", "title", "issuer", "from", "to", "amount"])
        }
        _ => ("", &[]),
    };
    match column {
        "version" => Edit::Version,
        "state" | "response" | "age_days" | "ageing" | "late" | "notes" | "minutes" | "samples"
        | "evaluated_at" | "reviewed_at" | "closed" | "check_by" | "acknowledge_by" | "plan_by"
        | "implement_by" => Edit::Follows,
        // By its place among the evidence, as the report refers to it.
        "reference" if table == "evidence" => Edit::Follows,
        column if column == id => Edit::Id,
        column if open.contains(&column) => Edit::Open,
        _ => Edit::Fixed,
    }
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
