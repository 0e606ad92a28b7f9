//! Criteria and wording: each rule done and refused.

mod mappings;

use serde_json::{Value, json};

use super::{CriteriaSet, SetState, Wording, WordingState, adopt, criteria_set_id, wording};
use crate::certification::Erasure;
use crate::finding::Finding;
use crate::kernel::act::{self, Actor};
use crate::kernel::id::{AuditeeId, CriteriaSetId, WordingId};
use crate::kernel::record;
use crate::kernel::refusal::{Rule, Stop};
use crate::registry::{Command, Event, Kind};
use crate::testing::carry::Carried;
use crate::testing::{CRITERIA, id, refused_at, refused_by, t};

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static Rule) {
    refused_by(result, rule);
}

fn row(id: &str, parent: Option<&str>) -> Value {
    json!({ "id": id, "title": format!("Rule {id}"), "parent": parent, "kind": "clause", "documented_information": null })
}

fn set(criteria: &str, rows: &[Value]) -> Value {
    json!({ "auditee": null, "set": { "criteria": criteria, "title": "Rules of the yard", "publisher": "The yard",
        "edition": "2026, first edition", "source": "The yard's own policy", "requirements": rows } })
}

fn yard() -> Value {
    set(
        "Yard rules:2026",
        &[row("1", None), row("1.1", Some("1")), row("1.1 a)", Some("1.1")), row("2", None)],
    )
}

fn set_id(criteria: &str) -> CriteriaSetId {
    criteria_set_id(&t(criteria))
}

#[test]
fn a_set_is_adopted_whole_and_once() {
    let mut carried = Carried::opened();
    let cast = carried.bench.cast;
    let adopted = carried.done(cast.manager, "criteria.adopt", yard());
    let there = carried.bench.get::<CriteriaSet>(adopted.parse().unwrap());
    assert_eq!((there.id, there.requirements.len()), (set_id("Yard rules:2026"), 4));
    assert!(there.has(&t("1.1 a)")) && !there.has(&t("3")));
    assert!(carried.give(cast.manager, "criteria.adopt", yard()).unwrap().is_empty(), "it is there already");
    let other = set("Yard rules:2026", &[row("1", None)]);
    refused(carried.give(cast.manager, "criteria.adopt", other), &adopt::CRITERIA_EDITION);
    let mut of_an_auditee = yard();
    of_an_auditee["auditee"] = json!(cast.auditee.to_string());
    refused(carried.give(cast.manager, "criteria.adopt", of_an_auditee), &adopt::CRITERIA_EDITION);
    carried.done(cast.manager, "criteria.adopt", set("Yard rules:2027", &[row("1", None)]));
}

#[test]
fn every_fault_of_a_set_is_found_at_its_place() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let mut adopt = |rows: &[Value]| carried.give(manager, "criteria.adopt", set("Yard rules:2026", rows));
    refused_at(adopt(&[]), &adopt::CRITERIA_REQUIREMENTS, "/set/requirements");
    refused_at(adopt(&[row("1", None), row("1", None)]), &adopt::CRITERIA_UNIQUE, "/set/requirements/1/id");
    refused_at(
        adopt(&[row("1", None), row("2.1", Some("2"))]),
        &adopt::CRITERIA_PARENT,
        "/set/requirements/1/parent",
    );
    refused_at(adopt(&[row("1", Some("1"))]), &adopt::CRITERIA_PARENT, "/set/requirements/0/parent");
    let circle = [row("1", Some("3")), row("2", Some("1")), row("3", Some("2"))];
    refused_at(adopt(&circle), &adopt::CRITERIA_PARENT, "/set/requirements/0/parent");
    let several = [row("1", Some("2")), row("2", Some("1")), row("3", Some("4")), row("3", None)];
    let Err(Stop::Refused(all)) = adopt(&several) else { panic!("it is adopted") };
    let places: Vec<&str> = all.iter().map(|refusal| refusal.at.as_str()).collect();
    assert_eq!(
        places,
        ["/set/requirements/3/id", "/set/requirements/0/parent", "/set/requirements/2/parent"]
    );
}

