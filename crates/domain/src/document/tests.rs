use serde_json::{Value, json};

use super::followed::DOCUMENT_NONCONFORMITY;
use super::template::{TEMPLATE_FILE, TEMPLATE_KIND, TEMPLATE_RETIRED};
use super::{
    DocumentKind, Says, TEMPLATE_BYTES_MAX, Template, chosen, corrective_actions, meeting, nonconformities,
    plan, profile,
};
use crate::audit::people::AUDIT_MANAGER;
use crate::kernel::id::TemplateId;
use crate::registry::Command;
use crate::testing::carry::Carried;
use crate::testing::{Bench, refused_at, refused_by};

fn command(name: &str, body: &Value) -> Command {
    Command::read(name, body).unwrap().unwrap()
}

fn adopt(kind: &str, name: &str, digest: &str, bytes: u32) -> Command {
    command(
        "template.adopt",
        &json!({ "kind": kind, "name": name, "sha256": digest.repeat(32), "bytes": bytes }),
    )
}

fn adopted(bench: &mut Bench, kind: &str, name: &str, digest: &str) -> TemplateId {
    let manager = bench.cast.manager;
    let events = bench.act(manager, adopt(kind, name, digest, 9)).unwrap();
    events.first().unwrap().subject().id.into()
}

#[test]
fn one_version_of_each_name_is_in_use() {
    let mut bench = Bench::standing();
    let manager = bench.cast.manager;
    let first = adopted(&mut bench, "plan", "House", "a1");
    let other = adopted(&mut bench, "plan", "Short", "a1");
    assert!(bench.act(manager, adopt("plan", "House", "a1", 9)).unwrap().is_empty());
    let second = adopted(&mut bench, "plan", "House", "a2");
    let of = |id| {
        let template = bench.get::<Template>(id);
        (template.revision, template.is_in_use())
    };
    assert_eq!([first, second, other].map(of), [(1, false), (2, true), (1, true)]);
    bench.done(manager, adopt("plan", "Large", "a3", TEMPLATE_BYTES_MAX));
    for bytes in [0, TEMPLATE_BYTES_MAX + 1] {
        refused_at(bench.act(manager, adopt("plan", "Large", "a4", bytes)), &TEMPLATE_FILE, "/bytes");
    }
    let retire = command("template.retire", &json!({ "template": second.to_string(), "reason": "Too long" }));
    bench.done(manager, retire.clone());
    refused_by(bench.act(manager, retire), &TEMPLATE_RETIRED);
}

#[test]
fn an_audit_chooses_a_version_and_keeps_it() {
    let mut life = Carried::opened();
    let (leader, manager) = (life.bench.cast.leader, life.bench.cast.manager);
    let audit = life.audit;
    let first = adopted(&mut life.bench, "plan", "House", "a1");
    let report = adopted(&mut life.bench, "report", "House", "b1");
    let choose = |kind: &str, template: Option<TemplateId>| {
        let template = template.map(|id| id.to_string());
        command("template.choose", &json!({ "audit": audit.to_string(), "kind": kind, "template": template }))
    };
    let held = |bench: &Bench| {
        chosen(&bench.world, Some(audit), DocumentKind::Plan).unwrap().map(|template| template.id)
    };
    assert!(life.bench.act(leader, choose("plan", None)).unwrap().is_empty());
    life.bench.done(leader, choose("plan", Some(first)));
    assert!(life.bench.act(leader, choose("plan", Some(first))).unwrap().is_empty());
    let second = adopted(&mut life.bench, "plan", "House", "a2");
    assert_eq!(held(&life.bench), Some(first), "another version changes no audit");
    refused_at(life.bench.act(leader, choose("report", Some(first))), &TEMPLATE_KIND, "/template");
    refused_at(life.bench.act(leader, choose("profile", None)), &TEMPLATE_KIND, "/kind");
    life.bench.done(manager, choose("plan", Some(second)));
    refused_at(life.bench.act(leader, choose("plan", Some(first))), &TEMPLATE_RETIRED, "/template");
    refused_by(life.bench.act(life.bench.cast.stranger, choose("report", Some(report))), &AUDIT_MANAGER);
    life.bench.done(leader, choose("plan", None));
    assert_eq!(held(&life.bench), None);
}

