//! Working papers and evidence: each rule done and refused.

mod mapped;
mod trails;

use serde_json::{Value, json};

use super::{AUDIT_OVER, collect, evaluate, notes, papers, tests_adopted, versions};
use super::{AuditTest, Evidence, FIELDWORK_MEMBER, FIELDWORK_STATE, Note, Paper, PaperPurpose, PaperState};
use crate::audit::{Audit, AuditState};
use crate::kernel::id::PaperId;
use crate::kernel::refusal::{Rule, Stop};
use crate::registry::Event;
use crate::testing::carry::Carried;
use crate::testing::{CRITERIA, id, refused_by, t};

#[track_caller]
fn refused(result: Result<Vec<Event>, Stop>, rule: &'static Rule) {
    refused_by(result, rule);
}

fn with(mut body: Value, at: &str, value: Value) -> Value {
    *body.pointer_mut(at).unwrap_or_else(|| panic!("no {at}")) = value;
    body
}

#[test]
fn papers_are_made_from_the_tests_and_the_statement() {
    let mut carried = Carried::opened();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let make = json!({ "audit": audit, "only": [] });
    refused(carried.give(cast.leader, "papers.make", make.clone()), &papers::PAPERS_INITIATED);
    let mut carried = Carried::initiated();
    refused(carried.give(cast.leader, "papers.make", make.clone()), &papers::PAPERS_NONE);
    let mut nothing = Carried::test("T-0", &["4.1"]);
    nothing["requirements"] = json!([]);
    refused(
        carried.give(cast.manager, "test.adopt", json!({ "tests": [nothing] })),
        &tests_adopted::TEST_REQUIREMENTS,
    );
    let mut other = Carried::test("T-other", &["4.1"]);
    other["audit_types"] = json!(["stage_1"]);
    let tests =
        json!({ "tests": [Carried::test("T-1", &["A.5.1"]), Carried::test("T-2", &["A.7.4"]), other] });
    carried.done(cast.manager, "test.adopt", tests.clone());
    assert!(carried.give(cast.manager, "test.adopt", tests).unwrap().is_empty(), "a version is adopted once");
    carried.done(cast.leader, "papers.make", make.clone());
    let mut made: Vec<(PaperPurpose, u32)> = carried
        .papers()
        .iter()
        .map(|paper| carried.bench.get::<Paper>(*paper))
        .map(|paper| (paper.purpose, paper.minutes))
        .collect();
    made.sort_by_key(|(_, minutes)| std::cmp::Reverse(*minutes));
    assert_eq!(
        made,
        [(PaperPurpose::Test, 20), (PaperPurpose::Exclusion, 7)],
        "an excluded control gets the test of its exclusion"
    );
    assert!(carried.give(cast.leader, "papers.make", make).unwrap().is_empty(), "papers that are there stay");
    let test = carried.bench.get::<Paper>(carried.papers()[0]).test.unwrap().to_string();
    carried.done(cast.manager, "test.retire", json!({ "audit_test": test }));
    assert!(carried.bench.get::<AuditTest>(test.parse().unwrap()).retired);
    refused(
        carried.give(cast.manager, "test.retire", json!({ "audit_test": test })),
        &tests_adopted::TEST_RETIRED,
    );
}

#[test]
fn an_open_paper_moves_to_another_version_of_its_own_test() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let paper = carried.papers()[0];
    let old = carried.bench.get::<Paper>(paper).test.unwrap();
    let old_test = carried.bench.get::<AuditTest>(old).clone();
    let mut newer = Carried::test(old_test.test.as_str(), &["A.5.1", "8.1"]);
    newer["digest"] = json!("cd".repeat(32));
    newer["title"] = json!("The question as it is asked now");
    newer["minutes"] = json!(50);
    let other = Carried::test("T-of-another-kind", &["A.5.1"]);
    carried.done(cast.manager, "test.adopt", json!({ "tests": [newer.clone(), other.clone()] }));
    let version = id_of;
    let to = |audit_test: String| json!({ "paper": paper.to_string(), "audit_test": audit_test });
    let unmoved = carried.bench.get::<Paper>(paper).clone();
    assert_eq!(unmoved.test, Some(old), "an audit under way keeps its version");
    refused(
        carried.give(cast.leader, "paper.move_test_version", to(version(&other))),
        &versions::VERSION_SAME_TEST,
    );
    refused(carried.give(cast.observer, "paper.move_test_version", to(version(&newer))), &FIELDWORK_MEMBER);
    carried.done(cast.leader, "paper.move_test_version", to(version(&newer)));
    let moved = carried.bench.get::<Paper>(paper).clone();
    assert_eq!(moved.test.unwrap().to_string(), version(&newer));
    assert_eq!((moved.title.as_str(), moved.minutes), ("The question as it is asked now", 50));
    assert_eq!(moved.requirements.len(), 2);
    assert_eq!((moved.samples, moved.assignee), (unmoved.samples, unmoved.assignee));
    let again = carried.give(cast.leader, "paper.move_test_version", to(version(&newer)));
    assert!(again.unwrap().is_empty(), "it is there already");
    refused(
        carried.give(cast.leader, "paper.move_test_version", to(old.to_string())),
        &versions::VERSION_IN_USE,
    );
    newer["digest"] = json!("ef".repeat(32));
    newer["requirements"] = json!([{ "criteria": "Yard rules:2026", "id": "1" }]);
    carried.done(cast.manager, "test.adopt", json!({ "tests": [newer.clone()] }));
    refused(
        carried.give(cast.leader, "paper.move_test_version", to(version(&newer))),
        &versions::VERSION_SERVES,
    );
}

