//! How likely so few deviations are: the binomial and the hypergeometric law, decided exactly.

use num_bigint::BigUint;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};

use super::enclosure::{Enclosure, decided};

/// How the number of deviations in a sample falls out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Law {
    /// A population so large that taking items out changes nothing: each item deviates with this rate, from 0 to 1.
    Binomial {
        /// The rate of deviation.
        rate: BigRational,
    },
    /// A population of known size, items taken out and not put back.
    Hypergeometric {
        /// How many items there are.
        population: u32,
        /// How many of them deviate; not more than there are.
        deviations: u32,
    },
}

impl Law {
    /// Whether the probability of `deviations` or fewer in a sample of `sample` is at most `risk`. Decided, never guessed: by enclosures with
    /// more and more bits, and where those lie on the risk itself, by whole numbers.
    pub(crate) fn at_most(&self, sample: u32, deviations: u32, risk: &BigRational) -> bool {
        // A tie is told by no number of bits; whole numbers tell it, and ties only come with small ones.
        let enclosed = |bits| self.tail(sample, deviations, bits).at_most(risk);
        enclosed(super::enclosure::BITS_FIRST)
            .or_else(|| enclosed(4 * super::enclosure::BITS_FIRST))
            .unwrap_or_else(|| self.exact_tail(sample, deviations) <= *risk)
    }

    /// The probability of `deviations` or fewer, rounded up to a whole number of `1 / scale`.
    pub(crate) fn tail_units(&self, sample: u32, deviations: u32, scale: u32) -> u32 {
        let tail = self.tail(sample, deviations, super::enclosure::BITS_FIRST);
        let units = tail.units_above(&BigUint::from(scale)).to_u32().unwrap_or(scale).min(scale);
        let below = BigRational::new(units.saturating_sub(1).into(), scale.into());
        if units > 0 && self.at_most(sample, deviations, &below) { units - 1 } else { units }
    }

    /// The probability of `deviations` or fewer in a sample of `sample`, enclosed.
    pub(crate) fn tail(&self, sample: u32, deviations: u32, bits: u64) -> Enclosure {
        if deviations >= sample || self.surely_at_most(deviations) {
            return Enclosure::one(bits);
        }
        let last = self.mass(sample, deviations, bits);
        if last.is_zero() {
            return last;
        }
        // The terms relative to the last one, from the last to the first.
        let (mut term, mut sum) = (Enclosure::one(bits), Enclosure::one(bits));
        for index in (1..=deviations).rev() {
            let (above, below) = self.step_down(sample, index);
            if above.is_zero() {
                break;
            }
            term = term.times(&above, &below);
            sum = sum.plus(&term);
            // The factors fall with the index: below 1, the rest is less than 2^32 times this term.
            if above < below && term.below_power(-(i64::try_from(bits).unwrap_or(i64::MAX / 2) + 32)) {
                sum = sum.and_at_most(&term.doubled(32));
                break;
            }
        }
        last.product(&sum)
    }

    /// Whether there cannot be more than `count` deviations.
    pub(crate) fn surely_at_most(&self, count: u32) -> bool {
        match self {
            Self::Binomial { rate } => rate.is_zero(),
            Self::Hypergeometric { deviations, .. } => count >= *deviations,
        }
    }

    /// The probability of exactly `count` deviations among `sample` items; `count` is at most `sample`.
    pub(crate) fn mass(&self, sample: u32, count: u32, bits: u64) -> Enclosure {
        match self {
            Self::Binomial { rate } => {
                let (sound, fewer) = (sample - count, count.min(sample - count));
                let ways = (0..fewer).map(|index| (u64::from(sample - index), u64::from(index) + 1));
                let powers = Enclosure::of(rate, bits)
                    .power(u64::from(count))
                    .product(&Enclosure::of(&(BigRational::one() - rate), bits).power(u64::from(sound)));
                product(ways, powers)
            }
            // Sample and deviations may change places; the fewer factors, the better.
            Self::Hypergeometric { population, deviations } => {
                let (drawn, marked) = (sample.min(*deviations), sample.max(*deviations));
                let sound = population - marked;
                if count > drawn || drawn - count > sound {
                    return Enclosure::zero(bits);
                }
                let wide = u64::from;
                let ways = (0..count).map(move |index| (wide(drawn - index), wide(index) + 1));
                let hit = (0..count).map(move |index| (wide(marked - index), wide(population - index)));
                let missed = (0..drawn - count)
                    .map(move |index| (wide(sound - index), wide(population - count - index)));
                product(ways.chain(hit).chain(missed), Enclosure::one(bits))
            }
        }
    }

    /// The probability of `count - 1` divided by that of `count`, as a fraction that is not reduced.
    pub(crate) fn step_down(&self, sample: u32, count: u32) -> (BigUint, BigUint) {
        let left = u64::from(sample - count) + 1;
        match self {
            Self::Binomial { rate } => {
                let sound = rate.denom().magnitude() - rate.numer().magnitude();
                (sound * count, rate.numer().magnitude() * left)
            }
            Self::Hypergeometric { population, deviations } => {
                let sound = u64::from(population - deviations) + u64::from(count);
                let above = u128::from(sound.saturating_sub(u64::from(sample))) * u128::from(count);
                let below = u128::from(u64::from(deviations - count) + 1) * u128::from(left);
                (above.into(), below.into())
            }
        }
    }

