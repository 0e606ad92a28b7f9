//! Whether a process can act in a store now, beyond that its database answers.

use std::time::Duration;

use crate::Store;
use crate::db::Version;
use crate::error::StoreError;

/// How little room is too little where the store stands, in bytes: an act and its evidence may need as much at a time.
pub const ROOM_BYTES_MIN: u64 = 64 * 1024 * 1024;
/// For how long publishing the log may fail, in seconds. Acts are in the journal meanwhile, and are published later.
pub const UNPUBLISHED_SECONDS_MAX: u64 = 60;

/// Why a process cannot act in a store, though its database answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unready {
    /// Its tables are not those of this version: something is missing, or was taken away by a later version.
    Tables,
    /// The log could not be published for so many seconds.
    Log {
        /// For how long.
        seconds: u64,
    },
    /// There is no room left at a place of this machine.
    Room {
        /// The place.
        place: String,
    },
}

impl Store {
    /// Why this process cannot act now; nothing where it can. A later version's tables are no reason as long as that only added to them.
    ///
    /// # Errors
    /// [`StoreError`] where the database does not answer.
    pub async fn unready(&self) -> Result<Option<Unready>, StoreError> {
        if !matches!(self.db.version().await?, Version::Ours | Version::Expanded) {
            return Ok(Some(Unready::Tables));
        }
        if let Some(why) = unpublished(self.edge.failing_for()) {
            return Ok(Some(why));
        }
        let full = self.room()?.into_iter().find(|room| room.free < ROOM_BYTES_MIN);
        Ok(full.map(|room| Unready::Room { place: room.place }))
    }
}

/// Whether publishing fails for too long.
fn unpublished(failing: Option<Duration>) -> Option<Unready> {
    let seconds = failing?.as_secs();
    (seconds > UNPUBLISHED_SECONDS_MAX).then_some(Unready::Log { seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_fails_for_a_minute_is_waited_for_and_no_longer() {
        assert_eq!(unpublished(None), None);
        assert_eq!(unpublished(Some(Duration::from_secs(UNPUBLISHED_SECONDS_MAX))), None);
        let late = UNPUBLISHED_SECONDS_MAX + 1;
        assert_eq!(unpublished(Some(Duration::from_secs(late))), Some(Unready::Log { seconds: late }));
    }
}
