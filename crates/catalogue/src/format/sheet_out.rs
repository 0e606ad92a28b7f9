//! Workbooks out, and the map that reads them back.

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::sheet::{ColumnMap, escaped, escaped_id};
use crate::criteria::CriteriaSet;
use crate::id::CriteriaId;
use crate::node::{Node, Value};
use crate::problem::Problem;
use crate::test::AuditTest;

/// The columns of each sheet: the key is the heading.
const REQUIREMENT: &[(&str, f64)] = &[
    ("kind", 10.0),
    ("id", 14.0),
    ("title", 60.0),
    ("parent", 12.0),
    ("documented_information", 40.0),
    ("certainty", 18.0),
    ("note", 60.0),
];
const TEST: &[(&str, f64)] = &[
    ("id", 14.0),
    ("title", 50.0),
    ("requirements", 16.0),
    ("audit_types", 16.0),
    ("objective", 60.0),
    ("evidence", 60.0),
    ("ask", 60.0),
    ("observe", 50.0),
    ("inspect", 50.0),
    ("reperform", 50.0),
    ("remote", 50.0),
    ("sampling", 60.0),
    ("conformity", 50.0),
    ("warnings", 50.0),
    ("nonconformities", 60.0),
    ("related", 24.0),
    ("minutes", 9.0),
    ("links", 16.0),
];
const TRAIL: &[(&str, f64)] =
    &[("id", 14.0), ("title", 50.0), ("case", 50.0), ("about", 60.0), ("steps", 60.0)];
const MAPPING: &[(&str, f64)] = &[
    ("set", 30.0),
    ("source", 40.0),
    ("from", 14.0),
    ("to", 14.0),
    ("relation", 14.0),
    ("certainty", 18.0),
    ("note", 60.0),
];

/// The map that reads a workbook of this set back.
#[must_use]
pub fn xlsx_map(set: &CriteriaSet) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let columns =
        |keys: &[(&str, f64)]| keys.iter().map(|(key, _)| format!("{key} = \"{key}\"\n")).collect::<String>();
    let attributes: std::collections::BTreeSet<&String> =
        set.requirements().flat_map(|requirement| requirement.attributes.keys()).collect();
    let attributes: String = attributes
        .iter()
        .map(|name| {
            let key = quoted(&format!("attributes.{name}"));
            format!("{key} = {key}\n")
        })
        .collect();
    let mut map = format!(
        "[set]\nid = {}\ntitle = {}\npublisher = {}\nedition = {}\nsource = {}\ntested = \"{}\"\n",
        quoted(set.id.as_str()),
        quoted(&set.title),
        quoted(&set.publisher),
        quoted(&set.edition),
        quoted(&set.source),
        set.tested
    );
    for (part, sheet, columns) in [
        ("requirements", "Requirements", columns(REQUIREMENT) + &attributes),
        ("tests", "Tests", columns(TEST)),
        ("trails", "Trails", columns(TRAIL)),
        ("mappings", "Mappings", columns(MAPPING)),
    ] {
        map.push_str(&format!("\n[{part}]\nsheet = \"{sheet}\"\n\n[{part}.columns]\n{columns}"));
    }
    map
}

/// The keys of a test, in the order in which its columns stand.
pub fn test_keys() -> impl Iterator<Item = &'static str> {
    TEST.iter().map(|(key, _)| *key)
}

/// A test as the cells of a row: each key with its text, which an import by [`tests_map`] reads back.
#[must_use]
pub fn test_cells(test: &AuditTest) -> Vec<(&'static str, String)> {
    let row = super::tree::test(test);
    test_keys().map(|key| (key, row.get(key).map(cell).unwrap_or_default())).collect()
}

/// The map of a sheet whose headings are the keys of tests on a set.
///
/// # Errors
/// None; the map is one of this crate's own.
pub fn tests_map(criteria: &CriteriaId) -> Result<ColumnMap, Vec<Problem>> {
    let id = toml::Value::String(criteria.as_str().to_owned());
    let columns: String = test_keys().map(|key| format!("{key} = \"{key}\"\n")).collect();
    ColumnMap::parse("", &format!("[set]\nid = {id}\n\n[tests.columns]\n{columns}"))
}

