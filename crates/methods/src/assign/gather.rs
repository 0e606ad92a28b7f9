//! The problem of a programme, gathered from its records: what they say, and for what they lack a default that is said.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::audit::{Audit, AuditState, TeamMember};
use assize_domain::auditor::{Person, Relation};
use assize_domain::kernel::datum::{Datum as _, Problem};
use assize_domain::kernel::id::{AuditId, AuditeeId, PersonId};
use assize_domain::kernel::said::{Said, listed, say};
use assize_domain::kernel::text::{Language, Slug};
use assize_domain::kernel::time::{Date, Days, Period};
use assize_domain::programme::{self, PlannedState, Programme};
use assize_domain::words::{AuditMethod, TeamRole};
use serde_json::Value;

use super::problem::{
    AssignmentPolicy, AssignmentProblem, Auditor, Fixed, PlannedAudit, PreviousTeam, Seat, Site,
};
use super::sound::{AUDIT_DAYS_MAX, EXTRAS_MAX, ROLES, TEAM_MAX, WINDOW_DAYS_MAX};

mod people;
mod places;

/// The place where everybody lives and every audit is, as long as nobody says otherwise: no journey is needed.
const ANYWHERE: &str = "anywhere";
/// The working days that an audit takes at the most where the records do not say how many people share its auditor days.
const DAYS_USUAL_MAX: u32 = 5;
/// The roles among whom an audit's auditor days are shared.
const SHARING: [TeamRole; 2] = [TeamRole::Leader, TeamRole::Auditor];

/// The records that a programme's problem is made from.
#[derive(Clone, Copy, Debug)]
pub struct Records<'r> {
    /// The programme.
    pub programme: &'r Programme,
    /// Its planned audits.
    pub planned: &'r [programme::PlannedAudit],
    /// Audits of its auditees: its own, and those before them.
    pub audits: &'r [Audit],
    /// Everybody in the register.
    pub people: &'r [Person],
    /// Relations to its auditees.
    pub relations: &'r [Relation],
    /// Places in the teams of audits of any programme whose fieldwork is not over.
    pub promises: &'r [Promise],
    /// No audit begins before this day.
    pub today: Date,
}

/// A place in the team of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The audit.
    pub audit: AuditId,
    /// The window in which it is to be held.
    pub window: Period,
    /// The auditor days that the team shares.
    pub days_planned: Days,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: TeamRole,
    /// The days of its plan on which they are in a session, in order; none as long as there is no plan.
    pub on: Vec<Date>,
}

/// What the records lack, or what was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The field of the problem for which they lack something; empty where a record was left out.
    pub field: &'static str,
    /// What is lacking, or left out.
    pub what: Said,
    /// What is done instead.
    pub taken: Said,
    /// Of whom or what, by their ids; empty for the whole problem.
    pub of: Vec<String>,
}

/// The problem, and what is to be known of it.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The problem.
    pub problem: AssignmentProblem,
    /// What the records lack, with the default that was taken.
    pub lacking: Vec<Lack>,
    /// What the ids of audits, auditees and people stand for.
    pub names: BTreeMap<String, String>,
    /// Where people live, of those of whom it is known. It counts where journeys are given.
    pub homes: BTreeMap<String, Slug>,
}

/// Gathers the problem.
///
/// # Errors
/// That there is nothing to be staffed, or nobody to be assigned.
pub fn gather(records: &Records<'_>) -> Result<Gathered, Vec<Problem>> {
    let mut lacking = Vec::new();
    let open = open_audits(records, &mut lacking);
    let mut audits: Vec<PlannedAudit> =
        open.iter().filter_map(|planned| audit(records, planned, &mut lacking)).collect();
    if audits.is_empty() {
        return Err(vec![Problem::new(
            "/programme",
            "the programme has no planned audit that is still to be staffed",
            "plan an audit with `planned_audit.plan`, in a window that is not over",
        )]);
    }
    let mut auditors = people::auditors(records, &audits, &mut lacking);
    if !auditors.iter().any(|auditor| auditor.roles.iter().any(|role| SHARING.contains(role))) {
        return Err(vec![Problem::new(
            "/programme",
            "nobody in the register meets the programme's criteria for a leader or an auditor",
            "record what people have with `credential.add`",
        )]);
    }
    places::promised(records, &audits, &mut auditors, &mut lacking);
    let weights = places::open(&mut audits, &auditors, &mut lacking);
    always_lacking(records, &audits, &auditors, &mut lacking);
    let names = names(records);
    let homes = records
        .people
        .iter()
        .filter_map(|person| Some((person.id().to_string(), person.home().clone()?)))
        .collect();
    let policy = AssignmentPolicy {
        bars: Some(records.programme.policy().bars.clone()),
        rotation: records.programme.policy().rotation.clone(),
        weights,
        working_week: Vec::new(),
        holidays: Vec::new(),
    };
    let problem =
        AssignmentProblem { audits, auditors, policy: Some(policy), travel: Vec::new(), search: None };
    Ok(Gathered { problem, lacking, names, homes })
}

