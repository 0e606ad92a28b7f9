//! The law of an audit, step by step: for each rule something that is done and something that is refused.

use serde_json::{Value, json};

use super::{
    attendance, complete, conclude, conduct, initiate, people, plan, prepare, requests, scope, spot, team,
};
use crate::audit::{Audit, AuditState, Meeting, Plan, PlanState, SpotSignature};
use crate::auditor::Person;
use crate::kernel::id::{MeetingId, PersonId, SpotSignatureId};
use crate::kernel::refusal::{Rule, Stop};
use crate::kernel::zone::ZONE_KNOWN;
use crate::policy::Rotation;
use crate::programme::Programme;
use crate::registry::Event;
use crate::testing::carry::Carried;
use crate::testing::{CRITERIA, id, period, refused_at, refused_by, t};
use crate::words::{AuditType, Recommendation, TeamRole};

mod during;

/// Sets a value at a JSON pointer.
fn with(mut body: Value, at: &str, value: Value) -> Value {
    *body.pointer_mut(at).unwrap_or_else(|| panic!("no {at}")) = value;
    body
}

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static Rule) {
    refused_by(result, rule);
}

#[test]
fn an_audit_is_carried_from_its_opening_to_the_end_of_fieldwork() {
    let (carried, _) = Carried::reporting("minor");
    let audit = carried.audit();
    assert!(matches!(audit.state, AuditState::Reporting { .. }));
    assert_eq!(audit.conclusions.as_ref().map(|drawn| drawn.recommendation), Some(Recommendation::None));
    let plan = carried.bench.get::<Plan>(audit.plan.unwrap());
    assert!(matches!(plan.state, PlanState::Agreed { .. }));
}

#[test]
fn the_manager_of_a_running_programme_opens_what_it_planned_once() {
    let mut carried = Carried::opened();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    refused_at(
        carried.give(cast.manager, "audit.open", json!({ "planned": audit })),
        &initiate::AUDIT_PLANNED,
        "/planned",
    );
    let mut bench = crate::testing::Bench::standing();
    bench.change::<Programme>(cast.programme, |programme| {
        programme.state = crate::programme::ProgrammeState::Draft
    });
    let mut carried = Carried { audit: cast.planned.into(), bench, evidence: None };
    let open = json!({ "planned": carried.audit.to_string() });
    refused_at(carried.give(cast.manager, "audit.open", open.clone()), &initiate::AUDIT_PLANNED, "/planned");
    refused(carried.give(cast.leader, "audit.open", open), &people::AUDIT_MANAGER);
}

#[test]
fn contact_comes_before_feasibility_and_that_before_the_initiation() {
    let mut carried = Carried::opened();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let enough = json!({ "enough": true, "remark": "agreed" });
    let judged = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
    refused(
        carried.give(cast.leader, "audit.judge_feasibility", judged.clone()),
        &initiate::AUDIT_CONTACT_MADE,
    );
    let contact = json!({ "audit": audit, "with": cast.contact.to_string(), "at": "2026-08-31T09:00:00Z", "channel": "mail", "note": "sent" });
    let stranger = with(contact.clone(), "/with", json!(cast.stranger.to_string()));
    refused_at(carried.give(cast.leader, "audit.contact", stranger), &people::AUDIT_CONTACT, "/with");
    let later = with(contact.clone(), "/at", json!("2026-09-02T09:00:00Z"));
    refused_at(carried.give(cast.leader, "audit.contact", later), &initiate::AUDIT_CONTACT_MADE, "/at");
    refused(carried.give(cast.auditor, "audit.contact", contact.clone()), &people::AUDIT_MANAGER);
    carried.done(cast.manager, "audit.contact", contact);

    let initiation = carried.initiation();
    let initiate = json!({ "audit": audit, "initiation": initiation });
    refused(carried.give(cast.leader, "audit.initiate", initiate), &initiate::AUDIT_FEASIBLE);
    let mut alternative = judged.clone();
    alternative["alternative"] = json!("In spring");
    refused_at(
        carried.give(cast.leader, "audit.judge_feasibility", alternative.clone()),
        &initiate::AUDIT_FEASIBLE,
        "/alternative",
    );
    let lacking = json!({ "enough": false, "remark": "nobody is there" });
    let not = with(judged, "/cooperation", lacking.clone());
    refused_at(
        carried.give(cast.leader, "audit.judge_feasibility", not),
        &initiate::AUDIT_FEASIBLE,
        "/alternative",
    );
    carried.done(cast.leader, "audit.judge_feasibility", with(alternative, "/cooperation", lacking));
    assert!(matches!(carried.audit().state, AuditState::NotFeasible { .. }));
}

