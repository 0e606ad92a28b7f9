//! Processes of the binary: commands, and a server that is ended with its guard.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::measure::Broken;

/// The built binary.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_assize");
/// How long a server may take to be ready before the benchmark is broken.
const READY_MAX: Duration = Duration::from_secs(60);
/// How often a server is asked whether it is ready.
const ASK_PAUSE: Duration = Duration::from_millis(2);
/// Ticks of processor time a second in `/proc`: what Linux shows to programs, on every architecture.
const TICKS: f64 = 100.0;

/// Runs a command to its end in `folder`; answers what it prints as JSON.
pub(crate) fn run(folder: &Path, args: &[&str]) -> Result<Value, Broken> {
    let output = Command::new(BINARY).args(args).arg("--json").current_dir(folder).env_clear().output()?;
    if !output.status.success() {
        return Err(format!("{args:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// A server on a port of its own choice.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// Where it listens: `http://127.0.0.1:PORT`.
    pub(crate) base: String,
    /// From its start to the first yes to the question whether it is ready.
    pub(crate) ready_after: Duration,
}

impl Server {
    /// Starts a server over the store in `folder`, and waits until it says that it is ready.
    pub(crate) fn start(folder: &Path) -> Result<Self, Broken> {
        let begun = Instant::now();
        let mut child = Command::new(BINARY)
            .args(["serve", "--listen", "127.0.0.1:0", "--json"])
            .current_dir(folder)
            .env_clear()
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let said: Value = serde_json::from_str(&line)?;
        let base = said.get("listening").and_then(Value::as_str).ok_or("it says no address")?.to_owned();
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        while agent.get(format!("{base}/readyz")).call().map_or(0, |answer| answer.status().as_u16()) != 200 {
            if begun.elapsed() > READY_MAX {
                let _ = child.kill();
                return Err("the server does not come to be ready".into());
            }
            std::thread::sleep(ASK_PAUSE);
        }
        Ok(Self { child, base, ready_after: begun.elapsed() })
    }

    /// Its process.
    pub(crate) fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// The processor time that it has used so far, in seconds, to a hundredth.
    pub(crate) fn cpu(&self) -> Result<f64, Broken> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name in brackets may hold spaces; what follows it is counted from the state, field 3.
        let (_, rest) = stat.rsplit_once(')').ok_or("no such line")?;
        let ticks: Vec<f64> =
            rest.split_whitespace().skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
        Ok(ticks.iter().sum::<f64>() / TICKS)
    }

    /// The memory that it holds now, in megabytes.
    pub(crate) fn memory(&self) -> Result<f64, Broken> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no such line")?;
        let kilobytes: f64 = line.split_whitespace().next().ok_or("no number")?.parse()?;
        Ok(kilobytes * 1_024.0 / 1_000_000.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
