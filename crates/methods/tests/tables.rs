//! The methods against tables: those that audit guides print, and thousands of rows from an oracle that is not ours.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

mod support;

use serde_json::{Value, json};
use support::{refused, result, rows};

const TOLERABLE: [u32; 11] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20];

fn percent(percent: &str) -> String {
    let (whole, part) = percent.split_once('.').unwrap_or((percent, ""));
    format!("0.{whole:0>2}{part}")
}

#[test]
fn sizes_are_those_that_audit_guides_print() {
    let (mut cells, mut contradicted) = (0, Vec::new());
    for row in rows("printed_sizes.csv") {
        for (tolerable, printed) in TOLERABLE.iter().zip(&row[2..]).filter(|(_, printed)| !printed.is_empty())
        {
            let inputs = json!({ "risk": row[0], "tolerable": percent(&tolerable.to_string()), "expected": percent(&row[1]) });
            let size = result("sample-size", &inputs)["size"].to_string();
            cells += 1;
            if size != *printed {
                contradicted
                    .push(format!("{} {tolerable} {}: {printed} printed, {size} exact", row[0], row[1]));
            }
        }
    }
    assert!(cells > 250, "{cells}");
    assert_eq!(contradicted, ["0.10 7 3.25: 112 printed, 113 exact"]);
}

#[test]
fn limits_are_those_that_audit_guides_print() {
    for row in rows("printed_limits.csv") {
        for (deviations, printed) in row[1..].iter().enumerate() {
            let sample: u32 = row[0].parse().unwrap();
            let limit =
                result("upper-limit", &json!({ "sample": sample, "deviations": deviations, "risk": "0.05" }));
            let (whole, tenth) = printed.split_once('.').unwrap();
            assert_eq!(limit["upper_limit"], format!("0.{whole:0>2}{tenth}"), "{sample} {deviations}");
        }
    }
}

#[test]
fn sizes_are_those_of_the_oracle() {
    let table = rows("sizes.csv");
    assert!(table.len() > 1_500);
    for row in table {
        let [risk, tolerable, expected, population, size, deviations] = row.as_slice() else {
            panic!("{row:?}")
        };
        let mut inputs = json!({ "risk": risk, "tolerable": tolerable, "expected": expected });
        if let Ok(population) = population.parse::<u32>() {
            inputs["population"] = json!(population);
        }
        if size.is_empty() {
            assert_eq!(refused("sample-size", &inputs), ["/expected"], "{row:?}");
        } else {
            let found = result("sample-size", &inputs);
            assert_eq!(
                (found["size"].to_string(), found["deviations"].to_string()),
                (size.clone(), deviations.clone()),
                "{row:?}"
            );
        }
    }
}

#[test]
fn limits_are_those_of_the_oracle() {
    for row in rows("limits.csv") {
        let number = |place: usize| row[place].parse::<u32>().unwrap();
        let mut inputs = json!({ "sample": number(0), "deviations": number(1), "risk": row[2] });
        if row[3].is_empty() {
            let found = result("upper-limit", &inputs);
            let (exact, above) = (found["exact"].as_str().unwrap(), found["exact_above"].as_str().unwrap());
            // The enclosure's ends are 15 places apart by one; the oracle's 20 digits lie between, or on the upper end.
            let oracle = format!("{:0<17}", row[4].chars().take(17).collect::<String>());
            let on_the_end = oracle == exact && row[4].trim_end_matches('0').len() <= 17;
            assert!(on_the_end || above == oracle && above < exact, "{row:?} {found}");
        } else {
            inputs["population"] = json!(number(3));
            assert_eq!(
                result("upper-limit", &inputs)["population_deviations"].to_string(),
                row[4],
                "{row:?}"
            );
        }
    }
}

#[test]
fn monetary_sizes_are_those_of_the_oracle() {
    for row in rows("monetary.csv") {
        let inputs = json!({ "risk": row[0], "tolerable": row[1], "expected_ratio": row[2] });
        let found = result("mus-size", &inputs);
        assert_eq!(
            (found["size"].to_string(), found["confidence_factor"].as_str().unwrap()),
            (row[3].clone(), row[4].as_str()),
            "{row:?}"
        );
    }
}

#[test]
fn monetary_sizes_are_those_that_audit_guides_print() {
    const TOLERABLE: [&str; 5] = ["0.1", "0.05", "0.03", "0.02", "0.01"];
    let printed = [
        ("0", [30, 60, 100, 150, 300]),
        ("0.2", [47, 93, 155, 232, 463]),
        ("0.5", [116, 231, 385, 577, 1154]),
    ];
    for (ratio, sizes) in printed {
        for (tolerable, size) in TOLERABLE.iter().zip(sizes) {
            let found = result(
                "mus-size",
                &json!({ "risk": "0.05", "tolerable": tolerable, "expected_ratio": ratio }),
            );
            assert_eq!(found["size"], size, "{ratio} {tolerable}");
        }
    }
}

/// What scripts may rely on.
#[test]
fn scripts_find_their_keys() {
    let holds = |name: &str, inputs: Value, expected: Value| {
        let found = result(name, &inputs);
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(&found[key], value, "{name} {key}: {found}");
        }
    };
    holds(
        "sample-size",
        json!({ "risk": 0.05, "tolerable": 0.06, "expected": 0.01 }),
        json!({ "size": 78, "deviations": 1 }),
    );
    holds(
        "upper-limit",
        json!({ "sample": 60, "deviations": 1, "risk": 0.05 }),
        json!({ "upper_limit": "0.077" }),
    );
    holds(
        "upper-limit",
        json!({ "sample": 60, "deviations": 60, "risk": 0.05 }),
        json!({ "upper_limit": "1.000" }),
    );
    holds(
        "mus-size",
        json!({ "risk": 0.05, "tolerable": 0.03, "expected_ratio": 0.2 }),
        json!({ "size": 155 }),
    );
    holds(
        "discovery-size",
        json!({ "population": 1000, "rate": 0.05, "confidence": 0.95 }),
        json!({ "size": 57 }),
    );
    holds(
        "site-sample",
        json!({ "sites": 50, "audit": "initial" }),
        json!({ "sites": 8, "random_at_least": 2, "central_function": true }),
    );
    holds(
        "site-sample",
        json!({ "sites": 50, "audit": "surveillance" }),
        json!({ "sites": 5, "random_at_least": 2 }),
    );
    holds(
        "site-sample",
        json!({ "sites": 50, "audit": "recertification" }),
        json!({ "sites": 6, "random_at_least": 2 }),
    );
}
