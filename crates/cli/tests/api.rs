//! Whole audits through the JSON API of a real server: the demonstration, and where its documents are the document
//! audit of a real published handbook; each with its report and its dossier verified at the end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod support;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use assize_cli::story::{Door, Played, Refused, Trouble, play, read};
use assize_cli::work::Processes;
use assize_domain::kernel::act::Scope;
use assize_server::App;
use assize_store::{Addresses, Against, Bucket, Clock, Seal, Store, Withhold, verify, verify_dossier};
use assize_tlog::SignerKey;
use serde_json::{Value, json};
use support::{catalogue, files, root};
use tempfile::TempDir;

/// A server over a store of its own, and its operator's token.
struct Served {
    store: Store,
    addresses: Addresses,
    clock: Arc<AtomicI64>,
    base: String,
    token: String,
    _folder: TempDir,
}

async fn served() -> Served {
    let folder = tempfile::tempdir().unwrap();
    let part = |name: &str| folder.path().join(name).display().to_string();
    let addresses = Addresses {
        database: format!("sqlite:{}", part("assize.db")),
        evidence: part("evidence"),
        log: part("log"),
        bucket: Bucket::default(),
    };
    let clock = Arc::new(AtomicI64::new(0));
    let store = Store::make(&addresses, Clock::Set(Arc::clone(&clock))).await.unwrap();
    let (_, token) = store.make_token("test", None, Scope::Act, 1).await.unwrap();
    let workers = Processes::of(env!("CARGO_BIN_EXE_assize").into());
    let app = App::new(store.clone(), Arc::new(workers));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/api/v1", listener.local_addr().unwrap());
    tokio::spawn(assize_server::serve(listener, app, std::future::pending()));
    Served { store, addresses, clock, base, token, _folder: folder }
}

/// The door of the API.
struct HttpDoor {
    agent: ureq::Agent,
    clock: Arc<AtomicI64>,
    base: String,
    token: String,
    /// Who acted last.
    by: Option<String>,
}

impl HttpDoor {
    fn of(served: &Served) -> Self {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        Self {
            agent,
            clock: Arc::clone(&served.clock),
            base: served.base.clone(),
            token: served.token.clone(),
            by: None,
        }
    }

