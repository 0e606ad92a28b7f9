//! The catalogue: sets of criteria with their requirements, the audit tests on them, the trails through those, and search over all.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use assize_catalogue::adoption::{adopted, adopted_set, adoptions};
use assize_catalogue::{
    AuditTest, CriteriaId, EvidenceKind, RequirementId, RequirementRef, TestId, Trail, TrailId,
};
use assize_domain::criteria::{CriteriaSet, SetState, criteria_set_id};
use assize_domain::evidence::AuditTest as AdoptedTest;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{Act, SetGlance, TestGlance};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::Value;

use super::act_href;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::commands::{command, execute};
use crate::conditions::value;
use crate::people::now;
use crate::problem::Fault;
use crate::query::short;
use crate::web::act::nonce;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::{Entry, Library, entries, found, library};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many tests a search shows.
const HITS_MAX: usize = 60;
/// How many requirements the tree of a set shows unasked; of a larger set only the chapter one is in is opened.
const TREE_MAX: usize = 300;
/// How many working papers a test's page names.
const USES_MAX: i64 = 12;
/// How many requirements without a test are named.
const UNTESTED_MAX: usize = 60;

/// A test in a list.
struct Line {
    id: String,
    href: String,
    title: String,
    minutes: i64,
    requirements: String,
    standing: String,
    standing_word: &'static str,
}

impl Line {
    fn of(words: &Words, entry: &Entry) -> Self {
        let mut requirements: Vec<&str> = entry.requirements.iter().map(|(_, id)| id.as_str()).collect();
        requirements.dedup();
        Self {
            id: entry.id.clone(),
            href: test_href(&entry.id),
            title: entry.title.clone(),
            minutes: entry.minutes,
            requirements: requirements.join(", "),
            standing: words.say(entry.standing.key()),
            standing_word: entry.standing.word(),
        }
    }
}

/// A set of criteria in the list of sets: a line of the table of coverage.
struct SetLine {
    id: String,
    href: String,
    title: String,
    edition: String,
    requirements: i64,
    untested: Option<usize>,
    tests: usize,
    minutes: i64,
    state: String,
}

/// A trail in the list of trails.
struct TrailLine {
    title: String,
    href: String,
    steps: usize,
}

#[derive(Template)]
#[template(path = "catalogue.html")]
struct IndexPage {
    frame: Frame,
    words: Words,
    query: String,
    /// What was found, where something is looked for.
    hits: Option<Vec<Line>>,
    hits_max: usize,
    sets: Vec<SetLine>,
    trails: Vec<TrailLine>,
    /// How many tests are in use, and how many the built-in catalogue has.
    in_use: usize,
    offered: usize,
}

/// The page of a test.
pub(crate) fn test_href(id: &str) -> String {
    let id: String = form_urlencoded::byte_serialize(id.as_bytes()).collect();
    format!("/catalogue/tests/{}", id.replace('+', "%20"))
}

/// The page of a set, or of a requirement of it.
pub(crate) fn set_href(criteria: &str, requirement: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("set", criteria);
    if let Some(requirement) = requirement {
        query.append_pair("under", requirement);
    }
    format!("/catalogue?{}", query.finish())
}

fn trail_href(trail: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("trail", trail);
    format!("/catalogue?{}", query.finish())
}

/// `GET /catalogue`: everything, or what `q` finds, or one `set`, or one `trail`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    if let Some(moved) = by_record(&app, &query).await? {
        return Ok(Redirect::to(&moved).into_response());
    }
    if let Some(set) = query.filled("set") {
        return set_page(&app, &visitor, set, query.filled("under")).await;
    }
    if let Some(trail) = query.filled("trail") {
        return trail_page(&app, &visitor, trail).await;
    }
    let library = library()?;
    let words = &visitor.words;
    let glances = app.store.test_glances(None).await?;
    let entries = entries(library, &glances);
    let asked = query.filled("q").unwrap_or_default();
    let hits = (!asked.is_empty()).then(|| {
        let found = found(library, &entries, asked, HITS_MAX);
        found.into_iter().map(|entry| Line::of(words, entry)).collect()
    });
    let trails = library.catalogue.trails().map(|trail| TrailLine {
        title: trail.title.clone(),
        href: trail_href(trail.id.as_str()),
        steps: trail.steps.len(),
    });
    Ok(html(&IndexPage {
        frame: Frame::of(&visitor, "/catalogue", words.say("nav-catalogue")),
        words: words.clone(),
        query: asked.to_owned(),
        hits,
        hits_max: HITS_MAX,
        sets: set_lines(words, library, &app.store.set_glances().await?, &entries),
        trails: trails.collect(),
        in_use: glances.iter().filter(|glance| !glance.is_retired).count(),
        offered: library.catalogue.tests().len(),
    }))
}

