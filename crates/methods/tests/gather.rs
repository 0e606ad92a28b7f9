//! The problem of a programme gathered from its records: those that the golden journal comes to.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the helpers of a test may fail it"
)]

use assize_domain::audit::Audit;
use assize_domain::auditor::{Person, Relation};
use assize_domain::kernel::datum::{Datum, read_json};
use assize_domain::kernel::time::Period;
use assize_domain::programme::{PlannedAudit, Programme};
use assize_domain::words::TeamRole;
use assize_methods::Method;
use assize_methods::assign::gather::{Gathered, Promise, Records, gather};
use serde_json::{Value, json};

/// The programme of the golden records that is under way.
const PROGRAMME: &str = "01cc6f48-d400-7000-8000-000000c30000";
const LEA: &str = "01a05bfb-7000-7000-8000-000000060000";
const ADA: &str = "01a05bfb-7000-7000-8000-0000000d0000";
const TIM: &str = "01a05bfb-7000-7000-8000-000000120000";
const EVE: &str = "01a05bfb-7000-7000-8000-000000160000";
const UNDER_WAY: &str = "01cc6f48-d400-7000-8000-000000c50000";
const OPEN: [&str; 2] = ["01cc6f48-d400-7000-8000-000000c60000", "01cc6f48-d400-7000-8000-000000c70000"];

fn golden() -> Vec<Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/fixtures/records-v1.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn read<T: Datum>(lines: &[Value], kind: &str) -> Vec<T> {
    let of_kind = lines.iter().filter(|line| line["kind"] == kind);
    of_kind.map(|line| read_json(&line["record"]).unwrap()).collect()
}

/// What is gathered on a day; `change` may alter the records before.
fn gathered(today: &str, change: impl Fn(&mut Value)) -> Result<Gathered, Vec<String>> {
    gathered_beside(today, &[], change)
}

/// The same, beside what people are promised to.
fn gathered_beside(
    today: &str,
    promises: &[Promise],
    change: impl Fn(&mut Value),
) -> Result<Gathered, Vec<String>> {
    let mut lines = golden();
    lines.iter_mut().for_each(change);
    let programme = read::<Programme>(&lines, "programme")
        .into_iter()
        .find(|one| one.id().to_string() == PROGRAMME)
        .unwrap();
    let mut planned = read::<PlannedAudit>(&lines, "planned_audit");
    planned.retain(|planned| *planned.programme() == programme.id());
    let records = Records {
        programme: &programme,
        planned: &planned,
        audits: &read::<Audit>(&lines, "audit"),
        people: &read::<Person>(&lines, "person"),
        relations: &read::<Relation>(&lines, "relation"),
        promises,
        today: today.parse().unwrap(),
    };
    gather(&records).map_err(|problems| problems.into_iter().map(|problem| problem.at).collect())
}

fn as_it_is(_line: &mut Value) {}

fn lacking<'g>(gathered: &'g Gathered, what: &str) -> &'g [String] {
    let found = gathered.lacking.iter().find(|lack| lack.what.to_string().contains(what));
    &found.unwrap_or_else(|| panic!("{what}: {:#?}", gathered.lacking)).of
}

#[test]
fn what_stands_in_the_records_is_the_problem_and_it_is_solved() {
    let mut found = gathered("2026-09-07", as_it_is).unwrap();
    let audits: Vec<&str> = found.problem.audits.iter().map(|audit| audit.id.as_str()).collect();
    assert_eq!(audits, OPEN);
    let first = &found.problem.audits[0];
    assert_eq!((first.days, first.team_size), (5, 2), "ten auditor days");
    assert_eq!(first.window.from.to_string(), "2026-09-07", "not before today");
    let people: Vec<&str> = found.problem.auditors.iter().map(|auditor| auditor.id.as_str()).collect();
    assert_eq!(people, [LEA, ADA, TIM]);
    assert_eq!(lacking(&found, "under way"), [UNDER_WAY]);
    assert_eq!(lacking(&found, "the criteria of no role").len(), 8);
    assert_eq!(lacking(&found, "daily rates"), [LEA, ADA], "Tim's is in the register");
    let problem = found.with(&json!({}));
    let outcome = Method::named("assign").unwrap().run(&problem).unwrap();
    assert_eq!(outcome.result["status"], "optimal", "{:#}", outcome.result);
    for assignment in outcome.result["assignments"].as_array().unwrap() {
        assert_eq!(assignment["members"][0], json!({ "auditor": LEA, "role": "leader" }));
        assert!(found.names.contains_key(assignment["audit"].as_str().unwrap()));
    }
}

