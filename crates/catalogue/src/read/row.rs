//! A table of a file, read key by key: whatever is not as it should be becomes a problem at its own line.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::str::FromStr;

use assize_domain::kernel::said::{Said, say};

use crate::id::{Malformed, shown};
use crate::node::{Node, Value};
use crate::problem::{Place, Problem, Problems};

/// One value with where it stands.
pub(crate) type At<T> = (Place, T);

/// Characters of a word, an id or a key as it is looked at; its own type then says what is right.
const WORD_CHARS: RangeInclusive<usize> = 1..=200;

/// What is kept of the texts in somebody's own words, besides the things that they belong to.
#[derive(Debug, Default)]
pub(crate) enum Prose {
    /// Nothing: the catalogue is only loaded.
    #[default]
    Passed,
    /// Every text with its place, in the order of reading: the catalogue is examined.
    Kept(Vec<At<String>>),
}

impl Prose {
    /// An empty one that keeps as this one does.
    pub(super) const fn alike(&self) -> Self {
        match self {
            Self::Passed => Self::Passed,
            Self::Kept(_) => Self::Kept(Vec::new()),
        }
    }

    fn keep(&mut self, place: impl Fn() -> Place, text: &str) {
        if let Self::Kept(texts) = self {
            texts.push((place(), text.to_owned()));
        }
    }

    /// Adds what another kept.
    pub(super) fn append(&mut self, other: Self) {
        if let (Self::Kept(texts), Self::Kept(mut others)) = (self, other) {
            texts.append(&mut others);
        }
    }

    /// What was kept, and nothing more afterwards.
    pub(crate) fn take(&mut self) -> Vec<At<String>> {
        match std::mem::take(self) {
            Self::Passed => Vec::new(),
            Self::Kept(texts) => texts,
        }
    }
}

/// A file while it is read.
pub(super) struct Source<'a> {
    name: &'a str,
    problems: &'a RefCell<Problems>,
    /// What is kept of the texts in somebody's own words, as they are read.
    pub(super) prose: RefCell<Prose>,
}

impl<'a> Source<'a> {
    pub(super) fn new(name: &'a str, problems: &'a RefCell<Problems>, prose: Prose) -> Self {
        Self { name, problems, prose: RefCell::new(prose) }
    }

    pub(super) fn place(&self, line: Option<usize>, path: String) -> Place {
        Place { file: self.name.to_owned(), line, path }
    }

    pub(super) fn push(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// How many problems there are so far, of this load and not only of this file.
    pub(super) fn problem_count(&self) -> usize {
        self.problems.borrow().count()
    }

    /// The place of a value that is found by `path` from its file's root; its line is that of what it is in, where it has none.
    fn of(&self, node: &Node<'_>, within: &Place, path: impl FnOnce() -> String) -> Place {
        self.place(node.line.or(within.line), node.at.clone().unwrap_or_else(path))
    }
}

/// A table of a file.
pub(super) struct Row<'a> {
    source: &'a Source<'a>,
    node: &'a Node<'a>,
    pub(super) place: Place,
    used: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Row<'a> {
    pub(super) fn new(source: &'a Source<'a>, node: &'a Node<'a>, place: Place) -> Self {
        Self { source, node, place, used: RefCell::default() }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.node.get(key).is_some()
    }

    /// A problem with the value of a key, or with the whole table where there is no such key.
    pub(super) fn fault(&self, key: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        self.source.push(self.at(key).problem(what, hint));
    }

    fn at(&self, key: &str) -> Place {
        let dot = if self.place.path.is_empty() || key.is_empty() { "" } else { "." };
        let path = || format!("{}{dot}{key}", self.place.path);
        match self.node.get(key) {
            Some(node) => self.source.of(node, &self.place, path),
            None => self.source.place(self.place.line, path()),
        }
    }

    fn within(&self, place: &Place, n: usize, node: &Node<'_>) -> Place {
        self.source.of(node, place, || format!("{}[{n}]", place.path))
    }

