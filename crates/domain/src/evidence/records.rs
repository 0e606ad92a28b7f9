//! Working papers, the audit tests they are made from, notes, samples and evidence (ISO 19011:2018 6.3.4, 6.4.7).

use crate::kernel::act::Stamp;
use crate::kernel::id::{
    AuditId, AuditTestId, AuditeeId, EvidenceId, FindingId, NoteId, OrganizationId, PaperId, PersonId,
};
use crate::kernel::macros::{data, record, states, words};
use crate::kernel::text::{CriteriaId, Line, RequirementId, Sha256, TestId, Text};
use crate::kernel::time::Timestamp;
use crate::words::{AuditType, Classification, Evaluation, NoteMethod};

words! {
    /// What a working paper is for.
    pub enum PaperPurpose {
        /// The whole test.
        Test = "test",
        /// Only whether the exclusion of the control is right.
        Exclusion = "exclusion",
        /// What became of a nonconformity of an earlier audit.
        PreviousFinding = "previous_finding",
    }
}

data! {
    /// A requirement, in its set with its edition.
    pub struct Requirement {
        /// The set.
        criteria: CriteriaId,
        /// The id in it.
        id: RequirementId,
    }

    /// A sample that was examined (ISO 19011:2018 A.6).
    pub struct Sample {
        /// What was sampled from.
        population: Line,
        /// How many there were.
        population_size: u32,
        /// How many were examined.
        size: u32,
        /// How they were chosen.
        basis: Text,
        /// How many deviated.
        deviations: u32,
    }

    /// A step in the chain of custody.
    pub struct Custody {
        /// When and by whom.
        stamp: Stamp,
        /// What was done: received, handed over, returned, inspected, sealed.
        what: Line,
        /// Remark.
        remark: Option<Text>,
    }
}

states! {
    /// What a piece of evidence is.
    pub enum EvidenceForm {
        /// A file, kept under its digest.
        Taken = "taken" {
            /// The SHA-256 of its bytes.
            sha256: Sha256,
            /// Its length in bytes.
            bytes: i64,
            /// Its media type, as far as it is known.
            media: Line,
        },
        /// Seen but not taken: the auditee forbids a copy, or there is nothing to copy.
        Seen = "seen" {
            /// What was seen.
            what: Text,
            /// Where.
            at_place: Line,
            /// When.
            seen_at: Timestamp,
            /// By whom.
            seen_by: PersonId,
            /// Its SHA-256, if that could be taken.
            seen_sha256: Option<Sha256>,
        },
    }

    /// The life of a working paper.
    pub enum PaperState {
        /// No evaluation yet.
        Open = "open",
        /// Evaluated.
        Evaluated = "evaluated" {
            /// The evaluation.
            evaluation: Evaluation,
            /// The reason; always there where it was not audited or does not apply.
            reason: Option<Text>,
            /// When and by whom: the preparer.
            evaluated: Stamp,
        },
        /// Reviewed by somebody else, or marked that nobody else could.
        Reviewed = "reviewed" {
            /// The evaluation.
            final_evaluation: Evaluation,
            /// The reason.
            final_reason: Option<Text>,
            /// When and by whom it was evaluated.
            prepared: Stamp,
            /// When and by whom it was reviewed; nobody where the auditor is alone.
            reviewed: Option<Stamp>,
        },
    }
}

impl PaperState {
    /// The evaluation, its reason, and when and by whom it was made.
    #[must_use]
    pub const fn evaluation(&self) -> Option<(Evaluation, Option<&Text>, &Stamp)> {
        match self {
            Self::Open => None,
            Self::Evaluated { evaluation, reason, evaluated } => {
                Some((*evaluation, reason.as_ref(), evaluated))
            }
            Self::Reviewed { final_evaluation, final_reason, prepared, reviewed: _ } => {
                Some((*final_evaluation, final_reason.as_ref(), prepared))
            }
        }
    }
}

record! {
    /// An audit test as adopted from a catalogue, in one version.
    pub struct AuditTest(AuditTestId, links: [organization]) {
        /// The organization that adopted it: the one whose store this is.
        organization: OrganizationId,
        /// The test's id in the catalogue.
        test: TestId,
        /// The digest of its whole text: its version.
        digest: Sha256,
        /// The question.
        title: Line,
        /// What one wants to be able to conclude.
        objective: Text,
        /// How: evidence, questions, samples, signs; as one text.
        guidance: Text,
        /// The requirements it tests.
        requirements: Vec<Requirement>,
        /// The requirements of the management system that a failure usually breaches too.
        breaches: Vec<RequirementId>,
        /// The types of audit it is for; none for all.
        audit_types: Vec<AuditType>,
        /// About how many minutes it takes.
        minutes: u32,
        /// When and by whom it was adopted.
        stamp: Stamp,
        /// Whether a later version has replaced it, so that new audits no longer use it.
        retired: bool,
    }

    /// A working paper: one audit test in one audit.
    pub struct Paper(PaperId, links: [audit, assignee]) {
        /// The audit.
        audit: AuditId,
        /// The test; none for a paper on an earlier finding.
        test: Option<AuditTestId>,
        /// What the paper is for.
        purpose: PaperPurpose,
        /// The question.
        title: Line,
        /// The requirements.
        requirements: Vec<Requirement>,
        /// The earlier finding it follows up.
        previous: Option<FindingId>,
        /// About how many minutes it takes.
        minutes: u32,
        /// Whose it is.
        assignee: Option<PersonId>,
        /// Samples.
        samples: Vec<Sample>,
        /// Evidence.
        evidence: Vec<EvidenceId>,
        /// How many notes it has.
        notes: u32,
        /// Where it stands.
        state: PaperState,
    }

    /// A note on a working paper: one author, one method.
    pub struct Note(NoteId, links: [paper, audit]) {
        /// The audit.
        audit: AuditId,
        /// The paper.
        paper: PaperId,
        /// Who wrote it.
        author: PersonId,
        /// How the information was collected.
        method: NoteMethod,
        /// The role of who was interviewed.
        role: Option<Line>,
        /// The note.
        text: Text,
        /// When it was written last.
        stamp: Stamp,
    }

    /// A piece of audit evidence, or of the auditee's documented information.
    pub struct Evidence(EvidenceId, links: [audit, auditee]) {
        /// The audit it was collected in.
        audit: AuditId,
        /// The auditee it comes from.
        auditee: AuditeeId,
        /// Its name: a path, a title.
        name: Line,
        /// File, or seen but not taken.
        form: EvidenceForm,
        /// How sensitive it is.
        classification: Classification,
        /// Where it came from: who gave it, from which system.
        source: Option<Line>,
        /// Chain of custody, the first step first.
        custody: Vec<Custody>,
    }
}
