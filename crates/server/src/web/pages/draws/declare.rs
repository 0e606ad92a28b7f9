//! The draws of an audit, and the declaration of another: what is drawn from, how many and why, before there is a seed.

use askama::Template;
use assize_domain::Command;
use assize_domain::audit::Audit;
use assize_domain::evidence::PaperStanding;
use assize_domain::kernel::datum::{Datum as _, Problem, read_json};
use assize_domain::kernel::id::{AuditId, PaperId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::method::{DeclareDraw, Draw};
use assize_domain::{Key, World};
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::{FILE, in_file, read};
use crate::app::App;
use crate::draws::{Declared, POPULATION_BYTES_MAX, declaration};
use crate::problem::{Fault, KEY_REUSED};
use crate::query::id;
use crate::web::act::{NotDone, back_from, given, nonce};
use crate::web::form::{Choice, Choices, Making, Node, Posted, Reader, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::audit::{Tab, tabs};
use crate::web::pages::fieldwork::frame;
use crate::web::pages::href;
use crate::web::upload::Sent;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// A draw in the list.
struct Drawn {
    name: String,
    href: String,
    method: String,
    size: String,
    paper: Option<(String, String)>,
    state: String,
    declared: String,
}

#[derive(Template)]
#[template(path = "draws.html")]
struct DrawsPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    audit: AuditId,
    lines: Vec<Drawn>,
    /// The form of another draw; none where the audit is over.
    nodes: Vec<Node>,
    is_open: bool,
    wrongs: usize,
    wrong: Vec<Wrong>,
    in_file: Vec<String>,
    once: String,
    megabytes: i64,
}

/// `GET /audits/{id}/draws`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let value = query.filled("paper").map_or_else(|| json!({}), |paper| json!({ "paper": paper }));
    let viewing = Viewing { visitor: &visitor, audit, value: &value, wrong: &[], once: nonce() };
    let page = app.store.ask(|world| viewing.page(world)).await;
    Ok(html(&page.map_err(Fault::unanswered)?))
}

/// `POST /audits/{id}/draws`: reads the file, and declares it as the population of a draw.
pub(crate) async fn declare(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let words = &visitor.words;
    let sent = Sent::read(form, POPULATION_BYTES_MAX).await?;
    let reader = Reader { posted: &sent.posted, language: words.language, zone: words.zone().clone() };
    let value = reader.value(&schema(), "").unwrap_or_else(|| json!({}));
    let mut once = sent.posted.filled("once").map_or_else(nonce, str::to_owned);
    let mut wrong = Vec::new();
    let declared = declared(audit, &value).map_err(|problems| {
        wrong.extend(problems.into_iter().map(|problem| Wrong::of(words, problem)));
    });
    let population = read(&app, words, sent.file).await?.map_err(|found| wrong.extend(found));
    if let (Ok(declared), Ok(population)) = (declared, population) {
        let said = tokio::task::spawn_blocking(move || declaration(&declared, &population));
        match said.await.map_err(Fault::internal)? {
            Err(problems) => wrong.extend(placed(words, problems)),
            Ok(said) => {
                let given =
                    given(&app, &visitor, "draw.declare", &said, None, (&once, &said.to_string())).await;
                match given {
                    Ok(done) => {
                        let made = done.subject().map_or_else(|| format!("/audits/{audit}/draws"), href);
                        return Ok(back_from(&made, "draw.declare", &done));
                    }
                    Err(NotDone::Wrong(refused)) => wrong.extend(refused),
                    Err(NotDone::Fault(fault)) if fault.kind == &KEY_REUSED => {
                        once = nonce();
                        wrong.push(Wrong::whole(words.say("form-sent-before")));
                    }
                    Err(NotDone::Fault(fault)) => return Err(fault),
                }
            }
        }
    }
    let viewing = Viewing { visitor: &visitor, audit, value: &value, wrong: &wrong, once };
    let page = app.store.ask(|world| viewing.page(world)).await.map_err(Fault::unanswered)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

/// The fields of `draw.declare` that a form asks for: the file says the others.
fn schema() -> Value {
    let mut schema = Command::schema("draw.declare").unwrap_or_default();
    without(&mut schema, &["audit"]);
    if let Some(population) = schema.pointer_mut("/properties/population") {
        without(population, &["sha256", "rows"]);
    }
    schema
}

fn without(schema: &mut Value, names: &[&str]) {
    for list in ["required", "x-order"] {
        if let Some(list) = schema.get_mut(list).and_then(Value::as_array_mut) {
            list.retain(|name| name.as_str().is_none_or(|name| !names.contains(&name)));
        }
    }
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.retain(|name, _| !names.contains(&name.as_str()));
    }
}

