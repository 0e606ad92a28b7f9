//! Any record as a page shows it: its fields by their names, what they point at by its name.

use std::collections::BTreeMap;

use assize_domain::{Key, Kind};
use assize_store::StoreError;
use serde_json::Value;

use crate::app::App;
use crate::web::choices::label;
use crate::web::form::Shape;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many records that a record points at are named.
const NAMED_MAX: usize = 400;

/// A field as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// The field's name.
    pub(crate) label: String,
    /// What it holds.
    pub(crate) body: Body,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// Text.
    Text(String),
    /// A record, by its name, and its page.
    Link { label: String, href: String },
    /// Fields of its own.
    Fields(Vec<Shown>),
    /// Several.
    List(Vec<Body>),
}

impl Body {
    /// As HTML.
    pub(crate) fn html(&self) -> String {
        use askama::Template as _;
        let html = BodyHtml { body: self }.render();
        html.unwrap_or_else(|error| {
            tracing::error!(%error, "a field cannot be written");
            String::new()
        })
    }
}

#[derive(askama::Template)]
#[template(path = "shown.html")]
struct BodyHtml<'b> {
    body: &'b Body,
}

/// The names of records.
pub(crate) type Names = BTreeMap<Key, String>;

/// The fields of a value that a schema describes. What is empty is not shown.
pub(crate) async fn shown(
    app: &App,
    visitor: &Visitor,
    schema: &Value,
    value: &Value,
) -> Result<Vec<Shown>, StoreError> {
    let mut keys = Vec::new();
    collect(schema, value, &mut keys);
    let words = &visitor.words;
    let names = names(app, visitor, keys).await?;
    let showing = Showing { words, names: &names };
    Ok(match showing.body(schema, value) {
        Some(Body::Fields(fields)) => fields,
        _ => Vec::new(),
    })
}

/// The names of records, as far as they are there and whoever looks may read them.
pub(crate) async fn names(
    app: &App,
    visitor: &Visitor,
    keys: impl IntoIterator<Item = Key>,
) -> Result<Names, StoreError> {
    let mut names = Names::new();
    for key in keys.into_iter().take(NAMED_MAX) {
        if !names.contains_key(&key)
            && visitor.asker.names(key).await?
            && let Some(found) = app.store.record(key).await?
        {
            names.insert(key, label(&visitor.words, &found.record));
        }
    }
    Ok(names)
}

fn collect(schema: &Value, value: &Value, keys: &mut Vec<Key>) {
    match (Shape::of(schema).present().0, value) {
        (Shape::Record { kind }, Value::String(id)) => {
            keys.extend(id.parse().ok().map(|id| Key { kind, id }));
        }
        (Shape::Fields { fields, .. }, Value::Object(object)) => {
            for (name, schema, _) in fields.each() {
                collect(schema, object.get(name).unwrap_or(&Value::Null), keys);
            }
        }
        (Shape::OneOf { choices, .. }, value) => {
            if let Some(choice) = chosen(choices, value) {
                collect(choice, value, keys);
            }
        }
        (Shape::List { items, .. }, Value::Array(values)) => {
            values.iter().for_each(|value| collect(items, value, keys));
        }
        _ => {}
    }
}

fn chosen<'c>(choices: &'c [Value], value: &Value) -> Option<&'c Value> {
    let is = value.get("is")?.as_str()?;
    choices.iter().find(|choice| choice.pointer("/properties/is/const").and_then(Value::as_str) == Some(is))
}

fn is_json(schema: &Value) -> bool {
    schema.get("contentMediaType").and_then(Value::as_str) == Some("application/json")
}

struct Showing<'s> {
    words: &'s Words,
    names: &'s Names,
}

