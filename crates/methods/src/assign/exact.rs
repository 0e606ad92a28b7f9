//! The proof: branch and bound over whole teams.
//!
//! For each audit the teams that a better plan could hold are written out: those whose cost at the prices of the bound is not further
//! from the cheapest than the best plan is from the bound. Then one audit after the other gets one of them, dates are found for them, and
//! a branch ends where its bound reaches the best plan. Seen to its end, the search proves that nothing better is left, or that
//! nothing fits at all.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::bound::{self, Bound};
use super::model::Model;
use super::plan::{Chosen, Plan};
use super::table::{Starts, Table};
use super::team::Team;

/// Teams written out at the most, all audits together.
const OPTIONS_MAX: usize = 400_000;
/// Tries in writing out the teams of one audit.
const ENUMERATION_NODES_MAX: u64 = 4_000_000;
/// Tries in dating the teams of one branch anew.
const DATING_NODES_MAX: u32 = 20_000;
/// Nodes between two questions whether to go on.
const NODES_BETWEEN: u64 = 256;

/// What the search has shown.
#[derive(Clone, Debug)]
pub(super) struct Proof {
    /// A plan better than the one given; each audit has a team in it.
    pub(super) better: Option<Table<Chosen>>,
    /// Whether every branch was seen to its end.
    pub(super) is_complete: bool,
    /// Nodes spent.
    pub(super) nodes: u64,
}

/// When the search may stop before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// At nothing but the best plan.
    Best,
    /// At the first plan.
    Any,
}

/// An audit's teams, cheapest first at the bound's prices.
struct Options {
    audit: usize,
    teams: Vec<Priced>,
}

struct Priced {
    team: Team,
    /// Beyond the audit's cheapest team, at the bound's prices.
    regret: i64,
}

/// Looks for a plan below `limit`.
pub(super) fn prove(
    model: &Model<'_>,
    bound: &Bound,
    limit: i64,
    aim: Aim,
    nodes: u64,
    go_on: &mut dyn FnMut() -> bool,
) -> Proof {
    let Some(options) = write_out(model, bound, limit) else {
        return Proof { better: None, is_complete: false, nodes: 0 };
    };
    let mut search = Branches {
        model,
        bound,
        options: &options,
        aim,
        limit,
        nodes_left: nodes,
        plan: Plan::empty(model),
        on: Vec::new(),
        better: None,
        is_complete: true,
        go_on,
    };
    search.branch(0, bound.value);
    let Branches { better, is_complete, nodes_left, .. } = search;
    Proof { better, is_complete, nodes: nodes - nodes_left }
}

/// The teams that a plan below the limit could hold; none where there are too many.
fn write_out(model: &Model<'_>, bound: &Bound, limit: i64) -> Option<Vec<Options>> {
    let room = limit.saturating_sub(bound.value);
    let mut count = 0;
    let mut all = Vec::new();
    for (audit, numbers) in model.audits.iter().enumerate() {
        let offer = bound::offer(numbers, &bound.prices);
        let found = offer.best(i64::MAX / 2, ENUMERATION_NODES_MAX);
        if !found.is_complete {
            return None;
        }
        let Some(cheapest) = found.best else {
            all.push(Options { audit, teams: Vec::new() });
            continue;
        };
        // A team visited anew on days of other competence is the same team with more days.
        let mut teams: BTreeMap<(i64, Vec<usize>), Starts> = BTreeMap::new();
        let is_complete =
            offer.each(cheapest.cost.saturating_add(room), ENUMERATION_NODES_MAX, &mut |mut team, limit| {
                if count < OPTIONS_MAX {
                    team.items.sort_unstable();
                    let known = teams.entry((team.cost, team.items));
                    count += usize::from(matches!(known, Entry::Vacant(_)));
                    let starts = known.or_default();
                    *starts = starts.or(&team.starts);
                } else {
                    *limit = i64::MIN;
                }
            });
        if !is_complete || count >= OPTIONS_MAX {
            return None;
        }
        let priced = teams.into_iter().map(|((cost, items), starts)| Priced {
            regret: cost - cheapest.cost,
            team: Team { cost, items, starts },
        });
        all.push(Options { audit, teams: priced.collect() });
    }
    all.sort_by_key(|options| options.teams.len());
    Some(all)
}

