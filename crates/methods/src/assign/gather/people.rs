//! The people of a programme's problem: in which roles they can be assigned, what they bring, and what stands against them.

use assize_domain::audit::Audit;
use assize_domain::auditor::Person;
use assize_domain::auditor::code::CODE;
use assize_domain::auditor::competence::competence;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::said::say;
use assize_domain::kernel::text::Slug;
use assize_domain::kernel::time::Date;
use assize_domain::policy::Policy;
use assize_domain::words::{CredentialKind, TeamRole};

use super::super::problem::{Auditor, Competence, PlannedAudit, Tie};
use super::{ANYWHERE, Lack, Records, SHARING, main_language, slug};

/// Those who meet the criteria of a leader or an auditor, or else bring an area of need as a technical expert, or else are in
/// training; and those who are in a team already.
pub(super) fn auditors(
    records: &Records<'_>,
    audits: &[PlannedAudit],
    lacking: &mut Vec<Lack>,
) -> Vec<Auditor> {
    let policy = records.programme.policy();
    let on = audits.iter().map(|audit| audit.window.from).min().unwrap_or(records.today);
    let fixed = || audits.iter().filter_map(|audit| audit.fixed.as_ref()).flat_map(|fixed| &fixed.members);
    let (mut found, mut others, mut no_code) = (Vec::new(), Vec::new(), Vec::new());
    for person in records.people {
        let Some(id) = slug(person.id()) else { continue };
        let fits =
            |role: TeamRole| !policy.areas(role).is_empty() && competence(policy, person, role, on).is_met();
        let mut roles: Vec<TeamRole> = SHARING.into_iter().filter(|role| fits(*role)).collect();
        if roles.is_empty() && fits(TeamRole::TechnicalExpert) && brings(records, person, audits, on) {
            roles.push(TeamRole::TechnicalExpert);
        }
        if roles.is_empty() && fits(TeamRole::Trainee) {
            roles.push(TeamRole::Trainee);
        }
        for seat in fixed().filter(|seat| seat.auditor == id) {
            if !roles.contains(&seat.role) {
                roles.push(seat.role);
            }
        }
        if roles.is_empty() {
            others.push(person.id().to_string());
            continue;
        }
        if person.code().as_ref().is_none_or(|accepted| accepted.code.as_str() != CODE) {
            no_code.push(person.id().to_string());
        }
        found.push(auditor(records, person, id, roles, on));
    }
    let notes = [
        (
            others,
            say!("people who meet the criteria of no role that the audits call for"),
            say!("they are left out"),
        ),
        (
            no_code,
            say!("people who have not accepted the code of conduct as it reads now"),
            say!("they are assigned all the same; they accept it before they are appointed"),
        ),
    ];
    for (of, what, taken) in notes.into_iter().filter(|(of, ..)| !of.is_empty()) {
        lacking.push(Lack { field: "", what, taken, of });
    }
    found
}

/// Whether somebody brings an area as a technical expert that an audit asks for.
fn brings(records: &Records<'_>, person: &Person, audits: &[PlannedAudit], on: Date) -> bool {
    let policy = records.programme.policy();
    // What the policy asks of every expert is no area that an audit would call one for.
    let common = policy.areas(TeamRole::TechnicalExpert);
    let brought = areas(policy, person, TeamRole::TechnicalExpert, on);
    let wanted = |area: &Slug| audits.iter().any(|audit| audit.competences.contains(area));
    brought.iter().any(|competence| !common.contains(&competence.area) && wanted(&competence.area))
}

fn auditor(records: &Records<'_>, person: &Person, id: Slug, roles: Vec<TeamRole>, on: Date) -> Auditor {
    let role = roles.first().copied().unwrap_or(TeamRole::Auditor);
    Auditor {
        competences: areas(records.programme.policy(), person, role, on),
        languages: person.languages().iter().map(main_language).collect(),
        methods: Vec::new(),
        available: Vec::new(),
        away: person.absences().iter().map(|absence| absence.period).collect(),
        // A slug that every build reads; the person's own id stands in where it did not.
        home: ANYWHERE.parse().unwrap_or_else(|_| id.clone()),
        day_rate_cents: person.day_rate_cents().unwrap_or(0),
        days_before: None,
        days_max: None,
        month_days_max: None,
        relations: ties(records, person.id()),
        roles,
        id,
    }
}

/// The areas somebody brings: those of the policy in which its criteria are met, for as long as they are, and those of their other
/// credentials.
fn areas(policy: &Policy, person: &Person, role: TeamRole, on: Date) -> Vec<Competence> {
    let asked = policy.areas(role);
    let mut found: Vec<Competence> = competence(policy, person, role, on)
        .areas()
        .into_iter()
        .map(|area| {
            let to = last_day(policy, person, role, &area, on);
            Competence { area, from: Some(on), to }
        })
        .collect();
    for credential in person.credentials().iter().filter(|credential| !asked.contains(&credential.area)) {
        let to = match credential.kind {
            CredentialKind::Education | CredentialKind::Experience => None,
            CredentialKind::Training | CredentialKind::Qualification | CredentialKind::Skill => {
                credential.period.to
            }
        };
        found.push(Competence { area: credential.area.clone(), from: Some(credential.period.from), to });
    }
    found
}

/// The last day on which the criteria in an area are met without a break; none where nothing ends.
fn last_day(policy: &Policy, person: &Person, role: TeamRole, area: &Slug, on: Date) -> Option<Date> {
    let mut ends: Vec<Date> = person
        .credentials()
        .iter()
        .filter(|credential| credential.area == *area)
        .filter_map(|credential| credential.period.to)
        .filter(|end| *end >= on)
        .collect();
    ends.sort_unstable();
    let met = |day: Date| competence(policy, person, role, day).areas().contains(area);
    ends.into_iter().find(|end| !met(end.plus_days(1)))
}

/// The relations of a person to the programme's auditees; one that was answered by safeguards in an audit's team has them.
fn ties(records: &Records<'_>, person: PersonId) -> Vec<Tie> {
    let of_person = records.relations.iter().filter(|relation| *relation.person() == person);
    of_person
        .filter(|relation| relation.withdrawn().is_none())
        .filter_map(|relation| {
            let members =
                records.audits.iter().flat_map(Audit::team).filter(|member| member.person == person);
            let answered = members
                .flat_map(|member| &member.safeguards)
                .any(|safeguard| safeguard.relation == relation.id());
            let safeguards = answered.then(|| "approved when appointed to a team".parse().ok()).flatten();
            let auditee = relation.auditee().to_string().parse().ok()?;
            Some(Tie { auditee, kind: *relation.kind(), period: *relation.period(), safeguards })
        })
        .collect()
}
