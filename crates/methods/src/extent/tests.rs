//! Plans worked by hand, refusals, and what must hold for any inputs.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::plan::{Bound, Plan, Task};
use super::weights::built_in;
use crate::{Method, Outcome};

fn run(inputs: &Value) -> Result<Outcome, Vec<(String, String)>> {
    let problems = |problems: Vec<assize_domain::kernel::datum::Problem>| {
        problems.into_iter().map(|problem| (problem.at, problem.what.to_string())).collect()
    };
    Method::named("audit-extent").unwrap().run(inputs).map_err(problems)
}

fn refused(inputs: &Value, places: &[&str]) {
    let problems = run(inputs).unwrap_err();
    let found: Vec<&str> = problems.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(found, places, "{problems:?}");
}

fn item(unit: &str, days: &str, grades: [u8; 4], years_since: Option<u8>) -> Value {
    let [importance, risk, changes, findings] = grades;
    json!({ "unit": unit, "criterion": "A.5", "days": days, "importance": importance, "risk": risk, "changes": changes,
        "findings": findings, "years_since": years_since })
}

/// Operations is risky: 3x4 + 4x4 + 2x1 + 2x1 + 1x1 = 33, every year. Sales: 3x2 + 4x3 + 2x1 + 0 + 1x1 = 21, every second.
/// Canteen: 3x1 + 0 + 0 + 0 + 1x2 = 5, once, due a year later than one never audited.
fn three(days: [&str; 3]) -> Value {
    json!({ "days": days, "items": [
        item("operations", "2", [4, 4, 1, 1], Some(1)),
        item("sales", "1.5", [2, 3, 1, 0], Some(1)),
        item("canteen", "1", [1, 0, 0, 0], Some(2)),
    ] })
}

fn years(result: &Value, which: &str) -> Vec<Vec<u64>> {
    let items = result[which].as_array().unwrap().iter();
    items.map(|item| item["years"].as_array().unwrap().iter().filter_map(Value::as_u64).collect()).collect()
}

#[test]
fn everything_is_covered_and_the_risky_more_often() {
    let outcome = run(&three(["5", "5", "5"])).unwrap();
    assert_eq!(years(&outcome.result, "proposal"), [vec![1, 2, 3], vec![2], vec![2]]);
    assert_eq!(outcome.result["covers_all"], true);
    assert_eq!(
        outcome.result["proposal"][0]["reason"],
        "score 33: every year; last audited the year before, so due in year 1"
    );
    assert_eq!(
        outcome.sheet.steps[0].working,
        "3x4 + 4x4 + 2x1 + 2x1 + 1x1 = 33; 2 days; every year; last audited the year before, so due in year 1"
    );
}

#[test]
fn too_few_days_say_what_they_leave_out() {
    let found = run(&three(["2", "1", "0"])).unwrap().result;
    // Operations (33) and canteen (5) fill three days; sales (21) would leave operations out.
    assert_eq!(years(&found, "proposal"), [vec![1], vec![], vec![2]]);
    assert_eq!(found["not_covered"], json!([{ "unit": "sales", "criterion": "A.5" }]));
    assert_eq!(found["covers_all"], false);
    assert_eq!(found["score"]["covered"], found["score"]["covered_bound"]);
}

#[test]
fn each_cut_says_what_it_gives_up() {
    let mut inputs = three(["5", "5", "5"]);
    inputs["cuts"] = json!(["1", "3", "5"]);
    let found = run(&inputs).unwrap().result;
    let covered: Vec<u64> =
        found["cuts"].as_array().unwrap().iter().filter_map(|cut| cut["covered"].as_u64()).collect();
    assert_eq!(covered, [3, 3, 0]);
    assert_eq!(
        found["cuts"][0]["gives_up"],
        json!([{ "unit": "operations", "criterion": "A.5", "visits": 3, "visits_left": 2 }])
    );
}

#[test]
fn the_manager_changes_and_the_record_keeps_both() {
    let mut inputs = three(["5", "5", "1"]);
    inputs["changes"] = json!([{ "unit": "canteen", "criterion": "A.5", "year": 2, "audit": false, "reason": "closed for works" },
        { "unit": "canteen", "criterion": "A.5", "year": 3, "audit": true, "reason": "opens again" },
        { "unit": "sales", "criterion": "A.5", "year": 3, "audit": true, "reason": "a new system" }]);
    let found = run(&inputs).unwrap().result;
    assert_eq!(years(&found, "proposal")[2], [2]);
    assert_eq!(years(&found, "plan")[2], [3]);
    assert_eq!(found["changes"][0]["proposed"], true);
    assert_eq!(found["changes"][0]["reason"], "closed for works");
    assert_eq!(found["years"][2], json!({ "year": 3, "days": "1", "used": "2.5", "over": "1.5" }));
}

#[test]
fn what_cannot_be_planned_with_is_refused_at_its_place() {
    refused(&json!({ "days": [], "items": [] }), &["/days", "/items"]);
    let bad = json!({ "days": ["-1", "0.3"], "cuts": ["0"], "items": [
        { "unit": "a", "criterion": "A.5", "days": "0", "importance": 5, "risk": 0, "changes": 0, "findings": 9, "years_since": 0 },
        item("a", "1", [0; 4], None)],
        "changes": [{ "unit": "b", "criterion": "A.5", "year": 3, "audit": true, "reason": "r" }] });
    refused(
        &bad,
        &[
            "/days/0",
            "/days/1",
            "/cuts/0",
            "/items/0/days",
            "/items/0/importance",
            "/items/0/findings",
            "/items/0/years_since",
            "/items/1",
            "/changes/0",
            "/changes/0/year",
        ],
    );
    let mut weights = three(["1", "1", "1"]);
    weights["weights"] = json!({ "title": "t", "source": "s", "edition": "1", "certainty": "c", "importance": 101, "risk": 1,
        "changes": 1, "findings": 1, "waiting": 1, "intervals": [{ "score_from": 5, "years": 2 }, { "score_from": 9, "years": 1 }] });
    refused(&weights, &["/weights/importance", "/weights/intervals/1"]);
}

