//! What goes home: the journal of the field with its checkpoint, and the files that were taken.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use assize_domain::Event;
use assize_domain::evidence::EvidenceForm;
use assize_domain::kernel::datum::Corrupt;
use assize_domain::kernel::entry::{canonical, hex};
use assize_domain::kernel::time::Timestamp;
use assize_tlog::{Checkpoint, Frontier, Origin, leaf_hash};
use bytes::Bytes;
use futures::Stream;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::book::line_of;
use super::out::{add_blob, begin_file, writing};
use super::{Field, FieldLock, HOME_FORM, JOURNAL, MANIFEST, NOTE};
use crate::error::StoreError;
use crate::journal::{Which, entries};
use crate::streamed::{PAUSE_MAX, streamed};

/// How many entries are read at a time.
const ROWS: i64 = 1_000;

/// What goes home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// How many acts.
    pub acts: i64,
    /// How many entries of the journal.
    pub entries: i64,
    /// How many files.
    pub files: u64,
    /// How many files were wiped, since they may not leave.
    pub wiped: u64,
}

impl Field {
    /// Writes the file that goes home, encrypted to the house. The field stays as it is, and can be gone on with: a later file has all that an
    /// earlier one has.
    ///
    /// What may not leave is wiped first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn home(&self, out: impl Write) -> Result<Closed, StoreError> {
        let wiped = self
            .wipe()
            .await
            .map_err(|error| StoreError::Limit(format!("a file could not be wiped: {error}")))?;
        let mut journal = String::new();
        let mut frontier = Frontier::new();
        let (mut acts, mut last) = (0, 0);
        let mut files = BTreeSet::new();
        let mut conn = self.store.db.own_conn().await?;
        loop {
            let page = entries(&mut conn, Which::All, last, ROWS).await?;
            if page.is_empty() {
                break;
            }
            for stored in page {
                let entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
                last = entry.seq;
                acts += i64::from(entry.given().is_some());
                frontier
                    .append(leaf_hash(&entry.leaf()))
                    .map_err(|error| StoreError::Log(error.to_string()))?;
                journal.push_str(&canonical(&line_of(&entry)));
                journal.push('\n');
                if let (Event::EvidenceRecorded(recorded), _) = entry.event()?
                    && let EvidenceForm::Taken { sha256, .. } = &recorded.form
                {
                    files.insert(sha256.to_string());
                }
            }
        }
        drop(conn);
        let note = self.signed(&frontier)?;
        let closed = Timestamp::from_millis(self.store.clock().millis())
            .map_err(|error| Corrupt::new(format!("the clock: {error}")))?;
        let manifest = json!({
            "acts": acts,
            "closed": closed.to_string(),
            "entries": last,
            "form": HOME_FORM,
            "journal": hex(&Sha256::digest(journal.as_bytes())),
            "loan": self.facts.loan.to_string(),
        });
        let lock = FieldLock::recipient(&self.facts.home)
            .ok_or_else(|| Corrupt::new("the field file has no key for the way home"))?;
        let mut zip = zip::ZipWriter::new_stream(lock.begin(out)?);
        for (name, text) in [(MANIFEST, canonical(&manifest)), (JOURNAL, journal), (NOTE, note)] {
            begin_file(&mut zip, name)?;
            zip.write_all(text.as_bytes()).map_err(writing())?;
        }
        for sha256 in &files {
            add_blob(&mut zip, &self.store.blobs, sha256).await?;
        }
        let inner = zip.finish().map_err(|error| writing()(std::io::Error::other(error)))?.into_inner();
        inner.finish().and_then(|mut out| out.flush()).map_err(writing())?;
        Ok(Closed { acts, entries: last, files: files.len() as u64, wiped })
    }

    /// The same, as a stream.
    pub fn home_streamed(self: Arc<Self>) -> impl Stream<Item = io::Result<Bytes>> + Send + use<> {
        let runtime = tokio::runtime::Handle::current();
        streamed(PAUSE_MAX, "a file that goes home", move |out| runtime.block_on(self.home(out)).map(drop))
    }

    /// How many acts were done.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn acts(&self) -> Result<i64, StoreError> {
        let mut conn = self.store.db.own_conn().await?;
        let (mut acts, mut last) = (0, 0);
        loop {
            let page = entries(&mut conn, Which::All, last, ROWS).await?;
            if page.is_empty() {
                return Ok(acts);
            }
            for stored in page {
                let entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
                last = entry.seq;
                acts += i64::from(entry.given().is_some());
            }
        }
    }

    /// The checkpoint of the field's log, signed with the key of the loan.
    fn signed(&self, frontier: &Frontier) -> Result<String, StoreError> {
        let signer = &self.facts.signer;
        let origin: Origin = signer
            .verifier_key()
            .name()
            .as_str()
            .parse()
            .map_err(|_| StoreError::Log("the key of the loan names no log".to_owned()))?;
        let note = Checkpoint::new(origin, frontier.head()).sign(&[signer]);
        note.map(|note| note.to_string()).map_err(|error| StoreError::Log(error.to_string()))
    }
}
