//! No bytes make the log's parsers panic, and what is read is written again byte for byte.

use assize_tlog::{Checkpoint, EntryBundle, Hash, KeyName, Note, Origin, SignerKey, Tile, VerifierKey};

/// A signed note, or a checkpoint.
pub(crate) fn note(data: &[u8]) {
    if let Ok(note) = Note::parse(data) {
        assert_eq!(note.to_string().as_bytes(), data);
        assert!(note.verify(&[]).is_err(), "nobody's signature is no signature");
    }
    if let Ok((checkpoint, note)) = Checkpoint::parse(data) {
        assert_eq!(note.text(), checkpoint.to_string());
    }
}

fn round<T: std::str::FromStr + ToString>(text: &str) {
    if let Ok(read) = text.parse::<T>() {
        assert_eq!(read.to_string(), text);
    }
}

/// A key, a name, a hash, the path of a tile.
pub(crate) fn text(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
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

/// A tile and a bundle of entries: the first byte is their width.
pub(crate) fn tile(data: &[u8]) {
    let Some((width, data)) = data.split_first() else { return };
    let Ok(bundle) = EntryBundle::new(0, u16::from(*width) + 1) else { return };
    if let Ok(entries) = bundle.decode(data) {
        assert_eq!(bundle.encode(&entries).expect("what was decoded is encoded"), data);
    }
    if let Ok(hashes) = bundle.tile().hashes(data) {
        let again: Vec<u8> = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
        assert_eq!(again, data);
    }
}
