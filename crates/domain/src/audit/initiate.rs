//! Initiating an audit: opening it from the programme, contact, feasibility, objectives, scope and criteria
//! (ISO 19011:2018 5.5.2, 6.2).

use super::people::{AUDIT_CONTACT, by_leader_or_manager, in_state, is_contact, leader};
use super::{Audit, AuditState, ContactMade, Feasibility, Initiation, Sufficiency};
use crate::auditee::{Auditee, Soa};
use crate::auditor::Person;
use crate::criteria::for_audit;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, AuditeeId, PersonId, PlannedAuditId, ProgrammeId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{field_named, say};
use crate::kernel::text::{Line, Slug, Text};
use crate::kernel::time::{Days, Period, Timestamp};
use crate::policy::has_twin;
use crate::programme::{PlannedAudit, PlannedState, Programme, ProgrammeState, outside_extent};
use crate::registry::Event;
use crate::words::{AuditType, ProgrammeRoleKind};

rules! {
    AUDIT_PLANNED = "audit.planned", "ISO 19011:2018 5.5.1", "an audit that a programme being implemented has planned, opened once";
    AUDIT_CONTACT_MADE = "audit.contact.made", "ISO 19011:2018 6.2.2", "a contact with the auditee that has taken place, before feasibility is judged";
    AUDIT_FEASIBLE = "audit.feasible", "ISO 19011:2018 6.2.3", "a feasible audit; where it is not, an alternative proposed to the client";
    AUDIT_HAS_LEADER = "audit.has_leader", "ISO 19011:2018 5.5.5", "an audit team leader appointed before the audit is initiated";
    AUDIT_OBJECTIVES = "audit.objectives", "ISO 19011:2018 5.5.2", "one objective at least, each with a key of its own";
    AUDIT_SCOPE = "audit.scope", "ISO 19011:2018 5.5.2", "a scope within the auditee and the programme";
    AUDIT_CRITERIA = "audit.criteria", "ISO 19011:2018 5.5.2", "criteria, with their editions, that the programme audits against";
    AUDIT_SOA = "audit.soa", "ISO/IEC 27006-1:2024 9.4", "the version of the auditee's own Statement of Applicability that is audited";
}

command! {
    /// Opens a planned audit: from now on it has a life of its own. Its id is that of the plan in the programme.
    pub struct OpenAudit("audit.open") {
        /// The planned audit.
        planned: PlannedAuditId,
    }

    /// Records a contact with the auditee before the audit.
    pub struct ContactAuditee("audit.contact") {
        /// The audit.
        audit: AuditId,
        /// With whom.
        with: PersonId,
        /// When it was.
        at: Timestamp,
        /// By what channel.
        channel: Line,
        /// What was said or agreed.
        note: Text,
    }

    /// Judges whether the audit is feasible. Where one factor is not enough, the audit stops here with the alternative.
    pub struct JudgeFeasibility("audit.judge_feasibility" on audit) {
        /// The audit.
        audit: AuditId,
        /// Information for planning.
        information: Sufficiency,
        /// Cooperation of the auditee.
        cooperation: Sufficiency,
        /// Time.
        time: Sufficiency,
        /// Resources.
        resources: Sufficiency,
        /// The alternative proposed, where it is not feasible.
        alternative: Option<Text>,
    }

    /// Initiates the audit: client, objectives, scope, criteria, method.
    pub struct InitiateAudit("audit.initiate" on audit) {
        /// The audit.
        audit: AuditId,
        /// What it is initiated with.
        initiation: Initiation,
    }
}

