//! Rights by groups: what the groups of somebody at a provider of identities stand for is given and withdrawn by acts of the record, when they sign
//! in there.
//!
//! A provider is not asked again in between. So that whoever is dismissed there does not keep a right here by staying away, such a right ends by itself
//! some time after the last sign-in that showed the group.

use std::collections::BTreeSet;

use assize_domain::access::{AccessGrant, GiveAccess, GrantState, GrantedOver, WithdrawAccess};
use assize_domain::kernel::act::Actor;
use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::text::Text;
use assize_domain::kernel::time::{Period, Timestamp};
use uuid::Uuid;

use super::identities::Identity;
use crate::Store;
use crate::db::{Sql as _, text};
use crate::error::StoreError;
use crate::rows;
use crate::writer::{Act, ActError};

/// How many days a right by a group lasts, from the sign-in that showed the group.
pub const GROUP_RIGHT_DAYS: u32 = 30;
/// With how many days left it is given anew.
const ANEW_DAYS: i64 = 15;

impl Store {
    /// Gives what the groups of somebody stand for and is not theirs yet, and withdraws what a group gave and none stands for any more. What they have
    /// otherwise stays.
    ///
    /// # Errors
    /// [`ActError::Fault`].
    pub(super) async fn follow_groups(&self, person: PersonId, identity: &Identity) -> Result<(), ActError> {
        let now = Timestamp::from_millis(self.clock.millis());
        let today =
            now.map_err(|error| StoreError::from(Corrupt::new(format!("the clock: {error}"))))?.date();
        let mut grants = self.by_groups(person).await?;
        grants.retain(|grant| matches!(grant.state(), GrantState::Given) && grant.period().to >= Some(today));
        for grant in grants.iter().filter(|grant| !identity.roles.contains(grant.role())) {
            let reason = said(&identity.issuer, "no group gives it any more")?;
            let act = Act::new(operator(), WithdrawAccess { access_grant: grant.id(), reason });
            match self.execute(act).await {
                // The last administrator stays one.
                Err(ActError::Refused(_)) => {}
                other => drop(other?),
            }
        }
        for role in &identity.roles {
            let last = grants
                .iter()
                .filter(|grant| grant.role() == role)
                .filter_map(|grant| grant.period().to)
                .max();
            if last.is_some_and(|to| to.days_since(today) >= ANEW_DAYS) {
                continue;
            }
            // One that ends soon is followed by one from the next day on.
            let from = last.map_or(today, |to| to.plus_days(1));
            let period = Period { from, to: Some(today.plus_days(GROUP_RIGHT_DAYS)) };
            let (role, reason) = (*role, said(&identity.issuer, "a group gives it")?);
            let over = GrantedOver::Organization;
            match self.execute(Act::new(operator(), GiveAccess { person, role, over, period, reason })).await
            {
                // They have it already otherwise.
                Err(ActError::Refused(_)) => {}
                other => {
                    if let Some(grant) = other?.subject() {
                        self.note_group_right(grant.id, person, &identity.issuer).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The rights that groups gave somebody.
    async fn by_groups(&self, person: PersonId) -> Result<Vec<AccessGrant>, ActError> {
        let sql = "SELECT access_grant FROM account_group_right WHERE person = $1";
        let args = [person.to_string().into()];
        let mut conn = self.db.conn().await?;
        let noted = conn.rows("looking for rights by groups", sql, &args, &[CellType::Text]).await?;
        drop(conn);
        let noted: BTreeSet<String> = noted.iter().map(|row| text(row.first())).collect();
        self.ask(|world| {
            let grants = world.list::<AccessGrant>("person", person)?.into_iter();
            Ok(grants.filter(|grant| noted.contains(&grant.id().to_string())).cloned().collect())
        })
        .await
    }

    async fn note_group_right(&self, grant: Uuid, person: PersonId, issuer: &str) -> Result<(), StoreError> {
        let row = vec![grant.to_string().into(), person.to_string().into(), issuer.into()];
        let into = "account_group_right (access_grant, person, issuer)";
        rows::insert(&mut self.db.conn().await?, "noting a right by a group", into, vec![row], "").await
    }
}

/// Who runs the host has said what a group stands for.
const fn operator() -> Actor {
    Actor::Operator { on_behalf_of: None }
}

fn said(issuer: &str, what: &str) -> Result<Text, StoreError> {
    format!("{issuer}: {what}")
        .parse()
        .map_err(|error| Corrupt::new(format!("the address of the provider: {error}")).into())
}
