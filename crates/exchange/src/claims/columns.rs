//! Checklists and registers in sheets, by the meaning of their columns.

use assize_domain::claim::ClaimKind;

use super::{ClaimsRead, Puzzle, ReadClaim, Requirements};
use crate::columns::{Columns, HEADER_ROWS, MapOf, SheetOf, plain};

/// How a sheet of claims is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimColumns {
    /// What the claims are.
    pub kind: ClaimKind,
    /// The layout that the columns are those of.
    pub layout: &'static str,
    /// What the columns mean.
    pub read: Columns,
}

/// A layout that is known: its name, what it holds, headings that only it has, and what its headings mean.
struct Layout {
    name: &'static str,
    kind: ClaimKind,
    marks: &'static [&'static str],
    headings: &'static [(&'static str, &'static str)],
}

/// Layouts of other programs, by their headings.
const LAYOUTS: [Layout; 4] = [
    Layout {
        name: "ciso-assistant-audit",
        kind: ClaimKind::Checklist,
        marks: &["ref_id", "compliance_result"],
        headings: &[
            ("urn", "id"),
            ("ref_id", "reference"),
            ("name", "title"),
            ("description", "text"),
            ("observations", "text"),
            ("observation", "text"),
            ("compliance_result", "says"),
            ("requirement_progress", "text"),
        ],
    },
    Layout {
        name: "ciso-assistant-findings",
        kind: ClaimKind::Findings,
        marks: &["ref_id", "severity", "status", "name"],
        headings: &[
            ("ref_id", "id"),
            ("name", "title"),
            ("description", "text"),
            ("observation", "text"),
            ("severity", "weight"),
            ("status", "says"),
            ("owner", "owner"),
            ("due_date", "due"),
            ("eta", "due"),
        ],
    },
    Layout {
        name: "jira",
        kind: ClaimKind::Findings,
        marks: &["issue key", "summary"],
        headings: &[
            ("issue key", "id"),
            ("summary", "title"),
            ("description", "text"),
            ("status", "says"),
            ("priority", "weight"),
            ("assignee", "owner"),
            ("due date", "due"),
            ("labels", "reference"),
        ],
    },
    Layout {
        name: "eramba",
        kind: ClaimKind::Findings,
        marks: &["deadline", "title", "description"],
        headings: &[
            ("title", "title"),
            ("description", "text"),
            ("deadline", "due"),
            ("status", "says"),
            ("classification", "weight"),
            ("owner", "owner"),
            ("contact", "owner"),
            ("compliance package item", "reference"),
            ("compliance package item id", "reference"),
        ],
    },
];

/// How a sheet is most likely read: as a layout that is known, or by the words of its headings. Nothing where no row looks like headings.
#[must_use]
pub fn guess(sheet: SheetOf<'_>) -> Option<ClaimColumns> {
    let known = sheet.rows.iter().take(HEADER_ROWS).find_map(|(number, cells)| {
        let headings: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        let layout = LAYOUTS
            .iter()
            .find(|layout| layout.marks.iter().all(|mark| headings.iter().any(|heading| heading == mark)))?;
        let means = |heading: &str| {
            layout.headings.iter().find(|(name, _)| *name == heading).map(|(_, means)| *means)
        };
        let read = Columns { header_row: *number, columns: MapOf::Claims.meant(cells, means) };
        Some(ClaimColumns { kind: layout.kind, layout: layout.name, read })
    });
    known.or_else(|| {
        let read = MapOf::Claims.guess(sheet)?;
        let is_register = read.has("weight") || read.has("due");
        let kind = if is_register { ClaimKind::Findings } else { ClaimKind::Checklist };
        Some(ClaimColumns { kind, layout: "columns", read })
    })
}

/// Reads a sheet as its columns say.
#[must_use]
pub fn read_sheet(sheet: SheetOf<'_>, by: &ClaimColumns, requirements: &Requirements) -> ClaimsRead {
    let mut read = ClaimsRead::new(by.kind, by.layout);
    let columns = &by.read;
    let headings: &[String] =
        sheet.rows.iter().find(|(number, _)| *number == columns.header_row).map_or(&[], |(_, cells)| cells);
    for (number, cells) in sheet.rows.iter().filter(|(number, _)| *number > columns.header_row) {
        let mut claim = ReadClaim::default();
        let mut texts: Vec<(String, String)> = Vec::new();
        let mut id = String::new();
        let mut due = "";
        for (at, means) in &columns.columns {
            let cell = cells.get(*at).map(|cell| cell.trim()).unwrap_or_default();
            if cell.is_empty() {
                continue;
            }
            match *means {
                "id" => cell.clone_into(&mut id),
                "reference" => cell.clone_into(&mut claim.reference),
                "title" => cell.clone_into(&mut claim.title),
                "says" => cell.clone_into(&mut claim.says),
                "weight" => cell.clone_into(&mut claim.weight),
                "owner" => cell.clone_into(&mut claim.owner),
                "due" => due = cell,
                _ => {
                    let heading = headings.get(*at).map(|heading| heading.trim().to_owned());
                    texts.push((heading.unwrap_or_default(), cell.to_owned()));
                }
            }
        }
        claim.place = match (sheet.name.is_empty(), id.is_empty()) {
            (true, true) => format!("row {number}"),
            (true, false) => format!("row {number}, {id}"),
            (false, true) => format!("{}, row {number}", sheet.name),
            (false, false) => format!("{}, row {number}, {id}", sheet.name),
        };
        claim.text = match texts.as_slice() {
            [(_, only)] => only.clone(),
            several => {
                let part = |(heading, text): &(String, String)| format!("{heading}: {text}");
                several.iter().map(part).collect::<Vec<_>>().join("\n\n")
            }
        };
        place(&mut read, &mut claim, requirements, &id);
        if !due.is_empty() {
            claim.due = date(due);
            if claim.due.is_none() {
                read.puzzled(&claim.place, Puzzle::Date(due.chars().take(40).collect()));
            }
        }
        read.take(claim);
    }
    read.finished()
}

