//! The plan, a request for information and a meeting behind the door, and a complaint.

use std::collections::BTreeMap;

use askama::Template;
use assize_access::Action;
use assize_domain::audit::{Audit, InfoRequest, Meeting, ObjectionOutcome, Plan, PlanState, RequestState};
use assize_domain::auditee::Auditee;
use assize_domain::kernel::id::{MeetingId, RequestId};
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::{Key, World};
use axum::extract::{Path, State};

use super::{Answer, Given, Guest, given, named};
use crate::access::layer::NOTHING;
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::nonce;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::checklist;
use crate::web::pages::findings::path::{Piece, pieces};
use crate::web::pages::plan::{DayShown, ItemShown, days, items};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

// ------------------------------------------------------------------------------------------------------------ the plan

#[derive(Template)]
#[template(path = "door/plan.html")]
struct PlanPage {
    frame: Frame,
    words: Words,
    id: String,
    person: String,
    once: String,
    version: String,
    scope: Option<String>,
    team: Vec<(String, String)>,
    days: Vec<DayShown>,
    zone: String,
    items: Vec<ItemShown>,
    /// Objections, and what became of them.
    objections: Vec<(String, String)>,
    /// Whether it waits for the auditee's answer, and whether an objection is in the way of agreeing.
    waits: bool,
    is_objected: bool,
}

/// `GET /door/plan`.
pub(crate) async fn plan(State(app): State<App>, visitor: Visitor) -> Answer {
    let guest = Guest::of(&visitor)?;
    let asked = app.store.ask(|world| {
        let audit = world.get::<Audit>(guest.audit)?;
        let plan = match *audit.plan() {
            Some(plan) => world.find::<Plan>(plan)?,
            None => None,
        };
        plan.map(|plan| Ok((Key::of(plan.id()), plan_page(world, &visitor, audit, plan)?))).transpose()
    });
    let found = asked.await.map_err(Fault::unanswered)?;
    match found {
        Some((key, page)) if visitor.asker.may(Action::See, key).await? => Ok(html(&page)),
        _ => Err(Fault::not_found(NOTHING)),
    }
}

fn plan_page(world: &World, visitor: &Visitor, audit: &Audit, plan: &Plan) -> Result<PlanPage, Stop> {
    let words = &visitor.words;
    let auditee = world.find::<Auditee>(*audit.auditee())?;
    let nothing: BTreeMap<usize, Vec<Refusal>> = BTreeMap::new();
    world.want(audit.team().iter().map(|member| member.person))?;
    let team = audit.team().iter().map(|member| {
        Ok((named(world, visitor, member.person)?, words.word("TeamRole", member.role.word())))
    });
    let objections = plan.objections().iter().map(|objection| {
        let became = match &objection.outcome {
            ObjectionOutcome::Open => String::new(),
            ObjectionOutcome::Resolved { how, .. } => how.to_string(),
            ObjectionOutcome::Overruled { why, .. } => why.to_string(),
        };
        let outcome = words.word("ObjectionOutcome", objection.outcome.word());
        let said = if became.is_empty() { outcome } else { format!("{outcome}: {became}") };
        (objection.text.to_string(), said)
    });
    let state = words.word("PlanState", plan.state().word());
    Ok(PlanPage {
        frame: Frame::of(visitor, "", words.kind(assize_domain::Kind::Plan)),
        id: plan.id().to_string(),
        person: visitor.person().map(|person| person.to_string()).unwrap_or_default(),
        once: nonce(),
        version: words.with2("plan-version", "number", plan.number().to_string(), "state", state),
        scope: audit.initiation().as_ref().map(|initiation| initiation.scope.to_string()),
        team: team.collect::<Result<_, Stop>>()?,
        zone: plan.sessions().first().map(|session| session.zone.to_string()).unwrap_or_default(),
        days: days(world, words, auditee, plan.sessions(), &nothing)?,
        items: items(words, plan.items()),
        objections: objections.collect(),
        waits: matches!(plan.state(), PlanState::Presented { .. }),
        is_objected: plan.objections().iter().any(|one| one.outcome == ObjectionOutcome::Open),
        words: words.clone(),
    })
}

// ----------------------------------------------------------------------------------------------------------- a request

/// An answer that was given.
struct Answered {
    text: String,
    who: String,
    when: String,
    evidence: Vec<Given>,
}

#[derive(Template)]
#[template(path = "door/request.html")]
struct RequestPage {
    frame: Frame,
    words: Words,
    id: String,
    once: String,
    question: String,
    state: String,
    due: String,
    late: bool,
    /// Why the answer was returned, where it was.
    returned: Option<String>,
    /// Whether an answer is asked for.
    waits: bool,
    answers: Vec<Answered>,
}

