//! What changes the registry. Each of these may be given again after an interruption, and then changes nothing or goes on.

use assize_domain::kernel::datum::CellType;

use super::places::{in_each_others_way, in_the_way, is_same_place};
use super::{
    HostName, Locking, Organization, OrganizationName, OrganizationState, Placement, Registry, begin,
    generation, holds_password, organizations,
};
use crate::db::{Arg, OwnConn, Sql, text};
use crate::error::StoreError;

/// The most hosts of an organization.
const HOSTS_MAX: usize = 20;

/// A change under way: the registry is locked.
#[derive(Debug)]
struct Changing {
    conn: OwnConn,
    /// The generation that the change makes.
    generation: i64,
}

impl Changing {
    async fn one(&mut self, name: &OrganizationName) -> Result<Organization, StoreError> {
        let found = organizations(&mut self.conn, Some(name)).await?.pop();
        found.ok_or_else(|| refused(format!("there is no organization `{name}`")))
    }

    /// Runs a statement whose last two placeholders are the name of the organization and the generation.
    async fn set(
        &mut self,
        name: &OrganizationName,
        what: &str,
        mut args: Vec<Arg>,
    ) -> Result<(), StoreError> {
        args.push(self.generation.into());
        args.push(name.as_str().into());
        let (changed, named) = (args.len() - 1, args.len());
        let sql = format!("UPDATE organization SET {what}, changed = ${changed} WHERE name = ${named}");
        self.conn.run("changing an organization", &sql, &args).await.map(drop)
    }

    async fn keep(mut self) -> Result<(), StoreError> {
        let sql = "UPDATE installation SET generation = $1 WHERE one = 1";
        self.conn.run("changing the registry", sql, &[self.generation.into()]).await?;
        self.conn.run("changing the registry", "COMMIT", &[]).await?;
        self.conn.end().await;
        Ok(())
    }

    /// Ends without a change.
    async fn leave(mut self) -> Result<(), StoreError> {
        self.conn.run("leaving the registry", "ROLLBACK", &[]).await?;
        self.conn.end().await;
        Ok(())
    }

    /// Sees that hosts are free, or the organization's own already.
    async fn free(&mut self, name: &OrganizationName, hosts: &[HostName]) -> Result<(), StoreError> {
        for host in hosts {
            let sql = "SELECT organization FROM organization_host WHERE host = $1";
            let args: [Arg; 1] = [host.as_str().into()];
            let rows = self.conn.rows("looking for a host", sql, &args, &[CellType::Text]).await?;
            if rows.first().is_some_and(|row| text(row.first()) != name.as_str()) {
                return Err(refused(format!("the host `{host}` is another organization's")));
            }
        }
        Ok(())
    }

    /// Sees that nothing stands at places, above or below them, and that none of them is in another's way.
    async fn unused(&mut self, places: &[&str]) -> Result<(), StoreError> {
        let all = organizations(&mut self.conn, None).await?;
        match in_each_others_way(places).or_else(|| in_the_way(places, &all)) {
            None => Ok(()),
            Some(what) => Err(refused(format!(
                "{what}: database, evidence and log each stand apart from all others, so that one can be removed without the others; give another place"
            ))),
        }
    }

    async fn host(&mut self, name: &OrganizationName, host: &HostName, place: i64) -> Result<(), StoreError> {
        let sql = "INSERT INTO organization_host (host, organization, place) VALUES ($1, $2, $3)";
        let args: [Arg; 3] = [host.as_str().into(), name.as_str().into(), place.into()];
        self.conn.run("noting a host", sql, &args).await.map(drop)
    }
}

/// An organization as it is in the registry, which nobody changes until this is let go.
#[derive(Debug)]
pub struct Held {
    organization: Organization,
    changing: Changing,
}

impl Held {
    /// The organization.
    #[must_use]
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }

    /// Lets others change the registry again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn let_go(self) -> Result<(), StoreError> {
        self.changing.leave().await
    }
}

