//! A set of criteria: its tree of requirements with the tests on each, and the one that is chosen.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use assize_catalogue::{AuditTest, CriteriaId, RequirementId, RequirementRef};
use assize_domain::criteria::{CriteriaSet, SetState, criteria_set_id};
use assize_domain::kernel::said::say;
use assize_domain::{AnyRecord, Key};
use axum::response::Response;

use super::{Line, set_href};
use crate::app::App;
use crate::problem::Fault;
use crate::query::short;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::{Entry, Library, entries, library};
use crate::web::pages::act_href;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many requirements the tree of a set shows unasked; of a larger set only the chapter one is in is opened.
const TREE_MAX: usize = 300;

/// How many requirements without a test are named.
const UNTESTED_MAX: usize = 60;

/// A requirement, of whichever set.
struct Requirement {
    id: String,
    title: String,
    parent: Option<String>,
    kind: String,
    documented: Option<String>,
    note: Option<String>,
    attributes: Vec<(String, String)>,
}

/// A requirement in the tree.
struct Branch {
    id: String,
    title: String,
    href: String,
    depth: usize,
    tests: usize,
    minutes: i64,
    current: bool,
}

/// A chapter of the tree, with what is below it.
struct Chapter {
    head: Branch,
    below: Vec<Branch>,
    /// How many requirements it has.
    size: usize,
    open: bool,
}

/// A requirement that was chosen.
struct Chosen {
    id: String,
    title: String,
    facts: Vec<(String, String)>,
    above: Option<(String, String)>,
    tests: Vec<Line>,
    /// Tests of other sets that serve it through a mapping, with what became of the one in the other.
    mapped: Vec<(Line, String)>,
}

#[derive(Template)]
#[template(path = "catalogue_set.html")]
struct SetPage {
    frame: Frame,
    words: Words,
    criteria: String,
    facts: Vec<(String, String)>,
    /// Its record in the store, where it is adopted.
    record: Option<String>,
    adoptable: bool,
    retire: Option<String>,
    chapters: Vec<Chapter>,
    chosen: Option<Chosen>,
    untested: Vec<(String, String)>,
    untested_more: usize,
    /// Whether the built-in catalogue has it, so that it can be given out.
    exportable: bool,
}

/// A set, wherever it comes from.
struct Set {
    title: String,
    facts: Vec<(String, String)>,
    requirements: Vec<Requirement>,
    record: Option<String>,
    adoptable: bool,
    retire: Option<String>,
}

/// A set of the built-in catalogue.
pub(super) fn offered<'l>(library: &'l Library, criteria: &str) -> Option<&'l assize_catalogue::CriteriaSet> {
    criteria.parse::<CriteriaId>().ok().and_then(|id| library.catalogue.criteria(&id))
}

async fn set_of(app: &App, words: &Words, library: &Library, criteria: &str) -> Result<Set, Fault> {
    let unknown =
        || Fault::not_found(say!("there is no set of criteria `{criteria}`", criteria = short(criteria)));
    let id: assize_domain::kernel::text::CriteriaId = criteria.parse().map_err(|_| unknown())?;
    let key = Key::of(criteria_set_id(&id));
    let adopted = match app.store.record(key).await?.map(|found| found.record) {
        Some(AnyRecord::CriteriaSet(set)) => Some(*set),
        _ => None,
    };
    let offered = offered(library, criteria);
    let fact = |key: &str, text: &str| (words.field("CriteriaSet", key), text.to_owned());
    let in_use = adopted.as_ref().is_some_and(|set| matches!(set.state(), SetState::InUse));
    let record = adopted.as_ref().map(|_| format!("/records/criteria_set/{}", key.id.hyphenated()));
    let id = key.id.hyphenated().to_string();
    let retire =
        in_use.then(|| act_href("criteria.retire", &[("criteria_set", &id)], &set_href(criteria, None)));
    match (offered, adopted) {
        (Some(set), adopted) => Ok(Set {
            title: set.title.clone(),
            facts: vec![
                fact("criteria", set.id.as_str()),
                fact("edition", &set.edition),
                fact("publisher", &set.publisher),
                fact("source", &set.source),
            ],
            requirements: offered_requirements(words, set),
            record,
            adoptable: adopted.is_none(),
            retire,
        }),
        (None, Some(set)) => Ok(Set {
            title: set.title().to_string(),
            facts: vec![
                fact("criteria", set.criteria().as_str()),
                fact("edition", set.edition().as_str()),
                fact("publisher", set.publisher().as_str()),
                fact("source", set.source().as_str()),
            ],
            requirements: adopted_requirements(words, &set),
            record,
            adoptable: false,
            retire,
        }),
        (None, None) => Err(unknown()),
    }
}

