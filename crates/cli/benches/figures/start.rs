//! Starting: the first time, with everything to be made, and every time after; and what a server holds when idle.

use std::time::{Duration, Instant};

use crate::measure::{Aim, Broken, figure, memory_of};
use crate::process::{Server, run as command};

/// How often each is measured.
const TIMES: usize = 9;
/// How long nobody asks anything before what is resident is read.
const IDLE: Duration = Duration::from_secs(2);
const MIB: f64 = 1024.0 * 1024.0;

pub(crate) async fn run() -> Result<(), Broken> {
    tokio::task::block_in_place(measure)
}

fn measure() -> Result<(), Broken> {
    let (mut first, mut ready, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    for _time in 0..TIMES {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let begun = Instant::now();
        command(folder.path(), &["init", "--name", "Fernhill Audit Practice"])?;
        let server = Server::start(folder.path())?;
        first.push(begun.elapsed().as_secs_f64());
        drop(server);
        let server = Server::start(folder.path())?;
        ready.push(server.ready_after.as_secs_f64() * 1_000.0);
        std::thread::sleep(IDLE);
        idle.push(memory_of(&server.id(), "VmRSS")? as f64 / MIB);
    }
    figure("first start: init with migrations, key and log, then ready", "s", &first, Aim::Under(1.0));
    figure("start of a server until it is ready", "ms", &ready, Aim::Under(200.0));
    figure("resident when idle", "MiB", &idle, Aim::Under(40.0));
    Ok(())
}
