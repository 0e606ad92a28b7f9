//! No sentence of any standard: runs of eight words, compared by their digests.
//!
//! A digest is the first 64 bits of the SHA-256 of eight words in lower case, single spaces between. From it the words cannot be
//! had back, so that a set of digests may be committed where the text may not. What a set covers is for its head to say.

use std::collections::BTreeSet;

use assize_domain::kernel::said::{Said, say};

use sha2::{Digest as _, Sha256};

use crate::limits::{DIGESTS_MAX, SENTENCE_SHINGLE_WORDS};
use crate::problem::{Place, Problem};

/// The first line of a file of digests.
const HEAD: &str = "# assize digests/1: runs of 8 words";

/// The digests of runs of eight words of texts that must not be repeated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentences {
    digests: BTreeSet<u64>,
}

impl Sentences {
    /// The digests of a text at hand. What is shorter than eight words has none.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let words = words(text);
        Self { digests: words.windows(SENTENCE_SHINGLE_WORDS).map(digest).collect() }
    }

    /// Whether a text is a file of digests, by its first line.
    #[must_use]
    pub fn is_written(text: &str) -> bool {
        text.starts_with(HEAD)
    }

    /// Reads a file of digests.
    ///
    /// # Errors
    /// Every line that is neither a comment nor a digest.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut digests = BTreeSet::new();
        let fault = |line: usize, what: Said, hint: Said| {
            Place { file: name.to_owned(), line: Some(line), path: String::new() }.problem(what, hint)
        };
        if !Self::is_written(text) {
            let hint = "make the file with `assize catalogue digest`";
            return Err(vec![fault(1, say!("does not begin with `{text}`", text = HEAD), hint.into())]);
        }
        for (n, line) in
            (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        {
            if digests.len() == DIGESTS_MAX {
                problems.push(fault(
                    n,
                    say!("is beyond the {most} digests of one file", most = DIGESTS_MAX),
                    "split it".into(),
                ));
                break;
            }
            match u64::from_str_radix(line, 16) {
                Ok(digest) if line.len() == 16 => {
                    digests.insert(digest);
                }
                _ => problems.push(fault(n, "is no digest".into(), "give 16 hexadecimal digits".into())),
            }
        }
        if problems.is_empty() { Ok(Self { digests }) } else { Err(problems) }
    }

    /// The file of digests, with what it was made from in its head, one line each.
    #[must_use]
    pub fn write(&self, made_from: &[&str]) -> String {
        let mut text = format!("{HEAD}\n");
        for line in made_from {
            text.push_str("# ");
            text.push_str(&line.replace(char::is_control, " "));
            text.push('\n');
        }
        for digest in &self.digests {
            text.push_str(&format!("{digest:016x}\n"));
        }
        text
    }

    /// These digests and those of another set.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.digests.extend(other.digests);
        self
    }

    /// These digests without those of another set.
    #[must_use]
    pub fn without(mut self, other: &Self) -> Self {
        self.digests.retain(|digest| !other.digests.contains(digest));
        self
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.digests.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.digests.is_empty()
    }

    /// The first run of a text whose digest is here.
    pub(super) fn repeated(&self, text: &str) -> Option<String> {
        let words = words(text);
        let mut runs = words.windows(SENTENCE_SHINGLE_WORDS);
        runs.find(|run| self.digests.contains(&digest(run))).map(|run| run.join(" "))
    }
}

fn digest(run: &[String]) -> u64 {
    let hash = Sha256::digest(run.join(" "));
    hash.iter().take(8).fold(0, |digest, byte| digest << 8 | u64::from(*byte))
}

/// The words of a text in lower case. Hyphens and line ends within words are dropped, so that a broken line hides nothing.
fn words(text: &str) -> Vec<String> {
    text.replace("-\n", "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RHYME: &str =
        "Every watchman shuts the seven doors of the house at dusk, and counts the keys twice.";

    #[test]
    fn eight_words_in_a_row_are_a_sentence_and_seven_are_not() {
        let sentences = Sentences::of(RHYME);
        assert_eq!(sentences.len(), 9);
        let eight = "they said: THE SEVEN DOORS of the house, at dusk!";
        assert_eq!(sentences.repeated(eight).as_deref(), Some("the seven doors of the house at dusk"));
        assert_eq!(sentences.repeated("the seven doors of the house at dawn"), None);
        assert_eq!(
            sentences.repeated("the sev-\nen doors of the house at dusk").as_deref(),
            Some("the seven doors of the house at dusk")
        );
        assert!(Sentences::of("the seven doors of the house at").is_empty());
    }

    #[test]
    fn digests_survive_their_file() {
        let sentences = Sentences::of(RHYME);
        let text = sentences.write(&["a rhyme\nof the house"]);
        assert!(text.contains("# a rhyme of the house\n"), "{text}");
        assert!(!text.contains("watchman"));
        assert_eq!(Sentences::parse("d", &text), Ok(sentences));
        let problems = Sentences::parse("d", &format!("{text}zz\n12\n")).unwrap_err();
        assert_eq!(problems.len(), 2);
        assert!(Sentences::parse("d", "no head").unwrap_err()[0].to_string().contains("make the file with"));
    }
}
