//! The checklists of the catalogue and those that the law holds audits to are one: the same items, in the same order of
//! need, for the same types of audit.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

use std::collections::BTreeMap;

use assize_catalogue::{AuditType, Catalogue, Checklist, Need};
use assize_domain::audit::checklists::{CLOSING_MEETING, Item, OPENING_MEETING, PLAN};
use assize_domain::report_content::{CHECKLIST, Rule};
use assize_domain::words;

fn checklist<'c>(catalogue: &'c Catalogue, id: &str) -> &'c Checklist {
    catalogue.checklist(&id.parse().unwrap()).unwrap()
}

#[test]
fn plans_and_meetings_go_through_the_items_of_the_catalogue() {
    let catalogue = Catalogue::builtin().unwrap();
    let lists: [(&str, &[Item]); 3] =
        [("audit_plan", PLAN), ("opening_meeting", OPENING_MEETING), ("closing_meeting", CLOSING_MEETING)];
    for (id, law) in lists {
        let listed = checklist(&catalogue, id).items.iter();
        let listed: Vec<_> =
            listed.map(|item| (item.id.as_str(), item.text.as_str(), item.need == Need::Required)).collect();
        let law: Vec<_> = law.iter().map(|item| (item.id, item.text, item.required)).collect();
        assert_eq!(listed, law, "{id}");
    }
}

#[test]
fn reports_are_asked_for_the_items_of_the_catalogue_by_the_type_of_the_audit() {
    let catalogue = Catalogue::builtin().unwrap();
    for &audit_type in words::AuditType::ALL {
        let in_catalogue: AuditType = audit_type.word().parse().unwrap();
        let listed: BTreeMap<&str, bool> = checklist(&catalogue, "audit_report")
            .items_for(in_catalogue)
            .map(|item| (item.id.as_str(), item.need == Need::Required))
            .collect();
        let law: BTreeMap<&str, bool> = CHECKLIST
            .iter()
            .filter(|item| item.is_asked_of(audit_type))
            .map(|item| (item.id, item.rule != Rule::AsFit))
            .collect();
        assert_eq!(listed, law, "{audit_type}");
    }
}

#[test]
fn reviews_of_documents_are_asked_for_the_items_of_the_catalogue() {
    let catalogue = Catalogue::builtin().unwrap();
    let mut listed: Vec<&str> =
        checklist(&catalogue, "document_review").items.iter().map(|item| item.id.as_str()).collect();
    let mut law: Vec<&str> =
        CHECKLIST.iter().filter(|item| item.rule == Rule::Review).map(|item| item.id).collect();
    listed.sort_unstable();
    law.sort_unstable();
    assert_eq!(listed, law);
}