#[test]
fn an_audit_is_initiated_within_its_programme_and_its_auditee() {
    let mut carried = Carried::initiated();
    let cast = carried.bench.cast;
    let initiation = json!({ "audit": carried.audit.to_string(), "initiation": carried.initiation() });
    refused(carried.give(cast.leader, "audit.initiate", initiation.clone()), &people::AUDIT_STATE);
    carried.bench.change::<Audit>(carried.audit, |audit| audit.state = AuditState::Planned);
    let cases = [
        ("/initiation/objectives", json!([]), &initiate::AUDIT_OBJECTIVES, "/initiation/objectives"),
        ("/initiation/criteria", json!([]), &initiate::AUDIT_CRITERIA, "/initiation/criteria"),
        (
            "/initiation/criteria/0",
            json!("ISO 9001:2015"),
            &initiate::AUDIT_CRITERIA,
            "/initiation/criteria/0",
        ),
        ("/initiation/part/units", json!(["sales"]), &initiate::AUDIT_SCOPE, "/initiation/part/units"),
        ("/initiation/areas", json!(["isms", "isms"]), &team::TEAM_COVERS, "/initiation/areas"),
    ];
    for (at, value, rule, place) in cases {
        refused_at(
            carried.give(cast.leader, "audit.initiate", with(initiation.clone(), at, value)),
            rule,
            place,
        );
    }
    carried.bench.change::<Programme>(cast.programme, |programme| {
        programme.extent.as_mut().unwrap().auditees[0].units = vec![t("it")];
    });
    for units in [json!(["it", "hr"]), json!([])] {
        refused_at(
            carried.give(
                cast.leader,
                "audit.initiate",
                with(initiation.clone(), "/initiation/part/units", units),
            ),
            &initiate::AUDIT_SCOPE,
            "/initiation/part/units",
        );
    }
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Stage2);
    let without = with(initiation.clone(), "/initiation/soa", Value::Null);
    refused_at(
        carried.give(cast.leader, "audit.initiate", without.clone()),
        &initiate::AUDIT_SOA,
        "/initiation/soa",
    );
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Internal);
    carried.done(cast.leader, "audit.initiate", without);
    carried.bench.change::<Audit>(carried.audit, |audit| {
        audit.state = AuditState::Planned;
        audit.team.retain(|member| member.person != cast.leader);
    });
    refused(carried.give(cast.manager, "audit.initiate", initiation), &initiate::AUDIT_HAS_LEADER);
}

