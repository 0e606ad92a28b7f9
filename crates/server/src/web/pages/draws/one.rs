//! One draw: where it stands, its next step, the items of its sample, and drawing it again.

use askama::Template;
use assize_domain::audit::Audit;
use assize_domain::evidence::Paper;
use assize_domain::kernel::id::{AuditId, DrawId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::{Line, Text};
use assize_domain::method::{Draw, DrawState};
use assize_domain::{AnyRecord, Key, World};
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::declare::is_over;
use super::{FILE, Step, in_file, read, steps};
use crate::app::App;
use crate::draws::{POPULATION_BYTES_MAX, redo, replaced, replacement};
use crate::problem::{Fault, KEY_REUSED};
use crate::query::id;
use crate::web::act::{NotDone, back_from, drawn, nonce};
use crate::web::form::Wrong;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::audit::{Tab, tabs};
use crate::web::pages::fieldwork::{frame, stamped};
use crate::web::pages::{act_href, href, record_href};
use crate::web::upload::Sent;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many items of a sample a page shows; the record has all.
const ITEMS_MAX: usize = 400;

/// An item of the sample.
struct Item {
    number: usize,
    key: String,
    /// What stands in for it, and why.
    by: Option<(String, String)>,
    /// Whether it stands in for another.
    stands_in: bool,
}

/// What the page offers to do.
enum Offer {
    /// To make the seed.
    Seed,
    /// To draw with it.
    Draw,
    /// To replace items, and to draw again.
    Examine,
    /// Nothing more.
    Nothing,
}

/// What came of drawing again.
#[derive(Clone)]
struct Redone {
    agrees: bool,
    said: String,
}

#[derive(Template)]
#[template(path = "draw.html")]
struct DrawPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    id: DrawId,
    state: String,
    steps: Vec<Step>,
    facts: Vec<(String, String)>,
    /// The digest of the population's file and the seed, to be read letter by letter.
    codes: Vec<(String, String)>,
    paper: Option<(String, String)>,
    offer: Offer,
    items: Vec<Item>,
    items_more: usize,
    /// The items that can be replaced.
    standing: Vec<String>,
    redone: Option<Redone>,
    wrongs: usize,
    wrong: Vec<Wrong>,
    in_file: Vec<String>,
    item: String,
    reason: String,
    once: String,
    back: String,
    abandon: Option<String>,
    record: String,
}

impl DrawPage {
    fn wrong_at(&self, at: &str) -> Vec<String> {
        self.wrong.iter().filter(|wrong| wrong.at == at).map(|wrong| wrong.said(&self.words)).collect()
    }

    fn elsewhere(&self) -> Vec<&Wrong> {
        self.wrong.iter().filter(|wrong| !["/item", "/reason"].contains(&wrong.at.as_str())).collect()
    }
}

/// What was typed, and what came of it.
#[derive(Default)]
struct Typed {
    item: String,
    reason: String,
    once: Option<String>,
    wrong: Vec<Wrong>,
    redone: Option<Redone>,
}

/// `GET /draws/{id}`.
pub(crate) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(draw): Path<String>,
) -> Result<Response, Fault> {
    shown(&app, &visitor, id(&draw)?, &Typed::default()).await
}

/// `POST /draws/{id}/sample`: draws with the seed, and records what comes out.
pub(crate) async fn sample(
    State(app): State<App>,
    visitor: Visitor,
    Path(draw): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let (id, draw) = draw_of(&app, &draw).await?;
    let sent = Sent::read(form, POPULATION_BYTES_MAX).await?;
    let mut typed = Typed { once: sent.posted.filled("once").map(str::to_owned), ..Typed::default() };
    let result = match read(&app, &visitor.words, sent.file).await? {
        Err(wrong) => Err(wrong),
        Ok(population) => {
            reckoned(&visitor.words, move || crate::draws::sample(&draw, &population, &[])).await?
        }
    };
    let said = result.map(|result| {
        json!({ "draw": id.to_string(), "selected": result.get("selected"), "algorithm": result.get("algorithm") })
    });
    record(&app, &visitor, id, "draw.record", said, &mut typed).await
}

/// `POST /draws/{id}/replacements`: the next of the draw stands in for an item.
pub(crate) async fn replace(
    State(app): State<App>,
    visitor: Visitor,
    Path(draw): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let words = &visitor.words;
    let (id, draw) = draw_of(&app, &draw).await?;
    let sent = Sent::read(form, POPULATION_BYTES_MAX).await?;
    let text = |name: &str| sent.posted.filled(name).unwrap_or_default().to_owned();
    let once = sent.posted.filled("once").map(str::to_owned);
    let mut typed = Typed { item: text("item"), reason: text("reason"), once, ..Typed::default() };
    let mut wrong = Vec::new();
    let item = typed.item.parse::<Line>().map_err(|_| wrong.push(missing(words, "/item")));
    let reason = typed.reason.parse::<Text>().map_err(|_| wrong.push(missing(words, "/reason")));
    let population = read(&app, words, sent.file).await?.map_err(|found| wrong.extend(found));
    let said = match (item, reason, population) {
        (Ok(item), Ok(reason), Ok(population)) => {
            let replace = replaced(&draw, Some((item.clone(), reason.clone())));
            let result = reckoned(words, move || crate::draws::sample(&draw, &population, &replace)).await?;
            result.map(|result| replacement(id, &item, &reason, &result))
        }
        _ => Err(wrong),
    };
    record(&app, &visitor, id, "draw.replace", said, &mut typed).await
}

