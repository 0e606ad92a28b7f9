//! A problem at its place, in words a user can act on.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; what was read is complete.
    Note,
    /// What was read may not be what the author meant.
    Warning,
    /// Something was left out; an import should be refused until it is mended.
    Error,
}

/// One problem of a file, with its place as far as it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// How much it weighs.
    pub severity: Severity,
    /// The sheet of a workbook; `None` where the file has no named sheets.
    pub sheet: Option<String>,
    /// The row as a spreadsheet numbers it, from 1; in CSV the line on which the row begins.
    pub row: Option<u32>,
    /// The column as a spreadsheet counts it, from 1.
    pub column: Option<u32>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

impl Problem {
    /// A problem of the whole file.
    pub(crate) fn of_file(severity: Severity, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity, sheet: None, row: None, column: None, what: what.into(), hint: hint.into() }
    }

    /// The same problem at a place of a sheet.
    pub(crate) fn at(mut self, sheet: &str, row: Option<u32>, column: Option<u32>) -> Self {
        self.sheet = (!sheet.is_empty()).then(|| sheet.to_owned());
        self.row = row;
        self.column = column;
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "sheet `{sheet}`: ")?;
        }
        match (self.row, self.column) {
            (Some(row), Some(column)) => write!(f, "row {row}, column {}: ", column_letters(column))?,
            (Some(row), None) => write!(f, "row {row}: ")?,
            (None, Some(column)) => write!(f, "column {}: ", column_letters(column))?,
            (None, None) => {}
        }
        write!(f, "{}; {}", self.what, self.hint)
    }
}

/// The letters a spreadsheet shows for a column counted from 1: 1 is `A`, 27 is `AA`. Zero has no letters.
pub(crate) fn column_letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from_u32(u32::from(b'A') + digit).unwrap_or('?'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Problems up to a bound, and the count of those beyond it.
#[derive(Debug)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    max: usize,
    more: usize,
    worst_of_more: Severity,
}

impl Problems {
    pub(crate) fn new(max: usize) -> Self {
        Self { list: Vec::new(), max, more: 0, worst_of_more: Severity::Note }
    }

    pub(crate) fn push(&mut self, problem: Problem) {
        if self.list.len() < self.max {
            self.list.push(problem);
        } else {
            self.more += 1;
            self.worst_of_more = self.worst_of_more.max(problem.severity);
        }
    }

    pub(crate) fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            self.push(problem);
        }
    }

    pub(crate) fn into_vec(mut self) -> Vec<Problem> {
        if self.more > 0 {
            let what = format!("{} more problems are not listed", self.more);
            self.list.push(Problem::of_file(
                self.worst_of_more,
                what,
                "mend those listed and read the file again",
            ));
        }
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16_384, "XFD")]
        {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn problems_beyond_the_bound_are_counted_and_keep_their_weight() {
        let mut problems = Problems::new(1);
        problems.push(Problem::of_file(Severity::Note, "a", "b"));
        problems.push(Problem::of_file(Severity::Error, "c", "d"));
        problems.push(Problem::of_file(Severity::Note, "e", "f"));
        let list = problems.into_vec();
        assert_eq!(list.len(), 2);
        assert_eq!(list[1].severity, Severity::Error);
        assert_eq!(
            list[1].to_string(),
            "2 more problems are not listed; mend those listed and read the file again"
        );
    }
}
