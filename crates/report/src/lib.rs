//! Documents out: the audit report, the review of documented information, or the sheet of a method, as PDF.
//!
//! What a report says is [`ReportContent`](assize_domain::report_content::ReportContent); how it looks is in `templates/`, in typst. The
//! content reaches the template as data, never as markup, so no text in it can change the document. The crate is
//! pure: no input or output, no clock, no network, no fonts of the system; the same content, context and build give
//! the same bytes.
//!
//! The fixed texts are in the language of the report, where `words/` has it, else in English; dates and numbers follow it. The pictures
//! are those of `assize-pictures`, each with its table.
//!
//! What it looks like beside that, a logo, a colour, a footer, is the organization's own ([`Look`]) and no part of the content.
//!
//! A document is PDF/A-3a and PDF/UA-1 at once. The canonical form of its content is attached as `content.json`, and
//! SHA-256 of that file is the digest on the cover.

// What tests share with the unit tests names the crate as they do.
#[cfg(test)]
extern crate self as assize_report;

mod document;
mod docx;
mod figures;
mod fonts;
mod legible;
mod look;
mod pictures;
mod render;
mod said;
mod sheet;
mod template;
mod words;
mod world;

pub use document::{document_docx, document_pdf};
pub use docx::render_docx;
pub use figures::{EvaluationRow, Figures, FindingRow};
pub use look::{Look, try_look};
pub use render::{Attachment, CONTENT_BYTES_MAX, Marking, RenderContext, RenderError, SignedBy, render_pdf};
pub use sheet::{MethodSheet, SHEET_BYTES_MAX, SheetStep, render_sheet};
pub use template::{
    AtPlace, FILLED_BYTES_MAX, FLAWS_MAX, FillError, Placeholder, TemplateFlaw, check_template,
    fill_document, fill_report, placeholders,
};
