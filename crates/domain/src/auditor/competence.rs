//! Was this person competent for this role on this date, and by what evidence (ISO 19011:2018 7.2.3, 7.2.4)? Questions
//! only: answered from the policy's criteria and what the record says of the person, so that the answer for a day
//! in the past is the same for ever.

use super::{Credential, Person};
use crate::kernel::macros::data;
use crate::kernel::text::Slug;
use crate::kernel::time::{Date, Period};
use crate::policy::{CompetenceCriterion, Policy};
use crate::words::{CredentialKind, TeamRole};

data! {
    /// The answer to the question whether somebody was competent for a role on a date.
    pub struct Competence {
        /// The role.
        role: TeamRole,
        /// The date.
        on: Date,
        /// Each criterion of the policy for the role, with what the person shows.
        criteria: Vec<CriterionShown>,
    }

    /// A criterion of competence, what is asked and what is shown.
    pub struct CriterionShown {
        /// The area of competence.
        area: Slug,
        /// What shows it.
        by: CredentialKind,
        /// How much is asked: months of experience, hours of training; 1 where having it is enough.
        asked: u32,
        /// How much is shown, in the same unit.
        shown: u32,
        /// The credentials that count, by their keys.
        credentials: Vec<Slug>,
    }
}

impl CriterionShown {
    /// Whether enough is shown.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.shown >= self.asked
    }
}

impl Competence {
    /// Whether every criterion of the role is met.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.criteria.iter().all(CriterionShown::is_met)
    }

    /// The areas in which every criterion of the role is met, in the order of the policy.
    #[must_use]
    pub fn areas(&self) -> Vec<Slug> {
        let mut areas: Vec<Slug> = Vec::new();
        for criterion in &self.criteria {
            let met =
                self.criteria.iter().filter(|other| other.area == criterion.area).all(CriterionShown::is_met);
            if met && !areas.contains(&criterion.area) {
                areas.push(criterion.area.clone());
            }
        }
        areas
    }
}

/// What a person shows on a date for each criterion that the policy has for a role.
#[must_use]
pub fn competence(policy: &Policy, person: &Person, role: TeamRole, on: Date) -> Competence {
    let criteria = policy.competence.iter().filter(|criterion| criterion.role == role);
    Competence { role, on, criteria: criteria.map(|criterion| shown(criterion, person, on)).collect() }
}

/// The last day on which a criterion that is met on a date goes on being met by what the record holds; none where
/// nothing of it ends.
#[must_use]
pub fn met_until(criterion: &CompetenceCriterion, person: &Person, on: Date) -> Option<Date> {
    let mut ends: Vec<Date> = ends(criterion, person).filter(|end| *end >= on).collect();
    ends.sort_unstable();
    ends.into_iter().find(|end| !shown(criterion, person, end.plus_days(1)).is_met())
}

/// The last day before a date on which a criterion that is not met on it was met; none where it never was.
#[must_use]
pub fn met_last(criterion: &CompetenceCriterion, person: &Person, on: Date) -> Option<Date> {
    let mut ends: Vec<Date> = ends(criterion, person).filter(|end| *end < on).collect();
    ends.sort_unstable();
    ends.into_iter().rev().find(|end| shown(criterion, person, *end).is_met())
}

/// The last days of what may count for a criterion.
fn ends<'p>(criterion: &'p CompetenceCriterion, person: &'p Person) -> impl Iterator<Item = Date> + 'p {
    let counting =
        person.credentials.iter().filter(|one| one.area == criterion.area && one.kind == criterion.by);
    counting.filter_map(|credential| credential.period.to)
}

/// The clause of ISO 19011:2018 that a criterion of a role in an area comes from: the generic knowledge of auditors, that
/// of leaders, or that of a discipline or sector.
#[must_use]
pub fn clause(role: TeamRole, area: &Slug) -> &'static str {
    match (area.as_str(), role) {
        ("audit", TeamRole::Leader) => "ISO 19011:2018 7.2.3.4",
        (
            "audit",
            TeamRole::Auditor
            | TeamRole::Trainee
            | TeamRole::TechnicalExpert
            | TeamRole::Observer
            | TeamRole::Guide
            | TeamRole::Interpreter,
        ) => "ISO 19011:2018 7.2.3.2",
        _ => "ISO 19011:2018 7.2.3.3",
    }
}

