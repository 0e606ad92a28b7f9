//! Turning a store's files into encrypted ones, and changing the master key. Either can be interrupted and given again.

use std::collections::BTreeMap;

use assize_domain::evidence::SealEvidence;
use assize_domain::kernel::datum::CellType;
use assize_domain::report::SealReport;
use assize_domain::{Actor, AnyRecord, Command, Key, Kind};

use super::{EvidenceKey, KeySource, MASTER_FACT, SealedBlob, master, row_of, rows_after};
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::named::secret_files;
use crate::rows::load_page;
use crate::verify::{NamedBlob, Naming, blob_of_act, blobs_of};
use crate::{Act, ActError, BLOB_BYTES_MAX, Store};

/// How many rows are read at a time.
const ROWS: i64 = 200;
/// How often the rows are gone through for what came meanwhile.
const PASSES_MAX: usize = 1_000;

/// What a change of the master key came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewrapped {
    /// The name of the key that everything is wrapped with now.
    pub name: String,
    /// How many keys of files were wrapped anew.
    pub files: u64,
    /// Files whose key does not open, each with the reason.
    pub left: Vec<String>,
}

/// What encrypting a store's files came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encrypted {
    /// How many files were encrypted.
    pub files: u64,
    /// How many records were told the digest of their encrypted file.
    pub recorded: u64,
    /// Files that were left as they are, each with the reason.
    pub left: Vec<String>,
}

/// How the files of a store are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealedCount {
    /// The name of the key that new files are wrapped with; none where they are kept as they are.
    pub master: Option<String>,
    /// How many files are kept encrypted, by the name of the key that theirs is wrapped with.
    pub by_master: BTreeMap<String, u64>,
    /// How many files that records name are kept as they are.
    pub plain: u64,
}

impl Store {
    /// Takes master keys from a source, now and whenever one is asked for that is not there. A store that has none yet encrypts what comes
    /// in from now on with the first of them. Whether the key that new files need is at hand.
    ///
    /// # Errors
    /// [`StoreError::EvidenceKey`] where keys are given and the store's is not among them.
    pub async fn use_evidence_keys(&self, source: KeySource) -> Result<bool, StoreError> {
        let ring = &self.blobs().vault().ring;
        ring.fill(source);
        let keys = ring.keys();
        let mut conn = self.db.conn().await?;
        if let (None, Some(first)) = (master(&mut conn).await?, keys.as_ref().and_then(|keys| keys.first())) {
            let row = vec![vec![MASTER_FACT.into(), first.name().into()]];
            let on = " ON CONFLICT (name) DO NOTHING";
            crate::rows::insert(&mut conn, "noting the key of evidence", "meta (name, value)", row, on)
                .await?;
        }
        match (master(&mut conn).await?, keys) {
            (None, _) => Ok(true),
            (Some(_), None) => Ok(false),
            (Some(name), Some(_)) => ring.named(&name).map(|_| true),
        }
    }

