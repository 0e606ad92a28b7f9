//! The registry of an installation: which auditing organizations there are, at which hosts they are served, and where their stores stand. It
//! knows nothing of what is in them, and holds no key. `docs/adr/0023` says why it is a database.
//!
//! INVARIANT (generation): whatever changes the registry first takes the row of its generation and counts it up, in the same transaction. So
//! two changes never cross, and who remembers a generation knows whether there is anything new.

mod change;
mod name;
mod places;
mod replicas;
mod rounds;

use assize_domain::kernel::datum::{Cell, CellType};

pub use self::change::Held;
pub use self::name::{BadName, HostName, OrganizationName};
pub use self::places::{is_same_place, places_overlap};
pub use self::replicas::Replica;
use crate::DatabaseKind;
use crate::db::{Arg, Conn, Db, Opening, OwnConn, Sql, int, text, without_password};
use crate::error::StoreError;

/// The schema of the registry on PostgreSQL, where its address names none.
const SCHEMA: &str = "assize_installation";
/// How many connections read the registry at the most.
const READERS_MAX: u32 = 2;

/// How an organization stands in the installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationState {
    /// Its store is being made; it is not served yet.
    Making,
    /// It is served.
    Open,
    /// It is being moved: what it has can be read, and no act is taken.
    Moving,
    /// It is served no more; its store is kept.
    Closed,
    /// Its store is being removed.
    Removing,
}

impl OrganizationState {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Making => "making",
            Self::Open => "open",
            Self::Moving => "moving",
            Self::Closed => "closed",
            Self::Removing => "removing",
        }
    }

    fn read(word: &str) -> Option<Self> {
        let all = [Self::Making, Self::Open, Self::Moving, Self::Closed, Self::Removing];
        all.into_iter().find(|state| state.word() == word)
    }

    /// Whether requests are answered.
    #[must_use]
    pub const fn is_served(self) -> bool {
        matches!(self, Self::Open | Self::Moving)
    }
}

/// Where a store stands. No passphrase is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The database: `sqlite:PATH` or `postgres://USER@HOST/NAME?schema=SCHEMA`.
    pub store: String,
    /// Evidence and reports: a folder, or `s3://BUCKET/PREFIX`.
    pub evidence: String,
    /// The published log, likewise.
    pub log: String,
}

/// An organization of an installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// By what the installation knows it.
    pub name: OrganizationName,
    /// How it stands.
    pub state: OrganizationState,
    /// The hosts that it is served at; the first is the one that it calls itself by.
    pub hosts: Vec<HostName>,
    /// Where its store stands.
    pub at: Placement,
    /// Where it is being moved to.
    pub to: Option<Placement>,
    /// Where it stood before it was moved, until that is forgotten.
    pub old: Option<Placement>,
    /// The generation of the registry that changed it last.
    pub changed: i64,
}

/// The registry as it is at a generation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegistryView {
    /// The generation.
    pub generation: i64,
    /// The organizations, in the order of their names.
    pub organizations: Vec<Organization>,
}

/// The registry of an installation.
#[derive(Clone, Debug)]
pub struct Registry {
    db: Db,
}

impl Registry {
    /// Opens the registry, and makes it where there is none.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Newer`] where a later version has made it.
    pub async fn make(address: &str) -> Result<Self, StoreError> {
        let address = addressed(address);
        let is_there =
            address.strip_prefix("sqlite:").is_some_and(|path| std::path::Path::new(path).exists());
        let opening = if is_there { Opening::Acting } else { Opening::New };
        let db = Db::open_sized(&address, opening, READERS_MAX).await?;
        db.migrate_registry(&address).await?;
        Ok(Self { db })
    }

    /// Opens the registry.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where there is none.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        let address = addressed(address);
        let db = Db::open_sized(&address, Opening::Acting, READERS_MAX).await?;
        db.migrate_registry(&address).await?;
        Ok(Self { db })
    }

    /// Which database it stands on.
    #[must_use]
    pub const fn database_kind(&self) -> DatabaseKind {
        self.db.kind()
    }

    /// Lets go of the database.
    pub async fn close(&self) {
        self.db.close().await;
    }

    /// All organizations.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn view(&self) -> Result<RegistryView, StoreError> {
        let mut conn = self.db.own_conn().await?;
        begin(&mut conn, self.db.kind(), Locking::Snapshot).await?;
        let generation = generation(&mut conn).await?;
        let organizations = organizations(&mut conn, None).await?;
        conn.run("ending to read the registry", "ROLLBACK", &[]).await?;
        conn.end().await;
        Ok(RegistryView { generation, organizations })
    }

    /// One organization; nothing where there is none of that name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn organization(&self, name: &OrganizationName) -> Result<Option<Organization>, StoreError> {
        Ok(organizations(&mut self.db.conn().await?, Some(name)).await?.pop())
    }

    async fn conn(&self) -> Result<Conn, StoreError> {
        self.db.conn().await
    }
}

