//! The auditor's methods: each as a form made from the schema of its inputs, with its result and the working shown step by step. What
//! is asked for stands in the address, so that a result can be kept and sent on; it is recorded by the command `method.record`.

use askama::Template;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::{Said, say};
use assize_domain::method::MethodTable;
use assize_domain::programme::Programme;
use assize_domain::{AnyRecord, Kind};
use assize_methods::{METHODS, Method, Outcome, Step};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};

use super::catalogue::flat;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::methods::{Place, recorded, used};
use crate::problem::Fault;
use crate::query::short;
use crate::web::act::{nonce, with_rows};
use crate::web::form::{Choice, Choices, Control, Making, Node, Posted, Reader, Wrong, spoken};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{Language, Words};

mod tables;

/// The methods by what they are for; one that is in no group stands at the end.
const GROUPS: [(&str, &[&str]); 6] = [
    ("methods-time", &["audit-time", "audit-time-sites", "audit-time-integrated", "audit-time-internal"]),
    ("methods-planning", &["audit-extent", "assign"]),
    (
        "methods-sizes",
        &["sample-size", "discovery-size", "stop-or-go", "stratified-size", "two-stage", "control-frequency"],
    ),
    ("methods-value", &["mus-size", "mus-evaluate"]),
    ("methods-evaluation", &["evaluate-sample", "upper-limit"]),
    ("methods-choosing", &["site-sample", "judgement-sample", "draw"]),
];
/// Inputs that no form asks for: whole tables, which are given as JSON.
const TABLES: [&str; 3] = ["tables", "table", "weights"];
/// The methods whose inputs are too long for an address.
const LONG: [&str; 3] = ["assign", "draw", "audit-extent"];
/// The control for the inputs as a whole, as JSON.
const AS_JSON: &str = "json";
/// The control for a population, as lines of a CSV file.
const AS_LINES: &str = "lines";
/// Fields whose texts name something, also where they look like a number.
const NAMING: [&str; 16] = [
    "audit",
    "auditor",
    "criterion",
    "edition",
    "id",
    "item",
    "items",
    "name",
    "pick",
    "rejected",
    "replacements",
    "selected",
    "site",
    "sites",
    "unit",
    "units",
];
/// How many audits and programmes are offered to record a use in.
const PLACES_MAX: i64 = 200;
/// How many rows of a result's table are shown.
const ROWS_MAX: usize = 200;
/// How many steps of the working are shown; the record and its sheet have all.
const STEPS_MAX: usize = 150;

/// A method in the list.
struct Offered {
    title: String,
    about: String,
    source: &'static str,
    href: String,
}

#[derive(Template)]
#[template(path = "methods.html")]
struct ListPage {
    frame: Frame,
    words: Words,
    groups: Vec<(String, Vec<Offered>)>,
}

/// A part of a result.
enum Part {
    /// One value.
    Fact(String),
    /// Several values.
    List(Vec<String>, usize),
    /// Rows.
    Table { head: Vec<String>, rows: Vec<Vec<String>>, more: usize },
}

/// A step of the working, as it is said.
pub(crate) struct SaidStep {
    pub(crate) what: String,
    pub(crate) working: String,
    pub(crate) value: String,
    pub(crate) source: String,
}

impl SaidStep {
    pub(crate) fn of(words: &Words, step: &Step) -> Self {
        Self {
            what: spoken(words, &step.what),
            working: spoken(words, &step.working),
            value: words.said(&Said::bare(step.value.clone())),
            source: step.source.clone(),
        }
    }
}

/// What came out.
struct Reckoned {
    conclusion: String,
    title: String,
    steps: Vec<SaidStep>,
    steps_more: usize,
    parts: Vec<(String, Part)>,
    /// The controls that record the use.
    record: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "method.html")]
