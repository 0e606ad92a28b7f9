//! A store that is moved: it takes no act from a moment on, is made anew elsewhere, and goes when nobody needs it any more.
//!
//! INVARIANT (fenced): the fence stands in the row that every batch of acts locks first ([`crate::writer`]). Whoever holds that lock sees it, in
//! whatever process, with whatever it remembers; so no act is committed after the fence was, and none before it is lost.

use assize_domain::kernel::datum::{Cell, CellType};

use crate::blobs::is_object;
use crate::db::{self, Arg, Db, Opening, Sql, text};
use crate::error::StoreError;
use crate::{Addresses, Clock, Place, Store};

impl Store {
    /// Makes a store where there is none, and goes on with the making of one that was not made to its end; opens one that is whole.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_or_open(addresses: &Addresses, clock: Clock) -> Result<Self, StoreError> {
        let is_file = addresses.database.strip_prefix("sqlite:");
        let is_there = is_file.is_some_and(|path| std::path::Path::new(path).exists());
        let opening = if is_there { Opening::Acting } else { Opening::New };
        let db = Db::open(&addresses.database, opening).await?;
        db.migrate(&addresses.database).await?;
        let made = "INSERT INTO head (one, seq, at) VALUES (1, 0, 0) ON CONFLICT (one) DO NOTHING";
        db.conn().await?.run("making the head", made, &[]).await?;
        Self::is_whole(&db, &addresses.database).await?;
        Self::with(db, addresses, clock)
    }

    /// Takes no act from when this returns, and says why to whoever gives one. What was given before is done first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn fence(&self, why: &str) -> Result<(), StoreError> {
        self.set_fence(Some(why.to_owned())).await
    }

    /// Takes acts again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lift_fence(&self) -> Result<(), StoreError> {
        self.set_fence(None).await
    }

    async fn set_fence(&self, why: Option<String>) -> Result<(), StoreError> {
        let sql = "UPDATE head SET fenced = $1 WHERE one = 1";
        self.db.conn().await?.run("fencing the store", sql, &[Arg::Text(why)]).await.map(drop)
    }

    /// Why it takes no act; nothing where it does.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn fenced(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT fenced FROM head WHERE one = 1";
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("asking whether it takes acts", sql, &[], &[CellType::Text]).await?;
        let cell = rows.first().and_then(|row| row.first());
        Ok(cell.filter(|cell| **cell != Cell::Null).map(|cell| text(Some(cell))))
    }

    /// Removes a store for good: its database, and its evidence and log where `places` says so. Where it is removed already, nothing is
    /// done; nobody may have it open.
    ///
    /// # Errors
    /// [`StoreError`]; nothing is removed of a place that holds anything but what a store has put there.
    pub async fn remove(addresses: &Addresses, places: Removed) -> Result<(), StoreError> {
        if places.evidence {
            Place::open(&addresses.evidence, &addresses.bucket)?.clear(is_object).await?;
        }
        if places.log {
            Place::open(&addresses.log, &addresses.bucket)?.clear(is_log).await?;
        }
        db::remove(&addresses.database).await
    }
}

/// What goes with the database of a store that is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The place of evidence.
    pub evidence: bool,
    /// The place of the log.
    pub log: bool,
}

/// Whether an object is part of a published log.
fn is_log(name: &str) -> bool {
    const OURS: [&str; 5] =
        [crate::CHECKPOINT, crate::VERIFIER_KEY, crate::ERASURES, crate::WITNESSED, crate::TIMESTAMPED];
    // As what writes them names them, so that the log of another, of whatever name, is none of it.
    let is_tile = |part: &str| {
        part == "entries"
            || part.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'x' | b'.' | b'p'))
    };
    let is_timestamp = |last: &str| {
        let size = last.strip_suffix(".note").or_else(|| last.strip_suffix(".tsr"));
        last == "latest" || size.is_some_and(|size| size.bytes().all(|byte| byte.is_ascii_digit()))
    };
    OURS.contains(&name)
        || name == ".lock"
        || name.strip_prefix("tile/").is_some_and(|rest| rest.split('/').all(is_tile))
        || name.strip_prefix("timestamp/").is_some_and(is_timestamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_log_has_is_known_by_its_whole_name() {
        for ours in [
            "checkpoint",
            ".lock",
            "tile/0/x001/067.p/3",
            "tile/entries/000",
            "timestamp/latest",
            "timestamp/17.tsr",
        ] {
            assert!(is_log(ours), "{ours}");
        }
        for other in [
            "acme/checkpoint",
            "tile/tile/0/000",
            "tile/checkpoint",
            "timestamp/timestamp/latest",
            "timestamp/key",
            "x",
        ] {
            assert!(!is_log(other), "{other}");
        }
    }
}
