//! What an audit found as OSCAL assessment results.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::World;
use assize_domain::audit::{Meeting, Message};
use assize_domain::evidence::{Evidence, Note, Paper, PaperPurpose, PaperState, Requirement, Sample};
use assize_domain::finding::{Finding, FindingState};
use assize_domain::kernel::act::Stamp;
use assize_domain::kernel::id::{AuditId, EvidenceId, PaperId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words::{Evaluation, FindingKind, MeetingKind, NoteMethod};
use serde_json::{Value, json};

use super::frame::{Frame, evidence_resource, party, resource};
use super::plan::{activity_id, subjects};
use super::{NAMESPACE, dashed, filled, line, object, prop, token, uuid};

/// The assessment results of an audit as it stands: an observation for each working paper that was concluded, a finding for each
/// requirement and each audit finding, and the evidence by its digest. Drafts and what was withdrawn are not in it. `at` is when the file is made.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn assessment_results(world: &World, audit: AuditId, at: Timestamp) -> Result<Value, Stop> {
    let papers = world.list::<Paper>("audit", audit)?;
    let notes = world.list::<Note>("audit", audit)?;
    let raised = raised(world, audit)?;
    let evidence = world.list::<Evidence>("audit", audit)?;
    let meetings = world.list::<Meeting>("audit", audit)?;
    let messages = world.list::<Message>("audit", audit)?;
    let there = meetings.iter().flat_map(|meeting| meeting.attendance()).map(|one| one.person);
    let told = messages.iter().flat_map(|message| message.told()).copied();
    let authors = notes.iter().map(|note| *note.author());
    let judges = papers.iter().filter_map(|paper| paper.state().evaluation()?.2.by.person());
    let stamps =
        raised.iter().map(|finding| finding.stamp()).chain(messages.iter().map(|message| message.stamp()));
    let hands =
        stamps.chain(meetings.iter().map(|meeting| meeting.stamp())).filter_map(|stamp| stamp.by.person());
    let seers = evidence.iter().filter_map(|one| one.custody().first()?.stamp.by.person());
    let also: BTreeSet<_> =
        there.chain(told).chain(authors).chain(judges).chain(hands).chain(seers).collect();
    let frame = Frame::read(world, audit, at, also)?;
    let mut of_paper: BTreeMap<PaperId, Vec<&Note>> = BTreeMap::new();
    for note in notes {
        of_paper.entry(*note.paper()).or_default().push(note);
    }
    let held: BTreeSet<EvidenceId> = evidence.iter().map(|one| one.id()).collect();
    let subjects = subject_references(&frame);
    let observations = papers.iter().filter_map(|paper| {
        let notes = of_paper.get(&paper.id()).map(Vec::as_slice).unwrap_or_default();
        observation(&frame, paper, notes, (&held, &subjects))
    });
    let begun = meetings.iter().find(|meeting| *meeting.kind() == MeetingKind::Opening);
    let ended = meetings.iter().find(|meeting| *meeting.kind() == MeetingKind::Closing);
    let start = begun.map_or_else(
        || format!("{}T00:00:00.000Z", frame.audit.window().from),
        |meeting| meeting.held().to_string(),
    );
    let open = papers.iter().filter(|paper| matches!(paper.state(), PaperState::Open)).count();
    let conclusions = frame.audit.conclusions().as_ref();
    let description = conclusions.map_or_else(
        || "The audit has no conclusions yet.".to_owned(),
        |conclusions| conclusions.conformity.to_string(),
    );
    let mut props = vec![prop("working-papers-open", open)];
    props.extend(
        conclusions.map(|conclusions| prop("recommendation", dashed(conclusions.recommendation.word()))),
    );
    let mut findings = requirements_met(&papers, &raised);
    findings.extend(raised.iter().flat_map(|finding| of_finding(&frame, finding, &papers)));
    let result = filled([
        ("uuid", Value::from(frame.id("result"))),
        ("title", Value::from(line(frame.audit.title().as_str()))),
        ("description", Value::from(description)),
        ("start", Value::from(start)),
        ("end", Value::from(ended.map(|meeting| meeting.held().to_string()))),
        ("props", Value::from(props)),
        ("reviewed-controls", frame.reviewed(papers.iter().flat_map(|paper| paper.requirements()))),
        ("attestations", attestations(&frame)),
        ("assessment-log", log(&frame, &meetings, &messages)),
        ("observations", observations.collect()),
        ("findings", Value::from(findings)),
    ]);
    let plan = frame.id("assessment-plan");
    let plan_resource = json!({
        "uuid": frame.id("assessment-plan as a resource"),
        "title": "The audit plan as an OSCAL assessment plan",
        "document-ids": [{ "scheme": NAMESPACE, "identifier": plan }],
        "rlinks": [{ "href": "assessment-plan.json", "media-type": "application/json" }],
    });
    let mut resources = vec![plan_resource, frame.management_system_resource()];
    resources.extend(evidence.iter().map(|one| evidence_resource(one)));
    let title = format!("Audit results: {}", frame.audit.title());
    let content = object([
        ("uuid", frame.id("assessment-results").into()),
        ("metadata", frame.metadata(&title, frame.audit.state().word(), Vec::new())),
        ("import-ap", json!({ "href": format!("#{}", frame.id("assessment-plan as a resource")) })),
        ("results", vec![result].into()),
        ("back-matter", object([("resources", resources.into())])),
    ]);
    Ok(object([("assessment-results", content)]))
}

