//! One audit carried through the law, from its programme to a corrected nonconformity.

use assize_domain::audit::checklists::{self, Item};
use assize_domain::auditor::code::CODE;
use assize_domain::evidence::Paper;
use assize_domain::kernel::act::{Actor, Ctx, Stamp};
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::time::Timestamp;
use assize_domain::policy::Policy;
use assize_domain::{Command, Key, World};
use serde_json::{Value, json};

pub const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";

/// The world after the story, and what the tests ask about.
pub struct Story {
    pub world: World,
    acts: u64,
    pub manager: Key,
    pub leader: Key,
    pub auditor: Key,
    pub contact: Key,
    pub auditee: Key,
    pub programme: Key,
    pub audit: Key,
    pub plan: Key,
    pub soa: Key,
    pub finding: Key,
    pub papers: Vec<Key>,
}

pub fn id(key: Key) -> String {
    key.id.hyphenated().to_string()
}

/// Gives a command; answers the last event's subject.
fn act(world: &mut World, acts: &mut u64, actor: Actor, name: &str, body: Value) -> Key {
    *acts += 1;
    let start: Timestamp = "2026-09-01T06:00:00Z".parse().unwrap();
    let now = Timestamp::from_millis(start.millis() + i64::try_from(*acts).unwrap() * 1_000).unwrap();
    let command =
        Command::read(name, &body).unwrap().unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
    let ctx = Ctx::new(now, actor.clone(), acts.to_be_bytes());
    let events = command.decide(world, &ctx).unwrap_or_else(|stop| panic!("{name}: {stop:?}"));
    let stamp = Stamp { at: now, by: actor };
    for event in &events {
        event.apply(world, &stamp).unwrap();
    }
    events.last().unwrap().subject()
}

impl Story {
    pub fn give(&mut self, by: Key, name: &str, body: Value) -> Key {
        act(&mut self.world, &mut self.acts, Actor::Person { person: by.id.into() }, name, body)
    }
}

fn agenda(items: &[Item]) -> Vec<Value> {
    items.iter().map(|item| json!({ "item": item.id, "covered": true })).collect()
}

/// A whole audit.
pub fn story() -> Story {
    let (mut world, mut acts) = (World::complete(), 0);
    let operator = Actor::Operator { on_behalf_of: None };
    let mut first = |name: &str, body: Value| act(&mut world, &mut acts, operator.clone(), name, body);
    first("organization.name", json!({ "name": "Fernhill Audit Practice" }));
    let mut person = |name: &str| {
        first(
            "person.register",
            json!({ "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "Europe/Vienna",
            "email": format!("{}@fernhill.example", name.split(' ').next().unwrap().to_lowercase()) }),
        )
    };
    let manager = person("Mara Lindqvist");
    let leader = person("Lea Osei");
    let auditor = person("Ada Stone");
    let client = person("Clara Brandt");
    let contact = person("Conrad Iyer");
    let nobody = manager;
    let mut story = Story {
        world,
        acts,
        manager,
        leader,
        auditor,
        contact,
        auditee: nobody,
        programme: nobody,
        audit: nobody,
        plan: nobody,
        soa: nobody,
        finding: nobody,
        papers: Vec::new(),
    };
    for (person, audit_hours, isms_hours) in [(leader, 40, 24), (auditor, 24, 16)] {
        for (key, kind, area, amount) in [
            ("lead", "training", "audit", audit_hours),
            ("audits", "experience", "audit", 48),
            ("course", "training", "isms", isms_hours),
            ("work", "experience", "isms", 60),
        ] {
            let credential = json!({ "key": key, "kind": kind, "area": area, "title": "Something learned",
                "issuer": "Example Academy", "period": { "from": "2020-01-01" }, "amount": amount });
            story.give(manager, "credential.add", json!({ "person": id(person), "credential": credential }));
        }
        story.give(person, "code.accept", json!({ "person": id(person), "code": CODE }));
        let none = json!({ "person": id(person), "text": "No interests in any auditee", "interests": false });
        story.give(person, "interests.declare", none);
    }
    story.auditee = story.give(
        manager,
        "auditee.register",
        json!({ "name": "Example Works", "kind": "own", "units": [{ "key": "it", "name": "Information technology" }],
            "sites": [{ "key": "hq", "name": "Head office", "kind": "physical", "place": "Main Street 1; Vienna", "zone": "Europe/Vienna" }],
            "processes": [], "contacts": [{ "person": id(contact), "function": "Head of information security" }] }),
    );
    let tests: Vec<Value> = ["4.1", "6.1.2 a) 1)", "A.5.1"]
        .into_iter()
        .enumerate()
        .map(|(n, clause)| {
            json!({ "test": format!("T-{n}"), "digest": "ab".repeat(32), "title": format!("Is what {clause} asks for done?"),
                "objective": "To conclude whether it is done, and kept up", "guidance": "Ask, see, sample three",
                "requirements": [{ "criteria": CRITERIA, "id": clause }], "breaches": ["8.1"], "audit_types": [], "minutes": 20 })
        })
        .collect();
    story.give(manager, "test.adopt", json!({ "tests": tests }));
    let soa = json!({ "auditee": id(story.auditee), "label": "SoA 7", "dated": "2026-05-01", "criteria": CRITERIA, "rows": [
        { "control": "A.5.1", "necessary": true, "why": "Law\nand contracts", "implemented": "implemented" },
        { "control": "A.7.4", "necessary": false, "implemented": "not_implemented", "why_excluded": "No premises" },
        { "control": "X-1", "title": "Own control", "necessary": true, "why": "A customer asks", "implemented": "partly" }] });
    story.soa = story.give(manager, "soa.enter", soa);
    carry_out(&mut story, client);
    story
}

