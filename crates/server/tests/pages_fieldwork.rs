//! The pages about the preparation and the conduct of an audit: its team, documents, plan, work and meetings.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use harness::visitor::{Page, Visitor};
use harness::{Served, served};
use serde_json::{Value, json};

const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";

/// An audit that was initiated, and who is in it.
struct Stage {
    served: Served,
    audit: String,
    manager: String,
    leader: String,
    contact: String,
    /// Somebody of the register who is not in the team.
    other: String,
    cookie: String,
}

impl Stage {
    async fn set() -> Self {
        let served = served().await;
        served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
        let manager = served.person("Moira Tandy").await;
        let leader = served.person("Adaeze Nwosu").await;
        let contact = served.person("Con Twomey").await;
        let other = served.person("Priya Raman").await;
        let mut stage = Self {
            served,
            audit: String::new(),
            manager: manager.clone(),
            leader: leader.clone(),
            contact: contact.clone(),
            other,
            cookie: String::new(),
        };
        let auditee = json!({ "name": "Works", "kind": "own", "units": [{ "key": "it", "name": "IT" }],
            "sites": [{ "key": "cork", "name": "Cork", "kind": "physical", "place": "Albert Quay", "zone": "Europe/Dublin" }],
            "processes": [], "contacts": [{ "person": contact, "function": "Head of IT" }] });
        let auditee = stage.act(&manager, "auditee.register", &auditee).await;
        stage.audit = stage.opened(&auditee).await;
        stage.act(&leader, "code.accept", &json!({ "person": leader, "code": "assize code 1" })).await;
        let interests = json!({ "person": leader, "auditee": null, "text": "None.", "interests": false });
        stage.act(&leader, "interests.declare", &interests).await;
        let appoint = json!({ "audit": stage.audit, "person": leader, "role": "leader" });
        stage.act(&manager, "audit.appoint", &appoint).await;
        stage.initiate(&auditee).await;
        stage.cookie = Visitor::enter(&stage.served, Some(&leader)).await.cookie;
        stage
    }

    async fn opened(&self, auditee: &str) -> String {
        let manager = &self.manager;
        let mut text = json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        let programme = self.act(manager, "programme.draft", &text).await;
        text["objectives"] =
            json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
        let part = json!({ "auditee": auditee, "units": ["it"], "sites": [], "processes": [] });
        text["extent"] = json!({ "text": "all", "criteria": [CRITERIA], "auditees": [part] });
        text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2,
            "consequence": 2, "treatment": "begin early", "owner": manager }]);
        text["roles"] = json!([{ "person": manager, "role": "manager", "competence": "ten years" },
            { "person": manager, "role": "approver", "competence": "ten years" }]);
        text["policy"] =
            assize_domain::kernel::datum::Datum::to_json(&assize_domain::policy::Policy::default());
        // The leader is asked for nothing here; an auditor still is.
        text["policy"]["competence"] =
            json!([{ "role": "auditor", "area": "isms", "by": "training", "amount_min": 16 }]);
        self.act(manager, "programme.edit", &json!({ "programme": programme, "text": text })).await;
        let outline = json!({ "title": "Audit of the works", "audit_type": "internal", "part": part, "criteria": [CRITERIA],
            "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
            "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
        let planned = self
            .act(manager, "planned_audit.plan", &json!({ "programme": programme, "outline": outline }))
            .await;
        self.act(manager, "programme.establish", &json!({ "programme": programme })).await;
        self.act(manager, "programme.begin", &json!({ "programme": programme })).await;
        self.act(manager, "audit.open", &json!({ "planned": planned })).await
    }

    async fn initiate(&self, auditee: &str) {
        let (audit, manager) = (&self.audit, &self.manager);
        let contact = json!({ "audit": audit, "with": self.contact, "at": "2026-09-01T08:00:00Z", "channel": "mail", "note": "agreed" });
        self.act(manager, "audit.contact", &contact).await;
        let enough = json!({ "enough": true, "remark": "there is" });
        let feasible = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
        self.act(manager, "audit.judge_feasibility", &feasible).await;
        let initiation = json!({ "client": manager, "objectives": [{ "key": "all", "text": "Whether it holds." }],
            "scope": "IT", "part": { "auditee": auditee, "units": ["it"], "sites": [], "processes": [] },
            "criteria": [CRITERIA], "soa": null, "method": "remote", "language": "de", "areas": ["cloud"] });
        self.act(manager, "audit.initiate", &json!({ "audit": audit, "initiation": initiation })).await;
    }

    /// Gives a command on behalf of a person; answers the id of its first subject.
    async fn act(&self, person: &str, name: &str, body: &Value) -> String {
        self.served.act(name, body, &[("x-on-behalf-of", person)]).await.subject()
    }

    fn visitor(&self) -> Visitor<'_> {
        Visitor { served: &self.served, cookie: self.cookie.clone() }
    }

    async fn get(&self, tab: &str) -> Page {
        self.visitor().get(&format!("/audits/{}/{tab}", self.audit)).await
    }

    async fn post(&self, tab: &str, fields: &[(&str, &str)]) -> Page {
        self.visitor().post(&format!("/audits/{}/{tab}", self.audit), fields).await
    }

    /// The form of a new session, filled in.
    async fn session<'f>(&'f self, subject: &'f str, start: &'f str, end: &'f str) -> Page {
        let once = self.get("plan/session").await.hidden("once");
        let fields = [
            ("once", once.as_str()),
            ("/key", subject),
            ("/subject", subject),
            ("/start", start),
            ("/end", end),
            ("/zone", "Europe/Dublin"),
            ("/site", "cork"),
            ("/place", "Room 1"),
            ("/contacts", &self.contact),
            ("/auditors", &self.leader),
            ("/requirements", "4.3\n6.1.2"),
            ("/method", "remote"),
        ];
        self.post("plan/session", &fields).await
    }
}

