//! Whom audits have promised days to: who plans an audit must know when its people are elsewhere.

use std::collections::BTreeMap;

use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::time::{Date, Days, Period, Timestamp};
use assize_domain::words::TeamRole;

use crate::db::{Arg, Sql, int};
use crate::error::StoreError;
use crate::glance::{optional, value};
use crate::{PAGE_ROWS_MAX, Store};

/// A place in the team of an audit whose fieldwork is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// The audit.
    pub audit: AuditId,
    /// The window in which it is to be held.
    pub window: Period,
    /// The auditor days that the team shares.
    pub days_planned: Days,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: TeamRole,
    /// The days on which they are in a session of the present plan, in UTC, each once and in order.
    pub on: Vec<Date>,
}

/// The audits that are not over and whose window has a day in common with `$1` to `$2`.
const IN_TIME: &str = "audit.state IN ('planned', 'initiated', 'prepared', 'conducting') AND audit.window_from <= $2 \
     AND (audit.window_to IS NULL OR audit.window_to >= $1)";

impl Store {
    /// The places in the teams of all audits whose fieldwork is not over and whose window has a day in common with `from` to
    /// `to`, in the order of the audits' ids.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Limit`] where there are more places, or sessions, than a hundred pages hold.
    pub async fn promised(&self, from: Date, to: Date) -> Result<Vec<Promised>, StoreError> {
        let rows_max = PAGE_ROWS_MAX.saturating_mul(100);
        let args: [Arg; 3] = [from.to_string().into(), to.to_string().into(), rows_max.into()];
        let places = format!(
            "SELECT audit.id, audit.window_from, audit.window_to, audit.days_planned, team.person, team.role \
             FROM audit JOIN audit_team AS team ON team.of_record = audit.id WHERE {IN_TIME} ORDER BY audit.id, team.pos LIMIT $3"
        );
        let sessions = format!(
            "SELECT audit.id, held.value, session.\"start\", session.\"end\" FROM audit \
             JOIN plan_sessions AS session ON session.of_record = audit.plan \
             JOIN plan_sessions_auditors AS held ON held.of_record = session.of_record AND held.pos = session.pos \
             WHERE {IN_TIME} ORDER BY audit.id, held.value, session.\"start\" LIMIT $3"
        );
        let mut conn = self.db.conn().await?;
        let mut types = [CellType::Text; 6];
        if let Some(days) = types.get_mut(3) {
            *days = CellType::Int;
        }
        let places = conn.rows("reading who is in which team", &places, &args, &types).await?;
        let sessions =
            conn.rows("reading who is in which session", &sessions, &args, &[CellType::Text; 4]).await?;
        let most = usize::try_from(rows_max).unwrap_or(usize::MAX);
        if places.len() >= most || sessions.len() >= most {
            return Err(StoreError::Limit(format!(
                "more than {rows_max} places in teams, or sessions, are in that time: look at a shorter one"
            )));
        }
        Ok(joined(&places, &sessions)?)
    }
}

fn joined(places: &[Vec<Cell>], sessions: &[Vec<Cell>]) -> Result<Vec<Promised>, Corrupt> {
    let mut days: BTreeMap<(AuditId, PersonId), Vec<Date>> = BTreeMap::new();
    for row in sessions {
        let of = days.entry((value(row, 0, "id")?, value(row, 1, "auditors")?)).or_default();
        let (start, end): (Timestamp, Timestamp) = (value(row, 2, "start")?, value(row, 3, "end")?);
        of.extend([start.date(), end.date()]);
    }
    let place = |row: &Vec<Cell>| {
        let (audit, person) = (value(row, 0, "id")?, value(row, 4, "person")?);
        let mut on = days.get(&(audit, person)).cloned().unwrap_or_default();
        on.sort_unstable();
        on.dedup();
        Ok(Promised {
            audit,
            window: Period { from: value(row, 1, "window_from")?, to: optional(row, 2, "window_to")? },
            days_planned: Days::from_hundredths(u32::try_from(int(row.get(3))).unwrap_or_default()),
            person,
            role: value(row, 5, "role")?,
            on,
        })
    };
    places.iter().map(place).collect()
}
