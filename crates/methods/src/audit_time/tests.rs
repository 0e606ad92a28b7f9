//! Whole reckonings: what scripts rely on, examples worked by hand, refusals, and what must hold for any inputs.

use num_rational::BigRational;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{Method, Outcome, Ratio};

fn run(name: &str, inputs: &Value) -> Result<Outcome, Vec<(String, String)>> {
    let method = Method::named(name).unwrap();
    method.run(inputs).map_err(|problems| {
        problems
            .into_iter()
            .map(|problem| (problem.at, format!("{}; {}", problem.what, problem.hint)))
            .collect()
    })
}

fn result(name: &str, inputs: &Value) -> Value {
    run(name, inputs).unwrap().result
}

/// The inputs are refused at exactly these places.
fn refused(name: &str, inputs: &Value, places: &[&str]) {
    let problems = run(name, inputs).unwrap_err();
    let found: Vec<&str> = problems.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(found, places, "{problems:?}");
}

fn number(value: &Value) -> BigRational {
    value.as_str().unwrap().parse::<Ratio>().unwrap().0
}

fn has(found: &Value, wanted: &Value) {
    for (key, value) in wanted.as_object().unwrap() {
        assert_eq!(&found[key], value, "{key} in {found}");
    }
}

#[test]
fn a_plain_audit_is_the_cell_of_the_table() {
    has(
        &result("audit-time", &json!({ "persons": 100 })),
        &json!({ "edition": "2024", "effective_persons": 100, "base_days": "12", "days": "12", "raw_adjustment": "0",
            "capped_adjustment": "0", "surveillance_days": "4", "recertification_days": "8", "reasons_missing": [] }),
    );
    // 1/3 of 5 does not end as a decimal, so it is printed as it is.
    has(
        &result("audit-time", &json!({ "persons": 10, "edition": 2015 })),
        &json!({ "edition": "2015", "days": "5", "surveillance_days": "5/3", "recertification_days": "10/3" }),
    );
}

#[test]
fn identical_activities_are_reduced_group_by_group() {
    // Question 48.6 of the European co-operation for Accreditation: three groups of 49 are 21 effective persons, not 12.
    has(
        &result("audit-time", &json!({ "persons": 147, "groups": [49, 49, 49] })),
        &json!({ "effective_persons": 21, "base_days": "7",
            "reasons_missing": ["/groups/0/reason", "/groups/1/reason", "/groups/2/reason"] }),
    );
    let reasoned = json!({ "persons": 200, "groups": [
        { "name": "service desk", "persons": 49, "counted": 20, "reason": "scripted work under supervision" }, 50] });
    has(
        &result("audit-time", &reasoned),
        &json!({ "effective_persons": 200 - 99 + 20 + 8, "reasons_missing": ["/groups/1/reason"] }),
    );
    for counted in [6, 50] {
        let inputs = json!({ "persons": 60, "groups": [{ "persons": 49, "counted": counted }] });
        refused("audit-time", &inputs, &["/groups/0/counted"]);
    }
}

#[test]
fn part_time_shifts_and_contractors_count_as_they_work() {
    // IAF MD 5:2019 2.3: 30 persons at half time are 15. Largest shift 40, then ceil(sqrt(40)) = 7 and ceil(sqrt(12)) = 4.
    let inputs = json!({ "persons": 182, "parts": [
        { "is": "part_time", "name": "call centre", "persons": 30, "share": "0.5" },
        { "is": "shifts", "name": "assembly", "shifts": [40, 40, 12], "reason": "the same work, without access to the network" },
        { "is": "contractors", "name": "cleaning", "persons": 10, "counted": 2, "reason": "the others never enter the scope" },
    ] });
    has(&result("audit-time", &inputs), &json!({ "effective_persons": 50 + 15 + 51 + 2 }));
    let bad = json!({ "persons": 10, "parts": [
        { "is": "part_time", "name": "a", "persons": 4, "share": "1.5" },
        { "is": "shifts", "name": "b", "shifts": [4], "reason": "r" },
        { "is": "contractors", "name": "c", "persons": 4, "counted": 5, "reason": "r" },
    ] });
    refused("audit-time", &bad, &["/parts", "/parts/0/share", "/parts/1/shifts", "/parts/2/counted"]);
}