#[test]
fn an_evaluated_paper_stays_with_its_version() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let paper = carried.papers()[0];
    let old = carried.bench.get::<Paper>(paper).test.unwrap();
    let newer = version_of(carried.bench.get::<AuditTest>(old).test.as_str(), "cd");
    carried.done(cast.manager, "test.adopt", json!({ "tests": [newer] }));
    carried.evaluate(paper, "conforms");
    let to = json!({ "paper": paper.to_string(), "audit_test": id_of(&newer) });
    refused(carried.give(cast.leader, "paper.move_test_version", to.clone()), &versions::VERSION_OPEN);
    let reopen = json!({ "paper": paper.to_string(), "reason": "Looked at with the new question" });
    carried.done(cast.leader, "paper.reopen", reopen);
    carried.done(cast.leader, "paper.move_test_version", to);
}

/// A version of a test.
fn version_of(test: &str, digest: &str) -> Value {
    with(Carried::test(test, &["A.5.1"]), "/digest", json!(digest.repeat(32)))
}

fn id_of(test: &Value) -> String {
    let (id, digest) = (test["test"].as_str().unwrap(), test["digest"].as_str().unwrap());
    super::audit_test_id(&id.parse().unwrap(), &digest.parse().unwrap()).to_string()
}

#[test]
fn adopting_a_changed_test_retires_the_version_before_it() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let (first, second, other) = (version_of("T-1", "01"), version_of("T-1", "02"), version_of("T-2", "01"));
    let mut adopt = |tests: &[&Value]| -> Vec<&str> {
        let events = carried.give(cast.manager, "test.adopt", json!({ "tests": tests })).unwrap();
        events.iter().map(Event::kind).collect()
    };
    assert_eq!(adopt(&[&first, &other]), ["test.adopted", "test.adopted"]);
    assert_eq!(adopt(&[&second, &other]), ["test.adopted", "test.retired"]);
    assert_eq!(adopt(&[&second, &other]), [""; 0], "nothing is new");
    assert_eq!(adopt(&[&first]), [""; 0], "what is retired is not brought back unasked");
    let retired = |test: &Value| carried.bench.get::<AuditTest>(id_of(test).parse().unwrap()).retired;
    assert_eq!([retired(&first), retired(&second), retired(&other)], [true, false, false]);
    carried.done(cast.leader, "papers.make", json!({ "audit": audit, "only": [] }));
    let papers = carried.papers();
    let mut used: Vec<String> =
        papers.iter().map(|paper| carried.bench.get::<Paper>(*paper).test.unwrap().to_string()).collect();
    used.sort();
    let mut newest = [id_of(&second), id_of(&other)];
    newest.sort();
    assert_eq!(used, newest, "new papers are made from the newest version alone");
    for twice in [version_of("T-3", "01"), version_of("T-3", "02")] {
        let tests = json!({ "tests": [version_of("T-3", "01"), twice] });
        refused(carried.give(cast.manager, "test.adopt", tests), &tests_adopted::TEST_ONCE);
    }
}

#[test]
fn versions_left_from_before_are_retired_when_the_one_in_use_is_named() {
    let mut carried = Carried::initiated();
    let manager = carried.bench.cast.manager;
    let (first, second) = (version_of("T-1", "01"), version_of("T-1", "02"));
    carried.done(manager, "test.adopt", json!({ "tests": [first] }));
    carried.done(manager, "test.adopt", json!({ "tests": [second] }));
    // A store from before this law has both in use.
    carried.bench.change::<AuditTest>(id_of(&first).parse().unwrap(), |test| test.retired = false);
    let events = carried.give(manager, "test.adopt", json!({ "tests": [second] })).unwrap();
    assert_eq!(events.iter().map(Event::kind).collect::<Vec<_>>(), ["test.retired"]);
    assert!(carried.bench.get::<AuditTest>(id_of(&first).parse().unwrap()).retired);
}

