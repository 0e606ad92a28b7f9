//! Tables as others send them: each is read with everything that is odd about it at its place, or refused by name, within bounds of memory.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "this program is only tests")]

mod samples;

use assize_intake::{DocumentKind, Limits, Problem, Severity, Table, Unreadable, sniff, table};
use samples::{archive, xlsx_of};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A sheet: its name, further attributes of how it is listed, and what it holds.
type Sheet<'s> = (&'s str, &'s str, &'s str);

/// A workbook by hand: what stands in its `workbook` element, its sheets, and further parts.
fn workbook(inside: &str, sheets: &[Sheet<'_>], more: &[(&str, &str)]) -> Vec<u8> {
    let rels = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let each = |one: &dyn Fn(usize, &Sheet<'_>) -> String| -> String {
        (1..).zip(sheets).map(|(number, sheet)| one(number, sheet)).collect()
    };
    let named = each(&|number, (name, state, _)| {
        format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"{state}/>")
    });
    let targets = each(&|number, _| {
        format!(
            "<Relationship Id=\"r{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        )
    });
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{inside}<sheets>{named}</sheets></workbook>"
    );
    let book_rels = format!(
        "<Relationships xmlns=\"{PACKAGE}\">{targets}<Relationship Id=\"r90\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    // The second format of cells is a date.
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let parts: Vec<(String, String)> = (1..)
        .zip(sheets)
        .map(|(number, (.., xml)): (usize, _)| {
            let sheet = format!("<worksheet xmlns=\"{MAIN}\">{xml}</worksheet>");
            (format!("xl/worksheets/sheet{number}.xml"), sheet)
        })
        .collect();
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book_rels.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    entries.extend(parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())));
    entries.extend(more.iter().map(|(name, xml)| (*name, xml.as_bytes())));
    archive(&entries)
}

fn read(bytes: &[u8]) -> (Table, Vec<Problem>) {
    table(DocumentKind::Xlsx, bytes, &Limits::default()).unwrap()
}

fn one_sheet(xml: &str) -> (Vec<(u32, Vec<String>)>, Vec<String>) {
    let (table, problems) = read(&workbook("", &[("S", "", xml)], &[]));
    let rows = table.sheets[0].rows.iter().map(|row| (row.number, row.cells.clone())).collect();
    (rows, problems.iter().map(ToString::to_string).collect())
}

fn csv(bytes: &[u8]) -> (Vec<Vec<String>>, Vec<Problem>) {
    let (kind, problems) = sniff("list.csv", bytes);
    assert!(matches!(kind, DocumentKind::Csv | DocumentKind::PlainText), "{kind}: {problems:?}");
    let (table, problems) = table(kind, bytes, &Limits::default()).unwrap();
    (table.sheets[0].rows.iter().map(|row| row.cells.clone()).collect(), problems)
}

#[test]
fn merged_cells_are_named_and_the_first_alone_says_something() {
    let (rows, problems) = one_sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Clause</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Answer</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>5.1</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>yes</t></is></c></row>\
         <row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>no</t></is></c></row></sheetData>\
         <mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>",
    );
    assert_eq!(rows[2], (3, vec![String::new(), "no".to_owned()]));
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("sheet `S`: row 2, column A: the cells `A2:A3` are merged"),
        "{problems:?}"
    );
}

#[test]
fn a_formula_counts_as_what_it_came_to_and_one_that_came_to_nothing_is_named() {
    let (rows, problems) = one_sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\"><f>A1*2</f></c><c r=\"C1\" t=\"str\"><f>\"x\"</f><v>x</v></c>\
         <c r=\"D1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>",
    );
    assert_eq!(rows[0].1, ["2", "", "x", "#DIV/0!"]);
    let wanted = [
        "sheet `S`: row 1, column D: the formula of the cell failed with `#DIV/0!`",
        "sheet `S`: row 1, column B: the formula was never computed",
        "sheet `S`: row 1, column A: 3 cells hold formulas",
    ];
    assert!(problems.iter().zip(wanted).all(|(said, wanted)| said.starts_with(wanted)), "{problems:#?}");
    assert_eq!(problems.len(), 3, "{problems:#?}");
}

