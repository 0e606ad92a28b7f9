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
        assert!(names(&store, Kind::Note, "audit").await.is_empty());

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