#[test]
fn a_team_has_one_leader_and_everybody_in_it_fits_their_role() {
    let mut carried = Carried::opened();
    let cast = carried.bench.cast;
    let appoint = |carried: &Carried, person: crate::kernel::id::PersonId, role: &str| json!({ "audit": carried.audit.to_string(), "person": person.to_string(), "role": role, "safeguards": [] });
    let second = appoint(&carried, cast.expert, "leader");
    refused(carried.give(cast.manager, "audit.appoint", second), &team::TEAM_LEADER);
    let again = appoint(&carried, cast.auditor, "auditor");
    refused_at(carried.give(cast.manager, "audit.appoint", again), &team::TEAM_ONCE, "/person");
    let alone = appoint(&carried, cast.trainee, "trainee");
    refused_at(
        carried.give(cast.leader, "audit.appoint", alone.clone()),
        &team::TEAM_DIRECTED,
        "/directed_by",
    );
    let mut directed = alone;
    directed["directed_by"] = json!(cast.auditor.to_string());
    carried.done(cast.leader, "audit.appoint", directed);
    let unfit = appoint(&carried, cast.observer, "auditor");
    let found = refused_by(carried.give(cast.leader, "audit.appoint", unfit), &team::TEAM_COMPETENCE);
    assert_eq!(found.at, "/person");
    let observer = appoint(&carried, cast.observer, "observer");
    carried.done(cast.leader, "audit.appoint", observer);
    let mut guide = appoint(&carried, cast.contact, "guide");
    guide["directed_by"] = json!(cast.leader.to_string());
    refused_at(carried.give(cast.leader, "audit.appoint", guide), &team::TEAM_DIRECTED, "/directed_by");

    let mut expert = appoint(&carried, cast.expert, "technical_expert");
    expert["directed_by"] = json!(cast.leader.to_string());
    carried.bench.change::<Person>(cast.expert, |person| person.code = None);
    refused_at(carried.give(cast.leader, "audit.appoint", expert.clone()), &team::TEAM_CODE, "/person");
    let accepted =
        crate::auditor::CodeAcceptance { code: t(crate::auditor::code::CODE), at: carried.bench.now };
    carried.bench.change::<Person>(cast.expert, |person| person.code = Some(accepted));
    let declared = carried.bench.get::<Person>(cast.expert).declarations.clone();
    carried.bench.change::<Person>(cast.expert, |person| person.declarations.clear());
    refused_at(
        carried.give(cast.leader, "audit.appoint", expert.clone()),
        &team::TEAM_DECLARATION,
        "/person",
    );
    carried.bench.change::<Person>(cast.expert, |person| person.declarations = declared);
    carried.done(cast.leader, "audit.appoint", expert);
    let member = carried.audit().team.iter().find(|member| member.person == cast.expert).unwrap();
    assert!(member.areas.contains(&t("cloud")));
}

#[test]
fn a_relation_bars_and_only_the_manager_lifts_it_where_the_policy_lets_them() {
    let mut carried = Carried::opened();
    let cast = carried.bench.cast;
    let leave =
        json!({ "audit": carried.audit.to_string(), "person": cast.auditor.to_string(), "reason": "ill" });
    carried.done(cast.leader, "audit.dismiss", leave);
    let relation = json!({ "person": cast.auditor.to_string(), "auditee": cast.auditee.to_string(), "kind": "consulted",
        "period": { "from": "2026-01-01", "to": "2026-03-31" } });
    let relation = carried.done(cast.manager, "relation.declare", relation);
    let mut appoint = json!({ "audit": carried.audit.to_string(), "person": cast.auditor.to_string(), "role": "auditor", "safeguards": [] });
    refused_at(
        carried.give(cast.manager, "audit.appoint", appoint.clone()),
        &team::TEAM_SAFEGUARD,
        "/safeguards",
    );
    appoint["safeguards"] =
        json!([{ "relation": relation, "measure": "Does not audit what was consulted on" }]);
    refused_at(
        carried.give(cast.leader, "audit.appoint", appoint.clone()),
        &team::TEAM_SAFEGUARD,
        "/safeguards",
    );
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Surveillance);
    refused(carried.give(cast.manager, "audit.appoint", appoint.clone()), &team::TEAM_IMPARTIALITY);
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Internal);
    let mut twice = appoint.clone();
    let measure = twice["safeguards"][0].clone();
    twice["safeguards"].as_array_mut().unwrap().push(measure);
    refused(carried.give(cast.manager, "audit.appoint", twice), &team::TEAM_SAFEGUARD);
    carried.done(cast.manager, "audit.appoint", appoint);
    let member = carried.audit().team.iter().find(|member| member.person == cast.auditor).unwrap();
    assert_eq!(member.safeguards.len(), 1);
}

