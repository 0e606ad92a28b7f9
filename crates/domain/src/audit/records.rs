//! An audit from its initiation to its completion (ISO 19011:2018 6).

use crate::evidence::Requirement;
use crate::kernel::act::Stamp;
use crate::kernel::id::{
    AuditId, AuditeeId, EvidenceId, MeetingId, MessageId, PersonId, PlanId, ProgrammeId, RelationId,
    ReportId, RequestId, SoaId, SpotSignatureId,
};
use crate::kernel::macros::{data, record, states};
use crate::kernel::text::{CriteriaId, Drawing, Language, Line, RequirementId, Sha256, Slug, Text, Zone};
use crate::kernel::time::{Date, Days, Period, Timestamp};
use crate::programme::AuditeePart;
use crate::programme::briefs::AuditStage;
use crate::words::{
    AuditMethod, AuditType, Extent, MeetingKind, MessageKind, Readiness, Recommendation, TeamRole,
};

data! {
    /// An objective of an audit (ISO 19011:2018 5.5.2).
    pub struct AuditObjective {
        /// The key by which it is named.
        key: Slug,
        /// The objective.
        text: Text,
    }

    /// What an audit is initiated with (ISO 19011:2018 5.5.2, 6.2).
    pub struct Initiation {
        /// The audit client: who asked for the audit.
        client: PersonId,
        /// Objectives.
        objectives: Vec<AuditObjective>,
        /// The scope in words.
        scope: Text,
        /// The part of the auditee in scope.
        part: AuditeePart,
        /// The sets of criteria, with their editions.
        criteria: Vec<CriteriaId>,
        /// The version of the Statement of Applicability, where Annex A is audited.
        soa: Option<SoaId>,
        /// The method.
        method: AuditMethod,
        /// The language of the audit and its report.
        language: Language,
        /// The areas of competence that the team must cover together.
        areas: Vec<Slug>,
    }

    /// A contact with the auditee before the audit (ISO 19011:2018 6.2.2).
    pub struct ContactMade {
        /// With whom.
        with: PersonId,
        /// When it was.
        at: Timestamp,
        /// By what channel.
        channel: Line,
        /// What was said or agreed.
        note: Text,
    }

    /// One factor of feasibility: whether there is enough of it, and why one thinks so.
    pub struct Sufficiency {
        /// Whether there is enough.
        enough: bool,
        /// Why.
        remark: Text,
    }

    /// Whether the audit is feasible (ISO 19011:2018 6.2.3).
    pub struct Feasibility {
        /// Information for planning.
        information: Sufficiency,
        /// Cooperation of the auditee.
        cooperation: Sufficiency,
        /// Time.
        time: Sufficiency,
        /// Resources.
        resources: Sufficiency,
        /// The alternative proposed, where it is not feasible.
        alternative: Option<Text>,
        /// When and by whom it was judged.
        stamp: Stamp,
    }

    /// A safeguard against a threat to impartiality.
    pub struct Safeguard {
        /// The relation it answers.
        relation: RelationId,
        /// The measure.
        measure: Text,
        /// When and by which programme manager it was approved.
        approved: Stamp,
    }

    /// Somebody in the audit.
    pub struct TeamMember {
        /// Who.
        person: PersonId,
        /// As what.
        role: TeamRole,
        /// The areas of competence they bring, as they stood when they were appointed.
        areas: Vec<Slug>,
        /// Who directs them, for an auditor in training or a technical expert.
        directed_by: Option<PersonId>,
        /// Safeguards for their impartiality.
        safeguards: Vec<Safeguard>,
    }

    /// One demanded piece of documented information, and where it was found.
    pub struct DemandedDocument {
        /// The set of the requirement.
        criteria: CriteriaId,
        /// The requirement that demands it.
        requirement: RequirementId,
        /// What is demanded, in short.
        item: Line,
        /// Whether it was found.
        found: Extent,
        /// By what.
        evidence: Vec<EvidenceId>,
        /// Remark.
        remark: Option<Text>,
    }

    /// The review of documented information before the audit (ISO 19011:2018 6.3.1).
    pub struct DocumentReview {
        /// Item by item.
        items: Vec<DemandedDocument>,
        /// The outcome.
        outcome: Readiness,
        /// Why.
        summary: Text,
        /// When and by whom.
        stamp: Stamp,
        /// Concerns to follow up in the audit.
        concerns: Vec<DocumentConcern>,
    }

    /// A concern of the review of documented information: what is missing, and what that means for the audit.
    pub struct DocumentConcern {
        /// The requirement it is about.
        requirement: Option<Requirement>,
        /// The document it is about.
        document: Option<EvidenceId>,
        /// What is missing, or does not fit together.
        missing: Text,
        /// What it means for readiness: what the audit will look at, or what must be there first.
        consequence: Text,
    }

    /// A change of scope during the audit: accepted by programme manager and client, told to the auditee (ISO 19011:2018 6.4.4).
    pub struct ScopeChange {
        /// The key by which it is named.
        key: Slug,
        /// What changes.
        what: Text,
        /// Why.
        reason: Text,
        /// The scope as it would then read.
        scope: Text,
        /// The part of the auditee as it would then be.
        part: AuditeePart,
        /// When and by whom it was proposed.
        proposed: Stamp,
        /// Acceptance by the programme manager.
        manager: Option<Stamp>,
        /// Acceptance by the audit client.
        client: Option<Stamp>,
        /// When and by whom the auditee was told.
        told: Option<Stamp>,
    }

    /// Whether an objective of the audit was met.
    pub struct ObjectiveOutcome {
        /// The objective's key.
        objective: Slug,
        /// Whether it was met.
        met: Extent,
        /// Why.
        reason: Text,
    }

    /// The audit conclusions (ISO 19011:2018 6.4.9).
    pub struct Conclusions {
        /// The extent of conformity, and how strong the management system is.
        conformity: Text,
        /// Whether it is effectively implemented, kept up and improved.
        effectiveness: Text,
        /// Objective by objective.
        objectives: Vec<ObjectiveOutcome>,
        /// Trends and similar findings across areas.
        trends: Text,
        /// The recommendation.
        recommendation: Recommendation,
        /// Its reason.
        recommendation_reason: Option<Text>,
        /// When and by whom they were drawn.
        stamp: Stamp,
    }

    /// Feedback of the auditee on the audit.
    pub struct Feedback {
        /// From whom.
        from: PersonId,
        /// 1 (poor) to 5 (very good).
        mark: u8,
        /// In words.
        text: Option<Text>,
        /// When and by whom it was recorded.
        stamp: Stamp,
    }

    /// Why something planned was not done.
    pub struct NotDone {
        /// What.
        what: Line,
        /// Why.
        reason: Text,
    }

    /// The completion of an audit (ISO 19011:2018 6.6).
    pub struct Completion {
        /// Auditor days used.
        days_used: Days,
        /// What was planned and not done, each with its reason.
        not_done: Vec<NotDone>,
        /// Lessons learned.
        lessons: Text,
        /// Until when the records are kept.
        retain_until: Date,
        /// Whom feedback was asked of.
        feedback_asked: Vec<PersonId>,
        /// When and by whom.
        stamp: Stamp,
    }

    /// A legal hold: nothing of the audit is erased while it lasts.
    pub struct Hold {
        /// The key by which it is named.
        key: Slug,
        /// Why.
        reason: Text,
        /// When and by whom it was set.
        set: Stamp,
        /// When and by whom it was lifted.
        lifted: Option<Stamp>,
    }
}