#[test]
fn what_would_take_too_long_is_refused_and_the_greatest_is_not() {
    let of = |years: usize, part: &str| {
        let items: Vec<Value> = (0..1_000)
            .map(|index| item(&format!("u{index}"), part, [(index % 5) as u8; 4], Some(1)))
            .collect();
        json!({ "days": vec!["500"; years], "items": items, "cuts": ["1"] })
    };
    refused(&of(10, "7.125"), &["/items"]);
    assert_eq!(run(&of(3, "2")).unwrap().result["covers_all"], false);
}

#[test]
fn the_built_in_weights_are_whole() {
    assert_eq!(built_in().unwrap().problems(), []);
}

fn tasks() -> impl Strategy<Value = (Vec<Task>, Vec<usize>)> {
    (1_usize..4).prop_flat_map(|cycle| {
        let task = (0_u32..40, 1_usize..6, 1..=cycle, 0_usize..3).prop_map(
            move |(score, size, interval, waited)| Task {
                score,
                size,
                interval,
                due: interval.saturating_sub(waited + 1),
            },
        );
        (prop::collection::vec(task, 1..5), prop::collection::vec(0_usize..12, cycle))
    })
}

#[test]
fn the_bound_holds_where_days_do_not_divide_well() {
    // Twelve days in all would cover all three, but three and nine cannot hold five, five and two.
    let task = |size| Task { score: 0, size, interval: 1, due: 0 };
    let (tasks, rooms) = ([task(5), task(5), task(2)], [3, 9]);
    let plan = Plan::of(&tasks, &rooms);
    let bound = Bound::of(&tasks, &rooms, &plan);
    assert_eq!((plan.covered, plan.further), (2, 1));
    assert!(bound.further >= plan.further, "{bound:?}");
}

/// Every plan there is, tried: the best in the same terms.
fn by_force(tasks: &[Task], rooms: &[usize]) -> (u64, u64) {
    let choices = 1_usize << rooms.len();
    let mut most = (0, 0);
    for mut code in 0..choices.pow(u32::try_from(tasks.len()).unwrap()) {
        let mut years = Vec::new();
        for _ in tasks {
            let mask = code % choices;
            code /= choices;
            years.push((0..rooms.len()).filter(|year| mask >> year & 1 == 1).collect::<Vec<usize>>());
        }
        let plan = Plan::worth(tasks, years);
        if allowed(&plan, tasks, rooms) {
            most = most.max((plan.covered, plan.further));
        }
    }
    most
}

fn allowed(plan: &Plan, tasks: &[Task], rooms: &[usize]) -> bool {
    let fits = rooms.iter().enumerate().all(|(year, room)| plan.used(tasks, year) <= *room);
    let apart = tasks
        .iter()
        .zip(&plan.years)
        .all(|(task, own)| own.windows(2).all(|pair| pair[1] - pair[0] >= task.interval));
    fits && apart
}

proptest! {
    #[test]
    fn plans_keep_to_the_days_and_below_the_bound((tasks, rooms) in tasks()) {
        let plan = Plan::of(&tasks, &rooms);
        let bound = Bound::of(&tasks, &rooms, &plan);
        prop_assert!(allowed(&plan, &tasks, &rooms), "{plan:?}");
        let best = by_force(&tasks, &rooms);
        prop_assert!((plan.covered, plan.further) <= best);
        prop_assert!(best.0 <= bound.covered && best.1 <= bound.further, "{best:?} {bound:?}");
        prop_assert_eq!(Plan::of(&tasks, &rooms), plan);
    }

    #[test]
    fn days_for_all_in_every_year_cover_all((tasks, rooms) in tasks()) {
        let all: usize = tasks.iter().map(|task| task.size).sum();
        let rooms = vec![all; rooms.len()];
        let plan = Plan::of(&tasks, &rooms);
        prop_assert_eq!(plan.count(), tasks.len());
        for (task, own) in tasks.iter().zip(&plan.years) {
            prop_assert_eq!(own.first(), Some(&task.due));
            prop_assert_eq!(own.len(), (rooms.len() - task.due).div_ceil(task.interval));
        }
    }

    #[test]
    fn a_greater_cut_never_leaves_more(days in prop::collection::vec(0_u32..9, 3), sizes in prop::collection::vec((1_u32..4, 0_u8..5), 1..8)) {
        let items: Vec<Value> = sizes.iter().enumerate()
            .map(|(index, (days, grade))| item(&format!("u{index}"), &days.to_string(), [*grade; 4], Some(*grade + 1))).collect();
        let found = run(&json!({ "days": days, "items": items, "cuts": [1, 2, 3] })).unwrap().result;
        let mut before = (found["score"]["covered"].as_u64(), found["score"]["further"].as_u64());
        for cut in found["cuts"].as_array().unwrap() {
            let after = (cut["score_covered"].as_u64(), cut["score_further"].as_u64());
            prop_assert!(after <= before);
            before = after;
        }
    }
}
