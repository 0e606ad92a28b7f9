//! Verifying a dossier, with no store.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Seek};

use assize_domain::kernel::entry::{Entry, hex};
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::record::cells_of;
use assize_domain::{AnyRecord, Key, Kind, World};
use assize_tlog::{Checkpoint, Hash, Note, TreeHead, VerifierKey, leaf_hash, verify_inclusion};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{
    BLOBS, BOUND, FORM, JOURNAL, KEY, MANIFEST, NOTE, RECORDS, SEAL, count_withheld, sealed_text, shown_blobs,
};
use crate::log::opened;
use crate::signing::{Beside, LOOSE, Signatures};
use crate::verify::Verdict;
use crate::{ENTRY_BYTES_MAX, StoreError};

/// The largest file of a dossier that is read whole, in bytes.
const WHOLE_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// The longest line of the journal or of the records, in bytes: an entry with its proof.
const LINE_BYTES_MAX: usize = 2 * ENTRY_BYTES_MAX;
/// The longest file of evidence or report, in bytes.
const BLOB_BYTES_MAX: u64 = crate::BLOB_BYTES_MAX;

/// Verifies a dossier. Without a pinned key the one beside the checkpoint is taken, and the verdict says so.
///
/// # Errors
/// [`StoreError::File`] when it cannot be read as a dossier at all; what is wrong with it is in the [`Verdict`].
pub fn verify_dossier(file: impl Read + Seek, key: Option<&VerifierKey>) -> Result<Verdict, StoreError> {
    let zip = zip::ZipArchive::new(file).map_err(|error| StoreError::File {
        doing: "opening the dossier",
        source: std::io::Error::other(error),
    })?;
    let mut pass = Pass {
        zip,
        verdict: Verdict { key_pinned: key.is_some(), ..Verdict::default() },
        world: World::replay(),
        partial: BTreeSet::new(),
        named: BTreeMap::new(),
        journal_lines: 0,
        record_lines: 0,
        signatures: Signatures::default(),
    };
    pass.names();
    let key = pass.key(key);
    let manifest = pass.manifest(key.as_ref());
    let head = pass.checkpoint(key.as_ref());
    pass.journal(head);
    pass.signatures();
    pass.records();
    pass.blobs(&manifest.withheld);
    pass.promised(&manifest);
    pass.bound(&manifest);
    Ok(pass.verdict)
}

struct Pass<R: Read + Seek> {
    zip: zip::ZipArchive<R>,
    verdict: Verdict,
    world: World,
    /// Records of which an entry is not whole.
    partial: BTreeSet<Key>,
    /// Files that records name, with their lengths where those are known.
    named: BTreeMap<String, Option<u64>>,
    /// Lines of the journal and of the records.
    journal_lines: u64,
    record_lines: u64,
    signatures: Signatures,
}

/// What the manifest promises: the exporter's word, under their signature where it is signed.
#[derive(Default)]
struct Manifest {
    audit: Option<Key>,
    entries: Option<u64>,
    records: Option<u64>,
    withheld: BTreeSet<String>,
    /// The digests of the bound files; none in a dossier from before they were given, which is not signed either.
    sha256: BTreeMap<String, String>,
}

impl<R: Read + Seek> Pass<R> {
    /// The names of its files; one that is no text stands for itself as an empty one, which is no part of a dossier.
    fn file_names(&self) -> Vec<String> {
        self.zip.file_names().map(|name| name.map(std::borrow::Cow::into_owned).unwrap_or_default()).collect()
    }

