//! One door for every kind.

use crate::decode::decode;
use crate::text_out::TextOut;
use crate::{DocumentKind, Extracted, Limits, Problem, Severity, TextEncoding, Unreadable};
use crate::{docx, html, markdown, pdf, xlsx};

/// Reads the text of a file as `kind`, which [`sniff`](crate::sniff) found.
///
/// Every parser but that of PDF is written not to panic, loop or outgrow `limits`; the one of PDF is a library that
/// may do all three, so call this only where a crash is contained: in [`worker::run`](crate::worker::run).
///
/// # Errors
/// An [`Unreadable`] reason for the user. Text beyond a limit on length or pages is no error but
/// [`Extracted::truncated`].
pub fn extract(kind: DocumentKind, bytes: &[u8], limits: &Limits) -> Result<Extracted, Unreadable> {
    limits.check_input(bytes)?;
    let mut out = TextOut::new(limits);
    match kind {
        DocumentKind::Markdown => {
            text(bytes, &mut out);
            markdown::read(&mut out);
        }
        DocumentKind::PlainText | DocumentKind::Csv => text(bytes, &mut out),
        DocumentKind::Html => html::read(&decoded(bytes, &mut out), &mut out),
        DocumentKind::Pdf => pdf::read(bytes, limits, &mut out)?,
        DocumentKind::Docx => docx::read(bytes, limits, &mut out)?,
        DocumentKind::Xlsx => xlsx::text(bytes, limits, &mut out)?,
        DocumentKind::Picture | DocumentKind::Other => return Err(Unreadable::Unsupported { kind }),
    }
    Ok(out.finish(kind))
}

fn text(bytes: &[u8], out: &mut TextOut) {
    let text = decoded(bytes, out);
    out.push_str(&text);
}

fn decoded(bytes: &[u8], out: &mut TextOut) -> String {
    let decoded = decode(bytes);
    out.encoding = Some(decoded.encoding);
    out.problems.extend(encoding_problem(decoded.encoding));
    decoded.text
}

/// What a user should know of how a text was decoded.
pub(crate) fn encoding_problem(encoding: TextEncoding) -> Option<Problem> {
    let (what, hint) = match encoding {
        TextEncoding::Utf8 | TextEncoding::Utf16 => return None,
        TextEncoding::Latin1Assumed => (
            "the text is not UTF-8 and was read as Latin-1 (Windows-1252)",
            "look whether letters such as ä or é are right; if not, save it as UTF-8",
        ),
        TextEncoding::Damaged => {
            ("the text is not in the encoding that its first bytes name", "save it again as UTF-8")
        }
    };
    Some(Problem::of_file(Severity::Warning, what, hint))
}
