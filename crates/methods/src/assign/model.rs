//! The problem in numbers: for each audit its first days and the people who could take each role on them, with cost.

use std::collections::BTreeMap;

use assize_domain::kernel::datum::Problem;
use assize_domain::policy::Bar;
use assize_domain::words::TeamRole;

use super::calendar::Calendar;
use super::problem::{AssignmentPolicy, AssignmentProblem, Auditor, Faces, PlannedAudit, Seat, Weights};
use super::rules;
use super::table::{Starts, Table, Taken};
use super::travel::{Travel, Trip};

/// The highest sum of all costs that is reckoned with; far enough from the end of the numbers that no sum passes it.
const TOTAL_MAX: i128 = 1 << 60;

/// A problem, ready to be solved.
#[derive(Clone, Debug)]
pub(super) struct Model<'p> {
    pub(super) problem: &'p AssignmentProblem,
    pub(super) calendar: Calendar,
    pub(super) bars: Vec<Bar>,
    pub(super) audits: Table<Audit>,
    pub(super) people: Table<Person>,
    pub(super) even_cents: i64,
    /// What one change of the present plan counts: more than all else together. 0 where nothing is re-planned.
    pub(super) change: i64,
}

/// A person's limits.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) days_before: u32,
    /// Days that may still be given.
    pub(super) days_max: u32,
    pub(super) month_days_max: Option<u32>,
}

/// An audit in numbers.
#[derive(Clone, Debug)]
pub(super) struct Audit {
    pub(super) days: usize,
    /// First days, as positions in the calendar.
    pub(super) starts: Table<usize>,
    /// First days by what they cost, cheapest first: all at 0, or the present one at 0 and the others at a change.
    pub(super) classes: Vec<(Starts, i64)>,
    /// First days on which everybody covers the same areas; each day is in one of these sets.
    pub(super) alike: Vec<Starts>,
    /// The areas to be covered, a bit each.
    pub(super) areas: u32,
    /// Auditors beside the leader.
    pub(super) auditors: usize,
    /// Whether fewer or more auditors will do as well: only to find out what a clash rests on.
    pub(super) is_size_free: bool,
    pub(super) experts_max: usize,
    pub(super) trainees_max: usize,
    pub(super) items: Table<Item>,
    /// Seats that are fixed: a team has all of them.
    pub(super) fixed_seats: usize,
    /// What the audit costs before anybody is in it: empty learning places, people of the present plan not kept.
    pub(super) base: i64,
}

/// A person in a role in an audit.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) person: usize,
    pub(super) role: TeamRole,
    pub(super) cost: i64,
    /// Areas covered on some first day.
    pub(super) covers: u32,
    /// Areas covered, by first day, where validity begins or ends within the window.
    pub(super) covers_at: Option<Table<u32>>,
    pub(super) starts: Starts,
    /// Days of work: auditing and travelling.
    pub(super) load: u32,
    pub(super) days_out: usize,
    pub(super) days_back: usize,
    /// Whether the seat is fixed.
    pub(super) is_fixed: bool,
}

impl Item {
    pub(super) fn covers_on(&self, start: usize) -> u32 {
        self.covers_at.as_ref().map_or(self.covers, |covers| covers[start])
    }
}

impl Audit {
    /// The working days that the item takes from its person: first and last.
    pub(super) fn block(&self, item: &Item, start: usize) -> (usize, usize) {
        let first = self.starts[start];
        (first.saturating_sub(item.days_out), first + self.days - 1 + item.days_back)
    }

    /// The first days by what is covered on them.
    fn alike(&self) -> Vec<Starts> {
        let dated: Vec<&Table<u32>> = self.items.iter().filter_map(|item| item.covers_at.as_ref()).collect();
        let mut alike: BTreeMap<Vec<u32>, Starts> = BTreeMap::new();
        for start in 0..self.starts.len() {
            alike.entry(dated.iter().map(|covers| covers[start]).collect()).or_default().add(start);
        }
        alike.into_values().collect()
    }

    pub(super) fn start_cost(&self, start: usize) -> i64 {
        self.classes.iter().find(|(starts, _)| starts.has(start)).map_or(0, |(_, cost)| *cost)
    }
}