impl Showing<'_> {
    fn body(&self, schema: &Value, value: &Value) -> Option<Body> {
        let text = |text: String| Some(Body::Text(text));
        match (Shape::of(schema).present().0, value) {
            (_, Value::Null) => None,
            (Shape::Record { kind }, Value::String(id)) => Some(self.link(kind, id)),
            (Shape::Words { of, .. }, Value::String(word)) => text(self.words.word(of, word)),
            (Shape::Truth, Value::Bool(truth)) => text(self.words.say(if *truth { "yes" } else { "no" })),
            (Shape::Text { .. }, Value::String(said)) if is_json(schema) => {
                serde_json::from_str(said).map_or_else(|_| text(said.clone()), |inner| self.loose(&inner))
            }
            (Shape::Text { .. }, Value::String(said)) => text(self.text(schema, said)),
            (Shape::Fields { of: "Stamp", .. }, Value::Object(object)) => self.stamp(object),
            (Shape::Fields { of, fields }, Value::Object(object)) => {
                let shown = fields.each().filter_map(|(name, schema, _)| {
                    let value = object.get(name)?;
                    let body = self.number(name, value).or_else(|| self.body(schema, value))?;
                    (name != "key").then(|| Shown { label: self.words.field(of, name), body })
                });
                let shown: Vec<Shown> = shown.collect();
                (!shown.is_empty()).then_some(Body::Fields(shown))
            }
            (Shape::OneOf { of, choices }, value) => self.one_of(of, choices, value),
            (Shape::List { items, .. }, Value::Array(values)) => {
                let bodies: Vec<Body> = values.iter().filter_map(|value| self.body(items, value)).collect();
                (!bodies.is_empty()).then_some(Body::List(bodies))
            }
            (_, Value::String(said)) => text(said.clone()),
            (_, other) => text(self.words.number(other)),
        }
    }

    /// The number in a field; nothing where it holds something else.
    fn number(&self, field: &str, value: &Value) -> Option<Body> {
        match value {
            Value::Number(number) => Some(Body::Text(self.words.number_in(field, number))),
            _ => None,
        }
    }

    fn one_of(&self, of: &str, choices: &[Value], value: &Value) -> Option<Body> {
        let is = value.get("is")?.as_str()?;
        let word = self.words.word(of, is);
        let rest = match chosen(choices, value).map(Shape::of) {
            Some(Shape::Fields { fields, .. }) => {
                let inner = fields.each().filter(|(name, _, _)| *name != "is");
                let inner = inner.filter_map(|(name, schema, _)| {
                    let body = self.body(schema, value.get(name)?)?;
                    Some(Shown { label: self.words.field(of, name), body })
                });
                inner.collect()
            }
            _ => Vec::new(),
        };
        if rest.is_empty() {
            return Some(Body::Text(word));
        }
        Some(Body::List(vec![Body::Text(word), Body::Fields(rest)]))
    }

    fn text(&self, schema: &Value, said: &str) -> String {
        match schema.get("format").and_then(Value::as_str) {
            Some("date") => said.parse().map_or_else(
                |_| said.to_owned(),
                |date: assize_domain::kernel::time::Date| self.words.date(date),
            ),
            Some("date-time") => said.parse().map_or_else(|_| said.to_owned(), |at| self.words.time(at)),
            Some("days") => self.words.number(said),
            Some("language") => self.words.tongue(said),
            _ => said.to_owned(),
        }
    }

    /// When and by whom, in a line.
    fn stamp(&self, object: &serde_json::Map<String, Value>) -> Option<Body> {
        let at = object.get("at")?.as_str()?;
        let at = at.parse().map_or_else(|_| at.to_owned(), |at| self.words.time(at));
        let by = object.get("by")?;
        let person = ["person", "on_behalf_of"].iter().find_map(|name| by.get(name)?.as_str());
        let named = person.and_then(|id| self.names.get(&Key { kind: Kind::Person, id: id.parse().ok()? }));
        let is_operator = by.get("is").and_then(Value::as_str) == Some("operator");
        let who = match (is_operator, named) {
            (false, Some(name)) => name.clone(),
            (true, Some(name)) => self.words.with("operator-for", "name", name.as_str()),
            (true, None) => self.words.say("operator"),
            (false, None) => self.words.say("person-unnamed"),
        };
        Some(Body::Text(self.words.with2("stamped", "at", at, "who", who)))
    }

    /// A value that no schema describes: inputs and results of a method.
    fn loose(&self, value: &Value) -> Option<Body> {
        match value {
            Value::Null => None,
            Value::Bool(truth) => Some(Body::Text(self.words.say(if *truth { "yes" } else { "no" }))),
            Value::Number(number) => Some(Body::Text(self.words.number(number))),
            Value::String(text) => {
                let is_number = text.parse::<f64>().is_ok();
                Some(Body::Text(if is_number { self.words.number(text) } else { text.clone() }))
            }
            Value::Array(values) => {
                let bodies: Vec<Body> = values.iter().filter_map(|value| self.loose(value)).collect();
                (!bodies.is_empty()).then_some(Body::List(bodies))
            }
            Value::Object(object) => {
                let shown = object.iter().filter_map(|(name, value)| {
                    let body = self.number(name, value).or_else(|| self.loose(value))?;
                    Some(Shown { label: self.words.field("", name), body })
                });
                let shown: Vec<Shown> = shown.collect();
                (!shown.is_empty()).then_some(Body::Fields(shown))
            }
        }
    }

    fn link(&self, kind: Kind, id: &str) -> Body {
        let key = id.parse().ok().map(|id| Key { kind, id });
        match key.and_then(|key| Some((key, self.names.get(&key)?))) {
            Some((key, label)) => Body::Link { label: label.clone(), href: super::href(key) },
            None => Body::Text(self.words.kind(kind)),
        }
    }
}
