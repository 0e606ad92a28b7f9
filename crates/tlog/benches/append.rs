//! How fast a frontier grows, beside the least work that any implementation has: one SHA-256 of 65 bytes a leaf.

use std::hint::black_box;
use std::time::Instant;

use assize_tlog::{Frontier, FrontierError, Hash, leaf_hash};
use sha2::{Digest as _, Sha256};

/// How many leaves are appended and how many blocks are hashed.
const LEAVES: u32 = 1_000_000;
/// Both are measured by turns, and the best of each is taken.
const ROUNDS: u32 = 5;
/// A prefix and two hashes, as for an inner node.
const BLOCK_BYTES: usize = 65;

fn main() -> Result<(), FrontierError> {
    // A test run starts benches too, without this argument; there is nothing to measure then.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let leaves: Vec<Hash> = (0..LEAVES).map(|entry| leaf_hash(&entry.to_be_bytes())).collect();
    let (mut append_seconds, mut raw_seconds) = (f64::MAX, f64::MAX);
    for _round in 0..ROUNDS {
        append_seconds = append_seconds.min(append(&leaves)?);
        raw_seconds = raw_seconds.min(raw());
    }
    let (append, raw) = (f64::from(LEAVES) / append_seconds, f64::from(LEAVES) / raw_seconds);
    println!("append   {append:>12.0} leaves/s");
    println!("sha-256  {raw:>12.0} blocks of {BLOCK_BYTES} bytes/s");
    println!("ratio    {:>12.2}", append / raw);
    Ok(())
}

/// Seconds to append all leaves and take the root.
fn append(leaves: &[Hash]) -> Result<f64, FrontierError> {
    let start = Instant::now();
    let mut frontier = Frontier::new();
    for leaf in leaves {
        frontier.append(black_box(*leaf))?;
    }
    black_box(frontier.root());
    Ok(start.elapsed().as_secs_f64())
}

/// Seconds to hash as many blocks, each holding the hash of the one before.
fn raw() -> f64 {
    let start = Instant::now();
    let mut block = [1; BLOCK_BYTES];
    for _block in 0..LEAVES {
        let hash: [u8; 32] = Sha256::digest(black_box(block)).into();
        let [_prefix, first @ ..] = &mut block;
        if let Some(first) = first.first_chunk_mut() {
            *first = hash;
        }
    }
    black_box(block);
    start.elapsed().as_secs_f64()
}
