//! The cases that an audit follows along trails, as the desk shows them: to filter by, and step by step on each paper.

use assize_domain::evidence::{AuditTrail, TrailCase};
use assize_domain::kernel::id::{AuditId, PaperId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::{Key, World};

use super::{act_href, href};
use crate::web::form::Choice;

/// The cases of an audit, in the order in which they were chosen.
pub(super) struct Cases<'w> {
    all: Vec<(&'w TrailCase, String)>,
}

/// A step of a case on the paper of its test.
pub(super) struct StepShown {
    /// The question of the trail.
    pub(super) trail: String,
    /// Which case.
    pub(super) case: String,
    /// The page of the case.
    pub(super) href: String,
    /// The place of the step in the trail, from 1, and how many there are.
    pub(super) place: (usize, usize),
    /// What of the case to take here.
    pub(super) carry: String,
    /// What was seen of it.
    pub(super) seen: Option<String>,
    /// The form to record that.
    pub(super) record: String,
}

impl<'w> Cases<'w> {
    pub(super) fn of(world: &'w World, audit: AuditId) -> Result<Self, Stop> {
        let cases = world.list::<TrailCase>("audit", audit)?;
        world.want(cases.iter().map(|case| *case.trail()))?;
        let named = cases.into_iter().map(|case| {
            let trail = world.find::<AuditTrail>(*case.trail())?;
            Ok((case, trail.map(|trail| trail.title().to_string()).unwrap_or_default()))
        });
        Ok(Self { all: named.collect::<Result<_, Stop>>()? })
    }

    /// To choose one of them.
    pub(super) fn choices(&self) -> Vec<Choice> {
        self.all.iter().map(|(case, _)| Choice::new(case.id().to_string(), case.case().to_string())).collect()
    }

    /// The papers that a case leads to, in its order; none where there is no such case.
    pub(super) fn papers(&self, id: &str) -> Option<Vec<PaperId>> {
        let (case, _) = self.all.iter().find(|(case, _)| case.id().to_string() == id)?;
        Some(case.steps().iter().filter_map(|step| step.paper).collect())
    }

    /// The steps that lead to a paper.
    pub(super) fn at(&self, paper: PaperId, back: &str) -> Vec<StepShown> {
        let mut shown = Vec::new();
        for (case, trail) in &self.all {
            let of = case.steps().len();
            let here = case.steps().iter().enumerate().filter(|(_, step)| step.paper == Some(paper));
            shown.extend(here.map(|(n, step)| StepShown {
                trail: trail.clone(),
                case: case.case().to_string(),
                href: href(Key::of(case.id())),
                place: (n + 1, of),
                carry: step.carry.to_string(),
                seen: step.seen.as_ref().map(ToString::to_string),
                record: act_href(
                    "trail.record_step",
                    &[("trail_case", &case.id().to_string()), ("test", step.test.as_str())],
                    back,
                ),
            }));
        }
        shown
    }
}
