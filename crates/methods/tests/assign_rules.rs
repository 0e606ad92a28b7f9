//! Each rule of the assignment kept and broken: in the answer, in its reasons, in the check of answers, in what is refused.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test ends where something is wrong")]

use assize_domain::kernel::datum::{Problem, read_json};
use assize_methods::Method;
use assize_methods::assign::check::{Assignment, violations};
use assize_methods::assign::{Answer, AssignmentProblem, Status, solve};
use serde_json::{Value, json};

/// One audit of two days in the week of 2 March 2026 for a leader and an auditor, with three people who may do it.
fn base() -> Value {
    json!({
        "audits": [{
            "id": "A1", "auditee": "C1", "audit_type": "surveillance",
            "window": { "from": "2026-03-02", "to": "2026-03-06" },
            "days": 2, "method": "on_site", "sites": [{ "place": "graz" }],
            "competences": ["isms", "ot"], "languages": ["de"], "team_size": 2,
            "experts_max": 1, "learning_places": 1,
        }],
        "auditors": [
            person("ann", &["leader", "auditor"], &["isms"], 80_000),
            person("bob", &["leader", "auditor"], &["isms", "ot"], 90_000),
            person("cem", &["auditor"], &["ot"], 70_000),
        ],
        "policy": { "weights": { "travel_percent": 100, "fee_percent": 100, "travel_day_cents": 0, "even_cents": 100,
            "faces": "indifferent", "faces_cents": 0, "learning_cents": 0 } },
        "travel": [{ "from": "wien", "to": [{ "place": "graz", "cents": 5_000, "days": 0 }] }],
    })
}

fn person(id: &str, roles: &[&str], areas: &[&str], rate: u32) -> Value {
    let competences: Vec<Value> = areas.iter().map(|area| json!({ "area": area })).collect();
    json!({ "id": id, "roles": roles, "competences": competences, "languages": ["de"], "home": "wien", "day_rate_cents": rate })
}

fn read(value: &Value) -> AssignmentProblem {
    read_json(value).unwrap()
}

fn answer(value: &Value) -> Answer {
    solve(&read(value), &mut || true).unwrap()
}

fn team(answer: &Answer, audit: usize) -> Vec<String> {
    answer.assignments[audit].members.iter().map(|seat| format!("{} {}", seat.auditor, seat.role)).collect()
}

fn reason(answer: &Answer, auditor: &str) -> (String, String) {
    let found = answer.rejected.iter().find(|no| no.auditor.as_str() == auditor);
    found.map(|no| (no.rule.to_owned(), no.reason.to_string())).unwrap_or_default()
}

#[test]
fn the_cheapest_team_that_covers_comes_first_and_its_costs_can_be_redone_by_hand() {
    let answer = answer(&base());
    assert_eq!(answer.status, Status::Optimal);
    assert_eq!(team(&answer, 0), ["ann leader", "cem auditor"]);
    // 2 days x (800 + 700), 2 journeys of 100 each, and for each person one day more than their first at 1.
    assert_eq!(answer.costs.fees, 300_000);
    assert_eq!(answer.costs.travel, 20_000);
    assert_eq!(answer.costs.evenness, 200);
    assert_eq!((answer.objective, answer.bound), (Some(320_200), Some(320_200)));
    let (rule, why) = reason(&answer, "bob");
    assert_eq!(
        (rule.as_str(), why.as_str()),
        ("wish", "could come; the cheapest team with them costs 20000 cents more")
    );
}

type Change = fn(&mut Value);

