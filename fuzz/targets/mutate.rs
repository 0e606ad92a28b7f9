//! Inputs out of seeds, the same ones each time: for tests on a compiler that cannot measure coverage.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// How long the tests go on, in seconds, with inputs that are others each time. Without it they try a fixed number.
const SECONDS: &str = "ASSIZE_FUZZ_SECONDS";
/// The longest input, in bytes.
const BYTES_MAX: usize = 256 * 1024;
/// How many inputs are kept beside the seeds to be changed further.
const KEPT_MAX: usize = 500;

/// Xorshift: not random, but many and the same.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `bound`, which is not 0.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }
}

/// Gives a target the seeds, and `inputs` that are made from them and `words`. An input that makes it panic is printed.
pub(crate) fn run(seeds: &[Vec<u8>], words: &[&str], inputs: usize, mut target: impl FnMut(&[u8])) {
    assert!(!seeds.is_empty());
    let mut one = |input: &[u8]| {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| target(input))) {
            eprintln!("the input was b\"{}\"", input.escape_ascii());
            resume_unwind(panic);
        }
    };
    seeds.iter().for_each(|seed| one(seed));
    let seconds: Option<u64> = std::env::var(SECONDS).ok().map(|seconds| seconds.parse().unwrap());
    let begun = Instant::now();
    let start = if seconds.is_some() { u64::from(std::process::id()) } else { 0 };
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15 ^ (start << 20));
    let mut kept: Vec<Vec<u8>> = Vec::new();
    let mut tried = 0;
    while seconds.map_or(tried < inputs, |seconds| begun.elapsed() < Duration::from_secs(seconds)) {
        let from = numbers.below(seeds.len() + kept.len() / 2);
        let mut input = seeds.get(from).or_else(|| kept.get(from - seeds.len())).unwrap().clone();
        for _ in 0..=numbers.below(4) {
            change(&mut input, seeds, words, &mut numbers);
        }
        input.truncate(BYTES_MAX);
        one(&input);
        tried += 1;
        if kept.len() < KEPT_MAX {
            kept.push(input);
        } else {
            let at = numbers.below(KEPT_MAX);
            kept[at] = input;
        }
    }
    eprintln!("{tried} inputs were tried");
}

fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&str], numbers: &mut Numbers) {
    let at = numbers.below(input.len() + 1);
    let to = at + numbers.below(input.len() - at + 1).min(64);
    match numbers.below(8) {
        0 if at < input.len() => input[at] ^= 1 << numbers.below(8),
        1 if at < input.len() => input[at] = [0, 1, 0x7F, 0x80, 0xFF, b'"', b'\n', b'9'][numbers.below(8)],
        2 => drop(input.drain(at..to)),
        3 => {
            let again = input[at..to].to_vec();
            // Now and then many times, so that what is nested or counted meets its bound.
            let times_max = if numbers.below(50) == 0 { 500 } else { 3 };
            let times = 1 + numbers.below(times_max);
            input.splice(at..at, again.repeat(times));
        }
        4 => {
            let other = &seeds[numbers.below(seeds.len())];
            let from = numbers.below(other.len() + 1);
            let end = from + numbers.below(other.len() - from + 1);
            input.splice(at..to, other[from..end].iter().copied());
        }
        5 => input.truncate(at),
        6 | 7 if !words.is_empty() => {
            let word = words[numbers.below(words.len())];
            input.splice(at..to.min(at + word.len()), word.bytes());
        }
        _ => input.insert(at, u8::try_from(numbers.below(256)).unwrap()),
    }
}
