//! Several commands as one act: all of them happen or none, each decided as those before it left the records.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{Act, ActError, After, Once, Step, Store, Which};
use common::{command, each_database, name_organization, operator, person, register, rename};
use serde_json::json;

fn step(command: assize_domain::Command) -> Step {
    Act::new(operator(), command).into()
}

async fn name_of(store: &Store, key: Key) -> String {
    match store.record(key).await.unwrap().unwrap().record {
        AnyRecord::Person(person) => person.name().to_string(),
        other => panic!("{other:?}"),
    }
}

fn credential(person: &str) -> serde_json::Value {
    json!({ "person": person, "credential": { "key": "lead", "kind": "qualification", "area": "isms", "title": "Lead auditor",
        "issuer": "A body", "period": { "from": "2020-01-01", "to": null }, "amount": null, "evidence": null } })
}

#[tokio::test(flavor = "multi_thread")]
async fn all_of_them_happen_or_none_and_what_is_refused_is_numbered() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let ada = register(&store, "Ada").await.subject().unwrap();
        let bo = register(&store, "Bo").await.subject().unwrap();
        let head = store.head_seq().await.unwrap();
        let bad = command(
            "absence.add",
            &json!({ "person": bo.id.to_string(), "period": { "from": "2026-10-02", "to": "2026-10-01" }, "reason": null }),
        );
        let steps = || vec![step(rename(ada, "Ada Stone")), step(bad.clone()), step(rename(bo, "Bo Quist"))];
        let rehearsed = store.rehearse(&steps()).await.unwrap();
        assert_eq!(rehearsed.iter().map(Vec::len).collect::<Vec<_>>(), [0, 1, 0]);
        let Err(ActError::Refused(refusals)) = store.execute_all(steps()).await else { panic!() };
        assert_eq!((refusals.len(), refusals[0].at.as_str()), (1, "/1/period/to"));
        assert_eq!(refusals[0].rule.id, "absence.period");
        assert_eq!(store.head_seq().await.unwrap(), head, "nothing was written");
        assert_eq!(name_of(&store, ada).await, "Ada");
        // The writer's own memory is as it was too: the next act begins from what is there.
        let done = store.execute(Act::new(operator(), rename(ada, "Ada Two"))).await.unwrap();
        assert_eq!((done.events[0].seq, done.events[0].version), (head + 1, 2));

        let fine =
            vec![step(rename(ada, "Ada Three")), step(rename(ada, "Ada Four")), step(rename(bo, "Bo Two"))];
        let done = store.execute_all(fine).await.unwrap();
        let seqs: Vec<i64> = done.events.iter().map(|event| event.seq).collect();
        assert_eq!(seqs, [head + 2, head + 3, head + 4]);
        assert_eq!(
            (name_of(&store, ada).await, name_of(&store, bo).await),
            ("Ada Four".to_owned(), "Bo Two".to_owned())
        );
        let entries = store.entries(Which::All, head + 1, 10).await.unwrap();
        let at: std::collections::BTreeSet<String> =
            entries.iter().map(|entry| entry.as_ref().unwrap().entry.at.to_string()).collect();
        assert!(entries.len() == 3 && at.len() <= 3);
        let verdict = store.verify(|_, _| ()).await.unwrap();
        // Nothing is published here; all else holds.
        assert!(verdict.problems.iter().all(|one| one.place == "checkpoint"), "{verdict:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_can_name_what_an_earlier_one_makes() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let nobody = "00000000-0000-7000-8000-000000000000";
        let later = |act: usize| Step {
            act: Act::new(operator(), command("credential.add", &credential(nobody))),
            after: Some(After { at: "/person".to_owned(), act }),
        };
        let steps = || vec![step(person("Cy")), later(0)];
        assert!(store.rehearse(&steps()).await.unwrap().iter().all(Vec::is_empty));
        let done = store.execute_all(steps()).await.unwrap();
        let cy = done.subject().unwrap();
        let AnyRecord::Person(found) = store.record(cy).await.unwrap().unwrap().record else { panic!() };
        assert_eq!(found.credentials().len(), 1);
        // The same credential twice: the second is refused, and the person is not registered either.
        let people = store.record_page(Kind::Person, None, 100).await.unwrap().len();
        let Err(ActError::Refused(refusals)) =
            store.execute_all(vec![step(person("Di")), later(0), later(0)]).await
        else {
            panic!()
        };
        assert_eq!(refusals[0].at, "/2/credential/key");
        assert_eq!(store.record_page(Kind::Person, None, 100).await.unwrap().len(), people);
        // What none before it makes is a fault, and nothing happens.
        assert!(matches!(
            store.execute_all(vec![step(person("Ed")), later(7)]).await,
            Err(ActError::Fault(_))
        ));
        assert_eq!(store.record_page(Kind::Person, None, 100).await.unwrap().len(), people);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_is_the_same_act_of_several_and_erasing_is_given_alone() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        let once = Once {
            principal: "token".to_owned(),
            route: "tables".to_owned(),
            key: "k1".to_owned(),
            body: "ab".to_owned(),
        };
        let steps = || {
            let first = Act { once: Some(once.clone()), ..Act::new(operator(), person("Ada")) };
            vec![first.into(), step(person("Bo"))]
        };
        let done = store.execute_all(steps()).await.unwrap();
        let again = store.execute_all(steps()).await.unwrap();
        assert!(again.repeated && !done.repeated);
        assert_eq!(done.events, again.events);
        assert_eq!(store.record_page(Kind::Person, None, 100).await.unwrap().len(), 2);
        let key = done.subject().unwrap();
        let erase = command(
            "record.erase",
            &json!({ "scope": { "is": "person", "person": key.id.to_string() }, "authority": "Us", "reason": "Asked" }),
        );
        assert!(matches!(store.execute_all(vec![step(erase)]).await, Err(ActError::Fault(_))));
        assert!(matches!(store.execute_all(Vec::new()).await, Err(ActError::Fault(_))));
    }
}
