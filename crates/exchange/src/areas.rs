//! Areas of competence as people write them: by their key, or by their title in any language.

use assize_domain::World;
use assize_domain::auditee::{Organization, organization_id};
use assize_domain::kernel::refusal::Stop;
use assize_domain::policy::Policy;

use crate::table::Wording;

/// The areas that have a title in the words of the law (`Area-…`).
pub const AREAS: [&str; 3] = ["isms", "audit", "cloud"];

/// The key of the area that a text is: its key in any case, or its title in any of the languages. Nothing for an area of the house's own.
#[must_use]
pub fn area_of<W: Wording>(languages: &[W], text: &str) -> Option<&'static str> {
    let wanted = text.trim().to_lowercase();
    let is = |area: &&str| {
        *area == wanted
            || languages.iter().any(|language| language.say_word("Area", area).to_lowercase() == wanted)
    };
    AREAS.into_iter().find(is)
}

/// The areas that are known where a table is read: those with a title, and those that the house's policy asks for.
pub(crate) struct Areas<'l, W> {
    languages: &'l [W],
    asked: Vec<String>,
}

impl<'l, W: Wording> Areas<'l, W> {
    pub(crate) fn of(world: &World, languages: &'l [W]) -> Result<Self, Stop> {
        let house = world.find::<Organization>(organization_id())?;
        let policy = house.map_or_else(Policy::default, |house| house.policy().clone());
        let asked = policy.competence.iter().map(|criterion| criterion.area.to_string()).collect();
        Ok(Self { languages, asked })
    }

    /// The key that a text is: of a titled area, or as the policy writes it.
    pub(crate) fn key(&self, text: &str) -> Option<String> {
        let wanted = text.trim().to_lowercase();
        let asked = || self.asked.iter().find(|area| area.to_lowercase() == wanted).cloned();
        area_of(self.languages, text).map(str::to_owned).or_else(asked)
    }
}
