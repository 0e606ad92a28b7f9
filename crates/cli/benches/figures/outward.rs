//! What goes out: the OSCAL results of an audit of 250 tests, and the whole store as lines and blobs, out and in.

use assize_store::{Clock, ExportTo, Store};

use crate::house::{begin, complete, draft, establish, furnish, plan};
use crate::measure::{Aim, Broken, Watch, figure};
use crate::places::Place;

/// How many tests the audit has.
const TESTS: usize = 250;
/// How often each is measured.
const TIMES: usize = 11;
/// Processor time of the results, in milliseconds.
const RESULTS_MILLIS: f64 = 20.0;

pub(crate) async fn run() -> Result<(), Broken> {
    let place = Place::sqlite()?;
    let store = place.make().await?;
    let mut cast = furnish(&store, TESTS).await?;
    draft(&store, &mut cast).await?;
    let planned = plan(&store, &cast).await?;
    establish(&store, &cast).await?;
    let work = begin(&store, &cast, planned).await?;
    complete(&store, &cast, &work).await?;
    let (mut millis, mut bytes) = (Vec::new(), 0);
    for _time in 0..TIMES {
        let cost = Watch::start();
        let file =
            assize_server::exports::export(&store, work.audit, "assessment-results.json", "en").await?;
        millis.push(cost.stop().cpu * 1_000.0);
        bytes = file.len();
    }
    let what = format!(
        "OSCAL results of an audit of {} tests, {bytes} bytes, read from the store",
        work.papers.len()
    );
    figure(&what, "ms of CPU", &millis, Aim::Under(RESULTS_MILLIS));
    let entries = store.head_seq().await?;
    let folder = place.path("out");
    let cost = Watch::start();
    store.export_store(ExportTo::Folder(folder.clone()), |_, _| ()).await?;
    let out = cost.stop();
    println!("    {entries} entries out: {:.2} s, {:.2} s of CPU", out.wall, out.cpu);
    let other = Place::sqlite()?;
    let cost = Watch::start();
    Store::import_store(&folder, &other.addresses, Clock::System, |_, _| ()).await?;
    let taken = cost.stop();
    println!(
        "    {entries} entries in, looked through and applied: {:.2} s, {:.2} s of CPU",
        taken.wall, taken.cpu
    );
    Ok(())
}
