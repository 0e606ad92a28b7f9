//! One description of a value, used for everything that is done with it from outside: columns, JSON, schema.
//!
//! A [`Datum`] can be taken apart into [`Cells`] (what the store keeps in columns and child tables) and put
//! together again, checked in full; it can be written as JSON and read from JSON with *every* problem named at its
//! place; and it can describe its own [`Shape`] and JSON Schema. The macros in [`crate::kernel::macros`] implement
//! it from the declaration of a type, so that no field can be forgotten in one of the five.

use super::said::{Said, listed, say};
use std::fmt;

use serde_json::{Map, Value, json};

/// The longest list that a command or a record may carry.
pub const LIST_LEN_MAX: usize = 2_000;

/// One value in a row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// No value.
    Null,
    /// A whole number, a truth value (0 or 1), or a count.
    Int(i64),
    /// Text: everything that has a `Display` and a `FromStr`.
    Text(String),
}

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellType {
    /// BIGINT.
    Int,
    /// TEXT.
    Text,
}

/// A column of a table: its name, its type, whether it may be empty, and the words it may hold if they are few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The column's name.
    pub name: String,
    /// The column's type.
    pub cell: CellType,
    /// Whether the column may be null.
    pub nullable: bool,
    /// The only words allowed, where the type is an enumeration.
    pub words: Option<&'static [&'static str]>,
}

/// The columns and child tables of a datum.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The columns, in the order in which [`Datum::put`] writes them.
    pub columns: Vec<Column>,
    /// The child tables, by name, in the order in which [`Datum::put`] writes them.
    pub lists: Vec<(String, Shape)>,
    nullable: bool,
}

impl Shape {
    /// The shape of a whole datum.
    #[must_use]
    pub fn of<T: Datum>() -> Self {
        let mut shape = Self::default();
        T::shape("", &mut shape);
        shape
    }

    /// Adds a column.
    pub fn column(&mut self, name: &str, cell: CellType, words: Option<&'static [&'static str]>) {
        let name = if name.is_empty() { "value" } else { name };
        self.columns.push(Column { name: name.to_owned(), cell, nullable: self.nullable, words });
    }

    /// Adds what `describe` adds, with every column nullable.
    pub fn nullable(&mut self, describe: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.nullable, true);
        describe(self);
        self.nullable = before;
    }

    /// Adds a child table.
    pub fn list(&mut self, name: &str, shape: Shape) {
        self.lists.push((name.to_owned(), shape));
    }
}

/// The name of a field inside another: `state` and `by` give `state_by`.
#[must_use]
pub fn joined(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}_{name}") }
}

/// A datum taken apart: the cells of its columns and, for each child table, its rows in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// One cell for each column of the shape.
    pub cells: Vec<Cell>,
    /// One list of rows for each child table of the shape.
    pub lists: Vec<Vec<Cells>>,
}

impl Cells {
    /// Takes a datum apart.
    #[must_use]
    pub fn of<T: Datum>(datum: &T) -> Self {
        let mut cells = Self::default();
        datum.put(&mut cells);
        cells
    }

    /// Puts a datum together from the cells.
    ///
    /// # Errors
    /// [`Corrupt`] when a cell is missing, left over, of another type, or not a value of its field's type.
    pub fn into_datum<T: Datum>(self) -> Result<T, Corrupt> {
        let mut source = CellSource { cells: self.cells.into_iter(), lists: self.lists.into_iter() };
        let datum = T::get(&mut source)?;
        if source.cells.next().is_some() || source.lists.next().is_some() {
            return Err(Corrupt::new("the row has more cells than the record has fields"));
        }
        Ok(datum)
    }
}

/// Cells being read, in the order of the shape.
#[derive(Debug)]
pub struct CellSource {
    cells: std::vec::IntoIter<Cell>,
    lists: std::vec::IntoIter<Vec<Cells>>,
}

impl CellSource {
    /// The next cell.
    ///
    /// # Errors
    /// [`Corrupt`] when there is none.
    pub fn cell(&mut self) -> Result<Cell, Corrupt> {
        self.cells.next().ok_or_else(|| Corrupt::new("the row has fewer cells than the record has fields"))
    }

    /// The next cell, as text.
    ///
    /// # Errors
    /// [`Corrupt`] when there is none, or it is not text.
    pub fn text(&mut self) -> Result<String, Corrupt> {
        match self.cell()? {
            Cell::Text(text) => Ok(text),
            other => Err(Corrupt::new(format!("text expected, found `{other:?}`"))),
        }
    }

