//! Reports become Word files: every text is in them, the same bytes each time, no text taken for markup.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod sample;

use std::io::{Cursor, Read as _};

use assize_domain::auditee::{Letterhead, Logo, LogoMedia};
use assize_domain::report_content::{ReportContent, Response};
use assize_report::{Look, Marking, RenderContext, RenderError, SignedBy, render_docx};
use zip::ZipArchive;

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

fn part(file: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The text of a part: what stands between its tags.
fn text_of(xml: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in xml.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn document(content: &ReportContent) -> String {
    part(&render_docx(content, &context(Marking::Final)).unwrap(), "word/document.xml")
}

#[test]
fn every_text_of_the_content_is_in_the_file() {
    let content = sample::surveillance();
    let text = text_of(&document(&content));
    let there = |what: &str| {
        for line in what.split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()) {
            assert!(text.contains(line), "not in the file: {line}");
        }
    };
    there(&content.title);
    there(&content.scope);
    there(&content.digest());
    for finding in &content.findings {
        there(&finding.title);
        there(&finding.statement);
        there(finding.objective_evidence.as_deref().unwrap_or_default());
        if let Response::Disputed { opinion, .. } = &finding.response {
            there(opinion);
        }
        finding.due.iter().for_each(|due| there(&due.step));
    }
    for test in &content.tests {
        there(&test.id);
        there(&test.title);
        there(test.reason.as_deref().unwrap_or_default());
    }
    content.evidence.iter().for_each(|one| there(&one.title));
    content.team.iter().for_each(|member| there(&member.name));
    content.sessions.iter().for_each(|session| there(&session.subject));
    content.distribution.iter().for_each(|one| there(&one.name));
    let conclusions = content.conclusions.as_ref().unwrap();
    there(&conclusions.conformity);
    there(&conclusions.degree_met);
    there(&content.sampling);
}

#[test]
fn no_message_is_missing_in_either_language() {
    for language in ["en", "de"] {
        let mut content = sample::surveillance();
        content.language = language.to_owned();
        let file = render_docx(&content, &context(Marking::Draft)).unwrap();
        for name in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
            let text = text_of(&part(&file, name));
            let missing = text.match_indices('[').find_map(|(at, _)| {
                let key = text[at + 1..].split(']').next()?;
                let is_key =
                    !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_'));
                is_key.then(|| key.to_owned())
            });
            assert_eq!(missing, None, "{language} {name}");
        }
        let styles = part(&file, "word/styles.xml");
        assert!(styles.contains(if language == "de" { "w:val=\"de-DE\"" } else { "w:val=\"en-GB\"" }));
    }
}

#[test]
fn signatures_stand_in_the_file_and_are_no_part_of_its_content() {
    let mut content = sample::surveillance();
    let text = text_of(&document(&content));
    for said in [
        "Rhea Signer",
        "Ida Signer",
        "Otto Signer",
        "By a passkey",
        "unsigned",
        "09:12 UTC",
        "I approve the audit report",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert!(text.contains(&"cd".repeat(32)) && text.contains(&content.digest()));
    content.language = "de-AT".to_owned();
    assert!(text_of(&document(&content)).contains("Mit einem Passkey"));
    let plain = RenderContext { signatures: Vec::new(), ..context(Marking::Final) };
    let plain = part(&render_docx(&content, &plain).unwrap(), "word/document.xml");
    assert!(!text_of(&plain).contains("Unterschriften"));
}

#[test]
fn a_draft_says_so_on_each_page_and_the_final_file_does_not() {
    let content = sample::surveillance();
    let header = |marking| part(&render_docx(&content, &context(marking)).unwrap(), "word/header1.xml");
    assert!(text_of(&header(Marking::Draft)).contains("Draft"));
    assert!(header(Marking::Draft).contains("string=\"DRAFT\""));
    let first = part(&render_docx(&content, &context(Marking::Draft)).unwrap(), "word/header2.xml");
    assert!(first.contains("string=\"DRAFT\""), "the cover says so too");
    assert!(!text_of(&header(Marking::Final)).contains("Draft"));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let content = sample::surveillance();
    let one = render_docx(&content, &context(Marking::Final)).unwrap();
    assert_eq!(one, render_docx(&content, &context(Marking::Final)).unwrap());
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let mut content = sample::surveillance();
    content.title = "</w:t><w:br/>&\u{b}]]>".to_owned();
    content.findings[0].statement = "<w:p/>\u{0}\u{fffe}end".to_owned();
    let xml = document(&content);
    let text = text_of(&xml);
    assert!(text.contains("</w:t><w:br/>&]]>"), "the title lost its signs");
    assert!(text.contains("<w:p/>end"));
    assert!(!xml.contains(['\u{b}', '\u{0}', '\u{fffe}']));
}

#[test]
fn a_review_that_judges_is_refused() {
    let mut content = sample::surveillance();
    content.kind = assize_domain::report_content::ReportKind::DocumentReview;
    assert_eq!(render_docx(&content, &context(Marking::Final)), Err(RenderError::ReviewJudges));
}

/// A look with a drawing as the logo.
fn look() -> Look {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100"><rect width="400" height="100" fill="#803300"/></svg>"##;
    let logo = Logo {
        sha256: "0".repeat(64).parse().unwrap(),
        media: LogoMedia::Svg,
        bytes: 1,
        width: 400,
        height: 100,
    };
    let letterhead = Letterhead {
        logo: Some(logo),
        accent: Some("#803300".parse().unwrap()),
        address: Some("Fern Hill 1 & 2".parse().unwrap()),
        footer: Some("Registered at <court>".parse().unwrap()),
    };
    Look { letterhead, logo: svg.to_vec() }
}

#[test]
fn a_letterhead_is_on_the_cover_and_around_each_page() {
    let content = sample::surveillance();
    let context = RenderContext { look: Some(look()), ..context(Marking::Final) };
    let file = render_docx(&content, &context).unwrap();
    assert_eq!(render_docx(&content, &context).unwrap(), file, "the same bytes each time");
    let document = part(&file, "word/document.xml");
    assert!(document.contains("r:embed=\"rId6\"") && document.contains("Fern Hill 1 &amp; 2"));
    assert!(part(&file, "word/header1.xml").contains("r:embed=\"rId1\""));
    assert!(part(&file, "word/footer1.xml").contains("Registered at &lt;court&gt;"));
    assert!(part(&file, "word/styles.xml").contains("803300"));
    assert!(part(&file, "[Content_Types].xml").contains("image/png"));
    assert!(part(&file, "word/_rels/header1.xml.rels").contains("media/logo.png"));
    let mut zip = ZipArchive::new(Cursor::new(&file)).unwrap();
    let mut png = Vec::new();
    zip.by_name("word/media/logo.png").unwrap().read_to_end(&mut png).unwrap();
    assert!(png.starts_with(b"\x89PNG"), "a drawing is made points, which every program shows");
}
