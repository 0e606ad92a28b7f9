//! Audit tests: what an auditor wants to be able to conclude, and how to get there.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::criteria::RequirementRef;
use crate::id::{Related, RequirementId, TestId};
use crate::words::{AuditType, EvidenceKind};

/// A piece of evidence to look for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Its kind.
    pub kind: EvidenceKind,
    /// What it is.
    pub what: String,
    /// Who usually holds it.
    pub holder: String,
}

/// A question to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Whom to ask, by role.
    pub role: String,
    /// The question.
    pub question: String,
}

/// How a test is carried out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct How {
    /// What to ask.
    pub ask: Vec<Question>,
    /// What to observe.
    pub observe: Vec<String>,
    /// What to inspect.
    pub inspect: Vec<String>,
    /// What to do again oneself.
    pub reperform: Vec<String>,
    /// What differs when the audit is remote: what to have shared, what cannot be seen, what needs a guide with a camera.
    pub remote: Vec<String>,
}

/// What to sample from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sampling {
    /// The population.
    pub population: String,
    /// What makes a fair sample of it: its size, its strata, what must be in it.
    pub fair: String,
    /// What to do when the population is small, or empty.
    pub small: String,
}

/// A nonconformity that the test typically finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nonconformity {
    /// Its statement, as an auditor words it: a fact against a requirement, with gaps (`...`) for what is particular.
    pub statement: String,
    /// The requirements it breaches. A control demands nothing by itself, so that one at least is a clause or an item of it.
    pub breaches: Vec<RequirementId>,
    /// What would make it major rather than minor.
    pub major: String,
}

/// The version of a test: SHA-256 of its JSON. A record made from a test names the version for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version([u8; 32]);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// An audit test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditTest {
    /// Its id, stable for ever.
    pub id: TestId,
    /// The question it answers.
    pub title: String,
    /// The requirements it tests.
    pub requirements: Vec<RequirementRef>,
    /// The types of audit it is for; none for all.
    pub audit_types: Vec<AuditType>,
    /// What one wants to be able to conclude, and why it matters.
    pub objective: String,
    /// Evidence to look for.
    pub evidence: Vec<Evidence>,
    /// How.
    pub how: How,
    /// What to sample from.
    pub sampling: Sampling,
    /// Signs of conformity.
    pub conformity: Vec<String>,
    /// Warning signs.
    pub warnings: Vec<String>,
    /// Typical nonconformities.
    pub nonconformities: Vec<Nonconformity>,
    /// Related standards, each with its edition and, where it is sure, the clause.
    pub related: Vec<Related>,
    /// About how many minutes it takes.
    pub minutes: u32,
    /// Tests that lead on from it.
    pub links: Vec<TestId>,
}

impl AuditTest {
    /// Whether it is for this type of audit.
    #[must_use]
    pub fn is_for(&self, audit_type: AuditType) -> bool {
        self.audit_types.is_empty() || self.audit_types.contains(&audit_type)
    }

    /// The requirements that its typical nonconformities breach, each once, in the order of the numbering.
    #[must_use]
    pub fn breaches(&self) -> BTreeSet<&RequirementId> {
        self.nonconformities.iter().flat_map(|nonconformity| &nonconformity.breaches).collect()
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> Version {
        // A value of plain texts and numbers always has a JSON form.
        let json = serde_json::to_vec(self).unwrap_or_default();
        Version(Sha256::digest(json).into())
    }

    /// How the test is carried out, as one text for a working paper.
    #[must_use]
    pub fn guidance(&self) -> String {
        let mut text = String::new();
        let mut part = |heading: &str, lines: Vec<String>| {
            if !lines.is_empty() {
                text.push_str(heading);
                for line in lines {
                    text.push_str("\n- ");
                    text.push_str(&line);
                }
                text.push('\n');
            }
        };
        let evidence = self.evidence.iter().map(|piece| {
            format!("{} ({}, {})", piece.what, piece.kind.as_str().replace('_', " "), piece.holder)
        });
        part("Look for", evidence.collect());
        part("Ask", self.how.ask.iter().map(|ask| format!("{}: {}", ask.role, ask.question)).collect());
        part("Observe", self.how.observe.clone());
        part("Inspect", self.how.inspect.clone());
        part("Do again", self.how.reperform.clone());
        part("When remote", self.how.remote.clone());
        let Sampling { population, fair, small } = &self.sampling;
        part("Sample", vec![format!("{population}: {fair}"), format!("when there are few: {small}")]);
        part("Signs of conformity", self.conformity.clone());
        part("Warning signs", self.warnings.clone());
        let nonconformities = self.nonconformities.iter().map(|nonconformity| {
            let breaches: Vec<&str> = nonconformity.breaches.iter().map(RequirementId::as_str).collect();
            let Nonconformity { statement, major, .. } = nonconformity;
            format!("{statement} (breaches {}; major if {major})", breaches.join(", "))
        });
        part("Typical nonconformities", nonconformities.collect());
        part("Related standards", self.related.iter().map(ToString::to_string).collect());
        text
    }
}
