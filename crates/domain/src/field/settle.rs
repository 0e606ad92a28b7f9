//! Deciding on acts from the field that wait.

use super::carry::{InField, command_of};
use super::{FieldAct, FieldActState, Settlement};
use crate::audit::Audit;
use crate::audit::people::by_leader_or_manager;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, FieldActId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::text::Text;
use crate::registry::Event;

rules! {
    FIELD_WAITS = "field.waits", "house rule", "an act from the field that nobody has decided on";
}

command! {
    /// Carries an act from the field out on what stands now. The law is asked again, and may refuse again.
    pub struct TakeFieldAct("field.take" on field_act) {
        /// The act that waits.
        field_act: FieldActId,
    }

    /// Leaves an act from the field as it is: what stands in the record is kept, or the act is set aside.
    pub struct SettleFieldAct("field.settle" on field_act) {
        /// The act that waits.
        field_act: FieldActId,
        /// Which of the two.
        settlement: Settlement,
        /// Why.
        reason: Text,
    }
}

event! {
    /// An act from the field was carried out after a decision.
    pub struct ActTaken("field.taken" v 1, field_act in audit) {
        /// The act.
        field_act: FieldActId,
        /// The audit.
        audit: AuditId,
    }

    /// An act from the field was not carried out, by a decision.
    pub struct ActSettled("field.settled" v 1, field_act in audit) {
        /// The act.
        field_act: FieldActId,
        /// The audit.
        audit: AuditId,
        /// How.
        settlement: Settlement,
        /// Why.
        reason: Text,
    }
}

/// The act, where it waits and who acts may decide on it.
fn waiting<'w>(world: &'w World, ctx: &Ctx, field_act: FieldActId) -> Result<&'w FieldAct, Stop> {
    let act = named::<FieldAct>(world, field_act, "/field_act")?;
    by_leader_or_manager(world, world.get::<Audit>(act.audit)?, ctx)?;
    match act.state {
        FieldActState::Waiting => Ok(act),
        FieldActState::Taken { .. } | FieldActState::Settled { .. } => Err(Refusal::new(
            &FIELD_WAITS,
            "the act was decided on already",
            "look at its record; what it says can be given as a command of your own",
        )
        .at("/field_act")
        .into()),
    }
}

impl Decide for TakeFieldAct {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let act = waiting(world, ctx, self.field_act)?;
        let mut events = InField::of(world, act)?.decide(&command_of(act)?, world, ctx)?;
        events.push(ActTaken { field_act: act.id, audit: act.audit }.into());
        Ok(events)
    }
}

impl Apply for ActTaken {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<FieldAct>(self.field_act, |act| {
            act.state = FieldActState::Taken { taken: stamp.clone() };
        })
    }
}

impl Decide for SettleFieldAct {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let act = waiting(world, ctx, self.field_act)?;
        let (settlement, reason) = (self.settlement, self.reason.clone());
        Ok(vec![ActSettled { field_act: act.id, audit: act.audit, settlement, reason }.into()])
    }
}

impl Apply for ActSettled {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<FieldAct>(self.field_act, |act| {
            act.state = FieldActState::Settled {
                settlement: self.settlement,
                reason: self.reason.clone(),
                settled: stamp.clone(),
            };
        })
    }
}
