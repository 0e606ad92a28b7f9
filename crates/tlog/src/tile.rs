//! Tiles and entry bundles, and where they lie: C2SP tlog-tiles.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::hash::{HASH_BYTES, Hash};

/// How many hashes a full tile has, and how many entries a full bundle.
pub const TILE_WIDTH: u16 = 256;
/// The highest level of a tile. The specification counts to 63, but sizes are 64 bits wide and a hash at level 8 would
/// stand for 2^64 entries.
pub const TILE_LEVEL_MAX: u8 = 7;
/// The longest path of a tile or bundle that is read, in bytes.
pub const TILE_PATH_BYTES_MAX: usize = 64;
/// The longest entry that fits a bundle, in bytes.
pub const ENTRY_BYTES_MAX: usize = u16::MAX as usize;

/// Each level of tiles stands for eight levels of the tree.
pub(crate) const TILE_HEIGHT: u32 = 8;
/// What stands in a path between a partial tile's index and its width.
const PARTIAL: &str = ".p/";

/// Names a tile: up to 256 consecutive hashes of one level of the tree.
///
/// Hash `i` of tile `n` at level `l` is the root of the entries from `(n * 256 + i) * 256^l`, of which there are
/// `256^l`. As text ([`fmt::Display`], [`FromStr`]) it is the path below the log's prefix, such as
/// `tile/0/x001/x234/067.p/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    // INVARIANT (within 64 bits): level <= TILE_LEVEL_MAX, 1 <= width <= TILE_WIDTH, and the last entry that the tile
    // stands for has an index below `u64::MAX`.
    level: u8,
    index: u64,
    width: u16,
}

impl Tile {
    /// The tile of `width` hashes (1 to 256) at `index` of `level` (0 to [`TILE_LEVEL_MAX`]).
    ///
    /// # Errors
    /// [`TileError::Level`], [`TileError::Width`], or [`TileError::Index`] if the tile would stand for entries that no
    /// tree of 64-bit size has.
    pub fn new(level: u8, index: u64, width: u16) -> Result<Self, TileError> {
        if level > TILE_LEVEL_MAX {
            return Err(TileError::Level { level });
        }
        if width == 0 || width > TILE_WIDTH {
            return Err(TileError::Width { width });
        }
        let hashes_max = u64::MAX >> (TILE_HEIGHT * u32::from(level));
        let end = index.checked_mul(TILE_WIDTH.into()).and_then(|start| start.checked_add(width.into()));
        if end.is_none_or(|end| end > hashes_max) {
            return Err(TileError::Index { level, index });
        }
        Ok(Self { level, index, width })
    }

    /// The tile at `index` of `level` in a tree of `size` entries: full, partial, or none if it would be empty.
    pub fn in_tree(level: u8, index: u64, size: u64) -> Option<Self> {
        let hashes = hashes_at(level, size)?;
        let width = hashes.checked_sub(index.checked_mul(TILE_WIDTH.into())?)?.min(TILE_WIDTH.into());
        Self::new(level, index, u16::try_from(width).ok()?).ok()
    }

    /// Its level; at level 0 the hashes are those of entries.
    pub const fn level(self) -> u8 {
        self.level
    }

    /// Its index within the level.
    pub const fn index(self) -> u64 {
        self.index
    }

    /// How many hashes it has, 1 to 256.
    pub const fn width(self) -> u16 {
        self.width
    }

    /// Whether it has fewer than 256 hashes, so that a larger tree has a wider tile in its place.
    pub const fn is_partial(self) -> bool {
        self.width < TILE_WIDTH
    }

    /// Its length in bytes.
    pub fn bytes(self) -> usize {
        usize::from(self.width) * HASH_BYTES
    }

    /// The hashes in the bytes of this tile.
    ///
    /// # Errors
    /// [`TileError::Bytes`] if there are not exactly [`bytes`](Self::bytes).
    pub fn hashes(self, bytes: &[u8]) -> Result<Vec<Hash>, TileError> {
        match bytes.as_chunks::<HASH_BYTES>() {
            (hashes, []) if hashes.len() == usize::from(self.width) => {
                Ok(hashes.iter().copied().map(Hash::from_bytes).collect())
            }
            _ => Err(TileError::Bytes { tile: self, found_bytes: bytes.len() }),
        }
    }
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/", self.level)?;
        write_place(f, *self)
    }
}

impl FromStr for Tile {
    type Err = TileError;

