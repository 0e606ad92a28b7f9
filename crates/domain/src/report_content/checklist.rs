//! The checklist of a report: what each kind must say, by its clause.

use serde::Serialize;

use super::{Finding, FindingKind, ReportContent, ReportKind};
use crate::words::AuditType;

/// When an item of the checklist must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Always, in an audit report.
    Required,
    /// In an audit report, unless it is left out with a reason.
    AsFit,
    /// In an audit report for certification.
    Certification,
    /// In an audit report for certification that follows earlier audits.
    Comparison,
    /// In a document review.
    Review,
    /// In both kinds of report.
    Both,
}

/// An item of the report's checklist.
#[derive(Clone, Copy, Debug)]
pub struct ChecklistItem {
    /// The id: `audit_report.objectives`.
    pub id: &'static str,
    /// What is asked for, in our words.
    pub words: &'static str,
    /// The clause it comes from, with its edition.
    pub source: &'static str,
    /// When it must be there.
    pub rule: Rule,
    /// Whether it is there.
    met: fn(&ReportContent) -> bool,
}

/// An item that is neither there nor left out with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissingItem {
    /// The item's id.
    pub id: &'static str,
    /// What is asked for.
    pub words: &'static str,
    /// The clause it comes from, with its edition.
    pub source: &'static str,
    /// What to do.
    pub hint: &'static str,
}

const REPORT: &str = "ISO 19011:2018 6.5.1";
const REVIEW: &str = "ISO 19011:2018 6.3.1";
/// No clause on the report is known to ask for it; the opening meeting tells of it too.
const OWN: &str = "house rule";
const CERTIFICATION: &str = "ISO/IEC 27006-1:2024";

/// Every item of the report's checklist, in the order of the standard.
pub const CHECKLIST: &[ChecklistItem] = &[
    item("audit_report.objectives", "the audit objectives", REPORT, Rule::Required, |c| {
        !c.objectives.is_empty() && c.objectives.iter().all(|o| said(&o.text))
    }),
    item(
        "audit_report.scope",
        "the scope: organization, functions and processes audited",
        REPORT,
        Rule::Both,
        |c| {
            said(&c.scope)
                && said(&c.auditee.organization)
                && (c.kind == ReportKind::DocumentReview
                    || !(c.auditee.units.is_empty() && c.auditee.processes.is_empty()))
        },
    ),
    item("audit_report.client", "the audit client", REPORT, Rule::Both, |c| said(&c.audit_client.name)),
    item("audit_report.team", "the audit team", REPORT, Rule::Both, |c| {
        !c.team.is_empty() && c.team.iter().all(|m| said(&m.name) && said(&m.role))
    }),
    item("audit_report.participants", "the auditee's participants", REPORT, Rule::Required, |c| {
        !c.participants.is_empty()
    }),
    item("audit_report.dates", "the dates of the audit", REPORT, Rule::Both, |c| {
        said(&c.period.from) && said(&c.period.to)
    }),
    item("audit_report.locations", "the locations, physical and virtual", REPORT, Rule::Required, |c| {
        !c.locations.is_empty()
    }),
    item("audit_report.criteria", "the audit criteria with their editions", REPORT, Rule::Both, |c| {
        !c.criteria.is_empty() && c.criteria.iter().all(|criterion| said(&criterion.id))
    }),
    item("audit_report.findings", "the findings and the evidence for them", REPORT, Rule::Required, |c| {
        let evaluated = c.tests.iter().any(|test| test.evaluation.is_some());
        (evaluated || !c.findings.is_empty()) && c.findings.iter().all(founded)
    }),
    item("audit_report.conclusions", "the audit conclusions", REPORT, Rule::Required, |c| {
        c.conclusions.as_ref().is_some_and(|conclusions| said(&conclusions.conformity))
    }),
    item(
        "audit_report.degree_met",
        "the degree to which the criteria are met",
        REPORT,
        Rule::Required,
        |c| c.conclusions.as_ref().is_some_and(|conclusions| said(&conclusions.degree_met)),
    ),
    item(
        "audit_report.diverging_opinions",
        "unresolved diverging opinions, or that there are none",
        REPORT,
        Rule::Required,
        |c| c.diverging_opinions.is_some(),
    ),
    item(
        "audit_report.sampling",
        "that an audit is a sample, and the risk in that",
        REPORT,
        Rule::Required,
        |c| said(&c.sampling),
    ),
    item("audit_report.distribution", "the distribution list", "ISO 19011:2018 6.5.2", Rule::Both, |c| {
        !c.distribution.is_empty()
    }),
    item("audit_report.plan", "the plan as carried out, with times", REPORT, Rule::AsFit, |c| {
        !c.sessions.is_empty()
    }),
    item("audit_report.process", "a summary of the process", REPORT, Rule::AsFit, |c| {
        c.process_summary.as_deref().is_some_and(said)
    }),
    item(
        "audit_report.obstacles",
        "what stood in the way of reliable conclusions, or that nothing did",
        REPORT,
        Rule::AsFit,
        |c| c.obstacles.iter().any(|obstacle| said(obstacle)),
    ),
    item("audit_report.objectives_met", "whether each objective was met", REPORT, Rule::AsFit, |c| {
        !c.objectives.is_empty() && c.objectives.iter().all(|objective| objective.met.is_some())
    }),
    item("audit_report.not_covered", "areas in scope not covered, and why", REPORT, Rule::AsFit, |c| {
        !c.not_covered.is_empty() && c.not_covered.iter().all(|area| said(&area.what) && said(&area.why))
    }),
    item(
        "audit_report.summary",
        "a summary of the conclusions and the main findings they rest on",
        REPORT,
        Rule::AsFit,
        |c| c.summary.as_deref().is_some_and(said),
    ),
    item("audit_report.good_practices", "good practices", REPORT, Rule::AsFit, |c| {
        !c.good_practices.is_empty()
            || c.findings.iter().any(|finding| finding.kind == FindingKind::GoodPractice)
    }),
    item("audit_report.follow_up", "agreed follow-up and action plans", REPORT, Rule::AsFit, |c| {
        !c.follow_up.is_empty() || c.findings.iter().any(|f| !f.follow_up.is_empty() || !f.due.is_empty())
    }),
    item("audit_report.confidentiality", "the confidentiality of the content", REPORT, Rule::AsFit, |c| {
        c.confidentiality.as_deref().is_some_and(said)
    }),
    item(
        "audit_report.programme_implications",
        "implications for the programme or later audits",
        REPORT,
        Rule::AsFit,
        |c| c.programme_implications.as_deref().is_some_and(said),
    ),
    item("audit_report.complaints", "how to complain or appeal", OWN, Rule::AsFit, |c| {
        c.complaints.as_deref().is_some_and(said)
    }),
    item(
        "audit_report.certification_soa",
        "the version of the Statement of Applicability",
        CERTIFICATION,
        Rule::Certification,
        |c| c.statement_of_applicability.as_deref().is_some_and(said),
    ),
    item(
        "audit_report.certification_trails",
        "the main audit trails and methods",
        CERTIFICATION,
        Rule::Certification,
        |c| c.certification.as_ref().is_some_and(|block| said(&block.audit_trails)),
    ),
    item(
        "audit_report.certification_risk_analysis",
        "an account of the audit of the risk analysis",
        CERTIFICATION,
        Rule::Certification,
        |c| c.certification.as_ref().is_some_and(|block| said(&block.risk_analysis)),
    ),
    item(
        "audit_report.certification_remote",
        "the share and effect of remote auditing",
        CERTIFICATION,
        Rule::Certification,
        |c| c.certification.as_ref().is_some_and(|block| said(&block.remote_auditing)),
    ),
    item(
        "audit_report.certification_comparison",
        "a comparison with earlier audits",
        CERTIFICATION,
        Rule::Comparison,
        |c| {
            let block = c.certification.as_ref();
            block.is_some_and(|block| block.comparison.as_deref().is_some_and(said))
        },
    ),
    item(
        "document_review.items",
        "the documented information demanded, and where each was found",
        REVIEW,
        Rule::Review,
        |c| {
            c.document_review.as_ref().is_some_and(|review| said(&review.summary) && !review.items.is_empty())
        },
    ),
    item(
        "document_review.no_evaluation",
        "no evaluation, finding or conclusion",
        REVIEW,
        Rule::Review,
        |c| !c.judges(),
    ),
];

