//! Working papers, the audit tests they are made from, notes, samples and evidence (ISO 19011:2018 6.3.4, 6.4.7).

use crate::criteria::MappingRelation;
use crate::kernel::act::Stamp;
use crate::kernel::id::{
    AuditId, AuditTestId, AuditTrailId, AuditeeId, EvidenceId, FindingId, MappingId, NoteId, OrganizationId,
    PaperId, PersonId, TrailCaseId,
};
use crate::kernel::macros::{data, record, states, words};
use crate::kernel::text::{CriteriaId, Line, RequirementId, Sha256, TestId, Text, TrailId};
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

    /// How a test of one set came to serve a requirement of another.
    pub struct ServedByMapping {
        /// The requirement of the audit's criteria that is served.
        served: Requirement,
        /// The requirement that the test was written for.
        tested: Requirement,
        /// What became of the one in the other, read as the mapping is.
        relation: MappingRelation,
        /// The mapping.
        mapping: MappingId,
    }

    /// A step of an audit trail.
    pub struct TrailStep {
        /// The test to carry out on the case.
        test: TestId,
        /// What of the case to take to this step: a name, a date, the number of a ticket.
        carry: Text,
    }

    /// A step of a case along its trail.
    pub struct CaseStep {
        /// The test.
        test: TestId,
        /// What of the case to take to this step.
        carry: Text,
        /// The audit's working paper on that test; none where the audit has none.
        paper: Option<PaperId>,
        /// What was seen of the case there.
        seen: Option<Text>,
        /// When and by whom that was recorded.
        recorded: Option<Stamp>,
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

    /// An audit trail as adopted from a catalogue, in one version: tests in an order in which one sampled case can be followed.
    pub struct AuditTrail(AuditTrailId, links: [organization]) {
        /// The organization that adopted it: the one whose store this is.
        organization: OrganizationId,
        /// The trail's id in the catalogue.
        trail: TrailId,
        /// The question it answers.
        title: Line,
        /// What one case is, and how to choose it.
        case: Text,
        /// What it shows that its tests by themselves do not.
        about: Text,
        /// Its steps, in the order in which they are gone.
        steps: Vec<TrailStep>,
        /// When and by whom it was adopted.
        stamp: Stamp,
        /// Whether a later version has replaced it, so that no new case is followed along it.
        retired: bool,
    }

    /// One sampled case that is followed along an audit trail in an audit (ISO 19011:2018 A.2, A.6).
    pub struct TrailCase(TrailCaseId, links: [audit, trail]) {
        /// The audit.
        audit: AuditId,
        /// The trail, in the version that was in use.
        trail: AuditTrailId,
        /// Which case: the number of a ticket, a role and a date.
        case: Line,
        /// How it was chosen, and from what.
        basis: Text,
        /// Its steps, in the order of the trail.
        steps: Vec<CaseStep>,
        /// When and by whom it was chosen.
        stamp: Stamp,
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
        /// The requirements of the audit's criteria that it serves.
        requirements: Vec<Requirement>,
        /// Which of them it serves by a mapping from the set of its test.
        by_mapping: Vec<ServedByMapping>,
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
        /// Who of the auditee gave it as the auditee's own, which its contacts see; nobody where the team took it.
        given_by: Option<PersonId>,
        /// The SHA-256 of the encrypted file that its bytes are kept in; none where they are kept as they are.
        cipher: Option<Sha256>,
        /// Chain of custody, the first step first.
        custody: Vec<Custody>,
    }
}
