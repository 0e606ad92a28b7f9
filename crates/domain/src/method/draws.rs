//! Drawing by lot: the population is named, the seed made after that, the sample recorded, items replaced.

use std::collections::BTreeSet;

use super::{Draw, DrawMethod, DrawState, Population, Replacement};
use crate::audit::Audit;
use crate::evidence::{Paper, auditing_member, not_over};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, DrawId, PaperId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::kernel::text::{Line, Sha256, Text};
use crate::registry::Event;

rules! {
    DRAW_PAPER = "draw.paper", "ISO 19011:2018 6.4.7", "a draw for a working paper of the same audit";
    DRAW_SIZE = "draw.size", "ISO 19011:2018 A.6.3", "a sample of at least one item and no more than the population has";
    DRAW_COLUMNS = "draw.columns", "ISO 19011:2018 A.6.3", "the column that the method of drawing needs";
    DRAW_ORDER = "draw.order", "ISO 19011:2018 4 f)", "a seed made once, after the population was named, and a sample recorded once, after the seed";
    DRAW_SAMPLE = "draw.sample", "ISO 19011:2018 A.6.3", "as many items as were to be drawn, each once";
    DRAW_REPLACEMENT = "draw.replacement", "ISO 19011:2018 A.6.3", "a drawn item replaced once, by one that is not in the sample";
}

command! {
    /// Names the population to draw from, before there is a seed.
    pub struct DeclareDraw("draw.declare") {
        /// The audit.
        audit: AuditId,
        /// The working paper it is for.
        paper: Option<PaperId>,
        /// What is drawn from.
        population: Population,
        /// How.
        method: DrawMethod,
        /// How many.
        size: u32,
        /// Why so many: the plan that the size comes from.
        basis: Text,
    }

    /// Makes the seed. It cannot be chosen, and is made once.
    pub struct SeedDraw("draw.seed" on draw) {
        /// The draw.
        draw: DrawId,
    }

    /// Records the sample that the seed gives.
    pub struct RecordDraw("draw.record" on draw) {
        /// The draw.
        draw: DrawId,
        /// The keys of the items, in the order in which they were drawn.
        selected: Vec<Line>,
        /// The generator and its version.
        algorithm: Line,
    }

    /// Replaces an item that cannot be examined.
    pub struct ReplaceDrawn("draw.replace" on draw) {
        /// The draw.
        draw: DrawId,
        /// The item that was drawn.
        item: Line,
        /// What stands in for it: the next in the order of the draw.
        by: Line,
        /// Why.
        reason: Text,
    }

    /// Gives a draw up. It stays visible.
    pub struct AbandonDraw("draw.abandon" on draw) {
        /// The draw.
        draw: DrawId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A population was named to draw from.
    pub struct DrawDeclared("draw.declared" v 1, draw in audit) {
        /// The draw.
        draw: DrawId,
        /// The audit.
        audit: AuditId,
        /// The working paper.
        paper: Option<PaperId>,
        /// What is drawn from.
        population: Population,
        /// How.
        method: DrawMethod,
        /// How many.
        size: u32,
        /// Why so many.
        basis: Text,
    }

    /// The seed was made.
    pub struct DrawSeeded("draw.seeded" v 1, draw in audit) {
        /// The draw.
        draw: DrawId,
        /// The audit.
        audit: AuditId,
        /// The seed.
        seed: Sha256,
    }

    /// The sample was recorded.
    pub struct DrawRecorded("draw.recorded" v 1, draw in audit) {
        /// The draw.
        draw: DrawId,
        /// The audit.
        audit: AuditId,
        /// The seed it was drawn with.
        seed: Sha256,
        /// The keys of the items, in the order in which they were drawn.
        selected: Vec<Line>,
        /// The generator and its version.
        algorithm: Line,
    }

    /// An item was replaced.
    pub struct DrawReplaced("draw.replaced" v 1, draw in audit) {
        /// The draw.
        draw: DrawId,
        /// The audit.
        audit: AuditId,
        /// The item that was drawn.
        item: Line,
        /// What stands in for it.
        by: Line,
        /// Why.
        reason: Text,
    }

    /// The draw was given up.
    pub struct DrawAbandoned("draw.abandoned" v 1, draw in audit) {
        /// The draw.
        draw: DrawId,
        /// The audit.
        audit: AuditId,
        /// The seed, if it was made.
        seed: Option<Sha256>,
        /// Why.
        reason: Text,
    }
}

/// The draw, where the acting person may go on with it.
fn open_draw<'w>(world: &'w World, ctx: &Ctx, draw: DrawId) -> Result<&'w Draw, Stop> {
    let draw = world.get::<Draw>(draw)?;
    let audit = world.get::<Audit>(draw.audit)?;
    not_over(audit)?;
    auditing_member(audit, ctx)?;
    Ok(draw)
}

