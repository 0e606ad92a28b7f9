//! What a browser sends of a form, read into the value that the command's schema describes.
//!
//! The name of a control is the JSON pointer of its value. What is empty is left out, rows that are empty are too; what cannot be read is kept
//! as it was typed, so that the law names it at its place and the form shows it again.

use std::collections::{BTreeMap, BTreeSet};

use assize_exchange::areas::area_of;
use jiff::civil;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::schema::{Fields, Format, Shape};
use crate::web::words::{Language, Words, cents_of, is_money};

/// The most controls that a form may send.
pub(crate) const CONTROLS_MAX: usize = 5_000;

/// The place of an auditee's units, which name one another.
const UNITS: &str = "/units";

/// The controls that were sent, by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Posted {
    values: BTreeMap<String, Vec<String>>,
}

impl Posted {
    /// Reads a body or a query in the way of forms; what is past [`CONTROLS_MAX`] is left out.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(bytes).into_owned().take(CONTROLS_MAX) {
            // Browsers end lines with CR LF in what they send.
            values.entry(name).or_default().push(value.replace("\r\n", "\n"));
        }
        Self { values }
    }

    /// The one value of a control.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        self.values.get(name).and_then(|values| values.first()).map(String::as_str)
    }

    /// The value of a control that is not empty.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        self.one(name).map(str::trim).filter(|value| !value.is_empty())
    }

    /// The row of a long list that is to be changed.
    pub(crate) fn opened(&self) -> Option<&str> {
        self.filled("rows").and_then(|rows| rows.strip_prefix("open:"))
    }

    /// Every value of a control.
    pub(crate) fn all(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Adds a value.
    pub(crate) fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.values.entry(name.into()).or_default().push(value.into());
    }

    /// Everything that was sent, by name.
    pub(crate) fn all_fields(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.values.iter().map(|(name, values)| (name.as_str(), values.as_slice()))
    }

    /// What a query gives of a command's fields: all but what says where one comes from.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &[String])> {
        let field = |name: &str| !["back", "done", "seq"].contains(&name);
        self.values
            .iter()
            .map(|(name, values)| (name.as_str(), values.as_slice()))
            .filter(move |(name, _)| field(name))
    }

    /// Leaves out the rows that a form offers and nobody filled in: each `spare` names a list, and the field that its rows bring
    /// along, as in `/items item`.
    pub(crate) fn without_spare(mut self) -> Self {
        for spare in self.all("spare").to_vec() {
            let Some((list, brought)) = spare.split_once(' ') else { continue };
            for row in self.rows(list) {
                let (prefix, own) = (format!("{list}/{row}/"), format!("{list}/{row}/{brought}"));
                let of_row =
                    self.values.range(prefix.clone()..).take_while(|(name, _)| name.starts_with(&prefix));
                let mut others = of_row.filter(|(name, _)| **name != own).flat_map(|(_, values)| values);
                if others.all(|value| value.trim().is_empty()) {
                    self.values.remove(&own);
                }
            }
        }
        self
    }

    /// The numbers of the rows of the list at `pointer`, in order.
    fn rows(&self, pointer: &str) -> BTreeSet<usize> {
        let prefix = format!("{pointer}/");
        self.values
            .range(prefix.clone()..)
            .take_while(|(name, _)| name.starts_with(&prefix))
            .filter_map(|(name, _)| name.strip_prefix(&prefix)?.split('/').next()?.parse().ok())
            .collect()
    }
}

/// How the text of a form is understood.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'p> {
    /// What was sent.
    pub(crate) posted: &'p Posted,
    /// The language, for decimal commas.
    pub(crate) language: Language,
    /// The zone in which moments were typed.
    pub(crate) zone: TimeZone,
}

