//! Erasing, after the law has said that it may be: values and salts of the journal, rows, replies, text, index, blobs.
//!
//! What is in the database goes in the transaction of the act itself. Blobs go after its commit, because a blob cannot
//! be brought back if the commit fails; where the process ends in between, [`Store::sweep_erased`] does it later.

use assize_domain::certification::{Erased, Scope};
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::entry::{Absent, FIELD, SIGNER, canonical};
use assize_domain::{Key, Kind};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::accounts;
use crate::blobs::Place;
use crate::db::{Arg, OwnConn, Sql};
use crate::error::StoreError;
use crate::journal::{Which, entries};
use crate::mail;
use crate::named::is_named;
use crate::search::SEARCH_TABLES;
use crate::tables::record_tables;
use crate::{Blobs, DatabaseKind, Store};

/// The name of the list of erasures among the log's objects: what a restore of an older backup erases again.
pub const ERASURES: &str = "erasures.jsonl";
/// How often a line is added anew to the list where other processes add theirs.
const LIST_TRIES_MAX: usize = 20;
/// How many entries are read at a time.
const ROWS: i64 = 1_000;

/// Clears what an erasure names, but for the records themselves, which the act has removed, and the blobs.
pub(crate) async fn clear(conn: &mut OwnConn, kind: DatabaseKind, erased: &Erased) -> Result<(), StoreError> {
    let keys: Vec<Key> =
        erased.records.iter().filter_map(assize_domain::certification::ErasedRecord::key).collect();
    if let Scope::Audit { audit } = &erased.scope {
        close_entries(conn, Which::Audit(*audit), |_| true).await?;
    }
    for key in &keys {
        // Where the loan stays, its journal has the act: it is not to be carried out again, nor missed.
        let goes = |name: &str| name != FIELD || matches!(erased.scope, Scope::Audit { .. });
        close_entries(conn, Which::Subject(*key), goes).await?;
        let id = key.id.hyphenated().to_string();
        let like = format!("%{id}%");
        conn.run("forgetting replies", "DELETE FROM reply WHERE done LIKE $1", &[like.into()]).await?;
        mail::erase_of(conn, &id).await?;
        if key.kind == Kind::Person {
            close_signers(conn, &id).await?;
            accounts::erase(conn, &id).await?;
            mail::erase(conn, &id).await?;
        }
        if key.kind == Kind::Loan {
            // What comes home of it later is nobody's: it cannot even be read.
            let doing = "forgetting a loan";
            conn.run(doing, "DELETE FROM loan_key WHERE loan = $1", &[id.as_str().into()]).await?;
            conn.run(doing, "DELETE FROM field_done WHERE loan = $1", &[id.as_str().into()]).await?;
        }
        if key.kind == Kind::Evidence {
            let doing = "clearing a document's text";
            conn.run(doing, "DELETE FROM document_text WHERE evidence = $1", &[id.as_str().into()]).await?;
            conn.run(doing, "DELETE FROM document_search WHERE evidence = $1", &[id.as_str().into()]).await?;
        }
    }
    if kind == DatabaseKind::Sqlite {
        // What was deleted from the index is not only marked but gone.
        for table in SEARCH_TABLES.iter().chain(&["document_search"]) {
            let merge = format!("INSERT INTO {table} ({table}) VALUES ('optimize')");
            conn.run("rewriting the index", &merge, &[]).await?;
        }
    }
    Ok(())
}

/// Takes the values and salts out of entries; what they were found by goes as well.
async fn close_entries(
    conn: &mut OwnConn,
    which: Which,
    goes: impl Fn(&str) -> bool,
) -> Result<(), StoreError> {
    let mut after = 0;
    loop {
        let page = entries(conn, which, after, ROWS).await?;
        if page.is_empty() {
            return Ok(());
        }
        for stored in page {
            let mut entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
            after = entry.seq;
            entry.close(Absent::Erased, &goes);
            let args: [Arg; 2] = [canonical(&entry.fields_json()).into(), entry.seq.into()];
            let sql = "UPDATE journal SET fields = $1, subject_kind = NULL, subject = NULL, audit = NULL WHERE seq = $2";
            conn.run("clearing an entry", sql, &args).await?;
        }
    }
}

/// Takes the name of a person out of the entries that they signed. What they signed stays; so does their id, as in other records.
async fn close_signers(conn: &mut OwnConn, person: &str) -> Result<(), StoreError> {
    let sql = "SELECT seq FROM journal WHERE fields LIKE $1 AND fields LIKE $2 ORDER BY seq";
    let args: [Arg; 2] = [format!("%\"n\":\"{SIGNER}\"%").into(), format!("%{person}%").into()];
    let found = conn.rows("looking for what somebody signed", sql, &args, &[CellType::Int]).await?;
    for seq in found.iter().map(|row| crate::db::int(row.first())) {
        for stored in entries(conn, Which::All, seq - 1, 1).await? {
            let mut entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
            let by = entry.value("actor").and_then(|actor| actor.get("person")).and_then(Value::as_str);
            if by != Some(person) {
                continue;
            }
            entry.close(Absent::Erased, |name| name == SIGNER);
            let args: [Arg; 2] = [canonical(&entry.fields_json()).into(), entry.seq.into()];
            conn.run("clearing a name", "UPDATE journal SET fields = $1 WHERE seq = $2", &args).await?;
        }
    }
    Ok(())
}

