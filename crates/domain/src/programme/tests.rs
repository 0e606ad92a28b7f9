//! The law of a programme: for each rule something that is done and something that is refused.

use serde_json::{Value, json};

use super::indicators::indicators;
use super::{PROGRAMME_MANAGER, PROGRAMME_STATE, Programme, ProgrammeState, compose, planned, review};
use crate::audit::Audit;
use crate::kernel::datum::Datum;
use crate::kernel::id::PersonId;
use crate::kernel::refusal::{Rule, Stop};
use crate::policy::POLICY_SOUND;
use crate::registry::{Command, Event};
use crate::testing::carry::Carried;
use crate::testing::{Bench, CRITERIA, date, refused_at, refused_by, t};

fn give(bench: &mut Bench, person: PersonId, name: &str, body: &Value) -> Result<Vec<Event>, Stop> {
    let command = Command::read(name, body).unwrap_or_else(|| panic!("no `{name}`"));
    bench.act(person, command.unwrap_or_else(|problems| panic!("`{name}`: {problems:#?}")))
}

#[track_caller]
fn done(bench: &mut Bench, person: PersonId, name: &str, body: &Value) -> String {
    let events = give(bench, person, name, body).unwrap_or_else(|stop| panic!("`{name}`: {stop:#?}"));
    events.first().unwrap().subject().id.to_string()
}

fn with(mut body: Value, at: &str, value: Value) -> Value {
    *body.pointer_mut(at).unwrap_or_else(|| panic!("no {at}")) = value;
    body
}

/// What the standing programme says, as a draft would.
fn text(bench: &Bench) -> Value {
    let programme = bench.get::<Programme>(bench.cast.programme);
    json!({ "title": "Another", "period": programme.period.to_json(), "objectives": programme.objectives.to_json(),
        "extent": programme.extent.to_json(), "risks": programme.risks.to_json(), "roles": programme.roles.to_json(),
        "days": "40", "shortfall": null, "resources": null, "policy": programme.policy.to_json() })
}

fn drafted(bench: &mut Bench) -> String {
    let manager = bench.cast.manager;
    let draft =
        json!({ "title": "Another", "period": { "from": "2026-09-01", "to": "2027-08-31" }, "days": "40" });
    done(bench, manager, "programme.draft", &draft)
}