#[tokio::test]
async fn a_page_of_an_audit_that_is_not_there_is_not_found() {
    let stage = Stage::set().await;
    for tab in
        ["team", "documents", "documents/review", "plan", "plan/session", "plan/print", "work", "meetings"]
    {
        let page = stage.visitor().get(&format!("/audits/019a0000-0000-7000-8000-000000000001/{tab}")).await;
        assert_eq!(page.status, 404, "{tab}");
        assert_eq!(stage.get(tab).await.status, 200, "{tab}");
    }
    assert_eq!(stage.get("plan/session?n=nothing").await.status, 404);
    assert_eq!(stage.get("plan/item?n=audit_plan.nothing").await.status, 404);
}

#[tokio::test]
async fn an_audit_offers_the_acts_that_its_state_lets_be_and_says_why_others_are_not() {
    let stage = Stage::set().await;
    let act = |name: &str| format!("href=\"/do/{name}?audit={}", stage.audit);
    let page = stage.get("records").await;
    page.expect(&[&act("audit.prepare"), &act("plan.draft"), &act("papers.make"), &act("meeting.record")]);
    for refused in ["audit.begin", "audit.end_fieldwork", "audit.complete", "finding.draft", "report.draft"] {
        assert!(!page.text.contains(&act(refused)), "{refused}");
    }
    page.says(&["which the state of the record refuses now", "it begins once", "ISO 19011:2018 6.1"]);
    let manager = Visitor::enter(&stage.served, Some(&stage.manager)).await;
    let path = format!("/audits/{}/records", stage.audit);
    manager.get(&path).await.expect(&[&act("audit.cancel"), &act("text.take")]);
    stage
        .act(&stage.manager, "audit.cancel", &json!({ "audit": stage.audit, "reason": "The site is closed" }))
        .await;
    let page = manager.get(&path).await;
    page.expect(&[&act("audit.hold")]);
    for refused in ["audit.cancel", "text.take", "evidence.take"] {
        assert!(!page.text.contains(&act(refused)), "{refused}");
    }
    manager.post("/language", &[("language", "de"), ("back", "/")]).await;
    manager.get(&path).await.expect(&["der Stand der Aufzeichnung jetzt nicht zulässt"]);
}

