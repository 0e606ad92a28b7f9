//! Scales whose ticks are whole and round, and the scale of days.

use crate::canvas::WIDTH;

/// The least of 1, 2, 5, 10, 20, 50 and so on by which at most `ticks` steps reach `most`.
pub(crate) fn step(most: u64, ticks: u64) -> u64 {
    let mut decade: u64 = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = decade.saturating_mul(factor);
            if step.saturating_mul(ticks.max(1)) >= most {
                return step;
            }
        }
        decade = decade.saturating_mul(10);
    }
}

/// The ticks from 0 to the first that is not less than `most`; at most `ticks` and one.
pub(crate) fn ticks(most: u64, ticks: u64) -> Vec<u64> {
    let step = step(most, ticks);
    (0..=most.div_ceil(step).max(1)).map(|tick| tick.saturating_mul(step)).collect()
}

/// Days along a picture, from a place in it to its right end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    left: f64,
    first: i64,
    count: i64,
}

impl Days {
    /// The days from the number `first` to before the number `end`, and one at the least.
    pub(crate) fn new(left: f64, first: i64, end: i64) -> Self {
        Self { left, first, count: (end - first).max(1) }
    }

    /// Where the day of a number begins; what is before the first or after the last is at that end.
    pub(crate) fn x(self, number: i64) -> f64 {
        let offset = (number - self.first).clamp(0, self.count);
        self.left + real(offset.unsigned_abs()) / real(self.count.unsigned_abs()) * (WIDTH - self.left)
    }
}

/// A whole number as a length.
#[expect(clippy::cast_precision_loss, reason = "a length in a picture needs no more than 52 bits")]
pub(crate) fn real(number: u64) -> f64 {
    number as f64
}

/// The number of things as a length.
pub(crate) fn many(number: usize) -> f64 {
    real(u64::try_from(number).unwrap_or(u64::MAX))
}

/// The part of the whole in percent, rounded to the nearest, halves up; 0 of nothing.
pub(crate) fn percent(part: u64, whole: u64) -> u64 {
    if whole == 0 {
        return 0;
    }
    let rounded = (u128::from(part) * 200 + u128::from(whole)) / (u128::from(whole) * 2);
    u64::try_from(rounded).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_the_most() {
        assert_eq!(ticks(7, 5), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(0, 5), [0, 1]);
        assert_eq!(ticks(340, 5), [0, 100, 200, 300, 400]);
        assert!(ticks(u64::MAX, 5).len() <= 7);
    }

    #[test]
    fn days_are_spread_from_the_left_to_the_right_end_and_not_beyond() {
        let days = Days::new(100.0, 10, 20);
        assert!(days.x(10) == 100.0 && days.x(20) == WIDTH && days.x(15) == 100.0 + 0.5 * (WIDTH - 100.0));
        assert!(days.x(-5) == 100.0 && days.x(99) == WIDTH);
        assert!(Days::new(0.0, 10, 10).x(11) == WIDTH, "a day at the least");
    }

    #[test]
    fn percents_are_rounded_to_the_nearest() {
        assert_eq!([percent(1, 3), percent(2, 3), percent(1, 200), percent(0, 0)], [33, 67, 1, 0]);
    }
}
