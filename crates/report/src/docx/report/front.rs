//! The cover, who wrote and approved it, and the summary.

use assize_domain::report_content::{Signature, StatusState};
use jiff::tz::Offset;

use super::{Report, kind_of};
use crate::docx::body::{cell, grave, mono, plain, quiet, strong};
use crate::figures::Figures;
use crate::render::{Marking, SignedBy};

/// The box that the logo fits into on the cover, in millimetres.
const COVER_LOGO: (u64, u64) = (80, 16);

impl Report<'_> {
    pub(super) fn cover(&mut self) {
        let (content, said) = (self.content, self.said);
        if let Some(logo) = self.logo {
            self.body.picture(logo, &content.auditing_organization.name, COVER_LOGO);
        }
        self.body.para(&[strong(content.auditing_organization.name.clone())]);
        if let Some(address) = self.context.look.as_ref().and_then(|look| look.letterhead.address.as_ref()) {
            self.body.para(&[quiet(address.to_string())]);
        }
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

    pub(super) fn control(&mut self) {
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
        if !self.context.signatures.is_empty() {
            self.body.styled("Unnumbered", &[plain(said.say("signatures"))]);
            let row = |one: &SignedBy| {
                let (on, at) = one.moment();
                let mut how = cell(said.say(&one.method_key()));
                how.extend(one.whole_digest().map(|digest| vec![mono(digest)]));
                let mut what = cell(&*one.name);
                what.extend(cell(said.say(&one.act_key())));
                let mut when = cell(said.day(on));
                when.extend(cell(said.with("signed-at", &[("time", at)])));
                vec![what, how, when]
            };
            let rows: Vec<_> = self.context.signatures.iter().map(row).collect();
            self.table(&[("signed-what", 34), ("signed-how", 42), ("signed-when", 24)], &rows);
            self.body.para(&[quiet(said.say("signed-about"))]);
        }
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

    pub(super) fn summary(&mut self) {
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
}
