//! Looks an export through before anything is made of it: every problem, at its file and line.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::{AnyRecord, Kind};
use assize_tlog::{Checkpoint, Frontier, VerifierKey, leaf_hash};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::read::{Lines, Problems, Source, entry_of};
use super::tables::{Kept, kept_tables, store_tables};
use super::{
    BLOBS, Bound, FILES_STAY, JOURNAL, LINES, LOG, MANIFEST, RECORDS, SMALL_BYTES_MAX, STORE_FORM,
    STORE_FORM_VERSION, TABLES, blob_of, is_digest, is_log_file, records_file, table_file,
};
use crate::error::StoreError;
use crate::verify::blobs_of;

/// An export in which nothing was found wrong.
#[derive(Debug)]
pub(super) struct Checked {
    /// The digest of its manifest.
    pub(super) manifest: String,
    /// How many entries it has.
    pub(super) entries: i64,
    /// The root of their tree.
    pub(super) root: String,
    /// Its files, by name.
    pub(super) files: BTreeMap<String, Bound>,
    /// The digests under which its blobs are kept.
    pub(super) blobs: BTreeSet<String>,
    /// Whether the files are not in it, but where the store has its evidence.
    pub(super) files_stay: bool,
    /// The names of the files of the log.
    pub(super) log: Vec<String>,
}

/// Looks all of it through.
///
/// # Errors
/// [`StoreError::Import`] with everything that is wrong.
pub(super) fn check(source: &mut Source, mut step: impl FnMut(&str, u64)) -> Result<Checked, StoreError> {
    let mut problems = Problems::default();
    let manifest = manifest(source)?;
    let names = source.names(&mut problems)?;
    let mut checked = Checked {
        manifest: manifest.digest(),
        entries: manifest.entries,
        root: manifest.root,
        files: manifest.files,
        blobs: BTreeSet::new(),
        files_stay: manifest.files_stay,
        log: Vec::new(),
    };
    for name in names.keys() {
        sort(name, &mut checked, &mut problems);
    }
    for name in checked.files.keys().filter(|name| !names.contains_key(*name)) {
        problems.add(name, None, "the manifest names it, and it is not there");
    }
    let mut pass = Pass { source, checked: &checked, problems: &mut problems, step: &mut step };
    let head = pass.journal()?;
    pass.log(&head)?;
    let named = pass.records()?;
    let ciphers = pass.tables()?;
    let expected: BTreeSet<String> =
        named.into_iter().map(|digest| ciphers.get(&digest).cloned().unwrap_or(digest)).collect();
    pass.blobs(&expected)?;
    problems.found()?;
    checked.blobs = expected;
    Ok(checked)
}

/// The digest of its manifest, and nothing looked through.
///
/// # Errors
/// [`StoreError::Import`] where the manifest is none.
pub(super) fn digest(source: &mut Source) -> Result<String, StoreError> {
    manifest(source).map(|manifest| manifest.digest())
}

struct Manifest {
    bytes: Vec<u8>,
    entries: i64,
    root: String,
    files: BTreeMap<String, Bound>,
    files_stay: bool,
}

impl Manifest {
    fn digest(&self) -> String {
        assize_domain::kernel::entry::hex(&Sha256::digest(&self.bytes))
    }
}