#[test]
fn nobody_comes_to_an_auditee_more_often_in_a_row_than_the_policy_allows() {
    let mut carried = Carried::opened();
    let cast = carried.bench.cast;
    let rotation = Rotation {
        audit_types: vec![AuditType::Internal],
        roles: vec![TeamRole::Leader, TeamRole::Auditor],
        consecutive_max: 2,
        source: t("House policy 7"),
    };
    let opened = carried.audit().clone();
    let put = |carried: &mut Carried, n: u128, day: &str, members: &[(PersonId, TeamRole)]| {
        let mut stamp = carried.bench.stamp(cast.leader);
        stamp.at = t(day);
        let mut audit = opened.clone();
        audit.id = id(n);
        audit.state = AuditState::Completed { completed: stamp };
        for (member, (person, role)) in audit.team.iter_mut().zip(members) {
            (member.person, member.role) = (*person, *role);
        }
        carried.bench.put(audit);
    };
    let leave =
        json!({ "audit": carried.audit.to_string(), "person": cast.auditor.to_string(), "reason": "ill" });
    carried.done(cast.leader, "audit.dismiss", leave.clone());
    put(
        &mut carried,
        901,
        "2024-05-01T09:00:00Z",
        &[(cast.leader, TeamRole::Leader), (cast.auditor, TeamRole::Auditor)],
    );
    put(
        &mut carried,
        902,
        "2025-05-01T09:00:00Z",
        &[(cast.auditor, TeamRole::Leader), (cast.leader, TeamRole::Auditor)],
    );
    let appoint = json!({ "audit": carried.audit.to_string(), "person": cast.auditor.to_string(), "role": "auditor", "safeguards": [] });
    // Without a rule of rotation they may come as often as they like.
    carried.done(cast.manager, "audit.appoint", appoint.clone());
    carried.done(cast.leader, "audit.dismiss", leave);
    carried
        .bench
        .change::<Programme>(cast.programme, |programme| programme.policy.rotation = vec![rotation.clone()]);
    refused_at(carried.give(cast.manager, "audit.appoint", appoint.clone()), &team::TEAM_ROTATION, "/person");
    // An audit without them ends the row.
    put(
        &mut carried,
        903,
        "2026-02-01T09:00:00Z",
        &[(cast.leader, TeamRole::Leader), (cast.stranger, TeamRole::Auditor)],
    );
    carried.done(cast.manager, "audit.appoint", appoint);
}

#[test]
fn nobody_leaves_the_team_with_work_or_with_somebody_under_their_direction() {
    let mut carried = Carried::prepared();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let leave = |person: crate::kernel::id::PersonId| json!({ "audit": audit, "person": person.to_string(), "reason": "ill" });
    refused_at(carried.give(cast.leader, "audit.dismiss", leave(cast.auditor)), &team::TEAM_WORK, "/person");
    refused_at(carried.give(cast.leader, "audit.dismiss", leave(cast.stranger)), &team::TEAM_ONCE, "/person");
    refused_at(
        carried.give(cast.leader, "audit.dismiss", leave(cast.leader)),
        &people::AUDIT_MANAGER,
        "/person",
    );
    let trainee = json!({ "audit": audit, "person": cast.trainee.to_string(), "role": "trainee",
        "directed_by": cast.leader.to_string(), "safeguards": [] });
    carried.done(cast.leader, "audit.appoint", trainee);
    refused_at(
        carried.give(cast.manager, "audit.dismiss", leave(cast.leader)),
        &team::TEAM_DIRECTED,
        "/person",
    );
    carried.done(cast.manager, "audit.dismiss", leave(cast.trainee));
    carried.done(cast.manager, "audit.dismiss", leave(cast.leader));
    assert_eq!(people::leader(carried.audit()), None);
}

