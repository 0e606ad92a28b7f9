//! Audit tests that repeat each other: by runs of equal words (shingles), and by whole entries.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::said::{Said, say};

use crate::id::shown;
use crate::limits::{
    COMMON_SHINGLES_PERCENT_MAX, COPIED_ENTRY_WORDS_MIN, SHINGLE_NEIGHBOURS_MAX, SHINGLE_WORDS,
};
use crate::problem::{Place, Problems};
use crate::test::{AuditTest, Sampling};

/// The words of an entry, in lower case and without punctuation.
type Words = Vec<String>;

/// A fault for each test that has too much in common with an earlier one.
pub(super) fn check(tests: &[(Place, AuditTest)], problems: &RefCell<Problems>) {
    let mut seen = Seen::default();
    for (n, (place, test)) in tests.iter().enumerate() {
        let entries: Vec<(&str, Words)> = entries(test).map(|entry| (entry, words(entry))).collect();
        let shingles: BTreeSet<Words> = entries
            .iter()
            .flat_map(|(_, words)| words.windows(SHINGLE_WORDS))
            .map(<[String]>::to_vec)
            .collect();
        let fault = |what: Said, hint: Said| problems.borrow_mut().push(place.problem(what, hint));
        if let Some((earlier, percent)) = seen.most_alike(&shingles)
            && let Some((_, other)) = tests.get(earlier).filter(|(_, other)| other.id != test.id)
        {
            let what =
                say!("has {percent} % of its runs of words in common with `{id}`", percent, id = other.id);
            fault(what, "say in each test what only that test looks for, or make one of the two".into());
        }
        let mut own = BTreeSet::new();
        for (entry, words) in entries {
            if words.len() < COPIED_ENTRY_WORDS_MIN || !own.insert(words.clone()) {
                continue;
            }
            let earlier = *seen.entries.entry(words).or_insert(n);
            if let Some((_, other)) = tests.get(earlier).filter(|(_, other)| other.id != test.id) {
                fault(
                    say!("`{entry}` stands in `{other}` too", entry = shown(entry), other = other.id),
                    "word it for this test".into(),
                );
            }
        }
        seen.add(n, shingles);
    }
}

/// What the tests before have, by their place in the list.
#[derive(Default)]
struct Seen {
    counts: Vec<usize>,
    // INVARIANT (neighbours): at most SHINGLE_NEIGHBOURS_MAX tests for each shingle.
    shingles: BTreeMap<Words, Vec<usize>>,
    entries: BTreeMap<Words, usize>,
}

impl Seen {
    fn add(&mut self, n: usize, shingles: BTreeSet<Words>) {
        self.counts.push(shingles.len());
        for shingle in shingles {
            let tests = self.shingles.entry(shingle).or_default();
            if tests.len() < SHINGLE_NEIGHBOURS_MAX {
                tests.push(n);
            }
        }
    }

    /// The earlier test with the most in common, where that is too much, and the percentage of the shorter of the two.
    fn most_alike(&self, shingles: &BTreeSet<Words>) -> Option<(usize, usize)> {
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for earlier in shingles.iter().filter_map(|shingle| self.shingles.get(shingle)).flatten() {
            *common.entry(*earlier).or_default() += 1;
        }
        let percent = |(earlier, common): (usize, usize)| {
            let shorter = self.counts.get(earlier).map_or(shingles.len(), |count| shingles.len().min(*count));
            (earlier, common * 100 / shorter.max(1))
        };
        let alike =
            common.into_iter().map(percent).filter(|(_, percent)| *percent > COMMON_SHINGLES_PERCENT_MAX);
        alike.max_by_key(|(earlier, percent)| (*percent, Reverse(*earlier)))
    }
}

fn entries(test: &AuditTest) -> impl Iterator<Item = &str> {
    let Sampling { population, fair, small } = &test.sampling;
    [&test.title, &test.objective, population, fair, small]
        .into_iter()
        .chain(test.evidence.iter().map(|piece| &piece.what))
        .chain(test.how.ask.iter().map(|ask| &ask.question))
        .chain(
            [&test.how.observe, &test.how.inspect, &test.how.reperform, &test.how.remote]
                .into_iter()
                .flatten(),
        )
        .chain(test.conformity.iter().chain(&test.warnings))
        .chain(test.nonconformities.iter().flat_map(|found| [&found.statement, &found.major]))
        .map(String::as_str)
}

fn words(entry: &str) -> Words {
    entry
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