    fn get(&self, key: &'static str) -> Option<&'a Node<'a>> {
        self.used.borrow_mut().insert(key);
        self.node.get(key)
    }

    fn missing(&self, key: &str) {
        self.fault(key, "is missing", "give it");
    }

    /// Ends the reading of the table: keys that nobody asked for are problems.
    pub(super) fn done(&self) {
        let used = self.used.borrow();
        let entries = self.node.as_table().unwrap_or_default();
        for (key, value) in entries.iter().filter(|(key, _)| !used.contains(key.as_ref())) {
            let dot = if self.place.path.is_empty() { "" } else { "." };
            let place =
                self.source.of(value, &self.place, || format!("{}{dot}{}", self.place.path, shown(key)));
            let hint = "take it out, or look at how the built-in catalogue writes it";
            self.source.push(place.problem("is not known here", hint));
        }
    }

    pub(super) fn optional(&self, key: &'static str, chars: &RangeInclusive<usize>) -> Option<String> {
        let value = self.get(key)?;
        self.one_line(|| self.at(key), value, chars)
    }

    pub(super) fn text(&self, key: &'static str, chars: &RangeInclusive<usize>) -> Option<String> {
        if !self.has(key) {
            self.missing(key);
        }
        self.optional(key, chars)
    }

    /// A text in somebody's own words, which is looked at as such later.
    pub(super) fn prose(&self, key: &'static str, chars: &RangeInclusive<usize>) -> Option<String> {
        let text = self.text(key, chars)?;
        self.source.prose.borrow_mut().keep(|| self.at(key), &text);
        Some(text)
    }

    pub(super) fn optional_prose(&self, key: &'static str, chars: &RangeInclusive<usize>) -> Option<String> {
        let text = self.optional(key, chars)?;
        self.source.prose.borrow_mut().keep(|| self.at(key), &text);
        Some(text)
    }

    /// A list of texts in somebody's own words, none twice; empty where their number is out of bounds.
    pub(super) fn proses(
        &self,
        key: &'static str,
        count: &RangeInclusive<usize>,
        chars: &RangeInclusive<usize>,
    ) -> Vec<String> {
        let mut texts = Vec::new();
        self.texts(key, count, chars, |place, text| {
            self.source.prose.borrow_mut().keep(place, &text);
            texts.push(text);
        });
        texts
    }

    /// A text on one line. Where it stands is made out only for a problem, as everywhere here: nearly all values have none.
    fn one_line(
        &self,
        place: impl Fn() -> Place,
        value: &Node<'_>,
        chars: &RangeInclusive<usize>,
    ) -> Option<String> {
        let Some(text) = value.as_text() else {
            self.source.push(place().problem("is no text", "write it in quotation marks"));
            return None;
        };
        let (count, least, most) = (text.chars().count(), chars.start(), chars.end());
        if chars.contains(&count) && text.trim() == text && !text.chars().any(char::is_control) {
            return Some(text.to_owned());
        }
        let what = say!("has {count} characters, or white space at an end", count);
        self.source
            .push(place().problem(what, say!("give {least} to {most} characters on one line", least, most)));
        None
    }

    pub(super) fn optional_parsed<T: FromStr<Err = Malformed>>(&self, key: &'static str) -> Option<T> {
        let text = self.optional(key, &WORD_CHARS)?;
        self.word(|| self.at(key), &text)
    }

    pub(super) fn parsed<T: FromStr<Err = Malformed>>(&self, key: &'static str) -> Option<T> {
        let text = self.text(key, &WORD_CHARS)?;
        self.word(|| self.at(key), &text)
    }

    fn word<T: FromStr<Err = Malformed>>(&self, place: impl Fn() -> Place, text: &str) -> Option<T> {
        text.parse()
            .map_err(|error: Malformed| self.source.push(place().problem(error.what, error.hint)))
            .ok()
    }

