//! The gamma distribution with a shape that need not be whole, enclosed: the confidence factors of monetary-unit sampling.

use num_bigint::BigUint;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _};

use super::enclosure::{Enclosure, decided, exp, exp_small, ln_2};

/// Whether `P(G > mean)` is at most `risk`, where G is gamma distributed with the shape `1 + ratio x mean`.
///
/// This is the planning model of the AICPA's tables: `mean` is sample x tolerable misstatement, and `ratio x mean` the misstatements expected.
/// With whole numbers of them it is the Poisson law.
pub(crate) fn met(mean: &BigRational, ratio: &BigRational, risk: &BigRational) -> bool {
    let shape = BigRational::one() + ratio * mean;
    let confidence = BigRational::one() - risk;
    // The lower part is compared with 1 - risk; no tie is known, and where no number of bits tells, the sample counts as too small.
    decided(|bits| lower_part(&shape, mean, bits).at_most(&confidence)).is_some_and(|at_most| !at_most)
}

/// The regularized lower incomplete gamma function P(a, x), by its series, for a >= 1 and x > 0.
///
/// Let `g(x) = x^a e^-x S(x)` be the lower incomplete function, with `S(x) = sum x^n / (a (a + 1) ... (a + n))`. The whole gamma function is `g(X)` and a rest,
/// the integral of `t^(a - 1) e^-t` from X on. For X above a - 1, `(t / X)^(a - 1)` is at most `e^((a - 1) (t - X) / X)`, so the rest is from 0 to
/// `X^a e^-X / (X - a + 1)`. Hence, with X = 2^m x, P(a, x) = 2^(-m a) e^(X - x) S(x) / (S(X) + something from 0 to 1 / (X - a + 1)).
fn lower_part(shape: &BigRational, x: &BigRational, bits: u64) -> Enclosure {
    let two = BigRational::from_integer(2.into());
    let far_enough = shape * &two + BigRational::from_integer(bits.into());
    let (mut far, mut doublings) = (x * &two, 1u32);
    while far < far_enough {
        far *= &two;
        doublings += 1;
    }
    let rest = (&far - shape + BigRational::one()).recip();
    let whole_gamma = series(shape, &far, bits).and_at_most(&Enclosure::of(&rest, bits));
    // 2^(m a), its whole part by shifting and the rest by e^(rest x ln 2).
    let power = shape * BigRational::from_integer(doublings.into());
    let whole = power.floor().to_integer();
    let part = &power - BigRational::from_integer(whole.clone());
    let part = exp_small(&ln_2(bits).product(&Enclosure::of(&part, bits)));
    let root = part.doubled(whole.to_i64().unwrap_or(i64::from(u32::MAX)));
    exp(&(&far - x), bits).product(&series(shape, x, bits)).quotient(&whole_gamma.product(&root))
}

/// `sum over n of x^n / (a (a + 1) ... (a + n))`; once a term is at most half of the one before, the rest is less than the term.
fn series(shape: &BigRational, x: &BigRational, bits: u64) -> Enclosure {
    // x / (a + n) with whole numbers: (x.numer a.denom) / (x.denom (a.numer + n a.denom)).
    let above = x.numer().magnitude() * shape.denom().magnitude();
    let mut below = x.denom().magnitude() * shape.numer().magnitude();
    let grow: BigUint = x.denom().magnitude() * shape.denom().magnitude();
    let mut term = Enclosure::of(&shape.recip(), bits);
    let mut sum = term.clone();
    loop {
        below += &grow;
        term = term.times(&above, &below);
        sum = sum.plus(&term);
        if &above + &above <= below && term.is_negligible_beside(&sum) {
            return sum.and_at_most(&term);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> BigRational {
        text.parse::<crate::Ratio>().unwrap().0
    }

    #[test]
    fn the_lower_part_is_enclosed() {
        // mpmath.gammainc(a, 0, x, regularized=True) with 40 digits.
        for (shape, x, below, above) in [
            ("1", "1", "0.6321205588285576784044", "0.6321205588285576784045"),
            ("2", "4", "0.9084218055563290985314", "0.9084218055563290985315"),
            ("1.926", "4.63", "0.9502756726500894363593", "0.9502756726500894363594"),
            ("12.5", "20.25", "0.9741065861133849793892", "0.9741065861133849793893"),
        ] {
            let part = lower_part(&ratio(shape), &ratio(x), 256);
            assert_eq!(part.at_most(&ratio(above)), Some(true), "{shape} {x}");
            assert_eq!(part.at_most(&ratio(below)), Some(false), "{shape} {x}");
        }
    }
}
