//! The security log: what is noted is found again, narrowed, and forgotten in its time; and lists reach no further than they are told.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::kernel::id::PersonId;
use assize_domain::{Key, Kind};
use assize_store::{SECURITY_DAYS, SECURITY_DAYS_FACT, SecurityFilter, SecurityKind, SecurityNote};
use common::each_database;
use uuid::Uuid;

fn note(kind: SecurityKind, person: u128) -> SecurityNote {
    let person = PersonId::from(Uuid::from_u128(person));
    SecurityNote {
        kind,
        who: format!("person {person}"),
        person: Some(person),
        address: "192.0.2.7".to_owned(),
        route: "GET /audits/{id}".to_owned(),
        key: Some(Key { kind: Kind::Audit, id: Uuid::from_u128(9) }),
        request: "r-1".to_owned(),
        why: "a line\nforged".to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_noted_is_found_newest_first_and_narrowed() {
    for base in each_database().await {
        let store = base.make().await;
        for (kind, person) in
            [(SecurityKind::ReadRefused, 1), (SecurityKind::ActRefused, 2), (SecurityKind::ReadRefused, 2)]
        {
            store.note_security(&note(kind, person)).await.unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(3)).await;
        }
        let all = store.security_events(&SecurityFilter::default(), None, 10).await.unwrap();
        let kinds: Vec<_> = all.iter().map(|event| event.note.kind).collect();
        assert_eq!(kinds, [SecurityKind::ReadRefused, SecurityKind::ActRefused, SecurityKind::ReadRefused]);
        assert_eq!(
            all[0].note,
            SecurityNote { why: "a lineforged".to_owned(), ..note(SecurityKind::ReadRefused, 2) }
        );
        let found = |filter: SecurityFilter| {
            let store = store.clone();
            async move { store.security_events(&filter, None, 10).await.unwrap().len() }
        };
        let person = Some(PersonId::from(Uuid::from_u128(2)));
        assert_eq!(found(SecurityFilter { person, ..SecurityFilter::default() }).await, 2);
        let kind = Some(SecurityKind::ReadRefused);
        assert_eq!(found(SecurityFilter { kind, person, ..SecurityFilter::default() }).await, 1);
        assert_eq!(
            found(SecurityFilter { subject: Some(Uuid::from_u128(8)), ..SecurityFilter::default() }).await,
            0
        );
        assert_eq!(found(SecurityFilter { from: Some(all[1].at), ..SecurityFilter::default() }).await, 2);
        assert_eq!(found(SecurityFilter { to: Some(all[1].at), ..SecurityFilter::default() }).await, 1);
        let next = store.security_events(&SecurityFilter::default(), Some(all[0].id), 1).await.unwrap();
        assert_eq!(next[0].id, all[1].id);
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_kept_as_long_as_the_store_says_and_within_bounds() {
    for base in each_database().await {
        let store = base.make().await;
        assert_eq!(store.security_days().await.unwrap(), SECURITY_DAYS);
        for (said, kept) in [("90", 90), ("1", 30), ("99999", 3_650), ("soon", SECURITY_DAYS)] {
            store.set_meta(SECURITY_DAYS_FACT, said).await.unwrap();
            assert_eq!(store.security_days().await.unwrap(), kept, "{said}");
        }
        store.note_security(&note(SecurityKind::Exported, 1)).await.unwrap();
        assert_eq!(store.forget_old_security().await.unwrap(), 0, "it is of today");
        assert_eq!(store.security_events(&SecurityFilter::default(), None, 10).await.unwrap().len(), 1);
        store.close().await;
    }
}