struct Branches<'s, 'm> {
    model: &'m Model<'m>,
    bound: &'s Bound,
    options: &'s [Options],
    aim: Aim,
    limit: i64,
    nodes_left: u64,
    plan: Plan<'m>,
    /// The teams on the branch, with their audits.
    on: Vec<(usize, &'s Team)>,
    better: Option<Table<Chosen>>,
    is_complete: bool,
    go_on: &'s mut dyn FnMut() -> bool,
}

impl<'s> Branches<'s, '_> {
    /// Goes on with the audit at `depth`; every plan on this branch costs at least `least`.
    fn branch(&mut self, depth: usize, least: i64) {
        let Some(options) = self.options.get(depth) else { return self.arrive() };
        for priced in &options.teams {
            if least + priced.regret >= self.limit || self.is_over() {
                return;
            }
            let Some(added) = self.load_added(options.audit, &priced.team) else { continue };
            if least + priced.regret + added >= self.limit {
                continue;
            }
            self.nodes_left -= 1;
            if self.put(options.audit, &priced.team) {
                self.on.push((options.audit, &priced.team));
                self.branch(depth + 1, least + priced.regret + added);
                self.on.pop();
                self.plan.remove(options.audit);
            }
        }
    }

    fn is_over(&mut self) -> bool {
        if self.aim == Aim::Any && self.better.is_some() {
            return true;
        }
        if self.nodes_left == 0 || self.nodes_left.is_multiple_of(NODES_BETWEEN) && !(self.go_on)() {
            self.nodes_left = 0;
            self.is_complete = false;
            return true;
        }
        false
    }

    /// How much the bound rises by the workload that the team brings; none where it passes somebody's limit.
    fn load_added(&self, audit: usize, team: &Team) -> Option<i64> {
        let items = &self.model.audits[audit].items;
        let mut added = 0;
        for item in team.items.iter().map(|at| &items[*at]) {
            let load = self.plan.load[item.person];
            if load + item.load > self.model.people[item.person].days_max {
                return None;
            }
            added += self.load_cost(item.person, load + item.load) - self.load_cost(item.person, load);
        }
        Some(added)
    }

    /// What a person's workload costs at least at the bound's prices, once it is no less than `load`.
    fn load_cost(&self, person: usize, load: u32) -> i64 {
        let price = self.bound.prices[person];
        let load = bound::cheapest_load(self.model, person, price, load);
        self.model.evenness(person, load) - price * i64::from(load)
    }

    fn arrive(&mut self) {
        if self.plan.cost < self.limit && self.plan.open == 0 {
            self.limit = self.plan.cost;
            self.better = self.plan.chosen.iter().cloned().collect();
        }
    }

    /// Puts the team into the plan on a day when all are free, moving the dates of the others where there is none.
    fn put(&mut self, audit: usize, team: &Team) -> bool {
        if let Some(start) = self.free_start(audit, team) {
            self.plan.place(audit, Chosen { start, items: team.items.clone() });
            return true;
        }
        let mut all: Vec<(usize, &Team)> = self.on.clone();
        all.push((audit, team));
        all.sort_by_key(|(_, team)| team.starts.each().count());
        let before: Vec<(usize, Option<Chosen>)> =
            self.on.clone().into_iter().map(|(audit, _)| (audit, self.plan.remove(audit))).collect();
        let mut nodes = DATING_NODES_MAX;
        if self.date(&all, &mut nodes) {
            return true;
        }
        if nodes == 0 {
            self.is_complete = false;
        }
        for (audit, chosen) in before {
            if let Some(chosen) = chosen {
                self.plan.place(audit, chosen);
            }
        }
        false
    }

    fn free_start(&self, audit: usize, team: &Team) -> Option<usize> {
        team.starts.each().find(|start| self.is_free(audit, team, *start))
    }

    fn is_free(&self, audit: usize, team: &Team, start: usize) -> bool {
        let items = &self.model.audits[audit].items;
        team.items.iter().all(|item| self.plan.is_free(audit, &items[*item], start))
    }

    /// Dates the teams, each on a day when all of it are free.
    fn date(&mut self, rest: &[(usize, &Team)], nodes: &mut u32) -> bool {
        let Some(((audit, team), rest)) = rest.split_first() else { return true };
        let starts: Starts = team.starts;
        for start in starts.each() {
            if *nodes == 0 {
                return false;
            }
            if self.is_free(*audit, team, start) {
                *nodes -= 1;
                self.plan.place(*audit, Chosen { start, items: team.items.clone() });
                if self.date(rest, nodes) {
                    return true;
                }
                self.plan.remove(*audit);
            }
        }
        false
    }
}
