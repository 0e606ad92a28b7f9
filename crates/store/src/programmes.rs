//! Programmes at a glance, what they plan, and what their working papers have covered: the few columns that pages show.

use std::str::FromStr;

use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::id::{
    AuditId, AuditeeId, FindingId, Id as _, PaperId, PersonId, PlannedAuditId, ProgrammeId,
};
use assize_domain::kernel::text::{CriteriaId, Line, RequirementId, Text};
use assize_domain::kernel::time::{Date, Days, Period, Timestamp};
use assize_domain::programme::Why;
use assize_domain::programme::briefs::{AuditBrief, PlannedBrief};
use assize_domain::words::AuditType;
use uuid::Uuid;

use crate::briefs::{LINKED, load};
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::rows::{IDS_MAX, among};
use crate::{PAGE_ROWS_MAX, Store};

/// The most audits that one question about covered requirements looks into.
pub const COVERED_AUDITS_MAX: usize = 64;

/// What a list shows of a programme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgrammeGlance {
    /// Its id.
    pub id: ProgrammeId,
    /// Its title.
    pub title: Line,
    /// From when to when.
    pub period: Period,
    /// The word of its state.
    pub state: String,
    /// Audits that it plans.
    pub planned: i64,
    /// Of these, audits whose fieldwork has ended.
    pub held: i64,
    /// Of these, audits whose window has passed and whose fieldwork has not ended.
    pub late: i64,
    /// Of these, audits whose window has begun and that were not opened.
    pub to_open: i64,
}

/// What the plan of a programme shows of an audit.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedGlance {
    /// Its id, which is that of the audit too.
    pub id: PlannedAuditId,
    /// Its title.
    pub title: Line,
    /// Its type.
    pub audit_type: AuditType,
    /// The auditee.
    pub auditee: AuditeeId,
    /// The auditee's name; none where the auditee was erased.
    pub auditee_name: Option<Line>,
    /// When it is to be held.
    pub window: Period,
    /// Auditor days.
    pub days: Days,
    /// Why it is planned as it is.
    pub why: Why,
    /// The word of its state in the programme.
    pub state: String,
    /// Why it was taken out.
    pub withdrawn_why: Option<Text>,
    /// The word of the audit's state; none before it is opened.
    pub audit_state: Option<String>,
}

/// Which of the planned audits of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlannedWhich {
    /// All, from the earliest window on; after the place that [`PlannedGlance::place`] names, where one is given.
    All(Option<String>),
    /// Those that stand and were not opened.
    NotOpened,
    /// Those that were opened and are not over.
    Running,
}

impl PlannedGlance {
    /// Its place in the order of windows.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}_{}", self.window.from, self.id)
    }
}

/// What the working papers of an audit have done about a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementCovered {
    /// The audit.
    pub audit: AuditId,
    /// The requirement.
    pub requirement: RequirementId,
    /// Papers that serve it.
    pub papers: i64,
    /// Of these, papers whose evaluation says whether it is conformed to.
    pub tested: i64,
    /// Nonconformities that stand against it.
    pub nonconformities: i64,
}

/// A working paper that serves a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperCovered {
    /// Its id.
    pub id: PaperId,
    /// The audit.
    pub audit: AuditId,
    /// The requirement that it serves.
    pub requirement: RequirementId,
    /// The question.
    pub title: Line,
    /// The word of its evaluation, and when that was made; none yet while it is open.
    pub evaluation: Option<(String, Timestamp)>,
}

/// A finding against a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingCovered {
    /// Its id.
    pub id: FindingId,
    /// The audit.
    pub audit: AuditId,
    /// Its number in the audit.
    pub number: i64,
    /// Its title.
    pub title: Line,
    /// The word of its kind.
    pub kind: String,
    /// The key of its grade.
    pub grade: Option<String>,
    /// The word of its state.
    pub state: String,
}

/// What an auditee said of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackGlance {
    /// The audit.
    pub audit: AuditId,
    /// Its title.
    pub title: Line,
    /// From whom.
    pub from: PersonId,
    /// 1 (poor) to 5 (very good).
    pub mark: i64,
    /// In words.
    pub text: Option<Text>,
    /// When it was recorded.
    pub at: Timestamp,
}

/// An audit counts as held from here on, by the words of its state.
const HELD: &str = "('reporting', 'completed')";
/// An audit is over, by the words of its state.
const OVER: &str = "('completed', 'cancelled', 'terminated', 'not_feasible')";
/// The requirements at or below `$2` of the set `$1`; all of the set where `$2` is empty.
const WITHIN: &str = "one.criteria = $1 AND ($2 = '' OR one.id = $2 OR one.id LIKE $2 || '.%')";

