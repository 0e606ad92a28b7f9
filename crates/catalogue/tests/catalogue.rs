//! The built-in catalogue is clean, and every kind of fault is found at its place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

use assize_catalogue::{AuditType, BUILTIN, Catalogue, Problem, Scope};
use proptest::prelude::*;

const SET: &str = r#"id = "House 1"
title = "A policy of the house"
publisher = "The house"
edition = "first"
source = "ours"
certainty = "two_sources"
clauses = [
  { id = "1", title = "One" },
  { id = "1.1", title = "One one" },
  { id = "1.2", title = "One two" },
]
"#;

fn test(id: &str, requirement: &str) -> String {
    format!(
        r#"
[[test]]
id = "{id}"
title = "Is the first thing of the house done?"
requirements = ["{requirement}"]
objective = "To be able to conclude whether the first thing of the house is done, since others rest on it."
evidence = [{{ kind = "record", what = "the record of the thing", holder = "the keeper" }}]
ask = [{{ role = "the keeper", question = "How do you do the thing?" }}]
inspect = ["the record of last month"]
sampling = {{ population = "all records of the year", note = "three of them" }}
conformity = ["the record is whole"]
warnings = ["the record is empty"]
breaches = []
minutes = 20
links = []
"#
    )
}

fn tests(tests: &str) -> String {
    format!("criteria = \"House 1\"\n{tests}")
}

fn load(files: &[(&str, &str)]) -> Result<Catalogue, Vec<Problem>> {
    Catalogue::load(files.iter().copied())
}

#[test]
fn the_built_in_catalogue_is_clean_and_covers_what_it_says() {
    let catalogue = Catalogue::builtin().unwrap_or_else(|problems| {
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", all.join("\n"))
    });
    let isms = "ISO/IEC 27001:2022+A1:2024".parse().unwrap();
    let set = catalogue.criteria(&isms).unwrap();
    assert_eq!(set.controls().count(), 93);
    assert!(catalogue.tests().len() >= 160);
    let coverage = catalogue.coverage(&isms).unwrap();
    assert_eq!(coverage.untested, vec![]);
    let before = "ISO/IEC 27001:2013".parse().unwrap();
    assert_eq!(catalogue.criteria(&before).unwrap().controls().count(), 114);
    let mapping = catalogue.mapping(&before, &isms).unwrap();
    for control in catalogue.criteria(&before).unwrap().controls() {
        assert!(mapping.forward(&control.id).next().is_some(), "{}", control.id);
    }
    for control in set.controls() {
        assert!(mapping.backward(&control.id).next().is_some(), "{}", control.id);
    }
    for test in catalogue.tests() {
        assert!(test.guidance().contains("Look for"), "{}", test.id);
    }
    let whole = catalogue.tests_for(&[AuditType::Internal], &[Scope::whole(isms)]);
    assert_eq!(whole.len(), catalogue.tests().len());
}

#[test]
fn a_version_changes_with_the_test_and_with_nothing_else() {
    let one = load(&[("set", SET), ("tests", &tests(&test("T-1", "1.1")))]).unwrap();
    let same = load(&[("set", SET), ("other", &tests(&(test("T-2", "1.2") + &test("T-1", "1.1"))))]).unwrap();
    let changed =
        load(&[("set", SET), ("tests", &tests(&test("T-1", "1.1")).replace("minutes = 20", "minutes = 21"))])
            .unwrap();
    let id = "T-1".parse().unwrap();
    let version = |catalogue: &Catalogue| catalogue.test(&id).unwrap().version().to_string();
    assert_eq!(version(&one), version(&same));
    assert_ne!(version(&one), version(&changed));
    assert_eq!(version(&one).len(), 64);
}

#[test]
fn every_fault_is_found_at_its_place() {
    let good = tests(&(test("T-1", "1.1") + &test("T-2", "1.2")));
    assert!(load(&[("set.toml", SET), ("tests.toml", &good)]).is_ok());
    let cases = [
        ("id = \"T-2\"", "id = \"T-1\"", "stands twice"),
        ("requirements = [\"1.2\"]", "requirements = [\"1.3\"]", "no requirement"),
        ("links = []", "links = [\"T-9\"]", "no test"),
        ("breaches = []", "breaches = [\"9\"]", "to breach"),
        ("minutes = 20", "minutes = 2", "minutes"),
        ("minutes = 20", "hours = 20", "not known"),
        ("kind = \"record\"", "kind = \"paper\"", "not one of the words"),
        ("holder = \"the keeper\"", "holder = \"\"", "characters"),
        ("conformity = [\"the record is whole\"]", "conformity = []", "entries"),
        ("inspect = [\"the record of last month\"]", "inspect = []", "things to ask"),
        ("sampling =", "samples =", "sampling"),
        ("criteria = \"House 1\"", "criteria = \"House 2\"", "no requirement"),
        ("[[test]]", "[[test]", ""),
    ];
    for (from, to, what) in cases {
        assert!(good.contains(from), "{from}");
        let bad = good.replace(from, to);
        let problems = load(&[("set.toml", SET), ("tests.toml", &bad)]).unwrap_err();
        let found = problems.iter().find(|problem| problem.to_string().contains(what));
        let found = found.unwrap_or_else(|| panic!("{from} -> {to}: {problems:#?}"));
        assert!(found.file == "tests.toml" && found.line.is_some(), "{found:?}");
    }
}

#[test]
fn all_faults_are_found_at_once() {
    let bad = tests(&(test("T-1", "1.9") + &test("T-2", "1.8"))).replace("minutes = 20", "minutes = 1");
    let problems = load(&[("set.toml", SET), ("tests.toml", &bad), ("odd.toml", "x = 1")]).unwrap_err();
    assert!(problems.len() >= 3, "{problems:#?}");
}

#[test]
fn a_set_that_is_to_be_tested_names_what_is_not() {
    let set = SET.replace("certainty = \"two_sources\"", "certainty = \"two_sources\"\ntested = true");
    let problems = load(&[("set.toml", &set), ("tests.toml", &tests(&test("T-1", "1.1")))]).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].path.ends_with("1.2"), "{problems:#?}");
    let both = tests(&(test("T-1", "1.1") + &test("T-2", "1.2")));
    assert!(load(&[("set.toml", &set), ("tests.toml", &both)]).is_ok());
}

#[test]
fn the_checklists_that_the_law_leans_on_are_there() {
    let catalogue = Catalogue::builtin().unwrap();
    for (list, items) in
        [("audit_plan", 17), ("opening_meeting", 13), ("closing_meeting", 8), ("documented_information", 15)]
    {
        let found = catalogue.checklist(&list.parse().unwrap()).unwrap();
        assert!(found.items.len() >= items, "{list}");
    }
}

proptest! {
    #[test]
    fn whatever_text_comes_is_read_or_refused(text in "\\PC{0,200}", cut in 0usize..20_000, flip in 0usize..20_000) {
        let _ = load(&[("x", &text)]);
        let (_, good) = BUILTIN[8];
        let mut cut_off: String = good.chars().take(cut).collect();
        cut_off.extend(good.chars().skip(flip).take(50));
        let _ = load(&[("x", &cut_off)]);
    }
}
