//! Taking a text into an audit.

use super::adopt::TEXT_RETIRED;
use super::fill::filled;
use super::{HouseText, TextUse};
use crate::audit::Audit;
use crate::audit::people::{OVER, RUNNING, by_team_or_manager, in_state};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, HouseTextId, TextUseId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Slug, TEXT_CHARS_MAX, Text};
use crate::registry::Event;

rules! {
    TEXT_LENGTH = "text.length", "house rule", "a text that a field can hold when its placeholders are filled";
}

command! {
    /// Takes a text of the organization into an audit as a start, with its placeholders filled; the journal keeps which version it was.
    pub struct TakeText("text.take") {
        /// The audit.
        audit: AuditId,
        /// The text.
        house_text: HouseTextId,
        /// For what: an item of a checklist, such as `audit_report.confidentiality`, or a field of an act, such as `meeting.minutes`.
        place: Slug,
    }
}

event! {
    /// A text of the organization was taken into an audit.
    pub struct TextTaken("text.taken" v 1, text_use in audit) {
        /// Its record.
        text_use: TextUseId,
        /// The audit.
        audit: AuditId,
        /// The version that was taken.
        house_text: HouseTextId,
        /// Which version of its kind and language that is.
        revision: u32,
        /// For what.
        place: Slug,
        /// The text with its placeholders filled.
        text: Text,
    }
}

impl Decide for TakeText {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        by_team_or_manager(world, audit, ctx)?;
        in_state(audit, RUNNING, OVER)?;
        let text = named::<HouseText>(world, self.house_text, "/house_text")?;
        if !text.is_in_use() {
            return Err(Refusal::new(
                &TEXT_RETIRED,
                say!("version {revision} of this text is retired", revision = &text.revision),
                "take the version that is in use",
            )
            .at("/house_text")
            .into());
        }
        let filled = filled(world, audit, &text.language, text.text.as_str())?;
        let Ok(filled) = filled.parse::<Text>() else {
            return Err(Refusal::new(
                &TEXT_LENGTH,
                "with its placeholders filled the text is too long for a field",
                say!(
                    "shorten it, so that it has at most {most} characters when filled",
                    most = TEXT_CHARS_MAX
                ),
            )
            .at("/house_text")
            .into());
        };
        Ok(vec![
            TextTaken {
                text_use: ctx.id()?,
                audit: self.audit,
                house_text: self.house_text,
                revision: text.revision,
                place: self.place.clone(),
                text: filled,
            }
            .into(),
        ])
    }
}

impl Apply for TextTaken {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(TextUse {
            id: self.text_use,
            audit: self.audit,
            house_text: self.house_text,
            revision: self.revision,
            place: self.place.clone(),
            text: self.text.clone(),
            stamp: stamp.clone(),
        })
    }
}
