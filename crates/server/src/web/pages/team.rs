//! The audit team: who is on it, what competence the audit needs and who brings it, and who else could be appointed, or
//! why not. Every answer is the law's own to an appointment that is tried and not made.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::team::{Measure, TEAM_LEADER, TEAM_SAFEGUARD};
use assize_domain::audit::team::{
    TEAM_CODE, TEAM_COMPETENCE, TEAM_DECLARATION, TEAM_IMPARTIALITY, TEAM_ONCE,
};
use assize_domain::audit::{AppointMember, Audit, AuditState, TeamMember, leader, plan::PLAN_ABSENT};
use assize_domain::auditor::competence::competence;
use assize_domain::auditor::impartiality::{Barred, bars, relations};
use assize_domain::auditor::{Person, Relation};
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::refusal::{Refusal, Rule, Stop};
use assize_domain::kernel::text::Slug;
use assize_domain::kernel::time::Timestamp;
use assize_domain::programme::Programme;
use assize_domain::words::{ProgrammeRoleKind, TeamRole};
use assize_domain::{Actor, Ctx, Key, Kind, World};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::audit::{Tab, tabs};
use super::fieldwork::{
    Next, as_leader, before_next_step, frame, is_before_reporting, missing, name, refusals, stamped,
};
use super::programme::policy::source_said;
use super::{act_href, href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::{Posted, spoken};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{IntoWord as _, Words};

/// The clause on the team.
pub(crate) const TEAM_CLAUSE: &str = "ISO 19011:2018 5.5.4";
/// How many persons of the register are looked at on a page.
const LINES: usize = 40;
/// The roles for which persons are looked at; the others ask for no competence.
const ROLES: [TeamRole; 4] =
    [TeamRole::Leader, TeamRole::Auditor, TeamRole::Trainee, TeamRole::TechnicalExpert];

/// Why somebody may not be appointed: a rule, and what breaks it.
struct Reason {
    rule: &'static str,
    asks: String,
    clause: &'static str,
    details: Vec<String>,
}

/// Somebody of the team.
struct Member {
    name: String,
    href: String,
    role: String,
    areas: Vec<String>,
    directed_by: Option<String>,
    safeguards: Vec<String>,
    /// Whether the code of conduct and the declaration of interests bind them.
    is_bound: bool,
    code: bool,
    declared: bool,
    /// What an appointment would be refused for today.
    reasons: Vec<Reason>,
    dismiss: Option<String>,
}

/// An area of competence that the audit needs.
struct Area {
    area: String,
    by: Vec<String>,
}

/// Whether somebody could be appointed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Yes,
    WithSafeguards,
    No,
}

impl Fit {
    const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::WithSafeguards => "safeguards",
            Self::No => "no",
        }
    }
}

/// Somebody of the register who is not in the team.
struct Candidate {
    name: String,
    href: String,
    employer: String,
    fit: Fit,
    /// What they would bring that nobody brings yet.
    brings: Vec<String>,
    absences: Vec<String>,
    reasons: Vec<Reason>,
    appoint: Option<String>,
}

/// A role for which persons are looked at.
struct Role {
    label: String,
    href: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "team.html")]
struct TeamPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    next: Option<Next>,
    members: Vec<Member>,
    areas: Vec<Area>,
    is_initiated: bool,
    roles: Vec<Role>,
    role: String,
    /// Nobody where the team changes no more.
    candidates: Option<Vec<Candidate>>,
    more: Option<String>,
    absent_clause: &'static str,
}

