//! Claims of others: the files of an audit that they were taken from, and a file looked at before its claims are taken.

use askama::Template;
use assize_domain::audit::Audit;
use assize_domain::claim::{ClaimKind, ClaimSet};
use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::kernel::id::{AuditId, Id as _};
use assize_domain::kernel::refusal::Stop;
use assize_domain::programme::briefs::AuditStage;
use assize_domain::words::Classification;
use assize_domain::{AnyRecord, Key, Kind, World};
use assize_exchange::claims::ClaimsRead;
use assize_exchange::columns::{Columns, MapOf};
use axum::body::Body;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::audit::{Tab, tabs};
use super::fieldwork::frame;
use super::href;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read as read_body};
use crate::claims::{Asked, Looked, Opened, keep, looked, opened, puzzle, requirements, taking};
use crate::evidence::find;
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::{NotDone, back_from, given, nonce};
use crate::web::form::{Choice, Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::library;
use crate::web::mapping::{self, Mapping};
use crate::web::upload;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many files are offered to be read.
const FILES_MAX: i64 = 60;
/// How many claims and puzzles a page shows.
const CLAIMS_SHOWN: usize = 25;
const PUZZLES_SHOWN: usize = 25;

/// A set of claims in the list.
struct Taken {
    title: String,
    href: String,
    source: String,
    kind: String,
    count: String,
    placed: String,
    taken: String,
    state: String,
}

#[derive(Template)]
#[template(path = "claims.html")]
struct ClaimsPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    audit: AuditId,
    sets: Vec<Taken>,
    /// Files that could be read, each with the way to it.
    files: Vec<(String, String)>,
    classifications: Vec<Choice>,
    is_open: bool,
}

/// `GET /audits/{id}/claims`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let documents = app.store.linked_page(Kind::Evidence, "audit", audit.uuid(), None, FILES_MAX).await?;
    let may_open = visitor.asker.only(assize_access::Action::Open, documents, |(key, _)| *key).await?;
    let files: Vec<(String, String)> = may_open
        .iter()
        .filter_map(|(_, found)| match &found.record {
            AnyRecord::Evidence(evidence) if could_be_read(evidence) => {
                Some((evidence.name().to_string(), format!("/evidence/{}/claims", Evidence::id(evidence))))
            }
            _ => None,
        })
        .collect();
    let page = app.store.ask(|world| list(&visitor, audit, &files, world)).await;
    Ok(html(&page.map_err(Fault::unanswered)?))
}

/// Whether a file is of a kind that claims are read from, and open to the team.
fn could_be_read(evidence: &Evidence) -> bool {
    let name = evidence.name().as_str().to_ascii_lowercase();
    let is_of_kind = [".csv", ".tsv", ".xlsx", ".xlsm", ".json"].iter().any(|ending| name.ends_with(ending));
    let is_taken = matches!(evidence.form(), EvidenceForm::Taken { .. });
    is_of_kind && is_taken && *evidence.classification() != Classification::Restricted
}

fn list(
    visitor: &Visitor,
    audit: AuditId,
    files: &[(String, String)],
    world: &World,
) -> Result<ClaimsPage, Stop> {
    let words = &visitor.words;
    let held = world.get::<Audit>(audit)?;
    let sets = world.list::<ClaimSet>("audit", audit)?;
    let sets = sets.iter().rev().map(|set| Taken {
        title: set.title().to_string(),
        href: href(Key::of(set.id())),
        source: set.source().to_string(),
        kind: words.word("ClaimKind", set.kind().word()),
        count: words.number(set.claims().len()),
        placed: words.number(set.claims().iter().filter(|claim| claim.requirement.is_some()).count()),
        taken: words.time(set.taken().at),
        state: words.word("ClaimsState", set.state().word()),
    });
    Ok(ClaimsPage {
        frame: frame(visitor, held, "claims"),
        tabs: tabs(words, audit, "claims"),
        audit,
        sets: sets.collect(),
        files: files.to_vec(),
        classifications: Classification::ALL
            .iter()
            .filter(|one| **one != Classification::Restricted)
            .map(|one| Choice::new(one.word(), words.word("Classification", one.word())))
            .collect(),
        is_open: !AuditStage::from(held.state()).is_over(),
        words: words.clone(),
    })
}

