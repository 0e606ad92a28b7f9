//! Publishing the log: tiles, entries and a signed checkpoint, from the journal.
//!
//! The leaves of all entries are read again on the first publication of a process. So nothing is signed before the tree
//! at the size of the last published checkpoint is seen to have that checkpoint's root: what was published once can only
//! be gone on from.

use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use assize_tlog::{
    Checkpoint, EntryBundle, Hash, Origin, SignerKey, TILE_WIDTH, TileData, TileEdge, VerifierKey,
    inclusion_proof,
};
use bytes::Bytes;
use tokio::sync::Mutex;

use crate::db::Sql;
use crate::error::StoreError;
use crate::journal::{Which, entries, leaves};
use crate::{Place, Store};

/// The name of the checkpoint among the log's objects.
pub const CHECKPOINT: &str = "checkpoint";
/// The name of the verifier key among the log's objects, so that a reader without any other has one to compare.
pub const VERIFIER_KEY: &str = "key";
/// The least time between two publications while acts go on.
const PUBLISH_PAUSE: Duration = Duration::from_millis(500);
/// How often it is looked for entries that another process has written and not published, as one that was killed.
const PUBLISH_PERIOD: Duration = Duration::from_secs(15);
/// How long it takes until a publication that failed is tried again.
const PUBLISH_AGAIN: Duration = Duration::from_secs(5);
/// How often a process that others outrun begins again to publish.
const PUBLISH_TRIES_MAX: usize = 20;
/// How many leaves are read at a time.
const LEAVES_ROWS: i64 = 20_000;

/// A published checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How many entries it covers.
    pub size: u64,
    /// The signed note.
    pub note: String,
}

/// That an entry is in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InclusionProof {
    /// The hash of the entry's leaf.
    pub leaf: Hash,
    /// Its index: one less than its number.
    pub index: u64,
    /// The size of the tree that the proof is for: the checkpoint's.
    pub size: u64,
    /// The path from the leaf to the root.
    pub path: Vec<Hash>,
    /// The checkpoint.
    pub note: String,
}

/// What a process knows of the published tree.
#[derive(Debug, Default)]
pub(crate) struct Edge {
    edge: Mutex<Option<TileEdge>>,
    /// Since when publishing fails, where it does.
    failing: std::sync::Mutex<Option<Instant>>,
}

impl Edge {
    /// For how long publishing has failed, where it does.
    pub(crate) fn failing_for(&self) -> Option<Duration> {
        self.failing.lock().unwrap_or_else(PoisonError::into_inner).map(|since| since.elapsed())
    }

    fn note<T>(&self, tried: &Result<T, StoreError>) {
        let mut failing = self.failing.lock().unwrap_or_else(PoisonError::into_inner);
        *failing = tried.is_err().then(|| failing.unwrap_or_else(Instant::now));
    }
}

impl Store {
    /// Publishes what was committed since the last time, and signs a checkpoint for it. Signs nothing unless the
    /// journal is consistent with the last published checkpoint.
    ///
    /// # Errors
    /// [`StoreError::Log`] when it is not, or the key is another than the one that signed before; [`StoreError`].
    pub async fn publish(&self, signer: &SignerKey) -> Result<Option<Published>, StoreError> {
        let mut known = self.edge.edge.lock().await;
        for _ in 0..PUBLISH_TRIES_MAX {
            if let Some(published) = self.published_on(signer, &mut known).await? {
                return Ok(Some(published).filter(|published| published.size > 0));
            }
        }
        Err(StoreError::Limit("other processes publish the log all the time; try again".to_owned()))
    }

    /// Publishes on what is published now; nothing where another process was faster.
    async fn published_on(
        &self,
        signer: &SignerKey,
        known: &mut Option<TileEdge>,
    ) -> Result<Option<Published>, StoreError> {
        let seen = self.log.see(CHECKPOINT).await?;
        let head = self.head_seq().await?;
        let published = match seen.bytes.as_deref() {
            Some(bytes) => {
                let note = note_of(bytes)?;
                let checkpoint = opened(&note, signer.verifier_key())?;
                Some((note, checkpoint))
            }
            None => None,
        };
        let size = published.as_ref().map_or(0, |(_, checkpoint)| checkpoint.head().size);
        if i64::try_from(size).is_ok_and(|size| size > head) {
            return Err(StoreError::Log(format!(
                "the store has {head} entries, and {size} were published: it was restored from before; begin a new origin with `assize restore --new-origin`"
            )));
        }
        let known_edge = known.take().filter(|edge| edge.size() <= size).unwrap_or_default();
        let mut edge = self.grown(known_edge, size).await?;
        if let Some((_, checkpoint)) = &published
            && edge.head() != checkpoint.head()
        {
            return Err(StoreError::Log(format!(
                "the journal's first {size} entries are not those that were published: run `assize verify`"
            )));
        }
        if i64::try_from(size) == Ok(head) && published.is_some() {
            *known = Some(edge);
            return Ok(published.map(|(note, _)| Published { size, note }));
        }
        if head == 0 {
            return Ok(Some(Published { size: 0, note: String::new() }));
        }
        // Where another is faster, what it goes on from is known still.
        *known = Some(edge.clone());
        self.write_tiles(&mut edge, head).await?;
        let origin: Origin = origin_of(signer)?;
        let note = Checkpoint::new(origin, edge.head())
            .sign(&[signer])
            .map_err(|error| StoreError::Log(error.to_string()))?
            .to_string();
        self.log.put(VERIFIER_KEY, Bytes::from(format!("{}\n", signer.verifier_key()))).await?;
        // The tiles are the same whoever writes them. A checkpoint takes the place of the one it goes on from alone, so
        // that of two processes the slower does not take back what the faster has promised.
        if !self.log.replace(CHECKPOINT, &seen, Bytes::from(note.clone())).await? {
            return Ok(None);
        }
        let size = edge.size();
        *known = Some(edge);
        Ok(Some(Published { size, note }))
    }

