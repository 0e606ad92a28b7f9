//! Reading catalogue files: every fault at its place, nothing half-read.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::Deserialize;
use toml::{Spanned, Table, Value};

use crate::checklist::{Checklist, ChecklistItem};
use crate::criteria::{CriteriaSet, Heading, Requirement, RequirementRef};
use crate::id::{CriteriaId, Key, RequirementId, TestId};
use crate::limits::{
    ATTRIBUTE_VALUES_MAX, ATTRIBUTES_MAX, CHECKLIST_ITEMS_MAX, CHECKLISTS_MAX, ENTRY_CHARS, FILE_BYTES_MAX,
    LABEL_CHARS, OBJECTIVE_CHARS, PAIRS_MAX, REQUIREMENTS_MAX, ROLE_CHARS, TEST_EVIDENCE, TEST_LINKS_MAX,
    TEST_MINUTES, TEST_REQUIREMENTS, TEST_SIGNS, TEST_STEPS, TESTS_MAX, TITLE_CHARS,
};
use crate::mapping::{Mapping, Pair};
use crate::problem::{Place, Problem, Problems};
use crate::test::{AuditTest, Evidence, How, Question, Sampling};
use crate::words::{AuditType, Certainty, RequirementKind};

/// What a file holds, each thing with its place.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) sets: Vec<(Place, CriteriaSet)>,
    pub(crate) tests: Vec<(Place, AuditTest)>,
    pub(crate) mappings: Vec<(Place, Mapping)>,
    pub(crate) checklists: Vec<(Place, Checklist)>,
}

/// The lists of a file, with where each entry stands.
#[derive(Deserialize, Default)]
struct Lists {
    #[serde(default)]
    test: Vec<Spanned<Table>>,
    #[serde(default)]
    clauses: Vec<Spanned<Table>>,
    #[serde(default)]
    controls: Vec<Spanned<Table>>,
    #[serde(default)]
    pairs: Vec<Spanned<Table>>,
    #[serde(default)]
    checklist: Vec<Spanned<Table>>,
}

/// Reads one file into `read`.
pub(crate) fn file(name: &str, text: &str, read: &mut Read, problems: &RefCell<Problems>) {
    let fault = |line: usize, what: String, hint: &str| {
        let place = Place { file: name.to_owned(), line, path: String::new() };
        problems.borrow_mut().push(place.problem(what, hint));
    };
    if text.len() > FILE_BYTES_MAX {
        fault(1, format!("has {} bytes", text.len()), "split it; a file has 4 MiB at the most");
        return;
    }
    let parsed = toml::from_str::<Table>(text).and_then(|head| Ok((head, toml::from_str::<Lists>(text)?)));
    let (mut head, lists) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            let line = error.span().map_or(1, |span| line_of(text, span.start));
            fault(line, error.message().to_owned(), "write TOML in the form of the built-in catalogue");
            return;
        }
    };
    for list in ["test", "clauses", "controls", "pairs", "checklist"] {
        head.remove(list);
    }
    let place = |path: String, line| Place { file: name.to_owned(), line, path };
    let head = Row { table: &head, place: place(String::new(), 1), used: RefCell::default(), problems };
    let rows = |list: &str, found: &[Spanned<Table>]| -> Vec<Place> {
        found
            .iter()
            .enumerate()
            .map(|(n, row)| place(format!("{list}[{n}]"), line_of(text, row.span().start)))
            .collect()
    };
    let row = |table, place| Row { table, place, used: RefCell::default(), problems };
    if !lists.test.is_empty() {
        let criteria: Option<CriteriaId> = head.parsed("criteria");
        let audit_types: Vec<AuditType> = head.parsed_list("audit_types", 0..=7);
        head.count("test", lists.test.len(), TESTS_MAX);
        for (table, place) in lists.test.iter().zip(rows("test", &lists.test)) {
            let row = row(table.get_ref(), place);
            if let Some(test) = test(&row, criteria.as_ref(), &audit_types) {
                read.tests.push((row.place.clone(), test));
            }
            row.done();
        }
    } else if !lists.clauses.is_empty() || !lists.controls.is_empty() {
        head.count("clauses", lists.clauses.len() + lists.controls.len(), REQUIREMENTS_MAX);
        let default = head.parsed("certainty").unwrap_or(Certainty::OneSource);
        let mut requirements = BTreeMap::new();
        for (list, is_control, name) in
            [(&lists.clauses, false, "clauses"), (&lists.controls, true, "controls")]
        {
            for (table, place) in list.iter().zip(rows(name, list)) {
                let row = row(table.get_ref(), place);
                if let Some(requirement) = requirement(&row, is_control, default)
                    && let Some(twin) = requirements.insert(requirement.id.clone(), requirement)
                {
                    row.fault("id", format!("`{}` stands twice", twin.id), "keep one of them");
                }
                row.done();
            }
        }
        if let Some(set) = set(&head, requirements) {
            read.sets.push((head.place.clone(), set));
        }
    } else if !lists.pairs.is_empty() {
        head.count("pairs", lists.pairs.len(), PAIRS_MAX);
        let default = head.parsed("certainty").unwrap_or(Certainty::OneSource);
        let mut pairs = Vec::new();
        for (table, place) in lists.pairs.iter().zip(rows("pairs", &lists.pairs)) {
            let row = row(table.get_ref(), place);
            pairs.extend(pair(&row, default));
            row.done();
        }
        let ends = head.parsed("from").zip(head.parsed("to")).zip(head.text("source", &LABEL_CHARS));
        if let Some(((from, to), source)) = ends {
            read.mappings.push((head.place.clone(), Mapping { from, to, source, pairs }));
        }
    } else if !lists.checklist.is_empty() {
        head.count("checklist", lists.checklist.len(), CHECKLISTS_MAX);
        for (table, place) in lists.checklist.iter().zip(rows("checklist", &lists.checklist)) {
            let row = row(table.get_ref(), place);
            if let Some(list) = checklist(&row) {
                read.checklists.push((row.place.clone(), list));
            }
            row.done();
        }
    } else {
        head.fault(
            "",
            "holds no tests, clauses, controls, pairs or checklists".to_owned(),
            "give one of these lists",
        );
        return;
    }
    head.done();
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// A table of a file, read key by key.
struct Row<'a> {
    table: &'a Table,
    place: Place,
    used: RefCell<BTreeSet<String>>,
    problems: &'a RefCell<Problems>,
}

