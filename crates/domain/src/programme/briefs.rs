//! What the indicators count of the records of a programme, and nothing else of them: the store reads these columns alone,
//! where whole audits with their plans and papers would be a hundred times as much.

use super::{AuditOutline, AuditeePart, PlannedAudit, PlannedState};
use crate::audit::{Audit, AuditState, Completion, Feedback, Initiation, Meeting};
use crate::finding::{DueDates, Finding, FindingStage, FindingText, StepText};
use crate::kernel::act::Stamp;
use crate::kernel::brief::Brief;
use crate::kernel::id::{AuditId, AuditeeId, FindingId, MeetingId, PlannedAuditId, ProgrammeId, ReportId};
use crate::kernel::macros::{data, states, words};
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::{CriteriaId, Slug};
use crate::kernel::time::{Days, Period, Timestamp};
use crate::report::{Report, ReportState};
use crate::words::{FindingKind, MeetingKind};

/// The briefs of one programme, each list in the order of its ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgrammeBriefs {
    /// What it plans.
    pub planned: Vec<PlannedBrief>,
    /// Its audits.
    pub audits: Vec<AuditBrief>,
    /// Their meetings.
    pub meetings: Vec<MeetingBrief>,
    /// All versions of their reports.
    pub reports: Vec<ReportBrief>,
    /// Their findings.
    pub findings: Vec<FindingBrief>,
}

impl ProgrammeBriefs {
    /// The briefs of whole records.
    ///
    /// # Errors
    /// [`Stop::Need`] when records of the programme or of its audits were not loaded.
    pub fn of(world: &World, programme: ProgrammeId) -> Result<Self, Stop> {
        let audits = world.list::<Audit>("programme", programme)?;
        // Asked for all at once: one by one, each audit would cost the store several questions.
        world.want_lists::<Meeting>("audit", audits.iter().map(|audit| audit.id))?;
        world.want_lists::<Report>("audit", audits.iter().map(|audit| audit.id))?;
        world.want_lists::<Finding>("audit", audits.iter().map(|audit| audit.id))?;
        let mut briefs = Self {
            planned: briefs_of(world.list("programme", programme)?),
            audits: briefs_of(audits.iter().copied()),
            ..Self::default()
        };
        for audit in audits {
            briefs.meetings.extend(briefs_of::<MeetingBrief>(world.list("audit", audit.id)?));
            briefs.reports.extend(briefs_of::<ReportBrief>(world.list("audit", audit.id)?));
            briefs.findings.extend(briefs_of::<FindingBrief>(world.list("audit", audit.id)?));
        }
        briefs.meetings.sort_by_key(|meeting| meeting.id);
        briefs.reports.sort_by_key(|report| report.id);
        briefs.findings.sort_by_key(|finding| finding.id);
        Ok(briefs)
    }
}

fn briefs_of<'r, B: Brief>(records: impl IntoIterator<Item = &'r B::Of>) -> Vec<B>
where
    B::Of: 'r,
{
    records.into_iter().map(B::of).collect()
}

words! {
    /// Where an audit in the programme stands, by the words of [`PlannedState`].
    pub enum PlannedStage {
        /// It stands.
        Planned = "planned",
        /// It was taken out, or will not be held.
        Withdrawn = "withdrawn",
    }

    /// Where an audit stands, by the words of [`AuditState`].
    pub enum AuditStage {
        /// Opened from the programme.
        Planned = "planned",
        /// Feasible, with a leader, objectives, scope, criteria and method.
        Initiated = "initiated",
        /// Documents reviewed, plan agreed, work assigned.
        Prepared = "prepared",
        /// Under way.
        Conducting = "conducting",
        /// Fieldwork ended.
        Reporting = "reporting",
        /// Over.
        Completed = "completed",
        /// Ended before the opening meeting.
        Cancelled = "cancelled",
        /// Ended during fieldwork or reporting.
        Terminated = "terminated",
        /// Stopped as not feasible.
        NotFeasible = "not_feasible",
    }
}

states! {
    /// Where a version of the report stands, by the words of [`ReportState`], and when it was issued.
    pub enum ReportStage {
        /// Being written.
        Draft = "draft",
        /// Reviewed.
        Reviewed = "reviewed",
        /// Approved.
        Approved = "approved",
        /// Issued.
        Issued = "issued" {
            /// When.
            issued: Moment,
        },
        /// Replaced by a later version.
        Replaced = "replaced" {
            /// When it was issued.
            issued_before: Moment,
        },
    }
}

