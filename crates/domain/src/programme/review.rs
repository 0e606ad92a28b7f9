//! Reviewing and improving a programme (ISO 19011:2018 5.7).

use std::collections::BTreeSet;

use super::{ActionDone, ImprovementAction, Programme, ProgrammeReview, by_manager, in_state};
use crate::auditor::Person;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{PersonId, ProgrammeId};
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Slug, Text};
use crate::kernel::time::Date;
use crate::registry::Event;

rules! {
    REVIEW_KEYS = "programme.review.keys", "house rule", "each review and each improvement action under a key of its own";
    ACTION_OPEN = "programme.action.open", "ISO 19011:2018 5.7", "an improvement action that is open, finished once with its result";
}

data! {
    /// An action to improve the programme.
    pub struct NewAction {
        /// A key for it.
        key: Slug,
        /// What.
        text: Text,
        /// Who.
        owner: PersonId,
        /// By when.
        due: Date,
    }
}

command! {
    /// Reviews the programme: conclusions, lessons, and actions to improve it.
    pub struct ReviewProgramme("programme.review" on programme) {
        /// The programme.
        programme: ProgrammeId,
        /// A key for the review.
        key: Slug,
        /// Conclusions.
        conclusions: Text,
        /// Lessons learned.
        lessons: Text,
        /// Improvement actions.
        actions: Vec<NewAction>,
    }

    /// Records that an improvement action was done.
    pub struct FinishAction("programme.finish_action") {
        /// The programme.
        programme: ProgrammeId,
        /// The action's key.
        action: Slug,
        /// With what result.
        result: Text,
    }
}

event! {
    /// The programme was reviewed.
    pub struct ProgrammeReviewed("programme.reviewed" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
        /// The review's key.
        key: Slug,
        /// Conclusions.
        conclusions: Text,
        /// Lessons learned.
        lessons: Text,
        /// Improvement actions.
        actions: Vec<NewAction>,
    }

    /// An improvement action was done.
    pub struct ActionFinished("programme.action_finished" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
        /// The action's key.
        action: Slug,
        /// With what result.
        result: Text,
    }
}

impl Decide for ReviewProgramme {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        in_state(programme, &["implementing"], "review it while it is implemented")?;
        by_manager(programme, ctx)?;
        let mut check = Check::new();
        check.that(
            programme.reviews.iter().all(|review| review.key != self.key),
            &REVIEW_KEYS,
            "/key",
            say!("there is a review `{key}` already", key = &self.key),
            "choose another key",
        );
        let mut seen: BTreeSet<&Slug> = programme.actions.iter().map(|action| &action.key).collect();
        for (n, action) in self.actions.iter().enumerate() {
            check.that(
                seen.insert(&action.key),
                &REVIEW_KEYS,
                format!("/actions/{n}/key"),
                say!("there is an action `{key}` already", key = &action.key),
                "choose another key",
            );
            named::<Person>(world, action.owner, &format!("/actions/{n}/owner"))?;
        }
        check.done()?;
        Ok(vec![
            ProgrammeReviewed {
                programme: self.programme,
                key: self.key.clone(),
                conclusions: self.conclusions.clone(),
                lessons: self.lessons.clone(),
                actions: self.actions.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for ProgrammeReviewed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Programme>(self.programme, |programme| {
            programme.reviews.push(ProgrammeReview {
                key: self.key.clone(),
                stamp: stamp.clone(),
                conclusions: self.conclusions.clone(),
                lessons: self.lessons.clone(),
            });
            programme.actions.extend(self.actions.iter().cloned().map(|action| ImprovementAction {
                key: action.key,
                text: action.text,
                owner: action.owner,
                due: action.due,
                done: None,
            }));
        })
    }
}

impl Decide for FinishAction {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        let action = programme.actions.iter().find(|action| action.key == self.action);
        if action.is_none_or(|action| action.owner != ctx.actor.person().unwrap_or(action.owner)) {
            by_manager(programme, ctx)?;
        }
        let mut check = Check::new();
        check.that(
            action.is_some_and(|action| action.done.is_none()),
            &ACTION_OPEN,
            "/action",
            say!("the programme has no open action `{action}`", action = &self.action),
            "give the key of an open action",
        );
        check.done()?;
        let (action, result) = (self.action.clone(), self.result.clone());
        Ok(vec![ActionFinished { programme: self.programme, action, result }.into()])
    }
}

impl Apply for ActionFinished {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Programme>(self.programme, |programme| {
            if let Some(action) = programme.actions.iter_mut().find(|action| action.key == self.action) {
                action.done = Some(ActionDone { stamp: stamp.clone(), result: self.result.clone() });
            }
        })
    }
}
