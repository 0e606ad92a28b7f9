//! What of a workbook a reader of cells does not see: cells that were merged, rows and columns that are hidden, formulas, and what it would
//! fetch from elsewhere. All of it is read as it stands; whoever takes the table is told.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::reference;
use crate::problem::Problems;
use crate::unreadable::one_line;
use crate::xml::attribute;
use crate::{Limits, Problem, Severity, Unreadable};

/// How many places of a sheet are kept of each sort: more than are told.
const PLACES_MAX: usize = 500;

/// What was seen of a whole workbook.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// By the names of their parts.
    sheets: BTreeMap<String, OfSheet>,
    /// The names of sheets with the ids of their parts, and the parts by these ids.
    names: Vec<(String, String)>,
    targets: BTreeMap<String, String>,
    /// Parts that name other files, or ask for data from elsewhere.
    outside: usize,
    has_macros: bool,
}

/// What was seen of a sheet.
#[derive(Debug, Default)]
struct OfSheet {
    merged: Vec<String>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u32>,
    formulas: Vec<String>,
    without_value: Vec<String>,
    cell: Option<Cell>,
}

/// A cell under way.
#[derive(Debug)]
struct Cell {
    at: String,
    has_formula: bool,
    has_value: bool,
}

impl Seen {
    /// What the names of the parts say.
    pub(super) fn of_names(names: &[String]) -> Self {
        let is = |name: &&String, of: &[&str]| of.iter().any(|of| name.to_ascii_lowercase().starts_with(of));
        let outside = ["xl/externallinks/externallink", "xl/connections.xml", "xl/querytables/"];
        Self {
            outside: names.iter().filter(|name| is(name, &outside)).count(),
            has_macros: names.iter().any(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin")),
            ..Self::default()
        }
    }

    /// An element begins in a part.
    pub(super) fn begins(&mut self, part: &str, element: &BytesStart<'_>) {
        let of = |name: &str| attribute(element, name);
        let name = element.local_name();
        match (part, name.as_ref()) {
            ("xl/workbook.xml", "sheet") => {
                if let Some(named) = of("name").zip(of("id")).filter(|_| self.names.len() < PLACES_MAX) {
                    self.names.push(named);
                }
            }
            ("xl/_rels/workbook.xml.rels", "Relationship") => {
                if let Some((id, target)) = of("Id").zip(of("Target")) {
                    let target =
                        target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                    self.targets.insert(id, target);
                }
            }
            (sheet, name) if sheet.starts_with("xl/worksheets/") => {
                self.sheets.entry(sheet.to_owned()).or_default().begins(name, element);
            }
            _ => {}
        }
    }

    /// An element ends in a part. A cell that holds something beyond the bounds ends the reading: a million rows are not looked through to be
    /// refused.
    pub(super) fn ends(&mut self, part: &str, name: &str, limits: &Limits) -> Result<(), Unreadable> {
        if name != "c" {
            return Ok(());
        }
        let Some(sheet) = self.sheets.get_mut(part) else { return Ok(()) };
        let Some(cell) = sheet.cell.take() else { return Ok(()) };
        let (rows_max, columns_max) = (limits.sheet_rows_max, limits.sheet_columns_max);
        if let (Some(row), Some(column)) = place(&cell.at)
            && cell.has_value
            && (row > rows_max || column > columns_max)
        {
            let sheet = one_line(self.name_of(part));
            return Err(Unreadable::SheetTooLarge { sheet, row, column, rows_max, columns_max });
        }
        if cell.has_formula {
            keep(if cell.has_value { &mut sheet.formulas } else { &mut sheet.without_value }, cell.at);
        }
        Ok(())
    }

    /// What the sheet of a part is called.
    fn name_of(&self, part: &str) -> &str {
        let is_it = |(_, id): &&(String, String)| self.targets.get(id).is_some_and(|target| target == part);
        self.names.iter().find(is_it).map(|(name, _)| name.as_str()).unwrap_or_default()
    }

    /// Says what was seen, sheet by sheet.
    pub(super) fn tell(self, problems: &mut Problems) {
        for (name, id) in &self.names {
            if let Some(sheet) = self.targets.get(id).and_then(|part| self.sheets.get(part)) {
                sheet.tell(name, problems);
            }
        }
        if self.outside > 0 {
            let what = "the workbook refers to other files or asks for data from elsewhere";
            let hint = "nothing of it is opened; what its cells showed last is read";
            problems.push(Problem::of_file(Severity::Note, what, hint));
        }
        if self.has_macros {
            let hint = "none of them is run";
            problems.push(Problem::of_file(Severity::Note, "the workbook holds macros", hint));
        }
    }
}

impl OfSheet {
    fn begins(&mut self, name: &str, element: &BytesStart<'_>) {
        let is_hidden = || matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
        let number = |name: &str| attribute(element, name).and_then(|number| number.parse::<u32>().ok());
        match name {
            "c" => {
                let at = attribute(element, "r").unwrap_or_default();
                self.cell = Some(Cell { at, has_formula: false, has_value: false });
            }
            "f" => self.cell.iter_mut().for_each(|cell| cell.has_formula = true),
            "v" | "is" => self.cell.iter_mut().for_each(|cell| cell.has_value = true),
            "row" if is_hidden() => keep(&mut self.hidden_rows, number("r").unwrap_or_default()),
            "col" if is_hidden() => keep(&mut self.hidden_columns, number("min").unwrap_or_default()),
            "mergeCell" => keep(&mut self.merged, attribute(element, "ref").unwrap_or_default()),
            _ => {}
        }
    }

