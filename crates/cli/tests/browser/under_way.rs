//! An audit under way: the demonstration's second audit, brought by its people to where evidence is collected.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::Stdio;

use assize_domain::audit::checklists;
use serde_json::{Value, json};

use crate::world::{World, assize};

/// Who leads it, who audits beside them, and who guides them at the auditee.
pub const LEADER: &str = "Adaeze Nwosu";
pub const AUDITOR: &str = "Priya Raman";
pub const GUIDE: &str = "Zuzana Pokorná";
const MANAGER: &str = "Moira Tandy";
const CLIENT: &str = "Bernadette Achterberg";
const TITLE: &str = "Supplier and cloud service management in depth";

/// The audit, and its working papers.
pub struct UnderWay {
    pub audit: String,
    pub papers: Vec<String>,
}

impl World {
    /// Brings the audit to its fieldwork, with the papers of two controls.
    pub fn under_way(&self) -> UnderWay {
        let people: BTreeMap<String, String> = self
            .records("person", &[])
            .into_iter()
            .map(|(id, record)| (record["name"].as_str().unwrap().to_owned(), id))
            .collect();
        let id = |name: &str| people[name].clone();
        let (planned, plan) = self
            .records("planned_audit", &[])
            .into_iter()
            .find(|(_, record)| record["outline"]["title"] == TITLE)
            .unwrap();
        let (part, criteria) = (&plan["outline"]["part"], &plan["outline"]["criteria"]);
        let give = |by: &str, name: &str, body: Value| self.act(&id(by), name, &body);
        let audit = give(MANAGER, "audit.open", json!({ "planned": planned }));
        for (person, role) in [(LEADER, "leader"), (AUDITOR, "auditor")] {
            let body = json!({ "audit": audit, "person": id(person), "role": role, "safeguards": [] });
            give(MANAGER, "audit.appoint", body);
        }
        let contact = json!({ "audit": audit, "with": id(GUIDE), "at": "2026-10-12T09:00:00Z", "channel": "telephone",
            "note": "The register of suppliers is sent beforehand" });
        give(LEADER, "audit.contact", contact);
        let enough = json!({ "enough": true, "remark": "agreed on the telephone" });
        let feasible = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
        give(LEADER, "audit.judge_feasibility", feasible);
        let initiation = json!({ "client": id(CLIENT),
            "objectives": [{ "key": "suppliers", "text": "Determine whether suppliers are chosen, bound and watched" }],
            "scope": "Suppliers of the platform", "part": part, "criteria": criteria, "method": "remote", "language": "en", "areas": ["isms"] });
        give(LEADER, "audit.initiate", json!({ "audit": audit, "initiation": initiation }));
        give(LEADER, "papers.make", json!({ "audit": audit, "only": ["A.5.19", "A.5.20"] }));
        let papers: Vec<String> = self
            .records("paper", &["--link", &format!("audit={audit}")])
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        give(LEADER, "papers.assign", json!({ "audit": audit, "papers": papers, "assignee": id(LEADER) }));
        let seen = json!({ "audit": audit, "name": "Supplier register", "what": "The register, on screen", "place": "shared screen",
            "seen_at": "2026-11-20T10:00:00Z", "seen_by": id(LEADER), "classification": "confidential" });
        let seen = give(LEADER, "evidence.record_seen", seen);
        let items = json!([{ "criteria": criteria[0], "requirement": "6.1.2", "item": "risk assessment process", "found": "yes", "evidence": [seen] }]);
        let review =
            json!({ "audit": audit, "outcome": "ready", "summary": "The method is there", "items": items });
        give(LEADER, "audit.review_documents", review);
        let items: Vec<Value> =
            checklists::PLAN.iter().map(|item| json!({ "item": item.id, "text": "As agreed" })).collect();
        let session = json!({ "key": "s1", "start": "2026-12-08T09:00:00+00:00", "end": "2026-12-08T10:00:00+00:00",
            "zone": "Europe/Dublin", "site": "cork", "place": "Room Lee", "contacts": [id(GUIDE)],
            "auditors": [id(LEADER), id(AUDITOR)], "subject": "Suppliers", "requirements": ["A.5.19"], "method": "remote" });
        let plan =
            give(LEADER, "plan.draft", json!({ "audit": audit, "items": items, "sessions": [session] }));
        give(LEADER, "plan.present", json!({ "plan": plan }));
        give(GUIDE, "plan.agree", json!({ "plan": plan }));
        give(LEADER, "audit.prepare", json!({ "audit": audit }));
        let agenda: Vec<Value> = checklists::OPENING_MEETING
            .iter()
            .map(|item| json!({ "item": item.id, "covered": true }))
            .collect();
        let opening = json!({ "audit": audit, "kind": "opening", "held": "2026-11-20T09:00:00Z", "place": "Room Lee", "agenda": agenda,
            "attendance": [{ "person": id(LEADER), "function": "audit team leader" }, { "person": id(GUIDE), "function": "guide" }] });
        give(LEADER, "meeting.record", opening);
        give(LEADER, "audit.begin", json!({ "audit": audit }));
        UnderWay { audit, papers }
    }

    /// The records of a kind: their ids and what they hold.
    pub fn records(&self, kind: &str, more: &[&str]) -> Vec<(String, Value)> {
        let output = assize(self.folder(), &[&["show", kind, "--json"], more].concat()).output().unwrap();
        let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
        let items = shown["items"].as_array().unwrap();
        items.iter().map(|item| (item["id"].as_str().unwrap().to_owned(), item["record"].clone())).collect()
    }

    /// Gives a command as a person; the id of what its last event is about.
    pub fn act(&self, by: &str, name: &str, body: &Value) -> String {
        let mut child = assize(self.folder(), &["act", name, "--as", by, "--json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(body.to_string().as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let events = said["events"].as_array().unwrap_or_else(|| panic!("{name}: {said:#}"));
        events.last().unwrap()["subject"]["id"].as_str().unwrap().to_owned()
    }
}
