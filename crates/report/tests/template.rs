//! Word files of the organization as templates: filled, looked at, and refused where they hold more than text.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod papers;
mod reader;
mod sample;

use std::io::{Cursor, Write as _};

use assize_domain::document::{DocumentContent, DocumentKind, Says};
use assize_report::{
    FillError, Marking, Placeholder, TemplateFlaw, check_template, fill_document, fill_report, placeholders,
};
use papers::{context, followed, plan};
use proptest::prelude::{ProptestConfig, any, proptest};
use reader::{part, text_of, xml_is_well_formed};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/></Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<w:document {SPACE}><w:body>{body}</w:body></w:document>")
}

fn with(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document = document(body);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ];
    parts.extend_from_slice(more);
    zipped(&parts)
}

fn template(body: &str) -> Vec<u8> {
    with(body, &[])
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|text| format!("<w:tc>{}</w:tc>", p(text))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

/// The main part of a template filled with a document; it is well-formed.
fn filled(template: &[u8], content: &DocumentContent) -> String {
    let file = fill_document(template, content, &context(Marking::Final)).unwrap();
    let xml = part(&file, "word/document.xml");
    xml_is_well_formed(&xml);
    xml
}

fn flaws(template: &[u8], kind: DocumentKind) -> Vec<TemplateFlaw> {
    check_template(template, kind).err().unwrap_or_default()
}

#[test]
fn values_stand_in_the_place_of_names_however_word_has_broken_them() {
    let whole = template(&p("Plan of {{audit.title}}, {{ audit.period }}"));
    assert!(
        text_of(&filled(&whole, &plan("en")))
            .contains("Plan of Surveillance audit 2026 of the ISMS, 14 to 16 September 2026")
    );
    let broken = template(
        "<w:p><w:r><w:t>Plan of {</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>{audit.</w:t></w:r><w:r>\
         <w:t>title}} for {{audit</w:t></w:r><w:r><w:t>.client}</w:t></w:r><w:r><w:t>}.</w:t></w:r></w:p>",
    );
    let xml = filled(&broken, &plan("de"));
    assert!(text_of(&xml).contains("Plan of Surveillance audit 2026 of the ISMS for Bea Client."), "{xml}");
}

#[test]
fn rows_are_repeated_and_lists_within_lists() {
    let table = format!(
        "<w:tbl><w:tblGrid/>{}{}</w:tbl>",
        row(&["When", "What"]),
        row(&["{{#sessions}}{{on}}, {{start}}", "{{subject}} ({{audit.auditee}}){{/sessions}}"])
    );
    let xml = filled(&template(&table), &plan("en"));
    assert_eq!(xml.matches("<w:tr>").count(), 4);
    let text = text_of(&xml);
    assert!(
        text.contains("14 September 2026, 09:00Opening meeting & leadership (Ferrow Instruments)"),
        "{text}"
    );
    let between = [
        p("{{#nonconformities}}"),
        p("{{number}}: {{title}}"),
        format!("<w:tbl>{}</w:tbl>", row(&["{{#references}}{{reference}}", "{{title}}{{/references}}"])),
        p("{{#closed_by}}Closed by {{closed_by}}{{/closed_by}}{{^closed_by}}Open{{/closed_by}}"),
        p("{{/nonconformities}}"),
        p("End"),
    ];
    let xml = filled(&template(&between.concat()), &followed("nonconformities", "en"));
    let text = text_of(&xml);
    assert!(
        text.contains("3: Access rights are not reviewed (3)") && text.contains("5: Access rights"),
        "{text}"
    );
    assert_eq!(text.matches("E004review-2026-Q2.xlsx").count(), 2, "{text}");
    assert_eq!((text.matches("Closed by Ada Lind").count(), text.matches("Open").count()), (1, 1), "{text}");
    // The paragraphs of marks alone are gone: two of each row of the list, and the one at the end.
    assert_eq!(xml.matches("<w:p>").count(), 2 * 4 + 1, "{xml}");
}

#[test]
fn within_a_paragraph_what_stands_between_is_repeated_and_else_the_paragraph() {
    let line = template(&p("Team: {{#team}}{{name}} ({{role}}){{^areas}}, new{{/areas}}; {{/team}}end"));
    let xml = filled(&line, &plan("en"));
    assert_eq!(xml.matches("<w:p>").count(), 1, "{xml}");
    assert_eq!(text_of(&xml), "Team: Ada Lind (Audit team leader); Otto Auditor (Auditor), new; end");
    let list = template(&p("{{#objectives}}{{number}}. {{text}}{{/objectives}}"));
    let xml = filled(&list, &plan("en"));
    assert_eq!(xml.matches("<w:p>").count(), 2, "{xml}");
    let looks = template(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A {{#audit.soa}}with {{audit.soa}}{{/audit.soa}} B</w:t></w:r></w:p>",
    );
    let xml = filled(&looks, &plan("en"));
    assert_eq!(text_of(&xml), "A with Version 7 of 2026-03-01 B");
    assert_eq!(xml.matches("<w:b/>").count(), xml.matches("<w:r>").count(), "{xml}");
}

#[test]
fn what_has_no_rows_leaves_nothing_that_breaks_the_file() {
    let mut content = plan("en");
    if let Says::Plan(plan) = &mut content.says {
        plan.sessions.clear();
    }
    let table = format!("<w:tbl>{}</w:tbl>", row(&["{{#sessions}}{{on}}", "{{subject}}{{/sessions}}"]));
    let cell = format!(
        "<w:tbl><w:tr><w:tc>{}{}{}</w:tc></w:tr></w:tbl>",
        p("{{#sessions}}"),
        p("{{on}}"),
        p("{{/sessions}}")
    );
    let xml = filled(&template(&format!("{table}{cell}")), &content);
    assert_eq!(xml.matches("<w:tbl>").count(), 1, "{xml}");
    assert!(xml.contains("<w:tc><w:p/></w:tc>"), "{xml}");
}

#[test]
fn headers_and_lines_of_a_value_are_filled_too() {
    let header = format!("<w:hdr {SPACE}>{}</w:hdr>", p("{{organization.name}}"));
    let file = with(&p("{{audit.scope}}"), &[("word/header1.xml", header.as_bytes())]);
    let file = fill_document(&file, &plan("en"), &context(Marking::Final)).unwrap();
    assert!(part(&file, "word/header1.xml").contains("Fernhill Auditing"));
    assert!(
        part(&file, "word/document.xml").contains("instruments.</w:t><w:br/><w:t xml:space=\"preserve\">")
    );
}

#[test]
fn a_draft_says_so_whether_the_template_has_a_place_for_it_or_not() {
    let mut content = plan("en");
    content.is_draft = true;
    assert!(text_of(&filled(&template(&p("x")), &content)).starts_with("DRAFT"));
    let own = text_of(&filled(&template(&p("x {{document.mark}}")), &content));
    assert_eq!(own, "x DRAFT");
    content.is_draft = false;
    assert_eq!(text_of(&filled(&template(&p("x")), &content)), "x");
}

#[test]
fn what_is_unknown_or_not_closed_is_named_with_its_place() {
    let body = [
        p("{{audit.title}}"),
        p("{{audit.titel}}"),
        p("{{sessions}}"),
        p("{{#team}}{{subject}}{{/team}}"),
        p("{{#criteria}}"),
        p("{{/objectives}}"),
    ];
    let found = flaws(&template(&body.concat()), DocumentKind::Plan);
    let unknown: Vec<(String, u32, Option<String>)> = found
        .iter()
        .filter_map(|flaw| match flaw {
            TemplateFlaw::Unknown(at) => Some((at.token.clone(), at.paragraph, at.meant.clone())),
            _ => None,
        })
        .collect();
    assert!(
        unknown.contains(&("{{audit.titel}}".to_owned(), 2, Some("audit.title".to_owned()))),
        "{found:?}"
    );
    assert!(unknown.iter().any(|(token, at, _)| token == "{{sessions}}" && *at == 3), "{found:?}");
    assert!(unknown.iter().any(|(token, at, _)| token == "{{subject}}" && *at == 4), "{found:?}");
    assert!(
        found.iter().any(|flaw| matches!(flaw, TemplateFlaw::Crossed(at) if at.paragraph == 6)),
        "{found:?}"
    );
    for (body, wanted) in [
        (p("{{audit.title"), "unclosed"),
        (p("{{#team}}"), "unclosed"),
        (p("{{/team}}"), "unopened"),
        (format!("{}{}{}", p("{{#team}}"), p("{{/team}}{{#criteria}}"), p("{{/criteria}}")), "crossed"),
    ] {
        let found = flaws(&template(&body), DocumentKind::Plan);
        let is_so = match found.as_slice() {
            [TemplateFlaw::Unclosed(_)] => wanted == "unclosed",
            [TemplateFlaw::Unopened(_)] => wanted == "unopened",
            [TemplateFlaw::Crossed(_), ..] => wanted == "crossed",
            _ => false,
        };
        assert!(is_so, "{body}: {found:?}");
    }
    // A name of one kind of document is none of another.
    assert!(flaws(&template(&p("{{meeting.minutes}}")), DocumentKind::OpeningMeeting).is_empty());
    assert!(!flaws(&template(&p("{{meeting.minutes}}")), DocumentKind::Plan).is_empty());
}

#[test]
fn more_than_text_is_refused() {
    let kind = DocumentKind::Plan;
    assert_eq!(flaws(b"no zip at all", kind), [TemplateFlaw::NoWordFile]);
    assert_eq!(flaws(&zipped(&[("a.txt", b"x")]), kind), [TemplateFlaw::NoWordFile]);
    let is = |found: &[TemplateFlaw], wanted: fn(&TemplateFlaw) -> bool| {
        assert!(!found.is_empty() && found.iter().all(wanted), "{found:?}");
    };
    let active = |flaw: &TemplateFlaw| matches!(flaw, TemplateFlaw::Active { .. });
    is(&flaws(&with(&p("x"), &[("word/vbaProject.bin", b"x")]), kind), active);
    is(&flaws(&with(&p("x"), &[("word/embeddings/book.xlsx", b"x")]), kind), active);
    is(&flaws(&template("<w:p><w:r><w:instrText> DDEAUTO c:\\\\x </w:instrText></w:r></w:p>"), kind), active);
    is(
        &flaws(
            &template(
                "<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT \"x\"</w:instrText></w:r></w:p>",
            ),
            kind,
        ),
        active,
    );
    is(&flaws(&template("<w:altChunk/>"), kind), active);
    let outside = "<Relationships xmlns=\"x\"><Relationship Id=\"rId1\" Type=\"http://x/image\" Target=\"http://example.org/x.png\" TargetMode=\"External\"/></Relationships>";
    is(
        &flaws(&with(&p("x"), &[("word/_rels/document.xml.rels", outside.as_bytes())]), kind),
        |flaw| matches!(flaw, TemplateFlaw::Outside { target } if target == "http://example.org/x.png"),
    );
    let link = outside.replace("/image", "/hyperlink");
    assert!(flaws(&with(&p("x"), &[("word/_rels/document.xml.rels", link.as_bytes())]), kind).is_empty());
    let entity = format!("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}", document(&p("&x;")));
    let entity =
        zipped(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", entity.as_bytes())]);
    is(&flaws(&entity, kind), |flaw| {
        matches!(flaw, TemplateFlaw::Declares { .. } | TemplateFlaw::Damaged { .. })
    });
    for broken in
        ["<w:p>", "<w:p a=\"1\" a=\"2\"/>", "<w:p>&nbsp;</w:p>", "</w:p>", "<w:p><![CDATA[{{x}}]]></w:p>"]
    {
        is(&flaws(&template(broken), kind), |flaw| matches!(flaw, TemplateFlaw::Damaged { .. }));
    }
}

#[test]
fn bombs_and_depth_are_refused() {
    let zeros = vec![b' '; 40 * 1024 * 1024];
    assert_eq!(
        flaws(&with(&p("x"), &[("word/media/big.bin", &zeros)]), DocumentKind::Plan),
        [TemplateFlaw::TooLarge]
    );
    let deep = format!("{}{}", "<w:p>".repeat(20_000), "</w:p>".repeat(20_000));
    assert!(matches!(flaws(&template(&deep), DocumentKind::Plan).as_slice(), [TemplateFlaw::Damaged { .. }]));
    let many: Vec<(String, &[u8])> =
        (0..1_100).map(|index| (format!("word/media/{index}.bin"), b"x".as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(flaws(&with(&p("x"), &many), DocumentKind::Plan), [TemplateFlaw::TooLarge]);
}

#[test]
fn ten_thousand_placeholders_are_filled_and_lists_within_themselves_end() {
    let one = "<w:r><w:t>{{audit.</w:t></w:r><w:r><w:t>title}} </w:t></w:r>".repeat(10_000);
    let xml = filled(&template(&format!("<w:p>{one}</w:p>")), &plan("en"));
    assert_eq!(xml.matches("Surveillance audit").count(), 10_000);
    // Each level repeats all below it: what would be endless is refused and does not fill the memory.
    let mut content = followed("nonconformities", "en");
    if let Says::Followed(followed) = &mut content.says {
        let first = followed.nonconformities[0].clone();
        followed.nonconformities = vec![first; 40];
    }
    let nested = format!(
        "{}{}{}",
        "{{#nonconformities}}".repeat(8),
        "{{statement}}",
        "{{/nonconformities}}".repeat(8)
    );
    let made = fill_document(&template(&p(&nested)), &content, &context(Marking::Final));
    assert_eq!(made, Err(FillError::TooLarge));
}

#[test]
fn our_own_word_files_can_be_templates() {
    let own = assize_report::document_docx(&plan("en"), &context(Marking::Draft)).unwrap();
    assert_eq!(flaws(&own, DocumentKind::Plan), []);
    let filled = fill_document(&own, &plan("en"), &context(Marking::Final)).unwrap();
    xml_is_well_formed(&part(&filled, "word/document.xml"));
}

/// A template in which every name of a kind stands.
fn everything(kind: DocumentKind) -> String {
    fn write(names: &[Placeholder], out: &mut String) {
        for one in names {
            if one.of.is_empty() {
                out.push_str(&p(&format!("{}: {{{{{}}}}}.", one.name, one.name)));
            } else {
                out.push_str(&p(&format!("{{{{#{}}}}}", one.name)));
                write(one.of, out);
                out.push_str(&p(&format!("{{{{/{}}}}}", one.name)));
            }
        }
    }
    let mut out = String::new();
    write(&placeholders(kind), &mut out);
    out
}

#[test]
fn every_name_of_every_kind_is_filled_and_others_read_it() {
    let mut files = Vec::new();
    for content in papers::all() {
        let template = template(&everything(content.kind));
        assert_eq!(flaws(&template, content.kind), []);
        let xml = filled(&template, &content);
        assert!(text_of(&xml).contains(&content.title), "{:?}", content.kind);
        files.push(fill_document(&template, &content, &context(Marking::Final)).unwrap());
    }
    let report = sample::surveillance();
    let template = template(&everything(DocumentKind::Report));
    let file = fill_report(&template, &report, &context(Marking::Final)).unwrap();
    let xml = part(&file, "word/document.xml");
    xml_is_well_formed(&xml);
    let text = text_of(&xml);
    for finding in &report.findings {
        assert!(text.contains(&finding.title), "{}", finding.title);
    }
    assert!(text.contains(&report.digest()));
    files.push(file);
    let by_python = reader::docx_read(&files);
    let by_python =
        by_python.map(|read| read.iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect());
    for read in [reader::libreoffice_texts(&files), by_python].into_iter().flatten() {
        let read: Vec<String> = read;
        assert!(read.iter().all(|text| text.contains("audit.title: ") || text.contains("person.name: ")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever was written in an audit, the file is well-formed and the text is in it.
    #[test]
    fn what_is_filled_is_well_formed(text in any::<String>()) {
        let mut content = plan("en");
        content.title = format!("begin{text}end");
        let xml = filled(&template(&p("{{audit.title}}")), &content);
        assert!(text_of(&xml).contains("begin") && text_of(&xml).contains("end"));
    }

    /// Whatever a template is, it is refused or filled, and what is filled is well-formed.
    #[test]
    fn a_template_of_anything_is_refused_or_filled(pieces in proptest::collection::vec(0_usize..14, 0..40)) {
        let all = ["{{#sessions}}", "{{/sessions}}", "{{on}}", "{{", "}}", "<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:tbl><w:tr><w:tc>",
            "</w:tc></w:tr></w:tbl>", "{{^plan.reason}}", "{{/plan.reason}}", "&amp;"];
        let body: String = pieces.iter().filter_map(|at| all.get(*at)).copied().collect();
        let file = template(&body);
        if check_template(&file, DocumentKind::Plan).is_ok() {
            filled(&file, &plan("en"));
        }
    }
}

#[test]
fn the_list_of_names_in_the_documentation_is_that_of_the_code() {
    fn write(names: &[Placeholder], within: &str, out: &mut String) {
        for one in names {
            if one.of.is_empty() {
                out.push_str(&format!("| {within}`{{{{{}}}}}` | {} |\n", one.name, one.about));
            } else {
                out.push_str(&format!(
                    "| {within}`{{{{#{0}}}}}` … `{{{{/{0}}}}}` | {1} |\n",
                    one.name, one.about
                ));
                write(one.of, &format!("{within}· "), out);
            }
        }
    }
    let mut wanted = String::new();
    for kind in DocumentKind::ALL {
        wanted.push_str(&format!("\n### `{}`\n\n| placeholder | stands for |\n|---|---|\n", kind.word()));
        write(&placeholders(*kind), "", &mut wanted);
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/placeholders.md");
    let head = "# Placeholders of templates\n\nWhat may stand in a Word file of the organization, by the kind of document; [formats.md](../formats.md) says how.\n";
    let wanted = format!("{head}{wanted}");
    if std::env::var_os("ASSIZE_RENEW").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), wanted, "renew it with ASSIZE_RENEW=1");
}
