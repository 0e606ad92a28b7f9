//! The teams of one audit: the cheapest, or each one up to a price, by depth-first search with a bound.
//!
//! The leader is chosen first, then somebody for the open area that the fewest can cover, then the other seats, then whoever is wished
//! for beside them. A team is visited once, because a candidate tried for an area is left out of the branches after theirs.
//!
//! Who is needed depends on the day where competence begins or ends within the window: whoever covers an area on the first days of it needs
//! somebody beside them on the others. The days on which everybody covers the same are therefore searched apart, and a team that can
//! come on several such sets of days is visited once for each.

use std::rc::Rc;

use assize_domain::words::TeamRole;

use super::model::{Audit, Item};
use super::table::{Starts, Table};

const NOT_ON_OFFER: i64 = i64::MAX;
/// More than any team costs.
const UNREACHABLE: i64 = i64::MAX / 4;

/// A team of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Team {
    /// With the first days' cost; without the audit's base.
    pub(super) cost: i64,
    /// Positions in the audit's items.
    pub(super) items: Vec<usize>,
    /// The first days on which the team may come at this cost.
    pub(super) starts: Starts,
}

/// The candidates of an audit at the prices of the moment.
#[derive(Clone, Debug)]
pub(super) struct Offer<'m> {
    audit: &'m Audit,
    starts: Starts,
    /// The day that says who covers what: the same as all others once a search begins.
    day: Option<usize>,
    price: Rc<Table<i64>>,
    /// The items on offer, cheapest first.
    order: Vec<usize>,
    leaders: Vec<usize>,
    auditors: Vec<usize>,
    /// Experts and trainees worth having without being needed.
    wished: Vec<usize>,
    /// For each area those who cover it on that day, as auditor or expert.
    by_area: Table<Vec<usize>>,
    fixed: Vec<usize>,
    seats_fixed: usize,
    /// Sums of the cheapest auditors' prices.
    cheapest: Table<i64>,
    /// The least that the wished for can add.
    wished_least: i64,
}

impl<'m> Offer<'m> {
    /// The items for which `price` gives a price, on the first days given.
    pub(super) fn of(audit: &'m Audit, starts: Starts, price: impl Fn(usize) -> Option<i64>) -> Self {
        let prices: Vec<Option<i64>> = (0..audit.items.len()).map(price).collect();
        let on_offer = prices.iter().enumerate().filter_map(|(at, price)| price.map(|_| at));
        let mut order: Vec<usize> = on_offer.collect();
        let price: Table<i64> = prices.iter().map(|price| price.unwrap_or(NOT_ON_OFFER)).collect();
        order.sort_unstable_by_key(|at| (price[*at], *at));
        Self::sorted(audit, starts, Rc::new(price), order, audit.fixed_seats)
    }

    /// The same offer on fewer first days, of the items that are kept.
    pub(super) fn narrowed(&self, starts: Starts, keep: impl Fn(usize) -> bool) -> Self {
        let order = self.order.iter().copied().filter(|at| keep(*at)).collect();
        let mut narrowed = Self::sorted(self.audit, starts, Rc::clone(&self.price), order, self.seats_fixed);
        narrowed.fixed = self.fixed.iter().copied().filter(|at| keep(*at)).collect();
        narrowed
    }

    fn sorted(
        audit: &'m Audit,
        starts: Starts,
        price: Rc<Table<i64>>,
        order: Vec<usize>,
        seats_fixed: usize,
    ) -> Self {
        let of_role = |role| order.iter().copied().filter(move |at| audit.items[*at].role == role);
        let auditors: Vec<usize> = of_role(TeamRole::Auditor).collect();
        let mut cheapest = vec![0];
        cheapest.extend(auditors.iter().scan(0, |sum, at| {
            *sum += price[*at];
            Some(*sum)
        }));
        let wished: Vec<usize> = of_role(TeamRole::TechnicalExpert)
            .chain(of_role(TeamRole::Trainee))
            .filter(|at| audit.items[*at].cost < 0)
            .collect();
        let most = [(TeamRole::TechnicalExpert, audit.experts_max), (TeamRole::Trainee, audit.trainees_max)];
        let wished_least = most.map(|(role, most)| {
            let of_role = wished.iter().filter(|at| audit.items[**at].role == role);
            of_role.take(most).map(|at| price[*at].min(0)).sum::<i64>()
        });
        let day = starts.each().next();
        let by_area = (0..32).take_while(|bit| audit.areas >> bit != 0).map(|bit| {
            let covering = order.iter().copied().filter(|at| {
                let item = &audit.items[*at];
                covers(item, day) >> bit & 1 == 1 && item.role != TeamRole::Leader
            });
            covering.collect()
        });
        Self {
            audit,
            starts,
            day,
            leaders: of_role(TeamRole::Leader).collect(),
            fixed: order.iter().copied().filter(|at| audit.items[*at].is_fixed).collect(),
            seats_fixed,
            by_area: by_area.collect(),
            price,
            auditors,
            wished_least: wished_least.iter().sum(),
            wished,
            cheapest: Table(cheapest),
            order,
        }
    }

