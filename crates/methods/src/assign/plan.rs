//! A plan in the making: who is in which audit from which day, and what of each person's time is taken.

use super::model::{Item, Model};
use super::table::{Chance, Starts, Table, Taken};
use super::team::{Offer, Team};

/// Tries that one insertion may take; an audit that needs more is staffed as well as these allow.
const INSERT_NODES_MAX: u64 = 20_000;

/// An audit's team and first day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Position in the audit's first days.
    pub(super) start: usize,
    /// Positions in the audit's items.
    pub(super) items: Vec<usize>,
}

/// A plan; audits may be without a team in it.
#[derive(Clone, Debug)]
pub(super) struct Plan<'m> {
    pub(super) model: &'m Model<'m>,
    pub(super) chosen: Table<Option<Chosen>>,
    pub(super) taken: Table<Taken>,
    pub(super) load: Table<u32>,
    month_load: Table<Table<u32>>,
    /// What the audits with a team cost, with the evenness of everybody's load.
    pub(super) cost: i64,
    /// Audits without a team.
    pub(super) open: usize,
}

impl<'m> Plan<'m> {
    pub(super) fn empty(model: &'m Model<'m>) -> Self {
        let months = Table(vec![0; model.calendar.month_count]);
        Self {
            model,
            chosen: model.audits.iter().map(|_| None).collect(),
            taken: model.people.iter().map(|_| Taken::none(model.calendar.days.len())).collect(),
            load: model.people.iter().map(|_| 0).collect(),
            month_load: model.people.iter().map(|_| months.clone()).collect(),
            cost: 0,
            open: model.audits.len(),
        }
    }

    /// The plan with these teams; they must be free of clashes, as those of another plan are.
    pub(super) fn of(model: &'m Model<'m>, chosen: impl IntoIterator<Item = Option<Chosen>>) -> Self {
        let mut plan = Self::empty(model);
        for (audit, chosen) in chosen.into_iter().enumerate() {
            if let Some(chosen) = chosen {
                plan.place(audit, chosen);
            }
        }
        plan
    }

    /// How good the plan is; less is better. Audits without a team come first.
    pub(super) fn rank(&self) -> (usize, i64) {
        (self.open, self.cost)
    }

    pub(super) fn place(&mut self, audit: usize, chosen: Chosen) {
        self.open -= 1;
        self.book(audit, &chosen, 1);
        self.chosen[audit] = Some(chosen);
    }

    pub(super) fn remove(&mut self, audit: usize) -> Option<Chosen> {
        let chosen = self.chosen[audit].take()?;
        self.open += 1;
        self.book(audit, &chosen, -1);
        Some(chosen)
    }

    fn book(&mut self, at: usize, chosen: &Chosen, sign: i64) {
        let model = self.model;
        let audit = &model.audits[at];
        self.cost += sign * (audit.base + audit.start_cost(chosen.start));
        for item in chosen.items.iter().map(|item| &audit.items[*item]) {
            let (first, last) = audit.block(item, chosen.start);
            let before = model.evenness(item.person, self.load[item.person]);
            let months = (first..=last).map(|day| model.calendar.months[day]);
            if sign > 0 {
                self.taken[item.person].take(first, last);
                self.load[item.person] += item.load;
                months.for_each(|month| self.month_load[item.person][month] += 1);
            } else {
                self.taken[item.person].give_back(first, last);
                self.load[item.person] -= item.load;
                months.for_each(|month| self.month_load[item.person][month] -= 1);
            }
            self.cost += sign * item.cost + model.evenness(item.person, self.load[item.person]) - before;
        }
    }

    /// What the item would add to the cost, if the person's workload allows it at all.
    pub(super) fn price(&self, item: &Item) -> Option<i64> {
        let load = self.load[item.person];
        let fits = load + item.load <= self.model.people[item.person].days_max;
        let even =
            || self.model.evenness(item.person, load + item.load) - self.model.evenness(item.person, load);
        fits.then(|| item.cost + even())
    }

    /// Whether the person has these days free, and room for them in each month.
    pub(super) fn is_free(&self, audit: usize, item: &Item, start: usize) -> bool {
        let (first, last) = self.model.audits[audit].block(item, start);
        self.taken[item.person].is_free(first, last) && self.has_room(item.person, first, last)
    }

    /// Whether the months have room for the days.
    pub(super) fn has_room(&self, person: usize, first: usize, last: usize) -> bool {
        let Some(most) = self.model.people[person].month_days_max else { return true };
        let months = &self.model.calendar.months;
        (first..=last).all(|day| {
            let month = months[day];
            let added = (first..=last).filter(|other| months[*other] == month).count();
            u32::try_from(added).is_ok_and(|added| self.month_load[person][month] + added <= most)
        })
    }

    /// The cheapest way to staff and date one audit while all else stays. Of first days at one price it is the first after a turn by chance.
    pub(super) fn insertion(&self, at: usize, chance: Option<&mut Chance>) -> Option<Chosen> {
        let audit = &self.model.audits[at];
        let whole = self.offer(at);
        let least = whole.least()?;
        let turn = chance.map_or(0, |chance| chance.below(audit.starts.len()));
        let mut best: Option<(i64, Chosen)> = None;
        for (class, class_cost) in &audit.classes {
            let starts = || class.each();
            for start in
                starts().skip_while(|start| *start < turn).chain(starts().take_while(|start| *start < turn))
            {
                let limit = best.as_ref().map_or(i64::MAX / 2, |(cost, _)| *cost);
                if least + class_cost >= limit {
                    break;
                }
                if let Some(team) = self.team_on(at, start, &whole, limit) {
                    best = Some((team.cost, Chosen { start, items: team.items }));
                }
            }
        }
        best.map(|(_, chosen)| chosen)
    }

    /// The audit's candidates at what they would add to the cost.
    pub(super) fn offer(&self, at: usize) -> Offer<'m> {
        let audit = &self.model.audits[at];
        Offer::of(audit, Starts::default(), |item| self.price(&audit.items[item]))
    }

    /// The cheapest team below the limit on a first day, out of those of the offer who are free then.
    pub(super) fn team_on(&self, at: usize, start: usize, whole: &Offer<'m>, limit: i64) -> Option<Team> {
        let audit = &self.model.audits[at];
        let keep = |item: usize| {
            let item = &audit.items[item];
            item.starts.has(start) && self.is_free(at, item, start)
        };
        whole.least_of(keep).filter(|least| *least < limit)?;
        let mut only = Starts::default();
        only.add(start);
        let offer = whole.narrowed(only, keep);
        offer.least().filter(|least| *least < limit)?;
        offer.best(limit, INSERT_NODES_MAX).best
    }
}
