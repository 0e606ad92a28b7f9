//! Text of PDF, by pdf-extract.
//!
//! That library panics, recurses and allocates as a hostile file tells it to. What is common and cheap to see is
//! looked for first and named; the rest is contained by the worker's limits and its parent's clock.

use std::collections::BTreeSet;
use std::fmt;

use pdf_extract::{ConvertToFmt, Dictionary, Document, Object, ObjectId, PlainTextOutput, output_doc_page};

use crate::text_out::TextOut;
use crate::{Limits, Problem, Severity, Unreadable};

/// Reads the text of the first pages.
pub(crate) fn read(bytes: &[u8], limits: &Limits, out: &mut TextOut) -> Result<(), Unreadable> {
    let mut document = Document::load_mem(bytes).map_err(damaged)?;
    if document.is_encrypted() {
        // Many PDFs are encrypted with an empty password, to forbid printing only.
        document.decrypt("").map_err(|_| Unreadable::Protected)?;
    }
    out.title = title(&document);
    let pages = document.get_pages();
    if pages.len() > limits.pages_max {
        out.mark_truncated();
        let what =
            format!("the PDF has {} pages, of which the first {} are read", pages.len(), limits.pages_max);
        out.problems.push(Problem::of_file(Severity::Warning, what, "split it if the others matter"));
    }
    for (number, id) in pages.iter().take(limits.pages_max) {
        match page_fitness(&document, *id)? {
            Fitness::Readable => read_page(&document, *number, out),
            Fitness::NoSize => out.problems.push(page_problem(*number, "has no size")),
        }
        out.end_line();
        if out.is_full() {
            break;
        }
    }
    note_empty(out);
    Ok(())
}

fn read_page(document: &Document, number: u32, out: &mut TextOut) {
    let mut output = PlainTextOutput::new(Page { out });
    if output_doc_page(document, &mut output, number).is_err() && !out.is_full() {
        out.problems.push(page_problem(number, "could be read only in part"));
    }
}

fn page_problem(number: u32, what: &str) -> Problem {
    Problem::of_file(
        Severity::Warning,
        format!("page {number} {what}"),
        "print it to a new PDF and send that",
    )
}

/// A scanned document is the usual reason for a PDF without a word in it.
fn note_empty(out: &mut TextOut) {
    if out.text().trim().is_empty() {
        let what = "the PDF holds no text; it may be a scan";
        out.problems.push(Problem::of_file(Severity::Warning, what, "send a version with text recognition"));
    }
}

/// Where pdf-extract writes. A write error makes it stop, which is how the limit on text ends it early.
struct Page<'a> {
    out: &'a mut TextOut,
}

impl<'a> ConvertToFmt for Page<'a> {
    type Writer = Self;

    fn convert(self) -> Self {
        self
    }
}

impl fmt::Write for Page<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.out.push_str(words);
        if self.out.is_full() { Err(fmt::Error) } else { Ok(()) }
    }
}

enum Fitness {
    Readable,
    NoSize,
}

/// pdf-extract follows `/Parent` without end to find what a page inherits, and panics where a page has no size.
fn page_fitness(document: &Document, page: ObjectId) -> Result<Fitness, Unreadable> {
    let mut seen = BTreeSet::new();
    let mut next = Some(page);
    let mut fitness = Fitness::NoSize;
    while let Some(id) = next {
        if !seen.insert(id) {
            return Err(Unreadable::PageLoop);
        }
        let Ok(dictionary) = document.get_dictionary(id) else { break };
        if has_size(document, dictionary) {
            fitness = Fitness::Readable;
        }
        next = dictionary.get(b"Parent").and_then(Object::as_reference).ok();
    }
    Ok(fitness)
}

fn has_size(document: &Document, dictionary: &Dictionary) -> bool {
    dictionary.get_deref(b"MediaBox", document).and_then(Object::as_array).is_ok_and(|sides| sides.len() >= 4)
}

/// The title in the document's information dictionary.
fn title(document: &Document) -> Option<String> {
    let info = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict).ok()?;
    let title = info.get_deref(b"Title", document).ok()?;
    pdf_extract::decode_text_string(title).ok()
}

fn damaged(error: pdf_extract::Error) -> Unreadable {
    Unreadable::damaged("the PDF", error)
}
