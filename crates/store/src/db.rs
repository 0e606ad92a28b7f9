//! Two databases behind one small door: the same SQL text, `$n` placeholders, numbers and texts only.

mod schema;
mod version;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use assize_domain::kernel::datum::{Cell, CellType};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, Executor, Postgres, Row, Sqlite};
use uuid::Uuid;
use uuid::fmt::Hyphenated;

use self::schema::in_schema;
pub(crate) use self::schema::remove;
pub(crate) use self::version::Version;
use crate::clock::{Ahead, system_millis};
use crate::error::StoreError;

/// How long SQLite waits for another process to let go of the database.
const BUSY_WAIT: Duration = Duration::from_secs(30);
/// How long a server of databases may take to take a connection.
const CONNECT_TIME_MAX: Duration = Duration::from_secs(10);
/// How long it may take to carry a statement out. A network that is cut says nothing, so that without this nobody would ever hear of it.
const STATEMENT_TIME_MAX: Duration = Duration::from_secs(60);
/// What a server is told of a connection: to look after it, so that what a process held that is cut off is let go of within half a minute.
const LOOKED_AFTER: &str = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; \
                            SET tcp_user_timeout = 25000; SET client_connection_check_interval = 5000";
/// The same of one that takes the head's lock, for which everybody else waits: it may not stand still meanwhile.
const LOCK_HELD_MAX: &str = "SET idle_in_transaction_session_timeout = 20000";
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
/// How much of a database file is read where it stands in the system's cache, rather than copied from there page by page: all of it, up
/// to a tebibyte. SQLite is built for that by `.cargo/config.toml`, and reads 2 GiB so without it.
const MAPPED_BYTES: &str = "1099511627776";

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
    Sqlite { options: Arc<SqliteConnectOptions>, pool: SqlitePool },
    Postgres { options: Arc<PgConnectOptions>, pool: PgPool, ahead: Ahead },
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
    /// Opens the database at `address`: `sqlite:PATH` or `postgres://...`, of the latter a schema alone where it ends in `?schema=NAME`.
    pub(crate) async fn open(address: &str, opening: Opening) -> Result<Self, StoreError> {
        Self::open_sized(address, opening, READERS_MAX).await
    }

    /// The same, with `readers_max` connections for reads at the most.
    pub(crate) async fn open_sized(
        address: &str,
        opening: Opening,
        readers_max: u32,
    ) -> Result<Self, StoreError> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            let path = Path::new(path.strip_prefix("//").unwrap_or(path));
            return Self::open_file(path, address, opening, readers_max).await;
        }
        if let Some(name) = address.strip_prefix(MEMORY) {
            return Self::in_memory(name).await;
        }
        if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let options = in_schema(address, opening).await?;
            let pool = PgPoolOptions::new()
                .max_connections(readers_max)
                .after_connect(|conn, _| Box::pin(told(conn, LOOKED_AFTER)))
                .connect_with(options.clone())
                .await
                .map_err(StoreError::database("opening it"))?;
            let db = Self::Postgres { options: Arc::new(options), pool, ahead: Ahead::default() };
            db.follow().await?;
            return Ok(db);
        }
        Err(StoreError::Address {
            address: without_password(address),
            why: "it begins with neither `sqlite:` nor `postgres:`".to_owned(),
        })
    }

    async fn open_file(
        path: &Path,
        address: &str,
        opening: Opening,
        readers_max: u32,
    ) -> Result<Self, StoreError> {
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
                Self::pooled(options, readers_max).await
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
        Ok(Self::Sqlite { options: Arc::new(options), pool })
    }

    /// Opens a file to read it. SQLite makes files of its own beside one in WAL mode, even to read it. Where it cannot,
    /// the file is read as one that nobody changes, which is right where no write-ahead log stands beside it.
    async fn open_to_read(path: &Path, options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let found = match Self::pooled(options.clone(), READERS_MAX).await {
            Ok(db) => db.readable().await.map(|()| db),
            Err(error) => Err(error),
        };
        match found {
            Err(StoreError::Database { source, .. }) if is_unwritable(&source) => {
                if has_write_ahead_log(path) {
                    return Err(StoreError::NeedsItsFolder(path.display().to_string()));
                }
                Self::pooled(options.immutable(true), READERS_MAX).await
            }
            other => other,
        }
    }

    async fn readable(&self) -> Result<(), StoreError> {
        let sql = "SELECT COUNT(*) FROM sqlite_master";
        self.conn().await?.rows("opening it", sql, &[], &[CellType::Int]).await.map(drop)
    }

    async fn pooled(options: SqliteConnectOptions, readers_max: u32) -> Result<Self, StoreError> {
        let pool = SqlitePoolOptions::new()
            .max_connections(readers_max)
            .min_connections(0)
            .connect_with(options.clone())
            .await
            .map_err(StoreError::database("opening it"))?;
        Ok(Self::Sqlite { options: Arc::new(options), pool })
    }

    pub(crate) const fn kind(&self) -> DatabaseKind {
        match self {
            Self::Sqlite { .. } => DatabaseKind::Sqlite,
            Self::Postgres { .. } => DatabaseKind::Postgres,
        }
    }

    /// A connection of the pool, for reads and for `operate`.
    pub(crate) async fn conn(&self) -> Result<Conn, StoreError> {
        let doing = "waiting for a connection";
        Ok(match self {
            Self::Sqlite { pool, .. } => {
                Conn::Sqlite(pool.acquire().await.map_err(StoreError::database(doing))?)
            }
            Self::Postgres { pool, ahead, .. } => {
                Conn::Postgres(pool.acquire().await.map_err(StoreError::database(doing))?, ahead.clone())
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
            Self::Postgres { options, ahead, .. } => {
                let connecting = async {
                    let mut conn = options.connect().await?;
                    told(&mut conn, LOOKED_AFTER).await?;
                    Ok(conn)
                };
                let conn =
                    in_time(CONNECT_TIME_MAX, connecting).await.map_err(StoreError::database(doing))?;
                OwnConn::Postgres(conn, ahead.clone())
            }
        })
    }

    /// The same for whoever takes the head's lock: the server ends one that stands still while it holds it.
    pub(crate) async fn lock_conn(&self) -> Result<OwnConn, StoreError> {
        let mut conn = self.own_conn().await?;
        if let OwnConn::Postgres(conn, _) = &mut conn {
            in_time(CONNECT_TIME_MAX, told(conn, LOCK_HELD_MAX))
                .await
                .map_err(StoreError::database("opening a connection"))?;
        }
        Ok(conn)
    }

    /// The database's time, in milliseconds after 1970: what is leased, waits or runs out goes by it, in whichever process.
    pub(crate) fn now(&self) -> i64 {
        match self {
            Self::Sqlite { .. } => system_millis(),
            Self::Postgres { ahead, .. } => ahead.now(),
        }
    }

    /// How far the database's clock is known to be ahead; a file has the system's.
    pub(crate) fn ahead(&self) -> Ahead {
        match self {
            Self::Sqlite { .. } => Ahead::default(),
            Self::Postgres { ahead, .. } => ahead.clone(),
        }
    }

    /// Looks what the database's clock says.
    pub(crate) async fn follow(&self) -> Result<(), StoreError> {
        let Self::Postgres { ahead, .. } = self else { return Ok(()) };
        let mut conn = self.conn().await?;
        let sql = format!("SELECT {SERVER_MILLIS}");
        let before = system_millis();
        let rows = conn.rows("reading the clock", &sql, &[], &[CellType::Int]).await?;
        ahead.note(before, int(rows.first().and_then(|row| row.first())), system_millis());
        Ok(())
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { pool, .. } => pool.close().await,
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }
}

