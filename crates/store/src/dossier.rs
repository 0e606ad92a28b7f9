//! One audit as one file, which proves itself without a store: records, evidence, the slice of the journal with its
//! proofs of inclusion, and the checkpoint. `docs/record.md` has its form.
//!
//! A dossier proves that what is in it is what the log has. That it is all of it is the word of whoever exported it, and
//! given under their signature: the manifest, which binds everything in the dossier by digest, is signed with the log's key.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Seek, Write};
use std::time::Duration;

use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::entry::{Absent, Entry, canonical, hex};
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::record::Versioned;
use assize_domain::{AnyRecord, Key, Kind, World};
use assize_tlog::{Hash, Note, SignerKey, VerifierKey, inclusion_proof};
use bytes::Bytes;
use futures::{Stream, StreamExt as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zip::write::SimpleFileOptions;

use crate::Store;
use crate::db::{OwnConn, Sql, text};
use crate::error::StoreError;
use crate::journal::{Which, entries};
use crate::log::opened;
use crate::rows::load;
use crate::streamed::{PAUSE_MAX, streamed};
use crate::verify::{NamedBlob, Naming, blobs_of};

mod check;
pub use check::verify_dossier;

/// The version of the form.
pub const FORM: &str = "assize-dossier/1";
pub(crate) const MANIFEST: &str = "manifest.json";
/// The manifest's signature: a signed note.
pub(crate) const SEAL: &str = "manifest.note";
pub(crate) const JOURNAL: &str = "journal.jsonl";
pub(crate) const RECORDS: &str = "records.jsonl";
pub(crate) const NOTE: &str = "checkpoint";
pub(crate) const KEY: &str = "key";
pub(crate) const BLOBS: &str = "blobs/";

/// The files that the manifest binds by their digests. The blobs are bound by the records that name them.
pub(crate) const BOUND: [&str; 3] = [JOURNAL, RECORDS, NOTE];

/// How many entries are read at a time.
const ROWS: i64 = 1_000;

/// The kinds of record outside the audit that its records may name.
const NAMED: &[Kind] = &[
    Kind::Organization,
    Kind::Person,
    Kind::Relation,
    Kind::Auditee,
    Kind::Soa,
    Kind::Programme,
    Kind::PlannedAudit,
    Kind::AuditTest,
    Kind::AuditTrail,
    Kind::Mapping,
    Kind::MethodTable,
    Kind::HouseText,
    Kind::Template,
];

/// What is left out of a dossier. Where something is left out its place stays, and the dossier still verifies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withhold {
    /// Evidence whose files are left out, by their ids.
    pub evidence: BTreeSet<Uuid>,
    /// Fields of entries: `note.written:text` in all entries of a kind, `17:text` in one; `actor` is who acted.
    pub fields: BTreeSet<(String, String)>,
}

impl Withhold {
    /// Reads a field to be withheld: `KIND:FIELD` or `SEQ:FIELD`.
    #[must_use]
    pub fn field(text: &str) -> Option<(String, String)> {
        let (place, field) = text.split_once(':')?;
        (!place.is_empty() && !field.is_empty()).then(|| (place.to_owned(), field.to_owned()))
    }

    fn close(&self, entry: &mut Entry) {
        let (kind, seq) = (entry.kind.clone(), entry.seq.to_string());
        // An act that waits has the whole of its command in one field, whatever is withheld of others.
        let tells_all = !self.fields.is_empty() && kind == "field.waits";
        let chosen = |name: &str| {
            let field = plain(name).to_owned();
            (tells_all && field == "body")
                || self.fields.contains(&(kind.clone(), field.clone()))
                || self.fields.contains(&(seq.clone(), field))
        };
        entry.close(Absent::Withheld, chosen);
    }