impl<'a> Row<'a> {
    fn fault(&self, key: &str, what: impl Into<String>, hint: &str) {
        let dot = if self.place.path.is_empty() || key.is_empty() { "" } else { "." };
        let place = Place { path: format!("{}{dot}{key}", self.place.path), ..self.place.clone() };
        self.problems.borrow_mut().push(place.problem(what, hint));
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        self.used.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    fn count(&self, key: &str, found: usize, max: usize) {
        if found > max {
            self.fault(key, format!("has {found} entries"), "split the file");
        }
    }

    /// Keys that nobody asked for.
    fn done(&self) {
        for key in self.table.keys().filter(|key| !self.used.borrow().contains(*key)) {
            self.fault(
                key,
                "is not known here",
                "take it out, or look at how the built-in catalogue writes it",
            );
        }
    }

    fn optional(&self, key: &str, chars: &RangeInclusive<usize>) -> Option<String> {
        let value = self.get(key)?;
        let Some(text) = value.as_str() else {
            self.fault(key, "is no text", "write it in quotation marks");
            return None;
        };
        self.fits(key, text, chars).then(|| text.to_owned())
    }

    fn fits(&self, key: &str, text: &str, chars: &RangeInclusive<usize>) -> bool {
        let count = text.chars().count();
        let fits = chars.contains(&count) && text.trim() == text && !text.chars().any(char::is_control);
        if !fits {
            let (least, most) = (chars.start(), chars.end());
            let what = format!("has {count} characters, or white space at an end");
            self.fault(key, what, &format!("give {least} to {most} characters on one line"));
        }
        fits
    }

    fn text(&self, key: &str, chars: &RangeInclusive<usize>) -> Option<String> {
        if self.get(key).is_none() {
            self.fault(key, "is missing", "give it");
        }
        self.optional(key, chars)
    }

    fn read<T: FromStr<Err: std::fmt::Display>>(&self, key: &str, text: &str) -> Option<T> {
        text.parse()
            .map_err(|error: T::Err| {
                self.fault(key, error.to_string(), "write it as the built-in catalogue does")
            })
            .ok()
    }

    fn optional_parsed<T: FromStr<Err: std::fmt::Display>>(&self, key: &str) -> Option<T> {
        self.optional(key, &(1..=200)).and_then(|text| self.read(key, &text))
    }

    fn parsed<T: FromStr<Err: std::fmt::Display>>(&self, key: &str) -> Option<T> {
        self.text(key, &(1..=200)).and_then(|text| self.read(key, &text))
    }

    fn texts(&self, key: &str, count: RangeInclusive<usize>, chars: &RangeInclusive<usize>) -> Vec<String> {
        let Some(value) = self.get(key) else {
            if *count.start() > 0 {
                self.fault(key, "is missing", "give it");
            }
            return Vec::new();
        };
        let list: Vec<String> = value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .filter(|text| self.fits(key, text, chars))
            .map(str::to_owned)
            .collect();
        if value.as_array().map(Vec::len) != Some(list.len()) {
            self.fault(key, "is no list of texts within their bounds", "write texts in square brackets");
        } else if !count.contains(&list.len()) {
            let (least, most) = (count.start(), count.end());
            self.fault(key, format!("has {} entries", list.len()), &format!("give {least} to {most}"));
        }
        list
    }

    fn parsed_list<T: FromStr<Err: std::fmt::Display>>(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
    ) -> Vec<T> {
        self.texts(key, count, &(1..=200)).iter().filter_map(|text| self.read(key, text)).collect()
    }

    fn tables(&self, key: &str, count: RangeInclusive<usize>) -> Vec<Row<'a>> {
        let list: Vec<Row<'a>> = self
            .get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_table)
            .enumerate()
            .map(|(n, table)| Row {
                table,
                place: Place { path: format!("{}.{key}[{n}]", self.place.path), ..self.place.clone() },
                used: RefCell::default(),
                problems: self.problems,
            })
            .collect();
        if !count.contains(&list.len()) {
            let (least, most) = (count.start(), count.end());
            self.fault(key, format!("has {} entries", list.len()), &format!("give {least} to {most}"));
        }
        list
    }
}

