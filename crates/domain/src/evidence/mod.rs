//! Working papers, audit tests, notes, samples and evidence (ISO 19011:2018 6.3.4, 6.4.7).

pub mod briefs;
pub mod collect;
pub mod evaluate;
pub mod notes;
pub mod papers;
mod records;
mod serving;
#[cfg(test)]
mod tests;
pub mod tests_adopted;
pub mod trails;
pub mod versions;

pub use briefs::{PaperOutline, PaperStage, PaperStanding};
pub use collect::{
    ClassifyEvidence, CustodyRecorded, EvidenceClassified, EvidenceRecorded, EvidenceSealed, RecordCustody,
    RecordSeen, SealEvidence, TakeEvidence,
};
pub use evaluate::{EvaluatePaper, PaperEvaluated, PaperReopened, PaperReviewed, ReopenPaper, ReviewPaper};
pub use notes::{
    AttachEvidence, DetachEvidence, EditNote, EvidenceAttached, EvidenceDetached, NoteEdited, NoteWritten,
    RecordSample, SampleRecorded, WriteNote,
};
pub use papers::{AssignPapers, MakePapers, NewPaper, PapersAssigned, PapersMade};
pub use records::*;
pub use tests_adopted::{AdoptTests, RetireTest, TestAdopted, TestRetired, TestText, audit_test_id};
pub use trails::{
    AdoptTrails, FollowTrail, RecordTrailStep, RetireTrail, TrailAdopted, TrailFollowed, TrailRetired,
    TrailStepRecorded, TrailText, audit_trail_id,
};
pub use versions::{MovePaperVersion, PaperVersionMoved};

use crate::audit::{Audit, AuditState};
use crate::kernel::act::Ctx;
use crate::kernel::id::PersonId;
use crate::kernel::refusal::{Refusal, Rule, Stop, rules};
use crate::kernel::said::say;
use crate::words::TeamRole;

rules! {
    FIELDWORK_MEMBER = "fieldwork.member", "ISO 19011:2018 5.5.4", "audit work done by the leader, the auditors and auditors in training of the team";
    FIELDWORK_STATE = "fieldwork.state", "ISO 19011:2018 6.4.1", "audit work while the audit is being conducted";
    AUDIT_OVER = "audit.over", "ISO 19011:2018 6.6", "no change to a completed audit's working papers and evidence";
}

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let all = [
        RULES,
        collect::RULES,
        evaluate::RULES,
        notes::RULES,
        papers::RULES,
        tests_adopted::RULES,
        trails::RULES,
        versions::RULES,
    ];
    all.into_iter().flatten().copied()
}

/// The acting person, as a member of the team whose role does audit work.
pub(crate) fn auditing_member(audit: &Audit, ctx: &Ctx) -> Result<PersonId, Stop> {
    let person = ctx.person()?;
    if may_audit(audit, person) {
        return Ok(person);
    }
    Err(Refusal::new(
        &FIELDWORK_MEMBER,
        "who acts is no auditor of this audit's team",
        "let the leader or an auditor of the team do it; observers, guides, experts and interpreters do no audit tests of their own",
    )
    .into())
}

/// Whether the person's role in the team lets them do audit work.
fn may_audit(audit: &Audit, person: PersonId) -> bool {
    audit.team.iter().any(|member| {
        member.person == person
            && match member.role {
                TeamRole::Leader | TeamRole::Auditor | TeamRole::Trainee => true,
                TeamRole::TechnicalExpert | TeamRole::Observer | TeamRole::Guide | TeamRole::Interpreter => {
                    false
                }
            }
    })
}

/// Refuses where the audit is not being conducted.
fn conducting(audit: &Audit) -> Result<(), Stop> {
    match audit.state {
        AuditState::Conducting { .. } => Ok(()),
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Reporting { .. }
        | AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => Err(Refusal::new(
            &FIELDWORK_STATE,
            say!("the audit is `{state}`, not `conducting`", state = &audit.state),
            "hold the opening meeting and begin the audit with `audit.begin`; after the closing meeting papers stand",
        )
        .into()),
    }
}

/// Refuses where the audit is over.
pub(crate) fn not_over(audit: &Audit) -> Result<(), Stop> {
    match audit.state {
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Reporting { .. } => Ok(()),
        AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => Err(Refusal::new(
            &AUDIT_OVER,
            say!("the audit is `{state}`", state = &audit.state),
            "plan another audit in the programme",
        )
        .into()),
    }
}
