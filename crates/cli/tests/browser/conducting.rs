//! The demonstration's audit in the middle of its fieldwork: its story is told until the third finding would be raised.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use assize_catalogue::Catalogue;
use assize_cli::bridge;
use assize_cli::store_door::StoreDoor;
use assize_cli::story::{Door, Trouble, play, read};
use assize_cli::work::Processes;
use assize_store::{Addresses, Bucket, Clock, Store};
use serde_json::Value;

use crate::world::{World, once};

/// How many findings are raised.
const RAISED: usize = 2;

impl World {
    /// Serves a new copy of it: two findings are raised, one is a draft, and papers that do not conform have none.
    pub fn conducting() -> Self {
        Self::of(&once("conducting", |made| {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(tell(made));
        }))
    }
}

async fn tell(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let place = |name: &str| folder.join(name).display().to_string();
    let addresses = Addresses {
        database: format!("sqlite:{}", place("assize.db")),
        evidence: place("evidence"),
        log: place("log"),
        bucket: Bucket::default(),
    };
    let clock = Arc::new(AtomicI64::new(0));
    let store = Store::make(&addresses, Clock::Set(Arc::clone(&clock))).await.unwrap();
    let workers = Arc::new(Processes::of(env!("CARGO_BIN_EXE_assize").into()));
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let story = read(&std::fs::read_to_string(demo.join("audit.toml")).unwrap()).unwrap();
    let documents = demo.join("documents");
    let mut names: Vec<String> = std::fs::read_dir(&documents)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let catalogue = Catalogue::builtin().unwrap();
    let sets = catalogue.sets().map(|set| bridge::adopted_set(set, None)).collect();
    let mut door = Until { door: StoreDoor::new(store.clone(), workers, clock), sets, raised: 0 };
    let adoptions = bridge::adoptions(&catalogue);
    let stuck = play(&story, &documents, &names, &adoptions, &mut door, |_| ()).await.unwrap_err();
    assert!(stuck.to_string().contains(ENOUGH), "{stuck}");
    store.close().await;
    let key =
        assize_tlog::SignerKey::from_seed("fernhill.example/assize".parse().unwrap(), &[7; 32]).unwrap();
    std::fs::write(folder.join("log.key"), key.to_secret_text().as_str()).unwrap();
}

/// Why the story goes no further.
const ENOUGH: &str = "enough findings are raised";

/// A door that closes when enough findings are raised.
struct Until {
    door: StoreDoor,
    /// Sets of criteria to be adopted with the tests, so that requirements have titles.
    sets: Vec<Value>,
    raised: usize,
}

impl Door for Until {
    async fn act(
        &mut self,
        at: i64,
        by: Option<&str>,
        name: &str,
        body: &Value,
    ) -> Result<Vec<String>, Trouble> {
        if name == "test.adopt" {
            for set in std::mem::take(&mut self.sets) {
                self.door.act(at, by, "criteria.adopt", &set).await?;
            }
        }
        if name == "finding.raise" {
            if self.raised == RAISED {
                return Err(Trouble::Fault(ENOUGH.to_owned()));
            }
            self.raised += 1;
        }
        self.door.act(at, by, name, body).await
    }

    async fn take(
        &mut self,
        at: i64,
        by: &str,
        audit: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<String, Trouble> {
        self.door.take(at, by, audit, name, bytes).await
    }

    async fn enter_soa(
        &mut self,
        at: i64,
        by: &str,
        body: &Value,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<Vec<String>, Trouble> {
        self.door.enter_soa(at, by, body, name, bytes).await
    }

    async fn list(&mut self, kind: &str, link: &str, id: &str) -> Result<Vec<Value>, Trouble> {
        self.door.list(kind, link, id).await
    }

    async fn content(&mut self, report: &str) -> Result<String, Trouble> {
        self.door.content(report).await
    }

    async fn issue(&mut self, at: i64, by: &str, report: &str) -> Result<(), Trouble> {
        self.door.issue(at, by, report).await
    }
}
