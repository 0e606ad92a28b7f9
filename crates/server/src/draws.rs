//! Drawing samples for an audit: a population's file is read, its digest declared; the seed gives the sample, and anybody with
//! the file can draw it again.

use assize_domain::kernel::datum::{Datum, Problem};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, DrawId, PaperId};
use assize_domain::kernel::said::{any_of, say};
use assize_domain::kernel::text::{Line, Text};
use assize_domain::method::{Draw, DrawMethod, DrawState};
use assize_domain::{AnyRecord, Key};
use assize_methods::Method;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use bytes::Bytes;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::body::{json, media, read};
use crate::caller::Caller;
use crate::commands::{act, answer, command};
use crate::problem::{Fault, MEDIA};
use crate::query::{Query, id};
use crate::reports::work_fault;
use crate::soa::MEDIA_TYPES;
use crate::workers::{TableRead, WorkError, Workers};

/// The longest file of a population, in bytes.
pub const POPULATION_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// The seed with which a declaration is tried, so that what is wrong with it is said before there is a seed.
const TRIAL: &str = "trial";

/// A population's file: its digest, its columns and its rows, as the method `draw` takes it.
///
/// # Errors
/// What is wrong with the file, each at its place; or that the worker failed.
pub async fn population(
    workers: &dyn Workers,
    bytes: Bytes,
    name: &str,
) -> Result<Result<Value, Vec<Problem>>, WorkError> {
    let sha256 = hex(&Sha256::digest(&bytes));
    Ok(match workers.read_table(bytes, name).await? {
        TableRead::Rows { header, rows } => Ok(json!({ "sha256": sha256, "header": header, "rows": rows })),
        TableRead::Problems(problems) => Err(problems),
    })
}

/// What is said of a draw when its population is declared.
#[derive(Clone, Debug)]
pub struct Declared {
    /// The audit.
    pub audit: AuditId,
    /// The working paper it is for.
    pub paper: Option<PaperId>,
    /// What the population is.
    pub name: Line,
    /// The column that names a row.
    pub key: Line,
    /// The column of values.
    pub value: Option<Line>,
    /// The column of strata.
    pub stratum: Option<Line>,
    /// How its completeness was checked.
    pub completeness: Text,
    /// How is drawn.
    pub method: DrawMethod,
    /// How many.
    pub size: u32,
    /// Why so many.
    pub basis: Text,
}

/// The body of `draw.declare` for a population that was read.
///
/// # Errors
/// What makes it impossible to draw from it, each at its place.
pub fn declaration(declared: &Declared, population: &Value) -> Result<Value, Vec<Problem>> {
    let inputs = json!({
        "population": population, "size": declared.size, "seed": TRIAL, "method": declared.method.word(),
        "key": declared.key.as_str(), "value": declared.value.to_json(), "stratum": declared.stratum.to_json(),
    });
    drawn(&inputs)?;
    let rows = population.get("rows").and_then(Value::as_array).map_or(0, Vec::len);
    Ok(json!({
        "audit": declared.audit.to_json(), "paper": declared.paper.to_json(),
        "population": {
            "name": declared.name.as_str(), "sha256": population.get("sha256"), "rows": rows,
            "key": declared.key.as_str(), "value": declared.value.to_json(), "stratum": declared.stratum.to_json(),
            "completeness": declared.completeness.as_str(),
        },
        "method": declared.method.word(), "size": declared.size, "basis": declared.basis.as_str(),
    }))
}

