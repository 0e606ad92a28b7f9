//! Objects on their way in.

use assize_domain::kernel::entry::hex;
use bytes::Bytes;
use object_store::path::Path;
use object_store::{ObjectStoreExt, WriteMultipart};
use sha2::{Digest, Sha256};

use super::{BLOB_BYTES_MAX, PART_BYTES, Place, name_of, too_long};
use crate::error::StoreError;

/// An object that is being written, without a name until it is whole.
pub(super) struct Incoming {
    path: Path,
    writer: WriteMultipart,
    hash: Sha256,
    bytes: u64,
}

impl Incoming {
    pub(super) async fn begin(place: &Place) -> Result<Self, StoreError> {
        let path = place.path(&format!("incoming/{}", hex(&crate::writer::random::<16>()?)));
        let upload = place
            .objects
            .put_multipart(&path)
            .await
            .map_err(StoreError::objects("beginning to write evidence"))?;
        let writer = WriteMultipart::new_with_chunk_size(upload, PART_BYTES);
        Ok(Self { path, writer, hash: Sha256::new(), bytes: 0 })
    }

    pub(super) async fn write(&mut self, bytes: Bytes) -> Result<(), StoreError> {
        self.bytes += bytes.len() as u64;
        if self.bytes > BLOB_BYTES_MAX {
            return Err(too_long(BLOB_BYTES_MAX));
        }
        self.hash.update(&bytes);
        self.writer.wait_for_capacity(2).await.map_err(StoreError::objects("writing evidence"))?;
        self.writer.put(bytes);
        Ok(())
    }

    /// The digest of what was written.
    pub(super) fn name(&self) -> String {
        hex(&self.hash.clone().finalize())
    }

    pub(super) async fn abort(self) {
        if let Err(left) = self.writer.abort().await {
            tracing::warn!(error = %left, "what was written of a failed upload could not be removed");
        }
    }

    /// Makes it durable and gives it its digest as its name.
    pub(super) async fn end(self, place: &Place) -> Result<String, StoreError> {
        let name = self.name();
        self.writer.finish().await.map_err(StoreError::objects("ending to write evidence"))?;
        place
            .objects
            .rename(&self.path, &place.path(&name_of(&name)))
            .await
            .map_err(StoreError::objects("naming evidence"))?;
        Ok(name)
    }
}