/// `POST /audits/{id}/claims`: takes a file as evidence, and goes on to what is in it.
pub(crate) async fn take_file(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let evidence = upload::take_one(&app, &visitor, audit, form).await?;
    Ok(Redirect::to(&format!("/evidence/{evidence}/claims")).into_response())
}

/// A claim as it is shown before it is taken.
struct Shown {
    place: String,
    requirement: String,
    title: String,
    says: String,
    weight: String,
}

#[derive(Template)]
#[template(path = "claims_read.html")]
struct ReadPage {
    frame: Frame,
    words: Words,
    action: String,
    unfit: Option<String>,
    title: String,
    source: String,
    kind: String,
    kinds: Vec<Choice>,
    layout: Option<String>,
    mapping: Option<Mapping>,
    sheet_notes: Vec<(String, String, bool)>,
    sheets_broken: bool,
    found: Option<String>,
    left_out: usize,
    claims: Vec<Shown>,
    claims_more: usize,
    puzzles: Vec<(String, String)>,
    puzzles_len: usize,
    wrong: Vec<Wrong>,
    once: String,
    may_take: bool,
}

/// `GET /evidence/{id}/claims`: what is in the file.
pub(crate) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Path(evidence): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let posted = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let under = Under::of(&app, &visitor, &evidence, posted).await?;
    Ok(html(&under.page(Vec::new())))
}

/// `POST /evidence/{id}/claims`: takes the claims.
pub(crate) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(evidence): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read_body(&headers, body, JSON_BYTES_MAX).await?);
    let under = Under::of(&app, &visitor, &evidence, posted).await?;
    let wrong = match &under.looked.read {
        Some(read) if read.left_out == 0 && !under.opened.is_broken() => {
            let said = taking(&under.evidence, &under.title(), &under.source(), read);
            let once = under.posted.filled("once").map_or_else(nonce, str::to_owned);
            match given(&app, &visitor, "claims.take", &said, None, (&once, &said.to_string())).await {
                Ok(done) => {
                    keep(&app.store, &under.opened, &under.looked).await?;
                    let back = format!("/audits/{}/claims", under.evidence.audit());
                    return Ok(back_from(&back, "claims.take", &done));
                }
                Err(NotDone::Wrong(refused)) => refused,
                Err(NotDone::Fault(fault)) => return Err(fault),
            }
        }
        _ => vec![Wrong::whole(visitor.words.say("claims-nothing"))],
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&under.page(wrong))).into_response())
}

/// A file under way: what is in it, and what is said of it.
struct Under<'v> {
    visitor: &'v Visitor,
    posted: Posted,
    evidence: Box<Evidence>,
    opened: Opened,
    looked: Looked,
}

impl<'v> Under<'v> {
    async fn of(app: &App, visitor: &'v Visitor, id: &str, posted: Posted) -> Result<Self, Fault> {
        let evidence = Box::new(find(app, id).await?);
        let opened = opened(app, &evidence).await?;
        let audit = *evidence.audit();
        let catalogue = &library()?.catalogue;
        let requirements = app.store.ask(|world| requirements(world, audit, Some(catalogue))).await;
        let requirements = requirements.map_err(Fault::unanswered)?;
        let asked = Asked {
            by: mapping::asked(&posted, MapOf::Claims),
            kind: posted.filled("kind").and_then(|kind| kind.parse().ok()),
        };
        let looked = looked(&app.store, &opened, &asked, &requirements).await?;
        Ok(Self { visitor, posted, evidence, opened, looked })
    }

