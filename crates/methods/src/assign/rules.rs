//! What keeps a person from a role in an audit, whatever the rest of the plan looks like.

use std::fmt;

use assize_domain::kernel::said::{Said, listed, say};
use assize_domain::kernel::text::Language;
use assize_domain::kernel::time::{Date, Period};
use assize_domain::policy::Bar;
use assize_domain::words::{AuditMethod, RelationKind, TeamRole};

use super::problem::{Auditor, PlannedAudit, Rotation, Tie};

/// A rule that bars, with the facts that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Barred<'p> {
    /// The person does not hold the role.
    Role(TeamRole, &'p [TeamRole]),
    /// The person speaks none of the audit's languages.
    Language(&'p [Language]),
    /// The person does not audit by this method.
    Method(AuditMethod),
    /// A relation to the auditee.
    Impartiality(&'p Tie, &'p Bar),
    /// The person came too often in a row.
    Rotation(&'p Rotation),
    /// The person is away.
    Away(&'p Period),
    /// The person is not there yet, or no more.
    Unavailable,
}

impl Barred<'_> {
    /// The rule's key.
    pub(super) fn rule(&self) -> &'static str {
        match self {
            Self::Role(..) => "role",
            Self::Language(_) => "language",
            Self::Method(_) => "method",
            Self::Impartiality(..) => "impartiality",
            Self::Rotation(_) => "rotation",
            Self::Away(_) | Self::Unavailable => "availability",
        }
    }
}

impl Barred<'_> {
    /// The rule in words.
    pub(super) fn said(&self) -> Said {
        match self {
            Self::Role(role, []) => say!("holds no role, `{role}` was needed, ISO 19011:2018 5.5.4", role),
            Self::Role(role, held) => {
                say!("may be {held}, not {role}, ISO 19011:2018 5.5.4", held = listed(held.iter()), role)
            }
            Self::Language(wanted) => say!(
                "speaks none of the audit's languages ({wanted}), ISO 19011:2018 5.5.4",
                wanted = listed(wanted.iter())
            ),
            Self::Method(method) => say!("does not audit by the method {method}, ISO 19011:2018 A.1", method),
            Self::Impartiality(tie, bar) => {
                let (relation, source) = (in_words(tie.kind), &bar.source);
                match tie.period.to {
                    Some(to) => say!(
                        "{relation} until {to}, cooling-off {months} months, {source}",
                        relation,
                        to,
                        months = bar.cooling_months,
                        source
                    ),
                    None => say!(
                        "{relation} since {from}, which goes on, {source}",
                        relation,
                        from = tie.period.from,
                        source
                    ),
                }
            }
            Self::Rotation(rule) => say!(
                "was in the last {count} audits of this auditee in a row, the most that is allowed, {source}",
                count = rule.consecutive_max,
                source = &rule.source
            ),
            Self::Away(Period { from, to: Some(to) }) => say!("away from {from} to {to}", from, to),
            Self::Away(Period { from, to: None }) => say!("away from {from} on", from),
            Self::Unavailable => say!("not available on these dates"),
        }
    }
}

impl fmt::Display for Barred<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

fn in_words(kind: RelationKind) -> Said {
    match kind {
        RelationKind::Employed => say!("employed by this auditee"),
        RelationKind::ManagedArea => say!("managed the audited area of this auditee"),
        RelationKind::Consulted => say!("consulted for this auditee"),
        RelationKind::DidTheWork => say!("did the work that is audited at this auditee"),
        RelationKind::InternalAudit => say!("carried out internal audits for this auditee"),
        RelationKind::Financial => say!("had a financial interest in this auditee"),
        RelationKind::CloseTie => say!("had a close tie to this auditee"),
    }
}

/// What bars the person from the role on any date.
pub(super) fn standing<'p>(
    audit: &'p PlannedAudit,
    auditor: &'p Auditor,
    role: TeamRole,
    rotations: &'p [Rotation],
) -> Option<Barred<'p>> {
    if !auditor.roles.contains(&role) {
        return Some(Barred::Role(role, &auditor.roles));
    }
    if !audit.languages.is_empty() && !audit.languages.iter().any(|spoken| auditor.languages.contains(spoken))
    {
        return Some(Barred::Language(&audit.languages));
    }
    if !auditor.methods.is_empty() && !auditor.methods.contains(&audit.method) {
        return Some(Barred::Method(audit.method));
    }
    rotations.iter().find(|rule| is_worn_out(audit, auditor, role, rule)).map(Barred::Rotation)
}

/// Whether the person was in each of the last audits that the rule counts, in one of its roles.
fn is_worn_out(audit: &PlannedAudit, auditor: &Auditor, role: TeamRole, rule: &Rotation) -> bool {
    if !rule.is_about(role, audit.audit_type) {
        return false;
    }
    let mut teams: Vec<_> = audit.previous_teams.iter().collect();
    teams.sort_by_key(|team| std::cmp::Reverse(team.date));
    let counted = usize::from(rule.consecutive_max);
    teams.len() >= counted
        && teams.iter().take(counted).all(|team| {
            team.members.iter().any(|seat| seat.auditor == auditor.id && rule.roles.contains(&seat.role))
        })
}

/// The relation that bars the person from the role in an audit from `first` to `last`: one that lasts or cools off on one of these days.
pub(super) fn partial<'p>(
    audit: &PlannedAudit,
    auditor: &'p Auditor,
    role: TeamRole,
    bars: &'p [Bar],
    (first, last): (Date, Date),
) -> Option<Barred<'p>> {
    let ties = auditor.relations.iter().filter(|tie| tie.auditee == audit.auditee && tie.period.from <= last);
    ties.flat_map(|tie| bars.iter().map(move |bar| (tie, bar)))
        .filter(|(tie, bar)| bar.is_about(tie.kind, role, audit.audit_type))
        .filter(|(tie, bar)| !(bar.liftable && tie.safeguards.is_some()))
        .find(|(tie, bar)| tie.period.to.is_none_or(|to| first <= to.plus_months(bar.cooling_months)))
        .map(|(tie, bar)| Barred::Impartiality(tie, bar))
}

/// What keeps the person from working on that date.
pub(super) fn absent<'p>(auditor: &'p Auditor, date: Date) -> Option<Barred<'p>> {
    if let Some(away) = auditor.away.iter().find(|period| period.holds(date)) {
        return Some(Barred::Away(away));
    }
    let open = auditor.available.is_empty() || auditor.available.iter().any(|period| period.holds(date));
    (!open).then_some(Barred::Unavailable)
}
