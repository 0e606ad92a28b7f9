//! The look round: an organization that nobody uses is looked after from time to time, by one server, by a lease.

use assize_domain::kernel::datum::CellType;

use super::{OrganizationName, Registry};
use crate::db::{Arg, Sql, text};
use crate::error::StoreError;

/// How long whoever looks after an organization has it for themselves, in milliseconds.
const LEASE_MILLIS: i64 = 5 * 60 * 1_000;
/// How many are looked at to find one to take.
const LOOKED_AT: i64 = 20;

impl Registry {
    /// Takes an open organization that is due to be looked after, by a lease; nothing where none is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn take_round(&self, by: &str) -> Result<Option<OrganizationName>, StoreError> {
        const DUE: &str = "state = 'open' AND look_at <= $1 AND leased_until <= $1";
        let mut conn = self.conn().await?;
        let now = self.db.now();
        let sql = format!("SELECT name FROM organization WHERE {DUE} ORDER BY look_at, name LIMIT $2");
        let args: [Arg; 2] = [now.into(), LOOKED_AT.into()];
        let rows = conn.rows("looking who is due", &sql, &args, &[CellType::Text]).await?;
        for row in rows {
            let Ok(name) = text(row.first()).parse::<OrganizationName>() else { continue };
            let sql = format!(
                "UPDATE organization SET looked_by = $2, leased_until = $3 WHERE name = $4 AND {DUE}"
            );
            let args: [Arg; 4] = [now.into(), by.into(), (now + LEASE_MILLIS).into(), name.as_str().into()];
            if conn.run("taking who is due", &sql, &args).await? == 1 {
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    /// Notes that an organization was looked after, and that it is to be looked after again in so many milliseconds.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn round_done(
        &self,
        name: &OrganizationName,
        by: &str,
        again_millis: i64,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE organization SET look_at = $1, leased_until = 0, looked_by = NULL WHERE name = $2 AND looked_by = $3";
        let args: [Arg; 3] = [(self.db.now() + again_millis).into(), name.as_str().into(), by.into()];
        self.conn().await?.run("noting a look round", sql, &args).await.map(drop)
    }
}
