//! The plan: everything once, then the risky more often, within the days of each year.

use super::knapsack::{Piece, best, bound};

/// A pair of unit and criterion as the plan sees it; sizes are in the smallest part of a day that occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Task {
    pub(crate) score: u32,
    pub(crate) size: usize,
    /// The years between two audits.
    pub(crate) interval: usize,
    /// The year in which the first audit is due, from 0.
    pub(crate) due: usize,
}

/// What is audited in which years, from 0; and what it is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The years of each task, ascending.
    pub(crate) years: Vec<Vec<usize>>,
    /// The sum of the scores of what is covered.
    pub(crate) covered: u64,
    /// The sum of the scores of the further visits.
    pub(crate) further: u64,
}

/// What no plan can pass, in the same terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) covered: u64,
    pub(crate) further: u64,
}

/// A score counts at least 1, so that covering what scores 0 is still worth it.
fn value(task: &Task) -> u64 {
    u64::from(task.score).max(1)
}

impl Plan {
    /// Proposes a plan.
    pub(crate) fn of(tasks: &[Task], rooms: &[usize]) -> Self {
        let by_due = Self::in_order(tasks, rooms, |task, index| (task.due, u32::MAX - task.score, index));
        let by_size = Self::in_order(tasks, rooms, |task, index| {
            (usize::MAX - task.size, u32::MAX - task.score, index)
        });
        by_due.or_better(by_size)
    }

    /// The other plan where it covers more, or as much with more further visits; else this one.
    pub(crate) fn or_better(self, other: Self) -> Self {
        if (other.covered, other.further) > (self.covered, self.further) { other } else { self }
    }

    fn in_order<K: Ord>(tasks: &[Task], rooms: &[usize], key: impl Fn(&Task, usize) -> K) -> Self {
        let mut left = rooms.to_vec();
        let mut years = vec![Vec::new(); tasks.len()];
        let chosen = affordable(tasks, rooms.iter().sum());
        let mut order: Vec<(usize, &Task, &bool)> = tasks
            .iter()
            .zip(&chosen)
            .enumerate()
            .map(|(index, (task, chosen))| (index, task, chosen))
            .collect();
        // What fits the days of all years together comes first; what did not is tried after it.
        order.sort_by_key(|(index, task, chosen)| (!**chosen, key(task, *index)));
        for (index, task, _) in order {
            let later = task.due..rooms.len();
            let earlier = (0..task.due.min(rooms.len())).rev();
            let fits =
                later.chain(earlier).find(|year| left.get(*year).is_some_and(|room| *room >= task.size));
            if let (Some(year), Some(own)) = (fits, years.get_mut(index)) {
                own.push(year);
                take(&mut left, year, task.size);
            }
        }
        further_visits(tasks, &mut left, &mut years);
        Self::worth(tasks, years)
    }

    /// The plan with what it is worth.
    pub(crate) fn worth(tasks: &[Task], years: Vec<Vec<usize>>) -> Self {
        let mut plan = Self { years: Vec::new(), covered: 0, further: 0 };
        for (task, own) in tasks.iter().zip(&years) {
            if let Some(further) = own.len().checked_sub(1) {
                plan.covered += value(task);
                plan.further += value(task) * further as u64;
            }
        }
        Self { years, ..plan }
    }

    /// The size of what a year holds.
    pub(crate) fn used(&self, tasks: &[Task], year: usize) -> usize {
        tasks.iter().zip(&self.years).filter(|(_, own)| own.contains(&year)).map(|(task, _)| task.size).sum()
    }

    /// How many tasks are covered.
    pub(crate) fn count(&self) -> usize {
        self.years.iter().filter(|own| !own.is_empty()).count()
    }

    /// How many visits there are.
    pub(crate) fn visits(&self) -> usize {
        self.years.iter().map(Vec::len).sum()
    }
}

fn take(left: &mut [usize], year: usize, size: usize) {
    if let Some(room) = left.get_mut(year) {
        *room = room.saturating_sub(size);
    }
}

/// The tasks of greatest score whose days fit those of all years together.
fn affordable(tasks: &[Task], room: usize) -> Vec<bool> {
    let pieces: Vec<Piece> = tasks.iter().map(|task| Piece { value: value(task), size: task.size }).collect();
    if pieces.iter().map(|piece| piece.size).sum::<usize>() <= room {
        return vec![true; tasks.len()];
    }
    let (_, chosen) = best(&pieces, room);
    (0..tasks.len()).map(|index| chosen.binary_search(&index).is_ok()).collect()
}

/// Year by year, of the visits that have come round again, the choice of greatest score that the days left allow.
fn further_visits(tasks: &[Task], left: &mut [usize], years: &mut [Vec<usize>]) {
    for year in 0..left.len() {
        let round_again = |own: &Vec<usize>, task: &Task| {
            own.iter().all(|other| other.abs_diff(year) >= task.interval)
                && own.iter().any(|other| *other < year)
        };
        let candidates: Vec<(usize, &Task)> = tasks
            .iter()
            .enumerate()
            .filter(|(index, task)| years.get(*index).is_some_and(|own| round_again(own, task)))
            .collect();
        let pieces: Vec<Piece> =
            candidates.iter().map(|(_, task)| Piece { value: value(task), size: task.size }).collect();
        let (_, chosen) = best(&pieces, left.get(year).copied().unwrap_or(0));
        for (index, task) in chosen.iter().filter_map(|chosen| candidates.get(*chosen)) {
            if let Some(own) = years.get_mut(*index) {
                own.push(year);
                own.sort_unstable();
                take(left, year, task.size);
            }
        }
    }
}

impl Bound {
    /// Days of all years thrown together, and visits as often as intervals allow: no plan is worth more.
    ///
    /// Where the plan covers everything, so does the best, and what covering takes is gone. Where it does not, a plan that covers less may
    /// have more days for further visits, and the bound on those stays loose.
    pub(crate) fn of(tasks: &[Task], rooms: &[usize], plan: &Plan) -> Self {
        let room: usize = rooms.iter().sum();
        let pieces: Vec<Piece> =
            tasks.iter().map(|task| Piece { value: value(task), size: task.size }).collect();
        let once: usize = pieces.iter().map(|piece| piece.size).sum();
        let (covered, _) = best(&pieces, room);
        let further: Vec<Piece> = tasks
            .iter()
            .zip(&pieces)
            .flat_map(|(task, piece)| {
                let most = rooms.len().div_ceil(task.interval.max(1));
                std::iter::repeat_n(*piece, most.saturating_sub(1))
            })
            .collect();
        let rest = if plan.count() == tasks.len() { room.saturating_sub(once) } else { room };
        Self { covered, further: bound(&further, rest) }
    }
}
