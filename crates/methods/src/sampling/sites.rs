//! How many sites of a certification with several sites are audited, and which where they are named, after IAF MD 1.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::{Line, Text};
use assize_domain::kernel::time::Date;
use serde_json::{Value, json};

use super::checks::Checks;
use super::site_choice;
use crate::{Outcome, Sheet, Step};

/// Where the numbers come from.
const SOURCE: &str = "IAF MD 1:2018 6.1.3, size of sample";
/// Where the random part comes from.
pub(super) const RANDOM_SOURCE: &str = "IAF MD 1:2018 6.1.2, selection of sites";
/// Where the rule for sites that may not be sampled comes from.
pub(super) const ALL_SOURCE: &str = "IAF MD 1:2018 6.2";
/// What sites are called that are in no stratum.
const ONE_STRATUM: &str = "all sites";
/// The most sites that are reckoned with.
pub const SITES_MAX: u32 = 1_000_000;

words! {
    /// Which audit of the certification cycle.
    pub enum SiteAudit {
        /// The initial audit.
        Initial = "initial",
        /// A surveillance audit.
        Surveillance = "surveillance",
        /// The recertification audit.
        Recertification = "recertification",
    }
}

words! {
    /// How much of something a site has.
    pub enum SiteGrade {
        /// Little.
        Low = "low",
        /// As most.
        Medium = "medium",
        /// Much.
        High = "high",
    }
}

data! {
    /// A site, besides the central function.
    pub struct NamedSite {
        /// What identifies it: its name or its number.
        id: Line,
        /// Its process group: sites alike in process and size are sampled together; all of them where none has a group.
        stratum: Option<Line>,
        /// Why it may not be sampled, where it may not; it is then visited for itself.
        not_samplable: Option<Text>,
        /// How complex its processes are; medium where it is not given.
        complexity: Option<SiteGrade>,
        /// The risk to its information; medium where it is not given.
        risk: Option<SiteGrade>,
        /// What else sets it apart from others: shifts, technology, law.
        features: Vec<Line>,
        /// What speaks for visiting it now: a complaint, findings, a change.
        concern: Option<Text>,
        /// When it was last visited in an audit; never where it is not given.
        last_visited: Option<Date>,
        /// Since when it belongs to the organization, where it is new since the last audit.
        new_since: Option<Date>,
    }

    /// Sites that are alike in process, size and risk, and sampled apart from the others.
    pub struct SiteStratum {
        /// Its name.
        name: Line,
        /// How many sites it has.
        sites: u32,
        /// How many of them are new since the last audit, and so a group of their own; 0 where it is not given.
        new_sites: Option<u32>,
    }

    /// Sites that are audited above the least number.
    pub struct SiteIncrease {
        /// How many more.
        sites: u32,
        /// Which risk asks for it.
        reason: Text,
        /// Of which stratum; needed where there are several.
        stratum: Option<Line>,
    }

    /// Inputs of `site-sample`.
    pub struct SiteSampleInputs {
        /// How many sites there are besides the central function; the sum of the strata where these are given. Needed unless they are named.
        sites: Option<u32>,
        /// Which audit.
        audit: SiteAudit,
        /// How many of the sites are new since the last audit; for sites without strata.
        new_sites: Option<u32>,
        /// The strata; all sites are alike where it is not given.
        strata: Vec<SiteStratum>,
        /// More sites, by risk.
        increases: Vec<SiteIncrease>,
        /// Why sampling is not allowed, where it is not.
        sampling_not_allowed: Option<Text>,
        /// Recertification only: why the sample is not reduced, where the system has not proved effective over the cycle.
        not_reduced: Option<Text>,
        /// The sites by name, in any order that is kept; then it is said which of them to visit, and why.
        named_sites: Vec<NamedSite>,
        /// The seed of the random part, for sites that are named: any line of text, made after the list was fixed.
        seed: Option<Line>,
    }
}

/// A part of the sites that is sampled by itself.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) sites: u32,
    pub(super) audited: u32,
    /// Which stratum it belongs to.
    stratum: usize,
    /// Whether it is that stratum's new sites.
    new: bool,
}

