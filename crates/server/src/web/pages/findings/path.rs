//! The path of a finding, from its first draft to its closing: each step with what came of it, by whom, and by when it is due.

use assize_domain::auditor::Person;
use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::finding::{
    ActionPlan, Finding, FindingStage, FindingState, Judgement, Response, StepText, awaited_at,
};
use assize_domain::kernel::act::Stamp;
use assize_domain::kernel::id::EvidenceId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::words::{FindingKind, FollowUpStep};
use assize_domain::{Key, World};

use super::{by, turn_word};
use crate::web::pages::href;
use crate::web::words::Words;

/// The stages that a nonconformity goes through.
const OF_NONCONFORMITY: &[FindingStage] = &[
    FindingStage::Drafted,
    FindingStage::Raised,
    FindingStage::Acknowledged,
    FindingStage::Corrected,
    FindingStage::CauseFound,
    FindingStage::ActionPlanned,
    FindingStage::PlanAccepted,
    FindingStage::Implemented,
    FindingStage::Verified,
    FindingStage::EffectivenessChecked,
    FindingStage::Closed,
];
/// The stages of what is not followed up.
const OF_OTHERS: &[FindingStage] = &[FindingStage::Drafted, FindingStage::Raised, FindingStage::Acknowledged];

/// A piece of evidence with the ways to it.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// The evidence.
    pub(crate) key: Key,
    pub(crate) name: String,
    pub(crate) href: String,
    /// Taken, or seen and not taken.
    pub(crate) form: String,
    /// Its file, where it was taken.
    pub(crate) file: Option<String>,
}

/// A step that was sent back.
#[derive(Clone, Debug)]
pub(crate) struct Rejected {
    pub(crate) reason: String,
    pub(crate) rejected: String,
    pub(crate) when: String,
    pub(crate) who: String,
}

/// A step of the path.
#[derive(Clone, Debug, Default)]
pub(crate) struct Step {
    /// The name of its stage.
    pub(crate) name: String,
    /// The clause that asks for it.
    pub(crate) clause: &'static str,
    /// `done`, `now` or `ahead`.
    pub(crate) state: &'static str,
    pub(crate) when: Option<String>,
    pub(crate) who: Option<String>,
    /// By when it is due, where it is not done.
    pub(crate) due: Option<String>,
    pub(crate) late: bool,
    /// Who is at turn, where it is not done.
    pub(crate) turn: Option<String>,
    /// What was said at it.
    pub(crate) text: Option<String>,
    /// More of it: labels and texts.
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) evidence: Vec<Piece>,
    pub(crate) rejected: Vec<Rejected>,
}

/// Evidence with the ways to open it.
pub(crate) fn pieces(world: &World, words: &Words, ids: &[EvidenceId]) -> Result<Vec<Piece>, Stop> {
    world.want(ids.iter().copied())?;
    let mut found = Vec::new();
    for id in ids {
        let Some(evidence) = world.find::<Evidence>(*id)? else { continue };
        let taken = matches!(evidence.form(), EvidenceForm::Taken { .. });
        found.push(Piece {
            key: Key::of(*id),
            name: evidence.name().to_string(),
            href: href(Key::of(*id)),
            form: words.word("EvidenceForm", evidence.form().word()),
            file: taken.then(|| format!("/evidence/{id}/file")),
        });
    }
    Ok(found)
}

/// The clause that asks for a stage.
const fn clause(stage: FindingStage) -> &'static str {
    match stage {
        FindingStage::Drafted | FindingStage::Raised | FindingStage::Acknowledged => "ISO 19011:2018 6.4.8",
        FindingStage::Withdrawn => "ISO 19011:2018 6.5.2",
        FindingStage::Corrected => "ISO/IEC 27001:2022 10.2 a)",
        FindingStage::CauseFound => "ISO/IEC 27001:2022 10.2 b)",
        FindingStage::ActionPlanned | FindingStage::PlanAccepted | FindingStage::Closed => {
            "ISO 19011:2018 6.7"
        }
        FindingStage::Implemented => "ISO/IEC 27001:2022 10.2 c)",
        FindingStage::Verified => "ISO/IEC 17021-1:2015 9.4.10",
        FindingStage::EffectivenessChecked => "ISO/IEC 27001:2022 10.2 d)",
    }
}