fn refused(what: String) -> StoreError {
    StoreError::Organization(what)
}

/// Refuses a step that an organization is not in the state for.
fn not_now(found: &Organization, what: &str) -> StoreError {
    refused(format!("`{}` is {}: {what}", found.name, found.state.word()))
}

fn placed(at: &Placement) -> Vec<Arg> {
    vec![at.store.as_str().into(), at.evidence.as_str().into(), at.log.as_str().into()]
}

impl Registry {
    async fn changing(&self) -> Result<Changing, StoreError> {
        let mut conn = self.db.own_conn().await?;
        begin(&mut conn, self.db.kind(), Locking::Change).await?;
        // The row is locked by whoever changes anything.
        let sql = "UPDATE installation SET generation = generation WHERE one = 1";
        conn.run("locking the registry", sql, &[]).await?;
        let generation = generation(&mut conn).await? + 1;
        Ok(Changing { conn, generation })
    }

    /// Holds an organization as it is, for what must not be done while somebody else changes it. Be quick: nobody changes the registry meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where there is none of that name.
    pub async fn hold(&self, name: &OrganizationName) -> Result<Held, StoreError> {
        let mut changing = self.changing().await?;
        let organization = changing.one(name).await?;
        Ok(Held { organization, changing })
    }

    /// Sees that what is to be removed at places of an organization is its own: that no other stands there, above or below.
    ///
    /// # Errors
    /// [`StoreError::Organization`] with the other place, whose it is, and what to do.
    pub async fn may_clear(&self, name: &OrganizationName, places: &[&str]) -> Result<(), StoreError> {
        let all = self.view().await?.organizations;
        match in_the_way(places, all.iter().filter(|other| other.name != *name)) {
            None => Ok(()),
            Some(what) => Err(refused(format!(
                "nothing was removed: {what}; move that organization to places of its own with `assize organization move`, and give the command again"
            ))),
        }
    }

    /// Notes an organization that is to be made. Where that was begun before, with the same hosts, it goes on; one that is whole is answered
    /// as it is.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where name, host or place is another's, a place is within another or has another within it, or an address
    /// holds a passphrase.
    pub async fn begin(
        &self,
        name: &OrganizationName,
        hosts: &[HostName],
        at: &Placement,
    ) -> Result<Organization, StoreError> {
        without_secret(at)?;
        if hosts.is_empty() || hosts.len() > HOSTS_MAX {
            return Err(refused(format!("an organization has 1 to {HOSTS_MAX} hosts")));
        }
        let mut changing = self.changing().await?;
        if let Some(there) = organizations(&mut changing.conn, Some(name)).await?.pop() {
            changing.leave().await?;
            if there.hosts != hosts {
                return Err(refused(format!("there is an organization `{name}` already, at other hosts")));
            }
            return Ok(there);
        }
        changing.free(name, hosts).await?;
        changing.unused(&at.places()).await?;
        let sql = "INSERT INTO organization (store, evidence, log, name, state, changed, made_at, look_at) \
                   VALUES ($1, $2, $3, $4, 'making', $5, $6, $6)";
        let mut args = placed(at);
        args.extend([name.as_str().into(), changing.generation.into(), changing.conn.now().into()]);
        changing.conn.run("noting an organization", sql, &args).await?;
        for (host, place) in hosts.iter().zip(0..) {
            changing.host(name, host, place).await?;
        }
        let made = changing.one(name).await?;
        changing.keep().await?;
        Ok(made)
    }

    /// Serves an organization that was made, or was closed.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is being moved or removed.
    pub async fn open_organization(&self, name: &OrganizationName) -> Result<(), StoreError> {
        let states = [OrganizationState::Making, OrganizationState::Closed];
        let hint = "it cannot be opened now";
        self.go(name, &states, OrganizationState::Open, hint).await
    }

