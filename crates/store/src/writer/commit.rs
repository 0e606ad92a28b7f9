//! The two ends of a batch: the head's lock, and the commit.

use std::time::{Duration, Instant};

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_tlog::leaf_hash;

use super::{ActError, Desk, Draft, Head};
use crate::clock::system_millis;
use crate::db::{OwnConn, SERVER_MILLIS, Sql as _, int, text};
use crate::error::StoreError;

/// For how long it is asked whether acts came about, where the answer to their commit was lost.
const ASKED_MAX: Duration = Duration::from_secs(45);
/// How long it takes until it is asked again.
const ASKED_AGAIN: Duration = Duration::from_millis(500);

impl Desk {
    /// Commits. Where the answer is lost, the journal tells on another connection whether it happened: by the last entry of the batch, which nobody
    /// else can have written, since its leaf holds salts.
    pub(super) async fn commit(
        &self,
        conn: &mut OwnConn,
        drafts: &[Result<Draft, ActError>],
    ) -> Result<(), StoreError> {
        let Err(error) = conn.run("committing", "COMMIT", &[]).await else { return Ok(()) };
        if matches!(conn, OwnConn::Sqlite(_)) {
            let _ = conn.run("rolling back", "ROLLBACK", &[]).await;
        }
        let entry = drafts.iter().flatten().flat_map(|draft| &draft.entries).next_back();
        let Some(entry) = entry else { return Err(error) };
        let leaf = hex(leaf_hash(&entry.leaf()).as_bytes());
        let begun = Instant::now();
        loop {
            match self.stands(entry.seq, &leaf).await {
                Ok(true) => {
                    tracing::warn!(%error, "the answer to a commit was lost; the journal says that it happened");
                    return Ok(());
                }
                Ok(false) => return Err(error),
                // Of a file there is no more to be heard.
                Err(why) if matches!(conn, OwnConn::Sqlite(_)) => return Err(why),
                Err(why) if begun.elapsed() > ASKED_MAX => {
                    tracing::error!(%error, %why, entry = entry.seq, "whether acts came about is not known");
                    return Err(StoreError::Unknown);
                }
                Err(_) => tokio::time::sleep(ASKED_AGAIN).await,
            }
        }
    }

    /// Whether an entry stands in the journal. A server's head is locked first: whatever was on its way to it has then come to its end.
    async fn stands(&self, seq: i64, leaf: &str) -> Result<bool, StoreError> {
        let mut conn = self.db.lock_conn().await?;
        let is_server = matches!(conn, OwnConn::Postgres(..));
        if is_server {
            lock_row(&mut conn).await?;
        }
        let sql = "SELECT leaf FROM journal WHERE seq = $1";
        let rows = conn.rows("looking for an entry", sql, &[seq.into()], &[CellType::Text]).await?;
        if is_server {
            let _ = conn.run("letting go of the head", "ROLLBACK", &[]).await;
        }
        Ok(rows.first().is_some_and(|row| text(row.first()) == leaf))
    }
}

/// Begins a write transaction and takes the head row's lock.
///
/// # Errors
/// [`StoreError::Fenced`] where the store takes no acts.
pub(super) async fn lock_head(conn: &mut OwnConn) -> Result<Head, StoreError> {
    // INVARIANT (fenced): whoever holds the head sees whether the store takes acts, so that none is committed after it was fenced.
    match lock_row(conn).await? {
        (_, Some(why)) => Err(StoreError::Fenced(why)),
        (head, None) => Ok(head),
    }
}

/// The head, and why no act is taken, where none is. A server says its time with it.
async fn lock_row(conn: &mut OwnConn) -> Result<(Head, Option<String>), StoreError> {
    let doing = "locking the head";
    let (begin, lock) = match conn {
        OwnConn::Sqlite(_) => {
            ("BEGIN IMMEDIATE", "SELECT seq, at, fenced, 0 FROM head WHERE one = 1".to_owned())
        }
        OwnConn::Postgres(..) => (
            "BEGIN ISOLATION LEVEL READ COMMITTED",
            format!("UPDATE head SET seq = seq WHERE one = 1 RETURNING seq, at, fenced, {SERVER_MILLIS}"),
        ),
    };
    conn.run("beginning a batch", begin, &[]).await?;
    let before = system_millis();
    let types = [CellType::Int, CellType::Int, CellType::Text, CellType::Int];
    let rows = conn.rows(doing, &lock, &[], &types).await?;
    let row = rows.first().ok_or_else(|| StoreError::Log("the store has no head row".to_owned()))?;
    if let OwnConn::Postgres(_, ahead) = conn {
        ahead.note(before, int(row.get(3)), system_millis());
    }
    let fenced = row.get(2).filter(|cell| **cell != Cell::Null).map(|cell| text(Some(cell)));
    Ok((Head { seq: int(row.first()), at: int(row.get(1)) }, fenced))
}
