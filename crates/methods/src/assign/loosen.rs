//! The rules and facts that can take part in a clash, and the problem without them.

use assize_domain::kernel::said::{Said, either, listed, say};
use assize_domain::kernel::text::Slug;
use assize_domain::words::TeamRole;

use super::answer::Fact;
use super::problem::{AssignmentProblem, Auditor, PlannedAudit, Tie};
use super::rules;
use super::sound::WINDOW_DAYS_MAX;

/// A rule or fact, by positions in the problem's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// The audit's fixed seats and first day.
    Fixed(usize),
    /// A relation of a person.
    Tie(usize, usize),
    /// Rotation in the audit.
    Rotation(usize),
    /// A span in which a person is away.
    Away(usize, usize),
    /// The spans in which a person is available.
    Available(usize),
    /// The most days of a person.
    DaysMax(usize),
    /// The most days of a person in a month.
    MonthMax(usize),
    /// The methods of a person.
    Methods(usize),
    /// The audit's languages.
    Languages(usize),
    /// That only those qualified lead.
    Leading,
    /// The audit's window.
    Window(usize),
    /// The end of validity of a person's competence.
    Validity(usize, usize),
    /// An area that the audit's team covers.
    Area(usize, usize),
    /// The size of the audit's team.
    TeamSize(usize),
}

/// Everything in the problem that could take part in a clash. What is tried first stands first: facts of one person before
/// what the audits ask for, so that the latter stay where either would do.
pub(super) fn elements(problem: &AssignmentProblem) -> Vec<Element> {
    let mut elements = Vec::new();
    let of_audits = |asks: &dyn Fn(usize, &PlannedAudit) -> Option<Element>| -> Vec<Element> {
        problem.audits.iter().enumerate().filter_map(|(at, audit)| asks(at, audit)).collect()
    };
    for (at, auditor) in problem.auditors.iter().enumerate() {
        let is_near = |tie: &Tie| problem.audits.iter().any(|audit| audit.auditee == tie.auditee);
        let ties = auditor.relations.iter().enumerate().filter(|(_, tie)| is_near(tie));
        elements.extend(ties.map(|(nth, _)| Element::Tie(at, nth)));
        elements.extend((0..auditor.away.len()).map(|nth| Element::Away(at, nth)));
        let dated =
            auditor.competences.iter().enumerate().filter(|(_, shown)| shown.from.or(shown.to).is_some());
        elements.extend(dated.map(|(nth, _)| Element::Validity(at, nth)));
        elements.extend((!auditor.available.is_empty()).then_some(Element::Available(at)));
        elements.extend(auditor.days_max.map(|_| Element::DaysMax(at)));
        elements.extend(auditor.month_days_max.map(|_| Element::MonthMax(at)));
        elements.extend((!auditor.methods.is_empty()).then_some(Element::Methods(at)));
    }
    elements.extend(of_audits(&|at, audit| audit.fixed.as_ref().map(|_| Element::Fixed(at))));
    elements
        .extend(of_audits(&|at, audit| (!audit.previous_teams.is_empty()).then_some(Element::Rotation(at))));
    elements.extend(of_audits(&|at, audit| (!audit.languages.is_empty()).then_some(Element::Languages(at))));
    elements.extend(of_audits(&|at, _| Some(Element::TeamSize(at))));
    elements.push(Element::Leading);
    elements.extend(of_audits(&|at, _| Some(Element::Window(at))));
    for (at, audit) in problem.audits.iter().enumerate() {
        elements.extend((0..audit.competences.len()).map(|nth| Element::Area(at, nth)));
    }
    elements
}

