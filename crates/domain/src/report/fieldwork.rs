//! What the fieldwork came to, for the report: findings, conclusions, tests with their papers, documents, evidence.

use std::collections::BTreeMap;

use super::assemble::{Source, Texts, extent};
use super::people::day;
use crate::audit::{Audit, DocumentReview, last_day};
use crate::evidence::papers::earlier_findings;
use crate::evidence::{AuditTest, Evidence, EvidenceForm, Note, Paper, PaperPurpose, PaperState};
use crate::finding::{Finding, FindingStage, Response};
use crate::kernel::id::{EvidenceId, PaperId};
use crate::kernel::refusal::Stop;
use crate::kernel::text::CriteriaId;
use crate::report_content as out;
use crate::words::{Evaluation, FindingKind, Recommendation};

fn requirement(criteria: &CriteriaId, id: &str) -> out::Requirement {
    out::Requirement { criteria: criteria.to_string(), id: id.to_owned(), title: None }
}

fn evidence_refs(
    source: &Source<'_>,
    ids: &[EvidenceId],
    references: &BTreeMap<EvidenceId, String>,
) -> Result<Vec<out::EvidenceRef>, Stop> {
    ids.iter()
        .map(|id| {
            let reference = references.get(id).cloned().unwrap_or_default();
            Ok(match source.world.find::<Evidence>(*id)? {
                Some(evidence) => out::EvidenceRef {
                    reference,
                    title: evidence.name.to_string(),
                    sha256: digest_of(&evidence.form),
                },
                None => {
                    out::EvidenceRef { reference, title: source.tongue.erased().to_owned(), sha256: None }
                }
            })
        })
        .collect()
}

fn digest_of(form: &EvidenceForm) -> Option<String> {
    match form {
        EvidenceForm::Taken { sha256, .. } => Some(sha256.to_string()),
        EvidenceForm::Seen { seen_sha256, .. } => seen_sha256.as_ref().map(ToString::to_string),
    }
}

pub(super) fn findings(
    source: &Source<'_>,
    references: &BTreeMap<EvidenceId, String>,
    numbers: &BTreeMap<PaperId, String>,
) -> Result<Vec<out::Finding>, Stop> {
    source.findings.iter().map(|finding| one_finding(source, finding, references, numbers)).collect()
}

fn one_finding(
    source: &Source<'_>,
    finding: &Finding,
    references: &BTreeMap<EvidenceId, String>,
    numbers: &BTreeMap<PaperId, String>,
) -> Result<out::Finding, Stop> {
    let text = &finding.text;
    let grade = source.programme.policy.grades.iter().find(|grade| Some(&grade.key) == text.grade.as_ref());
    let main = text.requirements.first().map(|requirement| &requirement.criteria);
    let due = finding.due.as_ref().map(|due| {
        vec![
            out::Due { step: source.tongue.due_plan().to_owned(), on: due.plan.to_string() },
            out::Due { step: source.tongue.due_implement().to_owned(), on: due.implement.to_string() },
        ]
    });
    let action = finding.action.as_ref().map(|action| -> Result<out::FollowUp, Stop> {
        Ok(out::FollowUp {
            action: action.text.to_string(),
            owner: Some(source.name(action.owner)?),
            due: Some(action.due.to_string()),
            finding: Some(finding.number),
        })
    });
    Ok(out::Finding {
        number: finding.number,
        kind: match text.kind {
            FindingKind::Nonconformity => out::FindingKind::Nonconformity,
            FindingKind::OpportunityForImprovement => out::FindingKind::OpportunityForImprovement,
            FindingKind::GoodPractice => out::FindingKind::GoodPractice,
        },
        grade: grade.map(|grade| out::Grade { label: grade.label.to_string(), rank: grade.rank }),
        title: text.title.to_string(),
        statement: text.statement.to_string(),
        objective_evidence: text.objective_evidence.as_ref().map(ToString::to_string),
        requirements: text.requirements.iter().map(|r| requirement(&r.criteria, r.id.as_str())).collect(),
        breaches: main.map_or_else(Vec::new, |criteria| {
            text.breaches.iter().map(|id| requirement(criteria, id.as_str())).collect()
        }),
        evidence: evidence_refs(source, &text.evidence, references)?,
        tests: text.papers.iter().filter_map(|paper| numbers.get(paper).cloned()).collect(),
        response: match &finding.response {
            Response::None => out::Response::None,
            Response::Acknowledged { acknowledged } => {
                out::Response::Acknowledged { by: source.actor(acknowledged)?, on: day(acknowledged.at) }
            }
            Response::Disputed { disputed, opinion } => out::Response::Disputed {
                by: source.actor(disputed)?,
                on: day(disputed.at),
                opinion: opinion.to_string(),
            },
        },
        due: due.unwrap_or_default(),
        follow_up: action.transpose()?.into_iter().collect(),
        state: None,
    })
}

