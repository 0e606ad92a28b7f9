//! Monitoring a programme: indicators computed from the records, never typed in (ISO 19011:2018 5.6).

use std::collections::BTreeMap;

use super::briefs::{
    AuditBrief, FindingBrief, InitiationBrief, PartBrief, PlannedBrief, PlannedStage, ProgrammeBriefs,
    ReportBrief, ReportStage,
};
use super::{Objective, Programme};
use crate::audit::closing_day;
use crate::auditee::Auditee;
use crate::finding::{FindingStage, overdue_at};
use crate::kernel::id::{AuditId, AuditeeId, PlannedAuditId, ProgrammeId};
use crate::kernel::macros::data;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::{CriteriaId, Slug};
use crate::kernel::time::{Date, Days};
use crate::words::FindingKind;

data! {
    /// How a programme stands on a date.
    pub struct Indicators {
        /// The programme.
        programme: ProgrammeId,
        /// The date.
        on: Date,
        /// The objectives that the figures are to be read against.
        objectives: Vec<Objective>,
        /// Audits planned and not withdrawn.
        audits_planned: u32,
        /// Of these, audits whose fieldwork has ended.
        audits_held: u32,
        /// Of these, audits whose closing meeting was in the window planned.
        held_on_time: u32,
        /// Audits whose window has passed and whose fieldwork has not ended.
        audits_late: u32,
        /// Auditor days planned for them.
        days_planned: Days,
        /// Auditor days planned for the audits that were completed.
        days_planned_completed: Days,
        /// Auditor days used by the audits that were completed.
        days_used: Days,
        /// Auditor days there are.
        days_available: Days,
        /// Reports that were issued, or are due by the date.
        reports_due: u32,
        /// Of these, reports issued within the days of the policy after the closing meeting.
        reports_in_time: u32,
        /// Nonconformities raised.
        nonconformities: u32,
        /// Of these, closed.
        closed: u32,
        /// Of the closed, those implemented by their due date.
        closed_in_time: u32,
        /// Nonconformities with a step overdue on the date.
        overdue: u32,
        /// How many marks the auditees gave.
        feedback_count: u32,
        /// The mean mark in hundredths, 100 (poor) to 500 (very good), rounded down; none without marks.
        feedback_hundredths: Option<u32>,
        /// What was audited against what: one cell for each set of criteria and each unit of the extent.
        coverage: Vec<CoverageCell>,
    }

    /// A set of criteria in a unit over the programme's period.
    pub struct CoverageCell {
        /// The set of criteria.
        criteria: CriteriaId,
        /// The auditee.
        auditee: AuditeeId,
        /// The unit; none for an auditee without units.
        unit: Option<Slug>,
        /// Audits that are planned to cover it.
        planned: Vec<PlannedAuditId>,
        /// Audits that have covered it.
        held: Vec<AuditId>,
    }
}

/// The indicators of a programme on a date.
///
/// # Errors
/// [`Stop::Need`]; [`Stop::Refused`] when there is no such programme.
pub fn indicators(world: &World, programme: ProgrammeId, on: Date) -> Result<Indicators, Stop> {
    indicators_of(world, programme, on, &ProgrammeBriefs::of(world, programme)?)
}

/// The same of briefs that were read by themselves: of the world it asks for the programme and its auditees alone.
///
/// # Errors
/// [`Stop::Need`]; [`Stop::Refused`] when there is no such programme.
pub fn indicators_of(
    world: &World,
    programme: ProgrammeId,
    on: Date,
    briefs: &ProgrammeBriefs,
) -> Result<Indicators, Stop> {
    let programme = world.get::<Programme>(programme)?;
    let mut found = Indicators {
        programme: programme.id,
        on,
        objectives: programme.objectives.clone(),
        audits_planned: 0,
        audits_held: 0,
        held_on_time: 0,
        audits_late: 0,
        days_planned: Days::from_hundredths(0),
        days_planned_completed: Days::from_hundredths(0),
        days_used: Days::from_hundredths(0),
        days_available: programme.days,
        reports_due: 0,
        reports_in_time: 0,
        nonconformities: 0,
        closed: 0,
        closed_in_time: 0,
        overdue: 0,
        feedback_count: 0,
        feedback_hundredths: None,
        coverage: empty_coverage(world, programme)?,
    };
    let cases = cases(briefs);
    for planned in briefs.planned.iter().filter(|planned| planned.state == PlannedStage::Planned) {
        let case = cases.get(&planned.id.into());
        found.audits_planned += 1;
        add(&mut found.days_planned, planned.outline.days);
        let held = case.is_some_and(|case| case.audit.state.is_held());
        let late = planned.outline.window.to.is_some_and(|to| to < on);
        found.audits_held += u32::from(held);
        found.audits_late += u32::from(late && !held);
        found.cover(world, planned, case.filter(|_| held).map(|case| case.audit))?;
        if let Some(case) = case {
            found.count(programme, planned, case, on);
        }
    }
    let marks: Vec<u32> = briefs
        .audits
        .iter()
        .flat_map(|audit| &audit.feedback)
        .map(|feedback| u32::from(feedback.mark))
        .collect();
    found.feedback_count = u32::try_from(marks.len()).unwrap_or(u32::MAX);
    found.feedback_hundredths = (marks.iter().sum::<u32>() * 100).checked_div(found.feedback_count);
    Ok(found)
}

/// An audit with what hangs on it.
struct Case<'b> {
    audit: &'b AuditBrief,
    closing: Option<Date>,
    reports: Vec<&'b ReportBrief>,
    findings: Vec<&'b FindingBrief>,
}