/// The problem without these elements; the team sizes are the model's matter ([`super::model::Model::with_free_sizes`]).
pub(super) fn without(problem: &AssignmentProblem, loosened: &[Element]) -> AssignmentProblem {
    let mut loose = problem.clone();
    let is_loose = |element: Element| loosened.contains(&element);
    for (at, audit) in loose.audits.iter_mut().enumerate() {
        if is_loose(Element::Fixed(at)) {
            audit.fixed = None;
        }
        if is_loose(Element::Rotation(at)) {
            audit.previous_teams.clear();
        }
        if is_loose(Element::Languages(at)) {
            audit.languages.clear();
        }
        if is_loose(Element::Window(at)) {
            widen(audit);
        }
        let mut nth = 0..;
        audit.competences.retain(|_| !nth.next().is_some_and(|nth| is_loose(Element::Area(at, nth))));
    }
    for (at, auditor) in loose.auditors.iter_mut().enumerate() {
        let mut nth = 0..;
        auditor.relations.retain(|_| !nth.next().is_some_and(|nth| is_loose(Element::Tie(at, nth))));
        let mut nth = 0..;
        auditor.away.retain(|_| !nth.next().is_some_and(|nth| is_loose(Element::Away(at, nth))));
        for (nth, shown) in auditor.competences.iter_mut().enumerate() {
            if is_loose(Element::Validity(at, nth)) {
                (shown.from, shown.to) = (None, None);
            }
        }
        if is_loose(Element::Available(at)) {
            auditor.available.clear();
        }
        if is_loose(Element::DaysMax(at)) {
            auditor.days_max = None;
        }
        if is_loose(Element::MonthMax(at)) {
            auditor.month_days_max = None;
        }
        if is_loose(Element::Methods(at)) {
            auditor.methods.clear();
        }
        if is_loose(Element::Leading)
            && auditor.roles.contains(&TeamRole::Auditor)
            && !auditor.roles.contains(&TeamRole::Leader)
        {
            auditor.roles.push(TeamRole::Leader);
        }
    }
    loose
}

/// Gives the audit a window of a year around its own.
fn widen(audit: &mut PlannedAudit) {
    let length = audit.window_end().days_since(audit.window.from);
    let room = u32::try_from((WINDOW_DAYS_MAX - 1 - length).max(0)).unwrap_or(0);
    audit.window.to = Some(audit.window_end().plus_days(room - room / 2));
    audit.window.from = audit.window.from.minus_days(room / 2);
}

/// The element in words, with what would take it away. `could` names people who, with what is missing, would free the clash.
pub(super) fn fact(problem: &AssignmentProblem, element: Element, could: &[Slug]) -> Option<Fact> {
    let (rule, what, freed_by) = match element {
        Element::Fixed(_)
        | Element::Rotation(_)
        | Element::Languages(_)
        | Element::Window(_)
        | Element::Area(..)
        | Element::TeamSize(_) => of_audit(problem, element, could)?,
        Element::Leading => {
            let freed_by = if could.is_empty() {
                say!("qualify somebody of the team as leader")
            } else {
                say!("qualify `{who}` as leader", who = either(could))
            };
            ("role", say!("each audit is led by one qualified leader, ISO 19011:2018 5.5.4"), freed_by)
        }
        Element::Tie(..)
        | Element::Away(..)
        | Element::Available(_)
        | Element::DaysMax(_)
        | Element::MonthMax(_)
        | Element::Methods(_)
        | Element::Validity(..) => of_person(problem, element)?,
    };
    Some(Fact { rule, what, freed_by })
}