states! {
    /// The life of an audit.
    pub enum AuditState {
        /// Opened from the programme: contact, team and feasibility are under way.
        Planned = "planned",
        /// Feasible, with a leader, objectives, scope, criteria and method.
        Initiated = "initiated" {
            /// When and by whom.
            initiated: Stamp,
        },
        /// Documents reviewed, plan agreed, work assigned.
        Prepared = "prepared" {
            /// When and by whom.
            prepared: Stamp,
        },
        /// Under way, since the opening meeting.
        Conducting = "conducting" {
            /// When and by whom it was begun.
            begun: Stamp,
            /// The reason, where it was begun at short notice without an agreed plan.
            short_notice: Option<Text>,
        },
        /// Fieldwork ended with the closing meeting.
        Reporting = "reporting" {
            /// When and by whom fieldwork was ended.
            ended: Stamp,
        },
        /// Over.
        Completed = "completed" {
            /// When and by whom.
            completed: Stamp,
        },
        /// Ended before the opening meeting.
        Cancelled = "cancelled" {
            /// When and by whom.
            cancelled: Stamp,
            /// Why.
            cancelled_why: Text,
        },
        /// Ended during fieldwork or reporting.
        Terminated = "terminated" {
            /// When and by whom.
            terminated: Stamp,
            /// Why.
            terminated_why: Text,
        },
        /// Not feasible: stopped, with an alternative proposed.
        NotFeasible = "not_feasible" {
            /// When and by whom.
            stopped: Stamp,
        },
    }

    /// The life of a plan's version.
    pub enum PlanState {
        /// Being written.
        Draft = "draft",
        /// Presented to the auditee.
        Presented = "presented" {
            /// When and by whom.
            presented: Stamp,
        },
        /// Agreed: presented, and no objection open.
        Agreed = "agreed" {
            /// When and by whom.
            agreed: Stamp,
        },
        /// Replaced by a later version.
        Superseded = "superseded",
    }

    /// What became of an objection.
    pub enum ObjectionOutcome {
        /// Nothing yet.
        Open = "open",
        /// Resolved.
        Resolved = "resolved" {
            /// When and by whom.
            resolved: Stamp,
            /// How.
            how: Text,
        },
        /// Overruled by the programme manager.
        Overruled = "overruled" {
            /// When and by whom.
            overruled: Stamp,
            /// Why.
            why: Text,
        },
    }

    /// The life of a request for information.
    pub enum RequestState {
        /// Asked.
        Asked = "asked",
        /// Answered.
        Answered = "answered",
        /// The answer was accepted.
        Accepted = "accepted" {
            /// When and by whom.
            accepted: Stamp,
        },
        /// The answer was returned.
        Returned = "returned" {
            /// When and by whom.
            returned: Stamp,
            /// Why.
            why: Text,
        },
    }
}

