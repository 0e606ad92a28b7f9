//! Files that come home from the field: those of acts that wait are kept like any other, what was erased stays erased, and what may not leave
//! is wiped.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::field::FieldAct;
use assize_domain::kernel::record::Record as _;
use assize_domain::{Actor, Key, Kind};
use assize_store::{
    Act, Against, Clock, Documents, EvidenceKey, EvidenceKeys, ExportTo, Field, FieldKey, FieldLock, Lending,
    PAGE_ROWS_MAX, Seal, Store, TakenIn, Verdict, WIPED, Withhold, verify, verify_dossier,
};
use bytes::Bytes;
use common::under_way::UnderWay;
use common::{Base, EVIDENCE, command, each_database, give, signer, take};
use serde_json::{Value, json};

const PHOTO: &[u8] = b"Zqphoto of a rack";
const OTHER: &[u8] = b"Zqphoto of a door";

fn id(key: Key) -> String {
    key.id.to_string()
}

fn acting(person: Key) -> Actor {
    Actor::Person { person: person.id.to_string().parse().unwrap() }
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    assize_domain::kernel::entry::hex(&sha2::Sha256::digest(bytes))
}

/// A store with an audit that is under way, and a laptop on which it is open.
struct Out {
    store: Store,
    stood: UnderWay,
    field: Field,
    loan: Key,
}

impl Out {
    async fn lent(base: &Base) -> Self {
        let store = base.make().await;
        let stood = UnderWay::made(&store, 1, 1).await;
        let (key, recipient) = FieldKey::make();
        let by = acting(stood.auditors[0]);
        let Actor::Person { person } = by else { panic!("no person") };
        let audit = id(stood.audit).parse().unwrap();
        let lending = Lending { audit, borrower: person, papers: None, documents: Documents::All, by };
        let mut out = Vec::new();
        let lent = store.lend(&lending, &FieldLock::recipient(&recipient).unwrap(), &mut out).await.unwrap();
        let folder = base.path("laptop");
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("a.field");
        std::fs::write(&file, out).unwrap();
        let field = Field::open(&file, &key, Clock::System, 120).await.unwrap();
        Self { store, stood, field, loan: Key::of(lent.loan) }
    }

    /// Does something on the laptop.
    async fn does(&self, name: &str, body: &Value) -> Key {
        let act = Act::new(acting(self.stood.auditors[0]), command(name, body));
        // What is taken here has come in here.
        let act = match body["sha256"].as_str() {
            Some(sha256) => act.with_file(sha256.to_owned()),
            None => act,
        };
        let done = self.field.store.execute(act).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        done.subject().unwrap()
    }

    async fn photographs(&self, bytes: &'static [u8]) -> Key {
        let stored = self.field.store.blobs().put(Bytes::from_static(bytes)).await.unwrap();
        let take = json!({ "audit": id(self.stood.audit), "name": "rack.jpg", "sha256": stored.sha256,
            "bytes": stored.bytes, "media": "image/jpeg", "classification": "confidential" });
        self.does("evidence.take", &take).await
    }

    /// Sees what may not leave.
    async fn sees(&self, name: &str, bytes: &'static [u8]) -> Key {
        let shown = self.field.store.blobs().put(Bytes::from_static(bytes)).await.unwrap();
        let seen = json!({ "audit": id(self.stood.audit), "name": name, "what": "The list of keys", "place": "Their vault",
            "seen_at": "2026-09-02T08:00:00Z", "seen_by": id(self.stood.auditors[0]), "sha256": shown.sha256,
            "classification": "confidential" });
        self.does("evidence.record_seen", &seen).await
    }

    /// What goes home, and how many files were wiped.
    async fn home(&self) -> (Vec<u8>, u64) {
        let mut out = Vec::new();
        let closed = self.field.home(&mut out).await.unwrap();
        (out, closed.wiped)
    }

