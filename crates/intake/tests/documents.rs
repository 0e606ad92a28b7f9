//! Each kind of document, valid and hostile.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "this program is only tests")]

mod samples;

use assize_intake::{DocumentKind, Extracted, Limits, Severity, Unreadable, extract, sniff, soa, table};
use samples::{archive, docx_of, docx_with, paragraph, pdf_pages, pdf_parent_loop, statement_xlsx, xlsx_of};

fn read(kind: DocumentKind, bytes: &[u8]) -> Result<Extracted, Unreadable> {
    extract(kind, bytes, &Limits::default())
}

fn headings(found: &Extracted) -> Vec<(u8, &str)> {
    for heading in &found.headings {
        assert!(found.text[heading.offset_bytes..].starts_with(heading.title.split(' ').next().unwrap()));
    }
    found.headings.iter().map(|heading| (heading.level, heading.title.as_str())).collect()
}

#[test]
fn docx_gives_paragraphs_headings_tables_headers_and_footnotes() {
    let body = [
        paragraph("Titel", "Access Policy"),
        paragraph("berschrift1", "Ma&#223;nahmen &amp; more"),
        paragraph("", "Before <w:tab/>after").replace("<w:tab/>", "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>"),
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText><w:t>gone</w:t></w:r></w:del></w:p>".to_owned(),
        paragraph("Eigene", "Own style"),
        paragraph("Gliederung", "By outline"),
        paragraph("Kreis", "In a circle"),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Control</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>A.5.1</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>".to_owned(),
    ]
    .concat();
    let found = read(DocumentKind::Docx, &docx_of(&body)).unwrap();
    assert_eq!(
        found.text,
        "Access Policy\nMaßnahmen & more\nBefore \tafter\nkept\nOwn style\nBy outline\nIn a circle\nControl\ta b\nA.5.1\nConfidential\nA footnote\n"
    );
    assert_eq!(headings(&found), [(1, "Maßnahmen & more"), (1, "Own style"), (3, "By outline")]);
    assert_eq!(found.title.as_deref(), Some("Access Policy"));
    assert!(!found.truncated);
    assert_eq!(found.chars, found.text.chars().count());
    let core = b"<cp:coreProperties><dc:title>From core</dc:title></cp:coreProperties>";
    let found = read(DocumentKind::Docx, &docx_with(&body, &[("docProps/core.xml", core)])).unwrap();
    assert_eq!(found.title.as_deref(), Some("From core"));
}

#[test]
fn xlsx_gives_each_sheet_with_dates_and_cached_values() {
    let bytes = statement_xlsx();
    assert_eq!(sniff("soa.xlsx", &bytes).0, DocumentKind::Xlsx);
    let found = read(DocumentKind::Xlsx, &bytes).unwrap();
    assert!(found.text.contains("A.5.1\tPolicies for information security\tYes\tRisk R1\tImplemented"));
    assert!(found.text.ends_with("Meta\n2026-11-24\t2\t5.1\tTRUE\n"), "{}", found.text);
    assert_eq!(headings(&found), [(1, "SoA"), (1, "Meta")]);
    assert_eq!(found.problems[0].to_string(), "sheet `Meta`: the sheet is hidden; it is read all the same");
}

#[test]
fn a_statement_in_a_workbook_is_read_and_its_formula_named() {
    let (table, problems) = table(DocumentKind::Xlsx, &statement_xlsx(), &Limits::default()).unwrap();
    let formulas: Vec<String> =
        problems.iter().filter(|p| p.what.contains("like a formula")).map(ToString::to_string).collect();
    assert_eq!(formulas.len(), 1);
    assert!(formulas[0].starts_with("sheet `SoA`: row 6, column F: the cell begins like a formula"));
    let (rows, problems) = soa::read(&table);
    assert_eq!(problems, []);
    let controls: Vec<_> = rows.iter().map(|row| (row.control.as_str(), row.necessary, row.row)).collect();
    assert_eq!(controls, [("A.5.1", true, 4), ("A.5.10", true, 5), ("A.7.1", false, 6)]);
    assert_eq!(rows[2].why_excluded, "=HYPERLINK(\"http://x\")");
}

