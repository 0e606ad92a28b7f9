//! Work in the field: what goes out, what is done there, and what comes home, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assize_domain::evidence::{Note, Paper};
use assize_domain::field::{FieldAct, FieldActState, LoanState, Settlement};
use assize_domain::kernel::record::Record as _;
use assize_domain::{Actor, Key, Kind};
use assize_store::{
    Act, ActError, Against, Clock, Documents, EvidenceKey, EvidenceKeys, Field, FieldBad, FieldKey,
    FieldLock, Lending, NoticeKind, PAGE_ROWS_MAX, Store, StoreError, TakenIn, Verdict, WIPED, Which, verify,
};
use bytes::Bytes;
use common::under_way::UnderWay;
use common::{Base, EVIDENCE, command, each_database, give, signer};
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _, Row as _};

fn id(key: Key) -> String {
    key.id.to_string()
}

fn acting(person: Key) -> Actor {
    Actor::Person { person: person.id.to_string().parse().unwrap() }
}

fn lending(stood: &UnderWay, borrower: Key) -> Lending {
    let by = acting(borrower);
    let Actor::Person { person } = by else { panic!("no person") };
    let audit = id(stood.audit).parse().unwrap();
    Lending { audit, borrower: person, papers: None, documents: Documents::All, by }
}

/// A laptop: a folder with a field file, and the key that it opens with.
struct Laptop {
    folder: PathBuf,
    key: FieldKey,
    borrower: Key,
    loan: Key,
}

impl Laptop {
    async fn lent(store: &Store, stood: &UnderWay, borrower: Key, folder: PathBuf) -> Self {
        std::fs::create_dir_all(&folder).unwrap();
        let (key, recipient) = FieldKey::make();
        let mut file = Vec::new();
        let lock = FieldLock::recipient(&recipient).unwrap();
        let lent = store.lend(&lending(stood, borrower), &lock, &mut file).await.unwrap();
        std::fs::write(folder.join("a.field"), file).unwrap();
        Self { folder, key, borrower, loan: Key::of(lent.loan) }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("a.field")
    }

    async fn open(&self) -> Field {
        Field::open(&self.file(), &self.key, Clock::System, 120).await.unwrap()
    }

    /// Closes what is open, so that it can be opened again.
    async fn shut(&self, field: Field) {
        field.store.close().await;
        drop(field);
        // The writer lets go of its file when it is told that nobody waits for it any more.
        for _ in 0..6_000 {
            match Field::open(&self.file(), &self.key, Clock::System, 120).await {
                Ok(_) => return,
                Err(StoreError::Field(FieldBad::Open)) => {
                    tokio::time::sleep(std::time::Duration::from_millis(10)).await;
                }
                Err(other) => panic!("{other}"),
            }
        }
        panic!("the file is never let go of");
    }

    async fn home(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let field = self.again().await;
        field.home(&mut out).await.unwrap();
        out
    }

    /// Opens it as soon as it is let go of.
    async fn again(&self) -> Field {
        for _ in 0..6_000 {
            match Field::open(&self.file(), &self.key, Clock::System, 120).await {
                Ok(field) => return field,
                Err(StoreError::Field(FieldBad::Open)) => {
                    tokio::time::sleep(std::time::Duration::from_millis(10)).await;
                }
                Err(other) => panic!("{other}"),
            }
        }
        panic!("the file is never let go of");
    }
}

async fn done(store: &Store, by: Key, name: &str, body: Value) -> Key {
    let act = Act::new(acting(by), command(name, &body));
    let done = store.execute(act).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    done.subject().unwrap()
}

async fn noted(store: &Store, by: Key, paper: Key, text: &str) -> Key {
    let note = json!({ "paper": id(paper), "method": "observation", "role": null, "text": text });
    done(store, by, "note.write", note).await
}

