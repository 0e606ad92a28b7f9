//! The only door to disk: commands in, queries out, evidence, the journal and its log.
//!
//! [`Store::execute`] is the door for acts: it decides, writes record tables and journal in one transaction and answers
//! when that is durable. Everything else that is written goes through [`operate`], which takes no head lock and writes
//! no record table. Only this crate knows SQL, and the paths of records.

mod accounts;
mod backup;
mod blobs;
mod briefs;
mod claims;
mod clock;
mod db;
mod dossier;
mod erase;
mod error;
mod fence;
mod field;
mod findings;
mod flat;
mod glance;
mod health;
mod house;
mod installation;
mod journal;
mod library;
mod log;
mod mail;
mod named;
mod operate;
mod order;
mod programmes;
mod promised;
mod queue;
mod reach;
mod ready;
mod register;
mod restricted;
mod rows;
mod search;
mod security;
mod sent;
mod signing;
mod standing;
mod streamed;
mod tables;
mod timestamp;
mod together;
mod unread;
mod vault;
mod verify;
mod webhooks;
mod whole;
mod witnessed;
mod writer;

use std::sync::{Arc, OnceLock};

use assize_domain::auditor::passkeys::unproven;
use assize_domain::field::{FieldAct, command_of, without_its_file};
use assize_domain::kernel::act::SEED_BYTES;
use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::id::Id;
use assize_domain::kernel::record::{Record as _, Versioned};
use assize_domain::kernel::refusal::{Refusal, Rule, Stop};
use assize_domain::kernel::said::say;
use assize_domain::kernel::text::Sha256;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{Actor, Command, Ctx, Key, Kind, World};
use assize_tlog::SignerKey;
use tokio::sync::Notify;
use uuid::Uuid;

