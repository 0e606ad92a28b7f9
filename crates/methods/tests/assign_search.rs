//! The search against what it must be: as good as trying everything on small problems, bounded and repeatable on larger ones.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test ends where something is wrong")]

#[path = "../benches/programme/mod.rs"]
mod programme;

use assize_domain::kernel::datum::read_json;
use assize_domain::kernel::time::Date;
use assize_domain::words::TeamRole;
use assize_methods::assign::check::{Assignment, costs, violations};
use assize_methods::assign::problem::Seat;
use assize_methods::assign::{AssignmentProblem, Status, solve};
use programme::Size;
use proptest::prelude::*;
use serde_json::{Value, json};

fn solved(value: &Value) -> assize_methods::assign::Answer {
    let problem: AssignmentProblem = read_json(value).unwrap();
    let answer = solve(&problem, &mut || true).unwrap();
    assert_eq!(violations(&problem, &answer.assignments), vec![]);
    answer
}

/// Every way to staff and date one audit by itself.
fn ways(problem: &AssignmentProblem, audit: usize) -> Vec<Assignment> {
    let planned = &problem.audits[audit];
    let mut teams: Vec<Vec<Seat>> = vec![vec![]];
    for auditor in &problem.auditors {
        let with = teams.iter().flat_map(|team| {
            auditor.roles.iter().map(move |role| {
                let mut team = team.clone();
                team.push(Seat { auditor: auditor.id.clone(), role: *role });
                team
            })
        });
        teams = with.chain(teams.iter().cloned()).collect();
    }
    let days = |from: Date, to: Date| (0..).map(move |n| from.plus_days(n)).take_while(move |day| *day <= to);
    let mut ways = Vec::new();
    for start in days(planned.window.from, planned.window.to.unwrap()) {
        for end in days(start, planned.window.to.unwrap()) {
            let dated = teams.iter().map(|members| Assignment {
                audit: planned.id.clone(),
                start,
                end,
                members: members.clone(),
            });
            let is_right = |way: &Assignment| violations(problem, std::slice::from_ref(way)).is_empty();
            let mut dated = dated.peekable();
            let dates_fit = dated.peek().is_some_and(|way| {
                violations(problem, std::slice::from_ref(way)).iter().all(|v| v.rule != "dates")
            });
            if dates_fit {
                ways.extend(dated.filter(is_right));
            }
        }
    }
    ways
}

/// The least changes and cents of all plans, by trying all.
fn least(problem: &AssignmentProblem) -> Option<(i64, i64)> {
    let ways: Vec<Vec<Assignment>> = (0..problem.audits.len()).map(|audit| ways(problem, audit)).collect();
    let mut best = None;
    try_all(problem, &ways, &mut Vec::new(), &mut best);
    best
}

fn try_all(
    problem: &AssignmentProblem,
    ways: &[Vec<Assignment>],
    plan: &mut Vec<Assignment>,
    best: &mut Option<(i64, i64)>,
) {
    let costs = costs(problem, plan);
    let rank = (costs.changes, costs.sum());
    if best.is_some_and(|best| best <= rank) || !violations(problem, plan).is_empty() {
        return;
    }
    let Some((first, rest)) = ways.split_first() else {
        *best = Some(rank);
        return;
    };
    for way in first {
        plan.push(way.clone());
        try_all(problem, rest, plan, best);
        plan.pop();
    }
}

