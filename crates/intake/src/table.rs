//! Tables: the rows of XLSX and CSV.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cell::is_formula_like;
use crate::problem::Problems;
use crate::unreadable::one_line;
use crate::{DocumentKind, Limits, Problem, Severity, Unreadable, delimited, technical, xlsx};

/// The sheets of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    /// In the order of the file; a CSV file has one.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; empty for CSV.
    pub name: String,
    /// The rows that hold anything, by their number.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// Its number as a spreadsheet shows it, from 1; in CSV the line on which it begins.
    pub number: u32,
    /// Its cells from the first column on, to the last that holds anything.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell in this column, counted from 1; empty where the row is shorter.
    #[must_use]
    pub fn cell(&self, column: u32) -> &str {
        let place = usize::try_from(column).ok().and_then(|column| column.checked_sub(1));
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }
}

/// Reads the rows of an XLSX or CSV file, or of what a scanner reports ([`technical`]). Cells are data; no formula is ever evaluated, and those that a spreadsheet
/// would take for one are named.
///
/// # Errors
/// An [`Unreadable`] reason for the user; [`Unreadable::NoTable`] for other kinds. Call it only in a worker.
pub fn table(kind: DocumentKind, bytes: &[u8], limits: &Limits) -> Result<(Table, Vec<Problem>), Unreadable> {
    limits.check_input(bytes)?;
    let mut problems = Problems::new(limits.problems_max);
    if let Some(technical) = technical(kind, bytes, limits)? {
        let table = technical.table();
        if technical.left_out > 0 {
            let what =
                format!("{} of what the tool reports are beyond the rows that are read", technical.left_out);
            problems.push(Problem::of_file(
                Severity::Error,
                what,
                "split the report by target and take each part",
            ));
        }
        name_formulas(&table, &mut problems);
        return Ok((table, problems.into_vec()));
    }
    let table = match kind {
        DocumentKind::Xlsx => xlsx::read(bytes, limits, &mut problems)?,
        DocumentKind::Csv | DocumentKind::PlainText => delimited::read(bytes, limits, &mut problems)?,
        _ => return Err(Unreadable::NoTable { kind }),
    };
    name_formulas(&table, &mut problems);
    Ok((table, problems.into_vec()))
}

fn name_formulas(table: &Table, problems: &mut Problems) {
    for sheet in &table.sheets {
        for row in &sheet.rows {
            for (column, cell) in (1u32..).zip(&row.cells) {
                if is_formula_like(cell) {
                    let what = format!("the cell begins like a formula: `{}`", one_line(cell));
                    let hint =
                        "it is kept as text, never computed; begin it with a letter if it is meant as text";
                    let problem = Problem::of_file(Severity::Note, what, hint);
                    problems.push(problem.at(&sheet.name, Some(row.number), Some(column)));
                }
            }
        }
    }
}

/// What is left of the bounds of a whole table.
pub(crate) struct Room {
    cells: usize,
    text_bytes: usize,
}

impl Room {
    pub(crate) const fn of(limits: &Limits) -> Self {
        Self { cells: limits.table_cells_max, text_bytes: limits.table_text_bytes_max }
    }
}

/// Puts cells into a sheet in any order, within bounds.
pub(crate) struct SheetBuilder<'a> {
    name: &'a str,
    rows: BTreeMap<u32, Vec<String>>,
    limits: &'a Limits,
    room: &'a mut Room,
}

impl<'a> SheetBuilder<'a> {
    pub(crate) fn new(name: &'a str, limits: &'a Limits, room: &'a mut Room) -> Self {
        Self { name, rows: BTreeMap::new(), limits, room }
    }

    /// Puts a cell at its place, both counted from 1; a later one at the same place wins.
    pub(crate) fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), Unreadable> {
        let limits = self.limits;
        let (rows_max, columns_max) = (limits.sheet_rows_max, limits.sheet_columns_max);
        if row > rows_max || column > columns_max {
            return Err(Unreadable::SheetTooLarge {
                sheet: one_line(self.name),
                row,
                column,
                rows_max,
                columns_max,
            });
        }
        let cells = self.rows.entry(row).or_default();
        let width = usize::try_from(column).unwrap_or(usize::MAX);
        let added = width.saturating_sub(cells.len());
        self.room.cells = self
            .room
            .cells
            .checked_sub(added)
            .ok_or(Unreadable::TooManyCells { cells_max: limits.table_cells_max })?;
        self.room.text_bytes = self
            .room
            .text_bytes
            .checked_sub(text.len())
            .ok_or(Unreadable::TooMuchText { bytes_max: limits.table_text_bytes_max })?;
        if added > 0 {
            cells.resize(width, String::new());
        }
        if let Some(cell) = width.checked_sub(1).and_then(|place| cells.get_mut(place)) {
            *cell = text;
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Sheet {
        let rows = self.rows.into_iter().map(|(number, cells)| Row { number, cells }).collect();
        Sheet { name: self.name.to_owned(), rows }
    }
}