    /// The same offer for teams with this item in them.
    pub(super) fn with(mut self, item: usize) -> Self {
        if !self.audit.items[item].is_fixed {
            self.seats_fixed += 1;
            if self.price[item] != NOT_ON_OFFER {
                self.fixed.push(item);
            }
        }
        self
    }

    /// The cheapest team below `limit`, within `nodes` tries.
    pub(super) fn best(&self, limit: i64, nodes: u64) -> Found {
        let mut best = None;
        let is_complete = self.each(limit, nodes, &mut |team, limit| {
            *limit = team.cost;
            best = Some(team);
        });
        Found { best, is_complete }
    }

    /// Visits each team below the limit, which the visitor may lower, once for each set of days on which everybody covers the same. False
    /// where the tries did not suffice to see all of them.
    pub(super) fn each(&self, mut limit: i64, mut nodes: u64, visit: &mut dyn FnMut(Team, &mut i64)) -> bool {
        for alike in &self.audit.alike {
            let starts = self.starts.and(alike);
            if starts == self.starts {
                return self.dig(&mut limit, &mut nodes, visit);
            }
            if !starts.is_empty() && !self.narrowed(starts, |_| true).dig(&mut limit, &mut nodes, visit) {
                return false;
            }
        }
        nodes > 0
    }

    /// Visits each team below the limit, on days on which everybody covers the same.
    fn dig(&self, limit: &mut i64, nodes: &mut u64, visit: &mut dyn FnMut(Team, &mut i64)) -> bool {
        let mut dig = Dig {
            offer: self,
            limit: *limit,
            nodes: *nodes,
            items: Vec::new(),
            left_out: Vec::new(),
            cost: 0,
            covered: 0,
            starts: vec![self.starts],
            leader: false,
            auditors_left: self.audit.auditors,
            experts_left: self.audit.experts_max,
            trainees_left: self.audit.trainees_max,
            visit,
        };
        // A fixed seat whose holder may not take it, or is taken, is not on offer, and then there is no team.
        if self.fixed.len() == self.seats_fixed && self.fixed.iter().all(|at| dig.take(*at)) {
            dig.lead();
        }
        (*limit, *nodes) = (dig.limit, dig.nodes);
        *nodes > 0
    }

    /// As [`Offer::least`], of the items that are kept: known before a narrowed offer is made.
    pub(super) fn least_of(&self, keep: impl Fn(usize) -> bool) -> Option<i64> {
        let leader = self.leaders.iter().find(|at| keep(**at))?;
        let seats = if self.audit.is_size_free { 0 } else { self.audit.auditors };
        let mut kept = self.auditors.iter().filter(|at| keep(**at));
        let mut least = self.price[*leader] + self.wished_least;
        for _ in 0..seats {
            least += self.price[*kept.next()?];
        }
        Some(least)
    }

    /// Less than every team costs, seats counted and little else.
    pub(super) fn least(&self) -> Option<i64> {
        let leader = self.price[*self.leaders.first()?];
        let seats = self.cheapest.find(if self.audit.is_size_free { 0 } else { self.audit.auditors })?;
        let class = self.audit.classes.iter().map(|(_, cost)| *cost).min()?;
        Some(leader + seats + class + self.wished_least)
    }
}

/// What a search for the cheapest team found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) best: Option<Team>,
    /// Whether nothing cheaper was left unseen.
    pub(super) is_complete: bool,
}

struct Dig<'o, 'm, 'v> {
    offer: &'o Offer<'m>,
    limit: i64,
    nodes: u64,
    items: Vec<usize>,
    left_out: Vec<usize>,
    cost: i64,
    covered: u32,
    /// The first days left, after each choice.
    starts: Vec<Starts>,
    leader: bool,
    auditors_left: usize,
    experts_left: usize,
    trainees_left: usize,
    visit: &'v mut dyn FnMut(Team, &mut i64),
}