struct MethodPage {
    frame: Frame,
    words: Words,
    name: &'static str,
    about: String,
    source: &'static str,
    nodes: Vec<Node>,
    /// How the form is sent.
    verb: &'static str,
    /// Whether there is a form at all, or the inputs are given as JSON alone.
    has_form: bool,
    asks_lines: bool,
    /// The adopted tables that it can be carried out by, each with whether it is chosen.
    tables: Vec<(Choice, bool)>,
    lines: String,
    as_json: String,
    json_open: bool,
    /// The address of an example.
    example: Option<String>,
    wrongs: usize,
    wrong: Vec<Wrong>,
    result: Option<Reckoned>,
    audits: Vec<Choice>,
    programmes: Vec<Choice>,
    once: String,
}

/// `GET /methods`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    let words = &visitor.words;
    let offered = |method: &Method| {
        let key = format!("method-{}", method.name);
        Offered {
            title: words.maybe(&key).unwrap_or_else(|| method.name.to_owned()),
            about: words.attribute(&key, "about").unwrap_or_else(|| method.about.to_owned()),
            source: method.source,
            href: format!("/methods/{}", method.name),
        }
    };
    let mut groups: Vec<(String, Vec<Offered>)> = GROUPS
        .iter()
        .map(|(key, names)| {
            let known = names.iter().filter_map(|name| Method::named(name));
            (words.say(key), known.map(offered).collect())
        })
        .collect();
    let others =
        METHODS.iter().filter(|method| !GROUPS.iter().any(|(_, names)| names.contains(&method.name)));
    groups.push((words.say("methods-others"), others.map(offered).collect()));
    groups.retain(|(_, methods)| !methods.is_empty());
    let frame = Frame::of(&visitor, "/methods", words.say("nav-methods"));
    Ok(html(&ListPage { frame, words: words.clone(), groups }))
}

/// `GET /methods/{name}`: the form, with what comes out where the address has inputs.
pub(crate) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let posted = Posted::read(uri.query().unwrap_or_default().as_bytes());
    shown(&app, &visitor, named(&name)?, posted).await
}

/// `POST /methods/{name}`: the same, for inputs that are too long for an address.
pub(crate) async fn run(
    State(app): State<App>,
    visitor: Visitor,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    shown(&app, &visitor, named(&name)?, posted).await
}

/// `GET /method-uses/{id}/pdf`: the sheet of a recorded use.
pub(crate) async fn sheet(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    crate::methods::sheet_pdf(&app, &id, &visitor.words).await
}

fn named(name: &str) -> Result<&'static Method, Fault> {
    Method::named(name)
        .ok_or_else(|| Fault::not_found(say!("there is no method `{name}`", name = short(name))))
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    method: &'static Method,
    posted: Posted,
) -> Result<Response, Fault> {
    let words = &visitor.words;
    let posted = if words.language == Language::German { with_points(posted) } else { posted };
    let schema = asked_for((method.schema)());
    let mut wrong = Vec::new();
    let (inputs, is_asked) = inputs(method, visitor, &schema, &posted, &mut wrong);
    let mut result = None;
    if is_asked && wrong.is_empty() {
        let mut whole = inputs.clone();
        match tables::chosen(app, words, method, &mut whole, &posted).await? {
            Ok(tables) => match carried_out(app, method, whole.clone()).await? {
                Ok(outcome) => result = Some(result_of(words, method, &whole, outcome, &tables)),
                Err(problems) => wrong.extend(problems.into_iter().map(|problem| Wrong::of(words, problem))),
            },
            Err(problems) => wrong.extend(problems),
        }
    }
    let choices = Choices::default();
    let making = Making {
        words,
        choices: &choices,
        fixed: &[],
        wrong: &wrong,
        open: posted.opened(),
        fresh: String::new,
    };
    let has_form = method.name != "assign";
    let mut nodes = if has_form { making.nodes(&schema, &inputs) } else { Vec::new() };
    let elsewhere = making.elsewhere(&nodes);
    nodes.iter_mut().for_each(|node| relabel(words, node));
    let (audits, programmes) =
        if result.is_some() { places(app, visitor).await? } else { Default::default() };
    let key = format!("method-{}", method.name);
    let title = words.maybe(&key).unwrap_or_else(|| method.name.to_owned());
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let given_as_json = posted.filled(AS_JSON);
    let page = MethodPage {
        frame: Frame::of(visitor, "/methods", title).under(words.say("nav-methods"), "/methods"),
        words: words.clone(),
        name: method.name,
        about: words.attribute(&key, "about").unwrap_or_else(|| method.about.to_owned()),
        source: method.source,
        nodes,
        verb: if LONG.contains(&method.name) { "post" } else { "get" },
        has_form,
        asks_lines: method.name == "draw",
        tables: tables::offered(app, words, method, &posted).await?,
        lines: posted.one(AS_LINES).unwrap_or_default().to_owned(),
        as_json: match given_as_json {
            Some(given) => given.to_owned(),
            None if method.name == "assign" => ASSIGNMENT.to_owned(),
            None => pretty(&without_population(inputs)),
        },
        json_open: !has_form || given_as_json.is_some(),
        example: example(method),
        wrongs: wrong.len(),
        wrong: elsewhere,
        result,
        audits,
        programmes,
        once: nonce(),
    };
    Ok((status, html(&page)).into_response())
}