/// Removes the blobs that an erasure named and no record names any more.
pub(crate) async fn remove_blobs(
    sql: &mut impl Sql,
    blobs: &Blobs,
    named: &[String],
) -> Result<(), StoreError> {
    for sha256 in named {
        if !is_named(sql, sha256).await? {
            blobs.remove(sha256).await?;
        }
    }
    Ok(())
}

/// Adds an erasure to the list beside the log.
pub(crate) async fn list(log: &Place, seq: i64, erased: &Erased) -> Result<(), StoreError> {
    let scope = assize_domain::kernel::datum::Datum::to_json(&erased.scope);
    let line = json!({ "seq": seq, "scope": scope, "authority": erased.authority.to_string(), "reason": erased.reason.to_string() });
    for _ in 0..LIST_TRIES_MAX {
        let seen = log.see(ERASURES).await?;
        let mut lines = seen.bytes.as_deref().unwrap_or_default().to_vec();
        lines.extend_from_slice(canonical(&line).as_bytes());
        lines.push(b'\n');
        if log.replace(ERASURES, &seen, Bytes::from(lines)).await? {
            return Ok(());
        }
    }
    Err(StoreError::Limit(format!(
        "other processes write `{ERASURES}` all the time; erasure {seq} is not in it"
    )))
}

/// The erasures listed beside the log, the oldest first.
pub(crate) async fn listed(log: &Place) -> Result<Vec<Value>, StoreError> {
    let lines = log.get(ERASURES).await?.map(|bytes| bytes.to_vec()).unwrap_or_default();
    let lines = String::from_utf8_lossy(&lines);
    lines
        .lines()
        .map(|line| {
            serde_json::from_str(line)
                .map_err(|_| StoreError::Log(format!("`{ERASURES}` has a line that cannot be read")))
        })
        .collect()
}

impl Store {
    /// Removes what erasures have freed: blobs, and the space in the database that held the values.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sweep_erased(&self) -> Result<(), StoreError> {
        let mut conn = self.db.own_conn().await?;
        for (_, erased) in self.erasures(&mut conn).await? {
            let named: Vec<String> = erased.blobs.iter().map(ToString::to_string).collect();
            remove_blobs(&mut conn, &self.blobs, &named).await?;
        }
        match self.db.kind() {
            DatabaseKind::Sqlite => {
                conn.run("emptying the write-ahead log", "PRAGMA wal_checkpoint(TRUNCATE)", &[]).await?;
            }
            DatabaseKind::Postgres => {
                let more = [
                    "journal",
                    "link",
                    "name_order",
                    "reply",
                    "document_text",
                    "document_search",
                    "letter",
                    "telling",
                    "notice",
                    "sealed_blob",
                ]
                .map(str::to_owned);
                for table in record_tables().into_iter().chain(more) {
                    conn.run("rewriting a table", &format!("VACUUM FULL \"{table}\""), &[]).await?;
                }
            }
        }
        Ok(())
    }

    /// Every erasure in the journal.
    async fn erasures(&self, conn: &mut OwnConn) -> Result<Vec<(i64, Erased)>, StoreError> {
        let sql = "SELECT seq FROM journal WHERE kind = 'record.erased' ORDER BY seq";
        let rows = conn.rows("looking for erasures", sql, &[], &[CellType::Int]).await?;
        let mut found = Vec::new();
        for row in &rows {
            let seq = crate::db::int(row.first());
            let page = entries(conn, Which::All, seq - 1, 1).await?;
            for stored in page.into_iter().flatten() {
                if let Ok((assize_domain::Event::Erased(erased), _)) = stored.entry.event() {
                    found.push((seq, *erased));
                }
            }
        }
        Ok(found)
    }

    /// What follows an act that erased something: blobs, free space, and the list beside the log.
    pub(crate) async fn after_erasing(&self, seqs: &[i64]) -> Result<(), StoreError> {
        let mut conn = self.db.own_conn().await?;
        for (seq, erased) in self.erasures(&mut conn).await? {
            if seqs.contains(&seq) {
                list(&self.log, seq, &erased).await?;
            }
        }
        self.sweep_erased().await
    }
}

/// The number in a line of the list.
pub(crate) fn seq_of(line: &Value) -> i64 {
    line.get("seq").and_then(Value::as_i64).unwrap_or_default()
}