#[test]
fn documents_are_reviewed_item_by_item() {
    let mut carried = Carried::ready_to_prepare();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let evidence = carried.evidence.unwrap().to_string();
    let review = json!({ "audit": audit, "outcome": "ready_with_concerns", "summary": "One is missing", "items": [
        { "criteria": CRITERIA, "requirement": "6.1.2", "item": "risk assessment process", "found": "yes", "evidence": [evidence] },
        { "criteria": CRITERIA, "requirement": "9.3.3", "item": "results of management reviews", "found": "no", "evidence": [] },
    ], "concerns": [
        { "requirement": { "criteria": CRITERIA, "id": "9.3.3" }, "document": null, "missing": "No results of a management review",
            "consequence": "The audit asks top management for them" },
        { "requirement": null, "document": evidence, "missing": "The method names no level of acceptance", "consequence": "Looked at with the risk owners" },
    ] });
    let cases = [
        ("/items", json!([]), &prepare::DOCUMENTS_ITEMS, "/items"),
        ("/items/0/criteria", json!("ISO 9001:2015"), &prepare::DOCUMENTS_ITEMS, "/items/0/criteria"),
        ("/items/0/evidence", json!([]), &prepare::DOCUMENTS_ITEMS, "/items/0/evidence"),
        ("/items/1/evidence", json!([evidence]), &prepare::DOCUMENTS_ITEMS, "/items/1/evidence"),
        ("/concerns", json!([]), &prepare::DOCUMENTS_CONCERNS, "/concerns"),
        ("/concerns/0/requirement", Value::Null, &prepare::DOCUMENTS_CONCERNS, "/concerns/0"),
        (
            "/concerns/0/requirement/criteria",
            json!("ISO 9001:2015"),
            &prepare::DOCUMENTS_CONCERNS,
            "/concerns/0/requirement/criteria",
        ),
    ];
    for (at, value, rule, place) in cases {
        refused_at(
            carried.give(cast.leader, "audit.review_documents", with(review.clone(), at, value)),
            rule,
            place,
        );
    }
    let ready = with(review.clone(), "/outcome", json!("ready"));
    refused(carried.give(cast.leader, "audit.review_documents", ready.clone()), &prepare::DOCUMENTS_CONCERNS);
    let ready = with(ready, "/concerns", json!([]));
    refused_at(
        carried.give(cast.leader, "audit.review_documents", ready),
        &prepare::DOCUMENTS_OUTCOME,
        "/outcome",
    );
    let own = carried.audit;
    let document = carried.evidence.unwrap();
    carried.bench.change::<crate::evidence::Evidence>(document, |evidence| evidence.audit = id(999));
    let elsewhere = with(review.clone(), "/items/0/evidence", json!([]));
    let elsewhere = with(elsewhere, "/items/0/found", json!("no"));
    refused_at(
        carried.give(cast.leader, "audit.review_documents", elsewhere),
        &prepare::DOCUMENTS_CONCERNS,
        "/concerns/1/document",
    );
    carried.bench.change::<crate::evidence::Evidence>(document, |evidence| evidence.audit = own);
    refused(
        carried.give(cast.contact, "audit.review_documents", review.clone()),
        &crate::evidence::FIELDWORK_MEMBER,
    );
    carried.done(cast.auditor, "audit.review_documents", review.clone());
    assert_eq!(carried.audit().document_review.as_ref().map(|review| review.concerns.len()), Some(2));
    carried.done(cast.auditor, "audit.review_documents", with(review, "/outcome", json!("not_ready")));
    refused(
        carried.give(cast.leader, "audit.prepare", json!({ "audit": audit })),
        &prepare::PREPARE_DOCUMENTS,
    );
}

#[test]
fn an_audit_is_prepared_when_documents_plan_team_and_work_are() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let prepare = json!({ "audit": audit });
    let Err(Stop::Refused(refusals)) = carried.give(cast.leader, "audit.prepare", prepare.clone()) else {
        panic!()
    };
    let rules: Vec<_> = refusals.iter().map(|refusal| refusal.rule.id).collect();
    assert_eq!(rules, ["prepare.documents", "prepare.plan", "prepare.work"]);
    let mut carried = Carried::ready_to_prepare();
    refused(carried.give(cast.manager, "audit.prepare", prepare.clone()), &people::AUDIT_LEADER);
    let back = json!({ "audit": audit, "papers": [carried.papers()[0].to_string()], "assignee": null });
    carried.done(cast.leader, "papers.assign", back);
    let refusal =
        refused_by(carried.give(cast.leader, "audit.prepare", prepare.clone()), &prepare::PREPARE_WORK);
    assert!(refusal.what.to_string().contains("1 working papers"), "{}", refusal.what);
    carried.bench.change::<Audit>(carried.audit, |audit| {
        for member in &mut audit.team {
            member.areas.retain(|area| area.as_str() != "cloud");
        }
    });
    refused(carried.give(cast.leader, "audit.prepare", prepare), &team::TEAM_COVERS);
}

