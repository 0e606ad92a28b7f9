//! No bytes make a parser of documents panic or outgrow its limits.

use assize_intake::{
    DocumentKind, Limits, TEXT_CHARS_MAX, defuse_cell, extract, is_formula_like, sniff, soa, table, technical,
};

const KINDS: [DocumentKind; 6] = [
    DocumentKind::Markdown,
    DocumentKind::PlainText,
    DocumentKind::Csv,
    DocumentKind::Html,
    DocumentKind::Docx,
    DocumentKind::Xlsx,
];

/// Small, so that the bounds are met.
fn limits() -> Limits {
    Limits {
        output_chars_max: 2_000,
        headings_max: 20,
        zip_total_bytes_max: 500_000,
        sheet_rows_max: 200,
        sheet_columns_max: 40,
        ..Limits::default()
    }
}

/// A document as text: the first byte is its kind.
pub(crate) fn text(data: &[u8]) {
    let Some((first, data)) = data.split_first() else { return };
    let limits = limits();
    let _ = sniff("a.docx", data);
    let Ok(found) = extract(KINDS[usize::from(*first) % KINDS.len()], data, &limits) else { return };
    assert!(found.chars <= limits.output_chars_max && found.headings.len() <= limits.headings_max);
    assert_eq!(found.chars, found.text.chars().count());
    assert!(!found.text.contains('\0'));
    let mut last = 0;
    for heading in &found.headings {
        assert!(found.text.is_char_boundary(heading.offset_bytes) && heading.offset_bytes >= last);
        assert!((1..=9).contains(&heading.level) && !heading.title.is_empty());
        last = heading.offset_bytes;
    }
}

/// A table, and a Statement of Applicability out of it: of the first byte the last bit is its kind.
pub(crate) fn table_of(data: &[u8]) {
    let Some((first, data)) = data.split_first() else { return };
    let kind = if first % 2 == 0 { DocumentKind::Csv } else { DocumentKind::Xlsx };
    let limits = limits();
    let Ok((table, _)) = table(kind, data, &limits) else { return };
    for row in table.sheets.iter().flat_map(|sheet| &sheet.rows) {
        assert!(row.cells.len() <= 40 && row.number <= 200);
        assert!(row.cells.iter().all(|cell| !is_formula_like(&defuse_cell(cell))));
    }
    let _ = soa::read(&table);
}

/// What a scanner reports: within its bounds, and as a table of as many rows.
pub(crate) fn scan(data: &[u8]) {
    let limits = limits();
    for kind in [DocumentKind::PlainText, DocumentKind::Csv] {
        let Ok(Some(read)) = technical(kind, data, &limits) else { continue };
        assert!(read.reported.len() < 200);
        for one in &read.reported {
            for text in [&one.check, &one.title, &one.said, &one.target, &one.place] {
                assert!(text.chars().count() <= TEXT_CHARS_MAX + 1 && !text.contains(char::is_control));
            }
            assert!(one.since.as_ref().is_none_or(|since| since.len() == 10 && since.is_ascii()));
        }
        let counted: usize =
            read.tallies().values().map(|tally| tally.failed + tally.passed + tally.neither).sum();
        assert_eq!(counted, read.reported.len());
        assert_eq!(read.table().sheets[0].rows.len(), read.reported.len() + 1);
    }
}