#[test]
fn days_are_the_same_by_both_of_excels_calendars() {
    // 15 September 2026 is day 46,280 after 1900, and 44,818 after 1904.
    let cell =
        |day: u32| format!("<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>{day}</v></c></row></sheetData>");
    for (inside, day) in
        [("", 46_280), ("<workbookPr date1904=\"1\"/>", 44_818), ("<workbookPr date1904=\"true\"/>", 44_818)]
    {
        let (table, _) = read(&workbook(inside, &[("S", "", &cell(day))], &[]));
        assert_eq!(table.sheets[0].rows[0].cells, ["2026-09-15"], "{inside}");
    }
}

#[test]
fn what_is_hidden_is_read_and_said() {
    let row = |number: u32, more: &str| {
        format!(
            "<row r=\"{number}\"{more}><c r=\"A{number}\" t=\"inlineStr\"><is><t>row {number}</t></is></c></row>"
        )
    };
    let xml = format!(
        "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData>{}{}{}</sheetData>",
        row(1, ""),
        row(2, " hidden=\"1\""),
        row(3, " hidden=\"true\"")
    );
    let plain = format!("<sheetData>{}</sheetData>", row(1, ""));
    let sheets = [
        ("Open", "", xml.as_str()),
        ("Away", " state=\"hidden\"", plain.as_str()),
        ("Deep", " state=\"veryHidden\"", plain.as_str()),
    ];
    let (table, problems) = read(&workbook("", &sheets, &[]));
    assert_eq!(table.sheets.iter().map(|sheet| sheet.rows.len()).collect::<Vec<_>>(), [3, 1, 1]);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let wanted = [
        "sheet `Away`: the sheet is hidden",
        "sheet `Deep`: the sheet is hidden",
        "sheet `Open`: row 2: 2 rows are hidden",
        "sheet `Open`: column C: columns are hidden",
    ];
    assert!(
        said.len() == 4 && said.iter().zip(wanted).all(|(said, wanted)| said.starts_with(wanted)),
        "{said:#?}"
    );
    assert!(problems.iter().all(|problem| problem.severity == Severity::Note));
}

#[test]
fn cells_of_every_type_are_read_as_what_they_show() {
    let (rows, _) = one_sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"d\"><v>2026-09-15</v></c>\
         <c r=\"C1\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\">two </t></r><r><t>runs</t></r></is></c><c r=\"D1\" t=\"n\"><v>5.10</v></c>\
         <c r=\"E1\" t=\"str\"><v>_x0041_ &amp; b</v></c></row></sheetData>",
    );
    assert_eq!(rows[0].1[..4], ["TRUE", "2026-09-15", "two runs", "5.1"]);
    assert!(rows[0].1[4].ends_with(" & b"), "{rows:?}");
    // A cell that says that it is something it is not is no reason to guess.
    let wrong = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"n\"><v>many</v></c></row></sheetData>";
    assert!(matches!(
        table(DocumentKind::Xlsx, &workbook("", &[("S", "", wrong)], &[]), &Limits::default()),
        Err(Unreadable::Damaged { .. })
    ));
}

