//! Tables that came back: which register a sheet is, and what in it differs from the record, row by row and cell by cell.
//!
//! The register is made anew from the record and compared with the sheet, so that nothing of what the file says of itself is trusted but the
//! id and the version of each row. Headings are known by their keys and by their titles in every language, words of the law in every language too.

use std::collections::{BTreeMap, BTreeSet};

use super::delimited::defused;
use super::{Cell, Edit, Table};
use crate::claims::date;
use crate::columns::{HEADER_ROWS, SheetOf};

/// The most characters of a cell that a workbook holds: a longer text came back cut, and is not compared beyond it.
const CELL_CHARS_MAX: usize = 32_767;

/// Titles that columns had in an earlier version, in small letters: workbooks that were fetched then still come back.
const FORMER_TITLES: [(&str, &str); 3] = [
    ("grade", "grad"),
    ("classification", "einstufung"),
    ("classification_reason", "neue einstufung: begründung"),
];

/// A sheet that is one of our registers, as it differs from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Came {
    /// The key of the table.
    pub table: &'static str,
    /// The name of the sheet; empty in a file of one.
    pub sheet: String,
    /// How many rows it has below its headings.
    pub rows: usize,
    /// How many of them say what the record says.
    pub unchanged: usize,
    /// How many rows of the register are not in it; they are left as they are.
    pub absent: usize,
    /// Headings that are none of the table's.
    pub unknown: Vec<String>,
    /// The rows that differ.
    pub differing: Vec<CameRow>,
}

/// A row that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct CameRow {
    /// Its number in the sheet, counted from 1.
    pub row: u32,
    /// What it says its record is.
    pub id: String,
    /// The version that the record had when the table was written, where the row says one.
    pub version: Option<i64>,
    /// What stands.
    pub stands: Stands,
    /// The cells that differ, in the order of the table.
    pub cells: Vec<CameCell>,
}

/// How a row stands to the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Its record is as it was when the table was written.
    Present {
        /// The row of the register.
        at: usize,
    },
    /// Its record has changed since.
    Stale {
        /// The row of the register.
        at: usize,
        /// The version it is at.
        now: i64,
    },
    /// It says no version, or none that can be read.
    Unversioned {
        /// The row of the register.
        at: usize,
    },
    /// Its id stands in an earlier row of the sheet too.
    Twice,
    /// It names no record of the register.
    Unknown,
    /// It names none, so that it is a new one.
    New,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameCell {
    /// The key of its column.
    pub column: &'static str,
    /// The title of its column.
    pub title: String,
    /// What becomes of the column.
    pub edit: Edit,
    /// What the record says, in the words of the first language.
    pub from: String,
    /// What the sheet says.
    pub to: String,
}

impl CameRow {
    /// What a cell came to say, where it differs.
    #[must_use]
    pub fn to(&self, column: &str) -> Option<&str> {
        self.cells.iter().find(|cell| cell.column == column).map(|cell| cell.to.as_str())
    }
}

/// The headings of a sheet, as one table knows them.
struct Headed {
    row: u32,
    /// Where in the sheet each column of the table stands.
    places: Vec<Option<usize>>,
    unknown: Vec<String>,
}

/// The register that a sheet is, among some. Each is given in every language, the reader's first. Nothing where it is none of them.
#[must_use]
pub fn compared(sheet: SheetOf<'_>, registers: &[Vec<Table>]) -> Option<Came> {
    let fits = registers.iter().filter_map(|languages| {
        let headed = headed(sheet, languages)?;
        let known = headed.places.iter().flatten().count();
        let missing = headed.places.len() - known;
        Some((missing + headed.unknown.len(), std::cmp::Reverse(known), languages, headed))
    });
    let (_, _, languages, headed) = fits.min_by_key(|(off, known, ..)| (*off, *known))?;
    compare(sheet, languages, headed)
}

