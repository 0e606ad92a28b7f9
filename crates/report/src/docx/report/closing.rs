//! Conclusions, what they rest on, and what follows.

use assize_domain::report_content::Response;

use super::Report;
use crate::docx::body::{Run, cell, plain, strong};
use crate::figures::Figures;

impl Report<'_> {
    pub(super) fn conclusions(&mut self) {
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

    pub(super) fn diverging(&mut self) {
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

    pub(super) fn limits(&mut self) {
        let content = self.content;
        self.part(1, "limits");
        self.written("audit_report.sampling", Some(&content.sampling), "no-limits");
        let unreviewed = Figures::of(content).unreviewed;
        if unreviewed > 0 {
            self.body.para(&[plain(self.said.count("count-unreviewed", &[("count", unreviewed)]))]);
        }
    }

    pub(super) fn follow_up(&mut self) {
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

    pub(super) fn implications(&mut self) {
        let content = self.content;
        self.part(1, "implications");
        let text = content.programme_implications.as_deref();
        self.written("audit_report.programme_implications", text, "no-implications");
    }

    pub(super) fn certification(&mut self) {
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

    pub(super) fn complaints(&mut self) {
        self.part(1, "complaints");
        match &self.content.complaints {
            Some(text) => self.body.prose(text),
            None => self.none(self.said.say("no-complaints")),
        }
    }
}
