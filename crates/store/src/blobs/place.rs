//! Places for objects: a folder, or a bucket.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload, RetryConfig,
    UpdateVersion,
};

use crate::db::without_password;
use crate::error::StoreError;

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

/// A place for objects: a folder by its path, or a bucket by `s3://BUCKET/PREFIX`.
#[derive(Clone, Debug)]
pub struct Place {
    pub(super) objects: Arc<dyn ObjectStore>,
    prefix: Path,
    /// The folder, where it is one.
    folder: Option<Arc<std::path::Path>>,
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
        Ok(Self {
            objects: Arc::new(objects),
            prefix: Path::default(),
            folder: Some(Arc::from(std::path::Path::new(address))),
        })
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

    /// The names of the objects below a folder of it, in their order.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn names(&self, folder: &str) -> Result<Vec<String>, StoreError> {
        self.names_below(&self.path(folder)).await
    }

    async fn names_below(&self, below: &Path) -> Result<Vec<String>, StoreError> {
        let own = self.prefix.parts().count();
        let found = self.objects.list(Some(below));
        let found: Vec<_> = found.try_collect().await.map_err(StoreError::objects("listing objects"))?;
        let name = |path: &Path| {
            let parts: Vec<String> = path.parts().skip(own).map(|part| part.as_ref().to_owned()).collect();
            parts.join("/")
        };
        let mut names: Vec<String> = found.iter().map(|object| name(&object.location)).collect();
        names.sort();
        Ok(names)
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

    /// Removes every object of it, and its folder where it is one. Nothing is removed where it holds one whose name is not `ours`.
    ///
    /// # Errors
    /// [`StoreError::Organization`] for a place that holds anything else; [`StoreError::Objects`]; [`StoreError::File`].
    pub(crate) async fn clear(&self, ours: fn(&str) -> bool) -> Result<(), StoreError> {
        let names = self.names_below(&self.prefix).await?;
        if let Some(other) = names.iter().find(|name| !ours(name)) {
            return Err(StoreError::Organization(format!(
                "nothing was removed: `{other}` stands there too, which no store has put there; move it away, and give the command again"
            )));
        }
        for name in &names {
            match self.objects.delete(&self.path(name)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(StoreError::objects("removing an object")(error)),
            }
        }
        match &self.folder {
            // Nothing of anybody else's is in it: that was looked at.
            Some(folder) => {
                std::fs::remove_dir_all(folder).map_err(StoreError::file("removing an empty folder"))
            }
            None => Ok(()),
        }
    }

    pub(super) fn path(&self, name: &str) -> Path {
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