fn out_of_order(draw: &Draw, hint: impl Into<Said>) -> Stop {
    Refusal::new(&DRAW_ORDER, say!("the draw is `{state}`", state = &draw.state), hint).at("/draw").into()
}

impl Decide for DeclareDraw {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = named::<Audit>(world, self.audit, "/audit")?;
        not_over(audit)?;
        auditing_member(audit, ctx)?;
        let mut check = Check::new();
        if let Some(paper) = self.paper {
            check.that(
                named::<Paper>(world, paper, "/paper")?.audit == self.audit,
                &DRAW_PAPER,
                "/paper",
                "the working paper belongs to another audit",
                "name a paper of this audit, or none",
            );
        }
        check.that(
            (1..=self.population.rows).contains(&self.size),
            &DRAW_SIZE,
            "/size",
            say!("{size} of {rows} items are to be drawn", size = &self.size, rows = &self.population.rows),
            "draw at least one item and at most all",
        );
        let (needed, given, at) = match self.method {
            DrawMethod::Simple | DrawMethod::Systematic => (false, false, ""),
            DrawMethod::Stratified => (true, self.population.stratum.is_some(), "/population/stratum"),
            DrawMethod::Pps => (true, self.population.value.is_some(), "/population/value"),
        };
        check.that(
            !needed || given,
            &DRAW_COLUMNS,
            at,
            say!("a draw of the method `{method}` does not say by which column", method = &self.method),
            "name the column of the population's table",
        );
        check.done()?;
        Ok(vec![
            DrawDeclared {
                draw: ctx.id()?,
                audit: self.audit,
                paper: self.paper,
                population: self.population.clone(),
                method: self.method,
                size: self.size,
                basis: self.basis.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for DrawDeclared {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Draw {
            id: self.draw,
            audit: self.audit,
            paper: self.paper,
            population: self.population.clone(),
            method: self.method,
            size: self.size,
            basis: self.basis.clone(),
            declared: stamp.clone(),
            selected: Vec::new(),
            replacements: Vec::new(),
            state: DrawState::Declared,
        })
    }
}

impl Decide for SeedDraw {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let draw = open_draw(world, ctx, self.draw)?;
        match draw.state {
            DrawState::Declared => {
                Ok(vec![DrawSeeded { draw: self.draw, audit: draw.audit, seed: ctx.lot() }.into()])
            }
            DrawState::Seeded { .. } | DrawState::Drawn { .. } | DrawState::Abandoned { .. } => {
                Err(out_of_order(
                    draw,
                    "a draw has one seed; give this one up with `draw.abandon` and declare another",
                ))
            }
        }
    }
}

impl Apply for DrawSeeded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Draw>(self.draw, |draw| {
            draw.state = DrawState::Seeded { seed: self.seed.clone(), seeded: stamp.clone() };
        })
    }
}

