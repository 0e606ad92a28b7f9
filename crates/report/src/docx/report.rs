//! What a report says, part by part, in the order of the PDF.

use assize_domain::report_content::{
    DocumentReview, Evaluation, EvidenceRef, Finding, FindingKind, FollowUp, Party, ReportContent,
    ReportKind, Response, Signature, StatusState, Test,
};
use jiff::tz::Offset;

use super::body::{Body, Cell, Run, cell, grave, mono, parts, plain, quiet, strong};
use super::said::{Said, requirement};
use crate::figures::Figures;
use crate::render::{Marking, RenderContext};

/// The key of what the document is called.
pub(super) const fn kind_of(content: &ReportContent) -> &'static str {
    match content.kind {
        ReportKind::AuditReport => "audit-report",
        ReportKind::DocumentReview => "review-report",
    }
}

/// Writes the whole report.
pub(super) fn write(body: &mut Body, content: &ReportContent, context: &RenderContext, said: &Said) {
    let mut report = Report { body, content, context, said };
    report.cover();
    report.control();
    report.body.page();
    report.body.styled("Unnumbered", &[plain(said.say("contents"))]);
    report.body.contents();
    report.body.page();
    if report.is_review() {
        report.part(1, "review-outcome");
        report.review_outcome();
        report.part(1, "review-details");
        report.parties();
        report.objectives();
        report.scope();
        report.criteria();
        report.methods();
        report.dates();
        report.team();
        report.participants();
        report.part(1, "documents");
        report.documents();
    } else {
        report.summary();
        report.details();
        report.findings();
        report.previous();
        report.conclusions();
        report.diverging();
        report.limits();
        report.follow_up();
        report.implications();
        report.certification();
        report.complaints();
    }
    report.annexes();
}

struct Report<'r> {
    body: &'r mut Body,
    content: &'r ReportContent,
    context: &'r RenderContext,
    said: &'r Said,
}

impl<'r> Report<'r> {
    fn is_review(&self) -> bool {
        self.content.kind == ReportKind::DocumentReview
    }

    fn part(&mut self, level: u8, key: &str) {
        self.body.heading(level, &self.said.say(key));
    }

    fn none(&mut self, text: String) {
        self.body.para(&[quiet(text)]);
    }

    /// What the leader adds to an item of the checklist, and why it is left out; the sentence `otherwise` where there is nothing of it.
    fn section(&mut self, item: &str, there: bool, write: impl FnOnce(&mut Self), otherwise: &str) {
        if there {
            write(self);
        }
        let remarked = self.remarks(item);
        if there {
            return;
        }
        match self.content.omitted.iter().find(|omission| omission.item == item) {
            Some(omission) => self.none(self.said.with("omitted-because", &[("reason", &omission.reason)])),
            None if !remarked => self.none(self.said.say(otherwise)),
            None => {}
        }
    }

    /// What the leader adds to an item; whether there is something.
    fn remarks(&mut self, item: &str) -> bool {
        let all = &self.content.remarks;
        for remark in all.iter().filter(|remark| remark.item == item) {
            self.body.prose(&remark.text);
        }
        all.iter().any(|remark| remark.item == item)
    }

    fn table(&mut self, columns: &[(&str, usize)], rows: &[Vec<Cell>]) {
        let titles: Vec<(String, usize)> =
            columns.iter().map(|(key, share)| (self.said.say(key), *share)).collect();
        let titles: Vec<(&str, usize)> =
            titles.iter().map(|(title, share)| (title.as_str(), *share)).collect();
        self.body.table(&titles, rows);
    }

    fn cover(&mut self) {
        let (content, said) = (self.content, self.said);
        self.body.para(&[strong(content.auditing_organization.name.clone())]);
        self.body.para(&[quiet(content.confidentiality_mark.clone())]);
        self.body.styled("Kind", &[plain(said.say(kind_of(content)))]);
        self.body.styled("Title", &[plain(content.title.clone())]);
        self.body.styled("Subtitle", &[plain(content.auditee.organization.clone())]);
        let status = said.say(match content.status.state {
            StatusState::Draft => "status-draft",
            StatusState::Reviewed => "status-reviewed",
            StatusState::Approved => "status-approved",
        });
        let marked = self.context.marking == Marking::Draft;
        let status = match marked && content.status.state == StatusState::Approved {
            true => said.with("status-marked", &[("status", &status)]),
            false => status,
        };
        let at = Offset::UTC.to_datetime(self.context.generated_at);
        let made = said.with(
            "made-by",
            &[
                ("day", &said.day(&at.date().to_string())),
                ("time", &format!("{:02}:{:02}", at.hour(), at.minute())),
                ("producer", &self.context.producer),
            ],
        );
        let version = content.version.to_string();
        let document = said.with("document-version", &[("id", &content.document_id), ("version", &version)]);
        let status = if marked { vec![vec![grave(status)]] } else { cell(status) };
        let dates = if self.is_review() { "review-date" } else { "audit-dates" };
        self.body.facts(&[
            (said.say("audit-client"), cell(content.audit_client.name.clone())),
            (said.say("audit-type"), cell(content.audit_type.clone())),
            (said.say(dates), cell(said.span(&content.period))),
            (said.say("document"), cell(document)),
            (said.say("status"), status),
            (said.say("made"), cell(made)),
            (said.say("content-digest"), vec![vec![mono(content.digest())]]),
        ]);
        self.body.page();
    }