pub use crate::accounts::{
    Account, Begun, CANCELLED_MILLIS, CalendarFeed, Challenge, DEVICE_MILLIS, DOOR_CODE_CHARS,
    DOOR_CODE_MILLIS, DOOR_CODE_TRIES, DOOR_DAYS_MAX, DOOR_IDLE_MILLIS, DOOR_MILLIS, Door, DoorCode,
    DoorNeed, Enrolment, FEED_READS_HOURLY_MAX, FEEDS_MAX, FREE_TRIES_ACCOUNT, FREE_TRIES_ADDRESS,
    FREE_TRIES_DEVICE, Factor, FeedAsked, FeedEvent, GROUP_RIGHT_DAYS, INVITATION_MILLIS, Identity,
    LINK_MILLIS, MadeKey, PASSKEY_ALGORITHMS, PASSPHRASE_CHARS_MAX, PASSPHRASE_CHARS_MIN, Passed, Passkey,
    PasskeyFault, ProviderAsked, RECOVERY_CODES, RelyingParty, SESSION_IDLE_MILLIS, SESSION_MILLIS,
    SESSIONS_MAX, SecondFactor, SecretKey, Session, SessionLimits, SignIn, Stage, Unfit, Visit,
    WAIT_MILLIS_MAX, check_passphrase, credential_of, made_key, signed_by, totp_at,
};
pub use crate::backup::{BACKUP_FORM, BackedUp, Restored};
pub use crate::blobs::{
    BLOB_BYTES_MAX, BlobFound, BlobStream, Blobs, Bucket, Place, SealedFound, Seen, Stored,
};
pub use crate::claims::{CLAIMS_ABOUT_MAX, ClaimGlance, ColumnsKept};
pub use crate::clock::Clock;
pub use crate::db::DatabaseKind;
use crate::db::{Conn, Db, Opening, Sql, int, text};
pub use crate::dossier::{Exported, FORM, Seal, Withhold, verify_dossier};
pub use crate::erase::ERASURES;
pub use crate::error::StoreError;
pub use crate::fence::Removed;
pub use crate::field::{
    Closed, Documents, FIELD_FORM, FIELD_PASSPHRASE_CHARS_MIN, Field, FieldBad, FieldKey, FieldLock,
    HOME_FORM, Lending, Lent, TakenIn, WIPED,
};
pub use crate::findings::{
    FINDINGS_COUNTED_MAX, FINDINGS_NUMBERED_MAX, FINDINGS_SEARCHED_MAX, FindingFilter, FindingGlance,
    FindingOrder, FindingTally, Named, TallyBy,
};
pub use crate::flat::{RecordTable, flat_tables};
pub use crate::glance::{AuditGlance, PersonAudit};
pub use crate::health::{BACKUP_FACT, Health, Room};
pub use crate::house::House;
pub use crate::installation::{
    BadName, Held, HostName, Organization, OrganizationName, OrganizationState, Placement, Registry,
    RegistryView, Replica, is_same_place, places_overlap, with_password_of,
};
pub use crate::journal::{StoredEntry, Towards, Which};
pub use crate::library::{Holdings, PaperUse, Retained, SetGlance, TestGlance};
pub use crate::log::{CHECKPOINT, InclusionProof, Published, VERIFIER_KEY};
pub use crate::mail::{
    GIVEN_UP_MILLIS, HowOften, Letter, LetterGlance, LetterState, LetterTally, MAIL_DAYS, MAIL_DAYS_BOUNDS,
    MAIL_DAYS_FACT, NOTICES, Notice, NoticeKind, SENT_KEPT_DAYS, TakenLetter, Told, Waiting,
};
pub use crate::operate::{DocumentText, FoundDocument, OPERATE_TABLES, Reading, Token};
pub use crate::programmes::{
    COVERED_AUDITS_MAX, FeedbackGlance, FindingCovered, PaperCovered, PlannedGlance, PlannedWhich,
    ProgrammeGlance, Programmes, RequirementCovered,
};
pub use crate::promised::Promised;
pub use crate::reach::Reach;
pub use crate::ready::{ROOM_BYTES_MIN, UNPUBLISHED_SECONDS_MAX, Unready};
pub use crate::register::{DocumentGlance, Ending, Register};
pub use crate::restricted::RESTRICTED_TEXT_FACT;
pub use crate::search::{Found, SEARCH_TABLES, SEARCHED};
pub use crate::security::{
    SECURITY_DAYS, SECURITY_DAYS_BOUNDS, SECURITY_DAYS_FACT, SecurityEvent, SecurityFilter, SecurityKind,
    SecurityNote,
};
pub use crate::signing::{SignatureCount, Signed, SigningAsked, SigningCame, SigningProof};
pub use crate::standing::Sight;
pub use crate::tables::{record_ddl, record_tables};
pub use crate::timestamp::{
    NONCE_BYTES, TIMESTAMP_BYTES_MAX, TimestampAuthorities, TimestampFault, timestamp_of, timestamp_query,
    timestamp_said,
};
pub use crate::together::Step;
pub use crate::vault::{Encrypted, EvidenceKey, EvidenceKeys, KeySource, Rewrapped, SealedCount};
use crate::vault::{Ring, Vault};
pub use crate::verify::{Against, PROBLEMS_MAX, Trouble, Verdict, verify};
pub use crate::webhooks::{
    Delivery, DeliveryEnd, DeliveryState, TakenDelivery, WEBHOOK_ASKED_SECONDS_MAX, WEBHOOK_BEFORE_MILLIS,
    WEBHOOK_DELIVERIES_KEPT_DAYS, WEBHOOK_FAILING_DAYS, WEBHOOK_WAITS_SECONDS, WEBHOOKS_MAX, Webhook,
    WebhookContent, WebhookWanted,
};
pub use crate::whole::{
    ExportTo, IMPORT_PROBLEMS_MAX, ImportProblem, MADE_ANEW, STORE_FORM, STORE_FORM_VERSION, StoreExported,
    StoreImported, store_columns, store_tables,
};
pub use crate::witnessed::{
    TIMESTAMPED, TimestampQuestion, TimestampWord, WITNESSED, WitnessQuestion, WitnessWord,
};
use crate::writer::Writer;
pub use crate::writer::{
    Act, ActError, After, BATCH_ACTS_MAX, Done, ENTRY_BYTES_MAX, Happened, KEY_BYTES_MAX, Once,
};
pub use assize_tlog::WitnessKey;

/// The most records that a page of a list holds.
pub const PAGE_ROWS_MAX: i64 = 500;

/// How many connections serve the reads of a store that is one of many in a process. The writer has one more, and whatever goes through the
/// whole of it, as an export does, another while it lasts.
pub const FEW_READERS: u32 = 3;

