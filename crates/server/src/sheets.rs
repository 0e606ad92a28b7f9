//! Sheets of any layout under way: opened by a worker, the one that is meant chosen, and what its columns mean remembered by their headings.
//!
//! Claims, lists and tables that come back begin here; what becomes of the rows is theirs.

use std::collections::BTreeMap;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::Said;
use assize_exchange::columns::{Columns, HEADER_ROWS, MapOf, SheetOf};
use assize_store::{ColumnsKept, Store};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::problem::Fault;
use crate::workers::{SheetNote, WorkError, Workers};

/// The most columns that a page gives a meaning to.
pub(crate) const COLUMNS_MAX: usize = 60;

/// How a file is to be read: as it is said, and otherwise as it looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AskedColumns {
    /// The number of the sheet, from 0.
    pub(crate) sheet: Option<usize>,
    /// The row of the headings.
    pub(crate) header_row: Option<u32>,
    /// What the columns mean, by their number from 0; nothing where nobody has said.
    pub(crate) columns: Option<Vec<(usize, &'static str)>>,
}

impl AskedColumns {
    /// What is asked for, over what was guessed.
    pub(crate) fn over(&self, columns: &mut Columns) {
        if let Some(header_row) = self.header_row {
            columns.header_row = header_row;
        }
        if let Some(said) = &self.columns {
            columns.columns.clone_from(said);
        }
    }
}

/// The rows of a sheet that hold anything, by their numbers.
type Rows = Vec<(u32, Vec<String>)>;

/// The sheets of a file.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    /// Each with its name.
    all: Vec<(String, Rows)>,
    /// What was seen while it was read.
    pub(crate) notes: Vec<SheetNote>,
}

impl Sheets {
    /// Opens a file; or why it cannot be read.
    pub(crate) async fn opened(
        workers: &dyn Workers,
        bytes: Bytes,
        name: &str,
    ) -> Result<Result<Self, String>, Fault> {
        let read = match workers.read_sheets(bytes, name).await {
            Ok(read) => read,
            Err(WorkError::Unfit(reason)) => return Ok(Err(reason)),
            Err(WorkError::Failed(cause)) => return Err(Fault::internal(cause)),
        };
        let rows = |sheet: assize_catalogue::format::Sheet| {
            (sheet.name, sheet.rows.into_iter().map(|row| (row.number, row.cells)).collect())
        };
        Ok(Ok(Self { all: read.sheets.into_iter().map(rows).collect(), notes: read.notes }))
    }

    /// Every sheet in its order. A file of one names none.
    pub(crate) fn iter(&self) -> impl Iterator<Item = SheetOf<'_>> {
        let is_one = self.all.len() == 1;
        self.all.iter().map(move |(name, rows)| SheetOf { name: if is_one { "" } else { name }, rows })
    }

    /// A sheet by its number from 0.
    pub(crate) fn at(&self, at: usize) -> Option<SheetOf<'_>> {
        self.iter().nth(at)
    }

    /// What the sheets are called.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(name, _)| name.as_str())
    }

    /// The cells of a row of a sheet.
    pub(crate) fn cells(&self, sheet: usize, row: u32) -> &[String] {
        let found = self.all.get(sheet).and_then(|(_, rows)| rows.iter().find(|(number, _)| *number == row));
        found.map(|(_, cells)| cells.as_slice()).unwrap_or_default()
    }

    /// The sheet that is asked for, or else the one of which most is understood, with how it is read.
    pub(crate) fn chosen<R>(
        &self,
        asked: Option<usize>,
        read: impl Fn(SheetOf<'_>) -> Option<R>,
        columns: impl Fn(&R) -> &Columns,
    ) -> (usize, Option<R>) {
        match asked {
            Some(at) => (at, self.at(at).and_then(read)),
            None => (0..)
                .zip(self.iter())
                .filter_map(|(at, sheet)| Some((at, read(sheet)?)))
                .max_by_key(|(at, read)| (columns(read).columns.len(), std::cmp::Reverse(*at)))
                .map_or((0, None), |(at, read)| (at, Some(read))),
        }
    }

    /// What is not as it was meant, each at its place.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let grave = self.notes.iter().filter(|note| note.is_grave);
        let place = |note: &SheetNote| {
            let sheet = note.sheet.clone().unwrap_or_default();
            note.row.map_or_else(|| sheet.clone(), |row| format!("{sheet}/{row}"))
        };
        grave.map(|note| Problem::new(place(note), Said::data(&note.what), Said::data(&note.hint))).collect()
    }

    /// Whether something of it is not as it was meant, so that nothing is to be taken before it is mended.
    pub(crate) fn is_broken(&self) -> bool {
        self.notes.iter().any(|note| note.is_grave)
    }
}

/// What was said of the reading of a file, as a dry run shows it.
pub(crate) fn notes_json(notes: &[SheetNote]) -> Value {
    let one = |note: &SheetNote| {
        json!({ "sheet": note.sheet, "row": note.row, "column": note.column, "what": note.what, "hint": note.hint,
            "grave": note.is_grave })
    };
    notes.iter().map(one).collect()
}

/// What columns under the headings of a file meant before.
pub(crate) struct Kept {
    of: MapOf,
    by_headings: BTreeMap<String, ColumnsKept>,
}

impl Kept {
    /// Of what the sheets of a file are headed by.
    pub(crate) async fn read(store: &Store, of: MapOf, sheets: &Sheets) -> Result<Self, Fault> {
        let heads = sheets.iter().flat_map(|sheet| sheet.rows.iter().take(HEADER_ROWS));
        let asked = heads.map(|(_, cells)| headings(of, cells)).collect();
        Ok(Self { of, by_headings: store.columns_kept(asked).await? })
    }

    /// What the columns of a sheet meant, and as what it was taken.
    pub(crate) fn of(&self, sheet: SheetOf<'_>) -> Option<(&str, Columns)> {
        sheet.rows.iter().take(HEADER_ROWS).find_map(|(number, cells)| {
            let kept = self.by_headings.get(&headings(self.of, cells))?;
            let columns = kept.columns.iter().filter_map(|(at, word)| Some((*at, self.of.of_word(word)?)));
            Some((kept.kind.as_str(), Columns { header_row: *number, columns: columns.collect() }))
        })
    }
}

/// Keeps what the columns under some headings meant, for the next file with the same.
pub(crate) async fn keep(
    store: &Store,
    of: MapOf,
    cells: &[String],
    kind: &str,
    columns: &Columns,
) -> Result<(), Fault> {
    if cells.is_empty() {
        return Ok(());
    }
    let columns = columns.columns.iter().map(|(at, word)| (*at, (*word).to_owned())).collect();
    let kept = ColumnsKept { kind: kind.to_owned(), columns };
    store.keep_columns(&headings(of, cells), &kept).await?;
    Ok(())
}

/// By what headings are known again: those of one kind of file are not those of another.
fn headings(of: MapOf, cells: &[String]) -> String {
    match of {
        MapOf::Claims => ColumnsKept::headings(cells),
        MapOf::People | MapOf::Parts => {
            let mut cells = cells.to_vec();
            cells.push(format!("\u{1}{}", of.key()));
            ColumnsKept::headings(&cells)
        }
    }
}
