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
/// Mappings in one file.
pub const MAPPINGS_MAX: usize = 100;
/// Pairs in one mapping.
pub const PAIRS_MAX: usize = 20_000;
/// Checklists in one file.
pub const CHECKLISTS_MAX: usize = 100;
/// Items in one checklist.
pub const CHECKLIST_ITEMS_MAX: usize = 200;
/// Audit trails in one file.
pub const TRAILS_MAX: usize = 500;
/// Steps of one audit trail.
pub const TRAIL_STEPS: RangeInclusive<usize> = 3..=15;
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
/// Links of one audit test.
pub const TEST_LINKS_MAX: usize = 16;
/// What differs in one audit test when it is carried out remotely.
pub const TEST_REMOTE: RangeInclusive<usize> = 1..=3;
/// Typical nonconformities of one audit test.
pub const TEST_NONCONFORMITIES: RangeInclusive<usize> = 1..=3;
/// Requirements that one nonconformity breaches.
pub const NONCONFORMITY_BREACHES: RangeInclusive<usize> = 1..=8;
/// Related standards of one audit test.
pub const TEST_RELATED_MAX: usize = 4;
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
/// Words of a run that is compared with the sentences of standards.
pub const SENTENCE_SHINGLE_WORDS: usize = 8;
/// Digests in one file: some twenty thick standards.
pub const DIGESTS_MAX: usize = 2_000_000;
/// Words on one list of words.
pub const WORDS_MAX: usize = 500_000;
/// Bytes of one word on a list.
pub const WORD_CHARS_MAX: usize = 60;
/// The least reading ease of an audit test or a trail as a whole; see the formula in `check/ease.rs`.
pub const EASE_MIN: i64 = 45;
/// Words from which on a test or a trail is long enough for its reading ease to say anything.
pub const PROSE_EASE_WORDS_MIN: usize = 60;

/// Bytes of a YAML file.
pub const YAML_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Events of a YAML file.
pub const YAML_NODES_MAX: usize = 1_000_000;
/// How deep values of a YAML file lie in each other.
pub const YAML_DEPTH_MAX: usize = 32;
/// Keys of one table of a YAML file.
pub const YAML_KEYS_MAX: usize = 200;
/// Bytes of an OSCAL file: five times NIST SP 800-53.
pub const OSCAL_BYTES_MAX: usize = 50 * 1024 * 1024;
/// How deep groups and controls of an OSCAL file lie in each other.
pub const OSCAL_DEPTH_MAX: usize = 20;
/// Imports that are followed of one OSCAL profile and of the profiles that it imports.
pub const OSCAL_IMPORTS_MAX: usize = 100;
/// Columns that a map names.
pub const MAP_COLUMNS_MAX: usize = 100;
/// Rows below the headings of one sheet.
pub const ROWS_MAX: usize = 20_000;
/// Characters of a query that count.
pub const QUERY_CHARS_MAX: usize = 200;
/// Words of a query that count.
pub const QUERY_WORDS_MAX: usize = 12;
