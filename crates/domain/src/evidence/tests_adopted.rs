//! Audit tests adopted from a catalogue: each version once, kept for ever, so that an audit keeps the one it began with.

use std::collections::{BTreeMap, BTreeSet};

use super::{AuditTest, Requirement};
use crate::auditee::organization_id;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditTestId, OrganizationId, digest_uuid};
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, RequirementId, Sha256, TestId, Text};
use crate::registry::Event;
use crate::words::AuditType;

rules! {
    TEST_REQUIREMENTS = "test.requirements", "ISO/IEC 27007:2020 A", "at least one requirement for each audit test";
    TEST_ONCE = "test.once", "house rule", "one version of a test in one act";
    TEST_RETIRED = "test.retired", "house rule", "a test that has not been retired yet";
}

data! {
    /// An audit test as a catalogue gives it.
    pub struct TestText {
        /// Its id in the catalogue.
        test: TestId,
        /// The digest of its whole text: its version.
        digest: Sha256,
        /// The question.
        title: Line,
        /// What one wants to be able to conclude.
        objective: Text,
        /// How, as one text.
        guidance: Text,
        /// The requirements it tests.
        requirements: Vec<Requirement>,
        /// The requirements of the management system that a failure usually breaches too.
        breaches: Vec<RequirementId>,
        /// The types of audit it is for; none for all.
        audit_types: Vec<AuditType>,
        /// About how many minutes it takes.
        minutes: u32,
    }
}

command! {
    /// Adopts audit tests from a catalogue. A version that was adopted before is left as it is; the other versions of the test
    /// are retired, so that new papers are made from the version that is named.
    pub struct AdoptTests("test.adopt") {
        /// The tests.
        tests: Vec<TestText>,
    }

    /// Retires a version of a test: audits under way keep it, new papers are not made from it.
    pub struct RetireTest("test.retire" on audit_test) {
        /// The version.
        audit_test: AuditTestId,
    }
}

event! {
    /// A version of an audit test was adopted.
    pub struct TestAdopted("test.adopted" v 1, audit_test) {
        /// Its id.
        audit_test: AuditTestId,
        /// The organization.
        organization: OrganizationId,
        /// The test.
        text: TestText,
    }

    /// A version of an audit test was retired.
    pub struct TestRetired("test.retired" v 1, audit_test) {
        /// Its id.
        audit_test: AuditTestId,
    }
}

/// The id of a version of a test: the same wherever it is adopted.
#[must_use]
pub fn audit_test_id(test: &TestId, digest: &Sha256) -> AuditTestId {
    digest_uuid("assize-audit-test/1", &[test.as_str(), digest.as_str()]).into()
}

impl Decide for AdoptTests {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        self.check()?;
        let organization = organization_id();
        let mut others: BTreeMap<&TestId, Vec<&AuditTest>> = BTreeMap::new();
        for test in world.list::<AuditTest>("organization", organization)? {
            others.entry(&test.test).or_default().push(test);
        }
        let mut events: Vec<Event> = Vec::new();
        for text in &self.tests {
            let audit_test = audit_test_id(&text.test, &text.digest);
            let versions = others.get(&text.test).map(Vec::as_slice).unwrap_or_default();
            match versions.iter().find(|version| version.id == audit_test) {
                // Retired by somebody, or by a version that came later: it is not brought back unasked.
                Some(there) if there.retired => continue,
                Some(_) => {}
                None => events.push(TestAdopted { audit_test, organization, text: text.clone() }.into()),
            }
            let before = versions.iter().filter(|version| version.id != audit_test && !version.retired);
            events.extend(before.map(|version| TestRetired { audit_test: version.id }.into()));
        }
        Ok(events)
    }
}

impl AdoptTests {
    fn check(&self) -> Result<(), Stop> {
        let mut check = Check::new();
        let mut seen = BTreeSet::new();
        for (index, text) in self.tests.iter().enumerate() {
            check.that(
                !text.requirements.is_empty(),
                &TEST_REQUIREMENTS,
                format!("/tests/{index}/requirements"),
                say!("`{test}` tests no requirement", test = &text.test),
                "name what it tests",
            );
            check.that(
                seen.insert(&text.test),
                &TEST_ONCE,
                format!("/tests/{index}/test"),
                say!("`{id}` stands twice", id = &text.test),
                "adopt the version that is to be used",
            );
        }
        check.done()
    }
}

impl Apply for TestAdopted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let text = self.text.clone();
        world.add(AuditTest {
            id: self.audit_test,
            organization: self.organization,
            test: text.test,
            digest: text.digest,
            title: text.title,
            objective: text.objective,
            guidance: text.guidance,
            requirements: text.requirements,
            breaches: text.breaches,
            audit_types: text.audit_types,
            minutes: text.minutes,
            stamp: stamp.clone(),
            retired: false,
        })
    }
}

impl Decide for RetireTest {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let test = world.get::<AuditTest>(self.audit_test)?;
        if test.retired {
            return Err(Refusal::new(
                &TEST_RETIRED,
                say!("this version of `{test}` is retired already", test = &test.test),
                "nothing more is needed",
            )
            .into());
        }
        Ok(vec![TestRetired { audit_test: self.audit_test }.into()])
    }
}

impl Apply for TestRetired {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<AuditTest>(self.audit_test, |test| test.retired = true)
    }
}