#[test]
fn the_cap_is_shown_raw_and_capped() {
    has(
        &result("audit-time", &json!({ "persons": 100, "adjust": ["-0.2", "-0.2"] })),
        &json!({ "raw_adjustment": "-0.4", "capped_adjustment": "-0.3", "days": "8.4", "surveillance_days": "2.8",
            "recertification_days": "5.6" }),
    );
    has(
        &result(
            "audit-time",
            &json!({ "persons": 100, "adjust": [{ "share": 0.1, "reason": "two languages" }, -0.2] }),
        ),
        &json!({ "raw_adjustment": "-0.1", "capped_adjustment": "-0.1", "days": "10.8", "reasons_missing": ["/adjust/1/reason"] }),
    );
    refused("audit-time", &json!({ "persons": 100, "adjust": ["-1.5", "6"] }), &["/adjust/0", "/adjust/1"]);
}

#[test]
fn rounding_is_a_policy_and_never_breaks_the_cap() {
    let days = |adjust: &str, rounding: &str, step: &str| {
        let inputs = json!({ "persons": 100, "adjust": [adjust], "round": rounding, "step": step });
        result("audit-time", &inputs)["days"].as_str().unwrap().to_owned()
    };
    assert_eq!(days("-0.2", "exact", "0.5"), "9.6");
    assert_eq!(days("-0.2", "nearest", "0.5"), "9.5");
    assert_eq!(days("-0.2", "up", "0.5"), "10");
    assert_eq!(days("-0.2", "nearest", "0.25"), "9.5");
    // 8.4 is all that the cap leaves: the nearest quarter, 8.5, is above it; the nearest day, 8, would be below.
    assert_eq!(days("-0.3", "nearest", "0.25"), "8.5");
    assert_eq!(days("-0.3", "nearest", "1"), "9");
    // The cap is on the initial audit: two thirds of 8.4 are 5.6, and the nearest half day is 5.5.
    let later = json!({ "persons": 100, "adjust": ["-0.4"], "round": "nearest", "step": "0.5" });
    has(
        &result("audit-time", &later),
        &json!({ "days": "8.5", "surveillance_days": "3", "recertification_days": "5.5" }),
    );
    refused("audit-time", &json!({ "persons": 100, "round": "down", "step": "0.3" }), &["/round", "/step"]);
    refused("audit-time", &json!({ "persons": 100, "round": "up", "step": "0.3" }), &["/step"]);
}

fn graded(grades: [u8; 6], pick: Option<&str>, reason: Option<&str>) -> Value {
    let [business, process, establishment, infrastructure, suppliers, development] = grades;
    json!({ "persons": 100, "factors": { "business_and_regulation": business, "process_and_tasks": process,
        "establishment": establishment, "infrastructure": infrastructure, "suppliers": suppliers, "development": development,
        "pick": pick, "reason": reason } })
}

#[test]
fn the_auditor_picks_within_the_range_of_the_matrix() {
    let high = graded([3, 2, 2, 3, 3, 3], Some("0.5"), Some("a bank with its own trading systems"));
    has(&result("audit-time", &high), &json!({ "raw_adjustment": "0.5", "days": "18" }));
    let sheet = run("audit-time", &high).unwrap().sheet;
    let step = sheet.steps.iter().find(|step| step.what == "change by complexity").unwrap();
    assert_eq!(
        step.working,
        "business high and IT high open +20 % to +100 %; reason: a bank with its own trading systems"
    );
    let middle = graded([2, 2, 2, 2, 2, 1], None, None);
    has(&result("audit-time", &middle), &json!({ "raw_adjustment": "0", "reasons_missing": [] }));
    let low = graded([1, 1, 1, 1, 1, 2], Some("-0.2"), None);
    has(&result("audit-time", &low), &json!({ "days": "9.6", "reasons_missing": ["/factors/reason"] }));
    refused("audit-time", &graded([1, 1, 1, 1, 1, 1], None, None), &["/factors/pick"]);
    refused("audit-time", &graded([1, 1, 1, 1, 1, 1], Some("-0.31"), None), &["/factors/pick"]);
    refused(
        "audit-time",
        &graded([0, 1, 1, 1, 4, 1], None, None),
        &["/factors/business_and_regulation", "/factors/suppliers"],
    );
}

