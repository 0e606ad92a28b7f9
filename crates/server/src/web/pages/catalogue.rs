//! The catalogue: sets of criteria with their requirements, the audit tests on them, the trails through those, and search over all.

mod give;
mod set;
mod test;
mod trail;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::SetGlance;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::app::App;
use crate::problem::Fault;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::{Entry, Library, entries, found, library};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

pub(crate) use self::give::{adopt, export, give_all};
use self::set::set_page;
pub(crate) use self::test::{evidence_kind, flat, test};
use self::trail::trail_page;

/// How many tests a search shows.
const HITS_MAX: usize = 60;

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
