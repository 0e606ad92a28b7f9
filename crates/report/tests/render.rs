//! Reports become PDF: every kind of content, the same bytes each time, nothing of its text taken for markup.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod reader;
mod sample;

use assize_domain::auditee::{Letterhead, Logo, LogoMedia};
use assize_domain::report_content::ReportContent;
use assize_report::{
    Attachment, CONTENT_BYTES_MAX, Figures, Look, Marking, RenderContext, RenderError, SignedBy, render_pdf,
    try_look,
};

fn context(marking: Marking) -> RenderContext {
    RenderContext {
        generated_at: "2026-10-02T14:30:00Z".parse().unwrap(),
        marking,
        producer: "Assize test".to_owned(),
        look: None,
        fonts: Vec::new(),
        signatures: signed(),
        attachments: Vec::new(),
    }
}

/// Who signed what is rendered.
fn signed() -> Vec<SignedBy> {
    let by = |act: &str, name: &str, method: &str, digest: Option<String>| SignedBy {
        act: act.to_owned(),
        name: name.to_owned(),
        at: "2026-10-01T09:12:44.000Z".to_owned(),
        method: method.to_owned(),
        digest,
    };
    vec![
        by("report.review", "Rhea Signer", "passphrase_and_code", Some("ab".repeat(32))),
        by("report.approve", "Ida Signer", "passkey", Some("cd".repeat(32))),
        by("report.issue", "Otto Signer", "unsigned", None),
    ]
}

fn has(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_test_under_two_sets_is_counted_under_each_and_once_in_all() {
    let mut content = sample::surveillance();
    let before = Figures::of(&content);
    let mut twin = content.tests[0].clone();
    twin.requirement.criteria = "Yard rules:2026".to_owned();
    twin.requirement.id = "1, 2".to_owned();
    content.tests.push(twin);
    let after = Figures::of(&content);
    assert_eq!((after.evaluated.total, after.unreviewed), (before.evaluated.total, before.unreviewed));
    assert_eq!(after.evaluations.len(), before.evaluations.len() + 1);
    let yard = after.evaluations.iter().find(|row| row.criteria == "Yard rules:2026").unwrap();
    assert_eq!((yard.section.as_deref(), yard.total), (Some("1"), 1));
}

#[test]
fn results_are_attached_as_data_beside_the_content() {
    let content = sample::surveillance();
    let file = |name: &str, media: &str, text: &str| Attachment {
        name: name.to_owned(),
        media: media.to_owned(),
        text: text.to_owned(),
    };
    let attachments = vec![
        file("assessment-results.json", "application/json", "{\"assessment-results\":{}}"),
        file("findings.jsonl", "application/jsonl", "{\"number\":1}\n{\"number\":2}\n"),
    ];
    let context = RenderContext { attachments: attachments.clone(), ..context(Marking::Final) };
    let pdf = render_pdf(&content, &context).unwrap();
    assert_eq!(render_pdf(&content, &context).unwrap(), pdf, "the same bytes each time");
    // The dictionaries of files are written in plain: three of them, one the source, two data.
    let count = |words: &str| pdf.windows(words.len()).filter(|window| *window == words.as_bytes()).count();
    assert_eq!((count("/AFRelationship/Source"), count("/AFRelationship/Data")), (1, 2));
    assert!(has(&pdf, "assessment-results.json") && has(&pdf, "findings.jsonl"));
    reader::pdfs_are_sound(std::slice::from_ref(&pdf));
    if let Some(out) = reader::attached(&pdf, "content.json") {
        assert_eq!(out, content.canonical_bytes());
        for attachment in &attachments {
            assert_eq!(reader::attached(&pdf, &attachment.name).unwrap(), attachment.text.as_bytes());
        }
        let text = reader::pdf_text(&pdf).unwrap();
        assert!(text.contains("Attached too, for other programs") && text.contains("findings.jsonl"));
    }
    for bad in ["content.json", "data.json", "../x.json", "x.exe", "findings.jsonl"] {
        let mut attachments = attachments.clone();
        attachments.push(file(bad, "application/json", "{}"));
        let context = RenderContext { attachments, ..context.clone() };
        let refused = RenderError::BadAttachment { name: bad.to_owned() };
        assert_eq!(render_pdf(&content, &context), Err(refused));
    }
}

#[test]
fn a_report_is_an_archival_and_accessible_pdf_and_the_same_bytes_each_time() {
    let content = sample::surveillance();
    let pdf = render_pdf(&content, &context(Marking::Final)).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert!(has(&pdf, "pdfuaid:part"), "PDF/UA says so in its metadata");
    assert!(has(&pdf, "pdfaid:part"), "PDF/A says so in its metadata");
    assert!(has(&pdf, "content.json"), "the content is attached");
    assert_eq!(render_pdf(&content, &context(Marking::Final)).unwrap(), pdf);
    assert_ne!(render_pdf(&content, &context(Marking::Draft)).unwrap(), pdf);
    let unsigned = RenderContext { signatures: Vec::new(), ..context(Marking::Final) };
    assert_ne!(render_pdf(&content, &unsigned).unwrap(), pdf, "the signatures stand in it");
    let mut odd = signed();
    odd[0].digest = Some("short".to_owned());
    let odd = RenderContext { signatures: odd, ..context(Marking::Final) };
    assert!(render_pdf(&content, &odd).is_ok(), "what is no digest is left out");
}

#[test]
fn hostile_text_stays_text() {
    let pdf = render_pdf(&sample::hostile(), &context(Marking::Final)).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}

#[test]
fn content_beyond_its_bound_is_refused() {
    let mut content: ReportContent = sample::surveillance();
    content.title = "x".repeat(CONTENT_BYTES_MAX);
    let refused = render_pdf(&content, &context(Marking::Final)).unwrap_err();
    assert!(matches!(refused, RenderError::TooLarge { .. }), "{refused}");
}

#[test]
fn every_kind_of_content_is_rendered() {
    let contents = [sample::bare(), sample::large(250, 60), sample::with_papers(), sample::review()];
    let lengths: Vec<usize> =
        contents.iter().map(|content| render_pdf(content, &context(Marking::Final)).unwrap().len()).collect();
    assert!(lengths.iter().all(|length| *length > 10_000), "{lengths:?}");
    assert!(lengths[1] > lengths[0], "{lengths:?}");
}

#[test]
fn a_review_that_judges_is_refused() {
    let mut content = sample::review();
    content.findings = sample::surveillance().findings;
    let refused = render_pdf(&content, &context(Marking::Final)).unwrap_err();
    assert!(matches!(refused, RenderError::ReviewJudges), "{refused}");
}

#[test]
fn fixed_texts_are_in_the_language_of_the_report_and_else_in_english() {
    let mut content = sample::surveillance();
    let mut described = |language: &str| {
        language.clone_into(&mut content.language);
        let pdf = render_pdf(&content, &context(Marking::Final)).unwrap();
        (has(&pdf, "Audit report, HR-2026-031"), has(&pdf, "Auditbericht, HR-2026-031, Fassung 2"))
    };
    assert_eq!(described("en-GB"), (true, false));
    assert_eq!(described("de-AT"), (false, true));
    assert_eq!(described("fr"), (true, false));
}

fn svg(inside: &str) -> Vec<u8> {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 100\">{inside}</svg>").into_bytes()
}

