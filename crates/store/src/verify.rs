//! Verifying a store: journal, tree, checkpoint, tiles, rows and evidence against each other.
//!
//! Every entry's leaf is made again from its values, the tree from the leaves; the root at the checkpoint's size is
//! compared with what was signed. The events are replayed through the law, and what comes of them is compared with the
//! rows, cell by cell. Every blob that a record names is read through. Nothing is changed.

mod checked;
mod compared;
mod homes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use assize_domain::field::{FieldAct, FieldActState, taken_by};
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::text::Sha256;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{AnyRecord, World};
use assize_tlog::{EntryBundle, Hash, TileEdge, TreeHead, VerifierKey, WitnessKey};
use tokio::task::JoinHandle;

use self::checked::{Checked, EntryContent};
use self::homes::Homes;
use crate::blobs::{BlobFound, Blobs, Place, SealedFound};
use crate::db::{Db, Opening, OwnConn, Sql, int};
use crate::error::StoreError;
use crate::journal::{JournalRow, Which, rows};
use crate::log::{VERIFIER_KEY, bundle_bytes, note_at, opened};
use crate::signing::{LOOSE, SignatureCount, Signatures};
use crate::timestamp::TimestampAuthorities;
use crate::vault::{EvidenceKeys, Ring, Vault};
use crate::witnessed::{TimestampWord, WitnessWord, vouched};
use crate::{Addresses, BLOB_THERE, DatabaseKind};

/// How many entries or records are read at a time.
const ROWS: i64 = 2_000;
/// How many problems are named; a store with more is broken beyond a list.
pub const PROBLEMS_MAX: usize = 1_000;

/// What a verification is made against, besides the store itself.
#[derive(Clone, Debug, Default)]
pub struct Against {
    /// The key that the log must be signed with. Without it the key is taken from beside the log, and the result says so.
    pub key: Option<VerifierKey>,
    /// An earlier checkpoint, kept elsewhere: the log must be a continuation of it.
    pub since: Option<String>,
    /// The master keys of evidence. Without them it is seen that encrypted files are those that were taken, not that they open.
    pub evidence_keys: Option<EvidenceKeys>,
    /// Witnesses, each of which must have signed a checkpoint of the log.
    pub witnesses: Vec<WitnessKey>,
    /// Authorities, one of which must have timestamped a checkpoint of the log.
    pub timestamp_authorities: Option<TimestampAuthorities>,
}

/// A problem: where it is and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where: `journal entry 17`, `row paper 0198…`, `tile tile/0/000`, `evidence ab12…`.
    pub place: String,
    /// What.
    pub what: String,
}

/// What a verification came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries the checkpoint covers; of a dossier, those that are in it.
    pub entries: u64,
    /// Of a dossier, how many entries the whole log has that its checkpoint covers.
    pub log_entries: Option<u64>,
    /// How many entries are younger than the checkpoint.
    pub unsigned: u64,
    /// How many blobs were read through.
    pub evidence: u64,
    /// How many of them are kept encrypted.
    pub encrypted: u64,
    /// How many encrypted files nobody could open here, since their key was not given: the digests of their encrypted bytes hold.
    pub unopened: u64,
    /// Of these, how many encrypted files the record does not name: nothing but the database says that they are the ones that were taken.
    pub unrecorded: u64,
    /// How many records there are.
    pub records: u64,
    /// Of these in a dossier, how many were not compared with the journal, since an entry of theirs is not whole.
    pub uncompared: u64,
    /// The checkpoint's signed note.
    pub checkpoint: Option<String>,
    /// Whether the key was pinned.
    pub key_pinned: bool,
    /// What the witnesses that were given say.
    pub witnessed: Vec<WitnessWord>,
    /// What the authorities that were given say.
    pub timestamped: Option<TimestampWord>,
    /// Of a dossier, whether its manifest is signed with the log's key: whoever holds that then vouches that nothing
    /// was left out but what it says is withheld.
    pub manifest_signed: Option<bool>,
    /// How many values or files are withheld.
    pub withheld: u64,
    /// How many entries have lost values by erasure.
    pub erased: u64,
    /// How acts that bind were signed.
    pub signatures: SignatureCount,
    /// How many acts came home from the field.
    pub from_field: u64,
    /// Everything that is wrong.
    pub problems: Vec<Trouble>,
}

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.problems.is_empty()
    }

    pub(crate) fn trouble(&mut self, place: impl Into<String>, what: impl Into<String>) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(Trouble { place: place.into(), what: what.into() });
        }
    }
}

