//! The registry of an installation and what moves its organizations, on each database: nobody gets another's host or place, every change can be
//! given again, and a store that is fenced takes no act, whoever gives it.

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

use assize_store::{
    Act, ActError, Addresses, Bucket, Clock, HostName, OrganizationName, OrganizationState, Placement,
    Registry, Removed, Store, StoreError, record_tables,
};
use common::{Base, each_database, name_organization, operator, person, register};
use sqlx::{Connection as _, Row as _};

fn name(text: &str) -> OrganizationName {
    text.parse().unwrap()
}

fn hosts(texts: &[&str]) -> Vec<HostName> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

/// Where an organization of an installation on this base stands.
fn placed(base: &Base, name: &OrganizationName) -> Placement {
    let part = |part: &str| {
        base.folder.path().join("organizations").join(name.as_str()).join(part).display().to_string()
    };
    let store = match base.addresses.database.strip_prefix("sqlite:") {
        Some(_) => format!("sqlite:{}", part("assize.db")),
        None => format!("{}?schema={}", base.addresses.database, name.schema()),
    };
    Placement { store, evidence: part("evidence"), log: part("log") }
}

fn addresses(at: &Placement) -> Addresses {
    Addresses {
        database: at.store.clone(),
        evidence: at.evidence.clone(),
        log: at.log.clone(),
        bucket: Bucket::default(),
    }
}

fn is_fenced(fault: &StoreError) -> bool {
    matches!(fault, StoreError::Fenced(why) if why == "it is being moved")
}