    fn title(&self) -> String {
        self.posted.filled("title").map_or_else(|| self.evidence.name().to_string(), str::to_owned)
    }

    fn source(&self) -> String {
        let source = || self.evidence.source().as_ref().map(ToString::to_string);
        self.posted.filled("source").map(str::to_owned).or_else(source).unwrap_or_default()
    }

    fn page(&self, wrong: Vec<Wrong>) -> ReadPage {
        let words = &self.visitor.words;
        let audit = *self.evidence.audit();
        let read = self.looked.read.as_ref();
        let mapping = self.opened.sheets().map(|sheets| {
            let none = Columns { header_row: 1, columns: Vec::new() };
            let columns = self.looked.columns.as_ref().map_or(&none, |columns| &columns.read);
            Mapping::of(words, MapOf::Claims, sheets, self.looked.sheet.unwrap_or_default(), columns)
        });
        let unfit = match &self.opened {
            Opened::Unfit(reason) => Some(reason.clone()),
            Opened::Sheets(_) | Opened::Oscal(_) => None,
        };
        ReadPage {
            frame: Frame::of(self.visitor, "/audits", words.say("claims-read"))
                .under(words.say("nav-audits"), "/audits")
                .under(words.say("audit-tab-claims"), format!("/audits/{audit}/claims"))
                .under(self.evidence.name().to_string(), href(Key::of(Evidence::id(&self.evidence)))),
            action: format!("/evidence/{}/claims", Evidence::id(&self.evidence)),
            unfit,
            title: self.title(),
            source: self.source(),
            kind: read.map_or_else(|| ClaimKind::Checklist.word(), |read| read.kind.word()).to_owned(),
            kinds: ClaimKind::ALL
                .iter()
                .map(|kind| Choice::new(kind.word(), words.word("ClaimKind", kind.word())))
                .collect(),
            layout: read.map(|read| words.say(&format!("claims-layout-{}", read.layout))),
            mapping,
            sheet_notes: self
                .opened
                .sheets()
                .map(|sheets| mapping::notes(words, &sheets.notes))
                .unwrap_or_default(),
            sheets_broken: self.opened.is_broken(),
            found: read
                .map(|read| words.with2("claims-found", "count", read.claims.len(), "placed", read.placed())),
            left_out: read.map_or(0, |read| read.left_out),
            claims: read.map(claims_shown).unwrap_or_default(),
            claims_more: read.map_or(0, |read| read.claims.len().saturating_sub(CLAIMS_SHOWN)),
            puzzles: read.map(|read| puzzles(words, read)).unwrap_or_default(),
            puzzles_len: read.map_or(0, |read| read.not_understood.len()),
            wrong,
            once: nonce(),
            may_take: read.is_some_and(|read| !read.claims.is_empty() && read.left_out == 0)
                && !self.opened.is_broken(),
            words: words.clone(),
        }
    }
}

fn claims_shown(read: &ClaimsRead) -> Vec<Shown> {
    let shown = read.claims.iter().take(CLAIMS_SHOWN).map(|claim| Shown {
        place: claim.place.clone(),
        requirement: claim.requirement.as_ref().map(|one| one.id.to_string()).unwrap_or_default(),
        title: claim.title.clone(),
        says: claim.says.clone(),
        weight: claim.weight.clone(),
    });
    shown.collect()
}

fn puzzles(words: &Words, read: &ClaimsRead) -> Vec<(String, String)> {
    let one = |puzzled: &assize_exchange::claims::NotUnderstood| {
        let (what, said) = puzzle(&puzzled.what);
        let key = format!("claims-puzzle-{what}");
        let said = match said {
            Some(said) => words.with(&key, "what", said),
            None => words.say(&key),
        };
        (puzzled.place.clone(), said)
    };
    read.not_understood.iter().take(PUZZLES_SHOWN).map(one).collect()
}