/// What became of nonconformities of earlier audits: nothing at all where there are some and no paper took them up.
pub(super) fn previous(source: &Source<'_>) -> Result<Option<Vec<out::PreviousNonconformity>>, Stop> {
    let papers = source.papers.iter().filter(|paper| paper.purpose == PaperPurpose::PreviousFinding);
    let mut found = Vec::new();
    for paper in papers {
        let Some(id) = paper.previous else { continue };
        let Some(finding) = source.world.find::<Finding>(id)? else { continue };
        let evaluation = paper.state.evaluation();
        let grade = finding.text.grade.as_ref();
        let grades = source.programme.policy.grades.iter();
        let action = finding.action.as_ref().map(|action| action.due);
        let due = action.or_else(|| finding.due.as_ref().map(|due| due.implement));
        let is_open = finding.state.stage() != FindingStage::Closed;
        found.push(out::PreviousNonconformity {
            reference: reference_of(source, finding)?,
            title: finding.text.title.to_string(),
            grade: grade.map(ToString::to_string),
            rank: grades.into_iter().find(|known| Some(&known.key) == grade).map(|known| known.rank),
            opened: is_open.then(|| day(finding.stamp.at)),
            due: due.map(|due| due.to_string()),
            status: source.tongue.word("FindingState", finding.state.word()),
            verification: evaluation.map(|(evaluation, reason, _)| {
                let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
                format!("{}{reason}", source.tongue.word("Evaluation", evaluation.word()))
            }),
        });
    }
    let looked = !found.is_empty() || earlier_findings(source.world, source.audit)?.is_empty();
    Ok(looked.then_some(found))
}

/// The month of the audit that an earlier finding is from, and its number there: `2025-11 / 4`.
fn reference_of(source: &Source<'_>, finding: &Finding) -> Result<String, Stop> {
    let audit = source.world.find::<Audit>(finding.audit)?;
    let day = audit.map(|audit| last_day(source.world, audit)).transpose()?.flatten();
    let month: String =
        day.map(|day| day.to_string().chars().take("2025-11".len()).collect()).unwrap_or_default();
    let month = if month.is_empty() { month } else { format!("{month} / ") };
    Ok(format!("{month}{}", finding.number))
}

pub(super) fn conclusions(source: &Source<'_>, texts: &Texts<'_>) -> Option<out::Conclusions> {
    let conclusions = source.audit.conclusions.as_ref()?;
    let recommendation = match conclusions.recommendation {
        Recommendation::None => None,
        Recommendation::Favourable
        | Recommendation::FavourableOnceCorrected
        | Recommendation::Unfavourable
        | Recommendation::ReadyForStage2
        | Recommendation::NotReadyForStage2 => {
            Some(source.tongue.word("Recommendation", conclusions.recommendation.word()))
        }
    };
    Some(out::Conclusions {
        conformity: conclusions.conformity.to_string(),
        degree_met: texts.of("audit_report.degree_met").unwrap_or_else(|| degree_met(source)),
        effectiveness: Some(conclusions.effectiveness.to_string()),
        trends: Some(conclusions.trends.to_string()),
        recommendation,
        recommendation_reason: conclusions.recommendation_reason.as_ref().map(ToString::to_string),
    })
}