/// The findings of an audit that were raised and stand, in the order of their numbers.
pub(super) fn raised(world: &World, audit: AuditId) -> Result<Vec<&Finding>, Stop> {
    let mut findings = world.list::<Finding>("audit", audit)?;
    findings
        .retain(|finding| !matches!(finding.state(), FindingState::Drafted | FindingState::Withdrawn { .. }));
    findings.sort_by_key(|finding| *finding.number());
    Ok(findings)
}

/// The observation that a working paper is.
fn observation_id(paper: PaperId) -> String {
    uuid(&["paper", &paper.to_string(), "observation"])
}

/// A working paper that was concluded.
fn observation(
    frame: &Frame<'_>,
    paper: &Paper,
    notes: &[&Note],
    (held, subjects): (&BTreeSet<EvidenceId>, &Value),
) -> Option<Value> {
    let (evaluation, reason, stamp) = paper.state().evaluation()?;
    let methods: BTreeSet<&str> = notes.iter().map(|note| method(*note.method())).collect();
    let methods = if methods.is_empty() { BTreeSet::from(["UNKNOWN"]) } else { methods };
    let kind = match paper.purpose() {
        PaperPurpose::PreviousFinding => "historic",
        PaperPurpose::Test | PaperPurpose::Exclusion => "control-objective",
    };
    let mut props = vec![prop("evaluation", dashed(evaluation.word())), prop("activity", activity_id(paper))];
    props.extend(paper.requirements().iter().map(requirement_prop));
    if let PaperState::Reviewed { reviewed, .. } = paper.state() {
        props.push(prop(
            "reviewed",
            reviewed.as_ref().map_or_else(|| "nobody else".to_owned(), |stamp| stamp.at.to_string()),
        ));
    }
    for note in notes {
        props.push(prop("note-method", dashed(note.method().word())));
    }
    let mut text: Vec<String> = notes
        .iter()
        .map(|note| match note.role() {
            Some(role) => format!("{role}: {}", note.text()),
            None => note.text().to_string(),
        })
        .collect();
    text.extend(reason.map(|reason| format!("Reason: {reason}")));
    text.extend(paper.samples().iter().map(sample));
    let description = if text.is_empty() { paper.title().to_string() } else { text.join("\n\n") };
    let relevant: Vec<Value> = paper
        .evidence()
        .iter()
        .filter(|evidence| held.contains(evidence))
        .map(|evidence| {
            let href = format!("#{}", resource(*evidence));
            object([("href", href.into()), ("description", "Evidence attached to the working paper.".into())])
        })
        .collect();
    let who: BTreeSet<String> = notes.iter().map(|note| party(*note.author())).collect();
    let mut actors: Vec<Value> =
        who.into_iter().map(|who| json!({ "type": "party", "actor-uuid": who })).collect();
    if actors.is_empty() {
        actors
            .extend(stamp.by.person().map(|person| json!({ "type": "party", "actor-uuid": party(person) })));
    }
    let origins = if actors.is_empty() { frame.origin(stamp) } else { json!([{ "actors": actors }]) };
    Some(filled([
        ("uuid", Value::from(observation_id(paper.id()))),
        ("title", Value::from(line(paper.title().as_str()))),
        ("description", Value::from(description)),
        ("props", Value::from(props)),
        ("methods", methods.into_iter().collect()),
        ("types", json!([kind])),
        ("origins", origins),
        ("subjects", subjects.clone()),
        ("relevant-evidence", Value::from(relevant)),
        ("collected", Value::from(stamp.at.to_string())),
    ]))
}