/// What the seed of a draw gives on its population.
///
/// # Errors
/// That there is no seed, that the file is another, or what else is in the way.
pub fn sample(draw: &Draw, population: &Value, replace: &[(Line, Text)]) -> Result<Value, Vec<Problem>> {
    let seed = match draw.state() {
        DrawState::Seeded { seed, .. } | DrawState::Drawn { drawn_seed: seed, .. } => seed,
        DrawState::Abandoned { abandoned_seed: Some(seed), .. } => seed,
        DrawState::Declared | DrawState::Abandoned { abandoned_seed: None, .. } => {
            return Err(vec![Problem::new("", "the draw has no seed", "make it first with `draw.seed`")]);
        }
    };
    let given = population.get("sha256").and_then(Value::as_str).unwrap_or_default();
    let declared = draw.population();
    if given != declared.sha256.as_str() {
        let what = say!(
            "the file has the SHA-256 {given}, and {declared} was declared",
            given,
            declared = &declared.sha256
        );
        return Err(vec![Problem::new("/population", what, "give the very file that was declared")]);
    }
    let replace: Vec<Value> = replace
        .iter()
        .map(|(key, reason)| json!({ "key": key.as_str(), "reason": reason.as_str() }))
        .collect();
    drawn(&json!({
        "population": population, "size": draw.size(), "seed": seed.as_str(), "method": draw.method().word(),
        "key": declared.key.as_str(), "value": declared.value.to_json(), "stratum": declared.stratum.to_json(),
        "replace": replace,
    }))
}

/// The replacements that a draw has, and one more.
#[must_use]
pub fn replaced(draw: &Draw, more: Option<(Line, Text)>) -> Vec<(Line, Text)> {
    let before = draw.replacements().iter().map(|one| (one.item.clone(), one.reason.clone()));
    before.chain(more).collect()
}

/// Whether what a file gives now is what was recorded: the sample, and what stands in for what.
#[must_use]
pub fn agrees(draw: &Draw, first: &Value, after: &Value) -> bool {
    let selected: Vec<&str> = draw.selected().iter().map(Line::as_str).collect();
    let by: Vec<&str> = draw.replacements().iter().map(|one| one.by.as_str()).collect();
    let again: Vec<&str> = after
        .get("replacements")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("by")?.as_str())
        .collect();
    texts(first, "selected") == selected && again == by
}

fn texts<'v>(result: &'v Value, key: &str) -> Vec<&'v str> {
    result.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

fn drawn(inputs: &Value) -> Result<Value, Vec<Problem>> {
    let method = Method::named("draw").ok_or_else(|| {
        vec![Problem::new("", "this version has no method `draw`", "use a version that has it")]
    })?;
    method.run(inputs).map(|outcome| outcome.result)
}

/// `POST /draws`: the body is the population's file; what is said of it is in the query.
pub(crate) async fn declare(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let audit = query.needed("audit");
    let paper = query.read("paper");
    let name = query.needed("name");
    let key = query.needed("key");
    let value = query.read("value");
    let stratum = query.read("stratum");
    let completeness = query.needed("completeness");
    let method = query.needed("method");
    let size = query.needed("size");
    let basis = query.needed("basis");
    let declared = (|| {
        Some(Declared {
            audit: audit?,
            paper,
            name: name?,
            key: key?,
            value,
            stratum,
            completeness: completeness?,
            method: method?,
            size: size?,
            basis: basis?,
        })
    })();
    let declared = query.done(declared)?;
    let place = json!({ "audit": declared.audit.to_json(), "paper": declared.paper.to_json() });
    caller.asker.demand_form("draw.declare", &place).await?;
    let population = taken(&app, &headers, body).await?;
    let said = aside(move || declaration(&declared, &population)).await?;
    answer(&app, &caller.asker, act(&headers, &caller, "/draws", command("draw.declare", &said)?)?).await
}

/// `POST /draws/{id}/sample`: the body is the population's file. Draws with the seed and records the sample.
pub(crate) async fn record(
    State(app): State<App>,
    caller: Caller,
    Path(draw): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let (draw, found) = draw_of(&app, &draw).await?;
    let population = taken(&app, &headers, body).await?;
    let result = aside(move || sample(&found, &population, &[])).await?;
    let said = json!({ "draw": draw.to_string(), "selected": result.get("selected"), "algorithm": result.get("algorithm") });
    let act = act(&headers, &caller, &format!("/draws/{draw}/sample"), command("draw.record", &said)?)?;
    answer(&app, &caller.asker, act).await
}