    fn control(&mut self) {
        let (content, said) = (self.content, self.said);
        self.body.styled("Unnumbered", &[plain(said.say("about"))]);
        if self.is_review() {
            self.body.styled(
                "Notice",
                &[strong(said.say("review-notice-title")), plain(" "), plain(said.say("review-notice"))],
            );
        }
        let signed = |step: &str, who: &Option<Signature>| match who {
            Some(who) => {
                vec![cell(said.say(step)), cell(&*who.name), cell(&*who.function), cell(said.day(&who.on))]
            }
            None => {
                vec![cell(said.say(step)), vec![vec![quiet(said.say("not-yet"))]], Vec::new(), Vec::new()]
            }
        };
        let status = &content.status;
        let rows = [
            signed("written", &status.written),
            signed("reviewed", &status.reviewed),
            signed("approved", &status.approved),
        ];
        self.table(&[("step", 18), ("name", 28), ("function", 30), ("day", 24)], &rows);
        self.body.styled("Unnumbered", &[plain(said.say("versions"))]);
        if content.history.is_empty() {
            self.body.para(&[plain(said.with("version-only", &[("version", &content.version.to_string())]))]);
        } else {
            let row = |note: &assize_domain::report_content::VersionNote| {
                vec![cell(note.version.to_string()), cell(said.day(&note.on)), cell(&*note.why)]
            };
            let rows: Vec<_> = content.history.iter().map(row).collect();
            self.table(&[("version", 14), ("day", 24), ("reason", 62)], &rows);
        }
        self.body.styled("Unnumbered", &[plain(said.say("distribution"))]);
        self.section(
            "audit_report.distribution",
            !content.distribution.is_empty(),
            |report| {
                let rows: Vec<_> = content
                    .distribution
                    .iter()
                    .map(|one| vec![cell(&*one.name), cell(&*one.function), cell(&*one.organization)])
                    .collect();
                report.table(&[("name", 1), ("function", 1), ("organization", 1)], &rows);
            },
            "no-distribution",
        );
        self.body.styled("Unnumbered", &[plain(said.say("confidentiality"))]);
        self.written(
            "audit_report.confidentiality",
            content.confidentiality.as_deref(),
            "no-confidentiality",
        );
    }

    /// An item that is one text.
    fn written(&mut self, item: &str, text: Option<&str>, otherwise: &str) {
        let text = text.filter(|text| !text.trim().is_empty());
        self.section(item, text.is_some(), |report| report.body.prose(text.unwrap_or_default()), otherwise);
    }

    fn summary(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(1, "summary");
        if let Some(summary) = &content.summary {
            self.body.prose(summary);
        }
        let figures = Figures::of(content);
        let all = &figures.evaluated;
        let (auditee, when) = (content.auditee.organization.as_str(), said.when(&content.period));
        let mut sentences = vec![match &content.methods.duration {
            None => said.with("summary-carried", &[("auditee", auditee), ("when", &when)]),
            Some(duration) => said
                .with("summary-carried-in", &[("auditee", auditee), ("when", &when), ("duration", duration)]),
        }];
        sentences.push(if all.total == 0 {
            said.say("no-tests")
        } else {
            said.count(
                "count-evaluated",
                &[
                    ("total", all.total),
                    ("conforms", all.conforms),
                    ("fails", all.does_not_conform),
                    ("not_applicable", all.not_applicable),
                    ("not_audited", all.not_audited),
                    ("open", all.open),
                ],
            )
        });
        let findings = u32::try_from(content.findings.len()).unwrap_or(u32::MAX);
        sentences.push(said.count("count-findings", &[("findings", findings)]));
        if findings > 0 {
            sentences
                .push(said.count("count-nonconformities", &[("nonconformities", figures.nonconformities)]));
        }
        self.body.para(&[plain(sentences.join(" "))]);
        match &content.conclusions {
            Some(conclusions) => {
                self.body.styled("Label", &[plain(said.say("conclusion"))]);
                self.body.prose(&conclusions.degree_met);
                if let Some(recommendation) = &conclusions.recommendation {
                    self.body.para(&[
                        strong(said.say("recommendation")),
                        plain(" "),
                        plain(recommendation.clone()),
                    ]);
                }
            }
            None => self.none(said.say("not-concluded")),
        }
    }

