//! Taking evidence in: as fast as the disk and SHA-256 allow, in little memory.

use std::path::Path;

use bytes::Bytes;
use futures::stream;

use crate::measure::{Aim, Broken, Watch, beside, figure, forget_peak, hash_rate, memory, most, write_rate};
use crate::places::Place;

/// The length of the file that is taken in.
const FILE_BYTES: u64 = 512 * 1024 * 1024;
/// What a connection gives at a time.
const CHUNK_BYTES: usize = 64 * 1024;
/// How often it is taken in.
const TIMES: usize = 5;
const MIB: f64 = 1024.0 * 1024.0;

pub(crate) async fn run() -> Result<(), Broken> {
    let place = Place::sqlite()?;
    let store = place.make().await?;
    let (mut rates, mut peaks, mut disks, mut hashes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // What the allocator keeps from one file to the next counts as much as what the first one took.
    let before = memory("VmRSS")?;
    for time in 0..TIMES {
        hashes.push(hash_rate());
        disks.push(write_rate(Path::new(env!("CARGO_TARGET_TMPDIR")), FILE_BYTES)?);
        forget_peak()?;
        // Each file is another: the first byte of each part of it says which.
        let chunk = Bytes::from(vec![u8::try_from(time)?; CHUNK_BYTES]);
        let parts = FILE_BYTES / CHUNK_BYTES as u64;
        let stream = stream::iter((0..parts).map(move |_part| Ok(chunk.clone())));
        let watch = Watch::start();
        let stored = store.blobs().put_stream(stream, FILE_BYTES).await?;
        rates.push(stored.bytes as f64 / watch.stop().wall / MIB);
        peaks.push(memory("VmHWM")?.saturating_sub(before) as f64 / MIB);
        store.blobs().remove(&stored.sha256).await?;
    }
    store.close().await;
    let (disk, hash) = (most(&disks) / MIB, most(&hashes) / MIB);
    println!("    the disk writes {disk:.0} MiB/s, a core hashes {hash:.0} MiB/s");
    figure("evidence taken in", "MiB/s", &rates, Aim::AtLeast(disk.min(hash) * 0.75));
    beside("of the slower of disk and SHA-256", most(&rates) / disk.min(hash));
    figure("memory for it", "MiB", &peaks, Aim::Under(32.0));
    Ok(())
}
