//! The compact state of a growing tree.

use thiserror::Error;

use crate::hash::{Hash, empty_root, node_hash};

/// The size and the root of a tree: all that a checkpoint says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreeHead {
    /// How many entries the tree has.
    pub size: u64,
    /// The Merkle Tree Hash of RFC 6962 section 2.1 over these entries.
    pub root: Hash,
}

/// A tree reduced to what is needed to append to it and to know its root: the roots of its perfect subtrees.
///
/// At most 64 hashes whatever the size. Appending costs one [`node_hash`] on average, the root at most 63.
///
/// ```
/// use assize_tlog::{Frontier, leaf_hash};
///
/// # fn main() -> Result<(), assize_tlog::FrontierError> {
/// let mut frontier = Frontier::new();
/// frontier.append(leaf_hash(b"an entry"))?;
/// let restored = Frontier::from_parts(frontier.size(), frontier.hashes().to_vec())?;
/// assert_eq!(restored.root(), frontier.root());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    // INVARIANT (one hash a bit): one hash for each bit set in `size`, the largest subtree first.
    hashes: Vec<Hash>,
}

impl Frontier {
    /// The tree without entries.
    pub const fn new() -> Self {
        Self { size: 0, hashes: Vec::new() }
    }

    /// The frontier that was kept as its [`size`](Self::size) and [`hashes`](Self::hashes).
    ///
    /// The hashes cannot be checked against entries that are not here; compare [`head`](Self::head) with a trusted one.
    ///
    /// # Errors
    /// [`FrontierError::HashCount`] if there is not one hash for each bit set in `size`.
    pub fn from_parts(size: u64, hashes: Vec<Hash>) -> Result<Self, FrontierError> {
        if u32::try_from(hashes.len()) != Ok(size.count_ones()) {
            return Err(FrontierError::HashCount { size, found: hashes.len() });
        }
        Ok(Self { size, hashes })
    }

    /// How many leaves were appended.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the perfect subtrees, the largest, which is the leftmost, first.
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// Appends the hash of one entry ([`leaf_hash`](crate::leaf_hash)) and returns its index.
    ///
    /// # Errors
    /// [`FrontierError::Full`] at `u64::MAX` leaves; the frontier is then unchanged.
    pub fn append(&mut self, leaf: Hash) -> Result<u64, FrontierError> {
        let index = self.size;
        let size = index.checked_add(1).ok_or(FrontierError::Full)?;
        push(&mut self.hashes, index, leaf);
        self.size = size;
        Ok(index)
    }

    /// The root of the tree so far.
    pub fn root(&self) -> Hash {
        root_of(&self.hashes)
    }

    /// Size and root of the tree so far.
    pub fn head(&self) -> TreeHead {
        TreeHead { size: self.size, root: self.root() }
    }
}

/// The root of the tree over these leaf hashes.
pub fn root(leaves: &[Hash]) -> Hash {
    let mut hashes = Vec::new();
    for (index, leaf) in (0..).zip(leaves) {
        push(&mut hashes, index, *leaf);
    }
    root_of(&hashes)
}

/// Appends the leaf with this index to the roots of the perfect subtrees before it.
///
/// Each bit that is set at the end of `index` is a perfect subtree that the new leaf completes to one twice as large.
fn push(hashes: &mut Vec<Hash>, index: u64, leaf: Hash) {
    let merged = hashes.len().saturating_sub(index.trailing_ones() as usize);
    let subtree = hashes.drain(merged..).rev().fold(leaf, |right, left| node_hash(&left, &right));
    hashes.push(subtree);
}

fn root_of(hashes: &[Hash]) -> Hash {
    hashes.iter().rev().copied().reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(empty_root)
}

/// Why a [`Frontier`] could not be restored or appended to.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FrontierError {
    /// The hashes do not fit the size.
    #[error(
        "a tree of {size} entries has {} perfect subtrees, but {found} hashes were kept; rebuild it from the entries",
        size.count_ones()
    )]
    HashCount {
        /// The size that was kept.
        size: u64,
        /// How many hashes were kept with it.
        found: usize,
    },
    /// The tree has `u64::MAX` entries.
    #[error("the log is full; begin a new one")]
    Full,
}
