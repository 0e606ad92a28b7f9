//! Tables out, edited, and in again: what was not edited changes nothing, what was becomes commands that the law takes.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets what it did not expect fails"
)]
#![allow(dead_code, unreachable_pub, reason = "the story is shared")]

mod story;

use std::io::Cursor;

use assize_domain::Command;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::record::Key;
use assize_exchange::columns::{MapOf, SheetOf};
use assize_exchange::lists::{Usual, parts, people};
use assize_exchange::table::came::{Came, Stands, compared};
use assize_exchange::table::edits::{
    RowPlan, Speech, Wrong, competence, evidence, findings, nonconformities, papers, schedule, statement,
};
use assize_exchange::table::{
    Table, Wording, credentials, csv, evidence_register, findings_register,
    nonconformities as nonconformities_register, papers_register, planned_audits,
    statement as statement_table, xlsx,
};
use calamine::{Data, Reader as _, Xlsx};
use serde_json::json;
use story::{Story, id, story};

/// Words of a language: keys with a tag before them.
struct Tagged(&'static str);

impl Wording for Tagged {
    fn say(&self, key: &str) -> String {
        format!("{} {key}", self.0)
    }
    fn say_word(&self, _kind: &str, word: &str) -> String {
        format!("{} {word}", self.0)
    }
}

const LANGUAGES: [Tagged; 2] = [Tagged("en"), Tagged("de")];
type Rows = Vec<(u32, Vec<String>)>;

fn everybody(story: &Story) -> Vec<PersonId> {
    [story.manager, story.leader, story.auditor, story.contact].iter().map(|key| key.id.into()).collect()
}

/// Every register that can come back, in each language.
fn registers(story: &Story) -> Vec<Vec<Table>> {
    let (world, audit) = (&story.world, story.audit.id.into());
    let today = "2026-12-24".parse().unwrap();
    let each = |made: &dyn Fn(&Tagged) -> Table| LANGUAGES.iter().map(made).collect::<Vec<_>>();
    vec![
        each(&|words| papers_register(world, audit, words).unwrap()),
        each(&|words| findings_register(world, audit, today, words).unwrap()),
        each(&|words| nonconformities_register(world, audit, today, words).unwrap()),
        each(&|words| planned_audits(world, story.programme.id.into(), words).unwrap()),
        each(&|words| statement_table(world, story.soa.id.into(), words).unwrap()),
        each(&|words| credentials(world, &everybody(story), words).unwrap()),
        each(&|words| evidence_register(world, audit, words).unwrap()),
    ]
}

/// A workbook as the reader of documents gives it.
fn sheets(bytes: Vec<u8>) -> Vec<(String, Rows)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names().clone();
    let text = |data: &Data| match data {
        Data::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
            }
        }
        other => other.to_string().trim().to_owned(),
    };
    let rows = |name: &String, book: &mut Xlsx<_>| {
        let range = book.worksheet_range(name).unwrap();
        (1..).zip(range.rows().map(|row| row.iter().map(text).collect())).collect()
    };
    names.iter().map(|name| (name.clone(), rows(name, &mut book))).collect()
}

/// A CSV file as the reader of documents gives it.
fn rows_of(text: &str) -> Rows {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => row.last_mut().unwrap().push(c),
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    (1..).zip(rows).collect()
}

fn came(story: &Story, rows: &Rows) -> Came {
    compared(SheetOf { name: "", rows }, &registers(story)).unwrap()
}

/// Puts a text into a cell of a table.
fn put(rows: &mut Rows, row: usize, column: &str, text: &str) {
    let at = rows[0].1.iter().position(|cell| cell == column).unwrap_or_else(|| panic!("no column {column}"));
    let cells = &mut rows[row].1;
    if cells.len() <= at {
        cells.resize(at + 1, String::new());
    }
    text.clone_into(&mut cells[at]);
}

fn speech() -> Speech<'static, Tagged> {
    Speech { languages: &LANGUAGES }
}

/// Gives what rows come to, and fails where one is flawed.
fn give(story: &mut Story, by: Key, rows: &[RowPlan]) {
    for row in rows {
        assert_eq!(row.flaws, [], "row {}", row.row);
        for deed in &row.deeds {
            story.give(by, deed.name, deed.body.clone());
        }
    }
}