data! {
    /// When something happened.
    pub struct Moment {
        /// When.
        at: Timestamp,
    }

    /// The units of a part of an auditee.
    pub struct PartBrief {
        /// The auditee.
        auditee: AuditeeId,
        /// Units; none named means all.
        units: Vec<Slug>,
    }

    /// What is planned for an audit.
    pub struct OutlineBrief {
        /// The part of the auditee.
        part: PartBrief,
        /// The sets of criteria.
        criteria: Vec<CriteriaId>,
        /// The earliest and the latest day.
        window: Period,
        /// Auditor days.
        days: Days,
    }

    /// An audit as the programme plans it.
    pub struct PlannedBrief {
        /// Its id.
        id: PlannedAuditId,
        /// The auditee.
        auditee: AuditeeId,
        /// What is planned.
        outline: OutlineBrief,
        /// Where it stands.
        state: PlannedStage,
    }

    /// The scope of an audit, as it came to be.
    pub struct InitiationBrief {
        /// The part of the auditee.
        part: PartBrief,
        /// The sets of criteria.
        criteria: Vec<CriteriaId>,
    }

    /// What a completed audit took.
    pub struct CompletionBrief {
        /// Auditor days used.
        days_used: Days,
    }

    /// A mark that the auditee gave.
    pub struct FeedbackBrief {
        /// 1 (poor) to 5 (very good).
        mark: u8,
    }

    /// An audit.
    pub struct AuditBrief {
        /// Its id, which is that of the planned audit too.
        id: AuditId,
        /// Auditor days planned.
        days_planned: Days,
        /// Where it stands.
        state: AuditStage,
        /// Its scope, once it is initiated.
        initiation: Option<InitiationBrief>,
        /// What it took, once it is completed.
        completion: Option<CompletionBrief>,
        /// Marks.
        feedback: Vec<FeedbackBrief>,
    }

    /// A meeting.
    pub struct MeetingBrief {
        /// Its id.
        id: MeetingId,
        /// The audit.
        audit: AuditId,
        /// Opening, closing or another.
        kind: MeetingKind,
        /// When it was held.
        held: Timestamp,
    }

    /// A version of a report.
    pub struct ReportBrief {
        /// Its id.
        id: ReportId,
        /// The audit.
        audit: AuditId,
        /// Where it stands.
        state: ReportStage,
    }

    /// What is counted of the text of a finding.
    pub struct FindingTextBrief {
        /// The kind.
        kind: FindingKind,
    }

    /// A step of the follow-up.
    pub struct StepBrief {
        /// When it was done.
        stamp: Moment,
    }

    /// A finding.
    pub struct FindingBrief {
        /// Its id.
        id: FindingId,
        /// The audit.
        audit: AuditId,
        /// Of its text.
        text: FindingTextBrief,
        /// Where it stands.
        state: FindingStage,
        /// Due dates, from when it was raised.
        due: Option<DueDates>,
        /// Implementation.
        implementation: Option<StepBrief>,
    }
}

impl AuditStage {
    /// Whether fieldwork has ended, so that the audit counts as held.
    #[must_use]
    pub const fn is_held(self) -> bool {
        matches!(self, Self::Reporting | Self::Completed)
    }

    /// Whether the audit has come to an end, one way or another.
    #[must_use]
    pub const fn is_over(self) -> bool {
        match self {
            Self::Planned | Self::Initiated | Self::Prepared | Self::Conducting | Self::Reporting => false,
            Self::Completed | Self::Cancelled | Self::Terminated | Self::NotFeasible => true,
        }
    }
}

impl Brief for PlannedBrief {
    type Of = PlannedAudit;
    fn of(planned: &PlannedAudit) -> Self {
        let AuditOutline { part, criteria, window, days, .. } = &planned.outline;
        Self {
            id: planned.id,
            auditee: planned.auditee,
            outline: OutlineBrief {
                part: part.into(),
                criteria: criteria.clone(),
                window: *window,
                days: *days,
            },
            state: match planned.state {
                PlannedState::Planned => PlannedStage::Planned,
                PlannedState::Withdrawn { .. } => PlannedStage::Withdrawn,
            },
        }
    }
}

impl Brief for AuditBrief {
    type Of = Audit;
    fn of(audit: &Audit) -> Self {
        let initiation = |Initiation { part, criteria, .. }: &Initiation| InitiationBrief {
            part: part.into(),
            criteria: criteria.clone(),
        };
        let completion =
            |Completion { days_used, .. }: &Completion| CompletionBrief { days_used: *days_used };
        let feedback = |Feedback { mark, .. }: &Feedback| FeedbackBrief { mark: *mark };
        Self {
            id: audit.id,
            days_planned: audit.days_planned,
            state: (&audit.state).into(),
            initiation: audit.initiation.as_ref().map(initiation),
            completion: audit.completion.as_ref().map(completion),
            feedback: audit.feedback.iter().map(feedback).collect(),
        }
    }
}

impl Brief for MeetingBrief {
    type Of = Meeting;
    fn of(meeting: &Meeting) -> Self {
        Self { id: meeting.id, audit: meeting.audit, kind: meeting.kind, held: meeting.held }
    }
}

