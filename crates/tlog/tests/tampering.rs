//! Whatever is changed in a proof, a tile, a note, a checkpoint or a key, it is refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use assize_tlog::{
    Checkpoint, EntryBundle, Frontier, Hash, Note, Origin, SignerKey, Tile, TileEdge, TileReader, TileTree,
    TreeHead, VerifierKey, consistency_proof, inclusion_proof, leaf_hash, verify_consistency,
    verify_inclusion,
};
use proptest::prelude::*;
use proptest::sample::Index;

const SIZE: usize = 66_000;

static LEAVES: LazyLock<Vec<Hash>> =
    LazyLock::new(|| (0..SIZE).map(|at| leaf_hash(&at.to_be_bytes())).collect());
static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let mut edge = TileEdge::new();
    let tiles = edge.append(&LEAVES).unwrap().into_iter().chain(edge.partial_tiles());
    Shelf(tiles.map(|data| (data.tile, data.bytes)).collect())
});
static HEAD: LazyLock<TreeHead> = LazyLock::new(|| head(SIZE));

#[derive(Clone)]
struct Shelf(BTreeMap<Tile, Vec<u8>>);

#[derive(Debug, thiserror::Error)]
#[error("no such tile")]
struct Missing;

impl TileReader for Shelf {
    type Error = Missing;

    fn tile(&self, tile: Tile) -> Result<Vec<u8>, Missing> {
        self.0.get(&tile).cloned().ok_or(Missing)
    }
}

fn head(size: usize) -> TreeHead {
    let mut frontier = Frontier::new();
    for leaf in &LEAVES[..size] {
        frontier.append(*leaf).unwrap();
    }
    frontier.head()
}

/// One thing done to a list.
#[derive(Clone, Debug)]
enum Edit {
    Flip(Index, u8),
    Remove(Index),
    Repeat(Index),
    Swap(Index, Index),
    Insert(Index, [u8; 32]),
    Cut(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, bit)| Edit::Flip(at, bit)),
        any::<Index>().prop_map(Edit::Remove),
        any::<Index>().prop_map(Edit::Repeat),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Edit::Swap(a, b)),
        (any::<Index>(), any::<[u8; 32]>()).prop_map(|(at, hash)| Edit::Insert(at, hash)),
        any::<Index>().prop_map(Edit::Cut),
    ]
}

fn flipped(hash: &Hash, bit: u8) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[usize::from(bit / 8)] ^= 1 << (bit % 8);
    Hash::from_bytes(bytes)
}

/// The list after the edit; nothing if that changes nothing.
fn edited<T: Clone + PartialEq>(
    list: &[T],
    edit: &Edit,
    flip: impl Fn(&T, u8) -> T,
    make: impl Fn([u8; 32]) -> T,
) -> Option<Vec<T>> {
    let mut new = list.to_vec();
    if let Edit::Insert(at, value) = edit {
        new.insert(at.index(list.len() + 1), make(*value));
        return Some(new);
    }
    if list.is_empty() {
        return None;
    }
    let place = |at: &Index| at.index(list.len());
    match edit {
        Edit::Flip(at, bit) => new[place(at)] = flip(&list[place(at)], *bit),
        Edit::Remove(at) => drop(new.remove(place(at))),
        Edit::Repeat(at) => new.insert(place(at), list[place(at)].clone()),
        Edit::Swap(a, b) => new.swap(place(a), place(b)),
        Edit::Cut(at) => new.truncate(place(at)),
        Edit::Insert(..) => {}
    }
    (new != list).then_some(new)
}

fn edited_path(path: &[Hash], edit: &Edit) -> Option<Vec<Hash>> {
    edited(path, edit, flipped, Hash::from_bytes)
}

fn edited_bytes(bytes: &[u8], edit: &Edit) -> Option<Vec<u8>> {
    edited(bytes, edit, |byte, bit| byte ^ (1 << (bit % 8)), |value| value[0])
}