    /// The same as [`Law::tail`] as an exact fraction.
    pub(crate) fn exact_tail(&self, sample: u32, deviations: u32) -> BigRational {
        let fraction = |above: BigUint, below: BigUint| BigRational::new(above.into(), below.into());
        match self {
            Self::Binomial { rate } => {
                let (bad, all) = (rate.numer().magnitude(), rate.denom().magnitude());
                let good = all - bad;
                let terms = (0..=deviations.min(sample))
                    .map(|count| choose(sample, count) * bad.pow(count) * good.pow(sample - count));
                fraction(terms.sum(), all.pow(sample))
            }
            Self::Hypergeometric { population, deviations: marked } => {
                let terms = (0..=deviations.min(sample).min(*marked))
                    .map(|count| choose(*marked, count) * choose(population - marked, sample - count));
                fraction(terms.sum(), choose(*population, sample))
            }
        }
    }
}

/// How many ways there are to choose `few` of `all`; none where there are not so many.
pub(crate) fn choose(all: u32, few: u32) -> BigUint {
    if few > all {
        return BigUint::zero();
    }
    let few = few.min(all - few);
    (0..few).fold(BigUint::one(), |ways, index| ways * (all - index) / (index + 1))
}

/// `start` times all these fractions; several at once, as many as fit in a machine's number.
fn product(fractions: impl Iterator<Item = (u64, u64)>, start: Enclosure) -> Enclosure {
    let (mut above, mut below) = (1u128, 1u128);
    let mut product = start;
    for (numerator, denominator) in fractions {
        let grown = above.checked_mul(u128::from(numerator)).zip(below.checked_mul(u128::from(denominator)));
        (above, below) = grown.unwrap_or_else(|| {
            product = product.times(&above.into(), &below.into());
            (u128::from(numerator), u128::from(denominator))
        });
    }
    product.times(&above.into(), &below.into())
}

/// The probability of at most `deviations` where they come with a mean of `mean` (Poisson): whether it is at most `risk`. Except at a mean of 0, e to a
/// fraction is irrational, so there is no tie, and some number of bits tells.
pub(crate) fn poisson_at_most(mean: &BigRational, deviations: u32, risk: &BigRational) -> bool {
    decided(|bits| {
        let (mut term, mut sum) = (Enclosure::one(bits), Enclosure::one(bits));
        let (above, below) = (mean.numer().magnitude(), mean.denom().magnitude());
        for index in 1..=deviations {
            term = term.times(above, &(below * index));
            sum = sum.plus(&term);
        }
        sum.quotient(&super::enclosure::exp(mean, bits)).at_most(risk)
    })
    .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(above: u32, below: u32) -> BigRational {
        BigRational::new(above.into(), below.into())
    }

    #[test]
    fn enclosures_hold_the_exact_tails() {
        let laws = [
            Law::Binomial { rate: ratio(3, 50) },
            Law::Binomial { rate: ratio(1, 1) },
            Law::Binomial { rate: ratio(0, 1) },
            Law::Hypergeometric { population: 40, deviations: 3 },
            Law::Hypergeometric { population: 40, deviations: 40 },
            Law::Hypergeometric { population: 40, deviations: 0 },
            Law::Hypergeometric { population: 41, deviations: 33 },
        ];
        for law in &laws {
            for sample in 0..=40 {
                for count in 0..=sample {
                    let exact = law.exact_tail(sample, count);
                    let tail = law.tail(sample, count, 128);
                    assert_ne!(tail.at_most(&exact), Some(false), "{law:?} {sample} {count}");
                    let below = &exact * ratio(999_999_999, 1_000_000_000);
                    assert!(
                        exact.is_zero() || tail.at_most(&below) != Some(true),
                        "{law:?} {sample} {count}"
                    );
                    assert!(law.at_most(sample, count, &exact), "a tie is met: {law:?} {sample} {count}");
                    let units = law.tail_units(sample, count, 1_000_000);
                    assert_eq!(ratio(units, 1), (&exact * ratio(1_000_000, 1)).ceil());
                }
            }
        }
    }

    #[test]
    fn a_hypergeometric_mass_that_defeats_logarithms() {
        let law = Law::Hypergeometric { population: 100_000, deviations: 500 };
        assert_eq!(law.tail_units(600, 0, 1_000_000), 48_968);
    }

    #[test]
    fn poisson_tails_are_decided() {
        assert!(poisson_at_most(&ratio(29_958, 10_000), 0, &ratio(1, 20)));
        assert!(!poisson_at_most(&ratio(29_957, 10_000), 0, &ratio(1, 20)));
        assert!(poisson_at_most(&ratio(47_439, 10_000), 1, &ratio(1, 20)));
        assert!(!poisson_at_most(&ratio(47_438, 10_000), 1, &ratio(1, 20)));
    }
}
