//! Who is what to a record, and who somebody is: the facts that need-to-know is decided by, from a few columns and links.
//!
//! What is *released* to the auditee: an audit from the first contact on, a plan that was presented, requests, opening and
//! closing meetings and others that a contact took part in, a finding that was raised, a report that was issued, evidence that the
//! auditee gave. What the team holds for itself never is: papers, notes, its own evidence, drafts, messages not told to them.
//!
//! A role lasts as long as the record says so: who was dismissed from a team is nothing to the audit any more, who is in
//! the team of an audit that was completed goes on reading it, and so do the contacts what was released. Who takes no part
//! in an audit comes to it late: technical reviewers when its report is written, decision makers when it was issued, whoever
//! handles a complaint about it while the complaint is theirs to decide.

mod many;
mod read;
mod sight;

use assize_domain::Key;
use assize_domain::access::{GrantedRole, Role, Standing, Ties};
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::id::{AuditId, Id as _, PersonId, ProgrammeId};
use assize_domain::kernel::time::Date;

pub use self::sight::Sight;
use crate::Store;
use crate::db::{Sql as _, int};
use crate::error::StoreError;
use crate::glance::{optional, value};

/// All but [`FIELDWORK`](assize_domain::access::FIELDWORK), as the index `journal_bears` says it.
const RIGHTS_AS_OF: &str = "SELECT seq FROM journal WHERE subject_kind NOT IN \
     ('paper', 'note', 'evidence', 'draw', 'claim_set', 'text_use', 'trail_case', 'method_use') ORDER BY seq DESC LIMIT 1";

impl Store {
    /// The number of the last act that may bear on who is what to a record other than those of [`FIELDWORK`](assize_domain::access::FIELDWORK): what was read of that before holds
    /// as long as it is the same. 0 where there was none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn rights_as_of(&self) -> Result<i64, StoreError> {
        let mut conn = self.db.conn().await?;
        let rows =
            conn.rows("looking which act bore on rights last", RIGHTS_AS_OF, &[], &[CellType::Int]).await?;
        Ok(int(rows.first().and_then(|row| row.first())))
    }

    /// Who is what to a record, and what of it bears on who may see it; nothing where there is no such record.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn ties(&self, key: Key) -> Result<Option<Ties>, StoreError> {
        let mut conn = self.db.conn().await?;
        read::ties(&mut conn, key).await
    }

    /// Who somebody is on a date: with the rights that they were given and that are in force.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn standing(
        &self,
        person: Option<PersonId>,
        operator: bool,
        on: Date,
    ) -> Result<Standing, StoreError> {
        const SQL: &str = "SELECT role, over_programme, over_audit FROM access_grant WHERE person = $1 \
             AND state = 'given' AND period_from <= $2 AND (period_to IS NULL OR period_to >= $2)";
        let Some(who) = person else {
            return Ok(Standing { person, operator, grants: Vec::new(), door: None });
        };
        let args = [who.uuid().into(), on.to_string().into()];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading rights", SQL, &args, &[CellType::Text; 3]).await?;
        let mut grants = Vec::with_capacity(rows.len());
        for row in rows {
            let role = Role::from(value::<GrantedRole>(&row, 0, "role")?);
            let programme = optional::<ProgrammeId>(&row, 1, "over_programme")?.map(Key::of);
            let audit = optional::<AuditId>(&row, 2, "over_audit")?.map(Key::of);
            grants.push((role, programme.or(audit)));
        }
        Ok(Standing { person, operator, grants, door: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fieldwork_is_what_the_law_says_it_is() {
        let words: Vec<String> =
            assize_domain::access::FIELDWORK.iter().map(|kind| format!("'{}'", kind.word())).collect();
        assert!(RIGHTS_AS_OF.contains(&format!("NOT IN ({})", words.join(", "))), "{words:?}");
        let index = include_str!("../../../migrations/both/0114_bears_on_rights.sql");
        assert!(
            index.contains(&format!("NOT IN ({})", words.join(", "))),
            "without it the index is not used"
        );
    }
}
