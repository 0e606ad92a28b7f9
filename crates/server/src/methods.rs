//! The auditor's methods: which there are, carrying one out, and recording that it was used.

use assize_access::Action;
use assize_domain::kernel::datum::{Datum, Problem};
use assize_domain::kernel::entry::canonical;
use assize_domain::kernel::id::{AuditId, MethodTableId, MethodUseId, ProgrammeId};
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::Text;
use assize_domain::method::{MethodStep, MethodTable, MethodUse, TableUsed};
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
use crate::letterhead::look_of;
use crate::problem::Fault;
use crate::query::{Query, id};
use crate::reports::work_fault;
use crate::web::words::{Language, Words};

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
        query.wrong("of_programme", "is for `assign` alone", "leave it out");
    }
    query.done(Some(()))?;
    if let Some(of) = gathered_of {
        caller.asker.demand_any(&[Action::Manage], Key::of(of)).await?;
    }
    if audit.is_some() || programme.is_some() {
        let place = json!({ "audit": audit.to_json(), "programme": programme.to_json() });
        caller.asker.demand_form("method.record", &place).await?;
    }
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
        let done = execute(&app, &caller.asker, act(&headers, &caller, &format!("/methods/{name}"), use_of)?)
            .await?;
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
                let what = say!("no table has the id `{shown}`", shown);
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
) -> Result<(), (Said, Said)> {
    let key = table.key();
    if !table.is_in_use() {
        return Err((
            say!("version {revision} of the table `{key}` is retired", revision = table.revision(), key),
            say!("calculate by the version that is in use; a use recorded by it can still be redone"),
        ));
    }
    let place = table.content().place();
    let below = below(method, inputs, table, system)?;
    // What is not there is left to the method, which says so at its place.
    let Some(mut here) = inputs.pointer_mut(&below) else { return Ok(()) };
    if here.pointer(place).is_some_and(|there| !there.is_null()) {
        return Err((
            say!(
                "the inputs have a table at {place} already, besides `{key}`",
                place = format!("{below}{place}"),
                key
            ),
            say!("give one of the two"),
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
) -> Result<String, (Said, Said)> {
    let (key, place, content) = (table.key(), table.content().place(), table.content());
    let by_system = method.takes_by_system(place);
    if !by_system && !method.takes(place) {
        return Err((
            say!("`{method}` takes no table of {content} from the store", method = method.name, content),
            say!(
                "leave the table out, or give its numbers among the inputs where the method has a place for them"
            ),
        ));
    }
    let systems = inputs.get("systems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    match system {
        None if !by_system => Ok(String::new()),
        None => Err((
            say!(
                "`{method}` has tables of {content} by management system, and for which `{key}` is, is not said",
                method = method.name,
                content,
                key
            ),
            say!("write the system before the id, such as `qms:ID`"),
        )),
        Some(system) if !by_system => Err((
            say!(
                "`{method}` reckons with one management system, and `{key}` is given for `{system}`",
                method = method.name,
                key,
                system
            ),
            say!("give the table's id alone"),
        )),
        Some(system) => {
            let is_named = |row: &Value| row.get("system").and_then(Value::as_str) == Some(system);
            let row = systems.iter().position(is_named).ok_or_else(|| {
                let shown: String = system.chars().take(100).collect();
                (
                    say!("there is no system `{shown}` among the inputs for the table `{key}`", shown, key),
                    say!("name one of those under `systems`"),
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
    sheet_pdf(&app, &use_of, &Words::new(Language::English, "UTC")).await
}

/// The sheet of a recorded use, as PDF.
pub(crate) async fn sheet_pdf(app: &App, use_of: &str, words: &Words) -> Result<Response, Fault> {
    let found = use_of_method(app, use_of).await?;
    let sheet = sheet_in(&app.store, &found, words).await?;
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let pdf = app
        .workers
        .render_sheet(sheet, look_of(&app.store).await?, found.stamp().at)
        .await
        .map_err(work_fault)?;
    Ok(([(header::CONTENT_TYPE, value("application/pdf"))], pdf).into_response())
}

async fn use_of_method(app: &App, text: &str) -> Result<MethodUse, Fault> {
    let found = app.store.record(Key::of(id::<MethodUseId>(text)?)).await?;
    match found.map(|found| found.record) {
        Some(AnyRecord::MethodUse(found)) => Ok(*found),
        _ => Err(Fault::not_found(say!("no method_use has the id `{text}`", text))),
    }
}

/// The fields of the sheet of a recorded use.
///
/// # Errors
/// What the store says when it cannot be read.
pub async fn sheet_of(store: &Store, found: &MethodUse) -> Result<Value, StoreError> {
    sheet_in(store, found, &Words::new(Language::English, "UTC")).await
}

/// The sheet in a language. What is recorded is English; where the method says the same today, it is said in the language.
async fn sheet_in(store: &Store, found: &MethodUse, words: &Words) -> Result<Value, StoreError> {
    let again = said_again(found, words);
    // A sheet is in one language: what cannot be said in another is left as it was recorded, and all of it is.
    let english = Words::new(Language::English, "UTC");
    let words = if again.is_some() { words } else { &english };
    let told = |said: Said| told(words, &said);
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
        None => told(say!("the store's operator")),
        Some(person) => match store.record(Key::of(person)).await?.map(|found| found.record) {
            Some(AnyRecord::Person(person)) => person.name().to_string(),
            _ => person.to_string(),
        },
    };
    let (steps, concluded) = again.unwrap_or_else(|| (recorded_steps(found), told(conclusion(found))));
    let concluded = concluded + &told(by_tables(store, found).await?);
    // Ids stand in the record of an assignment, so that its people can be erased; whoever reads its sheet reads names.
    let texts = steps.iter().flat_map(|[what, working, _]| [what.as_str(), working.as_str()]);
    let texts: Vec<&str> =
        texts.chain([concluded.as_str()]).filter(|_| found.method().as_str() == GATHERED).collect();
    let names = names_in(store, &texts).await?;
    let steps = steps.iter().zip(found.steps()).map(|([what, working, value], step)| {
        json!({ "what": with_names(what, &names), "working": with_names(working, &names), "value": value,
            "source": step.source.as_ref().map(Text::as_str).unwrap_or_default() })
    });
    let about = method.map_or(found.method().as_str(), |method| method.about);
    let title = match words.language {
        Language::English => about.to_owned(),
        Language::German => {
            words.maybe(&format!("method-{}", found.method())).unwrap_or_else(|| about.to_owned())
        }
    };
    Ok(json!({
        "document_id": found.id().to_string(),
        "method": found.method().as_str(),
        "source": method.map(|method| method.source).unwrap_or_default(),
        "title": title,
        "subject": subject,
        "organization": organization,
        "by": by,
        "on": found.stamp().at.date().to_string(),
        "confidentiality_mark": told(say!("Confidential")),
        "language": words.language.tag(),
        "inputs": parsed(found.inputs().as_str()),
        "result": parsed(found.result().as_str()),
        "steps": steps.collect::<Value>(),
        "conclusion": with_names(&concluded, &names),
    }))
}

/// The adopted tables by which was calculated, in a sentence.
async fn by_tables(store: &Store, found: &MethodUse) -> Result<Said, StoreError> {
    let mut named = Vec::new();
    for used in found.tables() {
        let table = store.record(Key::of(used.method_table)).await?.map(|found| found.record);
        let key = match &table {
            Some(AnyRecord::MethodTable(table)) => Said::data(table.key().as_str()),
            _ => say!("a table"),
        };
        named.push(say!(
            "{key}, version {revision} ({id})",
            key,
            revision = used.revision,
            id = used.method_table
        ));
    }
    Ok(if named.is_empty() {
        Said::data("")
    } else {
        say!(" Tables of the organization's own: {tables}.", tables = Said::joined(named))
    })
}

/// The conclusion; where the method gives another result today, the sheet says so before anything else.
fn conclusion(found: &MethodUse) -> Said {
    let again = redo(found);
    if again.get("agrees") == Some(&Value::Bool(true)) {
        return Said::data(found.conclusion().as_str());
    }
    let why = again.get("why").and_then(Value::as_str).unwrap_or_default();
    say!(
        "Not reproduced: carried out again on these inputs, the method gives {why}. What was recorded: {recorded}",
        why,
        recorded = found.conclusion()
    )
}

/// The steps as they were recorded: what, how, and what came out.
fn recorded_steps(found: &MethodUse) -> Vec<[String; 3]> {
    let texts = |step: &MethodStep| [&step.what, &step.working, &step.value].map(|text| text.to_string());
    found.steps().iter().map(texts).collect()
}

/// The steps and the conclusion in a language other than English, where the method says today what was recorded.
fn said_again(found: &MethodUse, words: &Words) -> Option<(Vec<[String; 3]>, String)> {
    if words.language == Language::English {
        return None;
    }
    let inputs: Value = serde_json::from_str(found.inputs().as_str()).ok()?;
    let outcome = Method::named(found.method().as_str())?.run(&inputs).ok()?;
    let sheet = &outcome.sheet;
    let today = sheet
        .steps
        .iter()
        .map(|step| [step.what.to_string(), step.working.to_string(), step.value.to_string()]);
    let is_same = canonical(&outcome.result) == found.result().as_str()
        && sheet.conclusion == found.conclusion().as_str()
        && today.eq(recorded_steps(found));
    let steps = sheet.steps.iter().map(|step| {
        [words.said(&step.what), words.said(&step.working), words.said(&Said::bare(step.value.clone()))]
    });
    is_same.then(|| (steps.collect(), words.said(&sheet.conclusion)))
}

/// English as it is recorded, any other language by its messages.
fn told(words: &Words, said: &Said) -> String {
    if words.language == Language::English { said.to_string() } else { words.said(said) }
}

fn named(name: &str) -> Result<&'static Method, Fault> {
    Method::named(name).ok_or_else(|| {
        let name: String = name.chars().take(100).collect();
        Fault::not_found(say!("there is no method `{name}`; `/api/v1/methods` lists those there are", name))
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
        json!({ "what": step.what.to_string(), "working": step.working.to_string(), "value": step.value.to_string(),
            "source": said(&step.source) })
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
        "conclusion": outcome.sheet.conclusion.to_string(),
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
                .map(|problem| json!({ "at": problem.at, "what": problem.what.to_string(), "hint": problem.hint.to_string() }))
                .collect();
            json!({ "agrees": false, "why": "the recorded inputs are refused now", "problems": problems })
        }
    }
}
