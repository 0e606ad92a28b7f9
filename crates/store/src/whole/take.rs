//! The whole store in: every entry through the law again, every record and every file against what was exported.

use std::io::Read as _;
use std::path::Path;

use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::entry::{Entry, canonical};
use assize_domain::{Kind, World};
use assize_tlog::{Checkpoint, TileEdge, leaf_hash};
use bytes::Bytes;
use serde_json::Value;

use super::check::{Checked, check, digest};
use super::read::{Source, entry_of, record_line, unfit};
use super::tables::{Kept, kept_tables};
use super::{
    IMPORTED_FROM, JOURNAL, LOG, ROWS, SMALL_BYTES_MAX, UNDER_WAY, blob_file, records_file, table_file,
};
use crate::backup::done_rows;
use crate::db::{Arg, Db, Opening, OwnConn, Sql, text};
use crate::error::StoreError;
use crate::log::note_at;
use crate::rows::{Writes, insert, load_page};
use crate::writer::{WORLD_LEN_MAX, journal_row, meet};
use crate::{Addresses, Clock, DatabaseKind, DocumentText, Store};

/// How many entries are taken in at a time.
const BATCH_ENTRIES: usize = 500;
/// How much of a file is held in memory at a time, in bytes.
const PART_BYTES: usize = 1024 * 1024;

/// What an import came to.
#[derive(Debug)]
pub struct StoreImported {
    /// The store.
    pub store: Store,
    /// Entries of the journal.
    pub entries: i64,
    /// Records, each as it was exported.
    pub records: u64,
    /// Rows of other tables.
    pub rows: u64,
    /// Files.
    pub blobs: u64,
    /// Whether it went on with an import that was interrupted.
    pub resumed: bool,
}

impl Store {
    /// Looks an export through and makes nothing of it.
    ///
    /// # Errors
    /// [`StoreError::Import`] with everything that is wrong, at its file and line.
    pub fn check_export(from: &Path, step: impl FnMut(&str, u64)) -> Result<i64, StoreError> {
        check(&mut Source::open(from)?, step).map(|checked| checked.entries)
    }

    /// The digest of an export's manifest: two exports that are the same bytes have the same.
    ///
    /// # Errors
    /// [`StoreError::Import`] where it has no manifest that can be read.
    pub fn export_digest(from: &Path) -> Result<String, StoreError> {
        digest(&mut Source::open(from)?)
    }

    /// Of which export it was made, by [`Store::export_digest`]; nothing where it was made of none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn imported_from(&self) -> Result<Option<String>, StoreError> {
        self.meta(IMPORTED_FROM).await
    }

    /// Makes a new store of an export, which is looked through first: nothing is made of one with a problem. Where it is
    /// interrupted, giving it again goes on; until it has come to its end, nobody opens the store.
    ///
    /// # Errors
    /// [`StoreError::Import`] with everything that is wrong with the export; [`StoreError::Exists`] where there is a store with
    /// something in it already.
    pub async fn import_store(
        from: &Path,
        addresses: &Addresses,
        clock: Clock,
        mut step: impl FnMut(&str, u64),
    ) -> Result<StoreImported, StoreError> {
        let mut source = Source::open(from)?;
        let checked = check(&mut source, &mut step)?;
        let (store, resumed) = begun(addresses, clock, &checked).await?;
        if let Some(note) = note_at(&store.log).await? {
            let (checkpoint, _) = Checkpoint::parse(note.as_bytes()).map_err(|error| {
                StoreError::Log(format!("the published checkpoint cannot be read: {error}"))
            })?;
            if i64::try_from(checkpoint.head().size).is_ok_and(|size| size > checked.entries) {
                return Err(StoreError::Log(format!(
                    "{} entries are published at the place of the log, and the export has {}: give another place, or a later export",
                    checkpoint.head().size,
                    checked.entries
                )));
            }
        }
        let mut done = StoreImported { store, entries: 0, records: 0, rows: 0, blobs: 0, resumed };
        for digest in &checked.blobs {
            blob_in(&done.store, &mut source, digest, checked.files_stay).await?;
            done.blobs += 1;
            step("blobs", done.blobs);
        }
        let mut conn = done.store.db.own_conn().await?;
        done.entries = journal_in(&done.store, &mut conn, &mut source, &checked, &mut step).await?;
        done.records = records_same(&mut conn, &mut source, &checked, &mut step).await?;
        // Settings come first: whether the text of restricted evidence is kept is one.
        let (settings, others): (Vec<Kept>, Vec<Kept>) =
            kept_tables().partition(|table| table.name == "meta");
        for table in settings.into_iter().chain(others) {
            done.rows += table_in(&done.store, &mut conn, &mut source, &checked, &table).await?;
            step(table.name, done.rows);
        }
        log_in(&done.store, &mut source, &checked).await?;
        let doing = "ending an import";
        conn.run(doing, "DELETE FROM meta WHERE name = $1", &[IMPORTED_FROM.into()]).await?;
        let args: [Arg; 2] = [IMPORTED_FROM.into(), UNDER_WAY.into()];
        conn.run(doing, "UPDATE meta SET name = $1 WHERE name = $2", &args).await?;
        Ok(done)
    }
}