#[test]
fn work_is_given_to_auditors_of_the_team_alone() {
    let mut carried = Carried::ready_to_prepare();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let paper = carried.papers()[0].to_string();
    let assign = json!({ "audit": audit, "papers": [paper], "assignee": cast.observer.to_string() });
    refused(carried.give(cast.leader, "papers.assign", assign.clone()), &papers::PAPERS_ASSIGNEE);
    let unknown = with(assign.clone(), "/papers/0", json!(id::<PaperId>(999).to_string()));
    let unknown = with(unknown, "/assignee", json!(cast.leader.to_string()));
    refused(carried.give(cast.leader, "papers.assign", unknown), &papers::PAPERS_OF_AUDIT);
    carried.done(cast.leader, "papers.assign", with(assign, "/assignee", json!(cast.leader.to_string())));
}

#[test]
fn an_evaluation_rests_on_evidence_or_says_why_there_is_none() {
    let mut carried = Carried::prepared();
    let cast = carried.bench.cast;
    let [first, second, third] = carried.papers()[..] else { panic!() };
    let evaluate =
        |paper: PaperId, evaluation: &str| json!({ "paper": paper.to_string(), "evaluation": evaluation });
    refused(carried.give(cast.auditor, "paper.evaluate", evaluate(first, "conforms")), &FIELDWORK_STATE);
    let mut carried = Carried::conducting();
    refused(carried.give(cast.contact, "paper.evaluate", evaluate(first, "conforms")), &FIELDWORK_MEMBER);
    refused(
        carried.give(cast.auditor, "paper.evaluate", evaluate(first, "conforms")),
        &evaluate::PAPER_EVIDENCE,
    );
    refused(
        carried.give(cast.auditor, "paper.evaluate", evaluate(first, "not_audited")),
        &evaluate::PAPER_REASON,
    );
    let mut reasoned = evaluate(second, "not_applicable");
    reasoned["reason"] = json!("There is no such process");
    carried.done(cast.auditor, "paper.evaluate", reasoned.clone());
    refused(carried.give(cast.auditor, "paper.evaluate", reasoned), &evaluate::PAPER_OPEN);
    refused(
        carried.give(cast.leader, "paper.review", json!({ "paper": third.to_string() })),
        &evaluate::PAPER_EVALUATED,
    );
    carried.evaluate(first, "does_not_conform");
    refused(
        carried.give(cast.auditor, "paper.review", json!({ "paper": first.to_string() })),
        &evaluate::PAPER_REVIEWER,
    );
    carried.done(cast.leader, "paper.review", json!({ "paper": first.to_string() }));
    let note = json!({ "paper": first.to_string(), "method": "observation", "text": "late" });
    refused(carried.give(cast.auditor, "note.write", note), &notes::PAPER_STANDS);
    carried.done(
        cast.leader,
        "paper.reopen",
        json!({ "paper": first.to_string(), "reason": "More was seen" }),
    );
    assert_eq!(carried.bench.get::<Paper>(first).state, PaperState::Open);

    // A draft binds nobody; a nonconformity that was raised keeps its paper shut.
    carried.done(cast.auditor, "paper.evaluate", evaluate(first, "does_not_conform"));
    let nonconformity = carried.nonconformity("minor");
    let finding = carried.done(cast.auditor, "finding.draft", nonconformity);
    let reopen = json!({ "paper": first.to_string(), "reason": "Looked at again" });
    carried.done(cast.leader, "paper.reopen", reopen.clone());
    carried.done(cast.auditor, "paper.evaluate", evaluate(first, "does_not_conform"));
    carried.done(cast.leader, "finding.raise", json!({ "finding": finding }));
    refused(carried.give(cast.leader, "paper.reopen", reopen), &evaluate::PAPER_FINDING);
}

#[test]
fn a_technical_reviewer_reviews_and_a_lone_auditors_paper_says_so() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let [first, second, _] = carried.papers()[..] else { panic!() };
    carried.evaluate(first, "conforms");
    carried.done(cast.reviewer, "paper.review", json!({ "paper": first.to_string() }));
    carried.evaluate(second, "conforms");
    carried
        .bench
        .change::<Audit>(carried.audit, |audit| audit.team.retain(|member| member.person == cast.auditor));
    carried.done(cast.auditor, "paper.review", json!({ "paper": second.to_string() }));
    let PaperState::Reviewed { reviewed, .. } = &carried.bench.get::<Paper>(second).state else { panic!() };
    assert!(reviewed.is_none(), "nobody else could");
}

