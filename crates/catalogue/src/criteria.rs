//! Sets of criteria: a standard in one edition, or a house's own policy, as a tree of requirements.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::id::{CriteriaId, RequirementId};
use crate::words::{Certainty, RequirementKind};

/// A requirement named with its set, which names the edition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RequirementRef {
    /// The set.
    pub criteria: CriteriaId,
    /// The id in it.
    pub id: RequirementId,
}

impl fmt::Display for RequirementRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.criteria, self.id)
    }
}

/// One requirement: number and short label, never the sentence of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Requirement {
    /// Its id.
    pub id: RequirementId,
    /// The official short title of a clause or control; for an item a label in our own words.
    pub title: String,
    /// The requirement it belongs to, one that the set has.
    pub parent: Option<RequirementId>,
    /// What it is.
    pub kind: RequirementKind,
    /// The documented information it demands, in short.
    pub documented_information: Option<String>,
    /// Attributes by name, such as `control_types`, each with its values in the order of the source.
    pub attributes: BTreeMap<String, Vec<String>>,
    /// How sure this line is.
    pub certainty: Certainty,
    /// What a reader should know about this line.
    pub note: Option<String>,
}

/// A standard in one edition, or a policy, as a tree of requirements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriteriaSet {
    /// Its id, which names the edition.
    pub id: CriteriaId,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The edition in words.
    pub edition: String,
    /// Where its numbers and titles come from.
    pub source: String,
    /// Whether every one of its requirements must have an audit test.
    pub tested: bool,
    // INVARIANT (tree): a parent named by a requirement is in this map.
    requirements: BTreeMap<RequirementId, Requirement>,
}

impl CriteriaSet {
    /// A set from requirements; the parent is found by the form of the id where none is given.
    pub(crate) fn new(
        id: CriteriaId,
        heading: Heading,
        requirements: BTreeMap<RequirementId, Requirement>,
    ) -> Self {
        let Heading { title, publisher, edition, source, tested } = heading;
        let mut set = Self { id, title, publisher, edition, source, tested, requirements };
        let parents: Vec<_> =
            set.requirements.values().map(|requirement| set.parent_of(requirement)).collect();
        for (requirement, parent) in set.requirements.values_mut().zip(parents) {
            requirement.parent = parent;
        }
        set
    }

    fn parent_of(&self, requirement: &Requirement) -> Option<RequirementId> {
        let parent = requirement.parent.clone().or_else(|| requirement.id.parent())?;
        self.requirements.contains_key(&parent).then_some(parent)
    }

    /// All requirements, in the order of the numbering.
    pub fn requirements(&self) -> impl ExactSizeIterator<Item = &Requirement> {
        self.requirements.values()
    }

    /// The controls, in the order of the numbering.
    pub fn controls(&self) -> impl Iterator<Item = &Requirement> {
        self.requirements().filter(|requirement| requirement.kind == RequirementKind::Control)
    }

    /// One requirement.
    #[must_use]
    pub fn requirement(&self, id: &RequirementId) -> Option<&Requirement> {
        self.requirements.get(id)
    }

    /// The requirements directly below one, in the order of the numbering.
    pub fn children<'a>(&'a self, id: &'a RequirementId) -> impl Iterator<Item = &'a Requirement> {
        self.requirements().filter(move |requirement| requirement.parent.as_ref() == Some(id))
    }

    /// Those that demand documented information, in the order of the numbering.
    pub fn documented_information(&self) -> impl Iterator<Item = &Requirement> {
        self.requirements().filter(|requirement| requirement.documented_information.is_some())
    }

    /// The clauses that only hold other clauses together, such as 6.1: nothing of their own is there to be tested.
    #[must_use]
    pub fn headings(&self) -> Vec<&RequirementId> {
        let mut children: BTreeMap<&RequirementId, (usize, usize)> = BTreeMap::new();
        for requirement in self.requirements() {
            if let Some(parent) = &requirement.parent {
                let (all, clauses) = children.entry(parent).or_default();
                *all += 1;
                *clauses += usize::from(requirement.kind == RequirementKind::Clause);
            }
        }
        children.into_iter().filter(|(_, (all, clauses))| all == clauses).map(|(id, _)| id).collect()
    }
}

/// What the head of a criteria file says.
pub(crate) struct Heading {
    pub(crate) title: String,
    pub(crate) publisher: String,
    pub(crate) edition: String,
    pub(crate) source: String,
    pub(crate) tested: bool,
}
