//! Everything of a story but its fieldwork: people, programme, the audit's preparation, its report and what follows.

use serde_json::{Value, json};

use super::script::{Script, What, time};
use super::value::{Malformed, at, list, millis, text, texts};
use crate::bridge::set;

/// A command that adopts a part of a catalogue: its name and its body.
pub(super) type Adoption = (&'static str, Value);

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// What every part of the story leans on.
pub(super) struct Frame<'a> {
    pub(super) story: &'a Value,
    pub(super) opens: i64,
    pub(super) manager: String,
    pub(super) leader: String,
}

/// The reference to a person's id.
pub(super) fn person(key: &str) -> String {
    format!("@person:{key}")
}

fn people(keys: &[String]) -> Vec<String> {
    keys.iter().map(|key| person(key)).collect()
}

impl<'a> Frame<'a> {
    pub(super) fn of(story: &'a Value) -> Result<Self, Malformed> {
        let role = |table: &Value, name: &str| {
            list(table, "roles")
                .iter()
                .find(|role| at(role, "role") == name)
                .and_then(|role| text(role, "person").ok())
                .ok_or_else(|| Malformed(format!("the programme has no `{name}`")))
        };
        let manager = role(at(story, "programme"), "manager")?;
        let leader = list(story, "team")
            .iter()
            .find(|member| at(member, "role") == "leader")
            .ok_or_else(|| Malformed("the team has no leader".to_owned()))
            .and_then(|member| text(member, "person"))?;
        let opens = time(at(story, "organization"), "at", 0)?;
        Ok(Self { story, opens, manager, leader })
    }

    fn part(&self, table: &Value) -> Value {
        let _ = self;
        json!({ "auditee": "@auditee", "units": texts(table, "units"), "sites": texts(table, "sites"), "processes": texts(table, "processes") })
    }

    /// Organization, people, catalogue, auditee.
    pub(super) fn register(&self, adoptions: &[Adoption], script: &mut Script) -> Result<(), Malformed> {
        let name = text(at(self.story, "organization"), "name")?;
        let named =
            What::Command { name: "organization.name".to_owned(), body: json!({ "name": name }), keep: None };
        script.push(self.opens, None, named);
        for one in list(self.story, "person") {
            let key = text(one, "key")?;
            let body = json!({ "name": at(one, "name"), "email": at(one, "email"), "employer": at(one, "employer"),
                "languages": at(one, "languages"), "zone": at(one, "timezone") });
            let keep = Some(format!("person:{key}"));
            script.push(
                self.opens + MINUTE,
                None,
                What::Command { name: "person.register".to_owned(), body, keep },
            );
            for credential in list(one, "credentials") {
                let body = json!({ "person": person(&key), "credential": {
                    "key": at(credential, "key"), "kind": at(credential, "kind"), "area": at(credential, "area"),
                    "title": at(credential, "title"), "issuer": at(credential, "issuer"),
                    "period": { "from": at(credential, "from"), "to": at(credential, "to") },
                    "amount": at(credential, "amount"), "evidence": null } });
                script.give(self.opens + 2 * MINUTE, &self.manager, "credential.add", body);
            }
            for development in list(one, "development") {
                let body = json!({ "person": person(&key), "on": at(development, "on"), "area": at(development, "area"),
                    "what": at(development, "what"), "hours": at(development, "hours") });
                script.give(self.opens + 3 * MINUTE, &self.manager, "development.record", body);
            }
            if let Some(accepted) = at(one, "code_accepted").as_str() {
                let when = millis(accepted, 9)?.max(self.opens + 4 * MINUTE);
                let body = json!({ "person": person(&key), "code": assize_domain::auditor::code::CODE });
                script.give(when, &key, "code.accept", body);
            }
        }
        let whole = json!({ "person": person(&self.manager), "role": "programme_manager", "over": { "is": "organization" },
            "period": { "from": self.opened_on()?, "to": null }, "reason": "Runs the audit programme of the organization" });
        let given = What::Command { name: "access.grant".to_owned(), body: whole, keep: None };
        script.push(self.opens + MINUTE, None, given);
        for (name, body) in adoptions {
            script.give(self.opens + 5 * MINUTE, &self.manager, name, body.clone());
        }
        let auditee = at(self.story, "auditee");
        let body = json!({ "name": at(auditee, "name"), "kind": at(auditee, "kind"), "units": at(auditee, "units"),
            "sites": self.sites(auditee)?, "processes": at(auditee, "processes"), "contacts": self.contacts(auditee)? });
        script.make(self.opens + 6 * MINUTE, &self.manager, "auditee.register", body, "auditee".to_owned());
        Ok(())
    }

