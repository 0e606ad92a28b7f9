//! A field file, opened: a store in the memory of this process, for the audit that was lent.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use assize_domain::kernel::entry::{Entry, hex};
use assize_domain::kernel::id::{AuditId, LoanId, PersonId};
use assize_domain::kernel::record::{Change, Versioned};
use assize_domain::kernel::time::Timestamp;
use assize_domain::{AnyRecord, Key, World};
use assize_tlog::SignerKey;
use bytes::Bytes;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::book::{Book, Cover, entry_of, sealed_of};
use super::read::{Packed, parsed_in, text_in};
use super::{BLOBS, FIELD_FORM, FieldBad, FieldKey, MANIFEST, RECORDS, SECRETS, TEXTS};
use crate::accounts::SecretKey;
use crate::blobs::{Blobs, Place};
use crate::db::{Db, MEMORY, Opening, OwnConn, Sql};
use crate::error::StoreError;
use crate::rows::{Writes, insert};
use crate::vault::{EvidenceKey, EvidenceKeys, MASTER_FACT, Ring, SealedBlob, Vault};
use crate::writer::{journal_row, random};
use crate::{Addresses, BLOB_BYTES_MAX, Bucket, Clock, DocumentText, Store};

/// How much of a file is read at a time, in bytes.
const PART_BYTES: usize = 1024 * 1024;

/// A field file that is open.
#[derive(Debug)]
pub struct Field {
    /// The store: the audit as it went out, and what was done since.
    pub store: Store,
    pub(super) facts: Facts,
    /// The database is there for as long as somebody is connected to it.
    _kept: Arc<Mutex<OwnConn>>,
}

/// What is known of a loan where it is open.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) loan: LoanId,
    pub(super) audit: AuditId,
    pub(super) borrower: PersonId,
    pub(super) lent: Timestamp,
    pub(super) signer: SignerKey,
    pub(super) home: String,
}

impl Field {
    /// Opens a field file. What is done is written beside it, sealed, and is there again when it is opened again.
    /// `zone_minutes` is what the clock's time zone is ahead of UTC.
    ///
    /// # Errors
    /// [`StoreError::Field`] where it does not open, is damaged, or is open already; [`StoreError`].
    pub async fn open(
        path: &Path,
        key: &FieldKey,
        clock: Clock,
        zone_minutes: i64,
    ) -> Result<Self, StoreError> {
        let file = File::open(path).map_err(StoreError::file("opening the field file"))?;
        let mut packed = Packed::open(key.open(file)?)?;
        let manifest = packed.manifest(MANIFEST, FIELD_FORM)?;
        let secrets = Zeroizing::new(packed.small(SECRETS)?);
        let secrets: Value = serde_json::from_slice(&secrets).map_err(|_| FieldBad::Damaged)?;
        let facts = Facts {
            loan: parsed_in(&manifest, "loan")?,
            audit: parsed_in(&manifest, "audit")?,
            borrower: parsed_in(&manifest, "borrower")?,
            lent: parsed_in(&manifest, "lent")?,
            signer: parsed_in(&secrets, "signer")?,
            home: text_in(&secrets, "home")?.to_owned(),
        };
        let evidence = EvidenceKey::read(text_in(&secrets, "evidence")?).ok_or(FieldBad::Damaged)?;
        let cover = Cover {
            key: SecretKey::read(text_in(&secrets, "book")?).ok_or(FieldBad::Damaged)?,
            loan: facts.loan,
            borrower: facts.borrower,
            zone_minutes,
        };
        let folder = beside(path)?;
        let (mut book, lines) = Book::open(&folder.join("book"), cover)?;
        let addresses = Addresses {
            database: format!("{MEMORY}{}", hex(&random::<8>()?)),
            evidence: folder.join("evidence").display().to_string(),
            log: folder.join("log").display().to_string(),
            bucket: Bucket::default(),
        };
        let db = Db::open(&addresses.database, Opening::New).await?;
        let kept = db.own_conn().await?;
        db.migrate(&addresses.database).await?;
        let mut base = base_of(&mut packed, text_in(&manifest, "content")?)?;
        let done = Done::read(&lines, &mut base)?;
        book.count(done.acts);
        put(&db, &base, &done, evidence.name()).await?;
        let keys = EvidenceKeys::new(vec![evidence]).ok_or(FieldBad::Damaged)?;
        unpack(&mut packed, &addresses, &db, &keys, &done, &mut book).await?;
        let store = Store::with_book(db, &addresses, clock, Some(book))?;
        store.use_evidence_keys(Arc::new(move || Some(keys.clone()))).await?;
        texts(&mut packed, &store).await?;
        Ok(Self { store, facts, _kept: Arc::new(Mutex::new(kept)) })
    }

