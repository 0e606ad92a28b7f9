//! Frontier, tiles and proofs against a naive tree, written from the recursive definitions of RFC 6962 section 2.1.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use assize_tlog::{
    Frontier, Hash, RangeError, TILE_LEVEL_MAX, TILE_WIDTH, Tile, TileData, TileEdge, TileReader, TileTree,
    TreeError, TreeHead, consistency_proof, consistency_tiles, empty_root, inclusion_proof, inclusion_tiles,
    leaf_hash, node_hash, root, tiles_new, verify_consistency, verify_inclusion,
};

/// The recursive definitions, each subtree computed once.
struct Naive {
    leaves: Vec<Hash>,
    known: RefCell<HashMap<(usize, usize), Hash>>,
}

impl Naive {
    fn new(size: usize) -> Self {
        let leaves = (0..size).map(|entry| leaf_hash(format!("entry {entry}").as_bytes())).collect();
        Self { leaves, known: RefCell::default() }
    }

    /// MTH(D[start:end]).
    fn mth(&self, start: usize, end: usize) -> Hash {
        match end - start {
            0 => return empty_root(),
            1 => return self.leaves[start],
            _ => {}
        }
        if let Some(known) = self.known.borrow().get(&(start, end)) {
            return *known;
        }
        let k = start + largest_power_below(end - start);
        let hash = node_hash(&self.mth(start, k), &self.mth(k, end));
        self.known.borrow_mut().insert((start, end), hash);
        hash
    }

    /// PATH(m, D[start:end]), `m` counted from the first leaf of the tree.
    fn path(&self, m: usize, start: usize, end: usize) -> Vec<Hash> {
        if end - start == 1 {
            return Vec::new();
        }
        let k = start + largest_power_below(end - start);
        let (mut path, sibling) = if m < k {
            (self.path(m, start, k), self.mth(k, end))
        } else {
            (self.path(m, k, end), self.mth(start, k))
        };
        path.push(sibling);
        path
    }

    /// SUBPROOF(m, D[start:end], known), `m` counted from the first leaf of the tree.
    fn subproof(&self, m: usize, start: usize, end: usize, known: bool) -> Vec<Hash> {
        if m == end {
            return if known { Vec::new() } else { vec![self.mth(start, end)] };
        }
        let k = start + largest_power_below(end - start);
        let (mut proof, sibling) = if m <= k {
            (self.subproof(m, start, k, known), self.mth(k, end))
        } else {
            (self.subproof(m, k, end, false), self.mth(start, k))
        };
        proof.push(sibling);
        proof
    }

    /// PROOF(m, D[size]), and nothing for the empty tree.
    fn proof(&self, m: usize, size: usize) -> Vec<Hash> {
        if m == 0 { Vec::new() } else { self.subproof(m, 0, size, true) }
    }

    fn head(&self, size: usize) -> TreeHead {
        TreeHead { size: size as u64, root: self.mth(0, size) }
    }

    /// The hashes of a tile, each the root of the entries it stands for.
    fn tile(&self, tile: Tile) -> Vec<u8> {
        let span = 256_usize.pow(tile.level().into());
        let first = tile.index() as usize * usize::from(TILE_WIDTH);
        let hashes =
            (first..first + usize::from(tile.width())).map(|hash| self.mth(hash * span, (hash + 1) * span));
        hashes.flat_map(|hash| *hash.as_bytes()).collect()
    }
}

fn largest_power_below(size: usize) -> usize {
    let mut power = 1;
    while power * 2 < size {
        power *= 2;
    }
    power
}

/// All tiles of a tree, counted out from the specification: each level has `size / 256^level` hashes.
fn tiles_of(size: u64) -> BTreeSet<Tile> {
    let mut tiles = BTreeSet::new();
    for level in 0..=TILE_LEVEL_MAX {
        let mut hashes = u128::from(size) / 256_u128.pow(level.into());
        let mut index = 0;
        while hashes > 0 {
            let width = hashes.min(TILE_WIDTH.into()) as u16;
            tiles.insert(Tile::new(level, index, width).unwrap());
            hashes -= u128::from(width);
            index += 1;
        }
    }
    tiles
}

/// Tiles in memory, which remember what was asked for.
#[derive(Default)]
struct Shelf {
    tiles: BTreeMap<Tile, Vec<u8>>,
    asked: RefCell<Vec<Tile>>,
}

#[derive(Debug, PartialEq, thiserror::Error)]
#[error("no such tile")]
struct Missing;

impl TileReader for Shelf {
    type Error = Missing;

    fn tile(&self, tile: Tile) -> Result<Vec<u8>, Missing> {
        self.asked.borrow_mut().push(tile);
        self.tiles.get(&tile).cloned().ok_or(Missing)
    }
}

