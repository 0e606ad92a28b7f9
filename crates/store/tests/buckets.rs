//! A store whose evidence and log are in a bucket of a real S3 server, which `ASSIZE_TEST_S3` names by its URL. The
//! project's test command starts one; without it this says so.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;
mod s3;

use std::io::Cursor;

use assize_store::{
    Act, ActError, Against, CHECKPOINT, Clock, DocumentText, EvidenceKey, EvidenceKeys, Place, Seal, Store,
    StoreError, Withhold, verify, verify_dossier,
};
use bytes::Bytes;
use common::{Base, EVIDENCE, command, give, operator, register, signer, story};
use futures::StreamExt as _;
use s3::{Wall, in_bucket, on_server, places};
use serde_json::json;

fn part(bytes: usize) -> std::io::Result<Bytes> {
    Ok(Bytes::from(vec![7; bytes]))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_record_in_a_bucket_verifies_and_so_do_its_dossier_and_its_backup() {
    let Some((base, _)) = in_bucket().await else { return };
    let store = base.make().await;
    let stood = story(&store).await;
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap();
    let against = Against { key: Some(signer.verifier_key().clone()), ..Against::default() };
    let found = verify(&base.addresses, &against, |_, _| ()).await.unwrap();
    assert_eq!((found.problems, found.evidence), (vec![], 1));

    let mut dossier = Cursor::new(Vec::new());
    let audit = stood.audit.id.to_string().parse().unwrap();
    let key = signer.verifier_key();
    store.export_audit(audit, Seal::Unsigned(key), &Withhold::default(), &mut dossier).await.unwrap();
    assert_eq!(verify_dossier(dossier, Some(key)).unwrap().problems, vec![]);

    let mut backup = Cursor::new(Vec::new());
    store.backup(&mut backup).await.unwrap();
    let mut again = Base::sqlite();
    (again.addresses.evidence, again.addresses.log) = places("again");
    again.addresses.bucket = base.addresses.bucket.clone();
    let restored = Store::restore(backup, &again.addresses, Clock::System).await.unwrap();
    assert_eq!(restored.evidence, 1);
    restored.store.publish(&signer).await.unwrap();
    assert!(verify(&again.addresses, &against, |_, _| ()).await.unwrap().is_ok());

    // An erasure takes the object out of the bucket and stands in the list beside the log.
    let id = stood.evidence.id.to_string();
    let sha256 = hex(EVIDENCE);
    assert!(store.blobs().length(&sha256).await.unwrap().is_some());
    let text = DocumentText::Unsupported;
    store.keep_text(id.parse().unwrap(), audit, &text).await.unwrap();
    let body = json!({ "scope": { "is": "evidence", "evidence": id }, "authority": "x", "reason": "y" });
    give(&store, Some(stood.manager), "record.erase", body).await;
    assert!(store.blobs().length(&sha256).await.unwrap().is_none());
    store.publish(&signer).await.unwrap();
    assert!(verify(&base.addresses, &against, |_, _| ()).await.unwrap().is_ok());
}

fn hex(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_kept_encrypted_in_a_bucket_too() {
    let Some((base, server)) = in_bucket().await else { return };
    let store = base.make().await;
    let stood = story(&store).await;
    let key = EvidenceKey::make().unwrap();
    let keys = EvidenceKeys::new(vec![key.clone()]).unwrap();
    let given = keys.clone();
    store.use_evidence_keys(std::sync::Arc::new(move || Some(given.clone()))).await.unwrap();
    let done = store.encrypt_evidence(|_| ()).await.unwrap();
    assert_eq!((done.files, done.recorded, done.left), (1, 1, vec![]));
    let long = store
        .blobs()
        .put_stream(futures::stream::iter((0..12).map(|_| part(1_000_000))), 20_000_000)
        .await
        .unwrap();
    let mut piece = store.blobs().get_range(&long.sha256, 6_000_000..6_000_003).await.unwrap().unwrap();
    assert_eq!(piece.next().await.unwrap().unwrap(), Bytes::from_static(&[7; 3]));
    assert_eq!(store.blobs().get(&hex(EVIDENCE)).await.unwrap().unwrap(), EVIDENCE);
    store.publish(&signer("example.com/log", 7)).await.unwrap();
    let objects = server.keys(&base.addresses.evidence).await;
    assert_eq!(objects.len(), 2, "nothing plain and nothing half-written: {objects:?}");
    let with = Against { evidence_keys: Some(keys), ..Against::default() };
    for (against, unopened) in [(with, 0), (Against::default(), 1)] {
        let found = verify(&base.addresses, &against, |_, _| ()).await.unwrap();
        assert_eq!((found.problems, found.encrypted, found.unopened), (vec![], 1, unopened));
    }
    let body = json!({ "scope": { "is": "evidence", "evidence": stood.evidence.id.to_string() }, "authority": "x", "reason": "y" });
    give(&store, Some(stood.manager), "record.erase", body).await;
    assert_eq!(server.keys(&base.addresses.evidence).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_that_was_changed_or_removed_is_found_and_named() {
    let Some((base, server)) = in_bucket().await else { return };
    let store = base.make().await;
    story(&store).await;
    store.publish(&signer("example.com/log", 7)).await.unwrap();
    store.close().await;
    let evidence = server.keys(&base.addresses.evidence).await;
    let [blob] = evidence.as_slice() else { panic!("one blob and nothing half-written: {evidence:?}") };
    let log = server.keys(&base.addresses.log).await;
    let tile = log.iter().find(|key| key.contains("tile/0/")).unwrap();
    let bundle = log.iter().find(|key| key.contains("tile/entries/")).unwrap();
    for key in [blob, tile, bundle] {
        let before = server.get(key).await;
        let mut changed = before.clone();
        changed[0] ^= 1;
        for bad in [Some(changed), None] {
            match bad {
                Some(bytes) => server.put(key, bytes).await,
                None => server.delete(key).await,
            }
            let verdict = verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap();
            let name = key.rsplit('/').next().unwrap();
            let named = verdict.problems.iter().any(|trouble| {
                trouble.place.contains(name) || trouble.what.contains(name) || key.contains(&trouble.place)
            });
            assert!(named, "{key}: {:?}", verdict.problems);
        }
        server.put(key, before).await;
    }
    assert!(verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap().is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_upload_goes_in_parts_and_a_broken_or_endless_one_leaves_nothing() {
    let Some((base, server)) = in_bucket().await else { return };
    let store = base.make().await;
    // Three parts, the last one short.
    let long = futures::stream::iter((0..12).map(|_| part(1_000_000)));
    let stored = store.blobs().put_stream(long, 20_000_000).await.unwrap();
    assert_eq!(stored.bytes, 12_000_000);
    assert_eq!(store.blobs().check(&stored.sha256).await.unwrap(), Some(true));
    let before = server.keys(&base.addresses.evidence).await;
    let broken = futures::stream::iter([part(6_000_000), Err(std::io::Error::other("the line fell"))]);
    let failed = store.blobs().put_stream(broken, 20_000_000).await;
    assert!(matches!(failed, Err(StoreError::File { .. })), "{failed:?}");
    let endless = futures::stream::repeat_with(|| part(1_000_000)).boxed();
    let refused = store.blobs().put_stream(endless, 7_000_000).await;
    assert!(matches!(refused, Err(StoreError::Limit(_))), "{refused:?}");
    assert_eq!(server.keys(&base.addresses.evidence).await, before);
    assert_eq!(server.uploads_open().await, 0, "nothing is left that costs storage and nobody sees");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_checkpoint_takes_the_place_of_the_one_that_was_seen_alone() {
    let mut places = vec![(Base::sqlite(), "a folder")];
    places.extend(in_bucket().await.map(|(base, _)| (base, "a bucket")));
    for (base, what) in places {
        let place = Place::open(&base.addresses.log, &base.addresses.bucket).unwrap();
        let nothing = place.see("it").await.unwrap();
        assert!(place.replace("it", &nothing, Bytes::from_static(b"1")).await.unwrap(), "{what}");
        assert!(!place.replace("it", &nothing, Bytes::from_static(b"2")).await.unwrap(), "{what}");
        let seen = place.see("it").await.unwrap();
        assert!(place.replace("it", &seen, Bytes::from_static(b"3")).await.unwrap(), "{what}");
        assert!(!place.replace("it", &seen, Bytes::from_static(b"4")).await.unwrap(), "{what}");
        assert_eq!(place.get("it").await.unwrap().as_deref(), Some(&b"3"[..]), "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_processes_that_publish_at_once_none_takes_back_what_another_has_promised() {
    let mut places = vec![Base::sqlite()];
    places.extend(in_bucket().await.map(|(base, _)| base));
    for base in places {
        base.make().await;
        let signer = std::sync::Arc::new(signer("example.com/log", 7));
        let place = Place::open(&base.addresses.log, &base.addresses.bucket).unwrap();
        let mut writing = Vec::new();
        for process in 0..3 {
            let (store, signer) = (base.open().await, std::sync::Arc::clone(&signer));
            writing.push(tokio::spawn(async move {
                for n in 0..8 {
                    register(&store, &format!("Person {process} {n}")).await;
                    store.publish(&signer).await.unwrap();
                }
            }));
        }
        let mut size = 0;
        while writing.iter().any(|task| !task.is_finished()) {
            if let Some(note) = place.get(CHECKPOINT).await.unwrap() {
                let now = assize_tlog::Checkpoint::parse(&note).unwrap().0.head().size;
                assert!(now >= size, "the log went back from {size} to {now}");
                size = now;
            }
            tokio::task::yield_now().await;
        }
        for task in writing {
            task.await.unwrap();
        }
        let verdict = verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap();
        assert_eq!((verdict.problems, verdict.entries, verdict.unsigned), (vec![], 24, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_that_cannot_answer_now_is_asked_again_and_one_that_never_does_is_an_error() {
    let Some(server) = on_server() else { return };
    let wall = Wall::before(&server).await;
    let base = server.base(&wall.url()).await;
    let store = base.make().await;
    let stood = story(&store).await;
    wall.refuse(3);
    let stored = store.blobs().put(Bytes::from_static(b"after three refusals")).await.unwrap();
    assert_eq!(store.blobs().check(&stored.sha256).await.unwrap(), Some(true));
    assert!(wall.refused() >= 3);

    wall.refuse(usize::MAX);
    let failed = store.blobs().put(Bytes::from_static(b"never")).await;
    assert!(matches!(failed, Err(StoreError::Objects { .. })), "{failed:?}");
    let head = store.head_seq().await.unwrap();
    let body = json!({ "audit": stood.audit.id.to_string(), "name": "x.md", "sha256": stored.sha256, "bytes": 20,
        "media": "text/plain", "classification": "public" });
    let failed = store.execute(Act::new(operator(), command("evidence.take", &body))).await;
    let Err(ActError::Fault(fault)) = failed else { panic!("{failed:?}") };
    assert!(matches!(*fault, StoreError::Objects { .. }), "{fault:?}");
    assert!(store.publish(&signer("example.com/log", 7)).await.is_err());
    assert_eq!(store.head_seq().await.unwrap(), head, "an act whose file cannot be seen does not come about");

    wall.refuse(0);
    let on_behalf_of = Some(stood.manager.id.to_string().parse().unwrap());
    let actor = assize_domain::Actor::Operator { on_behalf_of };
    store.execute(Act::new(actor, command("evidence.take", &body))).await.unwrap();
    store.publish(&signer("example.com/log", 7)).await.unwrap();
    assert!(verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap().is_ok());
}