impl Gathered {
    /// The problem as JSON, with what is given besides: an audit or an auditor of the same id has its fields over those gathered, one of
    /// another id comes in addition, and every other field stands in place of the one gathered. What is given is lacking no more.
    #[must_use]
    pub fn with(&mut self, given: &Value) -> Value {
        if given.get("travel").is_some() {
            self.at_home();
        }
        let mut problem = self.problem.to_json();
        let (Some(whole), Some(given)) = (problem.as_object_mut(), given.as_object()) else {
            return if given.is_null() { problem } else { given.clone() };
        };
        for (field, value) in given {
            match (whole.get_mut(field), value) {
                (Some(Value::Array(rows)), Value::Array(more))
                    if field == "audits" || field == "auditors" =>
                {
                    for row in more {
                        self.lay(rows, row);
                    }
                }
                (Some(Value::Object(there)), Value::Object(more)) => there.extend(more.clone()),
                _ => {
                    whole.insert(field.clone(), value.clone());
                }
            }
            self.lacking.retain(|lack| lack.field != field.as_str());
        }
        let given_policy = given.get("policy").and_then(Value::as_object);
        let said = |field: &str| given_policy.is_some_and(|policy| policy.contains_key(field));
        self.lacking.retain(|lack| !(lack.of.is_empty() && said(lack.field)));
        problem
    }

    /// Lets everybody of whom it is known travel from where they live.
    fn at_home(&mut self) {
        let mut of = Vec::new();
        for auditor in &mut self.problem.auditors {
            match self.homes.get(auditor.id.as_str()) {
                Some(home) => auditor.home = home.clone(),
                None => of.push(auditor.id.to_string()),
            }
        }
        if !of.is_empty() {
            self.lacking.push(Lack {
                field: "home",
                what: say!("where people live"),
                taken: say!("`{place}`, which the journeys must name", place = ANYWHERE),
                of,
            });
        }
    }

    fn lay(&mut self, rows: &mut Vec<Value>, row: &Value) {
        let id = row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let there =
            rows.iter_mut().find(|there| there.get("id").and_then(Value::as_str) == Some(id.as_str()));
        let (Some(Value::Object(there)), Value::Object(fields)) = (there, row) else {
            rows.push(row.clone());
            return;
        };
        there.extend(fields.clone());
        for lack in self.lacking.iter_mut().filter(|lack| fields.contains_key(lack.field)) {
            lack.of.retain(|of| *of != id);
        }
        self.lacking.retain(|lack| !(lack.of.is_empty() && fields.contains_key(lack.field)));
    }
}

/// The planned audits that are still to be staffed.
fn open_audits<'r>(records: &Records<'r>, lacking: &mut Vec<Lack>) -> Vec<&'r programme::PlannedAudit> {
    let (mut open, mut over, mut under_way, mut endless) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let stands = |planned: &&programme::PlannedAudit| matches!(planned.state(), PlannedState::Planned);
    for planned in records.planned.iter().filter(stands) {
        let id = planned.id().to_string();
        let state = audit_of(records, planned).map(Audit::state);
        let begun = state.is_some_and(|state| {
            !matches!(state, AuditState::Planned | AuditState::Initiated { .. } | AuditState::Prepared { .. })
        });
        match planned.outline().window.to {
            _ if begun => under_way.push(id),
            Some(to) if to < records.today => over.push(id),
            Some(_) => open.push(planned),
            None => endless.push(id),
        }
    }
    let left_out = [
        (under_way, say!("audits that are under way or over")),
        (over, say!("audits whose window is over")),
        (endless, say!("audits whose window has no end")),
    ];
    for (of, what) in left_out.into_iter().filter(|(of, _)| !of.is_empty()) {
        let taken = say!("they are left out");
        lacking.push(Lack { field: "", what, taken, of });
    }
    open
}

