//! A table of a file, read key by key: whatever is not as it should be becomes a problem at its own line.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::id::{Malformed, shown};
use crate::problem::{Place, Problem, Problems};

/// One value with where it stands.
pub(super) type At<T> = (Place, T);

/// Characters of a word, an id or a key as it is looked at; its own type then says what is right.
const WORD_CHARS: RangeInclusive<usize> = 1..=200;

/// A file while it is read.
pub(super) struct Source<'a> {
    name: &'a str,
    // INVARIANT (lines): ascending, so that a line is found by halving.
    line_ends: Vec<usize>,
    problems: &'a RefCell<Problems>,
}

impl<'a> Source<'a> {
    pub(super) fn new(name: &'a str, text: &str, problems: &'a RefCell<Problems>) -> Self {
        let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at);
        Self { name, line_ends: line_ends.collect(), problems }
    }

    /// The line of a byte of the text, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.line_ends.partition_point(|end| *end < at) + 1
    }

    pub(super) fn place(&self, line: usize, path: String) -> Place {
        Place { file: self.name.to_owned(), line, path }
    }

    pub(super) fn push(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// How many problems there are so far, of this load and not only of this file.
    pub(super) fn problem_count(&self) -> usize {
        self.problems.borrow().count()
    }
}

/// A table of a file.
pub(super) struct Row<'a> {
    source: &'a Source<'a>,
    table: &'a DeTable<'a>,
    pub(super) place: Place,
    used: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Row<'a> {
    pub(super) fn new(source: &'a Source<'a>, table: &'a DeTable<'a>, place: Place) -> Self {
        Self { source, table, place, used: RefCell::default() }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// A problem with the value of a key, or with the whole table where there is no such key.
    pub(super) fn fault(&self, key: &str, what: impl Into<String>, hint: &str) {
        self.source.push(self.at(key).problem(what, hint));
    }

    fn at(&self, key: &str) -> Place {
        let dot = if self.place.path.is_empty() || key.is_empty() { "" } else { "." };
        let line = self.table.get(key).map_or(self.place.line, |value| self.source.line(value.span().start));
        self.source.place(line, format!("{}{dot}{key}", self.place.path))
    }

    fn within(&self, place: &Place, n: usize, value: &Spanned<DeValue<'_>>) -> Place {
        self.source.place(self.source.line(value.span().start), format!("{}[{n}]", place.path))
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.used.borrow_mut().insert(key);
        self.table.get(key)
    }

    fn missing(&self, key: &str) {
        self.fault(key, "is missing", "give it");
    }

    /// Ends the reading of the table: keys that nobody asked for are problems.
    pub(super) fn done(&self) {
        for (key, value) in
            self.table.iter().filter(|(key, _)| !self.used.borrow().contains(key.get_ref().as_ref()))
        {
            let dot = if self.place.path.is_empty() { "" } else { "." };
            let path = format!("{}{dot}{}", self.place.path, shown(key.get_ref()));
            let place = self.source.place(self.source.line(value.span().start.min(key.span().start)), path);
            let hint = "take it out, or look at how the built-in catalogue writes it";
            self.source.push(place.problem("is not known here", hint));
        }
    }

    pub(super) fn optional(&self, key: &'static str, chars: &RangeInclusive<usize>) -> Option<String> {
        let value = self.get(key)?;
        self.one_line(&self.at(key), value, chars)
    }

    pub(super) fn text(&self, key: &'static str, chars: &RangeInclusive<usize>) -> Option<String> {
        if !self.has(key) {
            self.missing(key);
        }
        self.optional(key, chars)
    }

    fn one_line(
        &self,
        place: &Place,
        value: &Spanned<DeValue<'_>>,
        chars: &RangeInclusive<usize>,
    ) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.source.push(place.problem("is no text", "write it in quotation marks"));
            return None;
        };
        let (count, least, most) = (text.chars().count(), chars.start(), chars.end());
        if chars.contains(&count) && text.trim() == text && !text.chars().any(char::is_control) {
            return Some(text.to_owned());
        }
        let what = format!("has {count} characters, or white space at an end");
        self.source.push(place.problem(what, format!("give {least} to {most} characters on one line")));
        None
    }

    pub(super) fn optional_parsed<T: FromStr<Err = Malformed>>(&self, key: &'static str) -> Option<T> {
        let text = self.optional(key, &WORD_CHARS)?;
        self.word(&self.at(key), &text)
    }

    pub(super) fn parsed<T: FromStr<Err = Malformed>>(&self, key: &'static str) -> Option<T> {
        let text = self.text(key, &WORD_CHARS)?;
        self.word(&self.at(key), &text)
    }

    fn word<T: FromStr<Err = Malformed>>(&self, place: &Place, text: &str) -> Option<T> {
        text.parse().map_err(|error: Malformed| self.source.push(place.problem(error.what, error.hint))).ok()
    }

    /// `true` or `false`; `false` where it is not said.
    pub(super) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.fault(key, "is neither true nor false", "write `true` or `false`, without quotation marks");
            false
        })
    }

    pub(super) fn number(&self, key: &'static str, bounds: &RangeInclusive<u32>) -> Option<u32> {
        let value = self.get(key)?;
        let number =
            value.get_ref().as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        let number = number.filter(|number| bounds.contains(number));
        if number.is_none() {
            let hint = format!("give {} to {}", bounds.start(), bounds.end());
            self.fault(key, "is no whole number within its bounds", &hint);
        }
        number
    }

    pub(super) fn needed_number(&self, key: &'static str, bounds: &RangeInclusive<u32>) -> Option<u32> {
        if !self.has(key) {
            self.missing(key);
        }
        self.number(key, bounds)
    }

    /// A table below this one.
    pub(super) fn table(&self, key: &'static str) -> Option<Row<'a>> {
        let value = self.get(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.fault(key, "is no table", "write `{ name = … }`");
            return None;
        };
        Some(Row::new(self.source, table, self.at(key)))
    }

    /// A list of tables; empty where their number is out of bounds.
    pub(super) fn rows(&self, key: &'static str, count: &RangeInclusive<usize>) -> Vec<Row<'a>> {
        let Some(value) = self.get(key) else {
            if *count.start() > 0 {
                self.missing(key);
            }
            return Vec::new();
        };
        let place = self.at(key);
        let mut rows = Vec::new();
        for (n, value) in self.counted(&place, value, count).iter().enumerate() {
            let place = self.within(&place, n, value);
            match value.get_ref().as_table() {
                Some(table) => rows.push(Row::new(self.source, table, place)),
                None => self.source.push(place.problem("is no table", "write `{ name = … }`")),
            }
        }
        rows
    }

    /// A list of texts, none twice; empty where their number is out of bounds.
    pub(super) fn texts(
        &self,
        key: &'static str,
        count: &RangeInclusive<usize>,
        chars: &RangeInclusive<usize>,
    ) -> Vec<At<String>> {
        match self.get(key) {
            Some(value) => self.list(&self.at(key), value, count, chars),
            None if *count.start() > 0 => {
                self.missing(key);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// A list of words or ids, none twice.
    pub(super) fn words<T: FromStr<Err = Malformed>>(
        &self,
        key: &'static str,
        count: &RangeInclusive<usize>,
    ) -> Vec<At<T>> {
        let texts = self.texts(key, count, &WORD_CHARS);
        texts
            .into_iter()
            .filter_map(|(place, text)| Some((place.clone(), self.word(&place, &text)?)))
            .collect()
    }

    /// Every key of this table with its list of texts, whatever the keys are.
    pub(super) fn named_lists(
        &self,
        count: &RangeInclusive<usize>,
        chars: &RangeInclusive<usize>,
    ) -> Vec<(String, Vec<String>)> {
        let mut lists = Vec::new();
        for (key, value) in self.table.iter() {
            let path = format!("{}.{}", self.place.path, shown(key.get_ref()));
            let place = self.source.place(self.source.line(value.span().start), path);
            let texts = self.list(&place, value, count, chars).into_iter().map(|(_, text)| text).collect();
            lists.push((key.get_ref().to_string(), texts));
        }
        lists
    }

    fn list(
        &self,
        place: &Place,
        value: &'a Spanned<DeValue<'a>>,
        count: &RangeInclusive<usize>,
        chars: &RangeInclusive<usize>,
    ) -> Vec<At<String>> {
        let mut texts = Vec::new();
        let mut seen = BTreeSet::new();
        for (n, value) in self.counted(place, value, count).iter().enumerate() {
            let place = self.within(place, n, value);
            let Some(text) = self.one_line(&place, value, chars) else { continue };
            if seen.insert(text.clone()) {
                texts.push((place, text));
            } else {
                let what = format!("`{}` stands twice in the list", shown(&text));
                self.source.push(place.problem(what, "keep one of them"));
            }
        }
        texts
    }

    fn counted(
        &self,
        place: &Place,
        value: &'a Spanned<DeValue<'a>>,
        count: &RangeInclusive<usize>,
    ) -> &'a [Spanned<DeValue<'a>>] {
        let Some(list) = value.get_ref().as_array() else {
            self.source.push(place.problem("is no list", "write it in square brackets"));
            return &[];
        };
        if !count.contains(&list.len()) {
            let hint = format!("give {} to {}", count.start(), count.end());
            self.source.push(place.problem(format!("has {} entries", list.len()), hint));
            return &[];
        }
        list
    }
}