    /// How the store's files are kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sealed_count(&self) -> Result<SealedCount, StoreError> {
        let mut conn = self.db.conn().await?;
        let doing = "counting encrypted files";
        let sql = "SELECT master, count(*) FROM sealed_blob GROUP BY master ORDER BY master";
        let rows = conn.rows(doing, sql, &[], &[CellType::Text, CellType::Int]).await?;
        let count = |cell| u64::try_from(int(cell)).unwrap_or_default();
        let by_master = rows.iter().map(|row| (text(row.first()), count(row.get(1)))).collect();
        let mut plain = secret_files(&mut conn).await?;
        let mut after = String::new();
        loop {
            let page = rows_after(&mut conn, &after, ROWS).await?;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.sha256);
            for sealed in &page {
                plain.remove(&sealed.sha256);
            }
        }
        let plain = plain.len() as u64;
        Ok(SealedCount { master: master(&mut conn).await?, by_master, plain })
    }

    /// Wraps the key of every file with the first of the master keys, and new ones from now on. The files are not touched. Where it is
    /// interrupted, giving it again goes on; until it is done, the keys before are needed too.
    ///
    /// # Errors
    /// [`StoreError::Limit`] where no key is at hand; [`StoreError`].
    pub async fn rewrap_evidence(&self, mut step: impl FnMut(u64)) -> Result<Rewrapped, StoreError> {
        let ring = &self.blobs().vault().ring;
        let first = ring.keys().and_then(|keys| keys.first().cloned()).ok_or_else(no_key)?;
        // First of all, so that what comes in meanwhile is wrapped with the new key.
        self.set_meta(MASTER_FACT, first.name()).await?;
        let mut done = Rewrapped { name: first.name().to_owned(), ..Rewrapped::default() };
        for _ in 0..PASSES_MAX {
            let before = done.files;
            done.left.clear();
            self.rewrap_pass(&first, &mut done, &mut step).await?;
            done.left.extend(self.wrap_ways_back(&first).await?);
            if done.files == before {
                return Ok(done);
            }
        }
        Err(StoreError::Limit(
            "other keys are used all the time; end the processes that have them".to_owned(),
        ))
    }

    async fn rewrap_pass(
        &self,
        first: &EvidenceKey,
        done: &mut Rewrapped,
        step: &mut impl FnMut(u64),
    ) -> Result<(), StoreError> {
        let ring = &self.blobs().vault().ring;
        let mut conn = self.db.conn().await?;
        let mut after = String::new();
        loop {
            let page = rows_after(&mut conn, &after, ROWS).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after.clone_from(&last.sha256);
            for row in page.iter().filter(|row| row.master != first.name()) {
                match row.key(ring) {
                    Ok(key) => {
                        rewrap(&mut conn, &row.rewrapped(&key, first)?).await?;
                        done.files += 1;
                        step(done.files);
                    }
                    Err(error @ (StoreError::EvidenceKey { .. } | StoreError::Sealed { .. })) => {
                        done.left.push(format!("{}: {error}", row.sha256));
                    }
                    Err(error) => return Err(error),
                }
            }
        }
    }

    /// Encrypts every file that a record names and that is kept as it is, but for logos; tells evidence and reports so, and removes what was
    /// there before. What a record says of its file stays as it is: by the file's digest the encrypted one is found.
    ///
    /// # Errors
    /// [`StoreError::Limit`] where the store has no master key; [`StoreError::EvidenceKey`] where it is not at hand; [`StoreError`].
    pub async fn encrypt_evidence(&self, mut step: impl FnMut(u64)) -> Result<Encrypted, StoreError> {
        let name = master(&mut self.db.conn().await?).await?.ok_or_else(no_key)?;
        let mut done = Encrypted::default();
        let first = self.blobs().vault().ring.named(&name)?;
        done.left.extend(self.wrap_ways_back(&first).await?);
        for kind in Kind::ALL {
            let mut after = String::new();
            loop {
                let page = load_page(&mut self.db.conn().await?, *kind, &after, ROWS).await?;
                let Some((last, _)) = page.last() else { break };
                after = last.id.hyphenated().to_string();
                for (key, found) in &page {
                    for blob in secret_blobs(&found.record) {
                        self.encrypt(*key, &blob, &mut done).await?;
                        step(done.files);
                    }
                }
            }
        }
        Ok(done)
    }

    async fn encrypt(&self, key: Key, blob: &NamedBlob, done: &mut Encrypted) -> Result<(), StoreError> {
        let NamedBlob { sha256, cipher, .. } = blob;
        let blobs = self.blobs();
        let sealed = match blobs.sealed(sha256).await? {
            Some(sealed) => sealed,
            None => {
                let Some((_, stream)) = blobs.object(sha256, None).await? else {
                    // That of an act that was settled may have gone with what had the same bytes.
                    if key.kind == Kind::FieldAct {
                        return Ok(());
                    }
                    done.left.push(format!("{sha256}: the file of {key} is missing"));
                    return Ok(());
                };
                let stored = blobs.put_stream(stream, BLOB_BYTES_MAX).await?;
                if stored.sha256 != *sha256 {
                    blobs.remove(&stored.sha256).await?;
                    done.left.push(format!("{sha256}: the bytes of {key} are not those that were taken"));
                    return Ok(());
                }
                done.files += 1;
                let gone = || StoreError::Limit(format!("{sha256} was removed while it was encrypted"));
                row_of(&mut self.db.conn().await?, sha256).await?.ok_or_else(gone)?
            }
        };
        let says_so = matches!(key.kind, Kind::Evidence | Kind::Report);
        if says_so && cipher.as_deref() != Some(sealed.cipher.as_str()) {
            self.say_sealed(key).await?;
            done.recorded += 1;
        }
        // Last of all: while it is there, an encryption that was interrupted is gone on with.
        blobs.remove_object(sha256).await
    }

    /// Tells a record that its file is kept encrypted.
    async fn say_sealed(&self, key: Key) -> Result<(), StoreError> {
        let command = match key.kind {
            Kind::Report => Command::from(SealReport { report: key.id.into() }),
            _ => Command::from(SealEvidence { evidence: key.id.into() }),
        };
        match self.execute(Act::new(Actor::Operator { on_behalf_of: None }, command)).await {
            // What was erased meanwhile needs to be told nothing.
            Ok(_) | Err(ActError::Refused(_)) => Ok(()),
            Err(error) => Err(StoreError::Limit(error.to_string())),
        }
    }
}

/// The files of a record that are encrypted; of an act from the field also once that was settled, since it lies there still.
fn secret_blobs(record: &AnyRecord) -> Vec<NamedBlob> {
    let mut blobs = match record {
        AnyRecord::FieldAct(act) => blob_of_act(act).into_iter().collect(),
        other => blobs_of(other),
    };
    blobs.retain(|blob| blob.how != Naming::Public);
    blobs
}

fn no_key() -> StoreError {
    StoreError::Limit(
        "no key of evidence is at hand: make one with `assize evidence encrypt --make-key`".to_owned(),
    )
}

/// Puts another wrapped key in the place of a file's.
pub(crate) async fn rewrap(sql: &mut impl Sql, sealed: &SealedBlob) -> Result<(), StoreError> {
    let args: [Arg; 4] = [
        sealed.wrapped.as_str().into(),
        sealed.master.as_str().into(),
        sealed.sha256.as_str().into(),
        sealed.cipher.as_str().into(),
    ];
    let query = "UPDATE sealed_blob SET wrapped = $1, master = $2 WHERE sha256 = $3 AND cipher = $4";
    sql.run("wrapping the key of a file", query, &args).await.map(drop)
}
