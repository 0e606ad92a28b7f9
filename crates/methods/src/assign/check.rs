//! An answer looked at anew, from the rules and the problem as it was given: nothing here is shared with the solver.
//!
//! It walks the calendar day by day and the lists from end to end, so that it is plain rather than fast. Nothing leaves the method
//! that breaks a rule here, and what the plan costs is what is counted here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use assize_domain::kernel::text::Slug;
use assize_domain::kernel::time::Date;
use assize_domain::words::{AuditMethod, TeamRole};

use super::problem::{AssignmentProblem, Auditor, Faces, PlannedAudit, Rotation, Seat, Weekday};

/// An audit with its team and dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The audit's key.
    pub audit: Slug,
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// The team; the leader first.
    pub members: Vec<Seat>,
}

/// A rule that an answer breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule's key.
    pub rule: &'static str,
    /// The audit in which.
    pub audit: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in `{}`: {}", self.rule, self.audit, self.what)
    }
}

/// What a plan costs, in cents unless the name says otherwise; the weights are in the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Daily rates.
    pub fees: i64,
    /// Journeys.
    pub travel: i64,
    /// Days spent on journeys.
    pub travel_days: i64,
    /// Faces against the wish.
    pub faces: i64,
    /// Learning places left empty.
    pub learning: i64,
    /// Uneven workload.
    pub evenness: i64,
    /// Changes of the present plan: a person added, left out or given another role, or an audit's first day moved. A number.
    pub changes: i64,
}

impl Costs {
    /// All but the changes, in cents.
    #[must_use]
    pub fn sum(&self) -> i64 {
        self.fees + self.travel + self.travel_days + self.faces + self.learning + self.evenness
    }
}

/// Every rule that the assignments break.
#[must_use]
pub fn violations(problem: &AssignmentProblem, assignments: &[Assignment]) -> Vec<Violation> {
    let mut check = Check { problem, found: Vec::new(), busy: BTreeMap::new() };
    let mut seen = BTreeSet::new();
    for assignment in assignments {
        match problem.audits.iter().find(|audit| audit.id == assignment.audit) {
            Some(audit) if seen.insert(&audit.id) => check.assignment(audit, assignment),
            Some(audit) => check.say("audit", audit, "is assigned twice"),
            None => check.found.push(Violation {
                rule: "audit",
                audit: assignment.audit.to_string(),
                what: "is not an audit of the problem".to_owned(),
            }),
        }
    }
    check.workload();
    check.found
}

struct Check<'p> {
    problem: &'p AssignmentProblem,
    found: Vec<Violation>,
    /// For each person the days given, with the audit.
    busy: BTreeMap<Slug, BTreeMap<Date, Slug>>,
}

impl<'p> Check<'p> {
    fn say(&mut self, rule: &'static str, audit: &PlannedAudit, what: impl Into<String>) {
        self.found.push(Violation { rule, audit: audit.id.to_string(), what: what.into() });
    }

    fn assignment(&mut self, audit: &'p PlannedAudit, assignment: &Assignment) {
        let days = working_days_from(self.problem, assignment.start, audit.days.into());
        if !works(self.problem, assignment.start) || days.last() != Some(&assignment.end) {
            self.say(
                "dates",
                audit,
                format!("{} to {} is not {} working days", assignment.start, assignment.end, audit.days),
            );
        }
        if assignment.start < audit.window.from || audit.window.to.is_none_or(|to| to < assignment.end) {
            self.say(
                "window",
                audit,
                format!("{} to {} is outside the window", assignment.start, assignment.end),
            );
        }
        self.fixed(audit, assignment);
        self.team(audit, assignment);
        let mut people = BTreeSet::new();
        for seat in &assignment.members {
            if !people.insert(&seat.auditor) {
                self.say("team", audit, format!("`{}` has two seats", seat.auditor));
            }
            match self.problem.auditors.iter().find(|auditor| auditor.id == seat.auditor) {
                Some(auditor) => self.member(audit, auditor, seat.role, assignment, &days),
                None => self.say("team", audit, format!("`{}` is not one of the auditors", seat.auditor)),
            }
        }
        self.competence(audit, assignment, &days);
    }

