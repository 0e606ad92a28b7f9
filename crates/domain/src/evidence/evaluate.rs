//! Evaluating a working paper, and having it reviewed (ISO 19011:2018 6.4.8).

use super::{Paper, PaperState, auditing_member, conducting};
use crate::audit::{Audit, AuditState};
use crate::finding::{Finding, FindingState};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, PaperId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::Text;
use crate::programme::{Programme, ProgrammeRole};
use crate::registry::Event;
use crate::words::{Evaluation, FindingKind, ProgrammeRoleKind, TeamRole};

rules! {
    PAPER_EVIDENCE = "paper.evidence", "ISO 19011:2018 6.4.8", "evidence for every conformity and nonconformity";
    PAPER_REASON = "paper.reason", "ISO 19011:2018 6.5.1", "a reason for what does not apply or was not audited";
    PAPER_OPEN = "paper.open", "ISO 19011:2018 6.4.8", "one evaluation, changed only by reopening the paper";
    PAPER_EVALUATED = "paper.evaluated", "ISO 19011:2018 6.4.8", "a paper that has been evaluated";
    PAPER_REVIEWER = "paper.reviewer", "ISO 19011:2018 4 e)", "a reviewer who did not prepare the paper";
    PAPER_TRAINEE = "paper.trainee", "ISO 19011:2018 5.5.4", "papers of auditors in training reviewed by those who direct them";
    PAPER_FINDING = "paper.finding", "ISO 19011:2018 6.4.8", "an evaluation that its nonconformities agree with";
}

command! {
    /// Evaluates a paper.
    pub struct EvaluatePaper("paper.evaluate" on paper) {
        /// The paper.
        paper: PaperId,
        /// The evaluation.
        evaluation: Evaluation,
        /// The reason; demanded where it was not audited or does not apply.
        reason: Option<Text>,
    }

    /// Reviews a paper that somebody else prepared. In an audit of one auditor, marks that nobody else reviewed it.
    pub struct ReviewPaper("paper.review" on paper) {
        /// The paper.
        paper: PaperId,
    }

    /// Opens an evaluated or reviewed paper again, with the reason.
    pub struct ReopenPaper("paper.reopen" on paper) {
        /// The paper.
        paper: PaperId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A paper was evaluated.
    pub struct PaperEvaluated("paper.evaluated" v 1, paper in audit) {
        /// The paper.
        paper: PaperId,
        /// The audit.
        audit: AuditId,
        /// The evaluation.
        evaluation: Evaluation,
        /// The reason.
        reason: Option<Text>,
    }

    /// A paper was reviewed.
    pub struct PaperReviewed("paper.reviewed" v 1, paper in audit) {
        /// The paper.
        paper: PaperId,
        /// The audit.
        audit: AuditId,
        /// Whether nobody but its preparer could review it.
        alone: bool,
    }

    /// A paper was opened again.
    pub struct PaperReopened("paper.reopened" v 1, paper in audit) {
        /// The paper.
        paper: PaperId,
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }
}

impl Decide for EvaluatePaper {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let paper = world.get::<Paper>(self.paper)?;
        let audit = world.get::<Audit>(paper.audit)?;
        conducting(audit)?;
        auditing_member(audit, ctx)?;
        let mut check = Check::new();
        check.that(
            matches!(paper.state, PaperState::Open),
            &PAPER_OPEN,
            "/paper",
            say!("the paper is `{state}` already", state = &paper.state),
            "reopen it first with `paper.reopen`, with the reason",
        );
        match self.evaluation {
            Evaluation::Conforms | Evaluation::DoesNotConform => check.that(
                !paper.evidence.is_empty(),
                &PAPER_EVIDENCE,
                "/evaluation",
                say!("`{evaluation}` rests on no evidence", evaluation = &self.evaluation),
                "attach evidence with `paper.attach`: a file, or what was seen but not taken",
            ),
            Evaluation::NotApplicable | Evaluation::NotAudited => check.that(
                self.reason.is_some(),
                &PAPER_REASON,
                "/reason",
                say!("`{evaluation}` has no reason", evaluation = &self.evaluation),
                "say why; the report prints it",
            ),
        }
        check.done()?;
        let (evaluation, reason) = (self.evaluation, self.reason.clone());
        Ok(vec![PaperEvaluated { paper: self.paper, audit: audit.id, evaluation, reason }.into()])
    }
}

impl Apply for PaperEvaluated {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Paper>(self.paper, |paper| {
            paper.state = PaperState::Evaluated {
                evaluation: self.evaluation,
                reason: self.reason.clone(),
                evaluated: stamp.clone(),
            };
        })
    }
}

