//! Two databases behind one small door: the same SQL text, `$n` placeholders, numbers and texts only.

use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use assize_domain::kernel::datum::{Cell, CellType};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, Executor, Postgres, Row, Sqlite};
use uuid::Uuid;
use uuid::fmt::Hyphenated;

use crate::error::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/both");
static SEARCH_SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static SEARCH_POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// How long SQLite waits for another process to let go of the database.
const BUSY_WAIT: Duration = Duration::from_secs(30);
/// How many connections serve reads.
const READERS_MAX: u32 = 8;
/// Statements with no more placeholders than this are kept prepared. Rooms that read and write many rows see to it that
/// theirs come in a few lengths.
const KEPT_ARGS_MAX: usize = 600;
/// How many prepared statements a connection keeps.
const KEPT_STATEMENTS: usize = 300;
/// How many rows SQLite's thread may be ahead of who reads them.
const ROWS_AHEAD: usize = 1_000;

/// `id LISTED($3)`: that something is in the list which is the argument. Each database unpacks it in words of its own.
pub(crate) const LISTED: &str = "LISTED";
/// How much of a database file is read where it stands in the system's cache, rather than copied from there page by page: as much as
/// SQLite can.
const MAPPED_BYTES: &str = "2147418112";

/// What begins the address of a database that is in memory alone.
pub(crate) const MEMORY: &str = "memory:";

/// A value bound to a placeholder. An empty one has a type too, because PostgreSQL asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arg {
    Int(Option<i64>),
    Text(Option<String>),
}

impl Arg {
    /// A cell of a column.
    pub(crate) fn of(cell: &Cell, column: CellType) -> Self {
        match (cell, column) {
            (Cell::Int(int), _) => Self::Int(Some(*int)),
            (Cell::Text(text), _) => Self::Text(Some(text.clone())),
            (Cell::Null, CellType::Int) => Self::Int(None),
            (Cell::Null, CellType::Text) => Self::Text(None),
        }
    }
}

impl Arg {
    /// Ids as what [`LISTED`] takes: a list in JSON.
    pub(crate) fn listed(ids: &[Uuid]) -> Self {
        let mut text = String::with_capacity(ids.len() * (Hyphenated::LENGTH + 3) + 2);
        let mut buffer = [0; Hyphenated::LENGTH];
        for (n, id) in ids.iter().enumerate() {
            text.push_str(if n == 0 { "[\"" } else { ",\"" });
            text.push_str(id.hyphenated().encode_lower(&mut buffer));
            text.push('"');
        }
        text.push_str(if ids.is_empty() { "[]" } else { "]" });
        Self::Text(Some(text))
    }
}

impl From<i64> for Arg {
    fn from(int: i64) -> Self {
        Self::Int(Some(int))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Arg {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<Uuid> for Arg {
    fn from(id: Uuid) -> Self {
        Self::Text(Some(id.hyphenated().to_string()))
    }
}

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseKind {
    /// SQLite: a file.
    Sqlite,
    /// PostgreSQL: a server.
    Postgres,
}

/// A database.
#[derive(Clone, Debug)]
pub(crate) enum Db {
    Sqlite { options: Box<SqliteConnectOptions>, pool: SqlitePool },
    Postgres { options: Box<PgConnectOptions>, pool: PgPool },
}

/// What a database is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// To be made: it is not there yet.
    New,
    /// To act in it.
    Acting,
    /// To be read alone: nothing is written, and nothing needs to be writable.
    Reading,
}

impl Db {
    /// Opens the database at `address`: `sqlite:PATH` or `postgres://...`.
    pub(crate) async fn open(address: &str, opening: Opening) -> Result<Self, StoreError> {
        use sqlx::ConnectOptions as _;
        if let Some(path) = address.strip_prefix("sqlite:") {
            return Self::open_file(Path::new(path.strip_prefix("//").unwrap_or(path)), address, opening)
                .await;
        }
        if let Some(name) = address.strip_prefix(MEMORY) {
            return Self::in_memory(name).await;
        }
        if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(address).map_err(|_| StoreError::Address {
                address: without_password(address),
                why: "it is not an address like postgres://user:password@host/database".to_owned(),
            })?;
            let options = options.statement_cache_capacity(KEPT_STATEMENTS).disable_statement_logging();
            let pool = PgPoolOptions::new()
                .max_connections(READERS_MAX)
                .connect_with(options.clone())
                .await
                .map_err(StoreError::database("opening it"))?;
            return Ok(Self::Postgres { options: Box::new(options), pool });
        }
        Err(StoreError::Address {
            address: without_password(address),
            why: "it begins with neither `sqlite:` nor `postgres:`".to_owned(),
        })
    }

    async fn open_file(path: &Path, address: &str, opening: Opening) -> Result<Self, StoreError> {
        match (opening, path.exists()) {
            (Opening::New, true) => return Err(StoreError::Exists(address.to_owned())),
            (Opening::New, false) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                folder
                    .map_or(Ok(()), std::fs::create_dir_all)
                    .map_err(StoreError::file("making the database's folder"))?;
            }
            (Opening::Acting | Opening::Reading, false) => {
                return Err(StoreError::Missing(address.to_owned()));
            }
            (Opening::Acting | Opening::Reading, true) => {}
        }
        let options = file_options(path);
        let opened = match opening {
            Opening::New | Opening::Acting => {
                let options = options
                    .create_if_missing(opening == Opening::New)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .pragma("secure_delete", "ON");
                Self::pooled(options).await
            }
            Opening::Reading => Self::open_to_read(path, options.read_only(true)).await,
        };
        opened.map_err(|error| match error {
            StoreError::Database { source, .. } if code_of(&source) == Some(NO_DATABASE) => {
                let why = "the file is no SQLite database".to_owned();
                StoreError::Address { address: address.to_owned(), why }
            }
            other => other,
        })
    }