/// The rule that keeps `cem`, whom the base problem takes, out of the team; and the reason.
#[test]
fn each_rule_bars_and_says_why() {
    let cases: &[(&str, &str, Change)] = &[
        ("role", "may be trainee, not leader, ISO 19011:2018 5.5.4", |p| {
            p["auditors"][2]["roles"] = json!(["trainee"]);
            p["audits"][0]["learning_places"] = json!(0);
        }),
        ("language", "speaks none of the audit's languages (de), ISO 19011:2018 5.5.4", |p| {
            p["auditors"][2]["languages"] = json!(["fr"])
        }),
        ("method", "does not audit by the method on_site, ISO 19011:2018 A.1", |p| {
            p["auditors"][2]["methods"] = json!(["remote"])
        }),
        (
            "impartiality",
            "consulted for this auditee until 2024-03-04, cooling-off 24 months, ISO/IEC 17021-1:2015 5.2: two years after consultancy and internal audits",
            |p| {
                p["auditors"][2]["relations"] = json!([{ "auditee": "C1", "kind": "consulted", "period": { "from": "2023-01-01", "to": "2024-03-04" } }]);
                p["audits"][0]["window"] = json!({ "from": "2026-03-03", "to": "2026-03-04" });
            },
        ),
        (
            "impartiality",
            "employed by this auditee since 2023-01-01, which goes on, ISO/IEC 17021-1:2015 5.2; two years by house policy, as after consultancy",
            |p| {
                p["auditors"][2]["relations"] =
                    json!([{ "auditee": "C1", "kind": "employed", "period": { "from": "2023-01-01" } }]);
            },
        ),
        (
            "rotation",
            "was in the last 2 audits of this auditee in a row, the most that is allowed, house policy 7",
            |p| {
                let members = json!([{ "auditor": "cem", "role": "auditor" }]);
                p["audits"][0]["previous_teams"] = json!([{ "date": "2025-03-01", "members": members }, { "date": "2024-03-01", "members": members }]);
                p["policy"]["rotation"] = json!([{ "audit_types": ["surveillance"], "roles": ["leader", "auditor"], "consecutive_max": 2, "source": "house policy 7" }]);
            },
        ),
        ("availability", "away from 2026-03-01 to 2026-03-31, needed on 2026-03-02", |p| {
            p["auditors"][2]["away"] = json!([{ "from": "2026-03-01", "to": "2026-03-31" }]);
        }),
        ("availability", "not available on these dates, needed on 2026-03-02", |p| {
            p["auditors"][2]["available"] = json!([{ "from": "2026-04-01" }]);
        }),
        ("workload", "would work 11 days, the most is 10", |p| {
            p["auditors"][2]["days_before"] = json!(9);
            p["auditors"][2]["days_max"] = json!(10);
        }),
        ("workload", "would work more than the 1 days that a month may have", |p| {
            p["auditors"][2]["month_days_max"] = json!(1)
        }),
        (
            "competence",
            "no team with them covers every competence and seat on these dates; ISO 19011:2018 5.5.4",
            |p| {
                p["auditors"][2]["competences"] = json!([]);
                p["audits"][0]["competences"] = json!(["isms", "ot", "law"]);
                p["auditors"][0]["competences"] = json!([{ "area": "law" }]);
            },
        ),
    ];
    for (rule, why, change) in cases {
        let mut problem = base();
        change(&mut problem);
        let answer = answer(&problem);
        assert_eq!(answer.status, Status::Optimal, "{rule}");
        assert_eq!(team(&answer, 0).len(), 2);
        assert_eq!(reason(&answer, "cem"), ((*rule).to_owned(), (*why).to_owned()));
    }
}

/// A bar ends to the day: the audit moves past it where the window allows.
#[test]
fn what_bars_for_a_part_of_the_window_moves_the_audit() {
    let cases: &[(&str, Change)] = &[
        (
            "2026-03-05",
            |p| p["auditors"][2]["relations"] = json!([{ "auditee": "C1", "kind": "consulted", "period": { "from": "2023-01-01", "to": "2024-03-04" } }]),
        ),
        ("2026-03-04", |p| p["auditors"][2]["away"] = json!([{ "from": "2026-02-01", "to": "2026-03-03" }])),
        ("2026-03-03", |p| p["policy"]["holidays"] = json!(["2026-03-02"])),
        ("2026-03-03", |p| p["auditors"][2]["competences"] = json!([{ "area": "ot", "from": "2026-03-03" }])),
        ("2026-03-03", |p| {
            p["travel"][0]["to"][0]["days"] = json!(1);
            p["auditors"][2]["away"] = json!([{ "from": "2026-02-27", "to": "2026-02-27" }]);
        }),
        ("2026-03-04", |p| p["audits"][0]["fixed"] = json!({ "start": "2026-03-04", "members": [] })),
    ];
    for (start, change) in cases {
        let mut problem = base();
        change(&mut problem);
        problem["auditors"][1]["roles"] = json!([]);
        let answer = answer(&problem);
        assert_eq!(team(&answer, 0), ["ann leader", "cem auditor"], "{start}");
        assert_eq!(answer.assignments[0].start.to_string(), *start);
    }
}