/// What a person shows on a date for one criterion.
#[must_use]
pub fn shown(criterion: &CompetenceCriterion, person: &Person, on: Date) -> CriterionShown {
    let counting: Vec<&Credential> =
        person.credentials.iter().filter(|credential| counts(credential, criterion, on)).collect();
    let amount = if criterion.by == CredentialKind::Experience {
        experience(&counting, on)
    } else {
        counting.iter().fold(0u32, |sum, credential| sum.saturating_add(credential.amount.unwrap_or(1)))
    };
    CriterionShown {
        area: criterion.area.clone(),
        by: criterion.by,
        asked: criterion.amount_min,
        shown: amount,
        credentials: counting.iter().map(|credential| credential.key.clone()).collect(),
    }
}

/// Education and experience are had for good; what else there is counts within its period alone.
fn counts(credential: &Credential, criterion: &CompetenceCriterion, on: Date) -> bool {
    let in_time = match credential.kind {
        CredentialKind::Education | CredentialKind::Experience => credential.period.from <= on,
        CredentialKind::Training | CredentialKind::Qualification | CredentialKind::Skill => {
            credential.period.holds(on)
        }
    };
    in_time && credential.area == criterion.area && credential.kind == criterion.by
}

/// Months of experience by a date: no more of each than passed in it, and no more of all than passed in them together,
/// so that two posts held at once count once.
fn experience(counting: &[&Credential], on: Date) -> u32 {
    let mut total = 0u32;
    let mut spans: Vec<(Date, Date)> = Vec::new();
    for credential in counting {
        let Period { from, to } = credential.period;
        let to = to.map_or(on, |to| to.min(on));
        spans.push((from, to));
        total = total.saturating_add(months_between(from, to, credential.amount.unwrap_or(MONTHS_MAX)));
    }
    spans.sort_unstable();
    let mut merged: Vec<(Date, Date)> = Vec::new();
    for (from, to) in spans {
        match merged.last_mut() {
            Some((_, last)) if from <= last.plus_days(1) => *last = to.max(*last),
            _ => merged.push((from, to)),
        }
    }
    let passed =
        merged.iter().fold(0u32, |sum, &(from, to)| sum.saturating_add(months_between(from, to, MONTHS_MAX)));
    total.min(passed)
}

/// The most months that are counted in one span: a hundred years.
const MONTHS_MAX: u32 = 1_200;

