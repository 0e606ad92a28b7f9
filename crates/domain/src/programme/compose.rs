//! Writing, establishing, revising and closing a programme (ISO 19011:2018 5.2 to 5.6).

use std::collections::BTreeSet;

use super::{
    AuditeePart, Objective, PlannedAudit, PlannedState, Programme, ProgrammeExtent, ProgrammeRisk,
    ProgrammeRole, ProgrammeState, Revision, by_manager, in_state,
};
use crate::audit::Audit;
use crate::auditee::{Auditee, Organization, organization_id};
use crate::auditor::Person;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::ProgrammeId;
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{field_named, listed, say};
use crate::kernel::text::{Line, Slug, Text};
use crate::kernel::time::{Days, Period};
use crate::policy::{Policy, has_twin};
use crate::registry::Event;
use crate::words::ProgrammeRoleKind;

rules! {
    PROGRAMME_PERIOD = "programme.period", "ISO 19011:2018 5.1", "a period that ends, and does so after it begins";
    PROGRAMME_KEYS = "programme.keys", "house rule", "each objective and each risk under a key of its own";
    PROGRAMME_EXTENT = "programme.extent", "ISO 19011:2018 5.4.3", "an extent of auditees, of parts that they have, and of criteria";
    PROGRAMME_RISK = "programme.risk", "ISO 19011:2018 5.3", "risks and opportunities with likelihood and consequence from 1 to 5";
    PROGRAMME_ROLES = "programme.roles", "ISO 19011:2018 5.4.1", "each responsibility of a person once";
    PROGRAMME_COMPLETE = "programme.complete", "ISO 19011:2018 5.4", "objectives, extent, risks, roles, resources and planned audits before the programme is established";
    PROGRAMME_APPROVER = "programme.approver", "ISO 19011:2018 5.5.1", "a programme established by whoever approves it";
    PROGRAMME_DAYS = "programme.days", "ISO 19011:2018 5.4.4", "auditor days for what is planned, or the reason why there are fewer";
    PROGRAMME_OPEN = "programme.open", "ISO 19011:2018 5.6", "a programme closed once every planned audit was held or withdrawn, and it was reviewed";
}

data! {
    /// What a programme says, but for its planned audits.
    pub struct ProgrammeText {
        /// The title.
        title: Line,
        /// From when to when.
        period: Period,
        /// Objectives.
        objectives: Vec<Objective>,
        /// The extent.
        extent: Option<ProgrammeExtent>,
        /// Risks and opportunities of the programme.
        risks: Vec<ProgrammeRisk>,
        /// Roles and responsibilities.
        roles: Vec<ProgrammeRole>,
        /// Auditor days there are.
        days: Days,
        /// Why there are fewer days than the planned audits ask for, where there are.
        shortfall: Option<Text>,
        /// Other resources: equipment, travel, tools.
        resources: Option<Text>,
        /// The policy.
        policy: Policy,
    }
}

command! {
    /// Begins a programme.
    pub struct DraftProgramme("programme.draft") {
        /// The title.
        title: Line,
        /// From when to when.
        period: Period,
        /// Auditor days there are.
        days: Days,
        /// The policy; the organization's where none is given.
        policy: Option<Policy>,
    }

    /// Writes a draft of a programme anew.
    pub struct EditProgramme("programme.edit" on programme) {
        /// The programme.
        programme: ProgrammeId,
        /// What it says.
        text: ProgrammeText,
    }

    /// Changes a programme after it was established: a revision with its reason.
    pub struct ReviseProgramme("programme.revise" on programme) {
        /// The programme.
        programme: ProgrammeId,
        /// What it says now.
        text: ProgrammeText,
        /// What changed.
        what: Line,
        /// Why.
        reason: Text,
    }

    /// Establishes the programme: approves it as it stands.
    pub struct EstablishProgramme("programme.establish" on programme) {
        /// The programme.
        programme: ProgrammeId,
    }

    /// Begins to implement the programme.
    pub struct BeginProgramme("programme.begin" on programme) {
        /// The programme.
        programme: ProgrammeId,
    }

    /// Closes the programme.
    pub struct CloseProgramme("programme.close" on programme) {
        /// The programme.
        programme: ProgrammeId,
    }
}

event! {
    /// A programme was begun.
    pub struct ProgrammeDrafted("programme.drafted" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
        /// The title.
        title: Line,
        /// From when to when.
        period: Period,
        /// Auditor days.
        days: Days,
        /// The policy.
        policy: Policy,
    }

    /// A draft was written anew.
    pub struct ProgrammeEdited("programme.edited" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
        /// What it says.
        text: ProgrammeText,
    }

    /// An established programme was changed.
    pub struct ProgrammeRevised("programme.revised" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
        /// The number of the revision.
        number: u32,
        /// What it says now; nothing where only what is planned changed.
        text: Option<ProgrammeText>,
        /// What changed.
        what: Line,
        /// Why.
        reason: Text,
    }

    /// A programme was established.
    pub struct ProgrammeEstablished("programme.established" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
    }

    /// A programme is being implemented.
    pub struct ProgrammeBegun("programme.begun" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
    }

    /// A programme was closed.
    pub struct ProgrammeClosed("programme.closed" v 1, programme) {
        /// The programme.
        programme: ProgrammeId,
    }
}

