//! An audit carried to a stage, by the same commands that everybody gives.

use serde_json::{Value, json};

use super::{Bench, CRITERIA};
use crate::audit::{Audit, checklists};
use crate::evidence::Paper;
use crate::kernel::id::{AuditId, EvidenceId, PaperId, PersonId};
use crate::kernel::refusal::Stop;
use crate::programme::Programme;
use crate::registry::{Command, Event};

/// A standing world in which the planned audit has come to a stage.
pub(crate) struct Carried {
    /// The bench.
    pub(crate) bench: Bench,
    /// The audit.
    pub(crate) audit: AuditId,
    /// A file that was taken as evidence; known from `conducting` on.
    pub(crate) evidence: Option<EvidenceId>,
}

impl Carried {
    /// Gives a command by its name and body.
    pub(crate) fn give(&mut self, person: PersonId, name: &str, body: Value) -> Result<Vec<Event>, Stop> {
        let command = Command::read(name, &body)
            .unwrap_or_else(|| panic!("there is no command `{name}`"))
            .unwrap_or_else(|problems| panic!("`{name}` {body:#}: {problems:#?}"));
        self.bench.act(person, command)
    }

    /// Gives a command and demands that it is done; answers the id of the last event's subject.
    #[track_caller]
    pub(crate) fn done(&mut self, person: PersonId, name: &str, body: Value) -> String {
        let events = self.give(person, name, body).unwrap_or_else(|stop| panic!("`{name}`: {stop:#?}"));
        events.last().unwrap_or_else(|| panic!("`{name}` did nothing")).subject().id.to_string()
    }

    /// The audit as it stands.
    pub(crate) fn audit(&self) -> &Audit {
        self.bench.get::<Audit>(self.audit)
    }

    /// The papers of the audit, in the order of their making.
    pub(crate) fn papers(&self) -> Vec<PaperId> {
        let mut papers: Vec<_> = self
            .bench
            .world
            .list::<Paper>("audit", self.audit)
            .unwrap()
            .iter()
            .map(|paper| paper.id())
            .collect();
        papers.sort_unstable();
        papers
    }

    /// Opened, with the leader and the auditor in the team.
    pub(crate) fn opened() -> Self {
        Self::opened_in(Bench::standing())
    }

    /// Opened in a house that stands already.
    pub(crate) fn opened_in(bench: Bench) -> Self {
        let cast = bench.cast;
        let audit: AuditId = cast.planned.into();
        let mut carried = Self { bench, audit, evidence: None };
        for person in [cast.leader, cast.auditor, cast.trainee, cast.expert] {
            let body = json!({ "person": person.to_string(), "text": "No interests in any auditee", "interests": false });
            carried.done(person, "interests.declare", body);
        }
        carried.open();
        carried
    }

    /// Opens the audit and appoints its team.
    pub(crate) fn open(&mut self) {
        let cast = self.bench.cast;
        self.done(cast.manager, "audit.open", json!({ "planned": self.audit.to_string() }));
        self.appoint(cast.leader, "leader");
        self.appoint(cast.auditor, "auditor");
    }

    fn appoint(&mut self, person: PersonId, role: &str) {
        let body = json!({ "audit": self.audit.to_string(), "person": person.to_string(), "role": role, "safeguards": [] });
        self.done(self.bench.cast.manager, "audit.appoint", body);
    }

    /// What the audit is initiated with.
    pub(crate) fn initiation(&self) -> Value {
        let cast = self.bench.cast;
        json!({
            "client": cast.client.to_string(),
            "objectives": [{ "key": "conformity", "text": "Determine whether the management system conforms" }],
            "scope": "The whole management system",
            "part": { "auditee": cast.auditee.to_string(), "units": ["it"], "sites": [], "processes": [] },
            "criteria": [CRITERIA],
            "soa": cast.soa.to_string(),
            "method": "hybrid",
            "language": "en",
            "areas": ["isms", "cloud"],
        })
    }

