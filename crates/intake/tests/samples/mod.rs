//! Files made by code, valid and hostile, so that no binary lies in the repository.
#![allow(dead_code, unreachable_pub, reason = "each test program uses some of these")]
#![expect(clippy::unwrap_used, reason = "a sample that cannot be made fails the test that asked for it")]

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;

/// A ZIP archive of these entries, deflated.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A DOCX whose body holds this XML.
pub fn docx_of(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// A DOCX with German style ids, a header, a footnote and these further entries.
pub fn docx_with(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {W}><w:body>{body}</w:body></w:document>"
    );
    let styles = format!(
        "<w:styles {W}><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
         <w:style w:styleId=\"Eigene\"><w:name w:val=\"Kapitel\"/><w:basedOn w:val=\"berschrift1\"/></w:style>\
         <w:style w:styleId=\"Gliederung\"><w:name w:val=\"x\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>\
         <w:style w:styleId=\"Kreis\"><w:name w:val=\"y\"/><w:basedOn w:val=\"Kreis\"/></w:style>\
         <w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style></w:styles>"
    );
    let header = format!("<w:hdr {W}><w:p><w:r><w:t>Confidential</w:t></w:r></w:p></w:hdr>");
    let footnotes = format!(
        "<w:footnotes {W}><w:footnote><w:p><w:r><w:t>A footnote</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", rels.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/header1.xml", header.as_bytes()),
        ("word/footnotes.xml", footnotes.as_bytes()),
    ];
    entries.extend_from_slice(more);
    archive(&entries)
}

/// A paragraph, with a style where it is not empty.
pub fn paragraph(style: &str, words: &str) -> String {
    let properties = if style.is_empty() {
        String::new()
    } else {
        format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")
    };
    format!("<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

/// A workbook with a Statement of Applicability, a date, a formula with its value and a hidden sheet.
pub fn statement_xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("SoA").unwrap();
    let header = [
        "Control ID",
        "Control",
        "Applicable",
        "Justification for inclusion",
        "Implementation status",
        "Justification for exclusion",
    ];
    for (column, name) in (0u16..).zip(header) {
        sheet.write_string(2, column, name).unwrap();
    }
    let rows = [
        ["A.5.1", "Policies for information security", "Yes", "Risk R1", "Implemented", ""],
        ["A.5.10", "Acceptable use", "yes", "Contract", "Partly", ""],
        ["A.7.1", "Physical security perimeters", "No", "", "", "=HYPERLINK(\"http://x\")"],
    ];
    for (row, cells) in (3u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let other = workbook.add_worksheet().set_name("Meta").unwrap();
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 11, 24).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    other.write_datetime_with_format(0, 0, &date, &format).unwrap();
    other.write_formula(0, 1, Formula::new("=1+1").set_result("2")).unwrap();
    other.write_number(0, 2, 5.1).unwrap();
    other.write_boolean(0, 3, true).unwrap();
    other.set_hidden(true);
    workbook.save_to_buffer().unwrap()
}

/// A workbook by hand, with this XML as the data of its one sheet and these shared strings.
pub fn xlsx_of(sheet_data: &str, shared_strings: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let rels = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let workbook_rels = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet_data}</sheetData></worksheet>");
    archive(&[
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", workbook_rels.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", shared_strings.as_bytes()),
    ])
}

/// A PDF of these objects, numbered from 1; the first is the catalogue, the last entry of the trailer is `info`.
pub fn pdf_of(objects: &[Vec<u8>], info: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(objects) {
        offsets.push(bytes.len());
        bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let start = bytes.len();
    let count = objects.len() + 1;
    bytes.extend_from_slice(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes());
    for offset in offsets {
        bytes.extend_from_slice(format!("{offset:010} 00000 n \n").as_bytes());
    }
    bytes.extend_from_slice(
        format!("trailer\n<< /Size {count} /Root 1 0 R {info} >>\nstartxref\n{start}\n%%EOF\n").as_bytes(),
    );
    bytes
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    [format!("<< {dictionary} /Length {} >>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"]
        .concat()
}

const FONT: &[u8] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// The catalogue, page tree, pages, content and font of a PDF with a line of text on each of `pages` pages.
pub fn pdf_pages(pages: usize) -> Vec<u8> {
    let mut objects = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()];
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 6 + page * 2)).collect();
    objects.push(
        format!("<< /Type /Pages /Kids [{}] /Count {pages} /MediaBox [0 0 595 842] >>", kids.join(" "))
            .into_bytes(),
    );
    objects.push(FONT.to_vec());
    objects.push(b"<< /Font << /F1 3 0 R >> >>".to_vec());
    objects.push(b"<< /Title (Access Policy) >>".to_vec());
    for page in 0..pages {
        let content = 7 + page * 2;
        objects.push(
            format!("<< /Type /Page /Parent 2 0 R /Resources 4 0 R /Contents {content} 0 R >>").into_bytes(),
        );
        objects.push(stream(
            "",
            format!("BT /F1 12 Tf 72 720 Td (Words of page {}) Tj ET", page + 1).as_bytes(),
        ));
    }
    pdf_of(&objects, "/Info 5 0 R")
}

/// A page tree whose node is its own parent, and whose page inherits everything from it.
pub fn pdf_parent_loop() -> Vec<u8> {
    pdf_of(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 /Parent 2 0 R >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R >>".to_vec(),
        ],
        "",
    )
}

/// A page that draws a form that draws itself.
pub fn pdf_form_loop() -> Vec<u8> {
    pdf_of(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>".to_vec(),
            stream("", b"/X Do"),
            stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>", b"/X Do"),
        ],
        "",
    )
}

/// A page whose content unpacks to `bytes` blanks.
pub fn pdf_bomb(bytes: usize) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..bytes >> 20 {
        packer.write_all(&blanks).unwrap();
    }
    pdf_of(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>".to_vec(),
            stream("/Filter /FlateDecode", &packer.finish().unwrap()),
        ],
        "",
    )
}
