//! The master keys that are at hand, read again where one is asked for that is not among them.

use std::fmt;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use super::{EvidenceKey, EvidenceKeys};
use crate::error::StoreError;

/// Where master keys come from; nothing where none are there, or what is there are none.
pub type KeySource = Arc<dyn Fn() -> Option<EvidenceKeys> + Send + Sync>;

/// The keys at hand.
#[derive(Clone, Default)]
pub(crate) struct Ring(Arc<Kept>);

#[derive(Default)]
struct Kept {
    source: OnceLock<KeySource>,
    keys: RwLock<Option<EvidenceKeys>>,
}

impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ring")
    }
}

impl Ring {
    /// A ring of these keys.
    pub(crate) fn of(keys: EvidenceKeys) -> Self {
        let ring = Self::default();
        ring.keep(Some(keys));
        ring
    }

    /// Takes keys from a source, now and whenever one is asked for that is not there. A ring has one source.
    pub(crate) fn fill(&self, source: KeySource) {
        let source = self.0.source.get_or_init(|| source);
        self.keep(source());
    }

    fn keep(&self, keys: Option<EvidenceKeys>) {
        *self.0.keys.write().unwrap_or_else(PoisonError::into_inner) = keys;
    }

    /// The keys.
    pub(crate) fn keys(&self) -> Option<EvidenceKeys> {
        self.0.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The key of a name.
    ///
    /// # Errors
    /// [`StoreError::EvidenceKey`] where it is not at hand.
    pub(crate) fn named(&self, name: &str) -> Result<EvidenceKey, StoreError> {
        let find = || self.keys()?.named(name).cloned();
        if let Some(key) = find() {
            return Ok(key);
        }
        // Somebody may have changed the key since.
        if let Some(source) = self.0.source.get()
            && let Some(keys) = source()
        {
            self.keep(Some(keys));
        }
        find().ok_or_else(|| StoreError::EvidenceKey {
            wanted: name.to_owned(),
            given: self.keys().map(|keys| keys.names()),
        })
    }
}
