//! Files that are kept encrypted: nothing of them is to be read without the key, everything with it, and whatever is changed is found and
//! named, with the key and without it.

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
use std::path::PathBuf;
use std::sync::Arc;

use assize_domain::auditee::organization_id;
use assize_domain::evidence::Evidence;
use assize_domain::{AnyRecord, Key};
use assize_store::{
    Against, Clock, EvidenceKey, EvidenceKeys, Seal, Store, StoreError, Verdict, Withhold, verify,
    verify_dossier,
};
use bytes::Bytes;
use common::{Base, EVIDENCE, Stood, each_database, give, signer, story, take};
use futures::StreamExt as _;
use serde_json::json;

fn keys(all: &[&EvidenceKey]) -> EvidenceKeys {
    EvidenceKeys::new(all.iter().map(|key| (*key).clone()).collect()).unwrap()
}

async fn give_keys(store: &Store, all: &[&EvidenceKey]) -> Result<bool, StoreError> {
    let keys = keys(all);
    store.use_evidence_keys(Arc::new(move || Some(keys.clone()))).await
}

/// A store that encrypts, with one file in it, published.
async fn encrypted(base: &Base, key: &EvidenceKey) -> (Store, Stood) {
    let store = base.make().await;
    assert!(give_keys(&store, &[key]).await.unwrap());
    let stood = story(&store).await;
    publish(&store).await;
    (store, stood)
}

async fn publish(store: &Store) {
    store.publish(&signer("example.com/log", 7)).await.unwrap().unwrap();
}

async fn verdict(base: &Base, all: &[&EvidenceKey]) -> Verdict {
    let evidence_keys = (!all.is_empty()).then(|| keys(all));
    let against = Against { evidence_keys, ..Against::default() };
    verify(&base.addresses, &against, |_, _| ()).await.unwrap()
}

fn said(verdict: &Verdict) -> String {
    verdict.problems.iter().map(|trouble| format!("{}: {}\n", trouble.place, trouble.what)).collect()
}

async fn evidence(store: &Store, key: Key) -> Evidence {
    match store.record(key).await.unwrap().unwrap().record {
        AnyRecord::Evidence(evidence) => *evidence,
        other => panic!("{other:?}"),
    }
}

/// The files of the place of evidence.
fn objects(base: &Base) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut folders) = (Vec::new(), vec![base.path("evidence")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap();
                found.push((path, bytes));
            }
        }
    }
    found.sort();
    found
}

