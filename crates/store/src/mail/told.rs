//! Who is told of what: the one table of it.

use assize_domain::access::Role;
use assize_domain::words;

use Role::{AuditClient, AuditeeContact, ComplaintHandler, Leader, ProgrammeManager, Themself};

words! {
    /// What people are told of.
    pub enum NoticeKind {
        /// A plan was presented.
        PlanPresented = "plan_presented",
        /// An objection to a plan was raised.
        PlanObjected = "plan_objected",
        /// Information is asked for.
        RequestAsked = "request_asked",
        /// A request was answered.
        RequestAnswered = "request_answered",
        /// An answer was returned.
        RequestReturned = "request_returned",
        /// A finding was raised.
        FindingRaised = "finding_raised",
        /// A finding is disputed.
        FindingDisputed = "finding_disputed",
        /// A corrective action was planned, and waits to be accepted.
        ActionPlanned = "action_planned",
        /// A plan of action was accepted: it is to be carried out.
        PlanAccepted = "plan_accepted",
        /// A step was not accepted.
        StepRejected = "step_rejected",
        /// An action was implemented, and waits to be verified.
        ActionImplemented = "action_implemented",
        /// A report was issued.
        ReportIssued = "report_issued",
        /// A complaint was given to somebody to handle.
        ComplaintAssigned = "complaint_assigned",
        /// A complaint was decided.
        ComplaintDecided = "complaint_decided",
        /// Somebody was given a right.
        AccessGiven = "access_given",
        /// Acts from the field wait for a decision.
        FieldWaits = "field_waits",
        /// An answer is due in some days.
        AnswerDueSoon = "answer_due_soon",
        /// An answer is due today.
        AnswerDueToday = "answer_due_today",
        /// An answer is overdue.
        AnswerOverdue = "answer_overdue",
        /// A step of follow-up is due in some days.
        StepDueSoon = "step_due_soon",
        /// A step of follow-up is due today.
        StepDueToday = "step_due_today",
        /// A step of follow-up is overdue.
        StepOverdue = "step_overdue",
        /// What the team is to look at is due in some days.
        CheckDueSoon = "check_due_soon",
        /// What the team is to look at is due today.
        CheckDueToday = "check_due_today",
        /// What the team is to look at is overdue.
        CheckOverdue = "check_overdue",
        /// A passphrase was set.
        PassphraseSet = "passphrase_set",
        /// One-time codes were set up.
        CodesSetUp = "codes_set_up",
        /// One-time codes were ended.
        CodesEnded = "codes_ended",
        /// Recovery codes were made anew.
        RecoveryRenewed = "recovery_renewed",
        /// A passkey was added.
        PasskeyAdded = "passkey_added",
        /// A passkey was removed.
        PasskeyRemoved = "passkey_removed",
        /// An account was locked.
        AccountLocked = "account_locked",
        /// An account was unlocked.
        AccountUnlocked = "account_unlocked",
        /// Everything by which somebody signs in was taken away.
        AccountReset = "account_reset",
        /// Signing in failed many times.
        ManyFailed = "many_failed",
    }
}

/// What calls for a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Called {
    /// An event of the journal, by its kind; of what the event happened to.
    By(&'static str),
    /// A day that something is due on, each step once.
    ByDate,
    /// A change to an account.
    ByAccount,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// What people are told of.
    pub kind: NoticeKind,
    /// What calls for it.
    called: Called,
    /// Who is told: whoever is one of these to the record, and may see it ([`crate::Store::ties`]). *Themself* is whom a request
    /// asks, the owner of an action, whoever is on the distribution list of a report, whoever entered a complaint, whoever was given a right.
    pub who: &'static [Role],
}

impl Told {
    /// Whether it is about somebody's account: such a letter goes out at once, whatever its person has chosen, and alone.
    #[must_use]
    pub const fn is_security(&self) -> bool {
        matches!(self.called, Called::ByAccount)
    }
}

const fn by(event: &'static str, kind: NoticeKind, who: &'static [Role]) -> Told {
    Told { kind, called: Called::By(event), who }
}

