//! Loading the built-in catalogue, importing a large OSCAL catalog, searching all tests.
//!
//! `cargo bench -p assize-catalogue`. Each line is the median of its runs; for the import the peak of the whole process is printed too.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark says what it measures, and stops where it cannot"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use assize_catalogue::format::{Strictness, import_oscal};
use assize_catalogue::{BUILTIN, Catalogue, Rules};

/// Bytes of the OSCAL catalog.
const OSCAL_BYTES: usize = 14 * 1024 * 1024;

fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times.get(runs / 2).copied().unwrap_or_default()
}

fn main() {
    let bytes: usize = BUILTIN.iter().map(|(_, text)| text.len()).sum();
    let catalogue = Catalogue::builtin().unwrap();
    println!(
        "the built-in catalogue: {} files, {bytes} bytes, {} tests",
        BUILTIN.len(),
        catalogue.tests().len()
    );
    println!("load                  {:>12.3?}", median(51, || drop(black_box(Catalogue::builtin()))));
    let rules = Rules::house().unwrap();
    println!(
        "examine               {:>12.3?}",
        median(11, || drop(black_box(Catalogue::examine(BUILTIN.iter().copied(), &rules))))
    );
    for query in ["supplier contract", "a", "risk owner accepts residual", "zzz"] {
        let found = catalogue.search(query, 50).len();
        println!(
            "search `{query}`: {found} found, {:.3?}",
            median(101, || drop(black_box(catalogue.search(query, 50))))
        );
    }
    let text = oscal();
    let before = peak_kib();
    let imported = import_oscal("large.json", &text, &[], Strictness::Strict, None);
    assert!(imported.problems.is_empty(), "{:?}", imported.problems.first());
    println!(
        "import of {} bytes of OSCAL, {} controls: peak {} KiB, before it {before} KiB",
        text.len(),
        imported.catalogue.sets().next().unwrap().requirements().len(),
        peak_kib()
    );
    drop(imported);
    // The aim is under 200 ms: read, held against the format in full, and made into a set.
    println!(
        "import                {:>12.3?}",
        median(5, || drop(black_box(import_oscal("large.json", &text, &[], Strictness::Strict, None))))
    );
}

/// A catalog as large as NIST SP 800-53 with all its wording: 4,000 controls.
fn oscal() -> String {
    const CONTROLS: usize = 4_000;
    let mut text = String::from(
        r#"{"catalog":{"uuid":"6c5b1a4e-3a0e-4c58-9d4e-111111111111","metadata":{"title":"Large","last-modified":"2026-01-01T00:00:00Z","version":"1","oscal-version":"1.2.0"},"groups":["#,
    );
    let prose = "The yard keeps a book of every cart that passes the gate, by day and by night. ".repeat(43);
    for group in 0..20 {
        let _ = write!(
            text,
            r#"{}{{"id":"g{group}","class":"family","title":"Group {group}","controls":["#,
            if group == 0 { "" } else { "," }
        );
        for control in 0..CONTROLS / 20 {
            let comma = if control == 0 { "" } else { "," };
            let _ = write!(
                text,
                r#"{comma}{{"id":"g{group}-{control}","class":"yard","title":"Control {control}","params":[{{"id":"p{group}-{control}","label":"a number"}}],"props":[{{"name":"label","value":"G{group}-{control}"}},{{"name":"sort-id","value":"g{group:02}-{control:03}"}}],"links":[{{"href":"g0-0","rel":"related"}}],"parts":[{{"id":"g{group}-{control}_smt","name":"statement","prose":"{prose}"}}]}}"#
            );
        }
        text.push_str("]}");
    }
    text.push_str("]}}");
    assert!(text.len() > OSCAL_BYTES, "{}", text.len());
    text
}

/// The most memory that this process has had, in KiB; 0 where the system does not say.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
