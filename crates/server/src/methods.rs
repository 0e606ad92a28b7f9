//! The auditor's methods: which there are, carrying one out, and recording that it was used.

use assize_domain::kernel::datum::{Datum, Problem};
use assize_domain::kernel::entry::canonical;
use assize_domain::kernel::id::{AuditId, MethodTableId, MethodUseId, ProgrammeId};
use assize_domain::kernel::text::Text;
use assize_domain::method::{MethodTable, MethodUse, TableUsed};
use assize_domain::{AnyRecord, Key, Kind};
use assize_methods::{METHODS, Method, Outcome};
use assize_store::{Store, StoreError};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::app::App;
use crate::body::{json, read_json};
use crate::caller::Caller;
use crate::commands::{act, command, execute};
use crate::conditions::value;
use crate::gathered::{gathered, names_in, told_in, with_names};
use crate::problem::Fault;
use crate::query::{Query, id};
use crate::reports::work_fault;

/// What carries methods out, as a record of their use names it.
pub(crate) const SOFTWARE: &str = concat!("Assize ", env!("CARGO_PKG_VERSION"));

/// The method whose inputs can be gathered from the records of a programme.
pub const GATHERED: &str = "assign";

/// `GET /methods`.
pub(crate) async fn list(_caller: Caller) -> Response {
    let items = METHODS.iter().map(|method| {
        json!({ "name": method.name, "about": method.about, "source": method.source, "inputs": (method.schema)() })
    });
    json(StatusCode::OK, &json!({ "items": items.collect::<Value>() }))
}

/// `POST /methods/{name}`: the body holds the inputs. With `audit` or `programme` in the query its use is recorded there; with
/// `tables` it is carried out by adopted tables; with `of_programme` the inputs of `assign` are gathered from the programme's records,
/// and what the body holds is laid over them.
pub(crate) async fn run(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let method = named(&name)?;
    let mut query = Query::of(&uri);
    let audit: Option<AuditId> = query.read("audit");
    let programme: Option<ProgrammeId> = query.read("programme");
    let remark: Option<Text> = query.read("remark");
    let tables = query.text("tables");
    let gathered_of: Option<ProgrammeId> = query.read("of_programme");
    if gathered_of.is_some() && method.name != GATHERED {
        query.problem("of_programme", "is for `assign` alone", "leave it out");
    }
    query.done(Some(()))?;
    let mut inputs = read_json(&headers, body).await?;
    let gathered = match gathered_of {
        None => None,
        Some(of) => {
            let (whole, gathered) = gathered(&app.store, of, &inputs).await?.map_err(Fault::invalid)?;
            inputs = whole;
            Some(gathered)
        }
    };
    let wanted: Vec<&str> = tables.iter().flat_map(|ids| ids.split(',')).collect();
    let tables = with_tables(&app.store, method, &mut inputs, &wanted, "?tables").await?;
    let tables = tables.map_err(Fault::invalid)?;
    let outcome = {
        let _permit = app.working.acquire().await.map_err(Fault::internal)?;
        let given = inputs.clone();
        tokio::task::spawn_blocking(move || method.run(&given)).await.map_err(Fault::internal)?
    };
    let outcome = outcome.map_err(Fault::invalid)?;
    let mut answer = answered(&outcome);
    named_in(&mut answer, &tables);
    if let Some(gathered) = &gathered {
        told_in(&mut answer, gathered);
    }
    if audit.is_some() || programme.is_some() {
        let tables = tables.iter().map(used).collect();
        let place = Place { audit, programme, remark, tables };
        let use_of = command("method.record", &recorded(method, &inputs, &outcome, &place))?;
        let done = execute(&app, act(&headers, &caller, &format!("/methods/{name}"), use_of)?).await?;
        let made = done.events.first().map(|event| event.subject.id.hyphenated().to_string());
        if let Some(answer) = answer.as_object_mut() {
            answer.insert("method_use".to_owned(), made.into());
        }
    }
    Ok(json(StatusCode::OK, &answer))
}