#[test]
fn attributes_are_kept_as_they_were_given() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let with = |attributes: Value| {
        let mut row = row("1", None);
        row["attributes"] = attributes;
        set("Yard rules:2026", &[row])
    };
    let attribute = |name: &str, values: &[&str]| json!({ "name": name, "values": values });
    for wrong in [
        json!([attribute("place", &["north"]), attribute("place", &["south"])]),
        json!([attribute("kind", &["gate"]), attribute("place", &[])]),
    ] {
        let at = "/set/requirements/0/attributes/1";
        refused_at(carried.give(manager, "criteria.adopt", with(wrong)), &adopt::CRITERIA_ATTRIBUTES, at);
    }
    carried.done(manager, "criteria.adopt", with(json!([attribute("place", &["north", "east"])])));
    let set = carried.bench.get::<CriteriaSet>(set_id("Yard rules:2026"));
    let kept = &set.requirements[0].attributes[0];
    assert_eq!((kept.name.as_str(), kept.values.len()), ("place", 2));
    let other = with(json!([attribute("place", &["north"])]));
    refused(carried.give(manager, "criteria.adopt", other), &adopt::CRITERIA_EDITION);
}

#[test]
fn a_long_chain_is_followed_once() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let rows: Vec<Value> = (0..2_000)
        .map(|n| row(&format!("{n}"), (n < 1_999).then(|| format!("{}", n + 1)).as_deref()))
        .collect();
    carried.done(manager, "criteria.adopt", set("Chain:1", &rows));
}

#[test]
fn a_set_of_an_unknown_auditee_is_not_adopted() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let mut own = yard();
    own["auditee"] = json!(id::<AuditeeId>(999).to_string());
    refused_at(carried.give(manager, "criteria.adopt", own), &record::UNKNOWN, "/auditee");
}

#[test]
fn audits_are_initiated_against_sets_in_use_alone() {
    let mut carried = Carried::initiated();
    let cast = carried.bench.cast;
    let mut other = Carried::opened();
    for carried in [&mut carried, &mut other] {
        carried.done(cast.manager, "criteria.adopt", set(CRITERIA, &[row("6.1.2", None)]));
    }
    let retire = json!({ "criteria_set": set_id(CRITERIA).to_string(), "reason": "A new edition is out" });
    carried.done(cast.manager, "criteria.retire", retire.clone());
    carried.get_ready();
    refused(carried.give(cast.manager, "criteria.retire", retire.clone()), &adopt::CRITERIA_RETIRED);
    let again = carried.give(cast.manager, "criteria.adopt", set(CRITERIA, &[row("6.1.2", None)]));
    refused(again, &adopt::CRITERIA_RETIRED);
    let there = carried.bench.get::<CriteriaSet>(set_id(CRITERIA));
    assert!(matches!(there.state, SetState::Retired { .. }));

    other.done(cast.manager, "criteria.retire", retire);
    let initiate = json!({ "audit": other.audit.to_string(), "initiation": other.initiation() });
    refused(other.give(cast.leader, "audit.initiate", initiate), &adopt::CRITERIA_IN_USE);
}

#[test]
fn an_auditees_own_criteria_are_for_its_audits() {
    let mut carried = Carried::opened();
    let cast = carried.bench.cast;
    let mut own = set(CRITERIA, &[row("6.1.2", None)]);
    own["auditee"] = json!(cast.auditee.to_string());
    carried.done(cast.manager, "criteria.adopt", own);
    let set = set_id(CRITERIA);
    carried.bench.change::<CriteriaSet>(set, |set| set.auditee = Some(id(999)));
    let initiate = json!({ "audit": carried.audit.to_string(), "initiation": carried.initiation() });
    refused(carried.give(cast.leader, "audit.initiate", initiate), &adopt::CRITERIA_OWN);
    let auditee = cast.auditee;
    carried.bench.change::<CriteriaSet>(set, |set| set.auditee = Some(auditee));
    carried.initiate();
}

