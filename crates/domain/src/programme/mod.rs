//! The audit programme (ISO 19011:2018 5): draft, established, implementing, closed; what it plans, how it is monitored,
//! reviewed and improved.

pub mod briefs;
pub mod compose;
pub mod indicators;
pub mod planned;
mod records;
pub mod review;
#[cfg(test)]
mod tests;

pub(crate) use compose::outside_extent;
pub use compose::{
    BeginProgramme, CloseProgramme, DraftProgramme, EditProgramme, EstablishProgramme, ProgrammeBegun,
    ProgrammeClosed, ProgrammeDrafted, ProgrammeEdited, ProgrammeEstablished, ProgrammeRevised,
    ProgrammeText, ReviseProgramme,
};
pub use planned::{
    ChangePlannedAudit, PlanAudit, PlannedAuditAdded, PlannedAuditChanged, PlannedAuditWithdrawn,
    WithdrawPlannedAudit,
};
pub use records::*;
pub use review::{ActionFinished, FinishAction, NewAction, ProgrammeReviewed, ReviewProgramme};

use crate::kernel::act::Ctx;
use crate::kernel::id::PersonId;
use crate::kernel::refusal::{Refusal, Rule, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::words::ProgrammeRoleKind;

rules! {
    PROGRAMME_MANAGER = "programme.manager", "ISO 19011:2018 5.4.1", "the programme managed by whoever has that role in it";
    PROGRAMME_STATE = "programme.state", "ISO 19011:2018 5.1", "a programme that is drafted, established, implemented and closed, in that order";
}

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [RULES, compose::RULES, planned::RULES, review::RULES].into_iter().flatten().copied()
}

impl Programme {
    /// Whether the person has this responsibility in the programme.
    #[must_use]
    pub fn has_role(&self, person: PersonId, kind: ProgrammeRoleKind) -> bool {
        self.roles.iter().any(|role| role.person == person && role.role == kind)
    }
}

/// The acting person, who manages the programme.
pub(crate) fn by_manager(programme: &Programme, ctx: &Ctx) -> Result<PersonId, Stop> {
    let person = ctx.person()?;
    if programme.has_role(person, ProgrammeRoleKind::Manager) {
        return Ok(person);
    }
    Err(Refusal::new(
        &PROGRAMME_MANAGER,
        "who acts does not manage the programme",
        "let somebody do it who has the role `manager` in it",
    )
    .into())
}

/// Refuses where the programme is in none of these states.
fn in_state(programme: &Programme, states: &[&str], hint: impl Into<Said>) -> Result<(), Stop> {
    if states.contains(&programme.state.word()) {
        return Ok(());
    }
    Err(Refusal::new(&PROGRAMME_STATE, say!("the programme is `{state}`", state = &programme.state), hint)
        .into())
}