/// The store that is to be filled: a new one, an empty one, or one that this export was being taken into.
async fn begun(addresses: &Addresses, clock: Clock, checked: &Checked) -> Result<(Store, bool), StoreError> {
    let store = match Store::make(addresses, clock.clone()).await {
        Ok(store) => store,
        Err(exists @ StoreError::Exists(_)) => {
            let db = Db::open(&addresses.database, Opening::Acting).await?;
            db.migrate(&addresses.database).await?;
            let store = Store::with(db, addresses, clock)?;
            let head = super::out::head_of(&mut store.db.conn().await?).await?;
            let of = store.meta(UNDER_WAY).await?;
            if of.as_deref() == Some(checked.manifest.as_str()) {
                return Ok((store, true));
            }
            if head > 0 || of.is_some() {
                return Err(exists);
            }
            store
        }
        Err(error) => return Err(error),
    };
    store.set_meta(UNDER_WAY, &checked.manifest).await?;
    Ok((store, false))
}

async fn blob_in(
    store: &Store,
    source: &mut Source,
    digest: &str,
    files_stay: bool,
) -> Result<(), StoreError> {
    // What was taken in before an interruption is there: an object has its name only when it is whole.
    if store.blobs.object_bytes(digest).await?.is_some() {
        return Ok(());
    }
    let name = blob_file(digest);
    let Some(mut file) = source.file(&name)? else {
        let what = if files_stay {
            "it is not at the place of the evidence, where the manifest says that it stayed"
        } else {
            "it was taken away while it was imported"
        };
        return Err(unfit(&name, None, what));
    };
    let next = || {
        let mut part = Vec::with_capacity(PART_BYTES);
        (&mut file).take(PART_BYTES as u64).read_to_end(&mut part)?;
        Ok((!part.is_empty()).then(|| Bytes::from(part)))
    };
    if store.blobs.put_object(digest, next).await? {
        return Ok(());
    }
    Err(unfit(&name, None, "its bytes are not those that its name promises"))
}

async fn begin(conn: &mut OwnConn, kind: DatabaseKind) -> Result<(), StoreError> {
    let sql = match kind {
        DatabaseKind::Sqlite => "BEGIN IMMEDIATE",
        DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
    };
    conn.run("beginning to import", sql, &[]).await.map(drop)
}