#[test]
fn pdf_gives_text_title_and_keeps_to_its_pages() {
    let found = read(DocumentKind::Pdf, &pdf_pages(3)).unwrap();
    let lines: Vec<&str> = found.text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["Words of page 1", "Words of page 2", "Words of page 3"]);
    assert_eq!(found.title.as_deref(), Some("Access Policy"));
    assert!(!found.truncated);
    let two = Limits { pages_max: 2, ..Limits::default() };
    let found = extract(DocumentKind::Pdf, &pdf_pages(3), &two).unwrap();
    assert!(found.truncated && found.text.contains("page 2") && !found.text.contains("page 3"));
    let short = Limits { output_chars_max: 10, ..Limits::default() };
    let found = extract(DocumentKind::Pdf, &pdf_pages(3), &short).unwrap();
    assert!(found.truncated && found.chars <= 10);
}

#[test]
fn pictures_and_other_files_are_kept_as_they_are() {
    for kind in [DocumentKind::Picture, DocumentKind::Other] {
        assert!(read(kind, b"x").unwrap_err().is_kept_as_it_is());
    }
    assert!(!read(DocumentKind::Docx, b"x").unwrap_err().is_kept_as_it_is());
}

/// The reason of a refusal by its short name, as it stands in the worker's JSON.
fn reason(result: Result<Extracted, Unreadable>) -> String {
    let json = serde_json::to_value(result.unwrap_err()).unwrap();
    json["reason"].as_str().unwrap().to_owned()
}