#[test]
fn a_plan_is_a_draft_until_it_is_presented() {
    let life = Carried::initiated();
    let draft = plan(&life.bench.world, life.audit).unwrap();
    assert!(draft.is_draft && draft.stamped.is_none());
    let life = Carried::conducting();
    let agreed = plan(&life.bench.world, life.audit).unwrap();
    assert!(!agreed.is_draft && agreed.stamped.is_some() && agreed.version == Some(1));
    let Says::Plan(said) = &agreed.says else { panic!("not a plan") };
    assert!(!said.sessions.is_empty() && !said.items.is_empty() && !said.audit.team.is_empty());
}

#[test]
fn a_meeting_is_its_checklist_until_it_is_held() {
    let life = Carried::prepared();
    let to_come = meeting(&life.bench.world, life.audit, DocumentKind::OpeningMeeting).unwrap();
    let Says::Meeting(said) = &to_come.says else { panic!("not a meeting") };
    assert!(to_come.is_draft && said.on.is_none() && said.agenda.iter().all(|point| point.covered.is_none()));
    let life = Carried::conducting();
    let held = meeting(&life.bench.world, life.audit, DocumentKind::OpeningMeeting).unwrap();
    let Says::Meeting(said) = &held.says else { panic!("not a meeting") };
    assert!(!held.is_draft && said.on.is_some() && !said.attendance.is_empty());
    let closing = meeting(&life.bench.world, life.audit, DocumentKind::ClosingMeeting).unwrap();
    assert!(closing.is_draft);
}

#[test]
fn nonconformities_stand_with_what_became_of_them() {
    let (mut life, finding) = Carried::reporting("minor");
    let all = nonconformities(&life.bench.world, life.audit, None).unwrap();
    let Says::Followed(followed) = &all.says else { panic!("no nonconformities") };
    let [one] = followed.nonconformities.as_slice() else { panic!("{followed:?}") };
    assert!(one.grade.is_some() && one.action.is_none() && one.due.is_some());
    let number = one.number;
    assert_eq!(nonconformities(&life.bench.world, life.audit, Some(number)).unwrap().says, all.says);
    refused_by(nonconformities(&life.bench.world, life.audit, Some(99)), &DOCUMENT_NONCONFORMITY);
    life.follow_up(&finding, "plan_accepted");
    let actions = corrective_actions(&life.bench.world, life.audit).unwrap();
    let Says::Followed(followed) = &actions.says else { panic!("no actions") };
    let one = followed.nonconformities.first().unwrap();
    assert!(one.action.is_some() && one.cause.is_some() && one.accepted.is_some());
}

#[test]
fn a_profile_says_what_shows_competence_and_not_where_somebody_lives() {
    let life = Carried::conducting();
    let person = life.bench.cast.leader;
    let made = profile(&life.bench.world, person, &"de".parse().unwrap()).unwrap();
    let Says::Profile(said) = &made.says else { panic!("not a profile") };
    assert!(!said.credentials.is_empty() && said.audits.len() == 1);
    assert_eq!(said.audits.first().unwrap().role, "Auditteamleitung");
    let record = life.bench.get::<crate::auditor::Person>(person);
    let text = serde_json::to_string(&made).unwrap();
    for kept in
        [record.email.as_ref().map(ToString::to_string), record.home.as_ref().map(ToString::to_string)]
    {
        assert!(kept.is_none_or(|kept| !text.contains(&format!("\"{kept}\""))));
    }
    assert!(!text.contains("cents"));
}

#[test]
fn what_a_document_says_can_be_read_again() {
    let (life, _) = Carried::reporting("major");
    let made = plan(&life.bench.world, life.audit).unwrap();
    let read: super::DocumentContent = serde_json::from_slice(&made.canonical_bytes()).unwrap();
    assert_eq!(read, made);
}
