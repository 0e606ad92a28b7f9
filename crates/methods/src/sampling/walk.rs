//! The least sample that meets a risk.

use num_bigint::BigUint;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};

use super::enclosure::Enclosure;
use super::law::Law;

/// The least sample whose probability of `ceil(sample x expected)` or fewer deviations is at most `risk`, with that number; nothing
/// where no sample up to `most` does it.
pub(crate) fn least_sample(
    law: &Law,
    expected: &BigRational,
    risk: &BigRational,
    most: u32,
) -> Option<(u32, u32)> {
    if expected.is_zero() {
        least_allowing(law, 0, risk, most).map(|size| (size, 0))
    } else {
        walk(law, expected, risk, most)
    }
}

/// The least sample whose probability of `allowed` or fewer deviations is at most `risk`. With the number fixed the probability falls with every item,
/// so doubling and halving finds the place.
pub(crate) fn least_allowing(law: &Law, allowed: u32, risk: &BigRational, most: u32) -> Option<u32> {
    let met = |size: u32| law.at_most(size, allowed, risk);
    let mut high = 1u32.min(most);
    let mut low = 0;
    while !met(high) {
        if high == most {
            return None;
        }
        low = high;
        high = high.saturating_mul(2).min(most);
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if met(middle) { high = middle } else { low = middle }
    }
    Some(high)
}

/// A number from 0 on between two whole numbers of `2^-BITS`; faster than an enclosure, and as sure.
struct Fixed {
    // INVARIANT (brackets): low x 2^-BITS <= the true value <= high x 2^-BITS.
    low: BigUint,
    high: BigUint,
}

impl Fixed {
    /// Enough for the cancellations of a walk, since the tail stays above the risk until its end.
    const BITS: u64 = 256;

    fn one() -> Self {
        Self { low: BigUint::one() << Self::BITS, high: BigUint::one() << Self::BITS }
    }

    fn of(enclosure: &Enclosure) -> Self {
        let scale = BigUint::one() << Self::BITS;
        Self { low: enclosure.units_below(&scale), high: enclosure.units_above(&scale) }
    }

    /// Times a fraction, whose denominator is not 0; in place where both parts are a machine's numbers.
    fn multiply(&mut self, (above, below): &Fraction) {
        if let (Some(numerator), Some(denominator)) = (above.to_u64(), below.to_u64()) {
            self.low *= numerator;
            self.low /= denominator;
            self.high *= numerator;
            self.high += denominator - 1;
            self.high /= denominator;
        } else {
            self.low = &self.low * above / below;
            self.high = (&self.high * above + below - 1u8) / below;
        }
    }

    fn times(&self, fraction: &Fraction) -> Self {
        let mut product = Self { low: self.low.clone(), high: self.high.clone() };
        product.multiply(fraction);
        product
    }

    fn add(&mut self, other: &Self) {
        self.low += &other.low;
        self.high += &other.high;
    }

    /// Takes away what is not more than it.
    fn subtract(&mut self, other: &Self) {
        if self.low > other.high {
            self.low -= &other.high
        } else {
            self.low.set_zero()
        }
        if self.high > other.low { self.high -= &other.low } else { self.high.set_zero() }
    }

    /// Whether it is at most the risk of which `limit` is the whole part in `2^-BITS`; nothing where the bounds do not tell.
    fn at_most(&self, limit: &BigUint) -> Option<bool> {
        if self.high <= *limit { Some(true) } else { (self.low > *limit).then_some(false) }
    }
}

