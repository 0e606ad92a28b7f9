//! The fuzz target of dossiers, on one and on what comes of it: as it is, and part by part in an archive that is sound.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;
#[path = "../../../fuzz/targets/mutate.rs"]
mod mutate;
#[path = "../../../fuzz/targets/store.rs"]
mod targets;

use std::io::{Cursor, Read as _, Write as _};

use assize_store::{Seal, Withhold};
use common::{Base, give, signer, story};

const WORDS: [&str; 10] = [
    "null",
    "-1",
    "18446744073709551615",
    "[]",
    "{}",
    "\"x\":\"erased\"",
    "\"seq\":1",
    ",",
    "\n",
    "00000000",
];

async fn dossier() -> Vec<u8> {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = story(&store).await;
    let id = stood.evidence.id.to_string();
    let seen = serde_json::json!({ "evidence": id, "what": "received", "remark": "in person" });
    give(&store, Some(stood.manager), "evidence.record_custody", seen).await;
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap();
    let mut out = Cursor::new(Vec::new());
    let audit = stood.audit.id.to_string().parse().unwrap();
    store.export_audit(audit, Seal::Signed(&signer), &Withhold::default(), &mut out).await.unwrap();
    out.into_inner()
}

fn parts(dossier: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(dossier)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn dossiers() {
    let dossier = dossier().await;
    mutate::run(std::slice::from_ref(&dossier), &[], 1_000, targets::dossier);
    let parts = parts(&dossier);
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (changed, (_, seed)) in parts.iter().enumerate() {
        mutate::run(std::slice::from_ref(seed), &WORDS, 100, |input| {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for (at, (name, bytes)) in parts.iter().enumerate() {
                zip.start_file(name, stored).unwrap();
                zip.write_all(if at == changed { input } else { bytes }).unwrap();
            }
            targets::dossier(&zip.finish().unwrap().into_inner());
        });
    }
}