impl<'p> Model<'p> {
    /// # Errors
    /// Where the figures are so high that sums of them would not be exact.
    pub(super) fn of(problem: &'p AssignmentProblem) -> Result<Self, Vec<Problem>> {
        let policy = problem.policy.clone().unwrap_or_default();
        let weights = policy.weights.clone().unwrap_or_default();
        let calendar = Calendar::of(problem);
        let people = problem.auditors.iter().map(Person::of).collect();
        let mut model = Self {
            problem,
            calendar,
            bars: policy.bars_in_force(),
            audits: Table(Vec::new()),
            people,
            even_cents: weights.even_cents.into(),
            change: 0,
        };
        model.change = model.change_cents(&weights)?;
        let maker = Maker { model: &model, policy: &policy, weights: &weights, travel: Travel::of(problem) };
        let free = Table(problem.auditors.iter().map(|auditor| maker.free_days(auditor)).collect());
        let audits = problem.audits.iter().map(|audit| maker.audit(audit, &free)).collect();
        model.audits = audits;
        Ok(model)
    }

    /// The same, with as many auditors in these audits as it takes.
    pub(super) fn with_free_sizes(mut self, audits: &[usize]) -> Self {
        for (_, audit) in self.audits.iter_mut().enumerate().filter(|(at, _)| audits.contains(at)) {
            audit.is_size_free = true;
            audit.auditors = usize::from(super::sound::TEAM_MAX);
        }
        self
    }

    /// The price of the days that a person works beside those before.
    pub(super) fn evenness(&self, person: usize, load: u32) -> i64 {
        let (before, load) = (i64::from(self.people[person].days_before), i64::from(load));
        self.even_cents * (load * before + load * (load - 1) / 2)
    }

    /// More than every plan costs besides its changes.
    fn change_cents(&self, weights: &Weights) -> Result<i64, Vec<Problem>> {
        let dearest = self.problem.auditors.iter().map(|auditor| auditor.day_rate_cents).max().unwrap_or(0);
        let journey =
            self.problem.travel.iter().flat_map(|from| from.to.iter()).map(|to| to.cents).max().unwrap_or(0);
        let (percent, per_cent) = (|cents: u128, weight: u16| cents * u128::from(weight) / 100, u128::from);
        let mut sum: u128 = 0;
        for audit in &self.problem.audits {
            let seats = u128::from(audit.team_size)
                + u128::from(audit.experts_max.unwrap_or(0))
                + u128::from(audit.learning_places.unwrap_or(0));
            let days = u128::from(audit.days) + 20;
            let one = percent(days * per_cent(dearest), weights.fee_percent)
                + percent((audit.sites.len() as u128 + 1) * per_cent(journey), weights.travel_percent)
                + 20 * per_cent(weights.travel_day_cents)
                + per_cent(weights.faces_cents)
                + per_cent(weights.learning_cents);
            sum += seats * one;
        }
        let days = self.calendar.days.len() as u128;
        let before =
            self.problem.auditors.iter().map(|auditor| auditor.days_before.unwrap_or(0)).max().unwrap_or(0);
        sum +=
            self.people.len() as u128 * u128::from(weights.even_cents) * days * (days + u128::from(before));
        let change = sum + 1;
        let seats = self.problem.audits.iter().map(|audit| u128::from(audit.team_size) + 80).sum::<u128>();
        let is_replanned = self.problem.audits.iter().any(PlannedAudit::is_replanned);
        let total = if is_replanned { change * (4 * seats + 4) } else { change };
        if total > TOTAL_MAX.unsigned_abs() {
            return Err(vec![Problem::new(
                "/policy/weights",
                "the figures are so high that their sum cannot be reckoned exactly",
                "lower `even_cents` or the other weights, the daily rates or the journeys' cents, or plan fewer audits at once",
            )]);
        }
        Ok(if is_replanned { i64::try_from(change).unwrap_or(i64::MAX) } else { 0 })
    }
}

impl Person {
    fn of(auditor: &Auditor) -> Self {
        let days_before = u32::from(auditor.days_before.unwrap_or(0));
        let days_max = auditor.days_max.map_or(u32::from(u16::MAX), u32::from).saturating_sub(days_before);
        Self { days_before, days_max, month_days_max: auditor.month_days_max.map(u32::from) }
    }
}

