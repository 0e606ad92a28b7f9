//! A bound from below: what no plan can fall short of.
//!
//! The audits hang together by their people's workload alone (double booking is left out, which can only lower the bound). A price on each
//! person's day takes that tie away: each audit then has its cheapest team for itself, each person the workload that is cheapest at that
//! price, and the sum is below every plan (Lagrangian relaxation). Raising the prices of those wanted too much, and lowering those of the
//! others, raises the bound. All of it in whole cents.

use super::model::{Audit, Model};
use super::plan::Plan;
use super::table::{Starts, Table};
use super::team::{Offer, Team};

/// Tries for the cheapest team of one audit; past them a coarser, lower figure is used.
const TEAM_NODES_MAX: u64 = 20_000;
/// Rounds without a better bound after which the steps are halved.
const PATIENCE: u32 = 12;
/// The finest step, as a share of the first.
const HALVINGS_MAX: u32 = 9;

/// A bound with the prices that give it.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    /// No plan costs less.
    pub(super) value: i64,
    /// What a day of each person costs beside everything else.
    pub(super) prices: Table<i64>,
}

/// What the relaxation says at some prices.
struct Relaxed {
    value: i64,
    /// Days asked for by the teams beyond the workload that is cheapest.
    excess: Table<i64>,
}

/// The prices at which everybody's workload in the plan is the cheapest for them: a good beginning.
pub(super) fn prices_of(plan: &Plan<'_>) -> Table<i64> {
    let people = plan.model.people.iter().zip(plan.load.iter());
    people.map(|(person, load)| plan.model.even_cents * i64::from(person.days_before + load)).collect()
}

/// The best bound that so many rounds from these prices give; none where an audit has no team even for itself.
pub(super) fn raise(
    model: &Model<'_>,
    mut prices: Table<i64>,
    target: Option<i64>,
    rounds: u32,
    go_on: &mut dyn FnMut() -> bool,
) -> Option<Bound> {
    let mut relaxed = relax(model, &prices)?;
    let mut best = Bound { value: relaxed.value, prices: prices.clone() };
    let (mut halvings, mut idle) = (0, 0);
    for _ in 0..rounds {
        let norm: i128 = relaxed.excess.iter().map(|excess| i128::from(*excess) * i128::from(*excess)).sum();
        let aim = target.unwrap_or(best.value + best.value.saturating_abs() / 20 + 1);
        let distance = i128::from(aim) - i128::from(relaxed.value);
        if norm == 0 || distance <= 0 || halvings > HALVINGS_MAX || !go_on() {
            break;
        }
        for (price, excess) in prices.iter_mut().zip(relaxed.excess.iter()) {
            let step = distance * i128::from(*excess) / (norm << halvings);
            *price = price.saturating_add(i64::try_from(step).unwrap_or(0)).max(0);
        }
        relaxed = relax(model, &prices)?;
        if relaxed.value > best.value {
            best = Bound { value: relaxed.value, prices: prices.clone() };
            idle = 0;
        } else {
            idle += 1;
            if idle >= PATIENCE {
                (halvings, idle) = (halvings + 1, 0);
                prices = best.prices.clone();
                relaxed = relax(model, &prices)?;
            }
        }
    }
    Some(best)
}

fn relax(model: &Model<'_>, prices: &Table<i64>) -> Option<Relaxed> {
    let mut excess: Table<i64> = model.people.iter().map(|_| 0).collect();
    let mut value = 0;
    for audit in model.audits.iter() {
        let offer = offer(audit, prices);
        let least = offer.least()?;
        let found = offer.best(i64::MAX / 2, TEAM_NODES_MAX);
        value += audit.base;
        match found.best {
            Some(team) => {
                value += if found.is_complete { team.cost } else { least };
                add_days(audit, &team, &mut excess);
            }
            None if found.is_complete => return None,
            None => value += least,
        }
    }
    for (person, price) in prices.iter().enumerate() {
        let load = cheapest_load(model, person, *price, 0);
        value += model.evenness(person, load) - price * i64::from(load);
        excess[person] -= i64::from(load);
    }
    Some(Relaxed { value, excess })
}

/// The audit's candidates with the price of their days.
pub(super) fn offer<'m>(audit: &'m Audit, prices: &Table<i64>) -> Offer<'m> {
    let mut all = Starts::default();
    (0..audit.starts.len()).for_each(|start| all.add(start));
    Offer::of(audit, all, |at| {
        let item = &audit.items[at];
        Some(item.cost + prices[item.person] * i64::from(item.load))
    })
}

fn add_days(audit: &Audit, team: &Team, excess: &mut Table<i64>) {
    for item in team.items.iter().map(|at| &audit.items[*at]) {
        excess[item.person] += i64::from(item.load);
    }
}

/// The workload, no less than `least`, at which evenness costs the least against the price of the days.
///
/// The n-th day adds `even_cents x (days before + n - 1)`, so days are worth having while that stays below the price.
pub(super) fn cheapest_load(model: &Model<'_>, person: usize, price: i64, least: u32) -> u32 {
    let limits = &model.people[person];
    let most = limits.days_max.min(u32::try_from(model.calendar.days.len()).unwrap_or(u32::MAX));
    let worth = match model.even_cents {
        0 => {
            if price > 0 {
                most
            } else {
                0
            }
        }
        even => u32::try_from((price / even + 1 - i64::from(limits.days_before)).max(0)).unwrap_or(u32::MAX),
    };
    worth.min(most).max(least)
}
