//! The quality of a catalogue: copies, spelling, sentences of others, reading ease, ids that disappear.

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

use assize_catalogue::{Released, Rules, Sentences, WordList};
use house::{DOORS, LAMPS, SET, examined, tests, words};

#[test]
fn a_test_does_not_repeat_another() {
    let of = |lamps: &str| {
        examined(&[("set.toml", SET), ("tests.toml", &tests(&[DOORS, lamps]))], &Rules::default())
    };
    assert_eq!(of(LAMPS), []);
    let copy =
        DOORS.replace("id = \"T-1\"", "id = \"T-2\"").replace("links = [\"T-2\"]", "links = [\"T-1\"]");
    let problems = words(&of(&copy));
    assert!(
        problems.contains("tests.toml:24: test[1]: has 100 % of its runs of words in common with `T-1`"),
        "{problems}"
    );
    // Five words are a copy, whatever their case and punctuation; four are a coincidence.
    let entry = |text: &str| of(&LAMPS.replace("soot above a bench that is said to be unused", text));
    let problems = words(&entry("Hinges, and BOLTS of the cellar door!"));
    assert!(problems.contains("`Hinges, and BOLTS of the cellar door!` stands in `T-1` too"), "{problems}");
    assert_eq!(entry("nights of one month"), []);
    // Some runs in common are no copy: one entry of a test changed by a word or two.
    assert_eq!(entry("hinges and bolts of the cellar gate"), []);
}

#[test]
fn copies_are_found_among_many() {
    let copies: Vec<String> = (2..60)
        .map(|n| {
            DOORS
                .replace("id = \"T-1\"", &format!("id = \"T-{n}\""))
                .replace("links = [\"T-2\"]", "links = []")
        })
        .collect();
    let all: Vec<&str> = copies.iter().map(String::as_str).collect();
    let problems = examined(&[("set", SET), ("tests", &tests(&all))], &Rules::default());
    for n in 3..60 {
        let path = format!("test[{}]", n - 2);
        assert!(
            problems
                .iter()
                .any(|problem| problem.path == path && problem.what.to_string().contains("in common")),
            "{path}"
        );
    }
}

#[test]
fn the_words_of_a_catalogue_are_looked_at() {
    let files = [("set.toml", SET), ("tests.toml", &tests(&[DOORS, LAMPS])[..])];
    // Spelling: a word that is not on the list, at its place.
    let list = "of\nthe\ncellar\nand\n";
    let rules = Rules { words: Some(WordList::parse("words", list).unwrap()), ..Rules::default() };
    let problems = words(&examined(&files, &rules));
    let place =
        "tests.toml:12: test[0].inspect[0]: has words that are not on the list: `hinges`, `bolts`, `door`;";
    assert!(problems.contains(place), "{problems}");
    // Sentences: eight words in a row of somebody else's text; the title of a clause may stand.
    let theirs = "They say that somebody shuts every door at dusk, since what they say.";
    let rules = Rules { sentences: Sentences::of(theirs), ..Rules::default() };
    let problems = words(&examined(&files, &rules));
    let place = "tests.toml:7: test[0].objective: repeats a sentence of a standard: `somebody shuts every door at dusk since what`";
    assert!(problems.starts_with(place), "{problems}");
    let long = SET.replace("title = \"One two\"", "title = \"somebody shuts every door at dusk since what\"");
    assert_eq!(examined(&[("set.toml", &long), ("tests.toml", files[1].1)], &rules), []);
    // Reading ease: of a test as a whole.
    let heavy = "documentational institutionalization of organizational accountability, interdisciplinarily operationalized, ";
    let heavy = heavy.repeat(4);
    let objective =
        "Conclude whether somebody shuts every door at dusk, since what lies inside tempts those who pass.";
    let heavy = DOORS.replace(objective, heavy.trim_end_matches(", "));
    let problems =
        examined(&[("set.toml", SET), ("tests.toml", &tests(&[&heavy, LAMPS]))], &Rules::default());
    assert!(words(&problems).contains("test[0]: has a reading ease of "), "{}", words(&problems));
    // Ids: what was released stays.
    let released = |list: &str| {
        let released = Some(Released::parse("released", list).unwrap());
        words(&examined(&files, &Rules { released, ..Rules::default() }))
    };
    assert_eq!(released("# ids\nset House 1\nrequirement House 1/1.1\ntest T-1\nwithdrawn test T-0\n"), "");
    assert!(
        released("test T-1\ntest T-0\n").starts_with("released:2: the test `T-0` was released and is gone")
    );
    assert!(
        released("withdrawn test T-1\n").starts_with("released:1: the test `T-1` was withdrawn and is there")
    );
    assert_eq!(Released::parse("released", "test T-1\ntests T-2\ntest T-1\n").unwrap_err().len(), 2);
}