impl Shelf {
    fn put(&mut self, tiles: impl IntoIterator<Item = TileData>) {
        self.tiles.extend(tiles.into_iter().map(|data| (data.tile, data.bytes)));
    }

    /// What was asked for since the last time; each tile once.
    fn asked(&self) -> BTreeSet<Tile> {
        let asked = self.asked.take();
        let once: BTreeSet<Tile> = asked.iter().copied().collect();
        assert_eq!(once.len(), asked.len(), "a tile was read twice");
        once
    }
}

/// Everything that can be asked of the proofs between two sizes and for one leaf.
fn check_proofs(
    naive: &Naive,
    shelf: &Shelf,
    published: usize,
    size: usize,
    picks: impl Iterator<Item = usize>,
) {
    let tree = TileTree::new(published as u64, shelf);
    let head = naive.head(size);
    assert_eq!(tree.head(size as u64).unwrap(), head, "size {size}");
    shelf.asked();
    for pick in picks {
        let place = format!("{pick} in {size}, {published} published");
        let (at, n) = (pick as u64, size as u64);
        let proof = naive.proof(pick, size);
        assert_eq!(tree.consistency_proof(at, n).unwrap(), proof, "{place}");
        assert_eq!(shelf.asked(), consistency_tiles(at, n, published as u64).unwrap(), "{place}");
        verify_consistency(naive.head(pick), head, &proof).unwrap();
        if pick == size {
            continue;
        }
        let path = naive.path(pick, 0, size);
        assert_eq!(tree.inclusion_proof(at, n).unwrap(), path, "{place}");
        assert_eq!(shelf.asked(), inclusion_tiles(at, n, published as u64).unwrap(), "{place}");
        verify_inclusion(naive.leaves[pick], at, &path, head).unwrap();
        assert_eq!(tree.leaf(at).unwrap(), naive.leaves[pick], "{place}");
        shelf.asked();
    }
}

#[test]
fn every_size_to_300_is_the_naive_tree() {
    let naive = Naive::new(300);
    let (mut frontier, mut edge, mut shelf) = (Frontier::new(), TileEdge::new(), Shelf::default());
    for size in 0..=300 {
        if size > 0 {
            let leaf = naive.leaves[size - 1];
            assert_eq!(frontier.append(leaf), Ok(size as u64 - 1));
            shelf.put(edge.append(&[leaf]).unwrap());
        }
        shelf.put(edge.partial_tiles());
        assert_eq!(frontier.head(), naive.head(size));
        assert_eq!(root(&naive.leaves[..size]), naive.mth(0, size));
        assert_eq!(edge.frontier(), frontier);
        assert_eq!(Frontier::from_parts(frontier.size(), frontier.hashes().to_vec()), Ok(frontier.clone()));
        assert_eq!(TileEdge::load(size as u64, &shelf).unwrap(), edge);
        shelf.asked();
        // All leaves and all older sizes where tiles and their right edges begin, and samples between.
        let step = if size <= 70 || (250..=262).contains(&size) || size == 300 { 1 } else { 7 };
        check_proofs(&naive, &shelf, size, size, (0..=size).rev().step_by(step));
    }
    for (tile, bytes) in &shelf.tiles {
        assert_eq!(*bytes, naive.tile(*tile), "{tile}");
    }
    let written: BTreeSet<Tile> = shelf.tiles.into_keys().collect();
    assert_eq!(written, (0..=300).flat_map(tiles_of).collect());
}

#[test]
fn every_proof_from_leaves_is_the_naive_one() {
    let naive = Naive::new(130);
    for size in 0..=130 {
        let leaves = &naive.leaves[..size];
        for pick in 0..=size {
            assert_eq!(
                consistency_proof(leaves, pick as u64).unwrap(),
                naive.proof(pick, size),
                "{pick} in {size}"
            );
        }
        for pick in 0..size {
            assert_eq!(
                inclusion_proof(leaves, pick as u64).unwrap(),
                naive.path(pick, 0, size),
                "{pick} in {size}"
            );
        }
    }
}

/// Sizes about the places where a tile or a level of tiles begins.
const SIZES: [usize; 15] =
    [255, 256, 257, 511, 513, 4_097, 32_768, 50_001, 65_279, 65_280, 65_535, 65_536, 65_537, 66_000, 70_000];