    fn names(&mut self) {
        for name in self.file_names() {
            let digest = name.strip_prefix(BLOBS);
            let is_digest = digest
                .is_some_and(|digest| digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit()));
            if !is_digest && ![MANIFEST, SEAL, JOURNAL, RECORDS, NOTE, KEY].contains(&name.as_str()) {
                self.verdict.trouble(format!("file {name:?}"), "is no part of a dossier");
            }
        }
    }

    /// A small file, whole.
    fn whole(&mut self, name: &str) -> Option<Vec<u8>> {
        let read = self.zip.by_name(name).map_err(|error| error.to_string()).and_then(|file| {
            let mut bytes = Vec::new();
            file.take(WHOLE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
            if bytes.len() as u64 > WHOLE_BYTES_MAX { Err("is too long".to_owned()) } else { Ok(bytes) }
        });
        read.map_err(|what| self.verdict.trouble(format!("file {name}"), what)).ok()
    }

    fn manifest(&mut self, key: Option<&VerifierKey>) -> Manifest {
        let Some(bytes) = self.whole(MANIFEST) else { return Manifest::default() };
        self.verdict.manifest_signed = Some(self.seal(&bytes, key));
        let manifest: Value = match serde_json::from_slice(&bytes) {
            Ok(manifest) => manifest,
            Err(error) => {
                self.verdict.trouble(format!("file {MANIFEST}"), error.to_string());
                return Manifest::default();
            }
        };
        if manifest.get("form").and_then(Value::as_str) != Some(FORM) {
            self.verdict.trouble(format!("file {MANIFEST}"), format!("the form is not `{FORM}`"));
        }
        let list = manifest.get("withheld_evidence").and_then(Value::as_array);
        let audit = manifest.get("audit").and_then(Value::as_str);
        let sha256 = manifest.get("sha256").and_then(Value::as_object);
        Manifest {
            audit: audit.and_then(|id| id.parse::<AuditId>().ok()).map(Key::of),
            entries: manifest.get("entries").and_then(Value::as_u64),
            records: manifest.get("records").and_then(Value::as_u64),
            withheld: list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
            sha256: sha256
                .into_iter()
                .flatten()
                .map(|(name, digest)| (name.clone(), digest.as_str().unwrap_or_default().to_owned()))
                .collect(),
        }
    }

    /// Whether the manifest is signed with the log's key. A signature that does not hold is a problem; none is none.
    fn seal(&mut self, manifest: &[u8], key: Option<&VerifierKey>) -> bool {
        if self.zip.index_for_name(SEAL).is_none() {
            return false;
        }
        let Some(bytes) = self.whole(SEAL) else { return false };
        let Some(key) = key else { return false };
        let place = format!("file {SEAL}");
        match Note::parse(&bytes).and_then(|note| note.verify(std::slice::from_ref(key))) {
            Ok(note) if note.text == sealed_text(manifest) => return true,
            Ok(_) => self.verdict.trouble(place, "it is signed for another manifest"),
            Err(error) => {
                self.verdict.trouble(place, format!("is not a signature of the log's key: {error}"))
            }
        }
        false
    }

    /// Holds the bound files against the digests in the manifest.
    fn bound(&mut self, manifest: &Manifest) {
        if manifest.sha256.is_empty() && self.verdict.manifest_signed != Some(true) {
            return;
        }
        for name in BOUND {
            let promised = manifest.sha256.get(name).map(String::as_str);
            match self.digest(name, BLOB_BYTES_MAX) {
                Ok(found) if promised == Some(&found) => {}
                Ok(_) => {
                    self.verdict.trouble(format!("file {name}"), "is not the one that the manifest names")
                }
                Err(what) => self.verdict.trouble(format!("file {name}"), what),
            }
        }
    }

    /// Holds what is there against what the manifest promises.
    fn promised(&mut self, manifest: &Manifest) {
        let counts = [
            ("entries", manifest.entries, self.journal_lines),
            ("records", manifest.records, self.record_lines),
        ];
        for (what, promised, there) in counts {
            if promised != Some(there) {
                let promised = promised.map_or_else(|| "no number of".to_owned(), |n| n.to_string());
                let what = format!("it promises {promised} {what}, and {there} are there");
                self.verdict.trouble(format!("file {MANIFEST}"), what);
            }
        }
        let is_there = manifest
            .audit
            .is_some_and(|audit| self.world.held(audit).is_some() || self.partial.contains(&audit));
        if !is_there {
            self.verdict.trouble(format!("file {MANIFEST}"), "the audit that it names is not in the dossier");
        }
    }

    /// The key that was pinned, or else the one beside the checkpoint.
    fn key(&mut self, pinned: Option<&VerifierKey>) -> Option<VerifierKey> {
        let beside = self.whole(KEY).and_then(|bytes| String::from_utf8(bytes).ok());
        let key = match pinned {
            Some(key) => Some(key.clone()),
            None => beside.and_then(|text| text.trim().parse().ok()),
        };
        if key.is_none() {
            self.verdict.trouble("key", "no verifier key is in the dossier, and none was given");
        }
        key
    }

    fn checkpoint(&mut self, key: Option<&VerifierKey>) -> Option<TreeHead> {
        let note = String::from_utf8(self.whole(NOTE)?).ok();
        let Some(note) = note else {
            self.verdict.trouble("checkpoint", "is not text");
            return None;
        };
        self.verdict.checkpoint = Some(note.clone());
        match opened(&note, key?) {
            Ok(checkpoint) => {
                self.verdict.log_entries = Some(checkpoint.head().size);
                Some(checkpoint.head())
            }
            Err(error) => {
                self.verdict.trouble("checkpoint", error.to_string());
                // The rest can still be held against what the checkpoint says, forged or not.
                Checkpoint::parse(note.as_bytes()).ok().map(|(checkpoint, _)| checkpoint.head())
            }
        }
    }

    /// The lines of a file, each within its bound.
    fn lines(&mut self, name: &str, mut each: impl FnMut(&mut Self, usize, Value)) {
        let mut lines: Vec<Result<Value, String>> = Vec::new();
        match self.zip.by_name(name) {
            Err(error) => lines.push(Err(error.to_string())),
            Ok(file) => {
                let mut reader = BufReader::new(file);
                loop {
                    let mut line = Vec::new();
                    let read = (&mut reader).take(LINE_BYTES_MAX as u64 + 1).read_until(b'\n', &mut line);
                    match read {
                        Ok(0) => break,
                        Ok(_) if line.len() > LINE_BYTES_MAX => {
                            lines.push(Err("has a line that is too long".to_owned()));
                            break;
                        }
                        Ok(_) => lines.push(serde_json::from_slice(&line).map_err(|error| error.to_string())),
                        Err(error) => {
                            lines.push(Err(error.to_string()));
                            break;
                        }
                    }
                }
            }
        }
        for (n, line) in lines.into_iter().enumerate() {
            match line {
                Ok(value) => each(self, n + 1, value),
                Err(what) => self.verdict.trouble(format!("file {name}, line {}", n + 1), what),
            }
        }
    }

    fn journal(&mut self, head: Option<TreeHead>) {
        let mut last = 0;
        self.lines(JOURNAL, |pass, n, value| {
            pass.journal_lines += 1;
            let Some((entry, index, path)) = entry_of(&value) else {
                pass.verdict.trouble(format!("journal line {n}"), "is not an entry with its proof");
                return;
            };
            pass.verdict.entries += 1;
            let place = format!("journal entry {}", entry.seq);
            if entry.seq <= last {
                pass.verdict.trouble(&place, "stands out of order");
            }
            last = entry.seq;
            if u64::try_from(entry.seq - 1).ok() != Some(index) {
                pass.verdict.trouble(&place, "its index is not one less than its number");
            }
            if let Some(head) = head
                && let Err(error) = verify_inclusion(leaf_hash(&entry.leaf()), index, &path, head)
            {
                pass.verdict.trouble(&place, format!("is not in the log as it stands here: {error}"));
            }
            pass.entry(&entry, &place);
        });
    }

    fn entry(&mut self, entry: &Entry, place: &str) {
        self.verdict.withheld += count_withheld(entry);
        self.verdict.erased += u64::from(entry.is_erased());
        let beside = Beside::of(entry);
        if !entry.is_whole() {
            self.signatures.partial(&beside);
            let subject = entry.value("subject").and_then(key_of);
            self.partial.extend(subject);
            self.partial.extend(entry.audit().map(Key::of));
            return;
        }
        match entry.event() {
            Ok((event, stamp)) => {
                let touched = std::iter::once(event.subject()).chain(event.audit().map(Key::of));
                let is_partial = touched.clone().any(|key| self.partial.contains(&key));
                if let Err(corrupt) = event.apply(&mut self.world, &stamp) {
                    // What rests on an entry that is not given cannot be replayed, and that is no fault.
                    if is_partial || !self.partial.is_empty() {
                        self.partial.extend(touched);
                    } else {
                        self.verdict.trouble(place, corrupt.to_string());
                    }
                }
                // A part of the journal does not know every version.
                let told = (&event, &stamp);
                for what in self.signatures.entry(place, beside, told, None, &self.world) {
                    self.verdict.trouble(place, what);
                }
            }
            Err(corrupt) => self.verdict.trouble(place, corrupt.to_string()),
        }
    }

    /// What the signatures came to, once every entry was seen.
    fn signatures(&mut self) {
        let (count, loose) = std::mem::take(&mut self.signatures).end(&self.world);
        self.verdict.signatures = count;
        for place in loose {
            self.verdict.trouble(place, LOOSE);
        }
    }

    fn records(&mut self) {
        self.lines(RECORDS, |pass, n, value| {
            pass.record_lines += 1;
            let Some(record) = record_of(&value) else {
                pass.verdict.trouble(format!("record line {n}"), "is not a record");
                return;
            };
            let key = key_of_record(&record, &value);
            let Some(key) = key else {
                pass.verdict.trouble(format!("record line {n}"), "has no id");
                return;
            };
            for blob in shown_blobs(&record) {
                let length = value.pointer("/record/form/bytes").and_then(Value::as_u64);
                pass.named.insert(blob.sha256, length);
            }
            pass.verdict.records += 1;
            if pass.partial.contains(&key) {
                pass.verdict.uncompared += 1;
                return;
            }
            match pass.world.held(key) {
                Some(held) if cells_of(&held.record) == cells_of(&record) => {}
                Some(held) => {
                    let what = crate::verify::difference(&held.record, &record);
                    pass.verdict
                        .trouble(format!("record {key}"), format!("is not what the journal gives{what}"));
                }
                None => pass.verdict.trouble(format!("record {key}"), "no entry of the journal makes it"),
            }
        });
        let replayed: Vec<(Key, AnyRecord)> =
            self.world.all().map(|(key, held)| (key, held.record.clone())).collect();
        for (_, record) in replayed {
            for blob in shown_blobs(&record) {
                self.named.entry(blob.sha256).or_insert(None);
            }
        }
    }

    fn blobs(&mut self, withheld: &BTreeSet<String>) {
        let there: BTreeSet<String> =
            self.file_names().iter().filter_map(|name| name.strip_prefix(BLOBS)).map(str::to_owned).collect();
        let named = std::mem::take(&mut self.named);
        for sha256 in &there {
            let place = format!("evidence {sha256}");
            if !named.contains_key(sha256) && self.partial.is_empty() {
                self.verdict.trouble(&place, "no record names it");
            }
            let bytes_max = named.get(sha256).copied().flatten().unwrap_or(BLOB_BYTES_MAX);
            match self.digest(&format!("{BLOBS}{sha256}"), bytes_max) {
                Ok(found) if found == *sha256 => self.verdict.evidence += 1,
                Ok(_) => self.verdict.trouble(&place, "its bytes are not those that its name promises"),
                Err(what) => self.verdict.trouble(&place, what),
            }
        }
        for sha256 in named.keys().filter(|sha256| !there.contains(*sha256)) {
            if withheld.contains(sha256) {
                self.verdict.withheld += 1;
            } else {
                self.verdict.trouble(format!("evidence {sha256}"), "is named and not there");
            }
        }
    }

    fn digest(&mut self, name: &str, bytes_max: u64) -> Result<String, String> {
        let file = self.zip.by_name(name).map_err(|error| error.to_string())?;
        let mut file = file.take(bytes_max + 1);
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        let mut length = 0;
        loop {
            let read = file.read(&mut buffer).map_err(|error| error.to_string())?;
            if read == 0 {
                break;
            }
            length += read as u64;
            hash.update(buffer.get(..read).unwrap_or_default());
        }
        if length > bytes_max {
            Err("is longer than its record says".to_owned())
        } else {
            Ok(hex(&hash.finalize()))
        }
    }
}