    /// Publishes whenever acts were committed, and now and then what others have committed, until the handle is aborted. What fails is logged and
    /// tried again.
    pub fn start_publishing(&self, signer: SignerKey) -> tokio::task::JoinHandle<()> {
        let store = self.clone();
        let signer = Arc::new(signer);
        // A store publishes with one key; a second start goes on with its own.
        let _ = self.signer.set(Arc::clone(&signer));
        tokio::spawn(async move {
            loop {
                let published = store.publish(&signer).await;
                store.edge.note(&published);
                let wait = match published {
                    Ok(_) => PUBLISH_PERIOD,
                    Err(error) => {
                        tracing::error!(%error, "the log could not be published; tried again");
                        PUBLISH_AGAIN
                    }
                };
                tokio::select! {
                    () = store.committed.notified() => tokio::time::sleep(PUBLISH_PAUSE).await,
                    () = tokio::time::sleep(wait) => {}
                }
            }
        })
    }

    /// The key that this process publishes with, where it does.
    pub(crate) fn signer(&self) -> Option<Arc<SignerKey>> {
        self.signer.get().map(Arc::clone)
    }

    /// The key that verifies the log: of the one that this process publishes with, or else the one that stands beside the log.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn published_key(&self) -> Result<Option<VerifierKey>, StoreError> {
        if let Some(signer) = self.signer() {
            return Ok(Some(signer.verifier_key().clone()));
        }
        let beside = self.log.get(VERIFIER_KEY).await?;
        let text = beside.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
        Ok(text.and_then(|text| text.trim().parse().ok()))
    }

    /// How many entries the checkpoint that was published last covers; nothing where none was.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Log`] where it is not signed with the store's key.
    pub async fn published_size(&self) -> Result<Option<u64>, StoreError> {
        let (Some(note), Some(key)) = (self.checkpoint_note().await?, self.published_key().await?) else {
            return Ok(None);
        };
        opened(&note, &key).map(|checkpoint| Some(checkpoint.head().size))
    }

    /// The checkpoint that was published last, unverified; nothing where none was.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn checkpoint_note(&self) -> Result<Option<String>, StoreError> {
        note_at(&self.log).await
    }

    /// The proof that entry `seq` is in the log, for the checkpoint that was published last; nothing where it is not in it yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn proof(&self, seq: i64, key: &VerifierKey) -> Result<Option<InclusionProof>, StoreError> {
        let Some(note) = self.checkpoint_note().await? else { return Ok(None) };
        let checkpoint = opened(&note, key)?;
        let size = checkpoint.head().size;
        let Some(index) = u64::try_from(seq - 1).ok().filter(|index| *index < size) else { return Ok(None) };
        let hashes = self.leaf_hashes(size).await?;
        let leaf = usize::try_from(index).ok().and_then(|index| hashes.get(index).copied());
        let path = inclusion_proof(&hashes, index).map_err(|error| StoreError::Log(error.to_string()))?;
        let leaf =
            leaf.ok_or_else(|| StoreError::Log("the journal is shorter than its checkpoint".to_owned()))?;
        Ok(Some(InclusionProof { leaf, index, size, path, note }))
    }

    /// The hashes of the first `size` leaves.
    pub(crate) async fn leaf_hashes(&self, size: u64) -> Result<Vec<Hash>, StoreError> {
        let to = i64::try_from(size).unwrap_or(i64::MAX);
        let mut conn = self.db.conn().await?;
        let mut hashes = Vec::new();
        loop {
            let after = i64::try_from(hashes.len()).unwrap_or(i64::MAX);
            let page = leaf_page(&mut conn, after, to).await?;
            if page.is_empty() {
                return Ok(hashes);
            }
            hashes.extend(page);
        }
    }

    /// The edge at `size`, from one before it.
    async fn grown(&self, mut edge: TileEdge, size: u64) -> Result<TileEdge, StoreError> {
        if edge.size() == size {
            return Ok(edge);
        }
        let to = i64::try_from(size).unwrap_or(i64::MAX);
        let mut conn = self.db.conn().await?;
        while edge.size() < size {
            let after = i64::try_from(edge.size()).unwrap_or(i64::MAX);
            let page = leaf_page(&mut conn, after, to).await?;
            if page.is_empty() {
                return Err(StoreError::Log(format!(
                    "the journal ends at entry {after}, before the published {size}"
                )));
            }
            edge.append(&page).map_err(|error| StoreError::Log(error.to_string()))?;
        }
        Ok(edge)
    }

    /// Writes the tiles that the journal comes to, from where `edge` stands up to entry `head`.
    pub(crate) async fn write_tiles(&self, edge: &mut TileEdge, head: i64) -> Result<(), StoreError> {
        let mut conn = self.db.conn().await?;
        loop {
            let after = i64::try_from(edge.size()).unwrap_or(i64::MAX);
            let page = leaf_page(&mut conn, after, head).await?;
            if page.is_empty() {
                break;
            }
            let full = edge.append(&page).map_err(|error| StoreError::Log(error.to_string()))?;
            for tile in full {
                self.write_tile(&mut conn, tile).await?;
            }
        }
        for tile in edge.partial_tiles() {
            self.write_tile(&mut conn, tile).await?;
        }
        Ok(())
    }

    async fn write_tile(&self, conn: &mut impl Sql, data: TileData) -> Result<(), StoreError> {
        self.log.put(&data.tile.to_string(), Bytes::from(data.bytes)).await?;
        let Some(bundle) = EntryBundle::of(data.tile) else { return Ok(()) };
        let bytes = bundle_bytes(conn, bundle).await?;
        self.log.put(&bundle.to_string(), Bytes::from(bytes)).await
    }
}