/// What makes a path.
pub(crate) struct Path<'p> {
    pub(crate) world: &'p World,
    pub(crate) words: &'p Words,
    pub(crate) finding: &'p Finding,
    pub(crate) today: Date,
}

impl Path<'_> {
    /// The steps, those that are still ahead too.
    pub(crate) fn steps(&self) -> Result<Vec<Step>, Stop> {
        let finding = self.finding;
        let stage = finding.state().stage();
        let stages = match finding.text().kind {
            FindingKind::Nonconformity => OF_NONCONFORMITY,
            FindingKind::OpportunityForImprovement | FindingKind::GoodPractice => OF_OTHERS,
        };
        let withdrawn = stage == FindingStage::Withdrawn;
        // Whoever withdraws a finding does so before or after it was raised: its due dates tell which.
        let reached = match stages.iter().position(|one| *one == stage) {
            Some(at) => at,
            None => usize::from(finding.due().is_some()),
        };
        let mut steps = Vec::new();
        for (at, one) in stages.iter().enumerate() {
            if withdrawn && at > reached {
                break;
            }
            let mut step = self.step(*one, at <= reached)?;
            if at > reached {
                let before = stages.get(at - 1).copied().unwrap_or(FindingStage::Drafted);
                self.ahead(&mut step, before, at == reached + 1);
            }
            steps.push(step);
        }
        if let FindingState::Withdrawn { withdrawn, withdrawn_why } = finding.state() {
            let mut step = self.of(FindingStage::Withdrawn, "done");
            self.stamp(&mut step, withdrawn)?;
            step.text = Some(withdrawn_why.to_string());
            steps.push(step);
        }
        Ok(steps)
    }

    fn of(&self, stage: FindingStage, state: &'static str) -> Step {
        Step {
            name: self.words.word("FindingStage", stage.word()),
            clause: clause(stage),
            state,
            ..Step::default()
        }
    }

    /// What is asked for at a step that is not done; `next` is the one that waits.
    fn ahead(&self, step: &mut Step, before: FindingStage, next: bool) {
        let finding = self.finding;
        let due = finding.due().as_ref().and_then(|due| awaited_at(before, due)).map(|(_, by)| by);
        step.state = if next { "now" } else { "ahead" };
        step.due = due.map(|by| self.words.date(by));
        step.late = next && due.is_some_and(|by| by < self.today);
        let disputed = next && matches!(finding.response(), Response::Disputed { .. });
        step.turn = before.turn(finding.text().kind, disputed).map(|turn| turn_word(self.words, turn));
    }

    fn step(&self, stage: FindingStage, done: bool) -> Result<Step, Stop> {
        let finding = self.finding;
        let mut step = self.of(stage, if done { "done" } else { "ahead" });
        step.rejected = self.rejected(stage)?;
        if stage == FindingStage::Acknowledged {
            self.response(&mut step)?;
        }
        if !done {
            return Ok(step);
        }
        match stage {
            FindingStage::Drafted => self.stamp(&mut step, finding.stamp())?,
            FindingStage::Corrected => self.said(&mut step, finding.correction().as_ref())?,
            FindingStage::CauseFound => self.said(&mut step, finding.cause().as_ref())?,
            FindingStage::ActionPlanned => self.planned(&mut step, finding.action().as_ref())?,
            FindingStage::PlanAccepted => {
                if let Some(stamp) = finding.plan_accepted() {
                    self.stamp(&mut step, stamp)?;
                }
            }
            FindingStage::Implemented => self.said(&mut step, finding.implementation().as_ref())?,
            FindingStage::Verified => self.judged(&mut step, finding.verification().as_ref())?,
            FindingStage::EffectivenessChecked => self.judged(&mut step, finding.effectiveness().as_ref())?,
            FindingStage::Closed => {
                if let FindingState::Closed { closed } = finding.state() {
                    self.stamp(&mut step, closed)?;
                }
            }
            // When it was raised, the journal says; what was answered is said above.
            FindingStage::Raised | FindingStage::Acknowledged | FindingStage::Withdrawn => {}
        }
        Ok(step)
    }

    fn stamp(&self, step: &mut Step, stamp: &Stamp) -> Result<(), Stop> {
        step.when = Some(self.words.time(stamp.at));
        step.who = Some(by(self.world, self.words, &stamp.by)?);
        Ok(())
    }

    fn response(&self, step: &mut Step) -> Result<(), Stop> {
        match self.finding.response() {
            Response::None => {}
            Response::Acknowledged { acknowledged } => self.stamp(step, acknowledged)?,
            Response::Disputed { disputed, .. } => {
                let who = by(self.world, self.words, &disputed.by)?;
                let said = self.words.with2("finding-by", "when", self.words.time(disputed.at), "who", who);
                step.facts.push((self.words.word("Response", "disputed"), said));
            }
        }
        if let Some(ruling) = self.finding.upheld() {
            self.stamp(step, &ruling.stamp)?;
            step.facts.push((self.words.field("Finding", "upheld"), ruling.reason.to_string()));
        }
        Ok(())
    }

    fn said(&self, step: &mut Step, said: Option<&StepText>) -> Result<(), Stop> {
        let Some(said) = said else { return Ok(()) };
        self.stamp(step, &said.stamp)?;
        step.text = Some(said.text.to_string());
        step.evidence = pieces(self.world, self.words, &said.evidence)?;
        Ok(())
    }

    fn judged(&self, step: &mut Step, judged: Option<&Judgement>) -> Result<(), Stop> {
        let Some(judged) = judged else { return Ok(()) };
        self.stamp(step, &judged.stamp)?;
        step.text = Some(judged.text.to_string());
        step.evidence = pieces(self.world, self.words, &judged.evidence)?;
        Ok(())
    }

    fn planned(&self, step: &mut Step, action: Option<&ActionPlan>) -> Result<(), Stop> {
        let Some(action) = action else { return Ok(()) };
        self.stamp(step, &action.stamp)?;
        step.text = Some(action.text.to_string());
        let owner = self.world.find::<Person>(action.owner)?.map(|person| person.name().to_string());
        let owner = owner.unwrap_or_else(|| self.words.say("person-erased"));
        step.facts.push((self.words.field("ActionPlan", "owner"), owner));
        step.facts.push((self.words.field("ActionPlan", "due"), self.words.date(action.due)));
        Ok(())
    }

    /// What was sent back at a step.
    fn rejected(&self, stage: FindingStage) -> Result<Vec<Rejected>, Stop> {
        let of = |step: FollowUpStep| match step {
            FollowUpStep::Correction => FindingStage::Corrected,
            FollowUpStep::RootCause => FindingStage::CauseFound,
            FollowUpStep::ActionPlan => FindingStage::ActionPlanned,
            FollowUpStep::Implementation => FindingStage::Implemented,
            FollowUpStep::Effectiveness => FindingStage::EffectivenessChecked,
        };
        let own = self.finding.rejections().iter().filter(|rejection| of(rejection.step) == stage);
        own.map(|rejection| {
            Ok(Rejected {
                reason: rejection.reason.to_string(),
                rejected: rejection.rejected.to_string(),
                when: self.words.time(rejection.stamp.at),
                who: by(self.world, self.words, &rejection.stamp.by)?,
            })
        })
        .collect()
    }
}