#[test]
fn a_trainees_paper_is_reviewed_by_who_directs_them() {
    let mut carried = Carried::conducting();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let paper = carried.papers()[0];
    let appoint = json!({ "audit": audit, "person": cast.trainee.to_string(), "role": "trainee", "directed_by": cast.leader.to_string(), "safeguards": [] });
    carried.done(cast.leader, "audit.appoint", appoint);
    let attach = json!({ "paper": paper.to_string(), "evidence": carried.evidence.unwrap().to_string() });
    carried.done(cast.trainee, "paper.attach", attach);
    carried.done(
        cast.trainee,
        "paper.evaluate",
        json!({ "paper": paper.to_string(), "evaluation": "conforms" }),
    );
    refused(
        carried.give(cast.auditor, "paper.review", json!({ "paper": paper.to_string() })),
        &evaluate::PAPER_TRAINEE,
    );
    carried.done(cast.leader, "paper.review", json!({ "paper": paper.to_string() }));
}

#[test]
fn notes_say_whom_was_asked_and_stay_their_authors() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let paper = carried.papers()[0].to_string();
    let interview = json!({ "paper": paper, "method": "interview", "text": "Nobody set a level" });
    refused(carried.give(cast.auditor, "note.write", interview.clone()), &notes::NOTE_ROLE);
    let mut asked = interview;
    asked["role"] = json!("risk owner");
    let note = carried.done(cast.auditor, "note.write", asked);
    let edit = json!({ "note": note, "role": "risk owner", "text": "Nobody has set a level" });
    refused(carried.give(cast.leader, "note.edit", edit.clone()), &notes::NOTE_AUTHOR);
    carried.done(cast.auditor, "note.edit", edit);
    assert_eq!(carried.bench.get::<Note>(note.parse().unwrap()).text.as_str(), "Nobody has set a level");
    let sample = json!({ "paper": paper, "sample": { "population": "risks", "population_size": 26, "size": 10, "basis": "judgement", "deviations": 2 } });
    for (at, value) in [("/sample/size", json!(27)), ("/sample/deviations", json!(11))] {
        refused(
            carried.give(cast.auditor, "paper.record_sample", with(sample.clone(), at, value)),
            &notes::SAMPLE_SIZE,
        );
    }
    carried.done(cast.auditor, "paper.record_sample", sample);
    let attach = json!({ "paper": paper, "evidence": carried.evidence.unwrap().to_string() });
    let evidence = carried.evidence.unwrap();
    carried.bench.change::<Evidence>(evidence, |evidence| evidence.audit = id(999));
    refused(carried.give(cast.auditor, "paper.attach", attach.clone()), &notes::EVIDENCE_OF_AUDIT);
    let own = carried.audit;
    carried.bench.change::<Evidence>(evidence, |evidence| evidence.audit = own);
    carried.done(cast.auditor, "paper.attach", attach.clone());
    carried.done(cast.auditor, "paper.detach", attach);
    assert!(carried.bench.get::<Paper>(paper.parse().unwrap()).evidence.is_empty());
}

