//! The field: each rule done and refused, and acts that come home with the ids that they made there.

use serde_json::{Value, json};

use super::*;
use crate::audit::people::{AUDIT_LEADER, AUDIT_MANAGER};
use crate::evidence::{Note, Paper};
use crate::kernel::act::{Actor, Ctx, SEED_BYTES, STALE};
use crate::kernel::id::{NoteId, PersonId};
use crate::kernel::record::{Key, World};
use crate::registry::{Command, Event};
use crate::testing::carry::Carried;
use crate::testing::{refused_at, refused_by};

const SEED: [u8; SEED_BYTES] = [7; SEED_BYTES];

fn lending(carried: &Carried, borrower: PersonId, papers: &[String]) -> Value {
    json!({ "audit": carried.audit.to_string(), "borrower": borrower.to_string(), "papers": papers,
        "key": "field+00000000+AAAA", "content": "ab".repeat(32) })
}

fn lent(carried: &mut Carried) -> LoanId {
    let (auditor, lending) = (carried.bench.cast.auditor, lending(carried, carried.bench.cast.auditor, &[]));
    carried.done(auditor, "field.lend", lending).parse().unwrap()
}

/// An act that waits, as the store records it.
fn waits(carried: &mut Carried, loan: LoanId, number: i64, command: &str, body: &Value) -> FieldActId {
    let wait = json!({ "loan": loan.to_string(), "number": number, "command": command, "body": body.to_string(),
        "at": "2026-09-02T08:00:00Z", "zone_minutes": 120, "seed": "07".repeat(SEED_BYTES), "leaf": "cd".repeat(32),
        "seen": null, "rule": FIELD_FITS.id, "why": "An earlier act on the same record waits" });
    let id: FieldActId = carried.done(carried.bench.cast.leader, "field.wait", wait.clone()).parse().unwrap();
    assert_eq!(id, waiting_id(loan, number));
    assert_eq!(carried.give(carried.bench.cast.leader, "field.wait", wait), Ok(Vec::new()), "twice is once");
    id
}

fn note(carried: &Carried) -> Value {
    json!({ "paper": carried.papers()[0].to_string(), "method": "observation", "role": null, "text": "Seen in the field" })
}

#[test]
fn an_audit_is_lent_to_an_auditor_of_its_team_with_papers_of_its_own() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let paper = carried.papers()[0].to_string();
    let to_observer = lending(&carried, cast.observer, &[]);
    refused_at(carried.give(cast.leader, "field.lend", to_observer), &lend::LOAN_BORROWER, "/borrower");
    let strange = lending(&carried, cast.auditor, &["01890a5d-ac96-774b-bcce-b302099a8057".to_owned()]);
    refused_at(carried.give(cast.leader, "field.lend", strange), &lend::LOAN_PAPERS, "/papers/0");
    let by_stranger = lending(&carried, cast.auditor, std::slice::from_ref(&paper));
    refused_by(carried.give(cast.observer, "field.lend", by_stranger.clone()), &AUDIT_MANAGER);
    let to_another = lending(&carried, cast.leader, &[]);
    refused_by(carried.give(cast.auditor, "field.lend", to_another), &AUDIT_MANAGER);
    let loan: LoanId = carried.done(cast.auditor, "field.lend", by_stranger).parse().unwrap();
    assert_eq!(carried.bench.get::<Loan>(loan).papers().len(), 1);
    assert_eq!(without_its_file().rule, &FIELD_FILE);
}

#[test]
fn a_loan_is_revoked_once_by_the_leader_or_a_manager() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let loan = lent(&mut carried);
    let revoke = json!({ "loan": loan.to_string(), "why": "The laptop was lost" });
    refused_by(carried.give(cast.auditor, "field.revoke", revoke.clone()), &AUDIT_MANAGER);
    carried.done(cast.leader, "field.revoke", revoke.clone());
    refused_at(carried.give(cast.leader, "field.revoke", revoke), &LOAN_STANDS, "/loan");
}

