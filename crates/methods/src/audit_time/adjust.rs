//! Increases and decreases with their reasons, summed, and the cap on what may be taken away.

use assize_domain::kernel::datum::{Datum, Intake};
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Said, listed, say};
use assize_domain::kernel::text::Line;
use num_rational::BigRational;
use num_traits::Zero as _;
use serde_json::Value;

use super::shorthand::{Short, Shorthand};
use super::working::{Working, change, days, whole};
use crate::{Ratio, Step};

/// The greatest single increase; more is a slip of the pen.
pub const INCREASE_MOST: i64 = 5;

data! {
    /// A change of the table's days; `-0.2` alone is one without a reason.
    pub struct Adjustment {
        /// The change as a share: -0.2 takes a fifth away, 0.1 adds a tenth.
        share: Ratio,
        /// Why.
        reason: Option<Line>,
    }
}

impl Shorthand for Adjustment {
    fn is_short(value: &Value) -> bool {
        !value.is_object()
    }
    fn from_short(value: &Value, intake: &mut Intake) -> Option<Self> {
        Ratio::from_json(value, intake).map(|share| Self { share, reason: None })
    }
    fn short_schema() -> Value {
        Ratio::schema()
    }
}

/// Adjustments reckoned: as summed, and as the cap leaves them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Adjusted {
    pub(crate) raw: BigRational,
    pub(crate) capped: BigRational,
}

impl Adjusted {
    /// Sums the changes and holds the cap; `picked` is the change by factors, already shown.
    pub(crate) fn of(
        at: &str,
        picked: BigRational,
        adjust: &[Short<Adjustment>],
        reduction_most: &BigRational,
        source: &str,
        working: &mut Working,
    ) -> Self {
        let mut terms = vec![picked];
        for (index, adjustment) in adjust.iter().enumerate() {
            terms.push(adjustment.0.read(&format!("{at}/adjust/{index}"), working));
        }
        let raw: BigRational = terms.iter().sum();
        let least = -reduction_most.clone();
        let capped = raw.clone().max(least);
        let written = listed(terms.iter().map(change));
        working.step(Step::new("all changes together", Said::bare(written), change(&raw)));
        let how = if capped == raw {
            say!("the cap of {cap} is not passed", cap = change(&-reduction_most.clone()))
        } else {
            say!("no more than {cap} may be taken away in all", cap = change(&-reduction_most.clone()))
        };
        working.step(Step::new("after the cap", how, change(&capped)).after(source));
        Self { raw, capped }
    }

    /// The days after the capped changes.
    pub(crate) fn apply(&self, base: &BigRational, working: &mut Working) -> BigRational {
        let adjusted = base * (whole(1) + &self.capped);
        working.step(Step::new(
            "days after all changes",
            say!(
                "{base} x (1 {sign} {share})",
                base = days(base),
                sign = sign(&self.capped),
                share = Ratio(abs(&self.capped))
            ),
            days(&adjusted),
        ));
        adjusted
    }
}

fn sign(value: &BigRational) -> &'static str {
    if *value < BigRational::zero() { "-" } else { "+" }
}

fn abs(value: &BigRational) -> BigRational {
    if *value < BigRational::zero() { -value.clone() } else { value.clone() }
}

impl Adjustment {
    fn read(&self, at: &str, working: &mut Working) -> BigRational {
        if self.share.0 < whole(-1) || self.share.0 > whole(INCREASE_MOST) {
            working.problem(
                at,
                say!("`{share}` is not a change of the days", share = &self.share),
                say!("give a share from -1 to {most}: -0.2 takes a fifth away", most = INCREASE_MOST),
            );
        }
        let reason = self.reason.as_ref().map_or_else(
            || {
                working.reasons_missing.push(format!("{at}/reason"));
                say!("no reason is recorded")
            },
            |reason| say!("reason: {reason}", reason),
        );
        let way = if self.share.0 < BigRational::zero() { say!("decrease") } else { say!("increase") };
        working.step(Step::new(way, reason, change(&self.share.0)));
        self.share.0.clone()
    }
}
