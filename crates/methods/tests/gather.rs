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
use assize_domain::programme::{PlannedAudit, Programme};
use assize_methods::Method;
use assize_methods::assign::gather::{Gathered, Records, gather};
use serde_json::{Value, json};

/// The programme of the golden records that is under way.
const PROGRAMME: &str = "01cc6f48-d400-7000-8000-000000c30000";
const LEA: &str = "01a05bfb-7000-7000-8000-000000060000";
const ADA: &str = "01a05bfb-7000-7000-8000-0000000d0000";
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
        today: today.parse().unwrap(),
    };
    gather(&records).map_err(|problems| problems.into_iter().map(|problem| problem.at).collect())
}

fn as_it_is(_line: &mut Value) {}

fn lacking<'g>(gathered: &'g Gathered, what: &str) -> &'g [String] {
    let found = gathered.lacking.iter().find(|lack| lack.what.contains(what));
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
    assert_eq!(people, [LEA, ADA]);
    assert_eq!(lacking(&found, "under way"), [UNDER_WAY]);
    assert_eq!(lacking(&found, "no leader and no auditor").len(), 9);
    assert_eq!(lacking(&found, "daily rates"), [LEA, ADA]);
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
