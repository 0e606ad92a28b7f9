//! What goes out comes in the same; what is foreign is read, or refused at its place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    dead_code,
    reason = "a test that meets what it did not expect fails"
)]

mod house;

use std::io::Cursor;

use assize_catalogue::format::{
    ColumnMap, Import, Sheet, SheetRow, Strictness, drafted_map, import_ciso_assistant, import_oscal,
    import_sheets, import_toml, xlsx_map,
};
use assize_catalogue::{Catalogue, CriteriaId, TestId, Trail};
use calamine::{Data, Reader as _, Xlsx};
use house::{DOORS, HEARTH, LAMPS, LATER, MAPPING, SET, TRAIL, load, tests, words};
use proptest::prelude::*;
use serde_json::{Value, json};

const WHEN: &str = "2026-01-02T03:04:05Z";

/// Every set of the built-in catalogue.
fn sets(catalogue: &Catalogue) -> Vec<CriteriaId> {
    catalogue.sets().map(|set| set.id.clone()).collect()
}

/// The part of a catalogue that an export of a set holds.
fn same(original: &Catalogue, set: &CriteriaId, imported: &Import) {
    assert_eq!(imported.problems, [], "{set}");
    assert_eq!(imported.overrides, [], "{set}");
    let came = &imported.catalogue;
    assert_eq!(came.criteria(set), original.criteria(set));
    let is_whole = |id: &TestId| {
        original.test(id).is_some_and(|test| test.requirements.iter().all(|named| named.criteria == *set))
    };
    let tests = |catalogue: &Catalogue| -> Vec<_> {
        catalogue.tests().filter(|test| is_whole(&test.id)).cloned().collect()
    };
    assert_eq!(tests(came), tests(original));
    let trails = |catalogue: &Catalogue| -> Vec<_> {
        let is_of_set = |trail: &&Trail| trail.steps.iter().all(|step| is_whole(&step.test));
        catalogue.trails().filter(is_of_set).cloned().collect()
    };
    assert_eq!(trails(came), trails(original));
    let mappings = |catalogue: &Catalogue| -> Vec<_> {
        catalogue.mappings().filter(|mapping| mapping.from == *set).cloned().collect()
    };
    assert_eq!(mappings(came), mappings(original));
}

fn oscal(text: &str, strictness: Strictness) -> Import {
    import_oscal("it.json", text, &[], strictness, None)
}

/// The sheets of a workbook.
fn sheets(bytes: Vec<u8>) -> Vec<Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let sheet = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        let text = |cell: &Data| match cell {
            Data::Empty => String::new(),
            other => other.to_string(),
        };
        let rows = (1..).zip(range.rows());
        let rows = rows.map(|(number, cells)| SheetRow { number, cells: cells.iter().map(text).collect() });
        Sheet { name, rows: rows.collect() }
    };
    names.into_iter().map(sheet).collect()
}

#[test]
fn the_built_in_catalogue_survives_every_format() {
    let catalogue = Catalogue::builtin().unwrap_or_else(|problems| panic!("{}", words(&problems)));
    for set in sets(&catalogue) {
        let toml = catalogue.export_toml(&set).unwrap();
        same(&catalogue, &set, &import_toml("it.toml", &toml, Some(&catalogue)));
        let json = catalogue.export_oscal(&set, WHEN).unwrap().to_string();
        let imported = import_oscal("it.json", &json, &[], Strictness::Strict, Some(&catalogue));
        same(&catalogue, &set, &imported);
        assert_eq!(imported.remarks, []);
        let criteria = catalogue.criteria(&set).unwrap();
        let book = catalogue.export_xlsx(criteria).unwrap();
        assert_eq!(book, catalogue.export_xlsx(criteria).unwrap(), "the same set gives the same bytes");
        let map = ColumnMap::parse("map.toml", &xlsx_map(criteria)).unwrap();
        same(&catalogue, &set, &import_sheets("it.xlsx", &sheets(book), &map, Some(&catalogue)));
    }
}

