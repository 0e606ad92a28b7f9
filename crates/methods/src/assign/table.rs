//! Small containers of the solver: a list read by positions that the model gave out, sets of first days, chance.

use std::ops::{Index, IndexMut};

/// A list read by positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table<T>(pub(super) Vec<T>);

// INVARIANT (own positions): every position handed to a table comes from the model that made it: audits, people and items are
// numbered when the model is built and never after.
#[expect(clippy::indexing_slicing, reason = "INVARIANT (own positions)")]
impl<T> Index<usize> for Table<T> {
    type Output = T;
    fn index(&self, at: usize) -> &T {
        &self.0[at]
    }
}

#[expect(clippy::indexing_slicing, reason = "INVARIANT (own positions)")]
impl<T> IndexMut<usize> for Table<T> {
    fn index_mut(&mut self, at: usize) -> &mut T {
        &mut self.0[at]
    }
}

impl<T> Table<T> {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    pub(super) fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.iter_mut()
    }

    pub(super) fn first(&self) -> Option<&T> {
        self.0.first()
    }

    pub(super) fn last(&self) -> Option<&T> {
        self.0.last()
    }

    /// What stands at a position that need not be the table's own.
    pub(super) fn find(&self, at: usize) -> Option<&T> {
        self.0.get(at)
    }

    /// How many stand at the beginning for which `is_before` holds.
    pub(super) fn partition_point(&self, is_before: impl FnMut(&T) -> bool) -> usize {
        self.0.partition_point(is_before)
    }
}

impl<T> IntoIterator for Table<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

/// The most first days that one audit can choose from: a window of a year.
pub(super) const STARTS_MAX: usize = 384;
const WORDS: usize = STARTS_MAX / 64;

/// A set of first days of one audit, by position in its list of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Starts([u64; WORDS]);

impl Starts {
    pub(super) fn add(&mut self, start: usize) {
        if let Some(word) = self.0.get_mut(start / 64) {
            *word |= 1 << (start % 64);
        }
    }

    pub(super) fn has(&self, start: usize) -> bool {
        self.0.get(start / 64).is_some_and(|word| word >> (start % 64) & 1 == 1)
    }

    pub(super) fn and(mut self, other: &Self) -> Self {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word &= other;
        }
        self
    }

    pub(super) fn or(mut self, other: &Self) -> Self {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word |= other;
        }
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(super) fn each(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(at * 64 + bit)
            })
        })
    }
}

/// The working days on which somebody is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Taken(Vec<u64>);

impl Taken {
    pub(super) fn none(days: usize) -> Self {
        Self(vec![0; days.div_ceil(64)])
    }

    /// The words that the span touches, each with the span's bits in it.
    fn masks(first: usize, last: usize) -> impl Iterator<Item = (usize, u64)> {
        (first / 64..=last / 64).map(move |word| {
            let from = if word == first / 64 { first % 64 } else { 0 };
            let to = if word == last / 64 { last % 64 } else { 63 };
            (word, (u64::MAX << from) & (u64::MAX >> (63 - to)))
        })
    }

    pub(super) fn is_free(&self, first: usize, last: usize) -> bool {
        Self::masks(first, last).all(|(word, mask)| self.0.get(word).is_some_and(|taken| taken & mask == 0))
    }

    pub(super) fn take(&mut self, first: usize, last: usize) {
        for (word, mask) in Self::masks(first, last) {
            if let Some(taken) = self.0.get_mut(word) {
                *taken |= mask;
            }
        }
    }

    pub(super) fn give_back(&mut self, first: usize, last: usize) {
        for (word, mask) in Self::masks(first, last) {
            if let Some(taken) = self.0.get_mut(word) {
                *taken &= !mask;
            }
        }
    }
}

/// A sequence that looks random and follows from its seed (SplitMix64).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u32) -> Self {
        Self(u64::from(seed))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where `bound` is 0. The remainder's bias is below one in four thousand million here.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { (self.next() % bound as u64) as usize }
    }

    /// A number from 0 to `most`.
    pub(super) fn up_to(&mut self, most: i64) -> i64 {
        let most = most.clamp(0, i64::MAX - 1).unsigned_abs();
        i64::try_from(self.next() % (most + 1)).unwrap_or(0)
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_taken_and_given_back_across_words() {
        let mut taken = Taken::none(200);
        taken.take(60, 130);
        assert!(
            !taken.is_free(130, 131)
                && !taken.is_free(0, 60)
                && taken.is_free(0, 59)
                && taken.is_free(131, 199)
        );
        taken.give_back(60, 130);
        assert_eq!(taken, Taken::none(200));
        assert!(!taken.is_free(199, 256), "past the calendar nothing is free");
    }

    #[test]
    fn sets_of_starts_meet() {
        let (mut left, mut right) = (Starts::default(), Starts::default());
        [0, 63, 64, 383].iter().for_each(|start| left.add(*start));
        [63, 383, 5].iter().for_each(|start| right.add(*start));
        assert_eq!(left.and(&right).each().collect::<Vec<_>>(), [63, 383]);
        assert_eq!(left.or(&right).each().collect::<Vec<_>>(), [0, 5, 63, 64, 383]);
        assert!(left.has(64) && !left.has(65) && !left.has(9_999) && Starts::default().is_empty());
    }

    #[test]
    fn chance_follows_from_its_seed() {
        let draw = |seed| {
            let mut chance = Chance::new(seed);
            [chance.below(1000), chance.below(1000)]
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        assert_eq!(Chance::new(1).below(0), 0);
    }
}