const fn by_date(kind: NoticeKind, who: &'static [Role]) -> Told {
    Told { kind, called: Called::ByDate, who }
}

const fn by_account(kind: NoticeKind) -> Told {
    Told { kind, called: Called::ByAccount, who: &[Themself] }
}

/// Which events call for which notice, and who is told. Nobody is told of what they did themselves, nor of what they may not see.
pub const NOTICES: &[Told] = &[
    by("plan.presented", NoticeKind::PlanPresented, &[AuditeeContact, AuditClient]),
    by("plan.objected", NoticeKind::PlanObjected, &[Leader, ProgrammeManager]),
    by("request.asked", NoticeKind::RequestAsked, &[Themself]),
    by("request.answered", NoticeKind::RequestAnswered, &[Leader]),
    by("request.returned", NoticeKind::RequestReturned, &[Themself]),
    by("finding.raised", NoticeKind::FindingRaised, &[AuditeeContact]),
    by("finding.disputed", NoticeKind::FindingDisputed, &[Leader]),
    by("finding.action_planned", NoticeKind::ActionPlanned, &[Leader]),
    by("finding.plan_accepted", NoticeKind::PlanAccepted, &[AuditeeContact, Themself]),
    by("finding.step_rejected", NoticeKind::StepRejected, &[AuditeeContact, Themself]),
    by("finding.implemented", NoticeKind::ActionImplemented, &[Leader]),
    by("report.issued", NoticeKind::ReportIssued, &[Themself]),
    by("complaint.assigned", NoticeKind::ComplaintAssigned, &[ComplaintHandler]),
    by("complaint.decided", NoticeKind::ComplaintDecided, &[Themself, ProgrammeManager]),
    by("access.given", NoticeKind::AccessGiven, &[Themself]),
    by("field.waits", NoticeKind::FieldWaits, &[Leader, ProgrammeManager]),
    by_date(NoticeKind::AnswerDueSoon, &[Themself]),
    by_date(NoticeKind::AnswerDueToday, &[Themself]),
    by_date(NoticeKind::AnswerOverdue, &[Themself, Leader]),
    by_date(NoticeKind::StepDueSoon, &[AuditeeContact, Themself]),
    by_date(NoticeKind::StepDueToday, &[AuditeeContact, Themself]),
    by_date(NoticeKind::StepOverdue, &[AuditeeContact, Themself, Leader, ProgrammeManager]),
    by_date(NoticeKind::CheckDueSoon, &[Leader]),
    by_date(NoticeKind::CheckDueToday, &[Leader]),
    by_date(NoticeKind::CheckOverdue, &[Leader, ProgrammeManager]),
    by_account(NoticeKind::PassphraseSet),
    by_account(NoticeKind::CodesSetUp),
    by_account(NoticeKind::CodesEnded),
    by_account(NoticeKind::RecoveryRenewed),
    by_account(NoticeKind::PasskeyAdded),
    by_account(NoticeKind::PasskeyRemoved),
    by_account(NoticeKind::AccountLocked),
    by_account(NoticeKind::AccountUnlocked),
    by_account(NoticeKind::AccountReset),
    by_account(NoticeKind::ManyFailed),
];

/// The notice that an event of a kind calls for.
pub(super) fn called_for(event: &str) -> Option<NoticeKind> {
    NOTICES.iter().find(|told| matches!(told.called, Called::By(kind) if kind == event)).map(|told| told.kind)
}

impl NoticeKind {
    /// Its line of the table.
    #[must_use]
    pub fn told(self) -> Option<&'static Told> {
        NOTICES.iter().find(|told| told.kind == self)
    }
}

#[cfg(test)]
mod tests {
    use assize_domain::Event;

    use super::*;

    #[test]
    fn every_kind_of_notice_has_one_line_and_every_event_in_it_is_one() {
        for kind in NoticeKind::ALL {
            assert_eq!(NOTICES.iter().filter(|told| told.kind == *kind).count(), 1, "{kind}");
        }
        for told in NOTICES {
            if let Called::By(event) = told.called {
                assert!(Event::KINDS.iter().any(|(kind, _)| *kind == event), "no event `{event}`");
            }
        }
    }
}