impl NamedSite {
    /// The name of its stratum.
    pub(super) fn stratum_name(&self) -> &str {
        self.stratum.as_ref().map_or(ONE_STRATUM, Line::as_str)
    }

    /// Whether it may be sampled.
    pub(super) fn is_samplable(&self) -> bool {
        self.not_samplable.is_none()
    }

    /// Whether it is sampled with that group.
    pub(super) fn is_of(&self, group: &Group, strata: &[SiteStratum]) -> bool {
        let stratum = strata.get(group.stratum).map(|stratum| stratum.name.as_str());
        self.is_samplable() && stratum == Some(self.stratum_name()) && self.new_since.is_some() == group.new
    }
}

/// The share of the square root, in fifths: the whole, 0.6, 0.8.
fn fifths(audit: SiteAudit, not_reduced: bool) -> u32 {
    match audit {
        SiteAudit::Initial => 5,
        SiteAudit::Surveillance => 3,
        SiteAudit::Recertification if not_reduced => 5,
        SiteAudit::Recertification => 4,
    }
}

/// The least whole number that is not below `fifths / 5 x sqrt(sites)`: the least y with (5 y)^2 >= fifths^2 x sites.
fn rooted(sites: u32, fifths: u32) -> u32 {
    let wanted = u64::from(fifths) * u64::from(fifths) * u64::from(sites);
    let root = wanted.isqrt();
    let root = if root * root == wanted { root } else { root + 1 };
    u32::try_from(root.div_ceil(5)).unwrap_or(u32::MAX)
}

/// The strata, and how many sites they have together.
pub(super) struct Counted {
    pub(super) sites: u32,
    pub(super) strata: Vec<SiteStratum>,
}

fn checked(inputs: &SiteSampleInputs) -> Result<Counted, Vec<Problem>> {
    let mut checks = Checks::default();
    let counted = if inputs.named_sites.is_empty() {
        counted(inputs, &mut checks)
    } else {
        site_choice::counted(inputs, &mut checks)
    };
    let strata = &counted.strata;
    for (index, increase) in inputs.increases.iter().enumerate() {
        checks.positive(&format!("/increases/{index}/sites"), increase.sites);
        let known = increase
            .stratum
            .as_ref()
            .map_or(strata.len() < 2, |name| strata.iter().any(|stratum| stratum.name == *name));
        checks.require(
            known,
            &format!("/increases/{index}/stratum"),
            "is not one of the strata",
            "name the stratum whose sample grows",
        );
    }
    checks.require(
        inputs.not_reduced.is_none() || inputs.audit == SiteAudit::Recertification,
        "/not_reduced",
        "speaks of recertification only",
        "leave it out",
    );
    checks.done()?;
    Ok(counted)
}

/// What is said of sites that are not named.
fn counted(inputs: &SiteSampleInputs, checks: &mut Checks) -> Counted {
    checks.require(
        inputs.seed.is_none(),
        "/seed",
        "is given, and no sites are named that could be drawn",
        "leave it out, or give the sites as `named_sites`",
    );
    let Some(sites) = inputs.sites else {
        checks.problem("/sites", "is missing", "give `sites`, or the sites themselves as `named_sites`");
        return Counted { sites: 0, strata: inputs.strata.clone() };
    };
    checks.positive("/sites", sites);
    checks.require(
        sites <= SITES_MAX,
        "/sites",
        say!("`{sites}` is more than {most}", sites, most = SITES_MAX),
        say!("give at most {most}", most = SITES_MAX),
    );
    let sum: u64 = inputs.strata.iter().map(|stratum| u64::from(stratum.sites)).sum();
    checks.require(
        inputs.strata.is_empty() || sum == u64::from(sites),
        "/strata",
        say!("have {sum} sites together, not {sites}", sum, sites),
        "put every site into one stratum; the central function is in none",
    );
    for (index, stratum) in inputs.strata.iter().enumerate() {
        checks.positive(&format!("/strata/{index}/sites"), stratum.sites);
        let at = format!("/strata/{index}/new_sites");
        new_sites(checks, &at, stratum.new_sites, stratum.sites, inputs.audit);
        let repeated = inputs.strata.iter().take(index).any(|other| other.name == stratum.name);
        checks.require(
            !repeated,
            &format!("/strata/{index}/name"),
            say!("`{id}` is there twice", id = &stratum.name),
            "give each stratum a name of its own",
        );
    }
    new_sites(checks, "/new_sites", inputs.new_sites, sites, inputs.audit);
    checks.require(
        inputs.strata.is_empty() || inputs.new_sites.is_none(),
        "/new_sites",
        "is given besides strata",
        "give the new sites of each stratum",
    );
    let strata =
        if inputs.strata.is_empty() { one_stratum(sites, inputs.new_sites) } else { inputs.strata.clone() };
    Counted { sites, strata }
}

