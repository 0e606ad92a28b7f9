//! Writing an audit test: a new one, or a new version of one, each part as the cell of a sheet has it. The catalogue's own reader
//! looks at what was written, and what it finds is said beside the part it is about.

use askama::Template;
use assize_catalogue::adoption::adoptions;
use assize_catalogue::format::{Sheet, SheetRow, import_sheets, test_cells, test_keys, tests_map};
use assize_catalogue::{AuditTest, AuditType, CriteriaId, EvidenceKind, Problem, TestId};
use assize_domain::kernel::said::{Said, say};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::catalogue::{evidence_kind, give_all, test_href};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::Fault;
use crate::query::short;
use crate::web::form::{Choice, Posted, spoken};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::library;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The parts that are lists of several texts together, each text with its name and the message above it, in their order in the cell.
const COLUMNS: [(&str, &[(&str, &str)]); 4] = [
    (
        "evidence",
        &[
            ("kind", "library-evidence-kind"),
            ("what", "library-evidence-what"),
            ("holder", "library-evidence-holder"),
        ],
    ),
    ("ask", &[("role", "library-column-role"), ("question", "library-column-question")]),
    (
        "sampling",
        &[
            ("population", "library-column-population"),
            ("fair", "library-column-fair"),
            ("small", "library-column-small"),
        ],
    ),
    (
        "nonconformities",
        &[
            ("statement", "library-column-statement"),
            ("breaches", "library-column-breaches"),
            ("major", "library-column-major"),
        ],
    ),
];
/// How many rows a part has at the most, and how many empty ones stand ready.
const ROWS_MAX: usize = 40;
const ROWS_EMPTY: usize = 2;

fn columns_of(key: &str) -> &'static [(&'static str, &'static str)] {
    COLUMNS.iter().find(|(of, _)| *of == key).map(|(_, columns)| *columns).unwrap_or_default()
}

/// A text of a row.
struct Cell {
    name: String,
    label: String,
    value: String,
    /// What may be chosen; nothing where it is typed.
    options: Vec<Choice>,
}

/// A part of a test, as it is written.
struct Part {
    key: &'static str,
    label: String,
    help: Option<String>,
    value: String,
    /// How many lines its control has; one where it is a line.
    rows: usize,
    /// What may be ticked, each with whether it is.
    ticks: Vec<(Choice, bool)>,
    /// The rows of several texts.
    table: Vec<Vec<Cell>>,
    /// Whether there can be more of them.
    more: bool,
    problems: Vec<String>,
}

#[derive(Template)]
#[template(path = "catalogue_edit.html")]
struct EditPage {
    frame: Frame,
    words: Words,
    action: String,
    sets: Vec<String>,
    criteria: String,
    parts: Vec<Part>,
    /// What is wrong with the test as a whole.
    problems: Vec<String>,
    wrongs: usize,
    back: String,
}

/// What was written.
struct Written {
    criteria: String,
    cells: Vec<(&'static str, String)>,
}

impl Written {
    fn posted(posted: &Posted) -> Self {
        let cell = |key: &str| match columns_of(key) {
            [] => posted.all(key).join("\n"),
            columns => rows_posted(posted, key, columns),
        };
        let cells = test_keys().map(|key| (key, cell(key).trim().to_owned()));
        Self { criteria: posted.filled("criteria").unwrap_or_default().to_owned(), cells: cells.collect() }
    }

