//! Spreadsheets and CSV in, by a map that says which column holds what.
//!
//! A cell holds one text, or several with a separator between; what has parts (a piece of evidence, a question) has them with ` | `
//! between, and a `|` within a part is written `\|`.

use std::collections::BTreeMap;

use assize_domain::kernel::said::{Said, say};

use serde::Deserialize;

use super::{Found, at};
use crate::limits::{MAP_COLUMNS_MAX, ROWS_MAX};
use crate::node::{Node, Value};
use crate::problem::Problem;

/// A sheet of a workbook, or a CSV file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name; empty for CSV.
    pub name: String,
    /// Its rows that hold anything.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetRow {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells from the first column on.
    pub cells: Vec<String>,
}

/// Which sheet and column holds what; read from TOML.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnMap {
    /// What is said of the set itself: `id`, `title`, `publisher`, `edition`, `source`, and `tested`.
    #[serde(default)]
    set: BTreeMap<String, String>,
    /// Where the requirements are.
    requirements: Option<Part>,
    /// Where the audit tests are.
    tests: Option<Part>,
    /// Where the audit trails are.
    trails: Option<Part>,
    /// Where the mappings from the set to others are.
    mappings: Option<Part>,
}

/// One sort of rows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    /// The sheet's name; the first sheet where none is given.
    sheet: Option<String>,
    /// The row with the headings.
    #[serde(default = "first")]
    header_row: u32,
    /// What stands between several texts of one cell; a new line where none is given.
    #[serde(default = "new_line")]
    separator: String,
    /// Key of the catalogue -> heading of the column; an attribute's key is `attributes.NAME`.
    columns: BTreeMap<String, String>,
}

const fn first() -> u32 {
    1
}

fn new_line() -> String {
    "\n".to_owned()
}

/// How the cell of a key is read.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Text,
    Number,
    List,
    /// Several tables, each of parts with these keys.
    Parts(&'static [&'static str]),
    /// One table with these keys.
    Table(&'static [&'static str]),
}

const REQUIREMENT: Keys = &[
    ("id", Form::Text),
    ("title", Form::Text),
    ("parent", Form::Text),
    ("kind", Form::Text),
    ("documented_information", Form::Text),
    ("certainty", Form::Text),
    ("note", Form::Text),
];

const TEST: Keys = &[
    ("id", Form::Text),
    ("title", Form::Text),
    ("requirements", Form::List),
    ("audit_types", Form::List),
    ("objective", Form::Text),
    ("evidence", Form::Parts(&["kind", "what", "holder"])),
    ("ask", Form::Parts(&["role", "question"])),
    ("observe", Form::List),
    ("inspect", Form::List),
    ("reperform", Form::List),
    ("remote", Form::List),
    ("sampling", Form::Table(&["population", "fair", "small"])),
    ("conformity", Form::List),
    ("warnings", Form::List),
    ("nonconformities", Form::Parts(&["statement", "breaches", "major"])),
    ("related", Form::List),
    ("minutes", Form::Number),
    ("links", Form::List),
];

const TRAIL: Keys = &[
    ("id", Form::Text),
    ("title", Form::Text),
    ("case", Form::Text),
    ("about", Form::Text),
    ("steps", Form::Parts(&["test", "carry"])),
];

/// A row for each pair of a mapping from the set; `set` is the one it maps to.
const MAPPING: Keys = &[
    ("set", Form::Text),
    ("source", Form::Text),
    ("from", Form::Text),
    ("to", Form::Text),
    ("relation", Form::Text),
    ("certainty", Form::Text),
    ("note", Form::Text),
];

/// The keys of a sort of rows, each with how its cell is read.
type Keys = &'static [(&'static str, Form)];

/// The sorts of rows, each with its keys and those that a map must name.
pub(super) const SORTS: [(&str, Keys, &[&str]); 4] = [
    ("requirements", REQUIREMENT, &["id", "title"]),
    ("tests", TEST, &["id", "title"]),
    ("trails", TRAIL, &["id", "title"]),
    ("mappings", MAPPING, &["set", "relation"]),
];

