//! Reading a tree from its tiles alone.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::error::Error;

use thiserror::Error;

use crate::frontier::{TreeHead, root};
use crate::hash::{HASH_BYTES, Hash, empty_root};
use crate::proof::{Nodes, RangeError, consistency, consistency_range, inclusion, inclusion_range, subtree};
use crate::tile::{TILE_HEIGHT, TILE_WIDTH, Tile, TileError};

/// Where tiles are read from.
///
/// Contract: when [`tile`](Self::tile) returns bytes, they are those stored for exactly this tile, of exactly this
/// width. Where a log has deleted a partial tile because a wider one took its place, the reader cuts that to the width
/// asked for. Whether the bytes are right is not the reader's to decide: a wrong hash makes a proof that does not verify.
pub trait TileReader {
    /// Why a tile could not be read.
    type Error: Error + 'static;

    /// The bytes of a tile.
    ///
    /// # Errors
    /// Whatever kept the tile from being read, its absence included.
    fn tile(&self, tile: Tile) -> Result<Vec<u8>, Self::Error>;
}

/// A tree of a size for which its tiles were published, and the proofs that can be made of it.
///
/// Each call reads the tiles it needs once, a few at most. Proofs for any smaller size come from the same tiles. What
/// is read is not trusted: verify the proof against a checkpoint, as whoever receives it must.
#[derive(Clone, Debug)]
pub struct TileTree<'a, R> {
    size: u64,
    reader: &'a R,
}

impl<'a, R: TileReader> TileTree<'a, R> {
    /// The tree of `size` entries whose tiles `reader` has.
    pub const fn new(size: u64, reader: &'a R) -> Self {
        Self { size, reader }
    }

    /// How many entries are published.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Size and root of the tree over the first `size` entries.
    ///
    /// # Errors
    /// [`TreeError`].
    pub fn head(&self, size: u64) -> Result<TreeHead, TreeError<R::Error>> {
        published(size, self.size)?;
        let root = if size == 0 { empty_root() } else { subtree(&mut self.tiles(), 0, size)? };
        Ok(TreeHead { size, root })
    }

    /// The hash of the entry at `index`.
    ///
    /// # Errors
    /// [`TreeError`].
    pub fn leaf(&self, index: u64) -> Result<Hash, TreeError<R::Error>> {
        inclusion_range(index, self.size)?;
        self.tiles().node(0, index)
    }

    /// The audit path of the leaf at `index` in the tree over the first `size` entries, as
    /// [`inclusion_proof`](crate::inclusion_proof).
    ///
    /// # Errors
    /// [`TreeError`].
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Result<Vec<Hash>, TreeError<R::Error>> {
        published(size, self.size)?;
        inclusion_range(index, size)?;
        inclusion(&mut self.tiles(), index, size)
    }

    /// The proof that the tree over the first `size` entries only appended to that over the first `old_size`, as
    /// [`consistency_proof`](crate::consistency_proof).
    ///
    /// # Errors
    /// [`TreeError`].
    pub fn consistency_proof(&self, old_size: u64, size: u64) -> Result<Vec<Hash>, TreeError<R::Error>> {
        published(size, self.size)?;
        consistency_range(old_size, size)?;
        consistency(&mut self.tiles(), old_size, size)
    }

    fn tiles(&self) -> Tiles<'a, R> {
        Tiles { size: self.size, reader: self.reader, read: BTreeMap::new() }
    }
}

/// The tiles that [`TileTree::inclusion_proof`] will read from a tree of `published` entries, for a caller who has to
/// fetch them first.
///
/// # Errors
/// [`RangeError`].
pub fn inclusion_tiles(index: u64, size: u64, published_size: u64) -> Result<BTreeSet<Tile>, RangeError> {
    published(size, published_size)?;
    inclusion_range(index, size)?;
    let mut wanted = Wanted { size: published_size, tiles: BTreeSet::new() };
    // The proof of placeholder hashes is of no use, and cannot fail; which tiles it was made from is the answer.
    let Ok(_) = inclusion(&mut wanted, index, size);
    Ok(wanted.tiles)
}

