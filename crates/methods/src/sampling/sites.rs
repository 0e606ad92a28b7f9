//! How many sites of a certification with several sites are audited, after IAF MD 1.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::text::{Line, Text};
use serde_json::{Value, json};

use super::checks::Checks;
use crate::{Outcome, Sheet, Step};

/// Where the numbers come from.
const SOURCE: &str = "IAF MD 1:2018 6.1.3, size of sample";
/// Where the random part comes from.
const RANDOM_SOURCE: &str = "IAF MD 1:2018 6.1.2, selection of sites";
/// Where the rule for sites that may not be sampled comes from.
const ALL_SOURCE: &str = "IAF MD 1:2018 6.2";
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

data! {
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
        /// How many sites there are besides the central function; the sum of the strata where these are given.
        sites: u32,
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
    }
}

/// A part of the sites that is sampled by itself.
struct Group {
    name: String,
    sites: u32,
    audited: u32,
    /// Which stratum it belongs to.
    stratum: usize,
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

fn checked(inputs: &SiteSampleInputs) -> Result<Vec<SiteStratum>, Vec<Problem>> {
    let mut checks = Checks::default();
    checks.positive("/sites", inputs.sites);
    checks.require(
        inputs.sites <= SITES_MAX,
        "/sites",
        format!("`{}` is more than {SITES_MAX}", inputs.sites),
        format!("give at most {SITES_MAX}"),
    );
    let sum: u64 = inputs.strata.iter().map(|stratum| u64::from(stratum.sites)).sum();
    checks.require(
        inputs.strata.is_empty() || sum == u64::from(inputs.sites),
        "/strata",
        format!("have {sum} sites together, not {}", inputs.sites),
        "put every site into one stratum; the central function is in none",
    );
    for (index, stratum) in inputs.strata.iter().enumerate() {
        checks.positive(&format!("/strata/{index}/sites"), stratum.sites);
        new_sites(
            &mut checks,
            &format!("/strata/{index}/new_sites"),
            stratum.new_sites,
            stratum.sites,
            inputs.audit,
        );
        let repeated = inputs.strata.iter().take(index).any(|other| other.name == stratum.name);
        checks.require(
            !repeated,
            &format!("/strata/{index}/name"),
            format!("`{}` is there twice", stratum.name),
            "give each stratum a name of its own",
        );
    }
    new_sites(&mut checks, "/new_sites", inputs.new_sites, inputs.sites, inputs.audit);
    checks.require(
        inputs.strata.is_empty() || inputs.new_sites.is_none(),
        "/new_sites",
        "is given besides strata",
        "give the new sites of each stratum",
    );
    for (index, increase) in inputs.increases.iter().enumerate() {
        checks.positive(&format!("/increases/{index}/sites"), increase.sites);
        let known = increase.stratum.as_ref().map_or(inputs.strata.len() < 2, |name| {
            inputs.strata.iter().any(|stratum| stratum.name == *name)
        });
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
    if inputs.strata.is_empty() {
        let name = "all sites".parse().map_err(|_| Vec::new())?;
        return Ok(vec![SiteStratum { name, sites: inputs.sites, new_sites: inputs.new_sites }]);
    }
    Ok(inputs.strata.clone())
}

fn new_sites(checks: &mut Checks, at: &str, new: Option<u32>, sites: u32, audit: SiteAudit) {
    let new = new.unwrap_or(0);
    checks.require(
        new <= sites,
        at,
        format!("`{new}` is more than the {sites} sites"),
        "count the new sites among the sites",
    );
    checks.require(
        new == 0 || audit != SiteAudit::Initial,
        at,
        "are given for an initial audit",
        "leave them out: at the initial audit every site is new",
    );
}

/// `site-sample`: how many sites are audited, and how many of them are chosen at random.
pub(crate) fn sample(inputs: SiteSampleInputs) -> Result<Outcome, Vec<Problem>> {
    let strata = checked(&inputs)?;
    if let Some(reason) = &inputs.sampling_not_allowed {
        return Ok(all_sites(&inputs, reason));
    }
    let mut steps = Vec::new();
    let mut groups: Vec<Group> = strata
        .iter()
        .enumerate()
        .flat_map(|(place, stratum)| groups(place, stratum, &inputs, &mut steps))
        .collect();
    let mut problems = Vec::new();
    for (index, increase) in inputs.increases.iter().enumerate() {
        let place = increase
            .stratum
            .as_ref()
            .and_then(|name| strata.iter().position(|stratum| stratum.name == *name))
            .unwrap_or(0);
        let mut more = increase.sites;
        for group in groups.iter_mut().filter(|group| group.stratum == place) {
            let added = more.min(group.sites - group.audited);
            group.audited += added;
            more -= added;
        }
        if more > 0 {
            problems.push(Problem::new(
                format!("/increases/{index}/sites"),
                format!("`{}` is more than there are sites left", increase.sites),
                "increase up to all sites at most",
            ));
        }
        steps.push(
            Step::new("increase by risk", increase.reason.to_string(), format!("+ {}", increase.sites))
                .after(SOURCE),
        );
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let total: u32 = groups.iter().map(|group| group.audited).sum();
    let random = total.div_ceil(4);
    steps.push(Step::new("sites", "the sum", total));
    steps.push(Step::new("at random at least", format!("ceil({total} / 4)"), random).after(RANDOM_SOURCE));
    let conclusion = format!(
        "Audit {total} of {} sites, and the central function. At least {random} of them are chosen at random; the others for how different they are, for not having been audited yet, and for what complaints, findings and changes say.",
        inputs.sites
    );
    let listed: Vec<Value> = groups
        .iter()
        .map(|group| json!({ "group": group.name, "sites": group.sites, "audited": group.audited }))
        .collect();
    let result = json!({ "sites": total, "random_at_least": random, "central_function": true, "sampling": true, "groups": listed });
    Ok(Outcome { result, sheet: Sheet { title: title(&inputs), steps, conclusion } })
}

/// The known sites of a stratum, and the new ones, which are sampled as for an initial audit.
fn groups(
    place: usize,
    stratum: &SiteStratum,
    inputs: &SiteSampleInputs,
    steps: &mut Vec<Step>,
) -> Vec<Group> {
    let new = stratum.new_sites.unwrap_or(0);
    let share = fifths(inputs.audit, inputs.not_reduced.is_some());
    let mut found = Vec::new();
    let parts = [
        (stratum.name.to_string(), stratum.sites - new, share),
        (format!("{}, new sites", stratum.name), new, 5),
    ];
    for (name, sites, fifths) in parts.into_iter().filter(|(_, sites, _)| *sites > 0) {
        let factor = match fifths {
            3 => "0.6 x ",
            4 => "0.8 x ",
            _ => "",
        };
        let audited = rooted(sites, fifths);
        let mut working = format!("ceil({factor}sqrt({sites}))");
        if let Some(reason) = inputs.not_reduced.as_ref().filter(|_| fifths == 5) {
            working = format!("{working}, not reduced: {reason}");
        }
        steps.push(Step::new(format!("sites of `{name}`"), working, audited).after(SOURCE));
        found.push(Group { name, sites, audited, stratum: place });
    }
    found
}

/// Where sampling is not allowed: every site at the initial audit and at recertification, 30 % of them each year in between.
fn all_sites(inputs: &SiteSampleInputs, reason: &Text) -> Outcome {
    let (audited, working) = match inputs.audit {
        SiteAudit::Surveillance => {
            let share = (u64::from(inputs.sites) * 3).div_ceil(10);
            (u32::try_from(share).unwrap_or(u32::MAX), format!("ceil(0.3 x {})", inputs.sites))
        }
        SiteAudit::Initial | SiteAudit::Recertification => (inputs.sites, "all sites".to_owned()),
    };
    let steps = vec![
        Step::new("sampling", reason.to_string(), "not allowed").after(ALL_SOURCE),
        Step::new("sites", working, audited).after(ALL_SOURCE),
    ];
    let conclusion = format!(
        "Sampling is not allowed. Audit {audited} of {} sites, and the central function; by the end of the cycle every site was audited.",
        inputs.sites
    );
    let result =
        json!({ "sites": audited, "random_at_least": 0, "central_function": true, "sampling": false });
    Outcome { result, sheet: Sheet { title: title(inputs), steps, conclusion } }
}

fn title(inputs: &SiteSampleInputs) -> String {
    format!("Sites to audit: {} sites besides the central function, {} audit", inputs.sites, inputs.audit)
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
