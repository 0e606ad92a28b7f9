//! Documents that nobody has read yet, because the process that took them in was killed, or the bucket was away.

use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::id::EvidenceId;
use uuid::Uuid;

use crate::Store;
use crate::db::{Arg, Sql, text};
use crate::error::StoreError;

/// How long whoever took a file in has to read it before others look after it, in milliseconds.
const READ_MILLIS: i64 = 30_000;
/// How far back it is looked, in milliseconds: what is older is read when somebody asks for it.
const LOOKED_BACK_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// How long whoever takes one has it for themselves, in milliseconds.
const LEASE_MILLIS: i64 = 5 * 60 * 1_000;
/// How often one is tried; then it too waits for somebody who asks.
const TRIES_MAX: i64 = 5;
/// How many are looked at to find one to take.
const LOOKED_AT: i64 = 20;

impl Store {
    /// Takes a document to read it, so that nobody else does for some minutes; nothing where each was read. Restricted ones are not among them:
    /// their text is not kept, or only where the organization says so, and then it is read when somebody asks.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn take_unread(&self) -> Result<Option<EvidenceId>, StoreError> {
        let mut conn = self.db.conn().await?;
        let (now, by) = (conn.now(), self.clock().millis());
        let sql = "SELECT evidence.id FROM evidence WHERE evidence.id > $1 AND evidence.id < $2 AND form = 'taken' AND classification <> 'restricted' \
                   AND NOT EXISTS (SELECT 1 FROM document_text WHERE document_text.evidence = evidence.id) \
                   AND NOT EXISTS (SELECT 1 FROM job WHERE job.subject = evidence.id AND (lease_until > $3 OR tries >= $4)) \
                   ORDER BY evidence.id LIMIT $5";
        let args: [Arg; 5] = [
            first_id(by - LOOKED_BACK_MILLIS).into(),
            first_id(by - READ_MILLIS).into(),
            now.into(),
            TRIES_MAX.into(),
            LOOKED_AT.into(),
        ];
        let found = conn.rows("looking for unread documents", sql, &args, &[CellType::Text]).await?;
        for row in &found {
            let id = text(row.first());
            let sql = "INSERT INTO job (id, kind, subject, made_at, lease_until, tries) VALUES ($1, 'read', $2, $3, $4, 1) \
                       ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until, tries = job.tries + 1 WHERE job.lease_until <= $3";
            let args: [Arg; 4] =
                [format!("read {id}").into(), id.as_str().into(), now.into(), (now + LEASE_MILLIS).into()];
            if conn.run("taking an unread document", sql, &args).await? == 1 {
                return Ok(id.parse().ok());
            }
        }
        Ok(None)
    }

    /// Notes that a document that was taken has been read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unread_done(&self, evidence: EvidenceId) -> Result<(), StoreError> {
        let sql = "DELETE FROM job WHERE id = $1";
        let args: [Arg; 1] = [format!("read {evidence}").into()];
        self.db.conn().await?.run("noting that a document was read", sql, &args).await.map(drop)
    }

    /// Gives a document back that could not be read now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unread_again(&self, evidence: EvidenceId) -> Result<(), StoreError> {
        let mut conn = self.db.conn().await?;
        let sql = "UPDATE job SET lease_until = $1 WHERE id = $2";
        let args: [Arg; 2] = [(conn.now() + READ_MILLIS).into(), format!("read {evidence}").into()];
        conn.run("giving a document back", sql, &args).await.map(drop)
    }

    /// Forgets who took documents so long ago that they are looked for no more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_unread(&self) -> Result<(), StoreError> {
        let mut conn = self.db.conn().await?;
        let sql = "DELETE FROM job WHERE kind = 'read' AND made_at < $1";
        let args: [Arg; 1] = [(conn.now() - 2 * LOOKED_BACK_MILLIS).into()];
        conn.run("forgetting old unread documents", sql, &args).await.map(drop)
    }
}

/// The first of the ids that are made at a time, which begin with it.
fn first_id(millis: i64) -> String {
    let millis = u128::try_from(millis.max(0)).unwrap_or_default();
    Uuid::from_u128((millis & 0xffff_ffff_ffff) << 80).hyphenated().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_bounded_by_when_they_were_made() {
        let id = "019a7f2c-1b2d-7abc-8def-0123456789ab";
        let millis = 0x019a_7f2c_1b2d;
        assert!(first_id(millis).as_str() < id && id < first_id(millis + 1).as_str());
        assert_eq!(first_id(-1), "00000000-0000-0000-0000-000000000000");
    }
}