#[test]
fn a_map_is_drafted_from_the_headings_and_what_nobody_could_guess_is_left_open() {
    let sheet = |name: &str, rows: &[&[&str]]| Sheet {
        name: name.to_owned(),
        rows: (1..)
            .zip(rows)
            .map(|(number, cells)| SheetRow {
                number,
                cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
            })
            .collect(),
    };
    let rules = sheet(
        "Rules",
        &[&["Rules of the yard"], &["No.", "Rule", "Where \"exactly\"", ""], &["1", "Gates", "north", ""]],
    );
    let questions = sheet("Questions", &[&["Test ID", "Question", "Clause", "Purpose", "Minutes", "Colour"]]);
    let draft = drafted_map(&[rules.clone(), questions, rules.clone(), sheet("Empty", &[])]);
    for line in [
        "# publisher = \"\"",
        "[requirements]\nsheet = \"Rules\"\nheader_row = 2\n",
        "id = \"No.\"\ntitle = \"Rule\"\n# \"attributes.Where \\\"exactly\\\"\" = \"Where \\\"exactly\\\"\"\n",
        "[tests]\nsheet = \"Questions\"",
        "id = \"Test ID\"\ntitle = \"Question\"\nrequirements = \"Clause\"\nobjective = \"Purpose\"\nminutes = \"Minutes\"\n# \"Colour\" was taken for nothing",
        "there are requirements already",
        "sheet \"Empty\": no row of headings was found",
    ] {
        assert!(draft.contains(line), "{line}\n{draft}");
    }
    // Whatever the headings are, the draft is a map once the set is completed.
    let map = ColumnMap::parse("map", &draft).unwrap();
    let found = import_sheets("rules.xlsx", &[rules], &map, None);
    assert!(words(&found.problems).contains("has no sheet `Questions`"), "{}", words(&found.problems));
}

proptest! {
    #[test]
    fn whatever_headings_come_the_draft_is_toml(cells in prop::collection::vec(".{0,12}", 0..6), name in ".{0,9}") {
        let mut header = vec!["id".to_owned(), "title".to_owned()];
        header.extend(cells);
        let draft = drafted_map(&[Sheet { name, rows: vec![SheetRow { number: 1, cells: header }] }]);
        prop_assert!(ColumnMap::parse("map", &draft).is_ok(), "{}", draft);
    }
}

#[test]
fn what_was_imported_is_written_whole_or_not_at_all() {
    let house = load(&[("set", SET), ("tests", &tests(&[DOORS, LAMPS, HEARTH])), ("later", LATER)]).unwrap();
    let mapping = MAPPING.lines().map(|line| format!("{line}\n")).collect::<String>();
    let with_set = format!("{}\n{TRAIL}\n[[mapping]]\n{mapping}", SET.replace("House 1", "House 3"));
    // The trail goes through tests of another set, and the mapping is one between two others.
    let imported = import_toml("it", &with_set, Some(&house));
    assert_eq!(imported.problems, [], "{}", words(&imported.problems));
    let again = import_toml("it", &imported.catalogue.export_whole_toml().unwrap(), Some(&house));
    assert_eq!((again.problems, again.catalogue), (Vec::new(), imported.catalogue));
    for alone in [TRAIL.to_owned(), mapping, tests(&[DOORS])] {
        let imported = import_toml("it", &alone, Some(&house));
        let again = import_toml("it", &imported.catalogue.export_whole_toml().unwrap(), Some(&house));
        assert_eq!((again.problems, again.catalogue), (Vec::new(), imported.catalogue), "{alone}");
    }
    assert_eq!(house.export_whole_toml(), None, "two sets are two files");
    let tests = load(&[("set", SET), ("tests", &tests(&[DOORS, LAMPS]))]).unwrap();
    assert!(tests.export_whole_toml().unwrap().contains("[[test]]"));
}

