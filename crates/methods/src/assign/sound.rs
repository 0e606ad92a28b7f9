//! Whether a problem makes sense as a whole; what is wrong is said in full, each thing at its place.

use std::collections::BTreeSet;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::text::Slug;
use assize_domain::kernel::time::{Date, Period};
use assize_domain::policy::ROTATION_AUDITS_MAX;
use assize_domain::words::{AuditMethod, TeamRole};

use super::calendar::RestDays;
use super::problem::{AssignmentProblem, Auditor, PlannedAudit, Seat, Weights};
use super::travel::Travel;

/// The longest audit, in working days.
pub const AUDIT_DAYS_MAX: u8 = 60;
/// The longest window, in calendar days.
pub const WINDOW_DAYS_MAX: i64 = 366;
/// The longest span from the first window's beginning to the last one's end, in calendar days.
pub const PROGRAMME_DAYS_MAX: i64 = 1_830;
/// The years that windows may lie in.
pub const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;
/// The largest team: leader and auditors.
pub const TEAM_MAX: u8 = 12;
/// The most technical experts, and the most learning places, in an audit.
pub const EXTRAS_MAX: u8 = 4;
/// The most areas of competence and the most sites of an audit.
pub const AREAS_MAX: usize = 32;
/// The longest journey, one way, in working days.
pub const JOURNEY_DAYS_MAX: u8 = 10;
/// The highest amount of money in one field, in cents: a million.
pub const CENTS_MAX: u32 = 100_000_000;
/// The highest percentage that a weight may have.
pub const PERCENT_MAX: u16 = 10_000;
/// The most steps, and the most nodes, that a search may be given.
pub const EFFORT_MAX: u32 = 2_000_000_000;
/// The most pairs of an audit and an auditor: 2,000 audits by 500 people.
pub const PAIRS_MAX: usize = 1_000_000;
/// Roles that the method gives out.
pub const ROLES: [TeamRole; 4] =
    [TeamRole::Leader, TeamRole::Auditor, TeamRole::TechnicalExpert, TeamRole::Trainee];

/// Everything that is wrong with the problem; nothing where it can be solved or shown to clash.
#[must_use]
pub fn problems(problem: &AssignmentProblem) -> Vec<Problem> {
    let mut found = Found { problems: Vec::new() };
    let people: BTreeSet<&Slug> = problem.auditors.iter().map(|auditor| &auditor.id).collect();
    if problem.audits.is_empty() {
        found.say("/audits", "there is no audit", "give at least one audit to be staffed");
    }
    if problem.auditors.is_empty() {
        found.say("/auditors", "there is no auditor", "give the people who may be assigned");
    }
    let pairs = problem.audits.len() * problem.auditors.len();
    if pairs > PAIRS_MAX {
        let what = format!(
            "{} audits by {} auditors are {pairs} pairs",
            problem.audits.len(),
            problem.auditors.len()
        );
        found.say(
            "/audits",
            what,
            format!("plan at most {PAIRS_MAX} pairs at once: a shorter time, or a part of the house"),
        );
        return found.problems;
    }
    found.twins("/audits", problem.audits.iter().map(|audit| &audit.id));
    found.twins("/auditors", problem.auditors.iter().map(|auditor| &auditor.id));
    for (n, audit) in problem.audits.iter().enumerate() {
        found.audit(&format!("/audits/{n}"), audit, &people);
    }
    for (n, auditor) in problem.auditors.iter().enumerate() {
        found.auditor(&format!("/auditors/{n}"), auditor);
    }
    found.span(problem);
    found.policy(problem);
    found.search(problem);
    found.travel(problem);
    found.starts(problem);
    found.problems
}

struct Found {
    problems: Vec<Problem>,
}

impl Found {
    fn say(&mut self, at: impl std::fmt::Display, what: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(Problem::new(at, what, hint));
    }