    /// Serves an organization no more; its store is kept.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is being moved or removed.
    pub async fn close_organization(&self, name: &OrganizationName) -> Result<(), StoreError> {
        let states = [OrganizationState::Making, OrganizationState::Open];
        let hint = "end that first";
        self.go(name, &states, OrganizationState::Closed, hint).await
    }

    /// Notes that the store of a closed organization is being removed.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is not closed, or another stands at, above or below one of its places.
    pub async fn begin_removal(&self, name: &OrganizationName) -> Result<(), StoreError> {
        if let Some(found) = self.organization(name).await? {
            let places: Vec<&str> =
                std::iter::once(&found.at).chain(&found.old).flat_map(Placement::places).collect();
            self.may_clear(name, &places).await?;
        }
        let hint = "only one that is closed is removed: `assize organization close` first";
        self.go(name, &[OrganizationState::Closed], OrganizationState::Removing, hint).await
    }

    async fn go(
        &self,
        name: &OrganizationName,
        from: &[OrganizationState],
        to: OrganizationState,
        hint: &str,
    ) -> Result<(), StoreError> {
        let mut changing = self.changing().await?;
        let found = changing.one(name).await?;
        if found.state == to {
            return changing.leave().await;
        }
        if !from.contains(&found.state) {
            return Err(not_now(&found, hint));
        }
        changing.set(name, "state = $1", vec![to.word().into()]).await?;
        changing.keep().await
    }

    /// Forgets an organization whose store was removed. One that there is not is forgotten already.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is not being removed.
    pub async fn end_removal(&self, name: &OrganizationName) -> Result<(), StoreError> {
        let mut changing = self.changing().await?;
        let Some(found) = organizations(&mut changing.conn, Some(name)).await?.pop() else {
            return changing.leave().await;
        };
        if found.state != OrganizationState::Removing {
            return Err(not_now(&found, "its store was not removed"));
        }
        let args: [Arg; 1] = [name.as_str().into()];
        for sql in [
            "DELETE FROM organization_host WHERE organization = $1",
            "DELETE FROM organization WHERE name = $1",
        ] {
            changing.conn.run("forgetting an organization", sql, &args).await?;
        }
        changing.keep().await
    }

    /// Serves an organization at one more host, after those that it has.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where the host is another's.
    pub async fn add_host(&self, name: &OrganizationName, host: &HostName) -> Result<(), StoreError> {
        let mut changing = self.changing().await?;
        let found = changing.one(name).await?;
        if found.hosts.contains(host) {
            return changing.leave().await;
        }
        if found.hosts.len() >= HOSTS_MAX {
            return Err(refused(format!("an organization has {HOSTS_MAX} hosts at the most")));
        }
        changing.free(name, std::slice::from_ref(host)).await?;
        let place = i64::try_from(found.hosts.len()).unwrap_or(i64::MAX);
        changing.host(name, host, place).await?;
        changing.set(name, "state = state", Vec::new()).await?;
        changing.keep().await
    }

    /// Serves an organization at a host no more, and keeps one at the least.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is the only one.
    pub async fn remove_host(&self, name: &OrganizationName, host: &HostName) -> Result<(), StoreError> {
        let mut changing = self.changing().await?;
        let found = changing.one(name).await?;
        if !found.hosts.contains(host) {
            return changing.leave().await;
        }
        if found.hosts.len() == 1 {
            return Err(refused(format!("`{host}` is the only host of `{name}`: close it instead")));
        }
        let sql = "DELETE FROM organization_host WHERE organization = $1";
        changing.conn.run("taking hosts away", sql, &[name.as_str().into()]).await?;
        for (host, place) in found.hosts.iter().filter(|other| *other != host).zip(0..) {
            changing.host(name, host, place).await?;
        }
        changing.set(name, "state = state", Vec::new()).await?;
        changing.keep().await
    }