    /// The next cell, as a number.
    ///
    /// # Errors
    /// [`Corrupt`] when there is none, or it is not a number.
    pub fn int(&mut self) -> Result<i64, Corrupt> {
        match self.cell()? {
            Cell::Int(int) => Ok(int),
            other => Err(Corrupt::new(format!("number expected, found `{other:?}`"))),
        }
    }

    /// The next list.
    ///
    /// # Errors
    /// [`Corrupt`] when there is none.
    pub fn list(&mut self) -> Result<Vec<Cells>, Corrupt> {
        self.lists.next().ok_or_else(|| Corrupt::new("the record has fewer lists than its shape"))
    }

    fn peek_null(&self) -> bool {
        matches!(self.cells.as_slice().first(), Some(Cell::Null))
    }
}

/// What is stored is not what the law could have produced.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Corrupt {
    what: String,
}

impl Corrupt {
    /// Says what is wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into() }
    }

    /// The same, said to be in `place`.
    #[must_use]
    pub fn within(self, place: impl fmt::Display) -> Self {
        Self { what: format!("{place}: {}", self.what) }
    }
}

/// A problem in what came in, at its place, with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: a JSON pointer (RFC 6901), or a place in a file.
    pub at: String,
    /// What is wrong.
    pub what: Said,
    /// What to do about it.
    pub hint: Said,
}

impl Problem {
    /// A problem at a place, with a hint.
    pub fn new(at: impl fmt::Display, what: impl Into<Said>, hint: impl Into<Said>) -> Self {
        Self { at: at.to_string(), what: what.into(), hint: hint.into() }
    }
}

/// A step on the way to a place in JSON. Every field and item that is read is one, and nearly all read well: so a step is
/// made into text for a problem alone.
#[derive(Clone, Copy, Debug)]
pub enum Step<'k> {
    /// Into a field of an object.
    Field(&'k str),
    /// Into an item of a list.
    Item(usize),
}

impl<'k> From<&'k str> for Step<'k> {
    fn from(name: &'k str) -> Self {
        Self::Field(name)
    }
}

impl From<usize> for Step<'_> {
    fn from(index: usize) -> Self {
        Self::Item(index)
    }
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(&name.replace('~', "~0").replace('/', "~1")),
            Self::Item(index) => write!(f, "{index}"),
        }
    }
}

/// JSON being read: the place where the reader is, and the problems so far.
#[derive(Debug, Default)]
pub struct Intake {
    place: Vec<Step<'static>>,
    /// Every problem found so far.
    pub problems: Vec<Problem>,
}

impl Intake {
    /// The place as a JSON pointer.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.place.iter().map(|step| format!("/{step}")).collect()
    }

    /// Reads a `step` below the present place.
    pub fn at<T>(
        &mut self,
        step: impl Into<Step<'static>>,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        self.place.push(step.into());
        let value = read(self);
        self.place.pop();
        value
    }

    /// Notes a problem at the present place.
    pub fn problem(&mut self, what: impl Into<Said>, hint: impl Into<Said>) {
        self.problems.push(Problem::new(self.pointer(), what, hint));
    }

    /// Reads the field `name` of `object`.
    pub fn field<T: Datum>(&mut self, object: &Map<String, Value>, name: &'static str) -> Option<T> {
        self.at(name, |intake| match object.get(name) {
            Some(value) => T::from_json(value, intake),
            None => T::absent().or_else(|| {
                intake.problem("is missing", say!("give `{name}`", name));
                None
            }),
        })
    }

    /// Notes every key of `object` that is not in `known`.
    pub fn only(&mut self, object: &Map<String, Value>, known: &[&str]) {
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            let place = format!("{}/{}", self.pointer(), Step::Field(key));
            let hint = say!("use only {known}", known = listed(known));
            self.problems.push(Problem::new(place, say!("`{key}` is not known here", key), hint));
        }
    }
}

/// Reads a datum from JSON.
///
/// # Errors
/// Every problem found, each at its place.
pub fn read_json<T: Datum>(value: &Value) -> Result<T, Vec<Problem>> {
    let mut intake = Intake::default();
    match T::from_json(value, &mut intake) {
        Some(datum) if intake.problems.is_empty() => Ok(datum),
        _ => {
            if intake.problems.is_empty() {
                intake.problem("could not be read", "compare it with the schema of this command");
            }
            Err(intake.problems)
        }
    }
}

/// A value that can be taken apart into cells and JSON, and put together again.
pub trait Datum: Sized {
    /// Whether the datum is one cell that is never null, so that an optional one needs no mark of presence.
    const SCALAR: bool = false;

