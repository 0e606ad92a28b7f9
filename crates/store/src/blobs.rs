//! Blobs: evidence and reports by the SHA-256 of their bytes, in a folder or a bucket.
//!
//! A store that has a master key encrypts them as they come in: the object is then named by the digest of the encrypted bytes, and found
//! by that of the file through the table of the [vault](crate::vault). Both kinds stand beside each other.

mod incoming;
mod place;

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::pin::pin;

use assize_domain::kernel::entry::hex;
use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{Stream, StreamExt, TryStreamExt};
use object_store::{GetOptions, GetRange, GetResultPayload, ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};

use self::incoming::Incoming;
pub use self::place::{Bucket, Place, Seen};
use crate::db::{Arg, Sql};
use crate::error::StoreError;
use crate::vault::{self, EvidenceKey, Opening, SealedBlob, Sealing, Vault};

/// The largest blob, in bytes: what S3 copies in one piece, as a blob is when it gets its name.
pub const BLOB_BYTES_MAX: u64 = 5 * 1024 * 1024 * 1024;
/// How much of a blob is held in memory at a time while it is taken in.
const PART_BYTES: usize = 5 * 1024 * 1024;
/// How much of a file of this machine is read at once.
const READ_BYTES: u64 = 256 * 1024;
/// What is being done while a file comes in: an error of it is that of whoever sends it.
pub(crate) const RECEIVING: &str = "receiving evidence";

/// A blob that was taken in: durable when this is returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

/// How often a file that comes in is wrapped anew because the master key is changed at the same time.
const WRAPS_MAX: usize = 5;

/// The bytes of a blob as they are read.
pub type BlobStream = BoxStream<'static, std::io::Result<Bytes>>;

/// What a blob is found to be when it is read through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlobFound {
    /// It is not there.
    Missing,
    /// Its bytes are those that its name promises.
    Whole,
    /// Its bytes are others.
    Changed,
    /// It is kept encrypted.
    Sealed(SealedFound),
}

/// What an encrypted blob is found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFound {
    /// The digest under which the encrypted file is kept.
    pub cipher: String,
    /// Whether the encrypted bytes are those that this digest promises; nothing where they are not there.
    pub is_whole: Option<bool>,
    /// Whether what comes out of it is the file; nothing where nobody could look, since the key is not at hand.
    pub opens: Option<bool>,
    /// Why it does not open, or could not be looked at.
    pub why: Option<String>,
}

/// The blobs of a store.
#[derive(Clone, Debug)]
pub struct Blobs {
    place: Place,
    vault: Vault,
}

impl Blobs {
    /// Blobs in a place.
    #[must_use]
    pub(crate) const fn new(place: Place, vault: Vault) -> Self {
        Self { place, vault }
    }

    pub(crate) const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Takes a blob in: hashes it while it streams, encrypts it where the store has a master key, writes it beside the others, and gives
    /// it its name when it is whole and durable. If the stream fails or is too long, nothing stays.
    ///
    /// # Errors
    /// [`StoreError::Limit`] when it is longer than `bytes_max`; [`StoreError::File`] when the stream fails;
    /// [`StoreError::EvidenceKey`] when the store encrypts and the key is not at hand; [`StoreError::Objects`] when the place fails.
    pub async fn put_stream(
        &self,
        stream: impl Stream<Item = std::io::Result<Bytes>>,
        bytes_max: u64,
    ) -> Result<Stored, StoreError> {
        let master = self.master().await?;
        self.take_in(stream, bytes_max, master).await
    }

    async fn take_in(
        &self,
        stream: impl Stream<Item = std::io::Result<Bytes>>,
        bytes_max: u64,
        master: Option<EvidenceKey>,
    ) -> Result<Stored, StoreError> {
        let mut file = Incoming::begin(&self.place).await?;
        let Some(master) = master else {
            // As it is, it has the digest that it is hashed to as it is written.
            let bytes = match take(&mut file, stream, bytes_max).await {
                Ok(bytes) => bytes,
                Err(error) => {
                    file.abort().await;
                    return Err(error);
                }
            };
            return Ok(Stored { sha256: file.end(&self.place).await?, bytes });
        };
        let mut hash = Sha256::new();
        let (bytes, key) = match seal(&mut file, &mut hash, stream, bytes_max).await {
            Ok(sealed) => sealed,
            Err(error) => {
                file.abort().await;
                return Err(error);
            }
        };
        let stored = Stored { sha256: hex(&hash.finalize()), bytes };
        let named = file.end(&self.place).await?;
        let sealed = SealedBlob::new(stored.sha256.clone(), named, bytes, &key, &master)?;
        self.keep(sealed, &key).await?;
        Ok(stored)
    }