    /// Begins to move an organization, or goes on with it; answers it as it then is, and the generation from which no server acts in it.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is not open, is being moved elsewhere, or stood elsewhere before and that is not forgotten; and
    /// where something stands at, above or below a place that it does not have now.
    pub async fn begin_move(
        &self,
        name: &OrganizationName,
        to: &Placement,
    ) -> Result<Organization, StoreError> {
        without_secret(to)?;
        let mut changing = self.changing().await?;
        let found = changing.one(name).await?;
        match (found.state, &found.to) {
            (OrganizationState::Moving, Some(there)) if there == to => {
                changing.leave().await?;
                return Ok(found);
            }
            (OrganizationState::Moving, _) => {
                return Err(not_now(&found, "to another place; give that, or give it up with --give-up"));
            }
            (OrganizationState::Open, _) => {}
            _ => return Err(not_now(&found, "only one that is open is moved")),
        }
        if found.old.is_some() {
            return Err(refused(format!(
                "where `{name}` stood before is still kept: see that it is well, and forget that first with --forget"
            )));
        }
        if is_same_place(&found.at.store, &to.store) {
            return Err(refused(format!("`{name}` stands there already")));
        }
        changing.unused(&to.new_after(&found.at)).await?;
        let set = "to_store = $1, to_evidence = $2, to_log = $3, state = 'moving'";
        changing.set(name, set, placed(to)).await?;
        let moving = changing.one(name).await?;
        changing.keep().await?;
        Ok(moving)
    }

    /// Serves an organization from where it was moved to; where it stood is kept until it is forgotten. `begun` is the generation that
    /// [`Registry::begin_move`] has answered: what an earlier move has made is not what a later one switches to.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is not being moved there, or not since then.
    pub async fn end_move(
        &self,
        name: &OrganizationName,
        to: &Placement,
        begun: i64,
    ) -> Result<(), StoreError> {
        let mut changing = self.changing().await?;
        let found = changing.one(name).await?;
        if found.state == OrganizationState::Open && found.at == *to {
            return changing.leave().await;
        }
        if found.state != OrganizationState::Moving || found.to.as_ref() != Some(to) {
            return Err(not_now(&found, "it is not being moved there"));
        }
        if found.changed != begun {
            let hint = "the registry was changed since this move was begun, and nothing is served from there; give the command again, and it goes on";
            return Err(not_now(&found, hint));
        }
        let set = "old_store = store, old_evidence = evidence, old_log = log, store = $1, evidence = $2, log = $3, \
                   to_store = NULL, to_evidence = NULL, to_log = NULL, state = 'open'";
        changing.set(name, set, placed(to)).await?;
        changing.keep().await
    }

    /// Gives a move up: it is served again from where it stands.
    ///
    /// # Errors
    /// [`StoreError::Organization`] where it is not being moved.
    pub async fn give_up_move(&self, name: &OrganizationName) -> Result<(), StoreError> {
        let mut changing = self.changing().await?;
        let found = changing.one(name).await?;
        if found.state == OrganizationState::Open && found.to.is_none() {
            return changing.leave().await;
        }
        if found.state != OrganizationState::Moving {
            return Err(not_now(&found, "it is not being moved"));
        }
        let set = "to_store = NULL, to_evidence = NULL, to_log = NULL, state = 'open'";
        changing.set(name, set, Vec::new()).await?;
        changing.keep().await
    }

    /// Forgets where an organization stood before it was moved.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old(&self, name: &OrganizationName) -> Result<(), StoreError> {
        let mut changing = self.changing().await?;
        if changing.one(name).await?.old.is_none() {
            return changing.leave().await;
        }
        changing.set(name, "old_store = NULL, old_evidence = NULL, old_log = NULL", Vec::new()).await?;
        changing.keep().await
    }
}

/// Sees that no passphrase comes into the registry.
fn without_secret(at: &Placement) -> Result<(), StoreError> {
    if holds_password(&at.store) {
        return Err(refused(
            "the address holds a passphrase, and the registry keeps none: leave it out, and give it in a file of passphrases (PGPASSFILE)"
                .to_owned(),
        ));
    }
    Ok(())
}
