//! Claims of others out of a piece of evidence: read, looked at, and taken. Nothing is taken that was not shown before, and all of it or nothing.

use assize_catalogue::Catalogue;
use assize_domain::claim::ClaimKind;
use assize_domain::criteria::{CriteriaSet, criteria_set_id};
use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::said::{Said, any_of, say};
use assize_domain::kernel::text::CriteriaId;
use assize_domain::{Actor, World, audit::Audit};
use assize_exchange::claims::{
    ClaimColumns, ClaimsRead, Puzzle, Requirements, guess, read_oscal, read_sheet,
};
use assize_exchange::columns::{Columns, MapOf, SheetOf};
use assize_store::{Act, After, Step, Store};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use serde_json::{Value, json};

use crate::app::App;
use crate::body::{json, read_json};
use crate::caller::Caller;
use crate::commands::{act, answer, command, field_problem};
use crate::evidence::{READ_BYTES_MAX, find};
use crate::problem::Fault;
use crate::sheets::{self, AskedColumns, Kept, Sheets, notes_json};
use crate::workers::Workers;

/// The longest OSCAL document that is read, in bytes.
const OSCAL_BYTES_MAX: usize = 32 * 1024 * 1024;

/// How a file is to be read: as it is said, and otherwise as it looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// How its columns are read.
    pub(crate) by: AskedColumns,
    /// What the claims are.
    pub(crate) kind: Option<ClaimKind>,
}

/// A file that was opened.
pub(crate) enum Opened {
    /// Sheets.
    Sheets(Sheets),
    /// A document of OSCAL.
    Oscal(Box<Value>),
    /// It cannot be read.
    Unfit(String),
}

/// What came of reading.
pub(crate) struct Looked {
    /// The sheet that was read, from 0; nothing for OSCAL.
    pub(crate) sheet: Option<usize>,
    /// How its columns were read; nothing where they are not known, and for OSCAL.
    pub(crate) columns: Option<ClaimColumns>,
    /// What was read.
    pub(crate) read: Option<ClaimsRead>,
}

/// Opens the file of a piece of evidence.
pub(crate) async fn opened(app: &App, evidence: &Evidence) -> Result<Opened, Fault> {
    let EvidenceForm::Taken { sha256, bytes, .. } = evidence.form() else {
        return Err(Fault::not_found("this evidence was seen and not taken; there is no file"));
    };
    if *bytes > READ_BYTES_MAX {
        return Ok(Opened::Unfit(format!("the file is longer than {READ_BYTES_MAX} bytes")));
    }
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let blob = app.store.blobs().get(sha256.as_str()).await?;
    let blob =
        blob.ok_or_else(|| Fault::internal(format!("evidence {} has no blob {sha256}", evidence.id())))?;
    opened_bytes(app.workers.as_ref(), blob, evidence.name().as_str()).await
}

/// Opens the bytes of a file.
async fn opened_bytes(workers: &dyn Workers, blob: Bytes, name: &str) -> Result<Opened, Fault> {
    if blob.trim_ascii_start().starts_with(b"{") {
        return Ok(oscal(&blob));
    }
    Ok(match Sheets::opened(workers, blob, name).await? {
        Ok(sheets) => Opened::Sheets(sheets),
        Err(reason) => Opened::Unfit(reason),
    })
}

fn oscal(blob: &Bytes) -> Opened {
    if blob.len() > OSCAL_BYTES_MAX {
        return Opened::Unfit(format!("the document is longer than {OSCAL_BYTES_MAX} bytes"));
    }
    match serde_json::from_slice(blob) {
        Ok(document) => Opened::Oscal(Box::new(document)),
        Err(error) => Opened::Unfit(error.to_string()),
    }
}

/// The requirements of an audit's criteria: of the sets as they were adopted, or else of the catalogue that comes with the program.
pub(crate) fn requirements(
    world: &World,
    audit: AuditId,
    catalogue: Option<&Catalogue>,
) -> Result<Requirements, Stop> {
    let audit = world.get::<Audit>(audit)?;
    let criteria = audit.initiation().as_ref().map(|initiation| initiation.criteria.as_slice());
    let mut sets: Vec<(CriteriaId, Vec<&str>)> = Vec::new();
    for set in criteria.unwrap_or_default() {
        let ids = match world.find::<CriteriaSet>(criteria_set_id(set))? {
            Some(adopted) => adopted.requirements().iter().map(|one| one.id.as_str()).collect(),
            None => {
                let built_in =
                    catalogue.and_then(|all| all.sets().find(|known| known.id.as_str() == set.as_str()));
                built_in
                    .map(|set| set.requirements().map(|one| one.id.as_str()).collect())
                    .unwrap_or_default()
            }
        };
        sets.push((set.clone(), ids));
    }
    Ok(Requirements::of(sets))
}