    /// Initiated.
    pub(crate) fn initiated() -> Self {
        let mut carried = Self::opened();
        carried.initiate();
        carried
    }

    /// Initiates the opened audit.
    pub(crate) fn initiate(&mut self) {
        let initiation = self.initiation();
        self.initiate_with(initiation);
    }

    /// An opened audit that is initiated against these sets, which the programme's extent gains.
    pub(crate) fn initiated_against(criteria: &[&str]) -> Self {
        let mut carried = Self::opened();
        let programme = carried.bench.cast.programme;
        carried.bench.change::<Programme>(programme, |programme| {
            let extent = programme.extent.as_mut().unwrap();
            extent.criteria = criteria.iter().map(|id| id.parse().unwrap()).collect();
        });
        let mut initiation = carried.initiation();
        initiation["criteria"] = json!(criteria);
        carried.initiate_with(initiation);
        carried
    }

    fn initiate_with(&mut self, initiation: Value) {
        let (cast, audit) = (self.bench.cast, self.audit.to_string());
        let contact = json!({ "audit": audit, "with": cast.contact.to_string(), "at": "2026-08-31T09:00:00Z",
            "channel": "telephone", "note": "Agreed to send the documents" });
        self.done(cast.leader, "audit.contact", contact);
        let enough = json!({ "enough": true, "remark": "agreed on the telephone" });
        let feasible = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
        self.done(cast.leader, "audit.judge_feasibility", feasible);
        self.done(cast.leader, "audit.initiate", json!({ "audit": audit, "initiation": initiation }));
    }

    /// An audit test for requirements.
    pub(crate) fn test(id: &str, requirements: &[&str]) -> Value {
        let requirements: Vec<_> =
            requirements.iter().map(|id| json!({ "criteria": CRITERIA, "id": id })).collect();
        json!({ "test": id, "digest": "ab".repeat(32), "title": format!("Is {id} done?"), "objective": "To conclude whether it is done",
            "guidance": "Ask, and look", "requirements": requirements, "breaches": ["8.1"], "audit_types": [], "minutes": 20 })
    }

    /// A session of the leader and the auditor.
    pub(crate) fn session(&self, key: &str, start: &str, end: &str) -> Value {
        let cast = self.bench.cast;
        json!({ "key": key, "start": start, "end": end, "zone": "Europe/Vienna", "site": "hq", "place": "Room 1",
            "contacts": [cast.contact.to_string()], "auditors": [cast.leader.to_string(), cast.auditor.to_string()],
            "subject": "Risk assessment", "requirements": ["6.1.2"], "method": "on_site" })
    }

    /// Every item of the plan's checklist.
    pub(crate) fn plan_items() -> Vec<Value> {
        checklists::PLAN.iter().map(|item| json!({ "item": item.id, "text": "As agreed" })).collect()
    }

    /// Every item of an agenda, covered.
    pub(crate) fn agenda(list: &[checklists::Item]) -> Vec<Value> {
        list.iter().map(|item| json!({ "item": item.id, "covered": true })).collect()
    }

    /// Prepared: three papers (clause 6.1.2, control A.5.1 and the excluded A.7.4), all given to the auditor.
    pub(crate) fn prepared() -> Self {
        let mut carried = Self::ready_to_prepare();
        carried.prepare();
        carried
    }

    /// Says that it is prepared.
    pub(crate) fn prepare(&mut self) {
        let (leader, audit) = (self.bench.cast.leader, self.audit.to_string());
        self.done(leader, "audit.prepare", json!({ "audit": audit }));
    }

    /// Everything there but the word that it is prepared.
    pub(crate) fn ready_to_prepare() -> Self {
        let mut carried = Self::initiated();
        carried.get_ready();
        carried
    }