event! {
    /// An audit was opened.
    pub struct AuditOpened("audit.opened" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Its programme.
        programme: ProgrammeId,
        /// The auditee.
        auditee: AuditeeId,
        /// The type.
        audit_type: AuditType,
        /// The title.
        title: Line,
        /// The window in which it was planned.
        window: Period,
        /// Auditor days planned.
        days_planned: Days,
    }

    /// The auditee was contacted.
    pub struct AuditeeContacted("audit.contacted" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The contact.
        contact: ContactMade,
    }

    /// Feasibility was judged.
    pub struct FeasibilityJudged("audit.feasibility_judged" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Information for planning.
        information: Sufficiency,
        /// Cooperation of the auditee.
        cooperation: Sufficiency,
        /// Time.
        time: Sufficiency,
        /// Resources.
        resources: Sufficiency,
        /// The alternative; there where it is not feasible, and only there.
        alternative: Option<Text>,
    }

    /// The audit was initiated.
    pub struct AuditInitiated("audit.initiated" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// With what.
        initiation: Initiation,
    }
}

impl Decide for OpenAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let planned = world.get::<PlannedAudit>(self.planned)?;
        let programme = world.get::<Programme>(planned.programme)?;
        let person = ctx.person()?;
        let mut check = Check::new();
        check.that(
            programme
                .roles
                .iter()
                .any(|role| role.person == person && role.role == ProgrammeRoleKind::Manager),
            &super::people::AUDIT_MANAGER,
            "",
            "who acts does not manage the programme",
            "let somebody open it who has the role `manager` in the programme",
        );
        check.that(
            matches!(programme.state, ProgrammeState::Implementing { .. }),
            &AUDIT_PLANNED,
            "/planned",
            say!("the programme is `{state}`", state = &programme.state),
            "establish the programme and begin it with `programme.begin`",
        );
        check.that(
            planned.state == PlannedState::Planned,
            &AUDIT_PLANNED,
            "/planned",
            "the planned audit was withdrawn",
            "plan another one with `planned_audit.plan`",
        );
        check.that(
            world.find::<Audit>(self.planned.into())?.is_none(),
            &AUDIT_PLANNED,
            "/planned",
            "the audit is open already",
            "go on with it",
        );
        check.done()?;
        Ok(vec![
            AuditOpened {
                audit: self.planned.into(),
                programme: planned.programme,
                auditee: planned.auditee,
                audit_type: planned.outline.audit_type,
                title: planned.outline.title.clone(),
                window: planned.outline.window,
                days_planned: planned.outline.days,
            }
            .into(),
        ])
    }
}

impl Apply for AuditOpened {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Audit {
            id: self.audit,
            programme: self.programme,
            auditee: self.auditee,
            audit_type: self.audit_type,
            title: self.title.clone(),
            window: self.window,
            days_planned: self.days_planned,
            state: AuditState::Planned,
            contacts: Vec::new(),
            initiation: None,
            feasibility: None,
            team: Vec::new(),
            people: Vec::new(),
            document_review: None,
            plan: None,
            scope_changes: Vec::new(),
            findings_numbered: 0,
            conclusions: None,
            report: None,
            completion: None,
            feedback: Vec::new(),
            holds: Vec::new(),
        })
    }
}

impl Decide for ContactAuditee {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(
            audit,
            &["planned", "initiated", "prepared"],
            "log it with `message.log` once the audit is under way",
        )?;
        by_leader_or_manager(world, audit, ctx)?;
        named::<Person>(world, self.with, "/with")?;
        let mut check = Check::new();
        check.that(
            is_contact(world, audit, self.with)?,
            &AUDIT_CONTACT,
            "/with",
            "the person is no contact of the auditee",
            "name one of the auditee's contacts, or add them with `auditee.update`",
        );
        check.that(
            self.at <= ctx.now,
            &AUDIT_CONTACT_MADE,
            "/at",
            "the contact is yet to come",
            "record it once it was made",
        );
        check.done()?;
        let contact = ContactMade {
            with: self.with,
            at: self.at,
            channel: self.channel.clone(),
            note: self.note.clone(),
        };
        Ok(vec![AuditeeContacted { audit: self.audit, contact }.into()])
    }
}

