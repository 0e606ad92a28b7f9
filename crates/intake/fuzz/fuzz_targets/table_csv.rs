//! Tables of Csv, and what a Statement of Applicability makes of them.
#![no_main]

use assize_intake::{DocumentKind, Limits, soa, table};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((table, _)) = table(DocumentKind::Csv, bytes, &Limits::default()) {
        let _ = soa::read(&table);
    }
});
