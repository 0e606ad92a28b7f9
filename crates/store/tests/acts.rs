//! Acts: durable when answered, in order, each once; the journal and the rows say the same.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use assize_domain::auditee::NameOrganization;
use assize_domain::kernel::entry::Entry;
use assize_domain::{Actor, Kind};
use assize_store::{Act, ActError, Clock, Once, Store, StoreError, Which};
use common::{Base, each_database, name_organization, register};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_act_names_the_organization_and_the_second_is_refused() {
    for base in each_database().await {
        let store = base.make().await;
        let done = name_organization(&store).await;
        assert_eq!(done.events.len(), 1);
        assert_eq!((done.events[0].seq, done.events[0].version), (1, 1));
        let again = store.execute(Act::new(common::operator(), common::organization("Another"))).await;
        let Err(ActError::Refused(refusals)) = again else { panic!("{again:?}") };
        assert_eq!(refusals[0].rule.id, "organization.once");
        assert_eq!(store.head_seq().await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_is_there_after_the_store_is_opened_again() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let done = register(&store, "Ada Stone").await;
        let key = done.subject().unwrap();
        let before = store.record(key).await.unwrap().unwrap();
        store.close().await;
        let store = base.open().await;
        assert_eq!(store.record(key).await.unwrap().unwrap(), before);
        assert_eq!(store.head_seq().await.unwrap(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_is_made_once() {
    for base in each_database().await {
        base.make().await;
        assert!(matches!(Store::make(&base.addresses, Clock::System).await, Err(StoreError::Exists(_))));
    }
    let nowhere = Base::sqlite();
    assert!(matches!(Store::open(&nowhere.addresses, Clock::System).await, Err(StoreError::Missing(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_writers_at_once_lose_nothing_and_leave_no_gap() {
    const WRITERS: usize = 64;
    const ACTS: usize = 8;
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        // Two stores open on one database are two processes as far as the database can tell.
        let other = base.open().await;
        let mut tasks = Vec::new();
        for writer in 0..WRITERS {
            let store = if writer % 2 == 0 { store.clone() } else { other.clone() };
            tasks.push(tokio::spawn(async move {
                let mut seqs = Vec::new();
                for act in 0..ACTS {
                    seqs.push(register(&store, &format!("Person {writer} {act}")).await.events[0].seq);
                }
                seqs
            }));
        }
        let mut seqs = BTreeSet::new();
        for task in tasks {
            for seq in task.await.unwrap() {
                assert!(seqs.insert(seq), "{seq} was given twice");
            }
        }
        let last = i64::try_from(WRITERS * ACTS + 1).unwrap();
        assert_eq!(seqs, (2..=last).collect());
        assert_eq!(store.head_seq().await.unwrap(), last);
        let mut people = 0;
        let mut after = None;
        loop {
            let page = store.record_page(Kind::Person, after, 100).await.unwrap();
            let Some((key, _)) = page.last() else { break };
            after = Some(key.id);
            people += page.len();
        }
        assert_eq!(people, WRITERS * ACTS);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_is_the_same_act() {
    for base in each_database().await {
        let store = base.make().await;
        let once = |body: &str| {
            Some(Once {
                principal: "token".to_owned(),
                route: "organization.name".to_owned(),
                key: "k1".to_owned(),
                body: body.to_owned(),
            })
        };
        let act = |body: &str| Act {
            once: once(body),
            ..Act::new(common::operator(), common::organization("Fernhill"))
        };
        let first = store.execute(act("a")).await.unwrap();
        let again = store.execute(act("a")).await.unwrap();
        assert!(!first.repeated && again.repeated);
        assert_eq!((first.at, &first.events), (again.at, &again.events));
        assert!(matches!(store.execute(act("b")).await, Err(ActError::KeyReused)));
        assert_eq!(store.head_seq().await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_is_remembered_for_a_day_by_the_clock_that_the_store_was_given() {
    const DAY: i64 = 24 * 60 * 60 * 1_000;
    for base in each_database().await {
        let clock = Arc::new(AtomicI64::new(1_000_000_000_000));
        let store = Store::make(&base.addresses, Clock::Set(Arc::clone(&clock))).await.unwrap();
        let once = |body: &str| {
            let (principal, route) = ("p".to_owned(), "r".to_owned());
            Some(Once { principal, route, key: "k".to_owned(), body: body.to_owned() })
        };
        let act =
            |body: &str| Act { once: once(body), ..Act::new(common::operator(), common::person("Ada")) };
        let first = store.execute(act("a")).await.unwrap();
        clock.fetch_add(DAY, Ordering::SeqCst);
        assert!(store.execute(act("a")).await.unwrap().repeated);
        assert_eq!(store.forget_old_replies().await.unwrap(), 0);
        clock.fetch_add(1, Ordering::SeqCst);
        let second = store.execute(act("b")).await.unwrap();
        assert!(!second.repeated && second.subject() != first.subject());
        assert!(store.execute(act("b")).await.unwrap().repeated, "the newer reply took the place of the old");
        clock.fetch_add(DAY + 1, Ordering::SeqCst);
        assert_eq!(store.forget_old_replies().await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_not_remembered_under_its_key() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let once = Once {
            principal: "token".to_owned(),
            route: "organization.name".to_owned(),
            key: "k1".to_owned(),
            body: "a".to_owned(),
        };
        let act = Act { once: Some(once), ..Act::new(common::operator(), common::organization("Another")) };
        for _ in 0..2 {
            assert!(matches!(store.execute(act.clone()).await, Err(ActError::Refused(_))));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_on_an_older_version_is_refused() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let person = register(&store, "Ada Stone").await.subject().unwrap();
        let accept = |expected| Act {
            expected,
            ..Act::new(Actor::Operator { on_behalf_of: None }, common::rename(person, "Ada Stone-Vega"))
        };
        let done = store.execute(accept(Some(1))).await.unwrap();
        assert_eq!(done.events[0].version, 2);
        let stale = store.execute(accept(Some(1))).await;
        let Err(ActError::Refused(refusals)) = stale else { panic!("{stale:?}") };
        assert_eq!(refusals[0].rule.id, "record.version");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_holds_every_act_with_its_leaf() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let person = register(&store, "Ada Stone").await.subject().unwrap();
        let all = store.entries(Which::All, 0, 10).await.unwrap();
        assert_eq!(all.len(), 2);
        for entry in all {
            let stored = entry.unwrap();
            let leaf = assize_tlog::leaf_hash(&stored.entry.leaf());
            assert_eq!(stored.leaf, assize_domain::kernel::entry::hex(leaf.as_bytes()));
            let again = Entry::fields_from_json(stored.entry.fields_json()).unwrap();
            assert_eq!(again, stored.entry.fields);
            stored.entry.event().unwrap();
        }
        let of_person = store.entries(Which::Subject(person), 0, 10).await.unwrap();
        assert_eq!(of_person.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_is_durable_and_strict_on_every_connection() {
    let base = Base::sqlite();
    let store = base.make().await;
    name_organization(&store).await;
    let pragmas = store.pragmas().await.unwrap();
    assert_eq!(pragmas, Some(("wal".to_owned(), 2, 1)));
    let _: NameOrganization = common::organization("unused");
}
