//! `audit-time-sites`: an ISMS at several sites, of which a sample is visited, after IAF MD 1.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Said, added, say};
use assize_domain::kernel::text::Line;
use num_rational::BigRational;
use serde_json::{Map, Value, json};

use super::adjust::{Adjusted, Adjustment};
use super::factors::{self, Factors};
use super::persons::{Group, Heads, Part};
use super::rounding::{Policy, Rounding};
use super::shares::Initial;
use super::shorthand::Short;
use super::tables::{Chosen, Edition, OwnTables, named};
use super::working::{Working, change, days, fraction, printed, whole};
use crate::{Outcome, Ratio, Sheet, Step};

/// What bounds the days of several sites.
const SITES: &str =
    "IAF MD 1:2018 7.3: no sampled site is reduced by more than 50 %, whatever the reduction is made of";
/// What bounds their sum.
const SINGLE: &str = "the sum is never below the days for the same persons and complexity at one single site";

data! {
    /// A site, the central function too.
    pub struct Site {
        /// Its name, once in the list.
        name: Line,
        /// The persons there.
        persons: u32,
        /// Those of them with identical activities.
        groups: Vec<Short<Group>>,
        /// Part-time workers, shifts, contractors there.
        parts: Vec<Part>,
        /// Whether this audit visits it; true unless given.
        visited: Option<bool>,
        /// Changes at this site beside those of all, such as for processes that only the central function carries out.
        adjust: Vec<Short<Adjustment>>,
    }
    /// The inputs of `audit-time-sites`.
    pub struct SitesTime {
        /// Every site in the scope.
        sites: Vec<Site>,
        /// The six factors, for all sites.
        factors: Option<Factors>,
        /// Increases and decreases for all sites.
        adjust: Vec<Short<Adjustment>>,
        /// `2024` unless given.
        edition: Option<Short<Edition>>,
        /// `exact` unless given.
        round: Option<Rounding>,
        /// The step to round to, in days; 0.5 unless given.
        step: Option<Ratio>,
        /// The organization's own tables.
        tables: Option<OwnTables>,
    }
}

/// The days of one site.
struct SiteDays {
    name: String,
    effective: u64,
    base: BigRational,
    change: BigRational,
    days: BigRational,
}