const fn item(
    id: &'static str,
    words: &'static str,
    source: &'static str,
    rule: Rule,
    met: fn(&ReportContent) -> bool,
) -> ChecklistItem {
    ChecklistItem { id, words, source, rule, met }
}

impl ChecklistItem {
    /// Whether the report of an audit of this type is asked for the item. The catalogue's checklist says the same, which
    /// a test holds.
    #[must_use]
    pub const fn is_asked_of(&self, audit_type: AuditType) -> bool {
        match self.rule {
            Rule::Required | Rule::AsFit | Rule::Both => true,
            Rule::Certification => audit_type.is_certification(),
            Rule::Comparison => audit_type.follows_earlier_audits(),
            Rule::Review => false,
        }
    }
}

impl ReportContent {
    /// Every item of the checklist that is not satisfied; a report is approved only when there is none.
    ///
    /// An item that is required must be there. One that is there as fit may instead have a remark of the leader, or
    /// be left out with a reason.
    #[must_use]
    pub fn checklist(&self) -> Vec<MissingItem> {
        CHECKLIST
            .iter()
            .filter(|item| self.asked(item) && !self.satisfied(item))
            .map(|item| MissingItem { id: item.id, words: item.words, source: item.source, hint: hint(item) })
            .collect()
    }

    fn asked(&self, item: &ChecklistItem) -> bool {
        match item.rule {
            Rule::Required | Rule::AsFit => self.kind == ReportKind::AuditReport,
            Rule::Certification => self.kind == ReportKind::AuditReport && self.certification.is_some(),
            Rule::Comparison => {
                let block = self.certification.as_ref();
                self.kind == ReportKind::AuditReport && block.is_some_and(|block| block.comparison.is_some())
            }
            Rule::Review => self.kind == ReportKind::DocumentReview,
            Rule::Both => true,
        }
    }

    fn satisfied(&self, item: &ChecklistItem) -> bool {
        (item.met)(self)
            || item.rule == Rule::AsFit
                && (self.remarks.iter().any(|remark| remark.item == item.id && said(&remark.text))
                    || self.omitted.iter().any(|omission| omission.item == item.id && said(&omission.reason)))
    }
}

fn said(text: &str) -> bool {
    !text.trim().is_empty()
}

fn founded(finding: &Finding) -> bool {
    said(&finding.statement)
        && (finding.kind != FindingKind::Nonconformity
            || finding.objective_evidence.as_deref().is_some_and(said)
                && !finding.requirements.is_empty()
                && finding.grade.is_some())
}

const fn hint(item: &ChecklistItem) -> &'static str {
    match item.rule {
        Rule::AsFit => "add it, or leave it out with a reason",
        Rule::Required | Rule::Certification | Rule::Comparison | Rule::Both => {
            "add it; it cannot be left out"
        }
        Rule::Review => {
            "a document review says where documents were found and judges nothing; report an audit instead"
        }
    }
}
