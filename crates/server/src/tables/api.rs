//! Tables and lists in by the API: the body is the file, what is said of it stands in the query, and `dry_run=true` only looks.

use assize_domain::Key;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::{Said as Said_, say};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde_json::json;

use super::TABLE_BYTES_MAX;
use super::plan::{Planned, TableOver, Tried};
use super::read::{Desk, FileIn, Said};
use super::show::{RowWrong, shown};
use crate::app::App;
use crate::body::{json as answer, read};
use crate::caller::Caller;
use crate::conditions::once;
use crate::problem::Fault;
use crate::query::{Query, id};
use crate::web::{Words, accepted};

/// How many things that are wrong with a file are told at once.
const PROBLEMS_MAX: usize = 500;

/// `POST /audits/{id}/tables`.
pub(crate) async fn of_audit(
    State(app): State<App>,
    caller: Caller,
    Path(audit): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    taken(&app, &caller, TableOver::Audit(id(&audit)?), &uri, (&headers, body)).await
}

/// `POST /programmes/{id}/tables`.
pub(crate) async fn of_programme(
    State(app): State<App>,
    caller: Caller,
    Path(programme): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    taken(&app, &caller, TableOver::Programme(id(&programme)?), &uri, (&headers, body)).await
}

/// `POST /statements-of-applicability/{id}/tables`.
pub(crate) async fn of_statement(
    State(app): State<App>,
    caller: Caller,
    Path(soa): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    taken(&app, &caller, TableOver::Statement(id(&soa)?), &uri, (&headers, body)).await
}

/// `POST /people/tables`.
pub(crate) async fn of_people(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    taken(&app, &caller, TableOver::People, &uri, (&headers, body)).await
}

/// `POST /auditees/{id}/tables`.
pub(crate) async fn of_auditee(
    State(app): State<App>,
    caller: Caller,
    Path(auditee): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    taken(&app, &caller, TableOver::Auditee(id(&auditee)?), &uri, (&headers, body)).await
}

/// `POST /people/{id}/calendar`.
pub(crate) async fn of_person(
    State(app): State<App>,
    caller: Caller,
    Path(person): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    taken(&app, &caller, TableOver::Person(id(&person)?), &uri, (&headers, body)).await
}

async fn taken(
    app: &App,
    caller: &Caller,
    over: TableOver,
    uri: &Uri,
    (headers, body): (&HeaderMap, Body),
) -> Result<Response, Fault> {
    let mut query = Query::of(uri);
    let name = query.text("name");
    let dry_run: Option<String> = query.text("dry_run");
    if !matches!(dry_run.as_deref(), None | Some("true" | "false")) {
        query.wrong("dry_run", "is neither `true` nor `false`", "say `true` to look only");
    }
    let mut text = |name: &'static str| query.text(name).unwrap_or_default();
    let said = Said {
        reason: text("reason"),
        label: text("label"),
        dated: text("dated"),
        classification: text("classification"),
        employer: text("employer"),
        zone: text("zone"),
        ..Said::default()
    };
    query.done(Some(()))?;
    there(app, over).await?;
    let bytes = read(headers, body, TABLE_BYTES_MAX).await?;
    let dry_run = dry_run.as_deref() == Some("true");
    let file = FileIn::of(name.unwrap_or_else(|| "table.xlsx".to_owned()), bytes);
    let words = Words::new(accepted(headers), "UTC");
    let desk = Desk {
        store: &app.store,
        workers: app.workers.as_ref(),
        actor: caller.actor.clone(),
        asker: Some(&caller.asker),
        words,
    };
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    if dry_run {
        let tried = desk.tried(over, &file, &said).await?;
        return Ok(answer(StatusCode::OK, &shown(&tried, &desk.words)));
    }
    let key = once(headers, caller, "POST tables", &file.sha256)?.map(|once| once.key);
    Ok(match desk.take(over, &file, &said, key.as_deref()).await? {
        Planned::Taken(tried, done) => {
            crate::commands::count_all(app, &done);
            let mut json = shown(&tried, &desk.words);
            if let Some(object) = json.as_object_mut() {
                object.insert("at".to_owned(), json!(done.at.to_string()));
            }
            answer(StatusCode::OK, &json)
        }
        Planned::Not(tried) if tried.is_nothing_new() => answer(StatusCode::OK, &shown(&tried, &desk.words)),
        Planned::Not(tried) => return Err(not_taken(&tried, &desk.words)),
    })
}

/// Why a file cannot be taken: everything that is wrong, each at its row and column.
fn not_taken(tried: &Tried, words: &Words) -> Fault {
    let hint = "ask with `dry_run=true` to see every row, mend the file, and send it again";
    let problem = |at: String, wrong: &RowWrong| Problem::new(&at, Said_::data(&wrong.what), hint);
    let mut problems: Vec<Problem> =
        RowWrong::of_whole(tried, words).iter().map(|wrong| problem(String::new(), wrong)).collect();
    problems.extend(tried.read.sheets.problems());
    for (at, row) in tried.read.rows.iter().enumerate() {
        for wrong in RowWrong::of_row(tried, at, words) {
            let column = wrong.column.map(|column| format!("/{column}")).unwrap_or_default();
            problems.push(problem(format!("{}/{}{column}", row.sheet, row.row), &wrong));
        }
    }
    if let Some(reason) = &tried.read.unfit {
        let what = reason.clone().unwrap_or_else(|| words.say("tables-none"));
        problems.push(Problem::new("", Said_::data(&what), hint));
    }
    problems.truncate(PROBLEMS_MAX);
    Fault::invalid(problems)
}

/// Whether what a table is of is there.
async fn there(app: &App, over: TableOver) -> Result<(), Fault> {
    let key = match over {
        TableOver::Audit(id) => Key::of(id),
        TableOver::Programme(id) => Key::of(id),
        TableOver::Statement(id) => Key::of(id),
        TableOver::Auditee(id) => Key::of(id),
        TableOver::Person(id) => Key::of(id),
        TableOver::People => return Ok(()),
    };
    match app.store.record(key).await? {
        Some(_) => Ok(()),
        None => Err(Fault::not_found(say!(
            "no {kind} has the id `{id}`",
            kind = &key.kind,
            id = key.id.hyphenated().to_string()
        ))),
    }
}
