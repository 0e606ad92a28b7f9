//! Claims of others: those about a requirement, and how the columns of a sheet were last read.

use std::collections::BTreeMap;

use assize_domain::evidence::Requirement;
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, ClaimSetId};
use sha2::{Digest as _, Sha256};

use crate::Store;
use crate::db::{Arg, Sql, text};
use crate::error::StoreError;

/// A claim about a requirement, at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimGlance {
    /// The set it is of.
    pub claim_set: ClaimSetId,
    /// Who says it.
    pub source: String,
    /// What the set is.
    pub set_title: String,
    /// Where it stands in its file.
    pub place: String,
    /// The requirement's id.
    pub requirement: String,
    /// What it says, in a line.
    pub title: String,
    /// What it says, at length.
    pub text: Option<String>,
    /// How it stands, by the source's word.
    pub says: Option<String>,
    /// How much it weighs, by the source's word.
    pub weight: Option<String>,
}

/// The most claims about the requirements of one paper that are looked for.
pub const CLAIMS_ABOUT_MAX: i64 = 40;
/// How many meanings of columns are kept; beyond it, those that were used longest ago go.
const COLUMNS_KEPT_MAX: i64 = 200;

/// How the columns of a sheet were last read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnsKept {
    /// What the claims are, by its word.
    pub kind: String,
    /// The columns that are read, counted from 0, each with the word of its meaning.
    pub columns: Vec<(usize, String)>,
}

impl ColumnsKept {
    /// By what the headings of a sheet are known again: their digest.
    #[must_use]
    pub fn headings(cells: &[String]) -> String {
        let mut hash = Sha256::new();
        for cell in cells {
            hash.update(cell.trim().to_lowercase().as_bytes());
            hash.update([0]);
        }
        hex(&hash.finalize())
    }

    fn written(&self) -> String {
        self.columns.iter().map(|(at, means)| format!("{at}={means}")).collect::<Vec<_>>().join(",")
    }

    fn read(kind: String, columns: &str) -> Self {
        let one = |part: &str| {
            let (at, means) = part.split_once('=')?;
            Some((at.parse().ok()?, means.to_owned()))
        };
        Self { kind, columns: columns.split(',').filter_map(one).collect() }
    }
}

impl Store {
    /// The claims of an audit that stand and are about one of some requirements, [`CLAIMS_ABOUT_MAX`] at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn claims_about(
        &self,
        audit: AuditId,
        requirements: &[Requirement],
    ) -> Result<Vec<ClaimGlance>, StoreError> {
        if requirements.is_empty() {
            return Ok(Vec::new());
        }
        let mut args: Vec<Arg> = vec![audit.to_string().into(), CLAIMS_ABOUT_MAX.into()];
        let mut about = Vec::new();
        for requirement in requirements {
            args.push(requirement.criteria.to_string().into());
            args.push(requirement.id.to_string().into());
            about.push(format!(
                "(c.\"requirement_criteria\" = ${} AND c.\"requirement_id\" = ${})",
                args.len() - 1,
                args.len()
            ));
        }
        let sql = format!(
            "SELECT s.\"id\", s.\"source\", s.\"title\", c.\"place\", c.\"requirement_id\", c.\"title\", c.\"text\", c.\"says\", c.\"weight\" \
             FROM \"claim_set\" s JOIN \"claim_set_claims\" c ON c.\"of_record\" = s.\"id\" \
             WHERE s.\"audit\" = $1 AND s.\"state\" = 'standing' AND ({}) ORDER BY s.\"id\", c.\"pos\" LIMIT $2",
            about.join(" OR ")
        );
        let types = [CellType::Text; 9];
        let rows =
            self.db.conn().await?.rows("reading claims about a requirement", &sql, &args, &types).await?;
        let some = |text: String| (!text.is_empty()).then_some(text);
        let glance = |row: &Vec<assize_domain::kernel::datum::Cell>| {
            Some(ClaimGlance {
                claim_set: text(row.first()).parse().ok()?,
                source: text(row.get(1)),
                set_title: text(row.get(2)),
                place: text(row.get(3)),
                requirement: text(row.get(4)),
                title: text(row.get(5)),
                text: some(text(row.get(6))),
                says: some(text(row.get(7))),
                weight: some(text(row.get(8))),
            })
        };
        Ok(rows.iter().filter_map(glance).collect())
    }

    /// How sheets with these headings were last read, by the headings' digests.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn columns_kept(
        &self,
        headings: Vec<String>,
    ) -> Result<BTreeMap<String, ColumnsKept>, StoreError> {
        let mut kept = BTreeMap::new();
        let mut conn = self.db.conn().await?;
        for headings in headings {
            let sql = "SELECT kind, columns FROM import_columns WHERE headings_sha256 = $1";
            let args: [Arg; 1] = [headings.as_str().into()];
            let rows = conn.rows("reading how columns were read", sql, &args, &[CellType::Text; 2]).await?;
            if let Some(row) = rows.first() {
                kept.insert(headings, ColumnsKept::read(text(row.first()), &text(row.get(1))));
            }
        }
        Ok(kept)
    }

    /// Keeps how a sheet with these headings was read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_columns(&self, headings: &str, kept: &ColumnsKept) -> Result<(), StoreError> {
        let doing = "keeping how columns were read";
        let mut conn = self.db.conn().await?;
        let sql = "INSERT INTO import_columns (headings_sha256, kind, columns, used_at) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (headings_sha256) DO UPDATE SET kind = $2, columns = $3, used_at = $4";
        let args: [Arg; 4] =
            [headings.into(), kept.kind.as_str().into(), kept.written().into(), self.db.now().into()];
        conn.run(doing, sql, &args).await?;
        let sql = "DELETE FROM import_columns WHERE headings_sha256 NOT IN \
                   (SELECT headings_sha256 FROM import_columns ORDER BY used_at DESC LIMIT $1)";
        conn.run(doing, sql, &[COLUMNS_KEPT_MAX.into()]).await.map(drop)
    }
}