#[test]
fn what_is_given_besides_is_laid_over_what_was_gathered() {
    let mut found = gathered("2026-08-31", as_it_is).unwrap();
    let given = json!({ "audits": [{ "id": OPEN[0], "days": 2, "team_size": 1 }], "policy": { "rotation": [] },
        "auditors": [{ "id": LEA, "day_rate_cents": 90_000 }, { "id": ADA, "day_rate_cents": 70_000 }] });
    let problem = found.with(&given);
    assert_eq!((&problem["audits"][0]["days"], &problem["audits"][1]["days"]), (&json!(2), &json!(5)));
    assert!(
        problem["policy"]["bars"].as_array().is_some_and(|bars| !bars.is_empty()),
        "the policy's own stay"
    );
    let still: Vec<&str> = found.lacking.iter().map(|lack| lack.field).collect();
    assert!(!still.contains(&"day_rate_cents") && !still.contains(&"rotation"), "{still:?}");
    assert_eq!(lacking(&found, "share the auditor days"), [OPEN[1]]);
}

#[test]
fn credentials_count_for_as_long_as_they_hold() {
    let lapsing = |line: &mut Value| {
        if line["id"] == ADA {
            line["record"]["credentials"][0]["period"]["to"] = json!("2026-09-30");
        }
    };
    let found = gathered("2026-09-01", lapsing).unwrap();
    let ada = found.problem.auditors.iter().find(|auditor| auditor.id.as_str() == ADA).unwrap();
    let until = |area: &str| {
        let found = ada.competences.iter().find(|competence| competence.area.as_str() == area).unwrap();
        found.to.map(|to| to.to_string())
    };
    assert_eq!((until("audit"), until("isms")), (Some("2026-09-30".to_owned()), None));
}

/// A place in the team of another audit.
fn promise(audit: &str, person: &str, role: TeamRole, on: &[&str]) -> Promise {
    Promise {
        audit: audit.parse().unwrap(),
        window: Period { from: "2026-09-20".parse().unwrap(), to: Some("2026-10-10".parse().unwrap()) },
        days_planned: "7.5".parse().unwrap(),
        person: person.parse().unwrap(),
        role,
        on: on.iter().map(|day| day.parse().unwrap()).collect(),
    }
}

#[test]
fn days_promised_to_other_audits_are_kept_free_or_counted() {
    let other = "01cc6f48-d400-7000-8000-0000000fff01";
    let later = |promise: Promise| Promise {
        window: Period { from: "2027-02-01".parse().unwrap(), to: None },
        ..promise
    };
    let promises = [
        promise(other, LEA, TeamRole::Leader, &["2026-09-22", "2026-09-23"]),
        promise(other, ADA, TeamRole::Auditor, &[]),
        // What is staffed here, what comes later, and who only looks on, count for nothing.
        promise(OPEN[0], ADA, TeamRole::Auditor, &["2026-09-24"]),
        later(promise("01cc6f48-d400-7000-8000-0000000fff02", ADA, TeamRole::Auditor, &[])),
        promise("01cc6f48-d400-7000-8000-0000000fff03", ADA, TeamRole::Observer, &["2026-09-25"]),
    ];
    let mut found = gathered_beside("2026-09-01", &promises, as_it_is).unwrap();
    let of =
        |id: &str| found.problem.auditors.iter().find(|auditor| auditor.id.as_str() == id).unwrap().clone();
    let (lea, ada) = (of(LEA), of(ADA));
    let away: Vec<String> = lea.away.iter().map(|period| period.from.to_string()).collect();
    assert_eq!((away, lea.days_before), (vec!["2026-09-22".to_owned(), "2026-09-23".to_owned()], Some(2)));
    // Eight begun days, shared by two.
    assert_eq!((ada.away.len(), ada.days_before), (0, Some(4)));
    assert_eq!(lacking(&found, "in the plans of other audits"), [LEA]);
    assert_eq!(lacking(&found, "that have no plan"), [ADA]);
    let outcome = Method::named("assign").unwrap().run(&found.with(&json!({}))).unwrap();
    for assignment in outcome.result["assignments"].as_array().unwrap() {
        let (start, end) = (assignment["start"].as_str().unwrap(), assignment["end"].as_str().unwrap());
        assert!(end < "2026-09-22" || start > "2026-09-23", "{assignment:#}");
    }
}

