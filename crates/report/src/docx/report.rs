//! What a report says, part by part, in the order of the PDF.

mod annexes;
mod closing;
mod details;
mod findings;
mod front;

use assize_domain::report_content::{EvidenceRef, ReportContent, ReportKind};

use crate::docx::body::{Body, Cell, plain, quiet};
use crate::docx::said::Said;
use crate::look::Points;
use crate::render::RenderContext;

/// The key of what the document is called.
pub(super) const fn kind_of(content: &ReportContent) -> &'static str {
    match content.kind {
        ReportKind::AuditReport => "audit-report",
        ReportKind::DocumentReview => "review-report",
    }
}

/// Writes the whole report.
pub(super) fn write(
    body: &mut Body,
    content: &ReportContent,
    context: &RenderContext,
    said: &Said,
    logo: Option<&Points>,
) {
    let mut report = Report { body, content, context, said, logo };
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
    logo: Option<&'r Points>,
}

impl Report<'_> {
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

    /// An item that is one text.
    fn written(&mut self, item: &str, text: Option<&str>, otherwise: &str) {
        let text = text.filter(|text| !text.trim().is_empty());
        self.section(item, text.is_some(), |report| report.body.prose(text.unwrap_or_default()), otherwise);
    }
}

/// A piece of evidence by its reference, its title and the beginning of its digest.
fn evidence_ref(evidence: &EvidenceRef) -> String {
    let digest =
        evidence.sha256.as_deref().and_then(|digest| digest.get(..12)).map(|digest| format!(", {digest}"));
    format!("{}, {}{}", evidence.reference, evidence.title, digest.unwrap_or_default())
}
