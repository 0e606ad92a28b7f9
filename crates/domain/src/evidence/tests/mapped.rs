//! Working papers by mapping: one test serves several sets of criteria.

use serde_json::{Value, json};

use super::super::{Paper, PaperPurpose};
use crate::criteria::MappingRelation;
use crate::kernel::refusal::Stop;
use crate::registry::Event;
use crate::testing::CRITERIA;
use crate::testing::carry::Carried;

const YARD: &str = "Yard rules:2026";
const OLD: &str = "ISO/IEC 27001:2013";

fn test(id: &str, criteria: &str, requirements: &[&str]) -> Value {
    let mut test = Carried::test(id, requirements);
    test["requirements"] = requirements.iter().map(|id| json!({ "criteria": criteria, "id": id })).collect();
    test
}

fn adopt_tests(carried: &mut Carried, tests: &[Value]) {
    carried.done(carried.bench.cast.manager, "test.adopt", json!({ "tests": tests }));
}

/// Adopts a mapping of pairs of ids, of which one may be empty.
fn map(carried: &mut Carried, from: &str, to: &str, pairs: &[(&str, &str, &str)]) -> String {
    let side = |id: &str| (!id.is_empty()).then(|| id.to_owned());
    let pairs: Vec<Value> = pairs
        .iter()
        .map(|(from, to, relation)| json!({ "from": side(from), "to": side(to), "relation": relation, "note": null }))
        .collect();
    let mapping = json!({ "mapping": { "from": from, "to": to, "source": "A table of correspondence", "pairs": pairs } });
    carried.done(carried.bench.cast.manager, "mapping.adopt", mapping)
}

fn make(carried: &mut Carried, only: &[&str]) -> Result<Vec<Event>, Stop> {
    let (leader, audit) = (carried.bench.cast.leader, carried.audit.to_string());
    carried.give(leader, "papers.make", json!({ "audit": audit, "only": only }))
}

/// Every paper: its title, and the requirements that it serves.
fn papers(carried: &Carried) -> Vec<(String, Vec<String>)> {
    let paper = |id| carried.bench.get::<Paper>(id);
    let named =
        |paper: &Paper| paper.requirements.iter().map(|r| format!("{} {}", r.criteria, r.id)).collect();
    let mut all: Vec<_> = carried
        .papers()
        .into_iter()
        .map(paper)
        .map(|paper| (paper.title.to_string(), named(paper)))
        .collect();
    all.sort();
    all
}

fn served(title: &str, requirements: &[&str]) -> (String, Vec<String>) {
    (format!("Is {title} done?"), requirements.iter().map(|id| (*id).to_owned()).collect())
}

#[test]
fn an_audit_against_an_earlier_edition_gets_papers_from_the_tests_of_the_later() {
    let mut carried = Carried::initiated_against(&[OLD]);
    adopt_tests(&mut carried, &[test("T-1", CRITERIA, &["A.5.1"]), test("T-2", CRITERIA, &["A.5.7"])]);
    let Err(Stop::Refused(_)) = make(&mut carried, &[]) else { panic!("there is no mapping yet") };
    let pairs = [
        ("A.5.1.1", "A.5.1", "merged"),
        ("A.5.1.2", "A.5.1", "merged"),
        ("", "A.5.7", "new"),
        ("4", "4", "equal"),
    ];
    let mapping = map(&mut carried, OLD, CRITERIA, &pairs);
    make(&mut carried, &[]).unwrap();
    let of_2013 = ["ISO/IEC 27001:2013 A.5.1.1", "ISO/IEC 27001:2013 A.5.1.2"];
    assert_eq!(papers(&carried), [served("T-1", &of_2013)], "what is new in 2022 is not demanded in 2013");
    let paper = carried.bench.get::<Paper>(carried.papers()[0]);
    assert_eq!(paper.purpose, PaperPurpose::Test);
    let [first, _] = paper.by_mapping.as_slice() else { panic!("{:?}", paper.by_mapping) };
    assert_eq!(first.tested.id.as_str(), "A.5.1");
    assert_eq!((first.relation, first.mapping.to_string()), (MappingRelation::Merged, mapping));
    assert_eq!(make(&mut carried, &[]).unwrap(), [], "papers that are there stay");
}

