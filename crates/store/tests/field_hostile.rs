//! What comes home from a laptop whose holder has its keys and writes what they like: a file of the house that they do not have, and what is
//! longer than it looks.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::io::{Cursor, Read as _, Write as _};

use age::secrecy::ExposeSecret as _;
use age::x25519;
use assize_domain::field::FieldAct;
use assize_domain::kernel::entry::{Entry, canonical, hex};
use assize_domain::kernel::record::Record as _;
use assize_domain::{Actor, Key, Kind};
use assize_store::{
    Act, ActError, Clock, Documents, ENTRY_BYTES_MAX, Field, FieldBad, FieldKey, FieldLock, Lending, Store,
    StoreError, TakenIn, Which,
};
use assize_tlog::{Checkpoint, Frontier, Origin, SignerKey, leaf_hash};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use bytes::Bytes;
use common::under_way::UnderWay;
use common::{Base, command, give};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

const LOCKED: &[u8] = b"assize-locked/1\n";
const SEALED: &[u8] = b"assize-sealed/1\n";
const PIECE_BYTES: usize = 64 * 1024;
const TAG_BYTES: usize = 16;

/// What the leader has, and nobody else may open.
const SECRET: &[u8] = b"Zqsecret: the keys of the vault";
/// What the borrower has.
const OWN: &[u8] = b"A photo of a rack";

fn id(key: Key) -> String {
    key.id.to_string()
}

fn acting(person: Key) -> Actor {
    Actor::Person { person: person.id.to_string().parse().unwrap() }
}

fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn taking(audit: Key, sha256: &str, bytes: &[u8], classification: &str) -> Value {
    json!({ "audit": id(audit), "name": "rack.jpg", "sha256": sha256, "bytes": bytes.len(), "media": "image/jpeg",
        "classification": classification })
}

fn nonce(piece: usize, is_last: bool) -> Nonce {
    let mut nonce = [0; NONCE_LEN];
    nonce[3..11].copy_from_slice(&(piece as u64).to_be_bytes());
    nonce[11] = u8::from(is_last);
    Nonce::assume_unique_for_key(nonce)
}

fn cipher(key: &[u8]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).unwrap())
}

/// What is inside of a field file, as docs/formats.md says.
fn unlocked(identity: &x25519::Identity, file: &[u8]) -> Vec<u8> {
    let rest = file.strip_prefix(LOCKED).unwrap();
    let (length, rest) = rest.split_at(4);
    let length = u32::from_be_bytes(length.try_into().unwrap());
    let (locked, sealed) = rest.split_at(usize::try_from(length).unwrap());
    let mut key = Vec::new();
    let decryptor = age::Decryptor::new(locked).unwrap();
    let mut reader = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)).unwrap();
    reader.read_to_end(&mut key).unwrap();
    let pieces: Vec<&[u8]> = sealed.strip_prefix(SEALED).unwrap().chunks(PIECE_BYTES + TAG_BYTES).collect();
    let mut inside = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let mut piece = piece.to_vec();
        let is_last = at + 1 == pieces.len();
        let plain = cipher(&key).open_in_place(nonce(at, is_last), Aad::from(SEALED), &mut piece).unwrap();
        inside.extend_from_slice(plain);
    }
    inside
}

/// A field file around whatever it may be.
fn locked(recipient: &str, inside: &[u8]) -> Vec<u8> {
    let mut key = [0_u8; 32];
    getrandom::fill(&mut key).unwrap();
    let recipient: x25519::Recipient = recipient.parse().unwrap();
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
    let mut locked = Vec::new();
    let mut writer = encryptor.wrap_output(&mut locked).unwrap();
    writer.write_all(&key).unwrap();
    writer.finish().unwrap();
    let length = u32::try_from(locked.len()).unwrap().to_be_bytes();
    let mut file = [LOCKED, length.as_slice(), locked.as_slice(), SEALED].concat();
    let pieces: Vec<&[u8]> = inside.chunks(PIECE_BYTES).collect();
    for (at, piece) in pieces.iter().enumerate() {
        let mut piece = piece.to_vec();
        let is_last = at + 1 == pieces.len();
        cipher(&key).seal_in_place_append_tag(nonce(at, is_last), Aad::from(SEALED), &mut piece).unwrap();
        file.extend_from_slice(&piece);
    }
    file
}

