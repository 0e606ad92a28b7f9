//! The whole life of a small house, by commands alone and from nothing: every kind of event occurs in it. What is added
//! to the law is added at its end, so that what was written before stays as it is.

use serde_json::{Value, json};

use super::carry::Carried;
use super::{Bench, CRITERIA, outline};
use crate::audit::Meeting;
use crate::auditee::organization_id;
use crate::auditor::code;
use crate::kernel::act::Actor;
use crate::kernel::datum::Datum;
use crate::kernel::id::PersonId;
use crate::policy::Policy;
use crate::registry::{AnyRecord, Command};
use crate::report::ReportState;

/// Gives a command as the operator, before there is anybody; answers the subject's id.
fn found(bench: &mut Bench, name: &str, body: &Value) -> String {
    let command =
        Command::read(name, body).unwrap().unwrap_or_else(|problems| panic!("`{name}`: {problems:#?}"));
    let events = bench.act_as(Actor::Operator { on_behalf_of: None }, command);
    events.unwrap_or_else(|stop| panic!("`{name}`: {stop:#?}")).last().unwrap().subject().id.to_string()
}

fn person(bench: &mut Bench, name: &str, credentials: &[(&str, &str, &str, Option<u32>)]) -> PersonId {
    let body = json!({ "name": name, "email": null, "employer": "Example Audits", "languages": ["en"], "zone": "Europe/Vienna" });
    let id = found(bench, "person.register", &body);
    for (key, kind, area, amount) in credentials {
        let credential = json!({ "key": key, "kind": kind, "area": area, "title": "Something learned", "issuer": "Example Academy",
            "period": { "from": "2020-01-01", "to": null }, "amount": amount, "evidence": null });
        found(bench, "credential.add", &json!({ "person": id, "credential": credential }));
    }
    let id: PersonId = id.parse().unwrap();
    let accept = json!({ "person": id.to_string(), "code": code::CODE });
    bench.done(id, Command::read("code.accept", &accept).unwrap().unwrap());
    id
}

/// The people of the house and the auditee that it audits.
fn house() -> Bench {
    let mut bench = Bench::empty();
    found(&mut bench, "organization.name", &json!({ "name": "Example Audits", "policy": null }));
    let work = ("work", "experience", "isms", Some(60));
    let cloud = ("cloud", "qualification", "cloud", None);
    let course = |hours| ("course", "training", "isms", Some(hours));
    let audit = |hours| ("audit", "training", "audit", Some(hours));
    let lead = [audit(40), ("audits", "experience", "audit", Some(48)), course(24), work, cloud];
    bench.cast.manager = person(&mut bench, "Mara Manager", &[]);
    bench.cast.approver = person(&mut bench, "Arno Approver", &[]);
    bench.cast.leader = person(&mut bench, "Lea Leader", &lead);
    bench.cast.auditor = person(&mut bench, "Ada Auditor", &[audit(24), course(16), work]);
    bench.cast.trainee = person(&mut bench, "Tim Trainee", &[audit(8), course(8)]);
    bench.cast.expert =
        person(&mut bench, "Eve Expert", &[cloud, ("practice", "experience", "isms", Some(24))]);
    bench.cast.client = person(&mut bench, "Clara Client", &[]);
    bench.cast.contact = person(&mut bench, "Conrad Contact", &[]);
    bench.cast.reviewer = person(&mut bench, "Rita Reviewer", &[]);
    bench.cast.decider = person(&mut bench, "Dora Decider", &[]);
    bench.cast.handler = person(&mut bench, "Hugo Handler", &[]);
    let mut auditee = json!({ "name": "Example", "kind": "own",
        "units": [{ "key": "it", "name": "Information technology", "persons": 12 }, { "key": "hr", "name": "People", "persons": null }],
        "sites": [{ "key": "hq", "name": "Head office", "kind": "physical", "place": "Main Street 1, Vienna", "zone": "Europe/Vienna" }],
        "processes": [{ "key": "build", "name": "Building software" }],
        "contacts": [{ "person": bench.cast.contact.to_string(), "function": "Head of information security" }] });
    let id = found(&mut bench, "auditee.register", &auditee);
    bench.cast.auditee = id.parse().unwrap();
    auditee["auditee"] = json!(id);
    auditee["name"] = json!("Example Works");
    found(&mut bench, "auditee.update", &auditee);
    let row = |control: &str, necessary: bool| {
        json!({ "control": control, "title": null, "necessary": necessary,
        "why": necessary.then_some("risk 1"), "implemented": "implemented", "why_excluded": (!necessary).then_some("no premises") })
    };
    let soa = json!({ "auditee": id, "label": "1.0", "dated": "2026-05-01", "criteria": CRITERIA, "source": null,
        "rows": [row("A.5.1", true), row("A.8.9", true), row("A.7.4", false)] });
    bench.cast.soa = found(&mut bench, "soa.enter", &soa).parse().unwrap();
    bench
}