/// Puts the numbers of adopted tables into the inputs of a method, each at its place, and answers with the tables. `at` is where
/// their ids were given; before an id may stand the management system that the table is for, `qms:ID`.
///
/// # Errors
/// What the store says when it cannot be read.
pub async fn with_tables(
    store: &Store,
    method: &Method,
    inputs: &mut Value,
    ids: &[&str],
    at: &str,
) -> Result<Result<Vec<MethodTable>, Vec<Problem>>, StoreError> {
    let (mut tables, mut problems) = (Vec::new(), Vec::new());
    for text in ids {
        let (system, id) = text.split_once(':').map_or((None, *text), |(system, id)| (Some(system), id));
        let found = match id.parse::<MethodTableId>() {
            Ok(id) => store.record(Key::of(id)).await?.map(|found| found.record),
            Err(_) => None,
        };
        match found {
            Some(AnyRecord::MethodTable(table)) => match put(method, inputs, &table, system) {
                Ok(()) => tables.push(*table),
                Err((what, hint)) => problems.push(Problem::new(at, what, hint)),
            },
            _ => {
                let shown: String = text.chars().take(100).collect();
                let what = format!("no table has the id `{shown}`");
                problems.push(Problem::new(at, what, "give the id of an adopted table"));
            }
        }
    }
    Ok(if problems.is_empty() { Ok(tables) } else { Err(problems) })
}

/// Puts one table into the inputs; or says why it cannot be, and what would help.
fn put(
    method: &Method,
    inputs: &mut Value,
    table: &MethodTable,
    system: Option<&str>,
) -> Result<(), (String, String)> {
    let key = table.key();
    if !table.is_in_use() {
        return Err((
            format!("version {} of the table `{key}` is retired", table.revision()),
            "calculate by the version that is in use; a use recorded by it can still be redone".to_owned(),
        ));
    }
    let place = table.content().place();
    let below = below(method, inputs, table, system)?;
    // What is not there is left to the method, which says so at its place.
    let Some(mut here) = inputs.pointer_mut(&below) else { return Ok(()) };
    if here.pointer(place).is_some_and(|there| !there.is_null()) {
        return Err((
            format!("the inputs have a table at {below}{place} already, besides `{key}`"),
            "give one of the two".to_owned(),
        ));
    }
    let mut names = place.split('/').skip(1).peekable();
    while let Some(name) = names.next() {
        // What is no object is left to the method, which says so at its place.
        let Some(object) = here.as_object_mut() else { return Ok(()) };
        let there = object.entry(name).or_insert(Value::Null);
        if names.peek().is_none() {
            *there = table.as_input();
        } else if there.is_null() {
            *there = json!({});
        }
        here = there;
    }
    Ok(())
}

/// Below what the inputs take a table: a JSON pointer, empty for the inputs as a whole; or why they take it nowhere.
fn below(
    method: &Method,
    inputs: &Value,
    table: &MethodTable,
    system: Option<&str>,
) -> Result<String, (String, String)> {
    let (key, place, word) = (table.key(), table.content().place(), table.content().word());
    let by_system = method.takes_by_system(place);
    if !by_system && !method.takes(place) {
        return Err((
            format!("`{}` takes no table of {word} from the store", method.name),
            "leave the table out, or give its numbers among the inputs where the method has a place for them"
                .to_owned(),
        ));
    }
    let systems = inputs.get("systems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    match system {
        None if !by_system => Ok(String::new()),
        None => Err((
            format!(
                "`{}` has tables of {word} by management system, and for which `{key}` is, is not said",
                method.name
            ),
            "write the system before the id, such as `qms:ID`".to_owned(),
        )),
        Some(system) if !by_system => Err((
            format!(
                "`{}` reckons with one management system, and `{key}` is given for `{system}`",
                method.name
            ),
            "give the table's id alone".to_owned(),
        )),
        Some(system) => {
            let is_named = |row: &Value| row.get("system").and_then(Value::as_str) == Some(system);
            let row = systems.iter().position(is_named).ok_or_else(|| {
                let shown: String = system.chars().take(100).collect();
                (
                    format!("there is no system `{shown}` among the inputs for the table `{key}`"),
                    "name one of those under `systems`".to_owned(),
                )
            })?;
            Ok(format!("/systems/{row}"))
        }
    }
}

/// Names in an answer the adopted tables by which was calculated.
pub fn named_in(answer: &mut Value, tables: &[MethodTable]) {
    if let (Some(answer), false) = (answer.as_object_mut(), tables.is_empty()) {
        let named = tables.iter().map(|table| {
            json!({ "id": table.id().to_string(), "key": table.key().as_str(), "version": table.revision(),
                "source": table.source().as_str(), "edition": table.edition().as_str() })
        });
        answer.insert("own_tables".to_owned(), named.collect());
    }
}

