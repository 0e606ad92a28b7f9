//! Tables, lists, calendars and claims from the command line, read by the confined worker; workbooks opened by programs that are not ours.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use calamine::{Reader as _, Xlsx};
use serde_json::json;
use shell::{json_of, made, person, said};

const LIST: &str = "Name;E-Mail;Arbeitgeber;Sprachen;Zertifikat;Branche;Gültig ab;Gültig bis\n\
    Nora Neu;nora@fernhill.example;Fernhill;Deutsch, Englisch;ISO 27001 Lead Auditor;ISMS;01.02.2025;31.01.2028\n\
    Otto Alt;otto@fernhill.example;Fernhill;Deutsch;Schulung Cloud;Cloud;01.03.2025;\n";

fn text_of(file: &Path) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(fs::read(file).unwrap())).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// The Python that has openpyxl. Where the project's test command has set up readers, it is there.
fn python() -> Option<String> {
    let python = std::env::var("ASSIZE_TEST_READERS").ok();
    if python.is_none() {
        eprintln!("ASSIZE_TEST_READERS is not set: the workbook was not opened by openpyxl");
    }
    python
}

/// Writes files anew with LibreOffice, started once for all of them, into `office-out`; whether it is there.
fn office(at: &Path, files: &[&str]) -> bool {
    let home = format!("-env:UserInstallation=file://{}", at.join("office").display());
    let args = [
        home.as_str(),
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        "office-out",
    ];
    let done = Command::new("soffice").args(args).args(files).current_dir(at).output();
    let Ok(done) = done else {
        assert!(std::env::var_os("ASSIZE_TEST_READERS").is_none(), "soffice is not there");
        eprintln!("LibreOffice is not there: the workbook was not opened by it");
        return false;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    true
}

#[test]
fn a_list_is_taken_in_and_the_workbook_of_it_comes_back_edited() {
    let folder = made();
    let at = folder.path();
    fs::write(at.join("list.csv"), LIST).unwrap();
    let (code, dry) = json_of(at, &["import", "table", "list.csv", "--people", "--dry-run"]);
    assert_eq!((code, dry["taken"].as_i64(), &dry["can_be_taken"]), (0, Some(2), &json!(true)), "{dry:#}");
    let zone = ["import", "table", "list.csv", "--people", "--zone", "Europe/Vienna"];
    let (code, taken) = json_of(at, &zone);
    assert!(code == 0 && taken["at"].is_string(), "{taken:#}");
    let (code, again) = json_of(at, &zone);
    assert_eq!((code, again["taken"].as_i64()), (0, Some(0)), "{again:#}");

    let organization = "00000000-0000-0000-0000-000000000000";
    let export = ["export", "file", "organization", organization, "competence.xlsx", "-o", "c.xlsx"];
    let (code, done) = json_of(at, &export);
    assert_eq!(code, 0, "{done:#}");
    let same = json_of(at, &["import", "table", "c.xlsx", "--people", "--dry-run"]).1;
    assert_eq!(
        (same["taken"].as_i64(), same["tables"][0]["unchanged"].as_i64()),
        (Some(0), Some(2)),
        "{same:#}"
    );
    // Opened and edited by a program that is not ours.
    let script = "import openpyxl\nb = openpyxl.load_workbook('c.xlsx')\ns = b.worksheets[0]\n\
        assert s.freeze_panes == 'A2', s.freeze_panes\nassert s.auto_filter.ref\n\
        h = [c.value for c in s[1]]\nassert s.cell(2, h.index('From') + 1).is_date\n\
        s.cell(2, h.index('Issuer') + 1).value = '=Another body'\ns.cell(2, h.index('Issuer') + 1).data_type = 's'\nb.save('d.xlsx')\n";
    if let Some(python) = python() {
        let done = Command::new(python).arg("-c").arg(script).current_dir(at).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let (code, edited) =
            json_of(at, &["import", "table", "d.xlsx", "--people", "--reason", "The body was another"]);
        assert!(code == 0 && edited["at"].is_string(), "{edited:#}");
        assert_eq!(edited["rows"][0]["cells"][0]["to"], "=Another body");
    }
    // And by LibreOffice, of which the text is compared.
    let ours = text_of(&at.join("c.xlsx"));
    if office(at, &["c.xlsx"]) {
        let theirs = text_of(&at.join("office-out/c.xlsx"));
        assert_eq!(theirs, ours, "LibreOffice reads what was written");
        fs::copy(at.join("office-out/c.xlsx"), at.join("o.xlsx")).unwrap();
        let after = json_of(at, &["import", "table", "o.xlsx", "--people", "--dry-run"]).1;
        assert!(after["unfit"].is_null(), "{after:#}");
    }
}

#[test]
fn the_registers_of_a_whole_audit_come_back_as_they_went_out_by_way_of_libreoffice_too() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let (code, demo) = json_of(at, &["demo", "--no-serve", "--dir", "d"]);
    assert_eq!(code, 0, "{demo:#}");
    let audit = demo["audit"].as_str().unwrap();
    let store = ["--store", "sqlite:d/assize.db"];
    let run = |args: &[&str]| json_of(at, &[args, &store].concat());
    let (code, done) = run(&["export", "file", "audit", audit, "audit.xlsx", "-o", "a.xlsx"]);
    assert_eq!(code, 0, "{done:#}");
    let nothing_new = |file: &str| {
        let (code, same) = run(&["import", "table", file, "--audit", audit, "--dry-run"]);
        assert_eq!(
            (code, same["taken"].as_i64(), &same["rows"]),
            (0, Some(0), &json!([])),
            "{file}: {same:#}"
        );
        let tables: Vec<&str> =
            same["tables"].as_array().unwrap().iter().map(|one| one["table"].as_str().unwrap()).collect();
        assert_eq!(tables, ["papers", "findings", "nonconformities", "evidence"], "{file}");
        assert!(
            same["tables"].as_array().unwrap().iter().all(|one| one["rows"].as_i64() > Some(0)),
            "{same:#}"
        );
    };
    nothing_new("a.xlsx");
    if office(at, &["a.xlsx"]) {
        fs::copy(at.join("office-out/a.xlsx"), at.join("o.xlsx")).unwrap();
        nothing_new("o.xlsx");
    }
}

