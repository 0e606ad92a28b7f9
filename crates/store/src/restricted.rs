//! The text of restricted evidence: neither kept nor indexed, unless the organization says otherwise.
//!
//! Text that was read out of a file stands in the database as it is, and is searched. Whoever has the database reads it, whatever the
//! file itself is encrypted with; so restricted files are read when somebody who may open them asks, and what was read is not kept.

use assize_domain::evidence::EvidenceClassified;
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::id::EvidenceId;
use assize_domain::words::Classification;
use assize_domain::{Event, Key, Kind};
use uuid::Uuid;

use crate::db::{Sql, text};
use crate::error::StoreError;
use crate::{DatabaseKind, Store};

/// The name of the fact ([`Store::meta`]) that says whether the text of restricted evidence is kept and searched: `yes` where it is.
pub const RESTRICTED_TEXT_FACT: &str = "restricted_text";

/// Whether the text of restricted evidence is kept.
pub(crate) async fn is_kept(sql: &mut impl Sql) -> Result<bool, StoreError> {
    let query = "SELECT value FROM meta WHERE name = $1";
    let args = [RESTRICTED_TEXT_FACT.into()];
    let rows = sql.rows("asking about restricted text", query, &args, &[CellType::Text]).await?;
    Ok(rows.first().is_some_and(|row| text(row.first()) == "yes"))
}

/// Whether the text of a piece of evidence may not be kept.
pub(crate) async fn is_withheld(sql: &mut impl Sql, evidence: EvidenceId) -> Result<bool, StoreError> {
    let query = "SELECT \"classification\" FROM \"evidence\" WHERE \"id\" = $1";
    let args = [evidence.to_string().into()];
    let rows = sql.rows("asking how sensitive evidence is", query, &args, &[CellType::Text]).await?;
    let is_restricted =
        rows.first().is_some_and(|row| text(row.first()) == Classification::Restricted.word());
    Ok(is_restricted && !is_kept(sql).await?)
}

/// The evidence that an event makes restricted.
pub(crate) fn restricted_by(event: &Event) -> Option<EvidenceId> {
    match event {
        Event::EvidenceClassified(event) => {
            let EvidenceClassified { evidence, classification, .. } = event.as_ref();
            (*classification == Classification::Restricted).then_some(*evidence)
        }
        _ => None,
    }
}

/// Removes the text of a piece of evidence and what is searched of it.
pub(crate) async fn forget(
    sql: &mut impl Sql,
    kind: DatabaseKind,
    evidence: EvidenceId,
) -> Result<(), StoreError> {
    let doing = "removing the text of restricted evidence";
    let id = evidence.to_string();
    for table in ["document_text", "document_search"] {
        let query = format!("DELETE FROM {table} WHERE evidence = $1");
        sql.run(doing, &query, &[id.as_str().into()]).await?;
    }
    if kind == DatabaseKind::Sqlite {
        // What was deleted from the index is not only marked but gone.
        let query = "INSERT INTO document_search (document_search) VALUES ('optimize')";
        sql.run(doing, query, &[]).await?;
    }
    Ok(())
}

impl Store {
    /// The evidence that has a file, by the digest of that.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn evidence_of_file(&self, sha256: &str) -> Result<Vec<Key>, StoreError> {
        let query = "SELECT \"id\" FROM \"evidence\" WHERE \"form_sha256\" = $1 ORDER BY \"id\"";
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("looking whose file it is", query, &[sha256.into()], &[CellType::Text]).await?;
        let ids = rows.iter().filter_map(|row| Uuid::parse_str(&text(row.first())).ok());
        Ok(ids.map(|id| Key { kind: Kind::Evidence, id }).collect())
    }

    /// Whether the text of restricted evidence is kept and searched. It is not, unless the organization says so.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keeps_restricted_text(&self) -> Result<bool, StoreError> {
        is_kept(&mut self.db.conn().await?).await
    }

    /// Says whether the text of restricted evidence is kept and searched. Where it is not to be any more, what was kept is removed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_restricted_text(&self, keep: bool) -> Result<(), StoreError> {
        self.set_meta(RESTRICTED_TEXT_FACT, if keep { "yes" } else { "no" }).await?;
        if keep {
            return Ok(());
        }
        let mut conn = self.db.conn().await?;
        let query = "SELECT document_text.evidence FROM document_text JOIN \"evidence\" ON \"evidence\".\"id\" = document_text.evidence \
                     WHERE \"evidence\".\"classification\" = $1 ORDER BY document_text.evidence";
        let args = [Classification::Restricted.word().into()];
        let rows = conn.rows("looking for restricted text", query, &args, &[CellType::Text]).await?;
        for row in rows {
            if let Ok(evidence) = text(row.first()).parse() {
                forget(&mut conn, self.db.kind(), evidence).await?;
            }
        }
        Ok(())
    }
}