    /// The day on which the story begins.
    fn opened_on(&self) -> Result<String, Malformed> {
        let at = assize_domain::kernel::time::Timestamp::from_millis(self.opens);
        at.map(|at| at.date().to_string()).map_err(|error| Malformed(error.to_string()))
    }

    fn sites(&self, auditee: &Value) -> Result<Vec<Value>, Malformed> {
        let _ = self;
        list(auditee, "sites")
            .iter()
            .map(|site| {
                Ok(json!({ "key": text(site, "key")?, "name": at(site, "name"), "kind": at(site, "kind"),
                    "place": at(site, "place"), "zone": at(site, "timezone") }))
            })
            .collect()
    }

    /// The contacts named for the auditee, and everybody else who has a function there.
    fn contacts(&self, auditee: &Value) -> Result<Vec<Value>, Malformed> {
        let named = list(auditee, "contacts");
        let mut contacts = Vec::new();
        for contact in named {
            contacts.push(
                json!({ "person": person(&text(contact, "person")?), "function": at(contact, "function") }),
            );
        }
        for one in list(self.story, "person") {
            let key = text(one, "key")?;
            if !at(one, "function").is_null()
                && named.iter().all(|contact| at(contact, "person") != key.as_str())
            {
                contacts.push(json!({ "person": person(&key), "function": at(one, "function") }));
            }
        }
        Ok(contacts)
    }

    /// The programme, from its draft to its beginning.
    pub(super) fn programme(&self, script: &mut Script) -> Result<(), Malformed> {
        let programme = at(self.story, "programme");
        let approved = time(programme, "approved_at", 0)?;
        let drafted = (approved - 7 * DAY).max(self.opens + 10 * MINUTE);
        let days = at(programme, "days").to_string();
        let draft =
            json!({ "title": at(programme, "title"), "period": at(programme, "period"), "days": days });
        script.make(drafted, &self.manager, "programme.draft", draft.clone(), "programme".to_owned());
        let extent = at(programme, "extent");
        let mut edit = draft;
        set(&mut edit, "objectives", at(programme, "objectives").clone());
        set(
            &mut edit,
            "extent",
            json!({ "text": at(extent, "text"), "auditees": [self.part(extent)], "criteria": at(extent, "criteria") }),
        );
        set(&mut edit, "risks", with_people(list(programme, "risk"), "owner"));
        set(&mut edit, "roles", with_people(list(programme, "roles"), "person"));
        set(&mut edit, "shortfall", Value::Null);
        set(&mut edit, "resources", at(programme, "resources").clone());
        set(&mut edit, "policy", policy(programme));
        let edit = json!({ "programme": "@programme", "text": edit });
        script.give(drafted + MINUTE, &self.manager, "programme.edit", edit);
        for planned in list(self.story, "planned_audit") {
            let outline = json!({ "title": at(planned, "title"), "audit_type": at(planned, "type"), "part": self.part(planned),
                "criteria": at(extent, "criteria"), "window": at(planned, "window"), "days": at(planned, "days").to_string(),
                "methods": at(planned, "methods"), "why": at(planned, "why") });
            let body = json!({ "programme": "@programme", "outline": outline });
            let keep = format!("planned:{}", text(planned, "key")?);
            script.make(drafted + 2 * MINUTE, &self.manager, "planned_audit.plan", body, keep);
        }
        let this = json!({ "programme": "@programme" });
        script.give(approved, &text(programme, "approved_by")?, "programme.establish", this.clone());
        script.give(approved + 60 * MINUTE, &self.manager, "programme.begin", this);
        let planned = text(at(self.story, "audit"), "planned_audit")?;
        let open = json!({ "planned": format!("@planned:{planned}") });
        script.make(approved + DAY, &self.manager, "audit.open", open, "audit".to_owned());
        Ok(())
    }

