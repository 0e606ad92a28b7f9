//! Exact fractions: read from decimals as they are written, never rounded on the way.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Pow as _, Signed as _, Zero as _};
use serde_json::{Value, json};

use super::datum::{Cell, CellSource, CellType, Cells, Corrupt, Datum, Intake, Shape, skip_scalar};
use super::said::say;
use super::text::BadValue;

/// The longest text that is read as a ratio, in characters.
pub const RATIO_CHARS_MAX: usize = 40;

/// An exact fraction. Written as a decimal where that ends (`0.05`), else as a fraction in lowest terms (`5/3`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(pub BigRational);

impl Ratio {
    /// `numerator / denominator`; a denominator of 0 counts as 1.
    #[must_use]
    pub fn new(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Self {
        let denominator: BigInt = denominator.into();
        let denominator = if denominator.is_zero() { BigInt::from(1) } else { denominator };
        Self(BigRational::new(numerator.into(), denominator))
    }

    /// The least whole number that is not less.
    #[must_use]
    pub fn ceil(&self) -> BigInt {
        self.0.ceil().to_integer()
    }

    /// Rounded up to so many decimal places, and written with all of them: `0.077`.
    #[must_use]
    pub fn rounded_up(&self, places: u32) -> String {
        let scale = BigInt::from(10).pow(places);
        let units = (&self.0 * BigRational::from_integer(scale)).ceil().to_integer();
        decimal(&units, places as usize)
    }
}

/// `units / 10^places`, with all its places.
fn decimal(units: &BigInt, places: usize) -> String {
    let sign = if units.is_negative() { "-" } else { "" };
    let digits = format!("{:0>width$}", units.abs().to_string(), width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// How many decimal places the fraction needs, if it ends.
fn places_of(denominator: &BigInt) -> Option<usize> {
    let mut rest = denominator.clone();
    let mut counts = [0usize; 2];
    for (count, prime) in counts.iter_mut().zip([2, 5].map(BigInt::from)) {
        while (&rest % &prime).is_zero() {
            rest /= &prime;
            *count += 1;
        }
    }
    (rest == BigInt::from(1)).then_some(counts.into_iter().max().unwrap_or(0))
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match places_of(self.0.denom()) {
            Some(places) => {
                let units = (&self.0 * BigRational::from_integer(BigInt::from(10).pow(places))).to_integer();
                f.write_str(&decimal(&units, places))
            }
            None => write!(f, "{}/{}", self.0.numer(), self.0.denom()),
        }
    }
}

impl FromStr for Ratio {
    type Err = BadValue;
    fn from_str(text: &str) -> Result<Self, BadValue> {
        if text.len() > RATIO_CHARS_MAX {
            return Err(BadValue::new(say!("has more than {most} characters", most = RATIO_CHARS_MAX)));
        }
        let bad = || BadValue::new("is not a decimal number or a fraction");
        let whole = |digits: &str| -> Result<BigInt, BadValue> {
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            if plain { digits.parse().map_err(|_| bad()) } else { Err(bad()) }
        };
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let ratio = if let Some((above, below)) = rest.split_once('/') {
            let below = whole(below)?;
            if below.is_zero() {
                return Err(BadValue::new("divides by 0"));
            }
            BigRational::new(whole(above)?, below)
        } else if let Some((before, after)) = rest.split_once('.') {
            let scale = BigInt::from(10).pow(after.len());
            BigRational::new(whole(before)? * &scale + whole(after)?, scale)
        } else {
            BigRational::from_integer(whole(rest)?)
        };
        Ok(Self(if negative { -ratio } else { ratio }))
    }
}

impl Datum for Ratio {
    const SCALAR: bool = true;
    fn shape(name: &str, shape: &mut Shape) {
        shape.column(name, CellType::Text, None);
    }
    fn put(&self, out: &mut Cells) {
        out.cells.push(Cell::Text(self.to_string()));
    }
    fn put_none(out: &mut Cells) {
        out.cells.push(Cell::Null);
    }
    fn get(source: &mut CellSource) -> Result<Self, Corrupt> {
        let text = source.text()?;
        text.parse().map_err(|error| Corrupt::new(format!("`{text}` {error}")))
    }
    fn skip(source: &mut CellSource) -> Result<(), Corrupt> {
        skip_scalar(source)
    }
    fn to_json(&self) -> Value {
        Value::String(self.to_string())
    }
    /// A JSON number is read by its digits as they are written shortest, so that `0.05` is five hundredths.
    fn from_json(value: &Value, intake: &mut Intake) -> Option<Self> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        match text.parse() {
            Ok(ratio) => Some(ratio),
            Err(error) => {
                let shown: String = text.chars().take(RATIO_CHARS_MAX).collect();
                intake.problem(
                    say!("`{shown}` {error}", shown, error),
                    "give a decimal number like 0.05, or a fraction like 1/3",
                );
                None
            }
        }
    }
    fn schema() -> Value {
        json!({ "type": ["string", "number"], "pattern": r"^-?[0-9]+([./][0-9]+)?$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_and_fractions_are_exact() {
        for (text, shown) in [
            ("0.05", "0.05"),
            ("1/3", "1/3"),
            ("-0.2", "-0.2"),
            ("10/4", "2.5"),
            ("12", "12"),
            ("0.1250", "0.125"),
        ] {
            assert_eq!(text.parse::<Ratio>().map(|ratio| ratio.to_string()), Ok(shown.to_owned()));
        }
        for text in ["", "-", ".5", "5.", "1e3", "0x1", "1/0", "+1", " 1", "--1"] {
            assert!(text.parse::<Ratio>().is_err(), "`{text}`");
        }
    }

    #[test]
    fn rounding_up_never_goes_down() {
        assert_eq!(Ratio::new(76_001, 1_000_000).rounded_up(3), "0.077");
        assert_eq!(Ratio::new(77, 1000).rounded_up(3), "0.077");
        assert_eq!(Ratio::new(1, 1).rounded_up(3), "1.000");
        assert_eq!(Ratio::new(-1, 3).rounded_up(3), "-0.333");
    }
}