#[test]
fn what_was_not_edited_changes_nothing_in_any_language_or_format() {
    let story = story();
    let registers = registers(&story);
    for language in 0..LANGUAGES.len() {
        let tables: Vec<Table> = registers.iter().map(|register| register[language].clone()).collect();
        let bytes = xlsx(&tables, "All", "2026-10-01T08:00:00Z".parse().unwrap()).unwrap();
        for (table, (name, rows)) in tables.iter().zip(sheets(bytes)) {
            let came = compared(SheetOf { name: &name, rows: &rows }, &registers).unwrap();
            assert_eq!(came.table, table.key, "{name}");
            assert_eq!((came.differing.as_slice(), came.absent), ([].as_slice(), 0), "{name}");
            assert_eq!((came.rows, came.unchanged), (table.rows.len(), table.rows.len()), "{name}");
            let rows = rows_of(&csv(table));
            let came = compared(SheetOf { name: "", rows: &rows }, &registers).unwrap();
            assert_eq!((came.table, came.differing.as_slice()), (table.key, [].as_slice()));
        }
    }
}

#[test]
fn papers_are_given_to_somebody_with_a_note_and_what_cannot_be_meant_is_said() {
    let story = story();
    let mut rows = rows_of(&csv(&registers(&story)[0][0]));
    put(&mut rows, 1, "assignee", "lea osei");
    put(&mut rows, 1, "new_note_method", "DE document_review");
    put(&mut rows, 1, "new_note", "Seen once more");
    put(&mut rows, 2, "assignee", "Nobody Known");
    put(&mut rows, 2, "new_note", "Without a method");
    put(&mut rows, 2, "title", "Another question");
    let came = came(&story, &rows);
    let plans = papers(&story.world, story.audit.id.into(), &came, &speech()).unwrap();
    let names: Vec<&str> = plans[0].deeds.iter().map(|deed| deed.name).collect();
    assert_eq!((names.as_slice(), plans[0].flaws.len()), (["papers.assign", "note.write"].as_slice(), 0));
    let flaws: Vec<(Option<&str>, &Wrong)> =
        plans[1].flaws.iter().map(|flaw| (flaw.column, &flaw.what)).collect();
    assert_eq!(
        flaws,
        [
            (Some("assignee"), &Wrong::Nobody("Nobody Known".to_owned())),
            (Some("new_note_method"), &Wrong::Needed)
        ]
    );
    assert!(plans[1].cells.iter().any(|cell| cell.column == "title" && cell.to == "Another question"));
    assert!(plans[1].deeds.is_empty());
    // An evaluation is not taken away by an empty cell.
    put(&mut rows, 1, "evaluation", "");
    let came = self::came(&story, &rows);
    let plans = papers(&story.world, story.audit.id.into(), &came, &speech()).unwrap();
    assert_eq!(plans[0].flaws[0].what, Wrong::Cleared);
}

#[test]
fn a_stale_row_is_one_whose_record_changed_since() {
    let mut story = story();
    let mut rows = rows_of(&csv(&registers(&story)[3][0]));
    put(&mut rows, 1, "title", "Edited outside");
    let came = came(&story, &rows);
    assert!(matches!(came.differing[0].stands, Stands::Present { .. }));
    let plans = schedule(&story.world, &came, "The client moved", &speech()).unwrap();
    // The planned audit was opened, so that the law refuses; read as a command it is fine.
    let deed = &plans[0].deeds[0];
    assert_eq!((deed.name, deed.expected), ("planned_audit.change", Some(1)));
    assert!(Command::read(deed.name, &deed.body).unwrap().is_ok());
    put(&mut rows, 1, "version", "7");
    let came = self::came(&story, &rows);
    assert!(matches!(came.differing[0].stands, Stands::Stale { now: 1, .. }));
    let plans = schedule(&story.world, &came, "", &speech()).unwrap();
    assert_eq!((plans[0].stale, &plans[0].flaws[0].what), (Some((7, 1)), &Wrong::Stale));
    for (column, text, wrong) in [
        ("from", "09/10/2026", Wrong::NoDate("09/10/2026".to_owned())),
        ("days", "many", Wrong::NoNumber("many".to_owned())),
        ("methods", "en on_site, by post", Wrong::NoWord("by post".to_owned())),
        ("importance", "", Wrong::Needed),
    ] {
        let mut rows = rows_of(&csv(&registers(&story)[3][0]));
        put(&mut rows, 1, column, text);
        let came = self::came(&story, &rows);
        let plans = schedule(&story.world, &came, "", &speech()).unwrap();
        assert_eq!(plans[0].flaws[0].what, wrong, "{column}");
    }
    let _ = &mut story;
}

