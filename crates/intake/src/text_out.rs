//! Text as it is gathered, bounded.

use crate::extracted::{Extracted, Heading, TextEncoding};
use crate::problem::Problems;
use crate::{DocumentKind, Limits};

/// Characters kept of a title or of the words of a heading.
const TITLE_CHARS_MAX: usize = 300;

/// Gathers text, headings and problems up to the limits. Once it is full, further text is dropped and flagged.
#[derive(Debug)]
pub(crate) struct TextOut {
    text: String,
    chars: usize,
    chars_max: usize,
    headings: Vec<Heading>,
    headings_max: usize,
    is_full: bool,
    truncated: bool,
    pub(crate) title: Option<String>,
    pub(crate) encoding: Option<TextEncoding>,
    pub(crate) problems: Problems,
}

impl TextOut {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            text: String::new(),
            chars: 0,
            chars_max: limits.output_chars_max,
            headings: Vec::new(),
            headings_max: limits.headings_max,
            is_full: false,
            truncated: false,
            title: None,
            encoding: None,
            problems: Problems::new(limits.problems_max),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether further text would be dropped; parsers stop early when it is.
    pub(crate) fn is_full(&self) -> bool {
        self.is_full
    }

    pub(crate) fn push_char(&mut self, c: char) {
        if c == '\0' {
            return;
        }
        if self.chars >= self.chars_max {
            self.is_full = true;
            self.truncated = true;
            return;
        }
        self.text.push(c);
        self.chars += 1;
    }

    pub(crate) fn push_str(&mut self, words: &str) {
        for c in words.chars() {
            if self.is_full() {
                return;
            }
            self.push_char(c);
        }
    }

    /// Ends the line unless the text is at the start of one; blanks at its end go.
    pub(crate) fn end_line(&mut self) {
        while self.text.ends_with([' ', '\t']) {
            self.text.pop();
            self.chars -= 1;
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.push_char('\n');
        }
    }

    /// Says that something beside the text was left out, such as pages.
    pub(crate) fn mark_truncated(&mut self) {
        self.truncated = true;
    }

    /// Records a heading at `offset_bytes` unless it has no words.
    pub(crate) fn heading(&mut self, level: u8, words: &str, offset_bytes: usize) {
        let title = tidy_title(words);
        if title.is_empty() {
            return;
        }
        if self.headings.len() >= self.headings_max {
            self.truncated = true;
            return;
        }
        self.headings.push(Heading { level, title, offset_bytes });
    }

    /// The words since `offset_bytes`, which the caller took from [`Self::len`]; empty where a trim went past it.
    pub(crate) fn since(&self, offset_bytes: usize) -> &str {
        self.text.get(offset_bytes..).unwrap_or("")
    }

    /// The text as a result. The title is the document's own, else its first heading, else its first line.
    pub(crate) fn finish(self, kind: DocumentKind) -> Extracted {
        let own = self.title.as_deref().map(tidy_title).filter(|title| !title.is_empty());
        let title = own
            .or_else(|| self.headings.iter().min_by_key(|h| h.level).map(|heading| heading.title.clone()))
            .or_else(|| self.text.lines().map(tidy_title).find(|line| line.contains(char::is_alphanumeric)));
        Extracted {
            kind,
            chars: self.chars,
            text: self.text,
            truncated: self.truncated,
            headings: self.headings,
            title,
            encoding: self.encoding,
            problems: self.problems.into_vec(),
        }
    }
}

fn tidy_title(words: &str) -> String {
    let mut title = String::new();
    for word in words.split_whitespace() {
        if title.chars().count() >= TITLE_CHARS_MAX {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.extend(word.chars().filter(|c| !c.is_control()).take(TITLE_CHARS_MAX));
    }
    title.chars().take(TITLE_CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_character_zero_is_left_out_and_the_bound_holds_to_the_character() {
        let mut out = TextOut::new(&Limits { output_chars_max: 3, ..Limits::default() });
        out.push_str("ä\0b");
        assert!(!out.is_full());
        out.push_str("cd");
        assert!(out.is_full());
        let found = out.finish(DocumentKind::PlainText);
        assert_eq!((found.text.as_str(), found.chars, found.truncated), ("äbc", 3, true));
    }
}
