//! What the pages about the catalogue, retention and the store itself show: a few columns of many records, and no more than that is read.

use std::collections::BTreeMap;

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::time::Date;

use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::glance::and;
use crate::reach::Reach;
use crate::{PAGE_ROWS_MAX, Store};

/// How many versions of audit tests are looked at.
const TESTS_MAX: i64 = 10_000;

/// An adopted set of criteria, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetGlance {
    /// The id of its record.
    pub record: String,
    /// Its own id, which names its edition.
    pub criteria: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The edition in words.
    pub edition: String,
    /// Whether it is retired.
    pub is_retired: bool,
    /// How many requirements it has.
    pub requirements: i64,
}

/// An adopted version of an audit test, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestGlance {
    /// The id of its record.
    pub record: String,
    /// The id of the test.
    pub test: String,
    /// The digest of the version.
    pub digest: String,
    /// Its title.
    pub title: String,
    /// What one wants to be able to conclude.
    pub objective: String,
    /// About how many minutes it takes.
    pub minutes: i64,
    /// Whether it is retired.
    pub is_retired: bool,
    /// What it tests: set and requirement.
    pub requirements: Vec<(String, String)>,
}

/// A working paper made from a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperUse {
    /// The paper.
    pub paper: String,
    /// The audit's title.
    pub audit: String,
    /// The word of the paper's state.
    pub state: String,
    /// The word of its evaluation, where it has one.
    pub evaluation: Option<String>,
}

/// Records of an audit that are kept until a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retained {
    /// The audit.
    pub audit: String,
    /// Its title.
    pub title: String,
    /// The auditee's name.
    pub auditee: String,
    /// The word of its state.
    pub state: String,
    /// The last day on which its records are kept.
    pub until: Date,
    /// How many legal holds last.
    pub holds: i64,
}

/// What a store holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Entries of the journal.
    pub entries: i64,
    /// Audits.
    pub audits: i64,
    /// Pieces of evidence.
    pub evidence: i64,
    /// The bytes of the files among them.
    pub evidence_bytes: i64,
    /// Issued reports.
    pub reports: i64,
    /// Erasures.
    pub erasures: i64,
}