/// The table as a record of a use names it.
#[must_use]
pub fn used(table: &MethodTable) -> TableUsed {
    TableUsed { method_table: table.id(), revision: *table.revision() }
}

/// `GET /method-uses/{id}/redone`: carries the recorded method out again on its recorded inputs, and says whether the result is
/// the recorded one.
pub(crate) async fn redone(
    State(app): State<App>,
    _caller: Caller,
    Path(use_of): Path<String>,
) -> Result<Response, Fault> {
    let found = use_of_method(&app, &use_of).await?;
    let redo = tokio::task::spawn_blocking(move || redo(&found)).await.map_err(Fault::internal)?;
    Ok(json(StatusCode::OK, &redo))
}

/// `GET /method-uses/{id}/pdf`: the sheet of a recorded use, the same bytes whenever it is asked for.
pub(crate) async fn pdf(
    State(app): State<App>,
    _caller: Caller,
    Path(use_of): Path<String>,
) -> Result<Response, Fault> {
    sheet_pdf(&app, &use_of).await
}

/// The sheet of a recorded use, as PDF.
pub(crate) async fn sheet_pdf(app: &App, use_of: &str) -> Result<Response, Fault> {
    let found = use_of_method(app, use_of).await?;
    let sheet = sheet_of(&app.store, &found).await?;
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let pdf = app.workers.render_sheet(sheet, found.stamp().at).await.map_err(work_fault)?;
    Ok(([(header::CONTENT_TYPE, value("application/pdf"))], pdf).into_response())
}

async fn use_of_method(app: &App, text: &str) -> Result<MethodUse, Fault> {
    let found = app.store.record(Key::of(id::<MethodUseId>(text)?)).await?;
    match found.map(|found| found.record) {
        Some(AnyRecord::MethodUse(found)) => Ok(*found),
        _ => Err(Fault::not_found(format!("no method_use has the id `{text}`"))),
    }
}

/// The fields of the sheet of a recorded use.
///
/// # Errors
/// What the store says when it cannot be read.
pub async fn sheet_of(store: &Store, found: &MethodUse) -> Result<Value, StoreError> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let method = Method::named(found.method().as_str());
    let organization = store.record_page(Kind::Organization, None, 1).await?.into_iter().next();
    let organization = match organization.map(|(_, found)| found.record) {
        Some(AnyRecord::Organization(organization)) => organization.name().to_string(),
        _ => String::new(),
    };
    let subject = match (found.audit(), found.programme()) {
        (Some(audit), _) => match store.record(Key::of(*audit)).await?.map(|found| found.record) {
            Some(AnyRecord::Audit(audit)) => audit.title().to_string(),
            _ => audit.to_string(),
        },
        (None, Some(programme)) => match store.record(Key::of(*programme)).await?.map(|found| found.record) {
            Some(AnyRecord::Programme(programme)) => programme.title().to_string(),
            _ => programme.to_string(),
        },
        (None, None) => String::new(),
    };
    let by = match found.stamp().by.person() {
        None => "the store's operator".to_owned(),
        Some(person) => match store.record(Key::of(person)).await?.map(|found| found.record) {
            Some(AnyRecord::Person(person)) => person.name().to_string(),
            _ => person.to_string(),
        },
    };
    let concluded = conclusion(found) + &by_tables(store, found).await?;
    // Ids stand in the record of an assignment, so that its people can be erased; whoever reads its sheet reads names.
    let texts = found.steps().iter().flat_map(|step| [step.what.as_str(), step.working.as_str()]);
    let texts: Vec<&str> =
        texts.chain([concluded.as_str()]).filter(|_| found.method().as_str() == GATHERED).collect();
    let names = names_in(store, &texts).await?;
    let steps = found.steps().iter().map(|step| {
        json!({ "what": with_names(step.what.as_str(), &names), "working": with_names(step.working.as_str(), &names),
            "value": step.value.as_str(), "source": step.source.as_ref().map(Text::as_str).unwrap_or_default() })
    });
    Ok(json!({
        "document_id": found.id().to_string(),
        "method": found.method().as_str(),
        "source": method.map(|method| method.source).unwrap_or_default(),
        "title": method.map_or(found.method().as_str(), |method| method.about),
        "subject": subject,
        "organization": organization,
        "by": by,
        "on": found.stamp().at.date().to_string(),
        "confidentiality_mark": "Confidential",
        "language": "en",
        "inputs": parsed(found.inputs().as_str()),
        "result": parsed(found.result().as_str()),
        "steps": steps.collect::<Value>(),
        "conclusion": with_names(&concluded, &names),
    }))
}