fn refusal<T: std::fmt::Debug>(came: Result<T, StoreError>) -> String {
    match came.unwrap_err() {
        StoreError::Organization(why) => why,
        other => panic!("{other}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_registry_lets_nobody_have_what_is_anothers_and_every_change_can_be_given_again() {
    for base in each_database().await {
        assert!(matches!(Registry::open("sqlite:/nowhere/at/all.db").await, Err(StoreError::Missing(_))));
        let registry = Registry::make(&base.addresses.database).await.unwrap();
        let registry_again = Registry::make(&base.addresses.database).await.unwrap();
        let (a, b) = (name("fernhill"), name("shorebird"));
        let (at_a, at_b) = (placed(&base, &a), placed(&base, &b));
        let made = registry.begin(&a, &hosts(&["a.example", "aa.example"]), &at_a).await.unwrap();
        assert_eq!((made.state, made.at.clone()), (OrganizationState::Making, at_a.clone()));
        let again = registry_again.begin(&a, &hosts(&["a.example", "aa.example"]), &at_a).await.unwrap();
        assert_eq!(again, made, "it goes on");
        refusal(registry.begin(&a, &hosts(&["other.example"]), &at_a).await);
        refusal(registry.begin(&b, &hosts(&["b.example", "aa.example"]), &at_b).await);
        refusal(registry.begin(&b, &hosts(&["b.example"]), &at_a).await);
        refusal(registry.begin(&b, &[], &at_b).await);
        let secret = Placement { store: "postgres://ann:s3cret@db/x?schema=b".to_owned(), ..at_b.clone() };
        assert!(!refusal(registry.begin(&b, &hosts(&["b.example"]), &secret).await).contains("s3cret"));
        assert_eq!(registry.view().await.unwrap().organizations.len(), 1, "nothing of it is left");
        registry.begin(&b, &hosts(&["b.example"]), &at_b).await.unwrap();
        for one in [&a, &b, &a] {
            registry.open_organization(one).await.unwrap();
        }
        let before = registry.view().await.unwrap();
        assert_eq!(
            before.organizations.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
            ["fernhill", "shorebird"]
        );
        registry.open_organization(&a).await.unwrap();
        assert_eq!(registry_again.view().await.unwrap(), before, "what changes nothing is no new generation");

        registry.add_host(&b, &"bb.example".parse().unwrap()).await.unwrap();
        registry.remove_host(&b, &"b.example".parse().unwrap()).await.unwrap();
        registry.remove_host(&b, &"b.example".parse().unwrap()).await.unwrap();
        refusal(registry.remove_host(&b, &"bb.example".parse().unwrap()).await);
        refusal(registry.add_host(&b, &"a.example".parse().unwrap()).await);
        registry.add_host(&a, &"b.example".parse().unwrap()).await.unwrap();
        let found = registry.organization(&a).await.unwrap().unwrap();
        assert_eq!(found.hosts, hosts(&["a.example", "aa.example", "b.example"]));
        assert!(found.changed > before.generation);
        moved_closed_and_removed(&registry, &a, &at_b).await;
        registry.close().await;
        registry_again.close().await;
    }
}

async fn moved_closed_and_removed(registry: &Registry, a: &OrganizationName, at_b: &Placement) {
    let found = registry.organization(a).await.unwrap().unwrap();
    let to = Placement { store: "postgres://db-2/x?schema=org_fernhill".to_owned(), ..found.at.clone() };
    refusal(registry.begin_move(a, at_b).await);
    refusal(registry.begin_move(a, &found.at).await);
    let moving = registry.begin_move(a, &to).await.unwrap();
    assert_eq!((moving.state, moving.to.as_ref()), (OrganizationState::Moving, Some(&to)));
    assert_eq!(registry.begin_move(a, &to).await.unwrap(), moving, "it goes on");
    let elsewhere = Placement { store: "sqlite:elsewhere.db".to_owned(), ..to.clone() };
    refusal(registry.begin_move(a, &elsewhere).await);
    refusal(registry.close_organization(a).await);
    refusal(registry.end_move(a, &elsewhere, moving.changed).await);
    registry.give_up_move(a).await.unwrap();
    registry.give_up_move(a).await.unwrap();
    refusal(registry.end_move(a, &to, moving.changed).await);
    let again = registry.begin_move(a, &to).await.unwrap();
    // Whoever was at the move that was given up does not end the one that was begun since, though it is to the same place.
    refusal(registry.end_move(a, &to, moving.changed).await);
    registry.end_move(a, &to, again.changed).await.unwrap();
    registry.end_move(a, &to, again.changed).await.unwrap();
    let moved = registry.organization(a).await.unwrap().unwrap();
    assert_eq!((moved.state, &moved.at, moved.old.as_ref()), (OrganizationState::Open, &to, Some(&found.at)));
    refusal(registry.begin_move(a, &elsewhere).await);
    registry.forget_old(a).await.unwrap();
    registry.forget_old(a).await.unwrap();

    refusal(registry.begin_removal(a).await);
    registry.close_organization(a).await.unwrap();
    registry.close_organization(a).await.unwrap();
    refusal(registry.begin_move(a, &elsewhere).await);
    refusal(registry.end_removal(a).await);
    registry.begin_removal(a).await.unwrap();
    refusal(registry.open_organization(a).await);
    registry.end_removal(a).await.unwrap();
    registry.end_removal(a).await.unwrap();
    assert_eq!(registry.organization(a).await.unwrap(), None);
    registry.begin(a, &hosts(&["a.example"]), &found.at).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_organization_stands_where_another_does_or_within_it_and_none_is_cleared_there() {
    for base in each_database().await {
        let registry = Registry::make(&base.addresses.database).await.unwrap();
        let (a, b) = (name("fernhill"), name("shorebird"));
        let bucket = |evidence: &str| Placement { evidence: evidence.to_owned(), ..placed(&base, &a) };
        registry.begin(&a, &hosts(&["a.example"]), &bucket("s3://bucket/fernhill")).await.unwrap();
        registry.open_organization(&a).await.unwrap();
        let free = placed(&base, &b);
        let at_b = |evidence: &str| Placement { evidence: evidence.to_owned(), ..free.clone() };
        let log = registry.organization(&a).await.unwrap().unwrap().at.log;
        for taken in
            ["s3://bucket/fernhill", "s3://bucket/fernhill/", "s3://bucket", "s3://bucket/fernhill/b", &log]
        {
            let why = refusal(registry.begin(&b, &hosts(&["b.example"]), &at_b(taken)).await);
            assert!(why.contains(taken) && why.contains("`fernhill`"), "{why}");
        }
        refusal(registry.begin(&b, &hosts(&["b.example"]), &at_b(&format!("{}/below", free.log))).await);
        registry.begin(&b, &hosts(&["b.example"]), &at_b("s3://bucket/fernhill-2")).await.unwrap();
        // Moved, it keeps a place or gets one that is nobody's, and its own neither: what it has there would go with what is forgotten.
        let found = registry.organization(&a).await.unwrap().unwrap();
        let moved = |evidence: &str| Placement {
            store: "sqlite:somewhere/else.db".to_owned(),
            evidence: evidence.to_owned(),
            log: found.at.log.clone(),
        };
        for taken in ["s3://bucket/fernhill-2", "s3://bucket", "s3://bucket/fernhill/new", &found.at.log] {
            let why = refusal(registry.begin_move(&a, &moved(taken)).await);
            assert!(why.contains(taken), "{why}");
        }
        for free in ["s3://bucket/fernhill", "s3://bucket/fernhill/", "s3://bucket/new"] {
            registry.begin_move(&a, &moved(free)).await.unwrap();
            registry.give_up_move(&a).await.unwrap();
        }
        // What an earlier version has let stand within another is not removed.
        registry.may_clear(&a, &found.at.places()).await.unwrap();
        let why = refusal(registry.may_clear(&a, &[found.at.store.as_str(), "s3://bucket"]).await);
        assert!(why.contains("`s3://bucket/fernhill-2`") && why.contains("`shorebird`"), "{why}");
        registry.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_the_registry_while_an_organization_is_held() {
    for base in each_database().await {
        let registry = Registry::make(&base.addresses.database).await.unwrap();
        let a = name("fernhill");
        registry.begin(&a, &hosts(&["a.example"]), &placed(&base, &a)).await.unwrap();
        let held = registry.hold(&a).await.unwrap();
        assert_eq!(held.organization().state, OrganizationState::Making);
        let other = registry.clone();
        let opening = tokio::spawn(async move { other.open_organization(&name("fernhill")).await });
        let found = registry.organization(&a).await.unwrap().unwrap();
        assert_eq!(&found, held.organization());
        held.let_go().await.unwrap();
        opening.await.unwrap().unwrap();
        assert_eq!(registry.organization(&a).await.unwrap().unwrap().state, OrganizationState::Open);
        refusal(registry.hold(&name("nobody")).await);
        registry.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_servers_one_looks_after_an_organization_at_a_time() {
    for base in each_database().await {
        let registry = Registry::make(&base.addresses.database).await.unwrap();
        let names: Vec<OrganizationName> = (0..5).map(|n| name(&format!("org-{n}"))).collect();
        for one in &names {
            let host = format!("{one}.example");
            registry.begin(one, &hosts(&[&host]), &placed(&base, one)).await.unwrap();
            assert_eq!(registry.take_round("r0").await.unwrap(), None, "one that is not open is left alone");
        }
        for one in &names {
            registry.open_organization(one).await.unwrap();
        }
        let takers = (0..8).map(|n| {
            let registry = registry.clone();
            tokio::spawn(async move { registry.take_round(&format!("r{n}")).await.unwrap() })
        });
        let mut taken: Vec<OrganizationName> =
            futures::future::join_all(takers).await.into_iter().filter_map(Result::unwrap).collect();
        // Who found the same as another comes back for the rest.
        while let Some(more) = registry.take_round("r9").await.unwrap() {
            taken.push(more);
        }
        taken.sort();
        assert_eq!(taken, names, "each once");
        registry.round_done(&names[0], "somebody-else", 0).await.unwrap();
        assert_eq!(registry.take_round("r9").await.unwrap(), None, "only who has it can be done with it");
        registry.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_say_that_they_are_there_and_how_far_they_have_let_go() {
    for base in each_database().await {
        let registry = Registry::make(&base.addresses.database).await.unwrap();
        assert_eq!(registry.beat("one", 0).await.unwrap(), 0);
        let a = name("fernhill");
        registry.begin(&a, &hosts(&["a.example"]), &placed(&base, &a)).await.unwrap();
        assert_eq!(registry.beat("one", 0).await.unwrap(), 1, "the registry has changed");
        registry.beat("two", 1).await.unwrap();
        let seen: Vec<(String, i64, i64)> = registry
            .replicas()
            .await
            .unwrap()
            .into_iter()
            .map(|one| (one.id, one.beat, one.settled))
            .collect();
        assert_eq!(seen, [("one".to_owned(), 2, 0), ("two".to_owned(), 1, 1)]);
        registry.gone("one").await.unwrap();
        assert_eq!(registry.replicas().await.unwrap().len(), 1);
        registry.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fenced_store_takes_no_act_whoever_gives_it_and_has_all_that_were_answered() {
    for base in each_database().await {
        let store = base.make().await;
        name_organization(&store).await;
        // Another process, with what it remembers.
        let other = base.open().await;
        register(&other, "Ines").await;
        let givers = (0..40).map(|n| {
            let store = if n % 2 == 0 { store.clone() } else { other.clone() };
            tokio::spawn(
                async move { store.execute(Act::new(operator(), person(&format!("Person {n}")))).await },
            )
        });
        let givers: Vec<_> = givers.collect();
        store.fence("it is being moved").await.unwrap();
        let head = store.head_seq().await.unwrap();
        let mut done = 0;
        for giver in givers {
            match giver.await.unwrap() {
                Ok(_) => done += 1,
                Err(ActError::Fault(fault)) if is_fenced(&fault) => {}
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(
            head,
            2 + done,
            "what was answered was there when the fence was, and nothing came after it"
        );
        for one in [&store, &other, &base.open().await] {
            let refused = one.execute(Act::new(operator(), person("Late"))).await;
            assert!(matches!(&refused, Err(ActError::Fault(fault)) if is_fenced(fault)), "{refused:?}");
            assert_eq!(one.fenced().await.unwrap().as_deref(), Some("it is being moved"));
        }
        assert_eq!(store.head_seq().await.unwrap(), head);
        other.lift_fence().await.unwrap();
        register(&store, "Late").await;
        assert_eq!((store.head_seq().await.unwrap(), store.fenced().await.unwrap()), (head + 1, None));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_was_begun_is_made_to_its_end_and_one_that_is_removed_is_gone_with_what_is_its_own() {
    for base in each_database().await {
        let (a, b) = (placed(&base, &name("fernhill")), placed(&base, &name("shorebird")));
        for at in [&a, &b] {
            // As where the making was interrupted after the first step.
            Store::make_or_open(&addresses(at), Clock::System).await.unwrap().close().await;
            let store = Store::make_or_open(&addresses(at), Clock::System).await.unwrap();
            name_organization(&store).await;
            store.blobs().put("evidence".into()).await.unwrap();
            store.publish(&common::signer("fernhill.example/assize", 7)).await.unwrap();
            store.close().await;
        }
        let both = Removed { evidence: true, log: true };
        std::fs::write(format!("{}/letter.txt", a.evidence), "somebody's").unwrap();
        let why = refusal(Store::remove(&addresses(&a), both).await);
        assert!(why.contains("letter.txt"), "{why}");
        Store::open(&addresses(&a), Clock::System).await.unwrap().close().await;
        std::fs::remove_file(format!("{}/letter.txt", a.evidence)).unwrap();
        // What a store keeps in a folder of this one is not this one's.
        let within = format!("{}/other", a.evidence);
        let other = Addresses { evidence: within.clone(), ..addresses(&b) };
        let store = Store::open(&other, Clock::System).await.unwrap();
        let file = store.blobs().put("another's".into()).await.unwrap().sha256;
        store.close().await;
        let why = refusal(Store::remove(&addresses(&a), both).await);
        assert!(why.contains(&format!("other/{}/{}/{file}", &file[..2], &file[2..4])), "{why}");
        std::fs::remove_dir_all(within).unwrap();
        for _ in 0..2 {
            Store::remove(&addresses(&a), both).await.unwrap();
            let gone = Store::open(&addresses(&a), Clock::System).await;
            assert!(matches!(gone, Err(StoreError::Missing(_))), "{gone:?}");
        }
        assert!(!std::path::Path::new(&a.evidence).exists() && !std::path::Path::new(&a.log).exists());
        let store = Store::open(&addresses(&b), Clock::System).await.unwrap();
        register(&store, "Still here").await;
        store.close().await;
    }
    let whole = Addresses {
        database: "postgres://db.example/everybody".to_owned(),
        evidence: String::new(),
        log: String::new(),
        bucket: Bucket::default(),
    };
    refusal(Store::remove(&whole, Removed { evidence: false, log: false }).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgresql_each_organization_has_its_tables_in_a_schema_of_its_own() {
    for base in each_database().await {
        if base.addresses.database.starts_with("sqlite:") {
            continue;
        }
        let mut stores = Vec::new();
        for one in ["fernhill", "shorebird"] {
            let at = addresses(&placed(&base, &name(one)));
            let store = Store::make_or_open(&at, Clock::System).await.unwrap();
            name_organization(&store).await;
            register(&store, one).await;
            stores.push(store);
        }
        let registry = Registry::make(&base.addresses.database).await.unwrap();
        let mut conn = sqlx::PgConnection::connect(&base.addresses.database).await.unwrap();
        let sql = "SELECT n.nspname::text, c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
                   WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";
        let rows = sqlx::query(sql).fetch_all(&mut conn).await.unwrap();
        let tables = |schema: &str| -> BTreeSet<String> {
            rows.iter().filter(|row| row.get::<String, _>(0) == schema).map(|row| row.get(1)).collect()
        };
        let own = tables("org_fernhill");
        assert!(record_tables().iter().all(|table| own.contains(table)) && own.contains("journal"));
        assert_eq!(own, tables("org_shorebird"), "the same tables, and not the same ones");
        assert_eq!(tables("public"), BTreeSet::new(), "nothing is anybody's");
        let registry_own = tables("assize_installation");
        assert!(registry_own.contains("organization_host") && !registry_own.contains("journal"));
        // No foreign key, index or view leads from one schema into another.
        let sql = "SELECT COUNT(*) FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class a ON a.oid = k.conrelid \
                   JOIN pg_catalog.pg_class b ON b.oid = k.confrelid WHERE a.relnamespace <> b.relnamespace";
        assert_eq!(sqlx::query(sql).fetch_one(&mut conn).await.unwrap().get::<i64, _>(0), 0);
        for (schema, person) in [("org_fernhill", "fernhill"), ("org_shorebird", "shorebird")] {
            let sql = sqlx::AssertSqlSafe(format!("SELECT name FROM {schema}.person"));
            let rows = sqlx::query(sql).fetch_all(&mut conn).await.unwrap();
            assert_eq!(rows.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>(), [person]);
        }
        for store in stores {
            store.close().await;
        }
        registry.close().await;
    }
}