#[test]
fn evidence_is_taken_or_seen_by_the_team_and_not_after_the_audit_was_stopped() {
    let mut carried = Carried::conducting();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let seen = json!({ "audit": audit, "name": "Seal book", "what": "Seal of share A, intact", "place": "Vienna, by camera",
        "seen_at": "2026-09-01T07:30:00Z", "seen_by": cast.auditor.to_string(), "classification": "restricted" });
    refused(
        carried.give(
            cast.auditor,
            "evidence.record_seen",
            with(seen.clone(), "/seen_by", json!(cast.stranger.to_string())),
        ),
        &collect::EVIDENCE_SEEN_BY,
    );
    refused(
        carried.give(
            cast.auditor,
            "evidence.record_seen",
            with(seen.clone(), "/seen_at", json!("2026-09-02T07:30:00Z")),
        ),
        &collect::EVIDENCE_SEEN_AT,
    );
    let evidence = carried.done(cast.auditor, "evidence.record_seen", seen.clone());
    let take = json!({ "audit": audit, "name": "x", "sha256": "ab".repeat(32), "bytes": -1, "media": "text/plain", "classification": "public" });
    refused(carried.give(cast.auditor, "evidence.take", take), &collect::EVIDENCE_LENGTH);
    let lower = json!({ "evidence": evidence, "classification": "public" });
    refused(carried.give(cast.auditor, "evidence.classify", lower.clone()), &collect::EVIDENCE_LOWERED);
    let mut reasoned = lower;
    reasoned["reason"] = json!("It was published since");
    carried.done(cast.auditor, "evidence.classify", reasoned);
    // That a file is kept encrypted is said by the store alone.
    let seal = json!({ "evidence": evidence });
    refused(carried.give(cast.manager, "evidence.seal", seal.clone()), &collect::EVIDENCE_SEALED);
    carried.bench.cipher = Some("cd".repeat(32).parse().unwrap());
    carried.done(cast.manager, "evidence.seal", seal.clone());
    assert_eq!(carried.bench.get::<Evidence>(evidence.parse().unwrap()).cipher, carried.bench.cipher);
    assert!(carried.give(cast.manager, "evidence.seal", seal).unwrap().is_empty(), "it is said once");
    carried.bench.cipher = None;
    carried.done(
        cast.auditor,
        "evidence.record_custody",
        json!({ "evidence": evidence, "what": "handed back" }),
    );
    assert_eq!(carried.bench.get::<Evidence>(evidence.parse().unwrap()).custody.len(), 2);
    let stamp = carried.bench.stamp(cast.manager);
    carried.bench.change::<Audit>(carried.audit, |audit| {
        audit.state = AuditState::Terminated { terminated: stamp, terminated_why: t("no access") };
    });
    refused(carried.give(cast.auditor, "evidence.record_seen", seen), &AUDIT_OVER);
}

#[test]
fn earlier_nonconformities_come_into_the_next_audit() {
    let (mut carried, _) = Carried::reporting("minor");
    let cast = carried.bench.cast;
    let mut next = carried.audit().clone();
    next.id = id(300);
    let stamp = carried.bench.stamp(cast.leader);
    next.state = AuditState::Initiated { initiated: stamp.clone() };
    next.report = None;
    carried.bench.put(next);
    let audit = id::<crate::kernel::id::AuditId>(300);
    carried.done(cast.leader, "papers.make", json!({ "audit": audit.to_string(), "only": [] }));
    let papers = carried.bench.world.list::<Paper>("audit", audit).unwrap();
    assert_eq!(papers.iter().filter(|paper| paper.previous.is_some()).count(), 1);
    let papers: Vec<_> = papers.into_iter().cloned().collect();
    carried.bench.change::<Audit>(audit, |next| next.state = AuditState::Reporting { ended: stamp });
    let mut draft = carried.report();
    draft["audit"] = json!(audit.to_string());
    let report = carried.done(cast.leader, "report.draft", draft);
    let content = crate::report::content(&carried.bench.world, report.parse().unwrap()).unwrap();
    let references: Vec<String> =
        content.previous.unwrap().into_iter().map(|earlier| earlier.reference).collect();
    assert_eq!(references, ["2026-09 / 1"]);
    assert_eq!(
        papers
            .iter()
            .filter(|paper| paper.requirements.iter().any(|r| r.criteria.as_str() == CRITERIA))
            .count(),
        papers.len()
    );
}

#[test]
fn what_the_auditee_gives_is_the_auditees_and_what_the_team_takes_is_not() {
    let mut carried = Carried::conducting();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let takers = [
        (cast.contact, true),
        (cast.client, true),
        (cast.leader, false),
        (cast.auditor, false),
        (cast.manager, false),
    ];
    for (n, (taker, gives)) in takers.into_iter().enumerate() {
        let take = json!({ "audit": audit, "name": "register.csv", "sha256": format!("{n:064x}"), "bytes": 3,
            "media": "text/csv", "classification": "confidential" });
        let evidence = carried.done(taker, "evidence.take", take);
        let given_by = carried.bench.get::<Evidence>(evidence.parse().unwrap()).given_by;
        assert_eq!(given_by, gives.then_some(taker), "{n}");
    }
    // A contact who is in the team takes evidence for the team.
    let contact = cast.contact;
    carried.bench.change::<Audit>(audit.parse().unwrap(), |audit| audit.team[0].person = contact);
    let take = json!({ "audit": audit, "name": "register.csv", "sha256": "ab".repeat(32), "bytes": 3,
        "media": "text/csv", "classification": "confidential" });
    let evidence = carried.done(contact, "evidence.take", take);
    assert_eq!(carried.bench.get::<Evidence>(evidence.parse().unwrap()).given_by, None);
}