    /// Sees that every choice names something that the dossier would show, and that it hides it: a misspelt name would
    /// disclose what it was to hide.
    fn check(
        &self,
        slice: &BTreeMap<i64, Entry>,
        records: &BTreeMap<Key, AnyRecord>,
    ) -> Result<(), StoreError> {
        let mut shown: BTreeSet<(String, String)> = BTreeSet::new();
        for (seq, entry) in slice {
            for field in &entry.fields {
                shown.insert((entry.kind.clone(), plain(&field.name).to_owned()));
                shown.insert((seq.to_string(), plain(&field.name).to_owned()));
            }
        }
        let mut problems: Vec<String> = Vec::new();
        for choice @ (place, field) in &self.fields {
            if !shown.contains(choice) {
                let there: Vec<&str> =
                    shown.iter().filter(|(at, _)| at == place).map(|(_, field)| field.as_str()).collect();
                problems.push(if there.is_empty() {
                    format!("`{place}:{field}`: no entry of the dossier is `{place}`; give a kind or a number of one")
                } else {
                    format!("`{place}:{field}`: there is no such field; `{place}` has {}", there.join(", "))
                });
            }
        }
        for id in &self.evidence {
            let own =
                records.get(&Key { kind: Kind::Evidence, id: *id }).map(shown_blobs).unwrap_or_default();
            if own.is_empty() {
                problems.push(format!("evidence {id}: the audit has no such evidence with a file"));
            }
            for blob in own {
                let others = records.iter().filter(|(key, _)| !self.evidence.contains(&key.id));
                for (key, other) in others {
                    let same = shown_blobs(other).into_iter().find(|found| found.sha256 == blob.sha256);
                    if let Some(NamedBlob { name, .. }) = same {
                        problems.push(format!(
                            "evidence {id}: {} {} ({name}) is the same file; withhold both or neither",
                            key.kind.word(),
                            key.id
                        ));
                    }
                }
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(StoreError::Withhold(problems)) }
    }
}

/// The name of an entry's field without the mark of what the event itself says.
fn plain(name: &str) -> &str {
    name.strip_prefix("p.").unwrap_or(name)
}

/// Who vouches for a dossier's being all of it.
#[derive(Clone, Copy, Debug)]
pub enum Seal<'k> {
    /// The holder of the log's key.
    Signed(&'k SignerKey),
    /// Nobody: the key is not at hand. The log is verified with this one.
    Unsigned(&'k VerifierKey),
}

impl Seal<'_> {
    const fn verifier(&self) -> &VerifierKey {
        match self {
            Self::Signed(signer) => signer.verifier_key(),
            Self::Unsigned(key) => key,
        }
    }
}

/// The text that is signed for a manifest. No checkpoint reads like it: its second line is no number.
pub(crate) fn sealed_text(manifest: &[u8]) -> String {
    format!("{FORM} manifest\nsha256 {}\n", hex(&Sha256::digest(manifest)))
}

/// What a dossier is written from, but for its files.
struct Prepared {
    audit: AuditId,
    note: String,
    records: BTreeMap<Key, AnyRecord>,
    slice: BTreeMap<i64, Entry>,
    leaves: Vec<Hash>,
    withhold: Withhold,
}

/// What a dossier has come to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Entries of the journal.
    pub entries: u64,
    /// How many entries the whole log has.
    pub log_entries: u64,
    /// Records.
    pub records: u64,
    /// Files of evidence and reports.
    pub evidence: u64,
    /// Fields and files that are withheld.
    pub withheld: u64,
}

impl Store {
    /// Writes the dossier of an audit. The log must have been published, signed by the seal's key.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such audit; [`StoreError::Log`] when the log is not published, or not
    /// with this key; [`StoreError::Withhold`] when a choice hides nothing; [`StoreError`].
    pub async fn export_audit(
        &self,
        audit: AuditId,
        seal: Seal<'_>,
        withhold: &Withhold,
        out: impl Write + Seek,
    ) -> Result<Exported, StoreError> {
        let prepared = self.prepared(audit, seal.verifier(), withhold.clone()).await?;
        // A writer that is begun writes something even where it is given up, so it begins when nothing is refused any more.
        self.export_into(prepared, seal, Writer::new(zip::ZipWriter::new(out))).await
    }

    /// Everything that a dossier is written from but its files; what is refused is refused here.
    async fn prepared(
        &self,
        audit: AuditId,
        verifier: &VerifierKey,
        withhold: Withhold,
    ) -> Result<Prepared, StoreError> {
        let note = self.checkpoint_note().await?.ok_or_else(|| {
            StoreError::Log(
                "nothing was published yet; publish the log first with `assize log publish`".to_owned(),
            )
        })?;
        let size = opened(&note, verifier)?.head().size;
        let mut conn = self.db.own_conn().await?;
        let records = gathered(&mut conn, audit).await?;
        let slice = slice(&mut conn, audit, &records, size).await?;
        withhold.check(&slice, &records)?;
        // Writing may take as long as somebody reads; the connection is not theirs.
        drop(conn);
        let leaves = self.leaf_hashes(size).await?;
        Ok(Prepared { audit, note, records, slice, leaves, withhold })
    }