/// A zip of files.
fn zipped(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A laptop whose holder has opened its field file.
struct Laptop {
    field: Field,
    borrower: Key,
    audit: Key,
    loan: Key,
    signer: SignerKey,
    home: String,
}

impl Laptop {
    async fn lent(base: &Base, store: &Store, stood: &UnderWay, name: &str) -> Self {
        let borrower = stood.auditors[0];
        let by = acting(borrower);
        let Actor::Person { person } = by else { panic!("no person") };
        let audit = id(stood.audit).parse().unwrap();
        let lending = Lending { audit, borrower: person, papers: None, documents: Documents::All, by };
        let identity = x25519::Identity::generate();
        let lock = FieldLock::recipient(&identity.to_public().to_string()).unwrap();
        let mut file = Vec::new();
        let lent = store.lend(&lending, &lock, &mut file).await.unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(unlocked(&identity, &file))).unwrap();
        let mut secrets = String::new();
        zip.by_name("secrets.json").unwrap().read_to_string(&mut secrets).unwrap();
        let secrets: Value = serde_json::from_str(&secrets).unwrap();
        let path = base.folder.path().join(name);
        std::fs::write(&path, &file).unwrap();
        let key = FieldKey::identity(identity.to_string().expose_secret()).unwrap();
        Self {
            field: Field::open(&path, &key, Clock::System, 0).await.unwrap(),
            borrower,
            audit: stood.audit,
            loan: Key::of(lent.loan),
            signer: secrets["signer"].as_str().unwrap().parse().unwrap(),
            home: secrets["home"].as_str().unwrap().to_owned(),
        }
    }

    /// Takes a file in, as whoever works on it does.
    async fn photographed(&self, bytes: &'static [u8]) {
        let stored = self.field.store.blobs().put(Bytes::from_static(bytes)).await.unwrap();
        let take = command("evidence.take", &taking(self.audit, &stored.sha256, bytes, "confidential"));
        let act = Act::new(acting(self.borrower), take);
        let by_digest = self.field.store.execute(act.clone()).await;
        assert_eq!(rule(&by_digest), "evidence.there", "in the field too, a digest alone is not enough");
        self.field.store.execute(act.with_file(stored.sha256)).await.unwrap();
    }

    async fn entries(&self) -> Vec<Entry> {
        let found = self.field.store.entries(Which::All, 0, 100).await.unwrap();
        found.into_iter().map(|stored| stored.unwrap().entry).collect()
    }

    /// What goes home as it should.
    async fn goes_home(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.field.home(&mut out).await.unwrap();
        out
    }

    /// The files inside of what goes home with any journal, signed with the key of the loan; each line of it is so many blanks longer.
    fn inside(&self, entries: &[Entry], blanks: usize) -> [(&'static str, Vec<u8>); 3] {
        let mut journal = Vec::new();
        let mut frontier = Frontier::new();
        for entry in entries {
            let line = json!({ "seq": entry.seq, "time": entry.at.to_string(), "kind": entry.kind, "v": entry.v,
                "fields": entry.fields_json() });
            journal.extend_from_slice(canonical(&line).as_bytes());
            journal.resize(journal.len() + blanks, b' ');
            journal.push(b'\n');
            frontier.append(leaf_hash(&entry.leaf())).unwrap();
        }
        let origin: Origin = self.signer.verifier_key().name().as_str().parse().unwrap();
        let note = Checkpoint::new(origin, frontier.head()).sign(&[&self.signer]).unwrap();
        let manifest = json!({ "acts": entries.iter().filter(|entry| entry.given().is_some()).count(),
            "closed": "2026-09-01T07:00:00Z", "entries": entries.len(), "form": "assize-field-home/1",
            "journal": digest(&journal), "loan": id(self.loan) });
        [
            ("manifest.json", canonical(&manifest).into_bytes()),
            ("journal.jsonl", journal),
            ("checkpoint", note.to_string().into_bytes()),
        ]
    }

    /// What goes home with any journal and any files.
    fn forged(&self, entries: &[Entry], files: &[(&str, &[u8])]) -> Vec<u8> {
        let inside = self.inside(entries, 0);
        let names: Vec<String> = files.iter().map(|(sha256, _)| format!("blobs/{sha256}")).collect();
        let files = names.iter().zip(files).map(|(name, (_, bytes))| (name.as_str(), *bytes));
        let all: Vec<(&str, &[u8])> =
            inside.iter().map(|(name, bytes)| (*name, bytes.as_slice())).chain(files).collect();
        locked(&self.home, &zipped(&all, CompressionMethod::Stored))
    }
}

/// An entry that names another file: throughout, or in the act as it was given alone.
fn naming(entry: &Entry, from: &str, to: &str, act_alone: bool) -> Entry {
    let mut fields = entry.fields_json();
    for field in fields.as_array_mut().unwrap() {
        if !act_alone || field["c"].get("command").is_some() {
            *field = serde_json::from_str(&field.to_string().replace(from, to)).unwrap();
        }
    }
    Entry { fields: Entry::fields_from_json(fields).unwrap(), ..entry.clone() }
}

fn rule<T: std::fmt::Debug>(result: &Result<T, ActError>) -> &'static str {
    match result {
        Err(ActError::Refused(refusals)) => refusals[0].rule.id,
        other => panic!("{other:?}"),
    }
}