/// The programme, established, begun and revised, with four planned audits: the main one, one that will be ended early,
/// one that will be cancelled, and one that is withdrawn.
fn programme(life: &mut Carried) -> [String; 2] {
    let cast = life.bench.cast;
    let period = json!({ "from": "2026-01-01", "to": "2026-12-31" });
    let draft = json!({ "title": "Programme 2026", "period": period, "days": "60", "policy": null });
    let programme = life.done(cast.manager, "programme.draft", draft);
    life.bench.cast.programme = programme.parse().unwrap();
    let role = |person: PersonId, role: &str| json!({ "person": person.to_string(), "role": role, "competence": "ten years of practice" });
    let text = json!({ "title": "Audit programme 2026", "period": period,
        "objectives": [super::objective("coverage").to_json()], "extent": super::extent(cast.auditee).to_json(),
        "risks": [super::risk("availability", cast.manager).to_json()],
        "roles": [role(cast.manager, "manager"), role(cast.approver, "approver"), role(cast.reviewer, "technical_reviewer"),
            role(cast.decider, "decision_maker"), role(cast.handler, "complaint_handler")],
        "days": "60", "shortfall": null, "resources": "Two audit laptops", "policy": Policy::default().to_json() });
    life.done(cast.manager, "programme.edit", json!({ "programme": programme, "text": text }));
    let planned: Vec<String> = (0..4)
        .map(|_| {
            let outline = outline(cast.auditee, "2026-09-01", "2026-10-31").to_json();
            let body = json!({ "programme": programme, "outline": outline, "reason": null });
            life.done(cast.manager, "planned_audit.plan", body)
        })
        .collect();
    life.bench.cast.planned = planned[0].parse().unwrap();
    life.audit = life.bench.cast.planned.into();
    life.done(cast.approver, "programme.establish", json!({ "programme": programme }));
    life.done(cast.manager, "programme.begin", json!({ "programme": programme }));
    let revise =
        json!({ "programme": programme, "text": text, "what": "Laptops", "reason": "They were bought" });
    life.done(cast.manager, "programme.revise", revise);
    let mut outline = outline(cast.auditee, "2026-09-01", "2026-10-31").to_json();
    outline["days"] = json!("6");
    let change = json!({ "planned": planned[3], "outline": outline, "reason": "Less to see" });
    life.done(cast.manager, "planned_audit.change", change);
    let withdraw = json!({ "planned": planned[3], "reason": "Held next year" });
    life.done(cast.manager, "planned_audit.withdraw", withdraw);
    [planned[1].clone(), planned[2].clone()]
}

/// What the register keeps of people.
fn people(life: &mut Carried) {
    let cast = life.bench.cast;
    let (trainee, auditee) = (cast.trainee.to_string(), cast.auditee.to_string());
    let update = json!({ "person": trainee, "name": "Tim Trainee", "email": "tim@example.org", "employer": "Example Audits",
        "languages": ["en", "de"], "zone": "Europe/Vienna" });
    life.done(cast.trainee, "person.update", update);
    let absent =
        json!({ "person": trainee, "period": { "from": "2026-12-20", "to": "2026-12-31" }, "reason": null });
    life.done(cast.trainee, "absence.add", absent);
    life.done(cast.trainee, "absence.remove", json!({ "person": trainee, "from": "2026-12-20" }));
    let mistaken = json!({ "person": trainee, "credential": { "key": "mistaken", "kind": "skill", "area": "cloud", "title": "Cloud",
        "issuer": "Example Academy", "period": { "from": "2026-01-01", "to": null }, "amount": null, "evidence": null } });
    life.done(cast.manager, "credential.add", mistaken);
    let withdraw = json!({ "person": trainee, "key": "mistaken", "reason": "Entered for another" });
    life.done(cast.manager, "credential.withdraw", withdraw);
    let development = json!({ "person": trainee, "on": "2026-08-01", "area": "isms", "what": "Read the new edition", "hours": 3 });
    life.done(cast.trainee, "development.record", development);
    for (kind, act) in [("close_tie", "end"), ("financial", "withdraw")] {
        let declare = json!({ "person": trainee, "auditee": auditee, "kind": kind, "part": null,
            "period": { "from": "2020-01-01", "to": null }, "remark": null });
        let relation = life.done(cast.manager, "relation.declare", declare);
        let end = json!({ "relation": relation, "on": "2021-01-01" });
        let withdraw = json!({ "relation": relation, "reason": "Another person of that name" });
        let body = if act == "end" { end } else { withdraw };
        life.done(cast.manager, &format!("relation.{act}"), body);
    }
    let appraisal = json!({ "person": trainee, "audit": null, "role": "trainee", "method": "interview", "behaviours": [
        { "behaviour": "observant", "shown": true, "remark": null }], "result": "needs_development", "reasons": "Follows no trail yet",
        "followed": null });
    let appraisal = life.done(cast.leader, "appraisal.record", appraisal);
    let follow = json!({ "appraisal": appraisal, "followed": "Two audits under direction" });
    life.done(cast.manager, "appraisal.follow_up", follow);
}

