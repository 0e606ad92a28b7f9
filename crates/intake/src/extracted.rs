//! What comes out of a file.

use serde::{Deserialize, Serialize};

use crate::{DocumentKind, Problem};

/// A heading of a document, so that a finding can cite file and heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 for the outermost level, 9 at most.
    pub level: u8,
    /// Its words without markup, 300 characters at most.
    pub title: String,
    /// Where the line of the heading begins in [`Extracted::text`], in bytes; always a character boundary.
    pub offset_bytes: usize,
}

/// How the bytes of a text were understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, told by its byte order mark.
    Utf16,
    /// Neither, so it was read as Latin-1 with the printable characters that Windows adds; letters may be wrong.
    Latin1Assumed,
    /// A byte order mark was there, but the text does not keep to it; broken characters were replaced.
    Damaged,
}

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extracted {
    /// What the file was read as.
    pub kind: DocumentKind,
    /// The text, lines ended by `\n`, without the character zero (which PostgreSQL cannot hold).
    pub text: String,
    /// The number of characters of [`Self::text`].
    pub chars: usize,
    /// Whether text or headings beyond a limit were left out.
    pub truncated: bool,
    /// The headings in their order; for a workbook its sheets. None for PDF, CSV and plain text.
    pub headings: Vec<Heading>,
    /// What the document calls itself, else its first heading or line.
    pub title: Option<String>,
    /// How the bytes were understood; `None` where the format itself says it.
    pub encoding: Option<TextEncoding>,
    /// What a reader of the text should know.
    pub problems: Vec<Problem>,
}
