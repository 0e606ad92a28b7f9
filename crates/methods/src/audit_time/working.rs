//! What a reckoning gathers on its way: steps, problems, and the reasons that were not given.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::{Arg, Said, Tell as _, say};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::{Ratio, Step};

/// Gathers steps, problems and missing reasons.
#[derive(Debug, Default)]
pub(crate) struct Working {
    pub(crate) steps: Vec<Step>,
    pub(crate) problems: Vec<Problem>,
    /// Where a decision stands without its reason, as JSON pointers.
    pub(crate) reasons_missing: Vec<String>,
}

impl Working {
    pub(crate) fn step(&mut self, step: Step) {
        self.steps.push(step);
    }

    pub(crate) fn problem(&mut self, at: impl Into<String>, what: impl Into<Said>, hint: impl Into<Said>) {
        self.problems.push(Problem::new(at.into(), what, hint));
    }

    /// Ends a reckoning whose problems must all be known before it goes on.
    pub(crate) fn checked(&mut self) -> Result<(), Vec<Problem>> {
        if self.problems.is_empty() { Ok(()) } else { Err(std::mem::take(&mut self.problems)) }
    }

    /// What the conclusion says of missing reasons.
    pub(crate) fn on_reasons(&self) -> Said {
        match self.reasons_missing.as_slice() {
            [] => Said::data(""),
            places => say!(" Reasons that are still missing: {count}.", count = places.len()),
        }
    }
}

/// A whole number as a fraction.
pub(crate) fn whole(number: impl Into<BigInt>) -> BigRational {
    BigRational::from_integer(number.into())
}

/// `numerator / denominator` of small numbers.
pub(crate) fn fraction(numerator: i64, denominator: i64) -> BigRational {
    Ratio::new(numerator, denominator).0
}

/// The fraction exactly, and where it does not end, about as a decimal beside it: `5/3 (about 1.667)`.
pub(crate) fn shown(value: &BigRational) -> Arg {
    let exact = Ratio(value.clone()).to_string();
    if !exact.contains('/') {
        return Arg::Decimal(exact);
    }
    let thousandths = (value * whole(1000) + fraction(1, 2)).floor();
    say!("{exact} (about {rounded})", exact, rounded = Ratio(thousandths / whole(1000))).tell()
}

/// The fraction as a share of a hundred: `-20 %`.
pub(crate) fn percent(value: &BigRational) -> Said {
    say!("{number} %", number = shown(&(value * whole(100))))
}

/// The same with its sign, as a change: `+5 %`.
pub(crate) fn change(value: &BigRational) -> Said {
    let sign = if *value > whole(0) { "+" } else { "" };
    say!("{sign}{share}", sign, share = percent(value))
}

/// The fraction as a result prints it: a decimal where it ends, else a fraction in lowest terms.
pub(crate) fn printed(value: &BigRational) -> serde_json::Value {
    serde_json::Value::String(Ratio(value.clone()).to_string())
}

/// `day` or `days`.
pub(crate) fn days(value: &BigRational) -> Said {
    let number = shown(value);
    if *value == whole(1) { say!("{number} day", number) } else { say!("{number} days", number) }
}
