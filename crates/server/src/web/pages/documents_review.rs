//! The form of the review of documented information: one line for each thing that the criteria demand, with the documents named by their
//! numbers, so that the form stays light however many documents there are.

use askama::Template;
use assize_domain::audit::{Audit, DocumentConcern, DocumentReview};
use assize_domain::evidence::Evidence;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, EvidenceId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::words::{Extent, Readiness};
use assize_domain::{AnyRecord, Key, Kind, World};
use assize_store::PAGE_ROWS_MAX;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::audit::{Tab, tabs};
use super::documents::{concern_said, demands, found_key};
use super::fieldwork::frame;
use super::href;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::{Fault, KEY_REUSED};
use crate::query::id;
use crate::web::act::{NotDone, back_from, given, nonce};
use crate::web::form::{Choice, Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The command that the form gives.
const COMMAND: &str = "audit.review_documents";

/// A document that can be named by its number.
struct Numbered {
    number: usize,
    id: EvidenceId,
    name: String,
    href: String,
}

/// A line of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Line {
    criteria: String,
    requirement: String,
    item: String,
    found: String,
    /// The numbers of documents, as they were typed.
    documents: String,
    remark: String,
    missing: String,
    consequence: String,
    problems: Vec<String>,
}

/// A concern that the lines do not hold, which stays unless it is struck out.
#[derive(Clone, Debug)]
struct Other {
    said: String,
    kept: bool,
    concern: DocumentConcern,
}

/// The review as it stands, and what it is made from.
struct Standing {
    frame: Frame,
    version: i64,
    seen: String,
    lines: Vec<Line>,
    others: Vec<Other>,
    outcome: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "documents_review.html")]
struct ReviewPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    audit: AuditId,
    lines: Vec<Line>,
    others: Vec<Other>,
    founds: Vec<Choice>,
    outcomes: Vec<Choice>,
    outcome: String,
    outcome_problems: Vec<String>,
    summary: String,
    summary_problems: Vec<String>,
    documents: Vec<Numbered>,
    wrongs: usize,
    wrong: Vec<Wrong>,
    /// Where the review was recorded anew meanwhile: what stands there now, by label.
    meanwhile: Vec<(String, String)>,
    seen: String,
    once: String,
}

/// `GET /audits/{id}/documents/review`.
pub(crate) async fn form(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let documents = numbered(&app, audit).await?;
    let standing = standing(&app, &visitor, audit, &documents).await?;
    Ok(html(&page(&visitor, audit, standing, documents, Vec::new(), nonce())))
}