/// From the initiation to the opening meeting.
fn preparation(life: &mut Carried) {
    let (cast, audit) = (life.bench.cast, life.audit.to_string());
    let trainee = json!({ "audit": audit, "person": cast.trainee.to_string(), "role": "trainee",
        "directed_by": cast.leader.to_string(), "safeguards": [] });
    life.done(cast.leader, "audit.appoint", trainee);
    let leave = json!({ "audit": audit, "person": cast.trainee.to_string(), "reason": "ill" });
    life.done(cast.leader, "audit.dismiss", leave);
    life.initiate();
    let ask = json!({ "audit": audit, "to": cast.contact.to_string(), "question": "Who owns the risks?", "due": "2026-09-05" });
    let request = life.done(cast.auditor, "request.ask", ask);
    let answer = json!({ "request": request, "text": "The heads of units", "evidence": [] });
    life.done(cast.contact, "request.answer", answer.clone());
    life.done(cast.auditor, "request.return", json!({ "request": request, "why": "Which of them?" }));
    life.done(cast.contact, "request.answer", answer);
    life.done(cast.auditor, "request.accept", json!({ "request": request }));
    life.get_ready();
    let review = json!({ "audit": audit, "outcome": "ready_with_concerns", "summary": "The method is there", "items": [
        { "criteria": CRITERIA, "requirement": "6.1.2", "item": "risk assessment process", "found": "partly",
            "evidence": [life.evidence.unwrap().to_string()], "remark": null }],
        "concerns": [{ "requirement": { "criteria": CRITERIA, "id": "6.1.2" }, "document": life.evidence.unwrap().to_string(),
            "missing": "The method names no level of acceptance", "consequence": "Looked at with the risk owners" }] });
    life.done(cast.leader, "audit.review_documents", review);
    let session = life.session("s1", "2026-09-01T09:00:00+02:00", "2026-09-01T11:00:00+02:00");
    let items = Carried::plan_items();
    let draft = json!({ "audit": audit, "reason": "Another room", "items": items, "sessions": [session] });
    let plan = life.done(cast.leader, "plan.draft", draft);
    life.done(cast.leader, "plan.edit", json!({ "plan": plan, "items": items, "sessions": [session] }));
    life.done(cast.leader, "plan.present", json!({ "plan": plan }));
    for text in ["Payroll runs that day", "The room is taken"] {
        let object = json!({ "plan": plan, "from": cast.contact.to_string(), "text": text });
        life.done(cast.contact, "plan.object", object);
    }
    let resolve =
        json!({ "plan": plan, "objection": "objection-1", "how": "Payroll is looked at on Tuesday" });
    life.done(cast.leader, "plan.resolve_objection", resolve);
    let overrule = json!({ "plan": plan, "objection": "objection-2", "why": "It was agreed in June" });
    life.done(cast.manager, "plan.overrule_objection", overrule);
    life.done(cast.contact, "plan.agree", json!({ "plan": plan }));
    life.prepare();
    life.begin();
}

/// What happens besides the evaluation of papers.
fn fieldwork(life: &mut Carried) {
    let (cast, audit) = (life.bench.cast, life.audit.to_string());
    let message = json!({ "audit": audit, "kind": "significant_risk", "text": "The backups are readable by anyone",
        "told": [cast.contact.to_string()] });
    life.done(cast.auditor, "message.log", message);
    let propose = json!({ "audit": audit, "key": "people", "what": "The unit People is added", "reason": "Leavers keep access",
        "scope": "IT and People", "part": { "auditee": cast.auditee.to_string(), "units": ["it", "hr"], "sites": [], "processes": [] } });
    life.done(cast.leader, "audit.propose_scope_change", propose);
    let change = json!({ "audit": audit, "change": "people" });
    life.done(cast.manager, "audit.accept_scope_change", change.clone());
    life.done(cast.client, "audit.accept_scope_change", change.clone());
    life.done(cast.leader, "audit.tell_scope_change", change);
    let paper = life.papers()[2].to_string();
    let note =
        json!({ "paper": paper, "method": "interview", "role": "risk owner", "text": "Nobody set a level" });
    let note = life.done(cast.auditor, "note.write", note);
    let edit = json!({ "note": note, "role": "risk owner", "text": "Nobody has set a level" });
    life.done(cast.auditor, "note.edit", edit);
    let sample = json!({ "paper": paper, "sample": { "population": "risks", "population_size": 26, "size": 10,
        "basis": "judgement", "deviations": 2 } });
    life.done(cast.auditor, "paper.record_sample", sample);
    let attach = json!({ "paper": paper, "evidence": life.evidence.unwrap().to_string() });
    life.done(cast.auditor, "paper.attach", attach.clone());
    life.done(cast.auditor, "paper.detach", attach);
    let seen = json!({ "audit": audit, "name": "Seal book", "what": "Seal of share A, intact", "place": "Vienna, by camera",
        "seen_at": "2026-09-01T07:30:00Z", "seen_by": cast.auditor.to_string(), "sha256": null, "classification": "restricted",
        "source": null });
    let seen = life.done(cast.auditor, "evidence.record_seen", seen);
    let custody = json!({ "evidence": seen, "what": "handed back", "remark": null });
    life.done(cast.auditor, "evidence.record_custody", custody);
    let classify = json!({ "evidence": seen, "classification": "internal", "reason": "It names no person" });
    life.done(cast.auditor, "evidence.classify", classify);
    life.evaluate(life.papers()[0], "does_not_conform");
    for last in ["withdraw", "uphold"] {
        let mut draft = life.nonconformity("minor");
        let finding = life.done(cast.auditor, "finding.draft", draft.clone());
        draft["text"]["title"] = json!(format!("The method leaves acceptance open ({last})"));
        life.done(cast.auditor, "finding.edit", json!({ "finding": finding, "text": draft["text"] }));
        if last == "withdraw" {
            life.done(
                cast.auditor,
                "finding.withdraw",
                json!({ "finding": finding, "reason": "It says the same twice" }),
            );
            let reopen = json!({ "paper": life.papers()[0].to_string(), "reason": "More was seen" });
            life.done(cast.leader, "paper.reopen", reopen);
            life.evaluate(life.papers()[0], "does_not_conform");
        } else {
            life.done(cast.leader, "finding.raise", json!({ "finding": finding }));
            let dispute = json!({ "finding": finding, "opinion": "It is an observation at most" });
            life.done(cast.contact, "finding.dispute", dispute);
            life.done(
                cast.leader,
                "finding.uphold",
                json!({ "finding": finding, "reason": "The facts are not in dispute" }),
            );
        }
    }
    let reopen = json!({ "paper": life.papers()[1].to_string(), "reason": "Looked at again" });
    life.evaluate(life.papers()[1], "conforms");
    life.done(cast.leader, "paper.reopen", reopen);
}

