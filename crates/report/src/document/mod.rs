//! Documents beside the report: the plan, nonconformities, corrective actions, meetings, the profile of an auditor. Each is composed once,
//! as a [`model::Document`], and written from that as PDF and as a Word file.

mod compose;
mod followed;
pub(crate) mod model;

use assize_domain::document::DocumentContent;
use serde_json::{Value, json};

use crate::docx;
use crate::render::{CONTENT_BYTES_MAX, Job, Marking, RenderContext, RenderError, context_of, set};
use crate::said::Said;
use crate::words::{Tongue, Words};
use compose::composed;
pub(crate) use compose::{item_said, kind_key, lasts};

/// Renders a document as PDF (PDF/A-3a and PDF/UA-1), with what it says attached as `content.json`. The same content and context give the
/// same bytes.
///
/// # Errors
/// [`RenderError`] where the content is too large, or a font is none.
pub fn document_pdf(content: &DocumentContent, context: &RenderContext) -> Result<Vec<u8>, RenderError> {
    let canonical = refused(content)?;
    let context = marked(content, context);
    let tongue = Tongue::of(&content.language);
    let document = composed(content, &Said::new(Words::new(tongue)));
    let title = format!("{}: {}", document.kind, document.title);
    let data = json!({
        // Every field of the model is a string, number, list or object with string keys: this cannot fail.
        "document": serde_json::to_value(&document).unwrap_or(Value::Null),
        // What the shared parts of the templates ask of a report.
        "content": { "kind": "document", "findings": [], "omitted": [], "remarks": [] },
        "figures": {},
        "context": context_of(&context, &content.language, "", &title, &content.organization),
    });
    let job = Job {
        main: "/document.typ",
        data,
        attached: &canonical,
        beside: &[],
        ident: format!("{} {} {}", content.kind.word(), content.id, content.version.unwrap_or(1)),
        report: None,
        tongue,
    };
    set(&job, &context)
}

/// Writes a document as a Word file (ECMA-376), to go on editing in. The same content and context give the same bytes.
///
/// # Errors
/// [`RenderError`] where the content is too large.
pub fn document_docx(content: &DocumentContent, context: &RenderContext) -> Result<Vec<u8>, RenderError> {
    refused(content)?;
    let context = marked(content, context);
    let tongue = Tongue::of(&content.language);
    let said = Said::new(Words::new(tongue));
    docx::document::written(&composed(content, &said), &content.organization, &said, tongue, &context)
}

fn refused(content: &DocumentContent) -> Result<Vec<u8>, RenderError> {
    let canonical = content.canonical_bytes();
    let bytes = canonical.len();
    if bytes > CONTENT_BYTES_MAX { Err(RenderError::TooLarge { bytes }) } else { Ok(canonical) }
}

/// The context with the mark of the content: a draft is marked as one, whatever was asked for.
fn marked(content: &DocumentContent, context: &RenderContext) -> RenderContext {
    let marking = if content.is_draft { Marking::Draft } else { context.marking };
    RenderContext { marking, ..context.clone() }
}