/// Within a part, the key whose text is a list, with commas between.
const LIST_WITHIN: &str = "breaches";
const ATTRIBUTES: &str = "attributes.";

/// What one sheet holds, column by column, as somebody has said it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MappedSheet {
    /// The sort of its rows: `requirements`, `tests`, `trails` or `mappings`.
    pub sort: String,
    /// The sheet's name; empty for CSV.
    pub sheet: String,
    /// The row with the headings.
    pub header_row: u32,
    /// Each key of the catalogue with the heading of its column.
    pub columns: Vec<(String, String)>,
}

/// The keys that the rows of a sort may have, in the order in which they are read; none where there is no such sort.
#[must_use]
pub fn keys_of(sort: &str) -> Vec<&'static str> {
    let found = SORTS.iter().find(|(name, ..)| *name == sort);
    found.map(|(_, keys, _)| keys.iter().map(|(key, _)| *key).collect()).unwrap_or_default()
}

impl ColumnMap {
    /// A map from what is said of the set, and of each sheet.
    ///
    /// # Errors
    /// What is wrong with it, as [`ColumnMap::parse`] says it; two sheets of one sort too.
    pub fn of(set: BTreeMap<String, String>, sheets: Vec<MappedSheet>) -> Result<Self, Vec<Problem>> {
        let mut map = Self { set, requirements: None, tests: None, trails: None, mappings: None };
        let mut problems = Vec::new();
        for mapped in sheets {
            let MappedSheet { sort, sheet, header_row, columns } = mapped;
            let place = match sort.as_str() {
                "requirements" => &mut map.requirements,
                "tests" => &mut map.tests,
                "trails" => &mut map.trails,
                "mappings" => &mut map.mappings,
                _ => {
                    problems.push(at("", None, sort, "is no sort of rows", "use one of the four sorts"));
                    continue;
                }
            };
            let name = sheet.clone();
            let sheet = (!sheet.is_empty()).then_some(sheet);
            let columns = columns.into_iter().collect();
            let part = Part { sheet, header_row, separator: new_line(), columns };
            if place.replace(part).is_some() {
                let what = say!("sheet `{name}` is the second of {sort}", name, sort);
                problems.push(at("", None, sort, what, "import one of them, and the other after it"));
            }
        }
        match map.checked("") {
            Ok(map) if problems.is_empty() => Ok(map),
            Ok(_) => Err(problems),
            Err(more) => Err(problems.into_iter().chain(more).collect()),
        }
    }

    /// Reads a map.
    ///
    /// # Errors
    /// What is wrong with it, at its line.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let map: Self = toml::from_str(text).map_err(|error: toml::de::Error| {
            let line = error
                .span()
                .map_or(1, |span| text.get(..span.start).unwrap_or_default().lines().count().max(1));
            vec![at(
                name,
                Some(line),
                "",
                Said::data(error.message()),
                "write a map as docs/catalogue.md shows it",
            )]
        })?;
        map.checked(name)
    }

    fn checked(self, name: &str) -> Result<Self, Vec<Problem>> {
        let map = self;
        let mut problems = Vec::new();
        let mut fault =
            |path: String, what: Said, hint: Said| problems.push(at(name, None, path, what, hint));
        for key in map.set.keys().filter(|key| {
            !["id", "title", "publisher", "edition", "source", "tested"].contains(&key.as_str())
        }) {
            fault(
                format!("set.{key}"),
                "is not known of a set".into(),
                "use `id`, `title`, `publisher`, `edition`, `source`".into(),
            );
        }
        let parts = [&map.requirements, &map.tests, &map.trails, &map.mappings];
        for (part, (sort, forms, needed)) in parts.into_iter().zip(SORTS) {
            let Some(part) = part else { continue };
            if part.columns.len() > MAP_COLUMNS_MAX {
                fault(
                    format!("{sort}.columns"),
                    say!("has {count} columns", count = part.columns.len()),
                    "map fewer".into(),
                );
            }
            for key in part.columns.keys() {
                let is_attribute = sort == "requirements"
                    && key.strip_prefix(ATTRIBUTES).is_some_and(|name| !name.is_empty());
                if !is_attribute && !forms.iter().any(|(known, _)| known == key) {
                    fault(
                        format!("{sort}.columns.{key}"),
                        "is no key of the catalogue".into(),
                        "use a key that docs/catalogue.md lists".into(),
                    );
                }
            }
            for needed in needed.iter().filter(|needed| !part.columns.contains_key(**needed)) {
                fault(
                    format!("{sort}.columns"),
                    say!("maps no `{needed}`", needed),
                    "name the column that holds it".into(),
                );
            }
        }
        if map.requirements.is_none() && map.tests.is_none() {
            fault(
                String::new(),
                "maps neither requirements nor tests".into(),
                "give `[requirements.columns]` or `[tests.columns]`".into(),
            );
        }
        if problems.is_empty() { Ok(map) } else { Err(problems) }
    }
}