    async fn export_into<W: Write + Seek>(
        &self,
        prepared: Prepared,
        seal: Seal<'_>,
        mut writer: Writer<W>,
    ) -> Result<Exported, StoreError> {
        let Prepared { audit, note, records, slice, leaves, withhold } = prepared;
        let partial = writer.journal(slice, &leaves, &withhold)?;
        writer.records(&records, &partial)?;
        self.blobs_into(&mut writer, &records, &withhold).await?;
        writer.file(NOTE, note.as_bytes())?;
        writer.file(KEY, format!("{}\n", seal.verifier()).as_bytes())?;
        let exported = writer.exported;
        let withheld: Vec<String> = withheld_blobs(&records, &withhold).into_iter().collect();
        let manifest = json!({ "form": FORM, "audit": audit.to_string(), "entries": exported.entries, "records": exported.records,
            "evidence": exported.evidence, "withheld": exported.withheld, "withheld_evidence": withheld,
            "sha256": writer.digests() });
        let manifest = canonical(&manifest);
        writer.file(MANIFEST, manifest.as_bytes())?;
        if let Seal::Signed(signer) = seal {
            let note = Note::sign(sealed_text(manifest.as_bytes()), &[signer])
                .map_err(|error| StoreError::Log(error.to_string()))?;
            writer.file(SEAL, note.to_string().as_bytes())?;
        }
        let mut out = writer.zip.finish().map_err(zipped)?;
        out.flush().map_err(StoreError::file("writing the dossier"))?;
        Ok(exported)
    }

    /// The dossier of an audit as a stream of bytes, as it is written. Sealed with the key that this process publishes with, after
    /// what was committed last is published; where it publishes nothing, what was published last is exported, unsealed. What goes
    /// wrong while it is written ends the stream with an error, so that nobody takes a part of it for the whole; so does a reader
    /// who pauses for more than a minute, or takes more than two hours.
    ///
    /// # Errors
    /// As [`Store::export_audit`], before anything is written.
    pub async fn dossier(
        &self,
        audit: AuditId,
        withhold: Withhold,
    ) -> Result<impl Stream<Item = io::Result<Bytes>> + Send + use<>, StoreError> {
        self.dossier_within(audit, withhold, PAUSE_MAX).await
    }

    /// The same, for a reader who may pause for `pause_max`.
    ///
    /// # Errors
    /// As [`Store::dossier`].
    pub async fn dossier_within(
        &self,
        audit: AuditId,
        withhold: Withhold,
        pause_max: Duration,
    ) -> Result<impl Stream<Item = io::Result<Bytes>> + Send + use<>, StoreError> {
        let signer = self.signer();
        let key = match &signer {
            Some(signer) => {
                self.publish(signer).await?;
                signer.verifier_key().clone()
            }
            None => {
                let key = self.published_key().await?;
                key.ok_or_else(|| StoreError::Log("no key stands beside the log".to_owned()))?
            }
        };
        let prepared = self.prepared(audit, &key, withhold).await?;
        let store = self.clone();
        let runtime = tokio::runtime::Handle::current();
        Ok(streamed(pause_max, "a dossier", move |out| {
            let seal = signer.as_deref().map_or(Seal::Unsigned(&key), Seal::Signed);
            let writer = Writer::new(zip::ZipWriter::new_stream(out));
            runtime.block_on(store.export_into(prepared, seal, writer)).map(drop)
        }))
    }

    async fn blobs_into<W: Write + Seek>(
        &self,
        writer: &mut Writer<W>,
        records: &BTreeMap<Key, AnyRecord>,
        withhold: &Withhold,
    ) -> Result<(), StoreError> {
        let left_out = withheld_blobs(records, withhold);
        let named: BTreeSet<String> =
            records.values().flat_map(shown_blobs).map(|blob| blob.sha256).collect();
        for sha256 in named {
            if left_out.contains(&sha256) {
                writer.exported.withheld += 1;
                continue;
            }
            let Some((_, stream)) = self.blobs.get_stream(&sha256).await? else {
                return Err(Corrupt::new(format!("the file {sha256} is named and not there")).into());
            };
            writer.begin(&format!("{BLOBS}{sha256}"))?;
            let mut stream = std::pin::pin!(stream);
            while let Some(chunk) = stream.next().await {
                let chunk = chunk.map_err(StoreError::file("reading evidence"))?;
                writer.write(&chunk)?;
            }
            writer.exported.evidence += 1;
        }
        Ok(())
    }
}

