//! Following nonconformities up: correction, root cause, corrective action, verification, effectiveness (ISO 19011:2018 6.7).

use super::compose::grade_of;
use super::respond::judges;
use super::{
    ActionPlanned, CauseGiven, DueDates, EffectivenessChecked, Finding, FindingClosed, FindingCorrected,
    FindingEscalated, FindingImplemented, FindingStage, FindingState, FindingVerified, PlanAccepted,
    Response, StepRejection, StepText,
};
use crate::audit::Audit;
use crate::evidence::Evidence;
use crate::kernel::act::{Ctx, Decide};
use crate::kernel::id::{AuditId, EvidenceId, FindingId, PersonId};
use crate::kernel::macros::{command, words};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Rule, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::kernel::text::{Slug, Text};
use crate::kernel::time::Date;
use crate::policy::Grade;
use crate::programme::Programme;
use crate::registry::Event;
use crate::words::{FindingKind, FollowUpStep};

rules! {
    FOLLOW_UP_ORDER = "follow_up.order", "ISO 19011:2018 6.7", "one step after the other, from correction to effectiveness";
    FOLLOW_UP_KIND = "follow_up.kind", "ISO 19011:2018 6.7", "follow-up of nonconformities";
    FOLLOW_UP_AUDITEE = "follow_up.auditee", "ISO/IEC 17021-1:2015 5.2.5", "correction, cause and action by the auditee, not by the team";
    FOLLOW_UP_AUDITOR = "follow_up.auditor", "ISO 19011:2018 6.7", "plans accepted and actions verified by an auditor of the team or the programme manager";
    FOLLOW_UP_EVIDENCE = "follow_up.evidence", "ISO/IEC 17021-1:2015 9.4.10", "evidence for what was implemented and verified";
    FOLLOW_UP_OWNER = "follow_up.owner", "ISO 19011:2018 4 e)", "actions verified by somebody who does not answer for them";
    ACTION_DUE = "follow_up.due", "ISO 19011:2018 6.7", "an action due after it is planned";
    ESCALATION_GRADE = "follow_up.escalation", "ISO/IEC 17021-1:2015 9.4.10", "an escalation to a graver grade of the scheme";
    EFFECTIVENESS_DUE = "follow_up.effectiveness_due", "ISO/IEC 27001:2022 10.2 d)", "effectiveness checked once the action has had time to work";
}

