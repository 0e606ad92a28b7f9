//! The code of conduct that everybody who audits accepts: the principles of ISO 19011:2018 4, in our own words.

use super::{CodeAcceptance, Person};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::PersonId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::Line;
use crate::registry::Event;

rules! {
    CODE_OWN = "code.own", "ISO 19011:2018 4 a)", "a code that each person accepts for themselves";
    CODE_PRESENT = "code.present", "ISO 19011:2018 4", "the acceptance of the code as it reads now";
}

/// The version of the code that is accepted now. Another wording is another version, which everybody accepts anew.
pub const CODE: &str = "assize code 1";

/// One of the principles of auditing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Principle {
    /// A stable key.
    pub key: &'static str,
    /// The clause of ISO 19011:2018.
    pub clause: &'static str,
    /// The principle's name.
    pub title: &'static str,
    /// What the person accepts, in the first person.
    pub pledge: &'static str,
}

/// The code: what [`CODE`] says, principle by principle.
pub const PRINCIPLES: [Principle; 7] = [
    Principle {
        key: "integrity",
        clause: "4 a)",
        title: "Integrity",
        pledge: "I audit honestly and with responsibility, take on only what I am competent for, and let nobody \
                 bend my judgement.",
    },
    Principle {
        key: "fair_presentation",
        clause: "4 b)",
        title: "Fair presentation",
        pledge: "I report what I found, truthfully and in full, with the obstacles I met and the opinions on which \
                 the auditee and we still differ.",
    },
    Principle {
        key: "due_professional_care",
        clause: "4 c)",
        title: "Due professional care",
        pledge: "I take the care that the task and the trust put in me ask for, and think before I judge.",
    },
    Principle {
        key: "confidentiality",
        clause: "4 d)",
        title: "Confidentiality",
        pledge: "I protect what I learn, use it for the audit alone, and handle sensitive information as its owner \
                 asks.",
    },
    Principle {
        key: "independence",
        clause: "4 e)",
        title: "Independence",
        pledge: "I audit nothing that I did or answered for, declare every relation that could sway me or seem to, \
                 and rest findings on evidence alone.",
    },
    Principle {
        key: "evidence_based_approach",
        clause: "4 f)",
        title: "Evidence-based approach",
        pledge: "I conclude only from evidence that somebody else could check, and sample so that the conclusion \
                 can be relied on.",
    },
    Principle {
        key: "risk_based_approach",
        clause: "4 g)",
        title: "Risk-based approach",
        pledge: "I spend the time of the audit where it matters most to the audit client and to the objectives of \
                 the programme.",
    },
];

command! {
    /// Accepts the code of conduct, for oneself.
    pub struct AcceptCode("code.accept" on person) {
        /// The person.
        person: PersonId,
        /// The version of the code that was read.
        code: Line,
    }
}

event! {
    /// A person accepted the code of conduct.
    pub struct CodeAccepted("code.accepted" v 1, person) {
        /// The person.
        person: PersonId,
        /// The version of the code.
        code: Line,
    }
}

impl Decide for AcceptCode {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        world.get::<Person>(self.person)?;
        let mut check = Check::new();
        check.that(
            ctx.person()? == self.person,
            &CODE_OWN,
            "/person",
            "the code would be accepted on behalf of somebody else",
            "let the person accept it themselves",
        );
        check.that(
            self.code.as_str() == CODE,
            &CODE_PRESENT,
            "/code",
            say!("`{code}` is not the code as it reads now", code = &self.code),
            say!("read and accept `{code}`", code = CODE),
        );
        check.done()?;
        Ok(vec![CodeAccepted { person: self.person, code: self.code.clone() }.into()])
    }
}

impl Apply for CodeAccepted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| {
            person.code = Some(CodeAcceptance { code: self.code.clone(), at: stamp.at });
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Bench, refused_at, t};

    #[test]
    fn the_code_is_accepted_as_it_reads_now_by_each_for_themselves() {
        let mut bench = Bench::standing();
        let person = bench.cast.leader;
        let accept = |code: &str| AcceptCode { person, code: t(code) };
        bench.done(person, accept(CODE));
        assert_eq!(bench.get::<Person>(person).code.as_ref().map(|code| code.at), Some(bench.now));
        refused_at(bench.act(person, accept("assize code 0")), &CODE_PRESENT, "/code");
        let other = bench.cast.manager;
        refused_at(bench.act(other, accept(CODE)), &CODE_OWN, "/person");
    }

    #[test]
    fn the_code_has_every_principle_once() {
        let clauses: Vec<&str> = PRINCIPLES.iter().map(|principle| principle.clause).collect();
        assert_eq!(clauses, ["4 a)", "4 b)", "4 c)", "4 d)", "4 e)", "4 f)", "4 g)"]);
    }
}