#[test]
fn safeguards_lift_only_what_the_policy_calls_liftable() {
    let relation = |safeguards: Value| json!([{ "auditee": "C1", "kind": "consulted", "period": { "from": "2025-01-01" }, "safeguards": safeguards }]);
    for (audit_type, safeguards, is_taken) in [
        ("internal", json!("reviewed by another"), true),
        ("internal", Value::Null, false),
        ("surveillance", json!("reviewed"), false),
    ] {
        let mut problem = base();
        problem["audits"][0]["audit_type"] = json!(audit_type);
        problem["auditors"][2]["relations"] = relation(safeguards);
        assert_eq!(team(&answer(&problem), 0).contains(&"cem auditor".to_owned()), is_taken, "{audit_type}");
    }
}

#[test]
fn nobody_is_in_two_audits_at_a_time_and_journeys_count() {
    let mut problem = base();
    let mut second = problem["audits"][0].clone();
    second["id"] = json!("A2");
    problem["audits"].as_array_mut().unwrap().push(second);
    problem["auditors"][1]["roles"] = json!([]);
    let both = answer(&problem);
    assert_eq!(both.status, Status::Optimal);
    assert!(
        both.assignments[0].end < both.assignments[1].start
            || both.assignments[1].end < both.assignments[0].start
    );
    problem["travel"][0]["to"][0]["days"] = json!(1);
    let clash = answer(&problem);
    assert_eq!((clash.status, clash.objective), (Status::Infeasible, None));
    let rules: Vec<&str> = clash.clashes[0].facts.iter().map(|fact| fact.rule).collect();
    assert!(
        clash.clashes[0].is_minimal && rules.contains(&"window") && rules.contains(&"double_booking"),
        "{rules:?}"
    );
    assert_eq!(clash.clashes[0].audits.len(), 2);
}

#[test]
fn learning_places_and_experts_are_used_where_they_pay() {
    let mut problem = base();
    problem["auditors"].as_array_mut().unwrap().push(person("tea", &["trainee"], &["ot"], 10_000));
    assert_eq!(team(&answer(&problem), 0).len(), 2);
    problem["policy"]["weights"]["learning_cents"] = json!(50_000);
    let learning = answer(&problem);
    assert_eq!(team(&learning, 0), ["ann leader", "cem auditor", "tea trainee"]);
    assert_eq!(learning.costs.learning, 0);
    // The trainee covers nothing: without `cem` and `bob` an expert must.
    problem["auditors"][2]["roles"] = json!(["technical_expert"]);
    let expert = answer(&problem);
    assert_eq!(team(&expert, 0), ["ann leader", "bob auditor", "tea trainee"]);
    problem["auditors"][1]["competences"] = json!([{ "area": "isms" }]);
    assert_eq!(
        team(&answer(&problem), 0),
        ["ann leader", "bob auditor", "cem technical_expert", "tea trainee"]
    );
}

#[test]
fn known_faces_come_or_stay_away_as_is_wished() {
    let members = json!([{ "auditor": "ann", "role": "leader" }, { "auditor": "bob", "role": "auditor" }]);
    for (faces, expected) in
        [("continuity", ["ann leader", "bob auditor"]), ("change", ["bob leader", "cem auditor"])]
    {
        let mut problem = base();
        problem["audits"][0]["previous_teams"] = json!([{ "date": "2025-03-01", "members": members }]);
        problem["policy"]["weights"]["faces"] = json!(faces);
        problem["policy"]["weights"]["faces_cents"] = json!(100_000);
        if faces == "change" {
            problem["audits"][0]["previous_teams"][0]["members"] =
                json!([{ "auditor": "ann", "role": "leader" }]);
        }
        assert_eq!(team(&answer(&problem), 0), expected);
    }
}