fn offered_requirements(words: &Words, set: &assize_catalogue::CriteriaSet) -> Vec<Requirement> {
    let requirement = |one: &assize_catalogue::Requirement| Requirement {
        id: one.id.as_str().to_owned(),
        title: one.title.clone(),
        parent: one.parent.as_ref().map(|parent| parent.as_str().to_owned()),
        kind: words.word("RequirementKind", one.kind.as_str()),
        documented: one.documented_information.clone(),
        note: one.note.clone(),
        attributes: one
            .attributes
            .iter()
            .map(|(name, values)| (attribute(name), attribute(&values.join(", "))))
            .collect(),
    };
    in_themes(words, set.requirements().map(requirement).collect())
}

/// Controls that stand at the top of a set, such as A.5.1, put below their theme: A.5.
fn in_themes(words: &Words, mut requirements: Vec<Requirement>) -> Vec<Requirement> {
    let mut themes: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (index, one) in requirements.iter_mut().enumerate() {
        let theme = one.id.rsplit_once('.').map(|(theme, _)| theme).filter(|theme| theme.starts_with("A."));
        let (None, Some(theme)) = (&one.parent, theme) else { continue };
        let title = one.attributes.iter().find(|(name, _)| name == "theme").map(|(_, value)| value.clone());
        one.parent = Some(theme.to_owned());
        themes.entry(theme.to_owned()).or_insert((index, title.unwrap_or_default()));
    }
    themes.retain(|theme, _| !requirements.iter().any(|one| one.id == *theme));
    for (id, (index, title)) in themes.into_iter().rev() {
        let title = match title.as_str() {
            "organizational" => words.say("library-theme-organizational"),
            "people" => words.say("library-theme-people"),
            "physical" => words.say("library-theme-physical"),
            "technological" => words.say("library-theme-technological"),
            _ => words.say("library-theme"),
        };
        let theme = Requirement {
            id,
            title,
            parent: None,
            kind: String::new(),
            documented: None,
            note: None,
            attributes: Vec::new(),
        };
        requirements.insert(index.min(requirements.len()), theme);
    }
    requirements
}

fn adopted_requirements(words: &Words, set: &CriteriaSet) -> Vec<Requirement> {
    let requirement = |one: &assize_domain::criteria::SetRequirement| Requirement {
        id: one.id.to_string(),
        title: one.title.to_string(),
        parent: one.parent.as_ref().map(ToString::to_string),
        kind: words.word("RequirementKind", one.kind.word()),
        documented: one.documented_information.as_ref().map(ToString::to_string),
        note: None,
        attributes: one
            .attributes
            .iter()
            .map(|one| {
                let values: Vec<&str> = one.values.iter().map(|value| value.as_str()).collect();
                (attribute(one.name.as_str()), attribute(&values.join(", ")))
            })
            .collect(),
    };
    in_themes(words, set.requirements().iter().map(requirement).collect())
}

/// An attribute or its values, as the source has them: `control_types` is `control types`.
fn attribute(name: &str) -> String {
    name.replace('_', " ")
}

