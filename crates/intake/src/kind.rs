//! What a file is, by its name and by its content.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::unreadable::one_line;
use crate::{Problem, Severity};

/// The kinds of file that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Markdown, `.mdx` included.
    Markdown,
    /// Any other text: plain, JSON, YAML, source code, a file without extension.
    PlainText,
    /// Comma-, semicolon- or tab-separated values.
    Csv,
    /// HTML.
    Html,
    /// PDF.
    Pdf,
    /// Word, from 2007 on.
    Docx,
    /// Excel, from 2007 on; macros are never looked at.
    Xlsx,
    /// A picture.
    Picture,
    /// Anything else.
    Other,
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Markdown => "Markdown",
            Self::PlainText => "plain text",
            Self::Csv => "CSV",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
            Self::Picture => "a picture",
            Self::Other => "a file of this kind",
        })
    }
}

/// Says what a file is from its name and its first bytes; the whole file may be given, and makes the answer surer.
///
/// Where name and content disagree, content wins and a [`Severity::Warning`] says so. An Office file is told from
/// other ZIP archives by the names of its parts where they are among the bytes, else by the extension.
#[must_use]
pub fn sniff(path: &str, first_bytes: &[u8]) -> (DocumentKind, Vec<Problem>) {
    let extension = extension_of(path);
    let named = kind_of_extension(&extension);
    let content = content_of(first_bytes);
    let kind = settle(&extension, named, content);
    let agrees = match named {
        None => true,
        Some(named) => named == kind,
    };
    if agrees {
        return (kind, Vec::new());
    }
    let what = format!("the name ends in `.{}`, but the content is {kind}", one_line(&extension));
    let hint = "it is read by its content; give the file the right name, or ask who sent it";
    (kind, vec![Problem::of_file(Severity::Warning, what, hint)])
}

/// Bytes at both ends of a ZIP archive in which the names of its parts are looked for.
const NAMES_WINDOW_BYTES: usize = 256 * 1024;

/// Bytes in which a byte of zero shows that a file is no text.
const TEXT_WINDOW_BYTES: usize = 64 * 1024;

/// The leading bytes in which `%PDF-` may stand, as readers of PDF accept.
const PDF_WINDOW_BYTES: usize = 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Known(DocumentKind),
    Zip,
    OldOffice,
    HtmlText,
    Text,
    Binary,
}

fn settle(extension: &str, named: Option<DocumentKind>, content: Content) -> DocumentKind {
    use DocumentKind::{Docx, Html, Other, Picture, PlainText, Xlsx};
    match content {
        Content::Known(kind) => kind,
        Content::Zip => match named {
            Some(kind @ (Docx | Xlsx)) => kind,
            _ => Other,
        },
        // A password turns DOCX and XLSX into the old container, so the name is kept and the reader says why it fails.
        Content::OldOffice => match named {
            Some(kind @ (Docx | Xlsx)) => kind,
            _ => Other,
        },
        Content::HtmlText | Content::Text if extension == "svg" => Picture,
        Content::HtmlText => match named {
            Some(kind) if is_text(kind) => kind,
            _ => Html,
        },
        Content::Text => match named {
            Some(kind) if is_text(kind) => kind,
            _ => PlainText,
        },
        Content::Binary => Other,
    }
}

fn is_text(kind: DocumentKind) -> bool {
    use DocumentKind::{Csv, Html, Markdown, PlainText};
    matches!(kind, Markdown | PlainText | Csv | Html)
}

