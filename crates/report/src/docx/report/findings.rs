//! Each finding on its own, and what became of earlier nonconformities.

use assize_domain::report_content::{Finding, FindingKind, FollowUp, Response};

use super::{Report, evidence_ref};
use crate::docx::body::{cell, plain, quiet, strong};
use crate::docx::said::requirement;

impl Report<'_> {
    pub(super) fn findings(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(1, "findings");
        self.remarks("audit_report.findings");
        if content.findings.is_empty() {
            self.none(said.say("no-findings"));
        } else {
            self.body.para(&[plain(said.say("findings-about"))]);
            let rows: Vec<_> = content
                .findings
                .iter()
                .map(|finding| {
                    let mut ids: Vec<&str> =
                        finding.requirements.iter().map(|named| named.id.as_str()).collect();
                    ids.dedup();
                    let ids = if ids.is_empty() { said.say("none") } else { ids.join(", ") };
                    vec![
                        cell(finding.number.to_string()),
                        cell(said.grade(finding)),
                        cell(&*finding.title),
                        cell(ids),
                    ]
                })
                .collect();
            self.table(&[("number", 9), ("kind-grade", 27), ("title", 44), ("requirement", 20)], &rows);
            for finding in &content.findings {
                self.finding(finding);
            }
        }
        self.part(2, "good-practices");
        let named: Vec<String> = content
            .findings
            .iter()
            .filter(|finding| finding.kind == FindingKind::GoodPractice)
            .map(|finding| finding.number.to_string())
            .collect();
        let there = !(content.good_practices.is_empty() && named.is_empty());
        let write = |report: &mut Self| {
            if !named.is_empty() {
                report.body.para(&[plain(said.with("named-practices", &[("numbers", &named.join(", "))]))]);
            }
            report.body.items(content.good_practices.iter().map(String::as_str));
        };
        self.section("audit_report.good_practices", there, write, "no-good-practices");
    }

    pub(super) fn label(&mut self, key: &str) {
        self.body.styled("Label", &[plain(self.said.say(key))]);
    }

    pub(super) fn finding(&mut self, finding: &Finding) {
        let said = self.said;
        let number = finding.number.to_string();
        self.body.heading(2, &said.with("finding-titled", &[("number", &number), ("title", &finding.title)]));
        self.body.para(&[strong(said.grade(finding))]);
        self.body.prose(&finding.statement);
        if !finding.requirements.is_empty() {
            self.label("requirement");
            let all: Vec<String> = finding.requirements.iter().map(requirement).collect();
            self.body.items(all.iter().map(String::as_str));
        }
        if !finding.breaches.is_empty() {
            self.label("breaches");
            let all: Vec<String> = finding.breaches.iter().map(requirement).collect();
            self.body.para(&[plain(all.join("; "))]);
        }
        if let Some(evidence) = &finding.objective_evidence {
            self.label("objective-evidence");
            self.body.prose(evidence);
        }
        if !finding.evidence.is_empty() {
            self.label("rests-on");
            let all: Vec<String> = finding.evidence.iter().map(evidence_ref).collect();
            self.body.items(all.iter().map(String::as_str));
        }
        if !finding.tests.is_empty() {
            self.body.para(&[quiet(said.with("from-tests", &[("tests", &finding.tests.join(", "))]))]);
        }
        if finding.kind == FindingKind::Nonconformity || finding.response != Response::None {
            self.label("answer");
            self.response(&finding.response);
        }
        if !finding.due.is_empty() {
            self.label("due");
            let all: Vec<String> =
                finding.due.iter().map(|due| format!("{}: {}", due.step, said.day(&due.on))).collect();
            self.body.items(all.iter().map(String::as_str));
        }
        if !finding.follow_up.is_empty() {
            self.label("agreed");
            let all: Vec<String> = finding.follow_up.iter().map(|action| self.agreed(action)).collect();
            self.body.items(all.iter().map(String::as_str));
        }
        if let Some(state) = &finding.state {
            self.body.para(&[quiet(said.say("stands")), plain(" "), plain(state.clone())]);
        }
    }

    pub(super) fn agreed(&self, action: &FollowUp) -> String {
        let owner = action.owner.as_ref().map(|owner| format!(" – {owner}")).unwrap_or_default();
        let due = action
            .due
            .as_ref()
            .map(|due| format!(", {}", self.said.with("by-day", &[("day", &self.said.day(due))])));
        format!("{}{owner}{}", action.action, due.unwrap_or_default())
    }

    pub(super) fn response(&mut self, response: &Response) {
        let said = self.said;
        match response {
            Response::None => self.body.para(&[plain(said.say("unanswered"))]),
            Response::Acknowledged { by, on } => {
                self.body.para(&[plain(said.with("acknowledged", &[("by", by), ("day", &said.day(on))]))]);
            }
            Response::Disputed { by, on, opinion } => {
                let said_by = said.with("disputed-by", &[("by", by), ("day", &said.day(on))]);
                self.body.para(&[strong(said.say("disputed")), plain(" "), plain(said_by)]);
                self.body.prose(opinion);
            }
        }
    }

    pub(super) fn previous(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(1, "previous");
        match content.previous.as_deref() {
            None => self.none(said.say("previous-unread")),
            Some([]) => self.none(said.say("no-previous")),
            Some(all) => {
                let or = |text: &Option<String>, key: &str| match text {
                    Some(text) => cell(&**text),
                    None => vec![vec![quiet(said.say(key))]],
                };
                let rows: Vec<_> = all
                    .iter()
                    .map(|one| {
                        vec![
                            cell(&*one.reference),
                            cell(&*one.title),
                            or(&one.grade, "none"),
                            cell(&*one.status),
                            or(&one.verification, "not-verified"),
                        ]
                    })
                    .collect();
                let columns =
                    [("previous-number", 14), ("title", 28), ("grade", 12), ("status", 20), ("verified", 26)];
                self.table(&columns, &rows);
            }
        }
    }
}