/// Reckons the audit time of several sites.
///
/// # Errors
/// Every problem of the inputs at its place.
pub fn audit_time_sites(inputs: SitesTime) -> Result<Outcome, Vec<Problem>> {
    let mut working = Working::default();
    let edition = inputs.edition.as_ref().map_or(Edition::Of2024, |edition| edition.0);
    let tables = Chosen::of(inputs.tables.as_ref(), edition, &mut working)?;
    let policy = Policy::read(inputs.round, inputs.step.as_ref(), &mut working);
    check(&inputs.sites, &mut working);
    let picked = factors::picked(inputs.factors.as_ref(), tables.factors, &mut working);
    let reduction_most = &tables.shares.reduction_most.0;
    let all = Adjusted::of("", picked, &inputs.adjust, reduction_most, &tables.shares.cited(), &mut working);
    working.checked()?;

    let mut visited: Vec<SiteDays> = Vec::new();
    let mut persons = 0_u64;
    for (index, site) in inputs.sites.iter().enumerate() {
        let at = format!("/sites/{index}");
        let (effective, site_days) = site.reckon(&at, &all, &tables, &mut working);
        persons += effective;
        visited.extend(site_days);
    }
    working.checked()?;
    let single_base =
        tables.days.look_up("days by the table, all persons at one site", persons, "/sites", &mut working);
    working.checked()?;
    let single_base = single_base.unwrap_or_else(|| whole(0));
    let single = all.apply(&single_base, &mut working);
    let sum: BigRational = visited.iter().map(|site| site.days.clone()).sum();
    working.step(Step::new("sum of the sites visited", listed(&visited), days(&sum)));
    let exact = sum.clone().max(single.clone());
    let how = if exact == sum {
        say!("{sum} are not below {single}", sum = days(&sum), single = days(&single))
    } else {
        say!(
            "{sum} are below {single}, so that the difference is added where it is needed most",
            sum = days(&sum),
            single = days(&single)
        )
    };
    working.step(Step::new("not below the single site", how, days(&exact)).after(SINGLE));
    let initial = Initial::of(exact, &single, &policy, &mut working);

    let mut result = Map::new();
    result.insert("edition".to_owned(), json!(edition.word()));
    result.insert("effective_persons".to_owned(), json!(persons));
    result.insert("sites".to_owned(), visited.iter().map(SiteDays::to_json).collect());
    result.insert("sum_of_sites_days".to_owned(), printed(&sum));
    result.insert("single_site_days".to_owned(), printed(&single));
    result.insert("days".to_owned(), printed(&initial.rounded));
    result.insert("exact_days".to_owned(), printed(&initial.exact));
    result.insert("raw_adjustment".to_owned(), printed(&all.raw));
    result.insert("capped_adjustment".to_owned(), printed(&all.capped));
    result.insert("to_distribute_days".to_owned(), printed(&(&initial.rounded - &sum)));
    initial.later_audits(tables.shares, &policy, &mut working, &mut result);
    result.insert("table".to_owned(), named(tables.days));
    result.insert("reasons_missing".to_owned(), json!(working.reasons_missing));
    let conclusion = say!(
        "Visiting {visited} of {sites} sites takes {rounded} in an initial audit. Surveillance and recertification are shares of that; where they visit \
         fewer sites, reckon those audits by their own sample.{reasons}",
        visited = visited.len(),
        sites = inputs.sites.len(),
        rounded = days(&initial.rounded),
        reasons = working.on_reasons()
    );
    let title = say!(
        "Audit time of an information security management system at several sites, {edition}",
        edition = &tables.days.edition
    );
    Ok(Outcome { result: Value::Object(result), sheet: Sheet { title, steps: working.steps, conclusion } })
}

fn check(sites: &[Site], working: &mut Working) {
    if !sites.iter().any(|site| site.visited.unwrap_or(true)) {
        working.problem(
            "/sites",
            "none is visited",
            "list the sites, and visit the central function at least",
        );
    }
    for (index, site) in sites.iter().enumerate() {
        if sites.iter().take(index).any(|other| other.name == site.name) {
            working.problem(
                format!("/sites/{index}/name"),
                say!("`{id}` stands twice", id = &site.name),
                "list each site once",
            );
        }
    }
}

fn listed(sites: &[SiteDays]) -> Said {
    let each = sites.iter().map(|site| say!("{name} {days}", name = &site.name, days = days(&site.days)));
    Said::bare(added(each))
}

impl Site {
    /// The effective persons of the site, and its days.
    fn reckon(
        &self,
        at: &str,
        all: &Adjusted,
        tables: &Chosen<'_>,
        working: &mut Working,
    ) -> (u64, Option<SiteDays>) {
        working.step(Step::new(
            "site",
            self.name.to_string(),
            if self.visited.unwrap_or(true) { say!("visited") } else { say!("not visited") },
        ));
        let heads = Heads { at, persons: self.persons, groups: &self.groups, parts: &self.parts };
        let Some(effective) = heads.effective(working) else { return (0, None) };
        if !self.visited.unwrap_or(true) {
            return (effective, None);
        }
        let base = tables.days.look_up("days by the table", effective, &format!("{at}/persons"), working);
        let change = Adjusted::of(at, all.capped.clone(), &self.adjust, &fraction(1, 2), SITES, working);
        let site = base.map(|base| SiteDays {
            name: self.name.to_string(),
            effective,
            days: change.apply(&base, working),
            change: change.capped,
            base,
        });
        (effective, site)
    }
}

impl SiteDays {
    fn to_json(&self) -> Value {
        json!({ "name": self.name, "effective_persons": self.effective, "base_days": printed(&self.base),
            "change": printed(&self.change), "days": printed(&self.days), "in_words": change(&self.change).to_string() })
    }
}
