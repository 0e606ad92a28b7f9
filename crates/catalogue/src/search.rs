//! Search over audit tests: every word of the query begins a word of the test.

use std::cmp::Reverse;

use crate::catalogue::Catalogue;
use crate::limits::{QUERY_CHARS_MAX, QUERY_WORDS_MAX};
use crate::test::{AuditTest, Sampling};

/// A test that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The test.
    pub test: &'a AuditTest,
    /// How well it fits: for each word of the query the weight of the best place where it stands.
    pub score: u32,
}

/// What a word is worth where it stands: in an id or a number of a requirement, in the title, in the objective, elsewhere.
const ID: u32 = 16;
const TITLE: u32 = 8;
const OBJECTIVE: u32 = 4;
const ELSEWHERE: u32 = 1;

impl Catalogue {
    /// The tests that have every word of the query, or a word that begins with it, those that fit best first; `count_max` at most.
    /// Case does not matter. A query without a word finds nothing; of a query beyond its bounds only the first words count.
    #[must_use]
    pub fn search(&self, query: &str, count_max: usize) -> Vec<Hit<'_>> {
        let query: String = query.chars().take(QUERY_CHARS_MAX).flat_map(char::to_lowercase).collect();
        let words: Vec<&str> = query.split_whitespace().take(QUERY_WORDS_MAX).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit<'_>> = self.tests().filter_map(|test| hit(test, &words)).collect();
        hits.sort_by(|a, b| Reverse(a.score).cmp(&Reverse(b.score)).then_with(|| a.test.id.cmp(&b.test.id)));
        hits.truncate(count_max);
        hits
    }
}

/// Whether every word of a query begins a word of one of the texts, as [`Catalogue::search`] looks.
#[must_use]
pub fn has_words(texts: &[&str], query: &str) -> bool {
    let query: String = query.chars().take(QUERY_CHARS_MAX).flat_map(char::to_lowercase).collect();
    let mut words = query.split_whitespace().take(QUERY_WORDS_MAX).peekable();
    words.peek().is_some() && words.all(|word| texts.iter().any(|text| has(text, word)))
}

fn hit<'a>(test: &'a AuditTest, query: &[&str]) -> Option<Hit<'a>> {
    let mut score = 0;
    for word in query {
        score += texts(test).filter(|(_, text)| has(text, word)).map(|(weight, _)| weight).max()?;
    }
    Some(Hit { test, score })
}

/// Every text of a test with what a word in it is worth.
fn texts(test: &AuditTest) -> impl Iterator<Item = (u32, &str)> {
    let Sampling { population, fair, small } = &test.sampling;
    let how = &test.how;
    let elsewhere = [population, fair, small]
        .into_iter()
        .chain(test.evidence.iter().flat_map(|piece| [&piece.what, &piece.holder]))
        .chain(how.ask.iter().flat_map(|ask| [&ask.role, &ask.question]))
        .chain([&how.observe, &how.inspect, &how.reperform, &how.remote].into_iter().flatten())
        .chain(test.conformity.iter().chain(&test.warnings))
        .chain(test.nonconformities.iter().flat_map(|found| [&found.statement, &found.major]));
    std::iter::once((ID, test.id.as_str()))
        .chain(test.requirements.iter().map(|named| (ID, named.id.as_str())))
        .chain([(TITLE, test.title.as_str()), (OBJECTIVE, test.objective.as_str())])
        .chain(elsewhere.map(|text| (ELSEWHERE, text.as_str())))
        .chain(test.related.iter().map(|related| (ELSEWHERE, related.as_str())))
}

/// Whether a word of the text begins with `start`, which is in lower case. An id is a word whole: `6.1.2` finds `6.1.2 a)`.
fn has(text: &str, start: &str) -> bool {
    let first = start.chars().next();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = c.is_alphanumeric() && !before.is_alphanumeric();
        before = c;
        // The first letter decides nearly always, before anything is compared.
        if begins
            && c.to_lowercase().next() == first
            && begins_with(text.get(at..).unwrap_or_default(), start)
        {
            return true;
        }
    }
    false
}

fn begins_with(text: &str, start: &str) -> bool {
    let mut text = text.chars().flat_map(char::to_lowercase);
    start.chars().all(|c| text.next() == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_beginning() {
        for (text, start, found) in [
            ("Round book of the Watchman", "watch", true),
            ("Round book of the Watchman", "man", false),
            ("6.1.2 a)", "6.1.2", true),
            ("A.5.10", "a.5.1", true),
            ("self-made", "made", true),
            ("Ärzte", "är", true),
            ("", "x", false),
        ] {
            assert_eq!(has(text, start), found, "{text} {start}");
        }
    }
}