#[test]
fn beyond_the_table_the_row_to_add_is_named() {
    let problems = run("audit-time", &json!({ "persons": 10_701 })).unwrap_err();
    assert_eq!(problems[0].0, "/persons");
    assert!(problems[0].1.contains("a row from 10701"), "{problems:?}");
    let table = json!({ "title": "t", "source": "our procedure 7", "edition": "2026", "certainty": "decided by the board",
        "rows": [{ "from": 1, "to": 10_700, "days": 28 }, { "from": 10_701, "to": 13_200, "days": "29.5" }] });
    let found = result("audit-time", &json!({ "persons": 10_701, "tables": { "days": table } }));
    has(&found, &json!({ "days": "29.5" }));
    assert_eq!(found["table"]["source"], "our procedure 7");
}

#[test]
fn stages_auditing_and_remote_time_are_shares_of_the_days() {
    let inputs = json!({ "persons": 100, "round": "nearest", "stage_1_share": "0.3", "auditing_share": "0.8",
        "remote": { "share": "0.25", "reason": "the data centre is a supplier's" } });
    has(
        &result("audit-time", &inputs),
        &json!({ "days": "12", "stage_1_days": "3.5", "stage_2_days": "8.5", "auditing_days": "9.6", "auditing_days_least": "8.4",
            "remote_days": "2.4", "on_site_days": "7.2" }),
    );
    let bad =
        json!({ "persons": 100, "stage_1_share": "1", "auditing_share": "0.6", "remote": { "share": "2" } });
    refused("audit-time", &bad, &["/stage_1_share", "/auditing_share", "/remote/share"]);
    let remote = |approval: Value| json!({ "persons": 100, "edition": "2015", "remote": { "share": "0.4", "reason": "r", "approval": approval } });
    refused("audit-time", &remote(Value::Null), &["/remote/approval"]);
    assert!(run("audit-time", &remote(json!("letter of 3 May 2021"))).is_ok());
}

#[test]
fn hostile_inputs_are_refused_at_their_place() {
    refused("audit-time", &json!({}), &["/persons"]);
    refused("audit-time", &json!({ "persons": 0 }), &["/persons"]);
    refused("audit-time", &json!({ "persons": -5 }), &["/persons"]);
    refused("audit-time", &json!({ "persons": 4_294_967_295_u32 }), &["/persons"]);
    refused("audit-time", &json!({ "persons": 10, "groups": [11] }), &["/groups"]);
    refused("audit-time", &json!({ "persons": 10, "groups": [0] }), &["/groups/0/persons"]);
    refused("audit-time", &json!({ "persons": 10, "edition": 2013, "speed": 1 }), &["/speed", "/edition"]);
    refused(
        "audit-time",
        &json!({ "persons": 10, "adjust": ["1e400", "many", [1]] }),
        &["/adjust/0", "/adjust/1", "/adjust/2"],
    );
    let groups = vec![json!(4_294_967_295_u32); 2_000];
    refused("audit-time", &json!({ "persons": 10, "groups": groups }), &["/groups"]);
}

fn site(name: &str, persons: u32, adjust: &[&str]) -> Value {
    json!({ "name": name, "persons": persons, "adjust": adjust.iter().map(|share| json!({ "share": share, "reason": "r" })).collect::<Vec<_>>() })
}