#[test]
fn a_mapping_goes_with_the_set_that_it_maps_from_in_every_format() {
    let house = load(&[("set", SET), ("later", LATER), ("mapping", MAPPING)]).unwrap();
    let (id, later): (CriteriaId, CriteriaId) = ("House 1".parse().unwrap(), "House 2".parse().unwrap());
    let toml = house.export_toml(&id).unwrap();
    assert!(toml.contains("[[mapping]]") && !house.export_toml(&later).unwrap().contains("[[mapping]]"));
    same(&house, &id, &import_toml("it", &toml, Some(&house)));
    let json = house.export_oscal(&id, WHEN).unwrap().to_string();
    same(&house, &id, &import_oscal("it", &json, &[], Strictness::Strict, Some(&house)));
    let criteria = house.criteria(&id).unwrap();
    let map = ColumnMap::parse("map", &xlsx_map(criteria)).unwrap();
    let mut book = sheets(house.export_xlsx(criteria).unwrap());
    same(&house, &id, &import_sheets("it", &book, &map, Some(&house)));
    // A pair that does not fit is named at its row.
    let rows = &mut book.iter_mut().find(|sheet| sheet.name == "Mappings").unwrap().rows;
    rows[2].cells[4] = "grown".to_owned();
    let refused = import_sheets("it", &book, &map, Some(&house));
    assert!(
        words(&refused.problems).contains("sheet Mappings, row 3, column E"),
        "{}",
        words(&refused.problems)
    );
    // A set that nobody has at hand is no set to map to.
    let alone = import_toml("it", &toml, None);
    assert!(words(&alone.problems).contains("House 2"), "{}", words(&alone.problems));
}

#[test]
fn a_set_under_an_id_that_is_there_is_told_with_every_difference_at_its_place() {
    let house = load(&[("set", SET), ("tests", &tests(&[DOORS, LAMPS, HEARTH])), ("trails", TRAIL)]).unwrap();
    let mine = SET
        .replace("title = \"A policy of the house\"", "title = \"Another policy\"")
        .replace("title = \"One one\"", "title = \"One, and one\"")
        .replace("{ id = \"1.2\", title = \"One two\" },", "{ id = \"1.4\", title = \"One four\" },");
    let imported = import_toml("mine.toml", &mine, Some(&house));
    assert_eq!(imported.problems, []);
    let told: Vec<(Option<usize>, String)> =
        imported.overrides.iter().map(|one| (one.line, one.what.to_string())).collect();
    assert_eq!(
        told,
        [
            (Some(1), "`House 1` is there already, and this is not the same".to_owned()),
            (Some(1), "lacks `1.2`, which is there".to_owned()),
            (Some(1), "is `Another policy` and was `A policy of the house`".to_owned()),
            (Some(9), "`1.1` is not as it is there".to_owned()),
            (Some(10), "`1.4` is not there".to_owned()),
        ]
    );
    assert_eq!(import_toml("mine.toml", SET, Some(&house)).overrides, [], "the same is no difference");
    let other = SET.replace("id = \"House 1\"", "id = \"House 9\"");
    assert_eq!(import_toml("mine.toml", &other, Some(&house)).overrides, []);
    // A test that was changed is a version of its own, and is said.
    let changed = tests(&[DOORS]).replace("minutes = ", "minutes = 1");
    let imported = import_toml("mine.toml", &changed, Some(&house));
    assert_eq!((imported.problems.len(), imported.overrides.len()), (0, 0), "{}", words(&imported.problems));
    assert!(words(&imported.remarks).contains("`T-1` is a new version"), "{}", words(&imported.remarks));
}

#[test]
fn trails_and_controls_survive() {
    let set = format!(
        "{SET}controls = [\n  {{ id = \"A.1\", title = \"Doors\", attributes = {{ \"sort of\" = [\"a\", \"b\"], note = [\"x\"] }} }},\n]\n"
    );
    let house =
        load(&[("set", &set), ("tests", &tests(&[DOORS, LAMPS, HEARTH])), ("trails", TRAIL)]).unwrap();
    let id: CriteriaId = "House 1".parse().unwrap();
    same(&house, &id, &import_toml("it", &house.export_toml(&id).unwrap(), None));
    same(&house, &id, &oscal(&house.export_oscal(&id, WHEN).unwrap().to_string(), Strictness::Strict));
    let criteria = house.criteria(&id).unwrap();
    let map = ColumnMap::parse("map", &xlsx_map(criteria)).unwrap();
    same(&house, &id, &import_sheets("it", &sheets(house.export_xlsx(criteria).unwrap()), &map, None));
    assert_eq!(house.export_toml(&"House 9".parse().unwrap()), None);
    // House tests without their set are written with the name of it.
    let alone = import_toml("it", &tests(&[DOORS, LAMPS]), Some(&house));
    assert_eq!(alone.problems, []);
    let files = alone.catalogue.export_all_toml();
    let again = import_toml("it", &files[&id], Some(&house));
    assert_eq!(again.catalogue, alone.catalogue);
}