/// The report, and the nonconformity followed to its closure.
fn report_and_follow_up(life: &mut Carried, finding: &str) {
    let cast = life.bench.cast;
    let draft = life.report();
    let report = life.done(cast.leader, "report.draft", draft.clone());
    let edit = json!({ "report": report, "items": draft["items"], "distribution": draft["distribution"], "whole_papers": false });
    life.done(cast.auditor, "report.edit", edit);
    for (by, act) in [(cast.reviewer, "report.review"), (cast.leader, "report.approve")] {
        let content = life.content(&report);
        life.done(by, act, json!({ "report": report, "content": content }));
    }
    life.done(cast.leader, "report.issue", json!({ "report": report, "pdf": "ef".repeat(32) }));
    let read = json!({ "report": report, "person": cast.client.to_string() });
    life.done(cast.client, "report.acknowledge", read);
    life.follow_up(finding, "implemented");
    life.done(
        cast.leader,
        "finding.reject_step",
        json!({ "finding": finding, "reason": "Half of it is there" }),
    );
    let grave = json!({ "finding": finding, "grade": "major", "reason": "It came back" });
    life.done(cast.leader, "finding.escalate", grave);
    let text =
        json!({ "finding": finding, "text": "done", "evidence": [life.evidence.unwrap().to_string()] });
    life.done(cast.contact, "finding.implement", text.clone());
    life.done(cast.leader, "finding.verify", text.clone());
    let mut early = text;
    early["early"] = json!("A whole year of risks was seen");
    life.done(cast.leader, "finding.check_effectiveness", early);
    life.done(cast.leader, "finding.close", json!({ "finding": finding }));
}

/// Completion, certification, an appeal.
fn after(life: &mut Carried) {
    let (cast, audit) = (life.bench.cast, life.audit.to_string());
    let complete = json!({ "audit": audit, "days_used": "9.5", "not_done": [{ "what": "s1", "reason": "Held shorter" }],
        "lessons": "Ask for the register earlier", "retain_until": null, "feedback_asked": [cast.contact.to_string()] });
    life.done(cast.leader, "audit.complete", complete);
    let feedback = json!({ "audit": audit, "from": cast.contact.to_string(), "mark": 4, "text": null });
    life.done(cast.contact, "audit.give_feedback", feedback);
    let hold = json!({ "audit": audit, "key": "court", "reason": "A dispute" });
    life.done(cast.manager, "audit.hold", hold);
    life.done(cast.manager, "audit.lift_hold", json!({ "audit": audit, "hold": "court" }));
    let apply =
        json!({ "auditee": cast.auditee.to_string(), "criteria": CRITERIA, "scope": "Building software" });
    let certification = life.done(cast.manager, "certification.apply", apply);
    let review =
        json!({ "certification": certification, "audit": audit, "sufficient": true, "remarks": "Enough" });
    life.done(cast.reviewer, "certification.review", review);
    let refuse = json!({ "certification": certification, "decision": "refuse", "audit": audit, "reason": "It was no stage 2" });
    life.done(cast.decider, "certification.decide", refuse);
    let appeal = json!({ "kind": "appeal", "audit": audit, "from": "Conrad Contact", "text": "The evidence was there",
        "received": "2026-09-01" });
    let complaint = life.done(cast.manager, "complaint.receive", appeal);
    life.done(cast.manager, "complaint.acknowledge", json!({ "complaint": complaint }));
    let assign = json!({ "complaint": complaint, "handler": cast.handler.to_string() });
    life.done(cast.manager, "complaint.assign", assign);
    let decide = json!({ "complaint": complaint, "decision": "It was not", "upheld": false });
    life.done(cast.handler, "complaint.decide", decide);
    life.done(cast.handler, "complaint.tell", json!({ "complaint": complaint }));
    let test = life.bench.get::<crate::evidence::Paper>(life.papers()[0]).test.unwrap();
    life.done(cast.manager, "test.retire", json!({ "audit_test": test.to_string() }));
}

/// The other audits end in their own ways, the programme is closed, and what need no longer be kept is erased.
fn ends(life: &mut Carried, ended_early: &str, cancelled: &str) {
    let cast = life.bench.cast;
    life.audit = ended_early.parse().unwrap();
    life.open();
    life.initiate();
    life.get_ready();
    life.prepare();
    life.begin();
    let reason = |audit: &str| json!({ "audit": audit, "reason": "The auditee was sold" });
    life.done(cast.leader, "audit.terminate", reason(ended_early));
    life.done(cast.manager, "audit.open", json!({ "planned": cancelled }));
    life.done(cast.manager, "audit.cancel", reason(cancelled));
    let programme = cast.programme.to_string();
    let review = json!({ "programme": programme, "key": "year", "conclusions": "Two of three were not held", "lessons": "Ask the owners",
        "actions": [{ "key": "ask", "text": "Ask the owners each quarter", "owner": cast.manager.to_string(), "due": "2026-12-01" }] });
    life.done(cast.manager, "programme.review", review);
    let finish = json!({ "programme": programme, "action": "ask", "result": "Asked" });
    life.done(cast.manager, "programme.finish_action", finish);
    life.done(cast.manager, "programme.close", json!({ "programme": programme }));
    life.bench.pass_days(Policy::default().retention_days + 1);
    let erase = json!({ "scope": { "is": "audit", "audit": ended_early }, "authority": "Data protection officer",
        "reason": "Retention is over" });
    life.done(cast.manager, "record.erase", erase);
}

