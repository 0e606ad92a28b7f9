//! The ids of earlier releases: one that disappears breaks the records that name it.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::said::say;

use crate::catalogue::Catalogue;
use crate::problem::{Place, Problem};

/// The ids that releases have had.
#[derive(Debug, Clone, Default)]
pub struct Released {
    name: String,
    ids: BTreeMap<(String, String), (usize, bool)>,
}

/// The sorts of things that have ids.
const SORTS: &[&str] = &["set", "requirement", "test", "trail", "item"];

impl Released {
    /// Reads the list: on each line a sort (`set`, `requirement`, `test`, `trail`, `item`) and an id; `withdrawn` before both keeps
    /// the id of something that is gone from being given to something else. Lines that begin with `#` are comments.
    ///
    /// # Errors
    /// Every line that is something else, or stands twice.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut ids = BTreeMap::new();
        for (n, line) in
            (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        {
            let place = Place { file: name.to_owned(), line: Some(n), path: String::new() };
            let (withdrawn, rest) =
                line.strip_prefix("withdrawn ").map_or((false, line), |rest| (true, rest));
            match rest.split_once(' ').filter(|(sort, _)| SORTS.contains(sort)) {
                Some((sort, id)) => {
                    if ids.insert((sort.to_owned(), id.to_owned()), (n, withdrawn)).is_some() {
                        problems.push(
                            place.problem(say!("{sort} `{id}` stands twice", sort, id), "keep one of them"),
                        );
                    }
                }
                None => problems
                    .push(place.problem("is no released id", "write a sort and an id, like `test T-4.1-01`")),
            }
        }
        if problems.is_empty() { Ok(Self { name: name.to_owned(), ids }) } else { Err(problems) }
    }

    /// The list of what a catalogue has, to be committed with its release; what was withdrawn before stays so.
    #[must_use]
    pub fn write(&self, catalogue: &Catalogue) -> String {
        let withdrawn = self.ids.iter().filter(|(_, (_, withdrawn))| *withdrawn);
        let mut lines: Vec<String> =
            withdrawn.map(|((sort, id), _)| format!("withdrawn {sort} {id}")).collect();
        lines.extend(there(catalogue).into_iter().map(|(sort, id)| format!("{sort} {id}")));
        lines.join("\n") + "\n"
    }

    /// A problem for each id that has disappeared, and for each that was withdrawn and is there again.
    pub(super) fn check(&self, catalogue: &Catalogue) -> Vec<Problem> {
        let there = there(catalogue);
        let mut problems = Vec::new();
        for (key, (line, withdrawn)) in &self.ids {
            let (sort, id) = key;
            let place = Place { file: self.name.clone(), line: Some(*line), path: String::new() };
            match (there.contains(key), withdrawn) {
                (false, false) => {
                    let hint = "give it back, or write `withdrawn` before it here and say in the release why";
                    problems.push(
                        place.problem(say!("the {sort} `{id}` was released and is gone", sort, id), hint),
                    );
                }
                (true, true) => {
                    let hint = "give the new one an id that was never used";
                    problems.push(
                        place.problem(
                            say!("the {sort} `{id}` was withdrawn and is there again", sort, id),
                            hint,
                        ),
                    );
                }
                (true, false) | (false, true) => {}
            }
        }
        problems
    }
}

fn there(catalogue: &Catalogue) -> BTreeSet<(String, String)> {
    let mut ids = BTreeSet::new();
    let mut put = |sort: &str, id: String| ids.insert((sort.to_owned(), id));
    for set in catalogue.sets() {
        put("set", set.id.to_string());
        for requirement in set.requirements() {
            put("requirement", format!("{}/{}", set.id, requirement.id));
        }
    }
    for test in catalogue.tests() {
        put("test", test.id.to_string());
    }
    for trail in catalogue.trails() {
        put("trail", trail.id.to_string());
    }
    for list in catalogue.checklists.values() {
        for item in &list.items {
            put("item", item.id.to_string());
        }
    }
    ids
}