/// `GET /audits/{id}/team`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after: Option<Uuid> = query.filled("after").and_then(|after| after.parse().ok());
    let rows = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    // Candidates are for who may appoint: what bars somebody is said beside them.
    let mut found = if visitor.asker.may(Action::Lead, Key::of(audit)).await?
        || visitor.asker.may(Action::Manage, Key::of(audit)).await?
    {
        app.store.record_page(Kind::Person, after, rows).await?
    } else {
        Vec::new()
    };
    let more = found.len() > LINES;
    found.truncate(LINES);
    let last = found.last().filter(|_| more).map(|(key, _)| key.id.hyphenated().to_string());
    let looking = Looking {
        words: &visitor.words,
        visitor: &visitor,
        audit,
        role: query.filled("role").and_then(|role| role.parse().ok()),
        people: found.into_iter().map(|(key, _)| PersonId::from(key.id)).collect(),
        last,
        at: now(&app)?,
    };
    let page = app.store.ask(|world| looking.team(world)).await;
    let mut page = page.map_err(Fault::unanswered)?;
    let asker = &visitor.asker;
    page.next = Next::open_to(page.next.take(), asker).await?;
    page.tabs = asker.open_ways(page.tabs, |tab| &tab.href).await?;
    for member in &mut page.members {
        member.dismiss = asker.open_way(member.dismiss.take()).await?;
    }
    for candidate in page.candidates.iter_mut().flatten() {
        candidate.appoint = asker.open_way(candidate.appoint.take()).await?;
    }
    Ok(html(&page))
}

struct Looking<'l> {
    words: &'l Words,
    visitor: &'l Visitor,
    audit: AuditId,
    /// The role that was asked for.
    role: Option<TeamRole>,
    people: Vec<PersonId>,
    /// The last person of this page, where there are more.
    last: Option<String>,
    at: Timestamp,
}

/// What an appointment is looked at against.
struct Place<'w> {
    world: &'w World,
    audit: &'w Audit,
    programme: &'w Programme,
    /// The law is asked as if the programme manager appointed: whoever looks sees the same.
    ctx: Ctx,
    /// The areas of competence that nobody brings yet.
    uncovered: Vec<&'w Slug>,
}

