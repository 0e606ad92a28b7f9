//! What the summary counts: findings by kind and grade, evaluations by section of the criteria.

use std::collections::BTreeSet;

use serde::Serialize;

use assize_domain::report_content::{
    Evaluation, Extent, Finding, FindingKind, ReportContent, Requirement, Test,
};

/// The most rows a chart has; what is beyond them is counted in one row more.
const ROWS_MAX: usize = 22;

/// The figures of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Findings by kind and grade, the gravest first.
    pub findings: Vec<FindingRow>,
    /// How many nonconformities there are.
    pub nonconformities: u32,
    /// Evaluations by section, in the order of the criteria.
    pub evaluations: Vec<EvaluationRow>,
    /// Evaluations in all.
    pub evaluated: EvaluationRow,
    /// Tests that were evaluated and reviewed by nobody else.
    pub unreviewed: u32,
    /// Demanded documents: found, found in part, not found.
    pub documents: [u32; 3],
}

/// How many findings there are of a kind and grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingRow {
    /// The kind's word in the content.
    pub kind: FindingKind,
    /// The grade's place in its scheme, for nonconformities.
    pub rank: Option<u8>,
    /// The grade's word.
    pub grade: Option<String>,
    /// How many.
    pub count: u32,
}

/// How many tests of a section came to what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EvaluationRow {
    /// The criteria the section belongs to; empty in totals.
    pub criteria: String,
    /// The section: `6`, `A.8`. None where several are counted in one row.
    pub section: Option<String>,
    /// The key of our short label for it, where there is one.
    pub label: Option<&'static str>,
    /// Conform.
    pub conforms: u32,
    /// Do not conform.
    pub does_not_conform: u32,
    /// Not applicable.
    pub not_applicable: u32,
    /// Not audited.
    pub not_audited: u32,
    /// Without an evaluation.
    pub open: u32,
    /// All of them.
    pub total: u32,
}