command! {
    /// The auditee says how the nonconformity was corrected.
    pub struct CorrectFinding("finding.correct" on finding) {
        /// The finding.
        finding: FindingId,
        /// What was done.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// The auditee gives the root cause.
    pub struct GiveCause("finding.give_cause" on finding) {
        /// The finding.
        finding: FindingId,
        /// The root cause and how it was found.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// The auditee plans the corrective action.
    pub struct PlanAction("finding.plan_action" on finding) {
        /// The finding.
        finding: FindingId,
        /// What will be done.
        text: Text,
        /// Who answers for it.
        owner: PersonId,
        /// By when.
        due: Date,
    }

    /// An auditor accepts the plan.
    pub struct AcceptPlan("finding.accept_plan" on finding) {
        /// The finding.
        finding: FindingId,
    }

    /// An auditor does not accept the last step, and says why. The auditee does it again.
    pub struct RejectStep("finding.reject_step" on finding) {
        /// The finding.
        finding: FindingId,
        /// Why.
        reason: Text,
    }

    /// The auditee says that the action was implemented, with evidence.
    pub struct ImplementAction("finding.implement" on finding) {
        /// The finding.
        finding: FindingId,
        /// What was done.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// An auditor verifies the implementation, with evidence.
    pub struct VerifyFinding("finding.verify" on finding) {
        /// The finding.
        finding: FindingId,
        /// What was examined and found.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
    }

    /// An auditor checks that the action works, with evidence.
    pub struct CheckEffectiveness("finding.check_effectiveness" on finding) {
        /// The finding.
        finding: FindingId,
        /// What was examined and found.
        text: Text,
        /// Evidence.
        evidence: Vec<EvidenceId>,
        /// Why it is checked before it is due, if it is.
        early: Option<Text>,
    }

    /// Closes the nonconformity.
    pub struct CloseFinding("finding.close" on finding) {
        /// The finding.
        finding: FindingId,
    }

    /// Raises the grade, such as from minor to major, where the nonconformity is not dealt with.
    pub struct EscalateFinding("finding.escalate" on finding) {
        /// The finding.
        finding: FindingId,
        /// The graver grade.
        grade: Slug,
        /// Why.
        reason: Text,
    }
}

words! {
    /// What of a nonconformity is overdue.
    pub enum Overdue {
        /// The auditee's answer.
        Acknowledgement = "acknowledgement",
        /// Correction, root cause or plan.
        Plan = "plan",
        /// Implementation.
        Implementation = "implementation",
        /// The check of effectiveness.
        Effectiveness = "effectiveness",
    }
}

/// What of a finding is overdue on a day, and since when it was due; nothing where all is in time.
#[must_use]
pub fn overdue(finding: &Finding, today: Date) -> Option<(Overdue, Date)> {
    overdue_at(finding.state.stage(), finding.due.as_ref()?, today)
}

/// The same of a finding that stands at `stage` and has these due dates.
#[must_use]
pub fn overdue_at(stage: FindingStage, due: &DueDates, today: Date) -> Option<(Overdue, Date)> {
    awaited_at(stage, due).filter(|(_, by)| *by < today)
}

/// What is awaited of a finding that stands at `stage`, and by when.
#[must_use]
pub fn awaited_at(stage: FindingStage, due: &DueDates) -> Option<(Overdue, Date)> {
    match stage {
        FindingStage::Raised => Some((Overdue::Acknowledgement, due.acknowledge)),
        FindingStage::Acknowledged
        | FindingStage::Corrected
        | FindingStage::CauseFound
        | FindingStage::ActionPlanned => Some((Overdue::Plan, due.plan)),
        FindingStage::PlanAccepted => Some((Overdue::Implementation, due.implement)),
        FindingStage::Implemented | FindingStage::Verified => {
            Some((Overdue::Effectiveness, due.effectiveness?))
        }
        FindingStage::Drafted
        | FindingStage::EffectivenessChecked
        | FindingStage::Closed
        | FindingStage::Withdrawn => None,
    }
}

/// A finding in follow-up, with its audit and programme.
struct Case<'w> {
    finding: &'w Finding,
    audit: &'w Audit,
    programme: &'w Programme,
    person: PersonId,
    check: Check,
}

impl<'w> Case<'w> {
    fn open(world: &'w World, ctx: &Ctx, finding: FindingId) -> Result<Self, Stop> {
        let finding = world.get::<Finding>(finding)?;
        let audit = world.get::<Audit>(finding.audit)?;
        let programme = world.get::<Programme>(audit.programme)?;
        let mut check = Check::new();
        check.that(
            finding.text.kind == FindingKind::Nonconformity,
            &FOLLOW_UP_KIND,
            "/finding",
            say!("the finding is an `{kind}`", kind = &finding.text.kind),
            "follow nonconformities up; what comes of other findings is the auditee's own affair",
        );
        Ok(Self { finding, audit, programme, person: ctx.person()?, check })
    }

    fn follows(&mut self, states: &[FindingState], next: impl Into<Said>) {
        self.check.that(
            states.contains(&self.finding.state),
            &FOLLOW_UP_ORDER,
            "",
            say!("the nonconformity is `{state}`", state = &self.finding.state),
            next,
        );
    }

    fn by_auditee(&mut self) {
        self.check.that(
            !judges(self.audit, self.person),
            &FOLLOW_UP_AUDITEE,
            "",
            "who answers for the auditee is an auditor of the team",
            "let the auditee answer, or whoever manages the programme and is not in the team record it for them",
        );
    }

    fn by_auditor(&mut self) {
        use crate::words::ProgrammeRoleKind;
        let manages = self
            .programme
            .roles
            .iter()
            .any(|role| role.person == self.person && role.role == ProgrammeRoleKind::Manager);
        self.check.that(
            judges(self.audit, self.person) || manages,
            &FOLLOW_UP_AUDITOR,
            "",
            "who acts is neither an auditor of the team nor the programme manager",
            "let an auditor of the team, or the programme manager, judge it",
        );
        let owner = self.finding.action.as_ref().map(|action| action.owner);
        self.check.that(
            owner != Some(self.person),
            &FOLLOW_UP_OWNER,
            "",
            "who judges the action answers for it",
            "let somebody else judge it",
        );
    }

    fn with_evidence(&mut self, world: &World, evidence: &[EvidenceId], demanded: bool) -> Result<(), Stop> {
        self.check.that(
            !demanded || !evidence.is_empty(),
            &FOLLOW_UP_EVIDENCE,
            "/evidence",
            "there is no evidence",
            "name the evidence: a file, or what was seen but not taken",
        );
        for (index, id) in evidence.iter().enumerate() {
            let at = format!("/evidence/{index}");
            match world.find::<Evidence>(*id)? {
                None => self.check.refuse(
                    Refusal::new(
                        &FOLLOW_UP_EVIDENCE,
                        say!("no evidence has the id `{id}`", id),
                        "take it in first",
                    )
                    .at(at),
                ),
                Some(known) => self.check.that(
                    known.audit == self.audit.id,
                    &FOLLOW_UP_EVIDENCE,
                    at,
                    "the evidence is another audit's",
                    "name evidence of this audit",
                ),
            }
        }
        Ok(())
    }

    fn ids(&self) -> (FindingId, AuditId) {
        (self.finding.id, self.audit.id)
    }
}

const NEXT_ANSWER: &str = "the finding must be acknowledged, or upheld after a dispute, first";

impl Decide for CorrectFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(&[FindingState::Acknowledged], NEXT_ANSWER);
        case.by_auditee();
        case.with_evidence(world, &self.evidence, false)?;
        let (finding, audit) = case.ids();
        case.check.done()?;
        let (text, evidence) = (self.text.clone(), self.evidence.clone());
        Ok(vec![FindingCorrected { finding, audit, text, evidence }.into()])
    }
}

