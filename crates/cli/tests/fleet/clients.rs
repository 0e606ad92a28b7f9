//! Clients that act by the JSON API, each act with a key of its own by which it is known when it is sent again, to whichever replica answers.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::replica::Replica;
use super::world::{WAIT_MAX, World};

/// How many clients act at a time.
const CLIENTS: usize = 8;
/// How long a client waits for an answer before it asks another replica.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(6);
/// How long a client waits before it tries again.
const PAUSE: Duration = Duration::from_millis(40);

/// An act that was acknowledged: a person who was registered.
#[derive(Clone, Debug)]
pub struct Acked {
    pub name: String,
    pub id: String,
    pub seq: i64,
}

/// Where the replicas are now.
#[derive(Clone, Default)]
pub struct Bases(Arc<Mutex<Vec<String>>>);

impl Bases {
    /// Says where they are.
    pub fn are(&self, replicas: &[Replica]) {
        *self.0.lock().unwrap() = replicas.iter().map(|replica| replica.base.clone()).collect();
    }

    fn one(&self, turn: usize) -> Option<String> {
        let all = self.0.lock().unwrap();
        all.get(turn % all.len().max(1)).cloned()
    }
}

/// Clients at work.
pub struct Load {
    ends: Arc<AtomicBool>,
    done: Arc<AtomicUsize>,
    clients: Vec<std::thread::JoinHandle<Came>>,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Came {
    pub acked: Vec<Acked>,
    /// How often an act had to be sent again.
    pub again: usize,
    /// How many acts were acknowledged as done before: by a replica that did not live to say so.
    pub repeated: usize,
}

impl Load {
    /// Begins.
    pub fn begin(world: &World, bases: &Bases) -> Self {
        let (ends, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let client = |number: usize| {
            let (ends, done, bases, bearer) =
                (Arc::clone(&ends), Arc::clone(&done), bases.clone(), format!("Bearer {}", world.token));
            std::thread::spawn(move || {
                let mut came = Came::default();
                for act in 0.. {
                    if ends.load(Ordering::SeqCst) {
                        break;
                    }
                    one(&format!("Person {number} {act}"), number + act, &bases, &bearer, &mut came);
                    done.fetch_add(1, Ordering::SeqCst);
                }
                came
            })
        };
        let clients = (0..CLIENTS).map(client).collect();
        Self { ends, done, clients }
    }

    /// How many acts were acknowledged so far.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::SeqCst)
    }

    /// Ends it, each client after the act that it is at.
    pub fn end(self) -> Came {
        self.ends.store(true, Ordering::SeqCst);
        let mut all = Came::default();
        for client in self.clients {
            let came = client.join().expect("a client comes through");
            all.acked.extend(came.acked);
            all.again += came.again;
            all.repeated += came.repeated;
        }
        all
    }
}

/// An agent with connections of its own.
pub fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(ANSWER_TIME_MAX))
        .build()
        .into()
}

fn one(name: &str, first: usize, bases: &Bases, bearer: &str, came: &mut Came) {
    thread_local! {
        static AGENT: ureq::Agent = agent();
    }
    let body =
        json!({ "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "UTC" }).to_string();
    let begun = Instant::now();
    for turn in first.. {
        assert!(begun.elapsed() < WAIT_MAX, "`{name}` is not acknowledged by anybody");
        let sent = bases.one(turn).and_then(|base| {
            AGENT.with(|agent| {
                let request = agent.post(format!("{base}/api/v1/commands/person.register"));
                let request =
                    request.header("authorization", bearer).header("idempotency-key", name.replace(' ', "-"));
                request.content_type("application/json").send(&body).ok()
            })
        });
        let answered = sent.and_then(|mut answer| {
            came.repeated += usize::from(answer.headers().contains_key("idempotency-replayed"));
            let body: Option<Value> = answer.body_mut().read_json().ok();
            Some((answer.status().as_u16(), body?))
        });
        match answered {
            Some((200..300, done)) => {
                let event = &done["events"][0];
                let id = event["subject"]["id"].as_str().unwrap().to_owned();
                came.acked.push(Acked { name: name.to_owned(), id, seq: event["seq"].as_i64().unwrap() });
                return;
            }
            // What may pass, and no answer at all.
            Some((503, _)) | None => {
                came.again += 1;
                std::thread::sleep(PAUSE);
            }
            Some((status, why)) => panic!("`{name}`: {status}: {why:#}"),
        }
    }
}
