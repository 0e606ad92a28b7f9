//! Renders the sheet of a method: `sheet SHEET.json OUT.pdf`.
//!
//! The time of generation is fixed, so that two runs can be compared.

use std::error::Error;

use assize_report::{Marking, MethodSheet, RenderContext, render_sheet};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err("usage: sheet SHEET.json OUT.pdf".into());
    };
    let sheet: MethodSheet = serde_json::from_slice(&std::fs::read(from)?)?;
    let context = RenderContext {
        generated_at: "2026-10-02T14:30:00Z".parse()?,
        marking: Marking::Final,
        producer: "Assize 0.1.0".to_owned(),
        look: None,
        fonts: Vec::new(),
        signatures: Vec::new(),
        attachments: Vec::new(),
    };
    std::fs::write(to, render_sheet(&sheet, &context)?)?;
    Ok(())
}