#[test]
fn findings_in_draft_say_what_the_table_says() {
    let mut story = story();
    let mut rows = rows_of(&csv(&registers(&story)[1][0]));
    put(&mut rows, 1, "statement", "No criteria at all");
    put(&mut rows, 1, "requirements", "4.1; 5.2");
    put(&mut rows, 1, "evidence", "E001, E002");
    put(&mut rows, 1, "grade", "major");
    let came = came(&story, &rows);
    let plans = findings(&story.world, story.audit.id.into(), &came, &speech()).unwrap();
    let text = &plans[0].deeds[0].body["text"];
    assert_eq!(
        (text["statement"].as_str(), text["grade"].as_str()),
        (Some("No criteria at all"), Some("major"))
    );
    assert_eq!(text["requirements"][1], json!({ "criteria": story::CRITERIA, "id": "5.2" }));
    assert_eq!(text["evidence"].as_array().unwrap().len(), 2);
    assert_eq!(text["title"], "=The method leaves acceptance open", "what was not changed stays");
    put(&mut rows, 1, "evidence", "E777");
    put(&mut rows, 1, "kind", "a hunch");
    let came = self::came(&story, &rows);
    let plans = findings(&story.world, story.audit.id.into(), &came, &speech()).unwrap();
    let wrong: Vec<&Wrong> = plans[0].flaws.iter().map(|flaw| &flaw.what).collect();
    assert_eq!(wrong, [&Wrong::NoWord("a hunch".to_owned()), &Wrong::NoEvidence("E777".to_owned())]);
    let _ = &mut story;
}

#[test]
fn a_plan_of_action_is_read_with_what_it_had() {
    let story = story();
    let mut rows = rows_of(&csv(&registers(&story)[2][1]));
    put(&mut rows, 1, "action_due", "15.01.2027");
    let came = came(&story, &rows);
    assert_eq!(came.table, "nonconformities");
    let plans = nonconformities(&story.world, story.audit.id.into(), &came).unwrap();
    let deed = &plans[0].deeds[0];
    assert_eq!(deed.name, "finding.plan_action");
    assert_eq!(deed.body["due"], "2027-01-15");
    assert_eq!(
        (deed.body["text"].as_str(), deed.body["owner"].as_str()),
        (Some("Write the criteria"), Some(id(story.contact).as_str()))
    );
    put(&mut rows, 1, "correction", "");
    put(&mut rows, 1, "owner", "Lea Osei");
    let came = self::came(&story, &rows);
    let plans = nonconformities(&story.world, story.audit.id.into(), &came).unwrap();
    let wrong: Vec<&Wrong> = plans[0].flaws.iter().map(|flaw| &flaw.what).collect();
    assert_eq!(wrong, [&Wrong::Cleared, &Wrong::Nobody("Lea Osei".to_owned())]);
}