impl Reader<'_> {
    /// The value that a schema describes, as far as it was sent; nothing where nothing was.
    pub(crate) fn value(&self, schema: &Value, pointer: &str) -> Option<Value> {
        match Shape::of(schema) {
            Shape::Maybe { of } => self.value(of, pointer),
            Shape::Text { format, .. } => self.text(format, pointer),
            Shape::Record { .. } | Shape::Words { .. } => self.line(pointer).map(Value::String),
            Shape::Number => {
                let text = self.line(pointer)?;
                let number = if is_money(pointer) {
                    cents_of(&text).map(Value::from)
                } else {
                    text.parse::<i64>().ok().map(Value::from)
                };
                Some(number.unwrap_or(Value::String(text)))
            }
            Shape::Truth => {
                // A box that is not ticked sends nothing, so that a hidden `false` goes before it: the last one counts.
                let text = self.posted.all(pointer).last().filter(|text| !text.is_empty())?.clone();
                Some(match text.as_str() {
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    _ => Value::String(text),
                })
            }
            Shape::Fields { fields, .. } => self.fields(fields, pointer),
            Shape::OneOf { choices, .. } => {
                let is = self.line(&format!("{pointer}/is"))?;
                let chosen = choices
                    .iter()
                    .find(|choice| {
                        choice.pointer("/properties/is/const").and_then(Value::as_str) == Some(&is)
                    })
                    .map(Shape::of);
                let mut object = Map::from_iter([("is".to_owned(), Value::String(is))]);
                if let Some(Shape::Fields { fields, .. }) = chosen
                    && let Some(Value::Object(all)) = self.fields(fields, pointer)
                {
                    object.extend(all.into_iter().filter(|(name, _)| name != "is"));
                }
                Some(Value::Object(object))
            }
            Shape::List { items, .. } => self.list(items, pointer),
        }
    }

    fn line(&self, pointer: &str) -> Option<String> {
        self.posted.filled(pointer).map(str::to_owned)
    }

    fn text(&self, format: Format, pointer: &str) -> Option<Value> {
        let text = self.line(pointer)?;
        let text = match format {
            Format::Moment => self.moment(&text, pointer),
            Format::Days if self.language == Language::German => text.replace(',', "."),
            Format::Key if is_area(pointer) => area(text),
            Format::Running
            | Format::Line
            | Format::Date
            | Format::Days
            | Format::Email
            | Format::Key
            | Format::Criteria
            | Format::Requirement
            | Format::Language
            | Format::Zone
            | Format::Digest => text,
        };
        Some(Value::String(text))
    }

    /// A moment typed without its offset is one in the zone that stands beside it, or else in that of whoever typed it.
    fn moment(&self, text: &str, pointer: &str) -> String {
        let Ok(local) = text.parse::<civil::DateTime>() else { return text.to_owned() };
        let beside = pointer.rsplit_once('/').map(|(parent, _)| format!("{parent}/zone"));
        let named = beside.and_then(|name| self.posted.filled(&name).map(str::to_owned));
        let zone = named.and_then(|name| TimeZone::get(&name).ok()).unwrap_or_else(|| self.zone.clone());
        match local.to_zoned_datetime(zone) {
            Ok(zoned) => format!("{:.3}", zoned.timestamp()),
            Err(_) => text.to_owned(),
        }
    }

    fn fields(&self, fields: Fields<'_>, pointer: &str) -> Option<Value> {
        let mut object = Map::new();
        let mut filled = false;
        for (name, schema, _) in fields.each() {
            let Some(value) = self.value(schema, &format!("{pointer}/{name}")) else { continue };
            // A box that nobody ticked, and a key that the form made, do not make a row that was filled in.
            filled |= value != Value::Bool(false) && name != "key";
            object.insert(name.to_owned(), value);
        }
        (filled || pointer.is_empty()).then_some(Value::Object(object))
    }

    fn list(&self, items: &Value, pointer: &str) -> Option<Value> {
        let of_rows = matches!(Shape::of(items), Shape::Fields { .. } | Shape::OneOf { .. });
        let mut values: Vec<Value> = if of_rows {
            let rows = self.posted.rows(pointer).into_iter();
            rows.filter_map(|row| self.value(items, &format!("{pointer}/{row}"))).collect()
        } else {
            let lines = self.posted.all(pointer).iter().flat_map(|text| text.split('\n'));
            let lines = lines.map(str::trim).filter(|line| !line.is_empty());
            let said = |line: &str| if is_area(pointer) { area(line.to_owned()) } else { line.to_owned() };
            lines.map(|line| scalar(items, &said(line))).collect()
        };
        if pointer == UNITS {
            by_key(&mut values);
        }
        (!values.is_empty()).then_some(Value::Array(values))
    }
}

/// Has each unit name the one that it is part of by its key, where its name was given and one unit alone is called so.
fn by_key(units: &mut [Value]) {
    let text = |unit: &Value, field: &str| Some(unit.get(field)?.as_str()?.trim().to_lowercase());
    let called: Vec<(Option<String>, Option<Value>)> =
        units.iter().map(|unit| (text(unit, "name"), unit.get("key").cloned())).collect();
    for unit in units {
        let Some(said) = text(unit, "parent") else { continue };
        let named = unit.get("parent");
        if called.iter().any(|(_, key)| key.as_ref() == named) {
            continue;
        }
        let mut of_name = called.iter().filter(|(name, _)| name.as_ref() == Some(&said));
        if let (Some((_, Some(key))), None, Some(unit)) =
            (of_name.next(), of_name.next(), unit.as_object_mut())
        {
            unit.insert("parent".to_owned(), key.clone());
        }
    }
}

/// Whether areas of competence are asked for at a place.
pub(super) fn is_area(pointer: &str) -> bool {
    pointer.ends_with("/area") || pointer.ends_with("/areas")
}

/// An area of competence by its key where its title was typed, in any language; else as it was typed.
fn area(text: String) -> String {
    let languages = Language::ALL.map(|language| Words::new(language, "UTC"));
    area_of(&languages, &text).map_or(text, str::to_owned)
}

fn scalar(schema: &Value, line: &str) -> Value {
    match Shape::of(schema) {
        Shape::Number => line.parse::<i64>().map_or_else(|_| Value::String(line.to_owned()), Value::from),
        _ => Value::String(line.to_owned()),
    }
}