fn carry_out(story: &mut Story, client: Key) {
    let (manager, leader, auditor, contact) = (story.manager, story.leader, story.auditor, story.contact);
    let part = json!({ "auditee": id(story.auditee), "units": [], "sites": [], "processes": [] });
    let mut text =
        json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2028-12-31" }, "days": "90" });
    story.programme = story.give(manager, "programme.draft", text.clone());
    let rest = json!({ "objectives": [{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }],
        "extent": { "text": "all", "criteria": [CRITERIA], "auditees": [part] },
        "risks": [{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2, "consequence": 2,
            "treatment": "begin early", "owner": id(manager) }],
        "roles": [{ "person": id(manager), "role": "manager", "competence": "ten years" },
            { "person": id(manager), "role": "approver", "competence": "ten years" }],
        "policy": Policy::default().to_json() });
    for (key, value) in rest.as_object().unwrap() {
        text[key] = value.clone();
    }
    let programme = id(story.programme);
    story.give(manager, "programme.edit", json!({ "programme": programme, "text": text }));
    let outline = json!({ "title": "Internal audit, \"all\"", "audit_type": "internal", "part": part, "criteria": [CRITERIA],
        "window": { "from": "2026-09-01", "to": "2026-10-31" }, "days": "2.5", "methods": ["hybrid"],
        "why": { "importance": "The whole", "risk": "A new product", "previous_results": "Two minor ones", "changes": "A new head" } });
    let planned =
        story.give(manager, "planned_audit.plan", json!({ "programme": programme, "outline": outline }));
    story.give(manager, "programme.establish", json!({ "programme": programme }));
    story.give(manager, "programme.begin", json!({ "programme": programme }));
    story.audit = story.give(manager, "audit.open", json!({ "planned": id(planned) }));
    let audit = id(story.audit);
    for (person, role) in [(leader, "leader"), (auditor, "auditor")] {
        story.give(
            manager,
            "audit.appoint",
            json!({ "audit": audit, "person": id(person), "role": role, "safeguards": [] }),
        );
    }
    story.give(
        leader,
        "audit.contact",
        json!({ "audit": audit, "with": id(contact), "at": "2026-08-31T09:00:00Z",
        "channel": "telephone", "note": "Agreed" }),
    );
    let enough = json!({ "enough": true, "remark": "agreed" });
    story.give(
        leader,
        "audit.judge_feasibility",
        json!({ "audit": audit, "information": enough, "cooperation": enough,
        "time": enough, "resources": enough }),
    );
    let initiation = json!({ "client": id(client), "objectives": [{ "key": "conformity", "text": "Determine conformity" }],
        "scope": "The whole management system", "part": part, "criteria": [CRITERIA], "soa": id(story.soa), "method": "hybrid",
        "language": "en", "areas": ["isms"] });
    story.give(leader, "audit.initiate", json!({ "audit": audit, "initiation": initiation }));
    story.give(leader, "papers.make", json!({ "audit": audit, "only": [] }));
    let mut made = story.world.list::<Paper>("audit", AuditId::from(story.audit.id)).unwrap();
    made.sort_by_key(|paper| paper.requirements()[0].id.to_string());
    let papers: Vec<Key> = made.iter().map(|paper| Key::of(paper.id())).collect();
    story.papers.clone_from(&papers);
    let ids: Vec<String> = papers.iter().copied().map(id).collect();
    story.give(leader, "papers.assign", json!({ "audit": audit, "papers": ids, "assignee": id(auditor) }));
    let taken = story.give(
        auditor,
        "evidence.take",
        json!({ "audit": audit, "name": "risk-method.md", "sha256": "cd".repeat(32),
        "bytes": 44, "media": "text/markdown", "classification": "confidential" }),
    );
    let seen = story.give(
        auditor,
        "evidence.record_seen",
        json!({ "audit": audit, "name": "Key ceremony", "what": "The log of the ceremony",
        "place": "Safe room", "seen_at": "2026-09-01T05:00:00Z", "seen_by": id(auditor), "classification": "restricted" }),
    );
    let items = json!([{ "criteria": CRITERIA, "requirement": "6.1.2", "item": "risk assessment process", "found": "yes",
        "evidence": [id(taken)] }]);
    story.give(
        leader,
        "audit.review_documents",
        json!({ "audit": audit, "outcome": "ready", "summary": "There", "items": items }),
    );
    let items: Vec<Value> =
        checklists::PLAN.iter().map(|item| json!({ "item": item.id, "text": "As agreed" })).collect();
    let session = json!({ "key": "s1", "start": "2026-09-02T09:00:00+02:00", "end": "2026-09-02T11:00:00+02:00",
        "zone": "Europe/Vienna", "site": "hq", "place": "Room 1", "contacts": [id(contact)],
        "auditors": [id(leader), id(auditor)], "subject": "Context, and policies; all", "requirements": ["4.1"], "method": "on_site" });
    story.plan =
        story.give(leader, "plan.draft", json!({ "audit": audit, "items": items, "sessions": [session] }));
    let plan = id(story.plan);
    story.give(leader, "plan.present", json!({ "plan": plan }));
    story.give(contact, "plan.agree", json!({ "plan": plan }));
    story.give(leader, "audit.prepare", json!({ "audit": audit }));
    let meeting = |kind: &str, items: &[Item]| {
        json!({ "audit": audit, "kind": kind, "held": "2026-09-01T05:30:00Z", "place": "Room 1", "agenda": agenda(items),
            "attendance": [{ "person": id(leader), "function": "audit team leader" }, { "person": id(contact), "function": "contact" }] })
    };
    story.give(leader, "meeting.record", meeting("opening", checklists::OPENING_MEETING));
    story.give(leader, "audit.begin", json!({ "audit": audit }));
    for (n, paper) in papers.iter().enumerate() {
        let method = ["interview", "document_review", "technical_verification"][n % 3];
        story.give(
            auditor,
            "note.write",
            json!({ "paper": id(*paper), "method": method, "role": "head of information security",
            "text": "Showed the record.\nExplained who decides." }),
        );
        story.give(
            auditor,
            "paper.record_sample",
            json!({ "paper": id(*paper), "sample": { "population": "rounds",
            "population_size": 12, "size": 3, "basis": "the latest", "deviations": 0 } }),
        );
        story.give(
            auditor,
            "paper.attach",
            json!({ "paper": id(*paper), "evidence": id(if n == 0 { taken } else { seen }) }),
        );
        let evaluation = if n == 0 { "does_not_conform" } else { "conforms" };
        story.give(auditor, "paper.evaluate", json!({ "paper": id(*paper), "evaluation": evaluation }));
    }
    story.give(leader, "paper.review", json!({ "paper": id(papers[1]) }));
    let text = json!({ "kind": "nonconformity", "title": "=The method leaves acceptance open", "statement": "No criteria for accepting risks are set",
        "objective_evidence": "risk-method.md, section 2, names no level", "requirements": [{ "criteria": CRITERIA, "id": "4.1" }],
        "breaches": [], "grade": "minor", "papers": [id(papers[0])], "evidence": [id(taken)] });
    story.finding = story.give(auditor, "finding.draft", json!({ "audit": audit, "text": text }));
    let finding = id(story.finding);
    story.give(leader, "finding.raise", json!({ "finding": finding }));
    story.give(
        leader,
        "message.log",
        json!({ "audit": audit, "kind": "progress", "text": "Half done", "told": [id(contact)] }),
    );
    story.give(leader, "meeting.record", meeting("closing", checklists::CLOSING_MEETING));
    story.give(leader, "audit.end_fieldwork", json!({ "audit": audit }));
    story.give(
        leader,
        "audit.conclude",
        json!({ "audit": audit, "conformity": "It conforms but for one requirement",
        "effectiveness": "It is kept up", "trends": "None seen", "recommendation": "none",
        "objectives": [{ "objective": "conformity", "met": "yes", "reason": "Every paper was evaluated" }] }),
    );
    story.give(contact, "finding.acknowledge", json!({ "finding": finding }));
    let said = |text: &str| json!({ "finding": finding, "text": text, "evidence": [id(taken)] });
    story.give(contact, "finding.correct", said("A level was set"));
    story.give(contact, "finding.give_cause", said("The method was older than its owners"));
    story.give(contact, "finding.plan_action", json!({ "finding": finding, "text": "Write the criteria", "owner": id(contact), "due": "2026-11-30" }));
}