async fn photographed(store: &Store, by: Key, audit: Key, bytes: &[u8]) -> Key {
    let stored = store.blobs().put(Bytes::copy_from_slice(bytes)).await.unwrap();
    let take = json!({ "audit": id(audit), "name": "rack.jpg", "sha256": stored.sha256, "bytes": stored.bytes,
        "media": "image/jpeg", "classification": "confidential" });
    let act = Act::new(acting(by), command("evidence.take", &take)).with_file(stored.sha256);
    store.execute(act).await.unwrap().subject().unwrap()
}

fn evaluation(paper: Key, reason: &str) -> Value {
    json!({ "paper": id(paper), "evaluation": "not_audited", "reason": reason })
}

async fn taken(store: &Store, file: &[u8]) -> TakenIn {
    store.take_in(Cursor::new(file), None).await.unwrap_or_else(|error| panic!("{error}"))
}

fn bad(result: Result<TakenIn, ActError>) -> FieldBad {
    match result {
        Err(ActError::Fault(error)) => match error.as_ref() {
            StoreError::Field(bad) => *bad,
            other => panic!("{other}"),
        },
        other => panic!("{other:?}"),
    }
}

async fn note_of(store: &Store, key: Key) -> Note {
    let found = store.record(key).await.unwrap().unwrap_or_else(|| panic!("{key} is not there"));
    Note::unwrap(&found.record).unwrap().clone()
}

async fn waiting(store: &Store, audit: Key) -> Vec<FieldAct> {
    let mut acts = Vec::new();
    let mut after = None;
    loop {
        let page = store.linked_page(Kind::FieldAct, "audit", audit.id, after, PAGE_ROWS_MAX).await.unwrap();
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        acts.extend(page.iter().map(|(_, found)| FieldAct::unwrap(&found.record).unwrap().clone()));
    }
    acts.sort_by_key(|act| (*act.loan(), *act.number()));
    acts
}

async fn verdict(base: &Base, store: &Store) -> Verdict {
    store.publish(&signer("example.com/log", 7)).await.unwrap();
    verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap()
}

fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_under(&path, found) } else { found.push(path) }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_audit_goes_out_is_worked_on_and_comes_home_as_it_was_done() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = UnderWay::made(&store, 1, 3).await;
        let laptop = Laptop::lent(&store, &stood, stood.auditors[0], base.path("laptop")).await;
        let field = laptop.open().await;
        let shown = field.store.blobs().get(&sha256(EVIDENCE)).await.unwrap().unwrap();
        assert_eq!(shown, EVIDENCE, "what goes out is there");
        let me = laptop.borrower;
        let note = noted(&field.store, me, stood.papers[0], "Zqsecret in the field").await;
        laptop.shut(field).await;

        let field = laptop.again().await;
        assert_eq!(note_of(&field.store, note).await.text().as_str(), "Zqsecret in the field");
        let edit = json!({ "note": id(note), "role": null, "text": "Zqsecret, seen twice" });
        done(&field.store, me, "note.edit", edit).await;
        let photo = photographed(&field.store, me, stood.audit, b"Zqphoto of a rack").await;
        let attach = json!({ "paper": id(stood.papers[0]), "evidence": id(photo) });
        done(&field.store, me, "paper.attach", attach).await;
        let conforms = json!({ "paper": id(stood.papers[0]), "evaluation": "conforms", "reason": null });
        done(&field.store, me, "paper.evaluate", conforms).await;
        let first_entry = entries(&field.store).await.remove(0);
        laptop.shut(field).await;

        // Nothing of it is on the disk in the clear.
        let mut files = Vec::new();
        files_under(&laptop.folder, &mut files);
        assert!(files.len() >= 4, "{files:?}");
        for file in files {
            let bytes = std::fs::read(&file).unwrap();
            for secret in [b"Zqsecret".as_slice(), b"Zqphoto", b"no level of acceptance", b"Auditor 0"] {
                assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{} tells", file.display());
            }
        }

        let home = laptop.home().await;
        let before = store.head_seq().await.unwrap();
        let came = taken(&store, &home).await;
        assert_eq!((came.acts, came.carried, came.waiting, came.before), (5, 5, 0, 0));
        let here = note_of(&store, note).await;
        assert_eq!((here.text().as_str(), Key::of(*here.author())), ("Zqsecret, seen twice", me));
        let file = store.blobs().get(&sha256(b"Zqphoto of a rack")).await.unwrap().unwrap();
        assert_eq!(file.as_ref(), b"Zqphoto of a rack");
        let paper = store.record(stood.papers[0]).await.unwrap().unwrap();
        assert_eq!(Paper::unwrap(&paper.record).unwrap().state().word(), "evaluated");

        // Both times are kept: that of the entry is the house's.
        let written = store.entries(Which::All, before, 20).await.unwrap().remove(1).unwrap().entry;
        let beside = written.field().unwrap();
        assert_eq!(written.kind, "note.written");
        assert_eq!(beside["at"], json!(first_entry.at.to_string()));
        assert_eq!((&beside["number"], &beside["zone_minutes"]), (&json!(1), &json!(120)));
        assert_eq!(written.value("actor").unwrap()["person"], json!(id(me)));

        // Twice changes nothing, and what can be proven holds.
        let head = store.head_seq().await.unwrap();
        let again = taken(&store, &home).await;
        assert_eq!((again.carried, again.waiting, again.before), (0, 0, 5));
        assert_eq!(store.head_seq().await.unwrap(), head);
        let verdict = verdict(&base, &store).await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!(verdict.from_field, 5);
    }
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    assize_domain::kernel::entry::hex(&sha2::Sha256::digest(bytes))
}

