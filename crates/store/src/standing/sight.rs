//! Which audits and programmes somebody may be something to: where lists across audits begin.

use std::collections::BTreeSet;

use assize_domain::access::{Role, Standing};
use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::id::{AuditId, Id as _, PersonId, ProgrammeId};
use assize_domain::{Key, Kind};
use uuid::Uuid;

use crate::db::{Arg, Conn, Sql as _};
use crate::error::StoreError;
use crate::glance::value;
use crate::{PAGE_ROWS_MAX, Store};

/// Audits that somebody may be something to. A superset: each of them is decided on by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Every audit.
    All,
    /// These, and no other.
    These(BTreeSet<AuditId>),
}

impl Sight {
    /// Whether an audit is among them.
    #[must_use]
    pub fn holds(&self, audit: AuditId) -> bool {
        match self {
            Self::All => true,
            Self::These(audits) => audits.contains(&audit),
        }
    }
}

/// The audits in whose team somebody is, whose client they are, of whose auditee they are a contact, whose programme they have
/// a role in that reaches its audits, and about which a complaint was given to them.
const AUDITS: &str = "SELECT id FROM link WHERE kind = 'audit' AND name = 'people' AND target = $1 \
     UNION SELECT id FROM audit WHERE initiation_client = $1 \
     UNION SELECT link.id FROM auditee_contacts JOIN link ON link.target = auditee_contacts.of_record \
     WHERE link.kind = 'audit' AND link.name = 'auditee' AND auditee_contacts.person = $1 \
     UNION SELECT link.id FROM programme_roles JOIN link ON link.target = programme_roles.of_record \
     WHERE link.kind = 'audit' AND link.name = 'programme' AND programme_roles.person = $1 \
     AND programme_roles.role IN ('manager', 'technical_reviewer', 'decision_maker') \
     UNION SELECT complaint.audit FROM complaint WHERE complaint.state_handler = $1 AND complaint.audit IS NOT NULL";
/// The audits of a programme.
const OF_PROGRAMME: &str = "SELECT id FROM link WHERE kind = 'audit' AND name = 'programme' AND target = $1";

impl Store {
    /// The audits that somebody may be something to, by the record and by what they were given.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn audits_in_sight(&self, standing: &Standing) -> Result<Sight, StoreError> {
        let everything = |(role, over): &(Role, Option<Key>)| *role == Role::Reader && over.is_none();
        if standing.operator || standing.grants.iter().any(everything) {
            return Ok(Sight::All);
        }
        if let Some(audit) = standing.door {
            return Ok(Sight::These(BTreeSet::from([audit])));
        }
        let mut found: BTreeSet<Uuid> = BTreeSet::new();
        let Some(person) = standing.person else { return Ok(Sight::These(BTreeSet::new())) };
        let mut conn = self.db.conn().await?;
        found.extend(ids(&mut conn, AUDITS, person.uuid()).await?);
        for key in standing.grants.iter().filter_map(|(_, over)| over.as_ref()) {
            match key.kind {
                Kind::Audit => {
                    found.insert(key.id);
                }
                Kind::Programme => found.extend(ids(&mut conn, OF_PROGRAMME, key.id).await?),
                _ => {}
            }
        }
        Ok(Sight::These(found.into_iter().map(AuditId::from).collect()))
    }

    /// The programmes that somebody has a role in or was given to read; nothing where it is every programme.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn programmes_in_sight(
        &self,
        standing: &Standing,
    ) -> Result<Option<BTreeSet<ProgrammeId>>, StoreError> {
        const SQL: &str = "SELECT DISTINCT of_record FROM programme_roles WHERE person = $1";
        let everything = |(role, over): &(Role, Option<Key>)| *role == Role::Reader && over.is_none();
        if standing.operator || standing.grants.iter().any(everything) {
            return Ok(None);
        }
        let mut found = BTreeSet::new();
        if standing.door.is_some() {
            return Ok(Some(found));
        }
        let Some(person) = standing.person else { return Ok(Some(found)) };
        let mut conn = self.db.conn().await?;
        found.extend(ids(&mut conn, SQL, person.uuid()).await?.into_iter().map(ProgrammeId::from));
        let given = standing.grants.iter().filter_map(|(_, over)| over.as_ref());
        found.extend(given.filter(|key| key.kind == Kind::Programme).map(|key| ProgrammeId::from(key.id)));
        Ok(Some(found))
    }
}

/// The records that name somebody in a role.
const NAMED_IN: &str = "SELECT 'audit', id FROM link WHERE kind = 'audit' AND name = 'people' AND target = $1 \
     UNION SELECT 'audit', id FROM audit WHERE initiation_client = $1 \
     UNION SELECT 'programme', of_record FROM programme_roles WHERE person = $1 \
     UNION SELECT 'auditee', of_record FROM auditee_contacts WHERE person = $1 \
     UNION SELECT 'complaint', id FROM complaint WHERE state_handler = $1 ORDER BY 2 DESC LIMIT $2";

impl Store {
    /// The records that name a person in a role, those made last first; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn named_in(&self, person: PersonId, rows_max: i64) -> Result<Vec<Key>, StoreError> {
        let args: [Arg; 2] = [person.uuid().into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let mut conn = self.db.conn().await?;
        let rows =
            conn.rows("reading where somebody is named", NAMED_IN, &args, &[CellType::Text; 2]).await?;
        let read = |row: &Vec<Cell>| Ok(Key { kind: value(row, 0, "kind")?, id: value(row, 1, "id")? });
        Ok(rows.iter().map(read).collect::<Result<_, Corrupt>>()?)
    }
}

async fn ids(sql: &mut Conn, statement: &str, of: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let args: [Arg; 1] = [of.into()];
    let rows = sql.rows("reading what somebody is something to", statement, &args, &[CellType::Text]).await?;
    Ok(rows.iter().map(|row| value(row, 0, "id")).collect::<Result<_, Corrupt>>()?)
}
