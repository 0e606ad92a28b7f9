//! What follows from the days of the initial audit: surveillance, recertification, the two stages, time spent auditing, remote time.

use assize_domain::kernel::macros::data;
use assize_domain::kernel::text::Line;
use num_rational::BigRational;
use num_traits::{One as _, Zero as _};
use serde_json::{Map, Value};

use super::rounding::Policy;
use super::tables::ShareTable;
use super::working::{Working, days, percent, printed, whole};
use crate::{Ratio, Step};

data! {
    /// Auditing from afar.
    pub struct Remote {
        /// The share of the time spent auditing.
        share: Ratio,
        /// Why that share suits the audit's objectives.
        reason: Option<Line>,
        /// The accreditation body's approval, where the scheme asks for one.
        approval: Option<Line>,
    }
}

/// What the inputs say of shares.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) stage_1: Option<&'a Ratio>,
    pub(crate) auditing: Option<&'a Ratio>,
    pub(crate) remote: Option<&'a Remote>,
}

impl Wanted<'_> {
    /// Notes every share that the scheme does not allow.
    pub(crate) fn check(self, table: &ShareTable, working: &mut Working) {
        if let Some(share) = self.stage_1
            && (share.0 <= BigRational::zero() || share.0 >= BigRational::one())
        {
            working.problem(
                "/stage_1_share",
                format!("`{share}` leaves one of the stages without time"),
                "give a share between 0 and 1",
            );
        }
        if let Some(share) = self.auditing
            && (*share < table.auditing_least || share.0 > BigRational::one())
        {
            working.problem(
                "/auditing_share",
                format!("`{share}` is outside {} to 1", table.auditing_least),
                format!(
                    "spend at least {} of the audit time auditing, or give your scheme's share under `tables`",
                    percent(&table.auditing_least.0)
                ),
            );
        }
        if let Some(remote) = self.remote {
            remote.check(table, working);
        }
    }
}

impl Remote {
    fn check(&self, table: &ShareTable, working: &mut Working) {
        if self.share.0 < BigRational::zero() || self.share.0 > BigRational::one() {
            working.problem(
                "/remote/share",
                format!("`{}` is not a share", self.share),
                "give a number from 0 to 1",
            );
        }
        let above = table.remote_approval_above.as_ref().filter(|above| self.share > **above);
        if let (Some(above), None) = (above, &self.approval) {
            working.problem(
                "/remote/approval",
                "is missing",
                format!(
                    "above {} remote, {} asks for the accreditation body's approval: name it, or audit more on site",
                    percent(&above.0),
                    table.edition
                ),
            );
        }
        if self.reason.is_none() {
            working.reasons_missing.push("/remote/reason".to_owned());
        }
    }
}

/// The shares of the audits that follow an initial one, and what they rest on.
pub(crate) struct Later {
    pub(crate) surveillance: Ratio,
    pub(crate) recertification: Ratio,
    pub(crate) source: String,
}

impl Later {
    /// Those of a table.
    pub(crate) fn of(table: &ShareTable) -> Self {
        Self {
            surveillance: table.surveillance.clone(),
            recertification: table.recertification.clone(),
            source: table.cited(),
        }
    }
}

/// An initial audit's days, exact and rounded.
pub(crate) struct Initial {
    pub(crate) exact: BigRational,
    pub(crate) rounded: BigRational,
}

impl Initial {
    /// Rounds the days, never below `least`, and shows it.
    pub(crate) fn of(
        exact: BigRational,
        least: &BigRational,
        policy: &Policy,
        working: &mut Working,
    ) -> Self {
        let rounded = policy.round(&exact, least);
        let how = format!("{}, {}, but never below {}", days(&exact), policy.words(), days(least));
        working.step(Step::new("days of the initial audit", how, days(&rounded)));
        Self { exact, rounded }
    }

    /// Surveillance and recertification by a table, from the exact days, into the result.
    pub(crate) fn later_audits(
        &self,
        table: &ShareTable,
        policy: &Policy,
        working: &mut Working,
        result: &mut Map<String, Value>,
    ) {
        self.later(&Later::of(table), policy, working, result);
    }

    /// Surveillance and recertification, from the exact days, into the result.
    pub(crate) fn later(
        &self,
        shares: &Later,
        policy: &Policy,
        working: &mut Working,
        result: &mut Map<String, Value>,
    ) {
        let later = [
            ("surveillance", "surveillance_days", &shares.surveillance),
            ("recertification", "recertification_days", &shares.recertification),
        ];
        for (name, key, share) in later {
            let exact = &self.exact * &share.0;
            let value = policy.round(&exact, &whole(0));
            working.step(
                Step::new(
                    format!("days of a {name} audit"),
                    format!("{} x {share} = {}, {}", days(&self.exact), days(&exact), policy.words()),
                    days(&value),
                )
                .after(shares.source.clone()),
            );
            result.insert(key.to_owned(), printed(&value));
        }
    }

    /// The stages, the time spent auditing and the remote time, into the result.
    pub(crate) fn within(
        &self,
        wanted: Wanted<'_>,
        table: &ShareTable,
        policy: &Policy,
        working: &mut Working,
        result: &mut Map<String, Value>,
    ) {
        if let Some(share) = wanted.stage_1 {
            let exact = &self.rounded * &share.0;
            let first = policy.round(&exact, &whole(0));
            // Rounding must not leave a stage without time.
            let first = if first > whole(0) && first < self.rounded { first } else { exact };
            let second = &self.rounded - &first;
            working.step(
                Step::new(
                    "stage 1",
                    format!("{} x {share}, {}", days(&self.rounded), policy.words()),
                    days(&first),
                )
                .after("the auditing organization's own share; no scheme fixes it"),
            );
            working.step(Step::new(
                "stage 2",
                format!("{} - {}", days(&self.rounded), days(&first)),
                days(&second),
            ));
            result.insert("stage_1_days".to_owned(), printed(&first));
            result.insert("stage_2_days".to_owned(), printed(&second));
        }
        let share = wanted.auditing.unwrap_or(&table.auditing_least);
        let auditing = &self.rounded * &share.0;
        working.step(
            Step::new(
                "of that, spent auditing",
                format!(
                    "{} x {share}; at least {} go to auditing, the rest to planning and reporting",
                    days(&self.rounded),
                    percent(&table.auditing_least.0)
                ),
                days(&auditing),
            )
            .after(table.cited()),
        );
        result.insert("auditing_days_least".to_owned(), printed(&(&self.rounded * &table.auditing_least.0)));
        result.insert("auditing_days".to_owned(), printed(&auditing));
        if let Some(remote) = wanted.remote {
            let from_afar = &auditing * &remote.share.0;
            let reason = remote
                .reason
                .as_ref()
                .map_or_else(|| "no reason is recorded".to_owned(), |reason| format!("reason: {reason}"));
            let approval = remote
                .approval
                .as_ref()
                .map_or_else(String::new, |approval| format!("; approval: {approval}"));
            working.step(
                Step::new(
                    "of that, remote",
                    format!("{} x {}; {reason}{approval}", days(&auditing), remote.share),
                    days(&from_afar),
                )
                .after(table.cited()),
            );
            result.insert("remote_days".to_owned(), printed(&from_afar));
            result.insert("on_site_days".to_owned(), printed(&(&auditing - &from_afar)));
        }
    }
}