/// A workbook of a set's tree: sheets for requirements, tests, trails and mappings. The same set gives the same bytes.
pub(super) fn write(root: &Node<'_>) -> Result<Vec<u8>, super::XlsxError> {
    let mut workbook = Workbook::new();
    // The time of making it would make two of the same set differ.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let list = |key: &str| root.get(key).and_then(Node::as_list).unwrap_or_default();
    let requirements = workbook.add_worksheet();
    requirements.set_name("Requirements")?;
    let mut names: Vec<&str> = Vec::new();
    for row in list("clauses").iter().chain(list("controls")) {
        for (name, _) in row.get("attributes").and_then(Node::as_table).unwrap_or_default() {
            if !names.contains(&name.as_ref()) {
                names.push(name);
            }
        }
    }
    names.sort_unstable();
    let attributes: Vec<(String, f64)> =
        names.iter().map(|name| (format!("attributes.{name}"), 24.0)).collect();
    let columns: Vec<(&str, f64)> = REQUIREMENT
        .iter()
        .copied()
        .chain(attributes.iter().map(|(name, width)| (name.as_str(), *width)))
        .collect();
    head(requirements, &columns)?;
    let rows = list("clauses")
        .iter()
        .map(|row| (row, "clause"))
        .chain(list("controls").iter().map(|row| (row, "control")));
    for (n, (row, kind)) in (1..).zip(rows) {
        for (column, (key, _)) in (0..).zip(&columns) {
            let value = match key.strip_prefix("attributes.") {
                Some(name) => row.get("attributes").and_then(|attributes| attributes.get(name)).map(cell),
                None if *key == "kind" => Some(kind.to_owned()),
                None => row.get(key).map(cell),
            };
            put(requirements, n, column, value)?;
        }
    }
    for (name, key, columns) in [("Tests", "test", TEST), ("Trails", "trail", TRAIL)] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        head(sheet, columns)?;
        for (n, row) in (1..).zip(list(key)) {
            for (column, (key, _)) in (0..).zip(columns) {
                match row.get(key) {
                    Some(Node { value: Value::Whole(Some(number)), .. }) => {
                        sheet.write_number(n, column, f64::from(*number))?;
                    }
                    value => put(sheet, n, column, value.map(cell))?,
                }
            }
        }
    }
    mappings(workbook.add_worksheet(), list("mapping"))?;
    Ok(workbook.save_to_buffer()?)
}

/// A row for each pair, with the set and the source of its mapping.
fn mappings(sheet: &mut Worksheet, mappings: &[Node<'_>]) -> Result<(), XlsxError> {
    sheet.set_name("Mappings")?;
    head(sheet, MAPPING)?;
    let pairs = mappings.iter().flat_map(|mapping| {
        let pairs = mapping.get("pairs").and_then(Node::as_list).unwrap_or_default();
        pairs.iter().map(move |pair| (mapping, pair))
    });
    for (n, (mapping, pair)) in (1..).zip(pairs) {
        for (column, (key, _)) in (0..).zip(MAPPING) {
            let value = match *key {
                "set" => mapping.get("to"),
                "source" => mapping.get("source"),
                key => pair.get(key),
            };
            put(sheet, n, column, value.map(cell))?;
        }
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, columns: &[(&str, f64)]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, (key, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, *key, &bold)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(1, 2)?;
    Ok(())
}

/// Every cell is written as a string, so that no text is ever taken for a formula.
fn put(sheet: &mut Worksheet, row: u32, column: u16, text: Option<String>) -> Result<(), XlsxError> {
    if let Some(text) = text {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        sheet.write_string_with_format(row, column, text, &wrapped)?;
    }
    Ok(())
}

/// A value as the text of a cell.
fn cell(node: &Node<'_>) -> String {
    match &node.value {
        Value::List(list) => list.iter().map(cell).collect::<Vec<_>>().join("\n"),
        Value::Table(entries) => {
            let part = |(_, node): &(Cow<'_, str>, Node<'_>)| match &node.value {
                Value::List(list) => list
                    .iter()
                    .map(|id| escaped_id(id.as_text().unwrap_or_default()))
                    .collect::<Vec<_>>()
                    .join(", "),
                _ => escaped(node.as_text().unwrap_or_default()),
            };
            entries.iter().map(part).collect::<Vec<_>>().join(" | ")
        }
        Value::Text(text) => text.clone().into_owned(),
        Value::Whole(number) => number.unwrap_or_default().to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Other => String::new(),
    }
}
