//! Draws: the same by a program that is not ours, and by no means anything else.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

mod support;

use std::io::Write as _;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use serde_json::{Value, json};
use support::{outcome, refused, result};

/// A population of that many rows, with a key, a value, a stratum and a note; its numbers are fixed, and look like none.
fn population(rows: usize) -> Value {
    let regions = ["north", "süd", "east"];
    let row = |row: usize| {
        let value = if row % 17 == 3 { 0 } else { row * row % 9_973 + 1 };
        let whale = if row % 29 == 7 { 250_000 } else { 0 };
        json!([
            format!("K{row}"),
            format!("{}.{:02}", value + whale, row % 100),
            regions[row * 7 % 11 % 3],
            ""
        ])
    };
    json!({ "sha256": "5e".repeat(32), "header": ["id", "amount", "region", "note"], "rows": (0..rows).map(row).collect::<Vec<_>>() })
}

fn draw(rows: usize, size: usize, method: &str, seed: &str) -> Value {
    json!({ "population": population(rows), "size": size, "seed": seed, "method": method, "key": "id", "value": "amount", "stratum": "region" })
}

const METHODS: [&str; 4] = ["simple", "systematic", "stratified", "pps"];

/// What the other program draws; nothing where there is no Python 3.
fn by_python(cases: &Value) -> Option<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/draw.py");
    let python = Command::new("python3")
        .args(["-I", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut python = match python {
        Ok(python) => python,
        Err(error) => {
            println!("skipped: python3 could not be started: {error}");
            return None;
        }
    };
    python.stdin.take().unwrap().write_all(cases.to_string().as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// The rows in the order of drawing, those replaced too, from the sheet; counted from 0.
fn rows_drawn(outcome: &assize_methods::Outcome) -> Vec<u64> {
    let drawn = outcome.sheet.steps.iter().filter(|step| step.what.to_string().starts_with("draw "));
    drawn
        .map(|step| {
            step.value.to_string()["row ".len()..].split(':').next().unwrap().parse::<u64>().unwrap() - 1
        })
        .collect()
}

#[test]
fn another_program_draws_the_same() {
    let (mut cases, mut ours) = (Vec::new(), Vec::new());
    for (index, (rows, size)) in
        [(1, 1), (2, 1), (5, 2), (7, 7), (60, 13), (311, 40), (311, 100), (500, 1)].into_iter().enumerate()
    {
        for method in METHODS {
            let positive =
                rows - (0..rows).filter(|row| row % 17 == 3 && row % 29 != 7 && row % 100 == 0).count();
            let seed = format!("seed {index} ä");
            let mut inputs = draw(rows, size.min(positive), method, &seed);
            let first = rows_drawn(&outcome("draw", &inputs));
            // Where there are enough items, the first and the last are replaced, and then the first's replacement.
            let places: Vec<usize> = if rows > 50 && size > 1 { vec![0, size - 1, size] } else { Vec::new() };
            let mut drawn = first.clone();
            for place in &places {
                let key = format!("K{}", drawn[*place]);
                let mut replace = inputs["replace"].as_array().cloned().unwrap_or_default();
                replace.push(json!({ "key": key, "reason": "archived" }));
                inputs["replace"] = json!(replace);
                drawn = rows_drawn(&outcome("draw", &inputs));
            }
            let population = &inputs["population"]["rows"].as_array().unwrap();
            let column = |place: usize| population.iter().map(|row| row[place].clone()).collect::<Vec<_>>();
            cases.push(json!({ "sha256": inputs["population"]["sha256"], "seed": seed, "rows": rows, "size": inputs["size"], "method": method,
                "values": column(1), "strata": column(2), "replace": places }));
            ours.push(json!(drawn));
        }
    }
    if let Some(theirs) = by_python(&json!(cases)) {
        for (place, case) in cases.iter().enumerate() {
            assert_eq!(ours[place], theirs[place], "{} {} {}", case["method"], case["rows"], case["size"]);
        }
    }
}

#[test]
fn known_draws_stay_as_they_are() {
    let inputs = json!({ "population": { "sha256": "0".repeat(64), "header": ["id"], "rows": [["a"], ["b"], ["c"], ["d"], ["e"]] }, "size": 2, "seed": "27007" });
    let found = result("draw", &inputs);
    assert_eq!(found["algorithm"], "assize-draw-1/simple");
    assert_eq!(found["selected"], json!(KNOWN), "rows by their number where no key is named");
    assert_eq!(found["rows"], 5);
    assert_eq!(found["population_sha256"], "0".repeat(64));
}

/// What docs/methods/drawing.md says of its example.
const KNOWN: [u64; 2] = [5, 1];

#[test]
fn a_replacement_is_the_next_of_the_draw_and_stays_visible() {
    for method in METHODS {
        let short = result("draw", &draw(200, 10, method, "s"));
        let first = short["selected"][0].clone();
        let mut inputs = draw(200, 10, method, "s");
        inputs["replace"] = json!([{ "key": first, "reason": "the file is lost" }]);
        let found = result("draw", &inputs);
        let by = found["selected"][9].clone();
        assert_eq!(
            found["replacements"],
            json!([{ "replaced": first, "by": by, "reason": "the file is lost" }]),
            "{method}"
        );
        assert!(!short["selected"].as_array().unwrap().contains(&by), "{method}");
        assert_eq!(
            found["selected"].as_array().unwrap()[..9],
            short["selected"].as_array().unwrap()[1..],
            "{method}"
        );
        if method == "simple" {
            assert_eq!(
                by,
                result("draw", &draw(200, 11, method, "s"))["selected"][10],
                "the eleventh of a draw of eleven"
            );
        }
    }
}

#[test]
fn the_great_are_taken_for_certain_and_the_worthless_never() {
    let rows: Vec<Value> = (0..50)
        .map(|row| {
            json!([
                row.to_string(),
                if row == 7 {
                    "1000000"
                } else if row < 5 {
                    "0"
                } else {
                    "10.5"
                }
            ])
        })
        .collect();
    for seed in 0..40 {
        let inputs = json!({ "population": { "sha256": "0".repeat(64), "header": ["id", "v"], "rows": rows }, "size": 6, "seed": seed.to_string(), "method": "pps", "key": "id", "value": "v" });
        let selected = result("draw", &inputs)["selected"].clone();
        assert_eq!(selected[0], "7");
        assert!(
            selected.as_array().unwrap().iter().all(|key| key.as_str().unwrap().parse::<u32>().unwrap() >= 5)
        );
    }
}

#[test]
fn an_item_of_just_an_interval_is_taken_for_certain() {
    let rows = json!([["a", "5"], ["b", "2.5"], ["c", "2.5"]]);
    let inputs = json!({ "population": { "sha256": "0".repeat(64), "header": ["id", "v"], "rows": rows }, "size": 2, "seed": "x", "method": "pps", "value": "v" });
    let outcome = outcome("draw", &inputs);
    assert_eq!(outcome.result["selected_rows"][0], 1);
    assert!(
        outcome
            .sheet
            .steps
            .iter()
            .any(|step| step.working == "taken for certain: 50 units are at least 100 / 2")
    );
}

#[test]
fn every_item_is_as_likely_as_it_should_be() {
    // 2,000 seeds, 12 rows, 3 drawn: each row 500 times but for chance (a standard deviation of 19).
    for method in ["simple", "systematic"] {
        let mut counts = [0u32; 12];
        for seed in 0..2_000 {
            for row in
                result("draw", &draw(12, 3, method, &seed.to_string()))["selected_rows"].as_array().unwrap()
            {
                counts[usize::try_from(row.as_u64().unwrap()).unwrap() - 1] += 1;
            }
        }
        assert!(counts.iter().all(|count| (400..600).contains(count)), "{method} {counts:?}");
    }
}

#[test]
fn populations_are_refused_at_the_cell_that_is_wrong() {
    let fine = |rows: Value| json!({ "population": { "sha256": "0".repeat(64), "header": ["id", "v", "s"], "rows": rows }, "size": 1, "seed": "x" });
    let with = |rows: Value, changes: Value| {
        let mut inputs = fine(rows);
        inputs.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        inputs
    };
    let two = || json!([["a", "1", "n"], ["b", "2", "n"]]);
    let cases: Vec<(Value, &[&str])> = vec![
        (fine(json!([])), &["/size", "/population/rows"]),
        (fine(json!([["a", "b", "c", "d"]])), &["/population/rows/0"]),
        (fine(json!([["a", 1]])), &["/population/rows/0/1"]),
        (fine(json!(["a"])), &["/population/rows/0"]),
        (with(two(), json!({ "size": 0 })), &["/size"]),
        (with(two(), json!({ "size": 3 })), &["/size"]),
        (with(two(), json!({ "seed": "" })), &["/seed"]),
        (with(two(), json!({ "seed": "two\nlines" })), &["/seed"]),
        (with(two(), json!({ "method": "haphazard" })), &["/method"]),
        (with(two(), json!({ "method": "pps" })), &["/value"]),
        (with(two(), json!({ "method": "stratified" })), &["/stratum"]),
        (with(two(), json!({ "key": "nothing" })), &["/key"]),
        (with(two(), json!({ "expected_rows": 3 })), &["/expected_rows"]),
        (with(two(), json!({ "expected_total": "3" })), &["/expected_total"]),
        (with(two(), json!({ "value": "v", "expected_total": "4" })), &["/expected_total"]),
        (
            with(json!([["a"], ["a"], [" a "], [""]]), json!({ "key": "id" })),
            &["/population/rows/1/0", "/population/rows/2/0", "/population/rows/3/0"],
        ),
        (
            with(
                json!([
                    ["a", "1"],
                    ["b", "1,5"],
                    ["c", "-1"],
                    ["d", "1/2"],
                    ["e", "1e3"],
                    ["f"],
                    ["g", "0.1234567"]
                ]),
                json!({ "value": "v" }),
            ),
            &[
                "/population/rows/1/1",
                "/population/rows/2/1",
                "/population/rows/3/1",
                "/population/rows/4/1",
                "/population/rows/5/1",
                "/population/rows/6/1",
            ],
        ),
        (with(json!([["a", "0"]]), json!({ "value": "v" })), &["/value"]),
        (with(json!([["a", "9".repeat(40)]]), json!({ "value": "v" })), &["/value"]),
        (
            with(json!([["a", "1"], ["b", "0"]]), json!({ "value": "v", "method": "pps", "size": 2 })),
            &["/size"],
        ),
        (with(json!([["a", "1", " "]]), json!({ "stratum": "s" })), &["/population/rows/0/2"]),
        (with(two(), json!({ "replace": [{ "key": "3", "reason": "x" }] })), &["/replace/0/key"]),
        (with(two(), json!({ "size": 2, "replace": [{ "key": "1", "reason": "x" }] })), &["/replace/0/key"]),
        (with(two(), json!({ "replace": [{ "key": "1" }] })), &["/replace/0/reason"]),
    ];
    for (inputs, places) in cases {
        assert_eq!(refused("draw", &inputs), places, "{inputs}");
    }
    let mut twice = fine(two());
    twice["population"]["header"] = json!(["id", "id", "s"]);
    twice["key"] = json!("id");
    assert_eq!(refused("draw", &twice), ["/key"]);
    let mut other = fine(two());
    other["population"]["sha256"] = json!("0".repeat(63));
    assert_eq!(refused("draw", &other), ["/population/sha256"]);
}

#[test]
fn many_problems_are_counted_not_listed() {
    let rows: Vec<Value> = (0..5_000).map(|_| json!(["same"])).collect();
    let inputs = json!({ "population": { "sha256": "0".repeat(64), "header": ["id"], "rows": rows }, "size": 1, "seed": "x", "key": "id" });
    let places = refused("draw", &inputs);
    assert_eq!((places.len(), places.last().unwrap().as_str()), (201, "/population/rows"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_sample_is_a_subset_without_repeats_and_the_same_again(rows in 1usize..150, share in 0usize..100, method in 0usize..4, seed in "[a-z0-9]{1,12}") {
        // A row in seventeen may have no value, and cannot be drawn by value.
        let size = (share * rows / 120).max(1);
        let inputs = draw(rows, size, METHODS[method], &seed);
        let found = result("draw", &inputs);
        let selected: Vec<u64> = found["selected_rows"].as_array().unwrap().iter().map(|row| row.as_u64().unwrap()).collect();
        prop_assert_eq!(selected.len(), size);
        prop_assert!(selected.iter().all(|row| (1..=rows as u64).contains(row)));
        let unique: std::collections::BTreeSet<u64> = selected.iter().copied().collect();
        prop_assert_eq!(unique.len(), size);
        prop_assert_eq!(&result("draw", &inputs), &found);
    }
}
