//! A good plan at once: the audits that are hardest to staff first, then a large neighbourhood search.
//!
//! A step takes a few related audits out of the plan and puts them back one by one, each as cheaply as the others allow. What is
//! worse by less than a margin that shrinks to nothing is kept for the time being; the best plan seen is what counts.

use super::model::Model;
use super::plan::{Chosen, Plan};
use super::table::{Chance, Table};

/// Audits taken out at once.
const REMOVED_MAX: usize = 9;
/// The first margin, as a share of the cost of one audit.
const MARGIN_SHARE: i64 = 8;
/// Steps between two questions whether to go on.
const STEPS_BETWEEN: u32 = 16;

/// Puts every audit into the plan that can be put in, hardest first.
pub(super) fn fill(plan: &mut Plan<'_>, chance: &mut Chance) {
    let model = plan.model;
    let mut order: Vec<usize> =
        (0..model.audits.len()).filter(|audit| plan.chosen[*audit].is_none()).collect();
    order.sort_by_key(|audit| ease(model, *audit));
    for audit in order {
        insert(plan, audit, chance);
    }
}

/// How many ways there are, roughly: people by first days.
fn ease(model: &Model<'_>, audit: usize) -> usize {
    let audit = &model.audits[audit];
    audit.items.len() * audit.starts.len() / (audit.days * (audit.auditors + 1))
}

fn insert(plan: &mut Plan<'_>, audit: usize, chance: &mut Chance) {
    if let Some(chosen) = plan.insertion(audit, Some(chance)) {
        plan.place(audit, chosen);
    }
}

/// Improves the plan by so many steps, as long as `go_on` says so; returns the steps taken.
pub(super) fn improve(
    plan: &mut Plan<'_>,
    steps: u32,
    chance: &mut Chance,
    go_on: &mut dyn FnMut() -> bool,
) -> u32 {
    let mut best: Option<Best> = None;
    let mut taken = 0;
    for step in 0..steps {
        if step % STEPS_BETWEEN == 0 && !go_on() {
            break;
        }
        taken += 1;
        let before = plan.rank();
        let margin = i64::try_from(i128::from(share(plan)) * i128::from(steps - step) / i128::from(steps));
        let removed = pick(plan, chance);
        let mut kept: Vec<(usize, Option<Chosen>)> =
            removed.iter().map(|audit| (*audit, plan.remove(*audit))).collect();
        for audit in removed {
            insert(plan, audit, chance);
        }
        let (after, margin) = (plan.rank(), chance.up_to(margin.unwrap_or(0)));
        if after.0 > before.0 || after.0 == before.0 && after.1 > before.1 + margin {
            put_back(plan, &mut kept);
        } else if after > before && best.as_ref().is_none_or(|best| before < best.rank) {
            best = Some(Best { rank: before, chosen: chosen_before(plan, kept) });
        }
    }
    if let Some(best) = best.filter(|best| best.rank < plan.rank()) {
        *plan = Plan::of(plan.model, best.chosen);
    }
    taken
}

/// The best plan seen, kept when the search leaves it for a worse one.
struct Best {
    rank: (usize, i64),
    chosen: Table<Option<Chosen>>,
}

fn chosen_before(plan: &Plan<'_>, kept: Vec<(usize, Option<Chosen>)>) -> Table<Option<Chosen>> {
    let mut chosen = plan.chosen.clone();
    for (audit, before) in kept {
        chosen[audit] = before;
    }
    chosen
}

/// The first margin: a share of what one audit costs, changes of a present plan left aside.
fn share(plan: &Plan<'_>) -> i64 {
    let cost = if plan.model.change > 0 { plan.cost % plan.model.change } else { plan.cost };
    cost.saturating_abs() / (plan.model.audits.len() as i64 * MARGIN_SHARE).max(1)
}

/// Passes of [`polish`].
const PASSES_MAX: u32 = 8;