struct Maker<'m, 'p> {
    model: &'m Model<'p>,
    policy: &'m AssignmentPolicy,
    weights: &'m Weights,
    travel: Travel<'p>,
}

impl Maker<'_, '_> {
    /// The days on which the person can work, as those on which they are taken.
    fn free_days(&self, auditor: &Auditor) -> Taken {
        let calendar = &self.model.calendar;
        let mut taken = Taken::none(calendar.days.len());
        for (day, date) in calendar.days.iter().enumerate() {
            if rules::absent(auditor, *date).is_some() {
                taken.take(day, day);
            }
        }
        taken
    }

    fn audit(&self, audit: &PlannedAudit, free: &Table<Taken>) -> Audit {
        let calendar = &self.model.calendar;
        let days = usize::from(audit.days.max(1));
        let span = calendar.span(&audit.window);
        let fixed_start = audit.fixed.as_ref().and_then(|fixed| fixed.start);
        let starts: Table<usize> = span
            .clone()
            .filter(|day| day + days <= span.end)
            .filter(|day| fixed_start.is_none_or(|fixed| calendar.days[*day] == fixed))
            .collect();
        let mut made = Audit {
            days,
            classes: self.classes(audit, &starts),
            starts,
            alike: Vec::new(),
            areas: u32::try_from((1u64 << audit.competences.len().min(32)) - 1).unwrap_or(u32::MAX),
            auditors: usize::from(audit.team_size.max(1)) - 1,
            is_size_free: false,
            experts_max: audit.experts_max.unwrap_or(0).into(),
            trainees_max: audit.learning_places.unwrap_or(0).into(),
            items: Table(Vec::new()),
            fixed_seats: audit.fixed.as_ref().map_or(0, |fixed| fixed.members.len()),
            base: i64::from(audit.learning_places.unwrap_or(0)) * i64::from(self.weights.learning_cents)
                + self.model.change
                    * audit.current.as_ref().map_or(0, |current| current.members.len() as i64),
        };
        let items = self.items(audit, &made, free);
        made.items = items;
        made.alike = made.alike();
        made
    }

    fn classes(&self, audit: &PlannedAudit, starts: &Table<usize>) -> Vec<(Starts, i64)> {
        let (mut kept, mut moved) = (Starts::default(), Starts::default());
        for (at, day) in starts.iter().enumerate() {
            let is_kept =
                audit.current.as_ref().is_none_or(|current| self.model.calendar.days[*day] == current.start);
            if is_kept { kept.add(at) } else { moved.add(at) }
        }
        let classes = [(kept, 0), (moved, self.model.change)];
        classes.into_iter().filter(|(starts, _)| !starts.is_empty()).collect()
    }

    fn items(&self, audit: &PlannedAudit, made: &Audit, free: &Table<Taken>) -> Table<Item> {
        let fixed: &[Seat] = audit.fixed.as_ref().map_or(&[], |fixed| &fixed.members);
        let is_whole = audit.fixed.as_ref().and_then(|fixed| fixed.whole).unwrap_or(false);
        let mut items = Vec::new();
        for (person, auditor) in self.model.problem.auditors.iter().enumerate() {
            let seat = fixed.iter().find(|seat| seat.auditor == auditor.id);
            if is_whole && seat.is_none() {
                continue;
            }
            let trip = self.travel.trip(&auditor.home, audit);
            let covers = Covers::of(audit, auditor, made, &self.model.calendar);
            for role in super::sound::ROLES {
                let is_wanted = seat.map_or_else(|| made.has_place(role), |seat| seat.role == role);
                if !is_wanted || rules::standing(audit, auditor, role, &self.policy.rotation).is_some() {
                    continue;
                }
                let starts = self.starts(audit, auditor, role, made, trip, &free[person]);
                let load = u32::from(audit.days) + u32::from(trip.days_out) + u32::from(trip.days_back);
                if starts.is_empty() || load > self.model.people[person].days_max {
                    continue;
                }
                let counts = role != TeamRole::Trainee;
                items.push(Item {
                    person,
                    role,
                    cost: self.cost(audit, auditor, role, trip),
                    covers: if counts { covers.some } else { 0 },
                    covers_at: covers.by_start.clone().filter(|_| counts),
                    starts,
                    load,
                    days_out: trip.days_out.into(),
                    days_back: trip.days_back.into(),
                    is_fixed: seat.is_some(),
                });
            }
        }
        Table(items)
    }