data! {
    /// An item of the plan, after the checklist of ISO 19011:2018 6.3.2.2: its text, or why it does not fit.
    pub struct PlanItem {
        /// The checklist's item: `audit_plan.objectives`.
        item: Slug,
        /// What the plan says.
        text: Option<Text>,
        /// Why it says nothing.
        omitted: Option<Text>,
    }

    /// A session of the plan.
    pub struct Session {
        /// The key by which it is named.
        key: Slug,
        /// Its beginning.
        start: Timestamp,
        /// Its end.
        end: Timestamp,
        /// The time zone in which it is shown.
        zone: Zone,
        /// The site, by its key at the auditee, if it is at one.
        site: Option<Slug>,
        /// The room, or the link.
        place: Line,
        /// Contacts of the auditee.
        contacts: Vec<PersonId>,
        /// Members of the team.
        auditors: Vec<PersonId>,
        /// The subject.
        subject: Line,
        /// The requirements it is about.
        requirements: Vec<RequirementId>,
        /// The method.
        method: AuditMethod,
    }

    /// An objection of the auditee to the plan.
    pub struct Objection {
        /// The key by which it is named.
        key: Slug,
        /// From whom.
        from: PersonId,
        /// What.
        text: Text,
        /// When and by whom it was recorded.
        stamp: Stamp,
        /// What became of it.
        outcome: ObjectionOutcome,
    }

    /// An answer to a request for information.
    pub struct Answer {
        /// The answer.
        text: Text,
        /// Evidence given with it.
        evidence: Vec<EvidenceId>,
        /// When and by whom.
        stamp: Stamp,
    }

    /// An item of a meeting's agenda.
    pub struct AgendaItem {
        /// The item: `opening_meeting.introductions`, or one of the team's own.
        item: Slug,
        /// Whether it was covered.
        covered: bool,
        /// What was said.
        note: Option<Text>,
    }

    /// Somebody at a meeting.
    pub struct Attendance {
        /// Who.
        person: PersonId,
        /// In which function.
        function: Line,
    }

    /// A correction of the minutes of a meeting.
    pub struct Correction {
        /// The minutes as they were before; none where there were none.
        before: Option<Text>,
        /// Why.
        why: Text,
        /// When and by whom.
        stamp: Stamp,
    }

    /// What an authenticator of somebody without an account answered (W3C Web Authentication), each part in base64url without padding. Its
    /// challenge is [`spot_challenge`](super::spot_challenge). The key was made for this signature, and is kept nowhere else.
    pub struct SpotPasskey {
        /// What the authenticator calls the key.
        credential: Text,
        /// The public key, in the form of COSE.
        public_key: Text,
        /// The authenticator data.
        authenticator_data: Text,
        /// The client data, as JSON in bytes.
        client_data: Text,
        /// The signature over authenticator data and the SHA-256 of the client data.
        signature: Text,
    }
}

