//! Text of PDF. The library panics on hostile files, which the worker contains, so a panic is no finding here; memory
//! and time are.
#![no_main]

use std::panic::{catch_unwind, set_hook};

use assize_intake::{DocumentKind, Limits, extract};
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    // The fuzzer's own hook would end the process at a panic before it can be caught.
    init: set_hook(Box::new(|_| {})),
    |bytes: &[u8]| {
        let _ = catch_unwind(|| extract(DocumentKind::Pdf, bytes, &Limits::default()));
    }
);