/// The page of a set or a trail that is named by the id of its record.
async fn by_record(app: &App, query: &Posted) -> Result<Option<String>, Fault> {
    let record = |name: &str, kind| Some(Key { kind, id: query.filled(name)?.parse().ok()? });
    let key = record("set", Kind::CriteriaSet).or_else(|| record("trail", Kind::AuditTrail));
    let Some(key) = key else { return Ok(None) };
    Ok(match app.store.record(key).await?.map(|found| found.record) {
        Some(AnyRecord::CriteriaSet(set)) => Some(set_href(set.criteria().as_str(), None)),
        Some(AnyRecord::AuditTrail(trail)) => Some(trail_href(trail.trail().as_str())),
        _ => None,
    })
}

fn set_lines(
    words: &Words,
    library: &Library,
    adopted: &[SetGlance],
    entries: &BTreeMap<String, Entry>,
) -> Vec<SetLine> {
    let mut counts: BTreeMap<&str, (usize, i64)> = BTreeMap::new();
    for entry in entries.values() {
        let sets: BTreeSet<&str> = entry.requirements.iter().map(|(set, _)| set.as_str()).collect();
        for set in sets {
            let (tests, minutes) = counts.entry(set).or_default();
            *tests += 1;
            *minutes += entry.minutes;
        }
    }
    let counted = |id: &str| counts.get(id).copied().unwrap_or_default();
    let state = |id: &str| match adopted.iter().find(|set| set.criteria == id) {
        None => words.say("library-offered"),
        Some(set) if set.is_retired => words.say("library-retired"),
        Some(_) => words.say("library-adopted"),
    };
    let offered = library.catalogue.sets().map(|set| {
        let (tests, minutes) = counted(set.id.as_str());
        SetLine {
            href: set_href(set.id.as_str(), None),
            title: set.title.clone(),
            edition: set.edition.clone(),
            requirements: i64::try_from(set.requirements().len()).unwrap_or(i64::MAX),
            untested: library.untested.get(&set.id).map(BTreeSet::len),
            tests,
            minutes,
            state: state(set.id.as_str()),
            id: set.id.as_str().to_owned(),
        }
    });
    let is_own = |set: &&SetGlance| !library.catalogue.sets().any(|known| known.id.as_str() == set.criteria);
    let own = adopted.iter().filter(is_own).map(|set| {
        let (tests, minutes) = counted(&set.criteria);
        SetLine {
            href: set_href(&set.criteria, None),
            title: set.title.clone(),
            edition: set.edition.clone(),
            requirements: set.requirements,
            untested: None,
            tests,
            minutes,
            state: state(&set.criteria),
            id: set.criteria.clone(),
        }
    });
    offered.chain(own).collect()
}

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
fn offered<'l>(library: &'l Library, criteria: &str) -> Option<&'l assize_catalogue::CriteriaSet> {
    criteria.parse::<CriteriaId>().ok().and_then(|id| library.catalogue.criteria(&id))
}

