//! From the opening meeting to the end, and what may happen on the way.

use super::*;
use crate::audit::SignedOnTheSpot;
use crate::kernel::text::Sha256;

#[test]
fn fieldwork_begins_with_the_opening_meeting_and_its_whole_agenda() {
    let mut carried = Carried::prepared();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    refused(carried.give(cast.leader, "audit.begin", json!({ "audit": audit })), &conduct::BEGIN_OPENED);
    let opening = carried.meeting("opening");
    let cases = [
        ("/held", json!("2026-09-02T07:00:00Z"), &conduct::MEETING_HELD, "/held"),
        ("/agenda/0/covered", json!(false), &conduct::MEETING_AGENDA, "/agenda/0/note"),
        ("/agenda/0/item", json!("opening_meeting.coffee"), &conduct::MEETING_AGENDA, "/agenda/0/item"),
        ("/agenda/0/item", json!("coffee"), &conduct::MEETING_AGENDA, "/agenda"),
        (
            "/attendance/1/person",
            json!(cast.auditor.to_string()),
            &conduct::MEETING_ATTENDANCE,
            "/attendance",
        ),
        ("/attendance/1/person", json!(cast.leader.to_string()), &conduct::MEETING_ATTENDANCE, "/attendance"),
    ];
    for (at, value, rule, place) in cases {
        let found =
            refused_by(carried.give(cast.leader, "meeting.record", with(opening.clone(), at, value)), rule);
        assert_eq!(found.at, place);
    }
    let closing = carried.meeting("closing");
    refused(carried.give(cast.leader, "meeting.record", closing), &people::AUDIT_STATE);
    carried.done(cast.leader, "meeting.record", opening.clone());
    refused_at(carried.give(cast.leader, "meeting.record", opening), &conduct::MEETING_HELD, "/kind");
    let hasty = json!({ "audit": audit, "short_notice": "no reason" });
    refused_at(
        carried.give(cast.leader, "audit.begin", hasty.clone()),
        &conduct::BEGIN_NOTICE,
        "/short_notice",
    );

    let plan = carried.audit().plan.unwrap();
    carried.bench.change::<Plan>(plan, |plan| plan.state = PlanState::Draft);
    refused(carried.give(cast.leader, "audit.begin", hasty.clone()), &prepare::PREPARE_PLAN);
    carried.bench.change::<Programme>(cast.programme, |programme| {
        programme.policy.short_notice = vec![AuditType::Internal]
    });
    refused_at(
        carried.give(cast.leader, "audit.begin", json!({ "audit": audit })),
        &conduct::BEGIN_NOTICE,
        "/short_notice",
    );
    carried.done(cast.leader, "audit.begin", hasty);
    let AuditState::Conducting { short_notice, .. } = &carried.audit().state else { panic!() };
    assert!(short_notice.is_some());
}

#[test]
fn a_significant_risk_is_told_to_the_auditee() {
    let mut carried = Carried::conducting();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let message = json!({ "audit": audit, "kind": "significant_risk", "text": "The backups are readable by anyone", "told": [cast.client.to_string()] });
    refused_at(carried.give(cast.auditor, "message.log", message.clone()), &conduct::MESSAGE_TOLD, "/told");
    refused(carried.give(cast.stranger, "message.log", message.clone()), &crate::evidence::FIELDWORK_MEMBER);
    carried.done(cast.auditor, "message.log", with(message.clone(), "/kind", json!("progress")));
    refused_at(
        carried.give(cast.auditor, "message.log", with(message.clone(), "/told", json!([]))),
        &conduct::MESSAGE_TOLD,
        "/told",
    );
    carried.done(cast.auditor, "message.log", with(message, "/told", json!([cast.contact.to_string()])));
}