#[test]
fn one_test_that_serves_two_sets_gives_one_paper_that_names_both() {
    let mut carried = Carried::initiated_against(&[CRITERIA, YARD]);
    adopt_tests(&mut carried, &[test("T-1", CRITERIA, &["A.5.1"])]);
    map(&mut carried, CRITERIA, YARD, &[("A.5.1", "7", "equal")]);
    make(&mut carried, &["7"]).unwrap();
    let both = served("T-1", &[&format!("{CRITERIA} A.5.1"), "Yard rules:2026 7"]);
    assert_eq!(papers(&carried), [both], "asked for by the requirement that it is mapped to");
}

#[test]
fn a_test_of_another_set_is_used_only_for_what_no_test_of_the_criteria_is_on() {
    let mut carried = Carried::initiated_against(&[YARD]);
    let tests = [
        test("T-own", YARD, &["1 a)"]),
        test("T-1", CRITERIA, &["A.5.1"]),
        test("T-2", CRITERIA, &["A.5.2"]),
        test("T-3", CRITERIA, &["A.5.3"]),
    ];
    adopt_tests(&mut carried, &tests);
    map(
        &mut carried,
        YARD,
        CRITERIA,
        &[("1", "A.5.1", "equal"), ("2", "A.5.2", "equal"), ("1 a)", "A.5.3", "split")],
    );
    make(&mut carried, &[]).unwrap();
    assert_eq!(
        papers(&carried),
        [served("T-2", &["Yard rules:2026 2"]), served("T-own", &["Yard rules:2026 1 a)"])]
    );
}

#[test]
fn an_item_that_the_mapping_does_not_name_goes_where_its_clause_goes() {
    let mut carried = Carried::initiated_against(&[YARD]);
    let tests = [test("T-a", CRITERIA, &["6.1.2 a)"]), test("T-b", CRITERIA, &["6.1.2 b)"])];
    adopt_tests(&mut carried, &tests);
    map(&mut carried, CRITERIA, YARD, &[("6.1.2", "3", "changed"), ("6.1.2 b)", "", "dropped")]);
    make(&mut carried, &[]).unwrap();
    assert_eq!(papers(&carried), [served("T-a", &["Yard rules:2026 3"])]);
}

#[test]
fn a_retired_mapping_makes_no_papers() {
    let mut carried = Carried::initiated_against(&[YARD]);
    adopt_tests(&mut carried, &[test("T-1", CRITERIA, &["A.5.1"])]);
    let mapping = map(&mut carried, CRITERIA, YARD, &[("A.5.1", "7", "equal")]);
    let retire = json!({ "mapping": mapping, "reason": "It was drawn up for another edition" });
    carried.done(carried.bench.cast.manager, "mapping.retire", retire);
    let Err(Stop::Refused(_)) = make(&mut carried, &[]) else { panic!("it made papers") };
}

#[test]
fn what_another_set_demands_is_not_excluded_by_the_statement() {
    let mut carried = Carried::initiated_against(&[CRITERIA, YARD]);
    adopt_tests(&mut carried, &[test("T-1", CRITERIA, &["A.7.4"]), test("T-2", CRITERIA, &["A.7.4"])]);
    make(&mut carried, &[]).unwrap();
    let purpose = |carried: &Carried, n: usize| carried.bench.get::<Paper>(carried.papers()[n]).purpose;
    assert_eq!(purpose(&carried, 0), PaperPurpose::Exclusion);
    adopt_tests(&mut carried, &[test("T-3", CRITERIA, &["A.7.4"])]);
    map(&mut carried, CRITERIA, YARD, &[("A.7.4", "A.7.4", "equal")]);
    make(&mut carried, &[]).unwrap();
    assert_eq!(purpose(&carried, 2), PaperPurpose::Test, "its numbers are those of its own set");
}
