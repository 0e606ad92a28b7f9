//! The clock: the system's, or one that is given, so that a story can be told in its own time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the store takes the time from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// A clock that is set by hand: for demonstrations and tests. The journal's times are then those it was set to.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// Milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn millis(&self) -> i64 {
        match self {
            Self::System => system_millis(),
            Self::Set(millis) => millis.load(Ordering::SeqCst),
        }
    }
}

/// The system's clock, in milliseconds after 1970-01-01T00:00:00Z.
pub(crate) fn system_millis() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
