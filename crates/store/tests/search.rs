//! What is found by words and listed by names, on each database the same.

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
use assize_domain::auditor::Person;
use assize_domain::kernel::record::Versioned;
use assize_store::{DocumentText, Reach, Register, Store};
use common::{each_database, give, rename, story};
use serde_json::json;

async fn names(store: &Store, kind: Kind, words: &str) -> Vec<String> {
    store.search(&Reach::All, kind, words, 5).await.unwrap().into_iter().map(|found| found.name).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn records_are_found_by_every_word_and_by_beginnings() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        assert_eq!(names(&store, Kind::Audit, "audit").await, ["Audit"]);
        assert_eq!(store.search(&Reach::All, Kind::Audit, "Aud", 5).await.unwrap()[0].place, "Works");
        assert_eq!(names(&store, Kind::Auditee, "wor").await, ["Works"]);
        assert!(names(&store, Kind::Auditee, "wor audit").await.is_empty());
        assert_eq!(
            names(&store, Kind::Person, "fernhill person").await.len(),
            5,
            "no more than are asked for"
        );
        assert_eq!(names(&store, Kind::Person, "Person 42").await, ["Person 42"]);
        assert!(names(&store, Kind::Person, "'\"*:&|!()").await.is_empty());
        assert!(names(&store, Kind::Report, "audit").await.is_empty());

        // What is changed is found by what it says now, and by that alone.
        let person = store.search(&Reach::All, Kind::Person, "Person 42", 5).await.unwrap()[0].key;
        store
            .execute(assize_store::Act::new(common::operator(), rename(person, "Zoë Quist-Öberg")))
            .await
            .unwrap();
        assert_eq!(names(&store, Kind::Person, "quist").await, ["Zoë Quist-Öberg"]);
        assert_eq!(names(&store, Kind::Person, "zoë qu").await, ["Zoë Quist-Öberg"]);
        assert!(names(&store, Kind::Person, "person 42").await.is_empty());

        let text =
            DocumentText::Text { title: None, headings: String::new(), text: "Keys in escrow".to_owned() };
        let (evidence, audit) = (stood.evidence.id.to_string(), stood.audit.id.to_string());
        store.keep_text(evidence.parse().unwrap(), audit.parse().unwrap(), &text).await.unwrap();
        assert_eq!(names(&store, Kind::Evidence, "escr").await, ["method.md"]);
        for kind in [Kind::Evidence, Kind::Audit] {
            let words = if kind == Kind::Evidence { "escr" } else { "audit" };
            let found = store.search(&Reach::none(), kind, words, 5).await.unwrap();
            assert!(found.is_empty(), "of no audit: {found:?}");
            let whole = Reach::Some { whole: [stood.audit.id.into()].into(), released: [].into() };
            assert_eq!(store.search(&whole, kind, words, 5).await.unwrap().len(), 1);
        }
        let body = json!({ "scope": { "is": "evidence", "evidence": evidence }, "authority": "The auditee", "reason": "Demanded back" });
        give(&store, Some(stood.manager), "record.erase", body).await;
        assert!(names(&store, Kind::Evidence, "escr").await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_and_notes_are_found_within_the_audits_that_are_seen_whole() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        base.run(
            "INSERT INTO paper (version, id, audit, purpose, title, minutes, notes, state) SELECT 1, \
             '01990000-0000-7000-8000-00000000000a', id, 'test', 'Are leavers'' accounts closed?', 30, 1, 'open' FROM audit",
        )
        .await;
        base.run(
            "INSERT INTO note (version, id, audit, paper, author, method, text, stamp_at, stamp_by) SELECT 1, \
             '01990000-0000-7000-8000-00000000000b', id, '01990000-0000-7000-8000-00000000000a', \
             '01990000-0000-7000-8000-00000000000c', 'interview', 'The badge of a leaver opened the gate', \
             '2026-09-01T08:00:00.000Z', 'operator' FROM audit",
        )
        .await;
        assert_eq!(names(&store, Kind::Paper, "leavers acc").await, ["Are leavers' accounts closed?"]);
        let found = store.search(&Reach::All, Kind::Note, "badge ga", 5).await.unwrap();
        let [note] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(note.on.map(|key| key.kind), Some(Kind::Paper));
        assert!(note.place.contains("badge") && note.name == "Are leavers' accounts closed?", "{note:?}");
        // What is evaluated is found by its reason too, and what is no more is not found.
        assert!(names(&store, Kind::Paper, "turnstile").await.is_empty());
        base.run("UPDATE paper SET state_reason = 'The turnstile held', state = 'evaluated'").await;
        assert_eq!(names(&store, Kind::Paper, "turnst").await.len(), 1);
        for (kind, words) in [(Kind::Paper, "leavers"), (Kind::Note, "badge")] {
            let found = async |reach: &Reach| store.search(reach, kind, words, 5).await.unwrap().len();
            assert_eq!(found(&Reach::none()).await, 0);
            let audit: assize_domain::kernel::id::AuditId = stood.audit.id.into();
            assert_eq!(found(&Reach::Some { whole: [audit].into(), released: [].into() }).await, 1);
            assert_eq!(found(&Reach::Some { whole: [].into(), released: [audit].into() }).await, 0);
        }
        base.run("DELETE FROM note").await;
        assert!(names(&store, Kind::Note, "badge").await.is_empty());
    }
}