#[test]
fn a_change_of_scope_is_accepted_by_manager_and_client_and_told() {
    let mut carried = Carried::conducting();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let propose = json!({ "audit": audit, "key": "people", "what": "The unit People is added", "reason": "Leavers keep access",
        "scope": "IT and People", "part": { "auditee": cast.auditee.to_string(), "units": ["it", "hr"], "sites": [], "processes": [] } });
    let unknown = with(propose.clone(), "/part/units", json!(["sales"]));
    refused_at(
        carried.give(cast.leader, "audit.propose_scope_change", unknown),
        &initiate::AUDIT_SCOPE,
        "/part/units",
    );
    refused(carried.give(cast.auditor, "audit.propose_scope_change", propose.clone()), &people::AUDIT_LEADER);
    carried.done(cast.leader, "audit.propose_scope_change", propose.clone());
    refused_at(
        carried.give(cast.leader, "audit.propose_scope_change", propose),
        &scope::SCOPE_CHANGE_KEY,
        "/key",
    );
    let change = json!({ "audit": audit, "change": "people" });
    refused(
        carried.give(cast.stranger, "audit.accept_scope_change", change.clone()),
        &scope::SCOPE_CHANGE_ACCEPTED,
    );
    carried.done(cast.manager, "audit.accept_scope_change", change.clone());
    refused(
        carried.give(cast.manager, "audit.accept_scope_change", change.clone()),
        &scope::SCOPE_CHANGE_ACCEPTED,
    );
    refused_at(
        carried.give(cast.leader, "audit.tell_scope_change", change.clone()),
        &scope::SCOPE_CHANGE_ACCEPTED,
        "/change",
    );
    assert_eq!(carried.audit().initiation.as_ref().unwrap().part.units.len(), 1);
    carried.done(cast.client, "audit.accept_scope_change", change.clone());
    assert_eq!(carried.audit().initiation.as_ref().unwrap().part.units.len(), 2);
    let closing = carried.meeting("closing");
    carried.done(cast.leader, "meeting.record", closing);
    refused(
        carried.give(cast.leader, "audit.end_fieldwork", json!({ "audit": audit })),
        &scope::SCOPE_CHANGE_TOLD,
    );
    carried.done(cast.leader, "audit.tell_scope_change", change.clone());
    refused_at(
        carried.give(cast.leader, "audit.tell_scope_change", change),
        &scope::SCOPE_CHANGE_TOLD,
        "/change",
    );
}

#[test]
fn fieldwork_ends_with_every_paper_evaluated_and_every_finding_raised() {
    let mut carried = Carried::conducting();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let end = json!({ "audit": audit });
    let Err(Stop::Refused(refusals)) = carried.give(cast.leader, "audit.end_fieldwork", end.clone()) else {
        panic!()
    };
    let rules: Vec<_> = refusals.iter().map(|refusal| refusal.rule).collect();
    assert_eq!(rules, [&conclude::FIELDWORK_CLOSED, &conclude::FIELDWORK_PAPERS]);
    for paper in carried.papers() {
        carried.evaluate(paper, "does_not_conform");
    }
    let closing = carried.meeting("closing");
    carried.done(cast.leader, "meeting.record", closing);
    let nonconformity = carried.nonconformity("minor");
    let finding = carried.done(cast.auditor, "finding.draft", nonconformity);
    refused(carried.give(cast.leader, "audit.end_fieldwork", end.clone()), &conclude::FIELDWORK_FINDINGS);
    carried.done(
        cast.leader,
        "finding.withdraw",
        json!({ "finding": finding, "reason": "It rests on a mistake" }),
    );
    carried.done(cast.leader, "audit.end_fieldwork", end);
}

#[test]
fn conclusions_answer_every_objective_and_recommend_what_the_type_asks_for() {
    let (mut carried, _) = Carried::reporting("major");
    let cast = carried.bench.cast;
    let conclusions = carried.conclusions();
    let cases = [
        ("/objectives", json!([]), &conclude::CONCLUSIONS_OBJECTIVES, "/objectives"),
        ("/recommendation", json!("favourable"), &conclude::CONCLUSIONS_RECOMMENDATION, "/recommendation"),
    ];
    for (at, value, rule, place) in cases {
        let found = refused_by(
            carried.give(cast.leader, "audit.conclude", with(conclusions.clone(), at, value)),
            rule,
        );
        assert_eq!(found.at, place);
    }
    let mut other = conclusions.clone();
    other["objectives"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "objective": "more", "met": "no", "reason": "none" }));
    refused_at(
        carried.give(cast.leader, "audit.conclude", other),
        &conclude::CONCLUSIONS_OBJECTIVES,
        "/objectives/1/objective",
    );
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Stage2);
    let mut favourable = with(conclusions, "/recommendation", json!("favourable"));
    favourable["recommendation_reason"] = json!("It works");
    refused_at(
        carried.give(cast.leader, "audit.conclude", favourable.clone()),
        &conclude::CONCLUSIONS_GRAVE,
        "/recommendation",
    );
    let once = with(favourable.clone(), "/recommendation", json!("favourable_once_corrected"));
    refused_at(
        carried.give(
            cast.leader,
            "audit.conclude",
            with(once.clone(), "/recommendation_reason", Value::Null),
        ),
        &conclude::CONCLUSIONS_RECOMMENDATION,
        "/recommendation_reason",
    );
    carried.done(cast.leader, "audit.conclude", once);
    let (mut carried, _) = Carried::reporting("minor");
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Stage2);
    carried.done(cast.leader, "audit.conclude", favourable);
}

