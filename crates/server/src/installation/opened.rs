//! The organizations that are open in this server: opened when somebody asks, let go when nobody has for a while, so many at the most.
//!
//! INVARIANT (bounded): whoever is open has a permit of one semaphore, from before its store is opened until after that is closed. So the
//! connections to databases are bounded, also while one makes way for another.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::time::{Duration, Instant};

use assize_store::{Health, Organization};
use axum::Router;
use futures::future::BoxFuture;
use tokio::sync::{OnceCell, OwnedSemaphorePermit, Semaphore};

use super::{Ending, OpenedOrganization, Opener};
use crate::app::App;
use crate::router::router;

/// How long a request waits for one that nobody uses to make way.
const WAY_TIME_MAX: Duration = Duration::from_secs(15);

/// Why an organization cannot be opened now.
#[derive(Debug)]
pub(super) enum Shut {
    /// As many as may be are open and in use.
    Busy,
    /// The registry has changed it, and what was known before is let go.
    Changed,
    /// Its store cannot be opened.
    Failed(String),
}

/// What is open of one organization.
pub(super) struct Slot {
    /// The generation of the registry that it was opened as of.
    changed: i64,
    used: Mutex<Instant>,
    cell: OnceCell<Inside>,
    held: Mutex<Option<Held>>,
}

struct Inside {
    app: App,
    /// Made when the first request comes.
    router: OnceLock<Router>,
}

/// What is held until it is wholly let go.
struct Held {
    _permit: OwnedSemaphorePermit,
    token: Arc<()>,
    ending: Option<Ending>,
}

impl Slot {
    fn new(changed: i64, permit: OwnedSemaphorePermit) -> Self {
        let held = Held { _permit: permit, token: Arc::default(), ending: None };
        Self {
            changed,
            used: Mutex::new(Instant::now()),
            cell: OnceCell::new(),
            held: Mutex::new(Some(held)),
        }
    }

    /// Its pages and API; nothing before it is open.
    pub(super) fn router(&self) -> Option<Router> {
        let inside = self.cell.get()?;
        Some(inside.router.get_or_init(|| router(inside.app.clone())).clone())
    }

    async fn health(&self) -> Option<Health> {
        self.cell.get()?.app.store.health().await.ok()
    }

    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What lives as long as it is not wholly let go.
    fn token(&self) -> Option<Weak<()>> {
        self.held().as_ref().map(|held| Arc::downgrade(&held.token))
    }
}

/// The last who uses it lets it go.
impl Drop for Slot {
    fn drop(&mut self) {
        let Some(mut held) = self.held().take() else { return };
        let (Some(ending), Ok(runtime)) = (held.ending.take(), tokio::runtime::Handle::try_current()) else {
            return;
        };
        runtime.spawn(async move {
            ending().await;
            drop(held);
        });
    }
}

/// What was known of the registry when what it had changed was let go last.
#[derive(Default)]
struct Known {
    generation: i64,
    /// Who was served, each with the generation that had changed it last.
    served: BTreeMap<String, i64>,
}

impl Known {
    /// Whether an organization is as it was then, or as it was changed since.
    fn allows(&self, organization: &Organization) -> bool {
        organization.changed > self.generation
            || self.served.get(organization.name.as_str()) == Some(&organization.changed)
    }
}

/// The organizations that are open.
pub(super) struct OpenOnes {
    opener: Arc<dyn Opener>,
    most: usize,
    permits: Arc<Semaphore>,
    slots: Mutex<BTreeMap<String, Arc<Slot>>>,
    /// What was known when what is changed was let go last. Whoever has the slots may take it, and not the other way round.
    known: Mutex<Known>,
    /// What was let go because the registry has changed, as long as it is not wholly gone.
    leaving: Mutex<Vec<Weak<()>>>,
}