#[test]
fn what_came_home_is_recorded_and_an_earlier_state_of_it_tells_nothing() {
    let mut carried = Carried::conducting();
    let leader = carried.bench.cast.leader;
    let loan = lent(&mut carried);
    let bring = |entries: i64| {
        json!({ "loan": loan.to_string(), "acts": entries, "entries": entries, "journal": "ef".repeat(32), "journal_bytes": 9,
            "checkpoint": "field\n1\n", "closed": "2026-09-02T16:00:00Z" })
    };
    carried.done(leader, "field.bring", bring(3));
    assert_eq!(carried.give(leader, "field.bring", bring(3)), Ok(Vec::new()));
    assert_eq!(carried.give(leader, "field.bring", bring(2)), Ok(Vec::new()));
    carried.done(leader, "field.bring", bring(5));
    assert_eq!(carried.bench.get::<Loan>(loan).returns().len(), 2);
}

#[test]
fn a_waiting_act_is_taken_with_the_ids_that_it_made_by_whom_it_was_and_once() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let loan = lent(&mut carried);
    let body = note(&carried);
    let act = waits(&mut carried, loan, 1, "note.write", &body);
    let take = json!({ "field_act": act.to_string() });
    refused_by(carried.give(cast.auditor, "field.take", take.clone()), &AUDIT_MANAGER);
    let events = carried.give(cast.leader, "field.take", take.clone()).unwrap();
    let [Event::NoteWritten(written), Event::ActTaken(_)] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(written.author, cast.auditor, "what was noted in the field was noted by whom it was");
    let then =
        Ctx::new("2026-09-02T08:00:00Z".parse().unwrap(), Actor::Person { person: cast.auditor }, SEED);
    assert_eq!(written.note, then.id::<NoteId>().unwrap());
    assert!(carried.bench.world.find::<Note>(written.note).unwrap().is_some());
    refused_at(carried.give(cast.leader, "field.take", take), &settle::FIELD_WAITS, "/field_act");
}

#[test]
fn a_waiting_act_is_kept_out_or_set_aside_with_a_reason_and_stays_readable() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let loan = lent(&mut carried);
    let body = note(&carried);
    for (number, settlement) in [(1, "kept"), (2, "set_aside")] {
        let act = waits(&mut carried, loan, number, "note.write", &body);
        let settle = json!({ "field_act": act.to_string(), "settlement": settlement, "reason": "It stands in another note" });
        refused_by(carried.give(cast.auditor, "field.settle", settle.clone()), &AUDIT_MANAGER);
        carried.done(cast.leader, "field.settle", settle.clone());
        refused_at(carried.give(cast.leader, "field.settle", settle), &settle::FIELD_WAITS, "/field_act");
        let kept: Value = serde_json::from_str(carried.bench.get::<FieldAct>(act).body().as_str()).unwrap();
        assert_eq!(kept["text"], body["text"]);
    }
}

#[test]
fn the_files_of_acts_that_wait_or_were_settled_go_with_their_audit() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let audit = carried.audit.to_string();
    let loan = lent(&mut carried);
    let body = note(&carried);
    let noted = waits(&mut carried, loan, 1, "note.write", &body);
    assert_eq!(taken_by(carried.bench.get::<FieldAct>(noted)), None);
    let digests = ["1a".repeat(32), "2b".repeat(32)];
    let mut acts = Vec::new();
    for (number, digest) in (2..).zip(&digests) {
        let body = json!({ "audit": audit, "name": "rack.jpg", "sha256": digest, "bytes": 3, "media": "image/jpeg",
            "classification": "confidential" });
        acts.push(waits(&mut carried, loan, number, "evidence.take", &body));
    }
    let settle =
        json!({ "field_act": acts[1].to_string(), "settlement": "set_aside", "reason": "Taken twice" });
    carried.done(cast.leader, "field.settle", settle);
    carried.done(cast.leader, "audit.terminate", json!({ "audit": audit, "reason": "The works were sold" }));
    carried.bench.pass_days(40_000);
    let erase = json!({ "scope": { "is": "audit", "audit": audit }, "authority": "x", "reason": "y" });
    let events = carried.give(cast.manager, "record.erase", erase).unwrap();
    let [Event::Erased(erased)] = events.as_slice() else { panic!("{events:?}") };
    for digest in &digests {
        assert!(erased.blobs.iter().any(|blob| blob.as_str() == digest), "{:?}", erased.blobs);
    }
}

