//! Who has come to an auditee too often in a row (ISO 19011:2018 5.5.4). Questions only: whoever appoints a team asks them.

use super::{Audit, AuditState};
use crate::kernel::id::PersonId;
use crate::kernel::time::Date;
use crate::policy::{Policy, Rotation};
use crate::words::{AuditType, TeamRole};

/// The rule of rotation by which somebody may not come to an auditee again: they were in each of the last completed audits
/// that it counts, in one of its roles. `earlier` are audits of the auditee; those that were not completed count for nothing.
#[must_use]
pub fn worn_out<'p>(
    policy: &'p Policy,
    earlier: &[&Audit],
    person: PersonId,
    role: TeamRole,
    audit_type: AuditType,
) -> Option<&'p Rotation> {
    let mut completed: Vec<(Date, &Audit)> =
        earlier.iter().filter_map(|audit| Some((completed_on(audit)?, *audit))).collect();
    completed.sort_by_key(|(date, audit)| std::cmp::Reverse((*date, audit.id)));
    let came = |audit: &Audit, rule: &Rotation| {
        audit.team.iter().any(|member| member.person == person && rule.roles.contains(&member.role))
    };
    policy.rotation.iter().filter(|rule| rule.is_about(role, audit_type)).find(|rule| {
        let counted = usize::from(rule.consecutive_max);
        completed.len() >= counted && completed.iter().take(counted).all(|(_, audit)| came(audit, rule))
    })
}

/// The day on which an audit was completed, if it was.
fn completed_on(audit: &Audit) -> Option<Date> {
    match &audit.state {
        AuditState::Completed { completed } => Some(completed.at.date()),
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Reporting { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => None,
    }
}

impl Rotation {
    /// Whether the rule is about this role in this type of audit.
    #[must_use]
    pub fn is_about(&self, role: TeamRole, audit_type: AuditType) -> bool {
        self.roles.contains(&role) && self.audit_types.contains(&audit_type)
    }
}