    /// The master key that new files are wrapped with; nothing where files are kept as they are.
    async fn master(&self) -> Result<Option<EvidenceKey>, StoreError> {
        let name = vault::master(&mut self.vault.db.conn().await?).await?;
        name.map(|name| self.vault.ring.named(&name)).transpose()
    }

    /// Notes where an encrypted file is. Of two that hold the same file the one that was there first stays.
    async fn keep(&self, mut sealed: SealedBlob, key: &vault::DataKey) -> Result<(), StoreError> {
        let doing = "noting an encrypted file";
        let into = "sealed_blob (sha256, cipher, bytes, wrapped, master)";
        for _ in 0..WRAPS_MAX {
            let mut conn = self.vault.db.conn().await?;
            let there = vault::row_of(&mut conn, &sealed.sha256).await?;
            match there {
                Some(there) if there.cipher != sealed.cipher => {
                    if self.object_bytes(&there.cipher).await?.is_some() {
                        return self.remove_object(&sealed.cipher).await;
                    }
                    // The object is lost: the file that comes in again takes its place.
                    let args: [Arg; 2] = [sealed.sha256.as_str().into(), there.cipher.into()];
                    let sql = "DELETE FROM sealed_blob WHERE sha256 = $1 AND cipher = $2";
                    conn.run(doing, sql, &args).await?;
                    continue;
                }
                Some(there) if there.master == sealed.master => {}
                Some(_) => vault::rewrap(&mut conn, &sealed).await?,
                None => {
                    let on = " ON CONFLICT DO NOTHING";
                    crate::rows::insert(&mut conn, doing, into, vec![sealed.row()], on).await?;
                    continue;
                }
            }
            // Where the master key is being changed, nobody else may come to this row any more.
            let now = vault::master(&mut conn).await?;
            match now.filter(|now| *now != sealed.master) {
                None => return Ok(()),
                Some(now) => sealed = sealed.rewrapped(key, &self.vault.ring.named(&now)?)?,
            }
        }
        Err(StoreError::Limit("the key of evidence is being changed; send the file again".to_owned()))
    }

    /// Takes bytes in that are in memory already.
    ///
    /// # Errors
    /// As [`Blobs::put_stream`].
    pub async fn put(&self, bytes: Bytes) -> Result<Stored, StoreError> {
        self.put_stream(futures::stream::once(async { Ok(bytes) }), BLOB_BYTES_MAX).await
    }

    /// Takes bytes in that are no secret, as they are, also where the store encrypts: a logo, which stands on every page and every letter.
    ///
    /// # Errors
    /// As [`Blobs::put_stream`].
    pub async fn put_public(&self, bytes: Bytes) -> Result<Stored, StoreError> {
        self.take_in(futures::stream::once(async { Ok(bytes) }), BLOB_BYTES_MAX, None).await
    }

    /// Takes an object in as it is, under the digest of its bytes, which must be this one.
    pub(crate) async fn put_object(
        &self,
        name: &str,
        mut next: impl FnMut() -> std::io::Result<Option<Bytes>>,
    ) -> Result<bool, StoreError> {
        let mut file = Incoming::begin(&self.place).await?;
        loop {
            let written = match next() {
                Ok(None) => break,
                Ok(Some(bytes)) => file.write(bytes).await,
                Err(source) => Err(StoreError::File { doing: "reading a file", source }),
            };
            if let Err(error) = written {
                file.abort().await;
                return Err(error);
            }
        }
        if file.name() != name {
            file.abort().await;
            return Ok(false);
        }
        file.end(&self.place).await.map(|_| true)
    }

    /// Reads a blob whole; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`]; [`StoreError::EvidenceKey`], [`StoreError::Sealed`] and [`StoreError::File`] where it is kept encrypted and
    /// does not open.
    pub async fn get(&self, sha256: &str) -> Result<Option<Bytes>, StoreError> {
        let Some((length, mut stream)) = self.get_stream(sha256).await? else { return Ok(None) };
        let mut whole =
            Vec::with_capacity(usize::try_from(length.min(PART_BYTES as u64)).unwrap_or_default());
        while let Some(part) = stream.next().await {
            whole.extend_from_slice(&part.map_err(StoreError::file("reading evidence"))?);
        }
        Ok(Some(Bytes::from(whole)))
    }

