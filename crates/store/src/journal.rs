//! Reading the journal.

use std::collections::BTreeSet;

use assize_domain::Key;
use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::entry::Entry;
use assize_domain::kernel::id::AuditId;

use crate::Store;
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::reach::Reach;

/// An entry with the hash of its leaf as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// The entry.
    pub entry: Entry,
    /// The leaf's hash, in hexadecimal, as stored.
    pub leaf: String,
}

/// Which entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Those of one record.
    Subject(Key),
    /// Those of one audit.
    Audit(AuditId),
}

impl Store {
    /// The kinds of entries that an audit has, each once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn audit_entry_kinds(&self, audit: AuditId) -> Result<BTreeSet<String>, StoreError> {
        let sql = "SELECT DISTINCT kind FROM journal WHERE audit = $1";
        let mut conn = self.db.conn().await?;
        let rows = conn
            .rows("reading the kinds of entries", sql, &[audit.to_string().into()], &[CellType::Text])
            .await?;
        Ok(rows.iter().map(|row| text(row.first())).collect())
    }
}

/// Entries after `after`, in order, `rows_max` at most.
pub(crate) async fn entries(
    sql: &mut impl Sql,
    which: Which,
    after: i64,
    rows_max: i64,
) -> Result<Vec<Result<StoredEntry, (i64, Corrupt)>>, StoreError> {
    Ok(rows(sql, which, after, rows_max).await?.into_iter().map(JournalRow::entry).collect())
}

/// Entries of some kinds, in order, `rows_max` at most.
pub(crate) async fn bound_entries(
    sql: &mut impl Sql,
    which: Which,
    kinds: &[&str],
    rows_max: i64,
) -> Result<Vec<Result<StoredEntry, (i64, Corrupt)>>, StoreError> {
    let (filter, mut args): (&str, Vec<Arg>) = match which {
        Which::All => ("TRUE", vec![rows_max.into()]),
        Which::Subject(key) => (
            "subject = $2 AND subject_kind = $3",
            vec![rows_max.into(), key.id.into(), key.kind.word().into()],
        ),
        Which::Audit(audit) => ("audit = $2", vec![rows_max.into(), audit.to_string().into()]),
    };
    let mut places = Vec::new();
    for kind in kinds {
        args.push((*kind).into());
        places.push(format!("${}", args.len()));
    }
    let filter = format!("{filter} AND kind IN ({}) ORDER BY seq LIMIT $1", places.join(", "));
    Ok(read(sql, &filter, &args).await?.into_iter().map(JournalRow::entry).collect())
}

/// Which way the journal is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// From after an entry on, in order.
    Later(i64),
    /// From before an entry back, the latest first.
    Earlier(i64),
}

/// Entries of audits within reach, and those of no audit, `rows_max` at most.
pub(crate) async fn entries_within(
    sql: &mut impl Sql,
    reach: &Reach,
    towards: Towards,
    rows_max: i64,
) -> Result<Vec<Result<StoredEntry, (i64, Corrupt)>>, StoreError> {
    let (from, compared, order) = match towards {
        Towards::Later(after) => (after, ">", "ASC"),
        Towards::Earlier(before) => (before, "<", "DESC"),
    };
    let mut args: Vec<Arg> = vec![from.into(), rows_max.into()];
    let filter = match (reach.is_wide(), reach.first_of("audit", &mut args)) {
        (_, None) => format!("seq {compared} $1 ORDER BY seq {order} LIMIT $2"),
        // The journal is gone through: the audit of each entry is looked up among those within reach.
        (true, Some(within)) => {
            format!("seq {compared} $1 AND (audit IS NULL OR {within}) ORDER BY seq {order} LIMIT $2")
        }
        // The first of both are found by their index.
        (false, Some(within)) => {
            let first = |which: &str| {
                format!(
                    "SELECT seq FROM journal WHERE {which} AND seq {compared} $1 ORDER BY seq {order} LIMIT $2"
                )
            };
            let (house, own) = (first("audit IS NULL"), first(&within));
            format!(
                "seq IN (SELECT seq FROM ({house}) AS house UNION ALL SELECT seq FROM ({own}) AS own) ORDER BY seq {order} LIMIT $2"
            )
        }
    };
    Ok(read(sql, &filter, &args).await?.into_iter().map(JournalRow::entry).collect())
}