/// What was audited, as observations name it.
fn subject_references(frame: &Frame<'_>) -> Value {
    subjects(frame)
        .iter()
        .filter_map(|subject| subject.get("include-subjects")?.as_array().cloned())
        .flatten()
        .collect()
}

/// How information was collected, in OSCAL's words.
const fn method(method: NoteMethod) -> &'static str {
    match method {
        NoteMethod::Interview => "INTERVIEW",
        NoteMethod::Observation | NoteMethod::DocumentReview => "EXAMINE",
        NoteMethod::TechnicalVerification => "TEST",
    }
}

fn sample(sample: &Sample) -> String {
    format!(
        "Sample: {} of {} ({}), {}; deviations: {}",
        sample.size, sample.population_size, sample.population, sample.basis, sample.deviations
    )
}

fn requirement_prop(requirement: &Requirement) -> Value {
    object([
        ("name", "requirement".into()),
        ("ns", NAMESPACE.into()),
        ("value", requirement.id.to_string().into()),
        ("class", token(requirement.criteria.as_str()).into()),
    ])
}

/// A finding for each requirement that all its working papers found met and that no nonconformity is about.
fn requirements_met(papers: &[&Paper], raised: &[&Finding]) -> Vec<Value> {
    fn named(requirement: &Requirement) -> (&str, &str) {
        (requirement.criteria.as_str(), requirement.id.as_str())
    }
    let breached: BTreeSet<(&str, &str)> = raised
        .iter()
        .filter(|finding| finding.text().kind == FindingKind::Nonconformity)
        .flat_map(|finding| finding.text().requirements.iter().map(named))
        .collect();
    type Tested<'p> = (&'p Requirement, Vec<(&'p Paper, Evaluation)>);
    let mut tested: BTreeMap<(&str, &str), Tested<'_>> = BTreeMap::new();
    for paper in papers {
        let Some((evaluation, ..)) = paper.state().evaluation() else { continue };
        for requirement in paper.requirements() {
            let entry = tested.entry(named(requirement)).or_insert_with(|| (requirement, Vec::new()));
            entry.1.push((paper, evaluation));
        }
    }
    tested.retain(|requirement, (_, papers)| {
        !breached.contains(requirement)
            && papers.iter().all(|(_, evaluation)| *evaluation == Evaluation::Conforms)
    });
    let met = |(requirement, papers): (&Requirement, Vec<(&Paper, Evaluation)>)| {
        let related: Vec<Value> = papers
            .iter()
            .map(|(paper, _)| json!({ "observation-uuid": observation_id(paper.id()) }))
            .collect();
        let audit = papers.first().map(|(paper, _)| paper.audit().to_string()).unwrap_or_default();
        let names = ["audit", &audit, "met", requirement.criteria.as_str(), requirement.id.as_str()];
        let about = "Every working paper on the requirement that was concluded found that it is met.";
        object([
            ("uuid", uuid(&names).into()),
            ("title", format!("Conformity: {} {}", requirement.criteria, requirement.id).into()),
            ("description", about.into()),
            ("props", vec![prop("kind", "conformity"), requirement_prop(requirement)].into()),
            ("target", target(requirement, true)),
            ("related-observations", related.into()),
        ])
    };
    tested.into_values().map(met).collect()
}

/// The findings that an audit finding is: one for each of its requirements, as OSCAL's have one target.
pub(super) fn of_finding(frame: &Frame<'_>, finding: &Finding, papers: &[&Paper]) -> Vec<Value> {
    let text = finding.text();
    let observed = papers
        .iter()
        .filter(|paper| text.papers.contains(&paper.id()) && paper.state().evaluation().is_some());
    let related: Vec<Value> =
        observed.map(|paper| json!({ "observation-uuid": observation_id(paper.id()) })).collect();
    let one = |requirement: &Requirement| {
        let met = text.kind != FindingKind::Nonconformity;
        filled([
            ("uuid", Value::from(finding_id(finding, requirement))),
            ("title", Value::from(line(text.title.as_str()))),
            ("description", Value::from(text.statement.to_string())),
            ("props", Value::from(finding_props(frame, finding, Some(requirement)))),
            ("origins", frame.origin(finding.stamp())),
            ("target", target(requirement, met)),
            ("related-observations", Value::from(related.clone())),
            ("remarks", Value::from(text.objective_evidence.as_ref().map(ToString::to_string))),
        ])
    };
    text.requirements.iter().map(one).collect()
}

/// The id of an audit finding's OSCAL finding on one of its requirements.
pub(super) fn finding_id(finding: &Finding, requirement: &Requirement) -> String {
    uuid(&["finding", &finding.id().to_string(), requirement.criteria.as_str(), requirement.id.as_str()])
}

/// What OSCAL has no field for: number, kind, grade with its label, where it stands.
pub(super) fn finding_props(
    frame: &Frame<'_>,
    finding: &Finding,
    requirement: Option<&Requirement>,
) -> Vec<Value> {
    let text = finding.text();
    let mut props = vec![
        prop("finding", finding.id()),
        prop("number", finding.number()),
        prop("kind", dashed(text.kind.word())),
        prop("stage", dashed(finding.state().word())),
        prop("response", dashed(finding.response().word())),
    ];
    if let Some(key) = &text.grade {
        props.push(prop("grade", key));
        props.extend(
            frame.programme.policy().grade(key).map(|grade| prop("grade-label", line(grade.label.as_str()))),
        );
    }
    props.extend(requirement.map(requirement_prop));
    props.extend(text.breaches.iter().map(|breach| prop("breach", breach)));
    props
}

fn target(requirement: &Requirement, met: bool) -> Value {
    json!({
        "type": "objective-id",
        "target-id": token(requirement.id.as_str()),
        "status": { "state": if met { "satisfied" } else { "not-satisfied" } },
    })
}

/// The conclusions, as whoever drew them attests them.
fn attestations(frame: &Frame<'_>) -> Value {
    let Some(conclusions) = frame.audit.conclusions() else { return Value::Null };
    let part = |name: &str, prose: String| json!({ "name": name, "ns": NAMESPACE, "prose": prose });
    let mut parts = vec![
        part("conformity", conclusions.conformity.to_string()),
        part("effectiveness", conclusions.effectiveness.to_string()),
        part("trends", conclusions.trends.to_string()),
    ];
    parts.extend(
        conclusions.recommendation_reason.as_ref().map(|why| part("recommendation-reason", why.to_string())),
    );
    parts.extend(conclusions.objectives.iter().map(|outcome| {
        json!({ "name": "objective", "ns": NAMESPACE, "title": outcome.objective.to_string(), "prose": outcome.reason.to_string(),
            "props": [prop("met", outcome.met.word())] })
    }));
    let who: Vec<Value> = conclusions
        .stamp
        .by
        .person()
        .iter()
        .map(|person| json!({ "role-id": "leader", "party-uuids": [party(*person)] }))
        .collect();
    json!([filled([("responsible-parties", Value::from(who)), ("parts", Value::from(parts))])])
}

/// Meetings and what was communicated.
fn log(frame: &Frame<'_>, meetings: &[&Meeting], messages: &[&Message]) -> Value {
    let entry = |names: [&str; 2],
                 title: String,
                 text: Option<String>,
                 at: &Timestamp,
                 by: &Stamp,
                 props: Vec<Value>| {
        let value = filled([
            ("uuid", Value::from(uuid(&names))),
            ("title", Value::from(title)),
            ("description", Value::from(text)),
            ("start", Value::from(at.to_string())),
            ("props", Value::from(props)),
            ("logged-by", frame.logged_by(by)),
        ]);
        (*at, value)
    };
    let mut entries: Vec<(Timestamp, Value)> = meetings
        .iter()
        .map(|meeting| {
            let mut props =
                vec![prop("meeting", meeting.kind().word()), prop("place", line(meeting.place().as_str()))];
            props.extend(meeting.attendance().iter().map(|one| prop("attended-by", party(one.person))));
            let text = meeting.minutes().as_ref().map(ToString::to_string);
            let title = format!("Meeting: {}", meeting.kind().word());
            entry(["meeting", &meeting.id().to_string()], title, text, meeting.held(), meeting.stamp(), props)
        })
        .collect();
    entries.extend(messages.iter().map(|message| {
        let mut props = vec![prop("message", dashed(message.kind().word()))];
        props.extend(message.told().iter().map(|person| prop("told", party(*person))));
        let title = format!("Communication: {}", message.kind().word().replace('_', " "));
        let text = Some(message.text().to_string());
        entry(
            ["message", &message.id().to_string()],
            title,
            text,
            &message.stamp().at,
            message.stamp(),
            props,
        )
    }));
    if entries.is_empty() {
        return Value::Null;
    }
    entries.sort_by_key(|(at, _)| *at);
    object([("entries", entries.into_iter().map(|(_, entry)| entry).collect())])
}