fn set(head: &Row<'_>, requirements: BTreeMap<RequirementId, Requirement>) -> Option<CriteriaSet> {
    let id = head.parsed("id");
    let title = head.text("title", &LABEL_CHARS);
    let publisher = head.text("publisher", &LABEL_CHARS);
    let edition = head.text("edition", &LABEL_CHARS);
    let source = head.text("source", &LABEL_CHARS);
    let tested = head.get("tested").and_then(Value::as_bool).unwrap_or_default();
    let heading =
        Heading { title: title?, publisher: publisher?, edition: edition?, source: source?, tested };
    Some(CriteriaSet::new(id?, heading, requirements))
}

fn requirement(row: &Row<'_>, is_control: bool, default: Certainty) -> Option<Requirement> {
    let id: Option<RequirementId> = row.parsed("id");
    let title = row.text("title", &LABEL_CHARS);
    let parent = row.optional_parsed("parent");
    let documented_information = row.optional("documented_information", &LABEL_CHARS);
    let note = row.optional("note", &(1..=300));
    let certainty = row.optional_parsed("certainty").unwrap_or(default);
    let mut attributes = BTreeMap::new();
    for (name, values) in row.get("attributes").and_then(Value::as_table).into_iter().flatten() {
        let values: Vec<String> =
            values.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        if values.is_empty() || values.len() > ATTRIBUTE_VALUES_MAX || attributes.len() == ATTRIBUTES_MAX {
            row.fault(
                "attributes",
                format!("`{name}` has no values, or there is too much of it"),
                "give a list of words",
            );
        }
        attributes.insert(name.clone(), values);
    }
    let id = id?;
    let kind = match (is_control, id.is_item()) {
        (true, _) => RequirementKind::Control,
        (false, true) => RequirementKind::Item,
        (false, false) => RequirementKind::Clause,
    };
    Some(Requirement { id, title: title?, parent, kind, documented_information, attributes, certainty, note })
}

fn pair(row: &Row<'_>, default: Certainty) -> Option<Pair> {
    let (from, to) = (row.optional_parsed("from"), row.optional_parsed("to"));
    let relation = row.parsed("relation");
    let certainty = row.optional_parsed("certainty").unwrap_or(default);
    let note = row.optional("note", &(1..=300));
    if from.is_none() && to.is_none() {
        row.fault("", "names neither side", "give `from`, `to` or both");
        return None;
    }
    Some(Pair { from, to, relation: relation?, certainty, note })
}