    fn of(test: &AuditTest) -> Self {
        let criteria = test.requirements.first().map(|named| named.criteria.as_str().to_owned());
        Self { criteria: criteria.unwrap_or_default(), cells: test_cells(test) }
    }
}

/// The cell of rows that were posted: a line each, with strokes between the texts.
fn rows_posted(posted: &Posted, key: &str, columns: &[(&str, &str)]) -> String {
    let text = |row: usize, column: &str| {
        let text = posted.one(&format!("{key}.{row}.{column}")).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
    };
    let rows =
        (0..ROWS_MAX).map(|row| columns.iter().map(|(column, _)| text(row, column)).collect::<Vec<_>>());
    let filled = rows.filter(|texts| texts.iter().any(|text| !text.is_empty()));
    filled.map(|texts| texts.join(" | ")).collect::<Vec<_>>().join("\n")
}

/// The rows of a cell, with empty ones where there can be more.
fn table(words: &Words, key: &str, cell: &str) -> Vec<Vec<Cell>> {
    let columns = columns_of(key);
    if columns.is_empty() {
        return Vec::new();
    }
    let held: Vec<Vec<String>> = cell.lines().filter(|line| !line.trim().is_empty()).map(texts_of).collect();
    let count = if is_single(key) { held.len().max(1) } else { (held.len() + ROWS_EMPTY).min(ROWS_MAX) };
    let cell = |row: usize, column: usize, name: &str, label: &str| Cell {
        name: format!("{key}.{row}.{name}"),
        label: words.say(label),
        value: held.get(row).and_then(|texts| texts.get(column)).cloned().unwrap_or_default(),
        options: if name == "kind" { evidence_kinds(words) } else { Vec::new() },
    };
    let row = |row: usize| {
        let cells = columns.iter().enumerate();
        cells.map(|(column, (name, label))| cell(row, column, name, label)).collect::<Vec<Cell>>()
    };
    (0..count).map(row).collect()
}

/// The texts of a line; a stroke within one of them has a backslash before it.
fn texts_of(line: &str) -> Vec<String> {
    let apart = line.replace("\\|", "\u{1}");
    apart.split('|').map(|text| text.replace('\u{1}', "|").trim().to_owned()).collect()
}

fn evidence_kinds(words: &Words) -> Vec<Choice> {
    EvidenceKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), evidence_kind(words, *kind))).collect()
}

fn audit_types(words: &Words, cell: &str) -> Vec<(Choice, bool)> {
    let tick = |one: &AuditType| {
        let word = one.as_str();
        (Choice::new(word, words.word("AuditType", word)), cell.lines().any(|line| line.trim() == word))
    };
    AuditType::ALL.iter().map(tick).collect()
}

/// Whether a part of several texts is one row.
fn is_single(key: &str) -> bool {
    key == "sampling"
}

/// `GET /catalogue/new`: an empty form, on a requirement where one comes from its page.
pub(crate) async fn new(visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let asked = query.filled("requirement").unwrap_or_default();
    let fresh = |key| match key {
        "requirements" => asked.to_owned(),
        "id" if !asked.is_empty() => format!("T-{}-01", asked.replace([' ', ')'], "")),
        _ => String::new(),
    };
    let first = || library().ok().and_then(|library| library.catalogue.sets().next());
    let criteria = query.filled("set").map(str::to_owned);
    let criteria = criteria.or_else(|| first().map(|set| set.id.as_str().to_owned())).unwrap_or_default();
    let written = Written { criteria, cells: test_keys().map(|key| (key, fresh(key))).collect() };
    form(&visitor, "/catalogue/new", &written, &[]).map(|page| html(&page))
}

/// `GET /catalogue/tests/{id}/edit`: the test as it stands in the built-in catalogue.
pub(crate) async fn edit(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    let missing = || Fault::not_found(say!("the built-in catalogue has no test `{id}`", id = short(&id)));
    let found = id.parse::<TestId>().ok().and_then(|id| library().ok()?.catalogue.test(&id));
    let written = Written::of(found.ok_or_else(missing)?);
    form(&visitor, &format!("{}/edit", test_href(&id)), &written, &[]).map(|page| html(&page))
}