/// A small problem of assignment, to begin with.
const ASSIGNMENT: &str = include_str!("../../../../../docs/methods/assignment.example.json");

/// The inputs that were given, and whether the method is to be carried out on them.
fn inputs(
    method: &Method,
    visitor: &Visitor,
    schema: &Value,
    posted: &Posted,
    wrong: &mut Vec<Wrong>,
) -> (Value, bool) {
    if let Some(text) = posted.filled(AS_JSON) {
        return match serde_json::from_str::<Value>(text) {
            Ok(inputs) => (inputs, true),
            Err(error) => {
                let hint = visitor.words.say("methods-json-hint");
                wrong.push(Wrong::of(
                    &visitor.words,
                    Problem::new("", Said::data(error.to_string()), Said::data(hint)),
                ));
                (json!({}), true)
            }
        };
    }
    let reader = Reader { posted, language: visitor.words.language, zone: visitor.words.zone().clone() };
    let mut value = reader.value(schema, "").unwrap_or_else(|| json!({}));
    if method.name == "draw"
        && let (Some(lines), Some(inputs)) = (posted.filled(AS_LINES), value.as_object_mut())
    {
        inputs.insert("population".to_owned(), population(lines));
    }
    if let Some(rows) = posted.filled("rows") {
        return (with_rows(value, rows), false);
    }
    let is_asked = value.as_object().is_some_and(|inputs| !inputs.is_empty());
    (value, is_asked)
}

/// Lines as a population: the first names the columns. Cells have commas, semicolons or tabs between.
fn population(lines: &str) -> Value {
    use assize_domain::kernel::entry::hex;
    use sha2::{Digest as _, Sha256};
    let sha256 = hex(&Sha256::digest(lines.as_bytes()));
    let mut rows = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let header = rows.next().unwrap_or_default();
    let between = ['\t', ';', ','].into_iter().find(|c| header.contains(*c)).unwrap_or(',');
    let cells = |line: &str| line.split(between).map(|cell| Value::from(cell.trim())).collect::<Vec<_>>();
    let header = cells(header);
    let rows = rows.map(|line| {
        let mut row = cells(line);
        row.resize(header.len().max(row.len()), Value::from(""));
        Value::Array(row)
    });
    json!({ "sha256": sha256, "rows": rows.collect::<Vec<_>>(), "header": header })
}

fn without_population(mut inputs: Value) -> Value {
    if let Some(inputs) = inputs.as_object_mut() {
        inputs.remove("population");
    }
    inputs
}

async fn carried_out(
    app: &App,
    method: &'static Method,
    inputs: Value,
) -> Result<Result<Outcome, Vec<Problem>>, Fault> {
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    tokio::task::spawn_blocking(move || method.run(&inputs)).await.map_err(Fault::internal)
}

/// The schema as a form asks by it: where a value may be written short or in full, in full; and without whole tables.
fn asked_for(mut schema: Value) -> Value {
    if let Some(object) = schema.as_object_mut() {
        let full = match object.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) {
            Some([_, full]) if full.get("type") != Some(&json!("null")) => Some(full.clone()),
            _ => None,
        };
        if let Some(full) = full {
            return asked_for(full);
        }
        let is_of_tables =
            |name: &str| TABLES.contains(&name) || (name == "population" && object_of_rows(object, name));
        let left: Vec<String> = object
            .get("x-order")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .filter(|name| is_of_tables(name))
            .map(str::to_owned)
            .collect();
        if let Some(order) = object.get_mut("x-order").and_then(Value::as_array_mut) {
            order.retain(|name| !left.iter().any(|left| name == left));
        }
        let inner = std::mem::take(object);
        *object = inner.into_iter().map(|(name, value)| (name, asked_for_in(value))).collect();
    }
    schema
}