/// On PostgreSQL the registry has a schema of its own.
fn addressed(address: &str) -> String {
    if address.starts_with("sqlite:") || address.contains("schema=") {
        return address.to_owned();
    }
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}schema={SCHEMA}")
}

/// What a transaction is begun for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Locking {
    /// To read what belongs together.
    Snapshot,
    /// To change it.
    Change,
}

async fn begin(conn: &mut OwnConn, kind: DatabaseKind, locking: Locking) -> Result<(), StoreError> {
    let sql = match (kind, locking) {
        (DatabaseKind::Sqlite, Locking::Snapshot) => "BEGIN",
        (DatabaseKind::Sqlite, Locking::Change) => "BEGIN IMMEDIATE",
        (DatabaseKind::Postgres, Locking::Snapshot) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        (DatabaseKind::Postgres, Locking::Change) => "BEGIN ISOLATION LEVEL READ COMMITTED",
    };
    conn.run("beginning with the registry", sql, &[]).await.map(drop)
}

async fn generation(sql: &mut impl Sql) -> Result<i64, StoreError> {
    let query = "SELECT generation FROM installation WHERE one = 1";
    let rows = sql.rows("reading the registry", query, &[], &[CellType::Int]).await?;
    Ok(int(rows.first().and_then(|row| row.first())))
}

async fn organizations(
    sql: &mut impl Sql,
    name: Option<&OrganizationName>,
) -> Result<Vec<Organization>, StoreError> {
    let doing = "reading the organizations";
    let (only, of, args): (&str, &str, Vec<Arg>) = match name {
        Some(name) => ("WHERE name = $1", "WHERE organization = $1", vec![name.as_str().into()]),
        None => ("", "", Vec::new()),
    };
    let query =
        format!("SELECT host, organization FROM organization_host {of} ORDER BY organization, place, host");
    let hosts = sql.rows(doing, &query, &args, &[CellType::Text; 2]).await?;
    let query = format!(
        "SELECT name, state, store, evidence, log, to_store, to_evidence, to_log, old_store, old_evidence, old_log, changed \
         FROM organization {only} ORDER BY name"
    );
    const TEXTS: usize = 11;
    let mut types = vec![CellType::Text; TEXTS];
    types.push(CellType::Int);
    let rows = sql.rows(doing, &query, &args, &types).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        let word = text(row.first());
        let unfit = |what: &str| {
            StoreError::Organization(format!("the registry has {what} of `{word}` that is none"))
        };
        let placement = |from: usize| match row.get(from) {
            None | Some(Cell::Null) => None,
            Some(_) => Some(Placement {
                store: text(row.get(from)),
                evidence: text(row.get(from + 1)),
                log: text(row.get(from + 2)),
            }),
        };
        let own = hosts.iter().filter(|host| text(host.get(1)) == word);
        found.push(Organization {
            name: word.parse().map_err(|_| unfit("a name"))?,
            state: OrganizationState::read(&text(row.get(1))).ok_or_else(|| unfit("a state"))?,
            hosts: own
                .map(|host| text(host.first()).parse().map_err(|_| unfit("a host")))
                .collect::<Result<_, _>>()?,
            at: placement(2).ok_or_else(|| unfit("a place"))?,
            to: placement(5),
            old: placement(8),
            changed: int(row.get(TEXTS)),
        });
    }
    Ok(found)
}

/// Whether an address holds a passphrase, which the registry does not keep.
fn holds_password(address: &str) -> bool {
    without_password(address) != address || address.contains("password=")
}

/// An address with the passphrase of another, where both are of the same user at the same server; as it is otherwise.
#[must_use]
pub fn with_password_of(address: &str, other: &str) -> String {
    let (Ok(mut url), Ok(other)) = (url::Url::parse(address), url::Url::parse(other)) else {
        return address.to_owned();
    };
    let same = url.scheme() == other.scheme()
        && url.username() == other.username()
        && url.host() == other.host()
        && url.port() == other.port();
    match other.password() {
        Some(password) if same && url.password().is_none() && url.set_password(Some(password)).is_ok() => {
            url.to_string()
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_for_the_same_user_at_the_same_server_alone() {
        let registry = "postgres://ann:s3cret@db.example:5432/assize";
        let at = |address: &str| with_password_of(address, registry);
        assert_eq!(
            at("postgres://ann@db.example:5432/b?schema=x"),
            "postgres://ann:s3cret@db.example:5432/b?schema=x"
        );
        for other in ["postgres://bob@db.example:5432/b", "postgres://ann@evil.example:5432/b", "sqlite:a.db"]
        {
            assert_eq!(at(other), other);
        }
        assert!(holds_password(registry) && !holds_password("postgres://ann@db/a?schema=x"));
        assert!(holds_password("postgres://db/a?user=ann&password=x"));
    }
}