pub(super) async fn set_page(
    app: &App,
    visitor: &Visitor,
    criteria: &str,
    under: Option<&str>,
) -> Result<Response, Fault> {
    let library = library()?;
    let words = &visitor.words;
    let set = set_of(app, words, library, criteria).await?;
    let entries = entries(library, &app.store.test_glances(None).await?);
    let tree = Tree::of(criteria, &set.requirements, &entries);
    let chosen = match under {
        None => None,
        Some(under) => {
            let unknown = || {
                Fault::not_found(say!(
                    "`{criteria}` has no requirement `{requirement}`",
                    criteria,
                    requirement = short(under)
                ))
            };
            let one = set.requirements.iter().find(|one| one.id == under).ok_or_else(unknown)?;
            Some(chosen(words, library, criteria, one, &tree, &entries))
        }
    };
    let untested = match criteria.parse::<CriteriaId>().ok().and_then(|id| library.untested.get(&id)) {
        None => Vec::new(),
        Some(ids) => {
            let without = set.requirements.iter().filter(|one| ids.contains(&one.id));
            without
                .filter(|one| tree.counts.get(one.id.as_str()).is_none_or(|(tests, _)| *tests == 0))
                .map(|one| (format!("{} {}", one.id, one.title), set_href(criteria, Some(&one.id))))
                .collect()
        }
    };
    let mut frame =
        Frame::of(visitor, "/catalogue", set.title.clone()).under(words.say("nav-catalogue"), "/catalogue");
    if let Some(chosen) = &chosen {
        frame = frame.under(criteria, set_href(criteria, None));
        frame.title = format!("{} {}", chosen.id, chosen.title);
    }
    Ok(html(&SetPage {
        frame,
        words: words.clone(),
        criteria: criteria.to_owned(),
        facts: set.facts,
        record: set.record,
        adoptable: set.adoptable,
        retire: set.retire,
        chapters: tree.chapters(under),
        chosen,
        untested_more: untested.len().saturating_sub(UNTESTED_MAX),
        untested: untested.into_iter().take(UNTESTED_MAX).collect(),
        exportable: offered(library, criteria).is_some(),
    }))
}

/// The requirements of a set as a tree, with the tests on each or on something below it.
struct Tree<'t> {
    criteria: &'t str,
    requirements: &'t [Requirement],
    below: BTreeMap<Option<&'t str>, Vec<&'t Requirement>>,
    counts: BTreeMap<&'t str, (usize, i64)>,
}

impl<'t> Tree<'t> {
    fn of(criteria: &'t str, requirements: &'t [Requirement], entries: &BTreeMap<String, Entry>) -> Self {
        let mut below: BTreeMap<Option<&str>, Vec<&Requirement>> = BTreeMap::new();
        let parents: BTreeMap<&str, Option<&str>> =
            requirements.iter().map(|one| (one.id.as_str(), one.parent.as_deref())).collect();
        for one in requirements {
            below.entry(one.parent.as_deref()).or_default().push(one);
        }
        let mut counts: BTreeMap<&str, (usize, i64)> = BTreeMap::new();
        for entry in entries.values() {
            let mut reached: BTreeSet<&str> = BTreeSet::new();
            for id in entry.tests(criteria) {
                let mut next = parents.get_key_value(id).map(|(id, _)| *id);
                while let Some(id) = next.filter(|id| reached.insert(id)) {
                    next = parents.get(id).copied().flatten();
                }
            }
            for id in reached {
                let (tests, minutes) = counts.entry(id).or_default();
                *tests += 1;
                *minutes += entry.minutes;
            }
        }
        Self { criteria, requirements, below, counts }
    }

    fn branch(&self, one: &Requirement, depth: usize, under: Option<&str>) -> Branch {
        let (tests, minutes) = self.counts.get(one.id.as_str()).copied().unwrap_or_default();
        Branch {
            id: one.id.clone(),
            title: one.title.clone(),
            href: set_href(self.criteria, Some(&one.id)),
            depth,
            tests,
            minutes,
            current: under == Some(one.id.as_str()),
        }
    }