fn asked_for_in(value: Value) -> Value {
    match value {
        Value::Object(_) => asked_for(value),
        Value::Array(values) => Value::Array(values.into_iter().map(asked_for_in).collect()),
        other => other,
    }
}

/// Whether a field is a population with its rows, rather than the size of one.
fn object_of_rows(schema: &Map<String, Value>, name: &str) -> bool {
    schema.get("properties").and_then(|all| all.get(name)?.get("properties")).is_some()
}

/// Decimal commas as points.
fn with_points(posted: Posted) -> Posted {
    let mut out = Posted::default();
    for (name, values) in posted.all_fields() {
        for text in values {
            let is_decimal = text.matches(',').count() == 1
                && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-'));
            out.add(name, if is_decimal { text.replace(',', ".") } else { text.clone() });
        }
    }
    out
}

/// Names a control by the words of the methods: those of a field within another first, then those of the field anywhere.
fn relabel(words: &Words, node: &mut Node) {
    let parts: Vec<&str> = node.pointer.split('/').filter(|part| part.parse::<usize>().is_err()).collect();
    let name = parts.last().copied().unwrap_or_default();
    let above = parts.iter().rev().nth(1).copied().unwrap_or_default();
    let keys = [format!("in-{above}-{name}"), format!("in-{name}")];
    if let Some((key, label)) = keys.iter().find_map(|key| Some((key, words.maybe(key)?))) {
        node.label = label;
        node.help = words.attribute(key, "help");
    }
    match &mut node.control {
        Control::Line { value, kind: "text", .. } if is_decimal(name, value.as_str()) => {
            *value = words.number(value.as_str());
        }
        Control::Group { nodes } => nodes.iter_mut().for_each(|node| relabel(words, node)),
        Control::Rows { rows, .. } => {
            rows.iter_mut().flat_map(|row| &mut row.nodes).for_each(|node| relabel(words, node));
        }
        _ => {}
    }
}

fn result_of(
    words: &Words,
    method: &Method,
    inputs: &Value,
    outcome: Outcome,
    tables: &[MethodTable],
) -> Reckoned {
    let mut record = Vec::new();
    let place = Place { tables: tables.iter().map(used).collect(), ..Place::default() };
    flat("", &recorded(method, inputs, &outcome, &place), &mut record);
    let mut steps = outcome.sheet.steps;
    let steps_more = steps.len().saturating_sub(STEPS_MAX);
    steps.truncate(STEPS_MAX);
    let fields = outcome.result.as_object().cloned().unwrap_or_default();
    let parts =
        fields.iter().filter_map(|(name, value)| Some((name_of(words, name), part(words, name, value)?)));
    Reckoned {
        conclusion: spoken(words, &outcome.sheet.conclusion),
        title: words.said(&outcome.sheet.title),
        steps: steps.iter().map(|step| SaidStep::of(words, step)).collect(),
        steps_more,
        parts: parts.collect(),
        record,
    }
}

/// What a field of a result is called.
fn name_of(words: &Words, name: &str) -> String {
    words.maybe(&format!("in-{name}")).unwrap_or_else(|| words.field("", name))
}

