//! What may not leave the premises: in the record as seen and not taken, its file on the laptop alone, and wiped before anything goes home.

use std::collections::BTreeMap;

use assize_domain::evidence::{Custody, Evidence, EvidenceForm, RecordCustody};
use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::id::EvidenceId;
use assize_domain::kernel::record::Record as _;
use assize_domain::{Actor, Event, Key};

use super::Field;
use crate::db::{Sql as _, text};
use crate::error::StoreError;
use crate::journal::{Which, entries};
use crate::named::is_named;
use crate::{Act, ActError};

/// What the chain of custody says of a file that was wiped.
pub const WIPED: &str = "Wiped from the laptop";
/// How many entries are read at a time.
const ROWS: i64 = 1_000;

impl Field {
    /// Wipes the files that were seen in the field and not taken. That each was is a step in the chain of custody of every piece of evidence that
    /// was seen with those bytes, by the borrower. How many files.
    ///
    /// A file that other evidence has, taken here or lent with the audit, stays: it is where it may be, and nothing is said of it. The encrypted
    /// file and its key are removed. What a disk keeps of files that were removed is encrypted, and its key stands in the book, which is encrypted
    /// too: it is gone with the field file.
    ///
    /// # Errors
    /// [`ActError`].
    pub async fn wipe(&self) -> Result<u64, ActError> {
        let mut wiped = 0;
        for (sha256, seen) in self.seen().await? {
            let stays = is_named(&mut self.store.db.conn().await?, &sha256).await?;
            if stays || !self.was_here(&sha256).await? {
                continue;
            }
            for evidence in seen {
                self.say_wiped(evidence, &sha256).await?;
            }
            // Last of all: while it is here, wiping that was interrupted is gone on with.
            self.store.blobs.remove(&sha256).await?;
            wiped += 1;
        }
        Ok(wiped)
    }

    /// Records that the file of a piece of evidence is wiped, unless that stands there: by the digest, whatever else somebody wrote by hand.
    async fn say_wiped(&self, evidence: EvidenceId, sha256: &str) -> Result<(), ActError> {
        let is_said = |step: &Custody| {
            step.what.as_str() == WIPED
                && step.remark.as_ref().is_some_and(|remark| remark.as_str().contains(sha256))
        };
        let record = self.store.record(Key::of(evidence)).await?;
        let found = record.as_ref().and_then(|found| Evidence::unwrap(&found.record));
        if found.is_none_or(|found| found.custody().iter().any(is_said)) {
            return Ok(());
        }
        let unfit = |_| StoreError::from(Corrupt::new("that a file was wiped cannot be recorded"));
        let remark = format!("The file with the SHA-256 {sha256} was to stay on the premises.");
        let custody = RecordCustody {
            evidence,
            what: WIPED.parse().map_err(unfit)?,
            remark: Some(remark.parse().map_err(unfit)?),
        };
        let by = Actor::Person { person: self.facts.borrower };
        self.store.execute(Act::new(by, custody)).await.map(drop)
    }

    /// The files that were seen in the field and not taken, by their digests, each with the evidence that was seen with it.
    async fn seen(&self) -> Result<BTreeMap<String, Vec<EvidenceId>>, StoreError> {
        let (mut seen, mut last) = (BTreeMap::<String, Vec<EvidenceId>>::new(), 0);
        let mut conn = self.store.db.own_conn().await?;
        loop {
            let page = entries(&mut conn, Which::All, last, ROWS).await?;
            if page.is_empty() {
                return Ok(seen);
            }
            for stored in page {
                let entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
                last = entry.seq;
                if let (Event::EvidenceRecorded(recorded), _) = entry.event()?
                    && let EvidenceForm::Seen { seen_sha256: Some(sha256), .. } = &recorded.form
                {
                    seen.entry(sha256.to_string()).or_default().push(recorded.evidence);
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