/// Finds the headings of a table: a row with the column that names the records, and one more at least.
fn headed(sheet: SheetOf<'_>, languages: &[Table]) -> Option<Headed> {
    let table = languages.first()?;
    let id = table.columns.iter().position(|column| column.edit == Edit::Id)?;
    sheet.rows.iter().take(HEADER_ROWS).find_map(|(row, cells)| {
        let plain: Vec<String> = cells.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let place = |at: usize| {
            let mut names = languages.iter().filter_map(|table| table.columns.get(at));
            names.find_map(|column| {
                let title = column.title.to_lowercase();
                plain.iter().position(|cell| {
                    *cell == column.key
                        || *cell == title
                        || FORMER_TITLES.contains(&(column.key, cell.as_str()))
                })
            })
        };
        let places: Vec<Option<usize>> = (0..table.columns.len()).map(place).collect();
        let known: BTreeSet<usize> = places.iter().flatten().copied().collect();
        (places.get(id)?.is_some() && known.len() > 1).then(|| Headed {
            row: *row,
            unknown: (0..cells.len())
                .filter(|at| !known.contains(at))
                .filter_map(|at| cells.get(at).map(|cell| cell.trim().to_owned()))
                .filter(|cell| !cell.is_empty())
                .collect(),
            places,
        })
    })
}

fn compare(sheet: SheetOf<'_>, languages: &[Table], headed: Headed) -> Option<Came> {
    let table = languages.first()?;
    let id_at = table.columns.iter().position(|column| column.edit == Edit::Id)?;
    let version_at = table.columns.iter().position(|column| column.edit == Edit::Version);
    let ids: BTreeMap<String, usize> =
        table.rows.iter().enumerate().filter_map(|(at, row)| Some((row.get(id_at)?.plain(), at))).collect();
    let mut came = Came {
        table: table.key,
        sheet: sheet.name.to_owned(),
        rows: 0,
        unchanged: 0,
        absent: 0,
        unknown: headed.unknown.clone(),
        differing: Vec::new(),
    };
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    for (number, cells) in sheet.rows.iter().filter(|(number, _)| *number > headed.row) {
        let said = |at: usize| {
            let place = headed.places.get(at).copied().flatten()?;
            Some(cells.get(place).map(String::as_str).unwrap_or_default())
        };
        if (0..table.columns.len()).all(|at| said(at).unwrap_or_default().trim().is_empty()) {
            continue;
        }
        came.rows += 1;
        let id = said(id_at).unwrap_or_default().trim().to_owned();
        let version: Option<i64> = version_at.and_then(said).and_then(whole);
        let at = ids.get(&id).copied();
        let now = at.zip(version_at).and_then(|(at, column)| match table.rows.get(at)?.get(column)? {
            Cell::Number(version) => Some(*version),
            _ => None,
        });
        let stands = match at {
            None if id.is_empty() => Stands::New,
            None => Stands::Unknown,
            Some(at) if !seen.insert(at) => Stands::Twice,
            Some(at) => match (version, now) {
                (Some(version), Some(now)) if version == now => Stands::Present { at },
                (Some(_), Some(now)) => Stands::Stale { at, now },
                _ => Stands::Unversioned { at },
            },
        };
        let mut differing = Vec::new();
        for (at_column, column) in table.columns.iter().enumerate() {
            if matches!(column.edit, Edit::Id | Edit::Version | Edit::Follows) {
                continue;
            }
            let Some(text) = said(at_column) else { continue };
            let held = at.and_then(|row| table.rows.get(row)?.get(at_column));
            let in_languages = languages.iter().filter_map(|other| other.rows.get(at?)?.get(at_column));
            if is_same(text, held, in_languages) {
                continue;
            }
            differing.push(CameCell {
                column: column.key,
                title: column.title.clone(),
                edit: column.edit,
                from: held.map(Cell::plain).unwrap_or_default(),
                to: taken(text, held),
            });
        }
        if differing.is_empty() && !matches!(stands, Stands::Unknown | Stands::Twice) {
            came.unchanged += 1;
            continue;
        }
        came.differing.push(CameRow { row: *number, id, version, stands, cells: differing });
    }
    came.absent = table.rows.len().saturating_sub(seen.len());
    Some(came)
}

