//! Spelling: every word of the catalogue is on a list that somebody has looked at.

use std::collections::BTreeSet;

use assize_domain::kernel::said::{Said, say};

use crate::limits::{WORD_CHARS_MAX, WORDS_MAX};
use crate::problem::{Place, Problem};

/// Words that are spelt right, in lower case.
#[derive(Debug, Clone, Default)]
pub struct WordList {
    words: BTreeSet<Box<str>>,
}

impl WordList {
    /// Reads a list: one word a line, of letters in lower case and `'`; lines that begin with `#` are comments.
    ///
    /// # Errors
    /// Every line that is no word.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut words = BTreeSet::new();
        for (n, line) in (1..).zip(text.lines()) {
            let word = line.trim();
            let fault = |what: Said, hint: Said| {
                Place { file: name.to_owned(), line: Some(n), path: String::new() }.problem(what, hint)
            };
            if word.is_empty() || word.starts_with('#') {
                continue;
            }
            if words.len() == WORDS_MAX {
                problems.push(fault(
                    say!("is beyond the {most} words of one list", most = WORDS_MAX),
                    "use a shorter list".into(),
                ));
                break;
            }
            let is_word = word.len() <= WORD_CHARS_MAX
                && word.chars().all(|c| (c.is_alphabetic() && !c.is_uppercase()) || c == '\'');
            if is_word {
                words.insert(word.into());
            } else {
                let what = say!("`{word}` is no word in lower case", word = crate::id::shown(word));
                problems.push(fault(what, "give one word on each line".into()));
            }
        }
        if problems.is_empty() { Ok(Self { words }) } else { Err(problems) }
    }

    /// These words and those of another list.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self
    }

    /// Whether a word is on the list, as it stands, in lower case, or without the ending of a genitive.
    fn has(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(&word);
        self.words.contains(word.as_str()) || self.words.contains(stem)
    }

    /// The words of a text that are not on the list, each once, in the order of the text.
    pub(super) fn unknown<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut unknown = Vec::new();
        for word in words(text) {
            if !self.has(word) && !unknown.contains(&word) {
                unknown.push(word);
            }
        }
        unknown
    }
}

/// The words of a text: runs of two letters or more, with apostrophes within. What has a digit, a dot or an underscore in it is a
/// number, a version, an id or a name.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .flat_map(|piece| piece.split(['-', '/', '(', ')', ',', ';', ':', '"', '–', '—', '…', '&', '=', '+']))
        .map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|piece| {
            piece.chars().nth(1).is_some() && piece.chars().all(|c| c.is_alphabetic() || c == '\'')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_on_the_list_are_spelt_right() {
        let list =
            WordList::parse("words", "# the house\nthe\ndoor\nowner\nisms\nself\nmade\ndon't\n").unwrap();
        assert_eq!(list.unknown("The owner's door, the ISMS (self-made); don't"), [""; 0]);
        assert_eq!(list.unknown("Teh door of the owners' teh Teh"), ["Teh", "of", "owners", "teh"]);
        assert_eq!(list.unknown("T-4.1-01 A.5.1 27001:2022 log4j TLS1.2 v2"), [""; 0]);
    }

    #[test]
    fn a_list_holds_words_alone() {
        let problems = WordList::parse("words", "door\nDoor\ntwo words\n7\n").unwrap_err();
        let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(2), Some(3), Some(4)]);
        assert_eq!(
            problems[0].to_string(),
            "words:2: `Door` is no word in lower case; give one word on each line"
        );
    }
}