    /// Adds the datum's columns and child tables to `shape`, under `name`.
    fn shape(name: &str, shape: &mut Shape);
    /// Writes exactly the cells and lists that [`Datum::shape`] describes.
    fn put(&self, out: &mut Cells);
    /// Writes as many cells and lists, empty.
    fn put_none(out: &mut Cells);
    /// Reads what [`Datum::put`] wrote.
    ///
    /// # Errors
    /// [`Corrupt`] when the cells are not what the type could have written.
    fn get(source: &mut CellSource) -> Result<Self, Corrupt>;
    /// Passes over what [`Datum::put_none`] wrote.
    ///
    /// # Errors
    /// [`Corrupt`] when something is there.
    fn skip(source: &mut CellSource) -> Result<(), Corrupt>;
    /// The datum as JSON.
    fn to_json(&self) -> Value;
    /// Reads the datum from JSON; problems go into `intake`, each at its place.
    fn from_json(value: &Value, intake: &mut Intake) -> Option<Self>;
    /// The datum's JSON Schema (draft 2020-12).
    fn schema() -> Value;
    /// The value where a field is missing from JSON, if it may be.
    fn absent() -> Option<Self> {
        None
    }
}

fn skip_cell(source: &mut CellSource) -> Result<(), Corrupt> {
    match source.cell()? {
        Cell::Null => Ok(()),
        other => Err(Corrupt::new(format!("no value expected, found `{other:?}`"))),
    }
}

/// Implements [`Datum`] for types that are text: one TEXT column, a JSON string.
#[macro_export]
macro_rules! text_datum {
    ($type:ty, $schema:expr, $hint:expr) => {
        impl $crate::kernel::datum::Datum for $type {
            const SCALAR: bool = true;
            fn shape(name: &str, shape: &mut $crate::kernel::datum::Shape) {
                shape.column(name, $crate::kernel::datum::CellType::Text, None);
            }
            fn put(&self, out: &mut $crate::kernel::datum::Cells) {
                out.cells.push($crate::kernel::datum::Cell::Text(self.to_string()));
            }
            fn put_none(out: &mut $crate::kernel::datum::Cells) {
                out.cells.push($crate::kernel::datum::Cell::Null);
            }
            fn get(
                source: &mut $crate::kernel::datum::CellSource,
            ) -> Result<Self, $crate::kernel::datum::Corrupt> {
                let text = source.text()?;
                text.parse().map_err(|error| $crate::kernel::datum::Corrupt::new(format!("`{text}` {error}")))
            }
            fn skip(
                source: &mut $crate::kernel::datum::CellSource,
            ) -> Result<(), $crate::kernel::datum::Corrupt> {
                $crate::kernel::datum::skip_scalar(source)
            }
            fn to_json(&self) -> serde_json::Value {
                serde_json::Value::String(self.to_string())
            }
            fn from_json(
                value: &serde_json::Value,
                intake: &mut $crate::kernel::datum::Intake,
            ) -> Option<Self> {
                let Some(text) = value.as_str() else {
                    intake.problem("is not a text", $hint);
                    return None;
                };
                match text.parse() {
                    Ok(datum) => Some(datum),
                    Err(error) => {
                        let shown: String = text.chars().take(60).collect();
                        intake.problem($crate::kernel::said::say!("`{shown}` {error}", shown, error), $hint);
                        None
                    }
                }
            }
            fn schema() -> serde_json::Value {
                $schema
            }
        }
    };
}
pub use text_datum;

/// A schema with the words of a field's documentation; for the macros.
#[must_use]
pub fn described(mut schema: Value, lines: &[&str]) -> Value {
    let words: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    if let (Some(schema), false) = (schema.as_object_mut(), words.is_empty()) {
        schema.insert("description".to_owned(), words.join(" ").into());
    }
    schema
}

/// Passes over one empty cell; for the macros.
///
/// # Errors
/// [`Corrupt`] when the cell holds something.
pub fn skip_scalar(source: &mut CellSource) -> Result<(), Corrupt> {
    skip_cell(source)
}

