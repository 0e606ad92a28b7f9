//! The fonts a document is set in: the ones embedded in this build, and what the caller gives.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::render::RenderError;

/// The family of the running text; embedded.
const TEXT_FAMILY: &str = "Libertinus Serif";

/// Fonts with the book that typst looks them up in.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    list: Vec<Font>,
}

impl Fonts {
    /// The embedded fonts and, after them, those in `files`.
    pub(crate) fn with(files: &[Vec<u8>]) -> Result<Self, RenderError> {
        let mut list = embedded().to_vec();
        for (index, file) in files.iter().enumerate() {
            let before = list.len();
            list.extend(Font::iter(Bytes::new(file.clone())));
            if list.len() == before {
                return Err(RenderError::BadFont { index });
            }
        }
        Ok(Self { book: LazyHash::new(FontBook::from_fonts(&list)), list })
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.list.get(index).cloned()
    }

    /// Whether some font has a glyph for `sign`.
    pub(crate) fn any_has(&self, sign: char) -> bool {
        self.list.iter().any(|font| has(font, sign))
    }

    /// Whether the font of the running text has a glyph for `sign`.
    pub(crate) fn text_has(&self, sign: char) -> bool {
        self.list.iter().filter(|font| font.info().family == TEXT_FAMILY).all(|font| has(font, sign))
    }
}

fn has(font: &Font, sign: char) -> bool {
    font.info().coverage.contains(u32::from(sign))
}

fn embedded() -> &'static [Font] {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    FONTS.get_or_init(|| typst_kit::fonts::embedded().map(|(font, _)| font).collect())
}
