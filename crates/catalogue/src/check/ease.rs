//! Reading ease: Flesch's formula in whole numbers, and how syllables and sentences are counted for it.
//!
//! `ease = 206.835 - 1.015 * words / sentences - 84.6 * syllables / words`, rounded down. Ordinary prose lies between 50 and 70,
//! a text of law near 20. An entry without a full stop is a sentence. Syllables are runs of vowels; a silent ending does
//! not count. The count errs by a few in a hundred, which a bound for a whole test can bear.

/// How easy texts are to read together: 100 is very easy, 0 very hard, and beyond both is possible. None without a word.
pub(super) fn flesch<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<i64> {
    let (mut sentences, mut words, mut syllables) = (0_i64, 0_i64, 0_i64);
    for text in texts {
        let mut is_open = false;
        for piece in text.split_whitespace() {
            let in_piece =
                piece.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
            for word in in_piece {
                words += 1;
                syllables += syllables_of(word);
                is_open = true;
            }
            if is_open
                && piece.trim_end_matches(['"', '\'', ')']).ends_with(['.', '?', '!', ';', ':'])
                && !piece.ends_with("...")
            {
                sentences += 1;
                is_open = false;
            }
        }
        sentences += i64::from(is_open);
    }
    if words == 0 {
        return None;
    }
    // In thousandths, over the common denominator of the two fractions.
    let over = sentences.max(1) * words;
    let thousandths = 206_835 * over - 1_015 * words * words - 84_600 * syllables * sentences.max(1);
    Some(thousandths.div_euclid(over * 1_000))
}

/// The syllables of a word, at least one. Letters of an abbreviation and digits are read as they come: one each, three at most.
fn syllables_of(word: &str) -> i64 {
    const SPELT_MAX: usize = 3;
    if !word.chars().any(char::is_lowercase) {
        return i64::try_from(word.chars().count().min(SPELT_MAX)).unwrap_or(1);
    }
    let word = word.to_lowercase();
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let (mut count, mut before) = (0_i64, false);
    for c in word.chars() {
        count += i64::from(is_vowel(c) && !before);
        before = is_vowel(c);
    }
    let stem = word.strip_suffix("'s").unwrap_or(&word);
    let is_silent = |end: &str| stem.strip_suffix(end).is_some_and(|rest| rest.ends_with(|c| !is_vowel(c)));
    let silent_e = is_silent("e") && !(is_silent("le") || stem.ends_with("ee"));
    let silent_es = is_silent("es")
        && !["ses", "zes", "ces", "ges", "xes", "ches", "shes", "les"].iter().any(|end| stem.ends_with(end));
    let silent_ed = is_silent("ed") && !stem.ends_with("ted") && !stem.ends_with("ded");
    (count - i64::from(silent_e || silent_es || silent_ed)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (word, count) in [
            ("a", 1),
            ("risk", 1),
            ("note", 1),
            ("notes", 1),
            ("table", 2),
            ("tree", 1),
            ("changes", 2),
            ("asked", 1),
            ("tested", 2),
            ("auditor", 3),
            ("organization", 5),
            ("owner's", 2),
            ("ISMS", 3),
            ("27001", 3),
            ("why", 1),
        ] {
            assert_eq!(syllables_of(word), count, "{word}");
        }
    }

    #[test]
    fn short_words_in_short_sentences_read_easily() {
        // 6 words, 1 sentence, 6 syllables: 206.835 - 6.09 - 84.6 = 116.145.
        assert_eq!(flesch(["The cat sat on the mat."]), Some(116));
        assert_eq!(flesch(["The cat sat on the mat"]), Some(116));
        // 12 words, 2 sentences: an entry is a sentence of its own.
        assert_eq!(flesch(["The cat sat on the mat", "The cat sat on the mat ..."]), Some(116));
        assert_eq!(flesch(["", " ... "]), None);
        let hard = "Organizational determination of applicability necessitates comprehensive documentation";
        assert!(flesch([hard]).unwrap() < 0);
    }
}
