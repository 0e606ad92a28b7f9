//! What the documents of the auditing organization look like: its logo, one accent colour, its address and a footer.
//!
//! The law says how large a logo may be and how well the colour must be read. What is in the file, and that it holds no
//! script and asks for nothing from elsewhere, is looked at where the file comes in.

use super::contrast::Contrast;
use super::{Letterhead, Logo, Organization};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::OrganizationId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::registry::Event;

/// The longest file of a logo, in bytes: it is in every report.
pub const LOGO_BYTES_MAX: u32 = 200_000;
/// The least and the greatest side of a logo, in pixels or units of its drawing.
pub const LOGO_SIDE_MIN: u32 = 16;
/// See [`LOGO_SIDE_MIN`].
pub const LOGO_SIDE_MAX: u32 = 4_000;
/// How many times as long as the other a side may be.
pub const LOGO_SIDES_RATIO_MAX: u32 = 10;
/// The longest address line and footer, in characters: each is one line of a page.
pub const LETTERHEAD_LINE_CHARS_MAX: usize = 160;

rules! {
    LETTERHEAD_LOGO = "letterhead.logo", "house rule", "a logo that fits beside a name: small, and neither a thread nor a poster";
    LETTERHEAD_COLOUR = "letterhead.colour", "WCAG 2.2 1.4.3", "an accent colour that can be read on white paper";
    LETTERHEAD_FILE = "letterhead.file", "house rule", "a logo that is a picture and nothing else";
    LETTERHEAD_LINE = "letterhead.line", "house rule", "an address and a footer that fit on one line of a page";
}

command! {
    /// Says what the documents of the organization look like. What is left out is taken away.
    pub struct SetLetterhead("organization.set_letterhead" on organization) {
        /// The organization.
        organization: OrganizationId,
        /// What they look like.
        letterhead: Letterhead,
    }
}

event! {
    /// What the documents of the organization look like was set.
    pub struct LetterheadSet("organization.letterhead_set" v 1, organization) {
        /// The organization.
        organization: OrganizationId,
        /// What they look like now.
        letterhead: Letterhead,
    }
}

impl Decide for SetLetterhead {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        world.get::<Organization>(self.organization)?;
        let mut check = Check::new();
        if let Some(logo) = &self.letterhead.logo {
            logo.check(&mut check);
        }
        if let Some(accent) = &self.letterhead.accent {
            let ratio = Contrast::on_white(accent);
            check.that(
                ratio >= Contrast::TEXT,
                &LETTERHEAD_COLOUR,
                "/letterhead/accent",
                say!("`{accent}` has a contrast of {ratio} to 1 on white", accent, ratio),
                say!("take a darker one, of at least {least} to 1", least = Contrast::TEXT),
            );
        }
        for (name, line) in [("address", &self.letterhead.address), ("footer", &self.letterhead.footer)] {
            let chars = line.as_ref().map_or(0, |line| line.as_str().chars().count());
            check.that(
                chars <= LETTERHEAD_LINE_CHARS_MAX,
                &LETTERHEAD_LINE,
                format!("/letterhead/{name}"),
                say!("has {chars} characters, more than {most}", chars, most = LETTERHEAD_LINE_CHARS_MAX),
                "shorten it to what fits on one line",
            );
        }
        check.done()?;
        Ok(vec![
            LetterheadSet { organization: self.organization, letterhead: self.letterhead.clone() }.into(),
        ])
    }
}

impl Letterhead {
    /// The letterhead of whoever has said nothing.
    pub const NONE: Self = Self { logo: None, accent: None, address: None, footer: None };
}

