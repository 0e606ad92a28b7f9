//! Blobs: evidence and reports by the SHA-256 of their bytes, in a folder or a bucket.

use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use assize_domain::kernel::entry::hex;
use bytes::Bytes;
use futures::{Stream, StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload, RetryConfig,
    UpdateVersion, WriteMultipart,
};
use sha2::{Digest, Sha256};

use crate::db::without_password;
use crate::error::StoreError;

/// The largest blob, in bytes: what S3 copies in one piece, as a blob is when it gets its name.
pub const BLOB_BYTES_MAX: u64 = 5 * 1024 * 1024 * 1024;
/// How much of a blob is held in memory at a time while it is taken in.
const PART_BYTES: usize = 5 * 1024 * 1024;
/// How often a bucket is asked again that cannot answer now, and for how long at the most.
const RETRIES_MAX: usize = 6;
const RETRY_TIME_MAX: Duration = Duration::from_secs(20);
/// The first and the longest pause before a bucket is asked again.
const RETRY_PAUSE: Duration = Duration::from_millis(100);
const RETRY_PAUSE_MAX: Duration = Duration::from_secs(4);
/// How long a bucket may be silent, before and within an answer. How long a whole answer takes depends on its length,
/// and is not limited.
const SILENCE_MAX: Duration = Duration::from_secs(30);
/// The file of a folder whose lock whoever replaces an object of it holds.
const LOCK: &str = ".lock";

/// A blob that was taken in: durable when this is returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

/// A place for objects: a folder by its path, or a bucket by `s3://BUCKET/PREFIX`.
#[derive(Clone, Debug)]
pub struct Place {
    objects: Arc<dyn ObjectStore>,
    prefix: Path,
    /// The folder, where it is one.
    folder: Option<PathBuf>,
}

/// An object as somebody saw it, so that it is replaced only by whoever knows what stood there.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Its bytes; none where there was no object.
    pub bytes: Option<Bytes>,
    version: Option<UpdateVersion>,
}

/// How a bucket is reached. What is not given is not used; nothing is read from the environment here.
#[derive(Clone, Debug, Default)]
pub struct Bucket {
    /// The endpoint, where it is not Amazon's.
    pub endpoint: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The access key's id.
    pub access_key_id: Option<String>,
    /// The access key's secret.
    pub secret_access_key: Option<String>,
}

impl Place {
    /// Opens a place. A folder is made where it is not there.
    ///
    /// # Errors
    /// [`StoreError::Address`] when the address cannot be understood; [`StoreError::File`] when the folder cannot be made.
    pub fn open(address: &str, bucket: &Bucket) -> Result<Self, StoreError> {
        let unclear = |why: String| StoreError::Address { address: without_password(address), why };
        if let Some(rest) = address.strip_prefix("s3://") {
            let (name, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            let mut builder = AmazonS3Builder::new().with_bucket_name(name).with_retry(retrying());
            let mut client = ClientOptions::new().with_timeout_disabled().with_read_timeout(SILENCE_MAX);
            if let Some(endpoint) = &bucket.endpoint {
                client = client.with_allow_http(endpoint.starts_with("http://"));
                builder = builder.with_endpoint(endpoint);
            }
            builder = builder.with_client_options(client);
            if let Some(region) = &bucket.region {
                builder = builder.with_region(region);
            }
            if let (Some(id), Some(secret)) = (&bucket.access_key_id, &bucket.secret_access_key) {
                builder = builder.with_access_key_id(id).with_secret_access_key(secret);
            }
            let objects = builder.build().map_err(|error| unclear(error.to_string()))?;
            let prefix = Path::parse(prefix).map_err(|error| unclear(error.to_string()))?;
            return Ok(Self { objects: Arc::new(objects), prefix, folder: None });
        }
        if address.contains("://") {
            return Err(unclear("it is neither a folder nor s3://BUCKET/PREFIX".to_owned()));
        }
        std::fs::create_dir_all(address).map_err(StoreError::file("making a folder"))?;
        let objects = LocalFileSystem::new_with_prefix(address)
            .map_err(|error| unclear(error.to_string()))?
            .with_fsync(true);
        Ok(Self { objects: Arc::new(objects), prefix: Path::default(), folder: Some(PathBuf::from(address)) })
    }

    /// Reads an object whole; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, StoreError> {
        let doing = "reading an object";
        match self.objects.get(&self.path(name)).await {
            Ok(found) => found.bytes().await.map(Some).map_err(StoreError::objects(doing)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(StoreError::objects(doing)(error)),
        }
    }

    /// Writes an object whole: durable when this returns.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn put(&self, name: &str, bytes: Bytes) -> Result<(), StoreError> {
        let payload = PutPayload::from_bytes(bytes);
        self.objects
            .put(&self.path(name), payload)
            .await
            .map(drop)
            .map_err(StoreError::objects("writing an object"))
    }