#[test]
fn an_audit_is_completed_after_its_report_with_retention_and_feedback() {
    let (mut carried, _) = Carried::reporting("minor");
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let complete = json!({ "audit": audit, "days_used": "9.5", "not_done": [], "lessons": "Ask for the register earlier",
        "feedback_asked": [cast.contact.to_string()] });
    refused(carried.give(cast.leader, "audit.complete", complete.clone()), &complete::COMPLETE_REPORT);
    carried.bench.change::<Audit>(carried.audit, |audit| audit.report = Some(id(77)));
    let asked_none = with(complete.clone(), "/feedback_asked", json!([]));
    refused_at(
        carried.give(cast.leader, "audit.complete", asked_none),
        &complete::COMPLETE_FEEDBACK,
        "/feedback_asked",
    );
    let asked_other = with(complete.clone(), "/feedback_asked", json!([cast.stranger.to_string()]));
    refused_at(
        carried.give(cast.leader, "audit.complete", asked_other),
        &complete::COMPLETE_FEEDBACK,
        "/feedback_asked/0",
    );
    let mut early = complete.clone();
    early["retain_until"] = json!("2026-09-02");
    refused_at(
        carried.give(cast.leader, "audit.complete", early),
        &complete::COMPLETE_RETENTION,
        "/retain_until",
    );
    carried.done(cast.leader, "audit.complete", complete.clone());
    refused(carried.give(cast.leader, "audit.complete", complete), &people::AUDIT_STATE);
    let kept = carried.audit().completion.as_ref().unwrap().retain_until;
    let policy = &carried.bench.get::<Programme>(cast.programme).policy;
    assert_eq!(kept, carried.bench.now.date().plus_days(policy.retention_days));

    let feedback = json!({ "audit": audit, "from": cast.contact.to_string(), "mark": 4 });
    refused_at(
        carried.give(cast.contact, "audit.give_feedback", with(feedback.clone(), "/mark", json!(6))),
        &complete::FEEDBACK_MARK,
        "/mark",
    );
    refused(carried.give(cast.stranger, "audit.give_feedback", feedback.clone()), &people::AUDIT_CONTACT);
    carried.done(cast.contact, "audit.give_feedback", feedback.clone());
    refused_at(
        carried.give(cast.contact, "audit.give_feedback", feedback),
        &complete::FEEDBACK_MARK,
        "/mark",
    );
}

#[test]
fn papers_are_reviewed_before_completion() {
    let (mut carried, _) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    carried.bench.change::<Audit>(carried.audit, |audit| audit.report = Some(id(77)));
    let paper = carried.papers()[1];
    carried
        .bench
        .change::<crate::evidence::Paper>(paper, |paper| paper.state = crate::evidence::PaperState::Open);
    let complete = json!({ "audit": carried.audit.to_string(), "days_used": "9", "not_done": [], "lessons": "None",
        "feedback_asked": [cast.contact.to_string()] });
    refused(carried.give(cast.leader, "audit.complete", complete), &complete::COMPLETE_PAPERS);
}

#[test]
fn requests_are_settled_before_completion_or_left_with_the_reason() {
    let (mut carried, _) = Carried::reporting("minor");
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    carried.issue();
    let ask = json!({ "audit": audit, "to": cast.contact.to_string(), "question": "Who owns the risks?", "due": "2026-09-05" });
    let request = carried.done(cast.auditor, "request.ask", ask);
    let complete = json!({ "audit": audit, "days_used": "9", "not_done": [], "lessons": "None",
        "feedback_asked": [cast.contact.to_string()] });
    refused_at(
        carried.give(cast.leader, "audit.complete", complete.clone()),
        &complete::COMPLETE_REQUESTS,
        "/not_done",
    );
    let left = with(
        complete,
        "/not_done",
        json!([{ "what": request, "reason": "Answered at the closing meeting" }]),
    );
    carried.done(cast.leader, "audit.complete", left);
}

#[test]
fn a_nonconformity_that_was_sent_back_after_verification_counts_as_grave_again() {
    let (mut carried, finding) = Carried::reporting("major");
    let cast = carried.bench.cast;
    carried.follow_up(&finding, "verified");
    carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Stage2);
    let mut favourable = with(carried.conclusions(), "/recommendation", json!("favourable"));
    favourable["recommendation_reason"] = json!("It works");
    carried.done(cast.leader, "audit.conclude", favourable.clone());
    let reject = json!({ "finding": finding, "reason": "It came back" });
    carried.done(cast.leader, "finding.reject_step", reject);
    refused_at(
        carried.give(cast.leader, "audit.conclude", favourable),
        &conclude::CONCLUSIONS_GRAVE,
        "/recommendation",
    );
}

