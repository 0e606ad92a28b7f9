//! Journeys: from home to the sites in their order and home again.

use std::collections::BTreeMap;

use assize_domain::kernel::text::Slug;
use assize_domain::words::AuditMethod;

use super::problem::{AssignmentProblem, Journey, PlannedAudit};

/// The travel table, to be asked in either direction.
#[derive(Clone, Debug)]
pub(super) struct Travel<'p>(BTreeMap<(&'p Slug, &'p Slug), &'p Journey>);

/// A whole journey of one person for one audit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Trip {
    pub(super) cents: u64,
    /// Working days on the way there.
    pub(super) days_out: u8,
    /// Working days on the way home.
    pub(super) days_back: u8,
}

impl<'p> Travel<'p> {
    pub(super) fn of(problem: &'p AssignmentProblem) -> Self {
        let journeys = problem
            .travel
            .iter()
            .flat_map(|from| from.to.iter().map(move |to| ((&from.from, &to.place), to)));
        Self(journeys.collect())
    }

    /// Cents and days of one way; nothing is paid for staying where one is.
    pub(super) fn leg(&self, from: &Slug, to: &Slug) -> Option<(u64, u8)> {
        if from == to {
            return Some((0, 0));
        }
        let journey = self.0.get(&(from, to)).or_else(|| self.0.get(&(to, from)))?;
        Some((journey.cents.into(), journey.days))
    }

    /// The journey from `home` for the audit; none where it is remote or a leg is not in the table.
    pub(super) fn trip(&self, home: &Slug, audit: &PlannedAudit) -> Trip {
        if audit.method == AuditMethod::Remote {
            return Trip::default();
        }
        let places: Vec<&Slug> = audit.sites.iter().map(|site| &site.place).collect();
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return Trip::default() };
        let leg = |from: &Slug, to: &Slug| self.leg(from, to).unwrap_or_default();
        let between: u64 = places.iter().zip(places.iter().skip(1)).map(|(from, to)| leg(from, to).0).sum();
        let (out, back) = (leg(home, first), leg(last, home));
        Trip { cents: out.0 + between + back.0, days_out: out.1, days_back: back.1 }
    }
}
