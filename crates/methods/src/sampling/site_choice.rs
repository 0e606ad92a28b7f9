//! Which of the named sites are visited: some drawn, the others for what speaks for them, each with its reason.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::{self, Arg, Said, Tell, say};
use assize_domain::kernel::text::{Line, Text};
use assize_domain::kernel::time::Date;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::allocation::proportional;
use super::checks::Checks;
use super::draw::Pool;
use super::generator::{ALGORITHM, Generator};
use super::sites::{
    ALL_SOURCE, Counted, Group, NamedSite, RANDOM_SOURCE, SiteAudit, SiteGrade, SiteSampleInputs,
    SiteStratum, listed, sized, summed, title, unsampled,
};
use crate::{Outcome, Sheet, Step};

/// Where the rules of the choice stand.
const SOURCE: &str = "IAF MD 1:2018 6.1.2; Assize's published method of drawing, sites by name";

/// Why a site is visited, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Draw,
    Concern,
    NotVisited,
    Difference,
    LongestAgo,
    NotSamplable,
}

impl By {
    const fn word(self) -> &'static str {
        match self {
            Self::Draw => "random",
            Self::Concern => "concern",
            Self::NotVisited => "not_visited",
            Self::Difference => "difference",
            Self::LongestAgo => "longest_ago",
            Self::NotSamplable => "not_samplable",
        }
    }
}

impl Tell for By {
    fn tell(&self) -> Arg {
        match self {
            Self::Draw => say!("random"),
            Self::Concern => say!("concern"),
            Self::NotVisited => say!("not_visited"),
            Self::Difference => say!("difference"),
            Self::LongestAgo => say!("longest_ago"),
            Self::NotSamplable => say!("not_samplable"),
        }
        .tell()
    }
}

/// A site that is visited.
struct Visit {
    /// Its place in the list.
    site: usize,
    /// The group it stands for.
    group: String,
    by: By,
    reason: Said,
}

/// What is wrong with the list of sites, and the strata it makes of those that may be sampled.
pub(super) fn counted(inputs: &SiteSampleInputs, checks: &mut Checks) -> Counted {
    let sites = &inputs.named_sites;
    let all = u32::try_from(sites.len()).unwrap_or(u32::MAX);
    checks.require(
        inputs.sites.is_none_or(|given| given == all),
        "/sites",
        say!("is not the {all} sites that are named", all),
        "leave it out: the sites that are named are counted",
    );
    checks.require(
        inputs.strata.is_empty(),
        "/strata",
        "are given besides the named sites",
        "give each site its `stratum`",
    );
    checks.require(
        inputs.new_sites.is_none(),
        "/new_sites",
        "is given besides the named sites",
        "give each new site its `new_since`",
    );
    let sampled = inputs.sampling_not_allowed.is_none() && sites.iter().any(NamedSite::is_samplable);
    checks.require(
        inputs.seed.is_some() || !sampled,
        "/seed",
        "is missing",
        "give any line of text, made after the list of sites was fixed: a part of them is drawn at random",
    );
    each_site(inputs, checks);
    Counted { sites: all, strata: strata(sites) }
}

fn each_site(inputs: &SiteSampleInputs, checks: &mut Checks) {
    let sites = &inputs.named_sites;
    let grouped = sites.iter().any(|site| site.is_samplable() && site.stratum.is_some());
    let mut ids = BTreeSet::new();
    for (index, site) in sites.iter().enumerate() {
        let at = |field: &str| format!("/named_sites/{index}/{field}");
        checks.require(
            ids.insert(&site.id),
            &at("id"),
            say!("`{id}` is there twice", id = &site.id),
            "name each site once; the central function is none of them",
        );
        checks.require(
            !grouped || !site.is_samplable() || site.stratum.is_some(),
            &at("stratum"),
            "is missing, and other sites have one",
            "put every site into a stratum, or none",
        );
        checks.require(
            site.new_since.is_none() || inputs.audit != SiteAudit::Initial,
            &at("new_since"),
            "is given for an initial audit",
            "leave it out: at the initial audit every site is new",
        );
        checks.require(
            site.new_since.is_none() || site.last_visited.is_none(),
            &at("last_visited"),
            "is given for a site that is new since the last audit",
            "leave out one of the two",
        );
    }
}

/// The strata in the order in which they are first named.
fn strata(sites: &[NamedSite]) -> Vec<SiteStratum> {
    let mut strata: Vec<SiteStratum> = Vec::new();
    for site in sites.iter().filter(|site| site.is_samplable()) {
        let place = strata.iter().position(|stratum| stratum.name.as_str() == site.stratum_name());
        let new = u32::from(site.new_since.is_some());
        match place.and_then(|place| strata.get_mut(place)) {
            Some(stratum) => {
                stratum.sites += 1;
                stratum.new_sites = stratum.new_sites.map(|others| others + new);
            }
            None => strata.extend(site.stratum_name().parse().map(|name| SiteStratum {
                name,
                sites: 1,
                new_sites: Some(new),
            })),
        }
    }
    strata
}

