//! Which files records name, as their rows have it: what a backup holds, what is kept as it is, and what an erasure leaves.
//!
//! That is what [`blobs_of`] says of the records, asked of the rows, so that not every record has to be read.

use std::collections::BTreeSet;

use assize_domain::Kind;
use assize_domain::kernel::datum::CellType;
use uuid::Uuid;

use crate::BLOB_THERE;
use crate::db::{Arg, Sql, text};
use crate::error::StoreError;
use crate::rows::load;
use crate::verify::blobs_of;

/// The digests that stand in columns, but for what is no secret.
const SECRET: &str = "SELECT \"form_sha256\" FROM \"evidence\" WHERE \"form_sha256\" IS NOT NULL \
                      UNION SELECT \"state_pdf\" FROM \"report\" WHERE \"state_pdf\" IS NOT NULL \
                      UNION SELECT \"state_replaced_pdf\" FROM \"report\" WHERE \"state_replaced_pdf\" IS NOT NULL \
                      UNION SELECT \"sha256\" FROM \"template\" \
                      UNION SELECT \"journal\" FROM \"loan_returns\"";
/// Those of what is no secret: logos.
const PUBLIC: &str =
    "SELECT \"letterhead_logo_sha256\" FROM \"organization\" WHERE \"letterhead_logo_sha256\" IS NOT NULL";
/// The acts from the field that wait and take a file, which stands in what was given with them.
const WAITING: &str =
    "SELECT \"id\" FROM \"field_act\" WHERE \"state\" = 'waiting' AND \"command\" = 'evidence.take'";

/// The digests of every file that a record names.
pub(crate) async fn named_files(sql: &mut impl Sql) -> Result<BTreeSet<String>, StoreError> {
    let mut named = secret_files(sql).await?;
    named.extend(column(sql, PUBLIC).await?);
    Ok(named)
}

/// The same, but for what is no secret: what is kept encrypted where the store encrypts.
pub(crate) async fn secret_files(sql: &mut impl Sql) -> Result<BTreeSet<String>, StoreError> {
    let mut named = column(sql, SECRET).await?;
    let waiting = column(sql, WAITING).await?;
    let waiting: Vec<Uuid> = waiting.iter().filter_map(|id| Uuid::parse_str(id).ok()).collect();
    let acts = load(sql, Kind::FieldAct, &waiting).await?;
    named.extend(acts.iter().flat_map(|(_, found)| blobs_of(&found.record)).map(|blob| blob.sha256));
    Ok(named)
}

async fn column(sql: &mut impl Sql, query: &str) -> Result<BTreeSet<String>, StoreError> {
    let rows = sql.rows("listing files", query, &[], &[CellType::Text]).await?;
    Ok(rows.iter().map(|row| text(row.first())).collect())
}

/// Whether any record names a file.
pub(crate) async fn is_named(sql: &mut impl Sql, sha256: &str) -> Result<bool, StoreError> {
    let query = format!(
        "SELECT \"id\" FROM \"evidence\" WHERE \"form_sha256\" = $1 \
         UNION SELECT \"id\" FROM \"report\" WHERE \"state_pdf\" = $1 OR \"state_replaced_pdf\" = $1 \
         UNION SELECT \"id\" FROM \"organization\" WHERE \"letterhead_logo_sha256\" = $1 \
         UNION SELECT \"id\" FROM \"template\" WHERE \"sha256\" = $1 \
         UNION SELECT \"of_record\" FROM \"loan_returns\" WHERE \"journal\" = $1 \
         UNION {WAITING} AND \"rule\" <> $2 AND \"body\" LIKE $3"
    );
    let args: [Arg; 3] = [sha256.into(), BLOB_THERE.id.into(), format!("%{sha256}%").into()];
    let rows = sql.rows("asking who names a file", &query, &args, &[CellType::Text]).await?;
    Ok(!rows.is_empty())
}