fn manifest(source: &mut Source) -> Result<Manifest, StoreError> {
    let unfit = |what: String| super::read::unfit(MANIFEST, None, what);
    let bytes = source.whole(MANIFEST, SMALL_BYTES_MAX)?.ok_or_else(|| {
        unfit("it is not there: this is no export of a store, or one that did not come to its end".to_owned())
    })?;
    let value: Value =
        serde_json::from_slice(&bytes).map_err(|error| unfit(format!("it is no JSON: {error}")))?;
    if value.get("form").and_then(Value::as_str) != Some(STORE_FORM) {
        return Err(unfit(format!("its `form` is not `{STORE_FORM}`: this is no export of a store")));
    }
    match value.get("version").and_then(Value::as_i64) {
        Some(version) if (1..=STORE_FORM_VERSION).contains(&version) => {}
        Some(version) => {
            return Err(unfit(format!(
                "it is of version {version}, and this program reads up to {STORE_FORM_VERSION}: use a later version of Assize"
            )));
        }
        None => return Err(unfit("it has no `version`".to_owned())),
    }
    let entries = value.get("entries").and_then(Value::as_i64).filter(|entries| *entries >= 0);
    let root = value.get("root").and_then(Value::as_str);
    let (Some(entries), Some(root)) = (entries, root) else {
        return Err(unfit("it does not say how many entries there are, and their root".to_owned()));
    };
    let mut files = BTreeMap::new();
    for file in value.get("files").and_then(Value::as_array).into_iter().flatten() {
        let text = |name: &str| file.get(name).and_then(Value::as_str).map(str::to_owned);
        let number = |name: &str| file.get(name).and_then(Value::as_u64);
        let bound = || {
            Some(Bound {
                name: text("name")?,
                lines: number("lines")?,
                bytes: number("bytes")?,
                sha256: text("sha256")?,
            })
        };
        let bound = bound().ok_or_else(|| unfit("it names a file of which too little is said".to_owned()))?;
        if files.insert(bound.name.clone(), bound).is_some() {
            return Err(unfit("it names a file twice".to_owned()));
        }
    }
    let files_stay = value.get(FILES_STAY).and_then(Value::as_bool).unwrap_or_default();
    Ok(Manifest { root: root.to_owned(), bytes, entries, files, files_stay })
}

/// What a file is, by its name alone.
fn sort(name: &str, checked: &mut Checked, problems: &mut Problems) {
    if name == MANIFEST {
        return;
    }
    if let Some(digest) = blob_of(name) {
        checked.blobs.insert(digest.to_owned());
        return;
    }
    if name.starts_with(BLOBS) {
        problems.add(
            name,
            None,
            "the name of a blob is its SHA-256, in a folder of its first two letters: `blobs/ab/abcd...`",
        );
        return;
    }
    let stem = |prefix: &str| name.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(LINES));
    let is_known =
        name == JOURNAL || is_log_file(name) || stem(RECORDS).is_some_and(|kind| Kind::WORDS.contains(&kind));
    if let Some(table) = stem(TABLES) {
        match store_tables().into_iter().find(|(known, _)| *known == table) {
            Some((_, None)) => {}
            Some((_, Some(why))) => problems.add(name, None, format!("this table is not taken in: {why}")),
            None => {
                problems.add(name, None, "there is no such table: it may be of a later version of Assize")
            }
        }
    } else if stem(RECORDS).is_some() && !is_known {
        problems.add(name, None, "there is no such kind of record: it may be of a later version of Assize");
    } else if !is_known {
        problems.add(name, None, "it is no file of an export");
    }
    if !checked.files.contains_key(name) {
        problems.add(name, None, "the manifest does not name it");
    }
    if name.starts_with(LOG) {
        checked.log.push(name.to_owned());
    }
}

struct Pass<'p> {
    source: &'p mut Source,
    checked: &'p Checked,
    problems: &'p mut Problems,
    step: &'p mut dyn FnMut(&str, u64),
}

/// What the journal came to: root by size for the sizes asked for.
struct Heads {
    published: Option<(u64, String)>,
}

