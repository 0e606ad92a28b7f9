//! An audit test: everything it has, its versions, and where it was used.

use askama::Template;
use assize_catalogue::adoption::adopted;
use assize_catalogue::{AuditTest, CriteriaId, EvidenceKind, RequirementId, TestId};
use assize_domain::evidence::AuditTest as AdoptedTest;
use assize_domain::kernel::said::say;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::TestGlance;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::Value;

use super::{set_href, test_href, trail_href};
use crate::app::App;
use crate::problem::Fault;
use crate::query::short;
use crate::web::act::nonce;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::{Entry, Library, entries, library};
use crate::web::pages::act_href;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many working papers a test's page names.
const USES_MAX: i64 = 12;

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
    /// When it was adopted, and by its digest which it is.
    adopted: Option<String>,
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
    let missing = || Fault::not_found(say!("there is no audit test `{id}`", id = short(&id)));
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
    let here = test_href(&id);
    let mut lines = Vec::new();
    for version in &versions {
        let record = adopted_test(&app, version).await?;
        lines.push(version_line(words, version, record.as_ref(), &here));
    }
    let reach = visitor.asker.reach(Kind::Paper).await?.whole();
    let (uses_count, uses) = app.store.paper_uses(&reach, &id, USES_MAX).await?;
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
        versions: lines,
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

/// What a kind of evidence is called.
pub(crate) fn evidence_kind(words: &Words, kind: EvidenceKind) -> String {
    words.say(match kind {
        EvidenceKind::DocumentedInformation => "library-evidence-documented",
        EvidenceKind::Record => "library-evidence-record",
        EvidenceKind::SystemState => "library-evidence-system",
        EvidenceKind::Observation => "library-evidence-observation",
        EvidenceKind::Statement => "library-evidence-statement",
    })
}

fn detailed(words: &Words, library: &Library, test: &AuditTest) -> Detail {
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
            .map(|piece| (piece.what.clone(), evidence_kind(words, piece.kind), piece.holder.clone()))
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

fn version_line(words: &Words, version: &TestGlance, record: Option<&AdoptedTest>, here: &str) -> Version {
    Version {
        adopted: record.map(|test| words.with("library-version", "date", words.date(test.stamp().at.date()))),
        digest: version.digest.chars().take(16).collect(),
        state: words.say(if version.is_retired { "library-retired" } else { "library-in-use" }),
        href: format!("/records/audit_test/{}", version.record),
        retire: (!version.is_retired)
            .then(|| act_href("test.retire", &[("audit_test", &version.record)], here)),
    }
}