async fn set_of(app: &App, words: &Words, library: &Library, criteria: &str) -> Result<Set, Fault> {
    let unknown = || Fault::not_found(format!("there is no set of criteria `{}`", short(criteria)));
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

async fn set_page(
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
            let unknown = || Fault::not_found(format!("`{criteria}` has no requirement `{}`", short(under)));
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

/// A step of a trail.
struct Step {
    title: String,
    href: String,
    carry: String,
}

#[derive(Template)]
#[template(path = "catalogue_trail.html")]
struct TrailPage {
    frame: Frame,
    words: Words,
    case: String,
    about: String,
    steps: Vec<Step>,
    minutes: i64,
    standing: String,
    record: Option<String>,
    retire: Option<String>,
}

async fn trail_page(app: &App, visitor: &Visitor, trail: &str) -> Result<Response, Fault> {
    let library = library()?;
    let words = &visitor.words;
    let versions = app.store.trail_glances().await?.remove(trail).unwrap_or_default();
    let in_use = versions.iter().find(|(_, is_retired)| !is_retired).or_else(|| versions.first());
    let offered = trail.parse::<TrailId>().ok().and_then(|id| library.catalogue.trail(&id));
    let found = match (offered, in_use) {
        (Some(trail), _) => trail.clone(),
        (None, Some((record, _))) => own_trail(app, record).await?,
        (None, None) => return Err(Fault::not_found(format!("there is no trail `{}`", short(trail)))),
    };
    let entries = entries(library, &app.store.test_glances(None).await?);
    let entry = |step: &assize_catalogue::TrailStep| entries.get(step.test.as_str());
    let steps = found.steps.iter().map(|step| Step {
        title: entry(step).map_or_else(|| step.test.as_str().to_owned(), |entry| entry.title.clone()),
        href: test_href(step.test.as_str()),
        carry: step.carry.clone(),
    });
    let here = trail_href(trail);
    let retire = in_use.filter(|(_, is_retired)| !is_retired);
    Ok(html(&TrailPage {
        frame: Frame::of(visitor, "/catalogue", found.title.clone())
            .under(words.say("nav-catalogue"), "/catalogue"),
        words: words.clone(),
        steps: steps.collect(),
        minutes: found.steps.iter().filter_map(entry).map(|entry| entry.minutes).sum(),
        standing: words.say(match in_use {
            None => "library-offered",
            Some((_, true)) => "library-retired",
            Some((_, false)) => "library-adopted",
        }),
        record: in_use.map(|(record, _)| format!("/records/audit_trail/{record}")),
        retire: retire.map(|(record, _)| act_href("trail.retire", &[("audit_trail", record)], &here)),
        case: found.case,
        about: found.about,
    }))
}

/// A trail that the store has and the built-in catalogue does not.
async fn own_trail(app: &App, record: &str) -> Result<Trail, Fault> {
    let missing = || Fault::not_found("the trail was erased meanwhile");
    let key = Key { kind: Kind::AuditTrail, id: record.parse().map_err(|_| missing())? };
    match app.store.record(key).await?.map(|found| found.record) {
        Some(AnyRecord::AuditTrail(trail)) => Ok(Trail {
            id: trail.trail().as_str().parse().map_err(Fault::internal)?,
            title: trail.title().to_string(),
            case: trail.case().to_string(),
            about: trail.about().to_string(),
            steps: trail
                .steps()
                .iter()
                .filter_map(|step| {
                    let test = step.test.as_str().parse().ok()?;
                    Some(assize_catalogue::TrailStep { test, carry: step.carry.to_string() })
                })
                .collect(),
        }),
        _ => Err(missing()),
    }
}

/// A nonconformity that a test typically finds.
struct Typical {
    statement: String,
    breaches: String,
    major: String,
}

/// What the built-in catalogue, or a file, says of a test beyond what its record keeps.
struct Detail {
    evidence: Vec<(String, String, String)>,
    ask: Vec<(String, String)>,
    steps: Vec<(String, Vec<String>)>,
    population: String,
    fair: String,
    small: String,
    conformity: Vec<String>,
    warnings: Vec<String>,
    nonconformities: Vec<Typical>,
    related: Vec<String>,
    links: Vec<(String, String)>,
}

/// A version of a test in the store.
struct Version {
    digest: String,
    state: String,
    href: String,
    retire: Option<String>,
}

/// A working paper made from a test.
struct Use {
    audit: String,
    href: String,
    state: String,
}

#[derive(Template)]
#[template(path = "catalogue_test.html")]
struct TestPage {
    frame: Frame,
    words: Words,
    id: String,
    objective: String,
    standing: String,
    standing_word: &'static str,
    requirements: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    detail: Option<Detail>,
    /// How, as one text, where no more is known of it.
    guidance: Option<String>,
    trails: Vec<(String, String)>,
    versions: Vec<Version>,
    uses: Vec<Use>,
    uses_count: i64,
    /// The controls that adopt the test as the built-in catalogue has it.
    adopt: Option<Vec<(String, String)>>,
    edit: Option<String>,
    once: String,
    here: String,
}

/// `GET /catalogue/tests/{id}`.
pub(crate) async fn test(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if let Ok(record) = id.parse() {
        let found = app.store.record(Key { kind: Kind::AuditTest, id: record }).await?;
        if let Some(AnyRecord::AuditTest(test)) = found.map(|found| found.record) {
            return Ok(Redirect::to(&test_href(test.test().as_str())).into_response());
        }
    }
    let library = library()?;
    let words = &visitor.words;
    let versions = app.store.test_glances(Some(&id)).await?;
    let offered = id.parse::<TestId>().ok().and_then(|id| library.catalogue.test(&id));
    let entries = entries(library, &versions);
    let missing = || Fault::not_found(format!("there is no audit test `{}`", short(&id)));
    let entry = entries.get(&id).ok_or_else(missing)?;
    let in_use = versions.iter().find(|version| !version.is_retired).or_else(|| versions.first());
    let record = match in_use {
        Some(version) => adopted_test(&app, version).await?,
        None => None,
    };
    // The version that is in use is shown; what only the catalogue says of it, where that has the same version.
    let is_same = |test: &&AuditTest| {
        in_use.is_none_or(|version| library.versions.get(&test.id) == Some(&version.digest))
    };
    let detail = offered.filter(is_same);
    let (uses_count, uses) = app.store.paper_uses(&id, USES_MAX).await?;
    let here = test_href(&id);
    let trails = id.parse::<TestId>().ok().map(|id| trails_through(library, &id)).unwrap_or_default();
    Ok(html(&TestPage {
        frame: Frame::of(&visitor, "/catalogue", entry.title.clone())
            .under(words.say("nav-catalogue"), "/catalogue"),
        objective: objective(detail, record.as_ref()),
        standing: words.say(entry.standing.key()),
        standing_word: entry.standing.word(),
        requirements: requirements(library, entry),
        facts: facts(words, detail, record.as_ref(), entry),
        guidance: record.as_ref().filter(|_| detail.is_none()).map(|test| test.guidance().to_string()),
        detail: detail.map(|test| detailed(words, library, test)),
        trails,
        versions: versions.iter().map(|version| version_line(words, version, &here)).collect(),
        uses: uses
            .into_iter()
            .map(|one| Use {
                audit: one.audit,
                href: format!("/papers/{}", one.paper),
                state: match one.evaluation {
                    Some(evaluation) => words.word("Evaluation", &evaluation),
                    None => words.word("PaperState", &one.state),
                },
            })
            .collect(),
        uses_count,
        adopt: offered.filter(|_| versions.is_empty()).map(|test| {
            let mut controls = Vec::new();
            flat("/tests/0", &adopted(test), &mut controls);
            controls
        }),
        edit: detail.map(|_| format!("{here}/edit")),
        once: nonce(),
        words: words.clone(),
        id: entry.id.clone(),
        here,
    }))
}

/// A value as the controls of a form, each named by the place of what it holds.
pub(crate) fn flat(pointer: &str, value: &Value, out: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::String(text) => out.push((pointer.to_owned(), text.clone())),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                // Short texts stand in a list's own place, one beside the other.
                let place = if value.is_object() { format!("{pointer}/{index}") } else { pointer.to_owned() };
                flat(&place, value, out);
            }
        }
        Value::Object(object) => {
            object.iter().for_each(|(name, value)| flat(&format!("{pointer}/{name}"), value, out));
        }
        other => out.push((pointer.to_owned(), other.to_string())),
    }
}