/// The figures, counted: how many tests conform, do not, do not apply, and were not carried out.
fn degree_met(source: &Source<'_>) -> String {
    let count = |wanted: Evaluation| {
        source
            .papers
            .iter()
            .filter(|paper| paper.state.evaluation().is_some_and(|(evaluation, _, _)| evaluation == wanted))
            .count()
    };
    source.tongue.degree_met(
        count(Evaluation::Conforms),
        count(Evaluation::DoesNotConform),
        count(Evaluation::NotApplicable),
        count(Evaluation::NotAudited),
    )
}

pub(super) fn diverging(source: &Source<'_>) -> Vec<out::DivergingOpinion> {
    let disputed = source.findings.iter().filter_map(|finding| match &finding.response {
        Response::Disputed { opinion, .. } => Some((finding, opinion)),
        Response::None | Response::Acknowledged { .. } => None,
    });
    disputed
        .map(|(finding, opinion)| out::DivergingOpinion {
            subject: source.tongue.finding(finding.number, finding.text.title.as_str()),
            auditee: opinion.to_string(),
            team: finding
                .upheld
                .as_ref()
                .map_or_else(|| source.tongue.unruled().to_owned(), |ruling| ruling.reason.to_string()),
        })
        .collect()
}

/// The tests; one that serves requirements of several sets stands under each of them, with its paper under the first.
pub(super) fn tests(
    source: &Source<'_>,
    references: &BTreeMap<EvidenceId, String>,
    numbers: &BTreeMap<PaperId, String>,
    whole: bool,
) -> Result<Vec<out::Test>, Stop> {
    let mut all = Vec::new();
    for paper in source.papers.iter() {
        let test = one_test(source, paper, references, numbers)?;
        let annexed = if whole { Some(whole_paper(source, paper)?) } else { None };
        let by_set = by_set(paper).into_iter();
        let mut placed: Vec<out::Test> =
            by_set.map(|requirement| out::Test { requirement, ..test.clone() }).collect();
        if let Some(first) = placed.first_mut() {
            first.paper = annexed;
        }
        all.extend(placed);
    }
    Ok(all)
}

/// What a paper serves: for each set its requirements in one line, the sets in the order in which the paper names them.
fn by_set(paper: &Paper) -> Vec<out::Requirement> {
    let mut sets: Vec<out::Requirement> = Vec::new();
    for named in &paper.requirements {
        match sets.iter_mut().find(|set| set.criteria == named.criteria.as_str()) {
            Some(set) => set.id = format!("{}, {}", set.id, named.id),
            None => sets.push(requirement(&named.criteria, named.id.as_str())),
        }
    }
    if sets.is_empty() {
        sets.push(out::Requirement { criteria: String::new(), id: String::new(), title: None });
    }
    sets
}

fn one_test(
    source: &Source<'_>,
    paper: &Paper,
    references: &BTreeMap<EvidenceId, String>,
    numbers: &BTreeMap<PaperId, String>,
) -> Result<out::Test, Stop> {
    let test = paper.test.map(|test| source.world.get::<AuditTest>(test)).transpose()?;
    let (evaluator, reviewer) = hands(source, paper)?;
    let raised = source.findings.iter().filter(|finding| finding.papers.contains(&paper.id));
    Ok(out::Test {
        id: test.map_or_else(
            || numbers.get(&paper.id).cloned().unwrap_or_default(),
            |test| test.test.to_string(),
        ),
        title: paper.title.to_string(),
        requirement: out::Requirement { criteria: String::new(), id: String::new(), title: None },
        evaluation: paper.state.evaluation().map(|(evaluation, _, _)| match evaluation {
            Evaluation::Conforms => out::Evaluation::Conforms,
            Evaluation::DoesNotConform => out::Evaluation::DoesNotConform,
            Evaluation::NotApplicable => out::Evaluation::NotApplicable,
            Evaluation::NotAudited => out::Evaluation::NotAudited,
        }),
        reason: paper.state.evaluation().and_then(|(_, reason, _)| reason.map(ToString::to_string)),
        evaluator,
        reviewer,
        evidence: evidence_refs(source, &paper.evidence, references)?,
        findings: raised.map(|finding| finding.number).collect(),
        paper: None,
    })
}

