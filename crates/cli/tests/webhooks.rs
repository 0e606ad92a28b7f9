//! Webhooks over TLS to a receiver that is not ours, told by two processes over one store.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use shell::{BINARY, json_of, made, person};

/// How many things happen.
const EVENTS: usize = 12;
/// How long is waited for what has to come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A process that ends with the test.
struct Running {
    child: Child,
    /// What it reads until it is to end.
    _input: Option<ChildStdin>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first line that a program says, when it runs.
fn running(command: &mut Command) -> (Running, String) {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let input = child.stdin.take();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (Running { child, _input: input }, line.trim().to_owned())
}

fn receiver(python: &str, folder: &Path, secrets: &Path) -> (Running, String) {
    std::fs::create_dir(folder).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hooks/receiver.py");
    let (running, port) = running(Command::new(python).arg(script).arg(folder).arg(secrets));
    (running, format!("https://localhost:{port}/hook"))
}

fn serving(at: &Path) -> Running {
    // The authorities that are trusted are the system's, and that of the one receiver.
    let mut command = Command::new(BINARY);
    command.args(["serve", "--listen", "127.0.0.1:0", "--json"]).current_dir(at).env_clear();
    let (running, line) = running(command.env("SSL_CERT_FILE", at.join("trusted/ca.pem")));
    assert!(line.contains("listening"), "{line}");
    running
}

/// What a receiver was told.
fn told(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("told")).unwrap_or_default();
    // The last line may be under way.
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// Asks until there is an answer.
fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = ask() {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn two_processes_tell_a_receiver_over_tls_each_thing_once_and_trust_no_other_authority() {
    let Ok(python) = std::env::var("ASSIZE_TEST_SMTP") else {
        eprintln!("ASSIZE_TEST_SMTP is not set: not tried with a receiver of webhooks");
        return;
    };
    let folder = made();
    let at = folder.path();
    std::fs::write(
        at.join("assize.toml"),
        "webhook_networks = \"127.0.0.0/8, ::1\"\nwebhook_content = \"fields\"\n",
    )
    .unwrap();
    let secrets = at.join("secrets");
    std::fs::write(&secrets, "").unwrap();
    let (_trusted, known) = receiver(&python, &at.join("trusted"), &secrets);
    let (_stranger, unknown) = receiver(&python, &at.join("stranger"), &secrets);
    let endpoint = |url: &str, label: &str| {
        let args = ["webhook", "new", url, "--label", label, "--content", "fields", "--kind", "person.*"];
        let (code, made) = json_of(at, &args);
        assert_eq!(code, 0, "{made:#}");
        made
    };
    let made = endpoint(&known, "Known");
    std::fs::write(&secrets, made["secret"].as_str().unwrap()).unwrap();
    let stranger = endpoint(&unknown, "Stranger");
    let names: BTreeSet<String> = (0..EVENTS).map(|number| format!("Person {number}")).collect();
    for name in &names {
        person(at, name);
    }
    let _both = (serving(at), serving(at));
    let all = until("not everything was told", || {
        let all = told(&at.join("trusted"));
        (all.len() >= EVENTS).then_some(all)
    });
    let mut ids: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
    for one in &all {
        assert_eq!(one["signed"], true, "{one}");
        ids.entry(one["body"]["data"]["seq"].as_i64().unwrap())
            .or_default()
            .insert(one["id"].as_str().unwrap().to_owned());
    }
    assert_eq!((all.len(), ids.len()), (EVENTS, EVENTS), "each thing once: {ids:?}");
    assert!(ids.values().all(|ids| ids.len() == 1), "{ids:?}");
    let said: BTreeSet<String> =
        all.iter().map(|one| one["body"]["data"]["fields"]["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(said, names);
    // Whoever shows a certificate of an authority that is not trusted is told nothing, and it stands why.
    let id = stranger["id"].as_str().unwrap();
    let why = until("the stranger was not tried", || {
        let listed = json_of(at, &["webhook", "deliveries", id]).1;
        let tried =
            listed["deliveries"].as_array()?.iter().find(|one| one["tries"].as_i64() > Some(0))?.clone();
        (tried["answer"].is_string()).then_some(tried)
    });
    assert_eq!((why["state"].as_str(), &why["status"]), (Some("waiting"), &Value::Null), "{why}");
    assert!(why["answer"].as_str().unwrap().to_lowercase().contains("certificate"), "{why}");
    assert!(told(&at.join("stranger")).is_empty());
}
