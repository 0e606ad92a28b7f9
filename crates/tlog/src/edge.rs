//! Writing tiles.

use crate::frontier::{Frontier, FrontierError, TreeHead, root};
use crate::hash::Hash;
use crate::tile::{TILE_HEIGHT, TILE_LEVEL_MAX, TILE_WIDTH, Tile};
use crate::tree::{TileReader, TreeError, read};

/// A tile and its bytes, as they are to be stored and served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileData {
    /// Which tile; its path is the tile's text.
    pub tile: Tile,
    /// Its hashes, one after the other.
    pub bytes: Vec<u8>,
}

/// The right edge of a tree in tiles: the partial tile of each level, which is all that is needed to write more.
///
/// ```
/// use assize_tlog::{TileEdge, leaf_hash};
///
/// # fn main() -> Result<(), assize_tlog::FrontierError> {
/// let mut edge = TileEdge::new();
/// let full = edge.append(&vec![leaf_hash(b"an entry"); 300])?;
/// let written: Vec<String> = full.into_iter().chain(edge.partial_tiles()).map(|data| data.tile.to_string()).collect();
/// assert_eq!(written, ["tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"]);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileEdge {
    size: u64,
    // INVARIANT (partial): level `l` holds the last `(size >> 8 l) % 256` hashes of that level.
    levels: [Vec<Hash>; TILE_LEVEL_MAX as usize + 1],
}

impl TileEdge {
    /// The edge of the tree without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// The edge of the tree of `size` entries, from the partial tiles that were written for it.
    ///
    /// The tiles are taken as they are: compare [`head`](Self::head) with the checkpoint they belong to.
    ///
    /// # Errors
    /// [`TreeError::Read`] if the reader fails, [`TreeError::Tile`] if a tile has the wrong length.
    pub fn load<R: TileReader>(size: u64, reader: &R) -> Result<Self, TreeError<R::Error>> {
        let mut edge = Self { size, ..Self::default() };
        for (level, hashes) in (0..).zip(&mut edge.levels) {
            if let Some(tile) = partial_tile(level, size) {
                *hashes = read(reader, tile)?;
            }
        }
        Ok(edge)
    }

    /// How many leaves the tree has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends the hashes of entries and returns the tiles that they filled, in the order in which they were filled.
    ///
    /// After the last leaves of a checkpoint, write [`partial_tiles`](Self::partial_tiles) too.
    ///
    /// # Errors
    /// [`FrontierError::Full`] if the size would exceed `u64::MAX`; the edge is then unchanged.
    pub fn append(&mut self, leaves: &[Hash]) -> Result<Vec<TileData>, FrontierError> {
        let size = self.size.checked_add(leaves.len() as u64).ok_or(FrontierError::Full)?;
        let mut full = Vec::with_capacity(leaves.len() / usize::from(TILE_WIDTH) + 1);
        for (before, leaf) in (self.size..).zip(leaves) {
            push(&mut self.levels, before + 1, *leaf, &mut full);
        }
        self.size = size;
        Ok(full)
    }

    /// The partial tiles of the tree so far, at most one a level.
    ///
    /// Those that did not change since the last call are among them; to write one again does no harm.
    pub fn partial_tiles(&self) -> Vec<TileData> {
        let tiles = (0..).zip(&self.levels);
        tiles
            .filter_map(|(level, hashes)| partial_tile(level, self.size).map(|tile| data(tile, hashes)))
            .collect()
    }

    /// The frontier of the same tree.
    pub fn frontier(&self) -> Frontier {
        let hashes = self.levels.iter().rev().flat_map(|level| perfect_subtrees(level)).collect();
        // The sizes fit by (partial): eight bits of the size and the hashes for them from each level.
        Frontier::from_parts(self.size, hashes).unwrap_or_default()
    }

    /// Size and root of the tree so far.
    pub fn head(&self) -> TreeHead {
        self.frontier().head()
    }
}

/// Appends a leaf that makes the tree `size` entries large, and carries the root of each tile it fills one level up.
fn push(levels: &mut [Vec<Hash>], size: u64, leaf: Hash, full: &mut Vec<TileData>) {
    let mut carried = leaf;
    for (level, hashes) in (0..).zip(levels) {
        hashes.push(carried);
        if hashes.len() < usize::from(TILE_WIDTH) {
            return;
        }
        let index = (size >> (TILE_HEIGHT * (u32::from(level) + 1))) - 1;
        full.extend(Tile::in_tree(level, index, size).map(|tile| data(tile, hashes)));
        carried = root(hashes);
        hashes.clear();
    }
}

/// The partial tile of a level, if it has one in the tree of `size` entries.
fn partial_tile(level: u8, size: u64) -> Option<Tile> {
    let hashes = size.checked_shr(TILE_HEIGHT * u32::from(level))?;
    Tile::in_tree(level, hashes / u64::from(TILE_WIDTH), size)
}

/// The roots of the perfect subtrees over the hashes of one level, the largest first.
fn perfect_subtrees(hashes: &[Hash]) -> Vec<Hash> {
    let mut rest = hashes;
    let mut roots = Vec::new();
    while let Some(level) = rest.len().checked_ilog2() {
        let (subtree, after) = rest.split_at(1 << level);
        roots.push(root(subtree));
        rest = after;
    }
    roots
}

fn data(tile: Tile, hashes: &[Hash]) -> TileData {
    TileData { tile, bytes: hashes.iter().flat_map(|hash| *hash.as_bytes()).collect() }
}