fn outline(bench: &Bench) -> Value {
    json!({ "title": "Audit of IT", "audit_type": "internal", "criteria": [CRITERIA], "methods": ["remote"], "days": "5",
        "part": { "auditee": bench.cast.auditee.to_string(), "units": ["it"], "sites": [], "processes": [] },
        "window": { "from": "2026-10-01", "to": "2026-10-31" },
        "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } })
}

#[test]
fn a_programme_goes_from_draft_to_closed() {
    let mut bench = Bench::standing();
    let cast = bench.cast;
    let programme = drafted(&mut bench);
    let this = json!({ "programme": programme });
    let Err(Stop::Refused(refusals)) = give(&mut bench, cast.approver, "programme.establish", &this) else {
        panic!()
    };
    assert!(
        refusals.iter().filter(|refusal| refusal.rule == &compose::PROGRAMME_COMPLETE).count() >= 5,
        "{refusals:#?}"
    );
    let edit = json!({ "programme": programme, "text": text(&bench) });
    done(&mut bench, cast.manager, "programme.edit", &edit);
    let outline = outline(&bench);
    let plan = json!({ "programme": programme, "outline": outline });
    let reasoned = json!({ "programme": programme, "outline": plan["outline"], "reason": "why not" });
    refused_at(
        give(&mut bench, cast.manager, "planned_audit.plan", &reasoned),
        &planned::PLANNED_REASON,
        "/reason",
    );
    let planned_id = done(&mut bench, cast.manager, "planned_audit.plan", &plan);
    refused_by(give(&mut bench, cast.manager, "programme.establish", &this), &compose::PROGRAMME_APPROVER);
    refused_by(give(&mut bench, cast.manager, "programme.begin", &this), &PROGRAMME_STATE);
    done(&mut bench, cast.approver, "programme.establish", &this);
    refused_by(give(&mut bench, cast.manager, "programme.edit", &edit), &PROGRAMME_STATE);
    refused_by(give(&mut bench, cast.stranger, "programme.begin", &this), &PROGRAMME_MANAGER);
    done(&mut bench, cast.manager, "programme.begin", &this);

    let mut revise = edit;
    revise["what"] = json!("More days");
    revise["reason"] = json!("A new site");
    done(&mut bench, cast.manager, "programme.revise", &revise);
    refused_at(
        give(&mut bench, cast.manager, "planned_audit.plan", &plan),
        &planned::PLANNED_REASON,
        "/reason",
    );
    done(&mut bench, cast.manager, "planned_audit.plan", &reasoned);
    let record = bench.get::<Programme>(programme.parse().unwrap());
    assert_eq!(record.revisions.iter().map(|revision| revision.number).collect::<Vec<_>>(), [1, 2]);

    refused_by(give(&mut bench, cast.manager, "programme.close", &this), &compose::PROGRAMME_OPEN);
    let review = json!({ "programme": programme, "key": "r1", "conclusions": "It works", "lessons": "Plan earlier",
        "actions": [{ "key": "a1", "text": "Plan in spring", "owner": cast.leader.to_string(), "due": "2026-12-01" }] });
    done(&mut bench, cast.manager, "programme.review", &review);
    refused_at(
        give(&mut bench, cast.manager, "programme.review", &with(review.clone(), "/actions", json!([]))),
        &review::REVIEW_KEYS,
        "/key",
    );
    refused_at(
        give(&mut bench, cast.manager, "programme.review", &with(review, "/key", json!("r2"))),
        &review::REVIEW_KEYS,
        "/actions/0/key",
    );
    let finish = json!({ "programme": programme, "action": "a1", "result": "Done in spring" });
    refused_by(give(&mut bench, cast.stranger, "programme.finish_action", &finish), &PROGRAMME_MANAGER);
    done(&mut bench, cast.leader, "programme.finish_action", &finish);
    refused_at(
        give(&mut bench, cast.manager, "programme.finish_action", &finish),
        &review::ACTION_OPEN,
        "/action",
    );
    let withdraw = json!({ "planned": planned_id, "reason": "No longer needed" });
    done(&mut bench, cast.manager, "planned_audit.withdraw", &withdraw);
    refused_at(
        give(&mut bench, cast.manager, "planned_audit.withdraw", &withdraw),
        &planned::PLANNED_OPENED,
        "/planned",
    );
    refused_by(give(&mut bench, cast.manager, "programme.close", &this), &compose::PROGRAMME_OPEN);
    let rest: Vec<String> = bench
        .world
        .list::<super::PlannedAudit>(
            "programme",
            programme.parse::<crate::kernel::id::ProgrammeId>().unwrap(),
        )
        .unwrap()
        .iter()
        .filter(|planned| planned.state == super::PlannedState::Planned)
        .map(|planned| planned.id.to_string())
        .collect();
    for planned in rest {
        done(
            &mut bench,
            cast.manager,
            "planned_audit.withdraw",
            &json!({ "planned": planned, "reason": "No longer needed" }),
        );
    }
    done(&mut bench, cast.manager, "programme.close", &this);
    let record = bench.get::<Programme>(programme.parse().unwrap());
    assert!(matches!(record.state, ProgrammeState::Closed { .. }));
}

#[test]
fn what_a_programme_says_is_looked_at() {
    let mut bench = Bench::standing();
    let manager = bench.cast.manager;
    let programme = drafted(&mut bench);
    let good = json!({ "programme": programme, "text": text(&bench) });
    let twin = json!([good["text"]["objectives"][0], good["text"]["objectives"][0]]);
    let role = json!([good["text"]["roles"][0], good["text"]["roles"][0]]);
    let cases: [(&str, Value, &'static Rule, &str); 9] = [
        ("/text/period/to", json!("2020-01-01"), &compose::PROGRAMME_PERIOD, "/text/period"),
        ("/text/period/to", Value::Null, &compose::PROGRAMME_PERIOD, "/text/period"),
        ("/text/objectives", twin, &compose::PROGRAMME_KEYS, "/text/objectives"),
        ("/text/extent/criteria", json!([]), &compose::PROGRAMME_EXTENT, "/text/extent/criteria"),
        ("/text/extent/auditees", json!([]), &compose::PROGRAMME_EXTENT, "/text/extent/auditees"),
        (
            "/text/extent/auditees/0/units",
            json!(["sales"]),
            &compose::PROGRAMME_EXTENT,
            "/text/extent/auditees/0/units/0",
        ),
        ("/text/risks/0/likelihood", json!(6), &compose::PROGRAMME_RISK, "/text/risks/0"),
        ("/text/roles", role, &compose::PROGRAMME_ROLES, "/text/roles/1"),
        ("/text/policy/report_due_days", json!(0), &POLICY_SOUND, "/text/policy/report_due_days"),
    ];
    for (at, value, rule, place) in cases {
        refused_at(give(&mut bench, manager, "programme.edit", &with(good.clone(), at, value)), rule, place);
    }
    done(&mut bench, manager, "programme.edit", &good);
    let backwards =
        json!({ "title": "x", "period": { "from": "2026-09-01", "to": "2026-08-31" }, "days": "40" });
    refused_at(
        give(&mut bench, manager, "programme.draft", &backwards),
        &compose::PROGRAMME_PERIOD,
        "/period",
    );
}

#[test]
fn fewer_days_than_planned_are_explained() {
    let mut bench = Bench::standing();
    let cast = bench.cast;
    let programme = drafted(&mut bench);
    let mut short = json!({ "programme": programme, "text": with(text(&bench), "/days", json!("4")) });
    done(&mut bench, cast.manager, "programme.edit", &short);
    let plan = json!({ "programme": programme, "outline": outline(&bench) });
    done(&mut bench, cast.manager, "planned_audit.plan", &plan);
    let this = json!({ "programme": programme });
    refused_by(give(&mut bench, cast.approver, "programme.establish", &this), &compose::PROGRAMME_DAYS);
    short["text"]["shortfall"] = json!("The rest is done remotely by a partner");
    done(&mut bench, cast.manager, "programme.edit", &short);
    done(&mut bench, cast.approver, "programme.establish", &this);
}

#[test]
fn an_audit_is_planned_within_its_programme() {
    let mut bench = Bench::standing();
    let manager = bench.cast.manager;
    let good = json!({ "programme": bench.cast.programme.to_string(), "outline": outline(&bench), "reason": "A new product" });
    let cases: [(&str, Value, &'static Rule, &str); 7] = [
        ("/outline/window/to", json!("2027-10-31"), &planned::PLANNED_WINDOW, "/outline/window"),
        ("/outline/window/to", Value::Null, &planned::PLANNED_WINDOW, "/outline/window"),
        ("/outline/days", json!("0"), &planned::PLANNED_DAYS, "/outline/days"),
        ("/outline/methods", json!([]), &planned::PLANNED_METHODS, "/outline/methods"),
        ("/outline/criteria/0", json!("ISO 9001:2015"), &planned::PLANNED_EXTENT, "/outline/criteria/0"),
        ("/outline/audit_type", json!("stage_2"), &planned::PLANNED_TYPE, "/outline/audit_type"),
        ("/outline/part/units", json!(["sales"]), &compose::PROGRAMME_EXTENT, "/outline/part/units/0"),
    ];
    for (at, value, rule, place) in cases {
        refused_at(
            give(&mut bench, manager, "planned_audit.plan", &with(good.clone(), at, value)),
            rule,
            place,
        );
    }
    bench.change::<Programme>(bench.cast.programme, |programme| {
        programme.extent.as_mut().unwrap().auditees[0].sites = vec![t("hq")];
    });
    for sites in [json!(["cloud"]), json!([])] {
        refused_at(
            give(
                &mut bench,
                manager,
                "planned_audit.plan",
                &with(good.clone(), "/outline/part/sites", sites),
            ),
            &planned::PLANNED_EXTENT,
            "/outline/part/sites",
        );
    }
    let at_hq = with(good.clone(), "/outline/part/sites", json!(["hq"]));
    done(&mut bench, manager, "planned_audit.plan", &at_hq);
    bench.change::<Programme>(bench.cast.programme, |programme| {
        programme.extent.as_mut().unwrap().auditees[0].sites = vec![];
    });
    let planned = done(&mut bench, manager, "planned_audit.plan", &good);
    let change = json!({ "planned": planned, "outline": with(outline(&bench), "/days", json!("6")), "reason": "More to see" });
    done(&mut bench, manager, "planned_audit.change", &change);
    done(&mut bench, manager, "audit.open", &json!({ "planned": planned }));
    refused_at(
        give(&mut bench, manager, "planned_audit.change", &change),
        &planned::PLANNED_OPENED,
        "/planned",
    );
}

#[test]
fn indicators_are_computed_from_the_records() {
    let (mut carried, finding) = Carried::reporting("major");
    let cast = carried.bench.cast;
    let of =
        |carried: &Carried, on: &str| indicators(&carried.bench.world, cast.programme, date(on)).unwrap();
    let now = of(&carried, "2026-09-02");
    assert_eq!((now.audits_planned, now.audits_held, now.held_on_time, now.audits_late), (1, 1, 1, 0));
    assert_eq!((now.nonconformities, now.closed, now.overdue, now.reports_due), (1, 0, 0, 0));
    // The audit's own scope is the unit `it` alone; what was planned is the whole auditee.
    let cells: Vec<_> = now.coverage.iter().map(|cell| (cell.planned.len(), cell.held.len())).collect();
    assert_eq!(cells, [(1, 1), (1, 0)]);
    let later = of(&carried, "2027-09-02");
    assert_eq!((later.overdue, later.reports_due, later.reports_in_time), (1, 1, 0));
    carried.bench.change::<Audit>(carried.audit, |audit| {
        let stamp = audit.feasibility.as_ref().unwrap().stamp.clone();
        audit.feedback.push(crate::audit::Feedback {
            from: cast.contact,
            mark: 4,
            text: None,
            stamp: stamp.clone(),
        });
        audit.feedback.push(crate::audit::Feedback { from: cast.client, mark: 5, text: None, stamp });
    });
    let marked = of(&carried, "2026-09-02");
    assert_eq!((marked.feedback_count, marked.feedback_hundredths), (2, Some(450)));
    let _ = finding;
}
