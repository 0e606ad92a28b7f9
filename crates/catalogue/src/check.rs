//! What the files say, checked against each other.

use assize_domain::kernel::said::{Said, Tell, say};
mod copies;
mod ease;
mod examine;
mod released;
mod sentences;
mod spelling;

pub use examine::{Examined, Rules};
pub use released::Released;
pub use sentences::Sentences;
pub use spelling::WordList;

use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::criteria::RequirementRef;
use crate::problem::{Place, Problems};
use crate::read::Read;
use crate::words::RequirementKind;

/// Builds the catalogue and adds every fault between its parts to `problems`.
///
/// What is mentioned may be in `base`, the catalogue that the files are to be used with. What is absent is a fault only where it cannot stand in a part that was not read for faults of its own.
pub(crate) fn checked(read: Read, base: Option<&Catalogue>, problems: &RefCell<Problems>) -> Catalogue {
    let is_whole = problems.borrow().count() == 0;
    once(&read.items, |id| say!("the item `{id}` stands twice", id), problems);
    let Read { sets, tests, mappings, checklists, trails, requirements, mentions, links, breaches, .. } =
        read;
    let sets = by_id(sets, |set| set.id.clone(), problems);
    let tests = by_id(tests, |test| test.id.clone(), problems);
    let checklists = by_id(checklists, |list| list.id.clone(), problems);
    let trails = by_id(trails, |trail| trail.id.clone(), problems);
    let ends = mappings.iter().map(|(place, mapping)| (place.clone(), (&mapping.from, &mapping.to)));
    once(
        &ends.collect::<Vec<_>>(),
        |(from, to)| say!("`{from}` is mapped to `{to}` twice", from, to),
        problems,
    );
    let mappings = mappings.into_iter().map(|(_, mapping)| mapping).collect();
    let catalogue = Catalogue { sets, tests, mappings, checklists, trails };

    let fault = |place: &Place, what: Said, hint: Said| problems.borrow_mut().push(place.problem(what, hint));
    for (place, mention) in &mentions {
        let set = catalogue.criteria(&mention.criteria).or_else(|| base?.criteria(&mention.criteria));
        let is_absent = set.map_or(is_whole, |set| set.requirement(&mention.id).is_none());
        if is_absent {
            fault(
                place,
                say!("there is no requirement `{mention}`", mention = mention.to_string()),
                "name one of a set that is loaded".into(),
            );
        }
    }
    let is_there = |link| catalogue.test(link).or_else(|| base?.test(link)).is_some();
    for (place, link) in links.iter().filter(|(_, link)| is_whole && !is_there(link)) {
        fault(place, say!("there is no test `{link}`", link), "name a test that is loaded".into());
    }
    for (place, breaches) in &breaches {
        if breaches_a_control_alone(&catalogue, breaches) {
            let hint = "name the clause that it breaches too, such as 6.1.3 d), 8.1 or 8.3";
            fault(place, "breaches a control alone, which demands nothing by itself".into(), hint.into());
        }
    }
    for set in catalogue.sets().filter(|set| is_whole && set.tested) {
        let untested = catalogue.coverage(&set.id).map(|coverage| coverage.untested).unwrap_or_default();
        let untested: BTreeSet<_> = untested.iter().collect();
        for (requirement, place) in &requirements {
            if requirement.criteria == set.id && untested.contains(&requirement.id) {
                let hint = "write one, or do not mark the set as tested";
                fault(place, say!("`{id}` has no audit test", id = requirement.id), hint.into());
            }
        }
    }
    catalogue
}

/// Whether all that is breached are controls, of a set that has clauses too.
fn breaches_a_control_alone(catalogue: &Catalogue, breaches: &[RequirementRef]) -> bool {
    let mut kinds = breaches.iter().filter_map(|breach| {
        let set = catalogue.criteria(&breach.criteria)?;
        let is_control = set.requirement(&breach.id)?.kind == RequirementKind::Control;
        Some(is_control && set.requirements().any(|other| other.kind != RequirementKind::Control))
    });
    kinds.next().is_some_and(|first| first && kinds.all(|other| other))
}

fn by_id<K: Ord + Tell, T>(
    found: Vec<(Place, T)>,
    id: impl Fn(&T) -> K,
    problems: &RefCell<Problems>,
) -> BTreeMap<K, T> {
    let ids: Vec<(Place, K)> = found.iter().map(|(place, thing)| (place.clone(), id(thing))).collect();
    once(&ids, |id| say!("`{id}` stands twice", id), problems);
    found.into_iter().map(|(_, thing)| (id(&thing), thing)).collect()
}

/// Every id stands once; the problem is at the later place and names the earlier.
fn once<K: Ord>(found: &[(Place, K)], what: impl Fn(&K) -> Said, problems: &RefCell<Problems>) {
    let mut first: BTreeMap<&K, &Place> = BTreeMap::new();
    for (place, id) in found {
        match first.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(place);
            }
            Entry::Occupied(earlier) => {
                let hint = say!(
                    "keep one, or rename it; the other is in {place}",
                    place = earlier.get().to_string()
                );
                problems.borrow_mut().push(place.problem(what(id), hint));
            }
        }
    }
}
