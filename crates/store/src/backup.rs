//! Backup while serving, and restoring: the journal and the files, from which everything else follows.
//!
//! The signing key is not in a backup. A restored store signs nothing until it goes on from what was published, or a new
//! origin is begun: [`Store::publish`] sees to that, and [`Restored`] says how it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Seek, Write};

use assize_domain::certification::{Erase, Scope};
use assize_domain::kernel::datum::{CellType, Corrupt, read_json};
use assize_domain::kernel::entry::{Entry, canonical};
use assize_domain::{Actor, World};
use bytes::Bytes;
use futures::StreamExt as _;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use crate::blobs::Place;
use crate::db::{Arg, OwnConn, Sql, text};
use crate::erase::{listed, seq_of};
use crate::error::StoreError;
use crate::health::BACKUP_FACT;
use crate::journal::{Which, entries};
use crate::log::note_at;
use crate::named::named_files;
use crate::rows::{Writes, insert};
use crate::vault::{self, MASTER_FACT, SealedBlob};
use crate::writer::journal_row;
use crate::{Act, ActError, Addresses, Clock, DatabaseKind, ENTRY_BYTES_MAX, Store};

/// The version of the form.
pub const BACKUP_FORM: &str = "assize-backup/2";
/// The form before, which had no encrypted files.
const FORM_BEFORE: &str = "assize-backup/1";
const MANIFEST: &str = "manifest.json";
const JOURNAL: &str = "journal.jsonl";
const TEXTS: &str = "documents.jsonl";
const NOTE: &str = "checkpoint";
const BLOBS: &str = "blobs/";
/// What is known of encrypted files, a line each: which file it holds, and its wrapped key.
const SEALED: &str = "sealed.jsonl";
/// The keys of the ways back of loans, a line each; a backup from before there were any has none.
const LOANS: &str = "loans.jsonl";
/// How much of a file is read at a time, in bytes.
const PART_BYTES: usize = 1024 * 1024;
/// How many entries are read or written at a time.
const ROWS: i64 = 1_000;
/// The longest line that is read: an entry, or the text of a document.
const LINE_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What a backup holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BackedUp {
    /// Entries of the journal.
    pub entries: i64,
    /// Files of evidence and reports.
    pub evidence: u64,
}

/// What a restore came to.
#[derive(Debug)]
pub struct Restored {
    /// The store.
    pub store: Store,
    /// Entries of the journal.
    pub entries: i64,
    /// Files of evidence and reports.
    pub evidence: u64,
    /// How many entries were published of the store that the backup does not have. Such a store cannot go on signing
    /// where the other ended: it needs a new origin.
    pub behind: u64,
    /// How many erasures made since the backup were made again.
    pub erased_again: u64,
    /// Erasures made since the backup that the law now refuses: each with its line in the list and the reason.
    pub not_erased: Vec<String>,
}

impl Store {
    /// Writes a backup, consistent as of now, while others go on writing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn backup(&self, out: impl Write + Seek) -> Result<BackedUp, StoreError> {
        let mut conn = self.db.own_conn().await?;
        let begin = match self.db.kind() {
            DatabaseKind::Sqlite => "BEGIN",
            DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        conn.run("beginning a backup", begin, &[]).await?;
        let mut zip = zip::ZipWriter::new(out);
        let mut done = BackedUp { entries: journal_into(&mut conn, &mut zip).await?, evidence: 0 };
        texts_into(&mut conn, &mut zip).await?;
        loans_into(&mut conn, &mut zip).await?;
        let named: Vec<String> = named_files(&mut conn).await?.into_iter().collect();
        let sealed = sealed_into(&mut conn, &mut zip, &named).await?;
        for sha256 in &named {
            // What is kept encrypted goes as it is: a backup opens with the key alone, as the store does.
            let name = sealed.get(sha256).unwrap_or(sha256);
            let Some((_, stream)) = self.blobs.object(name, None).await? else {
                // Erased since the backup began: the list beside the log has it.
                continue;
            };
            begin_file(&mut zip, &format!("{BLOBS}{name}"))?;
            let mut stream = std::pin::pin!(stream);
            while let Some(chunk) = stream.next().await {
                let chunk = chunk.map_err(StoreError::file("reading evidence"))?;
                zip.write_all(&chunk).map_err(StoreError::file("writing the backup"))?;
            }
            done.evidence += 1;
        }
        let master = vault::master(&mut conn).await?;
        conn.run("ending a backup", "ROLLBACK", &[]).await?;
        if let Some(note) = self.checkpoint_note().await? {
            begin_file(&mut zip, NOTE)?;
            zip.write_all(note.as_bytes()).map_err(StoreError::file("writing the backup"))?;
        }
        let manifest = json!({ "form": BACKUP_FORM, "entries": done.entries, "evidence": done.evidence, "evidence_key": master });
        begin_file(&mut zip, MANIFEST)?;
        zip.write_all(canonical(&manifest).as_bytes()).map_err(StoreError::file("writing the backup"))?;
        zip.finish().map_err(zipped("writing the backup"))?;
        self.set_meta(BACKUP_FACT, &self.db.now().to_string()).await?;
        Ok(done)
    }