pub(super) fn read<'a>(name: &str, sheets: &'a [Sheet], map: &'a ColumnMap) -> Found<'a> {
    let mut found = Found::default();
    let of = |part: &'a Option<Part>, forms, found: &mut Found<'a>| {
        part.as_ref().map(|part| rows(name, sheets, part, forms, found))
    };
    let requirements = of(&map.requirements, REQUIREMENT, &mut found);
    let tests = of(&map.tests, TEST, &mut found);
    let trails = of(&map.trails, TRAIL, &mut found);
    let pairs = of(&map.mappings, MAPPING, &mut found);
    let (controls, clauses): (Vec<Node<'a>>, Vec<Node<'a>>) = requirements
        .into_iter()
        .flatten()
        .map(|row| (is_control(&row), without_kind(row)))
        .fold((Vec::new(), Vec::new()), |(mut controls, mut clauses), (is_control, row)| {
            if is_control {
                controls.push(row)
            } else {
                clauses.push(row)
            }
            (controls, clauses)
        });
    let list = |rows: Vec<Node<'a>>| (!rows.is_empty()).then(|| Node::list(rows));
    let said = |key: &str| {
        map.set.get(key).map(|text| Node::text(text.as_str()).at(format!("set.{key} of the map")))
    };
    let mappings = mappings(pairs.unwrap_or_default(), said("id"));
    let has_set = !controls.is_empty() || !clauses.is_empty();
    let id = said("id");
    found.roots.push(Node::table([
        ("criteria", id.clone().filter(|_| !has_set)),
        ("id", id.filter(|_| has_set)),
        ("title", said("title").filter(|_| has_set)),
        ("publisher", said("publisher").filter(|_| has_set)),
        ("edition", said("edition").filter(|_| has_set)),
        ("source", said("source").filter(|_| has_set)),
        (
            "tested",
            map.set.get("tested").filter(|_| has_set).map(|said| Node::new(Value::Flag(said == "true"))),
        ),
        ("clauses", list(clauses)),
        ("controls", list(controls)),
        ("test", tests.and_then(list)),
        ("trail", trails.and_then(list)),
        ("mapping", list(mappings)),
    ]));
    found
}