#[test]
fn what_is_exported_is_valid_oscal() {
    let path = "/work/shared/oscal/oscal_catalog_schema.json";
    let Ok(schema) = std::fs::read_to_string(path) else { return };
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let catalogue = Catalogue::builtin().unwrap();
    for set in sets(&catalogue) {
        let catalog = catalogue.export_oscal(&set, WHEN).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&catalog)
            .take(5)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(faults, [""; 0], "{set}");
        assert_eq!(catalog, catalogue.export_oscal(&set, WHEN).unwrap());
    }
    // The check can fail.
    let mut broken = catalogue.export_oscal(&sets(&catalogue)[0], WHEN).unwrap();
    broken["catalog"]["uuid"] = json!("0198-not-a-uuid");
    assert!(!validator.is_valid(&broken));
}

const LIBRARY: &str = "
urn: urn:house:library:yard
ref_id: YARD
name: Rules of the yard
version: 4
provider: Yard masters
objects:
  framework:
    urn: urn:house:framework:yard
    ref_id: YARD:4
    name: Rules of the yard
    requirement_nodes:
      - urn: urn:house:req:1
        assessable: false
        ref_id: '1'
        name: Gates
      - urn: urn:house:req:1.10
        assessable: true
        parent_urn: urn:house:req:1
        ref_id: 1.10
        name: Gate book
        description: Write each cart down.
        implementation_groups: [small, large]
      - urn: urn:house:req:1.11
        assessable: true
        parent_urn: urn:house:req:1
        description: >
          Two
          lines.
";

#[test]
fn a_library_of_ciso_assistant_becomes_a_set() {
    let imported = import_ciso_assistant("it", LIBRARY, Strictness::Strict, None);
    assert_eq!(imported.problems, [], "{}", words(&imported.problems));
    let set = imported.catalogue.criteria(&"YARD:4".parse().unwrap()).unwrap();
    assert_eq!((set.publisher.as_str(), set.edition.as_str()), ("Yard masters", "library version 4"));
    let rows: Vec<(&str, &str, bool)> =
        set.requirements().map(|one| (one.id.as_str(), one.title.as_str(), one.parent.is_some())).collect();
    // Without a name a requirement goes by its number; its wording is not taken.
    assert_eq!(rows, [("1", "Gates", false), ("1.10", "Gate book", true), ("1.11", "1.11", true)]);
    let book = set.requirement(&"1.10".parse().unwrap()).unwrap();
    assert_eq!(book.attributes["implementation_groups"], ["small", "large"]);
    assert!(words(&imported.remarks).contains("the wording of 2 requirements was left out"));
}

#[test]
fn faults_of_a_library_are_named_by_their_line() {
    let cases: &[(&str, &str, usize, &str, bool)] = &[
        ("provider: Yard masters\n", "", 2, "provider: is missing", true),
        ("version: 4", "version: 4\ncolour: red", 6, "colour: is not known in a library", true),
        (
            "        parent_urn: urn:house:req:1\n        ref_id: 1.10",
            "        parent_urn: urn:x\n        ref_id: 1.10",
            17,
            "no requirement before it has the urn `urn:x`",
            true,
        ),
        ("ref_id: 1.10", "ref_id: '1'", 17, "`1` stands twice", false),
        ("name: Gates", "name: [Gates]", 12, "", true),
        ("  framework:", "  risk_matrix:", 2, "holds no framework", false),
        ("name: Gates", "name: *gates", 15, "", false),
        ("version: 4", "version: 4\nversion: 5", 6, "the key `version` twice", false),
        ("version: 4", "version: 4\n? [a]\n: 5", 6, "a key that is no text", false),
        ("version: 4", "version: [", 6, "", false),
    ];
    for (from, to, line, what, can_pass) in cases {
        assert_eq!(LIBRARY.matches(from).count(), 1, "{from}");
        let text = LIBRARY.replace(from, to);
        let strict = import_ciso_assistant("it", &text, Strictness::Strict, None);
        if !what.is_empty() {
            let found = strict
                .problems
                .iter()
                .any(|problem| problem.line == Some(*line) && problem.to_string().contains(what));
            assert!(found, "{from} -> {to}:\n{}", words(&strict.problems));
        }
        let lenient = import_ciso_assistant("it", &text, Strictness::Lenient, None);
        assert_eq!(lenient.problems.is_empty(), *can_pass, "{from} -> {to}:\n{}", words(&lenient.problems));
    }
}