/// The sites to visit.
pub(super) fn choose(inputs: &SiteSampleInputs, counted: &Counted) -> Result<Outcome, Vec<Problem>> {
    let sampled = inputs.sampling_not_allowed.is_none();
    let strata: &[SiteStratum] = if sampled { &counted.strata } else { &[] };
    let mut steps = vec![
        Step::new("central function", "visited in every audit", say!("visited")).after("IAF MD 1:2018 6.1.2"),
    ];
    let groups = sized(strata, inputs, &mut steps)?;
    let (total, random) = summed(&groups, &mut steps);
    let apart = apart(inputs, &mut steps);
    let hash = list_hash(&inputs.named_sites);
    let seed = inputs.seed.as_ref().map(Line::as_str).unwrap_or_default();
    if random > 0 {
        let working = say!(
            "SHA-256 of the lines `{algorithm}`, the list's hash {hash}, the seed and a counter from 0; its first 16 bytes",
            algorithm = ALGORITHM,
            hash
        );
        steps.push(Step::new("generator", working, seed).after(SOURCE));
    }
    let mut visits = apart;
    let mut generator = Generator::new(&hash, seed);
    let audited: Vec<u32> = groups.iter().map(|group| group.audited).collect();
    for (group, drawn) in groups.iter().zip(proportional(random, &audited)) {
        visits.extend(in_group(inputs, strata, group, drawn, &mut generator, &mut steps));
    }
    let result = result(inputs, &groups, &visits, random, &hash);
    let conclusion = conclusion(counted.sites, visits.len(), total, random);
    Ok(Outcome { result, sheet: Sheet { title: title(inputs, counted.sites), steps, conclusion } })
}