async fn taken(store: &Store, file: &[u8]) -> Result<TakenIn, ActError> {
    store.take_in(Cursor::new(file), None).await
}

fn bad(result: &Result<TakenIn, ActError>) -> FieldBad {
    match result {
        Err(ActError::Fault(error)) => match error.as_ref() {
            StoreError::Field(bad) => *bad,
            other => panic!("{other}"),
        },
        other => panic!("{other:?}"),
    }
}

async fn waiting(store: &Store, audit: Key) -> Vec<FieldAct> {
    let page = store.linked_page(Kind::FieldAct, "audit", audit.id, None, 100).await.unwrap();
    page.iter().map(|(_, found)| FieldAct::unwrap(&found.record).unwrap().clone()).collect()
}

/// A house with an audit, and restricted evidence in it that its leader has taken; the digest of its file.
async fn house(base: &Base) -> (Store, UnderWay, String) {
    let store = base.make().await;
    let stood = UnderWay::made(&store, 1, 1).await;
    let kept = store.blobs().put(Bytes::from_static(SECRET)).await.unwrap();
    let take = taking(stood.audit, &kept.sha256, SECRET, "restricted");
    give(&store, Some(stood.leader), "evidence.take", take).await;
    (store, stood, kept.sha256)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journal_that_names_a_file_without_its_bytes_gets_nobody_that_file() {
    let base = Base::sqlite();
    let (store, stood, secret) = house(&base).await;
    let laptop = Laptop::lent(&base, &store, &stood, "a.field").await;
    laptop.photographed(OWN).await;
    let (entries, own) = (laptop.entries().await, digest(OWN));
    let head = store.head_seq().await.unwrap();

    // The file is not in it, or another is under its name: refused whole, though the house has the file.
    let all: Vec<Entry> = entries.iter().map(|entry| naming(entry, &own, &secret, false)).collect();
    for files in [vec![], vec![(secret.as_str(), OWN)]] {
        assert_eq!(bad(&taken(&store, &laptop.forged(&all, &files)).await), FieldBad::Damaged);
    }
    assert_eq!(store.head_seq().await.unwrap(), head, "nothing half done");

    // The act alone names it: it waits, and is not taken by whoever decides either.
    let act: Vec<Entry> = entries.iter().map(|entry| naming(entry, &own, &secret, true)).collect();
    let came = taken(&store, &laptop.forged(&act, &[(own.as_str(), OWN)])).await.unwrap();
    assert_eq!((came.acts, came.carried, came.waiting), (1, 0, 1));
    let waits = waiting(&store, stood.audit).await.remove(0);
    assert_eq!(waits.rule().as_str(), "evidence.there");
    assert!(waits.why().as_str().contains(&format!("no file with the digest {secret} was taken in")));
    let take = command("field.take", &json!({ "field_act": waits.id().to_string() }));
    for by in [acting(stood.leader), Actor::Operator { on_behalf_of: Some(person(stood.leader)) }] {
        let decided = store.execute(Act::new(by, take.clone())).await;
        assert_eq!(rule(&decided), "evidence.there");
    }
    assert_eq!(store.evidence_of_file(&secret).await.unwrap().len(), 1);
}

fn person(key: Key) -> assize_domain::kernel::id::PersonId {
    key.id.into()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_bytes_takes_a_file_that_the_house_has_too() {
    let base = Base::sqlite();
    let (store, stood, secret) = house(&base).await;
    let laptop = Laptop::lent(&base, &store, &stood, "a.field").await;
    laptop.photographed(SECRET).await;
    // What is forged in these tests is what would be taken.
    let honest = laptop.forged(&laptop.entries().await, &[(secret.as_str(), SECRET)]);
    let came = taken(&store, &honest).await.unwrap();
    assert_eq!((came.acts, came.carried, came.waiting), (1, 1, 0));
    assert_eq!(store.evidence_of_file(&secret).await.unwrap().len(), 2);

    // One that waits for another reason has brought its file, and is taken when somebody decides so.
    let lost = Laptop::lent(&base, &store, &stood, "b.field").await;
    lost.photographed(SECRET).await;
    give(&store, Some(stood.leader), "field.revoke", json!({ "loan": id(lost.loan), "why": "Lost" })).await;
    assert_eq!(taken(&store, &lost.goes_home().await).await.unwrap().waiting, 1);
    let waits = waiting(&store, stood.audit).await.remove(0);
    let take = command("field.take", &json!({ "field_act": waits.id().to_string() }));
    store.execute(Act::new(acting(stood.leader), take)).await.unwrap();
    assert_eq!(store.evidence_of_file(&secret).await.unwrap().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_a_file_that_came_home_is_no_longer_than_the_file() {
    let base = Base::sqlite();
    let (store, stood, _) = house(&base).await;
    let laptop = Laptop::lent(&base, &store, &stood, "a.field").await;
    laptop.photographed(OWN).await;
    let entries = laptop.entries().await;
    let head = store.head_seq().await.unwrap();
    let own = format!("blobs/{}", digest(OWN));
    let refused = async |inside: &[u8]| bad(&taken(&store, &locked(&laptop.home, inside)).await);
    let files = laptop.inside(&entries, 0);
    let mut all: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    all.push((own.as_str(), OWN));
    assert_eq!(refused(&zipped(&all, CompressionMethod::Deflated)).await, FieldBad::Damaged);

    // A name twice: zip writers refuse that, so that it is written over in the bytes.
    all.push(("checkpoinu", b"another".as_slice()));
    let mut twice = zipped(&all, CompressionMethod::Stored);
    while let Some(at) = twice.windows(10).position(|part| part == b"checkpoinu") {
        twice[at + 9] = b't';
    }
    assert_eq!(refused(&twice).await, FieldBad::Damaged);
    all.pop();

    // A line that is longer than any entry makes it.
    let files = laptop.inside(&entries, 2 * ENTRY_BYTES_MAX);
    let mut longer: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    longer.push((own.as_str(), OWN));
    assert_eq!(refused(&zipped(&longer, CompressionMethod::Stored)).await, FieldBad::Damaged);

    // A file that is longer than whoever asks takes in.
    let home = laptop.goes_home().await;
    let (audit, by) = (id(stood.audit).parse().unwrap(), acting(stood.leader));
    let most = OWN.len() as u64;
    let too_long = store.take_in_of(audit, Cursor::new(&home), &by, most - 1).await;
    assert_eq!(bad(&too_long), FieldBad::TooLong { bytes_max: most - 1 });
    assert_eq!(store.head_seq().await.unwrap(), head, "nothing half done");

    // As they are, they are taken.
    assert_eq!(store.take_in_of(audit, Cursor::new(&home), &by, most).await.unwrap().carried, 1);
}