impl Decide for GiveCause {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(&[FindingState::Corrected], "say first how it was corrected, with `finding.correct`");
        case.by_auditee();
        case.with_evidence(world, &self.evidence, false)?;
        let (finding, audit) = case.ids();
        case.check.done()?;
        let (text, evidence) = (self.text.clone(), self.evidence.clone());
        Ok(vec![CauseGiven { finding, audit, text, evidence }.into()])
    }
}

impl Decide for PlanAction {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(&[FindingState::CauseFound], "give the root cause first, with `finding.give_cause`");
        case.by_auditee();
        case.check.that(
            self.due >= ctx.today(),
            &ACTION_DUE,
            "/due",
            say!("`{due}` is past", due = &self.due),
            "give a day that is yet to come",
        );
        world.get::<crate::auditor::Person>(self.owner)?;
        let (finding, audit) = case.ids();
        case.check.done()?;
        let (text, owner, due) = (self.text.clone(), self.owner, self.due);
        Ok(vec![ActionPlanned { finding, audit, text, owner, due }.into()])
    }
}

impl Decide for AcceptPlan {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(
            &[FindingState::ActionPlanned],
            "the auditee plans the action first, with `finding.plan_action`",
        );
        case.by_auditor();
        let (finding, audit) = case.ids();
        case.check.done()?;
        Ok(vec![PlanAccepted { finding, audit }.into()])
    }
}

/// The step that a rejection would send back, and what it said.
fn last_step(finding: &Finding) -> Option<(FollowUpStep, Text)> {
    let text = |step: &Option<StepText>| step.as_ref().map(|step| step.text.clone());
    match finding.state {
        FindingState::Corrected => Some((FollowUpStep::Correction, text(&finding.correction)?)),
        FindingState::CauseFound => Some((FollowUpStep::RootCause, text(&finding.cause)?)),
        FindingState::ActionPlanned => {
            Some((FollowUpStep::ActionPlan, finding.action.as_ref().map(|action| action.text.clone())?))
        }
        FindingState::Implemented => Some((FollowUpStep::Implementation, text(&finding.implementation)?)),
        FindingState::Verified => Some((FollowUpStep::Effectiveness, text(&finding.implementation)?)),
        FindingState::Drafted
        | FindingState::Raised
        | FindingState::Acknowledged
        | FindingState::PlanAccepted
        | FindingState::EffectivenessChecked
        | FindingState::Closed { .. }
        | FindingState::Withdrawn { .. } => None,
    }
}

impl Decide for RejectStep {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.by_auditor();
        let last = last_step(case.finding);
        case.check.that(
            last.is_some(),
            &FOLLOW_UP_ORDER,
            "",
            say!("the nonconformity is `{state}`: no step waits to be judged", state = &case.finding.state),
            "wait for the auditee's next step",
        );
        let (finding, audit) = case.ids();
        case.check.done()?;
        Ok(last
            .map(|(step, rejected)| {
                StepRejection { finding, audit, step, reason: self.reason.clone(), rejected }.into()
            })
            .into_iter()
            .collect())
    }
}

impl Decide for ImplementAction {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(
            &[FindingState::PlanAccepted],
            "the plan must be accepted first, with `finding.accept_plan`",
        );
        case.by_auditee();
        case.with_evidence(world, &self.evidence, true)?;
        let days = grade_of(case.programme, &case.finding.text).map_or(0, |grade| grade.effectiveness_days);
        let (finding, audit) = case.ids();
        case.check.done()?;
        Ok(vec![
            FindingImplemented {
                finding,
                audit,
                text: self.text.clone(),
                evidence: self.evidence.clone(),
                effectiveness_due: ctx.today().plus_days(days),
            }
            .into(),
        ])
    }
}

