//! No bytes make a parser panic or outgrow its limits, PDF apart, which only the worker may read.

mod samples;

use std::sync::LazyLock;

use assize_intake::worker::{Job, read_frame, write_frame};
use assize_intake::{
    DocumentKind, Extracted, Limits, defuse_cell, extract, is_formula_like, sniff, soa, table,
};
use proptest::collection::vec;
use proptest::prelude::*;
use samples::{docx_of, paragraph, statement_xlsx, xlsx_of};

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
        output_chars_max: 300,
        headings_max: 5,
        zip_total_bytes_max: 200_000,
        sheet_rows_max: 50,
        sheet_columns_max: 20,
        ..Limits::default()
    }
}

static SAMPLES: LazyLock<Vec<(DocumentKind, Vec<u8>)>> = LazyLock::new(|| {
    let body =
        paragraph("berschrift1", "One") + &paragraph("", "a &amp; b") + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>";
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c></row>";
    vec![
        (DocumentKind::Docx, docx_of(&body)),
        (DocumentKind::Xlsx, statement_xlsx()),
        (DocumentKind::Xlsx, xlsx_of(rows, "<sst uniqueCount=\"1\"><si><t>a</t></si></sst>")),
        (
            DocumentKind::Markdown,
            b"---\ntitle: a\n---\n# One\n\n- [a](b)\n\n| a | b |\n|---|---|\n\nTwo\n===\n".to_vec(),
        ),
        (
            DocumentKind::Html,
            b"<title>a</title><h1>b<p>c</h1><pre> x </pre><td>&amp;<script>a</script>".to_vec(),
        ),
        (DocumentKind::Csv, b"Control;Applicable;Reason\nA.5.1;ja;\"a\n\"\"b\"\n=1;nein;\n".to_vec()),
    ]
});

fn check(found: &Extracted, limits: &Limits) {
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

fn read_every_way(kind: DocumentKind, bytes: &[u8]) {
    let limits = limits();
    let _ = sniff("a.docx", bytes);
    if let Ok(found) = extract(kind, bytes, &limits) {
        check(&found, &limits);
    }
    if let Ok((table, _)) = table(kind, bytes, &limits) {
        assert!(
            table
                .sheets
                .iter()
                .flat_map(|sheet| &sheet.rows)
                .all(|row| row.cells.len() <= 20 && row.number <= 50)
        );
        let _ = soa::read(&table);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..600)) {
        for kind in KINDS {
            read_every_way(kind, &bytes);
        }
    }

    #[test]
    fn random_markup_is_read_or_refused(pieces in vec(prop::sample::select(vec![
        "#", " ", "\n", "\r\n", "---\n", "===", "```", "<", ">", "/", "h1", "p", "script", "title", "table", "td", "&", "&amp;", "&#0;",
        "\"", ",", ";", "\t", "=1", "ja", "Control", "Applicable", "A.5.1", "ä", "\u{FEFF}", "\0", "[a](", ")", "|", "*", "_", "`", "svg", "<!--",
    ]), 0..120)) {
        let text = pieces.concat();
        for kind in [DocumentKind::Markdown, DocumentKind::PlainText, DocumentKind::Csv, DocumentKind::Html] {
            read_every_way(kind, text.as_bytes());
        }
    }

    #[test]
    fn mutated_documents_are_read_or_refused(
        sample in 0..6usize,
        flips in vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let (kind, bytes) = &SAMPLES[sample];
        let mut bytes = bytes.clone();
        for (place, byte) in flips {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        read_every_way(*kind, &bytes);
    }

    #[test]
    fn mutated_xml_in_a_sound_archive_is_read_or_refused(
        pieces in vec(prop::sample::select(vec![
            "<w:p>", "</w:p>", "<w:t>", "</w:t>", "a", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>",
            "<w:pPr>", "</w:pPr>", "<w:pStyle w:val=\"berschrift1\"/>", "<w:outlineLvl w:val=\"1\"/>", "<w:tab/>", "&amp;", "&x;", "&", "<![CDATA[b]]>",
            "<row r=\"3\">", "<row>", "</row>", "<c r=\"B2\">", "<c t=\"s\">", "<c t=\"e\">", "</c>", "<v>", "</v>", "9", "-1", "<f>", "</f>",
            "<c r=\"A99999999999\">", "<is><t>", "</t></is>",
        ]), 0..60),
    ) {
        let xml = pieces.concat();
        read_every_way(DocumentKind::Docx, &docx_of(&xml));
        read_every_way(DocumentKind::Xlsx, &xlsx_of(&xml, "<sst><si><t>a</t></si></sst>"));
        read_every_way(DocumentKind::Xlsx, &xlsx_of("", &xml));
    }

    #[test]
    fn frames_round_trip_and_hostile_frames_are_refused(
        name in ".{0,40}", body in vec(any::<u8>(), 0..200), noise in vec(any::<u8>(), 0..60),
    ) {
        let job = Job { job: "extract".to_owned(), name, kind: None };
        let mut bytes = Vec::new();
        write_frame(&mut bytes, &job, &body).unwrap();
        let (read, same): (Job, _) = read_frame(bytes.as_slice(), 200).unwrap();
        prop_assert_eq!((read, same), (job, body));
        let _ = read_frame::<Job>(noise.as_slice(), 1000);
        let _ = read_frame::<Job>([b"AZW1", noise.as_slice()].concat().as_slice(), 1000);
    }

    #[test]
    fn a_defused_cell_is_no_formula_and_defusing_twice_changes_nothing(cell in "[-+=@\\t a-c0-9.,']{0,8}") {
        let defused = defuse_cell(&cell).into_owned();
        prop_assert!(!is_formula_like(&defused));
        prop_assert_eq!(defuse_cell(&defused), defused.as_str());
    }
}
