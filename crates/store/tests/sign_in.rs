//! A link signs in once, and a session is whose it was made for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::kernel::id::{Id as _, PersonId};
use assize_store::{Factor, SecondFactor, Stage, Store, Visit};
use common::each_database;

/// Begins a session by a link; its secret.
async fn begin(store: &Store, link: &str) -> Option<String> {
    let begun = store.begin_session(link, &Visit::default(), &SecondFactor::default()).await.unwrap()?;
    assert_eq!((begun.session.stage, begun.session.factors.as_slice()), (Stage::Whole, &[Factor::Link][..]));
    Some(begun.secret)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_signs_in_once_and_a_session_ends() {
    for base in each_database().await {
        let store = base.make().await;
        let person = PersonId::from(uuid::Uuid::from_u128(7));
        let link = store.make_link(Some(person)).await.unwrap();
        assert!(store.link_holds(&link).await.unwrap());
        // Of two at the same time one gets in.
        let (one, other) = tokio::join!(begin(&store, &link), begin(&store, &link));
        let mut begun: Vec<String> = [one, other].into_iter().flatten().collect();
        assert_eq!(begun.len(), 1);
        let secret = begun.pop().unwrap();
        assert!(!store.link_holds(&link).await.unwrap());
        assert_eq!(begin(&store, &link).await, None);

        let session = store.session_of(&secret).await.unwrap().unwrap();
        assert_eq!((session.person, session.language), (Some(person), None));
        store.choose_language(&secret, "de").await.unwrap();
        assert_eq!(store.session_of(&secret).await.unwrap().unwrap().language.as_deref(), Some("de"));
        // A session that is somebody's is given to nobody else.
        store.give_session(&secret, PersonId::from(uuid::Uuid::from_u128(8))).await.unwrap();
        assert_eq!(
            store.session_of(&secret).await.unwrap().unwrap().person.map(|id| id.uuid()),
            Some(person.uuid())
        );
        store.forget_old_sessions().await.unwrap();
        assert!(store.session_of(&secret).await.unwrap().is_some(), "one in use is not forgotten");
        store.end_session(&secret).await.unwrap();
        assert_eq!(store.session_of(&secret).await.unwrap(), None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_secret_signs_nobody_in() {
    for base in each_database().await {
        let store = base.make().await;
        let link = store.make_link(None).await.unwrap();
        for other in ["", "x", &"0".repeat(64), &link[1..], &format!("{link}0")] {
            assert!(!store.link_holds(other).await.unwrap());
            assert_eq!(begin(&store, other).await, None);
            assert_eq!(store.session_of(other).await.unwrap(), None);
        }
        let secret = begin(&store, &link).await.unwrap();
        assert_eq!(store.session_of(&link).await.unwrap(), None, "a link is no session");
        let session = store.session_of(&secret).await.unwrap().unwrap();
        assert_eq!(session.person, None);
        let person = PersonId::from(uuid::Uuid::from_u128(7));
        store.give_session(&secret, person).await.unwrap();
        assert_eq!(store.session_of(&secret).await.unwrap().unwrap().person, Some(person));
    }
}
