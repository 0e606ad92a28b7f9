//! What a certification's cycle asks for and when (ISO/IEC 17021-1:2015 9.1.3, 9.6). Questions only: answered from the
//! decisions, the audits that were held, and the lengths of the cycle.

use super::{Certification, CertificationState, Decision};
use crate::audit::{Audit, AuditState, last_day};
use crate::kernel::id::CertificationId;
use crate::kernel::macros::{data, words};
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::time::Date;
use crate::words::{AuditType, DecisionKind};

words! {
    /// A step that the cycle asks for.
    pub enum CycleStep {
        /// The first surveillance after the initial certification.
        FirstSurveillance = "first_surveillance",
        /// A surveillance in a calendar year.
        Surveillance = "surveillance",
        /// The decision on recertification.
        Recertification = "recertification",
        /// Restoring a certification that has expired.
        Restoration = "restoration",
        /// The end of a suspension: restored or withdrawn.
        SuspensionEnd = "suspension_end",
    }
}

data! {
    /// A step of the cycle, when it is due, and when it was taken.
    pub struct CycleDue {
        /// The step.
        step: CycleStep,
        /// The last day for it.
        by: Date,
        /// The day on which it was taken, if it was.
        done: Option<Date>,
    }
}

impl CycleDue {
    /// Whether the step was not taken, and its last day is past.
    #[must_use]
    pub fn is_overdue(&self, on: Date) -> bool {
        self.done.is_none() && self.by < on
    }
}

/// What the present cycle of a certification asks for, in the order of the last days; nothing before it is granted and
/// after it is refused or withdrawn.
///
/// # Errors
/// [`Stop::Need`]; [`Stop::Refused`] when there is no such certification.
pub fn cycle(world: &World, certification: CertificationId, on: Date) -> Result<Vec<CycleDue>, Stop> {
    let certification = world.get::<Certification>(certification)?;
    let lengths = &certification.cycle;
    let (expires, suspended) = match &certification.state {
        CertificationState::Applied
        | CertificationState::Withdrawn { .. }
        | CertificationState::Refused { .. } => return Ok(Vec::new()),
        CertificationState::Certified { expires, .. } => (*expires, None),
        CertificationState::Suspended { suspended_since, would_expire } => {
            (*would_expire, Some(*suspended_since))
        }
    };
    let Some(began) = began(certification) else { return Ok(Vec::new()) };
    let surveilled = surveilled(world, certification)?;
    let mut due = Vec::new();
    if began.kind == DecisionKind::Grant {
        let by = began.on.plus_months(lengths.first_surveillance_months);
        let done = surveilled.iter().copied().find(|day| *day >= began.on);
        due.push(CycleDue { step: CycleStep::FirstSurveillance, by, done });
    }
    // The years between that of the decision and that of recertification.
    for year in began.on.year() + 1..expires.year() {
        let done = surveilled.iter().copied().find(|day| day.year() == year);
        due.push(CycleDue { step: CycleStep::Surveillance, by: Date::last_of_year(year), done });
    }
    due.push(CycleDue { step: CycleStep::Recertification, by: expires, done: None });
    if expires < on {
        let by = expires.plus_months(lengths.restore_months);
        due.push(CycleDue { step: CycleStep::Restoration, by, done: None });
    }
    if let Some(since) = suspended {
        let by = since.plus_months(lengths.suspension_months);
        due.push(CycleDue { step: CycleStep::SuspensionEnd, by, done: None });
    }
    due.sort_by_key(|due| due.by);
    Ok(due)
}

/// The decision that began the present cycle: the grant, a renewal, or a restoration after expiry, which renews late.
/// Restoring a suspended certification begins nothing.
fn began(certification: &Certification) -> Option<&Decision> {
    let mut began = None;
    let mut suspended = false;
    for decision in &certification.decisions {
        match decision.kind {
            DecisionKind::Grant | DecisionKind::Renew => began = Some(decision),
            DecisionKind::Restore if !suspended => began = Some(decision),
            DecisionKind::Restore | DecisionKind::Refuse | DecisionKind::Maintain => {}
            DecisionKind::Suspend | DecisionKind::Withdraw => {}
        }
        suspended = decision.kind == DecisionKind::Suspend;
    }
    began
}

