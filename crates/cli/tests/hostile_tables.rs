//! Hostile tables at every door that takes them: tables of an audit, lists of people and of an auditee's parts, and claims. Each is refused by name,
//! or read with what is odd about it said at its place; and nothing of what is refused is taken.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use serde_json::{Value, json};
use shell::json_of;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const STORE: [&str; 2] = ["--store", "sqlite:d/assize.db"];

/// A workbook by hand: what its one sheet holds, and its shared strings.
fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    let relation = |id: u32, kind: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inside: String| format!("<Relationships xmlns=\"{PACKAGE}\">{inside}</Relationships>");
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let parts = relation(1, "worksheet", "worksheets/sheet1.xml")
        + &relation(2, "sharedStrings", "sharedStrings.xml");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, text) in [
        ("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations(parts)),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{MAIN}\">{sheet}</worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{strings}</sst>")),
    ] {
        writer.start_file(name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A row of texts.
fn row(number: u32, cells: &[&str]) -> String {
    let cells: String = ('A'..)
        .zip(cells)
        .map(|(column, text)| format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// An audit of the demonstration, with its auditee.
fn lived(at: &Path) -> (String, String) {
    fs::create_dir(at.join("docs")).unwrap();
    fs::write(at.join("docs/policy.md"), "# Policy\n").unwrap();
    let demo = json_of(at, &["demo", "--no-serve", "--dir", "d", "--documents", "docs"]).1;
    let audit = demo["audit"].as_str().unwrap().to_owned();
    let record = run(at, &["show", "audit", &audit]).1;
    (audit, record["record"]["auditee"].as_str().unwrap().to_owned())
}

fn run(at: &Path, args: &[&str]) -> (i32, Value) {
    json_of(at, &[args, &STORE].concat())
}

fn entries(at: &Path) -> i64 {
    let verified = run(at, &["verify"]).1;
    verified["entries"].as_i64().unwrap_or_else(|| panic!("{verified:#}"))
}

#[test]
fn what_no_table_can_be_is_refused_by_name_at_every_door_and_nothing_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let (audit, auditee) = lived(at);
    let headings = row(1, &["Name", "Question", "Clause"]);
    let mut million = String::from("<sheetData>");
    million.push_str(&headings);
    for number in 2..=1_000_000 {
        write!(million, "<row r=\"{number}\"><c r=\"A{number}\"><v>1</v></c></row>").unwrap();
    }
    million.push_str("</sheetData>");
    let shared: String =
        (2..=5_000).map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>0</v></c></row>")).collect();
    let text = format!("<si><t>{}</t></si>", "x".repeat(100_000));
    let wide = format!("<sheetData>{headings}<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row></sheetData>");
    let blanks = format!("<sheetData>{headings}</sheetData>{}", " ".repeat(60 << 20));
    let files: [(&str, Vec<u8>, &str); 7] = [
        ("million.xlsx", xlsx(&million, ""), "row 100001"),
        ("wide.xlsx", xlsx(&wide, ""), "column 16384"),
        ("shared.xlsx", xlsx(&format!("<sheetData>{headings}{shared}</sheetData>"), &text), "say more than"),
        ("bomb.xlsx", xlsx(&blanks, ""), "zip bomb"),
        ("cut.xlsx", b"PK\x03\x04 not a zip".to_vec(), "damaged"),
        ("null.csv", b"Name,Question,Clause\nNo\0ra,Who?,5.1\n".to_vec(), "no table"),
        ("wide.csv", format!("Name,Question,Clause\n{}\n", ",x".repeat(20_000)).into_bytes(), "column 1025"),
    ];
    let before = entries(at);
    for (name, bytes, named) in files {
        fs::write(at.join(name), bytes).unwrap();
        // What takes long to make and to unpack comes to one door; one reader stands behind all of them.
        let doors_max = if name == "million.xlsx" { 1 } else { 4 };
        let doors: [&[&str]; 4] = [
            &["import", "table", name, "--people"],
            &["import", "table", name, "--auditee", &auditee],
            &["import", "table", name, "--audit", &audit],
            &["import", "claims", name, "--audit", &audit, "--title", "T", "--source", "S"],
        ];
        for door in doors.into_iter().take(doors_max) {
            let (code, refused) = run(at, door);
            assert!(code != 0 && refused.to_string().contains(named), "{door:?}: {refused:#}");
        }
    }
    assert_eq!(entries(at), before, "nothing was taken");
}

#[test]
fn what_is_odd_is_said_at_its_place_and_what_is_broken_is_taken_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let (audit, auditee) = lived(at);
    let odd = format!(
        "<sheetData>{}{}<row r=\"3\" hidden=\"1\"><c r=\"A3\"><f>A2</f></c><c r=\"B3\" t=\"str\"><f>B2</f><v>Why?</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>",
        row(1, &["Name", "Question", "Clause"]),
        row(2, &["Nora", "Who?", "5.1"])
    );
    fs::write(at.join("odd.xlsx"), xlsx(&odd, "")).unwrap();
    fs::write(at.join("open.csv"), "Name,Question,Clause\nNora,\"Who?,5.1\nOtto,Why?,5.2\n").unwrap();
    let before = entries(at);
    let doors = |name: &'static str| -> [Vec<String>; 3] {
        let door = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect();
        [
            door(&["import", "table", name, "--people"]),
            door(&["import", "table", name, "--auditee", &auditee]),
            door(&["import", "claims", name, "--audit", &audit, "--title", "T", "--source", "S"]),
        ]
    };
    let given = |door: &[String], more: &[&str]| {
        run(at, &[&door.iter().map(String::as_str).collect::<Vec<_>>(), more].concat())
    };
    for door in doors("odd.xlsx") {
        let (code, said) = given(&door, &["--dry-run"]);
        let notes = said["notes"].as_array().unwrap_or_else(|| panic!("{code} {said:#}"));
        let at_place = |row: u32, column: u32, what: &str| {
            let is = |note: &&Value| {
                note["row"] == row
                    && note["column"] == column
                    && note["what"].as_str().unwrap().contains(what)
            };
            assert!(notes.iter().any(|note| is(&note)), "{door:?}: {what} in {notes:#?}");
        };
        at_place(2, 3, "are merged");
        at_place(3, 1, "never computed");
        at_place(3, 2, "hold formulas");
        assert!(notes.iter().any(|note| note["what"].as_str().unwrap().contains("are hidden")), "{notes:#?}");
        assert!(notes.iter().all(|note| note["grave"] == json!(false)), "{notes:#?}");
    }
    for door in doors("open.csv") {
        let (_, said) = given(&door, &["--dry-run"]);
        let notes = said["notes"].as_array().unwrap_or_else(|| panic!("{said:#}"));
        let grave = notes.iter().find(|note| note["grave"] == json!(true)).unwrap();
        assert!(grave["row"] == 2 && grave["what"].as_str().unwrap().contains("never closed"), "{notes:#?}");
        let (code, refused) = given(&door, &[]);
        assert!(code != 0 && refused.to_string().contains("never closed"), "{door:?}: {refused:#}");
    }
    assert_eq!(entries(at), before, "nothing was taken");
}