    /// Declarations and the team.
    pub(super) fn team(&self, script: &mut Script) -> Result<(), Malformed> {
        for relation in list(self.story, "relation") {
            let who = text(relation, "person")?;
            let body = json!({ "person": person(&who), "auditee": "@auditee", "kind": at(relation, "kind"),
                "part": at(relation, "part"), "period": at(relation, "period"), "remark": at(relation, "remark") });
            let keep = format!("relation:{}", text(relation, "key")?);
            script.make(time(relation, "declared_at", 0)?, &who, "relation.declare", body, keep);
        }
        for declared in list(self.story, "declaration") {
            let who = text(declared, "person")?;
            let body = json!({ "person": person(&who), "auditee": "@auditee", "text": at(declared, "text"), "interests": at(declared, "interests") });
            script.give(time(declared, "at", 0)?, &who, "interests.declare", body);
        }
        let appointed = time(at(self.story, "audit"), "appointed_at", 0)?;
        let mut refused: Vec<String> = Vec::new();
        for relation in
            list(self.story, "relation").iter().filter(|relation| at(relation, "outcome") == "refused")
        {
            let who = text(relation, "person")?;
            if refused.contains(&who) {
                continue;
            }
            let body = json!({ "audit": "@audit", "person": person(&who), "role": at(relation, "proposed_role"), "safeguards": [] });
            let what = What::Refused {
                name: "audit.appoint".to_owned(),
                body,
                rule: "team.impartiality".to_owned(),
            };
            script.push(appointed, Some(&self.manager), what);
            refused.push(who);
        }
        for member in list(self.story, "team") {
            let who = text(member, "person")?;
            let declared = list(self.story, "declaration")
                .iter()
                .find(|declared| at(declared, "person") == who.as_str());
            let declared = declared.map(|declared| time(declared, "at", 60)).transpose()?;
            let safeguards: Vec<Value> = list(self.story, "relation")
                .iter()
                .filter(|relation| at(relation, "person") == who.as_str() && at(relation, "outcome") == "safeguard")
                .filter(|relation| at(relation, "needed") != &json!(false))
                .map(|relation| {
                    Ok(json!({ "relation": format!("@relation:{}", text(relation, "key")?), "measure": text(relation, "safeguard")? }))
                })
                .collect::<Result<_, Malformed>>()?;
            let directed = at(member, "directed_by").as_str().map(person);
            let body = json!({ "audit": "@audit", "person": person(&who), "role": at(member, "role"), "directed_by": directed, "safeguards": safeguards });
            script.give(declared.unwrap_or(appointed).max(appointed), &self.manager, "audit.appoint", body);
        }
        Ok(())
    }