/// Goes from item to item. Both laws are drawn one by one: the tail loses what had exactly the allowed number and deviates now.
fn walk(law: &Law, expected: &BigRational, risk: &BigRational, most: u32) -> Option<(u32, u32)> {
    let (step, scale) = (expected.numer().magnitude(), expected.denom().magnitude());
    let risk_limit = (risk.numer().magnitude() << Fixed::BITS) / risk.denom().magnitude();
    let (mut size, mut allowed) = (0u32, 0u32);
    let (mut tail, mut mass) = (Fixed::one(), Fixed::one());
    // ceil(size x expected) grows when size x step is more than allowed x scale.
    let (mut reached, mut limit) = (BigUint::zero(), BigUint::zero());
    while size < most {
        let (deviates, kept) = one_more(law, size, allowed);
        tail.subtract(&mass.times(&deviates));
        mass.multiply(&kept);
        size += 1;
        reached += step;
        if reached > limit {
            allowed += 1;
            limit += scale;
            if law.surely_at_most(allowed) {
                // As many as there are at all are allowed from now on: no sample tells anything.
                return None;
            }
            mass = one_deviation_more(law, size, allowed, mass);
            tail.add(&mass);
        }
        if tail.at_most(&risk_limit).unwrap_or_else(|| law.at_most(size, allowed, risk)) {
            return Some((size, allowed));
        }
    }
    None
}

/// The mass of `allowed` in a sample of `size`, from that of one deviation fewer.
fn one_deviation_more(law: &Law, size: u32, allowed: u32, mut mass: Fixed) -> Fixed {
    if mass.high.is_zero() {
        // What comes after nothing does not follow from it.
        return Fixed::of(&law.mass(size, allowed, Fixed::BITS));
    }
    let (below, above) = law.step_down(size, allowed);
    mass.multiply(&(above, below));
    mass
}

type Fraction = (BigUint, BigUint);

/// For a sample of `size` with `allowed` deviations: how likely the next item deviates, and the mass of `allowed` in `size + 1` by that in `size`.
fn one_more(law: &Law, size: u32, allowed: u32) -> (Fraction, Fraction) {
    let (next, clean) = (u64::from(size) + 1, u64::from(size - allowed) + 1);
    match law {
        Law::Binomial { rate } => {
            let (bad, all) = (rate.numer().magnitude(), rate.denom().magnitude());
            ((bad.clone(), all.clone()), ((all - bad) * next, all * clean))
        }
        Law::Hypergeometric { population, deviations } => {
            let left = u64::from(population - size);
            let sound = u64::from((population - deviations).saturating_sub(size - allowed));
            let bad = deviations.saturating_sub(allowed);
            let kept = (BigUint::from(sound) * next, BigUint::from(left) * clean);
            ((bad.into(), left.into()), kept)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(above: u32, below: u32) -> BigRational {
        BigRational::new(above.into(), below.into())
    }

    #[test]
    fn fixed_numbers_round_outwards() {
        let big = BigUint::one() << 70u32;
        for (above, below) in [(BigUint::one(), BigUint::from(3u8)), (&big + 1u8, &big * 3u8)] {
            let mut part = Fixed::one().times(&(above.clone(), below.clone()));
            let whole = (&above << Fixed::BITS) / &below;
            assert_eq!((&part.low, &part.high), (&whole, &(&whole + 1u8)));
            assert_eq!((part.at_most(&whole), part.at_most(&(&whole + 1u8))), (None, Some(true)));
            let other = Fixed::one().times(&(above, below));
            part.subtract(&other);
            assert!(part.low.is_zero() && part.high == BigUint::one());
        }
    }

    #[test]
    fn the_walk_finds_what_trying_every_size_finds() {
        for (law, most) in [
            (Law::Binomial { rate: ratio(1, 10) }, 400),
            (Law::Hypergeometric { population: 60, deviations: 6 }, 60),
            (Law::Hypergeometric { population: 10, deviations: 1 }, 10),
            (Law::Hypergeometric { population: 1, deviations: 1 }, 1),
            (Law::Hypergeometric { population: 7, deviations: 7 }, 7),
        ] {
            for expected in [ratio(0, 1), ratio(1, 100), ratio(1, 40), ratio(7, 100), ratio(1, 3)] {
                for risk in [ratio(1, 20), ratio(1, 10), ratio(1, 2), ratio(999, 1000)] {
                    let tried = (1..=most).find_map(|size| {
                        let allowed = (&expected * ratio(size, 1)).ceil().to_integer().to_u32()?;
                        (law.exact_tail(size, allowed) <= risk).then_some((size, allowed))
                    });
                    assert_eq!(
                        least_sample(&law, &expected, &risk, most),
                        tried,
                        "{law:?} {expected} {risk}"
                    );
                }
            }
        }
    }
}
