//! What inputs of several methods have to satisfy; every problem is kept, at its field.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::{Said, say};
use num_rational::BigRational;
use num_traits::{One as _, Signed as _};

use crate::Ratio;

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Checks(Vec<Problem>);

impl Checks {
    /// Notes a problem at a field.
    pub(crate) fn problem(&mut self, at: impl Into<String>, what: impl Into<Said>, hint: impl Into<Said>) {
        self.0.push(Problem::new(at.into(), what, hint));
    }

    /// Notes a problem at a field unless `fine`.
    pub(crate) fn require(&mut self, fine: bool, at: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        if !fine {
            self.problem(at, what, hint);
        }
    }

    /// A share between 0 and 1, neither of them.
    pub(crate) fn share(&mut self, at: &str, share: &Ratio) {
        let fine = share.0.is_positive() && share.0 < BigRational::one();
        self.require(
            fine,
            at,
            say!("`{share}` is not between 0 and 1", share),
            "give a share above 0 and below 1, like 0.05",
        );
    }

    /// A whole number of at least 1.
    pub(crate) fn positive(&mut self, at: &str, number: u32) {
        self.require(number > 0, at, "is 0", "give a whole number of at least 1");
    }

    /// The risk, given as such or as confidence = 1 - risk. Where neither is usable the answer is 1, and a problem is noted.
    pub(crate) fn risk(&mut self, risk: Option<&Ratio>, confidence: Option<&Ratio>) -> Ratio {
        let from_confidence = confidence.map(|confidence| Ratio(BigRational::one() - &confidence.0));
        match (risk, from_confidence) {
            (Some(risk), Some(other)) if *risk != other => {
                self.problem(
                    "/confidence",
                    say!("is not 1 - risk, which is {risk}", risk = Ratio(BigRational::one() - &risk.0)),
                    "give either the risk or the confidence",
                );
                risk.clone()
            }
            (Some(risk), _) => {
                self.share("/risk", risk);
                risk.clone()
            }
            (None, Some(other)) => {
                self.share("/confidence", &other);
                other
            }
            (None, None) => {
                self.problem("/risk", "is missing", "give `risk`, like 0.05, or `confidence`, like 0.95");
                Ratio::new(1, 1)
            }
        }
    }

    /// Whether nothing was found.
    pub(crate) fn fine(&self) -> bool {
        self.0.is_empty()
    }

    /// Ends the checks.
    ///
    /// # Errors
    /// Every problem found.
    pub(crate) fn done(self) -> Result<(), Vec<Problem>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// One problem, where it is found only in the reckoning.
pub(crate) fn refused<T>(at: &str, what: impl Into<Said>, hint: impl Into<Said>) -> Result<T, Vec<Problem>> {
    Err(vec![Problem::new(at, what, hint)])
}