    /// From the first contact to the assignment of work, but for the papers.
    pub(super) fn prepare(&self, files: &[String], script: &mut Script) -> Result<(), Malformed> {
        let audit = at(self.story, "audit");
        for contact in list(audit, "contact") {
            let body = json!({ "audit": "@audit", "with": person(&text(contact, "with")?), "at": at(contact, "at"),
                "channel": at(contact, "channel"), "note": at(contact, "note") });
            script.give(time(contact, "at", 30)?, &self.leader, "audit.contact", body);
        }
        let documents = time(audit, "documents_at", 0)?;
        for file in files {
            script.push(documents, Some(&self.leader), What::Take { file: file.clone() });
        }
        let statement = at(self.story, "statement_of_applicability");
        if let Ok(file) = text(statement, "file") {
            let criteria = list(audit, "criteria").first().cloned();
            let body = json!({ "auditee": "@auditee", "label": at(statement, "label"), "dated": at(statement, "dated"),
                "criteria": criteria, "source": format!("@file:{file}") });
            script.push(documents + 60 * MINUTE, Some(&self.leader), What::Soa { file, body });
        }
        let mut feasible = at(audit, "feasibility").clone();
        let judged = time(&feasible, "at", 0)?;
        if let Some(table) = feasible.as_object_mut() {
            table.remove("at");
            table.insert("audit".to_owned(), json!("@audit"));
        }
        script.give(judged, &self.leader, "audit.judge_feasibility", feasible);
        let has_statement = !statement.is_null();
        let initiation = json!({ "client": person(&text(audit, "client")?), "objectives": at(audit, "objectives"), "scope": at(audit, "scope"),
            "part": self.part(audit), "criteria": at(audit, "criteria"), "soa": has_statement.then_some("@soa"),
            "method": at(audit, "method"), "language": at(audit, "language"), "areas": at(audit, "areas") });
        let initiate = json!({ "audit": "@audit", "initiation": initiation });
        script.give(time(audit, "initiated_at", 0)?, &self.leader, "audit.initiate", initiate);
        let make = json!({ "audit": "@audit", "only": at(audit, "only") });
        let only = if make.get("only").is_none_or(Value::is_null) {
            json!({ "audit": "@audit", "only": [] })
        } else {
            make
        };
        script.give(time(audit, "papers_at", 0)?, &self.leader, "papers.make", only);
        self.requests(script)?;
        self.document_review(script)?;
        self.plan(script)?;
        script.give(
            time(audit, "prepared_at", 0)?,
            &self.leader,
            "audit.prepare",
            json!({ "audit": "@audit" }),
        );
        Ok(())
    }

    fn requests(&self, script: &mut Script) -> Result<(), Malformed> {
        for request in list(self.story, "request") {
            let (key, by) = (format!("request:{}", text(request, "key")?), text(request, "by")?);
            let this = format!("@{key}");
            let body = json!({ "audit": "@audit", "to": person(&text(request, "to")?), "question": at(request, "question"), "due": at(request, "due") });
            script.make(time(request, "asked_at", 0)?, &by, "request.ask", body, key);
            for answer in list(request, "answers") {
                let files: Vec<String> =
                    texts(answer, "files").iter().map(|file| format!("@file:{file}")).collect();
                let body = json!({ "request": this, "text": at(answer, "text"), "evidence": files });
                script.give(time(answer, "at", 0)?, &text(answer, "by")?, "request.answer", body);
            }
            for back in list(request, "returned") {
                let body = json!({ "request": this, "why": at(back, "why") });
                script.give(time(back, "at", 0)?, &text(back, "by")?, "request.return", body);
            }
            script.give(time(request, "accepted_at", 0)?, &by, "request.accept", json!({ "request": this }));
        }
        Ok(())
    }

    fn document_review(&self, script: &mut Script) -> Result<(), Malformed> {
        let review = at(self.story, "document_review");
        if review.is_null() {
            return Ok(());
        }
        let criteria = list(at(self.story, "audit"), "criteria").first().cloned();
        let items: Vec<Value> = list(review, "items")
            .iter()
            .map(|item| {
                let mut files = texts(item, "files");
                files.dedup();
                let files: Vec<String> = files.iter().map(|file| format!("@file:{file}")).collect();
                json!({ "criteria": criteria, "requirement": at(item, "requirement"), "item": at(item, "item"),
                    "found": at(item, "found"), "evidence": files, "remark": at(item, "remark") })
            })
            .collect();
        let concerns: Vec<Value> = list(review, "concerns")
            .iter()
            .map(|concern| {
                let requirement = at(concern, "requirement");
                let about =
                    (!requirement.is_null()).then(|| json!({ "criteria": criteria, "id": requirement }));
                let document = at(concern, "file").as_str().map(|file| format!("@file:{file}"));
                json!({ "requirement": about, "document": document, "missing": at(concern, "missing"),
                    "consequence": at(concern, "consequence") })
            })
            .collect();
        let body = json!({ "audit": "@audit", "items": items, "outcome": at(review, "outcome"),
            "summary": at(review, "summary"), "concerns": concerns });
        script.give(time(review, "at", 0)?, &text(review, "by")?, "audit.review_documents", body);
        Ok(())
    }

