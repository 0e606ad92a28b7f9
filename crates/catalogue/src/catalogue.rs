//! The catalogue as a whole: what was loaded, checked against itself, and what can be asked of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::said::say;

use crate::builtin::BUILTIN;
use crate::check::checked;
use crate::checklist::Checklist;
use crate::criteria::{CriteriaSet, Requirement, RequirementRef};
use crate::id::{CriteriaId, Key, RequirementId, TestId, TrailId};
use crate::limits::FILES_MAX;
use crate::mapping::{Mapping, Pair};
use crate::problem::{Place, Problem, Problems};
use crate::read::{Prose, Read, file};
use crate::test::AuditTest;
use crate::trail::Trail;
use crate::words::{AuditType, RequirementKind};

/// Criteria, audit tests, mappings and checklists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    pub(crate) sets: BTreeMap<CriteriaId, CriteriaSet>,
    pub(crate) tests: BTreeMap<TestId, AuditTest>,
    pub(crate) mappings: Vec<Mapping>,
    pub(crate) checklists: BTreeMap<Key, Checklist>,
    pub(crate) trails: BTreeMap<TrailId, Trail>,
}

/// A set of criteria, or a part of it, as the scope of an audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    criteria: CriteriaId,
    parts: Vec<RequirementId>,
}

impl Scope {
    /// All of a set.
    #[must_use]
    pub const fn whole(criteria: CriteriaId) -> Self {
        Self { criteria, parts: Vec::new() }
    }

    /// These requirements and what is below them.
    pub fn part(criteria: CriteriaId, parts: impl IntoIterator<Item = RequirementId>) -> Self {
        Self { criteria, parts: parts.into_iter().collect() }
    }

    fn holds(&self, requirement: &RequirementRef) -> bool {
        requirement.criteria == self.criteria
            && (self.parts.is_empty() || self.parts.iter().any(|part| requirement.id.is_within(part)))
    }
}

/// A line of the table of coverage: a requirement, with the tests on it or on something below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered<'a> {
    /// The requirement.
    pub requirement: &'a Requirement,
    /// How many tests.
    pub tests: usize,
    /// The minutes of all of them.
    pub minutes: u32,
}

/// Which requirements of a set have audit tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Requirements with a test.
    pub tested: Vec<RequirementId>,
    /// Requirements without; headings, which only hold others together, are left out.
    pub untested: Vec<RequirementId>,
}

impl Catalogue {
    /// Reads and checks files, given as name and text.
    ///
    /// # Errors
    /// Every problem found, in the order of file and line.
    pub fn load<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<Problem>> {
        let problems = RefCell::new(Problems::default());
        let catalogue = checked(read_all(files, Prose::Passed, &problems), None, &problems);
        let problems = problems.into_inner().into_sorted();
        if problems.is_empty() { Ok(catalogue) } else { Err(problems) }
    }

    /// The catalogue that comes with the house.
    ///
    /// # Errors
    /// As [`Catalogue::load`]; never, as a test of this crate sees to.
    pub fn builtin() -> Result<Self, Vec<Problem>> {
        Self::load(BUILTIN.iter().copied())
    }

    /// Every set of criteria.
    pub fn sets(&self) -> impl ExactSizeIterator<Item = &CriteriaSet> {
        self.sets.values()
    }

    /// A set of criteria.
    #[must_use]
    pub fn criteria(&self, id: &CriteriaId) -> Option<&CriteriaSet> {
        self.sets.get(id)
    }

    /// Every audit test, in the order of their ids.
    pub fn tests(&self) -> impl ExactSizeIterator<Item = &AuditTest> {
        self.tests.values()
    }

    /// An audit test.
    #[must_use]
    pub fn test(&self, id: &TestId) -> Option<&AuditTest> {
        self.tests.get(id)
    }

    /// Every audit trail, in the order of their ids.
    pub fn trails(&self) -> impl ExactSizeIterator<Item = &Trail> {
        self.trails.values()
    }

    /// An audit trail.
    #[must_use]
    pub fn trail(&self, id: &TrailId) -> Option<&Trail> {
        self.trails.get(id)
    }

    /// The trails that lead through a test.
    pub fn trails_through<'a>(&'a self, test: &'a TestId) -> impl Iterator<Item = &'a Trail> {
        self.trails().filter(move |trail| trail.steps.iter().any(|step| step.test == *test))
    }

    /// A checklist.
    #[must_use]
    pub fn checklist(&self, id: &Key) -> Option<&Checklist> {
        self.checklists.get(id)
    }

    /// Every mapping, in the order of the files.
    pub fn mappings(&self) -> impl ExactSizeIterator<Item = &Mapping> {
        self.mappings.iter()
    }

