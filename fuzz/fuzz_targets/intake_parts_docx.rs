//! The XML parts of a DOCX in a sound archive, which random bytes would hardly ever make.
#![no_main]

#[path = "../targets/archive.rs"]
mod archive;

use assize_intake::{DocumentKind, Limits, extract};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&str, &str)| {
    let (document, styles) = parts;
    let bytes = archive::of(&[("word/document.xml", document), ("word/styles.xml", styles)]);
    let _ = extract(DocumentKind::Docx, &bytes, &Limits::default());
});