/// The bytes of a bundle: the leaves of its entries, which hold commitments and no values.
pub(crate) async fn bundle_bytes(conn: &mut impl Sql, bundle: EntryBundle) -> Result<Vec<u8>, StoreError> {
    let first = bundle.tile().index() * u64::from(TILE_WIDTH);
    let after = i64::try_from(first).unwrap_or(i64::MAX);
    let stored = entries(conn, Which::All, after, i64::from(bundle.tile().width())).await?;
    let mut leaves = Vec::with_capacity(stored.len());
    for entry in stored {
        leaves.push(entry.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry.leaf());
    }
    bundle.encode(&leaves).map_err(|error| StoreError::Log(error.to_string()))
}

async fn leaf_page(conn: &mut impl Sql, after: i64, to: i64) -> Result<Vec<Hash>, StoreError> {
    let page = leaves(conn, after, to, LEAVES_ROWS).await?;
    let mut hashes = Vec::with_capacity(page.len());
    for ((seq, leaf), expected) in page.into_iter().zip(after + 1..) {
        let hash = leaf.parse().ok().filter(|_| seq == expected);
        hashes.push(
            hash.ok_or_else(|| StoreError::Log(format!("entry {expected} is missing or has no leaf")))?,
        );
    }
    Ok(hashes)
}

/// The checkpoint published at a place; nothing where none is.
pub(crate) async fn note_at(log: &Place) -> Result<Option<String>, StoreError> {
    let Some(bytes) = log.get(CHECKPOINT).await? else { return Ok(None) };
    note_of(&bytes).map(Some)
}

fn note_of(bytes: &[u8]) -> Result<String, StoreError> {
    String::from_utf8(bytes.to_vec())
        .map_err(|_| StoreError::Log("the published checkpoint is not text".to_owned()))
}

/// The checkpoint of a note, signed by `key`, for the origin of the key's name.
pub(crate) fn opened(note: &str, key: &VerifierKey) -> Result<Checkpoint, StoreError> {
    let origin: Origin = key
        .name()
        .to_string()
        .parse()
        .map_err(|_| StoreError::Log("the key's name is no origin of a log".to_owned()))?;
    Checkpoint::open(note.as_bytes(), &origin, std::slice::from_ref(key))
        .map(|verified| verified.checkpoint)
        .map_err(|error| StoreError::Log(format!("the checkpoint is not one of this log: {error}")))
}

fn origin_of(signer: &SignerKey) -> Result<Origin, StoreError> {
    let name = signer.verifier_key().name().to_string();
    name.parse().map_err(|_| StoreError::Log("the key's name is no origin of a log".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishing_fails_since_it_first_did_and_until_it_is_done() {
        let edge = Edge::default();
        let since = || *edge.failing.lock().unwrap();
        assert_eq!(edge.failing_for(), None);
        edge.note::<()>(&Err(StoreError::Closed));
        let first = since();
        assert!(first.is_some());
        edge.note::<()>(&Err(StoreError::Closed));
        assert_eq!(since(), first);
        edge.note(&Ok(()));
        assert_eq!(edge.failing_for(), None);
    }
}