fn entry_of(value: &Value) -> Option<(Entry, u64, Vec<Hash>)> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let entry = Entry {
        seq: value.get("seq")?.as_i64().filter(|seq| *seq > 0)?,
        at: text("time")?.parse().ok()?,
        kind: text("kind")?.to_owned(),
        v: u16::try_from(value.get("v")?.as_u64()?).ok()?,
        fields: Entry::fields_from_json(value.get("fields")?.clone()).ok()?,
    };
    let path = value.get("path")?.as_array()?;
    let path: Option<Vec<Hash>> = path.iter().map(|hash| hash.as_str()?.parse().ok()).collect();
    Some((entry, value.get("index")?.as_u64()?, path?))
}

fn key_of(subject: &Value) -> Option<Key> {
    let text = |name: &str| subject.get(name).and_then(Value::as_str);
    Some(Key { kind: text("kind")?.parse().ok()?, id: uuid::Uuid::parse_str(text("id")?).ok()? })
}

fn record_of(value: &Value) -> Option<AnyRecord> {
    let kind: Kind = value.get("kind")?.as_str()?.parse().ok()?;
    AnyRecord::from_json(kind, value.get("record")?)
}

fn key_of_record(record: &AnyRecord, value: &Value) -> Option<Key> {
    let id = value.pointer("/record/id")?.as_str()?;
    Some(Key { kind: record.kind(), id: uuid::Uuid::parse_str(id).ok()? })
}