/// `POST /audits/{id}/documents/review`.
pub(crate) async fn give(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let documents = numbered(&app, audit).await?;
    let mut standing = standing(&app, &visitor, audit, &documents).await?;
    let changed = posted.one("seen").is_some_and(|seen| seen != standing.seen);
    let now = (standing.lines.clone(), standing.outcome.clone(), standing.summary.clone());
    typed(&mut standing, &posted);
    let meanwhile = if changed { differing(&visitor.words, now, &standing) } else { Vec::new() };
    if changed && meanwhile.is_empty() {
        // Sent twice: what was typed is what stands.
        return Ok(Redirect::to(&format!("/audits/{audit}/documents")).into_response());
    }
    let mut once = posted.filled("once").map_or_else(nonce, str::to_owned);
    let mut wrong = numbers_wrong(&visitor.words, &standing.lines, &documents);
    if changed {
        wrong.push(Wrong::whole(visitor.words.say("form-meanwhile")));
    }
    if wrong.is_empty() {
        let body = command(audit, &standing, &documents);
        let version = Some(standing.version);
        match given(&app, &visitor, COMMAND, &body, version, (&once, &body.to_string())).await {
            Ok(done) => return Ok(back_from(&format!("/audits/{audit}/documents"), COMMAND, &done)),
            Err(NotDone::Wrong(found)) => wrong = in_lines(&standing, found),
            Err(NotDone::Fault(fault)) if fault.kind == &KEY_REUSED => {
                once = nonce();
                wrong.push(Wrong::whole(visitor.words.say("form-sent-before")));
            }
            Err(NotDone::Fault(fault)) => return Err(fault),
        }
    }
    let mut response =
        html(&ReviewPage { meanwhile, ..page(&visitor, audit, standing, documents, wrong, once) });
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// The audit's documents, each with its number.
async fn numbered(app: &App, audit: AuditId) -> Result<Vec<Numbered>, Fault> {
    let found =
        app.store.linked_page(Kind::Evidence, "audit", Key::of(audit).id, None, PAGE_ROWS_MAX).await?;
    let documents = found.into_iter().filter_map(|(key, found)| match found.record {
        AnyRecord::Evidence(evidence) => Some((key, evidence.name().to_string(), Evidence::id(&evidence))),
        _ => None,
    });
    let numbered = documents.enumerate().map(|(place, (key, name, id))| Numbered {
        number: place + 1,
        id,
        name,
        href: href(key),
    });
    Ok(numbered.collect())
}

async fn standing(
    app: &App,
    visitor: &Visitor,
    audit: AuditId,
    documents: &[Numbered],
) -> Result<Standing, Fault> {
    app.store.ask(|world| stands(world, visitor, audit, documents)).await.map_err(Fault::unanswered)
}

fn stands(world: &World, visitor: &Visitor, id: AuditId, documents: &[Numbered]) -> Result<Standing, Stop> {
    let words = &visitor.words;
    let audit = world.get::<Audit>(id)?;
    let review = audit.document_review().as_ref();
    let mut concerns: Vec<DocumentConcern> = review.map(|review| review.concerns.clone()).unwrap_or_default();
    let mut lines = Vec::new();
    for item in review.map(|review| review.items.as_slice()).unwrap_or_default() {
        let about = concerns.iter().position(|concern| {
            // A concern that names its document says more than a line holds.
            let about = concern.requirement.as_ref().filter(|_| concern.document.is_none());
            about.is_some_and(|about| about.criteria == item.criteria && about.id == item.requirement)
        });
        let concern = about.map(|place| concerns.remove(place));
        let numbers = item.evidence.iter().filter_map(|id| documents.iter().find(|one| one.id == *id));
        let numbers: Vec<String> = numbers.map(|one| one.number.to_string()).collect();
        lines.push(Line {
            criteria: item.criteria.to_string(),
            requirement: item.requirement.to_string(),
            item: item.item.to_string(),
            found: item.found.word().to_owned(),
            documents: numbers.join(", "),
            remark: item.remark.as_ref().map(ToString::to_string).unwrap_or_default(),
            missing: concern.as_ref().map(|one| one.missing.to_string()).unwrap_or_default(),
            consequence: concern.as_ref().map(|one| one.consequence.to_string()).unwrap_or_default(),
            problems: Vec::new(),
        });
    }
    let items = review.map(|review| review.items.as_slice()).unwrap_or_default();
    for demand in demands(world, audit)? {
        if !items.iter().any(|item| demand.is_looked_for_by(item)) {
            let (criteria, requirement, item) = (demand.criteria, demand.requirement, demand.item);
            lines.push(Line { criteria, requirement, item, ..Line::default() });
        }
    }
    Ok(Standing {
        frame: frame(visitor, audit, "documents")
            .under(words.say("audit-tab-documents"), format!("/audits/{id}/documents")),
        version: world.version(Key::of(id))?,
        seen: review.map(digest).unwrap_or_default(),
        lines,
        others: concerns
            .into_iter()
            .map(|concern| Other { said: concern_said(words, &concern), kept: true, concern })
            .collect(),
        outcome: review.map(|review| review.outcome.word().to_owned()).unwrap_or_default(),
        summary: review.map(|review| review.summary.to_string()).unwrap_or_default(),
    })
}

fn digest(review: &DocumentReview) -> String {
    hex(&Sha256::digest(review.to_json().to_string().as_bytes()))
}

/// Lays what was typed over what stands. The lines are those that were sent, whatever the criteria demand by now.
fn typed(standing: &mut Standing, posted: &Posted) {
    let text = |name: String| posted.one(&name).unwrap_or_default().trim().to_owned();
    let count = posted.all("line").len();
    standing.lines = (0..count)
        .map(|n| Line {
            criteria: text(format!("criteria-{n}")),
            requirement: text(format!("requirement-{n}")),
            item: text(format!("item-{n}")),
            found: text(format!("found-{n}")),
            documents: text(format!("documents-{n}")),
            remark: text(format!("remark-{n}")),
            missing: text(format!("missing-{n}")),
            consequence: text(format!("consequence-{n}")),
            problems: Vec::new(),
        })
        .collect();
    for (n, other) in standing.others.iter_mut().enumerate() {
        other.kept = posted.filled(&format!("keep-{n}")).is_some();
    }
    standing.outcome = text("outcome".to_owned());
    standing.summary = text("summary".to_owned());
}

/// What stands now where it differs from what was typed.
fn differing(
    words: &Words,
    (lines, outcome, summary): (Vec<Line>, String, String),
    typed: &Standing,
) -> Vec<(String, String)> {
    let mut differing = Vec::new();
    let says = |line: &Line| !line.found.is_empty() || !line.missing.is_empty();
    for line in lines.into_iter().filter(|line| says(line) && !typed.lines.contains(line)) {
        let found = line.found.parse::<Extent>().ok().map(|found| words.say(found_key(found)));
        let said = [found.unwrap_or_default(), line.documents, line.remark, line.missing, line.consequence];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        differing.push((format!("{} {}", line.requirement, line.item), said.join(" · ")));
    }
    if outcome != typed.outcome {
        differing.push((words.say("review-outcome"), words.word("Readiness", &outcome)));
    }
    if summary != typed.summary {
        differing.push((words.field("DocumentReview", "summary"), summary));
    }
    differing
}

/// The numbers in a line: those that name a document, and what names none.
fn numbers<'d>(typed: &str, documents: &'d [Numbered]) -> (Vec<&'d Numbered>, Vec<String>) {
    let (mut found, mut lost): (Vec<&Numbered>, Vec<String>) = (Vec::new(), Vec::new());
    for part in typed.split([',', ';', ' ', '\n']).filter(|part| !part.is_empty()) {
        let number: Option<usize> = part.trim_start_matches('#').parse().ok();
        match documents.iter().find(|one| Some(one.number) == number) {
            Some(one) if found.iter().all(|known| known.number != one.number) => found.push(one),
            Some(_) => {}
            None => lost.push(part.to_owned()),
        }
    }
    (found, lost)
}