    /// Sees that a key opens a field file, without opening it.
    ///
    /// # Errors
    /// As [`Field::open`].
    pub fn opens(path: &Path, key: &FieldKey) -> Result<(), StoreError> {
        let file = File::open(path).map_err(StoreError::file("opening the field file"))?;
        Packed::open(key.open(file)?)?.manifest(MANIFEST, FIELD_FORM).map(drop)
    }

    /// The loan.
    #[must_use]
    pub const fn loan(&self) -> LoanId {
        self.facts.loan
    }

    /// The audit.
    #[must_use]
    pub const fn audit(&self) -> AuditId {
        self.facts.audit
    }

    /// To whom it was lent.
    #[must_use]
    pub const fn borrower(&self) -> PersonId {
        self.facts.borrower
    }

    /// When it was lent, by the clock of the house.
    #[must_use]
    pub const fn lent(&self) -> Timestamp {
        self.facts.lent
    }
}

/// The folder beside a field file in which is what was done since.
fn beside(path: &Path) -> Result<PathBuf, StoreError> {
    let mut folder = path.as_os_str().to_owned();
    folder.push(".work");
    let folder = PathBuf::from(folder);
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(&folder).map_err(StoreError::file("making the folder of the field"))?;
    Ok(folder)
}

/// The world as it went out.
fn base_of<R: Read + std::io::Seek>(packed: &mut Packed<R>, content: &str) -> Result<World, StoreError> {
    let mut world = World::replay();
    let mut hash = Sha256::new();
    packed.lines(RECORDS, |value, line| {
        hash.update(line);
        let kind = parsed_in(&value, "kind")?;
        let record = value.get("record").and_then(|json| AnyRecord::from_json(kind, json));
        let version = value.get("version").and_then(Value::as_i64);
        let (Some(record), Some(version)) = (record, version) else { return Err(FieldBad::Damaged.into()) };
        let id: Uuid = parsed_in(value.get("record").unwrap_or(&Value::Null), "id")?;
        world.load(Key { kind, id }, Some(Versioned { record, version }));
        Ok(())
    })?;
    if hex(&hash.finalize()) == content { Ok(world) } else { Err(FieldBad::Damaged.into()) }
}

/// What was done in the field before.
struct Done {
    entries: Vec<Entry>,
    sealed: Vec<SealedBlob>,
    acts: i64,
}

impl Done {
    /// Reads the lines of the book, and applies what they say.
    fn read(lines: &[Value], world: &mut World) -> Result<Self, StoreError> {
        let mut done = Self { entries: Vec::new(), sealed: Vec::new(), acts: 0 };
        for line in lines {
            done.sealed.extend(sealed_of(line).ok_or(FieldBad::Damaged)?);
            for value in line.get("entries").and_then(Value::as_array).ok_or(FieldBad::Damaged)? {
                let entry = entry_of(value).ok_or(FieldBad::Damaged)?;
                let (event, stamp) = entry.event()?;
                event.apply(world, &stamp)?;
                done.acts += i64::from(entry.given().is_some());
                done.entries.push(entry);
            }
        }
        Ok(done)
    }
}

