//! Text of Docx.
#![no_main]

use assize_intake::{DocumentKind, Limits, extract};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(found) = extract(DocumentKind::Docx, bytes, &Limits::default()) {
        assert_eq!(found.chars, found.text.chars().count());
        assert!(found.headings.iter().all(|heading| found.text.is_char_boundary(heading.offset_bytes)));
    }
});