impl Opened {
    /// The sheets; none where it is something else.
    pub(crate) const fn sheets(&self) -> Option<&Sheets> {
        match self {
            Self::Sheets(sheets) => Some(sheets),
            Self::Oscal(_) | Self::Unfit(_) => None,
        }
    }

    /// Whether something of it is not as it was meant, so that no claims are taken from it.
    pub(crate) fn is_broken(&self) -> bool {
        self.sheets().is_some_and(Sheets::is_broken)
    }
}

/// Reads a file that was opened, with what columns under the same headings meant before.
pub(crate) async fn looked(
    store: &Store,
    opened: &Opened,
    asked: &Asked,
    requirements: &Requirements,
) -> Result<Looked, Fault> {
    let sheets = match opened {
        Opened::Unfit(_) => return Ok(Looked { sheet: None, columns: None, read: None }),
        Opened::Oscal(document) => {
            return Ok(Looked { sheet: None, columns: None, read: read_oscal(document, requirements) });
        }
        Opened::Sheets(sheets) => sheets,
    };
    let kept = Kept::read(store, MapOf::Claims, sheets).await?;
    let known = |sheet: SheetOf<'_>| {
        let (kind, read) = kept.of(sheet)?;
        Some(ClaimColumns { kind: kind.parse().ok()?, layout: "columns", read })
    };
    let (sheet, guessed) =
        sheets.chosen(asked.by.sheet, |sheet| known(sheet).or_else(|| guess(sheet)), |columns| &columns.read);
    let columns = said(asked, guessed);
    let of = columns.as_ref().zip(sheets.at(sheet));
    let read = of.map(|(columns, sheet)| read_sheet(sheet, columns, requirements));
    Ok(Looked { sheet: Some(sheet), columns, read })
}

/// What is asked for, over what was guessed.
fn said(asked: &Asked, guessed: Option<ClaimColumns>) -> Option<ClaimColumns> {
    let mut columns = match (guessed, &asked.by.columns) {
        (Some(guessed), _) => guessed,
        (None, Some(_)) => {
            let read = Columns { header_row: 1, columns: Vec::new() };
            ClaimColumns { kind: ClaimKind::Checklist, layout: "columns", read }
        }
        (None, None) => return None,
    };
    if let Some(kind) = asked.kind {
        columns.kind = kind;
    }
    if asked.by.columns.as_ref().is_some_and(|means| *means != columns.read.columns) {
        columns.layout = "columns";
    }
    asked.by.over(&mut columns.read);
    Some(columns)
}

/// Keeps the meanings that were given to a sheet's columns, for the next file with the same headings.
pub(crate) async fn keep(store: &Store, opened: &Opened, looked: &Looked) -> Result<(), Fault> {
    let (Some(sheets), Some(columns), Some(sheet)) = (opened.sheets(), &looked.columns, looked.sheet) else {
        return Ok(());
    };
    let cells = sheets.cells(sheet, columns.read.header_row);
    sheets::keep(store, MapOf::Claims, cells, columns.kind.word(), &columns.read).await
}

/// The body of `claims.take`.
pub(crate) fn taking(evidence: &Evidence, title: &str, source: &str, read: &ClaimsRead) -> Value {
    json!({
        "audit": evidence.audit().to_string(),
        "evidence": evidence.id().to_string(),
        "kind": read.kind.word(),
        "title": title,
        "source": source,
        "layout": read.layout,
        "claims": read.to_json(),
    })
}

