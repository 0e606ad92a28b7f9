//! Numbers between two bounds: floating point with a whole number on either side, every operation rounded outwards.
//!
//! What an enclosure says is proved: the true value is never outside. Where the bounds lie on both sides of what a number is compared with,
//! the comparison says that it cannot tell, and the caller asks again with more bits, or reckons exactly.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_rational::BigRational;
use num_traits::{One as _, Zero as _};

/// The bits of the first attempt; each further one doubles them.
pub(crate) const BITS_FIRST: u64 = 64;
/// The bits of the last attempt.
pub(crate) const BITS_LAST: u64 = 8192;

/// A number that is not negative, known between two bounds.
#[derive(Clone, Debug)]
pub(crate) struct Enclosure {
    // INVARIANT (brackets): low x 2^exponent <= the true value <= high x 2^exponent.
    low: BigUint,
    high: BigUint,
    exponent: i64,
    /// How many bits of `high` are kept.
    bits: u64,
}

impl Enclosure {
    /// Exactly 1.
    pub(crate) fn one(bits: u64) -> Self {
        Self { low: BigUint::one(), high: BigUint::one(), exponent: 0, bits }
    }

    /// Exactly 0.
    pub(crate) fn zero(bits: u64) -> Self {
        Self { low: BigUint::zero(), high: BigUint::zero(), exponent: 0, bits }
    }

    /// A fraction that is not negative; its sign is not looked at.
    pub(crate) fn of(ratio: &BigRational, bits: u64) -> Self {
        Self::one(bits).times(ratio.numer().magnitude(), ratio.denom().magnitude())
    }

    /// Whether it is surely 0.
    pub(crate) fn is_zero(&self) -> bool {
        self.high.is_zero()
    }

    /// Times `numerator / denominator`; the denominator is not 0.
    pub(crate) fn times(&self, numerator: &BigUint, denominator: &BigUint) -> Self {
        let above = &self.high * numerator;
        let shift = (self.bits + denominator.bits() + 1).saturating_sub(above.bits());
        let low = ((&self.low * numerator) << shift) / denominator;
        let high = ceil_div(&(above << shift), denominator);
        Self { low, high, exponent: self.exponent - signed(shift), bits: self.bits }.trimmed()
    }

    /// Times another.
    pub(crate) fn product(&self, other: &Self) -> Self {
        Self {
            low: &self.low * &other.low,
            high: &self.high * &other.high,
            exponent: self.exponent + other.exponent,
            bits: self.bits,
        }
        .trimmed()
    }

    /// Divided by another, whose lower bound is not 0.
    pub(crate) fn quotient(&self, other: &Self) -> Self {
        let shift = (self.bits + other.high.bits() + 1).saturating_sub(self.high.bits());
        let low = (&self.low << shift) / &other.high;
        let high = ceil_div(&(&self.high << shift), &other.low);
        Self { low, high, exponent: self.exponent - other.exponent - signed(shift), bits: self.bits }
            .trimmed()
    }

    /// To a whole power.
    pub(crate) fn power(&self, mut exponent: u64) -> Self {
        let (mut base, mut power) = (self.clone(), Self::one(self.bits));
        while exponent > 0 {
            if exponent & 1 == 1 {
                power = power.product(&base);
            }
            exponent >>= 1;
            if exponent > 0 {
                base = base.product(&base);
            }
        }
        power
    }

    /// Times a power of two.
    pub(crate) fn doubled(mut self, times: i64) -> Self {
        self.exponent += times;
        self
    }