/// A row of the journal, not yet read.
#[derive(Debug)]
pub(crate) struct JournalRow {
    cells: Vec<Cell>,
}

/// Rows of the journal after `after`, in order, `rows_max` at most.
pub(crate) async fn rows(
    sql: &mut impl Sql,
    which: Which,
    after: i64,
    rows_max: i64,
) -> Result<Vec<JournalRow>, StoreError> {
    let (filter, mut args): (&str, Vec<Arg>) = match which {
        Which::All => ("seq > $1 ORDER BY seq LIMIT $2", vec![]),
        Which::Subject(key) => (
            "seq > $1 AND subject = $3 AND subject_kind = $4 ORDER BY seq LIMIT $2",
            vec![key.id.into(), key.kind.word().into()],
        ),
        Which::Audit(audit) => {
            ("seq > $1 AND audit = $3 ORDER BY seq LIMIT $2", vec![audit.to_string().into()])
        }
    };
    let mut all: Vec<Arg> = vec![after.into(), rows_max.into()];
    all.append(&mut args);
    read(sql, filter, &all).await
}

async fn read(sql: &mut impl Sql, filter: &str, args: &[Arg]) -> Result<Vec<JournalRow>, StoreError> {
    let types = [
        CellType::Int,
        CellType::Text,
        CellType::Text,
        CellType::Int,
        CellType::Text,
        CellType::Text,
        CellType::Text,
        CellType::Text,
        CellType::Text,
    ];
    let rows = sql
        .rows(
            "reading the journal",
            &format!("SELECT seq, at, kind, v, leaf, fields, subject_kind, subject, audit FROM journal WHERE {filter}"),
            args,
            &types,
        )
        .await?;
    Ok(rows.into_iter().map(|cells| JournalRow { cells }).collect())
}

impl JournalRow {
    /// Its number.
    pub(crate) fn seq(&self) -> i64 {
        int(self.cells.first())
    }

    /// What it is found by: kind and id of its subject, and its audit; each empty where the row has none.
    pub(crate) fn found_by(&self) -> [String; 3] {
        [6, 7, 8].map(|column| text(self.cells.get(column)))
    }

    /// The entry, or its number and what is wrong with it.
    pub(crate) fn entry(self) -> Result<StoredEntry, (i64, Corrupt)> {
        let seq = self.seq();
        self.read().map_err(|corrupt| (seq, corrupt))
    }

    fn read(self) -> Result<StoredEntry, Corrupt> {
        let bad = |what: &str| Corrupt::new(format!("{what} of the entry cannot be read"));
        let mut cells = self.cells.into_iter();
        let seq = int(cells.next().as_ref());
        let text = |cell| if let Some(Cell::Text(text)) = cell { text } else { String::new() };
        let (at, kind) = (text(cells.next()), text(cells.next()));
        let v = int(cells.next().as_ref());
        let (leaf, fields) = (text(cells.next()), text(cells.next()));
        let entry = Entry {
            seq,
            at: at.parse().map_err(|_| bad("the time"))?,
            kind,
            v: u16::try_from(v).map_err(|_| bad("the version"))?,
            fields: Entry::fields_from_text(&fields)?,
        };
        Ok(StoredEntry { entry, leaf })
    }
}

/// The leaves' hashes after `after` up to `to`, in order, in hexadecimal, `rows_max` at most.
pub(crate) async fn leaves(
    sql: &mut impl Sql,
    after: i64,
    to: i64,
    rows_max: i64,
) -> Result<Vec<(i64, String)>, StoreError> {
    let rows = sql
        .rows(
            "reading the journal's leaves",
            "SELECT seq, leaf FROM journal WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3",
            &[after.into(), to.into(), rows_max.into()],
            &[CellType::Int, CellType::Text],
        )
        .await?;
    Ok(rows.iter().map(|row| (int(row.first()), text(row.get(1)))).collect())
}
