//! An audit under way, with a leader, auditors and working papers, for what is tried in it.

use assize_domain::audit::checklists::{Item, OPENING_MEETING, PLAN};
use assize_domain::kernel::datum::Datum as _;
use assize_domain::policy::Policy;
use assize_domain::{Key, Kind};
use assize_store::{PAGE_ROWS_MAX, Store};
use serde_json::{Value, json};

use super::{give, name_organization, register, take};

const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";

/// The audit and its people.
pub struct UnderWay {
    pub audit: Key,
    pub manager: Key,
    pub leader: Key,
    pub auditors: Vec<Key>,
    pub papers: Vec<Key>,
    pub evidence: Key,
}

fn id(key: Key) -> String {
    key.id.to_string()
}

impl UnderWay {
    /// An audit that is being conducted, with so many auditors beside the leader, and so many papers.
    pub async fn made(store: &Store, auditors: usize, papers: usize) -> Self {
        name_organization(store).await;
        let mut people = Vec::new();
        for name in ["Mona", "Ada", "Cleo", "Ina"] {
            people.push(register(store, name).await.subject().unwrap());
        }
        let (manager, leader, contact, client) = (people[0], people[1], people[2], people[3]);
        let mut team = Vec::new();
        for n in 0..auditors {
            team.push(register(store, &format!("Auditor {n}")).await.subject().unwrap());
        }
        let part =
            |auditee: Key| json!({ "auditee": id(auditee), "units": ["it"], "sites": [], "processes": [] });
        let auditee = json!({ "name": "Works", "kind": "own", "units": [{ "key": "it", "name": "IT" }],
            "sites": [{ "key": "hq", "name": "Head office", "kind": "physical", "place": "Main Street 1", "zone": "Europe/Vienna" }],
            "processes": [], "contacts": [{ "person": id(contact), "function": "Head" }] });
        let auditee = give(store, Some(manager), "auditee.register", auditee).await;
        let soa = json!({ "auditee": id(auditee), "label": "Works", "dated": "2026-05-01", "criteria": CRITERIA, "source": null,
            "rows": [{ "control": "A.5.1", "title": null, "necessary": true, "why": "law", "implemented": "implemented", "why_excluded": null }] });
        let soa = give(store, Some(manager), "soa.enter", soa).await;
        let audit = Self::opened(store, manager, &part(auditee)).await;
        for (person, role) in
            std::iter::once((leader, "leader")).chain(team.iter().map(|one| (*one, "auditor")))
        {
            give(
                store,
                Some(person),
                "code.accept",
                json!({ "person": id(person), "code": "assize code 1" }),
            )
            .await;
            let none = json!({ "person": id(person), "auditee": null, "text": "None.", "interests": false });
            give(store, Some(person), "interests.declare", none).await;
            let appoint = json!({ "audit": id(audit), "person": id(person), "role": role, "safeguards": [] });
            give(store, Some(manager), "audit.appoint", appoint).await;
        }
        let call = json!({ "audit": id(audit), "with": id(contact), "at": "2026-08-31T09:00:00Z", "channel": "telephone", "note": "Agreed" });
        give(store, Some(leader), "audit.contact", call).await;
        let enough = json!({ "enough": true, "remark": "agreed" });
        let feasible = json!({ "audit": id(audit), "information": enough, "cooperation": enough, "time": enough, "resources": enough });
        give(store, Some(leader), "audit.judge_feasibility", feasible).await;
        let initiation = json!({ "client": id(client), "objectives": [{ "key": "conformity", "text": "Whether it holds." }],
            "scope": "IT", "part": part(auditee), "criteria": [CRITERIA], "soa": id(soa), "method": "remote", "language": "en", "areas": [] });
        give(store, Some(leader), "audit.initiate", json!({ "audit": id(audit), "initiation": initiation }))
            .await;
        let evidence = take(store, leader, audit, "method.md", super::EVIDENCE).await;
        let papers = Self::papers(store, manager, leader, audit, papers).await;
        Self::begun(store, (leader, contact, audit, evidence)).await;
        Self { audit, manager, leader, auditors: team, papers, evidence }
    }