/// Which programmes.
#[derive(Clone, Copy, Debug)]
pub enum Programmes<'a> {
    /// Those that somebody manages.
    ManagedBy(PersonId),
    /// These, a page of a list at most.
    These(&'a [ProgrammeId]),
}

impl Store {
    /// The ids of programmes in their order, after `after`, `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn programme_ids(
        &self,
        after: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<ProgrammeId>, StoreError> {
        let sql = "SELECT id FROM programme WHERE id > $1 ORDER BY id LIMIT $2";
        let after = after.map(|id| id.hyphenated().to_string()).unwrap_or_default();
        let args: [Arg; 2] = [after.into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading a list of programmes", sql, &args, &[CellType::Text]).await?;
        read(&rows, |row| row.value(0))
    }

    /// A page of programmes in the order of their ids, after `after`, `rows_max` at most. `on` says which windows have passed. What is counted takes a look
    /// at each audit that a programme plans.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn programme_glances(
        &self,
        which: Programmes<'_>,
        on: Date,
        after: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<ProgrammeGlance>, StoreError> {
        let after = after.map(|id| id.hyphenated().to_string()).unwrap_or_default();
        let mut args: Vec<Arg> =
            vec![after.into(), rows_max.min(PAGE_ROWS_MAX).into(), on.to_string().into()];
        let narrowed = match which {
            Programmes::ManagedBy(person) => {
                args.push(person.uuid().into());
                "AND id IN (SELECT of_record FROM programme_roles WHERE person = $4 AND role = 'manager')"
                    .to_owned()
            }
            Programmes::These(ids) => {
                let ids: Vec<Uuid> = ids.iter().take(IDS_MAX).map(|id| id.uuid()).collect();
                let (those, more) = among(&ids, args.len());
                args.extend(more);
                if ids.is_empty() { "AND 1 = 0".to_owned() } else { format!("AND id {those}") }
            }
        };
        let statement = format!(
            "SELECT page.id, page.title, page.period_from, page.period_to, page.state, COUNT(planned.id), \
             COUNT(CASE WHEN audit.state IN {HELD} THEN 1 END), \
             COUNT(CASE WHEN planned.outline_window_to < $3 AND COALESCE(audit.state, '') NOT IN {HELD} THEN 1 END), \
             COUNT(CASE WHEN planned.outline_window_from <= $3 AND audit.id IS NULL THEN planned.id END) \
             FROM (SELECT id, title, period_from, period_to, state FROM programme WHERE id > $1 {narrowed} ORDER BY id LIMIT $2) page \
             LEFT JOIN planned_audit planned ON planned.programme = page.id AND planned.state = 'planned' \
             LEFT JOIN audit ON audit.programme = planned.programme AND audit.id = planned.id \
             GROUP BY page.id, page.title, page.period_from, page.period_to, page.state ORDER BY page.id"
        );
        let types = types(&[5, 6, 7, 8], 9);
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading a list of programmes", &statement, &args, &types).await?;
        read(&rows, |row| {
            Ok(ProgrammeGlance {
                id: row.value(0)?,
                title: row.value(1)?,
                period: row.period(2)?,
                state: row.text(4),
                planned: row.int(5),
                held: row.int(6),
                late: row.int(7),
                to_open: row.int(8),
            })
        })
    }

    /// Planned audits of a programme in the order of their windows, `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn planned_glances(
        &self,
        programme: ProgrammeId,
        which: PlannedWhich,
        rows_max: i64,
    ) -> Result<Vec<PlannedGlance>, StoreError> {
        let mut args: Vec<Arg> = vec![programme.uuid().into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let filter = match which {
            PlannedWhich::All(after) => {
                args.push(after.unwrap_or_default().into());
                "planned.outline_window_from || '_' || planned.id > $3".to_owned()
            }
            PlannedWhich::NotOpened => "planned.state = 'planned' AND audit.id IS NULL".to_owned(),
            PlannedWhich::Running => format!("audit.state NOT IN {OVER}"),
        };
        let statement = format!(
            "SELECT planned.id, planned.outline_title, planned.outline_audit_type, planned.auditee, auditee.name, \
             planned.outline_window_from, planned.outline_window_to, planned.outline_days, planned.outline_why_importance, \
             planned.outline_why_risk, planned.outline_why_previous_results, planned.outline_why_changes, planned.state, \
             planned.state_reason, audit.state \
             FROM link JOIN planned_audit planned ON planned.id = link.id LEFT JOIN audit ON audit.id = planned.id \
             LEFT JOIN auditee ON auditee.id = planned.auditee \
             WHERE link.kind = 'planned_audit' AND link.name = 'programme' AND link.target = $1 AND {filter} \
             ORDER BY planned.outline_window_from, planned.id LIMIT $2"
        );
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading what a programme plans", &statement, &args, &types(&[7], 15)).await?;
        read(&rows, |row| {
            Ok(PlannedGlance {
                id: row.value(0)?,
                title: row.value(1)?,
                audit_type: row.value(2)?,
                auditee: row.value(3)?,
                auditee_name: row.optional(4)?,
                window: row.period(5)?,
                days: Days::from_hundredths(u32::try_from(row.int(7)).unwrap_or_default()),
                why: Why {
                    importance: row.value(8)?,
                    risk: row.value(9)?,
                    previous_results: row.value(10)?,
                    changes: row.value(11)?,
                },
                state: row.text(12),
                withdrawn_why: row.optional(13)?,
                audit_state: row.optional(14)?,
            })
        })
    }

    /// What a programme plans, and its audits: what of each is covered, and nothing else.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn programme_parts(
        &self,
        programme: ProgrammeId,
    ) -> Result<(Vec<PlannedBrief>, Vec<AuditBrief>), StoreError> {
        let mut conn = self.db.conn().await?;
        let planned = load(&mut conn, LINKED, "programme", programme.uuid()).await?;
        let audits = load(&mut conn, LINKED, "programme", programme.uuid()).await?;
        Ok((planned, audits))
    }