#[test]
fn several_sites_are_never_below_the_single_one() {
    // 100 persons: 12 days, the head office; 50 persons: 10 days each, of which no more than half may go.
    let inputs = json!({ "sites": [site("head office", 100, &[]), site("north", 50, &["-0.2", "-0.5"]), site("south", 50, &["-0.5"])] });
    let found = result("audit-time-sites", &inputs);
    has(
        &found,
        &json!({ "effective_persons": 200, "sum_of_sites_days": "22", "single_site_days": "14", "days": "22" }),
    );
    assert_eq!(found["sites"][1]["change"], "-0.5");
    let few = json!({ "sites": [site("office", 10, &["-0.5"]), { "name": "yard", "persons": 190, "visited": false }] });
    has(
        &result("audit-time-sites", &few),
        &json!({ "sum_of_sites_days": "2.5", "single_site_days": "14", "days": "14", "to_distribute_days": "11.5" }),
    );
    // The changes of all and those of the site together stop at a half.
    let both = json!({ "adjust": ["-0.3"], "sites": [site("a", 100, &["-0.1"]), site("b", 100, &["-0.3"])] });
    let found = result("audit-time-sites", &both);
    assert_eq!(
        (found["sites"][0]["days"].as_str(), found["sites"][1]["days"].as_str()),
        (Some("7.2"), Some("6"))
    );
    refused("audit-time-sites", &json!({ "sites": [] }), &["/sites"]);
    let twice = json!({ "sites": [site("a", 5, &[]), site("a", 5, &[])] });
    refused("audit-time-sites", &twice, &["/sites/1/name"]);
    refused("audit-time-sites", &json!({ "sites": [site("a", 0, &[])] }), &["/sites/0/persons"]);
}

fn integrated(adjust: &str, change: &str, standards: [u32; 2]) -> Value {
    json!({
        "systems": [
            { "system": "qms", "persons": 55, "adjust": [{ "share": adjust, "reason": "r" }] },
            { "system": "ems", "complexity": "medium", "persons": 55, "adjust": [{ "share": adjust, "reason": "r" }] },
            { "system": "isms", "persons": 55, "adjust": [{ "share": adjust, "reason": "r" }] },
        ],
        "integration": { "level": "0.8", "change": change, "reason": "one manual, one review", "auditors": [
            { "name": "Ada", "standards": standards[0] }, { "name": "Ben", "standards": standards[1] }] },
    })
}

#[test]
fn integrated_audits_are_summed_and_then_reduced() {
    // IAF MD 5 and ISO/IEC 27006-1 for 55 persons: 5 + 6 + 10 days. IAF MD 11 Annex 1: ((3-1) + (2-1)) / (2 x (3-1)).
    has(
        &result("audit-time-integrated", &integrated("0", "-0.2", [3, 2])),
        &json!({ "sum_days": "21", "ability": "0.75", "days": "16.8" }),
    );
    // The European co-operation for Accreditation, 38.3: 30 % and then 20 % of the rest are 44 %, and allowed.
    has(
        &result("audit-time-integrated", &integrated("-0.3", "-0.2", [3, 2])),
        &json!({ "sum_days": "14.7", "days": "11.76" }),
    );
    let capped = result("audit-time-integrated", &integrated("-0.5", "0", [3, 2]));
    assert_eq!(capped["systems"][0]["capped_adjustment"], "-0.3");
    refused("audit-time-integrated", &integrated("0", "-0.21", [3, 2]), &["/integration/change"]);
    refused("audit-time-integrated", &integrated("0", "-0.1", [1, 1]), &["/integration/change"]);
    refused(
        "audit-time-integrated",
        &integrated("0", "0", [0, 4]),
        &["/integration/auditors/0/standards", "/integration/auditors/1/standards"],
    );
}