    /// Reads a blob as a stream, with its length; nothing when it is not there. Of one that is kept encrypted nothing comes that was not
    /// seen to be what was put in, and the stream ends in an error where something is not.
    ///
    /// # Errors
    /// [`StoreError::Objects`]; [`StoreError::EvidenceKey`] and [`StoreError::Sealed`] where it is kept encrypted and its key does not open.
    pub async fn get_stream(&self, sha256: &str) -> Result<Option<(u64, BlobStream)>, StoreError> {
        let sealed = match self.sealed(sha256).await? {
            Some(sealed) => sealed,
            None => match self.object(sha256, None).await? {
                Some(found) => return Ok(Some(found)),
                // It may have been encrypted in between.
                None => match self.sealed(sha256).await? {
                    Some(sealed) => sealed,
                    None => return Ok(None),
                },
            },
        };
        let key = sealed.key(&self.vault.ring)?;
        let opening = Opening::whole(&sealed, &key).map_err(|_| broken(&sealed))?;
        let found = self.object(&sealed.cipher, None).await?;
        Ok(found.map(|(_, stream)| (sealed.bytes, opened(opening, stream))))
    }

    /// Reads a part of a blob as a stream; nothing when the blob is not there. What lies beyond its end is not given.
    ///
    /// # Errors
    /// As [`Blobs::get_stream`].
    pub async fn get_range(&self, sha256: &str, range: Range<u64>) -> Result<Option<BlobStream>, StoreError> {
        let Some(length) = self.length(sha256).await? else { return Ok(None) };
        let range = range.start.min(length)..range.end.min(length);
        if range.is_empty() {
            return Ok(Some(futures::stream::empty().boxed()));
        }
        let Some(sealed) = self.sealed(sha256).await? else {
            return Ok(self.object(sha256, Some(range)).await?.map(|(_, stream)| stream));
        };
        let key = sealed.key(&self.vault.ring)?;
        let (opening, range) = Opening::part(&sealed, &key, &range).map_err(|_| broken(&sealed))?;
        let found = self.object(&sealed.cipher, Some(range)).await?;
        Ok(found.map(|(_, stream)| opened(opening, stream)))
    }