fn hex(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_is_kept_encrypted_and_comes_out_as_it_was() {
    for base in each_database().await {
        let key = EvidenceKey::make().unwrap();
        let (store, stood) = encrypted(&base, &key).await;
        let kept = objects(&base);
        let [(path, bytes)] = kept.as_slice() else { panic!("one file: {kept:?}") };
        let cipher = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert_eq!(cipher, hex(bytes), "it has the digest of the encrypted bytes as its name");
        assert!(!holds(bytes, b"level of acceptance"));
        let evidence = evidence(&store, stood.evidence).await;
        assert_eq!(evidence.cipher().as_ref().map(ToString::to_string), Some(cipher));
        let sha256 = hex(EVIDENCE);
        assert_eq!(store.blobs().get(&sha256).await.unwrap().unwrap(), EVIDENCE);
        assert_eq!(store.blobs().length(&sha256).await.unwrap(), Some(EVIDENCE.len() as u64));
        let mut part = store.blobs().get_range(&sha256, 2..8).await.unwrap().unwrap();
        assert_eq!(part.next().await.unwrap().unwrap(), EVIDENCE[2..8]);
        // The same file again is the same object.
        take(&store, stood.manager, stood.audit, "again.md", EVIDENCE).await;
        assert_eq!(objects(&base), kept);
        publish(&store).await;
        store.close().await;
        let found = verdict(&base, &[&key]).await;
        assert_eq!((said(&found), found.encrypted, found.unopened), (String::new(), 1, 0));
        let found = verdict(&base, &[]).await;
        assert_eq!(
            (said(&found), found.encrypted, found.unopened, found.unrecorded),
            (String::new(), 1, 1, 0)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_file_goes_in_and_out_in_pieces() {
    let base = Base::sqlite();
    let key = EvidenceKey::make().unwrap();
    let (store, _) = encrypted(&base, &key).await;
    let part = |n: u8| Ok(Bytes::from(vec![n; 1_000_003]));
    let stored =
        store.blobs().put_stream(futures::stream::iter((0..12).map(part)), 20_000_000).await.unwrap();
    assert_eq!(stored.bytes, 12_000_036);
    assert_eq!(store.blobs().check(&stored.sha256).await.unwrap(), Some(true));
    for (from, to) in [(0, 1), (999_999, 1_000_010), (11_999_000, 12_000_036), (65_535, 65_537)] {
        let mut part = store.blobs().get_range(&stored.sha256, from..to).await.unwrap().unwrap();
        let mut all = Vec::new();
        while let Some(bytes) = part.next().await {
            all.extend_from_slice(&bytes.unwrap());
        }
        let wanted: Vec<u8> = (from..to).map(|at| u8::try_from(at / 1_000_003).unwrap()).collect();
        assert_eq!(all, wanted, "{from}..{to}");
    }
    let before = objects(&base);
    let broken = futures::stream::iter([part(1), Err(std::io::Error::other("the line fell"))]);
    assert!(matches!(store.blobs().put_stream(broken, 20_000_000).await, Err(StoreError::File { .. })));
    let long = futures::stream::iter((0..9).map(part));
    assert!(matches!(store.blobs().put_stream(long, 7_000_000).await, Err(StoreError::Limit(_))));
    assert_eq!(objects(&base), before, "nothing stays of what did not arrive whole");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_key_or_with_another_nothing_is_read_and_nothing_is_added() {
    for base in each_database().await {
        let (key, other) = (EvidenceKey::make().unwrap(), EvidenceKey::make().unwrap());
        encrypted(&base, &key).await.0.close().await;
        let sha256 = hex(EVIDENCE);
        let store = base.open().await;
        assert!(!store.use_evidence_keys(Arc::new(|| None)).await.unwrap());
        for failed in [
            store.blobs().get(&sha256).await.map(drop),
            store.blobs().put(Bytes::from_static(b"new")).await.map(drop),
        ] {
            let Err(error @ StoreError::EvidenceKey { .. }) = failed else { panic!("{failed:?}") };
            assert!(error.to_string().contains(key.name()), "{error}");
        }
        assert_eq!(objects(&base).len(), 1, "a store that encrypts keeps nothing as it is");
        store.close().await;
        let store = base.open().await;
        let refused = give_keys(&store, &[&other]).await;
        let Err(error @ StoreError::EvidenceKey { .. }) = refused else { panic!("{refused:?}") };
        assert!(error.to_string().contains(other.name()), "{error}");
        store.close().await;
        let found = verdict(&base, &[&other]).await;
        assert!(said(&found).contains(other.name()) && said(&found).contains(key.name()), "{}", said(&found));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_changed_of_an_encrypted_file_is_found_and_named() {
    for base in each_database().await {
        let key = EvidenceKey::make().unwrap();
        let (store, stood) = encrypted(&base, &key).await;
        let other = b"Another method, which names one.\n";
        take(&store, stood.manager, stood.audit, "other.md", other).await;
        publish(&store).await;
        store.close().await;
        let (one, two) = (hex(EVIDENCE), hex(other));

        let (path, bytes) = objects(&base).swap_remove(0);
        let mut changed = bytes.clone();
        *changed.last_mut().unwrap() ^= 1;
        for (bad, named) in [(Some(changed), "are not those that were taken"), (None, "is missing")] {
            match &bad {
                Some(bad) => std::fs::write(&path, bad).unwrap(),
                None => std::fs::remove_file(&path).unwrap(),
            }
            for all in [&[&key][..], &[]] {
                let found = said(&verdict(&base, all).await);
                assert!(found.contains(named), "{} keys: {found}", all.len());
            }
            let store = base.open().await;
            give_keys(&store, &[&key]).await.unwrap();
            let sha256 = if path.ends_with(cipher_of(&store, &one).await) { &one } else { &two };
            assert!(!matches!(store.blobs().get(sha256).await, Ok(Some(_))));
            store.close().await;
            std::fs::write(&path, &bytes).unwrap();
        }

        // The same in the table: a wrapped key that is another file's, an object that is, a row that is gone.
        for (sql, all, named) in [
            (
                "UPDATE sealed_blob SET wrapped = (SELECT max(wrapped) FROM sealed_blob) WHERE wrapped = (SELECT min(wrapped) FROM sealed_blob)",
                &[&key][..],
                "its wrapped key was changed, or is another file's",
            ),
            (
                "UPDATE sealed_blob SET master = 'nobody' WHERE sha256 = (SELECT min(sha256) FROM sealed_blob)",
                &[&key],
                "the key `nobody`",
            ),
            (
                "UPDATE sealed_blob SET bytes = bytes + 1 WHERE sha256 = (SELECT min(sha256) FROM sealed_blob)",
                &[&key],
                "its wrapped key was changed, or is another file's",
            ),
            (
                "UPDATE sealed_blob SET cipher = 'ab' || substr(cipher, 3) WHERE sha256 = (SELECT min(sha256) FROM sealed_blob)",
                &[],
                "is another than the record names",
            ),
            (
                "DELETE FROM sealed_blob WHERE sha256 = (SELECT min(sha256) FROM sealed_blob)",
                &[],
                "the encrypted file is there, and the wrapped key",
            ),
        ] {
            let copy = base.copy().await;
            copy.run(sql).await;
            let found = said(&verdict(&copy, all).await);
            assert!(found.contains(named), "{sql}: {found}");
        }
        assert_eq!(said(&verdict(&base, &[&key]).await), "");
    }
}

/// The name of the object that holds a file.
async fn cipher_of(store: &Store, sha256: &str) -> String {
    match store.blobs().found(sha256).await.unwrap() {
        assize_store::BlobFound::Sealed(found) => found.cipher,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_there_before_is_encrypted_when_that_is_asked_for_and_both_kinds_are_read_until_then() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        assert!(
            matches!(store.encrypt_evidence(|_| ()).await, Err(StoreError::Limit(_))),
            "there is no key yet"
        );
        let key = EvidenceKey::make().unwrap();
        give_keys(&store, &[&key]).await.unwrap();
        let other = b"Taken after the key was there.\n";
        take(&store, stood.manager, stood.audit, "after.md", other).await;
        for bytes in [EVIDENCE, other] {
            assert_eq!(store.blobs().get(&hex(bytes)).await.unwrap().unwrap(), bytes);
        }
        publish(&store).await;
        let found = verdict(&base, &[]).await;
        assert_eq!((said(&found), found.evidence, found.encrypted), (String::new(), 2, 1));
        assert_eq!(store.sealed_count().await.unwrap().plain, 1);

        // It was interrupted after the file was encrypted, and before the record was told.
        store.blobs().put(Bytes::from_static(EVIDENCE)).await.unwrap();
        publish(&store).await;
        let found = verdict(&base, &[]).await;
        assert_eq!((said(&found), found.unopened, found.unrecorded), (String::new(), 2, 1));
        let done = store.encrypt_evidence(|_| ()).await.unwrap();
        assert_eq!((done.files, done.recorded, done.left), (0, 1, vec![]));
        assert!(objects(&base).iter().all(|(_, bytes)| !holds(bytes, b"level of acceptance")));
        let again = store.encrypt_evidence(|_| ()).await.unwrap();
        assert_eq!((again.files, again.recorded), (0, 0));
        let count = store.sealed_count().await.unwrap();
        assert_eq!((count.plain, count.by_master[key.name()]), (0, 2));
        publish(&store).await;
        store.close().await;
        for all in [&[&key][..], &[]] {
            let found = verdict(&base, all).await;
            assert_eq!((said(&found), found.encrypted, found.unrecorded), (String::new(), 2, 0));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_file_that_was_changed_is_not_made_a_true_one_by_encrypting_it() {
    let base = Base::sqlite();
    let store = base.make().await;
    story(&store).await;
    let (path, _) = objects(&base).swap_remove(0);
    std::fs::write(&path, b"something else").unwrap();
    give_keys(&store, &[&EvidenceKey::make().unwrap()]).await.unwrap();
    let done = store.encrypt_evidence(|_| ()).await.unwrap();
    assert_eq!((done.files, done.recorded, done.left.len()), (0, 0, 1));
    assert!(done.left[0].contains("are not those that were taken"), "{:?}", done.left);
    assert_eq!(objects(&base).len(), 1);
    assert!(said(&verdict(&base, &[]).await).contains("are not those that were taken"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_master_key_is_changed_without_touching_a_file_and_can_be_interrupted() {
    for base in each_database().await {
        let (old, new) = (EvidenceKey::make().unwrap(), EvidenceKey::make().unwrap());
        let (store, stood) = encrypted(&base, &old).await;
        take(&store, stood.manager, stood.audit, "other.md", b"another\n").await;
        publish(&store).await;
        let before = objects(&base);
        store.close().await;

        let store = base.open().await;
        give_keys(&store, &[&new, &old]).await.unwrap();
        let done = store.rewrap_evidence(|_| ()).await.unwrap();
        assert_eq!((done.files, done.name.as_str(), done.left), (2, new.name(), vec![]));
        assert_eq!(store.rewrap_evidence(|_| ()).await.unwrap().files, 0);
        assert_eq!(objects(&base), before);
        take(&store, stood.manager, stood.audit, "later.md", b"later\n").await;
        publish(&store).await;
        store.close().await;
        assert_eq!(said(&verdict(&base, &[&new]).await), "");
        let found = said(&verdict(&base, &[&old]).await);
        assert!(found.contains(new.name()) && found.contains(old.name()), "{found}");

        // One key is wrapped with the old one still, as where the change was interrupted: both are needed, and it goes on.
        let copy = base.copy().await;
        let third = EvidenceKey::make().unwrap();
        let store = copy.open().await;
        give_keys(&store, &[&third, &new]).await.unwrap();
        copy.run("UPDATE meta SET value = 'nobody' WHERE name = 'evidence_key'").await;
        assert!(matches!(
            store.blobs().put(Bytes::from_static(b"x")).await,
            Err(StoreError::EvidenceKey { .. })
        ));
        let done = store.rewrap_evidence(|_| ()).await.unwrap();
        assert_eq!((done.files, done.name.as_str()), (3, third.name()));
        store.blobs().put(Bytes::from_static(b"x")).await.unwrap();
        publish(&store).await;
        store.close().await;
        assert_eq!(said(&verdict(&copy, &[&third]).await), "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_has_the_old_key_alone_reads_the_new_one_when_it_needs_it() {
    let base = Base::sqlite();
    let (old, new) = (EvidenceKey::make().unwrap(), EvidenceKey::make().unwrap());
    let (store, _) = encrypted(&base, &old).await;
    let file = Arc::new(std::sync::Mutex::new(keys(&[&old])));
    let running = base.open().await;
    let source = Arc::clone(&file);
    running.use_evidence_keys(Arc::new(move || Some(source.lock().unwrap().clone()))).await.unwrap();
    running.blobs().get(&hex(EVIDENCE)).await.unwrap().unwrap();
    store.close().await;
    let changing = base.open().await;
    give_keys(&changing, &[&new, &old]).await.unwrap();
    changing.rewrap_evidence(|_| ()).await.unwrap();
    assert!(matches!(running.blobs().get(&hex(EVIDENCE)).await, Err(StoreError::EvidenceKey { .. })));
    assert!(matches!(
        running.blobs().put(Bytes::from_static(b"x")).await,
        Err(StoreError::EvidenceKey { .. })
    ));
    *file.lock().unwrap() = keys(&[&new, &old]);
    assert_eq!(running.blobs().get(&hex(EVIDENCE)).await.unwrap().unwrap(), EVIDENCE);
    running.blobs().put(Bytes::from_static(b"x")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_goes_out_as_it_was_taken_and_a_backup_as_it_is_kept() {
    for base in each_database().await {
        let key = EvidenceKey::make().unwrap();
        let (store, stood) = encrypted(&base, &key).await;
        let mut dossier = Cursor::new(Vec::new());
        let audit = stood.audit.id.to_string().parse().unwrap();
        let signer = signer("example.com/log", 7);
        let log = signer.verifier_key();
        store.export_audit(audit, Seal::Unsigned(log), &Withhold::default(), &mut dossier).await.unwrap();
        let found = verify_dossier(dossier, Some(log)).unwrap();
        assert_eq!((said(&found), found.evidence), (String::new(), 1));

        let mut backup = Cursor::new(Vec::new());
        store.backup(&mut backup).await.unwrap();
        let mut zip = zip::ZipArchive::new(backup.clone()).unwrap();
        for at in 0..zip.len() {
            let mut whole = Vec::new();
            std::io::Read::read_to_end(&mut zip.by_index(at).unwrap(), &mut whole).unwrap();
            assert!(!holds(&whole, b"level of acceptance"), "{}", at);
            assert!(!holds(&whole, key.to_text().as_bytes()));
        }
        let again = Base::sqlite();
        let restored = Store::restore(backup, &again.addresses, Clock::System).await.unwrap();
        assert_eq!(restored.evidence, 1);
        publish(&restored.store).await;
        assert!(!restored.store.use_evidence_keys(Arc::new(|| None)).await.unwrap());
        assert!(matches!(
            restored.store.blobs().get(&hex(EVIDENCE)).await,
            Err(StoreError::EvidenceKey { .. })
        ));
        restored.store.close().await;
        let found = verdict(&again, &[]).await;
        assert_eq!((said(&found), found.unopened, found.unrecorded), (String::new(), 1, 0));
        assert_eq!(said(&verdict(&again, &[&key]).await), "");
        let store = again.open().await;
        give_keys(&store, &[&key]).await.unwrap();
        assert_eq!(store.blobs().get(&hex(EVIDENCE)).await.unwrap().unwrap(), EVIDENCE);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_removes_the_wrapped_key_with_the_file() {
    for base in each_database().await {
        let key = EvidenceKey::make().unwrap();
        let (store, stood) = encrypted(&base, &key).await;
        let (path, _) = objects(&base).swap_remove(0);
        let cipher = path.file_name().unwrap().to_str().unwrap().to_owned();
        let body = json!({ "scope": { "is": "evidence", "evidence": stood.evidence.id.to_string() }, "authority": "x", "reason": "y" });
        give(&store, Some(stood.manager), "record.erase", body).await;
        assert_eq!(objects(&base), vec![]);
        publish(&store).await;
        store.close().await;
        assert_eq!(said(&verdict(&base, &[&key]).await), "");
        let mut all = base.bytes();
        all.push(base.dump().await);
        for (name, bytes) in all {
            assert!(!holds(&bytes, cipher.as_bytes()), "{cipher} is still in {name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_is_no_secret_and_is_checked_without_the_key() {
    for base in each_database().await {
        let key = EvidenceKey::make().unwrap();
        let (store, _) = encrypted(&base, &key).await;
        let stored = store.blobs().put_public(Bytes::from_static(b"a picture")).await.unwrap();
        assert!(objects(&base).iter().any(|(_, bytes)| bytes == b"a picture"));
        let logo = json!({ "sha256": stored.sha256, "media": "png", "bytes": 9, "width": 100, "height": 40 });
        let body = json!({ "organization": organization_id().to_string(), "letterhead": { "logo": logo } });
        give(&store, None, "organization.set_letterhead", body).await;
        publish(&store).await;
        store.close().await;
        let found = verdict(&base, &[]).await;
        assert_eq!(
            (said(&found), found.evidence, found.unopened, found.unrecorded),
            (String::new(), 2, 1, 0)
        );
        let path = objects(&base).into_iter().find(|(_, bytes)| bytes == b"a picture").unwrap().0;
        std::fs::write(path, b"another picture").unwrap();
        assert!(said(&verdict(&base, &[]).await).contains(&stored.sha256), "a changed logo is found");
    }
}