impl Decide for VerifyFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(
            &[FindingState::Implemented],
            "the auditee implements the action first, with `finding.implement`",
        );
        case.by_auditor();
        case.with_evidence(world, &self.evidence, true)?;
        let (finding, audit) = case.ids();
        case.check.done()?;
        let (text, evidence) = (self.text.clone(), self.evidence.clone());
        Ok(vec![FindingVerified { finding, audit, text, evidence }.into()])
    }
}

impl Decide for CheckEffectiveness {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(&[FindingState::Verified], "verify the implementation first, with `finding.verify`");
        case.by_auditor();
        case.with_evidence(world, &self.evidence, true)?;
        let due = case.finding.due.as_ref().and_then(|due| due.effectiveness);
        case.check.that(
            self.early.is_some() || due.is_none_or(|due| due <= ctx.today()),
            &EFFECTIVENESS_DUE,
            "/early",
            say!("the check is due on {due}", due = due.unwrap_or(ctx.today())),
            "wait until then, or say why it can be judged earlier",
        );
        let (finding, audit) = case.ids();
        case.check.done()?;
        Ok(vec![
            EffectivenessChecked {
                finding,
                audit,
                text: self.text.clone(),
                evidence: self.evidence.clone(),
                early: self.early.clone(),
            }
            .into(),
        ])
    }
}

impl Decide for CloseFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.follows(
            &[FindingState::EffectivenessChecked],
            "check first that the action works, with `finding.check_effectiveness`",
        );
        case.by_auditor();
        let (finding, audit) = case.ids();
        case.check.done()?;
        Ok(vec![FindingClosed { finding, audit }.into()])
    }
}

impl Decide for EscalateFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut case = Case::open(world, ctx, self.finding)?;
        case.by_auditor();
        let closed = matches!(
            case.finding.state,
            FindingState::Drafted | FindingState::Closed { .. } | FindingState::Withdrawn { .. }
        );
        refuse_unless(&mut case.check, !closed, &FOLLOW_UP_ORDER, case.finding);
        let grades = &case.programme.policy.grades;
        let present = grade_of(case.programme, &case.finding.text);
        let graver = grades.iter().find(|grade| grade.key == self.grade);
        let graver = match (present, graver) {
            (Some(present), Some(graver)) if graver.rank < present.rank => Some((present, graver)),
            _ => None,
        };
        if graver.is_none() {
            case.check.refuse(
                Refusal::new(
                    &ESCALATION_GRADE,
                    say!("`{grade}` is no graver grade than the present one", grade = &self.grade),
                    "name a graver grade of the programme's scheme",
                )
                .at("/grade"),
            );
        }
        let (finding, audit) = case.ids();
        case.check.done()?;
        Ok(graver
            .map(|(present, graver)| {
                FindingEscalated {
                    finding,
                    audit,
                    from: present.key.clone(),
                    to: graver.key.clone(),
                    reason: self.reason.clone(),
                    due: case.finding.due.as_ref().map(|due| sooner(due, graver, ctx.today())),
                }
                .into()
            })
            .into_iter()
            .collect())
    }
}

/// The dates of a graver grade from a day on, none of them later than it was.
fn sooner(due: &DueDates, grade: &Grade, today: Date) -> DueDates {
    DueDates {
        acknowledge: due.acknowledge.min(today.plus_days(grade.acknowledge_days)),
        plan: due.plan.min(today.plus_days(grade.plan_days)),
        implement: due.implement.min(today.plus_days(grade.implement_days)),
        effectiveness: due.effectiveness.map(|on| on.min(today.plus_days(grade.effectiveness_days))),
    }
}

fn refuse_unless(check: &mut Check, holds: bool, rule: &'static Rule, finding: &Finding) {
    check.that(
        holds,
        rule,
        "",
        say!("the nonconformity is `{state}`", state = &finding.state),
        "escalate nonconformities that are raised and not closed",
    );
}

/// Whether the auditee's diverging opinion on a finding stands unresolved.
#[must_use]
pub fn diverging_opinion(finding: &Finding) -> Option<&Text> {
    match &finding.response {
        Response::Disputed { opinion, .. } => Some(opinion),
        Response::None | Response::Acknowledged { .. } => None,
    }
}