fn audit_of<'r>(records: &Records<'r>, planned: &programme::PlannedAudit) -> Option<&'r Audit> {
    let id = planned.id().into();
    records.audits.iter().find(|audit| audit.id() == id)
}

fn audit(
    records: &Records<'_>,
    planned: &programme::PlannedAudit,
    lacking: &mut Vec<Lack>,
) -> Option<PlannedAudit> {
    let outline = planned.outline();
    let opened = audit_of(records, planned);
    let initiation = opened.and_then(|audit| audit.initiation().as_ref());
    let id: Slug = planned.id().to_string().parse().ok()?;
    let mut lack = |field: &'static str, what: Said, taken: Said| {
        let of = vec![id.to_string()];
        match lacking.iter_mut().find(|lack| lack.field == field && lack.what == what && lack.taken == taken)
        {
            Some(lack) => lack.of.extend(of),
            None => lacking.push(Lack { field, what, taken, of }),
        }
    };
    let window = window(records.today, outline.window, &mut lack);
    let fixed = seats(opened.map(Audit::team).map(Vec::as_slice).unwrap_or_default());
    let (team_size, days) = shared(outline.days.hundredths(), window, &fixed);
    let auditor_days = outline.days;
    lack(
        "team_size",
        say!("how many people share the auditor days"),
        say!(
            "a team of {team_size} for {auditor_days} auditor days: {days} working days",
            team_size,
            auditor_days,
            days
        ),
    );
    let competences = initiation.map_or_else(
        || {
            let areas = records.programme.policy().areas(TeamRole::Auditor);
            lack(
                "competences",
                say!("which competence the team must cover: the audit is not initiated"),
                say!("the areas of the policy for auditors: {areas}", areas = listed(areas.iter())),
            );
            areas
        },
        |initiation| initiation.areas.clone(),
    );
    let languages: Vec<Language> =
        initiation.map(|initiation| main_language(&initiation.language)).into_iter().collect();
    if languages.is_empty() {
        lack("languages", say!("the language of the audit: it is not initiated"), say!("any language"));
    }
    let method = initiation.map_or_else(
        || {
            let method = method(&outline.methods);
            if outline.methods.len() != 1 {
                lack(
                    "method",
                    say!("by which of several methods it is carried out"),
                    say!("the one that needs the most journeys: {method}", method),
                );
            }
            method
        },
        |initiation| initiation.method,
    );
    let count = |role: TeamRole| {
        let count = fixed.iter().filter(|seat| seat.role == role).count();
        u8::try_from(count).unwrap_or(EXTRAS_MAX)
    };
    Some(PlannedAudit {
        auditee: planned.auditee().to_string().parse().ok()?,
        audit_type: outline.audit_type,
        window,
        days,
        method,
        sites: ANYWHERE.parse().map(|place| Site { place }).into_iter().collect(),
        competences,
        languages,
        team_size,
        experts_max: Some(count(TeamRole::TechnicalExpert)),
        learning_places: Some(count(TeamRole::Trainee)),
        previous_teams: previous(records, *planned.auditee(), window.from),
        fixed: (!fixed.is_empty()).then_some(Fixed { start: None, members: fixed, whole: None }),
        current: None,
        id,
    })
}

