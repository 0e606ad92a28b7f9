//! Wording of a requirement: attached by the holder of a licence to their own store, and removed again.

use super::{CriteriaSet, Wording, WordingState, criteria_set_id};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{CriteriaSetId, WordingId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{CriteriaId, RequirementId, Text};
use crate::registry::Event;

rules! {
    WORDING_REQUIREMENT = "wording.requirement", "house rule", "wording of a requirement that an adopted set has";
    WORDING_ONCE = "wording.once", "house rule", "one wording to a requirement";
    WORDING_REMOVED = "wording.removed", "house rule", "wording that has not been removed";
}

command! {
    /// Attaches the wording of a requirement, for those who hold a licence for it. It stays in this store: no export of
    /// the catalogue, no dossier and no report has it. By a person, who answers for the licence.
    pub struct AttachWording("wording.attach") {
        /// The set, adopted with `criteria.adopt`.
        criteria: CriteriaId,
        /// The requirement.
        requirement: RequirementId,
        /// The wording.
        text: Text,
        /// What gives the right to keep it: the licence, its number, its holder.
        licence: Text,
    }

    /// Takes wording away: because a licence has ended, or to attach another. The journal keeps it until it is erased with
    /// `record.erase`, scope `wording`.
    pub struct RemoveWording("wording.remove" on wording) {
        /// The wording.
        wording: WordingId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// The wording of a requirement was attached.
    pub struct WordingAttached("wording.attached" v 1, wording) {
        /// The wording's record.
        wording: WordingId,
        /// The set.
        set: CriteriaSetId,
        /// The set's id, which names its edition.
        criteria: CriteriaId,
        /// The requirement.
        requirement: RequirementId,
        /// The wording.
        text: Text,
        /// What gives the right to keep it.
        licence: Text,
    }

    /// Wording was taken away.
    pub struct WordingRemoved("wording.removed" v 1, wording) {
        /// The wording's record.
        wording: WordingId,
        /// Why.
        reason: Text,
    }
}

impl Decide for AttachWording {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        ctx.person()?;
        let set = criteria_set_id(&self.criteria);
        let Some(adopted) = world.find::<CriteriaSet>(set)? else {
            return Err(Refusal::new(
                &WORDING_REQUIREMENT,
                say!("`{criteria}` has not been adopted", criteria = &self.criteria),
                "adopt the set with `criteria.adopt`; `assize catalogue import --adopt` does it for a file",
            )
            .at("/criteria")
            .into());
        };
        if !adopted.has(&self.requirement) {
            return Err(Refusal::new(
                &WORDING_REQUIREMENT,
                say!(
                    "`{criteria}` has no requirement `{requirement}`",
                    criteria = &self.criteria,
                    requirement = &self.requirement
                ),
                "name a requirement of the set as it was adopted",
            )
            .at("/requirement")
            .into());
        }
        let is_there = world.list::<Wording>("set", set)?.iter().any(|wording| {
            wording.requirement == self.requirement && matches!(wording.state, WordingState::Attached { .. })
        });
        if is_there {
            return Err(Refusal::new(
                &WORDING_ONCE,
                say!("`{requirement}` has a wording already", requirement = &self.requirement),
                "take it away first with `wording.remove`",
            )
            .at("/requirement")
            .into());
        }
        Ok(vec![
            WordingAttached {
                wording: ctx.id()?,
                set,
                criteria: self.criteria.clone(),
                requirement: self.requirement.clone(),
                text: self.text.clone(),
                licence: self.licence.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for WordingAttached {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Wording {
            id: self.wording,
            set: self.set,
            criteria: self.criteria.clone(),
            requirement: self.requirement.clone(),
            stamp: stamp.clone(),
            state: WordingState::Attached { text: self.text.clone(), licence: self.licence.clone() },
        })
    }
}

impl Decide for RemoveWording {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let wording = world.get::<Wording>(self.wording)?;
        match wording.state {
            WordingState::Attached { .. } => {
                Ok(vec![WordingRemoved { wording: self.wording, reason: self.reason.clone() }.into()])
            }
            WordingState::Removed { .. } => Err(Refusal::new(
                &WORDING_REMOVED,
                say!("the wording of `{requirement}` is removed already", requirement = &wording.requirement),
                "have it cleared from the journal too with `record.erase`",
            )
            .into()),
        }
    }
}

impl Apply for WordingRemoved {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Wording>(self.wording, |wording| {
            wording.state = WordingState::Removed { reason: self.reason.clone(), removed: stamp.clone() };
        })
    }
}
