//! Documents beside the report: every text is in them in both forms, drafts say so, LibreOffice and poppler read them.

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

use assize_domain::document::{DocumentContent, DocumentKind, Says};
use assize_report::{Marking, document_docx, document_pdf};

use papers::{all, context, look};
use reader::{part, text_of, xml_is_well_formed};

/// Every text of a document that somebody wrote: the strings of its content that are no ids, days or words of ours.
fn texts(content: &DocumentContent) -> Vec<String> {
    // The plan of corrective actions tells of each nonconformity what it needs.
    let is_short = content.kind == DocumentKind::CorrectiveActions;
    let left_out =
        ["breaches", "objective_evidence", "evidence", "written", "response", "accepted", "closed"];
    fn walk(value: &serde_json::Value, left_out: &[&str], found: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => found.push(text.clone()),
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, left_out, found)),
            serde_json::Value::Object(object) => object
                .iter()
                // What the audit is stands in the plan; elsewhere its head says enough.
                .filter(|(name, _)| name.as_str() != "audit" || object.contains_key("sessions"))
                .filter(|(name, _)| {
                    !matches!(
                        name.as_str(),
                        "kind" | "item" | "is" | "id" | "sha256" | "language" | "drawing" | "shown"
                    )
                })
                .filter(|(name, _)| !left_out.contains(&name.as_str()))
                .for_each(|(_, item)| walk(item, left_out, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    let left_out = if is_short { left_out.as_slice() } else { &[] };
    walk(&serde_json::to_value(&content.says).unwrap(), left_out, &mut found);
    let is_day = |text: &String| text.len() == 10 && text.as_bytes()[4] == b'-';
    found.retain(|text| !is_day(text));
    found
}

#[test]
fn every_text_is_in_the_word_file_and_nothing_is_missing_in_either_language() {
    for content in all() {
        let file = document_docx(&content, &context(Marking::Final)).unwrap();
        let xml = part(&file, "word/document.xml");
        xml_is_well_formed(&xml);
        let text = text_of(&xml);
        for wanted in texts(&content) {
            for line in wanted.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
                assert!(
                    text.contains(line),
                    "{:?} {}: not in the file: {line}",
                    content.kind,
                    content.language
                );
            }
        }
        for name in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
            let text = text_of(&part(&file, name));
            let missing = text.match_indices('[').find_map(|(at, _)| {
                let key = text[at + 1..].split(']').next()?;
                key.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_')).then(|| key.to_owned())
            });
            assert_eq!(missing, None, "{:?} {} {name}", content.kind, content.language);
        }
        assert_eq!(
            file,
            document_docx(&content, &context(Marking::Final)).unwrap(),
            "the same bytes each time"
        );
    }
}

#[test]
fn tables_repeat_their_heads_and_rows_are_not_torn() {
    let content = papers::plan("en");
    let xml = part(&document_docx(&content, &context(Marking::Final)).unwrap(), "word/document.xml");
    assert_eq!(xml.matches("<w:tblHeader/>").count(), xml.matches("w:tblStyle").count());
    assert_eq!(xml.matches("<w:tr>").count(), xml.matches("<w:cantSplit/>").count());
    assert!(xml.contains("w:val=\"Heading1\""));
}

#[test]
fn a_draft_says_so_across_each_page_and_what_was_presented_does_not() {
    let mut content = papers::plan("de");
    let headers = |content: &DocumentContent| {
        let file = document_docx(content, &context(Marking::Final)).unwrap();
        let first = reader::names(&file).contains(&"word/header2.xml".to_owned());
        (part(&file, "word/header1.xml").contains("string=\"ENTWURF\""), first)
    };
    assert_eq!(headers(&content), (false, false));
    content.is_draft = true;
    assert_eq!(headers(&content), (true, true));
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let mut content = papers::plan("en");
    content.title = "</w:t><w:br/>&\u{b}]]>".to_owned();
    if let Says::Plan(plan) = &mut content.says {
        plan.sessions[0].subject = "<w:p/>\u{0}\u{fffe}#[set] $end".to_owned();
    }
    let file = document_docx(&content, &context(Marking::Final)).unwrap();
    for name in ["word/document.xml", "word/header1.xml"] {
        xml_is_well_formed(&part(&file, name));
    }
    let text = text_of(&part(&file, "word/document.xml"));
    assert!(text.contains("</w:t><w:br/>&]]>") && text.contains("<w:p/>#[set] $end"));
    let pdf = document_pdf(&content, &context(Marking::Final)).unwrap();
    if let Some(text) = reader::pdf_text(&pdf) {
        assert!(text.replace('\u{200b}', "").contains("#[set]"), "{text}");
    }
}