/// What a server of databases says the time is, in milliseconds after 1970.
pub(crate) const SERVER_MILLIS: &str = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

/// Tells a server how to treat a connection. One that does not know how, or stands behind a proxy that will not have it, serves all the same.
async fn told(conn: &mut sqlx::PgConnection, telling: &'static str) -> Result<(), sqlx::Error> {
    match sqlx::raw_sql(telling).execute(conn).await {
        Err(error @ sqlx::Error::Database(_)) => {
            tracing::debug!(%error, "the database does not look after its connections");
            Ok(())
        }
        other => other.map(drop),
    }
}

/// What comes of something within a time.
async fn in_time<T>(
    time_max: Duration,
    doing: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, sqlx::Error> {
    tokio::time::timeout(time_max, doing).await.unwrap_or_else(|_| {
        let late = format!("no answer within {} s", time_max.as_secs());
        Err(sqlx::Error::Io(std::io::Error::new(std::io::ErrorKind::TimedOut, late)))
    })
}

/// Whether nothing was heard in time.
fn is_late<T>(done: &Result<T, sqlx::Error>) -> bool {
    matches!(done, Err(sqlx::Error::Io(error)) if error.kind() == std::io::ErrorKind::TimedOut)
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
    Postgres(PoolConnection<Postgres>, Ahead),
}

/// A connection of its own.
#[derive(Debug)]
pub(crate) enum OwnConn {
    Sqlite(sqlx::SqliteConnection),
    Postgres(sqlx::PgConnection, Ahead),
}

impl OwnConn {
    /// Says goodbye to the database, as far as that listens.
    pub(crate) async fn end(self) {
        use sqlx::Connection as _;
        let _ = match self {
            Self::Sqlite(conn) => conn.close().await,
            Self::Postgres(conn, _) => conn.close().await,
        };
    }
}

/// What both kinds of connection can do.
pub(crate) trait Sql {
    /// The database's time, in milliseconds after 1970.
    fn now(&self) -> i64;
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
    ($type:ty, $conn:ident => $executor:expr, late => $given_up:path) => {
        impl Sql for $type {
            fn now(&self) -> i64 {
                match self {
                    Self::Sqlite(_) => system_millis(),
                    Self::Postgres(_, ahead) => ahead.now(),
                }
            }

            async fn run(&mut self, doing: &'static str, sql: &str, args: &[Arg]) -> Result<u64, StoreError> {
                match self {
                    Self::Sqlite($conn) => {
                        run_on::<Sqlite, _>($executor, sql, args).await.map(|done| done.rows_affected())
                    }
                    Self::Postgres($conn, _) => {
                        let running = run_on::<Postgres, _>($executor, sql, args);
                        let done = in_time(STATEMENT_TIME_MAX, running).await;
                        if is_late(&done) {
                            $given_up($conn);
                        }
                        done.map(|done| done.rows_affected())
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
                    Self::Postgres($conn, _) => {
                        let asking = rows_on::<Postgres, _>($executor, sql, args, types);
                        let found = in_time(STATEMENT_TIME_MAX, asking).await;
                        if is_late(&found) {
                            $given_up($conn);
                        }
                        found
                    }
                }
                .map_err(StoreError::database(doing))
            }
        }
    };
}
// One of the pool whose answer is awaited still goes back to nobody.
sql_for!(OwnConn, conn => &mut *conn, late => left);
sql_for!(Conn, conn => &mut **conn, late => PoolConnection::close_on_drop);

/// Whoever has a connection of their own lets go of it by themselves.
const fn left(_: &mut sqlx::PgConnection) {}

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
