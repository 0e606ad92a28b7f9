//! The built-in catalogue is clean, and answers what is asked of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    dead_code,
    reason = "a test that meets what it did not expect fails"
)]

mod house;

use std::collections::BTreeSet;

use assize_catalogue::{AuditType, Catalogue, CriteriaId, Scope};
use house::{DOORS, LAMPS, LATER, MAPPING, SET, load, tests, words};

fn builtin() -> Catalogue {
    Catalogue::builtin().unwrap_or_else(|problems| panic!("{}", words(&problems)))
}

fn isms() -> CriteriaId {
    "ISO/IEC 27001:2022+A1:2024".parse().unwrap()
}

#[test]
fn the_built_in_catalogue_is_clean_and_covers_what_it_says() {
    let catalogue = builtin();
    let set = catalogue.criteria(&isms()).unwrap();
    assert_eq!(set.controls().count(), 93);
    assert!(set.tested);
    assert!(catalogue.tests().len() >= 160);
    let coverage = catalogue.coverage(&isms()).unwrap();
    assert_eq!(coverage.untested, vec![]);
    for control in set.controls() {
        assert!(coverage.tested.contains(&control.id), "{}", control.id);
    }
    for test in catalogue.tests() {
        assert!(test.guidance().contains("Look for"), "{}", test.id);
    }
    let whole = catalogue.tests_for(&[AuditType::Internal], &[Scope::whole(isms())]);
    assert_eq!(whole.len(), catalogue.tests().len());
}

#[test]
fn every_control_went_somewhere_and_came_from_somewhere() {
    let catalogue = builtin();
    let before = "ISO/IEC 27001:2013".parse().unwrap();
    assert_eq!(catalogue.criteria(&before).unwrap().controls().count(), 114);
    let mapping = catalogue.mapping(&before, &isms()).unwrap();
    for control in catalogue.criteria(&before).unwrap().controls() {
        assert!(mapping.forward(&control.id).next().is_some(), "{}", control.id);
    }
    for control in catalogue.criteria(&isms()).unwrap().controls() {
        assert!(mapping.backward(&control.id).next().is_some(), "{}", control.id);
    }
    assert!(catalogue.mapping(&isms(), &before).is_none());
}

#[test]
fn tests_are_chosen_by_the_type_of_the_audit_and_its_scope() {
    let (stage_2_only, both) =
        (DOORS.replace("minutes = 20", "minutes = 20\naudit_types = [\"stage_2\"]"), LAMPS);
    let house = load(&[("set", SET), ("tests", &tests(&[&stage_2_only, both]))]).unwrap();
    let criteria: CriteriaId = "House 1".parse().unwrap();
    let chosen = |types: &[AuditType], scopes: &[Scope]| {
        house.tests_for(types, scopes).iter().map(|test| test.id.to_string()).collect::<Vec<_>>()
    };
    let whole = [Scope::whole(criteria.clone())];
    assert_eq!(chosen(&[AuditType::Stage2], &whole), ["T-1", "T-2"]);
    assert_eq!(chosen(&[AuditType::Internal], &whole), ["T-2"]);
    assert_eq!(chosen(&[AuditType::Internal, AuditType::Stage2], &whole), ["T-1", "T-2"]);
    assert_eq!(chosen(&[], &whole), [""; 0]);
    let part = |id: &str| [Scope::part(criteria.clone(), [id.parse().unwrap()])];
    assert_eq!(chosen(&[AuditType::Stage2], &part("1.2")), ["T-2"]);
    assert_eq!(chosen(&[AuditType::Stage2], &part("1")), ["T-1", "T-2"]);
    assert_eq!(chosen(&[AuditType::Stage2], &[Scope::whole("House 2".parse().unwrap())]), [""; 0]);
}