/// The digests of the files that are left out: those of the evidence chosen; and where any field is, the journals of fields, which have it too.
fn withheld_blobs(records: &BTreeMap<Key, AnyRecord>, withhold: &Withhold) -> BTreeSet<String> {
    let journals = !withhold.fields.is_empty();
    let chosen = records
        .iter()
        .filter(|(key, _)| withhold.evidence.contains(&key.id) || (journals && key.kind == Kind::Loan));
    chosen.flat_map(|(_, record)| shown_blobs(record)).map(|blob| blob.sha256).collect()
}

/// The files of a record that a dossier has. That of an act that waits is no evidence, and nobody has said yet who may see it.
pub(crate) fn shown_blobs(record: &AnyRecord) -> Vec<NamedBlob> {
    let mut blobs = blobs_of(record);
    blobs.retain(|blob| blob.how != Naming::Waiting);
    blobs
}

/// The records of the audit, and those outside it that they name.
async fn gathered(conn: &mut OwnConn, audit: AuditId) -> Result<BTreeMap<Key, AnyRecord>, StoreError> {
    let found = gathered_versions(conn, audit).await?;
    Ok(found.into_iter().map(|(key, stored)| (key, stored.record)).collect())
}

/// The same, with the version that each record is at.
pub(crate) async fn gathered_versions(
    conn: &mut OwnConn,
    audit: AuditId,
) -> Result<BTreeMap<Key, Versioned>, StoreError> {
    let own = Key::of(audit);
    let mut found: BTreeMap<Key, Versioned> = BTreeMap::new();
    let sql = "SELECT kind, id FROM link WHERE name = 'audit' AND target = $1 ORDER BY kind, id";
    let links =
        conn.rows("gathering an audit", sql, &[audit.to_string().into()], &[CellType::Text; 2]).await?;
    let mut keys = vec![own];
    keys.extend(links.iter().filter_map(|row| {
        Some(Key { kind: text(row.first()).parse().ok()?, id: Uuid::parse_str(&text(row.get(1))).ok()? })
    }));
    add(conn, &mut found, keys).await?;
    if !found.contains_key(&own) {
        return Err(StoreError::Missing(format!("audit {audit}")));
    }
    // What the audit's records name, and what those name in turn: the programme its people, the auditee its contacts.
    for _ in 0..2 {
        let mut ids = BTreeSet::from([Uuid::nil()]);
        for (key, record) in &found {
            // A person's and a relation's own links lead out of the audit, to other auditees.
            if !matches!(key.kind, Kind::Person | Kind::AuditTest) {
                uuids(&record.record.to_json(), &mut ids);
            }
        }
        ids.insert(own.id);
        let named: Vec<Key> = NAMED
            .iter()
            .flat_map(|kind| ids.iter().map(|id| Key { kind: *kind, id: *id }))
            .filter(|key| !found.contains_key(key))
            .collect();
        add(conn, &mut found, named).await?;
    }
    Ok(found)
}

pub(crate) async fn add(
    conn: &mut OwnConn,
    found: &mut BTreeMap<Key, Versioned>,
    mut keys: Vec<Key>,
) -> Result<(), StoreError> {
    keys.sort_unstable();
    for keys in keys.chunk_by(|a, b| a.kind == b.kind) {
        let Some(kind) = keys.first().map(|key| key.kind) else { continue };
        let ids: Vec<Uuid> = keys.iter().map(|key| key.id).collect();
        for ids in ids.chunks(200) {
            found.extend(load(conn, kind, ids).await?);
        }
    }
    Ok(())
}

/// Every id in a value.
fn uuids(value: &Value, found: &mut BTreeSet<Uuid>) {
    match value {
        Value::String(text) if text.len() == 36 => found.extend(Uuid::parse_str(text).ok()),
        Value::Array(list) => list.iter().for_each(|one| uuids(one, found)),
        Value::Object(table) => table.values().for_each(|one| uuids(one, found)),
        _ => {}
    }
}

/// The entries of the audit and of the records gathered that the checkpoint covers, in order.
async fn slice(
    conn: &mut OwnConn,
    audit: AuditId,
    records: &BTreeMap<Key, AnyRecord>,
    size: u64,
) -> Result<BTreeMap<i64, Entry>, StoreError> {
    let mut found = BTreeMap::new();
    let outside = records.keys().filter(|key| NAMED.contains(&key.kind) || key.kind == Kind::Appraisal);
    for which in std::iter::once(Which::Audit(audit)).chain(outside.map(|key| Which::Subject(*key))) {
        let mut after = 0;
        loop {
            let page = entries(conn, which, after, ROWS).await?;
            if page.is_empty() {
                break;
            }
            for stored in page {
                let entry = stored.map_err(|(seq, corrupt)| corrupt.within(format!("entry {seq}")))?.entry;
                after = entry.seq;
                if u64::try_from(entry.seq).is_ok_and(|seq| seq <= size) {
                    found.insert(entry.seq, entry);
                }
            }
        }
    }
    Ok(found)
}

