//! The XML parts of an XLSX in a sound archive, which random bytes would hardly ever make.
#![no_main]

#[path = "../targets/archive.rs"]
mod archive;

use assize_intake::{DocumentKind, Limits, soa, table};
use libfuzzer_sys::fuzz_target;

const RELS: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const WORKBOOK_RELS: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fuzz_target!(|parts: (&str, &str, &str)| {
    let (rows, strings, styles) = parts;
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let bytes = archive::of(&[
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]);
    if let Ok((table, _)) = table(DocumentKind::Xlsx, &bytes, &Limits::default()) {
        let _ = soa::read(&table);
    }
});