/// A small problem in which every rule has something to say, out of thirty or so small numbers.
fn small(n: &[usize]) -> Value {
    let mut at = 0;
    let mut of = |below: usize| {
        at += 1;
        n[at % n.len()].wrapping_add(at / n.len() * 7) % below
    };
    let areas = ["isms", "ot"];
    let audits: Vec<Value> = (0..3)
        .map(|nth| {
            let from = 2 + of(4);
            let previous = json!([{ "date": "2025-03-01", "members": [{ "auditor": format!("p{}", of(4)), "role": "leader" }] }]);
            let current = json!({ "start": "2026-03-04", "members": [{ "auditor": format!("p{}", of(5)), "role": "leader" }] });
            json!({
                "id": format!("a{nth}"), "auditee": format!("c{}", of(2)),
                "audit_type": (["surveillance", "internal"][of(2)]),
                "window": { "from": format!("2026-03-{from:02}"), "to": format!("2026-03-{:02}", from + 3 + of(3)) },
                "days": 1 + of(2), "method": (["on_site", "remote"][usize::from(of(4) == 0)]), "sites": [{ "place": (["x", "y"][of(2)]) }],
                "competences": &areas[..of(3)], "languages": if of(3) == 0 { json!(["de"]) } else { json!([]) },
                "team_size": 1 + of(2), "experts_max": of(2), "learning_places": of(2),
                "previous_teams": if of(2) == 0 { previous } else { json!([]) },
                "current": if n[0].is_multiple_of(3) && of(2) == 0 { current } else { Value::Null },
                "fixed": if of(8) == 0 { json!({ "members": [{ "auditor": format!("p{}", of(4)), "role": "leader" }] }) } else { Value::Null },
            })
        })
        .collect();
    let auditors: Vec<Value> = (0..4)
        .map(|nth| {
            let roles: &[&str] = [&["leader", "auditor"][..], &["leader", "auditor"], &["auditor", "technical_expert"], &["trainee", "leader"]][(nth + of(2)) % 4];
            let kind = ["consulted", "employed"][of(2)];
            let to = ["2024-03-04", "2024-03-05", "2023-01-01"][of(3)];
            json!({
                "id": format!("p{nth}"), "roles": roles,
                "competences": [{ "area": areas[of(2)] }, { "area": "ot", "to": format!("2026-03-{:02}", 2 + of(9)) }],
                "languages": if of(2) == 0 { json!(["de"]) } else { json!(["fr"]) },
                "away": if of(3) == 0 { json!([{ "from": "2026-03-04", "to": "2026-03-04" }]) } else { json!([]) },
                "home": (["x", "y"][of(2)]), "day_rate_cents": 100 + 10 * of(9),
                "days_max": if of(3) == 0 { json!(3) } else { Value::Null }, "month_days_max": if of(4) == 0 { json!(3) } else { Value::Null },
                "relations": if of(2) == 0 { json!([{ "auditee": format!("c{}", of(2)), "kind": kind, "period": { "from": "2020-01-01", "to": to } }]) } else { json!([]) },
            })
        })
        .collect();
    json!({
        "audits": audits, "auditors": auditors,
        "policy": {
            "rotation": [{ "audit_types": ["surveillance"], "roles": ["leader"], "consecutive_max": 1, "source": "house" }],
            "weights": { "travel_percent": 100, "fee_percent": 50, "travel_day_cents": 7, "even_cents": 5 * of(9),
                "faces": (["indifferent", "continuity", "change"][of(3)]), "faces_cents": 40, "learning_cents": 150 * of(3) },
        },
        "travel": [{ "from": "x", "to": [{ "place": "y", "cents": 33, "days": of(2) }] }],
    })
}