async fn adopted_test(app: &App, version: &TestGlance) -> Result<Option<AdoptedTest>, Fault> {
    let Ok(id) = version.record.parse() else { return Ok(None) };
    let found = app.store.record(Key { kind: Kind::AuditTest, id }).await?;
    Ok(match found.map(|found| found.record) {
        Some(AnyRecord::AuditTest(test)) => Some(*test),
        _ => None,
    })
}

fn objective(detail: Option<&AuditTest>, record: Option<&AdoptedTest>) -> String {
    let of_record = || record.map(|test| test.objective().to_string());
    detail.map(|test| test.objective.clone()).or_else(of_record).unwrap_or_default()
}

fn requirements(library: &Library, entry: &Entry) -> Vec<(String, String)> {
    let named = entry.requirements.iter().map(|(criteria, id)| {
        let set = criteria.parse::<CriteriaId>().ok().and_then(|id| library.catalogue.criteria(&id));
        let title = set.zip(id.parse().ok()).and_then(|(set, id)| set.requirement(&id)).map(|one| &one.title);
        let title = title.map(String::as_str).unwrap_or_default();
        (format!("{criteria} · {id} {title}").trim_end().to_owned(), set_href(criteria, Some(id)))
    });
    named.collect()
}

fn facts(
    words: &Words,
    detail: Option<&AuditTest>,
    record: Option<&AdoptedTest>,
    entry: &Entry,
) -> Vec<(String, String)> {
    let types: Vec<String> = match (detail, record) {
        (Some(test), _) => test.audit_types.iter().map(|one| words.word("AuditType", one.as_str())).collect(),
        (None, Some(test)) => {
            test.audit_types().iter().map(|one| words.word("AuditType", one.word())).collect()
        }
        (None, None) => Vec::new(),
    };
    let types = if types.is_empty() { words.say("library-all-types") } else { types.join(", ") };
    let mut facts = vec![
        (words.field("AuditTest", "minutes"), words.with("library-minutes", "count", entry.minutes)),
        (words.field("AuditTest", "audit_types"), types),
    ];
    let breaches: Vec<String> = match (detail, record) {
        (Some(test), _) => test.breaches().into_iter().map(|id| id.as_str().to_owned()).collect(),
        (None, Some(test)) => test.breaches().iter().map(ToString::to_string).collect(),
        (None, None) => Vec::new(),
    };
    if !breaches.is_empty() {
        facts.push((words.field("AuditTest", "breaches"), breaches.join(", ")));
    }
    facts
}

