//! A fair queue: so many at a time in all, so many of one organization, and whoever waits stands in a line of their organization. Lines are
//! served in turn, so that a long one makes nobody else wait longer than for one of each other organization.
//!
//! INVARIANT (no idle place): while a place is free, whoever waits is of an organization that has as many places as it may. A place that is
//! given back is handed on before the lock is let go.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// How places are shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Places in all.
    pub places: usize,
    /// Places of one organization at the most.
    pub each: usize,
    /// How many of one organization may wait.
    pub waiting: usize,
}

/// The line of an organization is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// A fair queue.
#[derive(Clone, Debug)]
pub struct Fair(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    shares: Shares,
    lines: Mutex<Lines>,
}

#[derive(Debug, Default)]
struct Lines {
    /// Places that are taken.
    taken: usize,
    of: BTreeMap<String, Line>,
    /// The organizations of which somebody waits, in their turn.
    turn: VecDeque<String>,
}

#[derive(Debug, Default)]
struct Line {
    taken: usize,
    waiting: VecDeque<oneshot::Sender<Place>>,
}

/// A place that somebody has. Dropping it gives it back.
#[derive(Debug)]
pub struct Place {
    fair: Option<Fair>,
    organization: String,
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(fair) = self.fair.take() {
            fair.give_back(&self.organization);
        }
    }
}

impl Fair {
    /// A queue.
    #[must_use]
    pub fn new(shares: Shares) -> Self {
        Self(Arc::new(Inner { shares, lines: Mutex::default() }))
    }

    /// Waits for a place.
    ///
    /// # Errors
    /// [`Full`] where too many of the same organization wait already.
    pub async fn enter(&self, organization: &str) -> Result<Place, Full> {
        match self.ask(organization)? {
            Ok(place) => Ok(place),
            Err(called) => called.await.map_err(|_| Full),
        }
    }