impl Store {
    /// The adopted sets of criteria, by their ids.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_glances(&self) -> Result<Vec<SetGlance>, StoreError> {
        const SQL: &str = "SELECT s.id, s.criteria, s.title, s.publisher, s.edition, s.state, \
             (SELECT COUNT(*) FROM criteria_set_requirements r WHERE r.of_record = s.id) \
             FROM criteria_set s ORDER BY s.criteria LIMIT $1";
        let types = [
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Int,
        ];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading a list of sets", SQL, &[PAGE_ROWS_MAX.into()], &types).await?;
        Ok(rows
            .iter()
            .map(|row| SetGlance {
                record: text(row.first()),
                criteria: text(row.get(1)),
                title: text(row.get(2)),
                publisher: text(row.get(3)),
                edition: text(row.get(4)),
                is_retired: text(row.get(5)) == "retired",
                requirements: int(row.get(6)),
            })
            .collect())
    }

    /// The adopted versions of audit tests, by the ids of the tests; where `test` is given, those of one test.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn test_glances(&self, test: Option<&str>) -> Result<Vec<TestGlance>, StoreError> {
        const COLUMNS: &str = "SELECT t.id, t.test, t.digest, t.title, t.objective, t.minutes, t.retired, r.criteria, r.id \
             FROM audit_test t JOIN audit_test_requirements r ON r.of_record = t.id";
        const ORDER: &str = "ORDER BY t.test, t.id, r.pos LIMIT $1";
        let types = [
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Int,
            CellType::Int,
            CellType::Text,
            CellType::Text,
        ];
        let mut args: Vec<Arg> = vec![TESTS_MAX.into()];
        let sql = match test {
            None => format!("{COLUMNS} {ORDER}"),
            Some(test) => {
                args.push(test.into());
                format!("{COLUMNS} WHERE t.test = $2 {ORDER}")
            }
        };
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading a list of audit tests", &sql, &args, &types).await?;
        let mut glances: Vec<TestGlance> = Vec::new();
        for row in &rows {
            let requirement = (text(row.get(7)), text(row.get(8)));
            match glances.last_mut().filter(|last| text(row.first()) == last.record) {
                Some(last) => last.requirements.push(requirement),
                None => glances.push(TestGlance {
                    record: text(row.first()),
                    test: text(row.get(1)),
                    digest: text(row.get(2)),
                    title: text(row.get(3)),
                    objective: text(row.get(4)),
                    minutes: int(row.get(5)),
                    is_retired: int(row.get(6)) != 0,
                    requirements: vec![requirement],
                }),
            }
        }
        Ok(glances)
    }

    /// The adopted versions of trails: the id of each trail, with that of its record and whether it is retired.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn trail_glances(&self) -> Result<BTreeMap<String, Vec<(String, bool)>>, StoreError> {
        const SQL: &str = "SELECT trail, id, retired FROM audit_trail ORDER BY trail, id LIMIT $1";
        let types = [CellType::Text, CellType::Text, CellType::Int];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading a list of trails", SQL, &[TESTS_MAX.into()], &types).await?;
        let mut glances: BTreeMap<String, Vec<(String, bool)>> = BTreeMap::new();
        for row in &rows {
            let version = (text(row.get(1)), int(row.get(2)) != 0);
            glances.entry(text(row.first())).or_default().push(version);
        }
        Ok(glances)
    }

    /// The working papers within reach made from any version of a test: how many there are, and the youngest of them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn paper_uses(
        &self,
        reach: &Reach,
        test: &str,
        rows_max: i64,
    ) -> Result<(i64, Vec<PaperUse>), StoreError> {
        const OF: &str = "paper.test IN (SELECT id FROM audit_test WHERE test = $1)";
        let mut conn = self.db.conn().await?;
        let mut args: Vec<Arg> = vec![test.into()];
        let within = and(reach.condition("paper.audit", &mut args));
        let count = format!("SELECT COUNT(*) FROM paper WHERE {OF} {within}");
        let count = conn.rows("counting working papers", &count, &args, &[CellType::Int]).await?;
        args.push(rows_max.min(PAGE_ROWS_MAX).into());
        let most = args.len();
        let sql = format!(
            "SELECT paper.id, audit.title, paper.state, COALESCE(paper.state_final_evaluation, paper.state_evaluation) \
             FROM paper JOIN audit ON audit.id = paper.audit WHERE {OF} {within} ORDER BY paper.id DESC LIMIT ${most}"
        );
        let rows = conn.rows("reading a list of working papers", &sql, &args, &[CellType::Text; 4]).await?;
        let uses = rows.iter().map(|row| PaperUse {
            paper: text(row.first()),
            audit: text(row.get(1)),
            state: text(row.get(2)),
            evaluation: row.get(3).filter(|cell| **cell != Cell::Null).map(|cell| text(Some(cell))),
        });
        Ok((int(count.first().and_then(|row| row.first())), uses.collect()))
    }

    /// Audits within reach whose records are kept until a day after `after`, in the order of those days, `rows_max` at most. An audit that was
    /// stopped is kept as long as its programme's policy says, from the stop.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn retained(&self, reach: &Reach, rows_max: i64) -> Result<Vec<Retained>, StoreError> {
        const HOLDS: &str =
            "(SELECT COUNT(*) FROM audit_holds h WHERE h.of_record = audit.id AND h.lifted_given = 0)";
        const JOINED: &str = "FROM audit JOIN programme ON programme.id = audit.programme \
             LEFT JOIN auditee ON auditee.id = audit.auditee";
        let mut args: Vec<Arg> = vec![rows_max.min(PAGE_ROWS_MAX).into()];
        let within = and(reach.condition("audit.id", &mut args));
        let completed = format!(
            "SELECT audit.id, audit.title, auditee.name, audit.state, audit.completion_retain_until, '', CAST(0 AS BIGINT), {HOLDS} {JOINED} \
             WHERE audit.completion_retain_until IS NOT NULL {within} ORDER BY audit.completion_retain_until, audit.id LIMIT $1"
        );
        let stopped = format!(
            "SELECT audit.id, audit.title, auditee.name, audit.state, '', \
             COALESCE(audit.state_cancelled_at, audit.state_terminated_at, audit.state_stopped_at), \
             programme.policy_retention_days, {HOLDS} {JOINED} \
             WHERE audit.state IN ('cancelled', 'terminated', 'not_feasible') {within} \
             ORDER BY COALESCE(audit.state_cancelled_at, audit.state_terminated_at, audit.state_stopped_at), audit.id LIMIT $1"
        );
        let types = [
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Text,
            CellType::Int,
            CellType::Int,
        ];
        let mut all = Vec::new();
        let mut conn = self.db.conn().await?;
        for sql in [completed, stopped] {
            let rows = conn.rows("reading what is retained", &sql, &args, &types).await?;
            all.extend(rows.iter().filter_map(|row| retained(row)));
        }
        all.sort_by(|one, other| (one.until, &one.audit).cmp(&(other.until, &other.audit)));
        all.truncate(usize::try_from(rows_max).unwrap_or_default());
        Ok(all)
    }

    /// What the store holds, counted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn holdings(&self) -> Result<Holdings, StoreError> {
        const SQL: &str = "SELECT (SELECT seq FROM head WHERE one = 1), (SELECT COUNT(*) FROM audit), (SELECT COUNT(*) FROM evidence), \
             (SELECT CAST(COALESCE(SUM(form_bytes), 0) AS BIGINT) FROM evidence), \
             (SELECT COUNT(*) FROM report WHERE state IN ('issued', 'replaced')), (SELECT COUNT(*) FROM erasure)";
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("counting what there is", SQL, &[], &[CellType::Int; 6]).await?;
        let counted = |column: usize| int(rows.first().and_then(|row| row.get(column)));
        Ok(Holdings {
            entries: counted(0),
            audits: counted(1),
            evidence: counted(2),
            evidence_bytes: counted(3),
            reports: counted(4),
            erasures: counted(5),
        })
    }
}

/// A row of what is retained; none where its day cannot be read, which `verify` says.
fn retained(row: &[Cell]) -> Option<Retained> {
    let until = match text(row.get(4)) {
        day if !day.is_empty() => day.parse().ok()?,
        _ => {
            let stopped: assize_domain::kernel::time::Timestamp = text(row.get(5)).parse().ok()?;
            stopped.date().plus_days(u32::try_from(int(row.get(6))).ok()?)
        }
    };
    Some(Retained {
        audit: text(row.first()),
        title: text(row.get(1)),
        auditee: text(row.get(2)),
        state: text(row.get(3)),
        until,
        holds: int(row.get(7)),
    })
}