#[test]
fn a_finding_on_a_requirement_that_the_adopted_set_lacks_is_warned_of() {
    let warned = |rows: Option<&[Value]>| {
        let mut carried = Carried::conducting();
        let cast = carried.bench.cast;
        if let Some(rows) = rows {
            carried.done(cast.manager, "criteria.adopt", set(CRITERIA, rows));
        }
        carried.evaluate(carried.papers()[0], "does_not_conform");
        let mut draft = carried.nonconformity("minor");
        draft["text"]["requirements"] = json!([{ "criteria": CRITERIA, "id": "6.1.2" }]);
        let finding = carried.done(cast.auditor, "finding.draft", draft);
        let found = carried.bench.get::<Finding>(finding.parse().unwrap());
        found.warnings.iter().any(|warning| warning.as_str().contains("`6.1.2` is no requirement"))
    };
    assert!(!warned(None), "a set that was never adopted is not known");
    assert!(!warned(Some(&[row("6.1.2", None)])));
    assert!(warned(Some(&[row("6.1", None)])));
}

fn attach(criteria: &str, requirement: &str) -> Value {
    json!({ "criteria": criteria, "requirement": requirement, "text": "Every cart is written down at the gate",
        "licence": "Copy 17, licensed to the yard" })
}

#[test]
fn wording_is_attached_to_a_known_requirement_once() {
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    let wanted = attach("Yard rules:2026", "1.1 a)");
    refused(carried.give(manager, "wording.attach", wanted.clone()), &wording::WORDING_REQUIREMENT);
    carried.done(manager, "criteria.adopt", yard());
    let unknown = carried.give(manager, "wording.attach", attach("Yard rules:2026", "1.1 b)"));
    refused_at(unknown, &wording::WORDING_REQUIREMENT, "/requirement");
    let command = Command::read("wording.attach", &wanted).unwrap().unwrap();
    let nobody = carried.bench.act_as(Actor::Operator { on_behalf_of: None }, command);
    refused(nobody, &act::NEEDS_PERSON);
    let attached = carried.done(manager, "wording.attach", wanted.clone());
    refused(carried.give(manager, "wording.attach", wanted.clone()), &wording::WORDING_ONCE);
    let remove = json!({ "wording": attached, "reason": "The licence has ended" });
    carried.done(manager, "wording.remove", remove.clone());
    refused(carried.give(manager, "wording.remove", remove), &wording::WORDING_REMOVED);
    let gone = carried.bench.get::<Wording>(attached.parse().unwrap());
    assert!(matches!(gone.state, WordingState::Removed { .. }), "the row has the text no longer");
    carried.done(manager, "wording.attach", wanted);
}

#[test]
fn wording_is_erased_attached_or_removed() {
    for is_removed in [false, true] {
        let mut carried = Carried::opened();
        let manager = carried.bench.cast.manager;
        carried.done(manager, "criteria.adopt", yard());
        let attached = carried.done(manager, "wording.attach", attach("Yard rules:2026", "2"));
        if is_removed {
            carried.done(manager, "wording.remove", json!({ "wording": attached, "reason": "It has ended" }));
        }
        let erase = json!({ "scope": { "is": "wording", "wording": attached }, "authority": "The publisher",
            "reason": "The licence has ended" });
        let erasure = carried.done(manager, "record.erase", erase.clone());
        let erasure = carried.bench.get::<Erasure>(erasure.parse().unwrap());
        assert_eq!(erasure.what.as_str(), format!("wording {attached}"));
        let gone: WordingId = attached.parse().unwrap();
        assert_eq!(carried.bench.world.find::<Wording>(gone), Ok(None));
        refused(carried.give(manager, "record.erase", erase), &record::UNKNOWN);
        carried.done(manager, "wording.attach", attach("Yard rules:2026", "2"));
    }
}

#[test]
fn wording_is_in_no_audit_so_that_nothing_made_from_an_audit_has_it() {
    assert_eq!(Kind::Wording.links(), ["set"]);
    let mut carried = Carried::opened();
    let manager = carried.bench.cast.manager;
    carried.done(manager, "criteria.adopt", yard());
    let attached = carried.give(manager, "wording.attach", attach("Yard rules:2026", "2")).unwrap();
    assert!(attached.iter().all(|event| event.audit().is_none()));
    let set = carried.bench.get::<CriteriaSet>(set_id("Yard rules:2026"));
    let record = crate::kernel::datum::Datum::to_json(set).to_string();
    assert!(!record.contains("Every cart is written down"), "the set, which is handed out, has no wording");
}