    /// `true` or `false`; `false` where it is not said.
    pub(super) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        if let Value::Flag(flag) = value.value {
            return flag;
        }
        self.fault(key, "is neither true nor false", "write `true` or `false`, without quotation marks");
        false
    }

    pub(super) fn number(&self, key: &'static str, bounds: &RangeInclusive<u32>) -> Option<u32> {
        let value = self.get(key)?;
        let Value::Whole(number) = value.value else {
            self.fault(
                key,
                "is no whole number",
                say!("give {least} to {most}", least = bounds.start(), most = bounds.end()),
            );
            return None;
        };
        let number = number.filter(|number| bounds.contains(number));
        if number.is_none() {
            let hint = say!("give {least} to {most}", least = bounds.start(), most = bounds.end());
            self.fault(key, "is no whole number within its bounds", hint);
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
        if value.as_table().is_none() {
            self.fault(key, "is no table", "write it in braces");
            return None;
        }
        Some(Row::new(self.source, value, self.at(key)))
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
            match value.as_table() {
                Some(_) => rows.push(Row::new(self.source, value, place)),
                None => self.source.push(place.problem("is no table", "write it in braces")),
            }
        }
        rows
    }

    /// Calls `found` with each text of a list, none twice, and with where it stands; never where their number is out of bounds.
    fn texts(
        &self,
        key: &'static str,
        count: &RangeInclusive<usize>,
        chars: &RangeInclusive<usize>,
        found: impl FnMut(&dyn Fn() -> Place, String),
    ) {
        match self.get(key) {
            Some(value) => self.list(&self.at(key), value, count, chars, found),
            None if *count.start() > 0 => self.missing(key),
            None => {}
        }
    }

    /// A list of words or ids, none twice.
    pub(super) fn words<T: FromStr<Err = Malformed>>(
        &self,
        key: &'static str,
        count: &RangeInclusive<usize>,
    ) -> Vec<At<T>> {
        let mut words = Vec::new();
        self.texts(key, count, &WORD_CHARS, |place, text| {
            words.extend(self.word(place, &text).map(|word| (place(), word)));
        });
        words
    }

    /// Every key of this table with its list of texts, whatever the keys are.
    pub(super) fn named_lists(
        &self,
        count: &RangeInclusive<usize>,
        chars: &RangeInclusive<usize>,
    ) -> Vec<(String, Vec<String>)> {
        let mut lists = Vec::new();
        for (key, value) in self.node.as_table().unwrap_or_default() {
            let place = self.source.of(value, &self.place, || format!("{}.{}", self.place.path, shown(key)));
            let mut texts = Vec::new();
            self.list(&place, value, count, chars, |_, text| texts.push(text));
            lists.push((key.to_string(), texts));
        }
        lists
    }

    fn list(
        &self,
        place: &Place,
        value: &'a Node<'a>,
        count: &RangeInclusive<usize>,
        chars: &RangeInclusive<usize>,
        mut found: impl FnMut(&dyn Fn() -> Place, String),
    ) {
        let mut seen = BTreeSet::new();
        for (n, value) in self.counted(place, value, count).iter().enumerate() {
            let place = || self.within(place, n, value);
            let Some(text) = self.one_line(place, value, chars) else { continue };
            if seen.insert(value.as_text()) {
                found(&place, text);
            } else {
                let what = say!("`{text}` stands twice in the list", text = shown(&text));
                self.source.push(place().problem(what, "keep one of them"));
            }
        }
    }

    fn counted(&self, place: &Place, value: &'a Node<'a>, count: &RangeInclusive<usize>) -> &'a [Node<'a>] {
        let Some(list) = value.as_list() else {
            self.source.push(place.problem("is no list", "write it in square brackets"));
            return &[];
        };
        if !count.contains(&list.len()) {
            let hint = say!("give {least} to {most}", least = count.start(), most = count.end());
            self.source.push(place.problem(say!("has {count} entries", count = list.len()), hint));
            return &[];
        }
        list
    }
}