#[test]
fn what_the_law_refuses_is_refused_when_it_is_taken_too() {
    let mut carried = Carried::conducting();
    let cast = carried.bench.cast;
    let loan = lent(&mut carried);
    for (number, command) in [(1, "field.invented"), (2, "access.grant"), (3, "audit.begin")] {
        let body = json!({ "audit": carried.audit.to_string() });
        let act = waits(&mut carried, loan, number, command, &body);
        let take = json!({ "field_act": act.to_string() });
        refused_by(carried.give(cast.leader, "field.take", take), &FIELD_COMMAND);
        assert_eq!(*carried.bench.get::<FieldAct>(act).state(), FieldActState::Waiting);
    }
    let meeting = carried.meeting("other");
    let other = waits(&mut carried, loan, 4, "meeting.record", &meeting);
    let take = json!({ "field_act": other.to_string() });
    refused_by(carried.give(cast.leader, "field.take", take), &AUDIT_LEADER);
}

#[test]
fn an_act_from_the_field_fits_the_version_that_it_was_done_on_and_no_other_audit() {
    let carried = Carried::conducting();
    let cast = carried.bench.cast;
    let paper = carried.papers()[0];
    let seen = carried.bench.world.version(Key::of(paper)).unwrap();
    let field = |seen, audit| InField {
        loan: crate::testing::id(1),
        audit,
        borrower: cast.auditor,
        number: 1,
        at: "2026-09-02T08:00:00Z".parse().unwrap(),
        zone_minutes: 120,
        seed: SEED,
        leaf: "ab".repeat(32).parse().unwrap(),
        seen,
    };
    let body = json!({ "paper": paper.to_string(), "evaluation": "not_audited", "reason": "No time" });
    let command = Command::read("paper.evaluate", &body).unwrap().unwrap();
    let now = Ctx::new(carried.bench.now, Actor::Person { person: cast.leader }, [1; SEED_BYTES]);
    let world: &World = &carried.bench.world;
    refused_by(field(Some(seen + 1), carried.audit).decide(&command, world, &now), &STALE);
    assert_eq!(field(Some(seen), carried.audit).decide(&command, world, &now).unwrap().len(), 1);
    let elsewhere = field(Some(seen), crate::testing::id(99));
    refused_by(elsewhere.decide(&command, world, &now), &FIELD_COMMAND);
    assert!(world.find::<Paper>(paper).unwrap().is_some());
}

#[test]
fn every_command_of_the_field_is_one_of_the_law() {
    for name in FIELD_COMMANDS {
        assert!(Command::NAMES.contains(name), "there is no command `{name}`");
        assert!(of_the_field(name).is_ok());
    }
    refused_by(of_the_field("report.issue"), &FIELD_COMMAND);
}

#[test]
fn why_an_act_waits_is_kept_in_english_and_as_it_was_said() {
    let why = why::Why::of(&[why::of_a_revoked_loan(), why::behind_another()]).unwrap();
    assert_eq!(why.rule.as_str(), LOAN_STANDS.id);
    assert!(why.english.as_str().contains("an earlier act on the same record waits"), "{}", why.english);
    let said: Value = serde_json::from_str(why.said.unwrap().as_str()).unwrap();
    assert_eq!(said["refusals"][1]["hint"]["template"], "decide on that first");
    assert_eq!(why::Why::of(&[]), None);
}

#[test]
fn briefs_of_acts_are_parts_of_them_all_their_lives() {
    let mut world = World::complete();
    let mut checked = std::collections::BTreeSet::new();
    for (stamp, event) in &crate::testing::life::lived().journal {
        event.apply(&mut world, stamp).unwrap();
        for (_, held) in world.all() {
            let crate::registry::AnyRecord::FieldAct(act) = &held.record else { continue };
            crate::kernel::brief::tests::check::<FieldActStanding>(act);
            checked.insert(act.state.word());
        }
    }
    assert_eq!(checked.into_iter().collect::<Vec<_>>(), ["settled", "taken", "waiting"]);
}