/// All sites as one stratum.
fn one_stratum(sites: u32, new_sites: Option<u32>) -> Vec<SiteStratum> {
    ONE_STRATUM.parse().map(|name| SiteStratum { name, sites, new_sites }).into_iter().collect()
}

fn new_sites(checks: &mut Checks, at: &str, new: Option<u32>, sites: u32, audit: SiteAudit) {
    let new = new.unwrap_or(0);
    checks.require(
        new <= sites,
        at,
        say!("`{new}` is more than the {sites} sites", new, sites),
        "count the new sites among the sites",
    );
    checks.require(
        new == 0 || audit != SiteAudit::Initial,
        at,
        "are given for an initial audit",
        "leave them out: at the initial audit every site is new",
    );
}

/// `site-sample`: how many sites are audited, and how many of them are chosen at random; which, where they are named.
pub(crate) fn sample(inputs: SiteSampleInputs) -> Result<Outcome, Vec<Problem>> {
    let counted = checked(&inputs)?;
    if !inputs.named_sites.is_empty() {
        return site_choice::choose(&inputs, &counted);
    }
    if let Some(reason) = &inputs.sampling_not_allowed {
        return Ok(all_sites(&inputs, counted.sites, reason));
    }
    let mut steps = Vec::new();
    let groups = sized(&counted.strata, &inputs, &mut steps)?;
    let (total, random) = summed(&groups, &mut steps);
    let conclusion = say!(
        "Audit {total} of {sites} sites, and the central function. At least {random} of them are chosen at random; the others for how different they are, for not having been audited yet, and for what complaints, findings and changes say.",
        total,
        sites = &counted.sites,
        random
    );
    let result = json!({
        "sites": total, "random_at_least": random, "central_function": true, "sampling": true, "groups": listed(&groups),
    });
    Ok(Outcome { result, sheet: Sheet { title: title(&inputs, counted.sites), steps, conclusion } })
}

/// The groups in JSON.
pub(super) fn listed(groups: &[Group]) -> Value {
    groups
        .iter()
        .map(|group| json!({ "group": group.name, "sites": group.sites, "audited": group.audited }))
        .collect()
}

/// How many sites are audited in all groups, and how many of them are drawn at least.
pub(super) fn summed(groups: &[Group], steps: &mut Vec<Step>) -> (u32, u32) {
    let total: u32 = groups.iter().map(|group| group.audited).sum();
    let random = total.div_ceil(4);
    steps.push(Step::new("sites", "the sum", total));
    steps
        .push(Step::new("at random at least", say!("ceil({total} / 4)", total), random).after(RANDOM_SOURCE));
    (total, random)
}

/// The groups with their numbers, the increases by risk among them.
pub(super) fn sized(
    strata: &[SiteStratum],
    inputs: &SiteSampleInputs,
    steps: &mut Vec<Step>,
) -> Result<Vec<Group>, Vec<Problem>> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, stratum) in strata.iter().enumerate() {
        groups.extend(groups_of(place, stratum, inputs, steps));
    }
    let mut problems = Vec::new();
    for (index, increase) in inputs.increases.iter().enumerate() {
        let named = increase.stratum.as_ref();
        let place = named.and_then(|name| strata.iter().position(|stratum| stratum.name == *name));
        let mut more = increase.sites;
        for group in groups.iter_mut().filter(|group| group.stratum == place.unwrap_or(0)) {
            let added = more.min(group.sites - group.audited);
            group.audited += added;
            more -= added;
        }
        if more > 0 {
            problems.push(Problem::new(
                format!("/increases/{index}/sites"),
                say!("`{sites}` is more than there are sites left", sites = &increase.sites),
                "increase up to all sites at most",
            ));
        }
        steps.push(
            Step::new(
                "increase by risk",
                increase.reason.to_string(),
                say!("+ {sites}", sites = &increase.sites),
            )
            .after(SOURCE),
        );
    }
    if problems.is_empty() { Ok(groups) } else { Err(problems) }
}

