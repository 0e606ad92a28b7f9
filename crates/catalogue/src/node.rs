//! What a file holds, whatever its format: a tree of values, each with its place. One reader then serves every format.

use std::borrow::Cow;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number; none where it lies beyond what a bound of the catalogue could be.
    Whole(Option<u32>),
    /// True or false.
    Flag(bool),
    /// A list.
    List(Vec<Node<'a>>),
    /// A table: keys with their values, no key twice.
    Table(Vec<(Cow<'a, str>, Node<'a>)>),
    /// What the catalogue has no use for: a date, a fraction, nothing.
    Other,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node<'a> {
    /// The line, from 1; none where the format has no lines.
    pub(crate) line: Option<usize>,
    /// The place in the words of the format, such as `row 3, column B`; none where the path of keys says it.
    pub(crate) at: Option<String>,
    /// The value.
    pub(crate) value: Value<'a>,
}

impl<'a> Node<'a> {
    /// A value whose place the path of keys says.
    pub(crate) const fn new(value: Value<'a>) -> Self {
        Self { line: None, at: None, value }
    }

    /// A text.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Value::Text(text.into()))
    }

    /// A table of these, without those that are not there.
    pub(crate) fn table(entries: impl IntoIterator<Item = (&'static str, Option<Node<'a>>)>) -> Self {
        let there = |(key, node): (&'static str, Option<Node<'a>>)| Some((Cow::Borrowed(key), node?));
        Self::new(Value::Table(entries.into_iter().filter_map(there).collect()))
    }

    /// A list.
    pub(crate) fn list(entries: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Value::List(entries.into_iter().collect()))
    }

    /// The same at a place in the words of its format.
    pub(crate) fn at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// The same on a line.
    pub(crate) const fn on(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn as_table(&self) -> Option<&[(Cow<'a, str>, Self)]> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The value of a key, where this is a table that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.as_table()?.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }
}
