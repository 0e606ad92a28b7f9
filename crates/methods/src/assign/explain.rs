//! Why those who were not chosen were not: for each audit and person the first rule that bars them on the audit's dates, or the wish that
//! another team meets better.

use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::time::Date;
use assize_domain::words::TeamRole;

use super::answer::Rejection;
use super::model::{Audit, Model};
use super::plan::{Chosen, Plan};
use super::problem::{Auditor, PlannedAudit, Rotation};
use super::rules::{self, Barred};
use super::sound::ROLES;
use super::travel::Travel;

/// The most reasons that one answer carries.
pub(super) const REJECTED_MAX: usize = 100_000;

/// The reasons said, and how many were left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Rejections {
    pub(super) said: Vec<Rejection>,
    pub(super) left_out: usize,
}

/// The reasons for every audit that has a team.
pub(super) fn rejections(plan: &Plan<'_>) -> Rejections {
    let policy = plan.model.problem.policy.clone().unwrap_or_default();
    let mut found = Rejections::default();
    for (at, (chosen, audit)) in plan.chosen.iter().zip(&plan.model.problem.audits).enumerate() {
        let Some(chosen) = chosen else { continue };
        let numbers = &plan.model.audits[at];
        let is_chosen = |person| chosen.items.iter().any(|item| numbers.items[*item].person == person);
        let auditors = &plan.model.problem.auditors;
        if found.said.len() >= REJECTED_MAX {
            found.left_out += auditors.len() - chosen.items.len();
            continue;
        }
        let case = Case::of(plan, at, audit, chosen, &policy.rotation);
        for (person, auditor) in auditors.iter().enumerate().filter(|(person, _)| !is_chosen(*person)) {
            let (rule, reason) = case.reason(person, auditor);
            found.said.push(Rejection { auditor: auditor.id.clone(), audit: audit.id.clone(), rule, reason });
        }
    }
    found
}

/// An audit as it is planned, and the plan without it.
struct Case<'c> {
    without: Plan<'c>,
    model: &'c Model<'c>,
    at: usize,
    audit: &'c PlannedAudit,
    numbers: &'c Audit,
    chosen: &'c Chosen,
    rotation: &'c [Rotation],
    travel: Travel<'c>,
    /// What the team costs in the plan.
    cost: i64,
}

impl<'c> Case<'c> {
    fn of(
        plan: &Plan<'c>,
        at: usize,
        audit: &'c PlannedAudit,
        chosen: &'c Chosen,
        rotation: &'c [Rotation],
    ) -> Self {
        let model = plan.model;
        let numbers = &model.audits[at];
        let mut without = plan.clone();
        without.remove(at);
        let cost = plan.cost - without.cost - numbers.base;
        Self { without, model, at, audit, numbers, chosen, rotation, travel: Travel::of(model.problem), cost }
    }

    fn reason(&self, person: usize, auditor: &Auditor) -> (&'static str, Said) {
        if let Some(fixed) = self.audit.fixed.as_ref().filter(|fixed| fixed.whole == Some(true)) {
            return ("fixed", say!("the team of {count} is fixed as a whole", count = fixed.members.len()));
        }
        let places = self.places();
        let barred: Vec<Option<Barred<'_>>> = places.iter().map(|role| self.barred(auditor, *role)).collect();
        if let Some(Some(first)) =
            barred.iter().find(|barred| !matches!(barred, Some(Barred::Role(..)))).or(barred.first())
            && barred.iter().all(Option::is_some)
        {
            return (first.rule(), first.said());
        }
        let (first, last) = self.block(auditor);
        if let Some((day, absent)) =
            self.days(first, last).find_map(|day| rules::absent(auditor, day).map(|absent| (day, absent)))
        {
            return (absent.rule(), say!("{absent}, needed on {day}", absent = absent.said(), day));
        }
        if let Some(other) = self.booked(person, first, last) {
            return ("double_booking", other);
        }
        if let Some(full) = self.full(person, auditor, first, last) {
            return ("workload", full);
        }
        self.wish(person)
    }

    /// The roles that the audit has places for.
    fn places(&self) -> Vec<TeamRole> {
        ROLES.into_iter().filter(|role| self.numbers.has_place(*role)).collect()
    }