/// Another programme, in whose audit methods are used and samples drawn by lot.
fn methods(mut life: Carried) -> Carried {
    programme(&mut life);
    let mut life = Carried::opened_in(life.bench);
    let (cast, audit) = (life.bench.cast, life.audit.to_string());
    let used = json!({ "audit": audit, "programme": null, "method": "sample-size", "software": "Assize 0.1.0",
        "inputs": r#"{"risk":"0.05"}"#, "result": r#"{"size":2}"#, "conclusion": "Two items", "remark": null,
        "steps": [{ "what": "size", "working": "the least that meets the risk", "value": "2", "source": null }] });
    life.done(cast.leader, "method.record", used);
    let declare = json!({ "audit": audit, "paper": null, "method": "simple", "size": 2, "basis": "Two of forty",
        "population": { "name": "Leavers", "sha256": "ab".repeat(32), "rows": 40, "key": "ticket", "value": null,
            "stratum": null, "completeness": "Counted against the payroll" } });
    let draw = life.done(cast.leader, "draw.declare", declare);
    life.done(cast.leader, "draw.seed", json!({ "draw": draw }));
    let record = json!({ "draw": draw, "selected": ["T-1", "T-2"], "algorithm": "assize-draw/1" });
    life.done(cast.leader, "draw.record", record);
    let replace = json!({ "draw": draw, "item": "T-1", "by": "T-3", "reason": "The ticket is lost" });
    life.done(cast.leader, "draw.replace", replace);
    life.done(cast.leader, "draw.abandon", json!({ "draw": draw, "reason": "It was last year's list" }));
    life
}

/// Criteria of the house's own, wording that comes and goes, and a test that is asked in another way while papers are made from it.
fn own_criteria(mut life: Carried) -> Carried {
    let manager = life.bench.cast.manager;
    let row = |id: &str, parent: Option<&str>| {
        json!({ "id": id, "title": format!("Rule {id}"), "parent": parent, "kind": "clause",
        "documented_information": parent.map(|_| "gate book") })
    };
    let set = json!({ "auditee": null, "set": { "criteria": "Yard rules:2026", "title": "Rules of the yard", "publisher": "The yard",
        "edition": "2026, first edition", "source": "The yard's own policy", "requirements": [row("1", None), row("1.1", Some("1"))] } });
    let set = life.done(manager, "criteria.adopt", set);
    let attach = json!({ "criteria": "Yard rules:2026", "requirement": "1.1", "text": "Every cart is written down at the gate",
        "licence": "Copy 17, licensed to the yard" });
    let wording = life.done(manager, "wording.attach", attach.clone());
    life.done(manager, "wording.remove", json!({ "wording": wording, "reason": "Of another edition" }));
    life.done(manager, "wording.attach", attach);
    life.done(manager, "criteria.retire", json!({ "criteria_set": set, "reason": "A new edition is out" }));

    let (leader, audit) = (life.bench.cast.leader, life.audit.to_string());
    life.initiate();
    life.done(manager, "test.adopt", json!({ "tests": [Carried::test("T-gate", &["A.5.1"])] }));
    life.done(leader, "papers.make", json!({ "audit": audit, "only": ["A.5.1"] }));
    let mut newer = Carried::test("T-gate", &["A.5.1"]);
    newer["digest"] = json!("cd".repeat(32));
    let events = life.give(manager, "test.adopt", json!({ "tests": [newer] })).unwrap();
    let (newer, older) = (events[0].subject().id, events[1].subject().id);
    let is_on_older = |paper: &crate::kernel::id::PaperId| {
        let paper = life.bench.get::<crate::evidence::Paper>(*paper);
        paper.test.is_some_and(|test| crate::kernel::record::Key::of(test).id == older)
    };
    let paper = life.papers().into_iter().find(is_on_older).unwrap();
    let to = json!({ "paper": paper.to_string(), "audit_test": newer.to_string() });
    life.done(leader, "paper.move_test_version", to);
    life
}