    fn gather(&self, id: &str, depth: usize, under: Option<&str>, out: &mut Vec<Branch>) {
        // A set is a tree; the bound is for one that somebody has made deep.
        const DEPTH_MAX: usize = 6;
        for one in self.below.get(&Some(id)).into_iter().flatten() {
            out.push(self.branch(one, depth.min(DEPTH_MAX), under));
            self.gather(&one.id, depth + 1, under, out);
        }
    }

    fn chapters(&self, under: Option<&str>) -> Vec<Chapter> {
        let is_large = self.requirements.len() > TREE_MAX;
        let tops = self.below.get(&None).into_iter().flatten();
        tops.map(|top| {
            let mut below = Vec::new();
            self.gather(&top.id, 1, under, &mut below);
            let head = self.branch(top, 0, under);
            let open = head.current || below.iter().any(|branch| branch.current);
            let size = below.len() + 1;
            if is_large && !open {
                below.clear();
            }
            Chapter { head, below, size, open }
        })
        .collect()
    }

    /// A requirement and all that is below it.
    fn within(&self, id: &str) -> BTreeSet<String> {
        let mut below = Vec::new();
        self.gather(id, 0, None, &mut below);
        below.into_iter().map(|branch| branch.id).chain([id.to_owned()]).collect()
    }
}

fn chosen(
    words: &Words,
    library: &Library,
    criteria: &str,
    one: &Requirement,
    tree: &Tree<'_>,
    entries: &BTreeMap<String, Entry>,
) -> Chosen {
    let within = tree.within(&one.id);
    let place = |entry: &Entry| {
        let named = |one: &Requirement| entry.tests(criteria).any(|id| id == one.id);
        tree.requirements.iter().position(named)
    };
    let on = entries.values().filter(|entry| entry.tests(criteria).any(|id| within.contains(id)));
    let mut tests: Vec<&Entry> = on.collect();
    tests.sort_by_key(|entry| place(entry));
    let mut facts = Vec::new();
    if !one.kind.is_empty() {
        facts.push((words.field("SetRequirement", "kind"), one.kind.clone()));
    }
    facts.extend(
        one.documented.clone().map(|text| (words.field("SetRequirement", "documented_information"), text)),
    );
    facts.extend(one.attributes.iter().cloned());
    facts.extend(one.note.clone().map(|text| (words.say("library-note"), text)));
    let named = |one: &Requirement| (format!("{} {}", one.id, one.title), set_href(criteria, Some(&one.id)));
    let above = one.parent.as_ref().and_then(|parent| tree.requirements.iter().find(|one| one.id == *parent));
    Chosen {
        id: one.id.clone(),
        title: one.title.clone(),
        facts,
        above: above.map(named),
        tests: tests.into_iter().map(|entry| Line::of(words, entry)).collect(),
        mapped: mapped(words, library, criteria, &one.id, entries),
    }
}

/// The tests of other sets that serve a requirement through a mapping.
fn mapped(
    words: &Words,
    library: &Library,
    criteria: &str,
    id: &str,
    entries: &BTreeMap<String, Entry>,
) -> Vec<(Line, String)> {
    let (Ok(criteria), Ok(id)) = (criteria.parse::<CriteriaId>(), id.parse::<RequirementId>()) else {
        return Vec::new();
    };
    let served = library.catalogue.tests_by_mapping(&RequirementRef { criteria, id });
    let line = |(test, pair): (&AuditTest, &assize_catalogue::Pair)| {
        let entry = entries.get(test.id.as_str())?;
        Some((Line::of(words, entry), words.word("MappingRelation", pair.relation.as_str())))
    };
    served.into_iter().filter_map(line).collect()
}