    fn twins<'a>(&mut self, at: &str, ids: impl Iterator<Item = &'a Slug>) {
        let mut seen = BTreeSet::new();
        for (n, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.say(
                    format!("{at}/{n}/id"),
                    format!("`{id}` stands twice"),
                    "give each an id of its own",
                );
            }
        }
    }

    fn within(&mut self, at: String, value: u32, least: u32, most: u32, unit: &str) {
        if !(least..=most).contains(&value) {
            self.say(at, format!("{value} {unit} is out of range"), format!("give {least} to {most} {unit}"));
        }
    }

    fn period(&mut self, at: String, period: &Period) {
        if period.is_reversed() {
            self.say(at, "ends before it begins", "give `from` as the first day and `to` as the last");
        }
    }

    fn audit(&mut self, at: &str, audit: &PlannedAudit, people: &BTreeSet<&Slug>) {
        if !is_in_years(audit) {
            self.say(
                format!("{at}/window"),
                format!("the window is not in the years {} to {}", YEARS.start(), YEARS.end()),
                "look at the years of `from` and `to`",
            );
        }
        match audit.window.to {
            None => self.say(
                format!("{at}/window/to"),
                "the window has no end",
                "give the last date of the window",
            ),
            Some(to) if to < audit.window.from => self.say(
                format!("{at}/window"),
                format!("the window ends on {to}, before it begins on {}", audit.window.from),
                "give `from` as the first day and `to` as the last",
            ),
            Some(to) if to.days_since(audit.window.from) >= WINDOW_DAYS_MAX => self.say(
                format!("{at}/window"),
                format!("the window has more than {WINDOW_DAYS_MAX} days"),
                "narrow it to a year at most",
            ),
            Some(_) => {}
        }
        self.within(format!("{at}/days"), audit.days.into(), 1, AUDIT_DAYS_MAX.into(), "working days");
        self.within(format!("{at}/team_size"), audit.team_size.into(), 1, TEAM_MAX.into(), "people");
        for (field, value) in [("experts_max", audit.experts_max), ("learning_places", audit.learning_places)]
        {
            self.within(format!("{at}/{field}"), value.unwrap_or(0).into(), 0, EXTRAS_MAX.into(), "people");
        }
        for (field, len) in [("competences", audit.competences.len()), ("sites", audit.sites.len())] {
            if len > AREAS_MAX {
                self.say(
                    format!("{at}/{field}"),
                    format!("has {len} entries"),
                    format!("give at most {AREAS_MAX}"),
                );
            }
        }
        if audit.sites.is_empty() && audit.method != AuditMethod::Remote {
            self.say(
                format!("{at}/sites"),
                "an audit on site has no site",
                "give where it takes place, or make it `remote`",
            );
        }
        self.fixed(at, audit, people);
        for (n, team) in audit.previous_teams.iter().enumerate() {
            self.seats(&format!("{at}/previous_teams/{n}/members"), &team.members);
            if team.date >= audit.window.from {
                self.say(
                    format!("{at}/previous_teams/{n}/date"),
                    format!("{} is not before the window", team.date),
                    "give the teams of audits that ended before this one's window",
                );
            }
        }
        if let Some(current) = &audit.current {
            self.seats(&format!("{at}/current/members"), &current.members);
        }
    }

    fn fixed(&mut self, at: &str, audit: &PlannedAudit, people: &BTreeSet<&Slug>) {
        let Some(fixed) = &audit.fixed else { return };
        self.seats(&format!("{at}/fixed/members"), &fixed.members);
        for (n, seat) in fixed.members.iter().enumerate() {
            if !people.contains(&seat.auditor) {
                self.say(
                    format!("{at}/fixed/members/{n}/auditor"),
                    format!("`{}` is not one of the auditors", seat.auditor),
                    "name somebody of `auditors`, or free the seat",
                );
            }
        }
        let count = |role| fixed.members.iter().filter(|seat| seat.role == role).count();
        let (leaders, auditors) = (count(TeamRole::Leader), count(TeamRole::Auditor));
        let (experts, trainees) = (count(TeamRole::TechnicalExpert), count(TeamRole::Trainee));
        let size = usize::from(audit.team_size);
        if leaders > 1 || auditors > size.saturating_sub(1) {
            self.say(
                format!("{at}/fixed/members"),
                format!("{leaders} leaders and {auditors} auditors are fixed for a team of one leader and {} auditors", size.saturating_sub(1)),
                "fix fewer, or raise `team_size`",
            );
        }
        for (role, fixed, most, field) in [
            (TeamRole::TechnicalExpert, experts, audit.experts_max, "experts_max"),
            (TeamRole::Trainee, trainees, audit.learning_places, "learning_places"),
        ] {
            if fixed > usize::from(most.unwrap_or(0)) {
                self.say(
                    format!("{at}/fixed/members"),
                    format!("{fixed} people are fixed as {role}"),
                    format!("fix fewer, or raise `{field}`"),
                );
            }
        }
        if let Some(start) = fixed.start
            && (start < audit.window.from || audit.window_end() < start)
        {
            self.say(
                format!("{at}/fixed/start"),
                format!("{start} is outside the window"),
                "fix a day of the window, or move the window",
            );
        }
    }

    fn seats(&mut self, at: &str, seats: &[Seat]) {
        let mut seen = BTreeSet::new();
        for (n, seat) in seats.iter().enumerate() {
            if !seen.insert(&seat.auditor) {
                self.say(
                    format!("{at}/{n}/auditor"),
                    format!("`{}` stands twice", seat.auditor),
                    "give each person one role",
                );
            }
            if !ROLES.contains(&seat.role) {
                self.say(
                    format!("{at}/{n}/role"),
                    format!("`{}` is not assigned here", seat.role),
                    role_hint(),
                );
            }
        }
    }

    fn auditor(&mut self, at: &str, auditor: &Auditor) {
        for (n, role) in auditor.roles.iter().enumerate() {
            if !ROLES.contains(role) {
                self.say(format!("{at}/roles/{n}"), format!("`{role}` is not assigned here"), role_hint());
            }
        }
        for (field, periods) in [("available", &auditor.available), ("away", &auditor.away)] {
            for (n, period) in periods.iter().enumerate() {
                self.period(format!("{at}/{field}/{n}"), period);
            }
        }
        for (n, relation) in auditor.relations.iter().enumerate() {
            self.period(format!("{at}/relations/{n}/period"), &relation.period);
        }
        for (n, competence) in auditor.competences.iter().enumerate() {
            if let (Some(from), Some(to)) = (competence.from, competence.to) {
                self.period(format!("{at}/competences/{n}"), &Period { from, to: Some(to) });
            }
        }
        self.within(format!("{at}/day_rate_cents"), auditor.day_rate_cents, 0, CENTS_MAX, "cents");
        self.within(format!("{at}/days_before"), auditor.days_before.unwrap_or(0).into(), 0, 2_000, "days");
    }

    fn span(&mut self, problem: &AssignmentProblem) {
        let first = problem.audits.iter().map(|audit| audit.window.from).min();
        let last = problem.audits.iter().map(PlannedAudit::window_end).max();
        if let (Some(first), Some(last)) = (first, last)
            && last.days_since(first) >= PROGRAMME_DAYS_MAX
        {
            self.say(
                "/audits",
                format!("the windows reach from {first} to {last}"),
                format!("plan at most {PROGRAMME_DAYS_MAX} days at once"),
            );
        }
    }

    fn policy(&mut self, problem: &AssignmentProblem) {
        let Some(policy) = &problem.policy else { return };
        if let Some(Weights {
            travel_percent,
            fee_percent,
            travel_day_cents,
            even_cents,
            faces_cents,
            learning_cents,
            ..
        }) = policy.weights
        {
            for (field, percent) in [("travel_percent", travel_percent), ("fee_percent", fee_percent)] {
                self.within(
                    format!("/policy/weights/{field}"),
                    percent.into(),
                    0,
                    PERCENT_MAX.into(),
                    "per cent",
                );
            }
            for (field, cents) in [
                ("travel_day_cents", travel_day_cents),
                ("even_cents", even_cents),
                ("faces_cents", faces_cents),
                ("learning_cents", learning_cents),
            ] {
                self.within(format!("/policy/weights/{field}"), cents, 0, CENTS_MAX, "cents");
            }
        }
        for (n, rotation) in policy.rotation.iter().enumerate() {
            self.within(
                format!("/policy/rotation/{n}/consecutive_max"),
                rotation.consecutive_max.into(),
                1,
                ROTATION_AUDITS_MAX.into(),
                "audits",
            );
        }
    }

    fn search(&mut self, problem: &AssignmentProblem) {
        if let Some(search) = &problem.search {
            self.within("/search/steps".into(), search.steps, 0, EFFORT_MAX, "steps");
            self.within("/search/nodes".into(), search.nodes, 0, EFFORT_MAX, "nodes");
        }
    }

    fn travel(&mut self, problem: &AssignmentProblem) {
        let mut seen = BTreeSet::new();
        for (n, from) in problem.travel.iter().enumerate() {
            for (m, journey) in from.to.iter().enumerate() {
                let at = format!("/travel/{n}/to/{m}");
                if !seen.insert((&from.from, &journey.place)) {
                    self.say(
                        &at,
                        format!("the journey from `{}` to `{}` stands twice", from.from, journey.place),
                        "give it once",
                    );
                }
                self.within(format!("{at}/cents"), journey.cents, 0, CENTS_MAX, "cents");
                self.within(
                    format!("{at}/days"),
                    journey.days.into(),
                    0,
                    JOURNEY_DAYS_MAX.into(),
                    "working days",
                );
            }
        }
        let travel = Travel::of(problem);
        let mut missing: BTreeSet<(&Slug, &Slug)> = BTreeSet::new();
        for audit in problem.audits.iter().filter(|audit| audit.method != AuditMethod::Remote) {
            let places: Vec<&Slug> = audit.sites.iter().map(|site| &site.place).collect();
            let legs = places.iter().zip(places.iter().skip(1)).map(|(from, to)| (*from, *to));
            let ends = places.first().into_iter().chain(places.last());
            let homes =
                ends.flat_map(|end| problem.auditors.iter().map(move |auditor| (&auditor.home, *end)));
            missing.extend(legs.chain(homes).filter(|(from, to)| travel.leg(from, to).is_none()));
        }
        for (from, to) in missing {
            self.say(
                "/travel",
                format!("the journey from `{from}` to `{to}` is needed and not given"),
                "give its cents and days",
            );
        }
    }

    /// Each window has room for its audit between the days on which nobody works.
    fn starts(&mut self, problem: &AssignmentProblem) {
        let rest = RestDays::of(problem.policy.as_ref());
        for (n, audit) in problem.audits.iter().enumerate() {
            let (from, to) = (audit.window.from, audit.window_end());
            if !is_in_years(audit) || !(0..WINDOW_DAYS_MAX).contains(&to.days_since(from)) {
                continue;
            }
            let working = days_between(from, to).filter(|day| rest.works(*day)).count();
            if working < usize::from(audit.days) {
                self.say(
                    format!("/audits/{n}/window"),
                    format!(
                        "the window from {from} to {to} has {working} working days, the audit takes {}",
                        audit.days
                    ),
                    "widen the window, or shorten the audit",
                );
            }
            if let Some(start) = audit.fixed.as_ref().and_then(|fixed| fixed.start)
                && (from..=to).contains(&start)
                && (!rest.works(start)
                    || days_between(start, to).filter(|day| rest.works(*day)).count()
                        < usize::from(audit.days))
            {
                self.say(
                    format!("/audits/{n}/fixed/start"),
                    format!("{start} is no working day, or leaves too few before the window's end"),
                    "fix another day, or widen the window",
                );
            }
        }
    }
}

/// Whether the window lies in [`YEARS`]; only then is it walked day by day.
fn is_in_years(audit: &PlannedAudit) -> bool {
    YEARS.contains(&audit.window.from.year()) && YEARS.contains(&audit.window_end().year())
}

fn days_between(from: Date, to: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |day| Some(day.plus_days(1))).take_while(move |day| *day <= to)
}

fn role_hint() -> String {
    format!("give one of {}", ROLES.map(TeamRole::word).join(", "))
}