#[test]
fn an_audit_is_cancelled_before_it_begins_and_terminated_after() {
    let mut carried = Carried::prepared();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let reason = json!({ "audit": audit, "reason": "The auditee was sold" });
    refused(carried.give(cast.leader, "audit.terminate", reason.clone()), &people::AUDIT_STATE);
    refused(carried.give(cast.leader, "audit.cancel", reason.clone()), &people::AUDIT_MANAGER);
    carried.done(cast.manager, "audit.cancel", reason.clone());
    let mut carried = Carried::conducting();
    refused(carried.give(cast.manager, "audit.cancel", reason.clone()), &people::AUDIT_STATE);
    carried.done(cast.leader, "audit.terminate", reason);
    assert!(matches!(carried.audit().state, AuditState::Terminated { .. }));
}

#[test]
fn a_legal_hold_is_set_and_lifted_by_the_manager() {
    let mut carried = Carried::opened();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let set = json!({ "audit": audit, "key": "case-1", "reason": "A dispute is before court" });
    refused(carried.give(cast.leader, "audit.hold", set.clone()), &people::AUDIT_MANAGER);
    carried.done(cast.manager, "audit.hold", set.clone());
    refused_at(carried.give(cast.manager, "audit.hold", set), &complete::HOLD_KEY, "/key");
    let lift = json!({ "audit": audit, "hold": "case-1" });
    carried.done(cast.manager, "audit.lift_hold", lift.clone());
    refused_at(carried.give(cast.manager, "audit.lift_hold", lift), &complete::HOLD_KEY, "/hold");
}

#[test]
fn the_window_of_a_planned_audit_is_kept() {
    let carried = Carried::opened();
    assert_eq!(carried.audit().window, period("2026-09-01", Some("2026-10-31")));
}

const DRAWN: &str = "M 20 120 L 80 60 L 140 130 M 200 100 L 260 100";

/// A meeting that was held, and what is given to sign it on the spot as somebody of its attendance.
fn held(carried: &mut Carried) -> (MeetingId, Value) {
    let cast = carried.bench.cast;
    let opening = carried.meeting("opening");
    let meeting: MeetingId = carried.done(cast.leader, "meeting.record", opening).parse().unwrap();
    let shown = carried.bench.get::<Meeting>(meeting).digest().to_string();
    let sign = json!({ "meeting": meeting.to_string(), "person": cast.contact.to_string(), "name": null, "function": null,
        "drawing": DRAWN, "passkey": null, "shown": shown });
    (meeting, sign)
}

#[test]
fn somebody_without_an_account_signs_what_they_were_shown_before_an_auditor() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let (_, sign) = held(&mut carried);
    const NAME: &str = "meeting.sign_on_the_spot";
    refused(carried.give(cast.stranger, NAME, sign.clone()), &spot::SPOT_WITNESS);
    refused(carried.give(cast.observer, NAME, sign.clone()), &spot::SPOT_WITNESS);
    let own = with(sign.clone(), "/person", json!(cast.leader.to_string()));
    refused_at(carried.give(cast.leader, NAME, own), &spot::SPOT_SIGNER, "/person");
    let strange = with(sign.clone(), "/person", json!(cast.stranger.to_string()));
    refused_at(carried.give(cast.leader, NAME, strange), &spot::SPOT_SIGNER, "/person");
    let twice = with(sign.clone(), "/name", json!("Rosa Field"));
    refused_at(carried.give(cast.leader, NAME, twice), &spot::SPOT_SIGNER, "/name");
    let nobody = with(sign.clone(), "/person", Value::Null);
    refused_at(carried.give(cast.leader, NAME, nobody.clone()), &spot::SPOT_SIGNER, "/person");
    let other_text = with(sign.clone(), "/shown", json!("ab".repeat(32)));
    refused_at(carried.give(cast.leader, NAME, other_text), &spot::SPOT_SHOWN, "/shown");

    let id: SpotSignatureId = carried.done(cast.leader, NAME, sign.clone()).parse().unwrap();
    let signed = carried.bench.get::<SpotSignature>(id).clone();
    assert_eq!((signed.person, signed.stamp.by.person()), (Some(cast.contact), Some(cast.leader)));
    assert_eq!(signed.drawing.unwrap().as_str(), DRAWN);
    assert_eq!(carried.give(cast.leader, NAME, sign), Ok(Vec::new()), "signed once, it stands");

    // Who stands in no register signs by name and function, typed where they do not draw.
    let named = with(with(nobody, "/name", json!("Rosa Field")), "/function", json!("shift leader"));
    let named = with(named, "/drawing", Value::Null);
    let id: SpotSignatureId = carried.done(cast.leader, NAME, named).parse().unwrap();
    let signed = carried.bench.get::<SpotSignature>(id);
    assert_eq!((signed.name.as_str(), signed.person, signed.drawing.is_none()), ("Rosa Field", None, true));
}

