//! The catalogue as a whole: what was loaded, checked against itself, and what can be asked of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::builtin::BUILTIN;
use crate::check::checked;
use crate::checklist::Checklist;
use crate::criteria::{CriteriaSet, RequirementRef};
use crate::id::{CriteriaId, Key, RequirementId, TestId};
use crate::limits::FILES_MAX;
use crate::mapping::Mapping;
use crate::problem::{Place, Problem, Problems};
use crate::read::{Read, file};
use crate::test::AuditTest;
use crate::words::{AuditType, RequirementKind};

/// Criteria, audit tests, mappings and checklists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    pub(crate) sets: BTreeMap<CriteriaId, CriteriaSet>,
    pub(crate) tests: BTreeMap<TestId, AuditTest>,
    pub(crate) mappings: Vec<Mapping>,
    pub(crate) checklists: BTreeMap<Key, Checklist>,
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
        let mut read = Read::default();
        for (n, (name, text)) in files.into_iter().enumerate() {
            if n == FILES_MAX {
                let place = Place { file: name.to_owned(), line: 1, path: String::new() };
                let what = format!("is beyond the {FILES_MAX} files of one load");
                problems.borrow_mut().push(place.problem(what, "bring small files together"));
                break;
            }
            file(name, text, &mut read, &problems);
        }
        let catalogue = checked(read, &problems);
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

    /// A checklist.
    #[must_use]
    pub fn checklist(&self, id: &Key) -> Option<&Checklist> {
        self.checklists.get(id)
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