fn signer() -> SignerKey {
    SignerKey::from_seed("example.com/log".parse().unwrap(), &[5; 32]).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn an_inclusion_proof(size in 1_usize..600, at in any::<Index>(), other in any::<Index>(), edit in edit(), bit: u8) {
        let (index, other) = (at.index(size), other.index(size));
        let (leaf, head) = (LEAVES[index], head(size));
        let path = inclusion_proof(&LEAVES[..size], index as u64).unwrap();
        prop_assert_eq!(verify_inclusion(leaf, index as u64, &path, head), Ok(()));
        if let Some(path) = edited_path(&path, &edit) {
            prop_assert!(verify_inclusion(leaf, index as u64, &path, head).is_err());
        }
        if other != index {
            prop_assert!(verify_inclusion(leaf, other as u64, &path, head).is_err());
            prop_assert!(verify_inclusion(LEAVES[other], index as u64, &path, head).is_err());
        }
        prop_assert!(verify_inclusion(leaf, size as u64, &path, head).is_err());
        prop_assert!(verify_inclusion(flipped(&leaf, bit), index as u64, &path, head).is_err());
        let changed = TreeHead { root: flipped(&head.root, bit), ..head };
        prop_assert!(verify_inclusion(leaf, index as u64, &path, changed).is_err());
    }

    #[test]
    fn a_consistency_proof(size in 1_usize..600, at in any::<Index>(), edit in edit(), bit: u8) {
        let old_size = at.index(size + 1);
        let (old, new) = (head(old_size), head(size));
        let path = consistency_proof(&LEAVES[..size], old_size as u64).unwrap();
        prop_assert_eq!(verify_consistency(old, new, &path), Ok(()));
        if let Some(path) = edited_path(&path, &edit) {
            prop_assert!(verify_consistency(old, new, &path).is_err());
        }
        let changed = TreeHead { root: flipped(&old.root, bit), ..old };
        prop_assert!(verify_consistency(changed, new, &path).is_err());
        if old_size != size {
            prop_assert!(verify_consistency(new, old, &path).is_err());
        }
        // Every tree follows the empty one, so there the new root is not proved.
        if old_size > 0 {
            let changed = TreeHead { root: flipped(&new.root, bit), ..new };
            prop_assert!(verify_consistency(old, changed, &path).is_err());
        }
    }

    /// An entry that was changed after an older checkpoint: no proof connects the trees.
    #[test]
    fn a_rewritten_history(size in 2_usize..300, old in any::<Index>(), at in any::<Index>()) {
        let old_size = 1 + old.index(size - 1);
        let mut leaves = LEAVES[..size].to_vec();
        leaves[at.index(old_size)] = leaf_hash(b"rewritten");
        let mut frontier = Frontier::new();
        for leaf in &leaves {
            frontier.append(*leaf).unwrap();
        }
        let path = consistency_proof(&leaves, old_size as u64).unwrap();
        prop_assert!(verify_consistency(head(old_size), frontier.head(), &path).is_err());
    }
}