    fn tell(&self, sheet: &str, problems: &mut Problems) {
        let mut say = |severity, (row, column): (Option<u32>, Option<u32>), what: String, hint: &str| {
            problems.push(Problem::of_file(severity, what, hint).at(sheet, row, column));
        };
        for area in &self.merged {
            let what = format!(
                "the cells `{}` are merged, and the first of them alone holds what they say",
                one_line(area)
            );
            let first = area.split(':').next().unwrap_or_default();
            say(Severity::Note, place(first), what, "undo the merging where each row is to say it");
        }
        for at in &self.without_value {
            let hint = "open the file in a spreadsheet program and save it, or write the value";
            say(
                Severity::Warning,
                place(at),
                "the formula was never computed, so that the cell is empty".to_owned(),
                hint,
            );
        }
        if let Some(first) = self.formulas.first() {
            let what = format!("{} hold formulas, this one the first", counted(&self.formulas, "cells"));
            say(Severity::Note, place(first), what, "each counts as the value that was last computed");
        }
        let hint = "what is hidden is read all the same";
        if let Some(first) = self.hidden_rows.first() {
            let what = format!("{} are hidden, this one the first", counted(&self.hidden_rows, "rows"));
            say(Severity::Note, (Some(*first).filter(|row| *row > 0), None), what, hint);
        }
        if let Some(first) = self.hidden_columns.first() {
            let what = "columns are hidden, this one the first".to_owned();
            say(Severity::Note, (None, Some(*first).filter(|column| *column > 0)), what, hint);
        }
    }
}

fn keep<T>(places: &mut Vec<T>, place: T) {
    if places.len() < PLACES_MAX {
        places.push(place);
    }
}

fn counted<T>(places: &[T], what: &str) -> String {
    if places.len() < PLACES_MAX { format!("{} {what}", places.len()) } else { format!("many {what}") }
}

/// Row and column of a reference such as `B7`, counted from 1.
fn place(at: &str) -> (Option<u32>, Option<u32>) {
    let Some((letters, row)) = reference(at) else { return (None, None) };
    let column = letters
        .bytes()
        .fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    (Some(row), Some(column).filter(|column| *column > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_a_place() {
        for (at, expected) in [
            ("A1", (Some(1), Some(1))),
            ("AA7", (Some(7), Some(27))),
            ("xfd9", (Some(9), Some(16_384))),
            ("9", (Some(9), None)),
            ("?", (None, None)),
        ] {
            assert_eq!(place(at), expected, "{at}");
        }
    }
}