fn extension_of(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// `None` where the extension promises nothing that could be contradicted.
fn kind_of_extension(extension: &str) -> Option<DocumentKind> {
    Some(match extension {
        "md" | "mdx" | "markdown" => DocumentKind::Markdown,
        "txt" | "text" => DocumentKind::PlainText,
        "csv" | "tsv" => DocumentKind::Csv,
        "html" | "htm" | "xhtml" => DocumentKind::Html,
        "pdf" => DocumentKind::Pdf,
        "docx" | "docm" | "dotx" => DocumentKind::Docx,
        "xlsx" | "xlsm" | "xltx" => DocumentKind::Xlsx,
        "png" | "jpg" | "jpeg" | "gif" | "bmp" | "tif" | "tiff" | "webp" | "svg" | "heic" | "ico" => {
            DocumentKind::Picture
        }
        _ => return None,
    })
}

fn content_of(bytes: &[u8]) -> Content {
    let head = bytes.get(..PDF_WINDOW_BYTES).unwrap_or(bytes);
    if is_picture(bytes) {
        return Content::Known(DocumentKind::Picture);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_content(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Content::OldOffice;
    }
    if bytes.starts_with(b"{\\rtf") {
        return Content::Binary;
    }
    // A note may speak of `%PDF-`, so beyond the first byte only a file that is no text counts as PDF.
    if bytes.starts_with(b"%PDF-") || (contains(head, b"%PDF-") && !looks_like_text(bytes)) {
        return Content::Known(DocumentKind::Pdf);
    }
    if !looks_like_text(bytes) {
        return Content::Binary;
    }
    let start: Vec<u8> =
        head.iter().skip_while(|b| !b.is_ascii_graphic()).take(15).map(u8::to_ascii_lowercase).collect();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return Content::HtmlText;
    }
    Content::Text
}

fn zip_content(bytes: &[u8]) -> Content {
    let head = bytes.get(..NAMES_WINDOW_BYTES).unwrap_or(bytes);
    let tail = bytes.get(bytes.len().saturating_sub(NAMES_WINDOW_BYTES)..).unwrap_or(bytes);
    let has = |name: &[u8]| contains(head, name) || contains(tail, name);
    match (has(b"word/document"), has(b"xl/workbook")) {
        (true, false) => Content::Known(DocumentKind::Docx),
        (false, true) => Content::Known(DocumentKind::Xlsx),
        _ => Content::Zip,
    }
}

fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 7] = [
        b"\x89PNG\r\n\x1a\n",
        b"\xFF\xD8\xFF",
        b"GIF87a",
        b"GIF89a",
        b"II*\x00",
        b"MM\x00*",
        b"\x00\x00\x01\x00",
    ];
    let is_bmp = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0, 0, 0, 0]);
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let is_heic =
        bytes.get(4..8) == Some(b"ftyp") && matches!(bytes.get(8..12), Some(b"heic" | b"heix" | b"mif1"));
    is_bmp || is_webp || is_heic || starts.iter().any(|start| bytes.starts_with(start))
}

fn looks_like_text(bytes: &[u8]) -> bool {
    let is_utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    is_utf16 || !bytes.get(..TEXT_WINDOW_BYTES).unwrap_or(bytes).contains(&0)
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_content_agree_or_content_wins() {
        use DocumentKind::*;
        let zip_docx: &[u8] = b"PK\x03\x04........word/document.xml";
        let zip_xlsx: &[u8] = b"PK\x03\x04........xl/workbook.xml";
        let old: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
        let cases: &[(&str, &[u8], DocumentKind, bool)] = &[
            ("policy.md", b"# Policy", Markdown, true),
            ("index.mdx", b"import x from 'y'", Markdown, true),
            ("LICENSE-MIT", b"Permission", PlainText, true),
            ("notes.yaml", b"a: b", PlainText, true),
            ("notes.txt", b"%TXT", PlainText, true),
            ("soa.csv", b"a;b", Csv, true),
            ("page.html", b"<!DOCTYPE html><p>", Html, true),
            ("page", b"\n <!doctype HTML>", Html, true),
            ("policy.pdf", b"%PDF-1.7\n", Pdf, true),
            ("policy.pdf", b"\x00\x01%PDF-1.7\n", Pdf, true),
            ("notes.txt", b"a PDF begins with %PDF-", PlainText, true),
            ("policy.docx", zip_docx, Docx, true),
            ("soa.xlsx", zip_xlsx, Xlsx, true),
            ("soa.XLSX", b"PK\x03\x04", Xlsx, true),
            ("a.zip", b"PK\x03\x04", Other, true),
            ("logo.png", b"\x89PNG\r\n\x1a\n", Picture, true),
            ("logo.svg", b"<svg>", Picture, true),
            ("old.doc", old, Other, true),
            ("secret.docx", old, Docx, true),
            ("policy.md", b"%PDF-1.7\n", Pdf, false),
            ("policy.pdf", b"plain words", PlainText, false),
            ("policy.pdf", b"<html>", Html, false),
            ("soa.xlsx", zip_docx, Docx, false),
            ("soa.xlsx", b"a;b", PlainText, false),
            ("policy.txt", b"a\x00b", Other, false),
            ("logo.png", b"\xFF\xD8\xFF\xE0", Picture, true),
            ("", b"", PlainText, true),
        ];
        for (path, bytes, kind, agrees) in cases {
            let (found, problems) = sniff(path, bytes);
            assert_eq!((found, problems.is_empty()), (*kind, *agrees), "{path}");
        }
    }
}
