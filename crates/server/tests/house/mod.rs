//! A house with two programmes that have nothing to do with each other, each with an auditee and an audit of it that has come as far as an
//! issued report; and people, each of whom is one thing to the first of them.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;

use assize_domain::kernel::datum::Datum as _;
use serde_json::{Value, json};

use crate::harness::{Served, person, served};

const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";
/// Who is in the house: what they are to the first audit.
pub(crate) const PEOPLE: [&str; 16] = [
    "administrator",
    "manager",
    "approver",
    "leader",
    "auditor",
    "technical_expert",
    "observer",
    "guide",
    "auditee_contact",
    "audit_client",
    "technical_reviewer",
    "decision_maker",
    "complaint_handler",
    "reader",
    "manager_without_programme",
    "nothing",
];

/// One programme with all that hangs on it, by names.
pub(crate) type Side = BTreeMap<&'static str, String>;

/// The house.
pub(crate) struct House {
    pub(crate) served: Served,
    /// The people who are something to the first side, by what they are.
    pub(crate) people: BTreeMap<&'static str, String>,
    /// The people of the second side.
    pub(crate) others: BTreeMap<&'static str, String>,
    /// The first side.
    pub(crate) own: Side,
    /// The second side.
    pub(crate) other: Side,
}

/// What stands in every text of a side that says something, so that a leak is seen.
pub(crate) const CANARIES: [&str; 2] = ["Zqkestrel", "Zqmerlin"];
/// What the auditees are called.
pub(crate) const WORKS: [&str; 2] = ["Zqpuffin works", "Zqbittern works"];
/// What stands in what the auditee of the first side may not know: drafts, notes, working papers.
pub(crate) const HELD_BACK: &str = "Zqheldback";
/// What stands in the restricted evidence of the first side.
pub(crate) const RESTRICTED: &str = "Zqrestricted";

impl House {
    pub(crate) async fn built() -> Self {
        let served = served().await;
        served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
        let mut people = BTreeMap::new();
        for name in PEOPLE {
            people.insert(name, registered(&served, name, "first").await);
        }
        let mut others = BTreeMap::new();
        for name in [
            "manager",
            "approver",
            "leader",
            "auditor",
            "auditee_contact",
            "audit_client",
            "technical_reviewer",
        ] {
            others.insert(name, registered(&served, name, "second").await);
        }
        let test = json!({ "tests": [{ "test": "T-6.1.2-01", "digest": "ab".repeat(32), "title": "Is risk assessed?",
            "objective": "To conclude whether it is done", "guidance": "Ask, and look",
            "requirements": [{ "criteria": CRITERIA, "id": "6.1.2" }], "breaches": ["8.1"], "audit_types": [], "minutes": 20 }] });
        served.act("test.adopt", &test, &[]).await.subject();
        let own = Building { served: &served, people: &people, canary: CANARIES[0], side: Side::new() }
            .built()
            .await;
        let other = Building { served: &served, people: &others, canary: CANARIES[1], side: Side::new() }
            .built()
            .await;
        let house = Self { served, people, others, own, other };
        house.given().await;
        house
    }

    /// What was given to people, by whom it may be.
    async fn given(&self) {
        let period = json!({ "from": "2026-01-01", "to": "2036-12-31" });
        for (who, role) in
            [("administrator", "administrator"), ("manager_without_programme", "programme_manager")]
        {
            let body = json!({ "person": self.people[who], "role": role, "over": { "is": "organization" },
                "period": period, "reason": "looks after it" });
            self.served.act("access.grant", &body, &[]).await.subject();
        }
        let body = json!({ "person": self.people["reader"], "role": "reader", "over": { "is": "audit", "audit": self.own["audit"] },
            "period": period, "reason": "learns the trade" });
        let by = [("x-on-behalf-of", self.people["manager"].as_str())];
        self.served.act("access.grant", &body, &by).await.subject();
    }

