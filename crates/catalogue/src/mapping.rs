//! Mappings between sets: where a requirement went, and where it came from.

use serde::Serialize;

use crate::id::{CriteriaId, RequirementId};
use crate::words::{Certainty, Relation};

/// One line of a mapping. At least one side is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The requirement of the set mapped from; none where it is new.
    pub from: Option<RequirementId>,
    /// The requirement of the set mapped to; none where it was dropped.
    pub to: Option<RequirementId>,
    /// What became of it.
    pub relation: Relation,
    /// How sure this line is.
    pub certainty: Certainty,
    /// What a reader should know about this line.
    pub note: Option<String>,
}

/// A mapping between two sets, read in both directions from one list, so that the directions cannot disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// The set mapped from.
    pub from: CriteriaId,
    /// The set mapped to.
    pub to: CriteriaId,
    /// Where it comes from.
    pub source: String,
    /// Its lines, in the order of the file.
    pub pairs: Vec<Pair>,
}

impl Mapping {
    /// What became of a requirement of [`Self::from`].
    pub fn forward<'a>(&'a self, id: &'a RequirementId) -> impl Iterator<Item = &'a Pair> {
        self.pairs.iter().filter(move |pair| pair.from.as_ref() == Some(id))
    }

    /// What a requirement of [`Self::to`] came from.
    pub fn backward<'a>(&'a self, id: &'a RequirementId) -> impl Iterator<Item = &'a Pair> {
        self.pairs.iter().filter(move |pair| pair.to.as_ref() == Some(id))
    }
}