#[test]
fn a_mapping_is_read_in_both_directions() {
    let house = load(&[("1", SET), ("2", LATER), ("map", MAPPING)]).unwrap();
    let mapping = house.mapping(&"House 1".parse().unwrap(), &"House 2".parse().unwrap()).unwrap();
    let (dropped, new) = ("1.2".parse().unwrap(), "1.3".parse().unwrap());
    assert_eq!(mapping.forward(&dropped).map(|pair| pair.to.clone()).collect::<Vec<_>>(), [None]);
    assert_eq!(mapping.backward(&new).map(|pair| pair.from.clone()).collect::<Vec<_>>(), [None]);
}

#[test]
fn a_version_changes_with_the_test_and_with_nothing_else() {
    let version = |tests: &str| {
        let house = load(&[("set", SET), ("tests", tests)]).unwrap();
        house.test(&"T-1".parse().unwrap()).unwrap().version().to_string()
    };
    let one = version(&tests(&[DOORS, LAMPS]));
    assert_eq!(one, version(&tests(&["# A comment.\n", LAMPS, DOORS])));
    assert_ne!(one, version(&tests(&[DOORS, LAMPS]).replace("minutes = 20", "minutes = 21")));
    // Records name versions for ever: whoever changes this form breaks the link from old records to their tests.
    assert_eq!(one, "f9fc47e390ba1339894b766981b73f38c8f321188a3a3cdc8c32405bab8d9c51");
}

#[test]
fn the_checklists_have_every_item_that_records_of_the_law_name() {
    let catalogue = builtin();
    let named: &[(&str, &[&str])] = &[
        (
            "audit_plan",
            &[
                "objectives",
                "scope",
                "criteria",
                "schedule",
                "familiarization",
                "methods",
                "roles",
                "resources",
                "representative",
                "language",
                "report_topics",
                "logistics",
                "risk_actions",
                "confidentiality",
                "earlier_follow_up",
                "follow_up",
                "coordination",
            ],
        ),
        (
            "audit_report",
            &[
                "objectives",
                "scope",
                "client",
                "team",
                "participants",
                "dates",
                "locations",
                "criteria",
                "findings",
                "conclusions",
                "degree_met",
                "diverging_opinions",
                "sampling",
                "distribution",
                "plan",
                "process",
                "obstacles",
                "objectives_met",
                "not_covered",
                "summary",
                "good_practices",
                "follow_up",
                "confidentiality",
                "programme_implications",
                "complaints",
                "certification_soa",
                "certification_trails",
                "certification_risk_analysis",
                "certification_remote",
                "certification_comparison",
            ],
        ),
        ("document_review", &["items", "no_evaluation"]),
        (
            "opening_meeting",
            &[
                "introductions",
                "objectives_scope_criteria",
                "plan",
                "communication",
                "language",
                "keeping_informed",
                "resources",
                "confidentiality",
                "safety_access",
                "reporting",
                "termination",
                "closing_meeting",
                "feedback",
            ],
        ),
        (
            "closing_meeting",
            &[
                "sample",
                "reporting",
                "addressing",
                "consequences",
                "presentation",
                "diverging_opinions",
                "follow_up",
                "complaints",
            ],
        ),
    ];
    for (list, items) in named {
        let found = catalogue.checklist(&list.parse().unwrap()).unwrap();
        let found: BTreeSet<String> = found.items.iter().map(|item| item.id.to_string()).collect();
        let named: BTreeSet<String> = items.iter().map(|item| format!("{list}.{item}")).collect();
        assert_eq!(found, named, "{list}");
    }
}

#[test]
fn every_requirement_that_demands_documented_information_is_on_its_checklist() {
    let catalogue = builtin();
    let list = catalogue.checklist(&"documented_information".parse().unwrap()).unwrap();
    let listed: BTreeSet<_> =
        list.items.iter().filter_map(|item| item.requirement.clone()).map(|r| r.id).collect();
    for requirement in catalogue.criteria(&isms()).unwrap().documented_information() {
        assert!(listed.iter().any(|id| id.is_within(&requirement.id)), "{}", requirement.id);
    }
}