/// `POST /draws/{id}/redone`: draws again, and says whether the recorded sample comes out.
pub(crate) async fn redone(
    State(app): State<App>,
    visitor: Visitor,
    Path(draw): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let words = &visitor.words;
    let (id, draw) = draw_of(&app, &draw).await?;
    let sent = Sent::read(form, POPULATION_BYTES_MAX).await?;
    let result = match read(&app, words, sent.file).await? {
        Err(wrong) => Err(wrong),
        Ok(population) => reckoned(words, move || redo(&draw, &population)).await?,
    };
    let mut typed = Typed::default();
    match result {
        Ok(result) => {
            let agrees = result.get("agrees") == Some(&Value::Bool(true));
            let said = words.say(if agrees { "draw-again-agrees" } else { "draw-again-differs" });
            typed.redone = Some(Redone { agrees, said });
        }
        Err(wrong) => typed.wrong = wrong,
    }
    shown(&app, &visitor, id, &typed).await
}

fn missing(words: &Words, at: &str) -> Wrong {
    Wrong { at: at.to_owned(), ..Wrong::whole(words.say("form-missing")) }
}

/// Draws beside the runtime; what is wrong is wrong with the file, or with the item that is to be replaced.
async fn reckoned(
    words: &Words,
    draw: impl FnOnce() -> Result<Value, Vec<assize_domain::kernel::datum::Problem>> + Send + 'static,
) -> Result<Result<Value, Vec<Wrong>>, Fault> {
    let drawn = tokio::task::spawn_blocking(draw).await.map_err(Fault::internal)?;
    Ok(drawn.map_err(|problems| {
        let (of_item, of_file): (Vec<_>, Vec<_>) =
            problems.into_iter().partition(|problem| problem.at.starts_with("/replace/"));
        let of_item =
            of_item.into_iter().map(|problem| Wrong { at: "/item".to_owned(), ..Wrong::of(words, problem) });
        of_item.chain(in_file(words, of_file)).collect()
    }))
}

/// Gives the command that follows from the file; or shows what is wrong.
async fn record(
    app: &App,
    visitor: &Visitor,
    id: DrawId,
    command: &str,
    said: Result<Value, Vec<Wrong>>,
    typed: &mut Typed,
) -> Result<Response, Fault> {
    match said {
        Err(wrong) => typed.wrong = wrong,
        Ok(said) => {
            let once = typed.once.clone().unwrap_or_else(nonce);
            match drawn(app, visitor, command, &said, &once).await {
                Ok(done) => return Ok(back_from(&format!("/draws/{id}"), command, &done)),
                Err(NotDone::Wrong(wrong)) => typed.wrong = wrong,
                Err(NotDone::Fault(fault)) if fault.kind == &KEY_REUSED => {
                    typed.once = None;
                    typed.wrong = vec![Wrong::whole(visitor.words.say("form-sent-before"))];
                }
                Err(NotDone::Fault(fault)) => return Err(fault),
            }
        }
    }
    shown(app, visitor, id, typed).await
}

async fn draw_of(app: &App, text: &str) -> Result<(DrawId, Draw), Fault> {
    let draw: DrawId = id(text)?;
    match app.store.record(Key::of(draw)).await?.map(|found| found.record) {
        Some(AnyRecord::Draw(found)) => Ok((draw, *found)),
        _ => Err(Fault::not_found(format!("no draw has the id `{draw}`"))),
    }
}

async fn shown(app: &App, visitor: &Visitor, id: DrawId, typed: &Typed) -> Result<Response, Fault> {
    let page = app.store.ask(|world| view(world, visitor, id, typed)).await.map_err(Fault::unanswered)?;
    let status = if typed.wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(&page)).into_response())
}