impl Decide for RecordDraw {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let draw = open_draw(world, ctx, self.draw)?;
        let seed = match &draw.state {
            DrawState::Seeded { seed, .. } => seed.clone(),
            DrawState::Declared => return Err(out_of_order(draw, "make the seed first with `draw.seed`")),
            DrawState::Drawn { .. } | DrawState::Abandoned { .. } => {
                return Err(out_of_order(draw, "a sample is recorded once; declare another draw"));
            }
        };
        let distinct: BTreeSet<&Line> = self.selected.iter().collect();
        let mut check = Check::new();
        check.that(
            distinct.len() == self.selected.len() && self.selected.len() == draw.size as usize,
            &DRAW_SAMPLE,
            "/selected",
            say!(
                "{count} items, {distinct} of them different, for a sample of {size}",
                count = self.selected.len(),
                distinct = distinct.len(),
                size = &draw.size
            ),
            "record what the seed gives, all of it and nothing else",
        );
        check.done()?;
        Ok(vec![
            DrawRecorded {
                draw: self.draw,
                audit: draw.audit,
                seed,
                selected: self.selected.clone(),
                algorithm: self.algorithm.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for DrawRecorded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Draw>(self.draw, |draw| {
            draw.selected.clone_from(&self.selected);
            draw.state = DrawState::Drawn {
                drawn_seed: self.seed.clone(),
                algorithm: self.algorithm.clone(),
                drawn: stamp.clone(),
            };
        })
    }
}

impl Decide for ReplaceDrawn {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let draw = open_draw(world, ctx, self.draw)?;
        match draw.state {
            DrawState::Drawn { .. } => {}
            DrawState::Declared | DrawState::Seeded { .. } | DrawState::Abandoned { .. } => {
                return Err(out_of_order(draw, "replace items of a sample that was drawn"));
            }
        }
        let standing = |key: &Line| {
            let gone = draw.replacements.iter().any(|replacement| replacement.item == *key);
            let came = draw.replacements.iter().any(|replacement| replacement.by == *key);
            (draw.selected.contains(key) || came) && !gone
        };
        let known = |key: &Line| {
            draw.selected.contains(key) || draw.replacements.iter().any(|replacement| replacement.by == *key)
        };
        let mut check = Check::new();
        check.that(
            standing(&self.item),
            &DRAW_REPLACEMENT,
            "/item",
            say!("`{item}` does not stand in the sample", item = &self.item),
            "name an item of the sample that has not been replaced yet",
        );
        check.that(
            !known(&self.by),
            &DRAW_REPLACEMENT,
            "/by",
            say!("`{by}` is or was in the sample already", by = &self.by),
            "take the next item in the order of the draw",
        );
        check.done()?;
        Ok(vec![
            DrawReplaced {
                draw: self.draw,
                audit: draw.audit,
                item: self.item.clone(),
                by: self.by.clone(),
                reason: self.reason.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for DrawReplaced {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Draw>(self.draw, |draw| {
            draw.replacements.push(Replacement {
                item: self.item.clone(),
                by: self.by.clone(),
                reason: self.reason.clone(),
                stamp: stamp.clone(),
            });
        })
    }
}

impl Decide for AbandonDraw {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let draw = open_draw(world, ctx, self.draw)?;
        let seed = match &draw.state {
            DrawState::Declared => None,
            DrawState::Seeded { seed, .. } | DrawState::Drawn { drawn_seed: seed, .. } => Some(seed.clone()),
            DrawState::Abandoned { .. } => return Err(out_of_order(draw, "it was given up already")),
        };
        let reason = self.reason.clone();
        Ok(vec![DrawAbandoned { draw: self.draw, audit: draw.audit, seed, reason }.into()])
    }
}

impl Apply for DrawAbandoned {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Draw>(self.draw, |draw| {
            draw.state = DrawState::Abandoned {
                abandoned_seed: self.seed.clone(),
                reason: self.reason.clone(),
                abandoned: stamp.clone(),
            };
        })
    }
}
