//! Values that others published: roots and proofs of RFC 6962 trees, and notes and keys of other implementations.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

use assize_tlog::{
    Checkpoint, EntryBundle, Frontier, Hash, Note, NoteError, SignerKey, Tile, TreeHead, VerifierKey,
    consistency_proof, empty_root, inclusion_proof, leaf_hash, root, verify_consistency, verify_inclusion,
};

/// The entries of the Certificate Transparency reference tree, in hexadecimal.
const ENTRIES: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

/// Its roots, from no entry to eight.
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const LEAF_0: &str = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
const LEAF_1: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const LEAF_4: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const NODE_0_1: &str = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
const NODE_2_3: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const NODE_0_3: &str = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
const NODE_4_5: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const NODE_6_7: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const NODE_4_7: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

fn leaves() -> Vec<Hash> {
    ENTRIES.iter().map(|entry| leaf_hash(&unhex(entry))).collect()
}

fn head(size: usize) -> TreeHead {
    TreeHead { size: size as u64, root: hash(ROOTS[size]) }
}

fn hash(text: &str) -> Hash {
    text.parse().unwrap()
}

fn hashes(texts: &[&str]) -> Vec<Hash> {
    texts.iter().map(|text| hash(text)).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn the_roots_are_the_published_ones() {
    let mut frontier = Frontier::new();
    assert_eq!(frontier.head(), head(0));
    assert_eq!(empty_root(), hash(ROOTS[0]));
    for (size, leaf) in (1..).zip(leaves()) {
        frontier.append(leaf).unwrap();
        assert_eq!(frontier.head(), head(size));
        assert_eq!(root(&leaves()[..size]), hash(ROOTS[size]));
    }
}

#[test]
fn the_audit_paths_are_the_published_ones() {
    let cases: [(u64, usize, &[&str]); 5] = [
        (0, 1, &[]),
        (0, 8, &[LEAF_1, NODE_2_3, NODE_4_7]),
        (5, 8, &[LEAF_4, NODE_6_7, NODE_0_3]),
        (2, 3, &[NODE_0_1]),
        (1, 5, &[LEAF_0, NODE_2_3, LEAF_4]),
    ];
    for (index, size, path) in cases {
        assert_eq!(
            inclusion_proof(&leaves()[..size], index).unwrap(),
            hashes(path),
            "leaf {index} of {size}"
        );
        verify_inclusion(leaves()[index as usize], index, &hashes(path), head(size)).unwrap();
    }
}

#[test]
fn the_consistency_proofs_are_the_published_ones() {
    let cases: [(usize, usize, &[&str]); 4] = [
        (1, 1, &[]),
        (1, 8, &[LEAF_1, NODE_2_3, NODE_4_7]),
        (6, 8, &[NODE_4_5, NODE_6_7, NODE_0_3]),
        (2, 5, &[NODE_2_3, LEAF_4]),
    ];
    for (old, new, path) in cases {
        let made = consistency_proof(&leaves()[..new], old as u64).unwrap();
        assert_eq!(made, hashes(path), "from {old} to {new}");
        verify_consistency(head(old), head(new), &made).unwrap();
    }
}

/// A key pair and a note from the tests of the Go module `golang.org/x/mod/sumdb/note`.
const GO_VERIFIER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_SIGNER: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const GO_TEXT: &str =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_SIGNATURE: &str = "\u{2014} PeterNeumann \
    x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

#[test]
fn a_note_that_go_signed_is_verified_and_signed_the_same() {
    let bytes = format!("{GO_TEXT}\n{GO_SIGNATURE}");
    let verifier: VerifierKey = GO_VERIFIER.parse().unwrap();
    let verified = Note::parse(bytes.as_bytes()).unwrap().verify(std::slice::from_ref(&verifier)).unwrap();
    assert_eq!(verified.text, GO_TEXT);

    let signer: SignerKey = GO_SIGNER.parse().unwrap();
    assert_eq!(*signer.verifier_key(), verifier);
    assert_eq!(signer.to_secret_text().as_str(), GO_SIGNER);
    assert_eq!(Note::sign(GO_TEXT, &[&signer]).unwrap().to_string(), bytes);
}

#[test]
fn the_key_of_the_go_checksum_database_is_read() {
    let text = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    let key: VerifierKey = text.parse().unwrap();
    assert_eq!(key.to_string(), text);
    assert_eq!(key.name().as_str(), "sum.golang.org");
    assert_eq!(key.id().to_string(), "033de0ae");
}

/// The example of C2SP tlog-checkpoint, whose key is not published.
const C2SP_CHECKPOINT: &str = "example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

\u{2014} example.com/behind-the-sofa \
    Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
";

#[test]
fn the_checkpoint_of_the_specification_is_read() {
    let (checkpoint, note) = Checkpoint::parse(C2SP_CHECKPOINT.as_bytes()).unwrap();
    assert_eq!(checkpoint.origin().as_str(), "example.com/behind-the-sofa");
    assert_eq!(checkpoint.head().size, 20_852_163);
    assert_eq!(checkpoint.head().root.to_base64(), "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    assert_eq!(note.to_string(), C2SP_CHECKPOINT);
    assert_eq!(note.signatures().len(), 1);
    let stranger: VerifierKey = GO_VERIFIER.parse().unwrap();
    assert_eq!(note.verify(&[stranger]), Err(NoteError::Unsigned));
}

/// Paths that C2SP tlog-tiles gives.
#[test]
fn the_paths_of_the_specification_are_read() {
    let tile: Tile = "tile/0/x001/x234/067".parse().unwrap();
    assert_eq!((tile.level(), tile.index(), tile.width()), (0, 1_234_067, 256));
    let tile = Tile::in_tree(1, 0, 70_000).unwrap();
    let partial = Tile::in_tree(1, 1, 70_000).unwrap();
    assert_eq!([tile.to_string(), partial.to_string()], ["tile/1/000", "tile/1/001.p/17"]);
    assert_eq!(Tile::in_tree(0, 273, 70_000).unwrap().to_string(), "tile/0/273.p/112");
    assert_eq!(Tile::in_tree(2, 0, 70_000).unwrap().to_string(), "tile/2/000.p/1");
    let bundle: EntryBundle = "tile/entries/x001/x234/067".parse().unwrap();
    assert_eq!(bundle.tile().index(), 1_234_067);
}

/// What this crate signs today must verify for ever.
#[test]
fn a_checkpoint_is_signed_as_it_always_was() {
    let signer = SignerKey::from_seed("example.com/log".parse().unwrap(), &[7; 32]).unwrap();
    let note = Checkpoint::new("example.com/log".parse().unwrap(), head(8)).sign(&[&signer]).unwrap();
    assert_eq!(signer.verifier_key().to_string(), GOLDEN_KEY);
    assert_eq!(note.to_string(), GOLDEN_CHECKPOINT);
}

const GOLDEN_KEY: &str = "example.com/log+702f3c70+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";
const GOLDEN_CHECKPOINT: &str = "example.com/log
8
XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

\u{2014} example.com/log \
    cC88cKVY3G4xWFuDF/jreM1GINjrj6hgFtenw+FkyRG18SMYLKJmjKGwTaiy1oJEcMTYxJwrIxK0dpvvGKCN0tlViww=
";