/// `POST /catalogue/new` and `POST /catalogue/tests/{id}/edit`: adopts what was written, or says what is wrong with it.
pub(crate) async fn write(
    State(app): State<App>,
    visitor: Visitor,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let written = Written::posted(&posted);
    if posted.filled("more").is_some() {
        return Ok(html(&form(&visitor, uri.path(), &written, &[])?));
    }
    let problems = match imported(&written)? {
        Ok((id, commands)) => {
            let seq = give_all(&app, &visitor, commands).await?;
            let seq = seq.map(|seq| format!("&seq={seq}")).unwrap_or_default();
            return Ok(Redirect::to(&format!("{}?done=test.adopt{seq}", test_href(&id))).into_response());
        }
        Err(problems) => problems,
    };
    let page = form(&visitor, uri.path(), &written, &problems)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

type Commands = Vec<(&'static str, serde_json::Value)>;

/// What adopts the test, or what is wrong with it.
fn imported(written: &Written) -> Result<Result<(String, Commands), Vec<Problem>>, Fault> {
    let bad = |what: Said| Problem {
        file: String::new(),
        line: None,
        path: "criteria".to_owned(),
        what,
        hint: "choose a set of criteria".into(),
    };
    let Ok(criteria) = written.criteria.parse::<CriteriaId>() else {
        return Ok(Err(vec![bad("is the id of no set of criteria".into())]));
    };
    let map = tests_map(&criteria).map_err(|_| Fault::internal("the map of a test's cells"))?;
    let header = SheetRow { number: 1, cells: test_keys().map(str::to_owned).collect() };
    let row = SheetRow { number: 2, cells: written.cells.iter().map(|(_, cell)| cell.clone()).collect() };
    let sheet = Sheet { name: String::new(), rows: vec![header, row] };
    let import = import_sheets("", &[sheet], &map, Some(&library()?.catalogue));
    if !import.problems.is_empty() {
        return Ok(Err(import.problems));
    }
    let id = import.catalogue.tests().next().map(|test| test.id.as_str().to_owned());
    let id = id.ok_or_else(|| Fault::internal("a test that was read is not there"))?;
    Ok(Ok((id, adoptions(&import.catalogue))))
}

/// The part that a problem is about: the column that it names, or the key that its path ends in.
fn part_of(problem: &Problem) -> Option<&'static str> {
    let letter = problem.path.rsplit_once("column ").and_then(|(_, rest)| rest.bytes().next());
    if let Some(letter) = letter {
        return test_keys().nth(usize::from(letter.checked_sub(b'A')?));
    }
    test_keys().find(|key| problem.path.ends_with(&format!(".{key}")) || problem.path == *key)
}

fn form(visitor: &Visitor, action: &str, written: &Written, problems: &[Problem]) -> Result<EditPage, Fault> {
    let words = &visitor.words;
    let said = |problem: &Problem| {
        words.with2(
            "form-problem",
            "what",
            spoken(words, &problem.what),
            "hint",
            spoken(words, &problem.hint),
        )
    };
    let parts = written.cells.iter().map(|(key, value)| {
        let (label, rows) = label(key);
        let about = |problem: &&Problem| part_of(problem) == Some(*key);
        Part {
            key,
            label: words.say(label),
            help: words.attribute(label, "help"),
            value: value.clone(),
            rows,
            ticks: if *key == "audit_types" { audit_types(words, value) } else { Vec::new() },
            table: table(words, key, value),
            more: !is_single(key),
            problems: problems.iter().filter(about).map(said).collect(),
        }
    });
    let whole = problems.iter().filter(|problem| part_of(problem).is_none());
    let title = words.say(if action == "/catalogue/new" { "library-new-test" } else { "library-edit" });
    let back = action.strip_suffix("/edit").unwrap_or("/catalogue").to_owned();
    Ok(EditPage {
        frame: Frame::of(visitor, "/catalogue", title).under(words.say("nav-catalogue"), "/catalogue"),
        words: words.clone(),
        action: action.to_owned(),
        sets: library()?.catalogue.sets().map(|set| set.id.as_str().to_owned()).collect(),
        criteria: written.criteria.clone(),
        parts: parts.collect(),
        problems: whole
            .map(|problem| format!("{} {}", problem.path, said(problem)).trim().to_owned())
            .collect(),
        wrongs: problems.len(),
        back,
    })
}

/// The words of a part, and how many lines its control has.
fn label(key: &str) -> (&'static str, usize) {
    match key {
        "id" => ("library-part-id", 1),
        "title" => ("library-part-title", 1),
        "requirements" => ("library-part-requirements", 2),
        "audit_types" => ("library-part-audit-types", 3),
        "objective" => ("library-part-objective", 3),
        "evidence" => ("library-part-evidence", 4),
        "ask" => ("library-part-ask", 4),
        "observe" => ("library-part-observe", 2),
        "inspect" => ("library-part-inspect", 3),
        "reperform" => ("library-part-reperform", 3),
        "remote" => ("library-part-remote", 2),
        "sampling" => ("library-part-sampling", 2),
        "conformity" => ("library-part-conformity", 3),
        "warnings" => ("library-part-warnings", 3),
        "nonconformities" => ("library-part-nonconformities", 4),
        "related" => ("library-part-related", 2),
        "minutes" => ("library-part-minutes", 1),
        _ => ("library-part-links", 2),
    }
}
