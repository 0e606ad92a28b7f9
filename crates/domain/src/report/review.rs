//! The report of a review of documented information: what was demanded, where it was found, and what concerns that leaves.
//! It is about documents at a time before the audit; nothing of how the audit was then carried out belongs to it.

use super::assemble::{Source, frame};
use super::fieldwork::{demanded, register};
use super::people::day;
use crate::evidence::{Evidence, EvidenceForm};
use crate::kernel::id::AuditId;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::report_content as out;

/// The content of a review of documented information before the audit: what was found where, and nothing judged.
///
/// # Errors
/// [`Stop::Need`]; [`Stop::Refused`] when the audit has not been initiated.
pub fn document_review(
    world: &World,
    audit: AuditId,
    unread: Vec<out::UnreadFile>,
) -> Result<out::ReportContent, Stop> {
    let mut source = Source::read(world, audit)?;
    let review = source.audit.document_review.as_ref();
    // What was taken in after the review was no matter of it.
    source.evidence.retain(|evidence| belongs(evidence, review.map(|review| review.stamp.at)));
    let references = source.references();
    let mut content = frame(&source, out::ReportKind::DocumentReview)?;
    content.document_id = audit.to_string();
    content.version = 1;
    // Whether an objective was met is no matter of a review, however far the audit has come.
    let texts = source.initiation.objectives.iter().map(|objective| objective.text.to_string());
    content.objectives = texts.map(|text| out::Objective { text, met: None, reason: None }).collect();
    source.tongue.review_methods().clone_into(&mut content.methods.summary);
    content.period = period(&source);
    content.sampling = source.tongue.sampling().to_owned();
    content.evidence = register(&source, &references)?;
    content.distribution = vec![out::Recipient {
        name: source.name(source.initiation.client)?,
        function: source.tongue.client().to_owned(),
        organization: employer(&source)?,
    }];
    content.document_review = match review {
        Some(review) => Some(out::DocumentReview { unread, ..demanded(&source, review)? }),
        None => None,
    };
    Ok(content)
}

/// Whether a piece of evidence is a document that was there when the documents were reviewed.
fn belongs(evidence: &Evidence, reviewed: Option<crate::kernel::time::Timestamp>) -> bool {
    let taken = evidence.custody.first().map(|step| step.stamp.at);
    matches!(evidence.form, EvidenceForm::Taken { .. })
        && reviewed.is_none_or(|reviewed| taken.is_some_and(|taken| taken <= reviewed))
}

/// From the day on which the first document was taken in to that of the review.
fn period(source: &Source<'_>) -> out::Period {
    let first = source
        .evidence
        .iter()
        .filter_map(|evidence| evidence.custody.first())
        .map(|step| step.stamp.at)
        .min();
    let last = source.audit.document_review.as_ref().map(|review| review.stamp.at);
    let said = |at: Option<crate::kernel::time::Timestamp>| at.map(day).unwrap_or_default();
    out::Period { from: said(first.or(last)), to: said(last.or(first)) }
}

fn employer(source: &Source<'_>) -> Result<String, Stop> {
    let client = source.world.find::<crate::auditor::Person>(source.initiation.client)?;
    Ok(client.map(|client| client.employer.to_string()).unwrap_or_default())
}