    /// Makes a new store from a backup: every entry is applied again through the law, every file hashed. Erasures listed
    /// beside the log that the backup does not know are made again.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is a store already; [`StoreError::Corrupt`] when the backup is not one that a
    /// store has written. The new store is then not to be used.
    pub async fn restore(
        file: impl Read + Seek,
        addresses: &Addresses,
        clock: Clock,
    ) -> Result<Restored, StoreError> {
        let mut zip = zip::ZipArchive::new(file).map_err(zipped("opening the backup"))?;
        let manifest = whole(&mut zip, MANIFEST)?;
        let manifest: Value =
            serde_json::from_slice(&manifest).map_err(|_| corrupt("its manifest cannot be read"))?;
        let form = manifest.get("form").and_then(Value::as_str);
        if form != Some(BACKUP_FORM) && form != Some(FORM_BEFORE) {
            return Err(corrupt("it is not a backup of this form"));
        }
        let store = Self::make(addresses, clock).await?;
        let mut conn = store.db.own_conn().await?;
        let (entries, world) = journal_from(&mut zip, &mut conn).await?;
        if manifest.get("entries").and_then(Value::as_i64) != Some(entries) {
            return Err(corrupt("it does not have as many entries as its manifest says"));
        }
        texts_from(&mut zip, &store).await?;
        loans_from(&mut zip, &mut conn).await?;
        let sealed = sealed_from(&mut zip)?;
        let mut named = crate::verify::named_blobs(&world);
        // Backups have the files of acts that wait since they were missed. What comes of an earlier one lacks them, and `verify` says so.
        named.retain(|sha256, found| {
            let name = sealed.get(sha256).map_or(sha256, |sealed| &sealed.cipher);
            found.is_kept || zip.index_for_name(&format!("{BLOBS}{name}")).is_some()
        });
        let mut evidence = 0;
        for sha256 in named.keys() {
            let name = sealed.get(sha256).map_or(sha256, |sealed| &sealed.cipher);
            let next = parts(&mut zip, name)?;
            if !store.blobs.put_object(name, next).await? {
                return Err(corrupt(&format!("the file {name} is not what its name promises")));
            }
            evidence += 1;
        }
        let rows = sealed.into_values().filter(|sealed| named.contains_key(&sealed.sha256));
        let rows = rows.map(|sealed| sealed.row()).collect();
        let into = "sealed_blob (sha256, cipher, bytes, wrapped, master)";
        insert(&mut conn, "restoring encrypted files", into, rows, "").await?;
        if let Some(master) = manifest.get("evidence_key").and_then(Value::as_str) {
            store.set_meta(MASTER_FACT, master).await?;
        }
        let behind = behind(&store.log, entries).await?;
        let mut restored =
            Restored { store, entries, evidence, behind, erased_again: 0, not_erased: Vec::new() };
        let log = restored.store.log.clone();
        restored.erase_again(&log).await?;
        Ok(restored)
    }
}

