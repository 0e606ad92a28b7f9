//! Fieldwork: papers, evidence, findings and their follow-up. Known in full only once the papers have been made.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::frame::{Frame, person};
use super::script::{Script, time};
use super::value::{Malformed, at, list, millis, text};
use crate::bridge::set;

const MINUTE: i64 = 60_000;

/// A working paper that was made, and what the story says of it.
struct Paper<'a> {
    id: String,
    title: String,
    requirements: Vec<String>,
    /// The story's paper for it; none where the story left it for another year.
    told: Option<&'a Value>,
    /// Whether it is the first of those that the story's paper speaks for.
    leads: bool,
}

/// Whether a requirement is another or stands below it.
fn is_at_or_below(id: &str, top: &str) -> bool {
    id.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || rest.starts_with(' '))
}

fn related(one: &str, other: &str) -> bool {
    is_at_or_below(one, other) || is_at_or_below(other, one)
}

/// The story's paper that speaks for these requirements: the one that fits most closely.
fn told_of<'a>(papers: &'a [Value], requirements: &[String]) -> Option<&'a Value> {
    let fits = |paper: &Value| {
        let top = at(paper, "requirement").as_str().unwrap_or_default();
        requirements
            .iter()
            .position(|id| is_at_or_below(id, top))
            .map(|place| (place, usize::MAX - top.len()))
    };
    papers
        .iter()
        .filter_map(|paper| fits(paper).map(|fit| (fit, paper)))
        .min_by_key(|(fit, _)| *fit)
        .map(|(_, paper)| paper)
}

/// Sorts clauses before controls, and numbers as numbers.
fn natural(id: &str) -> Vec<u32> {
    let mut parts = vec![u32::from(id.starts_with("A."))];
    parts.extend(id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).map(
        |part| {
            part.parse()
                .unwrap_or_else(|_| part.bytes().fold(0, |sum, b| sum * 256 % 1_000_003 + u32::from(b)))
        },
    ));
    parts
}

/// What is done once the papers are there.
pub(super) fn deeds(frame: &Frame<'_>, made: &[Value], script: &mut Script) -> Result<(), Malformed> {
    let story = frame.story;
    let told = list(story, "paper");
    let mut papers: Vec<Paper<'_>> = made
        .iter()
        .map(|paper| {
            let requirements: Vec<String> =
                list(paper, "requirements").iter().filter_map(|one| text(one, "id").ok()).collect();
            Ok(Paper {
                id: text(paper, "id")?,
                title: text(paper, "title")?,
                told: told_of(told, &requirements),
                requirements,
                leads: false,
            })
        })
        .collect::<Result<_, Malformed>>()?;
    papers.sort_by_cached_key(|paper| (paper.requirements.first().map(|id| natural(id)), paper.id.clone()));
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for paper in &mut papers {
        if let Some(told) = paper.told {
            paper.leads = seen.insert(text(told, "requirement")?);
        }
    }
    if let Some(missing) =
        told.iter().find(|paper| !seen.contains(at(paper, "requirement").as_str().unwrap_or_default()))
    {
        return Err(Malformed(format!("no audit test is for `{}`", at(missing, "requirement"))));
    }
    let work = Work { frame, papers };
    work.assign(script)?;
    work.seen(script)?;
    work.papers(script)?;
    work.trails(script)?;
    work.findings(script)?;
    work.follow_up(script)
}

struct Work<'a> {
    frame: &'a Frame<'a>,
    papers: Vec<Paper<'a>>,
}