/// Who prepared a paper and who reviewed it.
fn hands(source: &Source<'_>, paper: &Paper) -> Result<(Option<String>, Option<String>), Stop> {
    Ok(match &paper.state {
        PaperState::Open => (None, None),
        PaperState::Evaluated { evaluated, .. } => (Some(source.actor(evaluated)?), None),
        PaperState::Reviewed { prepared, reviewed, .. } => (
            Some(source.actor(prepared)?),
            reviewed.as_ref().map(|reviewed| source.actor(reviewed)).transpose()?,
        ),
    })
}

fn whole_paper(source: &Source<'_>, paper: &Paper) -> Result<out::Paper, Stop> {
    let notes = source.world.list::<Note>("paper", paper.id)?;
    Ok(out::Paper {
        notes: notes
            .into_iter()
            .map(|note| {
                let role = note.role.as_ref().map(|role| format!(", {role}")).unwrap_or_default();
                Ok(out::Note {
                    method: format!("{}{role}", source.tongue.word("NoteMethod", note.method.word())),
                    author: source.name(note.author)?,
                    on: day(note.stamp.at),
                    text: note.text.to_string(),
                })
            })
            .collect::<Result<_, Stop>>()?,
        samples: paper
            .samples
            .iter()
            .map(|sample| out::Sample {
                population: sample.population.to_string(),
                population_size: Some(sample.population_size),
                size: sample.size,
                selection: sample.basis.to_string(),
                result: source.tongue.deviations(sample.deviations),
            })
            .collect(),
    })
}

pub(super) fn demanded(source: &Source<'_>, review: &DocumentReview) -> Result<out::DocumentReview, Stop> {
    let items = review.items.iter().map(|item| {
        let places = item.evidence.iter().map(|id| {
            Ok(match source.world.find::<Evidence>(*id)? {
                Some(evidence) => out::Place {
                    path: evidence.name.to_string(),
                    heading: None,
                    sha256: digest_of(&evidence.form),
                },
                None => out::Place { path: source.tongue.erased().to_owned(), heading: None, sha256: None },
            })
        });
        Ok(out::DemandedDocument {
            requirement: requirement(&item.criteria, item.requirement.as_str()),
            item: item.item.to_string(),
            found: extent(item.found),
            places: places.collect::<Result<_, Stop>>()?,
            remark: item.remark.as_ref().map(ToString::to_string),
        })
    });
    let concerns = review.concerns.iter().map(|concern| {
        let about = concern.requirement.as_ref();
        let document = concern.document.map(|id| source.world.find::<Evidence>(id)).transpose()?;
        Ok(out::Concern {
            requirement: about.map(|about| requirement(&about.criteria, about.id.as_str())),
            document: document.map(|found| {
                found.map_or_else(|| source.tongue.erased().to_owned(), |evidence| evidence.name.to_string())
            }),
            missing: concern.missing.to_string(),
            consequence: concern.consequence.to_string(),
        })
    });
    Ok(out::DocumentReview {
        outcome: Some(source.tongue.word("Readiness", review.outcome.word())),
        summary: review.summary.to_string(),
        concerns: concerns.collect::<Result<_, Stop>>()?,
        items: items.collect::<Result<_, Stop>>()?,
        unread: Vec::new(),
    })
}

pub(super) fn register(
    source: &Source<'_>,
    references: &BTreeMap<EvidenceId, String>,
) -> Result<Vec<out::Evidence>, Stop> {
    source
        .evidence
        .iter()
        .map(|evidence| {
            let first = evidence.custody.first();
            let (taken, size_bytes) = match &evidence.form {
                EvidenceForm::Taken { bytes, .. } => (true, u64::try_from(*bytes).ok()),
                EvidenceForm::Seen { .. } => (false, None),
            };
            Ok(out::Evidence {
                reference: references.get(&evidence.id).cloned().unwrap_or_default(),
                title: evidence.name.to_string(),
                source: evidence.source.as_ref().map(ToString::to_string).unwrap_or_default(),
                taken,
                by: first.map(|step| source.actor(&step.stamp)).transpose()?.unwrap_or_default(),
                on: first.map(|step| day(step.stamp.at)).unwrap_or_default(),
                size_bytes,
                sha256: digest_of(&evidence.form),
                classification: Some(source.tongue.word("Classification", evidence.classification.word())),
            })
        })
        .collect()
}