    /// Reads an object so that it can be replaced.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn see(&self, name: &str) -> Result<Seen, StoreError> {
        let doing = "reading an object";
        match self.objects.get(&self.path(name)).await {
            Ok(found) => {
                let version =
                    UpdateVersion { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() };
                let bytes = found.bytes().await.map_err(StoreError::objects(doing))?;
                Ok(Seen { bytes: Some(bytes), version: Some(version) })
            }
            Err(object_store::Error::NotFound { .. }) => Ok(Seen::default()),
            Err(error) => Err(StoreError::objects(doing)(error)),
        }
    }

    /// Writes an object whole if it still is as it was seen, and says whether it was: durable when this returns true,
    /// unchanged when it returns false. Of two processes that saw the same, one writes.
    ///
    /// # Errors
    /// [`StoreError::Objects`]; [`StoreError::File`] when a folder cannot be locked.
    pub async fn replace(&self, name: &str, seen: &Seen, bytes: Bytes) -> Result<bool, StoreError> {
        let Some(folder) = &self.folder else { return self.put_if(name, seen, bytes).await };
        let lock = folder.join(LOCK);
        let lock = tokio::task::spawn_blocking(move || {
            let file = std::fs::File::options().create(true).truncate(false).write(true).open(lock)?;
            file.lock().map(|()| file)
        });
        // The lock is held until this returns, by its file.
        let _lock = lock
            .await
            .map_err(std::io::Error::other)
            .flatten()
            .map_err(StoreError::file("locking a folder"))?;
        if self.get(name).await? != seen.bytes {
            return Ok(false);
        }
        self.put(name, bytes).await.map(|()| true)
    }

    /// As [`Place::replace`], where the place itself compares.
    async fn put_if(&self, name: &str, seen: &Seen, bytes: Bytes) -> Result<bool, StoreError> {
        let mode = seen.version.clone().map_or(PutMode::Create, PutMode::Update);
        let options = PutOptions::from(mode);
        match self.objects.put_opts(&self.path(name), PutPayload::from_bytes(bytes), options).await {
            Ok(_) => Ok(true),
            Err(
                object_store::Error::AlreadyExists { .. }
                | object_store::Error::Precondition { .. }
                | object_store::Error::NotFound { .. },
            ) => Ok(false),
            Err(error) => Err(StoreError::objects("writing an object")(error)),
        }
    }

    fn path(&self, name: &str) -> Path {
        name.split('/').fold(self.prefix.clone(), |path, part| path.join(part))
    }
}

/// A bucket that cannot answer now is asked again, for less time than whoever waits for the answer has.
const fn retrying() -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig { init_backoff: RETRY_PAUSE, max_backoff: RETRY_PAUSE_MAX, base: 2.0 },
        max_retries: RETRIES_MAX,
        retry_timeout: RETRY_TIME_MAX,
    }
}

/// The blobs of a store.
#[derive(Clone, Debug)]
pub struct Blobs {
    place: Place,
}

impl Blobs {
    /// Blobs in a place.
    #[must_use]
    pub const fn new(place: Place) -> Self {
        Self { place }
    }