macro_rules! int_datum {
    ($type:ty) => {
        impl Datum for $type {
            const SCALAR: bool = true;
            fn shape(name: &str, shape: &mut Shape) {
                shape.column(name, CellType::Int, None);
            }
            fn put(&self, out: &mut Cells) {
                out.cells.push(Cell::Int(i64::from(*self)));
            }
            fn put_none(out: &mut Cells) {
                out.cells.push(Cell::Null);
            }
            fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
                let int = source.int()?;
                Self::try_from(int).map_err(|_| Corrupt::new(format!("`{int}` is out of range")))
            }
            fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
                skip_cell(source)
            }
            fn to_json(&self) -> Value {
                json!(self)
            }
            fn from_json(value: &Value, intake: &mut Intake) -> Option<Self> {
                let int = value.as_i64().and_then(|int| Self::try_from(int).ok());
                if int.is_none() {
                    intake.problem(
                        "is not a whole number in range",
                        say!("give a whole number from {min} to {max}", min = <$type>::MIN, max = <$type>::MAX),
                    );
                }
                int
            }
            fn schema() -> Value {
                json!({ "type": "integer", "minimum": <$type>::MIN, "maximum": <$type>::MAX })
            }
        }
    };
}
int_datum!(u8);
int_datum!(u16);
int_datum!(u32);
int_datum!(i64);

impl Datum for bool {
    const SCALAR: bool = true;
    fn shape(name: &str, shape: &mut Shape) {
        shape.column(name, CellType::Int, None);
    }
    fn put(&self, out: &mut Cells) {
        out.cells.push(Cell::Int(i64::from(*self)));
    }
    fn put_none(out: &mut Cells) {
        out.cells.push(Cell::Null);
    }
    fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
        match source.int()? {
            0 => Ok(false),
            1 => Ok(true),
            int => Err(Corrupt::new(format!("`{int}` is neither 0 nor 1"))),
        }
    }
    fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
        skip_cell(source)
    }
    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
    fn from_json(value: &Value, intake: &mut Intake) -> Option<Self> {
        if value.as_bool().is_none() {
            intake.problem("is neither true nor false", "give true or false");
        }
        value.as_bool()
    }
    fn schema() -> Value {
        json!({ "type": "boolean" })
    }
}

impl<T: Datum> Datum for Option<T> {
    fn shape(name: &str, shape: &mut Shape) {
        if !T::SCALAR {
            shape.column(&joined(name, "given"), CellType::Int, None);
        }
        shape.nullable(|shape| T::shape(name, shape));
    }
    fn put(&self, out: &mut Cells) {
        if !T::SCALAR {
            out.cells.push(Cell::Int(i64::from(self.is_some())));
        }
        match self {
            Some(datum) => datum.put(out),
            None => T::put_none(out),
        }
    }
    fn put_none(out: &mut Cells) {
        if !T::SCALAR {
            out.cells.push(Cell::Null);
        }
        T::put_none(out);
    }
    fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
        let there = if T::SCALAR { !source.peek_null() } else { bool::get(source)? };
        if there {
            T::get(source).map(Some)
        } else {
            T::skip(source)?;
            Ok(None)
        }
    }
    fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
        if !T::SCALAR {
            skip_cell(source)?;
        }
        T::skip(source)
    }
    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, Datum::to_json)
    }
    fn from_json(value: &Value, intake: &mut Intake) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::from_json(value, intake).map(Some) }
    }
    fn schema() -> Value {
        json!({ "anyOf": [T::schema(), { "type": "null" }] })
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Datum> Datum for Vec<T> {
    fn shape(name: &str, shape: &mut Shape) {
        shape.list(name, Shape::of::<T>());
    }
    fn put(&self, out: &mut Cells) {
        out.lists.push(self.iter().map(Cells::of).collect());
    }
    fn put_none(out: &mut Cells) {
        out.lists.push(Vec::new());
    }
    fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
        source.list()?.into_iter().map(Cells::into_datum).collect()
    }
    fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
        if source.list()?.is_empty() { Ok(()) } else { Err(Corrupt::new("no rows expected")) }
    }
    fn to_json(&self) -> Value {
        Value::Array(self.iter().map(Datum::to_json).collect())
    }
    fn from_json(value: &Value, intake: &mut Intake) -> Option<Self> {
        let Some(values) = value.as_array() else {
            intake.problem("is not a list", "give a list, as in [ ... ]");
            return None;
        };
        if values.len() > LIST_LEN_MAX {
            intake.problem(
                say!("has {count} entries", count = values.len()),
                say!("give at most {most}", most = LIST_LEN_MAX),
            );
            return None;
        }
        let read: Vec<Option<T>> = values
            .iter()
            .enumerate()
            .map(|(index, value)| intake.at(index, |intake| T::from_json(value, intake)))
            .collect();
        read.into_iter().collect()
    }
    fn schema() -> Value {
        json!({ "type": "array", "items": T::schema(), "maxItems": LIST_LEN_MAX })
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}
