//! The fuzz targets of documents, on seeds and on what comes of them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "this program is only tests")]

#[path = "../../../fuzz/targets/mutate.rs"]
mod mutate;
mod samples;
#[path = "../../../fuzz/targets/intake.rs"]
mod targets;

use samples::{docx_of, paragraph, statement_xlsx, xlsx_of};

const WORDS: [&str; 22] = [
    "# ",
    "\n",
    "---\n",
    "===\n",
    "```",
    "| a |",
    "<h1>",
    "</",
    "<table><td>",
    "<!--",
    "&#0;",
    "&amp;",
    "\"",
    ";",
    ",",
    "\t",
    "=1+1",
    "Applicable",
    "<w:p>",
    "<c r=\"XFD1048576\">",
    "\u{FEFF}",
    "PK\u{1}\u{2}",
];

fn of(kind: u8, bytes: &[u8]) -> Vec<u8> {
    [&[kind], bytes].concat()
}

fn workbook() -> Vec<u8> {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c></row>";
    xlsx_of(rows, "<sst uniqueCount=\"1\"><si><t>a</t></si></sst>")
}

#[test]
fn documents_as_text() {
    let body =
        paragraph("berschrift1", "One") + &paragraph("", "a &amp; b") + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>";
    let seeds = [
        of(0, b"---\ntitle: a\n---\n# One\n\n- [a](b)\n\n| a | b |\n|---|---|\n\nTwo\n===\n"),
        of(1, "\u{FEFF}Plain words\r\nMa\u{DF}nahme".as_bytes()),
        of(2, b"Control;Applicable\nA.5.1;\"a\n\"\"b\"\n"),
        of(3, b"<title>a</title><h1>b<p>c</h1><pre> x </pre><td>&amp;<script>a</script>"),
        of(4, &docx_of(&body)),
        of(5, &statement_xlsx()),
        of(5, &workbook()),
    ];
    mutate::run(&seeds, &WORDS, 4_000, targets::text);
}

#[test]
fn tables_and_statements() {
    let seeds = [
        of(0, b"Control;Applicable;Reason\nA.5.1;ja;\"a\n\"\"b\"\n=1;nein;\n"),
        of(0, b"Control,Title,Applicable,Justification,Implementation status,Reason for exclusion\nA.5.1,P,Yes,F,Implemented,\n"),
        of(1, &statement_xlsx()),
        of(1, &workbook()),
    ];
    mutate::run(&seeds, &WORDS, 4_000, targets::table_of);
}