/// Attributes, a mapping that makes papers, and a trail that a case is followed along, in the audit that is under way.
fn correspondences(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let audit = life.audit.to_string();
    let set = json!({ "auditee": null, "set": { "criteria": "Yard rules:2027", "title": "Rules of the yard", "publisher": "The yard",
        "edition": "2027, second edition", "source": "The yard's own policy", "requirements": [{ "id": "1", "title": "Gates",
            "parent": null, "kind": "control", "documented_information": null,
            "attributes": [{ "name": "place", "values": ["north", "east"] }] }] } });
    life.done(cast.manager, "criteria.adopt", set);
    let pairs = [
        json!({ "from": "1", "to": "A.5.2", "relation": "changed", "note": "At night too" }),
        json!({ "from": null, "to": "A.5.3", "relation": "new", "note": null }),
    ];
    let mapping = json!({ "mapping": { "from": "Yard rules:2027", "to": CRITERIA, "source": "Compared by the yard", "pairs": pairs } });
    let mapping = life.done(cast.manager, "mapping.adopt", mapping);
    let mut gate = Carried::test("T-yard-gate", &["1"]);
    gate["requirements"][0]["criteria"] = json!("Yard rules:2027");
    life.done(cast.manager, "test.adopt", json!({ "tests": [gate] }));
    life.done(cast.leader, "papers.make", json!({ "audit": audit, "only": ["A.5.2"] }));
    life.done(
        cast.manager,
        "mapping.retire",
        json!({ "mapping": mapping, "reason": "The yard compared again" }),
    );
    let steps = [
        json!({ "test": "T-gate", "carry": "The number of the cart" }),
        json!({ "test": "T-yard-gate", "carry": "The number and the night" }),
    ];
    let trail = json!({ "trails": [{ "trail": "TR-cart", "title": "Did everybody see the cart?", "case": "A cart of last month",
        "about": "Whether the books agree", "steps": steps }] });
    let trail = life.done(cast.manager, "trail.adopt", trail);
    let follow = json!({ "audit": audit, "trail": trail, "case": "Cart 17", "basis": "The third of 40" });
    let case = life.done(cast.leader, "trail.follow", follow);
    life.get_ready();
    life.prepare();
    life.begin();
    let seen = json!({ "trail_case": case, "test": "T-gate", "seen": "The cart is in the book" });
    life.done(cast.leader, "trail.record_step", seen);
    life.done(cast.manager, "trail.retire", json!({ "audit_trail": trail }));
    life
}

/// A table of the house's own, corrected, calculated by, and retired.
fn tables(mut life: Carried) -> Carried {
    let manager = life.bench.cast.manager;
    let programme = life.bench.cast.programme.to_string();
    let table = |edition: &str, days: &str| {
        json!({ "table": { "key": "isms-days", "title": "Days of an ISMS audit", "source": "The house's own count",
            "edition": edition, "certainty": "decided", "content": { "is": "days", "day_rows": [
                { "from": 1, "to": 10, "days": "5" }, { "from": 11, "to": 15, "days": days }] } } })
    };
    life.done(manager, "table.adopt", table("2026", "5.5"));
    let events = life.give(manager, "table.adopt", table("2026, corrected", "6")).unwrap();
    let corrected = events.first().unwrap().subject().id.to_string();
    let inputs = json!({ "persons": 12, "tables": { "days": { "title": "Days of an ISMS audit", "source": "The house's own count",
        "edition": "2026, corrected", "certainty": "decided", "rows": table("", "6")["table"]["content"]["day_rows"] } } });
    let used = json!({ "audit": null, "programme": programme, "method": "audit-time", "software": "Assize 0.1.0",
        "tables": [{ "method_table": corrected, "revision": 2 }], "inputs": inputs.to_string(),
        "result": r#"{"days":"6"}"#, "conclusion": "Six days", "remark": null,
        "steps": [{ "what": "days", "working": "the row from 11 to 15", "value": "6", "source": null }] });
    life.done(manager, "method.record", used);
    let retire = json!({ "method_table": corrected, "reason": "The scheme's own table came out" });
    life.done(manager, "table.retire", retire);
    let rest = [
        ("isms-factors", json!({ "is": "factors", "low_most": 4, "medium_most": 6, "cells": cells() })),
        (
            "isms-shares",
            json!({ "is": "shares", "reduction_most": "0.3", "surveillance": "1/3", "recertification": "2/3",
            "auditing_least": "0.7", "remote_approval_above": null }),
        ),
        (
            "operations",
            json!({ "is": "frequencies", "frequency_rows": [{ "frequency": "weekly", "occurrences_most": 52, "usual": 5,
            "least": 3, "most": 9, "source": "The house", "certainty": "decided" }] }),
        ),
        (
            "weights",
            json!({ "is": "weights", "importance": 2, "risk": 3, "changes": 1, "findings": 2, "waiting": 1,
            "intervals": [{ "score_from": 20, "years": 1 }, { "score_from": 0, "years": 3 }] }),
        ),
    ];
    for (key, content) in rest {
        let table = json!({ "key": key, "title": key, "source": "The house", "edition": "2026", "certainty": "decided",
            "content": content });
        life.done(manager, "table.adopt", json!({ "table": table }));
    }
    life
}

/// Where people live, what their days cost, and how often they may come.
fn staffing(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let update = json!({ "person": cast.trainee.to_string(), "name": "Tim Trainee", "email": "tim@example.org",
        "employer": "Example Audits", "languages": ["en", "de"], "zone": "Europe/Vienna", "home": "vienna", "day_rate_cents": 45_000 });
    life.done(cast.trainee, "person.update", update);
    let mut policy = Policy::default().to_json();
    policy["rotation"] = json!([{ "audit_types": ["internal", "surveillance"], "roles": ["leader"], "consecutive_max": 3,
        "source": "House policy 7" }]);
    let draft = json!({ "title": "Programme 2027", "period": { "from": "2027-01-01", "to": "2027-12-31" }, "days": "60",
        "policy": policy });
    life.done(cast.manager, "programme.draft", draft);
    life
}