#[test]
fn sampled_sizes_to_70_000_are_the_naive_tree() {
    let naive = Naive::new(70_000);
    let (mut frontier, mut edge, mut shelf) = (Frontier::new(), TileEdge::new(), Shelf::default());
    let mut done = 0;
    for size in SIZES {
        for leaf in &naive.leaves[done..size] {
            frontier.append(*leaf).unwrap();
        }
        let before: BTreeSet<Tile> = shelf.tiles.keys().copied().collect();
        // From the tiles alone, as after a restart.
        edge = TileEdge::load(edge.size(), &shelf).unwrap();
        shelf.asked();
        let mut written = edge.append(&naive.leaves[done..size]).unwrap();
        written.extend(edge.partial_tiles());
        for data in &written {
            assert_eq!(data.bytes, naive.tile(data.tile), "{}", data.tile);
        }
        shelf.put(written);
        let new: BTreeSet<Tile> = shelf.tiles.keys().filter(|tile| !before.contains(tile)).copied().collect();
        assert_eq!(tiles_new(done as u64, size as u64).collect::<BTreeSet<_>>(), new, "{done} to {size}");
        assert_eq!(frontier.head(), naive.head(size));
        assert_eq!(edge.head(), naive.head(size));
        // 251 is prime, so that the picks have no pattern within tiles; and those about the edges.
        let picks =
            (0..=size).step_by(251).chain([1, 254, 255, 256, size - 1, size]).filter(|pick| *pick <= size);
        check_proofs(&naive, &shelf, size, size, picks);
        done = size;
    }
    // Proofs for smaller sizes come from the tiles of the last.
    for size in SIZES {
        check_proofs(&naive, &shelf, 70_000, size, [0, 1, 200, 255, size / 2, size - 1, size].into_iter());
    }
}

#[test]
fn the_tiles_of_any_growth_are_the_difference() {
    for (old, new) in
        [(0, 0), (0, 1), (1, 1), (255, 256), (256, 256), (255, 70_000), (300, 299), (65_536, 65_537)]
    {
        let difference: BTreeSet<Tile> = tiles_of(new).difference(&tiles_of(old)).copied().collect();
        let expected = if new < old { BTreeSet::new() } else { difference };
        let listed: Vec<Tile> = tiles_new(old, new).collect();
        assert!(listed.is_sorted(), "{old} to {new}");
        assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), expected, "{old} to {new}");
    }
}

#[test]
fn what_the_tree_does_not_have_is_refused() {
    let naive = Naive::new(10);
    let (mut edge, mut shelf) = (TileEdge::new(), Shelf::default());
    shelf.put(edge.append(&naive.leaves).unwrap());
    shelf.put(edge.partial_tiles());
    let tree = TileTree::new(10, &shelf);
    let index = RangeError::Index { index: 10, size: 10 };
    assert_eq!(inclusion_proof(&naive.leaves, 10), Err(index));
    assert!(matches!(tree.inclusion_proof(10, 10), Err(TreeError::Range(found)) if found == index));
    assert!(matches!(tree.leaf(10), Err(TreeError::Range(found)) if found == index));
    let old = RangeError::OldSize { old_size: 11, new_size: 10 };
    assert_eq!(consistency_proof(&naive.leaves, 11), Err(old));
    assert!(matches!(tree.consistency_proof(11, 10), Err(TreeError::Range(found)) if found == old));
    let size = RangeError::Size { size: 11, published: 10 };
    assert!(matches!(tree.head(11), Err(TreeError::Range(found)) if found == size));
    assert_eq!(inclusion_tiles(0, 11, 10), Err(size));
    assert_eq!(consistency_tiles(0, 11, 10), Err(size));

    let empty = Shelf::default();
    let read = TileTree::new(10, &empty).head(10);
    assert!(matches!(read, Err(TreeError::Read { source: Missing, .. })));
    assert!(matches!(TileEdge::load(10, &empty), Err(TreeError::Read { .. })));
}

#[test]
fn the_largest_sizes_are_handled() {
    let full = Frontier::from_parts(u64::MAX, vec![empty_root(); 64]).unwrap();
    let mut grown = full.clone();
    assert!(grown.append(empty_root()).is_err());
    assert_eq!(grown, full);
    assert!(Frontier::from_parts(u64::MAX, vec![empty_root(); 63]).is_err());
    assert!(inclusion_tiles(u64::MAX - 1, u64::MAX, u64::MAX).unwrap().len() < 64);
    assert!(consistency_tiles(u64::MAX - 2, u64::MAX, u64::MAX).unwrap().len() < 64);
    assert!(Tile::in_tree(TILE_LEVEL_MAX, 0, u64::MAX).is_some());
    assert!(Tile::new(TILE_LEVEL_MAX, 0, 256).is_err());
    let head = TreeHead { size: u64::MAX, root: empty_root() };
    assert!(verify_inclusion(empty_root(), u64::MAX - 1, &vec![empty_root(); 64], head).is_err());
    assert!(
        verify_consistency(TreeHead { size: u64::MAX - 1, ..head }, head, &vec![empty_root(); 65]).is_err()
    );
}
