//! The nonconformities of an audit and what is done about them as an OSCAL plan of action and milestones.

use std::collections::BTreeSet;

use assize_domain::World;
use assize_domain::evidence::{Evidence, Paper};
use assize_domain::finding::{Finding, FindingState, Judgement, StepText};
use assize_domain::kernel::act::Stamp;
use assize_domain::kernel::id::{AuditId, EvidenceId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::words::FindingKind;
use serde_json::{Value, json};

use super::frame::{Frame, evidence_resource, party, resource};
use super::results::{finding_id, finding_props, of_finding, raised};
use super::{filled, line, prop, uuid};

/// The plan of action and milestones of an audit: an item, a risk and the findings for each nonconformity that was raised, with
/// every step of its follow-up that was taken. `at` is when the file is made.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn plan_of_action(world: &World, audit: AuditId, at: Timestamp) -> Result<Value, Stop> {
    let mut findings = raised(world, audit)?;
    findings.retain(|finding| finding.text().kind == FindingKind::Nonconformity);
    let stamps = findings.iter().flat_map(|finding| steps(finding)).filter_map(|step| step.stamp.by.person());
    let owners = findings.iter().filter_map(|finding| finding.action().as_ref().map(|action| action.owner));
    let authors = findings.iter().filter_map(|finding| finding.stamp().by.person());
    let also: BTreeSet<_> = stamps.chain(owners).chain(authors).collect();
    let frame = Frame::read(world, audit, at, also)?;
    let papers: Vec<&Paper> = Vec::new();
    let named: BTreeSet<EvidenceId> = findings
        .iter()
        .flat_map(|finding| steps(finding))
        .flat_map(|step| step.evidence.iter().copied())
        .collect();
    let evidence = world.list::<Evidence>("audit", audit)?;
    let resources: Vec<Value> = std::iter::once(frame.management_system_resource())
        .chain(evidence.iter().filter(|one| named.contains(&one.id())).map(|one| evidence_resource(one)))
        .collect();
    let held: BTreeSet<EvidenceId> = evidence.iter().map(|one| one.id()).collect();
    let items: Vec<Value> = findings.iter().map(|finding| item(&frame, finding)).collect();
    let items = if items.is_empty() {
        // OSCAL wants at least one item.
        vec![
            json!({ "title": "No nonconformity was raised", "description": "The audit has raised no nonconformity.",
            "props": [prop("none", "true")] }),
        ]
    } else {
        items
    };
    let title = format!("Nonconformities: {}", frame.audit.title());
    Ok(json!({ "plan-of-action-and-milestones": filled([
        ("uuid", Value::from(frame.id("plan of action"))),
        ("metadata", frame.metadata(&title, frame.audit.state().word(), Vec::new())),
        ("import-ssp", frame.import_ssp()),
        ("risks", findings.iter().map(|finding| risk(&frame, finding, &held)).collect()),
        ("findings", findings.iter().flat_map(|finding| with_risk(&frame, finding, &papers)).collect()),
        ("poam-items", Value::from(items)),
        ("back-matter", json!({ "resources": resources })),
    ]) }))
}

/// A step of the follow-up that was taken.
struct Step<'f> {
    name: &'static str,
    text: String,
    evidence: &'f [EvidenceId],
    stamp: &'f Stamp,
}

/// The steps of a finding's follow-up that were taken, in their order.
fn steps(finding: &Finding) -> Vec<Step<'_>> {
    fn said<'f>(name: &'static str, step: Option<&'f StepText>) -> Option<Step<'f>> {
        step.map(|step| Step {
            name,
            text: step.text.to_string(),
            evidence: &step.evidence,
            stamp: &step.stamp,
        })
    }
    fn judged<'f>(name: &'static str, step: Option<&'f Judgement>) -> Option<Step<'f>> {
        step.map(|step| Step {
            name,
            text: step.text.to_string(),
            evidence: &step.evidence,
            stamp: &step.stamp,
        })
    }
    let planned = finding.action().as_ref().map(|action| Step {
        name: "action_planned",
        text: action.text.to_string(),
        evidence: &[],
        stamp: &action.stamp,
    });
    let accepted = finding.plan_accepted().as_ref().map(|stamp| Step {
        name: "plan_accepted",
        text: "The plan was accepted.".to_owned(),
        evidence: &[],
        stamp,
    });
    let closed = match finding.state() {
        FindingState::Closed { closed } => Some(Step {
            name: "closed",
            text: "The nonconformity was closed.".to_owned(),
            evidence: &[],
            stamp: closed,
        }),
        _ => None,
    };
    let rejected = finding.rejections().iter().map(|rejection| Step {
        name: "rejected",
        text: format!("{} was not accepted: {}", rejection.step.word().replace('_', " "), rejection.reason),
        evidence: &[],
        stamp: &rejection.stamp,
    });
    let mut steps: Vec<Step<'_>> = [
        said("corrected", finding.correction().as_ref()),
        said("cause_found", finding.cause().as_ref()),
        planned,
        accepted,
        said("implemented", finding.implementation().as_ref()),
        judged("verified", finding.verification().as_ref()),
        judged("effectiveness_checked", finding.effectiveness().as_ref()),
        closed,
    ]
    .into_iter()
    .flatten()
    .chain(rejected)
    .collect();
    steps.sort_by_key(|step| step.stamp.at);
    steps
}

