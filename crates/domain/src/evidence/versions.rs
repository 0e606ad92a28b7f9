//! Moving a working paper to another version of its audit test. Audits under way keep the version that their papers were made
//! from; whoever audits may move a paper that is still open, and the journal says from which version to which.

use super::serving::Serving;
use super::{
    AuditTest, Paper, PaperPurpose, PaperState, Requirement, ServedByMapping, auditing_member, not_over,
};
use crate::audit::Audit;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, AuditTestId, PaperId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::Line;
use crate::registry::Event;

rules! {
    VERSION_SAME_TEST = "version.same_test", "ISO/IEC 27007:2020 A", "another version of the test that the paper was made from";
    VERSION_IN_USE = "version.in_use", "house rule", "a version that has not been retired";
    VERSION_SERVES = "version.serves", "ISO 19011:2018 6.3.4", "a version that tests something of the audit's criteria";
    VERSION_OPEN = "version.open", "ISO 19011:2018 6.4.8", "an evaluation that stays with the version it was made on";
}

command! {
    /// Moves an open paper to another version of its audit test. Notes, samples and evidence stay.
    pub struct MovePaperVersion("paper.move_test_version" on paper) {
        /// The paper.
        paper: PaperId,
        /// The version.
        audit_test: AuditTestId,
    }
}

event! {
    /// A paper was moved to another version of its audit test.
    pub struct PaperVersionMoved("paper.test_version_moved" v 1, paper in audit) {
        /// The paper.
        paper: PaperId,
        /// The audit.
        audit: AuditId,
        /// The version it had.
        before: AuditTestId,
        /// The version it has now.
        audit_test: AuditTestId,
        /// The question.
        title: Line,
        /// The requirements of the audit's criteria that it serves now.
        requirements: Vec<Requirement>,
        /// Which of them it serves by a mapping from the set of its test.
        by_mapping: Vec<ServedByMapping>,
        /// About how many minutes it takes.
        minutes: u32,
    }
}

impl Decide for MovePaperVersion {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let paper = world.get::<Paper>(self.paper)?;
        let audit = world.get::<Audit>(paper.audit)?;
        not_over(audit)?;
        auditing_member(audit, ctx)?;
        let to = world.get::<AuditTest>(self.audit_test)?;
        let Some(before) = paper.test else {
            return Err(Refusal::new(
                &VERSION_SAME_TEST,
                "the paper was made from no audit test",
                "papers on earlier findings and on the auditee's own controls have no versions",
            )
            .into());
        };
        let from = world.get::<AuditTest>(before)?;
        let criteria = audit.initiation.as_ref().map(|initiation| initiation.criteria.as_slice());
        let served = Serving::of(world, criteria.unwrap_or_default())?.served_by(to);
        let mut check = Check::new();
        check.that(
            from.test == to.test,
            &VERSION_SAME_TEST,
            "/audit_test",
            say!(
                "the paper is on `{test}` and the version is one of `{other}`",
                test = &from.test,
                other = &to.test
            ),
            "name a version of the paper's own test, or make a paper from the other one",
        );
        check.that(
            !to.retired,
            &VERSION_IN_USE,
            "/audit_test",
            say!("this version of `{id}` is retired", id = &to.test),
            "name the version that is in use",
        );
        check.that(
            !served.requirements.is_empty(),
            &VERSION_SERVES,
            "/audit_test",
            say!("this version of `{test}` tests nothing of the audit's criteria", test = &to.test),
            "keep the version that the paper has, or adopt a mapping from the criteria of the test",
        );
        check.that(
            matches!(paper.state, PaperState::Open),
            &VERSION_OPEN,
            "",
            "the paper has been evaluated",
            "open it again with `paper.reopen`, and evaluate it on the other version",
        );
        check.done()?;
        if before == self.audit_test {
            return Ok(Vec::new());
        }
        let is_exclusion = paper.purpose == PaperPurpose::Exclusion;
        Ok(vec![
            PaperVersionMoved {
                paper: self.paper,
                audit: paper.audit,
                before,
                audit_test: self.audit_test,
                title: to.title.clone(),
                requirements: served.requirements,
                by_mapping: served.by_mapping,
                minutes: if is_exclusion { to.minutes.div_ceil(3) } else { to.minutes },
            }
            .into(),
        ])
    }
}

impl Apply for PaperVersionMoved {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Paper>(self.paper, |paper| {
            paper.test = Some(self.audit_test);
            paper.title.clone_from(&self.title);
            paper.requirements.clone_from(&self.requirements);
            paper.by_mapping.clone_from(&self.by_mapping);
            paper.minutes = self.minutes;
        })
    }
}