    /// What the papers of some audits, of which [`COVERED_AUDITS_MAX`] at the most are looked at, have done about each
    /// requirement of a set at or below `within`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn requirements_covered(
        &self,
        audits: &[AuditId],
        criteria: &CriteriaId,
        within: &str,
    ) -> Result<Vec<RequirementCovered>, StoreError> {
        let Some((among, args)) = of_audits(audits, criteria, within) else { return Ok(Vec::new()) };
        let papers = format!(
            "SELECT paper.audit, one.id, COUNT(*), COUNT(CASE WHEN COALESCE(paper.state_final_evaluation, paper.state_evaluation) \
             IN ('conforms', 'does_not_conform') THEN 1 END), CAST(0 AS BIGINT) \
             FROM link JOIN paper ON paper.id = link.id JOIN paper_requirements one ON one.of_record = paper.id \
             WHERE link.kind = 'paper' AND link.name = 'audit' AND link.target {among} AND {WITHIN} GROUP BY paper.audit, one.id"
        );
        let findings = format!(
            "SELECT finding.audit, one.id, CAST(0 AS BIGINT), CAST(0 AS BIGINT), COUNT(*) FROM link JOIN finding ON finding.id = link.id \
             JOIN finding_text_requirements one ON one.of_record = finding.id \
             WHERE link.kind = 'finding' AND link.name = 'audit' AND link.target {among} AND (finding.text_kind || '') = 'nonconformity' \
             AND (finding.state || '') NOT IN ('drafted', 'withdrawn') AND {WITHIN} GROUP BY finding.audit, one.id"
        );
        let types = types(&[2, 3, 4], 5);
        let mut conn = self.db.conn().await?;
        let mut rows = conn.rows("counting covered requirements", &papers, &args, &types).await?;
        rows.extend(conn.rows("counting nonconformities by requirement", &findings, &args, &types).await?);
        read(&rows, |row| {
            Ok(RequirementCovered {
                audit: row.value(0)?,
                requirement: row.value(1)?,
                papers: row.int(2),
                tested: row.int(3),
                nonconformities: row.int(4),
            })
        })
    }

    /// The papers of some audits on the requirements of a set at or below `within`, `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn papers_covered(
        &self,
        audits: &[AuditId],
        criteria: &CriteriaId,
        within: &str,
        rows_max: i64,
    ) -> Result<Vec<PaperCovered>, StoreError> {
        let Some((among, mut args)) = of_audits(audits, criteria, within) else { return Ok(Vec::new()) };
        let limit = args.len() + 1;
        args.push(rows_max.min(PAGE_ROWS_MAX).into());
        let statement = format!(
            "SELECT paper.id, paper.audit, one.id, paper.title, COALESCE(paper.state_final_evaluation, paper.state_evaluation), \
             COALESCE(paper.state_prepared_at, paper.state_evaluated_at) \
             FROM link JOIN paper ON paper.id = link.id JOIN paper_requirements one ON one.of_record = paper.id \
             WHERE link.kind = 'paper' AND link.name = 'audit' AND link.target {among} AND {WITHIN} \
             ORDER BY paper.audit, paper.id, one.pos LIMIT ${limit}"
        );
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading papers by requirement", &statement, &args, &types(&[], 6)).await?;
        read(&rows, |row| {
            Ok(PaperCovered {
                id: row.value(0)?,
                audit: row.value(1)?,
                requirement: row.value(2)?,
                title: row.value(3)?,
                evaluation: row.optional::<String>(4)?.zip(row.optional(5)?),
            })
        })
    }

    /// The findings of some audits against requirements of a set at or below `within`, but for drafts and what was withdrawn;
    /// `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn findings_covered(
        &self,
        audits: &[AuditId],
        criteria: &CriteriaId,
        within: &str,
        rows_max: i64,
    ) -> Result<Vec<FindingCovered>, StoreError> {
        let Some((among, mut args)) = of_audits(audits, criteria, within) else { return Ok(Vec::new()) };
        let limit = args.len() + 1;
        args.push(rows_max.min(PAGE_ROWS_MAX).into());
        let statement = format!(
            "SELECT finding.id, finding.audit, finding.number, finding.text_title, finding.text_kind, finding.text_grade, finding.state \
             FROM link JOIN finding ON finding.id = link.id \
             WHERE link.kind = 'finding' AND link.name = 'audit' AND link.target {among} \
             AND finding.state NOT IN ('drafted', 'withdrawn') \
             AND EXISTS (SELECT 1 FROM finding_text_requirements one WHERE one.of_record = finding.id AND {WITHIN}) \
             ORDER BY finding.audit, finding.number LIMIT ${limit}"
        );
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading findings by requirement", &statement, &args, &types(&[2], 7)).await?;
        read(&rows, |row| {
            Ok(FindingCovered {
                id: row.value(0)?,
                audit: row.value(1)?,
                number: row.int(2),
                title: row.value(3)?,
                kind: row.text(4),
                grade: row.optional(5)?,
                state: row.text(6),
            })
        })
    }

    /// What auditees said of the audits of a programme, the newest first, `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn feedback_glances(
        &self,
        programme: ProgrammeId,
        rows_max: i64,
    ) -> Result<Vec<FeedbackGlance>, StoreError> {
        const STATEMENT: &str = "SELECT audit.id, audit.title, said.\"from\", said.mark, said.text, said.stamp_at \
             FROM link JOIN audit ON audit.id = link.id JOIN audit_feedback said ON said.of_record = audit.id \
             WHERE link.kind = 'audit' AND link.name = 'programme' AND link.target = $1 ORDER BY said.stamp_at DESC, audit.id LIMIT $2";
        let args: [Arg; 2] = [programme.uuid().into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading feedback", STATEMENT, &args, &types(&[3], 6)).await?;
        read(&rows, |row| {
            Ok(FeedbackGlance {
                audit: row.value(0)?,
                title: row.value(1)?,
                from: row.value(2)?,
                mark: row.int(3),
                text: row.optional(4)?,
                at: row.value(5)?,
            })
        })
    }
}