/// Puts everything into the database.
async fn put(db: &Db, world: &World, done: &Done, master: &str) -> Result<(), StoreError> {
    let mut conn = db.own_conn().await?;
    conn.run("beginning the field", "BEGIN IMMEDIATE", &[]).await?;
    let mut writes = Writes::default();
    for (key, stored) in world.all() {
        writes.add(&Change { key, before: None, after: Some(stored) });
    }
    writes.write(&mut conn).await?;
    let journal = done.entries.iter().map(journal_row).collect();
    let into = "journal (seq, at, kind, v, subject_kind, subject, audit, leaf, fields)";
    insert(&mut conn, "reading the field's journal", into, journal, "").await?;
    let into = "sealed_blob (sha256, cipher, bytes, wrapped, master)";
    let sealed = done.sealed.iter().map(SealedBlob::row).collect();
    insert(&mut conn, "reading the field's files", into, sealed, " ON CONFLICT DO NOTHING").await?;
    let fact = vec![vec![MASTER_FACT.into(), master.into()]];
    insert(&mut conn, "noting the key of the field", "meta (name, value)", fact, "").await?;
    let last = done.entries.last();
    let head = vec![vec![
        1.into(),
        last.map_or(0, |entry| entry.seq).into(),
        last.map_or(0, |entry| entry.at.millis()).into(),
    ]];
    insert(&mut conn, "making the head", "head (one, seq, at)", head, "").await?;
    conn.run("ending to open the field", "COMMIT", &[]).await.map(drop)
}

/// Unpacks the files that came with the field file, each encrypted; those that were before are not touched.
async fn unpack<R: Read + std::io::Seek>(
    packed: &mut Packed<R>,
    addresses: &Addresses,
    db: &Db,
    keys: &EvidenceKeys,
    done: &Done,
    book: &mut Book,
) -> Result<(), StoreError> {
    let vault = Vault { db: db.clone(), ring: Ring::of(keys.clone()) };
    let blobs = Blobs::new(Place::open(&addresses.evidence, &addresses.bucket)?, vault);
    let there: BTreeSet<&str> = done.sealed.iter().map(|sealed| sealed.sha256.as_str()).collect();
    for name in packed.names(BLOBS).into_iter().filter(|name| !there.contains(name.as_str())) {
        let mut file = packed.file(&format!("{BLOBS}{name}"))?;
        let parts = futures::stream::iter(std::iter::from_fn(move || next_part(&mut file).transpose()));
        let stored = blobs.put_stream(parts, BLOB_BYTES_MAX).await?;
        let Some(sealed) = blobs.sealed(&stored.sha256).await?.filter(|_| stored.sha256 == name) else {
            return Err(FieldBad::Damaged.into());
        };
        book.keep(&[sealed])?;
    }
    Ok(())
}

/// The next bytes of a file.
pub(super) fn next_part(file: &mut impl Read) -> std::io::Result<Option<Bytes>> {
    let mut part = Vec::with_capacity(PART_BYTES);
    file.take(PART_BYTES as u64).read_to_end(&mut part)?;
    Ok((!part.is_empty()).then(|| Bytes::from(part)))
}

async fn texts<R: Read + std::io::Seek>(packed: &mut Packed<R>, store: &Store) -> Result<(), StoreError> {
    let mut found = Vec::new();
    packed.lines(TEXTS, |value, _| {
        let text = |name: &str| text_in(&value, name).map(str::to_owned);
        let document = match text_in(&value, "state")? {
            "text" => DocumentText::Text {
                title: Some(text("title")?).filter(|title| !title.is_empty()),
                headings: text("headings")?,
                text: text("text")?,
            },
            "unreadable" => DocumentText::Unreadable { reason: text("reason")? },
            _ => DocumentText::Unsupported,
        };
        found.push((parsed_in(&value, "evidence")?, parsed_in(&value, "audit")?, document));
        Ok(())
    })?;
    for (evidence, audit, document) in found {
        store.keep_text(evidence, audit, &document).await?;
    }
    Ok(())
}