fn check_period(period: &Period, at: &str, check: &mut Check) {
    check.that(
        period.to.is_some() && !period.is_reversed(),
        &PROGRAMME_PERIOD,
        format!("{at}/period"),
        "the period does not end, or ends before it begins",
        "give a last day on or after the first",
    );
}

/// Refuses a part whose units, sites or processes the auditee does not have.
pub(super) fn check_part(world: &World, part: &AuditeePart, at: &str, check: &mut Check) -> Result<(), Stop> {
    let auditee = named::<Auditee>(world, part.auditee, &format!("{at}/auditee"))?;
    let lists: [(&str, &[Slug], Vec<&Slug>); 3] = [
        ("units", &part.units, auditee.units.iter().map(|unit| &unit.key).collect()),
        ("sites", &part.sites, auditee.sites.iter().map(|site| &site.key).collect()),
        ("processes", &part.processes, auditee.processes.iter().map(|process| &process.key).collect()),
    ];
    for (list, keys, known) in lists {
        for (n, key) in keys.iter().enumerate() {
            check.that(
                known.contains(&key),
                &PROGRAMME_EXTENT,
                format!("{at}/{list}/{n}"),
                say!("the auditee has no `{key}` among its {list}", key, list = field_named(list)),
                "give a key that the auditee has, or add it with `auditee.update`",
            );
        }
        check.that(
            !has_twin(keys),
            &PROGRAMME_EXTENT,
            format!("{at}/{list}"),
            "a key stands twice",
            "name each once; none means all of them",
        );
    }
    Ok(())
}

/// What of a part of an auditee lies outside the programme's extent: the list and the key of each. A part that names
/// none of a list means all that the auditee has, and so does an extent.
///
/// # Errors
/// [`Stop::Need`] when the auditee was not loaded.
pub(crate) fn outside_extent(
    world: &World,
    extent: &ProgrammeExtent,
    part: &AuditeePart,
) -> Result<Vec<(&'static str, Slug)>, Stop> {
    let Some(covered) = extent.auditees.iter().find(|covered| covered.auditee == part.auditee) else {
        return Ok(Vec::new());
    };
    let auditee = world.get::<Auditee>(part.auditee)?;
    let mut outside = Vec::new();
    let mut look = |list: &'static str, named: &[Slug], covered: &[Slug], all: Vec<&Slug>| {
        let named = if named.is_empty() { all } else { named.iter().collect() };
        let beyond = named.into_iter().filter(|key| !covered.is_empty() && !covered.contains(key));
        outside.extend(beyond.map(|key| (list, key.clone())));
    };
    look("units", &part.units, &covered.units, auditee.units.iter().map(|unit| &unit.key).collect());
    look("sites", &part.sites, &covered.sites, auditee.sites.iter().map(|site| &site.key).collect());
    let processes = auditee.processes.iter().map(|process| &process.key).collect();
    look("processes", &part.processes, &covered.processes, processes);
    Ok(outside)
}

impl ProgrammeText {
    fn check(&self, world: &World) -> Result<(), Stop> {
        let mut check = Check::new();
        check_period(&self.period, "/text", &mut check);
        let keys: [(&str, Vec<&Slug>); 2] = [
            ("objectives", self.objectives.iter().map(|objective| &objective.key).collect()),
            ("risks", self.risks.iter().map(|risk| &risk.key).collect()),
        ];
        for (list, keys) in keys {
            check.that(
                !has_twin(&keys),
                &PROGRAMME_KEYS,
                format!("/text/{list}"),
                "a key stands twice",
                "give each a key of its own",
            );
        }
        if let Some(extent) = &self.extent {
            self.check_extent(world, extent, &mut check)?;
        }
        for (n, risk) in self.risks.iter().enumerate() {
            check.that(
                (1..=5).contains(&risk.likelihood) && (1..=5).contains(&risk.consequence),
                &PROGRAMME_RISK,
                format!("/text/risks/{n}"),
                say!(
                    "likelihood {likelihood} or consequence {consequence} is outside the scale",
                    likelihood = &risk.likelihood,
                    consequence = &risk.consequence
                ),
                "give 1 to 5 for both",
            );
            named::<Person>(world, risk.owner, &format!("/text/risks/{n}/owner"))?;
        }
        let mut seen = BTreeSet::new();
        for (n, role) in self.roles.iter().enumerate() {
            let at = format!("/text/roles/{n}");
            named::<Person>(world, role.person, &format!("{at}/person"))?;
            check.that(
                seen.insert((role.person, role.role)),
                &PROGRAMME_ROLES,
                at,
                say!("the person is `{role}` twice", role = &role.role),
                "name each responsibility of a person once",
            );
        }
        self.policy.check("/text/policy", &mut check);
        check.done()
    }

