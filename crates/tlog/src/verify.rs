//! Verifying proofs that a stranger made: RFC 9162 sections 2.1.3.2 and 2.1.4.2, which spell out what RFC 6962 implies.

use thiserror::Error;

use crate::frontier::TreeHead;
use crate::hash::{Hash, empty_root, node_hash};
use crate::proof::{RangeError, consistency_range, inclusion_range};

/// Proves that the entry with the hash `leaf` is at `index` in the tree of `head`, which the caller trusts.
///
/// Any input is safe. Work is bounded by the size, not by the length of `path`.
///
/// # Errors
/// [`ProofError`], whenever the path is not exactly the audit path of that leaf in that tree.
pub fn verify_inclusion(leaf: Hash, index: u64, path: &[Hash], head: TreeHead) -> Result<(), ProofError> {
    inclusion_range(index, head.size)?;
    let mut walk = Walk { node: index, last: head.size - 1 };
    let mut computed = leaf;
    for sibling in path {
        match walk.up().ok_or(ProofError::Length)? {
            Side::Left => computed = node_hash(sibling, &computed),
            Side::Right => computed = node_hash(&computed, sibling),
        }
    }
    walk.ended()?;
    same(computed, head.root)
}

/// Proves that the tree of `new` begins with all entries of the tree of `old`, in their order. The caller trusts `old`,
/// and `new` as far as its signature goes.
///
/// The empty tree is consistent with every tree, by an empty proof. Any input is safe. Work is bounded by the sizes, not
/// by the length of `path`.
///
/// # Errors
/// [`ProofError`], whenever the path is not exactly the consistency proof between these trees.
pub fn verify_consistency(old: TreeHead, new: TreeHead, path: &[Hash]) -> Result<(), ProofError> {
    consistency_range(old.size, new.size)?;
    if old.size == 0 {
        no_path(path)?;
        same(empty_root(), old.root)?;
        return if new.size == 0 { same(empty_root(), new.root) } else { Ok(()) };
    }
    if old.size == new.size {
        no_path(path)?;
        return same(old.root, new.root);
    }

    // Above the perfect subtree that ends the old tree, the walk is that of an inclusion proof of this subtree.
    let height = old.size.trailing_zeros();
    let mut walk = Walk { node: (old.size - 1) >> height, last: (new.size - 1) >> height };
    // If that subtree is the whole old tree the verifier knows its hash, and the proof leaves it out.
    let (seed, path) = match path.split_first() {
        _ if old.size.is_power_of_two() => (old.root, path),
        Some((first, rest)) => (*first, rest),
        None => return Err(ProofError::Length),
    };
    let (mut computed_old, mut computed_new) = (seed, seed);
    for sibling in path {
        match walk.up().ok_or(ProofError::Length)? {
            Side::Left => {
                computed_old = node_hash(sibling, &computed_old);
                computed_new = node_hash(sibling, &computed_new);
            }
            Side::Right => computed_new = node_hash(&computed_new, sibling),
        }
    }
    walk.ended()?;
    same(computed_old, old.root)?;
    same(computed_new, new.root)
}

/// A walk from a node to the root: the node's index in its level and the index of the last node of that level.
struct Walk {
    node: u64,
    last: u64,
}

/// The side on which the sibling of a node stands.
enum Side {
    Left,
    Right,
}

impl Walk {
    /// Goes up past one sibling; `None` at the root. The last node of a level without a sibling is carried up until it
    /// has one.
    fn up(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let side = if self.node & 1 == 1 {
            Side::Left
        } else if self.node < self.last {
            Side::Right
        } else {
            let levels = self.node.trailing_zeros();
            self.node >>= levels;
            self.last >>= levels;
            Side::Left
        };
        self.node >>= 1;
        self.last >>= 1;
        Some(side)
    }

    fn ended(&self) -> Result<(), ProofError> {
        if self.last == 0 { Ok(()) } else { Err(ProofError::Length) }
    }
}

fn no_path(path: &[Hash]) -> Result<(), ProofError> {
    if path.is_empty() { Ok(()) } else { Err(ProofError::Length) }
}

fn same(computed: Hash, expected: Hash) -> Result<(), ProofError> {
    if computed == expected { Ok(()) } else { Err(ProofError::Root { computed, expected }) }
}

/// Why a proof proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProofError {
    /// Index or sizes do not belong together.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// The proof has too few or too many hashes.
    #[error(
        "the proof has the wrong number of hashes for these sizes; it belongs to another tree or was cut"
    )]
    Length,
    /// The proof leads to another root.
    #[error(
        "the proof leads to root `{computed}`, not to `{expected}`; the entry, the proof or the tree was changed"
    )]
    Root {
        /// The root that follows from the proof.
        computed: Hash,
        /// The root that was to be proved.
        expected: Hash,
    },
}