/// Where trying everything finds a plan, the method finds one that costs as little; where it finds none, the method proves that.
fn is_solved_as_well_as_by_trying_everything(n: &[usize]) -> Result<(), TestCaseError> {
    let value = small(n);
    let problem: AssignmentProblem = read_json(&value).unwrap();
    let answer = match solve(&problem, &mut || true) {
        Ok(answer) => answer,
        Err(problems) => {
            // A window that a weekend leaves too short.
            prop_assert!(
                problems
                    .iter()
                    .all(|problem| problem.at.contains("/window") || problem.at.contains("/fixed")),
                "{:?}",
                problems
            );
            return Ok(());
        }
    };
    match least(&problem) {
        Some(best) => {
            prop_assert_eq!(answer.status, Status::Optimal);
            prop_assert_eq!((answer.costs.changes, answer.costs.sum()), best);
            prop_assert_eq!(answer.bound, answer.objective);
        }
        None => {
            prop_assert_eq!(answer.status, Status::Infeasible);
            let is_explained = answer.clashes.iter().any(|clash| clash.is_minimal && !clash.facts.is_empty());
            prop_assert!(is_explained, "{:?}", answer.clashes);
        }
    }
    let explained = answer.rejected.len();
    let chosen: usize = answer.assignments.iter().map(|assignment| assignment.members.len()).sum();
    prop_assert_eq!(explained + chosen, answer.assignments.len() * problem.auditors.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_problems_are_solved_as_well_as_by_trying_everything(n in prop::collection::vec(0usize..1_000, 40)) {
        is_solved_as_well_as_by_trying_everything(&n)?;
    }
}

/// The only one competent in `isms` has to lead two audits, and covers `ot` as well on the first day of the window alone: the other audit is
/// there on that day, so that this one comes later, with an expert whom it would not have needed before.
#[test]
fn an_expert_comes_along_on_the_days_on_which_a_competence_has_ended() {
    let n = [
        4, 548, 152, 0, 197, 0, 0, 434, 36, 238, 743, 763, 464, 47, 0, 0, 109, 84, 0, 0, 182, 254, 573, 65,
        612, 0, 1, 358, 932, 691, 171, 343, 566, 770, 730, 349, 436, 910, 784, 854,
    ];
    is_solved_as_well_as_by_trying_everything(&n).unwrap();
    assert_eq!(solved(&small(&n)).status, Status::Optimal);
}

#[test]
fn a_dozen_audits_are_solved_to_the_proof_and_the_same_each_time() {
    let value = programme::problem(
        Size { audits: 12, auditors: 8, spread_days: 280, seed: 2 },
        2_000,
        2_000_000,
        "full",
    );
    let answer = solved(&value);
    assert_eq!(answer.status, Status::Optimal);
    assert_eq!(answer.assignments.len(), 12);
    assert_eq!(answer, solved(&value));
}

#[test]
fn the_bound_is_near_and_below_the_plan() {
    let value =
        programme::problem(Size { audits: 40, auditors: 16, spread_days: 280, seed: 3 }, 400, 0, "nothing");
    let answer = solved(&value);
    let (objective, bound) = (answer.objective.unwrap(), answer.bound.unwrap());
    assert!(bound <= objective && answer.gap().unwrap() < 500, "{bound} {objective}");
    assert!(answer.rejected.is_empty());
}

#[test]
fn a_search_cut_short_says_no_more_than_it_knows() {
    let value = programme::problem(
        Size { audits: 12, auditors: 8, spread_days: 280, seed: 2 },
        2_000,
        2_000_000,
        "nothing",
    );
    let problem: AssignmentProblem = read_json(&value).unwrap();
    let answer = solve(&problem, &mut || false).unwrap();
    assert_eq!(answer.status, Status::Feasible);
    assert!(answer.bound.unwrap() <= solved(&value).objective.unwrap());
    assert!(answer.objective.unwrap() >= solved(&value).objective.unwrap());
}

/// Somebody leaves a finished plan: only the audits that they were in change.
#[test]
fn a_drop_out_changes_only_the_audits_that_need_it() {
    let mut value = programme::problem(
        Size { audits: 12, auditors: 8, spread_days: 280, seed: 2 },
        2_000,
        2_000_000,
        "nothing",
    );
    let before = solved(&value);
    let gone = before.assignments[0]
        .members
        .iter()
        .find(|seat| seat.role == TeamRole::Auditor)
        .unwrap()
        .auditor
        .clone();
    for (audit, assignment) in value["audits"].as_array_mut().unwrap().iter_mut().zip(&before.assignments) {
        let members: Vec<Value> = assignment
            .members
            .iter()
            .map(|seat| json!({ "auditor": seat.auditor.as_str(), "role": seat.role.word() }))
            .collect();
        audit["current"] = json!({ "start": assignment.start.to_string(), "members": members });
    }
    assert_eq!(solved(&value).costs.changes, 0);
    value["auditors"].as_array_mut().unwrap().retain(|auditor| auditor["id"] != gone.as_str());
    let after = solved(&value);
    let touched = before
        .assignments
        .iter()
        .filter(|assignment| assignment.members.iter().any(|seat| seat.auditor == gone))
        .count();
    let same = before.assignments.iter().filter(|assignment| after.assignments.contains(assignment)).count();
    assert!(
        after.status == Status::Optimal && after.costs.changes >= touched as i64,
        "{:?} {}",
        after.status,
        after.costs.changes
    );
    assert!(same + 2 * touched >= before.assignments.len(), "{same} the same, {touched} touched");
}