impl OpenOnes {
    pub(super) fn new(opener: Arc<dyn Opener>, most: usize) -> Self {
        let most = most.clamp(1, Semaphore::MAX_PERMITS);
        Self {
            opener,
            most,
            permits: Arc::new(Semaphore::new(most)),
            slots: Mutex::default(),
            known: Mutex::default(),
            leaving: Mutex::default(),
        }
    }

    /// The organization, opened where it is not. Whoever has it uses it. One as it was before the registry changed it is not opened any more
    /// once what is changed was let go: this server may have said so.
    pub(super) async fn get(&self, organization: &Organization) -> Result<Arc<Slot>, Shut> {
        let name = organization.name.as_str();
        let slot = match self.found(organization) {
            Some(slot) => slot,
            None => {
                let permit = self.permit().await?;
                let mut slots = self.slots();
                match slots.get(name).filter(|slot| slot.changed == organization.changed) {
                    // Somebody else was faster; the permit goes back.
                    Some(slot) => Arc::clone(slot),
                    None if !self.known().allows(organization) => return Err(Shut::Changed),
                    None => {
                        let slot = Arc::new(Slot::new(organization.changed, permit));
                        let before = slots.insert(name.to_owned(), Arc::clone(&slot));
                        drop(slots);
                        self.leaving().extend(before.as_ref().and_then(|before| before.token()));
                        slot
                    }
                }
            }
        };
        let opened = slot.cell.get_or_try_init(|| async {
            let OpenedOrganization { app, ending } = self.opener.open(organization).await?;
            if let Some(held) = slot.held().as_mut() {
                held.ending = Some(ending);
            }
            Ok::<_, String>(Inside { app, router: OnceLock::new() })
        });
        if let Err(why) = opened.await {
            let mut slots = self.slots();
            if slots.get(name).is_some_and(|there| Arc::ptr_eq(there, &slot)) {
                slots.remove(name);
            }
            return Err(Shut::Failed(why));
        }
        if let Ok(mut used) = slot.used.lock() {
            *used = Instant::now();
        }
        Ok(slot)
    }

    fn found(&self, organization: &Organization) -> Option<Arc<Slot>> {
        let slots = self.slots();
        slots
            .get(organization.name.as_str())
            .filter(|slot| slot.changed == organization.changed)
            .map(Arc::clone)
    }

    /// Whether an organization is open here.
    pub(super) fn is_open(&self, name: &str) -> bool {
        self.slots().contains_key(name)
    }

    /// A permit; where there is none, who was used longest ago and is not in use makes way.
    async fn permit(&self) -> Result<OwnedSemaphorePermit, Shut> {
        if let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() {
            return Ok(permit);
        }
        let waiting = Arc::clone(&self.permits).acquire_owned();
        if !self.make_way() && self.slots().len() >= self.most {
            return Err(Shut::Busy);
        }
        match tokio::time::timeout(WAY_TIME_MAX, waiting).await {
            Ok(Ok(permit)) => Ok(permit),
            _ => Err(Shut::Busy),
        }
    }

    /// Lets go of the one that was used longest ago among those that nobody uses; whether there was one.
    fn make_way(&self) -> bool {
        let mut slots = self.slots();
        let unused = slots.iter().filter(|(_, slot)| Arc::strong_count(slot) == 1);
        let oldest = unused.min_by_key(|(_, slot)| used(slot)).map(|(name, _)| name.clone());
        let gone = oldest.and_then(|name| slots.remove(&name));
        drop(slots);
        gone.is_some()
    }

    /// Lets go of those that nobody has used for a time.
    pub(super) fn let_idle_go(&self, idle: Duration) {
        let mut slots = self.slots();
        let (mut gone, all) = (Vec::new(), std::mem::take(&mut *slots));
        for (name, slot) in all {
            if Arc::strong_count(&slot) == 1 && used(&slot).elapsed() >= idle {
                gone.push(slot);
            } else {
                slots.insert(name, slot);
            }
        }
        drop(slots);
        drop(gone);
    }

