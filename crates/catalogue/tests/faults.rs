//! Every kind of fault is found, at its file and line; whatever text comes is read or refused.

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

use assize_catalogue::{BUILTIN, Problem, limits};
use house::{CHECKLIST, DOORS, HEARTH, LAMPS, LATER, MAPPING, SET, TRAIL, load, tests, words};
use proptest::prelude::*;

/// A case: what stands in the file, what it becomes, the line where the problem is and words of it.
type Case = (&'static str, &'static str, usize, &'static str);

/// With the good file all is accepted; with each change the problem is in that file, at that line, in those words.
fn refused(others: &[(&str, &str)], good: &str, cases: &[Case]) {
    let with = |text: &str| load(&[others, &[("it.toml", text)]].concat());
    with(good).unwrap_or_else(|problems| panic!("{}", words(&problems)));
    for (from, to, line, what) in cases {
        assert_eq!(good.matches(from).count(), 1, "{from}");
        let problems =
            with(&good.replace(from, to)).err().unwrap_or_else(|| panic!("{from} -> {to}: accepted"));
        let found = problems.iter().any(|problem| {
            problem.file == "it.toml"
                && problem.line == Some(*line)
                && problem.to_string().contains(what)
                && !problem.hint.to_string().is_empty()
        });
        assert!(found, "{from} -> {to}:\n{}", words(&problems));
    }
}

#[test]
fn faults_of_a_test() {
    let objective =
        "Conclude whether somebody shuts every door at dusk, since what lies inside tempts those who pass.";
    refused(
        &[("set.toml", SET)],
        &tests(&[DOORS, LAMPS]),
        &[
            ("criteria = \"House 1\"", "", 1, "criteria: is missing"),
            ("criteria = \"House 1\"", "criteria = \"House 9\"", 6, "no requirement `House 9 1.1`"),
            ("criteria = \"House 1\"", "criteria = 1", 1, "criteria: is no text"),
            ("criteria = \"House 1\"", "criteria = \"House 1\"\ncolour = 1", 2, "colour: is not known"),
            (
                "criteria = \"House 1\"",
                "criteria = \"House 1\"\naudit_types = [\"first\"]",
                2,
                "not one of the words",
            ),
            ("id = \"T-1\"", "id = \"T 1\"", 4, "test[0].id: `T 1` is not a key"),
            (
                "id = \"T-2\"",
                "id = \"T-1\"",
                24,
                "stands twice; keep one, or rename it; the other is in it.toml, line 3",
            ),
            (
                "title = \"Do the doors of the house shut at night?\"",
                "title = \"Doors?\"",
                5,
                "title: has 6 characters",
            ),
            (objective, "Doors.", 7, "objective: has 6 characters"),
            (
                objective,
                "two lines\\nof an objective that is quite long enough for one of its kind.",
                7,
                "on one line",
            ),
            ("requirements = [\"1.1\"]", "requirements = []", 6, "requirements: has 0 entries"),
            ("requirements = [\"1.1\"]", "requirements = [\"1.9\"]", 6, "no requirement `House 1 1.9`"),
            (
                "requirements = [\"1.1\"]",
                "requirements = [\n\"1.1\",\n\"1.1\"]",
                8,
                "requirements[1]: `1.1` stands twice",
            ),
            ("requirements = [\"1.1\"]", "requirements = [\"1..1\"]", 6, "requirements[0]: `1..1` has a gap"),
            ("kind = \"record\"", "kind = \"paper\"", 9, "evidence[0].kind: `paper` is not one of the words"),
            ("kind = \"record\"", "kind = \"record\", age = 3", 9, "evidence[0].age: is not known"),
            ("holder = \"the watchman\" }", "holder = \"\" }", 9, "evidence[0].holder: has 0 characters"),
            (
                "holder = \"the watchman\" },\n]",
                "holder = \"the watchman\" },\n  3,\n]",
                10,
                "evidence[1]: is no table",
            ),
            (
                "ask = [{ role = \"the watchman\", question",
                "ask = [{ question",
                11,
                "ask[0].role: is missing",
            ),
            ("ask = [{ role = \"the foreman\",", "ask = 3 # [{", 32, "ask: is no list"),
            (
                "inspect = [\"hinges and bolts of the cellar door\"]",
                "inspect = []",
                11,
                "has 1 things to ask",
            ),
            (
                "inspect = [\"hinges and bolts of the cellar door\"]",
                "inspect = [7]",
                12,
                "inspect[0]: is no text",
            ),
            ("observe = [\"what happens", "watch = [\"what happens", 33, "watch: is not known"),
            (
                "sampling = { population = \"nights of one month\",",
                "sampling = { ",
                14,
                "sampling.population: is missing",
            ),
            ("sampling = { population = \"nights of one month\",", "samples = { ", 3, "sampling: is missing"),
            ("conformity = [\"each round has a time and initials\"]", "conformity = []", 15, "has 0 entries"),
            ("warnings = [\"rounds written", "warning = [\"rounds written", 3, "warnings: is missing"),
            (
                "breaches = [\"1.2\"], major = \"goods",
                "breaches = [\"9\"], major = \"goods",
                18,
                "no requirement `House 1 9`",
            ),
            (
                "breaches = [\"1.2\"], major = \"goods",
                "breaches = [], major = \"goods",
                18,
                "nonconformities[0].breaches: has 0 entries",
            ),
            (", major = \"goods were stolen through it\"", "", 18, "nonconformities[0].major: is missing"),
            (
                "statement = \"On ... of ... nights",
                "text = \"On ... of ... nights",
                18,
                "nonconformities[0].statement: is missing",
            ),
            ("remote = [\"let a guide turn each key before the camera\"]", "", 3, "remote: is missing"),
            (
                "remote = [\"let a guide turn each key before the camera\"]",
                "remote = [\"let a guide turn each key before the camera\", \"\"]",
                13,
                "remote[1]: has 0 characters",
            ),
            (", small = \"each night since the door was hung\"", "", 14, "sampling.small: is missing"),
            ("fair = \"three of them", "note = \"three of them", 14, "sampling.note: is not known"),
            ("House rules:1999 3", "House rules", 20, "`House rules` names no edition"),
            (
                "minutes = 20",
                "minutes = 4",
                21,
                "minutes: is no whole number within its bounds; give 5 to 480",
            ),
            ("minutes = 20", "minutes = \"20\"", 21, "minutes: is no whole number"),
            ("minutes = 20", "", 3, "minutes: is missing"),
            ("links = [\"T-2\"]", "links = [\"T-9\"]", 22, "no test `T-9`"),
            ("links = [\"T-2\"]", "links = [\"T-1\"]", 22, "leads to the test itself"),
        ],
    );
}

#[test]
fn faults_of_a_trail() {
    refused(
        &[("set.toml", SET), ("tests.toml", &tests(&[DOORS, LAMPS, HEARTH]))],
        TRAIL,
        &[
            ("id = \"TR-night\"", "id = \"TR night\"", 2, "trail[0].id: `TR night` is not a key"),
            ("title = \"Is one night", "name = \"Is one night", 1, "title: is missing"),
            ("title = \"Is one night", "name = \"Is one night", 3, "name: is not known here"),
            (
                "case = \"one night of the last month, chosen by lot\"",
                "case = \"a night\"",
                4,
                "case: has 7 char",
            ),
            ("about = \"What the watchman", "about = \" What the watchman", 5, "about: has"),
            ("  { test = \"T-1\", carry = \"the date of the night\" },\n", "", 6, "steps: has 2 entries"),
            ("{ test = \"T-2\"", "{ test = \"T-9\"", 8, "there is no test `T-9`"),
            ("{ test = \"T-2\"", "{ test = \"T-1\"", 8, "the trail goes to `T-1` twice"),
            (", carry = \"the name of who left last\"", "", 8, "steps[1].carry: is missing"),
        ],
    );
    let set = ("set", SET);
    let all = tests(&[DOORS, LAMPS, HEARTH]);
    let problems = load(&[set, ("tests", &all), ("trails", &format!("{TRAIL}{TRAIL}"))]).unwrap_err();
    assert!(
        words(&problems).contains("trails:11: trail[1]: `TR-night` stands twice"),
        "{}",
        words(&problems)
    );
}

#[test]
fn a_control_is_not_breached_alone() {
    let set = format!("{SET}controls = [\n  {{ id = \"A.1\", title = \"Doors\" }},\n]\n");
    let of = |breaches: &str| {
        load(&[("set", &set), ("it", &tests(&[DOORS, LAMPS]).replacen("breaches = [\"1.2\"]", breaches, 1))])
    };
    assert!(of("breaches = [\"A.1\", \"1.2\"]").is_ok());
    let problems = words(&of("breaches = [\"A.1\"]").unwrap_err());
    assert!(problems.contains("it:18: test[0].nonconformities[0]: breaches a control alone"), "{problems}");
    // A set of nothing but controls has no clause to be named.
    let controls = SET.replace("clauses = [", "controls = [");
    assert!(load(&[("set", &controls), ("it", &tests(&[DOORS, LAMPS]))]).is_ok());
}

#[test]
fn bounds_of_a_number_are_within_it() {
    for (minutes, fits) in
        [("4", false), ("5", true), ("0x1E0", true), ("481", false), ("-5", false), ("5.0", false)]
    {
        let text = tests(&[DOORS, LAMPS]).replace("minutes = 20", &format!("minutes = {minutes}"));
        assert_eq!(load(&[("set", SET), ("tests", &text)]).is_ok(), fits, "{minutes}");
    }
}

#[test]
fn faults_of_a_set_of_criteria() {
    let good = SET.replace(
        "title = \"One one\"",
        "title = \"One one\", parent = \"1\", attributes = { sort = [\"a\", \"b\"] }",
    );
    refused(
        &[],
        &good,
        &[
            ("id = \"House 1\"", "id = \"\"", 1, "id: has 0 characters"),
            ("publisher = \"The house\"", "", 1, "publisher: is missing"),
            ("certainty = \"two_sources\"", "certainty = \"sure\"", 6, "not one of the words"),
            (
                "certainty = \"two_sources\"",
                "certainty = \"two_sources\"\ntested = \"yes\"",
                7,
                "neither true nor false",
            ),
            ("id = \"1.2\"", "id = \"1.1\"", 10, "clauses[2].id: `1.1` stands twice"),
            ("title = \"One two\"", "heading = \"One two\"", 10, "clauses[2].title: is missing"),
            ("title = \"One two\"", "title = \" One two\"", 10, "white space"),
            ("parent = \"1\"", "parent = \"7\"", 9, "no parent `7`"),
            ("parent = \"1\"", "parent = \"1.1\"", 9, "lies above itself"),
            ("title = \"One\" }", "title = \"One\", parent = \"1.2\" }", 8, "lies above itself"),
            ("sort = [\"a\", \"b\"]", "sort = []", 9, "attributes.sort: has 0 entries"),
            ("sort = [\"a\", \"b\"]", "sort = [\"a\", 3]", 9, "attributes.sort[1]: is no text"),
            ("{ sort = [\"a\", \"b\"] }", "3", 9, "attributes: is no table"),
            ("title = \"One two\"", "title = \"One two\", note = \"\"", 10, "note: has 0 characters"),
        ],
    );
    let attributes = |count: usize| {
        let list: Vec<String> = (0..count).map(|n| format!("a{n} = [\"x\"]")).collect();
        load(&[(
            "set",
            &SET.replace(
                "title = \"One\"",
                &format!("title = \"One\", attributes = {{ {} }}", list.join(", ")),
            ),
        )])
    };
    assert!(attributes(limits::ATTRIBUTES_MAX).is_ok());
    assert!(words(&attributes(limits::ATTRIBUTES_MAX + 1).unwrap_err()).contains("has 21 attributes"));
}

#[test]
fn a_set_stands_once() {
    let problems = load(&[("a.toml", SET), ("b.toml", SET)]).unwrap_err();
    assert_eq!(
        words(&problems),
        "b.toml:1: `House 1` stands twice; keep one, or rename it; the other is in a.toml, line 1"
    );
    assert!(load(&[("a.toml", SET), ("b.toml", LATER)]).is_ok());
}

#[test]
fn faults_of_a_mapping() {
    refused(
        &[("1.toml", SET), ("2.toml", LATER)],
        MAPPING,
        &[
            ("source = \"ours\"", "", 1, "source: is missing"),
            ("to = \"House 2\"", "to = \"House 1\"", 2, "is the set mapped from"),
            ("to = \"House 2\"", "to = \"House 3\"", 6, "no requirement `House 3 1.1`"),
            ("from = \"1.2\"", "from = \"1.7\"", 7, "no requirement `House 1 1.7`"),
            ("to = \"1.3\"", "to = \"1.2\"", 8, "no requirement `House 2 1.2`"),
            (
                "from = \"1.2\", relation = \"dropped\"",
                "relation = \"dropped\"",
                7,
                "does not fit the two sides",
            ),
            ("relation = \"dropped\"", "relation = \"changed\"", 7, "`changed` does not fit the two sides"),
            ("relation = \"dropped\"", "relation = \"lost\"", 7, "not one of the words"),
            ("relation = \"equal\"", "relation = \"new\"", 6, "`new` does not fit the two sides"),
            ("relation = \"equal\"", "relation = \"renumbered\"", 6, "`renumbered` does not fit"),
            ("from = \"1.1\"", "from = \"1.2\"", 6, "`equal` does not fit"),
            (
                "{ to = \"1.3\", relation = \"new\" }",
                "{ from = \"1.1\", to = \"1.1\", relation = \"changed\" }",
                8,
                "stands twice",
            ),
        ],
    );
    let problems = load(&[("1", SET), ("2", LATER), ("m", MAPPING), ("n", MAPPING)]).unwrap_err();
    assert!(
        words(&problems).starts_with("n:1: `House 1` is mapped to `House 2` twice"),
        "{}",
        words(&problems)
    );
}

#[test]
fn faults_of_a_checklist() {
    refused(
        &[("set.toml", SET)],
        CHECKLIST,
        &[
            ("id = \"rounds\"", "id = \"the rounds\"", 2, "is not a key"),
            ("need = \"as_fit\"", "need = \"maybe\"", 8, "items[1].need: `maybe` is not one of the words"),
            ("id = \"rounds.lamps\"", "id = \"rounds.doors\"", 8, "the item `rounds.doors` stands twice"),
            ("criteria = \"House 1\", ", "", 7, "a requirement without its set"),
            ("requirement = \"1.1\"", "requirement = \"1.9\"", 7, "no requirement `House 1 1.9`"),
            ("audit_types = [\"internal\"]", "audit_types = [\"internal\", \"internal\"]", 8, "stands twice"),
            ("audit_types = [\"internal\"]", "audit_type = \"internal\"", 8, "audit_type: is not known"),
            ("items = [", "items = [\n 3,", 7, "items[0]: is no table"),
        ],
    );
    let other = CHECKLIST.replace("rounds.", "other.");
    let problems = load(&[("set", SET), ("a", CHECKLIST), ("b", &other)]).unwrap_err();
    assert!(words(&problems).starts_with("b:1: checklist[0]: `rounds` stands twice"));
}

#[test]
fn faults_of_a_file() {
    let good = tests(&[DOORS, LAMPS]);
    let mixed = format!("{good}{CHECKLIST}");
    let cases = [
        (good.replace("[[test]]\nid = \"T-2\"", "[[test]\nid = \"T-2\""), Some(24), ""),
        ("x = 1".to_owned(), Some(1), "holds no tests"),
        (mixed, Some(1), "holds `test` and `checklist`"),
        ("test = []".to_owned(), Some(1), "has 0 entries"),
        ("test = 3".to_owned(), Some(1), "test: is no list"),
        ("\u{0}".to_owned(), Some(1), ""),
        (format!("# {}", "x".repeat(limits::FILE_BYTES_MAX)), Some(1), "split it"),
        (format!("a = {}", "[".repeat(1_000_000)), Some(1), ""),
        (format!("[{}a]", "a.".repeat(100_000)), Some(1), ""),
    ];
    for (text, line, what) in cases {
        let problems = load(&[("set.toml", SET), ("it.toml", &text)]).unwrap_err();
        let is_it = |problem: &&Problem| problem.file == "it.toml" && problem.line == line;
        let found = problems.iter().filter(is_it).any(|problem| problem.to_string().contains(what));
        assert!(found, "{what}: {}", words(&problems));
    }
    let names: Vec<String> = (0..=limits::FILES_MAX).map(|n| n.to_string()).collect();
    let files: Vec<(&str, String)> =
        names.iter().map(|name| (name.as_str(), SET.replace("House 1", &format!("House {name}")))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert!(load(&files[..limits::FILES_MAX]).is_ok());
    assert!(words(&load(&files).unwrap_err()).contains("beyond the 512 files"));
}

#[test]
fn a_list_beyond_its_bound_is_refused_and_not_cut() {
    let of = |count: usize| {
        let rows: Vec<String> = (1..=count).map(|n| format!("{{ id = \"{n}\", title = \"x\" }},")).collect();
        let at = SET.find("clauses").unwrap();
        load(&[("set", &format!("{}clauses = [\n{}\n]\n", &SET[..at], rows.join("\n")))])
    };
    assert!(of(limits::REQUIREMENTS_MAX).is_ok());
    assert!(words(&of(limits::REQUIREMENTS_MAX + 1).unwrap_err()).contains("clauses: has 5001 entries"));
}

#[test]
fn all_faults_are_found_at_once_and_none_because_of_another() {
    let bad = tests(&[DOORS, LAMPS])
        .replace("minutes = 20", "minutes = 1")
        .replace("requirements = [\"1.2\"]", "requirements = [\"1.8\"]");
    let problems = load(&[("set.toml", SET), ("tests.toml", &bad), ("odd.toml", "x = 1")]).unwrap_err();
    let found: Vec<_> =
        problems.iter().map(|problem| (problem.file.as_str(), problem.line.unwrap())).collect();
    // The link to the test that was not read is no fault of its own.
    assert_eq!(found, [("odd.toml", 1), ("tests.toml", 21), ("tests.toml", 27)], "{}", words(&problems));
    // Nor is the mention of a set, or of a requirement of it, that was not read.
    for (from, to) in [("edition = \"first\"", ""), ("title = \"One two\"", "")] {
        let broken = SET.replace(from, to);
        let problems = load(&[("set.toml", &broken), ("tests.toml", &tests(&[DOORS, LAMPS]))]).unwrap_err();
        assert!(problems.iter().all(|problem| problem.file == "set.toml"), "{}", words(&problems));
    }
}

#[test]
fn a_set_that_is_to_be_tested_names_what_is_not() {
    let set = SET.replace("certainty = \"two_sources\"", "certainty = \"two_sources\"\ntested = true");
    let doors = DOORS.replace("links = [\"T-2\"]", "links = []");
    let problems = load(&[("set.toml", &set), ("tests.toml", &tests(&[&doors]))]).unwrap_err();
    assert_eq!(
        words(&problems),
        "set.toml:11: clauses[2]: `1.2` has no audit test; write one, or do not mark the set as tested"
    );
    assert!(load(&[("set.toml", &set), ("tests.toml", &tests(&[DOORS, LAMPS]))]).is_ok());
    assert!(load(&[("set.toml", SET), ("tests.toml", &tests(&[&doors]))]).is_ok());
    // An item has to be named itself; its clause is tested through it.
    let with_item = set.replace(
        "title = \"One two\" },",
        "title = \"One two\" },\n  { id = \"1.2 a)\", title = \"more\" },",
    );
    let of = |lamps: &str| load(&[("set.toml", &with_item), ("tests.toml", &tests(&[DOORS, lamps]))]);
    assert!(words(&of(LAMPS).unwrap_err()).contains("`1.2 a)` has no audit test"));
    // A clause that only holds clauses together, as 1 does, needs no test; one that holds an item is no such heading.
    let problems = of(&LAMPS.replace("requirements = [\"1.2\"]", "requirements = [\"1.1\"]")).unwrap_err();
    let places: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(places, ["clauses[2]", "clauses[3]"], "{}", words(&problems));
    assert!(of(&LAMPS.replace("requirements = [\"1.2\"]", "requirements = [\"1.2 a)\"]")).is_ok());
}

#[test]
fn problems_beyond_the_bound_are_counted() {
    let rows = "{ colour = 1 },\n".repeat(limits::REQUIREMENTS_MAX);
    let at = SET.find("clauses").unwrap();
    let problems = load(&[("set", &format!("{}clauses = [\n{rows}]\n", &SET[..at]))]).unwrap_err();
    assert_eq!(problems.len(), limits::PROBLEMS_MAX + 1);
    assert_eq!(problems[limits::PROBLEMS_MAX].what, "14000 more problems are not listed");
}

/// Rows far beyond the bound, in a file of some 4 MiB: the time is that of reading it once, not once for each row.
#[test]
fn a_file_of_a_million_rows_is_refused() {
    let rows = "{},\n".repeat(limits::FILE_BYTES_MAX / 4 - 100);
    for list in ["test", "clauses", "controls", "pairs", "checklist"] {
        let problems = load(&[("set", &format!("{list} = [\n{rows}]\n"))]).unwrap_err();
        assert!(words(&problems).contains("entries"), "{list}");
    }
}

proptest! {
    #[test]
    fn whatever_text_comes_is_read_or_refused(text in "\\PC{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = load(&[("x", &text)]);
        let _ = load(&[("x", &String::from_utf8_lossy(&bytes))]);
    }

    #[test]
    fn whatever_becomes_of_a_good_file_is_read_or_refused(
        file in 0..BUILTIN.len(),
        cut in 0usize..30_000,
        from in 0usize..30_000,
        put in "[\\[\\]{}=\",.a1\\n\\PC]{0,8}",
    ) {
        let (name, good) = BUILTIN[file];
        let mut bad: String = good.chars().take(cut).collect();
        bad.push_str(&put);
        bad.extend(good.chars().skip(from).take(500));
        if let Err(problems) = load(&[(name, &bad)]) {
            let lines = bad.lines().count().max(1);
            for problem in problems.iter().filter(|problem| !problem.file.is_empty()) {
                prop_assert!(problem.line.is_some_and(|line| (1..=lines + 1).contains(&line)), "{problem:?}");
            }
        }
    }

    #[test]
    fn whatever_values_keys_have_is_read_or_refused(
        key in prop::sample::select(vec!["id", "title", "requirements", "evidence", "ask", "inspect", "sampling", "minutes", "links", "audit_types"]),
        value in prop::sample::select(vec!["3", "-1", "1.5", "true", "\"\"", "\"x\"", "[]", "[3]", "[[]]", "{}", "{a=1}", "[{}]", "[{kind=3}]", "1979-05-27", "'\u{e9}'"]),
    ) {
        let text = format!("criteria = \"House 1\"\n[[test]]\n{key} = {value}\n");
        prop_assert!(load(&[("set", SET), ("x", &text)]).is_err());
    }
}
