//! Audit trails: adopted from a catalogue, and followed in an audit with one sampled case.
//!
//! A trail is a list of tests in the order in which experienced auditors follow a case: a new joiner from the contract to the first
//! review of access, a risk from its identification to its monitoring. Following one shows the seams between tests. The case is a
//! record of its own; what is found at a step stands in the working paper of its test.

use std::collections::{BTreeMap, BTreeSet};

use super::{AuditTest, AuditTrail, CaseStep, Paper, TrailCase, TrailStep};
use super::{auditing_member, conducting, not_over};
use crate::audit::Audit;
use crate::auditee::organization_id;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::{Corrupt, Datum};
use crate::kernel::entry::canonical;
use crate::kernel::id::{AuditId, AuditTrailId, OrganizationId, PaperId, TrailCaseId, digest_uuid};
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::kernel::text::{Line, TestId, Text, TrailId};
use crate::registry::Event;

rules! {
    TRAIL_STEPS = "trail.steps", "ISO 19011:2018 A.2", "a trail of at least two tests, each gone to once";
    TRAIL_TESTS = "trail.tests", "house rule", "steps to tests that were adopted";
    TRAIL_ONCE = "trail.once", "house rule", "one version of a trail in one act";
    TRAIL_RETIRED = "trail.retired", "house rule", "a trail that has not been retired";
    TRAIL_PAPERS = "trail.papers", "ISO 19011:2018 6.3.4", "working papers of the audit on at least two of the trail's tests";
    TRAIL_STEP = "trail.step", "ISO 19011:2018 6.4.7", "a step of the case that has a working paper in the audit";
}

/// The fewest steps that make a trail.
const TRAIL_STEPS_MIN: usize = 2;

data! {
    /// An audit trail as a catalogue gives it.
    pub struct TrailText {
        /// Its id in the catalogue.
        trail: TrailId,
        /// The question it answers.
        title: Line,
        /// What one case is, and how to choose it.
        case: Text,
        /// What it shows that its tests by themselves do not.
        about: Text,
        /// Its steps, in the order in which they are gone.
        steps: Vec<TrailStep>,
    }
}

command! {
    /// Adopts audit trails from a catalogue. A version that was adopted before is left as it is; the other versions of the trail are
    /// retired, and cases that are followed along them go on.
    pub struct AdoptTrails("trail.adopt") {
        /// The trails.
        trails: Vec<TrailText>,
    }

    /// Retires a trail: no new case is followed along it.
    pub struct RetireTrail("trail.retire" on audit_trail) {
        /// The trail.
        audit_trail: AuditTrailId,
    }

    /// Chooses a case to be followed along a trail in an audit. Steps whose tests the audit has no working paper on are kept as
    /// such, so that the break in the trail is seen. By an auditor of the team.
    pub struct FollowTrail("trail.follow") {
        /// The audit.
        audit: AuditId,
        /// The trail.
        trail: AuditTrailId,
        /// Which case: the number of a ticket, a role and a date.
        case: Line,
        /// How it was chosen, and from what.
        basis: Text,
    }

    /// Records what was seen of the case at a step; recording again replaces it, and the journal keeps both. By an auditor of the
    /// team, while the audit is conducted.
    pub struct RecordTrailStep("trail.record_step" on trail_case) {
        /// The case.
        trail_case: TrailCaseId,
        /// The test of the step.
        test: TestId,
        /// What was seen.
        seen: Text,
    }
}