/// The tiles that [`TileTree::consistency_proof`] will read from a tree of `published` entries, for a caller who has to
/// fetch them first.
///
/// # Errors
/// [`RangeError`].
pub fn consistency_tiles(
    old_size: u64,
    size: u64,
    published_size: u64,
) -> Result<BTreeSet<Tile>, RangeError> {
    published(size, published_size)?;
    consistency_range(old_size, size)?;
    let mut wanted = Wanted { size: published_size, tiles: BTreeSet::new() };
    // The proof of placeholder hashes is of no use, and cannot fail; which tiles it was made from is the answer.
    let Ok(_) = consistency(&mut wanted, old_size, size);
    Ok(wanted.tiles)
}

/// Reads one tile and checks its length.
pub(crate) fn read<R: TileReader>(reader: &R, tile: Tile) -> Result<Vec<Hash>, TreeError<R::Error>> {
    let bytes = reader.tile(tile).map_err(|source| TreeError::Read { tile, source })?;
    Ok(tile.hashes(&bytes)?)
}

fn published(size: u64, published: u64) -> Result<(), RangeError> {
    if size <= published { Ok(()) } else { Err(RangeError::Size { size, published }) }
}

/// The hashes of a tree's nodes, from tiles that are read when first needed.
struct Tiles<'a, R> {
    size: u64,
    reader: &'a R,
    read: BTreeMap<Tile, Vec<Hash>>,
}

impl<R: TileReader> Nodes for Tiles<'_, R> {
    type Error = TreeError<R::Error>;

    fn node(&mut self, level: u32, index: u64) -> Result<Hash, Self::Error> {
        let place = Place::of(level, index, self.size)?;
        let hashes = match self.read.entry(place.tile) {
            std::collections::btree_map::Entry::Occupied(read) => read.into_mut(),
            std::collections::btree_map::Entry::Vacant(unread) => {
                unread.insert(read(self.reader, place.tile)?)
            }
        };
        // The node is in a tile of checked length, so the range is within it.
        Ok(root(hashes.get(place.start..place.start + place.count).unwrap_or_default()))
    }
}

/// Notes which tiles a proof would be made from; its hashes mean nothing.
struct Wanted {
    size: u64,
    tiles: BTreeSet<Tile>,
}

impl Nodes for Wanted {
    type Error = Infallible;

    fn node(&mut self, level: u32, index: u64) -> Result<Hash, Infallible> {
        self.tiles.extend(Place::of(level, index, self.size).map(|place| place.tile));
        Ok(Hash::from_bytes([0; HASH_BYTES]))
    }
}

/// Where a node is: it is the root of `count` hashes of a tile from `start` on.
struct Place {
    tile: Tile,
    start: usize,
    count: usize,
}

impl Place {
    /// The place of the node over the leaves from `index << level` to `(index + 1) << level` in a tree of `size`.
    fn of(level: u32, index: u64, size: u64) -> Result<Self, RangeError> {
        let outside = RangeError::Index { index, size };
        let within = level % TILE_HEIGHT;
        let first = index << within;
        let width = u64::from(TILE_WIDTH);
        let tile = u8::try_from(level / TILE_HEIGHT)
            .ok()
            .and_then(|tile_level| Tile::in_tree(tile_level, first / width, size))
            .ok_or(outside)?;
        let start = usize::try_from(first % width).map_err(|_above| outside)?;
        Ok(Self { tile, start, count: 1 << within })
    }
}

/// Why a tree could not be read from its tiles.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TreeError<E: Error + 'static> {
    /// The tree does not have what was asked for.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// A tile could not be read.
    #[error("could not read `{tile}`; publish the log's tiles again if it is missing")]
    Read {
        /// The tile.
        tile: Tile,
        /// What the reader said.
        source: E,
    },
    /// A tile has the wrong length.
    #[error(transparent)]
    Tile(#[from] TileError),
}
