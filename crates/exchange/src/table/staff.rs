//! What the organization keeps of its people's competence, and what a programme has covered, as tables.

use assize_domain::auditee::{Auditee, Organization, organization_id};
use assize_domain::auditor::Person;
use assize_domain::auditor::competence::{clause, met_until, shown};
use assize_domain::kernel::id::{PersonId, ProgrammeId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::programme::PlannedAudit;
use assize_domain::programme::indicators::indicators;
use assize_domain::{Key, World};

use super::registers::{table, version};
use super::{Cell, Table, Wording};

/// What parts the two halves of the id of a credential's row: the person, and the key of the credential.
pub const CREDENTIAL_ID: char = '/';

/// What shows people's competence, a row for each credential; the people in the order of their names. Personal data: who keeps the register
/// takes it out, and nobody else.
///
/// # Errors
/// [`Stop::Need`].
pub fn credentials(world: &World, people: &[PersonId], words: &impl Wording) -> Result<Table, Stop> {
    let mut out = table(
        "credentials",
        &[
            ("credential", 56),
            ("version", 9),
            ("person_name", 28),
            ("email", 30),
            ("employer", 24),
            ("kind", 18),
            ("area", 16),
            ("title", 40),
            ("issuer", 30),
            ("from", 12),
            ("to", 12),
            ("amount", 9),
        ],
        words,
    );
    for person in by_name(world, people)? {
        let version = version(world, Key::of(person.id()))?;
        for credential in person.credentials() {
            out.rows.push(vec![
                Cell::text(format!("{}{CREDENTIAL_ID}{}", person.id(), credential.key)),
                version.clone(),
                Cell::text(person.name()),
                Cell::maybe(person.email().as_ref()),
                Cell::text(person.employer()),
                Cell::text(words.say_word("CredentialKind", credential.kind.word())),
                Cell::text(&credential.area),
                Cell::text(&credential.title),
                Cell::text(&credential.issuer),
                Cell::Date(credential.period.from),
                credential.period.to.map_or(Cell::Empty, Cell::Date),
                credential.amount.map_or(Cell::Empty, |amount| Cell::Number(i64::from(amount))),
            ]);
        }
    }
    Ok(out)
}

/// Who meets which criterion of the organization's policy on a day, and until when. Personal data, as [`credentials`].
///
/// # Errors
/// [`Stop::Need`].
pub fn competence_matrix(
    world: &World,
    people: &[PersonId],
    on: Date,
    words: &impl Wording,
) -> Result<Table, Stop> {
    let mut out = table(
        "competence",
        &[
            ("person", 38),
            ("person_name", 28),
            ("role", 20),
            ("area", 16),
            ("clause", 24),
            ("shown_by", 18),
            ("asked", 9),
            ("shown", 9),
            ("met", 9),
            ("met_until", 12),
        ],
        words,
    );
    let policy = world.find::<Organization>(organization_id())?.map(Organization::policy);
    let criteria = policy.map(|policy| policy.competence.as_slice()).unwrap_or_default();
    for person in by_name(world, people)? {
        // Contacts of auditees stand in the register too; who shows nothing audits nothing.
        if person.credentials().is_empty() {
            continue;
        }
        for criterion in criteria {
            let found = shown(criterion, person, on);
            let until = met_until(criterion, person, on).filter(|_| found.is_met());
            out.rows.push(vec![
                Cell::text(person.id()),
                Cell::text(person.name()),
                Cell::text(words.say_word("TeamRole", criterion.role.word())),
                Cell::text(&criterion.area),
                Cell::text(clause(criterion.role, &criterion.area)),
                Cell::text(words.say_word("CredentialKind", criterion.by.word())),
                Cell::Number(i64::from(found.asked)),
                Cell::Number(i64::from(found.shown)),
                Cell::text(words.say(if found.is_met() { "table-yes" } else { "table-no" })),
                until.map_or(Cell::Empty, Cell::Date),
            ]);
        }
    }
    Ok(out)
}

fn by_name<'w>(world: &'w World, people: &[PersonId]) -> Result<Vec<&'w Person>, Stop> {
    world.want(people.iter().copied())?;
    let mut found = Vec::with_capacity(people.len());
    for person in people {
        found.extend(world.find::<Person>(*person)?);
    }
    found.sort_by_key(|person| (person.name().to_string(), person.id()));
    Ok(found)
}

/// What a programme has covered, and is planned to: a row for each set of criteria in each unit of the extent.
///
/// # Errors
/// [`Stop::Need`]; [`Stop::Refused`] when there is no such programme.
pub fn coverage(
    world: &World,
    programme: ProgrammeId,
    on: Date,
    words: &impl Wording,
) -> Result<Table, Stop> {
    let found = indicators(world, programme, on)?;
    let mut out = table(
        "coverage",
        &[
            ("criteria", 30),
            ("auditee", 30),
            ("unit", 24),
            ("audits_planned", 9),
            ("audits_held", 9),
            ("next_from", 12),
            ("planned_titles", 60),
        ],
        words,
    );
    let planned = found.coverage.iter().flat_map(|cell| &cell.planned).copied();
    world.want(planned.collect::<std::collections::BTreeSet<_>>())?;
    for cell in &found.coverage {
        let auditee = world.find::<Auditee>(cell.auditee)?;
        let unit = cell.unit.as_ref().map(|key| {
            let named = auditee.and_then(|auditee| auditee.units().iter().find(|unit| unit.key == *key));
            named.map_or_else(|| key.to_string(), |unit| unit.name.to_string())
        });
        let (mut titles, mut next): (Vec<String>, Option<Date>) = (Vec::new(), None);
        for id in &cell.planned {
            let Some(planned) = world.find::<PlannedAudit>(*id)? else { continue };
            titles.push(planned.outline().title.to_string());
            let from = planned.outline().window.from;
            if !cell.held.contains(&(*id).into()) {
                next = Some(next.map_or(from, |next| next.min(from)));
            }
        }
        out.rows.push(vec![
            Cell::text(&cell.criteria),
            Cell::maybe(auditee.map(Auditee::name)),
            Cell::maybe(unit),
            Cell::Number(i64::try_from(cell.planned.len()).unwrap_or(i64::MAX)),
            Cell::Number(i64::try_from(cell.held.len()).unwrap_or(i64::MAX)),
            next.map_or(Cell::Empty, Cell::Date),
            Cell::text(titles.join("; ")),
        ]);
    }
    Ok(out)
}