type Told = (&'static str, Said, Said);

fn of_audit(problem: &AssignmentProblem, element: Element, could: &[Slug]) -> Option<Told> {
    let audit = |at: usize| problem.audits.get(at);
    Some(match element {
        Element::Fixed(at) => {
            let id = &audit(at)?.id;
            (
                "fixed",
                say!("seats or the first day of `{id}` are fixed", id),
                say!("free what is fixed of `{id}`", id),
            )
        }
        Element::Rotation(at) => {
            let id = &audit(at)?.id;
            (
                "rotation",
                say!("people came to the auditee of `{id}` as often in a row as the policy allows", id),
                say!("allow one more audit in a row for `{id}`, or train others", id),
            )
        }
        Element::Languages(at) => {
            let audit = audit(at)?;
            let (id, languages) = (&audit.id, listed(audit.languages.iter()));
            (
                "language",
                say!("each in the team of `{id}` speaks one of {languages}", id, languages),
                say!(
                    "find people who speak one of {languages}, or hold `{id}` in another language",
                    languages,
                    id
                ),
            )
        }
        Element::Window(at) => {
            let audit = audit(at)?;
            (
                "window",
                say!(
                    "`{id}` takes {days} working days from {from} to {to}",
                    id = &audit.id,
                    days = audit.days,
                    from = audit.window.from,
                    to = audit.window_end()
                ),
                say!("move or widen the window of `{id}`", id = &audit.id),
            )
        }
        Element::Area(at, nth) => {
            let audit = audit(at)?;
            let area = audit.competences.get(nth)?;
            let has = |auditor: &&Auditor| auditor.competences.iter().any(|shown| shown.area == *area);
            let count = problem.auditors.iter().filter(has).count();
            let from = audit.window.from;
            let freed_by = if could.is_empty() {
                say!("train more auditors in `{area}` by {from}", area, from)
            } else {
                say!("train `{who}` in `{area}` by {from}", who = either(could), area, from)
            };
            (
                "competence",
                say!(
                    "the team of `{id}` covers `{area}`, in which {count} of the {all} people are competent; ISO 19011:2018 5.5.4",
                    id = &audit.id,
                    area,
                    count,
                    all = problem.auditors.len()
                ),
                freed_by,
            )
        }
        Element::TeamSize(at) => {
            let audit = audit(at)?;
            (
                "team",
                say!(
                    "the team of `{id}` is of {size}, the leader counted",
                    id = &audit.id,
                    size = audit.team_size
                ),
                say!("change the team size of `{id}`", id = &audit.id),
            )
        }
        _ => return None,
    })
}

fn of_person(problem: &AssignmentProblem, element: Element) -> Option<Told> {
    let auditor = |at: usize| problem.auditors.get(at);
    Some(match element {
        Element::Tie(at, nth) => {
            let auditor = auditor(at)?;
            let tie = auditor.relations.get(nth)?;
            let bars = problem.policy.clone().unwrap_or_default().bars_in_force();
            let audits = problem.audits.iter().filter(|audit| audit.auditee == tie.auditee);
            let kinds: Vec<_> = audits.map(|audit| audit.audit_type).collect();
            let bar = bars.iter().find(|bar| {
                super::sound::ROLES
                    .iter()
                    .any(|role| kinds.iter().any(|kind| bar.is_about(tie.kind, *role, *kind)))
            })?;
            let barred = rules::Barred::Impartiality(tie, bar);
            let over = tie.period.to.map(|to| to.plus_months(bar.cooling_months));
            let freed_by = match over {
                _ if bar.liftable => {
                    say!(
                        "approve safeguards for `{id}` at `{auditee}`",
                        id = &auditor.id,
                        auditee = &tie.auditee
                    )
                }
                Some(over) => {
                    say!("hold the audit of `{auditee}` after {over}", auditee = &tie.auditee, over)
                }
                None => say!("find somebody without a relation to `{auditee}`", auditee = &tie.auditee),
            };
            ("impartiality", say!("`{id}` {barred}", id = &auditor.id, barred = barred.said()), freed_by)
        }
        Element::Away(at, nth) => {
            let auditor = auditor(at)?;
            let barred = rules::Barred::Away(auditor.away.get(nth)?);
            (
                "availability",
                say!("`{id}` is {barred}", id = &auditor.id, barred = barred.said()),
                say!("move the absence of `{id}`", id = &auditor.id),
            )
        }
        Element::Available(at) => {
            let id = &auditor(at)?.id;
            (
                "availability",
                say!("`{id}` is there in {count} spans only", id, count = auditor(at)?.available.len()),
                say!("extend the availability of `{id}`", id),
            )
        }
        Element::DaysMax(at) => {
            let auditor = auditor(at)?;
            let (most, before) = (auditor.days_max?, auditor.days_before.unwrap_or(0));
            (
                "workload",
                say!(
                    "`{id}` works at most {most} days, {before} of which are gone",
                    id = &auditor.id,
                    most,
                    before
                ),
                say!("raise `days_max` of `{id}`", id = &auditor.id),
            )
        }
        Element::MonthMax(at) => {
            let auditor = auditor(at)?;
            (
                "workload",
                say!(
                    "`{id}` works at most {most} days a month",
                    id = &auditor.id,
                    most = auditor.month_days_max?
                ),
                say!("raise `month_days_max` of `{id}`", id = &auditor.id),
            )
        }
        Element::Methods(at) => {
            let auditor = auditor(at)?;
            let methods = listed(auditor.methods.iter());
            (
                "method",
                say!("`{id}` audits by {methods} only, ISO 19011:2018 A.1", id = &auditor.id, methods),
                say!("train `{id}` in the audit's method", id = &auditor.id),
            )
        }
        Element::Validity(at, nth) => {
            let auditor = auditor(at)?;
            let shown = auditor.competences.get(nth)?;
            let (id, area) = (&auditor.id, &shown.area);
            let what = match (shown.from, shown.to) {
                (None, None) => say!("`{id}` is competent in `{area}` only", id, area),
                (Some(from), None) => {
                    say!("`{id}` is competent in `{area}` from {from} only", id, area, from)
                }
                (None, Some(to)) => say!("`{id}` is competent in `{area}` until {to} only", id, area, to),
                (Some(from), Some(to)) => {
                    say!("`{id}` is competent in `{area}` from {from} until {to} only", id, area, from, to)
                }
            };
            ("competence", what, say!("renew the competence of `{id}` in `{area}`", id, area))
        }
        _ => return None,
    })
}
