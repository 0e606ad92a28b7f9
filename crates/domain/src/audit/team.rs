//! The audit team: one leader, auditors, and those who accompany them; competent, impartial, and bound by the code
//! (ISO 19011:2018 5.5.4, 5.5.5; ISO/IEC 17021-1:2015 5.2).

use super::people::{AUDIT_MANAGER, audits, by_leader_or_manager, in_state, is_manager, member};
use super::rotation::worn_out;
use super::{Audit, Initiation, Safeguard, TeamMember};
use crate::auditor::competence::competence;
use crate::auditor::impartiality::{bars, relations};
use crate::auditor::{Person, code};
use crate::evidence::PaperStanding;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, PersonId, RelationId};
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::text::{Language, Slug, Text};
use crate::kernel::time::Date;
use crate::policy::Policy;
use crate::programme::Programme;
use crate::registry::Event;
use crate::words::{CredentialKind, TeamRole};

rules! {
    TEAM_LEADER = "team.leader", "ISO 19011:2018 5.5.4", "one audit team leader, appointed by whoever manages the programme";
    TEAM_ONCE = "team.once", "ISO 19011:2018 5.5.4", "each person in the team once, in one role";
    TEAM_DIRECTED = "team.directed", "ISO 19011:2018 5.5.4", "auditors in training and technical experts under the direction of an auditor";
    TEAM_COMPETENCE = "team.competence", "ISO 19011:2018 7.2.3", "members who meet the policy's criteria of competence for their role";
    TEAM_COVERS = "team.covers", "ISO 19011:2018 5.5.4", "a team that together covers the competence the audit needs";
    TEAM_CODE = "team.code", "ISO 19011:2018 4", "auditors who accepted the code of conduct";
    TEAM_DECLARATION = "team.declaration", "ISO/IEC 27007:2020 5.5.4", "auditors who declared their interests, about this auditee or in general";
    TEAM_IMPARTIALITY = "team.impartiality", "ISO 19011:2018 4 e)", "nobody in the team whom a relation to the auditee bars";
    TEAM_SAFEGUARD = "team.safeguard", "ISO 19011:2018 4 e)", "a safeguard, approved by the programme manager, for each relation that would bar";
    TEAM_ROTATION = "team.rotation", "ISO 19011:2018 5.5.4", "nobody who came to the auditee more often in a row than the policy allows";
    TEAM_LANGUAGE = "team.language", "ISO 19011:2018 5.5.4", "somebody in the team who speaks the language of the audit";
    TEAM_WORK = "team.work", "ISO 19011:2018 6.3.3", "no work left with somebody who leaves the team";
}

data! {
    /// A measure that answers a relation which would bar somebody.
    pub struct Measure {
        /// The relation.
        relation: RelationId,
        /// The measure: who checks the work, what the person does not audit.
        measure: Text,
    }
}

