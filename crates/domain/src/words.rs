//! The field's words, as enumerations: types of audit, roles, methods, evaluations.

use crate::kernel::macros::words;

words! {
    /// The type of an audit.
    pub enum AuditType {
        /// First party (ISO/IEC 27001, 9.2).
        Internal = "internal",
        /// Second party: of a supplier.
        Supplier = "supplier",
        /// Initial certification, stage 1 (ISO/IEC 17021-1:2015 9.3.1.2).
        Stage1 = "stage_1",
        /// Initial certification, stage 2 (ISO/IEC 17021-1:2015 9.3.1.3).
        Stage2 = "stage_2",
        /// Surveillance of a certified client (ISO/IEC 17021-1:2015 9.6.2).
        Surveillance = "surveillance",
        /// Recertification (ISO/IEC 17021-1:2015 9.6.3).
        Recertification = "recertification",
        /// Special: extension of scope, or at short notice (ISO/IEC 17021-1:2015 9.6.4).
        Special = "special",
    }

    /// How an audit is carried out (ISO 19011:2018 A.1).
    pub enum AuditMethod {
        /// At the auditee's sites.
        OnSite = "on_site",
        /// From elsewhere.
        Remote = "remote",
        /// Both.
        Hybrid = "hybrid",
    }

    /// The role of somebody in an audit (ISO 19011:2018 3.14 to 3.17, 5.5.4).
    pub enum TeamRole {
        /// The audit team leader.
        Leader = "leader",
        /// An auditor.
        Auditor = "auditor",
        /// An auditor in training, under direction.
        Trainee = "trainee",
        /// A technical expert: knowledge to the team, no audit of their own.
        TechnicalExpert = "technical_expert",
        /// An observer.
        Observer = "observer",
        /// A guide, appointed by the auditee.
        Guide = "guide",
        /// An interpreter.
        Interpreter = "interpreter",
    }

    /// A relation to an auditee that bears on impartiality (ISO/IEC 17021-1:2015 5.2; ISO 19011:2018 4 e)).
    pub enum RelationKind {
        /// Employed by the auditee.
        Employed = "employed",
        /// Managed the audited area.
        ManagedArea = "managed_area",
        /// Consulted on the management system.
        Consulted = "consulted",
        /// Did the work that is audited.
        DidTheWork = "did_the_work",
        /// Carried out internal audits for the auditee.
        InternalAudit = "internal_audit",
        /// A financial interest.
        Financial = "financial",
        /// Family or another close tie.
        CloseTie = "close_tie",
    }

    /// Where a site is (ISO 19011:2018 A.16).
    pub enum SiteKind {
        /// A place.
        Physical = "physical",
        /// An environment reached over a network.
        Virtual = "virtual",
    }

    /// How information is collected on a working paper (ISO 19011:2018 6.4.7).
    pub enum NoteMethod {
        /// An interview.
        Interview = "interview",
        /// An observation.
        Observation = "observation",
        /// A review of documented information.
        DocumentReview = "document_review",
        /// A technical verification.
        TechnicalVerification = "technical_verification",
    }

    /// The evaluation on a working paper.
    pub enum Evaluation {
        /// The evidence shows conformity.
        Conforms = "conforms",
        /// The evidence shows nonconformity.
        DoesNotConform = "does_not_conform",
        /// The requirement does not apply.
        NotApplicable = "not_applicable",
        /// The test was not carried out.
        NotAudited = "not_audited",
    }

    /// The kind of an audit finding (ISO 19011:2018 6.4.8).
    pub enum FindingKind {
        /// A requirement is not fulfilled.
        Nonconformity = "nonconformity",
        /// Something could be better, though the requirement is fulfilled.
        OpportunityForImprovement = "opportunity_for_improvement",
        /// Something others should see.
        GoodPractice = "good_practice",
    }

    /// How far something is true.
    pub enum Extent {
        /// Fully.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// Not.
        No = "no",
    }

    /// How far the auditee says that a control is implemented.
    pub enum Implementation {
        /// Implemented.
        Implemented = "implemented",
        /// In part.
        Partly = "partly",
        /// Planned.
        Planned = "planned",
        /// Not.
        NotImplemented = "not_implemented",
        /// The Statement of Applicability does not say.
        Unstated = "unstated",
    }

    /// How sensitive a piece of evidence is.
    pub enum Classification {
        /// For anyone.
        Public = "public",
        /// For the audit's people.
        Internal = "internal",
        /// For the team.
        Confidential = "confidential",
        /// For named people.
        Restricted = "restricted",
    }

    /// The area that a risk or opportunity of the programme is about (ISO 19011:2018 5.3).
    pub enum ProgrammeRiskArea {
        /// Planning: objectives, extent, number, duration, locations, schedule.
        Planning = "planning",
        /// Time, equipment, training.
        Resources = "resources",
        /// Selection of the team: competence as a whole.
        TeamSelection = "team_selection",
        /// Methods, remote ones among them (ISO 19011:2026 5.3 d)).
        Methods = "methods",
        /// Communication.
        Communication = "communication",
        /// Implementation: coordination, information security, confidentiality.
        Implementation = "implementation",
        /// Records.
        Records = "records",
        /// Monitoring, review and improvement.
        Monitoring = "monitoring",
        /// Availability and cooperation of the auditee.
        AuditeeAvailability = "auditee_availability",
    }

    /// Risk or opportunity.
    pub enum RiskKind {
        /// A risk.
        Risk = "risk",
        /// An opportunity.
        Opportunity = "opportunity",
    }

    /// Responsibility in a programme (ISO 19011:2018 5.4.1; ISO/IEC 17021-1:2015 9.5).
    pub enum ProgrammeRoleKind {
        /// Manages the programme.
        Manager = "manager",
        /// Approves it.
        Approver = "approver",
        /// Reviews audits technically.
        TechnicalReviewer = "technical_reviewer",
        /// Decides on certification.
        DecisionMaker = "decision_maker",
        /// Handles complaints and appeals.
        ComplaintHandler = "complaint_handler",
    }

    /// What shows competence (ISO 19011:2018 7.2.4).
    pub enum CredentialKind {
        /// Education.
        Education = "education",
        /// Work experience.
        Experience = "experience",
        /// Training.
        Training = "training",
        /// A qualification or certificate.
        Qualification = "qualification",
        /// Knowledge or a skill, shown otherwise.
        Skill = "skill",
    }

    /// The methods of evaluating auditors (ISO 19011:2018 7.4).
    pub enum EvaluationMethod {
        /// Review of records.
        ReviewOfRecords = "review_of_records",
        /// Feedback.
        Feedback = "feedback",
        /// Interview.
        Interview = "interview",
        /// Observation.
        Observation = "observation",
        /// Testing.
        Testing = "testing",
        /// Post-audit review.
        PostAuditReview = "post_audit_review",
    }

    /// The result of evaluating an auditor (ISO 19011:2018 7.5).
    pub enum AppraisalResult {
        /// The criteria are met.
        Meets = "meets",
        /// Development is needed.
        NeedsDevelopment = "needs_development",
        /// The criteria are not met.
        DoesNotMeet = "does_not_meet",
    }

    /// The personal behaviours of an auditor (ISO 19011:2018 7.2.2).
    pub enum Behaviour {
        /// Fair, truthful, discreet.
        Ethical = "ethical",
        /// Ready to consider other ideas.
        OpenMinded = "open_minded",
        /// Tactful.
        Diplomatic = "diplomatic",
        /// Aware of surroundings and activities.
        Observant = "observant",
        /// Able to understand situations.
        Perceptive = "perceptive",
        /// Able to adapt.
        Versatile = "versatile",
        /// Persistent.
        Tenacious = "tenacious",
        /// Able to conclude in time.
        Decisive = "decisive",
        /// Able to act alone.
        SelfReliant = "self_reliant",
        /// Able to act though it is unwelcome.
        Fortitude = "fortitude",
        /// Willing to learn.
        OpenToImprovement = "open_to_improvement",
        /// Respectful of the auditee's culture.
        CulturallySensitive = "culturally_sensitive",
        /// Able to work with others.
        Collaborative = "collaborative",
    }

    /// The outcome of reviewing documented information before the audit (ISO 19011:2018 6.3.1).
    pub enum Readiness {
        /// The audit can go ahead.
        Ready = "ready",
        /// It can, with concerns to follow up.
        ReadyWithConcerns = "ready_with_concerns",
        /// It cannot.
        NotReady = "not_ready",
    }

    /// The kind of a meeting (ISO 19011:2018 6.4.3, 6.4.10).
    pub enum MeetingKind {
        /// The opening meeting.
        Opening = "opening",
        /// The closing meeting.
        Closing = "closing",
        /// Another meeting, of the team or with the auditee.
        Other = "other",
    }

    /// The kind of a message in the log of communication (ISO 19011:2018 6.4.4).
    pub enum MessageKind {
        /// Progress, and other things worth keeping.
        Progress = "progress",
        /// Evidence of an immediate and significant risk.
        SignificantRisk = "significant_risk",
        /// A concern outside the audit's scope.
        OutOfScope = "out_of_scope",
        /// An obstacle to the audit.
        Obstacle = "obstacle",
    }

    /// Complaint or appeal (ISO/IEC 17021-1:2015 9.7, 9.8).
    pub enum ComplaintKind {
        /// A complaint.
        Complaint = "complaint",
        /// An appeal against a decision.
        Appeal = "appeal",
    }

    /// A decision on certification (ISO/IEC 17021-1:2015 9.5, 9.6).
    pub enum DecisionKind {
        /// Granted.
        Grant = "grant",
        /// Refused.
        Refuse = "refuse",
        /// Kept after surveillance.
        Maintain = "maintain",
        /// Renewed.
        Renew = "renew",
        /// Suspended.
        Suspend = "suspend",
        /// Restored after suspension or expiry.
        Restore = "restore",
        /// Withdrawn.
        Withdraw = "withdraw",
    }

    /// What the team recommends (ISO/IEC 17021-1:2015 9.4.8.2; by type of audit).
    pub enum Recommendation {
        /// Nothing is asked for in this type of audit.
        None = "none",
        /// Grant, maintain or renew.
        Favourable = "favourable",
        /// The same, once the nonconformities are dealt with.
        FavourableOnceCorrected = "favourable_once_corrected",
        /// Neither.
        Unfavourable = "unfavourable",
        /// Stage 2 can go ahead.
        ReadyForStage2 = "ready_for_stage_2",
        /// Stage 2 cannot go ahead yet.
        NotReadyForStage2 = "not_ready_for_stage_2",
    }

    /// A step of following a nonconformity up (ISO 19011:2018 6.7).
    pub enum FollowUpStep {
        /// Correction.
        Correction = "correction",
        /// Root cause.
        RootCause = "root_cause",
        /// Plan of the corrective action.
        ActionPlan = "action_plan",
        /// Implementation.
        Implementation = "implementation",
        /// Effectiveness.
        Effectiveness = "effectiveness",
    }
}