/// Looks up what a row is about: its reference, or else the id that it has.
fn place(read: &mut ClaimsRead, claim: &mut ReadClaim, requirements: &Requirements, id: &str) {
    let asked = if claim.reference.is_empty() { id } else { claim.reference.as_str() };
    claim.requirement = requirements.find(asked).cloned();
    if claim.requirement.is_none() && !claim.reference.is_empty() {
        let what = Puzzle::Reference(claim.reference.chars().take(80).collect());
        read.puzzled(&claim.place, what);
    }
}

/// A date: `2026-09-15` with whatever follows, `15.09.2026`, `15/Sep/26` as Jira writes it, `15 Sep 2026`. What could be two dates, such as
/// `09/10/2026`, is none.
pub(crate) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let day = |year: u32, month: u32, day: u32| {
        let year = if year < 100 { year + 2000 } else { year };
        let date = format!("{year:04}-{month:02}-{day:02}");
        date.parse::<assize_domain::kernel::time::Date>().is_ok().then_some(date)
    };
    if let Some(first) = text.get(..10)
        && first.parse::<assize_domain::kernel::time::Date>().is_ok()
    {
        return Some(first.to_owned());
    }
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third, ..] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u32>().ok();
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let named = |part: &str| {
        let lower = part.to_lowercase();
        let at = months.iter().position(|month| lower.starts_with(month))?;
        u32::try_from(at + 1).ok()
    };
    if let (Some(at), Some(month), Some(year)) = (number(first), named(second), number(third)) {
        return day(year, month, at);
    }
    // Points part the days of German dates; nothing else says which number is the month.
    let (Some(at), Some(month), Some(year)) = (number(first), number(second), number(third)) else {
        return None;
    };
    if text.contains('.') && third.len() >= 2 {
        return day(year, month, at);
    }
    if first.len() == 4 { day(at, month, year) } else { None }
}

#[cfg(test)]
mod tests {
    use assize_domain::kernel::text::CriteriaId;

    use super::*;

