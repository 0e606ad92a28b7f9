//! What is done again and again: the registry is looked at, this server says that it is there, who is idle is let go, and organizations that
//! nobody uses are looked after in turn.

use std::sync::{Arc, PoisonError, Weak};
use std::time::{Duration, Instant};

use assize_domain::kernel::entry::hex;
use assize_store::{OrganizationState, StoreError};

use super::{IDLE, Inner, Seen};
use crate::problem::causes;

/// How often the registry is asked whether it has changed.
const LOOK_PERIOD: Duration = Duration::from_secs(1);
/// How often it is looked who is to be looked after.
const ROUND_PERIOD: Duration = Duration::from_secs(5);

/// Starts what is done again and again, until the installation is dropped.
pub(super) fn start(inner: &Arc<Inner>) -> Result<(), StoreError> {
    let mut id = [0_u8; 16];
    getrandom::fill(&mut id).map_err(|_| StoreError::Random)?;
    let id = hex(&id);
    tokio::spawn(watch(Arc::downgrade(inner), id.clone()));
    tokio::spawn(look_after(Arc::downgrade(inner), id));
    Ok(())
}

async fn watch(inner: Weak<Inner>, id: String) {
    let mut times = tokio::time::interval(LOOK_PERIOD);
    times.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let (mut settled, mut registry) = (0, None);
    loop {
        times.tick().await;
        let Some(inner) = inner.upgrade() else { break };
        registry.get_or_insert_with(|| inner.registry.clone());
        match inner.looked(&id, settled).await {
            Ok(now) => settled = now,
            Err(error) => {
                tracing::warn!(cause = causes(&error), "the registry could not be read; tried again")
            }
        }
        inner.open.let_idle_go(IDLE);
    }
    if let Some(registry) = registry {
        let _ = registry.gone(&id).await;
    }
}

impl Inner {
    /// Looks at the registry once; answers the generation as of which nothing older is in use here.
    async fn looked(&self, id: &str, settled: i64) -> Result<i64, StoreError> {
        let at = Instant::now();
        let generation = self.registry.beat(id, settled).await?;
        let known = self.seen.read().unwrap_or_else(PoisonError::into_inner).generation;
        if generation == known {
            self.seen.write().unwrap_or_else(PoisonError::into_inner).at = at;
        } else {
            let seen = Seen::of(self.registry.view().await?, at);
            *self.seen.write().unwrap_or_else(PoisonError::into_inner) = seen;
        }
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        self.open.let_changed_go(|name| {
            let found = seen.by_name.get(name).filter(|found| found.state.is_served());
            found.map(|found| found.changed)
        });
        Ok(if self.open.is_settled() { seen.generation } else { settled })
    }

    /// Looks after one organization that is due; whether there was one.
    async fn look_after_one(&self, id: &str) -> Result<bool, StoreError> {
        let Some(name) = self.registry.take_round(id).await? else { return Ok(false) };
        // As it is now, and not as it was known to be.
        let organization = self.registry.organization(&name).await?;
        if let Some(organization) = organization
            .filter(|found| found.state == OrganizationState::Open && !self.open.is_open(name.as_str()))
            && let Err(why) = self.opener.look_round(&organization).await
        {
            tracing::warn!(
                organization = name.as_str(),
                why,
                "an organization was not looked after; tried again"
            );
        }
        let again = i64::try_from(self.settings.look_round.as_millis()).unwrap_or(i64::MAX);
        self.registry.round_done(&name, id, again).await?;
        Ok(true)
    }
}

async fn look_after(inner: Weak<Inner>, id: String) {
    loop {
        tokio::time::sleep(ROUND_PERIOD).await;
        loop {
            let Some(inner) = inner.upgrade() else { return };
            match inner.look_after_one(&id).await {
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