    fn plan(&self, script: &mut Script) -> Result<(), Malformed> {
        let plan = at(self.story, "plan");
        let presented = time(plan, "presented_at", 0)?;
        let by = text(plan, "presented_by")?;
        let items: Vec<Value> = list(plan, "item")
            .iter()
            .map(|item| json!({ "item": at(item, "item"), "text": at(item, "text"), "omitted": at(item, "omitted") }))
            .collect();
        let revised = at(plan, "revision_reason");
        let first = json!({ "audit": "@audit", "reason": null, "items": items, "sessions": self.sessions(!revised.is_null())? });
        script.make(presented - 20 * MINUTE, &by, "plan.draft", first, "plan:1".to_owned());
        script.give(presented, &by, "plan.present", json!({ "plan": "@plan:1" }));
        let mut now = "@plan:1";
        let mut last = presented;
        for (n, objection) in list(self.story, "objection").iter().enumerate() {
            let from = text(objection, "from")?;
            let body = json!({ "plan": "@plan:1", "from": person(&from), "text": at(objection, "text") });
            script.give(time(objection, "at", 0)?, &from, "plan.object", body);
            let resolve = json!({ "plan": "@plan:1", "objection": format!("objection-{}", n + 1), "how": at(objection, "how") });
            last = time(objection, "resolved_at", 0)?;
            script.give(last, &text(objection, "resolved_by")?, "plan.resolve_objection", resolve);
        }
        if !revised.is_null() {
            let second = json!({ "audit": "@audit", "reason": revised, "items": items, "sessions": self.sessions(false)? });
            script.make(last + 20 * MINUTE, &by, "plan.draft", second, "plan:2".to_owned());
            script.give(last + 40 * MINUTE, &by, "plan.present", json!({ "plan": "@plan:2" }));
            now = "@plan:2";
        }
        script.give(time(plan, "agreed_at", 0)?, &by, "plan.agree", json!({ "plan": now }));
        Ok(())
    }

    fn sessions(&self, as_first_planned: bool) -> Result<Vec<Value>, Malformed> {
        list(self.story, "session")
            .iter()
            .map(|session| {
                let first = at(session, "first_planned");
                let times = if as_first_planned && !first.is_null() { first } else { session };
                Ok(json!({ "key": text(session, "key")?, "start": at(times, "start"), "end": at(times, "end"), "zone": at(session, "timezone"),
                    "site": at(session, "site"), "place": at(session, "place"), "contacts": people(&texts(session, "contacts")),
                    "auditors": people(&texts(session, "auditors")), "subject": at(session, "subject"),
                    "requirements": at(session, "requirements"), "method": at(session, "method") }))
            })
            .collect()
    }