    /// Makes everything ready in the initiated audit.
    pub(crate) fn get_ready(&mut self) {
        let (cast, audit) = (self.bench.cast, self.audit.to_string());
        let tests = json!({ "tests": [
            Self::test("T-6.1.2-01", &["6.1.2"]), Self::test("T-A.5.1-01", &["A.5.1"]), Self::test("T-A.7.4-01", &["A.7.4"]),
        ] });
        self.give(cast.manager, "test.adopt", tests).unwrap();
        self.done(cast.leader, "papers.make", json!({ "audit": audit, "only": [] }));
        let papers: Vec<_> = self.papers().iter().map(ToString::to_string).collect();
        let assign = json!({ "audit": audit, "papers": papers, "assignee": cast.auditor.to_string() });
        self.done(cast.leader, "papers.assign", assign);
        let taken = json!({ "audit": audit, "name": "risk-method.md", "sha256": "cd".repeat(32), "bytes": 12,
            "media": "text/markdown", "classification": "confidential" });
        let evidence = self.done(cast.auditor, "evidence.take", taken);
        self.evidence = Some(evidence.parse().unwrap());
        let review = json!({ "audit": audit, "outcome": "ready", "summary": "The method is there", "items": [
            { "criteria": CRITERIA, "requirement": "6.1.2", "item": "risk assessment process", "found": "yes", "evidence": [evidence] },
        ] });
        self.done(cast.leader, "audit.review_documents", review);
        let session = self.session("s1", "2026-09-01T09:00:00+02:00", "2026-09-01T11:00:00+02:00");
        let draft = json!({ "audit": audit, "items": Self::plan_items(), "sessions": [session] });
        let plan = self.done(cast.leader, "plan.draft", draft);
        self.done(cast.leader, "plan.present", json!({ "plan": plan }));
        self.done(cast.contact, "plan.agree", json!({ "plan": plan }));
    }

    /// A meeting with the whole agenda.
    pub(crate) fn meeting(&self, kind: &str) -> Value {
        let cast = self.bench.cast;
        let agenda = match kind {
            "opening" => Self::agenda(checklists::OPENING_MEETING),
            "closing" => Self::agenda(checklists::CLOSING_MEETING),
            _ => Vec::new(),
        };
        json!({ "audit": self.audit.to_string(), "kind": kind, "held": "2026-09-01T07:00:00Z", "place": "Room 1", "agenda": agenda,
            "attendance": [
                { "person": cast.leader.to_string(), "function": "audit team leader" },
                { "person": cast.contact.to_string(), "function": "head of information security" },
            ] })
    }

    /// Under way.
    pub(crate) fn conducting() -> Self {
        let mut carried = Self::prepared();
        carried.begin();
        carried
    }

    /// Begins fieldwork in the prepared audit.
    pub(crate) fn begin(&mut self) {
        let (leader, audit) = (self.bench.cast.leader, self.audit.to_string());
        let opening = self.meeting("opening");
        self.done(leader, "meeting.record", opening);
        self.done(leader, "audit.begin", json!({ "audit": audit }));
    }

    /// Attaches the evidence to a paper and evaluates it.
    pub(crate) fn evaluate(&mut self, paper: PaperId, evaluation: &str) {
        let (auditor, paper) = (self.bench.cast.auditor, paper.to_string());
        let evidence = self.evidence.unwrap().to_string();
        self.give(auditor, "paper.attach", json!({ "paper": paper, "evidence": evidence })).unwrap();
        self.done(auditor, "paper.evaluate", json!({ "paper": paper, "evaluation": evaluation }));
    }

    /// A nonconformity on the first paper, of a grade.
    pub(crate) fn nonconformity(&self, grade: &str) -> Value {
        let first = self.papers()[0].to_string();
        json!({ "audit": self.audit.to_string(), "text": { "kind": "nonconformity", "title": "The method leaves acceptance open",
            "statement": "The risk assessment process sets no criteria for accepting risks",
            "objective_evidence": "risk-method.md, section 2, names no level",
            "requirements": [{ "criteria": CRITERIA, "id": "6.1.2" }], "breaches": [], "grade": grade,
            "papers": [first], "evidence": [self.evidence.unwrap().to_string()] } })
    }