    /// The mapping from one set to another.
    #[must_use]
    pub fn mapping(&self, from: &CriteriaId, to: &CriteriaId) -> Option<&Mapping> {
        self.mappings.iter().find(|mapping| mapping.from == *from && mapping.to == *to)
    }

    /// The tests for any of these types of audit that test something in any of these scopes.
    #[must_use]
    pub fn tests_for(&self, audit_types: &[AuditType], scopes: &[Scope]) -> Vec<&AuditTest> {
        self.tests()
            .filter(|test| audit_types.iter().any(|audit_type| test.is_for(*audit_type)))
            .filter(|test| {
                test.requirements
                    .iter()
                    .any(|requirement| scopes.iter().any(|scope| scope.holds(requirement)))
            })
            .collect()
    }

    /// The table of coverage of a set: its requirements in the order of the numbering. A test on an item counts for the item, for
    /// its clause and for the clauses above, once for each. Empty where the set is not loaded.
    #[must_use]
    pub fn covered<'a>(&'a self, criteria: &CriteriaId) -> Vec<Covered<'a>> {
        let Some(set) = self.sets.get(criteria) else { return Vec::new() };
        let mut counts: BTreeMap<&RequirementId, (usize, u32)> = BTreeMap::new();
        for test in self.tests() {
            let mut reached = BTreeSet::new();
            for named in test.requirements.iter().filter(|named| named.criteria == *criteria) {
                let mut next = set.requirement(&named.id);
                while let Some(requirement) = next.filter(|requirement| reached.insert(&requirement.id)) {
                    next = requirement.parent.as_ref().and_then(|parent| set.requirement(parent));
                }
            }
            for id in reached {
                let (tests, minutes) = counts.entry(id).or_default();
                *tests += 1;
                *minutes = minutes.saturating_add(test.minutes);
            }
        }
        let row = |requirement: &'a Requirement| {
            let (tests, minutes) = counts.get(&requirement.id).copied().unwrap_or_default();
            Covered { requirement, tests, minutes }
        };
        set.requirements().map(row).collect()
    }

    /// The tests of other sets that serve a requirement through a mapping: those on what the requirement came from or became.
    #[must_use]
    pub fn tests_by_mapping(&self, requirement: &RequirementRef) -> Vec<(&AuditTest, &Pair)> {
        let mut found = Vec::new();
        for mapping in &self.mappings {
            let (is_from, is_to) = (mapping.from == requirement.criteria, mapping.to == requirement.criteria);
            for pair in &mapping.pairs {
                let (other, criteria) = match pair {
                    Pair { from, to, .. } if is_from && from.as_ref() == Some(&requirement.id) => {
                        (to, &mapping.to)
                    }
                    Pair { from, to, .. } if is_to && to.as_ref() == Some(&requirement.id) => {
                        (from, &mapping.from)
                    }
                    _ => continue,
                };
                let Some(other) = other else { continue };
                let on = |test: &&AuditTest| {
                    test.requirements.iter().any(|named| named.id == *other && named.criteria == *criteria)
                };
                found.extend(self.tests().filter(on).map(|test| (test, pair)));
            }
        }
        found
    }

    /// Which requirements of a set have tests: a clause by one on itself or on something below it, an item or a control only by
    /// one on itself. None where the set is not loaded.
    #[must_use]
    pub fn coverage(&self, criteria: &CriteriaId) -> Option<Coverage> {
        let set = self.sets.get(criteria)?;
        let headings: BTreeSet<&RequirementId> = set.headings().into_iter().collect();
        let named: BTreeSet<&RequirementId> = self
            .tests()
            .flat_map(|test| &test.requirements)
            .filter(|requirement| requirement.criteria == *criteria)
            .map(|requirement| &requirement.id)
            .collect();
        let is_tested = |id: &RequirementId, kind: RequirementKind| match kind {
            RequirementKind::Clause => named.iter().any(|other| other.is_within(id)),
            RequirementKind::Item | RequirementKind::Control => named.contains(id),
        };
        let (mut tested, mut untested) = (Vec::new(), Vec::new());
        for requirement in set.requirements().filter(|requirement| !headings.contains(&requirement.id)) {
            let list = if is_tested(&requirement.id, requirement.kind) { &mut tested } else { &mut untested };
            list.push(requirement.id.clone());
        }
        Some(Coverage { tested, untested })
    }
}

/// Reads files one after the other.
pub(crate) fn read_all<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
    prose: Prose,
    problems: &RefCell<Problems>,
) -> Read {
    let mut read = Read { prose, ..Read::default() };
    for (n, (name, text)) in files.into_iter().enumerate() {
        if n == FILES_MAX {
            let place = Place { file: name.to_owned(), line: Some(1), path: String::new() };
            let what = say!("is beyond the {most} files of one load", most = FILES_MAX);
            problems.borrow_mut().push(place.problem(what, "bring small files together"));
            break;
        }
        file(name, text, &mut read, problems);
    }
    read
}