    /// Who somebody is, as a cookie of a session.
    pub(crate) async fn cookie(&self, person: &str) -> String {
        use tower::ServiceExt as _;
        let link = self.served.store.make_link(Some(person.parse().unwrap())).await.unwrap();
        let request = axum::http::Request::builder().method("POST").uri(format!("/sign-in/{link}"));
        let request = request.header("sec-fetch-site", "same-origin");
        let request = request.body(axum::body::Body::from("next=%2F")).unwrap();
        let response = self.served.router().oneshot(request).await.unwrap();
        response.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    /// Somebody who came by the auditee's door to an audit, as a cookie of their session.
    pub(crate) async fn door_cookie(&self, person: &str, audit: &str) -> String {
        use tower::ServiceExt as _;
        let until = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap() + 86_400_000;
        let (person, audit) = (person.parse().unwrap(), audit.parse().unwrap());
        assert_eq!(self.served.store.door_needs(person, audit, until).await.unwrap(), None);
        let (_, link) = self.served.store.make_door(person, audit, None, until).await.unwrap();
        let post = async |path: String, body: String| {
            let request = axum::http::Request::builder().method("POST").uri(path);
            let request =
                request.header("sec-fetch-site", "same-origin").body(axum::body::Body::from(body)).unwrap();
            self.served.router().oneshot(request).await.unwrap()
        };
        assert_eq!(post(format!("/enter/{link}"), String::new()).await.status(), 200);
        let letter = self.served.store.waiting_door_letter(person).await.unwrap().unwrap();
        let code: String = letter.lines().next().unwrap().chars().filter(char::is_ascii_digit).collect();
        let response = post(format!("/enter/{link}/code"), format!("code={code}")).await;
        assert_eq!(response.headers()["location"], "/door");
        response.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    /// Who somebody is, as a token.
    pub(crate) async fn bearer(&self, person: &str) -> String {
        let person = Some(person.parse().unwrap());
        let scope = assize_domain::kernel::act::Scope::Act;
        format!("Bearer {}", self.served.store.make_token("test", person, scope, 1).await.unwrap().1)
    }
}

/// Registers somebody of a side; a contact has an address of mail, to which the codes of the auditee's door go.
async fn registered(served: &Served, name: &str, side: &str) -> String {
    let mut body = person(&format!("{name} of the {side}"));
    if name == "auditee_contact" {
        body["email"] = json!(format!("contact.{side}@example.com"));
    }
    served.act("person.register", &body, &[]).await.subject()
}

/// A side while it is built.
struct Building<'b> {
    served: &'b Served,
    people: &'b BTreeMap<&'static str, String>,
    canary: &'static str,
    side: Side,
}

impl Building<'_> {
    async fn built(mut self) -> Side {
        self.programme().await;
        self.team().await;
        self.initiated().await;
        self.prepared().await;
        self.conducted().await;
        self.reported().await;
        self.side
    }

    fn who(&self, name: &str) -> &str {
        &self.people[name]
    }

    fn said(&self, text: &str) -> String {
        format!("{text} {}", self.canary)
    }