#[test]
fn what_has_become_known_of_the_team_is_looked_at_before_each_stage() {
    let mut carried = Carried::ready_to_prepare();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let prepare = json!({ "audit": audit });
    for person in [cast.leader, cast.auditor] {
        carried.bench.change::<Person>(person, |person| person.languages = vec![t("de-AT")]);
    }
    refused(carried.give(cast.leader, "audit.prepare", prepare.clone()), &team::TEAM_LANGUAGE);
    carried.bench.change::<Person>(cast.leader, |person| person.languages = vec![t("en-GB")]);
    let declare = json!({ "person": cast.auditor.to_string(), "auditee": cast.auditee.to_string(), "kind": "did_the_work",
        "period": { "from": "2026-01-01", "to": "2026-06-30" } });
    let relation = carried.done(cast.manager, "relation.declare", declare);
    refused(carried.give(cast.leader, "audit.prepare", prepare.clone()), &team::TEAM_IMPARTIALITY);
    let withdraw = |relation: &str| json!({ "relation": relation, "reason": "Another person of that name" });
    carried.done(cast.manager, "relation.withdraw", withdraw(&relation));
    carried.done(cast.leader, "audit.prepare", prepare);

    let opening = carried.meeting("opening");
    carried.done(cast.leader, "meeting.record", opening);
    let declare = json!({ "person": cast.auditor.to_string(), "auditee": cast.auditee.to_string(), "kind": "consulted",
        "period": { "from": "2026-01-01", "to": "2026-06-30" } });
    let relation = carried.done(cast.manager, "relation.declare", declare);
    let begin = json!({ "audit": audit });
    refused(carried.give(cast.leader, "audit.begin", begin.clone()), &team::TEAM_IMPARTIALITY);
    // A measure that the programme manager approved lifts it, as at the appointment.
    let safeguard = crate::audit::Safeguard {
        relation: relation.parse().unwrap(),
        measure: t("Does not audit what was consulted on"),
        approved: carried.bench.stamp(cast.manager),
    };
    carried.bench.change::<Audit>(carried.audit, |audit| audit.team[1].safeguards.push(safeguard));
    carried.done(cast.leader, "audit.begin", begin);
}

#[test]
fn a_plan_says_everything_and_takes_nobody_in_two_places() {
    let mut carried = Carried::initiated();
    let cast = carried.bench.cast;
    let sessions = [
        carried.session("s1", "2026-09-14T09:00:00+02:00", "2026-09-14T11:00:00+02:00"),
        carried.session("s2", "2026-09-14T11:00:00+02:00", "2026-09-14T12:00:00+02:00"),
    ];
    let draft =
        json!({ "audit": carried.audit.to_string(), "items": Carried::plan_items(), "sessions": sessions });
    let stranger = json!(cast.stranger.to_string());
    let cases = [
        ("/items/0/item", json!("audit_plan.lunch"), &plan::PLAN_ITEMS, "/items/0/item"),
        ("/items/0/text", Value::Null, &plan::PLAN_ITEMS, "/items/0"),
        ("/sessions/0/end", json!("2026-09-14T08:00:00+02:00"), &plan::PLAN_SESSIONS, "/sessions/0/end"),
        ("/sessions/1/zone", json!("Mars/Base"), &ZONE_KNOWN, "/sessions/1/zone"),
        ("/sessions/1/key", json!("s1"), &plan::PLAN_SESSIONS, "/sessions/0/key"),
        ("/sessions/0/site", json!("moon"), &plan::PLAN_SESSIONS, "/sessions/0/site"),
        ("/sessions/0/contacts/0", stranger.clone(), &plan::PLAN_SESSIONS, "/sessions/0/contacts/0"),
        ("/sessions/0/auditors/0", stranger, &plan::PLAN_SESSIONS, "/sessions/0/auditors/0"),
        ("/sessions/0/auditors", json!([]), &plan::PLAN_SESSIONS, "/sessions/0/auditors"),
        ("/sessions/1/start", json!("2026-09-14T10:59:00+02:00"), &plan::PLAN_CLASH, "/sessions/1"),
    ];
    for (at, value, rule, place) in cases {
        let found = refused_by(carried.give(cast.leader, "plan.draft", with(draft.clone(), at, value)), rule);
        assert_eq!(found.at, place);
    }
    carried.done(
        cast.auditor,
        "absence.add",
        json!({ "person": cast.auditor.to_string(), "period": { "from": "2026-09-14", "to": "2026-09-14" } }),
    );
    refused(carried.give(cast.leader, "plan.draft", draft.clone()), &plan::PLAN_ABSENT);
    carried.done(
        cast.auditor,
        "absence.remove",
        json!({ "person": cast.auditor.to_string(), "from": "2026-09-14" }),
    );
    refused(carried.give(cast.contact, "plan.draft", draft.clone()), &crate::evidence::FIELDWORK_MEMBER);
    let mut reason = draft.clone();
    reason["reason"] = json!("a first version");
    refused_at(carried.give(cast.leader, "plan.draft", reason), &plan::PLAN_VERSION, "/reason");
    carried.done(cast.leader, "plan.draft", draft);
}

