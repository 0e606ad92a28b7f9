//! The published generator of draws: SHA-256 over a text with a counter. docs/methods/drawing.md describes it; tests/draw.py is another of its kind.

use sha2::{Digest as _, Sha256};

/// The name of the generator and the rules of drawing, with their version.
pub const ALGORITHM: &str = "assize-draw-1";

/// Numbers that anybody can reckon again from the population's hash and the seed.
#[derive(Clone, Debug)]
pub(crate) struct Generator {
    prefix: String,
    counter: u64,
}

impl Generator {
    /// Begins at counter 0.
    pub(crate) fn new(population_sha256: &str, seed: &str) -> Self {
        Self { prefix: format!("{ALGORITHM}\n{population_sha256}\n{seed}\n"), counter: 0 }
    }

    /// How many blocks were taken.
    pub(crate) fn counter(&self) -> u64 {
        self.counter
    }

    /// A number from 0 to below `bound`, each as likely as the others; `bound` is at least 1.
    ///
    /// Of the 2^128 numbers of a block, the last `2^128 mod bound` are passed over.
    pub(crate) fn below(&mut self, bound: u128) -> u128 {
        let bound = bound.max(1);
        let surplus = (u128::MAX % bound + 1) % bound;
        loop {
            let number = self.block();
            if number <= u128::MAX - surplus {
                return number % bound;
            }
        }
    }

    /// The first 16 bytes of the next block, the most significant first.
    fn block(&mut self) -> u128 {
        let digest: [u8; 32] = Sha256::digest(format!("{}{}", self.prefix, self.counter)).into();
        self.counter += 1;
        digest.iter().take(16).fold(0, |number, byte| (number << 8) | u128::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_below_their_bound_and_the_same_again() {
        let draw = || {
            let mut generator = Generator::new("00", "seed");
            (1..200).map(|bound| generator.below(bound)).collect::<Vec<_>>()
        };
        assert!(draw().iter().zip(1..).all(|(number, bound)| *number < bound));
        assert_eq!(draw(), draw());
        assert_ne!(Generator::new("00", "seed").block(), Generator::new("01", "seed").block());
        assert_ne!(Generator::new("00", "seed").block(), Generator::new("00", "seeds").block());
    }

    #[test]
    fn surplus_numbers_are_passed_over() {
        // Below 2^127 + 1, almost half of all blocks are surplus.
        let mut generator = Generator::new("00", "seed");
        for _draw in 0..64 {
            assert!(generator.below((1 << 127) + 1) <= 1 << 127);
        }
        assert!(generator.counter() > 80, "{}", generator.counter());
    }
}
