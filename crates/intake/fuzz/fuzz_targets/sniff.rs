//! What a file is by name and content, and cells that are defused.
#![no_main]

use assize_intake::{defuse_cell, is_formula_like, sniff};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &[u8])| {
    let (name, bytes) = input;
    let _ = sniff(name, bytes);
    assert!(!is_formula_like(&defuse_cell(name)));
});