/// A whole number, as a spreadsheet may write one.
#[must_use]
pub fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse().ok().or_else(|| text.strip_suffix(".0").and_then(|text| text.parse().ok()))
}

/// Hundredths, written with a point or a comma, two places at most.
#[must_use]
pub fn hundredths(text: &str) -> Option<i64> {
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((text.as_str(), ""));
    // What a spreadsheet has calculated has more places; beyond the second it says nothing.
    let part: String = part.chars().take(2).collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !(part.is_empty() || digits(&part)) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)
}

/// What a text of a sheet is as our text: line ends of one kind, no apostrophe that only kept it from being a formula.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    match text.strip_prefix('\'') {
        Some(rest) if defused(rest) != rest => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// What a cell came to say: a date as ours are written, where the column holds dates.
fn taken(text: &str, held: Option<&Cell>) -> String {
    let text = plain(text);
    match held {
        Some(Cell::Date(_)) => date(&text).unwrap_or(text),
        _ => text,
    }
}

/// Whether a text says what the record says, in any language.
fn is_same<'t>(text: &str, held: Option<&Cell>, languages: impl Iterator<Item = &'t Cell>) -> bool {
    let bare = plain(text);
    match held {
        None | Some(Cell::Empty) => bare.is_empty(),
        Some(Cell::Text(_)) => {
            let raw = text.replace("\r\n", "\n").replace('\r', "\n");
            languages.into_iter().any(|cell| {
                let whole = cell.plain();
                let whole = whole.trim();
                bare == whole
                    || raw.trim() == whole
                    || (raw.chars().count() + 1 >= CELL_CHARS_MAX && whole.starts_with(raw.trim()))
            })
        }
        Some(Cell::Number(number)) => whole(&bare) == Some(*number),
        Some(Cell::Hundredths(number)) => hundredths(&bare) == Some(*number),
        Some(Cell::Date(held)) => date(&bare).is_some_and(|date| date == held.to_string()),
        Some(at @ Cell::Time(_)) => {
            let minute = |text: &str| text.chars().take(16).collect::<String>().replace('T', " ");
            minute(&bare) == minute(&at.plain())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Column;

    fn register(titles: [&str; 4]) -> Table {
        let edits = [Edit::Id, Edit::Version, Edit::Open, Edit::Fixed];
        let columns = ["paper", "version", "assignee", "title"].into_iter().zip(titles).zip(edits);
        let columns = columns
            .map(|((key, title), edit)| Column { key, title: title.to_owned(), width: 9, edit })
            .collect();
        let row = |id: &str, version, who: &str| {
            vec![Cell::text(id), Cell::Number(version), Cell::text(who), Cell::text("=Question?")]
        };
        let rows = vec![row("p1", 3, "Ada"), row("p2", 1, "Lea"), row("p3", 7, "")];
        Table { key: "papers", title: "Papers".to_owned(), columns, rows }
    }

    fn came(rows: &[&[&str]]) -> Option<Came> {
        let rows: Vec<(u32, Vec<String>)> =
            (1..).zip(rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())).collect();
        let languages = vec![
            register(["Id", "Version", "Auditor", "Title"]),
            register(["Kennung", "Fassung", "Wer", "Titel"]),
        ];
        compared(SheetOf { name: "", rows: &rows }, &[languages])
    }

    #[test]
    fn only_what_differs_is_said_and_each_row_stands_to_its_record() {
        let came = came(&[
            &["The papers of the audit"],
            &["Kennung", "Fassung", "Wer", "Titel", "Own remark"],
            &["p1", "3", "Bo", "'=Question?", "x"],
            &["p2", "2", "Bo", "=Question?", ""],
            &["p3", "7.0", "", "Another", ""],
            &["p1", "3", "Cy", "", ""],
            &["p9", "3", "Cy", "", ""],
            &["", "", "Dee", "", ""],
            &["", "", "", "", "only a remark"],
        ])
        .unwrap();
        assert_eq!((came.table, came.rows, came.unchanged, came.absent), ("papers", 6, 0, 0));
        assert_eq!(came.unknown, ["Own remark"]);
        let stands: Vec<&Stands> = came.differing.iter().map(|row| &row.stands).collect();
        assert_eq!(
            stands,
            [
                &Stands::Present { at: 0 },
                &Stands::Stale { at: 1, now: 1 },
                &Stands::Present { at: 2 },
                &Stands::Twice,
                &Stands::Unknown,
                &Stands::New
            ]
        );
        let first = &came.differing[0];
        assert_eq!((first.row, first.to("assignee"), first.to("title")), (3, Some("Bo"), None));
        assert_eq!(first.cells[0].from, "Ada");
        let fixed = &came.differing[2].cells;
        assert_eq!((fixed[0].column, fixed[0].edit, fixed[0].to.as_str()), ("title", Edit::Fixed, "Another"));
    }

    #[test]
    fn a_heading_of_an_earlier_version_is_its_column() {
        let mut table = register(["Kennung", "Fassung", "Einstufung", "Titel"]);
        table.columns[2].key = "grade";
        let read = |heading: &str| {
            let rows = [(1, vec!["Kennung", "Fassung", heading]), (2, vec!["p1", "3", "Bo"])];
            let rows: [(u32, Vec<String>); 2] =
                rows.map(|(row, cells)| (row, cells.into_iter().map(str::to_owned).collect()));
            compared(SheetOf { name: "", rows: &rows }, &[vec![table.clone()]]).unwrap()
        };
        for heading in ["grade", "Einstufung", "Grad"] {
            let came = read(heading);
            assert_eq!((came.differing[0].to("grade"), came.unknown.len()), (Some("Bo"), 0), "{heading}");
        }
        let came = read("Gradient");
        assert_eq!((came.unchanged, came.unknown.as_slice()), (1, ["Gradient".to_owned()].as_slice()));
    }

    #[test]
    fn what_is_no_register_of_ours_is_none() {
        assert!(came(&[&["Clause", "Question"], &["6.1.2", "Why?"]]).is_none());
        assert!(came(&[&["Id"], &["p1"]]).is_none(), "an id alone is no table");
    }

    #[test]
    fn numbers_dates_and_cut_texts_are_compared_as_what_they_are() {
        let same = |text: &str, cell: &Cell| is_same(text, Some(cell), std::iter::once(cell));
        let day = Cell::Date("2026-09-15".parse().unwrap());
        for text in ["2026-09-15", "15.09.2026", "2026-09-15 00:00:00", "15 Sep 2026"] {
            assert!(same(text, &day), "{text}");
        }
        assert!(!same("09/10/2026", &day) && !same("", &day) && !same("2026-09-16", &day));
        let time = Cell::Time("2026-09-15T08:30:12.000Z".parse().unwrap());
        assert!(same("2026-09-15 08:30:12", &time) && !same("2026-09-15 08:31", &time));
        for (text, is) in [("2.5", true), ("2,50", true), ("2.500001", true), ("2.6", false), ("-2.5", false)]
        {
            assert_eq!(same(text, &Cell::Hundredths(250)), is, "{text}");
        }
        let long = "ü".repeat(40_000);
        let cut: String = long.chars().take(CELL_CHARS_MAX).collect();
        assert!(same(&cut, &Cell::text(&long)) && !same("üü", &Cell::text(&long)));
        assert!(same("a\r\nb", &Cell::text("a\nb")) && same("", &Cell::Empty) && !same("x", &Cell::Empty));
    }
}