    fn sheet(rows: &[&[&str]]) -> Vec<(u32, Vec<String>)> {
        (1..).zip(rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())).collect()
    }

    fn requirements() -> Requirements {
        let iso: CriteriaId = "ISO/IEC 27001:2022".parse().unwrap();
        Requirements::of([(iso, vec!["5.1", "6.1.2", "A.5.1", "A.8.9"])])
    }

    fn read(rows: &[&[&str]]) -> (ClaimColumns, ClaimsRead) {
        let rows = sheet(rows);
        let of = SheetOf { name: "", rows: &rows };
        let columns = guess(of).unwrap();
        let read = read_sheet(of, &columns, &requirements());
        (columns, read)
    }

    #[test]
    fn a_checklist_of_any_layout_is_read_by_its_headings() {
        let (columns, read) = read(&[
            &["Self-assessment of Fernhill"],
            &["Clause", "Question", "Compliant?", "Comment", "Evidence"],
            &["6.1.2", "Is risk assessed?", "yes", "Every quarter", "Register"],
            &["9.9", "Something else", "partly", "", ""],
            &["", "", "", "", ""],
            &["A5.1", "", "", "", ""],
        ]);
        assert_eq!(
            (columns.layout, columns.kind, columns.read.header_row),
            ("columns", ClaimKind::Checklist, 2)
        );
        assert_eq!(read.claims.len(), 2);
        let first = &read.claims[0];
        assert_eq!(first.requirement.as_ref().unwrap().id.to_string(), "6.1.2");
        assert_eq!(
            (first.place.as_str(), first.title.as_str(), first.says.as_str()),
            ("row 3", "Is risk assessed?", "yes")
        );
        assert_eq!(first.text, "Comment: Every quarter\n\nEvidence: Register");
        assert_eq!(read.claims[1].requirement, None);
        let what: Vec<&Puzzle> = read.not_understood.iter().map(|one| &one.what).collect();
        assert_eq!(what, [&Puzzle::Reference("9.9".to_owned()), &Puzzle::Nothing, &Puzzle::Nothing]);
        assert_eq!(read.placed(), 1);
    }

    #[test]
    fn german_headings_are_known_too() {
        let (columns, read) = read(&[
            &["Nr.", "Abschnitt", "Feststellung", "Einstufung", "Verantwortlich", "Frist"],
            &["F-1", "A.8.9", "Keine Basiskonfiguration", "Hauptabweichung", "IT", "15.09.2026"],
            &["F-2", "A.8.9", "Kein Abgleich", "Nebenabweichung", "IT", "bald"],
        ]);
        assert_eq!(columns.kind, ClaimKind::Findings);
        let first = &read.claims[0];
        assert_eq!(
            (first.weight.as_str(), first.owner.as_str(), first.due.as_deref()),
            ("Hauptabweichung", "IT", Some("2026-09-15"))
        );
        assert_eq!(first.place, "row 2, F-1");
        assert_eq!(read.claims[1].due, None);
        assert_eq!(read.not_understood[0].what, Puzzle::Date("bald".to_owned()));
    }

    #[test]
    fn layouts_of_other_programs_are_known_by_their_headings() {
        let (columns, read) = self::read(&[
            &["urn", "assessable", "ref_id", "name", "description", "compliance_result", "observations"],
            &["urn:x:req:a.5.1", "x", "A.5.1", "Policies", "", "partially_compliant", "Old"],
        ]);
        assert_eq!(columns.layout, "ciso-assistant-audit");
        assert_eq!(read.claims[0].requirement.as_ref().unwrap().id.to_string(), "A.5.1");
        assert_eq!(
            (read.claims[0].says.as_str(), read.claims[0].text.as_str()),
            ("partially_compliant", "Old")
        );

        let (columns, read) = self::read(&[
            &["Summary", "Issue key", "Issue Type", "Status", "Priority", "Assignee", "Due Date", "Labels"],
            &["No baseline", "SEC-12", "Bug", "In Progress", "High", "eve", "15/Sep/26 12:00 AM", "A.8.9"],
        ]);
        assert_eq!((columns.layout, columns.kind), ("jira", ClaimKind::Findings));
        assert_eq!(
            (read.claims[0].due.as_deref(), read.claims[0].place.as_str()),
            (Some("2026-09-15"), "row 2, SEC-12")
        );
        assert!(read.claims[0].requirement.is_some());

        let (columns, _) = self::read(&[
            &["Title", "Description", "Deadline", "Status"],
            &["No baseline", "None", "2026-09-15", "Open"],
        ]);
        assert_eq!(columns.layout, "eramba");
        let (columns, read) = self::read(&[
            &["ref_id", "name", "description", "severity", "status"],
            &["F.1", "n", "", "high", "open"],
        ]);
        assert_eq!((columns.layout, read.claims[0].weight.as_str()), ("ciso-assistant-findings", "high"));
    }

    #[test]
    fn dates_that_could_be_two_are_none() {
        for (text, expected) in [
            ("2026-09-15", Some("2026-09-15")),
            ("2026-09-15T07:00:00Z", Some("2026-09-15")),
            ("2026/09/15", Some("2026-09-15")),
            ("15.9.2026", Some("2026-09-15")),
            ("15 September 2026", Some("2026-09-15")),
            ("09/10/2026", None),
            ("31.02.2026", None),
            ("Q3", None),
            ("", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn places_that_stand_twice_are_told_apart_and_long_texts_are_kept_as_far_as_they_go() {
        let long = "word ".repeat(200);
        let endless = "x".repeat(22_000);
        let rows = sheet(&[&["Title", "Comment"], &[&long, "a"], &["b", &endless]]);
        let columns = guess(SheetOf { name: "S", rows: &rows }).unwrap();
        let read = read_sheet(SheetOf { name: "S", rows: &rows }, &columns, &requirements());
        assert_eq!(read.claims[0].title.chars().count(), 300);
        assert!(read.claims[0].text.starts_with("word word"));
        assert_eq!(read.claims[1].text.chars().count(), 20_000);
        assert_eq!(read.not_understood.last().unwrap().what, Puzzle::Cut);
        assert_eq!(read.claims[0].place, "S, row 2");
        let same = ReadClaim { place: "p".to_owned(), title: "t".to_owned(), ..ReadClaim::default() };
        let mut twice = ClaimsRead::new(ClaimKind::Findings, "columns");
        twice.take(same.clone());
        twice.take(same);
        let places: Vec<String> = twice.finished().claims.into_iter().map(|claim| claim.place).collect();
        assert_eq!(places, ["p", "p (2)"]);
    }
}