/// The window as far as it is still to come, and not longer than can be planned.
fn window(today: Date, window: Period, lack: &mut impl FnMut(&'static str, Said, Said)) -> Period {
    let from = window.from.max(today);
    let to = window.to.unwrap_or(from);
    if to.days_since(from) < WINDOW_DAYS_MAX {
        return Period { from, to: Some(to) };
    }
    let cut = from.plus_days(u32::try_from(WINDOW_DAYS_MAX - 1).unwrap_or(0));
    lack("window", say!("a window of a year at most"), say!("the window ends on {cut}", cut));
    Period { from, to: Some(cut) }
}

/// How many people share the auditor days, and the working days that it takes them: as few people as keep within the usual days and the
/// window, and no fewer than are in the team already.
fn shared(hundredths: u32, window: Period, fixed: &[Seat]) -> (u8, u8) {
    let auditor_days = hundredths.div_ceil(100).max(1);
    let days = window.to.map_or(0, |to| to.days_since(window.from)) + 1;
    let day = |n: i64| window.from.plus_days(u32::try_from(n).unwrap_or(0));
    let working = (0..days).filter(|n| day(*n).days_since_monday() < 5).count();
    let most = DAYS_USUAL_MAX.min(u32::try_from(working).unwrap_or(DAYS_USUAL_MAX)).max(1);
    let leader = fixed.iter().filter(|seat| seat.role == TeamRole::Leader).count();
    let auditors = fixed.iter().filter(|seat| seat.role == TeamRole::Auditor).count();
    let there = u32::try_from(leader.max(1) + auditors).unwrap_or(1);
    let size = auditor_days.div_ceil(most).max(there).clamp(1, TEAM_MAX.into());
    let days = auditor_days.div_ceil(size).clamp(1, AUDIT_DAYS_MAX.into());
    (u8::try_from(size).unwrap_or(TEAM_MAX), u8::try_from(days).unwrap_or(AUDIT_DAYS_MAX))
}

/// The method that needs the most journeys, where several are planned.
fn method(planned: &[AuditMethod]) -> AuditMethod {
    let first = planned.iter().copied().find(|method| *method != AuditMethod::Remote);
    first.or_else(|| planned.first().copied()).unwrap_or(AuditMethod::OnSite)
}

/// A language without its country: `en` for `en-GB`.
fn main_language(language: &Language) -> Language {
    let main = language.as_str().split('-').next().unwrap_or_default();
    main.parse().unwrap_or_else(|_| language.clone())
}

/// The members of a team in the roles that are given out, each once.
fn seats(team: &[TeamMember]) -> Vec<Seat> {
    let mut seen = BTreeSet::new();
    team.iter()
        .filter(|member| ROLES.contains(&member.role) && seen.insert(member.person))
        .filter_map(|member| Some(Seat { auditor: slug(member.person)?, role: member.role }))
        .collect()
}

fn slug(person: PersonId) -> Option<Slug> {
    person.to_string().parse().ok()
}

/// The teams that completed an audit of the auditee before the window.
fn previous(records: &Records<'_>, auditee: AuditeeId, before: Date) -> Vec<PreviousTeam> {
    let mut teams: Vec<PreviousTeam> = records
        .audits
        .iter()
        .filter(|audit| *audit.auditee() == auditee)
        .filter_map(|audit| match audit.state() {
            AuditState::Completed { completed } => {
                let date = completed.at.date();
                (date < before).then(|| PreviousTeam { date, members: seats(audit.team()) })
            }
            AuditState::Planned
            | AuditState::Initiated { .. }
            | AuditState::Prepared { .. }
            | AuditState::Conducting { .. }
            | AuditState::Reporting { .. }
            | AuditState::Cancelled { .. }
            | AuditState::Terminated { .. }
            | AuditState::NotFeasible { .. } => None,
        })
        .collect();
    teams.sort_by_key(|team| team.date);
    teams
}

/// What the records do not say.
fn always_lacking(
    records: &Records<'_>,
    audits: &[PlannedAudit],
    auditors: &[Auditor],
    lacking: &mut Vec<Lack>,
) {
    let rated: BTreeSet<String> = records
        .people
        .iter()
        .filter(|person| person.day_rate_cents().is_some())
        .map(|person| person.id().to_string())
        .collect();
    let unrated: Vec<String> =
        auditors.iter().map(|auditor| auditor.id.to_string()).filter(|id| !rated.contains(id)).collect();
    if audits.iter().any(|audit| audit.method != AuditMethod::Remote) {
        lacking.push(Lack {
            field: "travel",
            what: say!("journeys: the places of the audits, what a journey takes and costs"),
            taken: say!("no journey is counted; give `travel` and the `sites` of audits"),
            of: Vec::new(),
        });
    }
    if !unrated.is_empty() {
        lacking.push(Lack {
            field: "day_rate_cents",
            what: say!("daily rates"),
            taken: say!("0; workload alone is weighed"),
            of: unrated,
        });
    }
    if records.programme.policy().rotation.is_empty() {
        lacking.push(Lack {
            field: "rotation",
            what: say!("a rule of rotation"),
            taken: say!("anybody may come again and again"),
            of: Vec::new(),
        });
    }
}

fn names(records: &Records<'_>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let planned = records.planned.iter();
    names.extend(planned.map(|planned| (planned.id().to_string(), planned.outline().title.to_string())));
    names.extend(records.people.iter().map(|person| (person.id().to_string(), person.name().to_string())));
    names
}
