//! What was audited, by whom, when, where and how.

use assize_domain::report_content::Party;

use super::Report;
use crate::docx::body::{Cell, cell, plain, quiet, strong};

impl Report<'_> {
    pub(super) fn details(&mut self) {
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

    pub(super) fn parties(&mut self) {
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

    pub(super) fn objectives(&mut self) {
        let content = self.content;
        self.part(2, "objectives");
        let there = !content.objectives.is_empty();
        let write = |report: &mut Self| {
            report.body.items(content.objectives.iter().map(|objective| objective.text.as_str()))
        };
        self.section("audit_report.objectives", there, write, "no-objectives");
    }

    pub(super) fn scope(&mut self) {
        let content = self.content;
        self.part(2, "scope");
        self.written("audit_report.scope", Some(&content.scope), "no-scope");
        if !content.scope_changes.is_empty() {
            self.body.para(&[plain(self.said.say("scope-changed"))]);
            self.body.items(content.scope_changes.iter().map(String::as_str));
        }
    }

    pub(super) fn criteria(&mut self) {
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

    pub(super) fn methods(&mut self) {
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

    pub(super) fn dates(&mut self) {
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

    pub(super) fn team(&mut self) {
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

    pub(super) fn participants(&mut self) {
        let content = self.content;
        self.part(2, "participants");
        let rows: Vec<_> =
            content.participants.iter().map(|one| vec![cell(&*one.name), cell(&*one.function)]).collect();
        let write = |report: &mut Self| report.table(&[("name", 40), ("function", 60)], &rows);
        self.section("audit_report.participants", !rows.is_empty(), write, "no-participants");
    }

    pub(super) fn meetings(&mut self) {
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

    pub(super) fn sessions(&mut self) {
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

    pub(super) fn process(&mut self) {
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

    pub(super) fn not_covered(&mut self) {
        let content = self.content;
        self.part(2, "not-covered");
        let rows: Vec<_> =
            content.not_covered.iter().map(|area| vec![cell(&*area.what), cell(&*area.why)]).collect();
        let write = |report: &mut Self| report.table(&[("not-covered-what", 36), ("why", 64)], &rows);
        self.section("audit_report.not_covered", !rows.is_empty(), write, "all-covered");
    }
}