#[test]
fn evidence_is_classified_and_handed_on_and_its_facts_stay() {
    let mut story = story();
    let mut rows = rows_of(&csv(&registers(&story)[6][0]));
    assert_eq!(rows[0].1[..2], ["evidence_id", "version"]);
    put(&mut rows, 1, "classification", "DE restricted");
    put(&mut rows, 1, "classification_reason", "It names customers");
    put(&mut rows, 1, "new_custody", "handed over");
    put(&mut rows, 1, "new_custody_remark", "To the client's archive");
    // By its place in the list, which is another when somebody sorts.
    put(&mut rows, 1, "reference", "E077");
    let came = came(&story, &rows);
    assert_eq!(came.table, "evidence");
    let plans = evidence(&story.world, &came, &speech()).unwrap();
    let names: Vec<(&str, Option<i64>)> =
        plans[0].deeds.iter().map(|deed| (deed.name, deed.expected)).collect();
    assert_eq!(names, [("evidence.classify", Some(1)), ("evidence.record_custody", None)], "{plans:?}");
    let leader = story.leader;
    give(&mut story, leader, &plans);
    // What it was written from is stale now.
    let came = self::came(&story, &rows);
    let plans = evidence(&story.world, &came, &speech()).unwrap();
    assert!(plans[0].flaws.iter().any(|flaw| flaw.what == Wrong::Stale), "{plans:?}");
    // Digest, name, source, length and time are what they were; each changed cell is refused at its column.
    for (column, text) in [
        ("name", "Another name"),
        ("sha256", "0000"),
        ("source", "Somebody else"),
        ("bytes", "7"),
        ("form", "en seen"),
        ("collected_at", "2026-01-01 08:00:00"),
        ("collected_by", "Nobody"),
    ] {
        let mut rows = rows_of(&csv(&registers(&story)[6][0]));
        put(&mut rows, 1, column, text);
        let plans = evidence(&story.world, &self::came(&story, &rows), &speech()).unwrap();
        let flaws: Vec<_> = plans[0].flaws.iter().map(|flaw| (flaw.column, &flaw.what)).collect();
        assert_eq!(flaws, [(Some(column), &Wrong::Fact)], "{column}");
        assert!(plans[0].deeds.is_empty());
    }
    for (column, text, wrong) in [
        ("classification", "", Wrong::Cleared),
        ("classification", "very", Wrong::NoWord("very".to_owned())),
        ("classification_reason", "Because", Wrong::Alone),
        ("new_custody_remark", "Because", Wrong::Alone),
        ("evidence_id", "", Wrong::New),
        ("evidence_id", "E001", Wrong::Unknown),
    ] {
        let mut rows = rows_of(&csv(&registers(&story)[6][0]));
        put(&mut rows, 1, column, text);
        let plans = evidence(&story.world, &self::came(&story, &rows), &speech()).unwrap();
        let flaws: Vec<&Wrong> = plans[0].flaws.iter().map(|flaw| &flaw.what).collect();
        assert_eq!(flaws, [&wrong], "{column} {text}");
    }
}

#[test]
fn a_statement_comes_back_as_a_new_version_with_new_controls() {
    let mut story = story();
    let mut rows = rows_of(&csv(&registers(&story)[4][0]));
    put(&mut rows, 1, "why", "A new law");
    let last = rows.last().unwrap().0;
    rows.push((
        last + 1,
        vec!["A.8.34".to_owned(), "Audit testing".to_owned(), "yes".to_owned(), "Risk".to_owned()],
    ));
    let came = came(&story, &rows);
    let (plans, whole) =
        statement(&story.world, story.soa.id.into(), &came, ("2.0", "2026-09-01"), &speech()).unwrap();
    assert_eq!(plans.iter().map(|plan| plan.is_new).collect::<Vec<_>>(), [false, true]);
    assert!(plans.iter().all(|plan| plan.flaws.is_empty()), "{plans:?}");
    let deed = whole.unwrap();
    let manager = story.manager;
    story.give(manager, deed.name, deed.body);
    // What was written from the version before is stale now.
    let came = self::came(&story, &rows);
    let (plans, _) =
        statement(&story.world, story.soa.id.into(), &came, ("3.0", "2026-09-01"), &speech()).unwrap();
    assert!(plans.iter().all(|plan| plan.flaws.iter().any(|flaw| flaw.what == Wrong::Stale)));
}