fn detailed(words: &Words, library: &Library, test: &AuditTest) -> Detail {
    let kind = |kind: EvidenceKind| {
        words.say(match kind {
            EvidenceKind::DocumentedInformation => "library-evidence-documented",
            EvidenceKind::Record => "library-evidence-record",
            EvidenceKind::SystemState => "library-evidence-system",
            EvidenceKind::Observation => "library-evidence-observation",
            EvidenceKind::Statement => "library-evidence-statement",
        })
    };
    let how = &test.how;
    let steps = [
        ("library-observe", &how.observe),
        ("library-inspect", &how.inspect),
        ("library-reperform", &how.reperform),
        ("library-remote", &how.remote),
    ];
    let steps = steps.into_iter().filter(|(_, list)| !list.is_empty());
    let title = |id: &TestId| {
        let title = library.catalogue.test(id).map(|test| test.title.clone());
        title.unwrap_or_else(|| id.as_str().to_owned())
    };
    let nonconformities = test.nonconformities.iter().map(|found| Typical {
        statement: found.statement.clone(),
        breaches: found.breaches.iter().map(RequirementId::as_str).collect::<Vec<_>>().join(", "),
        major: found.major.clone(),
    });
    Detail {
        evidence: test
            .evidence
            .iter()
            .map(|piece| (piece.what.clone(), kind(piece.kind), piece.holder.clone()))
            .collect(),
        ask: how.ask.iter().map(|ask| (ask.role.clone(), ask.question.clone())).collect(),
        steps: steps.map(|(key, list)| (words.say(key), list.clone())).collect(),
        population: test.sampling.population.clone(),
        fair: test.sampling.fair.clone(),
        small: test.sampling.small.clone(),
        conformity: test.conformity.clone(),
        warnings: test.warnings.clone(),
        nonconformities: nonconformities.collect(),
        related: test.related.iter().map(ToString::to_string).collect(),
        links: test.links.iter().map(|id| (title(id), test_href(id.as_str()))).collect(),
    }
}

