//! Mappings between sets of criteria, adopted so that a test of one set serves a requirement of another.
//!
//! A mapping is one list that is read in both directions. It is a record, because a working paper must be able to say years later by
//! which correspondence it came to be on the audit's own criteria. A corrected mapping is another version: papers that were made
//! keep the one they were made by.

use std::collections::BTreeSet;

use super::{CriteriaSet, MappedPair, Mapping, MappingState, criteria_set_id};
use crate::auditee::organization_id;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::{Corrupt, Datum};
use crate::kernel::entry::canonical;
use crate::kernel::id::{MappingId, OrganizationId, digest_uuid};
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{CriteriaId, Line, RequirementId, Text};
use crate::registry::Event;

rules! {
    MAPPING_ENDS = "mapping.ends", "house rule", "a mapping from one set of criteria to another";
    MAPPING_PAIRS = "mapping.pairs", "house rule", "pairs that say of a requirement what it corresponds to, each once";
    MAPPING_KNOWN = "mapping.known", "ISO 19011:2018 5.5.2", "requirements that their sets have, as they were adopted";
    MAPPING_RETIRED = "mapping.retired", "house rule", "a mapping that has not been retired";
}

data! {
    /// A mapping as a catalogue gives it.
    pub struct MappingText {
        /// The set mapped from.
        from: CriteriaId,
        /// The set mapped to.
        to: CriteriaId,
        /// Where the correspondence comes from.
        source: Line,
        /// Its pairs.
        pairs: Vec<MappedPair>,
    }
}

command! {
    /// Adopts a mapping between two sets of criteria. A version that was adopted before is left as it is; the other versions of the
    /// mapping are retired. Working papers that were made keep theirs.
    pub struct AdoptMapping("mapping.adopt") {
        /// The mapping.
        mapping: MappingText,
    }

    /// Retires a mapping: no paper is made by it any more.
    pub struct RetireMapping("mapping.retire" on mapping) {
        /// The mapping.
        mapping: MappingId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A mapping was adopted.
    pub struct MappingAdopted("mapping.adopted" v 1, mapping) {
        /// Its record.
        mapping: MappingId,
        /// The organization.
        organization: OrganizationId,
        /// The mapping.
        text: MappingText,
    }

    /// A mapping was retired.
    pub struct MappingRetired("mapping.retired" v 1, mapping) {
        /// The mapping.
        mapping: MappingId,
        /// Why; none where another version of it has taken its place.
        reason: Option<Text>,
    }
}

/// The id of a version of a mapping: the same wherever it is adopted.
#[must_use]
pub fn mapping_id(text: &MappingText) -> MappingId {
    digest_uuid("assize-mapping/1", &[&canonical(&text.to_json())]).into()
}

impl Decide for AdoptMapping {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        self.check(world)?;
        let organization = organization_id();
        let mapping = mapping_id(&self.mapping);
        let versions: Vec<&Mapping> = world
            .list::<Mapping>("organization", organization)?
            .into_iter()
            .filter(|other| other.from == self.mapping.from && other.to == self.mapping.to)
            .collect();
        let mut events: Vec<Event> = Vec::new();
        match versions.iter().find(|version| version.id == mapping) {
            // Retired by somebody, or by a version that came later: it is not brought back unasked.
            Some(there) if !there.is_in_use() => return Ok(events),
            Some(_) => {}
            None => {
                events.push(MappingAdopted { mapping, organization, text: self.mapping.clone() }.into());
            }
        }
        let before = versions.iter().filter(|version| version.id != mapping && version.is_in_use());
        events.extend(before.map(|version| MappingRetired { mapping: version.id, reason: None }.into()));
        Ok(events)
    }
}

impl AdoptMapping {
    fn check(&self, world: &World) -> Result<(), Stop> {
        let MappingText { from, to, pairs, source: _ } = &self.mapping;
        let mut check = Check::new();
        check.that(
            from != to,
            &MAPPING_ENDS,
            "/mapping/to",
            say!("`{from}` is mapped to itself", from),
            "name another set, or another edition of it",
        );
        check.that(
            !pairs.is_empty(),
            &MAPPING_PAIRS,
            "/mapping/pairs",
            "the mapping has no pair",
            "say of each requirement what it corresponds to",
        );
        let mut seen: BTreeSet<(Option<&RequirementId>, Option<&RequirementId>)> = BTreeSet::new();
        for (index, pair) in pairs.iter().enumerate() {
            let at = format!("/mapping/pairs/{index}");
            check.that(
                pair.from.is_some() || pair.to.is_some(),
                &MAPPING_PAIRS,
                &at,
                "the pair names no requirement",
                "name the one it maps from, the one it maps to, or both",
            );
            check.that(
                seen.insert((pair.from.as_ref(), pair.to.as_ref())),
                &MAPPING_PAIRS,
                &at,
                "the pair stands twice",
                "keep one of them",
            );
        }
        for (criteria, side) in [(from, "from"), (to, "to")] {
            // A set that was never adopted is not known here, and nothing is said of its requirements.
            let Some(set) = world.find::<CriteriaSet>(criteria_set_id(criteria))? else { continue };
            let known: BTreeSet<&RequirementId> = set.requirements.iter().map(|row| &row.id).collect();
            for (index, pair) in pairs.iter().enumerate() {
                let named = if side == "from" { &pair.from } else { &pair.to };
                if let Some(named) = named.as_ref().filter(|named| !known.contains(named)) {
                    check.refuse(
                        Refusal::new(
                            &MAPPING_KNOWN,
                            say!(
                                "`{criteria}` has no requirement `{requirement}`",
                                criteria,
                                requirement = named
                            ),
                            "name a requirement of the set as it was adopted",
                        )
                        .at(format!("/mapping/pairs/{index}/{side}")),
                    );
                }
            }
        }
        check.done()
    }
}

impl Mapping {
    /// Whether papers are made by it.
    #[must_use]
    pub const fn is_in_use(&self) -> bool {
        match self.state {
            MappingState::InUse => true,
            MappingState::Retired { .. } => false,
        }
    }
}

impl Apply for MappingAdopted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let MappingText { from, to, source, pairs } = self.text.clone();
        world.add(Mapping {
            id: self.mapping,
            organization: self.organization,
            from,
            to,
            source,
            pairs,
            stamp: stamp.clone(),
            state: MappingState::InUse,
        })
    }
}

impl Decide for RetireMapping {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mapping = world.get::<Mapping>(self.mapping)?;
        if !mapping.is_in_use() {
            return Err(Refusal::new(
                &MAPPING_RETIRED,
                say!(
                    "the mapping from `{from}` to `{to}` is retired already",
                    from = &mapping.from,
                    to = &mapping.to
                ),
                "nothing more is needed",
            )
            .into());
        }
        Ok(vec![MappingRetired { mapping: self.mapping, reason: Some(self.reason.clone()) }.into()])
    }
}

impl Apply for MappingRetired {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Mapping>(self.mapping, |mapping| {
            mapping.state = MappingState::Retired { reason: self.reason.clone(), retired: stamp.clone() };
        })
    }
}