    /// Meetings, messages, changes of scope, conclusions.
    pub(super) fn conduct(&self, script: &mut Script) -> Result<(), Malformed> {
        let this = json!({ "audit": "@audit" });
        for (table, kind, next) in [
            ("opening_meeting", "opening", "audit.begin"),
            ("closing_meeting", "closing", "audit.end_fieldwork"),
        ] {
            let meeting = at(self.story, table);
            let agenda: Vec<Value> = list(meeting, "agenda")
                .iter()
                .map(|item| json!({ "item": at(item, "item"), "covered": true, "note": at(item, "note") }))
                .collect();
            let body = json!({ "audit": "@audit", "kind": kind, "held": at(meeting, "held"), "place": at(meeting, "place"),
                "agenda": agenda, "attendance": with_people(list(meeting, "attendance"), "person"), "minutes": at(meeting, "minutes") });
            script.give(time(meeting, "held", 50)?, &self.leader, "meeting.record", body);
            script.give(time(meeting, "held", 55)?, &self.leader, next, this.clone());
        }
        for message in list(self.story, "message") {
            let body = json!({ "audit": "@audit", "kind": at(message, "kind"), "text": at(message, "text"), "told": people(&texts(message, "told")) });
            script.give(time(message, "at", 0)?, &text(message, "by")?, "message.log", body);
        }
        for change in list(self.story, "scope_change") {
            let key = text(change, "key")?;
            let mut part = self.part(at(self.story, "audit"));
            if let Some(processes) = part.get_mut("processes").and_then(Value::as_array_mut) {
                processes.extend(list(change, "processes_added").iter().cloned());
            }
            let body = json!({ "audit": "@audit", "key": key, "what": at(change, "what"), "reason": at(change, "reason"),
                "scope": at(change, "scope"), "part": part });
            script.give(
                time(change, "proposed_at", 0)?,
                &text(change, "proposed_by")?,
                "audit.propose_scope_change",
                body,
            );
            let this = json!({ "audit": "@audit", "change": key });
            for accepted in ["accepted_by_manager", "accepted_by_client"] {
                let accepted = at(change, accepted);
                script.give(
                    time(accepted, "at", 0)?,
                    &text(accepted, "person")?,
                    "audit.accept_scope_change",
                    this.clone(),
                );
            }
            let told = at(change, "told_auditee");
            script.give(time(told, "at", 0)?, &text(told, "by")?, "audit.tell_scope_change", this);
        }
        let drawn = at(self.story, "conclusions");
        let body = json!({ "audit": "@audit", "conformity": at(drawn, "conformity"), "effectiveness": at(drawn, "effectiveness"),
            "objectives": at(drawn, "objectives"), "trends": at(drawn, "trends"), "recommendation": at(drawn, "recommendation"),
            "recommendation_reason": at(drawn, "recommendation_reason") });
        script.give(time(drawn, "at", 0)?, &text(drawn, "by")?, "audit.conclude", body);
        Ok(())
    }

    /// The report, from its draft to its acknowledgement.
    pub(super) fn report(&self, script: &mut Script) -> Result<(), Malformed> {
        let report = at(self.story, "report");
        let items: Vec<Value> = list(report, "item")
            .iter()
            .map(|item| json!({ "item": at(item, "item"), "text": at(item, "text"), "omitted": at(item, "omitted") }))
            .collect();
        let body = json!({ "audit": "@audit", "amends_why": null, "items": items,
            "distribution": with_people(list(report, "distribution"), "person"), "whole_papers": at(report, "whole_papers") });
        script.make(time(report, "drafted_at", 0)?, &self.leader, "report.draft", body, "report".to_owned());
        let review = What::OnContent {
            name: "report.review".to_owned(),
            body: json!({ "report": "@report", "remarks": at(report, "review_remarks") }),
        };
        script.push(time(report, "reviewed_at", 0)?, Some(&text(report, "reviewed_by")?), review);
        let approve =
            What::OnContent { name: "report.approve".to_owned(), body: json!({ "report": "@report" }) };
        script.push(time(report, "approved_at", 0)?, Some(&text(report, "approved_by")?), approve);
        script.push(time(report, "issued_at", 0)?, Some(&self.leader), What::Issue);
        for acknowledged in list(report, "acknowledgements") {
            let who = text(acknowledged, "person")?;
            let body = json!({ "report": "@report", "person": person(&who) });
            script.give(time(acknowledged, "at", 0)?, &who, "report.acknowledge", body);
        }
        Ok(())
    }