/// Where a store is, and what it is opened with.
#[derive(Clone, Debug)]
pub struct Addresses {
    /// The database: `sqlite:PATH` or `postgres://...`.
    pub database: String,
    /// Evidence and reports: a folder, or `s3://BUCKET/PREFIX`.
    pub evidence: String,
    /// The published log, its tiles and checkpoint: a folder, or `s3://BUCKET/PREFIX`.
    pub log: String,
    /// How buckets are reached.
    pub bucket: Bucket,
}

/// A row that names a file without the file is impossible.
static BLOB_THERE: Rule = Rule {
    id: "evidence.there",
    clause: "ISO 19011:2018 6.4.7",
    asks: "files that are kept before they are named",
};

/// The digest of the file that a command names and that must be there.
#[must_use]
pub fn named_file(command: &Command) -> Option<&str> {
    match command {
        Command::TakeEvidence(take) => Some(take.sha256.as_str()),
        Command::IssueReport(issue) => Some(issue.pdf.as_str()),
        Command::AdoptTemplate(adopt) => Some(adopt.sha256.as_str()),
        Command::SetLetterhead(set) => set.letterhead.logo.as_ref().map(|logo| logo.sha256.as_str()),
        _ => None,
    }
}

/// Whether whoever gives an act must have the file that it names, since they may open it afterwards: a person does, and whoever did it in the
/// field. The operator reads the host in any case.
const fn must_have(act: &Act) -> bool {
    act.field.is_some() || matches!(act.actor, Actor::Person { .. })
}

/// The refusal of a command that names a file which is not there, or which whoever gives it does not have.
fn no_file(sha256: &str, command: &str) -> Refusal {
    Refusal::new(
        &BLOB_THERE,
        say!("no file with the digest {sha256} was taken in", sha256),
        "send the file first; its digest is the answer",
    )
    .at(match command {
        "report.issue" => "/pdf",
        "field.take" => "/field_act",
        _ => "/sha256",
    })
}

/// A store: one auditing organization's records, journal, evidence and log.
#[derive(Clone, Debug)]
pub struct Store {
    db: Db,
    blobs: Blobs,
    log: Place,
    writer: Writer,
    clock: Clock,
    committed: Arc<Notify>,
    posted: Arc<Notify>,
    edge: Arc<log::Edge>,
    addresses: Arc<Addresses>,
    signer: Arc<OnceLock<Arc<SignerKey>>>,
    secret: Arc<OnceLock<SecretKey>>,
}

impl Store {
    /// Makes a new store. It has no record yet; the first act names the auditing organization.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is one already; nothing is then changed.
    pub async fn make(addresses: &Addresses, clock: Clock) -> Result<Self, StoreError> {
        let db = Db::open(&addresses.database, Opening::New).await?;
        db.migrate(&addresses.database).await?;
        let mut conn = db.conn().await?;
        if !conn.rows("looking for a head", "SELECT seq FROM head", &[], &[CellType::Int]).await?.is_empty() {
            return Err(StoreError::Exists(db::without_password(&addresses.database)));
        }
        conn.run("making the head", "INSERT INTO head (one, seq, at) VALUES (1, 0, 0)", &[]).await?;
        drop(conn);
        Self::with(db, addresses, clock)
    }

    /// Opens a store, and brings its tables to this version.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none; [`StoreError::Newer`] when a later version has made it.
    pub async fn open(addresses: &Addresses, clock: Clock) -> Result<Self, StoreError> {
        Self::open_on(Db::open(&addresses.database, Opening::Acting).await?, addresses, clock).await
    }

