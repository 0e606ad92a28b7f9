//! `audit-time-internal`: an internal audit's days from the minutes of the chosen tests, their samples, the sites and the way there.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Said, listed, say};
use assize_domain::kernel::text::{Line, TestId};
use num_rational::BigRational;
use num_traits::Zero as _;
use serde_json::json;

use super::rounding::{Policy, Rounding};
use super::working::{Working, days, printed, shown, whole};
use crate::{Outcome, Ratio, Sheet, Step};

/// Working minutes of a day unless given: eight hours.
pub const DAY_MINUTES: u32 = 480;
/// The most minutes of anything at once: a thousand days of eight hours.
pub const MINUTES_MAX: u32 = 480_000;
/// The most auditors of a team.
pub const AUDITORS_MAX: u32 = 100;

data! {
    /// An audit test that was chosen.
    pub struct TestTime {
        /// Its id in the catalogue.
        id: TestId,
        /// What it takes without a sample: interviews, walking through, writing up.
        minutes: u32,
        /// How many items are looked at, at each site.
        sample: Option<u32>,
        /// What one item takes.
        minutes_per_item: Option<Ratio>,
        /// The names of the sites where it is carried out; once, wherever the team is, if none is named.
        sites: Vec<Line>,
    }
    /// A site that is visited.
    pub struct SiteTime {
        /// Its name, once in the list.
        name: Line,
        /// How many auditors go there; one unless given.
        auditors: Option<u32>,
        /// The way there and back, for each auditor.
        travel_minutes: Option<u32>,
        /// Opening, daily and closing meetings there, for each auditor.
        meeting_minutes: Option<u32>,
    }
    /// The inputs of `audit-time-internal`.
    pub struct InternalTime {
        /// The tests.
        tests: Vec<TestTime>,
        /// The sites.
        sites: Vec<SiteTime>,
        /// How many auditors share the work; one unless given.
        auditors: Option<u32>,
        /// Preparing, as a share of the time of the tests; nothing unless given.
        preparation_share: Option<Ratio>,
        /// Reporting and following up, as a share of the time of the tests; nothing unless given.
        reporting_share: Option<Ratio>,
        /// Working minutes of a day; 480 unless given.
        day_minutes: Option<u32>,
        /// `exact` unless given.
        round: Option<Rounding>,
        /// The step to round to, in days; 0.5 unless given.
        step: Option<Ratio>,
    }
}

/// Reckons the time of an internal audit.
///
/// # Errors
/// Every problem of the inputs at its place.
pub fn audit_time_internal(inputs: InternalTime) -> Result<Outcome, Vec<Problem>> {
    let mut working = Working::default();
    let policy = Policy::read(inputs.round, inputs.step.as_ref(), &mut working);
    inputs.check(&mut working);
    working.checked()?;

    let tests: BigRational = inputs.tests.iter().map(|test| test.reckon(&mut working)).sum();
    working.step(Step::new("all tests", "their sum", minutes(&tests)));
    let preparation = share_of(say!("preparing"), inputs.preparation_share.as_ref(), &tests, &mut working);
    let reporting = share_of(say!("reporting"), inputs.reporting_share.as_ref(), &tests, &mut working);
    let meetings = per_site(say!("meetings"), &inputs.sites, |site| site.meeting_minutes, &mut working);
    let travel = per_site(say!("travel"), &inputs.sites, |site| site.travel_minutes, &mut working);
    let day = whole(inputs.day_minutes.unwrap_or(DAY_MINUTES));
    let audit = &tests + &preparation + &reporting + &meetings;
    let exact = &audit / &day;
    let audit_days = policy.round(&exact, &whole(0));
    working.step(Step::new(
        "auditor days, without travel",
        say!(
            "{minutes} / {day} = {exact}, {words}",
            minutes = minutes(&audit),
            day = minutes(&day),
            exact = days(&exact),
            words = policy.words()
        ),
        days(&audit_days),
    ));
    let all = (&audit + &travel) / &day;
    let all_days = policy.round(&all, &whole(0));
    working.step(Step::new(
        "auditor days, with travel",
        say!(
            "{minutes} / {day} = {exact}, {words}",
            minutes = minutes(&(&audit + &travel)),
            day = minutes(&day),
            exact = days(&all),
            words = policy.words()
        ),
        days(&all_days),
    ));
    let auditors = inputs.auditors.unwrap_or(1);
    let calendar = (&all / whole(auditors)).ceil();
    working.step(Step::new(
        "working days from first to last, at least",
        say!("{all} / {auditors} auditors, rounded up", all = days(&all), auditors),
        days(&calendar),
    ));
    let result = json!({
        "test_minutes": printed(&tests), "preparation_minutes": printed(&preparation), "reporting_minutes": printed(&reporting),
        "meeting_minutes": printed(&meetings), "travel_minutes": printed(&travel),
        "days": printed(&audit_days), "days_with_travel": printed(&all_days), "exact_days": printed(&exact),
        "calendar_days_least": printed(&calendar), "auditors": auditors, "reasons_missing": [],
    });
    let conclusion = say!(
        "The audit takes {audit_days} of auditors' work and {all_days} with the ways; {auditors} of them need {calendar} at least.",
        audit_days = days(&audit_days),
        all_days = days(&all_days),
        auditors,
        calendar = days(&calendar)
    );
    let title = say!("Time of an internal audit, from its tests");
    Ok(Outcome { result, sheet: Sheet { title, steps: working.steps, conclusion } })
}