    /// How long a blob is; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn length(&self, sha256: &str) -> Result<Option<u64>, StoreError> {
        match self.sealed(sha256).await? {
            None => self.object_bytes(sha256).await,
            Some(sealed) => Ok(self.object_bytes(&sealed.cipher).await?.map(|_| sealed.bytes)),
        }
    }

    /// Reads a blob through and says what it is found to be.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn found(&self, sha256: &str) -> Result<BlobFound, StoreError> {
        let Some(sealed) = self.sealed(sha256).await? else {
            let Some((_, mut stream)) = self.object(sha256, None).await? else {
                return Ok(BlobFound::Missing);
            };
            let mut hash = Sha256::new();
            while let Some(chunk) = stream.next().await {
                hash.update(&chunk.map_err(StoreError::file("reading evidence"))?);
            }
            let is_whole = hex(&hash.finalize()) == sha256;
            return Ok(if is_whole { BlobFound::Whole } else { BlobFound::Changed });
        };
        self.found_sealed(sealed).await.map(BlobFound::Sealed)
    }

    async fn found_sealed(&self, sealed: SealedBlob) -> Result<SealedFound, StoreError> {
        let mut found = SealedFound { cipher: sealed.cipher.clone(), is_whole: None, opens: None, why: None };
        let mut opening = None;
        match sealed.key(&self.vault.ring) {
            Ok(key) => opening = Some(Opening::whole(&sealed, &key)),
            Err(error @ StoreError::EvidenceKey { .. }) => found.why = Some(error.to_string()),
            Err(error) => (found.opens, found.why) = (Some(false), Some(error.to_string())),
        }
        let Some((_, mut stream)) = self.object(&sealed.cipher, None).await? else { return Ok(found) };
        let (mut cipher, mut plain) = (Sha256::new(), Sha256::new());
        while let Some(chunk) = stream.next().await {
            let chunk = chunk.map_err(StoreError::file("reading evidence"))?;
            cipher.update(&chunk);
            opening = opening.map(|opening| {
                let mut opening = opening?;
                plain.update(&opening.push(&chunk)?);
                Ok(opening)
            });
        }
        found.is_whole = Some(hex(&cipher.finalize()) == sealed.cipher);
        if let Some(opening) = opening {
            let end = opening.and_then(Opening::end);
            let opens = end.map(|end| {
                plain.update(&end);
                hex(&plain.finalize()) == sealed.sha256
            });
            found.why = opens.is_err().then(|| broken(&sealed).to_string());
            found.opens = Some(opens.unwrap_or(false));
        }
        Ok(found)
    }

    /// Reads a blob through and says whether its bytes are those that its name promises; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`]; [`StoreError::EvidenceKey`] where it is kept encrypted and the key is not at hand.
    pub async fn check(&self, sha256: &str) -> Result<Option<bool>, StoreError> {
        match self.found(sha256).await? {
            BlobFound::Missing => Ok(None),
            BlobFound::Whole => Ok(Some(true)),
            BlobFound::Changed => Ok(Some(false)),
            BlobFound::Sealed(SealedFound { is_whole: None, .. }) => Ok(None),
            BlobFound::Sealed(SealedFound { is_whole: Some(whole), opens: Some(opens), .. }) => {
                Ok(Some(whole && opens))
            }
            BlobFound::Sealed(SealedFound { why, .. }) => {
                Err(StoreError::Limit(why.unwrap_or_else(|| "the file could not be looked at".to_owned())))
            }
        }
    }

    /// Removes a blob, and its key with it. What is not there stays not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn remove(&self, sha256: &str) -> Result<(), StoreError> {
        if let Some(sealed) = self.sealed(sha256).await? {
            self.remove_object(&sealed.cipher).await?;
            // The row goes last: while it is there, a removal that was interrupted is made again.
            let sql = "DELETE FROM sealed_blob WHERE sha256 = $1";
            self.vault.db.conn().await?.run("removing the key of a file", sql, &[sha256.into()]).await?;
        }
        self.remove_object(sha256).await
    }

    /// The row of a blob that is kept encrypted; nothing where it is not.
    pub(crate) async fn sealed(&self, sha256: &str) -> Result<Option<SealedBlob>, StoreError> {
        vault::row_of(&mut self.vault.db.conn().await?, sha256).await
    }

    /// An object as it is, by its name: its length and bytes, or those of a part.
    pub(crate) async fn object(
        &self,
        name: &str,
        range: Option<Range<u64>>,
    ) -> Result<Option<(u64, BlobStream)>, StoreError> {
        let options = GetOptions { range: range.map(GetRange::Bounded), ..GetOptions::default() };
        match self.place.objects.get_opts(&self.place.path(&name_of(name)), options).await {
            Ok(found) => {
                let bytes = found.meta.size;
                let range = found.range.clone();
                let stream = match found.payload {
                    GetResultPayload::File(file, _) => in_parts(file, range),
                    GetResultPayload::Stream(stream) => stream.map_err(std::io::Error::other).boxed(),
                };
                Ok(Some((bytes, stream)))
            }
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(StoreError::objects("reading evidence")(error)),
        }
    }

    /// How long an object is; nothing where it is not there.
    pub(crate) async fn object_bytes(&self, name: &str) -> Result<Option<u64>, StoreError> {
        match self.place.objects.head(&self.place.path(&name_of(name))).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(StoreError::objects("looking for evidence")(error)),
        }
    }

    /// Removes an object by its name.
    pub(crate) async fn remove_object(&self, name: &str) -> Result<(), StoreError> {
        match self.place.objects.delete(&self.place.path(&name_of(name))).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(StoreError::objects("removing evidence")(error)),
        }
    }
}

/// A part of a file of this machine, as a stream. Each read is one switch of threads, so that much is read at once.
fn in_parts(file: File, range: Range<u64>) -> BlobStream {
    futures::stream::try_unfold((file, range, false), |(mut file, range, sought)| async move {
        if range.is_empty() {
            return Ok(None);
        }
        let (start, end) = (range.start, range.end);
        let reading = tokio::task::spawn_blocking(move || {
            if !sought {
                file.seek(SeekFrom::Start(start))?;
            }
            let mut part = Vec::new();
            (&mut file).take((end - start).min(READ_BYTES)).read_to_end(&mut part)?;
            if part.is_empty() {
                return Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof));
            }
            Ok((file, Bytes::from(part)))
        });
        let (file, part) = reading.await.map_err(std::io::Error::other)??;
        let start = start + part.len() as u64;
        Ok(Some((part, (file, start..end, true))))
    })
    .boxed()
}

