//! The fuzz targets of the log, on seeds and on what comes of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

#[path = "../../../fuzz/targets/mutate.rs"]
mod mutate;
#[path = "../../../fuzz/targets/tlog.rs"]
mod targets;

use assize_tlog::{Checkpoint, EntryBundle, Hash, SignerKey, TreeHead};

const WORDS: [&str; 9] =
    ["\u{2014} ", "\n\n", "+", "PRIVATE+KEY+", "tile/", "x000/", ".p/", "18446744073709551615", "="];

fn signer() -> SignerKey {
    SignerKey::from_seed("example.com/log".parse().unwrap(), &[7; 32]).unwrap()
}

#[test]
fn notes_and_checkpoints() {
    let checkpoint = |size| {
        let head = TreeHead { size, root: Hash::from_bytes([9; 32]) };
        let checkpoint = Checkpoint::new("example.com/log".parse().unwrap(), head);
        checkpoint.sign(&[&signer()]).unwrap().to_string().into_bytes()
    };
    let seeds = vec![
        checkpoint(1),
        checkpoint(u64::MAX),
        "a\n\n\u{2014} a AAAAAAAA\n".as_bytes().to_vec(),
        b"".to_vec(),
    ];
    mutate::run(&seeds, &WORDS, 20_000, targets::note);
}

#[test]
fn keys_names_hashes_and_paths() {
    let seeds = [
        signer().verifier_key().to_string(),
        signer().to_secret_text().as_str().to_owned(),
        "tile/0/x001/x234/067.p/255".to_owned(),
        "tile/entries/000".to_owned(),
        Hash::from_bytes([1; 32]).to_string(),
        Hash::from_bytes([1; 32]).to_base64(),
        "example.com/log".to_owned(),
    ];
    let seeds: Vec<Vec<u8>> = seeds.into_iter().map(String::into_bytes).collect();
    mutate::run(&seeds, &WORDS, 20_000, targets::text);
}

#[test]
fn tiles_and_bundles() {
    let leaves: Vec<Vec<u8>> = (0..3_u8).map(|n| vec![n; 40]).collect();
    let bundle = EntryBundle::new(0, 3).unwrap().encode(&leaves).unwrap();
    let seeds = vec![[&[2], &bundle[..]].concat(), [&[2], &[5; 96][..]].concat(), vec![255]];
    mutate::run(&seeds, &[], 20_000, targets::tile);
}
