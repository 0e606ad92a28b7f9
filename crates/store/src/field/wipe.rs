//! What may not leave the premises: in the record as seen and not taken, its file on the laptop alone, and wiped before anything goes home.

use std::collections::BTreeSet;

use assize_domain::evidence::{Evidence, EvidenceForm, RecordCustody};
use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::id::EvidenceId;
use assize_domain::kernel::record::Record as _;
use assize_domain::{Actor, Event, Key};

use super::Field;
use crate::db::{Sql as _, text};
use crate::error::StoreError;
use crate::journal::{Which, entries};
use crate::{Act, ActError};

/// What the chain of custody says of a file that was wiped.
pub const WIPED: &str = "Wiped from the laptop";
/// How many entries are read at a time.
const ROWS: i64 = 1_000;

impl Field {
    /// Wipes the files that were seen in the field and not taken. That each was is a step in the chain of custody of its evidence, by the
    /// borrower. How many.
    ///
    /// The encrypted file and its key are removed. What a disk keeps of files that were removed is encrypted, and its key stands in the book, which
    /// is encrypted too: it is gone with the field file.
    ///
    /// # Errors
    /// [`ActError`].
    pub async fn wipe(&self) -> Result<u64, ActError> {
        let (seen, taken) = self.seen().await?;
        let mut wiped = 0;
        for (evidence, sha256) in seen {
            let record = self.store.record(Key::of(evidence)).await?;
            let is_wiped = record
                .as_ref()
                .and_then(|found| Evidence::unwrap(&found.record))
                .is_none_or(|found| found.custody().iter().any(|step| step.what.as_str() == WIPED));
            if is_wiped || !self.was_here(&sha256).await? {
                continue;
            }
            // The same bytes may have been taken elsewhere, where that was allowed.
            if !taken.contains(&sha256) {
                self.store.blobs.remove(&sha256).await?;
            }
            let unfit = |_| StoreError::from(Corrupt::new("that a file was wiped cannot be recorded"));
            let remark = format!("The file with the SHA-256 {sha256} was to stay on the premises.");
            let custody = RecordCustody {
                evidence,
                what: WIPED.parse().map_err(unfit)?,
                remark: Some(remark.parse().map_err(unfit)?),
            };
            let by = Actor::Person { person: self.facts.borrower };
            self.store.execute(Act::new(by, custody)).await?;
            wiped += 1;
        }
        Ok(wiped)
    }

    /// The evidence that was seen in the field and not taken, with the digest of its file; and the digests of what was taken.
    async fn seen(&self) -> Result<(Vec<(EvidenceId, String)>, BTreeSet<String>), StoreError> {
        let (mut seen, mut taken, mut last) = (Vec::new(), BTreeSet::new(), 0);
        let mut conn = self.store.db.own_conn().await?;
        loop {
            let page = entries(&mut conn, Which::All, last, ROWS).await?;
            if page.is_empty() {
                return Ok((seen, taken));
            }
            for stored in page {
                let entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
                last = entry.seq;
                let (Event::EvidenceRecorded(recorded), _) = entry.event()? else { continue };
                match &recorded.form {
                    EvidenceForm::Taken { sha256, .. } => {
                        taken.insert(sha256.to_string());
                    }
                    EvidenceForm::Seen { seen_sha256: Some(sha256), .. } => {
                        seen.push((recorded.evidence, sha256.to_string()));
                    }
                    EvidenceForm::Seen { seen_sha256: None, .. } => {}
                }
            }
        }
    }

    /// Whether a file is on this laptop, or was since the field was opened.
    async fn was_here(&self, sha256: &str) -> Result<bool, StoreError> {
        let sql = "SELECT sha256 FROM sealed_blob WHERE sha256 = $1";
        let mut conn = self.store.db.conn().await?;
        let rows = conn.rows("looking for a file", sql, &[sha256.into()], &[CellType::Text]).await?;
        Ok(rows.iter().any(|row| text(row.first()) == sha256))
    }
}