    fn fixed(&mut self, audit: &PlannedAudit, assignment: &Assignment) {
        let Some(fixed) = &audit.fixed else { return };
        if fixed.start.is_some_and(|start| start != assignment.start) {
            self.say("fixed", audit, "the first day is fixed to another");
        }
        for seat in fixed.members.iter().filter(|seat| !assignment.members.contains(seat)) {
            self.say("fixed", audit, format!("`{}` is fixed as {} and missing", seat.auditor, seat.role));
        }
        if fixed.whole == Some(true) && assignment.members.len() != fixed.members.len() {
            self.say("fixed", audit, "the team is fixed as a whole, and somebody was added");
        }
    }

    fn team(&mut self, audit: &PlannedAudit, assignment: &Assignment) {
        let count = |role| assignment.members.iter().filter(|seat| seat.role == role).count();
        let (leaders, auditors) = (count(TeamRole::Leader), count(TeamRole::Auditor));
        if leaders != 1 || leaders + auditors != usize::from(audit.team_size) {
            self.say(
                "team",
                audit,
                format!("{leaders} leaders and {auditors} auditors for a team of {}", audit.team_size),
            );
        }
        if count(TeamRole::TechnicalExpert) > usize::from(audit.experts_max.unwrap_or(0)) {
            self.say("team", audit, "more technical experts than places");
        }
        if count(TeamRole::Trainee) > usize::from(audit.learning_places.unwrap_or(0)) {
            self.say("team", audit, "more auditors in training than places");
        }
        if assignment.members.iter().any(|seat| !super::sound::ROLES.contains(&seat.role)) {
            self.say("team", audit, "a role that is not assigned here");
        }
    }

    fn member(
        &mut self,
        audit: &PlannedAudit,
        auditor: &Auditor,
        role: TeamRole,
        assignment: &Assignment,
        days: &[Date],
    ) {
        let id = &auditor.id;
        if !auditor.roles.contains(&role) {
            self.say("role", audit, format!("`{id}` may not be {role}"));
        }
        if !audit.languages.is_empty()
            && audit.languages.iter().all(|language| !auditor.languages.contains(language))
        {
            self.say("language", audit, format!("`{id}` speaks none of its languages"));
        }
        if !auditor.methods.is_empty() && !auditor.methods.contains(&audit.method) {
            self.say("method", audit, format!("`{id}` does not audit {}", audit.method));
        }
        let policy = self.problem.policy.clone().unwrap_or_default();
        for tie in auditor.relations.iter().filter(|tie| tie.auditee == audit.auditee) {
            for bar in
                policy.bars_in_force().iter().filter(|bar| bar.is_about(tie.kind, role, audit.audit_type))
            {
                let is_lifted = bar.liftable && tie.safeguards.is_some();
                let over = tie.period.to.map(|to| to.plus_months(bar.cooling_months));
                let holds = |day: &Date| tie.period.from <= *day && over.is_none_or(|over| *day <= over);
                let calendar_days = days_between(assignment.start, assignment.end);
                if !is_lifted && calendar_days.iter().any(holds) {
                    self.say(
                        "impartiality",
                        audit,
                        format!("`{id}` is barred by {}, {}", tie.kind, bar.source),
                    );
                }
            }
        }
        for rule in &policy.rotation {
            if came_too_often(audit, auditor, role, rule) {
                self.say("rotation", audit, format!("`{id}` came too often in a row"));
            }
        }
        let (out, back) = journey_days(self.problem, audit, auditor);
        let way_out = working_days_before(self.problem, assignment.start, out);
        let way_back = working_days_from(self.problem, assignment.end.plus_days(1), back);
        for day in way_out.iter().chain(days).chain(&way_back) {
            let is_there =
                auditor.available.is_empty() || auditor.available.iter().any(|period| period.holds(*day));
            if !is_there || auditor.away.iter().any(|period| period.holds(*day)) {
                self.say("availability", audit, format!("`{id}` is not available on {day}"));
            }
            let other = self.busy.entry(id.clone()).or_default().insert(*day, audit.id.clone());
            if let Some(other) = other {
                self.say("double_booking", audit, format!("`{id}` is in `{other}` too on {day}"));
            }
        }
    }