    /// What the auditee is called.
    fn works(&self) -> &'static str {
        if self.canary == CANARIES[0] { WORKS[0] } else { WORKS[1] }
    }

    async fn act(&self, by: &str, name: &str, body: Value) -> String {
        let answer = self.served.act(name, &body, &[("x-on-behalf-of", self.who(by))]).await;
        assert_eq!(answer.status, 200, "`{name}`: {:#}", answer.json);
        let last = answer.json["events"].as_array().unwrap().last().unwrap();
        last["subject"]["id"].as_str().unwrap().to_owned()
    }

    async fn keep(&mut self, keep: &'static str, by: &str, name: &str, body: Value) -> String {
        let id = self.act(by, name, body).await;
        self.side.insert(keep, id.clone());
        id
    }

    async fn programme(&mut self) {
        // Whoever manages a programme knows every auditee: its name is no secret from them.
        let auditee = json!({ "name": self.works(), "kind": "own", "units": [{ "key": "it", "name": "IT" }],
            "sites": [{ "key": "hq", "name": "Head office", "kind": "physical", "place": "Main Street 1", "zone": "Europe/Vienna" }], "processes": [],
            "contacts": [{ "person": self.who("auditee_contact"), "function": "Head" }] });
        let auditee = self.keep("auditee", "manager", "auditee.register", auditee).await;
        let soa = json!({ "auditee": auditee, "label": self.works(), "dated": "2026-05-01", "criteria": CRITERIA, "source": null,
            "rows": [{ "control": "A.5.1", "title": null, "necessary": true, "why": self.works(), "implemented": "implemented", "why_excluded": null }] });
        self.keep("soa", "manager", "soa.enter", soa).await;
        let part = json!({ "auditee": auditee, "units": ["it"], "sites": [], "processes": [] });
        let mut text = json!({ "title": self.said("Programme"), "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        let programme = self.keep("programme", "manager", "programme.draft", text.clone()).await;
        text["objectives"] = json!([{ "key": "all", "text": self.said("Audit all"), "measure": "coverage", "target": "100 %" }]);
        text["extent"] = json!({ "text": self.said("all"), "criteria": [CRITERIA], "auditees": [part] });
        text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": self.said("late"), "likelihood": 2,
            "consequence": 2, "treatment": "begin early", "owner": self.who("manager") }]);
        let role = |who: &str, role: &str| json!({ "person": self.who(who), "role": role, "competence": "ten years" });
        let mut roles = vec![
            role("manager", "manager"),
            role("approver", "approver"),
            role("technical_reviewer", "technical_reviewer"),
        ];
        for who in ["decision_maker", "complaint_handler"] {
            if self.people.contains_key(who) {
                roles.push(role(who, who));
            }
        }
        text["roles"] = roles.into();
        let mut policy = assize_domain::policy::Policy::default().to_json();
        (policy["competence"], policy["bars"]) = (json!([]), json!([]));
        text["policy"] = policy;
        self.act("manager", "programme.edit", json!({ "programme": programme, "text": text })).await;
        let outline = json!({ "title": self.said("Audit of the works"), "audit_type": "internal", "part": part, "criteria": [CRITERIA],
            "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
            "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
        let planned = json!({ "programme": programme, "outline": outline });
        let planned = self.keep("planned_audit", "manager", "planned_audit.plan", planned).await;
        self.act("approver", "programme.establish", json!({ "programme": programme })).await;
        self.act("manager", "programme.begin", json!({ "programme": programme })).await;
        self.keep("audit", "manager", "audit.open", json!({ "planned": planned })).await;
    }

    async fn team(&mut self) {
        let audit = self.side["audit"].clone();
        for (who, role) in [
            ("leader", "leader"),
            ("auditor", "auditor"),
            ("technical_expert", "technical_expert"),
            ("observer", "observer"),
            ("guide", "guide"),
        ] {
            let Some(person) = self.people.get(who).cloned() else { continue };
            self.act(who, "code.accept", json!({ "person": person, "code": "assize code 1" })).await;
            let none = json!({ "person": person, "auditee": null, "text": "None.", "interests": false });
            self.act(who, "interests.declare", none).await;
            let mut appoint = json!({ "audit": audit, "person": person, "role": role, "safeguards": [] });
            if role == "technical_expert" {
                appoint["directed_by"] = json!(self.who("leader"));
            }
            self.act("manager", "audit.appoint", appoint).await;
        }
    }

    async fn initiated(&mut self) {
        let audit = self.side["audit"].clone();
        let contact = json!({ "audit": audit, "with": self.who("auditee_contact"), "at": "2026-08-31T09:00:00Z", "channel": "telephone",
            "note": self.said("Agreed to send the documents") });
        self.act("leader", "audit.contact", contact).await;
        let enough = json!({ "enough": true, "remark": "agreed" });
        let feasible = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
        self.act("leader", "audit.judge_feasibility", feasible).await;
        let part = json!({ "auditee": self.side["auditee"], "units": ["it"], "sites": [], "processes": [] });
        let initiation = json!({ "client": self.who("audit_client"), "objectives": [{ "key": "conformity", "text": self.said("Whether it holds.") }],
            "scope": self.said("IT"), "part": part, "criteria": [CRITERIA], "soa": self.side["soa"], "method": "remote", "language": "en", "areas": [] });
        self.act("leader", "audit.initiate", json!({ "audit": audit, "initiation": initiation })).await;
    }

    async fn taken(&self, by: &str, name: &str, text: &str, classification: &str) -> String {
        let stored = self.served.store.blobs().put(text.to_owned().into()).await.unwrap();
        let take = json!({ "audit": self.side["audit"], "name": self.said(name), "sha256": stored.sha256, "bytes": text.len(),
            "media": "text/plain", "classification": classification });
        let evidence = self.act(by, "evidence.take", take).await;
        let document =
            assize_store::DocumentText::Text { title: None, headings: String::new(), text: text.to_owned() };
        let (id, audit) = (evidence.parse().unwrap(), self.side["audit"].parse().unwrap());
        self.served.store.keep_text(id, audit, &document).await.unwrap();
        evidence
    }

    async fn prepared(&mut self) {
        let audit = self.side["audit"].clone();
        self.act("leader", "papers.make", json!({ "audit": audit, "only": [] })).await;
        let papers = self.served.get(&format!("/records/paper?audit={audit}")).await;
        let papers: Vec<Value> =
            papers.json["items"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        self.side.insert("paper", papers[0].as_str().unwrap().to_owned());
        let assign = json!({ "audit": audit, "papers": papers, "assignee": self.who("auditor") });
        self.act("leader", "papers.assign", assign).await;
        for (keep, classification) in [
            ("public", "public"),
            ("internal", "internal"),
            ("evidence", "confidential"),
            ("restricted", "restricted"),
        ] {
            let secret = match classification {
                "restricted" => RESTRICTED,
                // Public evidence is open to the auditee too.
                "public" => "",
                _ => HELD_BACK,
            };
            let text = format!("{} {secret} {classification}", self.canary);
            let by = if classification == "restricted" { "leader" } else { "auditor" };
            let evidence = self.taken(by, &format!("{classification}.txt"), &text, classification).await;
            self.side.insert(keep, evidence);
        }
        let review = json!({ "audit": audit, "outcome": "ready", "summary": self.said("The method is there"), "items": [
            { "criteria": CRITERIA, "requirement": "6.1.2", "item": "risk assessment process", "found": "yes", "evidence": [self.side["evidence"]] }] });
        self.act("leader", "audit.review_documents", review).await;
        let session = json!({ "key": "s1", "start": "2026-09-01T09:00:00+02:00", "end": "2026-09-01T11:00:00+02:00", "zone": "Europe/Vienna",
            "site": "hq", "place": "Room 1", "contacts": [self.who("auditee_contact")], "auditors": [self.who("leader"), self.who("auditor")],
            "subject": self.said("Risk assessment"), "requirements": ["6.1.2"], "method": "remote" });
        let items: Vec<Value> = assize_domain::audit::checklists::PLAN
            .iter()
            .map(|item| json!({ "item": item.id, "text": self.said("As agreed") }))
            .collect();
        let plan = json!({ "audit": audit, "items": items, "sessions": [session] });
        let plan = self.keep("plan", "leader", "plan.draft", plan).await;
        self.act("leader", "plan.present", json!({ "plan": plan })).await;
        self.act("auditee_contact", "plan.agree", json!({ "plan": plan })).await;
        self.act("leader", "audit.prepare", json!({ "audit": audit })).await;
        let ask = json!({ "audit": audit, "to": self.who("auditee_contact"), "question": self.said("Who owns the risks?"), "due": "2036-09-05" });
        self.keep("info_request", "auditor", "request.ask", ask).await;
    }

    fn meeting(&self, kind: &str) -> Value {
        use assize_domain::audit::checklists;
        let list = if kind == "opening" { checklists::OPENING_MEETING } else { checklists::CLOSING_MEETING };
        let agenda: Vec<Value> =
            list.iter().map(|item| json!({ "item": item.id, "covered": true })).collect();
        json!({ "audit": self.side["audit"], "kind": kind, "held": "2026-09-01T07:00:00Z", "place": self.said("Room 1"), "agenda": agenda,
            "attendance": [{ "person": self.who("leader"), "function": "audit team leader" },
                { "person": self.who("auditee_contact"), "function": "head" }] })
    }

    async fn conducted(&mut self) {
        let audit = self.side["audit"].clone();
        let opening = self.meeting("opening");
        self.keep("meeting", "leader", "meeting.record", opening).await;
        self.act("leader", "audit.begin", json!({ "audit": audit })).await;
        let message = json!({ "audit": audit, "kind": "progress", "text": format!("{} {HELD_BACK}", self.said("Readable by anyone")), "told": [self.who("leader")] });
        self.keep("message", "auditor", "message.log", message).await;
        let paper = self.side["paper"].clone();
        let note = json!({ "paper": paper, "method": "interview", "role": "owner", "text": format!("{} {HELD_BACK}", self.said("Nobody set a level")) });
        self.keep("note", "auditor", "note.write", note).await;
        let papers = self.served.get(&format!("/records/paper?audit={audit}")).await;
        for one in papers.json["items"].as_array().unwrap() {
            let id = one["id"].as_str().unwrap();
            self.act("auditor", "paper.attach", json!({ "paper": id, "evidence": self.side["evidence"] }))
                .await;
            let evaluation = if *id == *paper { "does_not_conform" } else { "conforms" };
            self.act("auditor", "paper.evaluate", json!({ "paper": id, "evaluation": evaluation })).await;
            self.act("leader", "paper.review", json!({ "paper": id })).await;
        }
        let finding = |title: &str, statement: &str| {
            json!({ "audit": audit, "text": { "kind": "nonconformity", "title": title, "statement": statement,
            "objective_evidence": "section 2 names no level", "requirements": [{ "criteria": CRITERIA, "id": "6.1.2" }], "breaches": [],
            "grade": "minor", "papers": [paper], "evidence": [self.side["evidence"]] } })
        };
        let drafted = finding(&self.said("Drafted"), &format!("{} {HELD_BACK}", self.canary));
        let raised = finding(&self.said("Acceptance is open"), &self.said("No criteria are set"));
        let raised = self.keep("finding", "auditor", "finding.draft", raised).await;
        self.act("leader", "finding.raise", json!({ "finding": raised })).await;
        let drafted = self.keep("drafted_finding", "auditor", "finding.draft", drafted).await;
        self.side.insert("drafted", drafted);
        let declare = json!({ "audit": audit, "paper": null, "method": "simple", "size": 2, "basis": "Two of forty",
            "population": { "name": self.said("Leavers"), "sha256": "ab".repeat(32), "rows": 40, "key": "ticket", "value": null,
                "stratum": null, "completeness": "Counted" } });
        self.keep("draw", "leader", "draw.declare", declare).await;
        let claim = json!({ "place": "row 2", "requirement": { "criteria": CRITERIA, "id": "6.1.2" }, "reference": "6.1.2",
            "title": self.said("They say it is met"), "text": format!("{} {HELD_BACK}", self.canary), "says": "Compliant",
            "weight": null, "owner": null, "due": null });
        let take = json!({ "audit": audit, "evidence": self.side["evidence"], "kind": "checklist", "title": self.said("Self-assessment"),
            "source": "The auditee", "layout": "columns", "claims": [claim] });
        self.keep("claim_set", "auditor", "claims.take", take).await;
    }

    async fn reported(&mut self) {
        let audit = self.side["audit"].clone();
        // A draft that nobody raised would bar the closing; it is withdrawn, and so never the auditee's to know.
        let gone = json!({ "finding": self.side["drafted_finding"], "reason": "It says the same twice" });
        self.act("auditor", "finding.withdraw", gone).await;
        let closing = self.meeting("closing");
        self.act("leader", "meeting.record", closing).await;
        self.act("leader", "audit.end_fieldwork", json!({ "audit": audit })).await;
        let conclusions = json!({ "audit": audit, "conformity": self.said("It conforms but for one"), "effectiveness": "It is kept up",
            "trends": "None", "recommendation": "none", "objectives": [{ "objective": "conformity", "met": "yes", "reason": "All was evaluated" }] });
        self.act("leader", "audit.conclude", conclusions).await;
        let items = [
            "plan",
            "process",
            "confidentiality",
            "programme_implications",
            "follow_up",
            "not_covered",
            "good_practices",
            "summary",
            "obstacles",
            "complaints",
        ];
        let items: Vec<Value> = items
            .iter()
            .map(|item| json!({ "item": format!("audit_report.{item}"), "text": self.said("As agreed") }))
            .collect();
        let draft = json!({ "audit": audit, "items": items, "whole_papers": false,
            "distribution": [{ "person": self.who("audit_client"), "function": "audit client" }] });
        let report = self.keep("report", "leader", "report.draft", draft).await;
        for (by, name) in [("technical_reviewer", "report.review"), ("leader", "report.approve")] {
            let content = self.served.get(&format!("/reports/{report}/content")).await.json["digest"].clone();
            self.act(by, name, json!({ "report": report, "content": content })).await;
        }
        let issued = self
            .served
            .post(
                &format!("/reports/{report}/issue"),
                "application/json",
                &[("x-on-behalf-of", self.who("leader"))],
                "",
            )
            .await;
        assert_eq!(issued.status, 200, "{:#}", issued.json);
        if self.people.contains_key("complaint_handler") {
            let complaint = json!({ "kind": "complaint", "audit": audit, "from": "Somebody", "text": self.said("The tone"), "received": "2026-09-01" });
            let complaint = self.keep("complaint", "manager", "complaint.receive", complaint).await;
            self.act("manager", "complaint.acknowledge", json!({ "complaint": complaint })).await;
            let assign = json!({ "complaint": complaint, "handler": self.who("complaint_handler") });
            self.act("manager", "complaint.assign", assign).await;
        } else {
            let complaint = json!({ "kind": "complaint", "audit": audit, "from": "Somebody", "text": self.said("The tone"), "received": "2026-09-01" });
            self.keep("complaint", "manager", "complaint.receive", complaint).await;
        }
    }
}