    fn post(
        &self,
        by: Option<&str>,
        path: &str,
        said: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Value, Trouble> {
        let mut request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("authorization", format!("Bearer {}", self.token));
        if let Some(by) = by {
            request = request.header("x-on-behalf-of", by);
        }
        for (name, value) in said {
            request = request.header(*name, *value);
        }
        answer(tokio::task::block_in_place(|| request.send(body)))
    }

    fn get(&self, path: &str) -> Result<Value, Trouble> {
        let request = self
            .agent
            .get(format!("{}{path}", self.base))
            .header("authorization", format!("Bearer {}", self.token));
        answer(tokio::task::block_in_place(|| request.call()))
    }
}

fn answer(sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, Trouble> {
    let mut response = sent.map_err(|error| Trouble::Fault(error.to_string()))?;
    let status = response.status().as_u16();
    let body = response.body_mut().with_config().limit(64 * 1024 * 1024).read_to_vec();
    let body = body.map_err(|error| Trouble::Fault(error.to_string()))?;
    let body: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
    match status {
        200..300 => Ok(body),
        409 => Err(Trouble::Refused(
            body["refusals"]
                .as_array()
                .unwrap()
                .iter()
                .map(|refusal| {
                    let text = |key: &str| refusal[key].as_str().unwrap_or_default().to_owned();
                    Refused { rule: text("rule"), clause: text("clause"), what: text("what") }
                })
                .collect(),
        )),
        _ => Err(Trouble::Fault(format!("{status}: {body:#}"))),
    }
}

fn subjects(done: &Value) -> Vec<String> {
    let events = done["events"].as_array().cloned().unwrap_or_default();
    events.iter().map(|event| event["subject"]["id"].as_str().unwrap().to_owned()).collect()
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

impl Door for HttpDoor {
    async fn act(
        &mut self,
        at: i64,
        by: Option<&str>,
        name: &str,
        body: &Value,
    ) -> Result<Vec<String>, Trouble> {
        self.clock.store(at, Ordering::SeqCst);
        self.by = by.map(str::to_owned);
        let body = serde_json::to_vec(body).unwrap();
        let json = [("content-type", "application/json")];
        self.post(by, &format!("/commands/{name}"), &json, &body).map(|done| subjects(&done))
    }

    async fn take(
        &mut self,
        at: i64,
        by: &str,
        audit: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<String, Trouble> {
        self.clock.store(at, Ordering::SeqCst);
        let said = json!({ "name": name, "classification": "confidential" }).to_string();
        let headers = [("content-type", "text/markdown"), ("x-evidence", said.as_str())];
        let done = self.post(Some(by), &format!("/audits/{audit}/evidence"), &headers, &bytes)?;
        let id = subjects(&done).into_iter().next();
        id.ok_or_else(|| Trouble::Fault(format!("no evidence in {done:#}")))
    }

    async fn enter_soa(
        &mut self,
        at: i64,
        by: &str,
        body: &Value,
        _name: &str,
        bytes: Vec<u8>,
    ) -> Result<Vec<String>, Trouble> {
        self.clock.store(at, Ordering::SeqCst);
        let said: Vec<String> = ["auditee", "label", "dated", "criteria", "source"]
            .iter()
            .filter_map(|key| body[*key].as_str().map(|value| format!("{key}={}", escaped(value))))
            .collect();
        let path = format!("/statements-of-applicability?{}", said.join("&"));
        self.post(Some(by), &path, &[("content-type", "text/csv")], &bytes).map(|done| subjects(&done))
    }

    async fn list(&mut self, kind: &str, link: &str, id: &str) -> Result<Vec<Value>, Trouble> {
        let mut all = Vec::new();
        let mut after = String::new();
        loop {
            let page = self.get(&format!("/records/{kind}?{link}={id}&limit=100{after}"))?;
            all.extend(page["items"].as_array().unwrap().iter().map(|item| item["record"].clone()));
            match page["next"].as_str() {
                Some(next) => after = format!("&after={}", escaped(next)),
                None => return Ok(all),
            }
        }
    }

    async fn content(&mut self, report: &str) -> Result<String, Trouble> {
        // Whoever would issue it now is told what is to come first.
        let issued = self.post(self.by.as_deref(), &format!("/reports/{report}/issue"), &[], &[]);
        let Err(Trouble::Refused(refused)) = issued else { panic!("{issued:?}") };
        assert!(refused.iter().any(|refused| refused.rule == "report.approved"), "{refused:?}");
        let content = self.get(&format!("/reports/{report}/content"))?;
        assert_eq!(content["lacks"], json!([]));
        Ok(content["digest"].as_str().unwrap().to_owned())
    }

    async fn issue(&mut self, at: i64, by: &str, report: &str) -> Result<(), Trouble> {
        self.clock.store(at, Ordering::SeqCst);
        self.post(Some(by), &format!("/reports/{report}/issue"), &[], &[]).map(|_| ())
    }
}

async fn played(story: &Value, folder: &Path) -> (Served, HttpDoor, Played) {
    let served = served().await;
    let mut door = HttpDoor::of(&served);
    let played = play(story, folder, &files(folder), &catalogue(), &mut door, |_| ()).await.unwrap();
    (served, door, played)
}

async fn proven(served: &Served, played: &Played) {
    let signer = SignerKey::from_seed("example.com/log".parse().unwrap(), &[7; 32]).unwrap();
    served.store.publish(&signer).await.unwrap().unwrap();
    let against = Against { key: Some(signer.verifier_key().clone()), ..Against::default() };
    let verdict = verify(&served.addresses, &against, |_, _| ()).await.unwrap();
    assert_eq!(verdict.problems, vec![]);
    let mut dossier = std::io::Cursor::new(Vec::new());
    let audit = played.ids["audit"].parse().unwrap();
    served
        .store
        .export_audit(audit, Seal::Signed(&signer), &Withhold::default(), &mut dossier)
        .await
        .unwrap();
    let verdict = verify_dossier(dossier, Some(signer.verifier_key())).unwrap();
    assert_eq!(verdict.problems, vec![]);
    assert!(verdict.records > 200, "{}", verdict.records);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_is_carried_through_the_api() {
    let story = read(&std::fs::read_to_string(root().join("demo/audit.toml")).unwrap()).unwrap();
    let (served, door, played) = played(&story, &root().join("demo/documents")).await;
    let finding = door.get(&format!("/records/finding/{}", played.ids["finding:NC-01"])).unwrap();
    assert_eq!(finding["record"]["state"]["is"], "closed");
    let indicators =
        door.get(&format!("/programmes/{}/indicators?on=2026-11-24", played.ids["programme"])).unwrap();
    assert_eq!((indicators["audits_held"].as_u64(), indicators["held_on_time"].as_u64()), (Some(1), Some(1)));
    assert_eq!((indicators["closed"].as_u64(), indicators["reports_in_time"].as_u64()), (Some(1), Some(1)));
    let person = &played.ids["person:adaeze-nwosu"];
    let competence = door.get(&format!("/people/{person}/competence?role=leader&on=2026-09-15")).unwrap();
    assert_eq!(competence["met"], true);
    let found = door.get(&format!("/audits/{}/documents?q=restore", played.ids["audit"])).unwrap();
    assert!(!found["items"].as_array().unwrap().is_empty(), "{found:#}");
    proven(&served, &played).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_handbook_is_audited_through_the_api() {
    let Some(folder) = support::shorebird::documents() else {
        return println!("the real documents are not here: not tried");
    };
    let (served, door, played) = played(&support::shorebird::story(), &folder).await;
    let findings = door.get(&format!("/records/finding?audit={}&limit=100", played.ids["audit"])).unwrap();
    assert_eq!(findings["items"].as_array().unwrap().len(), 22);
    let followed = door.get(&format!("/records/finding/{}", played.ids["finding:F7"])).unwrap();
    assert_eq!(followed["record"]["state"]["is"], "closed");
    proven(&served, &played).await;
}