/// A log that signs one root for two sizes: there is no proof, and an empty one is none.
#[test]
fn one_root_for_two_sizes() {
    for (old, new) in [(1, 2), (2, 3), (2, 4), (3, 4), (4, 7), (6, 8), (256, 300)] {
        let root = LEAVES[0];
        let heads = [TreeHead { size: old, root }, TreeHead { size: new, root }];
        for path in [&[][..], &[root], &[root, root]] {
            assert!(verify_consistency(heads[0], heads[1], path).is_err(), "{old} to {new}");
        }
    }
    // Nor does a proof hold for a size that needs a longer one.
    let whole = head(8);
    let cut = consistency_proof(&LEAVES[..8], 4).unwrap();
    assert_eq!(verify_consistency(head(4), whole, &cut), Ok(()));
    assert!(verify_consistency(head(4), TreeHead { size: 16, ..whole }, &cut).is_err());
    assert!(verify_inclusion(LEAVES[0], 0, &[], TreeHead { size: 2, root: LEAVES[0] }).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Each hash of a tile is part of the proofs of its neighbours; those of the right edge are part of the root.
    #[test]
    fn a_tile(pick in any::<Index>(), at in any::<Index>(), neighbour in any::<Index>(), bit: u8, edit in edit()) {
        let (tile, bytes) = SHELF.0.iter().nth(pick.index(SHELF.0.len())).unwrap();
        let width = usize::from(tile.width());
        let position = at.index(width);
        let mut changed = SHELF.clone();
        changed.0.get_mut(tile).unwrap()[position * 32 + usize::from(bit / 8)] ^= 1 << (bit % 8);

        if tile.is_partial() {
            let edge = TileEdge::load(SIZE as u64, &changed).unwrap();
            prop_assert_ne!(edge.head(), *HEAD);
        }
        let tree = TileTree::new(SIZE as u64, &changed);
        let span = 256_usize.pow(tile.level().into());
        let first = tile.index() as usize * 256 * span;
        let neighbour = neighbour.index(width);
        // At level 0 a leaf is itself in the tile; above, a leaf's own subtree is not part of its proof.
        if tile.level() == 0 || neighbour != position {
            let index = (first + neighbour * span) as u64;
            let proof = tree.inclusion_proof(index, SIZE as u64).unwrap();
            prop_assert!(verify_inclusion(tree.leaf(index).unwrap(), index, &proof, *HEAD).is_err());
        }

        if let Some(edited) = edited_bytes(bytes, &edit) {
            match tile.hashes(&edited) {
                Err(_length) => prop_assert_ne!(edited.len(), bytes.len()),
                Ok(hashes) => prop_assert!(hashes.len() == width && hashes != tile.hashes(bytes).unwrap()),
            }
        }
        // Whole hashes too few or too many.
        prop_assert!(tile.hashes(&bytes[32..]).is_err());
        prop_assert!(tile.hashes(&[bytes, [0; 32].as_slice()].concat()).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// A bundle's entries are those of its tile or they are not; nothing else is read from changed bytes.
    #[test]
    fn a_bundle(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..20), edit in edit()) {
        let bundle = EntryBundle::new(0, entries.len() as u16).unwrap();
        let bytes = bundle.encode(&entries).unwrap();
        prop_assert_eq!(bundle.decode(&bytes).unwrap(), entries.iter().map(Vec::as_slice).collect::<Vec<_>>());
        if let Some(edited) = edited_bytes(&bytes, &edit)
            && let Ok(decoded) = bundle.decode(&edited)
        {
            let hashes = |entries: &[&[u8]]| entries.iter().map(|entry| leaf_hash(entry)).collect::<Vec<_>>();
            let ours: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
            prop_assert_ne!(hashes(&decoded), hashes(&ours));
        }
    }

    #[test]
    fn a_note(text in "[a-zé\u{2014}\\n ]{0,40}\n", edit in edit()) {
        let signer = signer();
        let note = Note::sign(text.clone(), &[&signer]).unwrap().to_string();
        let keys = [signer.verifier_key().clone()];
        prop_assert_eq!(Note::parse(note.as_bytes()).unwrap().verify(&keys).unwrap().text, text);
        if let Some(edited) = edited_bytes(note.as_bytes(), &edit) {
            let verified = Note::parse(&edited).and_then(|note| note.verify(&keys));
            prop_assert!(verified.is_err(), "{:?}", String::from_utf8_lossy(&edited));
        }
    }

    #[test]
    fn a_checkpoint(size: u64, root: [u8; 32], edit in edit()) {
        let (signer, origin) = (signer(), "example.com/log".parse::<Origin>().unwrap());
        let head = TreeHead { size, root: Hash::from_bytes(root) };
        let note = Checkpoint::new(origin.clone(), head).sign(&[&signer]).unwrap().to_string();
        let keys = [signer.verifier_key().clone()];
        prop_assert_eq!(Checkpoint::open(note.as_bytes(), &origin, &keys).unwrap().checkpoint.head(), head);
        if let Some(edited) = edited_bytes(note.as_bytes(), &edit) {
            let opened = Checkpoint::open(&edited, &origin, &keys);
            prop_assert!(opened.is_err(), "{:?}", String::from_utf8_lossy(&edited));
        }
    }

    #[test]
    fn a_key(seed: [u8; 32], name in "[a-z./]{1,20}", edit in edit()) {
        let signer = SignerKey::from_seed(name.parse().unwrap(), &seed).unwrap();
        let public = signer.verifier_key().to_string();
        prop_assert_eq!(&public.parse::<VerifierKey>().unwrap(), signer.verifier_key());
        if let Some(Ok(edited)) = edited_bytes(public.as_bytes(), &edit).map(String::from_utf8) {
            prop_assert!(edited.parse::<VerifierKey>().is_err(), "{}", edited);
        }
        let secret = signer.to_secret_text();
        if let Some(Ok(edited)) = edited_bytes(secret.as_bytes(), &edit).map(String::from_utf8) {
            prop_assert!(edited.parse::<SignerKey>().is_err(), "{}", edited);
        }
    }
}