    /// Completion, feedback, evaluations of auditors, complaints, review of the programme.
    pub(super) fn afterwards(&self, script: &mut Script) -> Result<(), Malformed> {
        let completion = at(self.story, "completion");
        if !completion.is_null() {
            let body = json!({ "audit": "@audit", "days_used": at(completion, "days_used").to_string(), "not_done": at(completion, "not_done"),
                "lessons": at(completion, "lessons"), "retain_until": at(completion, "retain_until"),
                "feedback_asked": people(&texts(completion, "feedback_asked")) });
            script.give(time(completion, "at", 0)?, &text(completion, "by")?, "audit.complete", body);
        }
        for feedback in list(completion, "feedback") {
            let from = text(feedback, "from")?;
            let body = json!({ "audit": "@audit", "from": person(&from), "mark": at(feedback, "mark"), "text": at(feedback, "text") });
            script.give(time(feedback, "at", 0)?, &from, "audit.give_feedback", body);
        }
        for appraisal in list(self.story, "appraisal") {
            let body = json!({ "person": person(&text(appraisal, "person")?), "audit": "@audit", "role": at(appraisal, "role"),
                "method": at(appraisal, "method"), "behaviours": [], "result": at(appraisal, "result"),
                "reasons": at(appraisal, "reasons"), "followed": at(appraisal, "followed") });
            script.give(time(appraisal, "at", 0)?, &text(appraisal, "by")?, "appraisal.record", body);
        }
        for complaint in list(self.story, "complaint") {
            self.complaint(complaint, script)?;
        }
        let review = at(self.story, "programme_review");
        if !review.is_null() {
            let when = time(review, "at", 0)?;
            let by = text(review, "by")?;
            let actions: Vec<Value> = list(review, "actions")
                .iter()
                .map(|action| {
                    Ok(json!({ "key": at(action, "key"), "text": at(action, "text"), "owner": person(&text(action, "owner")?), "due": at(action, "due") }))
                })
                .collect::<Result<_, Malformed>>()?;
            let body = json!({ "programme": "@programme", "key": "review-1", "conclusions": at(review, "conclusions"), "lessons": at(review, "lessons"), "actions": actions });
            script.give(when, &by, "programme.review", body);
            for action in list(review, "actions").iter().filter(|action| !at(action, "done").is_null()) {
                let body = json!({ "programme": "@programme", "action": at(action, "key"), "result": at(at(action, "done"), "result") });
                script.give(when + 30 * MINUTE, &by, "programme.finish_action", body);
            }
        }
        Ok(())
    }

    fn complaint(&self, complaint: &Value, script: &mut Script) -> Result<(), Malformed> {
        let key = format!("complaint:{}", text(complaint, "key")?);
        let this = format!("@{key}");
        let from = text(complaint, "from")?;
        let name = list(self.story, "person")
            .iter()
            .find(|one| at(one, "key") == from.as_str())
            .map_or(Ok(from), |one| text(one, "name"))?;
        let received = text(complaint, "received_at")?;
        let day: String = received.chars().take(10).collect();
        let body = json!({ "kind": at(complaint, "kind"), "audit": "@audit", "from": name, "text": at(complaint, "text"), "received": day });
        script.make(time(complaint, "received_at", 0)?, &self.manager, "complaint.receive", body, key);
        let handler = text(complaint, "handler")?;
        let assign = json!({ "complaint": this, "handler": person(&handler) });
        script.give(time(complaint, "acknowledged_at", 0)?, &self.manager, "complaint.assign", assign);
        let decision = format!("{}\n\n{}", text(complaint, "investigation")?, text(complaint, "decision")?);
        let decide = json!({ "complaint": this, "decision": decision, "upheld": at(complaint, "outcome") == "upheld" });
        script.give(time(complaint, "decided_at", 0)?, &handler, "complaint.decide", decide);
        script.give(
            time(complaint, "told_complainant_at", 0)?,
            &handler,
            "complaint.tell",
            json!({ "complaint": this }),
        );
        Ok(())
    }
}

/// Rows with the person at a key made a reference.
fn with_people(rows: &[Value], key: &str) -> Value {
    Value::Array(
        rows.iter()
            .map(|row| {
                let mut row = row.clone();
                let reference = row.get(key).and_then(Value::as_str).map(person);
                if let (Some(table), Some(reference)) = (row.as_object_mut(), reference) {
                    table.insert(key.to_owned(), Value::String(reference));
                }
                row
            })
            .collect(),
    )
}

/// The policy that programmes begin with, and the bars that this one adds.
fn policy(programme: &Value) -> Value {
    use assize_domain::kernel::datum::Datum as _;
    let mut policy = assize_domain::policy::Policy::default().to_json();
    if let Some(bars) = policy.get_mut("bars").and_then(Value::as_array_mut) {
        bars.extend(list(programme, "bar").iter().cloned());
    }
    policy
}
