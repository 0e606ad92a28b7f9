//! Requests for information: asked, answered, accepted or returned (ISO 19011:2018 6.2.2, 6.4.7).

use super::people::{AUDIT_CONTACT, OVER, RUNNING, in_state, is_contact, member};
use super::{Answer, Audit, InfoRequest, RequestState};
use crate::auditor::Person;
use crate::evidence::{Evidence, FIELDWORK_MEMBER};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, EvidenceId, PersonId, RequestId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::kernel::text::Text;
use crate::kernel::time::Date;
use crate::registry::Event;

rules! {
    REQUEST_DUE = "request.due", "ISO 19011:2018 6.2.2", "a day by which the answer is needed that is yet to come";
    REQUEST_STATE = "request.state", "ISO 19011:2018 6.4.7", "requests asked, then answered, then accepted or returned";
    REQUEST_EVIDENCE = "request.evidence", "ISO 19011:2018 6.4.7", "evidence of the audit in which it is given";
    REQUEST_ANSWER = "request.answer", "ISO 19011:2018 6.2.2", "an answer by the person who was asked, or by another contact of the auditee";
}

command! {
    /// Asks the auditee for information.
    pub struct AskRequest("request.ask") {
        /// The audit.
        audit: AuditId,
        /// To whom.
        to: PersonId,
        /// What is asked.
        question: Text,
        /// By when.
        due: Date,
    }

    /// Answers a request.
    pub struct AnswerRequest("request.answer") {
        /// The request.
        request: RequestId,
        /// The answer.
        text: Text,
        /// Evidence given with it.
        evidence: Vec<EvidenceId>,
    }

    /// Accepts an answer.
    pub struct AcceptAnswer("request.accept" on request) {
        /// The request.
        request: RequestId,
    }

    /// Returns an answer with the reason.
    pub struct ReturnAnswer("request.return" on request) {
        /// The request.
        request: RequestId,
        /// Why.
        why: Text,
    }
}

event! {
    /// Information was asked for.
    pub struct RequestAsked("request.asked" v 1, request in audit) {
        /// The request.
        request: RequestId,
        /// The audit.
        audit: AuditId,
        /// To whom.
        to: PersonId,
        /// What is asked.
        question: Text,
        /// By when.
        due: Date,
    }

    /// A request was answered.
    pub struct RequestAnswered("request.answered" v 1, request in audit) {
        /// The request.
        request: RequestId,
        /// The audit.
        audit: AuditId,
        /// The answer.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// An answer was accepted.
    pub struct AnswerAccepted("request.accepted" v 1, request in audit) {
        /// The request.
        request: RequestId,
        /// The audit.
        audit: AuditId,
    }

    /// An answer was returned.
    pub struct AnswerReturned("request.returned" v 1, request in audit) {
        /// The request.
        request: RequestId,
        /// The audit.
        audit: AuditId,
        /// Why.
        why: Text,
    }
}

fn by_auditor(audit: &Audit, ctx: &Ctx) -> Result<(), Stop> {
    let person = ctx.person()?;
    if member(audit, person).is_some_and(|member| super::people::audits(member.role)) {
        return Ok(());
    }
    Err(Refusal::new(
        &FIELDWORK_MEMBER,
        "who acts is no auditor of the team",
        "let the leader or an auditor of the team do it",
    )
    .into())
}

fn state_is(request: &InfoRequest, states: &[&str], hint: impl Into<Said>) -> Result<(), Stop> {
    if states.contains(&request.state.word()) {
        return Ok(());
    }
    Err(Refusal::new(&REQUEST_STATE, say!("the request is `{state}`", state = &request.state), hint).into())
}

impl Decide for AskRequest {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, RUNNING, OVER)?;
        by_auditor(audit, ctx)?;
        named::<Person>(world, self.to, "/to")?;
        let mut check = Check::new();
        check.that(
            is_contact(world, audit, self.to)?,
            &AUDIT_CONTACT,
            "/to",
            "the person is no contact of the auditee",
            "ask one of its contacts",
        );
        check.that(
            self.due >= ctx.today(),
            &REQUEST_DUE,
            "/due",
            "the answer would have been due before it is asked",
            "give today or a later day",
        );
        check.done()?;
        Ok(vec![
            RequestAsked {
                request: ctx.id()?,
                audit: self.audit,
                to: self.to,
                question: self.question.clone(),
                due: self.due,
            }
            .into(),
        ])
    }
}

impl Apply for RequestAsked {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(InfoRequest {
            id: self.request,
            audit: self.audit,
            to: self.to,
            question: self.question.clone(),
            due: self.due,
            asked: stamp.clone(),
            state: RequestState::Asked,
            answers: Vec::new(),
        })
    }
}

impl Decide for AnswerRequest {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let request = world.get::<InfoRequest>(self.request)?;
        let audit = world.get::<Audit>(request.audit)?;
        in_state(audit, RUNNING, OVER)?;
        state_is(request, &["asked", "returned"], "wait until the answer is accepted or returned")?;
        let person = ctx.person()?;
        let mut check = Check::new();
        check.that(
            person == request.to || is_contact(world, audit, person)?,
            &REQUEST_ANSWER,
            "",
            "who acts was not asked and is no contact of the auditee",
            "let the person answer who was asked",
        );
        for (n, evidence) in self.evidence.iter().enumerate() {
            let at = format!("/evidence/{n}");
            let known = named::<Evidence>(world, *evidence, &at)?;
            check.that(
                known.audit == request.audit,
                &REQUEST_EVIDENCE,
                at,
                "the evidence is another audit's",
                "name evidence of this audit",
            );
        }
        check.done()?;
        Ok(vec![
            RequestAnswered {
                request: self.request,
                audit: request.audit,
                text: self.text.clone(),
                evidence: self.evidence.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for RequestAnswered {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<InfoRequest>(self.request, |request| {
            request.answers.push(Answer {
                text: self.text.clone(),
                evidence: self.evidence.clone(),
                stamp: stamp.clone(),
            });
            request.state = RequestState::Answered;
        })
    }
}

impl Decide for AcceptAnswer {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let request = world.get::<InfoRequest>(self.request)?;
        by_auditor(world.get::<Audit>(request.audit)?, ctx)?;
        state_is(request, &["answered"], "only an answer that waits for a judgement is accepted")?;
        Ok(vec![AnswerAccepted { request: self.request, audit: request.audit }.into()])
    }
}

impl Apply for AnswerAccepted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<InfoRequest>(self.request, |request| {
            request.state = RequestState::Accepted { accepted: stamp.clone() };
        })
    }
}

impl Decide for ReturnAnswer {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let request = world.get::<InfoRequest>(self.request)?;
        by_auditor(world.get::<Audit>(request.audit)?, ctx)?;
        state_is(request, &["answered"], "only an answer that waits for a judgement is returned")?;
        Ok(vec![AnswerReturned { request: self.request, audit: request.audit, why: self.why.clone() }.into()])
    }
}

impl Apply for AnswerReturned {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<InfoRequest>(self.request, |request| {
            request.state = RequestState::Returned { returned: stamp.clone(), why: self.why.clone() };
        })
    }
}