fn look(media: LogoMedia, logo: Vec<u8>) -> Look {
    let seen = Logo { sha256: "0".repeat(64).parse().unwrap(), media, bytes: 1, width: 400, height: 100 };
    let letterhead = Letterhead {
        logo: Some(seen),
        accent: Some("#803300".parse().unwrap()),
        address: Some("Fern Hill 1".parse().unwrap()),
        footer: Some("Registered at the court".parse().unwrap()),
    };
    Look { letterhead, logo }
}

#[test]
fn a_report_wears_the_letterhead_and_says_the_same() {
    let content = sample::surveillance();
    let plain = render_pdf(&content, &context(Marking::Final)).unwrap();
    let logo = look(LogoMedia::Svg, svg("<rect width=\"400\" height=\"100\" fill=\"#803300\"/>"));
    let context = RenderContext { look: Some(logo), ..context(Marking::Final) };
    let dressed = render_pdf(&content, &context).unwrap();
    assert_ne!(dressed, plain);
    assert_eq!(render_pdf(&content, &context).unwrap(), dressed, "the same bytes each time");
    assert!(
        has(&dressed, "pdfuaid:part") && has(&dressed, "pdfaid:part"),
        "it is archival and accessible still"
    );
}

#[test]
fn a_logo_is_tried_before_it_is_worn() {
    let context = context(Marking::Final);
    let fine = look(LogoMedia::Svg, svg("<circle cx=\"50\" cy=\"50\" r=\"40\"/>"));
    assert_eq!(try_look(&fine, &context), Ok(()));
    let broken = look(LogoMedia::Png, b"\x89PNG\r\n\x1a\nnothing of the kind".to_vec());
    assert!(matches!(try_look(&broken, &context), Err(RenderError::Template { .. })));
}