    fn check_extent(&self, world: &World, extent: &ProgrammeExtent, check: &mut Check) -> Result<(), Stop> {
        let auditees: Vec<_> = extent.auditees.iter().map(|part| part.auditee).collect();
        check.that(
            !auditees.is_empty() && !has_twin(&auditees),
            &PROGRAMME_EXTENT,
            "/text/extent/auditees",
            "the extent has no auditee, or one twice",
            "name each auditee once, with the parts that the programme covers",
        );
        for (n, part) in extent.auditees.iter().enumerate() {
            check_part(world, part, &format!("/text/extent/auditees/{n}"), check)?;
        }
        check.that(
            !extent.criteria.is_empty() && !has_twin(&extent.criteria),
            &PROGRAMME_EXTENT,
            "/text/extent/criteria",
            "the extent has no criteria, or a set twice",
            "name each set of criteria once, with its edition",
        );
        Ok(())
    }

    fn put_into(self, programme: &mut Programme) {
        programme.title = self.title;
        programme.period = self.period;
        programme.objectives = self.objectives;
        programme.extent = self.extent;
        programme.risks = self.risks;
        programme.roles = self.roles;
        programme.days = self.days;
        programme.shortfall = self.shortfall;
        programme.resources = self.resources;
        programme.policy = self.policy;
    }
}

impl Decide for DraftProgramme {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut check = Check::new();
        check_period(&self.period, "", &mut check);
        let policy = match &self.policy {
            Some(policy) => {
                policy.check("/policy", &mut check);
                policy.clone()
            }
            None => world.get::<Organization>(organization_id())?.policy.clone(),
        };
        check.done()?;
        Ok(vec![
            ProgrammeDrafted {
                programme: ctx.id()?,
                title: self.title.clone(),
                period: self.period,
                days: self.days,
                policy,
            }
            .into(),
        ])
    }
}

impl Apply for ProgrammeDrafted {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Programme {
            id: self.programme,
            title: self.title.clone(),
            period: self.period,
            state: ProgrammeState::Draft,
            objectives: Vec::new(),
            extent: None,
            risks: Vec::new(),
            roles: Vec::new(),
            days: self.days,
            shortfall: None,
            resources: None,
            policy: self.policy.clone(),
            revisions: Vec::new(),
            reviews: Vec::new(),
            actions: Vec::new(),
        })
    }
}

impl Decide for EditProgramme {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        in_state(
            programme,
            &["draft"],
            "an established programme changes by revision, with `programme.revise`",
        )?;
        self.text.check(world)?;
        Ok(vec![ProgrammeEdited { programme: self.programme, text: self.text.clone() }.into()])
    }
}

impl Apply for ProgrammeEdited {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Programme>(self.programme, |programme| self.text.clone().put_into(programme))
    }
}

/// The number of a programme's next revision.
pub(super) fn next_revision(programme: &Programme) -> u32 {
    u32::try_from(programme.revisions.len()).unwrap_or(u32::MAX).saturating_add(1)
}