    fn details(&mut self) {
        self.part(1, "details");
        self.parties();
        self.objectives();
        self.scope();
        self.criteria();
        self.methods();
        self.dates();
        self.team();
        self.participants();
        self.meetings();
        self.sessions();
        self.process();
        self.not_covered();
    }

    fn parties(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(2, "parties");
        let party = |party: &Party| -> Cell {
            let lines = party.lines.iter().map(|line| vec![quiet(line.clone())]);
            std::iter::once(vec![plain(party.name.clone())]).chain(lines).collect()
        };
        let auditee =
            Party { name: content.auditee.organization.clone(), lines: content.auditee.lines.clone() };
        let mut facts = vec![
            (said.say("auditing-organization"), party(&content.auditing_organization)),
            (said.say("audit-client"), party(&content.audit_client)),
            (said.say("auditee"), party(&auditee)),
        ];
        for (key, all) in [("units", &content.auditee.units), ("processes", &content.auditee.processes)] {
            if !all.is_empty() {
                facts.push((said.say(key), cell(all.join(", "))));
            }
        }
        self.body.facts(&facts);
        self.remarks("audit_report.client");
    }

    fn objectives(&mut self) {
        let content = self.content;
        self.part(2, "objectives");
        let there = !content.objectives.is_empty();
        let write = |report: &mut Self| {
            report.body.items(content.objectives.iter().map(|objective| objective.text.as_str()))
        };
        self.section("audit_report.objectives", there, write, "no-objectives");
    }

    fn scope(&mut self) {
        let content = self.content;
        self.part(2, "scope");
        self.written("audit_report.scope", Some(&content.scope), "no-scope");
        if !content.scope_changes.is_empty() {
            self.body.para(&[plain(self.said.say("scope-changed"))]);
            self.body.items(content.scope_changes.iter().map(String::as_str));
        }
    }

    fn criteria(&mut self) {
        let content = self.content;
        self.part(2, "criteria");
        let named: Vec<String> = content
            .criteria
            .iter()
            .map(|set| match &set.note {
                Some(note) => format!("{} – {note}", set.id),
                None => set.id.clone(),
            })
            .collect();
        let write = |report: &mut Self| report.body.items(named.iter().map(String::as_str));
        self.section("audit_report.criteria", !named.is_empty(), write, "no-criteria");
        if let Some(soa) = &content.statement_of_applicability {
            self.body.para(&[plain(self.said.with("soa", &[("soa", soa)]))]);
        }
    }

    fn methods(&mut self) {
        let (methods, said) = (&self.content.methods, self.said);
        self.part(2, "methods");
        match methods.summary.trim() {
            "" => self.none(said.say("no-methods")),
            summary => self.body.prose(summary),
        }
        if let Some(percent) = methods.remote_percent {
            let mut text = match percent {
                0 => said.say("remote-none"),
                percent => said.with("remote", &[("percent", &percent.to_string())]),
            };
            if let Some(effect) = &methods.remote_effect {
                text = format!("{text} {effect}");
            }
            self.body.para(&[plain(text)]);
        }
    }