    /// Lets go of those that the registry has changed; who uses them ends first. `served` are those that are served as of a generation, each
    /// with the one that changed it last.
    pub(super) fn let_changed_go(&self, generation: i64, served: BTreeMap<String, i64>) {
        let mut slots = self.slots();
        let mut known = self.known();
        let (mut gone, all) = (Vec::new(), std::mem::take(&mut *slots));
        for (name, slot) in all {
            if served.get(&name) == Some(&slot.changed) {
                slots.insert(name, slot);
            } else {
                gone.push(slot);
            }
        }
        *known = Known { generation, served };
        drop(known);
        drop(slots);
        self.leaving().extend(gone.iter().filter_map(|slot| slot.token()));
        drop(gone);
    }

    /// Whether everything is gone that was let go because the registry had changed.
    pub(super) fn is_settled(&self) -> bool {
        let mut leaving = self.leaving();
        leaving.retain(|token| token.strong_count() > 0);
        leaving.is_empty()
    }

    /// How the stores of those stand that are open.
    pub(super) async fn healths(&self, time_max: Duration) -> Vec<(String, Health)> {
        let open: Vec<(String, Arc<Slot>)> =
            self.slots().iter().map(|(name, slot)| (name.clone(), Arc::clone(slot))).collect();
        let asked = open.iter().map(|(name, slot)| async move {
            let health = tokio::time::timeout(time_max, slot.health()).await.ok().flatten();
            health.map(|health| (name.clone(), health))
        });
        futures::future::join_all(asked).await.into_iter().flatten().collect()
    }

    /// Lets go of all, and waits until they are gone, for so long at the most.
    pub(super) fn end(&self, time_max: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            drop(std::mem::take(&mut *self.slots()));
            let all = u32::try_from(self.most).unwrap_or(u32::MAX);
            if tokio::time::timeout(time_max, self.permits.acquire_many(all)).await.is_err() {
                tracing::warn!("organizations were still being let go when the server ended");
            }
        })
    }

    fn slots(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Slot>>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn leaving(&self) -> MutexGuard<'_, Vec<Weak<()>>> {
        self.leaving.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn used(slot: &Slot) -> Instant {
    *slot.used.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use assize_store::{OrganizationState, Placement};

    use super::*;

    /// Opens nothing: what it is asked to open is found by why it does not.
    struct Nothing;

    impl Opener for Nothing {
        fn open<'o>(&'o self, _: &'o Organization) -> BoxFuture<'o, Result<OpenedOrganization, String>> {
            Box::pin(async { Err("asked".to_owned()) })
        }

        fn look_round<'o>(&'o self, _: &'o Organization) -> BoxFuture<'o, Result<(), String>> {
            Box::pin(async { Ok(()) })
        }
    }

    fn organization(name: &str, changed: i64) -> Organization {
        let at = Placement { store: String::new(), evidence: String::new(), log: String::new() };
        let state = OrganizationState::Open;
        Organization {
            name: name.parse().unwrap(),
            state,
            hosts: Vec::new(),
            at,
            to: None,
            old: None,
            changed,
        }
    }

    #[tokio::test]
    async fn what_was_changed_and_let_go_is_not_opened_as_it_was() {
        let open = OpenOnes::new(Arc::new(Nothing), 2);
        let asked = async |name: &str, changed: i64| match open.get(&organization(name, changed)).await {
            Err(Shut::Failed(_)) => true,
            Err(Shut::Changed) => false,
            _ => panic!("it opens nothing"),
        };
        assert!(asked("fernhill", 3).await, "nothing was let go yet");
        open.let_changed_go(7, BTreeMap::from([("fernhill".to_owned(), 7), ("calm".to_owned(), 2)]));
        assert!(!asked("fernhill", 3).await, "it was changed since");
        assert!(!asked("gone", 4).await, "it is served no more");
        assert!(asked("fernhill", 7).await && asked("calm", 2).await, "as they are");
        assert!(asked("newcomer", 8).await, "as the registry has become since");
    }
}