impl Dig<'_, '_, '_> {
    fn lead(&mut self) {
        if self.leader {
            return self.cover();
        }
        let offer = self.offer;
        for at in &offer.leaders {
            if self.cost + offer.price[*at] + self.seats_least() + offer.wished_least >= self.limit {
                break;
            }
            if self.take(*at) {
                self.cover();
                self.give_back();
            }
        }
    }

    fn cover(&mut self) {
        let offer = self.offer;
        let open = offer.audit.areas & !self.covered;
        if self.cost + self.cover_least(open) + offer.wished_least >= self.limit {
            return;
        }
        let areas = offer.by_area.iter().enumerate().filter(|(bit, _)| open >> bit & 1 == 1);
        let Some((_, covering)) = areas.min_by_key(|(_, covering)| covering.len()) else {
            return self.fill(0);
        };
        let before = self.left_out.len();
        for at in covering {
            if self.take(*at) {
                self.cover();
                self.give_back();
            }
            self.left_out.push(*at);
        }
        self.left_out.truncate(before);
    }

    fn fill(&mut self, from: usize) {
        let offer = self.offer;
        if self.auditors_left == 0 || offer.audit.is_size_free {
            return self.wish(0);
        }
        for next in from..offer.auditors.len() {
            let Some(last) = offer.cheapest.find(next + self.auditors_left) else { break };
            let least = last - offer.cheapest[next];
            if self.cost + least + offer.wished_least >= self.limit {
                break;
            }
            let Some(at) = offer.auditors.get(next) else { break };
            if self.take(*at) {
                self.fill(next + 1);
                self.give_back();
            }
        }
    }

    fn wish(&mut self, from: usize) {
        let offer = self.offer;
        if self.cost + offer.wished_least >= self.limit {
            return;
        }
        for (next, at) in offer.wished.iter().enumerate().skip(from) {
            if self.take(*at) {
                self.wish(next + 1);
                self.give_back();
            }
        }
        self.arrive();
    }

    fn arrive(&mut self) {
        let audit = self.offer.audit;
        let left = self.starts.last().copied().unwrap_or_default();
        for (class, cost) in &audit.classes {
            let starts = left.and(class);
            let cost = self.cost + cost;
            if cost < self.limit && !starts.is_empty() {
                (self.visit)(Team { cost, items: self.items.clone(), starts }, &mut self.limit);
            }
        }
    }

    /// The least that the auditors' seats still add.
    fn seats_least(&self) -> i64 {
        if self.offer.audit.is_size_free {
            return 0;
        }
        self.offer.cheapest.find(self.auditors_left).copied().unwrap_or(UNREACHABLE)
    }

    /// The least that seats and open areas still add: the dearest area decides.
    fn cover_least(&self, open: u32) -> i64 {
        let offer = self.offer;
        let mut least = self.seats_least();
        let left = self.auditors_left.checked_sub(1);
        let all_but_one =
            left.and_then(|left| offer.cheapest.find(if offer.audit.is_size_free { 0 } else { left }));
        for (bit, covering) in offer.by_area.iter().enumerate() {
            if open >> bit & 1 == 0 {
                continue;
            }
            let seats = self.seats_least();
            let prices = covering.iter().filter_map(|at| match offer.audit.items[*at].role {
                TeamRole::TechnicalExpert => {
                    (self.experts_left > 0).then(|| seats.saturating_add(offer.price[*at]))
                }
                _ => all_but_one.map(|rest| rest + offer.price[*at]),
            });
            least = least.max(prices.min().unwrap_or(UNREACHABLE));
        }
        least
    }

    fn take(&mut self, at: usize) -> bool {
        let offer = self.offer;
        let item = &offer.audit.items[at];
        let is_there = |other: &usize| offer.audit.items[*other].person == item.person;
        if self.nodes == 0 || self.left_out.contains(&at) || self.items.iter().any(is_there) {
            return false;
        }
        let starts = self.starts.last().copied().unwrap_or_default().and(&item.starts);
        if starts.is_empty() {
            return false;
        }
        let has_seat = match item.role {
            TeamRole::Leader => !std::mem::replace(&mut self.leader, true),
            TeamRole::Auditor => down(&mut self.auditors_left),
            TeamRole::TechnicalExpert => down(&mut self.experts_left),
            _ => down(&mut self.trainees_left),
        };
        if !has_seat {
            return false;
        }
        self.nodes -= 1;
        self.items.push(at);
        self.starts.push(starts);
        self.cost += offer.price[at];
        self.covered = self.covering();
        true
    }

    fn give_back(&mut self) {
        let Some(at) = self.items.pop() else { return };
        self.starts.pop();
        self.cost -= self.offer.price[at];
        match self.offer.audit.items[at].role {
            TeamRole::Leader => self.leader = false,
            TeamRole::Auditor => self.auditors_left += 1,
            TeamRole::TechnicalExpert => self.experts_left += 1,
            _ => self.trainees_left += 1,
        }
        self.covered = self.covering();
    }

    fn covering(&self) -> u32 {
        let offer = self.offer;
        self.items.iter().fold(0, |all, at| all | covers(&offer.audit.items[*at], offer.day))
    }
}

