//! Of which version a store's tables are, and bringing them to this one.
//!
//! Processes of two versions serve side by side while replicas are replaced one after the other. So migrations expand first: they add what the
//! version before does not look at. What takes away comes a version later, in a migration whose name begins with `contract`, and whoever does not
//! know that one acts no more.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::datum::CellType;
use sqlx::migrate::{MigrateError, Migrator};

use super::{DatabaseKind, Db, Sql as _, int, text, without_password};
use crate::error::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/both");
static SEARCH_SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static SEARCH_POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");
/// The tables of the registry of an installation, which is no store.
static REGISTRY: Migrator = sqlx::migrate!("../../migrations/installation");

/// Of which version a store's tables are, seen from this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// There is no store.
    None,
    /// Something is missing that this version has.
    Older,
    /// They are this version's.
    Ours,
    /// A later version has added to them; this one finds all that it knows.
    Expanded,
    /// A later version has made them so that this one cannot act in them.
    Later,
}

/// What the name of a migration begins with that takes away what versions before it use.
const CONTRACT: &str = "contract";

impl Version {
    /// By the migrations that a database has had, each with its name, and those of this program.
    fn of(applied: &BTreeMap<i64, String>, ours: &BTreeSet<i64>) -> Self {
        let mut later = applied.iter().filter(|(version, _)| !ours.contains(version)).map(|(_, name)| name);
        let is_whole = ours.iter().all(|version| applied.contains_key(version));
        let takes_away = later.clone().any(|name| name.starts_with(CONTRACT));
        match (later.next(), is_whole) {
            _ if applied.is_empty() => Self::None,
            (None, true) => Self::Ours,
            (None, false) => Self::Older,
            (Some(_), true) if !takes_away => Self::Expanded,
            (Some(_), _) => Self::Later,
        }
    }
}

impl Db {
    /// Sees that the tables are those of this version.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where the database holds no store; [`StoreError::Older`]; [`StoreError::Newer`].
    pub(crate) async fn of_this_version(&self, address: &str) -> Result<(), StoreError> {
        match self.version().await? {
            Version::None => Err(StoreError::Missing(without_password(address))),
            Version::Ours => Ok(()),
            Version::Expanded | Version::Later => Err(StoreError::Newer(without_password(address))),
            Version::Older => Err(StoreError::Older(without_password(address))),
        }
    }

    /// Of which version the tables are.
    pub(crate) async fn version(&self) -> Result<Version, StoreError> {
        let doing = "reading which version it is of";
        let there = match self.kind() {
            DatabaseKind::Sqlite => "SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'",
            DatabaseKind::Postgres => "SELECT COUNT(to_regclass('_sqlx_migrations'))",
        };
        let mut conn = self.conn().await?;
        let found = conn.rows(doing, there, &[], &[CellType::Int]).await?;
        if int(found.first().and_then(|row| row.first())) == 0 {
            return Ok(Version::None);
        }
        let sql = "SELECT version, description FROM _sqlx_migrations";
        let rows = conn.rows(doing, sql, &[], &[CellType::Int, CellType::Text]).await?;
        let applied = rows.iter().map(|row| (int(row.first()), text(row.get(1))));
        Ok(Version::of(
            &applied.collect(),
            &self.migrator().iter().map(|migration| migration.version).collect(),
        ))
    }

    fn migrator(&self) -> Migrator {
        match self.kind() {
            DatabaseKind::Sqlite => together(&SEARCH_SQLITE),
            DatabaseKind::Postgres => together(&SEARCH_POSTGRES),
        }
    }

    /// Brings the tables to this version. On a server, where processes of a later version may serve beside this one, tables that were added to
    /// since stay as they are; a file is opened by nobody of an earlier version.
    ///
    /// # Errors
    /// [`StoreError::Newer`] where a later version has made them so that this one cannot act in them; [`StoreError::Migrate`].
    pub(crate) async fn migrate(&self, address: &str) -> Result<(), StoreError> {
        let mut migrator = self.migrator();
        let done = match self {
            Self::Sqlite { pool, .. } => migrator.run(pool).await,
            Self::Postgres { pool, .. } => {
                if self.version().await? == Version::Later {
                    return Err(StoreError::Newer(without_password(address)));
                }
                migrator.set_ignore_missing(true).run(pool).await
            }
        };
        done.map_err(|error| unmigrated(error, address))
    }

    /// The same of the registry of an installation.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub(crate) async fn migrate_registry(&self, address: &str) -> Result<(), StoreError> {
        let done = match self {
            Self::Sqlite { pool, .. } => REGISTRY.run(pool).await,
            Self::Postgres { pool, .. } => REGISTRY.run(pool).await,
        };
        done.map_err(|error| unmigrated(error, address))
    }
}

fn unmigrated(error: MigrateError, address: &str) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) => StoreError::Newer(without_password(address)),
        error => error.into(),
    }
}

/// The migrations of both databases and those of this one's search tables, as one list: what a store has that is not in
/// it was made by a later version, and the store is then not opened.
fn together(search: &Migrator) -> Migrator {
    let all: Vec<_> = MIGRATIONS.iter().chain(search.iter()).cloned().collect();
    Migrator { migrations: all.into(), ..Migrator::DEFAULT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_goes_on_beside_a_later_one_that_only_adds() {
        let ours: BTreeSet<i64> = [1, 2].into();
        let of = |applied: &[(i64, &str)]| {
            Version::of(
                &applied.iter().map(|(version, name)| (*version, (*name).to_owned())).collect(),
                &ours,
            )
        };
        let both = [(1, "journal"), (2, "records")];
        assert_eq!(of(&[]), Version::None);
        assert_eq!(of(&both), Version::Ours);
        assert_eq!(of(&both[..1]), Version::Older);
        assert_eq!(of(&[both[0], both[1], (3, "more")]), Version::Expanded);
        assert_eq!(of(&[both[0], both[1], (3, "contract papers"), (4, "more")]), Version::Later);
        assert_eq!(of(&[both[0], (3, "more")]), Version::Later, "one that is not there in place of ours");
    }

    #[test]
    fn a_migration_that_takes_away_says_so_in_its_name() {
        // Those of before the rule, of which none was run beside an earlier version.
        const RULED_FROM: i64 = 141;
        for migration in MIGRATIONS.iter().chain(SEARCH_SQLITE.iter()).chain(SEARCH_POSTGRES.iter()) {
            let sql = migration.sql.as_str().to_uppercase();
            let takes = ["DROP TABLE", "DROP COLUMN", "RENAME ", "SET NOT NULL", "ALTER COLUMN"];
            let named = migration.description.starts_with(CONTRACT);
            if migration.version % 1_000 >= RULED_FROM && takes.iter().any(|word| sql.contains(word)) {
                assert!(named, "{} {} takes something away", migration.version, migration.description);
            }
        }
    }
}