fn view(world: &World, visitor: &Visitor, id: DrawId, typed: &Typed) -> Result<DrawPage, Stop> {
    let words = &visitor.words;
    let draw = world.get::<Draw>(id)?;
    let audit_id: AuditId = *draw.audit();
    let audit = world.get::<Audit>(audit_id)?;
    let paper = match *draw.paper() {
        Some(paper) => world.find::<Paper>(paper)?,
        None => None,
    };
    let own = format!("/draws/{id}");
    let draws = format!("/audits/{audit_id}/draws");
    let (offer, done) = match draw.state() {
        DrawState::Declared => (Offer::Seed, 1),
        DrawState::Seeded { .. } => (Offer::Draw, 2),
        DrawState::Drawn { .. } => (Offer::Examine, 3),
        DrawState::Abandoned { .. } => (Offer::Nothing, 0),
    };
    let over = is_over(audit);
    let offer = match offer {
        // A sample is drawn again for as long as its record stands.
        Offer::Seed | Offer::Draw if over => Offer::Nothing,
        offer => offer,
    };
    let is_given_up = matches!(draw.state(), DrawState::Abandoned { .. });
    let (in_file, wrong): (Vec<Wrong>, Vec<Wrong>) =
        typed.wrong.iter().cloned().partition(|wrong| wrong.at == FILE);
    let items = items(draw);
    let standing = items.iter().filter(|item| item.by.is_none()).map(|item| item.key.clone());
    let standing: Vec<String> = if over { Vec::new() } else { standing.take(ITEMS_MAX).collect() };
    let (facts, codes) = facts(world, words, draw)?;
    Ok(DrawPage {
        frame: Frame { title: draw.population().name.to_string(), ..frame(visitor, audit, "draws") }
            .under(words.say("audit-tab-draws"), draws),
        tabs: tabs(words, audit_id, "draws"),
        id,
        state: words.word("DrawState", draw.state().word()),
        steps: if is_given_up { Vec::new() } else { steps(done) },
        facts,
        codes,
        paper: paper.map(|paper| (paper.title().to_string(), href(Key::of(paper.id())))),
        offer,
        items_more: items.len().saturating_sub(ITEMS_MAX),
        items: items.into_iter().take(ITEMS_MAX).collect(),
        standing,
        redone: typed.redone.clone(),
        wrongs: typed.wrong.len(),
        wrong,
        in_file: in_file.iter().map(|wrong| wrong.said(words)).collect(),
        item: typed.item.clone(),
        reason: typed.reason.clone(),
        once: typed.once.clone().unwrap_or_else(nonce),
        abandon: (!over && !is_given_up)
            .then(|| act_href("draw.abandon", &[("draw", &id.to_string())], &own)),
        back: own,
        record: record_href(Key::of(id)),
        words: words.clone(),
    })
}

/// The items of a sample in the order in which they were drawn, and behind them those that stand in for others.
fn items(draw: &Draw) -> Vec<Item> {
    let by = |key: &Line| {
        let found = draw.replacements().iter().find(|one| one.item == *key)?;
        Some((found.by.to_string(), found.reason.to_string()))
    };
    let drawn = draw.selected().iter().map(|key| (key, false));
    let came = draw.replacements().iter().map(|one| (&one.by, true));
    drawn
        .chain(came)
        .enumerate()
        .map(|(place, (key, stands_in))| Item {
            number: place + 1,
            key: key.to_string(),
            by: by(key),
            stands_in,
        })
        .collect()
}

/// What is said of a draw: its facts, and its codes.
type Said = (Vec<(String, String)>, Vec<(String, String)>);

fn facts(world: &World, words: &Words, draw: &Draw) -> Result<Said, Stop> {
    let population = draw.population();
    let number = |number: u32| words.number(number);
    let mut facts = vec![
        (words.field("Population", "rows"), number(population.rows)),
        (words.field("Population", "key"), population.key.to_string()),
    ];
    for (field, column) in [("value", &population.value), ("stratum", &population.stratum)] {
        facts.extend(column.as_ref().map(|column| (words.field("Population", field), column.to_string())));
    }
    facts.extend([
        (words.field("Population", "completeness"), population.completeness.to_string()),
        (words.field("Draw", "method"), words.word("DrawMethod", draw.method().word())),
        (words.field("Draw", "size"), number(*draw.size())),
        (words.field("Draw", "basis"), draw.basis().to_string()),
        (words.field("Draw", "declared"), stamped(world, words, draw.declared())?),
    ]);
    let mut codes = vec![(words.field("Population", "sha256"), population.sha256.to_string())];
    match draw.state() {
        DrawState::Declared => {}
        DrawState::Seeded { seed, seeded } => {
            facts.push((words.field("DrawState", "seeded"), stamped(world, words, seeded)?));
            codes.push((words.field("DrawState", "seed"), seed.to_string()));
        }
        DrawState::Drawn { drawn_seed, algorithm, drawn } => {
            facts.push((words.field("DrawState", "drawn"), stamped(world, words, drawn)?));
            facts.push((words.field("DrawState", "algorithm"), algorithm.to_string()));
            codes.push((words.field("DrawState", "drawn_seed"), drawn_seed.to_string()));
        }
        DrawState::Abandoned { abandoned_seed, reason, abandoned } => {
            facts.push((words.field("DrawState", "abandoned"), stamped(world, words, abandoned)?));
            facts.push((words.field("DrawState", "reason"), reason.to_string()));
            let seed = abandoned_seed.as_ref();
            codes.extend(seed.map(|seed| (words.field("DrawState", "abandoned_seed"), seed.to_string())));
        }
    }
    Ok((facts, codes))
}