/// `POST /draws/{id}/replacements?item=&reason=`: the body is the population's file. The next of the draw stands in for the item.
pub(crate) async fn replace(
    State(app): State<App>,
    caller: Caller,
    Path(draw): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let item: Option<Line> = query.needed("item");
    let reason: Option<Text> = query.needed("reason");
    let (item, reason) = query.done(item.zip(reason))?;
    let (draw, found) = draw_of(&app, &draw).await?;
    let population = taken(&app, &headers, body).await?;
    let replace = replaced(&found, Some((item.clone(), reason.clone())));
    let result = aside(move || sample(&found, &population, &replace)).await?;
    let said = replacement(draw, &item, &reason, &result);
    let route = format!("/draws/{draw}/replacements");
    answer(&app, &caller.asker, act(&headers, &caller, &route, command("draw.replace", &said)?)?).await
}

/// The body of `draw.replace` for the last replacement of a result.
#[must_use]
pub fn replacement(draw: DrawId, item: &Line, reason: &Text, result: &Value) -> Value {
    let last = result.get("replacements").and_then(Value::as_array).and_then(|all| all.last());
    json!({ "draw": draw.to_string(), "item": item.as_str(), "by": last.and_then(|last| last.get("by")), "reason": reason.as_str() })
}

/// `POST /draws/{id}/redone`: the body is the population's file. Draws again and says whether the recorded sample comes out.
pub(crate) async fn redone(
    State(app): State<App>,
    _caller: Caller,
    Path(draw): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let (_, found) = draw_of(&app, &draw).await?;
    let population = taken(&app, &headers, body).await?;
    let answer = aside(move || redo(&found, &population)).await?;
    Ok(json(StatusCode::OK, &answer))
}

/// Draws a recorded sample again.
///
/// # Errors
/// As [`sample`].
pub fn redo(draw: &Draw, population: &Value) -> Result<Value, Vec<Problem>> {
    let first = sample(draw, population, &[])?;
    let after = sample(draw, population, &replaced(draw, None))?;
    Ok(
        json!({ "agrees": agrees(draw, &first, &after), "selected": first.get("selected"), "replacements": after.get("replacements") }),
    )
}

async fn draw_of(app: &App, text: &str) -> Result<(DrawId, Draw), Fault> {
    let draw: DrawId = id(text)?;
    let found = app.store.record(Key::of(draw)).await?;
    found
        .and_then(|found| match found.record {
            AnyRecord::Draw(found) => Some((draw, *found)),
            _ => None,
        })
        .ok_or_else(|| Fault::not_found(say!("no draw has the id `{draw}`", draw)))
}

/// Reads the population in the body.
async fn taken(app: &App, headers: &HeaderMap, body: Body) -> Result<Value, Fault> {
    let media = media(headers).unwrap_or_default();
    let name = MEDIA_TYPES.iter().find(|(taken, _)| *taken == media).map(|(_, name)| *name);
    let name = name.ok_or_else(|| {
        let types = any_of(MEDIA_TYPES.map(|(taken, _)| format!("`{taken}`")));
        Fault::new(&MEDIA, say!("send the population as {types}", types))
    })?;
    let file = read(headers, body, POPULATION_BYTES_MAX).await?;
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    population(app.workers.as_ref(), file, name).await.map_err(work_fault)?.map_err(Fault::invalid)
}

/// Reckons beside the runtime.
async fn aside(
    reckon: impl FnOnce() -> Result<Value, Vec<Problem>> + Send + 'static,
) -> Result<Value, Fault> {
    tokio::task::spawn_blocking(reckon).await.map_err(Fault::internal)?.map_err(Fault::invalid)
}
