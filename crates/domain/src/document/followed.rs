//! Nonconformities and their follow-up, read from the records.

use std::collections::BTreeMap;

use super::DocumentKind;
use super::assemble::Read;
use super::content::{Action, DocumentContent, DueDays, Followed, Nonconformity, Says, Step};
use crate::evidence::{Evidence, EvidenceForm};
use crate::finding::{Finding, FindingState, Judgement, Response, StepText};
use crate::kernel::id::{AuditId, EvidenceId};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::programme::Programme;
use crate::report::people::day;
use crate::report_content as out;
use crate::words::FindingKind;

rules! {
    DOCUMENT_NONCONFORMITY = "document.nonconformity", "ISO 19011:2018 6.4.8", "a form of a nonconformity that was raised";
}

/// The nonconformity forms of an audit: of one, by its number, or of all that were raised and stand.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit, or no nonconformity of that number; [`Stop::Need`].
pub fn nonconformities(world: &World, audit: AuditId, number: Option<u32>) -> Result<DocumentContent, Stop> {
    let read = Read::of(world, audit)?;
    let mut all = raised(&read)?;
    if let Some(number) = number {
        all.retain(|finding| finding.number == number);
        if all.is_empty() {
            return Err(Refusal::new(
                &DOCUMENT_NONCONFORMITY,
                say!("the audit has no nonconformity {number} that was raised", number = &number),
                "give the number of one that was raised and stands",
            )
            .into());
        }
    }
    document(&read, DocumentKind::Nonconformities, &all)
}

/// The plan of corrective actions of an audit: every nonconformity with its root cause, what is done, by whom and by when.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn corrective_actions(world: &World, audit: AuditId) -> Result<DocumentContent, Stop> {
    let read = Read::of(world, audit)?;
    let all = raised(&read)?;
    document(&read, DocumentKind::CorrectiveActions, &all)
}

fn document(read: &Read<'_>, kind: DocumentKind, all: &[&Finding]) -> Result<DocumentContent, Stop> {
    let references = references(read.world, read.audit.id)?;
    let programme = read.world.get::<Programme>(read.audit.programme)?;
    let says = Followed {
        audit: read.facts()?,
        nonconformities: all
            .iter()
            .map(|finding| one(read, programme, &references, finding))
            .collect::<Result<_, Stop>>()?,
    };
    read.document(kind, Says::Followed(says))
}

/// The nonconformities that were raised and stand, by their numbers.
fn raised<'w>(read: &Read<'w>) -> Result<Vec<&'w Finding>, Stop> {
    let mut all = read.world.list::<Finding>("audit", read.audit.id)?;
    all.retain(|finding| {
        finding.text.kind == FindingKind::Nonconformity
            && !matches!(finding.state, FindingState::Drafted | FindingState::Withdrawn { .. })
    });
    all.sort_by_key(|finding| finding.number);
    Ok(all)
}

/// The evidence of an audit by its references, as its report has them.
fn references(world: &World, audit: AuditId) -> Result<BTreeMap<EvidenceId, (String, &Evidence)>, Stop> {
    let all = world.list::<Evidence>("audit", audit)?.into_iter().enumerate();
    Ok(all.map(|(index, one)| (one.id, (format!("E{:03}", index + 1), one))).collect())
}

fn one(
    read: &Read<'_>,
    programme: &Programme,
    references: &BTreeMap<EvidenceId, (String, &Evidence)>,
    finding: &Finding,
) -> Result<Nonconformity, Stop> {
    let text = &finding.text;
    let grade = text.grade.as_ref().and_then(|key| programme.policy.grade(key));
    let evidence = text.evidence.iter().filter_map(|id| references.get(id)).map(|(reference, one)| {
        let sha256 = match &one.form {
            EvidenceForm::Taken { sha256, .. } => Some(sha256.to_string()),
            EvidenceForm::Seen { seen_sha256, .. } => seen_sha256.as_ref().map(ToString::to_string),
        };
        out::EvidenceRef { reference: reference.clone(), title: one.name.to_string(), sha256 }
    });
    let step = |step: &StepText| {
        Ok::<_, Stop>(Step { text: step.text.to_string(), stamped: read.stamped(&step.stamp)? })
    };
    let judged = |judged: &Judgement| {
        Ok::<_, Stop>(Step { text: judged.text.to_string(), stamped: read.stamped(&judged.stamp)? })
    };
    let action = finding.action.as_ref().map(|action| {
        Ok::<_, Stop>(Action {
            text: action.text.to_string(),
            owner: read.name(action.owner)?,
            due: action.due.to_string(),
            stamped: read.stamped(&action.stamp)?,
        })
    });
    let closed = match &finding.state {
        FindingState::Closed { closed } => Some(read.stamped(closed)?),
        _ => None,
    };
    Ok(Nonconformity {
        number: finding.number,
        title: text.title.to_string(),
        grade: grade.map(|grade| grade.label.to_string()),
        state: read.tongue.word("FindingState", finding.state.word()),
        requirements: text.requirements.iter().map(|one| format!("{}, {}", one.criteria, one.id)).collect(),
        breaches: text.breaches.iter().map(ToString::to_string).collect(),
        statement: text.statement.to_string(),
        objective_evidence: text.objective_evidence.as_ref().map(ToString::to_string),
        evidence: evidence.collect(),
        written: read.stamped(&finding.stamp)?,
        response: match &finding.response {
            Response::None => out::Response::None,
            Response::Acknowledged { acknowledged } => {
                let by = read.stamped(acknowledged)?.by;
                out::Response::Acknowledged { by, on: day(acknowledged.at) }
            }
            Response::Disputed { disputed, opinion } => {
                let by = read.stamped(disputed)?.by;
                out::Response::Disputed { by, on: day(disputed.at), opinion: opinion.to_string() }
            }
        },
        due: finding.due.as_ref().map(|due| DueDays {
            acknowledge: due.acknowledge.to_string(),
            plan: due.plan.to_string(),
            implement: due.implement.to_string(),
            effectiveness: due.effectiveness.map(|day| day.to_string()),
        }),
        correction: finding.correction.as_ref().map(step).transpose()?,
        cause: finding.cause.as_ref().map(step).transpose()?,
        action: action.transpose()?,
        accepted: finding.plan_accepted.as_ref().map(|stamp| read.stamped(stamp)).transpose()?,
        implementation: finding.implementation.as_ref().map(step).transpose()?,
        verification: finding.verification.as_ref().map(judged).transpose()?,
        effectiveness: finding.effectiveness.as_ref().map(judged).transpose()?,
        closed,
    })
}