#[test]
fn a_bomb_of_yaml_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for n in 1..30 {
        let before = format!("*a{}", n - 1);
        bomb.push_str(&format!("a{n}: &a{n} [{}]\n", [before.as_str(); 9].join(", ")));
    }
    let many_keys: String = (0..10_000).map(|n| format!("k{n}: 1\n")).collect();
    for (text, what) in [
        (bomb, "by an alias"),
        ("[".repeat(100_000), ""),
        ("- ".repeat(5_000), ""),
        ("a: ".repeat(5_000), ""),
        (many_keys, "too many keys"),
        ("x".repeat(9 * 1024 * 1024), "8 MiB"),
        ("--- a\n--- b\n".to_owned(), "a second document"),
        (String::new(), "holds nothing"),
    ] {
        let problems = import_ciso_assistant("it", &text, Strictness::Lenient, None).problems;
        assert!(!problems.is_empty() && words(&problems).contains(what), "{what}: {}", words(&problems));
    }
}

const MAP: &str = r#"
[set]
id = "Yard"
title = "Rules of the yard"
publisher = "Yard masters"
edition = "4"
source = "their book"

[requirements]
header_row = 2
separator = ";"

[requirements.columns]
id = "No."
title = "Rule"
kind = "Sort"
"attributes.place" = "Where"
"#;

fn sheet(rows: &[&[&str]]) -> Vec<Sheet> {
    let rows = (1..)
        .zip(rows)
        .map(|(number, cells)| SheetRow { number, cells: cells.iter().map(ToString::to_string).collect() });
    vec![Sheet { name: "Rules".into(), rows: rows.collect() }]
}

#[test]
fn a_sheet_is_read_by_its_map_and_every_fault_has_its_row_and_column() {
    let map = ColumnMap::parse("map", MAP).unwrap();
    let head: &[&str] = &["Rule", "no.", "Where", "Sort"];
    let good = sheet(&[
        &["Our rules"],
        head,
        &["Gates", "1", "", ""],
        &["Gate book", "1.1", "north; south", "control"],
        &["", " "],
    ]);
    let imported = import_sheets("it.csv", &good, &map, None);
    assert_eq!(imported.problems, [], "{}", words(&imported.problems));
    let set = imported.catalogue.criteria(&"Yard".parse().unwrap()).unwrap();
    let book = set.requirement(&"1.1".parse().unwrap()).unwrap();
    assert_eq!(
        (book.attributes["place"].as_slice(), set.controls().count()),
        (["north".to_owned(), "south".to_owned()].as_slice(), 1)
    );

    let bad = sheet(&[
        &[],
        head,
        &["Gates", "1"],
        &["Gate\u{7}book", "1.1"],
        &["Gates again", "1"],
        &["", "2"],
        &["No number"],
    ]);
    let problems = import_sheets("it.csv", &bad, &map, None).problems;
    let found: Vec<(&str, bool)> =
        problems.iter().map(|problem| (problem.path.as_str(), problem.hint.to_string().is_empty())).collect();
    assert_eq!(
        found,
        [
            ("sheet Rules, row 4, column A", false),
            ("sheet Rules, row 5, column B", false),
            ("sheet Rules, row 6.title", false),
            ("sheet Rules, row 7.id", false),
        ],
        "{}",
        words(&problems)
    );
    let headless = sheet(&[&["Rule", "no."], &["x", "Rule"]]);
    assert!(
        words(&import_sheets("it", &headless, &map, None).problems).contains("row 2: has no column `No.`")
    );
    assert!(words(&import_sheets("it", &[], &map, None).problems).contains("has no sheet"));
}

