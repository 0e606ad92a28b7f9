//! The registers of people and auditees as lists show them: a page at a time, and what ends soon.

use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::id::{AuditId, AuditeeId, EvidenceId, Id as _, PersonId};
use assize_domain::kernel::record::Versioned;
use assize_domain::kernel::text::Line;
use assize_domain::kernel::time::Date;
use assize_domain::words::{Classification, CredentialKind};
use assize_domain::{Key, Kind};
use uuid::Uuid;

use crate::db::{Arg, Sql, text};
use crate::error::StoreError;
use crate::glance::{and, optional, value};
use crate::order::sort_key;
use crate::reach::Reach;
use crate::{PAGE_ROWS_MAX, Store, rows};

/// Greater than the id of any record.
const LAST: &str = "~";

/// Which records of a register are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// People of whom the record holds what shows competence, or who are in an audit team.
    Auditors,
    /// Everybody.
    People,
    /// Every auditee.
    Auditees,
}

/// Something that shows competence and ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// Whose it is.
    pub person: PersonId,
    /// Their name.
    pub name: Line,
    /// What it is.
    pub kind: CredentialKind,
    /// The area of competence.
    pub area: String,
    /// Its title.
    pub title: Line,
    /// Its last day.
    pub to: Date,
}

/// What a list shows of a piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentGlance {
    /// Its id.
    pub id: EvidenceId,
    /// The audit.
    pub audit: AuditId,
    /// The audit's title; none where the audit was erased.
    pub audit_title: Option<Line>,
    /// Its name.
    pub name: Line,
    /// How sensitive it is.
    pub classification: Classification,
    /// Whether its file is kept.
    pub taken: bool,
}

impl Store {
    /// A page of a register in the order of names, as the languages sort them, after the record of this name and id; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn register_page(
        &self,
        register: Register,
        after: Option<(String, Uuid)>,
        rows_max: i64,
    ) -> Result<Vec<(Key, Versioned)>, StoreError> {
        const AUDITORS: &str = "AND (EXISTS (SELECT 1 FROM person_credentials WHERE of_record = person.id) OR EXISTS \
             (SELECT 1 FROM link WHERE link.kind = 'audit' AND link.name = 'people' AND link.target = person.id))";
        let (kind, filter) = match register {
            Register::Auditors => (Kind::Person, AUDITORS),
            Register::People => (Kind::Person, ""),
            Register::Auditees => (Kind::Auditee, ""),
        };
        let statement = format!(
            "SELECT {kind}.id FROM name_order JOIN {kind} ON {kind}.id = name_order.id WHERE name_order.kind = '{kind}' \
             AND (name_order.sort_key > $1 OR (name_order.sort_key = $1 AND name_order.id > $2)) {filter} \
             ORDER BY name_order.sort_key, name_order.id LIMIT $3"
        );
        let (name, id) =
            after.map_or_else(Default::default, |(name, id)| (name, id.hyphenated().to_string()));
        let key = if name.is_empty() { name } else { sort_key(&name) };
        let args: [Arg; 3] = [key.into(), id.into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let mut conn = self.db.conn().await?;
        let found = conn.rows("reading a register", &statement, &args, &[CellType::Text]).await?;
        let ids: Vec<Uuid> = found.iter().filter_map(|row| text(row.first()).parse().ok()).collect();
        let mut page = rows::load(&mut conn, kind, &ids).await?;
        page.sort_by_key(|(key, _)| ids.iter().position(|id| *id == key.id));
        Ok(page)
    }

    /// What shows competence and ends from one day to another, the first to end first; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn endings(&self, from: Date, to: Date, rows_max: i64) -> Result<Vec<Ending>, StoreError> {
        // Education and experience are had for good; their last day ends nothing.
        const SQL: &str = "SELECT person.id, person.name, held.kind, held.area, held.title, held.period_to \
             FROM person_credentials AS held JOIN person ON person.id = held.of_record \
             WHERE held.period_to >= $1 AND held.period_to <= $2 AND held.kind NOT IN ('education', 'experience') \
             ORDER BY held.period_to, person.name, held.pos LIMIT $3";
        let args: [Arg; 3] =
            [from.to_string().into(), to.to_string().into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let types = [CellType::Text; 6];
        let rows = self.db.conn().await?.rows("reading what ends", SQL, &args, &types).await?;
        let read = |row: &Vec<Cell>| {
            Ok(Ending {
                person: value(row, 0, "id")?,
                name: value(row, 1, "name")?,
                kind: value(row, 2, "kind")?,
                area: text(row.get(3)),
                title: value(row, 4, "title")?,
                to: value(row, 5, "period_to")?,
            })
        };
        Ok(rows.iter().map(read).collect::<Result<_, Corrupt>>()?)
    }

    /// The evidence from an auditee in audits within reach, what was taken in last first, before `before`; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn auditee_documents(
        &self,
        auditee: AuditeeId,
        reach: &Reach,
        before: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<DocumentGlance>, StoreError> {
        let mut args = back(auditee.uuid(), before, rows_max).to_vec();
        let within = and(reach.condition("evidence.audit", &mut args));
        let sql = format!(
            "SELECT evidence.id, evidence.audit, (SELECT title FROM audit WHERE audit.id = evidence.audit), \
             evidence.name, evidence.classification, evidence.form FROM link JOIN evidence ON evidence.id = link.id \
             WHERE link.kind = 'evidence' AND link.name = 'auditee' AND link.target = $1 AND link.id < $2 {within} \
             ORDER BY link.id DESC LIMIT $3"
        );
        let types = [CellType::Text; 6];
        let rows = self.db.conn().await?.rows("reading a list of evidence", &sql, &args, &types).await?;
        let read = |row: &Vec<Cell>| {
            Ok(DocumentGlance {
                id: value(row, 0, "id")?,
                audit: value(row, 1, "audit")?,
                audit_title: optional(row, 2, "the audit's title")?,
                name: value(row, 3, "name")?,
                classification: value(row, 4, "classification")?,
                taken: text(row.get(5)) == "taken",
            })
        };
        Ok(rows.iter().map(read).collect::<Result<_, Corrupt>>()?)
    }
}

/// The arguments of a list that goes back in time.
fn back(target: Uuid, before: Option<Uuid>, rows_max: i64) -> [Arg; 3] {
    let before = before.map_or_else(|| LAST.to_owned(), |id| id.hyphenated().to_string());
    [target.into(), before.into(), rows_max.min(PAGE_ROWS_MAX).into()]
}