/// Claims of others, taken from a file and withdrawn.
fn claims(mut life: Carried) -> Carried {
    let leader = life.bench.cast.leader;
    let audit = life.audit.to_string();
    let file = json!({ "audit": audit, "name": "self.csv", "sha256": "cd".repeat(32), "bytes": 9, "media": "text/csv",
        "source": "The auditee", "classification": "internal" });
    let file = life.give(leader, "evidence.take", file).unwrap().first().unwrap().subject().id.to_string();
    let claim = json!({ "place": "row 2", "requirement": { "criteria": CRITERIA, "id": "6.1.2" }, "reference": "6.1.2",
        "title": "Risks are assessed", "text": "Every quarter", "says": "Compliant", "weight": null, "owner": null, "due": null });
    let take = json!({ "audit": audit, "evidence": file, "kind": "checklist", "title": "Self-assessment", "source": "The auditee",
        "layout": "columns", "claims": [claim] });
    let set = life.give(leader, "claims.take", take).unwrap().first().unwrap().subject().id.to_string();
    life.give(leader, "claims.withdraw", json!({ "claim_set": set, "reason": "The auditee sent another" }))
        .unwrap();
    life
}

/// What documents look like, and texts: adopted, taken, and retired.
fn documents(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let organization = crate::auditee::organization_id().to_string();
    let logo =
        json!({ "sha256": "ab".repeat(32), "media": "svg", "bytes": 1_200, "width": 400, "height": 100 });
    let letterhead = json!({ "logo": logo, "accent": "#1f4e5f", "address": "Example Road 1, 1010 Example", "footer": "Example Audits" });
    let set = json!({ "organization": organization, "letterhead": letterhead });
    life.done(cast.manager, "organization.set_letterhead", set);
    let adopt = |text: &str| json!({ "kind": "confidentiality", "language": "en", "text": text });
    life.done(cast.manager, "text.adopt", adopt("What {auditee} shows us stays with us."));
    let events =
        life.give(cast.manager, "text.adopt", adopt("What {auditee} shows {leader} stays with us.")).unwrap();
    let text = events.first().unwrap().subject().id.to_string();
    let take =
        json!({ "audit": life.audit.to_string(), "house_text": text, "place": "audit_plan.confidentiality" });
    life.done(cast.manager, "text.take", take);
    life.done(
        cast.manager,
        "text.retire",
        json!({ "house_text": text, "reason": "It is in the contract now" }),
    );
    life
}

/// Word files as templates: adopted in two versions, chosen in an audit, given up there, and retired.
fn templates(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let adopt = |digest: &str| json!({ "kind": "plan", "name": "House plan", "sha256": digest.repeat(32), "bytes": 21_000 });
    life.done(cast.manager, "template.adopt", adopt("a1"));
    let events = life.give(cast.manager, "template.adopt", adopt("a2")).unwrap();
    let template = events.first().unwrap().subject().id.to_string();
    let audit = life.audit.to_string();
    let choose = |template: Value| json!({ "audit": audit, "kind": "plan", "template": template });
    life.done(cast.manager, "template.choose", choose(json!(template)));
    life.done(cast.manager, "template.choose", choose(Value::Null));
    life.done(
        cast.manager,
        "template.retire",
        json!({ "template": template, "reason": "Plans look like our reports now" }),
    );
    life
}

/// An audit lent: what came home, an act that waited and was taken, one that was not, and the loan revoked.
fn field(mut life: Carried) -> Carried {
    let leader = life.bench.cast.leader;
    let audit = life.audit.to_string();
    let lend = json!({ "audit": audit, "borrower": leader.to_string(), "papers": [], "key": "assize/field/01+00000000+AQID",
        "content": "ab".repeat(32) });
    let loan = life.done(leader, "field.lend", lend);
    let bring = json!({ "loan": loan, "acts": 2, "entries": 2, "journal": "34".repeat(32), "journal_bytes": 900,
        "checkpoint": "assize/field/01\n2\n", "closed": "2026-11-02T15:00:00Z" });
    life.done(leader, "field.bring", bring);
    let take = json!({ "audit": audit, "name": "rack.jpg", "sha256": "56".repeat(32), "bytes": 7, "media": "image/jpeg",
        "classification": "confidential", "source": null });
    let waits = |number: i64| {
        json!({ "loan": loan, "number": number, "command": "evidence.take", "body": take.to_string(), "at": "2026-11-02T09:00:00Z",
            "zone_minutes": 60, "seed": "0102030405060708", "leaf": "78".repeat(32), "seen": null, "rule": "field.fits",
            "why": "The loan was revoked" })
    };
    let one = life.done(leader, "field.wait", waits(1));
    life.done(leader, "field.take", json!({ "field_act": one }));
    let two = life.done(leader, "field.wait", waits(2));
    life.done(
        leader,
        "field.settle",
        json!({ "field_act": two, "settlement": "kept", "reason": "It was taken already" }),
    );
    life.done(leader, "field.revoke", json!({ "loan": loan, "why": "The laptop was lost" }));
    life
}

/// A meeting signed on the spot, as it was drawn and by name, and its minutes corrected after that.
fn on_the_spot(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let meetings = life.bench.world.list::<Meeting>("audit", life.audit).unwrap();
    let opening = *meetings.first().unwrap();
    let (meeting, shown) = (opening.id().to_string(), opening.digest().to_string());
    let drawn = json!({ "meeting": meeting, "person": cast.contact.to_string(), "drawing": "M 20 120 L 80 60 L 140 130", "shown": shown });
    life.done(cast.leader, "meeting.sign_on_the_spot", drawn);
    let typed =
        json!({ "meeting": meeting, "name": "Rosa Field", "function": "shift leader", "shown": shown });
    life.done(cast.leader, "meeting.sign_on_the_spot", typed);
    let correct = json!({ "meeting": meeting, "minutes": "The lift is out of use until noon.", "why": "It was left out" });
    life.done(cast.leader, "meeting.correct_minutes", correct);
    life
}