    /// The same as one of many in a process: with [`FEW_READERS`] connections for reads at the most.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_as_one_of_many(addresses: &Addresses, clock: Clock) -> Result<Self, StoreError> {
        let db = Db::open_sized(&addresses.database, Opening::Acting, FEW_READERS).await?;
        Self::open_on(db, addresses, clock).await
    }

    async fn open_on(db: Db, addresses: &Addresses, clock: Clock) -> Result<Self, StoreError> {
        db.migrate(&addresses.database).await?;
        let mut conn = db.conn().await?;
        let head = conn.rows("looking for a head", "SELECT seq FROM head", &[], &[CellType::Int]).await?;
        drop(conn);
        if head.is_empty() {
            return Err(StoreError::Missing(db::without_password(&addresses.database)));
        }
        Self::is_whole(&db, &addresses.database).await?;
        let store = Self::with(db, addresses, clock)?;
        store.put_in_order().await?;
        Ok(store)
    }

    fn with(db: Db, addresses: &Addresses, clock: Clock) -> Result<Self, StoreError> {
        Self::with_book(db, addresses, clock, None)
    }

    /// The same; in the field, what is committed is written to a book first.
    fn with_book(
        db: Db,
        addresses: &Addresses,
        clock: Clock,
        book: Option<field::Book>,
    ) -> Result<Self, StoreError> {
        let clock = clock.over(&db.ahead());
        let place = Place::open(&addresses.evidence, &addresses.bucket)?;
        let blobs = Blobs::new(place, Vault { db: db.clone(), ring: Ring::default() });
        let log = Place::open(&addresses.log, &addresses.bucket)?;
        let committed = Arc::new(Notify::new());
        let (writer, _serving) = Writer::start(db.clone(), clock.clone(), Arc::clone(&committed), book);
        let addresses = Arc::new(addresses.clone());
        Ok(Self {
            db,
            blobs,
            log,
            writer,
            clock,
            committed,
            posted: Arc::default(),
            edge: Arc::default(),
            addresses,
            signer: Arc::default(),
            secret: Arc::default(),
        })
    }

    /// Which database it stands on.
    #[must_use]
    pub const fn database_kind(&self) -> DatabaseKind {
        self.db.kind()
    }

    /// What the database calls its own version.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn database_version(&self) -> Result<String, StoreError> {
        let sql = match self.db.kind() {
            DatabaseKind::Sqlite => "SELECT sqlite_version()",
            DatabaseKind::Postgres => "SHOW server_version",
        };
        let rows = self.db.conn().await?.rows("asking for the version", sql, &[], &[CellType::Text]).await?;
        Ok(text(rows.first().and_then(|row| row.first())))
    }

    /// Verifies this store as [`verify`] does, against the key that this process publishes with, where it does. `step` is told how
    /// many of how many entries are done.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be checked at all; what is wrong with it is in the [`Verdict`].
    pub async fn verify(&self, step: impl FnMut(u64, u64)) -> Result<Verdict, StoreError> {
        if self.addresses.database.starts_with(db::MEMORY) {
            return Err(StoreError::Limit(
                "a field is verified in the house, when it is taken in".to_owned(),
            ));
        }
        let key = self.signer().map(|signer| signer.verifier_key().clone());
        let evidence_keys = self.blobs.vault().ring.keys();
        verify(&self.addresses, &Against { key, evidence_keys, ..Against::default() }, step).await
    }

    /// The time in milliseconds after 1970 that sessions, limits, leases and letters go by, also where the journal's clock is set by hand: the
    /// database's, so that processes whose own clocks differ agree.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.db.now()
    }

    /// Looks what the database's clock says. Each act does so too; a process in which nobody acts calls this now and then.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn follow_clock(&self) -> Result<(), StoreError> {
        self.db.follow().await
    }

    /// The clock.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Evidence and reports.
    #[must_use]
    pub const fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Gives a command. What it comes to is durable when this returns.
    ///
    /// # Errors
    /// [`ActError::Refused`] is the law's answer; [`ActError::Fault`] is a fault, and then the act did not come about.
    pub async fn execute(&self, act: Act) -> Result<Done, ActError> {
        if matches!(act.command, Command::BindPasskey(_)) {
            return Err(ActError::Refused(vec![unproven()]));
        }
        if matches!(act.command, Command::LendField(_) | Command::BringField(_) | Command::WaitField(_)) {
            return Err(ActError::Refused(vec![without_its_file()]));
        }
        let given = self.with_files(act).await?;
        let erases = given.act.command.name() == "record.erase";
        let done = self.writer.execute(vec![given]).await?;
        if erases && !done.repeated {
            let seqs: Vec<i64> = done.events.iter().map(|event| event.seq).collect();
            self.after_erasing(&seqs).await?;
        }
        Ok(done)
    }

    /// An act with the encrypted file of the file that it names, which must have been taken in, and which whoever acts must have.
    async fn with_files(&self, act: Act) -> Result<writer::Given, ActError> {
        let waiting = self.waiting_of(&act.command).await?;
        let named = waiting.as_ref().map_or(&act.command, |(_, command)| command);
        let cipher = self.cipher_of(named).await?;
        if let Some(sha256) = named_file(named) {
            let has_it = match &waiting {
                // Whether its file came with it was seen when it came home.
                Some((rule, _)) => rule != BLOB_THERE.id,
                None => !must_have(&act) || act.received.as_deref() == Some(sha256),
            };
            // Who does not have the file is told the same as where there is none: else it could be asked what there is.
            if !has_it || self.blobs.length(sha256).await?.is_none() {
                // Where the law refuses too, its answer says more: a report that nobody approved needs no file first.
                self.ask_first(&act).await?;
                return Err(ActError::Refused(vec![no_file(sha256, act.command.name())]));
            }
        }
        Ok(writer::Given { act, cipher, after: None })
    }

    /// The command of the act from the field that a command takes, and the rule that it waits for; nothing of any other command.
    async fn waiting_of(&self, command: &Command) -> Result<Option<(String, Command)>, StoreError> {
        let Command::TakeFieldAct(take) = command else { return Ok(None) };
        let found = self.record(Key::of(take.field_act)).await?;
        let waiting = found.as_ref().and_then(|found| FieldAct::unwrap(&found.record));
        Ok(waiting.and_then(|act| Some((act.rule().to_string(), command_of(act).ok()?))))
    }

    /// The digest of the encrypted file in which the file that a command names is kept; nothing where it names none, or it is kept as it is.
    async fn cipher_of(&self, command: &Command) -> Result<Option<Sha256>, StoreError> {
        let named = match command {
            Command::SealEvidence(seal) => self.file_of(Key::of(seal.evidence)).await?,
            Command::SealReport(seal) => self.file_of(Key::of(seal.report)).await?,
            other => named_file(other).map(str::to_owned),
        };
        let Some(sha256) = named else { return Ok(None) };
        let Some(sealed) = self.blobs.sealed(&sha256).await? else { return Ok(None) };
        let unfit = |_| Corrupt::new(format!("the encrypted file of {sha256} has no digest as its name"));
        Ok(Some(sealed.cipher.parse().map_err(unfit)?))
    }

    /// The file that a record names.
    async fn file_of(&self, key: Key) -> Result<Option<String>, StoreError> {
        let record = self.record(key).await?;
        Ok(record.and_then(|found| verify::blobs_of(&found.record).pop()).map(|blob| blob.sha256))
    }

    /// What the law would answer to an act now.
    async fn ask_first(&self, act: &Act) -> Result<(), ActError> {
        let now = Timestamp::from_millis(self.clock.millis())
            .map_err(|error| StoreError::from(Corrupt::new(format!("the clock: {error}"))))?;
        self.ask(|world| act.command.decide(world, &Ctx::new(now, act.actor.clone(), [0; SEED_BYTES])))
            .await
            .map(drop)
    }

    /// Asks the law a question: `question` reads a world into which whatever it needs is loaded.
    ///
    /// # Errors
    /// [`ActError::Refused`] when the question refuses, as for an id that is not there; [`ActError::Fault`].
    pub async fn ask<T>(&self, question: impl Fn(&World) -> Result<T, Stop>) -> Result<T, ActError> {
        const LOADS_MAX: usize = 1_000;
        let mut world = World::empty();
        let mut conn: Option<Conn> = None;
        for _ in 0..LOADS_MAX {
            match question(&world) {
                Ok(answer) => return Ok(answer),
                Err(Stop::Refused(refusals)) => return Err(ActError::Refused(refusals)),
                Err(Stop::Need(needs)) => {
                    let mut reading = match conn.take() {
                        Some(conn) => conn,
                        None => self.db.conn().await?,
                    };
                    briefs::meet(&mut reading, &mut world, &needs).await?;
                    conn = Some(reading);
                }
            }
        }
        Err(StoreError::Limit("a question asks for records without end".to_owned()).into())
    }

    /// One record with its version; nothing when there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn record(&self, key: Key) -> Result<Option<Versioned>, StoreError> {
        let mut conn = self.db.conn().await?;
        Ok(rows::load(&mut conn, key.kind, &[key.id]).await?.pop().map(|(_, record)| record))
    }

    /// A page of records of a kind in the order of their ids, after `after`; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn record_page(
        &self,
        kind: Kind,
        after: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<(Key, Versioned)>, StoreError> {
        let mut conn = self.db.conn().await?;
        let after = after.map(|id| id.hyphenated().to_string()).unwrap_or_default();
        rows::load_page(&mut conn, kind, &after, rows_max.min(PAGE_ROWS_MAX)).await
    }

    /// A page of the records of a kind whose link `name` points at `target`, in the order of their ids, after `after`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn linked_page(
        &self,
        kind: Kind,
        name: &str,
        target: Uuid,
        after: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<(Key, Versioned)>, StoreError> {
        let mut conn = self.db.conn().await?;
        let after = after.map(|id| id.hyphenated().to_string()).unwrap_or_default();
        let ids = conn
            .rows(
                "reading a list",
                "SELECT id FROM link WHERE kind = $1 AND name = $2 AND target = $3 AND id > $4 ORDER BY id LIMIT $5",
                &[
                    kind.word().into(),
                    name.into(),
                    target.into(),
                    after.into(),
                    rows_max.min(PAGE_ROWS_MAX).into(),
                ],
                &[CellType::Text],
            )
            .await?;
        let ids: Vec<Uuid> = ids.iter().filter_map(|row| Uuid::parse_str(&text(row.first())).ok()).collect();
        let mut page = rows::load(&mut conn, kind, &ids).await?;
        page.sort_by_key(|(key, _)| key.id);
        Ok(page)
    }

    /// Entries of the journal after `after`, in order, `rows_max` at most; an entry that cannot be read is named.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn entries(
        &self,
        which: Which,
        after: i64,
        rows_max: i64,
    ) -> Result<Vec<Result<StoredEntry, (i64, Corrupt)>>, StoreError> {
        let mut conn = self.db.conn().await?;
        journal::entries(&mut conn, which, after, rows_max).await
    }

    /// The number of the last entry of the journal.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn head_seq(&self) -> Result<i64, StoreError> {
        let mut conn = self.db.conn().await?;
        let rows = conn
            .rows("reading the head", "SELECT seq FROM head WHERE one = 1", &[], &[CellType::Int])
            .await?;
        Ok(int(rows.first().and_then(|row| row.first())))
    }

    /// On SQLite: the journal mode, and the numbers of `synchronous` and `foreign_keys`, as a connection has them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn pragmas(&self) -> Result<Option<(String, i64, i64)>, StoreError> {
        if self.db.kind() != DatabaseKind::Sqlite {
            return Ok(None);
        }
        let mut conn = self.db.own_conn().await?;
        let doing = "reading the connection's settings";
        let mode = conn.rows(doing, "PRAGMA journal_mode", &[], &[CellType::Text]).await?;
        let sync = conn.rows(doing, "PRAGMA synchronous", &[], &[CellType::Int]).await?;
        let keys = conn.rows(doing, "PRAGMA foreign_keys", &[], &[CellType::Int]).await?;
        let first =
            |rows: &[Vec<assize_domain::kernel::datum::Cell>]| int(rows.first().and_then(|row| row.first()));
        Ok(Some((text(mode.first().and_then(|row| row.first())), first(&sync), first(&keys))))
    }

    /// Waits for running reads and closes the database.
    pub async fn close(&self) {
        if self.db.kind() == DatabaseKind::Sqlite
            && let Ok(mut conn) = self.db.own_conn().await
            && let Err(error) =
                conn.run("emptying the write-ahead log", "PRAGMA wal_checkpoint(TRUNCATE)", &[]).await
        {
            tracing::debug!(%error, "the write-ahead log stays for the next opening");
        }
        self.db.close().await;
    }
}

/// The key of an id; so that callers need not import the trait.
pub fn key_of<I: Id>(id: I) -> Key {
    Key::of(id)
}

/// The refusals of an error of the law, if it is one.
#[must_use]
pub fn refusals_of(error: &ActError) -> Option<&[Refusal]> {
    match error {
        ActError::Refused(refusals) => Some(refusals),
        ActError::KeyReused | ActError::Fault(_) => None,
    }
}
