//! What lists and counts of working papers show, and nothing else of them: an audit has hundreds, each with samples, evidence and what
//! it serves by a mapping in tables of their own.

use super::{Paper, PaperState, Requirement};
use crate::kernel::brief::Brief;
use crate::kernel::id::{PaperId, PersonId};
use crate::kernel::macros::{data, states};
use crate::kernel::text::Line;
use crate::words::Evaluation;

states! {
    /// Where a working paper stands, by the words of [`PaperState`], with its evaluation.
    pub enum PaperStage {
        /// No evaluation yet.
        Open = "open",
        /// Evaluated.
        Evaluated = "evaluated" {
            /// The evaluation.
            evaluation: Evaluation,
        },
        /// Reviewed.
        Reviewed = "reviewed" {
            /// The evaluation.
            final_evaluation: Evaluation,
        },
    }
}

impl PaperStage {
    /// Whether it has no evaluation yet.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// The evaluation, once there is one.
    #[must_use]
    pub const fn evaluation(&self) -> Option<Evaluation> {
        match self {
            Self::Open => None,
            Self::Evaluated { evaluation } | Self::Reviewed { final_evaluation: evaluation } => {
                Some(*evaluation)
            }
        }
    }
}

data! {
    /// A working paper as one of many: whose it is, and where it stands.
    pub struct PaperStanding {
        /// Its id.
        id: PaperId,
        /// The question.
        title: Line,
        /// Whose it is.
        assignee: Option<PersonId>,
        /// Where it stands.
        state: PaperStage,
    }

    /// A working paper as a list of them shows it.
    pub struct PaperOutline {
        /// Its id.
        id: PaperId,
        /// The question.
        title: Line,
        /// The requirements of the audit's criteria that it serves.
        requirements: Vec<Requirement>,
        /// About how many minutes it takes.
        minutes: u32,
        /// Whose it is.
        assignee: Option<PersonId>,
        /// Where it stands.
        state: PaperStage,
    }
}

impl Brief for PaperStanding {
    type Of = Paper;
    fn of(paper: &Paper) -> Self {
        let state = (&paper.state).into();
        Self { id: paper.id, title: paper.title.clone(), assignee: paper.assignee, state }
    }
}

impl Brief for PaperOutline {
    type Of = Paper;
    fn of(paper: &Paper) -> Self {
        Self {
            id: paper.id,
            title: paper.title.clone(),
            requirements: paper.requirements.clone(),
            minutes: paper.minutes,
            assignee: paper.assignee,
            state: (&paper.state).into(),
        }
    }
}

impl From<&PaperState> for PaperStage {
    fn from(state: &PaperState) -> Self {
        match state {
            PaperState::Open => Self::Open,
            PaperState::Evaluated { evaluation, .. } => Self::Evaluated { evaluation: *evaluation },
            PaperState::Reviewed { final_evaluation, .. } => {
                Self::Reviewed { final_evaluation: *final_evaluation }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::brief::tests::check;
    use crate::kernel::record::World;
    use crate::registry::AnyRecord;
    use crate::testing::life;

    #[test]
    fn briefs_of_papers_are_parts_of_them_all_their_lives() {
        let mut world = World::complete();
        let mut seen = Vec::new();
        for (stamp, event) in &life::lived().journal {
            event.apply(&mut world, stamp).unwrap();
            for (_, held) in world.all() {
                let AnyRecord::Paper(paper) = &held.record else { continue };
                if !seen.contains(paper) {
                    check::<PaperStanding>(paper);
                    check::<PaperOutline>(paper);
                    let whole = paper.state.evaluation().map(|(evaluation, _, _)| evaluation);
                    assert_eq!(PaperStage::from(&paper.state).evaluation(), whole);
                    assert_eq!(PaperStage::from(&paper.state).word(), paper.state.word());
                    seen.push(paper.clone());
                }
            }
        }
        let states: std::collections::BTreeSet<&str> = seen.iter().map(|paper| paper.state.word()).collect();
        assert_eq!(states.into_iter().collect::<Vec<_>>(), ["evaluated", "open", "reviewed"]);
    }
}