#[test]
fn every_hostile_file_is_refused_by_name() {
    use DocumentKind::{Docx, Pdf, Xlsx};
    let zeros = vec![0; 8 << 20];
    let deep = "<w:p>".repeat(300) + &"</w:p>".repeat(300);
    let entities: &[u8] = b"<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>";
    let strings = "<sst uniqueCount=\"99999999999999\"><si><t>a</t></si></sst>";
    let far_row = "<row r=\"9999999\"><c r=\"A9999999\"><v>1</v></c></row>";
    let far_column = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>";
    let many: Vec<String> = (0..5000).map(|n| format!("word/{n}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let cases: Vec<(&str, DocumentKind, Vec<u8>)> = vec![
        ("bomb", Docx, docx_with("", &[("word/media/image1.png", &zeros)])),
        ("bomb", Xlsx, archive(&[("xl/workbook.xml", &zeros)])),
        ("too_deep", Docx, docx_of(&deep)),
        ("too_deep", Xlsx, xlsx_of(&"<row>".repeat(300), "<sst/>")),
        ("entities", Docx, archive(&[("word/document.xml", entities)])),
        ("entities", Xlsx, xlsx_of("", std::str::from_utf8(entities).unwrap())),
        ("damaged", Xlsx, xlsx_of("", strings)),
        ("damaged", Xlsx, xlsx_of("<row><c r=\"A99999999999\"><v>1</v></c></row>", "<sst/>")),
        ("damaged", Xlsx, xlsx_of("<row r=\"99999999999\"><c><v>1</v></c></row>", "<sst/>")),
        ("sheet_too_large", Xlsx, xlsx_of(far_row, "<sst/>")),
        ("sheet_too_large", Xlsx, xlsx_of(far_column, "<sst/>")),
        ("hostile_name", Docx, docx_with("", &[("../../etc/passwd", b"x")])),
        ("hostile_name", Docx, docx_with("", &[("/etc/passwd", b"x")])),
        ("hostile_name", Xlsx, archive(&[("xl\\..\\..\\x", b"x")])),
        ("hostile_name", Xlsx, archive(&[("C:x", b"x")])),
        ("too_many_entries", Docx, archive(&many)),
        ("old_format", Xlsx, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()),
        ("damaged", Docx, b"PK\x03\x04 and no more".to_vec()),
        ("damaged", Docx, archive(&[("other.xml", b"x")])),
        ("damaged", Docx, docx_of("<w:p></w:x>")),
        ("damaged", Xlsx, archive(&[("other.xml", b"<x/>")])),
        ("damaged", Pdf, b"%PDF-1.7 and no more".to_vec()),
        ("page_loop", Pdf, pdf_parent_loop()),
    ];
    for (name, kind, bytes) in cases {
        assert_eq!(reason(read(kind, &bytes)), name, "{kind}");
    }
    let small = Limits { input_bytes_max: 3, ..Limits::default() };
    for kind in [DocumentKind::PlainText, Docx, Pdf] {
        assert_eq!(reason(extract(kind, b"abcd", &small)), "too_large");
    }
}

#[test]
fn what_is_just_within_a_limit_is_read() {
    let deep = "<w:p>".repeat(250) + "<w:r><w:t>in</w:t></w:r>" + &"</w:p>".repeat(250);
    assert_eq!(read(DocumentKind::Docx, &docx_of(&deep)).unwrap().text.lines().next(), Some("in"));
    let last_row = format!("<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c></row>", n = Limits::SHEET_ROWS_MAX);
    assert_eq!(read(DocumentKind::Xlsx, &xlsx_of(&last_row, "<sst/>")).unwrap().text, "S\n1\n");
}

#[test]
fn a_sparse_sheet_is_bounded_by_the_cells_it_would_fill() {
    let rows: String =
        (1..=100).map(|n| format!("<row r=\"{n}\"><c r=\"Z{n}\"><v>1</v></c></row>")).collect();
    let limits = Limits { table_cells_max: 100 * 26, ..Limits::default() };
    assert!(table(DocumentKind::Xlsx, &xlsx_of(&rows, "<sst/>"), &limits).is_ok());
    let limits = Limits { table_cells_max: 100 * 26 - 1, ..Limits::default() };
    let refused = table(DocumentKind::Xlsx, &xlsx_of(&rows, "<sst/>"), &limits).unwrap_err();
    assert_eq!(refused, Unreadable::TooManyCells { cells_max: 100 * 26 - 1 });
    let csv = "a,".repeat(2000);
    assert!(matches!(
        table(DocumentKind::Csv, csv.as_bytes(), &Limits::default()),
        Err(Unreadable::SheetTooLarge { .. })
    ));
    assert!(matches!(
        table(DocumentKind::Pdf, b"%PDF-", &Limits::default()),
        Err(Unreadable::NoTable { .. })
    ));
}

#[test]
fn the_total_of_many_small_parts_is_bounded() {
    let part: Vec<u8> = (0..200_000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let names: Vec<String> = (0..4).map(|n| format!("word/media/{n}")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), part.as_slice())).collect();
    let limits = Limits { zip_total_bytes_max: 3 * part.len() as u64, ..Limits::default() };
    let refused = extract(DocumentKind::Docx, &docx_with("", &entries), &limits).unwrap_err();
    assert_eq!(
        refused,
        Unreadable::Bomb { entry: "word/media/2".into(), bytes_max: limits.zip_total_bytes_max }
    );
}

#[test]
fn latin1_is_read_and_flagged() {
    let found = read(DocumentKind::PlainText, b"Ma\xDFnahme").unwrap();
    assert_eq!((found.text.as_str(), found.problems[0].severity), ("Maßnahme", Severity::Warning));
}

/// The published documents of a company, where this machine has them.
#[test]
fn real_documents_are_read_with_their_headings() {
    let folder =
        std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/real/shorebird-isms"));
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut policies = 0;
    for entry in entries {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let (kind, problems) = sniff(path.to_str().unwrap(), &bytes);
        let found = read(kind, &bytes).unwrap();
        assert_eq!((problems, found.truncated), (vec![], false), "{path:?}");
        assert!(found.title.is_some() && found.chars > 100, "{path:?}");
        if path.extension().is_some_and(|extension| extension == "md") {
            policies += 1;
            assert!(found.headings.len() > 2, "{path:?}");
            let marked =
                |heading: &assize_intake::Heading| found.text[heading.offset_bytes..].starts_with('#');
            assert!(found.headings.iter().all(marked), "{path:?}");
        }
    }
    assert!(policies > 20);
}
