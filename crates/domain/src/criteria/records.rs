//! The records of criteria: adopted sets, mappings between sets, and wording.

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditeeId, CriteriaSetId, MappingId, OrganizationId, WordingId};
use crate::kernel::macros::{data, record, states, words};
use crate::kernel::text::{CriteriaId, Line, RequirementId, Text};

words! {
    /// What a requirement of a set is.
    pub enum RequirementKind {
        /// A clause, or a section of a policy.
        Clause = "clause",
        /// An item of a clause.
        Item = "item",
        /// A control: nothing is demanded by it alone.
        Control = "control",
    }

    /// What became of a requirement of one set in another, read from the first to the second.
    pub enum MappingRelation {
        /// The same number, the same matter.
        Equal = "equal",
        /// The same matter under another number.
        Renumbered = "renumbered",
        /// The matter has changed.
        Changed = "changed",
        /// The matter moved into the text of another requirement.
        Moved = "moved",
        /// It became one with others.
        Merged = "merged",
        /// It went into several.
        Split = "split",
        /// The set mapped from has nothing like it.
        New = "new",
        /// The set mapped to has nothing like it.
        Dropped = "dropped",
    }
}

data! {
    /// One requirement of a set: number and short title, never the sentence of a standard.
    pub struct SetRequirement {
        /// Its id in the set.
        id: RequirementId,
        /// Its short title.
        title: Line,
        /// The requirement it stands below; none for those at the top.
        parent: Option<RequirementId>,
        /// What it is.
        kind: RequirementKind,
        /// The documented information it demands, in short.
        documented_information: Option<Line>,
        /// What it is grouped and found by, such as the five attributes of a control (ISO/IEC 27002:2022 4.2).
        attributes: Vec<Attribute>,
    }

    /// An attribute of a requirement.
    pub struct Attribute {
        /// Its name, such as `control_types`.
        name: Line,
        /// Its values, in the order of the source.
        values: Vec<Line>,
    }

    /// A line of a mapping. At least one side is there.
    pub struct MappedPair {
        /// The requirement of the set mapped from; none where it is new.
        from: Option<RequirementId>,
        /// The requirement of the set mapped to; none where it was dropped.
        to: Option<RequirementId>,
        /// What became of it.
        relation: MappingRelation,
        /// What a reader should know about it.
        note: Option<Text>,
    }
}

states! {
    /// Whether a set is in use.
    pub enum SetState {
        /// Audits can be initiated against it.
        InUse = "in_use",
        /// No audit is initiated against it any more; those that were keep it.
        Retired = "retired" {
            /// Why.
            reason: Text,
            /// When and by whom.
            retired: Stamp,
        },
    }

    /// Whether a mapping is in use.
    pub enum MappingState {
        /// Papers are made by it.
        InUse = "in_use",
        /// No paper is made by it any more; those that were keep it.
        Retired = "retired" {
            /// Why; none where another version of it has taken its place.
            reason: Option<Text>,
            /// When and by whom.
            retired: Stamp,
        },
    }

    /// What there is of a wording.
    pub enum WordingState {
        /// It is there.
        Attached = "attached" {
            /// The wording.
            text: Text,
            /// What gives the right to keep it: the licence, its number, its holder.
            licence: Text,
        },
        /// It was taken away. The journal keeps it until it is erased with `record.erase`.
        Removed = "removed" {
            /// Why.
            reason: Text,
            /// When and by whom.
            removed: Stamp,
        },
    }
}

record! {
    /// A set of criteria as it was adopted.
    pub struct CriteriaSet(CriteriaSetId, links: [organization, auditee]) {
        /// The organization that adopted it: the one whose store this is.
        organization: OrganizationId,
        /// The auditee whose own criteria these are; none for a set that serves for any.
        auditee: Option<AuditeeId>,
        /// The set's id, which names its edition.
        criteria: CriteriaId,
        /// Its title.
        title: Line,
        /// Who publishes it.
        publisher: Line,
        /// The edition in words.
        edition: Line,
        /// Where its numbers and titles come from.
        source: Line,
        /// Its requirements, in the order in which they were given.
        requirements: Vec<SetRequirement>,
        /// When and by whom it was adopted.
        stamp: Stamp,
        /// Whether it is in use.
        state: SetState,
    }

    /// A mapping between two sets of criteria, as it was adopted, in one version.
    pub struct Mapping(MappingId, links: [organization]) {
        /// The organization that adopted it: the one whose store this is.
        organization: OrganizationId,
        /// The set mapped from.
        from: CriteriaId,
        /// The set mapped to.
        to: CriteriaId,
        /// Where the correspondence comes from.
        source: Line,
        /// Its pairs, in the order in which they were given.
        pairs: Vec<MappedPair>,
        /// When and by whom it was adopted.
        stamp: Stamp,
        /// Whether it is in use.
        state: MappingState,
    }

    /// The wording of one requirement, attached by somebody who holds a licence for it.
    pub struct Wording(WordingId, links: [set]) {
        /// The set.
        set: CriteriaSetId,
        /// The set's id, which names its edition.
        criteria: CriteriaId,
        /// The requirement.
        requirement: RequirementId,
        /// When and by whom it was attached.
        stamp: Stamp,
        /// What there is of it.
        state: WordingState,
    }
}

impl CriteriaSet {
    /// Whether the set has this requirement.
    #[must_use]
    pub fn has(&self, requirement: &RequirementId) -> bool {
        self.requirements.iter().any(|own| own.id == *requirement)
    }
}