/// Refuses where papers can no longer be reviewed: they are while the audit is conducted, and until it is completed.
fn reviewable(audit: &Audit) -> Result<(), Stop> {
    if matches!(audit.state, AuditState::Reporting { .. }) { Ok(()) } else { conducting(audit) }
}

/// The acting person: an auditor of the team, or a technical reviewer of the programme.
fn reviewer(world: &World, audit: &Audit, ctx: &Ctx) -> Result<PersonId, Stop> {
    let person = ctx.person()?;
    let programme = world.get::<Programme>(audit.programme)?;
    let reviews =
        |role: &ProgrammeRole| role.person == person && role.role == ProgrammeRoleKind::TechnicalReviewer;
    if programme.roles.iter().any(reviews) { Ok(person) } else { auditing_member(audit, ctx) }
}

impl Decide for ReviewPaper {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let paper = world.get::<Paper>(self.paper)?;
        let audit = world.get::<Audit>(paper.audit)?;
        reviewable(audit)?;
        let reviewer = reviewer(world, audit, ctx)?;
        let PaperState::Evaluated { evaluated, .. } = &paper.state else {
            return Err(Refusal::new(
                &PAPER_EVALUATED,
                say!("the paper is `{state}`, not `evaluated`", state = &paper.state),
                "evaluate it first with `paper.evaluate`",
            )
            .into());
        };
        let preparer = evaluated.by.person();
        let role = |person| audit.team.iter().find(|member| Some(member.person) == person);
        let others = audit.team.iter().any(|member| {
            Some(member.person) != preparer && matches!(member.role, TeamRole::Leader | TeamRole::Auditor)
        });
        let alone = !others;
        let mut check = Check::new();
        check.that(
            alone || preparer != Some(reviewer),
            &PAPER_REVIEWER,
            "",
            "who reviews the paper has prepared it",
            "let another auditor of the team review it",
        );
        let directed_by =
            role(preparer).filter(|member| member.role == TeamRole::Trainee).and_then(|m| m.directed_by);
        let leads = role(Some(reviewer)).is_some_and(|member| member.role == TeamRole::Leader);
        check.that(
            directed_by.is_none_or(|director| director == reviewer || leads),
            &PAPER_TRAINEE,
            "",
            "the paper of an auditor in training is reviewed by somebody who does not direct them",
            "let the leader or whoever directs them review it",
        );
        let reviews_as_trainee = role(Some(reviewer)).is_some_and(|member| member.role == TeamRole::Trainee);
        check.that(
            !reviews_as_trainee,
            &PAPER_TRAINEE,
            "",
            "an auditor in training reviews no papers",
            "let the leader or an auditor review it",
        );
        check.done()?;
        Ok(vec![PaperReviewed { paper: self.paper, audit: audit.id, alone }.into()])
    }
}

impl Apply for PaperReviewed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Paper>(self.paper, |paper| {
            if let PaperState::Evaluated { evaluation, reason, evaluated } = &paper.state {
                paper.state = PaperState::Reviewed {
                    final_evaluation: *evaluation,
                    final_reason: reason.clone(),
                    prepared: evaluated.clone(),
                    reviewed: (!self.alone).then(|| stamp.clone()),
                };
            }
        })
    }
}

impl Decide for ReopenPaper {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let paper = world.get::<Paper>(self.paper)?;
        let audit = world.get::<Audit>(paper.audit)?;
        conducting(audit)?;
        auditing_member(audit, ctx)?;
        let mut check = Check::new();
        check.that(
            !matches!(paper.state, PaperState::Open),
            &PAPER_EVALUATED,
            "/paper",
            "the paper is open",
            "nothing more is needed",
        );
        let mut raised = world.list::<Finding>("papers", self.paper)?;
        raised.retain(|finding| {
            finding.text.kind == FindingKind::Nonconformity
                && !matches!(finding.state, FindingState::Drafted | FindingState::Withdrawn { .. })
        });
        if let Some(finding) = raised.first() {
            check.refuse(Refusal::new(
                &PAPER_FINDING,
                say!("nonconformity {number} rests on the paper's evaluation", number = &finding.number),
                "withdraw the nonconformity first with `finding.withdraw`, with the reason",
            ));
        }
        check.done()?;
        Ok(vec![PaperReopened { paper: self.paper, audit: audit.id, reason: self.reason.clone() }.into()])
    }
}

impl Apply for PaperReopened {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Paper>(self.paper, |paper| paper.state = PaperState::Open)
    }
}