#[test]
fn each_system_is_reckoned_by_its_own_tables_where_it_has_them() {
    let named = |more: Value| {
        let mut table =
            json!({ "title": "t", "source": "The house", "edition": "2026", "certainty": "decided" });
        table.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        table
    };
    let days = named(json!({ "rows": [{ "from": 1, "to": 100, "days": "8" }] }));
    let shares = named(
        json!({ "reduction_most": "0.3", "surveillance": "1/2", "recertification": "3/4", "auditing_least": "0.7" }),
    );
    let mut inputs = integrated("0", "-0.2", [3, 2]);
    inputs["systems"][0]["tables"] = json!({ "days": days });
    inputs["systems"][2]["tables"] = json!({ "shares": shares });
    // 8 + 6 + 10, a fifth less. A third of 14 and a half of 10 are 29/3 of 24 days; two thirds of 14 and three quarters of 10 are 101/6.
    let found = result("audit-time-integrated", &inputs);
    has(
        &found,
        &json!({ "sum_days": "24", "days": "19.2", "surveillance_days": "116/15", "recertification_days": "202/15" }),
    );
    assert_eq!(found["systems"][0]["table"]["source"], "The house");
    inputs["systems"][0]["table"] = days.clone();
    refused("audit-time-integrated", &inputs, &["/systems/0/tables/days"]);
    inputs["systems"][0]["table"] = Value::Null;
    inputs["systems"][0]["tables"]["days"]["rows"][0]["from"] = json!(2);
    inputs["systems"][2]["tables"]["shares"]["surveillance"] = json!("2");
    refused(
        "audit-time-integrated",
        &inputs,
        &["/systems/0/tables/days/rows/0/from", "/systems/2/tables/shares/surveillance"],
    );
    let bands = ["low", "medium", "high"];
    let cell =
        |business: &str, it: &str| json!({ "business": business, "it": it, "least": "0", "most": "0" });
    let cells: Vec<Value> =
        bands.iter().flat_map(|business| bands.iter().map(|it| cell(business, it))).collect();
    let mut graded = integrated("0", "-0.2", [3, 2]);
    graded["systems"][0]["tables"] =
        json!({ "factors": named(json!({ "low_most": 4, "medium_most": 6, "cells": cells })) });
    refused("audit-time-integrated", &graded, &["/systems/0/tables/factors"]);
}

#[test]
fn systems_that_do_not_fit_are_refused() {
    let with = |systems: Value| json!({ "systems": systems, "integration": { "level": "1", "change": "0", "reason": "r", "auditors": [{ "name": "Ada", "standards": 1 }] } });
    refused("audit-time-integrated", &with(json!([{ "system": "qms", "persons": 5 }])), &["/systems"]);
    let twice = json!([{ "system": "qms", "persons": 5 }, { "system": "qms", "persons": 5 }]);
    refused("audit-time-integrated", &with(twice), &["/systems/1/system"]);
    let complexities = json!([
        { "system": "qms", "persons": 5, "complexity": "low" }, { "system": "ems", "persons": 5 },
        { "system": "ohsms", "persons": 5, "complexity": "limited" }, { "system": "isms", "persons": 20_000 }]);
    refused(
        "audit-time-integrated",
        &with(complexities),
        &["/systems/0/complexity", "/systems/1/complexity", "/systems/2/complexity", "/systems/3/persons"],
    );
}

#[test]
fn internal_audits_take_the_minutes_of_their_tests() {
    // 60 + 25 x 6 = 210, at two sites 420; 90 once; 510 together; a fifth of it for reports, 102; meetings 2 x 30 and 1 x 30; ways 2 x 120.
    let inputs = json!({
        "tests": [
            { "id": "T-A.5.15-01", "minutes": 60, "sample": 25, "minutes_per_item": 6, "sites": ["Graz", "Linz"] },
            { "id": "T-9.2-01", "minutes": 90 },
        ],
        "sites": [{ "name": "Graz", "auditors": 2, "travel_minutes": 120, "meeting_minutes": 30 }, { "name": "Linz", "meeting_minutes": 30 }],
        "auditors": 2, "reporting_share": "0.2", "round": "up",
    });
    has(
        &result("audit-time-internal", &inputs),
        &json!({ "test_minutes": "510", "reporting_minutes": "102", "meeting_minutes": "90", "travel_minutes": "240",
            "days": "1.5", "days_with_travel": "2", "calendar_days_least": "1" }),
    );
    let bad = json!({
        "tests": [{ "id": "T-1", "minutes": 0, "sample": 5 }, { "id": "T-1", "minutes": 5, "minutes_per_item": 5, "sites": ["Wien"] }],
        "auditors": 0, "day_minutes": 30, "preparation_share": "-1",
    });
    refused(
        "audit-time-internal",
        &bad,
        &[
            "/tests/0/minutes",
            "/tests/0/minutes_per_item",
            "/tests/1/sample",
            "/tests/1/sites/0",
            "/tests/1/id",
            "/auditors",
            "/day_minutes",
            "/preparation_share",
        ],
    );
    refused("audit-time-internal", &json!({ "tests": [] }), &["/tests"]);
}