#[test]
fn what_is_fixed_is_kept_and_a_plan_changes_as_little_as_it_can() {
    let mut problem = base();
    problem["audits"][0]["fixed"] = json!({ "members": [{ "auditor": "bob", "role": "auditor" }] });
    assert_eq!(team(&answer(&problem), 0), ["ann leader", "bob auditor"]);
    problem["audits"][0]["fixed"] = Value::Null;
    // The dearer team and a late day stand in the plan: they stay.
    problem["audits"][0]["current"] = json!({ "start": "2026-03-05",
        "members": [{ "auditor": "bob", "role": "leader" }, { "auditor": "cem", "role": "auditor" }] });
    let kept = answer(&problem);
    assert_eq!(
        (team(&kept, 0), kept.costs.changes, kept.status),
        (vec!["bob leader".into(), "cem auditor".into()], 0, Status::Optimal)
    );
    assert_eq!(kept.assignments[0].start.to_string(), "2026-03-05");
    assert_eq!(reason(&kept, "ann").1, "could come; a team with them needs 2 more changes of the plan");
    // `bob` drops out: one left, one came, and nothing else moves.
    problem["auditors"].as_array_mut().unwrap().remove(1);
    let replanned = answer(&problem);
    assert_eq!(team(&replanned, 0), ["ann leader", "cem auditor"]);
    assert_eq!((replanned.costs.changes, replanned.changes_bound), (2, 2));
    assert_eq!(replanned.assignments[0].start.to_string(), "2026-03-05");
}

#[test]
fn a_clash_names_what_is_needed_for_it_and_what_frees_it() {
    let mut problem = base();
    problem["auditors"][1]["competences"] = json!([{ "area": "isms" }]);
    problem["auditors"][2]["relations"] = json!([{ "auditee": "C1", "kind": "consulted", "period": { "from": "2023-01-01", "to": "2025-02-11" } }]);
    let answer = answer(&problem);
    assert_eq!(answer.status, Status::Infeasible);
    let [clash] = answer.clashes.as_slice() else { panic!("{:?}", answer.clashes) };
    assert!(clash.is_minimal);
    let said: Vec<(&str, String)> =
        clash.facts.iter().map(|fact| (fact.rule, fact.freed_by.to_string())).collect();
    assert!(
        said.contains(&("impartiality", "hold the audit of `C1` after 2027-02-11".to_owned())),
        "{said:?}"
    );
    assert!(
        said.contains(&("competence", "train `ann` or `bob` in `ot` by 2026-03-02".to_owned())),
        "{said:?}"
    );
    assert!(
        clash.facts.iter().all(|fact| fact.rule != "language" && fact.rule != "availability"),
        "{said:?}"
    );
    assert_eq!(answer.unplaced.len(), 1);
}

#[test]
fn the_check_sees_every_broken_rule() {
    let mut value = base();
    value["audits"][0]["fixed"] = json!({ "start": "2026-03-02", "members": [] });
    let right = answer(&value).assignments;
    assert_eq!(violations(&read(&value), &right), vec![]);
    type Spoil = fn(&mut Vec<Assignment>);
    let cases: &[(&str, Change, Spoil)] = &[
        ("audit", |_| (), |a| a.push(a[0].clone())),
        ("dates", |_| (), |a| a[0].end = a[0].start),
        ("window", |p| p["audits"][0]["window"]["to"] = json!("2026-03-02"), |_| ()),
        ("fixed", |p| p["audits"][0]["fixed"]["start"] = json!("2026-03-03"), |_| ()),
        (
            "fixed",
            |p| p["audits"][0]["fixed"]["members"] = json!([{ "auditor": "bob", "role": "auditor" }]),
            |_| (),
        ),
        ("team", |p| p["audits"][0]["team_size"] = json!(3), |_| ()),
        ("team", |_| (), |a| a[0].members[0].role = a[0].members[1].role),
        (
            "team",
            |_| (),
            |a| {
                let twin = a[0].members[0].clone();
                a[0].members.push(twin);
            },
        ),
        ("role", |p| p["auditors"][0]["roles"] = json!(["auditor"]), |_| ()),
        ("language", |p| p["auditors"][0]["languages"] = json!([]), |_| ()),
        ("method", |p| p["auditors"][0]["methods"] = json!(["remote"]), |_| ()),
        (
            "impartiality",
            |p| p["auditors"][0]["relations"] = json!([{ "auditee": "C1", "kind": "financial", "period": { "from": "2020-01-01", "to": "2024-03-02" } }]),
            |_| (),
        ),
        (
            "rotation",
            |p| {
                p["audits"][0]["previous_teams"] =
                    json!([{ "date": "2025-03-01", "members": [{ "auditor": "ann", "role": "leader" }] }]);
                p["policy"]["rotation"] = json!([{ "audit_types": ["surveillance"], "roles": ["leader"], "consecutive_max": 1, "source": "house" }]);
            },
            |_| (),
        ),
        (
            "availability",
            |p| p["auditors"][0]["away"] = json!([{ "from": "2026-03-03", "to": "2026-03-03" }]),
            |_| (),
        ),
        ("availability", |p| p["auditors"][0]["available"] = json!([{ "from": "2026-03-03" }]), |_| ()),
        (
            "competence",
            |p| p["auditors"][2]["competences"] = json!([{ "area": "ot", "to": "2026-03-02" }]),
            |_| (),
        ),
        ("workload", |p| p["auditors"][0]["days_max"] = json!(1), |_| ()),
        ("workload", |p| p["auditors"][0]["month_days_max"] = json!(1), |_| ()),
        (
            "double_booking",
            |p| {
                let mut second = p["audits"][0].clone();
                second["id"] = json!("A2");
                p["audits"].as_array_mut().unwrap().push(second);
            },
            |a| {
                let mut second = a[0].clone();
                second.audit = "A2".parse().unwrap();
                a.push(second);
            },
        ),
    ];
    for (rule, change, spoil) in cases {
        let (mut problem, mut assignments) = (value.clone(), right.clone());
        change(&mut problem);
        spoil(&mut assignments);
        let found = violations(&read(&problem), &assignments);
        assert!(found.iter().any(|violation| violation.rule == *rule), "{rule}: {found:?}");
    }
}

