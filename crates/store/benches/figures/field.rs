//! An audit with 250 papers out into the field and home again, with as many bytes of evidence as `ASSIZE_BENCH_FIELD_MIB` says.
//!
//! What the disk can do is measured before each way, with as many bytes, and what was written is on the disk when the time ends.

use std::fs::File;
use std::io::BufWriter;

use assize_domain::{Actor, Command};
use assize_store::{Act, Clock, Documents, Field, FieldKey, FieldLock, Lending};
use bytes::Bytes;
use futures::stream;
use serde_json::json;

use crate::house::{establish_field, give};
use crate::measure::{Aim, Broken, Watch, beside, figure, most, write_rate};
use crate::places::Place;

/// How many papers the audit has.
const PAPERS: usize = 250;
/// How many acts are done in the field.
const ACTS: usize = 500;
/// How much evidence goes out and comes home, unless the variable says otherwise, in MiB.
const EVIDENCE_MIB: u64 = 256;
/// What comes at a time.
const CHUNK_BYTES: usize = 64 * 1024;
const MIB: f64 = 1024.0 * 1024.0;

pub(crate) async fn run() -> Result<(), Broken> {
    let mib = std::env::var("ASSIZE_BENCH_FIELD_MIB").map_or(Ok(EVIDENCE_MIB), |text| text.parse())?;
    let place = Place::sqlite()?;
    let store = place.make().await?;
    let (cast, work) = establish_field(&store, PAPERS).await?;
    let chunk = Bytes::from(vec![7; CHUNK_BYTES]);
    let parts = mib * 1024 * 1024 / CHUNK_BYTES as u64;
    let sent = stream::iter((0..parts).map(move |_part| Ok(chunk.clone())));
    let stored = store.blobs().put_stream(sent, u64::MAX).await?;
    let take = json!({ "audit": work.audit.id.to_string(), "name": "image.raw", "sha256": stored.sha256, "bytes": stored.bytes,
        "media": "application/octet-stream", "classification": "confidential" });
    give(&store, cast.auditor, "evidence.take", take).await?;

    let person = cast.auditor.id.to_string().parse()?;
    let by = Actor::Person { person };
    let audit = work.audit.id.to_string().parse()?;
    let lending =
        Lending { audit, borrower: person, papers: None, documents: Documents::All, by: by.clone() };
    let (key, recipient) = FieldKey::make();
    let lock = FieldLock::recipient(&recipient).ok_or("no recipient")?;
    let file = place.path("a.assize-field");
    println!("    {mib} MiB of evidence each way, {PAPERS} papers, {ACTS} acts");
    let way = Way::begin("out: 250 papers with their evidence", &place, mib)?;
    let to = File::create(&file)?;
    store.lend(&lending, &lock, BufWriter::new(&to)).await?;
    to.sync_all()?;
    way.end();
    let watch = Watch::start();
    let field = Field::open(&file, &key, Clock::System, 0).await?;
    figure("a field opened for the first time", "s", &[watch.stop().wall], Aim::Low);
    let mut rounds = Vec::new();
    for n in 0..ACTS {
        let paper = work.papers.get(n % work.papers.len()).ok_or("no paper")?.id.to_string();
        let note = json!({ "paper": paper, "method": "observation", "role": null, "text": format!("Seen in the field, number {n}.") });
        let command = Command::read("note.write", &note).ok_or("no command")?.map_err(|_| "not read")?;
        let watch = Watch::start();
        field.store.execute(Act::new(by.clone(), command)).await?;
        rounds.push(watch.stop().wall * 1_000.0);
    }
    figure("an act in the field, sealed on the disk", "ms", &rounds, Aim::Low);
    let chunk = Bytes::from(vec![9; CHUNK_BYTES]);
    let sent = stream::iter((0..parts).map(move |_part| Ok(chunk.clone())));
    let stored = field.store.blobs().put_stream(sent, u64::MAX).await?;
    let take = json!({ "audit": work.audit.id.to_string(), "name": "photo.raw", "sha256": stored.sha256, "bytes": stored.bytes,
        "media": "application/octet-stream", "classification": "confidential" });
    let command = Command::read("evidence.take", &take).ok_or("no command")?.map_err(|_| "not read")?;
    field.store.execute(Act::new(by, command).with_file(stored.sha256)).await?;
    let home = place.path("a.assize-home");
    let way = Way::begin("home: the file written on the laptop", &place, mib)?;
    let to = File::create(&home)?;
    field.home(BufWriter::new(&to)).await?;
    to.sync_all()?;
    way.end();
    let way = Way::begin("in: checked and carried out", &place, mib)?;
    let taken = store.take_in(File::open(&home)?, None).await?;
    way.end();
    if taken.carried != taken.acts {
        return Err(format!("{taken:?}").into());
    }
    beside("the slowest act in the field, in ms", most(&rounds));
    Ok(())
}

/// A way of so many MiB, against what the disk writes just before it.
struct Way {
    name: &'static str,
    mib: u64,
    disk: f64,
    watch: Watch,
}

impl Way {
    fn begin(name: &'static str, place: &Place, mib: u64) -> Result<Self, Broken> {
        let disk = write_rate(place.folder.path(), mib * 1024 * 1024)? / MIB;
        Ok(Self { name, mib, disk, watch: Watch::start() })
    }

    fn end(self) {
        let rate = self.mib as f64 / self.watch.stop().wall;
        figure(self.name, "MiB/s", &[rate], Aim::AtLeast(self.disk / 2.0));
        beside("MiB/s that the disk wrote just before", self.disk);
    }
}