#[test]
fn a_sheet_can_be_redone_by_hand() {
    let inputs = json!({ "persons": 147, "groups": [49], "adjust": [{ "share": "-0.1", "reason": "certified before" }] });
    let sheet = run("audit-time", &inputs).unwrap().sheet;
    let steps: Vec<[String; 3]> = sheet
        .steps
        .iter()
        .map(|step| [step.what.to_string(), step.working.to_string(), step.value.to_string()])
        .collect();
    let steps: Vec<(&str, &str, &str)> = steps
        .iter()
        .map(|[what, working, value]| (what.as_str(), working.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        steps[..8],
        [
            ("persons who count head by head", "147 in all, less 49 in groups and parts", "98"),
            (
                "identical activities: a group without a name",
                "49 persons, ceil(sqrt(49)) = 7 at least; no reason is recorded",
                "7"
            ),
            ("effective persons", "105, rounded up", "105"),
            ("days by the table", "the row from 86 to 125 persons, where 105 fall", "12 days"),
            ("decrease", "reason: certified before", "-10 %"),
            ("all changes together", "0 %, -10 %", "-10 %"),
            ("after the cap", "the cap of -30 % is not passed", "-10 %"),
            ("days after all changes", "12 days x (1 - 0.1)", "10.8 days"),
        ]
    );
    assert_eq!(
        sheet.conclusion,
        "The initial audit of 105 effective persons takes 10.8 days: 12 days by the table, changed by -10 %. Reasons that are \
         still missing: 1."
    );
}

#[test]
fn every_method_names_itself_and_has_a_schema() {
    for method in crate::METHODS {
        assert_eq!((method.schema)()["type"], "object", "{}", method.name);
        assert_eq!(Method::named(method.name).map(|found| found.name), Some(method.name));
    }
}

fn rounding() -> impl Strategy<Value = (&'static str, &'static str)> {
    (prop::sample::select(vec!["exact", "nearest", "up"]), prop::sample::select(vec!["0.25", "0.5", "1"]))
}

proptest! {
    #[test]
    fn more_persons_never_take_fewer_days(
        persons in 50_u32..10_000, more in 0_u32..700, group in 1_u32..50, adjust in -60_i32..60, (rounding, step) in rounding()
    ) {
        let days = |persons: u32| number(&result("audit-time", &json!({ "persons": persons, "groups": [group],
            "adjust": [format!("{adjust}/100")], "round": rounding, "step": step }))["days"]);
        prop_assert!(days(persons) <= days(persons + more));
    }

    #[test]
    fn the_cap_is_never_exceeded(persons in 1_u32..10_701, adjust in prop::collection::vec(-100_i32..50, 0..5), (rounding, step) in rounding()) {
        let shares: Vec<String> = adjust.iter().map(|share| format!("{share}/100")).collect();
        let found = result("audit-time", &json!({ "persons": persons, "adjust": shares, "round": rounding, "step": step }));
        let cap = Ratio::new(7, 10).0 * number(&found["base_days"]);
        prop_assert!(number(&found["days"]) >= cap);
        prop_assert_eq!(number(&found["raw_adjustment"]), Ratio::new(adjust.iter().sum::<i32>(), 100).0);
    }

    #[test]
    fn several_sites_never_take_less_than_one(
        persons in prop::collection::vec((1_u32..900, -90_i32..20, any::<bool>()), 1..8), adjust in -50_i32..30
    ) {
        let sites: Vec<Value> = persons.iter().enumerate().map(|(index, (persons, own, visited))| json!({ "name": format!("s{index}"),
            "persons": persons, "visited": *visited || index == 0, "adjust": [format!("{own}/100")] })).collect();
        let several = result("audit-time-sites", &json!({ "sites": sites, "adjust": [format!("{adjust}/100")] }));
        let all: u32 = persons.iter().map(|(persons, _, _)| persons).sum();
        let single = result("audit-time", &json!({ "persons": all, "adjust": [format!("{adjust}/100")] }));
        prop_assert!(number(&several["days"]) >= number(&single["days"]));
        for site in several["sites"].as_array().unwrap() {
            prop_assert!(number(&site["days"]) * Ratio::new(2, 1).0 >= number(&site["base_days"]));
        }
    }
}