    async fn opened(store: &Store, manager: Key, part: &Value) -> Key {
        let mut text = json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        let programme = give(store, Some(manager), "programme.draft", text.clone()).await;
        text["objectives"] =
            json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
        text["extent"] = json!({ "text": "all", "criteria": [CRITERIA], "auditees": [part] });
        text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2,
            "consequence": 2, "treatment": "begin early", "owner": id(manager) }]);
        text["roles"] = json!([{ "person": id(manager), "role": "manager", "competence": "ten years" },
            { "person": id(manager), "role": "approver", "competence": "ten years" }]);
        let mut policy = Policy::default().to_json();
        (policy["competence"], policy["bars"]) = (json!([]), json!([]));
        text["policy"] = policy;
        give(store, Some(manager), "programme.edit", json!({ "programme": id(programme), "text": text }))
            .await;
        let outline = json!({ "title": "Audit of the works", "audit_type": "internal", "part": part, "criteria": [CRITERIA],
            "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
            "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
        let plan = json!({ "programme": id(programme), "outline": outline });
        let planned = give(store, Some(manager), "planned_audit.plan", plan).await;
        give(store, Some(manager), "programme.establish", json!({ "programme": id(programme) })).await;
        give(store, Some(manager), "programme.begin", json!({ "programme": id(programme) })).await;
        give(store, Some(manager), "audit.open", json!({ "planned": id(planned) })).await
    }

    async fn papers(store: &Store, manager: Key, leader: Key, audit: Key, papers: usize) -> Vec<Key> {
        let test = |n: usize| {
            json!({ "test": format!("T-6.1.2-{n:03}"), "digest": format!("{n:064x}"), "title": format!("Is risk {n} assessed?"),
                "objective": "To conclude whether it is done", "guidance": "Ask, and look",
                "requirements": [{ "criteria": CRITERIA, "id": "6.1.2" }], "breaches": ["8.1"], "audit_types": [], "minutes": 20 })
        };
        let tests: Vec<Value> = (1..=papers).map(test).collect();
        give(store, Some(manager), "test.adopt", json!({ "tests": tests })).await;
        give(store, Some(leader), "papers.make", json!({ "audit": id(audit), "only": [] })).await;
        let mut made = Vec::new();
        let mut after = None;
        loop {
            let page = store.linked_page(Kind::Paper, "audit", audit.id, after, PAGE_ROWS_MAX).await.unwrap();
            let Some((last, _)) = page.last() else { return made };
            after = Some(last.id);
            made.extend(page.iter().map(|(key, _)| *key));
        }
    }

    async fn begun(store: &Store, (leader, contact, audit, evidence): (Key, Key, Key, Key)) {
        let review = json!({ "audit": id(audit), "outcome": "ready", "summary": "The method is there", "items": [
            { "criteria": CRITERIA, "requirement": "6.1.2", "item": "risk assessment process", "found": "yes", "evidence": [id(evidence)] }] });
        give(store, Some(leader), "audit.review_documents", review).await;
        let papers = store.linked_page(Kind::Paper, "audit", audit.id, None, PAGE_ROWS_MAX).await.unwrap();
        let papers: Vec<String> = papers.iter().map(|(key, _)| id(*key)).collect();
        let assign = json!({ "audit": id(audit), "papers": papers, "assignee": id(leader) });
        give(store, Some(leader), "papers.assign", assign).await;
        let session = json!({ "key": "s1", "start": "2026-09-01T09:00:00+02:00", "end": "2026-09-01T11:00:00+02:00", "zone": "Europe/Vienna",
            "site": "hq", "place": "Room 1", "contacts": [id(contact)], "auditors": [id(leader)],
            "subject": "Risk assessment", "requirements": ["6.1.2"], "method": "remote" });
        let items: Vec<Value> =
            PLAN.iter().map(|item| json!({ "item": item.id, "text": "As agreed" })).collect();
        let plan = json!({ "audit": id(audit), "items": items, "sessions": [session] });
        let plan = give(store, Some(leader), "plan.draft", plan).await;
        give(store, Some(leader), "plan.present", json!({ "plan": id(plan) })).await;
        give(store, Some(contact), "plan.agree", json!({ "plan": id(plan) })).await;
        give(store, Some(leader), "audit.prepare", json!({ "audit": id(audit) })).await;
        let covered = |item: &Item| json!({ "item": item.id, "covered": true });
        let agenda: Vec<Value> = OPENING_MEETING.iter().map(covered).collect();
        let opening = json!({ "audit": id(audit), "kind": "opening", "held": "2026-09-01T07:00:00Z", "place": "Room 1", "agenda": agenda,
            "attendance": [{ "person": id(leader), "function": "audit team leader" }, { "person": id(contact), "function": "head" }] });
        give(store, Some(leader), "meeting.record", opening).await;
        give(store, Some(leader), "audit.begin", json!({ "audit": id(audit) })).await;
    }
}
