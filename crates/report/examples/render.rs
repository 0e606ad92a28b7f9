//! Renders a report from its content: `render CONTENT.json OUT.pdf [--draft]`.
//!
//! The time of generation is fixed, so that two runs can be compared.

use std::error::Error;
use std::time::Instant;

use assize_domain::report_content::ReportContent;
use assize_report::{Marking, RenderContext, render_pdf};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err("usage: render CONTENT.json OUT.pdf [--draft]".into());
    };
    let marking =
        if arguments.any(|argument| argument == "--draft") { Marking::Draft } else { Marking::Final };
    let content: ReportContent = serde_json::from_slice(&std::fs::read(from)?)?;
    let context = RenderContext {
        generated_at: "2026-10-02T14:30:00Z".parse()?,
        marking,
        producer: "Assize 0.1.0".to_owned(),
        look: None,
        fonts: Vec::new(),
        signatures: Vec::new(),
        attachments: Vec::new(),
    };
    let begun = Instant::now();
    let pdf = render_pdf(&content, &context)?;
    eprintln!("{} bytes in {} ms", pdf.len(), begun.elapsed().as_millis());
    std::fs::write(to, pdf)?;
    Ok(())
}