#[test]
fn what_a_passkey_signs_on_the_spot_is_who_signs_and_the_text_that_was_shown() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let (_, sign) = held(&mut carried);
    let answer = json!({ "credential": "b25l", "public_key": "a2V5", "authenticator_data": "ZGF0YQ", "client_data": "e30",
        "signature": "c2lnbmVk" });
    let sign = with(with(sign, "/drawing", Value::Null), "/passkey", answer);
    let Ok(events) = carried.give(cast.leader, "meeting.sign_on_the_spot", sign) else { panic!("refused") };
    let Some(Event::SignedOnTheSpot(signed)) = events.first() else { panic!("{events:?}") };
    assert_eq!(signed.passkey.as_ref().map(|passkey| passkey.credential.as_str()), Some("b25l"));
    // Of somebody of the attendance the person is signed, and neither name nor function.
    let own = signed.challenge();
    assert_eq!(own, spot::spot_challenge(Some(cast.contact), None, None, &signed.shown));
    let named = SignedOnTheSpot { person: None, ..signed.as_ref().clone() };
    assert_eq!(
        named.challenge(),
        spot::spot_challenge(None, Some(&signed.name), Some(&signed.function), &signed.shown)
    );
    let other = SignedOnTheSpot { shown: Sha256::of([1; 32]), ..signed.as_ref().clone() };
    assert!(named.challenge() != own && other.challenge() != own);
    // Whether it holds is for the store to say, which knows the arithmetic.
    assert_eq!(spot::spot_unproven().rule, &spot::SPOT_PASSKEY);
}

#[test]
fn minutes_that_are_corrected_are_another_text_than_was_signed() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let (meeting, sign) = held(&mut carried);
    carried.done(cast.leader, "meeting.sign_on_the_spot", sign.clone());
    let before = carried.bench.get::<Meeting>(meeting).clone();
    let correct = json!({ "meeting": meeting.to_string(), "minutes": "The lift is out of use until noon.", "why": "It was left out" });
    refused(carried.give(cast.auditor, "meeting.correct_minutes", correct.clone()), &people::AUDIT_LEADER);
    carried.done(cast.leader, "meeting.correct_minutes", correct.clone());
    refused_at(
        carried.give(cast.leader, "meeting.correct_minutes", correct),
        &spot::MINUTES_CORRECTED,
        "/minutes",
    );
    refused_at(carried.give(cast.leader, "meeting.sign_on_the_spot", sign), &spot::SPOT_SHOWN, "/shown");
    let again = json!({ "meeting": meeting.to_string(), "minutes": "The lift is out of use all day.", "why": "It was wrong" });
    let between = carried.bench.get::<Meeting>(meeting).digest();
    carried.done(cast.leader, "meeting.correct_minutes", again);
    let after = carried.bench.get::<Meeting>(meeting);
    assert_eq!(after.corrections[0].before, before.minutes);
    assert_eq!(after.corrections_since(&before.digest()), Some(2));
    assert_eq!(after.corrections_since(&between), Some(1));
    assert_eq!(after.corrections_since(&after.digest()), Some(0));
    assert_eq!(after.corrections_since(&"ab".repeat(32).parse().unwrap()), None);
}

#[test]
fn attendance_is_signed_once_by_whoever_was_there() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let opening = carried.meeting("opening");
    let meeting = carried.done(cast.leader, "meeting.record", opening);
    let sign = json!({ "meeting": meeting });
    refused(
        carried.give(cast.stranger, "meeting.sign_attendance", sign.clone()),
        &attendance::MEETING_SIGNED,
    );
    carried.done(cast.contact, "meeting.sign_attendance", sign.clone());
    let again = carried.give(cast.contact, "meeting.sign_attendance", sign).unwrap();
    assert!(again.is_empty(), "signed once, it stands");
    let signed = carried.bench.get::<Meeting>(meeting.parse().unwrap()).signed.clone();
    let by: Vec<_> = signed.iter().map(|signed| signed.by.person()).collect();
    assert_eq!(by, [Some(cast.contact)]);
}