    fn barred(&self, auditor: &'c Auditor, role: TeamRole) -> Option<Barred<'c>> {
        let first = self.numbers.starts[self.chosen.start];
        let dates =
            (self.model.calendar.days[first], self.model.calendar.days[first + self.numbers.days - 1]);
        rules::standing(self.audit, auditor, role, self.rotation)
            .or_else(|| rules::partial(self.audit, auditor, role, &self.model.bars, dates))
    }

    /// The working days that the person would be taken: journeys and audit.
    fn block(&self, auditor: &Auditor) -> (usize, usize) {
        let trip = self.travel.trip(&auditor.home, self.audit);
        let first = self.numbers.starts[self.chosen.start];
        let last = first + self.numbers.days - 1 + usize::from(trip.days_back);
        (
            first.saturating_sub(trip.days_out.into()),
            last.min(self.model.calendar.days.len().saturating_sub(1)),
        )
    }

    fn days(&self, first: usize, last: usize) -> impl Iterator<Item = Date> + '_ {
        (first..=last).map(|day| self.model.calendar.days[day])
    }

    /// The audit that the person is in on these days.
    fn booked(&self, person: usize, first: usize, last: usize) -> Option<Said> {
        if self.without.taken[person].is_free(first, last) {
            return None;
        }
        let plans = self.without.chosen.iter().zip(&self.model.problem.audits).enumerate();
        plans
            .filter_map(|(at, (chosen, audit))| Some((&self.model.audits[at], chosen.as_ref()?, audit)))
            .find_map(|(numbers, chosen, audit)| {
                let item = chosen
                    .items
                    .iter()
                    .map(|item| &numbers.items[*item])
                    .find(|item| item.person == person)?;
                let (from, to) = numbers.block(item, chosen.start);
                let days = &self.model.calendar.days;
                (from <= last && first <= to).then(|| {
                    say!(
                        "in `{audit}` from {from} to {to}, journeys counted; ISO 19011:2018 5.4.4",
                        audit = &audit.id,
                        from = days[from],
                        to = days[to]
                    )
                })
            })
    }

    fn full(&self, person: usize, auditor: &Auditor, first: usize, last: usize) -> Option<Said> {
        let before = u32::from(auditor.days_before.unwrap_or(0)) + self.without.load[person];
        let with = before as usize + last - first + 1;
        if let Some(most) = auditor.days_max.filter(|most| with > usize::from(*most)) {
            return Some(say!("would work {with} days, the most is {most}", with, most));
        }
        let most = auditor.month_days_max.filter(|_| !self.without.has_room(person, first, last))?;
        Some(say!("would work more than the {most} days that a month may have", most))
    }

    /// Nothing bars the person: what the cheapest team with them on these dates would cost more.
    fn wish(&self, person: usize) -> (&'static str, Said) {
        let offer = self.without.offer(self.at);
        let items = self.numbers.items.iter().enumerate().filter(|(_, item)| item.person == person);
        let start = self.chosen.start;
        let teams = items.filter_map(|(item, _)| {
            let with = offer.clone().with(item);
            self.without.team_on(self.at, start, &with, i64::MAX / 2).map(|team| team.cost - self.cost)
        });
        match teams.min() {
            None => (
                "competence",
                say!(
                    "no team with them covers every competence and seat on these dates; ISO 19011:2018 5.5.4"
                ),
            ),
            Some(more) => ("wish", say!("could come; {compared}", compared = self.compared(more))),
        }
    }

    /// How the cheapest team with the person compares: changes of the present plan first, then cents.
    fn compared(&self, more: i64) -> Said {
        let change = self.model.change;
        let changes = if change == 0 { 0 } else { (more + change / 2).div_euclid(change) };
        match (changes, more) {
            (1.., _) => say!("a team with them needs {changes} more changes of the plan", changes),
            (0, 1..) => say!("the cheapest team with them costs {more} cents more", more),
            (0, 0) => say!("a team with them costs the same"),
            (0, _) => {
                say!("a team with them costs {less} cents less, which the search has not used", less = -more)
            }
            (_, _) => say!(
                "a team with them needs {fewer} fewer changes of the plan, which the search has not used",
                fewer = -changes
            ),
        }
    }
}
