//! Makes any text fit to be set: nothing invisible, nothing that reorders its surroundings, nothing without a glyph,
//! no word too long for a line.
//!
//! A sign that cannot be shown stands as its code point, `[U+1F525]`, so that nothing vanishes; the attached content
//! has the text as it was.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;

use crate::fonts::Fonts;

/// A word longer than this, in signs, may break after its punctuation.
const WORD_SIGNS_MAX: usize = 12;
/// A word longer than this may break anywhere; hyphenation sees to shorter ones.
const WORD_SIGNS_WHOLE_MAX: usize = 26;
/// How many signs of such a word stay together.
const RUN_SIGNS_MAX: usize = 14;
/// How many combining marks one letter keeps.
const MARKS_MAX: usize = 3;
/// After these a long word may break.
const BREAKS_AFTER: &str = "/\\_-:;,@?&=+|";
/// A place to break that does not show.
const BREAK: char = '\u{200B}';
/// Fields whose texts are never broken: digests, which the template shows whole or shortens, words it
/// looks up, and what goes into the properties of the PDF.
const UNBROKEN: [&str; 11] = [
    "sha256",
    "digest",
    "kind",
    "evaluation",
    "item",
    "act",
    "how",
    "document_title",
    "document_author",
    "attached_name",
    "attached_media",
];

/// Which fonts' glyphs count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Those of every font.
    AnyFont,
    /// Those of the font of the running text.
    TextFont,
}

/// Makes texts legible, remembering which signs have glyphs.
pub(crate) struct Legible<'a> {
    fonts: &'a Fonts,
    reach: Reach,
    known: RefCell<BTreeMap<char, bool>>,
}

impl<'a> Legible<'a> {
    pub(crate) fn new(fonts: &'a Fonts, reach: Reach) -> Self {
        Self { fonts, reach, known: RefCell::default() }
    }

    /// Makes every text in `value` legible.
    pub(crate) fn whole(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = breakable(&self.text(text)),
            Value::Array(items) => items.iter_mut().for_each(|item| self.whole(item)),
            Value::Object(object) => {
                for (name, item) in object.iter_mut() {
                    match item {
                        Value::String(text) if UNBROKEN.contains(&name.as_str()) => *text = self.text(text),
                        item => self.whole(item),
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// A text made legible, without places to break.
    pub(crate) fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut marks = 0;
        for sign in text.chars() {
            marks = if is_mark(sign) { marks + 1 } else { 0 };
            match sign {
                ' '..='~' | '\n' => out.push(sign),
                '\t' => out.push(' '),
                '\r' | '\u{FE00}'..='\u{FE0F}' => {}
                '\u{2028}' | '\u{2029}' => out.push('\n'),
                sign if marks > MARKS_MAX => {
                    let _ = sign;
                }
                sign if self.shows(sign) => out.push(sign),
                sign => out.push_str(&format!("[U+{:04X}]", u32::from(sign))),
            }
        }
        out
    }

    fn shows(&self, sign: char) -> bool {
        *self.known.borrow_mut().entry(sign).or_insert_with(|| {
            !is_unseen(sign)
                && (is_space(sign)
                    || match self.reach {
                        Reach::AnyFont => self.fonts.any_has(sign),
                        Reach::TextFont => self.fonts.text_has(sign),
                    })
        })
    }
}

/// Signs that do not show or turn the direction of what follows, and those that mean nothing between strangers.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
        || u32::from(sign) & 0xFFFE == 0xFFFE
}

fn is_space(sign: char) -> bool {
    matches!(sign, '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}')
}

fn is_mark(sign: char) -> bool {
    matches!(sign,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{064B}'..='\u{065F}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Gives words that are too long for a narrow column places to break: after punctuation, else anywhere.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let signs = word.chars().count();
        if signs <= WORD_SIGNS_MAX {
            out.push_str(word);
        } else {
            let run = if signs <= WORD_SIGNS_WHOLE_MAX { WORD_SIGNS_WHOLE_MAX } else { RUN_SIGNS_MAX };
            push_broken(&mut out, word, run);
        }
    }
    out
}

fn push_broken(out: &mut String, word: &str, run_signs_max: usize) {
    let mut run = 0;
    let mut after_break = false;
    for sign in word.chars() {
        let letter = sign.is_alphanumeric();
        if run > 0 && !is_mark(sign) && (after_break && letter || run >= run_signs_max) {
            out.push(BREAK);
            run = 0;
        }
        out.push(sign);
        run = if sign == '\n' { 0 } else { run + 1 };
        after_break = BREAKS_AFTER.contains(sign) && run > 3;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn legible(text: &str) -> String {
        let fonts = Fonts::with(&[]).unwrap();
        Legible::new(&fonts, Reach::AnyFont).text(text)
    }

    #[test]
    fn what_shows_stays_and_what_does_not_is_named() {
        for (text, expected) in [
            ("Zürich, Kraków — Ελλάδα, Москва", "Zürich, Kraków — Ελλάδα, Москва"),
            ("two\r\nlines\tand a tab", "two\nlines and a tab"),
            ("bell\u{7}", "bell[U+0007]"),
            ("fire \u{1F525}", "fire [U+1F525]"),
            ("heart \u{2764}\u{FE0F}", "heart \u{2764}"),
            ("exe\u{202E}fdp", "exe[U+202E]fdp"),
            ("zero\u{200B}width", "zero[U+200B]width"),
            ("private \u{E001}", "private [U+E001]"),
            ("漢", "[U+6F22]"),
            ("z\u{301}\u{301}\u{301}\u{301}\u{301}", "z\u{301}\u{301}\u{301}"),
        ] {
            assert_eq!(legible(text), expected, "{text:?}");
        }
    }

    #[test]
    fn long_words_get_places_to_break_and_lose_nothing() {
        for text in ["evidence/04_access-control/reviews/2026-Q2_privileged-accounts.xlsx", &"x".repeat(200)]
        {
            let broken = breakable(text);
            assert_eq!(broken.replace(BREAK, ""), text);
            let longest = broken.split(BREAK).map(|run| run.chars().count()).max().unwrap();
            assert!(longest <= RUN_SIGNS_MAX, "{longest} in {broken:?}");
        }
        assert_eq!(breakable("a word of common length"), "a word of common length");
    }

    #[test]
    fn digests_are_left_whole() {
        let fonts = Fonts::with(&[]).unwrap();
        let digest = "ab".repeat(32);
        let mut value = serde_json::json!({ "sha256": digest, "path": digest });
        Legible::new(&fonts, Reach::AnyFont).whole(&mut value);
        assert_eq!(value["sha256"], digest);
        assert_ne!(value["path"], digest);
    }
}
