//! Which hashes make a proof: RFC 6962 sections 2.1.1 and 2.1.2, over any source of subtree hashes.

use std::convert::Infallible;

use thiserror::Error;

use crate::frontier::root;
use crate::hash::{Hash, node_hash};

/// No proof has more hashes, for any tree size. A reader of proofs may refuse longer ones before it verifies them.
pub const PROOF_HASHES_MAX: usize = 65;

/// The audit path of the leaf at `index` in the tree over `leaves`, from the leaf's sibling up (RFC 6962 2.1.1).
///
/// Takes time linear in the number of leaves; [`TileTree`](crate::TileTree) does not.
///
/// # Errors
/// [`RangeError::Index`] if there is no such leaf.
pub fn inclusion_proof(leaves: &[Hash], index: u64) -> Result<Vec<Hash>, RangeError> {
    let size = leaves.len() as u64;
    inclusion_range(index, size)?;
    let Ok(path) = inclusion(&mut Leaves(leaves), index, size);
    Ok(path)
}

/// The proof that the tree over `leaves` only appended to the tree over the first `old_size` of them (RFC 6962 2.1.2).
///
/// It is empty where nothing needs proving: for `old_size` zero, which RFC 6962 leaves open, and for the whole tree.
/// Takes time linear in the number of leaves; [`TileTree`](crate::TileTree) does not.
///
/// # Errors
/// [`RangeError::OldSize`] if there are fewer leaves than `old_size`.
pub fn consistency_proof(leaves: &[Hash], old_size: u64) -> Result<Vec<Hash>, RangeError> {
    let size = leaves.len() as u64;
    consistency_range(old_size, size)?;
    let Ok(path) = consistency(&mut Leaves(leaves), old_size, size);
    Ok(path)
}

/// A source of the hashes of perfect subtrees.
pub(crate) trait Nodes {
    /// Why a hash could not be had.
    type Error;

    /// The hash of the leaves from `index << level` to `(index + 1) << level`. `level` is below 64, and the leaves are
    /// in the tree.
    fn node(&mut self, level: u32, index: u64) -> Result<Hash, Self::Error>;
}

/// Leaf hashes in memory.
struct Leaves<'a>(&'a [Hash]);

impl Nodes for Leaves<'_> {
    type Error = Infallible;

    fn node(&mut self, level: u32, index: u64) -> Result<Hash, Infallible> {
        // The range lies within a slice, so it fits a usize.
        let start = (index << level) as usize;
        let end = start + (1_usize << level);
        Ok(root(self.0.get(start..end).unwrap_or_default()))
    }
}

/// Refuses an index outside the tree.
pub(crate) fn inclusion_range(index: u64, size: u64) -> Result<(), RangeError> {
    if index < size { Ok(()) } else { Err(RangeError::Index { index, size }) }
}

/// Refuses an old tree larger than the new one.
pub(crate) fn consistency_range(old_size: u64, new_size: u64) -> Result<(), RangeError> {
    if old_size <= new_size { Ok(()) } else { Err(RangeError::OldSize { old_size, new_size }) }
}

/// The audit path; `index` is below `size`.
pub(crate) fn inclusion<N: Nodes>(nodes: &mut N, index: u64, size: u64) -> Result<Vec<Hash>, N::Error> {
    let (mut start, mut end) = (0, size);
    let mut siblings = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            siblings.push((middle, end));
            end = middle;
        } else {
            siblings.push((start, middle));
            start = middle;
        }
    }
    from_the_leaf(nodes, &siblings)
}

/// The consistency proof; `old_size` is at most `size`.
pub(crate) fn consistency<N: Nodes>(nodes: &mut N, old_size: u64, size: u64) -> Result<Vec<Hash>, N::Error> {
    if old_size == 0 || old_size == size {
        return Ok(Vec::new());
    }
    let (mut start, mut end) = (0, size);
    let mut subtrees = Vec::new();
    while end != old_size {
        let middle = start + split(end - start);
        if old_size <= middle {
            subtrees.push((middle, end));
            end = middle;
        } else {
            subtrees.push((start, middle));
            start = middle;
        }
    }
    // Where the subtree that ends the old tree begins at the first leaf, it is the old tree, whose root the verifier has.
    if start != 0 {
        subtrees.push((start, end));
    }
    from_the_leaf(nodes, &subtrees)
}

/// The hashes of ranges found from the root down, in the order of a proof, from the leaf up.
fn from_the_leaf<N: Nodes>(nodes: &mut N, ranges: &[(u64, u64)]) -> Result<Vec<Hash>, N::Error> {
    ranges.iter().rev().map(|(start, end)| subtree(nodes, *start, *end)).collect()
}

/// The root of a range that the tree splits off, put together from its perfect subtrees.
///
/// `start` is a multiple of the largest power of two that is not above `end - start`, and `start < end`.
pub(crate) fn subtree<N: Nodes>(nodes: &mut N, start: u64, end: u64) -> Result<Hash, N::Error> {
    let level = (end - start).ilog2();
    let left = nodes.node(level, start >> level)?;
    let middle = start + (1 << level);
    if middle == end { Ok(left) } else { Ok(node_hash(&left, &subtree(nodes, middle, end)?)) }
}

/// The largest power of two below `size`, which is at least 2.
fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

/// A proof was asked for that this tree does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RangeError {
    /// There is no such leaf.
    #[error("there is no leaf {index} in a tree of {size} entries; indexes count from 0")]
    Index {
        /// The leaf index asked for.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The old tree is the larger one.
    #[error("a tree of {new_size} entries cannot follow one of {old_size}; give the older checkpoint first")]
    OldSize {
        /// The size said to be the old one.
        old_size: u64,
        /// The size said to be the new one.
        new_size: u64,
    },
    /// The tree has not grown to that size yet.
    #[error("only {published} entries are published, not {size}; ask for a smaller tree or publish first")]
    Size {
        /// The size asked for.
        size: u64,
        /// The size that the tiles have.
        published: u64,
    },
}
