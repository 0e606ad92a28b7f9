//! The fuzz target of catalogue files, on the built-in ones and on what comes of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

#[path = "../../../fuzz/targets/mutate.rs"]
mod mutate;
#[path = "../../../fuzz/targets/catalogue.rs"]
mod targets;

use assize_catalogue::BUILTIN;

const WORDS: [&str; 14] = [
    "[[test]]\n",
    "[[clause]]\n",
    "[criteria]\n",
    "id = ",
    "\"\"\"",
    "\"",
    "= [",
    "]\n",
    "\u{202E}",
    "\\u0000",
    "ISO/IEC 27001:2022",
    "A.5.1",
    "=",
    "\n",
];

#[test]
fn catalogue_files() {
    // Files as long as these are cut into pieces, so that changes meet what they change.
    let lines = BUILTIN.iter().flat_map(|(_, text)| {
        let lines: Vec<&str> = text.lines().take(400).collect();
        lines.chunks(40).map(|part| part.join("\n").into_bytes()).collect::<Vec<_>>()
    });
    let seeds: Vec<Vec<u8>> = lines.collect();
    mutate::run(&seeds, &WORDS, 3_000, targets::file);
}