/// `POST /evidence/{id}/claims`: reads claims out of the file, and takes them unless `dry_run` is true.
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    Path(evidence): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let evidence = find(&app, &evidence).await?;
    let body = read_json(&headers, body).await?;
    let said = Told::read(&body)?;
    let audit = *evidence.audit();
    if !said.dry_run {
        caller.asker.demand_form("claims.take", &json!({ "audit": audit.to_string() })).await?;
    }
    let opened = opened(&app, &evidence).await?;
    if let Opened::Unfit(reason) = &opened {
        return Err(Fault::new(&crate::problem::INVALID, Said::data(reason)));
    }
    let library = crate::web::library::library()?;
    let requirements = app.store.ask(|world| requirements(world, audit, Some(&library.catalogue))).await;
    let requirements = requirements.map_err(Fault::unanswered)?;
    let looked = looked(&app.store, &opened, &said.asked, &requirements).await?;
    let Some(read) = &looked.read else {
        return Err(field_problem(
            "/columns",
            "nothing in the file looks like a checklist or a register",
            "give `header_row` and `columns`, and say what each column means",
        ));
    };
    if said.dry_run {
        return Ok(json(StatusCode::OK, &shown(&opened, &looked, read)));
    }
    if let Some(sheets) = opened.sheets().filter(|sheets| sheets.is_broken()) {
        return Err(Fault::invalid(sheets.problems()));
    }
    if read.left_out > 0 {
        let what = say!("the file has {count} claims more than a set holds", count = read.left_out);
        return Err(field_problem("/columns", what, "split the file, and take each part"));
    }
    let taking = taking(&evidence, &said.title, &said.source, read);
    let act = act(
        &headers,
        &caller,
        &format!("/evidence/{}/claims", evidence.id()),
        command("claims.take", &taking)?,
    )?;
    let answer = answer(&app, &caller.asker, act).await?;
    keep(&app.store, &opened, &looked).await?;
    Ok(answer)
}

/// Claims for the command line: a file of others, and what is said of it.
#[derive(Clone, Debug)]
pub struct ClaimsIn {
    /// The audit.
    pub audit: AuditId,
    /// The name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
    /// What the set is.
    pub title: String,
    /// Who says it.
    pub source: String,
    /// How sensitive the file is, as evidence.
    pub classification: String,
    /// Whether it is only looked at.
    pub is_dry_run: bool,
}

/// Takes a file as evidence and the claims out of it, as one act; or looks at what is in it. The answer is what was read, as the API shows it.
///
/// # Errors
/// In words: what is wrong with the file, what the law refuses, or that the store failed.
pub async fn take_in(
    store: &Store,
    workers: &dyn Workers,
    actor: Actor,
    claims: ClaimsIn,
) -> Result<Value, String> {
    let in_words = |fault: Fault| fault.detail().to_string();
    let opened = opened_bytes(workers, claims.bytes.clone(), &claims.name).await.map_err(in_words)?;
    if let Opened::Unfit(reason) = &opened {
        return Err(reason.clone());
    }
    let audit = claims.audit;
    let library = crate::web::library::library().map_err(in_words)?;
    let requirements = store.ask(|world| requirements(world, audit, Some(&library.catalogue))).await;
    let requirements = requirements.map_err(|error| error.to_string())?;
    let looked = looked(store, &opened, &Asked::default(), &requirements).await.map_err(in_words)?;
    let read = looked.read.as_ref().ok_or("nothing in the file looks like a checklist or a register")?;
    if claims.is_dry_run {
        return Ok(shown(&opened, &looked, read));
    }
    if let Some(note) = opened.sheets().and_then(|sheets| sheets.notes.iter().find(|note| note.is_grave)) {
        return Err(format!("{note}"));
    }
    if read.left_out > 0 {
        return Err(format!("the file has {} claims more than a set holds; split it", read.left_out));
    }
    let stored = store.blobs().put(claims.bytes.clone()).await.map_err(|error| error.to_string())?;
    let evidence = json!({ "audit": audit.to_string(), "sha256": stored.sha256, "bytes": stored.bytes,
        "media": "application/octet-stream", "name": claims.name, "classification": claims.classification, "source": claims.source });
    // The evidence has no id before it is taken; the claims are given its own when it has.
    let taking = json!({ "audit": audit.to_string(), "evidence": audit.to_string(), "kind": read.kind.word(),
        "title": claims.title, "source": claims.source, "layout": read.layout, "claims": read.to_json() });
    let first = Act::new(actor.clone(), command("evidence.take", &evidence).map_err(in_words)?);
    let first = first.with_file(stored.sha256);
    let second = Act::new(actor, command("claims.take", &taking).map_err(in_words)?);
    let after = After { at: "/evidence".to_owned(), act: 0 };
    let steps = vec![first.into(), Step { act: second, after: Some(after) }];
    store.execute_all(steps).await.map_err(|error| error.to_string())?;
    keep(store, &opened, &looked).await.map_err(in_words)?;
    Ok(shown(&opened, &looked, read))
}

/// What the API is told.
struct Told {
    asked: Asked,
    title: String,
    source: String,
    dry_run: bool,
}

