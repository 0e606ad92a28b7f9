//! A table as a queue: what is due is taken by a lease, of which one statement sees that nobody else has it.
//!
//! INVARIANT (one taker): of several processes that look at a row at a time, the update of one alone finds it unleased. Who ends before they
//! have noted what came of it leaves a lease behind that runs out; it is then taken again.

use assize_domain::kernel::datum::CellType;

use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;

/// How many rows are looked at to find one to take.
const LOOKED_AT: i64 = 20;

/// A queue: a table with `id`, `made_at`, `due_at`, `tries`, `leased_by` and `leased_until`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Queue {
    /// The table.
    pub(crate) table: &'static str,
    /// What holds of a row that is done with neither way.
    pub(crate) open: &'static str,
    /// How long whoever takes a row has it for themselves, in milliseconds.
    pub(crate) lease_millis: i64,
}

/// A row that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) id: String,
    /// Since when it waits, in milliseconds after 1970.
    pub(crate) made_at: i64,
}

impl Queue {
    /// What holds of a row that is due at the time of the first placeholder.
    pub(crate) fn due_sql(&self) -> String {
        format!("{} AND due_at <= $1 AND leased_until <= $1", self.open)
    }

    /// Rows that are due, the one that waits for longest first.
    pub(crate) async fn due(&self, sql: &mut impl Sql, now: i64) -> Result<Vec<Due>, StoreError> {
        let query = format!(
            "SELECT id, made_at FROM {} WHERE {} ORDER BY due_at, id LIMIT $2",
            self.table,
            self.due_sql()
        );
        let args: [Arg; 2] = [now.into(), LOOKED_AT.into()];
        let rows = sql.rows("looking what is due", &query, &args, &[CellType::Text, CellType::Int]).await?;
        Ok(rows.iter().map(|row| Due { id: text(row.first()), made_at: int(row.get(1)) }).collect())
    }

    /// Takes a row, unless somebody else has.
    pub(crate) async fn take(
        &self,
        sql: &mut impl Sql,
        id: &str,
        by: &str,
        now: i64,
    ) -> Result<bool, StoreError> {
        let query = format!(
            "UPDATE {} SET leased_by = $2, leased_until = $3, tries = tries + 1 WHERE id = $4 AND {}",
            self.table,
            self.due_sql()
        );
        let args: [Arg; 4] = [now.into(), by.into(), (now + self.lease_millis).into(), id.into()];
        Ok(sql.run("taking what is due", &query, &args).await? == 1)
    }
}
