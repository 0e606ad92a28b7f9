//! The audit plan as an OSCAL assessment plan.

use assize_domain::World;
use assize_domain::audit::{Plan, Session, checklists};
use assize_domain::evidence::{AuditTest, Paper};
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use serde_json::{Value, json};

use super::frame::Frame;
use super::{dashed, filled, line, object, prop, token, uuid};

/// The assessment plan of an audit as it stands: the present version of its plan, and its working papers as activities. `at` is when the
/// file is made.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn assessment_plan(world: &World, audit: AuditId, at: Timestamp) -> Result<Value, Stop> {
    let plan = world.get::<assize_domain::audit::Audit>(audit)?.plan();
    let plan = plan.map(|plan| world.get::<Plan>(plan)).transpose()?;
    let sessions = plan.map(|plan| plan.sessions().as_slice()).unwrap_or_default();
    let there = sessions.iter().flat_map(|session| session.auditors.iter().chain(&session.contacts)).copied();
    let frame = Frame::read(world, audit, at, there)?;
    let papers = world.list::<Paper>("audit", audit)?;
    world.want(papers.iter().filter_map(|paper| *paper.test()))?;
    let activities = papers.iter().map(|paper| activity(&frame, paper)).collect::<Result<Vec<_>, Stop>>()?;
    let title = format!("Audit plan: {}", frame.audit.title());
    let version = plan.map_or_else(|| "0".to_owned(), |plan| plan.number().to_string());
    let mut props = vec![prop("days-planned", frame.audit.days_planned())];
    props.extend(plan.map(|plan| prop("plan-state", plan.state().word())));
    let objectives = frame.initiation.map(|initiation| initiation.objectives.as_slice()).unwrap_or_default();
    let mut terms: Vec<Value> = objectives
        .iter()
        .map(|objective| json!({ "name": "objective", "ns": super::NAMESPACE, "title": objective.key.to_string(), "prose": objective.text.to_string() }))
        .collect();
    terms.extend(plan.iter().flat_map(|plan| plan.items()).map(term));
    let content = filled([
        ("uuid", Value::from(frame.id("assessment-plan"))),
        ("metadata", frame.metadata(&title, &version, props)),
        ("import-ssp", frame.import_ssp()),
        ("local-definitions", filled_or_null("activities", activities)),
        ("terms-and-conditions", filled_or_null("parts", terms)),
        ("reviewed-controls", frame.reviewed(papers.iter().flat_map(|paper| paper.requirements()))),
        ("assessment-subjects", Value::from(subjects(&frame))),
        ("tasks", sessions.iter().map(|session| task(&frame, session, &papers)).collect()),
        ("back-matter", json!({ "resources": [frame.management_system_resource()] })),
    ]);
    Ok(object([("assessment-plan", content)]))
}

/// An object of one list, or nothing where the list is empty.
fn filled_or_null(name: &str, items: Vec<Value>) -> Value {
    if items.is_empty() { Value::Null } else { object([(name, items.into())]) }
}

/// The activity that a working paper is.
pub(super) fn activity_id(paper: &Paper) -> String {
    uuid(&["paper", &paper.id().to_string(), "activity"])
}

fn activity(frame: &Frame<'_>, paper: &Paper) -> Result<Value, Stop> {
    let test = match *paper.test() {
        Some(test) => frame.world.find::<AuditTest>(test)?,
        None => None,
    };
    let mut props = vec![prop("purpose", dashed(paper.purpose().word())), prop("minutes", paper.minutes())];
    props.extend(
        test.iter().flat_map(|test| [prop("test", test.test()), prop("test-sha-256", test.digest())]),
    );
    let objective = test.map_or_else(|| paper.title().to_string(), |test| test.objective().to_string());
    let who = frame.roles_of(paper.assignee().as_slice());
    let requirements = paper.requirements();
    Ok(filled([
        ("uuid", Value::from(activity_id(paper))),
        ("title", Value::from(line(paper.title().as_str()))),
        ("description", Value::from(objective)),
        ("props", Value::from(props)),
        (
            "related-controls",
            if requirements.is_empty() { Value::Null } else { frame.reviewed(requirements) },
        ),
        ("responsible-roles", who),
    ]))
}

/// An item of the plan, or why it says nothing.
fn term(item: &assize_domain::audit::PlanItem) -> Value {
    let known = checklists::PLAN.iter().find(|known| known.id == item.item.as_str());
    let mut props = Vec::new();
    if item.omitted.is_some() {
        props.push(prop("omitted", "true"));
    }
    let prose = item.text.as_ref().or(item.omitted.as_ref()).map(ToString::to_string).unwrap_or_default();
    filled([
        ("name", Value::from(token(item.item.as_str()))),
        ("ns", Value::from(super::NAMESPACE)),
        ("title", Value::from(known.map(|known| known.text).unwrap_or_default())),
        ("props", Value::from(props)),
        ("prose", Value::from(prose)),
    ])
}

/// What is audited: the auditee, and its sites in scope.
pub(super) fn subjects(frame: &Frame<'_>) -> Vec<Value> {
    let mut subjects = vec![json!({ "type": "party",
        "include-subjects": [{ "subject-uuid": frame.auditee_party(), "type": "party" }] })];
    let chosen = frame.initiation.map(|initiation| initiation.part.sites.as_slice()).unwrap_or_default();
    let sites = frame.auditee.sites().iter().filter(|site| chosen.is_empty() || chosen.contains(&site.key));
    let sites: Vec<Value> = sites
        .map(|site| json!({ "subject-uuid": frame.location(site.key.as_str()), "type": "location" }))
        .collect();
    if !sites.is_empty() {
        subjects.push(json!({ "type": "location", "include-subjects": sites }));
    }
    subjects
}

/// The id of a session as a task.
fn task_id(frame: &Frame<'_>, session: &Session) -> String {
    frame.id(&format!("session {}", session.key))
}

/// A session as a task, with the working papers on its requirements.
fn task(frame: &Frame<'_>, session: &Session, papers: &[&Paper]) -> Value {
    let its = papers.iter().filter(|paper| {
        paper.requirements().iter().any(|requirement| session.requirements.contains(&requirement.id))
    });
    let at: Vec<Value> = match &session.site {
        Some(site) => {
            let subject = json!({ "subject-uuid": frame.location(site.as_str()), "type": "location" });
            vec![json!({ "type": "location", "include-subjects": [subject] })]
        }
        None => subjects(frame).into_iter().take(1).collect(),
    };
    let associated: Vec<Value> =
        its.map(|paper| json!({ "activity-uuid": activity_id(paper), "subjects": at })).collect();
    let mut props = vec![
        prop("method", dashed(session.method.word())),
        prop("time-zone", &session.zone),
        prop("session", &session.key),
    ];
    props.extend(session.requirements.iter().map(|requirement| prop("requirement", requirement)));
    let there: Vec<PersonId> = session.auditors.iter().chain(&session.contacts).copied().collect();
    filled([
        ("uuid", Value::from(task_id(frame, session))),
        ("type", Value::from("action")),
        ("title", Value::from(line(session.subject.as_str()))),
        ("description", Value::from(session.place.to_string())),
        ("props", Value::from(props)),
        (
            "timing",
            json!({ "within-date-range": { "start": session.start.to_string(), "end": session.end.to_string() } }),
        ),
        ("associated-activities", Value::from(associated)),
        ("responsible-roles", frame.roles_of(&there)),
    ])
}
