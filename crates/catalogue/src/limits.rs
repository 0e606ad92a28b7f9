//! Every bound of the catalogue, in one place. What lies beyond one is a [`Problem`](crate::Problem), never a truncation.

use std::ops::RangeInclusive;

/// Files in one load.
pub const FILES_MAX: usize = 512;
/// Bytes of one file: 4 MiB, some 2,000 audit tests.
pub const FILE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Requirements in one set of criteria.
pub const REQUIREMENTS_MAX: usize = 5_000;
/// Audit tests in one file.
pub const TESTS_MAX: usize = 5_000;
/// Pairs in one mapping.
pub const PAIRS_MAX: usize = 20_000;
/// Checklists in one file.
pub const CHECKLISTS_MAX: usize = 100;
/// Items in one checklist.
pub const CHECKLIST_ITEMS_MAX: usize = 200;
/// Problems reported by one load; the last one then says how many more there were.
pub const PROBLEMS_MAX: usize = 1_000;

/// Characters of an id of a requirement; the law of auditing has the same bound.
pub const REQUIREMENT_ID_CHARS_MAX: usize = 60;
/// Characters of an id of a test or an item of a checklist.
pub const KEY_CHARS_MAX: usize = 80;
/// Characters of an id of a set of criteria.
pub const CRITERIA_ID_CHARS_MAX: usize = 120;

/// Characters of the label of a requirement, a set, a publisher, a source: one line.
pub const LABEL_CHARS: RangeInclusive<usize> = 1..=200;
/// Characters of a note.
pub const NOTE_CHARS: RangeInclusive<usize> = 1..=300;
/// Characters of the title of an audit test.
pub const TITLE_CHARS: RangeInclusive<usize> = 15..=160;
/// Characters of the objective of an audit test: one to three sentences.
pub const OBJECTIVE_CHARS: RangeInclusive<usize> = 60..=600;
/// Characters of an entry of an audit test: a question, a sign, a piece of evidence.
pub const ENTRY_CHARS: RangeInclusive<usize> = 8..=300;
/// Characters of a role or a holder.
pub const ROLE_CHARS: RangeInclusive<usize> = 2..=60;

/// Requirements of one audit test.
pub const TEST_REQUIREMENTS: RangeInclusive<usize> = 1..=40;
/// Pieces of evidence of one audit test.
pub const TEST_EVIDENCE: RangeInclusive<usize> = 1..=8;
/// Things to ask, observe, inspect and re-perform in one audit test, all together.
pub const TEST_STEPS: RangeInclusive<usize> = 2..=16;
/// Signs of one sort in one audit test.
pub const TEST_SIGNS: RangeInclusive<usize> = 1..=6;
/// Links, or breaches, of one audit test.
pub const TEST_LINKS_MAX: usize = 16;
/// Minutes that one audit test may take: a working day at most.
pub const TEST_MINUTES: RangeInclusive<u32> = 5..=480;

/// Attributes of one requirement.
pub const ATTRIBUTES_MAX: usize = 20;
/// Values of one attribute.
pub const ATTRIBUTE_VALUES_MAX: usize = 40;

/// Words of a shingle: how long a run of equal words counts as common to two texts.
pub const SHINGLE_WORDS: usize = 4;
/// Percentage of the shingles of the shorter of two tests that may occur in the other.
pub const COMMON_SHINGLES_PERCENT_MAX: usize = 15;
/// Words from which on one and the same entry in two tests is a copy and no coincidence.
pub const COPIED_ENTRY_WORDS_MIN: usize = 5;
/// How many earlier tests with the same shingle a test is compared with; it keeps hostile input from costing a square.
pub const SHINGLE_NEIGHBOURS_MAX: usize = 16;