/// The filter of audits, for placeholders from the third on, and the arguments of a set and a part of it before theirs.
fn of_audits(audits: &[AuditId], criteria: &CriteriaId, within: &str) -> Option<(String, Vec<Arg>)> {
    let ids: Vec<Uuid> = audits.iter().take(COVERED_AUDITS_MAX).map(|audit| audit.uuid()).collect();
    let (among, more) = (!ids.is_empty()).then(|| among(&ids, 2))?;
    let args = [criteria.as_str().into(), within.into()].into_iter().chain(more).collect();
    Some((among, args))
}

/// So many columns of text, but for those that hold numbers.
fn types(numbers: &[usize], len: usize) -> Vec<CellType> {
    (0..len).map(|at| if numbers.contains(&at) { CellType::Int } else { CellType::Text }).collect()
}

/// A row being read.
struct Row<'r>(&'r [Cell]);

fn read<T>(rows: &[Vec<Cell>], one: impl Fn(&Row<'_>) -> Result<T, Corrupt>) -> Result<Vec<T>, StoreError> {
    Ok(rows.iter().map(|row| one(&Row(row))).collect::<Result<_, Corrupt>>()?)
}

impl Row<'_> {
    fn text(&self, column: usize) -> String {
        text(self.0.get(column))
    }

    fn int(&self, column: usize) -> i64 {
        int(self.0.get(column))
    }

    fn value<T: FromStr>(&self, column: usize) -> Result<T, Corrupt> {
        self.text(column)
            .parse()
            .map_err(|_| Corrupt::new(format!("column {column} of `{}` cannot be read", self.text(0))))
    }

    fn optional<T: FromStr>(&self, column: usize) -> Result<Option<T>, Corrupt> {
        match self.0.get(column) {
            Some(Cell::Text(_)) => self.value(column).map(Some),
            _ => Ok(None),
        }
    }

    /// A period from the column of its first day and the one after it.
    fn period(&self, column: usize) -> Result<Period, Corrupt> {
        Ok(Period { from: self.value(column)?, to: self.optional(column + 1)? })
    }
}