    fn dates(&mut self) {
        let (content, said) = (self.content, self.said);
        let review = self.is_review();
        self.part(2, if review { "dates" } else { "dates-locations" });
        let when = said.when(&content.period);
        let text = match (&content.methods.duration, review) {
            (None, true) => said.with("review-carried", &[("when", &when)]),
            (None, false) => said.with("audit-carried", &[("when", &when)]),
            (Some(duration), true) => {
                said.with("review-carried-in", &[("when", &when), ("duration", duration)])
            }
            (Some(duration), false) => {
                said.with("audit-carried-in", &[("when", &when), ("duration", duration)])
            }
        };
        self.body.para(&[plain(text)]);
        if review {
            return self.body.para(&[plain(said.say("no-visit"))]);
        }
        let rows: Vec<_> = content
            .locations
            .iter()
            .map(|location| {
                let kind = match location.kind {
                    assize_domain::report_content::LocationKind::Physical => "physical",
                    assize_domain::report_content::LocationKind::Virtual => "virtual",
                };
                let dates =
                    location.dates.as_ref().map_or_else(|| said.say("not-stated"), |dates| said.span(dates));
                vec![cell(&*location.name), cell(said.say(kind)), cell(&*location.place), cell(dates)]
            })
            .collect();
        let write = |report: &mut Self| {
            report.table(&[("location", 26), ("kind", 14), ("place", 35), ("dates-of", 25)], &rows);
        };
        self.section("audit_report.locations", !content.locations.is_empty(), write, "no-locations");
    }

    fn team(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(2, "team");
        let rows: Vec<_> = content
            .team
            .iter()
            .map(|member| {
                let role = match &member.directed_by {
                    Some(by) => format!("{}, {} {by}", member.role, said.say("directed-by")),
                    None => member.role.clone(),
                };
                let competence = match member.competence.is_empty() {
                    true => said.say("none-recorded"),
                    false => member.competence.join(", "),
                };
                vec![cell(&*member.name), cell(role), cell(competence)]
            })
            .collect();
        let guarded: Vec<String> = content
            .team
            .iter()
            .filter(|member| !member.safeguards.is_empty())
            .map(|member| format!("{}: {}", member.name, member.safeguards.join("; ")))
            .collect();
        let write = |report: &mut Self| {
            report.table(&[("name", 28), ("role", 28), ("competence", 44)], &rows);
            if guarded.is_empty() {
                report.body.para(&[plain(said.say("no-safeguards"))]);
            } else {
                report.body.para(&[plain(said.say("safeguards"))]);
                report.body.items(guarded.iter().map(String::as_str));
            }
        };
        self.section("audit_report.team", !content.team.is_empty(), write, "no-team");
        if let Some(text) = &content.impartiality {
            self.body.prose(text);
        }
        if let Some(text) = &content.lone_auditor {
            self.body.styled("Notice", &[strong(said.say("one-auditor")), plain(" "), plain(text.clone())]);
        }
    }

    fn participants(&mut self) {
        let content = self.content;
        self.part(2, "participants");
        let rows: Vec<_> =
            content.participants.iter().map(|one| vec![cell(&*one.name), cell(&*one.function)]).collect();
        let write = |report: &mut Self| report.table(&[("name", 40), ("function", 60)], &rows);
        self.section("audit_report.participants", !rows.is_empty(), write, "no-participants");
    }

    fn meetings(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(2, "meetings");
        if content.meetings.is_empty() {
            self.none(said.say("no-meetings"));
        }
        for meeting in &content.meetings {
            let at = meeting.at.as_ref().map(|at| format!(", {at}")).unwrap_or_default();
            let when = format!(", {}{at} – {}", said.day(&meeting.on), meeting.place);
            self.body.para(&[strong(meeting.title.clone()), plain(when)]);
            if !meeting.attendance.is_empty() {
                self.body.para(&[quiet(format!(
                    "{} {}.",
                    said.say("present"),
                    meeting.attendance.join("; ")
                ))]);
            }
            self.body.items(meeting.notes.iter().map(String::as_str));
        }
    }

    fn sessions(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(2, "plan");
        let rows: Vec<_> = content
            .sessions
            .iter()
            .map(|session| {
                let when = vec![
                    vec![plain(said.day(&session.on))],
                    vec![plain(format!("{}–{}", session.start, session.end))],
                    vec![quiet(session.zone.clone())],
                ];
                let mut subject = vec![vec![plain(session.subject.clone())]];
                if !session.requirements.is_empty() {
                    subject.push(vec![quiet(session.requirements.join(", "))]);
                }
                if let Some(departure) = &session.departure {
                    subject.push(vec![quiet(format!("{} {departure}", said.say("departure")))]);
                }
                let mut people = vec![vec![plain(session.auditors.join(", "))]];
                if !session.auditees.is_empty() {
                    people.push(vec![quiet(session.auditees.join(", "))]);
                }
                vec![when, subject, cell(&*session.place), people]
            })
            .collect();
        let write = |report: &mut Self| {
            report.table(&[("when", 20), ("subject", 36), ("where", 20), ("people", 24)], &rows);
        };
        self.section("audit_report.plan", !rows.is_empty(), write, "no-sessions");
        if let Some(note) = &content.plan_note {
            self.body.prose(note);
        }
    }

