//! What an audit report says, as plain data: everything a document is rendered from, and nothing of how it looks.
//!
//! The content follows ISO 19011:2018 6.5.1 with the additions of ISO/IEC 27006 for certification, and is what gets
//! approved: [`ReportContent::digest`] is put into the act of approval and printed in the report.
//!
//! # Canonical form, `assize-report-content/1`
//! [`ReportContent::canonical_bytes`] is one JSON object (RFC 8259) in UTF-8 without a byte order mark or a final line
//! feed: no white space between tokens; the keys of each object in the order of their code points; whole numbers
//! only; strings escaped as [`canonical`] says and no further. Every field
//! is there, by its Rust name: one without a value is `null`, an empty list `[]`, a choice its word in snake case, a
//! choice with data an object whose key `is` holds the word. `status` alone is left out, because it says who approved
//! this very digest: the digest of a draft is that of the approved report, as long as no word of it changes.
//!
//! # Dates
//! Dates are `YYYY-MM-DD`, times of day `HH:MM` with their zone named beside them. A document shows whatever else
//! stands there as it is.

mod checklist;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::kernel::entry::canonical;

pub use checklist::{CHECKLIST, ChecklistItem, MissingItem, Rule};

/// Declares plain data: every field public, since any value of each is fine; read and written by its field names.
macro_rules! plain {
    ($( $(#[$meta:meta])* struct $name:ident { $( $(#[$fmeta:meta])* $field:ident : $type:ty, )* } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $( $(#[$fmeta])* pub $field: $type, )* }
    )+ };
}

/// Declares a choice: a word in snake case, or an object with the word under `is` where a variant has data.
macro_rules! choice {
    ($( $(#[$meta:meta])* enum $name:ident { $($body:tt)* } )+) => { $(
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        $(#[$meta])*
        pub enum $name { $($body)* }
    )+ };
}

choice! {
    /// The form of the content, so that a reader knows what to expect.
    #[derive(Default)]
    enum Format {
        /// The form described in this module.
        #[default]
        #[serde(rename = "assize-report-content/1")]
        V1,
    }

    /// What kind of report it is.
    #[derive(Copy)]
    enum ReportKind {
        /// The report of an audit.
        AuditReport,
        /// The review of documented information before an audit: no evaluation, no finding, no conclusion.
        DocumentReview,
    }

    /// How far a version has come.
    #[derive(Copy, Default)]
    enum StatusState {
        /// Being written.
        #[default]
        Draft,
        /// Reviewed, not yet approved.
        Reviewed,
        /// Approved.
        Approved,
    }

    /// Whether something is so.
    #[derive(Copy)]
    enum Extent {
        /// Fully: an objective is met, a document found.
        Yes,
        /// In part.
        Partly,
        /// Not.
        No,
    }

    /// Where a location is (ISO 19011:2018 A.16).
    #[derive(Copy)]
    enum LocationKind {
        /// A place.
        Physical,
        /// An environment reached over a network.
        Virtual,
    }

    /// The kind of a finding.
    #[derive(Copy)]
    enum FindingKind {
        /// A requirement is not fulfilled.
        Nonconformity,
        /// Something could be better, though the requirement is fulfilled.
        OpportunityForImprovement,
        /// Something others should see.
        GoodPractice,
    }

    /// What a test came to.
    #[derive(Copy)]
    enum Evaluation {
        /// The evidence shows conformity.
        Conforms,
        /// The evidence shows nonconformity.
        DoesNotConform,
        /// The requirement does not apply.
        NotApplicable,
        /// The test was not carried out.
        NotAudited,
    }

    /// What the auditee says of a finding.
    #[serde(tag = "is")]
    enum Response {
        /// Nothing yet.
        None,
        /// It is acknowledged.
        Acknowledged {
            /// By whom.
            by: String,
            /// On which date.
            on: String,
        },
        /// It is disputed.
        Disputed {
            /// By whom.
            by: String,
            /// On which date.
            on: String,
            /// The diverging opinion, in the auditee's words.
            opinion: String,
        },
    }
}

plain! {
    /// Everything a report says.
    struct ReportContent {
        /// The form of this content.
        format: Format,
        /// Audit report or document review.
        kind: ReportKind,
        /// The document's number, as in a running footer: `KE-2026-014`.
        document_id: String,
        /// The version; 1 is the first.
        version: u32,
        /// Earlier versions and why each was amended; the present one too, where it amends another.
        history: Vec<VersionNote>,
        /// Who wrote, reviewed and approved it. No part of the canonical form.
        #[serde(default)]
        status: Status,
        /// The language of the texts, after BCP 47: `en`.
        language: String,
        /// The title.
        title: String,
        /// The type of audit in words: `Internal audit`, `Surveillance audit`.
        audit_type: String,
        /// Who audits (ISO 19011:2026: the auditing organization).
        auditing_organization: Party,
        /// Who asked for the audit.
        audit_client: Party,
        /// Who is audited.
        auditee: Auditee,
        /// How the leader sums the audit up in a paragraph or two.
        summary: Option<String>,
        /// Objectives.
        objectives: Vec<Objective>,
        /// The scope in words; units and processes stand with the auditee.
        scope: String,
        /// Changes of scope during the audit, each with its reason.
        scope_changes: Vec<String>,
        /// Criteria with their editions.
        criteria: Vec<Criterion>,
        /// The version of the Statement of Applicability that was audited, with its date.
        statement_of_applicability: Option<String>,
        /// Methods.
        methods: Methods,
        /// From when to when the audit was carried out.
        period: Period,
        /// Locations, physical and virtual.
        locations: Vec<Location>,
        /// The plan as carried out.
        sessions: Vec<Session>,
        /// How what was done departs from what was planned, or that it does not.
        plan_note: Option<String>,
        /// The team and those who accompanied it.
        team: Vec<TeamMember>,
        /// What is said of the impartiality of the team as a whole.
        impartiality: Option<String>,
        /// That one person did everything, and what that means for review; present exactly then.
        lone_auditor: Option<String>,
        /// The auditee's participants.
        participants: Vec<Participant>,
        /// Opening, closing and other meetings.
        meetings: Vec<Meeting>,
        /// The audit process in brief.
        process_summary: Option<String>,
        /// What stood in the way of reliable conclusions.
        obstacles: Vec<String>,
        /// What is in scope and was not covered.
        not_covered: Vec<NotCovered>,
        /// Findings, in the order in which they are to be read.
        findings: Vec<Finding>,
        /// Good practices that are not findings of their own.
        good_practices: Vec<String>,
        /// What became of nonconformities of earlier audits; `None` where this was not looked at.
        previous: Option<Vec<PreviousNonconformity>>,
        /// Conclusions.
        conclusions: Option<Conclusions>,
        /// Diverging opinions left unresolved, beside disputed findings. `Some` of an empty list says there are none.
        diverging_opinions: Option<Vec<DivergingOpinion>>,
        /// That the audit was a sample, and the risk in that.
        sampling: String,
        /// Follow-up agreed beyond that of the single findings.
        follow_up: Vec<FollowUp>,
        /// Implications for the audit programme or later audits.
        programme_implications: Option<String>,
        /// The mark in each page's header: `Confidential`.
        confidentiality_mark: String,
        /// What the reader may do with the content.
        confidentiality: Option<String>,
        /// Who gets it.
        distribution: Vec<Recipient>,
        /// How to complain or appeal.
        complaints: Option<String>,
        /// What certification asks for on top (ISO/IEC 27006); present exactly in audits for certification.
        certification: Option<Certification>,
        /// Annex: tests.
        tests: Vec<Test>,
        /// Whether the leader chose to annex the working papers whole. Otherwise [`Test::paper`] is not shown.
        whole_papers: bool,
        /// Annex: review of documented information.
        document_review: Option<DocumentReview>,
        /// Annex: the register of evidence.
        evidence: Vec<Evidence>,
        /// What the leader adds to items of the checklist; shown in the item's section.
        remarks: Vec<Remark>,
        /// Items that are left out because they do not fit, each with its reason.
        omitted: Vec<Omission>,
    }

    /// A version and why it came to be.
    struct VersionNote {
        /// The version.
        version: u32,
        /// Its date.
        on: String,
        /// Why.
        why: String,
    }

    /// Somebody's name under something, with the date.
    struct Signature {
        /// Who.
        name: String,
        /// In which function.
        function: String,
        /// On which date.
        on: String,
    }

    /// An organization or person outside the audit team.
    struct Party {
        /// The name.
        name: String,
        /// Address, contact, accreditation: a line each.
        lines: Vec<String>,
    }

    /// Who is audited: the organization, its functions and processes (ISO 19011:2018 6.5.1 b)).
    struct Auditee {
        /// The organization.
        organization: String,
        /// Its address or other particulars, a line each.
        lines: Vec<String>,
        /// Units and functions audited.
        units: Vec<String>,
        /// Processes audited.
        processes: Vec<String>,
    }

    /// An objective of the audit.
    struct Objective {
        /// The objective.
        text: String,
        /// Whether it was met; `None` until concluded.
        met: Option<Extent>,
        /// Why.
        reason: Option<String>,
    }

    /// A set of criteria.
    struct Criterion {
        /// Its identifier with the edition: `ISO/IEC 27001:2022+A1:2024`.
        id: String,
        /// What was audited of it, or another note.
        note: Option<String>,
    }

    /// How the audit was carried out.
    struct Methods {
        /// The methods in words.
        summary: String,
        /// The share of auditing done remotely, in per cent (0 to 100).
        remote_percent: Option<u8>,
        /// What remote auditing meant for the result.
        remote_effect: Option<String>,
        /// The time spent: `6.5 auditor days`.
        duration: Option<String>,
    }

    /// From one date to another, both included.
    struct Period {
        /// The first date.
        from: String,
        /// The last date.
        to: String,
    }

    /// A location.
    struct Location {
        /// Its name.
        name: String,
        /// Physical or virtual.
        kind: LocationKind,
        /// The address, or the platform.
        place: String,
        /// When it was audited.
        dates: Option<Period>,
    }

    /// A session, as it was carried out.
    struct Session {
        /// The date.
        on: String,
        /// When it began.
        start: String,
        /// When it ended.
        end: String,
        /// The time zone of both.
        zone: String,
        /// Where.
        place: String,
        /// The subject.
        subject: String,
        /// Requirements, by their short ids.
        requirements: Vec<String>,
        /// Members of the team.
        auditors: Vec<String>,
        /// The auditee's people.
        auditees: Vec<String>,
        /// How it departed from the plan.
        departure: Option<String>,
    }

    /// Somebody of the team, or who accompanied it.
    struct TeamMember {
        /// Who.
        name: String,
        /// As what: `Audit team leader`.
        role: String,
        /// The competence they brought.
        competence: Vec<String>,
        /// Who directed them.
        directed_by: Option<String>,
        /// Safeguards for their impartiality, each with the threat it answers.
        safeguards: Vec<String>,
    }

    /// Somebody of the auditee who took part.
    struct Participant {
        /// Who.
        name: String,
        /// In which function.
        function: String,
    }

    /// A meeting.
    struct Meeting {
        /// Which: `Opening meeting`.
        title: String,
        /// On which date.
        on: String,
        /// When it began, with its zone, if known.
        at: Option<String>,
        /// Where.
        place: String,
        /// Who was there.
        attendance: Vec<String>,
        /// What was covered, or the minutes.
        notes: Vec<String>,
    }

    /// Something in scope that was not covered.
    struct NotCovered {
        /// What.
        what: String,
        /// Why.
        why: String,
    }

    /// A requirement, by its ids and short title only.
    struct Requirement {
        /// The set of criteria with its edition: `ISO/IEC 27001:2022`.
        criteria: String,
        /// Its id there: `9.2.2`, `A.8.13`.
        id: String,
        /// Our own short label.
        title: Option<String>,
    }

    /// The grade of a nonconformity, in the programme's scheme.
    struct Grade {
        /// The word: `major`.
        label: String,
        /// Its place in the scheme; 1 is the gravest.
        rank: u8,
    }

    /// A piece of evidence named from elsewhere.
    struct EvidenceRef {
        /// Its reference in the register: `E-014`.
        reference: String,
        /// What it is.
        title: String,
        /// Its SHA-256 in hexadecimal, where it was taken; shown shortened.
        sha256: Option<String>,
    }

    /// A finding.
    struct Finding {
        /// Its number in the audit, from 1.
        number: u32,
        /// The kind.
        kind: FindingKind,
        /// The grade, for a nonconformity.
        grade: Option<Grade>,
        /// The title.
        title: String,
        /// The statement.
        statement: String,
        /// The objective evidence.
        objective_evidence: Option<String>,
        /// The requirements it is about.
        requirements: Vec<Requirement>,
        /// Clauses breached besides, where the finding is on a control.
        breaches: Vec<Requirement>,
        /// The evidence it rests on.
        evidence: Vec<EvidenceRef>,
        /// The tests it comes from, by their ids.
        tests: Vec<String>,
        /// What the auditee says.
        response: Response,
        /// What is due when.
        due: Vec<Due>,
        /// Follow-up agreed for it.
        follow_up: Vec<FollowUp>,
        /// Where its follow-up stands: `Correction verified on 2 October 2026`.
        state: Option<String>,
    }

    /// A step and the date by which it is due.
    struct Due {
        /// The step: `Correction and root cause`.
        step: String,
        /// The date.
        on: String,
    }

    /// An action agreed.
    struct FollowUp {
        /// What will be done.
        action: String,
        /// Who answers for it.
        owner: Option<String>,
        /// By which date.
        due: Option<String>,
        /// The finding it follows from, by number, where it is not listed under one.
        finding: Option<u32>,
    }

    /// A nonconformity of an earlier audit.
    struct PreviousNonconformity {
        /// Its number there: `2025-03 / 4`.
        reference: String,
        /// Its title.
        title: String,
        /// Its grade in words.
        grade: Option<String>,
        /// The place of its grade in its scheme; 1 is the gravest.
        #[serde(default)]
        rank: Option<u8>,
        /// The date on which it was raised, as long as it is open.
        #[serde(default)]
        opened: Option<String>,
        /// The date by which its corrective action is due.
        #[serde(default)]
        due: Option<String>,
        /// Where it stands: `closed`, `open, carried over as finding 2`.
        status: String,
        /// What was verified and by whom.
        verification: Option<String>,
    }

    /// The conclusions.
    struct Conclusions {
        /// The extent of conformity with the criteria, and how strong the management system is.
        conformity: String,
        /// The degree to which the criteria are met (ISO 19011:2018 6.5.1, last item).
        degree_met: String,
        /// Whether the system is effectively implemented, kept up and improved.
        effectiveness: Option<String>,
        /// Trends and similar findings across areas.
        trends: Option<String>,
        /// The recommendation.
        recommendation: Option<String>,
        /// Why.
        recommendation_reason: Option<String>,
    }

    /// An opinion on which team and auditee differ.
    struct DivergingOpinion {
        /// What about.
        subject: String,
        /// What the auditee holds.
        auditee: String,
        /// What the team holds.
        team: String,
    }

    /// Somebody on the distribution list.
    struct Recipient {
        /// Who.
        name: String,
        /// In which function.
        function: String,
        /// Of which organization.
        organization: String,
    }

    /// What a report for certification says on top (ISO/IEC 27006).
    struct Certification {
        /// The main audit trails followed and the methods used.
        audit_trails: String,
        /// An account of the certification audit of the information security risk analysis.
        risk_analysis: String,
        /// The share and effect of remote auditing.
        remote_auditing: String,
        /// How the results compare with those of earlier audits; present exactly where the type of audit follows others.
        comparison: Option<String>,
    }

    /// A test of the audit.
    struct Test {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// The requirement it tests.
        requirement: Requirement,
        /// What it came to; `None` where it is still open, and always in a document review.
        evaluation: Option<Evaluation>,
        /// Why.
        reason: Option<String>,
        /// Who evaluated it.
        evaluator: Option<String>,
        /// Who else reviewed it; `None` says in the report that nobody else did.
        reviewer: Option<String>,
        /// The evidence it rests on.
        evidence: Vec<EvidenceRef>,
        /// The findings raised from it, by number.
        findings: Vec<u32>,
        /// The working paper, where papers are annexed whole.
        paper: Option<Paper>,
    }

    /// A working paper.
    struct Paper {
        /// Notes.
        notes: Vec<Note>,
        /// Samples.
        samples: Vec<Sample>,
    }

    /// A note on a working paper.
    struct Note {
        /// How the information was collected: `Interview`.
        method: String,
        /// By whom.
        author: String,
        /// On which date.
        on: String,
        /// The note.
        text: String,
    }

    /// A sample drawn for a test.
    struct Sample {
        /// The population it was drawn from.
        population: String,
        /// The size of the population, where known.
        population_size: Option<u32>,
        /// The size of the sample.
        size: u32,
        /// How it was drawn, with the seed where it was drawn at random.
        selection: String,
        /// What was found in it.
        result: String,
    }

    /// The review of documented information.
    struct DocumentReview {
        /// The outcome in words.
        outcome: Option<String>,
        /// What was reviewed and how.
        summary: String,
        /// Concerns to follow up in the audit.
        concerns: Vec<Concern>,
        /// What is demanded, and where it was found.
        items: Vec<DemandedDocument>,
        /// Files that could not be read, each with the reason.
        unread: Vec<UnreadFile>,
    }

    /// A concern of the review of documented information.
    struct Concern {
        /// The requirement it is about, if about one.
        requirement: Option<Requirement>,
        /// The path of the document it is about, if about one.
        document: Option<String>,
        /// What is missing.
        missing: String,
        /// What it means for readiness.
        consequence: String,
    }

    /// Documented information that is demanded.
    struct DemandedDocument {
        /// The requirement that demands it.
        requirement: Requirement,
        /// What is demanded, in our short words.
        item: String,
        /// Whether it was found.
        found: Extent,
        /// Where.
        places: Vec<Place>,
        /// A remark.
        remark: Option<String>,
    }

    /// A place in the auditee's documents.
    struct Place {
        /// The file's path.
        path: String,
        /// The heading in it.
        heading: Option<String>,
        /// The file's SHA-256 in hexadecimal; shown shortened.
        sha256: Option<String>,
    }

    /// A file that could not be read.
    struct UnreadFile {
        /// Its path.
        path: String,
        /// Why.
        reason: String,
    }

    /// An entry of the register of evidence.
    struct Evidence {
        /// Its reference: `E-014`.
        reference: String,
        /// What it is.
        title: String,
        /// The path or system it comes from, or where it was seen.
        source: String,
        /// Whether it was taken; otherwise it was seen and left with the auditee.
        taken: bool,
        /// Who took or saw it.
        by: String,
        /// On which date.
        on: String,
        /// Its size in bytes (below 2^53).
        size_bytes: Option<u64>,
        /// Its SHA-256 in hexadecimal, where it was taken.
        sha256: Option<String>,
        /// Its classification.
        classification: Option<String>,
    }

    /// What the leader adds to an item.
    struct Remark {
        /// The item's id, of [`CHECKLIST`].
        item: String,
        /// The text.
        text: String,
    }

    /// That an item is left out.
    struct Omission {
        /// The item's id, of [`CHECKLIST`].
        item: String,
        /// Why it does not fit.
        reason: String,
    }
}

/// Who wrote, reviewed and approved a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// How far it has come.
    pub state: StatusState,
    /// Who wrote it.
    pub written: Option<Signature>,
    /// Who reviewed it.
    pub reviewed: Option<Signature>,
    /// Who approved it.
    pub approved: Option<Signature>,
}

impl ReportContent {
    /// The canonical form of the content, as the documentation of this module describes it.
    #[must_use]
    pub fn canonical_bytes(&self) -> Vec<u8> {
        // No map here has keys other than strings and no type serializes by hand, so serialization cannot fail.
        let mut value = serde_json::to_value(self).unwrap_or(Value::Null);
        if let Value::Object(object) = &mut value {
            object.remove("status");
        }
        canonical(&value).into_bytes()
    }

    /// SHA-256 of the [canonical form](Self::canonical_bytes), in 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn digest(&self) -> String {
        Sha256::digest(self.canonical_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether the content evaluates, finds or concludes anything, which a document review may not.
    #[must_use]
    pub fn judges(&self) -> bool {
        !self.findings.is_empty()
            || self.conclusions.is_some()
            || self.tests.iter().any(|test| test.evaluation.is_some())
            || self.objectives.iter().any(|objective| objective.met.is_some())
    }
}
