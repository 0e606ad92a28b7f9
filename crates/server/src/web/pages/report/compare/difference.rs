//! What differs between two texts, word by word.

/// The most comparisons of words that two texts may take; beyond it the one stands removed and the other added.
const STEPS_MAX: usize = 4_000_000;
/// Words that are the same and far from any that differ are left out beyond this many signs at each side.
const AROUND_CHARS: usize = 160;

/// How a piece of text came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It is in both.
    Same,
    /// It is in the former alone.
    Removed,
    /// It is in the latter alone.
    Added,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// How it came about.
    pub(super) how: How,
    /// The text.
    pub(super) text: String,
}

/// The pieces of two texts: by the longest sequence of words that both have.
pub(super) fn difference(former: &str, latter: &str) -> Vec<Piece> {
    let (a, b) = (words(former), words(latter));
    let before = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a_rest, b_rest) = (a.get(before..).unwrap_or_default(), b.get(before..).unwrap_or_default());
    let after = a_rest.iter().rev().zip(b_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let a_middle = a_rest.get(..a_rest.len() - after).unwrap_or_default();
    let b_middle = b_rest.get(..b_rest.len() - after).unwrap_or_default();
    let mut pieces = Pieces::default();
    pieces.extend(How::Same, a.get(..before).unwrap_or_default());
    if a_middle.len().saturating_mul(b_middle.len()) > STEPS_MAX {
        pieces.extend(How::Removed, a_middle);
        pieces.extend(How::Added, b_middle);
    } else {
        aligned(a_middle, b_middle, &mut pieces);
    }
    pieces.extend(How::Same, a.get(a.len() - after..).unwrap_or_default());
    pieces.shortened()
}

/// The words of a text, each with the space after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// The table of the longest common sequences of what is left from each place on, walked from its beginning.
fn aligned(a: &[&str], b: &[&str], pieces: &mut Pieces) {
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    let read = |longest: &[u32], i, j| longest.get(at(i, j)).copied().unwrap_or(0);
    for (i, one) in a.iter().enumerate().rev() {
        for (j, other) in b.iter().enumerate().rev() {
            let length = if one == other {
                read(&longest, i + 1, j + 1) + 1
            } else {
                read(&longest, i + 1, j).max(read(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(at(i, j)) {
                *cell = length;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (Some(one), Some(other)) if one == other => {
                pieces.push(How::Same, one);
                (i, j) = (i + 1, j + 1);
            }
            (Some(one), other) if other.is_none() || read(&longest, i + 1, j) >= read(&longest, i, j + 1) => {
                pieces.push(How::Removed, one);
                i += 1;
            }
            (_, Some(other)) => {
                pieces.push(How::Added, other);
                j += 1;
            }
            (_, None) => return,
        }
    }
}

/// Pieces as they are put together.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, how: How, word: &str) {
        match self.0.last_mut() {
            Some(last) if last.how == how => last.text.push_str(word),
            _ => self.0.push(Piece { how, text: word.to_owned() }),
        }
    }

    fn extend(&mut self, how: How, words: &[&str]) {
        words.iter().for_each(|word| self.push(how, word));
    }

    /// The same, with what both have cut down to what stands beside a difference.
    fn shortened(mut self) -> Vec<Piece> {
        let last = self.0.len().saturating_sub(1);
        for (index, piece) in self.0.iter_mut().enumerate().filter(|(_, piece)| piece.how == How::Same) {
            piece.text = cut(&piece.text, index > 0, index < last);
        }
        self.0
    }
}

/// A text cut in the middle; at its end too where nothing differs before or after it.
fn cut(text: &str, differs_before: bool, differs_after: bool) -> String {
    let signs: Vec<char> = text.chars().collect();
    if signs.len() <= 2 * AROUND_CHARS + 20 {
        return text.to_owned();
    }
    let head: String = signs.iter().take(if differs_before { AROUND_CHARS } else { 0 }).collect();
    let tail = if differs_after { AROUND_CHARS } else { 0 };
    let tail: String = signs.iter().skip(signs.len() - tail).collect();
    format!("{head} … {tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(former: &str, latter: &str) -> String {
        let sign = |how| match how {
            How::Same => "",
            How::Removed => "-",
            How::Added => "+",
        };
        difference(former, latter)
            .iter()
            .map(|piece| format!("{}[{}]", sign(piece.how), piece.text))
            .collect()
    }

    #[test]
    fn words_are_removed_and_added() {
        assert_eq!(shown("two of nine", "two of ten"), "[two of ]-[nine]+[ten]");
        assert_eq!(shown("a b c d", "a c d e"), "[a ]-[b ][c ]-[d]+[d e]");
        assert_eq!(shown("", "new"), "+[new]");
        assert_eq!(shown("old", ""), "-[old]");
        assert_eq!(shown("same", "same"), "[same]");
    }

    #[test]
    fn either_text_comes_out_whole_again() {
        let texts = ["a b a b c", "b a c", "", "c c c", "a b  c\nd", "x y z a b a"];
        for former in texts {
            for latter in texts {
                let pieces = difference(former, latter);
                let of = |left_out| {
                    let kept = pieces.iter().filter(|piece| piece.how != left_out);
                    kept.map(|piece| piece.text.as_str()).collect::<String>()
                };
                assert_eq!(of(How::Added), former);
                assert_eq!(of(How::Removed), latter);
            }
        }
    }

    #[test]
    fn what_is_far_from_any_difference_is_left_out_and_long_texts_end() {
        let long = "word ".repeat(2_000);
        let pieces = difference(&format!("{long}old {long}"), &format!("{long}new {long}"));
        assert_eq!(pieces.len(), 4);
        assert!(pieces.iter().all(|piece| piece.text.len() < 400));
        let other = "other ".repeat(3_000);
        assert_eq!(difference(&long, &other).len(), 2);
    }
}
