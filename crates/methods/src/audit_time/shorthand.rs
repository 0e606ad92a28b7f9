//! Inputs that may be written short: `49` for a group of which nothing but the number is known.

use assize_domain::kernel::datum::{CellSource, Cells, Corrupt, Datum, Intake, Shape};
use serde_json::{Value, json};

/// A datum that has a short form in JSON beside its own.
pub trait Shorthand: Datum {
    /// Whether the value is written short.
    fn is_short(value: &Value) -> bool;
    /// Reads the short form.
    fn from_short(value: &Value, intake: &mut Intake) -> Option<Self>;
    /// The JSON Schema of the short form.
    fn short_schema() -> Value;
}

/// A datum read from either form, and always written in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short<T>(pub T);

impl<T: Shorthand> Datum for Short<T> {
    const SCALAR: bool = T::SCALAR;
    fn shape(name: &str, shape: &mut Shape) {
        T::shape(name, shape);
    }
    fn put(&self, out: &mut Cells) {
        self.0.put(out);
    }
    fn put_none(out: &mut Cells) {
        T::put_none(out);
    }
    fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
        T::get(source).map(Self)
    }
    fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
        T::skip(source)
    }
    fn to_json(&self) -> Value {
        self.0.to_json()
    }
    fn from_json(value: &Value, intake: &mut Intake) -> Option<Self> {
        let read =
            if T::is_short(value) { T::from_short(value, intake) } else { T::from_json(value, intake) };
        read.map(Self)
    }
    fn schema() -> Value {
        json!({ "anyOf": [T::short_schema(), T::schema()] })
    }
}