    fn starts(
        &self,
        audit: &PlannedAudit,
        auditor: &Auditor,
        role: TeamRole,
        made: &Audit,
        trip: Trip,
        free: &Taken,
    ) -> Starts {
        let mut starts = Starts::default();
        let days = &self.model.calendar.days;
        let is_related = auditor.relations.iter().any(|tie| tie.auditee == audit.auditee);
        for (at, first) in made.starts.iter().enumerate() {
            let last = first + made.days - 1;
            let (out, back) = (usize::from(trip.days_out), usize::from(trip.days_back));
            let fits = *first >= out && last + back < days.len() && free.is_free(first - out, last + back);
            let barred = || {
                is_related
                    && rules::partial(audit, auditor, role, &self.model.bars, (days[*first], days[last]))
                        .is_some()
            };
            if fits && !barred() {
                starts.add(at);
            }
        }
        starts
    }

    /// Fees and journeys, each rounded down to the cent, wishes about faces and learning, and changes of the present plan.
    fn cost(&self, audit: &PlannedAudit, auditor: &Auditor, role: TeamRole, trip: Trip) -> i64 {
        let weights = self.weights;
        let travel_days = i64::from(trip.days_out) + i64::from(trip.days_back);
        let fee = i64::from(auditor.day_rate_cents) * (i64::from(audit.days) + travel_days);
        let mut cost = fee * i64::from(weights.fee_percent) / 100
            + i64::try_from(trip.cents).unwrap_or(0) * i64::from(weights.travel_percent) / 100
            + travel_days * i64::from(weights.travel_day_cents);
        let judges = matches!(role, TeamRole::Leader | TeamRole::Auditor);
        let latest = audit.previous_teams.iter().max_by_key(|team| team.date);
        if let Some(latest) = latest.filter(|_| judges) {
            let is_known = latest.members.iter().any(|seat| seat.auditor == auditor.id);
            let is_against = match weights.faces {
                Faces::Indifferent => false,
                Faces::Continuity => !is_known,
                Faces::Change => is_known,
            };
            cost += if is_against { weights.faces_cents.into() } else { 0 };
        }
        if role == TeamRole::Trainee {
            cost -= i64::from(weights.learning_cents);
        }
        if let Some(current) = &audit.current {
            cost += match current.members.iter().find(|seat| seat.auditor == auditor.id) {
                Some(seat) if seat.role == role => -self.model.change,
                Some(_) => 0,
                None => self.model.change,
            };
        }
        cost
    }
}

impl Audit {
    pub(super) fn has_place(&self, role: TeamRole) -> bool {
        match role {
            TeamRole::Leader => true,
            TeamRole::Auditor => self.auditors > 0,
            TeamRole::TechnicalExpert => self.experts_max > 0,
            TeamRole::Trainee => self.trainees_max > 0,
            TeamRole::Observer | TeamRole::Guide | TeamRole::Interpreter => false,
        }
    }
}

/// The audit's areas that a person covers.
struct Covers {
    some: u32,
    by_start: Option<Table<u32>>,
}

impl Covers {
    fn of(audit: &PlannedAudit, auditor: &Auditor, made: &Audit, calendar: &Calendar) -> Self {
        let on = |first: usize| {
            let (from, to) = (calendar.days[first], calendar.days[first + made.days - 1]);
            let mut covers = 0;
            for (bit, area) in audit.competences.iter().enumerate() {
                let valid = auditor.competences.iter().any(|shown| {
                    shown.area == *area
                        && shown.from.is_none_or(|since| since <= from)
                        && shown.to.is_none_or(|until| to <= until)
                });
                covers |= u32::from(valid) << bit;
            }
            covers
        };
        let is_dated = auditor.competences.iter().any(|shown| shown.from.or(shown.to).is_some());
        if !is_dated {
            return Self { some: made.starts.first().map_or(0, |first| on(*first)), by_start: None };
        }
        let by_start: Table<u32> = made.starts.iter().map(|first| on(*first)).collect();
        let some = by_start.iter().fold(0, |all, covers| all | covers);
        let varies = by_start.iter().any(|covers| *covers != some);
        Self { some, by_start: varies.then_some(by_start) }
    }
}