/// `GET /door/requests/{id}`.
pub(crate) async fn request(State(app): State<App>, visitor: Visitor, Path(request): Path<String>) -> Answer {
    let guest = Guest::of(&visitor)?;
    let request: RequestId = id(&request)?;
    let today = now(&app)?.date();
    let asked = app.store.ask(|world| {
        let found = world.get::<InfoRequest>(request)?;
        let words = &visitor.words;
        let (waits, returned) = match found.state() {
            RequestState::Asked => (true, None),
            RequestState::Returned { why, .. } => (true, Some(why.to_string())),
            RequestState::Answered | RequestState::Accepted { .. } => (false, None),
        };
        let page = RequestPage {
            frame: Frame::of(&visitor, "", words.kind(assize_domain::Kind::InfoRequest)),
            id: request.to_string(),
            once: nonce(),
            question: found.question().to_string(),
            state: words.word("RequestState", found.state().word()),
            due: words.date(*found.due()),
            late: waits && *found.due() < today,
            returned,
            waits,
            answers: Vec::new(),
            words: words.clone(),
        };
        let answers = found.answers().iter().map(|answer| {
            let who = crate::web::pages::findings::by(world, words, &answer.stamp.by)?;
            let answered = Answered {
                text: answer.text.to_string(),
                who,
                when: words.time(answer.stamp.at),
                evidence: Vec::new(),
            };
            Ok((answered, pieces(world, words, &answer.evidence)?))
        });
        let answers: Vec<(Answered, Vec<Piece>)> = answers.collect::<Result<_, Stop>>()?;
        Ok((*found.audit(), page, answers))
    });
    let (audit, mut page, answers) = asked.await.map_err(Fault::unanswered)?;
    guest.only_of(audit)?;
    for (mut answered, pieces) in answers {
        answered.evidence = given(&visitor, pieces).await?;
        page.answers.push(answered);
    }
    page.waits = page.waits && visitor.asker.may(Action::Answer, Key::of(request)).await?;
    Ok(html(&page))
}

// ----------------------------------------------------------------------------------------------------------- a meeting

#[derive(Template)]
#[template(path = "door/meeting.html")]
struct MeetingPage {
    frame: Frame,
    words: Words,
    id: String,
    once: String,
    held: String,
    place: String,
    /// Who was there, their function, and whether they signed.
    attendance: Vec<(String, String, bool)>,
    agenda: Vec<(String, bool)>,
    minutes: Option<String>,
    /// Whether whoever looks was there and has not signed yet.
    waits: bool,
    has_signed: bool,
}

/// `GET /door/meetings/{id}`.
pub(crate) async fn meeting(State(app): State<App>, visitor: Visitor, Path(meeting): Path<String>) -> Answer {
    let guest = Guest::of(&visitor)?;
    let meeting: MeetingId = id(&meeting)?;
    let asked = app.store.ask(|world| {
        let found = world.get::<Meeting>(meeting)?;
        let words = &visitor.words;
        let signed = |person| found.signed().iter().any(|signed| signed.by.person() == Some(person));
        let attendance = found.attendance().iter().map(|there| {
            Ok((named(world, &visitor, there.person)?, there.function.to_string(), signed(there.person)))
        });
        let was_there = found.attendance().iter().any(|there| there.person == guest.person);
        let agenda =
            found.agenda().iter().map(|item| (checklist::named(words, item.item.as_str()), item.covered));
        let page = MeetingPage {
            frame: Frame::of(&visitor, "", words.word("MeetingKind", found.kind().word())),
            id: meeting.to_string(),
            once: nonce(),
            held: words.time(*found.held()),
            place: found.place().to_string(),
            attendance: attendance.collect::<Result<_, Stop>>()?,
            agenda: agenda.collect(),
            minutes: found.minutes().as_ref().map(ToString::to_string),
            waits: was_there && !signed(guest.person),
            has_signed: signed(guest.person),
            words: words.clone(),
        };
        Ok((*found.audit(), page))
    });
    let (audit, page) = asked.await.map_err(Fault::unanswered)?;
    guest.only_of(audit)?;
    Ok(html(&page))
}

// --------------------------------------------------------------------------------------------------------- a complaint

#[derive(Template)]
#[template(path = "door/complaint.html")]
struct ComplaintPage {
    frame: Frame,
    words: Words,
    audit: String,
    from: String,
    today: String,
    once: String,
}

/// `GET /door/complaint`.
pub(crate) async fn complaint(State(app): State<App>, visitor: Visitor) -> Answer {
    let guest = Guest::of(&visitor)?;
    Ok(html(&ComplaintPage {
        frame: Frame::of(&visitor, "", visitor.words.say("door-complain")),
        words: visitor.words.clone(),
        audit: guest.audit.to_string(),
        from: visitor.name.clone().unwrap_or_default(),
        today: now(&app)?.date().to_string(),
        once: nonce(),
    }))
}