record! {
    /// An audit.
    pub struct Audit(AuditId, links: [programme, auditee, people] and [under_way]) {
        /// The programme it belongs to.
        programme: ProgrammeId,
        /// The auditee.
        auditee: AuditeeId,
        /// The type.
        audit_type: AuditType,
        /// The title.
        title: Line,
        /// The window in which it was planned.
        window: Period,
        /// Auditor days planned.
        days_planned: Days,
        /// Where it stands.
        state: AuditState,
        /// Contacts with the auditee.
        contacts: Vec<ContactMade>,
        /// What it was initiated with, and has become by changes of scope.
        initiation: Option<Initiation>,
        /// Feasibility.
        feasibility: Option<Feasibility>,
        /// The team and those who accompany it.
        team: Vec<TeamMember>,
        /// The persons in it, for finding the audits of a person.
        people: Vec<PersonId>,
        /// The review of documented information.
        document_review: Option<DocumentReview>,
        /// The present version of the plan.
        plan: Option<PlanId>,
        /// Changes of scope.
        scope_changes: Vec<ScopeChange>,
        /// How many findings have been numbered.
        findings_numbered: u32,
        /// Conclusions.
        conclusions: Option<Conclusions>,
        /// The report in force: the latest issued.
        report: Option<ReportId>,
        /// Completion.
        completion: Option<Completion>,
        /// Feedback of the auditee.
        feedback: Vec<Feedback>,
        /// Legal holds.
        holds: Vec<Hold>,
    }

    /// A version of an audit's plan.
    pub struct Plan(PlanId, links: [audit]) {
        /// The audit.
        audit: AuditId,
        /// 1 is the first.
        number: u32,
        /// Why this version replaces the one before.
        reason: Option<Text>,
        /// Every item of the checklist.
        items: Vec<PlanItem>,
        /// Sessions.
        sessions: Vec<Session>,
        /// Everybody of the team who is in a session.
        auditors: Vec<PersonId>,
        /// Where it stands.
        state: PlanState,
        /// Objections.
        objections: Vec<Objection>,
    }

    /// A request for information.
    pub struct InfoRequest(RequestId, links: [audit]) {
        /// The audit.
        audit: AuditId,
        /// To whom.
        to: PersonId,
        /// What is asked.
        question: Text,
        /// By when.
        due: Date,
        /// When and by whom it was asked.
        asked: Stamp,
        /// Where it stands.
        state: RequestState,
        /// Every answer, the last at the end.
        answers: Vec<Answer>,
    }

    /// A meeting.
    pub struct Meeting(MeetingId, links: [audit]) {
        /// The audit.
        audit: AuditId,
        /// Opening, closing or another.
        kind: MeetingKind,
        /// When it was held.
        held: Timestamp,
        /// Where, or by which link.
        place: Line,
        /// The agenda.
        agenda: Vec<AgendaItem>,
        /// Who was there.
        attendance: Vec<Attendance>,
        /// Minutes.
        minutes: Option<Text>,
        /// When and by whom it was recorded.
        stamp: Stamp,
        /// When and by whom attendance was signed, in the order of signing.
        signed: Vec<Stamp>,
        /// Corrections of the minutes, the first first.
        corrections: Vec<Correction>,
    }

    /// A signature that somebody without an account gave on the spot.
    pub struct SpotSignature(SpotSignatureId, links: [audit, meeting, person]) {
        /// The audit.
        audit: AuditId,
        /// The meeting.
        meeting: MeetingId,
        /// Who signed, where they stand in the attendance.
        person: Option<PersonId>,
        /// Their name.
        name: Line,
        /// Their function.
        function: Line,
        /// What they drew; none where their passkey or their name stands for them, before the auditor.
        drawing: Option<Drawing>,
        /// What their passkey signed.
        passkey: Option<SpotPasskey>,
        /// The digest of the text that was shown to them.
        shown: Sha256,
        /// When it was signed, and who attests it.
        stamp: Stamp,
    }

    /// An entry in the log of communication.
    pub struct Message(MessageId, links: [audit]) {
        /// The audit.
        audit: AuditId,
        /// The kind.
        kind: MessageKind,
        /// What was communicated.
        text: Text,
        /// To whom.
        told: Vec<PersonId>,
        /// When and by whom.
        stamp: Stamp,
    }
}

impl Audit {
    /// The persons in it while it goes on, and nobody afterwards: for finding the audits that somebody is busy with among the many
    /// that they were ever in.
    #[must_use]
    pub fn under_way(&self) -> &[PersonId] {
        if AuditStage::from(&self.state).is_over() { &[] } else { &self.people }
    }
}