/// The adopted tables by which was calculated, in a sentence.
async fn by_tables(store: &Store, found: &MethodUse) -> Result<String, StoreError> {
    let mut named = Vec::new();
    for used in found.tables() {
        let table = store.record(Key::of(used.method_table)).await?.map(|found| found.record);
        let key = match &table {
            Some(AnyRecord::MethodTable(table)) => table.key().as_str(),
            _ => "a table",
        };
        named.push(format!("{key}, version {} ({})", used.revision, used.method_table));
    }
    Ok(if named.is_empty() {
        String::new()
    } else {
        format!(" Tables of the organization's own: {}.", named.join("; "))
    })
}

/// The conclusion; where the method gives another result today, the sheet says so before anything else.
fn conclusion(found: &MethodUse) -> String {
    let again = redo(found);
    if again.get("agrees") == Some(&Value::Bool(true)) {
        return found.conclusion().to_string();
    }
    let why = again.get("why").and_then(Value::as_str).unwrap_or_default();
    format!(
        "Not reproduced: carried out again on these inputs, the method gives {why}. What was recorded: {}",
        found.conclusion()
    )
}

fn named(name: &str) -> Result<&'static Method, Fault> {
    Method::named(name).ok_or_else(|| {
        let name: String = name.chars().take(100).collect();
        Fault::not_found(format!("there is no method `{name}`; `/api/v1/methods` lists those there are"))
    })
}

/// The result of a method with its working, as one object.
#[must_use]
pub fn answered(outcome: &Outcome) -> Value {
    let mut answer = outcome.result.clone();
    if let Some(answer) = answer.as_object_mut() {
        answer.insert("working".to_owned(), outcome.sheet.to_json());
    }
    answer
}

/// What a use of a method is recorded for.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The audit.
    pub audit: Option<AuditId>,
    /// The programme.
    pub programme: Option<ProgrammeId>,
    /// Why this method, or what follows from the result.
    pub remark: Option<Text>,
    /// The adopted tables by which was calculated.
    pub tables: Vec<TableUsed>,
}

/// The body of `method.record` for a method that was carried out.
#[must_use]
pub fn recorded(method: &Method, inputs: &Value, outcome: &Outcome, place: &Place) -> Value {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let steps = outcome.sheet.steps.iter().map(|step| {
        json!({ "what": step.what, "working": step.working, "value": step.value, "source": said(&step.source) })
    });
    json!({
        "programme": place.programme.to_json(),
        "audit": place.audit.to_json(),
        "method": method.name,
        "software": SOFTWARE,
        "tables": place.tables.to_json(),
        "inputs": inputs.to_string(),
        "result": canonical(&outcome.result),
        "steps": steps.collect::<Value>(),
        "conclusion": outcome.sheet.conclusion,
        "remark": place.remark.to_json(),
    })
}

/// Carries a recorded method out again.
#[must_use]
pub fn redo(recorded: &MethodUse) -> Value {
    let inputs: Value = serde_json::from_str(recorded.inputs().as_str()).unwrap_or_default();
    let Some(method) = Method::named(recorded.method().as_str()) else {
        return json!({ "agrees": false, "why": format!("this version has no method `{}`", recorded.method()) });
    };
    match method.run(&inputs) {
        Ok(outcome) => {
            let agrees = canonical(&outcome.result) == recorded.result().as_str();
            let why = if agrees { "the same result" } else { "another result" };
            json!({ "agrees": agrees, "why": why, "result": outcome.result, "recorded": serde_json::from_str::<Value>(recorded.result().as_str()).unwrap_or_default() })
        }
        Err(problems) => {
            let problems: Vec<Value> = problems
                .iter()
                .map(|problem| json!({ "at": problem.at, "what": problem.what, "hint": problem.hint }))
                .collect();
            json!({ "agrees": false, "why": "the recorded inputs are refused now", "problems": problems })
        }
    }
}