/// The areas that the item covers on a first day; without one those that it covers on any.
fn covers(item: &Item, day: Option<usize>) -> u32 {
    day.map_or(item.covers, |day| item.covers_on(day))
}

fn down(left: &mut usize) -> bool {
    let had = *left > 0;
    *left -= usize::from(had);
    had
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use assize_domain::kernel::datum::read_json;
    use serde_json::json;

    use super::super::bound;
    use super::super::model::Model;

    /// Six people, three of whom lead and three of whom cover `ot`; a team of three.
    fn problem() -> super::super::AssignmentProblem {
        let auditor = |n: usize| {
            let roles = if n < 3 { json!(["leader", "auditor"]) } else { json!(["auditor"]) };
            let areas = if n.is_multiple_of(2) {
                json!([{ "area": "isms" }, { "area": "ot" }])
            } else {
                json!([{ "area": "isms" }])
            };
            json!({ "id": format!("p{n}"), "roles": roles, "competences": areas, "home": "x", "day_rate_cents": 100 + n })
        };
        let audit = json!({ "id": "a", "auditee": "c", "audit_type": "internal", "window": { "from": "2026-03-02", "to": "2026-03-06" },
            "days": 1, "method": "remote", "competences": ["isms", "ot"], "team_size": 3 });
        read_json(&json!({ "audits": [audit], "auditors": (0..6).map(auditor).collect::<Vec<_>>() })).unwrap()
    }

    #[test]
    fn each_team_that_covers_is_visited_once_and_no_other() {
        let problem = problem();
        let model = Model::of(&problem).unwrap();
        let prices = model.people.iter().map(|_| 0).collect();
        let offer = bound::offer(&model.audits[0], &prices);
        let (mut teams, mut count) = (BTreeSet::new(), 0);
        let is_complete = offer.each(i64::MAX / 2, 10_000, &mut |mut team, _| {
            team.items.sort_unstable();
            teams.insert(team.items);
            count += 1;
        });
        // Three leaders with two of the five others each; without `ot` are leader p1 with two of p3, p5: one.
        assert_eq!((is_complete, teams.len(), count), (true, 3 * 10 - 1, 3 * 10 - 1));
        assert!(!offer.each(i64::MAX / 2, 5, &mut |_, _| ()), "too few tries are said");
    }

    #[test]
    fn somebody_needed_on_some_days_only_comes_on_these() {
        let leader = json!({ "id": "p0", "roles": ["leader"], "home": "x", "day_rate_cents": 100,
            "competences": [{ "area": "isms" }, { "area": "ot", "to": "2026-03-03" }] });
        let expert = json!({ "id": "p1", "roles": ["technical_expert"], "home": "x", "day_rate_cents": 100, "competences": [{ "area": "ot" }] });
        let audit = json!({ "id": "a", "auditee": "c", "audit_type": "internal", "window": { "from": "2026-03-02", "to": "2026-03-06" },
            "days": 1, "method": "remote", "competences": ["isms", "ot"], "team_size": 1, "experts_max": 1 });
        let problem: super::super::AssignmentProblem =
            read_json(&json!({ "audits": [audit], "auditors": [leader, expert] })).unwrap();
        let model = Model::of(&problem).unwrap();
        let offer = bound::offer(&model.audits[0], &model.people.iter().map(|_| 0).collect());
        let mut teams = BTreeSet::new();
        assert!(offer.each(i64::MAX / 2, 10_000, &mut |team, _| {
            teams.insert((team.items.len(), team.starts.each().collect::<Vec<_>>()));
        }));
        assert_eq!(teams, BTreeSet::from([(1, vec![0, 1]), (2, vec![2, 3, 4])]));
    }

    #[test]
    fn the_cheapest_team_is_no_dearer_than_any_and_no_cheaper_than_the_least() {
        let problem = problem();
        let model = Model::of(&problem).unwrap();
        let prices = model.people.iter().map(|_| 7).collect();
        let offer = bound::offer(&model.audits[0], &prices);
        let mut costs = Vec::new();
        offer.each(i64::MAX / 2, 10_000, &mut |team, _| costs.push(team.cost));
        let best = offer.best(i64::MAX / 2, 10_000).best.unwrap();
        assert_eq!(Some(&best.cost), costs.iter().min());
        assert!(offer.least().unwrap() <= best.cost);
        assert!(offer.best(best.cost, 10_000).best.is_none(), "nothing is below the cheapest");
    }
}
