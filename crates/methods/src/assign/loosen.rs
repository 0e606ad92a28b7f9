//! The rules and facts that can take part in a clash, and the problem without them.

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
            let who = if could.is_empty() { "somebody of the team".to_owned() } else { any_of(could) };
            (
                "role",
                "each audit is led by one qualified leader, ISO 19011:2018 5.5.4".to_owned(),
                format!("qualify {who} as leader"),
            )
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

type Said = (&'static str, String, String);

fn of_audit(problem: &AssignmentProblem, element: Element, could: &[Slug]) -> Option<Said> {
    let audit = |at: usize| problem.audits.get(at);
    Some(match element {
        Element::Fixed(at) => {
            let id = &audit(at)?.id;
            (
                "fixed",
                format!("seats or the first day of `{id}` are fixed"),
                format!("free what is fixed of `{id}`"),
            )
        }
        Element::Rotation(at) => {
            let id = &audit(at)?.id;
            (
                "rotation",
                format!("people came to the auditee of `{id}` as often in a row as the policy allows"),
                format!("allow one more audit in a row for `{id}`, or train others"),
            )
        }
        Element::Languages(at) => {
            let audit = audit(at)?;
            let languages =
                audit.languages.iter().map(|language| language.as_str()).collect::<Vec<_>>().join(", ");
            (
                "language",
                format!("each in the team of `{}` speaks one of {languages}", audit.id),
                format!(
                    "find people who speak one of {languages}, or hold `{}` in another language",
                    audit.id
                ),
            )
        }
        Element::Window(at) => {
            let audit = audit(at)?;
            (
                "window",
                format!(
                    "`{}` takes {} working days from {} to {}",
                    audit.id,
                    audit.days,
                    audit.window.from,
                    audit.window_end()
                ),
                format!("move or widen the window of `{}`", audit.id),
            )
        }
        Element::Area(at, nth) => {
            let audit = audit(at)?;
            let area = audit.competences.get(nth)?;
            let has = |auditor: &&Auditor| auditor.competences.iter().any(|shown| shown.area == *area);
            let count = problem.auditors.iter().filter(has).count();
            let who = if could.is_empty() { "more auditors".to_owned() } else { any_of(could) };
            (
                "competence",
                format!(
                    "the team of `{}` covers `{area}`, in which {count} of the {} people are competent; ISO 19011:2018 5.5.4",
                    audit.id,
                    problem.auditors.len()
                ),
                format!("train {who} in `{area}` by {}", audit.window.from),
            )
        }
        Element::TeamSize(at) => {
            let audit = audit(at)?;
            (
                "team",
                format!("the team of `{}` is of {}, the leader counted", audit.id, audit.team_size),
                format!("change the team size of `{}`", audit.id),
            )
        }
        _ => return None,
    })
}

fn of_person(problem: &AssignmentProblem, element: Element) -> Option<Said> {
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
                _ if bar.liftable => format!("approve safeguards for `{}` at `{}`", auditor.id, tie.auditee),
                Some(over) => format!("hold the audit of `{}` after {over}", tie.auditee),
                None => format!("find somebody without a relation to `{}`", tie.auditee),
            };
            ("impartiality", format!("`{}` {barred}", auditor.id), freed_by)
        }
        Element::Away(at, nth) => {
            let auditor = auditor(at)?;
            let barred = rules::Barred::Away(auditor.away.get(nth)?);
            (
                "availability",
                format!("`{}` is {barred}", auditor.id),
                format!("move the absence of `{}`", auditor.id),
            )
        }
        Element::Available(at) => {
            let id = &auditor(at)?.id;
            (
                "availability",
                format!("`{id}` is there in {} spans only", auditor(at)?.available.len()),
                format!("extend the availability of `{id}`"),
            )
        }
        Element::DaysMax(at) => {
            let auditor = auditor(at)?;
            let (most, before) = (auditor.days_max?, auditor.days_before.unwrap_or(0));
            (
                "workload",
                format!("`{}` works at most {most} days, {before} of which are gone", auditor.id),
                format!("raise `days_max` of `{}`", auditor.id),
            )
        }
        Element::MonthMax(at) => {
            let auditor = auditor(at)?;
            (
                "workload",
                format!("`{}` works at most {} days a month", auditor.id, auditor.month_days_max?),
                format!("raise `month_days_max` of `{}`", auditor.id),
            )
        }
        Element::Methods(at) => {
            let auditor = auditor(at)?;
            let methods = auditor.methods.iter().map(|method| method.word()).collect::<Vec<_>>().join(", ");
            (
                "method",
                format!("`{}` audits by {methods} only, ISO 19011:2018 A.1", auditor.id),
                format!("train `{}` in the audit's method", auditor.id),
            )
        }
        Element::Validity(at, nth) => {
            let auditor = auditor(at)?;
            let shown = auditor.competences.get(nth)?;
            let since = shown.from.map(|from| format!(" from {from}")).unwrap_or_default();
            let until = shown.to.map(|to| format!(" until {to}")).unwrap_or_default();
            (
                "competence",
                format!("`{}` is competent in `{}`{since}{until} only", auditor.id, shown.area),
                format!("renew the competence of `{}` in `{}`", auditor.id, shown.area),
            )
        }
        _ => return None,
    })
}

fn any_of(people: &[Slug]) -> String {
    people.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" or ")
}
