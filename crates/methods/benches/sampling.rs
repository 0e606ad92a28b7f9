//! How long the sampling methods take, for ordinary inputs and for the hardest ones that they accept.

use std::hint::black_box;
use std::time::{Duration, Instant};

use assize_methods::{Method, Outcome};
use serde_json::{Value, json};

/// Each method is measured by turns, and the best time is taken.
const ROUNDS: u32 = 5;

fn main() {
    // A test run starts benches too, without this argument; there is nothing to measure then.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    for (what, name, inputs) in cases() {
        let mut best = Duration::MAX;
        let mut size = Value::Null;
        for _round in 0..ROUNDS {
            let start = Instant::now();
            let outcome: Option<Outcome> =
                Method::named(name).and_then(|method| method.run(black_box(&inputs)).ok());
            best = best.min(start.elapsed());
            size = outcome.map_or(Value::Null, |outcome| {
                ["size", "upper_limit", "plan_risk"]
                    .iter()
                    .find_map(|key| outcome.result.get(key).cloned())
                    .unwrap_or_default()
            });
        }
        println!("{name:<16} {:>10.3} ms  {what}: {size}", best.as_secs_f64() * 1e3);
    }
}

fn cases() -> Vec<(&'static str, &'static str, Value)> {
    let rows: Vec<[String; 2]> =
        (1..=100_000u32).map(|row| [format!("item {row}"), row.to_string()]).collect();
    let population = json!({ "sha256": "0".repeat(64), "header": ["key", "value"], "rows": rows });
    let draw = |method: &str| json!({ "population": population, "size": 500, "seed": "bench", "method": method, "key": "key", "value": "value" });
    vec![
        ("ordinary", "sample-size", json!({ "risk": "0.05", "tolerable": "0.06", "expected": "0.01" })),
        (
            "ordinary, finite",
            "sample-size",
            json!({ "risk": "0.05", "tolerable": "0.06", "expected": "0.01", "population": 2000 }),
        ),
        ("thousands", "sample-size", json!({ "risk": "0.05", "tolerable": "0.06", "expected": "0.055" })),
        (
            "thousands, finite",
            "sample-size",
            json!({ "risk": "0.05", "tolerable": "0.06", "expected": "0.055", "population": 100_000 }),
        ),
        (
            "long decimals",
            "sample-size",
            json!({ "risk": "0.05", "tolerable": "0.060000000000000000000000000001", "expected": "0.05" }),
        ),
        ("ordinary", "discovery-size", json!({ "population": 10_000, "rate": "0.01", "confidence": "0.95" })),
        (
            "the largest population",
            "discovery-size",
            json!({ "population": u32::MAX, "rate": "0.00001", "confidence": "0.95" }),
        ),
        ("ordinary", "upper-limit", json!({ "sample": 93, "deviations": 2, "risk": "0.05" })),
        ("thousands", "upper-limit", json!({ "sample": 5000, "deviations": 150, "risk": "0.05" })),
        (
            "ordinary, finite",
            "upper-limit",
            json!({ "sample": 93, "deviations": 2, "risk": "0.05", "population": 2000 }),
        ),
        (
            "thousands, finite",
            "upper-limit",
            json!({ "sample": 5000, "deviations": 150, "risk": "0.05", "population": 100_000 }),
        ),
        ("the largest", "upper-limit", json!({ "sample": 200_000, "deviations": 100_000, "risk": "0.05" })),
        (
            "the largest, finite",
            "upper-limit",
            json!({ "sample": 200_000, "deviations": 100_000, "risk": "0.05", "population": u32::MAX }),
        ),
        ("ordinary", "mus-size", json!({ "risk": "0.05", "tolerable": "0.03", "expected_ratio": "0.2" })),
        (
            "much expected",
            "mus-size",
            json!({ "risk": "0.05", "tolerable": "0.03", "expected_ratio": "0.9" }),
        ),
        ("four stages", "stop-or-go", json!({ "risk": "0.05", "tolerable": "0.05", "deviations_most": 3 })),
        ("100,000 rows", "draw", draw("simple")),
        ("100,000 rows", "draw", draw("systematic")),
        ("100,000 rows", "draw", draw("pps")),
    ]
}