fn checklist(row: &Row<'_>) -> Option<Checklist> {
    let id: Option<Key> = row.parsed("id");
    let title = row.text("title", &LABEL_CHARS);
    let source = row.text("source", &LABEL_CHARS);
    let certainty: Option<Certainty> = row.parsed("certainty");
    let items = row.tables("items", 1..=CHECKLIST_ITEMS_MAX);
    let items = items
        .iter()
        .filter_map(|item| {
            let id = item.parsed("id");
            let text = item.text("text", &LABEL_CHARS);
            let need = item.parsed("need");
            let from = item.optional("source", &LABEL_CHARS).or_else(|| source.clone());
            let how_sure = item.optional_parsed("certainty").or(certainty);
            let note = item.optional("note", &(1..=300));
            let criteria = item.optional_parsed("criteria");
            let requirement = item.optional_parsed("requirement");
            let audit_types = item.parsed_list("audit_types", 0..=7);
            item.done();
            Some(ChecklistItem {
                id: id?,
                text: text?,
                need: need?,
                source: from?,
                certainty: how_sure?,
                note,
                requirement: criteria.zip(requirement).map(|(criteria, id)| RequirementRef { criteria, id }),
                audit_types,
            })
        })
        .collect();
    Some(Checklist { id: id?, title: title?, items })
}

fn test(row: &Row<'_>, criteria: Option<&CriteriaId>, audit_types: &[AuditType]) -> Option<AuditTest> {
    let id: Option<TestId> = row.parsed("id");
    let title = row.text("title", &TITLE_CHARS);
    let objective = row.text("objective", &OBJECTIVE_CHARS);
    let requirements = row.parsed_list("requirements", TEST_REQUIREMENTS);
    let own_types = row.parsed_list("audit_types", 0..=7);
    let evidence = row
        .tables("evidence", TEST_EVIDENCE)
        .iter()
        .filter_map(|piece| {
            let kind = piece.parsed("kind");
            let what = piece.text("what", &ENTRY_CHARS);
            let holder = piece.text("holder", &ROLE_CHARS);
            piece.done();
            Some(Evidence { kind: kind?, what: what?, holder: holder? })
        })
        .collect();
    let ask = row
        .tables("ask", 0..=*TEST_STEPS.end())
        .iter()
        .filter_map(|ask| {
            let (role, question) = (ask.text("role", &ROLE_CHARS), ask.text("question", &ENTRY_CHARS));
            ask.done();
            Some(Question { role: role?, question: question? })
        })
        .collect::<Vec<_>>();
    let steps = |key| row.texts(key, 0..=*TEST_STEPS.end(), &ENTRY_CHARS);
    let how =
        How { ask, observe: steps("observe"), inspect: steps("inspect"), reperform: steps("reperform") };
    let count = how.ask.len() + how.observe.len() + how.inspect.len() + how.reperform.len();
    if !TEST_STEPS.contains(&count) {
        let what = format!("has {count} things to ask, observe, inspect and do again");
        row.fault("ask", what, "give 2 to 16 in all");
    }
    let sampling = row.get("sampling").and_then(Value::as_table).and_then(|table| {
        let place = Place { path: format!("{}.sampling", row.place.path), ..row.place.clone() };
        let sampling = Row { table, place, used: RefCell::default(), problems: row.problems };
        let (population, note) =
            (sampling.text("population", &ENTRY_CHARS), sampling.text("note", &ENTRY_CHARS));
        sampling.done();
        Some(Sampling { population: population?, note: note? })
    });
    if sampling.is_none() {
        row.fault(
            "sampling",
            "is missing, or not whole",
            "say what to sample from, and what makes a fair sample",
        );
    }
    let conformity = row.texts("conformity", TEST_SIGNS, &ENTRY_CHARS);
    let warnings = row.texts("warnings", TEST_SIGNS, &ENTRY_CHARS);
    let breaches = row.parsed_list("breaches", 0..=TEST_LINKS_MAX);
    let links = row.parsed_list("links", 0..=TEST_LINKS_MAX);
    let minutes =
        row.get("minutes").and_then(Value::as_integer).and_then(|minutes| u32::try_from(minutes).ok());
    let minutes = minutes.filter(|minutes| TEST_MINUTES.contains(minutes));
    if minutes.is_none() {
        row.fault("minutes", "is missing, or not a time that a test takes", "give 5 to 480");
    }
    let criteria = criteria?;
    Some(AuditTest {
        id: id?,
        title: title?,
        requirements: requirements
            .into_iter()
            .map(|id| RequirementRef { criteria: criteria.clone(), id })
            .collect(),
        audit_types: if own_types.is_empty() { audit_types.to_vec() } else { own_types },
        objective: objective?,
        evidence,
        how,
        sampling: sampling?,
        conformity,
        warnings,
        breaches,
        minutes: minutes?,
        links,
    })
}

/// The problems found so far, in order.
pub(crate) fn sorted(problems: RefCell<Problems>) -> Vec<Problem> {
    problems.into_inner().into_sorted()
}
