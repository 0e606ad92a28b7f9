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

use assize_catalogue::{AuditType, BUILTIN, Catalogue, CriteriaId, RequirementRef, Rules, Scope};
use house::{DOORS, HEARTH, LAMPS, LATER, MAPPING, SET, TRAIL, load, tests, words};

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
fn the_built_in_catalogue_is_well_written() {
    let rules = Rules::house().unwrap_or_else(|problems| panic!("{}", words(&problems)));
    assert!(rules.sentences.len() > 200);
    let examined = Catalogue::examine(BUILTIN.iter().copied(), &rules);
    assert!(examined.problems.is_empty(), "{}", words(&examined.problems));
    assert_eq!(examined.catalogue, builtin());
}

#[test]
fn the_table_of_coverage_counts_a_test_once_for_each_requirement_above() {
    let set = SET.replace("  { id = \"1.2\"", "  { id = \"1.1 a)\", title = \"latch\" },\n  { id = \"1.2\"");
    let doors = DOORS.replace("requirements = [\"1.1\"]", "requirements = [\"1.1 a)\", \"1.1\"]");
    let house = load(&[("set", &set), ("tests", &tests(&[&doors, LAMPS]))]).unwrap();
    let rows = house.covered(&"House 1".parse().unwrap());
    let rows: Vec<_> = rows.iter().map(|row| (row.requirement.id.as_str(), row.tests, row.minutes)).collect();
    assert_eq!(rows, [("1", 2, 35), ("1.1", 1, 20), ("1.1 a)", 1, 20), ("1.2", 1, 15)]);
    assert!(house.covered(&"House 9".parse().unwrap()).is_empty());
}

#[test]
fn a_mapping_lets_a_test_serve_another_set() {
    let house =
        load(&[("1", SET), ("2", LATER), ("map", MAPPING), ("tests", &tests(&[DOORS, LAMPS]))]).unwrap();
    let serving = |criteria: &str, id: &str| {
        let requirement = RequirementRef { criteria: criteria.parse().unwrap(), id: id.parse().unwrap() };
        house.tests_by_mapping(&requirement).iter().map(|(test, _)| test.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(serving("House 2", "1.1"), ["T-1"]);
    assert_eq!(serving("House 2", "1.3"), [""; 0]);
    assert_eq!(serving("House 1", "1.1"), [""; 0], "the later set has no test that could serve");
}

#[test]
fn tests_are_found_by_words_and_those_that_fit_best_come_first() {
    let house = load(&[("set", SET), ("tests", &tests(&[DOORS, LAMPS, HEARTH]))]).unwrap();
    let found =
        |query: &str| house.search(query, 10).iter().map(|hit| hit.test.id.to_string()).collect::<Vec<_>>();
    assert_eq!(found("door"), ["T-1"]);
    assert_eq!(found("HEARTH cook"), ["T-3"]);
    assert_eq!(found("1.2"), ["T-2", "T-3"]);
    assert_eq!(found("remarkable"), [""; 0]);
    assert_eq!(found("  "), [""; 0]);
    // A word in the title is worth more than one in a sign.
    assert_eq!(found("lamp"), ["T-2"]);
    assert_eq!(house.search("the", 2).len(), 2);
    assert_eq!(found(&"door ".repeat(1_000)), ["T-1"]);
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
    assert_eq!(one, "91fc1403f25f04584cea92b33a85f233abc58c121320bca53d370525a9493c44");
}

#[test]
fn a_trail_leads_through_tests_in_its_order() {
    let house = load(&[("set", SET), ("tests", &tests(&[DOORS, LAMPS, HEARTH])), ("trails", TRAIL)]).unwrap();
    let trail = house.trail(&"TR-night".parse().unwrap()).unwrap();
    let steps: Vec<&str> = trail.steps.iter().map(|step| step.test.as_str()).collect();
    assert_eq!(steps, ["T-1", "T-2", "T-3"]);
    assert_eq!(trail.steps[2].carry, "the hour at which the hearth was covered");
    assert_eq!(house.trails_through(&"T-3".parse().unwrap()).count(), 1);
    assert_eq!(house.trails_through(&"T-4".parse().unwrap()).count(), 0);
}

#[test]
fn the_guidance_of_a_test_says_all_that_helps_to_carry_it_out() {
    let house = load(&[("set", SET), ("tests", &tests(&[DOORS, LAMPS]))]).unwrap();
    let guidance = house.test(&"T-1".parse().unwrap()).unwrap().guidance();
    for part in [
        "When remote\n- let a guide turn each key before the camera",
        "nights of one month: three of them, a feast day among them",
        "when there are few: each night since the door was hung",
        "found open after dusk (breaches 1.2; major if goods were stolen through it)",
        "Related standards\n- House rules:1999 3",
    ] {
        assert!(guidance.contains(part), "{part}:\n{guidance}");
    }
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