/// The names of everybody, read in pages of three.
async fn everybody(store: &Store) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), None);
    loop {
        let page = store.register_page(Register::People, after, 3).await.unwrap();
        for (key, found) in &page {
            let assize_domain::AnyRecord::Person(person) = &found.record else { panic!("{key}") };
            names.push(Person::name(person).to_string());
        }
        if page.len() < 3 {
            return names;
        }
        after = page.last().map(|(key, _)| (names.last().unwrap().clone(), key.id));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_is_sorted_by_language_throughout_and_on_each_database_the_same() {
    const SORTED: [&str; 9] =
        ["adam", "Adler", "Ärztehaus", "Osten", "Oz", "Özil", "Straße 9", "Strasse 10", "Zoe"];
    for base in each_database().await {
        let store = base.make().await;
        common::name_organization(&store).await;
        for name in ["Zoe", "Özil", "Oz", "adam", "Strasse 10", "Straße 9", "Adler", "Ärztehaus", "Osten"]
        {
            common::register(&store, name).await;
        }
        assert_eq!(everybody(&store).await, SORTED);
        // Who is called otherwise stands elsewhere.
        let person = store.search(&Reach::All, Kind::Person, "Zoe", 5).await.unwrap()[0].key;
        store.execute(assize_store::Act::new(common::operator(), rename(person, "Abel"))).await.unwrap();
        assert_eq!(everybody(&store).await.first().map(String::as_str), Some("Abel"));
        // Keys that are missing, or were made by another order, are made when the store is opened.
        base.run("DELETE FROM name_order WHERE id = (SELECT id FROM person WHERE name = 'Abel')").await;
        base.run(
            "UPDATE name_order SET made_by = 0, sort_key = 'ff' WHERE id = (SELECT id FROM person WHERE name = 'adam')",
        )
        .await;
        store.close().await;
        let store = base.open().await;
        let names = everybody(&store).await;
        assert_eq!((names.len(), names.first().map(String::as_str)), (9, Some("Abel")));
        assert_eq!(names[1..], SORTED[..8]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn registers_are_read_by_name_and_what_ends_by_date() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = store.register_page(Register::People, after, 30).await.unwrap();
            let Some((key, Versioned { record: assize_domain::AnyRecord::Person(last), .. })) = page.last()
            else {
                break;
            };
            after = Some((Person::name(last).to_string(), key.id));
            seen.extend(page.iter().map(|(key, _)| key.id));
        }
        assert_eq!(seen.len(), 100);
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 100, "nobody twice");
        assert!(store.register_page(Register::Auditors, None, 30).await.unwrap().is_empty());
        assert_eq!(store.register_page(Register::Auditees, None, 30).await.unwrap().len(), 1);

        let credential = json!({ "person": stood.manager.id.to_string(), "credential": { "key": "c", "kind": "training", "area": "audit",
            "title": "A course", "issuer": "A school", "period": { "from": "2025-01-01", "to": "2026-12-31" }, "amount": 40 } });
        give(&store, Some(stood.manager), "credential.add", credential).await;
        assert_eq!(store.register_page(Register::Auditors, None, 30).await.unwrap().len(), 1);
        let ends = async |from: &str, to: &str| {
            store.endings(from.parse().unwrap(), to.parse().unwrap(), 5).await.unwrap().len()
        };
        assert_eq!((ends("2026-10-02", "2026-12-31").await, ends("2026-10-02", "2026-12-30").await), (1, 0));
        assert_eq!(ends("2027-01-01", "2027-03-31").await, 0);

        let manager = stood.manager.id.to_string().parse().unwrap();
        let audit = stood.audit.id.to_string();
        assert!(store.person_audits(manager, &Reach::All, None, 5).await.unwrap().is_empty());
        let auditee = store.search(&Reach::All, Kind::Auditee, "works", 1).await.unwrap()[0]
            .key
            .id
            .to_string()
            .parse()
            .unwrap();
        let audits = store.auditee_audits(auditee, &Reach::All, None, 5).await.unwrap();
        assert_eq!(audits.iter().map(|audit| audit.id.to_string()).collect::<Vec<_>>(), [audit]);
        assert!(
            store.auditee_audits(auditee, &Reach::All, Some(stood.audit.id), 5).await.unwrap().is_empty()
        );
        let documents = store.auditee_documents(auditee, &Reach::All, None, 5).await.unwrap();
        assert_eq!(
            documents.iter().map(|one| (one.name.as_str(), one.taken)).collect::<Vec<_>>(),
            [("method.md", true)]
        );
    }
}