    /// A database that is in the memory of this process alone, by its name, for as long as a connection to it is open. Nothing of it comes to
    /// a disk: its journal and what sorting needs are in memory too.
    async fn in_memory(name: &str) -> Result<Self, StoreError> {
        let options = file_options(Path::new(&format!("/assize-{name}")))
            .vfs("memdb")
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Memory)
            .synchronous(SqliteSynchronous::Off)
            .pragma("temp_store", "MEMORY");
        let pool = SqlitePoolOptions::new()
            .max_connections(READERS_MAX)
            .min_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await
            .map_err(StoreError::database("opening it"))?;
        Ok(Self::Sqlite { options: Box::new(options), pool })
    }

    /// Opens a file to read it. SQLite makes files of its own beside one in WAL mode, even to read it. Where it cannot,
    /// the file is read as one that nobody changes, which is right where no write-ahead log stands beside it.
    async fn open_to_read(path: &Path, options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let found = match Self::pooled(options.clone()).await {
            Ok(db) => db.readable().await.map(|()| db),
            Err(error) => Err(error),
        };
        match found {
            Err(StoreError::Database { source, .. }) if is_unwritable(&source) => {
                if has_write_ahead_log(path) {
                    return Err(StoreError::NeedsItsFolder(path.display().to_string()));
                }
                Self::pooled(options.immutable(true)).await
            }
            other => other,
        }
    }

    async fn readable(&self) -> Result<(), StoreError> {
        let sql = "SELECT COUNT(*) FROM sqlite_master";
        self.conn().await?.rows("opening it", sql, &[], &[CellType::Int]).await.map(drop)
    }

    async fn pooled(options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let pool = SqlitePoolOptions::new()
            .max_connections(READERS_MAX)
            .min_connections(0)
            .connect_with(options.clone())
            .await
            .map_err(StoreError::database("opening it"))?;
        Ok(Self::Sqlite { options: Box::new(options), pool })
    }

    /// Sees that the tables are those of this version.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where the database holds no store; [`StoreError::Older`]; [`StoreError::Newer`].
    pub(crate) async fn of_this_version(&self, address: &str) -> Result<(), StoreError> {
        let applied = self.migrations().await?;
        let ours: BTreeSet<i64> = self.migrator().iter().map(|migration| migration.version).collect();
        if applied.is_empty() {
            return Err(StoreError::Missing(without_password(address)));
        }
        if !applied.is_subset(&ours) {
            return Err(StoreError::Newer(without_password(address)));
        }
        if applied != ours {
            return Err(StoreError::Older(without_password(address)));
        }
        Ok(())
    }

    /// The migrations that a database has had; none where it holds no store.
    async fn migrations(&self) -> Result<BTreeSet<i64>, StoreError> {
        let doing = "reading which version it is of";
        let there = match self.kind() {
            DatabaseKind::Sqlite => "SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'",
            DatabaseKind::Postgres => "SELECT COUNT(to_regclass('_sqlx_migrations'))",
        };
        let mut conn = self.conn().await?;
        let found = conn.rows(doing, there, &[], &[CellType::Int]).await?;
        if int(found.first().and_then(|row| row.first())) == 0 {
            return Ok(BTreeSet::new());
        }
        let sql = "SELECT version FROM _sqlx_migrations";
        let rows = conn.rows(doing, sql, &[], &[CellType::Int]).await?;
        Ok(rows.iter().map(|row| int(row.first())).collect())
    }

    fn migrator(&self) -> Migrator {
        match self.kind() {
            DatabaseKind::Sqlite => together(&SEARCH_SQLITE),
            DatabaseKind::Postgres => together(&SEARCH_POSTGRES),
        }
    }

    pub(crate) const fn kind(&self) -> DatabaseKind {
        match self {
            Self::Sqlite { .. } => DatabaseKind::Sqlite,
            Self::Postgres { .. } => DatabaseKind::Postgres,
        }
    }

    /// Brings the tables to this version.
    ///
    /// # Errors
    /// [`StoreError::Newer`] where a later version has made them; [`StoreError::Migrate`].
    pub(crate) async fn migrate(&self, address: &str) -> Result<(), StoreError> {
        let migrator = self.migrator();
        let done = match self {
            Self::Sqlite { pool, .. } => migrator.run(pool).await,
            Self::Postgres { pool, .. } => migrator.run(pool).await,
        };
        done.map_err(|error| match error {
            MigrateError::VersionMissing(_) => StoreError::Newer(without_password(address)),
            error => error.into(),
        })
    }

    /// A connection of the pool, for reads and for `operate`.
    pub(crate) async fn conn(&self) -> Result<Conn, StoreError> {
        let doing = "waiting for a connection";
        Ok(match self {
            Self::Sqlite { pool, .. } => {
                Conn::Sqlite(pool.acquire().await.map_err(StoreError::database(doing))?)
            }
            Self::Postgres { pool, .. } => {
                Conn::Postgres(pool.acquire().await.map_err(StoreError::database(doing))?)
            }
        })
    }

    /// A connection outside the pool, whose transaction no other can meet.
    pub(crate) async fn own_conn(&self) -> Result<OwnConn, StoreError> {
        use sqlx::ConnectOptions as _;
        let doing = "opening a connection";
        Ok(match self {
            Self::Sqlite { options, .. } => {
                OwnConn::Sqlite(options.connect().await.map_err(StoreError::database(doing))?)
            }
            Self::Postgres { options, .. } => {
                OwnConn::Postgres(options.connect().await.map_err(StoreError::database(doing))?)
            }
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { pool, .. } => pool.close().await,
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }
}

fn file_options(path: &Path) -> SqliteConnectOptions {
    use sqlx::ConnectOptions as _;
    SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .pragma("mmap_size", MAPPED_BYTES)
        .busy_timeout(BUSY_WAIT)
        .statement_cache_capacity(KEPT_STATEMENTS)
        .row_buffer_size(ROWS_AHEAD)
        .disable_statement_logging()
}

/// Whether SQLite failed because it could not make the files that it wants beside the database.
fn is_unwritable(error: &sqlx::Error) -> bool {
    code_of(error).is_some_and(|code| UNWRITABLE.contains(&code))
}

/// SQLite's codes for a file that may not be written, and for one that cannot be opened.
const UNWRITABLE: [i64; 2] = [8, 14];
/// SQLite's code for a file that is none of its own.
const NO_DATABASE: i64 = 26;

/// SQLite's code of a failure, without its extension.
fn code_of(error: &sqlx::Error) -> Option<i64> {
    let code = error.as_database_error()?.code()?;
    code.parse::<i64>().ok().map(|code| code & 0xff)
}

/// Whether a database is in use, or was left without being closed: its write-ahead log stands beside it then.
fn has_write_ahead_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    Path::new(&log).exists()
}