#[test]
fn pdfs_are_archival_and_hold_what_they_say() {
    let mut pdfs = Vec::new();
    for content in all() {
        let context = assize_report::RenderContext { look: Some(look()), ..context(Marking::Final) };
        let pdf = document_pdf(&content, &context).unwrap();
        let raw = String::from_utf8_lossy(&pdf).into_owned();
        for wanted in ["pdfaid:part", "pdfuaid:part", "/AFRelationship"] {
            assert!(raw.contains(wanted), "{:?}: {wanted}", content.kind);
        }
        assert_eq!(pdf, document_pdf(&content, &context).unwrap(), "the same bytes each time");
        if let Some(attached) = reader::attached(&pdf, "content.json") {
            assert_eq!(attached, content.canonical_bytes(), "{:?}", content.kind);
        }
        if let Some(text) = reader::pdf_text(&pdf) {
            let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let title: Vec<&str> = content.title.split_whitespace().take(2).collect();
            assert!(text.contains(&title.join(" ")), "{:?}: {text}", content.kind);
        }
        reader::look_at(&pdf, &format!("{}-{}.pdf", content.kind.word(), content.language));
        pdfs.push(pdf);
    }
    reader::pdfs_are_sound(&pdfs);
}

#[test]
fn others_open_them_and_find_the_text() {
    let context = assize_report::RenderContext { look: Some(look()), ..context(Marking::Final) };
    let all = all();
    let written = |content: &DocumentContent| {
        let file = document_docx(content, &context).unwrap();
        reader::look_at(&file, &format!("{}-{}.docx", content.kind.word(), content.language));
        file
    };
    let files: Vec<Vec<u8>> = all.iter().map(written).collect();
    let by_office = reader::libreoffice_texts(&files);
    let by_python = reader::docx_read(&files);
    let by_python: Vec<String> = by_python
        .iter()
        .flatten()
        .zip(&all)
        .map(|(read, content)| {
            assert!(!read["headings"].as_array().unwrap().is_empty(), "{:?}: {read}", content.kind);
            let language = read["language"].as_str().unwrap();
            assert!(language.starts_with(content.language.as_str()), "{:?}: {language}", content.kind);
            read["text"].as_str().unwrap().to_owned()
        })
        .collect();
    for read in by_office.into_iter().chain(Some(by_python)) {
        for (content, text) in all.iter().zip(read) {
            for wanted in texts(content).iter().filter(|text| text.len() < 60 && !text.contains('\n')) {
                assert!(text.contains(wanted.as_str()), "{:?}: {wanted} in {text}", content.kind);
            }
        }
    }
}

#[test]
fn what_was_drawn_on_the_spot_is_in_it_and_what_is_no_drawing_is_a_name() {
    let meeting = papers::meeting("closing_meeting", "en");
    let xml = part(&document_docx(&meeting, &context(Marking::Final)).unwrap(), "word/document.xml");
    assert_eq!(xml.matches("<a:custGeom>").count(), 1);
    assert_eq!(xml.matches("<a:moveTo>").count(), papers::DRAWN.matches('M').count());
    assert_eq!(xml.matches("<a:lnTo>").count(), papers::DRAWN.matches('L').count());
    assert!(
        xml.contains("<a:moveTo><a:pt x=\"20\" y=\"100\"/>") && xml.contains("<a:pt x=\"580\" y=\"150\"/>")
    );
    let text = text_of(&xml);
    for said in [
        "Signed on the spot",
        "Emil Visitor",
        "Fay Visitor",
        "attested by Ada Lind",
        "SHA-256 cdcdcdcdcdcdcdcd",
        "Signed with a passkey",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert_eq!(text.matches("signature of the earlier text").count(), 1);
    // On paper too, other lines are another picture.
    let mut other = meeting.clone();
    let Says::Meeting(said) = &mut other.says else { panic!("{other:?}") };
    said.signatures[0].drawing = Some("M 20 100 L 300 41".to_owned());
    let pdf = |content: &DocumentContent| document_pdf(content, &context(Marking::Final)).unwrap();
    assert_ne!(pdf(&meeting), pdf(&other));
    assert_eq!(pdf(&meeting), pdf(&meeting));
}

#[test]
fn a_meeting_to_come_has_room_for_signatures() {
    let meeting = papers::meeting_to_come("en");
    assert_eq!((meeting.kind, meeting.is_draft), (DocumentKind::OpeningMeeting, true));
    let xml = part(&document_docx(&meeting, &context(Marking::Final)).unwrap(), "word/document.xml");
    assert!(xml.contains("w:hRule=\"atLeast\""));
    assert!(text_of(&xml).contains("Who is here, and in what role"));
}