impl Decide for ReviseProgramme {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        in_state(programme, &["established", "implementing"], "a draft is changed with `programme.edit`")?;
        by_manager(programme, ctx)?;
        self.text.check(world)?;
        let planned = world.list::<PlannedAudit>("programme", self.programme)?;
        let mut check = Check::new();
        complete(&self.text, &planned, &mut check);
        check.done()?;
        Ok(vec![
            ProgrammeRevised {
                programme: self.programme,
                number: next_revision(programme),
                text: Some(self.text.clone()),
                what: self.what.clone(),
                reason: self.reason.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for ProgrammeRevised {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Programme>(self.programme, |programme| {
            if let Some(text) = &self.text {
                text.clone().put_into(programme);
            }
            programme.revisions.push(Revision {
                number: self.number,
                stamp: stamp.clone(),
                what: self.what.clone(),
                reason: self.reason.clone(),
            });
        })
    }
}

/// Refuses for each thing without which a programme is none.
fn complete(text: &ProgrammeText, planned: &[&PlannedAudit], check: &mut Check) {
    let planned: Vec<_> = planned.iter().filter(|planned| planned.state == PlannedState::Planned).collect();
    let has = |kind| text.roles.iter().any(|role| role.role == kind);
    let wanted = [
        (
            !text.objectives.is_empty(),
            say!("the programme has no objective"),
            say!("give objectives, each with a measure and a target"),
        ),
        (
            text.extent.is_some(),
            say!("the programme has no extent"),
            say!("say which auditees and which criteria it covers"),
        ),
        (
            !text.risks.is_empty(),
            say!("the programme has no risk or opportunity of its own"),
            say!("think about what could go wrong with the programme, and what might go well"),
        ),
        (
            has(ProgrammeRoleKind::Manager),
            say!("the programme has nobody to manage it"),
            say!("name a manager with the competence for it"),
        ),
        (
            has(ProgrammeRoleKind::Approver),
            say!("the programme has nobody to approve it"),
            say!("name an approver"),
        ),
        (
            text.days > Days::from_hundredths(0),
            say!("the programme has no auditor days"),
            say!("say how many auditor days there are"),
        ),
        (
            !planned.is_empty(),
            say!("the programme has no planned audit"),
            say!("plan audits with `planned_audit.plan`"),
        ),
    ];
    for (there, what, hint) in wanted {
        check.that(there, &PROGRAMME_COMPLETE, "", what, hint);
    }
    let asked =
        planned.iter().fold(0u32, |sum, planned| sum.saturating_add(planned.outline.days.hundredths()));
    let asked = Days::from_hundredths(asked);
    check.that(
        asked <= text.days || text.shortfall.is_some(),
        &PROGRAMME_DAYS,
        "",
        say!(
            "the planned audits ask for {asked} auditor days, and there are {days}",
            asked,
            days = &text.days
        ),
        "plan fewer days, find more, or say in `shortfall` how the programme copes",
    );
}

impl Decide for EstablishProgramme {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        in_state(programme, &["draft"], "a programme is established once")?;
        let person = ctx.person()?;
        let mut check = Check::new();
        let text = ProgrammeText {
            title: programme.title.clone(),
            period: programme.period,
            objectives: programme.objectives.clone(),
            extent: programme.extent.clone(),
            risks: programme.risks.clone(),
            roles: programme.roles.clone(),
            days: programme.days,
            shortfall: programme.shortfall.clone(),
            resources: programme.resources.clone(),
            policy: programme.policy.clone(),
        };
        complete(&text, &world.list::<PlannedAudit>("programme", self.programme)?, &mut check);
        check.that(
            programme.has_role(person, ProgrammeRoleKind::Approver),
            &PROGRAMME_APPROVER,
            "",
            "who acts does not approve the programme",
            "let somebody do it who has the role `approver` in it",
        );
        check.done()?;
        Ok(vec![ProgrammeEstablished { programme: self.programme }.into()])
    }
}

impl Apply for ProgrammeEstablished {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Programme>(self.programme, |programme| {
            programme.state = ProgrammeState::Established { approved: stamp.clone() };
        })
    }
}

impl Decide for BeginProgramme {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        in_state(
            programme,
            &["established"],
            "establish it first with `programme.establish`; it begins once",
        )?;
        by_manager(programme, ctx)?;
        Ok(vec![ProgrammeBegun { programme: self.programme }.into()])
    }
}

impl Apply for ProgrammeBegun {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Programme>(self.programme, |programme| {
            if let ProgrammeState::Established { approved } = &programme.state {
                programme.state =
                    ProgrammeState::Implementing { approved_before: approved.clone(), begun: stamp.clone() };
            }
        })
    }
}

impl Decide for CloseProgramme {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let programme = world.get::<Programme>(self.programme)?;
        in_state(programme, &["implementing"], "a programme is closed once, after it was implemented")?;
        by_manager(programme, ctx)?;
        let mut open = Vec::new();
        for planned in world.list::<PlannedAudit>("programme", self.programme)? {
            let over = matches!(planned.state, PlannedState::Withdrawn { .. })
                || world.find::<Audit>(planned.id.into())?.is_some_and(|audit| {
                    ["completed", "cancelled", "terminated", "not_feasible"].contains(&audit.state.word())
                });
            if !over {
                open.push(format!("\"{}\"", planned.outline.title));
            }
        }
        let mut check = Check::new();
        check.that(
            open.is_empty(),
            &PROGRAMME_OPEN,
            "",
            say!("these planned audits are open: {open}", open = listed(&open)),
            "complete or cancel each, or withdraw it from the programme with the reason",
        );
        if programme.reviews.is_empty() {
            check.refuse(Refusal::new(
                &PROGRAMME_OPEN,
                "the programme was never reviewed",
                "review it with `programme.review`",
            ));
        }
        check.done()?;
        Ok(vec![ProgrammeClosed { programme: self.programme }.into()])
    }
}

impl Apply for ProgrammeClosed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Programme>(self.programme, |programme| {
            programme.state = ProgrammeState::Closed { closed: stamp.clone() };
        })
    }
}