#[test]
fn what_shows_competence_is_changed_under_its_key_and_added_by_a_row_without_an_id() {
    let mut story = story();
    let register = everybody(&story);
    let mut rows = rows_of(&csv(&registers(&story)[5][0]));
    put(&mut rows, 1, "issuer", "Another body");
    let last = rows.last().unwrap().0;
    let mut fresh = vec![String::new(); rows[0].1.len()];
    fresh[0] = String::new();
    rows.push((last + 1, fresh));
    let at = rows.len() - 1;
    for (column, text) in [
        ("person_name", "ada@fernhill.example"),
        ("kind", "en training"),
        ("area", "Cloud"),
        ("title", "Cloud security"),
        ("issuer", "School"),
        ("from", "1.2.2026"),
        ("amount", "16"),
    ] {
        put(&mut rows, at, column, text);
    }
    let came = came(&story, &rows);
    let plans = competence(&story.world, &register, &came, "Corrected", &speech()).unwrap();
    let names: Vec<Vec<&str>> =
        plans.iter().map(|plan| plan.deeds.iter().map(|deed| deed.name).collect()).collect();
    assert_eq!(names, [vec!["credential.withdraw", "credential.add"], vec!["credential.add"]], "{plans:?}");
    let manager = story.manager;
    give(&mut story, manager, &plans);
    let again = rows_of(&csv(&registers(&story)[5][0]));
    assert!(again.iter().any(|(_, row)| row.contains(&"Cloud security".to_owned())));
    assert!(self::came(&story, &again).differing.is_empty());
}

#[test]
fn an_area_is_understood_by_its_title_and_one_that_nothing_asks_for_is_said() {
    let story = story();
    let register = everybody(&story);
    for (said, key, noted) in
        [("DE Audit", "audit", false), ("ISMS", "isms", false), ("Payments", "payments", true)]
    {
        let text =
            format!("Name,E-mail,Certificate,Sector\nNora New,nora@fernhill.example,Lead auditor,{said}\n");
        let rows = rows_of(&text);
        let sheet = SheetOf { name: "", rows: &rows };
        let columns = MapOf::People.guess(sheet).unwrap();
        let usual = Usual { employer: "Fernhill", zone: "UTC", today: "2026-09-01".to_owned() };
        let read = people(&story.world, sheet, &columns, &register, &usual, &LANGUAGES).unwrap();
        assert_eq!(read.rows[0].deeds[1].body["credential"]["area"], json!(key), "{said}");
        assert_eq!((read.rows[0].flaws.len(), read.rows[0].notes.len()), (0, usize::from(noted)), "{said}");

        let mut rows = rows_of(&csv(&registers(&story)[5][0]));
        put(&mut rows, 1, "area", said);
        let plans =
            competence(&story.world, &register, &came(&story, &rows), "Corrected", &speech()).unwrap();
        for plan in plans {
            assert_eq!(plan.deeds[1].body["credential"]["area"], json!(key), "{said}");
            assert_eq!((plan.flaws.len(), plan.notes.len()), (0, usize::from(noted)), "{said}");
        }
    }
}

#[test]
fn a_list_of_people_registers_changes_and_adds_and_says_nothing_the_second_time() {
    let mut story = story();
    let text = "Auditor,E-mail,Company,Languages,Certificate,Sector,Valid from,Valid until\n\
        Nora New,nora@fernhill.example,Fernhill,German; English,ISO 27001 Lead Auditor,ISMS,2025-01-01,2028-01-01\n\
        Nora New,nora@fernhill.example,,,Cloud course,Cloud,2025-03-01,\n\
        Ada Stone,ada@fernhill.example,Elsewhere,en,,,,\n\
        ,x@y.example,,,,,,\n\
        Otto Odd,,,Klingon!,,,,\n";
    let rows = rows_of(text);
    let sheet = SheetOf { name: "", rows: &rows };
    let columns = MapOf::People.guess(sheet).unwrap();
    let usual = Usual { employer: "Fernhill", zone: "Europe/Vienna", today: "2026-09-01".to_owned() };
    let register = everybody(&story);
    let read = people(&story.world, sheet, &columns, &register, &usual, &LANGUAGES).unwrap();
    let names: Vec<Vec<&str>> =
        read.rows.iter().map(|plan| plan.deeds.iter().map(|deed| deed.name).collect()).collect();
    assert_eq!(names[0], ["person.register", "credential.add"]);
    assert_eq!(names[1], ["credential.add"]);
    assert_eq!(names[2], ["person.update"]);
    assert_eq!(read.rows[1].deeds[0].registered_in, Some(2), "the row that registers her");
    assert_eq!(read.rows[3].flaws[0].what, Wrong::Needed);
    assert_eq!(read.rows[4].flaws[0].what, Wrong::NoKey("Klingon!".to_owned()));
    assert_eq!(read.rows[2].cells[0].to, "Elsewhere");

    // Given, with the id where it is known, and read again.
    let manager = story.manager;
    let nora = story.give(manager, "person.register", read.rows[0].deeds[0].body.clone());
    for mut body in [read.rows[0].deeds[1].body.clone(), read.rows[1].deeds[0].body.clone()] {
        body["person"] = json!(id(nora));
        story.give(manager, "credential.add", body);
    }
    story.give(manager, "person.update", read.rows[2].deeds[0].body.clone());
    let register: Vec<PersonId> = register.into_iter().chain([nora.id.into()]).collect();
    let again = people(&story.world, sheet, &columns, &register, &usual, &LANGUAGES).unwrap();
    assert_eq!((again.unchanged, again.rows.len()), (3, 2), "{:?}", again.rows);
}

