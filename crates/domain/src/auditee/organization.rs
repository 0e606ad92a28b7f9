//! The auditing organization: its name and the policy that its programmes begin with.

use super::Organization;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::OrganizationId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::text::Line;
use crate::policy::Policy;
use crate::registry::Event;

rules! {
    ORGANIZATION_ONCE = "organization.once", "house rule", "one auditing organization to a store";
}

command! {
    /// Names the auditing organization whose store this is; the first act of every store.
    pub struct NameOrganization("organization.name") {
        /// Its name.
        name: Line,
        /// The policy that new programmes begin with; the built-in one where none is given.
        policy: Option<Policy>,
    }
}

event! {
    /// The auditing organization was named.
    pub struct OrganizationNamed("organization.named" v 1, organization) {
        /// Its id.
        organization: OrganizationId,
        /// Its name.
        name: Line,
        /// Its policy.
        policy: Policy,
    }
}

/// The id of the organization: the same in every store, because there is one to a store.
#[must_use]
pub fn organization_id() -> OrganizationId {
    OrganizationId::from(uuid::Uuid::nil())
}

impl Decide for NameOrganization {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let organization = organization_id();
        if world.find::<Organization>(organization)?.is_some() {
            return Err(Refusal::new(
                &ORGANIZATION_ONCE,
                "this store belongs to an auditing organization already",
                "make another store with `assize init`",
            )
            .into());
        }
        let policy = self.policy.clone().unwrap_or_default();
        Ok(vec![OrganizationNamed { organization, name: self.name.clone(), policy }.into()])
    }
}

impl Apply for OrganizationNamed {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Organization {
            id: self.organization,
            name: self.name.clone(),
            policy: self.policy.clone(),
            letterhead: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Bench, refused_by, t};

    #[test]
    fn a_store_belongs_to_one_organization() {
        let mut bench = Bench::empty();
        let command = NameOrganization { name: t("Example Audits"), policy: None };
        let manager = bench.cast.manager;
        bench.done(manager, command.clone());
        refused_by(bench.act(manager, command), &ORGANIZATION_ONCE);
    }
}