/// Every pair of bands once.
fn cells() -> Value {
    let bands = ["low", "medium", "high"];
    let cell =
        |business: &str, it: &str| json!({ "business": business, "it": it, "least": "-0.1", "most": "0.1" });
    bands.iter().flat_map(|business| bands.iter().map(move |it| cell(business, it))).collect()
}

/// Rights given and withdrawn, one over everything, one over a programme, one over an audit.
fn rights(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let right = |person: PersonId, role: &str, over: Value, to: Option<&str>| {
        json!({ "person": person.to_string(), "role": role, "over": over,
            "period": { "from": "2026-09-01", "to": to }, "reason": "Peer assessment" })
    };
    let first = right(cast.approver, "administrator", json!({ "is": "organization" }), None);
    let first = Command::read("access.grant", &first).unwrap().unwrap();
    life.bench.act_as(Actor::Operator { on_behalf_of: None }, first).unwrap();
    let manager = right(cast.manager, "programme_manager", json!({ "is": "organization" }), None);
    life.done(cast.approver, "access.grant", manager);
    let end = Some("2036-12-31");
    let programme = json!({ "is": "programme", "programme": cast.programme.to_string() });
    life.done(cast.manager, "access.grant", right(cast.handler, "reader", programme, end));
    let audit = json!({ "is": "audit", "audit": life.audit.to_string() });
    let events = life.give(cast.manager, "access.grant", right(cast.handler, "reader", audit, end)).unwrap();
    let grant = events.first().unwrap().subject().id.to_string();
    let withdraw = json!({ "access_grant": grant, "reason": "It was read" });
    life.done(cast.manager, "access.withdraw", withdraw);
    life
}

/// What the auditee gives as its own, in an audit of theirs that goes on, and attendance that is signed.
fn own_evidence(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let take = json!({ "audit": life.audit.to_string(), "name": "reminders.csv", "sha256": "ef".repeat(32), "bytes": 24,
        "media": "text/csv", "classification": "confidential" });
    life.done(cast.contact, "evidence.take", take);
    let meetings = life.bench.world.list::<Meeting>("audit", life.audit).unwrap();
    let opening = meetings.first().unwrap().id().to_string();
    life.done(cast.contact, "meeting.sign_attendance", json!({ "meeting": opening }));
    life
}

/// A passkey that signs.
fn passkeys(mut life: Carried) -> Carried {
    let leader = life.bench.cast.leader;
    let bind = json!({ "person": leader.to_string(), "credential": "b25l", "public_key": "pQECAyYgASFYIA" });
    life.done(leader, "passkey.bind", bind);
    life
}

/// Files that are kept encrypted: one from the beginning and then anew, and a report's.
fn sealed(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    life.bench.cipher = Some("ab".repeat(32).parse().unwrap());
    let take = json!({ "audit": life.audit.to_string(), "name": "keys.csv", "sha256": "12".repeat(32), "bytes": 7,
        "media": "text/csv", "classification": "restricted", "source": null });
    let evidence = life.done(cast.leader, "evidence.take", take);
    life.bench.cipher = Some("cd".repeat(32).parse().unwrap());
    life.done(cast.manager, "evidence.seal", json!({ "evidence": evidence }));
    let issued = life.bench.world.all().find_map(|(_, held)| match &held.record {
        AnyRecord::Report(report) if matches!(report.state, ReportState::Issued { .. }) => Some(report.id),
        _ => None,
    });
    life.done(cast.manager, "report.seal", json!({ "report": issued.unwrap().to_string() }));
    life.bench.cipher = None;
    life
}

/// A table that was edited outside, and a list of people.
fn came_back(mut life: Carried) -> Carried {
    let cast = life.bench.cast;
    let take = json!({ "audit": life.audit.to_string(), "name": "nonconformities.xlsx", "sha256": "34".repeat(32), "bytes": 11,
        "media": "application/octet-stream", "classification": "internal", "source": null });
    life.done(cast.manager, "evidence.take", take);
    let table = json!({ "audit": life.audit.to_string(), "table": "nonconformities", "sha256": "34".repeat(32), "rows": 1 });
    life.done(cast.manager, "table_in.take", table);
    let list = json!({ "organization": organization_id().to_string(), "list": "people", "programme": null, "auditee": null, "person": null,
        "sha256": "56".repeat(32), "bytes": 12, "rows": 3 });
    life.done(cast.manager, "list_in.take", list);
    life
}

/// The world and the journal at the end of the house's life.
pub(crate) fn lived() -> Bench {
    let bench = house();
    let audit = bench.cast.planned.into();
    let mut life = Carried { bench, audit, evidence: None };
    let [ended_early, cancelled] = programme(&mut life);
    people(&mut life);
    let mut life = Carried::opened_in(life.bench);
    preparation(&mut life);
    fieldwork(&mut life);
    let finding = life.end("minor");
    report_and_follow_up(&mut life, &finding);
    after(&mut life);
    ends(&mut life, &ended_early, &cancelled);
    let life = correspondences(own_criteria(methods(life)));
    let life = sealed(own_evidence(rights(staffing(tables(life)))));
    on_the_spot(field(templates(came_back(documents(claims(passkeys(life))))))).bench
}