/// What was said of the draw, or what is missing or cannot be read.
fn declared(audit: AuditId, value: &Value) -> Result<Declared, Vec<Problem>> {
    let mut asked = value.clone();
    let of_file = [("sha256", json!("0".repeat(64))), ("rows", json!(1))];
    if let Some(asked) = asked.as_object_mut() {
        asked.insert("audit".to_owned(), audit.to_json());
        let population = asked.entry("population").or_insert_with(|| json!({}));
        if let Some(population) = population.as_object_mut() {
            population.extend(of_file.map(|(name, value)| (name.to_owned(), value)));
        }
    }
    let said: DeclareDraw = read_json(&asked)?;
    Ok(Declared {
        audit,
        paper: said.paper,
        name: said.population.name,
        key: said.population.key,
        value: said.population.value,
        stratum: said.population.stratum,
        completeness: said.population.completeness,
        method: said.method,
        size: said.size,
        basis: said.basis,
    })
}

/// What the method of drawing finds wrong, at the controls of this form.
fn placed(words: &Words, problems: Vec<Problem>) -> Vec<Wrong> {
    let (of_columns, of_rest): (Vec<_>, Vec<_>) = problems.into_iter().partition(|problem| {
        ["/key", "/value", "/stratum", "/size", "/method"].contains(&problem.at.as_str())
    });
    let of_columns = of_columns.into_iter().map(|problem| {
        let at = match problem.at.as_str() {
            "/size" | "/method" => problem.at.clone(),
            column => format!("/population{column}"),
        };
        Wrong { at, ..Wrong::of(words, problem) }
    });
    of_columns.chain(in_file(words, of_rest)).collect()
}

struct Viewing<'v> {
    visitor: &'v Visitor,
    audit: AuditId,
    value: &'v Value,
    wrong: &'v [Wrong],
    once: String,
}

impl Viewing<'_> {
    fn page(&self, world: &World) -> Result<DrawsPage, Stop> {
        let words = &self.visitor.words;
        let audit = world.get::<Audit>(self.audit)?;
        let draws = world.list::<Draw>("audit", self.audit)?;
        let papers = world.briefs::<PaperStanding>("audit", self.audit)?;
        let titled = |id: PaperId| {
            let paper = papers.iter().find(|paper| paper.id == id)?;
            Some((paper.title.to_string(), href(Key::of(id))))
        };
        let lines = draws.iter().rev().map(|draw| Drawn {
            name: draw.population().name.to_string(),
            href: href(Key::of(draw.id())),
            method: words.word("DrawMethod", draw.method().word()),
            size: words.with2(
                "figure-of",
                "part",
                i64::from(*draw.size()),
                "whole",
                i64::from(draw.population().rows),
            ),
            paper: draw.paper().and_then(titled),
            state: words.word("DrawState", draw.state().word()),
            declared: words.time(draw.declared().at),
        });
        let mut choices = Choices::default();
        let mut offered: Vec<Choice> =
            papers.iter().map(|paper| Choice::new(paper.id.to_string(), paper.title.to_string())).collect();
        offered.sort_by(|a, b| a.label.cmp(&b.label));
        choices.places.insert("/paper".to_owned(), offered);
        let making = Making {
            words,
            choices: &choices,
            fixed: &[],
            wrong: self.wrong,
            open: None,
            fresh: String::new,
        };
        let mut nodes = making.nodes(&schema(), self.value);
        // What is drawn from comes first, and what may be left out last.
        nodes.sort_by_key(|node| match node.pointer.as_str() {
            "/population" => 0,
            "/paper" => 2,
            _ => 1,
        });
        let (in_file, elsewhere): (Vec<Wrong>, Vec<Wrong>) =
            making.elsewhere(&nodes).into_iter().partition(|wrong| wrong.at == FILE);
        Ok(DrawsPage {
            frame: frame(self.visitor, audit, "draws"),
            tabs: tabs(words, self.audit, "draws"),
            audit: self.audit,
            lines: lines.collect(),
            nodes,
            is_open: !is_over(audit),
            wrongs: self.wrong.len(),
            wrong: elsewhere,
            in_file: in_file.iter().map(|wrong| wrong.said(words)).collect(),
            once: self.once.clone(),
            megabytes: i64::try_from(POPULATION_BYTES_MAX / 1_048_576).unwrap_or(i64::MAX),
            words: words.clone(),
        })
    }
}

/// Whether nothing is drawn for an audit any more.
pub(super) fn is_over(audit: &Audit) -> bool {
    assize_domain::programme::briefs::AuditStage::from(audit.state()).is_over()
}