#[tokio::test]
async fn forms_begin_with_what_the_record_knows() {
    let stage = Stage::set().await;
    let leader = Visitor::enter(&stage.served, Some(&stage.leader)).await;
    // What was planned is what the audit is initiated with, unless somebody says otherwise.
    let page = leader.get(&format!("/do/audit.initiate?audit={}", stage.audit)).await;
    page.expect(&[
        "<option value=\"remote\" selected>",
        "name=\"/initiation/criteria\" value=\"ISO/IEC 27001:2022+A1:2024\" checked",
        "name=\"/initiation/part/units\" value=\"it\" checked",
        ">Works</option>",
    ]);
    // A row for each objective that is to be answered.
    let page = leader.get(&format!("/do/audit.conclude?audit={}", stage.audit)).await;
    page.expect(&["<option value=\"all\" selected>Whether it holds.</option>"]);
    // The review of documents has its own page, with a line for each thing demanded.
    let page = leader.get(&format!("/do/audit.review_documents?audit={}", stage.audit)).await;
    assert_eq!(page.to(), format!("/audits/{}/documents/review", stage.audit));
}

#[tokio::test]
async fn the_reason_for_changing_what_is_planned_is_asked_for_once_the_programme_is_established() {
    let stage = Stage::set().await;
    let visitor = Visitor::operator(&stage.served).await;
    let list = stage.served.get("/records/programme").await.json;
    let programme = list["items"][0]["id"].as_str().unwrap_or_else(|| panic!("{list:#}")).to_owned();
    let page = visitor.get(&format!("/do/planned_audit.plan?programme={programme}")).await;
    let control = page.text.split("id=\"f-reason\"").nth(1).unwrap();
    assert!(control.split('>').next().unwrap().contains("aria-required=\"true\""), "{control}");
    let text =
        json!({ "title": "Next", "period": { "from": "2027-01-01", "to": "2027-12-31" }, "days": "40" });
    let draft = stage.act(&stage.manager, "programme.draft", &text).await;
    let page = visitor.get(&format!("/do/planned_audit.plan?programme={draft}")).await;
    assert!(page.status == 200 && !page.text.contains("id=\"f-reason\""), "{}", page.text);
}

#[tokio::test]
async fn the_team_says_who_fits_and_who_does_not_and_why() {
    let stage = Stage::set().await;
    let page = stage.get("team").await;
    page.says(&[
        "Adaeze Nwosu",
        "code accepted",
        "interests declared",
        "Cloud services: <strong>nobody brings it",
    ]);
    // The law's own answer: the rule, its clause, and what there is of what is asked.
    page.says(&[
        "Priya Raman",
        "Not as: Auditor",
        "ISO 19011:2018 7.2.3",
        "Information security management: Training, 0 of 16",
    ]);
    page.says(&["A team that together covers the competence the audit needs"]);
    let expert = stage.get("team?role=technical_expert").await;
    expert.says(&["Not as: Technical expert", "ISO 19011:2018 4"]);
    stage.act(&stage.other, "code.accept", &json!({ "person": stage.other, "code": "assize code 1" })).await;
    let interests = json!({ "person": stage.other, "auditee": null, "text": "None.", "interests": false });
    stage.act(&stage.other, "interests.declare", &interests).await;
    let expert = stage.get("team?role=technical_expert").await;
    expert.says(&[
        "Fits as: Technical expert",
        "role=technical_expert",
        &format!("directed_by={}", stage.leader),
    ]);
    let related = json!({ "person": stage.other, "auditee": auditee(&stage).await, "kind": "consulted", "part": null,
        "period": { "from": "2026-01-01", "to": null }, "remark": null });
    stage.act(&stage.manager, "relation.declare", &related).await;
    let barred = stage.get("team?role=auditor").await;
    barred.says(&["Consulted on the management system: bars as long as it lasts"]);
}

