//! From heads to effective persons: part-time work, shifts, contractors, identical activities.

use assize_domain::kernel::datum::{Datum, Intake};
use assize_domain::kernel::macros::{data, states};
use assize_domain::kernel::said::{Said, added, say};
use assize_domain::kernel::text::Line;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};
use serde_json::Value;

use super::shorthand::{Short, Shorthand};
use super::working::{Working, shown, whole};
use crate::{Ratio, Step};

/// The most persons that are reckoned with; more are a slip of the pen.
pub const PERSONS_MAX: u32 = 10_000_000;

/// What reducing identical activities rests on.
const IDENTICAL: &str = "ISO/IEC 27006-1:2024 C.3.4: by the risk of the activities, to the square root of the heads at most, rounded up";

data! {
    /// Persons with identical activities; `49` alone is a group of 49, reduced as far as may be, without a name or reason.
    pub struct Group {
        /// What they do.
        name: Option<Line>,
        /// How many they are.
        persons: u32,
        /// How many of them count; the square root, rounded up, unless given. Never fewer.
        counted: Option<u32>,
        /// Why the risk of what they do allows it.
        reason: Option<Line>,
    }
}

impl Shorthand for Group {
    fn is_short(value: &Value) -> bool {
        !value.is_object()
    }
    fn from_short(value: &Value, intake: &mut Intake) -> Option<Self> {
        let persons = u32::from_json(value, intake)?;
        Some(Self { name: None, persons, counted: None, reason: None })
    }
    fn short_schema() -> Value {
        u32::schema()
    }
}

states! {
    /// Persons who do not count head by head, for another reason than identical activities.
    pub enum Part {
        /// Work part of the time.
        PartTime = "part_time" {
            /// What they do.
            name: Line,
            /// How many they are.
            persons: u32,
            /// Their hours as a share of full time, between 0 and 1.
            share: Ratio,
        },
        /// Do the same on several shifts.
        Shifts = "shifts" {
            /// What they do.
            name: Line,
            /// How many are on each shift.
            shifts: Vec<u32>,
            /// Why the risk of what they do allows to count the other shifts less.
            reason: Line,
        },
        /// Work for a contractor, or otherwise on and off.
        Contractors = "contractors" {
            /// What they do.
            name: Line,
            /// How many they are.
            persons: u32,
            /// How many of them work under the control of the auditee, in full-time persons.
            counted: u32,
            /// Why the others do not count.
            reason: Line,
        },
    }
}

/// The least whole number whose square is not less.
pub(crate) fn root_up(number: u32) -> u32 {
    let root = number.isqrt();
    if root * root == number { root } else { root + 1 }
}

/// The persons of one place and those of its parts, with the place where they stand in the inputs.
#[derive(Clone, Copy)]
pub(crate) struct Heads<'a> {
    pub(crate) at: &'a str,
    pub(crate) persons: u32,
    pub(crate) groups: &'a [Short<Group>],
    pub(crate) parts: &'a [Part],
}

impl Heads<'_> {
    /// The effective persons, rounded up; at least one. None where the persons make no sense, which is a problem then.
    pub(crate) fn effective(self, working: &mut Working) -> Option<u64> {
        let problems_before = working.problems.len();
        self.check(working);
        if working.problems.len() > problems_before {
            return None;
        }
        let apart = self.apart();
        let rest = u64::from(self.persons).saturating_sub(apart);
        working.step(Step::new(
            "persons who count head by head",
            say!("{persons} in all, less {apart} in groups and parts", persons = &self.persons, apart),
            rest,
        ));
        let mut sum = whole(rest);
        for (index, group) in self.groups.iter().enumerate() {
            sum += group.0.effective(&format!("{}/groups/{index}", self.at), working);
        }
        for part in self.parts {
            sum += part.effective(working);
        }
        let effective = sum.ceil().to_integer().to_u64().unwrap_or(u64::MAX).max(1);
        working.step(
            Step::new("effective persons", say!("{sum}, rounded up", sum = shown(&sum)), effective)
                .after("persons doing work under the organization's control, on all shifts"),
        );
        Some(effective)
    }

    fn apart(self) -> u64 {
        let groups: u64 = self.groups.iter().map(|group| u64::from(group.0.persons)).sum();
        groups + self.parts.iter().map(Part::heads).sum::<u64>()
    }

    fn check(self, working: &mut Working) {
        if self.persons == 0 || self.persons > PERSONS_MAX {
            working.problem(
                format!("{}/persons", self.at),
                say!("is {persons}", persons = &self.persons),
                say!(
                    "give the persons who do work under the auditee's control, from 1 to {most}",
                    most = PERSONS_MAX
                ),
            );
        }
        let apart = self.apart();
        if apart > u64::from(self.persons) {
            let field = if self.groups.is_empty() { "parts" } else { "groups" };
            working.problem(
                format!("{}/{field}", self.at),
                say!(
                    "groups and parts have {apart} persons, more than the {persons} there are",
                    apart,
                    persons = &self.persons
                ),
                "count each person in `persons`, and in one group or part at most",
            );
        }
        for (index, group) in self.groups.iter().enumerate() {
            group.0.check(&format!("{}/groups/{index}", self.at), working);
        }
        for (index, part) in self.parts.iter().enumerate() {
            part.check(&format!("{}/parts/{index}", self.at), working);
        }
    }
}

