//! How days are rounded: a policy of the auditing organization, applied once, at the end.

use assize_domain::kernel::said::{Said, say};
use num_rational::BigRational;
use num_traits::{One as _, Zero as _};

use super::working::{Working, fraction, shown, whole};
use crate::Ratio;

assize_domain::kernel::macros::words! {
    /// How days are rounded.
    pub enum Rounding {
        /// Not at all.
        Exact = "exact",
        /// To the nearest step, a half up.
        Nearest = "nearest",
        /// Up to the next step.
        Up = "up",
    }
}

/// A policy of rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Policy {
    rounding: Rounding,
    step: BigRational,
}

impl Policy {
    /// Reads the policy; exact unless it is given, in half days unless the step is.
    pub(crate) fn read(rounding: Option<Rounding>, step: Option<&Ratio>, working: &mut Working) -> Self {
        let step = step.map_or_else(|| fraction(1, 2), |step| step.0.clone());
        let divides = step > BigRational::zero() && (BigRational::one() / &step).is_integer();
        if !divides {
            working.problem(
                "/step",
                say!("`{step}` does not divide a day into equal steps", step = Ratio(step.clone())),
                "give 0.25, 0.5 or 1",
            );
        }
        Self { rounding: rounding.unwrap_or(Rounding::Exact), step: if divides { step } else { whole(1) } }
    }

    /// Rounds; where rounding would go below `least`, to which the exact value does not fall, it goes up.
    pub(crate) fn round(&self, exact: &BigRational, least: &BigRational) -> BigRational {
        let steps = exact / &self.step;
        let up = steps.ceil() * &self.step;
        match self.rounding {
            Rounding::Exact => exact.clone(),
            Rounding::Up => up,
            Rounding::Nearest => {
                let nearest = (steps + fraction(1, 2)).floor() * &self.step;
                if nearest < *least { up } else { nearest }
            }
        }
    }

    /// The policy in words.
    pub(crate) fn words(&self) -> Said {
        match self.rounding {
            Rounding::Exact => say!("not rounded"),
            Rounding::Nearest => say!("to the nearest {step} of a day, a half up", step = shown(&self.step)),
            Rounding::Up => say!("up to the next {step} of a day", step = shown(&self.step)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(rounding: Rounding, step: &str) -> Policy {
        let mut working = Working::default();
        let policy = Policy::read(Some(rounding), Some(&step.parse().unwrap()), &mut working);
        assert_eq!(working.problems, []);
        policy
    }

    #[test]
    fn rounding_goes_where_the_policy_says() {
        for (rounding, step, exact, least, rounded) in [
            (Rounding::Exact, "0.5", "9.6", "8.4", "9.6"),
            (Rounding::Nearest, "0.5", "9.6", "8.4", "9.5"),
            (Rounding::Nearest, "0.5", "5.25", "0", "5.5"),
            (Rounding::Nearest, "0.25", "4.9", "0", "5"),
            (Rounding::Nearest, "1", "4.4", "0", "4"),
            (Rounding::Up, "0.5", "9.6", "8.4", "10"),
            (Rounding::Up, "0.5", "9.5", "8.4", "9.5"),
            (Rounding::Nearest, "0.5", "4.2", "4.2", "4.5"),
            (Rounding::Nearest, "0.5", "4.2", "3.5", "4"),
        ] {
            let read = |text: &str| text.parse::<Ratio>().unwrap().0;
            let found = policy(rounding, step).round(&read(exact), &read(least));
            assert_eq!(Ratio(found).to_string(), rounded, "{rounding} {step} of {exact}");
        }
    }

    #[test]
    fn a_step_that_does_not_divide_a_day_is_refused() {
        for step in ["0", "-0.5", "0.3", "2"] {
            let mut working = Working::default();
            let _ = Policy::read(Some(Rounding::Up), Some(&step.parse().unwrap()), &mut working);
            assert_eq!(working.problems.len(), 1, "{step}");
            assert_eq!(working.problems[0].at, "/step");
        }
    }
}
