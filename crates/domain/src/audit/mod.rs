//! An audit from its initiation to its completion (ISO 19011:2018 6).
//!
//! `planned -> initiated -> prepared -> conducting -> reporting -> completed`; not feasible, cancelled or terminated on
//! the way. Each step is a command with a gate: what must be there before it, clause by clause.

pub mod attendance;
pub mod briefs;
pub mod checklists;
pub mod complete;
pub mod conclude;
pub mod conduct;
pub mod initiate;
pub mod people;
pub mod plan;
pub mod prepare;
mod records;
pub mod requests;
pub mod rotation;
pub mod scope;
mod sessions;
pub mod spot;
pub mod team;
#[cfg(test)]
mod tests;

pub use attendance::{AttendanceSigned, SignAttendance};
pub use briefs::{AuditStanding, MemberBrief, PlanStage, PlanTimes, SessionBrief};
pub use complete::{
    AuditCancelled, AuditCompleted, AuditTerminated, CancelAudit, CompleteAudit, FeedbackGiven, GiveFeedback,
    HoldAudit, HoldLifted, HoldSet, LiftHold, TerminateAudit,
};
pub use conclude::{AuditConcluded, ConcludeAudit, EndFieldwork, FieldworkEnded};
pub use conduct::{AuditBegun, BeginAudit, LogMessage, MeetingRecorded, MessageLogged, RecordMeeting};
pub use initiate::{
    AuditInitiated, AuditOpened, AuditeeContacted, ContactAuditee, FeasibilityJudged, InitiateAudit,
    JudgeFeasibility, OpenAudit,
};
pub(crate) use people::closing_day;
pub use people::{audits, last_day, leader};
pub use plan::{
    AgreePlan, DraftPlan, EditPlan, ObjectToPlan, ObjectionOverruled, ObjectionRaised, ObjectionResolved,
    OverruleObjection, PlanAgreed, PlanDrafted, PlanEdited, PlanPresented, PresentPlan, ResolveObjection,
};
pub use prepare::{AuditPrepared, DocumentsReviewed, PrepareAudit, ReviewDocuments};
pub use records::*;
pub use requests::{
    AcceptAnswer, AnswerAccepted, AnswerRequest, AnswerReturned, AskRequest, RequestAnswered, RequestAsked,
    ReturnAnswer,
};
pub use scope::{
    AcceptScopeChange, ProposeScopeChange, ScopeChangeAccepted, ScopeChangeProposed, ScopeChangeTold,
    TellScopeChange,
};
pub use spot::{
    CorrectMinutes, MinutesCorrected, SignOnTheSpot, SignedOnTheSpot, spot_challenge, spot_unproven,
};
pub use team::{AppointMember, DismissMember, MemberAppointed, MemberDismissed};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let all = [
        people::RULES,
        initiate::RULES,
        team::RULES,
        prepare::RULES,
        plan::RULES,
        requests::RULES,
        conduct::RULES,
        attendance::RULES,
        spot::RULES,
        scope::RULES,
        conclude::RULES,
        complete::RULES,
    ];
    all.into_iter().flatten().copied()
}