impl Looking<'_> {
    fn team(&self, world: &World) -> Result<TeamPage, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        let team = audit.team().iter().map(|member| member.person);
        world.want(self.people.iter().copied().chain(team.clone()))?;
        world.want_lists::<Relation>("person", self.people.iter().copied().chain(team))?;
        let needed = audit.initiation().as_ref().map(|initiation| initiation.areas.as_slice());
        let needed = needed.unwrap_or_default();
        let programme = world.get::<Programme>(*audit.programme())?;
        let place = Place {
            world,
            audit,
            programme,
            ctx: Ctx::new(self.at, manager(programme).unwrap_or_else(|| self.visitor.actor.clone()), [0; 8]),
            uncovered: needed
                .iter()
                .filter(|area| audit.team().iter().all(|member| !member.areas.contains(area)))
                .collect(),
        };
        let members = audit.team().iter().map(|member| self.member(&place, member));
        let areas = needed.iter().map(|area| self.area(&place, area));
        let role = self.role_looked_at(audit);
        let candidates = match is_before_reporting(audit.state()) {
            true => Some(self.candidates(&place, role)?),
            false => None,
        };
        let words = self.words;
        Ok(TeamPage {
            frame: frame(self.visitor, audit, "team"),
            words: words.clone(),
            tabs: tabs(words, self.audit, "team"),
            next: self.next(&place)?,
            members: members.collect::<Result<_, Stop>>()?,
            areas: areas.collect::<Result<_, Stop>>()?,
            is_initiated: audit.initiation().is_some(),
            roles: self.roles(audit, role),
            role: words.word("TeamRole", role.word()),
            candidates,
            more: self
                .last
                .as_ref()
                .map(|last| format!("?role={}&after={last}#candidates-title", role.word())),
            absent_clause: PLAN_ABSENT.clause,
        })
    }

    /// The role that was asked for, or that which the team lacks first.
    fn role_looked_at(&self, audit: &Audit) -> TeamRole {
        let first = if leader(audit).is_none() { TeamRole::Leader } else { TeamRole::Auditor };
        self.role.filter(|role| ROLES.contains(role)).unwrap_or(first)
    }

    fn roles(&self, audit: &Audit, looked_at: TeamRole) -> Vec<Role> {
        let open =
            |role: &TeamRole| *role != TeamRole::Leader || leader(audit).is_none() || *role == looked_at;
        let roles = ROLES.into_iter().filter(open);
        roles
            .map(|role| Role {
                label: self.words.word("TeamRole", role.word()),
                href: format!("?role={}#candidates-title", role.word()),
                current: role == looked_at,
            })
            .collect()
    }

    fn member(&self, place: &Place<'_>, member: &TeamMember) -> Result<Member, Stop> {
        let Place { world, audit, .. } = *place;
        let words = self.words;
        let again = AppointMember {
            audit: self.audit,
            person: member.person,
            role: member.role,
            directed_by: member.directed_by,
            safeguards: member
                .safeguards
                .iter()
                .map(|one| Measure { relation: one.relation, measure: one.measure.clone() })
                .collect(),
        };
        let refused = match is_before_reporting(audit.state()) {
            true => refusals(world, &place.ctx, &again.into())?,
            false => Vec::new(),
        };
        // That they are in the team already, and that it has its leader, is what they are asked about.
        let refused: Vec<Refusal> = refused
            .into_iter()
            .filter(|refusal| ![TEAM_ONCE.id, TEAM_LEADER.id].contains(&refusal.rule.id))
            .collect();
        let breaks = |rule: &Rule| refused.iter().any(|refusal| refusal.rule.id == rule.id);
        let relations = relations(world, member.person, *audit.auditee())?;
        let safeguards = member.safeguards.iter().map(|safeguard| {
            let relation = relations.iter().find(|relation| relation.id() == safeguard.relation);
            let kind = relation.map(|relation| words.word("RelationKind", relation.kind().word()));
            let approved = stamped(world, words, &safeguard.approved)?;
            Ok(words.with_all(
                "team-safeguard",
                &[
                    ("relation", kind.unwrap_or_default().into_word()),
                    ("measure", safeguard.measure.as_str().into_word()),
                    ("approved", approved.into_word()),
                ],
            ))
        });
        let (key, id) = (Key::of(member.person), member.person.to_string());
        let audit_id = self.audit.to_string();
        Ok(Member {
            name: name(world, words, member.person)?,
            href: href(key),
            role: words.word("TeamRole", member.role.word()),
            areas: member.areas.iter().map(|area| words.area(area.as_str())).collect(),
            directed_by: member.directed_by.map(|by| name(world, words, by)).transpose()?,
            safeguards: safeguards.collect::<Result<_, Stop>>()?,
            is_bound: ROLES.contains(&member.role),
            code: !breaks(&TEAM_CODE),
            declared: !breaks(&TEAM_DECLARATION),
            reasons: self.reasons(place, &refused, member.person, member.role)?,
            dismiss: is_before_reporting(audit.state())
                .then(|| act_href("audit.dismiss", &[("audit", &audit_id), ("person", &id)], &self.back())),
        })
    }

    fn area(&self, place: &Place<'_>, area: &Slug) -> Result<Area, Stop> {
        let by = place.audit.team().iter().filter(|member| member.areas.contains(area));
        let by = by.map(|member| name(place.world, self.words, member.person));
        Ok(Area { area: self.words.area(area.as_str()), by: by.collect::<Result<_, Stop>>()? })
    }

    /// Those of this page of the register who are not in the team; who fits comes first.
    fn candidates(&self, place: &Place<'_>, role: TeamRole) -> Result<Vec<Candidate>, Stop> {
        let outside = |person: &&PersonId| !place.audit.team().iter().any(|member| member.person == **person);
        let mut candidates = Vec::new();
        for id in self.people.iter().filter(outside) {
            if let Some(person) = place.world.find::<Person>(*id)? {
                candidates.push(self.candidate(place, person, role)?);
            }
        }
        candidates
            .sort_by(|one, other| one.fit.cmp(&other.fit).then_with(|| Words::order(&one.name, &other.name)));
        Ok(candidates)
    }

    fn candidate(&self, place: &Place<'_>, person: &Person, role: TeamRole) -> Result<Candidate, Stop> {
        let Place { world, audit, programme, .. } = *place;
        let words = self.words;
        let directed = matches!(role, TeamRole::Trainee | TeamRole::TechnicalExpert);
        let directed_by = if directed { leader(audit) } else { None };
        let appoint = AppointMember {
            audit: self.audit,
            person: person.id(),
            role,
            directed_by,
            safeguards: Vec::new(),
        };
        let refused = refusals(world, &place.ctx, &appoint.into())?;
        let fit = if refused.is_empty() {
            Fit::Yes
        } else if refused.iter().all(|refusal| refusal.rule.id == TEAM_SAFEGUARD.id) {
            Fit::WithSafeguards
        } else {
            Fit::No
        };
        let today = self.at.date();
        let brought = competence(programme.policy(), person, role, today).areas();
        let brings = place.uncovered.iter().filter(|area| brought.contains(area));
        let window = audit.window();
        let meets = |from, to: Option<_>| {
            window.to.is_none_or(|last| from <= last) && to.is_none_or(|to| to >= window.from)
        };
        let absences =
            person.absences().iter().filter(|absence| meets(absence.period.from, absence.period.to));
        let absences: Vec<String> = absences.map(|absence| words.period(&absence.period)).collect();
        let bars = self.bars(place, person.id(), role)?;
        Ok(Candidate {
            name: person.name().to_string(),
            href: href(Key::of(person.id())),
            employer: person.employer().to_string(),
            fit,
            brings: brings.map(|area| words.area(area.as_str())).collect(),
            absences,
            reasons: self.reasons(place, &refused, person.id(), role)?,
            appoint: (fit != Fit::No).then(|| self.appoint_href(person.id(), role, directed_by, &bars)),
        })
    }

    /// The form of the appointment, with a measure asked for each relation that bars.
    fn appoint_href(
        &self,
        person: PersonId,
        role: TeamRole,
        directed_by: Option<PersonId>,
        bars: &[Barred],
    ) -> String {
        let mut fields = vec![
            ("audit".to_owned(), self.audit.to_string()),
            ("person".to_owned(), person.to_string()),
            ("role".to_owned(), role.word().to_owned()),
        ];
        fields.extend(directed_by.map(|by| ("directed_by".to_owned(), by.to_string())));
        let relations = bars.iter().enumerate();
        fields
            .extend(relations.map(|(n, bar)| (format!("safeguards/{n}/relation"), bar.relation.to_string())));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        act_href("audit.appoint", &fields, &self.back())
    }

    /// The bars in force, each relation once.
    fn bars(&self, place: &Place<'_>, person: PersonId, role: TeamRole) -> Result<Vec<Barred>, Stop> {
        let related = relations(place.world, person, *place.audit.auditee())?;
        let policy = place.programme.policy();
        let mut barred = bars(policy, &related, role, *place.audit.audit_type(), self.at.date());
        barred.dedup_by_key(|bar| bar.relation);
        Ok(barred)
    }

    /// Refusals by rule, with what breaks each said as the record has it.
    fn reasons(
        &self,
        place: &Place<'_>,
        refused: &[Refusal],
        person: PersonId,
        role: TeamRole,
    ) -> Result<Vec<Reason>, Stop> {
        let mut reasons: Vec<Reason> = Vec::new();
        for refusal in refused {
            let rule = refusal.rule;
            if reasons.iter().any(|known| known.rule == rule.id) {
                continue;
            }
            let details = if rule.id == TEAM_COMPETENCE.id {
                self.unmet(place, person, role)?
            } else if rule.id == TEAM_IMPARTIALITY.id || rule.id == TEAM_SAFEGUARD.id {
                let liftable = rule.id == TEAM_SAFEGUARD.id;
                let bars = self.bars(place, person, role)?;
                bars.iter().filter(|bar| bar.liftable == liftable).map(|bar| self.bar(bar)).collect()
            } else if rule.id == TEAM_CODE.id || rule.id == TEAM_DECLARATION.id {
                Vec::new()
            } else {
                vec![spoken(self.words, &refusal.what)]
            };
            reasons.push(Reason { rule: rule.id, asks: self.words.rule(rule), clause: rule.clause, details });
        }
        Ok(reasons)
    }

    fn unmet(&self, place: &Place<'_>, person: PersonId, role: TeamRole) -> Result<Vec<String>, Stop> {
        let Some(person) = place.world.find::<Person>(person)? else { return Ok(Vec::new()) };
        let shown = competence(place.programme.policy(), person, role, self.at.date());
        let unmet = shown.criteria.iter().filter(|criterion| !criterion.is_met());
        let said = unmet.map(|criterion| {
            self.words.with_all(
                "team-shown",
                &[
                    ("area", self.words.area(criterion.area.as_str()).into_word()),
                    ("by", self.words.word("CredentialKind", criterion.by.word()).into_word()),
                    ("shown", criterion.shown.to_string().into_word()),
                    ("asked", criterion.asked.to_string().into_word()),
                ],
            )
        });
        Ok(said.collect())
    }

    fn bar(&self, bar: &Barred) -> String {
        let words = self.words;
        let kind = words.word("RelationKind", bar.kind.word());
        let kind = bar.part.as_ref().map_or_else(|| kind.clone(), |part| format!("{kind} – {part}"));
        let source = source_said(words, bar.source.as_str());
        match bar.until {
            Some(until) => words.with_all(
                "team-bar",
                &[
                    ("kind", kind.into_word()),
                    ("until", words.date(until).into_word()),
                    ("source", source.into_word()),
                ],
            ),
            None => words.with2("team-bar-open", "kind", kind, "source", source),
        }
    }

    fn next(&self, place: &Place<'_>) -> Result<Option<Next>, Stop> {
        let Place { world, audit, .. } = *place;
        let words = self.words;
        if !is_before_reporting(audit.state()) {
            return Ok(None);
        }
        let id = self.audit.to_string();
        let act = |title: String, command: &str, fields: &[(&str, &str)], missing| Next {
            title,
            clause: TEAM_LEADER.clause,
            said: None,
            missing,
            label: words.command(command),
            href: act_href(command, fields, &self.back()),
        };
        if leader(audit).is_none() {
            let fields = [("audit", id.as_str()), ("role", TeamRole::Leader.word())];
            return Ok(Some(act(words.say("step-leader-next"), "audit.appoint", &fields, Vec::new())));
        }
        let ctx = as_leader(self.visitor, audit, self.at);
        let lacking = before_next_step(world, &ctx, audit, &["team."])?;
        if !lacking.is_empty() {
            let missing = missing(words, &lacking);
            return Ok(Some(act(words.say("team-complete"), "audit.appoint", &[("audit", &id)], missing)));
        }
        if matches!(audit.state(), AuditState::Planned) {
            let next = act(words.say("step-initiate-next"), "audit.initiate", &[("audit", &id)], Vec::new());
            return Ok(Some(Next { clause: "ISO 19011:2018 5.5.2", ..next }));
        }
        if matches!(audit.state(), AuditState::Conducting { .. }) {
            return Ok(None);
        }
        Ok(Some(Next {
            title: words.say("step-documents-next"),
            clause: "ISO 19011:2018 6.3.1",
            said: Some(words.say("team-is-complete")),
            missing: Vec::new(),
            label: words.say("audit-tab-documents"),
            href: format!("/audits/{id}/documents"),
        }))
    }

    fn back(&self) -> String {
        format!("/audits/{}/team", self.audit)
    }
}

/// Who manages the programme.
fn manager(programme: &Programme) -> Option<Actor> {
    let role = programme.roles().iter().find(|role| role.role == ProgrammeRoleKind::Manager)?;
    Some(Actor::Person { person: role.person })
}
