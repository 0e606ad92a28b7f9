//! What the tests of the store share: a place for it on each database, and the first acts.

#![allow(dead_code, reason = "each test file uses its own part")]

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
