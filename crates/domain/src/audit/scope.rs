//! A change of scope during the audit: accepted by the programme manager and the client, told to the auditee
//! (ISO 19011:2018 6.4.4).

use super::initiate::check_part;
use super::people::{by_leader, in_state, is_manager};
use super::{Audit, ScopeChange};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::AuditId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Slug, Text};
use crate::programme::AuditeePart;
use crate::registry::Event;

rules! {
    SCOPE_CHANGE_KEY = "scope_change.key", "house rule", "each change of scope under a key of its own";
    SCOPE_CHANGE_ACCEPTED = "scope_change.accepted", "ISO 19011:2018 6.4.4", "a change of scope accepted by the programme manager and by the audit client, each once";
    SCOPE_CHANGE_TOLD = "scope_change.told", "ISO 19011:2018 6.4.4", "an accepted change of scope told to the auditee";
}

command! {
    /// Proposes a change of scope.
    pub struct ProposeScopeChange("audit.propose_scope_change" on audit) {
        /// The audit.
        audit: AuditId,
        /// A key for the change.
        key: Slug,
        /// What changes.
        what: Text,
        /// Why.
        reason: Text,
        /// The scope as it would then read.
        scope: Text,
        /// The part of the auditee as it would then be.
        part: AuditeePart,
    }

    /// Accepts a change of scope: as programme manager or as audit client, whichever who acts is. Once both have, it
    /// takes effect.
    pub struct AcceptScopeChange("audit.accept_scope_change") {
        /// The audit.
        audit: AuditId,
        /// The change's key.
        change: Slug,
    }

    /// Records that the auditee was told of a change of scope.
    pub struct TellScopeChange("audit.tell_scope_change") {
        /// The audit.
        audit: AuditId,
        /// The change's key.
        change: Slug,
    }
}

event! {
    /// A change of scope was proposed.
    pub struct ScopeChangeProposed("audit.scope_change_proposed" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The key.
        key: Slug,
        /// What changes.
        what: Text,
        /// Why.
        reason: Text,
        /// The scope as it would then read.
        scope: Text,
        /// The part of the auditee as it would then be.
        part: AuditeePart,
    }

    /// A change of scope was accepted.
    pub struct ScopeChangeAccepted("audit.scope_change_accepted" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The key.
        change: Slug,
        /// Whether the programme manager accepted it with this act.
        manager: bool,
        /// Whether the client did.
        client: bool,
    }

    /// The auditee was told.
    pub struct ScopeChangeTold("audit.scope_change_told" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The key.
        change: Slug,
    }
}

const RUNNING: &[&str] = &["initiated", "prepared", "conducting"];
const HINT: &str = "the scope changes between the initiation and the end of fieldwork";

fn change<'a>(audit: &'a Audit, key: &Slug) -> Result<&'a ScopeChange, Stop> {
    audit.scope_changes.iter().find(|change| change.key == *key).ok_or_else(|| {
        Refusal::new(
            &SCOPE_CHANGE_KEY,
            say!("the audit has no change of scope `{key}`", key),
            "give the key of one that was proposed",
        )
        .at("/change")
        .into()
    })
}

impl Decide for ProposeScopeChange {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, RUNNING, HINT)?;
        by_leader(audit, ctx)?;
        let mut check = Check::new();
        check.that(
            audit.scope_changes.iter().all(|change| change.key != self.key),
            &SCOPE_CHANGE_KEY,
            "/key",
            say!("there is a change of scope `{key}` already", key = &self.key),
            "choose another key",
        );
        check_part(world, audit, &self.part, "/part", &mut check)?;
        check.done()?;
        Ok(vec![
            ScopeChangeProposed {
                audit: self.audit,
                key: self.key.clone(),
                what: self.what.clone(),
                reason: self.reason.clone(),
                scope: self.scope.clone(),
                part: self.part.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for ScopeChangeProposed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.scope_changes.push(ScopeChange {
                key: self.key.clone(),
                what: self.what.clone(),
                reason: self.reason.clone(),
                scope: self.scope.clone(),
                part: self.part.clone(),
                proposed: stamp.clone(),
                manager: None,
                client: None,
                told: None,
            });
        })
    }
}

impl Decide for AcceptScopeChange {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, RUNNING, HINT)?;
        let change = change(audit, &self.change)?;
        let person = ctx.person()?;
        let is_client = audit.initiation.as_ref().is_some_and(|initiation| initiation.client == person);
        let manager = is_manager(world, audit, person)? && change.manager.is_none();
        let client = is_client && change.client.is_none();
        let mut check = Check::new();
        check.that(
            manager || client,
            &SCOPE_CHANGE_ACCEPTED,
            "",
            "who acts is neither the programme manager nor the audit client, or has accepted it already",
            "let the programme manager and the audit client accept it, each once",
        );
        check.done()?;
        Ok(vec![
            ScopeChangeAccepted { audit: self.audit, change: self.change.clone(), manager, client }.into(),
        ])
    }
}

impl Apply for ScopeChangeAccepted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            let Some(change) = audit.scope_changes.iter_mut().find(|change| change.key == self.change) else {
                return;
            };
            if self.manager {
                change.manager = Some(stamp.clone());
            }
            if self.client {
                change.client = Some(stamp.clone());
            }
            if let (Some(_), Some(_), Some(initiation)) =
                (&change.manager, &change.client, &mut audit.initiation)
            {
                initiation.scope = change.scope.clone();
                initiation.part = change.part.clone();
            }
        })
    }
}

impl Decide for TellScopeChange {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, RUNNING, HINT)?;
        by_leader(audit, ctx)?;
        let change = change(audit, &self.change)?;
        let mut check = Check::new();
        check.that(
            change.manager.is_some() && change.client.is_some(),
            &SCOPE_CHANGE_ACCEPTED,
            "/change",
            "the programme manager and the client have not both accepted it",
            "wait until both have, with `audit.accept_scope_change`",
        );
        check.that(
            change.told.is_none(),
            &SCOPE_CHANGE_TOLD,
            "/change",
            "the auditee has been told already",
            "nothing more is needed",
        );
        check.done()?;
        Ok(vec![ScopeChangeTold { audit: self.audit, change: self.change.clone() }.into()])
    }
}

impl Apply for ScopeChangeTold {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            if let Some(change) = audit.scope_changes.iter_mut().find(|change| change.key == self.change) {
                change.told = Some(stamp.clone());
            }
        })
    }
}