async fn journal_in(
    store: &Store,
    conn: &mut OwnConn,
    source: &mut Source,
    checked: &Checked,
    step: &mut impl FnMut(&str, u64),
) -> Result<i64, StoreError> {
    let there = super::out::head_of(conn).await?;
    let mut world = World::empty();
    let mut tree = TileEdge::new();
    let Some(mut lines) = source.lines(JOURNAL)? else { return Ok(0) };
    let mut seq = 0;
    loop {
        let mut batch: Vec<Entry> = Vec::new();
        let mut leaves = Vec::new();
        while batch.len() < BATCH_ENTRIES
            && let Some(value) = lines.next_line()?
        {
            let (entry, _) = entry_of(&value).map_err(|what| unfit(JOURNAL, lines.at(), what))?;
            seq += 1;
            if entry.seq != seq {
                return Err(unfit(JOURNAL, lines.at(), "it was changed while it was imported"));
            }
            leaves.push(leaf_hash(&entry.leaf()));
            if seq > there {
                batch.push(entry);
            }
            if leaves.len() == BATCH_ENTRIES {
                break;
            }
        }
        if leaves.is_empty() {
            break;
        }
        tree.append(&leaves).map_err(|error| StoreError::Log(error.to_string()))?;
        let Some(last) = batch.last() else { continue };
        let at = last.at.millis();
        begin(conn, store.db.kind()).await?;
        for entry in batch.iter().filter(|entry| !entry.is_erased()) {
            let within = |corrupt: assize_domain::kernel::datum::Corrupt| {
                unfit(JOURNAL, u64::try_from(entry.seq).ok(), format!("the law does not take it: {corrupt}"))
            };
            let (event, stamp) = entry.event().map_err(within)?;
            meet(conn, &mut world, &event.touches()).await?;
            event.apply(&mut world, &stamp).map_err(within)?;
        }
        let mut writes = Writes::default();
        for change in &world.changes() {
            writes.add(change);
        }
        writes.write(conn).await?;
        let into = "journal (seq, at, kind, v, subject_kind, subject, audit, leaf, fields)";
        insert(conn, "importing the journal", into, batch.iter().map(journal_row).collect(), "").await?;
        let done = "field_done (loan, number, seq)";
        insert(conn, "importing acts of the field", done, done_rows(&batch), " ON CONFLICT DO NOTHING")
            .await?;
        let head = "UPDATE head SET seq = $1, at = $2 WHERE one = 1";
        conn.run("importing the head", head, &[seq.into(), at.into()]).await?;
        conn.run("importing", "COMMIT", &[]).await?;
        if world.len() > WORLD_LEN_MAX {
            world.forget();
        }
        step(JOURNAL, tree.size());
    }
    if tree.head().root.to_string() != checked.root || seq != checked.entries {
        return Err(unfit(JOURNAL, None, "the root of its tree is not that of the manifest"));
    }
    Ok(seq)
}

/// Compares the records that the journal came to with those that were exported: each of them, byte for byte, and no other.
async fn records_same(
    conn: &mut OwnConn,
    source: &mut Source,
    checked: &Checked,
    step: &mut impl FnMut(&str, u64),
) -> Result<u64, StoreError> {
    let mut count = 0;
    for kind in Kind::ALL {
        let name = records_file(*kind);
        let mut lines = if checked.files.contains_key(&name) { source.lines(&name)? } else { None };
        let mut after = String::new();
        loop {
            let page = load_page(conn, *kind, &after, ROWS).await?;
            let Some((last, _)) = page.last() else { break };
            after = last.id.hyphenated().to_string();
            for (key, found) in &page {
                let said = match &mut lines {
                    Some(lines) => lines.next_line()?,
                    None => None,
                };
                let at = lines.as_ref().map(super::read::Lines::at);
                let Some(said) = said else {
                    return Err(unfit(&name, at, format!("the journal has {key}, which is not in it")));
                };
                if canonical(&said) != canonical(&record_line(*key, found)) {
                    return Err(unfit(&name, at, format!("the journal comes to another {key}")));
                }
                count += 1;
            }
            step(&name, count);
        }
        if let Some(lines) = &mut lines
            && lines.next_line()?.is_some()
        {
            return Err(unfit(&name, lines.at(), "the journal has no such record"));
        }
    }
    Ok(count)
}

