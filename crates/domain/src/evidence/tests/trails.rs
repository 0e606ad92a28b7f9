//! Audit trails: adopted, and followed with one case.

use serde_json::{Value, json};

use super::super::trails;
use super::super::{AuditTrail, FIELDWORK_MEMBER, FIELDWORK_STATE, TrailCase};
use super::refused;
use crate::evidence::{AuditTest, Paper};
use crate::testing::carry::Carried;
use crate::testing::refused_at;

fn trail(id: &str, tests: &[&str]) -> Value {
    let steps: Vec<Value> = tests.iter().map(|test| json!({ "test": test, "carry": "its number" })).collect();
    json!({ "trail": id, "title": "Did everybody see the cart?", "case": "A cart of last month, from the weigher's book",
        "about": "Whether the books agree", "steps": steps })
}

fn adopt(trails: &[Value]) -> Value {
    json!({ "trails": trails })
}

/// The tests that the audit has papers on.
fn tests_of(carried: &Carried) -> Vec<String> {
    let of = |paper| {
        carried.bench.get::<AuditTest>(carried.bench.get::<Paper>(paper).test.unwrap()).test.to_string()
    };
    carried.papers().into_iter().map(of).collect()
}

fn follow(carried: &Carried, trail: &str) -> Value {
    json!({ "audit": carried.audit.to_string(), "trail": trail, "case": "Cart 17 of 3 August",
        "basis": "The third of 40, by lot" })
}

#[test]
fn a_trail_is_adopted_once_and_a_changed_one_takes_its_place() {
    let mut carried = Carried::prepared();
    let manager = carried.bench.cast.manager;
    let tests = tests_of(&carried);
    let [first, second, ..] = tests.as_slice() else { panic!("{tests:?}") };
    let one = trail("TR-cart", &[first, second]);
    let adopted = carried.done(manager, "trail.adopt", adopt(std::slice::from_ref(&one)));
    assert!(carried.give(manager, "trail.adopt", adopt(std::slice::from_ref(&one))).unwrap().is_empty());
    let events = carried.give(manager, "trail.adopt", adopt(&[trail("TR-cart", &[second, first])])).unwrap();
    assert_eq!(
        events.iter().map(crate::registry::Event::kind).collect::<Vec<_>>(),
        ["trail.adopted", "trail.retired"]
    );
    assert!(carried.bench.get::<AuditTrail>(adopted.parse().unwrap()).retired);
    assert!(
        carried.give(manager, "trail.adopt", adopt(&[one])).unwrap().is_empty(),
        "not brought back unasked"
    );
    let newer = events[0].subject().id.to_string();
    refused(
        carried.give(carried.bench.cast.leader, "trail.follow", follow(&carried, &adopted)),
        &trails::TRAIL_RETIRED,
    );
    carried.done(manager, "trail.retire", json!({ "audit_trail": newer }));
    refused(carried.give(manager, "trail.retire", json!({ "audit_trail": newer })), &trails::TRAIL_RETIRED);
}

#[test]
fn every_fault_of_a_trail_is_found_at_its_place() {
    let mut carried = Carried::prepared();
    let manager = carried.bench.cast.manager;
    let tests = tests_of(&carried);
    let [first, second, ..] = tests.as_slice() else { panic!("{tests:?}") };
    let mut adopt = |trails: &[Value]| carried.give(manager, "trail.adopt", adopt(trails));
    refused_at(adopt(&[trail("TR-cart", &[first])]), &trails::TRAIL_STEPS, "/trails/0/steps");
    let twice = trail("TR-cart", &[first, second, first]);
    refused_at(adopt(&[twice]), &trails::TRAIL_STEPS, "/trails/0/steps/2/test");
    let unknown = trail("TR-cart", &[first, "T-unknown"]);
    refused_at(adopt(&[unknown]), &trails::TRAIL_TESTS, "/trails/0/steps/1/test");
    let two = [trail("TR-cart", &[first, second]), trail("TR-cart", &[second, first])];
    refused_at(adopt(&two), &trails::TRAIL_ONCE, "/trails/1/trail");
}

#[test]
fn a_case_is_followed_through_the_papers_of_the_audit_in_the_order_of_the_trail() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let tests = tests_of(&carried);
    let [first, second, ..] = tests.as_slice() else { panic!("{tests:?}") };
    let mut elsewhere = Carried::test("T-elsewhere", &["1"]);
    elsewhere["requirements"][0]["criteria"] = json!("Yard rules:2026");
    carried.done(cast.manager, "test.adopt", json!({ "tests": [elsewhere] }));
    let adopted = carried.done(
        cast.manager,
        "trail.adopt",
        adopt(&[trail("TR-cart", &[second, "T-elsewhere", first])]),
    );
    let short =
        carried.done(cast.manager, "trail.adopt", adopt(&[trail("TR-short", &[first, "T-elsewhere"])]));
    let body = follow(&carried, &short);
    refused_at(carried.give(cast.leader, "trail.follow", body), &trails::TRAIL_PAPERS, "/trail");
    let body = follow(&carried, &adopted);
    refused(carried.give(cast.observer, "trail.follow", body.clone()), &FIELDWORK_MEMBER);
    let case = carried.done(cast.leader, "trail.follow", body);
    let papers = carried.papers();
    let steps: Vec<_> = carried
        .bench
        .get::<TrailCase>(case.parse().unwrap())
        .steps
        .iter()
        .map(|step| (step.test.to_string(), step.paper))
        .collect();
    let expected = [
        (second.clone(), Some(papers[1])),
        ("T-elsewhere".to_owned(), None),
        (first.clone(), Some(papers[0])),
    ];
    assert_eq!(steps, expected, "a break in the trail is seen");
    let seen = |test: &str| json!({ "trail_case": case, "test": test, "seen": "The cart is in the book" });
    refused(carried.give(cast.leader, "trail.record_step", seen(second)), &FIELDWORK_STATE);
}

#[test]
fn what_was_seen_of_a_case_is_recorded_at_its_step() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let tests = tests_of(&carried);
    let [first, second, ..] = tests.as_slice() else { panic!("{tests:?}") };
    let mut elsewhere = Carried::test("T-elsewhere", &["1"]);
    elsewhere["requirements"][0]["criteria"] = json!("Yard rules:2026");
    carried.done(cast.manager, "test.adopt", json!({ "tests": [elsewhere] }));
    let adopted = carried.done(
        cast.manager,
        "trail.adopt",
        adopt(&[trail("TR-cart", &[first, second, "T-elsewhere"])]),
    );
    let body = follow(&carried, &adopted);
    let case = carried.done(cast.leader, "trail.follow", body);
    let seen = |test: &str, what: &str| json!({ "trail_case": case, "test": test, "seen": what });
    refused(carried.give(cast.observer, "trail.record_step", seen(first, "Nothing")), &FIELDWORK_MEMBER);
    for not_a_step in ["T-unknown", "T-elsewhere"] {
        let body = seen(not_a_step, "Nothing");
        refused_at(carried.give(cast.leader, "trail.record_step", body), &trails::TRAIL_STEP, "/test");
    }
    carried.done(cast.leader, "trail.record_step", seen(second, "Weighed twice"));
    carried.done(cast.leader, "trail.record_step", seen(second, "Weighed once"));
    let steps = &carried.bench.get::<TrailCase>(case.parse().unwrap()).steps;
    let texts: Vec<Option<&str>> =
        steps.iter().map(|step| step.seen.as_ref().map(|seen| seen.as_str())).collect();
    assert_eq!(texts, [None, Some("Weighed once"), None]);
    assert!(steps[1].recorded.is_some() && steps[0].recorded.is_none());
}
