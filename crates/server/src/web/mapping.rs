//! What the columns of a sheet mean, as a form says it: for claims and lists alike.

use assize_exchange::columns::{Columns, MapOf};

use super::form::{Choice, Posted};
use super::words::Words;
use crate::sheets::{AskedColumns, COLUMNS_MAX, Sheets};
use crate::workers::SheetNote;

/// A column with what it means.
pub(crate) struct Column {
    pub(crate) number: usize,
    pub(crate) heading: String,
    pub(crate) means: &'static str,
}

/// How a sheet is read, to be said otherwise: `columns.html` shows it.
pub(crate) struct Mapping {
    pub(crate) sheets: Vec<Choice>,
    pub(crate) sheet: String,
    pub(crate) header_row: u32,
    pub(crate) columns: Vec<Column>,
    pub(crate) means: Vec<Choice>,
}

impl Mapping {
    /// How a sheet of a file is read.
    pub(crate) fn of(words: &Words, of: MapOf, sheets: &Sheets, sheet: usize, read: &Columns) -> Self {
        let headings = sheets.cells(sheet, read.header_row);
        let shown = headings.iter().enumerate().filter(|(_, heading)| !heading.trim().is_empty());
        let column = |(number, heading): (usize, &String)| Column {
            number,
            heading: heading.trim().to_owned(),
            means: read.means(number),
        };
        Self {
            sheets: (0..)
                .zip(sheets.names())
                .map(|(at, name): (usize, _)| Choice::new(at.to_string(), name))
                .collect(),
            sheet: sheet.to_string(),
            header_row: read.header_row,
            columns: shown.take(COLUMNS_MAX).map(column).collect(),
            means: of.words().map(|word| Choice::new(word, words.say(&means_key(of, word)))).collect(),
        }
    }
}

/// The message that says a meaning.
fn means_key(of: MapOf, word: &str) -> String {
    let file = match of {
        MapOf::Claims => "claims",
        MapOf::People | MapOf::Parts => "tables",
    };
    format!("{file}-means-{word}")
}

/// What was seen while a file was read: where, what, and whether nothing is to be taken before it is mended.
pub(crate) fn notes(words: &Words, notes: &[SheetNote]) -> Vec<(String, String, bool)> {
    let one = |note: &SheetNote| {
        let row = note.row.map(|row| words.with("tables-row", "row", i64::from(row)));
        let column = note.column.map(|column| words.with("sheets-column", "column", i64::from(column)));
        let place: Vec<String> = note.sheet.clone().into_iter().chain(row).chain(column).collect();
        (place.join(", "), format!("{}; {}", note.what, note.hint), note.is_grave)
    };
    notes.iter().map(one).collect()
}

/// What a form says of how a file is read.
pub(crate) fn asked(posted: &Posted, of: MapOf) -> AskedColumns {
    let number = |name: &str| posted.filled(name).and_then(|text| text.parse::<u32>().ok());
    let said = |name: &str| posted.one(name).unwrap_or_default();
    // What the columns mean is said of the sheet and the row that were shown; of another they are guessed anew.
    let is_same = said("was") == format!("{} {}", said("sheet"), said("header_row"));
    let columns = is_same.then(|| {
        let column = |(name, values): (&str, &[String])| {
            let at: usize = name.strip_prefix("col")?.parse().ok()?;
            Some((at, of.of_word(values.first()?)?))
        };
        let mut columns: Vec<(usize, &'static str)> = posted.all_fields().filter_map(column).collect();
        columns.sort_unstable();
        columns
    });
    AskedColumns {
        sheet: number("sheet").and_then(|number| usize::try_from(number).ok()),
        header_row: number("header_row"),
        columns,
    }
}