    fn from_str(path: &str) -> Result<Self, TileError> {
        let refused = || TileError::Path { path: shortened(path) };
        let (level, place) =
            bounded(path).and_then(|path| path.strip_prefix("tile/")?.split_once('/')).ok_or_else(refused)?;
        let (index, width) = read_place(place).ok_or_else(refused)?;
        let tile = Self::new(level.parse().map_err(|_number| refused())?, index, width)?;
        // One tile has one path: leading zeroes, a plus sign or a width of 256 do not come back as they were.
        if tile.to_string() == path { Ok(tile) } else { Err(refused()) }
    }
}

/// The tiles that a tree of `new_size` entries has and a tree of `old_size` has not, or not as wide, from level 0 up and
/// from left to right. These are what is to be written; nothing if the tree did not grow.
///
/// The bundles to be written are those of the tiles at level 0 ([`EntryBundle::of`]).
pub fn tiles_new(old_size: u64, new_size: u64) -> impl Iterator<Item = Tile> {
    (0..=TILE_LEVEL_MAX).flat_map(move |level| {
        let (old, new) = (hashes_at(level, old_size), hashes_at(level, new_size));
        let grown = old.zip(new).filter(|(old, new)| old < new);
        let width = u64::from(TILE_WIDTH);
        let indexes = grown.map_or(0..0, |(old, new)| old / width..new.div_ceil(width));
        indexes.filter_map(move |index| Tile::in_tree(level, index, new_size))
    })
}

/// How many hashes all tiles of a level have together.
fn hashes_at(level: u8, size: u64) -> Option<u64> {
    size.checked_shr(TILE_HEIGHT * u32::from(level))
}

/// Names a bundle of up to 256 consecutive entries, those whose hashes are in the tile of the same index at level 0.
///
/// As text ([`fmt::Display`], [`FromStr`]) it is the path below the log's prefix, such as `tile/entries/x001/000.p/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryBundle(Tile);

impl EntryBundle {
    /// The bundle of `width` entries (1 to 256) at `index`.
    ///
    /// # Errors
    /// As [`Tile::new`].
    pub fn new(index: u64, width: u16) -> Result<Self, TileError> {
        Tile::new(0, index, width).map(Self)
    }

    /// The bundle whose entries a tile holds the hashes of: one at level 0 has it, others do not.
    pub fn of(tile: Tile) -> Option<Self> {
        (tile.level() == 0).then_some(Self(tile))
    }

    /// The tile with the hashes of its entries.
    pub const fn tile(self) -> Tile {
        self.0
    }

    /// The bytes of this bundle: each entry after its length, 16 bits, big-endian.
    ///
    /// # Errors
    /// [`BundleError::Width`] if there are not exactly as many entries as the bundle is wide,
    /// [`BundleError::EntryLength`] for one above [`ENTRY_BYTES_MAX`].
    pub fn encode<E: AsRef<[u8]>>(self, entries: &[E]) -> Result<Vec<u8>, BundleError> {
        if entries.len() != usize::from(self.0.width()) {
            return Err(BundleError::Width { bundle: self, found: entries.len() });
        }
        let mut bytes = Vec::new();
        for (position, entry) in entries.iter().map(AsRef::as_ref).enumerate() {
            let length = u16::try_from(entry.len()).map_err(|_above| BundleError::EntryLength {
                bundle: self,
                position,
                found_bytes: entry.len(),
            })?;
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(entry);
        }
        Ok(bytes)
    }

    /// The entries in the bytes of this bundle.
    ///
    /// # Errors
    /// [`BundleError::Cut`] if the bytes end within an entry, [`BundleError::Width`] if there are not exactly as many
    /// entries as the bundle is wide.
    pub fn decode(self, bytes: &[u8]) -> Result<Vec<&[u8]>, BundleError> {
        let mut entries = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let cut = BundleError::Cut { bundle: self, position: entries.len() };
            let Some((length, after)) = rest.split_first_chunk::<2>() else { return Err(cut) };
            let length = usize::from(u16::from_be_bytes(*length));
            let Some((entry, after)) = after.split_at_checked(length) else { return Err(cut) };
            entries.push(entry);
            rest = after;
            if entries.len() > usize::from(TILE_WIDTH) {
                break;
            }
        }
        if entries.len() != usize::from(self.0.width()) {
            return Err(BundleError::Width { bundle: self, found: entries.len() });
        }
        Ok(entries)
    }
}

