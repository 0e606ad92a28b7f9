//! No input makes the crate panic, and what is read is written again byte for byte.

use assize_tlog::{
    Checkpoint, EntryBundle, Frontier, Hash, KeyName, Note, Origin, SignerKey, Tile, TreeHead, VerifierKey,
    consistency_tiles, inclusion_tiles, tiles_new, verify_consistency, verify_inclusion,
};
use proptest::prelude::*;

fn hashes() -> impl Strategy<Value = Vec<Hash>> {
    prop::collection::vec(any::<[u8; 32]>().prop_map(Hash::from_bytes), 0..80)
}

/// Numbers of all magnitudes.
fn number() -> impl Strategy<Value = u64> {
    (any::<u64>(), 0..64_u32).prop_map(|(number, shift)| number >> shift)
}

/// Texts that are almost what is expected.
fn note_like() -> impl Strategy<Value = String> {
    "(([a-z0-9/+=.]{0,50}|\u{2014}|\u{2014} [a-z+]{1,5} [A-Za-z0-9+/]{4,12}={0,2}|[0-9]{1,22}|[A-Za-z0-9]{43}=)\n){0,9}"
}

fn key_like() -> impl Strategy<Value = String> {
    "(PRIVATE\\+KEY\\+)?[a-zé \n]{0,9}\\+[0-9a-fA-F]{7,9}\\+(A[A-Z][A-Za-z0-9+/=]{42}|[A-Za-z0-9+/=]{0,60})"
}

fn path_like() -> impl Strategy<Value = String> {
    "tile/(entries|[0-9]{1,3})(/x[0-9]{3}){0,8}/[0-9]{3}(\\.p/[0-9]{1,5})?"
}

fn note(bytes: &[u8]) {
    if let Ok(note) = Note::parse(bytes) {
        assert_eq!(note.to_string().as_bytes(), bytes);
        let _unverified = note.verify(&[]);
    }
    if let Ok((checkpoint, note)) = Checkpoint::parse(bytes) {
        assert_eq!(note.text(), checkpoint.to_string());
    }
}

fn text(text: &str) {
    fn round<T: std::str::FromStr + ToString>(text: &str) {
        if let Ok(read) = text.parse::<T>() {
            assert_eq!(read.to_string(), text);
        }
    }
    round::<KeyName>(text);
    round::<Origin>(text);
    round::<VerifierKey>(text);
    round::<Tile>(text);
    round::<EntryBundle>(text);
    round::<Hash>(text);
    if let Ok(key) = text.parse::<SignerKey>() {
        assert_eq!(key.to_secret_text().as_str(), text);
    }
    if let Ok(hash) = Hash::from_base64(text) {
        assert_eq!(hash.to_base64(), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), width in 1_u16..=256, index in number()) {
        note(&bytes);
        text(&String::from_utf8_lossy(&bytes));
        if let Ok(bundle) = EntryBundle::new(index, width) {
            if let Ok(entries) = bundle.decode(&bytes) {
                prop_assert_eq!(bundle.encode(&entries).unwrap(), bytes.clone());
            }
            let _wrong_length = bundle.tile().hashes(&bytes);
        }
    }

    #[test]
    fn almost_notes(almost in note_like(), any in any::<String>()) {
        note(almost.as_bytes());
        note(format!("{almost}\n\u{2014} {any} AAAAAAAA\n").as_bytes());
        note(format!("{any}\n\n\u{2014} a AAAAAAAA\n").as_bytes());
        note(format!("{almost}\n\u{2014} a AAAAAAAA\n").as_bytes());
    }

    #[test]
    fn almost_keys_and_paths(key in key_like(), path in path_like(), any in any::<String>()) {
        text(&key);
        text(&path);
        text(&any);
    }

    #[test]
    fn any_tile(level in 0..=9_u8, index in number(), width in 0..=300_u16) {
        if let Ok(tile) = Tile::new(level, index, width) {
            text(&tile.to_string());
            prop_assert_eq!(tile.to_string().parse::<Tile>().unwrap(), tile);
            if let Some(bundle) = EntryBundle::of(tile) {
                prop_assert_eq!(bundle.to_string().parse::<EntryBundle>().unwrap(), bundle);
            }
        }
    }

    #[test]
    fn any_proof(
        leaf: [u8; 32], root: [u8; 32], path in hashes(), index in number(), old_size in number(), size in number(),
    ) {
        let (leaf, head) = (Hash::from_bytes(leaf), TreeHead { size, root: Hash::from_bytes(root) });
        prop_assert!(verify_inclusion(leaf, index, &path, head).is_err());
        let old = TreeHead { size: old_size, root: leaf };
        prop_assert!(old_size == 0 || verify_consistency(old, head, &path).is_err());
        let _refused = Frontier::from_parts(size, path);
        prop_assert_eq!(inclusion_tiles(index, size, size).is_ok(), index < size);
        prop_assert_eq!(consistency_tiles(old_size, size, size).is_ok(), old_size <= size);
        prop_assert!(tiles_new(old_size, size).take(1_000).is_sorted());
    }

    #[test]
    fn any_frontier(size in number(), hash: [u8; 32], appended in hashes()) {
        let hashes = vec![Hash::from_bytes(hash); size.count_ones() as usize];
        let mut frontier = Frontier::from_parts(size, hashes).unwrap();
        for leaf in appended {
            let before = frontier.size();
            match frontier.append(leaf) {
                Ok(index) => prop_assert_eq!((index, frontier.size()), (before, before + 1)),
                Err(_full) => prop_assert_eq!(before, u64::MAX),
            }
            prop_assert_eq!(frontier.hashes().len(), frontier.size().count_ones() as usize);
        }
        let _root = frontier.root();
    }

    #[test]
    fn any_signed_note(line in "[^\u{0}-\u{1f}]{0,60}", lines in 1..5_usize, name in any::<String>(), seed: [u8; 32]) {
        let Ok(name) = name.parse::<KeyName>() else { return Ok(()) };
        let signer = SignerKey::from_seed(name, &seed).unwrap();
        let note = Note::sign(format!("{line}\n").repeat(lines), &[&signer]).unwrap();
        let read = Note::parse(note.to_string().as_bytes()).unwrap();
        prop_assert_eq!(&read, &note);
        prop_assert!(read.verify(&[signer.verifier_key().clone()]).is_ok());
    }
}