/// Whole calendar months from the first day to the last, both of them counted in, but no more than `at_most`.
pub(super) fn months_between(from: Date, to: Date, at_most: u32) -> u32 {
    let end = to.plus_days(1);
    (1..=at_most.min(MONTHS_MAX)).take_while(|&months| from.plus_months(months) <= end).last().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Bench, credential, date, period, slugs, t};

    fn answer(bench: &Bench, role: TeamRole, on: &str) -> Competence {
        competence(&Policy::default(), bench.get::<Person>(bench.cast.auditor), role, date(on))
    }

    #[test]
    fn months_are_whole_and_bounded() {
        for (from, to, months) in [
            ("2026-01-01", "2026-01-31", 1),
            ("2026-01-01", "2026-01-30", 0),
            ("2026-01-15", "2026-03-14", 2),
            ("2024-01-31", "2024-02-29", 1),
            ("2026-02-01", "2026-01-01", 0),
        ] {
            assert_eq!(months_between(date(from), date(to), 99), months, "{from} {to}");
        }
        assert_eq!(months_between(date("2000-01-01"), date("2026-01-01"), 7), 7);
    }

    #[test]
    fn somebody_is_competent_by_what_the_record_holds_on_that_day() {
        let mut bench = Bench::standing();
        let now = answer(&bench, TeamRole::Auditor, "2026-09-01");
        assert!(now.is_met(), "{now:#?}");
        assert!(now.criteria.iter().all(|criterion| !criterion.credentials.is_empty()));
        assert_eq!(now.areas(), Policy::default().areas(TeamRole::Auditor));
        let before = answer(&bench, TeamRole::Auditor, "2019-12-31");
        assert!(!before.is_met());
        assert!(
            before.criteria.iter().all(|criterion| criterion.shown == 0 && criterion.credentials.is_empty())
        );
        bench.change::<Person>(bench.cast.auditor, |person| {
            person.credentials.retain(|c| c.area.as_str() != "isms")
        });
        let without = answer(&bench, TeamRole::Auditor, "2026-09-01");
        assert!(!without.is_met() && !without.areas().contains(&t("isms")));
    }

    #[test]
    fn what_has_lapsed_counts_no_longer_but_experience_and_education_stay() {
        let mut bench = Bench::standing();
        let auditor = bench.cast.auditor;
        let until = |key, kind, amount| Credential {
            period: period("2020-01-01", Some("2024-12-31")),
            ..credential(key, kind, "cloud", amount)
        };
        bench.change::<Person>(auditor, |person| {
            person.credentials = vec![
                until("course", CredentialKind::Training, Some(40)),
                until("work", CredentialKind::Experience, Some(60)),
                until("degree", CredentialKind::Education, None),
            ];
        });
        let criterion =
            |by| CompetenceCriterion { role: TeamRole::Auditor, area: t("cloud"), by, amount_min: 1 };
        let shown = |by, on| shown(&criterion(by), bench.get::<Person>(auditor), date(on)).shown;
        assert_eq!(
            (shown(CredentialKind::Training, "2024-12-31"), shown(CredentialKind::Training, "2025-01-01")),
            (40, 0)
        );
        assert_eq!(shown(CredentialKind::Experience, "2025-01-01"), 60);
        assert_eq!(shown(CredentialKind::Experience, "2020-12-31"), 12);
        assert_eq!(shown(CredentialKind::Education, "2025-01-01"), 1);
    }

    #[test]
    fn a_criterion_says_until_when_it_is_met_and_until_when_it_was() {
        let mut bench = Bench::standing();
        let auditor = bench.cast.auditor;
        let course = |key, from, to| Credential {
            period: period(from, Some(to)),
            ..credential(key, CredentialKind::Training, "cloud", Some(20))
        };
        bench.change::<Person>(auditor, |person| {
            person.credentials =
                vec![course("one", "2023-01-01", "2024-12-31"), course("two", "2024-01-01", "2025-12-31")];
        });
        let criterion = |amount_min| CompetenceCriterion {
            role: TeamRole::Auditor,
            area: t("cloud"),
            by: CredentialKind::Training,
            amount_min,
        };
        let person = bench.get::<Person>(auditor);
        assert_eq!(met_until(&criterion(20), person, date("2024-06-01")), Some(date("2025-12-31")));
        assert_eq!(met_until(&criterion(40), person, date("2024-06-01")), Some(date("2024-12-31")));
        assert_eq!(met_last(&criterion(40), person, date("2026-06-01")), Some(date("2024-12-31")));
        assert_eq!(met_last(&criterion(41), person, date("2026-06-01")), None);
    }

    #[test]
    fn two_posts_held_at_once_count_once() {
        let mut bench = Bench::standing();
        let auditor = bench.cast.auditor;
        let post = |key, from, to| Credential {
            period: period(from, Some(to)),
            ..credential(key, CredentialKind::Experience, "isms", None)
        };
        bench.change::<Person>(auditor, |person| {
            person.credentials =
                vec![post("one", "2020-01-01", "2021-12-31"), post("two", "2021-01-01", "2022-12-31")];
        });
        let criterion = CompetenceCriterion {
            role: TeamRole::Auditor,
            area: t("isms"),
            by: CredentialKind::Experience,
            amount_min: 1,
        };
        let found = shown(&criterion, bench.get::<Person>(auditor), date("2026-01-01"));
        assert_eq!((found.shown, found.credentials), (36, slugs(&["one", "two"])));
    }
}