#[test]
fn a_list_of_units_and_sites_becomes_one_change_of_the_auditee() {
    let mut story = story();
    let text = "Code,Department,Parent,Headcount,Shifts,Address,Country,Time zone,Type\n\
        co,Company,,400,,,,,unit\n\
        it,IT,co,40,,,,,unit\n\
        ops,Operations,it,12,3,,,,unit\n\
        graz,Plant Graz,,,,Hauptplatz 1,Austria,Europe/Vienna,site\n\
        lost,Lost,nowhere,1,,,,,unit\n\
        buy,Purchasing,,,,,,,process\n";
    let rows = rows_of(text);
    let sheet = SheetOf { name: "", rows: &rows };
    let columns = MapOf::Parts.guess(sheet).unwrap();
    let read_of = |story: &Story, rows: &Rows| {
        let auditee = story.world.get::<assize_domain::auditee::Auditee>(story.auditee.id.into()).unwrap();
        let version = story.world.version(story.auditee).unwrap();
        parts(SheetOf { name: "", rows }, &columns, auditee, version)
    };
    let read = read_of(&story, &rows);
    let lost = read.rows.iter().find(|row| row.id == "lost").unwrap();
    assert_eq!(lost.flaws[0].what, Wrong::NoParent("nowhere".to_owned()));
    let rows: Rows = rows.into_iter().filter(|(_, row)| row[0] != "lost").collect();
    let read = read_of(&story, &rows);
    assert!(read.rows.iter().all(|row| row.flaws.is_empty()), "{:?}", read.rows);
    let deed = read.whole.unwrap();
    assert_eq!(
        (deed.name, deed.expected),
        ("auditee.update", Some(story.world.version(story.auditee).unwrap()))
    );
    let units = deed.body["units"].as_array().unwrap();
    let operations = units.iter().find(|unit| unit["key"] == "ops").unwrap();
    let wanted = json!({ "key": "ops", "name": "Operations", "persons": 12, "parent": "it", "shifts": 3 });
    assert_eq!(*operations, wanted);
    let manager = story.manager;
    story.give(manager, deed.name, deed.body);
    let again = read_of(&story, &rows);
    assert_eq!((again.rows.len(), again.whole), (0, None), "{:?}", again.rows);
    // Without its key a unit is known by its name and what it is part of; of the same name elsewhere is another.
    let more = "Department,Parent,Headcount\nCompany,,400\nIT,Company,40\nOperations,IT,13\nSales,,\nOperations,Sales,5\n";
    let rows = rows_of(more);
    let sheet = SheetOf { name: "", rows: &rows };
    let columns = MapOf::Parts.guess(sheet).unwrap();
    let auditee = story.world.get::<assize_domain::auditee::Auditee>(story.auditee.id.into()).unwrap();
    let read = parts(sheet, &columns, auditee, story.world.version(story.auditee).unwrap());
    let ids: Vec<(&str, bool)> = read.rows.iter().map(|row| (row.id.as_str(), row.is_new)).collect();
    assert_eq!(ids, [("ops", false), ("sales", true), ("sales-operations", true)], "{:?}", read.rows);
    let shifts = |key: &str| {
        let units = read.whole.as_ref().unwrap().body["units"].as_array().unwrap();
        units.iter().find(|unit| unit["key"] == key).unwrap()["shifts"].clone()
    };
    assert_eq!(shifts("ops"), 3, "what the list does not have stays");
}
