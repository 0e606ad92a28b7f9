//! A cell of the coverage: what of a clause was tested in a unit in a year, by which audits, and when.

use std::collections::BTreeMap;

use askama::Template;
use assize_domain::audit::Audit;
use assize_domain::kernel::id::{AuditId, ProgrammeId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::programme::Programme;
use assize_domain::{Key, World};
use assize_store::{FindingCovered, PaperCovered};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::coverage::{Asked, Column, Covering, Ground, natural};
use super::{Head, frame};
use crate::app::App;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::findings::grade_label;
use crate::web::pages::href;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many papers, and how many findings, are listed.
const LINES: usize = 120;
/// How many audits are looked into.
const AUDITS_MAX: usize = 24;

/// A test of a requirement.
struct Test {
    requirement: String,
    title: String,
    href: String,
    /// The evaluation, the class of its sign, and when it was made.
    evaluation: Option<(String, &'static str, String)>,
}

/// A finding.
struct Found {
    number: i64,
    title: String,
    href: String,
    kind: String,
    grade: Option<(String, String)>,
    state: String,
}

/// What an audit did here.
struct Did {
    title: String,
    href: String,
    state: String,
    window: String,
    tests: Vec<Test>,
    findings: Vec<Found>,
}

#[derive(Template)]
#[template(path = "programme_cell.html")]
struct CellPage {
    frame: Frame,
    words: Words,
    head: Head,
    criteria: String,
    of: String,
    unit: String,
    year: String,
    audits: Vec<Did>,
    /// Whether there is more than is listed.
    cut: bool,
}

/// `GET /programmes/{id}/coverage/cell`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let programme: ProgrammeId = id(&programme)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let ground = app.store.ask(|world| Ground::of(world, world.get::<Programme>(programme)?));
    let ground = ground.await.map_err(Fault::unanswered)?;
    let missing = || Fault::not_found("the extent of the programme has no such place");
    let asked = Asked::of(&query, &ground).ok_or_else(missing)?;
    let year = asked.year.ok_or_else(missing)?;
    let column = column(&query, &ground).ok_or_else(missing)?;
    let (planned, audits) = app.store.programme_parts(programme).await?;
    let mut here: Vec<Covering> = Covering::all(planned, audits)
        .into_iter()
        .filter(|audit| audit.is_at(&asked.criteria, column, year))
        .collect();
    here.sort_by_key(|audit| (audit.from, audit.id));
    let here: Vec<AuditId> = here.iter().map(|audit| audit.id).take(AUDITS_MAX).collect();
    let rows_max = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let papers = app.store.papers_covered(&here, &asked.criteria, &asked.within, rows_max).await?;
    let findings = app.store.findings_covered(&here, &asked.criteria, &asked.within, rows_max).await?;
    let cut = papers.len() > LINES || findings.len() > LINES;
    let page = app.store.ask(|world| {
        let record = world.get::<Programme>(programme)?;
        let words = &visitor.words;
        Ok::<_, Stop>(CellPage {
            frame: frame(&visitor, record, Some("programme-tab-coverage"))
                .under(words.say("programme-tab-coverage"), format!("/programmes/{programme}/coverage")),
            words: words.clone(),
            head: Head::of(words, record, "/coverage", &href(Key::of(programme))),
            criteria: asked.criteria.to_string(),
            of: asked.within.clone(),
            unit: column.label.clone(),
            year: year.to_string(),
            audits: audits_here(world, words, record, &here, &papers, &findings)?,
            cut,
        })
    });
    Ok(html(&page.await.map_err(Fault::unanswered)?))
}

fn column<'g>(query: &Posted, ground: &'g Ground) -> Option<&'g Column> {
    let unit = query.filled("unit");
    let auditee = query.filled("auditee");
    let is = |column: &&Column| {
        column.unit.as_ref().map(|unit| unit.as_str()) == unit
            && auditee.is_none_or(|auditee| column.auditee.to_string() == auditee)
    };
    ground.columns.iter().find(is)
}

fn audits_here(
    world: &World,
    words: &Words,
    programme: &Programme,
    here: &[AuditId],
    papers: &[PaperCovered],
    findings: &[FindingCovered],
) -> Result<Vec<Did>, Stop> {
    let mut tests: BTreeMap<AuditId, Vec<Test>> = BTreeMap::new();
    let mut papers: Vec<&PaperCovered> = papers.iter().take(LINES).collect();
    papers.sort_by_cached_key(|paper| (natural(paper.requirement.as_str()), paper.id));
    for paper in papers {
        tests.entry(paper.audit).or_default().push(Test {
            requirement: paper.requirement.to_string(),
            title: paper.title.to_string(),
            href: href(Key::of(paper.id)),
            evaluation: paper
                .evaluation
                .as_ref()
                .map(|(word, at)| (words.word("Evaluation", word), sign(word), words.date(at.date()))),
        });
    }
    let mut found: BTreeMap<AuditId, Vec<Found>> = BTreeMap::new();
    for finding in findings.iter().take(LINES) {
        found.entry(finding.audit).or_default().push(one_found(words, programme, finding));
    }
    world.want(here.iter().copied())?;
    let mut audits = Vec::new();
    for id in here {
        // What was not opened is planned, and the record has it.
        let Some(audit) = world.find::<Audit>(*id)? else {
            let planned = world.get::<assize_domain::programme::PlannedAudit>((*id).into())?;
            audits.push(Did {
                title: planned.outline().title.to_string(),
                href: href(Key::of(planned.id())),
                state: words.word("PlannedState", planned.state().word()),
                window: words.period(&planned.outline().window),
                tests: Vec::new(),
                findings: Vec::new(),
            });
            continue;
        };
        audits.push(Did {
            title: audit.title().to_string(),
            href: href(Key::of(*id)),
            state: words.word("AuditState", audit.state().word()),
            window: words.period(audit.window()),
            tests: tests.remove(id).unwrap_or_default(),
            findings: found.remove(id).unwrap_or_default(),
        });
    }
    Ok(audits)
}

/// The sign of an evaluation, by its word.
fn sign(word: &str) -> &'static str {
    match word {
        "conforms" => "met",
        "does_not_conform" => "not-met",
        _ => "not-yet",
    }
}

fn one_found(words: &Words, programme: &Programme, finding: &FindingCovered) -> Found {
    let grade = finding.grade.as_ref().map(|key| {
        let grade = programme.policy().grades.iter().find(|grade| grade.key.as_str() == key);
        (key.clone(), grade.map_or_else(|| key.clone(), |grade| grade_label(words, grade.label.as_str())))
    });
    Found {
        number: finding.number,
        title: finding.title.to_string(),
        href: href(Key::of(finding.id)),
        kind: words.word("FindingKind", &finding.kind),
        grade,
        state: words.word("FindingState", &finding.state),
    }
}
