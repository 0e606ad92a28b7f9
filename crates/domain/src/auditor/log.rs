//! The audit log of a person: what audits they took part in, as what and for how long, kept from the audits themselves
//! (ISO 19011:2018 7.2.4, 7.6).

use crate::audit::{Audit, AuditState, last_day};
use crate::auditee::Auditee;
use crate::kernel::id::{AuditId, AuditeeId, PersonId};
use crate::kernel::macros::data;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::{CriteriaId, Line};
use crate::kernel::time::{Date, Days};
use crate::words::{AuditType, TeamRole};

data! {
    /// An audit in somebody's log.
    pub struct LoggedAudit {
        /// The audit.
        audit: AuditId,
        /// Its title.
        title: Line,
        /// Its type.
        audit_type: AuditType,
        /// The auditee.
        auditee: AuditeeId,
        /// The auditee's name; nothing where its record was erased.
        auditee_name: Option<Line>,
        /// The criteria.
        criteria: Vec<CriteriaId>,
        /// As what the person took part.
        role: TeamRole,
        /// Who directed them, if anybody did.
        directed_by: Option<PersonId>,
        /// The last day at the auditee; nothing while it is yet to come.
        last_day: Option<Date>,
        /// Auditor days of the whole team: used, once the audit is completed; planned, before that.
        days: Days,
        /// Whether fieldwork was carried out to its end.
        carried_out: bool,
    }
}

/// The audit log of a person, the latest audit first; audits that are yet to be held stand before all others.
///
/// # Errors
/// [`Stop::Need`] when records were not loaded.
pub fn audit_log(world: &World, person: PersonId) -> Result<Vec<LoggedAudit>, Stop> {
    let mut log = Vec::new();
    for audit in world.list::<Audit>("people", person)? {
        let Some(member) = audit.team.iter().find(|member| member.person == person) else { continue };
        let completion = audit.completion.as_ref();
        log.push(LoggedAudit {
            audit: audit.id,
            title: audit.title.clone(),
            audit_type: audit.audit_type,
            auditee: audit.auditee,
            auditee_name: world.find::<Auditee>(audit.auditee)?.map(|auditee| auditee.name.clone()),
            criteria: audit
                .initiation
                .as_ref()
                .map(|initiation| initiation.criteria.clone())
                .unwrap_or_default(),
            role: member.role,
            directed_by: member.directed_by,
            last_day: last_day(world, audit)?,
            days: completion.map_or(audit.days_planned, |completion| completion.days_used),
            carried_out: matches!(audit.state, AuditState::Reporting { .. } | AuditState::Completed { .. }),
        });
    }
    log.sort_by_key(|logged| (logged.last_day.is_some(), std::cmp::Reverse(logged.last_day)));
    Ok(log)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::record::World;
    use crate::testing::carry::Carried;
    use crate::testing::{audit_of, id};

    fn titles(world: &World, person: PersonId) -> Vec<(AuditId, TeamRole, bool)> {
        let log = audit_log(world, person).unwrap();
        log.into_iter().map(|logged| (logged.audit, logged.role, logged.carried_out)).collect()
    }

    #[test]
    fn the_log_is_kept_from_the_audits_themselves() {
        let (mut carried, _) = Carried::reporting("minor");
        let cast = carried.bench.cast;
        let mut next = audit_of(&carried.bench, cast.planned, &[(cast.auditor, TeamRole::Leader)]);
        next.id = id(301);
        carried.bench.put(next);
        let world = &carried.bench.world;
        assert_eq!(
            titles(world, cast.auditor),
            [(id(301), TeamRole::Leader, false), (carried.audit, TeamRole::Auditor, true)]
        );
        assert_eq!(titles(world, cast.stranger), []);
        let log = audit_log(world, cast.leader).unwrap();
        assert_eq!(
            (log.len(), log[0].last_day, log[0].directed_by),
            (1, Some(carried.bench.now.date()), None)
        );
        assert_eq!(log[0].criteria.len(), 1);
    }
}
