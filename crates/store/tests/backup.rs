//! Backup and restore: the same records and the same tree, from one database to the other and back.

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

use assize_store::{Against, Clock, Store, StoreError, verify};
use common::{Base, EVIDENCE, each_database, give, register, signer, story};
use serde_json::json;

async fn backup(store: &Store) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    store.backup(&mut out).await.unwrap();
    out.into_inner()
}

async fn restore(bytes: &[u8], base: &Base) -> assize_store::Restored {
    Store::restore(Cursor::new(bytes), &base.addresses, Clock::System).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_backed_up_on_one_database_is_the_same_on_the_other_and_back() {
    let signer = signer("example.com/log", 7);
    let mut first: Option<(Vec<u8>, String)> = None;
    for from in each_database().await {
        for to in each_database().await {
            let store = from_or_make(&from).await;
            let published = store.publish(&signer).await.unwrap().unwrap();
            let bytes = backup(&store).await;
            let restored = restore(&bytes, &to).await;
            assert_eq!((restored.behind, restored.erased_again), (0, 0));
            let again = restored.store.publish(&signer).await.unwrap().unwrap();
            assert_eq!(again.note, published.note, "the same tree, signed the same");
            let found = verify(&to.addresses, &Against::default(), |_, _| ()).await.unwrap();
            assert_eq!(found.problems, vec![]);
            assert_eq!(backup(&restored.store).await, bytes);
            let (all, _) = first.get_or_insert((bytes.clone(), published.note));
            assert!(!all.is_empty());
            restored.store.close().await;
            store.close().await;
        }
    }
}

async fn from_or_make(base: &Base) -> Store {
    match Store::open(&base.addresses, Clock::System).await {
        Ok(store) => store,
        Err(_) => {
            let store = base.make().await;
            story(&store).await;
            store
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_taken_while_others_write() {
    let base = Base::sqlite();
    let store = base.make().await;
    story(&store).await;
    let writing = {
        let store = store.clone();
        tokio::spawn(async move {
            for n in 0..50 {
                register(&store, &format!("Meanwhile {n}")).await;
            }
        })
    };
    let to = Base::sqlite();
    let restored = restore(&backup(&store).await, &to).await;
    writing.await.unwrap();
    assert!(restored.entries <= store.head_seq().await.unwrap());
    let signer = signer("example.com/log", 7);
    restored.store.publish(&signer).await.unwrap();
    assert!(verify(&to.addresses, &Against::default(), |_, _| ()).await.unwrap().is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_restored_from_before_what_was_published_signs_nothing_and_erases_again() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = story(&store).await;
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap();
    let old = backup(&store).await;
    let body = json!({ "scope": { "is": "evidence", "evidence": stood.evidence.id.to_string() }, "authority": "x", "reason": "y" });
    give(&store, Some(stood.manager), "record.erase", body).await;
    store.publish(&signer).await.unwrap();
    store.close().await;

    // The log stands where it stood; the database and the evidence are new.
    let mut to = Base::sqlite();
    to.addresses.log = base.addresses.log.clone();
    let restored = restore(&old, &to).await;
    assert_eq!((restored.behind, restored.erased_again), (1, 1));
    assert!(restored.store.record(stood.evidence).await.unwrap().is_none());
    let evidence = to.path("evidence");
    let left = walk(&evidence).into_iter().any(|bytes| bytes == EVIDENCE);
    assert!(!left, "what was erased since the backup is erased again");
    let refused = restored.store.publish(&signer).await.unwrap_err();
    assert!(matches!(refused, StoreError::Log(_)), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_origin_erases_again_what_is_listed_beside_the_old_log() {
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = story(&store).await;
    let old_signer = signer("example.com/log", 7);
    store.publish(&old_signer).await.unwrap();
    let old = backup(&store).await;
    let late = register(&store, "After the backup").await.subject().unwrap();
    for scope in [
        json!({ "is": "evidence", "evidence": stood.evidence.id.to_string() }),
        json!({ "is": "person", "person": late.id.to_string() }),
    ] {
        let body = json!({ "scope": scope, "authority": "The auditee", "reason": "Demanded back" });
        give(&store, Some(stood.manager), "record.erase", body).await;
    }
    store.publish(&old_signer).await.unwrap();
    let gone_on = store.head_seq().await.unwrap();
    store.close().await;

    let to = Base::sqlite();
    let mut restored = restore(&old, &to).await;
    assert_eq!((restored.behind, restored.erased_again), (0, 0), "its own log is new");
    assert!(restored.store.record(stood.evidence).await.unwrap().is_some());
    let old_log = assize_store::Place::open(&base.addresses.log, &base.addresses.bucket).unwrap();
    restored.after_log(&old_log).await.unwrap();
    assert_eq!(i64::try_from(restored.behind).unwrap(), gone_on - restored.entries);
    assert_eq!(restored.erased_again, 1);
    let [unknown] = restored.not_erased.as_slice() else { panic!("{:?}", restored.not_erased) };
    assert!(unknown.contains(&late.id.to_string()), "what came after the backup is not here: {unknown}");
    assert!(restored.store.record(stood.evidence).await.unwrap().is_none());
    assert!(!walk(&to.path("evidence")).into_iter().any(|bytes| bytes == EVIDENCE));

    // It is an act, with its authority, and listed beside the new log for the next restore.
    let entries = restored.store.entries(assize_store::Which::All, restored.entries, 10).await.unwrap();
    assert_eq!(entries[0].as_ref().unwrap().entry.kind, "record.erased");
    let list = std::fs::read_to_string(to.path("log").join(assize_store::ERASURES)).unwrap();
    assert!(list.contains(&stood.evidence.id.to_string()) && list.contains("The auditee"), "{list}");
    restored.store.publish(&signer("example.com/again", 8)).await.unwrap();
    assert!(verify(&to.addresses, &Against::default(), |_, _| ()).await.unwrap().is_ok());
}

fn walk(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(std::fs::read(path).unwrap()) }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_was_changed_is_refused_and_a_store_is_never_overwritten() {
    let base = Base::sqlite();
    let store = base.make().await;
    story(&store).await;
    let bytes = backup(&store).await;
    let again = Store::restore(Cursor::new(&bytes), &base.addresses, Clock::System).await;
    assert!(matches!(again, Err(StoreError::Exists(_))));
    for at in (0..bytes.len()).step_by(bytes.len() / 40) {
        let mut bad = bytes.clone();
        bad[at] ^= 1;
        let to = Base::sqlite();
        if let Ok(restored) = Store::restore(Cursor::new(&bad), &to.addresses, Clock::System).await {
            // A bit that the zip format does not mind: then what was restored is the same.
            assert_eq!(backup(&restored.store).await, bytes, "byte {at}");
        }
    }
}
