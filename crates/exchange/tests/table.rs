//! Registers as workbooks, read back by another reader.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets what it did not expect fails"
)]
#![allow(dead_code, unreachable_pub, reason = "the story is shared")]

mod story;

use std::io::Cursor;

use assize_exchange::table::{
    Cell, Table, Wording, csv, evidence_register, findings_register, json_lines, messages_log,
    nonconformities, papers_register, planned_audits, statement, xlsx,
};
use calamine::{Data, Reader as _, Xlsx};
use serde_json::Value;
use story::{Story, story};

struct Keys;

impl Wording for Keys {
    fn say(&self, key: &str) -> String {
        key.to_owned()
    }
    fn say_word(&self, kind: &str, word: &str) -> String {
        format!("{kind}.{word}")
    }
}

fn all(story: &Story) -> Vec<Table> {
    let (world, audit) = (&story.world, story.audit.id.into());
    let today = "2026-12-24".parse().unwrap();
    vec![
        papers_register(world, audit, &Keys).unwrap(),
        findings_register(world, audit, today, &Keys).unwrap(),
        nonconformities(world, audit, today, &Keys).unwrap(),
        evidence_register(world, audit, &Keys).unwrap(),
        messages_log(world, audit, &Keys).unwrap(),
        planned_audits(world, story.programme.id.into(), &Keys).unwrap(),
        statement(world, story.soa.id.into(), &Keys).unwrap(),
    ]
}

#[test]
fn a_workbook_says_what_the_tables_say_and_has_no_formula() {
    let story = story();
    let tables = all(&story);
    let bytes = xlsx(&tables, "An audit", "2026-10-01T08:00:00Z".parse().unwrap()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names().clone();
    assert_eq!(names.len(), tables.len());
    for (name, table) in names.iter().zip(&tables) {
        assert_eq!(book.worksheet_formula(name).unwrap().used_cells().count(), 0);
        let range = book.worksheet_range(name).unwrap();
        let mut rows = range.rows();
        let head: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
        assert_eq!(head, titles, "{name}");
        for (read, written) in rows.zip(&table.rows) {
            for (read, written) in read.iter().zip(written) {
                match (read, written) {
                    (Data::Empty, Cell::Empty) => {}
                    (Data::String(read), Cell::Text(written)) => assert_eq!(read, written),
                    (Data::Float(read), Cell::Number(written)) => assert_eq!(*read as i64, *written),
                    (Data::Float(read), Cell::Hundredths(written)) => {
                        assert_eq!((*read * 100.0) as i64, *written)
                    }
                    (Data::DateTime(read), written @ (Cell::Date(_) | Cell::Time(_))) => {
                        let (year, month, day, hour, minute, second, _) = read.to_ymd_hms_milli();
                        let read =
                            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.000Z");
                        assert!(read.starts_with(&written.plain()), "{read} for {written:?}");
                    }
                    other => panic!("{name}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn registers_have_what_was_recorded() {
    let story = story();
    let tables = all(&story);
    let cell = |table: usize, row: usize, key: &str| {
        let column = tables[table].columns.iter().position(|column| column.key == key).unwrap();
        tables[table].rows[row][column].plain()
    };
    assert_eq!(tables[0].rows.len(), story.papers.len());
    let of_context = (0..tables[0].rows.len()).find(|row| cell(0, *row, "requirements") == "4.1").unwrap();
    assert_eq!(cell(0, of_context, "evaluation"), "Evaluation.does_not_conform");
    assert_eq!(cell(0, of_context, "samples"), "3/12 rounds: 0");
    assert_eq!(cell(1, 0, "title"), "=The method leaves acceptance open");
    assert_eq!(cell(2, 0, "late"), "table-yes", "the plan was due before the day asked about");
    assert_eq!(cell(2, 0, "owner"), "Conrad Iyer");
    assert_eq!(cell(3, 0, "sha256"), "cd".repeat(32));
    assert_eq!(cell(3, 1, "seen"), "The log of the ceremony");
    assert_eq!(cell(5, 0, "days"), "2.50");
    assert_eq!(cell(6, 1, "why_excluded"), "No premises");
}

#[test]
fn csv_is_defused_and_json_lines_are_whole() {
    let story = story();
    let findings = &all(&story)[1];
    assert!(csv(findings).contains(",'=The method leaves acceptance open,"));
    let lines = json_lines(findings);
    let line: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(line["title"], "=The method leaves acceptance open");
    assert_eq!(line["number"], 1);
}