impl Logo {
    fn check(&self, check: &mut Check) {
        let at = "/letterhead/logo";
        check.that(
            (1..=LOGO_BYTES_MAX).contains(&self.bytes),
            &LETTERHEAD_LOGO,
            at,
            say!("the logo has {bytes} bytes", bytes = self.bytes),
            say!("give a file of at most {most} bytes; it is in every report", most = LOGO_BYTES_MAX),
        );
        let sides = [self.width, self.height];
        check.that(
            sides.iter().all(|side| (LOGO_SIDE_MIN..=LOGO_SIDE_MAX).contains(side)),
            &LETTERHEAD_LOGO,
            at,
            say!("the logo measures {width} by {height}", width = self.width, height = self.height),
            say!("give one whose sides are {least} to {most}", least = LOGO_SIDE_MIN, most = LOGO_SIDE_MAX),
        );
        let [short, long] = [self.width.min(self.height), self.width.max(self.height)];
        check.that(
            u64::from(long) <= u64::from(short) * u64::from(LOGO_SIDES_RATIO_MAX),
            &LETTERHEAD_LOGO,
            at,
            say!("one side of the logo is more than {most} times the other", most = LOGO_SIDES_RATIO_MAX),
            "cut it to what is to be seen",
        );
    }
}

impl Apply for LetterheadSet {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Organization>(self.organization, |organization| {
            organization.letterhead = Some(self.letterhead.clone());
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::auditee::organization_id;
    use crate::registry::Command;
    use crate::testing::{Bench, refused_at};

    fn command(letterhead: &Value) -> Command {
        let body = json!({ "organization": organization_id().to_string(), "letterhead": letterhead });
        Command::read("organization.set_letterhead", &body).unwrap().unwrap()
    }

    fn logo(bytes: u32, width: u32, height: u32) -> Value {
        json!({ "logo": { "sha256": "ab".repeat(32), "media": "png", "bytes": bytes, "width": width, "height": height } })
    }

    #[test]
    fn a_logo_is_neither_large_nor_thin() {
        let mut bench = Bench::standing();
        let manager = bench.cast.manager;
        bench.done(manager, command(&logo(LOGO_BYTES_MAX, 400, 100)));
        for bad in [
            logo(LOGO_BYTES_MAX + 1, 400, 100),
            logo(0, 400, 100),
            logo(9, LOGO_SIDE_MAX + 1, 4_000),
            logo(9, 20, LOGO_SIDE_MIN - 1),
            logo(9, 401, 40),
        ] {
            refused_at(bench.act(manager, command(&bad)), &LETTERHEAD_LOGO, "/letterhead/logo");
        }
    }

    #[test]
    fn an_accent_is_read_on_white() {
        let mut bench = Bench::standing();
        let manager = bench.cast.manager;
        let accent = |colour: &str| command(&json!({ "accent": colour }));
        bench.done(manager, accent("#767676"));
        let refused = bench.act(manager, accent("#777777"));
        assert!(format!("{refused:?}").contains("4.47"), "{refused:?}");
        refused_at(refused, &LETTERHEAD_COLOUR, "/letterhead/accent");
    }

    #[test]
    fn lines_fit_on_a_page_and_what_is_left_out_is_taken_away() {
        let mut bench = Bench::standing();
        let manager = bench.cast.manager;
        let footer = |chars: usize| command(&json!({ "footer": "x".repeat(chars) }));
        bench.done(manager, footer(LETTERHEAD_LINE_CHARS_MAX));
        let refused = bench.act(manager, footer(LETTERHEAD_LINE_CHARS_MAX + 1));
        refused_at(refused, &LETTERHEAD_LINE, "/letterhead/footer");
        bench.done(manager, command(&json!({ "address": "Example Road 1" })));
        let held = bench.get::<Organization>(organization_id());
        let letterhead = held.letterhead.as_ref().unwrap();
        assert_eq!((letterhead.address.is_some(), letterhead.footer.is_some()), (true, false));
    }

    #[test]
    fn what_is_asked_of_the_file_of_a_logo_is_a_rule_of_the_law() {
        // Whoever has the file refuses by it: the law sees its digest alone.
        assert!(crate::registry::rules().any(|rule| rule.id == super::LETTERHEAD_FILE.id));
    }
}
