//! Adopting a version of a text, and taking one out of use.

use super::fill::{PLACEHOLDERS, placeholders};
use super::{HouseText, HouseTextState, TextKind};
use crate::auditee::{Organization, organization_id};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{HouseTextId, OrganizationId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{listed, say};
use crate::kernel::text::{Language, Text};
use crate::registry::Event;

rules! {
    TEXT_PLACEHOLDER = "text.placeholder", "house rule", "placeholders that the records of an audit can fill";
    TEXT_RETIRED = "text.retired", "house rule", "a text that is in use";
}

command! {
    /// Adopts a text of the organization's own. The version before it is retired; where it was taken it stays.
    pub struct AdoptText("text.adopt") {
        /// What it is for.
        kind: TextKind,
        /// Its language.
        language: Language,
        /// The text. `{auditee}` and its like stand for what the records of an audit say.
        text: Text,
    }

    /// Takes a text out of use: it is put into no audit any more.
    pub struct RetireText("text.retire" on house_text) {
        /// The text.
        house_text: HouseTextId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A text was adopted.
    pub struct TextAdopted("text.adopted" v 1, house_text) {
        /// Its record.
        house_text: HouseTextId,
        /// The organization.
        organization: OrganizationId,
        /// What it is for.
        kind: TextKind,
        /// Its language.
        language: Language,
        /// Which version it is of its kind and language, counted from 1.
        revision: u32,
        /// The text.
        text: Text,
    }

    /// A text was taken out of use.
    pub struct TextRetired("text.retired" v 1, house_text) {
        /// The text.
        house_text: HouseTextId,
        /// Why; none where another version has taken its place.
        reason: Option<Text>,
    }
}

impl Decide for AdoptText {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let organization = organization_id();
        world.get::<Organization>(organization)?;
        let mut check = Check::new();
        let mut named: Vec<&str> = placeholders(self.text.as_str()).collect();
        named.sort_unstable();
        named.dedup();
        for name in named.into_iter().filter(|name| !PLACEHOLDERS.contains(name)) {
            check.refuse(
                Refusal::new(
                    &TEXT_PLACEHOLDER,
                    say!("nothing is known by the name `{name}` that could stand there", name),
                    say!("between braces give one of {known}", known = listed(PLACEHOLDERS)),
                )
                .at("/text"),
            );
        }
        check.done()?;
        let versions: Vec<&HouseText> = world
            .list::<HouseText>("organization", organization)?
            .into_iter()
            .filter(|other| other.kind == self.kind && other.language == self.language)
            .collect();
        let in_use: Vec<&&HouseText> = versions.iter().filter(|version| version.is_in_use()).collect();
        if in_use.iter().any(|version| version.text == self.text) {
            // It is in use word for word: nothing happens.
            return Ok(Vec::new());
        }
        let revision = versions.iter().map(|version| version.revision).max().unwrap_or(0) + 1;
        let adopted = TextAdopted {
            house_text: ctx.id()?,
            organization,
            kind: self.kind,
            language: self.language.clone(),
            revision,
            text: self.text.clone(),
        };
        let retired =
            in_use.iter().map(|version| TextRetired { house_text: version.id, reason: None }.into());
        Ok(std::iter::once(adopted.into()).chain(retired).collect())
    }
}

impl Apply for TextAdopted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(HouseText {
            id: self.house_text,
            organization: self.organization,
            kind: self.kind,
            language: self.language.clone(),
            revision: self.revision,
            text: self.text.clone(),
            stamp: stamp.clone(),
            state: HouseTextState::InUse,
        })
    }
}

impl Decide for RetireText {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let text = world.get::<HouseText>(self.house_text)?;
        if !text.is_in_use() {
            return Err(Refusal::new(
                &TEXT_RETIRED,
                say!("version {revision} of this text is retired already", revision = &text.revision),
                "nothing more is needed",
            )
            .into());
        }
        Ok(vec![TextRetired { house_text: self.house_text, reason: Some(self.reason.clone()) }.into()])
    }
}

impl Apply for TextRetired {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<HouseText>(self.house_text, |text| {
            text.state = HouseTextState::Retired { reason: self.reason.clone(), retired: stamp.clone() };
        })
    }
}

impl HouseText {
    /// Whether it is put into audits.
    #[must_use]
    pub const fn is_in_use(&self) -> bool {
        match self.state {
            HouseTextState::InUse => true,
            HouseTextState::Retired { .. } => false,
        }
    }
}