impl fmt::Display for EntryBundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tile/entries/")?;
        write_place(f, self.0)
    }
}

impl FromStr for EntryBundle {
    type Err = TileError;

    fn from_str(path: &str) -> Result<Self, TileError> {
        let refused = || TileError::Path { path: shortened(path) };
        let (index, width) = bounded(path)
            .and_then(|path| read_place(path.strip_prefix("tile/entries/")?))
            .ok_or_else(refused)?;
        let bundle = Self::new(index, width)?;
        if bundle.to_string() == path { Ok(bundle) } else { Err(refused()) }
    }
}

/// Index and width as they end a path: `x001/x234/067` or `x001/x234/067.p/8`.
fn write_place(f: &mut fmt::Formatter<'_>, tile: Tile) -> fmt::Result {
    let mut thousands = tile.index.checked_ilog10().unwrap_or(0) / 3;
    while thousands > 0 {
        write!(f, "x{:03}/", tile.index / 1000_u64.pow(thousands) % 1000)?;
        thousands -= 1;
    }
    write!(f, "{:03}", tile.index % 1000)?;
    if tile.is_partial() { write!(f, "{PARTIAL}{}", tile.width) } else { Ok(()) }
}

/// The index and width that a path ends with; what is written in a way of its own is refused by the caller.
fn read_place(place: &str) -> Option<(u64, u16)> {
    let (index, width) = match place.split_once(PARTIAL) {
        Some((index, width)) => (index, width.parse().ok()?),
        None => (place, TILE_WIDTH),
    };
    let index = index.split('/').try_fold(0_u64, |index, element| {
        let digits: u16 = element.strip_prefix('x').unwrap_or(element).parse().ok()?;
        index.checked_mul(1000)?.checked_add(digits.into())
    })?;
    Some((index, width))
}

fn bounded(path: &str) -> Option<&str> {
    (path.len() <= TILE_PATH_BYTES_MAX).then_some(path)
}

/// As much of a refused path as a message needs.
fn shortened(path: &str) -> String {
    path.chars().take(TILE_PATH_BYTES_MAX).collect()
}

/// Why something is not a tile.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TileError {
    /// The level is above [`TILE_LEVEL_MAX`].
    #[error("no tree has tiles at level {level}; levels go from 0 to {TILE_LEVEL_MAX}")]
    Level {
        /// The level asked for.
        level: u8,
    },
    /// The width is not 1 to 256.
    #[error("a tile cannot have {width} hashes; it has 1 to {TILE_WIDTH}")]
    Width {
        /// The width asked for.
        width: u16,
    },
    /// The index is beyond any tree.
    #[error("no tree reaches tile {index} at level {level}")]
    Index {
        /// The level asked for.
        level: u8,
        /// The index asked for.
        index: u64,
    },
    /// Not the path of a tile or bundle.
    #[error(
        "not the path of a tile: `{path}`; it looks like `tile/0/x001/x234/067` or `tile/entries/000.p/8`"
    )]
    Path {
        /// The path, shortened to [`TILE_PATH_BYTES_MAX`] characters.
        path: String,
    },
    /// The bytes are not those of the tile.
    #[error("`{tile}` has {} bytes, these are {found_bytes}; write it again from the log", tile.bytes())]
    Bytes {
        /// The tile.
        tile: Tile,
        /// How many bytes there were.
        found_bytes: usize,
    },
}

/// Why bytes and entries are not those of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BundleError {
    /// Another number of entries than the bundle is wide.
    #[error("`{bundle}` has {} entries, these are {found}; write it again from the log", bundle.tile().width())]
    Width {
        /// The bundle.
        bundle: EntryBundle,
        /// How many entries there were; where there are too many, counting stops at 257.
        found: usize,
    },
    /// An entry does not fit a bundle.
    #[error("entry {position} of `{bundle}` has {found_bytes} bytes; an entry has at most {ENTRY_BYTES_MAX}")]
    EntryLength {
        /// The bundle.
        bundle: EntryBundle,
        /// The entry's position in the bundle, from 0.
        position: usize,
        /// Its length.
        found_bytes: usize,
    },
    /// The bytes end within an entry.
    #[error("`{bundle}` ends within entry {position}; write it again from the log")]
    Cut {
        /// The bundle.
        bundle: EntryBundle,
        /// The entry's position in the bundle, from 0.
        position: usize,
    },
}