    /// Takes a blob in: hashes it while it streams, writes it beside the others, and gives it its name when it is whole
    /// and durable. If the stream fails or is too long, nothing stays.
    ///
    /// # Errors
    /// [`StoreError::Limit`] when it is longer than `bytes_max`; [`StoreError::File`] when the stream fails;
    /// [`StoreError::Objects`] when the place does.
    pub async fn put_stream(
        &self,
        stream: impl Stream<Item = std::io::Result<Bytes>> + Send,
        bytes_max: u64,
    ) -> Result<Stored, StoreError> {
        let incoming = self.place.path(&format!("incoming/{}", hex(&crate::writer::random::<16>()?)));
        let upload = self
            .place
            .objects
            .put_multipart(&incoming)
            .await
            .map_err(StoreError::objects("beginning to write evidence"))?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PART_BYTES);
        let mut hash = Sha256::new();
        let mut bytes: u64 = 0;
        let mut stream = pin!(stream);
        let failed = loop {
            match stream.next().await {
                None => break None,
                Some(Err(source)) => break Some(StoreError::File { doing: "receiving evidence", source }),
                Some(Ok(chunk)) => {
                    bytes += chunk.len() as u64;
                    if bytes > bytes_max.min(BLOB_BYTES_MAX) {
                        let limit = bytes_max.min(BLOB_BYTES_MAX);
                        break Some(StoreError::Limit(format!("the file is longer than {limit} bytes")));
                    }
                    hash.update(&chunk);
                    if let Err(error) = writer.wait_for_capacity(2).await {
                        break Some(StoreError::objects("writing evidence")(error));
                    }
                    writer.put(chunk);
                }
            }
        };
        if let Some(error) = failed {
            if let Err(left) = writer.abort().await {
                tracing::warn!(error = %left, "what was written of a failed upload could not be removed");
            }
            return Err(error);
        }
        writer.finish().await.map_err(StoreError::objects("ending to write evidence"))?;
        let sha256 = hex(&hash.finalize());
        self.place
            .objects
            .rename(&incoming, &self.place.path(&name_of(&sha256)))
            .await
            .map_err(StoreError::objects("naming evidence"))?;
        Ok(Stored { sha256, bytes })
    }

    /// Takes bytes in that are in memory already.
    ///
    /// # Errors
    /// As [`Blobs::put_stream`].
    pub async fn put(&self, bytes: Bytes) -> Result<Stored, StoreError> {
        self.put_stream(futures::stream::once(async { Ok(bytes) }), BLOB_BYTES_MAX).await
    }

    /// Reads a blob whole; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn get(&self, sha256: &str) -> Result<Option<Bytes>, StoreError> {
        self.place.get(&name_of(sha256)).await
    }

    /// Reads a blob as a stream, with its length; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn get_stream(
        &self,
        sha256: &str,
    ) -> Result<Option<(u64, impl Stream<Item = std::io::Result<Bytes>> + Send + use<>)>, StoreError> {
        match self.place.objects.get(&self.place.path(&name_of(sha256))).await {
            Ok(found) => Ok(Some((found.meta.size, found.into_stream().map_err(std::io::Error::other)))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(StoreError::objects("reading evidence")(error)),
        }
    }

    /// How long a blob is; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn length(&self, sha256: &str) -> Result<Option<u64>, StoreError> {
        match self.place.objects.head(&self.place.path(&name_of(sha256))).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(StoreError::objects("looking for evidence")(error)),
        }
    }

    /// Reads a blob through and says whether its bytes are those that its name promises; nothing when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn check(&self, sha256: &str) -> Result<Option<bool>, StoreError> {
        let Some((_, stream)) = self.get_stream(sha256).await? else { return Ok(None) };
        let mut stream = pin!(stream);
        let mut hash = Sha256::new();
        while let Some(chunk) = stream.next().await {
            hash.update(&chunk.map_err(StoreError::file("reading evidence"))?);
        }
        Ok(Some(hex(&hash.finalize()) == sha256))
    }

    /// Removes a blob. What is not there stays not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn remove(&self, sha256: &str) -> Result<(), StoreError> {
        match self.place.objects.delete(&self.place.path(&name_of(sha256))).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(StoreError::objects("removing evidence")(error)),
        }
    }
}

/// Where a blob stands: `ab/cd/abcd…`, so that no folder grows without end.
fn name_of(sha256: &str) -> String {
    let part = |range| sha256.get(range).unwrap_or("__");
    format!("{}/{}/{sha256}", part(0..2), part(2..4))
}
