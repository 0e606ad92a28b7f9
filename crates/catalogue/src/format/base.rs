//! What is imported, held against the catalogue that it is to be used with.

use crate::catalogue::Catalogue;
use crate::criteria::{CriteriaSet, RequirementRef};
use crate::problem::{Place, Problems};
use crate::read::Read;
use assize_domain::kernel::said::say;

/// Every difference of a set from the one of the same id in the base.
pub(super) fn overridden(read: &Read, base: &Catalogue, overrides: &mut Problems) {
    for (place, set) in &read.sets {
        let Some(there) = base.criteria(&set.id).filter(|there| *there != set) else { continue };
        let what = say!("`{id}` is there already, and this is not the same", id = set.id);
        let hint = "give the set an id of its own that names its edition; audits name a set by its id alone";
        overrides.push(place.problem(what, hint));
        for ((key, own), (_, other)) in head(set).into_iter().zip(head(there)) {
            if own != other {
                let place = Place { path: joined(&place.path, key), ..place.clone() };
                let what = say!("is `{own}` and was `{other}`", own, other);
                overrides.push(place.problem(what, "keep what is there, or give the set another id"));
            }
        }
        for requirement in set.requirements() {
            let what = match there.requirement(&requirement.id) {
                Some(other) if other == requirement => continue,
                Some(_) => say!("`{id}` is not as it is there", id = requirement.id),
                None => say!("`{id}` is not there", id = requirement.id),
            };
            let named = RequirementRef { criteria: set.id.clone(), id: requirement.id.clone() };
            let place = read.requirements.get(&named).unwrap_or(place);
            overrides.push(place.problem(what, "keep what is there, or give the set another id"));
        }
        for requirement in there.requirements().filter(|other| set.requirement(&other.id).is_none()) {
            let what = say!("lacks `{id}`, which is there", id = requirement.id);
            overrides.push(place.problem(what, "keep what is there, or give the set another id"));
        }
    }
}

/// What a set says of itself, by its keys.
fn head(set: &CriteriaSet) -> [(&'static str, String); 5] {
    [
        ("title", set.title.clone()),
        ("publisher", set.publisher.clone()),
        ("edition", set.edition.clone()),
        ("source", set.source.clone()),
        ("tested", set.tested.to_string()),
    ]
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Tests and trails under an id of the base that are not the same: versions of their own, which is what a house's changes are.
pub(super) fn changed(read: &Read, base: &Catalogue, remarks: &mut Problems) {
    let hint = "nothing more is needed where the change is meant; else give it an id of its own";
    for (place, test) in &read.tests {
        if base.test(&test.id).is_some_and(|there| there != test) {
            remarks.push(
                place.problem(say!("`{id}` is a new version of a test that is there", id = test.id), hint),
            );
        }
    }
    for (place, trail) in &read.trails {
        if base.trail(&trail.id).is_some_and(|there| there != trail) {
            remarks.push(
                place.problem(say!("`{id}` is a new version of a trail that is there", id = trail.id), hint),
            );
        }
    }
    for (place, mapping) in &read.mappings {
        if base.mapping(&mapping.from, &mapping.to).is_some_and(|there| there != mapping) {
            let what = say!(
                "`{from}` to `{to}` is a new version of a mapping that is there",
                from = mapping.from,
                to = mapping.to
            );
            remarks.push(place.problem(what, hint));
        }
    }
}
