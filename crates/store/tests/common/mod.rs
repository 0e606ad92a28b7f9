//! What the tests of the store share: a place for it on each database, and the first acts.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod under_way;

use assize_domain::auditee::NameOrganization;
use assize_domain::{Actor, Command, Key};
use assize_store::{Act, Addresses, Bucket, Clock, Done, Store};
use serde_json::json;
use tempfile::TempDir;

/// A place for a store.
pub struct Base {
    pub addresses: Addresses,
    pub folder: TempDir,
}

impl Base {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("assize.db").display());
        Self::at(database, folder)
    }

    fn at(database: String, folder: TempDir) -> Self {
        let place = |name: &str| folder.path().join(name).display().to_string();
        let addresses =
            Addresses { database, evidence: place("evidence"), log: place("log"), bucket: Bucket::default() };
        Self { addresses, folder }
    }

    pub async fn make(&self) -> Store {
        Store::make(&self.addresses, Clock::System).await.unwrap()
    }

    pub async fn open(&self) -> Store {
        Store::open(&self.addresses, Clock::System).await.unwrap()
    }
}

/// A place on SQLite and, where `ASSIZE_TEST_POSTGRES` names a server, one on PostgreSQL. The project's test command
/// sets it; without it this says so, so that nobody takes half the tests for all of them.
pub async fn each_database() -> Vec<Base> {
    let mut bases = vec![Base::sqlite()];
    match std::env::var("ASSIZE_TEST_POSTGRES") {
        Ok(server) => bases.push(postgres(&server).await),
        Err(_) => eprintln!("ASSIZE_TEST_POSTGRES is not set: not tried on PostgreSQL"),
    }
    bases
}

async fn postgres(server: &str) -> Base {
    use sqlx::{AssertSqlSafe, Connection as _};
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).unwrap();
    let name = format!("assize_test_{:016x}", u64::from_be_bytes(bytes));
    let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
    Base::at(format!("{server}/{name}"), tempfile::tempdir().unwrap())
}

pub fn operator() -> Actor {
    Actor::Operator { on_behalf_of: None }
}

pub fn organization(name: &str) -> NameOrganization {
    NameOrganization { name: name.parse().unwrap(), policy: None }
}

pub async fn name_organization(store: &Store) -> Done {
    store.execute(Act::new(operator(), organization("Fernhill Audit Practice"))).await.unwrap()
}

pub fn command(name: &str, body: &serde_json::Value) -> Command {
    Command::read(name, body)
        .unwrap_or_else(|| panic!("no command `{name}`"))
        .unwrap_or_else(|p| panic!("{p:#?}"))
}