    /// In reporting: the first paper does not conform, with a nonconformity raised; the others conform; concluded.
    pub(crate) fn reporting(grade: &str) -> (Self, String) {
        let mut carried = Self::conducting();
        let finding = carried.end(grade);
        (carried, finding)
    }

    /// Carries fieldwork to its end; answers the id of the nonconformity.
    pub(crate) fn end(&mut self, grade: &str) -> String {
        let (cast, audit) = (self.bench.cast, self.audit.to_string());
        for (n, paper) in self.papers().into_iter().enumerate() {
            if self.bench.get::<Paper>(paper).state.evaluation().is_none() {
                self.evaluate(paper, if n == 0 { "does_not_conform" } else { "conforms" });
            }
            self.done(cast.leader, "paper.review", json!({ "paper": paper.to_string() }));
        }
        let nonconformity = self.nonconformity(grade);
        let finding = self.done(cast.auditor, "finding.draft", nonconformity);
        self.done(cast.leader, "finding.raise", json!({ "finding": finding }));
        let closing = self.meeting("closing");
        self.done(cast.leader, "meeting.record", closing);
        self.done(cast.leader, "audit.end_fieldwork", json!({ "audit": audit }));
        let conclusions = self.conclusions();
        self.done(cast.leader, "audit.conclude", conclusions);
        finding
    }

    /// Follows a raised nonconformity up to a state: `plan_accepted`, `implemented` or `verified`.
    pub(crate) fn follow_up(&mut self, finding: &str, to: &str) {
        let cast = self.bench.cast;
        let this = json!({ "finding": finding });
        let text =
            json!({ "finding": finding, "text": "done", "evidence": [self.evidence.unwrap().to_string()] });
        let due = self.bench.now.date().plus_days(30).to_string();
        let plan =
            json!({ "finding": finding, "text": "do it", "owner": cast.contact.to_string(), "due": due });
        self.done(cast.contact, "finding.acknowledge", this.clone());
        self.done(cast.contact, "finding.correct", text.clone());
        self.done(cast.contact, "finding.give_cause", text.clone());
        self.done(cast.contact, "finding.plan_action", plan);
        self.done(cast.leader, "finding.accept_plan", this);
        if to != "plan_accepted" {
            self.done(cast.contact, "finding.implement", text.clone());
        }
        if to == "verified" {
            self.done(cast.leader, "finding.verify", text);
        }
    }

    /// Conclusions for the one objective.
    pub(crate) fn conclusions(&self) -> Value {
        json!({ "audit": self.audit.to_string(), "conformity": "It conforms but for one requirement",
            "effectiveness": "It is kept up", "trends": "None seen", "recommendation": "none",
            "objectives": [{ "objective": "conformity", "met": "yes", "reason": "Every paper was evaluated" }] })
    }

    /// The digest of a report's content as it stands.
    pub(crate) fn content(&self, report: &str) -> String {
        crate::report::content(&self.bench.world, report.parse().unwrap()).unwrap().digest()
    }

    /// A report of the audit, with what the leader adds.
    pub(crate) fn report(&self) -> Value {
        let items: Vec<Value> = [
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
        ]
        .iter()
        .map(|item| json!({ "item": format!("audit_report.{item}"), "text": "As agreed" }))
        .collect();
        json!({ "audit": self.audit.to_string(), "items": items, "whole_papers": false,
            "distribution": [{ "person": self.bench.cast.client.to_string(), "function": "audit client" }] })
    }

    /// The report reviewed, approved and issued; answers its id.
    pub(crate) fn issue(&mut self) -> String {
        let cast = self.bench.cast;
        let draft = self.report();
        let report = self.done(cast.leader, "report.draft", draft);
        let content = self.content(&report);
        self.done(cast.reviewer, "report.review", json!({ "report": report, "content": content }));
        let content = self.content(&report);
        self.done(cast.leader, "report.approve", json!({ "report": report, "content": content }));
        self.done(cast.leader, "report.issue", json!({ "report": report, "pdf": "ef".repeat(32) }));
        report
    }
}