impl Pass<'_> {
    /// Reads the lines of a file, each told to `each`, which says what is wrong with it. A line that cannot be read ends the file.
    fn lines(
        &mut self,
        name: &str,
        mut each: impl FnMut(&Value) -> Result<(), String>,
    ) -> Result<(), StoreError> {
        let Some(mut lines) = self.source.lines(name)? else { return Ok(()) };
        loop {
            match lines.next_line() {
                Ok(Some(value)) => {
                    if let Err(what) = each(&value) {
                        self.problems.add(name, lines.at(), what);
                    }
                    if self.problems.is_full() {
                        return Ok(());
                    }
                    if lines.at().is_multiple_of(1_000) {
                        (self.step)(name, lines.at());
                    }
                }
                Ok(None) => break,
                Err(StoreError::Import(found)) => {
                    for problem in found {
                        self.problems.add(&problem.file, problem.line, problem.what);
                    }
                    return Ok(());
                }
                Err(error) => return Err(error),
            }
        }
        if let Some(bound) = self.checked.files.get(name) {
            differs(&lines, bound).into_iter().for_each(|what| self.problems.add(name, None, what));
            let found = lines.end();
            if found.sha256 != bound.sha256 {
                self.problems.add(name, None, "its digest is not that of the manifest: it was changed");
            }
        }
        Ok(())
    }

    fn journal(&mut self) -> Result<Heads, StoreError> {
        // A checkpoint is held against the tree at its size, which goes by while the journal is read.
        let published = self.source.whole(&format!("{LOG}{}", crate::CHECKPOINT), SMALL_BYTES_MAX)?;
        let published = published.and_then(|note| Some(Checkpoint::parse(&note).ok()?.0.head().size));
        let (entries, root) = (self.checked.entries, self.checked.root.clone());
        let mut tree = Frontier::default();
        let mut seq = 0_i64;
        let mut heads = Heads { published: None };
        self.lines(JOURNAL, |value| {
            let (entry, leaf) = entry_of(value)?;
            let hash = leaf_hash(&entry.leaf());
            tree.append(hash).map_err(|error| error.to_string())?;
            if published == Some(tree.head().size) {
                heads.published = Some((tree.head().size, tree.root().to_string()));
            }
            let expected = std::mem::replace(&mut seq, entry.seq) + 1;
            if entry.seq != expected {
                return Err(format!(
                    "it is entry {}, and entry {expected} was to come: one is missing, or stands twice",
                    entry.seq
                ));
            }
            if hash.to_string() != leaf {
                return Err("its `leaf` is not the hash of what it says: it was changed".to_owned());
            }
            Ok(())
        })?;
        let found = tree.head();
        if i64::try_from(found.size) != Ok(entries) {
            self.problems.add(
                JOURNAL,
                None,
                format!("it has {} entries, and the manifest says {entries}", found.size),
            );
        } else if found.root.to_string() != root {
            self.problems.add(JOURNAL, None, "the root of its tree is not that of the manifest");
        }
        Ok(heads)
    }

    /// The files of the log: the checkpoint agrees with the journal, and is signed by the key beside it.
    fn log(&mut self, heads: &Heads) -> Result<(), StoreError> {
        let mut found: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for name in &self.checked.log {
            let Some(bytes) = self.source.whole(name, SMALL_BYTES_MAX)? else { continue };
            let digest = assize_domain::kernel::entry::hex(&Sha256::digest(&bytes));
            if self.checked.files.get(name).is_some_and(|bound| bound.sha256 != digest) {
                self.problems.add(name, None, "its digest is not that of the manifest: it was changed");
            }
            found.insert(name.clone(), bytes);
        }
        let name = format!("{LOG}{}", crate::CHECKPOINT);
        let Some(note) = found.get(&name) else { return Ok(()) };
        let Ok((checkpoint, _)) = Checkpoint::parse(note) else {
            self.problems.add(&name, None, "it is no checkpoint");
            return Ok(());
        };
        let head = checkpoint.head();
        if head.size > 0 && heads.published != Some((head.size, head.root.to_string())) {
            self.problems.add(
                &name,
                None,
                format!("the journal's first {} entries are not those that it covers", head.size),
            );
        }
        let key = found.get(&format!("{LOG}{}", crate::VERIFIER_KEY));
        let key = key.and_then(|key| std::str::from_utf8(key).ok()?.trim().parse::<VerifierKey>().ok());
        if let (Some(key), Ok(note)) = (key, std::str::from_utf8(note))
            && let Err(error) = crate::log::opened(note, &key)
        {
            let what = if let StoreError::Log(what) = error { what } else { error.to_string() };
            self.problems.add(&name, None, what);
        }
        Ok(())
    }

    /// The records; answers the digests of the files that they name.
    fn records(&mut self) -> Result<BTreeSet<String>, StoreError> {
        let mut named = BTreeSet::new();
        for kind in Kind::ALL {
            let mut last = String::new();
            self.lines(&records_file(*kind), |value| {
                let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
                in_order(id, &mut last)?;
                if value.get("version").and_then(Value::as_i64).is_none() {
                    return Err("the record has no `version`".to_owned());
                }
                let record = value.get("record").and_then(|record| AnyRecord::from_json(*kind, record));
                let record = record.ok_or_else(|| format!("it is no record of the kind `{kind}`"))?;
                named.extend(blobs_of(&record).into_iter().map(|blob| blob.sha256));
                Ok(())
            })?;
        }
        Ok(named)
    }

    /// The other tables; answers which encrypted file holds which.
    fn tables(&mut self) -> Result<BTreeMap<String, String>, StoreError> {
        let mut ciphers = BTreeMap::new();
        for table in kept_tables() {
            let mut last = Vec::new();
            self.lines(&table_file(table.name), |value| row(&table, value, &mut last, &mut ciphers))?;
        }
        Ok(ciphers)
    }

    fn blobs(&mut self, expected: &BTreeSet<String>) -> Result<(), StoreError> {
        for digest in expected.difference(&self.checked.blobs).filter(|_| !self.checked.files_stay) {
            self.problems.add(
                &super::blob_file(digest),
                None,
                "a record names this file, and it is not there",
            );
        }
        for (at, digest) in (1..).zip(&self.checked.blobs) {
            if self.problems.is_full() {
                return Ok(());
            }
            let name = super::blob_file(digest);
            if !expected.contains(digest) {
                self.problems.add(&name, None, "no record names this file");
            }
            let Some(mut file) = self.source.file(&name)? else { continue };
            match digest_of(&mut file) {
                Err(error) => self.problems.add(&name, None, format!("it cannot be read: {error}")),
                Ok(found) if found != *digest => {
                    self.problems.add(&name, None, "its bytes are not those that its name promises");
                }
                Ok(_) => {}
            }
            (self.step)(BLOBS, at);
        }
        Ok(())
    }
}

