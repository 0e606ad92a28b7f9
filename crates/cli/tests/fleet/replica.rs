//! A replica: a process of the built server, which ends with the thread that started it.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;

use serde_json::Value;

use super::world::{WAIT_MAX, World, tail, until};

/// One that serves.
pub struct Replica {
    child: Child,
    /// Where it listens: `http://ADDRESS:PORT`.
    pub base: String,
    log: PathBuf,
}

/// How a replica differs from the others.
#[derive(Clone, Copy)]
pub struct Own<'a> {
    /// Settings, as variables of its environment.
    pub settings: &'a [(&'a str, &'a str)],
    /// A program that starts it.
    pub prefix: &'a [&'a str],
    /// Where it listens.
    pub listen: &'a str,
}

impl Own<'_> {
    /// In nothing.
    pub const NONE: Self = Self { settings: &[], prefix: &[], listen: "127.0.0.1:0" };
}

impl Replica {
    /// Starts one, and waits until it is ready.
    pub fn start(world: &World, name: &str) -> Self {
        Self::start_as(world, name, Own::NONE)
    }

    /// The same, of its own kind.
    pub fn start_as(world: &World, name: &str, own: Own<'_>) -> Self {
        let log = world.folder.path().join(format!("{name}.log"));
        let said = std::fs::File::options().create(true).append(true).open(&log).unwrap();
        let prefix: Vec<&str> =
            ["setpriv", "--pdeathsig=KILL", "--"].iter().chain(own.prefix).copied().collect();
        let mut child = world
            .command(&prefix)
            .args(["serve", "--listen", own.listen, "--json"])
            .envs(own.settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(said)
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            let _ = out.read_line(&mut line);
            let _ = tell.send(line);
        });
        let line = told.recv_timeout(WAIT_MAX).expect("a replica says where it listens, or why it does not");
        let ready: Value = serde_json::from_str(&line).unwrap_or_default();
        let Some(base) = ready["listening"].as_str().map(str::to_owned) else {
            let _ = child.kill();
            let _ = child.wait();
            panic!("{name} does not serve: {line}\n{}", tail(&log, 20))
        };
        let replica = Self { child, base, log };
        until("a replica is ready", || replica.ready() == 200);
        replica
    }

    /// The status of the answer to whether it is ready; 0 where there is none.
    pub fn ready(&self) -> u16 {
        status(&format!("{}/readyz", self.base))
    }

    /// Whether the process answers.
    pub fn is_alive(&self) -> bool {
        status(&format!("{}/healthz", self.base)) == 200
    }

    /// Ends it by `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Tells it to end.
    pub fn tell_to_end(&self) {
        // What started it is replaced by it, so that this is its own number.
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
    }

    /// Waits until it has ended.
    pub fn ended(mut self) -> ExitStatus {
        let mut status = None;
        until("a replica ends when it is told to", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    /// Ends it in order.
    pub fn end(self) {
        self.tell_to_end();
        assert_eq!(self.ended().code(), Some(0));
    }

    /// What it has logged.
    pub fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Replica {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("{} said last:\n{}", self.base, tail(&self.log, 15));
        }
    }
}

/// The status of an answer, on a connection of its own; 0 where there is none in time.
fn status(url: &str) -> u16 {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(std::time::Duration::from_secs(20)))
        .build()
        .into();
    agent.get(url).call().map_or(0, |answer| answer.status().as_u16())
}