impl Apply for AuditeeContacted {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| audit.contacts.push(self.contact.clone()))
    }
}

impl JudgeFeasibility {
    fn is_feasible(&self) -> bool {
        [&self.information, &self.cooperation, &self.time, &self.resources]
            .into_iter()
            .all(|factor| factor.enough)
    }
}

impl Decide for JudgeFeasibility {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["planned"], "cancel the audit with `audit.cancel` if it has become impossible")?;
        by_leader_or_manager(world, audit, ctx)?;
        let mut check = Check::new();
        check.that(
            !audit.contacts.is_empty(),
            &AUDIT_CONTACT_MADE,
            "",
            "nobody has spoken to the auditee yet",
            "make contact and record it with `audit.contact`",
        );
        check.that(
            self.is_feasible() || self.alternative.is_some(),
            &AUDIT_FEASIBLE,
            "/alternative",
            "the audit is not feasible and nothing else is proposed",
            "propose an alternative, agreed with the auditee: another time, scope or method",
        );
        check.that(
            !self.is_feasible() || self.alternative.is_none(),
            &AUDIT_FEASIBLE,
            "/alternative",
            "the audit is feasible, and an alternative is proposed",
            "leave the alternative out, or say which factor is not enough",
        );
        check.done()?;
        Ok(vec![
            FeasibilityJudged {
                audit: self.audit,
                information: self.information.clone(),
                cooperation: self.cooperation.clone(),
                time: self.time.clone(),
                resources: self.resources.clone(),
                alternative: self.alternative.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for FeasibilityJudged {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.feasibility = Some(Feasibility {
                information: self.information.clone(),
                cooperation: self.cooperation.clone(),
                time: self.time.clone(),
                resources: self.resources.clone(),
                alternative: self.alternative.clone(),
                stamp: stamp.clone(),
            });
            if self.alternative.is_some() {
                audit.state = AuditState::NotFeasible { stopped: stamp.clone() };
            }
        })
    }
}

impl Decide for InitiateAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["planned"], "change the scope with `audit.propose_scope_change`")?;
        by_leader_or_manager(world, audit, ctx)?;
        let given = &self.initiation;
        named::<Person>(world, given.client, "/initiation/client")?;
        let mut check = Check::new();
        check.that(
            leader(audit).is_some(),
            &AUDIT_HAS_LEADER,
            "",
            "nobody leads the audit yet",
            "appoint a leader with `audit.appoint`",
        );
        check.that(
            audit.feasibility.is_some(),
            &AUDIT_FEASIBLE,
            "",
            "nobody has judged yet whether the audit is feasible",
            "judge it with `audit.judge_feasibility`",
        );
        let keys: Vec<_> = given.objectives.iter().map(|objective| &objective.key).collect();
        check.that(
            !keys.is_empty() && !has_twin(&keys),
            &AUDIT_OBJECTIVES,
            "/initiation/objectives",
            "there is no objective, or a key stands twice",
            "give each objective a key of its own",
        );
        check_criteria(world, audit, given, &mut check)?;
        check_part(world, audit, &given.part, "/initiation/part", &mut check)?;
        check_soa(world, audit, given, &mut check)?;
        check.that(
            !has_twin(&given.areas),
            &super::team::TEAM_COVERS,
            "/initiation/areas",
            "an area of competence stands twice",
            "name each area once",
        );
        check.done()?;
        Ok(vec![AuditInitiated { audit: self.audit, initiation: given.clone() }.into()])
    }
}

