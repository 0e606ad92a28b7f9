//! What the tests of several methods share.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests may fail them, and not every test uses all"
)]

use assize_methods::{Method, Outcome};
use serde_json::Value;

/// The method's outcome; the test fails where the inputs are refused.
pub(crate) fn outcome(name: &str, inputs: &Value) -> Outcome {
    match Method::named(name).unwrap().run(inputs) {
        Ok(outcome) => outcome,
        Err(problems) => panic!("{name} {}: {problems:?}", cut(inputs)),
    }
}

/// The method's result.
pub(crate) fn result(name: &str, inputs: &Value) -> Value {
    outcome(name, inputs).result
}

/// Where the inputs are refused, in order; the test fails where they are not.
pub(crate) fn refused(name: &str, inputs: &Value) -> Vec<String> {
    match Method::named(name).unwrap().run(inputs) {
        Ok(outcome) => panic!("{name} {} gives {}", cut(inputs), outcome.result),
        Err(problems) => {
            for problem in &problems {
                let (what, hint) = (problem.what.to_string(), problem.hint.to_string());
                assert!(!what.is_empty() && !hint.is_empty(), "{problem:?}");
                assert!(!what.ends_with('.') && !hint.ends_with('.'), "{problem:?}");
            }
            problems.into_iter().map(|problem| problem.at).collect()
        }
    }
}

/// The rows of a fixture, below its header.
pub(crate) fn rows(fixture: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/fixtures/{fixture}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn cut(inputs: &Value) -> String {
    inputs.to_string().chars().take(300).collect()
}
