//! The ties of many audits at once, as far as they concern one person: what a list across audits is narrowed by.

use std::collections::BTreeMap;

use assize_domain::Key;
use assize_domain::access::{Role, Ties};
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::id::{AuditId, Id as _, PersonId};
use uuid::Uuid;

use super::read::{AUDIT_ROW, AuditRow, role_of};
use crate::Store;
use crate::db::{Arg, Sql as _, text};
use crate::error::StoreError;
use crate::glance::value;
use crate::rows::{IDS_MAX, among};

impl Store {
    /// The ties of some audits that are there, of whose people one alone is named: two reads for [`IDS_MAX`] audits.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn audit_ties(
        &self,
        person: Option<PersonId>,
        audits: &[AuditId],
    ) -> Result<Vec<Ties>, StoreError> {
        let mut found = Vec::with_capacity(audits.len());
        let mut conn = self.db.conn().await?;
        for part in audits.chunks(IDS_MAX) {
            let ids: Vec<Uuid> = part.iter().map(|audit| audit.uuid()).collect();
            let (those, mut args) = among(&ids, 0);
            let rows = conn
                .rows("reading audits", &format!("{AUDIT_ROW} {those}"), &args, &[CellType::Text; 7])
                .await?;
            let mut roles = BTreeMap::new();
            if let Some(person) = person {
                args.push(person.uuid().into());
                roles = roles_in(&mut conn, &those, &args).await?;
            }
            for row in &rows {
                let (audit, own) = (value::<AuditId>(row, 6, "id")?, AuditRow::of(row)?);
                let roles = roles.remove(&audit).unwrap_or_default();
                let people = person.map(|person| roles.into_iter().map(|role| (person, role)).collect());
                found.push(Ties {
                    key: Key::of(audit),
                    audit: Some(audit),
                    programme: Some(own.programme),
                    people: own.now(people.unwrap_or_default()),
                    released: own.released(),
                    classification: None,
                });
            }
        }
        Ok(found)
    }
}

/// What a person, the last of the arguments, is to those audits.
async fn roles_in(
    conn: &mut crate::db::Conn,
    those: &str,
    args: &[Arg],
) -> Result<BTreeMap<AuditId, Vec<Role>>, StoreError> {
    let who = args.len();
    let statement = format!(
        "SELECT of_record, role FROM audit_team WHERE person = ${who} AND of_record {those} \
         UNION ALL SELECT audit.id, programme_roles.role FROM programme_roles JOIN audit ON (audit.programme || '') = programme_roles.of_record \
         WHERE programme_roles.person = ${who} AND programme_roles.role <> 'complaint_handler' AND audit.id {those} \
         UNION ALL SELECT audit.id, 'auditee_contact' FROM auditee_contacts JOIN audit ON audit.auditee = auditee_contacts.of_record \
         WHERE auditee_contacts.person = ${who} AND audit.id {those} \
         UNION ALL SELECT id, 'audit_client' FROM audit WHERE initiation_client = ${who} AND id {those} \
         UNION ALL SELECT audit, 'complaint_handler' FROM complaint WHERE state_handler = ${who} AND state = 'assigned' AND audit {those}"
    );
    let rows =
        conn.rows("reading what somebody is to audits", &statement, args, &[CellType::Text; 2]).await?;
    let mut roles: BTreeMap<AuditId, Vec<Role>> = BTreeMap::new();
    for row in &rows {
        roles.entry(value(row, 0, "audit")?).or_default().push(role_of(&text(row.get(1)))?);
    }
    Ok(roles)
}