/// Puts each audit anew where that is cheaper, until nothing moves: what [`super::explain`] says of the plan then holds for each audit by itself.
pub(super) fn polish(plan: &mut Plan<'_>, go_on: &mut dyn FnMut() -> bool) {
    for _ in 0..PASSES_MAX {
        let before = plan.rank();
        for audit in 0..plan.model.audits.len() {
            if !go_on() {
                return;
            }
            let here = plan.rank();
            let chosen = plan.remove(audit);
            if let Some(best) = plan.insertion(audit, None) {
                plan.place(audit, best);
            }
            if plan.rank() >= here {
                plan.remove(audit);
                if let Some(chosen) = chosen {
                    plan.place(audit, chosen);
                }
            }
        }
        if plan.rank() == before {
            return;
        }
    }
}

/// Moves each audit to the earliest day on which its team can come at the same cost, the audits in the order of their days.
pub(super) fn settle(plan: &mut Plan<'_>) {
    let model = plan.model;
    let day = |audit: usize, chosen: &Chosen| model.audits[audit].starts[chosen.start];
    let placed = plan.chosen.iter().enumerate();
    let mut order: Vec<(usize, usize)> =
        placed.filter_map(|(audit, chosen)| Some((day(audit, chosen.as_ref()?), audit))).collect();
    order.sort_unstable();
    for (_, audit) in order {
        let Some(chosen) = plan.remove(audit) else { continue };
        let earliest = (0..chosen.start).find(|start| can_come(plan, audit, &chosen, *start));
        plan.place(audit, Chosen { start: earliest.unwrap_or(chosen.start), ..chosen });
    }
}

/// Whether the team can come on that first day too, at the cost of its present one.
fn can_come(plan: &Plan<'_>, at: usize, chosen: &Chosen, start: usize) -> bool {
    let audit = &plan.model.audits[at];
    let items = || chosen.items.iter().map(|item| &audit.items[*item]);
    let covered = items().fold(0, |all, item| all | item.covers_on(start));
    audit.start_cost(start) == audit.start_cost(chosen.start)
        && audit.areas & !covered == 0
        && items().all(|item| item.starts.has(start) && plan.is_free(at, item, start))
}

fn put_back(plan: &mut Plan<'_>, kept: &mut Vec<(usize, Option<Chosen>)>) {
    for (audit, _) in kept.iter() {
        plan.remove(*audit);
    }
    for (audit, chosen) in kept.drain(..) {
        if let Some(chosen) = chosen {
            plan.place(audit, chosen);
        }
    }
}

/// A few audits that have to do with one another, in an order by chance; those without a team come first.
fn pick(plan: &Plan<'_>, chance: &mut Chance) -> Vec<usize> {
    let audits = plan.model.audits.len();
    let open: Vec<usize> = if plan.open == 0 {
        Vec::new()
    } else {
        (0..audits).filter(|audit| plan.chosen[*audit].is_none()).collect()
    };
    let seed = if open.is_empty() {
        chance.below(audits)
    } else {
        open.get(chance.below(open.len())).copied().unwrap_or(0)
    };
    let count = (2 + chance.below(REMOVED_MAX - 1)).min(audits);
    let mut picked = vec![seed];
    let is_by_chance = chance.below(4) == 0;
    for _ in 0..count * 12 {
        if picked.len() >= count {
            break;
        }
        let other = chance.below(audits);
        if !picked.contains(&other) && (is_by_chance || is_related(plan, seed, other)) {
            picked.push(other);
        }
    }
    if open.is_empty() {
        chance.shuffle(&mut picked);
    }
    picked
}

/// Whether the audits could take people from one another: somebody of one could be in the other's team.
fn is_related(plan: &Plan<'_>, audit: usize, other: usize) -> bool {
    let people = |at: usize| {
        let chosen = plan.chosen[at].iter();
        chosen
            .flat_map(move |chosen| chosen.items.iter())
            .map(move |item| plan.model.audits[at].items[*item].person)
    };
    let could = |at: usize, person: usize| {
        plan.model.audits[at].items.0.binary_search_by_key(&person, |item| item.person).is_ok()
    };
    people(other).any(|person| could(audit, person)) || people(audit).any(|person| could(other, person))
}