event! {
    /// A version of an audit trail was adopted.
    pub struct TrailAdopted("trail.adopted" v 1, audit_trail) {
        /// Its id.
        audit_trail: AuditTrailId,
        /// The organization.
        organization: OrganizationId,
        /// The trail.
        text: TrailText,
    }

    /// A version of an audit trail was retired.
    pub struct TrailRetired("trail.retired" v 1, audit_trail) {
        /// Its id.
        audit_trail: AuditTrailId,
    }

    /// A case was chosen to be followed along a trail.
    pub struct TrailFollowed("trail.followed" v 1, trail_case in audit) {
        /// The case.
        trail_case: TrailCaseId,
        /// The audit.
        audit: AuditId,
        /// The trail.
        trail: AuditTrailId,
        /// Which case.
        case: Line,
        /// How it was chosen, and from what.
        basis: Text,
        /// Its steps, in the order of the trail.
        steps: Vec<CaseStep>,
    }

    /// What was seen of a case at a step was recorded.
    pub struct TrailStepRecorded("trail.step_recorded" v 1, trail_case in audit) {
        /// The case.
        trail_case: TrailCaseId,
        /// The audit.
        audit: AuditId,
        /// The test of the step.
        test: TestId,
        /// What was seen.
        seen: Text,
    }
}

/// The id of a version of a trail: the same wherever it is adopted.
#[must_use]
pub fn audit_trail_id(text: &TrailText) -> AuditTrailId {
    digest_uuid("assize-audit-trail/1", &[&canonical(&text.to_json())]).into()
}

impl Decide for AdoptTrails {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let organization = organization_id();
        self.check(world)?;
        let mut versions: BTreeMap<&TrailId, Vec<&AuditTrail>> = BTreeMap::new();
        for trail in world.list::<AuditTrail>("organization", organization)? {
            versions.entry(&trail.trail).or_default().push(trail);
        }
        let mut events: Vec<Event> = Vec::new();
        for text in &self.trails {
            let audit_trail = audit_trail_id(text);
            let versions = versions.get(&text.trail).map(Vec::as_slice).unwrap_or_default();
            match versions.iter().find(|version| version.id == audit_trail) {
                // Retired by somebody, or by a version that came later: it is not brought back unasked.
                Some(there) if there.retired => continue,
                Some(_) => {}
                None => events.push(TrailAdopted { audit_trail, organization, text: text.clone() }.into()),
            }
            let before = versions.iter().filter(|version| version.id != audit_trail && !version.retired);
            events.extend(before.map(|version| TrailRetired { audit_trail: version.id }.into()));
        }
        Ok(events)
    }
}

impl AdoptTrails {
    fn check(&self, world: &World) -> Result<(), Stop> {
        let tests = world.list::<AuditTest>("organization", organization_id())?;
        let known: BTreeSet<&TestId> = tests.into_iter().map(|test| &test.test).collect();
        let mut check = Check::new();
        let mut seen = BTreeSet::new();
        for (index, text) in self.trails.iter().enumerate() {
            check.that(
                seen.insert(&text.trail),
                &TRAIL_ONCE,
                format!("/trails/{index}/trail"),
                say!("`{id}` stands twice", id = &text.trail),
                "adopt the version that is to be used",
            );
            check.that(
                text.steps.len() >= TRAIL_STEPS_MIN,
                &TRAIL_STEPS,
                format!("/trails/{index}/steps"),
                say!("`{trail}` has {count} steps", trail = &text.trail, count = text.steps.len()),
                "name the tests that a case is taken to, one after the other",
            );
            let mut gone: BTreeSet<&TestId> = BTreeSet::new();
            for (n, step) in text.steps.iter().enumerate() {
                let at = format!("/trails/{index}/steps/{n}/test");
                check.that(
                    gone.insert(&step.test),
                    &TRAIL_STEPS,
                    &at,
                    say!("the trail goes to `{test}` twice", test = &step.test),
                    "make one step of the two",
                );
                check.that(
                    known.contains(&step.test),
                    &TRAIL_TESTS,
                    &at,
                    say!("no test `{test}` was adopted", test = &step.test),
                    "adopt it first with `test.adopt`, or name another",
                );
            }
        }
        check.done()
    }
}

impl Apply for TrailAdopted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let TrailText { trail, title, case, about, steps } = self.text.clone();
        world.add(AuditTrail {
            id: self.audit_trail,
            organization: self.organization,
            trail,
            title,
            case,
            about,
            steps,
            stamp: stamp.clone(),
            retired: false,
        })
    }
}

