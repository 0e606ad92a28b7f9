//! The composer: the form of `finding.draft` and `finding.edit`, with what a finding rests on beside it.
//!
//! Its controls have the names of the fields, as those of every form: what the law finds wrong comes back to them, and nothing that was
//! typed is lost.

use std::collections::BTreeSet;

use askama::Template;
use assize_domain::audit::Audit;
use assize_domain::auditee::Soa;
use assize_domain::auditor::Person;
use assize_domain::criteria::{CriteriaSet, criteria_set_id};
use assize_domain::evidence::{AuditTest, Note, Paper, PaperStanding};
use assize_domain::finding::{Finding, FindingText, Warning, warnings_of};
use assize_domain::kernel::id::{AuditId, EvidenceId, FindingId, Id as _, PaperId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::policy::Grade;
use assize_domain::programme::Programme;
use assize_domain::words::{Evaluation, FindingKind};
use assize_domain::{AnyRecord, Command, Key, Kind, World};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use super::path::{Piece, pieces};
use super::typical::{Typical, typical};
use super::{Graded, built_in, cut, grade_label, grade_meaning};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::Fault;
use crate::web::act::nonce;
use crate::web::assets;
use crate::web::form::{Choice, Posted, Reader, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::href;
use crate::web::visitor::{Visitor, own_path};
use crate::web::words::{IntoWord as _, Words};

/// The commands that this is the form of.
const COMMANDS: [&str; 2] = ["finding.draft", "finding.edit"];
/// How many requirements are offered.
const OFFERED_MAX: usize = 600;
/// How many pieces of the audit's evidence are offered beside those of the papers.
const EVIDENCE_MAX: i64 = 60;
/// How much of a name a list shows.
const NAME_CHARS: usize = 70;
/// Clauses that a failed control usually breaches, where its test says nothing.
const USUAL_BREACHES: [&str; 3] = ["6.1.3", "8.1", "8.3"];

/// Whether a command has its form here.
pub(crate) fn is_for(command: &str) -> bool {
    COMMANDS.contains(&command)
}

/// What a form holds and what is said to it.
pub(crate) struct Given<'g> {
    pub(crate) name: &'g str,
    pub(crate) value: &'g Value,
    pub(crate) wrong: Vec<Wrong>,
    pub(crate) back: String,
    pub(crate) version: Option<i64>,
    pub(crate) once: String,
    pub(crate) meanwhile: Vec<(String, String)>,
}

/// The value of a form without the rows in which no requirement was named: its set alone names none.
pub(crate) fn tidied(command: &str, mut value: Value) -> Value {
    if is_for(command)
        && let Some(Value::Array(rows)) = value.pointer_mut("/text/requirements")
    {
        rows.retain(|row| row.get("id").is_some());
        if rows.is_empty()
            && let Some(Value::Object(text)) = value.get_mut("text")
        {
            text.remove("requirements");
        }
    }
    value
}

/// A warning in the language of whoever reads.
pub(crate) fn warning(words: &Words, warning: &Warning) -> String {
    match warning {
        Warning::Prescribes(word) => words.with("warns-prescribes", "word", word.as_str()),
        Warning::Opinion(word) => words.with("warns-opinion", "word", word.as_str()),
        Warning::NamesPerson(name) => words.with("warns-person", "word", name.as_str()),
        Warning::UnknownRequirement(id) => words.with("warns-requirement", "word", id.as_str()),
    }
}

/// The days that a grade gives.
pub(crate) fn days(words: &Words, grade: &Grade) -> String {
    words.with_all(
        "grade-days",
        &[
            ("acknowledge", i64::from(grade.acknowledge_days).into_word()),
            ("plan", i64::from(grade.plan_days).into_word()),
            ("implement", i64::from(grade.implement_days).into_word()),
        ],
    )
}

/// A kind of finding to choose.
struct KindOption {
    value: &'static str,
    graded: Graded,
    about: String,
    checked: bool,
}

/// A grade to choose.
struct GradeOption {
    key: String,
    graded: Graded,
    meaning: String,
    days: String,
    checked: bool,
}

/// A requirement that was named.
#[derive(Default)]
struct Row {
    criteria: String,
    id: String,
    title: Option<String>,
}

/// A requirement to choose.
struct Offered {
    id: String,
    title: String,
    criteria: String,
}

/// Something to tick.
struct Tick {
    value: String,
    label: String,
    more: String,
    ticked: bool,
}

/// Evidence to tick, with the ways to open it.
struct EvidenceTick {
    id: String,
    piece: Piece,
    ticked: bool,
}

/// A note of the papers, to be cited.
struct Noted {
    text: String,
    said: String,
}

/// A nonconformity that the test typically finds, and the composer that begins with it.
struct Begin {
    typical: Typical,
    href: String,
}

#[derive(Template)]
#[template(path = "findings/composer.html")]
struct ComposerPage {
    frame: Frame,
    words: Words,
    name: String,
    about: Option<String>,
    /// The record that the command names: its control and its id.
    fixed: (&'static str, String),
    audit: AuditId,
    /// What is typed on one paper is not offered on another.
    keep: String,
    back: String,
    once: String,
    version: Option<i64>,
    meanwhile: Vec<(String, String)>,
    wrong: Vec<Wrong>,
    wrongs: usize,
    elsewhere: Vec<Wrong>,
    kinds: Vec<KindOption>,
    grades: Vec<GradeOption>,
    title: String,
    statement: String,
    objective_evidence: String,
    sets: Vec<String>,
    rows: Vec<Row>,
    offered: Vec<Offered>,
    breaches: Vec<Tick>,
    papers: Vec<Tick>,
    other_papers: Vec<Choice>,
    evidence: Vec<EvidenceTick>,
    other_evidence: Vec<EvidenceTick>,
    notes: Vec<Noted>,
    begin: Vec<Begin>,
    warned: Vec<String>,
    script: String,
}

impl ComposerPage {
    /// What is wrong at a place or below it.
    fn problems(&self, at: &str) -> Vec<String> {
        let below = format!("{at}/");
        let here = self.wrong.iter().filter(|wrong| wrong.at == at || wrong.at.starts_with(&below));
        here.map(|wrong| wrong.said(&self.words)).collect()
    }

    /// The attributes that tie a control to its help and to what is wrong with it.
    fn described(&self, at: &str) -> String {
        let id = crate::web::form::id_of(at);
        if self.problems(at).is_empty() {
            return format!(" aria-describedby=\"{id}-help\"");
        }
        format!(" aria-describedby=\"{id}-help {id}-problem\" aria-invalid=\"true\"")
    }
}

/// `GET /findings/new?audit=&paper=`: a new finding, begun with what its paper says. `typical` is the number of a nonconformity that the
/// paper's test typically finds.
pub(crate) async fn new(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let paper: Option<PaperId> = query.filled("paper").and_then(|paper| paper.parse().ok());
    let audit: Option<AuditId> = query.filled("audit").and_then(|audit| audit.parse().ok());
    let number: Option<usize> = query.filled("typical").and_then(|number| number.parse().ok());
    let begun = app.store.ask(|world| begun(world, audit, paper, number));
    let value = begun.await.map_err(Fault::unanswered)?;
    let value =
        value.ok_or_else(|| Fault::not_found("a finding is written in an audit: begin at its findings"))?;
    let given = Given {
        name: "finding.draft",
        value: &value,
        wrong: Vec::new(),
        back: query.one("back").and_then(own_path).unwrap_or_default().to_owned(),
        version: None,
        once: nonce(),
        meanwhile: Vec::new(),
    };
    let page = page(&app, &visitor, given).await?;
    page.ok_or_else(|| Fault::not_found("no audit has this id"))
}

/// What a new finding begins with.
fn begun(
    world: &World,
    audit: Option<AuditId>,
    paper: Option<PaperId>,
    number: Option<usize>,
) -> Result<Option<Value>, Stop> {
    let Some(paper) = paper else {
        return Ok(audit.map(|audit| json!({ "audit": audit.to_string() })));
    };
    let paper = world.get::<Paper>(paper)?;
    let requirements = paper.requirements().iter();
    let requirements: Value =
        requirements.map(|one| json!({ "criteria": one.criteria.as_str(), "id": one.id.as_str() })).collect();
    let evidence: Value = paper.evidence().iter().map(|id| id.to_string()).collect();
    let mut text =
        json!({ "requirements": requirements, "evidence": evidence, "papers": [paper.id().to_string()] });
    let failed =
        paper.state().evaluation().is_some_and(|(evaluation, _, _)| evaluation == Evaluation::DoesNotConform);
    let test = match *paper.test() {
        Some(test) => world.find::<AuditTest>(test)?,
        None => None,
    };
    let chosen =
        number.zip(test).and_then(|(at, test)| typical(test.guidance().as_str()).into_iter().nth(at));
    if let Some(fields) = text.as_object_mut() {
        if failed || chosen.is_some() {
            fields.insert("kind".to_owned(), json!(FindingKind::Nonconformity.word()));
        }
        if let Some(chosen) = chosen {
            fields.insert("statement".to_owned(), json!(chosen.statement));
            fields.insert("breaches".to_owned(), json!(chosen.breaches));
        }
    }
    Ok(Some(json!({ "audit": paper.audit().to_string(), "text": text })))
}

/// The page of the form; none where no audit is named, so that the form asks for it.
pub(crate) async fn page(app: &App, visitor: &Visitor, given: Given<'_>) -> Result<Option<Response>, Fault> {
    let id = |name: &str| given.value.get(name).and_then(Value::as_str);
    let finding: Option<FindingId> =
        if given.name == "finding.edit" { id("finding").and_then(|id| id.parse().ok()) } else { None };
    let audit = match finding {
        Some(finding) => app.store.record(Key::of(finding)).await?.and_then(|found| match found.record {
            AnyRecord::Finding(finding) => Some(*Finding::audit(&finding)),
            _ => None,
        }),
        None => id("audit").and_then(|id| id.parse().ok()),
    };
    let Some(audit) = audit else { return Ok(None) };
    if app.store.record(Key::of(audit)).await?.is_none() {
        return Ok(None);
    }
    let more = app.store.linked_page(Kind::Evidence, "audit", audit.uuid(), None, EVIDENCE_MAX).await?;
    let more: Vec<EvidenceId> = more.iter().map(|(key, _)| key.id.into()).collect();
    let composing = Composing { visitor, given: &given, audit, finding, more: &more };
    let page = app.store.ask(|world| composing.page(world)).await.map_err(Fault::unanswered)?;
    Ok(Some(html(&page)))
}

/// `POST /findings/warnings?audit=`: the warnings for what is typed so far.
pub(crate) async fn warnings(
    State(app): State<App>,
    visitor: Visitor,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let audit: AuditId = crate::query::id(query.one("audit").unwrap_or_default())?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let words = &visitor.words;
    let reader = Reader { posted: &posted, language: words.language, zone: words.zone().clone() };
    let schema = Command::schema("finding.draft").unwrap_or_default();
    let value = reader.value(&schema, "").unwrap_or_default();
    let found = match text_so_far(&value) {
        Some(text) => {
            app.store.ask(|world| warnings_of(world, audit, &text)).await.map_err(Fault::unanswered)?
        }
        None => Vec::new(),
    };
    let said: Vec<String> = found.iter().map(|one| warning(words, one)).collect();
    Ok(crate::body::json(StatusCode::OK, &json!({ "warnings": said })))
}

/// A text that is still being written, with a dash for what it lacks.
fn text_so_far(value: &Value) -> Option<FindingText> {
    const LACKING: &str = "–";
    let text = |name: &str| value.pointer(&format!("/text/{name}")).and_then(Value::as_str);
    let rows = value.pointer("/text/requirements").and_then(Value::as_array);
    let requirement = |row: &Value| {
        Some(assize_domain::evidence::Requirement {
            criteria: row.get("criteria")?.as_str()?.parse().ok()?,
            id: row.get("id")?.as_str()?.parse().ok()?,
        })
    };
    Some(FindingText {
        kind: text("kind").and_then(|kind| kind.parse().ok())?,
        title: text("title").unwrap_or(LACKING).parse().ok()?,
        statement: text("statement").unwrap_or(LACKING).parse().ok()?,
        objective_evidence: text("objective_evidence").and_then(|text| text.parse().ok()),
        requirements: rows.into_iter().flatten().filter_map(requirement).collect(),
        breaches: Vec::new(),
        grade: None,
        papers: Vec::new(),
        evidence: Vec::new(),
    })
}

struct Composing<'c> {
    visitor: &'c Visitor,
    given: &'c Given<'c>,
    audit: AuditId,
    finding: Option<FindingId>,
    /// Evidence of the audit, to be offered.
    more: &'c [EvidenceId],
}

impl Composing<'_> {
    fn text(&self, name: &str) -> String {
        let found = self.given.value.pointer(&format!("/text/{name}"));
        found.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    fn list(&self, name: &str) -> Vec<String> {
        let found = self.given.value.pointer(&format!("/text/{name}")).and_then(Value::as_array);
        found.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn page(&self, world: &World) -> Result<ComposerPage, Stop> {
        let words = &self.visitor.words;
        let given = self.given;
        let audit = world.get::<Audit>(self.audit)?;
        let initiation = audit.initiation().as_ref();
        Stop::together([
            world.want([*audit.programme()]),
            world.want(
                initiation.into_iter().flat_map(|initiation| &initiation.criteria).map(criteria_set_id),
            ),
            world.want(initiation.and_then(|initiation| initiation.soa)),
            world.briefs::<PaperStanding>("audit", self.audit).map(drop),
        ])?;
        let programme = world.get::<Programme>(*audit.programme())?;
        let findings = format!("/audits/{}/findings", self.audit);
        let mut frame = Frame::of(self.visitor, "/findings", words.command(given.name))
            .under(words.say("nav-audits"), "/audits")
            .under(audit.title().to_string(), href(Key::of(self.audit)))
            .under(words.say("audit-tab-findings"), findings);
        if let Some(finding) = self.finding {
            let title = world.get::<Finding>(finding)?;
            let title = format!("{} · {}", title.number(), title.text().title);
            frame = frame.under(title, href(Key::of(finding)));
        }
        let sets = self.sets(audit);
        let offered = self.offered(world, audit, &sets)?;
        let chosen = self.papers_chosen(world)?;
        let tests = self.tests(world, &chosen)?;
        let (papers, other_papers) = self.papers(world)?;
        let (evidence, other_evidence) = self.evidence(world, &chosen)?;
        let elsewhere = given.wrong.iter().filter(|wrong| !wrong.at.starts_with("/text/"));
        Ok(ComposerPage {
            frame,
            words: words.clone(),
            name: given.name.to_owned(),
            about: words.command_about(given.name),
            fixed: match self.finding {
                Some(finding) => ("/finding", finding.to_string()),
                None => ("/audit", self.audit.to_string()),
            },
            audit: self.audit,
            keep: self.list("papers").into_iter().next().unwrap_or_default(),
            back: given.back.clone(),
            once: given.once.clone(),
            version: given.version,
            meanwhile: given.meanwhile.clone(),
            elsewhere: elsewhere.cloned().collect(),
            wrongs: given.wrong.len(),
            wrong: given.wrong.clone(),
            kinds: self.kinds(),
            grades: self.grades(programme),
            title: self.text("title"),
            statement: self.text("statement"),
            objective_evidence: self.text("objective_evidence"),
            rows: self.rows(&offered, &sets),
            breaches: self.breaches(&offered, &tests),
            sets,
            offered,
            papers,
            other_papers,
            evidence,
            other_evidence,
            notes: self.notes(world, &chosen)?,
            begin: if self.finding.is_none() { self.begin(&chosen, &tests) } else { Vec::new() },
            warned: self.warned(world)?,
            script: assets::address("findings.js"),
        })
    }

    fn kinds(&self) -> Vec<KindOption> {
        let words = &self.visitor.words;
        let chosen = self.text("kind");
        let about = |kind| match kind {
            FindingKind::Nonconformity => words.say("kind-nonconformity-about"),
            FindingKind::OpportunityForImprovement => words.say("kind-improvement-about"),
            FindingKind::GoodPractice => words.say("kind-practice-about"),
        };
        let option = |kind: &FindingKind| KindOption {
            value: kind.word(),
            graded: Graded::of(words, *kind, None, Some(1)),
            about: about(*kind),
            checked: kind.word() == chosen,
        };
        FindingKind::ALL.iter().map(option).collect()
    }

    fn grades(&self, programme: &Programme) -> Vec<GradeOption> {
        let words = &self.visitor.words;
        let chosen = self.text("grade");
        let mut grades: Vec<&Grade> = programme.policy().grades.iter().collect();
        grades.sort_by_key(|grade| grade.rank);
        let option = |grade: &&Grade| GradeOption {
            key: grade.key.to_string(),
            graded: Graded {
                word: grade_label(words, grade.label.as_str()),
                ..Graded::of(words, FindingKind::Nonconformity, None, Some(i64::from(grade.rank)))
            },
            meaning: grade_meaning(words, grade),
            days: days(words, grade),
            checked: grade.key.as_str() == chosen,
        };
        grades.iter().map(option).collect()
    }

    fn sets(&self, audit: &Audit) -> Vec<String> {
        let criteria = audit.initiation().as_ref().map(|initiation| initiation.criteria.as_slice());
        criteria.unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    /// The requirements of the audit's criteria, as they were adopted, and the auditee's own controls.
    fn offered(&self, world: &World, audit: &Audit, sets: &[String]) -> Result<Vec<Offered>, Stop> {
        let Some(initiation) = audit.initiation() else { return Ok(Vec::new()) };
        world.want(initiation.criteria.iter().map(criteria_set_id))?;
        let mut offered = Vec::new();
        for criteria in &initiation.criteria {
            let row = |id: String, title: String| Offered { id, title, criteria: criteria.to_string() };
            match world.find::<CriteriaSet>(criteria_set_id(criteria))? {
                Some(set) => offered.extend(
                    set.requirements().iter().map(|one| row(one.id.to_string(), one.title.to_string())),
                ),
                None => offered.extend(
                    built_in(criteria)
                        .into_iter()
                        .flat_map(|set| set.requirements())
                        .map(|one| row(one.id.as_str().to_owned(), one.title.clone())),
                ),
            }
        }
        let soa = match initiation.soa {
            Some(soa) => world.find::<Soa>(soa)?,
            None => None,
        };
        if let (Some(soa), Some(set)) = (soa, sets.first()) {
            let known: BTreeSet<String> = offered.iter().map(|one: &Offered| one.id.clone()).collect();
            let own = soa.rows().iter().filter(|row| !known.contains(row.control.as_str()));
            let own: Vec<Offered> = own
                .map(|row| Offered {
                    id: row.control.to_string(),
                    title: row.title.as_ref().map(ToString::to_string).unwrap_or_default(),
                    criteria: set.clone(),
                })
                .collect();
            offered.extend(own);
        }
        offered.truncate(OFFERED_MAX);
        Ok(offered)
    }

    fn rows(&self, offered: &[Offered], sets: &[String]) -> Vec<Row> {
        let rows = self.given.value.pointer("/text/requirements").and_then(Value::as_array);
        let row = |row: &Value| {
            let field = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (criteria, id) = (field("criteria"), field("id"));
            let known = offered.iter().find(|one| one.id == id && one.criteria == criteria);
            Row { title: known.map(|one| one.title.clone()), criteria, id }
        };
        let mut rows: Vec<Row> = rows.into_iter().flatten().map(row).collect();
        // One is empty, for another requirement.
        rows.retain(|row| !row.id.is_empty());
        rows.push(Row::default());
        // A set by itself names nothing: the row counts once it has a requirement.
        if let Some(set) = sets.first() {
            for row in rows.iter_mut().filter(|row| row.criteria.is_empty()) {
                row.criteria.clone_from(set);
            }
        }
        rows
    }

    fn breaches(&self, offered: &[Offered], tests: &[&AuditTest]) -> Vec<Tick> {
        let chosen = self.list("breaches");
        let mut ids = chosen.clone();
        ids.extend(tests.iter().flat_map(|test| test.breaches()).map(ToString::to_string));
        if tests.iter().all(|test| test.breaches().is_empty()) {
            ids.extend(USUAL_BREACHES.map(str::to_owned));
        }
        let mut ticks: Vec<Tick> = Vec::new();
        for id in ids {
            if ticks.iter().any(|tick| tick.value == id) {
                continue;
            }
            let known = offered.iter().find(|one| one.id == id);
            ticks.push(Tick {
                label: id.clone(),
                more: known.map(|one| one.title.clone()).unwrap_or_default(),
                ticked: chosen.contains(&id),
                value: id,
            });
        }
        ticks.sort_by_key(|tick| numbers(&tick.value));
        ticks
    }

    fn papers_chosen<'w>(&self, world: &'w World) -> Result<Vec<&'w Paper>, Stop> {
        let ids: Vec<PaperId> = self.list("papers").iter().filter_map(|id| id.parse().ok()).collect();
        world.want(ids.iter().copied())?;
        let mut papers = Vec::new();
        for id in ids {
            papers.extend(world.find::<Paper>(id)?);
        }
        Ok(papers)
    }

    fn tests<'w>(&self, world: &'w World, papers: &[&Paper]) -> Result<Vec<&'w AuditTest>, Stop> {
        let ids: Vec<_> = papers.iter().filter_map(|paper| *paper.test()).collect();
        world.want(ids.iter().copied())?;
        let mut tests = Vec::new();
        for id in ids {
            tests.extend(world.find::<AuditTest>(id)?);
        }
        Ok(tests)
    }

    /// The papers to tick, those that were chosen or do not conform; and the others.
    fn papers(&self, world: &World) -> Result<(Vec<Tick>, Vec<Choice>), Stop> {
        let words = &self.visitor.words;
        let chosen = self.list("papers");
        let mut ticks = Vec::new();
        let mut others = Vec::new();
        for paper in world.briefs::<PaperStanding>("audit", self.audit)?.iter() {
            let id = paper.id.to_string();
            let evaluation = paper.state.evaluation();
            let ticked = chosen.contains(&id);
            let title = cut(paper.title.as_str(), NAME_CHARS);
            if ticked || evaluation == Some(Evaluation::DoesNotConform) {
                let word = evaluation.map_or("open", Evaluation::word);
                let more = words.word("Evaluation", word);
                ticks.push(Tick { value: id, label: title, more, ticked });
            } else if evaluation != Some(Evaluation::NotApplicable)
                && evaluation != Some(Evaluation::NotAudited)
            {
                others.push(Choice::new(id, title));
            }
        }
        ticks.sort_by_key(|tick| !tick.ticked);
        Ok((ticks, others))
    }

    /// The evidence that was chosen and that of the papers; and other of the audit.
    fn evidence(
        &self,
        world: &World,
        papers: &[&Paper],
    ) -> Result<(Vec<EvidenceTick>, Vec<EvidenceTick>), Stop> {
        let chosen: Vec<EvidenceId> = self.list("evidence").iter().filter_map(|id| id.parse().ok()).collect();
        let mut near = chosen.clone();
        for id in papers.iter().flat_map(|paper| paper.evidence()) {
            if !near.contains(id) {
                near.push(*id);
            }
        }
        let far: Vec<EvidenceId> = self.more.iter().copied().filter(|id| !near.contains(id)).collect();
        let ticks = |ids: &[EvidenceId]| -> Result<Vec<EvidenceTick>, Stop> {
            let mut ticks = Vec::new();
            world.want(ids.iter().copied())?;
            for id in ids {
                for piece in pieces(world, &self.visitor.words, &[*id])? {
                    ticks.push(EvidenceTick { id: id.to_string(), piece, ticked: chosen.contains(id) });
                }
            }
            Ok(ticks)
        };
        Ok((ticks(&near)?, ticks(&far)?))
    }

    fn notes(&self, world: &World, papers: &[&Paper]) -> Result<Vec<Noted>, Stop> {
        let words = &self.visitor.words;
        let mut shown = Vec::new();
        for paper in papers {
            let notes = world.list::<Note>("paper", paper.id())?;
            world.want(notes.iter().map(|note| *note.author()))?;
            for note in notes {
                let author = world.find::<Person>(*note.author())?;
                let author =
                    author.map_or_else(|| words.say("person-erased"), |person| person.name().to_string());
                let method = words.word("NoteMethod", note.method().word());
                shown.push(Noted {
                    text: note.text().to_string(),
                    said: format!("{author} · {method} · {}", words.time(note.stamp().at)),
                });
            }
        }
        Ok(shown)
    }

    /// What the test of the one paper typically finds.
    fn begin(&self, papers: &[&Paper], tests: &[&AuditTest]) -> Vec<Begin> {
        let ([paper], [test]) = (papers, tests) else { return Vec::new() };
        let paper = paper.id().to_string();
        let begin = |(number, typical): (usize, Typical)| {
            let number = number.to_string();
            let query: String = form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("paper", paper.as_str()), ("typical", &number), ("back", &self.given.back)])
                .finish();
            Begin { typical, href: format!("/findings/new?{query}") }
        };
        typical(test.guidance().as_str()).into_iter().enumerate().map(begin).collect()
    }

    fn warned(&self, world: &World) -> Result<Vec<String>, Stop> {
        let Some(text) = text_so_far(self.given.value) else { return Ok(Vec::new()) };
        let found = warnings_of(world, self.audit, &text)?;
        Ok(found.iter().map(|one| warning(&self.visitor.words, one)).collect())
    }
}

/// The numbers in an id, by which clauses are sorted as numbers; Annex A comes after the body.
fn numbers(clause: &str) -> (bool, Vec<u32>, String) {
    let parts = clause.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    (clause.starts_with("A."), parts.collect(), clause.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_without_its_requirement_is_no_row() {
        let typed =
            json!({ "text": { "requirements": [{ "criteria": "S" }, { "criteria": "S", "id": "8.1" }] } });
        let tidy = tidied("finding.draft", typed.clone());
        assert_eq!(tidy["text"]["requirements"], json!([{ "criteria": "S", "id": "8.1" }]));
        assert_eq!(tidied("plan.draft", typed.clone()), typed);
        let none = tidied("finding.edit", json!({ "text": { "requirements": [{ "criteria": "S" }] } }));
        assert_eq!(none, json!({ "text": {} }));
    }

    #[test]
    fn what_is_typed_so_far_is_a_text() {
        let typed = json!({ "text": { "kind": "nonconformity", "statement": "We believe so." } });
        assert_eq!(text_so_far(&typed).unwrap().title.as_str(), "–");
        assert!(text_so_far(&json!({ "text": { "statement": "x" } })).is_none());
    }
}