command! {
    /// Appoints somebody to the team. The programme manager appoints the leader; the programme manager or the leader
    /// the others. Where relations would bar somebody and policy allows safeguards, the programme manager appoints
    /// them with a measure for each relation, and approves it so.
    pub struct AppointMember("audit.appoint" on audit) {
        /// The audit.
        audit: AuditId,
        /// Who.
        person: PersonId,
        /// As what.
        role: TeamRole,
        /// Who directs them: for an auditor in training or a technical expert.
        directed_by: Option<PersonId>,
        /// Safeguards, where relations would bar them.
        safeguards: Vec<Measure>,
    }

    /// Takes somebody out of the team.
    pub struct DismissMember("audit.dismiss" on audit) {
        /// The audit.
        audit: AuditId,
        /// Who.
        person: PersonId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// Somebody was appointed to the team.
    pub struct MemberAppointed("audit.member_appointed" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Who.
        person: PersonId,
        /// As what.
        role: TeamRole,
        /// The areas of competence they bring.
        areas: Vec<Slug>,
        /// Who directs them.
        directed_by: Option<PersonId>,
        /// Safeguards, approved by who acts.
        safeguards: Vec<Measure>,
    }

    /// Somebody was taken out of the team.
    pub struct MemberDismissed("audit.member_dismissed" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Who.
        person: PersonId,
        /// Why.
        reason: Text,
    }
}

/// The areas of competence that somebody brings in a role on a date: those of the policy whose criteria they meet, and
/// those of their other credentials in force.
fn areas_brought(policy: &Policy, person: &Person, role: TeamRole, on: Date) -> Vec<Slug> {
    if !audits(role) && role != TeamRole::TechnicalExpert {
        return Vec::new();
    }
    let mut areas = competence(policy, person, role, on).areas();
    let asked = policy.areas(role);
    for credential in &person.credentials {
        let in_force = match credential.kind {
            CredentialKind::Education | CredentialKind::Experience => credential.period.from <= on,
            CredentialKind::Training | CredentialKind::Qualification | CredentialKind::Skill => {
                credential.period.holds(on)
            }
        };
        if in_force && !asked.contains(&credential.area) && !areas.contains(&credential.area) {
            areas.push(credential.area.clone());
        }
    }
    areas
}

/// The areas that the audit needs and nobody of the team brings.
fn uncovered<'a>(audit: &'a Audit, needed: &'a [Slug]) -> impl Iterator<Item = &'a Slug> {
    needed.iter().filter(|area| audit.team.iter().all(|member| !member.areas.contains(area)))
}

/// Refuses for what a team lacks as a whole, and for each member whom a relation bars that was entered after they were
/// appointed: the appointment looked at what was known then, the beginning of each stage looks at what is known now.
pub(super) fn check_team(world: &World, audit: &Audit, on: Date, check: &mut Check) -> Result<(), Stop> {
    let policy = &world.get::<Programme>(audit.programme)?.policy;
    let needed = audit.initiation.as_ref().map(|initiation| initiation.areas.as_slice()).unwrap_or_default();
    for area in uncovered(audit, needed) {
        check.refuse(Refusal::new(
            &TEAM_COVERS,
            format!("nobody of the team brings the competence `{area}` that the audit needs"),
            "appoint somebody who does: an auditor or a technical expert",
        ));
    }
    world.want(audit.team.iter().map(|member| member.person))?;
    let mut speaks = audit.initiation.is_none();
    for member in &audit.team {
        let Some(person) = world.find::<Person>(member.person)? else { continue };
        let may_speak = audits(member.role) || member.role == TeamRole::Interpreter;
        let spoken = |initiation: &Initiation| {
            person.languages.iter().any(|language| same_language(language, &initiation.language))
        };
        speaks |= may_speak && audit.initiation.as_ref().is_some_and(spoken);
        for bar in
            bars(policy, &relations(world, member.person, audit.auditee)?, member.role, audit.audit_type, on)
        {
            let answered = member.safeguards.iter().any(|safeguard| safeguard.relation == bar.relation);
            check.that(
                bar.liftable && answered,
                &TEAM_IMPARTIALITY,
                "",
                format!(
                    "the relation `{}` to the auditee bars {} from the role `{}` ({})",
                    bar.kind, person.name, member.role, bar.source
                ),
                "dismiss them with `audit.dismiss`; where policy allows safeguards, appoint them again with a measure",
            );
        }
    }
    check.that(
        speaks,
        &TEAM_LANGUAGE,
        "",
        "no auditor or interpreter of the team speaks the language of the audit",
        "appoint an auditor who does, or an interpreter with `audit.appoint`",
    );
    Ok(())
}

/// Whether two tags name the same language, whatever the country.
fn same_language(one: &Language, other: &Language) -> bool {
    let main = |tag: &Language| tag.as_str().split('-').next().unwrap_or_default().to_owned();
    main(one) == main(other)
}

impl AppointMember {
    fn check_place(&self, world: &World, audit: &Audit, ctx: &Ctx, check: &mut Check) -> Result<(), Stop> {
        check.that(
            member(audit, self.person).is_none(),
            &TEAM_ONCE,
            "/person",
            "the person is in the team already",
            "dismiss them first with `audit.dismiss` to give them another role",
        );
        if self.role == TeamRole::Leader {
            check.that(
                super::people::leader(audit).is_none(),
                &TEAM_LEADER,
                "/role",
                "the audit has a leader already",
                "dismiss the present leader first, or appoint this person as an auditor",
            );
            check.that(
                is_manager(world, audit, ctx.person()?)?,
                &TEAM_LEADER,
                "/role",
                "who acts does not manage the programme",
                "let the programme manager appoint the leader",
            );
        }
        let directed = matches!(self.role, TeamRole::Trainee | TeamRole::TechnicalExpert);
        match self.directed_by {
            Some(director) => {
                let leads = member(audit, director)
                    .is_some_and(|member| matches!(member.role, TeamRole::Leader | TeamRole::Auditor));
                check.that(
                    directed && leads && director != self.person,
                    &TEAM_DIRECTED,
                    "/directed_by",
                    if directed { "who directs is no auditor of the team" } else { "this role is under nobody's direction" },
                    "name the leader or an auditor of the team for auditors in training and experts, and nobody for others",
                );
            }
            None => check.that(
                !directed,
                &TEAM_DIRECTED,
                "/directed_by",
                format!("nobody directs the {}", self.role),
                "name the leader or an auditor of the team",
            ),
        }
        Ok(())
    }

    fn check_fitness(&self, policy: &Policy, audit: &Audit, person: &Person, on: Date, check: &mut Check) {
        let shown = competence(policy, person, self.role, on);
        for criterion in shown.criteria.iter().filter(|criterion| !criterion.is_met()) {
            check.refuse(
                Refusal::new(
                    &TEAM_COMPETENCE,
                    format!(
                        "{} has shown {} of {} in {} in `{}` for the role `{}`",
                        person.name,
                        criterion.shown,
                        criterion.asked,
                        criterion.by,
                        criterion.area,
                        self.role
                    ),
                    "appoint somebody who has, or record what is missing with `credential.add`",
                )
                .at("/person"),
            );
        }
        if !audits(self.role) && self.role != TeamRole::TechnicalExpert {
            return;
        }
        check.that(
            person.code.as_ref().is_some_and(|accepted| accepted.code.as_str() == code::CODE),
            &TEAM_CODE,
            "/person",
            format!("{} has not accepted the code of conduct as it reads now", person.name),
            "let them accept it with `code.accept`",
        );
        check.that(
            person
                .declarations
                .iter()
                .any(|declared| declared.auditee.is_none_or(|auditee| auditee == audit.auditee)),
            &TEAM_DECLARATION,
            "/person",
            format!("{} has declared no interests, nor that there are none", person.name),
            "let them declare with `interests.declare`",
        );
    }

    fn check_impartiality(
        &self,
        world: &World,
        policy: &Policy,
        audit: &Audit,
        ctx: &Ctx,
        check: &mut Check,
    ) -> Result<(), Stop> {
        let related = relations(world, self.person, audit.auditee)?;
        let barred = bars(policy, &related, self.role, audit.audit_type, ctx.today());
        let manager = is_manager(world, audit, ctx.person()?)?;
        for bar in &barred {
            let until =
                bar.until.map_or_else(|| "and goes on".to_owned(), |until| format!("and bars until {until}"));
            if !bar.liftable {
                check.refuse(
                    Refusal::new(
                        &TEAM_IMPARTIALITY,
                        format!(
                            "the relation `{}` to the auditee bars the role `{}` ({}) {until}",
                            bar.kind, self.role, bar.source
                        ),
                        "appoint somebody else; no safeguard lifts this bar in this type of audit",
                    )
                    .at("/person"),
                );
                continue;
            }
            let answered = self.safeguards.iter().any(|safeguard| safeguard.relation == bar.relation);
            check.that(
                answered && manager,
                &TEAM_SAFEGUARD,
                "/safeguards",
                format!("the relation `{}` to the auditee bars the role `{}` ({}) {until}", bar.kind, self.role, bar.source),
                "let the programme manager appoint them with a measure for this relation, or appoint somebody else",
            );
        }
        for (n, safeguard) in self.safeguards.iter().enumerate() {
            check.that(
                barred.iter().any(|bar| bar.relation == safeguard.relation)
                    && self.safeguards.iter().filter(|other| other.relation == safeguard.relation).count()
                        == 1,
                &TEAM_SAFEGUARD,
                format!("/safeguards/{n}/relation"),
                "the relation bars nothing here, or stands twice",
                "give one measure for each relation that bars",
            );
        }
        Ok(())
    }
}

/// Refuses somebody whom a rule of rotation keeps from coming again. Earlier audits are asked for where there is such a rule alone.
fn check_rotation(
    world: &World,
    policy: &Policy,
    audit: &Audit,
    (person, role): (PersonId, TeamRole),
    check: &mut Check,
) -> Result<(), Stop> {
    if !policy.rotation.iter().any(|rule| rule.is_about(role, audit.audit_type)) {
        return Ok(());
    }
    let mut earlier = world.list::<Audit>("auditee", audit.auditee)?;
    earlier.retain(|other| other.id != audit.id);
    if let Some(rule) = worn_out(policy, &earlier, person, role, audit.audit_type) {
        check.refuse(
            Refusal::new(
                &TEAM_ROTATION,
                format!(
                    "they were in the last {} completed audits of this auditee in a row, the most that is allowed ({})",
                    rule.consecutive_max, rule.source
                ),
                "appoint somebody else, or change the rule of rotation in the programme's policy",
            )
            .at("/person"),
        );
    }
    Ok(())
}

impl Decide for AppointMember {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["planned", "initiated", "prepared", "conducting"], super::people::OVER)?;
        by_leader_or_manager(world, audit, ctx)?;
        let person = named::<Person>(world, self.person, "/person")?;
        let policy = &world.get::<Programme>(audit.programme)?.policy;
        let mut check = Check::new();
        self.check_place(world, audit, ctx, &mut check)?;
        self.check_fitness(policy, audit, person, ctx.today(), &mut check);
        self.check_impartiality(world, policy, audit, ctx, &mut check)?;
        check_rotation(world, policy, audit, (self.person, self.role), &mut check)?;
        check.done()?;
        Ok(vec![
            MemberAppointed {
                audit: self.audit,
                person: self.person,
                role: self.role,
                areas: areas_brought(policy, person, self.role, ctx.today()),
                directed_by: self.directed_by,
                safeguards: self.safeguards.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for MemberAppointed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let safeguard = |measure: &Measure| Safeguard {
            relation: measure.relation,
            measure: measure.measure.clone(),
            approved: stamp.clone(),
        };
        world.edit::<Audit>(self.audit, |audit| {
            audit.team.push(TeamMember {
                person: self.person,
                role: self.role,
                areas: self.areas.clone(),
                directed_by: self.directed_by,
                safeguards: self.safeguards.iter().map(safeguard).collect(),
            });
            audit.people.push(self.person);
        })
    }
}

impl Decide for DismissMember {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["planned", "initiated", "prepared", "conducting"], super::people::OVER)?;
        by_leader_or_manager(world, audit, ctx)?;
        let Some(leaving) = member(audit, self.person) else {
            return Err(Refusal::new(&TEAM_ONCE, "the person is not in the team", "name somebody who is")
                .at("/person")
                .into());
        };
        let mut check = Check::new();
        if leaving.role == TeamRole::Leader {
            check.that(
                is_manager(world, audit, ctx.person()?)?,
                &AUDIT_MANAGER,
                "/person",
                "the leader is dismissed by whoever manages the programme",
                "let the programme manager do it",
            );
        }
        check.that(
            audit.team.iter().all(|other| other.directed_by != Some(self.person)),
            &TEAM_DIRECTED,
            "/person",
            "somebody of the team is under this person's direction",
            "dismiss those first, and appoint them again under another auditor",
        );
        let open = world
            .briefs::<PaperStanding>("audit", self.audit)?
            .iter()
            .filter(|paper| paper.assignee == Some(self.person) && paper.state.is_open())
            .count();
        check.that(
            open == 0,
            &TEAM_WORK,
            "/person",
            format!("{open} of the person's papers are not evaluated"),
            "give them to another auditor with `papers.assign`",
        );
        check.done()?;
        Ok(vec![
            MemberDismissed { audit: self.audit, person: self.person, reason: self.reason.clone() }.into(),
        ])
    }
}

impl Apply for MemberDismissed {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.team.retain(|member| member.person != self.person);
            audit.people.retain(|person| *person != self.person);
        })
    }
}