    fn competence(&mut self, audit: &PlannedAudit, assignment: &Assignment, days: &[Date]) {
        let judging = |seat: &&Seat| seat.role != TeamRole::Trainee;
        for area in &audit.competences {
            let covered = assignment.members.iter().filter(judging).any(|seat| {
                let auditor = self.problem.auditors.iter().find(|auditor| auditor.id == seat.auditor);
                auditor.is_some_and(|auditor| {
                    auditor.competences.iter().filter(|shown| shown.area == *area).any(|shown| {
                        days.iter().all(|day| {
                            shown.from.is_none_or(|from| from <= *day) && shown.to.is_none_or(|to| *day <= to)
                        })
                    })
                })
            });
            if !covered {
                self.say(
                    "competence",
                    audit,
                    format!("nobody in the team is competent in `{area}` on all its days"),
                );
            }
        }
    }

    fn workload(&mut self) {
        for auditor in &self.problem.auditors {
            let Some(days) = self.busy.get(&auditor.id) else { continue };
            let before = usize::from(auditor.days_before.unwrap_or(0));
            let mut say = |what: String| {
                self.found.push(Violation { rule: "workload", audit: String::new(), what });
            };
            if auditor.days_max.is_some_and(|most| before + days.len() > usize::from(most)) {
                say(format!("`{}` works {} days", auditor.id, before + days.len()));
            }
            let mut months: BTreeMap<(i16, i8), usize> = BTreeMap::new();
            for day in days.keys() {
                *months.entry((day.year(), day.month())).or_default() += 1;
            }
            for ((year, month), days) in months {
                if auditor.month_days_max.is_some_and(|most| days > usize::from(most)) {
                    say(format!("`{}` works {days} days in {year}-{month:02}", auditor.id));
                }
            }
        }
    }
}

/// What the assignments cost.
#[must_use]
pub fn costs(problem: &AssignmentProblem, assignments: &[Assignment]) -> Costs {
    let weights = problem.policy.clone().unwrap_or_default().weights.unwrap_or_default();
    let mut costs = Costs::default();
    let mut worked: BTreeMap<&Slug, i64> = BTreeMap::new();
    for assignment in assignments {
        let Some(audit) = problem.audits.iter().find(|audit| audit.id == assignment.audit) else { continue };
        let trainees = assignment.members.iter().filter(|seat| seat.role == TeamRole::Trainee).count() as i64;
        costs.learning +=
            (i64::from(audit.learning_places.unwrap_or(0)) - trainees) * i64::from(weights.learning_cents);
        costs.changes += changes(audit, assignment);
        let latest = audit.previous_teams.iter().max_by_key(|team| team.date);
        for seat in &assignment.members {
            let Some(auditor) = problem.auditors.iter().find(|auditor| auditor.id == seat.auditor) else {
                continue;
            };
            let (out, back) = journey_days(problem, audit, auditor);
            let travel_days = (out + back) as i64;
            let days = i64::from(audit.days) + travel_days;
            *worked.entry(&auditor.id).or_default() += days;
            costs.fees += days * i64::from(auditor.day_rate_cents) * i64::from(weights.fee_percent) / 100;
            costs.travel += journey_cents(problem, audit, auditor) * i64::from(weights.travel_percent) / 100;
            costs.travel_days += travel_days * i64::from(weights.travel_day_cents);
            if let Some(latest) = latest.filter(|_| matches!(seat.role, TeamRole::Leader | TeamRole::Auditor))
            {
                let is_known = latest.members.iter().any(|before| before.auditor == seat.auditor);
                let is_against = weights.faces == Faces::Continuity && !is_known
                    || weights.faces == Faces::Change && is_known;
                costs.faces += i64::from(is_against) * i64::from(weights.faces_cents);
            }
        }
    }
    for auditor in &problem.auditors {
        let (before, days) =
            (i64::from(auditor.days_before.unwrap_or(0)), worked.get(&auditor.id).copied().unwrap_or(0));
        costs.evenness += (before..before + days).map(|nth| nth * i64::from(weights.even_cents)).sum::<i64>();
    }
    costs
}

