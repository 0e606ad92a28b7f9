//! What a store says of itself to whoever looks after it: how old what waits is, how the clocks stand, what room is left. Nothing of an audit is in it.

use assize_domain::kernel::datum::CellType;

use crate::clock::system_millis;
use crate::db::{DatabaseKind, Opening, SERVER_MILLIS, Sql as _, int};
use crate::error::StoreError;
use crate::{Addresses, Clock, Db, Store};

/// The name of the fact ([`Store::meta`]) that says when the last backup was written, in milliseconds after 1970.
pub const BACKUP_FACT: &str = "backup_at";

/// How a store stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Entries of the journal.
    pub entries: i64,
    /// How many milliseconds the journal's last entry lies ahead of this clock; 0 where it does not.
    pub journal_ahead_millis: i64,
    /// How many milliseconds the database's clock is ahead of this one; negative where it is behind. A file has the clock of this machine.
    pub database_ahead_millis: i64,
    /// How many entries the checkpoint that was published last does not cover.
    pub unpublished: i64,
    /// How old the oldest of them is, in milliseconds.
    pub unpublished_millis: i64,
    /// How old the oldest notice is of which nobody was told, in milliseconds; none where none waits.
    pub notice_millis: Option<i64>,
    /// For how long the letter is due that has been due longest, in milliseconds; none where none is.
    pub letter_millis: Option<i64>,
    /// How many letters were given up.
    pub letters_given_up: i64,
    /// How old the last backup is, in milliseconds; none where none was ever written.
    pub backup_millis: Option<i64>,
    /// The room left where the database, evidence and log are, each folder of this machine once.
    pub room: Vec<Room>,
}

/// The room left at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// The place.
    pub place: String,
    /// Bytes that are free for whoever asks.
    pub free: u64,
    /// Bytes that there are.
    pub all: u64,
}

impl Store {
    /// Opens a store to look at it, and changes nothing: its tables have to be of this version.
    ///
    /// # Errors
    /// [`StoreError::Missing`]; [`StoreError::Older`]; [`StoreError::Newer`]; [`StoreError`].
    pub async fn open_to_look(addresses: &Addresses, clock: Clock) -> Result<Self, StoreError> {
        let db = Db::open(&addresses.database, Opening::Reading).await?;
        db.of_this_version(&addresses.database).await?;
        Self::with(db, addresses, clock)
    }

    /// How the store stands now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn health(&self) -> Result<Health, StoreError> {
        let doing = "looking how the store stands";
        let published = self.published_size().await?.and_then(|size| i64::try_from(size).ok()).unwrap_or(0);
        let backup = self.meta(BACKUP_FACT).await?.and_then(|at| at.parse::<i64>().ok());
        let mut conn = self.db.conn().await?;
        let clock = match self.db.kind() {
            DatabaseKind::Sqlite => "SELECT CAST(unixepoch('subsec') * 1000 AS BIGINT)".to_owned(),
            DatabaseKind::Postgres => format!("SELECT {SERVER_MILLIS}"),
        };
        let before = system_millis();
        let theirs =
            int(conn.rows(doing, &clock, &[], &[CellType::Int]).await?.first().and_then(|row| row.first()));
        // Between the two readings of ours lies theirs.
        let ours = before + (system_millis() - before) / 2;
        let head = conn.rows(doing, "SELECT seq, at FROM head", &[], &[CellType::Int; 2]).await?;
        let head = |column: usize| int(head.first().and_then(|row| row.get(column)));
        let sql = "SELECT at FROM journal WHERE seq = $1";
        let first = conn.rows(doing, sql, &[(published + 1).into()], &[CellType::Text]).await?;
        let first = first.first().and_then(|row| crate::db::text(row.first()).parse().ok());
        let first = first.map(assize_domain::kernel::time::Timestamp::millis);
        let sql = "SELECT COUNT(*), MIN(at) FROM notice WHERE told_at IS NULL";
        let notices = conn.rows(doing, sql, &[], &[CellType::Int; 2]).await?;
        let sql = "SELECT COUNT(CASE WHEN given_up_at IS NULL AND sent_at IS NULL AND due_at <= $1 THEN 1 END), \
                   MIN(CASE WHEN given_up_at IS NULL AND sent_at IS NULL AND due_at <= $1 THEN due_at END), COUNT(given_up_at) FROM letter";
        let letters = conn.rows(doing, sql, &[ours.into()], &[CellType::Int; 3]).await?;
        let oldest = |rows: &[Vec<_>]| {
            let row = rows.first()?;
            (int(row.first()) > 0).then(|| (ours - int(row.get(1))).max(0))
        };
        Ok(Health {
            entries: head(0),
            journal_ahead_millis: (head(1) - ours).max(0),
            database_ahead_millis: theirs - ours,
            unpublished: (head(0) - published).max(0),
            unpublished_millis: first.map_or(0, |at| (ours - at).max(0)),
            notice_millis: oldest(&notices),
            letter_millis: oldest(&letters),
            letters_given_up: int(letters.first().and_then(|row| row.get(2))),
            backup_millis: backup.map(|at| (ours - at).max(0)),
            room: self.room()?,
        })
    }

    /// The room left where the store is, on this machine.
    pub(crate) fn room(&self) -> Result<Vec<Room>, StoreError> {
        let database = self
            .addresses
            .database
            .strip_prefix("sqlite:")
            .map(|path| path.strip_prefix("//").unwrap_or(path));
        let database =
            database.map(|path| std::path::Path::new(path).parent().unwrap_or(std::path::Path::new(".")));
        let folder = |place: &str| (!place.starts_with("s3://")).then(|| std::path::PathBuf::from(place));
        let places = database.map(std::path::Path::to_owned).into_iter();
        let places = places.chain(folder(&self.addresses.evidence)).chain(folder(&self.addresses.log));
        let (mut room, mut seen) = (Vec::new(), Vec::new());
        for place in places {
            let place = if place.as_os_str().is_empty() { std::path::PathBuf::from(".") } else { place };
            // A folder that nothing was put into yet is made with the first thing.
            let Some(there) = place.ancestors().find(|folder| folder.is_dir()) else { continue };
            let system =
                |error: rustix::io::Errno| StoreError::file("asking how much room is left")(error.into());
            let (found, on) = (
                rustix::fs::statvfs(there).map_err(system)?,
                rustix::fs::stat(there).map_err(system)?.st_dev,
            );
            if seen.contains(&on) {
                continue;
            }
            seen.push(on);
            room.push(Room {
                place: place.display().to_string(),
                free: found.f_bavail.saturating_mul(found.f_frsize),
                all: found.f_blocks.saturating_mul(found.f_frsize),
            });
        }
        Ok(room)
    }
}