/// The migrations of both databases and those of this one's search tables, as one list: what a store has that is not in
/// it was made by a later version, and the store is then not opened.
fn together(search: &Migrator) -> Migrator {
    let all: Vec<_> = MIGRATIONS.iter().chain(search.iter()).cloned().collect();
    Migrator { migrations: all.into(), ..Migrator::DEFAULT }
}

/// The address without its password, for messages.
pub(crate) fn without_password(address: &str) -> String {
    match url::Url::parse(address) {
        Ok(mut url) if url.password().is_some() => {
            let _ = url.set_password(Some("..."));
            url.to_string()
        }
        _ => address.to_owned(),
    }
}

/// A connection of the pool.
#[derive(Debug)]
pub(crate) enum Conn {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A connection of its own.
#[derive(Debug)]
pub(crate) enum OwnConn {
    Sqlite(sqlx::SqliteConnection),
    Postgres(sqlx::PgConnection),
}

/// What both kinds of connection can do.
pub(crate) trait Sql {
    /// Runs a statement; the number of rows it changed.
    async fn run(&mut self, doing: &'static str, sql: &str, args: &[Arg]) -> Result<u64, StoreError>;
    /// Runs a query; rows of cells of the types named.
    async fn rows(
        &mut self,
        doing: &'static str,
        sql: &str,
        args: &[Arg],
        types: &[CellType],
    ) -> Result<Vec<Vec<Cell>>, StoreError>;
}

async fn run_on<'c, D, E>(conn: E, sql: &str, args: &[Arg]) -> Result<D::QueryResult, sqlx::Error>
where
    D: sqlx::Database + sqlx::database::HasStatementCache,
    E: Executor<'c, Database = D>,
    D::Arguments: sqlx::IntoArguments<D>,
    Option<i64>: for<'q> sqlx::Encode<'q, D> + sqlx::Type<D>,
    Option<String>: for<'q> sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    bound::<D>(sql, args).execute(conn).await
}

fn bound<'q, D>(sql: &str, args: &[Arg]) -> sqlx::query::Query<'q, D, D::Arguments>
where
    D: sqlx::Database + sqlx::database::HasStatementCache,
    D::Arguments: sqlx::IntoArguments<D>,
    Option<i64>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    Option<String>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let keep = args.len() <= KEPT_ARGS_MAX;
    let mut query = sqlx::query::<D>(AssertSqlSafe(unpacked(sql, D::NAME))).persistent(keep);
    for arg in args {
        query = match arg {
            Arg::Int(int) => query.bind(*int),
            Arg::Text(text) => query.bind(text.clone()),
        };
    }
    query
}