fn refused(value: &Value) -> Vec<Problem> {
    Method::named("assign").unwrap().run(value).unwrap_err()
}

#[test]
fn bad_input_is_refused_at_its_place() {
    let cases: &[(&str, Change)] = &[
        ("/audits", |p| p["audits"] = json!([])),
        ("/auditors", |p| p["auditors"] = json!([])),
        ("/audits", |p| {
            p["audits"] = (0..1_001).map(|_| p["audits"][0].clone()).collect();
            p["auditors"] = (0..1_000).map(|_| p["auditors"][0].clone()).collect();
        }),
        ("/audits/0/window", |p| {
            p["audits"][0]["window"] = json!({ "from": "2026-03-06", "to": "2026-03-02" })
        }),
        ("/audits/0/window", |p| {
            p["audits"][0]["window"] = json!({ "from": "2026-03-07", "to": "2026-03-08" })
        }),
        ("/audits/0/window", |p| {
            p["audits"][0]["window"] = json!({ "from": "2026-01-01", "to": "2028-01-01" })
        }),
        ("/audits/0/window/to", |p| p["audits"][0]["window"] = json!({ "from": "2026-03-02" })),
        ("/audits/0/window/from", |p| p["audits"][0]["window"]["from"] = json!("2026-02-30")),
        ("/audits/0/days", |p| p["audits"][0]["days"] = json!(0)),
        ("/audits/0/days", |p| p["audits"][0]["days"] = json!(-1)),
        ("/audits/0/days", |p| p["audits"][0]["days"] = json!(61)),
        ("/audits/0/team_size", |p| p["audits"][0]["team_size"] = json!(0)),
        ("/audits/0/experts_max", |p| p["audits"][0]["experts_max"] = json!(200)),
        ("/audits/0/sites", |p| p["audits"][0]["sites"] = json!([])),
        ("/audits/0/competences", |p| {
            p["audits"][0]["competences"] = (0..33).map(|n| json!(format!("a{n}"))).collect()
        }),
        ("/audits/0/fixed/start", |p| {
            p["audits"][0]["fixed"] = json!({ "start": "2026-04-01", "members": [] })
        }),
        ("/audits/0/fixed/start", |p| {
            p["audits"][0]["fixed"] = json!({ "start": "2026-03-06", "members": [] })
        }),
        ("/audits/0/fixed/members/0/auditor", |p| {
            p["audits"][0]["fixed"] = json!({ "members": [{ "auditor": "nobody", "role": "leader" }] })
        }),
        (
            "/audits/0/fixed/members",
            |p| p["audits"][0]["fixed"] = json!({ "members": [{ "auditor": "ann", "role": "leader" }, { "auditor": "bob", "role": "leader" }] }),
        ),
        ("/audits/0/previous_teams/0/date", |p| {
            p["audits"][0]["previous_teams"] = json!([{ "date": "2026-03-02", "members": [] }])
        }),
        ("/audits/1/id", |p| {
            let twin = p["audits"][0].clone();
            p["audits"].as_array_mut().unwrap().push(twin);
        }),
        ("/auditors/3/id", |p| {
            let twin = p["auditors"][0].clone();
            p["auditors"].as_array_mut().unwrap().push(twin);
        }),
        ("/auditors/0/roles/0", |p| p["auditors"][0]["roles"] = json!(["guide"])),
        ("/auditors/0/away/0", |p| {
            p["auditors"][0]["away"] = json!([{ "from": "2026-03-06", "to": "2026-03-02" }])
        }),
        ("/auditors/0/day_rate_cents", |p| p["auditors"][0]["day_rate_cents"] = json!(u32::MAX)),
        ("/auditors/0/hobby", |p| p["auditors"][0]["hobby"] = json!("chess")),
        ("/travel", |p| p["travel"] = json!([])),
        ("/travel/0/to/1", |p| {
            let twin = p["travel"][0]["to"][0].clone();
            p["travel"][0]["to"].as_array_mut().unwrap().push(twin);
        }),
        ("/travel/0/to/0/days", |p| p["travel"][0]["to"][0]["days"] = json!(11)),
        ("/policy/weights/even_cents", |p| p["policy"]["weights"]["even_cents"] = json!(u32::MAX)),
        ("/policy/rotation/0/consecutive_max", |p| {
            p["policy"]["rotation"] =
                json!([{ "audit_types": [], "roles": [], "consecutive_max": 0, "source": "house" }])
        }),
        ("/search/steps", |p| {
            p["search"] = json!({ "seed": 1, "steps": u32::MAX, "nodes": 1, "explain": "full" })
        }),
    ];
    for (at, change) in cases {
        let mut problem = base();
        change(&mut problem);
        let problems = refused(&problem);
        assert!(problems.iter().any(|problem| problem.at == *at), "{at}: {problems:?}");
        assert!(problems.iter().all(|problem| !problem.hint.to_string().is_empty()));
    }
}