/// The known sites of a stratum, and the new ones, which are sampled as for an initial audit.
fn groups_of(
    place: usize,
    stratum: &SiteStratum,
    inputs: &SiteSampleInputs,
    steps: &mut Vec<Step>,
) -> Vec<Group> {
    let new = stratum.new_sites.unwrap_or(0);
    let share = fifths(inputs.audit, inputs.not_reduced.is_some());
    let mut found = Vec::new();
    let parts = [
        (stratum.name.to_string(), stratum.sites - new, share, false),
        (format!("{}, new sites", stratum.name), new, 5, true),
    ];
    for (name, sites, fifths, new) in parts.into_iter().filter(|(_, sites, ..)| *sites > 0) {
        let factor = match fifths {
            3 => "0.6 x ",
            4 => "0.8 x ",
            _ => "",
        };
        let audited = rooted(sites, fifths);
        let mut working = say!("ceil({factor}sqrt({sites}))", factor, sites);
        if let Some(reason) = inputs.not_reduced.as_ref().filter(|_| fifths == 5) {
            working = say!("{working}, not reduced: {reason}", working, reason);
        }
        steps.push(Step::new(say!("sites of `{name}`", name = &name), working, audited).after(SOURCE));
        found.push(Group { name, sites, audited, stratum: place, new });
    }
    found
}

/// How many of the sites that may not be sampled are visited: every one at the initial audit and at recertification, 30 % of them
/// each year in between.
pub(super) fn unsampled(sites: u32, audit: SiteAudit) -> (u32, Said) {
    match audit {
        SiteAudit::Surveillance => {
            let share = (u64::from(sites) * 3).div_ceil(10);
            (u32::try_from(share).unwrap_or(u32::MAX), say!("ceil(0.3 x {sites})", sites))
        }
        SiteAudit::Initial | SiteAudit::Recertification => (sites, say!("all sites")),
    }
}

fn all_sites(inputs: &SiteSampleInputs, sites: u32, reason: &Text) -> Outcome {
    let (audited, working) = unsampled(sites, inputs.audit);
    let steps = vec![
        Step::new("sampling", reason.to_string(), say!("not allowed")).after(ALL_SOURCE),
        Step::new("sites", working, audited).after(ALL_SOURCE),
    ];
    let conclusion = say!(
        "Sampling is not allowed. Audit {audited} of {sites} sites, and the central function; by the end of the cycle every site was audited.",
        audited,
        sites
    );
    let result =
        json!({ "sites": audited, "random_at_least": 0, "central_function": true, "sampling": false });
    Outcome { result, sheet: Sheet { title: title(inputs, sites), steps, conclusion } }
}

/// What is reckoned.
pub(super) fn title(inputs: &SiteSampleInputs, sites: u32) -> Said {
    say!(
        "Sites to audit: {sites} sites besides the central function, {audit} audit",
        sites,
        audit = &inputs.audit
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_rounded_up_and_never_wrong_at_squares() {
        for sites in 1..5_000u32 {
            for fifths in [3u32, 4, 5] {
                let wanted = u64::from(fifths).pow(2) * u64::from(sites);
                let meets = |audited: u32| (5 * u64::from(audited)).pow(2) >= wanted;
                let audited = rooted(sites, fifths);
                assert!(meets(audited) && !meets(audited - 1), "{sites} {fifths}");
                assert!(audited <= sites);
            }
        }
        assert_eq!(rooted(SITES_MAX, 5), 1_000);
        assert_eq!(rooted(100, 3), 6);
        assert_eq!(rooted(100, 4), 8);
    }
}
