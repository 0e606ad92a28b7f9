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

#[test]
fn what_scanners_report() {
    let words = [
        "{",
        "}",
        "[",
        "]",
        "\"runs\":",
        "\"results\":",
        "\"class_uid\":1",
        "\"CheckID\":",
        "null",
        "true",
        "-1",
        "1e400",
        "\\u0000",
        "<TestResult>",
        "<rule-result>",
        "</rule-result>",
        "<ReportItem severity=\"9\">",
        "<![CDATA[",
        "&lt;",
        "&#0;",
        "\n",
        ";",
    ];
    let seeds = [
        br#"{"runs":[{"tool":{"driver":{"name":"a","rules":[{"id":"r","properties":{"security-severity":"7.0"}}]}},"results":[{"ruleId":"r","level":"note","locations":[{"physicalLocation":{"artifactLocation":{"uri":"u"},"region":{"startLine":1}}}]}]}]}"#.to_vec(),
        br#"<NessusClientData_v2><Report><ReportHost name="h"><HostProperties><tag name="HOST_END">x</tag></HostProperties><ReportItem port="1" severity="3" pluginID="1" pluginName="n"><vuln_publication_date>2024/02/29</vuln_publication_date></ReportItem></ReportHost></Report></NessusClientData_v2>"#.to_vec(),
        br#"<Benchmark><Rule id="r" severity="high"><title>t</title></Rule><TestResult end-time="2026"><target>h</target><rule-result idref="r"><result>fail</result></rule-result></TestResult></Benchmark>"#.to_vec(),
        br#"[{"class_uid":2002,"severity_id":4,"vulnerabilities":[{"cve":{"uid":"C"},"severity":"High"}],"resources":[{"uid":"r"}],"time":1790000000}]"#.to_vec(),
        br#"[{"CheckID":"c","Status":"FAIL","Severity":"high"}]"#.to_vec(),
        b"CHECK_ID;STATUS;SEVERITY\nc;FAIL;high\n".to_vec(),
        br#"{"results":[{"id":1,"title":"t","severity":"High","date":"2026-01-01","file_path":"a","line":3}]}"#.to_vec(),
    ];
    mutate::run(&seeds, &words, 4_000, targets::scan);
}