/// The mappings that the rows of pairs make up: one for each set and source, in the order in which they are met.
fn mappings<'a>(pairs: Vec<Node<'a>>, from: Option<Node<'a>>) -> Vec<Node<'a>> {
    let mut order: BTreeMap<[Option<String>; 2], usize> = BTreeMap::new();
    let mut found: Vec<([Option<Node<'a>>; 2], Vec<Node<'a>>)> = Vec::new();
    for mut pair in pairs {
        let ends = ["set", "source"].map(|key| taken(&mut pair, key));
        let names = ends.each_ref().map(|end| end.as_ref().and_then(Node::as_text).map(str::to_owned));
        let at = *order.entry(names).or_insert(found.len());
        match found.get_mut(at) {
            Some((_, pairs)) => pairs.push(pair),
            None => found.push((ends, vec![pair])),
        }
    }
    let mapping = |([set, source], pairs): ([Option<Node<'a>>; 2], Vec<Node<'a>>)| {
        let at = pairs.first().and_then(|pair| pair.at.clone()).unwrap_or_default();
        let ends = [("from", from.clone()), ("to", set), ("source", source)];
        Node::table(ends.into_iter().chain([("pairs", Some(Node::list(pairs)))])).at(at)
    };
    found.into_iter().map(mapping).collect()
}

/// Takes the value of a key out of a row.
fn taken<'a>(row: &mut Node<'a>, key: &str) -> Option<Node<'a>> {
    let Value::Table(entries) = &mut row.value else { return None };
    let at = entries.iter().position(|(other, _)| other == key)?;
    Some(entries.remove(at).1)
}

fn is_control(row: &Node<'_>) -> bool {
    row.get("kind").and_then(Node::as_text).is_some_and(|kind| kind.eq_ignore_ascii_case("control"))
}

fn without_kind(mut row: Node<'_>) -> Node<'_> {
    if let Value::Table(entries) = &mut row.value {
        entries.retain(|(key, _)| key != "kind");
    }
    row
}

fn rows<'a>(
    name: &str,
    sheets: &'a [Sheet],
    part: &'a Part,
    forms: &[(&'static str, Form)],
    found: &mut Found<'a>,
) -> Vec<Node<'a>> {
    let sheet = match &part.sheet {
        Some(wanted) => sheets.iter().find(|sheet| sheet.name == *wanted),
        None => sheets.first(),
    };
    let Some(sheet) = sheet else {
        let what = part.sheet.as_ref().map_or("has no sheet".into(), |sheet| {
            say!("has no sheet `{sheet}`", sheet = crate::id::shown(sheet))
        });
        found.problems.push(at(name, None, "", what, "name one of its sheets in the map"));
        return Vec::new();
    };
    let Some(header) = sheet.rows.iter().find(|row| row.number == part.header_row) else {
        let path = place(sheet, part.header_row, None);
        found.problems.push(at(
            name,
            None,
            path,
            "is empty",
            "say in the map with `header_row` where the headings are",
        ));
        return Vec::new();
    };
    let mut columns = Vec::new();
    for (key, heading) in &part.columns {
        match header.cells.iter().position(|cell| cell.trim().eq_ignore_ascii_case(heading.trim())) {
            Some(column) => columns.push((key.as_str(), column)),
            None => {
                let what = say!("has no column `{heading}`", heading = crate::id::shown(heading));
                let path = place(sheet, part.header_row, None);
                found.problems.push(at(
                    name,
                    None,
                    path,
                    what,
                    "write the heading in the map as it stands in the sheet",
                ));
            }
        }
    }
    let below: Vec<&SheetRow> = sheet
        .rows
        .iter()
        .filter(|row| row.number > part.header_row && row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect();
    if below.len() > ROWS_MAX {
        found.problems.push(at(
            name,
            None,
            place(sheet, part.header_row, None),
            say!("has {count} rows below it", count = below.len()),
            "split the sheet",
        ));
        return Vec::new();
    }
    below.into_iter().map(|row| self::row(sheet, row, &columns, &part.separator, forms)).collect()
}

fn row<'a>(
    sheet: &Sheet,
    row: &'a SheetRow,
    columns: &[(&'a str, usize)],
    separator: &str,
    forms: &[(&'static str, Form)],
) -> Node<'a> {
    let mut entries = Vec::new();
    let mut attributes = Vec::new();
    for (key, column) in columns {
        let Some(cell) = row.cells.get(*column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
        else {
            continue;
        };
        let at = place(sheet, row.number, Some(*column));
        if let Some(name) = key.strip_prefix(ATTRIBUTES) {
            attributes.push((name.into(), listed(cell, separator, &at)));
        } else if let Some((_, form)) = forms.iter().find(|(known, _)| known == key) {
            entries.push(((*key).into(), value(cell, separator, *form, &at)));
        }
    }
    if !attributes.is_empty() {
        entries.push((
            "attributes".into(),
            Node::new(Value::Table(attributes)).at(place(sheet, row.number, None)),
        ));
    }
    Node::new(Value::Table(entries)).at(place(sheet, row.number, None))
}

fn value<'a>(cell: &'a str, separator: &str, form: Form, at: &str) -> Node<'a> {
    match form {
        Form::Text => Node::text(cell).at(at),
        Form::Number => Node::new(Value::Whole(cell.parse().ok())).at(at),
        Form::List => listed(cell, separator, at),
        Form::Parts(keys) => Node::list(pieces(cell, separator).map(|piece| parts(piece, keys, at))).at(at),
        Form::Table(keys) => parts(cell, keys, at),
    }
}

fn pieces<'a>(cell: &'a str, separator: &str) -> impl Iterator<Item = &'a str> {
    // An empty separator would part every letter from the next.
    let separator = if separator.is_empty() { "\n" } else { separator }.to_owned();
    let pieces: Vec<&str> =
        cell.split(separator.as_str()).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    pieces.into_iter()
}

fn listed<'a>(cell: &'a str, separator: &str, at: &str) -> Node<'a> {
    Node::list(pieces(cell, separator).map(|piece| Node::text(piece).at(at))).at(at)
}