#[test]
fn a_calendar_becomes_absences_and_nothing_else() {
    let folder = made();
    let at = folder.path();
    let ada = person(at, "Ada Stone");
    let tomorrow =
        jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date().tomorrow().unwrap();
    let weekly = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Oncology\r\nDTSTART;VALUE=DATE:{}\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        tomorrow.to_string().replace('-', "")
    );
    fs::write(at.join("busy.ics"), weekly).unwrap();
    let (code, dry) = json_of(at, &["import", "calendar", "busy.ics", "--person", &ada, "--dry-run"]);
    assert_eq!((code, dry["taken"].as_i64()), (0, Some(3)), "{dry:#}");
    assert!(!dry.to_string().contains("Oncology"));
    let (code, taken) = json_of(at, &["import", "calendar", "busy.ics", "--person", &ada]);
    assert!(code == 0 && taken["at"].is_string(), "{taken:#}");
    let shown = json_of(at, &["show", "person", &ada]).1;
    assert_eq!(shown["record"]["absences"].as_array().unwrap().len(), 3, "{shown:#}");
    let (code, again) = json_of(at, &["import", "calendar", "busy.ics", "--person", &ada]);
    assert_eq!((code, again["taken"].as_i64()), (0, Some(0)));
}

#[test]
fn what_is_hostile_or_no_table_is_said_and_nothing_is_taken() {
    let folder = made();
    let at = folder.path();
    person(at, "Ada Stone");
    fs::write(at.join("bomb.xlsx"), b"PK\x03\x04 not a zip").unwrap();
    fs::write(at.join("prose.csv"), "a\n").unwrap();
    let import = |file: &str| json_of(at, &["import", "table", file, "--people"]);
    let (code, bomb) = import("bomb.xlsx");
    assert!(code == 1 && bomb["unfit"].is_string(), "{bomb:#}");
    let (code, prose) = import("prose.csv");
    assert!(code == 0 && prose["taken"] == 0, "{prose:#}");
    // More rows than one act takes, and more than a sheet has.
    let many = |rows: usize| -> String {
        let row = |n: usize| format!("Person {n},p{n}@x.example\n");
        std::iter::once("Name,Mail\n".to_owned()).chain((0..rows).map(row)).collect()
    };
    fs::write(at.join("many.csv"), many(2_001)).unwrap();
    let (code, refused) = import("many.csv");
    assert!(code == 1 && refused["wrong"][0]["rule"] == "table_in.rows", "{}", refused["wrong"]);
    fs::write(at.join("million.csv"), many(150_000)).unwrap();
    let (code, million) = import("million.csv");
    assert!(code == 1 && million["unfit"].is_string(), "{}", million["unfit"]);
    let people = json_of(at, &["show", "person"]).1;
    assert_eq!(people["items"].as_array().map(Vec::len).unwrap_or_default(), 1, "{people:#}");
    let (code, words) = said(at, &["import", "table", "many.csv"]);
    assert!(code != 0 && words.contains("--people"), "{words}");
}

#[test]
fn claims_are_looked_at_and_taken_with_their_file_as_one_act() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("docs")).unwrap();
    fs::write(at.join("docs/policy.md"), "# Policy\n").unwrap();
    let demo = json_of(at, &["demo", "--no-serve", "--dir", "d", "--documents", "docs"]).1;
    let audit = demo["audit"].as_str().unwrap();
    fs::write(at.join("self.csv"), "Clause,Question,Answer\n6.1.2,Are risks assessed?,Yes\n99,Other?,No\n")
        .unwrap();
    let store = ["--store", "sqlite:d/assize.db"];
    let import = |more: &[&str]| {
        json_of(at, &[&["import", "claims", "self.csv", "--audit", audit], more, &store].concat())
    };
    let (code, dry) = import(&["--dry-run"]);
    assert_eq!((code, dry["placed"].as_i64()), (0, Some(1)), "{dry:#}");
    let team = json_of(at, &[&["show", "audit", audit][..], &store].concat()).1;
    let leader =
        team["record"]["team"].as_array().unwrap().iter().find(|one| one["role"] == "leader").unwrap();
    let leader = leader["person"].as_str().unwrap();
    let (code, taken) = import(&["--title", "Self-assessment", "--source", "The auditee", "--as", leader]);
    assert_eq!(code, 0, "{taken:#}");
    let sets = json_of(at, &[&["show", "claim_set"][..], &store].concat()).1;
    assert_eq!(sets["items"].as_array().unwrap().len(), 1, "{sets:#}");
}
