//! Places for stores: a folder with SQLite in it, and where `ASSIZE_TEST_POSTGRES` names a server, a database there.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use assize_store::{Addresses, Bucket, Clock, Store};
use tempfile::TempDir;

use crate::measure::Broken;

/// A place for one store, which goes when it is dropped.
#[derive(Debug)]
pub(crate) struct Place {
    /// `SQLite` or `PostgreSQL`.
    pub(crate) name: &'static str,
    pub(crate) addresses: Addresses,
    pub(crate) folder: TempDir,
}

impl Place {
    /// A folder beside the build, on the disk that is measured: `/tmp` may be memory.
    pub(crate) fn sqlite() -> Result<Self, Broken> {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let database = format!("sqlite:{}", folder.path().join("assize.db").display());
        Ok(Self::at("SQLite", database, folder))
    }

    /// A new database of the server that `ASSIZE_TEST_POSTGRES` names; says so where none is named.
    pub(crate) async fn postgres() -> Result<Option<Self>, Broken> {
        use sqlx::{AssertSqlSafe, Connection as _};
        let Ok(server) = std::env::var("ASSIZE_TEST_POSTGRES") else {
            println!("ASSIZE_TEST_POSTGRES is not set: not measured on PostgreSQL");
            return Ok(None);
        };
        let mut bytes = [0_u8; 8];
        getrandom::fill(&mut bytes)?;
        let name = format!("assize_bench_{:016x}", u64::from_be_bytes(bytes));
        let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await?;
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await?;
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        Ok(Some(Self::at("PostgreSQL", format!("{server}/{name}"), folder)))
    }

    fn at(name: &'static str, database: String, folder: TempDir) -> Self {
        let place = |part: &str| folder.path().join(part).display().to_string();
        let addresses =
            Addresses { database, evidence: place("evidence"), log: place("log"), bucket: Bucket::default() };
        Self { name, addresses, folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) async fn make(&self) -> Result<Store, Broken> {
        Ok(Store::make(&self.addresses, clock()).await?)
    }

    pub(crate) async fn open(&self) -> Result<Store, Broken> {
        Ok(Store::open(&self.addresses, clock()).await?)
    }
}

/// The day on which everything in the house happens.
const NOW_MILLIS: i64 = 1_788_249_600_000;

/// A clock that stands at 2026-09-01T08:00:00Z.
pub(crate) fn clock() -> Clock {
    Clock::Set(Arc::new(AtomicI64::new(NOW_MILLIS)))
}
