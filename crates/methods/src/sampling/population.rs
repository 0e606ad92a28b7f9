//! A population as a file's rows, and the checks before anything is drawn from it.

use std::collections::BTreeMap;

use assize_domain::kernel::datum::{
    Cell, CellSource, CellType, Cells, Corrupt, Datum, Intake, Shape, skip_scalar,
};
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Said, listed, say};
use assize_domain::kernel::text::{Line, Sha256};
use num_rational::BigRational;
use num_traits::{Signed as _, Zero as _};
use serde_json::{Value, json};

use super::checks::Checks;
use crate::Ratio;

/// The most rows of a population.
pub const ROWS_MAX: usize = 1_000_000;
/// The most cells of a row.
pub const CELLS_MAX: usize = 2_000;
/// The longest cell, in bytes.
pub const CELL_BYTES_MAX: usize = 32_768;
/// The most problems of one kind that are named one by one.
const PROBLEMS_MAX: usize = 200;

data! {
    /// A population as it was read from a file.
    pub struct Population {
        /// The SHA-256 of the file's bytes.
        sha256: Sha256,
        /// The names of the columns.
        header: Vec<Line>,
        /// The rows below the header, in the file's order.
        rows: Rows,
    }
}

/// The rows of a population: texts, at most [`ROWS_MAX`] rows of [`CELLS_MAX`] cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows(pub Vec<Vec<String>>);

impl Rows {
    fn read_row(value: &Value, intake: &mut Intake) -> Option<Vec<String>> {
        let Some(cells) = value.as_array().filter(|cells| cells.len() <= CELLS_MAX) else {
            intake.problem(
                say!("is not a list of at most {most} cells", most = CELLS_MAX),
                "give each row as a list of texts",
            );
            return None;
        };
        let read: Vec<Option<String>> = cells
            .iter()
            .enumerate()
            .map(|(index, cell)| match cell.as_str() {
                Some(text) if text.len() <= CELL_BYTES_MAX => Some(text.to_owned()),
                _ => intake.at(index, |intake| {
                    intake.problem(
                        say!("is not a text of at most {most} bytes", most = CELL_BYTES_MAX),
                        "give each cell as a text, an empty one as \"\"",
                    );
                    None
                }),
            })
            .collect();
        read.into_iter().collect()
    }
}

impl Datum for Rows {
    const SCALAR: bool = true;
    fn shape(name: &str, shape: &mut Shape) {
        shape.column(name, CellType::Text, None);
    }
    fn put(&self, out: &mut Cells) {
        out.cells.push(Cell::Text(self.to_json().to_string()));
    }
    fn put_none(out: &mut Cells) {
        out.cells.push(Cell::Null);
    }
    fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
        serde_json::from_str(&source.text()?).map(Self).map_err(|error| Corrupt::new(error.to_string()))
    }
    fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
        skip_scalar(source)
    }
    fn to_json(&self) -> Value {
        json!(self.0)
    }
    fn from_json(value: &Value, intake: &mut Intake) -> Option<Self> {
        let Some(rows) = value.as_array() else {
            intake.problem("is not a list of rows", "give each row as a list of texts");
            return None;
        };
        if rows.len() > ROWS_MAX {
            intake.problem(
                say!("has {count} rows", count = rows.len()),
                say!("give at most {most}; draw from parts of the population", most = ROWS_MAX),
            );
            return None;
        }
        let read: Vec<Option<Vec<String>>> = rows
            .iter()
            .enumerate()
            .map(|(index, row)| intake.at(index, |intake| Self::read_row(row, intake)))
            .collect();
        read.into_iter().collect::<Option<_>>().map(Self)
    }
    fn schema() -> Value {
        let cell = json!({ "type": "string", "maxLength": CELL_BYTES_MAX });
        json!({ "type": "array", "maxItems": ROWS_MAX, "items": { "type": "array", "maxItems": CELLS_MAX, "items": cell } })
    }
}

/// The columns that a draw uses, and what the population should be.
pub(crate) struct Expectation<'a> {
    pub(crate) key: Option<&'a Line>,
    pub(crate) value: Option<&'a Line>,
    pub(crate) stratum: Option<&'a Line>,
    pub(crate) rows: Option<u32>,
    pub(crate) total: Option<&'a Ratio>,
}