impl Group {
    fn least(&self) -> u32 {
        root_up(self.persons)
    }

    fn check(&self, at: &str, working: &mut Working) {
        if self.persons == 0 {
            working.problem(format!("{at}/persons"), "is 0", "leave the group out, or say how many they are");
        }
        let Some(counted) = self.counted else { return };
        if counted < self.least() || counted > self.persons {
            working.problem(
                format!("{at}/counted"),
                say!(
                    "is {counted}, outside {least} to {persons}",
                    counted,
                    least = self.least(),
                    persons = &self.persons
                ),
                say!(
                    "{persons} persons count as {least} at least, the square root rounded up",
                    persons = &self.persons,
                    least = self.least()
                ),
            );
        }
    }

    fn effective(&self, at: &str, working: &mut Working) -> BigRational {
        let counted = self.counted.unwrap_or_else(|| self.least());
        let name = self
            .name
            .as_ref()
            .map_or_else(|| say!("a group without a name"), |name| Said::data(name.as_str()));
        let reason = match &self.reason {
            Some(reason) => say!("reason: {reason}", reason),
            None if counted < self.persons => {
                working.reasons_missing.push(format!("{at}/reason"));
                say!("no reason is recorded")
            }
            None => say!("not reduced"),
        };
        working.step(
            Step::new(
                say!("identical activities: {name}", name),
                say!(
                    "{persons} persons, ceil(sqrt({persons})) = {least} at least; {reason}",
                    persons = &self.persons,
                    least = self.least(),
                    reason
                ),
                counted,
            )
            .after(IDENTICAL),
        );
        whole(counted)
    }
}

impl Part {
    fn heads(&self) -> u64 {
        match self {
            Self::PartTime { persons, .. } | Self::Contractors { persons, .. } => u64::from(*persons),
            Self::Shifts { shifts, .. } => shifts.iter().map(|shift| u64::from(*shift)).sum(),
        }
    }

    fn check(&self, at: &str, working: &mut Working) {
        match self {
            Self::PartTime { share, .. } => {
                if share.0 <= BigRational::zero() || share.0 >= BigRational::one() {
                    working.problem(
                        format!("{at}/share"),
                        say!("`{share}` is not a share of full time", share),
                        "give a number between 0 and 1",
                    );
                }
            }
            Self::Shifts { shifts, .. } => {
                if shifts.len() < 2 || shifts.contains(&0) {
                    working.problem(
                        format!("{at}/shifts"),
                        "are not two shifts or more, each with persons",
                        "give the persons on each shift, as in [40, 40, 12]",
                    );
                }
            }
            Self::Contractors { persons, counted, .. } => {
                if counted > persons {
                    working.problem(
                        format!("{at}/counted"),
                        say!("is {counted}, more than the {persons} there are", counted, persons),
                        "count those under the auditee's control alone",
                    );
                }
            }
        }
    }

    fn effective(&self, working: &mut Working) -> BigRational {
        let (what, how, value, source) = match self {
            Self::PartTime { name, persons, share } => (
                say!("part-time: {name}", name),
                say!("{persons} persons at {share} of full time", persons, share),
                whole(*persons) * &share.0,
                "in full-time persons: IAF MD 5:2019 2.3",
            ),
            Self::Shifts { name, shifts, reason } => {
                let largest = shifts.iter().copied().max().unwrap_or(0);
                let mut others = shifts.clone();
                if let Some(place) = others.iter().position(|shift| *shift == largest) {
                    others.remove(place);
                }
                let roots: Vec<u64> = others.iter().map(|shift| u64::from(root_up(*shift))).collect();
                let others = added(others.iter().map(|shift| format!("ceil(sqrt({shift}))")));
                (
                    say!("the same on several shifts: {name}", name),
                    say!(
                        "the largest shift, {largest}, in full, then {others}; reason: {reason}",
                        largest,
                        others,
                        reason
                    ),
                    whole(u64::from(largest) + roots.iter().sum::<u64>()),
                    "each other shift as a group of identical activities; that the largest counts in full is a convention on the safe side",
                )
            }
            Self::Contractors { name, persons, counted, reason } => (
                say!("contractors: {name}", name),
                say!(
                    "{counted} of {persons} work under the auditee's control; reason: {reason}",
                    counted,
                    persons,
                    reason
                ),
                whole(*counted),
                "persons doing work under the organization's control",
            ),
        };
        working.step(Step::new(what, how, shown(&value)).after(source));
        value
    }
}
