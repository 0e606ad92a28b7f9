//! The sheet of a method becomes PDF: archival, tagged, the same bytes each time, nothing of its text taken for markup.

#![allow(clippy::unwrap_used, reason = "a test that meets what it did not expect fails")]

use assize_report::{
    Marking, MethodSheet, RenderContext, RenderError, SHEET_BYTES_MAX, SheetStep, render_sheet,
};

fn sheet() -> MethodSheet {
    serde_json::from_str(include_str!("fixtures/method_sheet.json")).unwrap()
}

fn context(marking: Marking) -> RenderContext {
    RenderContext {
        generated_at: "2026-10-02T14:30:00Z".parse().unwrap(),
        marking,
        producer: "Assize test".to_owned(),
        look: None,
        fonts: Vec::new(),
        signatures: Vec::new(),
        attachments: Vec::new(),
    }
}

fn has(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_sheet_is_an_archival_and_accessible_pdf_and_the_same_bytes_each_time() {
    let pdf = render_sheet(&sheet(), &context(Marking::Final)).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert!(has(&pdf, "pdfuaid:part"), "PDF/UA says so in its metadata");
    assert!(has(&pdf, "pdfaid:part"), "PDF/A says so in its metadata");
    assert!(has(&pdf, "content.json"), "the sheet is attached");
    assert_eq!(render_sheet(&sheet(), &context(Marking::Final)).unwrap(), pdf);
    assert_ne!(render_sheet(&sheet(), &context(Marking::Draft)).unwrap(), pdf);
}

#[test]
fn any_change_changes_the_digest() {
    let first = sheet();
    let mut second = first.clone();
    second.steps.last_mut().unwrap().value.push('0');
    assert_ne!(first.digest(), second.digest());
}

#[test]
fn hostile_and_empty_texts_stay_texts() {
    let hostile = "#panic() $x$ @here <b> \u{202E}turned\u{0} \u{1F525} ".to_owned() + &"long".repeat(200);
    let mut sheet = sheet();
    sheet.title = hostile.clone();
    sheet.on = hostile.clone();
    sheet.document_id = String::new();
    sheet.inputs = serde_json::json!({ hostile.clone(): [hostile.clone(), null, 1.5, { "": true }] });
    sheet.result = serde_json::Value::Null;
    sheet.steps = vec![SheetStep {
        what: hostile.clone(),
        working: "x".repeat(20_000),
        value: hostile.clone(),
        source: hostile,
    }];
    assert!(render_sheet(&sheet, &context(Marking::Final)).unwrap().starts_with(b"%PDF-"));
    sheet.steps.clear();
    sheet.inputs = serde_json::Value::Null;
    assert!(render_sheet(&sheet, &context(Marking::Final)).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_sheet_beyond_its_bound_is_refused() {
    let mut sheet = sheet();
    sheet.conclusion = "x".repeat(SHEET_BYTES_MAX);
    let refused = render_sheet(&sheet, &context(Marking::Final)).unwrap_err();
    assert!(matches!(refused, RenderError::SheetTooLarge { .. }), "{refused}");
}