/// A population that was looked at: what a draw needs of each row.
pub(crate) struct Items {
    /// The key of each row; its number, from 1, where no key column is named.
    pub(crate) keys: Vec<String>,
    /// The value of each row, in whole units.
    pub(crate) units: Option<Vec<u128>>,
    /// The stratum of each row.
    pub(crate) strata: Option<Vec<String>>,
    /// How many units make a value of 1.
    pub(crate) units_per_value: u128,
}

/// The most decimal places of a value.
const VALUE_PLACES_MAX: usize = 6;
/// The largest total of units: far below what the generator reaches.
const TOTAL_UNITS_MAX: u128 = 1 << 100;

/// Problems of one kind: the first [`PROBLEMS_MAX`] one by one, the others counted.
struct Listed<'a> {
    checks: &'a mut Checks,
    found: usize,
}

impl Listed<'_> {
    fn problem(&mut self, row: usize, column: usize, what: impl Into<Said>, hint: impl Into<Said>) {
        self.found += 1;
        if self.found <= PROBLEMS_MAX {
            self.checks.problem(format!("/population/rows/{row}/{column}"), what, hint);
        }
    }
    fn end(self, kind: impl Into<Said>) {
        if let Some(more) = self.found.checked_sub(PROBLEMS_MAX).filter(|more| *more > 0) {
            self.checks.problem(
                "/population/rows",
                say!("{more} more {kind}", more, kind = kind.into()),
                "correct those named first",
            );
        }
    }
}

impl Population {
    /// Looks at the population: every problem at its cell.
    pub(crate) fn checked(&self, expectation: &Expectation<'_>, checks: &mut Checks) -> Items {
        let rows = &self.rows.0;
        checks.require(
            !rows.is_empty(),
            "/population/rows",
            "are none",
            "give a population with at least one item",
        );
        for (index, row) in
            rows.iter().enumerate().filter(|(_, row)| row.len() > self.header.len()).take(PROBLEMS_MAX)
        {
            checks.problem(
                format!("/population/rows/{index}"),
                say!("has {count} cells under {names} names", count = row.len(), names = self.header.len()),
                "give every column a name in the header",
            );
        }
        if let Some(expected) = expectation.rows {
            checks.require(
                u32::try_from(rows.len()) == Ok(expected),
                "/expected_rows",
                say!("`{expected}` rows are expected, and {count} are there", expected, count = rows.len()),
                "ask for the complete population, or correct the number and keep where it comes from",
            );
        }
        let keys = match expectation.key {
            Some(name) => self.keys(name, checks),
            None => (1..=rows.len()).map(|row| row.to_string()).collect(),
        };
        let strata = expectation.stratum.and_then(|name| self.strata(name, checks));
        let (units, units_per_value) = match expectation.value.and_then(|name| self.values(name, checks)) {
            Some(values) => {
                if let Some(total) = expectation.total {
                    check_total(&values, total, checks);
                }
                in_units(&values, checks)
            }
            None => {
                let unused = expectation.total.is_some() && expectation.value.is_none();
                checks.require(!unused, "/expected_total", "needs a column of values", "name it in `value`");
                (None, 1)
            }
        };
        Items { keys, units, strata, units_per_value }
    }

