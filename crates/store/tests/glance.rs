//! Audits at a glance say what their records say.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::kernel::id::Id as _;
use assize_domain::{AnyRecord, Kind};
use assize_store::{Reach, Towards};
use common::{each_database, story};

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_audits_says_what_the_records_say() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let all = store.audit_glances(&Reach::All, None, None, 10).await.unwrap();
        let [glance] = all.as_slice() else { panic!("{all:?}") };
        let versioned = store.record(stood.audit).await.unwrap().unwrap();
        let AnyRecord::Audit(audit) = &versioned.record else { panic!("{versioned:?}") };
        assert_eq!((glance.id, glance.version), (audit.id(), versioned.version));
        assert_eq!((&glance.title, &glance.audit_type), (audit.title(), audit.audit_type()));
        assert_eq!(glance.state, audit.state().word());
        assert_eq!((&glance.programme, &glance.auditee), (audit.programme(), audit.auditee()));
        assert_eq!(glance.auditee_name.as_ref().unwrap().as_str(), "Works");
        assert_eq!((&glance.window, &glance.report), (audit.window(), audit.report()));

        let programme = audit.programme().uuid();
        for (link, found) in
            [(("programme", programme), 1), (("auditee", programme), 0), (("programme", stood.audit.id), 0)]
        {
            assert_eq!(
                store.audit_glances(&Reach::All, Some(link), None, 10).await.unwrap().len(),
                found,
                "{link:?}"
            );
        }
        assert!(store.audit_glances(&Reach::All, None, Some(stood.audit.id), 10).await.unwrap().is_empty());
        assert!(store.audit_glances(&Reach::All, None, None, 0).await.unwrap().is_empty());
        assert_eq!(store.record_page(Kind::Audit, None, 10).await.unwrap().len(), 1);
        let of = |audit| Reach::Some { whole: [audit].into(), released: [].into() };
        let other = uuid::Uuid::from_u128(7).into();
        // A reach to many audits, of which one is there, is asked for in another way and answers alike.
        let wide = |audit| {
            let others = (1_000..1_100).map(|n| uuid::Uuid::from_u128(n).into());
            Reach::Some { whole: others.chain([audit]).collect(), released: [].into() }
        };
        for towards in [Towards::Later(0), Towards::Later(3), Towards::Earlier(i64::MAX), Towards::Earlier(9)]
        {
            for rows_max in [1, 4, 500] {
                for audit in [audit.id(), other] {
                    let narrow = store.entries_within(&of(audit), towards, rows_max).await.unwrap();
                    assert!(!narrow.is_empty(), "those of no audit are in it");
                    assert_eq!(store.entries_within(&wide(audit), towards, rows_max).await.unwrap(), narrow);
                }
            }
        }
        let reaches = [
            (of(audit.id()), 1),
            (of(other), 0),
            (wide(audit.id()), 1),
            (wide(other), 0),
            (Reach::none(), 0),
            (Reach::EveryAudit, 1),
            (Reach::All, 1),
        ];
        assert_eq!(
            store.widened(wide(audit.id())).await.unwrap(),
            wide(audit.id()),
            "many of which one is there are not all"
        );
        for (reach, found) in reaches {
            assert_eq!(store.audit_glances(&reach, None, None, 10).await.unwrap().len(), found, "{reach:?}");
            let link = Some(("programme", programme));
            assert_eq!(store.audit_glances(&reach, link, None, 10).await.unwrap().len(), found, "{reach:?}");
            for kind in [Kind::Audit, Kind::Evidence] {
                let page = store.record_page_within(&reach, kind, None, 10).await.unwrap();
                assert_eq!(page.len(), found, "{kind} {reach:?}");
            }
            assert_eq!(store.record_page_within(&reach, Kind::Programme, None, 10).await.unwrap().len(), 1);
            let entries = store.entries_within(&reach, Towards::Later(0), 500).await.unwrap();
            let of_audit = entries.iter().flatten().filter(|stored| stored.entry.kind.starts_with("audit."));
            assert_eq!(of_audit.count() > 0, found > 0, "{reach:?}");
            let back = store.entries_within(&reach, Towards::Earlier(i64::MAX), 500).await.unwrap();
            assert_eq!(back.into_iter().rev().collect::<Vec<_>>(), entries);
            let people = store.people_within(&reach).await.unwrap();
            // Nobody was appointed to this audit yet: there is nobody to name but where everybody is named.
            assert_eq!(
                people.as_ref().map(std::collections::BTreeSet::len),
                (reach != Reach::All).then_some(0)
            );
        }
        // Whoever reaches every audit of many is asked about none in particular, until there is one more.
        base.run_on("CREATE TABLE more AS SELECT * FROM audit").await;
        let mut whole = std::collections::BTreeSet::from([audit.id()]);
        for n in 1_000..1_080 {
            let id = uuid::Uuid::from_u128(n);
            whole.insert(id.into());
            base.run(Box::leak(format!("UPDATE more SET id = '{id}'").into_boxed_str())).await;
            base.run("INSERT INTO audit SELECT * FROM more").await;
        }
        let every = Reach::Some { whole, released: [].into() };
        assert_eq!(store.widened(every.clone()).await.unwrap(), Reach::EveryAudit);
        base.run("UPDATE more SET id = '00000000-0000-0000-0000-000000000001'").await;
        base.run("INSERT INTO audit SELECT * FROM more").await;
        assert_eq!(store.widened(every.clone()).await.unwrap(), every);
    }
}
