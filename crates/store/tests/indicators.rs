//! The store counts from a few columns what the law counts from whole records.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    dead_code,
    reason = "a test that meets what it did not expect fails; of the house that the benchmarks measure in, it needs a part"
)]

#[path = "../benches/figures/house.rs"]
mod house;
#[path = "../benches/figures/measure.rs"]
mod measure;
#[path = "../benches/figures/places.rs"]
mod places;

use assize_domain::kernel::refusal::Stop;
use assize_domain::programme::indicators::{Indicators, indicators};
use assize_store::{ActError, Store};
use house::{Cast, full};
use places::Place;

/// How many audits are carried to their end.
const AUDITS: usize = 3;

async fn both(store: &Store, cast: &Cast, on: &str) -> Indicators {
    let (programme, on) = (cast.programme.id.into(), on.parse().unwrap());
    let counted = store.indicators(programme, on).await.unwrap();
    let by_records = store.ask(|world| indicators(world, programme, on)).await.unwrap();
    assert_eq!(counted, by_records, "{on}");
    counted
}

async fn places() -> Vec<Place> {
    let mut places = vec![Place::sqlite().unwrap()];
    places.extend(Place::postgres().await.unwrap());
    places
}

#[tokio::test(flavor = "multi_thread")]
async fn indicators_are_the_same_from_columns_as_from_whole_records() {
    for place in places().await {
        let (store, cast) = full(&place, AUDITS).await.unwrap();
        for on in ["2026-01-01", "2026-09-01", "2026-10-01", "2027-01-01", "2040-01-01"] {
            both(&store, &cast, on).await;
        }
        let found = both(&store, &cast, "2026-09-02").await;
        assert_eq!((found.audits_planned, found.audits_held, found.audits_late), (3, 3, 0));
        assert_eq!((found.reports_due, found.reports_in_time), (3, 3));
        assert!(found.nonconformities >= 3 && found.days_used.hundredths() > 0, "{found:?}");
        assert!(found.coverage.iter().any(|cell| cell.held.len() == AUDITS), "{found:?}");
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_that_is_not_there_has_no_indicators() {
    let place = Place::sqlite().unwrap();
    let store = place.make().await.unwrap();
    let nothing = uuid::Uuid::from_u128(7).into();
    let refused = store.indicators(nothing, "2026-09-02".parse().unwrap()).await;
    let Err(ActError::Refused(refusals)) = refused else { panic!("{refused:?}") };
    let law = store.ask(|world| indicators(world, nothing, "2026-09-02".parse().unwrap())).await;
    let Err(ActError::Refused(expected)) = law else { panic!("{law:?}") };
    assert_eq!(Stop::Refused(refusals), Stop::Refused(expected));
    store.close().await;
}