impl Restored {
    /// Looks at the log that the backup's store published, where the new store has another: how far it has gone on
    /// without this backup, and what was erased meanwhile, which is erased here too.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn after_log(&mut self, log: &Place) -> Result<(), StoreError> {
        self.behind = behind(log, self.entries).await?;
        self.erase_again(log).await
    }

    /// Makes the erasures again that are listed beside a log and younger than the backup: acts of the operator, as the law
    /// allows them.
    async fn erase_again(&mut self, log: &Place) -> Result<(), StoreError> {
        let entries = self.entries;
        for line in listed(log).await? {
            if seq_of(&line) <= entries {
                continue;
            }
            let scope = line.get("scope").and_then(|scope| read_json::<Scope>(scope).ok());
            let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default();
            let (Some(scope), Ok(authority), Ok(reason)) =
                (scope, text("authority").parse(), text("reason").parse())
            else {
                return Err(StoreError::Log(
                    "the list of erasures has a line that cannot be read".to_owned(),
                ));
            };
            let act = Act::new(Actor::Operator { on_behalf_of: None }, Erase { scope, authority, reason });
            match self.store.execute(act).await {
                Ok(_) => self.erased_again += 1,
                // What came into being after the backup is not there to be erased.
                Err(ActError::Refused(refusals)) => self.not_erased.push(format!(
                    "{line}: {}",
                    refusals.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
                )),
                Err(error) => return Err(StoreError::Limit(error.to_string())),
            }
        }
        Ok(())
    }
}

/// How many entries were published at a place that a store with `entries` does not have.
async fn behind(log: &Place, entries: i64) -> Result<u64, StoreError> {
    let Some(note) = note_at(log).await? else { return Ok(0) };
    let (checkpoint, _) = assize_tlog::Checkpoint::parse(note.as_bytes())
        .map_err(|error| StoreError::Log(format!("the published checkpoint cannot be read: {error}")))?;
    Ok(checkpoint.head().size.saturating_sub(u64::try_from(entries).unwrap_or_default()))
}

async fn journal_into<W: Write + Seek>(
    conn: &mut OwnConn,
    zip: &mut zip::ZipWriter<W>,
) -> Result<i64, StoreError> {
    begin_file(zip, JOURNAL)?;
    let mut seq = 0;
    loop {
        let page = entries(conn, Which::All, seq, ROWS).await?;
        if page.is_empty() {
            return Ok(seq);
        }
        for stored in page {
            let entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
            seq = entry.seq;
            line(
                zip,
                &json!({ "seq": entry.seq, "time": entry.at.to_string(), "kind": entry.kind, "v": entry.v,
                "fields": entry.fields_json() }),
            )?;
        }
    }
}

const TEXT_COLUMNS: &str = "evidence, audit, state, reason, title, headings, text";

async fn texts_into<W: Write + Seek>(
    conn: &mut OwnConn,
    zip: &mut zip::ZipWriter<W>,
) -> Result<(), StoreError> {
    begin_file(zip, TEXTS)?;
    let mut after = String::new();
    loop {
        let sql = format!(
            "SELECT {TEXT_COLUMNS} FROM document_text WHERE evidence > $1 ORDER BY evidence LIMIT 20"
        );
        let rows = conn.rows("reading documents' texts", &sql, &[after.into()], &[CellType::Text; 7]).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = text(last.first());
        for row in &rows {
            let column = |n: usize| text(row.get(n));
            line(
                zip,
                &json!({ "evidence": column(0), "audit": column(1), "state": column(2), "reason": column(3),
                "title": column(4), "headings": column(5), "text": column(6) }),
            )?;
        }
    }
}

/// Writes what is known of the encrypted files among those named; answers under which name each is kept.
async fn sealed_into<W: Write + Seek>(
    conn: &mut OwnConn,
    zip: &mut zip::ZipWriter<W>,
    named: &[String],
) -> Result<BTreeMap<String, String>, StoreError> {
    begin_file(zip, SEALED)?;
    let named: BTreeSet<&str> = named.iter().map(String::as_str).collect();
    let mut kept = BTreeMap::new();
    let mut after = String::new();
    loop {
        let page = vault::rows_after(conn, &after, ROWS).await?;
        let Some(last) = page.last() else { return Ok(kept) };
        after.clone_from(&last.sha256);
        for sealed in page.into_iter().filter(|sealed| named.contains(sealed.sha256.as_str())) {
            line(
                zip,
                &json!({ "sha256": sealed.sha256, "cipher": sealed.cipher, "bytes": sealed.bytes,
                    "wrapped": sealed.wrapped, "master": sealed.master }),
            )?;
            kept.insert(sealed.sha256, sealed.cipher);
        }
    }
}

