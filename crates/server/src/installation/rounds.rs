//! What is done again and again: the registry is looked at, this server says that it is there, who is idle is let go, and organizations that
//! nobody uses are looked after in turn.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use assize_domain::kernel::entry::hex;
use assize_store::{OrganizationName, OrganizationState, StoreError};

use super::{IDLE, Inner, Seen};
use crate::problem::causes;

/// How often the registry is asked whether it has changed.
const LOOK_PERIOD: Duration = Duration::from_secs(1);
/// How often it is looked who is to be looked after.
const ROUND_PERIOD: Duration = Duration::from_secs(5);

/// What this server says of itself in the registry.
pub(super) struct Presence {
    /// Its id.
    id: String,
    /// As of which generation nothing older is in use here; nothing once it has ended. Whoever speaks for this server holds it.
    settled: tokio::sync::Mutex<Option<i64>>,
    /// Who is being looked after.
    looked_after: Mutex<Option<OrganizationName>>,
}

impl Presence {
    pub(super) fn new() -> Result<Self, StoreError> {
        let mut id = [0_u8; 16];
        getrandom::fill(&mut id).map_err(|_| StoreError::Random)?;
        Ok(Self { id: hex(&id), settled: tokio::sync::Mutex::new(Some(0)), looked_after: Mutex::default() })
    }

    fn looked_after(&self) -> MutexGuard<'_, Option<OrganizationName>> {
        self.looked_after.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts what is done again and again, until the installation has ended or is dropped.
pub(super) fn start(inner: &Arc<Inner>) {
    tokio::spawn(watch(Arc::downgrade(inner)));
    tokio::spawn(look_after(Arc::downgrade(inner)));
}

async fn watch(inner: Weak<Inner>) {
    let mut times = tokio::time::interval(LOOK_PERIOD);
    times.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        times.tick().await;
        let Some(inner) = inner.upgrade() else { return };
        match inner.looked().await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                tracing::warn!(cause = causes(&error), "the registry could not be read; tried again")
            }
        }
        inner.open.let_idle_go(IDLE);
    }
}

async fn look_after(inner: Weak<Inner>) {
    loop {
        tokio::time::sleep(ROUND_PERIOD).await;
        loop {
            let Some(inner) = inner.upgrade() else { return };
            match inner.look_after_one().await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::warn!(cause = causes(&error), "it could not be looked who is due; tried again");
                    break;
                }
            }
        }
    }
}

impl Inner {
    /// Looks at the registry once, and says there that this server is there and how far it has let go; not once it has ended.
    async fn looked(&self) -> Result<bool, StoreError> {
        let mut settled = self.presence.settled.lock().await;
        let Some(so_far) = *settled else { return Ok(false) };
        let at = Instant::now();
        let generation = self.registry.beat(&self.presence.id, so_far).await?;
        let known = self.seen.read().unwrap_or_else(PoisonError::into_inner).generation;
        if generation == known {
            self.seen.write().unwrap_or_else(PoisonError::into_inner).at = at;
        } else {
            let seen = Seen::of(self.registry.view().await?, at);
            *self.seen.write().unwrap_or_else(PoisonError::into_inner) = seen;
        }
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        let served = seen.by_name.iter().filter(|(_, found)| found.state.is_served());
        let served = served.map(|(name, found)| (name.clone(), found.changed)).collect();
        self.open.let_changed_go(seen.generation, served);
        // Who is looked after was open when that was asked, which it may be no more.
        let looked_after = self.presence.looked_after().clone();
        let is_left = looked_after.is_none_or(|name| {
            seen.by_name.get(name.as_str()).is_some_and(|found| found.state == OrganizationState::Open)
        });
        if is_left && self.open.is_settled() {
            *settled = Some(seen.generation);
        }
        Ok(true)
    }

    /// Says that this server has ended.
    pub(super) async fn gone(&self) {
        let mut settled = self.presence.settled.lock().await;
        *settled = None;
        if let Err(error) = self.registry.gone(&self.presence.id).await {
            tracing::warn!(cause = causes(&error), "it could not be said that the server has ended");
        }
    }

    /// Looks after one organization that is due; whether there was one.
    async fn look_after_one(&self) -> Result<bool, StoreError> {
        if self.presence.settled.lock().await.is_none() {
            return Ok(false);
        }
        let Some(name) = self.registry.take_round(&self.presence.id).await? else { return Ok(false) };
        *self.presence.looked_after() = Some(name.clone());
        let done = self.look_after(&name).await;
        *self.presence.looked_after() = None;
        done.map(|()| true)
    }

    async fn look_after(&self, name: &OrganizationName) -> Result<(), StoreError> {
        // As it is now, and not as it was known to be.
        let found = self.registry.organization(name).await?;
        let found = found.filter(|found| found.state == OrganizationState::Open);
        if let Some(organization) = found
            && !self.open.is_open(name.as_str())
            && let Err(why) = self.opener.look_round(&organization).await
        {
            tracing::warn!(
                organization = name.as_str(),
                why,
                "an organization was not looked after; tried again"
            );
        }
        let again = i64::try_from(self.settings.look_round.as_millis()).unwrap_or(i64::MAX);
        self.registry.round_done(name, &self.presence.id, again).await
    }
}