impl Brief for ReportBrief {
    type Of = Report;
    fn of(report: &Report) -> Self {
        let state = match &report.state {
            ReportState::Draft => ReportStage::Draft,
            ReportState::Reviewed { .. } => ReportStage::Reviewed,
            ReportState::Approved { .. } => ReportStage::Approved,
            ReportState::Issued { issued, .. } => ReportStage::Issued { issued: issued.into() },
            ReportState::Replaced { issued_before, .. } => {
                ReportStage::Replaced { issued_before: issued_before.into() }
            }
        };
        Self { id: report.id, audit: report.audit, state }
    }
}

impl Brief for FindingBrief {
    type Of = Finding;
    fn of(finding: &Finding) -> Self {
        let FindingText { kind, .. } = &finding.text;
        let step = |StepText { stamp, .. }: &StepText| StepBrief { stamp: stamp.into() };
        Self {
            id: finding.id,
            audit: finding.audit,
            text: FindingTextBrief { kind: *kind },
            state: finding.state.stage(),
            due: finding.due.clone(),
            implementation: finding.implementation.as_ref().map(step),
        }
    }
}

impl From<&Stamp> for Moment {
    fn from(stamp: &Stamp) -> Self {
        Self { at: stamp.at }
    }
}

impl From<&AuditeePart> for PartBrief {
    fn from(part: &AuditeePart) -> Self {
        Self { auditee: part.auditee, units: part.units.clone() }
    }
}

impl From<&AuditState> for AuditStage {
    fn from(state: &AuditState) -> Self {
        match state {
            AuditState::Planned => Self::Planned,
            AuditState::Initiated { .. } => Self::Initiated,
            AuditState::Prepared { .. } => Self::Prepared,
            AuditState::Conducting { .. } => Self::Conducting,
            AuditState::Reporting { .. } => Self::Reporting,
            AuditState::Completed { .. } => Self::Completed,
            AuditState::Cancelled { .. } => Self::Cancelled,
            AuditState::Terminated { .. } => Self::Terminated,
            AuditState::NotFeasible { .. } => Self::NotFeasible,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::FindingState;
    use crate::kernel::brief::tests::check;
    use crate::registry::AnyRecord;
    use crate::testing::{Bench, life, t};

    /// Whether the record has a brief; it is held to be a part of the record.
    fn is_checked(record: &AnyRecord) -> bool {
        match record {
            AnyRecord::PlannedAudit(record) => check::<PlannedBrief>(record),
            AnyRecord::Audit(record) => check::<AuditBrief>(record),
            AnyRecord::Meeting(record) => check::<MeetingBrief>(record),
            AnyRecord::Report(record) => check::<ReportBrief>(record),
            AnyRecord::Finding(record) => check::<FindingBrief>(record),
            _ => return false,
        }
        true
    }

    #[test]
    fn briefs_are_parts_of_their_records_all_their_lives() {
        let mut world = World::complete();
        let mut checked = 0;
        for (stamp, event) in &life::lived().journal {
            event.apply(&mut world, stamp).unwrap();
            let subject = world.held(event.subject()).map(|versioned| &versioned.record);
            checked += usize::from(subject.is_some_and(is_checked));
        }
        assert!(checked > 50, "{checked}");
    }

    #[test]
    fn briefs_stand_where_their_records_stand_in_every_state() {
        let bench = Bench::standing();
        let (stamp, why) = (bench.stamp(bench.cast.leader), || t("Because"));
        let by = || stamp.clone();
        let states = [
            AuditState::Planned,
            AuditState::Initiated { initiated: by() },
            AuditState::Prepared { prepared: by() },
            AuditState::Conducting { begun: by(), short_notice: None },
            AuditState::Reporting { ended: by() },
            AuditState::Completed { completed: by() },
            AuditState::Cancelled { cancelled: by(), cancelled_why: why() },
            AuditState::Terminated { terminated: by(), terminated_why: why() },
            AuditState::NotFeasible { stopped: by() },
        ];
        assert_eq!(states.each_ref().map(|state| AuditStage::from(state).word()), *AuditState::WORDS);
        let held = states.iter().filter(|state| AuditStage::from(*state).is_held());
        assert_eq!(held.map(AuditState::word).collect::<Vec<_>>(), ["reporting", "completed"]);
        let states = [
            FindingState::Drafted,
            FindingState::Raised,
            FindingState::Acknowledged,
            FindingState::Corrected,
            FindingState::CauseFound,
            FindingState::ActionPlanned,
            FindingState::PlanAccepted,
            FindingState::Implemented,
            FindingState::Verified,
            FindingState::EffectivenessChecked,
            FindingState::Closed { closed: by() },
            FindingState::Withdrawn { withdrawn: by(), withdrawn_why: why() },
        ];
        assert_eq!(states.each_ref().map(|state| state.stage().word()), *FindingState::WORDS);
        assert_eq!(states.iter().filter(|state| !state.stage().stands()).count(), 2);
    }
}