async fn table_in(
    store: &Store,
    conn: &mut OwnConn,
    source: &mut Source,
    checked: &Checked,
    table: &Kept,
) -> Result<u64, StoreError> {
    let name = table_file(table.name);
    if !checked.files.contains_key(&name) {
        return Ok(0);
    }
    let Some(mut lines) = source.lines(&name)? else { return Ok(0) };
    let mut count = 0;
    loop {
        let mut rows = Vec::new();
        let mut texts = Vec::new();
        while rows.len() < usize::try_from(ROWS).unwrap_or(256)
            && let Some(value) = lines.next_line()?
        {
            let (row, _) = table.row_of(&value).map_err(|what| unfit(&name, lines.at(), what))?;
            rows.push(row);
            if table.name == "document_text" {
                texts.push((lines.at(), value));
                break;
            }
        }
        if rows.is_empty() {
            return Ok(count);
        }
        count += rows.len() as u64;
        if table.name == "document_text" {
            for (at, value) in &texts {
                text_in(store, &name, *at, value).await?;
            }
            continue;
        }
        begin(conn, store.db.kind()).await?;
        insert_rows(conn, table, rows).await?;
        conn.run("importing", "COMMIT", &[]).await?;
    }
}

async fn insert_rows(conn: &mut OwnConn, table: &Kept, rows: Vec<Vec<Arg>>) -> Result<(), StoreError> {
    insert(conn, "importing a table", &table.target_sql(), rows, " ON CONFLICT DO NOTHING").await
}

/// The text of a document, which is indexed as it is kept.
async fn text_in(store: &Store, name: &str, at: u64, value: &Value) -> Result<(), StoreError> {
    let said = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (Ok(evidence), Ok(audit)) = (said("evidence").parse(), said("audit").parse()) else {
        return Err(unfit(name, at, "the text of a document names no evidence"));
    };
    let document = match said("state").as_str() {
        "text" => DocumentText::Text {
            title: value.get("title").and_then(Value::as_str).map(str::to_owned),
            headings: said("headings"),
            text: said("text"),
        },
        "unreadable" => DocumentText::Unreadable { reason: said("reason") },
        _ => DocumentText::Unsupported,
    };
    store.keep_text(evidence, audit, &document).await
}

/// Publishes what was published, where nothing is at the place of the log: tiles from the journal, the rest as it was.
async fn log_in(store: &Store, source: &mut Source, checked: &Checked) -> Result<(), StoreError> {
    if note_at(&store.log).await?.is_some() {
        return Ok(());
    }
    let checkpoint = format!("{LOG}{}", crate::CHECKPOINT);
    for name in checked.log.iter().filter(|name| **name != checkpoint) {
        if let Some(bytes) = source.whole(name, SMALL_BYTES_MAX)? {
            store.log.put(name.strip_prefix(LOG).unwrap_or(name), Bytes::from(bytes)).await?;
        }
    }
    let Some(note) = source.whole(&checkpoint, SMALL_BYTES_MAX)? else { return Ok(()) };
    let size = Checkpoint::parse(&note).map_or(0, |(checkpoint, _)| checkpoint.head().size);
    store.write_tiles(&mut TileEdge::new(), i64::try_from(size).unwrap_or(i64::MAX)).await?;
    // The checkpoint comes last: what it promises is there.
    store.log.put(crate::CHECKPOINT, Bytes::from(note)).await
}

impl Store {
    /// Refuses a store into which an export was not wholly taken.
    pub(crate) async fn is_whole(db: &Db, address: &str) -> Result<(), StoreError> {
        let sql = "SELECT value FROM meta WHERE name = $1";
        let rows = db
            .conn()
            .await?
            .rows("asking whether it is whole", sql, &[UNDER_WAY.into()], &[CellType::Text])
            .await?;
        match rows.first().map(|row| text(row.first())) {
            None => Ok(()),
            Some(_) => Err(StoreError::Unfinished(crate::db::without_password(address))),
        }
    }
}
