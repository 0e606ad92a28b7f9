//! Clocks, the machine's own rates, and figures as they are printed.
//!
//! A figure stands beside what the project aims at and beside a rate of the machine taken in the same run, because a
//! shared machine is not the same machine twice. No figure fails a run; only a broken benchmark does.

use std::hint::black_box;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use sha2::{Digest as _, Sha256};

/// Whatever breaks a benchmark.
pub(crate) type Broken = Box<dyn std::error::Error + Send + Sync>;

/// Whether this is a benchmark's run. A run of the tests starts benchmarks too; there is nothing to measure then.
pub(crate) fn is_asked() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// The processor time that this process has used so far, in user and kernel mode together, by all its threads.
pub(crate) fn cpu() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

/// What a piece of work cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds of processor time.
    pub(crate) cpu: f64,
}

/// A stopwatch for both clocks.
#[derive(Debug)]
pub(crate) struct Watch {
    wall: Instant,
    cpu: Duration,
}

impl Watch {
    pub(crate) fn start() -> Self {
        Self { cpu: cpu(), wall: Instant::now() }
    }

    pub(crate) fn stop(&self) -> Cost {
        let wall = self.wall.elapsed().as_secs_f64();
        Cost { wall, cpu: cpu().saturating_sub(self.cpu).as_secs_f64() }
    }
}

/// Which way a figure is better, and what it is to be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Aim {
    /// Under this.
    Under(f64),
    /// At least this.
    AtLeast(f64),
    /// Low; no limit is named.
    Low,
    /// High; no limit is named.
    High,
}

/// Prints what `rounds` came to: the best, the median, the aim, and what part of the aim the best is.
pub(crate) fn figure(what: &str, unit: &str, rounds: &[f64], aim: Aim) {
    let mut sorted = rounds.to_vec();
    sorted.sort_by(f64::total_cmp);
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN);
    let (least, most) = (sorted.first().copied(), sorted.last().copied());
    let best = if matches!(aim, Aim::AtLeast(_) | Aim::High) { most } else { least }.unwrap_or(f64::NAN);
    let said = match aim {
        Aim::Under(limit) => format!("aim under {} {unit}, {:.2} of it", rounded(limit), best / limit),
        Aim::AtLeast(limit) => format!("aim at least {} {unit}, {:.2} of it", rounded(limit), best / limit),
        Aim::Low | Aim::High => String::new(),
    };
    println!("{what:<74} best {:>10}  median {:>10} {unit:<12} {said}", rounded(best), rounded(median));
}

/// Prints how a figure stands to a rate of the machine.
pub(crate) fn beside(what: &str, ratio: f64) {
    println!("    {ratio:>10.2}  {what}");
}

fn rounded(value: f64) -> String {
    if value.abs() >= 1_000.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

/// The best of several.
pub(crate) fn most(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// Durable writes a second of the disk under `folder`: 4 KiB each, one after the other in a file that has its length
/// already, as SQLite writes its log, each followed by `fdatasync`.
pub(crate) fn sync_rate(folder: &Path) -> Result<f64, Broken> {
    const PAGE_BYTES: usize = 4_096;
    const PAGES: u64 = 256;
    const SYNCS: u32 = 200;
    let mut file = tempfile::tempfile_in(folder)?;
    file.set_len(PAGES * PAGE_BYTES as u64)?;
    let page = [7; PAGE_BYTES];
    for _page in 0..PAGES {
        file.write_all(&page)?;
    }
    file.sync_all()?;
    file.seek(SeekFrom::Start(0))?;
    let start = Instant::now();
    for sync in 0..SYNCS {
        if u64::from(sync) % PAGES == 0 {
            file.seek(SeekFrom::Start(0))?;
        }
        file.write_all(&page)?;
        file.sync_data()?;
    }
    Ok(f64::from(SYNCS) / start.elapsed().as_secs_f64())
}

/// Bytes a second that the disk under `folder` takes: a file of `bytes`, written in parts of 1 MiB, then synced.
pub(crate) fn write_rate(folder: &Path, bytes: u64) -> Result<f64, Broken> {
    const PART_BYTES: usize = 1024 * 1024;
    let part = vec![7; PART_BYTES];
    let mut file = tempfile::tempfile_in(folder)?;
    let start = Instant::now();
    let mut written = 0;
    while written < bytes {
        file.write_all(&part)?;
        written += PART_BYTES as u64;
    }
    file.sync_all()?;
    Ok(written as f64 / start.elapsed().as_secs_f64())
}

/// Bytes a second that one core hashes with SHA-256, in messages of 16 KiB, as `openssl speed sha256` has them.
pub(crate) fn hash_rate() -> f64 {
    const MESSAGE_BYTES: usize = 16 * 1024;
    const MESSAGES: u32 = 8_000;
    let message = vec![7_u8; MESSAGE_BYTES];
    let start = cpu();
    for _message in 0..MESSAGES {
        black_box(Sha256::digest(black_box(&message)));
    }
    f64::from(MESSAGES) * MESSAGE_BYTES as f64 / cpu().saturating_sub(start).as_secs_f64()
}

/// A line of `/proc/self/status` in bytes: `VmRSS`, what is resident, or `VmHWM`, the most that ever was.
pub(crate) fn memory(line: &str) -> Result<u64, Broken> {
    memory_of("self", line)
}

/// The same of another process.
pub(crate) fn memory_of(process: &str, line: &str) -> Result<u64, Broken> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let found = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
    let kib: u64 = found.and_then(|text| text.split_whitespace().next()).ok_or("no such line")?.parse()?;
    Ok(kib * 1024)
}

/// Lets the most that was resident begin anew from what is.
pub(crate) fn forget_peak() -> Result<(), Broken> {
    Ok(std::fs::write("/proc/self/clear_refs", "5")?)
}