fn trails_through(library: &Library, id: &TestId) -> Vec<(String, String)> {
    let trails = library.catalogue.trails_through(id);
    trails.map(|trail| (trail.title.clone(), trail_href(trail.id.as_str()))).collect()
}

fn version_line(words: &Words, version: &TestGlance, here: &str) -> Version {
    Version {
        digest: version.digest.chars().take(16).collect(),
        state: words.say(if version.is_retired { "library-retired" } else { "library-in-use" }),
        href: format!("/records/audit_test/{}", version.record),
        retire: (!version.is_retired)
            .then(|| act_href("test.retire", &[("audit_test", &version.record)], here)),
    }
}

/// `GET /catalogue/export`: a set of the built-in catalogue with its tests, as a file.
pub(crate) async fn export(State(app): State<App>, _visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let criteria = query.filled("set").unwrap_or_default();
    let library = library()?;
    let unknown = || Fault::not_found(format!("the built-in catalogue has no set `{}`", short(criteria)));
    let set = offered(library, criteria).ok_or_else(unknown)?;
    let catalogue = &library.catalogue;
    let (bytes, media, ending) = match query.filled("as") {
        Some("xlsx") => {
            const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (catalogue.export_xlsx(set).map_err(Fault::internal)?, XLSX, "xlsx")
        }
        Some("toml") => {
            (catalogue.export_toml(&set.id).ok_or_else(unknown)?.into_bytes(), "application/toml", "toml")
        }
        Some("oscal") => {
            let oscal = catalogue.export_oscal(&set.id, &now(&app)?.to_string()).ok_or_else(unknown)?;
            (oscal.to_string().into_bytes(), "application/json", "json")
        }
        _ => return Err(Fault::not_found("a set is given out as `xlsx`, `toml` or `oscal`")),
    };
    let name: String = criteria
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let headers = [
        (header::CONTENT_TYPE, value(media)),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}.{ending}\""))),
    ];
    Ok((headers, bytes).into_response())
}

/// `POST /catalogue/adopt`: the built-in set that `set` names; without it every built-in test, mapping and trail. What was adopted
/// before stays as it is, so that it may be done again.
pub(crate) async fn adopt(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let catalogue = &library()?.catalogue;
    let (commands, back) = match posted.filled("set") {
        Some(set) => {
            let found = set.parse::<CriteriaId>().ok().and_then(|id| catalogue.criteria(&id));
            let unknown = || Fault::not_found(format!("the built-in catalogue has no set `{}`", short(set)));
            let found = found.ok_or_else(unknown)?;
            (vec![("criteria.adopt", adopted_set(found, None))], set_href(set, None))
        }
        None => (adoptions(catalogue), "/catalogue".to_owned()),
    };
    let last = commands.first().map(|(name, _)| *name).unwrap_or_default();
    let seq = give_all(&app, &visitor, commands).await?;
    let more = if back.contains('?') { '&' } else { '?' };
    let seq = seq.map(|seq| format!("&seq={seq}")).unwrap_or_default();
    Ok(Redirect::to(&format!("{back}{more}done={last}{seq}")).into_response())
}

/// Gives commands one after the other; each is read before the first is given. The number of the last entry.
pub(crate) async fn give_all(
    app: &App,
    visitor: &Visitor,
    commands: Vec<(&'static str, Value)>,
) -> Result<Option<i64>, Fault> {
    let read = commands.iter().map(|(name, body)| command(name, body));
    let read = read.collect::<Result<Vec<_>, Fault>>()?;
    let mut last = None;
    for command in read {
        let act = Act { actor: visitor.actor.clone(), command, expected: None, once: None };
        let done = execute(app, act).await?;
        last = done.events.last().map(|event| event.seq).or(last);
    }
    Ok(last)
}