fn sealed_from<R: Read + Seek>(
    zip: &mut zip::ZipArchive<R>,
) -> Result<BTreeMap<String, SealedBlob>, StoreError> {
    let mut found = BTreeMap::new();
    let Ok(file) = zip.by_name(SEALED) else { return Ok(found) };
    let mut lines = Lines::new(file);
    while let Some(value) = lines.next_line()? {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let sealed = || {
            let bytes = value.get("bytes")?.as_u64()?;
            let (sha256, cipher) = (text("sha256")?, text("cipher")?);
            Some(SealedBlob { sha256, cipher, bytes, wrapped: text("wrapped")?, master: text("master")? })
        };
        let sealed =
            sealed().ok_or_else(|| corrupt("it has an encrypted file of which too little is known"))?;
        found.insert(sealed.sha256.clone(), sealed);
    }
    Ok(found)
}

async fn journal_from<R: Read + Seek>(
    zip: &mut zip::ZipArchive<R>,
    conn: &mut OwnConn,
) -> Result<(i64, World), StoreError> {
    let mut world = World::complete();
    let mut lines = Lines::new(zip.by_name(JOURNAL).map_err(zipped("opening the backup's journal"))?);
    let mut seq = 0;
    loop {
        let mut batch = Vec::new();
        while batch.len() < 500
            && let Some(value) = lines.next_line()?
        {
            seq += 1;
            let entry = entry_of(&value).filter(|entry| entry.seq == seq);
            batch.push(entry.ok_or_else(|| corrupt(&format!("entry {seq} is missing or cannot be read")))?);
        }
        let Some(last) = batch.last() else { return Ok((seq, world)) };
        let at = last.at.millis();
        for entry in batch.iter().filter(|entry| !entry.is_erased()) {
            let (event, stamp) = entry.event().map_err(|bad| bad.within(format!("entry {}", entry.seq)))?;
            event.apply(&mut world, &stamp).map_err(|bad| bad.within(format!("entry {}", entry.seq)))?;
        }
        conn.run("beginning to restore", "BEGIN", &[]).await?;
        let mut writes = Writes::default();
        for change in &world.changes() {
            writes.add(change);
        }
        writes.write(conn).await?;
        let into = "journal (seq, at, kind, v, subject_kind, subject, audit, leaf, fields)";
        insert(conn, "restoring the journal", into, batch.iter().map(journal_row).collect(), "").await?;
        let done = "field_done (loan, number, seq)";
        insert(conn, "restoring acts of the field", done, done_rows(&batch), " ON CONFLICT DO NOTHING")
            .await?;
        let head = "UPDATE head SET seq = $1, at = $2 WHERE one = 1";
        conn.run("restoring the head", head, &[seq.into(), at.into()]).await?;
        conn.run("restoring", "COMMIT", &[]).await?;
    }
}

/// Which acts of the field entries have carried out: of several entries of one act, the first.
pub(crate) fn done_rows(entries: &[Entry]) -> Vec<Vec<Arg>> {
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for entry in entries {
        let field = entry.field();
        let loan = field.and_then(|field| field.get("loan")).and_then(Value::as_str);
        let number = field.and_then(|field| field.get("number")).and_then(Value::as_i64);
        if let (Some(loan), Some(number)) = (loan, number)
            && seen.insert((loan.to_owned(), number))
        {
            rows.push(vec![loan.into(), number.into(), entry.seq.into()]);
        }
    }
    rows
}

fn entry_of(value: &Value) -> Option<Entry> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    Some(Entry {
        seq: value.get("seq")?.as_i64()?,
        at: text("time")?.parse().ok()?,
        kind: text("kind")?.to_owned(),
        v: u16::try_from(value.get("v")?.as_u64()?).ok()?,
        fields: Entry::fields_from_json(value.get("fields")?.clone()).ok()?,
    })
}

async fn loans_into<W: Write + Seek>(
    conn: &mut OwnConn,
    zip: &mut zip::ZipWriter<W>,
) -> Result<(), StoreError> {
    begin_file(zip, LOANS)?;
    for (loan, identity) in crate::field::keys_of_loans(conn).await? {
        line(zip, &json!({ "loan": loan, "identity": identity.as_str() }))?;
    }
    Ok(())
}