    /// Plus another.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let (left, right) = self.aligned(other);
        Self { low: left.low + right.low, high: left.high + right.high, ..left }.trimmed()
    }

    /// The true value plus something between 0 and `other`.
    pub(crate) fn and_at_most(&self, other: &Self) -> Self {
        self.plus(&Self { low: BigUint::zero(), ..other.clone() })
    }

    /// Whether the true value is at most `ratio`; nothing where the bounds do not tell.
    pub(crate) fn at_most(&self, ratio: &BigRational) -> Option<bool> {
        let (numerator, denominator) = (ratio.numer().magnitude(), ratio.denom().magnitude());
        if versus(&self.high, self.exponent, numerator, denominator) != Ordering::Greater {
            return Some(true);
        }
        (versus(&self.low, self.exponent, numerator, denominator) == Ordering::Greater).then_some(false)
    }

    /// A whole number of `1 / scale` that is not below the true value, and above the upper bound by less than one.
    pub(crate) fn units_above(&self, scale: &BigUint) -> BigUint {
        let scaled = &self.high * scale;
        match u64::try_from(self.exponent) {
            Ok(left) => scaled << left,
            Err(_) => shifted_up(&scaled, self.exponent.unsigned_abs()),
        }
    }

    /// The whole number of `1 / scale` that is not above the lower bound.
    pub(crate) fn units_below(&self, scale: &BigUint) -> BigUint {
        let scaled = &self.low * scale;
        match u64::try_from(self.exponent) {
            Ok(left) => scaled << left,
            Err(_) => scaled >> self.exponent.unsigned_abs(),
        }
    }

    /// Whether the upper bound is below `2^power`.
    pub(crate) fn below_power(&self, power: i64) -> bool {
        self.high.is_zero() || signed(self.high.bits()) + self.exponent <= power
    }

    /// Whether it is less than the last bit that is kept of `other`.
    pub(crate) fn is_negligible_beside(&self, other: &Self) -> bool {
        self.below_power(signed(other.low.bits()) + other.exponent - 1 - signed(self.bits))
    }

    /// Both with one exponent that keeps the bits of the greater one.
    fn aligned(&self, other: &Self) -> (Self, Self) {
        let top =
            |one: &Self| if one.high.is_zero() { i64::MIN } else { signed(one.high.bits()) + one.exponent };
        let top = top(self).max(top(other));
        if top == i64::MIN {
            return (Self::zero(self.bits), Self::zero(self.bits));
        }
        let exponent = top - signed(self.bits) - 8;
        (self.moved_to(exponent), other.moved_to(exponent))
    }

    fn moved_to(&self, exponent: i64) -> Self {
        let (low, high) = match u64::try_from(self.exponent - exponent) {
            Ok(left) => (&self.low << left, &self.high << left),
            Err(_) => {
                let right = (exponent - self.exponent).unsigned_abs();
                (&self.low >> right, shifted_up(&self.high, right))
            }
        };
        Self { low, high, exponent, bits: self.bits }
    }

    fn trimmed(self) -> Self {
        let surplus = self.high.bits().saturating_sub(self.bits);
        if surplus == 0 {
            return self;
        }
        let exponent = self.exponent + signed(surplus);
        self.moved_to(exponent)
    }
}

/// Reckons with more and more bits until `ask` is answered; nothing where even the last attempt cannot tell.
pub(crate) fn decided<T>(mut ask: impl FnMut(u64) -> Option<T>) -> Option<T> {
    let mut bits = BITS_FIRST;
    while bits <= BITS_LAST {
        let answer = ask(bits);
        if answer.is_some() {
            return answer;
        }
        bits *= 2;
    }
    None
}

/// e to the power of a fraction that is not negative.
pub(crate) fn exp(power: &BigRational, bits: u64) -> Enclosure {
    let whole = power.floor().to_integer();
    let rest = power - BigRational::from_integer(whole.clone());
    let whole = u64::try_from(whole).unwrap_or(u64::MAX);
    let e = exp_small(&Enclosure::one(bits));
    e.power(whole).product(&exp_small(&Enclosure::of(&rest, bits)))
}

/// e to a power of at most 1: the sum of x^j / j!, whose rest after a term (from the second on) is less than that term.
pub(crate) fn exp_small(power: &Enclosure) -> Enclosure {
    let (mut term, mut sum) = (Enclosure::one(power.bits), Enclosure::one(power.bits));
    for index in 1u64.. {
        term = term.product(power).times(&BigUint::one(), &BigUint::from(index));
        sum = sum.plus(&term);
        if index > 1 && term.below_power(-signed(power.bits)) {
            break;
        }
    }
    sum.and_at_most(&term)
}

/// The natural logarithm of 2: the sum of 2 / ((2j + 1) 3^(2j + 1)), whose rest after a term is less than an eighth of it.
pub(crate) fn ln_2(bits: u64) -> Enclosure {
    let mut power = Enclosure::one(bits).times(&BigUint::from(2u8), &BigUint::from(3u8));
    let mut sum = power.clone();
    for index in 1u64.. {
        power = power.times(&BigUint::one(), &BigUint::from(9u8));
        sum = sum.plus(&power.times(&BigUint::one(), &BigUint::from(2 * index + 1)));
        if power.below_power(-signed(bits)) {
            break;
        }
    }
    sum.and_at_most(&power)
}

