//! Whom audits have promised days to, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::Kind;
use assize_domain::kernel::time::Date;
use assize_domain::words::TeamRole;
use common::{each_database, give, story};
use serde_json::json;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn places_in_teams_are_found_by_their_window_with_the_days_of_their_plan() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let by = Some(stood.manager);
        let people = store.record_page(Kind::Person, None, 10).await.unwrap();
        let observer = people[5].0;
        let audit = stood.audit.id.hyphenated().to_string();
        assert_eq!(store.promised(date("2026-03-01"), date("2026-03-31")).await.unwrap(), vec![]);
        let appoint = json!({ "audit": audit, "person": observer.id.to_string(), "role": "observer", "safeguards": [] });
        give(&store, by, "audit.appoint", appoint).await;
        let found = store.promised(date("2026-03-01"), date("2026-03-31")).await.unwrap();
        let [place] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.person.to_string(), place.role), (observer.id.to_string(), TeamRole::Observer));
        assert_eq!((place.audit.to_string(), place.days_planned.to_string()), (audit, "5".to_owned()));
        assert_eq!((place.window.from, place.window.to), (date("2026-01-02"), Some(date("2036-12-30"))));
        assert!(place.on.is_empty());
        // A plan with one session over midnight, put there behind the store's back.
        base.run("UPDATE audit SET plan = 'of_the_test'").await;
        base.run(
            "INSERT INTO plan_sessions (of_record, pos, key, \"start\", \"end\", zone, place, subject, method) \
             VALUES ('of_the_test', 0, 'night', '2026-03-03T22:00:00Z', '2026-03-04T02:00:00Z', 'UTC', 'Gate', 'Gate', 'on_site')",
        )
        .await;
        base.run(
            "INSERT INTO plan_sessions_auditors (of_record, pos, pos_2, value) \
             SELECT 'of_the_test', 0, 0, person FROM audit_team",
        )
        .await;
        let found = store.promised(date("2026-03-01"), date("2026-03-31")).await.unwrap();
        assert_eq!(found[0].on, [date("2026-03-03"), date("2026-03-04")]);
        // The window ends on 30 December 2036 and begins on 2 January 2026.
        assert_eq!(store.promised(date("2036-12-30"), date("2037-01-05")).await.unwrap().len(), 1);
        assert_eq!(store.promised(date("2036-12-31"), date("2037-01-05")).await.unwrap(), vec![]);
        assert_eq!(store.promised(date("2025-12-01"), date("2026-01-01")).await.unwrap(), vec![]);
    }
}
