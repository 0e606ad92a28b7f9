//! Why a file could not be read.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::DocumentKind;

/// The reason why no text or table came out of a file, in words for whoever sent the file.
///
/// The file itself is kept as evidence all the same.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unreadable {
    /// Not a kind that text is read from. No fault of the file: it is kept as it is.
    #[error("{kind} is kept as it is and not searched; send a text version as well if its words matter")]
    Unsupported {
        /// What the file is.
        kind: DocumentKind,
    },
    /// A table was asked for, and this kind has none.
    #[error("{kind} holds no table that can be read; save it as XLSX or CSV")]
    NoTable {
        /// What the file is.
        kind: DocumentKind,
    },
    /// Larger than [`Limits::input_bytes_max`](crate::Limits::input_bytes_max).
    #[error(
        "the file has {bytes} bytes, more than the {bytes_max} that are read; split it or send it without pictures"
    )]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The bound.
        bytes_max: u64,
    },
    /// Protected by a password.
    #[error("the file is protected by a password; send it without one")]
    Protected,
    /// The old binary format under the name of the new one.
    #[error(
        "the file is in the old binary format of Office or protected by a password; save it as DOCX or XLSX without a password"
    )]
    OldFormat,
    /// Broken, cut off or not what it says it is.
    #[error("{part} is damaged: {what}; open the file in the program that made it and save it again")]
    Damaged {
        /// The file or the part of it.
        part: String,
        /// What is wrong with it.
        what: String,
    },
    /// A ZIP archive with more entries than [`Limits::zip_entries_max`](crate::Limits::zip_entries_max).
    #[error(
        "the file packs {entries} parts, more than the {entries_max} that are read; save it again from its program"
    )]
    TooManyEntries {
        /// How many it has.
        entries: usize,
        /// The bound.
        entries_max: usize,
    },
    /// A ZIP archive that unpacks to far more than it should.
    #[error(
        "part `{entry}` unpacks to more than {bytes_max} bytes, as a zip bomb does; save the file again from its program, or split it"
    )]
    Bomb {
        /// The entry at which the bound was passed.
        entry: String,
        /// The bound that was passed.
        bytes_max: u64,
    },
    /// A name in a ZIP archive that points outside it.
    #[error("part `{entry}` has a name that leads out of the file, as a forged archive has; ask who sent it")]
    HostileName {
        /// The name, cut to a readable length.
        entry: String,
    },
    /// XML nested deeper than [`Limits::xml_depth_max`](crate::Limits::xml_depth_max).
    #[error(
        "part `{part}` is nested more than {depth_max} levels deep; save the file again from its program"
    )]
    TooDeep {
        /// The part.
        part: String,
        /// The bound.
        depth_max: usize,
    },
    /// XML that declares a document type, by which entities could be expanded without end.
    #[error("part `{part}` declares XML entities, which no office program writes; ask who sent it")]
    Entities {
        /// The part.
        part: String,
    },
    /// A sheet with a value beyond the bounds on rows or columns.
    #[error(
        "sheet `{sheet}` has a value in row {row}, column {column}, beyond the {rows_max} rows and {columns_max} columns that are read; split the sheet"
    )]
    SheetTooLarge {
        /// The sheet.
        sheet: String,
        /// The row of the value, from 1.
        row: u32,
        /// The column of the value, from 1.
        column: u32,
        /// The bound on rows.
        rows_max: u32,
        /// The bound on columns.
        columns_max: u32,
    },
    /// More cells in all than [`Limits::table_cells_max`](crate::Limits::table_cells_max).
    #[error("the table has more than {cells_max} cells; split it")]
    TooManyCells {
        /// The bound.
        cells_max: usize,
    },
    /// More text in all cells together than [`Limits::table_text_bytes_max`](crate::Limits::table_text_bytes_max).
    #[error("the cells of the table say more than {bytes_max} bytes together; split it")]
    TooMuchText {
        /// The bound.
        bytes_max: usize,
    },
    /// More sheets than [`Limits::sheets_max`](crate::Limits::sheets_max).
    #[error("the workbook has {sheets} sheets, more than the {sheets_max} that are read; split it")]
    TooManySheets {
        /// How many it has.
        sheets: usize,
        /// The bound.
        sheets_max: usize,
    },
    /// A PDF whose page tree refers to itself.
    #[error("the pages of the PDF refer to each other in a circle; print it to a new PDF and send that")]
    PageLoop,
}

impl Unreadable {
    /// Whether this is no fault of the file: a picture, or a kind that no text is read from.
    #[must_use]
    pub fn is_kept_as_it_is(&self) -> bool {
        matches!(self, Self::Unsupported { .. })
    }

    pub(crate) fn damaged(part: impl Into<String>, what: impl std::fmt::Display) -> Self {
        Self::Damaged { part: part.into(), what: one_line(&what.to_string()) }
    }
}

/// Words of a parser or of a hostile file, fit for one line of a message.
pub(crate) fn one_line(words: &str) -> String {
    /// Characters shown of words that an outsider chose.
    const SHOWN_CHARS_MAX: usize = 120;
    let mut line: String =
        words.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN_CHARS_MAX).collect();
    if words.chars().nth(SHOWN_CHARS_MAX).is_some() {
        line.push('…');
    }
    line
}