fn changes(audit: &PlannedAudit, assignment: &Assignment) -> i64 {
    let Some(current) = &audit.current else { return 0 };
    let kept = assignment.members.iter().filter(|seat| current.members.contains(seat)).count();
    let other_role = assignment.members.iter().filter(|seat| {
        current.members.iter().any(|before| before.auditor == seat.auditor && before.role != seat.role)
    });
    let other_role = other_role.count();
    let (left_out, added) =
        (current.members.len() - kept - other_role, assignment.members.len() - kept - other_role);
    (left_out + added + other_role + usize::from(assignment.start != current.start)) as i64
}

fn came_too_often(audit: &PlannedAudit, auditor: &Auditor, role: TeamRole, rule: &Rotation) -> bool {
    let mut teams = audit.previous_teams.clone();
    teams.sort_by_key(|team| team.date);
    let mut in_a_row = 0;
    for team in teams.iter().rev() {
        if !team.members.iter().any(|seat| seat.auditor == auditor.id && rule.roles.contains(&seat.role)) {
            break;
        }
        in_a_row += 1;
    }
    rule.audit_types.contains(&audit.audit_type)
        && rule.roles.contains(&role)
        && in_a_row >= rule.consecutive_max.into()
}

fn journey_legs<'p>(audit: &'p PlannedAudit, auditor: &'p Auditor) -> Vec<(&'p Slug, &'p Slug)> {
    if audit.method == AuditMethod::Remote || audit.sites.is_empty() {
        return Vec::new();
    }
    let mut places = vec![&auditor.home];
    places.extend(audit.sites.iter().map(|site| &site.place));
    places.push(&auditor.home);
    places.iter().zip(places.iter().skip(1)).map(|(from, to)| (*from, *to)).collect()
}

fn leg(problem: &AssignmentProblem, (from, to): (&Slug, &Slug)) -> (i64, usize) {
    if from == to {
        return (0, 0);
    }
    let given = |from: &Slug, to: &Slug| {
        let rows = problem.travel.iter().filter(|row| row.from == *from);
        rows.flat_map(|row| row.to.iter()).find(|journey| journey.place == *to).cloned()
    };
    given(from, to)
        .or_else(|| given(to, from))
        .map_or((0, 0), |journey| (journey.cents.into(), journey.days.into()))
}

fn journey_days(problem: &AssignmentProblem, audit: &PlannedAudit, auditor: &Auditor) -> (usize, usize) {
    let legs = journey_legs(audit, auditor);
    let days = |at: Option<&(&Slug, &Slug)>| at.map_or(0, |ends| leg(problem, *ends).1);
    (days(legs.first()), days(legs.last()))
}

fn journey_cents(problem: &AssignmentProblem, audit: &PlannedAudit, auditor: &Auditor) -> i64 {
    journey_legs(audit, auditor).into_iter().map(|ends| leg(problem, ends).0).sum()
}

fn works(problem: &AssignmentProblem, date: Date) -> bool {
    let policy = problem.policy.as_ref();
    let day = usize::try_from(date.days_since_monday()).ok().and_then(|at| Weekday::ALL.get(at));
    let in_week = match policy.map(|policy| policy.working_week.as_slice()) {
        None | Some([]) => date.days_since_monday() < 5,
        Some(week) => day.is_some_and(|day| week.contains(day)),
    };
    in_week && !policy.is_some_and(|policy| policy.holidays.contains(&date))
}

/// Far more calendar days than any count of working days here needs.
const SEARCH_DAYS_MAX: usize = 800;

fn working_days_from(problem: &AssignmentProblem, first: Date, count: usize) -> Vec<Date> {
    let days = std::iter::successors(Some(first), |day| Some(day.plus_days(1))).take(SEARCH_DAYS_MAX);
    days.filter(|day| works(problem, *day)).take(count).collect()
}

fn working_days_before(problem: &AssignmentProblem, first: Date, count: usize) -> Vec<Date> {
    let days =
        std::iter::successors(Some(first.minus_days(1)), |day| Some(day.minus_days(1))).take(SEARCH_DAYS_MAX);
    days.filter(|day| works(problem, *day)).take(count).collect()
}

fn days_between(first: Date, last: Date) -> Vec<Date> {
    std::iter::successors(Some(first), |day| Some(day.plus_days(1)))
        .take_while(|day| *day <= last)
        .take(SEARCH_DAYS_MAX)
        .collect()
}