fn parts<'a>(piece: &str, keys: &[&'static str], at: &str) -> Node<'a> {
    let mut parts = vec![String::new()];
    let mut chars = piece.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('|')) => {
                chars.next();
                if let Some(part) = parts.last_mut() {
                    part.push('|');
                }
            }
            ('|', _) => parts.push(String::new()),
            (c, _) => {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
        }
    }
    let mut entries: Vec<_> = keys
        .iter()
        .zip(&parts)
        .map(|(key, part)| {
            let text = part.trim();
            let node = if *key == LIST_WITHIN {
                Node::list(ids(text).into_iter().map(|id| Node::text(id).at(at)))
            } else {
                Node::text(text.to_owned())
            };
            ((*key).into(), node.at(at))
        })
        .collect();
    // A part too many has no key; under a key that nobody knows it becomes a problem at its place.
    entries.extend(parts.get(keys.len()).map(|part| ("part".into(), Node::text(part.clone()).at(at))));
    Node::new(Value::Table(entries)).at(at)
}

/// Ids with commas between; a comma within an id is written `\,`.
fn ids(text: &str) -> Vec<String> {
    let mut ids = vec![String::new()];
    let mut before = ' ';
    for c in text.chars() {
        match (ids.last_mut(), c) {
            (Some(id), ',') if before == '\\' => {
                id.pop();
                id.push(',');
            }
            (_, ',') => ids.push(String::new()),
            (Some(id), c) => id.push(c),
            (None, _) => {}
        }
        before = c;
    }
    ids.iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect()
}

/// An id in a list of ids, which [`ids`] reads back.
pub(super) fn escaped_id(id: &str) -> String {
    escaped(&id.replace(',', "\\,"))
}

/// A text as a part of a cell, which [`parts`] reads back.
pub(super) fn escaped(part: &str) -> String {
    part.replace('|', "\\|")
}

/// `sheet Tests, row 3, column B`.
fn place(sheet: &Sheet, row: u32, column: Option<usize>) -> String {
    let name = if sheet.name.is_empty() { String::new() } else { format!("sheet {}, ", sheet.name) };
    let column = column.map_or(String::new(), |column| format!(", column {}", letters(column)));
    format!("{name}row {row}{column}")
}

/// The letters of a column, counted from 0: A, B, ..., Z, AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letters(column), name);
        }
    }
}
