//! How far a list reaches: the audits whose records may be in it.
//!
//! Lists are narrowed here, in SQL, so that no page is filled with what is then left out. That is an economy: who may see which record is
//! decided one by one by who asks for the list.

use std::collections::BTreeSet;

use assize_domain::kernel::id::{AuditId, Id as _};
use uuid::Uuid;

use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::record::Versioned;
use assize_domain::{Key, Kind};

use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::glance::and;
use crate::journal::{self, StoredEntry, Towards};
use crate::rows::{self, among};
use crate::{PAGE_ROWS_MAX, Store};

/// The audits that a list reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everything.
    All,
    /// Every audit that there is, as somebody has it who has a part in each: lists need not name them. Of what belongs to no audit it says nothing.
    EveryAudit,
    /// Some audits: of those in `whole` everything, of those in `released` what the auditee may know of.
    Some {
        /// Of which everything is seen.
        whole: BTreeSet<AuditId>,
        /// Of which only what was released is seen.
        released: BTreeSet<AuditId>,
    },
}

/// Kinds of which a record may belong to an audit or to none; there are few of each.
const PERHAPS_OF_AUDIT: [Kind; 3] = [Kind::Appraisal, Kind::Complaint, Kind::MethodUse];
/// Up to how many audits are gathered from.
const GATHERED_AUDITS_MAX: usize = 64;
/// Of up to how many audits findings are gathered: an audit has few.
const GATHERED_FINDINGS_OF: usize = 1_000;
/// Findings that are not yet, or no longer, the auditee's to know, by the words of their state.
const KEPT_BACK: &str = "('drafted', 'withdrawn')";

impl Reach {
    /// A reach to no audit.
    #[must_use]
    pub const fn none() -> Self {
        Self::Some { whole: BTreeSet::new(), released: BTreeSet::new() }
    }

    /// Whether it reaches no audit at all.
    #[must_use]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::Some { whole, released } if whole.is_empty() && released.is_empty())
    }

    /// Whether everything of an audit is within reach.
    #[must_use]
    pub fn is_whole(&self, audit: AuditId) -> bool {
        match self {
            Self::All | Self::EveryAudit => true,
            Self::Some { whole, .. } => whole.contains(&audit),
        }
    }

    /// The same, without what is seen only as far as it was released.
    #[must_use]
    pub fn whole(&self) -> Self {
        match self {
            Self::All | Self::EveryAudit => self.clone(),
            Self::Some { whole, .. } => Self::Some { whole: whole.clone(), released: BTreeSet::new() },
        }
    }

    /// The condition that a column holds the id of an audit within reach, and its arguments, which follow those there are; nothing
    /// where every audit is.
    pub(crate) fn condition(&self, column: &str, args: &mut Vec<Arg>) -> Option<String> {
        match self {
            Self::All | Self::EveryAudit => None,
            Self::Some { whole, released } => Some(one_of(column, whole.union(released), args)),
        }
    }

    /// Whether so many audits are within reach that the first of a list are found sooner by going through it, where each that is met
    /// is looked up among the audits, than by gathering what each audit has and putting that in order.
    pub(crate) fn is_wide(&self) -> bool {
        matches!(self, Self::Some { whole, released } if whole.len() + released.len() > GATHERED_AUDITS_MAX)
    }

    /// Whether what the audits within reach have is gathered, whatever else is asked of it: there are some, and not thousands.
    pub(crate) fn gathers(&self) -> bool {
        matches!(self, Self::Some { whole, released } if whole.len() + released.len() <= GATHERED_FINDINGS_OF)
    }

    /// The same condition for a list of which the first few are wanted; `column` is a text that is never empty.
    pub(crate) fn first_of(&self, column: &str, args: &mut Vec<Arg>) -> Option<String> {
        // What is said of more than the column alone is looked up in no index of it.
        let column = if self.is_wide() { format!("({column} || '')") } else { column.to_owned() };
        self.condition(&column, args)
    }

    /// The condition that a finding is within reach; `finding` is the table, and `audit` its column.
    pub(crate) fn of_findings(&self, audit: &str, args: &mut Vec<Arg>) -> Option<String> {
        match self {
            Self::All | Self::EveryAudit => None,
            Self::Some { whole, released } => {
                let whole = one_of(audit, whole.iter(), args);
                if released.is_empty() {
                    return Some(whole);
                }
                let released = one_of(audit, released.iter(), args);
                Some(format!("({whole} OR ({released} AND finding.state NOT IN {KEPT_BACK}))"))
            }
        }
    }
}

