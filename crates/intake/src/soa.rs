//! Statements of Applicability (ISO/IEC 27001:2022 6.1.3 d) from the tables that organizations keep them in.

mod columns;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::problem::Problems;
use crate::unreadable::one_line;
use crate::{Limits, Problem, Row, Severity, Sheet, Table};
use columns::{Column, Header};

/// Whether a control is implemented, as the Statement of Applicability says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Implementation {
    /// Implemented.
    Yes,
    /// In part, or being implemented.
    Partly,
    /// Planned, not begun.
    Planned,
    /// Not implemented.
    No,
    /// Nothing that could be understood; [`SoaRow::implemented_text`] holds the words, if any.
    NotStated,
}

/// One control of a Statement of Applicability, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoaRow {
    /// The control's identifier as written, Annex A's or the organization's own.
    pub control: String,
    /// Its title; may be empty.
    pub title: String,
    /// Whether the organization holds it to be necessary.
    pub necessary: bool,
    /// Why it is included; may be empty.
    pub why: String,
    /// Whether it is implemented.
    pub implemented: Implementation,
    /// The words on its implementation; may be empty.
    pub implemented_text: String,
    /// Why it is excluded; may be empty.
    pub why_excluded: String,
    /// The sheet it stands in; `None` where the file has no named sheets.
    pub sheet: Option<String>,
    /// The row it stands in, from 1.
    pub row: u32,
}

/// Rows from the top of a sheet in which its header is looked for.
const HEADER_ROWS_MAX: usize = 50;

/// Reads every sheet that has a header row with at least a column for the control and one for its necessity.
///
/// What a statement must say and does not is named with [`Severity::Error`], each thing at its place; an importer refuses
/// the file then. A row that cannot be understood is left out.
#[must_use]
pub fn read(table: &Table) -> (Vec<SoaRow>, Vec<Problem>) {
    let mut problems = Problems::new(Limits::PROBLEMS_MAX);
    let mut rows = Vec::new();
    let mut has_header = false;
    for sheet in &table.sheets {
        if let Some((header, body)) = header_of(sheet) {
            has_header = true;
            let mut reading = Reading { sheet, header, problems: &mut problems };
            reading.name_unread_columns();
            rows.extend(body.iter().filter_map(|row| reading.row(row)));
        }
    }
    if !has_header {
        let what = "no header row was found in any sheet";
        let hint = "give one row the column names `Control`, `Applicable`, `Justification`, `Implemented`, `Reason for exclusion`";
        problems.push(Problem::of_file(Severity::Error, what, hint));
    } else if rows.is_empty() {
        let hint = "fill in a row for each control";
        problems.push(Problem::of_file(Severity::Error, "no control was found below the header row", hint));
    }
    name_duplicates(&rows, &mut problems);
    (rows, problems.into_vec())
}

/// The row near the top that names the most columns, and the rows below it.
fn header_of(sheet: &Sheet) -> Option<(Header, &[Row])> {
    let mut best: Option<(Header, usize)> = None;
    for (place, row) in sheet.rows.iter().take(HEADER_ROWS_MAX).enumerate() {
        if let Some(header) = Header::of(row)
            && best.as_ref().is_none_or(|(other, _)| header.len() > other.len())
        {
            best = Some((header, place));
        }
    }
    let (header, place) = best?;
    Some((header, sheet.rows.get(place + 1..).unwrap_or_default()))
}

/// One sheet as it is read.
struct Reading<'a> {
    sheet: &'a Sheet,
    header: Header,
    problems: &'a mut Problems,
}