fn cases(briefs: &ProgrammeBriefs) -> BTreeMap<AuditId, Case<'_>> {
    let mut meetings: BTreeMap<AuditId, Vec<_>> = BTreeMap::new();
    for meeting in &briefs.meetings {
        meetings.entry(meeting.audit).or_default().push((meeting.kind, meeting.held));
    }
    let case = |audit| Case { audit, closing: None, reports: Vec::new(), findings: Vec::new() };
    let mut cases: BTreeMap<AuditId, Case<'_>> =
        briefs.audits.iter().map(|audit| (audit.id, case(audit))).collect();
    for (audit, meetings) in meetings {
        if let Some(case) = cases.get_mut(&audit) {
            case.closing = closing_day(meetings);
        }
    }
    for report in &briefs.reports {
        if let Some(case) = cases.get_mut(&report.audit) {
            case.reports.push(report);
        }
    }
    for finding in &briefs.findings {
        if let Some(case) = cases.get_mut(&finding.audit) {
            case.findings.push(finding);
        }
    }
    cases
}

fn add(days: &mut Days, more: Days) {
    *days = Days::from_hundredths(days.hundredths().saturating_add(more.hundredths()));
}

fn empty_coverage(world: &World, programme: &Programme) -> Result<Vec<CoverageCell>, Stop> {
    let mut cells = Vec::new();
    let Some(extent) = &programme.extent else { return Ok(cells) };
    world.want(extent.auditees.iter().map(|part| part.auditee))?;
    for criteria in &extent.criteria {
        for part in &extent.auditees {
            let cell = |unit| CoverageCell {
                criteria: criteria.clone(),
                auditee: part.auditee,
                unit,
                planned: Vec::new(),
                held: Vec::new(),
            };
            let units = units_of(world, &part.into())?;
            if units.is_empty() {
                cells.push(cell(None));
            }
            cells.extend(units.into_iter().map(|unit| cell(Some(unit))));
        }
    }
    Ok(cells)
}

/// The units of a part: those named, or all that the auditee has.
fn units_of(world: &World, part: &PartBrief) -> Result<Vec<Slug>, Stop> {
    if !part.units.is_empty() {
        return Ok(part.units.clone());
    }
    Ok(world.get::<Auditee>(part.auditee)?.units.iter().map(|unit| unit.key.clone()).collect())
}

impl Indicators {
    fn cover(
        &mut self,
        world: &World,
        planned: &PlannedBrief,
        held: Option<&AuditBrief>,
    ) -> Result<(), Stop> {
        let outline = &planned.outline;
        let units = units_of(world, &outline.part)?;
        // What was held is what the audit's own scope came to be.
        let done: Option<(AuditId, &InitiationBrief)> =
            held.and_then(|audit| audit.initiation.as_ref().map(|initiation| (audit.id, initiation)));
        let done_units = done.map(|(_, initiation)| units_of(world, &initiation.part)).transpose()?;
        for cell in self.coverage.iter_mut().filter(|cell| cell.auditee == planned.auditee) {
            let in_units = |units: &[Slug]| cell.unit.as_ref().is_none_or(|unit| units.contains(unit));
            if outline.criteria.contains(&cell.criteria) && in_units(&units) {
                cell.planned.push(planned.id);
            }
            if let (Some((audit, initiation)), Some(units)) = (done, &done_units)
                && initiation.criteria.contains(&cell.criteria)
                && in_units(units)
            {
                cell.held.push(audit);
            }
        }
        Ok(())
    }

    fn count(&mut self, programme: &Programme, planned: &PlannedBrief, case: &Case<'_>, on: Date) {
        if let Some(closing) = case.closing {
            self.held_on_time +=
                u32::from(case.audit.state.is_held() && planned.outline.window.holds(closing));
            let due = closing.plus_days(programme.policy.report_due_days);
            let issued = first_issue(&case.reports);
            self.reports_due += u32::from(issued.is_some() || due < on);
            self.reports_in_time += u32::from(issued.is_some_and(|issued| issued <= due));
        }
        if let Some(completion) = &case.audit.completion {
            add(&mut self.days_used, completion.days_used);
            add(&mut self.days_planned_completed, case.audit.days_planned);
        }
        for finding in &case.findings {
            if finding.text.kind == FindingKind::Nonconformity && finding.state.stands() {
                self.count_nonconformity(finding, on);
            }
        }
    }

    fn count_nonconformity(&mut self, finding: &FindingBrief, on: Date) {
        self.nonconformities += 1;
        let overdue = finding.due.as_ref().and_then(|due| overdue_at(finding.state, due, on));
        self.overdue += u32::from(overdue.is_some());
        if finding.state == FindingStage::Closed {
            self.closed += 1;
            let in_time = finding.due.as_ref().zip(finding.implementation.as_ref());
            let in_time = in_time.is_some_and(|(due, done)| done.stamp.at.date() <= due.implement);
            self.closed_in_time += u32::from(in_time);
        }
    }
}

/// The day on which the first version of the report was issued.
fn first_issue(reports: &[&ReportBrief]) -> Option<Date> {
    let issued = reports.iter().filter_map(|report| match &report.state {
        ReportStage::Issued { issued } => Some(issued.at.date()),
        ReportStage::Replaced { issued_before } => Some(issued_before.at.date()),
        ReportStage::Draft | ReportStage::Reviewed | ReportStage::Approved => None,
    });
    issued.min()
}
