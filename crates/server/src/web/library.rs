//! The built-in catalogue beside what a store has adopted: one list of audit tests, each with where it stands.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use assize_catalogue::adoption::{adopted_set, adoptions};
use assize_catalogue::{Catalogue, CriteriaId, TestId, has_words};
use assize_store::TestGlance;
use serde_json::Value;

use crate::problem::Fault;

/// The built-in catalogue, and what is reckoned from it once.
pub(crate) struct Library {
    /// The catalogue.
    pub(crate) catalogue: Catalogue,
    /// The version of each test.
    pub(crate) versions: BTreeMap<TestId, String>,
    /// Of each set, the requirements that have no test.
    pub(crate) untested: BTreeMap<CriteriaId, BTreeSet<String>>,
}

impl Library {
    fn read() -> Result<Self, String> {
        let catalogue = Catalogue::builtin().map_err(|problems| {
            problems.first().map_or_else(|| "no problem is named".to_owned(), ToString::to_string)
        })?;
        let versions = catalogue.tests().map(|test| (test.id.clone(), test.version().to_string())).collect();
        let untested = catalogue.sets().filter_map(|set| {
            let coverage = catalogue.coverage(&set.id)?;
            let ids = coverage.untested.iter().map(|id| id.as_str().to_owned());
            (!coverage.tested.is_empty()).then(|| (set.id.clone(), ids.collect()))
        });
        Ok(Self { untested: untested.collect(), versions, catalogue })
    }
}

static LIBRARY: LazyLock<Result<Library, String>> = LazyLock::new(Library::read);

/// Every text of the built-in catalogue, which is English, line by line as pages show them.
static ENGLISH: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut texts = HashSet::new();
    let Ok(library) = LIBRARY.as_ref() else { return texts };
    for (_, command) in adoptions(&library.catalogue) {
        gather(&command, &mut texts);
    }
    for set in library.catalogue.sets() {
        gather(&adopted_set(set, None), &mut texts);
    }
    texts
});

/// The fields whose texts pages show.
const SHOWN: [&str; 7] = ["title", "objective", "guidance", "case", "about", "carry", "note"];

/// The texts in a value that pages show: each whole, and its lines.
fn gather(value: &Value, texts: &mut HashSet<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| gather(one, texts)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if SHOWN.contains(&name.as_str()) => {
                        let lines = text.lines().map(str::trim_end);
                        let lines = lines.map(|line| line.strip_prefix("- ").unwrap_or(line));
                        texts.extend(std::iter::once(text.as_str()).chain(lines).map(str::to_owned));
                    }
                    other => gather(other, texts),
                }
            }
        }
        _ => {}
    }
}

/// Whether a text is one of the built-in catalogue, word for word.
pub(crate) fn is_english(text: &str) -> bool {
    ENGLISH.contains(text)
}

/// The built-in catalogue. The first to ask reads it.
pub(crate) fn library() -> Result<&'static Library, Fault> {
    LIBRARY.as_ref().map_err(|problem| Fault::internal(format!("the built-in catalogue: {problem}")))
}

/// Reads the built-in catalogue, so that nobody who asks waits for it.
pub(crate) fn read_library() {
    if let Err(fault) = library() {
        tracing::error!(cause = fault.cause, "the built-in catalogue cannot be read");
    }
    LazyLock::force(&ENGLISH);
}

/// Where a test stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// In the built-in catalogue, and not adopted.
    Offered,
    /// Adopted as the built-in catalogue has it.
    Adopted,
    /// Adopted in another version than that of the built-in catalogue.
    Changed,
    /// Adopted, and not in the built-in catalogue.
    Own,
    /// Every version of it was retired.
    Retired,
}

impl Standing {
    /// The key of its words.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Offered => "library-offered",
            Self::Adopted => "library-adopted",
            Self::Changed => "library-changed",
            Self::Own => "library-own",
            Self::Retired => "library-retired",
        }
    }

    /// The word by which its style is named.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Adopted => "adopted",
            Self::Changed => "changed",
            Self::Own => "own",
            Self::Retired => "retired",
        }
    }
}

/// An audit test, as a list shows it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// About how many minutes it takes.
    pub(crate) minutes: i64,
    /// What it tests: set and requirement.
    pub(crate) requirements: Vec<(String, String)>,
    /// Where it stands.
    pub(crate) standing: Standing,
    objective: String,
}

impl Entry {
    /// The requirements of one set that it tests.
    pub(crate) fn tests<'e>(&'e self, criteria: &'e str) -> impl Iterator<Item = &'e str> {
        self.requirements.iter().filter(move |(set, _)| set == criteria).map(|(_, id)| id.as_str())
    }

    fn is_found_by(&self, query: &str) -> bool {
        let ids = self.requirements.iter().map(|(_, id)| id.as_str());
        let texts: Vec<&str> =
            [self.id.as_str(), &self.title, &self.objective].into_iter().chain(ids).collect();
        has_words(&texts, query)
    }
}

/// Every test of the built-in catalogue and of the store, by its id.
pub(crate) fn entries(library: &Library, adopted: &[TestGlance]) -> BTreeMap<String, Entry> {
    let offered = library.catalogue.tests().map(|test| {
        let requirements = test.requirements.iter();
        let named =
            requirements.map(|named| (named.criteria.as_str().to_owned(), named.id.as_str().to_owned()));
        let entry = Entry {
            id: test.id.as_str().to_owned(),
            title: test.title.clone(),
            minutes: i64::from(test.minutes),
            requirements: named.collect(),
            standing: Standing::Offered,
            objective: String::new(),
        };
        (entry.id.clone(), entry)
    });
    let mut entries: BTreeMap<String, Entry> = offered.collect();
    for version in adopted {
        let offered = version.test.parse::<TestId>().ok().and_then(|id| library.versions.get(&id));
        let standing = match (version.is_retired, offered) {
            (true, _) => Standing::Retired,
            (false, None) => Standing::Own,
            (false, Some(digest)) if *digest == version.digest => Standing::Adopted,
            (false, Some(_)) => Standing::Changed,
        };
        let known = entries.get(&version.test).map(|entry| entry.standing);
        // What is in use counts for more than a version of the same test that was retired.
        if standing == Standing::Retired && known.is_some_and(|known| known != Standing::Offered) {
            continue;
        }
        entries.insert(
            version.test.clone(),
            Entry {
                id: version.test.clone(),
                title: version.title.clone(),
                minutes: version.minutes,
                requirements: version.requirements.clone(),
                standing,
                objective: version.objective.clone(),
            },
        );
    }
    entries
}

/// The tests that have every word of a query, those that fit best first; those of the built-in catalogue are searched in full.
pub(crate) fn found<'e>(
    library: &Library,
    entries: &'e BTreeMap<String, Entry>,
    query: &str,
    count_max: usize,
) -> Vec<&'e Entry> {
    let hits = library.catalogue.search(query, count_max);
    let mut found: Vec<&Entry> = hits.iter().filter_map(|hit| entries.get(hit.test.id.as_str())).collect();
    let more = entries.values().filter(|entry| {
        let is_new = !found.iter().any(|known| known.id == entry.id);
        is_new && !entry.objective.is_empty() && entry.is_found_by(query)
    });
    let more: Vec<&Entry> = more.collect();
    found.extend(more);
    found.truncate(count_max);
    found
}
