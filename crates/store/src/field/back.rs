//! The keys of the ways back: each opens what comes home of one loan. Where the store has a master key for its files, they are wrapped with it.

use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::id::LoanId;
use zeroize::Zeroizing;

use super::FieldKey;
use crate::Store;
use crate::db::{Arg, Sql, text};
use crate::error::StoreError;
use crate::rows::insert;
use crate::vault::{EvidenceKey, master};

/// What stands before a wrapped key, with the name of the master key after it.
const WRAPPED: &str = "wrapped:";

/// The keys as they are kept, by loan: as they are, or wrapped.
pub(crate) async fn keys_of_loans(
    sql: &mut impl Sql,
) -> Result<Vec<(String, Zeroizing<String>)>, StoreError> {
    let query = "SELECT loan, identity FROM loan_key ORDER BY loan";
    let rows = sql.rows("reading the keys of loans", query, &[], &[CellType::Text; 2]).await?;
    Ok(rows.iter().map(|row| (text(row.first()), Zeroizing::new(text(row.get(1))))).collect())
}

fn wrapped(master: &EvidenceKey, loan: &str, identity: &str) -> Result<String, StoreError> {
    Ok(format!("{WRAPPED}{}:{}", master.name(), master.wrap_way_back(loan, identity)?))
}

impl Store {
    /// Keeps the key of a way back.
    pub(super) async fn keep_way_back(&self, loan: LoanId, identity: &str) -> Result<(), StoreError> {
        let loan = loan.to_string();
        let mut conn = self.db.conn().await?;
        let kept = match master(&mut conn).await? {
            Some(name) => wrapped(&self.blobs().vault().ring.named(&name)?, &loan, identity)?,
            None => identity.to_owned(),
        };
        let row = vec![loan.into(), kept.into()];
        insert(&mut conn, "keeping the key of a loan", "loan_key (loan, identity)", vec![row], "").await
    }

    /// The keys of the ways back; and why one does not open, where one does not.
    pub(super) async fn ways_back(&self) -> Result<(Vec<FieldKey>, Option<StoreError>), StoreError> {
        let kept = keys_of_loans(&mut self.db.conn().await?).await?;
        let mut keys = Vec::with_capacity(kept.len());
        let mut shut = None;
        for (loan, identity) in kept {
            match self.unwrapped(&loan, &identity) {
                Ok(identity) => keys.extend(FieldKey::identity(&identity)),
                Err(error) => shut = Some(error),
            }
        }
        Ok((keys, shut))
    }

    /// A key as it is, of one as it is kept.
    fn unwrapped(&self, loan: &str, kept: &str) -> Result<Zeroizing<String>, StoreError> {
        let Some((name, sealed)) = kept.strip_prefix(WRAPPED).and_then(|rest| rest.split_once(':')) else {
            return Ok(Zeroizing::new(kept.to_owned()));
        };
        self.blobs().vault().ring.named(name)?.unwrap_way_back(loan, sealed)
    }

    /// Wraps the keys of the ways back with a master key: those that are kept as they are, and those that another wrapped. Each that does not open
    /// is named with the reason.
    pub(crate) async fn wrap_ways_back(&self, master: &EvidenceKey) -> Result<Vec<String>, StoreError> {
        let mut conn = self.db.conn().await?;
        let mut left = Vec::new();
        let own = format!("{WRAPPED}{}:", master.name());
        for (loan, kept) in keys_of_loans(&mut conn).await? {
            if kept.starts_with(&own) {
                continue;
            }
            match self.unwrapped(&loan, &kept) {
                Ok(identity) => {
                    // Where it was erased meanwhile, nothing is changed.
                    let args: [Arg; 3] = [
                        wrapped(master, &loan, &identity)?.into(),
                        loan.as_str().into(),
                        kept.as_str().into(),
                    ];
                    let query = "UPDATE loan_key SET identity = $1 WHERE loan = $2 AND identity = $3";
                    conn.run("wrapping the key of a loan", query, &args).await?;
                }
                Err(error) => left.push(format!("the key of loan {loan}: {error}")),
            }
        }
        Ok(left)
    }
}