    fn process(&mut self) {
        let content = self.content;
        self.part(2, "process");
        self.written("audit_report.process", content.process_summary.as_deref(), "no-process");
        if !content.obstacles.is_empty() {
            self.body.para(&[plain(self.said.say("obstacles"))]);
            self.body.items(content.obstacles.iter().map(String::as_str));
        } else if content.process_summary.is_some() {
            self.body.para(&[plain(self.said.say("no-obstacles"))]);
        }
    }

    fn not_covered(&mut self) {
        let content = self.content;
        self.part(2, "not-covered");
        let rows: Vec<_> =
            content.not_covered.iter().map(|area| vec![cell(&*area.what), cell(&*area.why)]).collect();
        let write = |report: &mut Self| report.table(&[("not-covered-what", 36), ("why", 64)], &rows);
        self.section("audit_report.not_covered", !rows.is_empty(), write, "all-covered");
    }

    fn findings(&mut self) {
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

    fn label(&mut self, key: &str) {
        self.body.styled("Label", &[plain(self.said.say(key))]);
    }

    fn finding(&mut self, finding: &Finding) {
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

    fn agreed(&self, action: &FollowUp) -> String {
        let owner = action.owner.as_ref().map(|owner| format!(" – {owner}")).unwrap_or_default();
        let due = action
            .due
            .as_ref()
            .map(|due| format!(", {}", self.said.with("by-day", &[("day", &self.said.day(due))])));
        format!("{}{owner}{}", action.action, due.unwrap_or_default())
    }

    fn response(&mut self, response: &Response) {
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

    fn previous(&mut self) {
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

    fn conclusions(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(1, "conclusions");
        self.remarks("audit_report.conclusions");
        let Some(conclusions) = &content.conclusions else { return self.none(said.say("not-concluded")) };
        self.part(2, "conformity");
        self.body.prose(&conclusions.conformity);
        self.part(2, "degree");
        match conclusions.degree_met.trim() {
            "" => self.none(said.say("no-degree")),
            text => self.body.prose(text),
        }
        for (key, text) in [("effectiveness", &conclusions.effectiveness), ("trends", &conclusions.trends)] {
            if let Some(text) = text {
                self.part(2, key);
                self.body.prose(text);
            }
        }
        self.part(2, "objectives");
        let rows: Vec<_> = content
            .objectives
            .iter()
            .map(|objective| {
                let met =
                    objective.met.map_or_else(|| said.say("objective-open"), |met| said.extent("met", met));
                let reason = objective.reason.clone().unwrap_or_else(|| said.say("no-reason"));
                vec![cell(&*objective.text), cell(met), cell(reason)]
            })
            .collect();
        let concluded = content.objectives.iter().any(|objective| objective.met.is_some());
        let write =
            |report: &mut Self| report.table(&[("objective", 40), ("outcome", 18), ("why", 42)], &rows);
        self.section("audit_report.objectives_met", concluded, write, "objectives-open");
        if let Some(recommendation) = &conclusions.recommendation {
            let mut runs: Vec<Run> =
                vec![strong(said.say("recommendation")), plain(" "), plain(recommendation.clone())];
            runs.extend(conclusions.recommendation_reason.iter().map(|why| plain(format!("\n{why}"))));
            self.body.styled("Notice", &runs);
        }
    }

    fn diverging(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(1, "diverging");
        self.remarks("audit_report.diverging_opinions");
        let disputed: Vec<String> = content
            .findings
            .iter()
            .filter(|finding| matches!(finding.response, Response::Disputed { .. }))
            .map(|finding| finding.number.to_string())
            .collect();
        if !disputed.is_empty() {
            self.body.para(&[plain(said.with("diverging-findings", &[("numbers", &disputed.join(", "))]))]);
        }
        let opinions = content.diverging_opinions.as_deref().unwrap_or_default();
        for opinion in opinions {
            self.body.para(&[strong(opinion.subject.clone())]);
            self.body.facts(&[
                (said.say("auditee-holds"), cell(&*opinion.auditee)),
                (said.say("team-holds"), cell(&*opinion.team)),
            ]);
        }
        if opinions.is_empty() {
            let key = match (&content.diverging_opinions, disputed.is_empty()) {
                (None, _) => "diverging-unread",
                (Some(_), true) => "no-diverging",
                (Some(_), false) => "no-other-diverging",
            };
            self.none(said.say(key));
        }
    }

    fn limits(&mut self) {
        let content = self.content;
        self.part(1, "limits");
        self.written("audit_report.sampling", Some(&content.sampling), "no-limits");
        let unreviewed = Figures::of(content).unreviewed;
        if unreviewed > 0 {
            self.body.para(&[plain(self.said.count("count-unreviewed", &[("count", unreviewed)]))]);
        }
    }

    fn follow_up(&mut self) {
        let (content, said) = (self.content, self.said);
        self.part(1, "follow-up");
        let dated: Vec<_> = content
            .findings
            .iter()
            .filter(|finding| !finding.due.is_empty())
            .map(|finding| {
                let due =
                    finding.due.iter().map(|due| vec![plain(format!("{}: {}", due.step, said.day(&due.on)))]);
                vec![cell(finding.number.to_string()), cell(&*finding.title), due.collect()]
            })
            .collect();
        let of_findings = content
            .findings
            .iter()
            .flat_map(|finding| finding.follow_up.iter().map(move |action| (Some(finding.number), action)));
        let actions: Vec<_> = of_findings
            .chain(content.follow_up.iter().map(|action| (action.finding, action)))
            .map(|(finding, action)| {
                vec![
                    cell(finding.map_or_else(|| said.say("general"), |number| number.to_string())),
                    cell(&*action.action),
                    cell(action.owner.clone().unwrap_or_else(|| said.say("not-named"))),
                    cell(action.due.as_ref().map_or_else(|| said.say("no-date"), |due| said.day(due))),
                ]
            })
            .collect();
        let write = |report: &mut Self| {
            if !dated.is_empty() {
                report.label("dates-due");
                report.table(&[("finding", 14), ("title", 36), ("due", 50)], &dated);
            }
            if !actions.is_empty() {
                report.label("actions");
                report.table(&[("finding", 14), ("action", 42), ("owner", 22), ("by", 22)], &actions);
            }
        };
        let there = !(dated.is_empty() && actions.is_empty());
        self.section("audit_report.follow_up", there, write, "no-follow-up");
    }

    fn implications(&mut self) {
        let content = self.content;
        self.part(1, "implications");
        let text = content.programme_implications.as_deref();
        self.written("audit_report.programme_implications", text, "no-implications");
    }

    fn certification(&mut self) {
        let Some(certification) = &self.content.certification else { return };
        self.part(1, "certification");
        let parts = [
            ("trails", Some(&certification.audit_trails)),
            ("risk-analysis", Some(&certification.risk_analysis)),
            ("remote-auditing", Some(&certification.remote_auditing)),
            ("comparison", certification.comparison.as_ref()),
        ];
        for (key, text) in parts {
            let Some(text) = text else { continue };
            self.part(2, key);
            match text.trim() {
                "" => self.none(self.said.say("not-written")),
                text => self.body.prose(text),
            }
        }
    }

    fn complaints(&mut self) {
        self.part(1, "complaints");
        match &self.content.complaints {
            Some(text) => self.body.prose(text),
            None => self.none(self.said.say("no-complaints")),
        }
    }

    fn review_outcome(&mut self) {
        let said = self.said;
        let Some(review) = &self.content.document_review else { return self.none(said.say("no-review")) };
        if let Some(outcome) = &review.outcome {
            self.body.styled(
                "Notice",
                &[strong(said.say("review-outcome-word")), plain(" "), plain(outcome.clone())],
            );
        }
        self.body.prose(&review.summary);
        self.part(2, "concerns");
        self.concerns(review);
    }

    fn concerns(&mut self, review: &DocumentReview) {
        let said = self.said;
        if review.concerns.is_empty() {
            return self.none(said.say("no-concern"));
        }
        let rows: Vec<_> = review
            .concerns
            .iter()
            .map(|concern| {
                let about = concern.requirement.iter().map(|named| vec![plain(requirement(named))]);
                let about =
                    about.chain(concern.document.iter().map(|path| vec![mono(path.clone())])).collect();
                vec![about, cell(&*concern.missing), cell(&*concern.consequence)]
            })
            .collect();
        self.table(&[("about-what", 28), ("missing", 36), ("consequence", 36)], &rows);
    }

    fn documents(&mut self) {
        let said = self.said;
        let Some(review) = &self.content.document_review else { return self.none(said.say("no-documents")) };
        if review.items.is_empty() {
            self.none(said.say("no-documents"));
        } else {
            self.body.para(&[quiet(said.say("found-note"))]);
            let rows: Vec<_> = review
                .items
                .iter()
                .map(|item| {
                    let mut places: Cell = item
                        .places
                        .iter()
                        .map(|place| match &place.heading {
                            Some(heading) => vec![mono(place.path.clone()), plain(format!(" {heading}"))],
                            None => vec![mono(place.path.clone())],
                        })
                        .collect();
                    if places.is_empty() {
                        places.push(vec![quiet(said.say("nowhere"))]);
                    }
                    places.extend(item.remark.iter().map(|remark| vec![quiet(remark.clone())]));
                    vec![
                        cell(&*item.requirement.id),
                        cell(&*item.item),
                        cell(said.extent("found", item.found)),
                        places,
                    ]
                })
                .collect();
            let columns = [("requirement", 14), ("document-name", 34), ("found", 16), ("found-where", 36)];
            self.table(&columns, &rows);
        }
        if !review.unread.is_empty() {
            self.label("unread");
            let rows: Vec<_> = review
                .unread
                .iter()
                .map(|file| vec![vec![vec![mono(file.path.clone())]], cell(&*file.reason)])
                .collect();
            self.table(&[("file", 40), ("reason", 60)], &rows);
        }
    }

    fn annex(&mut self, letter: &mut u8, key: &str) {
        let name = format!("{} {}: {}", self.said.say("annex"), char::from(*letter), self.said.say(key));
        *letter += 1;
        self.body.page();
        self.body.heading(1, &name);
    }

    fn annexes(&mut self) {
        let mut letter = b'A';
        let content = self.content;
        if !self.is_review() || !content.tests.is_empty() {
            self.annex(&mut letter, "tests");
            self.tests();
        }
        if content.whole_papers && !self.is_review() {
            self.annex(&mut letter, "papers");
            self.papers();
        }
        if !self.is_review() {
            self.annex(&mut letter, "documents");
            if let Some(review) = &content.document_review {
                self.body.prose(&review.summary);
                if !review.concerns.is_empty() {
                    self.label("concerns-left");
                    self.concerns(review);
                }
            }
            self.documents();
        }
        self.annex(&mut letter, "register");
        self.register();
        if !content.omitted.is_empty() {
            self.annex(&mut letter, "left-out");
            self.body.para(&[plain(self.said.say("left-out-about"))]);
            let rows: Vec<_> = content
                .omitted
                .iter()
                .map(|omission| {
                    let name = omission.item.rsplit('.').next().unwrap_or_default();
                    vec![cell(self.said.say(&format!("item-{name}"))), cell(&*omission.reason)]
                })
                .collect();
            self.table(&[("item", 38), ("omitted-why", 62)], &rows);
        }
    }

    fn tests(&mut self) {
        let (content, said) = (self.content, self.said);
        if content.tests.is_empty() {
            return self.none(said.say("no-tests-annex"));
        }
        self.body.para(&[quiet(said.say(if self.is_review() { "tests-prepared" } else { "tests-about" }))]);
        let mut sets: Vec<&str> = Vec::new();
        for test in &content.tests {
            if !sets.contains(&test.requirement.criteria.as_str()) {
                sets.push(&test.requirement.criteria);
            }
        }
        for set in sets {
            self.body.styled("Label", &[plain(set)]);
            let of_set = content.tests.iter().filter(|test| test.requirement.criteria == set);
            if self.is_review() {
                let rows: Vec<_> = of_set
                    .map(|test| vec![cell(&*test.id), cell(&*test.requirement.id), cell(&*test.title)])
                    .collect();
                self.table(&[("test", 24), ("requirement", 18), ("title", 58)], &rows);
            } else {
                let rows: Vec<_> = of_set.map(|test| self.test(test)).collect();
                let columns = [
                    ("test", 32),
                    ("requirement", 14),
                    ("evaluation", 22),
                    ("evaluated-by", 16),
                    ("evidence", 16),
                ];
                self.table(&columns, &rows);
            }
        }
    }

    fn test(&self, test: &Test) -> Vec<Cell> {
        let said = self.said;
        let mut outcome = vec![vec![plain(self.evaluation(test.evaluation.as_ref()))]];
        outcome.extend(test.reason.iter().map(|reason| vec![quiet(reason.clone())]));
        if !test.findings.is_empty() {
            let numbers: Vec<String> = test.findings.iter().map(ToString::to_string).collect();
            outcome.push(vec![plain(said.with("findings-of", &[("numbers", &numbers.join(", "))]))]);
        }
        let by = match &test.evaluation {
            None => cell("–"),
            Some(_) => {
                let evaluator = test.evaluator.clone().unwrap_or_else(|| said.say("not-recorded"));
                let reviewer = match &test.reviewer {
                    Some(by) => said.with("reviewed-by", &[("by", by)]),
                    None => said.say("unreviewed"),
                };
                vec![vec![plain(evaluator)], vec![quiet(reviewer)]]
            }
        };
        let evidence: Cell = if test.evidence.is_empty() {
            vec![vec![quiet(said.say("none"))]]
        } else {
            let short = |one: &EvidenceRef| {
                let digest = one.sha256.as_deref().and_then(|digest| digest.get(..12));
                let mut runs = vec![plain(one.reference.clone())];
                runs.extend(digest.map(|digest| mono(format!(" {digest}"))));
                runs
            };
            test.evidence.iter().map(short).collect()
        };
        vec![
            vec![vec![strong(test.id.clone())], vec![plain(test.title.clone())]],
            cell(&*test.requirement.id),
            outcome,
            by,
            evidence,
        ]
    }

    fn evaluation(&self, evaluation: Option<&Evaluation>) -> String {
        self.said.say(match evaluation {
            None => "evaluation-open",
            Some(Evaluation::Conforms) => "evaluation-conforms",
            Some(Evaluation::DoesNotConform) => "evaluation-does_not_conform",
            Some(Evaluation::NotApplicable) => "evaluation-not_applicable",
            Some(Evaluation::NotAudited) => "evaluation-not_audited",
        })
    }

    fn papers(&mut self) {
        let (content, said) = (self.content, self.said);
        let mut written = false;
        for test in &content.tests {
            let Some(paper) = &test.paper else { continue };
            written = true;
            let title = said.with("paper-titled", &[("id", &test.id), ("title", &test.title)]);
            self.body.styled("Unnumbered", &[plain(title)]);
            self.body.para(&[
                quiet(format!("{} ", said.say("paper-requirement"))),
                plain(format!("{}. ", requirement(&test.requirement))),
                quiet(format!("{} ", said.say("paper-evaluation"))),
                plain(format!("{}.", self.evaluation(test.evaluation.as_ref()))),
            ]);
            if paper.notes.is_empty() {
                self.none(said.say("no-notes"));
            }
            for note in &paper.notes {
                self.body.styled(
                    "Label",
                    &[plain(format!("{}, {}, {}", note.method, note.author, said.day(&note.on)))],
                );
                self.body.prose(&note.text);
            }
            if !paper.samples.is_empty() {
                let rows: Vec<_> = paper
                    .samples
                    .iter()
                    .map(|sample| {
                        let size = sample.size.to_string();
                        let of = sample.population_size.map(|population| {
                            said.with(
                                "sample-of",
                                &[("size", &size), ("population", &population.to_string())],
                            )
                        });
                        vec![
                            cell(&*sample.population),
                            cell(of.unwrap_or(size)),
                            cell(&*sample.selection),
                            cell(&*sample.result),
                        ]
                    })
                    .collect();
                self.table(&[("population", 28), ("sample", 18), ("selection", 27), ("result", 27)], &rows);
            }
        }
        if !written {
            self.none(said.say("no-papers"));
        }
    }

    fn register(&mut self) {
        let (content, said) = (self.content, self.said);
        if content.evidence.is_empty() {
            return self.none(said.say("no-evidence"));
        }
        let rows: Vec<_> = content
            .evidence
            .iter()
            .map(|one| {
                let mut title = vec![vec![plain(one.title.clone())]];
                title.extend(one.classification.iter().map(|class| vec![quiet(class.clone())]));
                let mut source: Cell = parts(&one.source).map(|line| vec![plain(line)]).collect();
                source.extend(one.sha256.iter().map(|digest| vec![mono(digest.clone())]));
                let how = said.say(if one.taken { "taken" } else { "seen" });
                let by = format!("{}, {}", one.by, said.day(&one.on));
                vec![cell(&*one.reference), title, source, vec![vec![plain(how)], vec![quiet(by)]]]
            })
            .collect();
        self.table(&[("number", 10), ("evidence", 27), ("source-digest", 41), ("taken-seen", 22)], &rows);
    }
}

/// A piece of evidence by its reference, its title and the beginning of its digest.
fn evidence_ref(evidence: &EvidenceRef) -> String {
    let digest =
        evidence.sha256.as_deref().and_then(|digest| digest.get(..12)).map(|digest| format!(", {digest}"));
    format!("{}, {}{}", evidence.reference, evidence.title, digest.unwrap_or_default())
}