impl Figures {
    /// Counts what is in the content.
    #[must_use]
    pub fn of(content: &ReportContent) -> Self {
        let is_nonconformity = |finding: &&Finding| finding.kind == FindingKind::Nonconformity;
        let found = |extent| {
            let items = content.document_review.iter().flat_map(|review| &review.items);
            count(items.filter(|item| item.found == extent))
        };
        Self {
            findings: finding_rows(&content.findings),
            nonconformities: count(content.findings.iter().filter(is_nonconformity)),
            evaluations: evaluation_rows(&content.tests),
            evaluated: total(&content.tests),
            unreviewed: count(
                each_once(&content.tests).filter(|t| t.evaluation.is_some() && t.reviewer.is_none()),
            ),
            documents: [found(Extent::Yes), found(Extent::Partly), found(Extent::No)],
        }
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

fn finding_rows(findings: &[Finding]) -> Vec<FindingRow> {
    let mut rows: Vec<FindingRow> = Vec::new();
    for finding in findings {
        let grade = finding.grade.as_ref().filter(|_| finding.kind == FindingKind::Nonconformity);
        let (rank, word) = (grade.map(|grade| grade.rank), grade.map(|grade| grade.label.as_str()));
        let same = |row: &&mut FindingRow| {
            row.kind == finding.kind && row.rank == rank && row.grade.as_deref() == word
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.count = row.count.saturating_add(1),
            None => {
                rows.push(FindingRow { kind: finding.kind, rank, grade: word.map(str::to_owned), count: 1 })
            }
        }
    }
    rows.sort_by_key(|row| (row.kind as u8, row.rank.unwrap_or(u8::MAX)));
    rows
}

fn evaluation_rows(tests: &[Test]) -> Vec<EvaluationRow> {
    let mut rows: Vec<EvaluationRow> = Vec::new();
    for test in tests {
        let (criteria, section) = (&test.requirement.criteria, section(&test.requirement.id));
        let place = rows
            .iter()
            .position(|row| row.criteria == *criteria && row.section.as_deref() == Some(section.as_str()));
        if let Some(row) = place.and_then(|place| rows.get_mut(place)) {
            row.add(test.evaluation);
            continue;
        }
        let label = label(&test.requirement, &section);
        let mut row = EvaluationRow {
            criteria: criteria.clone(),
            section: Some(section),
            label,
            ..EvaluationRow::default()
        };
        row.add(test.evaluation);
        rows.push(row);
    }
    rows.sort_by_cached_key(|row| (row.criteria.clone(), row.section.as_deref().map(order)));
    if rows.len() > ROWS_MAX {
        let beyond = rows.split_off(ROWS_MAX);
        rows.push(beyond.iter().fold(EvaluationRow::default(), EvaluationRow::plus));
    }
    rows
}

fn total(tests: &[Test]) -> EvaluationRow {
    let mut row = EvaluationRow::default();
    each_once(tests).for_each(|test| row.add(test.evaluation));
    row
}

/// Each test once: one that serves several sets stands under each of them.
fn each_once(tests: &[Test]) -> impl Iterator<Item = &Test> {
    let mut seen = BTreeSet::new();
    tests.iter().filter(move |test| seen.insert(&test.id))
}

impl EvaluationRow {
    fn add(&mut self, evaluation: Option<Evaluation>) {
        let place = match evaluation {
            Some(Evaluation::Conforms) => &mut self.conforms,
            Some(Evaluation::DoesNotConform) => &mut self.does_not_conform,
            Some(Evaluation::NotApplicable) => &mut self.not_applicable,
            Some(Evaluation::NotAudited) => &mut self.not_audited,
            None => &mut self.open,
        };
        *place = place.saturating_add(1);
        self.total = self.total.saturating_add(1);
    }

    fn plus(mut self, other: &Self) -> Self {
        self.conforms = self.conforms.saturating_add(other.conforms);
        self.does_not_conform = self.does_not_conform.saturating_add(other.does_not_conform);
        self.not_applicable = self.not_applicable.saturating_add(other.not_applicable);
        self.not_audited = self.not_audited.saturating_add(other.not_audited);
        self.open = self.open.saturating_add(other.open);
        self.total = self.total.saturating_add(other.total);
        self
    }
}

/// The section a requirement belongs to, or the first of several with commas between: `6` for `6.1.2 a)`, `A.8` for `A.8.13`, else what
/// stands before the first dot.
fn section(id: &str) -> String {
    let mut parts = id.split(['.', ' ', '(', ',']);
    let first = parts.next().unwrap_or_default();
    let annex = first.len() == 1 && first.bytes().all(|b| b.is_ascii_uppercase());
    match parts.next() {
        Some(second) if annex && !second.is_empty() => format!("{first}.{second}"),
        _ => first.to_owned(),
    }
}

/// Clauses by number, then annexes by letter and number, then the rest.
fn order(section: &str) -> (u8, u32, String) {
    match section.split_once('.') {
        Some((annex, number)) => (1, number.parse().unwrap_or(u32::MAX), annex.to_owned()),
        None => match section.parse() {
            Ok(number) => (0, number, String::new()),
            Err(_) => (2, 0, section.to_owned()),
        },
    }
}

fn label(requirement: &Requirement, section: &str) -> Option<&'static str> {
    if !requirement.criteria.starts_with("ISO/IEC 27001:2022") {
        return None;
    }
    Some(match section {
        "4" => "clause-4",
        "5" => "clause-5",
        "6" => "clause-6",
        "7" => "clause-7",
        "8" => "clause-8",
        "9" => "clause-9",
        "10" => "clause-10",
        "A.5" => "clause-A5",
        "A.6" => "clause-A6",
        "A.7" => "clause-A7",
        "A.8" => "clause-A8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_read_from_ids_and_stand_in_the_order_of_the_criteria() {
        for (id, expected) in
            [("6.1.2 a)", "6"), ("10.2", "10"), ("A.8.13", "A.8"), ("A.", "A"), ("HR-7", "HR-7"), ("", "")]
        {
            assert_eq!(section(id), expected, "{id:?}");
        }
        let mut sections = vec!["A.8", "10", "HR-7", "A.5", "9"];
        sections.sort_by_key(|section| order(section));
        assert_eq!(sections, ["9", "10", "A.5", "A.8", "HR-7"]);
    }
}