#[test]
fn faults_of_a_map() {
    for (from, to, what) in [
        ("id = \"No.\"\n", "", "maps no `id`"),
        ("kind = \"Sort\"", "colour = \"Sort\"", "requirements.columns.colour: is no key of the catalogue"),
        ("edition = \"4\"", "colour = \"4\"", "set.colour: is not known of a set"),
        ("header_row = 2", "header_row = \"two\"", "map:10:"),
        (
            "[requirements]\nheader_row = 2\nseparator = \";\"\n\n[requirements.columns]\nid = \"No.\"\ntitle = \"Rule\"\nkind = \"Sort\"\n\"attributes.place\" = \"Where\"\n",
            "",
            "neither requirements nor tests",
        ),
    ] {
        assert_eq!(MAP.matches(from).count(), 1, "{from}");
        let problems = ColumnMap::parse("map", &MAP.replace(from, to)).unwrap_err();
        assert!(words(&problems).contains(what), "{}", words(&problems));
    }
}

/// A text as it may stand in the catalogue: one line, no white space at its ends.
fn text(least: usize, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            'a', 'B', ' ', '|', '\\', '"', ',', '\'', '=', '#', 'é', '…', '1', '.', '*', ':', '-', '&', '<',
        ]),
        least..most,
    )
    .prop_map(move |chars| {
        let text: String = chars.into_iter().collect();
        format!("x{}y", text.split_whitespace().collect::<Vec<_>>().join(" "))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_the_words_are_they_survive_every_format(words in prop::collection::vec(text(60, 110), 12), id in "[A-Z][a-z,| )(]{0,5}[a-z]", name in "[a-z |,.]{0,6}[a-z]") {
        let quoted = |n: usize| serde_json::to_string(&words[n]).unwrap();
        let name = serde_json::to_string(&name).unwrap();
        prop_assume!(!id.contains("  "));
        let set = SET
            .replace("title = \"One two\"", &format!("title = {}, note = {}, documented_information = {}, attributes = {{ {name} = [{}, {}] }}", quoted(0), quoted(1), quoted(2), quoted(3), quoted(4)))
            .replace("  { id = \"1.2\"", &format!("  {{ id = \"{id}\", title = \"other\" }},\n  {{ id = \"1.2\""));
        let doors = DOORS
            .replace("\"hinges and bolts of the cellar door\"", &format!("{}, {}", quoted(5), quoted(6)))
            .replace("\"Which door did you find ajar last?\"", &quoted(7))
            .replace("\"round book of the watchman\"", &quoted(8))
            .replace("\"goods were stolen through it\"", &quoted(9))
            .replace("breaches = [\"1.2\"]", &format!("breaches = [\"1.2\", \"{id}\"]"))
            .replace("\"three of them, a feast day among them\"", &quoted(10));
        let mut words_of = words.clone();
        words_of.sort();
        words_of.dedup();
        prop_assume!(words_of.len() == words.len());
        let house = match load(&[("set", &set), ("tests", &tests(&[&doors, LAMPS]))]) {
            Ok(house) => house,
            Err(problems) => panic!("{}", house::words(&problems)),
        };
        let criteria_id: CriteriaId = "House 1".parse().unwrap();
        same(&house, &criteria_id, &import_toml("it", &house.export_toml(&criteria_id).unwrap(), None));
        same(&house, &criteria_id, &oscal(&house.export_oscal(&criteria_id, WHEN).unwrap().to_string(), Strictness::Strict));
        let criteria = house.criteria(&criteria_id).unwrap();
        let map = ColumnMap::parse("map", &xlsx_map(criteria)).unwrap();
        same(&house, &criteria_id, &import_sheets("it", &sheets(house.export_xlsx(criteria).unwrap()), &map, None));
    }

    #[test]
    fn whatever_yaml_comes_is_read_or_refused(cut in 0usize..1_100, put in "[\\[\\]{}:&*!|>'\"#%@,a1\\n -]{0,12}") {
        let cut = (0..=cut.min(LIBRARY.len())).rev().find(|at| LIBRARY.is_char_boundary(*at)).unwrap();
        let text = format!("{}{put}{}", &LIBRARY[..cut], &LIBRARY[cut..]);
        let _ = import_ciso_assistant("it", &text, Strictness::Lenient, None);
    }
}
