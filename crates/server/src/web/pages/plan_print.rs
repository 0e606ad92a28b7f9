//! The plan on paper: in the language of the audit, for whoever is audited.

use std::collections::BTreeMap;

use askama::Template;
use assize_domain::audit::{Audit, Plan, PlanState};
use assize_domain::auditee::{Auditee, Organization, organization_id};
use assize_domain::kernel::id::{AuditId, PlanId};
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::kernel::text::Line;
use assize_domain::{Key, World};
use axum::extract::{Path, State};
use axum::response::Response;

use super::act_href;
use super::fieldwork::{name, stamped};
use super::plan::{DayShown, ItemShown, days, items};
use crate::app::App;
use crate::problem::Fault;
use crate::query::id;
use crate::web::frame::{Frame, Sign};
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{Language, Words};

#[derive(Template)]
#[template(path = "plan_print.html")]
struct PrintPage {
    frame: Frame,
    words: Words,
    /// Whose plan it is, with the address and the footer of its documents.
    sign: Option<Sign>,
    address: Option<String>,
    footer: Option<String>,
    audit: AuditId,
    /// The text of the way back.
    back: String,
    title: String,
    auditee: String,
    version: Option<String>,
    stamp: Option<String>,
    facts: Vec<(String, String)>,
    objectives: Vec<String>,
    team: Vec<(String, String)>,
    zone: String,
    days: Vec<DayShown>,
    items: Vec<ItemShown>,
    /// The version that waits for the auditee's answer.
    waits: Option<PlanId>,
    /// What whoever looks may answer: the words of the act, and where it is done.
    answers: Vec<(String, String)>,
}

/// `GET /audits/{id}/plan/print`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let page = app.store.ask(|world| view(world, &visitor, audit)).await;
    let mut page = page.map_err(Fault::unanswered)?;
    if let Some(plan) = page.waits {
        let back = format!("/audits/{audit}");
        for name in ["plan.agree", "plan.object"] {
            if visitor.asker.may_give(name, Key::of(plan)).await? {
                let href = act_href(name, &[("plan", &plan.to_string())], &back);
                page.answers.push((page.words.command(name), href));
            }
        }
    }
    Ok(html(&page))
}

fn view(world: &World, visitor: &Visitor, id: AuditId) -> Result<PrintPage, Stop> {
    let audit = world.get::<Audit>(id)?;
    let auditee = world.find::<Auditee>(*audit.auditee())?;
    let plan = match *audit.plan() {
        Some(plan) => Some(world.get::<Plan>(plan)?),
        None => None,
    };
    let initiation = audit.initiation().as_ref();
    let language = initiation.and_then(|initiation| Language::of_tag(initiation.language.as_str()));
    let sessions = plan.map(|plan| plan.sessions().as_slice()).unwrap_or_default();
    let zone = sessions.first().map_or("UTC", |session| session.zone.as_str());
    let words = Words::new(language.unwrap_or(visitor.words.language), zone);
    let nothing: BTreeMap<usize, Vec<Refusal>> = BTreeMap::new();
    let mut facts = vec![
        (words.field("Audit", "audit_type"), words.word("AuditType", audit.audit_type().word())),
        (words.field("Audit", "window"), words.period(audit.window())),
    ];
    if let Some(initiation) = initiation {
        let criteria: Vec<String> = initiation.criteria.iter().map(ToString::to_string).collect();
        facts.extend([
            (words.field("Initiation", "client"), name(world, &words, initiation.client)?),
            (words.field("Initiation", "criteria"), criteria.join(", ")),
            (words.field("Initiation", "scope"), initiation.scope.to_string()),
            (words.field("Initiation", "method"), words.word("AuditMethod", initiation.method.word())),
        ]);
    }
    let objectives = initiation.map(|initiation| initiation.objectives.as_slice()).unwrap_or_default();
    world.want(audit.team().iter().map(|member| member.person))?;
    let team = audit
        .team()
        .iter()
        .map(|member| Ok((name(world, &words, member.person)?, words.word("TeamRole", member.role.word()))));
    let version = plan.map(|plan| {
        let state = words.word("PlanState", plan.state().word());
        words.with2("plan-version", "number", plan.number().to_string(), "state", state)
    });
    let stamp = plan.and_then(|plan| match plan.state() {
        PlanState::Draft | PlanState::Superseded => None,
        PlanState::Presented { presented } => Some(presented),
        PlanState::Agreed { agreed } => Some(agreed),
    });
    let frame = Frame::outside(&words, &words.with("plan-print-title", "audit", audit.title().as_str()));
    let letterhead = world
        .find::<Organization>(organization_id())?
        .and_then(|organization| organization.letterhead().as_ref());
    let line = |line: Option<&Line>| line.map(ToString::to_string);
    Ok(PrintPage {
        frame,
        sign: visitor.house.as_ref().map(Sign::of),
        address: line(letterhead.and_then(|letterhead| letterhead.address.as_ref())),
        footer: line(letterhead.and_then(|letterhead| letterhead.footer.as_ref())),
        audit: id,
        back: words.say("plan-print-back"),
        title: audit.title().to_string(),
        auditee: auditee.map(|auditee| auditee.name().to_string()).unwrap_or_default(),
        version,
        stamp: stamp.map(|stamp| stamped(world, &words, stamp)).transpose()?,
        facts,
        objectives: objectives.iter().map(|objective| objective.text.to_string()).collect(),
        team: team.collect::<Result<_, Stop>>()?,
        zone: zone.to_owned(),
        days: days(world, &words, auditee, sessions, &nothing)?,
        items: plan.map(|plan| items(&words, plan.items())).unwrap_or_default(),
        waits: plan.filter(|plan| matches!(plan.state(), PlanState::Presented { .. })).map(Plan::id),
        answers: Vec::new(),
        words,
    })
}