async fn entries(store: &Store) -> Vec<assize_domain::kernel::entry::Entry> {
    let found = store.entries(Which::All, 0, 1_000).await.unwrap();
    found.into_iter().map(|stored| stored.unwrap().entry).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_field_there_is_audit_work_by_the_borrower_alone() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = UnderWay::made(&store, 2, 1).await;
    let laptop = Laptop::lent(&store, &stood, stood.auditors[0], base.path("laptop")).await;
    let field = laptop.open().await;
    let refused = async |by: Key, name: &str, body: Value| match field
        .store
        .execute(Act::new(acting(by), command(name, &body)))
        .await
    {
        Err(ActError::Refused(refusals)) => refusals[0].rule.id,
        other => panic!("{name}: {other:?}"),
    };
    let audit = json!({ "audit": id(stood.audit) });
    assert_eq!(refused(laptop.borrower, "audit.end_fieldwork", audit).await, "field.command");
    let note = json!({ "paper": id(stood.papers[0]), "method": "observation", "role": null, "text": "x" });
    assert_eq!(refused(stood.auditors[1], "note.write", note.clone()).await, "field.command");
    assert_eq!(field.acts().await.unwrap(), 0);
    done(&field.store, laptop.borrower, "note.write", note).await;
    assert_eq!(field.acts().await.unwrap(), 1);
    // The store itself makes loans, and reads what comes home.
    let wait = json!({ "loan": id(laptop.loan), "acts": 1, "entries": 1, "journal": "ab".repeat(32), "journal_bytes": 1,
        "checkpoint": "x", "closed": "2026-09-01T07:00:00Z" });
    match store.execute(Act::new(acting(stood.leader), command("field.bring", &wait))).await {
        Err(ActError::Refused(refusals)) => assert_eq!(refusals[0].rule.id, "field.file"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_one_paper_everybody_keeps_their_notes_and_what_clashes_waits_for_a_person() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = UnderWay::made(&store, 2, 2).await;
        let one = Laptop::lent(&store, &stood, stood.auditors[0], base.path("one")).await;
        let two = Laptop::lent(&store, &stood, stood.auditors[1], base.path("two")).await;
        let mut notes = Vec::new();
        for laptop in [&one, &two] {
            let field = laptop.open().await;
            notes.push(noted(&field.store, laptop.borrower, stood.papers[0], "Seen by me").await);
            done(&field.store, laptop.borrower, "paper.evaluate", evaluation(stood.papers[0], "Mine")).await;
            let reopen = json!({ "paper": id(stood.papers[0]), "reason": "Looked again" });
            done(&field.store, laptop.borrower, "paper.reopen", reopen).await;
            noted(&field.store, laptop.borrower, stood.papers[1], "Elsewhere").await;
            laptop.shut(field).await;
        }
        let came = taken(&store, &one.home().await).await;
        assert_eq!((came.acts, came.carried, came.waiting), (4, 4, 0));
        let came = taken(&store, &two.home().await).await;
        // The evaluation was made without knowing of the other's; what rests on it waits with it.
        assert_eq!((came.acts, came.carried, came.waiting), (4, 2, 2));
        for note in &notes {
            assert_eq!(note_of(&store, *note).await.text().as_str(), "Seen by me");
        }
        let waits = waiting(&store, stood.audit).await;
        let rules: Vec<(&str, &str)> =
            waits.iter().map(|act| (act.command().as_str(), act.rule().as_str())).collect();
        assert_eq!(rules, [("paper.evaluate", "record.version"), ("paper.reopen", "field.fits")]);
        assert!(waits[0].body().as_str().contains("Mine"), "its text is kept");

        // Taken, it is carried out by whom it was, with the time of the field beside it.
        let evaluate = Key::of(waits[0].id());
        give(&store, Some(stood.leader), "field.take", json!({ "field_act": id(evaluate) })).await;
        let paper = store.record(stood.papers[0]).await.unwrap().unwrap();
        let (_, _, stamp) = Paper::unwrap(&paper.record).unwrap().state().evaluation().unwrap();
        assert_eq!(stamp.by, acting(two.borrower));
        let settle =
            json!({ "field_act": waits[1].id().to_string(), "settlement": "set_aside", "reason": "No need" });
        give(&store, Some(stood.leader), "field.settle", settle).await;
        let states: Vec<FieldActState> =
            waiting(&store, stood.audit).await.iter().map(|act| act.state().clone()).collect();
        assert!(matches!(states[0], FieldActState::Taken { .. }));
        assert!(matches!(states[1], FieldActState::Settled { settlement: Settlement::SetAside, .. }));
        let again = taken(&store, &two.home().await).await;
        assert_eq!((again.carried, again.waiting, again.before), (0, 0, 4), "what was decided stays decided");
        let verdict = verdict(&base, &store).await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!(verdict.from_field, 8);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_revoked_loan_brings_waits_and_is_not_dropped() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = UnderWay::made(&store, 1, 1).await;
    let laptop = Laptop::lent(&store, &stood, stood.auditors[0], base.path("laptop")).await;
    let field = laptop.open().await;
    noted(&field.store, laptop.borrower, stood.papers[0], "Before it was lost").await;
    let early = {
        let mut out = Vec::new();
        field.home(&mut out).await.unwrap();
        out
    };
    noted(&field.store, laptop.borrower, stood.papers[0], "After").await;
    laptop.shut(field).await;
    let late = laptop.home().await;
    assert_eq!(taken(&store, &early).await.carried, 1);
    give(&store, Some(stood.leader), "field.revoke", json!({ "loan": id(laptop.loan), "why": "Lost" })).await;
    let told = async || {
        let untold = store.notices_untold().await.unwrap();
        untold.iter().filter(|notice| notice.kind == NoticeKind::FieldWaits).count()
    };
    assert_eq!(told().await, 0, "what was carried out is nobody's to decide");
    let came = taken(&store, &late).await;
    assert_eq!((came.before, came.carried, came.waiting), (1, 0, 1));
    assert_eq!(told().await, 1, "whoever decides is written to");
    // An earlier state of what was brought changes nothing.
    let head = store.head_seq().await.unwrap();
    assert_eq!(taken(&store, &early).await.before, 1);
    assert_eq!((store.head_seq().await.unwrap(), told().await), (head, 1));
    let loan = store.record(laptop.loan).await.unwrap().unwrap();
    let loan = assize_domain::field::Loan::unwrap(&loan.record).unwrap().clone();
    assert!(matches!(loan.state(), LoanState::Revoked { .. }));
    assert_eq!(loan.returns().len(), 2);
    let waits = waiting(&store, stood.audit).await;
    assert_eq!(waits[0].rule().as_str(), "field.stands");
    give(&store, Some(stood.leader), "field.take", json!({ "field_act": waits[0].id().to_string() })).await;
    let verdict = verdict(&base, &store).await;
    assert!(verdict.is_ok(), "{:?}", verdict.problems);
}

/// Takes what came home in by a store that has these keys of evidence at hand.
async fn taken_with(base: &Base, keys: &[&EvidenceKey], file: &[u8]) -> Result<TakenIn, ActError> {
    let store = base.open().await;
    let keys = EvidenceKeys::new(keys.iter().copied().cloned().collect());
    let source = keys.clone();
    let _ = store.use_evidence_keys(Arc::new(move || source.clone())).await;
    if keys.as_ref().is_some_and(|keys| keys.all().len() > 1) {
        assert_eq!(store.rewrap_evidence(|_| ()).await.unwrap().left, Vec::<String>::new());
    }
    let taken = store.take_in(Cursor::new(file), None).await;
    store.close().await;
    taken
}

/// The keys of the ways back as they stand in the database, the first loan's first; nothing of PostgreSQL.
async fn keys_kept(base: &Base) -> Option<Vec<String>> {
    let address = base.addresses.database.strip_prefix("sqlite:").map(|_| &base.addresses.database)?;
    let mut conn = sqlx::SqliteConnection::connect(address).await.unwrap();
    let rows = conn.fetch_all("SELECT identity FROM loan_key ORDER BY loan").await.unwrap();
    Some(rows.iter().map(|row| row.get(0)).collect())
}

fn lacks_key(taken: Result<TakenIn, ActError>) -> bool {
    matches!(taken, Err(ActError::Fault(error)) if matches!(error.as_ref(), StoreError::EvidenceKey { .. }))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_of_the_way_back_is_wrapped_where_files_are_encrypted() {
    for base in each_database().await {
        let (old, new) = (EvidenceKey::make().unwrap(), EvidenceKey::make().unwrap());
        let store = base.make().await;
        let stood = UnderWay::made(&store, 1, 1).await;
        // Lent before there was a key, and after.
        let before = Laptop::lent(&store, &stood, stood.auditors[0], base.path("before")).await;
        let keys = EvidenceKeys::new(vec![old.clone()]).unwrap();
        assert!(store.use_evidence_keys(Arc::new(move || Some(keys.clone()))).await.unwrap());
        let after = Laptop::lent(&store, &stood, stood.auditors[0], base.path("after")).await;
        store.close().await;
        let [before, after] = [before, after].map(|laptop| async move { laptop.home().await });
        let (before, after) = (before.await, after.await);

        let wrapped_with = |key: &EvidenceKey| format!("wrapped:{}:", key.name());
        if let Some(kept) = keys_kept(&base).await {
            assert!(kept[0].starts_with("AGE-SECRET-KEY-"), "lent before there was a key");
            assert!(kept[1].starts_with(&wrapped_with(&old)));
        }
        assert!(lacks_key(taken_with(&base, &[], &after).await));
        assert!(taken_with(&base, &[&old], &after).await.is_ok());
        // With another key all of them are wrapped anew.
        assert!(taken_with(&base, &[&new, &old], &after).await.is_ok());
        if let Some(kept) = keys_kept(&base).await {
            assert!(kept.iter().all(|kept| kept.starts_with(&wrapped_with(&new))));
        }
        assert!(lacks_key(taken_with(&base, &[&old], &after).await));
        assert!(taken_with(&base, &[&new], &before).await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_cut_changed_or_is_anothers_is_refused_whole() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = UnderWay::made(&store, 1, 1).await;
    let laptop = Laptop::lent(&store, &stood, stood.auditors[0], base.path("laptop")).await;
    let field = laptop.open().await;
    noted(&field.store, laptop.borrower, stood.papers[0], "Seen").await;
    photographed(&field.store, laptop.borrower, stood.audit, &vec![7; 200_000]).await;
    laptop.shut(field).await;
    let home = laptop.home().await;
    let head = store.head_seq().await.unwrap();
    let out = std::fs::read(laptop.file()).unwrap();
    for length in [0, 10, 150, home.len() / 3, home.len() - 70_000, home.len() - 1] {
        let cut = store.take_in(Cursor::new(&home[..length]), None).await;
        assert!(matches!(bad(cut), FieldBad::Form | FieldBad::Damaged), "cut at {length}");
    }
    for at in [300, home.len() / 2, home.len() - 20] {
        let mut changed = home.clone();
        changed[at] ^= 1;
        let changed = store.take_in(Cursor::new(changed), None).await;
        assert!(
            matches!(bad(changed), FieldBad::Damaged | FieldBad::Unknown | FieldBad::Form),
            "changed at {at}"
        );
    }
    assert_eq!(
        bad(store.take_in(Cursor::new(out.clone()), None).await),
        FieldBad::Unknown,
        "it goes out, not in"
    );
    assert_eq!(bad(store.take_in(Cursor::new(b"PK\x03\x04"), None).await), FieldBad::Form);
    assert_eq!(store.head_seq().await.unwrap(), head, "nothing half done");
    assert!(store.blobs().length(&sha256(&vec![7; 200_000])).await.unwrap().is_none());

    // The laptop says the same of what it is given.
    let opened = async |bytes: &[u8], key: &FieldKey| {
        let file = base.path("other.field");
        std::fs::write(&file, bytes).unwrap();
        match Field::open(&file, key, Clock::System, 0).await {
            Err(StoreError::Field(bad)) => bad,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(opened(&out, &FieldKey::make().0).await, FieldBad::Shut);
    assert!(matches!(opened(&out[..out.len() / 2], &laptop.key).await, FieldBad::Damaged | FieldBad::Form));
    assert_eq!(opened(b"nothing", &laptop.key).await, FieldBad::Form);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_leave_is_seen_and_not_taken_and_wiped_with_a_record() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = UnderWay::made(&store, 1, 1).await;
        let laptop = Laptop::lent(&store, &stood, stood.auditors[0], base.path("laptop")).await;
        let field = laptop.open().await;
        let shown = field.store.blobs().put(Bytes::from_static(b"Zqkeys of the vault")).await.unwrap();
        let seen = json!({ "audit": id(stood.audit), "name": "keys.csv", "what": "The list of keys", "place": "Their vault",
            "seen_at": "2026-09-02T08:00:00Z", "seen_by": id(laptop.borrower), "sha256": shown.sha256,
            "classification": "confidential" });
        let seen = done(&field.store, laptop.borrower, "evidence.record_seen", seen).await;
        laptop.shut(field).await;
        let field = laptop.again().await;
        let there = field.store.blobs().get(&shown.sha256).await.unwrap().unwrap();
        assert_eq!(there.as_ref(), b"Zqkeys of the vault", "until it goes home it can be looked at");
        let mut home = Vec::new();
        assert_eq!(field.home(&mut home).await.unwrap().wiped, 1);
        assert!(field.store.blobs().get(&shown.sha256).await.unwrap().is_none());
        let mut again = Vec::new();
        assert_eq!(field.home(&mut again).await.unwrap().wiped, 0);
        laptop.shut(field).await;
        let came = taken(&store, &home).await;
        assert_eq!((came.acts, came.carried), (2, 2));
        assert!(store.blobs().length(&shown.sha256).await.unwrap().is_none(), "the file did not leave");
        let found = store.record(seen).await.unwrap().unwrap();
        let evidence = assize_domain::evidence::Evidence::unwrap(&found.record).unwrap();
        assert_eq!(evidence.form().word(), "seen");
        let steps: Vec<&str> = evidence.custody().iter().map(|step| step.what.as_str()).collect();
        assert!(steps.contains(&WIPED), "{steps:?}");
        assert!(verdict(&base, &store).await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_a_laptop_that_was_worked_on_by_itself_is_refused() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = UnderWay::made(&store, 1, 1).await;
    let laptop = Laptop::lent(&store, &stood, stood.auditors[0], base.path("laptop")).await;
    let copy = Laptop {
        folder: base.path("copy"),
        key: laptop.key.clone(),
        borrower: laptop.borrower,
        loan: laptop.loan,
    };
    std::fs::create_dir_all(&copy.folder).unwrap();
    std::fs::copy(laptop.file(), copy.file()).unwrap();
    for (one, text) in [(&laptop, "Here"), (&copy, "There")] {
        let field = one.open().await;
        noted(&field.store, one.borrower, stood.papers[0], text).await;
        noted(&field.store, one.borrower, stood.papers[0], text).await;
        one.shut(field).await;
    }
    assert_eq!(taken(&store, &laptop.home().await).await.carried, 2);
    let head = store.head_seq().await.unwrap();
    let branched = store.take_in(Cursor::new(copy.home().await), None).await;
    assert_eq!(bad(branched), FieldBad::Branched);
    assert_eq!(store.head_seq().await.unwrap(), head);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_dropped_or_added_on_the_way_is_found() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = UnderWay::made(&store, 1, 1).await;
    let laptop = Laptop::lent(&store, &stood, stood.auditors[0], base.path("laptop")).await;
    let field = laptop.open().await;
    noted(&field.store, laptop.borrower, stood.papers[0], "Seen").await;
    laptop.shut(field).await;
    taken(&store, &laptop.home().await).await;
    assert!(verdict(&base, &store).await.is_ok());
    store.close().await;
    // Whoever holds the database makes the checkpoint say less than came home.
    base.run("UPDATE loan_returns SET checkpoint = replace(checkpoint, 'assize/field', 'assize/forge')")
        .await;
    let verdict = verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap();
    assert!(!verdict.is_ok());
}

/// Random numbers from a seed, so that what fails can be tried again.
struct Dice(u64);

impl Dice {
    fn next(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }
}

/// One random act in a field; whether the law took it.
async fn random_act(field: &Field, stood: &UnderWay, dice: &mut Dice, mine: &mut Vec<Key>, n: usize) -> bool {
    let me = Key::of(field.borrower());
    let paper = id(stood.papers[dice.next(stood.papers.len())]);
    let (name, body) = match dice.next(10) {
        0..=3 => (
            "note.write",
            json!({ "paper": paper, "method": "observation", "role": null, "text": format!("Note {n}") }),
        ),
        4 | 5 if !mine.is_empty() => {
            let note = id(mine[dice.next(mine.len())]);
            ("note.edit", json!({ "note": note, "role": null, "text": format!("Edited {n}") }))
        }
        6 => {
            let sample = json!({ "population": format!("Tickets {n}"), "population_size": 90, "size": 9, "basis": "By lot", "deviations": 1 });
            ("paper.record_sample", json!({ "paper": paper, "sample": sample }))
        }
        7 => (
            "paper.evaluate",
            json!({ "paper": paper, "evaluation": "not_audited", "reason": format!("Reason {n}") }),
        ),
        8 => ("paper.reopen", json!({ "paper": paper, "reason": format!("Again {n}") })),
        _ => (
            "message.log",
            json!({ "audit": id(stood.audit), "kind": "progress", "text": format!("Told {n}"), "told": [id(stood.leader)] }),
        ),
    };
    match field.store.execute(Act::new(acting(me), command(name, &body))).await {
        Ok(done) => {
            if name == "note.write" {
                mine.push(done.subject().unwrap());
            }
            !done.events.is_empty()
        }
        Err(ActError::Refused(_)) => false,
        Err(other) => panic!("{name}: {other}"),
    }
}

/// Five laptops, random acts, random orders of return, files repeated and cut: everything is there or waits, and the same files in the same
/// order come to the same. `ASSIZE_FIELD_ACTS` says how many acts.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_five_laptops_bring_in_whatever_order_is_there_or_waits() {
    let acts: usize = std::env::var("ASSIZE_FIELD_ACTS").map_or(150, |text| text.parse().unwrap());
    for base in each_database().await {
        let store = base.make().await;
        let stood = UnderWay::made(&store, 5, 6).await;
        let mut dice = Dice(0x5eed_f1e1_d000_0001);
        let mut laptops = Vec::new();
        for (n, auditor) in stood.auditors.iter().enumerate() {
            laptops.push(Laptop::lent(&store, &stood, *auditor, base.path(&format!("laptop-{n}"))).await);
        }
        // The house goes on meanwhile.
        for n in 0..10 {
            noted(&store, stood.leader, stood.papers[dice.next(6)], &format!("In the house {n}")).await;
        }
        let mut files = Vec::new();
        let mut total = 0;
        for (n, laptop) in laptops.iter().enumerate() {
            let field = laptop.open().await;
            let (mut mine, mut done) = (Vec::new(), 0);
            let most = acts / laptops.len();
            for act in 0..most {
                done += i64::from(random_act(&field, &stood, &mut dice, &mut mine, n * most + act).await);
                if act == most / 2 {
                    let mut half = Vec::new();
                    field.home(&mut half).await.unwrap();
                    files.push(half);
                }
            }
            assert_eq!(field.acts().await.unwrap(), done);
            total += done;
            let mut whole = Vec::new();
            field.home(&mut whole).await.unwrap();
            files.push(whole);
        }
        // A backup has the keys of the ways back: a house that was restored takes in what the other lent.
        let mut backup = Cursor::new(Vec::new());
        store.backup(&mut backup).await.unwrap();
        let twin = Base::sqlite();
        let restored = Store::restore(&mut backup, &twin.addresses, Clock::System).await.unwrap();
        let order: Vec<usize> =
            (0..files.len() * 3).map(|_| dice.next(files.len())).chain(0..files.len()).collect();
        for n in order {
            if dice.next(4) == 0 {
                let cut = &files[n][..files[n].len() - 1 - dice.next(files[n].len() / 2)];
                for store in [&store, &restored.store] {
                    let refused = store.take_in(Cursor::new(cut), None).await;
                    assert!(matches!(bad(refused), FieldBad::Damaged | FieldBad::Form));
                }
            }
            let one = taken(&store, &files[n]).await;
            let two = taken(&restored.store, &files[n]).await;
            assert_eq!(one, two, "the same files in the same order come to the same");
        }
        let waits = waiting(&store, stood.audit).await;
        let told = |acts: &[FieldAct]| -> BTreeMap<(String, i64), (String, String)> {
            let one = |act: &FieldAct| {
                ((act.loan().to_string(), *act.number()), (act.rule().to_string(), act.body().to_string()))
            };
            acts.iter().map(one).collect()
        };
        assert_eq!(told(&waits), told(&waiting(&restored.store, stood.audit).await));
        let verdict = verdict(&base, &store).await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!(verdict.from_field, u64::try_from(total).unwrap());
        eprintln!(
            "{total} acts of {acts} were done, {} came home as they were, {} wait",
            total - i64::try_from(waits.len()).unwrap(),
            waits.len()
        );
        assert!(
            !waits.is_empty() && waits.len() < usize::try_from(total).unwrap(),
            "{} of {total}",
            waits.len()
        );
    }
}