    /// Whether nobody has a place or waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines().of.is_empty()
    }

    /// How many of each organization have a place, and how many wait: of those of which any does.
    #[must_use]
    pub fn counts(&self) -> Vec<(String, usize, usize)> {
        let lines = self.lines();
        lines.of.iter().map(|(name, line)| (name.clone(), line.taken, line.waiting.len())).collect()
    }

    /// A place, or where it is called from.
    fn ask(&self, organization: &str) -> Result<Result<Place, oneshot::Receiver<Place>>, Full> {
        let shares = self.0.shares;
        let mut lines = self.lines();
        let has_room = lines.taken < shares.places;
        let line = lines.of.entry(organization.to_owned()).or_default();
        if has_room && line.taken < shares.each {
            line.taken += 1;
            lines.taken += 1;
            return Ok(Ok(self.place(organization)));
        }
        if line.waiting.len() >= shares.waiting {
            // Who has gone away meanwhile stands in nobody's way.
            line.waiting.retain(|called| !called.is_closed());
            if line.waiting.len() >= shares.waiting {
                return Err(Full);
            }
        }
        let (call, called) = oneshot::channel();
        let was_empty = line.waiting.is_empty();
        line.waiting.push_back(call);
        if was_empty && !lines.turn.iter().any(|name| name == organization) {
            lines.turn.push_back(organization.to_owned());
        }
        Ok(Err(called))
    }

    fn place(&self, organization: &str) -> Place {
        Place { fair: Some(self.clone()), organization: organization.to_owned() }
    }

    fn give_back(&self, organization: &str) {
        let mut lines = self.lines();
        lines.free(organization);
        while let Some((name, call)) = lines.next(self.0.shares) {
            if let Err(mut place) = call.send(self.place(&name)) {
                // They have gone away: the place is nobody's, and the next is called.
                place.fair = None;
                lines.free(&name);
            }
        }
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.0.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lines {
    fn free(&mut self, organization: &str) {
        self.taken = self.taken.saturating_sub(1);
        let Some(line) = self.of.get_mut(organization) else { return };
        line.taken = line.taken.saturating_sub(1);
        if line.taken == 0 && line.waiting.is_empty() {
            self.of.remove(organization);
        }
    }

    /// Whose turn it is, where there is a place for them: it is then theirs.
    fn next(&mut self, shares: Shares) -> Option<(String, oneshot::Sender<Place>)> {
        if self.taken >= shares.places {
            return None;
        }
        for _ in 0..self.turn.len() {
            let name = self.turn.pop_front()?;
            let Some(line) = self.of.get_mut(&name) else { continue };
            if line.taken >= shares.each && !line.waiting.is_empty() {
                self.turn.push_back(name);
                continue;
            }
            let Some(call) = line.waiting.pop_front() else { continue };
            line.taken += 1;
            self.taken += 1;
            if !line.waiting.is_empty() {
                self.turn.push_back(name.clone());
            }
            return Some((name, call));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    const SHARES: Shares = Shares { places: 4, each: 3, waiting: 5 };

    type Asked<'f> = Pin<Box<dyn Future<Output = Result<Place, Full>> + 'f>>;

    fn asked<'f>(fair: &'f Fair, organization: &'f str) -> Asked<'f> {
        let mut asked: Asked<'f> = Box::pin(fair.enter(organization));
        assert!(came(&mut asked).is_none(), "it waits");
        asked
    }

    fn came(asked: &mut Asked<'_>) -> Option<Result<Place, Full>> {
        match asked.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(came) => Some(came),
            Poll::Pending => None,
        }
    }

    fn at_once(fair: &Fair, organization: &str) -> Place {
        let mut asked: Asked<'_> = Box::pin(fair.enter(organization));
        came(&mut asked).expect("there is room").expect("the line is short")
    }

    #[test]
    fn a_flood_of_one_organization_leaves_a_place_to_the_others() {
        let fair = Fair::new(SHARES);
        let flood: Vec<Place> = (0..3).map(|_| at_once(&fair, "a")).collect();
        let mut waiting: Vec<Asked<'_>> = (0..5).map(|_| asked(&fair, "a")).collect();
        let mut one_more: Asked<'_> = Box::pin(fair.enter("a"));
        assert_eq!(came(&mut one_more).unwrap().unwrap_err(), Full, "its own line is full");
        let b = at_once(&fair, "b");
        assert_eq!(fair.counts(), [("a".to_owned(), 3, 5), ("b".to_owned(), 1, 0)]);
        drop(b);
        assert!(waiting.iter_mut().all(|waits| came(waits).is_none()), "it has as many as it may");
        drop((flood, waiting));
        assert!(fair.is_empty());
    }

    #[test]
    fn lines_are_served_in_turn_whatever_their_length() {
        let fair = Fair::new(Shares { places: 1, each: 1, waiting: 9 });
        let mut place = Some(at_once(&fair, "a"));
        let mut waiting: Vec<(&str, Asked<'_>)> = Vec::new();
        for name in ["a", "a", "a", "a", "b", "c", "b"] {
            waiting.push((name, asked(&fair, name)));
        }
        let mut order = Vec::new();
        while !waiting.is_empty() {
            drop(place.take());
            let called: Vec<usize> = (0..waiting.len())
                .filter(|at| match came(&mut waiting[*at].1) {
                    Some(came) => {
                        place = Some(came.unwrap());
                        true
                    }
                    None => false,
                })
                .collect();
            assert_eq!(called.len(), 1, "one place, one who has it");
            order.push(waiting.remove(called[0]).0);
        }
        assert_eq!(order.concat(), "abcabaa", "nobody waits for more than one of each other");
    }

    #[test]
    fn who_goes_away_loses_no_place_and_holds_up_nobody() {
        let fair = Fair::new(Shares { places: 1, each: 1, waiting: 2 });
        let place = at_once(&fair, "a");
        let gone: Vec<Asked<'_>> = (0..2).map(|_| asked(&fair, "b")).collect();
        drop(gone);
        let mut stays = asked(&fair, "b");
        drop(place);
        let place = came(&mut stays).expect("called").unwrap();
        drop(place);
        assert!(fair.is_empty(), "{:?}", fair.counts());
        // Called, and gone before it was looked at.
        let place = at_once(&fair, "a");
        let called = asked(&fair, "b");
        drop(place);
        drop(called);
        assert!(fair.is_empty(), "{:?}", fair.counts());
        drop(at_once(&fair, "c"));
    }
}