/// `mantissa x 2^exponent` against `numerator / denominator`.
fn versus(mantissa: &BigUint, exponent: i64, numerator: &BigUint, denominator: &BigUint) -> Ordering {
    if mantissa.is_zero() || numerator.is_zero() {
        return mantissa.cmp(&BigUint::zero()).then(BigUint::zero().cmp(numerator));
    }
    let left = mantissa * denominator;
    // By their lengths first, so that a very small number is not written out.
    let (left_bits, right_bits) = (signed(left.bits()) + exponent, signed(numerator.bits()));
    if left_bits != right_bits {
        return left_bits.cmp(&right_bits);
    }
    match u64::try_from(exponent) {
        Ok(up) => (left << up).cmp(numerator),
        Err(_) => left.cmp(&(numerator << exponent.unsigned_abs())),
    }
}

fn ceil_div(above: &BigUint, below: &BigUint) -> BigUint {
    let whole = above / below;
    if &whole * below == *above { whole } else { whole + 1u8 }
}

/// Shifted right, rounded up.
fn shifted_up(number: &BigUint, right: u64) -> BigUint {
    if number.is_zero() {
        return BigUint::zero();
    }
    ((number - 1u8) >> right) + 1u8
}

fn signed(bits: u64) -> i64 {
    i64::try_from(bits).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> BigRational {
        text.parse::<crate::Ratio>().unwrap().0
    }

    /// The value lies between two decimals that differ in their last digit.
    fn between(number: &Enclosure, low: &str, high: &str) {
        assert_eq!(number.at_most(&ratio(low)), Some(false), "{low}");
        assert_eq!(number.at_most(&ratio(high)), Some(true), "{high}");
    }

    #[test]
    fn known_constants_are_enclosed() {
        between(
            &exp(&ratio("1"), 256),
            "2.71828182845904523536028747135266249",
            "2.71828182845904523536028747135266250",
        );
        between(&exp(&ratio("2.5"), 128), "12.18249396070347343", "12.18249396070347344");
        between(&ln_2(256), "0.69314718055994530941723212145817656", "0.69314718055994530941723212145817657");
        between(
            &exp_small(&ln_2(256)),
            "1.99999999999999999999999999999999",
            "2.00000000000000000000000000000001",
        );
    }

    #[test]
    fn operations_round_outwards() {
        let third = Enclosure::of(&ratio("1/3"), 64);
        assert_eq!(third.at_most(&ratio("1/3")), None, "one bound below it, one above");
        let sum = third.plus(&third).plus(&third);
        assert_eq!(
            sum.at_most(&ratio("1")),
            None,
            "a third in binary is not exact, so three of them do not tell"
        );
        between(&sum, "0.999999999999999", "1.000000000000001");
        between(&third.power(5), "0.004115226337448", "0.004115226337449");
        between(&third.quotient(&third.plus(&third)), "0.499999999999999", "0.500000000000001");
        assert_eq!(Enclosure::of(&ratio("0.5"), 64).at_most(&ratio("0.5")), Some(true));
        assert_eq!(Enclosure::zero(64).at_most(&ratio("0")), Some(true));
        assert_eq!(
            Enclosure::of(&ratio("0.5"), 64).power(1_000_000_000).at_most(&ratio("0.001")),
            Some(true)
        );
    }

    #[test]
    fn a_fraction_is_never_outside_its_bounds() {
        let little = BigRational::new(1.into(), BigUint::from(10u8).pow(60).into());
        for (above, below) in (1u32..40).flat_map(|above| (1u32..40).map(move |below| (above, below))) {
            let exact = BigRational::new(above.into(), below.into());
            for enclosed in [
                Enclosure::of(&exact, 64),
                Enclosure::one(64).times(&above.into(), &7u8.into()).times(&7u8.into(), &below.into()),
                Enclosure::of(&exact.recip(), 64)
                    .quotient(&Enclosure::of(&(exact.recip() * &exact.recip()), 64)),
            ] {
                assert_ne!(enclosed.at_most(&exact), Some(false), "{exact}");
                assert_ne!(enclosed.at_most(&(&exact - &little)), Some(true), "{exact}");
            }
        }
    }

    #[test]
    fn units_above_never_are_below() {
        let third = Enclosure::of(&ratio("1/3"), 64);
        assert_eq!(third.units_above(&BigUint::from(1000u16)), BigUint::from(334u16));
        assert_eq!(third.units_below(&BigUint::from(1000u16)), BigUint::from(333u16));
        assert_eq!(Enclosure::one(64).units_above(&BigUint::from(1000u16)), BigUint::from(1000u16));
    }

    #[test]
    fn more_bits_are_asked_for_until_it_is_decided() {
        let mut asked = Vec::new();
        let answer = decided(|bits| {
            asked.push(bits);
            (bits > 500).then_some(bits)
        });
        assert_eq!((answer, asked), (Some(512), vec![64, 128, 256, 512]));
        assert_eq!(decided(|_| None::<bool>), None);
    }
}