fn numbers_wrong(words: &Words, lines: &[Line], documents: &[Numbered]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        for lost in numbers(&line.documents, documents).1 {
            let what = words.with("review-no-number", "number", lost);
            wrong.push(Wrong { at: format!("line-{n}"), ..Wrong::whole(what) });
        }
    }
    wrong
}

/// The command that follows from what was typed. A line that says nothing of how far a thing was found is left out.
fn command(audit: AuditId, standing: &Standing, documents: &[Numbered]) -> Value {
    let text = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
    let mut concerns = Vec::new();
    let mut items = Vec::new();
    for line in &standing.lines {
        if !line.missing.is_empty() || !line.consequence.is_empty() {
            concerns.push(json!({
                "requirement": { "criteria": line.criteria, "id": line.requirement },
                "document": null, "missing": text(&line.missing), "consequence": text(&line.consequence),
            }));
        }
        if line.found.is_empty() {
            continue;
        }
        let named = numbers(&line.documents, documents).0;
        let named: Vec<String> = named.iter().map(|one| one.id.to_string()).collect();
        items.push(json!({
            "criteria": line.criteria, "requirement": line.requirement, "item": line.item, "found": line.found,
            "evidence": named, "remark": text(&line.remark),
        }));
    }
    let kept = standing.others.iter().filter(|other| other.kept);
    concerns.extend(kept.map(|other| other.concern.to_json()));
    json!({
        "audit": audit.to_string(), "items": items, "outcome": text(&standing.outcome),
        "summary": text(&standing.summary), "concerns": concerns,
    })
}

/// What is wrong, at the lines of the form: only those that say something were sent as items and as concerns.
fn in_lines(standing: &Standing, wrong: Vec<Wrong>) -> Vec<Wrong> {
    let place = |at: &str| -> Option<usize> {
        let mut parts = at.split('/').skip(1);
        let (list, place) = (parts.next()?, parts.next()?.parse::<usize>().ok()?);
        let sent: Box<dyn Fn(&Line) -> bool> = match list {
            "items" => Box::new(|line| !line.found.is_empty()),
            "concerns" => Box::new(|line| !line.missing.is_empty() || !line.consequence.is_empty()),
            _ => return None,
        };
        let lines = standing.lines.iter().enumerate().filter(|(_, line)| sent(line));
        lines.map(|(n, _)| n).nth(place)
    };
    let placed = wrong.into_iter().map(|wrong| match place(&wrong.at) {
        Some(n) => Wrong { at: format!("line-{n}"), ..wrong },
        None => wrong,
    });
    placed.collect()
}

fn page(
    visitor: &Visitor,
    audit: AuditId,
    standing: Standing,
    documents: Vec<Numbered>,
    wrong: Vec<Wrong>,
    once: String,
) -> ReviewPage {
    let words = &visitor.words;
    let at = |place: &str| -> Vec<String> {
        wrong.iter().filter(|one| one.at == place).map(|one| one.said(words)).collect()
    };
    let mut lines = standing.lines;
    for (n, line) in lines.iter_mut().enumerate() {
        line.problems = at(&format!("line-{n}"));
    }
    let founds = [Extent::Yes, Extent::Partly, Extent::No];
    let outcomes = Readiness::WORDS.iter();
    let (outcome_problems, summary_problems) = (at("/outcome"), at("/summary"));
    let placed =
        |one: &&Wrong| !one.at.starts_with("line-") && !["/outcome", "/summary"].contains(&one.at.as_str());
    ReviewPage {
        frame: Frame { title: words.command(COMMAND), ..standing.frame },
        tabs: tabs(words, audit, "documents"),
        audit,
        lines,
        others: standing.others,
        founds: founds.map(|found| Choice::new(found.word(), words.say(found_key(found)))).to_vec(),
        outcomes: outcomes.map(|word| Choice::new(*word, words.word("Readiness", word))).collect(),
        outcome: standing.outcome,
        outcome_problems,
        summary: standing.summary,
        summary_problems,
        documents,
        wrongs: wrong.len(),
        wrong: wrong.iter().filter(placed).cloned().collect(),
        meanwhile: Vec::new(),
        seen: standing.seen,
        once,
        words: words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents() -> Vec<Numbered> {
        let one = |number: usize| Numbered {
            number,
            id: uuid::Uuid::from_u128(number as u128).into(),
            name: format!("{number}.pdf"),
            href: String::new(),
        };
        vec![one(1), one(2), one(3)]
    }

    #[test]
    fn documents_are_named_by_their_numbers() {
        let documents = documents();
        let (found, lost) = numbers("3, 1;#2 1 x 9", &documents);
        assert_eq!(found.iter().map(|one| one.number).collect::<Vec<_>>(), [3, 1, 2]);
        assert_eq!(lost, ["x", "9"]);
    }
}