/// Verifies the store at `addresses`. `step` is told how many of how many entries are done.
///
/// # Errors
/// [`StoreError`] when it could not be checked at all; what is wrong with it is in the [`Verdict`].
pub async fn verify(
    addresses: &Addresses,
    against: &Against,
    mut step: impl FnMut(u64, u64),
) -> Result<Verdict, StoreError> {
    let db = Db::open(&addresses.database, Opening::Reading).await?;
    db.of_this_version(&addresses.database).await?;
    let log = Place::open(&addresses.log, &addresses.bucket)?;
    let ring = against.evidence_keys.clone().map(Ring::of).unwrap_or_default();
    let blobs =
        Blobs::new(Place::open(&addresses.evidence, &addresses.bucket)?, Vault { db: db.clone(), ring });
    let mut conn = db.own_conn().await?;
    // The checkpoint is read first: entries that come meanwhile are then younger than it, not missing from it.
    let note = note_at(&log).await?;
    let begin = match db.kind() {
        DatabaseKind::Sqlite => "BEGIN",
        DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    conn.run("beginning to verify", begin, &[]).await?;
    let mut verdict = Verdict { key_pinned: against.key.is_some(), ..Verdict::default() };
    let signed = signed_head(&log, note, against, &mut verdict).await?;
    let since = since_head(&log, against, &mut verdict).await?;
    let others = match against.witnesses.is_empty() && against.timestamp_authorities.is_none() {
        true => Vec::new(),
        false => {
            let key = key_of(&log, against, &mut verdict).await?;
            vouched(&log, key.as_ref(), against, &mut verdict).await?
        }
    };
    let mut heads: Vec<(&'static str, TreeHead)> = Vec::new();
    heads.extend(signed.map(|head| ("checkpoint", head)));
    heads.extend(since.map(|head| ("earlier checkpoint", head)));
    heads.extend(others);
    let (head, head_at) = head(&mut conn).await?;
    let mut pass = Pass {
        verdict,
        last_seq: 0,
        last_at: Timestamp::from_millis(0).map_err(|_| StoreError::Closed)?,
        world: World::replay(),
        edge: TileEdge::new(),
        tiles: Vec::new(),
        heads: BTreeMap::new(),
        has_keys: against.evidence_keys.is_some(),
        wanted: heads.iter().map(|(_, head)| head.size).collect(),
        signatures: Signatures::default(),
        homes: Homes::default(),
    };
    pass.journal(&mut conn, head, &mut step).await?;
    pass.signatures();
    pass.head_time(head, head_at);
    pass.roots(&heads, head);
    pass.published_tiles(&mut conn, &log, signed).await?;
    let world = Arc::new(std::mem::take(&mut pass.world));
    pass.rows(&mut conn, &world).await?;
    pass.orphans(&mut conn).await?;
    pass.evidence(&blobs, &world).await?;
    pass.homes(&blobs, &world).await?;
    conn.run("ending to verify", "ROLLBACK", &[]).await?;
    drop(conn);
    db.close().await;
    Ok(pass.verdict)
}

/// The head that the published checkpoint signs, if it holds.
async fn signed_head(
    log: &Place,
    note: Option<String>,
    against: &Against,
    verdict: &mut Verdict,
) -> Result<Option<TreeHead>, StoreError> {
    let Some(note) = note else {
        verdict.trouble("checkpoint", "no checkpoint is published beside the store");
        return Ok(None);
    };
    verdict.checkpoint = Some(note.clone());
    let Some(key) = key_of(log, against, verdict).await? else { return Ok(None) };
    match opened(&note, &key) {
        Ok(checkpoint) => {
            verdict.entries = checkpoint.head().size;
            Ok(Some(checkpoint.head()))
        }
        Err(error) => {
            verdict.trouble("checkpoint", error.to_string());
            Ok(None)
        }
    }
}

async fn key_of(
    log: &Place,
    against: &Against,
    verdict: &mut Verdict,
) -> Result<Option<VerifierKey>, StoreError> {
    if let Some(key) = &against.key {
        return Ok(Some(key.clone()));
    }
    let found = log.get(VERIFIER_KEY).await?.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    let key = found.and_then(|text| text.trim().parse().ok());
    if key.is_none() {
        verdict.trouble("key", "no verifier key stands beside the log, and none was given");
    }
    Ok(key)
}

async fn since_head(
    log: &Place,
    against: &Against,
    verdict: &mut Verdict,
) -> Result<Option<TreeHead>, StoreError> {
    let Some(note) = &against.since else { return Ok(None) };
    let Some(key) = key_of(log, against, verdict).await? else { return Ok(None) };
    match opened(note, &key) {
        Ok(checkpoint) => Ok(Some(checkpoint.head())),
        Err(error) => {
            verdict.trouble("earlier checkpoint", error.to_string());
            Ok(None)
        }
    }
}

/// The number of the last entry, and its time in milliseconds, as the head has them.
async fn head(conn: &mut OwnConn) -> Result<(i64, i64), StoreError> {
    let types = [CellType::Int, CellType::Int];
    let rows = conn.rows("reading the head", "SELECT seq, at FROM head", &[], &types).await?;
    let row = rows.first();
    Ok((int(row.and_then(|row| row.first())), int(row.and_then(|row| row.get(1)))))
}

struct Pass {
    verdict: Verdict,
    last_seq: i64,
    last_at: Timestamp,
    world: World,
    edge: TileEdge,
    tiles: Vec<(String, Vec<u8>)>,
    heads: BTreeMap<u64, TreeHead>,
    wanted: BTreeSet<u64>,
    signatures: Signatures,
    homes: Homes,
    /// Whether keys were given that encrypted files are to open with.
    has_keys: bool,
}

impl Pass {
    async fn journal(
        &mut self,
        conn: &mut OwnConn,
        head: i64,
        step: &mut impl FnMut(u64, u64),
    ) -> Result<(), StoreError> {
        self.note_head();
        let mut last = 0;
        let mut checking: Option<JoinHandle<Vec<Checked>>> = None;
        // While one page is applied, the next is hashed and read on another thread.
        loop {
            let page = rows(conn, Which::All, last, ROWS).await?;
            let is_last = page.is_empty();
            last = page.last().map_or(last, JournalRow::seq);
            let next = tokio::task::spawn_blocking(move || page.into_iter().map(Checked::of).collect());
            if let Some(checked) = checking.replace(next) {
                for entry in checked.await.map_err(|_| StoreError::Closed)? {
                    self.entry(entry);
                }
                step(self.edge.size(), u64::try_from(head).unwrap_or_default());
            }
            if is_last {
                break;
            }
        }
        if last != head {
            self.verdict
                .trouble("head", format!("the head says {head} entries, and the journal ends at {last}"));
        }
        Ok(())
    }

    /// What the signatures came to, once every entry was seen.
    fn signatures(&mut self) {
        let (count, loose) = std::mem::take(&mut self.signatures).end(&self.world);
        self.verdict.signatures = count;
        for place in loose {
            self.verdict.trouble(place, LOOSE);
        }
    }

    /// The head's time decides from when on the next acts are dated; it must be that of the last entry.
    fn head_time(&mut self, head: i64, head_at: i64) {
        let last = if head == 0 { head_at } else { self.last_at.millis() };
        if head_at != last {
            let what = format!("its time is {head_at} ms, and the last entry's {last} ms");
            self.verdict.trouble("head", what);
        }
    }

    fn entry(&mut self, checked: Checked) {
        let place = format!("journal entry {}", checked.seq);
        for missing in (self.last_seq + 1..checked.seq).take(PROBLEMS_MAX) {
            self.verdict.trouble(format!("journal entry {missing}"), "is missing");
        }
        self.last_seq = checked.seq;
        self.append(checked.leaf);
        for what in checked.wrong {
            self.verdict.trouble(&place, what);
        }
        if checked.at.is_some_and(|at| at < self.last_at) {
            self.verdict.trouble(&place, "it is dated before the entry that came before it");
        }
        self.last_at = checked.at.map_or(self.last_at, |at| at.max(self.last_at));
        if let Some(from) = checked.from {
            self.homes.entry(checked.seq, from);
        }
        match checked.content {
            EntryContent::Erased => self.verdict.erased += 1,
            EntryContent::Event(event, stamp) => {
                let before = self.world.held(event.subject()).map(|found| found.version);
                if let Err(corrupt) = event.apply(&mut self.world, &stamp) {
                    self.verdict.trouble(&place, corrupt.to_string());
                }
                let told = (&event, &stamp);
                for what in self.signatures.entry(&place, checked.beside, told, before, &self.world) {
                    self.verdict.trouble(&place, what);
                }
            }
            EntryContent::Unreadable(corrupt) => self.verdict.trouble(&place, corrupt.to_string()),
        }
    }

    fn append(&mut self, leaf: Hash) {
        match self.edge.append(&[leaf]) {
            Ok(full) => {
                self.tiles.extend(full.into_iter().map(|data| (data.tile.to_string(), data.bytes)));
            }
            Err(error) => self.verdict.trouble("journal", error.to_string()),
        }
        self.note_head();
    }

    /// Keeps the head, and the partial tiles, at the sizes that are asked for.
    fn note_head(&mut self) {
        let size = self.edge.size();
        if self.wanted.contains(&size) {
            self.heads.insert(size, self.edge.head());
            if self.verdict.entries == size {
                let partial = self.edge.partial_tiles().into_iter();
                self.tiles.extend(partial.map(|data| (data.tile.to_string(), data.bytes)));
            }
        }
    }

    fn roots(&mut self, heads: &[(&'static str, TreeHead)], head: i64) {
        let size = self.edge.size();
        for (name, head) in heads {
            match self.heads.get(&head.size) {
                Some(ours) if ours == head => {}
                Some(_) => self.verdict.trouble(
                    *name,
                    format!("the journal's first {} entries do not have the root that was signed", head.size),
                ),
                None => self
                    .verdict
                    .trouble(*name, format!("it covers {} entries, and the journal has {size}", head.size)),
            }
        }
        self.verdict.unsigned = u64::try_from(head).unwrap_or_default().saturating_sub(self.verdict.entries);
    }

    async fn published_tiles(
        &mut self,
        conn: &mut OwnConn,
        log: &Place,
        signed: Option<TreeHead>,
    ) -> Result<(), StoreError> {
        let Some(signed) = signed else { return Ok(()) };
        for (path, bytes) in std::mem::take(&mut self.tiles) {
            let Ok(tile) = path.parse::<assize_tlog::Tile>() else { continue };
            // Tiles filled by entries younger than the checkpoint may not have been published yet.
            if assize_tlog::Tile::in_tree(tile.level(), tile.index(), signed.size) != Some(tile) {
                continue;
            }
            self.same_object(log, &path, &bytes).await?;
            if let Some(bundle) = EntryBundle::of(tile) {
                // Where the journal itself cannot be read, that has been said already.
                if let Ok(bytes) = bundle_bytes(conn, bundle).await {
                    self.same_object(log, &bundle.to_string(), &bytes).await?;
                }
            }
        }
        Ok(())
    }

    async fn same_object(&mut self, log: &Place, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        match log.get(path).await? {
            Some(found) if found == bytes => {}
            Some(_) => self.verdict.trouble(format!("log {path}"), "is not what the journal gives"),
            None => self.verdict.trouble(format!("log {path}"), "is missing"),
        }
        Ok(())
    }

    async fn evidence(&mut self, blobs: &Blobs, world: &World) -> Result<(), StoreError> {
        for (sha256, Named { name, ciphers, .. }) in named_blobs(world) {
            self.verdict.evidence += 1;
            let place = format!("evidence {sha256}");
            match blobs.found(&sha256).await? {
                BlobFound::Whole => {}
                BlobFound::Changed => self
                    .verdict
                    .trouble(place, format!("the bytes of `{name}` are not those that were taken")),
                BlobFound::Missing => {
                    let what = self.missing(blobs, &ciphers).await?;
                    self.verdict.trouble(place, format!("{what} of `{name}` is missing"));
                }
                BlobFound::Sealed(found) => self.sealed(&place, &name, &ciphers, found),
            }
        }
        Ok(())
    }

    /// What is missing of a file: where its encrypted file is there, it is the key.
    async fn missing(&self, blobs: &Blobs, ciphers: &BTreeSet<String>) -> Result<&'static str, StoreError> {
        for cipher in ciphers {
            if blobs.object_bytes(cipher).await?.is_some() {
                return Ok("the encrypted file is there, and the wrapped key");
            }
        }
        Ok("the file")
    }

    fn sealed(&mut self, place: &str, name: &str, ciphers: &BTreeSet<String>, found: SealedFound) {
        let SealedFound { cipher, is_whole, opens, why } = found;
        self.verdict.encrypted += 1;
        let is_recorded = ciphers.contains(&cipher);
        if !is_recorded && !ciphers.is_empty() {
            let what = format!("the encrypted file of `{name}` is another than the record names: {cipher}");
            self.verdict.trouble(place, what);
        }
        let why = why.unwrap_or_default();
        match (is_whole, opens) {
            (None, _) => {
                self.verdict.trouble(place, format!("the encrypted file of `{name}` is missing: {cipher}"))
            }
            (Some(false), _) => self.verdict.trouble(
                place,
                format!("the encrypted bytes of `{name}` are not those that were taken: {cipher}"),
            ),
            (Some(true), Some(true)) => {}
            (Some(true), Some(false)) if why.is_empty() => {
                self.verdict.trouble(
                    place,
                    format!("what comes out of the encrypted file of `{name}` is not what was taken"),
                );
            }
            (Some(true), Some(false)) => self.verdict.trouble(place, format!("`{name}`: {why}")),
            (Some(true), None) => {
                self.verdict.unopened += 1;
                self.verdict.unrecorded += u64::from(!is_recorded);
                // Who gave keys meant to open it.
                if self.has_keys {
                    self.verdict.trouble(place, format!("`{name}`: {why}"));
                }
            }
        }
    }
}

/// What the records say of a file.
#[derive(Debug, Default)]
pub(crate) struct Named {
    /// What it is called.
    pub(crate) name: String,
    /// The digests of the encrypted files that hold it, as the records have them.
    pub(crate) ciphers: BTreeSet<String>,
    /// Whether anything names it but acts that wait.
    pub(crate) is_kept: bool,
}

/// Every blob that a record names, with what it is called there.
pub(crate) fn named_blobs(world: &World) -> BTreeMap<String, Named> {
    let mut named: BTreeMap<String, Named> = BTreeMap::new();
    for blob in world.all().flat_map(|(_, versioned)| blobs_of(&versioned.record)) {
        let found = named.entry(blob.sha256).or_default();
        found.name = blob.name;
        found.ciphers.extend(blob.cipher);
        found.is_kept |= blob.how != Naming::Waiting;
    }
    named
}

/// A file that a record names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedBlob {
    /// Its digest.
    pub(crate) sha256: String,
    /// What it is called.
    pub(crate) name: String,
    /// The digest of the encrypted file that holds it.
    pub(crate) cipher: Option<String>,
    /// How it is named.
    pub(crate) how: Naming,
}

/// How a record names a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Naming {
    /// As what it holds.
    Held,
    /// As what stands on every page, and is kept as it is also where the store encrypts.
    Public,
    /// As what it will hold if somebody decides so: an act from the field.
    Waiting,
}

/// The file of an act from the field, whatever has become of the act; nothing where it takes none, or where it waits because its file never came.
pub(crate) fn blob_of_act(act: &FieldAct) -> Option<NamedBlob> {
    let take = taken_by(act).filter(|_| act.rule().as_str() != BLOB_THERE.id)?;
    let (sha256, name) = (take.sha256.to_string(), take.name.to_string());
    Some(NamedBlob { sha256, name, cipher: None, how: Naming::Waiting })
}

/// The blobs that a record names: what is missed where it is not there. Rows say the same in `named.rs`.
pub(crate) fn blobs_of(record: &AnyRecord) -> Vec<NamedBlob> {
    use assize_domain::evidence::EvidenceForm;
    use assize_domain::report::ReportState;
    let blob = |sha256: &dyn ToString, name: String, cipher: &Option<Sha256>| {
        let cipher = cipher.as_ref().map(ToString::to_string);
        vec![NamedBlob { sha256: sha256.to_string(), name, cipher, how: Naming::Held }]
    };
    match record {
        AnyRecord::Evidence(evidence) => match evidence.form() {
            EvidenceForm::Taken { sha256, .. } => {
                blob(sha256, evidence.name().to_string(), evidence.cipher())
            }
            EvidenceForm::Seen { .. } => Vec::new(),
        },
        AnyRecord::Report(report) => match report.state() {
            ReportState::Issued { pdf, .. } | ReportState::Replaced { replaced_pdf: pdf, .. } => {
                blob(pdf, format!("report {}", report.number()), report.cipher())
            }
            ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => Vec::new(),
        },
        AnyRecord::Organization(organization) => {
            let logo = organization.letterhead().iter().filter_map(|letterhead| letterhead.logo.as_ref());
            logo.flat_map(|logo| blob(&logo.sha256, "logo".to_owned(), &None))
                .map(|logo| NamedBlob { how: Naming::Public, ..logo })
                .collect()
        }
        AnyRecord::Template(template) => {
            blob(template.sha256(), format!("template {}", template.name()), &None)
        }
        AnyRecord::Loan(loan) => {
            let name = |number: usize| format!("journal {} of the field", number + 1);
            let returns = loan.returns().iter().enumerate();
            returns.flat_map(|(at, home)| blob(&home.journal, name(at), &home.journal_cipher)).collect()
        }
        // Of one that was decided on the evidence names the file, or nothing does any more.
        AnyRecord::FieldAct(act) => match act.state() {
            FieldActState::Waiting => blob_of_act(act).into_iter().collect(),
            FieldActState::Taken { .. } | FieldActState::Settled { .. } => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Names the first field in which two records of one kind differ.
pub(crate) fn difference(ours: &AnyRecord, stored: &AnyRecord) -> String {
    let (ours, stored) = (ours.to_json(), stored.to_json());
    let (Some(ours), Some(stored)) = (ours.as_object(), stored.as_object()) else { return String::new() };
    ours.iter()
        .find(|(name, value)| stored.get(*name) != Some(value))
        .map(|(name, _)| format!(" in `{name}`"))
        .unwrap_or_default()
}
