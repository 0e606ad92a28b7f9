//! The clock: the system's, the database's, or one that is given, so that a story can be told in its own time.
//!
//! Processes on several machines have several clocks, and what one of them leases, lets wait or lets run out is looked at by another. So where
//! the database is a server, its clock is everybody's: each process knows how far that is ahead of its own, and looks again with each act.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the store takes the time from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The database's clock, where that is a server; else the system's.
    #[default]
    System,
    /// A clock that is set by hand: for demonstrations and tests. The journal's times are then those it was set to.
    Set(Arc<AtomicI64>),
    /// The database's clock, by what is known of it.
    #[doc(hidden)]
    Followed(Ahead),
}

impl Clock {
    /// Milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn millis(&self) -> i64 {
        match self {
            Self::System => system_millis(),
            Self::Set(millis) => millis.load(Ordering::SeqCst),
            Self::Followed(ahead) => ahead.now(),
        }
    }

    /// The same clock over a database whose clock is known.
    pub(crate) fn over(self, ahead: &Ahead) -> Self {
        match self {
            Self::System => Self::Followed(ahead.clone()),
            set => set,
        }
    }
}

/// How far a database's clock is ahead of the system's. One that was never asked, like a file's, is not.
#[derive(Clone, Debug, Default)]
pub struct Ahead(Arc<AtomicI64>);

impl Ahead {
    /// The database's time, in milliseconds after 1970.
    pub(crate) fn now(&self) -> i64 {
        system_millis() + self.0.load(Ordering::SeqCst)
    }

    /// Notes what the database's clock said to a question that was sent at `before` and answered at `after`, both of the system's. What is known
    /// already stays as long as it may be true: an answer says no more than that its time lies between the two.
    pub(crate) fn note(&self, before: i64, theirs: i64, after: i64) {
        let known = self.0.load(Ordering::SeqCst);
        if theirs < before + known || theirs > after + known {
            self.0.store(theirs - (before + (after - before) / 2), Ordering::SeqCst);
        }
    }
}

/// The system's clock, in milliseconds after 1970-01-01T00:00:00Z.
pub(crate) fn system_millis() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_a_clock_stays_until_an_answer_speaks_against_it() {
        let ahead = Ahead::default();
        let known = || ahead.0.load(Ordering::SeqCst);
        ahead.note(1_000, 1_003, 1_008);
        assert_eq!(known(), 0, "it may be the same clock");
        ahead.note(1_000, 301_004, 1_008);
        assert_eq!(known(), 300_000);
        ahead.note(5_000, 304_990, 65_000);
        assert_eq!(known(), 269_990, "an answer that cannot be true of what was known");
        ahead.note(70_000, 340_000, 70_020);
        assert_eq!(known(), 269_990, "one that can");
    }
}