    /// Photographs it on a laptop whose loan is then revoked, so that the evidence waits.
    async fn waits_for(base: &Base, photos: &[&'static [u8]]) -> Self {
        let out = Self::lent(base).await;
        for bytes in photos {
            out.photographs(bytes).await;
        }
        let revoke = json!({ "loan": id(out.loan), "why": "The laptop was lost" });
        give(&out.store, Some(out.stood.leader), "field.revoke", revoke).await;
        let came = taken(&out.store, &out.home().await.0).await;
        assert_eq!(came.waiting, i64::try_from(photos.len()).unwrap());
        out
    }

    async fn steps_of(&self, evidence: Key) -> Vec<String> {
        let found = self.field.store.record(evidence).await.unwrap().unwrap();
        let steps = Evidence::unwrap(&found.record).unwrap().custody().to_vec();
        steps.iter().map(|step| step.what.to_string()).collect()
    }
}

async fn taken(store: &Store, file: &[u8]) -> TakenIn {
    store.take_in(Cursor::new(file), None).await.unwrap_or_else(|error| panic!("{error}"))
}

async fn waiting(store: &Store, audit: Key) -> Vec<FieldAct> {
    let page = store.linked_page(Kind::FieldAct, "audit", audit.id, None, PAGE_ROWS_MAX).await.unwrap();
    let mut acts: Vec<FieldAct> =
        page.iter().map(|(_, found)| FieldAct::unwrap(&found.record).unwrap().clone()).collect();
    acts.sort_by_key(|act| *act.number());
    acts
}

/// Takes the act that waits, and sees that its evidence opens.
async fn is_taken_and_opens(store: &Store, stood: &UnderWay) {
    let act = waiting(store, stood.audit).await.remove(0);
    give(store, Some(stood.leader), "field.take", json!({ "field_act": act.id().to_string() })).await;
    let page = store.linked_page(Kind::Evidence, "audit", stood.audit.id, None, PAGE_ROWS_MAX).await.unwrap();
    let photo = sha256(PHOTO);
    let named = page.iter().filter(|(_, found)| {
        matches!(Evidence::unwrap(&found.record).unwrap().form(),
            EvidenceForm::Taken { sha256, .. } if sha256.as_str() == photo)
    });
    assert_eq!(named.count(), 1);
    assert_eq!(store.blobs().get(&photo).await.unwrap().unwrap().as_ref(), PHOTO);
}

async fn erases_evidence(store: &Store, stood: &UnderWay, evidence: Key) {
    let body = json!({ "scope": { "is": "evidence", "evidence": id(evidence) }, "authority": "The auditee",
        "reason": "Demanded back" });
    give(store, Some(stood.manager), "record.erase", body).await;
}

async fn verdict(base: &Base, store: &Store) -> Verdict {
    store.publish(&signer("example.com/log", 7)).await.unwrap();
    verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_of_evidence_that_waits_goes_wherever_the_store_goes() {
    for base in each_database().await {
        let out = Out::waits_for(&base, &[PHOTO]).await;
        let (store, stood) = (&out.store, &out.stood);
        let found = verdict(&base, store).await;
        assert_eq!(
            (found.problems, found.evidence),
            (vec![], 3),
            "the document, the journal and the photograph"
        );

        let mut backup = Cursor::new(Vec::new());
        store.backup(&mut backup).await.unwrap();
        for twin in each_database().await {
            let restored = Store::restore(&mut backup, &twin.addresses, Clock::System).await.unwrap();
            assert_eq!(verdict(&twin, &restored.store).await.problems, vec![]);
            is_taken_and_opens(&restored.store, stood).await;
            assert_eq!(verdict(&twin, &restored.store).await.problems, vec![]);
        }
        let folder = base.path("moved");
        store.export_store(ExportTo::Folder(folder.clone()), |_, _| ()).await.unwrap();
        for twin in each_database().await {
            let moved =
                Store::import_store(&folder, &twin.addresses, Clock::System, |_, _| ()).await.unwrap();
            is_taken_and_opens(&moved.store, stood).await;
            assert_eq!(verdict(&twin, &moved.store).await.problems, vec![]);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_with_the_same_bytes_is_erased_and_what_waits_keeps_its_file() {
    for base in each_database().await {
        let out = Out::waits_for(&base, &[PHOTO]).await;
        let (store, stood) = (&out.store, &out.stood);
        let same = take(store, stood.leader, stood.audit, "the same.jpg", PHOTO).await;
        erases_evidence(store, stood, same).await;
        is_taken_and_opens(store, stood).await;
        assert_eq!(verdict(&base, store).await.problems, vec![]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_missed_is_said_until_its_act_is_settled_and_a_backup_without_it_is_restored() {
    for base in each_database().await {
        let out = Out::waits_for(&base, &[PHOTO]).await;
        let (store, stood) = (&out.store, &out.stood);
        store.blobs().remove(&sha256(PHOTO)).await.unwrap();
        let mut backup = Cursor::new(Vec::new());
        store.backup(&mut backup).await.unwrap();
        let twin = Base::sqlite();
        let restored = Store::restore(&mut backup, &twin.addresses, Clock::System).await.unwrap();
        for (place, store) in [(&base, store), (&twin, &restored.store)] {
            let found = verdict(place, store).await.problems;
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(
                found[0].place.contains(&sha256(PHOTO)) && found[0].what.contains("rack.jpg"),
                "{found:?}"
            );
        }
        // The file that came home has it still.
        taken(&restored.store, &out.home().await.0).await;
        is_taken_and_opens(&restored.store, stood).await;
        assert_eq!(verdict(&twin, &restored.store).await.problems, vec![]);

        let act = waiting(store, stood.audit).await.remove(0);
        let settle =
            json!({ "field_act": act.id().to_string(), "settlement": "set_aside", "reason": "It is lost" });
        give(store, Some(stood.leader), "field.settle", settle).await;
        assert_eq!(verdict(&base, store).await.problems, vec![]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_dossier_shows_what_nobody_has_taken() {
    let base = Base::sqlite();
    let out = Out::waits_for(&base, &[PHOTO]).await;
    let (store, stood) = (&out.store, &out.stood);
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap();
    let mut dossier = Cursor::new(Vec::new());
    let (audit, key) = (id(stood.audit).parse().unwrap(), signer.verifier_key());
    store.export_audit(audit, Seal::Unsigned(key), &Withhold::default(), &mut dossier).await.unwrap();
    assert_eq!(verify_dossier(&mut dossier, Some(key)).unwrap().problems, vec![]);
    let zip = zip::ZipArchive::new(dossier).unwrap();
    assert!(zip.file_names().all(|name| !name.unwrap().contains(&sha256(PHOTO))));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_files_of_acts_that_wait_or_were_settled_go_with_their_audit() {
    for base in each_database().await {
        let out = Out::waits_for(&base, &[PHOTO, OTHER]).await;
        let stood = &out.stood;
        let aside = waiting(&out.store, stood.audit).await.remove(1);
        let settle =
            json!({ "field_act": aside.id().to_string(), "settlement": "set_aside", "reason": "No need" });
        give(&out.store, Some(stood.leader), "field.settle", settle).await;
        let terminate = json!({ "audit": id(stood.audit), "reason": "The works were sold" });
        give(&out.store, Some(stood.leader), "audit.terminate", terminate).await;
        for bytes in [PHOTO, OTHER] {
            assert!(
                out.store.blobs().length(&sha256(bytes)).await.unwrap().is_some(),
                "nothing is removed before"
            );
        }
        out.store.close().await;
        // 2036-01-01: the retention is over.
        let clock = Clock::Set(Arc::new(AtomicI64::new(2_082_758_400_000)));
        let store = Store::open(&base.addresses, clock).await.unwrap();
        let body =
            json!({ "scope": { "is": "audit", "audit": id(stood.audit) }, "authority": "x", "reason": "y" });
        give(&store, Some(stood.manager), "record.erase", body).await;
        for bytes in [PHOTO, OTHER] {
            assert!(store.blobs().length(&sha256(bytes)).await.unwrap().is_none());
        }
        assert_eq!(verdict(&base, &store).await.problems, vec![]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_in_the_house_is_not_written_again_by_a_later_return() {
    for base in each_database().await {
        let out = Out::lent(&base).await;
        let photo = out.photographs(PHOTO).await;
        assert_eq!(taken(&out.store, &out.home().await.0).await.carried, 1);
        erases_evidence(&out.store, &out.stood, photo).await;
        out.photographs(OTHER).await;
        let came = taken(&out.store, &out.home().await.0).await;
        assert_eq!((came.before, came.carried), (1, 1));
        assert!(out.store.blobs().length(&sha256(PHOTO)).await.unwrap().is_none());
        assert_eq!(out.store.blobs().get(&sha256(OTHER)).await.unwrap().unwrap().as_ref(), OTHER);
        assert_eq!(verdict(&base, &out.store).await.problems, vec![]);

        // A store that was restored knows too that the act was carried out.
        let mut backup = Cursor::new(Vec::new());
        out.store.backup(&mut backup).await.unwrap();
        let twin = Base::sqlite();
        let restored = Store::restore(&mut backup, &twin.addresses, Clock::System).await.unwrap();
        assert_eq!(taken(&restored.store, &out.home().await.0).await.before, 2);
        assert!(restored.store.record(photo).await.unwrap().is_none());
        assert!(restored.store.blobs().length(&sha256(PHOTO)).await.unwrap().is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_home_before_there_was_a_key_is_encrypted_with_the_rest() {
    for base in each_database().await {
        let out = Out::waits_for(&base, &[PHOTO, OTHER]).await;
        let (store, stood) = (&out.store, &out.stood);
        let aside = waiting(store, stood.audit).await.remove(1);
        let settle =
            json!({ "field_act": aside.id().to_string(), "settlement": "kept", "reason": "It stands there" });
        give(store, Some(stood.leader), "field.settle", settle).await;
        let key = EvidenceKey::make().unwrap();
        let keys = EvidenceKeys::new(vec![key.clone()]).unwrap();
        assert!(store.use_evidence_keys(Arc::new(move || Some(keys.clone()))).await.unwrap());
        assert_eq!(store.sealed_count().await.unwrap().plain, 3, "the document, the journal, and what waits");
        let done = store.encrypt_evidence(|_| ()).await.unwrap();
        assert_eq!((done.files, done.recorded, done.left), (4, 1, vec![]));
        assert_eq!(store.sealed_count().await.unwrap().plain, 0);
        let again = store.encrypt_evidence(|_| ()).await.unwrap();
        assert_eq!((again.files, again.recorded), (0, 0));
        let place = base.path("evidence").display().to_string();
        for (name, bytes) in base.bytes().iter().filter(|(name, _)| name.starts_with(&place)) {
            for secret in [b"Zqphoto".as_slice(), b"evidence.take", b"level of acceptance"] {
                assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{name} tells");
            }
        }
        store.publish(&signer("example.com/log", 7)).await.unwrap();
        let evidence_keys = EvidenceKeys::new(vec![key]);
        let against = Against { evidence_keys, ..Against::default() };
        assert_eq!(verify(&base.addresses, &against, |_, _| ()).await.unwrap().problems, vec![]);
        assert_eq!(taken(store, &out.home().await.0).await.before, 2);
        is_taken_and_opens(store, stood).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_all_that_was_seen_with_the_same_bytes_it_is_said_that_they_were_wiped() {
    let base = Base::sqlite();
    let out = Out::lent(&base).await;
    let (one, two) = (out.sees("keys.csv", PHOTO).await, out.sees("again.csv", PHOTO).await);
    let (home, wiped) = out.home().await;
    assert_eq!(wiped, 1, "it is one file");
    assert!(out.field.store.blobs().length(&sha256(PHOTO)).await.unwrap().is_none());
    for evidence in [one, two] {
        assert!(out.steps_of(evidence).await.contains(&WIPED.to_owned()));
    }
    assert_eq!(out.home().await.1, 0);
    let came = taken(&out.store, &home).await;
    assert_eq!((came.acts, came.carried), (4, 4));
    assert!(out.store.blobs().length(&sha256(PHOTO)).await.unwrap().is_none(), "it did not leave");

    // Put on the laptop again, it goes again, and what was said of the others is said once.
    let three = out.sees("once more.csv", PHOTO).await;
    assert_eq!(out.home().await.1, 1);
    for evidence in [one, two, three] {
        let steps = out.steps_of(evidence).await;
        assert_eq!(steps.iter().filter(|what| what.as_str() == WIPED).count(), 1, "{steps:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_lent_or_taken_stays_though_it_was_seen_too() {
    let base = Base::sqlite();
    let out = Out::lent(&base).await;
    out.photographs(PHOTO).await;
    for bytes in [EVIDENCE, PHOTO] {
        let seen = out.sees("the same.csv", bytes).await;
        assert_eq!(out.home().await.1, 0);
        assert_eq!(out.field.store.blobs().get(&sha256(bytes)).await.unwrap().unwrap().as_ref(), bytes);
        assert!(!out.steps_of(seen).await.contains(&WIPED.to_owned()), "nothing was wiped");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn that_somebody_wrote_that_a_file_was_wiped_does_not_keep_it() {
    for remark in [json!(null), json!(format!("The file {}", sha256(PHOTO)))] {
        let base = Base::sqlite();
        let out = Out::lent(&base).await;
        let seen = out.sees("keys.csv", PHOTO).await;
        let by_hand = json!({ "evidence": id(seen), "what": WIPED, "remark": remark });
        out.does("evidence.record_custody", &by_hand).await;
        assert_eq!(out.home().await.1, 1);
        assert!(out.field.store.blobs().length(&sha256(PHOTO)).await.unwrap().is_none());
    }
}
