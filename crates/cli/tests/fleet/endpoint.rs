//! An endpoint that is told of what happens: the effect that follows from acts.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

/// Something that the endpoint was told.
#[derive(Clone, Debug)]
pub struct Told {
    /// The message's id.
    pub id: String,
    /// The entry that it is of.
    pub seq: i64,
}

/// An endpoint on this machine, which takes some time for each answer.
pub struct Endpoint {
    url: String,
    told: Arc<Mutex<Vec<Told>>>,
}

/// A webhook, and the last entry before it was made.
pub struct Asked {
    pub after: i64,
}

impl Endpoint {
    pub fn open(takes: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/told", listener.local_addr().unwrap());
        let told: Arc<Mutex<Vec<Told>>> = Arc::default();
        let into = Arc::clone(&told);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (Ok(stream), into) = (stream, Arc::clone(&into)) else { return };
                std::thread::spawn(move || serve(stream, takes, &into));
            }
        });
        Self { url, told }
    }

    /// Asks a replica to be told who is registered.
    pub fn ask_for(&self, agent: &ureq::Agent, base: &str, token: &str) -> Asked {
        let bearer = format!("Bearer {token}");
        let body = json!({ "url": self.url, "label": "Effect", "kinds": ["person.registered"] });
        let mut made = agent
            .post(format!("{base}/api/v1/webhooks"))
            .header("authorization", &bearer)
            .send_json(&body)
            .unwrap();
        let text = made.body_mut().read_to_string().unwrap();
        assert_eq!(made.status(), 201, "{text}");
        let mut journal =
            agent.get(format!("{base}/readyz")).header("authorization", &bearer).call().unwrap();
        let ready: Value = journal.body_mut().read_json().unwrap();
        Asked { after: ready["journal_entries"].as_i64().unwrap() }
    }

    /// What it was told so far.
    pub fn told(&self) -> Vec<Told> {
        self.told.lock().unwrap().clone()
    }
}

/// Answers the requests of a connection; one that does not come whole is none.
fn serve(stream: TcpStream, takes: Duration, into: &Mutex<Vec<Told>>) {
    let Ok(mut answering) = stream.try_clone() else { return };
    let mut asking = BufReader::new(stream);
    loop {
        let (mut id, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if asking.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            let Some((name, value)) = line.split_once(": ") else { continue };
            match name.to_ascii_lowercase().as_str() {
                "webhook-id" => value.clone_into(&mut id),
                "content-length" => length = value.parse().unwrap(),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        if asking.read_exact(&mut body).is_err() {
            return;
        }
        let body: Value = serde_json::from_slice(&body).unwrap();
        into.lock().unwrap().push(Told { id, seq: body["data"]["seq"].as_i64().unwrap() });
        std::thread::sleep(takes);
        if answering.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").is_err() {
            return;
        }
    }
}