#[test]
fn every_problem_is_named_and_not_only_the_first() {
    let mut problem = base();
    problem["audits"][0]["days"] = json!(0);
    problem["audits"][0]["team_size"] = json!(99);
    problem["auditors"][1]["roles"] = json!(["observer"]);
    let places: Vec<String> = refused(&problem).into_iter().map(|problem| problem.at).collect();
    assert_eq!(places, ["/audits/0/days", "/audits/0/team_size", "/auditors/1/roles/0"]);
}

#[test]
fn figures_at_the_ends_of_their_ranges_do_no_harm() {
    for window in [
        json!({ "from": "9999-12-20", "to": "9999-12-31" }),
        json!({ "from": "-009999-01-01", "to": "2026-01-01" }),
    ] {
        let mut problem = base();
        problem["audits"][0]["window"] = window;
        assert!(refused(&problem).iter().any(|problem| problem.at.starts_with("/audits/0/window")));
    }
    let mut dear = base();
    dear["policy"]["weights"] = json!({ "travel_percent": 10_000, "fee_percent": 10_000, "travel_day_cents": 100_000_000,
        "even_cents": 100_000_000, "faces": "change", "faces_cents": 100_000_000, "learning_cents": 100_000_000 });
    dear["auditors"][0]["day_rate_cents"] = json!(100_000_000);
    assert_eq!(answer(&dear).status, Status::Optimal);
    dear["audits"][0]["current"] = json!({ "start": "2026-03-05", "members": [] });
    assert_eq!(answer(&dear).costs.changes, 2);
}

#[test]
fn the_method_is_listed_with_its_schema_result_and_sheet() {
    let method = Method::named("assign").unwrap();
    assert_eq!((method.schema)()["properties"]["audits"]["type"], "array");
    let outcome = method.run(&base()).unwrap();
    for key in ["status", "objective", "bound", "assignments", "rejected", "clashes", "unplaced"] {
        assert!(outcome.result.get(key).is_some(), "{key}");
    }
    assert_eq!(outcome.result["status"], "optimal");
    assert_eq!(outcome.result["assignments"][0]["members"][0], json!({ "auditor": "ann", "role": "leader" }));
    assert_eq!(
        outcome.sheet.steps[0].value.to_string(),
        "2026-03-02 to 2026-03-03, 3200.00 without evenness"
    );
    assert_eq!(outcome.sheet.conclusion, "the plan costs 3202.00, and no plan costs less");
}
