//! The organization's own Word file as a template: looked at where it comes in, and filled with what a document says.
//!
//! `{{name}}` stands for a value. `{{#name}}` and `{{/name}}` enclose what is repeated for each of a list, or stands only where a value is
//! there; `{{^name}}` and `{{/name}}` enclose what stands only where it is not. Between two paragraphs they enclose the paragraphs and
//! tables between them; in one row of a table, or in several, those rows; in one paragraph, the text between them, or that paragraph where
//! nothing else stands in it.
//!
//! A value is text and nothing else: its signs are escaped, so that the file is well-formed whatever was written in an audit.

mod fields;
mod package;
#[cfg(test)]
#[path = "../../tests/papers/mod.rs"]
mod papers;
mod parse;
mod report_fields;
mod structure;
#[cfg(test)]
mod tests;

use assize_domain::document::{DocumentContent, DocumentKind};
use assize_domain::report_content::ReportContent;
use serde::{Deserialize, Serialize};

pub use assize_domain::document::{Placeholder, placeholders};

use crate::render::{Marking, RenderContext};
use crate::said::Said;
use crate::words::{Tongue, Words};
use package::Package;
use parse::Part;
use structure::{Filler, Tree, structured};

/// The most problems that are told of one file.
pub const FLAWS_MAX: usize = 50;
/// The largest text of a filled file, in bytes of its XML.
pub const FILLED_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What is wrong with a file that is to be a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum TemplateFlaw {
    /// It is no Word file (DOCX), or one that is protected by a password.
    NoWordFile,
    /// A part of it cannot be read.
    Damaged {
        /// Which.
        part: String,
    },
    /// It unpacks to more than a Word file of text does, or has too many parts.
    TooLarge,
    /// It holds a macro, a control, or a file of another program.
    Active {
        /// What.
        what: String,
    },
    /// It asks for something outside of itself.
    Outside {
        /// What for.
        target: String,
    },
    /// It declares a type of document of its own, which could make text of anything.
    Declares {
        /// In which part.
        part: String,
    },
    /// Nothing is known by a name.
    Unknown(AtPlace),
    /// A placeholder, or what it encloses, does not end.
    Unclosed(AtPlace),
    /// Something ends that does not begin.
    Unopened(AtPlace),
    /// What is enclosed begins or ends inside something else.
    Crossed(AtPlace),
}

/// A placeholder, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtPlace {
    /// The placeholder as it is written.
    pub token: String,
    /// The part of the file: `document`, `header1`, `footer2`.
    pub part: String,
    /// The paragraph, counted from 1 in that part, those in tables and text boxes too.
    pub paragraph: u32,
    /// The name that is meant, where one is nearly the same.
    pub meant: Option<String>,
}

/// Why a template could not be filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// The template is one that would not be taken in.
    #[error("the template cannot be used: {0:?}")]
    Flawed(Vec<TemplateFlaw>),
    /// What came of it is larger than [`FILLED_BYTES_MAX`].
    #[error("the filled template has more than {FILLED_BYTES_MAX} bytes; repeat fewer lists within lists")]
    TooLarge,
    /// The file could not be packed: a fault of this crate.
    #[error("the file could not be packed: {what}")]
    Packing {
        /// What the packing says.
        what: String,
    },
}

/// Looks at a file that is to be the template of a kind of document.
///
/// # Errors
/// Everything that is wrong with it, [`FLAWS_MAX`] things at the most.
pub fn check_template(file: &[u8], kind: DocumentKind) -> Result<(), Vec<TemplateFlaw>> {
    read(file, kind).map(drop)
}

/// Fills a template with a document.
///
/// # Errors
/// [`FillError`].
pub fn fill_document(
    file: &[u8],
    content: &DocumentContent,
    context: &RenderContext,
) -> Result<Vec<u8>, FillError> {
    let said = Said::new(Words::new(Tongue::of(&content.language)));
    let is_draft = content.is_draft || context.marking == Marking::Draft;
    let values = fields::of_document(content, context, is_draft, &said);
    fill(file, content.kind, &values, is_draft.then(|| said.say("watermark")))
}

/// Fills a template with a report.
///
/// # Errors
/// [`FillError`].
pub fn fill_report(
    file: &[u8],
    content: &ReportContent,
    context: &RenderContext,
) -> Result<Vec<u8>, FillError> {
    let said = Said::new(Words::new(Tongue::of(&content.language)));
    let is_draft = context.marking == Marking::Draft;
    let values = report_fields::of_report(content, context, &said);
    fill(file, DocumentKind::Report, &values, is_draft.then(|| said.say("watermark")))
}

/// A template that was read: its package, and the parts that hold text.
struct Read {
    package: Package,
    parts: Vec<(usize, Tree)>,
}

fn read(file: &[u8], kind: DocumentKind) -> Result<Read, Vec<TemplateFlaw>> {
    let package = Package::open(file)?;
    let mut flaws = Vec::new();
    let mut parts = Vec::new();
    let names = placeholders(kind);
    for (index, part) in package.texts() {
        let read = Part::read(part.name(), part.text()).and_then(|part| structured(part, &names));
        match read {
            Ok(tree) => parts.push((index, tree)),
            Err(found) => flaws.extend(found),
        }
    }
    flaws.truncate(FLAWS_MAX);
    if flaws.is_empty() { Ok(Read { package, parts }) } else { Err(flaws) }
}

fn fill(
    file: &[u8],
    kind: DocumentKind,
    values: &fields::Group,
    watermark: Option<String>,
) -> Result<Vec<u8>, FillError> {
    let read = read(file, kind).map_err(FillError::Flawed)?;
    let says_mark = read.parts.iter().any(|(_, tree)| tree.names("document.mark"));
    // A draft says that it is one, whether the template has a place for that or not.
    let mark = watermark.filter(|_| !says_mark);
    let mut left = FILLED_BYTES_MAX;
    let mut filled = Vec::with_capacity(read.parts.len());
    for (index, tree) in &read.parts {
        let is_main = read.package.is_main(*index);
        let filler = Filler { values, mark: mark.as_deref().filter(|_| is_main), bytes_max: left };
        let text = filler.fill(tree).ok_or(FillError::TooLarge)?;
        left = left.saturating_sub(text.len());
        filled.push((*index, text));
    }
    read.package.packed(&filled)
}