    /// The place of the column of that name, which has to be there once.
    fn column(&self, field: &str, name: &Line, checks: &mut Checks) -> Option<usize> {
        let mut places =
            self.header.iter().enumerate().filter(|(_, header)| *header == name).map(|(place, _)| place);
        let place = places.next();
        if place.is_none() {
            let names: Vec<&str> = self.header.iter().take(50).map(Line::as_str).collect();
            checks.problem(
                format!("/{field}"),
                say!("there is no column `{name}`", name),
                say!("name one of: {names}", names = listed(&names)),
            );
        } else if places.next().is_some() {
            checks.problem(
                format!("/{field}"),
                say!("there are several columns `{name}`", name),
                "give each column a name of its own",
            );
        }
        place
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = (usize, &str)> {
        self.rows
            .0
            .iter()
            .enumerate()
            .map(move |(index, row)| (index, row.get(column).map_or("", |cell| cell.trim())))
    }

    fn keys(&self, name: &Line, checks: &mut Checks) -> Vec<String> {
        let Some(column) = self.column("key", name, checks) else { return Vec::new() };
        let mut listed = Listed { checks, found: 0 };
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (row, key) in self.cells(column) {
            if key.is_empty() {
                listed.problem(row, column, "the key is empty", "give every item a key");
            } else if let Some(before) = first.get(key) {
                let shown: String = key.chars().take(60).collect();
                listed.problem(
                    row,
                    column,
                    say!("`{shown}` is the key of row {before} too", shown, before = before + 1),
                    "remove the duplicate, or name a column whose values are unique",
                );
            } else {
                first.insert(key, row);
            }
        }
        listed.end("empty or repeated keys");
        self.cells(column).map(|(_, key)| key.to_owned()).collect()
    }

    fn strata(&self, name: &Line, checks: &mut Checks) -> Option<Vec<String>> {
        let column = self.column("stratum", name, checks)?;
        let mut listed = Listed { checks, found: 0 };
        for (row, _) in self.cells(column).filter(|(_, stratum)| stratum.is_empty()) {
            listed.problem(row, column, "the stratum is empty", "give every item a stratum");
        }
        listed.end("empty strata");
        Some(self.cells(column).map(|(_, stratum)| stratum.to_owned()).collect())
    }

    fn values(&self, name: &Line, checks: &mut Checks) -> Option<Vec<Ratio>> {
        let column = self.column("value", name, checks)?;
        let mut listed = Listed { checks, found: 0 };
        let mut values = Vec::with_capacity(self.rows.0.len());
        for (row, text) in self.cells(column) {
            let places = text.split_once('.').map_or(0, |(_, places)| places.len());
            let shown: String = text.chars().take(40).collect();
            match text.parse::<Ratio>() {
                Ok(value) if !text.contains('/') && places <= VALUE_PLACES_MAX => {
                    if value.0.is_negative() {
                        listed.problem(
                            row,
                            column,
                            say!("`{shown}` is negative", shown),
                            "draw credits and debits as populations of their own",
                        );
                    }
                    values.push(value);
                }
                _ => listed.problem(
                    row,
                    column,
                    say!(
                        "`{shown}` is not a decimal number of at most {most} places",
                        shown,
                        most = VALUE_PLACES_MAX
                    ),
                    "write it like 1234.50, without separators or currency",
                ),
            }
        }
        let fine = listed.found == 0;
        listed.end("values that cannot be used");
        fine.then_some(values)
    }
}

fn check_total(values: &[Ratio], expected: &Ratio, checks: &mut Checks) {
    let total = Ratio(values.iter().fold(BigRational::zero(), |total, value| total + &value.0));
    checks.require(
        total == *expected,
        "/expected_total",
        say!("`{expected}` is expected, and the values add up to {total}", expected, total),
        "ask for the complete population, or correct the total and keep where it comes from",
    );
}

/// The values in the least decimal unit that makes all of them whole.
fn in_units(values: &[Ratio], checks: &mut Checks) -> (Option<Vec<u128>>, u128) {
    let mut scale = 1u128;
    for value in values {
        while !(&value.0 * BigRational::from_integer(scale.into())).is_integer() {
            scale *= 10;
        }
    }
    let factor = BigRational::from_integer(scale.into());
    let units: Option<Vec<u128>> =
        values.iter().map(|value| u128::try_from((&value.0 * &factor).to_integer()).ok()).collect();
    let total = units.as_ref().and_then(|units| {
        units
            .iter()
            .try_fold(0u128, |total, unit| total.checked_add(*unit))
            .filter(|total| *total <= TOTAL_UNITS_MAX)
    });
    checks.require(total != Some(0), "/value", "the values add up to 0", "name a column with values above 0");
    checks.require(
        total.is_some(),
        "/value",
        "the values are too large to be drawn by",
        "give them in thousands",
    );
    (units.filter(|_| total.is_some()), scale)
}
