//! Giving rights and withdrawing them (ISO/IEC 27001:2022 A.5.15, A.5.18; ISO 19011:2018 4 d)).
//!
//! An administrator gives the rights of administrators and of programme managers. An audit or a programme is opened to a
//! reader by whoever manages the programme, so that an administrator who wants to read has to ask. The operator of the
//! host may give any of them, because somebody has to be the first.

use super::{AccessGrant, GrantState, GrantedOver, GrantedRole};
use crate::audit::Audit;
use crate::auditee::organization_id;
use crate::auditor::Person;
use crate::kernel::act::{Actor, Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{GrantId, PersonId, ProgrammeId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::Text;
use crate::kernel::time::{Date, Period};
use crate::programme::Programme;
use crate::registry::Event;
use crate::words::ProgrammeRoleKind;

rules! {
    GRANT_ADMINISTRATOR = "access.administrator", "ISO/IEC 27001:2022 A.5.18", "the rights of administrators and programme managers given and withdrawn by an administrator";
    GRANT_READING = "access.reading", "ISO 19011:2018 4 d)", "audits opened to readers by whoever manages their programme";
    GRANT_SELF = "access.self", "ISO/IEC 27001:2022 A.5.3", "rights that nobody gives to themselves";
    GRANT_OVER = "access.over", "ISO 19011:2018 5.4.1", "administrators and programme managers for the whole organization; who manages one programme is named in that programme";
    GRANT_PERIOD = "access.period", "ISO/IEC 27001:2022 A.5.18", "a right that is not over before it is given, and reading that ends";
    GRANT_ONCE = "access.once", "house rule", "each right that is in force given once";
    GRANT_STANDS = "access.stands", "house rule", "a right that was not withdrawn";
    GRANT_LAST = "access.last_administrator", "ISO/IEC 27001:2022 A.5.18", "an organization that has an administrator";
}

command! {
    /// Gives somebody a right that follows from no other record.
    pub struct GiveAccess("access.grant") {
        /// To whom.
        person: PersonId,
        /// Which.
        role: GrantedRole,
        /// Over what.
        over: GrantedOver,
        /// From when to when; reading must have an end.
        period: Period,
        /// Why.
        reason: Text,
    }

    /// Withdraws a right. It stays in the record.
    pub struct WithdrawAccess("access.withdraw" on access_grant) {
        /// The right.
        access_grant: GrantId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A right was given.
    pub struct AccessGiven("access.given" v 1, access_grant) {
        /// The right.
        access_grant: GrantId,
        /// To whom.
        person: PersonId,
        /// Which.
        role: GrantedRole,
        /// Over what.
        over: GrantedOver,
        /// From when to when.
        period: Period,
        /// Why.
        reason: Text,
    }

    /// A right was withdrawn.
    pub struct AccessWithdrawn("access.withdrawn" v 1, access_grant) {
        /// The right.
        access_grant: GrantId,
        /// Why.
        reason: Text,
    }
}

/// Whether somebody is an administrator on a date.
fn administers(world: &World, person: PersonId, on: Date) -> Result<bool, Stop> {
    let grants = world.list::<AccessGrant>("person", person)?;
    Ok(grants.into_iter().any(|grant| grant.role == GrantedRole::Administrator && grant.in_force(on)))
}

/// The programme whose managers open what a right is over; none where it is the whole organization.
fn programme_of(world: &World, over: &GrantedOver) -> Result<Option<ProgrammeId>, Stop> {
    match over {
        GrantedOver::Organization => Ok(None),
        GrantedOver::Programme { programme } => {
            named::<Programme>(world, *programme, "/over/programme").map(|found| Some(found.id))
        }
        GrantedOver::Audit { audit } => {
            named::<Audit>(world, *audit, "/over/audit").map(|found| Some(found.programme))
        }
    }
}

/// Refuses who may neither give nor withdraw this right.
fn by_giver(
    world: &World,
    ctx: &Ctx,
    role: GrantedRole,
    over: &GrantedOver,
    check: &mut Check,
) -> Result<(), Stop> {
    if matches!(ctx.actor, Actor::Operator { .. }) {
        return Ok(());
    }
    let person = ctx.person()?;
    match role {
        GrantedRole::Administrator | GrantedRole::ProgrammeManager => check.that(
            administers(world, person, ctx.today())?,
            &GRANT_ADMINISTRATOR,
            "",
            "who acts is no administrator",
            "let an administrator do it",
        ),
        GrantedRole::Reader => {
            let manages = match programme_of(world, over)? {
                Some(programme) => {
                    world.get::<Programme>(programme)?.has_role(person, ProgrammeRoleKind::Manager)
                }
                None => false,
            };
            let hint = if matches!(over, GrantedOver::Organization) {
                "let each programme be opened by whoever manages it; all of them at once by the operator of the host alone"
            } else {
                "let somebody do it who has the role `manager` in the programme"
            };
            check.that(manages, &GRANT_READING, "", "who acts does not manage what would be opened", hint);
        }
    }
    Ok(())
}

impl Decide for GiveAccess {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        named::<Person>(world, self.person, "/person")?;
        programme_of(world, &self.over)?;
        let mut check = Check::new();
        by_giver(world, ctx, self.role, &self.over, &mut check)?;
        let themself = ctx.actor == Actor::Person { person: self.person };
        check.that(
            !themself,
            &GRANT_SELF,
            "/person",
            "the right would be given by whom it is for",
            "let somebody else give it",
        );
        let whole = matches!(self.over, GrantedOver::Organization);
        check.that(
            whole || self.role == GrantedRole::Reader,
            &GRANT_OVER,
            "/over",
            say!("the right `{role}` is not one over a part", role = self.role),
            "give it over the whole organization; name who manages a programme with `programme.edit` or `programme.revise`",
        );
        self.check_period(ctx.today(), &mut check);
        let there = world.list::<AccessGrant>("person", self.person)?.into_iter().any(|grant| {
            grant.role == self.role && grant.over == self.over && grant.in_force(self.period.from)
        });
        check.that(
            !there,
            &GRANT_ONCE,
            "",
            "the person has this right already when it would begin",
            "withdraw it first with `access.withdraw` where its end or its reason changes",
        );
        check.done()?;
        Ok(vec![
            AccessGiven {
                access_grant: ctx.id()?,
                person: self.person,
                role: self.role,
                over: self.over.clone(),
                period: self.period,
                reason: self.reason.clone(),
            }
            .into(),
        ])
    }
}

impl GiveAccess {
    fn check_period(&self, today: Date, check: &mut Check) {
        check.that(
            !self.period.is_reversed() && self.period.to.is_none_or(|to| today <= to),
            &GRANT_PERIOD,
            "/period/to",
            "the right would be over before it begins, or is given",
            "give a last day that is yet to come",
        );
        check.that(
            self.role != GrantedRole::Reader || self.period.to.is_some(),
            &GRANT_PERIOD,
            "/period/to",
            "the reading would have no end",
            "give its last day; it can be given again",
        );
    }
}

impl Apply for AccessGiven {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let administers = (self.role == GrantedRole::Administrator).then(organization_id);
        world.add(AccessGrant {
            id: self.access_grant,
            person: self.person,
            role: self.role,
            over: self.over.clone(),
            period: self.period,
            reason: self.reason.clone(),
            administers,
            stamp: stamp.clone(),
            state: GrantState::Given,
        })
    }
}

impl Decide for WithdrawAccess {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let grant = world.get::<AccessGrant>(self.access_grant)?;
        let mut check = Check::new();
        // Whoever has a right may lay it down.
        if ctx.actor.person() != Some(grant.person) {
            by_taker(world, ctx, grant, &mut check)?;
        }
        check.that(
            matches!(grant.state, GrantState::Given),
            &GRANT_STANDS,
            "",
            "the right was withdrawn already",
            "nothing more is needed",
        );
        let today = ctx.today();
        if grant.role == GrantedRole::Administrator && grant.in_force(today) {
            let others = world.list::<AccessGrant>("administers", organization_id())?;
            check.that(
                others.into_iter().any(|other| other.id != grant.id && other.in_force(today)),
                &GRANT_LAST,
                "",
                "nobody else is an administrator",
                "make somebody else one first with `access.grant`",
            );
        }
        check.done()?;
        let (access_grant, reason) = (self.access_grant, self.reason.clone());
        Ok(vec![AccessWithdrawn { access_grant, reason }.into()])
    }
}

/// Refuses who may not withdraw a right. To take one away opens nothing to anybody, so that an administrator may take any away.
fn by_taker(world: &World, ctx: &Ctx, grant: &AccessGrant, check: &mut Check) -> Result<(), Stop> {
    if let Actor::Person { person } = ctx.actor
        && administers(world, person, ctx.today())?
    {
        return Ok(());
    }
    by_giver(world, ctx, grant.role, &grant.over, check)
}

impl Apply for AccessWithdrawn {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<AccessGrant>(self.access_grant, |grant| {
            grant.state = GrantState::Withdrawn { withdrawn: stamp.clone(), why: self.reason.clone() };
        })
    }
}