#[test]
fn experts_come_where_their_area_is_asked_for_and_learners_where_there_are_any() {
    let asks = |line: &mut Value| {
        if line["kind"] == "programme" && line["id"] == PROGRAMME {
            let criteria = line["record"]["policy"]["competence"].as_array_mut().unwrap();
            criteria
                .push(json!({ "role": "auditor", "area": "cloud", "by": "qualification", "amount_min": 1 }));
        }
    };
    let found = gathered("2026-09-01", asks).unwrap();
    let roles = |found: &Gathered, id: &str| {
        let auditor = found.problem.auditors.iter().find(|auditor| auditor.id.as_str() == id);
        auditor.map(|auditor| auditor.roles.clone()).unwrap_or_default()
    };
    assert_eq!(roles(&found, EVE), [TeamRole::TechnicalExpert]);
    assert_eq!(found.problem.audits[0].experts_max, Some(1));
    assert_eq!(roles(&found, TIM), [TeamRole::Trainee]);
    assert!(found.problem.audits.iter().all(|audit| audit.learning_places == Some(1)));
    let weights = found.problem.policy.as_ref().unwrap().weights.clone().unwrap();
    assert!(weights.learning_cents > 0);

    // Where nothing calls for an expert, and nobody learns, there are no such places.
    let untrained = |line: &mut Value| {
        if line["id"] == TIM {
            line["record"]["credentials"] = json!([]);
        }
    };
    let found = gathered("2026-09-01", untrained).unwrap();
    assert_eq!((roles(&found, EVE), roles(&found, TIM)), (vec![], vec![]));
    assert!(
        found
            .problem
            .audits
            .iter()
            .all(|audit| audit.learning_places == Some(0) && audit.experts_max == Some(0))
    );
    assert_eq!(found.problem.policy.as_ref().unwrap().weights, None);
}

#[test]
fn rates_homes_and_rotation_come_from_the_records() {
    let known = |line: &mut Value| {
        if line["id"] == LEA {
            line["record"]["home"] = json!("vienna");
            line["record"]["day_rate_cents"] = json!(90_000);
        }
        if line["kind"] == "programme" && line["id"] == PROGRAMME {
            line["record"]["policy"]["rotation"] = json!([{ "audit_types": ["internal"], "roles": ["leader"],
                "consecutive_max": 3, "source": "House policy 7" }]);
        }
    };
    let mut found = gathered("2026-09-01", known).unwrap();
    assert_eq!(found.problem.policy.as_ref().unwrap().rotation.len(), 1);
    assert!(!lacking(&found, "daily rates").contains(&LEA.to_owned()));
    assert!(found.lacking.iter().all(|lack| lack.field != "rotation"));
    // A home counts where there are journeys, which no record has.
    let home = |problem: &Value| {
        let auditors = problem["auditors"].as_array().unwrap();
        auditors.iter().find(|auditor| auditor["id"] == LEA).unwrap()["home"].clone()
    };
    assert_eq!(home(&found.with(&json!({}))), "anywhere");
    let travel = json!({ "travel": [{ "from": "vienna", "to": [{ "place": "anywhere", "cents": 5000, "days": 0 }] }] });
    let problem = found.with(&travel);
    assert_eq!(
        (home(&problem), problem["auditors"][0]["day_rate_cents"].clone()),
        (json!("vienna"), json!(90_000))
    );
    assert!(lacking(&found, "where people live").contains(&ADA.to_owned()));
    let outcome = Method::named("assign").unwrap().run(&problem).unwrap();
    assert!(
        outcome.result["costs"].to_string().contains("5000")
            || outcome.result["objective"].as_u64() > Some(0)
    );
}

#[test]
fn a_programme_that_has_nothing_or_nobody_left_says_so() {
    assert_eq!(gathered("2026-11-01", as_it_is).unwrap_err(), ["/programme"]);
    let nobody = |line: &mut Value| {
        if line["kind"] == "person" {
            line["record"]["credentials"] = json!([]);
        }
    };
    assert_eq!(gathered("2026-09-01", nobody).unwrap_err(), ["/programme"]);
}
