//! A map of columns, drafted from the headings of somebody's sheets: where the dialogue about a spreadsheet begins.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::sheet::{MappedSheet, SORTS, Sheet, SheetRow};

/// In how many rows from the first on headings are looked for.
const HEADER_ROWS_MAX: usize = 20;

/// What headings are often called, beside the keys themselves, the surest word first; in small letters without anything between.
const CALLED: &[(&str, &[&str])] = &[
    (
        "id",
        &[
            "no",
            "nr",
            "number",
            "ref",
            "reference",
            "identifier",
            "testid",
            "controlid",
            "control",
            "clause",
            "section",
        ],
    ),
    (
        "title",
        &[
            "name",
            "rule",
            "requirement",
            "question",
            "test",
            "heading",
            "controlname",
            "text",
            "statement",
            "description",
        ],
    ),
    ("parent", &["group", "above", "chapter"]),
    ("kind", &["type", "sort", "class"]),
    ("documented_information", &["documents", "document", "documentation"]),
    ("note", &["notes", "remark", "remarks", "comment", "comments"]),
    ("requirements", &["requirement", "clause", "clauses", "control", "controls", "criteria"]),
    ("audit_types", &["audittype", "audits"]),
    ("objective", &["purpose", "goal", "aim"]),
    ("ask", &["interview", "questions", "interviewquestions"]),
    ("sampling", &["sample", "samples"]),
    ("conformity", &["goodsigns", "signsofconformity"]),
    ("warnings", &["warning", "warningsigns", "redflags"]),
    ("nonconformities", &["nonconformity", "typicalnonconformities"]),
    ("minutes", &["time", "duration", "min"]),
    ("related", &["standards", "references"]),
    ("links", &["seealso", "linkedtests"]),
];

/// The keys of which a sheet must have two, so that its rows are of that sort; a sheet of none is one of requirements.
const MARKS: &[(&str, &[&str])] = &[
    ("mappings", &["relation", "from", "to"]),
    ("trails", &["steps", "case"]),
    (
        "tests",
        &[
            "objective",
            "evidence",
            "ask",
            "inspect",
            "reperform",
            "observe",
            "minutes",
            "warnings",
            "sampling",
        ],
    ),
];

/// What each sheet with a row of headings is taken for at first, for somebody to look at; in the order of the sheets.
#[must_use]
pub fn drafted_sheets(sheets: &[Sheet]) -> Vec<MappedSheet> {
    let drafted = sheets.iter().filter_map(|sheet| {
        let header = header(sheet)?;
        let sort = sort_of(header);
        Some(drafted_sheet(sheet, header, sort))
    });
    drafted.collect()
}

/// What a sheet is taken for where its rows are of a sort.
#[must_use]
pub fn drafted_as(sheet: &Sheet, header_row: u32, sort: &str) -> Option<MappedSheet> {
    let header = sheet.rows.iter().find(|row| row.number == header_row)?;
    Some(drafted_sheet(sheet, header, sort))
}

fn drafted_sheet(sheet: &Sheet, header: &SheetRow, sort: &str) -> MappedSheet {
    let mut used = BTreeSet::new();
    let forms = SORTS.iter().find(|(other, ..)| *other == sort).map_or(&[][..], |(_, forms, _)| *forms);
    let columns = forms.iter().filter_map(|(key, _)| {
        let at = column(header, key, &used)?;
        used.insert(at);
        Some(((*key).to_owned(), header.cells.get(at)?.trim().to_owned()))
    });
    let columns = columns.collect();
    MappedSheet { sort: sort.to_owned(), sheet: sheet.name.clone(), header_row: header.number, columns }
}

/// A map to be looked at and completed: what a heading was taken for, and as comments what nobody could guess.
#[must_use]
pub fn drafted_map(sheets: &[Sheet]) -> String {
    let mut out = String::from(
        "# A draft: look at each line, complete the set, and give it to `assize catalogue import --map`.\n[set]\n",
    );
    for (key, what) in [
        ("id", "an id that names the edition, such as \"Yard rules:2026\""),
        ("title", "its title"),
        ("publisher", "who publishes it"),
        ("edition", "the edition in words"),
        ("source", "where its numbers and titles come from"),
    ] {
        let _ = writeln!(out, "# {key} = \"\"    # {what}");
    }
    let mut taken = BTreeSet::new();
    for sheet in sheets {
        let Some(header) = header(sheet) else {
            let _ = writeln!(out, "\n# sheet {}: no row of headings was found", quoted(&sheet.name));
            continue;
        };
        let sort = sort_of(header);
        if taken.insert(sort) {
            part(&mut out, sheet, header, sort);
        } else {
            let _ = writeln!(
                out,
                "\n# sheet {}: there are {sort} already; import it by a map of its own",
                quoted(&sheet.name)
            );
        }
    }
    out
}

/// The first row with a heading that could be a number or a title, and another one.
fn header(sheet: &Sheet) -> Option<&SheetRow> {
    sheet.rows.iter().take(HEADER_ROWS_MAX).find(|row| {
        let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        filled > 1
            && ["id", "title", "relation"].iter().any(|key| column(row, key, &BTreeSet::new()).is_some())
    })
}

fn sort_of(header: &SheetRow) -> &'static str {
    let has = |key: &&&str| column(header, key, &BTreeSet::new()).is_some();
    let fits = |(_, marks): &&(&str, &[&str])| marks.iter().filter(has).count() >= 2;
    MARKS.iter().find(fits).map_or("requirements", |(sort, _)| sort)
}

/// The column of a key: the one that is called so, or else by one of the words for it.
fn column(header: &SheetRow, key: &str, used: &BTreeSet<usize>) -> Option<usize> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let words = CALLED.iter().find(|(other, _)| *other == key).map_or(&[][..], |(_, words)| words);
    let wanted = std::iter::once(plain(key)).chain(words.iter().map(|word| (*word).to_owned()));
    wanted.into_iter().find_map(|word| {
        let mut cells = header.cells.iter().enumerate();
        cells.find(|(at, cell)| !used.contains(at) && plain(cell) == word).map(|(at, _)| at)
    })
}

fn part(out: &mut String, sheet: &Sheet, header: &SheetRow, sort: &str) {
    let _ = writeln!(out, "\n[{sort}]");
    if !sheet.name.is_empty() {
        let _ = writeln!(out, "sheet = {}", quoted(&sheet.name));
    }
    let _ = writeln!(out, "header_row = {}\n\n[{sort}.columns]", header.number);
    let Some((_, forms, needed)) = SORTS.iter().find(|(other, ..)| *other == sort) else { return };
    let mut used = BTreeSet::new();
    for (key, _) in *forms {
        match column(header, key, &used) {
            Some(at) => {
                used.insert(at);
                let heading = header.cells.get(at).map_or("", |cell| cell.trim());
                let _ = writeln!(out, "{key} = {}", quoted(heading));
            }
            None if needed.contains(key) => {
                let _ = writeln!(out, "# {key} = \"\"    # needed: which column holds it?");
            }
            None => {}
        }
    }
    for (_, cell) in
        header.cells.iter().enumerate().filter(|(at, cell)| !used.contains(at) && !cell.trim().is_empty())
    {
        let heading = cell.trim();
        let _ = match sort {
            "requirements" => {
                writeln!(out, "# {} = {}", quoted(&format!("attributes.{heading}")), quoted(heading))
            }
            _ => writeln!(out, "# {} was taken for nothing", quoted(heading)),
        };
    }
}

/// A basic string of TOML on one line.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""))
}