impl Work<'_> {
    fn story(&self) -> &Value {
        self.frame.story
    }

    fn of_audit(&self, key: &str) -> Result<i64, Malformed> {
        time(at(self.story(), "audit"), key, 0)
    }

    fn assignee(&self, paper: &Paper<'_>) -> String {
        let table = paper.told.unwrap_or_else(|| at(self.story(), "not_audited"));
        text(table, "assigned").unwrap_or_else(|_| self.frame.leader.clone())
    }

    fn assign(&self, script: &mut Script) -> Result<(), Malformed> {
        let mut work: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for paper in &self.papers {
            work.entry(self.assignee(paper)).or_default().push(&paper.id);
        }
        let when = self.of_audit("assigned_at")?;
        for (who, papers) in work {
            let body = json!({ "audit": "@audit", "papers": papers, "assignee": person(&who) });
            script.give(when, &self.frame.leader, "papers.assign", body);
        }
        Ok(())
    }

    /// What was seen and not taken, each once.
    fn seen(&self, script: &mut Script) -> Result<(), Malformed> {
        let mut known = BTreeSet::new();
        for table in list(self.story(), "paper").iter().chain(list(self.story(), "finding")) {
            for evidence in list(table, "evidence").iter().filter(|evidence| !at(evidence, "seen").is_null())
            {
                let key = seen_key(evidence)?;
                if !known.insert(key.clone()) {
                    continue;
                }
                let who = text(table, "assigned").unwrap_or_else(|_| self.frame.leader.clone());
                let what = text(evidence, "seen")?;
                let name: String = what.chars().take(200).collect();
                let body = json!({ "audit": "@audit", "name": name.trim(), "what": what, "place": at(evidence, "where"), "seen_at": at(evidence, "when"),
                    "seen_by": person(&who), "classification": "restricted" });
                script.make(time(evidence, "when", 10)?, &who, "evidence.record_seen", body, key);
            }
        }
        Ok(())
    }

    fn papers(&self, script: &mut Script) -> Result<(), Malformed> {
        let (noted, evaluated) = (self.of_audit("noted_at")?, self.of_audit("evaluated_at")?);
        for (n, paper) in self.papers.iter().enumerate() {
            let who = self.assignee(paper);
            let second = 1_000 * i64::try_from(n).unwrap_or_default();
            let mut evaluation = json!({ "paper": paper.id });
            match paper.told {
                None => {
                    let left = at(self.story(), "not_audited");
                    set(&mut evaluation, "evaluation", json!("not_audited"));
                    set(&mut evaluation, "reason", at(left, "reason").clone());
                }
                Some(told) => {
                    let judged = if paper.leads || !self.is_clear_of_findings(paper, told) {
                        at(told, "evaluation").clone()
                    } else {
                        json!("conforms")
                    };
                    set(&mut evaluation, "evaluation", judged);
                    set(&mut evaluation, "reason", at(told, "reason").clone());
                    self.notes(paper, told, &who, noted + second, script)?;
                }
            }
            script.give(evaluated + second, &who, "paper.evaluate", evaluation);
            let review = list(self.story(), "paper_review")
                .iter()
                .find(|review| at(review, "preparer") == who.as_str());
            let Some(review) = review else {
                return Err(Malformed(format!("nobody reviews the papers of `{who}`")));
            };
            script.give(
                time(review, "at", 0)? + second,
                &text(review, "reviewer")?,
                "paper.review",
                json!({ "paper": paper.id }),
            );
        }
        Ok(())
    }

    /// The cases that were followed along a trail, step by step.
    fn trails(&self, script: &mut Script) -> Result<(), Malformed> {
        for (n, trail) in list(self.story(), "trail").iter().enumerate() {
            let (who, key) = (text(trail, "by")?, format!("case:{n}"));
            let body = json!({ "audit": "@audit", "trail": format!("@trail:{}", text(trail, "trail")?),
                "case": at(trail, "case"), "basis": at(trail, "basis") });
            script.make(time(trail, "at", 0)?, &who, "trail.follow", body, key.clone());
            for step in list(trail, "steps") {
                let body = json!({ "trail_case": format!("@{key}"), "test": at(step, "test"), "seen": at(step, "seen") });
                script.give(time(step, "at", 0)?, &who, "trail.record_step", body);
            }
        }
        Ok(())
    }

    /// Whether a paper beside the first of a subclause conforms though the subclause does not: no finding is about it.
    fn is_clear_of_findings(&self, paper: &Paper<'_>, told: &Value) -> bool {
        at(told, "evaluation") == "does_not_conform"
            && !list(self.story(), "finding")
                .iter()
                .filter(|finding| at(finding, "kind") == "nonconformity")
                .flat_map(|finding| list(finding, "requirements"))
                .filter_map(Value::as_str)
                .any(|id| paper.requirements.iter().any(|other| related(id, other)))
    }

    fn notes(
        &self,
        paper: &Paper<'_>,
        told: &Value,
        who: &str,
        when: i64,
        script: &mut Script,
    ) -> Result<(), Malformed> {
        let mut read: Vec<String> = Vec::new();
        let mut attached = BTreeSet::new();
        for evidence in list(told, "evidence") {
            let key = evidence_key(evidence)?;
            if let Ok(file) = text(evidence, "file") {
                let quote = at(evidence, "quote")
                    .as_str()
                    .map_or_else(String::new, |quote| format!(": \u{201c}{quote}\u{201d}"));
                read.push(format!(
                    "{file} ({}){quote}",
                    at(evidence, "heading").as_str().unwrap_or_default()
                ));
            }
            if attached.insert(key.clone()) {
                script.give(
                    when,
                    who,
                    "paper.attach",
                    json!({ "paper": paper.id, "evidence": format!("@{key}") }),
                );
            }
        }
        if !paper.leads {
            let first = self.papers.iter().find(|other| {
                other.leads
                    && at(other.told.unwrap_or(&Value::Null), "requirement") == at(told, "requirement")
            });
            let first = first.map(|first| first.title.as_str()).unwrap_or_default();
            let note = format!(
                "Carried out together with \u{201c}{first}\u{201d}; its notes and samples cover this test too."
            );
            script.give(
                when,
                who,
                "note.write",
                json!({ "paper": paper.id, "method": "document_review", "text": note }),
            );
            return Ok(());
        }
        let one = at(told, "note").as_str().map(|note| json!({ "method": at(told, "method"), "text": note }));
        for note in list(told, "notes").iter().chain(one.iter()) {
            let body = json!({ "paper": paper.id, "method": at(note, "method"), "role": at(note, "role"), "text": at(note, "text") });
            script.give(when, who, "note.write", body);
        }
        if !read.is_empty() {
            let body = json!({ "paper": paper.id, "method": "document_review", "text": format!("Read: {}.", read.join("; ")) });
            script.give(when, who, "note.write", body);
        }
        for sample in list(told, "samples") {
            let body = json!({ "paper": paper.id, "sample": { "population": at(sample, "population"), "population_size": at(sample, "size"),
                "size": at(sample, "drawn"), "basis": at(sample, "basis"), "deviations": at(sample, "deviations") } });
            script.give(when, who, "paper.record_sample", body);
        }
        Ok(())
    }

    fn findings(&self, script: &mut Script) -> Result<(), Malformed> {
        let criteria = list(at(self.story(), "audit"), "criteria").first().cloned();
        let raised = self.of_audit("findings_at")?;
        for (n, finding) in list(self.story(), "finding").iter().enumerate() {
            let key = format!("finding:{}", text(finding, "key")?);
            let this = json!({ "finding": format!("@{key}") });
            let requirements: Vec<Value> = list(finding, "requirements")
                .iter()
                .map(|id| json!({ "criteria": criteria, "id": id }))
                .collect();
            let mut evidence: Vec<String> = list(finding, "evidence")
                .iter()
                .map(|one| Ok(format!("@{}", evidence_key(one)?)))
                .collect::<Result<_, Malformed>>()?;
            evidence.sort();
            evidence.dedup();
            let statement = at(finding, "statement");
            let mut objective = at(finding, "objective_evidence").clone();
            if let (Some(evidence), Ok(reason)) = (objective.as_str(), text(finding, "grade_reason")) {
                objective = json!(format!("{evidence}\n\nGrade: {reason}"));
            }
            let breaches =
                if at(finding, "breached").is_null() { json!([]) } else { at(finding, "breached").clone() };
            let body = json!({ "audit": "@audit", "text": { "kind": at(finding, "kind"), "title": at(finding, "title"), "statement": statement,
                "objective_evidence": objective, "requirements": requirements, "breaches": breaches, "grade": at(finding, "grade"),
                "papers": self.papers_of(finding), "evidence": evidence } });
            let when = raised + MINUTE * i64::try_from(n).unwrap_or_default();
            script.make(when, &self.frame.leader, "finding.draft", body, key);
            script.give(when + 30_000, &self.frame.leader, "finding.raise", this.clone());
            self.response(finding, &this, script)?;
        }
        Ok(())
    }

    fn response(&self, finding: &Value, this: &Value, script: &mut Script) -> Result<(), Malformed> {
        let response = at(finding, "response");
        if response.is_null() {
            return Ok(());
        }
        let (when, by) = (time(response, "at", 0)?, text(response, "by")?);
        if at(response, "kind") == "disputed" {
            let mut body = this.clone();
            set(&mut body, "opinion", at(response, "opinion").clone());
            script.give(when, &by, "finding.dispute", body);
            let mut body = this.clone();
            set(&mut body, "reason", at(response, "team_answer").clone());
            script.give(time(response, "answered_at", 0)?, &self.frame.leader, "finding.uphold", body);
        } else {
            script.give(when, &by, "finding.acknowledge", this.clone());
        }
        Ok(())
    }

    /// The papers that a finding rests on: those it names, and beside them those on the same requirements.
    fn papers_of(&self, finding: &Value) -> Vec<&str> {
        let named: Vec<&str> = list(finding, "papers").iter().filter_map(Value::as_str).collect();
        let requirements: Vec<&str> =
            list(finding, "requirements").iter().filter_map(Value::as_str).collect();
        let nonconformity = at(finding, "kind") == "nonconformity";
        self.papers
            .iter()
            .filter(|paper| {
                let Some(told) = paper.told else { return false };
                let is_named = [at(told, "key"), at(told, "requirement")]
                    .iter()
                    .filter_map(|key| key.as_str())
                    .any(|key| named.contains(&key));
                let on_it = nonconformity
                    && at(told, "evaluation") == "does_not_conform"
                    && paper
                        .requirements
                        .iter()
                        .any(|id| requirements.iter().any(|other| related(id, other)));
                is_named && (paper.leads || on_it)
            })
            .map(|paper| paper.id.as_str())
            .collect()
    }

    fn follow_up(&self, script: &mut Script) -> Result<(), Malformed> {
        for followed in list(self.story(), "followup") {
            let key = text(followed, "finding")?;
            let this = json!({ "finding": format!("@finding:{key}") });
            for (n, step) in list(followed, "steps").iter().enumerate() {
                self.step(&key, n, step, this.clone(), script)?;
            }
        }
        Ok(())
    }

    fn step(
        &self,
        finding: &str,
        n: usize,
        step: &Value,
        mut body: Value,
        script: &mut Script,
    ) -> Result<(), Malformed> {
        let (kind, by, when) = (text(step, "step")?, text(step, "by")?, time(step, "at", 0)?);
        let copy = |body: &mut Value, fields: &[&str]| {
            for field in fields {
                set(body, field, at(step, field).clone());
            }
        };
        let (name, needs_evidence) = match kind.as_str() {
            "correction" => ("finding.correct", false),
            "root_cause" => ("finding.give_cause", false),
            "action_plan" => ("finding.plan_action", false),
            "plan_accepted" => {
                script.give(when, &by, "finding.accept_plan", body);
                return Ok(());
            }
            "rejected" => {
                set(&mut body, "reason", at(step, "text").clone());
                script.give(when, &by, "finding.reject_step", body);
                return Ok(());
            }
            "implemented" => ("finding.implement", true),
            "verified" => ("finding.verify", true),
            "effectiveness" => ("finding.check_effectiveness", true),
            "closed" => {
                script.give(when, &by, "finding.close", body);
                return Ok(());
            }
            other => return Err(Malformed(format!("`{other}` is no step of following up"))),
        };
        copy(&mut body, &["text"]);
        if kind == "action_plan" {
            copy(&mut body, &["due"]);
            set(&mut body, "owner", json!(person(&text(step, "owner")?)));
            script.give(when, &by, name, body);
            return Ok(());
        }
        set(&mut body, "evidence", json!([]));
        if kind == "effectiveness" {
            copy(&mut body, &["early"]);
        }
        if needs_evidence {
            let key = format!("followed:{finding}:{n}");
            let witness = self.witness(&by);
            let seen = json!({ "audit": "@audit", "name": format!("{finding}: what showed that it was {}", step_word(&kind)), "what": at(step, "text"),
                "place": "at the auditee, or by shared screen", "seen_at": at(step, "at"), "seen_by": person(&witness), "classification": "confidential" });
            script.make(when, &witness, "evidence.record_seen", seen, key.clone());
            set(&mut body, "evidence", json!([format!("@{key}")]));
        }
        script.give(when, &by, name, body);
        Ok(())
    }

    /// Who of the team saw what somebody shows: they themselves, or the leader.
    fn witness(&self, by: &str) -> String {
        let in_team = list(self.story(), "team")
            .iter()
            .any(|member| at(member, "person") == by && at(member, "role") != "guide");
        if in_team { by.to_owned() } else { self.frame.leader.clone() }
    }
}

fn step_word(kind: &str) -> &str {
    if kind == "effectiveness" { "effective" } else { kind }
}

fn seen_key(evidence: &Value) -> Result<String, Malformed> {
    let when = millis(&text(evidence, "when")?, 9)?;
    Ok(format!("seen:{when}:{}", text(evidence, "seen")?))
}

fn evidence_key(evidence: &Value) -> Result<String, Malformed> {
    match text(evidence, "file") {
        Ok(file) => Ok(format!("file:{file}")),
        Err(_) => seen_key(evidence),
    }
}