fn risk_id(finding: &Finding) -> String {
    uuid(&["finding", &finding.id().to_string(), "risk"])
}

/// Where a nonconformity stands, in OSCAL's words.
fn status(finding: &Finding) -> &'static str {
    match finding.state() {
        FindingState::Drafted | FindingState::Raised | FindingState::Acknowledged => "open",
        FindingState::Corrected | FindingState::CauseFound | FindingState::ActionPlanned => "investigating",
        FindingState::PlanAccepted
        | FindingState::Implemented
        | FindingState::Verified
        | FindingState::EffectivenessChecked => "remediating",
        FindingState::Closed { .. } | FindingState::Withdrawn { .. } => "closed",
    }
}

/// The end of a day, which is when something due on it is late.
fn end_of(day: Date) -> String {
    format!("{day}T23:59:59.999Z")
}

fn risk(frame: &Frame<'_>, finding: &Finding, held: &BTreeSet<EvidenceId>) -> Value {
    let text = finding.text();
    let due = finding.due().as_ref();
    let entries: Vec<Value> = steps(finding)
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let evidence: Vec<Value> = step
                .evidence
                .iter()
                .filter(|evidence| held.contains(evidence))
                .map(|evidence| json!({ "href": format!("#{}", resource(*evidence)), "rel": "evidence" }))
                .collect();
            filled([
                (
                    "uuid",
                    Value::from(uuid(&["finding", &finding.id().to_string(), "step", &index.to_string()])),
                ),
                ("title", Value::from(step.name.replace('_', " "))),
                ("description", Value::from(step.text.as_str())),
                ("start", Value::from(step.stamp.at.to_string())),
                ("links", Value::from(evidence)),
                ("logged-by", frame.logged_by(step.stamp)),
            ])
        })
        .collect();
    filled([
        ("uuid", Value::from(risk_id(finding))),
        ("title", Value::from(line(text.title.as_str()))),
        ("description", Value::from(text.statement.to_string())),
        ("statement", Value::from(text.statement.to_string())),
        ("props", Value::from(finding_props(frame, finding, None))),
        ("status", Value::from(status(finding))),
        ("origins", frame.origin(finding.stamp())),
        ("deadline", Value::from(due.map(|due| end_of(due.implement)))),
        ("remediations", remediations(finding)),
        ("risk-log", if entries.is_empty() { Value::Null } else { json!({ "entries": entries }) }),
    ])
}

/// The corrective action as planned, with its milestones.
fn remediations(finding: &Finding) -> Value {
    let Some(action) = finding.action() else { return Value::Null };
    let id = |part: &str| uuid(&["finding", &finding.id().to_string(), part]);
    let done = matches!(
        finding.state(),
        FindingState::Implemented
            | FindingState::Verified
            | FindingState::EffectivenessChecked
            | FindingState::Closed { .. }
    );
    let milestone = |name: &str, title: &str, by: Date| json!({ "uuid": id(name), "type": "milestone", "title": title, "timing": { "on-date": { "date": end_of(by) } } });
    let mut tasks = vec![milestone("implemented by", "Implemented by its owner", action.due)];
    tasks.extend(
        finding
            .due()
            .as_ref()
            .and_then(|due| due.effectiveness)
            .map(|by| milestone("effective by", "Effectiveness checked", by)),
    );
    json!([{
        "uuid": id("action"),
        "lifecycle": if done { "completed" } else { "planned" },
        "title": "Corrective action",
        "description": action.text.to_string(),
        "props": [prop("owner", party(action.owner))],
        "origins": [{ "actors": [{ "type": "party", "actor-uuid": party(action.owner) }] }],
        "tasks": tasks,
    }])
}

/// The findings of a nonconformity, each with its risk.
fn with_risk(frame: &Frame<'_>, finding: &Finding, papers: &[&Paper]) -> Vec<Value> {
    let mut findings = of_finding(frame, finding, papers);
    for one in findings.iter_mut().filter_map(Value::as_object_mut) {
        one.insert("related-risks".to_owned(), json!([{ "risk-uuid": risk_id(finding) }]));
    }
    findings
}

fn item(frame: &Frame<'_>, finding: &Finding) -> Value {
    let text = finding.text();
    let mut props = finding_props(frame, finding, None);
    if let Some(due) = finding.due() {
        props.push(prop("acknowledge-by", due.acknowledge));
        props.push(prop("plan-by", due.plan));
        props.push(prop("implement-by", due.implement));
        props.extend(due.effectiveness.map(|by| prop("effectiveness-by", by)));
    }
    let related: Vec<Value> = text
        .requirements
        .iter()
        .map(|requirement| json!({ "finding-uuid": finding_id(finding, requirement) }))
        .collect();
    filled([
        ("uuid", Value::from(uuid(&["finding", &finding.id().to_string(), "item"]))),
        ("title", Value::from(line(text.title.as_str()))),
        ("description", Value::from(text.statement.to_string())),
        ("props", Value::from(props)),
        ("related-findings", Value::from(related)),
        ("related-risks", json!([{ "risk-uuid": risk_id(finding) }])),
    ])
}
