//! Audit tests: what an auditor wants to be able to conclude, and how to get there.

use std::fmt;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::criteria::RequirementRef;
use crate::id::{RequirementId, TestId};
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
}

/// What to sample from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sampling {
    /// The population.
    pub population: String,
    /// What makes a fair sample of it.
    pub note: String,
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
    /// Clauses of the management system that a failure usually breaches too.
    pub breaches: Vec<RequirementId>,
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
        let evidence =
            self.evidence.iter().map(|piece| format!("{} ({}, {})", piece.what, piece.kind, piece.holder));
        part("Look for", evidence.collect());
        part("Ask", self.how.ask.iter().map(|ask| format!("{}: {}", ask.role, ask.question)).collect());
        part("Observe", self.how.observe.clone());
        part("Inspect", self.how.inspect.clone());
        part("Do again", self.how.reperform.clone());
        part("Sample", vec![format!("{}: {}", self.sampling.population, self.sampling.note)]);
        part("Signs of conformity", self.conformity.clone());
        part("Warning signs", self.warnings.clone());
        text
    }
}