impl Reading<'_> {
    fn name_unread_columns(&mut self) {
        let unread = self.header.unread.join("`, `");
        if !unread.is_empty() {
            let what = format!("these columns are not read: `{}`", one_line(&unread));
            let problem = Problem::of_file(Severity::Note, what, "rename one if it holds what is asked for");
            self.problems.push(problem.at(&self.sheet.name, Some(self.header.row), None));
        }
        // Without a word on its implementation a control is entered as such; without a reason it is not entered.
        for (column, severity) in [(Column::Implemented, Severity::Warning), (Column::Why, Severity::Error)] {
            if self.header.place(column).is_none() {
                let what = format!("there is no column for {}", column.meaning());
                let hint = "ISO/IEC 27001:2022 6.1.3 d asks for it; add the column or name it so";
                let problem = Problem::of_file(severity, what, hint);
                self.problems.push(problem.at(&self.sheet.name, Some(self.header.row), None));
            }
        }
    }

    fn row(&mut self, row: &Row) -> Option<SoaRow> {
        let control = self.cell(row, Column::Control);
        if self.is_section(row, control) {
            return None;
        }
        // Both are looked at, so that a row with two faults names both.
        let is_control = self.check_control(row, control);
        let necessary = self.necessary(row, control);
        let necessary = necessary.filter(|_| is_control)?;
        let (implemented, implemented_text) = self.implementation(row, necessary);
        let mut why = self.cell(row, Column::Why).to_owned();
        let mut why_excluded = self.cell(row, Column::WhyExcluded).to_owned();
        if !necessary && why_excluded.is_empty() {
            // A single column of reasons serves both; for an excluded control it holds the reason of the exclusion.
            why_excluded = std::mem::take(&mut why);
        }
        let found = SoaRow {
            control: control.to_owned(),
            title: self.cell(row, Column::Title).to_owned(),
            necessary,
            why,
            implemented,
            implemented_text,
            why_excluded,
            sheet: (!self.sheet.name.is_empty()).then(|| self.sheet.name.clone()),
            row: row.number,
        };
        self.check_reasons(&found);
        Some(found)
    }

    /// The heading of a group of controls, a repeated header, or a row with nothing in the columns that are read.
    fn is_section(&self, row: &Row, control: &str) -> bool {
        let rest_is_empty = Column::ALL
            .into_iter()
            .filter(|column| !matches!(column, Column::Control | Column::Title))
            .all(|column| self.cell(row, column).is_empty());
        let is_header = Header::of(row).is_some_and(|header| header.len() == self.header.len());
        is_header || (rest_is_empty && !words::is_control(control))
    }

    fn check_control(&mut self, row: &Row, control: &str) -> bool {
        if control.is_empty() {
            self.push(
                Severity::Error,
                row,
                Column::Control,
                "the row names no control",
                "write its identifier",
            );
            return false;
        }
        if words::is_date(control) {
            let what = format!("the control is the date `{control}`");
            let hint = "the spreadsheet took an identifier such as 5.10 for a date; format the column as text and write it again";
            self.push(Severity::Error, row, Column::Control, what, hint);
            return false;
        }
        true
    }

    fn necessary(&mut self, row: &Row, control: &str) -> Option<bool> {
        let cell = self.cell(row, Column::Necessary);
        let answer = words::yes_or_no(cell);
        if answer.is_none() {
            let (cell, control) = (one_line(cell), one_line(control));
            let which = if control.is_empty() { "it".to_owned() } else { format!("control `{control}`") };
            let what = if cell.is_empty() {
                format!("it is not said whether {which} is necessary")
            } else {
                format!("`{cell}` does not say whether {which} is necessary")
            };
            self.push(Severity::Error, row, Column::Necessary, what, "write `yes` or `no`");
        }
        answer
    }

    fn implementation(&mut self, row: &Row, necessary: bool) -> (Implementation, String) {
        let cell = self.cell(row, Column::Implemented).to_owned();
        let text = self.cell(row, Column::ImplementedText).to_owned();
        let state = words::implementation(&cell);
        if state.is_none() && necessary && self.header.place(Column::Implemented).is_some() {
            let what = if cell.is_empty() {
                "it is not said whether the control is implemented".to_owned()
            } else {
                format!("`{}` does not say whether the control is implemented", one_line(&cell))
            };
            let hint = "write `yes`, `partly`, `planned` or `no`";
            self.push(Severity::Warning, row, Column::Implemented, what, hint);
        }
        let words = match state {
            Some(_) => text,
            None if text.is_empty() || cell.is_empty() => cell + &text,
            None => format!("{cell}; {text}"),
        };
        (state.unwrap_or(Implementation::NotStated), words)
    }

    fn check_reasons(&mut self, found: &SoaRow) {
        use Severity::{Error, Warning};
        let (is_included, is_excluded) = (!found.why.is_empty(), !found.why_excluded.is_empty());
        let has_column = self.header.place(Column::Why).is_some();
        let faults = [
            (
                found.necessary && !is_included && has_column,
                (Error, Column::Why, "a necessary control has no justification", "write why it is included"),
            ),
            (
                found.necessary && is_excluded,
                (
                    Warning,
                    Column::WhyExcluded,
                    "a necessary control has a reason for exclusion",
                    "decide which holds",
                ),
            ),
            (
                !found.necessary && !is_excluded,
                (
                    Error,
                    Column::WhyExcluded,
                    "an excluded control has no reason for exclusion",
                    "write why it is excluded",
                ),
            ),
            (
                !found.necessary && is_excluded && is_included,
                (
                    Error,
                    Column::Why,
                    "an excluded control has a reason for being included",
                    "leave out the reason that does not apply",
                ),
            ),
        ];
        for (_, (severity, column, what, hint)) in faults.into_iter().filter(|(is_there, _)| *is_there) {
            let what = format!("{what}: `{}`", one_line(&found.control));
            let problem = Problem::of_file(severity, what, hint);
            self.problems.push(problem.at(&self.sheet.name, Some(found.row), self.header.place(column)));
        }
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.header.place(column).map_or("", |place| row.cell(place).trim())
    }

    fn push(&mut self, severity: Severity, row: &Row, column: Column, what: impl Into<String>, hint: &str) {
        let problem = Problem::of_file(severity, what, hint);
        self.problems.push(problem.at(&self.sheet.name, Some(row.number), self.header.place(column)));
    }
}

fn name_duplicates(rows: &[SoaRow], problems: &mut Problems) {
    let mut first: BTreeMap<String, &SoaRow> = BTreeMap::new();
    for row in rows {
        let key = words::control_key(&row.control);
        let Some(earlier) = first.get(&key) else {
            first.insert(key, row);
            continue;
        };
        let place = match &earlier.sheet {
            Some(sheet) => format!("row {} of sheet `{}`", earlier.row, one_line(sheet)),
            None => format!("row {}", earlier.row),
        };
        let what = format!("control `{}` stands in {place} already", one_line(&row.control));
        let hint = if words::may_have_lost_a_zero(&row.control) {
            "a spreadsheet turns the number 5.10 into 5.1; format the column as text, or keep one of the rows"
        } else {
            "keep one of the rows"
        };
        let problem = Problem::of_file(Severity::Error, what, hint);
        problems.push(problem.at(row.sheet.as_deref().unwrap_or_default(), Some(row.row), None));
    }
}

#[cfg(test)]
mod tests;