#[test]
fn a_text_that_stands_once_and_is_shown_in_a_million_cells_is_bounded() {
    let text = "x".repeat(1_000_000);
    let strings = format!("<sst xmlns=\"{MAIN}\" uniqueCount=\"1\"><si><t>{text}</t></si></sst>");
    let cells: String = (1..=2_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let refused = table(DocumentKind::Xlsx, &xlsx_of(&cells, &strings), &Limits::default()).unwrap_err();
    assert_eq!(refused, Unreadable::TooMuchText { bytes_max: Limits::TABLE_TEXT_BYTES_MAX });
    let few: String =
        (1..=60).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    assert_eq!(read(&xlsx_of(&few, &strings)).0.sheets[0].rows.len(), 60);
}

#[test]
fn a_sheet_beyond_the_bounds_is_refused_at_the_cell_where_it_passes_them() {
    let row = |number: u32, cell: &str| format!("<row r=\"{number}\"><c r=\"{cell}\"><v>1</v></c></row>");
    let many: String = (1..=150_000).map(|number| row(number, &format!("A{number}"))).collect();
    for (cells, row, column) in [(many, Limits::SHEET_ROWS_MAX + 1, 1), (row(7, "XFD7"), 7, 16_384)] {
        match table(DocumentKind::Xlsx, &xlsx_of(&cells, "<sst/>"), &Limits::default()) {
            Err(Unreadable::SheetTooLarge { sheet, row: at, column: across, .. }) => {
                assert_eq!((sheet.as_str(), at, across), ("S", row, column));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_points_elsewhere_is_said_and_not_opened() {
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\"><f>[1]Sheet1!A1</f><v>7</v></c></row></sheetData>";
    let link = format!("<externalLink xmlns=\"{MAIN}\"><externalBook/></externalLink>");
    let more = [("xl/externalLinks/externalLink1.xml", link.as_str()), ("xl/vbaProject.bin", "no program")];
    let (table, problems) = read(&workbook("", &[("S", "", sheet)], &more));
    assert_eq!(table.sheets[0].rows[0].cells, ["7"]);
    let said: Vec<&str> = problems.iter().map(|problem| problem.what.as_str()).collect();
    assert!(said.iter().any(|what| what.contains("refers to other files")), "{said:?}");
    assert!(said.iter().any(|what| what.contains("holds macros")), "{said:?}");
}

#[test]
fn csv_of_every_encoding_is_read_and_what_is_broken_is_named_at_its_row() {
    let text = "Clause;Answer\n5.1;Maßnahme\n";
    let utf16 = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    };
    let files = [
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat(),
        utf16([0xFF, 0xFE], u16::to_le_bytes),
        utf16([0xFE, 0xFF], u16::to_be_bytes),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
    ];
    for file in files {
        let (rows, problems) = csv(&file);
        assert_eq!(rows, [["Clause", "Answer"], ["5.1", "Maßnahme"]], "{file:?}");
        assert!(problems.iter().all(|problem| problem.severity < Severity::Error), "{problems:?}");
    }
    // Null characters at its beginning make a file no text at all; further down they are named at their row.
    let (kind, problems) = sniff("list.csv", b"a,b\nc\0,d\n");
    assert!(problems[0].what.contains("`.csv`"), "{problems:?}");
    assert_eq!(table(kind, b"a,b\nc\0,d\n", &Limits::default()), Err(Unreadable::NoTable { kind }));
    let late = format!("{}c\0,d\n", "a,b\n".repeat(40_000));
    for (file, row, what) in [
        ("a,b\nc,\"d\ne,f\ng,h\n", 2, "never closed"),
        ("a,b\nc,d\n\"e,f\n", 3, "never closed"),
        (late.as_str(), 40_001, "null characters"),
    ] {
        let (_, problems) = csv(file.as_bytes());
        let grave: Vec<&Problem> = problems.iter().filter(|one| one.severity == Severity::Error).collect();
        assert!(
            grave.len() == 1 && grave[0].what.contains(what) && grave[0].row == Some(row),
            "{file:?}: {problems:?}"
        );
    }
    // One cell as long as the file may be, and more cells in a row than are read.
    let (rows, _) = csv(format!("a,b\nc,{}\n", "y".repeat(10 << 20)).as_bytes());
    assert_eq!(rows[1][1].len(), 10 << 20);
    let wide = table(DocumentKind::Csv, ",x".repeat(20_000).as_bytes(), &Limits::default());
    assert!(matches!(wide, Err(Unreadable::SheetTooLarge { row: 1, column: 1_025, .. })), "{wide:?}");
}