/// The last days of the client's surveillance audits, the first one first.
fn surveilled(world: &World, certification: &Certification) -> Result<Vec<Date>, Stop> {
    let mut days = Vec::new();
    for audit in world.list::<Audit>("auditee", certification.auditee)? {
        let initiation = audit.initiation.as_ref();
        let against =
            initiation.is_some_and(|initiation| initiation.criteria.contains(&certification.criteria));
        let held = matches!(audit.state, AuditState::Reporting { .. } | AuditState::Completed { .. });
        if audit.audit_type == AuditType::Surveillance && against && held {
            days.extend(last_day(world, audit)?);
        }
    }
    days.sort_unstable();
    Ok(days)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::policy::Policy;
    use crate::testing::carry::Carried;
    use crate::testing::{CRITERIA, date, id, t};

    fn decided(carried: &Carried, kind: DecisionKind, on: &str) -> Decision {
        let stamp = carried.bench.stamp(carried.bench.cast.decider);
        Decision { kind, audit: None, reason: t("What was found"), on: date(on), stamp }
    }

    fn certified(
        state: CertificationState,
        decisions: &[(DecisionKind, &str)],
    ) -> (Carried, CertificationId) {
        let (mut carried, _) = Carried::reporting("minor");
        carried.bench.change::<Audit>(carried.audit, |audit| audit.audit_type = AuditType::Surveillance);
        let decisions = decisions.iter().map(|(kind, on)| decided(&carried, *kind, on)).collect();
        let certification = id(400);
        carried.bench.put(Certification {
            id: certification,
            auditee: carried.bench.cast.auditee,
            criteria: t(CRITERIA),
            scope: t("Building software"),
            cycle: Policy::default().cycle,
            state,
            reviews: vec![],
            decisions,
        });
        (carried, certification)
    }

    fn asked(
        carried: &Carried,
        certification: CertificationId,
        on: &str,
    ) -> Vec<(CycleStep, String, Option<String>)> {
        let due = cycle(&carried.bench.world, certification, date(on)).unwrap();
        due.into_iter().map(|due| (due.step, due.by.to_string(), due.done.map(|on| on.to_string()))).collect()
    }

    #[test]
    fn a_cycle_asks_for_surveillance_each_year_and_for_recertification_before_expiry() {
        let state = CertificationState::Certified { since: date("2025-10-01"), expires: date("2028-10-01") };
        let (carried, certification) = certified(state, &[(DecisionKind::Grant, "2025-10-01")]);
        let held = Some("2026-09-01".to_owned());
        assert_eq!(
            asked(&carried, certification, "2027-12-31"),
            [
                (CycleStep::FirstSurveillance, "2026-10-01".to_owned(), held.clone()),
                (CycleStep::Surveillance, "2026-12-31".to_owned(), held),
                (CycleStep::Surveillance, "2027-12-31".to_owned(), None),
                (CycleStep::Recertification, "2028-10-01".to_owned(), None),
            ]
        );
        let due = cycle(&carried.bench.world, certification, date("2028-01-01")).unwrap();
        let late = |on: &str| due.iter().filter(|due| due.is_overdue(date(on))).count();
        assert_eq!((late("2027-12-31"), late("2028-01-01"), late("2028-10-02")), (0, 1, 2));
        let expired = asked(&carried, certification, "2028-10-02");
        assert_eq!(expired.last(), Some(&(CycleStep::Restoration, "2029-04-01".to_owned(), None)));
    }

    #[test]
    fn restoring_a_suspended_certification_begins_no_cycle_and_one_that_expired_does() {
        let state = CertificationState::Certified { since: date("2026-03-01"), expires: date("2028-10-01") };
        let decisions = [
            (DecisionKind::Grant, "2025-10-01"),
            (DecisionKind::Suspend, "2026-01-01"),
            (DecisionKind::Restore, "2026-03-01"),
        ];
        let (carried, certification) = certified(state, &decisions);
        assert_eq!(asked(&carried, certification, "2026-10-01").len(), 4);
        let state = CertificationState::Certified { since: date("2029-01-01"), expires: date("2031-10-01") };
        let decisions = [(DecisionKind::Grant, "2025-10-01"), (DecisionKind::Restore, "2029-01-01")];
        let (carried, certification) = certified(state, &decisions);
        let steps: Vec<String> =
            asked(&carried, certification, "2029-10-01").into_iter().map(|(_, by, _)| by).collect();
        assert_eq!(steps, ["2030-12-31", "2031-10-01"]);
    }

    #[test]
    fn a_suspension_has_an_end_and_an_application_asks_for_nothing() {
        let state = CertificationState::Suspended {
            suspended_since: date("2026-01-01"),
            would_expire: date("2028-10-01"),
        };
        let decisions = [(DecisionKind::Grant, "2025-10-01"), (DecisionKind::Suspend, "2026-01-01")];
        let (mut carried, certification) = certified(state, &decisions);
        let asked_now = asked(&carried, certification, "2026-02-01");
        assert_eq!(asked_now.first(), Some(&(CycleStep::SuspensionEnd, "2026-07-01".to_owned(), None)));
        let apply = json!({ "auditee": carried.bench.cast.auditee.to_string(), "criteria": "ISO/IEC 27701:2025", "scope": "Personal data" });
        let applied = carried.done(carried.bench.cast.manager, "certification.apply", apply);
        assert_eq!(asked(&carried, applied.parse().unwrap(), "2026-02-01"), []);
    }
}
