//! Refusals: what the law answers when something may not be done, and by which clause.

use std::fmt;

use super::datum::Problem;
use super::record::Need;

/// A rule of the law: its stable id, the clause it follows from, and what it asks for in a few words.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable id: `finding.nonconformity.evidence`.
    pub id: &'static str,
    /// The clause with its edition: `ISO 19011:2018 6.4.8`; or the house's own reason where no standard speaks.
    pub clause: &'static str,
    /// What the rule asks for, in a few words of our own.
    pub asks: &'static str,
}

/// Declares the rules of a module, and the list of them.
macro_rules! rules {
    ($( $(#[$meta:meta])* $name:ident = $id:literal, $clause:literal, $asks:literal; )+) => {
        $(
            $(#[$meta])*
            #[doc = concat!("`", $id, "` (", $clause, "): ", $asks, ".")]
            pub static $name: $crate::kernel::refusal::Rule =
                $crate::kernel::refusal::Rule { id: $id, clause: $clause, asks: $asks };
        )+
        /// Every rule of this module.
        pub static RULES: &[&$crate::kernel::refusal::Rule] = &[ $( &$name ),+ ];
    };
}
pub(crate) use rules;

/// One refusal: the rule, the place in the command, what was tried, and what would make it possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The rule that refuses.
    pub rule: &'static Rule,
    /// Where in the command: a JSON pointer; empty for the whole of it.
    pub at: String,
    /// What was tried that may not be.
    pub what: String,
    /// What would make it possible.
    pub hint: String,
}

impl Refusal {
    /// A refusal of the whole command by `rule`.
    pub fn new(rule: &'static Rule, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { rule, at: String::new(), what: what.into(), hint: hint.into() }
    }

    /// The same, at a place in the command.
    #[must_use]
    pub fn at(mut self, place: impl fmt::Display) -> Self {
        self.at = place.to_string();
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, rule {}): {}", self.what, self.rule.clause, self.rule.id, self.hint)
    }
}

/// Why a decision did not come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Records are needed that were not loaded: load them and decide again.
    Need(Vec<Need>),
    /// The law refuses, for every reason named.
    Refused(Vec<Refusal>),
}

impl Stop {
    /// Several things that are needed at once: a question that asks for them one after the other is asked again for each.
    ///
    /// # Errors
    /// [`Stop::Need`] with the needs of all; a refusal that is among them.
    pub fn together<const N: usize>(asked: [Result<(), Self>; N]) -> Result<(), Self> {
        let mut needs = Vec::new();
        for asked in asked {
            match asked {
                Ok(()) => {}
                Err(Self::Need(more)) => needs.extend(more),
                Err(refused @ Self::Refused(_)) => return Err(refused),
            }
        }
        if needs.is_empty() { Ok(()) } else { Err(Self::Need(needs)) }
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

/// Collects every refusal of a command before it answers.
#[derive(Debug, Default)]
pub struct Check {
    refusals: Vec<Refusal>,
}

impl Check {
    /// Nothing refused yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Refuses by `rule` unless `holds`.
    pub fn that(
        &mut self,
        holds: bool,
        rule: &'static Rule,
        at: impl fmt::Display,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if !holds {
            self.refuse(Refusal::new(rule, what, hint).at(at));
        }
    }

    /// Adds a refusal.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.refusals.push(refusal);
    }

    /// Ends the check.
    ///
    /// # Errors
    /// [`Stop::Refused`] with everything that was refused.
    pub fn done(self) -> Result<(), Stop> {
        if self.refusals.is_empty() { Ok(()) } else { Err(Stop::Refused(self.refusals)) }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::new(&refusal.at, refusal.what, refusal.hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::PersonId;
    use crate::kernel::record::{Key, World};

    #[test]
    fn what_is_needed_together_is_asked_for_at_once() {
        let world = World::empty();
        let [ada, bo] = [1, 2].map(|n| PersonId::from(uuid::Uuid::from_u128(n)));
        let needs = vec![Need::Record(Key::of(ada)), Need::Record(Key::of(bo))];
        let asked = Stop::together([world.want([ada]), Ok(()), world.want([bo])]);
        assert_eq!(asked, Err(Stop::Need(needs)));
        assert_eq!(Stop::together([Ok(()), Ok(())]), Ok(()));
        let refused = World::complete().get::<crate::auditor::Person>(ada).map(drop);
        assert!(matches!(Stop::together([world.want([bo]), refused]), Err(Stop::Refused(_))));
    }
}