async fn loans_from<R: Read + Seek>(
    zip: &mut zip::ZipArchive<R>,
    conn: &mut OwnConn,
) -> Result<(), StoreError> {
    let Ok(file) = zip.by_name(LOANS) else { return Ok(()) };
    let mut rows = Vec::new();
    let mut lines = Lines::new(file);
    while let Some(value) = lines.next_line()? {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let (Some(loan), Some(identity)) = (text("loan"), text("identity")) else {
            return Err(corrupt("it has the key of a loan of which too little is known"));
        };
        rows.push(vec![loan.into(), identity.into()]);
    }
    insert(conn, "restoring the keys of loans", "loan_key (loan, identity)", rows, "").await
}

async fn texts_from<R: Read + Seek>(zip: &mut zip::ZipArchive<R>, store: &Store) -> Result<(), StoreError> {
    use crate::DocumentText;
    let mut lines = Lines::new(zip.by_name(TEXTS).map_err(zipped("opening the backup's texts"))?);
    while let Some(value) = lines.next_line()? {
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (Ok(evidence), Ok(audit)) = (text("evidence").parse(), text("audit").parse()) else {
            return Err(corrupt("the text of a document names no evidence"));
        };
        let document = match text("state").as_str() {
            "text" => DocumentText::Text {
                title: Some(text("title")).filter(|title| !title.is_empty()),
                headings: text("headings"),
                text: text("text"),
            },
            "unreadable" => DocumentText::Unreadable { reason: text("reason") },
            _ => DocumentText::Unsupported,
        };
        store.keep_text(evidence, audit, &document).await?;
    }
    Ok(())
}

/// The bytes of a file, a part at a time.
fn parts<'z, R: Read + Seek>(
    zip: &'z mut zip::ZipArchive<R>,
    name: &str,
) -> Result<impl FnMut() -> std::io::Result<Option<Bytes>> + use<'z, R>, StoreError> {
    let file = zip.by_name(&format!("{BLOBS}{name}"));
    let mut file = file.map_err(|_| corrupt(&format!("the file {name} is named and not in it")))?;
    Ok(move || {
        let mut part = Vec::with_capacity(PART_BYTES);
        (&mut file).take(PART_BYTES as u64).read_to_end(&mut part)?;
        Ok((!part.is_empty()).then(|| Bytes::from(part)))
    })
}

fn whole<R: Read + Seek>(zip: &mut zip::ZipArchive<R>, name: &str) -> Result<Vec<u8>, StoreError> {
    let file = zip.by_name(name).map_err(|_| corrupt(&format!("it has no {name}")))?;
    let mut bytes = Vec::new();
    file.take(ENTRY_BYTES_MAX as u64)
        .read_to_end(&mut bytes)
        .map_err(StoreError::file("reading the backup"))?;
    Ok(bytes)
}

/// Lines of JSON, each within its bound.
struct Lines<R: Read> {
    reader: BufReader<R>,
}

impl<R: Read> Lines<R> {
    fn new(file: R) -> Self {
        Self { reader: BufReader::new(file) }
    }

    fn next_line(&mut self) -> Result<Option<Value>, StoreError> {
        let mut line = Vec::new();
        (&mut self.reader)
            .take(LINE_BYTES_MAX as u64 + 1)
            .read_until(b'\n', &mut line)
            .map_err(StoreError::file("reading the backup"))?;
        if line.is_empty() {
            return Ok(None);
        }
        if line.len() > LINE_BYTES_MAX {
            return Err(corrupt("it has a line that is too long"));
        }
        serde_json::from_slice(&line).map(Some).map_err(|_| corrupt("it has a line that is no JSON"))
    }
}

fn begin_file<W: Write + Seek>(zip: &mut zip::ZipWriter<W>, name: &str) -> Result<(), StoreError> {
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).large_file(true);
    zip.start_file(name, options).map_err(zipped("writing the backup"))
}

fn line<W: Write + Seek>(zip: &mut zip::ZipWriter<W>, value: &Value) -> Result<(), StoreError> {
    let mut line = canonical(value);
    line.push('\n');
    zip.write_all(line.as_bytes()).map_err(StoreError::file("writing the backup"))
}

fn zipped(doing: &'static str) -> impl FnOnce(zip::result::ZipError) -> StoreError {
    move |error| StoreError::File { doing, source: std::io::Error::other(error) }
}

fn corrupt(what: &str) -> StoreError {
    Corrupt::new(what.to_owned()).within("the backup".to_owned()).into()
}