/// The digest of a file, read in parts.
fn digest_of(file: &mut impl std::io::Read) -> std::io::Result<String> {
    let (mut hash, mut part) = (Sha256::new(), vec![0; 256 * 1024]);
    loop {
        match file.read(&mut part)? {
            0 => return Ok(assize_domain::kernel::entry::hex(&hash.finalize())),
            read => hash.update(part.get(..read).unwrap_or_default()),
        }
    }
}

fn differs(lines: &Lines<'_>, bound: &Bound) -> Option<String> {
    (lines.at() != bound.lines)
        .then(|| format!("it has {} lines, and the manifest says {}", lines.at(), bound.lines))
}

fn in_order(id: &str, last: &mut String) -> Result<(), String> {
    if uuid::Uuid::parse_str(id).map(|uuid| uuid.hyphenated().to_string()).as_deref() != Ok(id) {
        return Err("its `id` is none".to_owned());
    }
    let before = std::mem::replace(last, id.to_owned());
    if before == id {
        return Err(format!("the record {id} stands twice"));
    }
    if before.as_str() > id {
        return Err("the records are not in the order of their ids".to_owned());
    }
    Ok(())
}

fn row(
    table: &Kept,
    value: &Value,
    last: &mut Vec<String>,
    ciphers: &mut BTreeMap<String, String>,
) -> Result<(), String> {
    let (_, key) = table.row_of(value)?;
    let before = std::mem::replace(last, key);
    if before == *last {
        return Err(format!("the row `{}` stands twice", last.join(" ")));
    }
    if before > *last {
        return Err("the rows are not in the order of their keys".to_owned());
    }
    if table.name == "sealed_blob" {
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (sha256, cipher) = (text("sha256"), text("cipher"));
        if !is_digest(&sha256) || !is_digest(&cipher) {
            return Err("the digests of an encrypted file are none".to_owned());
        }
        ciphers.insert(sha256, cipher);
    }
    Ok(())
}