fn in_use(trail: &AuditTrail, hint: impl Into<Said>) -> Result<(), Stop> {
    if trail.retired {
        let what = say!("this version of `{id}` is retired", id = &trail.trail);
        return Err(Refusal::new(&TRAIL_RETIRED, what, hint).into());
    }
    Ok(())
}

impl Decide for RetireTrail {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        in_use(world.get::<AuditTrail>(self.audit_trail)?, "nothing more is needed")?;
        Ok(vec![TrailRetired { audit_trail: self.audit_trail }.into()])
    }
}

impl Apply for TrailRetired {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<AuditTrail>(self.audit_trail, |trail| trail.retired = true)
    }
}

impl Decide for FollowTrail {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        not_over(audit)?;
        auditing_member(audit, ctx)?;
        let trail = world.get::<AuditTrail>(self.trail)?;
        in_use(trail, "follow the version that is in use")?;
        let papers = papers_by_test(world, self.audit)?;
        let step = |step: &TrailStep| CaseStep {
            test: step.test.clone(),
            carry: step.carry.clone(),
            paper: papers.get(&step.test).copied(),
            seen: None,
            recorded: None,
        };
        let steps: Vec<CaseStep> = trail.steps.iter().map(step).collect();
        let with_paper = steps.iter().filter(|step| step.paper.is_some()).count();
        if with_paper < TRAIL_STEPS_MIN {
            return Err(Refusal::new(
                &TRAIL_PAPERS,
                say!(
                    "the audit has working papers on {with_paper} of the {count} tests",
                    with_paper,
                    count = steps.len()
                ),
                "make the papers first with `papers.make`, or follow a trail through what is audited",
            )
            .at("/trail")
            .into());
        }
        let (case, basis) = (self.case.clone(), self.basis.clone());
        let trail_case = ctx.id()?;
        Ok(vec![
            TrailFollowed { trail_case, audit: self.audit, trail: self.trail, case, basis, steps }.into(),
        ])
    }
}

/// The audit's papers that were made from tests, by the ids of the tests in the catalogue.
fn papers_by_test(world: &World, audit: AuditId) -> Result<BTreeMap<TestId, PaperId>, Stop> {
    let papers = world.list::<Paper>("audit", audit)?;
    world.want(papers.iter().filter_map(|paper| paper.test))?;
    let mut by_test = BTreeMap::new();
    for paper in papers {
        if let Some(test) = paper.test {
            by_test.insert(world.get::<AuditTest>(test)?.test.clone(), paper.id);
        }
    }
    Ok(by_test)
}

impl Apply for TrailFollowed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(TrailCase {
            id: self.trail_case,
            audit: self.audit,
            trail: self.trail,
            case: self.case.clone(),
            basis: self.basis.clone(),
            steps: self.steps.clone(),
            stamp: stamp.clone(),
        })
    }
}

impl Decide for RecordTrailStep {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let case = world.get::<TrailCase>(self.trail_case)?;
        let audit = world.get::<Audit>(case.audit)?;
        conducting(audit)?;
        auditing_member(audit, ctx)?;
        let step = case.steps.iter().find(|step| step.test == self.test);
        if step.is_none_or(|step| step.paper.is_none()) {
            return Err(Refusal::new(
                &TRAIL_STEP,
                say!("the case has no step to `{test}` with a working paper", test = &self.test),
                "name the test of a step that has one; the others are breaks in the trail",
            )
            .at("/test")
            .into());
        }
        let (test, seen) = (self.test.clone(), self.seen.clone());
        Ok(vec![TrailStepRecorded { trail_case: self.trail_case, audit: case.audit, test, seen }.into()])
    }
}

impl Apply for TrailStepRecorded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<TrailCase>(self.trail_case, |case| {
            for step in case.steps.iter_mut().filter(|step| step.test == self.test) {
                step.seen = Some(self.seen.clone());
                step.recorded = Some(stamp.clone());
            }
        })
    }
}
