//! Audits at a glance: what a list shows of each, and no more than that is read.
//!
//! A whole audit has its team, its plan and its history in some twenty tables. A list of fifty needs one.

use std::str::FromStr;

use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::id::{AuditId, AuditeeId, Id as _, PersonId, ProgrammeId, ReportId};
use assize_domain::kernel::text::Line;
use assize_domain::kernel::time::Period;
use assize_domain::words::{AuditType, TeamRole};
use uuid::Uuid;

use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::reach::Reach;
use crate::{PAGE_ROWS_MAX, Store};

/// What a list shows of an audit.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditGlance {
    /// Its id.
    pub id: AuditId,
    /// The record's version.
    pub version: i64,
    /// Its title.
    pub title: Line,
    /// Its type.
    pub audit_type: AuditType,
    /// The word of its state.
    pub state: String,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// The auditee.
    pub auditee: AuditeeId,
    /// The auditee's name; none where the auditee was erased.
    pub auditee_name: Option<Line>,
    /// When it is to be held.
    pub window: Period,
    /// The present version of its report.
    pub report: Option<ReportId>,
}

/// The columns of a glance.
const COLUMNS: &str = "SELECT audit.id, audit.version, audit.title, audit.audit_type, audit.state, audit.programme, \
     audit.auditee, auditee.name, audit.window_from, audit.window_to, audit.report";
/// Greater than the id of any record.
const LAST: &str = "~";

/// An audit that somebody took part in.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonAudit {
    /// The audit.
    pub audit: AuditGlance,
    /// As what they took part.
    pub role: TeamRole,
}

impl Store {
    /// The audits within reach that a person took part in, the one opened last first, opened before `before`; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn person_audits(
        &self,
        person: PersonId,
        reach: &Reach,
        before: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<PersonAudit>, StoreError> {
        let (within, args) = back(person.uuid(), reach, before, rows_max);
        let statement = format!(
            "{COLUMNS}, audit_team.role FROM link JOIN audit ON audit.id = link.id \
             JOIN audit_team ON audit_team.of_record = audit.id AND audit_team.person = $1 \
             LEFT JOIN auditee ON auditee.id = audit.auditee WHERE link.kind = 'audit' AND link.name = 'people' \
             AND link.target = $1 AND link.id < $2 {within} ORDER BY link.id DESC LIMIT $3"
        );
        let rows = self.glance_rows::<12>(&statement, &args).await?;
        let read = |row: &Vec<Cell>| Ok(PersonAudit { audit: glance(row)?, role: value(row, 11, "role")? });
        Ok(rows.iter().map(read).collect::<Result<_, Corrupt>>()?)
    }

    /// The audits within reach of an auditee, the one opened last first, opened before `before`; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn auditee_audits(
        &self,
        auditee: AuditeeId,
        reach: &Reach,
        before: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<AuditGlance>, StoreError> {
        let (within, args) = back(auditee.uuid(), reach, before, rows_max);
        let statement = format!(
            "{COLUMNS} FROM link JOIN audit ON audit.id = link.id LEFT JOIN auditee ON auditee.id = audit.auditee \
             WHERE link.kind = 'audit' AND link.name = 'auditee' AND link.target = $1 AND link.id < $2 {within} \
             ORDER BY link.id DESC LIMIT $3"
        );
        let rows = self.glance_rows::<11>(&statement, &args).await?;
        Ok(rows.iter().map(|row| glance(row)).collect::<Result<_, Corrupt>>()?)
    }

    /// The rows of a list that goes back in time.
    async fn glance_rows<const COLUMNS_READ: usize>(
        &self,
        statement: &str,
        args: &[Arg],
    ) -> Result<Vec<Vec<Cell>>, StoreError> {
        let mut types = [CellType::Text; COLUMNS_READ];
        if let Some(version) = types.get_mut(1) {
            *version = CellType::Int;
        }
        self.db.conn().await?.rows("reading a list of audits", statement, args, &types).await
    }

    /// A page of the audits within reach in the order of their ids, after `after`, `rows_max` at most; where `link` names one of the links of
    /// audits and what it points at, those alone that point there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn audit_glances(
        &self,
        reach: &Reach,
        link: Option<(&'static str, Uuid)>,
        after: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<AuditGlance>, StoreError> {
        const NAMED: &str = "JOIN audit ON audit.id = link.id LEFT JOIN auditee ON auditee.id = audit.auditee \
             WHERE link.kind = 'audit' AND link.name = $3 AND link.target = $4 AND link.id > $1";
        const ALL: &str = "LEFT JOIN auditee ON auditee.id = audit.auditee WHERE audit.id > $1";
        let after = after.map(|id| id.hyphenated().to_string()).unwrap_or_default();
        let mut args: Vec<Arg> = vec![after.into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let (from, order) = match link {
            None => (format!("audit {ALL}"), "audit.id"),
            Some((name, target)) => {
                args.extend([name.into(), target.into()]);
                (format!("link {NAMED}"), "link.id")
            }
        };
        let within = and(reach.condition("audit.id", &mut args));
        let statement = format!("{COLUMNS} FROM {from} {within} ORDER BY {order} LIMIT $2");
        let mut types = [CellType::Text; 11];
        if let Some(version) = types.get_mut(1) {
            *version = CellType::Int;
        }
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading a list of audits", &statement, &args, &types).await?;
        Ok(rows.iter().map(|row| glance(row)).collect::<Result<_, Corrupt>>()?)
    }
}

/// A further condition of a statement, where there is one.
pub(crate) fn and(condition: Option<String>) -> String {
    condition.map(|condition| format!("AND {condition}")).unwrap_or_default()
}

/// The condition that an audit is within reach, and the arguments of a list that goes back in time from `before`.
fn back(target: Uuid, reach: &Reach, before: Option<Uuid>, rows_max: i64) -> (String, Vec<Arg>) {
    let before = before.map_or_else(|| LAST.to_owned(), |id| id.hyphenated().to_string());
    let mut args: Vec<Arg> = vec![target.into(), before.into(), rows_max.min(PAGE_ROWS_MAX).into()];
    let within = and(reach.condition("audit.id", &mut args));
    (within, args)
}

fn glance(row: &[Cell]) -> Result<AuditGlance, Corrupt> {
    let place = || format!("audit {}", text(row.first()));
    let read = |corrupt: Corrupt| corrupt.within(place());
    Ok(AuditGlance {
        id: value(row, 0, "id").map_err(read)?,
        version: int(row.get(1)),
        title: value(row, 2, "title").map_err(read)?,
        audit_type: value(row, 3, "audit_type").map_err(read)?,
        state: text(row.get(4)),
        programme: value(row, 5, "programme").map_err(read)?,
        auditee: value(row, 6, "auditee").map_err(read)?,
        auditee_name: optional(row, 7, "the auditee's name").map_err(read)?,
        window: Period {
            from: value(row, 8, "window_from").map_err(read)?,
            to: optional(row, 9, "window_to").map_err(read)?,
        },
        report: optional(row, 10, "report").map_err(read)?,
    })
}

/// A cell that holds a value.
pub(crate) fn value<T: FromStr>(row: &[Cell], column: usize, name: &str) -> Result<T, Corrupt> {
    text(row.get(column)).parse().map_err(|_| Corrupt::new(format!("its `{name}` cannot be read")))
}

/// A cell that may hold a value.
pub(crate) fn optional<T: FromStr>(row: &[Cell], column: usize, name: &str) -> Result<Option<T>, Corrupt> {
    match row.get(column) {
        Some(Cell::Text(_)) => value(row, column, name).map(Some),
        _ => Ok(None),
    }
}