impl Store {
    /// A reach to many audits, as [`Reach::EveryAudit`] where there are no others.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn widened(&self, reach: Reach) -> Result<Reach, StoreError> {
        let Reach::Some { whole, released } = &reach else { return Ok(reach) };
        if !reach.is_wide() || !released.is_empty() {
            return Ok(reach);
        }
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("counting audits", "SELECT COUNT(*) FROM audit", &[], &[CellType::Int]).await?;
        let count = int(rows.first().and_then(|row| row.first()));
        Ok(if usize::try_from(count) == Ok(whole.len()) { Reach::EveryAudit } else { reach })
    }

    /// A page of the records of a kind in the order of their ids, after `after`, `rows_max` at most: of what belongs to an audit, that of
    /// audits within reach; of everything else, all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn record_page_within(
        &self,
        reach: &Reach,
        kind: Kind,
        after: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<(Key, Versioned)>, StoreError> {
        let after_id = after.map(|id| id.hyphenated().to_string()).unwrap_or_default();
        let mut args: Vec<Arg> = vec![after_id.into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let statement = if kind == Kind::Audit {
            let within = and(reach.condition("id", &mut args));
            format!("SELECT id FROM audit WHERE id > $1 {within} ORDER BY id LIMIT $2")
        } else if kind.links().contains(&"audit")
            && !PERHAPS_OF_AUDIT.contains(&kind)
            && matches!(reach, Reach::Some { .. })
        {
            // In a wide reach the records are gone through; otherwise the links of each audit are gathered.
            let (of, column) = match reach.is_wide() {
                true => (format!("\"{kind}\" WHERE 1 = 1"), "audit"),
                false => (format!("link WHERE kind = '{kind}' AND name = 'audit'"), "target"),
            };
            let within = and(reach.first_of(column, &mut args));
            format!("SELECT id FROM {of} AND id > $1 {within} ORDER BY id LIMIT $2")
        } else {
            return self.record_page(kind, after, rows_max).await;
        };
        let mut conn = self.db.conn().await?;
        let found = conn.rows("reading a list", &statement, &args, &[CellType::Text]).await?;
        let ids: Vec<Uuid> = found.iter().filter_map(|row| text(row.first()).parse().ok()).collect();
        let mut page = rows::load(&mut conn, kind, &ids).await?;
        page.sort_by_key(|(key, _)| key.id);
        Ok(page)
    }

    /// Entries of the journal of audits within reach, and those of no audit, `rows_max` at most: towards the later in order, or
    /// towards the earlier, the latest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn entries_within(
        &self,
        reach: &Reach,
        towards: Towards,
        rows_max: i64,
    ) -> Result<Vec<Result<StoredEntry, (i64, Corrupt)>>, StoreError> {
        let mut conn = self.db.conn().await?;
        journal::entries_within(&mut conn, reach, towards, rows_max).await
    }

    /// Everybody who has to do with an audit that is wholly within reach, as a member of its team or otherwise; nothing where everything
    /// is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn people_within(&self, reach: &Reach) -> Result<Option<BTreeSet<Uuid>>, StoreError> {
        let mut args: Vec<Arg> = Vec::new();
        if *reach == Reach::All {
            return Ok(None);
        }
        let within = and(reach.condition("id", &mut args));
        let statement =
            format!("SELECT DISTINCT target FROM link WHERE kind = 'audit' AND name = 'people' {within}");
        let mut conn = self.db.conn().await?;
        let found = conn.rows("reading who works together", &statement, &args, &[CellType::Text]).await?;
        Ok(Some(found.iter().filter_map(|row| text(row.first()).parse().ok()).collect()))
    }
}

/// The condition that a column holds one of some ids.
fn one_of<'a>(column: &str, ids: impl Iterator<Item = &'a AuditId>, args: &mut Vec<Arg>) -> String {
    let ids: Vec<Uuid> = ids.map(|id| id.uuid()).collect();
    if ids.is_empty() {
        return "1 = 0".to_owned();
    }
    let (filter, more) = among(&ids, args.len());
    args.extend(more);
    format!("{column} {filter}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn audit(n: u128) -> AuditId {
        Uuid::from_u128(n).into()
    }

    #[test]
    fn nothing_is_within_a_reach_to_no_audit_and_all_is_unbounded() {
        let mut args = Vec::new();
        assert_eq!(Reach::All.condition("a.id", &mut args), None);
        assert_eq!(Reach::none().condition("a.id", &mut args).as_deref(), Some("1 = 0"));
        assert!(args.is_empty());
    }

    #[test]
    fn placeholders_go_on_after_those_there_are() {
        let reach = Reach::Some {
            whole: (0..300).map(audit).collect(),
            released: std::iter::once(audit(900)).collect(),
        };
        let mut args: Vec<Arg> = vec![7.into()];
        let said = reach.condition("a.id", &mut args).unwrap();
        assert_eq!(said, "a.id LISTED($2)");
        assert_eq!(args.len(), 2);
        assert!(
            matches!(&args[1], Arg::Text(Some(list)) if list.contains(&Uuid::from_u128(900).to_string()))
        );
    }
}
