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
use common::{each_database, story};

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_audits_says_what_the_records_say() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let all = store.audit_glances(None, None, 10).await.unwrap();
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
            assert_eq!(store.audit_glances(Some(link), None, 10).await.unwrap().len(), found, "{link:?}");
        }
        assert!(store.audit_glances(None, Some(stood.audit.id), 10).await.unwrap().is_empty());
        assert!(store.audit_glances(None, None, 0).await.unwrap().is_empty());
        assert_eq!(store.record_page(Kind::Audit, None, 10).await.unwrap().len(), 1);
    }
}