pub fn person(name: &str) -> Command {
    command(
        "person.register",
        &json!({ "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "UTC" }),
    )
}

pub fn rename(person: Key, name: &str) -> Command {
    command(
        "person.update",
        &json!({ "person": person.id.to_string(), "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "UTC" }),
    )
}

pub async fn register(store: &Store, name: &str) -> Done {
    store.execute(Act::new(operator(), person(name))).await.unwrap()
}

/// A key made from one byte: for tests alone.
pub fn signer(name: &str, seed: u8) -> assize_tlog::SignerKey {
    assize_tlog::SignerKey::from_seed(name.parse().unwrap(), &[seed; 32]).unwrap()
}

/// Gives a command as the operator on behalf of a person, by name and body; answers its subject.
pub async fn give(store: &Store, by: Option<Key>, name: &str, body: serde_json::Value) -> Key {
    let on_behalf_of = by.map(|by| by.id.to_string().parse().unwrap());
    let act = Act::new(Actor::Operator { on_behalf_of }, command(name, &body));
    let done = store.execute(act).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    done.subject().unwrap_or_else(|| panic!("`{name}` did nothing"))
}

/// What stands in a store after [`story`].
#[derive(Clone, Copy, Debug)]
pub struct Stood {
    pub manager: Key,
    pub audit: Key,
    pub evidence: Key,
}

/// The text of the one file of evidence.
pub const EVIDENCE: &[u8] = b"A method that names no level of acceptance.\n";

/// A hundred persons, a programme, and an audit opened in it with one file as evidence.
pub async fn story(store: &Store) -> Stood {
    name_organization(store).await;
    // All at once, in this order: two commits instead of a hundred.
    let names: Vec<String> = (0..100).map(|n| format!("Person {n}")).collect();
    let registered = futures::future::join_all(names.iter().map(|name| register(store, name))).await;
    let people: Vec<Key> = registered.iter().map(|done| done.subject().unwrap()).collect();
    let (manager, contact) = (people[0], people[1]);
    let id = |key: Key| key.id.to_string();
    let auditee = give(
        store,
        Some(manager),
        "auditee.register",
        json!({ "name": "Works", "kind": "own",
        "units": [{ "key": "it", "name": "IT" }], "sites": [], "processes": [],
        "contacts": [{ "person": id(contact), "function": "Head" }] }),
    )
    .await;
    let draft =
        json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
    let programme = give(store, Some(manager), "programme.draft", draft.clone()).await;
    let mut text = draft;
    text["objectives"] =
        json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
    text["extent"] = json!({ "text": "all", "criteria": ["ISO/IEC 27001:2022+A1:2024"],
        "auditees": [{ "auditee": id(auditee), "units": [], "sites": [], "processes": [] }] });
    text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2, "consequence": 2,
        "treatment": "begin early", "owner": id(manager) }]);
    text["roles"] = json!([{ "person": id(manager), "role": "manager", "competence": "ten years" },
        { "person": id(manager), "role": "approver", "competence": "ten years" }]);
    text["policy"] = assize_domain::kernel::datum::Datum::to_json(&assize_domain::policy::Policy::default());
    give(store, Some(manager), "programme.edit", json!({ "programme": id(programme), "text": text })).await;
    let planned = give(store, Some(manager), "planned_audit.plan", json!({ "programme": id(programme), "outline": {
        "title": "Audit", "audit_type": "internal", "part": { "auditee": id(auditee), "units": [], "sites": [], "processes": [] },
        "criteria": ["ISO/IEC 27001:2022+A1:2024"], "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
        "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } } })).await;
    give(store, Some(manager), "programme.establish", json!({ "programme": id(programme) })).await;
    give(store, Some(manager), "programme.begin", json!({ "programme": id(programme) })).await;
    let audit = give(store, Some(manager), "audit.open", json!({ "planned": id(planned) })).await;
    let evidence = take(store, manager, audit, "method.md", EVIDENCE).await;
    Stood { manager, audit, evidence }
}

/// Takes bytes as evidence.
pub async fn take(store: &Store, by: Key, audit: Key, name: &str, bytes: &'static [u8]) -> Key {
    let stored = store.blobs().put(bytes::Bytes::from_static(bytes)).await.unwrap();
    let body = json!({ "audit": audit.id.to_string(), "name": name, "sha256": stored.sha256, "bytes": bytes.len(),
        "media": "text/markdown", "classification": "confidential" });
    give(store, Some(by), "evidence.take", body).await
}

impl Base {
    /// A place beside the database.
    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Runs SQL behind the store's back.
    pub async fn run(&self, sql: &'static str) {
        assert_eq!(self.run_on(sql).await, 1, "{sql}");
    }

    /// Runs a statement beside the store, on however many rows: that number.
    pub async fn run_on(&self, sql: &'static str) -> u64 {
        use sqlx::{Connection as _, Executor as _};
        if let Some(path) = self.addresses.database.strip_prefix("sqlite:") {
            let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{path}")).await.unwrap();
            conn.execute(sql).await.unwrap().rows_affected()
        } else {
            let mut conn = sqlx::PgConnection::connect(&self.addresses.database).await.unwrap();
            conn.execute(sql).await.unwrap().rows_affected()
        }
    }

    /// A copy of the whole place, with nobody in it.
    pub async fn copy(&self) -> Self {
        use sqlx::{AssertSqlSafe, Connection as _};
        let folder = tempfile::tempdir().unwrap();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(from) = folders.pop() {
            let to = folder.path().join(from.strip_prefix(self.folder.path()).unwrap());
            std::fs::create_dir_all(&to).unwrap();
            for entry in std::fs::read_dir(&from).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
                }
            }
        }
        if self.addresses.database.starts_with("sqlite:") {
            let database = format!("sqlite:{}", folder.path().join("assize.db").display());
            return Self::at(database, folder);
        }
        let (server, name) = self.addresses.database.rsplit_once('/').unwrap();
        let copy = format!("{name}_copy_{}", getrandom_number());
        let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
        let end =
            format!("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'");
        sqlx::query(AssertSqlSafe(end)).execute(&mut conn).await.unwrap();
        let sql = format!("CREATE DATABASE {copy} TEMPLATE {name}");
        sqlx::query(AssertSqlSafe(sql)).execute(&mut conn).await.unwrap();
        Self::at(format!("{server}/{copy}"), folder)
    }
}

fn getrandom_number() -> u32 {
    let mut bytes = [0_u8; 4];
    getrandom::fill(&mut bytes).unwrap();
    u32::from_be_bytes(bytes)
}

impl Base {
    /// Every file of the place.
    pub fn bytes(&self) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push((path.display().to_string(), std::fs::read(&path).unwrap()));
                }
            }
        }
        found
    }

    /// Every row of every table, where the database is a server.
    pub async fn dump(&self) -> (String, Vec<u8>) {
        use sqlx::{AssertSqlSafe, Connection as _, Row as _};
        let mut text = String::new();
        if self.addresses.database.starts_with("postgres") {
            let mut conn = sqlx::PgConnection::connect(&self.addresses.database).await.unwrap();
            let tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
            for table in sqlx::query(tables).fetch_all(&mut conn).await.unwrap() {
                let table: String = table.get(0);
                let sql = format!("SELECT row_to_json(t)::text FROM \"{table}\" t");
                for row in sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut conn).await.unwrap() {
                    text.push_str(&row.get::<String, _>(0));
                    text.push('\n');
                }
            }
        }
        ("the database's tables".to_owned(), text.into_bytes())
    }
}
