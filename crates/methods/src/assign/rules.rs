//! What keeps a person from a role in an audit, whatever the rest of the plan looks like.

use std::fmt;

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

impl fmt::Display for Barred<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(role, []) => {
                write!(f, "holds no role, `{role}` was needed, ISO 19011:2018 5.5.4")
            }
            Self::Role(role, held) => {
                let held = held.iter().map(|role| role.word()).collect::<Vec<_>>().join(", ");
                write!(f, "may be {held}, not {role}, ISO 19011:2018 5.5.4")
            }
            Self::Language(wanted) => {
                let wanted = wanted.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
                write!(f, "speaks none of the audit's languages ({wanted}), ISO 19011:2018 5.5.4")
            }
            Self::Method(method) => write!(f, "does not audit by the method {method}, ISO 19011:2018 A.1"),
            Self::Impartiality(tie, bar) => {
                write!(f, "{}", in_words(tie.kind))?;
                match tie.period.to {
                    Some(to) => write!(f, " until {to}, cooling-off {} months", bar.cooling_months)?,
                    None => write!(f, " since {}, which goes on", tie.period.from)?,
                }
                write!(f, ", {}", bar.source)
            }
            Self::Rotation(rule) => write!(
                f,
                "was in the last {} audits of this auditee in a row, the most that is allowed, {}",
                rule.consecutive_max, rule.source
            ),
            Self::Away(Period { from, to: Some(to) }) => write!(f, "away from {from} to {to}"),
            Self::Away(Period { from, to: None }) => write!(f, "away from {from} on"),
            Self::Unavailable => f.write_str("not available on these dates"),
        }
    }
}

fn in_words(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Employed => "employed by this auditee",
        RelationKind::ManagedArea => "managed the audited area of this auditee",
        RelationKind::Consulted => "consulted for this auditee",
        RelationKind::DidTheWork => "did the work that is audited at this auditee",
        RelationKind::InternalAudit => "carried out internal audits for this auditee",
        RelationKind::Financial => "had a financial interest in this auditee",
        RelationKind::CloseTie => "had a close tie to this auditee",
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
