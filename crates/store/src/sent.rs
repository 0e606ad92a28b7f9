//! Files that a session has sent to be imported: looked at before they are taken, by whoever sent them and nobody else.

use assize_domain::kernel::datum::CellType;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use crate::db::{Arg, Sql, text};
use crate::error::StoreError;
use crate::operate::hash;
use crate::{Store, rows};

/// For how long a file that was sent to be imported is looked at again, in milliseconds.
pub(crate) const SENT_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// How many such files are kept whole at a time.
const SENT_FILES_MAX: i64 = 64;

impl Store {
    /// Notes that a session has sent a file to be imported.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_sent(&self, session: &str, sha256: &str) -> Result<(), StoreError> {
        let row = vec![sent(session, sha256).into(), self.db.now().into()];
        let on = " ON CONFLICT (subject) DO UPDATE SET made_at = excluded.made_at";
        let mut conn = self.db.conn().await?;
        rows::insert(&mut conn, "noting what was sent", "import_sent (subject, made_at)", vec![row], on).await
    }

    /// Whether a session has sent a file to be imported, within [`SENT_MILLIS`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn was_sent(&self, session: &str, sha256: &str) -> Result<bool, StoreError> {
        let sql = "SELECT subject FROM import_sent WHERE subject = $1 AND made_at > $2";
        let args: [Arg; 2] = [sent(session, sha256).into(), (self.db.now() - SENT_MILLIS).into()];
        let mut conn = self.db.conn().await?;
        Ok(!conn.rows("looking what was sent", sql, &args, &[CellType::Text]).await?.is_empty())
    }

    /// Keeps a file that a session has sent to be imported until it is taken, or [`SENT_MILLIS`] are over: beside the records and not among
    /// the evidence, since it may be of people, and nothing that the law can erase would refer to it. Of all such files those that were sent
    /// last are kept, [`SENT_FILES_MAX`] of them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_sent(&self, session: &str, sha256: &str, file: &[u8]) -> Result<(), StoreError> {
        let row = vec![sent(session, sha256).into(), self.db.now().into(), STANDARD.encode(file).into()];
        let on =
            " ON CONFLICT (subject) DO UPDATE SET made_at = excluded.made_at, content = excluded.content";
        let mut conn = self.db.conn().await?;
        let into = "import_sent (subject, made_at, content)";
        rows::insert(&mut conn, "keeping what was sent", into, vec![row], on).await?;
        let sql = "DELETE FROM import_sent WHERE content IS NOT NULL AND subject NOT IN \
                   (SELECT subject FROM import_sent WHERE content IS NOT NULL ORDER BY made_at DESC, subject LIMIT $1)";
        conn.run("forgetting what was sent before", sql, &[SENT_FILES_MAX.into()]).await.map(drop)
    }

    /// A file that a session has sent and that waits to be taken; nothing where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sent_file(&self, session: &str, sha256: &str) -> Result<Option<Bytes>, StoreError> {
        let sql =
            "SELECT content FROM import_sent WHERE subject = $1 AND made_at > $2 AND content IS NOT NULL";
        let args: [Arg; 2] = [sent(session, sha256).into(), (self.db.now() - SENT_MILLIS).into()];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading what was sent", sql, &args, &[CellType::Text]).await?;
        Ok(rows.first().and_then(|row| STANDARD.decode(text(row.first())).ok()).map(Bytes::from))
    }

    /// Forgets a file that a session has sent: it was taken.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_sent(&self, session: &str, sha256: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM import_sent WHERE subject = $1";
        let args: [Arg; 1] = [sent(session, sha256).into()];
        self.db.conn().await?.run("forgetting what was sent", sql, &args).await.map(drop)
    }
}

fn sent(session: &str, sha256: &str) -> String {
    hash(&format!("import {session} {sha256}"))
}