fn broken(sealed: &SealedBlob) -> StoreError {
    StoreError::Sealed { sha256: sealed.sha256.clone(), what: "it was changed, or its key was" }
}

/// The bytes of a file out of those of the encrypted one.
fn opened(opening: Opening, stream: BlobStream) -> BlobStream {
    let bad = |error: vault::Broken| std::io::Error::new(std::io::ErrorKind::InvalidData, error);
    let begun = Some((opening, stream));
    futures::stream::try_unfold(begun, move |state| async move {
        let Some((mut opening, mut stream)) = state else { return Ok(None) };
        loop {
            match stream.next().await {
                Some(chunk) => {
                    let plain = opening.push(&chunk?).map_err(bad)?;
                    if !plain.is_empty() {
                        return Ok(Some((plain, Some((opening, stream)))));
                    }
                }
                None => return Ok(Some((opening.end().map_err(bad)?, None))),
            }
        }
    })
    .boxed()
}

fn too_long(bytes_max: u64) -> StoreError {
    StoreError::Limit(format!("the file is longer than {bytes_max} bytes"))
}

/// Writes what a stream gives, as it is; says how long it is.
async fn take(
    file: &mut Incoming,
    stream: impl Stream<Item = std::io::Result<Bytes>>,
    bytes_max: u64,
) -> Result<u64, StoreError> {
    let mut stream = pin!(stream);
    let mut bytes = 0;
    while let Some(chunk) = stream.next().await {
        file.write(received(chunk, &mut bytes, bytes_max)?).await?;
    }
    Ok(bytes)
}

/// The same, encrypted; the file's key with it.
async fn seal(
    file: &mut Incoming,
    hash: &mut Sha256,
    stream: impl Stream<Item = std::io::Result<Bytes>>,
    bytes_max: u64,
) -> Result<(u64, vault::DataKey), StoreError> {
    let mut stream = pin!(stream);
    let mut bytes = 0;
    let (mut sealing, header) = Sealing::begin()?;
    file.write(header).await?;
    while let Some(chunk) = stream.next().await {
        let chunk = received(chunk, &mut bytes, bytes_max)?;
        hash.update(&chunk);
        for piece in sealing.push(&chunk)? {
            file.write(piece).await?;
        }
    }
    let (last, key) = sealing.end()?;
    file.write(last).await?;
    Ok((bytes, key))
}

fn received(chunk: std::io::Result<Bytes>, bytes: &mut u64, bytes_max: u64) -> Result<Bytes, StoreError> {
    let chunk = chunk.map_err(StoreError::file(RECEIVING))?;
    *bytes += chunk.len() as u64;
    let limit = bytes_max.min(BLOB_BYTES_MAX);
    if *bytes > limit { Err(too_long(limit)) } else { Ok(chunk) }
}

/// Where a blob stands: `ab/cd/abcd…`, so that no folder grows without end.
fn name_of(sha256: &str) -> String {
    let part = |range| sha256.get(range).unwrap_or("__");
    format!("{}/{}/{sha256}", part(0..2), part(2..4))
}

/// Whether a name is that of an object that a store has made: a blob where [`name_of`] has it stand, or one on its way in. What stands in a
/// folder beside them, as the blobs of another store do, is none.
pub(crate) fn is_object(name: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if let Some(last) = name.strip_prefix("incoming/") {
        return last.len() == 32 && is_hex(last);
    }
    let last = name.rsplit('/').next().unwrap_or(name);
    last.len() == 64 && is_hex(last) && name_of(last) == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_knows_its_objects_by_their_whole_names() {
        let digest = "abcd".repeat(16);
        assert!(is_object(&name_of(&digest)) && is_object(&format!("incoming/{}", "0f".repeat(16))));
        for other in [
            digest.clone(),
            format!("ab/{digest}"),
            format!("cd/ab/{digest}"),
            format!("acme/ab/cd/{digest}"),
            name_of(&digest.to_uppercase()),
            format!("incoming/{}", name_of(&digest)),
            "incoming/checkpoint".to_owned(),
            "letter.txt".to_owned(),
        ] {
            assert!(!is_object(&other), "{other}");
        }
    }
}