fn check_criteria(world: &World, audit: &Audit, given: &Initiation, check: &mut Check) -> Result<(), Stop> {
    check.that(
        !given.criteria.is_empty() && !has_twin(&given.criteria),
        &AUDIT_CRITERIA,
        "/initiation/criteria",
        "the audit has no criteria, or a set stands twice",
        "name each set of criteria once, with its edition",
    );
    let programme = world.get::<Programme>(audit.programme)?;
    let extent = programme.extent.as_ref();
    for (n, criteria) in given.criteria.iter().enumerate() {
        check.that(
            extent.is_some_and(|extent| extent.criteria.contains(criteria)),
            &AUDIT_CRITERIA,
            format!("/initiation/criteria/{n}"),
            say!("the programme does not audit against `{criteria}`", criteria),
            "name a set of the programme's extent, or revise the programme",
        );
        for_audit(world, audit, criteria, &format!("/initiation/criteria/{n}"), check)?;
    }
    Ok(())
}

/// Refuses a part that is not one of the audit's auditee.
pub(super) fn check_part(
    world: &World,
    audit: &Audit,
    part: &crate::programme::AuditeePart,
    at: &str,
    check: &mut Check,
) -> Result<(), Stop> {
    let auditee = world.get::<Auditee>(audit.auditee)?;
    check.that(
        part.auditee == audit.auditee,
        &AUDIT_SCOPE,
        format!("{at}/auditee"),
        "the scope names another auditee",
        "name the auditee of the planned audit",
    );
    let unknown = part
        .units
        .iter()
        .filter(|key| auditee.units.iter().all(|unit| unit.key != **key))
        .map(|key| ("units", key))
        .chain(
            part.sites
                .iter()
                .filter(|key| auditee.sites.iter().all(|site| site.key != **key))
                .map(|key| ("sites", key)),
        )
        .chain(
            part.processes
                .iter()
                .filter(|key| auditee.processes.iter().all(|process| process.key != **key))
                .map(|key| ("processes", key)),
        );
    let extent = world.get::<Programme>(audit.programme)?.extent.as_ref();
    let outside = if part.auditee == audit.auditee {
        extent.map_or_else(|| Ok(Vec::new()), |extent| outside_extent(world, extent, part))?
    } else {
        Vec::new()
    };
    for (list, key) in outside.iter().filter(|(list, key)| known(auditee, list, key)) {
        check.refuse(
            Refusal::new(
                &AUDIT_SCOPE,
                say!("`{key}` of the {list} is not in the programme's extent", key, list = field_named(list)),
                "name parts that the programme covers, or revise it first with `programme.revise`",
            )
            .at(format!("{at}/{list}")),
        );
    }
    for (list, key) in unknown {
        check.refuse(
            Refusal::new(
                &AUDIT_SCOPE,
                say!("the auditee has no `{key}` among its {list}", key, list = field_named(list)),
                "give a key that the auditee has, or add it with `auditee.update`",
            )
            .at(format!("{at}/{list}")),
        );
    }
    Ok(())
}

/// Whether the auditee has this key in a list of its register.
fn known(auditee: &Auditee, list: &str, key: &Slug) -> bool {
    match list {
        "units" => auditee.units.iter().any(|unit| unit.key == *key),
        "sites" => auditee.sites.iter().any(|site| site.key == *key),
        _ => auditee.processes.iter().any(|process| process.key == *key),
    }
}

fn check_soa(world: &World, audit: &Audit, given: &Initiation, check: &mut Check) -> Result<(), Stop> {
    match given.soa {
        Some(soa) => {
            let soa = named::<Soa>(world, soa, "/initiation/soa")?;
            check.that(
                soa.auditee == audit.auditee,
                &AUDIT_SOA,
                "/initiation/soa",
                "the Statement of Applicability is another auditee's",
                "name one of this auditee's",
            );
        }
        None => check.that(
            !audit.audit_type.is_certification(),
            &AUDIT_SOA,
            "/initiation/soa",
            "a certification audit names no Statement of Applicability",
            "enter it with `soa.enter` and name its version",
        ),
    }
    Ok(())
}

impl Apply for AuditInitiated {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.initiation = Some(self.initiation.clone());
            audit.state = AuditState::Initiated { initiated: stamp.clone() };
        })
    }
}
