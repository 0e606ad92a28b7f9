//! The record proves itself: an untouched store verifies, and whatever is changed behind its back is found and named.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::path::{Path, PathBuf};

use assize_store::{Against, CHECKPOINT, Clock, Store, StoreError, Unready, Verdict, verify};
use assize_tlog::{Hash, SignerKey, VerifierKey, verify_inclusion};
use common::{Base, each_database, name_organization, register, signer, story};

async fn verdict(base: &Base, against: &Against) -> Verdict {
    verify(&base.addresses, against, |_, _| ()).await.unwrap()
}

fn pinned(key: &VerifierKey) -> Against {
    Against { key: Some(key.clone()), ..Against::default() }
}

/// A store with a hundred persons and an audit's evidence, published.
async fn published(base: &Base) -> (Store, SignerKey) {
    let store = base.make().await;
    story(&store).await;
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap().unwrap();
    (store, signer)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_untouched_store_verifies_and_says_whether_the_key_was_pinned() {
    for base in each_database().await {
        let (store, signer) = published(&base).await;
        let size = store.head_seq().await.unwrap();
        register(&store, "After the checkpoint").await;
        store.close().await;
        let found = verdict(&base, &pinned(signer.verifier_key())).await;
        assert_eq!(found.problems, vec![]);
        assert_eq!((found.entries, found.unsigned), (u64::try_from(size).unwrap(), 1));
        assert!(found.key_pinned && found.evidence == 1 && found.records > 100);
        let unpinned = verdict(&base, &Against::default()).await;
        assert!(unpinned.is_ok() && !unpinned.key_pinned);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_of_inclusion_holds_for_the_checkpoint() {
    let base = Base::sqlite();
    let (store, signer) = published(&base).await;
    for seq in [1, 2, 57, store.head_seq().await.unwrap()] {
        let proof = store.proof(seq, signer.verifier_key()).await.unwrap().unwrap();
        let (checkpoint, _) = assize_tlog::Checkpoint::parse(proof.note.as_bytes()).unwrap();
        assert_eq!((proof.index, proof.size), (u64::try_from(seq - 1).unwrap(), checkpoint.head().size));
        verify_inclusion(proof.leaf, proof.index, &proof.path, checkpoint.head()).unwrap();
        let other = Hash::from_bytes([1; 32]);
        assert!(verify_inclusion(other, proof.index, &proof.path, checkpoint.head()).is_err());
    }
    assert!(store.proof(store.head_seq().await.unwrap() + 1, signer.verifier_key()).await.unwrap().is_none());
    assert!(store.proof(0, signer.verifier_key()).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_changed_in_a_row_or_in_the_journal_is_found_and_named() {
    for base in each_database().await {
        let (store, signer) = published(&base).await;
        store.close().await;
        let changes = [
            ("UPDATE person SET name = 'Somebody Else' WHERE name = 'Person 17'", "row person"),
            ("UPDATE person SET version = version + 1 WHERE name = 'Person 18'", "row person"),
            ("DELETE FROM person WHERE name = 'Person 19'", "row person"),
            (
                "DELETE FROM person_languages WHERE of_record IN (SELECT id FROM person WHERE name = 'Person 20')",
                "row person",
            ),
            (
                "UPDATE journal SET fields = replace(fields, 'Person 20', 'Person 12') WHERE seq = 22",
                "journal entry 22",
            ),
            ("UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 23", "journal entry 23"),
            ("DELETE FROM journal WHERE seq = 24", "journal entry 24"),
            ("UPDATE head SET seq = seq + 1", "head"),
            // By the head's time the next acts are dated, by these columns entries are exported and erased.
            ("UPDATE head SET at = at + 86400000", "head"),
            ("UPDATE journal SET subject = NULL WHERE seq = 25", "journal entry 25"),
            ("UPDATE journal SET audit = subject WHERE seq = 26", "journal entry 26"),
        ];
        for (sql, place) in changes {
            let before = base.copy().await;
            before.run(sql).await;
            let found = verdict(&before, &pinned(signer.verifier_key())).await;
            assert!(
                found.problems.iter().any(|trouble| trouble.place.starts_with(place)),
                "{sql}: {:#?}",
                found.problems
            );
            // One entry that is missing is one problem, not one for each that follows.
            let missing = found.problems.iter().filter(|trouble| trouble.what == "is missing").count();
            assert_eq!(missing, usize::from(sql.starts_with("DELETE FROM journal")), "{:#?}", found.problems);
        }
        assert!(verdict(&base, &pinned(signer.verifier_key())).await.is_ok());
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn one_flipped_byte_in_any_file_beside_the_database_is_found() {
    let base = Base::sqlite();
    let (store, signer) = published(&base).await;
    store.close().await;
    let all: Vec<PathBuf> =
        [base.path("log"), base.path("evidence")].iter().flat_map(|folder| files(folder)).collect();
    assert!(all.len() >= 5, "{all:?}");
    // The file by which publishing processes wait for each other holds nothing.
    for path in all.iter().filter(|path| !path.ends_with("key") && !path.ends_with(".lock")) {
        let good = std::fs::read(path).unwrap();
        for at in [0, good.len() / 2, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            std::fs::write(path, &bad).unwrap();
            let found = verdict(&base, &pinned(signer.verifier_key())).await;
            assert!(!found.is_ok(), "byte {at} of {}", path.display());
        }
        std::fs::remove_file(path).unwrap();
        assert!(!verdict(&base, &pinned(signer.verifier_key())).await.is_ok(), "{}", path.display());
        std::fs::write(path, &good).unwrap();
    }
    assert!(verdict(&base, &pinned(signer.verifier_key())).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_history_rewritten_and_signed_again_is_found_by_an_earlier_checkpoint_alone() {
    let base = Base::sqlite();
    let (store, signer) = published(&base).await;
    let earlier = store.checkpoint_note().await.unwrap().unwrap();
    register(&store, "Later").await;
    store.publish(&signer).await.unwrap().unwrap();
    store.close().await;
    let since =
        Against { key: Some(signer.verifier_key().clone()), since: Some(earlier), ..Against::default() };
    assert_eq!(verdict(&base, &since).await.problems, vec![]);

    // Another history of the same length, by whoever holds the key.
    let other = Base::sqlite();
    let store = other.make().await;
    name_organization(&store).await;
    for n in 0..200 {
        register(&store, &format!("Another {n}")).await;
    }
    store.publish(&signer).await.unwrap().unwrap();
    store.close().await;
    assert!(verdict(&other, &pinned(signer.verifier_key())).await.is_ok());
    let found = verdict(&other, &since).await;
    assert!(
        found.problems.iter().any(|trouble| trouble.place == "earlier checkpoint"),
        "{:#?}",
        found.problems
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_signed_with_another_key_is_found_by_the_pinned_one() {
    let base = Base::sqlite();
    let (store, _) = published(&base).await;
    store.close().await;
    let found = verdict(&base, &pinned(signer("example.com/log", 8).verifier_key())).await;
    assert!(found.problems.iter().any(|trouble| trouble.place == "checkpoint"), "{:#?}", found.problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_signed_that_does_not_go_on_from_what_was_published() {
    let base = Base::sqlite();
    let (store, signer) = published(&base).await;
    store.close().await;
    base.run(
        "UPDATE journal SET leaf = CASE substr(leaf, 1, 1) WHEN 'a' THEN 'b' ELSE 'a' END || substr(leaf, 2) WHERE seq = 5",
    )
    .await;
    let store = base.open().await;
    register(&store, "Later").await;
    let refused = store.publish(&signer).await.unwrap_err();
    assert!(refused.to_string().contains("not those that were published"), "{refused}");
    let before = std::fs::read_to_string(base.path("log").join(CHECKPOINT)).unwrap();
    assert_eq!(store.checkpoint_note().await.unwrap().unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_again_writes_the_same_bytes() {
    let base = Base::sqlite();
    let (store, signer) = published(&base).await;
    let read = || {
        files(&base.path("log"))
            .iter()
            .map(|path| (path.clone(), std::fs::read(path).unwrap()))
            .collect::<Vec<_>>()
    };
    let first = read();
    store.close().await;
    let store = base.open().await;
    store.publish(&signer).await.unwrap().unwrap();
    assert_eq!(read(), first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_another_version_is_not_called_false() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        store.publish(&signer("example.com/log", 7)).await.unwrap();
        store.close().await;
        let said = async || verify(&base.addresses, &Against::default(), |_, _| ()).await;
        assert!(said().await.unwrap().is_ok());
        let run = async |sql: &'static str| {
            use sqlx::{Connection as _, Executor as _};
            let address = &base.addresses.database;
            if address.starts_with("sqlite:") {
                sqlx::SqliteConnection::connect(address).await.unwrap().execute(sql).await.unwrap();
            } else {
                sqlx::PgConnection::connect(address).await.unwrap().execute(sql).await.unwrap();
            }
        };
        run("UPDATE _sqlx_migrations SET version = 99999 WHERE version = 5").await;
        assert!(matches!(said().await, Err(StoreError::Newer(_))));
        assert!(matches!(Store::open(&base.addresses, Clock::System).await, Err(StoreError::Newer(_))));
        run("DELETE FROM _sqlx_migrations WHERE version = 99999").await;
        assert!(matches!(said().await, Err(StoreError::Older(_))));
        run("DROP TABLE _sqlx_migrations").await;
        assert!(matches!(said().await, Err(StoreError::Missing(_))));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_goes_on_beside_a_later_version_that_added_and_not_beside_one_that_took_away() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let is_file = base.addresses.database.starts_with("sqlite:");
        let later = async |version: i64, description: &str| {
            let nothing = if is_file { "x'00'" } else { "'\\x00'" };
            let sql = format!(
                "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ({version}, '{description}', TRUE, {nothing}, 1)"
            );
            assert_eq!(base.run_on(sql.leak()).await, 1);
        };
        let opened = async || Store::open(&base.addresses, Clock::System).await.map(drop);
        assert_eq!(store.unready().await.unwrap(), None);
        later(900_001, "more of something").await;
        assert_eq!(store.unready().await.unwrap(), None, "who serves goes on");
        // Replicas start while others are replaced; a file has one process, and is not opened by an earlier version.
        assert_eq!(opened().await.is_ok(), !is_file);
        register(&store, "Ada").await;
        later(900_002, "contract something").await;
        assert_eq!(store.unready().await.unwrap(), Some(Unready::Tables));
        assert!(matches!(opened().await, Err(StoreError::Newer(_))));
        base.run_on("DELETE FROM _sqlx_migrations WHERE version > 900000").await;
        assert_eq!(store.unready().await.unwrap(), None);
        base.run("DELETE FROM _sqlx_migrations WHERE version = 5").await;
        assert_eq!(store.unready().await.unwrap(), Some(Unready::Tables), "what is missing is missed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_processes_one_has_its_turn() {
    for base in each_database().await {
        let (one, other) = (base.make().await, base.open().await);
        let day = 24 * 60 * 60 * 1_000;
        let turns = futures::future::join_all((0..16).map(|n| {
            let store = if n % 2 == 0 { &one } else { &other };
            store.take_turn("tidy", day)
        }));
        let taken: Vec<bool> = turns.await.into_iter().map(Result::unwrap).collect();
        assert_eq!(taken.iter().filter(|taken| **taken).count(), 1, "{taken:?}");
        assert!(other.take_turn("something else", day).await.unwrap());
        base.run_on(
            "UPDATE meta SET value = CAST(CAST(value AS BIGINT) - 86400001 AS TEXT) WHERE name = 'turn tidy'",
        )
        .await;
        assert!(other.take_turn("tidy", day).await.unwrap(), "a day later");
        assert!(!one.take_turn("tidy", day).await.unwrap());
    }
}
