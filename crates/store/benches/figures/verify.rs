//! How fast a store is verified: the leaves and the tree by themselves, and the whole with replay and comparison.

use std::hint::black_box;
use std::time::Instant;

use assize_domain::kernel::entry::Entry;
use assize_store::{Against, Which, verify};
use assize_tlog::{SignerKey, TileEdge, leaf_hash};

use crate::house::full;
use crate::measure::{Aim, Broken, Watch, beside, figure, hash_rate, most};
use crate::places::Place;

/// How many audits the store has that is verified.
const AUDITS: usize = 1_000;
/// How often each is measured.
const TIMES: usize = 5;
/// What one compression of SHA-256 takes in.
const BLOCK_BYTES: f64 = 64.0;

pub(crate) async fn run() -> Result<(), Broken> {
    let place = Place::sqlite()?;
    let (store, _cast) = full(&place, AUDITS).await?;
    let signer = SignerKey::from_seed("example.com/bench".parse()?, &[7; 32])?;
    let start = Instant::now();
    store.publish(&signer).await?.ok_or("nothing was published")?;
    println!("published in {:.1} s", start.elapsed().as_secs_f64());
    let mut all: Vec<Entry> = Vec::new();
    while let Some(last) = all.last().map(|entry| entry.seq).or(Some(0)) {
        let page = store.entries(Which::All, last, 10_000).await?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            all.push(entry.map_err(|(_, corrupt)| corrupt)?.entry);
        }
    }
    store.close().await;
    leaves(&all)?;
    let count = all.len();
    drop(all);
    whole(&place, &signer, count).await
}

/// Commitments to every field, leaves, and the tree with its tiles: so many a second of one core.
fn leaves(all: &[Entry]) -> Result<(), Broken> {
    let (mut rates, mut hashes) = (Vec::new(), Vec::new());
    for _time in 0..TIMES {
        hashes.push(hash_rate());
        let watch = Watch::start();
        let mut edge = TileEdge::new();
        for entry in all {
            edge.append(&[leaf_hash(&entry.leaf())])?;
        }
        black_box(edge.head());
        rates.push(all.len() as f64 / watch.stop().cpu);
    }
    figure(
        &format!("leaves and tree of {} entries", all.len()),
        "entries/s",
        &rates,
        Aim::AtLeast(500_000.0),
    );
    // What must be hashed whatever one does: the fields, the leaf, and one node of the tree.
    let bytes: usize = all.iter().map(|entry| entry.leaf().len()).sum();
    println!("    a leaf has {} bytes and {} fields on the average", bytes / all.len(), fields(all));
    beside(
        "entries to each block of SHA-256 that a core can hash",
        most(&rates) / (most(&hashes) / BLOCK_BYTES),
    );
    Ok(())
}

fn fields(all: &[Entry]) -> usize {
    all.iter().map(|entry| entry.fields.len()).sum::<usize>() / all.len()
}

async fn whole(place: &Place, signer: &SignerKey, count: usize) -> Result<(), Broken> {
    let against = Against { key: Some(signer.verifier_key().clone()), ..Against::default() };
    let (mut rates, mut cpus) = (Vec::new(), Vec::new());
    for _time in 0..3 {
        let watch = Watch::start();
        let verdict = verify(&place.addresses, &against, |_, _| ()).await?;
        let cost = watch.stop();
        if !verdict.is_ok() {
            return Err(format!("it does not verify: {:?}", verdict.problems.first()).into());
        }
        rates.push(count as f64 / cost.wall);
        cpus.push(cost.cpu * 1e6 / count as f64);
    }
    figure("verify: replay and comparison, and all else", "entries/s", &rates, Aim::AtLeast(50_000.0));
    figure("processor time of an entry", "µs", &cpus, Aim::Low);
    Ok(())
}