#[test]
fn an_auditor_is_not_taken_where_another_audit_has_them() {
    let mut carried = Carried::initiated();
    let cast = carried.bench.cast;
    let session = carried.session("s1", "2026-09-14T09:00:00+02:00", "2026-09-14T11:00:00+02:00");
    let draft =
        json!({ "audit": carried.audit.to_string(), "items": Carried::plan_items(), "sessions": [session] });
    carried.done(cast.leader, "plan.draft", draft.clone());
    let mut other = carried.bench.get::<crate::programme::PlannedAudit>(cast.planned).clone();
    other.id = id(204);
    carried.bench.put(other);
    let mut another = carried.audit().clone();
    another.id = id(204);
    another.plan = None;
    carried.bench.put(another);
    let elsewhere = with(draft, "/audit", json!(id::<crate::kernel::id::AuditId>(204).to_string()));
    refused(carried.give(cast.leader, "plan.draft", elsewhere.clone()), &plan::PLAN_CLASH);
    carried.bench.change::<Audit>(carried.audit, |audit| {
        let stamp = audit.feasibility.as_ref().unwrap().stamp.clone();
        audit.state = AuditState::Cancelled { cancelled: stamp, cancelled_why: t("no longer wanted") };
    });
    carried.done(cast.leader, "plan.draft", elsewhere);
}

#[test]
fn a_plan_is_presented_objected_to_and_agreed() {
    let mut carried = Carried::initiated();
    let cast = carried.bench.cast;
    let session = carried.session("s1", "2026-09-14T09:00:00+02:00", "2026-09-14T11:00:00+02:00");
    let mut items = Carried::plan_items();
    items.pop();
    let draft = json!({ "audit": carried.audit.to_string(), "items": items, "sessions": [session] });
    let plan_id = carried.done(cast.leader, "plan.draft", draft.clone());
    let this = json!({ "plan": plan_id });
    refused(carried.give(cast.contact, "plan.agree", this.clone()), &plan::PLAN_STATE);
    let refusal = refused_by(carried.give(cast.leader, "plan.present", this.clone()), &plan::PLAN_ITEMS);
    assert!(refusal.what.to_string().contains("coordination with other audits"), "{}", refusal.what);
    let mut edit = json!({ "plan": plan_id, "items": Carried::plan_items(), "sessions": [] });
    carried.done(cast.leader, "plan.edit", edit.clone());
    refused(carried.give(cast.leader, "plan.present", this.clone()), &plan::PLAN_SESSIONS);
    edit["sessions"] = draft["sessions"].clone();
    carried.done(cast.leader, "plan.edit", edit.clone());
    refused(carried.give(cast.auditor, "plan.present", this.clone()), &people::AUDIT_LEADER);
    carried.done(cast.leader, "plan.present", this.clone());
    refused(carried.give(cast.leader, "plan.edit", edit), &plan::PLAN_STATE);

    let object =
        json!({ "plan": plan_id, "from": cast.contact.to_string(), "text": "Payroll runs that day" });
    refused_at(
        carried.give(
            cast.leader,
            "plan.object",
            with(object.clone(), "/from", json!(cast.stranger.to_string())),
        ),
        &people::AUDIT_CONTACT,
        "/from",
    );
    refused(carried.give(cast.stranger, "plan.object", object.clone()), &people::AUDIT_LEADER);
    carried.done(cast.contact, "plan.object", object.clone());
    carried.done(cast.leader, "plan.object", object);
    refused(carried.give(cast.contact, "plan.agree", this.clone()), &plan::PLAN_OBJECTION);
    let resolve =
        json!({ "plan": plan_id, "objection": "objection-1", "how": "Payroll is looked at on Tuesday" });
    carried.done(cast.leader, "plan.resolve_objection", resolve.clone());
    refused_at(
        carried.give(cast.leader, "plan.resolve_objection", resolve),
        &plan::PLAN_OBJECTION,
        "/objection",
    );
    let overrule = json!({ "plan": plan_id, "objection": "objection-2", "why": "It was agreed in June" });
    refused(carried.give(cast.leader, "plan.overrule_objection", overrule.clone()), &people::AUDIT_MANAGER);
    carried.done(cast.manager, "plan.overrule_objection", overrule);
    refused(carried.give(cast.stranger, "plan.agree", this.clone()), &people::AUDIT_LEADER);
    carried.done(cast.contact, "plan.agree", this.clone());

    let mut second = with(draft, "/items", json!(Carried::plan_items()));
    refused_at(carried.give(cast.leader, "plan.draft", second.clone()), &plan::PLAN_VERSION, "/reason");
    second["reason"] = json!("Another room");
    let second = carried.done(cast.leader, "plan.draft", second);
    assert_eq!(carried.bench.get::<Plan>(plan_id.parse().unwrap()).state, PlanState::Superseded);
    assert_eq!(carried.bench.get::<Plan>(second.parse().unwrap()).number, 2);
}