impl Told {
    fn read(body: &Value) -> Result<Self, Fault> {
        let mut problems = Vec::new();
        let Some(object) = body.as_object() else {
            return Err(field_problem("", "is no object", "send a JSON object"));
        };
        const KNOWN: [&str; 7] = ["title", "source", "kind", "sheet", "header_row", "columns", "dry_run"];
        for name in object.keys().filter(|name| !KNOWN.contains(&name.as_str())) {
            let known = KNOWN.map(|known| format!("`{known}`"));
            problems.push(Problem::new(
                format!("/{name}"),
                say!("`{key}` is not known here", key = name),
                say!("use only {known}", known = any_of(known)),
            ));
        }
        let dry_run = object.get("dry_run").and_then(Value::as_bool).unwrap_or(false);
        let mut text = |name: &str| match object.get(name) {
            Some(Value::String(text)) if !text.trim().is_empty() => text.trim().to_owned(),
            None if dry_run => String::new(),
            _ => {
                problems.push(Problem::new(format!("/{name}"), "is missing or no text", "say it in a line"));
                String::new()
            }
        };
        let (title, source) = (text("title"), text("source"));
        let mut number = |name: &str| match object.get(name) {
            None | Some(Value::Null) => None,
            Some(value) => {
                let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
                if number.is_none() {
                    problems.push(Problem::new(format!("/{name}"), "is no number", "count from 1"));
                }
                number
            }
        };
        let (sheet, header_row) = (number("sheet"), number("header_row"));
        let kind = match object.get("kind").and_then(Value::as_str).map(str::parse::<ClaimKind>) {
            Some(Err(_)) => {
                let kinds = ClaimKind::WORDS.iter().map(|word| format!("`{word}`"));
                problems.push(Problem::new(
                    "/kind",
                    "is none that is known",
                    say!("give {kinds}", kinds = any_of(kinds)),
                ));
                None
            }
            Some(Ok(kind)) => Some(kind),
            None => None,
        };
        let columns = object.get("columns").map(|columns| Self::columns(columns, &mut problems));
        if !problems.is_empty() {
            return Err(Fault::invalid(problems));
        }
        let sheet = sheet.and_then(|sheet| usize::try_from(sheet).ok()?.checked_sub(1));
        Ok(Self {
            asked: Asked { by: AskedColumns { sheet, header_row, columns }, kind },
            title,
            source,
            dry_run,
        })
    }

    /// `{"1": "reference", "2": "title"}`: columns counted from 1, as a spreadsheet does.
    fn columns(columns: &Value, problems: &mut Vec<Problem>) -> Vec<(usize, &'static str)> {
        let words = || any_of(MapOf::Claims.words().map(|word| format!("`{word}`")));
        let Some(columns) = columns.as_object() else {
            problems.push(Problem::new(
                "/columns",
                "is no object",
                "give each column by its number, counted from 1",
            ));
            return Vec::new();
        };
        let mut read = Vec::new();
        for (at, means) in columns {
            let column = at.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
            let means = means.as_str().and_then(|word| MapOf::Claims.of_word(word));
            match (column, means) {
                (Some(column), Some(means)) => read.push((column, means)),
                _ => problems.push(Problem::new(
                    format!("/columns/{at}"),
                    "is no column, or means nothing that is known",
                    say!("count columns from 1, and give {words}", words = words()),
                )),
            }
        }
        read.sort_unstable();
        read
    }
}

/// What a dry run shows.
fn shown(opened: &Opened, looked: &Looked, read: &ClaimsRead) -> Value {
    let columns = looked.columns.as_ref().map(|columns| {
        let means = columns.read.columns.iter().map(|(at, word)| ((at + 1).to_string(), json!(word)));
        json!({ "header_row": columns.read.header_row, "columns": means.collect::<serde_json::Map<_, _>>() })
    });
    let puzzles = read.not_understood.iter().map(|one| {
        let (what, said) = puzzle(&one.what);
        json!({ "place": one.place, "what": what, "said": said })
    });
    json!({
        "layout": read.layout,
        "kind": read.kind.word(),
        "sheet": looked.sheet.map(|sheet| sheet + 1),
        "read_by": columns,
        "claims": read.to_json(),
        "placed": read.placed(),
        "left_out": read.left_out,
        "not_understood": puzzles.collect::<Value>(),
        "notes": notes_json(opened.sheets().map(|sheets| sheets.notes.as_slice()).unwrap_or_default()),
    })
}

/// The word of what was not understood, and what it was.
pub(crate) fn puzzle(puzzle: &Puzzle) -> (&'static str, Option<&str>) {
    match puzzle {
        Puzzle::Nothing => ("nothing", None),
        Puzzle::Reference(said) => ("reference", Some(said)),
        Puzzle::Date(said) => ("date", Some(said)),
        Puzzle::Cut => ("cut", None),
    }
}