async fn auditee(stage: &Stage) -> String {
    stage.served.get("/records/auditee?limit=1").await.json["items"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn one_session_of_a_plan_is_added_changed_and_dropped() {
    let stage = Stage::set().await;
    stage.get("plan").await.says(&["There is no plan yet", "Begin the plan"]);
    let added = stage.session("suppliers", "2026-10-05T09:00", "2026-10-05T11:00").await;
    assert_eq!(added.status, 303, "{}", added.text);
    assert!(added.to().contains("done=plan.draft"), "{}", added.to());
    let plan = stage.get("plan").await;
    // Dublin is an hour ahead of UTC then.
    plan.says(&[
        "09:00–11:00",
        "Monday, 5\u{a0}Oct\u{a0}2026",
        "Cork · Room 1",
        "Con Twomey",
        "<svg",
        "version 1, Draft",
    ]);
    // A second one at the same time: the law's refusal, and nothing typed is lost.
    let clash = stage.session("backup", "2026-10-05T10:00", "2026-10-05T12:00").await;
    assert_eq!(clash.status, 422);
    clash.says(&[
        "value=\"backup\"",
        "2026-10-05T10:00",
        "ISO 19011:2018 6.3.2.2",
        "what you typed is still here",
    ]);
    let empty = stage.post("plan/session", &[("/place", "Room 2")]).await;
    assert_eq!(empty.status, 422);
    empty.says(&["value=\"Room 2\"", "aria-invalid=\"true\""]);
    assert_eq!(stage.session("backup", "2026-10-05T12:00", "2026-10-05T13:00").await.status, 303);
    // Somebody else changes another session meanwhile: both changes stand.
    let form = stage.get("plan/session?n=suppliers").await;
    let (seen, once) = (form.hidden("seen"), form.hidden("once"));
    let zone = [
        ("/zone", "Europe/Dublin"),
        ("/place", "Room 9"),
        ("/auditors", &stage.leader),
        ("/method", "remote"),
    ];
    let change = |seen: &str, once: &str, subject: &str| {
        let own = [
            ("n", "suppliers"),
            ("seen", seen),
            ("once", once),
            ("/subject", subject),
            ("/start", "2026-10-05T09:00"),
            ("/end", "2026-10-05T10:30"),
        ];
        own.iter().chain(&zone).map(|(name, value)| (name.to_string(), value.to_string())).collect::<Vec<_>>()
    };
    let give = |fields: Vec<(String, String)>| {
        let stage = &stage;
        async move {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            stage.post("plan/session", &fields).await
        }
    };
    assert_eq!(give(change(&seen, &once, "Suppliers and contracts")).await.status, 303);
    // Sent twice it is one act; changed after it was seen it is told.
    let twice = give(change(&seen, &once, "Suppliers and contracts")).await;
    assert!(
        twice.status == 303 || twice.text.contains("Somebody changed this meanwhile"),
        "{}",
        twice.status
    );
    let stale = give(change(&seen, "another", "Something else")).await;
    assert_eq!(stale.status, 422);
    stale.says(&["Somebody changed this meanwhile", "value=\"Something else\"", "Suppliers and contracts"]);
    let form = stage.get("plan/session?n=backup").await;
    let (seen, once) = (form.hidden("seen"), form.hidden("once"));
    let dropped =
        stage.post("plan/session", &[("n", "backup"), ("seen", &seen), ("once", &once), ("drop", "1")]).await;
    assert_eq!(dropped.status, 303, "{}", dropped.text);
    let plan = stage.get("plan").await;
    plan.says(&["Suppliers and contracts"]);
    assert!(!plan.text.contains("id=\"s-backup\""));
}

#[tokio::test]
async fn a_plan_says_what_is_missing_and_a_presented_one_changes_by_a_new_version() {
    let stage = Stage::set().await;
    stage.session("opening", "2026-10-05T09:00", "2026-10-05T09:30").await;
    stage.get("plan").await.says(&["Present the plan", "Say what is missing", "Not said yet"]);
    let unsaid = stage.get("plan/item?n=audit_plan.objectives").await;
    unsaid.says(&["Objectives of the audit"]);
    let once = unsaid.hidden("once");
    let item = |text| {
        [
            ("n", "audit_plan.objectives"),
            ("seen", ""),
            ("once", &once),
            ("/item", "audit_plan.objectives"),
            text,
        ]
    };
    let neither = stage.post("plan/item", &item(("/text", ""))).await;
    assert_eq!(neither.status, 422);
    neither.says(&["ISO 19011:2018 6.3.2.2"]);
    assert_eq!(stage.post("plan/item", &item(("/text", "Whether it holds."))).await.status, 303);
    stage.get("plan").await.says(&["Whether it holds."]);
    let plan =
        stage.served.get("/records/plan?limit=1").await.json["items"][0]["id"].as_str().unwrap().to_owned();
    let said: Vec<Value> = assize_domain::audit::checklists::PLAN
        .iter()
        .map(|item| json!({ "item": item.id, "text": "said", "omitted": null }))
        .collect();
    let session = json!({ "key": "opening", "start": "2026-10-05T08:00:00Z", "end": "2026-10-05T08:30:00Z", "zone": "Europe/Dublin",
        "site": null, "place": "Room 1", "contacts": [], "auditors": [stage.leader], "subject": "Opening", "requirements": [], "method": "remote" });
    stage
        .act(&stage.leader, "plan.edit", &json!({ "plan": plan, "items": said, "sessions": [session] }))
        .await;
    stage.act(&stage.leader, "plan.present", &json!({ "plan": plan })).await;
    stage.get("plan").await.says(&["Presented to the auditee", "do/plan.agree"]);
    let without = stage.session("closing", "2026-10-05T15:00", "2026-10-05T15:30").await;
    assert_eq!(without.status, 422);
    without.says(&["name=\"/reason\"", "makes a new version"]);
    let object = json!({ "plan": plan, "from": stage.contact, "text": "Too early." });
    stage.act(&stage.leader, "plan.object", &object).await;
    let plan = stage.get("plan").await;
    plan.says(&["Too early.", "do/plan.resolve_objection"]);
    // Whoever manages the programme overrules; whoever leads is offered no form that they may not send.
    assert!(!plan.text.contains("do/plan.overrule_objection"), "{}", plan.text);
    // On paper it is in the language of the audit.
    stage.get("plan/print").await.says(&["<html lang=\"de\">", "Montag, 5.10.2026", "Ziele des Audits"]);
}

#[tokio::test]
async fn what_the_criteria_demand_is_reviewed_by_the_numbers_of_documents() {
    let stage = Stage::set().await;
    let page = stage.get("documents").await;
    page.says(&["scope of the ISMS", "18 not looked for yet", "No document was taken yet"]);
    let file = ("scope.txt", "One\nour scope is all sites".as_bytes());
    let evidence = format!("/audits/{}/evidence", stage.audit);
    let taken = stage.visitor().upload(&evidence, &[("classification", "internal")], file).await;
    assert_eq!(taken.status, 303);
    // It is read beside what is answered.
    let mut found = stage.get("documents?q=sites").await;
    for _ in 0..100 {
        if found.text.contains("our scope is all sites") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        found = stage.get("documents?q=sites").await;
    }
    found.says(&["scope.txt", "our scope is all sites", "› One", "read, and searched", "Internal"]);
    let form = stage.get("documents/review").await;
    let once = form.hidden("once");
    let line = |documents: &'static str, found: &'static str| {
        [
            ("line", "0"),
            ("criteria-0", CRITERIA),
            ("requirement-0", "4.3"),
            ("item-0", "scope of the ISMS"),
            ("found-0", found),
            ("documents-0", documents),
            ("outcome", "ready"),
            ("summary", "Looked through."),
            ("seen", ""),
        ]
    };
    let post = |fields: Vec<(&'static str, &'static str)>, once: String| {
        let stage = &stage;
        async move {
            let mut fields: Vec<(&str, &str)> = fields;
            fields.push(("once", &once));
            stage.post("documents/review", &fields).await
        }
    };
    let unknown = post(line("7", "yes").to_vec(), once.clone()).await;
    assert_eq!(unknown.status, 422);
    unknown.says(&["no document has the number 7", "Looked through."]);
    let lacking = post(line("", "no").to_vec(), once.clone()).await;
    assert_eq!(lacking.status, 422);
    lacking.says(&["ISO 19011:2018 6.3.1"]);
    let done = post(line("1", "yes").to_vec(), once.clone()).await;
    assert_eq!(done.status, 303, "{}", done.text);
    stage.get("documents").await.says(&[
        "1 found",
        "17 not looked for yet",
        "Looked through.",
        "Ready for the audit",
    ]);
    stage.get("documents/review").await.says(&["name=\"documents-0\" value=\"1\""]);
    // Sent once more it is the same; another text on what was seen before is told of what stands now.
    assert_eq!(post(line("1", "yes").to_vec(), once.clone()).await.status, 303);
    let stale = post(line("1", "partly").to_vec(), "another".to_owned()).await;
    assert_eq!(stale.status, 422);
    stale.says(&["Somebody changed this meanwhile", "found · 1"]);
}

#[tokio::test]
async fn papers_are_given_to_somebody_many_at_once() {
    let stage = Stage::set().await;
    stage.get("work").await.says(&["There are no working papers yet", "do/papers.make"]);
    let test = |number: &str, requirement: &str| {
        json!({ "test": number, "digest": "0".repeat(63) + &number[number.len() - 1..], "title": format!("Does {requirement} hold?"),
            "objective": "To see.", "guidance": "Ask\n- one", "requirements": [{ "criteria": CRITERIA, "id": requirement }],
            "breaches": [], "audit_types": [], "minutes": 90 })
    };
    let adopt = json!({ "tests": [test("T-1", "4.3"), test("T-2", "6.1.2")] });
    stage.act(&stage.manager, "test.adopt", &adopt).await;
    stage.act(&stage.leader, "papers.make", &json!({ "audit": stage.audit, "only": [] })).await;
    stage.session("scope", "2026-10-05T09:00", "2026-10-05T11:00").await;
    let work = stage.get("work").await;
    work.says(&[
        "Does 4.3 hold?",
        "Does 6.1.2 hold?",
        "0 of 2 papers",
        "3 h 00 min",
        "2 h 00 min to spare",
        "09:00 · scope",
    ]);
    assert!(!stage.get("work?clause=6").await.text.contains("Does 4.3 hold?"));
    let papers = stage.served.get("/records/paper?limit=2").await.json;
    let of = |place: usize| papers["items"][place]["id"].as_str().unwrap();
    let fields = [
        ("once", "a"),
        ("back", "/audits"),
        ("/audit", &stage.audit),
        ("/papers", of(0)),
        ("/papers", of(1)),
        ("/assignee", &stage.leader),
    ];
    assert_eq!(stage.visitor().post("/do/papers.assign", &fields).await.status, 303);
    stage.get("work").await.says(&["Papers: Adaeze Nwosu", "1 h 00 min too little", "Prepare the audit"]);
    stage.get("work?who=nobody").await.says(&["Every paper is given to somebody."]);
}

#[tokio::test]
async fn meetings_requests_and_the_log_say_what_is_at_turn() {
    let stage = Stage::set().await;
    let page = stage.get("meetings").await;
    page.says(&[
        "No meeting was recorded yet",
        "Nothing was asked",
        "Nothing is in the log",
        "The scope has not been changed",
    ]);
    let ask =
        json!({ "audit": stage.audit, "to": stage.contact, "question": "The register", "due": "2026-09-30" });
    let request = stage.act(&stage.leader, "request.ask", &ask).await;
    stage.get("meetings").await.says(&["The register", "Con Twomey", "do/request.answer"]);
    stage
        .act(
            &stage.contact,
            "request.answer",
            &json!({ "request": request, "text": "Here.", "evidence": [] }),
        )
        .await;
    stage.get("meetings").await.says(&["Here.", "do/request.accept", "do/request.return", "6.4.7"]);
    let risk = json!({ "audit": stage.audit, "kind": "significant_risk", "text": "The key is lost.", "told": [stage.contact] });
    stage.act(&stage.leader, "message.log", &risk).await;
    stage.get("meetings").await.says(&["is-risk", "The key is lost."]);
    let change = json!({ "audit": stage.audit, "key": "more", "what": "Cork too", "reason": "It matters", "scope": "IT and Cork",
        "part": { "auditee": auditee(&stage).await, "units": ["it"], "sites": [], "processes": [] } });
    let proposed =
        stage.served.act("audit.propose_scope_change", &change, &[("x-on-behalf-of", &stage.leader)]).await;
    if proposed.status == 200 {
        stage.get("meetings").await.says(&["Cork too", "do/audit.accept_scope_change"]);
    }
    let other = json!({ "audit": stage.audit, "kind": "other", "held": "2026-09-20T08:00:00Z", "place": "Link",
        "agenda": [{ "item": "team-briefing", "covered": false, "note": "no time" }],
        "attendance": [{ "person": stage.leader, "function": "Leader" }], "minutes": null });
    stage.act(&stage.leader, "meeting.record", &other).await;
    stage.get("meetings").await.says(&["Other meeting", "team briefing", "not covered", "0 of 1 covered"]);
}