struct Writer<W: Write + Seek> {
    zip: zip::ZipWriter<W>,
    exported: Exported,
    /// The digest of each file that the manifest binds, as far as it is written.
    bound: BTreeMap<&'static str, Sha256>,
    /// The bound file that is being written.
    current: Option<&'static str>,
}

impl<W: Write + Seek> Writer<W> {
    fn new(zip: zip::ZipWriter<W>) -> Self {
        Self { zip, exported: Exported::default(), bound: BTreeMap::new(), current: None }
    }

    fn begin(&mut self, name: &str) -> Result<(), StoreError> {
        self.current = BOUND.into_iter().find(|bound| *bound == name);
        // No clock: the same audit and checkpoint give the same bytes.
        let options =
            SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).large_file(true);
        self.zip.start_file(name, options).map_err(zipped)
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.begin(name)?;
        self.write(bytes)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        if let Some(current) = self.current {
            self.bound.entry(current).or_default().update(bytes);
        }
        self.zip.write_all(bytes).map_err(StoreError::file("writing the dossier"))
    }

    /// The digests of the bound files, which are written whole.
    fn digests(&self) -> Value {
        let digests = self.bound.iter();
        digests.map(|(name, hash)| ((*name).to_owned(), Value::from(hex(&hash.clone().finalize())))).collect()
    }

    fn line(&mut self, value: &Value) -> Result<(), StoreError> {
        let mut line = canonical(value);
        line.push('\n');
        self.write(line.as_bytes())
    }

    /// The records of which an entry is not whole: what they hold is not given either.
    fn journal(
        &mut self,
        slice: BTreeMap<i64, Entry>,
        leaves: &[Hash],
        withhold: &Withhold,
    ) -> Result<BTreeSet<Key>, StoreError> {
        self.begin(JOURNAL)?;
        self.exported.log_entries = leaves.len() as u64;
        let mut partial = BTreeSet::new();
        let mut world = World::complete();
        for (seq, mut entry) in slice {
            // Which records an entry changes is seen by applying it: a note changes its paper too.
            let changed: Vec<Key> = match entry.event() {
                Ok((event, stamp)) => {
                    event.apply(&mut world, &stamp).map_err(|bad| bad.within(format!("entry {seq}")))?;
                    world.changes().iter().map(|change| change.key).collect()
                }
                Err(_) => Vec::new(),
            };
            withhold.close(&mut entry);
            if !entry.is_whole() {
                partial.extend(changed);
            }
            let index = u64::try_from(seq - 1).unwrap_or_default();
            let path = inclusion_proof(leaves, index).map_err(|error| StoreError::Log(error.to_string()))?;
            let path: Vec<String> = path.iter().map(ToString::to_string).collect();
            self.exported.entries += 1;
            self.exported.withheld += count_withheld(&entry);
            self.line(&json!({ "seq": seq, "time": entry.at.to_string(), "kind": entry.kind, "v": entry.v,
                "fields": entry.fields_json(), "index": index, "path": path }))?;
        }
        Ok(partial)
    }

    fn records(
        &mut self,
        records: &BTreeMap<Key, AnyRecord>,
        partial: &BTreeSet<Key>,
    ) -> Result<(), StoreError> {
        self.begin(RECORDS)?;
        for (key, record) in records.iter().filter(|(key, _)| !partial.contains(key)) {
            self.exported.records += 1;
            self.line(&json!({ "kind": key.kind.word(), "record": record.to_json() }))?;
        }
        Ok(())
    }
}

/// How many fields of an entry are withheld.
pub(crate) fn count_withheld(entry: &Entry) -> u64 {
    use assize_domain::kernel::entry::Content;
    let closed = entry
        .fields
        .iter()
        .filter(|field| matches!(field.content, Content::Closed { why: Absent::Withheld, .. }));
    closed.count() as u64
}

fn zipped(error: zip::result::ZipError) -> StoreError {
    StoreError::File { doing: "writing the dossier", source: std::io::Error::other(error) }
}