#[test]
fn a_request_is_asked_answered_returned_and_accepted() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let ask = json!({ "audit": audit, "to": cast.contact.to_string(), "question": "Who owns the risks?", "due": "2026-09-05" });
    refused_at(
        carried.give(cast.auditor, "request.ask", with(ask.clone(), "/due", json!("2026-08-31"))),
        &requests::REQUEST_DUE,
        "/due",
    );
    refused_at(
        carried.give(cast.auditor, "request.ask", with(ask.clone(), "/to", json!(cast.stranger.to_string()))),
        &people::AUDIT_CONTACT,
        "/to",
    );
    refused(carried.give(cast.stranger, "request.ask", ask.clone()), &crate::evidence::FIELDWORK_MEMBER);
    let request = carried.done(cast.auditor, "request.ask", ask);
    let this = json!({ "request": request });
    refused(carried.give(cast.auditor, "request.accept", this.clone()), &requests::REQUEST_STATE);
    let answer = json!({ "request": request, "text": "The heads of units", "evidence": [] });
    refused(carried.give(cast.stranger, "request.answer", answer.clone()), &requests::REQUEST_ANSWER);
    carried.done(cast.contact, "request.answer", answer.clone());
    refused(carried.give(cast.contact, "request.answer", answer.clone()), &requests::REQUEST_STATE);
    carried.done(cast.auditor, "request.return", json!({ "request": request, "why": "Which of them?" }));
    carried.done(cast.contact, "request.answer", answer.clone());
    carried.done(cast.auditor, "request.accept", this.clone());
    refused(
        carried.give(cast.auditor, "request.return", json!({ "request": request, "why": "late" })),
        &requests::REQUEST_STATE,
    );

    let mut carried = Carried::ready_to_prepare();
    let ask = json!({ "audit": audit, "to": cast.contact.to_string(), "question": "Who owns the risks?", "due": "2026-09-05" });
    let request = carried.done(cast.auditor, "request.ask", ask);
    let evidence = carried.evidence.unwrap();
    let answer = json!({ "request": request, "text": "See the method", "evidence": [evidence.to_string()] });
    carried.bench.change::<crate::evidence::Evidence>(evidence, |evidence| evidence.audit = id(999));
    refused_at(
        carried.give(cast.contact, "request.answer", answer.clone()),
        &requests::REQUEST_EVIDENCE,
        "/evidence/0",
    );
    carried
        .bench
        .change::<crate::evidence::Evidence>(evidence, |evidence| evidence.audit = cast.planned.into());
    carried.done(cast.contact, "request.answer", answer);
}