/// A statement with its lists in the words of a database.
fn unpacked(sql: &str, database: &str) -> String {
    let (before, after) = match database == <Sqlite as sqlx::Database>::NAME {
        true => ("IN (SELECT value FROM json_each(", "))"),
        false => ("= ANY (ARRAY (SELECT json_array_elements_text(", "::json)))"),
    };
    let mut parts = sql.split("LISTED(");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (argument, rest) = part.split_once(')').unwrap_or((part, ""));
        whole.extend([before, argument, after, rest]);
    }
    whole
}

async fn rows_on<'c, D, E>(
    conn: E,
    sql: &str,
    args: &[Arg],
    types: &[CellType],
) -> Result<Vec<Vec<Cell>>, sqlx::Error>
where
    D: sqlx::Database + sqlx::database::HasStatementCache,
    E: Executor<'c, Database = D>,
    D::Arguments: sqlx::IntoArguments<D>,
    usize: sqlx::ColumnIndex<D::Row>,
    Option<i64>: for<'q> sqlx::Encode<'q, D> + sqlx::Type<D> + for<'r> sqlx::Decode<'r, D>,
    Option<String>: for<'q> sqlx::Encode<'q, D> + sqlx::Type<D> + for<'r> sqlx::Decode<'r, D>,
{
    let rows = bound::<D>(sql, args).fetch_all(conn).await?;
    rows.iter()
        .map(|row| {
            types
                .iter()
                .enumerate()
                .map(|(index, cell)| {
                    Ok(match cell {
                        CellType::Int => row.try_get::<Option<i64>, _>(index)?.map_or(Cell::Null, Cell::Int),
                        CellType::Text => {
                            row.try_get::<Option<String>, _>(index)?.map_or(Cell::Null, Cell::Text)
                        }
                    })
                })
                .collect()
        })
        .collect()
}

macro_rules! sql_for {
    ($type:ty, $conn:ident => $executor:expr) => {
        impl Sql for $type {
            async fn run(&mut self, doing: &'static str, sql: &str, args: &[Arg]) -> Result<u64, StoreError> {
                match self {
                    Self::Sqlite($conn) => {
                        run_on::<Sqlite, _>($executor, sql, args).await.map(|done| done.rows_affected())
                    }
                    Self::Postgres($conn) => {
                        run_on::<Postgres, _>($executor, sql, args).await.map(|done| done.rows_affected())
                    }
                }
                .map_err(StoreError::database(doing))
            }

            async fn rows(
                &mut self,
                doing: &'static str,
                sql: &str,
                args: &[Arg],
                types: &[CellType],
            ) -> Result<Vec<Vec<Cell>>, StoreError> {
                match self {
                    Self::Sqlite($conn) => rows_on::<Sqlite, _>($executor, sql, args, types).await,
                    Self::Postgres($conn) => rows_on::<Postgres, _>($executor, sql, args, types).await,
                }
                .map_err(StoreError::database(doing))
            }
        }
    };
}
sql_for!(OwnConn, conn => &mut *conn);
sql_for!(Conn, conn => &mut **conn);

/// The text of a cell, or empty.
pub(crate) fn text(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// The number in a cell, or 0.
pub(crate) fn int(cell: Option<&Cell>) -> i64 {
    match cell {
        Some(Cell::Int(int)) => *int,
        _ => 0,
    }
}