fn part(words: &Words, name: &str, value: &Value) -> Option<Part> {
    match value {
        Value::Null => None,
        Value::Array(values) if values.is_empty() => None,
        Value::Array(values) if values.iter().all(Value::is_object) => {
            let mut names: Vec<&String> = Vec::new();
            for name in values.iter().filter_map(Value::as_object).flat_map(Map::keys) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let cell = |row: &Value, name: &String| row.get(name).map(|value| text_of(words, name, value));
            let rows = values
                .iter()
                .take(ROWS_MAX)
                .map(|row| names.iter().map(|name| cell(row, name).unwrap_or_default()).collect::<Vec<_>>());
            Some(Part::Table {
                head: names.iter().map(|name| name_of(words, name)).collect(),
                rows: rows.collect(),
                more: values.len().saturating_sub(ROWS_MAX),
            })
        }
        Value::Array(values) => {
            let texts = values.iter().take(ROWS_MAX).map(|value| text_of(words, name, value));
            Some(Part::List(texts.collect(), values.len().saturating_sub(ROWS_MAX)))
        }
        other => Some(Part::Fact(text_of(words, name, other))),
    }
}

/// Whether the text of a field is a number with a decimal point.
fn is_decimal(name: &str, text: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    !NAMING.contains(&name)
        && text
            .trim_start_matches('-')
            .split_once('.')
            .is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest))
}

fn text_of(words: &Words, name: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if is_decimal(name, text) => words.number(text),
        Value::String(text) => text.clone(),
        Value::Bool(truth) => words.say(if *truth { "yes" } else { "no" }),
        Value::Number(number) => words.number(number),
        Value::Array(values) => {
            values.iter().map(|value| text_of(words, name, value)).collect::<Vec<_>>().join(", ")
        }
        Value::Object(fields) => {
            let said = fields
                .iter()
                .map(|(name, value)| format!("{}: {}", name_of(words, name), text_of(words, name, value)));
            said.collect::<Vec<_>>().join("; ")
        }
    }
}

fn pretty(inputs: &Value) -> String {
    serde_json::to_string_pretty(inputs).unwrap_or_default()
}

/// The address of the example that a method gives for the command line, where it stands in flags.
fn example(method: &Method) -> Option<String> {
    let flags = method.example.split_once(method.name)?.1;
    let schema = (method.schema)();
    let mut query = form_urlencoded::Serializer::new(String::new());
    let mut words = flags.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // An example that needs a file cannot stand in an address.
        let flag = word.strip_prefix("--")?;
        let (name, text) = match flag.split_once('=') {
            Some((name, text)) => (name, text.to_owned()),
            None => (flag, words.next()?.to_owned()),
        };
        let name = name.replace('-', "_");
        let field = schema.get("properties")?.get(&name)?;
        if field.get("type").and_then(Value::as_str) != Some("array") {
            query.append_pair(&format!("/{name}"), &text);
            continue;
        }
        // A list of what may be written short: its first number is what a row is about.
        let short = match name.as_str() {
            "groups" => "persons",
            "adjust" => "share",
            _ => return None,
        };
        for (row, part) in text.split(',').enumerate() {
            query.append_pair(&format!("/{name}/{row}/{short}"), part);
        }
    }
    Some(format!("/methods/{}?{}", method.name, query.finish()))
}

/// The audits and programmes in which a use can be recorded: for a person the audits they are in, for the operator the youngest.
async fn places(app: &App, visitor: &Visitor) -> Result<(Vec<Choice>, Vec<Choice>), Fault> {
    let link = visitor.person().map(|person| ("people", assize_domain::kernel::id::Id::uuid(person)));
    let reach = visitor.asker.reach(Kind::Audit).await?.whole();
    let mut audits = app.store.audit_glances(&reach, link, None, PLACES_MAX).await?;
    if audits.is_empty() {
        // Whoever manages a programme is in no team of its audits, and records for them too.
        audits = app.store.audit_glances(&reach, None, None, PLACES_MAX).await?;
    }
    audits.reverse();
    let audits = audits.into_iter().map(|audit| Choice::new(audit.id.to_string(), audit.title.to_string()));
    let programmes = app.store.record_page(Kind::Programme, None, PLACES_MAX).await?;
    let programmes = visitor.asker.seen(programmes).await?;
    let programmes = programmes.into_iter().filter_map(|(_, found)| match found.record {
        AnyRecord::Programme(programme) => Some(programme_choice(&programme)),
        _ => None,
    });
    Ok((audits.collect(), programmes.collect()))
}

fn programme_choice(programme: &Programme) -> Choice {
    Choice::new(programme.id().to_string(), programme.title().to_string())
}