fn minutes(value: &BigRational) -> Said {
    say!("{number} min", number = shown(value))
}

fn share_of(what: Said, share: Option<&Ratio>, tests: &BigRational, working: &mut Working) -> BigRational {
    let Some(share) = share else { return BigRational::zero() };
    let value = tests * &share.0;
    working.step(Step::new(what, say!("{tests} x {share}", tests = minutes(tests), share), minutes(&value)));
    value
}

fn per_site(
    what: Said,
    sites: &[SiteTime],
    of: fn(&SiteTime) -> Option<u32>,
    working: &mut Working,
) -> BigRational {
    let mut sum = BigRational::zero();
    for site in sites {
        let Some(each) = of(site) else { continue };
        let auditors = site.auditors.unwrap_or(1);
        let value = whole(u64::from(each) * u64::from(auditors));
        working.step(Step::new(
            say!("{what}, {name}", what = &what, name = &site.name),
            say!("{each} min x {auditors} auditors", each, auditors),
            minutes(&value),
        ));
        sum += value;
    }
    sum
}

impl InternalTime {
    fn check(&self, working: &mut Working) {
        if self.tests.is_empty() {
            working.problem("/tests", "is empty", "choose the tests of the audit first");
        }
        for (index, test) in self.tests.iter().enumerate() {
            test.check(&format!("/tests/{index}"), &self.sites, working);
            if self.tests.iter().take(index).any(|other| other.id == test.id) {
                working.problem(
                    format!("/tests/{index}/id"),
                    say!("`{id}` stands twice", id = &test.id),
                    "list each test once",
                );
            }
        }
        for (index, site) in self.sites.iter().enumerate() {
            let at = format!("/sites/{index}");
            if self.sites.iter().take(index).any(|other| other.name == site.name) {
                working.problem(
                    format!("{at}/name"),
                    say!("`{id}` stands twice", id = &site.name),
                    "list each site once",
                );
            }
            bounded(&format!("{at}/travel_minutes"), site.travel_minutes, 0, MINUTES_MAX, working);
            bounded(&format!("{at}/meeting_minutes"), site.meeting_minutes, 0, MINUTES_MAX, working);
            bounded(&format!("{at}/auditors"), site.auditors, 1, AUDITORS_MAX, working);
        }
        bounded("/auditors", self.auditors, 1, AUDITORS_MAX, working);
        bounded("/day_minutes", self.day_minutes, 60, 1_440, working);
        let shares =
            [("/preparation_share", &self.preparation_share), ("/reporting_share", &self.reporting_share)];
        for (at, share) in shares {
            if share.as_ref().is_some_and(|share| share.0 < BigRational::zero() || share.0 > whole(5)) {
                working.problem(at, "is not a share of the tests' time", "give a number from 0 to 5");
            }
        }
    }
}

fn bounded(at: &str, value: Option<u32>, least: u32, most: u32, working: &mut Working) {
    if let Some(value) = value.filter(|value| !(least..=most).contains(value)) {
        working.problem(
            at,
            say!("is {value}", value),
            say!("give a number from {least} to {most}", least, most),
        );
    }
}

impl TestTime {
    fn check(&self, at: &str, sites: &[SiteTime], working: &mut Working) {
        bounded(&format!("{at}/minutes"), Some(self.minutes), 1, MINUTES_MAX, working);
        match (&self.sample, &self.minutes_per_item) {
            (Some(_), None) => working.problem(
                format!("{at}/minutes_per_item"),
                "is missing",
                "say how long one item of the sample takes",
            ),
            (None, Some(_)) => {
                working.problem(format!("{at}/sample"), "is missing", "say how many items are looked at");
            }
            (Some(sample), Some(each)) => {
                bounded(&format!("{at}/sample"), Some(*sample), 1, MINUTES_MAX, working);
                if each.0 <= BigRational::zero() || each.0 > whole(MINUTES_MAX) {
                    working.problem(
                        format!("{at}/minutes_per_item"),
                        say!("is `{each}`", each),
                        "give minutes above 0",
                    );
                }
            }
            (None, None) => {}
        }
        for (index, name) in self.sites.iter().enumerate() {
            if !sites.iter().any(|site| site.name == *name) {
                working.problem(
                    format!("{at}/sites/{index}"),
                    say!("`{name}` is not among the sites", name),
                    "add it under `sites`, or name one of those",
                );
            }
            if self.sites.iter().take(index).any(|other| other == name) {
                working.problem(
                    format!("{at}/sites/{index}"),
                    say!("`{id}` stands twice", id = name),
                    "name each site once",
                );
            }
        }
    }

    fn reckon(&self, working: &mut Working) -> BigRational {
        let times = self.sites.len().max(1);
        let mut once = whole(self.minutes);
        let mut how = say!("{number} min", number = self.minutes);
        if let (Some(sample), Some(each)) = (self.sample, &self.minutes_per_item) {
            once += whole(sample) * &each.0;
            how = say!("{how} + {sample} items x {each} min", how, sample, each);
        }
        let value = once * whole(times);
        let names: Vec<&str> = self.sites.iter().map(Line::as_str).collect();
        if !names.is_empty() {
            how = say!("({how}) x {times} sites: {names}", how, times, names = listed(&names));
        }
        working.step(Step::new(say!("test {id}", id = &self.id), how, minutes(&value)));
        value
    }
}
