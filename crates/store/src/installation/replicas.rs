//! The servers of an installation: each says again and again that it is there, and how far it has let go of what was changed.

use assize_domain::kernel::datum::CellType;

use super::{Registry, generation};
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;

/// After how long a server that was not heard of is no more asked about, in milliseconds. Whoever waits for servers waits by their beats,
/// and not by this.
const KEPT_MILLIS: i64 = 60 * 60 * 1_000;

/// A server of the installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replica {
    /// Its id, which it made when it started.
    pub id: String,
    /// How often it has said that it is there.
    pub beat: i64,
    /// The generation as of which it acts in nothing that was changed before.
    pub settled: i64,
}

impl Registry {
    /// Says that a server is there and how far it has settled; answers the generation of the registry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn beat(&self, id: &str, settled: i64) -> Result<i64, StoreError> {
        let mut conn = self.conn().await?;
        let sql = "INSERT INTO replica (id, beat, settled, seen_at) VALUES ($1, 1, $2, $3) \
                   ON CONFLICT (id) DO UPDATE SET beat = replica.beat + 1, settled = excluded.settled, seen_at = excluded.seen_at";
        let args: [Arg; 3] = [id.into(), settled.into(), self.db.now().into()];
        conn.run("saying that a server is there", sql, &args).await?;
        generation(&mut conn).await
    }

    /// Forgets a server that ends, and those that were not heard of for long.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn gone(&self, id: &str) -> Result<(), StoreError> {
        let args: [Arg; 2] = [id.into(), (self.db.now() - KEPT_MILLIS).into()];
        let sql = "DELETE FROM replica WHERE id = $1 OR seen_at < $2";
        self.conn().await?.run("forgetting a server", sql, &args).await.map(drop)
    }

    /// The servers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn replicas(&self) -> Result<Vec<Replica>, StoreError> {
        let sql = "SELECT id, beat, settled FROM replica WHERE seen_at >= $1 ORDER BY id";
        let types = [CellType::Text, CellType::Int, CellType::Int];
        let args: [Arg; 1] = [(self.db.now() - KEPT_MILLIS).into()];
        let rows = self.conn().await?.rows("listing servers", sql, &args, &types).await?;
        let one =
            |row: &Vec<_>| Replica { id: text(row.first()), beat: int(row.get(1)), settled: int(row.get(2)) };
        Ok(rows.iter().map(one).collect())
    }
}