/// The SHA-256 of the sites' ids in their order, parted by line feeds.
fn list_hash(sites: &[NamedSite]) -> String {
    let ids: Vec<&str> = sites.iter().map(|site| site.id.as_str()).collect();
    Sha256::digest(ids.join("\n")).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Those of the sites that may not be sampled that are visited now: who was never visited, then who was longest ago.
fn apart(inputs: &SiteSampleInputs, steps: &mut Vec<Step>) -> Vec<Visit> {
    let everywhere = inputs.sampling_not_allowed.as_ref();
    let mut left: Vec<(usize, &NamedSite, &Text)> = inputs
        .named_sites
        .iter()
        .enumerate()
        .filter_map(|(place, site)| Some((place, site, site.not_samplable.as_ref().or(everywhere)?)))
        .collect();
    if left.is_empty() {
        return Vec::new();
    }
    let (audited, working) = unsampled(u32::try_from(left.len()).unwrap_or(u32::MAX), inputs.audit);
    steps.push(Step::new("sites that may not be sampled", working, audited).after(ALL_SOURCE));
    left.sort_by_key(|(_, site, _)| (site.concern.is_none(), site.last_visited));
    left.truncate(audited as usize);
    left.into_iter()
        .map(|(place, site, why)| {
            let mut reasons = vec![say!("may not be sampled: {why}", why)];
            reasons.extend(site.concern.as_ref().map(|concern| say!("speaks for it: {concern}", concern)));
            reasons.push(visited(site.last_visited));
            let reason = Said::joined(reasons);
            steps.push(
                Step::new(say!("visit to `{id}`", id = &site.id), reason.clone(), By::NotSamplable)
                    .after(ALL_SOURCE),
            );
            Visit { site: place, group: "not sampled".to_owned(), by: By::NotSamplable, reason }
        })
        .collect()
}

/// The sites of a group that are visited: `drawn` of them from the generator, the others one by one for what speaks for them.
fn in_group(
    inputs: &SiteSampleInputs,
    strata: &[SiteStratum],
    group: &Group,
    drawn: u32,
    generator: &mut Generator,
    steps: &mut Vec<Step>,
) -> Vec<Visit> {
    let sites = &inputs.named_sites;
    let members = sites.iter().enumerate().filter(|(_, site)| site.is_of(group, strata));
    let mut left: Vec<usize> = members.map(|(place, _)| place).collect();
    let mut visits: Vec<Visit> = Vec::new();
    let mut pool = Pool::new(left.clone());
    for _ in 0..drawn {
        let Some(next) = pool.next(generator) else { break };
        let reason = say!("drawn at random: {working}", working = &next.working);
        visits.push(Visit { site: next.row, group: group.name.clone(), by: By::Draw, reason });
    }
    left.retain(|place| visits.iter().all(|visit| visit.site != *place));
    while visits.len() < group.audited as usize {
        let chosen: Vec<&NamedSite> = visits.iter().filter_map(|visit| sites.get(visit.site)).collect();
        let Some(next) = next_of(sites, &left, &chosen, &group.name) else { break };
        left.retain(|place| *place != next.site);
        visits.push(next);
    }
    for visit in &visits {
        let Some(site) = sites.get(visit.site) else { continue };
        let source = if visit.by == By::Draw { RANDOM_SOURCE } else { SOURCE };
        let what = say!("visit to `{id}`, of `{name}`", id = &site.id, name = &group.name);
        steps.push(Step::new(what, visit.reason.clone(), visit.by).after(source));
    }
    visits
}

/// The site of those left that most speaks for: a concern; never visited; the most that no chosen site shows; visited longest ago; the
/// higher risk; the greater complexity; the first in the list.
fn next_of(sites: &[NamedSite], left: &[usize], chosen: &[&NamedSite], group: &str) -> Option<Visit> {
    let candidates = || left.iter().filter_map(|place| Some((*place, sites.get(*place)?)));
    let (place, site) = candidates().min_by_key(|(_, site)| {
        (
            site.concern.is_none(),
            site.last_visited.is_some(),
            Reverse(differences(site, chosen).len()),
            site.last_visited,
            Reverse(grade(site.risk)),
            Reverse(grade(site.complexity)),
        )
    })?;
    let differences = differences(site, chosen);
    let alone_unvisited =
        site.last_visited.is_none() && candidates().any(|(_, other)| other.last_visited.is_some());
    let by = if site.concern.is_some() {
        By::Concern
    } else if alone_unvisited {
        By::NotVisited
    } else if !differences.is_empty() {
        By::Difference
    } else if site.last_visited.is_some() {
        By::LongestAgo
    } else {
        By::NotVisited
    };
    let mut reasons: Vec<Said> = Vec::new();
    reasons.extend(site.concern.as_ref().map(|concern| say!("speaks for it: {concern}", concern)));
    reasons.push(visited(site.last_visited));
    if !differences.is_empty() {
        reasons.push(say!(
            "shows what no site chosen in its group shows: {differences}",
            differences = said::listed(&differences)
        ));
    }
    Some(Visit { site: place, group: group.to_owned(), by, reason: Said::joined(reasons) })
}

/// What a site shows that none of the chosen ones does.
fn differences(site: &NamedSite, chosen: &[&NamedSite]) -> Vec<Said> {
    let shown: Vec<Said> = chosen.iter().flat_map(|site| traits(site)).collect();
    traits(site).into_iter().filter(|one| !shown.contains(one)).collect()
}

fn traits(site: &NamedSite) -> Vec<Said> {
    let medium = SiteGrade::Medium;
    let mut traits = vec![
        say!("complexity {grade}", grade = site.complexity.unwrap_or(medium)),
        say!("risk {grade}", grade = site.risk.unwrap_or(medium)),
    ];
    let features: BTreeSet<&Line> = site.features.iter().collect();
    traits.extend(features.into_iter().map(|feature| Said::data(format!("`{feature}`"))));
    traits
}

fn grade(given: Option<SiteGrade>) -> u8 {
    match given {
        Some(SiteGrade::Low) => 0,
        None | Some(SiteGrade::Medium) => 1,
        Some(SiteGrade::High) => 2,
    }
}

fn visited(last: Option<Date>) -> Said {
    last.map_or_else(|| say!("not visited yet"), |date| say!("last visited on {date}", date))
}

fn result(inputs: &SiteSampleInputs, groups: &[Group], visits: &[Visit], random: u32, hash: &str) -> Value {
    let id = |place: usize| inputs.named_sites.get(place).map(|site| site.id.as_str());
    let chosen: Vec<Value> = visits
        .iter()
        .map(|visit| {
            json!({ "id": id(visit.site), "group": visit.group, "by": visit.by.word(), "reason": visit.reason.to_string() })
        })
        .collect();
    let left = inputs.named_sites.iter().enumerate();
    let left: Vec<&str> = left
        .filter(|(place, _)| visits.iter().all(|visit| visit.site != *place))
        .map(|(_, site)| site.id.as_str())
        .collect();
    json!({
        "sites": visits.len(), "random_at_least": random, "central_function": true, "sampling": !groups.is_empty(),
        "groups": listed(groups), "chosen": chosen, "not_chosen": left, "list_sha256": hash,
        "seed": inputs.seed.as_ref().map(Line::as_str), "algorithm": format!("{ALGORITHM}/sites"),
    })
}

fn conclusion(sites: u32, visited: usize, sampled: u32, random: u32) -> Said {
    let apart = visited - (sampled as usize).min(visited);
    say!(
        "Audit {visited} of {sites} sites, and the central function: {random} drawn at random, {chosen} chosen for what speaks for them, {apart} because they may not be sampled. The list, the seed and these rules give the same sites again.",
        visited,
        sites,
        random,
        chosen = sampled - random,
        apart
    )
}
